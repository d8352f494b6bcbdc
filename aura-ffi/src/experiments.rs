//! Tests with real people, as operations: the thinking is `aura_core::evaluate::live`.

use aura_core::Result;
use aura_core::domain::allocation::{Allocation, AllocationPlan};
use aura_core::domain::calibration::Calibration;
use aura_core::domain::live::{LiveExperiment, LiveVerdict};
use aura_core::domain::observation::{Observation, ObservationalVerdict};
use aura_core::evaluate::live::{
    AssignedUnit, allocate as next_shares, assign_units, calibrate as split_at_random, check_design,
    check_untouched, collect_logs, judge, render_report, vega_lite,
};
use aura_core::evaluate::observe::{observation_picture, observe as told, render_observation};
use aura_core::random::Seed;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::operations::Work;

/// A test that was stated before the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExperimentRequest {
    /// The statement.
    pub experiment: LiveExperiment,
}

/// A statement that is complete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CheckedExperiment {
    /// The statement, with its defaults.
    pub experiment: LiveExperiment,
}

/// Units that are to get their arm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignRequest {
    /// The statement.
    pub experiment: LiveExperiment,
    /// The units.
    pub units: Vec<String>,
}

/// Units with their arms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Assigned {
    /// In the order of the units.
    pub units: Vec<AssignedUnit>,
}

/// Data of a test that are to be judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnalyzeRequest {
    /// The statement.
    pub experiment: LiveExperiment,
    /// A table in CSV with one row for each unit; with `outcomes`, the log of exposures.
    #[schemars(extend("x-table" = true))]
    pub table: String,
    /// A log of outcomes in CSV; outcomes are added up over the window of each unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-table" = true))]
    pub outcomes: Option<String>,
}

/// The data, judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Analyzed {
    /// The verdict, with trust checks and plain sentences.
    pub verdict: LiveVerdict,
}

/// A verdict that is to be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportRequest {
    /// The verdict.
    pub verdict: LiveVerdict,
}

/// A verdict as a page and a picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExperimentReport {
    /// One self-contained HTML file.
    pub html: String,
    /// A Vega-Lite specification.
    pub vega_lite: Value,
}

/// A test whose arms get shares that follow what was seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AllocateRequest {
    /// The statement.
    pub experiment: LiveExperiment,
    /// How the next shares are found.
    #[serde(default)]
    pub plan: AllocationPlan,
    /// A table in CSV with one row for each unit, in the order in which they were assigned.
    #[schemars(extend("x-table" = true))]
    pub table: String,
}

/// Data with which a test is to be tried out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalibrateRequest {
    /// The statement.
    pub experiment: LiveExperiment,
    /// A table in CSV with one row for each unit.
    #[schemars(extend("x-table" = true))]
    pub table: String,
    /// How many random splits; 1,000 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub splits: Option<u32>,
    /// Where the splits come from; 0 where absent.
    #[serde(default)]
    pub seed: Seed,
    /// A column of what units of both arms share, to see whether the arms disturb each other through it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared_column: Option<String>,
}

/// A change whose effect is to be told without a random test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObserveRequest {
    /// What was changed, when, for whom, and what is looked at.
    pub observation: Observation,
    /// A table in CSV with one row for each unit and period.
    #[schemars(extend("x-table" = true))]
    pub table: String,
}

/// The effect of a change, labelled as no random test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ObservedEffect {
    /// The verdict, with its label and plain sentences.
    pub verdict: ObservationalVerdict,
    /// One self-contained HTML file.
    pub html: String,
    /// A Vega-Lite specification.
    pub vega_lite: Value,
}

pub(crate) fn check(request: ExperimentRequest) -> Result<CheckedExperiment> {
    check_design(&request.experiment)?;
    Ok(CheckedExperiment { experiment: request.experiment })
}

pub(crate) fn assign(request: &AssignRequest) -> Result<Assigned> {
    let units = request.units.iter().map(String::as_str);
    Ok(Assigned { units: assign_units(&request.experiment, units)? })
}

pub(crate) fn analyze(request: &AnalyzeRequest, work: &Work) -> Result<Analyzed> {
    let table = work.tables.member("table", &request.table)?;
    let data = match &request.outcomes {
        Some(outcomes) => {
            let outcomes = work.tables.member("outcomes", outcomes)?;
            collect_logs(&request.experiment, &table.rows()?, &outcomes.rows()?)?
        }
        None => table.units(&request.experiment, &work.control)?,
    };
    Ok(Analyzed { verdict: judge(&request.experiment, &data)? })
}

pub(crate) fn report(request: &ReportRequest) -> Result<ExperimentReport> {
    check_untouched(&request.verdict)?;
    Ok(ExperimentReport { html: render_report(&request.verdict), vega_lite: vega_lite(&request.verdict) })
}

pub(crate) fn observe(request: &ObserveRequest, work: &Work) -> Result<ObservedEffect> {
    let verdict = told(&request.observation, &work.tables.member("table", &request.table)?.rows()?)?;
    Ok(ObservedEffect {
        html: render_observation(&verdict),
        vega_lite: observation_picture(&verdict),
        verdict,
    })
}

pub(crate) fn allocate(request: &AllocateRequest, work: &Work) -> Result<Allocation> {
    let table = work.tables.member("table", &request.table)?;
    next_shares(&request.experiment, &request.plan, &table.rows()?)
}

pub(crate) fn calibrate(request: &CalibrateRequest, work: &Work) -> Result<Calibration> {
    let table = work.tables.member("table", &request.table)?;
    let splits = u64::from(request.splits.unwrap_or(1_000));
    let shared = request.shared_column.as_deref();
    split_at_random(&request.experiment, &table.rows()?, splits, request.seed, shared)
}
