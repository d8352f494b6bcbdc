//! `manifest.json` and the list of files: what each file is, how large, with which hash.

use std::collections::BTreeMap;

use crate::domain::handoff::{Manifest, ManifestEntry};
use crate::domain::id::HandoffId;
use crate::domain::version::content_hash;
use crate::error::Result;

/// The newest version of the stored form of a [`Manifest`].
const MANIFEST_SCHEMA_VERSION: u32 = 1;

/// The id of a package: made from the content of its files.
pub(super) fn handoff_id(files: &BTreeMap<String, String>) -> Result<HandoffId> {
    HandoffId::new(format!("handoff_{}", content_hash(files)?))
}

pub(super) fn manifest(id: &HandoffId, engine_version: &str, files: &BTreeMap<String, String>) -> Manifest {
    let entry = |(path, text): (&String, &String)| ManifestEntry {
        path: path.clone(),
        description: description(path).to_owned(),
        bytes: text.len() as u64,
        blake3: blake3::hash(text.as_bytes()).to_hex().to_string(),
    };
    Manifest {
        schema_version: MANIFEST_SCHEMA_VERSION,
        handoff: id.clone(),
        engine_version: engine_version.to_owned(),
        files: files.iter().map(entry).collect(),
    }
}

/// What a file is, in a few words.
pub(super) fn description(path: &str) -> &'static str {
    match path {
        "README.md" => "Start here",
        "acceptance.feature" => "Acceptance scenarios in Gherkin",
        "decisions.md" => "Every decision with its origin",
        "diagram.mmd" => "The flow as a Mermaid diagram",
        "diagram.svg" => "The flow as a picture",
        "edge-cases.md" => "What can happen at the edges and what can fail",
        "experiment.json" => "The comparison, as it was set up",
        "explanation.json" => "The explanation with the facts behind it",
        "intent.json" => "What was asked for, as structure",
        "manifest.json" => "All files with sizes and hashes",
        "metrics.yaml" => "What to measure, how, and which events to log",
        "openapi.yaml" => "Contract of the services (OpenAPI 3.1)",
        "plan.json" => "The plan: the source of everything else",
        "prototype.html" => "Clickable prototype; open it in a browser",
        "report.html" => "The report for people who would rather look than read",
        "run.json" => "The simulated run, complete",
        "sensitivity.json" => "Which assumptions move the result how far",
        "verdict.json" => "The comparison of variants, complete",
        "workflow.bpmn" => "The flow as BPMN 2.0, executable, with its diagram",
        other if other.starts_with("schemas/") => "JSON Schema of a data object",
        _ => "A file of the package",
    }
}
