//! Plans that come from elsewhere: from a process model or an event log.

use super::Engine;
use super::intent::planned;
use super::requests::{Planned, SimulateRequest};
use super::workspace::Workspace;
use crate::domain::id::unused;
use crate::domain::plan::Plan;
use crate::domain::scenario::Scenario;
use crate::error::Result;
use crate::progress::Control;
use crate::store::ProjectId;

/// The kind of the scenario that belongs to a plan from elsewhere; runs begin with it where nothing else is asked for.
pub(super) const CIRCUMSTANCES: &str = "circumstances";

impl Engine {
    /// Makes a new project of a plan, and keeps the circumstances in which it is to be run.
    ///
    /// # Errors
    /// `conflict`, `unavailable_store`.
    pub async fn adopt(&self, name: &str, plan: &Plan, scenario: Option<&Scenario>) -> Result<Planned> {
        let projects = self.store.projects().await?;
        let free = unused(ProjectId::named(name), ProjectId::numbered, |id| {
            projects.iter().any(|project| project.id == *id)
        });
        let workspace = Workspace::fresh(free, name);
        self.put_in(workspace, plan, scenario, "Took over a plan").await
    }

    /// Replaces the plan of a project by one with other numbers, and keeps the circumstances in which it is to be run.
    ///
    /// # Errors
    /// `not_found`, `conflict`, `unavailable_store`.
    pub async fn replace_plan(
        &self,
        project: &ProjectId,
        plan: &Plan,
        scenario: &Scenario,
        message: &str,
    ) -> Result<Planned> {
        let workspace = self.open(project).await?;
        self.put_in(workspace, plan, Some(scenario), message).await
    }

    /// The circumstances in which a request would be run: what it states itself, else what came with the plan, else
    /// the default ones.
    ///
    /// # Errors
    /// `not_found`, `invalid_plan`, `limit_size`, `unavailable_store`.
    pub async fn circumstances(&self, request: &SimulateRequest) -> Result<Scenario> {
        let workspace = self.open(&request.project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        self.scenario(&workspace, &plan, request).await
    }

    /// What the host lends: progress, a switch to cancel, and threads.
    pub fn control(&self) -> Control {
        self.control.clone()
    }

    async fn put_in(
        &self,
        mut workspace: Workspace,
        plan: &Plan,
        scenario: Option<&Scenario>,
        message: &str,
    ) -> Result<Planned> {
        workspace.stage("plan", &["plan", "intent"], plan)?;
        if let Some(scenario) = scenario {
            workspace.stage(CIRCUMSTANCES, &["plan"], scenario)?;
        }
        self.keep(&mut workspace, message).await?;
        planned(workspace.project, plan.clone())
    }
}
