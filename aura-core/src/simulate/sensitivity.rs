//! Which assumption moves a metric how far: one at a time, on the same simulated people.

use std::sync::Mutex;

use crate::domain::id::MetricId;
use crate::domain::plan::{Assumption, Plan};
use crate::domain::quantity::Unit;
use crate::domain::run::{AssumptionEffect, Sensitivity};
use crate::domain::scenario::{RunDepth, Scenario, TraceDepth};
use crate::error::{Error, ErrorCode, Result};
use crate::progress::Control;

use super::PauseAt;
use super::compile::compile;
use super::metrics;
use super::world::World;

/// How much is spent on sensitivity.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SensitivityOptions {
    /// Cases of each of the two runs per assumption.
    pub cases: u64,
    /// Replications of each run.
    pub replications: u32,
    /// Most assumptions that are looked at, in the order of the plan.
    pub most_assumptions: usize,
}

impl Default for SensitivityOptions {
    fn default() -> Self {
        SensitivityOptions { cases: 500, replications: 4, most_assumptions: 200 }
    }
}

/// Runs the plan with each assumption at its lowest and at its highest thinkable mean, all else equal.
///
/// All runs meet the same people at the same times, so small effects are told from chance. Assumptions that a
/// run of the plan does not use, and those without a range, are left out; the strongest effect comes first,
/// equal ones in the order of the plan.
///
/// # Errors
/// Those of [`compile`], `cancelled`, and `not_found` where the run has no such metric.
pub fn sensitivity(
    plan: &Plan,
    scenario: &Scenario,
    metric: &MetricId,
    options: &SensitivityOptions,
    control: &Control,
) -> Result<Sensitivity> {
    let base = Scenario {
        cases: options.cases.clamp(1, scenario.cases.max(1)),
        replications: options.replications.max(1),
        trace: TraceDepth::Digest,
        depth: RunDepth::Flow,
        ..scenario.clone()
    };
    let program = compile(plan, &base)?;
    let place = program.metrics.iter().position(|known| known.result.metric == *metric);
    let place =
        place.ok_or_else(|| Error::new(ErrorCode::NotFound, format!("the run has no metric `{metric}`")))?;
    let used = program.used_assumptions();
    let assumptions: Vec<&Assumption> = plan
        .assumptions
        .iter()
        .filter(|assumption| used.contains(&assumption.id) && assumption.low < assumption.high)
        .take(options.most_assumptions)
        .collect();
    let jobs: Vec<(&Assumption, f64)> =
        assumptions.iter().flat_map(|a| [(*a, a.low), (*a, a.high)]).collect();
    let slots: Vec<Mutex<Option<Result<f64>>>> = jobs.iter().map(|_| Mutex::new(None)).collect();
    control.workers.run(jobs.len(), &|number| {
        if let (Some((assumption, mean)), Some(slot)) = (jobs.get(number), slots.get(number)) {
            let value = value_with(plan, &base, place, assumption, *mean, control);
            if let Ok(mut slot) = slot.lock() {
                *slot = Some(value);
            }
        }
    });
    let mut values = Vec::with_capacity(slots.len());
    for slot in slots {
        let value = slot.into_inner().ok().flatten();
        values.push(value.unwrap_or_else(|| {
            Err(Error::new(ErrorCode::Internal, "a run was not made by the host's threads"))
        })?);
    }
    let pairs = values.as_chunks::<2>().0.iter().zip(&assumptions);
    let mut effects: Vec<AssumptionEffect> = pairs
        .map(|(&[at_low, at_high], assumption)| AssumptionEffect {
            assumption: assumption.id.clone(),
            at_low,
            at_high,
            swing: (at_high - at_low).abs(),
        })
        .collect();
    effects.sort_by(|left, right| right.swing.total_cmp(&left.swing));
    Ok(Sensitivity { metric: metric.clone(), effects })
}

fn value_with(
    plan: &Plan,
    base: &Scenario,
    place: usize,
    assumption: &Assumption,
    mean: f64,
    control: &Control,
) -> Result<f64> {
    let mut scenario = base.clone();
    let present = base.overrides.get(&assumption.id).unwrap_or(&assumption.value);
    let mean = if assumption.unit == Unit::Share { mean.clamp(0.0, 1.0) } else { mean.max(0.0) };
    scenario.overrides.insert(assumption.id.clone(), present.with_mean(mean));
    let program = compile(plan, &scenario)?;
    let mut tallies = Vec::new();
    for replication in 0..program.replications {
        tallies.push(World::new(&program, replication).run(&PauseAt::default(), control)?.tally);
    }
    let watched_count = program.watched.len();
    let parts: Vec<_> = tallies
        .iter()
        .map(|tally| metrics::Cases { records: &tally.cases, watched: &tally.watched, watched_count })
        .collect();
    let metric = program.metrics.get(place);
    Ok(metric.and_then(|metric| metrics::value(metric, &parts).0).unwrap_or(0.0))
}
