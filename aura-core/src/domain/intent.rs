//! What the user wants, as structure: every item with its origin, nothing invented.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::actor::Actor;
use super::id::{ActorId, CriterionId, IntentId, ItemId};
use super::metric::{Direction, MetricRole};
use super::provenance::Origin;
use super::quantity::Quantity;
use super::question::{Answer, Question};

/// The newest version of the stored form of an [`Intent`].
pub const INTENT_SCHEMA_VERSION: u32 = 1;

/// A goal in structured form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Intent {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// Made from the hash of text and answers.
    pub id: IntentId,
    /// A short name for the idea.
    pub title: String,
    /// The goal text as it was read; all goal spans point into it.
    pub text: String,
    /// The forms that were recognised in the text, most important first.
    pub forms: Vec<TextForm>,
    /// What is to be made.
    pub kind: IntentKindChoice,
    /// What is to be reached, in one sentence.
    pub goal: Statement,
    /// Who or what acts.
    pub actors: Vec<Actor>,
    /// Things that are handled: orders, forms, accounts.
    pub objects: Vec<IntentObject>,
    /// Steps that the text states, in the order in which they happen.
    pub steps: Vec<StatedStep>,
    /// Decisions, parallel parts and loops that the stated steps stand in.
    pub blocks: Vec<Block>,
    /// What must, must not or may only be.
    pub constraints: Vec<Constraint>,
    /// What the text, or a default, takes for granted.
    pub assumptions: Vec<Statement>,
    /// How success will be recognised.
    pub success_criteria: Vec<SuccessCriterion>,
    /// Limits on money, time and number.
    pub limits: Vec<StatedLimit>,
    /// What the text says is out of scope.
    pub non_goals: Vec<Statement>,
    /// What is unclear: every candidate as read; after `plan::ask` at most five whose answers change the plan.
    pub questions: Vec<Question>,
    /// What the user answered so far.
    pub answers: Vec<Answer>,
}

/// A form of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TextForm {
    /// One sentence.
    Sentence,
    /// Running text.
    Paragraph,
    /// "As a …, I want …, so that …".
    UserStory,
    /// Easy Approach to Requirements Syntax (Mavin et al. 2009).
    Ears,
    /// Given, when, then.
    Gherkin,
    /// A numbered or bulleted list.
    List,
    /// Headings with text below.
    Brief,
    /// A table.
    Table,
}

/// What is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IntentKind {
    /// A process that people and systems run through.
    Workflow,
    /// Something to click through.
    Prototype,
    /// A comparison of alternatives.
    Experiment,
}

/// What is to be made, with the evidence for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct IntentKindChoice {
    /// The choice.
    pub value: IntentKind,
    /// Where it comes from.
    pub origin: Origin,
}

/// A sentence with its origin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// Names the statement within the intent.
    pub id: ItemId,
    /// The sentence.
    pub text: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// A thing that is handled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct IntentObject {
    /// Names the object within the intent.
    pub id: ItemId,
    /// Singular noun phrase in the user's words, without article, lower-case unless a name.
    pub name: String,
    /// Properties that the text names, for example `email`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub properties: Vec<String>,
    /// Where it comes from.
    pub origin: Origin,
}

/// A step that the text states.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StatedStep {
    /// Names the step within the intent.
    pub id: ItemId,
    /// The step as an instruction, for example `check the stock`.
    pub title: String,
    /// Base form of the verb.
    pub verb: String,
    /// What is acted on, in the user's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// Who acts, where the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<ActorId>,
    /// Who receives, where the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<ActorId>,
    /// The blocks that the step stands in, outermost first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<Placement>,
    /// Whether the step ends the whole process, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<super::plan::Outcome>,
    /// How long it may take or must wait, in milliseconds, where the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<StatedTime>,
    /// Where it comes from.
    pub origin: Origin,
}

/// A time that belongs to a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StatedTime {
    /// What the time means.
    pub role: TimeRole,
    /// How long, in milliseconds.
    pub duration_ms: u64,
}

/// What a time means for a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TimeRole {
    /// The step takes about this long.
    Takes,
    /// The step must be done within this time.
    Within,
    /// The step happens after waiting this long.
    After,
}

/// Which part of which block a step stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Placement {
    /// The block.
    pub block: ItemId,
    /// Which branch of a decision or lane of a parallel block, from 0; always 0 in a loop.
    pub part: u32,
}

/// A decision, a parallel part or a loop in the stated steps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// Names the block within the intent.
    pub id: ItemId,
    /// What kind of block.
    pub kind: BlockKind,
    /// Where it comes from.
    pub origin: Origin,
}

/// The kinds of blocks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum BlockKind {
    /// Exactly one branch is taken.
    Decision(DecisionBlock),
    /// All lanes are done, in any order.
    Parallel(ParallelBlock),
    /// The steps are done again.
    Repeat(RepeatBlock),
}

/// Exactly one branch is taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DecisionBlock {
    /// The question that is decided, for example `is the item in stock`.
    pub question: String,
    /// The branches, in the order of the text.
    pub branches: Vec<StatedBranch>,
}

/// One branch of a decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StatedBranch {
    /// The condition in the user's words; `otherwise` for the rest.
    pub condition: String,
    /// Whether this is the branch for everything else.
    pub is_otherwise: bool,
    /// The share of cases that takes it, where the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
}

/// All lanes are done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ParallelBlock {
    /// How many lanes.
    pub lanes: u32,
}

/// Steps are done again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RepeatBlock {
    /// What ends the loop, in the user's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Most rounds, where the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_times: Option<u32>,
}

/// Something that must, must not or may only be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Constraint {
    /// Names the constraint within the intent.
    pub id: ItemId,
    /// How binding and in which sense.
    pub modality: Modality,
    /// The constraint in the user's words.
    pub text: String,
    /// The bound, where the constraint has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    /// Where it comes from.
    pub origin: Origin,
}

/// The sense of a constraint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// It has to be so.
    Must,
    /// It must never be so.
    MustNot,
    /// It is allowed in this case alone.
    Only,
    /// It is wished for.
    Should,
}

/// A comparison with an amount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Bound {
    /// How the amount limits.
    pub comparator: Comparator,
    /// The amount.
    pub quantity: Quantity,
}

/// How an amount limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// Below the amount.
    Below,
    /// The amount or less.
    AtMost,
    /// Just the amount.
    Exactly,
    /// The amount or more.
    AtLeast,
    /// Above the amount.
    Above,
    /// Near the amount.
    About,
}

/// How success will be recognised.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SuccessCriterion {
    /// Names the criterion.
    pub id: CriterionId,
    /// The metric in the user's words, for example `checkout completion`.
    pub metric: String,
    /// Which way is better.
    pub direction: Direction,
    /// Today's value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Quantity>,
    /// The value to reach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Quantity>,
    /// The change to reach, where it is given instead of a target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeAmount>,
    /// In which time, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window_ms: Option<u64>,
    /// Whether it decides, is watched, or must not get worse.
    pub role: MetricRole,
    /// Where it comes from.
    pub origin: Origin,
}

/// A change of a metric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChangeAmount {
    /// Relative to the baseline (`by 20 %`), or absolute (`by 5 points`).
    pub relative: bool,
    /// How much: a share where relative, else in the metric's unit. Always positive; the direction says which way.
    pub quantity: Quantity,
}

/// A limit on money, time or number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StatedLimit {
    /// Names the limit within the intent.
    pub id: ItemId,
    /// What is limited, in the user's words.
    pub subject: String,
    /// The bound.
    pub bound: Bound,
    /// Where it comes from.
    pub origin: Origin,
}
