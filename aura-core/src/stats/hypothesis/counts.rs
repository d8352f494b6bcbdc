//! Exact tests of two by two tables.

use super::{Alternative, Share};
use crate::error::{Error, ErrorCode, Result};
use crate::stats::distribution::{ChiSquare, Continuous as _};
use crate::stats::special::sum;

/// Largest arm that an exact test goes through outcome by outcome.
const LARGEST_ARM: u64 = 1_000_000;

/// Successes and failures of two arms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TwoByTwo {
    /// The arm that is compared against.
    pub control: Share,
    /// The arm that is tried.
    pub treatment: Share,
}

/// Fisher's exact test: are successes independent of the arm, given how many there are in all (Fisher 1935).
///
/// Two-sided p-values add all tables that are no more likely than the one seen. `Greater` means more successes in
/// the treatment. Returns the p-value.
///
/// # Errors
/// `limit_size` where an arm has more than a million units: use a z test there.
///
/// # Example
/// ```
/// use aura_core::stats::hypothesis::{Alternative, Share, TwoByTwo, fisher_exact};
/// let table = TwoByTwo { control: Share::new(3, 4)?, treatment: Share::new(1, 4)? };
/// assert!((fisher_exact(table, Alternative::TwoSided)? - 34.0 / 70.0).abs() < 1e-14);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn fisher_exact(table: TwoByTwo, alternative: Alternative) -> Result<f64> {
    let (control, treatment) = (table.control.count(), table.treatment.count());
    let largest = control.max(treatment);
    if largest > LARGEST_ARM {
        return Err(Error::new(
            ErrorCode::LimitSize,
            format!("an exact test of {largest} units would take too long"),
        )
        .with_hint("use the z test, which is as good for arms of this size"));
    }
    let weights = weights(treatment, control, table.control.successes() + table.treatment.successes());
    let seen = table.treatment.successes();
    let seen_weight = weights.iter().find(|&&(count, _)| count == seen).map_or(0.0, |&(_, weight)| weight);
    let counts = |count: u64, weight: f64| match alternative {
        // Equally likely tables may differ by rounding.
        Alternative::TwoSided => weight <= seen_weight * (1.0 + 1e-7),
        Alternative::Greater => count >= seen,
        Alternative::Less => count <= seen,
    };
    let total = sum(weights.iter().map(|&(_, weight)| weight));
    let extreme =
        sum(weights.iter().filter(|&&(count, weight)| counts(count, weight)).map(|&(_, weight)| weight));
    Ok((extreme / total).min(1.0))
}

/// The likelihood-ratio test of independence, two-sided (Wilks 1938): `2·Σ seen·ln(seen/expected)` against chi-square.
/// Returns the p-value.
///
/// # Errors
/// `invalid_data` where there is no success or no failure at all, so that nothing varies.
pub fn likelihood_ratio(table: TwoByTwo) -> Result<f64> {
    let arms = [table.control, table.treatment];
    let total = sum(arms.iter().map(|arm| arm.count() as f64));
    let successes = sum(arms.iter().map(|arm| arm.successes() as f64));
    if successes == 0.0 || successes == total {
        return Err(Error::new(
            ErrorCode::InvalidData,
            "all units are alike, so nothing can be said about chance",
        ));
    }
    let part = |seen: f64, expected: f64| if seen == 0.0 { 0.0 } else { seen * libm::log(seen / expected) };
    let statistic = sum(arms.iter().flat_map(|arm| {
        let (count, yes) = (arm.count() as f64, arm.successes() as f64);
        [part(yes, count * successes / total), part(count - yes, count * (total - successes) / total)]
    }));
    Ok(ChiSquare::new(1.0)?.survival((2.0 * statistic).max(0.0)))
}

/// How likely each number of treatment successes is, given their number in both arms, relative to the most likely
/// one. Neighbours follow from each other by a ratio of four counts, so nothing cancels.
fn weights(treatment: u64, control: u64, successes: u64) -> Vec<(u64, f64)> {
    let first = successes.saturating_sub(control);
    let last = successes.min(treatment);
    let share = (successes as f64 + 1.0) * (treatment as f64 + 1.0) / ((treatment + control) as f64 + 2.0);
    let mode = (share as u64).clamp(first, last);
    let step = |count: u64| {
        // From `count` successes to `count + 1`.
        (treatment - count) as f64 / (count + 1) as f64 * (successes - count) as f64
            / (control + count + 1 - successes) as f64
    };
    let mut weights = vec![(mode, 1.0)];
    let mut weight = 1.0;
    for count in mode..last {
        weight *= step(count);
        weights.push((count + 1, weight));
    }
    weight = 1.0;
    for count in (first..mode).rev() {
        weight /= step(count);
        weights.push((count, weight));
    }
    weights
}
