//! One case of the last run as a story.

use super::Engine;
use super::requests::StoryRequest;
use super::workspace::Workspace;
use crate::domain::plan::Plan;
use crate::domain::story::{CaseStory, ShownCases};
use crate::error::{Error, ErrorCode, Result};
use crate::simulate::{self, Trace};

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
        if is_branch(&trace) {
            let message =
                "the last run branched off from a saved one, so one of its cases cannot be told alone";
            return Err(Error::new(ErrorCode::Conflict, message)
                .with_hint("run the plan once more, from its beginning"));
        }
        let plan: Plan = self.need(&workspace, "plan").await?;
        simulate::case_story(&plan, &trace.header().scenario, request.case, &self.control)
    }

    /// The cases of the last run that a report shows; none of a run that branched off from a saved one.
    pub(super) async fn shown(&self, workspace: &Workspace, plan: &Plan) -> Result<Option<ShownCases>> {
        let trace = self.trace_of(workspace).await?;
        if is_branch(&trace) {
            return Ok(None);
        }
        simulate::shown_cases(plan, &trace.header().scenario, MOST_MOVING, &self.control).map(Some)
    }
}

/// Whether the circumstances of a run changed on the way, so that its scenario alone does not give it again.
fn is_branch(trace: &Trace) -> bool {
    !trace.header().past.is_empty()
}
