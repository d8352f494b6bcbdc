//! `decisions.md`: what was decided, by whom or what, and what is only assumed.

use super::HandoffInput;
use super::markdown::{Page, code, escaped, sentence};
use super::view::PlanView;
use super::words;
use crate::domain::edit::EditRecord;
use crate::domain::provenance::Origin;

pub(super) fn render(input: &HandoffInput, view: &PlanView) -> String {
    let mut page = Page::new(&format!("Decisions: {}", view.plan.title));
    page.paragraph(
        "Every part of the plan with where it comes from: *stated* in the user's words, *inferred* by a rule, \
         *assumed* as a default that nobody confirmed yet, *answered* to a question, or *measured*. \
         Challenge what is assumed first.",
    );
    summary(&entries(input, view), &mut page);
    answers(input, &mut page);
    edits(input.edits, &mut page);
    section(&mut page, "What the plan is", entries_of_plan(input, view));
    section(&mut page, "Steps and branches", entries_of_steps(view));
    section(&mut page, "Agents and risks", entries_of_agents(view));
    section(&mut page, "Data, services and people", entries_of_parts(view));
    section(&mut page, "Metrics and rules", entries_of_metrics(view));
    assumptions(view, &mut page);
    page.finish()
}

/// One decision: what it is about, what was decided, where that comes from.
struct Entry<'plan> {
    subject: String,
    decision: String,
    origin: &'plan Origin,
}

fn entry(subject: impl Into<String>, decision: impl Into<String>, origin: &Origin) -> Entry<'_> {
    Entry { subject: subject.into(), decision: decision.into(), origin }
}

fn entries<'plan>(input: &HandoffInput<'plan>, view: &PlanView<'plan>) -> Vec<Entry<'plan>> {
    let mut all = entries_of_plan(input, view);
    all.extend(entries_of_steps(view));
    all.extend(entries_of_agents(view));
    all.extend(entries_of_parts(view));
    all.extend(entries_of_metrics(view));
    let numbers = view.plan.assumptions.iter();
    all.extend(numbers.map(|assumption| entry("Number", assumption.statement.clone(), &assumption.origin)));
    all
}

fn summary(entries: &[Entry], page: &mut Page) {
    let words = ["stated", "answered", "measured", "inferred", "assumed"];
    let count = |word: &str| entries.iter().filter(|entry| entry.origin.word() == word).count();
    let rows: Vec<Vec<String>> =
        words.iter().map(|word| vec![(*word).to_owned(), count(word).to_string()]).collect();
    page.table(&["Origin", "How many decisions"], &rows);
}

fn answers(input: &HandoffInput, page: &mut Page) {
    let Some(intent) = input.intent.filter(|intent| !intent.answers.is_empty()) else { return };
    page.heading(2, "Questions that were answered");
    let rows: Vec<Vec<String>> = intent
        .answers
        .iter()
        .map(|answer| {
            let name = if answer.code.is_empty() { answer.question.to_string() } else { answer.code.clone() };
            vec![code(&name), escaped(&answer.answer)]
        })
        .collect();
    page.table(&["Question", "Answer"], &rows);
}

fn edits(edits: &[EditRecord], page: &mut Page) {
    if edits.is_empty() {
        return;
    }
    page.heading(2, "Edits, in order");
    let rows: Vec<Vec<String>> = edits
        .iter()
        .map(|edit| {
            vec![
                format!("“{}”", escaped(&edit.sentence)),
                sentence(&edit.changes.join(" ")),
                code(edit.after.as_str()),
            ]
        })
        .collect();
    page.table(&["Asked for", "What changed", "Version after"], &rows);
}

fn entries_of_plan<'plan>(input: &HandoffInput<'plan>, view: &PlanView<'plan>) -> Vec<Entry<'plan>> {
    let mut entries = Vec::new();
    if let Some(intent) = input.intent {
        entries.push(entry("Goal", intent.goal.text.clone(), &intent.goal.origin));
        entries.extend(
            intent.non_goals.iter().map(|item| entry("Out of scope", item.text.clone(), &item.origin)),
        );
        entries.extend(
            intent.assumptions.iter().map(|item| entry("Taken for granted", item.text.clone(), &item.origin)),
        );
        entries.extend(intent.limits.iter().map(|limit| {
            entry(
                "Limit",
                format!("{}: {}", limit.subject, words::quantity(&limit.bound.quantity)),
                &limit.origin,
            )
        }));
    }
    entries.extend(
        view.plan
            .archetypes
            .iter()
            .map(|used| entry("Pattern used", used.name.replace('_', " "), &used.origin)),
    );
    entries
}

fn entries_of_steps<'plan>(view: &PlanView<'plan>) -> Vec<Entry<'plan>> {
    let mut entries = Vec::new();
    for node in &view.plan.nodes {
        let subject = match view.number(&node.id) {
            Some(number) => format!("Step {number}"),
            None => words::capitalised(node_kind(node)),
        };
        entries.push(entry(subject, node.title.clone(), &node.origin));
        if let crate::domain::plan::NodeKind::Step(step) = &node.kind {
            entries.extend(step.failure_modes.iter().map(|failure| {
                let decision = format!("{} {}", words::sentence(&failure.title), view.effect_words(failure));
                entry(format!("Failure at {}", view.place(&node.id)), decision, &failure.origin)
            }));
        }
    }
    entries.extend(view.plan.edge_cases.iter().map(|edge| {
        let decision = format!("{} {}", words::sentence(&edge.title), words::sentence(&edge.expected));
        entry("Edge case", decision, &edge.origin)
    }));
    entries
}

fn entries_of_agents<'plan>(view: &PlanView<'plan>) -> Vec<Entry<'plan>> {
    let mut entries = Vec::new();
    for (number, _, step) in view.steps() {
        let agent =
            format!("done by {}, {}", words::one_line(&step.agent.name), agent_words(step.agent.kind));
        entries.push(entry(format!("Step {number}"), agent, &step.agent.origin));
        if let Some(risk) = &step.risk {
            entries.push(entry(format!("Risk of step {number}"), risk.reason.clone(), &risk.origin));
        }
    }
    entries
}

fn entries_of_parts<'plan>(view: &PlanView<'plan>) -> Vec<Entry<'plan>> {
    let plan = view.plan;
    let mut entries: Vec<Entry> =
        plan.actors.iter().map(|actor| entry("Actor", actor.name.clone(), &actor.origin)).collect();
    entries.extend(plan.data.iter().map(|object| entry("Data object", object.name.clone(), &object.origin)));
    entries
        .extend(plan.services.iter().map(|service| entry("Service", service.title.clone(), &service.origin)));
    entries.extend(plan.resources.iter().map(|resource| {
        entry(
            "Resource",
            format!("{}, {} at the same time", resource.title, resource.capacity),
            &resource.origin,
        )
    }));
    entries
}

fn entries_of_metrics<'plan>(view: &PlanView<'plan>) -> Vec<Entry<'plan>> {
    let metrics = view.plan.metrics.iter();
    let mut entries: Vec<Entry> =
        metrics.map(|metric| entry("Metric", metric.title.clone(), &metric.origin)).collect();
    entries.extend(view.plan.rules.iter().map(|rule| entry("Rule", rule.text.clone(), &rule.origin)));
    entries
}

fn section(page: &mut Page, title: &str, entries: Vec<Entry>) {
    if entries.is_empty() {
        return;
    }
    page.heading(2, title);
    let rows: Vec<Vec<String>> = entries
        .iter()
        .map(|entry| {
            vec![
                escaped(&entry.subject),
                sentence(&entry.decision),
                entry.origin.word().to_owned(),
                escaped(&words::origin_reason(entry.origin)),
            ]
        })
        .collect();
    page.table(&["About", "Decision", "Origin", "Why"], &rows);
}

fn assumptions(view: &PlanView, page: &mut Page) {
    if view.plan.assumptions.is_empty() {
        return;
    }
    page.heading(2, "Numbers");
    page.paragraph("Every number that the simulation uses, with the range in which its mean is thinkable.");
    let rows: Vec<Vec<String>> = view
        .plan
        .assumptions
        .iter()
        .map(|assumption| {
            let range = format!(
                "{} to {}",
                words::amount(assumption.low, &assumption.unit),
                words::amount(assumption.high, &assumption.unit)
            );
            vec![
                sentence(&assumption.statement),
                escaped(&words::assumed_value(assumption)),
                escaped(&range),
                assumption.origin.word().to_owned(),
                escaped(&words::origin_reason(&assumption.origin)),
            ]
        })
        .collect();
    page.table(&["What", "Value", "Thinkable", "Origin", "Why"], &rows);
}

fn node_kind(node: &crate::domain::plan::Node) -> &'static str {
    use crate::domain::plan::NodeKind;
    match &node.kind {
        NodeKind::Start => "start",
        NodeKind::Gateway(_) => "branch",
        NodeKind::Timer(_) => "wait",
        NodeKind::Message(_) => "message",
        NodeKind::End(_) => "end",
        _ => "step",
    }
}

/// The kind of an agent, for people.
pub(super) fn agent_words(kind: crate::domain::step::AgentKind) -> &'static str {
    use crate::domain::step::AgentKind;
    match kind {
        AgentKind::Person => "a person",
        AgentKind::AiAgent => "an AI agent",
        AgentKind::Service => "a system",
        AgentKind::Timer => "a clock",
    }
}
