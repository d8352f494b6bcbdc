//! What people should know, in plain English, each with the facts that it was made from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::InsightId;
use super::quantity::Quantity;

/// One thing that people should know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Insight {
    /// Names the insight.
    pub id: InsightId,
    /// What it is about.
    pub kind: InsightKind,
    /// One short line.
    pub headline: String,
    /// One to four plain sentences.
    pub text: String,
    /// From 0 (good to know) to 1 (read this first).
    pub importance: f64,
    /// Every figure of the text, with where it was read.
    pub facts: Vec<Fact>,
    /// A sentence that the plan editor understands, where something can be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

/// What an insight is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum InsightKind {
    /// Why the plan is as it is.
    WhyThisPlan,
    /// What happened in the run.
    WhatHappened,
    /// What failed and where.
    WhatFailed,
    /// What to try next.
    WhatNext,
    /// Which assumption matters most.
    WhatMatters,
    /// What the comparison says.
    Comparison,
    /// What is risky.
    Risk,
}

/// A figure and where it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fact {
    /// Name of the figure, for example `share of cases that gave up`.
    pub name: String,
    /// Its value.
    pub value: Quantity,
    /// As it stands in the text, for example `12 %`.
    pub shown: String,
    /// JSON Pointer into the document that it was read from, with the document's id before it, for example
    /// `run_ab12/outcomes/1/share/value`.
    pub evidence: String,
}

/// An explanation: insights in reading order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Explanation {
    /// Two to four sentences for someone who reads nothing else.
    pub summary: String,
    /// The insights, the most important first.
    pub insights: Vec<Insight>,
    /// Grade level of the whole text (Flesch-Kincaid).
    pub reading_grade: f64,
}
