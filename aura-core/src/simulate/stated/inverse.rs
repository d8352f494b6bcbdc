//! Distributions by their quantiles.

use crate::domain::quantity::{Distribution, MixturePart};
use crate::error::Result;
use crate::stats::distribution::{Beta, Continuous, Gamma, StandardNormal};

/// The value of a distribution below which a share of 0..1 lies. The distribution is one that
/// [`check`](Distribution::check) takes.
pub(super) fn value_at(distribution: &Distribution, share: f64) -> Result<f64> {
    Ok(match distribution {
        Distribution::Fixed(fixed) => fixed.value,
        Distribution::Uniform(range) => range.low + (range.high - range.low) * share,
        Distribution::Triangular(range) => {
            let width = range.high - range.low;
            let (left, right) = (range.mode - range.low, range.high - range.mode);
            if width <= 0.0 {
                range.low
            } else if share * width < left {
                range.low + (share * width * left).sqrt()
            } else {
                range.high - ((1.0 - share) * width * right).sqrt()
            }
        }
        Distribution::Normal(both) | Distribution::Lognormal(both) | Distribution::Gamma(both)
            if both.standard_deviation == 0.0 =>
        {
            both.mean
        }
        Distribution::Normal(both) => {
            // Cut off below zero.
            let below = StandardNormal.cdf(-both.mean / both.standard_deviation);
            let place = below + (1.0 - below) * share;
            (both.mean + both.standard_deviation * StandardNormal.quantile(place)?).max(0.0)
        }
        Distribution::Lognormal(both) => {
            let ratio = both.standard_deviation / both.mean;
            let variance = libm::log1p(ratio * ratio);
            let location = libm::log(both.mean) - variance / 2.0;
            libm::exp(location + variance.sqrt() * StandardNormal.quantile(share)?)
        }
        Distribution::Exponential(only) => -only.mean * libm::log1p(-share),
        Distribution::Gamma(both) => {
            let ratio = both.mean / both.standard_deviation;
            Gamma::new(ratio * ratio, both.standard_deviation / ratio)?.quantile(share)?
        }
        Distribution::Weibull(both) => both.scale * libm::pow(-libm::log1p(-share), 1.0 / both.shape),
        Distribution::Beta(range) => {
            range.low + (range.high - range.low) * Beta::new(range.alpha, range.beta)?.quantile(share)?
        }
        Distribution::Pareto(both) => both.scale * libm::pow(1.0 - share, -1.0 / both.shape),
        Distribution::Empirical(list) => of_list(&list.values, &list.weights, share),
        Distribution::Mixture(mixture) => of_parts(&mixture.parts, share)?,
    })
}

/// The lowest value at or below which a share of a mixture lies. It is between the lowest and the highest of those of
/// its parts, and is found by halving until no number lies between.
fn of_parts(parts: &[MixturePart], share: f64) -> Result<f64> {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for part in parts.iter().filter(|part| part.weight > 0.0) {
        let value = value_at(&part.distribution, share)?;
        (low, high) = (low.min(value), high.max(value));
    }
    let all: f64 = parts.iter().map(|part| part.weight).sum();
    let lies_below = |value: f64| -> Result<bool> {
        let mut sum = 0.0;
        for part in parts {
            sum += part.weight * share_below(&part.distribution, value)?;
        }
        Ok(sum >= share * all)
    };
    if lies_below(low)? {
        return Ok(low);
    }
    loop {
        let middle = low + (high - low) / 2.0;
        if !(low < middle && middle < high) {
            return Ok(high);
        }
        if lies_below(middle)? {
            high = middle;
        } else {
            low = middle;
        }
    }
}

/// The share of a distribution at or below a value of 0 or more.
fn share_below(distribution: &Distribution, value: f64) -> Result<f64> {
    let share = match distribution {
        Distribution::Fixed(fixed) => f64::from(value >= fixed.value),
        Distribution::Uniform(range) if range.high > range.low => {
            (value - range.low) / (range.high - range.low)
        }
        Distribution::Uniform(range) => f64::from(value >= range.low),
        Distribution::Triangular(range) => {
            let width = range.high - range.low;
            if value >= range.high {
                1.0
            } else if value < range.mode {
                let past = (value - range.low).max(0.0);
                past * past / (width * (range.mode - range.low))
            } else {
                let rest = range.high - value;
                1.0 - rest * rest / (width * (range.high - range.mode))
            }
        }
        Distribution::Normal(both) | Distribution::Lognormal(both) | Distribution::Gamma(both)
            if both.standard_deviation == 0.0 =>
        {
            f64::from(value >= both.mean)
        }
        Distribution::Normal(both) => {
            let below = StandardNormal.cdf(-both.mean / both.standard_deviation);
            (StandardNormal.cdf((value - both.mean) / both.standard_deviation) - below) / (1.0 - below)
        }
        Distribution::Exponential(only) => -libm::expm1(-value / only.mean),
        // The others have no share at 0 or below.
        _ if value <= 0.0 => 0.0,
        Distribution::Lognormal(both) => {
            let ratio = both.standard_deviation / both.mean;
            let variance = libm::log1p(ratio * ratio);
            let location = libm::log(both.mean) - variance / 2.0;
            StandardNormal.cdf((libm::log(value) - location) / variance.sqrt())
        }
        Distribution::Gamma(both) => {
            let ratio = both.mean / both.standard_deviation;
            Gamma::new(ratio * ratio, both.standard_deviation / ratio)?.cdf(value)
        }
        Distribution::Weibull(both) => -libm::expm1(-libm::pow(value / both.scale, both.shape)),
        Distribution::Beta(range) if range.high > range.low => {
            let place = ((value - range.low) / (range.high - range.low)).clamp(0.0, 1.0);
            Beta::new(range.alpha, range.beta)?.cdf(place)
        }
        Distribution::Beta(range) => f64::from(value >= range.low),
        Distribution::Pareto(both) => 1.0 - libm::pow(value.max(both.scale) / both.scale, -both.shape),
        Distribution::Empirical(list) => {
            let pairs = list.values.iter().zip(&list.weights);
            let below = pairs.filter(|(known, _)| **known <= value).map(|(_, weight)| weight);
            below.sum::<f64>() / list.weights.iter().sum::<f64>()
        }
        Distribution::Mixture(mixture) => {
            let (mut sum, mut all) = (0.0, 0.0);
            for part in &mixture.parts {
                sum += part.weight * share_below(&part.distribution, value)?;
                all += part.weight;
            }
            sum / all
        }
    };
    Ok(share.clamp(0.0, 1.0))
}

/// One of the listed values, in their order.
fn of_list(values: &[f64], weights: &[f64], share: f64) -> f64 {
    let mut pairs: Vec<(f64, f64)> = values.iter().copied().zip(weights.iter().copied()).collect();
    pairs.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut left = share * pairs.iter().map(|(_, weight)| weight).sum::<f64>();
    for (value, weight) in &pairs {
        left -= weight;
        if left < 0.0 {
            return *value;
        }
    }
    pairs.iter().rev().find(|(_, weight)| *weight > 0.0).map_or(0.0, |(value, _)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The quantiles of `scipy.stats` (1.17) at .1, .5 and .95.
    #[test]
    fn quantiles_are_those_of_scipy() {
        let spread = |kind: &str, mean: f64, deviation: f64| json!({"type": kind, "mean": mean, "standard_deviation": deviation});
        for (document, expect) in [
            (json!({"type": "uniform", "low": 2.0, "high": 6.0}), [2.4, 4.0, 5.8]),
            (
                json!({"type": "triangular", "low": 1.0, "mode": 2.0, "high": 7.0}),
                [1.77459666924148, 3.12701665379258, 5.77525512860841],
            ),
            // Cut off at zero, as `truncnorm`.
            (spread("normal", 40.0, 15.0), [21.0677445209238, 40.0720103283479, 64.7007014861441]),
            (spread("lognormal", 3000.0, 1500.0), [1464.71436782496, 2683.28157299974, 5835.95351402765]),
            (
                json!({"type": "exponential", "mean": 4.0}),
                [0.421442062631305, 2.77258872223978, 11.982929094216],
            ),
            (spread("gamma", 10.0, 5.0), [4.36192390706228, 9.18015187212724, 19.3841413198318]),
            (
                json!({"type": "weibull", "shape": 1.5, "scale": 3.0}),
                [0.669226576910751, 2.34965930632395, 6.23433191260367],
            ),
            (
                json!({"type": "beta", "alpha": 2.0, "beta": 5.0, "low": 10.0, "high": 20.0}),
                [10.9259525891313, 12.6444998329566, 15.8180340925203],
            ),
            (
                json!({"type": "pareto", "shape": 2.5, "scale": 3.0}),
                [3.1291346445319, 3.95852373231868, 9.94336205201996],
            ),
        ] {
            let distribution: Distribution = serde_json::from_value(document.clone()).unwrap();
            for (share, exact) in [0.1, 0.5, 0.95].into_iter().zip(expect) {
                let own = value_at(&distribution, share).unwrap();
                assert!(
                    (own - exact).abs() <= 1e-9 * exact.abs().max(1.0),
                    "{document} at {share}: {own}, {exact}"
                );
            }
        }
    }

    #[test]
    fn listed_values_come_as_often_as_their_weights_say() {
        let list = serde_json::from_value(
            json!({"type": "empirical", "values": [3.0, 1.0, 2.0], "weights": [1.0, 2.0, 1.0]}),
        );
        let list: Distribution = list.unwrap();
        let drawn: Vec<f64> = [0.0, 0.49, 0.51, 0.74, 0.76, 0.999]
            .iter()
            .map(|share| value_at(&list, *share).unwrap())
            .collect();
        assert_eq!(drawn, [1.0, 1.0, 2.0, 2.0, 3.0, 3.0]);
    }

    /// Two exponential distributions: the share below `x` is one minus the weighted mean of `e^(-x / mean)`.
    #[test]
    fn quantiles_of_mixtures_are_where_their_shares_are() {
        let mixture: Distribution = serde_json::from_value(json!({"type": "mixture", "parts": [
            {"weight": 3.0, "distribution": {"type": "exponential", "mean": 2.0}},
            {"weight": 1.0, "distribution": {"type": "exponential", "mean": 30.0}}]}))
        .unwrap();
        for share in [0.0, 0.01, 0.5, 0.74, 0.76, 0.999] {
            let value = value_at(&mixture, share).unwrap();
            let below = 1.0 - 0.75 * libm::exp(-value / 2.0) - 0.25 * libm::exp(-value / 30.0);
            assert!((below - share).abs() < 1e-12, "{share}: {value}, {below}");
        }
        let steps: Distribution = serde_json::from_value(json!({"type": "mixture", "parts": [
            {"weight": 1.0, "distribution": {"type": "fixed", "value": 7.3}},
            {"weight": 1.0, "distribution": {"type": "empirical", "values": [1.1, 9.9], "weights": [1.0, 3.0]}}]}))
        .unwrap();
        let drawn = [0.1, 0.13, 0.62, 0.63, 1.0].map(|share| value_at(&steps, share).unwrap());
        assert_eq!(drawn, [1.1, 7.3, 7.3, 9.9, 9.9]);
    }

    #[test]
    fn shares_below_are_the_other_way_round() {
        let spread = |kind: &str| json!({"type": kind, "mean": 40.0, "standard_deviation": 15.0});
        for document in [
            json!({"type": "uniform", "low": 2.0, "high": 6.0}),
            json!({"type": "triangular", "low": 1.0, "mode": 2.0, "high": 7.0}),
            spread("normal"),
            spread("lognormal"),
            spread("gamma"),
            json!({"type": "exponential", "mean": 4.0}),
            json!({"type": "weibull", "shape": 1.5, "scale": 3.0}),
            json!({"type": "beta", "alpha": 2.0, "beta": 5.0, "low": 10.0, "high": 20.0}),
            json!({"type": "pareto", "shape": 2.5, "scale": 3.0}),
        ] {
            let distribution: Distribution = serde_json::from_value(document.clone()).unwrap();
            for share in [0.05, 0.3, 0.5, 0.95] {
                let back = share_below(&distribution, value_at(&distribution, share).unwrap()).unwrap();
                assert!((back - share).abs() < 1e-9, "{document} at {share}: {back}");
            }
        }
    }
}
