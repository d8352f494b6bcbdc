//! Simulated people in the prototype of a plan.

use super::Engine;
use super::requests::{PreparedRun, SimulateRequest, WalkRequest};
use crate::domain::walk::Walks;
use crate::error::Result;
use crate::prototype::{self, PrototypeOptions};
use crate::simulate::{self, WalkOptions};

impl Engine {
    /// Lets simulated people walk through the prototype of the plan, screen by screen. Nothing is kept.
    ///
    /// # Errors
    /// `not_found` where there is no such project or persona; `invalid_plan`, `invalid_scenario`, `limit_size`,
    /// `cancelled`, `unavailable_store`.
    pub async fn walk(&self, request: &WalkRequest) -> Result<Walks> {
        let usual = WalkOptions::default();
        let options = WalkOptions {
            sessions: request.sessions.unwrap_or(usual.sessions),
            persona: request.persona.clone(),
            most_interactions: request.most_interactions.unwrap_or(usual.most_interactions),
            kept: request.kept.unwrap_or(usual.kept),
        };
        let wanted = SimulateRequest {
            scenario: request.scenario.clone(),
            seed: request.seed,
            ..SimulateRequest::new(request.project.clone())
        };
        let PreparedRun { plan, scenario, .. } = self.prepare_run(&wanted).await?;
        let prototype = prototype::build(&plan, &PrototypeOptions::default())?;
        simulate::walk_prototype(&plan, &prototype, &scenario, &options, &self.control)
    }
}
