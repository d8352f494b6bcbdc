//! A step: who does what with what, how long it takes, what can fail, what is risky.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{
    ActorId, AssumptionId, DataId, FailureId, NodeId, OperationId, ResourceId, ScreenId, ServiceId,
};
use super::plan::Outcome;
use super::provenance::Origin;

/// Something is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Step {
    /// In whose name it is done.
    pub actor: ActorId,
    /// Who or what really does it, and why that was chosen.
    pub agent: AgentChoice,
    /// Data that must be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<DataId>,
    /// Data that is there afterwards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub produces: Vec<DataId>,
    /// The service that is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<ServiceCall>,
    /// The screen that a person sees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screen: Option<ScreenId>,
    /// How long the work takes, as an assumption in milliseconds. For a service call the latency of the operation
    /// counts instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_time: Option<AssumptionId>,
    /// How long it lies before work begins, apart from queueing, as an assumption in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_time: Option<AssumptionId>,
    /// Who must be free before work begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<ResourceId>,
    /// Several resources of which any one can do it, in place of `resource`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub team: Vec<TeamMember>,
    /// Who of a team does it.
    #[serde(default, skip_serializing_if = "TeamChoice::is_usual")]
    pub team_choice: TeamChoice,
    /// How urgent it is where the queue of its resource is by priority: the lower, the more urgent; 0 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<i32>,
    /// What one execution costs, as an assumption in money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<AssumptionId>,
    /// Limits on time, money and number.
    #[serde(default, skip_serializing_if = "StepLimits::is_empty")]
    pub limits: StepLimits,
    /// What can go wrong, and what happens then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failure_modes: Vec<FailureMode>,
    /// What takes it back where the case fails later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo: Option<Undo>,
    /// Whether and why it is risky.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<Risk>,
    /// Whether it is done once for each of several things.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_each: Option<ForEach>,
    /// Whether cases are gathered and done in one go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<BatchRule>,
}

/// Who or what really does a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AgentChoice {
    /// What kind of agent.
    pub kind: AgentKind,
    /// Its name, for example `customer` or `payment provider`.
    pub name: String,
    /// Why it was chosen.
    pub origin: Origin,
}

/// The kinds of agents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AgentKind {
    /// A human being in a role.
    Person,
    /// A language-model or other AI agent.
    AiAgent,
    /// A system that is called.
    Service,
    /// A clock.
    Timer,
}

/// One of several resources that can do a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TeamMember {
    /// The resource.
    pub resource: ResourceId,
    /// How long the work takes there, as an assumption in milliseconds; that of the step where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_time: Option<AssumptionId>,
}

/// Who of a team does a step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TeamChoice {
    /// Whoever is free for longest, or becomes free first: one queue for all.
    #[default]
    FirstFree,
    /// Each has a queue of its own; a case joins the shortest, those at work included, and stays there.
    ShortestQueue,
}

impl TeamChoice {
    /// Whether it is the usual choice.
    pub fn is_usual(&self) -> bool {
        *self == TeamChoice::FirstFree
    }
}

/// A call of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceCall {
    /// The service.
    pub service: ServiceId,
    /// What it is asked to do.
    pub operation: OperationId,
}

/// Limits of one step.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct StepLimits {
    /// Longest time until it is done, in milliseconds; after that it counts as failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_ms: Option<u64>,
    /// Most money for one execution, in major units of the plan's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<f64>,
    /// Most executions for one case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
}

impl StepLimits {
    /// Whether nothing is limited.
    pub fn is_empty(&self) -> bool {
        *self == StepLimits::default()
    }
}

/// Something that can go wrong at a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FailureMode {
    /// Names the failure mode; unique in the plan.
    pub id: FailureId,
    /// What happens, as a short phrase, for example `the card is declined`.
    pub title: String,
    /// What kind of failure.
    pub kind: FailureKind,
    /// How likely it is at one execution, as an assumption.
    pub probability: AssumptionId,
    /// What happens then.
    pub then: FailureEffect,
    /// Where it comes from.
    pub origin: Origin,
}

/// The kinds of failures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FailureKind {
    /// A person gives up. Personas with more patience do so less often.
    GivesUp,
    /// A person makes a mistake. Personas with more skill do so less often.
    Mistake,
    /// A system does not answer, or answers with an error.
    Unavailable,
    /// Somebody, or a rule, says no.
    Rejected,
    /// It takes too long.
    Timeout,
}

/// What happens after a failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum FailureEffect {
    /// The step is done again.
    Retry(RetryRule),
    /// The case goes on at another node.
    GoTo(GoToNode),
    /// The case ends.
    End(EndCase),
}

/// The step is done again, up to a number of times, then the case ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RetryRule {
    /// Most repetitions.
    pub max_times: u32,
    /// Wait before the first repetition, in milliseconds.
    pub delay_ms: u64,
    /// What the wait is multiplied with each time, in percent; 200 doubles it.
    pub backoff_percent: u32,
    /// How the case ends when no repetition helped.
    pub otherwise: Outcome,
}

/// The case goes on at another node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GoToNode {
    /// The node.
    pub node: NodeId,
}

/// The case ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EndCase {
    /// How it ends.
    pub outcome: Outcome,
}

/// What takes a step back: compensation (BPMN 2.0, section 10.6). Where a case ends other than by reaching the goal, the
/// steps that were done are taken back, the last one first; the case ends after that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Undo {
    /// What is done, as an instruction, for example `Release the stock`.
    pub title: String,
    /// How long it takes, as an assumption in milliseconds; no time where absent. It queues for nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_time: Option<AssumptionId>,
    /// What it costs, as an assumption in money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<AssumptionId>,
}

/// Whether and why a step is risky.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Risk {
    /// How risky.
    pub level: RiskLevel,
    /// Stable names of the rules that spoke, for example `moves_money`.
    pub rules: Vec<String>,
    /// Why, in one plain sentence.
    pub reason: String,
    /// The usual guard as a sentence that the plan editor understands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guard: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
}

/// How risky a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RiskLevel {
    /// Easy to put right.
    Low,
    /// Costly to put right.
    Medium,
    /// Cannot be put right, or harms people.
    High,
}

/// A step is done once for each of several things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ForEach {
    /// What the things are, singular.
    pub of: String,
    /// How many, as an assumption.
    pub count: AssumptionId,
    /// Whether all at once.
    pub parallel: bool,
}

/// Cases are gathered and done in one go, by whoever does the step. Where nobody else can come any more, the last batch
/// begins with those who are there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BatchRule {
    /// It begins as soon as so many are gathered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u32>,
    /// It begins when the first has waited so long, in milliseconds, with as many as there are then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window_ms: Option<u64>,
    /// Whether one piece of work does all of them at once; if not, the same hands do one after the other.
    pub together: bool,
    /// How the working time changes with the size of the batch; as it is where nothing is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pace: Vec<BatchPace>,
}

/// How long work takes in a batch of a size.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BatchPace {
    /// In batches of so many cases or more.
    pub from: u32,
    /// The working time in percent of the usual one; 80 is a fifth less.
    pub percent: f64,
}
