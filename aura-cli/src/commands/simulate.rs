//! `aura simulate` and `aura replay`.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use aura_core::domain::id::{MetricId, OperationId};
use aura_core::domain::plan::{Plan, Service};
use aura_core::domain::scenario::{RateLimit, RunDepth, RunLimits, Scenario, ServiceMock, TraceDepth};
use aura_core::engine::requests::SimulateRequest;
use aura_core::simulate::log::{log_of_trace, write_csv, write_xes};
use aura_core::simulate::{Precision, SavedRun, Trace};
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
    wanted.services = services(session, &project, options)?;
    if options.full {
        wanted.depth = Some(RunDepth::Full);
    }
    wanted.pause_at_ms = options.pause_at.map(|seconds| seconds.saturating_mul(1_000));
    wanted.precision = precision(options)?;
    warm_up(session, options, &mut wanted)?;
    let before = match &options.resume {
        Some(path) => Some(files::read(path)?),
        None => None,
    };
    if let Some(changed) = limits(options) {
        let base = match (&wanted.scenario, &before) {
            (None, Some(saved)) => SavedRun::from_bytes(saved)?.header().scenario.clone(),
            _ => block_on(session.engine.circumstances(&wanted))?,
        };
        wanted.scenario = Some(Scenario { limits: changed(base.limits.clone()), ..base });
    }
    if options.log.is_some() {
        // A log of other programs has all cases, and so must the trace.
        let scenario = block_on(session.engine.circumstances(&wanted))?;
        wanted.scenario = Some(Scenario { trace: TraceDepth::Full, ..scenario });
    }
    pause_after(session, options.wall);
    let simulated = match &before {
        Some(saved) => block_on(session.engine.resume(&wanted, saved))?,
        None => block_on(session.engine.simulate(&wanted))?,
    };
    session.remember(&project)?;
    if let (Some(path), Some(_)) = (&options.save, &simulated.run.stopped) {
        files::write(path, &block_on(session.engine.saved_run(&project))?)?;
    }
    if let Some(path) = &options.trace {
        files::write(path, &block_on(session.engine.trace(&project))?)?;
    }
    if let Some(path) = &options.log {
        write_log(session, &project, path)?;
    }
    if let Some(path) = &options.calls {
        write_calls(session, &project, path)?;
    }
    if output.is_json() {
        output.document(&simulated)?;
    } else {
        view::run(&simulated.run, output)?;
        if let Some(precise) = &simulated.precision {
            view::precision(&simulated.run, precise, output)?;
        }
        view::explanation(&simulated.explanation, output)?;
        output.gap()?;
        if simulated.run.stopped.is_some() && options.save.is_none() {
            output.hint(
                "To go on from here later, stop it with --save FILE, then: aura simulate --resume FILE",
            )?;
        }
        output.hint("These are simulated people and assumed figures. Prove the run: aura replay")?;
    }
    Ok(Finish::Done)
}

/// How narrow an interval the options ask for.
fn precision(options: &SimulateArguments) -> Result<Option<Precision>> {
    let Some(wish) = &options.precision else { return Ok(None) };
    let share = match wish.strip_suffix('%') {
        Some(percent) => percent.trim().parse::<f64>().map(|percent| percent / 100.0),
        None => wish.parse::<f64>(),
    };
    let half_width = share.map_err(|_| {
        Error::new(ErrorCode::InvalidRequest, format!("`{wish}` is no width of an interval"))
            .with_hint("for ± 2 % say --precision 2%")
    })?;
    let metric = options.precise_metric.as_ref().map(MetricId::new).transpose()?;
    Ok(Some(Precision { metric, half_width, most_replications: options.most_replications }))
}

/// What the options say of the start of a run.
fn warm_up(session: &Session, options: &SimulateArguments, wanted: &mut SimulateRequest) -> Result<()> {
    match options.warm_up.as_deref() {
        None => {}
        Some("detect") => wanted.detect_warm_up = true,
        Some(cases) => {
            let cases: u64 = cases.parse().map_err(|_| {
                Error::new(ErrorCode::InvalidRequest, format!("`{cases}` is no number of cases"))
                    .with_hint("say --warm-up detect, or for example --warm-up 200")
            })?;
            let scenario = block_on(session.engine.circumstances(wanted))?;
            wanted.scenario = Some(Scenario { warm_up_cases: Some(cases), ..scenario });
        }
    }
    Ok(())
}

/// What the options change about the limits of a run.
fn limits(options: &SimulateArguments) -> Option<impl Fn(RunLimits) -> RunLimits> {
    let (events, memory) = (options.events, options.memory);
    let is_any = events.is_some() || memory.is_some();
    is_any.then_some(move |limits: RunLimits| RunLimits {
        events: events.unwrap_or(limits.events),
        memory_bytes: memory.map_or(limits.memory_bytes, |megabytes| megabytes.saturating_mul(1 << 20)),
        ..limits
    })
}

/// Pauses the work when so much real time is over.
fn pause_after(session: &Session, seconds: Option<u64>) {
    if let Some(seconds) = seconds {
        let pause = session.engine.control().pause;
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(seconds));
            pause.cancel();
        });
    }
}

/// The descriptions of services that the options name.
fn services(session: &Session, project: &ProjectId, options: &SimulateArguments) -> Result<Vec<ServiceMock>> {
    if options.service.is_empty() {
        return Ok(Vec::new());
    }
    let plan = block_on(session.engine.present_plan(project))?.plan;
    let rate_limit = options.rate_limit.map(|calls| RateLimit { calls, window_ms: 1_000 });
    let mut mocks = Vec::new();
    for pair in &options.service {
        let (name, path) = split(pair, "--service \"payment provider=payments.yaml\"")?;
        let service = service_of(&plan, name)?;
        let mut operations = BTreeMap::new();
        for pair in &options.operation {
            let (id, place) = split(pair, "--operation \"operation_pay=POST /v1/charges\"")?;
            let id = OperationId::new(id)?;
            if service.operations.iter().any(|operation| operation.id == id) {
                operations.insert(id, place.to_owned());
            }
        }
        let description = input::file(Path::new(path), session.engine.limits().document_bytes)?;
        mocks.push(ServiceMock { service: service.id.clone(), description, operations, rate_limit });
    }
    Ok(mocks)
}

fn split<'t>(pair: &'t str, example: &str) -> Result<(&'t str, &'t str)> {
    let parts = pair.split_once('=').map(|(name, value)| (name.trim(), value.trim()));
    parts.filter(|(name, value)| !name.is_empty() && !value.is_empty()).ok_or_else(|| {
        Error::new(ErrorCode::InvalidRequest, format!("`{pair}` is not of the form NAME=VALUE"))
            .with_hint(format!("for example `{example}`"))
    })
}

/// A service of the plan by its id or its title.
fn service_of<'plan>(plan: &'plan Plan, name: &str) -> Result<&'plan Service> {
    let wanted = name.to_lowercase();
    let is_it = |service: &&Service| {
        service.id.as_str() == name
            || service.id.as_str().trim_start_matches("service_") == wanted.replace([' ', '-'], "_")
            || service.title.to_lowercase() == wanted
    };
    plan.services.iter().find(is_it).ok_or_else(|| {
        let titles: Vec<&str> = plan.services.iter().map(|service| service.title.as_str()).collect();
        let error = Error::new(ErrorCode::NotFound, format!("the plan has no service `{name}`"));
        match titles.as_slice() {
            [] => error.with_hint("the plan calls no service"),
            titles => error.with_hint(format!("its services are {}", titles.join(", "))),
        }
    })
}

/// Writes the calls of the last run, one a line.
fn write_calls(session: &Session, project: &ProjectId, path: &Path) -> Result<()> {
    let trace = Trace::from_bytes(&block_on(session.engine.trace(project))?)?;
    let mut text = String::new();
    for call in trace.calls() {
        let line = serde_json::to_string(call).map_err(|error| {
            Error::new(ErrorCode::Internal, "a call could not be written").with_source(error)
        })?;
        text.push_str(&line);
        text.push('\n');
    }
    files::write(path, text.as_bytes())
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
