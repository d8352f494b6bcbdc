//! What the operations take and give: plain values that serialise, so that every language can call them.

mod faults;
mod outside;
mod scale;
mod story;
mod walk;

pub use faults::FaultRequest;
pub use outside::{
    EventLogRequest, ExportedLog, ImportRequest, Imported, LearnRequest, LearnedPlan, LogFormat,
};
pub use scale::{
    Influenced, JoinRequest, MeasureRequest, PointValues, PreparedRun, RunPartRequest, RunPartResponse,
    SensitivityRequest, SensitivityRound,
};
pub use story::StoryRequest;
pub use walk::WalkRequest;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::edit::{EditReading, EditedPlan, Operation, PlanPatch};
use crate::domain::experiment::{DecisionRule, Verdict};
use crate::domain::handoff::Handoff;
use crate::domain::id::{AssumptionId, VersionId};
use crate::domain::insight::Explanation;
use crate::domain::intent::Intent;
use crate::domain::plan::Plan;
use crate::domain::problem::Problem;
use crate::domain::prototype::Prototype;
use crate::domain::question::{Answer, Question};
use crate::domain::run::{Run, Sensitivity};
use crate::domain::scenario::{RunDepth, Scenario, ServiceMock};
use crate::simulate::{Precise, Precision};
use crate::store::ProjectId;

/// A goal to be interpreted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GoalRequest {
    /// The goal in plain words.
    pub text: String,
    /// The project to work in; a new one is made where absent or where it does not exist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<ProjectId>,
    /// A name for a new project; the title of the intent where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Answers to questions, where they are known already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
}

impl GoalRequest {
    /// A goal for a new project, without answers.
    pub fn new(text: impl Into<String>) -> Self {
        GoalRequest { text: text.into(), project: None, name: None, answers: Vec::new() }
    }
}

/// An interpreted goal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Interpreted {
    /// The project.
    pub project: ProjectId,
    /// The goal as structure, with the questions that are open.
    pub intent: Intent,
}

/// A plan with what there is to say about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Planned {
    /// The project.
    pub project: ProjectId,
    /// The plan.
    pub plan: Plan,
    /// Its version.
    pub version: VersionId,
    /// What is wrong or could be simpler.
    pub problems: Vec<Problem>,
}

/// A change in plain English.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EditRequest {
    /// The project.
    pub project: ProjectId,
    /// What to change.
    pub sentence: String,
    /// Which of several readings is meant, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<u32>,
    /// Show what would happen, change nothing.
    #[serde(default)]
    pub preview: bool,
}

/// What became of a change in plain English.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Edited {
    /// The project.
    pub project: ProjectId,
    /// What the sentence was understood as.
    pub reading: EditReading,
    /// The plan after the change, where there is one reading; with `preview` it is not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<EditedPlan>,
    /// Whether the change was kept.
    pub kept: bool,
    /// The plan that the sentence went back or forward to, where it asked for that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<Planned>,
}

/// Going back to an earlier version of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoRequest {
    /// The project.
    pub project: ProjectId,
    /// How many changes to take back; 1 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steps: Option<u32>,
    /// To which version of the plan: its number in the list of versions, or the beginning of its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// Going forward again after going back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RedoRequest {
    /// The project.
    pub project: ProjectId,
    /// How many changes to make again; 1 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steps: Option<u32>,
}

/// A new draft that is to be brought into the plan as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplanRequest {
    /// The project.
    pub project: ProjectId,
    /// Answers to the questions of an earlier attempt: `a` keeps the edit, `b` takes the new draft.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// Keep the edits wherever no answer says otherwise.
    #[serde(default)]
    pub keep_mine: bool,
}

/// Another version of the plan that is to be brought into the present one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeRequest {
    /// The project.
    pub project: ProjectId,
    /// The other version: its number in the list of versions, or the beginning of its name.
    pub version: String,
    /// Answers to the questions of an earlier attempt: `a` keeps ours, `b` takes theirs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    /// Keep the present version's side wherever no answer says otherwise.
    #[serde(default)]
    pub keep_mine: bool,
}

/// A plan that was made of two.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Combined {
    /// The plan, with what there is to say about it; where conflicts are open, with the present side of them.
    pub planned: Planned,
    /// What leads from the plan as it stood to this one.
    pub operations: PlanPatch,
    /// The same in plain words, one sentence each.
    pub changes: Vec<String>,
    /// What both sides changed differently.
    pub conflicts: Vec<Question>,
    /// Whether the plan was kept as the newest version.
    pub kept: bool,
}

/// The versions of a project's plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanVersions {
    /// The project.
    pub project: ProjectId,
    /// In the order in which they came to be.
    pub versions: Vec<PlanVersion>,
    /// How many changes can be taken back from the present version.
    pub can_undo: u32,
    /// How many changes that were taken back can be made again.
    pub can_redo: u32,
}

/// One version of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanVersion {
    /// Counts from 1; never changes.
    pub number: u32,
    /// Its name, the hash of its content.
    pub version: VersionId,
    /// What was done to get it, in one line.
    pub message: String,
    /// When, by the clock of the host; empty where the host gave none.
    pub at: String,
    /// Whether it is the present one.
    pub is_present: bool,
}

/// How a plan is to be run. What is absent has a default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SimulateRequest {
    /// The project.
    pub project: ProjectId,
    /// A complete scenario instead of the default one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<Scenario>,
    /// The seed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// How many cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cases: Option<u64>,
    /// The most that all cases together may cost, in the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<f64>,
    /// How much of each step is really done. At full depth every service of the plan answers: as its description in
    /// `services` says, otherwise as the plan's own contract does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depth: Option<RunDepth>,
    /// Descriptions of services; one is enough for full depth.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceMock>,
    /// Pause at this virtual time, in milliseconds; what is there is kept and can be resumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause_at_ms: Option<u64>,
    /// Run as many replications as it takes until the interval of a metric is so narrow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Precision>,
    /// Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and
    /// on. A `warm_up_cases` of the scenario states it instead.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub detect_warm_up: bool,
}

impl SimulateRequest {
    /// The default scenario.
    pub fn new(project: ProjectId) -> Self {
        SimulateRequest {
            project,
            scenario: None,
            seed: None,
            cases: None,
            budget: None,
            depth: None,
            services: Vec::new(),
            pause_at_ms: None,
            precision: None,
            detect_warm_up: false,
        }
    }
}

/// A run and what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Simulated {
    /// The project.
    pub project: ProjectId,
    /// What happened.
    pub run: Run,
    /// Which assumptions move the primary metric; absent where the plan measures nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sensitivity: Option<Sensitivity>,
    /// What people should know.
    pub explanation: Explanation,
    /// What became of a wish for precision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Precise>,
}

/// A comparison of the plan with variants of it. Without a variant the engine compares the changes that it
/// suggests itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvaluateRequest {
    /// How the plan and its variants are run.
    pub simulate: SimulateRequest,
    /// Variants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<VariantRequest>,
    /// The rule; a default one, stated in the verdict, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<DecisionRule>,
}

/// A variant in plain English, as typed operations, or as changed assumptions.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct VariantRequest {
    /// A change in plain English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// Typed operations instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub operations: Vec<Operation>,
    /// Other means for assumptions, in their units.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub assumptions: BTreeMap<AssumptionId, f64>,
}

/// A verdict and what it says in plain English.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Evaluated {
    /// The project.
    pub project: ProjectId,
    /// The verdict; absent where no variant was given and none could be suggested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// What people should know.
    pub explanation: Explanation,
    /// Suggested changes that could not be tried, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<String>,
}

/// A prototype with its page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Prototyped {
    /// The project.
    pub project: ProjectId,
    /// The pages as data.
    pub prototype: Prototype,
    /// One self-contained HTML file.
    pub html: String,
}

/// A package for engineers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HandedOff {
    /// The project.
    pub project: ProjectId,
    /// The package.
    pub handoff: Handoff,
}
