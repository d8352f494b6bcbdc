//! Which assumptions a metric hangs on when all of them move at once, each over its thinkable range.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{AssumptionId, MetricId};
use super::quantity::Unit;

/// The newest version of the stored form of an [`Influence`].
pub const INFLUENCE_SCHEMA_VERSION: u32 = 1;

/// Which assumptions drive a metric: all of them screened, and those that matter measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Influence {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// The metric.
    pub metric: MetricId,
    /// Its name for people.
    pub title: String,
    /// Its unit.
    pub unit: Unit,
    /// How many runs were made in all.
    pub runs: u64,
    /// Cases of each run.
    pub cases: u64,
    /// The mean of the metric over the ranges of the ranked assumptions; its value in the plan where none is ranked.
    pub mean: f64,
    /// The standard deviation of the metric over these ranges.
    pub deviation: f64,
    /// Every assumption that a run uses and that has a range, the strongest first.
    pub screened: Vec<ScreenedAssumption>,
    /// The ones that matter, the strongest first: how much of the spread each explains.
    pub ranked: Vec<RankedAssumption>,
}

/// What moving one assumption over its whole range does to the metric, from many starting points (Morris 1991).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ScreenedAssumption {
    /// The assumption.
    pub assumption: AssumptionId,
    /// The mean effect, with its sign, in the unit of the metric.
    pub mean_effect: f64,
    /// The mean size of the effect, without sign: what they are ordered by.
    pub mean_size: f64,
    /// How much the effect differs from one starting point to another.
    pub deviation: f64,
}

/// How much of the metric's variance one assumption explains (indices of Sobol').
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RankedAssumption {
    /// The assumption.
    pub assumption: AssumptionId,
    /// By itself: the first-order index.
    pub alone: ShareOfSpread,
    /// With all that it does together with others: the total index.
    pub total: ShareOfSpread,
}

/// A share of the variance, with its 95 % interval from resampled runs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ShareOfSpread {
    /// The share, from 0 to 1.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}
