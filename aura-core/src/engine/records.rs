//! Documents that only the engine keeps.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::edit::{Operation, PlanPatch};
use crate::domain::id::VersionId;
use crate::domain::prototype::Prototype;

/// One change of a plan, as it was asked for and as it was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EditRecord {
    /// The user's words.
    pub sentence: String,
    /// What was done.
    pub operations: Vec<Operation>,
    /// What changed, in plain words.
    pub changes: Vec<String>,
    /// The version before.
    pub before: VersionId,
    /// The version after.
    pub after: VersionId,
    /// What takes it back exactly.
    pub inverse: PlanPatch,
}

/// A prototype and its page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PrototypeRecord {
    /// The pages as data.
    pub prototype: Prototype,
    /// One self-contained HTML file.
    pub html: String,
}
