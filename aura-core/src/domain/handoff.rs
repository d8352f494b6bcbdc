//! What engineers get: a folder of files, with a manifest.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{HandoffId, PlanId, VersionId};

/// A package that engineers build from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Handoff {
    /// Made from the content.
    pub id: HandoffId,
    /// The plan.
    pub plan: PlanId,
    /// The plan's version.
    pub plan_version: VersionId,
    /// Text of each file by its path in the folder, with `/` between folders.
    pub files: BTreeMap<String, String>,
}

/// A list of the files of a package with their hashes, for `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Manifest {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// The package.
    pub handoff: HandoffId,
    /// The version of the engine that made it.
    pub engine_version: String,
    /// The files, in the order of their paths.
    pub files: Vec<ManifestEntry>,
}

/// One file of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ManifestEntry {
    /// Path in the folder.
    pub path: String,
    /// What it is, in a few words.
    pub description: String,
    /// Size in bytes.
    pub bytes: u64,
    /// BLAKE3 of the content, in hexadecimal.
    pub blake3: String,
}
