//! What happened in a run: how cases ended, where they were lost, where time went.

use super::telling::Telling;
use super::words;
use crate::domain::insight::{Insight, InsightKind};
use crate::domain::metric::Direction;
use crate::domain::plan::{NodeKind, Outcome, Plan};
use crate::domain::quantity::Unit;
use crate::domain::run::{FailureCount, MishapCount, NodeResult, Run};
use crate::domain::step::FailureMode;

/// A share of cases below this is not worth a finding of its own.
const WORTH_TELLING: f64 = 0.005;
/// A wait below this, in milliseconds, is no bottleneck.
const LONG_WAIT_MS: f64 = 60_000.0;
/// Most places of loss that are spoken of.
const MOST_LOSSES: usize = 3;
/// Most places that are spoken of where something went wrong because the scenario says so.
const MOST_MISHAPS: usize = 4;

pub(super) fn insights(plan: &Plan, run: &Run) -> Vec<Insight> {
    if run.cases == 0 {
        let mut telling = Telling::default();
        telling.say("The simulation ended no case, so there is nothing to read from it.");
        return vec![telling.into_insight(
            InsightKind::WhatHappened,
            "No case came to an end".to_owned(),
            1.0,
        )];
    }
    let mut insights = vec![outcomes(plan, run)];
    insights.extend(losses(plan, run));
    insights.extend(unsteady_service(plan, run));
    insights.extend(mishaps(plan, run));
    insights.extend(bottleneck(plan, run));
    insights
}

fn outcomes(plan: &Plan, run: &Run) -> Insight {
    let mut telling = Telling::default();
    let cases = telling.counted("cases", run.cases, "simulated case", format!("{}/cases", run.id));
    telling.say(format!("We ran {cases}."));
    let mut shown = Vec::new();
    let mut headline = "No case reached the goal".to_owned();
    for (position, outcome) in run.outcomes.iter().enumerate() {
        if outcome.cases == 0 {
            continue;
        }
        let evidence = format!("{}/outcomes/{position}/share/value", run.id);
        let name = format!("share of cases: {}", outcome.outcome.words());
        let share = telling.estimated(&name, &Unit::Share, &outcome.share, evidence);
        let verb = match outcome.outcome {
            Outcome::GoalReached => "reached the goal",
            Outcome::Abandoned => "gave up",
            Outcome::Refused => "were refused",
            Outcome::Failed => "failed",
        };
        if outcome.outcome == Outcome::GoalReached {
            headline = format!("{share} of cases reach the goal");
        }
        shown.push(format!("{share} {verb}"));
    }
    telling.say(format!("{}.", words::list(&shown)));
    for metric in &plan.metrics {
        say_target(&mut telling, plan, run, metric);
    }
    say_time(&mut telling, run);
    if run.stopped.is_some() {
        telling.say("The run stopped early at a limit, so take these figures with care.");
    }
    telling.into_insight(InsightKind::WhatHappened, headline, 1.0)
}

/// A metric against its target, where it has one.
fn say_target(telling: &mut Telling, plan: &Plan, run: &Run, metric: &crate::domain::metric::Metric) {
    let found = run.metrics.iter().enumerate().find(|(_, result)| result.metric == metric.id);
    let position = plan.metrics.iter().position(|known| known.id == metric.id);
    let (Some((result_at, result)), Some(target), Some(metric_at)) = (found, &metric.target, position) else {
        return;
    };
    if result.cases == 0 || target.unit != metric.unit {
        return;
    }
    let value = telling.estimated(
        &metric.title,
        &metric.unit,
        &result.estimate,
        format!("{}/metrics/{result_at}/estimate/value", run.id),
    );
    let goal = telling.measured(
        &format!("target of {}", metric.title),
        &metric.unit,
        target.amount,
        None,
        format!("{}/metrics/{metric_at}/target/amount", plan.id),
    );
    let is_met = match metric.direction {
        Direction::Increase => result.estimate.value >= target.amount,
        Direction::Decrease => result.estimate.value <= target.amount,
        Direction::Keep => return,
    };
    let reading = if is_met { "be met" } else { "be missed" };
    telling.say(format!(
        "For {} the result is {value} and the target is {goal}. On the numbers of the plan it would {reading}.",
        words::quoted(&metric.title)
    ));
    let Some(baseline) = metric.baseline.as_ref().filter(|baseline| baseline.unit == metric.unit) else {
        return;
    };
    let evidence = format!("{}/metrics/{metric_at}/baseline/amount", plan.id);
    let name = format!("{} today", metric.title);
    let today = telling.measured(&name, &metric.unit, baseline.amount, None, evidence);
    telling.say(format!(
        "Today it is {today}. The simulation was not fitted to that, so trust what sets variants apart more than \
         the level."
    ));
}

fn say_time(telling: &mut Telling, run: &Run) {
    let known = |id: &str| run.metrics.iter().enumerate().find(|(_, result)| result.metric.as_str() == id);
    if let Some((position, result)) = known("metric_cycle_time")
        && result.cases > 0
    {
        let evidence = format!("{}/metrics/{position}/estimate/value", run.id);
        let time = telling.estimated("mean time from start to end", &result.unit, &result.estimate, evidence);
        telling.say(format!("A case took {time} on average."));
    }
}

/// The steps where most cases end without reaching the goal.
fn losses(plan: &Plan, run: &Run) -> Vec<Insight> {
    let mut lossy: Vec<(usize, &NodeResult)> = run
        .nodes
        .iter()
        .enumerate()
        .filter(|(_, result)| result.lost_cases as f64 / run.cases as f64 >= WORTH_TELLING)
        .collect();
    lossy.sort_by_key(|(position, result)| (std::cmp::Reverse(result.lost_cases), *position));
    let told = lossy.into_iter().take(MOST_LOSSES).enumerate();
    told.filter_map(|(rank, (position, result))| loss(plan, run, position, result, rank)).collect()
}

fn loss(plan: &Plan, run: &Run, position: usize, result: &NodeResult, rank: usize) -> Option<Insight> {
    let title = words::title(plan, &result.node)?;
    let mut telling = Telling::default();
    let evidence = format!("{}/nodes/{position}/lost_cases", run.id);
    let lost = telling.counted("cases lost here", result.lost_cases, "case", &evidence);
    let share = telling.measured(
        "share of cases lost here",
        &Unit::Share,
        result.lost_cases as f64 / run.cases as f64,
        None,
        format!("{evidence} ÷ {}/cases", run.id),
    );
    let ends = if result.lost_cases == 1 { "ends" } else { "end" };
    telling.say(format!("{lost} {ends} at {title}, which is {share} of all."));
    let modes = failure_modes(plan, result);
    let mut causes: Vec<(usize, &FailureCount)> =
        result.failures.iter().enumerate().filter(|(_, failure)| failure.ended > 0).collect();
    causes.sort_by_key(|(at, failure)| (std::cmp::Reverse(failure.ended), *at));
    for (rank, (at, failure)) in causes.into_iter().take(2).enumerate() {
        let Some(mode) = modes.iter().find(|mode| mode.id == failure.failure) else { continue };
        let evidence = format!("{}/nodes/{position}/failures/{at}/ended", run.id);
        let times = telling.counted("cases that this ended", failure.ended, "time", evidence);
        let why = if rank == 0 { "The main cause" } else { "The next cause" };
        telling.say(format!("{why} is: {} ({times}).", words::quoted(&mode.title)));
    }
    let by_failures: u64 = result.failures.iter().map(|failure| failure.ended).sum();
    if result.mean_waiting_ms >= LONG_WAIT_MS && by_failures * 2 < result.lost_cases {
        telling.say("Most of them stopped waiting.");
    }
    let headline = if rank == 0 {
        format!("Most losses happen at {title}")
    } else {
        format!("Cases are also lost at {title}")
    };
    Some(telling.into_insight(InsightKind::WhatFailed, headline, 0.9 - 0.1 * rank as f64))
}

fn failure_modes<'plan>(plan: &'plan Plan, result: &NodeResult) -> &'plan [FailureMode] {
    let node = plan.nodes.iter().find(|node| node.id == result.node);
    match node.map(|node| &node.kind) {
        Some(NodeKind::Step(step)) => &step.failure_modes,
        _ => &[],
    }
}

/// The service that failed most often, where that is worth a word.
fn unsteady_service(plan: &Plan, run: &Run) -> Option<Insight> {
    let share = |failed: u64, calls: u64| failed as f64 / calls.max(1) as f64;
    let (position, worst) = run
        .services
        .iter()
        .enumerate()
        .filter(|(_, service)| service.calls > 0 && share(service.failed, service.calls) >= WORTH_TELLING)
        .max_by(|first, second| {
            share(first.1.failed, first.1.calls)
                .total_cmp(&share(second.1.failed, second.1.calls))
                .then(second.0.cmp(&first.0))
        })?;
    let title = words::quoted(&plan.services.iter().find(|service| service.id == worst.service)?.title);
    let mut telling = Telling::default();
    let shown = telling.measured(
        "share of calls that failed",
        &Unit::Share,
        share(worst.failed, worst.calls),
        None,
        format!("{}/services/{position}/failed ÷ {}/services/{position}/calls", run.id, run.id),
    );
    let calls =
        telling.counted("calls", worst.calls, "call", format!("{}/services/{position}/calls", run.id));
    telling.say(format!("{shown} of its {calls} failed, repeats included."));
    Some(telling.into_insight(InsightKind::WhatFailed, format!("{title} does not always answer"), 0.4))
}

/// What went wrong because the scenario says so, most often first.
fn mishaps(plan: &Plan, run: &Run) -> Option<Insight> {
    let mut counts: Vec<(usize, usize, &NodeResult, MishapCount)> = Vec::new();
    for (position, result) in run.nodes.iter().enumerate() {
        let of_node = result.mishaps.iter().enumerate();
        counts.extend(of_node.map(|(at, count)| (position, at, result, *count)));
    }
    counts.sort_by_key(|(position, at, _, count)| (std::cmp::Reverse(count.times), *position, *at));
    let mut telling = Telling::default();
    for (position, at, result, count) in counts.iter().take(MOST_MISHAPS) {
        let evidence = format!("{}/nodes/{position}/mishaps/{at}/times", run.id);
        let times = telling.counted("times that it went wrong", count.times, "time", evidence);
        telling.say(format!("At {}: {} ({times}).", words::title(plan, &result.node)?, count.kind.words()));
    }
    if counts.len() > MOST_MISHAPS {
        telling.say("The same or less often, more of it happened elsewhere.");
    }
    let headline = "The scenario lets data, clicks and messages go wrong".to_owned();
    (!counts.is_empty()).then(|| telling.into_insight(InsightKind::WhatFailed, headline, 0.35))
}

/// The step before which cases waited longest in all.
fn bottleneck(plan: &Plan, run: &Run) -> Option<Insight> {
    let (position, result) = longest_wait(run)?;
    let node = plan.nodes.iter().find(|node| node.id == result.node)?;
    let title = words::quoted(&node.title);
    let mut telling = Telling::default();
    let base = format!("{}/nodes/{position}", run.id);
    let wait = telling.measured(
        "mean wait before the step",
        &Unit::Milliseconds,
        result.mean_waiting_ms,
        None,
        format!("{base}/mean_waiting_ms"),
    );
    telling.say(format!("Cases wait {wait} there on average."));
    if result.waiting_p95_ms > result.mean_waiting_ms {
        let longest = telling.measured(
            "wait that few exceed",
            &Unit::Milliseconds,
            result.waiting_p95_ms,
            None,
            format!("{base}/waiting_p95_ms"),
        );
        telling.say(format!("A few wait more than {longest}."));
    } else {
        telling.say("Most do not wait at all, and a few wait very long.");
    }
    if let NodeKind::Step(step) = &node.kind
        && let Some(id) = &step.resource
        && let Some((at, used)) = run.resources.iter().enumerate().find(|(_, used)| used.resource == *id)
        && let Some(resource) = plan.resources.iter().find(|resource| resource.id == *id)
    {
        let busy = telling.estimated(
            "share of working hours in use",
            &Unit::Share,
            &used.utilisation,
            format!("{}/resources/{at}/utilisation/value", run.id),
        );
        let people = words::quoted(&resource.title);
        telling.say(format!("Of the working hours of {people}, {busy} are in use."));
        if used.utilisation.value < 0.6 && resource.calendar.is_some() {
            telling.say("So the wait comes mostly from their hours and not from too much work.");
        }
    }
    Some(telling.into_insight(InsightKind::WhatHappened, format!("The longest wait is before {title}"), 0.65))
}

/// The node before which cases waited longest in all, with its position, where that is worth a word.
pub(super) fn longest_wait(run: &Run) -> Option<(usize, &NodeResult)> {
    let total = |result: &NodeResult| result.mean_waiting_ms * result.visits as f64;
    let waiting = run.nodes.iter().enumerate().filter(|(_, result)| result.mean_waiting_ms >= LONG_WAIT_MS);
    waiting.max_by(|first, second| total(first.1).total_cmp(&total(second.1)).then(second.0.cmp(&first.0)))
}
