//! A run in parts: each part runs some of the replications anywhere, and together they are the whole run.
//!
//! In come a plan and a scenario, the same for every part; a part leaves as bytes, travels however the host likes, and
//! comes back. Replications are independent and are merged in their order, so parts from many machines give the same
//! bytes as one machine. Never here: who runs a part, or how it travels.

mod bytes;

use std::ops::Range;

use crate::domain::plan::Plan;
use crate::domain::scenario::Scenario;
use crate::domain::version::{content_hash, version_of};
use crate::error::{Error, ErrorCode, Result};
use crate::progress::Control;

use super::program::Program;
use super::world::Replication;
use super::{PauseAt, Simulation, compile, result, run_range};

/// Some replications of a run, as they came out.
#[derive(Debug)]
pub struct RunPart {
    /// Which run it belongs to: plan, scenario and engine.
    run: String,
    /// The first replication.
    first: u32,
    replications: Vec<Replication>,
}

impl RunPart {
    /// The replications that it holds.
    pub fn replications(&self) -> Range<u32> {
        let count = u32::try_from(self.replications.len()).unwrap_or(u32::MAX);
        self.first..self.first.saturating_add(count)
    }

    /// The part as bytes, to be sent.
    ///
    /// # Errors
    /// `internal` where it cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        bytes::write(self)
    }

    /// Reads a part. Whether it belongs to a run is seen when it is merged.
    ///
    /// # Errors
    /// `invalid_data` where the bytes are no part, damaged or cut; `limit_input` where they are too many.
    pub fn from_bytes(bytes: &[u8]) -> Result<RunPart> {
        bytes::read(bytes)
    }
}

/// Runs some of the replications of a run.
///
/// # Errors
/// Those of [`simulate`](super::simulate), and `invalid_request` where the run has no such replications.
///
/// # Example
/// ```
/// use aura_core::progress::Control;
/// use aura_core::random::Seed;
/// use aura_core::simulate::{RunPart, default_scenario, merge_parts, simulate, simulate_part};
/// # fn plan() -> aura_core::domain::plan::Plan {
/// #     serde_json::from_value(serde_json::json!({
/// #         "schema_version": 1, "id": "plan_x", "title": "x", "goal": "x", "actors": [], "data": [],
/// #         "services": [], "screens": [], "resources": [], "assumptions": [], "edge_cases": [], "metrics": [],
/// #         "nodes": [
/// #             {"id": "start_case", "title": "Start", "kind": {"type": "start"},
/// #              "origin": {"type": "assumed", "reason": "x"}},
/// #             {"id": "end_done", "title": "Done", "kind": {"type": "end", "outcome": "goal_reached"},
/// #              "origin": {"type": "assumed", "reason": "x"}}],
/// #         "flows": [{"id": "flow_1", "from": "start_case", "to": "end_done"}]
/// #     })).unwrap()
/// # }
/// let (plan, control) = (plan(), Control::default());
/// let scenario = default_scenario(&plan, Seed(7), 1_000)?;
/// let half = scenario.replications / 2;
/// let far = simulate_part(&plan, &scenario, half..scenario.replications, &control)?.to_bytes()?;
/// let near = simulate_part(&plan, &scenario, 0..half, &control)?;
/// let merged = merge_parts(&plan, &scenario, vec![RunPart::from_bytes(&far)?, near])?;
/// assert_eq!(merged.run, simulate(&plan, &scenario, &control)?.run);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn simulate_part(
    plan: &Plan,
    scenario: &Scenario,
    replications: Range<u32>,
    control: &Control,
) -> Result<RunPart> {
    let program = compile(plan, scenario)?;
    if replications.is_empty() || replications.end > program.replications {
        return Err(Error::new(
            ErrorCode::InvalidRequest,
            format!(
                "there are no replications {} to {} in a run of {}",
                replications.start, replications.end, program.replications
            ),
        )
        .with_hint("replications count from 0, and the end is not included"));
    }
    let first = replications.start;
    let replications = run_range(&program, replications, PauseAt::default(), control)?;
    Ok(RunPart { run: name_of(plan, scenario)?, first, replications })
}

/// Puts the parts of a run together, in whichever order they come.
///
/// # Errors
/// `invalid_data` where a part belongs to another run, or replications are missing or there twice; those of
/// [`compile`](super::compile).
pub fn merge_parts(plan: &Plan, scenario: &Scenario, mut parts: Vec<RunPart>) -> Result<Simulation> {
    let program = compile(plan, scenario)?;
    let run = name_of(plan, scenario)?;
    parts.sort_by_key(|part| part.first);
    let mut replications = Vec::with_capacity(program.replications as usize);
    for part in parts {
        if part.run != run {
            return Err(foreign());
        }
        if part.first as usize != replications.len() {
            return Err(incomplete(replications.len(), part.first as usize));
        }
        for replication in part.replications {
            check(&program, &replication)?;
            replications.push(replication);
        }
    }
    if replications.len() != program.replications as usize {
        return Err(incomplete(replications.len(), program.replications as usize));
    }
    result::simulation(plan, scenario, &program, replications)
}

/// The same for all parts of a run, and for no other run or engine.
fn name_of(plan: &Plan, scenario: &Scenario) -> Result<String> {
    content_hash(&(env!("CARGO_PKG_VERSION"), version_of(plan)?, scenario))
}

/// What was counted must be counted over this program.
fn check(program: &Program, replication: &Replication) -> Result<()> {
    let tally = &replication.tally;
    let fits = tally.nodes.len() == program.nodes.len()
        && tally.flows.len() == program.flows.len()
        && tally.pools.len() == program.pools.len()
        && tally.services.len() == program.services.len()
        && tally.watched.len() == tally.cases.len() * program.watched.len();
    if fits { Ok(()) } else { Err(foreign()) }
}

fn foreign() -> Error {
    Error::new(ErrorCode::InvalidData, "a part belongs to another run")
        .with_hint("run every part with the same plan, scenario and version of Aura")
}

fn incomplete(expected: usize, found: usize) -> Error {
    let what = if found < expected { "is there twice" } else { "is missing" };
    let number = expected.min(found);
    Error::new(ErrorCode::InvalidData, format!("replication {number} {what}"))
        .with_hint("each replication must be in one part, counted from 0")
}
