//! Changes of a plan as typed operations, what a sentence was understood as, and what changed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::agent::Agent;
use super::id::{FlowId, GroupId, NodeId, ResourceId, VersionId};
use super::plan::{GatewayRule, Plan};
use super::resource::{ClosingRule, QueueOrder};
use super::step::RiskLevel;

/// A change of a plan. Nodes are named by their ids, which never change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Operation {
    /// Put a new step somewhere.
    Insert(InsertStep),
    /// Take a node out; what came before leads to what came after.
    Remove(NodeTarget),
    /// Put a node somewhere else.
    Move(MoveNode),
    /// Put a new step in the place of an old one.
    Replace(ReplaceStep),
    /// Let two nodes change places.
    Swap(NodePair),
    /// Give a node another title.
    Rename(RenameNode),
    /// Put a copy of a step behind it.
    Duplicate(NodeTarget),
    /// Make several steps of one.
    Split(SplitStep),
    /// Make one step of several neighbours.
    Merge(MergeSteps),
    /// Let steps happen at the same time.
    MakeParallel(NodeSet),
    /// Let steps happen one after the other, in the given order.
    MakeSequential(NodeSet),
    /// Do a step only under a condition.
    MakeConditional(ConditionalNode),
    /// Change the condition of a branch.
    SetCondition(BranchCondition),
    /// Change how a gateway divides and joins.
    ChangeGateway(GatewayChange),
    /// Take a branch of a gateway out.
    RemoveBranch(BranchTarget),
    /// Take all branches of a gateway out but one.
    KeepOnlyBranch(BranchTarget),
    /// Do steps again until or while something holds.
    Loop(LoopNodes),
    /// Make a sub-plan of nodes.
    Group(GroupNodes),
    /// Dissolve a sub-plan.
    Ungroup(GroupTarget),
    /// Let someone else do a step.
    Assign(AssignStep),
    /// Limit time, money or number of a step.
    SetLimit(StepLimit),
    /// Wait before a node.
    AddWait(WaitBefore),
    /// Let somebody approve before a node; a refusal ends the case.
    AddApproval(ApprovalBefore),
    /// Say how risky a step is.
    SetRisk(RiskOfStep),
    /// Say what takes a step back where the case fails later.
    SetUndo(UndoOfStep),
    /// Say how cases queue for a resource, and when it works no more.
    SetResource(ResourceRules),
    /// Add a remark.
    AddNote(NoteOnNode),
    /// Change the value of an assumption.
    SetAssumption(AssumptionValue),
}

/// Where something is put.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Place {
    /// Before a node.
    Before(NodeTarget),
    /// After a node.
    After(NodeTarget),
    /// On the flow between two nodes.
    Between(NodePair),
    /// Before everything else.
    AtStart,
    /// After everything else, before the end that reaches the goal.
    AtEnd,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NodeTarget {
    /// The node.
    pub node: NodeId,
}

/// Two nodes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NodePair {
    /// The first.
    pub first: NodeId,
    /// The second.
    pub second: NodeId,
}

/// Several nodes, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NodeSet {
    /// The nodes.
    pub nodes: Vec<NodeId>,
}

/// A new step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct InsertStep {
    /// The step as an instruction.
    pub title: String,
    /// Where.
    pub place: Place,
    /// Who does it; as its neighbour where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
}

/// A node goes somewhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MoveNode {
    /// The node.
    pub node: NodeId,
    /// Where to.
    pub place: Place,
}

/// A new step for an old one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReplaceStep {
    /// The old one.
    pub node: NodeId,
    /// The new ones, in order.
    pub titles: Vec<String>,
}

/// A new title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RenameNode {
    /// The node.
    pub node: NodeId,
    /// The title.
    pub title: String,
}

/// Several steps of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SplitStep {
    /// The step.
    pub node: NodeId,
    /// The titles of the parts; the first keeps the id.
    pub titles: Vec<String>,
}

/// One step of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MergeSteps {
    /// The steps, in order; the first keeps its id.
    pub nodes: Vec<NodeId>,
    /// The new title; both old ones joined by `and` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// A step under a condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ConditionalNode {
    /// The first node of the conditional part.
    pub node: NodeId,
    /// The last node of the conditional part, where there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<NodeId>,
    /// The condition in English.
    pub condition: String,
    /// What is done otherwise; nothing where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<String>,
}

/// A condition of a branch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BranchCondition {
    /// The branch.
    pub flow: FlowId,
    /// The condition in English.
    pub condition: String,
}

/// Another rule for a gateway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GatewayChange {
    /// The dividing gateway; its join changes with it.
    pub node: NodeId,
    /// The rule.
    pub rule: GatewayRule,
}

/// A branch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BranchTarget {
    /// The flow that leaves the gateway.
    pub flow: FlowId,
}

/// Steps are done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LoopNodes {
    /// First node of the loop.
    pub first: NodeId,
    /// Last node of the loop; the same as the first where one node is repeated.
    pub last: NodeId,
    /// What is checked, in English.
    pub condition: String,
    /// Whether the loop goes on while the condition holds (else until it holds).
    pub while_holds: bool,
    /// Most rounds.
    pub max_times: u32,
    /// Whether it is checked before the first round, so that there may be none; else after every round.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub check_first: bool,
}

/// A new sub-plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GroupNodes {
    /// The nodes.
    pub nodes: Vec<NodeId>,
    /// Its title.
    pub title: String,
}

/// A sub-plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GroupTarget {
    /// The group.
    pub group: GroupId,
}

/// Someone else does a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AssignStep {
    /// The step.
    pub node: NodeId,
    /// Who, in the user's words; added to the plan's actors where it is not among them.
    pub actor: String,
    /// The agent of the host's catalogue that does it, where an AI is meant; else a built-in one is looked for, and
    /// where none fits a person does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<Agent>,
}

/// A limit of a step. What is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StepLimit {
    /// The step.
    pub node: NodeId,
    /// Longest time, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_ms: Option<u64>,
    /// Most money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<f64>,
    /// Most executions for one case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
}

/// A wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WaitBefore {
    /// Before this node.
    pub node: NodeId,
    /// How long, in milliseconds.
    pub duration_ms: u64,
}

/// An approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ApprovalBefore {
    /// Before this node.
    pub node: NodeId,
    /// Who approves.
    pub actor: String,
}

/// How risky a step is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RiskOfStep {
    /// The step.
    pub node: NodeId,
    /// How risky; no mark where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<RiskLevel>,
    /// Why.
    pub reason: String,
}

/// What takes a step back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UndoOfStep {
    /// The step.
    pub node: NodeId,
    /// What is done where the case fails later, as an instruction; nothing where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// How a resource works. What is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ResourceRules {
    /// The resource.
    pub resource: ResourceId,
    /// Whose turn it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<QueueOrder>,
    /// Whether a more urgent case interrupts a less urgent one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interrupts: Option<bool>,
    /// Whether interrupted work begins anew instead of going on from where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restarts: Option<bool>,
    /// How many may wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The mean time after which people leave the queue, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patience_ms: Option<u64>,
    /// Who leaves at the sight of the queue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balking: Option<BalkingRule>,
    /// What becomes of work that is under way when the hours end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_closing: Option<ClosingRule>,
    /// How often each of them breaks down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breakdown: Option<BreakdownRule>,
}

/// Leaving at the sight of a queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BalkingRule {
    /// Where so many wait, or more.
    pub from: u32,
    /// Which share leaves then.
    pub share: f64,
}

/// Breaking down and being repaired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BreakdownRule {
    /// The mean time between a repair and the next breakdown, in milliseconds.
    pub between_ms: u64,
    /// The mean time of a repair, in milliseconds.
    pub repair_ms: u64,
}

/// A remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NoteOnNode {
    /// The node.
    pub node: NodeId,
    /// The remark.
    pub text: String,
}

/// A new value for an assumption: its mean; shape and spread stay in proportion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AssumptionValue {
    /// The assumption.
    pub assumption: super::id::AssumptionId,
    /// The new mean, in its unit.
    pub mean: f64,
}

/// What a sentence was understood as.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum EditReading {
    /// Exactly one reading fits.
    Understood(EditChoice),
    /// Several readings fit; the user chooses.
    Choices(EditChoices),
    /// It is a question; nothing changes.
    Question(QuestionReading),
    /// The user wants to go back.
    Undo(UndoReading),
    /// The user wants to go forward again after going back.
    Redo(RedoReading),
    /// Nothing fits; the nearest readings are offered.
    NotUnderstood(NotUnderstood),
}

/// One reading of a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EditChoice {
    /// What would be done, in order.
    pub operations: Vec<Operation>,
    /// The same in plain words.
    pub summary: String,
    /// How sure the reader is, from 0 to 1.
    pub confidence: f64,
}

/// Several readings of a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EditChoices {
    /// The readings, most likely first; at most five.
    pub choices: Vec<EditChoice>,
    /// What must be decided, as a question.
    pub question: String,
}

/// A question about the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QuestionReading {
    /// What the plan says about it, in plain words.
    pub answer: String,
}

/// The user wants to go back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UndoReading {
    /// How many edits, where the user gave a number; one where not.
    pub steps: u32,
    /// To which version, where the user named one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// The user wants to go forward again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RedoReading {
    /// How many edits that were taken back; one where the user gave no number.
    pub steps: u32,
}

/// Nothing fits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NotUnderstood {
    /// What was understood and what was not, in plain words.
    pub explanation: String,
    /// The nearest readings, at most three.
    pub nearest: Vec<EditChoice>,
}

/// A plan after an edit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EditedPlan {
    /// The new plan.
    pub plan: Plan,
    /// The version before.
    pub before: VersionId,
    /// The version after.
    pub after: VersionId,
    /// What was done.
    pub operations: Vec<Operation>,
    /// What takes it back exactly.
    pub inverse: PlanPatch,
    /// What changed, in plain words, one sentence each.
    pub changes: Vec<String>,
}

/// One change of a plan, as it was asked for and as it was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EditRecord {
    /// The user's words.
    pub sentence: String,
    /// What was done.
    pub operations: Vec<Operation>,
    /// What changed, in plain words.
    pub changes: Vec<String>,
    /// The version before.
    pub before: VersionId,
    /// The version after.
    pub after: VersionId,
    /// What takes it back exactly.
    pub inverse: PlanPatch,
}

/// Exact changes of a plan's lists, by position. Applying the inverse of a patch gives the old plan to the byte.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanPatch {
    /// The changes as in RFC 6902 (JSON Patch): `add`, `remove`, `replace` with JSON Pointers.
    pub changes: Vec<PatchChange>,
}

/// One change of RFC 6902.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PatchChange {
    /// `add`, `remove` or `replace`.
    pub op: PatchVerb,
    /// JSON Pointer (RFC 6901).
    pub path: String,
    /// The new value, for `add` and `replace`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<serde_json::Value>,
}

/// The verbs of RFC 6902 that are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PatchVerb {
    /// Put in.
    Add,
    /// Take out.
    Remove,
    /// Put in the place of.
    Replace,
}
