//! Amounts with their unit, and distributions of amounts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};

/// The unit of an amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unit {
    /// A share from 0 to 1, shown as a percentage.
    Share,
    /// A whole number of things.
    Count,
    /// Milliseconds, shown as the largest fitting unit of time.
    Milliseconds,
    /// Money in major units (dollars, euros).
    Money(Currency),
    /// A score on a scale of its own, such as NPS or stars.
    Score,
    /// Anything else, with its name.
    Other(OtherUnit),
}

/// The currency of costs where nobody names one, as an ISO 4217 code.
pub const USUAL_CURRENCY: &str = "EUR";

/// A currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Currency {
    /// ISO 4217 code, for example `EUR`.
    pub currency: String,
}

/// A unit that has no variant of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OtherUnit {
    /// The unit in the user's words, singular.
    pub name: String,
}

/// An amount with its unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// How much, in the unit. Never NaN or infinite.
    pub amount: f64,
    /// The unit.
    pub unit: Unit,
}

impl Quantity {
    /// An amount with its unit.
    pub fn new(amount: f64, unit: Unit) -> Self {
        Quantity { amount, unit }
    }
}

/// How an amount varies from case to case. Parameters are in the unit of whatever holds the distribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Distribution {
    /// Always the same value.
    Fixed(FixedValue),
    /// Every value between two bounds is equally likely.
    Uniform(UniformRange),
    /// A lowest, a most likely and a highest value.
    Triangular(TriangularRange),
    /// Normal, cut off below zero.
    Normal(MeanAndDeviation),
    /// Lognormal, given by its own mean and standard deviation (not those of the logarithm).
    Lognormal(MeanAndDeviation),
    /// Exponential.
    Exponential(MeanValue),
    /// Gamma, given by its mean and standard deviation.
    Gamma(MeanAndDeviation),
    /// Weibull.
    Weibull(ShapeAndScale),
    /// Beta, stretched to an interval.
    Beta(BetaRange),
    /// Pareto (type I).
    Pareto(ShapeAndScale),
    /// One of the listed values, each with its weight.
    Empirical(WeightedValues),
    /// One of several distributions, each with its weight, drawn anew each time.
    Mixture(MixtureParts),
}

/// A single value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FixedValue {
    /// The value.
    pub value: f64,
}

/// Two bounds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct UniformRange {
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// Two bounds and the most likely value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TriangularRange {
    /// Lower bound.
    pub low: f64,
    /// Most likely value.
    pub mode: f64,
    /// Upper bound.
    pub high: f64,
}

/// A mean and a standard deviation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MeanAndDeviation {
    /// Mean.
    pub mean: f64,
    /// Standard deviation.
    pub standard_deviation: f64,
}

/// A mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MeanValue {
    /// Mean.
    pub mean: f64,
}

/// A shape and a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ShapeAndScale {
    /// Shape.
    pub shape: f64,
    /// Scale; for Pareto the lowest value.
    pub scale: f64,
}

/// A beta distribution on an interval.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BetaRange {
    /// First shape.
    pub alpha: f64,
    /// Second shape.
    pub beta: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// Values with weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WeightedValues {
    /// The values.
    pub values: Vec<f64>,
    /// One weight for each value; they need not add up to 1.
    pub weights: Vec<f64>,
}

/// Most parts of a mixture.
const MOST_PARTS: usize = 16;

/// Distributions with weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MixtureParts {
    /// The distributions: 1 to 16, none of them a mixture itself.
    pub parts: Vec<MixturePart>,
}

/// A distribution with its weight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MixturePart {
    /// How often it is the one, compared with the others; weights need not add up to 1.
    pub weight: f64,
    /// The distribution.
    pub distribution: Distribution,
}

impl Distribution {
    /// Always the same value.
    pub fn fixed(value: f64) -> Self {
        Distribution::Fixed(FixedValue { value })
    }

    /// Lognormal with this mean and standard deviation.
    pub fn lognormal(mean: f64, standard_deviation: f64) -> Self {
        Distribution::Lognormal(MeanAndDeviation { mean, standard_deviation })
    }

    /// Exponential with this mean.
    pub fn exponential(mean: f64) -> Self {
        Distribution::Exponential(MeanValue { mean })
    }

    /// The mean, as people would say how much it is on average.
    ///
    /// For the normal distribution that of the uncut one; for Pareto with a shape of at most 1, which has no
    /// mean, the median. 0 where the parameters describe no distribution.
    pub fn mean(&self) -> f64 {
        let mean = match self {
            Distribution::Fixed(fixed) => fixed.value,
            Distribution::Uniform(range) => (range.low + range.high) / 2.0,
            Distribution::Triangular(range) => (range.low + range.mode + range.high) / 3.0,
            Distribution::Normal(both) | Distribution::Lognormal(both) | Distribution::Gamma(both) => {
                both.mean
            }
            Distribution::Exponential(only) => only.mean,
            Distribution::Weibull(both) => both.scale * libm::tgamma(1.0 + 1.0 / both.shape),
            Distribution::Beta(range) => {
                range.low + (range.high - range.low) * range.alpha / (range.alpha + range.beta)
            }
            Distribution::Pareto(both) if both.shape > 1.0 => both.scale * both.shape / (both.shape - 1.0),
            Distribution::Pareto(both) => both.scale * libm::exp2(1.0 / both.shape),
            Distribution::Empirical(list) => {
                let pairs = list.values.iter().zip(&list.weights);
                pairs.map(|(value, weight)| value * weight).sum::<f64>() / list.weights.iter().sum::<f64>()
            }
            Distribution::Mixture(mixture) => {
                let sum: f64 = mixture.parts.iter().map(|part| part.weight * part.distribution.mean()).sum();
                sum / mixture.parts.iter().map(|part| part.weight).sum::<f64>()
            }
        };
        if mean.is_finite() { mean } else { 0.0 }
    }

    /// The same shape with everything multiplied by a factor above 0.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        let mut scaled = self.clone();
        match &mut scaled {
            Distribution::Fixed(fixed) => fixed.value *= factor,
            Distribution::Uniform(range) => {
                range.low *= factor;
                range.high *= factor;
            }
            Distribution::Triangular(range) => {
                range.low *= factor;
                range.mode *= factor;
                range.high *= factor;
            }
            Distribution::Normal(both) | Distribution::Lognormal(both) | Distribution::Gamma(both) => {
                both.mean *= factor;
                both.standard_deviation *= factor;
            }
            Distribution::Exponential(only) => only.mean *= factor,
            Distribution::Weibull(both) | Distribution::Pareto(both) => both.scale *= factor,
            Distribution::Beta(range) => {
                range.low *= factor;
                range.high *= factor;
            }
            Distribution::Empirical(list) => list.values.iter_mut().for_each(|value| *value *= factor),
            Distribution::Mixture(mixture) => {
                for part in &mut mixture.parts {
                    part.distribution = part.distribution.scaled(factor);
                }
            }
        }
        scaled
    }

    /// The same shape around another mean. Where the old mean or the new one is 0, the value is fixed.
    #[must_use]
    pub fn with_mean(&self, mean: f64) -> Self {
        let factor = mean / self.mean();
        if factor.is_finite() && factor > 0.0 { self.scaled(factor) } else { Distribution::fixed(mean) }
    }

    /// Refuses parameters that describe no distribution of finite, non-negative amounts.
    ///
    /// # Errors
    /// `invalid_number` with the parameter in the message.
    pub fn check(&self) -> Result<()> {
        match self.fault() {
            None => Ok(()),
            Some(fault) => {
                Err(Error::new(ErrorCode::InvalidNumber, format!("the distribution is not usable: {fault}")))
            }
        }
    }

    fn fault(&self) -> Option<&'static str> {
        match self {
            Distribution::Fixed(fixed) => not_amount("value", fixed.value),
            Distribution::Uniform(range) => not_amount("low", range.low)
                .or(not_amount("high", range.high))
                .or((range.low > range.high).then_some("low is above high")),
            Distribution::Triangular(range) => not_amount("low", range.low)
                .or(not_amount("mode", range.mode))
                .or(not_amount("high", range.high))
                .or((range.low > range.mode || range.mode > range.high)
                    .then_some("low, mode, high are out of order")),
            Distribution::Normal(both) | Distribution::Lognormal(both) | Distribution::Gamma(both) => {
                not_positive("mean", both.mean).or(not_amount("standard deviation", both.standard_deviation))
            }
            Distribution::Exponential(only) => not_positive("mean", only.mean),
            Distribution::Weibull(both) | Distribution::Pareto(both) => {
                not_positive("shape", both.shape).or(not_positive("scale", both.scale))
            }
            Distribution::Beta(range) => not_positive("alpha", range.alpha)
                .or(not_positive("beta", range.beta))
                .or(not_amount("low", range.low))
                .or(not_amount("high", range.high))
                .or((range.low > range.high).then_some("low is above high")),
            Distribution::Empirical(list) => list_fault(list),
            Distribution::Mixture(mixture) => mixture_fault(&mixture.parts),
        }
    }
}

fn not_amount(name: &'static str, value: f64) -> Option<&'static str> {
    if value.is_finite() && value >= 0.0 {
        return None;
    }
    Some(match name {
        "low" => "low is not a number of 0 or more",
        "high" => "high is not a number of 0 or more",
        "mode" => "mode is not a number of 0 or more",
        "standard deviation" => "the standard deviation is not a number of 0 or more",
        _ => "the value is not a number of 0 or more",
    })
}

fn not_positive(name: &'static str, value: f64) -> Option<&'static str> {
    if value.is_finite() && value > 0.0 {
        return None;
    }
    Some(match name {
        "mean" => "the mean is not above 0",
        "shape" => "the shape is not above 0",
        "scale" => "the scale is not above 0",
        _ => "alpha and beta are not above 0",
    })
}

fn list_fault(list: &WeightedValues) -> Option<&'static str> {
    if list.values.is_empty() || list.values.len() != list.weights.len() {
        return Some("values and weights are not lists of the same length of at least one");
    }
    let bad_value = list.values.iter().any(|value| !value.is_finite() || *value < 0.0);
    let bad_weight = list.weights.iter().any(|weight| !weight.is_finite() || *weight < 0.0);
    let total: f64 = list.weights.iter().sum();
    (bad_value || bad_weight || total <= 0.0).then_some("a value or weight is negative, or all weights are 0")
}

fn mixture_fault(parts: &[MixturePart]) -> Option<&'static str> {
    if parts.is_empty() || parts.len() > MOST_PARTS {
        return Some("a mixture has not 1 to 16 parts");
    }
    let total: f64 = parts.iter().map(|part| part.weight).sum();
    if parts.iter().any(|part| part.weight < 0.0) || !total.is_finite() || total <= 0.0 {
        return Some("a weight of a mixture is negative, or all are 0");
    }
    parts.iter().find_map(|part| match &part.distribution {
        Distribution::Mixture(_) => Some("a part of a mixture is a mixture itself"),
        other => other.fault(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values from scipy 1.16 (`weibull_min`, `pareto`, `beta`).
    #[test]
    fn means_are_those_of_the_textbooks() {
        let check = |value: Distribution, expect: f64| {
            assert!((value.mean() - expect).abs() < 1e-9, "{value:?}: {}", value.mean());
            assert!((value.with_mean(7.0).mean() - 7.0).abs() < 1e-9, "{value:?}");
        };
        check(Distribution::Uniform(UniformRange { low: 1.0, high: 4.0 }), 2.5);
        check(Distribution::Triangular(TriangularRange { low: 0.0, mode: 1.0, high: 5.0 }), 2.0);
        check(Distribution::Weibull(ShapeAndScale { shape: 2.0, scale: 3.0 }), 2.658_680_776_358_274);
        check(Distribution::Pareto(ShapeAndScale { shape: 3.0, scale: 2.0 }), 3.0);
        check(Distribution::Beta(BetaRange { alpha: 2.0, beta: 3.0, low: 10.0, high: 20.0 }), 14.0);
        check(
            Distribution::Empirical(WeightedValues { values: vec![1.0, 5.0], weights: vec![3.0, 1.0] }),
            2.0,
        );
        // Three of four times 2, else 10 on average.
        check(mixture(vec![(3.0, Distribution::fixed(2.0)), (1.0, Distribution::exponential(10.0))]), 4.0);
    }

    fn mixture(parts: Vec<(f64, Distribution)>) -> Distribution {
        let part = |(weight, distribution)| MixturePart { weight, distribution };
        Distribution::Mixture(MixtureParts { parts: parts.into_iter().map(part).collect() })
    }

    #[test]
    fn mixtures_are_of_few_sound_parts_and_not_of_mixtures() {
        let one = || Distribution::exponential(3.0);
        assert!(mixture(vec![(0.0, one()), (2.0, one())]).check().is_ok());
        let refused = [
            (mixture(Vec::new()), "1 to 16"),
            (mixture((0..17).map(|_| (1.0, one())).collect()), "1 to 16"),
            (mixture(vec![(0.0, one())]), "all are 0"),
            (mixture(vec![(-1.0, one()), (2.0, one())]), "negative"),
            (mixture(vec![(f64::NAN, one())]), "negative, or all"),
            (mixture(vec![(1.0, mixture(vec![(1.0, one())]))]), "itself"),
            (mixture(vec![(1.0, Distribution::exponential(0.0))]), "the mean is not above 0"),
        ];
        for (value, word) in refused {
            let told = value.check().unwrap_err().to_string();
            assert!(told.contains(word), "{told}");
        }
    }
}
