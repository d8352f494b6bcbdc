//! The request of a walk; its response is [`Walks`](crate::domain::walk::Walks).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::id::PersonaId;
use crate::domain::scenario::Scenario;
use crate::store::ProjectId;

/// Simulated people walk through the prototype of a plan, screen by screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WalkRequest {
    /// The project.
    pub project: ProjectId,
    /// A complete scenario instead of the default one: its seed, personas and overrides count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<Scenario>,
    /// The seed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// How many sessions, at most 10,000; 200 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sessions: Option<u64>,
    /// The only persona that comes; all by their shares where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<PersonaId>,
    /// How many sessions are given with log and story; 20 where absent. All count in the summary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<u64>,
    /// Most interactions of one session, at most 20,000; 1,000 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_interactions: Option<u64>,
}

impl WalkRequest {
    /// As many sessions as is usual.
    pub fn new(project: ProjectId) -> Self {
        WalkRequest {
            project,
            scenario: None,
            seed: None,
            sessions: None,
            persona: None,
            kept: None,
            most_interactions: None,
        }
    }
}
