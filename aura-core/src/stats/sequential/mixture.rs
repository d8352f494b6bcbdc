//! The sequential probability ratio test with a normal mixture over the effect.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::stats::check;
use crate::stats::hypothesis::{Alternative, Interval};

/// The mixture sequential probability ratio test (Robbins 1970; Johari, Pekelis and Walsh 2015).
///
/// # Example
/// ```
/// use aura_core::stats::sequential::MixtureTest;
/// let test = MixtureTest::new(0.01)?;
/// let p_value = test.p_value(0.02, 0.0004)?;
/// assert_eq!(p_value, 1.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MixtureTest {
    mixing_variance: f64,
}

impl MixtureTest {
    /// A test tuned for effects whose typical square is `mixing_variance` (τ²).
    ///
    /// # Errors
    /// `invalid_number` where it is not above 0.
    pub fn new(mixing_variance: f64) -> Result<Self> {
        Ok(MixtureTest { mixing_variance: check::positive("the mixing variance", mixing_variance)? })
    }

    /// Logarithm of the likelihood ratio for a difference of `effect` from the null value, whose squared standard
    /// error is now `variance`.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn log_likelihood_ratio(&self, effect: f64, variance: f64) -> Result<f64> {
        check::finite("the effect", effect)?;
        check::positive("the variance of the effect", variance)?;
        let total = variance + self.mixing_variance;
        let share = self.mixing_variance / total;
        Ok(0.5 * effect * effect / variance * share - 0.5 * libm::log1p(self.mixing_variance / variance))
    }

    /// The always-valid p-value at this look. Keep the smallest value over all looks.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn p_value(&self, effect: f64, variance: f64) -> Result<f64> {
        Ok(libm::exp(-self.log_likelihood_ratio(effect, variance)?).min(1.0))
    }

    /// The z value that must be exceeded at this look for a two-sided test at `alpha`.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn critical_z(&self, variance: f64, alpha: f64) -> Result<f64> {
        check::positive("the variance of the effect", variance)?;
        check::level("the level", alpha)?;
        let ratio = self.mixing_variance / variance;
        Ok(libm::sqrt((1.0 + 1.0 / ratio) * (libm::log1p(ratio) - 2.0 * libm::log(alpha))))
    }

    /// The always-valid interval at this look.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn interval(&self, estimate: f64, variance: f64, alpha: f64) -> Result<Interval> {
        check::finite("the estimate", estimate)?;
        let reach = self.critical_z(variance, alpha)? * libm::sqrt(variance);
        Ok(Interval::around(estimate, reach, Alternative::TwoSided))
    }
}
