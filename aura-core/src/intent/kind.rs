//! What is to be made: a workflow, a prototype or an experiment, with the words that say so.

use crate::domain::intent::{IntentKind, IntentKindChoice};
use crate::domain::provenance::Origin;

use super::section::Unit;
use super::statement::quote;

const EXPERIMENT: &[&[&str]] = &[
    &["a", "/", "b"],
    &["ab", "test"],
    &["experiment"],
    &["split", "test"],
    &["hypothesis"],
    &["variants"],
    &["variant"],
    &["control", "group"],
    &["compare"],
    &["versus"],
    &["holdout"],
    &["significance"],
];

const PROTOTYPE: &[&[&str]] = &[
    &["prototype"],
    &["mockup"],
    &["mock-up"],
    &["clickable"],
    &["wireframe"],
    &["wireframes"],
    &["landing", "page"],
    &["screen"],
    &["screens"],
    &["screen", "design"],
    &["ui"],
];

/// Chooses the kind by the words that speak for each.
pub(super) fn kind(text: &str, units: &[Unit<'_>], steps: usize) -> IntentKindChoice {
    let hits = |phrases: &[&[&str]]| {
        units
            .iter()
            .flat_map(|unit| (unit.first..unit.sentence.tokens.len()).map(move |at| (unit, at)))
            .filter_map(|(unit, at)| {
                let phrase = phrases.iter().find(|phrase| unit.sentence.stands_at(at, phrase))?;
                Some(unit.sentence.span_of(at, at + phrase.len() - 1))
            })
            .collect::<Vec<_>>()
    };
    let (experiment, prototype) = (hits(EXPERIMENT), hits(PROTOTYPE));
    // A word in passing does not make a text about it: the longer the text, the more it takes.
    let needed = 1 + units.len() / 40;
    if experiment.len() > needed || experiment.len() >= needed && steps < 4 {
        let quotes = experiment.iter().take(3).map(|span| quote(text, *span)).collect();
        return IntentKindChoice {
            value: IntentKind::Experiment,
            origin: Origin::stated(quotes, "kind.experiment", 0.8),
        };
    }
    if prototype.len() >= needed && steps < 3 {
        let quotes = prototype.iter().take(3).map(|span| quote(text, *span)).collect();
        return IntentKindChoice {
            value: IntentKind::Prototype,
            origin: Origin::stated(quotes, "kind.prototype", 0.7),
        };
    }
    let origin = if steps > 0 {
        Origin::inferred("kind.steps", "the text says what happens, step by step", 0.8)
    } else {
        Origin::assumed("most goals are reached by a process, and nothing in the text speaks against it")
    };
    IntentKindChoice { value: IntentKind::Workflow, origin }
}
