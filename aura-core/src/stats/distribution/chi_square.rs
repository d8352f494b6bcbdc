//! The chi-square distribution.

use super::Continuous;
use super::gamma::standard_quantile;
use crate::error::Result;
use crate::stats::check;
use crate::stats::special::{gamma_tails, log_gamma_kernel};

/// The chi-square distribution: twice a gamma variable of half the degrees of freedom.
///
/// # Example
/// ```
/// use aura_core::stats::distribution::{ChiSquare, Continuous};
/// let survival = ChiSquare::new(1.0)?.survival(9.0);
/// assert!((survival - 0.002_699_796_063_260_189).abs() < 1e-17);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquare {
    degrees_of_freedom: f64,
}

impl ChiSquare {
    /// The distribution with these degrees of freedom.
    ///
    /// # Errors
    /// `invalid_number` where they are not a finite number above 0.
    pub fn new(degrees_of_freedom: f64) -> Result<Self> {
        Ok(ChiSquare { degrees_of_freedom: check::positive("the degrees of freedom", degrees_of_freedom)? })
    }
}

impl Continuous for ChiSquare {
    fn log_density(&self, x: f64) -> f64 {
        if x < 0.0 {
            return f64::NEG_INFINITY;
        }
        if x == 0.0 {
            return match self.degrees_of_freedom {
                df if df < 2.0 => f64::INFINITY,
                df if df > 2.0 => f64::NEG_INFINITY,
                _ => -std::f64::consts::LN_2,
            };
        }
        log_gamma_kernel(0.5 * self.degrees_of_freedom, 0.5 * x) - libm::log(x)
    }

    fn cdf(&self, x: f64) -> f64 {
        gamma_tails(0.5 * self.degrees_of_freedom, 0.5 * x).lower
    }

    fn survival(&self, x: f64) -> f64 {
        gamma_tails(0.5 * self.degrees_of_freedom, 0.5 * x).upper
    }

    fn quantile(&self, probability: f64) -> Result<f64> {
        check::probability("the probability", probability)?;
        Ok(2.0 * standard_quantile(0.5 * self.degrees_of_freedom, probability, 1.0 - probability))
    }

    fn upper_quantile(&self, probability: f64) -> Result<f64> {
        check::probability("the probability", probability)?;
        Ok(2.0 * standard_quantile(0.5 * self.degrees_of_freedom, 1.0 - probability, probability))
    }
}
