//! Clauses without a verb of change: how the plan should be.

use super::command::{Readings, cross, each, sequence, until};
use super::item::{Item, Kind, text_of};
use super::parts::joined;
use super::scene::Scene;
use super::title::title_in;
use super::whole::{has, insert};
use crate::domain::edit::{
    BranchTarget, ConditionalNode, MergeSteps, NodeTarget, Operation, Place, ReplaceStep,
};
use crate::domain::id::FlowId;

/// A clause without a verb of change: how the plan should be.
pub(super) fn statement(scene: &Scene, items: &[Item]) -> Readings {
    let nodes = scene.nodes(items);
    let ceases = has(items, &["anymore", "longer"]) || text_of(items).to_lowercase().contains("any more");
    if let ([only], true) = (nodes.as_slice(), ceases) {
        return vec![(Operation::Remove(NodeTarget { node: only.clone() }), 0.8)];
    }
    if let (true, true, Some(flow)) = (nodes.is_empty(), ceases, items.iter().find_map(branch_in)) {
        return vec![(Operation::RemoveBranch(BranchTarget { flow }), 0.8)];
    }
    if has(items, &["sequentially", "sequence", "separately", "seperately"]) || phrase_one_by_one(items) {
        return sequence(scene, items);
    }
    // `B and E are joined / done together`: one step that stands for both.
    if nodes.len() > 1 && has(items, &["together", "jointly"]) {
        let title = joined(scene, &nodes);
        return vec![(Operation::Merge(MergeSteps { nodes, title }), 0.85)];
    }
    // `X should be followed by E`.
    let link = items
        .windows(2)
        .position(|pair| matches!(pair, [one, two] if one.is(&["followed", "succeeded", "preceded"]) && two.is(&["by"])));
    if let Some((left, right)) = link.map(|at| items.split_at(at))
        && let [only] = scene.nodes(left).as_slice()
        && right.iter().any(|item| matches!(item.kind, Kind::New | Kind::Quoted))
        && let Some(title) = title_in(right)
    {
        let node = NodeTarget { node: only.clone() };
        let is_before = right.first().is_some_and(|item| item.is(&["preceded"]));
        return vec![(insert(title, if is_before { Place::Before(node) } else { Place::After(node) }), 0.85)];
    }
    // `E instead of B`.
    if let Some(at) = items
        .windows(2)
        .position(|pair| matches!(pair, [one, two] if one.is(&["instead"]) && two.is(&["of"])))
    {
        let (left, right) = items.split_at(at);
        let right = until(right.get(2..).unwrap_or_default(), &[",", "."]);
        let (new, old) = if right.iter().any(|item| item.node().is_some()) && scene.nodes(left).is_empty() {
            (left, right)
        } else {
            return vec![];
        };
        let title = items
            .iter()
            .find(|item| item.kind == Kind::New)
            .map(super::title::new_title)
            .or_else(|| title_in(new));
        let Some(title) = title else { return vec![] };
        return each(scene.targets(old), |node| {
            Operation::Replace(ReplaceStep { node, titles: vec![title.clone()] })
        });
    }
    if let Some(condition) = super::detail::condition_after(items, &["if", "when", "unless"]) {
        let condition = condition.replace(" being ", " is ");
        // What the condition itself speaks of is not what is done.
        let at = items.iter().position(|item| item.is(&["if", "when", "unless"])).unwrap_or(0);
        let (before, rest) = items.split_at(at);
        let stop = rest.iter().position(|item| item.is(&[",", "then"])).unwrap_or(rest.len());
        let (said, after) = rest.split_at(stop);
        if said.iter().any(|item| item.node().is_some() || matches!(item.kind, Kind::Gateway(_)))
            || has(items, &["no", "not", "neither", "either"])
        {
            return vec![];
        }
        let subject = if scene.targets(before).is_empty() { after } else { before };
        let last = None;
        return each(scene.targets(subject), |node| {
            Operation::MakeConditional(ConditionalNode {
                node,
                last: last.clone(),
                condition: condition.clone(),
                otherwise: None,
            })
        });
    }
    // `X should come before Y`, `after C do E`.
    if let Some((at, places)) = scene.place(items) {
        let (left, right) = items.split_at(at);
        let title = items.iter().find(|item| item.kind == Kind::New).map(super::title::new_title);
        if let Some(title) = title {
            return places.into_iter().map(|(place, score)| (insert(title.clone(), place), score)).collect();
        }
        let subject = scene.nodes(left).into_iter().next().or_else(|| {
            let comma = right.iter().position(|item| item.is(&[","]))?;
            scene.nodes(right.get(comma..)?).into_iter().next()
        });
        if let Some(node) = subject {
            return cross(vec![(node, 0.9)], places);
        }
    }
    vec![]
}

fn branch_in(item: &Item) -> Option<FlowId> {
    match &item.kind {
        Kind::Branch(flow) => Some(flow.clone()),
        _ => None,
    }
}

fn phrase_one_by_one(items: &[Item]) -> bool {
    let text = text_of(items).to_lowercase();
    ["one by one", "one after the other", "one after another", "after each other"]
        .iter()
        .any(|phrase| text.contains(phrase))
}
