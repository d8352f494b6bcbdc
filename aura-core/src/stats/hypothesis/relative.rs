//! Ratios: a metric that is a ratio of two sums, and an effect stated as a share of the control.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::mean::welch_degrees;
use super::{Inference, Interval, TestOptions};
use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Continuous as _, Student};
use crate::stats::summary::{PairMoments, Sample};

/// How the interval of a relative effect is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RelativeMethod {
    /// First-order expansion of the ratio: symmetric interval. Oehlert 1992.
    #[default]
    Delta,
    /// First-order expansion of the logarithm of the ratio: keeps the interval above −100 %.
    LogDelta,
    /// Exact for normal means: inverts the test of every ratio. Fieller 1954.
    Fieller,
}

/// A ratio of two means measured on the same units, as a sample: its mean is the ratio, its variance the one of
/// the linearised ratio (delta method; Deng, Knoblich and Lu 2018).
///
/// # Errors
/// `invalid_data` where the denominator's mean is 0, or there are fewer than two units.
pub fn ratio_of_means(units: &PairMoments) -> Result<Sample> {
    ratio_sample(&units.first.sample()?, &units.second.sample()?, units.covariance()?)
}

/// The same from two samples and their covariance (divisor `count − 1`), where these were computed elsewhere.
///
/// # Errors
/// `invalid_data` where the denominator's mean is 0, or the covariance contradicts the variances.
pub fn ratio_sample(numerator: &Sample, denominator: &Sample, covariance: f64) -> Result<Sample> {
    check::finite("the covariance", covariance)?;
    if denominator.mean == 0.0 {
        return Err(invalid_data("the mean below the line of the ratio is 0"));
    }
    if covariance * covariance > numerator.variance * denominator.variance * (1.0 + 1e-9) {
        return Err(invalid_data("the covariance is larger than the two variances allow"));
    }
    let ratio = numerator.mean / denominator.mean;
    let spread = numerator.variance - 2.0 * ratio * covariance + ratio * ratio * denominator.variance;
    let variance = (spread / denominator.mean / denominator.mean).max(0.0);
    Sample::new(numerator.count, ratio, variance)
}

/// Tests the difference as a share of the size of the control mean: 0.1 is 10 % more than the control.
///
/// A control mean below 0 counts with its size, so the relative effect always has the sign of the difference.
/// The statistic and p-value are those of the chosen method, so that they agree with its interval.
///
/// # Errors
/// `invalid_data` where the control mean is 0 (or, for the logarithm, the means have different signs), where
/// Fieller's interval is unbounded, or where neither arm varies.
pub fn relative_difference(
    control: &Sample,
    treatment: &Sample,
    method: RelativeMethod,
    options: &TestOptions,
) -> Result<Inference> {
    let control = Sample::new(control.count, control.mean, control.variance)?;
    let treatment = Sample::new(treatment.count, treatment.mean, treatment.variance)?;
    if control.mean == 0.0 {
        return Err(invalid_data("the control mean is 0, so nothing can be stated relative to it")
            .with_hint("use the absolute difference"));
    }
    if control.mean < 0.0 {
        let mirror = |sample: &Sample| Sample { mean: -sample.mean, ..*sample };
        let mirrored =
            relative_difference(&mirror(&control), &mirror(&treatment), method, &options.mirrored())?;
        return Ok(mirrored.mirrored());
    }
    let ratio = treatment.mean / control.mean;
    let base = control.mean * control.mean;
    let first = control.mean_variance() / base * ratio * ratio;
    let second = treatment.mean_variance() / base;
    let df = welch_degrees(first, control.count as f64 - 1.0, second, treatment.count as f64 - 1.0);
    let delta = || Inference::from_estimate(ratio - 1.0, libm::sqrt(first + second), df, options);
    match method {
        RelativeMethod::Delta => delta(),
        RelativeMethod::LogDelta => log_delta(ratio, libm::sqrt(first + second), df, options),
        RelativeMethod::Fieller => fieller(&control, &treatment, options),
    }
}

fn log_delta(ratio: f64, error: f64, df: f64, options: &TestOptions) -> Result<Inference> {
    if ratio <= 0.0 || options.null <= -1.0 {
        return Err(invalid_data("the logarithm needs means of the same sign")
            .with_hint("use the delta method for this effect"));
    }
    let on_log = options.with_null(libm::log1p(options.null));
    let logarithm = Inference::from_estimate(libm::log(ratio), error / ratio, df, &on_log)?;
    let interval = Interval {
        lower: libm::expm1(logarithm.interval.lower),
        upper: libm::expm1(logarithm.interval.upper),
    };
    Ok(Inference { estimate: ratio - 1.0, standard_error: error, interval, ..logarithm })
}

fn fieller(control: &Sample, treatment: &Sample, options: &TestOptions) -> Result<Inference> {
    // For a ratio r the statistic is (m₂ − r·m₁) / √(v₂ + r²·v₁); the interval holds the r it does not reject.
    let null_ratio = 1.0 + options.null;
    let (first, second) = (control.mean_variance(), treatment.mean_variance());
    let (first_df, second_df) = (control.count as f64 - 1.0, treatment.count as f64 - 1.0);
    let df = welch_degrees(first * null_ratio * null_ratio, first_df, second, second_df);
    let tested = Inference::from_estimate(
        treatment.mean - null_ratio * control.mean,
        libm::sqrt(second + null_ratio * null_ratio * first),
        df,
        &options.with_null(0.0),
    )?;
    let critical = Student::new(df)?.upper_quantile(options.tail())?;
    let square = critical * critical;
    let quadratic = control.mean * control.mean - square * first;
    if quadratic <= 0.0 {
        return Err(invalid_data("the control mean is too close to 0 for a bounded relative interval")
            .with_hint("use the absolute difference, or wait for more data"));
    }
    let middle = treatment.mean * control.mean;
    let constant = treatment.mean * treatment.mean - square * second;
    let root = libm::sqrt((middle * middle - quadratic * constant).max(0.0));
    let both =
        Interval { lower: (middle - root) / quadratic - 1.0, upper: (middle + root) / quadratic - 1.0 };
    let open = Interval::around(0.0, 0.0, options.alternative);
    let interval = Interval {
        lower: if open.lower.is_finite() { both.lower } else { open.lower },
        upper: if open.upper.is_finite() { both.upper } else { open.upper },
    };
    let estimate = treatment.mean / control.mean - 1.0;
    Ok(Inference { estimate, standard_error: tested.standard_error / control.mean, interval, ..tested })
}
