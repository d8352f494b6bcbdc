//! An opened project: its newest artifacts by kind, and the ones that are about to be kept.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Engine;
use crate::error::{Error, ErrorCode, Result};
use crate::store::{Artifact, ArtifactId, ArtifactLink, Commit, Project, ProjectId};

/// What is made from what: a new artifact of a kind makes the ones after it stale.
const DOWNSTREAM: &[(&str, &[&str])] = &[
    (
        "intent",
        &[
            "plan",
            "edit",
            "undone",
            "prototype",
            "scenario",
            "run",
            "sensitivity",
            "influence",
            "trace",
            "saved_run",
            "verdict",
            "explanation",
            "handoff",
        ],
    ),
    (
        "plan",
        &[
            "former_plan",
            "undone",
            "prototype",
            "scenario",
            "run",
            "sensitivity",
            "influence",
            "trace",
            "saved_run",
            "verdict",
            "explanation",
            "handoff",
        ],
    ),
    ("run", &["verdict", "explanation", "handoff"]),
    ("verdict", &["explanation", "handoff"]),
    ("explanation", &["handoff"]),
];

/// A project that is being worked on.
pub(super) struct Workspace {
    pub(super) project: ProjectId,
    name: String,
    revision: u64,
    heads: BTreeMap<String, ArtifactId>,
    pending: Vec<Artifact>,
}

impl Workspace {
    /// A project that does not exist yet.
    pub(super) fn fresh(project: ProjectId, name: &str) -> Self {
        Workspace { project, name: name.to_owned(), revision: 0, heads: BTreeMap::new(), pending: Vec::new() }
    }

    fn of(project: Project) -> Self {
        Workspace {
            project: project.id,
            name: project.name,
            revision: project.revision.number,
            heads: project.revision.heads,
            pending: Vec::new(),
        }
    }

    /// The newest artifact of a kind.
    pub(super) fn head(&self, kind: &str) -> Option<&ArtifactId> {
        self.heads.get(kind)
    }

    /// Puts a document forward as the newest of its kind, made from the newest artifacts of `sources`. What was
    /// made from the one before is no longer current; it stays in the history.
    pub(super) fn stage<T: Serialize>(&mut self, kind: &str, sources: &[&str], document: &T) -> Result<()> {
        self.stage_from(kind, self.lineage(kind, sources), document)
    }

    /// As [`Self::stage`], made from artifacts that need not be the newest.
    pub(super) fn stage_from<T: Serialize>(
        &mut self,
        kind: &str,
        lineage: Vec<ArtifactLink>,
        document: &T,
    ) -> Result<()> {
        self.put_forward(Artifact::from_document(kind, lineage, document)?);
        Ok(())
    }

    /// As [`Self::stage`], for content that is not JSON.
    pub(super) fn stage_bytes(&mut self, kind: &str, sources: &[&str], body: Vec<u8>) {
        self.put_forward(Artifact::new(kind, self.lineage(kind, sources), body));
    }

    fn put_forward(&mut self, artifact: Artifact) {
        self.point(&artifact.kind.clone(), artifact.id.clone());
        self.pending.push(artifact);
    }

    fn lineage(&self, kind: &str, sources: &[&str]) -> Vec<ArtifactLink> {
        let newest = |source: &&str| {
            let role = if *source == kind { "previous" } else { source };
            let artifact = self.heads.get(*source)?.clone();
            Some(ArtifactLink { role: role.to_owned(), artifact })
        };
        sources.iter().filter_map(newest).collect()
    }

    /// Makes an artifact that exists the newest of its kind.
    pub(super) fn point(&mut self, kind: &str, artifact: ArtifactId) {
        if self.heads.get(kind) == Some(&artifact) {
            return;
        }
        let stale = DOWNSTREAM.iter().find(|(source, _)| *source == kind).map_or(&[][..], |(_, stale)| stale);
        let plan = self.heads.get("plan").cloned();
        for kind in stale {
            self.heads.remove(*kind);
        }
        if let ("intent", Some(plan)) = (kind, plan) {
            // A new draft has to keep what was edited in it.
            self.heads.insert("former_plan".to_owned(), plan);
        }
        self.heads.insert(kind.to_owned(), artifact);
    }
}

impl Engine {
    /// Opens a project.
    ///
    /// # Errors
    /// `not_found`, `unavailable_store`.
    pub(super) async fn open(&self, project: &ProjectId) -> Result<Workspace> {
        let found = self.store.project(project).await?.ok_or_else(|| {
            Error::new(ErrorCode::NotFound, format!("there is no project `{project}`"))
                .with_hint("list the projects to see which there are")
        })?;
        Ok(Workspace::of(found))
    }

    /// The newest document of a kind, or `None`.
    pub(super) async fn find<T: DeserializeOwned>(
        &self,
        workspace: &Workspace,
        kind: &str,
    ) -> Result<Option<T>> {
        let Some(id) = workspace.head(kind) else { return Ok(None) };
        match workspace.pending.iter().find(|artifact| artifact.id == *id) {
            Some(artifact) => artifact.document().map(Some),
            None => self.artifact(id).await?.document().map(Some),
        }
    }

    /// The newest document of a kind, which must be there.
    pub(super) async fn need<T: DeserializeOwned>(&self, workspace: &Workspace, kind: &str) -> Result<T> {
        self.find(workspace, kind).await?.ok_or_else(|| {
            Error::new(ErrorCode::NotFound, format!("project `{}` has no {kind} yet", workspace.project))
                .with_hint(format!("make one first: `{}`", command_for(kind)))
        })
    }

    /// An artifact that must be there.
    pub(super) async fn artifact(&self, id: &ArtifactId) -> Result<Artifact> {
        self.store.artifact(id).await?.ok_or_else(|| {
            Error::new(ErrorCode::NotFound, format!("artifact `{id}` is not in the store"))
                .with_context("store", self.store.describe())
        })
    }

    /// Keeps what was put forward, all or nothing.
    pub(super) async fn keep(&self, workspace: &mut Workspace, message: &str) -> Result<()> {
        let commit = Commit {
            project: workspace.project.clone(),
            name: workspace.name.clone(),
            expected_revision: workspace.revision,
            message: message.to_owned(),
            at: self.clock.now(),
            artifacts: std::mem::take(&mut workspace.pending),
            heads: workspace.heads.clone(),
        };
        workspace.revision = self.store.commit(&commit).await?.number;
        Ok(())
    }
}

fn command_for(kind: &str) -> &'static str {
    match kind {
        "intent" => "interpret",
        "plan" => "plan",
        "run" | "scenario" | "sensitivity" | "trace" | "saved_run" => "simulate",
        "influence" => "sensitivity",
        "prototype" => "prototype",
        "verdict" => "evaluate",
        _ => "run",
    }
}
