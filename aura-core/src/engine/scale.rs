//! Runs and studies that are divided among machines, and put together to what one machine would have made.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Engine;
use super::requests::{
    Influenced, JoinRequest, MeasureRequest, PointValues, PreparedRun, RunPartRequest, RunPartResponse,
    SensitivityRequest, SensitivityRound, SimulateRequest, Simulated,
};
use super::run::primary;
use super::workspace::Workspace;
use crate::domain::experiment::Verdict;
use crate::domain::id::MetricId;
use crate::domain::influence::Influence;
use crate::domain::intent::Intent;
use crate::domain::plan::Plan;
use crate::domain::run::{Run, Sensitivity};
use crate::domain::scenario::Scenario;
use crate::error::{Error, ErrorCode, Result};
use crate::explain::{self, ExplainInput};
use crate::simulate::{self, InfluenceOptions, Round, RunPart, Study};

impl Engine {
    /// Says what a run consists of, so that its replications can be run apart, by [`Engine::run_part`].
    ///
    /// # Errors
    /// `invalid_request` where the run is to pause, `not_found`, `invalid_plan`, `limit_size`, `unavailable_store`.
    pub async fn prepare_run(&self, request: &SimulateRequest) -> Result<PreparedRun> {
        if request.pause_at_ms.is_some() {
            return Err(Error::new(ErrorCode::InvalidRequest, "a run that is divided cannot pause")
                .with_hint("leave out the pause, or run it on one machine"));
        }
        let workspace = self.open(&request.project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        let scenario = self.scenario(&workspace, &plan, request).await?;
        Ok(PreparedRun { project: workspace.project, plan, scenario })
    }

    /// Runs some replications of a run. Needs no project and no store.
    ///
    /// # Errors
    /// `invalid_plan`, `invalid_scenario`, `invalid_request`, `limit_size`, `cancelled`.
    pub fn run_part(&self, request: &RunPartRequest) -> Result<RunPartResponse> {
        self.check_cases(&request.scenario)?;
        let replications = request.first..request.first.saturating_add(request.count);
        let part = simulate::simulate_part(&request.plan, &request.scenario, replications, &self.control)?;
        let part_base64 = STANDARD.encode(part.to_bytes()?);
        Ok(RunPartResponse { first: request.first, count: request.count, part_base64 })
    }

    /// Puts the parts of a run together and keeps it, as [`Engine::simulate`] would have.
    ///
    /// # Errors
    /// `invalid_data` where parts are missing, damaged or belong to another run; those of [`Engine::simulate`].
    pub async fn join_parts(&self, request: &JoinRequest) -> Result<Simulated> {
        let workspace = self.open(&request.project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        self.check_cases(&request.scenario)?;
        let parts: Result<Vec<RunPart>> = request.parts_base64.iter().map(|part| decoded(part)).collect();
        let simulation = simulate::merge_parts(&plan, &request.scenario, parts?)?;
        self.keep_run(workspace, &plan, &request.scenario, simulation).await
    }

    /// Finds which assumptions a metric hangs on when all of them move at once over their thinkable ranges, and keeps
    /// it: a screening of all, then shares of the spread for those that matter.
    ///
    /// # Errors
    /// `not_found`, `invalid_plan`, `invalid_scenario`, `invalid_data`, `limit_size`, `cancelled`, `conflict`,
    /// `unavailable_store`.
    pub async fn sensitivity(&self, request: &SensitivityRequest) -> Result<Influenced> {
        let (mut workspace, round) = self.round(request).await?;
        let study = Study::new(&round.plan, &round.scenario, &round.metric, &round.options)?;
        let influence = study.run_from(request.values.clone(), &self.control)?;
        let intent: Option<Intent> = self.find(&workspace, "intent").await?;
        let run: Option<Run> = self.find(&workspace, "run").await?;
        let sensitivity: Option<Sensitivity> = self.find(&workspace, "sensitivity").await?;
        let verdict: Option<Verdict> = self.find(&workspace, "verdict").await?;
        let explanation = explain::explain(&ExplainInput {
            intent: intent.as_ref(),
            run: run.as_ref(),
            sensitivity: sensitivity.as_ref(),
            influence: Some(&influence),
            verdict: verdict.as_ref(),
            ..ExplainInput::new(&round.plan)
        })?;
        workspace.stage("influence", &["plan"], &influence)?;
        let sources = ["plan", "run", "sensitivity", "influence", "verdict"];
        workspace.stage("explanation", &sources, &explanation)?;
        let message = format!("Measured what {} hangs on, in {} runs", influence.metric, influence.runs);
        self.keep(&mut workspace, &message).await?;
        Ok(Influenced { project: workspace.project, influence, explanation })
    }

    /// Says at which points a study is to be measured next, by [`Engine::measure_points`]; with the values of all
    /// points it asks for none, and [`Engine::sensitivity`] takes them.
    ///
    /// # Errors
    /// As [`Engine::sensitivity`].
    pub async fn prepare_sensitivity(&self, request: &SensitivityRequest) -> Result<SensitivityRound> {
        let (_, mut round) = self.round(request).await?;
        let study = Study::new(&round.plan, &round.scenario, &round.metric, &round.options)?;
        if let Round::Measure(points) = study.next(&request.values)? {
            round.points = points;
        }
        Ok(round)
    }

    /// Measures a metric at some points. Needs no project and no store.
    ///
    /// # Errors
    /// `invalid_plan`, `invalid_scenario`, `invalid_number`, `not_found`, `limit_size`, `cancelled`.
    pub fn measure_points(&self, request: &MeasureRequest) -> Result<PointValues> {
        self.check_cases(&request.scenario)?;
        let study = Study::new(&request.plan, &request.scenario, &request.metric, &request.options)?;
        Ok(PointValues { values: study.measure(&request.points, &self.control)? })
    }

    async fn round(&self, request: &SensitivityRequest) -> Result<(Workspace, SensitivityRound)> {
        let usual = InfluenceOptions::default();
        let options = InfluenceOptions {
            cases: request.cases.unwrap_or(usual.cases),
            trajectories: request.trajectories.unwrap_or(usual.trajectories),
            samples: request.samples.unwrap_or(usual.samples),
            most_ranked: request.most_ranked.unwrap_or(usual.most_ranked),
            ..usual
        };
        let workspace = self.open(&request.project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        let wanted = SimulateRequest {
            scenario: request.scenario.clone(),
            seed: request.seed,
            cases: Some(options.cases),
            ..SimulateRequest::new(request.project.clone())
        };
        let scenario = self.scenario(&workspace, &plan, &wanted).await?;
        let metric: MetricId = match &request.metric {
            Some(metric) => metric.clone(),
            None => primary(&plan).ok_or_else(|| {
                Error::new(ErrorCode::NotFound, "the plan measures nothing that a simulation can measure")
                    .with_hint("name a metric of the run, for example `metric_goal_reached`")
            })?,
        };
        Ok((workspace, SensitivityRound { plan, scenario, metric, options, points: Vec::new() }))
    }

    fn check_cases(&self, scenario: &Scenario) -> Result<()> {
        let cases = usize::try_from(scenario.cases).unwrap_or(usize::MAX);
        crate::limits::Limits::check_count("cases", cases, self.limits.cases)
    }

    /// The study that was kept, where there is one.
    pub(super) async fn influence(&self, workspace: &Workspace) -> Result<Option<Influence>> {
        self.find(workspace, "influence").await
    }
}

fn decoded(part: &str) -> Result<RunPart> {
    let bytes = STANDARD
        .decode(part)
        .map_err(|_| Error::new(ErrorCode::InvalidData, "a part of a run is not base64"))?;
    RunPart::from_bytes(&bytes)
}
