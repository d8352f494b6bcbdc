//! What is different between two versions of a plan, in plain words.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::id::NodeId;
use crate::domain::plan::{GatewayRule, Node, NodeKind, Plan};
use crate::domain::provenance::Origin;
use crate::domain::step::{RiskLevel, Step, StepLimits};
use crate::plan::agents::NOBODY_FITS;
use crate::plan::edit::words::{amount, duration};

/// One thing that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// What kind of change.
    pub kind: ChangeKind,
    /// The node that it concerns, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// The change in one plain sentence.
    pub text: String,
}

/// The kinds of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeKind {
    /// Something is new.
    Added,
    /// Something is gone.
    Removed,
    /// Something is called otherwise.
    Renamed,
    /// Something is followed by something else.
    Rerouted,
    /// A property has another value.
    Altered,
}

/// What is different in `after`, in reading order; empty exactly where the plans are equal.
///
/// # Example
/// ```
/// use aura_core::plan::{difference, sample};
/// let plan = sample::guest_checkout()?;
/// assert!(difference::difference(&plan, &plan).is_empty());
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn difference(before: &Plan, after: &Plan) -> Vec<Change> {
    let mut changes = Vec::new();
    let old: BTreeMap<&NodeId, &Node> = before.nodes.iter().map(|node| (&node.id, node)).collect();
    let new: BTreeSet<&NodeId> = after.nodes.iter().map(|node| &node.id).collect();
    for node in before.nodes.iter().filter(|node| !new.contains(&node.id)) {
        push(
            &mut changes,
            ChangeKind::Removed,
            Some(node),
            format!("{} `{}` is gone.", noun(node), node.title),
        );
    }
    for node in &after.nodes {
        match old.get(&node.id) {
            None => push(
                &mut changes,
                ChangeKind::Added,
                Some(node),
                match &node.kind {
                    NodeKind::Step(step) => {
                        format!("The step `{}` is new, done by the {}.", node.title, step.agent.name)
                    }
                    _ => format!("{} `{}` is new.", noun(node), node.title),
                },
            ),
            Some(was) => compare_nodes(&mut changes, was, node),
        }
    }
    compare_ways(&mut changes, before, after);
    compare_assumptions(&mut changes, before, after);
    compare_lists(&mut changes, before, after);
    if changes.is_empty() && before != after {
        push(
            &mut changes,
            ChangeKind::Altered,
            None,
            "Details that people do not see are different.".to_owned(),
        );
    }
    changes
}

fn push(changes: &mut Vec<Change>, kind: ChangeKind, node: Option<&Node>, text: String) {
    changes.push(Change { kind, node: node.map(|node| node.id.clone()), text });
}

fn noun(node: &Node) -> &'static str {
    match node.kind {
        NodeKind::Start => "The start",
        NodeKind::Step(_) => "The step",
        NodeKind::Gateway(_) => "The decision",
        NodeKind::Timer(_) => "The wait",
        NodeKind::Message(_) => "The message",
        NodeKind::End(_) => "The end",
    }
}

fn compare_nodes(changes: &mut Vec<Change>, was: &Node, is: &Node) {
    if was.title != is.title {
        push(
            changes,
            ChangeKind::Renamed,
            Some(is),
            format!("`{}` is now called `{}`.", was.title, is.title),
        );
    }
    let name = &is.title;
    let mut altered = |text: String| push(changes, ChangeKind::Altered, Some(is), text);
    match (&was.kind, &is.kind) {
        (NodeKind::Step(was), NodeKind::Step(is)) => {
            for text in step_changes(name, was, is) {
                altered(text);
            }
        }
        // The half that joins follows the half that divides.
        (NodeKind::Gateway(was), NodeKind::Gateway(is)) if was.rule != is.rule => {
            altered(match is.rule {
                GatewayRule::Parallel => format!("At `{name}`, all ways are taken at the same time."),
                GatewayRule::Inclusive => format!("At `{name}`, every way is taken whose condition holds."),
                _ => format!("At `{name}`, exactly one way is taken."),
            });
        }
        (was, is) if was != is => altered(format!("`{name}` works otherwise.")),
        _ => {}
    }
    if was.group != is.group {
        altered(match &is.group {
            Some(_) if was.group.is_none() => format!("`{name}` belongs to a sub-plan now."),
            Some(_) => format!("`{name}` belongs to another sub-plan."),
            None => format!("`{name}` belongs to no sub-plan any more."),
        });
    }
    for note in is.notes.iter().filter(|note| !was.notes.contains(note)) {
        altered(format!("`{name}` has a new note: {note}"));
    }
}

fn step_changes(name: &str, was: &Step, is: &Step) -> Vec<String> {
    let mut texts = Vec::new();
    match &is.agent.origin {
        Origin::Inferred(why) if why.rule == NOBODY_FITS && was.agent != is.agent => {
            texts.push(format!("`{name}` is done by the {}: {}.", is.agent.name, why.reason));
        }
        _ if was.actor != is.actor || was.agent.name != is.agent.name => {
            texts.push(format!("`{name}` is now done by the {}.", is.agent.name));
        }
        _ => {}
    }
    if was.limits != is.limits {
        texts.push(limits_changed(name, &is.limits));
    }
    if was.risk != is.risk {
        texts.push(match &is.risk {
            Some(risk) => format!("`{name}` is marked as {}: {}", risk_words(risk.level), risk.reason),
            None => format!("`{name}` is not marked as risky any more."),
        });
    }
    if was.working_time != is.working_time || was.waiting_time != is.waiting_time {
        texts.push(format!("The times of `{name}` are different."));
    }
    if was.failure_modes != is.failure_modes {
        texts.push(format!("What can go wrong at `{name}` is different."));
    }
    match (&was.undo, &is.undo) {
        (was, is) if was == is => {}
        (_, Some(undo)) => {
            texts.push(format!("Where a case fails after `{name}`, it is undone: {}.", undo.title))
        }
        (_, None) => texts.push(format!("`{name}` is not undone any more where a case fails later.")),
    }
    if was.needs != is.needs || was.produces != is.produces {
        texts.push(format!("The data of `{name}` is different."));
    }
    if texts.is_empty() && was != is {
        texts.push(format!("Details of `{name}` are different."));
    }
    texts
}

fn risk_words(level: RiskLevel) -> &'static str {
    match level {
        RiskLevel::Low => "a low risk",
        RiskLevel::Medium => "risky",
        RiskLevel::High => "very risky",
    }
}

/// The limits of a step as they are now.
fn limits_changed(name: &str, limits: &StepLimits) -> String {
    let mut parts = Vec::new();
    if let Some(time_ms) = limits.time_ms {
        parts.push(format!("take at most {}", duration(time_ms)));
    }
    if let Some(money) = limits.money {
        parts.push(format!("cost at most {money}"));
    }
    if let Some(times) = limits.times {
        parts.push(format!("be done at most {times} {}", if times == 1 { "time" } else { "times" }));
    }
    match parts.is_empty() {
        true => format!("`{name}` has no limits any more."),
        false => format!("`{name}` may {}.", parts.join(" and ")),
    }
}

/// Nodes of both versions that lead somewhere else now.
fn compare_ways(changes: &mut Vec<Change>, before: &Plan, after: &Plan) {
    let ways = |plan: &Plan, node: &NodeId| -> BTreeSet<(NodeId, Option<String>)> {
        plan.flows
            .iter()
            .filter(|flow| flow.from == *node)
            .map(|flow| (flow.to.clone(), flow.label.clone()))
            .collect()
    };
    let title = |plan: &Plan, id: &NodeId| {
        plan.nodes
            .iter()
            .find(|node| node.id == *id)
            .map_or_else(|| id.to_string(), |node| node.title.clone())
    };
    for node in after.nodes.iter().filter(|node| before.nodes.iter().any(|old| old.id == node.id)) {
        let (was, is) = (ways(before, &node.id), ways(after, &node.id));
        if was == is {
            continue;
        }
        let next: Vec<String> = is
            .iter()
            .map(|(to, label)| match label {
                Some(label) => format!("`{}` ({label})", title(after, to)),
                None => format!("`{}`", title(after, to)),
            })
            .collect();
        push(
            changes,
            ChangeKind::Rerouted,
            Some(node),
            format!("After `{}` now comes {}.", node.title, next.join(" or ")),
        );
    }
}

fn compare_assumptions(changes: &mut Vec<Change>, before: &Plan, after: &Plan) {
    for is in &after.assumptions {
        let was = before.assumptions.iter().find(|other| other.id == is.id);
        if was.is_some_and(|was| was.value != is.value || was.statement != is.statement) {
            push(
                changes,
                ChangeKind::Altered,
                None,
                format!("Assumed from now on, {}: {}.", is.statement, amount(is.value.mean(), &is.unit)),
            );
        }
    }
}

fn compare_lists(changes: &mut Vec<Change>, before: &Plan, after: &Plan) {
    let mut compare = |what: &str, was: Vec<&str>, is: Vec<&str>| {
        for name in is.iter().filter(|name| !was.contains(name)) {
            push(changes, ChangeKind::Added, None, format!("The {what} `{name}` is new."));
        }
        for name in was.iter().filter(|name| !is.contains(name)) {
            push(changes, ChangeKind::Removed, None, format!("The {what} `{name}` is gone."));
        }
    };
    let names = |plan: &'_ Plan| plan.actors.iter().map(|actor| actor.name.clone()).collect::<Vec<_>>();
    let (was, is) = (names(before), names(after));
    compare("actor", was.iter().map(String::as_str).collect(), is.iter().map(String::as_str).collect());
    let groups = |plan: &'_ Plan| plan.groups.iter().map(|group| group.title.clone()).collect::<Vec<_>>();
    let (was, is) = (groups(before), groups(after));
    compare("sub-plan", was.iter().map(String::as_str).collect(), is.iter().map(String::as_str).collect());
}
