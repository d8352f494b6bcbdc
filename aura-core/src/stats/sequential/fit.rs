//! The sample-ratio check under continuous monitoring.

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::special::{log_gamma, sum};

/// The result of a sequential test of fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SequentialFit {
    /// Logarithm of the Bayes factor against the stated weights.
    pub log_bayes_factor: f64,
    /// Always-valid p-value at this look; keep the smallest over all looks.
    pub p_value: f64,
}

/// Tests counts against weights at every look (Lindon and Malek 2022: multinomial counts, Dirichlet mixture).
///
/// `concentration` says how near to the weights the alternative is expected: 100 is a usual choice, larger values
/// find small mismatches sooner in large samples. Cells of weight 0 are skipped.
///
/// # Errors
/// `invalid_data` where the lists differ in length, fewer than two cells have weight, or units fell into a cell of
/// weight 0; `invalid_number` for a weight or concentration out of range.
pub fn sequential_fit(observed: &[u64], weights: &[f64], concentration: f64) -> Result<SequentialFit> {
    check::positive("the concentration", concentration)?;
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
            return Err(invalid_data(format!("{count} units were counted where the weight is 0")));
        }
    }
    if cells.len() < 2 {
        return Err(invalid_data("a test of fit needs at least two cells with a weight above 0"));
    }
    let weight_total = sum(cells.iter().map(|&(_, weight)| weight));
    let total = sum(cells.iter().map(|&(count, _)| count));
    let mut terms = vec![log_gamma(concentration) - log_gamma(concentration + total)];
    for (count, weight) in cells {
        let share = weight / weight_total;
        let prior = concentration * share;
        terms.push(log_gamma(prior + count) - log_gamma(prior));
        terms.push(-count * libm::log(share));
    }
    let log_bayes_factor = check::finite("the Bayes factor", sum(terms))?;
    Ok(SequentialFit { log_bayes_factor, p_value: libm::exp(-log_bayes_factor).min(1.0) })
}
