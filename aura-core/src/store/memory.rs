//! A store in memory, for tests and for hosts that keep nothing.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Artifact, ArtifactId, BoxFuture, Commit, Project, ProjectId, Revision, Store};
use crate::error::Result;

/// Keeps everything in memory, for as long as it lives.
#[derive(Debug, Default)]
pub struct MemoryStore {
    content: Mutex<Content>,
}

#[derive(Debug, Default)]
struct Content {
    artifacts: BTreeMap<ArtifactId, Artifact>,
    projects: BTreeMap<ProjectId, (String, Vec<Revision>)>,
}

impl MemoryStore {
    fn content(&self) -> MutexGuard<'_, Content> {
        // A panic of another thread cannot leave half a commit: each commit changes the maps only at its end.
        self.content.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    fn commit<'a>(&'a self, commit: &'a Commit) -> BoxFuture<'a, Result<Revision>> {
        Box::pin(async move { self.content().commit(commit) })
    }

    fn artifact<'a>(&'a self, id: &'a ArtifactId) -> BoxFuture<'a, Result<Option<Artifact>>> {
        Box::pin(async move { Ok(self.content().artifacts.get(id).cloned()) })
    }

    fn project<'a>(&'a self, id: &'a ProjectId) -> BoxFuture<'a, Result<Option<Project>>> {
        Box::pin(async move { Ok(self.content().project(id)) })
    }

    fn projects(&self) -> BoxFuture<'_, Result<Vec<Project>>> {
        Box::pin(async move {
            let content = self.content();
            Ok(content.projects.keys().filter_map(|id| content.project(id)).collect())
        })
    }

    fn history<'a>(&'a self, id: &'a ProjectId, most: usize) -> BoxFuture<'a, Result<Vec<Revision>>> {
        Box::pin(async move {
            let content = self.content();
            let revisions = content.projects.get(id).map(|(_, revisions)| revisions.as_slice());
            Ok(revisions.unwrap_or_default().iter().rev().take(most).cloned().collect())
        })
    }

    fn describe(&self) -> String {
        "memory".to_owned()
    }
}

impl Content {
    fn commit(&mut self, commit: &Commit) -> Result<Revision> {
        let present = self.projects.get(&commit.project).map_or(0, |(_, revisions)| revisions.len() as u64);
        commit.check_expected(present)?;
        let revision = Revision {
            number: present + 1,
            message: commit.message.clone(),
            at: commit.at.clone(),
            heads: commit.heads.clone(),
        };
        for artifact in &commit.artifacts {
            self.artifacts.entry(artifact.id.clone()).or_insert_with(|| artifact.clone());
        }
        let entry = self.projects.entry(commit.project.clone()).or_default();
        if entry.1.is_empty() {
            entry.0.clone_from(&commit.name);
        }
        entry.1.push(revision.clone());
        Ok(revision)
    }

    fn project(&self, id: &ProjectId) -> Option<Project> {
        let (name, revisions) = self.projects.get(id)?;
        Some(Project { id: id.clone(), name: name.clone(), revision: revisions.last()?.clone() })
    }
}
