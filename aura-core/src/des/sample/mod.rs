//! Samplers of durations and amounts, with the exact mean and variance of each.
//!
//! In comes a [`Stream`]; out comes a number, the same on every platform, because only `libm` and the four
//! basic operations are used. Kinds whose distribution function can be inverted take exactly one number from
//! the stream (so two variants that differ in a parameter stay positively correlated, which is what makes
//! paired comparisons narrow); gamma and beta take a few. Never here: units. The caller decides what 1.0 is.

mod choice;
mod normal;
mod special;

#[cfg(test)]
mod tests;

pub use choice::Weights;

use normal::Truncated;
use special::{ln_gamma_sample, positive, power};

use super::time::Span;
use crate::error::{Error, ErrorCode, Result};
use crate::random::{Stream, Visit};

/// How a quantity varies. Made by the functions below, which refuse parameters without a meaning.
///
/// # Example
/// ```
/// use aura_core::des::Distribution;
/// use aura_core::random::{Seed, Streams};
/// let service = Distribution::exponential(300.0)?;
/// let mut stream = Streams::new(Seed(1)).stream(0, 0, 0);
/// assert!(service.sample(&mut stream) > 0.0);
/// assert_eq!((service.mean(), service.variance()), (300.0, 90_000.0));
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Fixed(f64),
    Uniform { low: f64, high: f64 },
    Triangular { low: f64, mode: f64, high: f64 },
    Normal(Truncated),
    Lognormal { location: f64, scale: f64 },
    Exponential { mean: f64 },
    Gamma { shape: f64, scale: f64 },
    Weibull { shape: f64, scale: f64 },
    Beta { first: f64, second: f64, low: f64, high: f64 },
    Pareto { shape: f64, scale: f64 },
    Empirical(Box<[f64]>),
    Mixture { weights: Weights, parts: Box<[Distribution]> },
}

impl Distribution {
    /// Always the same value.
    ///
    /// # Errors
    /// `invalid_number` unless the value is finite.
    pub fn fixed(value: f64) -> Result<Self> {
        Ok(Kind::Fixed(finite("value", value)?).into())
    }

    /// Every value from `low` to `high` alike.
    ///
    /// # Errors
    /// `invalid_number` unless both are finite and in order.
    pub fn uniform(low: f64, high: f64) -> Result<Self> {
        in_order("the bounds of a uniform distribution", &[low, high])?;
        Ok(Kind::Uniform { low, high }.into())
    }

    /// From `low` to `high`, most often near `mode`.
    ///
    /// # Errors
    /// `invalid_number` unless all are finite and in order.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Result<Self> {
        in_order("the corners of a triangular distribution", &[low, mode, high])?;
        Ok(Kind::Triangular { low, mode, high }.into())
    }

    /// A normal distribution cut off at `low` and `high` (which may be infinite) and scaled up again.
    ///
    /// `mean` and `deviation` are those of the distribution before it is cut.
    ///
    /// # Errors
    /// `invalid_number` unless the deviation is positive, the bounds are in order, and at least one in 10^12
    /// of the normal distribution lies between them.
    pub fn normal(mean: f64, deviation: f64, low: f64, high: f64) -> Result<Self> {
        Ok(Kind::Normal(Truncated::new(mean, deviation, low, high)?).into())
    }

    /// The exponential of a normal distribution with mean `location` and deviation `scale`.
    ///
    /// # Errors
    /// `invalid_number` unless `location` lies within ±700 and `scale` in 0..=25.
    pub fn lognormal(location: f64, scale: f64) -> Result<Self> {
        if location.abs() <= 700.0 && (0.0..=25.0).contains(&scale) {
            return Ok(Kind::Lognormal { location, scale }.into());
        }
        Err(Error::new(
            ErrorCode::InvalidNumber,
            "a lognormal distribution needs a location within 700 of 0 and a scale from 0 to 25",
        ))
    }

    /// The lognormal distribution that has this mean and this standard deviation itself.
    ///
    /// # Errors
    /// `invalid_number` unless the mean is positive and the deviation is not negative.
    pub fn lognormal_with_mean(mean: f64, deviation: f64) -> Result<Self> {
        positive("the mean of a lognormal distribution", mean)?;
        if !(deviation.is_finite() && deviation >= 0.0) {
            return Err(Error::new(ErrorCode::InvalidNumber, "a standard deviation cannot be negative"));
        }
        let ratio = deviation / mean;
        let square = libm::log1p(ratio * ratio);
        Distribution::lognormal(libm::log(mean) - square / 2.0, square.sqrt())
    }

    /// The time to the next of many unrelated things.
    ///
    /// # Errors
    /// `invalid_number` unless the mean is positive.
    pub fn exponential(mean: f64) -> Result<Self> {
        Ok(Kind::Exponential { mean: positive("the mean of an exponential distribution", mean)? }.into())
    }

    /// The gamma distribution with mean `shape * scale`.
    ///
    /// # Errors
    /// `invalid_number` unless both are positive and the shape lies in 0.001..=10^9.
    pub fn gamma(shape: f64, scale: f64) -> Result<Self> {
        Ok(Kind::Gamma { shape: shape_of("gamma", shape)?, scale: positive("the scale", scale)? }.into())
    }

    /// The Weibull distribution; `shape` 1 is the exponential one with mean `scale`.
    ///
    /// # Errors
    /// `invalid_number` unless both are positive and the shape is at least 0.05.
    pub fn weibull(shape: f64, scale: f64) -> Result<Self> {
        if shape.is_nan() || shape < 0.05 {
            return Err(Error::new(
                ErrorCode::InvalidNumber,
                "the shape of a Weibull distribution is below 0.05",
            ));
        }
        Ok(Kind::Weibull { shape: positive("the shape", shape)?, scale: positive("the scale", scale)? }
            .into())
    }

    /// The beta distribution with shapes `first` and `second`, stretched to `low..=high`.
    ///
    /// # Errors
    /// `invalid_number` unless the shapes lie in 0.001..=10^9 and the bounds are in order.
    pub fn beta(first: f64, second: f64, low: f64, high: f64) -> Result<Self> {
        in_order("the bounds of a beta distribution", &[low, high])?;
        Ok(Kind::Beta { first: shape_of("beta", first)?, second: shape_of("beta", second)?, low, high }
            .into())
    }

    /// The Pareto distribution of values from `scale` on, with tail index `shape`.
    ///
    /// # Errors
    /// `invalid_number` unless both are positive and the shape is at least 0.05.
    pub fn pareto(shape: f64, scale: f64) -> Result<Self> {
        if shape.is_nan() || shape < 0.05 {
            return Err(Error::new(
                ErrorCode::InvalidNumber,
                "the shape of a Pareto distribution is below 0.05",
            ));
        }
        Ok(Kind::Pareto { shape: positive("the shape", shape)?, scale: positive("the scale", scale)? }.into())
    }

    /// One of the observed values, each as likely as the others.
    ///
    /// # Errors
    /// `invalid_data` without values, `invalid_number` unless all are finite.
    pub fn empirical(values: &[f64]) -> Result<Self> {
        if values.is_empty() {
            return Err(Error::new(ErrorCode::InvalidData, "there are no values to draw from"));
        }
        for value in values {
            finite("value", *value)?;
        }
        let mut sorted = values.to_vec();
        // Sorted, so that equal samples in another order give equal runs, and the draw is an inversion.
        sorted.sort_unstable_by(f64::total_cmp);
        Ok(Kind::Empirical(sorted.into()).into())
    }

    /// One of the given values, each with its weight.
    ///
    /// # Errors
    /// As [`Weights::new`] and [`Distribution::fixed`].
    pub fn discrete(values: &[(f64, f64)]) -> Result<Self> {
        let parts = values.iter().map(|(value, weight)| Ok((Distribution::fixed(*value)?, *weight)));
        Distribution::mixture(parts.collect::<Result<_>>()?)
    }

    /// One of the given distributions, each with its weight.
    ///
    /// # Errors
    /// As [`Weights::new`].
    pub fn mixture(parts: Vec<(Distribution, f64)>) -> Result<Self> {
        let weights: Vec<f64> = parts.iter().map(|(_, weight)| *weight).collect();
        let parts = parts.into_iter().map(|(part, _)| part).collect();
        Ok(Kind::Mixture { weights: Weights::new(&weights)?, parts }.into())
    }

    /// Draws one value.
    #[inline]
    pub fn sample(&self, stream: &mut Stream) -> f64 {
        match &self.kind {
            Kind::Fixed(value) => *value,
            Kind::Exponential { mean } => exponential(*mean, stream.next_open_unit()),
            Kind::Uniform { low, high } => low + (high - low) * stream.next_unit(),
            kind => sample_other(kind, stream),
        }
    }

    /// The duration that `sample_ms` draws from the stream of a purpose of a visit, without making the stream where one
    /// number is enough.
    #[inline]
    pub fn visit_ms(&self, visit: &Visit<'_>, purpose: u8) -> Span {
        match &self.kind {
            Kind::Exponential { mean } => {
                Span::from_fractional_ms(exponential(*mean, visit.open_unit(purpose)))
            }
            Kind::Fixed(value) => Span::from_fractional_ms(*value),
            _ => self.sample_ms(&mut visit.stream(purpose)),
        }
    }

    /// Draws a duration where 1.0 stands for a millisecond; what is below zero becomes zero.
    #[inline]
    pub fn sample_ms(&self, stream: &mut Stream) -> Span {
        Span::from_fractional_ms(self.sample(stream))
    }

    /// The exact mean; infinite for a Pareto distribution with a shape of at most 1.
    pub fn mean(&self) -> f64 {
        match &self.kind {
            Kind::Fixed(value) => *value,
            Kind::Uniform { low, high } => low + (high - low) / 2.0,
            Kind::Triangular { low, mode, high } => low + ((mode - low) + (high - low)) / 3.0,
            Kind::Normal(truncated) => truncated.mean(),
            Kind::Lognormal { location, scale } => libm::exp(location + scale * scale / 2.0),
            Kind::Exponential { mean } => *mean,
            Kind::Gamma { shape, scale } => shape * scale,
            Kind::Weibull { shape, scale } => scale * libm::tgamma(1.0 + 1.0 / shape),
            Kind::Beta { first, second, low, high } => low + (high - low) * first / (first + second),
            Kind::Pareto { shape, scale } if *shape > 1.0 => scale * shape / (shape - 1.0),
            Kind::Pareto { .. } => f64::INFINITY,
            Kind::Empirical(values) => mean_of(values),
            Kind::Mixture { weights, parts } => {
                parts.iter().zip(weights.shares()).map(|(part, share)| part.mean() * share).sum()
            }
        }
    }

    /// The exact variance; infinite for a Pareto distribution with a shape of at most 2.
    ///
    /// The variance of an empirical distribution divides by the number of values, not by one less: the values
    /// are all there is.
    pub fn variance(&self) -> f64 {
        match &self.kind {
            Kind::Fixed(_) => 0.0,
            Kind::Uniform { low, high } => (high - low) * (high - low) / 12.0,
            Kind::Triangular { low, mode, high } => {
                let (left, all) = (mode - low, high - low);
                (left * left + all * all - left * all) / 18.0
            }
            Kind::Normal(truncated) => truncated.variance(),
            Kind::Lognormal { location, scale } => {
                let square = scale * scale;
                libm::expm1(square) * libm::exp(2.0 * location + square)
            }
            Kind::Exponential { mean } => mean * mean,
            Kind::Gamma { shape, scale } => shape * scale * scale,
            Kind::Weibull { shape, scale } => {
                let mean = libm::tgamma(1.0 + 1.0 / shape);
                scale * scale * (libm::tgamma(1.0 + 2.0 / shape) - mean * mean)
            }
            Kind::Beta { first, second, low, high } => {
                let (sum, width) = (first + second, high - low);
                width * width * (first / sum) * (second / sum) / (sum + 1.0)
            }
            Kind::Pareto { shape, scale } if *shape > 2.0 => {
                scale * scale * shape / ((shape - 1.0) * (shape - 1.0) * (shape - 2.0))
            }
            Kind::Pareto { .. } => f64::INFINITY,
            Kind::Empirical(values) => {
                let mean = mean_of(values);
                values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / values.len() as f64
            }
            Kind::Mixture { weights, parts } => {
                let mean = self.mean();
                let within = parts.iter().zip(weights.shares()).map(|(part, share)| {
                    let gap = part.mean() - mean;
                    (part.variance() + gap * gap) * share
                });
                within.sum()
            }
        }
    }
}

impl From<Kind> for Distribution {
    fn from(kind: Kind) -> Self {
        Distribution { kind }
    }
}

/// The inverse of the exponential distribution at a number strictly between 0 and 1.
#[inline]
fn exponential(mean: f64, unit: f64) -> f64 {
    -libm::log(unit) * mean
}

/// The kinds that are drawn less often, out of line to keep the hot function small.
fn sample_other(kind: &Kind, stream: &mut Stream) -> f64 {
    match kind {
        Kind::Fixed(_) | Kind::Uniform { .. } | Kind::Exponential { .. } => 0.0,
        Kind::Triangular { low, mode, high } => {
            // Inversion; the left side of the mode holds (mode - low) / (high - low) of the mass.
            let unit = stream.next_unit();
            let (all, left, right) = (high - low, mode - low, high - mode);
            if unit * all < left {
                low + (unit * all * left).sqrt()
            } else {
                high - ((1.0 - unit) * all * right).sqrt()
            }
        }
        Kind::Normal(truncated) => truncated.sample(stream),
        Kind::Lognormal { location, scale } => {
            libm::exp(location + scale * normal::quantile(stream.next_open_unit()))
        }
        Kind::Gamma { shape, scale } => scale * libm::exp(ln_gamma_sample(*shape, stream)),
        Kind::Weibull { shape, scale } => scale * power(-libm::log(stream.next_open_unit()), 1.0 / shape),
        Kind::Beta { first, second, low, high } => {
            // X / (X + Y) of two gamma variables, in logarithms so that small shapes do not underflow.
            let first = ln_gamma_sample(*first, stream);
            let second = ln_gamma_sample(*second, stream);
            low + (high - low) / (1.0 + libm::exp(second - first))
        }
        Kind::Pareto { shape, scale } => scale * power(stream.next_open_unit(), -1.0 / shape),
        Kind::Empirical(values) => {
            let place = (stream.next_unit() * values.len() as f64) as usize;
            values.get(place).or(values.last()).copied().unwrap_or(0.0)
        }
        Kind::Mixture { weights, parts } => {
            let part = parts.get(weights.pick(stream.next_unit()));
            part.map_or(0.0, |part| part.sample(stream))
        }
    }
}

fn mean_of(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn finite(what: &str, value: f64) -> Result<f64> {
    if value.is_finite() {
        return Ok(value);
    }
    Err(Error::new(ErrorCode::InvalidNumber, format!("the {what} is not a finite number")))
}

fn in_order(what: &str, values: &[f64]) -> Result<()> {
    if values.iter().all(|value| value.is_finite()) && values.is_sorted() {
        return Ok(());
    }
    Err(Error::new(ErrorCode::InvalidNumber, format!("{what} are not finite numbers in ascending order")))
}

fn shape_of(name: &str, shape: f64) -> Result<f64> {
    if (0.001..=1e9).contains(&shape) {
        return Ok(shape);
    }
    Err(Error::new(
        ErrorCode::InvalidNumber,
        format!("the shape of a {name} distribution is outside 0.001 to 10^9"),
    ))
}
