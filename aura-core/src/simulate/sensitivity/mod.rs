//! Which assumption moves a metric how far: one at a time here, all of them at once in [`global`], always on the same
//! simulated people.

mod global;

pub use global::{InfluenceOptions, MeasurePoint, Round, Study};

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
use super::program::Program;
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
    let place = place_of(&program, metric)?;
    let assumptions: Vec<&Assumption> = movable(plan, &program).take(options.most_assumptions).collect();
    let jobs: Vec<(&Assumption, f64)> =
        assumptions.iter().flat_map(|a| [(*a, a.low), (*a, a.high)]).collect();
    let values = on_threads(jobs.len(), control, |number| match jobs.get(number) {
        Some((assumption, mean)) => value_with(plan, &base, place, &[(*assumption, *mean)], control),
        None => Ok(0.0),
    })?;
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

/// Calls a job for each number on the host's threads and gives the results in order.
fn on_threads(
    count: usize,
    control: &Control,
    job: impl Fn(usize) -> Result<f64> + Sync,
) -> Result<Vec<f64>> {
    let slots: Vec<Mutex<Option<Result<f64>>>> = (0..count).map(|_| Mutex::new(None)).collect();
    control.workers.run(count, &|number| {
        let value = job(number);
        if let Some(slot) = slots.get(number)
            && let Ok(mut slot) = slot.lock()
        {
            *slot = Some(value);
        }
    });
    let unfinished = || Error::new(ErrorCode::Internal, "a run was not made by the host's threads");
    slots
        .into_iter()
        .map(|slot| slot.into_inner().ok().flatten().unwrap_or_else(|| Err(unfinished())))
        .collect()
}

/// The place of a metric among those of a run.
fn place_of(program: &Program, metric: &MetricId) -> Result<usize> {
    let place = program.metrics.iter().position(|known| known.result.metric == *metric);
    place.ok_or_else(|| {
        let known: Vec<&str> = program.metrics.iter().map(|known| known.result.metric.as_str()).collect();
        Error::new(ErrorCode::NotFound, format!("the run has no metric `{metric}`"))
            .with_hint(format!("its metrics are {}", known.join(", ")))
    })
}

/// The assumptions that a run uses and that have a range, in the order of the plan.
fn movable<'a>(plan: &'a Plan, program: &Program) -> impl Iterator<Item = &'a Assumption> {
    let used = program.used_assumptions().to_vec();
    plan.assumptions
        .iter()
        .filter(move |assumption| used.contains(&assumption.id) && assumption.low < assumption.high)
}

/// The metric where assumptions have other means.
fn value_with(
    plan: &Plan,
    base: &Scenario,
    place: usize,
    means: &[(&Assumption, f64)],
    control: &Control,
) -> Result<f64> {
    control.cancellation.check()?;
    let mut scenario = base.clone();
    for (assumption, mean) in means {
        let present = base.overrides.get(&assumption.id).unwrap_or(&assumption.value);
        let mean = if assumption.unit == Unit::Share { mean.clamp(0.0, 1.0) } else { mean.max(0.0) };
        scenario.overrides.insert(assumption.id.clone(), present.with_mean(mean));
    }
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
