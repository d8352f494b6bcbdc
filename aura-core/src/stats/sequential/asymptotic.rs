//! Asymptotic confidence sequences: intervals that hold at every look at once, for large samples.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::stats::check;
use crate::stats::hypothesis::{Alternative, Interval};

/// The asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2021 (arXiv 2103.06476).
///
/// # Example
/// ```
/// use aura_core::stats::hypothesis::Alternative;
/// use aura_core::stats::sequential::ConfidenceSequence;
/// let sequence = ConfidenceSequence::tuned(0.05, 1_000.0, Alternative::TwoSided)?;
/// let always = sequence.half_width(1_000.0, 1.0)?;
/// assert!(always > 1.96 / 1_000_f64.sqrt());
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ConfidenceSequence {
    alpha: f64,
    /// The tuning parameter ρ.
    tuning: f64,
    alternative: Alternative,
}

impl ConfidenceSequence {
    /// The sequence with error `alpha` that is tightest around `units` units.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn tuned(alpha: f64, units: f64, alternative: Alternative) -> Result<Self> {
        Self::new(alpha, tuning_for(alpha, units, alternative)?, alternative)
    }

    /// The sequence with error `alpha` and tuning parameter `tuning` (ρ in the paper).
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn new(alpha: f64, tuning: f64, alternative: Alternative) -> Result<Self> {
        check::level("the level", alpha)?;
        check::positive("the tuning parameter", tuning)?;
        Ok(ConfidenceSequence { alpha, tuning, alternative })
    }

    /// Distance from estimate to end after `units` units with this standard deviation of one unit.
    ///
    /// Two-sided: equation 9 of the paper; one-sided: equation 134.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn half_width(&self, units: f64, standard_deviation: f64) -> Result<f64> {
        check::positive("the number of units", units)?;
        check::not_negative("the standard deviation", standard_deviation)?;
        let information = units * self.tuning * self.tuning;
        let root = libm::sqrt(information + 1.0);
        let log_term = match self.alternative {
            Alternative::TwoSided => libm::log(root / self.alpha),
            Alternative::Greater | Alternative::Less => libm::log1p(root / (2.0 * self.alpha)),
        };
        Ok(standard_deviation * libm::sqrt(2.0 * (information + 1.0) / information * log_term / units))
    }

    /// The interval around an estimate from `units` units whose fixed-sample standard error is `standard_error`.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn interval(&self, estimate: f64, standard_error: f64, units: f64) -> Result<Interval> {
        check::finite("the estimate", estimate)?;
        let reach = self.half_width(units, standard_error * libm::sqrt(units))?;
        Ok(Interval::around(estimate, reach, self.alternative))
    }

    /// Logarithm of the evidence against the null value, for the statistic `z` after `units` units. A two-sided
    /// test rejects when it exceeds `ln(1/alpha)`; equation 155 of the paper.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn log_evidence(&self, z: f64, units: f64) -> Result<f64> {
        check::finite("the statistic", z)?;
        check::positive("the number of units", units)?;
        let information = units * self.tuning * self.tuning;
        let scaled = z / (1.0 + information) * information;
        Ok(match self.alternative {
            Alternative::TwoSided => 0.5 * z * scaled - 0.5 * libm::log1p(information),
            Alternative::Greater => self.one_sided(z, information),
            Alternative::Less => self.one_sided(-z, information),
        })
    }

    /// The always-valid p-value at this look: the level at which the sequence would just exclude the null value.
    /// Keep the smallest value over all looks.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn p_value(&self, z: f64, units: f64) -> Result<f64> {
        Ok(libm::exp(-self.log_evidence(z, units)?).min(1.0))
    }

    /// The one-sided half-width solved for alpha: `1/α = 2 (e^(z² n ρ² / 2(1 + n ρ²)) − 1) / √(1 + n ρ²)`.
    fn one_sided(&self, z: f64, information: f64) -> f64 {
        if z <= 0.0 {
            return f64::NEG_INFINITY;
        }
        let exponent = 0.5 * z * z * (information / (1.0 + information));
        let log_growth = if exponent > 30.0 { exponent } else { libm::log(libm::expm1(exponent)) };
        std::f64::consts::LN_2 + log_growth - 0.5 * libm::log1p(information)
    }
}

/// The tuning parameter ρ that makes the sequence tightest around `units` units (equation 161 of the paper).
///
/// # Errors
/// `invalid_number` where an argument is out of range; a one-sided level must be below ½.
pub fn tuning_for(alpha: f64, units: f64, alternative: Alternative) -> Result<f64> {
    check::level("the level", alpha)?;
    check::positive("the number of units", units)?;
    let level = match alternative {
        Alternative::TwoSided => alpha,
        Alternative::Greater | Alternative::Less => check::level("twice the one-sided level", 2.0 * alpha)?,
    };
    let log_level = -2.0 * libm::log(level);
    Ok(libm::sqrt((log_level + libm::log1p(log_level)) / units))
}
