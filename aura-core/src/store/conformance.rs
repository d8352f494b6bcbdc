//! What every store must do, as a function that any implementation can be held against.

use std::collections::BTreeMap;

use super::{Artifact, ArtifactId, ArtifactLink, Commit, ProjectId, Store};
use crate::error::{Error, ErrorCode, Result};

/// Holds a store against the promises of [`Store`]. The store must be empty; it is left with one project.
///
/// # Errors
/// `internal` with the first promise that is not kept, or whatever the store itself returns.
pub async fn check(store: &dyn Store) -> Result<()> {
    let id = ProjectId::new("project_conformance")?;
    expect(store.projects().await?.is_empty(), "the store is empty at first")?;
    expect(store.project(&id).await?.is_none(), "a project that was never made is not there")?;
    let first = Artifact::new("intent", Vec::new(), b"{\"a\":1}".to_vec());
    let link = ArtifactLink { role: "intent".to_owned(), artifact: first.id.clone() };
    let second = Artifact::new("plan", vec![link], vec![0, 159, 146, 150]);
    let opening = commit(&id, 0, "first", &[&first]);
    expect(store.commit(&opening).await?.number == 1, "the first revision is number 1")?;
    check_refusals(store, &opening, &second).await?;
    let following = commit(&id, 1, "second", &[&first, &second]);
    expect(store.commit(&following).await?.number == 2, "the second revision is number 2")?;
    check_reading(store, &id, &second).await
}

async fn check_refusals(store: &dyn Store, opening: &Commit, stray: &Artifact) -> Result<()> {
    let mut stale = opening.clone();
    stale.artifacts.push(stray.clone());
    let refused = store.commit(&stale).await.err().map(|error| error.code());
    expect(refused == Some(ErrorCode::Conflict), "a commit from a stale revision is a conflict")?;
    expect(store.artifact(&stray.id).await?.is_none(), "a refused commit leaves no artifact behind")?;
    let mut unknown = opening.clone();
    unknown.project = ProjectId::new("project_unknown")?;
    unknown.expected_revision = 4;
    let refused = store.commit(&unknown).await.err().map(|error| error.code());
    expect(refused == Some(ErrorCode::NotFound), "a commit to a project that is not there is refused")
}

async fn check_reading(store: &dyn Store, id: &ProjectId, artifact: &Artifact) -> Result<()> {
    expect(
        store.artifact(&artifact.id).await?.as_ref() == Some(artifact),
        "an artifact comes back as it was",
    )?;
    expect(store.artifact(&ArtifactId::named("none")).await?.is_none(), "an unknown artifact is not there")?;
    let project = store.project(id).await?;
    let heads = project.as_ref().map(|project| project.revision.heads.len());
    expect(heads == Some(2), "a project points to the newest artifacts")?;
    expect(project.is_some_and(|project| project.name == "Conformance"), "a project keeps its name")?;
    let numbers: Vec<u64> = store.history(id, 10).await?.iter().map(|revision| revision.number).collect();
    expect(numbers == [2, 1], "history goes from the newest to the oldest")?;
    expect(store.history(id, 1).await?.len() == 1, "history is as short as asked for")?;
    expect(store.projects().await?.len() == 1, "all projects are listed")
}

fn commit(project: &ProjectId, expected_revision: u64, message: &str, artifacts: &[&Artifact]) -> Commit {
    let heads: BTreeMap<_, _> =
        artifacts.iter().map(|artifact| (artifact.kind.clone(), artifact.id.clone())).collect();
    Commit {
        project: project.clone(),
        name: "Conformance".to_owned(),
        expected_revision,
        message: message.to_owned(),
        at: "2026-01-01T00:00:00Z".to_owned(),
        artifacts: artifacts.iter().map(|artifact| (*artifact).clone()).collect(),
        heads,
    }
}

fn expect(kept: bool, promise: &str) -> Result<()> {
    if kept {
        return Ok(());
    }
    Err(Error::new(ErrorCode::Internal, format!("the store breaks a promise: {promise}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_store_conforms() {
        pollster::block_on(check(&crate::store::MemoryStore::default())).unwrap();
    }
}
