//! What takes a step back where the case fails later.

use super::draft::Draft;
use super::steps::checked_title;
use crate::domain::edit::UndoOfStep;
use crate::domain::provenance::Origin;
use crate::domain::quantity::{Distribution, Unit};
use crate::domain::step::Undo;
use crate::error::Result;
use crate::plan::work::{usual_time, work_of};

impl Draft<'_> {
    pub(super) fn set_undo(&mut self, order: &UndoOfStep) -> Result<()> {
        let actor = self.step(&order.node)?.actor.clone();
        let Some(title) = &order.title else {
            self.step_mut(&order.node)?.undo = None;
            return Ok(());
        };
        let title = checked_title(title)?;
        let kind = self.actor_kind(&actor);
        let (mean_ms, source) = usual_time(work_of(&title, kind), kind, 0);
        let reason =
            "nobody said how long it takes to take the step back; a usual time for such work is taken";
        let origin =
            source.map_or_else(|| Origin::assumed(reason), |source| Origin::assumed_from(reason, source));
        let working_time = self.assume(
            &format!("How long it takes to undo by: {title}"),
            Distribution::lognormal(mean_ms, mean_ms * 0.5),
            Unit::Milliseconds,
            (mean_ms * 0.5, mean_ms * 2.0),
            origin,
        );
        self.step_mut(&order.node)?.undo = Some(Undo { title, working_time: Some(working_time), cost: None });
        Ok(())
    }
}
