//! `aura doctor`: tries everything that a run needs, on this machine.

use std::sync::Arc;
use std::time::Instant;

use aura_core::engine::requests::{EvaluateRequest, GoalRequest, SimulateRequest};
use aura_core::engine::{ENGINE_VERSION, Engine};
use aura_core::store::{MemoryStore, Store};
use aura_core::{Error, ErrorCode, Result};
use aura_store::SqliteStore;
use pollster::block_on;
use serde::Serialize;

use crate::Finish;
use crate::arguments::Common;
use crate::output::{Output, Tone};
use crate::session::home;

const GOAL: &str = "As a visitor, I want to book a table online, so that I need not call. \
                    Raise completed bookings from 60 % to 70 % within 3 months.";

/// One thing that was tried.
#[derive(Debug, Serialize)]
struct Check {
    name: &'static str,
    is_well: bool,
    detail: String,
}

/// Tries the stages in memory, then the store on the disk.
pub(crate) fn doctor(common: &Common) -> Result<Finish> {
    let output = Output::new(common);
    let checks = [
        check("version", || Ok(format!("aura {ENGINE_VERSION}"))),
        check("network", || Ok("not used: everything runs offline".to_owned())),
        check("model", || Ok("none plugged in: the rules alone are used".to_owned())),
        check("store", || store(common)),
        check("all stages", || stages(common)),
    ];
    if output.is_json() {
        output.document(&checks)?;
    } else {
        for check in &checks {
            let (tone, word) = if check.is_well { (Tone::Good, "ok") } else { (Tone::Bad, "FAILED") };
            output.status(tone, &format!("{word:<6} {:<12}", check.name), &check.detail)?;
        }
    }
    Ok(if checks.iter().all(|check| check.is_well) { Finish::Done } else { Finish::Failed })
}

fn check(name: &'static str, try_it: impl FnOnce() -> Result<String>) -> Check {
    match try_it() {
        Ok(detail) => Check { name, is_well: true, detail },
        Err(error) => Check { name, is_well: false, detail: format!("{error} [{}]", error.code()) },
    }
}

/// Opens this folder's store if there is one; else proves on a store of its own that one could be made.
fn store(common: &Common) -> Result<String> {
    let file = home(common).join("store.sqlite");
    if file.is_file() {
        let store = SqliteStore::open(&file)?;
        let projects = block_on(store.projects())?.len();
        return Ok(format!("{}, {projects} projects", store.describe()));
    }
    let trial = std::env::temp_dir().join(format!("aura-doctor-{}.sqlite", std::process::id()));
    let tried =
        SqliteStore::open(&trial).and_then(|store| block_on(aura_core::store::conformance::check(&store)));
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", trial.display()));
    }
    tried.map(|()| format!("none in {} yet; a trial store works", home(common).display()))
}

/// Runs a small goal through all stages twice, in memory, and compares.
fn stages(common: &Common) -> Result<String> {
    let began = Instant::now();
    let first = digest(common)?;
    if first != digest(common)? {
        return Err(Error::new(ErrorCode::Internal, "two runs with the same seed differ"));
    }
    Ok(format!("two full runs in {} ms, equal to the byte", began.elapsed().as_millis()))
}

fn digest(common: &Common) -> Result<(String, String)> {
    let engine = Engine::default().with_store(Arc::new(MemoryStore::default())).with_control(
        aura_core::progress::Control {
            workers: crate::host::threads(common),
            ..aura_core::progress::Control::default()
        },
    );
    let project = block_on(engine.interpret(&GoalRequest::new(GOAL)))?.project;
    block_on(engine.plan(&project))?;
    block_on(engine.prototype(&project))?;
    let simulate = SimulateRequest { cases: Some(1_000), ..SimulateRequest::new(project.clone()) };
    let run = block_on(engine.simulate(&simulate))?.run;
    block_on(engine.evaluate(&EvaluateRequest { simulate, variants: Vec::new(), rule: None }))?;
    let handoff = block_on(engine.handoff(&project))?.handoff;
    Ok((run.digest, handoff.id.to_string()))
}
