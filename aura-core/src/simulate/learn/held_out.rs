//! What was learned from earlier cases, against later ones.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::instances::{Cases, Instance};
use super::{LearnOptions, once};
use crate::domain::plan::Plan;
use crate::domain::scenario::TraceDepth;
use crate::error::Result;
use crate::progress::Control;
use crate::simulate::simulate;

/// Fewer cases on either side say nothing.
const FEWEST: usize = 10;
/// Simulated cases for each held-out one, as so many independent replications.
const TIMES: u32 = 20;

/// The times from begin to end of cases: held out ones against simulated ones.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HeldOut {
    /// Cases, the earliest ones, that the numbers were taken from.
    pub fitted_cases: u64,
    /// Later cases that were compared.
    pub compared_cases: u64,
    /// Mean time from begin to end of the later cases, in milliseconds.
    pub mean_ms: f64,
    /// The same of simulated cases.
    pub simulated_mean_ms: f64,
    /// How far the distribution of simulated times lies from that of the later cases, in milliseconds: the mean
    /// difference of equal quantiles (the first Wasserstein distance).
    pub distance_ms: f64,
    /// The same distance for the earlier cases themselves: how far the log is from itself, which no simulation of the
    /// earlier cases can be expected to beat.
    pub earlier_distance_ms: f64,
    /// The largest difference of the shares below any time, simulated against held out, from 0 to 1.
    pub largest_difference: f64,
}

pub(super) fn compare(
    cases: &Cases,
    plan: Option<&Plan>,
    options: &LearnOptions,
    control: &Control,
) -> Result<Option<HeldOut>> {
    let (first, rest) = cases.split(options.fitted_share.clamp(0.0, 1.0));
    if first.cases.len() < FEWEST || rest.cases.len() < FEWEST {
        return Ok(None);
    }
    let learned = once(&first, plan, options)?;
    let mut scenario = learned.scenario;
    scenario.cases = rest.cases.len() as u64 * u64::from(TIMES);
    scenario.replications = TIMES;
    scenario.trace = TraceDepth::Digest;
    let simulation = simulate(&learned.plan, &scenario, control)?;
    let mut simulated: Vec<f64> =
        simulation.cases.iter().flatten().map(|case| case.cycle_us as f64 / 1_000.0).collect();
    let (mut later, mut earlier) = (times(&rest), times(&first));
    for list in [&mut simulated, &mut later, &mut earlier] {
        list.sort_by(f64::total_cmp);
    }
    if simulated.is_empty() {
        return Ok(None);
    }
    let (distance_ms, largest_difference) = distances(&later, &simulated);
    Ok(Some(HeldOut {
        fitted_cases: first.cases.len() as u64,
        compared_cases: rest.cases.len() as u64,
        mean_ms: mean(&later),
        simulated_mean_ms: mean(&simulated),
        distance_ms,
        earlier_distance_ms: distances(&later, &earlier).0,
        largest_difference,
    }))
}

/// From the first begin to the last end of each case, in milliseconds.
fn times(cases: &Cases) -> Vec<f64> {
    let time = |case: &Vec<Instance>| {
        let from = case.iter().map(|instance| instance.start).min()?;
        let to = case.iter().map(|instance| instance.end).max()?;
        Some((to - from) as f64 / 1_000.0)
    };
    cases.cases.iter().filter_map(time).collect()
}

fn mean(list: &[f64]) -> f64 {
    list.iter().sum::<f64>() / list.len().max(1) as f64
}

/// Two sorted samples: the area between their cumulated shares, and the largest difference of these.
pub(super) fn distances(one: &[f64], other: &[f64]) -> (f64, f64) {
    let mut points: Vec<f64> = one.iter().chain(other).copied().collect();
    points.sort_by(f64::total_cmp);
    let share =
        |list: &[f64], x: f64| list.partition_point(|value| *value <= x) as f64 / list.len().max(1) as f64;
    let (mut area, mut largest) = (0.0, 0.0_f64);
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        let difference = (share(one, *from) - share(other, *from)).abs();
        area += difference * (to - from);
        largest = largest.max(difference);
    }
    (area, largest)
}
