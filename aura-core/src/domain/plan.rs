//! A plan: a directed graph held as flat lists with stable ids. The graph is the truth; English is derived.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::actor::Actor;
use super::data::DataObject;
use super::id::{
    ActorId, AssumptionId, DataId, EdgeCaseId, FlowId, GroupId, IntentId, NodeId, OperationId, PlanId,
    ScreenId, ServiceId,
};
use super::metric::Metric;
use super::provenance::Origin;
use super::quantity::{Currency, Distribution, USUAL_CURRENCY, Unit};
use super::resource::Resource;
use super::step::Step;

/// The newest version of the stored form of a [`Plan`].
pub const PLAN_SCHEMA_VERSION: u32 = 1;

/// A plan of steps, with everything that is needed to show, run and build it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// Names the plan through all its versions.
    pub id: PlanId,
    /// A short name.
    pub title: String,
    /// What it is to reach, in one sentence.
    pub goal: String,
    /// The intent that it was drafted from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<IntentId>,
    /// The archetypes that filled what the text left open, with the reason for each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub archetypes: Vec<ArchetypeUse>,
    /// Who or what acts.
    pub actors: Vec<Actor>,
    /// What is handled.
    pub data: Vec<DataObject>,
    /// Systems that are called, with their contracts.
    pub services: Vec<Service>,
    /// What people see.
    pub screens: Vec<Screen>,
    /// People and things that cases queue for.
    pub resources: Vec<Resource>,
    /// Start, steps, gateways, events and ends. The order is the reading order.
    pub nodes: Vec<Node>,
    /// Which node follows which.
    pub flows: Vec<Flow>,
    /// Sub-plans: named sets of nodes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// Every number that the simulation uses, with its origin.
    pub assumptions: Vec<Assumption>,
    /// What can happen at the edges, and what is to happen then.
    pub edge_cases: Vec<EdgeCase>,
    /// What is measured.
    pub metrics: Vec<Metric>,
    /// Rules that the plan must keep, in the user's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<PlanRule>,
}

impl Plan {
    /// The currency of its costs; euro where nothing in it costs anything.
    pub fn currency(&self) -> Currency {
        let known = self.assumptions.iter().find_map(|assumption| match &assumption.unit {
            Unit::Money(currency) => Some(currency.clone()),
            _ => None,
        });
        known.unwrap_or_else(|| Currency { currency: USUAL_CURRENCY.to_owned() })
    }
}

/// An archetype and why it was used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ArchetypeUse {
    /// Its name, for example `checkout`.
    pub name: String,
    /// Why.
    pub origin: Origin,
}

/// One node of the graph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Node {
    /// Never changes while the node lives.
    pub id: NodeId,
    /// In plain English; an instruction for a step, a question for an exclusive gateway.
    pub title: String,
    /// What kind of node.
    pub kind: NodeKind,
    /// The sub-plan that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// Remarks of the people who work on the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Where it comes from.
    pub origin: Origin,
}

/// The kinds of nodes, with the meaning of BPMN 2.0 (ISO/IEC 19510).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum NodeKind {
    /// Where every case begins. Exactly one.
    Start,
    /// Something is done.
    Step(Box<Step>),
    /// The way divides or comes together.
    Gateway(Gateway),
    /// The case waits for a time.
    Timer(TimerEvent),
    /// The case waits for a message.
    Message(MessageEvent),
    /// The case ends. A parallel token that ends here ends alone, unless the outcome is not `goal_reached`,
    /// which ends the whole case.
    End(EndEvent),
}

/// Divides the way where it has several flows out, brings it together where it has several flows in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gateway {
    /// How it divides and joins.
    pub rule: GatewayRule,
    /// Whether conditions are asked first: probabilities decide only among the flows whose conditions hold, or among
    /// all where none does. Otherwise a probability decides wherever there is one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub conditions_first: bool,
}

/// How a gateway divides and joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GatewayRule {
    /// Exactly one way is taken; joins pass every token on.
    Exclusive,
    /// One way or more are taken; joins wait for all tokens that can still come.
    Inclusive,
    /// All ways are taken; joins wait for all.
    Parallel,
    /// The way of the event that happens first is taken; must be followed by timers and messages.
    EventBased,
}

/// Waits for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TimerEvent {
    /// How long, as an assumption in milliseconds.
    pub duration: AssumptionId,
}

/// Waits for a message, or for a signal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MessageEvent {
    /// Who sends it.
    pub from: ActorId,
    /// How long it takes to come, as an assumption in milliseconds. Of a signal: from one to the next.
    pub delay: AssumptionId,
    /// Whether it is a signal: sent once for all, and heard by every case that waits at that moment. A message goes to one
    /// case and is sent for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_signal: bool,
}

/// Ends a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EndEvent {
    /// How it ends.
    pub outcome: Outcome,
    /// Whether the whole case ends here, with all that still goes on in parallel, whatever the outcome.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ends_case: bool,
}

/// How a case ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// What the plan is for was reached.
    GoalReached,
    /// A person gave up.
    Abandoned,
    /// Somebody, or a rule, said no.
    Refused,
    /// Something did not work.
    Failed,
}

impl Outcome {
    /// All outcomes, in the order of reports.
    pub const ALL: [Outcome; 4] =
        [Outcome::GoalReached, Outcome::Abandoned, Outcome::Refused, Outcome::Failed];

    /// In plain words, for example `goal reached`.
    pub fn words(self) -> &'static str {
        match self {
            Outcome::GoalReached => "goal reached",
            Outcome::Abandoned => "gave up",
            Outcome::Refused => "refused",
            Outcome::Failed => "failed",
        }
    }
}

/// From one node to the next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Flow {
    /// Names the flow.
    pub id: FlowId,
    /// Where it begins.
    pub from: NodeId,
    /// Where it leads.
    pub to: NodeId,
    /// A short answer to the gateway's question, for example `in stock`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// When it is taken, after an exclusive or inclusive gateway.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// The branching probability, as an assumption. Where a gateway's flows have none, the condition decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<AssumptionId>,
    /// Whether it is taken when no other flow of its gateway is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_default: bool,
    /// Most times that one case may take it, for flows that lead back. After that the default or another flow is
    /// taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_times: Option<u32>,
}

impl Flow {
    /// The answer for which it stands: its label, or its condition in English.
    pub fn words(&self) -> Option<&str> {
        let english = || self.condition.as_ref().map(|condition| condition.english.as_str());
        self.label.as_deref().or_else(english)
    }
}

/// A condition over the case's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Condition {
    /// In CEL, the Common Expression Language, for example `order.in_stock == true`.
    pub expression: String,
    /// The same in English, for example `the order is in stock`.
    pub english: String,
}

/// A sub-plan: a named set of nodes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Group {
    /// Names the group.
    pub id: GroupId,
    /// A short name.
    pub title: String,
}

/// A number that the simulation uses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Assumption {
    /// Names the assumption.
    pub id: AssumptionId,
    /// What is taken for granted, in one plain sentence without the number.
    pub statement: String,
    /// The value, in the unit below. Probabilities are `fixed`.
    pub value: Distribution,
    /// The unit: a share for probabilities, milliseconds for times, money for costs.
    pub unit: Unit,
    /// The lowest mean that is thinkable, for sensitivity.
    pub low: f64,
    /// The highest mean that is thinkable, for sensitivity.
    pub high: f64,
    /// Where it comes from.
    pub origin: Origin,
}

/// A system that is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Service {
    /// Names the service.
    pub id: ServiceId,
    /// For people, for example `payment provider`.
    pub title: String,
    /// What it does, in one sentence.
    pub description: String,
    /// What it can do.
    pub operations: Vec<ServiceOperation>,
    /// Whether it belongs to somebody else.
    pub is_external: bool,
    /// Where it comes from.
    pub origin: Origin,
}

/// One thing that a service can do: an HTTP operation with JSON bodies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceOperation {
    /// Names the operation; unique in the plan.
    pub id: OperationId,
    /// For people, for example `authorise the payment`.
    pub title: String,
    /// `get`, `post`, `put`, `patch` or `delete`.
    pub method: HttpMethod,
    /// Path with parameters in braces, for example `/orders/{order_id}`.
    pub path: String,
    /// The body of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<DataId>,
    /// The body of the answer when all is well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<DataId>,
    /// What it may answer instead.
    pub errors: Vec<ServiceError>,
    /// How long an answer takes, in milliseconds.
    pub latency: AssumptionId,
    /// How often it fails.
    pub failure: AssumptionId,
    /// When the caller gives up, in milliseconds.
    pub timeout_ms: u64,
    /// Whether calling it twice with the same key does it once.
    pub is_idempotent: bool,
}

/// HTTP methods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HttpMethod {
    /// Read.
    Get,
    /// Create or do.
    Post,
    /// Replace.
    Put,
    /// Change a part.
    Patch,
    /// Remove.
    Delete,
}

/// An answer of a service that is not the wanted one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceError {
    /// HTTP status, 400 to 599.
    pub status: u16,
    /// Stable snake_case code, for example `card_declined`.
    pub code: String,
    /// When it is given, in one sentence.
    pub description: String,
}

/// Something that a person sees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Screen {
    /// Names the screen.
    pub id: ScreenId,
    /// The heading.
    pub title: String,
    /// One or two sentences below the heading.
    pub intro: String,
    /// What stands on it, from top to bottom.
    pub elements: Vec<ScreenElement>,
    /// Label of the button that goes on.
    pub action: String,
}

/// What can stand on a screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ScreenElement {
    /// A paragraph.
    Paragraph(Words),
    /// A notice that stands out.
    Notice(Words),
    /// An input for one field.
    Input(FieldReference),
    /// A read-only view of a data object.
    Summary(DataReference),
}

/// Words on a screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Words {
    /// The words.
    pub text: String,
}

/// A field of a data object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FieldReference {
    /// The object.
    pub data: DataId,
    /// The field's name.
    pub field: String,
}

/// A data object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DataReference {
    /// The object.
    pub data: DataId,
}

/// When somebody works, in local time with a fixed distance from UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Calendar {
    /// Minutes ahead of UTC.
    pub utc_offset_minutes: i32,
    /// The shifts of a week.
    pub shifts: Vec<Shift>,
    /// Days off, as `2026-12-25`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<String>,
}

/// One shift that comes back every week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Shift {
    /// 1 is Monday, 7 is Sunday (ISO 8601).
    pub weekday: u8,
    /// First minute of the day, from 0.
    pub from_minute: u16,
    /// Minute of the day after the last one, up to 1440.
    pub to_minute: u16,
}

/// Something that can happen at the edge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EdgeCase {
    /// Names the edge case.
    pub id: EdgeCaseId,
    /// Where it happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// What happens, as a short phrase.
    pub title: String,
    /// What is to happen then, in one sentence.
    pub expected: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// A rule that the plan must keep.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanRule {
    /// In the user's words.
    pub text: String,
    /// In which sense.
    pub modality: super::intent::Modality,
    /// The nodes that it concerns, where that is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<NodeId>,
    /// Where it comes from.
    pub origin: Origin,
}
