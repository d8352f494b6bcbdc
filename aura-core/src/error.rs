//! The one error shape of the library: a stable code, one line that says what happened, hints, context.
//!
//! Rooms keep small private error enums where that helps them and turn them into [`Error`] at one point.
//! A message is lowercase, has no full stop, quotes the user's words in backticks, and never contains a
//! secret, a prompt or a Rust type name.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the library's fallible functions return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

macro_rules! error_codes {
    ($( $(#[doc = $doc:literal])+ $variant:ident = $code:literal, )+) => {
        /// Stable names of everything that can go wrong. Append-only; grouped by what the caller should do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[non_exhaustive]
        pub enum ErrorCode { $( $(#[doc = $doc])+ #[serde(rename = $code)] $variant, )+ }

        impl ErrorCode {
            /// Every code, in the order of the reference.
            pub const ALL: &'static [ErrorCode] = &[ $( ErrorCode::$variant, )+ ];

            /// The code as it crosses a boundary, for example `invalid_plan`.
            pub fn as_str(self) -> &'static str {
                match self { $( ErrorCode::$variant => $code, )+ }
            }

            /// One sentence for the reference: when this code is returned.
            pub fn description(self) -> &'static str {
                match self { $( ErrorCode::$variant => concat!($($doc),+), )+ }
            }
        }
    };
}

error_codes! {
    /// A request does not have the documented shape.
    InvalidRequest = "invalid_request",
    /// The bytes given as text are not UTF-8, or are not text at all.
    InvalidText = "invalid_text",
    /// The goal holds nothing that could be understood as a goal.
    InvalidGoal = "invalid_goal",
    /// The text is in a language that is not supported.
    InvalidLanguage = "invalid_language",
    /// An identifier does not have the documented form.
    InvalidId = "invalid_id",
    /// A JSON document does not have the documented shape.
    InvalidDocument = "invalid_document",
    /// A document was written by a newer version than this one can read.
    InvalidSchemaVersion = "invalid_schema_version",
    /// A plan is not sound: it cannot be run until its problems are mended.
    InvalidPlan = "invalid_plan",
    /// A condition is not a valid CEL expression over the plan's data.
    InvalidCondition = "invalid_condition",
    /// An edit does not fit the present plan.
    InvalidEdit = "invalid_edit",
    /// An answer does not fit the question it is given for.
    InvalidAnswer = "invalid_answer",
    /// A scenario holds a value outside its documented range.
    InvalidScenario = "invalid_scenario",
    /// An experiment cannot be evaluated as it is defined.
    InvalidExperiment = "invalid_experiment",
    /// A number is outside the range in which it has a meaning.
    InvalidNumber = "invalid_number",
    /// A recorded trace is damaged or is not a trace.
    InvalidTrace = "invalid_trace",
    /// The data given cannot be analysed as it is.
    InvalidData = "invalid_data",
    /// Several readings fit; the choices are in the context.
    AmbiguousEdit = "ambiguous_edit",
    /// Questions must be answered, or assumptions accepted, before this can go on.
    AmbiguousGoal = "ambiguous_goal",
    /// The input is longer than the limit.
    LimitInput = "limit_input",
    /// A document has more parts than the limit allows.
    LimitSize = "limit_size",
    /// A run reached its limit of simulated events.
    LimitEvents = "limit_events",
    /// A run reached its limit of virtual time.
    LimitVirtualTime = "limit_virtual_time",
    /// The next call would spend more money than the budget has left.
    LimitBudget = "limit_budget",
    /// The next call would use more model tokens than are left.
    LimitTokens = "limit_tokens",
    /// Work took more memory than the limit allows.
    LimitMemory = "limit_memory",
    /// A loop without progress was found and stopped.
    LimitLoop = "limit_loop",
    /// There is no artifact, project, step or version with this name.
    NotFound = "not_found",
    /// Somebody else changed the same thing first.
    Conflict = "conflict",
    /// Two documents that should be equal differ.
    ConflictReplay = "conflict_replay",
    /// No language model is plugged in.
    UnavailableModel = "unavailable_model",
    /// The store cannot be reached, is full, or cannot be written.
    UnavailableStore = "unavailable_store",
    /// A service that the host provides does not answer.
    UnavailableService = "unavailable_service",
    /// The host does not allow this.
    Denied = "denied",
    /// The caller asked to stop; what was done so far is kept.
    Cancelled = "cancelled",
    /// A fault of Aura itself; please report it.
    Internal = "internal",
}

impl ErrorCode {
    /// Whether the same call may work later without a change.
    pub fn is_retryable(self) -> bool {
        matches!(
            self,
            ErrorCode::Conflict
                | ErrorCode::UnavailableModel
                | ErrorCode::UnavailableStore
                | ErrorCode::UnavailableService
        )
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// What went wrong, in a form that a person can read and a program can act on.
///
/// # Example
/// ```
/// use aura_core::{Error, ErrorCode};
/// let error = Error::new(ErrorCode::InvalidGoal, "the goal is empty")
///     .with_hint("say what should happen and for whom");
/// assert_eq!(error.code().as_str(), "invalid_goal");
/// assert_eq!(error.to_string(), "the goal is empty");
/// ```
#[derive(Debug)]
pub struct Error {
    inner: Box<Inner>,
}

#[derive(Debug)]
struct Inner {
    code: ErrorCode,
    message: String,
    hints: Vec<String>,
    context: Vec<(String, String)>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// The serialisable form of an [`Error`], as it crosses a language boundary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ErrorDocument {
    /// Stable code.
    pub code: ErrorCode,
    /// One line: what happened.
    pub message: String,
    /// What the caller can do about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<String>,
    /// Named facts about the case, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<(String, String)>,
    /// Whether the same call may work later without a change.
    pub retryable: bool,
}

impl Error {
    /// Makes an error with a code and one line that says what happened.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Error {
            inner: Box::new(Inner {
                code,
                message: message.into(),
                hints: Vec::new(),
                context: Vec::new(),
                source: None,
            }),
        }
    }

    /// Adds what the caller can do about it.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.inner.hints.push(hint.into());
        self
    }

    /// Adds a named fact about the case.
    #[must_use]
    pub fn with_context(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.inner.context.push((name.into(), value.to_string()));
        self
    }

    /// Adds the error that caused this one.
    #[must_use]
    pub fn with_source(mut self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.inner.source = Some(Box::new(source));
        self
    }

    /// The stable code.
    pub fn code(&self) -> ErrorCode {
        self.inner.code
    }

    /// One line: what happened.
    pub fn message(&self) -> &str {
        &self.inner.message
    }

    /// What the caller can do about it.
    pub fn hints(&self) -> &[String] {
        &self.inner.hints
    }

    /// Named facts about the case, in the order in which they were added.
    pub fn context(&self) -> &[(String, String)] {
        &self.inner.context
    }

    /// The serialisable form.
    pub fn to_document(&self) -> ErrorDocument {
        ErrorDocument {
            code: self.inner.code,
            message: self.inner.message.clone(),
            hints: self.inner.hints.clone(),
            context: self.inner.context.clone(),
            retryable: self.inner.code.is_retryable(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.inner.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.inner.source {
            Some(source) => Some(source.as_ref()),
            None => None,
        }
    }
}

impl From<ErrorCode> for Error {
    fn from(code: ErrorCode) -> Self {
        Error::new(code, code.as_str().replace('_', " "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_grouped() {
        let mut seen = std::collections::BTreeSet::new();
        for code in ErrorCode::ALL {
            assert!(seen.insert(code.as_str()), "{code} stands twice");
            let json = serde_json::to_string(code).unwrap();
            assert_eq!(json, format!("\"{code}\""));
        }
    }
}
