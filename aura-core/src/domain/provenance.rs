//! Where every statement comes from: the user's words, a rule, a default, data, or an answer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::QuestionId;

/// A stretch of a text, in bytes of its UTF-8 form: `start` included, `end` excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// First byte.
    pub start: u64,
    /// Byte after the last one.
    pub end: u64,
}

impl Span {
    /// A span from byte offsets.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start: start as u64, end: end as u64 }
    }

    /// The words that the span covers, or `None` where it does not fit the text.
    pub fn of<'text>(&self, text: &'text str) -> Option<&'text str> {
        text.get(self.start as usize..self.end as usize)
    }
}

/// Which text a quote was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TextSource {
    /// The goal text of the intent.
    Goal,
    /// A sentence that asked for an edit.
    Edit,
    /// An answer to a question.
    Answer,
}

/// Words of the user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quote {
    /// Which text they stand in.
    pub source: TextSource,
    /// Where they stand.
    pub span: Span,
    /// The words themselves.
    pub text: String,
}

/// Where a statement comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Origin {
    /// The user said it.
    Stated(StatedOrigin),
    /// A rule concluded it from what the user said.
    Inferred(InferredOrigin),
    /// A default that nobody confirmed yet.
    Assumed(AssumedOrigin),
    /// Data showed it.
    Measured(MeasuredOrigin),
    /// The user answered a question.
    Answered(AnsweredOrigin),
}

/// The user said it, in these words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StatedOrigin {
    /// The words.
    pub quotes: Vec<Quote>,
    /// The rule that read them, for example `list.numbered`.
    pub rule: String,
    /// How sure the reader is, from 0 to 1.
    pub confidence: f64,
}

/// A rule concluded it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct InferredOrigin {
    /// The rule, for example `archetype.checkout`.
    pub rule: String,
    /// Why, in one plain sentence.
    pub reason: String,
    /// The words that the rule looked at, where there are any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// How sure the rule is, from 0 to 1.
    pub confidence: f64,
}

/// A default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AssumedOrigin {
    /// Why this default, in one plain sentence.
    pub reason: String,
    /// Where the default comes from, if it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A figure taken from data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MeasuredOrigin {
    /// Which data, for example the name and hash of a log.
    pub data: String,
    /// How it was measured.
    pub method: String,
    /// How many observations stand behind it.
    pub observations: u64,
}

/// The user answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AnsweredOrigin {
    /// The question.
    pub question: QuestionId,
    /// The answer as the user gave it.
    pub answer: String,
}

impl Origin {
    /// A default with its reason.
    pub fn assumed(reason: impl Into<String>) -> Self {
        Origin::Assumed(AssumedOrigin { reason: reason.into(), source: None })
    }

    /// A default with its reason and a published source.
    pub fn assumed_from(reason: impl Into<String>, source: impl Into<String>) -> Self {
        Origin::Assumed(AssumedOrigin { reason: reason.into(), source: Some(source.into()) })
    }

    /// The conclusion of a rule.
    pub fn inferred(rule: impl Into<String>, reason: impl Into<String>, confidence: f64) -> Self {
        Origin::Inferred(InferredOrigin {
            rule: rule.into(),
            reason: reason.into(),
            quotes: Vec::new(),
            confidence,
        })
    }

    /// Words of the user, read by a rule.
    pub fn stated(quotes: Vec<Quote>, rule: impl Into<String>, confidence: f64) -> Self {
        Origin::Stated(StatedOrigin { quotes, rule: rule.into(), confidence })
    }

    /// The words behind the statement; empty for defaults, data and answers.
    pub fn quotes(&self) -> &[Quote] {
        match self {
            Origin::Stated(stated) => &stated.quotes,
            Origin::Inferred(inferred) => &inferred.quotes,
            Origin::Assumed(_) | Origin::Measured(_) | Origin::Answered(_) => &[],
        }
    }

    /// One word for people: `stated`, `inferred`, `assumed`, `measured` or `answered`.
    pub fn word(&self) -> &'static str {
        match self {
            Origin::Stated(_) => "stated",
            Origin::Inferred(_) => "inferred",
            Origin::Assumed(_) => "assumed",
            Origin::Measured(_) => "measured",
            Origin::Answered(_) => "answered",
        }
    }

    /// Whether nobody said, measured or confirmed it.
    pub fn is_assumed(&self) -> bool {
        matches!(self, Origin::Assumed(_))
    }
}
