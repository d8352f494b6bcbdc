//! The normal distribution.

use std::f64::consts::FRAC_1_SQRT_2;

use super::Continuous;
use crate::error::Result;
use crate::stats::check;

/// `½ ln 2π`.
const HALF_LOG_TWO_PI: f64 = 0.918_938_533_204_672_8;

/// The normal distribution with mean 0 and standard deviation 1.
///
/// # Example
/// ```
/// use aura_core::stats::distribution::{Continuous, StandardNormal};
/// assert!((StandardNormal.upper_quantile(0.025)? - 1.959_963_984_540_054).abs() < 1e-15);
/// assert!(StandardNormal.survival(30.0) > 0.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StandardNormal;

/// A normal distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normal {
    mean: f64,
    standard_deviation: f64,
}

impl StandardNormal {
    /// Natural logarithm of the probability above `x`, for any `x`, without underflow.
    pub fn log_survival(self, x: f64) -> f64 {
        if x < 10.0 {
            if x < -1.0 {
                return libm::log1p(-upper(-x));
            }
            return libm::log(upper(x));
        }
        self.log_density(x) + libm::log(mills_ratio(x))
    }

    /// Natural logarithm of the probability at or below `x`, for any `x`, without underflow.
    pub fn log_cdf(self, x: f64) -> f64 {
        self.log_survival(-x)
    }

    /// Expected excess over `x`: the mean of `max(Z − x, 0)`, accurate where it is tiny.
    ///
    /// `φ(x) − x·Q(x)`, for large `x` through the continued fraction, because the difference cancels.
    pub fn expected_excess(self, x: f64) -> f64 {
        if x < 5.0 {
            return self.density(x) - x * upper(x);
        }
        // φ(x)·(1 − x·M(x)) with M = 1/(x + 1/(x + 2/…)): 1 − x·M = M·t with t = 1/(x + 2/(x + …)).
        self.density(x) * mills_ratio(x) * mills_tail(x)
    }
}

impl Continuous for StandardNormal {
    fn log_density(&self, x: f64) -> f64 {
        -0.5 * x * x - HALF_LOG_TWO_PI
    }

    fn cdf(&self, x: f64) -> f64 {
        upper(-x)
    }

    fn survival(&self, x: f64) -> f64 {
        upper(x)
    }

    fn quantile(&self, probability: f64) -> Result<f64> {
        check::probability("the probability", probability)?;
        Ok(if probability <= 0.5 { -from_upper(probability) } else { from_upper(1.0 - probability) })
    }

    fn upper_quantile(&self, probability: f64) -> Result<f64> {
        Ok(-self.quantile(probability)?)
    }
}

impl Normal {
    /// A normal distribution with this mean and standard deviation.
    ///
    /// # Errors
    /// `invalid_number` where a parameter is not finite or the standard deviation is not above 0.
    pub fn new(mean: f64, standard_deviation: f64) -> Result<Self> {
        Ok(Normal {
            mean: check::finite("the mean", mean)?,
            standard_deviation: check::positive("the standard deviation", standard_deviation)?,
        })
    }

    fn standardise(&self, x: f64) -> f64 {
        (x - self.mean) / self.standard_deviation
    }
}

impl Continuous for Normal {
    fn log_density(&self, x: f64) -> f64 {
        StandardNormal.log_density(self.standardise(x)) - libm::log(self.standard_deviation)
    }

    fn cdf(&self, x: f64) -> f64 {
        StandardNormal.cdf(self.standardise(x))
    }

    fn survival(&self, x: f64) -> f64 {
        StandardNormal.survival(self.standardise(x))
    }

    fn quantile(&self, probability: f64) -> Result<f64> {
        Ok(self.mean + self.standard_deviation * StandardNormal.quantile(probability)?)
    }

    fn upper_quantile(&self, probability: f64) -> Result<f64> {
        Ok(self.mean + self.standard_deviation * StandardNormal.upper_quantile(probability)?)
    }
}

/// Probability above `x`.
fn upper(x: f64) -> f64 {
    let scaled = x * FRAC_1_SQRT_2;
    let tail = 0.5 * libm::erfc(scaled);
    if x < 5.0 || tail == 0.0 {
        return tail;
    }
    // x/√2 is rounded, and far out erfc feels that: its logarithm has slope −2·scaled. The product below is
    // the rounding error of scaled² against x²/2, found without losing it.
    let (square, square_low) = two_product(scaled, scaled);
    let (exact, exact_low) = two_product(x, x);
    let excess = (square - 0.5 * exact) + (square_low - 0.5 * exact_low);
    tail * (1.0 + excess)
}

fn two_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    let split = |value: f64| {
        let scaled = 134_217_729.0 * value;
        let high = scaled - (scaled - value);
        (high, value - high)
    };
    let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
    let low = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
    (product, if low.is_finite() { low } else { 0.0 })
}

/// The point with `probability ≤ ½` above it.
fn from_upper(probability: f64) -> f64 {
    if probability <= 0.0 {
        return f64::INFINITY;
    }
    if probability == 0.5 {
        return 0.0;
    }
    // Start: Abramowitz and Stegun 26.2.23, off by at most 4.5e-4. Each Halley step triples the digits.
    let t = libm::sqrt(-2.0 * libm::log(probability));
    let numerator = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let denominator = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut x = t - numerator / denominator;
    for _ in 0..3 {
        let tail = upper(x);
        // Far out the density underflows before the tail does; the ratio of both is the Mills ratio.
        let error = if x > 5.0 {
            (1.0 - probability / tail) * mills_ratio(x)
        } else {
            (tail - probability) / StandardNormal.density(x)
        };
        let step = error / (1.0 - 0.5 * x * error);
        x += step;
        if step.abs() < 1e-16 * x.abs() {
            break;
        }
    }
    x
}

/// `Q(x) / φ(x)` for `x ≥ 5`, by the continued fraction of Laplace (DLMF 7.9.2).
fn mills_ratio(x: f64) -> f64 {
    1.0 / (x + mills_tail(x))
}

/// `1/(x + 2/(x + 3/(x + …)))`.
fn mills_tail(x: f64) -> f64 {
    // 80 levels at x = 5, 24 far out: enough for the last bit, checked against 40 digits.
    let levels = 24 + (1_400.0 / (x * x)) as u32;
    let mut fraction = x;
    for index in (2..=levels).rev() {
        fraction = x + f64::from(index) / fraction;
    }
    1.0 / fraction
}
