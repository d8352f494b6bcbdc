//! The versions of one plan in the order in which they came to be: undo, redo, back to one of them.

use crate::domain::edit::{EditedPlan, Operation};
use crate::domain::id::VersionId;
use crate::domain::plan::Plan;
use crate::domain::version::version_of;
use crate::error::{Error, ErrorCode, Result};
use crate::plan::edit;

/// Most versions that are kept; the oldest are forgotten first.
const MAX_VERSIONS: usize = 1_000;

/// The versions of one plan. There is always a present one.
///
/// # Example
/// ```
/// use aura_core::domain::edit::{InsertStep, Operation, Place};
/// use aura_core::plan::{sample, version::History};
///
/// let mut history = History::new(sample::guest_checkout()?)?;
/// let first = history.version().clone();
/// history.apply(&[Operation::Insert(InsertStep { title: "Say thanks".into(), place: Place::AtEnd, actor: None })])?;
/// history.undo(1)?;
/// assert_eq!(*history.version(), first);
/// history.redo(1)?;
/// history.back_to(first.as_str())?;
/// assert_eq!(*history.version(), first);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    past: Vec<(VersionId, Plan)>,
    version: VersionId,
    plan: Plan,
    future: Vec<(VersionId, Plan)>,
}

impl History {
    /// A history of one version.
    ///
    /// # Errors
    /// `internal` where the plan cannot be written as JSON.
    pub fn new(plan: Plan) -> Result<Self> {
        Ok(History { past: Vec::new(), version: version_of(&plan)?, plan, future: Vec::new() })
    }

    /// The present plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The present version.
    pub fn version(&self) -> &VersionId {
        &self.version
    }

    /// All versions, oldest first; those that were undone stand behind the present one.
    pub fn versions(&self) -> Vec<&VersionId> {
        let past = self.past.iter().map(|(version, _)| version);
        past.chain([&self.version]).chain(self.future.iter().rev().map(|(version, _)| version)).collect()
    }

    /// Applies operations to the present plan; what was undone before is forgotten.
    ///
    /// # Errors
    /// As [`edit::apply`].
    pub fn apply(&mut self, operations: &[Operation]) -> Result<EditedPlan> {
        let edited = edit::apply(&self.plan, operations)?;
        self.push(edited.plan.clone())?;
        Ok(edited)
    }

    /// Makes a plan the present one; what was undone before is forgotten.
    ///
    /// # Errors
    /// `internal` where the plan cannot be written as JSON.
    pub fn push(&mut self, plan: Plan) -> Result<()> {
        let version = version_of(&plan)?;
        if version == self.version {
            return Ok(());
        }
        let old = (std::mem::replace(&mut self.version, version), std::mem::replace(&mut self.plan, plan));
        self.past.push(old);
        if self.past.len() > MAX_VERSIONS {
            self.past.remove(0);
        }
        self.future.clear();
        Ok(())
    }

    /// Goes back some versions.
    ///
    /// # Errors
    /// `not_found` where there are not so many.
    pub fn undo(&mut self, count: u32) -> Result<()> {
        enough(self.past.len(), count, "undone")?;
        for _ in 0..count {
            if let Some((version, plan)) = self.past.pop() {
                let new =
                    (std::mem::replace(&mut self.version, version), std::mem::replace(&mut self.plan, plan));
                self.future.push(new);
            }
        }
        Ok(())
    }

    /// Goes forward some versions that were undone.
    ///
    /// # Errors
    /// `not_found` where there are not so many.
    pub fn redo(&mut self, count: u32) -> Result<()> {
        enough(self.future.len(), count, "done again")?;
        for _ in 0..count {
            if let Some((version, plan)) = self.future.pop() {
                let old =
                    (std::mem::replace(&mut self.version, version), std::mem::replace(&mut self.plan, plan));
                self.past.push(old);
            }
        }
        Ok(())
    }

    /// Makes an older version the present one again; the versions since then are kept. The beginning of the
    /// version's hash is enough, with or without `version_`.
    ///
    /// # Errors
    /// `not_found` where no version, or more than one, begins so.
    pub fn back_to(&mut self, version: &str) -> Result<()> {
        let wanted = version.trim().trim_start_matches("version_").to_lowercase();
        let known = self.past.iter().chain(&self.future);
        let begins = |id: &VersionId| id.as_str().trim_start_matches("version_").starts_with(&wanted);
        let mut found: Vec<&(VersionId, Plan)> =
            known.filter(|(id, _)| !wanted.is_empty() && begins(id)).collect();
        found.dedup_by(|left, right| left.0 == right.0);
        match found.as_slice() {
            [(_, plan)] => {
                let plan = plan.clone();
                self.push(plan)
            }
            _ if begins(&self.version) && !wanted.is_empty() => Ok(()),
            _ => Err(Error::new(
                ErrorCode::NotFound,
                format!("there is not exactly one version `{}`", version.escape_default()),
            )
            .with_hint("give more of the version's name, as `versions` lists it")),
        }
    }
}

fn enough(present: usize, wanted: u32, what: &str) -> Result<()> {
    if wanted as usize <= present {
        return Ok(());
    }
    Err(Error::new(ErrorCode::NotFound, format!("{wanted} edits cannot be {what}, there are {present}"))
        .with_context("present", present))
}
