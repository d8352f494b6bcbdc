//! How much the units of each kind of metric differ, with the change there and without.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::wrong;
use crate::error::Result;
use crate::stats::special::find_root;

/// What is measured, and how much its units differ.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum PowerKind {
    /// A share; retention too.
    Share(SharePower),
    /// A mean; a weighted sum of columns too.
    Mean(MeanPower),
    /// A count for each unit.
    Count(CountPower),
    /// The sum of a column over the sum of another; a step of a funnel too.
    Ratio(RatioPower),
    /// A quantile.
    Quantile(QuantilePower),
    /// The mean time without an event up to a limit; `baseline` is that mean today.
    Survival(SurvivalPower),
}

/// Shares say themselves how much they differ.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SharePower {}

/// How much the units of a mean differ.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MeanPower {
    /// Standard deviation of one unit.
    pub deviation: f64,
}

/// How much the counts of units differ.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CountPower {
    /// Variance over mean: 1 by Poisson's law, more where people differ.
    #[serde(default = "poisson")]
    pub dispersion: f64,
}

/// How much the parts of a ratio differ.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RatioPower {
    /// Standard deviation of a unit's value above the line.
    pub above_deviation: f64,
    /// Mean of the units' values below the line.
    pub below_mean: f64,
    /// Their standard deviation.
    pub below_deviation: f64,
    /// Correlation of both values of a unit.
    pub correlation: f64,
}

/// How much the values around a quantile differ.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuantilePower {
    /// The quantile: 0.5 is the middle value.
    pub probability: f64,
    /// Share of the units whose value lies within one unit of the metric there (the density): the share between two
    /// values close to the quantile, over their distance.
    pub density: f64,
}

/// How long events take.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SurvivalPower {
    /// Times count up to here. Events are taken to come at a constant rate, and everyone to be watched this long.
    pub limit: f64,
}

impl PowerKind {
    pub(super) fn check(&self, baseline: f64) -> Result<()> {
        let positive = |name: &str, value: f64| {
            if value.is_finite() && value > 0.0 {
                Ok(())
            } else {
                Err(wrong(format!("the {name} must be above 0, not `{value}`")))
            }
        };
        match self {
            PowerKind::Share(_) if (0.0..=1.0).contains(&baseline) => Ok(()),
            PowerKind::Share(_) => Err(wrong(format!("a share lies between 0 and 1; `{baseline}` does not"))
                .with_hint("for another metric give its standard deviation")),
            PowerKind::Mean(mean) => positive("deviation", mean.deviation),
            PowerKind::Count(count) => {
                positive("mean count", baseline)?;
                positive("dispersion", count.dispersion)
            }
            PowerKind::Ratio(ratio) => {
                positive("mean below the line", ratio.below_mean.abs())?;
                let is_legal = ratio.above_deviation >= 0.0
                    && ratio.below_deviation >= 0.0
                    && ratio.correlation.abs() <= 1.0
                    && self.variance(baseline, 0.0)? > 0.0;
                if is_legal {
                    Ok(())
                } else {
                    Err(wrong("deviations are above 0 and a correlation is from -1 to 1"))
                }
            }
            PowerKind::Quantile(quantile) => {
                positive("density", quantile.density)?;
                if quantile.probability > 0.0 && quantile.probability < 1.0 {
                    return Ok(());
                }
                Err(wrong(format!("a quantile must lie between 0 and 1, not `{}`", quantile.probability)))
            }
            PowerKind::Survival(time) => {
                positive("limit", time.limit)?;
                time.variance(baseline).map(|_| ())
            }
        }
    }

    /// Variance of the difference of both arms times the units of one arm.
    pub(super) fn variance(&self, baseline: f64, effect: f64) -> Result<f64> {
        let after = baseline + effect;
        match self {
            PowerKind::Share(_) => {
                let inside = |share: f64| (0.0..=1.0).contains(&share);
                let variance = baseline * (1.0 - baseline) + after * (1.0 - after);
                if inside(baseline) && inside(after) && variance > 0.0 {
                    return Ok(variance);
                }
                Err(wrong(format!("a share of `{baseline}` cannot change by `{effect}`"))
                    .with_hint("shares lie between 0 and 1; for another metric give its standard deviation"))
            }
            PowerKind::Mean(mean) => Ok(2.0 * mean.deviation * mean.deviation),
            PowerKind::Count(count) => {
                if after < 0.0 {
                    return Err(wrong(format!("a mean count of `{baseline}` cannot change by `{effect}`")));
                }
                Ok(count.dispersion * (baseline + after))
            }
            PowerKind::Ratio(ratio) => Ok(ratio.variance(baseline) + ratio.variance(after)),
            PowerKind::Quantile(quantile) => {
                let share = quantile.probability * (1.0 - quantile.probability);
                Ok(2.0 * share / (quantile.density * quantile.density))
            }
            PowerKind::Survival(time) => Ok(time.variance(baseline)? + time.variance(after)?),
        }
    }

    /// The largest effect that there can be.
    pub(super) fn largest(&self, baseline: f64) -> f64 {
        match self {
            PowerKind::Share(_) => 1.0 - baseline,
            PowerKind::Survival(time) => (time.limit - baseline) * (1.0 - 1e-9),
            _ => f64::INFINITY,
        }
    }
}

impl RatioPower {
    /// Variance of one arm's ratio times its units, by the delta method (Deng, Knoblich and Lu 2018, section 3).
    fn variance(&self, ratio: f64) -> f64 {
        let (above, below) = (self.above_deviation, ratio * self.below_deviation);
        let spread = above * above - 2.0 * self.correlation * above * below + below * below;
        spread / (self.below_mean * self.below_mean)
    }
}

impl SurvivalPower {
    /// Variance of the time cut at the limit, where events come at the constant rate that gives this mean.
    fn variance(&self, mean: f64) -> Result<f64> {
        // As shares of the limit: mean (1 − e⁻ʳ) / r and second moment 2 (1 − e⁻ʳ (1 + r)) / r².
        let share = mean / self.limit;
        let gap = |log_rate: f64| -libm::expm1(-libm::exp(log_rate)) / libm::exp(log_rate) - share;
        let rate =
            find_root(gap, libm::log(1e-6), libm::log(1e6), 1e-13).filter(|_| share > 0.0 && share < 1.0);
        let rate = rate.map(libm::exp).ok_or_else(|| {
            wrong(format!("a mean time of `{mean}` up to a limit of `{}` cannot be", self.limit))
                .with_hint("the mean time lies between 0 and the limit")
        })?;
        // Near 0 both moments are taken from their series, where digits would be lost.
        let second = if rate < 1e-2 {
            1.0 - rate * (2.0 / 3.0) + rate * rate * 0.25 - rate * rate * rate / 15.0
        } else {
            2.0 * (1.0 - libm::exp(-rate) * (1.0 + rate)) / (rate * rate)
        };
        Ok((second - share * share).max(0.0) * self.limit * self.limit)
    }
}

fn poisson() -> f64 {
    1.0
}
