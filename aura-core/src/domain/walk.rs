//! What personas did in a prototype, screen by screen, and what all of their sessions say together.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{PersonaId, PlanId, PrototypeId, VersionId};
use super::prototype::SessionLog;
use super::run::Estimate;
use super::scenario::Device;
use crate::random::Seed;

/// The newest version of the stored form of [`Walks`].
pub const WALKS_SCHEMA_VERSION: u32 = 1;

/// Sessions of personas in a prototype. All of it is simulated: nobody real was there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Walks {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// The plan.
    pub plan: PlanId,
    /// The plan's version.
    pub plan_version: VersionId,
    /// The prototype.
    pub prototype: PrototypeId,
    /// The root of all randomness.
    pub seed: Seed,
    /// How many sessions there were.
    pub sessions: u64,
    /// What all sessions say together.
    pub summary: WalkSummary,
    /// What was taken for granted, one sentence each.
    pub notes: Vec<String>,
    /// The first sessions, in order.
    pub walks: Vec<Walk>,
}

/// One session of one persona.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Walk {
    /// Counts from 1.
    pub session: u64,
    /// The persona.
    pub persona: PersonaId,
    /// Its title.
    pub title: String,
    /// On what it reads and types.
    pub device: Device,
    /// How it ended.
    pub ended: WalkEnding,
    /// Whether it gave up first and came back later.
    pub came_back: bool,
    /// How long it took in milliseconds, without the time away of somebody who came back.
    pub time_ms: u64,
    /// What happened, one line in plain English for each thing.
    pub story: Vec<String>,
    /// The same as the log that a prototype saves of people's sessions. Without an outcome where somebody just left.
    pub log: SessionLog,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WalkEnding {
    /// What the plan is for was reached.
    GoalReached,
    /// The persona gave up.
    GaveUp,
    /// Somebody, or a rule, said no.
    Refused,
    /// Something did not work.
    Failed,
    /// The plan does not say what comes next.
    NoWayOn,
    /// The session met its limit of interactions.
    StoppedAtLimit,
}

impl WalkEnding {
    /// All endings, in the order of reports.
    pub const ALL: [WalkEnding; 6] = [
        WalkEnding::GoalReached,
        WalkEnding::GaveUp,
        WalkEnding::Refused,
        WalkEnding::Failed,
        WalkEnding::NoWayOn,
        WalkEnding::StoppedAtLimit,
    ];

    /// In plain words, for example `reached the goal`.
    pub fn words(self) -> &'static str {
        match self {
            WalkEnding::GoalReached => "reached the goal",
            WalkEnding::GaveUp => "gave up",
            WalkEnding::Refused => "ended with a no",
            WalkEnding::Failed => "ended because something did not work",
            WalkEnding::NoWayOn => "came to a page that leads nowhere",
            WalkEnding::StoppedAtLimit => "were stopped at the limit of interactions",
        }
    }
}

/// What all sessions say together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WalkSummary {
    /// In plain words, one sentence each.
    pub text: Vec<String>,
    /// The share of sessions that reached the goal, with its 95 % interval (Wilson).
    pub reached: Estimate,
    /// Mean time in milliseconds of the sessions that reached the goal, without time away, with its 95 % interval
    /// (Student); absent where none did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_ms: Option<Estimate>,
    /// How sessions ended, where any did so.
    pub endings: Vec<EndingCount>,
    /// Sessions in which somebody gave up and came back later.
    pub came_back: u64,
    /// How each persona fared, in the order of the scenario.
    pub personas: Vec<PersonaWalks>,
    /// Every page that somebody saw, in the order of the prototype.
    pub pages: Vec<PageWalks>,
    /// The fields that were refused, most often first.
    pub refused: Vec<FieldCount>,
    /// The notices and optional fields that were overlooked, most often first.
    pub overlooked: Vec<FieldCount>,
}

/// How many sessions ended in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EndingCount {
    /// The way.
    pub ended: WalkEnding,
    /// How many sessions.
    pub sessions: u64,
}

/// How one persona fared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonaWalks {
    /// The persona.
    pub persona: PersonaId,
    /// Its title.
    pub title: String,
    /// Sessions of it.
    pub sessions: u64,
    /// Those that reached the goal.
    pub reached: u64,
}

/// What happened on one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PageWalks {
    /// The page.
    pub page: String,
    /// Its heading.
    pub title: String,
    /// Sessions that saw it.
    pub sessions: u64,
    /// Times that somebody gave up here, those who came back later among them.
    pub gave_up: u64,
    /// Times that a field was refused.
    pub refused: u64,
    /// Times that somebody went back from here.
    pub back: u64,
    /// Median time from being shown to the next page, in milliseconds; absent where nobody went on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub median_ms: Option<u64>,
}

/// How often something happened to a field or a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FieldCount {
    /// The page.
    pub page: String,
    /// The field, as `data.field`, or the beginning of the notice.
    pub name: String,
    /// Its label.
    pub title: String,
    /// How often.
    pub times: u64,
}
