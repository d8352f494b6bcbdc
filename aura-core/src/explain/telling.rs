//! Telling something with its facts: a text grows sentence by sentence, and each figure is noted as it is said.

use super::words;
use crate::domain::id::InsightId;
use crate::domain::insight::{Fact, Insight, InsightKind};
use crate::domain::quantity::{Quantity, Unit};
use crate::domain::run::Estimate;

/// A text in the making, with the facts behind it.
#[derive(Default)]
pub(super) struct Telling {
    sentences: Vec<String>,
    facts: Vec<Fact>,
}

impl Telling {
    pub(super) fn say(&mut self, sentence: impl Into<String>) {
        self.sentences.push(sentence.into());
    }

    /// Notes a count and gives it with its noun.
    pub(super) fn counted(
        &mut self,
        name: &str,
        number: u64,
        noun: &str,
        evidence: impl Into<String>,
    ) -> String {
        let shown = words::count(number);
        self.note(name, Quantity::new(number as f64, Unit::Count), &shown, evidence);
        words::counted(number, noun)
    }

    /// Notes an estimate and gives it rounded by its interval.
    pub(super) fn estimated(
        &mut self,
        name: &str,
        unit: &Unit,
        estimate: &Estimate,
        evidence: impl Into<String>,
    ) -> String {
        self.measured(name, unit, estimate.value, words::half_width(estimate), evidence)
    }

    /// Notes a figure and gives it, rounded by its half width where it has one.
    pub(super) fn measured(
        &mut self,
        name: &str,
        unit: &Unit,
        value: f64,
        half_width: Option<f64>,
        evidence: impl Into<String>,
    ) -> String {
        let shown = words::measured(unit, value, half_width);
        self.note(name, Quantity::new(value, unit.clone()), &shown, evidence);
        shown
    }

    /// Notes a difference and gives its size.
    pub(super) fn difference(
        &mut self,
        name: &str,
        unit: &Unit,
        value: f64,
        half_width: Option<f64>,
        evidence: impl Into<String>,
    ) -> String {
        let shown = words::difference(unit, value, half_width);
        self.note(name, Quantity::new(value, unit.clone()), &shown, evidence);
        shown
    }

    pub(super) fn into_insight(self, kind: InsightKind, headline: String, importance: f64) -> Insight {
        Insight {
            id: InsightId::named(kind_name(kind)),
            kind,
            headline,
            text: self.sentences.join(" "),
            importance,
            facts: self.facts,
            suggestion: None,
        }
    }

    fn note(&mut self, name: &str, value: Quantity, shown: &str, evidence: impl Into<String>) {
        let fact = Fact { name: name.to_owned(), value, shown: shown.to_owned(), evidence: evidence.into() };
        if !self.facts.contains(&fact) {
            self.facts.push(fact);
        }
    }
}

fn kind_name(kind: InsightKind) -> &'static str {
    match kind {
        InsightKind::WhyThisPlan => "why_this_plan",
        InsightKind::WhatHappened => "what_happened",
        InsightKind::WhatFailed => "what_failed",
        InsightKind::WhatNext => "what_next",
        InsightKind::WhatMatters => "what_matters",
        InsightKind::Comparison => "comparison",
        InsightKind::Risk => "risk",
    }
}
