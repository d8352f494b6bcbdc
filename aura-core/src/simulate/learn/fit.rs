//! Which of the available distributions fits best, and how well.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::quantity::{Distribution, MeanAndDeviation, ShapeAndScale, UniformRange, WeightedValues};
use crate::stats::distribution::{Continuous, Gamma, Normal};

/// Values that stand for a sample that no named distribution fits.
const MOST_VALUES: usize = 200;
/// Fewer observations than this say too little about a shape; the values themselves are kept.
const FEWEST: usize = 10;
/// The 5 % point of the distribution of Kolmogorov and Smirnov, times the root of the size (Stephens 1974, JASA 69).
/// Parameters are estimated from the same sample, so the true level is below 5 %: what is refused, fits badly.
const CRITICAL: f64 = 1.358;

/// A distribution and how well it fits a sample.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fitted {
    /// The distribution, in the unit of the sample.
    pub distribution: Distribution,
    /// Its name, for example `lognormal`.
    pub kind: String,
    /// The largest distance between the shares below any value, in the sample and in the distribution: the statistic of
    /// Kolmogorov and Smirnov, from 0 to 1.
    pub distance: f64,
    /// How many observations there are.
    pub observations: u64,
}

impl Fitted {
    pub(super) fn of(distribution: Distribution, distance: f64, observations: usize) -> Self {
        let kind = match &distribution {
            Distribution::Fixed(_) => "fixed",
            Distribution::Uniform(_) => "uniform",
            Distribution::Normal(_) => "normal",
            Distribution::Lognormal(_) => "lognormal",
            Distribution::Exponential(_) => "exponential",
            Distribution::Gamma(_) => "gamma",
            Distribution::Weibull(_) => "weibull",
            _ => "empirical",
        };
        Fitted { distribution, kind: kind.to_owned(), distance, observations: observations as u64 }
    }
}

/// Fits each available distribution to a sample of amounts and takes the nearest one.
///
/// Where even that one is refused at the 5 % level of Kolmogorov and Smirnov, or the sample has fewer than 10 values,
/// the values themselves are kept: all of them up to 200, and 200 of equal share beyond. An empty sample is fixed at 0.
///
/// # Example
/// ```
/// use aura_core::simulate::learn::fit_distribution;
/// let sample: Vec<f64> = (1..=400).map(|place| -100.0 * (1.0 - (f64::from(place) - 0.5) / 400.0).ln()).collect();
/// let fitted = fit_distribution(&sample);
/// assert!(fitted.distance < 0.02, "{fitted:?}");
/// assert!((fitted.distribution.mean() - 100.0).abs() < 1.0);
/// ```
pub fn fit_distribution(sample: &[f64]) -> Fitted {
    let mut sorted: Vec<f64> =
        sample.iter().copied().filter(|value| value.is_finite() && *value >= 0.0).collect();
    sorted.sort_by(f64::total_cmp);
    let count = sorted.len();
    let (Some(&low), Some(&high)) = (sorted.first(), sorted.last()) else {
        return Fitted::of(Distribution::fixed(0.0), 0.0, 0);
    };
    if low == high {
        return Fitted::of(Distribution::fixed(low), 0.0, count);
    }
    let mut best: Option<Fitted> = None;
    if count >= FEWEST {
        for candidate in candidates(&sorted) {
            let distance = distance(&sorted, |x| below(&candidate, x));
            if candidate.check().is_ok() && best.as_ref().is_none_or(|best| distance < best.distance) {
                best = Some(Fitted::of(candidate, distance, count));
            }
        }
    }
    let worst = CRITICAL / (count as f64).sqrt();
    match best.filter(|best| best.distance <= worst) {
        Some(best) => best,
        None => {
            let list = listed(&sorted);
            let distance = distance(&sorted, |x| below(&list, x)) - 1.0 / count.min(MOST_VALUES) as f64;
            Fitted::of(list, distance.max(0.0), count)
        }
    }
}

/// Every named distribution with the parameters that the sample gives it.
fn candidates(sorted: &[f64]) -> Vec<Distribution> {
    let count = sorted.len() as f64;
    let mean = sorted.iter().sum::<f64>() / count;
    let variance = sorted.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0);
    let standard_deviation = libm::sqrt(variance);
    let (low, high) = (sorted.first().copied().unwrap_or(0.0), sorted.last().copied().unwrap_or(0.0));
    let mut list = vec![
        Distribution::exponential(mean),
        Distribution::Uniform(UniformRange { low, high }),
        Distribution::Normal(MeanAndDeviation { mean, standard_deviation }),
        Distribution::Gamma(MeanAndDeviation { mean, standard_deviation }),
    ];
    if low > 0.0 {
        let logs: Vec<f64> = sorted.iter().map(|value| libm::log(*value)).collect();
        let location = logs.iter().sum::<f64>() / count;
        let spread = logs.iter().map(|log| (log - location) * (log - location)).sum::<f64>() / count;
        let own_mean = libm::exp(location + spread / 2.0);
        list.push(Distribution::lognormal(own_mean, own_mean * libm::sqrt(libm::expm1(spread))));
        list.extend(gamma(mean, location));
        list.extend(weibull(sorted, &logs, location));
    }
    list
}

/// Gamma of the largest likelihood, by the approximation of Minka (2002, "Estimating a Gamma distribution").
fn gamma(mean: f64, mean_log: f64) -> Option<Distribution> {
    let gap = libm::log(mean) - mean_log;
    if gap <= 0.0 {
        return None;
    }
    let shape = (3.0 - gap + libm::sqrt((gap - 3.0) * (gap - 3.0) + 24.0 * gap)) / (12.0 * gap);
    let standard_deviation = mean / libm::sqrt(shape);
    Some(Distribution::Gamma(MeanAndDeviation { mean, standard_deviation }))
}

/// Weibull of the largest likelihood: the equation for the shape (Cohen 1965) solved by halving.
fn weibull(sorted: &[f64], logs: &[f64], mean_log: f64) -> Option<Distribution> {
    let highest = logs.last()?;
    // Powers are taken relative to the largest value, so that none is too large to hold.
    let sums = |shape: f64| {
        let weights = logs.iter().map(|log| libm::exp(shape * (log - highest)));
        let pairs = weights.zip(logs).fold((0.0, 0.0), |sum, (w, log)| (sum.0 + w, sum.1 + w * log));
        (pairs.0, pairs.1)
    };
    let equation = |shape: f64| {
        let (all, with_logs) = sums(shape);
        with_logs / all - mean_log - 1.0 / shape
    };
    let (mut low, mut high) = (1e-3, 1e3);
    if equation(low) > 0.0 || equation(high) < 0.0 {
        return None;
    }
    for _ in 0..80 {
        let middle = libm::sqrt(low * high);
        if equation(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    let shape = libm::sqrt(low * high);
    let average = sums(shape).0 / sorted.len() as f64;
    let scale = libm::exp(highest + libm::log(average) / shape);
    Some(Distribution::Weibull(ShapeAndScale { shape, scale }))
}

/// The share of a distribution at or below a value.
fn below(distribution: &Distribution, x: f64) -> f64 {
    let normal =
        |mean: f64, deviation: f64, x: f64| Normal::new(mean, deviation).map_or(0.0, |one| one.cdf(x));
    match distribution {
        Distribution::Fixed(fixed) => f64::from(x >= fixed.value),
        Distribution::Uniform(range) => ((x - range.low) / (range.high - range.low)).clamp(0.0, 1.0),
        Distribution::Exponential(only) => -libm::expm1(-x / only.mean),
        Distribution::Normal(both) => {
            // Cut off below zero, as it is drawn.
            let cut = normal(both.mean, both.standard_deviation, 0.0);
            ((normal(both.mean, both.standard_deviation, x) - cut) / (1.0 - cut)).clamp(0.0, 1.0)
        }
        Distribution::Gamma(both) => {
            let ratio = both.mean / both.standard_deviation;
            Gamma::new(ratio * ratio, both.standard_deviation / ratio).map_or(0.0, |gamma| gamma.cdf(x))
        }
        Distribution::Lognormal(both) if x > 0.0 => {
            let ratio = both.standard_deviation / both.mean;
            let spread = libm::log1p(ratio * ratio);
            normal(libm::log(both.mean) - spread / 2.0, libm::sqrt(spread), libm::log(x))
        }
        Distribution::Weibull(both) if x > 0.0 => {
            -libm::expm1(-libm::exp(both.shape * libm::log(x / both.scale)))
        }
        Distribution::Empirical(list) => {
            let total: f64 = list.weights.iter().sum();
            let pairs = list.values.iter().zip(&list.weights);
            pairs.filter(|(value, _)| **value <= x).map(|(_, weight)| weight).sum::<f64>() / total
        }
        _ => 0.0,
    }
}

/// The statistic of Kolmogorov and Smirnov of a sorted sample; values that stand several times count as one step.
fn distance(sorted: &[f64], below: impl Fn(f64) -> f64) -> f64 {
    let count = sorted.len() as f64;
    let mut worst = 0.0_f64;
    let mut before = 0.0;
    let mut values = sorted.iter().zip(1_u64..).peekable();
    while let Some((value, place)) = values.next() {
        if values.peek().is_some_and(|(next, _)| *next == value) {
            continue;
        }
        let after = place as f64 / count;
        let share = below(*value);
        worst = worst.max((share - before).abs()).max((after - share).abs());
        before = after;
    }
    worst
}

/// The values themselves, or the means of slices of equal share.
fn listed(sorted: &[f64]) -> Distribution {
    let slices = sorted.len().min(MOST_VALUES);
    let edge = |slice: usize| slice * sorted.len() / slices;
    let values: Vec<f64> = (0..slices)
        .filter_map(|slice| sorted.get(edge(slice)..edge(slice + 1)))
        .filter(|part| !part.is_empty())
        .map(|part| part.iter().sum::<f64>() / part.len() as f64)
        .collect();
    let weights = vec![1.0; values.len()];
    Distribution::Empirical(WeightedValues { values, weights })
}
