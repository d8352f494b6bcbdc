//! What happened to one case of a run, and why it waited.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{NodeId, PersonaId, PlanId, VersionId};
use super::plan::Outcome;
use crate::random::Seed;

/// The newest version of the stored form of [`CaseStory`].
pub const STORY_SCHEMA_VERSION: u32 = 1;

/// One case of a run, from its arrival to its end. All of it is simulated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CaseStory {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// The plan.
    pub plan: PlanId,
    /// The plan's version.
    pub plan_version: VersionId,
    /// The root of all randomness.
    pub seed: Seed,
    /// The case, counted from 0 over the whole run.
    pub case: u64,
    /// The replication that it is part of, counted from 0.
    pub replication: u32,
    /// Who it is.
    pub persona: PersonaId,
    /// When it arrived, in milliseconds after the begin of its replication.
    pub arrived_ms: u64,
    /// From arrival to end, in milliseconds.
    pub cycle_ms: u64,
    /// How it ended.
    pub outcome: Outcome,
    /// All in a few sentences.
    pub summary: String,
    /// What happened, in the order of time.
    pub moments: Vec<StoryMoment>,
    /// The same as stretches of time, in the order of their begin.
    pub bars: Vec<StoryBar>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StoryMoment {
    /// When, in milliseconds after the arrival.
    pub at_ms: u64,
    /// Where.
    pub node: NodeId,
    /// What, in plain English, without a full stop.
    pub text: String,
}

/// A stretch of time at one node.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StoryBar {
    /// The node.
    pub node: NodeId,
    /// What the case did meanwhile.
    pub kind: StoryBarKind,
    /// Begin, in milliseconds after the arrival.
    pub from_ms: u64,
    /// End, in milliseconds after the arrival.
    pub to_ms: u64,
    /// Why it waited, where that can be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// What a case did in a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StoryBarKind {
    /// It waited.
    Waiting,
    /// Somebody or something worked on it.
    Working,
    /// The person had given up for now.
    Away,
    /// A step was taken back.
    Undoing,
}

/// Cases of a run that a page shows. All of them are simulated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ShownCases {
    /// Cases that are told, each once.
    pub told: Vec<ToldCase>,
    /// Cases on their way through the plan, in the order of their arrival.
    pub moving: Vec<MovingCase>,
}

/// A case that is told, and why this one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ToldCase {
    /// Which case of the run it is.
    pub choice: StoryChoice,
    /// What happened to it.
    pub story: CaseStory,
}

/// Where one case was, and when. Times are milliseconds after the begin of its replication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MovingCase {
    /// The case, counted from 0 over the whole run.
    pub case: u64,
    /// When it ended; absent where the run ended before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_ms: Option<u64>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The ways of its tokens: one, and one more for each way that it took at the same time.
    pub tokens: Vec<TokenWay>,
}

/// The way of one token of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TokenWay {
    /// The nodes that it came to, in the order of time.
    pub visits: Vec<Visit>,
    /// When it met other tokens of its case and went on as one with them; absent where it went to the end of its case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined_ms: Option<u64>,
}

/// A stay of a token at a node.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Visit {
    /// The node.
    pub node: NodeId,
    /// When it came.
    pub at_ms: u64,
    /// What it did there, from when on; each lasts until the next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Phase>,
}

/// What a case does at a node from a moment on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Phase {
    /// What it does.
    pub kind: StoryBarKind,
    /// Since when.
    pub from_ms: u64,
}

/// Which case is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum StoryChoice {
    /// Of the first replication, the case that took longest.
    #[default]
    Slowest,
    /// Of the first replication, the case whose time is the median.
    Typical,
    /// Of the first replication, the first case that did not reach its goal.
    Lost,
    /// The case of a number.
    Number(CaseNumber),
}

/// One case by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseNumber {
    /// Counted from 0 over the whole run.
    pub case: u64,
}
