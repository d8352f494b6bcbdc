//! A simulated run as an event log.

use crate::domain::event_log::{
    EVENT_LOG_SCHEMA_VERSION, EventLog, LogAttribute, LogValue, LoggedCase, LoggedEvent,
};
use crate::domain::plan::{NodeKind, Outcome, Plan};
use crate::error::Result;
use crate::simulate::calendar::FIRST_MONDAY_MS;
use crate::simulate::{EventKind, Trace, TraceEvent};
use crate::text::Moment;

/// What a trace recorded, as an event log: each step that was done with its begin and its end, under the name of whoever
/// did it, and how each case ended.
///
/// Only what was recorded is there: ask for the full trace to have all cases. Runs have no date; theirs begin in the
/// week of 5 January 2026.
///
/// # Errors
/// `invalid_trace` where the trace is damaged.
pub fn log_of_trace(plan: &Plan, trace: &Trace) -> Result<EventLog> {
    let start_ms = FIRST_MONDAY_MS + i64::from(trace.header().scenario.arrivals.start_minute) * 60_000;
    let mut log = EventLog { schema_version: EVENT_LOG_SCHEMA_VERSION, ..EventLog::default() };
    log.attributes.push(text("concept:name", &plan.title));
    log.attributes.push(text("source", "Aura simulation"));
    for (number, replication) in trace.replications().iter().enumerate() {
        let first = log.cases.len();
        for event in replication.kept_events() {
            let event = event?;
            let place = first + usize::try_from(event.case).unwrap_or(usize::MAX - first);
            while log.cases.len() <= place && place - first < 10_000_000 {
                let id = format!("{}-{}", number + 1, log.cases.len() - first + 1);
                log.cases.push(LoggedCase { id, ..LoggedCase::default() });
            }
            if let Some(case) = log.cases.get_mut(place) {
                note(plan, start_ms, &event, case);
            }
        }
    }
    Ok(log)
}

fn note(plan: &Plan, start_ms: i64, event: &TraceEvent, case: &mut LoggedCase) {
    let Some(node) = plan.nodes.get(event.node as usize) else { return };
    let moment = |micros: u64| {
        let micros = start_ms.saturating_mul(1_000).saturating_add(i64::try_from(micros).unwrap_or(i64::MAX));
        Some(Moment { micros, utc_offset_minutes: Some(0) })
    };
    let at = event.time.micros();
    match (event.kind, &node.kind) {
        (EventKind::Began, NodeKind::Step(step)) => {
            let resource = step.resource.as_ref();
            let resource = resource.and_then(|id| plan.resources.iter().find(|one| one.id == *id));
            let actor = plan.actors.iter().find(|actor| actor.id == step.actor);
            let name =
                resource.map(|one| one.title.clone()).or_else(|| actor.map(|actor| actor.name.clone()));
            case.events.push(LoggedEvent {
                activity: node.title.clone(),
                started: moment(at),
                time: moment(at.saturating_add(event.detail)),
                resource: name,
                ..LoggedEvent::default()
            });
        }
        // Work that was shared, or interrupted, ends otherwise than it was to when it began.
        (EventKind::Finished | EventKind::Interrupted, _) => {
            if let Some(last) = case.events.iter_mut().rev().find(|last| last.activity == node.title) {
                last.time = moment(at);
            }
        }
        (EventKind::Failed, _) => {
            if let Some(last) = case.events.iter_mut().rev().find(|last| last.activity == node.title) {
                last.attributes.push(LogAttribute {
                    key: "failed".to_owned(),
                    value: LogValue::Truth(true),
                    attributes: Vec::new(),
                });
            }
        }
        (EventKind::Ended, _) => {
            let outcome = usize::try_from(event.detail).ok().and_then(|place| Outcome::ALL.get(place));
            case.attributes.extend(outcome.map(|outcome| text("outcome", outcome.words())));
        }
        _ => {}
    }
}

fn text(key: &str, value: &str) -> LogAttribute {
    LogAttribute { key: key.to_owned(), value: LogValue::Text(value.to_owned()), attributes: Vec::new() }
}
