//! Versions of the plan: which there were, and back to one of them.

use super::Engine;
use super::intent::planned;
use super::requests::{Planned, UndoRequest};
use super::workspace::Workspace;
use crate::domain::edit::EditRecord;
use crate::domain::plan::Plan;
use crate::domain::version::version_of;
use crate::error::{Error, ErrorCode, Result};
use crate::store::{Artifact, ArtifactId};

/// Most versions that are followed back.
const MOST_VERSIONS: usize = 10_000;

impl Engine {
    /// Takes changes of the plan back, or goes back to a version. Nothing is lost: the versions in between stay
    /// in the history, and one can go to them in the same way.
    ///
    /// # Errors
    /// `not_found` where there is no such version or nothing to take back; `ambiguous_edit` where several versions
    /// begin like this; `conflict`, `unavailable_store`.
    pub async fn undo(&self, request: &UndoRequest) -> Result<Planned> {
        let mut workspace = self.open(&request.project).await?;
        let target = match &request.version {
            Some(version) => self.plan_version(&workspace, version).await?,
            None => self.plan_before(&workspace, request.steps.unwrap_or(1)).await?,
        };
        let plan: Plan = self.artifact(&target).await?.document()?;
        workspace.point("plan", target);
        self.keep(&mut workspace, &format!("Went back to {}", version_of(&plan)?)).await?;
        planned(workspace.project, plan)
    }

    /// The changes that led to the present plan, oldest first.
    ///
    /// # Errors
    /// `not_found`, `unavailable_store`.
    pub(super) async fn edits(&self, workspace: &Workspace) -> Result<Vec<EditRecord>> {
        let mut edits = Vec::new();
        let mut next = workspace.head("plan").cloned();
        while let Some(id) = next.take() {
            let artifact = self.artifact(&id).await?;
            if let Some(edit) = linked(&artifact, "edit") {
                edits.push(self.artifact(&edit).await?.document()?);
            }
            if edits.len() < MOST_VERSIONS {
                next = linked(&artifact, "previous");
            }
        }
        edits.reverse();
        Ok(edits)
    }

    async fn plan_before(&self, workspace: &Workspace, steps: u32) -> Result<ArtifactId> {
        let nothing = |steps: u32| {
            let message = if steps == 0 {
                "there is no change of the plan to take back".to_owned()
            } else {
                format!("there are only {steps} changes of the plan to take back")
            };
            Error::new(ErrorCode::NotFound, message).with_hint("`aura project history` shows what was done")
        };
        let mut present = workspace.head("plan").cloned().ok_or_else(|| nothing(0))?;
        for step in 0..steps {
            present = linked(&self.artifact(&present).await?, "previous").ok_or_else(|| nothing(step))?;
        }
        Ok(present)
    }

    async fn plan_version(&self, workspace: &Workspace, wanted: &str) -> Result<ArtifactId> {
        let wanted = wanted.trim().trim_start_matches("version_");
        let mut found: Vec<(ArtifactId, String)> = Vec::new();
        for revision in self.store.history(&workspace.project, MOST_VERSIONS).await? {
            let Some(id) =
                revision.heads.get("plan").filter(|id| found.iter().all(|(known, _)| known != *id))
            else {
                continue;
            };
            let plan: Plan = self.artifact(id).await?.document()?;
            found.push((id.clone(), version_of(&plan)?.as_str().trim_start_matches("version_").to_owned()));
        }
        found.retain(|(_, version)| !wanted.is_empty() && version.starts_with(wanted));
        found.dedup_by(|a, b| a.1 == b.1);
        let mut matches = found.into_iter();
        match (matches.next(), matches.next()) {
            (Some((id, _)), None) => Ok(id),
            (None, _) => {
                Err(Error::new(ErrorCode::NotFound, format!("no version of the plan begins with `{wanted}`"))
                    .with_hint("`aura project history` shows the versions"))
            }
            (Some(_), Some(_)) => Err(Error::new(
                ErrorCode::AmbiguousEdit,
                format!("several versions of the plan begin with `{wanted}`"),
            )
            .with_hint("give more characters")),
        }
    }
}

fn linked(artifact: &Artifact, role: &str) -> Option<ArtifactId> {
    artifact.lineage.iter().find(|link| link.role == role).map(|link| link.artifact.clone())
}
