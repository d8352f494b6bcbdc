//! Goal → intent, and answers into it.

use super::Engine;
use super::history::replacing;
use super::requests::{GoalRequest, Interpreted, Planned};
use super::workspace::Workspace;
use crate::domain::intent::Intent;
use crate::domain::plan::Plan;
use crate::domain::question::Answer;
use crate::domain::version::version_of;
use crate::error::Result;
use crate::id::unused;
use crate::intent::{self, InterpretOptions, InterpretRequest};
use crate::plan::{self, PlanOptions};
use crate::store::ProjectId;

impl Engine {
    /// Interprets a goal, asks what changes the plan, and keeps the intent in a new project, or in the one that is named.
    ///
    /// # Errors
    /// `invalid_text`, `invalid_goal`, `invalid_language`, `invalid_answer`, `limit_input`, `conflict`,
    /// `unavailable_store`.
    pub async fn interpret(&self, request: &GoalRequest) -> Result<Interpreted> {
        let read = intent::interpret(&wanted(request), &self.interpret_options())?;
        let mut intent = plan::ask(&read, &self.plan_options())?;
        if !request.answers.is_empty() {
            intent = plan::review(&intent::answer(&intent, &request.answers)?, &self.plan_options())?;
        }
        let mut workspace = self.workspace_for(request, &intent).await?;
        workspace.stage("intent", &["intent"], &intent)?;
        self.keep(&mut workspace, &format!("Interpreted the goal “{}”", intent.title)).await?;
        Ok(Interpreted { project: workspace.project, intent })
    }

    /// Puts answers into the intent of a project. The plan has to be drafted again afterwards.
    ///
    /// # Errors
    /// `invalid_answer`, `not_found`, `conflict`, `unavailable_store`.
    pub async fn answer(&self, project: &ProjectId, answers: &[Answer]) -> Result<Interpreted> {
        let mut workspace = self.open(project).await?;
        let before: Intent = self.need(&workspace, "intent").await?;
        let intent = plan::review(&intent::answer(&before, answers)?, &self.plan_options())?;
        workspace.stage("intent", &["intent"], &intent)?;
        self.keep(&mut workspace, "Answered questions").await?;
        Ok(Interpreted { project: workspace.project, intent })
    }

    /// Drafts the plan of a project from its intent alone, and keeps it as the newest version; [`Engine::replan`]
    /// keeps what was edited by hand. Open questions stay open
    /// in the intent; the plan takes the first answer of each, marked as assumed.
    ///
    /// # Errors
    /// `not_found`, `limit_size`, `conflict`, `unavailable_store`.
    pub async fn plan(&self, project: &ProjectId) -> Result<Planned> {
        let mut workspace = self.open(project).await?;
        let intent: Intent = self.need(&workspace, "intent").await?;
        let plan = self.drafted(&intent)?;
        workspace.stage_from("plan", replacing(&workspace, &["intent"]), &plan)?;
        self.keep(&mut workspace, "Drafted the plan").await?;
        planned(workspace.project, plan)
    }

    /// The plan of a project as it stands, with what there is to say about it.
    ///
    /// # Errors
    /// `not_found`, `unavailable_store`.
    pub async fn present_plan(&self, project: &ProjectId) -> Result<Planned> {
        let workspace = self.open(project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        planned(workspace.project, plan)
    }

    /// The intent of a project as it stands.
    ///
    /// # Errors
    /// `not_found`, `unavailable_store`.
    pub async fn present_intent(&self, project: &ProjectId) -> Result<Interpreted> {
        let workspace = self.open(project).await?;
        let intent = self.need(&workspace, "intent").await?;
        Ok(Interpreted { project: workspace.project, intent })
    }

    /// A new draft; what nobody answered is assumed.
    pub(super) fn drafted(&self, intent: &Intent) -> Result<Plan> {
        plan::draft(&intent::assume_rest(intent)?, &self.plan_options())
    }

    fn interpret_options(&self) -> InterpretOptions {
        InterpretOptions { limits: self.limits.clone() }
    }

    fn plan_options(&self) -> PlanOptions {
        PlanOptions { agents: self.agents.clone(), limits: self.limits.clone(), ..PlanOptions::default() }
    }

    async fn workspace_for(&self, request: &GoalRequest, intent: &Intent) -> Result<Workspace> {
        if let Some(project) = &request.project
            && self.store.project(project).await?.is_some()
        {
            return self.open(project).await;
        }
        let name = request.name.as_deref().unwrap_or(&intent.title);
        let wanted = request.project.clone().unwrap_or_else(|| ProjectId::named(name));
        let taken: Vec<ProjectId> =
            self.store.projects().await?.into_iter().map(|project| project.id).collect();
        let free = unused(wanted, ProjectId::numbered, |id| taken.contains(id));
        Ok(Workspace::fresh(free, name))
    }
}

fn wanted(request: &GoalRequest) -> InterpretRequest {
    let mut wanted = InterpretRequest::new(request.text.clone());
    wanted.title.clone_from(&request.name);
    wanted
}

/// A plan with its version and its problems.
pub(super) fn planned(project: ProjectId, plan: Plan) -> Result<Planned> {
    let version = version_of(&plan)?;
    let problems = plan::check(&plan);
    Ok(Planned { project, plan, version, problems })
}
