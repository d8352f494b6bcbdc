//! The simulator against exact answers: timelines without randomness, and queues with closed forms.
//!
//! In: `queueing/` of the data. Out: one row for the timelines, and one for each model with a closed form. What the
//! engine is told comes from the parameters of the data alone; a kind of scenario or model that nothing here knows
//! counts as failed, with the reason.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a name or a place gives null where nothing is"
)]

mod coverage;
mod golden;
pub(super) mod imports;
pub(super) mod logs;
mod meter;
pub(super) mod mocks;
mod models;
mod scenario;
pub(super) mod schemas;
mod stories;
mod timelines;

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::Value;

use super::Row;

/// Seeds for each model with a closed form; the command line sets it.
pub(super) static SEEDS: AtomicU64 = AtomicU64::new(1_000);

/// Measures what is in the folder.
pub(super) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    let queueing = folder.join("queueing");
    if let Some(document) = read(&queueing.join("deterministic_scenarios.json"))? {
        rows.push(timelines::measure(&document));
    }
    if let Some(document) = read(&queueing.join("closed_forms.json"))? {
        rows.extend(coverage::measure(&document, SEEDS.load(Ordering::Relaxed)));
    }
    if rows.is_empty() { Err("the folder holds nothing that is measured".to_owned()) } else { Ok(rows) }
}

fn read(path: &Path) -> Result<Option<Value>, String> {
    let Ok(bytes) = std::fs::read(path) else { return Ok(None) };
    let document = serde_json::from_slice(&bytes);
    document.map(Some).map_err(|error| format!("{} is not JSON: {error}", path.display()))
}
