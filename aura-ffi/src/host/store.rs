//! A store that the host implements. Contents travel as base64, because not all of them are text.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use aura_core::progress::Cancellation;
use aura_core::store::{
    Artifact, ArtifactId, ArtifactLink, BoxFuture, Commit, Project, ProjectId, Revision, Store,
};
use aura_core::{Error, ErrorCode, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Asked, Host};

/// Asks the host `commit`, `artifact`, `project`, `projects` and `history`.
pub(crate) struct HostedStore {
    asked: Asked,
}

/// An artifact as the host sees it.
#[derive(Serialize, Deserialize)]
struct HostArtifact {
    id: ArtifactId,
    kind: String,
    lineage: Vec<ArtifactLink>,
    body_base64: String,
}

/// A commit as the host sees it.
#[derive(Serialize)]
struct HostCommit<'a> {
    project: &'a ProjectId,
    name: &'a str,
    expected_revision: u64,
    message: &'a str,
    at: &'a str,
    artifacts: Vec<HostArtifact>,
    heads: &'a BTreeMap<String, ArtifactId>,
}

impl HostedStore {
    pub(crate) fn new(host: Arc<dyn Host>, timeout: Duration) -> Self {
        HostedStore { asked: Asked { host, timeout, what: "store", fault: ErrorCode::UnavailableStore } }
    }

    fn ask<T: serde::de::DeserializeOwned>(
        &self,
        method: &'static str,
        request: &impl Serialize,
    ) -> Result<T> {
        // The trait has no switch for a single question; the time limit ends it.
        self.asked.ask(method, request, &Cancellation::default())
    }
}

impl Store for HostedStore {
    fn commit<'a>(&'a self, commit: &'a Commit) -> BoxFuture<'a, Result<Revision>> {
        Box::pin(async move {
            self.ask(
                "commit",
                &HostCommit {
                    project: &commit.project,
                    name: &commit.name,
                    expected_revision: commit.expected_revision,
                    message: &commit.message,
                    at: &commit.at,
                    artifacts: commit.artifacts.iter().map(to_host).collect(),
                    heads: &commit.heads,
                },
            )
        })
    }

    fn artifact<'a>(&'a self, id: &'a ArtifactId) -> BoxFuture<'a, Result<Option<Artifact>>> {
        Box::pin(async move {
            let found: Option<HostArtifact> = self.ask("artifact", &json!({ "id": id }))?;
            found.map(from_host).transpose()
        })
    }

    fn project<'a>(&'a self, id: &'a ProjectId) -> BoxFuture<'a, Result<Option<Project>>> {
        Box::pin(async move { self.ask("project", &json!({ "id": id })) })
    }

    fn projects(&self) -> BoxFuture<'_, Result<Vec<Project>>> {
        Box::pin(async move { self.ask("projects", &json!({})) })
    }

    fn history<'a>(&'a self, id: &'a ProjectId, most: usize) -> BoxFuture<'a, Result<Vec<Revision>>> {
        Box::pin(async move { self.ask("history", &json!({ "id": id, "most": most })) })
    }

    fn describe(&self) -> String {
        "a store of the host".to_owned()
    }
}

fn to_host(artifact: &Artifact) -> HostArtifact {
    HostArtifact {
        id: artifact.id.clone(),
        kind: artifact.kind.clone(),
        lineage: artifact.lineage.clone(),
        body_base64: STANDARD.encode(&artifact.body),
    }
}

fn from_host(host: HostArtifact) -> Result<Artifact> {
    let body = STANDARD.decode(&host.body_base64).map_err(|_| damaged(&host.id))?;
    let artifact = Artifact { id: host.id, kind: host.kind, lineage: host.lineage, body };
    if artifact.is_intact() { Ok(artifact) } else { Err(damaged(&artifact.id)) }
}

fn damaged(id: &ArtifactId) -> Error {
    Error::new(ErrorCode::UnavailableStore, format!("the host's store gave artifact `{id}` back damaged"))
}
