//! An event log: what happened to which case when, as systems of record write it (IEEE 1849, XES, and tables).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Moment;

/// The newest version of the stored form of an [`EventLog`].
pub const EVENT_LOG_SCHEMA_VERSION: u32 = 1;

/// What happened, case by case.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EventLog {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// What is known about the log as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<LogAttribute>,
    /// The extensions of XES that the file declares.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<LogExtension>,
    /// Attributes that every case or every event is declared to have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub globals: Vec<LogGlobal>,
    /// Ways to tell events apart that the file declares.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classifiers: Vec<LogClassifier>,
    /// The cases, in the order of the file.
    pub cases: Vec<LoggedCase>,
    /// What could not be kept as it stood, with its place in the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

impl EventLog {
    /// How many events there are in all cases.
    pub fn event_count(&self) -> usize {
        self.cases.iter().map(|case| case.events.len()).sum()
    }
}

/// One case and its events.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LoggedCase {
    /// Its name in the log; empty where it has none.
    pub id: String,
    /// What else is known about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<LogAttribute>,
    /// What happened, in the order of the file.
    pub events: Vec<LoggedEvent>,
}

/// Something happened.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LoggedEvent {
    /// What was done; empty where the log does not say.
    pub activity: String,
    /// The transition of the life cycle, for example `start` or `complete`; completed where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transition: Option<String>,
    /// When it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Moment>,
    /// When the work began, where the event itself says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<Moment>,
    /// Who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<String>,
    /// What else is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<LogAttribute>,
}

/// A named value, perhaps with further ones about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LogAttribute {
    /// The name, with the prefix of its extension where it has one.
    pub key: String,
    /// The value.
    #[serde(flatten)]
    pub value: LogValue,
    /// Attributes of the attribute; the members of a list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<LogAttribute>,
}

/// The values that XES knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[non_exhaustive]
pub enum LogValue {
    /// Text.
    Text(String),
    /// A moment.
    Moment(Moment),
    /// A whole number of at most 53 bits; larger ones are kept as text.
    Integer(i64),
    /// A number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// An identifier, as text.
    Identifier(String),
    /// A list, in order; the members are the attributes.
    List,
    /// Several attributes without order.
    Container,
}

/// An extension of XES.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LogExtension {
    /// Its name.
    pub name: String,
    /// The prefix of its attributes.
    pub prefix: String,
    /// Where it is defined.
    pub uri: String,
}

/// Attributes that every case or event is declared to have, with the values that stand for absent ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LogGlobal {
    /// `trace` or `event`.
    pub scope: String,
    /// The attributes.
    pub attributes: Vec<LogAttribute>,
}

/// A way to tell events apart: two are of one class where these attributes are equal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LogClassifier {
    /// Its name.
    pub name: String,
    /// `trace` or `event`; events where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The keys of the attributes as they are declared.
    pub keys: String,
}
