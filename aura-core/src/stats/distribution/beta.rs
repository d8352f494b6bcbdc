//! The beta distribution.

use super::{Continuous, StandardNormal};
use crate::error::Result;
use crate::stats::check;
use crate::stats::special::{beta_tails, log_beta, log_beta_kernel, newton_in_bracket};

/// The beta distribution on 0 … 1.
///
/// # Example
/// ```
/// use aura_core::stats::distribution::{Beta, Continuous};
/// let posterior = Beta::new(52.0, 50.0)?;
/// assert!((posterior.quantile(0.025)? - 0.413_283_474_733_545_8).abs() < 1e-13);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta {
    a: f64,
    b: f64,
}

impl Beta {
    /// The distribution whose density is proportional to `x^(a−1) (1−x)^(b−1)`.
    ///
    /// # Errors
    /// `invalid_number` where a shape is not a finite number above 0.
    pub fn new(a: f64, b: f64) -> Result<Self> {
        Ok(Beta { a: check::positive("the first shape", a)?, b: check::positive("the second shape", b)? })
    }

    /// The mean, `a / (a + b)`.
    pub fn mean(&self) -> f64 {
        self.a / (self.a + self.b)
    }

    /// The variance.
    pub fn variance(&self) -> f64 {
        let total = self.a + self.b;
        self.a / total * (self.b / total) / (total + 1.0)
    }

    /// The point with these probabilities below and above, and its distance to 1.
    fn solve(&self, lower: f64, upper: f64) -> (f64, f64) {
        if lower <= 0.0 {
            return (0.0, 1.0);
        }
        if upper <= 0.0 {
            return (1.0, 0.0);
        }
        let use_lower = lower <= upper;
        let target = libm::log(if use_lower { lower } else { upper });
        // Newton in u = ln(x / (1 − x)) on the logarithm of the smaller tail; both ends keep their digits.
        let solve = |x: f64, y: f64| {
            let tails = beta_tails(self.a, self.b, x, y);
            let kernel = libm::exp(log_beta_kernel(self.a, self.b, x, y));
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
        // Beyond this x or y is 0 as a float.
        let reach = 800.0;
        let at_logit = |u: f64| {
            let (x, y) = from_logit(u);
            solve(x, y)
        };
        let (x, y) = from_logit(newton_in_bracket(at_logit, -reach, reach, self.first_guess(lower, upper)));
        // The logit is a few bits short of x and y; one more step mends that.
        let (value, slope) = solve(x, y);
        let step = x * y * (value / slope);
        if step.abs() < 1e-8 * x.min(y) { (x - step, y + step) } else { (x, y) }
    }

    fn first_guess(&self, lower: f64, upper: f64) -> f64 {
        let z = if lower <= upper {
            StandardNormal.quantile(lower)
        } else {
            StandardNormal.upper_quantile(upper)
        };
        let centre = libm::log(self.a / self.b);
        if self.a > 1.0 && self.b > 1.0 {
            // The logit is nearly normal with variance 1/a + 1/b.
            return centre + z.unwrap_or(0.0) * libm::sqrt(1.0 / self.a + 1.0 / self.b);
        }
        let log_b = log_beta(self.a, self.b);
        let from_left = (libm::log(lower) + libm::log(self.a) + log_b) / self.a;
        let from_right = (libm::log(upper) + libm::log(self.b) + log_b) / self.b;
        if from_left < -1.0 {
            return from_left;
        }
        if from_right < -1.0 { -from_right } else { centre }
    }
}

impl Continuous for Beta {
    fn log_density(&self, x: f64) -> f64 {
        if !(0.0..=1.0).contains(&x) {
            return f64::NEG_INFINITY;
        }
        if x == 0.0 || x == 1.0 {
            let (shape, other) = if x == 0.0 { (self.a, self.b) } else { (self.b, self.a) };
            return match shape {
                shape if shape < 1.0 => f64::INFINITY,
                shape if shape > 1.0 => f64::NEG_INFINITY,
                _ => libm::log(other),
            };
        }
        log_beta_kernel(self.a, self.b, x, 1.0 - x) - libm::log(x) - libm::log1p(-x)
    }

    fn cdf(&self, x: f64) -> f64 {
        beta_tails(self.a, self.b, x, 1.0 - x).lower
    }

    fn survival(&self, x: f64) -> f64 {
        beta_tails(self.a, self.b, x, 1.0 - x).upper
    }

    fn quantile(&self, probability: f64) -> Result<f64> {
        check::probability("the probability", probability)?;
        Ok(self.solve(probability, 1.0 - probability).0)
    }

    fn upper_quantile(&self, probability: f64) -> Result<f64> {
        check::probability("the probability", probability)?;
        Ok(self.solve(1.0 - probability, probability).0)
    }
}

fn from_logit(u: f64) -> (f64, f64) {
    let small = libm::exp(-u.abs());
    let (less, more) = (small / (1.0 + small), 1.0 / (1.0 + small));
    if u < 0.0 { (less, more) } else { (more, less) }
}

/// Solves the F distribution too: the odds `x / (1 − x)` of a beta variable.
pub(super) fn odds_quantile(a: f64, b: f64, lower: f64, upper: f64) -> f64 {
    let (x, y) = Beta { a, b }.solve(lower, upper);
    x / y
}
