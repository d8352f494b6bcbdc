//! `aura project`.

use aura_core::Result;
use aura_core::domain::figures::counted;
use aura_core::engine::requests::{Combined, MergeRequest, Planned, RedoRequest, ReplanRequest, UndoRequest};
use aura_core::store::{Project, ProjectId, Revision};
use pollster::block_on;

use crate::Finish;
use crate::arguments::{ProjectAction, ProjectArguments, Settle};
use crate::output::Tone;
use crate::session::Session;
use crate::{ask, input, view};

/// Lists, shows and restores projects.
pub(crate) fn project(session: &Session, options: &ProjectArguments) -> Result<Finish> {
    match &options.action {
        ProjectAction::List => list(session),
        ProjectAction::Show => show(session),
        ProjectAction::History { most } => history(session, *most),
        ProjectAction::Versions => versions(session),
        ProjectAction::Undo { steps, to } => undo(session, *steps, to.clone()),
        ProjectAction::Redo { steps } => redo(session, *steps),
        ProjectAction::Merge { version, settle } => merge(session, version, settle),
        ProjectAction::Replan { settle } => replan(session, settle),
    }
}

fn list(session: &Session) -> Result<Finish> {
    let output = &session.output;
    let projects = block_on(session.engine.projects())?;
    if output.is_json() {
        output.document(&projects)?;
        return Ok(Finish::Done);
    }
    if projects.is_empty() {
        output.paragraph("There is no project in this folder yet. Begin with: aura run goal.md")?;
    }
    let present = session.project().ok();
    for project in &projects {
        let mark = if present.as_ref() == Some(&project.id) { " (present)" } else { "" };
        output.fact(project.id.as_str(), &format!("{}{mark}, {}", project.name, last(project)))?;
    }
    Ok(Finish::Done)
}

fn show(session: &Session) -> Result<Finish> {
    let output = &session.output;
    let wanted = session.project()?;
    let history = block_on(session.engine.history(&wanted, 1))?;
    let projects = block_on(session.engine.projects())?;
    let Some(project) = projects.into_iter().find(|project| project.id == wanted) else {
        return Ok(Finish::Failed);
    };
    if output.is_json() {
        output.document(&project)?;
        return Ok(Finish::Done);
    }
    output.heading(&project.name)?;
    output.fact("project", project.id.as_str())?;
    output.fact("kept in", &session.engine.store().describe())?;
    for revision in &history {
        output.fact("last change", &format!("{} {}", revision.message, revision.at))?;
    }
    for (kind, artifact) in &project.revision.heads {
        output.fact(kind, artifact.as_str())?;
    }
    if let Ok(planned) = block_on(session.engine.present_plan(&wanted)) {
        output.fact("plan version", planned.version.as_str())?;
        view::plan(&planned.plan, &planned.problems, output)?;
    }
    Ok(Finish::Done)
}

fn history(session: &Session, most: usize) -> Result<Finish> {
    let output = &session.output;
    let revisions = block_on(session.engine.history(&session.project()?, most))?;
    if output.is_json() {
        output.document(&revisions)?;
        return Ok(Finish::Done);
    }
    for revision in &revisions {
        output.fact(&revision.number.to_string(), &described(revision))?;
    }
    Ok(Finish::Done)
}

fn versions(session: &Session) -> Result<Finish> {
    let output = &session.output;
    let versions = block_on(session.engine.versions(&session.project()?))?;
    if output.is_json() {
        output.document(&versions)?;
        return Ok(Finish::Done);
    }
    for version in &versions.versions {
        let mark = if version.is_present { " (present)" } else { "" };
        let line = format!("{}{mark}, {} {}", version.version, version.message, version.at);
        output.fact(&version.number.to_string(), line.trim_end())?;
    }
    output.gap()?;
    let (back, forward) = (counted(versions.can_undo.into(), "change"), versions.can_redo);
    output.paragraph(&format!("{back} can be taken back, {forward} can be made again."))?;
    output.hint("Go to one of them: aura project undo --to NUMBER")?;
    Ok(Finish::Done)
}

fn undo(session: &Session, steps: Option<u32>, version: Option<String>) -> Result<Finish> {
    let request = UndoRequest { project: session.project()?, steps, version };
    show_moved(session, "Went back.", &request.project, &block_on(session.engine.undo(&request))?)
}

fn redo(session: &Session, steps: Option<u32>) -> Result<Finish> {
    let request = RedoRequest { project: session.project()?, steps };
    show_moved(session, "Went forward.", &request.project, &block_on(session.engine.redo(&request))?)
}

fn merge(session: &Session, version: &str, settle: &Settle) -> Result<Finish> {
    let request = MergeRequest {
        project: session.project()?,
        version: version.to_owned(),
        answers: input::answers(&settle.answer)?,
        keep_mine: settle.mine,
    };
    let combined = block_on(session.engine.merge(&request))?;
    session.remember(&request.project)?;
    show_combined(session, &combined, &format!("aura project merge {version}"))
}

fn replan(session: &Session, settle: &Settle) -> Result<Finish> {
    let answers = input::answers(&settle.answer)?;
    let request = ReplanRequest { project: session.project()?, answers, keep_mine: settle.mine };
    let combined = block_on(session.engine.replan(&request))?;
    session.remember(&request.project)?;
    show_combined(session, &combined, "aura project replan")
}

/// What two plans became, or what has to be decided first and by which command.
pub(crate) fn show_combined(session: &Session, combined: &Combined, command: &str) -> Result<Finish> {
    let output = &session.output;
    if output.is_json() {
        output.document(combined)?;
    } else if combined.kept {
        let changes = if combined.changes.is_empty() {
            "Nothing changed.".to_owned()
        } else {
            combined.changes.join(" ")
        };
        output.status(Tone::Good, "Done.", &changes)?;
        view::plan(&combined.planned.plan, &combined.planned.problems, output)?;
    } else {
        output.heading("Decide first; nothing was changed")?;
        for question in &combined.conflicts {
            ask::show(question, output)?;
        }
        output.gap()?;
        let first = combined.conflicts.first().map_or_else(String::new, |question| question.id.to_string());
        output.hint(&format!("{command} --answer {first}=b   or keep all of yours: {command} --mine"))?;
    }
    Ok(if combined.kept { Finish::Done } else { Finish::Undecided })
}

fn show_moved(session: &Session, word: &str, project: &ProjectId, planned: &Planned) -> Result<Finish> {
    session.remember(project)?;
    if session.output.is_json() {
        session.output.document(planned)?;
    } else {
        view::moved(word, planned, &session.output)?;
    }
    Ok(Finish::Done)
}

fn last(project: &Project) -> String {
    let changes = counted(project.revision.number, "change");
    format!("{changes}, last: {}", project.revision.message)
}

fn described(revision: &Revision) -> String {
    let plan = revision.heads.get("plan").map_or_else(String::new, |plan| format!(" [plan {plan}]"));
    format!("{} {}{plan}", revision.at, revision.message)
}
