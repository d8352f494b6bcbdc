//! The gamma distribution.

use super::{Continuous, StandardNormal};
use crate::error::Result;
use crate::stats::check;
use crate::stats::special::{gamma_tails, log_gamma, log_gamma_kernel, newton_in_bracket};

/// The gamma distribution with a shape and a scale; its mean is `shape · scale`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gamma {
    shape: f64,
    scale: f64,
}

impl Gamma {
    /// A gamma distribution.
    ///
    /// # Errors
    /// `invalid_number` where a parameter is not a finite number above 0.
    pub fn new(shape: f64, scale: f64) -> Result<Self> {
        Ok(Gamma { shape: check::positive("the shape", shape)?, scale: check::positive("the scale", scale)? })
    }
}

impl Continuous for Gamma {
    fn log_density(&self, x: f64) -> f64 {
        if x < 0.0 {
            return f64::NEG_INFINITY;
        }
        if x == 0.0 {
            return match self.shape {
                shape if shape < 1.0 => f64::INFINITY,
                shape if shape > 1.0 => f64::NEG_INFINITY,
                _ => -libm::log(self.scale),
            };
        }
        log_gamma_kernel(self.shape, x / self.scale) - libm::log(x)
    }

    fn cdf(&self, x: f64) -> f64 {
        gamma_tails(self.shape, x / self.scale).lower
    }

    fn survival(&self, x: f64) -> f64 {
        gamma_tails(self.shape, x / self.scale).upper
    }

    fn quantile(&self, probability: f64) -> Result<f64> {
        check::probability("the probability", probability)?;
        Ok(self.scale * standard_quantile(self.shape, probability, 1.0 - probability))
    }

    fn upper_quantile(&self, probability: f64) -> Result<f64> {
        check::probability("the probability", probability)?;
        Ok(self.scale * standard_quantile(self.shape, 1.0 - probability, probability))
    }
}

/// The point of the gamma distribution of scale 1 with these probabilities below and above.
pub(super) fn standard_quantile(shape: f64, lower: f64, upper: f64) -> f64 {
    if lower <= 0.0 {
        return 0.0;
    }
    if upper <= 0.0 {
        return f64::INFINITY;
    }
    let use_lower = lower <= upper;
    let target = libm::log(if use_lower { lower } else { upper });
    // Newton in ln x on the logarithm of the smaller tail.
    let solve = |x: f64| {
        let tails = gamma_tails(shape, x);
        let kernel = libm::exp(log_gamma_kernel(shape, x));
        if use_lower {
            if tails.lower <= 0.0 {
                return (f64::NEG_INFINITY, 1.0);
            }
            return (libm::log(tails.lower) - target, kernel / tails.lower);
        }
        if tails.upper <= 0.0 {
            return (f64::INFINITY, 1.0);
        }
        (target - libm::log(tails.upper), kernel / tails.upper)
    };
    let start = first_guess(shape, lower, upper);
    let log_x = newton_in_bracket(
        |log_x| solve(libm::exp(log_x)),
        -745.0 - 745.0 / shape.min(1.0),
        709.0,
        libm::log(start),
    );
    let x = libm::exp(log_x);
    // The logarithm of a large x is a few bits short of x; one more step mends that.
    let (value, slope) = solve(x);
    let step = value / slope;
    if step.abs() < 1e-8 { x - x * step } else { x }
}

/// Wilson and Hilferty (1931), or the power law of the lower tail where that is closer.
fn first_guess(shape: f64, lower: f64, upper: f64) -> f64 {
    let z =
        if lower <= upper { StandardNormal.quantile(lower) } else { StandardNormal.upper_quantile(upper) };
    let ninth = 1.0 / (9.0 * shape);
    let root = 1.0 - ninth + z.unwrap_or(0.0) * libm::sqrt(ninth);
    let cubed = shape * root * root * root;
    if root > 0.2 && shape > 0.5 {
        return cubed;
    }
    let power = libm::exp((libm::log(lower) + log_gamma(shape + 1.0)) / shape);
    if power > 0.0 && power < shape { power } else { shape.max(-libm::log(upper)) }
}
