//! What happened when a plan was run: outcomes, metrics, steps, paths, and the digest that proves it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{
    ActorId, AssumptionId, FailureId, FlowId, MetricId, NodeId, PersonaId, PlanId, ResourceId, RunId,
    ServiceId, VersionId,
};
use super::plan::Outcome;
use super::quantity::Unit;
use super::scenario::Scenario;

/// The newest version of the stored form of a [`Run`].
pub const RUN_SCHEMA_VERSION: u32 = 1;

/// The result of running a plan in a scenario.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Run {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// Made from plan version and scenario.
    pub id: RunId,
    /// The version of the engine that ran it.
    pub engine_version: String,
    /// The plan.
    pub plan: PlanId,
    /// The plan's version.
    pub plan_version: VersionId,
    /// The circumstances.
    pub scenario: Scenario,
    /// Cases that came to an end.
    pub cases: u64,
    /// Events that happened.
    pub events: u64,
    /// Latest virtual time of any replication, in milliseconds.
    pub virtual_time_ms: u64,
    /// BLAKE3 over all events of all replications in order, in hexadecimal. Equal digests mean equal runs.
    pub digest: String,
    /// How cases ended.
    pub outcomes: Vec<OutcomeCount>,
    /// The plan's metrics, and standard ones behind them.
    pub metrics: Vec<MetricResult>,
    /// What happened at each node.
    pub nodes: Vec<NodeResult>,
    /// How often each flow was taken.
    pub flows: Vec<FlowCount>,
    /// How busy each resource was.
    pub resources: Vec<ResourceResult>,
    /// How each service behaved.
    pub services: Vec<ServiceResult>,
    /// How each kind of person fared.
    pub personas: Vec<PersonaResult>,
    /// The most frequent ways through the plan, at most 20.
    pub paths: Vec<PathCount>,
    /// The actors whose steps were entered, in the order of the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<ActorResult>,
    /// The limit that stopped the run early.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<StoppedBy>,
    /// Remarks, for example a loop without progress.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// How many cases ended in one way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OutcomeCount {
    /// The outcome.
    pub outcome: Outcome,
    /// How many cases.
    pub cases: u64,
    /// The share of all ended cases, with its interval.
    pub share: Estimate,
}

/// A figure with its 95 % interval: Student's t on the means of replications, or, for the metrics of a run of one
/// replication of 1,000 cases or more, on those of twenty batches of its cases.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Lower end of the interval; absent where there are neither two replications nor batches that do not hang together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of the interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
}

/// A metric's value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MetricResult {
    /// The metric.
    pub metric: MetricId,
    /// Its name for people.
    pub title: String,
    /// Its unit.
    pub unit: Unit,
    /// Its value over all cases.
    pub estimate: Estimate,
    /// How many cases it is about.
    pub cases: u64,
    /// The value in each replication, in order; absent where no case of the replication counts. Comparisons of
    /// variants pair them, as replication `n` of each variant meets the same people.
    pub by_replication: Vec<Option<f64>>,
}

/// What happened at a node.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NodeResult {
    /// The node.
    pub node: NodeId,
    /// How often it was begun.
    pub visits: u64,
    /// How many cases passed it at least once.
    pub cases: u64,
    /// Mean wait before work began, in milliseconds.
    pub mean_waiting_ms: f64,
    /// 95 % of waits were at most this long, in milliseconds.
    pub waiting_p95_ms: f64,
    /// Mean working time, in milliseconds.
    pub mean_working_ms: f64,
    /// Money spent here in all, in major units.
    pub cost: f64,
    /// How often each failure mode struck.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<FailureCount>,
    /// Cases that ended here other than by reaching the goal.
    pub lost_cases: u64,
    /// How often it was taken back, because the case failed later.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub undone: u64,
    /// How often something went wrong that the scenario states in its `mishaps`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mishaps: Vec<MishapCount>,
}

/// How often a mishap happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MishapCount {
    /// What happened.
    pub kind: MishapKind,
    /// How often.
    pub times: u64,
}

/// What goes wrong with data, clicks and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MishapKind {
    /// The data was wrong by which a way is chosen, and the case went another way.
    BadData,
    /// What a person submitted reached the service twice.
    SubmittedTwice,
    /// A call took effect, and its answer was lost.
    AnswerLost,
    /// A message that the case waits for never came.
    MessageLost,
}

impl MishapKind {
    /// All of them, in the order in which traces number them.
    pub const ALL: [MishapKind; 4] =
        [MishapKind::BadData, MishapKind::SubmittedTwice, MishapKind::AnswerLost, MishapKind::MessageLost];

    /// What happened, in plain words.
    pub fn words(self) -> &'static str {
        match self {
            MishapKind::BadData => "its data was wrong, so it went another way",
            MishapKind::SubmittedTwice => "it was submitted twice",
            MishapKind::AnswerLost => "the answer was lost after the call took effect",
            MishapKind::MessageLost => "the message never came",
        }
    }
}

/// How often a failure mode struck.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FailureCount {
    /// The failure mode.
    pub failure: FailureId,
    /// How often.
    pub times: u64,
    /// How many cases it ended.
    pub ended: u64,
}

/// How often a flow was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FlowCount {
    /// The flow.
    pub flow: FlowId,
    /// How often.
    pub times: u64,
}

/// How busy a resource was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ResourceResult {
    /// The resource.
    pub resource: ResourceId,
    /// Share of its working hours in which it was busy.
    pub utilisation: Estimate,
    /// Mean wait of those who queued or passed, in milliseconds.
    pub mean_waiting_ms: f64,
    /// Work done in all, in milliseconds, over all replications.
    #[serde(default)]
    pub working_ms: f64,
    /// What that work cost in all, in major units of money; 0 where an hour costs nothing.
    #[serde(default)]
    pub cost: f64,
    /// Longest queue.
    pub longest_queue: u64,
    /// How often somebody left at the sight of the queue.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub balked: u64,
    /// How often somebody left the queue because it took too long.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub lost_patience: u64,
    /// How often one of them broke down.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub breakdowns: u64,
}

fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// How a service behaved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceResult {
    /// The service.
    pub service: ServiceId,
    /// Calls in all, repetitions included.
    pub calls: u64,
    /// Calls that failed.
    pub failed: u64,
    /// Mean time until an answer, in milliseconds.
    pub mean_latency_ms: f64,
    /// How often which status was answered, where calls were really made; status 0 is no answer in time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<AnswerCount>,
    /// What the service found wrong with requests, the most frequent first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refusals: Vec<RefusalCount>,
}

/// How often a status was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AnswerCount {
    /// The HTTP status; 0 where no answer came in time.
    pub status: u16,
    /// How often.
    pub times: u64,
}

/// Something that a service found wrong with requests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RefusalCount {
    /// Where, why and at which step, in one sentence.
    pub text: String,
    /// How often.
    pub times: u64,
}

/// How a kind of person fared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PersonaResult {
    /// The persona.
    pub persona: PersonaId,
    /// How many came.
    pub cases: u64,
    /// Share that reached the goal.
    pub goal_reached: f64,
    /// Mean time to the end, in milliseconds.
    pub mean_cycle_ms: f64,
}

/// How often a way through the plan was taken, and what it took.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PathCount {
    /// The steps and ends of the way, in order.
    pub nodes: Vec<NodeId>,
    /// How it ended.
    pub outcome: Outcome,
    /// How many cases.
    pub cases: u64,
    /// Mean time from arrival to end, in milliseconds.
    #[serde(default)]
    pub mean_cycle_ms: f64,
    /// Mean time spent waiting, in milliseconds, added up over parallel branches.
    #[serde(default)]
    pub mean_waiting_ms: f64,
    /// Mean work put in, in milliseconds, added up over parallel branches.
    #[serde(default)]
    pub mean_working_ms: f64,
    /// Mean cost of a case, in major units of money.
    #[serde(default)]
    pub mean_cost: f64,
}

/// What an actor did and waited for: all the steps of the plan that are its.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActorResult {
    /// The actor.
    pub actor: ActorId,
    /// How often one of its steps was entered.
    pub visits: u64,
    /// Work of a case at its steps on average, in milliseconds.
    pub mean_working_ms: f64,
    /// Wait of a case before its steps on average, in milliseconds.
    pub mean_waiting_ms: f64,
    /// Money spent at its steps in all, in major units.
    pub cost: f64,
    /// Cases that ended at its steps other than by reaching the goal.
    pub lost_cases: u64,
}

/// A limit that stopped a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StoppedBy {
    /// The code of the limit, for example `limit_events`.
    pub code: crate::error::ErrorCode,
    /// What happened and what to allow, in one sentence.
    pub text: String,
}

/// Which assumptions move a metric how far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sensitivity {
    /// The metric.
    pub metric: MetricId,
    /// The assumptions, the strongest first.
    pub effects: Vec<AssumptionEffect>,
}

/// What a metric becomes when one assumption alone is at its lowest and highest thinkable value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AssumptionEffect {
    /// The assumption.
    pub assumption: AssumptionId,
    /// The metric at the low end.
    pub at_low: f64,
    /// The metric at the high end.
    pub at_high: f64,
    /// The difference of both, without sign.
    pub swing: f64,
}
