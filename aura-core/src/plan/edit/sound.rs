//! Whether a change made a plan unsound: faults that were not there before.
//!
//! Sound here means: one start, every node with the ways in and out that its kind needs, everything reachable,
//! everything able to end, and every parallel division closed by a join that gets exactly one token from each way.

use std::collections::BTreeSet;

use super::graph::Graph;
use crate::domain::id::NodeId;
use crate::domain::plan::{GatewayRule, Node, NodeKind, Plan};
use crate::error::{Error, ErrorCode, Result};

/// Refuses a change after which something is wrong that was not wrong before.
///
/// # Errors
/// `invalid_edit` with the fault in plain words.
pub(super) fn check_change(before: &Plan, after: &Plan) -> Result<()> {
    let known: BTreeSet<String> = faults(before).into_iter().collect();
    match faults(after).into_iter().find(|fault| !known.contains(fault)) {
        None => Ok(()),
        Some(fault) => {
            Err(Error::new(ErrorCode::InvalidEdit, format!("the plan could not run any more: {fault}"))
                .with_hint("name other steps, or change the steps around them first"))
        }
    }
}

fn faults(plan: &Plan) -> Vec<String> {
    let graph = Graph::new(plan);
    let reachable = graph.reachable();
    let ending = graph.ending();
    let mut faults = Vec::new();
    if plan.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Start)).count() != 1 {
        faults.push("there is not exactly one start".to_owned());
    }
    for node in &plan.nodes {
        let (ins, outs) = (graph.ways_in(&node.id).len(), graph.ways_out(&node.id).len());
        // A node that only a failure leads to has no flow in.
        let has_way_in = ins > 0 || reachable.contains(&node.id);
        let fits = match &node.kind {
            NodeKind::Start => ins == 0 && outs == 1,
            NodeKind::End(_) => outs == 0 && has_way_in,
            NodeKind::Gateway(_) => has_way_in && outs > 0,
            _ => has_way_in && outs == 1,
        };
        if !fits {
            faults.push(format!("`{}` would have {ins} ways in and {outs} ways out", node.title));
        }
        if !reachable.contains(&node.id) {
            faults.push(format!("nothing would lead to `{}`", node.title));
        } else if !ending.contains(&node.id) {
            faults.push(format!("`{}` would never come to an end", node.title));
        }
        faults.extend(gateway_fault(plan, &graph, node));
    }
    faults
}

fn gateway_fault(plan: &Plan, graph: &Graph<'_>, node: &Node) -> Option<String> {
    let NodeKind::Gateway(gateway) = &node.kind else { return None };
    let outs = graph.ways_out(&node.id);
    let ins = graph.ways_in(&node.id);
    let kind_of = |id: &NodeId| plan.nodes.iter().find(|other| other.id == *id).map(|other| &other.kind);
    match gateway.rule {
        GatewayRule::EventBased if outs.len() > 1 => {
            let stray = outs
                .iter()
                .find(|flow| !matches!(kind_of(&flow.to), Some(NodeKind::Timer(_) | NodeKind::Message(_))));
            stray.map(|flow| {
                format!("`{}` would wait for something that is no event (`{}`)", node.title, flow.to)
            })
        }
        GatewayRule::Parallel if outs.len() > 1 && ins.len() > 1 => {
            Some(format!("`{}` would wait for all its ways in and divide as well", node.title))
        }
        GatewayRule::Parallel if outs.len() > 1 => {
            let join = graph.nearest_behind(&node.id).filter(|join| {
                matches!(kind_of(join), Some(NodeKind::Gateway(gateway)) if gateway.rule != GatewayRule::Exclusive)
            });
            let heads: Vec<&NodeId> = outs.iter().map(|flow| &flow.to).collect();
            let is_closed = join.is_some_and(|join| {
                let ways: Vec<_> = graph.ways_in(&join);
                let from_head = |head: &NodeId| {
                    let inside = |from: &NodeId| from == head || graph.comes_before(head, from);
                    ways.iter()
                        .filter(|flow| inside(&flow.from) || (*head == join && flow.from == node.id))
                        .count()
                };
                ways.len() == heads.len()
                    && heads.iter().all(|head| from_head(head) == 1)
                    && !graph.comes_again(&node.id, &join)
            });
            (!is_closed).then(|| format!("the ways of `{}` would not all come together again", node.title))
        }
        GatewayRule::Parallel if ins.len() > 1 => {
            let split = graph.nearest_before(&node.id);
            let is_parallel = split.as_ref().is_some_and(|split| {
                graph.nearest_behind(split).as_ref() == Some(&node.id)
                    && matches!(kind_of(split), Some(NodeKind::Gateway(gateway)) if gateway.rule != GatewayRule::Exclusive)
            });
            (!is_parallel).then(|| format!("`{}` would wait for ways that are not all taken", node.title))
        }
        _ => None,
    }
}
