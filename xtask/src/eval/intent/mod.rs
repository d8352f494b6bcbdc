//! How well the rules read texts that others wrote and marked: process texts, user stories, feature requests, goals.
//!
//! Each folder of the data is a subject with a file of its own here. Never here: a sentence of the data.

mod goals;
mod pet;
mod relations;
mod requests;
mod stories;

use super::{Row, Subject};

/// The subjects of this folder, beside plan edits.
pub(super) const SUBJECTS: [Subject; 4] = [
    Subject { name: "intent/pet", measure: pet::measure },
    Subject { name: "intent/user-stories", measure: stories::measure },
    Subject { name: "intent/ambiguity", measure: requests::measure },
    Subject { name: "intent/in3", measure: goals::measure },
];

/// Right, marked by people, found by us.
#[derive(Default, Clone, Copy)]
struct Tally {
    right: u64,
    gold: u64,
    found: u64,
}

impl Tally {
    /// The harmonic mean of precision and recall; 0 where nothing was marked or found.
    fn f1(self) -> f64 {
        let both = self.gold + self.found;
        if both == 0 { 0.0 } else { 2.0 * self.right as f64 / both as f64 }
    }

    fn add(&mut self, other: Tally) {
        self.right += other.right;
        self.gold += other.gold;
        self.found += other.found;
    }
}

/// A figure over some cases.
fn row(measure: &str, cases: u64, figure: f64, floor: Option<f64>, aim: Option<f64>) -> Row {
    Row {
        measure: measure.to_owned(),
        cases,
        passed: None,
        figure,
        floor,
        aim,
        worst: None,
        failures: Vec::new(),
    }
}

/// A share; 0 of none.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// The half of the cases that a figure is worked out on, to see whether rules fit one half only.
fn halves(number: usize) -> usize {
    number % 2
}
