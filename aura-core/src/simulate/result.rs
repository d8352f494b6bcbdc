//! From tallies of replications to a [`Run`] with intervals.

use std::collections::BTreeMap;

use crate::domain::figures::counted;
use crate::domain::id::RunId;
use crate::domain::plan::{self, Outcome, Plan};
use crate::domain::run::{
    ActorResult, AnswerCount, Estimate, FailureCount, FlowCount, MetricResult, MishapCount, MishapKind,
    NodeResult, OutcomeCount, PathCount, PersonaResult, RUN_SCHEMA_VERSION, RefusalCount, ResourceResult,
    Run, ServiceResult,
};
use crate::domain::scenario::Scenario;
use crate::domain::version::{content_hash, version_of};
use crate::error::Result;
use crate::stats::distribution::{Continuous, Student};
use crate::stats::hypothesis::{ProportionMethod, Share, proportion_interval};

use super::Simulation;
use super::long_run;
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
    warnings.extend(warm_up_told(program, &tallies));
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
        actors: actors(plan, &tallies),
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

/// What is left out because the run warms up.
fn warm_up_told(program: &Program, tallies: &[Tally]) -> Option<String> {
    let first = program.warm_up;
    let left = tallies.iter().all(|tally| tally.cases.is_empty());
    let nothing = if left { "; nothing is left then, so run more cases" } else { "" };
    let cases = counted(first, "case");
    (first > 0).then(|| format!("the first {cases} of each replication are left out as warm-up{nothing}"))
}

/// The mean of replications with its interval by Student's t (Law, Simulation Modeling and Analysis, 5th
/// edition, section 9.4.1). `value` is the figure over all cases, about which the interval is put. Where no replication
/// has a value below zero, as with times, the interval ends at zero.
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
    let low = value - half;
    let low = if known.iter().all(|known| *known >= 0.0) { low.max(0.0) } else { low };
    Ok(Estimate { value, low: Some(low), high: Some(value + half) })
}

/// As [`estimate`], for a share: the interval does not leave 0 to 1.
fn estimate_share(value: f64, by_replication: &[Option<f64>]) -> Result<Estimate> {
    let wide = estimate(value, by_replication)?;
    Ok(Estimate { value, low: wide.low, high: wide.high.map(|high| high.min(1.0)) })
}

/// As [`estimate_share`], for a share of `cases` counted ones. Where it is the same in all replications, most often 0 or
/// 1, they do not differ by which an interval could be told; then the exact one of all cases together is given (Clopper
/// and Pearson 1934), as if no case had to do with another.
pub(super) fn estimate_counted(value: f64, cases: u64, by_replication: &[Option<f64>]) -> Result<Estimate> {
    let wide = estimate_share(value, by_replication)?;
    let is_point = wide.low.zip(wide.high).is_some_and(|(low, high)| low >= high);
    if !is_point || cases == 0 {
        return Ok(wide);
    }
    let counted = Share::new(((value * cases as f64).round() as u64).min(cases), cases)?;
    let exact = proportion_interval(counted, ProportionMethod::Exact, CONFIDENCE)?;
    Ok(Estimate { value, low: Some(exact.lower), high: Some(exact.upper) })
}

/// Puts the cases in the order of their numbers, without a second copy where all of a row of numbers are there.
fn sort_cases(tally: &mut Tally, watched: usize) {
    let cases = &mut tally.cases;
    if cases.is_sorted_by_key(|case| case.case) {
        return;
    }
    let first = cases.iter().map(|case| case.case).min().unwrap_or(0);
    let last = cases.iter().map(|case| case.case).max().unwrap_or(0);
    let order: Vec<usize> = if last - first == cases.len() as u64 - 1 {
        cases.iter().map(|case| (case.case - first) as usize).collect()
    } else {
        let mut sorted: Vec<u64> = cases.iter().map(|case| case.case).collect();
        sorted.sort_unstable();
        cases.iter().map(|case| sorted.partition_point(|number| *number < case.case)).collect()
    };
    permute(&mut tally.cases, &mut tally.watched, watched, order);
}

/// Moves each case, with its row of what was watched, to its place. Every swap puts one where it belongs.
fn permute(cases: &mut [CaseRecord], watched: &mut [u32], width: usize, mut places: Vec<usize>) {
    for here in 0..places.len() {
        while let Some(&there) = places.get(here).filter(|there| **there != here) {
            if there >= cases.len() || places.get(there) == Some(&there) {
                break;
            }
            cases.swap(here, there);
            for column in 0..width {
                watched.swap(here * width + column, there * width + column);
            }
            places.swap(here, there);
        }
    }
}

fn share_of(count: usize, all: usize) -> Option<f64> {
    (all > 0).then(|| count as f64 / all as f64)
}

fn outcomes(tallies: &[Tally]) -> Result<Vec<OutcomeCount>> {
    let counts: Vec<[usize; Outcome::ALL.len()]> = tallies
        .iter()
        .map(|tally| {
            let mut counts = [0; Outcome::ALL.len()];
            for case in &tally.cases {
                if let Some(count) = counts.get_mut(case.outcome as usize) {
                    *count += 1;
                }
            }
            counts
        })
        .collect();
    let all: usize = tallies.iter().map(|tally| tally.cases.len()).sum();
    let each = Outcome::ALL.into_iter().map(|outcome| {
        let ended = |counts: &[usize; Outcome::ALL.len()]| counts.get(outcome as usize).copied().unwrap_or(0);
        let count: usize = counts.iter().map(ended).sum();
        let shares: Vec<_> = tallies
            .iter()
            .zip(&counts)
            .map(|(tally, counts)| share_of(ended(counts), tally.cases.len()))
            .collect();
        let share = estimate_counted(share_of(count, all).unwrap_or(0.0), all as u64, &shares)?;
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
    let whole = metrics::values(&program.metrics, &parts);
    let each: Vec<Vec<metrics::Value>> = match parts.as_slice() {
        [_] => vec![whole.clone()],
        parts => {
            parts.iter().map(|part| metrics::values(&program.metrics, std::slice::from_ref(part))).collect()
        }
    };
    let batches = match parts.as_slice() {
        [only] => long_run::batches(&program.metrics, *only),
        _ => Vec::new(),
    };
    let results =
        program.metrics.iter().zip(&whole).enumerate().map(|(number, (metric, &(value, cases)))| {
            let of_metric = |each: &[Vec<metrics::Value>]| -> Vec<Option<f64>> {
                each.iter().map(|values| values.get(number).and_then(|(value, _)| *value)).collect()
            };
            let by_replication = of_metric(&each);
            let apart = if batches.is_empty() {
                by_replication.clone()
            } else {
                long_run::apart(of_metric(&batches))
            };
            let value = value.unwrap_or(0.0);
            let estimate = match metric.result.unit {
                crate::domain::quantity::Unit::Share => estimate_counted(value, cases, &apart)?,
                _ => estimate(value, &apart)?,
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
            undone: sum.undone,
            mishaps: MishapKind::ALL
                .into_iter()
                .zip(sum.mishaps)
                .filter(|(_, times)| *times > 0)
                .map(|(kind, times)| MishapCount { kind, times })
                .collect(),
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
            sum.balked += part.balked;
            sum.lost_patience += part.lost_patience;
            sum.breakdowns += part.breakdowns;
        }
        let by_replication: Vec<_> = parts.iter().map(|part| busy(part)).collect();
        Ok(ResourceResult {
            resource: pool.id.clone(),
            utilisation: estimate_share(busy(&sum).unwrap_or(0.0), &by_replication)?,
            mean_waiting_ms: sum.waits.mean_us() / 1_000.0,
            working_ms: sum.worked_us as f64 / 1_000.0,
            cost: pool.cost_per_hour.unwrap_or(0.0) * (sum.worked_us as f64 / 3.6e9),
            longest_queue: sum.longest_queue,
            balked: sum.balked,
            lost_patience: sum.lost_patience,
            breakdowns: sum.breakdowns,
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
    let mut sums = vec![(0_u64, 0_u128, 0_usize); program.personas.len()];
    for case in tallies.iter().flat_map(|tally| &tally.cases) {
        if let Some((count, cycle_us, reached)) = sums.get_mut(case.persona as usize) {
            *count += 1;
            *cycle_us += u128::from(case.cycle_us);
            *reached += usize::from(case.outcome == Outcome::GoalReached);
        }
    }
    let results = program.personas.iter().zip(sums).map(|(plan, (count, cycle_us, reached))| PersonaResult {
        persona: plan.id.clone(),
        cases: count,
        goal_reached: share_of(reached, count as usize).unwrap_or(0.0),
        mean_cycle_ms: mean_ms(cycle_us, count),
    });
    results.collect()
}

/// What the steps of each actor add up to.
fn actors(plan: &Plan, tallies: &[Tally]) -> Vec<ActorResult> {
    let cases: u64 = tallies.iter().map(|tally| tally.cases.len() as u64).sum();
    let results = plan.actors.iter().map(|actor| {
        let mut sum = NodeTally::default();
        let own =
            plan.nodes.iter().enumerate().filter(
                |(_, node)| matches!(&node.kind, plan::NodeKind::Step(step) if step.actor == actor.id),
            );
        for (number, _) in own {
            tallies.iter().filter_map(|tally| tally.nodes.get(number)).for_each(|tally| sum.add(tally));
        }
        ActorResult {
            actor: actor.id.clone(),
            visits: sum.visits,
            mean_working_ms: mean_ms(sum.working_us, cases),
            mean_waiting_ms: mean_ms(sum.waits.sum_us, cases),
            cost: sum.cost,
            lost_cases: sum.lost,
        }
    });
    results.filter(|result| result.visits > 0).collect()
}

/// Cases that went the same way, and what they add up to.
#[derive(Debug, Clone, Copy, Default)]
struct WaySum {
    cases: u64,
    cycle_us: u128,
    waiting_us: u128,
    working_us: u128,
    cost: f64,
}

impl WaySum {
    fn take(&mut self, case: &CaseRecord) {
        self.cases += 1;
        self.cycle_us += u128::from(case.cycle_us);
        self.waiting_us += u128::from(case.waiting_us);
        self.working_us += u128::from(case.working_us);
        self.cost += case.cost;
    }

    fn add(&mut self, other: &WaySum) {
        self.cases += other.cases;
        self.cycle_us += other.cycle_us;
        self.waiting_us += other.waiting_us;
        self.working_us += other.working_us;
        self.cost += other.cost;
    }
}

/// The most frequent ways, the more frequent first, equal ones in the order of the plan's nodes.
fn paths(program: &Program, tallies: &[Tally]) -> Vec<PathCount> {
    let mut all: BTreeMap<(Vec<u32>, Outcome), WaySum> = BTreeMap::new();
    for tally in tallies {
        let mut sums = vec![[WaySum::default(); Outcome::ALL.len()]; tally.ways.parents().len()];
        for case in tally.cases.iter().filter(|case| case.way != LOST_WAY) {
            let sums = sums.get_mut(case.way as usize);
            if let Some(sum) = sums.and_then(|sums| sums.get_mut(case.outcome as usize)) {
                sum.take(case);
            }
        }
        for (sums, way) in sums.iter().zip(0_u32..) {
            for (outcome, sum) in Outcome::ALL.into_iter().zip(sums).filter(|(_, sum)| sum.cases > 0) {
                all.entry((tally.ways.nodes(way), outcome)).or_default().add(sum);
            }
        }
    }
    let mut sorted: Vec<_> = all.into_iter().collect();
    sorted.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.cases));
    let named = sorted.into_iter().take(MOST_PATHS).map(|((nodes, outcome), sum)| PathCount {
        nodes: nodes.iter().filter_map(|node| Some(program.nodes.get(*node as usize)?.id.clone())).collect(),
        outcome,
        cases: sum.cases,
        mean_cycle_ms: mean_ms(sum.cycle_us, sum.cases),
        mean_waiting_ms: mean_ms(sum.waiting_us, sum.cases),
        mean_working_ms: mean_ms(sum.working_us, sum.cases),
        mean_cost: sum.cost / sum.cases as f64,
    });
    named.collect()
}
