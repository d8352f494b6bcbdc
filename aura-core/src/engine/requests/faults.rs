//! The request of a search for faults; its response is a [`FaultReport`](crate::domain::fault::FaultReport).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::scenario::Scenario;
use crate::store::ProjectId;

/// What has to go wrong before a promise of the plan is broken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FaultRequest {
    /// The project.
    pub project: ProjectId,
    /// A complete scenario instead of the default one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<Scenario>,
    /// The seed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// Cases that are looked at; 20 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cases: Option<u64>,
    /// Most faults in one combination; 4 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_faults: Option<u32>,
    /// Most runs of a case for each promise; 5,000 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_runs: Option<u64>,
}

impl FaultRequest {
    /// As much work as is usual.
    pub fn new(project: ProjectId) -> Self {
        FaultRequest { project, scenario: None, seed: None, cases: None, most_faults: None, most_runs: None }
    }
}
