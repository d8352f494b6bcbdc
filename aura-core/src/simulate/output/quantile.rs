//! Intervals for quantiles of dependent values.

use super::replications::{Estimate, student};
use crate::error::{Error, ErrorCode, Result};
use crate::stats::hypothesis::Interval;

/// A quantile over all replications with its interval.
///
/// The share of values at or below `x` is an unbiased estimate of the distribution function in each replication, so
/// the interval is the set of all `x` at which Student's test over the replications does not refuse the probability:
/// a quantile itself would be biased in short replications, a share is not. The test uses the spread of the shares
/// around the ratio of the sums, since replications have different numbers of values.
///
/// # Errors
/// `invalid_data` for fewer than two replications with values; `invalid_number` for a probability or confidence that
/// does not lie between 0 and 1.
pub fn quantile_interval(replications: &[Vec<f64>], probability: f64, confidence: f64) -> Result<Estimate> {
    if !(probability > 0.0 && probability < 1.0) {
        return Err(Error::new(ErrorCode::InvalidNumber, "a probability lies between 0 and 1"));
    }
    let mut sorted: Vec<Vec<f64>> = replications.to_vec();
    sorted.iter_mut().for_each(|values| values.sort_unstable_by(f64::total_cmp));
    let mut all: Vec<f64> = sorted.iter().flatten().copied().collect();
    all.sort_unstable_by(f64::total_cmp);
    if sorted.len() < 2 || all.is_empty() || all.iter().any(|value| !value.is_finite()) {
        return Err(Error::new(
            ErrorCode::InvalidData,
            "a quantile needs at least two replications with finite values",
        ));
    }
    let limit = student(sorted.len() as f64 - 1.0, confidence)?;
    // How far the share at x lies from the probability, in standard errors.
    let distance = |x: f64| -> f64 {
        let counts = sorted.iter().map(|values| (values.len() as f64, below(values, x)));
        let (total, inside) = counts.clone().fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let share = inside / total;
        let squares: f64 =
            counts.clone().map(|(count, inside)| (inside - share * count) * (inside - share * count)).sum();
        let replications = sorted.len() as f64;
        let error = (squares * replications / (replications - 1.0)).sqrt() / total;
        let gap = share - probability;
        if gap == 0.0 {
            return 0.0;
        }
        let skewness = skewness(counts.map(|(count, inside)| inside - share * count), squares);
        unskewed(gap / error.max(f64::MIN_POSITIVE), skewness, replications)
    };
    let value_at = |place: usize| all.get(place.min(all.len() - 1)).copied().unwrap_or(f64::NAN);
    let middle = ((probability * all.len() as f64).ceil() as usize).saturating_sub(1);
    let lower = first_place(0, middle, |place| distance(value_at(place)) >= -limit);
    let upper = first_place(middle, all.len() - 1, |place| distance(value_at(place)) > limit);
    Ok(Estimate {
        value: value_at(middle),
        interval: Interval { lower: value_at(lower), upper: value_at(upper) },
    })
}

/// The skewness of values that add up to zero, of which the sum of squares is known.
fn skewness(values: impl Iterator<Item = f64> + Clone, squares: f64) -> f64 {
    let count = values.clone().count() as f64;
    let cubes: f64 = values.map(|value| value * value * value).sum();
    let variance = squares / count;
    let spread = variance * variance.sqrt();
    if spread > 0.0 { cubes / count / spread } else { 0.0 }
}

/// Student's statistic of skewed values, transformed so that its distribution is closer to Student's (Hall 1992, "On the
/// removal of skewness by transformation", Journal of the Royal Statistical Society B 54, 221-228). A long wait comes in
/// clusters, so that a few replications hold most of the largest values; without this, intervals for far quantiles hold
/// the truth too rarely.
fn unskewed(statistic: f64, skewness: f64, count: f64) -> f64 {
    let per_root = skewness / count.sqrt();
    let squared = statistic * statistic;
    statistic + per_root * (squared / 3.0 + 1.0 / 6.0) + per_root * per_root * squared * statistic / 27.0
}

fn below(sorted: &[f64], x: f64) -> f64 {
    sorted.partition_point(|value| *value <= x) as f64
}

/// The first place from `low` on where it holds, or `high`; it must hold from some place on.
fn first_place(mut low: usize, mut high: usize, holds: impl Fn(usize) -> bool) -> usize {
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    low
}
