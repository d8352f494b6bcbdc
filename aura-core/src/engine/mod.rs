//! Strings the stages together over a model and a store: what a host embeds.
//!
//! In come requests that name a project; out come documents, and every document that was made is an artifact of
//! the project with its lineage. The engine adds waiting, money, storage and progress to the stages and nothing
//! else: every answer that it gives could be had from the stages alone. Never here: rules, numbers, wording.
//!
//! All methods are `async` and never create a runtime. With a store that answers at once, such as
//! [`MemoryStore`], any executor will do.

mod adopt;
mod combine;
mod converse;
mod edit;
mod experiment;
mod faults;
mod handoff;
mod history;
mod intent;
mod outside;
mod records;
pub mod requests;
mod run;
mod scale;
mod story;
mod walk;
mod workspace;

use std::sync::Arc;

use crate::domain::agent::Agent;
use crate::error::Result;
use crate::limits::Limits;
use crate::llm::{Model, NoModel};
use crate::progress::Control;
use crate::store::{MemoryStore, Project, ProjectId, Revision, Store};

pub use records::PrototypeRecord;
pub use run::{DEFAULT_CASES, DEFAULT_SEED};

/// The version of the engine, as it is written into runs and packages.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Tells the time for records. The core has no clock of its own.
pub trait Clock: Send + Sync {
    /// Now, in RFC 3339, or an empty text.
    fn now(&self) -> String;
}

/// A clock that never tells the time; records then carry none.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoClock;

impl Clock for NoClock {
    fn now(&self) -> String {
        String::new()
    }
}

/// Everything that a host plugs in, and the operations of the product. Cheap to clone.
///
/// # Example
/// ```
/// use aura_core::engine::{Engine, requests::GoalRequest};
///
/// let engine = Engine::default();
/// let goal = "Customers book a table, the restaurant confirms within 2 hours, and guests get a reminder.";
/// let interpreted = pollster::block_on(engine.interpret(&GoalRequest::new(goal)))?;
/// assert!(!interpreted.intent.steps.is_empty());
/// let planned = pollster::block_on(engine.plan(&interpreted.project))?;
/// assert!(planned.problems.iter().all(|problem| problem.severity != aura_core::domain::problem::Severity::Error));
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Clone)]
pub struct Engine {
    model: Arc<dyn Model>,
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    control: Control,
    agents: Vec<Agent>,
    limits: Limits,
}

impl Default for Engine {
    /// No model, a store in memory, no clock, one thread, the usual limits.
    fn default() -> Self {
        Engine {
            model: Arc::new(NoModel),
            store: Arc::new(MemoryStore::default()),
            clock: Arc::new(NoClock),
            control: Control::default(),
            agents: Vec::new(),
            limits: Limits::default(),
        }
    }
}

impl Engine {
    /// Plugs in a language model.
    #[must_use]
    pub fn with_model(mut self, model: Arc<dyn Model>) -> Self {
        self.model = model;
        self
    }

    /// Plugs in a store.
    #[must_use]
    pub fn with_store(mut self, store: Arc<dyn Store>) -> Self {
        self.store = store;
        self
    }

    /// Plugs in a clock.
    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Lends progress, a switch to cancel, and threads.
    #[must_use]
    pub fn with_control(mut self, control: Control) -> Self {
        self.control = control;
        self
    }

    /// Adds AI agents that steps can be given to; the built-in ones stand behind them.
    #[must_use]
    pub fn with_agents(mut self, agents: Vec<Agent>) -> Self {
        self.agents = agents;
        self
    }

    /// Sets other limits.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The store that is plugged in.
    pub fn store(&self) -> &dyn Store {
        self.store.as_ref()
    }

    /// The model that is plugged in.
    pub fn model(&self) -> &dyn Model {
        self.model.as_ref()
    }

    /// The limits in force.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// All projects, ordered by id.
    ///
    /// # Errors
    /// `unavailable_store`.
    pub async fn projects(&self) -> Result<Vec<Project>> {
        self.store.projects().await
    }

    /// The revisions of a project, newest first, at most `most`.
    ///
    /// # Errors
    /// `not_found`, `unavailable_store`.
    pub async fn history(&self, project: &ProjectId, most: usize) -> Result<Vec<Revision>> {
        self.open(project).await?;
        self.store.history(project, most).await
    }
}

#[cfg(test)]
mod tests;
