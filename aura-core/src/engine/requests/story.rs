//! The request of a story; its response is [`CaseStory`](crate::domain::story::CaseStory).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::story::StoryChoice;
use crate::store::ProjectId;

/// Tells what happened to one case of the last run of a project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StoryRequest {
    /// The project.
    pub project: ProjectId,
    /// Which case; the slowest one where absent.
    #[serde(default)]
    pub case: StoryChoice,
}

impl StoryRequest {
    /// The slowest case.
    pub fn new(project: ProjectId) -> Self {
        StoryRequest { project, case: StoryChoice::default() }
    }
}
