//! Plan → prototype, and all of it → the package for engineers.

use super::Engine;
use super::records::PrototypeRecord;
use super::requests::{HandedOff, Prototyped};
use crate::domain::experiment::Verdict;
use crate::domain::handoff::Handoff;
use crate::domain::insight::Explanation;
use crate::domain::intent::Intent;
use crate::domain::plan::Plan;
use crate::domain::run::{Run, Sensitivity};
use crate::error::Result;
use crate::explain::{self, Why};
use crate::handoff::{self, HandoffInput, HandoffOptions};
use crate::plan;
use crate::prototype::{self, PrototypeOptions};
use crate::store::ProjectId;

impl Engine {
    /// Makes the clickable prototype of a project's plan and keeps it.
    ///
    /// # Errors
    /// `invalid_plan`, `limit_size`, `not_found`, `conflict`, `unavailable_store`.
    pub async fn prototype(&self, project: &ProjectId) -> Result<Prototyped> {
        let mut workspace = self.open(project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        let record = prototyped(&plan)?;
        workspace.stage("prototype", &["plan"], &record)?;
        self.keep(&mut workspace, "Made the prototype").await?;
        Ok(Prototyped { project: workspace.project, prototype: record.prototype, html: record.html })
    }

    /// Makes the package for engineers from everything that the project holds, and keeps it.
    ///
    /// # Errors
    /// `not_found`, `limit_size`, `conflict`, `unavailable_store`.
    pub async fn handoff(&self, project: &ProjectId) -> Result<HandedOff> {
        let mut workspace = self.open(project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        let intent: Option<Intent> = self.find(&workspace, "intent").await?;
        let run: Option<Run> = self.find(&workspace, "run").await?;
        let sensitivity: Option<Sensitivity> = self.find(&workspace, "sensitivity").await?;
        let verdict: Option<Verdict> = self.find(&workspace, "verdict").await?;
        let explanation: Option<Explanation> = self.find(&workspace, "explanation").await?;
        let shown = match run.is_some() {
            true => self.shown(&workspace, &plan).await?,
            false => None,
        };
        let prototype: Option<PrototypeRecord> = self.find(&workspace, "prototype").await?;
        let prototype = match prototype {
            Some(prototype) => prototype,
            None => prototyped(&plan)?,
        };
        let edits = self.edits(&workspace).await?;
        let problems = plan::check(&plan);
        let mut input = HandoffInput::new(&plan);
        input.intent = intent.as_ref();
        input.run = run.as_ref();
        input.sensitivity = sensitivity.as_ref();
        input.verdict = verdict.as_ref();
        input.explanation = explanation.as_ref();
        input.shown = shown.as_ref();
        input.prototype_html = Some(&prototype.html);
        input.edits = &edits;
        input.problems = &problems;
        let handoff: Handoff = handoff::bundle(&input, &HandoffOptions::default())?;
        let sources = ["plan", "intent", "run", "sensitivity", "verdict", "explanation", "prototype"];
        workspace.stage("handoff", &sources, &handoff)?;
        self.keep(&mut workspace, "Handed off to engineering").await?;
        Ok(HandedOff { project: workspace.project, handoff })
    }

    /// Says why an item of the intent or the plan is as it is: the words, the rule, the alternatives.
    ///
    /// # Errors
    /// `not_found` where there is no such item, with the nearest ids as hints; `unavailable_store`.
    pub async fn why(&self, project: &ProjectId, item: &str) -> Result<Why> {
        let workspace = self.open(project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        let intent: Intent = self.need(&workspace, "intent").await?;
        explain::why(&plan, &intent, item)
    }
}

fn prototyped(plan: &Plan) -> Result<PrototypeRecord> {
    let prototype = prototype::build(plan, &PrototypeOptions::default())?;
    let html = prototype::render(&prototype, plan)?;
    Ok(PrototypeRecord { prototype, html })
}
