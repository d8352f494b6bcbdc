//! What takes a step back where the case fails later.

use super::draft::Draft;
use super::steps::checked_title;
use crate::domain::edit::UndoOfStep;
use crate::domain::step::Undo;
use crate::error::Result;
use crate::plan::work::work_of;

impl Draft<'_> {
    pub(super) fn set_undo(&mut self, order: &UndoOfStep) -> Result<()> {
        let actor = self.step(&order.node)?.actor.clone();
        let Some(title) = &order.title else {
            self.step_mut(&order.node)?.undo = None;
            return Ok(());
        };
        let title = checked_title(title)?;
        let kind = self.actor_kind(&actor);
        let working_time = self.assume_usual_time(
            (work_of(&title, kind), kind),
            &format!("How long it takes to undo by: {title}"),
            "nobody said how long it takes to take the step back; a usual time for such work is taken",
        );
        self.step_mut(&order.node)?.undo = Some(Undo { title, working_time: Some(working_time), cost: None });
        Ok(())
    }
}
