//! Exact tests of two proportions that hold the arm sizes fixed and nothing else.

#![expect(
    clippy::indexing_slicing,
    reason = "tables of (control + 1) × (treatment + 1) cells, indexed by loops over both"
)]

use super::{Alternative, TwoByTwo, fisher_exact};
use crate::error::{Error, ErrorCode, Result};
use crate::stats::distribution::{Binomial, Discrete as _};
use crate::stats::hypothesis::Share;

/// Most tables that are gone through.
const TABLES: u64 = 250_000;

/// Points at which the nuisance proportion is first tried.
const GRID: usize = 256;

/// Barnard's exact test with the pooled z statistic (Barnard 1947; Suissa and Shuster 1985): the largest chance, over
/// all common proportions, of a table at least as far out. Returns the p-value.
///
/// # Errors
/// `limit_size` where the arms have more than 250,000 tables.
///
/// # Example
/// ```
/// use aura_core::stats::hypothesis::{Alternative, Share, TwoByTwo, barnard_exact};
/// let table = TwoByTwo { control: Share::new(0, 3)?, treatment: Share::new(3, 3)? };
/// // Only this table and its mirror are as far out: 2 · (1/2)⁶.
/// assert!((barnard_exact(table, Alternative::TwoSided)? - 1.0 / 32.0).abs() < 1e-12);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn barnard_exact(table: TwoByTwo, alternative: Alternative) -> Result<f64> {
    let seen = pooled_z(table);
    let slack = 1e-10 * seen.abs().max(1.0);
    largest_chance(table, |other| {
        let z = pooled_z(other);
        Ok(match alternative {
            Alternative::TwoSided => z.abs() >= seen.abs() - slack,
            Alternative::Greater => z >= seen - slack,
            Alternative::Less => z <= seen + slack,
        })
    })
}

/// Boschloo's exact test: as Barnard's, with Fisher's one-sided p-value as the statistic (Boschloo 1970); never weaker
/// than Fisher's test. Two-sided p-values are twice the smaller one-sided one. Returns the p-value.
///
/// # Errors
/// `limit_size` where the arms have more than 250,000 tables.
pub fn boschloo_exact(table: TwoByTwo, alternative: Alternative) -> Result<f64> {
    if alternative == Alternative::TwoSided {
        let greater = boschloo_exact(table, Alternative::Greater)?;
        let less = boschloo_exact(table, Alternative::Less)?;
        return Ok((2.0 * greater.min(less)).min(1.0));
    }
    let seen = fisher_exact(table, alternative)?;
    largest_chance(table, |other| Ok(fisher_exact(other, alternative)? <= seen * (1.0 + 1e-10)))
}

/// Difference over its standard error if both proportions were one; 0 where nothing varies.
fn pooled_z(table: TwoByTwo) -> f64 {
    let (control, treatment) = (table.control, table.treatment);
    let (first, second) = (control.count() as f64, treatment.count() as f64);
    let pooled = (control.successes() + treatment.successes()) as f64 / (first + second);
    let variance = pooled * (1.0 - pooled) * (1.0 / first + 1.0 / second);
    if variance == 0.0 { 0.0 } else { (treatment.value() - control.value()) / libm::sqrt(variance) }
}

fn largest_chance(table: TwoByTwo, is_extreme: impl Fn(TwoByTwo) -> Result<bool>) -> Result<f64> {
    let (first, second) = (table.control.count(), table.treatment.count());
    if (first + 1).saturating_mul(second + 1) > TABLES {
        let message = format!("an exact test of {first} and {second} units would take too long");
        return Err(Error::new(ErrorCode::LimitSize, message)
            .with_hint("use the z test, which is as good for arms of this size"));
    }
    let mut extreme: Vec<Vec<u64>> = Vec::new();
    for control in 0..=first {
        let mut row = Vec::new();
        for treatment in 0..=second {
            let other =
                TwoByTwo { control: Share::new(control, first)?, treatment: Share::new(treatment, second)? };
            if is_extreme(other)? {
                row.push(treatment);
            }
        }
        extreme.push(row);
    }
    let chance = |share: f64| -> f64 {
        let (Ok(control), Ok(treatment)) = (Binomial::new(first, share), Binomial::new(second, share)) else {
            return 0.0;
        };
        let chances: Vec<f64> = (0..=second).map(|count| treatment.probability(count)).collect();
        (0..=first)
            .map(|count| {
                let row: f64 = extreme[count as usize].iter().map(|&other| chances[other as usize]).sum();
                if row == 0.0 { 0.0 } else { row * control.probability(count) }
            })
            .sum()
    };
    Ok(maximum(chance).min(1.0))
}

/// The largest value on 0 … 1: a grid that is dense at the ends, then golden sections around its best points.
fn maximum(function: impl Fn(f64) -> f64) -> f64 {
    let at = |index: usize| {
        let sine = libm::sin(std::f64::consts::FRAC_PI_2 * index as f64 / GRID as f64);
        sine * sine
    };
    let values: Vec<f64> = (0..=GRID).map(|index| function(at(index))).collect();
    let mut best = values.iter().copied().fold(0.0, f64::max);
    let floor = 0.98 * best;
    for index in 1..GRID {
        let is_peak = values[index] >= values[index - 1] && values[index] >= values[index + 1];
        if is_peak && values[index] >= floor {
            best = best.max(golden(&function, at(index - 1), at(index + 1)));
        }
    }
    best
}

fn golden(function: &impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    const SECTION: f64 = 0.618_033_988_749_894_9;
    let (mut left, mut right) = (high - SECTION * (high - low), low + SECTION * (high - low));
    let (mut at_left, mut at_right) = (function(left), function(right));
    for _ in 0..40 {
        if at_left > at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - SECTION * (high - low);
            at_left = function(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + SECTION * (high - low);
            at_right = function(right);
        }
    }
    at_left.max(at_right)
}
