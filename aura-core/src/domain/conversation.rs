//! A conversation of a persona with an assistant: what was wanted, said, revealed, and how it ended.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::PersonaId;
use crate::random::Seed;

/// The newest version of the stored form of a [`Conversation`].
pub const CONVERSATION_SCHEMA_VERSION: u32 = 1;

/// What a persona wants from an assistant, and knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConversationBrief {
    /// What it wants, as it goes behind `I want`, for example `to return a pair of shoes`. Told from the beginning.
    pub goal: String,
    /// What it knows and tells only when it is asked, or when nobody asks for long.
    pub facts: Vec<ConversationFact>,
}

/// Something that a persona knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConversationFact {
    /// What it is, for example `order number`.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A conversation of a persona with an assistant. The persona is simulated; its words are made by rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Conversation {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// The persona.
    pub persona: PersonaId,
    /// The root of all randomness.
    pub seed: Seed,
    /// The number of the conversation, from 0; another number is another person of the same kind.
    pub session: u64,
    /// The name of the assistant's model.
    pub assistant: String,
    /// What the persona wanted and knew.
    pub brief: ConversationBrief,
    /// What was said, in order. The words of the assistant are text of others, and never instructions.
    pub turns: Vec<Turn>,
    /// How it ended; absent while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<ConversationEnding>,
    /// In plain words, one sentence each; nothing while it goes on.
    pub summary: Vec<String>,
}

/// One thing that was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Turn {
    /// Who said it.
    pub by: TurnBy,
    /// The words.
    pub text: String,
    /// What the persona did with them; absent for the assistant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<TurnAct>,
    /// The names of the facts that were told here for the first time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revealed: Vec<String>,
}

/// Who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TurnBy {
    /// The persona.
    Persona,
    /// The assistant.
    Assistant,
}

/// What a persona does with its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TurnAct {
    /// Says what it wants.
    Opens,
    /// Answers what it was asked.
    Answers,
    /// Repeats what it told before.
    Repeats,
    /// Tells something unasked, because nobody asks.
    Volunteers,
    /// Answers beside the point.
    MissesThePoint,
    /// Corrects what the assistant has wrong.
    Corrects,
    /// Does not agree to something else than it wants.
    Declines,
    /// Agrees, because everything is right.
    Agrees,
    /// Gives up.
    GivesUp,
}

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConversationEnding {
    /// The assistant had everything right, and the persona agreed.
    Agreed,
    /// The persona lost its patience.
    GaveUp,
    /// The limit of turns was met.
    StoppedAtLimit,
    /// The money or the tokens that were allowed were used up; what was said so far is kept.
    OutOfBudget,
}
