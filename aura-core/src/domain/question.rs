//! Questions that are asked because their answer changes the plan, and the answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{ActorId, CriterionId, ItemId, QuestionId};
use super::intent::{ChangeAmount, IntentKind, Modality, Placement, StatedTime};
use super::metric::Direction;
use super::provenance::Origin;
use super::quantity::Quantity;

/// Something unclear that matters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// `q1`, `q2`, … in order of importance.
    pub id: QuestionId,
    /// Stable name of the detector, for example `metric_without_baseline`.
    pub code: String,
    /// The question in plain words.
    pub text: String,
    /// Why it is asked, in one sentence.
    pub reason: String,
    /// Two to four answers to choose from. The first is what is assumed if nobody answers.
    pub options: Vec<QuestionOption>,
    /// Whether an answer in own words is understood as well.
    pub accepts_text: bool,
    /// How much the answer matters, from 0 to 1 (effect times uncertainty).
    pub importance: f64,
    /// The words that led to the question.
    pub origin: Origin,
}

/// One answer to choose from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuestionOption {
    /// `a`, `b`, `c` or `d`.
    pub id: String,
    /// The answer in plain words.
    pub label: String,
    /// What it changes, in one sentence.
    pub effect: String,
    /// The same as typed changes of the intent.
    pub changes: Vec<IntentChange>,
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// The question.
    pub question: QuestionId,
    /// The stable code of the question, so that the answer survives renumbering.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// The letter of an option, or own words where the question accepts them.
    pub answer: String,
}

/// A typed change of an intent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum IntentChange {
    /// Say what is to be made.
    SetKind(KindChange),
    /// Set values of a success criterion.
    SetCriterion(CriterionChange),
    /// Add a success criterion.
    AddCriterion(NewCriterion),
    /// Say who does a stated step.
    SetStepActor(StepActorChange),
    /// Add a stated step behind another one.
    AddStep(NewStatedStep),
    /// Add an otherwise branch, or end the process there.
    AddOtherwise(OtherwiseChange),
    /// Bound a loop.
    SetRepeatLimit(RepeatChange),
    /// Give a stated step a time, or take it away.
    SetStepTime(StepTimeChange),
    /// Put a stated step into other blocks.
    PlaceStep(StepPlaceChange),
    /// Say a stated step or a constraint in other words.
    SetWording(WordingChange),
    /// Add a constraint.
    AddConstraint(NewConstraint),
    /// Take something for granted.
    AddAssumption(NewAssumption),
    /// Take an item out of the intent.
    Drop(DroppedItem),
}

/// What is to be made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct KindChange {
    /// The kind.
    pub kind: IntentKind,
}

/// New values for a criterion; what is absent stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CriterionChange {
    /// The criterion.
    pub criterion: CriterionId,
    /// Today's value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Quantity>,
    /// Value to reach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Quantity>,
    /// Time window in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window_ms: Option<u64>,
    /// Which way is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// How far it is to move from today's value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeAmount>,
}

/// A criterion to add.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NewCriterion {
    /// The metric in plain words.
    pub metric: String,
    /// Which way is better.
    pub direction: Direction,
    /// Value to reach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Quantity>,
}

/// Who does a stated step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StepActorChange {
    /// The stated step.
    pub step: ItemId,
    /// The actor; added to the intent where it is not there.
    pub actor: ActorId,
    /// The actor's name.
    pub name: String,
}

/// A step to add.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NewStatedStep {
    /// The step as an instruction.
    pub title: String,
    /// Before this stated step; at the end where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<ItemId>,
}

/// What happens otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OtherwiseChange {
    /// The decision block.
    pub block: ItemId,
    /// What to do then; nothing (go on) where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// How the process ends then; it goes on where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<super::plan::Outcome>,
}

/// A bound for a loop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RepeatChange {
    /// The repeat block.
    pub block: ItemId,
    /// Most rounds.
    pub max_times: u32,
}

/// A time for a stated step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StepTimeChange {
    /// The stated step.
    pub step: ItemId,
    /// Its time; none where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<StatedTime>,
}

/// Where a stated step stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StepPlaceChange {
    /// The stated step.
    pub step: ItemId,
    /// The blocks that it stands in, outermost first.
    pub within: Vec<Placement>,
}

/// Other words for an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WordingChange {
    /// The stated step or the constraint.
    pub item: ItemId,
    /// Its new title or text.
    pub text: String,
}

/// A constraint to add.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NewConstraint {
    /// The sense.
    pub modality: Modality,
    /// The constraint in plain words.
    pub text: String,
}

/// Something to take for granted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NewAssumption {
    /// The sentence.
    pub text: String,
}

/// An item to take out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DroppedItem {
    /// The item.
    pub item: ItemId,
}
