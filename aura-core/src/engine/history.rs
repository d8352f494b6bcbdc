//! Versions of the plan: which there were, back and forward, and to one of them.
//!
//! Plans are chained by their lineage. `previous` leads from a plan to the one that was edited, `replaced` to the one
//! in whose place it came; undo follows both. `restored` leads to the older plan whose content came back. What was
//! undone waits as a stack in the document `undone`, which any other change of the plan makes stale.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Engine;
use super::intent::planned;
use super::requests::{PlanVersion, PlanVersions, Planned, RedoRequest, UndoRequest};
use super::workspace::Workspace;
use crate::domain::edit::EditRecord;
use crate::domain::plan::Plan;
use crate::domain::version::version_of;
use crate::error::{Error, ErrorCode, Result};
use crate::store::{Artifact, ArtifactId, ArtifactLink, ProjectId};

/// Most versions that are followed back.
const MOST_VERSIONS: usize = 10_000;
/// A version that is named by at most so many digits is meant by its number.
const MOST_DIGITS: usize = 5;

/// The plans that were undone; the one that was undone last stands last.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(super) struct Undone {
    plans: Vec<ArtifactId>,
}

/// A plan that was present at some time.
pub(super) struct Known {
    pub(super) artifact: ArtifactId,
    listed: PlanVersion,
}

impl Engine {
    /// Takes changes of the plan back, or goes back to a version, as editors do it. What was taken back can be made
    /// again with [`Engine::redo`] until the plan is changed in another way. Going to a named version is itself a
    /// change that can be taken back. Nothing is ever lost: every version stays in the list of versions.
    ///
    /// # Errors
    /// `not_found` where there is no such version or nothing to take back; `ambiguous_edit` where several versions
    /// begin like this; `conflict`, `unavailable_store`.
    ///
    /// # Example
    /// ```
    /// use aura_core::engine::Engine;
    /// use aura_core::engine::requests::{EditRequest, GoalRequest, RedoRequest, UndoRequest};
    /// # pollster::block_on(async {
    /// let engine = Engine::default();
    /// let goal = "Guests book a table. The restaurant confirms the booking. Guests get a reminder.";
    /// let project = engine.interpret(&GoalRequest::new(goal)).await?.project;
    /// let first = engine.plan(&project).await?.version;
    /// let sentence = "add a step to thank the guest at the end".to_owned();
    /// engine.edit(&EditRequest { project: project.clone(), sentence, choice: None, preview: false }).await?;
    /// let undo = UndoRequest { project: project.clone(), steps: None, version: None };
    /// assert_eq!(engine.undo(&undo).await?.version, first);
    /// let again = engine.redo(&RedoRequest { project, steps: None }).await?;
    /// assert_ne!(again.version, first);
    /// # Ok::<(), aura_core::Error>(())
    /// # })?;
    /// # Ok::<(), aura_core::Error>(())
    /// ```
    pub async fn undo(&self, request: &UndoRequest) -> Result<Planned> {
        let mut workspace = self.open(&request.project).await?;
        match &request.version {
            Some(version) => self.go_to(&mut workspace, version).await,
            None => self.take_back(&mut workspace, request.steps.unwrap_or(1)).await,
        }
    }

    /// Makes changes of the plan again that were taken back.
    ///
    /// # Errors
    /// `not_found` where nothing, or not so much, was taken back; `conflict`, `unavailable_store`.
    pub async fn redo(&self, request: &RedoRequest) -> Result<Planned> {
        let mut workspace = self.open(&request.project).await?;
        let mut undone: Undone = self.find(&workspace, "undone").await?.unwrap_or_default();
        let steps = request.steps.unwrap_or(1);
        let kept = undone.plans.len().checked_sub(steps as usize);
        let Some(target) = kept.and_then(|kept| undone.plans.get(kept).cloned()) else {
            return Err(too_many(undone.plans.len(), "make again"));
        };
        undone.plans.truncate(kept.unwrap_or_default());
        self.show(&mut workspace, target, &undone, "Made again what was taken back").await
    }

    /// The versions of a project's plan, in the order in which they came to be.
    ///
    /// # Errors
    /// `not_found` where the project has no plan; `unavailable_store`.
    pub async fn versions(&self, project: &ProjectId) -> Result<PlanVersions> {
        let workspace = self.open(project).await?;
        self.need::<Plan>(&workspace, "plan").await?;
        let undone: Undone = self.find(&workspace, "undone").await?.unwrap_or_default();
        let mut can_undo = 0;
        let mut next = workspace.head("plan").cloned();
        while let Some(id) = next.take().filter(|_| (can_undo as usize) < MOST_VERSIONS) {
            next = before(&self.artifact(&id).await?);
            can_undo += u32::from(next.is_some());
        }
        let known = self.known_versions(&workspace).await?;
        Ok(PlanVersions {
            project: workspace.project,
            versions: known.into_iter().map(|known| known.listed).collect(),
            can_undo,
            can_redo: u32::try_from(undone.plans.len()).unwrap_or(u32::MAX),
        })
    }

    /// The changes that led to the present plan, oldest first.
    ///
    /// # Errors
    /// `not_found`, `unavailable_store`.
    pub(super) async fn edits(&self, workspace: &Workspace) -> Result<Vec<EditRecord>> {
        let mut edits = Vec::new();
        let mut next = workspace.head("plan").cloned();
        for _ in 0..MOST_VERSIONS {
            let Some(id) = next.take() else { break };
            let artifact = self.artifact(&id).await?;
            if let Some(edit) = linked(&artifact, "edit") {
                edits.push(self.artifact(&edit).await?.document()?);
            }
            next = linked(&artifact, "restored").or_else(|| linked(&artifact, "previous"));
        }
        edits.reverse();
        Ok(edits)
    }

    async fn take_back(&self, workspace: &mut Workspace, steps: u32) -> Result<Planned> {
        let mut undone: Undone = self.find(workspace, "undone").await?.unwrap_or_default();
        let mut present = workspace.head("plan").cloned().ok_or_else(|| too_many(0, "take back"))?;
        for step in 0..steps {
            let older = before(&self.artifact(&present).await?)
                .ok_or_else(|| too_many(step as usize, "take back"))?;
            undone.plans.push(std::mem::replace(&mut present, older));
        }
        self.show(workspace, present, &undone, "Took back").await
    }

    /// Makes a plan that was kept the present one, with what can be made again from there.
    async fn show(
        &self,
        workspace: &mut Workspace,
        target: ArtifactId,
        undone: &Undone,
        what: &str,
    ) -> Result<Planned> {
        let plan: Plan = self.artifact(&target).await?.document()?;
        workspace.point("plan", target);
        workspace.stage("undone", &["plan"], undone)?;
        self.keep(workspace, &format!("{what}: the plan is {}", version_of(&plan)?)).await?;
        planned(workspace.project.clone(), plan)
    }

    async fn go_to(&self, workspace: &mut Workspace, wanted: &str) -> Result<Planned> {
        let target = self.plan_version(workspace, wanted).await?;
        let plan: Plan = self.artifact(&target.artifact).await?.document()?;
        if !target.listed.is_present {
            let mut lineage = replacing(workspace, &["intent"]);
            lineage.push(ArtifactLink { role: "restored".to_owned(), artifact: target.artifact });
            workspace.stage_from("plan", lineage, &plan)?;
            self.keep(workspace, &format!("Went to {}", target.listed.version)).await?;
        }
        planned(workspace.project.clone(), plan)
    }

    /// Every version of the plan once, in the order in which they came to be.
    async fn known_versions(&self, workspace: &Workspace) -> Result<Vec<Known>> {
        let mut known: Vec<Known> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        let present = match workspace.head("plan") {
            Some(id) => Some(version_of(&self.artifact(id).await?.document::<Plan>()?)?),
            None => None,
        };
        for revision in self.store.history(&workspace.project, MOST_VERSIONS).await?.into_iter().rev() {
            let Some(id) = revision.heads.get("plan").filter(|id| seen.insert((*id).clone())) else {
                continue;
            };
            let version = version_of(&self.artifact(id).await?.document::<Plan>()?)?;
            if known.iter().any(|known| known.listed.version == version) {
                continue;
            }
            let listed = PlanVersion {
                number: u32::try_from(known.len() + 1).unwrap_or(u32::MAX),
                is_present: present.as_ref() == Some(&version),
                version,
                message: revision.message,
                at: revision.at,
            };
            known.push(Known { artifact: id.clone(), listed });
        }
        Ok(known)
    }

    pub(super) async fn plan_version(&self, workspace: &Workspace, wanted: &str) -> Result<Known> {
        let wanted = wanted.trim().trim_start_matches("version_").to_lowercase();
        let mut found = self.known_versions(workspace).await?;
        let number = wanted.parse::<u32>().ok().filter(|_| wanted.len() <= MOST_DIGITS);
        match number {
            Some(number) => found.retain(|known| known.listed.number == number),
            None => found.retain(|known| {
                let name = known.listed.version.as_str().trim_start_matches("version_");
                !wanted.is_empty() && name.starts_with(&wanted)
            }),
        }
        let hint = "list the versions to see which there are";
        match (found.pop(), found.pop()) {
            (Some(known), None) => Ok(known),
            (None, _) => Err(Error::new(
                ErrorCode::NotFound,
                format!("there is no version `{}` of the plan", wanted.escape_default()),
            )
            .with_hint(hint)),
            (Some(_), Some(_)) => Err(Error::new(
                ErrorCode::AmbiguousEdit,
                format!("several versions of the plan begin with `{}`", wanted.escape_default()),
            )
            .with_hint(hint)),
        }
    }
}

/// The lineage of a plan that comes in the place of the present one without being an edit of it.
pub(super) fn replacing(workspace: &Workspace, sources: &[&str]) -> Vec<ArtifactLink> {
    let link = |role: &str, kind: &str| {
        let artifact = workspace.head(kind)?.clone();
        Some(ArtifactLink { role: role.to_owned(), artifact })
    };
    let made_from = sources.iter().filter_map(|source| link(source, source));
    let replaced = link("replaced", "plan").or_else(|| link("replaced", "former_plan"));
    made_from.chain(replaced).collect()
}

/// What a plan came from.
pub(super) fn steps_back(plan: &Artifact) -> Vec<ArtifactId> {
    ["restored", "previous", "merged", "replaced"].iter().filter_map(|role| linked(plan, role)).collect()
}

fn too_many(present: usize, what: &str) -> Error {
    let message = match present {
        0 => format!("there is no change of the plan to {what}"),
        1 => format!("there is only 1 change of the plan to {what}"),
        _ => format!("there are only {present} changes of the plan to {what}"),
    };
    Error::new(ErrorCode::NotFound, message)
        .with_hint("list the versions; undo goes to any of them")
        .with_context("present", present)
}

/// The plan before this one.
fn before(plan: &Artifact) -> Option<ArtifactId> {
    linked(plan, "previous").or_else(|| linked(plan, "replaced"))
}

fn linked(artifact: &Artifact, role: &str) -> Option<ArtifactId> {
    artifact.lineage.iter().find(|link| link.role == role).map(|link| link.artifact.clone())
}
