//! Whether a test can be trusted with the user's own data: many random splits in which nothing differs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::MetricId;
use super::live::TrustCheck;

/// The newest version of the stored form of a [`Calibration`].
pub const CALIBRATION_SCHEMA_VERSION: u32 = 1;

/// How often a test would raise a false alarm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Calibration {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// Hash of the statement.
    pub definition_hash: String,
    /// Hash of the data as they were read.
    pub data_hash: String,
    /// Version of the engine.
    pub engine_version: String,
    /// Where the random splits come from: the same seed gives the same splits everywhere.
    pub seed: u64,
    /// How many random splits were made.
    pub splits: u64,
    /// Units that were split.
    pub units: u64,
    /// Every metric of the statement.
    pub metrics: Vec<CalibratedMetric>,
    /// Whether arms disturb each other, where it was asked and can be told.
    pub checks: Vec<TrustCheck>,
}

/// One metric over all splits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CalibratedMetric {
    /// The metric.
    pub metric: MetricId,
    /// For people.
    pub title: String,
    /// Splits that could be judged.
    pub splits: u64,
    /// Splits that looked like a difference.
    pub false_alarms: u64,
    /// The share of those.
    pub rate: f64,
    /// Lower end of the range of that share (Wilson, 99 %).
    pub low: f64,
    /// Upper end of that range.
    pub high: f64,
    /// What the rule allows: 0.05 where it asks for 95 %.
    pub allowed: f64,
    /// Whether the rate is surely above what is allowed.
    pub is_too_high: bool,
    /// In plain words.
    pub sentence: String,
}
