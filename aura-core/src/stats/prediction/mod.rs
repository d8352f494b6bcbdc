//! Predictions of an outcome from what was known before, each unit's from other units (CUPAC).
//!
//! In come units with their outcome and what was known of them; out comes one number for each unit, to be used as a
//! covariate. The prediction is a linear one plus small trees that mend what it leaves. Never here: the effect of an arm.

mod trees;

use self::trees::Forest;
use crate::error::Result;
use crate::limits::Limits;
use crate::stats::analysis::linear::{solve, zeros};
use crate::stats::check::invalid_data;

/// Parts into which units are dealt; the prediction of each part is learned from the others.
const FOLDS: u64 = 5;

/// Most units that one prediction is learned from.
const LEARNED_FROM: usize = 20_000;

/// Most columns that a prediction is learned from.
pub const MOST_COLUMNS: u64 = 32;

/// One unit.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownUnit {
    /// Names the unit: it decides in which part the unit is, and nothing else.
    pub key: u64,
    /// The arm. Levels of arms are taken away before anything is learned, so that no effect is.
    pub group: usize,
    /// The outcome above the line.
    pub above: f64,
    /// The outcome below the line; 1 for a mean.
    pub below: f64,
    /// What was known before.
    pub known: Vec<f64>,
}

/// Predicts the outcome of every unit from units of the other parts.
///
/// A prediction that was learned without the unit is, given what it was learned from, a function of what was known before;
/// an adjustment by it keeps its error and its interval (CUPAC: Tang, Huang, Kastelman and Bauman 2020; with cross-fitting
/// and any learner: Guo, Coey, Konutgan, Li, Schoener and Goldman 2021, MLRATE). Of a ratio the first-order part
/// `above − R·below` is predicted, with the ratio `R` of the unit's arm in the other parts. Units are dealt into five parts
/// by a hash of their key; at most 20,000 units (first by that hash) teach one prediction. The learner is least squares,
/// followed by boosted regression trees on what that leaves (Friedman 2001). The order of the units does not matter.
///
/// # Errors
/// `invalid_data` where units know different numbers of things or a number is not finite; `limit_size` for more than 32
/// things known.
///
/// # Example
/// ```
/// use aura_core::stats::prediction::{KnownUnit, cross_fitted_predictions};
/// let unit = |number: u64| {
///     let known = (number % 7) as f64;
///     KnownUnit { key: number, group: 0, above: known * known, below: 1.0, known: vec![known] }
/// };
/// let units: Vec<KnownUnit> = (0..500).map(unit).collect();
/// let predicted = cross_fitted_predictions(&units)?;
/// assert!(predicted[6] - predicted[0] > 30.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn cross_fitted_predictions(units: &[KnownUnit]) -> Result<Vec<f64>> {
    let width = units.first().map_or(0, |unit| unit.known.len());
    Limits::check_count("columns to learn from", width, MOST_COLUMNS)?;
    for unit in units {
        if unit.known.len() != width {
            return Err(invalid_data("units must know the same number of things before"));
        }
        if unit.known.iter().chain([&unit.above, &unit.below]).any(|value| !value.is_finite()) {
            return Err(invalid_data("a value to learn from is not a finite number"));
        }
    }
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by(|one, two| match (units.get(*one), units.get(*two)) {
        (Some(one), Some(two)) => compare(one, two),
        _ => std::cmp::Ordering::Equal,
    });
    let mut predicted = vec![0.0; units.len()];
    for fold in 0..FOLDS {
        let others = order.iter().filter_map(|place| units.get(*place)).filter(|unit| part(unit.key) != fold);
        let others: Vec<&KnownUnit> = others.take(LEARNED_FROM).collect();
        let model = Model::learn(&others, width);
        for (unit, slot) in units.iter().zip(&mut predicted).filter(|(unit, _)| part(unit.key) == fold) {
            *slot = model.predict(&unit.known);
        }
    }
    Ok(predicted)
}

/// The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the answer depends on every bit of the key.
fn mixed(key: u64) -> u64 {
    let mut state = key.wrapping_add(0x9e37_79b9_7f4a_7c15);
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

fn part(key: u64) -> u64 {
    mixed(key) % FOLDS
}

/// An order that depends on nothing but the units.
fn compare(one: &KnownUnit, two: &KnownUnit) -> std::cmp::Ordering {
    let values = |unit: &KnownUnit| {
        let mut values = vec![unit.above, unit.below];
        values.extend(&unit.known);
        values
    };
    mixed(one.key).cmp(&mixed(two.key)).then(one.group.cmp(&two.group)).then_with(|| {
        let pairs = values(one).into_iter().zip(values(two));
        pairs.map(|(one, two)| one.total_cmp(&two)).fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    })
}

/// What was learned.
struct Model {
    middles: Vec<f64>,
    slopes: Vec<f64>,
    forest: Forest,
}

impl Model {
    fn learn(units: &[&KnownUnit], width: usize) -> Self {
        let targets = targets(units);
        let count = units.len().max(1) as f64;
        let at = |unit: &KnownUnit, column: usize| unit.known.get(column).copied().unwrap_or(0.0);
        let middles: Vec<f64> =
            (0..width).map(|column| units.iter().map(|unit| at(unit, column)).sum::<f64>() / count).collect();
        let away = |unit: &KnownUnit, column: usize| at(unit, column) - middles.get(column).unwrap_or(&0.0);
        let (mut matrix, mut right) = (zeros(width), vec![0.0; width]);
        for (unit, target) in units.iter().zip(&targets) {
            for (first, (row, side)) in matrix.iter_mut().zip(&mut right).enumerate() {
                let own = away(unit, first);
                *side += own * target;
                row.iter_mut().enumerate().for_each(|(second, cell)| *cell += own * away(unit, second));
            }
        }
        let slopes = solve(matrix, right);
        let slopes = if slopes.iter().all(|slope| slope.is_finite()) { slopes } else { vec![0.0; width] };
        let mut model = Model { middles, slopes, forest: Forest::default() };
        let left: Vec<f64> =
            units.iter().zip(&targets).map(|(unit, target)| target - model.line(&unit.known)).collect();
        let rows: Vec<&[f64]> = units.iter().map(|unit| unit.known.as_slice()).collect();
        model.forest = Forest::grow(&rows, left, width);
        model
    }

    fn line(&self, known: &[f64]) -> f64 {
        let terms = known.iter().zip(&self.middles).zip(&self.slopes);
        terms.map(|((value, middle), slope)| (value - middle) * slope).sum()
    }

    fn predict(&self, known: &[f64]) -> f64 {
        let value = self.line(known) + self.forest.predict(known);
        // Only numbers near the largest there are can overflow here; they teach nothing.
        if value.is_finite() { value } else { 0.0 }
    }
}

/// What is to be predicted: the outcome without the level of its arm.
fn targets(units: &[&KnownUnit]) -> Vec<f64> {
    let groups = units.iter().map(|unit| unit.group + 1).max().unwrap_or(0);
    let mut sums = vec![(0.0, 0.0); groups];
    for unit in units {
        if let Some((above, below)) = sums.get_mut(unit.group) {
            *above += unit.above;
            *below += unit.below;
        }
    }
    let level = |group: usize| match sums.get(group) {
        Some((above, below)) if *below != 0.0 => above / below,
        _ => 0.0,
    };
    units.iter().map(|unit| unit.above - level(unit.group) * unit.below).collect()
}

#[cfg(test)]
mod tests;
