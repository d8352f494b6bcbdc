//! Quantiles as means: one score for each unit, so that everything that works for means works for quantiles.

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::quantile::Sorted;

/// The values of one unit: one where every unit has one, more where rows are nested in units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitScore {
    /// Number of the unit, as given.
    pub unit: usize,
    /// The score: its mean over the units is the quantile.
    pub score: f64,
}

/// Scores whose mean over units is the quantile of all rows, and whose spread gives its error.
///
/// The score of a unit is the quantile plus the unit's part of the first-order error, `(p·rows − rows below) / (f·m)`,
/// with `m` rows per unit. The density `f` is read from the width of the interval of ranks (Deng, Knoblich and Lu
/// 2018, section 5), whose spread allows for rows that are nested in units. `rows` holds (unit, value) pairs; units
/// are numbered from 0 without gaps.
///
/// # Errors
/// `invalid_data` where there are fewer than two units, a unit has no row, values are not finite or so many are equal
/// that the quantile does not move.
pub fn quantile_scores(rows: &[(usize, f64)], units: usize, probability: f64) -> Result<Vec<UnitScore>> {
    check::level("the probability", probability)?;
    if units < 2 {
        return Err(invalid_data("a quantile needs at least two units in each arm"));
    }
    let sorted = Sorted::new(rows.iter().map(|row| row.1).collect())?;
    let quantile = sorted.quantile(probability)?;
    let mut counts = vec![(0_u64, 0_u64); units];
    for &(unit, value) in rows {
        let count = counts.get_mut(unit).ok_or_else(|| invalid_data("a row belongs to no unit"))?;
        count.0 += 1;
        count.1 += u64::from(value <= quantile);
    }
    if counts.iter().any(|count| count.0 == 0) {
        return Err(invalid_data("a unit has no row"));
    }
    let per_unit = rows.len() as f64 / units as f64;
    // Of each unit: how many rows fewer lie below than expected. Their mean is nearly 0.
    let residuals: Vec<f64> =
        counts.iter().map(|&(all, below)| probability * all as f64 - below as f64).collect();
    let spread: f64 = residuals.iter().map(|residual| residual * residual).sum::<f64>() / (units - 1) as f64;
    let share_error = libm::sqrt(spread / units as f64) / per_unit;
    let reach = StandardNormal.upper_quantile(0.025)? * share_error;
    let (low, high) = ((probability - reach).max(0.0), (probability + reach).min(1.0));
    let width = sorted.quantile(high)? - sorted.quantile(low)?;
    if !(width > 0.0 && high > low) {
        return Err(invalid_data(format!(
            "so many values are equal to `{quantile}` that the quantile does not move"
        ))
        .with_hint("analyse the share of units below a limit instead"));
    }
    // One over the density.
    let sparsity = width / (high - low);
    // Ties leave the residuals with a mean beside 0; the score's mean must be the quantile itself.
    let centre = residuals.iter().sum::<f64>() / units as f64;
    let score = |(unit, residual): (usize, &f64)| UnitScore {
        unit,
        score: quantile + (residual - centre) * sparsity / per_unit,
    };
    Ok(residuals.iter().enumerate().map(score).collect())
}
