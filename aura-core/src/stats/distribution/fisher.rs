//! The F distribution.

use super::Continuous;
use super::beta::odds_quantile;
use crate::error::Result;
use crate::stats::check;
use crate::stats::special::{Tails, beta_tails, log_beta_kernel};

/// Fisher's F distribution: the ratio of two independent mean squares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fisher {
    numerator: f64,
    denominator: f64,
}

impl Fisher {
    /// The distribution with these degrees of freedom above and below the line.
    ///
    /// # Errors
    /// `invalid_number` where one is not a finite number above 0.
    pub fn new(numerator: f64, denominator: f64) -> Result<Self> {
        Ok(Fisher {
            numerator: check::positive("the degrees of freedom of the numerator", numerator)?,
            denominator: check::positive("the degrees of freedom of the denominator", denominator)?,
        })
    }

    fn shares(&self, x: f64) -> (f64, f64) {
        let odds = self.numerator * x / self.denominator;
        if odds.is_finite() { (odds / (1.0 + odds), 1.0 / (1.0 + odds)) } else { (1.0, 0.0) }
    }

    fn tails(&self, x: f64) -> Tails {
        let (share, rest) = self.shares(x);
        beta_tails(0.5 * self.numerator, 0.5 * self.denominator, share, rest)
    }
}

impl Continuous for Fisher {
    fn log_density(&self, x: f64) -> f64 {
        if x < 0.0 {
            return f64::NEG_INFINITY;
        }
        if x == 0.0 {
            return match self.numerator {
                df if df < 2.0 => f64::INFINITY,
                df if df > 2.0 => f64::NEG_INFINITY,
                _ => 0.0,
            };
        }
        let (share, rest) = self.shares(x);
        log_beta_kernel(0.5 * self.numerator, 0.5 * self.denominator, share, rest) - libm::log(x)
    }

    fn cdf(&self, x: f64) -> f64 {
        self.tails(x).lower
    }

    fn survival(&self, x: f64) -> f64 {
        self.tails(x).upper
    }

    fn quantile(&self, probability: f64) -> Result<f64> {
        check::probability("the probability", probability)?;
        let odds =
            odds_quantile(0.5 * self.numerator, 0.5 * self.denominator, probability, 1.0 - probability);
        Ok(odds * (self.denominator / self.numerator))
    }

    fn upper_quantile(&self, probability: f64) -> Result<f64> {
        check::probability("the probability", probability)?;
        let odds =
            odds_quantile(0.5 * self.numerator, 0.5 * self.denominator, 1.0 - probability, probability);
        Ok(odds * (self.denominator / self.numerator))
    }
}
