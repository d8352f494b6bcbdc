//! One case of the last run as a story.

use super::Engine;
use super::requests::StoryRequest;
use super::workspace::Workspace;
use crate::domain::plan::Plan;
use crate::domain::story::{CaseStory, ShownCases};
use crate::error::Result;
use crate::simulate;

/// Most cases that move in a report.
const MOST_MOVING: u64 = 24;

impl Engine {
    /// Tells what happened to one case of the last run: when it waited, for how long, and because of what. Nothing is kept.
    ///
    /// # Errors
    /// `not_found` where there is no such project, run or case; `conflict` for a run that branched off from a saved one,
    /// because its circumstances changed on the way; `cancelled`, `unavailable_store`.
    pub async fn case_story(&self, request: &StoryRequest) -> Result<CaseStory> {
        let workspace = self.open(&request.project).await?;
        let trace = self.trace_of(&workspace).await?;
        let plan: Plan = self.need(&workspace, "plan").await?;
        simulate::case_story(&plan, &trace, request.case, &self.control)
    }

    /// The cases of the last run that a report shows; none of a run that branched off from a saved one.
    pub(super) async fn shown(&self, workspace: &Workspace, plan: &Plan) -> Result<Option<ShownCases>> {
        let trace = self.trace_of(workspace).await?;
        if trace.is_branch() {
            return Ok(None);
        }
        simulate::shown_cases(plan, &trace, MOST_MOVING, &self.control).map(Some)
    }
}
