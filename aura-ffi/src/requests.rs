//! Requests and responses of operations whose engine method takes or gives less than a document.

use aura_core::domain::agent::Agent;
use aura_core::domain::question::Answer;
use aura_core::store::{Project, ProjectId, Revision};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A project that is meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectRequest {
    /// The project.
    pub project: ProjectId,
}

/// Answers to questions about a goal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerRequest {
    /// The project.
    pub project: ProjectId,
    /// The answers.
    pub answers: Vec<Answer>,
}

/// An item of a project that is asked about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemRequest {
    /// The project.
    pub project: ProjectId,
    /// The id of the item, for example `step_pay`.
    pub item: String,
}

/// How much of a history is wanted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HistoryRequest {
    /// The project.
    pub project: ProjectId,
    /// Most revisions; 100 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
}

/// The revisions of a project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HistoryResponse {
    /// Newest first.
    pub revisions: Vec<Revision>,
}

/// All projects of a store.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProjectList {
    /// Ordered by id.
    pub projects: Vec<Project>,
}

/// AI agents that steps can be given to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AgentList {
    /// The host's first.
    pub agents: Vec<Agent>,
}

/// A plan in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Outline {
    /// The project.
    pub project: ProjectId,
    /// The numbered steps in plain English, one on each line.
    pub text: String,
}

/// The record of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RecordedTrace {
    /// The project.
    pub project: ProjectId,
    /// The compact binary file, in base64.
    pub trace_base64: String,
}

/// A record that a run is to be compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyRequest {
    /// The project.
    pub project: ProjectId,
    /// The compact binary file, in base64.
    pub trace_base64: String,
}

/// Nothing is asked for but the thing itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Done {}
