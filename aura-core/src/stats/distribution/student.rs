//! Student's t distribution.

use super::{Continuous, StandardNormal};
use crate::error::Result;
use crate::stats::check;
use crate::stats::special::{Tails, beta_tails, log_beta, newton_in_bracket};

/// Student's t distribution, for any degrees of freedom above 0, whole or not, infinity included.
///
/// # Example
/// ```
/// use aura_core::stats::distribution::{Continuous, Student};
/// let t = Student::new(10.0)?;
/// assert!((t.quantile(0.975)? - 2.228_138_851_986_274).abs() < 1e-14);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Student {
    degrees_of_freedom: f64,
}

impl Student {
    /// Beyond this the distribution equals the normal to the last bit at every point with a density.
    const NORMAL_FROM: f64 = 1e20;

    /// The distribution with these degrees of freedom; infinity gives the normal distribution.
    ///
    /// # Errors
    /// `invalid_number` where they are not above 0.
    pub fn new(degrees_of_freedom: f64) -> Result<Self> {
        if degrees_of_freedom == f64::INFINITY {
            return Ok(Student { degrees_of_freedom });
        }
        Ok(Student { degrees_of_freedom: check::positive("the degrees of freedom", degrees_of_freedom)? })
    }

    /// The degrees of freedom.
    pub fn degrees_of_freedom(&self) -> f64 {
        self.degrees_of_freedom
    }

    /// Probability of a value at least as far from 0 as `x`, on either side.
    pub fn two_sided(&self, x: f64) -> f64 {
        (2.0 * self.survival(x.abs())).min(1.0)
    }

    /// Tails at `x ≥ 0`, through the incomplete beta function (DLMF 8.17, Abramowitz and Stegun 26.7.1).
    fn tails(&self, x: f64) -> Tails {
        if self.degrees_of_freedom > Self::NORMAL_FROM {
            let upper = StandardNormal.survival(x);
            return Tails { lower: 1.0 - upper, upper };
        }
        if x == f64::INFINITY {
            return Tails { lower: 1.0, upper: 0.0 };
        }
        let ratio = x / self.degrees_of_freedom * x;
        if ratio > 1e30 {
            let upper = libm::exp(self.log_power_tail() - self.degrees_of_freedom * libm::log(x));
            return Tails { lower: 1.0 - upper, upper };
        }
        let beta = beta_tails(0.5 * self.degrees_of_freedom, 0.5, 1.0 / (1.0 + ratio), ratio / (1.0 + ratio));
        Tails { lower: 0.5 + 0.5 * beta.upper, upper: 0.5 * beta.lower }
    }

    /// The point with `probability < ½` above it.
    fn point_above(&self, probability: f64) -> f64 {
        let df = self.degrees_of_freedom;
        if probability <= 0.0 {
            return f64::INFINITY;
        }
        if df > Self::NORMAL_FROM {
            return StandardNormal.upper_quantile(probability).unwrap_or(f64::INFINITY);
        }
        if df == 1.0 {
            return 1.0 / libm::tan(std::f64::consts::PI * probability);
        }
        let start = self.first_guess(probability);
        if start > 1e300 || start > 1e15 * libm::sqrt(df) {
            return start;
        }
        if probability > 0.2 {
            let solve = |x: f64| (probability - self.tails(x).upper, self.density(x));
            return newton_in_bracket(solve, 0.0, f64::INFINITY, start);
        }
        // In ln x the logarithm of the tail is nearly straight, also where the tail is a power of x.
        let target = libm::log(probability);
        let solve = |log_x: f64| {
            let x = libm::exp(log_x);
            let tail = self.tails(x).upper;
            if tail <= 0.0 {
                return (f64::INFINITY, 1.0);
            }
            (target - libm::log(tail), libm::exp(self.log_density(x) + log_x) / tail)
        };
        let log_x = newton_in_bracket(solve, libm::log(start) - 800.0, 710.0, libm::log(start));
        self.polish(libm::exp(log_x), probability)
    }

    /// One Newton step in `x` itself: the exponential of a solved logarithm is a few bits short.
    fn polish(&self, x: f64, probability: f64) -> f64 {
        let (tail, density) = (self.tails(x).upper, self.density(x));
        let step = (tail - probability) / density;
        if step.is_finite() && step.abs() < 1e-8 * x { x + step } else { x }
    }

    fn first_guess(&self, probability: f64) -> f64 {
        let df = self.degrees_of_freedom;
        let z = StandardNormal.upper_quantile(probability).unwrap_or(0.0);
        let square = z * z;
        if df > 3.0 && square < df {
            // Cornish and Fisher expansion, Abramowitz and Stegun 26.7.5, first two terms.
            let second = (5.0 * square * square + 16.0 * square + 3.0) / (96.0 * df * df);
            return z * (1.0 + (square + 1.0) / (4.0 * df) + second);
        }
        libm::exp((self.log_power_tail() - libm::log(probability)) / df).max(z)
    }

    /// Far out the tail is `x^(−df)` times the exponential of this: `df^(df/2) / (df · B(df/2, ½))`.
    fn log_power_tail(&self) -> f64 {
        let df = self.degrees_of_freedom;
        0.5 * df * libm::log(df) - libm::log(df) - log_beta(0.5 * df, 0.5)
    }
}

impl Continuous for Student {
    fn log_density(&self, x: f64) -> f64 {
        let df = self.degrees_of_freedom;
        if df > Self::NORMAL_FROM {
            return StandardNormal.log_density(x);
        }
        let ratio = x / df * x;
        let log_term =
            if ratio.is_finite() { libm::log1p(ratio) } else { 2.0 * libm::log(x.abs()) - libm::log(df) };
        -0.5 * (df + 1.0) * log_term - 0.5 * libm::log(df) - log_beta(0.5 * df, 0.5)
    }

    fn cdf(&self, x: f64) -> f64 {
        self.survival(-x)
    }

    fn survival(&self, x: f64) -> f64 {
        if x >= 0.0 { self.tails(x).upper } else { self.tails(-x).lower }
    }

    fn quantile(&self, probability: f64) -> Result<f64> {
        check::probability("the probability", probability)?;
        Ok(match probability {
            p if p < 0.5 => -self.point_above(p),
            p if p > 0.5 => self.point_above(1.0 - p),
            _ => 0.0,
        })
    }

    fn upper_quantile(&self, probability: f64) -> Result<f64> {
        Ok(-self.quantile(probability)?)
    }
}
