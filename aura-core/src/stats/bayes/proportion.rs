//! Beta beliefs about proportions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::stats::check;
use crate::stats::distribution::{Beta, Continuous as _};
use crate::stats::hypothesis::{Interval, Share};
use crate::stats::special::{beta_tails, integrate_log_concave, log_beta_kernel};

/// A belief about a proportion: beta with two shapes. Shapes of 1 are the uniform belief, ½ Jeffreys'.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProportionBelief {
    successes: f64,
    failures: f64,
}

/// What two beliefs say about each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProportionComparison {
    /// Probability that the treatment's proportion is the larger one.
    pub chance_better: f64,
    /// What is given up on average by choosing the treatment.
    pub loss_if_chosen: f64,
    /// What is given up on average by keeping the control.
    pub loss_if_refused: f64,
}

impl ProportionBelief {
    /// A belief with these shapes, as if so many successes and failures had been seen.
    ///
    /// # Errors
    /// `invalid_number` where a shape is not above 0.
    pub fn new(successes: f64, failures: f64) -> Result<Self> {
        Ok(ProportionBelief {
            successes: check::positive("the shape of successes", successes)?,
            failures: check::positive("the shape of failures", failures)?,
        })
    }

    /// The belief that finds every proportion equally likely.
    pub fn uniform() -> Self {
        ProportionBelief { successes: 1.0, failures: 1.0 }
    }

    /// The belief after these data.
    #[must_use]
    pub fn after(&self, data: Share) -> Self {
        ProportionBelief {
            successes: self.successes + data.successes() as f64,
            failures: self.failures + (data.count() - data.successes()) as f64,
        }
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        self.successes / (self.successes + self.failures)
    }

    /// The interval that holds the proportion with this probability, with equal tails.
    ///
    /// # Errors
    /// `invalid_number` where the probability is out of range.
    pub fn interval(&self, probability: f64) -> Result<Interval> {
        check::level("the probability", probability)?;
        let beta = Beta::new(self.successes, self.failures)?;
        let tail = 0.5 * (1.0 - probability);
        Ok(Interval { lower: beta.quantile(tail)?, upper: beta.upper_quantile(tail)? })
    }

    /// Logarithms of density (in the logit), lower and upper tail at a logit.
    pub(super) fn log_parts(&self, logit: f64) -> (f64, f64, f64) {
        let small = libm::exp(-logit.abs());
        let (less, more) = (small / (1.0 + small), 1.0 / (1.0 + small));
        let (x, y) = if logit < 0.0 { (less, more) } else { (more, less) };
        if x == 0.0 || y == 0.0 {
            return (f64::NEG_INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
        }
        let tails = beta_tails(self.successes, self.failures, x, y);
        (log_beta_kernel(self.successes, self.failures, x, y), libm::log(tails.lower), libm::log(tails.upper))
    }

    /// Mean and standard deviation of the logit, roughly: where an integral starts, and how wide it is.
    pub(super) fn logit_scale(&self) -> (f64, f64) {
        let centre = libm::log(self.successes / self.failures);
        (centre, libm::sqrt(1.0 / self.successes + 1.0 / self.failures))
    }
}

/// Compares two beliefs by quadrature in the logit, where densities and tails of beta variables are log-concave.
///
/// # Example
/// ```
/// use aura_core::stats::bayes::{ProportionBelief, compare_proportions};
/// use aura_core::stats::hypothesis::Share;
/// let prior = ProportionBelief::uniform();
/// let result = compare_proportions(&prior.after(Share::new(49, 100)?), &prior.after(Share::new(51, 100)?));
/// assert!((result.chance_better - 0.610_770_522).abs() < 1e-8);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn compare_proportions(control: &ProportionBelief, treatment: &ProportionBelief) -> ProportionComparison {
    let (control_centre, control_width) = control.logit_scale();
    let (treatment_centre, treatment_width) = treatment.logit_scale();
    let start = 0.5 * (control_centre + treatment_centre);
    let width = control_width.min(treatment_width);
    let integral = |log_function: &dyn Fn(f64) -> f64| {
        libm::exp(integrate_log_concave(log_function, -700.0, 700.0, start, width))
    };
    // x (1 − x) turns a step of the logit into a step of the proportion.
    let log_step = |logit: f64| -logit.abs() - 2.0 * libm::log1p(libm::exp(-logit.abs()));
    let better = integral(&|logit| treatment.log_parts(logit).0 + control.log_parts(logit).1);
    let worse = integral(&|logit| control.log_parts(logit).0 + treatment.log_parts(logit).1);
    ProportionComparison {
        chance_better: if better < worse { better } else { 1.0 - worse },
        loss_if_chosen: integral(&|logit| {
            control.log_parts(logit).2 + treatment.log_parts(logit).1 + log_step(logit)
        }),
        loss_if_refused: integral(&|logit| {
            treatment.log_parts(logit).2 + control.log_parts(logit).1 + log_step(logit)
        }),
    }
}
