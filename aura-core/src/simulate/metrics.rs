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

/// Cases that are looked at for all metrics before the next ones are: few enough to stay in the cache.
const BLOCK: usize = 512;

/// A value, `None` where no case counts, and how many cases count.
pub(super) type Value = (Option<f64>, u64);

/// The values of metrics over parts that together are the cases.
pub(super) fn values(plans: &[MetricPlan], parts: &[Cases<'_>]) -> Vec<Value> {
    let mut sums: Vec<Sum> = plans.iter().map(|_| Sum::default()).collect();
    for part in parts {
        let rows = part.watched.chunks(BLOCK * part.watched_count.max(1)).chain(std::iter::repeat(&[][..]));
        for (records, watched) in part.records.chunks(BLOCK).zip(rows) {
            let block = Cases { records, watched, watched_count: part.watched_count };
            for (plan, sum) in plans.iter().zip(&mut sums) {
                sum.add(plan, block);
            }
        }
    }
    plans.iter().zip(sums).map(|(plan, sum)| sum.value(plan)).collect()
}

/// The value of one metric; see [`values`].
pub(super) fn value(plan: &MetricPlan, parts: &[Cases<'_>]) -> Value {
    values(std::slice::from_ref(plan), parts).pop().unwrap_or_default()
}

/// What is known of a metric after some cases. Whole numbers are added as such; others in the order of the cases.
#[derive(Default)]
struct Sum {
    count: u64,
    micros: u128,
    total: f64,
    /// Every time, where a quantile is asked for.
    all: Vec<u64>,
}

impl Sum {
    fn add(&mut self, plan: &MetricPlan, cases: Cases<'_>) {
        match &plan.measure {
            Measure::CycleTime(time) => self.times(cases, time, |case| case.cycle_us),
            Measure::WaitingTime(time) => self.times(cases, time, |case| case.waiting_us),
            Measure::WorkingTime(time) => self.times(cases, time, |case| case.working_us),
            Measure::OutcomeShare(OutcomeMeasure { outcome }) => {
                self.share(cases, |case| case.outcome == *outcome);
            }
            Measure::WithinTime(DeadlineMeasure { outcome, within_ms }) => {
                let within_us = within_ms.saturating_mul(1_000);
                self.share(cases, |case| case.outcome == *outcome && case.cycle_us <= within_us);
            }
            Measure::ReachedShare(NodeMeasure { .. }) => self.visits(cases, plan.watched, 1),
            Measure::VisitsPerCase(NodeMeasure { .. }) => self.visits(cases, plan.watched, u32::MAX),
            Measure::CostPerCase => {
                self.count += cases.records.len() as u64;
                self.total = cases.records.iter().fold(self.total, |sum, case| sum + case.cost);
            }
            Measure::FailureShare => self.share(cases, |case| case.had_failure),
            // Never among the metrics of a run: `of_plan` leaves it out.
            Measure::RealUse => {}
        }
    }

    fn share(&mut self, cases: Cases<'_>, holds: impl Fn(&CaseRecord) -> bool) {
        self.count += cases.records.len() as u64;
        self.micros += cases.records.iter().filter(|case| holds(case)).count() as u128;
    }

    fn visits(&mut self, cases: Cases<'_>, place: Option<usize>, most: u32) {
        let Some(place) = place else { return };
        self.count += cases.records.len() as u64;
        let all = cases.watched.iter().skip(place).step_by(cases.watched_count.max(1));
        self.micros += all.map(|visits| u128::from((*visits).min(most))).sum::<u128>();
    }

    fn times(&mut self, cases: Cases<'_>, measure: &TimeMeasure, time: impl Fn(&CaseRecord) -> u64) {
        let counts = |case: &&CaseRecord| measure.outcome.is_none_or(|outcome| case.outcome == outcome);
        let counted = cases.records.iter().filter(counts).map(time);
        if measure.quantile.is_some() {
            let before = self.all.len();
            self.all.extend(counted);
            self.count += (self.all.len() - before) as u64;
        } else {
            for micros in counted {
                self.count += 1;
                self.micros += u128::from(micros);
            }
        }
    }

    /// Times in milliseconds: the exact mean of whole microseconds, or the smallest value that the share does not
    /// exceed. Others are means as they are.
    fn value(mut self, plan: &MetricPlan) -> Value {
        let count = self.count as f64;
        if self.count == 0 {
            return (None, 0);
        }
        let value = match &plan.measure {
            Measure::CycleTime(time) | Measure::WaitingTime(time) | Measure::WorkingTime(time) => {
                let micros = match time.quantile {
                    None => self.micros as f64 / count,
                    Some(share) => {
                        let place = ((share * count).ceil() as usize).clamp(1, self.all.len()) - 1;
                        *self.all.select_nth_unstable(place).1 as f64
                    }
                };
                micros / 1_000.0
            }
            Measure::CostPerCase => self.total / count,
            _ => self.micros as f64 / count,
        };
        (Some(value), self.count)
    }
}
