//! `aura run`: everything, from the goal to the package.

use aura_core::engine::requests::{EvaluateRequest, Evaluated, HandedOff, Interpreted, Planned, Simulated};
use aura_core::{Error, ErrorCode, Result};
use pollster::block_on;
use serde::Serialize;

use crate::Finish;
use crate::arguments::RunArguments;
use crate::output::Output;
use crate::session::Session;
use crate::{files, view};

use super::evaluate::in_words;
use super::{goal, handoff, simulate};

/// Everything that a run made.
#[derive(Serialize)]
struct Everything<'made> {
    interpreted: &'made Interpreted,
    planned: &'made Planned,
    simulated: &'made Simulated,
    evaluated: &'made Evaluated,
    folder: String,
    files: Vec<&'made String>,
}

/// Interprets, plans, prototypes, simulates, compares, explains and hands off.
pub(crate) fn run(session: &Session, options: &RunArguments) -> Result<Finish> {
    let engine = &session.engine;
    let interpreted = goal::understand(session, &options.goal)?.ok_or_else(|| {
        Error::new(ErrorCode::InvalidRequest, "there is no goal")
            .with_hint("for example `aura run goal.md --out out/`")
    })?;
    let project = interpreted.project.clone();
    let planned = block_on(engine.plan(&project))?;
    block_on(engine.prototype(&project))?;
    let wanted = simulate::request(&project, &options.simulation);
    let simulated = block_on(engine.simulate(&wanted))?;
    let variants = options.variant.iter().map(|sentence| in_words(sentence)).collect();
    let evaluated = block_on(engine.evaluate(&EvaluateRequest { simulate: wanted, variants, rule: None }))?;
    let handed = block_on(engine.handoff(&project))?;
    files::write_all(&options.out, handed.handoff.files.iter())?;
    let everything = Everything {
        interpreted: &interpreted,
        planned: &planned,
        simulated: &simulated,
        evaluated: &evaluated,
        folder: options.out.display().to_string(),
        files: handed.handoff.files.keys().collect(),
    };
    if session.output.is_json() {
        session.output.document(&everything)?;
    } else {
        show(&everything, &handed, options, &session.output)?;
    }
    Ok(Finish::Done)
}

fn show(made: &Everything<'_>, handed: &HandedOff, options: &RunArguments, output: &Output) -> Result<()> {
    view::intent(&made.interpreted.intent, output)?;
    goal::list_questions(made.interpreted, &options.goal, output)?;
    view::plan(&made.planned.plan, &made.planned.problems, output)?;
    view::run(&made.simulated.run, output)?;
    if let Some(verdict) = &made.evaluated.verdict {
        view::verdict(verdict, output)?;
    }
    view::explanation(&made.evaluated.explanation, output)?;
    output.heading("Ready")?;
    handoff::written(&handed.handoff, &options.out, output)
}
