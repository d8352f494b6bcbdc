//! The binomial distribution.

use super::{Continuous as _, Discrete, StandardNormal, first_reaching};
use crate::error::Result;
use crate::stats::check;
use crate::stats::special::{Tails, beta_tails, log_beta_kernel};

/// The number of successes in independent trials of equal probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Binomial {
    trials: u64,
    success: f64,
}

impl Binomial {
    /// The distribution of successes in `trials` trials that each succeed with probability `success`.
    ///
    /// # Errors
    /// `invalid_number` where `success` does not lie between 0 and 1.
    pub fn new(trials: u64, success: f64) -> Result<Self> {
        Ok(Binomial { trials, success: check::probability("the probability of success", success)? })
    }

    fn tails(&self, count: u64) -> Tails {
        if count >= self.trials {
            return Tails { lower: 1.0, upper: 0.0 };
        }
        // P(X > k) = I_p(k + 1, n − k), DLMF 8.17.5.
        let (a, b) = ((count as f64) + 1.0, (self.trials - count) as f64);
        beta_tails(a, b, self.success, 1.0 - self.success).swapped()
    }
}

impl Discrete for Binomial {
    fn log_probability(&self, count: u64) -> f64 {
        if count > self.trials {
            return f64::NEG_INFINITY;
        }
        let (k, rest) = (count as f64, (self.trials - count) as f64);
        if count == 0 {
            return if rest == 0.0 { 0.0 } else { rest * libm::log1p(-self.success) };
        }
        if rest == 0.0 {
            return k * libm::log(self.success);
        }
        if self.success <= 0.0 || self.success >= 1.0 {
            return f64::NEG_INFINITY;
        }
        // C(n, k) pᵏ qⁿ⁻ᵏ = xᵃ yᵇ / B(a, b) · n / (a·b) with a = k, b = n − k.
        let n = self.trials as f64;
        log_beta_kernel(k, rest, self.success, 1.0 - self.success) + libm::log(n / k / rest)
    }

    fn cdf(&self, count: u64) -> f64 {
        self.tails(count).lower
    }

    fn survival(&self, count: u64) -> f64 {
        self.tails(count).upper
    }

    fn quantile(&self, probability: f64) -> Result<u64> {
        check::probability("the probability", probability)?;
        if probability >= 1.0 {
            return Ok(if self.success > 0.0 { self.trials } else { 0 });
        }
        let mean = self.trials as f64 * self.success;
        let spread = libm::sqrt(mean * (1.0 - self.success));
        let guess = mean + spread * StandardNormal.quantile(probability)?.max(-40.0);
        Ok(first_reaching(guess, self.trials, |count| self.cdf(count) >= probability))
    }
}
