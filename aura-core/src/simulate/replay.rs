//! Runs a recorded run again and compares: replay is proof, not a recording of a video.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::id::NodeId;
use crate::domain::plan::Plan;
use crate::domain::scenario::Scenario;
use crate::domain::version::version_of;
use crate::error::Result;
use crate::progress::Control;

use super::record::{EventKind, FRAME_EVENTS, ReplicationTrace, TraceEvent};
use super::save;
use super::trace::{Trace, describe};

/// What a replay found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReplayReport {
    /// Whether everything happened again exactly as recorded.
    pub is_equal: bool,
    /// The digest of the recorded run.
    pub recorded_digest: String,
    /// The digest of the run that was made now.
    pub digest: String,
    /// How many events were compared.
    pub events: u64,
    /// What differs between the recorded circumstances and those given now, in plain words.
    pub differences: Vec<String>,
    /// Where the two runs part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub divergence: Option<Divergence>,
}

/// The first place at which two runs differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Divergence {
    /// The replication, counted from 0.
    pub replication: u32,
    /// The number of the event in its replication, counted from 0: exactly, or the first of the 4,096 among which
    /// it is, where the recorded events were not kept.
    pub event: u64,
    /// Whether `event` is exact.
    pub is_exact: bool,
    /// The case, counted from 0 in its replication, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<u64>,
    /// One sentence with what was recorded and what happens now.
    pub text: String,
    /// The draw that decides this event, by its address: what to look at to find why. Absent where no draw does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<Draw>,
}

/// A draw by its address: everything random comes from such an address and the seed alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Draw {
    /// The case in the whole run, or the replication for arrivals.
    pub case: u64,
    /// The node, where it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// Which execution of the node, counted from 0, retries included.
    pub execution: u32,
    /// What it decides, for example `how long the work takes`.
    pub purpose: String,
}

/// Runs a plan in a scenario again and compares it with a recorded run.
///
/// # Errors
/// Those of [`simulate`](super::simulate), and `invalid_trace` where the recorded events are damaged.
pub fn replay(plan: &Plan, scenario: &Scenario, recorded: &Trace, control: &Control) -> Result<ReplayReport> {
    let mut differences = Vec::new();
    let header = recorded.header();
    if header.plan_version != version_of(plan)? {
        differences.push("the plan is not the one that was recorded".to_owned());
    }
    if header.scenario != *scenario {
        differences.push("the scenario is not the one that was recorded".to_owned());
    }
    if header.engine_version != env!("CARGO_PKG_VERSION") {
        differences.push(format!("it was recorded by version {} of the engine", header.engine_version));
    }
    // Recorded and new events can only be compared one by one when as much is kept now as then.
    let same_depth = Scenario { trace: header.scenario.trace, ..scenario.clone() };
    let now = save::again(plan, &same_depth, (&header.past, &header.paused), control)?.trace;
    let divergence = if now.digest() == recorded.digest() {
        None
    } else {
        first_difference(plan, scenario, recorded, &now)?
    };
    Ok(ReplayReport {
        is_equal: now.digest() == recorded.digest(),
        recorded_digest: recorded.digest().to_owned(),
        digest: now.digest().to_owned(),
        events: now.replications().iter().map(ReplicationTrace::events).sum(),
        differences,
        divergence,
    })
}

fn first_difference(
    plan: &Plan,
    scenario: &Scenario,
    recorded: &Trace,
    now: &Trace,
) -> Result<Option<Divergence>> {
    let pairs = recorded.replications().iter().zip(now.replications()).zip(0_u32..);
    for ((recorded, now), replication) in pairs {
        if recorded.digest() == now.digest() && recorded.events() == now.events() {
            continue;
        }
        let first = first_case(scenario, replication);
        return Ok(Some(difference_in(plan, recorded, now, replication, first)?));
    }
    let count = recorded.replications().len().min(now.replications().len());
    Ok(Some(Divergence {
        replication: count as u32,
        event: 0,
        is_exact: true,
        case: None,
        draw: None,
        text: format!(
            "{} replications were recorded, {} ran now",
            recorded.replications().len(),
            now.replications().len()
        ),
    }))
}

fn difference_in(
    plan: &Plan,
    recorded: &ReplicationTrace,
    now: &ReplicationTrace,
    replication: u32,
    first_case: u64,
) -> Result<Divergence> {
    let (mut old, mut new) = (recorded.kept_events(), now.kept_events());
    let all_kept = recorded.kept_events == recorded.events && now.kept_events == now.events;
    let mut number = 0;
    loop {
        let (was, is) = (old.next().transpose()?, new.next().transpose()?);
        if was.is_none() && is.is_none() {
            break;
        }
        if was == is {
            number += 1;
            continue;
        }
        let words =
            |event: &Option<_>| event.as_ref().map_or("nothing more".to_owned(), |e| describe(plan, e));
        let case = was.or(is).map(|event| event.case);
        let draw = draw_of(plan, recorded, number, was.or(is), first_case + case.unwrap_or(0));
        let drawn = draw.as_ref().map_or(String::new(), |draw| format!("; decided by {}", draw.purpose));
        return Ok(Divergence {
            replication,
            event: number,
            is_exact: all_kept,
            case,
            draw,
            text: format!(
                "replication {replication}, event {number}{}: recorded was \"{}\", now it is \"{}\"{drawn}",
                case.map_or(String::new(), |case| format!(", case {case}")),
                words(&was),
                words(&is)
            ),
        });
    }
    // Nothing that was kept differs: the hashes of the frames tell where it is.
    let equal = recorded.checkpoints.iter().zip(&now.checkpoints).take_while(|(old, new)| old == new).count();
    let event = equal as u64 * FRAME_EVENTS;
    Ok(Divergence {
        replication,
        event,
        is_exact: false,
        case: None,
        draw: None,
        text: format!(
            "replication {replication} differs somewhere in events {event} to {}; record the full trace to see which",
            event + FRAME_EVENTS - 1
        ),
    })
}

/// The number in the whole run of the first case of a replication.
fn first_case(scenario: &Scenario, replication: u32) -> u64 {
    let count = u64::from(scenario.replications).min(scenario.cases).max(1);
    let number = u64::from(replication);
    number * (scenario.cases / count) + number.min(scenario.cases % count)
}

/// Which draw decides an event, told from the event and from what its case did before.
fn draw_of(
    plan: &Plan,
    recorded: &ReplicationTrace,
    place: u64,
    event: Option<TraceEvent>,
    case: u64,
) -> Option<Draw> {
    let event = event?;
    let before: Vec<TraceEvent> = recorded
        .kept_events()
        .map_while(Result::ok)
        .take(usize::try_from(place).unwrap_or(usize::MAX))
        .filter(|other| other.case == event.case)
        .collect();
    // A choice is drawn where the case was before, what happens at a node is drawn there.
    let at = match event.kind {
        EventKind::Entered => before.iter().rev().find(|other| other.kind == EventKind::Entered)?.node,
        _ => event.node,
    };
    let begun = before.iter().filter(|other| other.kind == EventKind::Began && other.node == at).count();
    let visits = before.iter().filter(|other| other.kind == EventKind::Entered && other.node == at).count();
    let purpose = match event.kind {
        EventKind::Arrived => "when a case arrives, and who it is",
        EventKind::Entered => "which way is taken",
        EventKind::Began => "how long it lies, how long the work takes, and what fails",
        EventKind::Failed => "what fails",
        EventKind::Left => "whether and when somebody comes back",
        EventKind::Called => "what is sent to the service, and whether the call fails",
        EventKind::Filled => "what is written on the screen",
        EventKind::Mishap => "whether data is wrong, or something is lost or comes twice",
        EventKind::Undoing => "how long it takes to take the step back",
        EventKind::Ended | EventKind::Interrupted | EventKind::Finished => return None,
    };
    let executions = match event.kind {
        EventKind::Entered => visits.max(begun).saturating_sub(1),
        EventKind::Began => begun,
        _ => begun.saturating_sub(1),
    };
    let node = plan.nodes.get(at as usize).filter(|_| event.kind != EventKind::Arrived);
    let name = node.map_or(String::new(), |node| format!(" at `{}`", node.title));
    Some(Draw {
        case,
        node: node.map(|node| node.id.clone()),
        execution: u32::try_from(executions).unwrap_or(u32::MAX),
        purpose: format!("the draw of case {case}, execution {executions}{name}: {purpose}"),
    })
}
