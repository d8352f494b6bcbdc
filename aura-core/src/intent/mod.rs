//! From a goal in plain words to an [`Intent`]: readers of structured forms, rules over clauses, questions.
//!
//! In comes text that nobody trusts; out goes an intent in which every item carries the words that led to it and
//! the rule that read them. Nothing is invented: what the text does not say is not stated here; defaults are
//! marked *assumed*. Instructions inside the text ("ignore your rules") are data like any other words.
//! Never here: plans, screens, anything that acts on the text.
//!
//! All spans count bytes of UTF-8 in [`Intent::text`]. Python counts code points and JavaScript UTF-16 units:
//! [`Offsets`](crate::text::Offsets) turns one into the others.

mod act;
mod actors;
mod ambiguity;
mod answer;
mod clarity;
mod clause;
mod conflict;
mod criterion;
mod deed;
mod draft;
mod figure;
mod flow;
mod forms;
mod goal;
mod guard;
mod kind;
mod line;
mod marked;
mod measures;
mod mention;
mod piece;
mod question;
mod reading;
mod relation;
mod restriction;
mod scenario;
mod section;
mod stance;
mod statement;
mod story;
mod title;
mod words;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::intent::Intent;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::text::{Language, clean, detect_language};

pub use ambiguity::{Ambiguity, ambiguities};
pub use answer::{answer, assume_rest, assumed_answer, under};
pub use clarity::{Clarity, Detail, clarity};
pub use marked::marked_html;
pub use mention::{Mention, MentionClass, mentions};
pub use relation::{Relation, RelationKind, relations};
pub use story::{StoryParts, story_parts};

/// A goal to interpret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InterpretRequest {
    /// The goal in plain words: a sentence, a story, a scenario, a list, a document in Markdown.
    pub text: String,
    /// A short name for the idea; taken from the text where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

impl InterpretRequest {
    /// A request for a text without a title of its own.
    pub fn new(text: impl Into<String>) -> Self {
        InterpretRequest { text: text.into(), title: None }
    }
}

/// How to interpret.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct InterpretOptions {
    /// Upper bounds: length of the text, number of steps and questions.
    pub limits: Limits,
}

/// Reads a goal.
///
/// Its questions are candidates, strongest first; [`plan::ask`](crate::plan::ask) keeps the few whose answers lead to
/// different plans.
///
/// Deterministic: the same text gives the same intent, byte for byte. Spans of the result point into
/// [`Intent::text`], which is the text without control characters, terminal escapes and HTML elements.
///
/// # Errors
/// `limit_input` for a text that is too long, `invalid_text` for one that is not text, `invalid_goal` for one
/// without words, `invalid_language` for one that is not in English.
///
/// # Example
/// ```
/// use aura_core::intent::{InterpretOptions, InterpretRequest, interpret};
/// let request = InterpretRequest::new("The clerk checks the claim. If it is valid, the clerk pays it.");
/// let intent = interpret(&request, &InterpretOptions::default())?;
/// assert_eq!(intent.steps[0].title, "check the claim");
/// assert_eq!(intent.actors[0].name, "clerk");
/// assert_eq!(intent.blocks.len(), 1);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn interpret(request: &InterpretRequest, options: &InterpretOptions) -> Result<Intent> {
    Limits::check_input("the goal", request.text.len(), options.limits.goal_bytes)?;
    if request.text.contains('\0') {
        return Err(Error::new(ErrorCode::InvalidText, "the goal holds bytes that are not text")
            .with_hint("give plain text, as Markdown or copied from a document"));
    }
    let cleaned = clean(&request.text);
    if cleaned.text.chars().filter(|letter| letter.is_alphabetic()).count() < 2 {
        return Err(Error::new(ErrorCode::InvalidGoal, "the goal holds no words")
            .with_hint("say in a sentence what should happen and for whom"));
    }
    if let Language::Other(language) = detect_language(&cleaned.text) {
        return Err(Error::new(ErrorCode::InvalidLanguage, format!("the goal seems to be in {language}"))
            .with_hint("write the goal in English, the only language that is understood so far")
            .with_context("language", language));
    }
    Ok(draft::draft(cleaned.text, request.title.as_deref(), &options.limits))
}

#[cfg(test)]
mod tests;
