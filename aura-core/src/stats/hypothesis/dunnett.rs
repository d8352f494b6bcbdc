//! Several treatments against one control, at one level for all (Dunnett 1955).

use super::{Interval, TestOptions};
use crate::error::{Error, ErrorCode, Result};
use crate::stats::check::invalid_data;
use crate::stats::distribution::{ChiSquare, Continuous as _, StandardNormal};
use crate::stats::special::{find_root, integrate};
use crate::stats::summary::Sample;

/// Panels of the two integrals.
const PANELS: usize = 8;

/// Where a normal variable has no probability left that matters here.
const FAR: f64 = 9.0;

/// One treatment against the control.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DunnettComparison {
    /// Treatment minus control.
    pub estimate: f64,
    /// Its standard error, from the variance that all arms share.
    pub standard_error: f64,
    /// Probability that any of the treatments would show a difference at least this large if none were different.
    pub p_value: f64,
    /// Intervals that hold for all treatments together.
    pub interval: Interval,
}

/// Compares every treatment with the control, two-sided; the arms share one variance.
///
/// # Errors
/// `invalid_data` where there is no treatment, an arm has fewer than two units, or nothing varies.
pub fn dunnett(
    control: &Sample,
    treatments: &[Sample],
    options: &TestOptions,
) -> Result<Vec<DunnettComparison>> {
    options.check()?;
    if treatments.is_empty() {
        return Err(invalid_data("there is no treatment to compare with the control"));
    }
    let arms = || std::iter::once(control).chain(treatments);
    let degrees: f64 = arms().map(|arm| arm.count as f64 - 1.0).sum();
    let pooled = arms().map(|arm| arm.variance * (arm.count as f64 - 1.0)).sum::<f64>() / degrees;
    if pooled <= 0.0 || degrees <= 0.0 {
        return Err(invalid_data("the data do not vary, so nothing can be said about chance"));
    }
    // Every treatment shares the control, so two differences have the correlation λᵢ·λⱼ.
    let loads: Vec<f64> = treatments
        .iter()
        .map(|arm| {
            let (own, base) = (arm.count as f64, control.count as f64);
            libm::sqrt(own / (own + base))
        })
        .collect();
    let beyond = |bound: f64| beyond(bound, &loads, degrees);
    let alpha = 1.0 - options.confidence;
    let critical = find_root(|bound| beyond(bound).map_or(f64::NAN, |tail| tail - alpha), 0.0, 60.0, 1e-10)
        .ok_or_else(|| Error::new(ErrorCode::Internal, "no critical value was found"))?;
    treatments
        .iter()
        .map(|arm| {
            let estimate = arm.mean - control.mean;
            let error = libm::sqrt(pooled * (1.0 / arm.count as f64 + 1.0 / control.count as f64));
            Ok(DunnettComparison {
                estimate,
                standard_error: error,
                p_value: beyond((estimate / error).abs())?,
                interval: Interval { lower: estimate - critical * error, upper: estimate + critical * error },
            })
        })
        .collect()
}

/// Probability that the largest of the statistics, by size, passes the bound: an integral over the control's mean and
/// one over the common deviation.
fn beyond(bound: f64, loads: &[f64], degrees: f64) -> Result<f64> {
    let deviation = ChiSquare::new(degrees)?;
    let given = |scale: f64| {
        let edge = bound * scale;
        let passed = |control: f64| {
            let inside: f64 = loads
                .iter()
                .map(|&load| {
                    let spread = libm::sqrt(1.0 - load * load);
                    let (low, high) = ((load * control - edge) / spread, (load * control + edge) / spread);
                    // Both tails, so that small ones keep their digits.
                    libm::log1p(-(StandardNormal.cdf(low) + StandardNormal.survival(high)).min(1.0 - 1e-300))
                })
                .sum();
            StandardNormal.density(control) * -libm::expm1(inside)
        };
        integrate(passed, -FAR, FAR, PANELS)
    };
    // The deviation by its own probability scale: s² = χ²/ν.
    let (low, high) = (deviation.quantile(1e-14)?, deviation.upper_quantile(1e-14)?);
    let weigh = |square: f64| deviation.density(square) * given(libm::sqrt(square / degrees));
    Ok(integrate(weigh, low, high, PANELS).clamp(0.0, 1.0))
}
