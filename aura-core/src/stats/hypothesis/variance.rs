//! One-way analysis of variance.

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Continuous as _, Fisher};
use crate::stats::special::sum;
use crate::stats::summary::{Moments, Wide};

/// The result of a one-way analysis of variance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VarianceAnalysis {
    /// Groups less one.
    pub between_degrees_of_freedom: f64,
    /// Values less groups.
    pub within_degrees_of_freedom: f64,
    /// Sum of squares between the groups.
    pub between_squares: f64,
    /// Sum of squares within the groups.
    pub within_squares: f64,
    /// The F statistic.
    pub statistic: f64,
    /// Probability of a statistic at least this large if all groups had one mean.
    pub p_value: f64,
}

/// Tests whether several groups share one mean (Fisher 1925).
///
/// # Errors
/// `invalid_data` for fewer than two groups, an empty group, no value to spare, or no variation within.
pub fn analysis_of_variance(groups: &[Moments]) -> Result<VarianceAnalysis> {
    if groups.len() < 2 {
        return Err(invalid_data("an analysis of variance needs at least two groups"));
    }
    let mut all = Moments::default();
    let mut within = Vec::with_capacity(groups.len());
    let mut means = Wide::default();
    for group in groups {
        within.push(group.squared_deviations()?);
        all = all.merge(*group);
        // Σ (sum²/n), less (Σ sum)²/N below: both in double width, because they nearly cancel.
        means = means.plus(group.sum.times(group.sum).divided_by(group.count as f64));
    }
    let between_squares = means.minus(all.sum.times(all.sum).divided_by(all.count as f64)).value().max(0.0);
    let within_squares = sum(within);
    let between_degrees_of_freedom = groups.len() as f64 - 1.0;
    let within_degrees_of_freedom = all.count as f64 - groups.len() as f64;
    if within_degrees_of_freedom <= 0.0 || within_squares == 0.0 {
        return Err(invalid_data("the values do not vary within the groups"));
    }
    let between = between_squares / between_degrees_of_freedom;
    let statistic = check::finite("the F statistic", between / (within_squares / within_degrees_of_freedom))?;
    let p_value = Fisher::new(between_degrees_of_freedom, within_degrees_of_freedom)?.survival(statistic);
    Ok(VarianceAnalysis {
        between_degrees_of_freedom,
        within_degrees_of_freedom,
        between_squares,
        within_squares,
        statistic,
        p_value,
    })
}
