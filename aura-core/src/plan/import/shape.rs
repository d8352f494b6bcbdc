//! Distributions of other programs as ours.
//!
//! What is neither moved nor cut becomes the distribution of the same name. Others become a list of equally likely
//! values: the means of slices of the distribution between its bounds, which keeps its mean exactly and its spread to
//! within a fraction of a per cent.

use crate::domain::quantity::{
    Distribution, MeanAndDeviation, TriangularRange, UniformRange, WeightedValues,
};
use crate::stats::distribution::{Continuous, Gamma, Normal};

/// Slices of a listed distribution, and points of each slice.
const SLICES: usize = 200;
const POINTS: usize = 5;

/// A distribution in the unit of its file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shape {
    Fixed(f64),
    Uniform {
        low: f64,
        high: f64,
    },
    Triangular {
        low: f64,
        mode: f64,
        high: f64,
    },
    Normal {
        mean: f64,
        deviation: f64,
    },
    /// Moved to begin at `start`.
    Exponential {
        start: f64,
        mean: f64,
    },
    Gamma {
        start: f64,
        shape: f64,
        scale: f64,
    },
    /// With mean and deviation of the logarithm.
    Lognormal {
        start: f64,
        location: f64,
        deviation: f64,
    },
    /// The sum of a normal and an exponential amount.
    NormalAndExponential {
        mean: f64,
        deviation: f64,
        tail: f64,
    },
}

impl Shape {
    /// Lognormal by its own mean and variance.
    pub(super) fn lognormal(mean: f64, variance: f64) -> Shape {
        let spread = libm::log1p(variance / (mean * mean));
        Shape::Lognormal {
            start: 0.0,
            location: libm::log(mean) - spread / 2.0,
            deviation: libm::sqrt(spread),
        }
    }

    /// Gamma by its mean and variance.
    pub(super) fn gamma(mean: f64, variance: f64) -> Shape {
        Shape::Gamma { start: 0.0, shape: mean * mean / variance, scale: variance / mean }
    }

    /// As ours, between bounds, with every amount multiplied by `factor`.
    pub(super) fn within(self, low: Option<f64>, high: Option<f64>, factor: f64) -> Distribution {
        let low = low.filter(|low| low.is_finite()).unwrap_or(0.0).max(0.0);
        let high = high.filter(|high| high.is_finite() && *high > low).unwrap_or(f64::MAX);
        let is_free = self.below(low) < 1e-6 && self.below(high) > 1.0 - 1e-6;
        match self.named().filter(|_| is_free || matches!(self, Shape::Fixed(_))) {
            Some(named) => named.scaled(factor),
            None => self.listed(low, high).scaled(factor),
        }
    }

    /// The distribution of the same name, where there is one.
    fn named(self) -> Option<Distribution> {
        Some(match self {
            Shape::Fixed(value) => Distribution::fixed(value.max(0.0)),
            Shape::Uniform { low, high } if low < high => Distribution::Uniform(UniformRange { low, high }),
            Shape::Uniform { low, .. } => Distribution::fixed(low),
            Shape::Triangular { low, mode, high } => {
                Distribution::Triangular(TriangularRange { low, mode, high })
            }
            Shape::Normal { mean, deviation: 0.0 } => Distribution::fixed(mean),
            Shape::Normal { mean, deviation } => {
                Distribution::Normal(MeanAndDeviation { mean, standard_deviation: deviation })
            }
            Shape::Exponential { start: 0.0, mean } => Distribution::exponential(mean),
            Shape::Gamma { start: 0.0, shape, scale } => Distribution::Gamma(MeanAndDeviation {
                mean: shape * scale,
                standard_deviation: libm::sqrt(shape) * scale,
            }),
            Shape::Lognormal { start: 0.0, location, deviation } => {
                let mean = libm::exp(location + deviation * deviation / 2.0);
                Distribution::lognormal(mean, mean * libm::sqrt(libm::expm1(deviation * deviation)))
            }
            _ => return None,
        })
    }

    /// The probability of an amount at or below `x`.
    fn below(self, x: f64) -> f64 {
        match self {
            Shape::Fixed(value) => f64::from(x >= value),
            Shape::Uniform { low, high } if low < high => ((x - low) / (high - low)).clamp(0.0, 1.0),
            Shape::Uniform { low, .. } => f64::from(x >= low),
            Shape::Triangular { low, mode, high } => match x {
                x if x <= low => 0.0,
                x if x >= high => 1.0,
                x if x <= mode => (x - low) * (x - low) / ((high - low) * (mode - low)),
                x => 1.0 - (high - x) * (high - x) / ((high - low) * (high - mode)),
            },
            Shape::Normal { mean, deviation } => normal_below(x, mean, deviation),
            Shape::Exponential { start, mean } if x > start => -libm::expm1(-(x - start) / mean),
            Shape::Gamma { start, shape, scale } if x > start => {
                Gamma::new(shape, scale).map_or(0.0, |gamma| gamma.cdf(x - start))
            }
            Shape::Lognormal { start, location, deviation } if x > start => {
                normal_below(libm::log(x - start), location, deviation)
            }
            Shape::NormalAndExponential { mean, deviation, tail } => {
                // Grushka (1972): the normal part less what the tail carries beyond.
                let ratio = deviation / tail;
                let moved = (x - mean) / deviation;
                let beyond = libm::exp((ratio * ratio / 2.0 - moved * ratio).min(700.0))
                    * normal_below(moved - ratio, 0.0, 1.0);
                (normal_below(moved, 0.0, 1.0) - beyond).clamp(0.0, 1.0)
            }
            _ => 0.0,
        }
    }

    /// Equally likely values between bounds.
    fn listed(self, low: f64, high: f64) -> Distribution {
        let (from, to) = (self.below(low), self.below(high));
        if to - from < 1e-12 {
            // Nothing lies between the bounds; what is nearest stands for it.
            let value = if from > 0.5 { low } else { high };
            return Distribution::fixed(if value < f64::MAX { value } else { low });
        }
        let share = |part: usize| {
            let place = (part as f64 + 0.5) / (SLICES * POINTS) as f64;
            self.point(from + (to - from) * place, low, high)
        };
        let slice = |number: usize| {
            (0..POINTS).map(|point| share(number * POINTS + point)).sum::<f64>() / POINTS as f64
        };
        let values: Vec<f64> = (0..SLICES).map(slice).collect();
        let weights = vec![1.0; values.len()];
        Distribution::Empirical(WeightedValues { values, weights })
    }

    /// The amount with `probability` below it, by halving.
    fn point(self, probability: f64, low: f64, high: f64) -> f64 {
        let mut bounds = (low, high.min(1.0 + 2.0 * low));
        for _ in 0..1_000 {
            if bounds.1 >= high || self.below(bounds.1) >= probability {
                break;
            }
            bounds.1 = (bounds.1 * 2.0).min(high);
        }
        for _ in 0..60 {
            let middle = bounds.0 / 2.0 + bounds.1 / 2.0;
            if self.below(middle) < probability {
                bounds.0 = middle;
            } else {
                bounds.1 = middle;
            }
        }
        bounds.1
    }
}

fn normal_below(x: f64, mean: f64, deviation: f64) -> f64 {
    Normal::new(mean, deviation).map_or_else(|_| f64::from(x >= mean), |normal| normal.cdf(x))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected means from scipy 1.16: `expect` of the frozen distributions between the bounds, conditional.
    #[test]
    fn moved_and_cut_distributions_keep_their_mean() {
        let check = |shape: Shape, low: f64, high: f64, expect: f64| {
            let mean = shape.within(Some(low), Some(high), 1.0).mean();
            assert!((mean / expect - 1.0).abs() < 2e-3, "{shape:?}: {mean} not {expect}");
        };
        let shifted = Shape::Exponential { start: 1500.0, mean: 150.0 };
        check(shifted, 1500.0, 3600.0, 1_649.998_253_795);
        // 150 (2 - ln 2 ...): an exponential amount cut at its own mean has mean (1 - 2/e)/(1 - 1/e) of it.
        let cut = Shape::Exponential { start: 0.0, mean: 150.0 };
        check(cut, 0.0, 150.0, 150.0 * 0.418_023_293_130_673);
        check(Shape::NormalAndExponential { mean: 100.0, deviation: 10.0, tail: 40.0 }, 0.0, 1e9, 140.0);
        check(Shape::Normal { mean: 100.0, deviation: 10.0 }, 100.0, 1e9, 107.978_845_608_029);
    }

    #[test]
    fn free_distributions_keep_their_name() {
        assert_eq!(
            Shape::Exponential { start: 0.0, mean: 2.0 }.within(None, None, 1000.0),
            Distribution::exponential(2000.0)
        );
        let lognormal = Shape::lognormal(10.0, 25.0).within(None, None, 1.0);
        assert!(matches!(&lognormal, Distribution::Lognormal(both)
            if (both.mean - 10.0).abs() < 1e-9 && (both.standard_deviation - 5.0).abs() < 1e-9));
    }
}
