//! Metrics of a run: which there are, and their value over a set of cases.

use crate::domain::id::MetricId;
use crate::domain::metric::{DeadlineMeasure, Measure, NodeMeasure, OutcomeMeasure, TimeMeasure};
use crate::domain::plan::{Outcome, Plan};
use crate::domain::quantity::Unit;
use crate::domain::run::{Estimate, MetricResult};

use super::program::MetricPlan;
use super::tally::CaseRecord;

/// The plan's metrics, and the standard ones that it does not have itself.
pub(super) fn of_plan(plan: &Plan) -> Vec<(Measure, MetricResult)> {
    let mut list: Vec<(Measure, MetricResult)> = plan
        .metrics
        .iter()
        .filter(|metric| metric.measure != Measure::RealUse)
        .map(|metric| (metric.measure.clone(), empty(metric.id.clone(), &metric.title, metric.unit.clone())))
        .collect();
    for (name, title, measure, unit) in standard(plan) {
        let id = MetricId::named(name);
        if list.iter().all(|(other, result)| *other != measure && result.metric != id) {
            list.push((measure, empty(id, title, unit)));
        }
    }
    list
}

fn standard(plan: &Plan) -> Vec<(&'static str, &'static str, Measure, Unit)> {
    let money = plan.currency();
    let time = |quantile: Option<f64>| TimeMeasure { quantile, outcome: None };
    vec![
        (
            "goal_reached",
            "goal reached",
            Measure::OutcomeShare(OutcomeMeasure { outcome: Outcome::GoalReached }),
            Unit::Share,
        ),
        (
            "abandoned",
            "gave up",
            Measure::OutcomeShare(OutcomeMeasure { outcome: Outcome::Abandoned }),
            Unit::Share,
        ),
        ("cycle_time", "time from start to end", Measure::CycleTime(time(None)), Unit::Milliseconds),
        (
            "cycle_time_p95",
            "time within which 95 % end",
            Measure::CycleTime(time(Some(0.95))),
            Unit::Milliseconds,
        ),
        ("waiting_time", "time spent waiting", Measure::WaitingTime(time(None)), Unit::Milliseconds),
        ("working_time", "time spent working", Measure::WorkingTime(time(None)), Unit::Milliseconds),
        ("cost_per_case", "cost per case", Measure::CostPerCase, Unit::Money(money)),
        ("failure_share", "cases with a failure", Measure::FailureShare, Unit::Share),
    ]
}

fn empty(metric: MetricId, title: &str, unit: Unit) -> MetricResult {
    let estimate = Estimate { value: 0.0, low: None, high: None };
    MetricResult { metric, title: title.to_owned(), unit, estimate, cases: 0, by_replication: Vec::new() }
}

/// A set of cases with what was watched of each.
#[derive(Clone, Copy)]
pub(super) struct Cases<'a> {
    pub records: &'a [CaseRecord],
    pub watched: &'a [u32],
    pub watched_count: usize,
}

/// The value of a metric over parts that together are the cases; `None` where no case counts. Also how many
/// cases count.
pub(super) fn value(plan: &MetricPlan, parts: &[Cases<'_>]) -> (Option<f64>, u64) {
    match &plan.measure {
        Measure::CycleTime(time) => times(parts, time, |case| case.cycle_us),
        Measure::WaitingTime(time) => times(parts, time, |case| case.waiting_us),
        Measure::WorkingTime(time) => times(parts, time, |case| case.working_us),
        Measure::OutcomeShare(OutcomeMeasure { outcome }) => {
            mean(parts, |case| f64::from(u8::from(case.outcome == *outcome)))
        }
        Measure::WithinTime(DeadlineMeasure { outcome, within_ms }) => mean(parts, |case| {
            let in_time = case.outcome == *outcome && case.cycle_us <= within_ms.saturating_mul(1_000);
            f64::from(u8::from(in_time))
        }),
        Measure::ReachedShare(NodeMeasure { .. }) => {
            visits(parts, plan.watched, |visits| f64::from(visits.min(1)))
        }
        Measure::VisitsPerCase(NodeMeasure { .. }) => visits(parts, plan.watched, f64::from),
        Measure::CostPerCase => mean(parts, |case| case.cost),
        Measure::FailureShare => mean(parts, |case| f64::from(u8::from(case.had_failure))),
        // Never among the metrics of a run: `of_plan` leaves it out.
        Measure::RealUse => (None, 0),
    }
}

fn mean(parts: &[Cases<'_>], value: impl Fn(&CaseRecord) -> f64) -> (Option<f64>, u64) {
    let count: usize = parts.iter().map(|part| part.records.len()).sum();
    let sum: f64 = parts.iter().flat_map(|part| part.records).map(value).sum();
    ((count > 0).then(|| sum / count as f64), count as u64)
}

fn visits(parts: &[Cases<'_>], place: Option<usize>, value: impl Fn(u32) -> f64) -> (Option<f64>, u64) {
    let Some(place) = place else { return (None, 0) };
    let count: usize = parts.iter().map(|part| part.records.len()).sum();
    let all =
        parts.iter().flat_map(|part| part.watched.iter().skip(place).step_by(part.watched_count.max(1)));
    let sum: f64 = all.map(|visits| value(*visits)).sum();
    ((count > 0).then(|| sum / count as f64), count as u64)
}

/// Milliseconds: the exact mean of whole microseconds, or the smallest value that the share does not exceed.
fn times(
    parts: &[Cases<'_>],
    measure: &TimeMeasure,
    time: impl Fn(&CaseRecord) -> u64,
) -> (Option<f64>, u64) {
    let counted = || {
        let cases = parts.iter().flat_map(|part| part.records);
        cases.filter(|case| measure.outcome.is_none_or(|outcome| case.outcome == outcome)).map(&time)
    };
    let count = counted().count();
    if count == 0 {
        return (None, 0);
    }
    let micros = match measure.quantile {
        None => counted().map(u128::from).sum::<u128>() as f64 / count as f64,
        Some(share) => {
            let mut all: Vec<u64> = counted().collect();
            let place = ((share * count as f64).ceil() as usize).clamp(1, count) - 1;
            let (_, value, _) = all.select_nth_unstable(place);
            *value as f64
        }
    };
    (Some(micros / 1_000.0), count as u64)
}
