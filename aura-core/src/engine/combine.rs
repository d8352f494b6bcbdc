//! Two plans become one: the plan as it stands with a new draft, or with another version of it.

use super::Engine;
use super::history::{replacing, steps_back};
use super::intent::planned;
use super::requests::{Combined, MergeRequest, ReplanRequest};
use super::workspace::Workspace;
use crate::domain::edit::PlanPatch;
use crate::domain::intent::Intent;
use crate::domain::plan::Plan;
use crate::domain::question::Question;
use crate::error::{Error, ErrorCode, Result};
use crate::plan::{difference::difference, edit, merge, replan};
use crate::store::{ArtifactId, ArtifactLink};

/// Most versions that are followed back.
const MOST_VERSIONS: usize = 10_000;

/// What two plans became, before it is kept.
struct Outcome {
    plan: Plan,
    operations: PlanPatch,
    changes: Vec<String>,
    conflicts: Vec<Question>,
}

impl Engine {
    /// Drafts the plan of a project again after its intent changed, and brings the new draft into the plan as it
    /// stands: what was edited by hand survives. Where both change the same, nothing is kept and questions come
    /// back; they are answered in another request, or `keep_mine` decides for all of them.
    ///
    /// # Errors
    /// `not_found`, `invalid_answer`, `limit_size`, `conflict`, `unavailable_store`.
    pub async fn replan(&self, request: &ReplanRequest) -> Result<Combined> {
        let mut workspace = self.open(&request.project).await?;
        let intent: Intent = self.need(&workspace, "intent").await?;
        let redraft = self.drafted(&intent)?;
        let former = workspace.head("plan").or(workspace.head("former_plan")).cloned();
        let (present, draft) = match &former {
            Some(id) => (self.artifact(id).await?.document::<Plan>()?, self.draft_behind(id).await?),
            None => (redraft.clone(), redraft.clone()),
        };
        if present == draft {
            let changes = difference(&present, &redraft).into_iter().map(|change| change.text).collect();
            let operations = edit::between(&present, &redraft)?;
            workspace.stage_from("plan", replacing(&workspace, &["intent"]), &redraft)?;
            self.keep(&mut workspace, "Drafted the plan").await?;
            let outcome = Outcome { plan: redraft, operations, changes, conflicts: Vec::new() };
            return combined(workspace, outcome, true);
        }
        let made = replan::replan(&draft, &present, &redraft, &request.answers)?;
        let kept = made.conflicts.is_empty() || request.keep_mine;
        if let (true, Some(former)) = (kept, former) {
            workspace.stage("draft", &["intent"], &made.draft)?;
            let mut lineage = vec![ArtifactLink { role: "previous".to_owned(), artifact: former }];
            for role in ["intent", "draft"] {
                let artifact = workspace.head(role).cloned();
                lineage.extend(artifact.map(|artifact| ArtifactLink { role: role.to_owned(), artifact }));
            }
            workspace.stage_from("plan", lineage, &made.plan)?;
            self.keep(&mut workspace, "Drafted the plan again and kept the edits").await?;
        }
        let outcome = Outcome {
            plan: made.plan,
            operations: made.operations,
            changes: made.changes,
            conflicts: made.conflicts,
        };
        combined(workspace, outcome, kept)
    }

    /// Brings another version of the plan into the present one, from where both began to differ. Where both change
    /// the same, nothing is kept and questions come back, as in [`Engine::replan`].
    ///
    /// # Errors
    /// `not_found`, `ambiguous_edit`, `invalid_edit` where the versions have no common past, `invalid_answer`,
    /// `conflict`, `unavailable_store`.
    pub async fn merge(&self, request: &MergeRequest) -> Result<Combined> {
        let mut workspace = self.open(&request.project).await?;
        let ours: Plan = self.need(&workspace, "plan").await?;
        let other = self.plan_version(&workspace, &request.version).await?.artifact;
        let theirs: Plan = self.artifact(&other).await?.document()?;
        let base = self.common_past(workspace.head("plan"), &other).await?;
        let merged = merge::merge_with(&base, &ours, &theirs, &request.answers)?;
        let kept = merged.conflicts.is_empty() || request.keep_mine;
        let outcome = Outcome {
            operations: edit::between(&ours, &merged.plan)?,
            changes: difference(&ours, &merged.plan).into_iter().map(|change| change.text).collect(),
            plan: merged.plan,
            conflicts: merged.conflicts,
        };
        if kept && outcome.plan != ours {
            let mut lineage = vec![ArtifactLink { role: "merged".to_owned(), artifact: other }];
            for (role, kind) in [("previous", "plan"), ("intent", "intent")] {
                let artifact = workspace.head(kind).cloned();
                lineage.extend(artifact.map(|artifact| ArtifactLink { role: role.to_owned(), artifact }));
            }
            workspace.stage_from("plan", lineage, &outcome.plan)?;
            self.keep(&mut workspace, &format!("Brought in version {}", request.version.trim())).await?;
        }
        combined(workspace, outcome, kept)
    }

    /// The draft that a plan began as.
    async fn draft_behind(&self, plan: &ArtifactId) -> Result<Plan> {
        let mut here = plan.clone();
        for _ in 0..MOST_VERSIONS {
            let artifact = self.artifact(&here).await?;
            let link = |role: &str| {
                artifact.lineage.iter().find(|link| link.role == role).map(|link| link.artifact.clone())
            };
            if let Some(draft) = link("draft") {
                return self.artifact(&draft).await?.document();
            }
            match link("restored").or_else(|| link("previous")) {
                Some(older) => here = older,
                None => return artifact.document(),
            }
        }
        self.artifact(&here).await?.document()
    }

    /// The newest plan that both versions came from.
    async fn common_past(&self, ours: Option<&ArtifactId>, theirs: &ArtifactId) -> Result<Plan> {
        let ours = self.past_of(ours).await?;
        for id in self.past_of(Some(theirs)).await? {
            if ours.contains(&id) {
                return self.artifact(&id).await?.document();
            }
        }
        Err(Error::new(ErrorCode::InvalidEdit, "the two versions have no common past"))
    }

    /// A plan and all that it came from, nearest first.
    async fn past_of(&self, plan: Option<&ArtifactId>) -> Result<Vec<ArtifactId>> {
        let mut past: Vec<ArtifactId> = plan.into_iter().cloned().collect();
        let mut at = 0;
        while let Some(id) = past.get(at).cloned().filter(|_| at < MOST_VERSIONS) {
            for older in steps_back(&self.artifact(&id).await?) {
                if !past.contains(&older) {
                    past.push(older);
                }
            }
            at += 1;
        }
        Ok(past)
    }
}

fn combined(workspace: Workspace, outcome: Outcome, kept: bool) -> Result<Combined> {
    let planned = planned(workspace.project, outcome.plan)?;
    Ok(Combined {
        planned,
        operations: outcome.operations,
        changes: outcome.changes,
        conflicts: outcome.conflicts,
        kept,
    })
}
