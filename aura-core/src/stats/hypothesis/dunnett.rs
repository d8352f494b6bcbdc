//! Several treatments against one control, at one level for all (Dunnett 1955).

use super::{Interval, TestOptions};
use crate::error::{Error, ErrorCode, Result};
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{ChiSquare, Continuous as _, StandardNormal, Student};
use crate::stats::special::{find_root, integrate};
use crate::stats::summary::Sample;

/// Panels of the two integrals.
const PANELS: usize = 4;

/// Most panels where the control says nearly all.
const STEEP_PANELS: usize = 60;

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
    let loads = treatments.iter().map(|arm| {
        let (own, base) = (arm.count as f64, control.count as f64);
        libm::sqrt(own / (own + base))
    });
    let family = SharedControl::new(loads.collect())?;
    let critical = family.critical(1.0 - options.confidence, degrees)?;
    treatments
        .iter()
        .map(|arm| {
            let estimate = arm.mean - control.mean;
            let error = libm::sqrt(pooled * (1.0 / arm.count as f64 + 1.0 / control.count as f64));
            Ok(DunnettComparison {
                estimate,
                standard_error: error,
                p_value: family.p_value(estimate / error, degrees)?,
                interval: Interval { lower: estimate - critical * error, upper: estimate + critical * error },
            })
        })
        .collect()
}

/// Statistics of several treatments that share one control, whatever their estimates are: two of them have the
/// correlation `λᵢ·λⱼ`, where `λᵢ²` is the part of the variance of estimate `i` that is the control's.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedControl {
    loads: Vec<f64>,
}

impl SharedControl {
    /// The family with these loads `λ`, one for each treatment, from 0 (nothing shared) to below 1.
    ///
    /// # Errors
    /// `invalid_data` for no treatment, `invalid_number` for a load out of range.
    pub fn new(loads: Vec<f64>) -> Result<Self> {
        if loads.is_empty() {
            return Err(invalid_data("there is no treatment to compare with the control"));
        }
        if let Some(load) = loads.iter().find(|load| !(0.0..1.0).contains(*load)) {
            let message =
                format!("what treatments share with the control must be from 0 to below 1, not `{load}`");
            return Err(Error::new(ErrorCode::InvalidNumber, message));
        }
        Ok(SharedControl { loads })
    }

    /// Probability that any of the treatments would show a statistic at least this large, by size, if none were
    /// different (multivariate t). Where arms differ in their variance, every treatment has its own degrees of freedom
    /// (Hasler and Hothorn 2008).
    ///
    /// Below `1e-9` it is the sum over the treatments (Bonferroni), which is never too small.
    ///
    /// # Errors
    /// `invalid_number` for degrees of freedom that are not above 0 or a statistic that is not a number.
    pub fn p_value(&self, statistic: f64, degrees: f64) -> Result<f64> {
        if statistic.is_nan() {
            return Err(Error::new(ErrorCode::InvalidNumber, "the test statistic is not a number"));
        }
        let alone = Student::new(degrees)?.two_sided(statistic.abs());
        let sum = (alone * self.loads.len() as f64).min(1.0);
        if sum < 1e-9 || self.loads.len() == 1 {
            return Ok(sum);
        }
        Ok(beyond(statistic.abs(), &self.loads, degrees)?.clamp(alone, sum))
    }

    /// The bound that no statistic passes, by size, with probability `1 − alpha`, if none were different.
    ///
    /// # Errors
    /// `invalid_number` for a level that does not lie between 0 and 1, or degrees of freedom that are not above 0.
    pub fn critical(&self, alpha: f64, degrees: f64) -> Result<f64> {
        check::level("the level", alpha)?;
        let student = Student::new(degrees)?;
        let most = student.upper_quantile(0.5 * alpha / self.loads.len() as f64)?;
        if self.loads.len() == 1 {
            return Ok(most);
        }
        let least = student.upper_quantile(0.5 * alpha)?;
        let gap = |bound: f64| self.p_value(bound, degrees).map_or(f64::NAN, |tail| tail - alpha);
        if gap(most) >= 0.0 {
            // As far apart as the sum over the treatments allows.
            return Ok(most);
        }
        find_root(gap, least, most, 1e-10)
            .ok_or_else(|| Error::new(ErrorCode::Internal, "no critical value was found"))
    }
}

/// Probability that the largest of the statistics, by size, passes the bound: an integral over the control's mean and
/// one over the common deviation.
fn beyond(bound: f64, loads: &[f64], degrees: f64) -> Result<f64> {
    let deviation = ChiSquare::new(degrees)?;
    let spreads: Vec<(f64, f64)> =
        loads.iter().map(|&load| (load, libm::sqrt((1.0 - load) * (1.0 + load)))).collect();
    // Where the control says nearly all, the inner function falls steeply.
    let steepest = spreads.iter().map(|spread| spread.1).fold(1.0, f64::min);
    let panels = (libm::ceil(4.0 / steepest) as usize).clamp(PANELS, STEEP_PANELS);
    let given = |scale: f64| {
        let edge = bound * scale;
        let passed = |control: f64| {
            let inside: f64 = spreads
                .iter()
                .map(|&(load, spread)| {
                    let (low, high) = ((load * control - edge) / spread, (load * control + edge) / spread);
                    // Both tails, so that small ones keep their digits.
                    libm::log1p(-(StandardNormal.cdf(low) + StandardNormal.survival(high)).min(1.0 - 1e-300))
                })
                .sum();
            StandardNormal.density(control) * -libm::expm1(inside)
        };
        // What is passed is the same on both sides of the control's mean.
        2.0 * integrate(passed, 0.0, FAR, panels)
    };
    // By the deviation s itself, whose density is smooth from one degree of freedom on: s² = χ²/ν.
    let (low, high) = (deviation.quantile(1e-14)?, deviation.upper_quantile(1e-14)?);
    let weigh =
        |scale: f64| 2.0 * degrees * scale * deviation.density(degrees * scale * scale) * given(scale);
    let scale = |square: f64| libm::sqrt(square / degrees);
    let panels = if degrees < 30.0 { 2 * PANELS } else { PANELS };
    Ok(integrate(weigh, scale(low), scale(high), panels).clamp(0.0, 1.0))
}
