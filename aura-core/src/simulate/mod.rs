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
//! | `compile`, `steps`, `assumed`, `calendar` | documents → [`Program`] |
//! | `world`, `tokens`, `work` | one replication: events, gateways, steps |
//! | `record`, `trace`, `replay` | the chained trace and its verification |
//! | `tally`, `metrics`, `result` | counts → figures with intervals |
//! | `people`, `data` | default personas and scenarios, synthetic records |
//! | [`schema`], `words` | JSON Schema: validation and synthetic values; made-up words |
//! | [`services`] | mock services from OpenAPI descriptions |
//! | [`output`] | warm-up, intervals by replication, quantiles, when to stop |
//! | [`learn`] | numbers, and plans, from event logs |
//! | [`log`] | event logs of other programs: read, and written |
//! | `parts` | a run in parts, on many machines, put together to the same bytes |
//! | `sensitivity` | which assumption moves a metric how far |

mod assumed;
mod calendar;
mod compile;
mod data;
pub mod learn;
pub mod log;
mod metrics;
pub mod output;
mod parts;
mod people;
mod program;
mod record;
mod replay;
mod result;
pub mod schema;
mod sensitivity;
pub mod services;
mod steps;
mod tally;
mod tokens;
mod trace;
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

pub use compile::compile;
pub use data::synthetic_record;
pub use parts::{RunPart, merge_parts, simulate_part};
pub use people::{default_personas, default_scenario};
pub use program::Program;
pub use record::{EventKind, ReplicationTrace, TraceEvent};
pub use replay::{Divergence, ReplayReport, replay};
pub use sensitivity::{InfluenceOptions, MeasurePoint, Round, SensitivityOptions, Study, sensitivity};
pub use tally::CaseRecord;
pub use trace::{Trace, TraceHeader};

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
    let program = compile(plan, scenario)?;
    let replications = run_range(&program, 0..program.replications, control)?;
    result::simulation(plan, scenario, &program, replications)
}

/// Runs replications on the host's threads and returns them in order.
fn run_range(program: &Program, range: Range<u32>, control: &Control) -> Result<Vec<Replication>> {
    let count = range.len();
    let slots: Vec<Mutex<Option<Result<Replication>>>> = (0..count).map(|_| Mutex::new(None)).collect();
    let done = std::sync::atomic::AtomicU64::new(0);
    control.workers.run(count, &|number| {
        let outcome = match control.cancellation.check() {
            Ok(()) => World::new(program, range.start + number as u32).run(&control.cancellation),
            Err(cancelled) => Err(cancelled),
        };
        if let Some(slot) = slots.get(number)
            && let Ok(mut slot) = slot.lock()
        {
            *slot = Some(outcome);
        }
        let done = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        control.report(STAGE, done, Some(count as u64), format!("{done} of {count} replications"));
    });
    let unfinished = || Error::new(ErrorCode::Internal, "a replication was not run by the host's threads");
    slots
        .into_iter()
        .map(|slot| slot.into_inner().ok().flatten().unwrap_or_else(|| Err(unfinished())))
        .collect()
}
