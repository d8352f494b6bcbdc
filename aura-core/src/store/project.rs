//! Projects: a name, and a pointer to the newest artifact of each kind, through numbered revisions.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::artifact::{Artifact, ArtifactId};
use crate::error::{Error, ErrorCode, Result};
use crate::id::define_ids;

define_ids! {
    /// Names a project.
    ProjectId("project"): "project_";
}

/// A project as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Project {
    /// Names the project.
    pub id: ProjectId,
    /// For people.
    pub name: String,
    /// Its newest revision.
    pub revision: Revision,
}

/// One state of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Revision {
    /// Counts from 1.
    pub number: u64,
    /// What was done, in one line.
    pub message: String,
    /// When, in RFC 3339, by the clock of the host; empty where the host gave none.
    pub at: String,
    /// The newest artifact of each kind.
    pub heads: BTreeMap<String, ArtifactId>,
}

/// A change of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// The project.
    pub project: ProjectId,
    /// Its name; kept from the first commit on.
    pub name: String,
    /// The revision that the change was made from; 0 makes the project.
    pub expected_revision: u64,
    /// What was done, in one line.
    pub message: String,
    /// When, in RFC 3339, by the clock of the host; may be empty.
    pub at: String,
    /// Artifacts to add. Adding one that is there already changes nothing.
    pub artifacts: Vec<Artifact>,
    /// The newest artifact of each kind after the change: the complete list.
    pub heads: BTreeMap<String, ArtifactId>,
}

impl Commit {
    /// Refuses the commit where it was not made from the `present` revision; 0 means that there is no project.
    ///
    /// # Errors
    /// `not_found` where the project does not exist but was expected to, `conflict` otherwise.
    pub fn check_expected(&self, present: u64) -> Result<()> {
        if self.expected_revision == present {
            return Ok(());
        }
        let error = if present == 0 {
            Error::new(ErrorCode::NotFound, format!("there is no project `{}`", self.project))
        } else {
            let message = format!("project `{}` was changed by somebody else meanwhile", self.project);
            Error::new(ErrorCode::Conflict, message).with_hint("read the project again and repeat the change")
        };
        Err(error.with_context("expected_revision", self.expected_revision).with_context("revision", present))
    }
}
