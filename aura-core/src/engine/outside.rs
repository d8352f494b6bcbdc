//! What comes from other programs, and leaves for them: process models and event logs.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Engine;
use super::requests::{
    EventLogRequest, ExportedLog, ImportRequest, Imported, LearnRequest, LearnedPlan, LogFormat,
};
use crate::domain::agent::Agent;
use crate::domain::plan::Plan;
use crate::error::{Error, ErrorCode, Result};
use crate::plan::built_in_agents;
use crate::plan::import::import_bpmn;
use crate::random::Seed;
use crate::simulate::Trace;
use crate::simulate::learn::{LearnOptions, learn};
use crate::simulate::log::{log_of_trace, read_log, write_csv, write_xes};

/// Replications of an imported simulation.
const REPLICATIONS: u32 = 20;

impl Engine {
    /// Makes a project of a process model, with the parameters of a simulation where there are some.
    ///
    /// # Errors
    /// `invalid_document`, `invalid_number`, `limit_input`, `limit_size`, `conflict`, `unavailable_store`.
    pub async fn import_model(&self, request: &ImportRequest) -> Result<Imported> {
        let imported = import_bpmn(&request.model, request.parameters.as_deref(), &self.limits)?;
        let cases = imported.cases.unwrap_or(super::DEFAULT_CASES);
        let replications = REPLICATIONS.min(u32::try_from(cases).unwrap_or(REPLICATIONS));
        let scenario = imported.scenario(Seed(1), cases, replications);
        let name = request.name.as_deref().unwrap_or(&imported.plan.title);
        let planned = self.adopt(name, &imported.plan, scenario.as_ref()).await?;
        Ok(Imported {
            planned,
            has_arrivals: scenario.is_some(),
            cases: imported.cases,
            not_kept: imported.not_kept,
        })
    }

    /// Takes the numbers of a plan, or the plan itself, from an event log, and keeps them.
    ///
    /// # Errors
    /// `invalid_data` with line and column, `invalid_text`, `invalid_request`, `limit_input`, `limit_size`,
    /// `not_found`, `cancelled`, `conflict`, `unavailable_store`.
    pub async fn learn(&self, request: &LearnRequest) -> Result<LearnedPlan> {
        self.learn_from(&log_bytes(request)?, request).await
    }

    /// As [`Engine::learn`], from the bytes of a file; a log in the request is not looked at.
    ///
    /// # Errors
    /// As [`Engine::learn`].
    pub async fn learn_from(&self, log: &[u8], request: &LearnRequest) -> Result<LearnedPlan> {
        let log = read_log(log, &request.columns.clone().unwrap_or_default(), &self.limits)?;
        let mut options = LearnOptions::default();
        if let Some(source) = &request.source {
            options.source.clone_from(source);
        }
        options.fitted_share = request.fitted_share.unwrap_or(options.fitted_share);
        let given: Option<Plan> = match &request.project {
            Some(project) => Some(self.need(&self.open(project).await?, "plan").await?),
            None => None,
        };
        let learned = learn(&log, given.as_ref(), &options, &self.control)?;
        let planned = match &request.project {
            Some(project) => {
                let message = format!("Measured in {}", options.source);
                self.replace_plan(project, &learned.plan, &learned.scenario, &message).await?
            }
            None => {
                let name = request.name.as_deref().unwrap_or(&options.source);
                self.adopt(name, &learned.plan, Some(&learned.scenario)).await?
            }
        };
        Ok(LearnedPlan {
            planned,
            cases: log.cases.len() as u64,
            events: log.event_count() as u64,
            measured: learned.measured,
            replay: learned.replay,
            held_out: learned.held_out,
            notes: learned.notes,
        })
    }

    /// The last run of a project as an event log for other programs.
    ///
    /// # Errors
    /// `not_found`, `invalid_trace`, `unavailable_store`.
    pub async fn event_log(&self, request: &EventLogRequest) -> Result<ExportedLog> {
        let plan = self.present_plan(&request.project).await?.plan;
        let trace = Trace::from_bytes(&self.trace(&request.project).await?)?;
        let log = log_of_trace(&plan, &trace)?;
        let text = match request.format {
            LogFormat::Xes => write_xes(&log),
            LogFormat::Csv => write_csv(&log),
        };
        Ok(ExportedLog { project: request.project.clone(), cases: log.cases.len() as u64, text })
    }

    /// The AI agents that steps can be given to: the host's, and the built-in ones behind them.
    pub fn agents(&self) -> Vec<Agent> {
        self.agents.iter().cloned().chain(built_in_agents()).collect()
    }
}

fn log_bytes(request: &LearnRequest) -> Result<Vec<u8>> {
    match (&request.log, &request.log_base64) {
        (Some(text), None) => Ok(text.clone().into_bytes()),
        (None, Some(packed)) => STANDARD
            .decode(packed)
            .map_err(|_| Error::new(ErrorCode::InvalidRequest, "`log_base64` is not base64")),
        _ => Err(Error::new(ErrorCode::InvalidRequest, "give either `log` or `log_base64`")),
    }
}
