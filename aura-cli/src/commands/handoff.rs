//! `aura prototype` and `aura handoff`.

use std::path::Path;

use aura_core::Result;
use aura_core::domain::handoff::Handoff;
use aura_core::prototype::sessions;
use pollster::block_on;

use crate::Finish;
use crate::arguments::{HandoffArguments, PrototypeArguments};
use crate::output::Output;
use crate::session::Session;
use crate::{files, input};

/// Makes the clickable prototype, or reads what people did in it.
pub(crate) fn prototype(session: &Session, options: &PrototypeArguments) -> Result<Finish> {
    let output = &session.output;
    let project = session.project()?;
    let made = block_on(session.engine.prototype(&project))?;
    session.remember(&project)?;
    if !options.sessions.is_empty() {
        return summarise(session, options, &made.prototype);
    }
    files::write(&options.out, made.html.as_bytes())?;
    if output.is_json() {
        output.document(&made.prototype)?;
    } else if options.out != Path::new("-") {
        output.fact("pages", &made.prototype.pages.len().to_string())?;
        output.fact("prototype", &options.out.display().to_string())?;
        output
            .hint("Open it in a browser; it needs no network. Whoever clicks through it can save a log.")?;
    }
    Ok(Finish::Done)
}

/// Writes the package for engineers.
pub(crate) fn handoff(session: &Session, options: &HandoffArguments) -> Result<Finish> {
    let output = &session.output;
    let project = session.project()?;
    let handed = block_on(session.engine.handoff(&project))?;
    session.remember(&project)?;
    files::write_all(&options.out, handed.handoff.files.iter())?;
    if output.is_json() {
        output.document(&handed.handoff)?;
    } else {
        written(&handed.handoff, &options.out, output)?;
    }
    Ok(Finish::Done)
}

/// Says where the package is.
pub(crate) fn written(handoff: &Handoff, folder: &Path, output: &Output) -> Result<()> {
    output.fact(
        "handoff",
        &format!("{} ({} files)", folder.join("README.md").display(), handoff.files.len()),
    )?;
    for (name, file) in [("prototype", "prototype.html"), ("report", "report.html")] {
        if handoff.files.contains_key(file) {
            output.fact(name, &folder.join(file).display().to_string())?;
        }
    }
    Ok(())
}

fn summarise(
    session: &Session,
    options: &PrototypeArguments,
    prototype: &aura_core::domain::prototype::Prototype,
) -> Result<Finish> {
    let limit = session.engine.limits().document_bytes;
    let mut logs = Vec::with_capacity(options.sessions.len());
    for path in &options.sessions {
        logs.push(sessions::read(&input::file(path, limit)?)?);
    }
    let summary = sessions::summarise(prototype, &logs)?;
    session.output.document(&summary)?;
    Ok(Finish::Done)
}
