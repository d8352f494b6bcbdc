//! When nothing is known: ask, work it out, show, try again. Everything in it is assumed.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, repeat, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype =
    Archetype { name: "generic", goal: "The person has what was wanted", evidence: &[], place: 90, sketch };

fn sketch(_cast: &Cast<'_>) -> Vec<Part> {
    vec![
        step("Say what is needed").work(Work::Enter).about("request").part(),
        repeat(
            vec![
                step("Work out what fits").system().work(Work::Compute).about("request").part(),
                step("Look at the result").work(Work::Read).part(),
            ],
            "the result helps",
            2,
        ),
        step("Use the result").work(Work::Choose).part(),
    ]
}
