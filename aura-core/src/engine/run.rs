//! Plan → run, with what it rests on; and the proof that a run can be made again.

use std::collections::BTreeMap;

use super::Engine;
use super::adopt::CIRCUMSTANCES;
use super::requests::{SimulateRequest, Simulated};
use super::workspace::Workspace;
use crate::domain::id::{MetricId, ServiceId};
use crate::domain::intent::Intent;
use crate::domain::metric::{Measure, MetricRole};
use crate::domain::plan::{Plan, Service};
use crate::domain::run::Sensitivity;
use crate::domain::scenario::{RunDepth, Scenario, ServiceMock};
use crate::error::{Error, ErrorCode, Result};
use crate::explain::{self, ExplainInput};
use crate::random::Seed;
use crate::simulate::{self, PauseAt, ReplayReport, SavedRun, SensitivityOptions, Simulation, Trace};
use crate::store::ProjectId;

/// The kind of artifact of a run that was stopped.
const SAVED: &str = "saved_run";

/// Cases of a run where nobody says how many.
pub const DEFAULT_CASES: u64 = 10_000;

/// The seed where nobody gives one. Fixed, so that two runs of the same goal agree.
pub const DEFAULT_SEED: Seed = Seed(1);

impl Engine {
    /// Runs the plan of a project and keeps run, trace, sensitivity and explanation.
    ///
    /// # Errors
    /// `invalid_plan`, `invalid_scenario`, `limit_size`, `cancelled`, `not_found`, `conflict`,
    /// `unavailable_store`. A limit of the scenario is no error: the run is kept and says where it stopped.
    pub async fn simulate(&self, request: &SimulateRequest) -> Result<Simulated> {
        let workspace = self.open(&request.project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        let mut scenario = self.scenario(&workspace, &plan, request).await?;
        if request.detect_warm_up {
            scenario.warm_up_cases = Some(self.warm_up(&plan, &scenario)?);
        }
        let Some(wish) = &request.precision else {
            let simulation = simulate::simulate_until(&plan, &scenario, pause(request), &self.control)?;
            return self.keep_run(workspace, &plan, &scenario, simulation).await;
        };
        if request.pause_at_ms.is_some() {
            let message = "a run either pauses at a time or goes on until it is precise enough";
            return Err(Error::new(ErrorCode::InvalidRequest, message));
        }
        let (simulation, precise) = simulate::simulate_to_precision(&plan, &scenario, wish, &self.control)?;
        let scenario = simulation.run.scenario.clone();
        let simulated = self.keep_run(workspace, &plan, &scenario, simulation).await?;
        Ok(Simulated { precision: Some(precise), ..simulated })
    }

    /// Where the run has forgotten that it began empty.
    fn warm_up(&self, plan: &Plan, scenario: &Scenario) -> Result<u64> {
        simulate::find_warm_up(plan, scenario, &self.control)?.ok_or_else(|| {
            Error::new(
                ErrorCode::InvalidScenario,
                "the replications are too short to tell where the warm-up ends",
            )
            .with_hint("run more cases, or fewer replications of them; or state the warm-up")
        })
    }

    /// Goes on with a run of the present plan that was stopped and saved, on this machine or on another one. What the
    /// request says of seed and cases does not count; other outages or numbers in its scenario make a branch.
    ///
    /// # Errors
    /// Those of [`simulate::resume`], `not_found`, `conflict`, `unavailable_store`.
    pub async fn resume(&self, request: &SimulateRequest, saved: &[u8]) -> Result<Simulated> {
        let workspace = self.open(&request.project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        let saved = SavedRun::from_bytes(saved)?;
        let mut scenario = request.scenario.clone().unwrap_or_else(|| saved.header().scenario.clone());
        if request.budget.is_some() {
            scenario.limits.money = request.budget;
        }
        let simulation = simulate::resume(&plan, &scenario, &saved, pause(request), &self.control)?;
        self.keep_run(workspace, &plan, &scenario, simulation).await
    }

    /// The last run of a project as it was when it stopped, for [`Engine::resume`].
    ///
    /// # Errors
    /// `not_found` where the last run did not stop before its end; `unavailable_store`.
    pub async fn saved_run(&self, project: &ProjectId) -> Result<Vec<u8>> {
        let workspace = self.open(project).await?;
        let id = workspace.head(SAVED).ok_or_else(|| {
            Error::new(ErrorCode::NotFound, "the last run was not stopped, so there is nothing to save")
        })?;
        let body = self.artifact(id).await?.body;
        if body.is_empty() {
            return Err(Error::new(ErrorCode::NotFound, "the last run ended, so there is nothing to save"));
        }
        Ok(body)
    }

    /// Keeps a run with its trace, and finds what moves it and what there is to say about it.
    pub(super) async fn keep_run(
        &self,
        mut workspace: Workspace,
        plan: &Plan,
        scenario: &Scenario,
        simulation: Simulation,
    ) -> Result<Simulated> {
        let sensitivity = self.one_at_a_time(plan, scenario)?;
        let run = simulation.run;
        workspace.stage("scenario", &["plan"], scenario)?;
        workspace.stage("run", &["plan", "scenario"], &run)?;
        workspace.stage_bytes("trace", &["run"], simulation.trace.to_bytes()?);
        match simulation.saved {
            Some(saved) => workspace.stage_bytes(SAVED, &["run"], saved.to_bytes()?),
            // What is left of an earlier stop must not be taken for this run.
            None if workspace.head(SAVED).is_some() => workspace.stage_bytes(SAVED, &["run"], Vec::new()),
            None => {}
        }
        if let Some(sensitivity) = &sensitivity {
            workspace.stage("sensitivity", &["plan", "scenario"], sensitivity)?;
        }
        let intent: Option<Intent> = self.find(&workspace, "intent").await?;
        let influence = self.influence(&workspace).await?;
        let explanation = explain::explain(&ExplainInput {
            intent: intent.as_ref(),
            run: Some(&run),
            sensitivity: sensitivity.as_ref(),
            influence: influence.as_ref(),
            ..ExplainInput::new(plan)
        })?;
        workspace.stage("explanation", &["plan", "run", "sensitivity", "influence"], &explanation)?;
        self.keep(&mut workspace, &format!("Simulated {} cases with seed {}", run.cases, scenario.seed.0))
            .await?;
        Ok(Simulated { project: workspace.project, run, sensitivity, explanation, precision: None })
    }

    /// Makes the last run of a project again and compares it with what was recorded.
    ///
    /// # Errors
    /// `not_found`, `invalid_trace`, `cancelled`, `unavailable_store`.
    pub async fn replay(&self, project: &ProjectId) -> Result<ReplayReport> {
        let workspace = self.open(project).await?;
        let trace = self.trace_of(&workspace).await?;
        self.replay_trace(&workspace, &trace).await
    }

    /// Makes the run that a trace was recorded from again, with the present plan, and compares both.
    ///
    /// # Errors
    /// `not_found`, `invalid_trace`, `cancelled`, `unavailable_store`.
    pub async fn verify(&self, project: &ProjectId, trace: &[u8]) -> Result<ReplayReport> {
        let workspace = self.open(project).await?;
        self.replay_trace(&workspace, &Trace::from_bytes(trace)?).await
    }

    /// The trace of the last run of a project, as a compact binary file.
    ///
    /// # Errors
    /// `not_found`, `unavailable_store`.
    pub async fn trace(&self, project: &ProjectId) -> Result<Vec<u8>> {
        let workspace = self.open(project).await?;
        self.trace_of(&workspace).await?.to_bytes()
    }

    pub(super) async fn trace_of(&self, workspace: &Workspace) -> Result<Trace> {
        let id = workspace.head("trace").ok_or_else(|| {
            Error::new(
                ErrorCode::NotFound,
                format!("project `{}` has no run of its present plan", workspace.project),
            )
            .with_hint("simulate the plan first")
        })?;
        Trace::from_bytes(&self.artifact(id).await?.body)
    }

    async fn replay_trace(&self, workspace: &Workspace, trace: &Trace) -> Result<ReplayReport> {
        let plan: Plan = self.need(workspace, "plan").await?;
        simulate::replay(&plan, &trace.header().scenario, trace, &self.control)
    }

    /// The scenario that a request asks for.
    pub(super) async fn scenario(
        &self,
        workspace: &Workspace,
        plan: &Plan,
        request: &SimulateRequest,
    ) -> Result<Scenario> {
        let kept: Option<Scenario> = self.find(workspace, CIRCUMSTANCES).await?;
        let mut scenario = match request.scenario.clone().or(kept) {
            Some(scenario) => scenario,
            None => simulate::default_scenario(
                plan,
                request.seed.map_or(DEFAULT_SEED, Seed),
                request.cases.unwrap_or(DEFAULT_CASES),
            )?,
        };
        if let Some(seed) = request.seed {
            scenario.seed = Seed(seed);
        }
        if let Some(cases) = request.cases {
            scenario.cases = cases;
        }
        if request.budget.is_some() {
            scenario.limits.money = request.budget;
        }
        if let Some(depth) = request.depth {
            scenario.depth = depth;
        }
        if !request.services.is_empty() {
            scenario.depth = RunDepth::Full;
            scenario.services.clone_from(&request.services);
        }
        if scenario.depth == RunDepth::Full {
            play_the_rest(plan, &mut scenario)?;
        }
        crate::limits::Limits::check_count(
            "cases",
            usize::try_from(scenario.cases).unwrap_or(usize::MAX),
            self.limits.cases,
        )?;
        Ok(scenario)
    }

    fn one_at_a_time(&self, plan: &Plan, scenario: &Scenario) -> Result<Option<Sensitivity>> {
        let Some(metric) = primary(plan) else { return Ok(None) };
        let options = SensitivityOptions::default();
        simulate::sensitivity(plan, scenario, &metric, &options, &self.control).map(Some)
    }
}

/// Lets every service that has no description answer as the plan's own contract says.
fn play_the_rest(plan: &Plan, scenario: &mut Scenario) -> Result<()> {
    let is_open = |service: &Service| {
        !service.operations.is_empty() && !scenario.services.iter().any(|known| known.service == service.id)
    };
    let open: Vec<ServiceId> =
        plan.services.iter().filter(|service| is_open(service)).map(|service| service.id.clone()).collect();
    if open.is_empty() {
        return Ok(());
    }
    let Some(description) = crate::handoff::contract(plan)? else { return Ok(()) };
    scenario.services.extend(open.into_iter().map(|service| ServiceMock {
        service,
        description: description.clone(),
        operations: BTreeMap::new(),
        rate_limit: None,
    }));
    Ok(())
}

fn pause(request: &SimulateRequest) -> PauseAt {
    PauseAt { virtual_time_ms: request.pause_at_ms, ..PauseAt::default() }
}

/// The metric that a run is judged by.
pub(super) fn primary(plan: &Plan) -> Option<MetricId> {
    let mut measured = plan.metrics.iter().filter(|metric| metric.measure != Measure::RealUse).peekable();
    let first = measured.peek().map(|metric| metric.id.clone());
    measured.find(|metric| metric.role == MetricRole::Primary).map(|metric| metric.id.clone()).or(first)
}
