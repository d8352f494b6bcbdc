//! A test whose arms get shares that follow what was seen so far.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::live::{LiveExperiment, TrustCheck};
pub use crate::stats::bandit::AllocationRule;

/// The newest version of the stored form of an [`Allocation`].
pub const ALLOCATION_SCHEMA_VERSION: u32 = 1;

/// How the next shares are found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AllocationPlan {
    /// How shares follow what was seen.
    #[serde(default)]
    pub rule: AllocationRule,
    /// What each arm keeps whatever is seen, of all units: at least 0.05, since a unit counts as many times as one over
    /// its share. Units with a smaller share than this are refused.
    #[serde(default = "least")]
    pub least_share: f64,
    /// The column with the share that the unit's arm had when the unit was assigned.
    #[serde(default = "share")]
    pub share_column: String,
    /// At how many units the ranges are sharpest.
    #[serde(default = "tuned")]
    pub tuned_units: f64,
}

impl Default for AllocationPlan {
    fn default() -> Self {
        AllocationPlan {
            rule: AllocationRule::default(),
            least_share: least(),
            share_column: share(),
            tuned_units: tuned(),
        }
    }
}

/// The next shares, and what is known of the arms so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Allocation {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// How the shares were found.
    pub plan: AllocationPlan,
    /// Hash of the statement and the plan.
    pub definition_hash: String,
    /// Hash of the data as they were read.
    pub data_hash: String,
    /// Version of the engine.
    pub engine_version: String,
    /// Always false: this is evidence from real people.
    pub is_simulated: bool,
    /// The arms in their order.
    pub arms: Vec<AllocatedArm>,
    /// Every other arm against the control.
    pub differences: Vec<AllocatedDifference>,
    /// What to do next, in plain words.
    pub sentence: String,
    /// What to know of the data.
    pub checks: Vec<TrustCheck>,
    /// The statement with the next shares, for `assign`.
    pub next: LiveExperiment,
}

/// One arm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AllocatedArm {
    /// As it stands in the data.
    pub arm: String,
    /// Its units so far.
    pub units: u64,
    /// Their plain mean; absent where there are none. Adaptive shares bias it, so compare by `differences`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean: Option<f64>,
    /// Probability that it is the best one.
    pub chance_best: f64,
    /// Its next share.
    pub share: f64,
}

/// An arm against the control; the range holds at every look.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AllocatedDifference {
    /// The arm.
    pub arm: String,
    /// Its mean minus that of the control, each unit weighed by its share.
    pub estimate: f64,
    /// Lower end of the range; absent where it is too early.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of the range; absent where it is too early.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// In plain words.
    pub sentence: String,
}

fn least() -> f64 {
    0.05
}

fn share() -> String {
    "share".to_owned()
}

fn tuned() -> f64 {
    10_000.0
}
