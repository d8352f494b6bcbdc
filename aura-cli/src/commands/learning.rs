//! `aura import` and `aura learn`: plans and numbers that others have already.

use std::path::Path;

use aura_core::Result;
use aura_core::domain::figures::{count, duration};
use aura_core::engine::requests::{ImportRequest, Imported, LearnRequest, LearnedPlan};
use aura_core::simulate::log::LogOptions;
use aura_core::text::DateOrder;
use pollster::block_on;

use crate::Finish;
use crate::arguments::learning::{ImportArguments, LearnArguments, Order};
use crate::output::{Output, Tone};
use crate::session::Session;
use crate::table::TableFile;
use crate::{input, view};

/// Most lines of a list that are shown.
const MOST_LINES: usize = 12;

/// Makes a project of a process model.
pub(crate) fn import(session: &Session, options: &ImportArguments) -> Result<Finish> {
    let (engine, output) = (&session.engine, &session.output);
    let limit = engine.limits().document_bytes;
    let model = input::file(&options.model, limit)?;
    let parameters = options.parameters.as_ref().map(|path| input::file(path, limit)).transpose()?;
    let request = ImportRequest { model, parameters, name: options.name.clone() };
    let imported = block_on(engine.import_model(&request))?;
    let planned = &imported.planned;
    session.remember(&planned.project)?;
    if output.is_json() {
        output.document(&imported)?;
    } else {
        view::plan(&planned.plan, &planned.problems, output)?;
        left_out(&imported, output)?;
        output.gap()?;
        output.fact("project", planned.project.as_str())?;
        output.hint("Run it with simulated people: aura simulate")?;
    }
    Ok(Finish::Done)
}

fn left_out(imported: &Imported, output: &Output) -> Result<()> {
    output.heading("Imported")?;
    let lost: Vec<_> = imported.not_kept.iter().filter(|one| one.matters).collect();
    if lost.is_empty() {
        output.status(
            Tone::Good,
            "Complete.",
            "Everything that the model says about the process is in the plan.",
        )?;
    } else {
        output.status(
            Tone::Bad,
            "Not all of it.",
            "The plan may run otherwise than the model where these matter:",
        )?;
    }
    for one in lost {
        let id = if one.id.is_empty() { String::new() } else { format!(" `{}`", one.id) };
        output.point(&format!("{}{id}: {}", one.what, one.reason))?;
    }
    Ok(())
}

/// Takes the numbers of a plan, or the plan itself, from an event log.
pub(crate) fn learn(session: &Session, options: &LearnArguments) -> Result<Finish> {
    let (engine, output) = (&session.engine, &session.output);
    let file = options.log.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let request = LearnRequest {
        project: options.plan.then(|| session.project()).transpose()?,
        name: Some(options.name.clone().unwrap_or_else(|| stem(&options.log))),
        source: Some(file),
        fitted_share: Some(options.fitted_share),
        columns: Some(log_options(options)),
        ..LearnRequest::default()
    };
    let learned = block_on(engine.learn_from(&TableFile::log(&options.log)?, &request))?;
    let planned = &learned.planned;
    session.remember(&planned.project)?;
    if output.is_json() {
        output.document(&learned)?;
    } else {
        output.fact("cases", &count(learned.cases))?;
        output.fact("events", &count(learned.events))?;
        show(&learned, output)?;
        output.fact("project", planned.project.as_str())?;
        output.hint("Run it with simulated people: aura simulate")?;
    }
    Ok(Finish::Done)
}

fn show(learned: &LearnedPlan, output: &Output) -> Result<()> {
    output.heading("Measured")?;
    for one in learned.measured.iter().take(MOST_LINES) {
        let fitted = &one.fitted;
        let mean = duration(fitted.distribution.mean());
        output.point(&format!(
            "{}: {mean} on average, {} ({} observations, distance {:.3})",
            one.about, fitted.kind, fitted.observations, fitted.distance
        ))?;
    }
    let more = learned.measured.len().saturating_sub(MOST_LINES);
    if more > 0 {
        output.point(&format!("and {more} more; --json shows all"))?;
    }
    let fit = learned.replay;
    output.heading("How well it fits")?;
    output.point(&format!(
        "{} of {} cases go through the plan from start to end, and {} of {} things that were done",
        fit.fitting_cases, fit.cases, fit.fitting_activities, fit.activities
    ))?;
    match &learned.held_out {
        None => output.point("There are too few cases to hold some out and compare.")?,
        Some(held) => {
            output.point(&format!(
                "Fitted to the first {} cases and compared with the other {}: they took {} on average, simulated ones {}",
                held.fitted_cases,
                held.compared_cases,
                duration(held.mean_ms),
                duration(held.simulated_mean_ms)
            ))?;
            output.point(&format!(
                "Equal quantiles differ by {} on average; between the earlier and the later cases of the log it is {}",
                duration(held.distance_ms),
                duration(held.earlier_distance_ms)
            ))?;
        }
    }
    learned.notes.iter().take(MOST_LINES).try_for_each(|note| output.point(note))?;
    output.gap()
}

fn stem(path: &Path) -> String {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    name.split('.').next().unwrap_or("log").to_owned()
}

fn log_options(options: &LearnArguments) -> LogOptions {
    let mut wanted = LogOptions::default();
    wanted.case.clone_from(&options.case_column);
    wanted.activity.clone_from(&options.activity_column);
    wanted.time.clone_from(&options.time_column);
    wanted.started.clone_from(&options.start_column);
    wanted.resource.clone_from(&options.resource_column);
    wanted.separator = options.separator;
    wanted.date_order = options.date_order.map(|order| match order {
        Order::DayFirst => DateOrder::DayFirst,
        Order::MonthFirst => DateOrder::MonthFirst,
    });
    wanted
}
