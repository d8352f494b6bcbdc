//! Documents that only the engine keeps.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::prototype::Prototype;

/// A prototype and its page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PrototypeRecord {
    /// The pages as data.
    pub prototype: Prototype,
    /// One self-contained HTML file.
    pub html: String,
}
