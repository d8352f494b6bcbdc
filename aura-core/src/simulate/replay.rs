//! Runs a recorded run again and compares: replay is proof, not a recording of a video.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::plan::Plan;
use crate::domain::scenario::Scenario;
use crate::domain::version::version_of;
use crate::error::Result;
use crate::progress::Control;

use super::record::{FRAME_EVENTS, ReplicationTrace};
use super::simulate;
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
}

/// Runs a plan in a scenario again and compares it with a recorded run.
///
/// # Errors
/// Those of [`simulate`], and `invalid_trace` where the recorded events are damaged.
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
    let now = simulate(plan, &same_depth, control)?.trace;
    let divergence =
        if now.digest() == recorded.digest() { None } else { first_difference(plan, recorded, &now)? };
    Ok(ReplayReport {
        is_equal: now.digest() == recorded.digest(),
        recorded_digest: recorded.digest().to_owned(),
        digest: now.digest().to_owned(),
        events: now.replications().iter().map(ReplicationTrace::events).sum(),
        differences,
        divergence,
    })
}

fn first_difference(plan: &Plan, recorded: &Trace, now: &Trace) -> Result<Option<Divergence>> {
    let pairs = recorded.replications().iter().zip(now.replications()).zip(0_u32..);
    for ((recorded, now), replication) in pairs {
        if recorded.digest() == now.digest() && recorded.events() == now.events() {
            continue;
        }
        return Ok(Some(difference_in(plan, recorded, now, replication)?));
    }
    let count = recorded.replications().len().min(now.replications().len());
    Ok(Some(Divergence {
        replication: count as u32,
        event: 0,
        is_exact: true,
        case: None,
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
        return Ok(Divergence {
            replication,
            event: number,
            is_exact: all_kept,
            case,
            text: format!(
                "replication {replication}, event {number}{}: recorded was \"{}\", now it is \"{}\"",
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
        text: format!(
            "replication {replication} differs somewhere in events {event} to {}; record the full trace to see which",
            event + FRAME_EVENTS - 1
        ),
    })
}
