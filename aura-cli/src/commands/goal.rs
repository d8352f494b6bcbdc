//! `aura interpret` and `aura plan`.

use aura_core::domain::problem::Severity;
use aura_core::engine::requests::{Combined, GoalRequest, Interpreted, Planned, ReplanRequest};
use aura_core::store::ProjectId;
use aura_core::{Error, ErrorCode, Result};
use pollster::block_on;

use crate::Finish;
use crate::arguments::{Common, Goal, InterpretArguments, PlanArguments};
use crate::output::{Output, Tone};
use crate::session::Session;
use crate::{ask, files, input, view};

/// Turns a goal into structure, and asks what is unclear.
pub(crate) fn interpret(session: &Session, options: &InterpretArguments) -> Result<Finish> {
    let output = &session.output;
    let interpreted = match understand(session, &options.goal)? {
        Some(interpreted) => interpreted,
        None => block_on(session.engine.present_intent(&session.project()?))?,
    };
    if let Some(path) = &options.html {
        files::write(path, aura_core::intent::marked_html(&interpreted.intent).as_bytes())?;
    }
    if output.is_json() {
        output.document(&interpreted)?;
    } else {
        view::intent(&interpreted.intent, output)?;
        list_questions(&interpreted, &options.goal, output)?;
    }
    Ok(Finish::Done)
}

/// Drafts the plan of a goal, or shows the present one.
pub(crate) fn plan(session: &Session, options: &PlanArguments) -> Result<Finish> {
    let output = &session.output;
    let planned = match understand(session, &options.goal)? {
        Some(interpreted) => {
            let combined = redraft(session, &interpreted.project)?;
            if !combined.kept {
                return super::project::show_combined(session, &combined, "aura project replan");
            }
            if !output.is_json() {
                list_questions(&interpreted, &options.goal, output)?;
            }
            combined.planned
        }
        None => present(session, &session.project()?)?,
    };
    if let Some(path) = &options.out {
        let text = serde_json::to_string_pretty(&planned.plan).map_err(|error| {
            Error::new(ErrorCode::Internal, "the plan cannot be written as JSON").with_source(error)
        })?;
        files::write(path, format!("{text}\n").as_bytes())?;
    }
    if output.is_json() {
        output.document(&planned)?;
    } else {
        view::plan(&planned.plan, &planned.problems, output)?;
        output.gap()?;
        output.hint("Change it in plain English: aura edit \"…\"   Try it: aura simulate")?;
    }
    Ok(Finish::Done)
}

/// Says what is wrong with a plan file.
pub(crate) fn check(common: &Common, options: &PlanArguments) -> Result<Finish> {
    let output = Output::new(common);
    let Some(path) = &options.check else { return Ok(Finish::Done) };
    let text = input::file(path, aura_core::limits::Limits::default().document_bytes)?;
    let plan = aura_core::plan::load(&text)?;
    let problems = aura_core::plan::check(&plan);
    let is_sound = problems.iter().all(|problem| problem.severity != Severity::Error);
    if output.is_json() {
        output.document(&problems)?;
    } else {
        view::plan(&plan, &problems, &output)?;
        output.gap()?;
        if is_sound {
            output.status(Tone::Good, "Sound:", "the plan can be run.")?;
        } else {
            output.status(Tone::Bad, "Not sound:", "the plan cannot be run until the errors are mended.")?;
        }
    }
    Ok(if is_sound { Finish::Done } else { Finish::Failed })
}

/// Interprets the goal that was given, asks its questions where somebody is there, and remembers the project.
/// `None` where no goal was given.
pub(crate) fn understand(session: &Session, goal: &Goal) -> Result<Option<Interpreted>> {
    let Some(text) = input::goal(goal.goal.as_deref(), session.engine.limits())? else {
        return answer_only(session, goal);
    };
    let request = GoalRequest {
        text,
        project: session.wanted().cloned(),
        name: goal.name.clone(),
        answers: input::answers(&goal.answer)?,
    };
    let mut interpreted = block_on(session.engine.interpret(&request))?;
    session.remember(&interpreted.project)?;
    if !goal.assume && !interpreted.intent.questions.is_empty() && ask::can_ask(&session.output) {
        let answers = ask::ask(&interpreted.intent, &session.output)?;
        if !answers.is_empty() {
            interpreted = block_on(session.engine.answer(&interpreted.project, &answers))?;
        }
    }
    Ok(Some(interpreted))
}

/// Answers to the questions of the present project, where only answers were given.
fn answer_only(session: &Session, goal: &Goal) -> Result<Option<Interpreted>> {
    let answers = input::answers(&goal.answer)?;
    if answers.is_empty() {
        return Ok(None);
    }
    block_on(session.engine.answer(&session.project()?, &answers)).map(Some)
}

/// Lists what is still open, with how to answer it.
pub(crate) fn list_questions(interpreted: &Interpreted, goal: &Goal, output: &Output) -> Result<()> {
    if interpreted.intent.questions.is_empty() || goal.assume {
        return Ok(());
    }
    output.heading("Open questions (the first answer is assumed until you say otherwise)")?;
    for question in &interpreted.intent.questions {
        ask::show(question, output)?;
    }
    output.gap()?;
    output.hint("Answer with --answer q1=b, or go on with the assumptions.")
}

/// The plan as it stands; drafted where there is only an intent.
fn present(session: &Session, project: &ProjectId) -> Result<Planned> {
    match block_on(session.engine.present_plan(project)) {
        Err(error) if error.code() == ErrorCode::NotFound => {
            redraft(session, project).map(|combined| combined.planned)
        }
        other => other,
    }
}

/// Drafts the plan of a project and keeps what was edited by hand.
fn redraft(session: &Session, project: &ProjectId) -> Result<Combined> {
    let request = ReplanRequest { project: project.clone(), answers: Vec::new(), keep_mine: false };
    block_on(session.engine.replan(&request))
}
