//! The nearest names, for when something is named that is not there.

use crate::domain::id::{FlowId, NodeId};
use crate::domain::plan::{NodeKind, Plan};
use crate::error::{Error, ErrorCode};

/// How many names are offered.
const OFFERED: usize = 3;

/// How alike two texts are, from 0 to 1: Dice's coefficient over pairs of neighbouring letters.
pub(crate) fn likeness(left: &str, right: &str) -> f64 {
    let left = pairs(left);
    let mut right = pairs(right);
    let total = left.len() + right.len();
    if total == 0 {
        return 0.0;
    }
    let mut shared = 0usize;
    for pair in &left {
        if let Some(index) = right.iter().position(|other| other == pair) {
            right.swap_remove(index);
            shared += 1;
        }
    }
    2.0 * shared as f64 / total as f64
}

/// The names most like a text, best first.
pub(crate) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>, count: usize) -> Vec<&'a str> {
    let mut scored: Vec<(f64, &str)> = names.map(|name| (likeness(wanted, name), name)).collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0));
    scored.into_iter().take(count).map(|(_, name)| name).collect()
}

pub(super) fn no_node(plan: &Plan, id: &NodeId) -> Error {
    let names = nearest(id.as_str(), plan.nodes.iter().map(|node| node.id.as_str()), OFFERED);
    missing("node", id.as_str(), &names)
}

pub(super) fn no_step(plan: &Plan, id: &NodeId) -> Error {
    let steps = plan.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Step(_)));
    let names = nearest(id.as_str(), steps.map(|node| node.id.as_str()), OFFERED);
    Error::new(ErrorCode::InvalidEdit, format!("`{id}` is not a step; a step is expected"))
        .with_hint(format!("the nearest steps are {}", quoted(&names)))
}

pub(super) fn no_flow(plan: &Plan, id: &FlowId) -> Error {
    let names = nearest(id.as_str(), plan.flows.iter().map(|flow| flow.id.as_str()), OFFERED);
    missing("flow", id.as_str(), &names)
}

pub(super) fn missing(kind: &str, wanted: &str, names: &[&str]) -> Error {
    let error = Error::new(ErrorCode::InvalidEdit, format!("there is no {kind} `{wanted}`"));
    if names.is_empty() { error } else { error.with_hint(format!("the nearest are {}", quoted(names))) }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn pairs(text: &str) -> Vec<(char, char)> {
    let letters: Vec<char> = text
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric())
        .take(200)
        .collect();
    letters.iter().copied().zip(letters.iter().copied().skip(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_dice_over_pairs() {
        assert!((likeness("night", "nacht") - 0.25).abs() < 1e-12);
        assert!((likeness("same", "SAME") - 1.0).abs() < 1e-12);
        assert!(likeness("", "x").abs() < 1e-12);
    }
}
