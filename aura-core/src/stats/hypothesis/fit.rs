//! Goodness of fit: do counts fall as they were meant to? The sample-ratio check is this test.

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{ChiSquare, Continuous as _};
use crate::stats::special::sum;

/// The result of a chi-square test of fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// Pearson's chi-square statistic.
    pub statistic: f64,
    /// Cells of positive weight, less one.
    pub degrees_of_freedom: f64,
    /// Probability of a statistic at least this large if the weights were right. Accurate however small.
    pub p_value: f64,
}

/// Pearson's chi-square test of observed counts against weights (Pearson 1900).
///
/// Weights need not sum to 1. A cell of weight 0 is not a cell: it does not count for the degrees of freedom.
///
/// # Errors
/// `invalid_data` where the lists differ in length, fewer than two cells have weight, nothing was observed, or
/// something was observed in a cell of weight 0; `invalid_number` for a weight out of range.
///
/// # Example
/// ```
/// use aura_core::stats::hypothesis::goodness_of_fit;
/// let fit = goodness_of_fit(&[4850, 5150], &[0.5, 0.5])?;
/// assert_eq!(fit.statistic, 9.0);
/// assert!((fit.p_value - 0.002_699_796).abs() < 1e-9);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn goodness_of_fit(observed: &[u64], weights: &[f64]) -> Result<Fit> {
    if observed.len() != weights.len() {
        let (counts, shares) = (observed.len(), weights.len());
        return Err(invalid_data(format!("{counts} counts cannot be compared with {shares} weights")));
    }
    let mut cells = Vec::with_capacity(observed.len());
    for (&count, &weight) in observed.iter().zip(weights) {
        check::not_negative("a weight", weight)?;
        if weight > 0.0 {
            cells.push((count as f64, weight));
        } else if count > 0 {
            return Err(invalid_data(format!("{count} units were counted where the weight is 0"))
                .with_hint("no unit should have landed there; check the assignment"));
        }
    }
    if cells.len() < 2 {
        return Err(invalid_data("a test of fit needs at least two cells with a weight above 0"));
    }
    let total = sum(cells.iter().map(|&(count, _)| count));
    let weight_total = check::finite("the sum of the weights", sum(cells.iter().map(|&(_, weight)| weight)))?;
    if total == 0.0 {
        return Err(invalid_data("nothing has been counted yet"));
    }
    let statistic = sum(cells.iter().map(|&(count, weight)| {
        let expected = total * (weight / weight_total);
        (count - expected) * (count - expected) / expected
    }));
    let degrees_of_freedom = cells.len() as f64 - 1.0;
    let statistic = check::finite("the chi-square statistic", statistic)?;
    let p_value = ChiSquare::new(degrees_of_freedom)?.survival(statistic);
    Ok(Fit { statistic, degrees_of_freedom, p_value })
}
