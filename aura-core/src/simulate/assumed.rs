//! Assumptions as samplers: the value of the plan, or what the scenario puts in its place.

use std::collections::{BTreeMap, BTreeSet};

use crate::des;
use crate::domain::id::AssumptionId;
use crate::domain::plan::Plan;
use crate::domain::quantity::Distribution;
use crate::domain::scenario::Scenario;
use crate::error::{Error, ErrorCode, Result};

/// Looks assumptions up and remembers which were asked for.
pub(super) struct Assumed<'a> {
    values: BTreeMap<&'a AssumptionId, &'a Distribution>,
    used: BTreeSet<&'a AssumptionId>,
}

impl<'a> Assumed<'a> {
    /// # Errors
    /// `invalid_scenario` where an override names no assumption of the plan or is no distribution.
    pub(super) fn new(plan: &'a Plan, scenario: &'a Scenario) -> Result<Self> {
        let mut values: BTreeMap<_, _> = plan.assumptions.iter().map(|a| (&a.id, &a.value)).collect();
        for (id, value) in &scenario.overrides {
            value.check()?;
            match values.get_mut(id) {
                Some(slot) => *slot = value,
                None => {
                    return Err(Error::new(
                        ErrorCode::InvalidScenario,
                        format!("the scenario changes `{id}`, which is not an assumption of the plan"),
                    ));
                }
            }
        }
        Ok(Assumed { values, used: BTreeSet::new() })
    }

    /// # Errors
    /// `invalid_plan` where the plan has no such assumption, `invalid_number` where its value is unusable.
    pub(super) fn sampler(&mut self, id: &AssumptionId) -> Result<des::Distribution> {
        let Some((id, value)) = self.values.get_key_value(id) else {
            return Err(Error::new(
                ErrorCode::InvalidPlan,
                format!("the plan uses `{id}`, which it does not assume"),
            ));
        };
        self.used.insert(id);
        sampler(value).map_err(|error| {
            Error::new(error.code(), format!("`{id}`: {}", error.message())).with_source(error)
        })
    }

    /// The mean as a probability.
    ///
    /// # Errors
    /// As [`Assumed::sampler`], and `invalid_plan` where the mean is above 1.
    pub(super) fn share(&mut self, id: &AssumptionId) -> Result<f64> {
        let mean = self.sampler(id)?.mean();
        if (0.0..=1.0 + 1e-9).contains(&mean) {
            return Ok(mean.min(1.0));
        }
        Err(Error::new(
            ErrorCode::InvalidPlan,
            format!("`{id}` is used as a probability, but its value is {mean}"),
        )
        .with_hint("probabilities are shares from 0 to 1"))
    }

    /// The mean, without noting that it is used.
    pub(super) fn value(&self, id: &AssumptionId) -> Result<f64> {
        match self.values.get(id) {
            Some(value) => Ok(sampler(value)?.mean()),
            None => Err(Error::new(
                ErrorCode::InvalidPlan,
                format!("the plan uses `{id}`, which it does not assume"),
            )),
        }
    }

    pub(super) fn optional(&mut self, id: Option<&AssumptionId>) -> Result<Option<des::Distribution>> {
        id.map(|id| self.sampler(id)).transpose()
    }

    pub(super) fn is_used(&self, id: &AssumptionId) -> bool {
        self.used.contains(id)
    }
}

/// The sampler of a distribution of the domain.
///
/// # Errors
/// `invalid_number` for parameters without a meaning.
pub(super) fn sampler(distribution: &Distribution) -> Result<des::Distribution> {
    distribution.check()?;
    match distribution {
        Distribution::Fixed(fixed) => des::Distribution::fixed(fixed.value),
        Distribution::Uniform(range) => des::Distribution::uniform(range.low, range.high),
        Distribution::Triangular(range) => des::Distribution::triangular(range.low, range.mode, range.high),
        Distribution::Normal(both) | Distribution::Gamma(both) if both.standard_deviation == 0.0 => {
            des::Distribution::fixed(both.mean)
        }
        Distribution::Normal(both) => {
            des::Distribution::normal(both.mean, both.standard_deviation, 0.0, f64::INFINITY)
        }
        Distribution::Lognormal(both) => {
            des::Distribution::lognormal_with_mean(both.mean, both.standard_deviation)
        }
        Distribution::Exponential(only) => des::Distribution::exponential(only.mean),
        Distribution::Gamma(both) => {
            let ratio = both.mean / both.standard_deviation;
            des::Distribution::gamma(ratio * ratio, both.standard_deviation / ratio)
        }
        Distribution::Weibull(both) => des::Distribution::weibull(both.shape, both.scale),
        Distribution::Beta(range) => des::Distribution::beta(range.alpha, range.beta, range.low, range.high),
        Distribution::Pareto(both) => des::Distribution::pareto(both.shape, both.scale),
        Distribution::Empirical(list) => {
            let pairs: Vec<_> = list.values.iter().copied().zip(list.weights.iter().copied()).collect();
            des::Distribution::discrete(&pairs)
        }
        Distribution::Mixture(mixture) => {
            let parts = mixture.parts.iter().map(|part| Ok((sampler(&part.distribution)?, part.weight)));
            des::Distribution::mixture(parts.collect::<Result<_>>()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Seed, Streams};

    /// Mean and variance of a mixture: `sum w m` and `sum w (v + m^2) - mean^2`.
    #[test]
    fn mixtures_are_drawn_with_the_mean_and_variance_of_the_closed_form() {
        let mixture: Distribution = serde_json::from_value(serde_json::json!({"type": "mixture", "parts": [
            {"weight": 6.0, "distribution": {"type": "exponential", "mean": 2.0}},
            {"weight": 3.0, "distribution": {"type": "gamma", "mean": 10.0, "standard_deviation": 4.0}},
            {"weight": 1.0, "distribution": {"type": "fixed", "value": 30.0}}]}))
        .unwrap();
        let mean = 0.6 * 2.0 + 0.3 * 10.0 + 0.1 * 30.0;
        let variance = 0.6 * (4.0 + 4.0) + 0.3 * (16.0 + 100.0) + 0.1 * 900.0 - mean * mean;
        assert!((mixture.mean() - mean).abs() < 1e-12);
        let drawn = sampler(&mixture).unwrap();
        assert!((drawn.mean() - mean).abs() < 1e-12);
        let mut stream = Streams::new(Seed(5)).stream(0, 0, 0);
        let values: Vec<f64> = (0..200_000).map(|_| drawn.sample(&mut stream)).collect();
        let count = values.len() as f64;
        let own = values.iter().sum::<f64>() / count;
        let spread = values.iter().map(|value| libm::pow(value - own, 2.0)).sum::<f64>() / count;
        assert!((own - mean).abs() < 4.0 * (variance / count).sqrt(), "{own}, exact {mean}");
        assert!((spread / variance - 1.0).abs() < 0.03, "{spread}, exact {variance}");
        assert!((mixture.with_mean(70.0).mean() - 70.0).abs() < 1e-12);
    }
}
