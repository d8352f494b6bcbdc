//! Normal beliefs about an effect.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::stats::check;
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::hypothesis::{Alternative, Interval};

/// A belief about an effect: normal with a mean and a standard deviation.
///
/// # Example
/// ```
/// use aura_core::stats::bayes::NormalBelief;
/// let prior = NormalBelief::new(0.0, 0.1)?;
/// let posterior = prior.after(0.05, 0.02)?;
/// assert!(posterior.mean() < 0.05 && posterior.chance_above(0.0) > 0.95);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NormalBelief {
    mean: f64,
    standard_deviation: f64,
}

impl NormalBelief {
    /// A belief with this mean and standard deviation. A flat prior's posterior is the estimate with its error.
    ///
    /// # Errors
    /// `invalid_number` where the mean is not finite or the standard deviation is not above 0.
    pub fn new(mean: f64, standard_deviation: f64) -> Result<Self> {
        Ok(NormalBelief {
            mean: check::finite("the mean", mean)?,
            standard_deviation: check::positive("the standard deviation", standard_deviation)?,
        })
    }

    /// The belief after an estimate with this standard error: means weighted by precision.
    ///
    /// # Errors
    /// `invalid_number` where the estimate is not finite or its error is not above 0.
    pub fn after(&self, estimate: f64, standard_error: f64) -> Result<Self> {
        check::finite("the estimate", estimate)?;
        check::positive("the standard error", standard_error)?;
        let (prior, data) = (self.standard_deviation, standard_error);
        // Weights and width through the larger of the two, so that no square overflows or vanishes.
        let ratio = data / prior;
        let weight = 1.0 / (1.0 + ratio * ratio);
        let mean = self.mean * (1.0 - weight) + estimate * weight;
        NormalBelief::new(mean, data * libm::sqrt(weight))
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The standard deviation.
    pub fn standard_deviation(&self) -> f64 {
        self.standard_deviation
    }

    /// Probability that the effect is above `value`.
    pub fn chance_above(&self, value: f64) -> f64 {
        StandardNormal.survival((value - self.mean) / self.standard_deviation)
    }

    /// Probability that the effect lies between two values: in a region of practical equivalence, for example.
    pub fn chance_within(&self, region: Interval) -> f64 {
        let z = |value: f64| (value - self.mean) / self.standard_deviation;
        let (low, high) = (z(region.lower), z(region.upper));
        if high <= low {
            return 0.0;
        }
        // The difference is taken in the tail in which both numbers are small.
        if low > 0.0 {
            return StandardNormal.survival(low) - StandardNormal.survival(high);
        }
        StandardNormal.cdf(high) - StandardNormal.cdf(low)
    }

    /// What is given up on average by acting as if the effect were positive: the mean of `max(−effect, 0)`.
    pub fn loss_if_chosen(&self) -> f64 {
        self.standard_deviation * StandardNormal.expected_excess(self.mean / self.standard_deviation)
    }

    /// What is given up on average by acting as if the effect were not positive: the mean of `max(effect, 0)`.
    pub fn loss_if_refused(&self) -> f64 {
        self.standard_deviation * StandardNormal.expected_excess(-self.mean / self.standard_deviation)
    }

    /// The interval that holds the effect with this probability, with equal tails.
    ///
    /// # Errors
    /// `invalid_number` where the probability is out of range.
    pub fn interval(&self, probability: f64) -> Result<Interval> {
        check::level("the probability", probability)?;
        let reach = StandardNormal.upper_quantile(0.5 * (1.0 - probability))? * self.standard_deviation;
        Ok(Interval::around(self.mean, reach, Alternative::TwoSided))
    }
}
