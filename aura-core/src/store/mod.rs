//! Where projects live: the trait that a host plugs in, and the memory implementation.
//!
//! A store keeps *artifacts*, which never change and are named by the hash of their content, and *projects*,
//! which point to the newest artifact of each kind. A [`Commit`] adds artifacts and moves pointers in one
//! step: all of it happens or nothing. In come bytes with a kind; out come the same bytes. Never here: what
//! the bytes mean.

mod artifact;
pub mod conformance;
mod memory;
mod project;

use std::future::Future;
use std::pin::Pin;

pub use artifact::{Artifact, ArtifactId, ArtifactLink};
pub use memory::MemoryStore;
pub use project::{Commit, Project, ProjectId, Revision};

use crate::error::Result;

/// A future that can be sent to another thread, without a type of its own.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Keeps artifacts and projects. Implementations must be atomic: a commit is seen whole or not at all, also
/// after a crash. [`conformance::check`] tells whether an implementation keeps the promises.
///
/// Every method may fail with `unavailable_store`.
pub trait Store: Send + Sync {
    /// Adds artifacts and moves a project's pointers, all or nothing, and returns the new revision.
    ///
    /// # Errors
    /// `conflict` where the project's revision is not the expected one; `not_found` where the project does not
    /// exist and the expected revision is not 0; `limit_size` where an artifact is too large.
    fn commit<'a>(&'a self, commit: &'a Commit) -> BoxFuture<'a, Result<Revision>>;

    /// One artifact, or `None`.
    fn artifact<'a>(&'a self, id: &'a ArtifactId) -> BoxFuture<'a, Result<Option<Artifact>>>;

    /// One project, or `None`.
    fn project<'a>(&'a self, id: &'a ProjectId) -> BoxFuture<'a, Result<Option<Project>>>;

    /// All projects, ordered by id.
    fn projects(&self) -> BoxFuture<'_, Result<Vec<Project>>>;

    /// The newest revisions of a project, newest first, at most `most`.
    fn history<'a>(&'a self, id: &'a ProjectId, most: usize) -> BoxFuture<'a, Result<Vec<Revision>>>;

    /// For people: which kind of store it is and where.
    fn describe(&self) -> String;
}
