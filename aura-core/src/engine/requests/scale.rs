//! Requests and responses of work that is divided among machines. Each part stands for itself: it names no project.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::id::{AssumptionId, MetricId};
use crate::domain::influence::Influence;
use crate::domain::insight::Explanation;
use crate::domain::plan::Plan;
use crate::domain::scenario::Scenario;
use crate::simulate::InfluenceOptions;
use crate::store::ProjectId;

/// A run that is about to be made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PreparedRun {
    /// The project.
    pub project: ProjectId,
    /// The plan as it stands.
    pub plan: Plan,
    /// The circumstances, complete. Its replications can be run apart.
    pub scenario: Scenario,
}

/// Some replications of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RunPartRequest {
    /// The plan, as it was prepared.
    pub plan: Plan,
    /// The circumstances, as they were prepared.
    pub scenario: Scenario,
    /// The first replication, counted from 0.
    pub first: u32,
    /// How many replications.
    pub count: u32,
}

/// Replications as they came out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RunPartResponse {
    /// The first replication.
    pub first: u32,
    /// How many replications.
    pub count: u32,
    /// The part, in base64.
    pub part_base64: String,
}

/// Parts that are to become the run of a project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JoinRequest {
    /// The project, whose plan must still be the one of the parts.
    pub project: ProjectId,
    /// The circumstances, as they were prepared.
    pub scenario: Scenario,
    /// All parts, in any order.
    pub parts_base64: Vec<String>,
}

/// Which assumptions a metric hangs on, all of them moving at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SensitivityRequest {
    /// The project.
    pub project: ProjectId,
    /// The metric; the primary one where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<MetricId>,
    /// A complete scenario instead of the default one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<Scenario>,
    /// The seed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// Cases of each run; 500 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cases: Option<u64>,
    /// Screening: how often each assumption is moved; 8 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trajectories: Option<u32>,
    /// Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub samples: Option<u32>,
    /// Most assumptions that are ranked; 8 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_ranked: Option<u32>,
    /// Values of points that were measured elsewhere, in the order in which they were asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<f64>,
}

impl SensitivityRequest {
    /// The primary metric, as much work as is usual.
    pub fn new(project: ProjectId) -> Self {
        SensitivityRequest {
            project,
            metric: None,
            scenario: None,
            seed: None,
            cases: None,
            trajectories: None,
            samples: None,
            most_ranked: None,
            values: Vec::new(),
        }
    }
}

/// Which assumptions drive a metric, and what that means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Influenced {
    /// The project.
    pub project: ProjectId,
    /// The figures.
    pub influence: Influence,
    /// What people should know.
    pub explanation: Explanation,
}

/// Points at which the metric is to be measured next; none where all are known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SensitivityRound {
    /// The plan as it stands.
    pub plan: Plan,
    /// The circumstances.
    pub scenario: Scenario,
    /// The metric.
    pub metric: MetricId,
    /// How each point is measured.
    pub options: InfluenceOptions,
    /// Other means of assumptions, point by point.
    pub points: Vec<BTreeMap<AssumptionId, f64>>,
}

/// Points that are to be measured, anywhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureRequest {
    /// The plan, as it was prepared.
    pub plan: Plan,
    /// The circumstances, as they were prepared.
    pub scenario: Scenario,
    /// The metric.
    pub metric: MetricId,
    /// How each point is measured.
    #[serde(default)]
    pub options: InfluenceOptions,
    /// Some of the points.
    pub points: Vec<BTreeMap<AssumptionId, f64>>,
}

/// The metric at each point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PointValues {
    /// In the order of the points.
    pub values: Vec<f64>,
}
