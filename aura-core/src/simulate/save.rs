//! A run that was stopped, as a file: to go on later, on another machine, or under other circumstances from there on.
//!
//! Layout, version 1: the eight bytes `AURASAV1`; the length of the header and the header as JSON; the state of each
//! replication between two events, in the format of postcard (varints, no names) behind its length; at the end 32
//! bytes of BLAKE3 over all of it. The state holds no parameter of the plan: those are compiled anew, so that a run can
//! branch off with other ones.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::des::{ArrivalPosition, EventQueue, Handle, Pool, Slab, Ticket, Time};
use crate::domain::id::{PlanId, VersionId};
use crate::domain::plan::Plan;
use crate::domain::run::StoppedBy;
use crate::domain::scenario::Scenario;
use crate::domain::version::{content_hash, version_of};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::progress::Control;

use super::batches::{Batch, Gathering};
use super::coming::Visitor;
use super::program::Program;
use super::record::{Recorder, read_number, write_number};
use super::sharing::SharedPool;
use super::tally::Tally;
use super::world::{CaseState, Event, Token};
use super::{PauseAt, Simulation, coming, compile, run_from};

/// The first bytes of every saved run of version 1.
const MAGIC: &[u8; 8] = b"AURASAV1";
const HEADER_VERSION: u32 = 1;

/// A run that was stopped, whole enough to go on.
#[derive(Debug, Clone)]
pub struct SavedRun {
    header: SavedHeader,
    pub(super) replications: Vec<Vec<u8>>,
}

/// What was running.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SavedHeader {
    /// Version of this header's shape.
    pub schema_version: u32,
    /// The version of the engine that ran it.
    pub engine_version: String,
    /// The plan.
    pub plan: PlanId,
    /// The plan's version.
    pub plan_version: VersionId,
    /// The circumstances, seed included.
    pub scenario: Scenario,
    /// Where the run branched off before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub past: Vec<Stretch>,
    /// A hash of what the state refers to by number: nodes, flows, resources, services, data, personas.
    pub shape: String,
}

/// A part of a run that went on under other circumstances.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stretch {
    /// The circumstances until then.
    pub scenario: Scenario,
    /// After how many events of the queue each replication went on under others.
    pub events: Vec<u64>,
}

/// One replication between two events.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct State {
    pub events: EventQueue<Event>,
    pub pools: Vec<Pool<Handle>>,
    pub cases: Vec<CaseState>,
    pub free_cases: Vec<u32>,
    pub tokens: Slab<Token>,
    pub now: Time,
    pub arrived: u64,
    pub ended: u64,
    pub turns: u64,
    pub figures_from: Option<Time>,
    pub arrivals: ArrivalPosition,
    pub recorder: Recorder,
    pub tally: Tally,
    pub spent: f64,
    pub warnings: BTreeMap<String, u64>,
    pub rested_since: Vec<Time>,
    pub other_tickets: BTreeMap<Handle, Vec<(u32, Ticket)>>,
    pub gatherings: Vec<Gathering>,
    pub batches: BTreeMap<Handle, Batch>,
    pub broken: BTreeSet<(u32, u32)>,
    pub shared: BTreeMap<u32, SharedPool>,
    pub visitors: BTreeMap<u32, Visitor>,
    /// What was written to each service that really answers, and the calls that are kept, as JSON.
    pub mocks: Vec<Option<String>>,
    pub calls: String,
}

impl SavedRun {
    pub(super) fn new(
        plan: &Plan,
        scenario: &Scenario,
        program: &Program,
        past: &[Stretch],
        states: &[State],
    ) -> Result<SavedRun> {
        let header = SavedHeader {
            schema_version: HEADER_VERSION,
            engine_version: env!("CARGO_PKG_VERSION").to_owned(),
            plan: plan.id.clone(),
            plan_version: version_of(plan)?,
            scenario: scenario.clone(),
            past: past.to_vec(),
            shape: shape(program)?,
        };
        let write = |state: &State| {
            postcard::to_allocvec(state).map_err(|error| {
                Error::new(ErrorCode::Internal, "the state of a run could not be written").with_source(error)
            })
        };
        Ok(SavedRun { header, replications: states.iter().map(write).collect::<Result<_>>()? })
    }

    /// What was running.
    pub fn header(&self) -> &SavedHeader {
        &self.header
    }

    /// The saved run as the bytes of a file.
    ///
    /// # Errors
    /// `internal` where the header cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let header = serde_json::to_vec(&self.header).map_err(|error| {
            Error::new(ErrorCode::Internal, "the header of a saved run could not be written")
                .with_source(error)
        })?;
        let mut bytes = MAGIC.to_vec();
        write_number(&mut bytes, header.len() as u64);
        bytes.extend_from_slice(&header);
        write_number(&mut bytes, self.replications.len() as u64);
        for state in &self.replications {
            write_number(&mut bytes, state.len() as u64);
            bytes.extend_from_slice(state);
        }
        let seal = seal(&bytes);
        bytes.extend_from_slice(&seal);
        Ok(bytes)
    }

    /// Reads the bytes of a file. Take them only from where you would take a program: the seal finds damage, not malice.
    ///
    /// # Errors
    /// `invalid_trace` where they are no saved run, damaged or cut; `invalid_schema_version` where a newer version wrote
    /// them; `limit_input` where they are too long.
    pub fn from_bytes(bytes: &[u8]) -> Result<SavedRun> {
        Limits::check_input("the saved run", bytes.len(), Limits::default().trace_bytes.saturating_mul(2))?;
        let (content, sealed) = bytes.split_last_chunk::<32>().ok_or_else(foreign)?;
        let mut rest = content.strip_prefix(MAGIC.as_slice()).ok_or_else(foreign)?;
        if seal(content) != *sealed {
            return Err(damaged());
        }
        let header: serde_json::Value = serde_json::from_slice(block(&mut rest)?).map_err(|_| damaged())?;
        let version = header.get("schema_version").and_then(serde_json::Value::as_u64);
        if version.is_some_and(|version| version > u64::from(HEADER_VERSION)) {
            return Err(Error::new(ErrorCode::InvalidSchemaVersion, "the run was saved by a newer version")
                .with_hint("update Aura, or make the run again"));
        }
        let header: SavedHeader = serde_json::from_value(header).map_err(|_| damaged())?;
        let count = read_number(&mut rest).map_err(|_| damaged())?;
        let mut replications = Vec::new();
        for _ in 0..count.min(u64::from(header.scenario.replications)) {
            replications.push(block(&mut rest)?.to_vec());
        }
        if rest.is_empty() { Ok(SavedRun { header, replications }) } else { Err(damaged()) }
    }

    pub(super) fn states(&self) -> Result<Vec<State>> {
        self.replications.iter().map(|bytes| postcard::from_bytes(bytes).map_err(|_| damaged())).collect()
    }
}

/// Goes on with a run that was stopped. With the same plan and circumstances the result is the one that it would have
/// been without the stop, to the byte. Other circumstances make a branch: what would happen if from here on they were
/// so; `overrides` of the scenario change numbers of the plan.
///
/// # Errors
/// Those of [`compile`]; `invalid_scenario` where the plan is another one, or the scenario has other personas or
/// services, another seed or depth, or other numbers of cases and replications than those that were saved;
/// `invalid_trace` where the saved run is damaged; `cancelled`.
///
/// # Example
/// ```
/// use aura_core::progress::Control;
/// use aura_core::random::Seed;
/// use aura_core::simulate::{PauseAt, SavedRun, default_scenario, resume, simulate, simulate_until};
/// # let plan: aura_core::domain::plan::Plan = serde_json::from_value(serde_json::json!({
/// #     "schema_version": 1, "id": "plan_x", "title": "x", "goal": "x", "actors": [], "data": [],
/// #     "services": [], "screens": [], "resources": [], "assumptions": [], "edge_cases": [], "metrics": [],
/// #     "nodes": [
/// #         {"id": "start_case", "title": "Start", "kind": {"type": "start"},
/// #          "origin": {"type": "assumed", "reason": "x"}},
/// #         {"id": "end_done", "title": "Done", "kind": {"type": "end", "outcome": "goal_reached"},
/// #          "origin": {"type": "assumed", "reason": "x"}}],
/// #     "flows": [{"id": "flow_1", "from": "start_case", "to": "end_done"}]
/// # })).unwrap();
/// let (scenario, control) = (default_scenario(&plan, Seed(7), 1_000)?, Control::default());
/// let first = simulate_until(&plan, &scenario, PauseAt::default().with_events(20), &control)?;
/// let file = first.saved.ok_or("it was stopped")?.to_bytes()?;
/// let rest = resume(&plan, &scenario, &SavedRun::from_bytes(&file)?, PauseAt::default(), &control)?;
/// assert_eq!(rest.run, simulate(&plan, &scenario, &control)?.run);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn resume(
    plan: &Plan,
    scenario: &Scenario,
    saved: &SavedRun,
    pause: PauseAt,
    control: &Control,
) -> Result<Simulation> {
    let program = compile(plan, scenario)?;
    let before = &saved.header.scenario;
    if saved.header.plan_version != version_of(plan)? {
        return Err(Error::new(ErrorCode::InvalidScenario, "the saved run is one of another plan").with_hint(
            "go back to the plan that was run; `overrides` of the scenario change its numbers from here on",
        ));
    }
    let is_same = before.seed == scenario.seed
        && before.cases == scenario.cases
        && saved.replications.len() == program.replications as usize
        && before.trace == scenario.trace
        && coming::is_same_kind(&before.arrivals, &scenario.arrivals)
        && shape(&program)? == saved.header.shape;
    if !is_same {
        return Err(Error::new(
            ErrorCode::InvalidScenario,
            "the saved run is one of other steps, people, cases, arrivals or another seed, so it cannot go on from there",
        )
        .with_hint("keep those as they are, and change numbers, outages, hours or limits only"));
    }
    let states = saved.states()?;
    let mut past = saved.header.past.clone();
    let limits = scenario.limits.clone();
    if *scenario != (Scenario { limits, ..before.clone() }) {
        past.push(Stretch {
            scenario: before.clone(),
            events: states.iter().map(|state| state.turns).collect(),
        });
    }
    let start = Start { states: Some(states), past };
    run_from(plan, scenario, &program, start, &|_| pause, control)
}

/// Makes a run again that may have branched off in the past, up to where its replications were paused.
pub(super) fn again(
    plan: &Plan,
    scenario: &Scenario,
    (past, paused): (&[Stretch], &[Option<u64>]),
    control: &Control,
) -> Result<Simulation> {
    let mut start = Start::default();
    for stretch in past {
        let program = compile(plan, &stretch.scenario)?;
        let pause = |number: usize| PauseAt::after(stretch.events.get(number).copied());
        let simulation = run_from(plan, &stretch.scenario, &program, start, &pause, control)?;
        let Some(saved) = simulation.saved else { return Ok(simulation) };
        let mut so_far = saved.header.past.clone();
        so_far.push(stretch.clone());
        start = Start { states: Some(saved.states()?), past: so_far };
    }
    let pause = |number: usize| PauseAt::after(paused.get(number).copied().flatten());
    run_from(plan, scenario, &compile(plan, scenario)?, start, &pause, control)
}

/// Where a run begins.
#[derive(Debug, Default)]
pub(super) struct Start {
    pub states: Option<Vec<State>>,
    pub past: Vec<Stretch>,
}

/// A hash of all that a state refers to by number.
fn shape(program: &Program) -> Result<String> {
    let pools: Vec<_> = program.pools.iter().map(|pool| (&pool.id, pool.capacity)).collect();
    let flows: Vec<_> = program.flows.iter().map(|flow| (&flow.id, flow.limit.is_some())).collect();
    let nodes: Vec<_> = program.node_ids().collect();
    let services: Vec<_> = program.services.iter().map(|service| &service.id).collect();
    let personas: Vec<_> = program.personas.iter().map(|persona| &persona.id).collect();
    let mocks: Vec<bool> = program.mocks.iter().map(Option::is_some).collect();
    content_hash(&((nodes, flows, pools), (services, mocks, personas), (&program.objects, &program.watched)))
}

fn seal(bytes: &[u8]) -> [u8; 32] {
    blake3::derive_key("aura saved run 1", bytes)
}

fn block<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8]> {
    let length = read_number(rest).map_err(|_| damaged())?;
    let length = usize::try_from(length).map_err(|_| damaged())?;
    let (block, after) = rest.split_at_checked(length).ok_or_else(damaged)?;
    *rest = after;
    Ok(block)
}

fn foreign() -> Error {
    Error::new(ErrorCode::InvalidTrace, "this is not a saved run")
        .with_hint("saved runs begin with `AURASAV1`")
}

fn damaged() -> Error {
    Error::new(ErrorCode::InvalidTrace, "the saved run is damaged or not complete")
        .with_hint("save it again, or fetch the file once more")
}

/// Why a pause that was asked for stopped a run.
pub(super) fn paused(now: Time) -> StoppedBy {
    StoppedBy {
        code: ErrorCode::Cancelled,
        text: format!("paused on request at {}; resume it to go on", now.since(Time::ZERO)),
    }
}
