//! What has to go wrong, and how likely that is, before a promise of the plan is broken.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{FailureId, FlowId, NodeId, PlanId, ServiceId, VersionId};
use super::plan::Outcome;

/// What a search for faults found, promise by promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FaultReport {
    /// The plan.
    pub plan: PlanId,
    /// The plan's version.
    pub plan_version: VersionId,
    /// The seed.
    pub seed: u64,
    /// How many cases were looked at; each keeps the promises as long as nothing goes wrong.
    pub cases: u64,
    /// How many times a case was run.
    pub runs: u64,
    /// One entry for each promise, in the order of the search.
    pub promises: Vec<PromiseCheck>,
    /// What was taken for granted, one sentence each.
    pub notes: Vec<String>,
}

/// One promise and what breaks it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PromiseCheck {
    /// The promise.
    pub promise: Promise,
    /// The promise in words.
    pub text: String,
    /// The cheapest combination of faults that breaks it; absent where none was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broken_by: Option<Weakness>,
    /// Whether every combination within the limits was tried before the search ended.
    pub is_complete: bool,
}

/// Something that a plan promises to each case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Promise {
    /// A case that reaches its goal when nothing goes wrong reaches it anyway.
    ReachesGoal,
    /// A case is over within a time.
    EndsWithin(EndsWithin),
    /// An operation that may not be done twice takes effect once each time that the case comes to its step.
    TakesEffectOnce,
}

/// A case is over within a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EndsWithin {
    /// The longest time in milliseconds.
    pub within_ms: u64,
}

/// Faults that together break a promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Weakness {
    /// The faults, in the order in which they strike.
    pub faults: Vec<Fault>,
    /// The product of their probabilities.
    pub probability: f64,
    /// The number of the case.
    pub case: u64,
    /// How the case ended.
    pub outcome: Outcome,
    /// How long it took, in milliseconds.
    pub cycle_ms: u64,
    /// What happened to the case, one line for each event.
    pub story: Vec<String>,
}

/// One thing that goes wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fault {
    /// What.
    pub kind: FaultKind,
    /// How likely it is, by the plan or by an assumption of the search.
    pub probability: f64,
    /// In words.
    pub text: String,
}

/// The kinds of faults that are tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum FaultKind {
    /// A failure mode of a step strikes.
    FailureMode(ModeFault),
    /// A call of a service fails before it takes effect.
    CallFails(StepFault),
    /// A call takes effect, and its answer is lost.
    AnswerLost(StepFault),
    /// What a person submits reaches the service twice.
    SubmittedTwice(StepFault),
    /// A message that a case waits for never comes.
    MessageLost(StepFault),
    /// The data is wrong by which a gateway takes a way, and the case takes another one.
    BadData(DataFault),
    /// A service is down all the time: every call of it fails.
    ServiceDown(ServiceFault),
    /// A service is slow all the time.
    ServiceSlow(ServiceFault),
}

/// A failure mode strikes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ModeFault {
    /// The step.
    pub step: NodeId,
    /// The failure mode.
    pub mode: FailureId,
    /// At which of its executions in this case, from 1.
    pub execution: u32,
}

/// Something happens at an execution of a step, or of another node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StepFault {
    /// The step.
    pub step: NodeId,
    /// At which of its executions in this case, from 1.
    pub execution: u32,
}

/// A case takes another way than its data should say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DataFault {
    /// The gateway.
    pub node: NodeId,
    /// The flow that is taken.
    pub flow: FlowId,
    /// At which of the gateway's executions in this case, from 1.
    pub execution: u32,
}

/// Something happens to a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceFault {
    /// The service.
    pub service: ServiceId,
}
