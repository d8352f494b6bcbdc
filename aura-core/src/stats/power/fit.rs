//! Power of chi-square tests of fit and of analyses of variance.

use crate::error::Result;
use crate::stats::check;
use crate::stats::distribution::{ChiSquare, Continuous as _, Fisher, NoncentralChiSquare, NoncentralFisher};

/// Probability that a chi-square test of `units` units over `cells` cells is significant at `alpha`.
///
/// `effect` is Cohen's w: the root of the sum of `(p − p₀)² / p₀` (Cohen 1988, chapter 7).
///
/// # Errors
/// `invalid_number` where an argument is out of range.
pub fn fit_power(effect: f64, units: f64, cells: u64, alpha: f64) -> Result<f64> {
    check::not_negative("the effect", effect)?;
    check::positive("the number of units", units)?;
    check::level("the level", alpha)?;
    let df = cells as f64 - 1.0;
    let critical = ChiSquare::new(df)?.upper_quantile(alpha)?;
    Ok(NoncentralChiSquare::new(df, effect * effect * units)?.survival(critical))
}

/// Probability that an analysis of variance is significant at `alpha`.
///
/// `effect` is Cohen's f: standard deviation of the means over that of one unit (Cohen 1988, chapter 8); the
/// noncentrality is `f²` times the number of units, which is the sum of both degrees of freedom plus 1.
///
/// # Errors
/// `invalid_number` where an argument is out of range.
pub fn variance_power(effect: f64, between: f64, within: f64, alpha: f64) -> Result<f64> {
    check::not_negative("the effect", effect)?;
    check::level("the level", alpha)?;
    let critical = Fisher::new(between, within)?.upper_quantile(alpha)?;
    let noncentrality = effect * effect * (between + within + 1.0);
    Ok(NoncentralFisher::new(between, within, noncentrality)?.survival(critical))
}
