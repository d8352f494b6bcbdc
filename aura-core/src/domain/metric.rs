//! What is measured, which way is better, and what it is for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{CriterionId, MetricId, NodeId};
use super::plan::Outcome;
use super::provenance::Origin;
use super::quantity::{Quantity, Unit};

/// Something measured on every case of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Metric {
    /// Names the metric.
    pub id: MetricId,
    /// In the user's words, for example `checkout completion`.
    pub title: String,
    /// How it is measured in a run.
    pub measure: Measure,
    /// The unit of its values.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// Whether it decides, is watched, or must not get worse.
    pub role: MetricRole,
    /// Today's value, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Quantity>,
    /// The value to reach, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Quantity>,
    /// In which time it is to be reached, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window_ms: Option<u64>,
    /// The success criterion that it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<CriterionId>,
    /// Where it comes from. For a metric that only stands near the criterion this says so.
    pub origin: Origin,
}

/// How a metric is measured on a case of a run. Per-case values are averaged unless the measure says otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Measure {
    /// Share of cases that end with an outcome.
    OutcomeShare(OutcomeMeasure),
    /// Share of cases that pass a node.
    ReachedShare(NodeMeasure),
    /// Average number of times that a case passes a node.
    VisitsPerCase(NodeMeasure),
    /// Milliseconds from a case's start to its end.
    CycleTime(TimeMeasure),
    /// Milliseconds that a case spends waiting for resources, timers and answers.
    WaitingTime(TimeMeasure),
    /// Milliseconds of work that people and systems put into a case.
    WorkingTime(TimeMeasure),
    /// Share of cases that end with an outcome within a time.
    WithinTime(DeadlineMeasure),
    /// Money that a case costs, in major units.
    CostPerCase,
    /// Share of cases in which at least one failure mode struck.
    FailureShare,
    /// Only real use can show it: no run has a value for it.
    RealUse,
}

/// An outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OutcomeMeasure {
    /// The outcome.
    pub outcome: Outcome,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NodeMeasure {
    /// The node.
    pub node: NodeId,
}

/// A time, averaged or at a quantile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TimeMeasure {
    /// The quantile, strictly between 0 and 1; the mean where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantile: Option<f64>,
    /// Count only cases that end with this outcome; all where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

/// An outcome within a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeadlineMeasure {
    /// The outcome.
    pub outcome: Outcome,
    /// The time in milliseconds.
    pub within_ms: u64,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Increase,
    /// Less is better.
    Decrease,
    /// It should stay as it is.
    Keep,
}

/// What a metric is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MetricRole {
    /// It decides.
    Primary,
    /// It is watched.
    Secondary,
    /// It must not get worse.
    Guardrail,
}
