//! Sub-processes that an event begins: what throws the event leads there.
//!
//! An end that throws it leads there, as in the model. Other events may come at any moment; in the plan they come at a
//! step, as a failure of it that leads there.

use super::NotKept;
use super::flatten::{link, plain};
use super::model::{Boundary, EndKind, EventScope, Process, RawKind, is_thrown};

/// Most steps of one model at which such events may come.
const MOST_PLACES: usize = 2_000;

pub(super) fn lead_in(process: &mut Process) {
    for scope in std::mem::take(&mut process.event_scopes) {
        let is_led_to = from_ends(process, &scope) || from_steps(process, &scope);
        if !is_led_to {
            drop_scope(process, &scope);
            continue;
        }
        if let Some(around) = &scope.around {
            let on = link(format!("{}/on", scope.id), scope.id.clone(), format!("{around}/end"));
            process.flows.push(on);
        }
    }
}

/// Leads ends that throw the event to the sub-process; whether there are any.
fn from_ends(process: &mut Process, scope: &EventScope) -> bool {
    if !is_thrown(&scope.kind) {
        return false;
    }
    let mut found = Vec::new();
    for node in process.nodes.iter_mut().filter(|node| node.scope == scope.around) {
        let is_caught = matches!(&node.kind, RawKind::End(EndKind::Thrown(kind, refers))
            if *kind == scope.kind && (scope.refers.is_empty() || scope.refers == *refers));
        if is_caught {
            node.kind = RawKind::Pass;
            found.push(node.id.clone());
        }
    }
    for id in &found {
        process.flows.push(link(format!("{id}/caught"), id.clone(), scope.id.clone()));
    }
    !found.is_empty()
}

/// Lets the event come at each step around the sub-process; whether there is a step.
fn from_steps(process: &mut Process, scope: &EventScope) -> bool {
    let is_around =
        |node: &&super::model::RawNode| node.scope == scope.around && matches!(node.kind, RawKind::Task(..));
    let steps: Vec<String> = process.nodes.iter().filter(is_around).map(|node| node.id.clone()).collect();
    let places = process.boundaries.len() + steps.len();
    if steps.is_empty() || places > MOST_PLACES {
        return false;
    }
    for step in steps {
        let id = format!("{}/at/{step}", scope.id);
        process.boundaries.push(Boundary {
            id: id.clone(),
            title: scope.title.clone(),
            at: step,
            kind: scope.kind.clone(),
            refers: scope.refers.clone(),
            after_ms: None,
            interrupts: true,
        });
        process.nodes.push(plain(id.clone(), String::new(), RawKind::Pass, scope.around.clone()));
        process.flows.push(link(format!("{id}/flow"), id, scope.id.clone()));
    }
    process.not_kept.push(NotKept {
        what: "event sub-process".to_owned(),
        id: scope.id.clone(),
        reason: "in the plan its event comes at the end of a step around it, one in twenty times at each, which is a \
                 guess; it does not stop what is done at the same time"
            .to_owned(),
        matters: true,
    });
    true
}

/// Takes the steps of a sub-process out to which nothing could lead.
fn drop_scope(process: &mut Process, scope: &EventScope) {
    let inside: Vec<String> = process
        .nodes
        .iter()
        .filter(|node| node.id == scope.id || node.scope.as_ref() == Some(&scope.id))
        .map(|node| node.id.clone())
        .collect();
    process.nodes.retain(|node| !inside.contains(&node.id));
    process.flows.retain(|flow| !inside.contains(&flow.from) && !inside.contains(&flow.to));
    process.scopes.retain(|other| other.id != scope.id);
    process.not_kept.push(NotKept {
        what: "event sub-process".to_owned(),
        id: scope.id.clone(),
        reason: "nothing around it could begin it; its steps are left out".to_owned(),
        matters: true,
    });
}
