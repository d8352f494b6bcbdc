//! Plan and scenario → run: people, services, data and time, simulated in virtual time.
//!
//! In come a [`Plan`] and a [`Scenario`]; out comes a [`Simulation`]: the serialisable [`Run`], the record of
//! every case, and a [`Trace`] that [`replay`] can verify. A plan is compiled to a flat [`Program`] once; each
//! replication then runs alone, on whichever thread the host lends, and the results are merged in the order of
//! the replications, so the number of threads never shows. Every draw is addressed by (seed, case, node,
//! execution, purpose), so variants meet the same people. Never here: a socket, a file, a clock, advice.
//!
//! | Module | What it does |
//! |---|---|
//! | `compile`, `steps`, `resources`, `joins`, `assumed`, `calendar` | documents → [`Program`] |
//! | `world`, `tokens`, `work` | one replication: events, gateways, steps |
//! | `queues`, `breakdowns` | who stands in which queue, who leaves it; who breaks down |
//! | `undo` | compensation: steps of a failed case are taken back |
//! | `batches` | cases that are gathered and done in one go |
//! | `full`, `calls` | full depth: screens filled in, services really called |
//! | `record`, `trace`, `replay` | the chained trace and its verification |
//! | `stops`, `save` | limits and pauses; going on later, and branching |
//! | `tally`, `metrics`, `result` | counts → figures with intervals |
//! | `people`, `data` | default personas and scenarios, synthetic records |
//! | [`schema`], `words` | JSON Schema: validation and synthetic values; made-up words |
//! | [`services`] | mock services from OpenAPI descriptions |
//! | [`output`] | warm-up, intervals by replication, quantiles, when to stop |
//! | [`likeness`] | synthetic records like those of a sample |
//! | [`learn`] | numbers, and plans, from event logs |
//! | [`log`] | event logs of other programs: read, and written |
//! | `parts` | a run in parts, on many machines, put together to the same bytes |
//! | `faults` | the cheapest combination of faults that breaks a promise |
//! | [`converse`] | a persona in a conversation with an assistant |
//! | `walk` | personas in a prototype, screen by screen |
//! | `sensitivity` | which assumption moves a metric how far |

mod assumed;
mod batches;
mod breakdowns;
mod calendar;
mod calls;
mod coming;
mod compile;
pub mod converse;
mod data;
mod faults;
mod full;
mod joins;
pub mod learn;
pub mod likeness;
pub mod locale;
pub mod log;
mod long_run;
mod metrics;
mod mishaps;
mod outages;
pub mod output;
mod parts;
mod people;
mod precision;
mod program;
mod queues;
mod record;
mod replay;
mod resources;
mod result;
mod save;
pub mod schema;
mod sensitivity;
pub mod services;
mod sharing;
mod signals;
pub mod stated;
mod steps;
mod stops;
mod story;
mod tally;
mod tokens;
mod trace;
mod undo;
mod walk;
mod words;
mod work;
mod world;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Mutex;

use crate::domain::plan::Plan;
use crate::domain::run::Run;
use crate::domain::scenario::Scenario;
use crate::error::{Error, ErrorCode, Result};
use crate::progress::Control;

pub use calls::CallRecord;
pub use compile::compile;
pub use data::synthetic_record;
pub use faults::{FaultOptions, find_faults};
pub use parts::{RunPart, merge_parts, simulate_part};
pub use people::{default_personas, default_scenario};
pub use precision::{Precise, Precision, find_warm_up, simulate_to_precision};
pub use program::Program;
pub use record::{EventKind, ReplicationTrace, TraceEvent};
pub use replay::{Divergence, Draw, ReplayReport, replay};
pub use save::{SavedHeader, SavedRun, Stretch, resume};
pub use sensitivity::{InfluenceOptions, MeasurePoint, Round, SensitivityOptions, Study, sensitivity};
pub use story::{case_story, shown_cases};
pub use tally::CaseRecord;
pub use trace::{Trace, TraceHeader};
pub use walk::{WalkOptions, walk_prototype};

use save::{Start, State};
use world::{Replication, World};

/// The name of this stage in progress events.
const STAGE: &str = "simulate";

/// What a run leaves behind.
#[derive(Debug)]
pub struct Simulation {
    /// The serialisable result.
    pub run: Run,
    /// Every ended case of each replication, sorted by the number of the case.
    ///
    /// Replication `n`, case `c` of two variants is the same person who arrives at the same moment, so
    /// differences can be taken case by case.
    pub cases: Vec<Vec<CaseRecord>>,
    /// What was recorded, and what proves it.
    pub trace: Trace,
    /// Where the run stopped before its end: all that it needs to go on.
    pub saved: Option<SavedRun>,
}

/// Where a run is to pause, beside its limits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PauseAt {
    /// After so many events of the queue in each replication, counted from its beginning.
    pub events: Option<u64>,
    /// At this virtual time of each replication, in milliseconds.
    pub virtual_time_ms: Option<u64>,
}

impl PauseAt {
    /// Pauses each replication after so many events of the queue.
    #[must_use]
    pub fn with_events(mut self, events: u64) -> Self {
        self.events = Some(events);
        self
    }

    /// Where a replication paused before: after so many events, or nowhere.
    fn after(events: Option<u64>) -> Self {
        PauseAt { events, ..PauseAt::default() }
    }

    /// Pauses each replication at a virtual time.
    #[must_use]
    pub fn with_virtual_time_ms(mut self, virtual_time_ms: u64) -> Self {
        self.virtual_time_ms = Some(virtual_time_ms);
        self
    }
}

/// Runs a plan in a scenario.
///
/// At a limit of the scenario the run stops and keeps what it has: `run.stopped` says which limit it was and
/// what to allow. The limits of events, money and trace bytes are divided evenly among the replications, so
/// that a stopped run is as deterministic as a complete one.
///
/// # Errors
/// Those of [`compile`], and `cancelled`.
///
/// # Example
/// ```
/// use aura_core::progress::Control;
/// use aura_core::random::Seed;
/// use aura_core::simulate::{default_scenario, simulate};
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
/// let plan = plan();
/// let scenario = default_scenario(&plan, Seed(7), 1_000)?;
/// let simulation = simulate(&plan, &scenario, &Control::default())?;
/// assert_eq!(simulation.run.cases, 1_000);
/// // The same seed gives the same run, to the byte.
/// assert_eq!(simulation.run, simulate(&plan, &scenario, &Control::default())?.run);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn simulate(plan: &Plan, scenario: &Scenario, control: &Control) -> Result<Simulation> {
    simulate_until(plan, scenario, PauseAt::default(), control)
}

/// Runs a plan in a scenario up to a pause; [`resume`] goes on from there.
///
/// # Errors
/// Those of [`simulate`].
pub fn simulate_until(
    plan: &Plan,
    scenario: &Scenario,
    pause: PauseAt,
    control: &Control,
) -> Result<Simulation> {
    let program = compile(plan, scenario)?;
    run_from(plan, scenario, &program, Start::default(), &|_| pause, control)
}

fn run_from(
    plan: &Plan,
    scenario: &Scenario,
    program: &Program,
    start: Start,
    pause: &(dyn Fn(usize) -> PauseAt + Sync),
    control: &Control,
) -> Result<Simulation> {
    let Start { states, past } = start;
    let worlds = run_all(program, 0..program.replications, states, pause, control)?;
    let saved = if worlds.iter().any(World::is_stopped) {
        let states: Vec<State> = worlds.iter().map(World::state).collect::<Result<_>>()?;
        Some(SavedRun::new(plan, scenario, program, &past, &states)?)
    } else {
        None
    };
    let paused: Vec<Option<u64>> = worlds.iter().map(World::paused_after).collect();
    let replications = worlds.into_iter().map(World::finish).collect();
    let mut simulation = result::simulation(plan, scenario, program, replications)?;
    simulation.trace.header.past = past;
    if paused.iter().any(Option::is_some) {
        simulation.trace.header.paused = paused;
    }
    Ok(Simulation { saved, ..simulation })
}

/// Runs some replications from their beginning to their end, or to a pause.
fn run_range(
    program: &Program,
    range: Range<u32>,
    pause: PauseAt,
    control: &Control,
) -> Result<Vec<Replication>> {
    let worlds = run_all(program, range, None, &|_| pause, control)?;
    Ok(worlds.into_iter().map(World::finish).collect())
}

/// Runs replications on the host's threads and returns them in order.
fn run_all<'p>(
    program: &'p Program,
    range: Range<u32>,
    states: Option<Vec<State>>,
    pause: &(dyn Fn(usize) -> PauseAt + Sync),
    control: &Control,
) -> Result<Vec<World<'p>>> {
    let count = range.len();
    let states: Vec<Mutex<Option<State>>> =
        states.into_iter().flatten().map(|state| Mutex::new(Some(state))).collect();
    let slots: Vec<Mutex<Option<Result<World<'p>>>>> = (0..count).map(|_| Mutex::new(None)).collect();
    let done = Mutex::new(0_u64);
    control.workers.run(count, &|number| {
        let state = states.get(number).and_then(|state| state.lock().ok()?.take());
        let world = match state {
            Some(state) => World::restored(program, range.start + number as u32, state),
            None => Ok(World::new(program, range.start + number as u32)),
        };
        let outcome =
            control.cancellation.check().and(world).and_then(|world| world.run(&pause(number), control));
        if let Some(slot) = slots.get(number)
            && let Ok(mut slot) = slot.lock()
        {
            *slot = Some(outcome);
        }
        // Told under the lock, so that nobody hears the seventh before the sixth.
        if let Ok(mut done) = done.lock() {
            *done += 1;
            control.report(STAGE, *done, Some(count as u64), format!("{done} of {count} replications"));
        }
    });
    let unfinished = || Error::new(ErrorCode::Internal, "a replication was not run by the host's threads");
    slots
        .into_iter()
        .map(|slot| slot.into_inner().ok().flatten().unwrap_or_else(|| Err(unfinished())))
        .collect()
}
