//! Requests and responses about what comes from other programs, and leaves for them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Planned;
use crate::plan::import::NotKept;
use crate::simulate::learn::{HeldOut, Measured, ReplayFit};
use crate::simulate::log::LogOptions;
use crate::store::ProjectId;

/// A process model that a project is to be made of.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportRequest {
    /// The model: the text of a BPMN 2.0 file.
    pub model: String,
    /// The parameters of a simulation in the JSON of Prosimos; those of BIMP or QBP in the model itself where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<String>,
    /// A name for the new project; the title of the model where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A process model as a project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Imported {
    /// The plan, with what there is to say about it.
    pub planned: Planned,
    /// Whether the model says when cases arrive.
    pub has_arrivals: bool,
    /// How many cases the parameters ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cases: Option<u64>,
    /// What the plan cannot say.
    pub not_kept: Vec<NotKept>,
}

/// An event log that numbers, or a plan, are to be taken from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LearnRequest {
    /// The log: the text of an XES file, or of a table in CSV with one event in each row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-table" = true))]
    pub log: Option<String>,
    /// The log as bytes in base64 instead, for example packed with gzip.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log_base64: Option<String>,
    /// The project whose plan gets the numbers; a plan is drawn from the log, and a project made, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<ProjectId>,
    /// A name for the new project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What the log is called, for origins; `event log` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The share of cases, the earliest first, that numbers are fitted to before the rest is compared; 0.7 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fitted_share: Option<f64>,
    /// How a table is read; everything is found from the names of the columns where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<LogOptions>,
}

/// What was learned, as it stands in the project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LearnedPlan {
    /// The plan with measured numbers, and what there is to say about it.
    pub planned: Planned,
    /// Cases of the log.
    pub cases: u64,
    /// Events of the log.
    pub events: u64,
    /// What was measured, number by number.
    pub measured: Vec<Measured>,
    /// How well the log goes through the plan.
    pub replay: ReplayFit,
    /// The comparison with cases that were held out; absent where there are too few.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_out: Option<HeldOut>,
    /// What the log does not say, and what stands in its place.
    pub notes: Vec<String>,
}

/// The last run of a project as an event log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventLogRequest {
    /// The project.
    pub project: ProjectId,
    /// The form of the log.
    #[serde(default)]
    pub format: LogFormat,
}

/// A form of event logs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// IEEE 1849.
    #[default]
    Xes,
    /// A table with one event in each row.
    Csv,
}

/// An event log for other programs. It holds what the trace recorded: with `trace` set to `full` in the scenario all
/// cases, otherwise a sample.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExportedLog {
    /// The project.
    pub project: ProjectId,
    /// Cases in the log.
    pub cases: u64,
    /// The text of the file.
    pub text: String,
}
