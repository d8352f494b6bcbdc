//! Who was served where and when, read from the events of a replication.

use std::collections::BTreeMap;

use super::super::program::{NodeKind, Program, StepPlan};
use super::super::record::{EventKind, TraceEvent};
use crate::des::{Span, Time};

/// Work on a case at a step, and since when the case had waited for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use {
    pub case: u64,
    pub node: u32,
    pub asked: Time,
    pub from: Time,
    pub to: Time,
}

/// All work of a replication, in the order of its begin.
pub(super) fn all(program: &Program, events: &[TraceEvent]) -> Vec<Use> {
    let mut uses: Vec<Use> = Vec::new();
    // For each case and step: since when it waits, and its last work.
    let mut open: BTreeMap<(u64, u32), (Time, Option<usize>)> = BTreeMap::new();
    for event in events {
        let place = (event.case, event.node);
        let (asked, last) = open.get(&place).copied().unwrap_or((event.time, None));
        let last_work = last.and_then(|last| uses.get_mut(last));
        match event.kind {
            EventKind::Entered => drop(open.insert(place, (event.time, None))),
            EventKind::Began => {
                open.insert(place, (event.time, Some(uses.len())));
                let to = end_of(program, event);
                uses.push(Use { case: event.case, node: event.node, asked, from: event.time, to });
            }
            EventKind::Failed => drop(open.insert(place, (event.time, last))),
            EventKind::Left => {
                let back = event.time.after(Span::from_micros(event.detail));
                open.insert(place, (back, last));
            }
            EventKind::Interrupted => {
                last_work.into_iter().for_each(|work| work.to = event.time);
                open.insert(place, (event.time, last));
            }
            EventKind::Finished => last_work.into_iter().for_each(|work| work.to = event.time),
            EventKind::Ended => open.retain(|(case, _), _| *case != event.case),
            _ => {}
        }
    }
    uses
}

/// When work that begins now is done, if nothing interrupts it.
fn end_of(program: &Program, event: &TraceEvent) -> Time {
    let span = Span::from_micros(event.detail);
    let pool = step(program, event.node).and_then(|step| pools(step).next());
    let hours = pool.and_then(|pool| program.pools.get(pool as usize)?.working_hours());
    hours.map_or_else(|| event.time.after(span), |hours| hours.finish(event.time, span))
}

pub(super) fn step(program: &Program, node: u32) -> Option<&StepPlan> {
    match &program.nodes.get(node as usize)?.kind {
        NodeKind::Step(step) => Some(step),
        _ => None,
    }
}

/// The resources of which one does a step.
pub(super) fn pools(step: &StepPlan) -> impl Iterator<Item = u32> {
    step.pool.into_iter().chain(step.team.iter().map(|member| member.pool))
}
