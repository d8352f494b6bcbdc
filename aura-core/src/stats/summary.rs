//! Mergeable sufficient statistics: counts, means, variances and covariances from one pass over the data.
//!
//! Sums and sums of products are kept to about 106 bits ([`Wide`]), so a variance survives an offset of 1e12,
//! parts can be merged in any order, and sums of whole numbers or cents are exact whatever the order. The
//! documented error: a relative 2⁻¹⁰⁰ of the sum of squares, times the number of merged parts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::stats::check::{self, invalid_data};

/// A number held as the unevaluated sum of two floats: about 106 bits (Dekker 1971).
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Wide {
    /// The nearest float.
    pub high: f64,
    /// What is left.
    pub low: f64,
}

/// Count, sum and sum of squares of one variable.
///
/// # Example
/// ```
/// use aura_core::stats::summary::Moments;
/// let morning = Moments::from_values(&[1e12 + 0.5, 1e12 + 1.5]);
/// let evening = Moments::from_values(&[1e12 + 2.5]);
/// let day = morning.merge(evening);
/// assert_eq!(day.sample()?.variance, 1.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Moments {
    /// How many values.
    pub count: u64,
    /// Their sum.
    pub sum: Wide,
    /// The sum of their squares.
    pub squares: Wide,
}

/// Counts, sums and sums of products of two variables that were measured on the same units.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct PairMoments {
    /// The first variable alone.
    pub first: Moments,
    /// The second variable alone.
    pub second: Moments,
    /// The sum of the products.
    pub products: Wide,
}

/// What a test of means needs to know of one arm: count, mean and variance of one unit.
///
/// It need not come from raw values: a proportion, a ratio (delta method) or an adjusted mean give one too.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sample {
    /// How many units.
    pub count: u64,
    /// Their mean.
    pub mean: f64,
    /// Variance of one unit, with divisor `count − 1`; not the variance of the mean.
    pub variance: f64,
}

impl Wide {
    /// A plain float.
    pub fn new(value: f64) -> Self {
        Wide { high: value, low: 0.0 }
    }

    /// The exact product of two floats.
    pub fn product(a: f64, b: f64) -> Self {
        let high = a * b;
        let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
        Wide { high, low: ((a_high * b_high - high) + a_high * b_low + a_low * b_high) + a_low * b_low }
    }

    /// The nearest float.
    pub fn value(self) -> f64 {
        self.high + self.low
    }

    /// Whether this is a number at all.
    pub fn is_finite(self) -> bool {
        self.high.is_finite() && self.low.is_finite()
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Wide) -> Wide {
        let (high, error) = two_sum(self.high, other.high);
        let (low, low_error) = two_sum(self.low, other.low);
        let (high, rest) = quick_two_sum(high, error + low);
        let (high, low) = quick_two_sum(high, rest + low_error);
        Wide { high, low }
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: Wide) -> Wide {
        self.plus(Wide { high: -other.high, low: -other.low })
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Wide) -> Wide {
        let product = Wide::product(self.high, other.high);
        let cross = self.high * other.low + self.low * other.high;
        let (high, low) = quick_two_sum(product.high, product.low + cross);
        Wide { high, low }
    }

    /// The quotient by a float.
    #[must_use]
    pub fn divided_by(self, divisor: f64) -> Wide {
        let first = self.high / divisor;
        let rest = self.minus(Wide::product(first, divisor));
        let (high, low) = quick_two_sum(first, rest.value() / divisor);
        Wide { high, low }
    }
}

impl Moments {
    /// The moments of these values.
    pub fn from_values(values: &[f64]) -> Self {
        let mut moments = Moments::default();
        for &value in values {
            moments.push(value);
        }
        moments
    }

    /// Moments from sums that were computed elsewhere, for example by a database.
    ///
    /// # Errors
    /// `invalid_data` where the sums contradict each other: a square sum that is too small for the sum means
    /// that digits were lost on the way, and no variance can be had from them.
    pub fn from_sums(count: u64, sum: f64, squares: f64) -> Result<Self> {
        let moments = Moments { count, sum: Wide::new(sum), squares: Wide::new(squares) };
        moments.check()?;
        if count > 0 && moments.centred().value() < -1e-9 * squares.abs() {
            return Err(invalid_data(format!(
                "the sum of squares `{squares}` is impossible for {count} values that sum to `{sum}`"
            ))
            .with_hint("subtract a constant near the mean from the values before summing"));
        }
        Ok(moments)
    }

    /// The moments of `count` yes-or-no values of which `successes` are yes.
    ///
    /// # Errors
    /// `invalid_data` where there are more successes than values.
    pub fn from_successes(successes: u64, count: u64) -> Result<Self> {
        if successes > count {
            return Err(invalid_data(format!("{successes} successes are more than the {count} units")));
        }
        let sum = Wide::new(successes as f64);
        Ok(Moments { count, sum, squares: sum })
    }

    /// Adds one value. A value that is not a finite number makes every later answer an error.
    pub fn push(&mut self, value: f64) {
        self.count += 1;
        self.sum = self.sum.plus(Wide::new(value));
        self.squares = self.squares.plus(Wide::product(value, value));
    }

    /// The moments of both sets of values together.
    #[must_use]
    pub fn merge(self, other: Moments) -> Moments {
        Moments {
            count: self.count + other.count,
            sum: self.sum.plus(other.sum),
            squares: self.squares.plus(other.squares),
        }
    }

    /// The mean.
    ///
    /// # Errors
    /// `invalid_data` where there is no value, or one is not a finite number.
    pub fn mean(&self) -> Result<f64> {
        self.check()?;
        if self.count == 0 {
            return Err(invalid_data("there are no values to take a mean of"));
        }
        Ok(self.sum.divided_by(self.count as f64).value())
    }

    /// The sum of squared distances from the mean, never below 0.
    ///
    /// # Errors
    /// As [`Moments::mean`].
    pub fn squared_deviations(&self) -> Result<f64> {
        self.mean()?;
        Ok(self.centred().value().max(0.0))
    }

    /// The variance with divisor `count − 1`.
    ///
    /// # Errors
    /// As [`Moments::mean`], and `invalid_data` for a single value.
    pub fn variance(&self) -> Result<f64> {
        Ok(self.sample()?.variance)
    }

    /// Count, mean and variance, as tests take them.
    ///
    /// # Errors
    /// `invalid_data` where there are fewer than two values, or one is not a finite number.
    pub fn sample(&self) -> Result<Sample> {
        let mean = self.mean()?;
        if self.count < 2 {
            return Err(invalid_data("one value has no variance").with_hint("at least two values are needed"));
        }
        let variance = self.centred().divided_by((self.count - 1) as f64).value().max(0.0);
        Ok(Sample { count: self.count, mean, variance })
    }

    fn centred(&self) -> Wide {
        self.squares.minus(self.sum.times(self.sum).divided_by(self.count as f64))
    }

    fn check(&self) -> Result<()> {
        if self.sum.is_finite() && self.squares.is_finite() {
            return Ok(());
        }
        Err(invalid_data("the values contain one that is not a finite number, or squares that overflow"))
    }
}

impl PairMoments {
    /// The moments of these pairs.
    pub fn from_pairs(pairs: &[(f64, f64)]) -> Self {
        let mut moments = PairMoments::default();
        for &(first, second) in pairs {
            moments.push(first, second);
        }
        moments
    }

    /// Adds one unit.
    pub fn push(&mut self, first: f64, second: f64) {
        self.first.push(first);
        self.second.push(second);
        self.products = self.products.plus(Wide::product(first, second));
    }

    /// The moments of both sets of units together.
    #[must_use]
    pub fn merge(self, other: PairMoments) -> PairMoments {
        PairMoments {
            first: self.first.merge(other.first),
            second: self.second.merge(other.second),
            products: self.products.plus(other.products),
        }
    }

    /// The covariance with divisor `count − 1`.
    ///
    /// # Errors
    /// `invalid_data` where there are fewer than two units, their counts differ, or a value is not finite.
    pub fn covariance(&self) -> Result<f64> {
        if self.first.count != self.second.count {
            let (first, second) = (self.first.count, self.second.count);
            return Err(invalid_data(format!("{first} values cannot be paired with {second}")));
        }
        self.first.sample()?;
        self.second.sample()?;
        let mean_product = self.first.sum.times(self.second.sum).divided_by(self.first.count as f64);
        let centred = self.products.minus(mean_product);
        check::finite("the covariance", centred.divided_by((self.first.count - 1) as f64).value())
    }
}

impl Sample {
    /// A sample known by its count, mean and variance (divisor `count − 1`).
    ///
    /// # Errors
    /// `invalid_data` for fewer than two units, `invalid_number` for a mean or variance out of range.
    pub fn new(count: u64, mean: f64, variance: f64) -> Result<Self> {
        if count < 2 {
            return Err(
                invalid_data(format!("{count} units have no variance")).with_hint("at least two are needed")
            );
        }
        Ok(Sample {
            count,
            mean: check::finite("the mean", mean)?,
            variance: check::not_negative("the variance", variance)?,
        })
    }

    /// Both samples together (Chan, Golub and LeVeque 1979), for samples whose values are elsewhere.
    #[must_use]
    pub fn merge(&self, other: &Sample) -> Sample {
        let (first, second) = (self.count as f64, other.count as f64);
        let total = first + second;
        let gap = other.mean - self.mean;
        let squares = self.variance * (first - 1.0)
            + other.variance * (second - 1.0)
            + gap * gap * (first * second / total);
        let mean = self.mean + gap * (second / total);
        Sample { count: self.count + other.count, mean, variance: squares / (total - 1.0) }
    }

    /// The variance of the mean: variance over count.
    pub fn mean_variance(&self) -> f64 {
        self.variance / self.count as f64
    }
}

fn split(value: f64) -> (f64, f64) {
    let scaled = 134_217_729.0 * value;
    let high = scaled - (scaled - value);
    (high, value - high)
}

fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let total = a + b;
    let shadow = total - a;
    (total, (a - (total - shadow)) + (b - shadow))
}

fn quick_two_sum(large: f64, small: f64) -> (f64, f64) {
    let total = large + small;
    (total, small - (total - large))
}

#[cfg(test)]
mod tests;
