//! How long work tells how far it is, how it is stopped, and how it uses the host's threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};

/// One sign of life from long work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProgressEvent {
    /// The stage that is at work, for example `simulate`.
    pub stage: String,
    /// How many parts are done.
    pub done: u64,
    /// How many parts there are, where that is known.
    pub total: Option<u64>,
    /// One short line for a person.
    pub message: String,
}

/// Receives progress. Called from whichever thread does the work; must return quickly.
pub trait Progress: Send + Sync {
    /// Takes one event.
    fn report(&self, event: &ProgressEvent);
}

/// Progress that nobody looks at.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn report(&self, _event: &ProgressEvent) {}
}

/// A switch that stops long work at its next safe point. Clones share the switch.
#[derive(Debug, Clone, Default)]
pub struct Cancellation {
    switch: Arc<AtomicBool>,
}

impl Cancellation {
    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.switch.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.switch.load(Ordering::Relaxed)
    }

    /// Stops the caller with `cancelled` if somebody asked to stop.
    ///
    /// # Errors
    /// `cancelled`.
    pub fn check(&self) -> Result<()> {
        if self.is_cancelled() {
            return Err(Error::new(ErrorCode::Cancelled, "stopped on request"));
        }
        Ok(())
    }
}

/// Runs independent jobs, on as many threads as the host likes. Results never depend on the number.
pub trait Workers: Send + Sync {
    /// Calls `job` once with each number from 0 to `count - 1`, in any order, and returns when all are done.
    fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync));
}

/// Runs jobs one after the other on the calling thread.
#[derive(Debug, Clone, Copy, Default)]
pub struct OneThread;

impl Workers for OneThread {
    fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(job);
    }
}

/// What the host lends to long work: progress, a switch, and threads. Cheap to clone.
#[derive(Clone)]
pub struct Control {
    /// Who hears of progress.
    pub progress: Arc<dyn Progress>,
    /// The switch that stops the work.
    pub cancellation: Cancellation,
    /// The switch that lets a simulation pause: it keeps what it has, and can be resumed.
    pub pause: Cancellation,
    /// The threads that the host lends.
    pub workers: Arc<dyn Workers>,
}

impl Default for Control {
    fn default() -> Self {
        Control {
            progress: Arc::new(NoProgress),
            cancellation: Cancellation::default(),
            pause: Cancellation::default(),
            workers: Arc::new(OneThread),
        }
    }
}

impl Control {
    /// Tells how far a stage is.
    pub fn report(&self, stage: &str, done: u64, total: Option<u64>, message: impl Into<String>) {
        self.progress.report(&ProgressEvent {
            stage: stage.to_owned(),
            done,
            total,
            message: message.into(),
        });
    }
}
