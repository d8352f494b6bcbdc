//! A change whose effect is to be told although nobody was assigned at random.
//!
//! Such evidence has its own documents, so that it is never taken for a random test, nor for simulated evidence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::experiment::ComparisonReading;
use super::id::VerdictId;
use super::live::TrustCheck;
use super::metric::Direction;
use super::quantity::Unit;

/// The newest version of the stored form of an [`Observation`] and an [`ObservationalVerdict`].
pub const OBSERVATION_SCHEMA_VERSION: u32 = 1;

/// What was changed, when, for whom, and what is looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// A short name of what is looked at, for example `orders a day`.
    pub title: String,
    /// What the changed units are compared with.
    pub method: ObservationalMethod,
    /// The column with the figure.
    pub outcome_column: String,
    /// The column with the day, the time (RFC 3339) or the number of the period.
    pub time_column: String,
    /// The first day, time or period after the change, written as in the column.
    pub changed_at: String,
    /// The column that names who or what the row is of; without it all rows are of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_column: Option<String>,
    /// The units that were changed, as they stand in the data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<String>,
    /// The column of what hangs together, where that is more than a unit, for example the region of a shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster_column: Option<String>,
    /// Length of a pattern that repeats, in periods: 7 for days of the week; 0 for none. For `interrupted_series`.
    #[serde(default)]
    pub season: u32,
    /// The unit of the figure.
    #[serde(default = "score")]
    pub unit: Unit,
    /// Which way is better.
    #[serde(default = "increase")]
    pub direction: Direction,
    /// Confidence of the range, between 0.5 and 1.
    #[serde(default = "usual")]
    pub confidence: f64,
}

/// What the changed units are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ObservationalMethod {
    /// With several units that were not changed, before and after (difference in differences).
    Differences,
    /// With the mixture of units that were not changed which was most alike before (synthetic control).
    SyntheticControl,
    /// With the line that they would have followed (interrupted time series).
    InterruptedSeries,
}

/// What the figures say. Never proof as a random test is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ObservationalVerdict {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// Made from the content.
    pub id: VerdictId,
    /// What was asked.
    pub observation: Observation,
    /// Hash of that question.
    pub definition_hash: String,
    /// Hash of the table as it was read.
    pub data_hash: String,
    /// Version of the engine.
    pub engine_version: String,
    /// Always false: these are figures of real people.
    pub is_simulated: bool,
    /// Always false: nobody was assigned by chance.
    pub is_random_test: bool,
    /// Says so in words, with what must be believed for the figures to hold.
    pub label: String,
    /// Mean of the changed units after the change.
    pub found: f64,
    /// What would have been expected there without the change.
    pub expected: f64,
    /// The effect.
    pub effect: f64,
    /// Lower end of its range; absent where it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of its range; absent where it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Probability of an effect at least this far from 0 if there were none, as far as the method can tell.
    pub p_value: f64,
    /// What the effect says by itself.
    pub reading: ComparisonReading,
    /// The effect in plain words.
    pub sentence: String,
    /// Whether the data can be trusted.
    pub checks: Vec<TrustCheck>,
    /// What was seen and what was expected, period by period.
    pub path: Vec<ObservedPeriod>,
    /// Weights of the units in the comparison, where it is a mixture; those of 0 are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<ObservedWeight>,
    /// Figures for experts, with the source of the method.
    pub detail: String,
}

/// One period of the changed units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ObservedPeriod {
    /// As it stands in the data.
    pub time: String,
    /// Mean of the changed units.
    pub found: f64,
    /// What would have been expected without the change.
    pub expected: f64,
    /// Whether it lies after the change.
    pub is_after: bool,
}

/// The part of a unit in a mixture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ObservedWeight {
    /// The unit.
    pub unit: String,
    /// Its weight; all weights sum to 1.
    pub weight: f64,
}

fn score() -> Unit {
    Unit::Score
}

fn increase() -> Direction {
    Direction::Increase
}

fn usual() -> f64 {
    0.95
}
