//! Changes of the plan in plain English.

use super::Engine;
use super::requests::{EditRequest, Edited, Planned, RedoRequest, UndoRequest};
use crate::domain::edit::EditRecord;
use crate::domain::edit::{EditChoice, EditReading, EditedPlan};
use crate::domain::plan::Plan;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::plan::edit;
use crate::store::ProjectId;

impl Engine {
    /// Reads a change in plain English and makes it, where exactly one reading fits or one was chosen.
    ///
    /// A question changes nothing; several readings are returned to choose from; a sentence that is not
    /// understood comes back with the nearest readings. `undo`, `redo` and `go back to version …` move through the
    /// history, as [`Engine::undo`] and [`Engine::redo`] do.
    ///
    /// # Errors
    /// `invalid_edit`, `ambiguous_edit`, `limit_input`, `not_found`, `conflict`, `unavailable_store`.
    pub async fn edit(&self, request: &EditRequest) -> Result<Edited> {
        Limits::check_input("the change", request.sentence.len(), self.limits.sentence_bytes)?;
        let mut workspace = self.open(&request.project).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        let reading = edit::read(&plan, &request.sentence)?;
        let project = request.project.clone();
        let Some(choice) = chosen(&reading, request.choice)? else {
            let moved = if request.preview { None } else { self.moved(&project, &reading).await? };
            return Ok(Edited { project, reading, edited: None, kept: moved.is_some(), moved });
        };
        let operations = edit::with_agents(&plan, choice.operations.clone(), &self.agents);
        let edited = edit::apply_said(&plan, &operations, &request.sentence)?;
        if request.preview {
            return Ok(Edited { project, reading, edited: Some(edited), kept: false, moved: None });
        }
        workspace.stage("edit", &["plan"], &record(&request.sentence, &edited))?;
        workspace.stage("plan", &["plan", "intent", "edit"], &edited.plan)?;
        self.keep(&mut workspace, &format!("Changed the plan: {}", request.sentence.trim())).await?;
        Ok(Edited { project, reading, edited: Some(edited), kept: true, moved: None })
    }

    /// Goes back or forward in the history, where the sentence asked for that.
    async fn moved(&self, project: &ProjectId, reading: &EditReading) -> Result<Option<Planned>> {
        let project = project.clone();
        match reading {
            EditReading::Undo(undo) => {
                let (steps, version) = (Some(undo.steps), undo.version.clone());
                self.undo(&UndoRequest { project, steps, version }).await.map(Some)
            }
            EditReading::Redo(redo) => {
                self.redo(&RedoRequest { project, steps: Some(redo.steps) }).await.map(Some)
            }
            _ => Ok(None),
        }
    }
}

/// The reading that is meant, or `None` where the user has to say.
fn chosen(reading: &EditReading, wanted: Option<u32>) -> Result<Option<&EditChoice>> {
    let choices = match reading {
        EditReading::Understood(choice) => return Ok(Some(choice)),
        EditReading::Choices(several) => &several.choices,
        EditReading::NotUnderstood(none) => &none.nearest,
        _ => return Ok(None),
    };
    let Some(number) = wanted else { return Ok(None) };
    let place = usize::try_from(number).unwrap_or(0).checked_sub(1);
    place.and_then(|place| choices.get(place)).map(Some).ok_or_else(|| {
        Error::new(
            ErrorCode::InvalidEdit,
            format!("there is no choice {number}, there are {}", choices.len()),
        )
    })
}

fn record(sentence: &str, edited: &EditedPlan) -> EditRecord {
    EditRecord {
        sentence: sentence.trim().to_owned(),
        operations: edited.operations.clone(),
        changes: edited.changes.clone(),
        before: edited.before.clone(),
        after: edited.after.clone(),
        inverse: edited.inverse.clone(),
    }
}
