//! One case of the last run as a story.

use super::Engine;
use super::requests::StoryRequest;
use crate::domain::plan::Plan;
use crate::domain::story::CaseStory;
use crate::error::{Error, ErrorCode, Result};
use crate::simulate;

impl Engine {
    /// Tells what happened to one case of the last run: when it waited, for how long, and because of what. Nothing is kept.
    ///
    /// # Errors
    /// `not_found` where there is no such project, run or case; `conflict` for a run that branched off from a saved one,
    /// because its circumstances changed on the way; `cancelled`, `unavailable_store`.
    pub async fn case_story(&self, request: &StoryRequest) -> Result<CaseStory> {
        let workspace = self.open(&request.project).await?;
        let trace = self.trace_of(&workspace).await?;
        if !trace.header().past.is_empty() {
            let message =
                "the last run branched off from a saved one, so one of its cases cannot be told alone";
            return Err(Error::new(ErrorCode::Conflict, message)
                .with_hint("run the plan once more, from its beginning"));
        }
        let plan: Plan = self.need(&workspace, "plan").await?;
        simulate::case_story(&plan, &trace.header().scenario, request.case, &self.control)
    }
}
