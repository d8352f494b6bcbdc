//! Means of distributions, and the same shape around another mean.

use crate::domain::quantity::Distribution;

/// The mean of a distribution (for a normal one that is cut off at zero, of the uncut one).
///
/// Means of the Weibull, Pareto and beta distributions: Johnson, Kotz and Balakrishnan, Continuous Univariate
/// Distributions, volumes 1 and 2. A Pareto distribution with a shape of 1 or less has no mean; its scale stands in.
pub(crate) fn mean(distribution: &Distribution) -> f64 {
    match distribution {
        Distribution::Fixed(fixed) => fixed.value,
        Distribution::Uniform(range) => (range.low + range.high) / 2.0,
        Distribution::Triangular(range) => (range.low + range.mode + range.high) / 3.0,
        Distribution::Normal(both) | Distribution::Lognormal(both) | Distribution::Gamma(both) => both.mean,
        Distribution::Exponential(only) => only.mean,
        Distribution::Weibull(both) => both.scale * libm::tgamma(1.0 + 1.0 / both.shape),
        Distribution::Pareto(both) if both.shape > 1.0 => both.shape * both.scale / (both.shape - 1.0),
        Distribution::Pareto(both) => both.scale,
        Distribution::Beta(range) => {
            range.low + (range.high - range.low) * range.alpha / (range.alpha + range.beta)
        }
        Distribution::Empirical(list) => {
            let total: f64 = list.weights.iter().sum();
            list.values.iter().zip(&list.weights).map(|(value, weight)| value * weight).sum::<f64>() / total
        }
    }
}

/// The same shape with everything multiplied by a factor above 0.
pub(crate) fn scaled(distribution: &Distribution, factor: f64) -> Distribution {
    let mut scaled = distribution.clone();
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
    }
    scaled
}

/// The same shape around another mean. Where the old mean is 0, or the new one is, the value is fixed.
pub(crate) fn with_mean(distribution: &Distribution, new: f64) -> Distribution {
    let old = mean(distribution);
    let factor = new / old;
    if old > 0.0 && factor.is_finite() && factor > 0.0 {
        scaled(distribution, factor)
    } else {
        Distribution::fixed(new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::quantity::{BetaRange, ShapeAndScale, WeightedValues};

    #[test]
    fn means_follow_their_closed_forms() {
        let check = |distribution: Distribution, expect: f64| {
            assert!((mean(&distribution) - expect).abs() < 1e-9, "{distribution:?}");
            assert!((mean(&with_mean(&distribution, 7.0)) - 7.0).abs() < 1e-9, "{distribution:?}");
        };
        check(Distribution::fixed(3.0), 3.0);
        check(Distribution::lognormal(5.0, 2.0), 5.0);
        // Shape 1 is exponential; shape 2 gives scale * sqrt(pi) / 2.
        check(Distribution::Weibull(ShapeAndScale { shape: 1.0, scale: 4.0 }), 4.0);
        check(Distribution::Weibull(ShapeAndScale { shape: 2.0, scale: 2.0 }), std::f64::consts::PI.sqrt());
        check(Distribution::Pareto(ShapeAndScale { shape: 3.0, scale: 2.0 }), 3.0);
        check(Distribution::Beta(BetaRange { alpha: 1.0, beta: 3.0, low: 2.0, high: 10.0 }), 4.0);
        check(
            Distribution::Empirical(WeightedValues { values: vec![1.0, 4.0], weights: vec![1.0, 2.0] }),
            3.0,
        );
    }
}
