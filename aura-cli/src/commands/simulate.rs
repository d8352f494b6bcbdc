//! `aura simulate` and `aura replay`.

use std::path::Path;

use aura_core::domain::scenario::{Scenario, TraceDepth};
use aura_core::engine::requests::SimulateRequest;
use aura_core::simulate::Trace;
use aura_core::simulate::log::{log_of_trace, write_csv, write_xes};
use aura_core::store::ProjectId;
use aura_core::{Error, ErrorCode, Result};
use pollster::block_on;

use crate::Finish;
use crate::arguments::{ReplayArguments, SimulateArguments, Simulation};
use crate::output::Tone;
use crate::session::Session;
use crate::{files, input, view};

/// Runs the plan with simulated people.
pub(crate) fn simulate(session: &Session, options: &SimulateArguments) -> Result<Finish> {
    let output = &session.output;
    let project = session.project()?;
    let mut wanted = request(&project, &options.simulation);
    if let Some(path) = &options.scenario {
        let text = input::file(path, session.engine.limits().document_bytes)?;
        wanted.scenario = Some(serde_json::from_str(&text).map_err(|error| {
            Error::new(ErrorCode::InvalidDocument, format!("`{}` is not a scenario: {error}", path.display()))
        })?);
    }
    if options.log.is_some() {
        // A log of other programs has all cases, and so must the trace.
        let scenario = block_on(session.engine.circumstances(&wanted))?;
        wanted.scenario = Some(Scenario { trace: TraceDepth::Full, ..scenario });
    }
    let simulated = block_on(session.engine.simulate(&wanted))?;
    session.remember(&project)?;
    if let Some(path) = &options.trace {
        files::write(path, &block_on(session.engine.trace(&project))?)?;
    }
    if let Some(path) = &options.log {
        write_log(session, &project, path)?;
    }
    if output.is_json() {
        output.document(&simulated)?;
    } else {
        view::run(&simulated.run, output)?;
        view::explanation(&simulated.explanation, output)?;
        output.gap()?;
        output.hint("These are simulated people and assumed figures. Prove the run: aura replay")?;
    }
    Ok(Finish::Done)
}

/// Writes the last run as an event log.
fn write_log(session: &Session, project: &ProjectId, path: &Path) -> Result<()> {
    let plan = block_on(session.engine.present_plan(project))?.plan;
    let trace = Trace::from_bytes(&block_on(session.engine.trace(project))?)?;
    let log = log_of_trace(&plan, &trace)?;
    let is_table = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let text = if is_table { write_csv(&log) } else { write_xes(&log) };
    files::write(path, text.as_bytes())
}

/// Runs the last simulation again and says whether it is the same.
pub(crate) fn replay(session: &Session, options: &ReplayArguments) -> Result<Finish> {
    let output = &session.output;
    let project = session.project()?;
    let report = match &options.trace {
        None => block_on(session.engine.replay(&project))?,
        Some(path) => block_on(session.engine.verify(&project, &files::read(path)?))?,
    };
    if output.is_json() {
        output.document(&report)?;
    } else if report.is_equal {
        output.status(Tone::Good, "Same.", "Every event happened again exactly as it was recorded.")?;
        output.fact("events", &report.events.to_string())?;
        output.fact("digest", &report.digest)?;
    } else {
        output.status(Tone::Bad, "Different.", "The run is not the one that was recorded.")?;
        report.differences.iter().try_for_each(|difference| output.point(difference))?;
        if let Some(divergence) = &report.divergence {
            output.point(&divergence.text)?;
        }
        output.fact("recorded", &report.recorded_digest)?;
        output.fact("now", &report.digest)?;
    }
    Ok(if report.is_equal { Finish::Done } else { Finish::Failed })
}

/// The request that the options of a simulation stand for.
pub(crate) fn request(project: &ProjectId, options: &Simulation) -> SimulateRequest {
    SimulateRequest {
        seed: options.seed,
        cases: options.cases,
        budget: options.budget,
        ..SimulateRequest::new(project.clone())
    }
}
