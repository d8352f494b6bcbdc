//! Synthetic control.

#![expect(clippy::indexing_slicing, reason = "series of one length and square matrices, checked before")]

use super::regression::dot;
use crate::error::Result;
use crate::limits::Limits;
use crate::stats::check::{self, invalid_data};
use crate::stats::hypothesis::Interval;

/// Most series to compare with: each is also fitted as a placebo.
const DONORS: u64 = 300;

/// One series against a weighted mean of others.
#[derive(Debug, Clone, PartialEq)]
pub struct SyntheticControl {
    /// Weight of each other series: not negative, together 1.
    pub weights: Vec<f64>,
    /// The weighted mean, for each period.
    pub expected: Vec<f64>,
    /// Mean difference after the change.
    pub effect: f64,
    /// Root of the mean squared difference before the change: how well the weights fit.
    pub fit_before: f64,
    /// The same after the change, over that before it.
    pub ratio: f64,
    /// The ratio of every other series, fitted as if it had been changed.
    pub placebo_ratios: Vec<f64>,
    /// Share of all series, the changed one included, whose ratio is at least as large.
    pub p_value: f64,
    /// Constant effects that placebos do not rule out. Open where there are too few series for this confidence; nothing
    /// where no constant effect fits.
    pub interval: Option<Interval>,
}

/// Compares a series with the mean of others whose weights fit it best before `start` (Abadie, Diamond and Hainmueller
/// 2010, with every earlier period as a predictor of equal weight).
///
/// Chance is judged by placebos: each other series is fitted by the rest as if it had been changed. The interval inverts
/// that test for constant effects (Firpo and Possebom 2018): with the differences `g` after the change, an effect `c` stays
/// where `mean((g − c)²)` is at most the squared ratio of the placebo that the level leaves. Assumes that the others are
/// not touched by the change, and that what fits before would have fitted after.
///
/// # Errors
/// `invalid_data` for fewer than two other series, fewer than two periods before the change or none after it, or series
/// that differ in length.
///
/// # Example
/// ```
/// use aura_core::stats::observational::synthetic_control;
/// let wave = |shift: f64| (0..12).map(|time| shift + f64::from(time * time % 7)).collect::<Vec<f64>>();
/// let others: Vec<Vec<f64>> = (0..20).map(|one| wave(f64::from(one * one % 11))).collect();
/// let mut changed = wave(4.5);
/// changed.iter_mut().skip(8).for_each(|value| *value += 3.0);
/// let found = synthetic_control(&changed, &others, 8, 0.9)?;
/// assert!((found.effect - 3.0).abs() < 1e-6 && (found.weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn synthetic_control(
    changed: &[f64],
    others: &[Vec<f64>],
    start: usize,
    confidence: f64,
) -> Result<SyntheticControl> {
    check::level("the confidence", confidence)?;
    Limits::check_count("series", others.len(), DONORS)?;
    if others.len() < 2 {
        return Err(invalid_data("a comparison with others needs at least two of them"));
    }
    if start < 2 || start >= changed.len() {
        let after = changed.len().saturating_sub(start);
        let message = format!("there are {start} periods before the change and {after} after it");
        return Err(invalid_data(message).with_hint("at least 2 before it and 1 after it are needed"));
    }
    if others.iter().any(|other| other.len() != changed.len()) {
        return Err(invalid_data("the series differ in length"));
    }
    for value in others.iter().flatten().chain(changed) {
        check::finite("a value of a series", *value)?;
    }
    let all: Vec<&[f64]> = others.iter().map(Vec::as_slice).collect();
    let (weights, expected) = fit(changed, &all, start)?;
    let gaps: Vec<f64> = changed.iter().zip(&expected).map(|(value, mean)| value - mean).collect();
    let scale = all.iter().flat_map(|other| other.iter()).fold(0.0_f64, |most, value| most.max(value.abs()));
    // A fit without any difference would make every ratio endless.
    let floor = scale.max(f64::MIN_POSITIVE) * 1e-9;
    let own = ratio(&gaps, start, floor);
    let mut placebo_ratios = Vec::with_capacity(others.len());
    for (place, other) in all.iter().enumerate() {
        let rest: Vec<&[f64]> =
            all.iter().enumerate().filter(|(index, _)| *index != place).map(|(_, series)| *series).collect();
        let (_, mean) = fit(other, &rest, start)?;
        let gaps: Vec<f64> = other.iter().zip(&mean).map(|(value, mean)| value - mean).collect();
        placebo_ratios.push(ratio(&gaps, start, floor));
    }
    let above = placebo_ratios.iter().filter(|other| **other >= own).count();
    let after: &[f64] = &gaps[start..];
    let fit_before = root_mean_square(&gaps[..start]);
    Ok(SyntheticControl {
        effect: after.iter().sum::<f64>() / after.len() as f64,
        fit_before,
        ratio: own,
        p_value: (above + 1) as f64 / (others.len() + 1) as f64,
        interval: constant_effects(after, fit_before.max(floor), &placebo_ratios, confidence),
        weights,
        expected,
        placebo_ratios,
    })
}

/// The effects `c` for which more than `α` of all series have a ratio at least as large as that of the changed one.
fn constant_effects(after: &[f64], before: f64, placebos: &[f64], confidence: f64) -> Option<Interval> {
    let all = (placebos.len() + 1) as f64;
    let rank = libm::floor((1.0 - confidence) * all + 1e-9) as usize;
    let mut sorted = placebos.to_vec();
    sorted.sort_by(|one, two| two.total_cmp(one));
    let Some(limit) = rank.checked_sub(1).and_then(|place| sorted.get(place)) else {
        return Some(Interval { lower: f64::NEG_INFINITY, upper: f64::INFINITY });
    };
    let mean = after.iter().sum::<f64>() / after.len() as f64;
    let spread = after.iter().map(|gap| (gap - mean) * (gap - mean)).sum::<f64>() / after.len() as f64;
    let room = limit * before * limit * before - spread;
    (room >= 0.0).then(|| Interval { lower: mean - libm::sqrt(room), upper: mean + libm::sqrt(room) })
}

fn ratio(gaps: &[f64], start: usize, floor: f64) -> f64 {
    root_mean_square(&gaps[start..]) / root_mean_square(&gaps[..start]).max(floor)
}

fn root_mean_square(values: &[f64]) -> f64 {
    libm::sqrt(values.iter().map(|value| value * value).sum::<f64>() / values.len().max(1) as f64)
}

fn fit(target: &[f64], others: &[&[f64]], start: usize) -> Result<(Vec<f64>, Vec<f64>)> {
    let columns: Vec<Vec<f64>> = others
        .iter()
        .map(|other| other.iter().zip(target).take(start).map(|(one, two)| one - two).collect())
        .collect();
    let weights = simplex_weights(&columns)?;
    let expected = (0..target.len())
        .map(|time| weights.iter().zip(others).map(|(weight, other)| weight * other[time]).sum())
        .collect();
    Ok((weights, expected))
}

/// Weights, none negative and together 1, whose mean of the points lies nearest to the origin: the exact method of Wolfe
/// (1976, Finding the nearest point in a polytope). A share of 1e-10 is added to the squares, so that the answer is
/// one even where several would fit equally well.
///
/// # Errors
/// `invalid_data` where there are no points; `internal` where the method does not end, which rounding cannot cause.
pub fn simplex_weights(points: &[Vec<f64>]) -> Result<Vec<f64>> {
    let count = points.len();
    let squares: Vec<f64> = points.iter().map(|point| dot(point, point)).collect();
    let Some(first) = (0..count).min_by(|one, two| squares[*one].total_cmp(&squares[*two])) else {
        return Err(invalid_data("there is nothing to weigh"));
    };
    let scale = squares.iter().fold(0.0_f64, |most, square| most.max(*square)).max(f64::MIN_POSITIVE);
    let ridge = scale * 1e-10;
    let row = |one: usize| -> Vec<f64> {
        let bump = |two: usize| if one == two { ridge } else { 0.0 };
        (0..count).map(|two| dot(&points[one], &points[two]) + bump(two)).collect()
    };
    let products: Vec<Vec<f64>> = (0..count).map(row).collect();
    let product = |one: usize, two: usize| products[one][two];
    let (mut corral, mut weights) = (vec![first], vec![1.0]);
    for _ in 0..20 * (count + 10) {
        let slopes: Vec<f64> = (0..count)
            .map(|one| corral.iter().zip(&weights).map(|(two, weight)| weight * product(one, *two)).sum())
            .collect();
        let own: f64 = corral.iter().zip(&weights).map(|(place, weight)| weight * slopes[*place]).sum();
        let outside = (0..count).filter(|place| !corral.contains(place));
        let next = outside.min_by(|one, two| slopes[*one].total_cmp(&slopes[*two]));
        let Some(next) = next.filter(|place| slopes[*place] < own - scale * 1e-13) else {
            let mut all = vec![0.0; count];
            corral.iter().zip(&weights).for_each(|(place, weight)| all[*place] = *weight);
            return Ok(all);
        };
        corral.push(next);
        weights.push(0.0);
        settle(&mut corral, &mut weights, &product);
    }
    Err(crate::Error::new(crate::ErrorCode::Internal, "the weights of the comparison could not be found"))
}

/// Moves to the nearest point of the plane through the corral, leaving out points whose weight would be negative.
fn settle(corral: &mut Vec<usize>, weights: &mut Vec<f64>, product: &impl Fn(usize, usize) -> f64) {
    while corral.len() > 1 {
        let wanted = plane_weights(corral, product);
        if wanted.iter().all(|weight| *weight > 0.0) {
            *weights = wanted;
            return;
        }
        let mut step = 1.0_f64;
        for (weight, wish) in weights.iter().zip(&wanted) {
            if *wish <= 0.0 && weight > wish {
                step = step.min(weight / (weight - wish));
            }
        }
        let mut least = 0;
        for (place, wish) in wanted.iter().enumerate() {
            weights[place] += step * (wish - weights[place]);
            if weights[place] < weights[least] {
                least = place;
            }
        }
        corral.remove(least);
        weights.remove(least);
        let total: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight = weight.max(0.0) / total);
    }
    *weights = vec![1.0; corral.len()];
}

/// Solves `Q u = 1` by Cholesky's method and scales the answer to a sum of 1.
fn plane_weights(corral: &[usize], product: &impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let size = corral.len();
    let mut lower = vec![vec![0.0; size]; size];
    for row in 0..size {
        for column in 0..=row {
            let known: f64 = (0..column).map(|inner| lower[row][inner] * lower[column][inner]).sum();
            let rest = product(corral[row], corral[column]) - known;
            lower[row][column] = if row == column {
                libm::sqrt(rest.max(f64::MIN_POSITIVE))
            } else {
                rest / lower[column][column]
            };
        }
    }
    let mut answer = vec![1.0; size];
    for row in 0..size {
        let known: f64 = (0..row).map(|inner| lower[row][inner] * answer[inner]).sum();
        answer[row] = (answer[row] - known) / lower[row][row];
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|inner| lower[inner][row] * answer[inner]).sum();
        answer[row] = (answer[row] - known) / lower[row][row];
    }
    let total: f64 = answer.iter().sum();
    answer.iter().map(|weight| weight / total).collect()
}
