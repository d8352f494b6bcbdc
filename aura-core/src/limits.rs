//! The limits of everything that could otherwise grow without end, in one place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};

/// Upper bounds for inputs, documents and runs. Each has a default that ordinary use never meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Limits {
    /// Longest goal text, in bytes.
    pub goal_bytes: u64,
    /// Longest edit or answer in plain English, in bytes.
    pub sentence_bytes: u64,
    /// Largest JSON document that is read, in bytes.
    pub document_bytes: u64,
    /// Most stated steps that are taken from one goal.
    pub stated_steps: u64,
    /// Most questions that are asked about one goal.
    pub questions: u64,
    /// Most nodes of one plan.
    pub plan_nodes: u64,
    /// Most flows of one plan.
    pub plan_flows: u64,
    /// Most cases of one run, over all replications.
    pub cases: u64,
    /// Most replications of one run.
    pub replications: u64,
    /// Most events of one run, over all replications.
    pub events: u64,
    /// Most times that one case may pass the same node.
    pub visits_per_node: u64,
    /// Longest virtual time of one run, in milliseconds.
    pub virtual_time_ms: u64,
    /// Most bytes of one recorded trace.
    pub trace_bytes: u64,
    /// Most bytes of memory of one simulation, as it counts them itself.
    pub memory_bytes: u64,
    /// Longest event log, in bytes after unpacking.
    pub log_bytes: u64,
    /// Most events of one event log, and most cases.
    pub log_events: u64,
    /// How deep elements of an imported XML file may lie in each other.
    pub xml_depth: u64,
    /// Most variants of one experiment.
    pub variants: u64,
    /// Most metrics of one experiment.
    pub metrics: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            goal_bytes: 1 << 20,
            sentence_bytes: 8 << 10,
            document_bytes: 64 << 20,
            stated_steps: 500,
            questions: 5,
            plan_nodes: 2_000,
            plan_flows: 6_000,
            cases: 10_000_000,
            replications: 10_000,
            events: 500_000_000,
            visits_per_node: 1_000,
            virtual_time_ms: 100 * 365 * 24 * 3_600_000,
            trace_bytes: 1 << 30,
            memory_bytes: 8 << 30,
            log_bytes: 1 << 30,
            log_events: 10_000_000,
            xml_depth: 64,
            variants: 20,
            metrics: 50,
        }
    }
}

impl Limits {
    /// Refuses an input that is longer than `limit` bytes.
    ///
    /// # Errors
    /// `limit_input` with the limit in the context.
    pub fn check_input(what: &str, bytes: usize, limit: u64) -> Result<()> {
        if bytes as u64 <= limit {
            return Ok(());
        }
        Err(Error::new(
            ErrorCode::LimitInput,
            format!("{what} has more than {limit} bytes, which is the limit"),
        )
        .with_hint(format!("shorten {what}, or raise the limit in `Limits`"))
        .with_context("limit_bytes", limit))
    }

    /// Refuses a document with more than `limit` parts of a kind.
    ///
    /// # Errors
    /// `limit_size` with both counts in the context.
    pub fn check_count(what: &str, count: usize, limit: u64) -> Result<()> {
        if count as u64 <= limit {
            return Ok(());
        }
        Err(Error::new(ErrorCode::LimitSize, format!("{count} {what} are more than the limit of {limit}"))
            .with_context("count", count)
            .with_context("limit", limit))
    }
}
