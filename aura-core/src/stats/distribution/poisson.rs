//! The Poisson distribution.

use super::{Continuous as _, Discrete, StandardNormal, first_reaching};
use crate::error::Result;
use crate::stats::check;
use crate::stats::special::{Tails, gamma_tails, log_gamma_kernel};

/// The number of independent events in a stretch in which `mean` are expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Poisson {
    mean: f64,
}

impl Poisson {
    /// The distribution with this mean.
    ///
    /// # Errors
    /// `invalid_number` where it is not a finite number, 0 or above.
    pub fn new(mean: f64) -> Result<Self> {
        Ok(Poisson { mean: check::not_negative("the mean", mean)? })
    }

    fn tails(&self, count: u64) -> Tails {
        // P(X ≤ k) = Q(k + 1, mean), DLMF 8.4.10.
        gamma_tails(count as f64 + 1.0, self.mean).swapped()
    }
}

impl Discrete for Poisson {
    fn log_probability(&self, count: u64) -> f64 {
        if count == 0 {
            return -self.mean;
        }
        if self.mean == 0.0 {
            return f64::NEG_INFINITY;
        }
        log_gamma_kernel(count as f64, self.mean) - libm::log(count as f64)
    }

    fn cdf(&self, count: u64) -> f64 {
        self.tails(count).lower
    }

    fn survival(&self, count: u64) -> f64 {
        self.tails(count).upper
    }

    /// See [`Discrete::quantile`]; for probability 1, which no count reaches, the largest count there is.
    fn quantile(&self, probability: f64) -> Result<u64> {
        check::probability("the probability", probability)?;
        if self.mean == 0.0 {
            return Ok(0);
        }
        if probability >= 1.0 {
            return Ok(u64::MAX);
        }
        let guess = self.mean + libm::sqrt(self.mean) * StandardNormal.quantile(probability)?.max(-40.0);
        Ok(first_reaching(guess, u64::MAX, |count| self.cdf(count) >= probability))
    }
}
