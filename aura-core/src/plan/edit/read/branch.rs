//! Requests about branches: which of them go and which stay.

use super::item::{Item, Kind};
use super::scene::Scene;
use super::verb::{Ask, ask_of};
use super::whole::{asks, has};
use crate::domain::edit::{BranchTarget, Operation};
use crate::domain::id::{FlowId, NodeId};

/// `remove branch c`, `only keep the a path`.
pub(super) fn branches(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let mut flows = branch_items(items);
    let names = super::ground::Names::new(&scene.plan);
    // `conditions b and c`: the label alone follows the first one.
    for three in items.windows(3) {
        if let [left, joint, right] = three
            && joint.is(&["and", ",", "&", "or"])
        {
            let is_branch = |item: &Item| matches!(item.kind, Kind::Branch(_));
            let other = if is_branch(left) { right } else { left };
            if (is_branch(left) || is_branch(right))
                && let Some(flow) = names.flow_labelled(&other.word)
                && !flows.contains(&flow)
            {
                flows.push(flow);
            }
        }
    }
    // `remove the branch with E and F`: named by what stands on it.
    let inside: Vec<FlowId> = scene.nodes(items).iter().filter_map(|node| scene.branch_of(node)).collect();
    let speaks_of_branch = items.iter().any(|item| {
        item.is(&["branch", "path", "route"])
            || matches!(&item.kind, Kind::Gateway(_)) && item.word.contains("branch")
    });
    if let (true, [first, rest @ ..]) = (
        flows.is_empty()
            && speaks_of_branch
            && has(items, &["containing", "contains", "with", "holding"])
            && !asks(items, &[Ask::Keep, Ask::Add]),
        inside.as_slice(),
    ) && asks(items, &[Ask::Remove])
        && rest.iter().all(|flow| flow == first)
    {
        flows.push(first.clone());
        return Some(vec![Operation::RemoveBranch(BranchTarget { flow: first.clone() })]);
    }
    if flows.is_empty() && speaks_of_branch && asks(items, &[Ask::Remove, Ask::Keep]) {
        flows.extend(branch_told(scene, items));
    }
    let keeps = has(items, &["only", "just"])
        && (asks(items, &[Ask::Keep, Ask::Make, Ask::Replace, Ask::Change])
            || has(items, &["leave", "happen", "option", "remains", "remain", "stays", "left"]));
    let excepts = asks(items, &[Ask::Remove])
        && has(items, &["except", "exept", "but", "besides", "apart"])
        && items.iter().any(|item| item.kind == Kind::All || item.is(&["all", "every", "other"]));
    if let ([flow], true) = (flows.as_slice(), excepts) {
        return Some(vec![Operation::KeepOnlyBranch(BranchTarget { flow: flow.clone() })]);
    }
    if flows.len() > 1 && keeps && !asks(items, &[Ask::Remove]) {
        return others_removed(scene, &flows);
    }
    if let ([flow], true) = (flows.as_slice(), keeps) {
        return Some(vec![Operation::KeepOnlyBranch(BranchTarget { flow: flow.clone() })]);
    }
    let gate = items.iter().any(|item| matches!(&item.kind, Kind::Gateway(said) if !said.is_new));
    let nodes = scene.nodes(items);
    if gate
        && flows.is_empty()
        && asks(items, &[Ask::Replace, Ask::Change, Ask::Remove])
        && !has(items, &["if", "when", "from", "inside", "out", "after", "in"])
        && !asks(items, &[Ask::Keep, Ask::Add])
        && let [only] = nodes.as_slice()
        && let Some(flow) = scene.branch_of(only)
        && is_linked(items, only)
    {
        return Some(vec![Operation::KeepOnlyBranch(BranchTarget { flow })]);
    }
    let mut branched = nodes.iter().filter_map(|node| scene.branch_of(node).map(|flow| (node, flow)));
    if let (Some((_, flow)), None) = (branched.next(), branched.next())
        && gate
        && flows.is_empty()
        && has(items, &["only", "just"])
        && asks(items, &[Ask::Remove])
        && !items.iter().any(|item| item.is_condition() || item.kind == Kind::New)
    {
        return Some(vec![Operation::KeepOnlyBranch(BranchTarget { flow })]);
    }
    let removes = asks(items, &[Ask::Remove])
        && !has(
            items,
            &[
                "add",
                "insert",
                "move",
                "remain",
                "keep",
                "keeping",
                "leave",
                "maintaining",
                "maintain",
                "retaining",
                "link",
                "connect",
            ],
        );
    if removes && !flows.is_empty() {
        let named: Vec<&NodeId> = nodes.iter().collect();
        let verb = items.iter().position(|item| ask_of(&item.word) == Some(Ask::Remove))?;
        let first_named = items.iter().position(|item| item.node().is_some());
        let first_branch = items.iter().position(|item| matches!(item.kind, Kind::Branch(_)));
        // `remove task C in the false branch` is about the task.
        if first_named.zip(first_branch).is_some_and(|(at, branch)| at < branch && at + 3 >= verb)
            && !named.is_empty()
        {
            return None;
        }
        return Some(flows.into_iter().map(|flow| Operation::RemoveBranch(BranchTarget { flow })).collect());
    }
    None
}

/// `the branch where the claim is rejected`: the branch on which a step of these words stands.
fn branch_told(scene: &Scene, items: &[Item]) -> Option<FlowId> {
    let noun = items.iter().position(|item| item.is(&["branch", "path", "route"]))?;
    let link = items.iter().skip(noun + 1).position(|item| item.is(&["where", "which", "that", "when"]))?;
    let told = items.get(noun + link + 2..)?;
    let nodes = scene.nodes(told);
    let found = if nodes.is_empty() {
        scene.fitting(&super::item::text_of(told)).into_iter().map(|(node, _)| node).collect()
    } else {
        nodes
    };
    let mut flows: Vec<FlowId> = found.iter().filter_map(|node| scene.branch_of(node)).collect();
    flows.dedup();
    let [only] = flows.try_into().ok()?;
    Some(only)
}

/// The branches beside those that are kept.
fn others_removed(scene: &Scene, kept: &[FlowId]) -> Option<Vec<Operation>> {
    let gate = scene.plan.flows.iter().find(|flow| Some(&flow.id) == kept.first())?.from.clone();
    let graph = scene.graph();
    let others = graph.ways_out(&gate).into_iter().filter(|flow| !kept.contains(&flow.id));
    Some(others.map(|flow| Operation::RemoveBranch(BranchTarget { flow: flow.id.clone() })).collect())
}

/// `with task B`, `by just task B`, `to B`: nothing but small words between.
fn is_linked(items: &[Item], node: &NodeId) -> bool {
    let Some(at) = items.iter().position(|item| item.node() == Some(node)) else { return false };
    let before = items.get(..at).unwrap_or_default();
    let mut back = before.iter().rev().skip_while(|item| item.is(&["the", "just", "only", "a", "it"]));
    back.next().is_some_and(|item| item.is(&["with", "by", "to", "into"]))
}

/// The branches that are named, each once.
pub(super) fn branch_items(items: &[Item]) -> Vec<FlowId> {
    let mut flows = Vec::new();
    for item in items {
        if let Kind::Branch(flow) = &item.kind
            && !flows.contains(flow)
        {
            flows.push(flow.clone());
        }
    }
    flows
}
