//! The search for what breaks the promises of a plan.

use super::Engine;
use super::requests::{FaultRequest, PreparedRun, SimulateRequest};
use crate::domain::fault::FaultReport;
use crate::error::Result;
use crate::limits::Limits;
use crate::simulate::{self, FaultOptions};

/// Most runs that a request may ask for, for each promise.
const MOST_RUNS: u64 = 1_000_000;

impl Engine {
    /// Finds for each promise of the plan the cheapest combination of faults that breaks it. Nothing is kept.
    ///
    /// # Errors
    /// `not_found`, `invalid_plan`, `invalid_scenario`, `limit_size`, `cancelled`, `unavailable_store`.
    pub async fn find_faults(&self, request: &FaultRequest) -> Result<FaultReport> {
        let usual = FaultOptions::default();
        let options = FaultOptions {
            cases: request.cases.unwrap_or(usual.cases),
            most_faults: request.most_faults.unwrap_or(usual.most_faults),
            most_runs: request.most_runs.unwrap_or(usual.most_runs),
            ..usual
        };
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        Limits::check_count("cases", count(options.cases), self.limits.cases)?;
        Limits::check_count("runs of a search", count(options.most_runs), MOST_RUNS)?;
        let wanted = SimulateRequest {
            scenario: request.scenario.clone(),
            seed: request.seed,
            cases: Some(options.cases),
            ..SimulateRequest::new(request.project.clone())
        };
        let PreparedRun { plan, scenario, .. } = self.prepare_run(&wanted).await?;
        simulate::find_faults(&plan, &scenario, &options, &self.control)
    }
}
