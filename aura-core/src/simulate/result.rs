//! From tallies of replications to a [`Run`] with intervals.

use std::collections::BTreeMap;

use crate::domain::id::RunId;
use crate::domain::plan::{Outcome, Plan};
use crate::domain::run::{
    AnswerCount, Estimate, FailureCount, FlowCount, MetricResult, NodeResult, OutcomeCount, PathCount,
    PersonaResult, RUN_SCHEMA_VERSION, RefusalCount, ResourceResult, Run, ServiceResult,
};
use crate::domain::scenario::Scenario;
use crate::domain::version::{content_hash, version_of};
use crate::error::Result;
use crate::stats::distribution::{Continuous, Student};

use super::Simulation;
use super::metrics::{self, Cases};
use super::program::{NodeKind, Program};
use super::record::{ReplicationTrace, digest_of};
use super::tally::{CaseRecord, LOST_WAY, NodeTally, PoolTally, ServiceTally, Tally};
use super::trace::{Trace, TraceHeader};
use super::world::Replication;

/// Most paths in a run.
const MOST_PATHS: usize = 20;
const CONFIDENCE: f64 = 0.95;

/// Builds the result from the replications, in their order.
pub(super) fn simulation(
    plan: &Plan,
    scenario: &Scenario,
    program: &Program,
    replications: Vec<Replication>,
) -> Result<Simulation> {
    let mut tallies: Vec<Tally> = Vec::with_capacity(replications.len());
    let mut traces: Vec<ReplicationTrace> = Vec::with_capacity(replications.len());
    let mut calls = Vec::new();
    let (mut stopped, mut end_ms, mut counts) = (None, 0, BTreeMap::new());
    for replication in replications {
        end_ms = end_ms.max(replication.end.ms());
        stopped = stopped.or(replication.stop);
        for (text, count) in replication.warnings {
            *counts.entry(text).or_insert(0_u64) += count;
        }
        calls.extend(replication.calls);
        let mut tally = replication.tally;
        sort_cases(&mut tally, program.watched.len());
        tallies.push(tally);
        traces.push(replication.trace);
    }
    let mut warnings = program.warnings.clone();
    warnings.extend(counts.into_keys());
    let plan_version = version_of(plan)?;
    let digest = digest_of(&traces);
    let run = Run {
        schema_version: RUN_SCHEMA_VERSION,
        id: RunId::new(format!("run_{}", content_hash(&(&plan_version, scenario))?))?,
        engine_version: env!("CARGO_PKG_VERSION").to_owned(),
        plan: plan.id.clone(),
        plan_version,
        scenario: scenario.clone(),
        cases: tallies.iter().map(|tally| tally.cases.len() as u64).sum(),
        events: traces.iter().map(ReplicationTrace::events).sum(),
        virtual_time_ms: end_ms,
        digest: digest.clone(),
        outcomes: outcomes(&tallies)?,
        metrics: all_metrics(program, &tallies)?,
        nodes: nodes(program, &tallies),
        flows: flows(program, &tallies),
        resources: resources(program, &tallies)?,
        services: services(program, &tallies),
        personas: personas(program, &tallies),
        paths: paths(program, &tallies),
        stopped,
        warnings,
    };
    let header = TraceHeader::of(&run, program, !calls.is_empty());
    Ok(Simulation {
        run,
        cases: tallies.into_iter().map(|tally| tally.cases).collect(),
        trace: Trace { header, replications: traces, calls, digest },
        saved: None,
    })
}

/// The mean of replications with its interval by Student's t (Law, Simulation Modeling and Analysis, 5th
/// edition, section 9.4.1). `value` is the figure over all cases, about which the interval is put.
pub(super) fn estimate(value: f64, by_replication: &[Option<f64>]) -> Result<Estimate> {
    let known: Vec<f64> = by_replication.iter().flatten().copied().collect();
    let count = known.len() as f64;
    if known.len() < 2 {
        return Ok(Estimate { value, low: None, high: None });
    }
    let mean = known.iter().sum::<f64>() / count;
    let squares: f64 = known.iter().map(|known| (known - mean) * (known - mean)).sum();
    let half = Student::new(count - 1.0)?.upper_quantile((1.0 - CONFIDENCE) / 2.0)?
        * (squares / (count - 1.0) / count).sqrt();
    Ok(Estimate { value, low: Some(value - half), high: Some(value + half) })
}

/// As [`estimate`], for a share: the interval does not leave 0 to 1.
fn estimate_share(value: f64, by_replication: &[Option<f64>]) -> Result<Estimate> {
    let wide = estimate(value, by_replication)?;
    Ok(Estimate { value, low: wide.low.map(|low| low.max(0.0)), high: wide.high.map(|high| high.min(1.0)) })
}

fn sort_cases(tally: &mut Tally, watched: usize) {
    if tally.cases.is_sorted_by_key(|case| case.case) {
        return;
    }
    let mut order: Vec<usize> = (0..tally.cases.len()).collect();
    order.sort_unstable_by_key(|place| tally.cases.get(*place).map(|case| case.case));
    let cases = order.iter().filter_map(|place| tally.cases.get(*place).copied()).collect();
    let old = &tally.watched;
    let rows = order.iter().filter_map(|place| old.get(place * watched..(place + 1) * watched));
    tally.watched = rows.flatten().copied().collect();
    tally.cases = cases;
}

fn share_of(count: usize, all: usize) -> Option<f64> {
    (all > 0).then(|| count as f64 / all as f64)
}

fn outcomes(tallies: &[Tally]) -> Result<Vec<OutcomeCount>> {
    let ended = |tally: &Tally, outcome| tally.cases.iter().filter(|case| case.outcome == outcome).count();
    let all: usize = tallies.iter().map(|tally| tally.cases.len()).sum();
    let each = Outcome::ALL.into_iter().map(|outcome| {
        let count: usize = tallies.iter().map(|tally| ended(tally, outcome)).sum();
        let shares: Vec<_> =
            tallies.iter().map(|tally| share_of(ended(tally, outcome), tally.cases.len())).collect();
        let share = estimate_share(share_of(count, all).unwrap_or(0.0), &shares)?;
        Ok(OutcomeCount { outcome, cases: count as u64, share })
    });
    each.collect()
}

fn all_metrics(program: &Program, tallies: &[Tally]) -> Result<Vec<MetricResult>> {
    let watched_count = program.watched.len();
    let parts: Vec<Cases<'_>> = tallies
        .iter()
        .map(|tally| Cases { records: &tally.cases, watched: &tally.watched, watched_count })
        .collect();
    let results = program.metrics.iter().map(|metric| {
        let by_replication: Vec<Option<f64>> =
            parts.iter().map(|part| metrics::value(metric, std::slice::from_ref(part)).0).collect();
        let (value, cases) = metrics::value(metric, &parts);
        let value = value.unwrap_or(0.0);
        let estimate = match metric.result.unit {
            crate::domain::quantity::Unit::Share => estimate_share(value, &by_replication)?,
            _ => estimate(value, &by_replication)?,
        };
        Ok(MetricResult { estimate, cases, by_replication, ..metric.result.clone() })
    });
    results.collect()
}

fn nodes(program: &Program, tallies: &[Tally]) -> Vec<NodeResult> {
    let results = program.nodes.iter().enumerate().map(|(number, node)| {
        let mut sum = NodeTally::default();
        tallies.iter().filter_map(|tally| tally.nodes.get(number)).for_each(|tally| sum.add(tally));
        let modes = match &node.kind {
            NodeKind::Step(step) => step.modes.as_slice(),
            _ => &[],
        };
        let struck = modes.iter().zip(&sum.modes).filter(|(_, (times, _))| *times > 0);
        NodeResult {
            node: node.id.clone(),
            visits: sum.visits,
            cases: sum.cases,
            mean_waiting_ms: sum.waits.mean_us() / 1_000.0,
            waiting_p95_ms: sum.waits.quantile_us(0.95) / 1_000.0,
            mean_working_ms: mean_ms(sum.working_us, sum.begun),
            cost: sum.cost,
            failures: struck
                .map(|(mode, &(times, ended))| FailureCount { failure: mode.id.clone(), times, ended })
                .collect(),
            lost_cases: sum.lost,
        }
    });
    results.collect()
}

fn mean_ms(sum_us: u128, count: u64) -> f64 {
    if count == 0 { 0.0 } else { sum_us as f64 / count as f64 / 1_000.0 }
}

fn flows(program: &Program, tallies: &[Tally]) -> Vec<FlowCount> {
    let count = |number: usize| tallies.iter().filter_map(|tally| tally.flows.get(number)).sum();
    let flows = program.flows.iter().enumerate();
    flows.map(|(number, flow)| FlowCount { flow: flow.id.clone(), times: count(number) }).collect()
}

fn resources(program: &Program, tallies: &[Tally]) -> Result<Vec<ResourceResult>> {
    let busy = |tally: &PoolTally| (tally.open_us > 0).then(|| tally.worked_us as f64 / tally.open_us as f64);
    let results = program.pools.iter().enumerate().map(|(number, pool)| {
        let mut sum = PoolTally::default();
        let parts: Vec<&PoolTally> = tallies.iter().filter_map(|tally| tally.pools.get(number)).collect();
        for part in &parts {
            sum.worked_us += part.worked_us;
            sum.open_us += part.open_us;
            sum.waits.add(&part.waits);
            sum.longest_queue = sum.longest_queue.max(part.longest_queue);
        }
        let by_replication: Vec<_> = parts.iter().map(|part| busy(part)).collect();
        Ok(ResourceResult {
            resource: pool.id.clone(),
            utilisation: estimate_share(busy(&sum).unwrap_or(0.0), &by_replication)?,
            mean_waiting_ms: sum.waits.mean_us() / 1_000.0,
            longest_queue: sum.longest_queue,
        })
    });
    results.collect()
}

fn services(program: &Program, tallies: &[Tally]) -> Vec<ServiceResult> {
    let results = program.services.iter().enumerate().map(|(number, service)| {
        let mut sum = ServiceTally::default();
        for part in tallies.iter().filter_map(|tally| tally.services.get(number)) {
            sum.add(part);
        }
        let mut refusals: Vec<RefusalCount> =
            sum.refusals.into_iter().map(|(text, times)| RefusalCount { text, times }).collect();
        refusals.sort_by_key(|refusal| std::cmp::Reverse(refusal.times));
        ServiceResult {
            service: service.id.clone(),
            calls: sum.calls,
            failed: sum.failed,
            mean_latency_ms: mean_ms(sum.latency_us, sum.calls),
            answers: sum.answers.into_iter().map(|(status, times)| AnswerCount { status, times }).collect(),
            refusals,
        }
    });
    results.collect()
}

fn personas(program: &Program, tallies: &[Tally]) -> Vec<PersonaResult> {
    let all: Vec<&CaseRecord> = tallies.iter().flat_map(|tally| &tally.cases).collect();
    let personas = program.personas.iter().zip(0_u32..);
    let results = personas.map(|(plan, number)| {
        let mine = || all.iter().filter(|case| case.persona == number);
        let (count, cycle_us) =
            mine().fold((0_u64, 0_u128), |(count, sum), case| (count + 1, sum + u128::from(case.cycle_us)));
        let reached = mine().filter(|case| case.outcome == Outcome::GoalReached).count();
        PersonaResult {
            persona: plan.id.clone(),
            cases: count,
            goal_reached: share_of(reached, count as usize).unwrap_or(0.0),
            mean_cycle_ms: mean_ms(cycle_us, count),
        }
    });
    results.collect()
}

/// The most frequent ways, the more frequent first, equal ones in the order of the plan's nodes.
fn paths(program: &Program, tallies: &[Tally]) -> Vec<PathCount> {
    let mut all: BTreeMap<(Vec<u32>, Outcome), u64> = BTreeMap::new();
    for tally in tallies {
        let mut counts: BTreeMap<(u32, Outcome), u64> = BTreeMap::new();
        for case in tally.cases.iter().filter(|case| case.way != LOST_WAY) {
            *counts.entry((case.way, case.outcome)).or_insert(0) += 1;
        }
        for ((way, outcome), count) in counts {
            *all.entry((tally.ways.nodes(way), outcome)).or_insert(0) += count;
        }
    }
    let mut sorted: Vec<_> = all.into_iter().collect();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let named = sorted.into_iter().take(MOST_PATHS).map(|((nodes, outcome), cases)| PathCount {
        nodes: nodes.iter().filter_map(|node| Some(program.nodes.get(*node as usize)?.id.clone())).collect(),
        outcome,
        cases,
    });
    named.collect()
}
