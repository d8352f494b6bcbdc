//! Proportions: intervals for one, and tests and intervals for the difference and the ratio of two.

mod score;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Alternative, Inference, Interval, TestOptions};
use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Beta, Continuous as _, StandardNormal};
use crate::stats::summary::Sample;

/// A proportion as it was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Share {
    successes: u64,
    count: u64,
}

/// How the interval of one proportion is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProportionMethod {
    /// Inverts the score test; the best all-round choice. Wilson 1927.
    #[default]
    Wilson,
    /// Never covers less than promised, therefore wide. Clopper and Pearson 1934.
    Exact,
    /// Wald's interval around a shrunken centre, cut at 0 and 1. Agresti and Coull 1998.
    AgrestiCoull,
    /// Equal tails of the posterior under Jeffreys' prior. Brown, Cai and DasGupta 2001.
    Jeffreys,
    /// Estimate ± normal quantile × standard error, cut at 0 and 1: poor for few or many successes. Laplace 1812.
    Wald,
}

/// How the interval of the difference of two proportions is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DifferenceMethod {
    /// Joins two Wilson intervals. Newcombe 1998, method 10.
    #[default]
    Newcombe,
    /// Estimate ± normal quantile × standard error. Laplace 1812.
    Wald,
    /// Wald's interval after one success and one failure are added to each arm. Agresti and Caffo 2000.
    AgrestiCaffo,
    /// Inverts the score test of every difference, with the small-sample factor of Miettinen and Nurminen 1985.
    Score,
}

/// How the interval of the ratio of two proportions is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RatioMethod {
    /// Inverts the score test of every ratio, with the small-sample factor of Miettinen and Nurminen 1985.
    #[default]
    Score,
    /// Normal interval of the logarithm of the ratio. Katz and others 1978.
    Log,
    /// The same after half a success is added to each arm. Walter 1975.
    LogAdjusted,
}

impl Share {
    /// `successes` out of `count`.
    ///
    /// # Errors
    /// `invalid_data` where the count is 0 or there are more successes than units.
    pub fn new(successes: u64, count: u64) -> Result<Self> {
        if count == 0 {
            return Err(invalid_data("an arm without units has no proportion"));
        }
        if successes > count {
            return Err(invalid_data(format!("{successes} successes are more than the {count} units")));
        }
        Ok(Share { successes, count })
    }

    /// How many units succeeded.
    pub fn successes(&self) -> u64 {
        self.successes
    }

    /// How many units there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The proportion, from 0 to 1.
    pub fn value(&self) -> f64 {
        self.successes as f64 / self.count as f64
    }

    /// The proportion as a sample of zeros and ones, for tests of means.
    ///
    /// # Errors
    /// `invalid_data` for a single unit.
    pub fn sample(&self) -> Result<Sample> {
        let (yes, no, count) =
            (self.successes as f64, (self.count - self.successes) as f64, self.count as f64);
        Sample::new(self.count, self.value(), yes / count * (no / (count - 1.0).max(1.0)))
    }

    fn variance(&self) -> f64 {
        self.value() * ((self.count - self.successes) as f64 / self.count as f64)
    }
}

/// An interval for one proportion.
///
/// # Errors
/// `invalid_number` where the confidence is out of range.
///
/// # Example
/// ```
/// use aura_core::stats::hypothesis::{ProportionMethod, Share, proportion_interval};
/// let interval = proportion_interval(Share::new(0, 30)?, ProportionMethod::Wilson, 0.95)?;
/// assert_eq!(interval.lower, 0.0);
/// assert!((interval.upper - 0.113_513).abs() < 1e-5);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn proportion_interval(share: Share, method: ProportionMethod, confidence: f64) -> Result<Interval> {
    check::level("the confidence", confidence)?;
    let tail = 0.5 * (1.0 - confidence);
    let z = StandardNormal.upper_quantile(tail)?;
    let (yes, count) = (share.successes as f64, share.count as f64);
    let no = count - yes;
    let interval = match method {
        ProportionMethod::Wilson => wilson(share, z),
        ProportionMethod::Exact => Interval {
            lower: if yes == 0.0 { 0.0 } else { Beta::new(yes, no + 1.0)?.quantile(tail)? },
            upper: if no == 0.0 { 1.0 } else { Beta::new(yes + 1.0, no)?.upper_quantile(tail)? },
        },
        ProportionMethod::AgrestiCoull => {
            let units = count + z * z;
            let centre = (yes + 0.5 * z * z) / units;
            Interval::around(centre, z * libm::sqrt(centre * (1.0 - centre) / units), Alternative::TwoSided)
        }
        ProportionMethod::Jeffreys => {
            let posterior = Beta::new(yes + 0.5, no + 0.5)?;
            Interval {
                lower: if yes == 0.0 { 0.0 } else { posterior.quantile(tail)? },
                upper: if no == 0.0 { 1.0 } else { posterior.upper_quantile(tail)? },
            }
        }
        ProportionMethod::Wald => {
            Interval::around(share.value(), z * libm::sqrt(share.variance() / count), Alternative::TwoSided)
        }
    };
    Ok(Interval { lower: interval.lower.max(0.0), upper: interval.upper.min(1.0) })
}

/// An interval for the difference `treatment − control` of two proportions.
///
/// # Errors
/// `invalid_number` where the confidence is out of range.
pub fn difference_interval(
    control: Share,
    treatment: Share,
    method: DifferenceMethod,
    confidence: f64,
) -> Result<Interval> {
    check::level("the confidence", confidence)?;
    let z = StandardNormal.upper_quantile(0.5 * (1.0 - confidence))?;
    let difference = treatment.value() - control.value();
    Ok(match method {
        DifferenceMethod::Newcombe => {
            let (low, high) = (wilson(control, z), wilson(treatment, z));
            let reach = |up: f64, down: f64| libm::sqrt(up * up + down * down);
            Interval {
                lower: difference - reach(treatment.value() - high.lower, low.upper - control.value()),
                upper: difference + reach(high.upper - treatment.value(), control.value() - low.lower),
            }
        }
        DifferenceMethod::Wald => {
            let variance =
                control.variance() / control.count as f64 + treatment.variance() / treatment.count as f64;
            Interval::around(difference, z * libm::sqrt(variance), Alternative::TwoSided)
        }
        DifferenceMethod::AgrestiCaffo => {
            let more = |share: Share| (share.successes as f64 + 1.0, share.count as f64 + 2.0);
            let ((yes, count), (treated_yes, treated_count)) = (more(control), more(treatment));
            let (p, q) = (yes / count, treated_yes / treated_count);
            let variance = p * (1.0 - p) / count + q * (1.0 - q) / treated_count;
            Interval::around(q - p, z * libm::sqrt(variance), Alternative::TwoSided)
        }
        DifferenceMethod::Score => score::difference(control, treatment, z, true),
    })
}

/// An interval for the ratio `treatment / control` of two proportions. Its upper end is infinite where the control
/// has no success.
///
/// # Errors
/// `invalid_number` where the confidence is out of range; `invalid_data` where the logarithm is asked for and an
/// arm has no success, or no arm has one.
pub fn ratio_interval(
    control: Share,
    treatment: Share,
    method: RatioMethod,
    confidence: f64,
) -> Result<Interval> {
    check::level("the confidence", confidence)?;
    let z = StandardNormal.upper_quantile(0.5 * (1.0 - confidence))?;
    if control.successes == 0 && treatment.successes == 0 {
        return Err(invalid_data("no arm has a success, so their ratio can be anything"));
    }
    let log_interval = |extra: f64| {
        let of = |share: Share| (share.successes as f64 + extra, share.count as f64 + extra);
        let ((yes, count), (treated_yes, treated_count)) = (of(control), of(treatment));
        let error = 1.0 / treated_yes - 1.0 / treated_count + 1.0 / yes - 1.0 / count;
        let centre = libm::log(treated_yes / treated_count / (yes / count));
        let reach = z * libm::sqrt(error.max(0.0));
        Interval { lower: libm::exp(centre - reach), upper: libm::exp(centre + reach) }
    };
    match method {
        RatioMethod::Score => Ok(score::ratio(control, treatment, z)),
        RatioMethod::LogAdjusted => Ok(log_interval(0.5)),
        RatioMethod::Log if control.successes > 0 && treatment.successes > 0 => Ok(log_interval(0.0)),
        RatioMethod::Log => Err(invalid_data("an arm without a success has no logarithm")
            .with_hint("use the score or the adjusted logarithm interval")),
    }
}

/// Tests the difference `treatment − control` of two proportions with the score test, whose standard error is the
/// one under the null value; for null 0 this is the pooled z test. The interval inverts exactly this test
/// (Mee 1984), so p-value and interval always agree.
///
/// # Errors
/// `invalid_data` where nobody or everybody succeeded in both arms; `invalid_number` for options out of range.
pub fn two_proportion_z(control: Share, treatment: Share, options: &TestOptions) -> Result<Inference> {
    options.check()?;
    if options.null.abs() >= 1.0 {
        check::level("the size of the null difference", options.null.abs())?;
    }
    let variance = score::difference_variance(control, treatment, options.null);
    let difference = treatment.value() - control.value();
    let tested = Inference::from_estimate(difference, libm::sqrt(variance), f64::INFINITY, options)?;
    let z = StandardNormal.upper_quantile(options.tail())?;
    let both = score::difference(control, treatment, z, false);
    let open = Interval::around(0.0, 0.0, options.alternative);
    let interval = Interval {
        lower: if open.lower.is_finite() { both.lower } else { open.lower },
        upper: if open.upper.is_finite() { both.upper } else { open.upper },
    };
    Ok(Inference { interval, ..tested })
}

fn wilson(share: Share, z: f64) -> Interval {
    let (yes, count) = (share.successes as f64, share.count as f64);
    let no = count - yes;
    let square = z * z;
    let centre = (yes + 0.5 * square) / (count + square);
    let reach = z / (count + square) * libm::sqrt(yes * no / count + 0.25 * square);
    Interval {
        lower: if yes == 0.0 { 0.0 } else { (centre - reach).max(0.0) },
        upper: if no == 0.0 { 1.0 } else { (centre + reach).min(1.0) },
    }
}
