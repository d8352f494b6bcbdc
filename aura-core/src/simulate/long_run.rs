//! Intervals of a run of one replication, by batch means.
//!
//! The cases, in the order of their arrival, are cut into twenty batches of the same size, and the figures of the batches
//! stand for those of replications (Law, Simulation Modeling and Analysis, 5th edition, section 9.5.3). Cases depend on
//! those before them, so batches that are too short give intervals that are too narrow. Where the figures of neighbouring
//! batches hang together more than chance allows, there is no interval.

use super::metrics::{self, Cases, Value};
use super::program::MetricPlan;

const BATCHES: usize = 20;
/// Fewest cases of a batch.
const LEAST_CASES: usize = 50;
/// Most correlation of neighbouring batches: two standard errors of one that is none, which is 1 / √n.
const MOST_CORRELATION: f64 = 0.447;

/// The figures of the batches of a run's only replication; none where it is too short.
pub(super) fn batches(plans: &[MetricPlan], whole: Cases<'_>) -> Vec<Vec<Value>> {
    let size = whole.records.len() / BATCHES;
    if size < LEAST_CASES {
        return Vec::new();
    }
    // What is left over is left out at the beginning, where the run is least like itself.
    let first = whole.records.len() - size * BATCHES;
    let width = whole.watched_count;
    let batch = |number: usize| {
        let from = first + number * size;
        Cases {
            records: whole.records.get(from..from + size).unwrap_or_default(),
            watched: whole.watched.get(from * width..(from + size) * width).unwrap_or_default(),
            watched_count: width,
        }
    };
    (0..BATCHES).map(|number| metrics::values(plans, &[batch(number)])).collect()
}

/// The figures of the batches, where they do not hang together.
pub(super) fn apart(figures: Vec<Option<f64>>) -> Vec<Option<f64>> {
    let known: Vec<f64> = figures.iter().flatten().copied().collect();
    let mean = known.iter().sum::<f64>() / known.len().max(1) as f64;
    let squares: f64 = known.iter().map(|one| (one - mean) * (one - mean)).sum();
    let pairs = known.iter().zip(known.iter().skip(1));
    let together: f64 = pairs.map(|(one, next)| (one - mean) * (next - mean)).sum();
    if together > MOST_CORRELATION * squares { Vec::new() } else { figures }
}
