//! Ids are unique, and everything that is named exists.

use std::collections::BTreeSet;

use super::{Problems, shown};
use crate::domain::data::FieldKind;
use crate::domain::id::NodeId;
use crate::domain::metric::Measure;
use crate::domain::plan::{Node, NodeKind, Plan, ScreenElement};
use crate::domain::step::{FailureEffect, Step};
use crate::plan::condition;

/// All ids of a plan by kind.
struct Known<'plan> {
    nodes: BTreeSet<&'plan str>,
    actors: BTreeSet<&'plan str>,
    data: BTreeSet<&'plan str>,
    screens: BTreeSet<&'plan str>,
    resources: BTreeSet<&'plan str>,
    assumptions: BTreeSet<&'plan str>,
    groups: BTreeSet<&'plan str>,
}

pub(super) fn check(plan: &Plan, problems: &mut Problems) {
    let known = Known {
        nodes: unique("step or gateway", plan.nodes.iter().map(|node| node.id.as_str()), problems),
        actors: unique("actor", plan.actors.iter().map(|actor| actor.id.as_str()), problems),
        data: unique("data object", plan.data.iter().map(|object| object.id.as_str()), problems),
        screens: unique("screen", plan.screens.iter().map(|screen| screen.id.as_str()), problems),
        resources: unique("resource", plan.resources.iter().map(|resource| resource.id.as_str()), problems),
        assumptions: unique("assumption", plan.assumptions.iter().map(|other| other.id.as_str()), problems),
        groups: unique("group", plan.groups.iter().map(|group| group.id.as_str()), problems),
    };
    unique("flow", plan.flows.iter().map(|flow| flow.id.as_str()), problems);
    unique("service", plan.services.iter().map(|service| service.id.as_str()), problems);
    unique("metric", plan.metrics.iter().map(|metric| metric.id.as_str()), problems);
    unique("edge case", plan.edge_cases.iter().map(|edge| edge.id.as_str()), problems);
    let operations = plan.services.iter().flat_map(|service| &service.operations);
    unique("operation", operations.map(|operation| operation.id.as_str()), problems);
    let failures = steps(plan).flat_map(|(_, step)| &step.failure_modes);
    unique("failure mode", failures.map(|failure| failure.id.as_str()), problems);
    for node in &plan.nodes {
        node_references(node, plan, &known, problems);
    }
    flow_references(plan, &known, problems);
    part_references(plan, &known, problems);
}

fn steps(plan: &Plan) -> impl Iterator<Item = (&Node, &Step)> {
    plan.nodes.iter().filter_map(|node| match &node.kind {
        NodeKind::Step(step) => Some((node, step.as_ref())),
        _ => None,
    })
}

fn unique<'plan>(
    what: &str,
    ids: impl Iterator<Item = &'plan str>,
    problems: &mut Problems,
) -> BTreeSet<&'plan str> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            problems.error("duplicate_id", &format!("The id `{id}` of a {what} stands twice."), &[]);
        }
    }
    seen
}

fn missing(place: &str, what: &str, id: &str, nodes: &[&NodeId], problems: &mut Problems) {
    let text = format!("{place} names the {what} `{id}`, which the plan does not have.");
    problems.error(&format!("unknown_{}", what.replace(' ', "_")), &text, nodes);
}

fn node_references(node: &Node, plan: &Plan, known: &Known<'_>, problems: &mut Problems) {
    let place = shown(&node.title);
    let mut lost: Vec<(&str, String)> = Vec::new();
    let mut need = |set: &BTreeSet<&str>, what: &'static str, id: &str| {
        if !set.contains(id) {
            lost.push((what, id.to_owned()));
        }
    };
    if let Some(group) = &node.group {
        need(&known.groups, "group", group.as_str());
    }
    match &node.kind {
        NodeKind::Timer(timer) => need(&known.assumptions, "assumption", timer.duration.as_str()),
        NodeKind::Message(message) => {
            need(&known.assumptions, "assumption", message.delay.as_str());
            need(&known.actors, "actor", message.from.as_str());
        }
        NodeKind::Step(step) => {
            need(&known.actors, "actor", step.actor.as_str());
            for data in step.needs.iter().chain(&step.produces) {
                need(&known.data, "data object", data.as_str());
            }
            if let Some(screen) = &step.screen {
                need(&known.screens, "screen", screen.as_str());
            }
            if let Some(resource) = &step.resource {
                need(&known.resources, "resource", resource.as_str());
            }
            for member in &step.team {
                need(&known.resources, "resource", member.resource.as_str());
                if let Some(time) = &member.working_time {
                    need(&known.assumptions, "assumption", time.as_str());
                }
            }
            let count = step.for_each.as_ref().map(|for_each| &for_each.count);
            for assumption in
                [&step.working_time, &step.waiting_time, &step.cost].into_iter().flatten().chain(count)
            {
                need(&known.assumptions, "assumption", assumption.as_str());
            }
            for assumption in step.undo.iter().flat_map(|undo| undo.working_time.iter().chain(&undo.cost)) {
                need(&known.assumptions, "assumption", assumption.as_str());
            }
            for failure in &step.failure_modes {
                need(&known.assumptions, "assumption", failure.probability.as_str());
                if let FailureEffect::GoTo(target) = &failure.then {
                    need(&known.nodes, "step", target.node.as_str());
                }
            }
        }
        _ => {}
    }
    for (what, id) in lost {
        missing(&place, what, &id, &[&node.id], problems);
    }
    call_reference(node, plan, problems);
}

fn call_reference(node: &Node, plan: &Plan, problems: &mut Problems) {
    let NodeKind::Step(step) = &node.kind else { return };
    let Some(call) = &step.call else { return };
    let place = shown(&node.title);
    match plan.services.iter().find(|service| service.id == call.service) {
        None => missing(&place, "service", call.service.as_str(), &[&node.id], problems),
        Some(service) if !service.operations.iter().any(|operation| operation.id == call.operation) => {
            missing(&place, "operation", call.operation.as_str(), &[&node.id], problems);
        }
        Some(_) => {}
    }
}

fn flow_references(plan: &Plan, known: &Known<'_>, problems: &mut Problems) {
    for flow in &plan.flows {
        let place = format!("The flow `{}`", flow.id);
        for end in [&flow.from, &flow.to] {
            if !known.nodes.contains(end.as_str()) {
                missing(&place, "step", end.as_str(), &[], problems);
            }
        }
        if let Some(probability) = &flow.probability
            && !known.assumptions.contains(probability.as_str())
        {
            missing(&place, "assumption", probability.as_str(), &[&flow.from], problems);
        }
        let Some(written) = &flow.condition else { continue };
        let result = written
            .expression
            .parse::<condition::Expression>()
            .and_then(|expression| condition::check_names(&expression, plan));
        if let Err(error) = result {
            let text =
                format!("The condition {} does not work: {}.", shown(&written.english), error.message());
            problems.error("invalid_condition", &text, &[&flow.from]);
        }
    }
}

fn part_references(plan: &Plan, known: &Known<'_>, problems: &mut Problems) {
    let mut lost: Vec<(String, &str, String)> = Vec::new();
    let mut need = |set: &BTreeSet<&str>, place: String, what: &'static str, id: &str| {
        if !set.contains(id) {
            lost.push((place, what, id.to_owned()));
        }
    };
    for object in &plan.data {
        for field in &object.fields {
            let place = || format!("The field `{}` of {}", field.name, shown(&object.name));
            if let Some(distribution) = &field.distribution {
                need(&known.assumptions, place(), "assumption", distribution.as_str());
            }
            if let FieldKind::List(of) | FieldKind::Object(of) = &field.kind {
                need(&known.data, place(), "data object", of.data.as_str());
            }
        }
    }
    for operation in plan.services.iter().flat_map(|service| &service.operations) {
        let place = || format!("The operation {}", shown(&operation.title));
        for assumption in [&operation.latency, &operation.failure] {
            need(&known.assumptions, place(), "assumption", assumption.as_str());
        }
        for data in operation.request.iter().chain(&operation.response) {
            need(&known.data, place(), "data object", data.as_str());
        }
    }
    for resource in &plan.resources {
        let place = || format!("The resource {}", shown(&resource.title));
        resource.assumptions().for_each(|id| need(&known.assumptions, place(), "assumption", id.as_str()));
    }
    for edge in &plan.edge_cases {
        if let Some(node) = &edge.node {
            need(&known.nodes, format!("The edge case {}", shown(&edge.title)), "step", node.as_str());
        }
    }
    for metric in &plan.metrics {
        if let Measure::ReachedShare(measure) | Measure::VisitsPerCase(measure) = &metric.measure {
            need(&known.nodes, format!("The metric {}", shown(&metric.title)), "step", measure.node.as_str());
        }
    }
    for (place, what, id) in lost {
        missing(&place, what, &id, &[], problems);
    }
    screen_references(plan, problems);
}

fn screen_references(plan: &Plan, problems: &mut Problems) {
    for screen in &plan.screens {
        let place = format!("The screen {}", shown(&screen.title));
        for element in &screen.elements {
            let (data, wanted) = match element {
                ScreenElement::Input(field) => (&field.data, Some(&field.field)),
                ScreenElement::Summary(summary) => (&summary.data, None),
                _ => continue,
            };
            match plan.data.iter().find(|object| object.id == *data) {
                None => missing(&place, "data object", data.as_str(), &[], problems),
                Some(object) => {
                    if let Some(name) =
                        wanted.filter(|name| !object.fields.iter().any(|field| field.name == **name))
                    {
                        missing(&place, "field", name, &[], problems);
                    }
                }
            }
        }
    }
}
