//! `aura edit`.

use aura_core::Result;
use aura_core::domain::edit::EditReading;
use aura_core::engine::requests::{EditRequest, Edited};
use pollster::block_on;

use crate::Finish;
use crate::arguments::EditArguments;
use crate::output::Tone;
use crate::session::Session;
use crate::{ask, view};

/// Changes the plan in plain English.
pub(crate) fn edit(session: &Session, options: &EditArguments) -> Result<Finish> {
    let output = &session.output;
    let project = session.project()?;
    let mut request = EditRequest {
        project: project.clone(),
        sentence: options.change.join(" "),
        choice: options.choice,
        preview: options.preview,
    };
    let mut edited = block_on(session.engine.edit(&request))?;
    session.remember(&project)?;
    if edited.edited.is_none() && ask::choices(&edited.reading) > 0 && ask::can_ask(output) {
        view::reading(&edited.reading, output)?;
        request.choice = ask::choose(&edited.reading, output)?;
        if request.choice.is_none() {
            return Ok(finish(&edited));
        }
        edited = block_on(session.engine.edit(&request))?;
    }
    if output.is_json() {
        output.document(&edited)?;
    } else if let Some(moved) = &edited.moved {
        let word =
            if matches!(edited.reading, EditReading::Redo(_)) { "Went forward." } else { "Went back." };
        view::moved(word, moved, output)?;
    } else if let Some(changed) = &edited.edited {
        let word = if edited.kept { "Done." } else { "Would do:" };
        output.status(Tone::Good, word, &changed.changes.join(" "))?;
        view::plan(&changed.plan, &[], output)?;
        output.gap()?;
        output.hint("Take it back: aura project undo   See what it does: aura simulate")?;
    } else {
        view::reading(&edited.reading, output)?;
    }
    Ok(finish(&edited))
}

fn finish(edited: &Edited) -> Finish {
    let is_settled =
        matches!(edited.reading, EditReading::Question(_) | EditReading::Undo(_) | EditReading::Redo(_));
    if edited.edited.is_some() || is_settled { Finish::Done } else { Finish::Undecided }
}
