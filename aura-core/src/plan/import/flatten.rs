//! Sub-processes become part of the plan around them; nodes that only pass on disappear.

use std::collections::BTreeMap;

use super::NotKept;
use super::model::{EndKind, Process, RawFlow, RawKind, RawNode};
use crate::domain::plan::GatewayRule;

pub(super) fn flatten(process: &mut Process) {
    for scope in process.scopes.clone() {
        open(process, &scope.id);
    }
    one_start(process);
    close_ends(process);
    pass_on(process);
}

/// Leads the flows into and out of a sub-process to its parts.
fn open(process: &mut Process, scope: &str) {
    let is_inside = |node: &RawNode| node.scope.as_deref() == Some(scope);
    let splits = |node: &RawNode| {
        is_inside(node)
            && matches!(node.kind, RawKind::Gateway(GatewayRule::Parallel | GatewayRule::Inclusive))
    };
    let is_parallel = process.nodes.iter().any(splits);
    let exit = format!("{scope}/end");
    let around = process.nodes.iter().find(|node| node.id == scope).and_then(|node| node.scope.clone());
    for flow in process.flows.iter_mut().filter(|flow| flow.from == scope) {
        flow.from.clone_from(&exit);
    }
    let mut joins = Vec::new();
    for place in 0..process.nodes.len() {
        let Some(node) = process.nodes.get(place).filter(|node| is_inside(node)).cloned() else { continue };
        let target = match &node.kind {
            RawKind::Start => {
                joins.push((scope.to_owned(), node.id.clone()));
                None
            }
            RawKind::End(EndKind::Thrown(kind, refers)) => {
                let boundaries = process.boundaries.iter();
                let caught = boundaries.clone().find(|one| {
                    one.at == scope && one.kind == *kind && (one.refers.is_empty() || one.refers == *refers)
                });
                caught.map(|one| one.id.clone())
            }
            RawKind::End(kind) => {
                if *kind == EndKind::Terminate && is_parallel {
                    process.not_kept.push(NotKept {
                        what: "terminateEventDefinition".to_owned(),
                        id: node.id.clone(),
                        reason: "inside of a sub-process it ends only its own way in the plan".to_owned(),
                        matters: true,
                    });
                }
                Some(exit.clone())
            }
            _ => continue,
        };
        let Some(node) = process.nodes.get_mut(place) else { continue };
        if let Some(target) = target {
            joins.push((node.id.clone(), target));
            node.kind = RawKind::Pass;
        } else if node.kind == RawKind::Start {
            node.kind = RawKind::Pass;
        }
    }
    for (number, (from, to)) in joins.into_iter().enumerate() {
        process.flows.push(link(format!("{scope}/flow{number}"), from, to));
    }
    let kind = if is_parallel { RawKind::Gateway(GatewayRule::Inclusive) } else { RawKind::Pass };
    process.nodes.push(plain(exit, String::new(), kind, around));
}

/// Exactly one start: several become ways behind one.
fn one_start(process: &mut Process) {
    let starts: Vec<String> =
        process.nodes.iter().filter(|node| node.kind == RawKind::Start).map(|node| node.id.clone()).collect();
    if starts.len() == 1 {
        return;
    }
    let first = if starts.is_empty() {
        // BPMN lets a process begin with whatever nothing leads to.
        let is_led_to = |node: &RawNode| {
            process.flows.iter().any(|flow| flow.to == node.id)
                || process.boundaries.iter().any(|boundary| boundary.id == node.id)
        };
        process.nodes.iter().filter(|node| !is_led_to(node)).map(|node| node.id.clone()).collect()
    } else {
        starts.clone()
    };
    let rule = if starts.is_empty() { GatewayRule::Parallel } else { GatewayRule::Exclusive };
    for node in process.nodes.iter_mut().filter(|node| node.kind == RawKind::Start) {
        node.kind = RawKind::Pass;
    }
    process.nodes.insert(0, plain("start".to_owned(), "Start".to_owned(), RawKind::Start, None));
    let gate = "start/way".to_owned();
    process
        .nodes
        .insert(1, plain(gate.clone(), "How does it begin?".to_owned(), RawKind::Gateway(rule), None));
    process.flows.push(link("start/flow".to_owned(), "start".to_owned(), gate.clone()));
    for (number, id) in first.into_iter().enumerate() {
        process.flows.push(link(format!("start/flow{number}"), gate.clone(), id));
    }
}

/// What leads nowhere ends there.
fn close_ends(process: &mut Process) {
    let stuck: Vec<String> = process
        .nodes
        .iter()
        .filter(|node| {
            !matches!(node.kind, RawKind::End(_)) && !process.flows.iter().any(|flow| flow.from == node.id)
        })
        .filter(|node| node.kind != RawKind::Pass || process.flows.iter().any(|flow| flow.to == node.id))
        .map(|node| node.id.clone())
        .collect();
    for id in stuck {
        let end = format!("{id}/stop");
        process.nodes.push(plain(end.clone(), "Done".to_owned(), RawKind::End(EndKind::Plain), None));
        process.flows.push(link(format!("{id}/stop flow"), id, end));
    }
}

/// Removes nodes that only pass on; those with several ways out become parallel gateways, as BPMN has it.
fn pass_on(process: &mut Process) {
    let mut onward: BTreeMap<String, String> = BTreeMap::new();
    for node in process.nodes.iter_mut().filter(|node| node.kind == RawKind::Pass) {
        let mut out = process.flows.iter().filter(|flow| flow.from == node.id);
        match (out.next(), out.next()) {
            (Some(only), None) => {
                onward.insert(node.id.clone(), only.to.clone());
            }
            (Some(_), Some(_)) => node.kind = RawKind::Gateway(GatewayRule::Parallel),
            (None, _) => {
                onward.insert(node.id.clone(), String::new());
            }
        }
    }
    // INVARIANT: each round follows one link, and there are no more links than nodes.
    let resolve = |id: &str| {
        let mut at = id.to_owned();
        for _ in 0..=onward.len() {
            match onward.get(&at) {
                Some(next) => at.clone_from(next),
                None => break,
            }
        }
        at
    };
    for flow in process.flows.iter().filter(|flow| onward.contains_key(&flow.from)) {
        process.moved.insert(flow.id.clone(), resolve(&flow.to));
    }
    process.flows.retain(|flow| !onward.contains_key(&flow.from));
    for flow in &mut process.flows {
        flow.to = resolve(&flow.to);
    }
    for id in onward.keys() {
        process.moved.insert(id.clone(), resolve(id));
    }
    process.nodes.retain(|node| !onward.contains_key(&node.id));
}

pub(super) fn plain(id: String, title: String, kind: RawKind, scope: Option<String>) -> RawNode {
    RawNode { id, title, kind, scope, notes: Vec::new(), needs: Vec::new(), produces: Vec::new() }
}

pub(super) fn link(id: String, from: String, to: String) -> RawFlow {
    RawFlow { id, from, to, label: String::new(), condition: String::new(), is_default: false }
}
