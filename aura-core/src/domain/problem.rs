//! What is wrong with a plan, in plain words, with a proposal where there is one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::NodeId;

/// A problem of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Problem {
    /// Stable snake_case name of the check, for example `unreachable_node`.
    pub code: String,
    /// How bad.
    pub severity: Severity,
    /// What is wrong, in one plain sentence.
    pub text: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<NodeId>,
    /// A sentence that the plan editor understands and that mends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<String>,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The plan cannot run.
    Error,
    /// The plan runs, but probably not as meant.
    Warning,
    /// It could be simpler.
    Advice,
}
