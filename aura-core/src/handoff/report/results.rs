//! What happened in the run: outcomes, the funnel, the steps.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::table;
use crate::domain::figures;
use crate::domain::id::NodeId;
use crate::domain::plan::{NodeKind, Outcome};
use crate::domain::quantity::Unit;
use crate::domain::run::{NodeResult, ResourceResult, Run};
use crate::handoff::charts::bar;
use crate::handoff::journeys::{Event, Journey, Wish};
use crate::handoff::view::PlanView;
use crate::handoff::words;
use crate::plan::resource_rules;

/// How many cases each step loses, for the colours of the diagram.
pub(super) struct Heat {
    cases: u64,
    lost: BTreeMap<NodeId, u64>,
    waits: BTreeMap<NodeId, f64>,
}

impl Heat {
    pub(super) fn of(run: Option<&Run>) -> Self {
        let nodes = run.map_or(&[][..], |run| run.nodes.as_slice());
        Heat {
            cases: run.map_or(0, |run| run.cases),
            lost: nodes.iter().map(|result| (result.node.clone(), result.lost_cases)).collect(),
            waits: nodes.iter().map(|result| (result.node.clone(), result.mean_waiting_ms)).collect(),
        }
    }

    /// From 0 to 5 by the share of all cases that end here without the goal.
    pub(super) fn level(&self, node: &NodeId) -> usize {
        let share = self.share(node);
        [0.002, 0.01, 0.03, 0.07, 0.15].iter().filter(|bound| share > **bound).count()
    }

    /// A short text for the picture.
    pub(super) fn note(&self, node: &NodeId) -> String {
        let mut parts = Vec::new();
        if self.share(node) > 0.0005 {
            parts.push(format!("loses {}", words::percent(self.share(node))));
        }
        if let Some(wait) = self.waits.get(node).filter(|wait| **wait >= 1_000.0) {
            parts.push(format!("waits {}", words::duration(*wait)));
        }
        parts.join(", ")
    }

    fn share(&self, node: &NodeId) -> f64 {
        let lost = self.lost.get(node).copied().unwrap_or(0);
        if self.cases == 0 { 0.0 } else { lost as f64 / self.cases as f64 }
    }
}

pub(super) fn outcomes(run: &Run) -> Markup {
    let rows: Vec<Vec<Markup>> = run
        .outcomes
        .iter()
        .map(|count| {
            vec![
                html! { (words::capitalised(count.outcome.words())) },
                html! { (bar(count.share.value, class_of(count.outcome))) },
                html! { (words::percent(count.share.value)) },
                html! { (interval(count.share.low, count.share.high)) },
                html! { (words::grouped(count.cases as f64)) },
            ]
        })
        .collect();
    html! {
        p { "Of " (words::grouped(run.cases as f64)) " simulated cases that came to an end." }
        (table("How cases end", &["Outcome", "Share", "Figure", "95% interval", "Cases"], &rows))
        @if let Some(stopped) = &run.stopped { p class="warning" { (words::sentence(&stopped.text)) } }
        @for warning in &run.warnings { p class="warning" { (words::sentence(warning)) } }
    }
}

fn class_of(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::GoalReached => "bar-goal",
        Outcome::Abandoned => "bar-abandoned",
        Outcome::Refused => "bar-refused",
        Outcome::Failed => "bar-failed",
    }
}

fn interval(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => format!("{} to {}", words::percent(low), words::percent(high)),
        _ => "–".to_owned(),
    }
}

/// How many cases come to each step of the usual way, and how many are lost there.
pub(super) fn funnel(view: &PlanView, run: &Run) -> Option<Markup> {
    let results = by_node(run);
    let journey = Journey::find(view, Wish::Usual);
    let mut rows = Vec::new();
    for event in &journey.events {
        let (node, name) = match event {
            Event::Pass(node) => match view.number(&node.id) {
                Some(number) => (node, format!("{number}. {}", words::one_line(&node.title))),
                None => (node, words::one_line(&node.title)),
            },
            Event::End(node, _) => (node, words::one_line(&node.title)),
            _ => continue,
        };
        let Some(result) = results.get(&node.id) else { continue };
        let share = if run.cases == 0 { 0.0 } else { result.cases as f64 / run.cases as f64 };
        let class = if matches!(event, Event::End(_, Outcome::GoalReached)) { "bar-goal" } else { "bar-way" };
        let lost = if result.lost_cases == 0 || matches!(event, Event::End(..)) {
            "–".to_owned()
        } else {
            let of_those =
                if result.cases == 0 { 0.0 } else { result.lost_cases as f64 / result.cases as f64 };
            format!("{} ({} of those)", words::grouped(result.lost_cases as f64), words::percent(of_those))
        };
        rows.push(vec![
            html! { (name) },
            html! { (bar(share, class)) },
            html! { (words::percent(share)) },
            html! { (words::grouped(result.cases as f64)) },
            html! { (lost) },
        ]);
    }
    if rows.is_empty() {
        return None;
    }
    Some(html! {
        p { "How many cases come to each step of the usual way, and how many end there without reaching the goal." }
        (table("Where cases are lost", &["Step", "Cases that come here", "Share", "Cases", "Lost here"], &rows))
    })
}

pub(super) fn steps(view: &PlanView, run: &Run) -> Markup {
    let results = by_node(run);
    let rows: Vec<Vec<Markup>> = view
        .steps()
        .filter_map(|(number, node, step)| {
            let result = results.get(&node.id)?;
            let failures: Vec<String> = result
                .failures
                .iter()
                .filter(|count| count.times > 0)
                .map(|count| {
                    let title = step.failure_modes.iter().find(|mode| mode.id == count.failure);
                    let title =
                        title.map_or_else(|| count.failure.to_string(), |mode| words::one_line(&mode.title));
                    format!("{title}: {}", words::grouped(count.times as f64))
                })
                .collect();
            Some(vec![
                html! { (number) ". " (words::one_line(&node.title)) },
                html! { (view.actor_name(&step.actor)) },
                html! { (words::grouped(result.visits as f64)) },
                html! { (time(result.mean_waiting_ms)) },
                html! { (time(result.waiting_p95_ms)) },
                html! { (time(result.mean_working_ms)) },
                html! {
                    @if failures.is_empty() { "–" }
                    @for failure in &failures { span class="line-item" { (failure) } }
                },
            ])
        })
        .collect();
    let head =
        ["Step", "Who", "Visits", "Mean wait", "95% wait at most", "Mean work", "What went wrong, how often"];
    let taken_back = view.plan.nodes.iter().filter_map(|node| {
        let NodeKind::Step(step) = &node.kind else { return None };
        let (undo, result) = (step.undo.as_ref()?, run.nodes.iter().find(|result| result.node == node.id)?);
        Some(format!(
            "Where a case fails after “{}”, it is taken back: {}. That happened {}.",
            words::one_line(&node.title),
            words::one_line(&undo.title),
            figures::counted(result.undone, "time")
        ))
    });
    let taken_back: Vec<String> = taken_back.collect();
    html! {
        @for sentence in &taken_back { p { (sentence) } }
        p { "Waiting is the time before work begins; working is the time of the work itself." }
        (table("Step by step", &head, &rows))
        (resources(view, run))
    }
}

fn time(milliseconds: f64) -> String {
    if milliseconds < 0.5 { "–".to_owned() } else { words::duration(milliseconds) }
}

fn resources(view: &PlanView, run: &Run) -> Markup {
    let rows: Vec<Vec<Markup>> = run
        .resources
        .iter()
        .map(|result| {
            let title = view
                .resource(&result.resource)
                .map_or_else(|| result.resource.to_string(), |found| words::one_line(&found.title));
            let capacity = view.resource(&result.resource).map_or(0, |found| found.capacity);
            vec![
                html! { (words::capitalised(&title)) },
                html! { (bar(result.utilisation.value, "bar-way")) },
                html! { (words::amount(result.utilisation.value, &Unit::Share)) },
                html! { (capacity) },
                html! { (words::duration(result.mean_waiting_ms)) },
                html! { (words::grouped(result.longest_queue as f64)) },
            ]
        })
        .collect();
    let told: Vec<String> = run
        .resources
        .iter()
        .filter_map(|result| Some((result, view.resource(&result.resource)?)))
        .flat_map(|(result, found)| {
            let mut told = resource_rules(view.plan, found);
            told.extend(what_befell(result, &words::capitalised(&words::one_line(&found.title))));
            told
        })
        .collect();
    html! {
        @if !rows.is_empty() {
            h3 { "Who was busy" }
            (table("Who was busy", &["People or things", "Busy", "Share of working hours", "At the same time", "Mean wait", "Longest queue"], &rows))
            @for sentence in &told { p { (sentence) } }
        }
    }
}

/// Who left the queue of a resource, and how often it broke down.
fn what_befell(result: &ResourceResult, title: &str) -> Option<String> {
    let counts = [
        (result.balked, "time somebody left at the sight of the queue"),
        (result.lost_patience, "time somebody left the queue because it took too long"),
        (result.breakdowns, "breakdown"),
    ];
    let told: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| match what.strip_prefix("time ") {
            Some(what) => format!("{} {what}", figures::counted(*count, "time")),
            None => figures::counted(*count, what),
        })
        .collect();
    (!told.is_empty()).then(|| format!("{title} in this run: {}.", figures::list(&told)))
}

fn by_node(run: &Run) -> BTreeMap<&NodeId, &NodeResult> {
    run.nodes.iter().map(|result| (&result.node, result)).collect()
}
