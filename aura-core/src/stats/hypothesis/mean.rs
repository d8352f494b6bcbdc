//! Tests of one mean and of the difference of two.

use super::{Inference, TestOptions};
use crate::error::Result;
use crate::stats::check::invalid_data;
use crate::stats::summary::{Moments, Sample};

/// Tests one mean against the null value (Student 1908).
///
/// # Errors
/// `invalid_data` where the sample does not vary, `invalid_number` for options out of range.
pub fn one_sample(sample: &Sample, options: &TestOptions) -> Result<Inference> {
    let sample = checked(sample)?;
    let error = libm::sqrt(sample.mean_variance());
    Inference::from_estimate(sample.mean, error, sample.count as f64 - 1.0, options)
}

/// Tests the mean of the differences `second − first` of paired values.
///
/// # Errors
/// `invalid_data` for fewer than two pairs, values that are not finite, or differences that do not vary.
///
/// # Example
/// ```
/// use aura_core::stats::hypothesis::{TestOptions, paired};
/// let pairs = [(10.0, 12.0), (11.0, 12.0), (9.0, 12.0), (10.0, 11.0)];
/// let test = paired(&pairs, &TestOptions::default())?;
/// assert_eq!(test.estimate, 1.75);
/// assert_eq!(test.degrees_of_freedom, 3.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn paired(pairs: &[(f64, f64)], options: &TestOptions) -> Result<Inference> {
    let mut differences = Moments::default();
    for &(first, second) in pairs {
        differences.push(second - first);
    }
    one_sample(&differences.sample()?, options)
}

/// Tests the difference `treatment − control` of two means without assuming equal variances (Welch 1947).
///
/// # Errors
/// `invalid_data` where neither arm varies, `invalid_number` for options out of range.
///
/// # Example
/// ```
/// use aura_core::stats::hypothesis::{TestOptions, welch};
/// use aura_core::stats::summary::Sample;
/// let control = Sample::new(100, 10.0, 4.0)?;
/// let treatment = Sample::new(100, 11.0, 5.0)?;
/// let test = welch(&control, &treatment, &TestOptions::default())?;
/// assert!((test.standard_error - 0.3).abs() < 1e-15);
/// assert!(test.interval.lower > 0.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn welch(control: &Sample, treatment: &Sample, options: &TestOptions) -> Result<Inference> {
    let (control, treatment) = (checked(control)?, checked(treatment)?);
    let (first, second) = (control.mean_variance(), treatment.mean_variance());
    let df = welch_degrees(first, control.count as f64 - 1.0, second, treatment.count as f64 - 1.0);
    Inference::from_estimate(treatment.mean - control.mean, libm::sqrt(first + second), df, options)
}

/// Tests the difference `treatment − control` of two means that share one variance (Student 1908).
///
/// # Errors
/// As [`welch`].
pub fn pooled(control: &Sample, treatment: &Sample, options: &TestOptions) -> Result<Inference> {
    let (control, treatment) = (checked(control)?, checked(treatment)?);
    let (first, second) = (control.count as f64, treatment.count as f64);
    let df = first + second - 2.0;
    let variance = ((first - 1.0) * control.variance + (second - 1.0) * treatment.variance) / df;
    let error = libm::sqrt(variance * (1.0 / first + 1.0 / second));
    Inference::from_estimate(treatment.mean - control.mean, error, df, options)
}

/// Tests the difference `treatment − control` of two means with the normal distribution, for large samples.
///
/// # Errors
/// As [`welch`].
pub fn z_test(control: &Sample, treatment: &Sample, options: &TestOptions) -> Result<Inference> {
    let (control, treatment) = (checked(control)?, checked(treatment)?);
    let error = libm::sqrt(control.mean_variance() + treatment.mean_variance());
    Inference::from_estimate(treatment.mean - control.mean, error, f64::INFINITY, options)
}

/// Degrees of freedom of a sum of two variances of means (Satterthwaite 1946).
pub(crate) fn welch_degrees(first: f64, first_df: f64, second: f64, second_df: f64) -> f64 {
    // Dividing by the larger first keeps the squares from overflowing or vanishing.
    let scale = first.max(second);
    if scale == 0.0 {
        return first_df + second_df;
    }
    let (first, second) = (first / scale, second / scale);
    let total = first + second;
    total * total / (first * first / first_df + second * second / second_df)
}

fn checked(sample: &Sample) -> Result<Sample> {
    if sample.count < 2 {
        return Err(invalid_data("a test needs at least two units in each arm"));
    }
    Sample::new(sample.count, sample.mean, sample.variance)
}
