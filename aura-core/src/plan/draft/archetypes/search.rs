//! Search and discovery: say what is wanted, see results, narrow down, pick.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, repeat, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "search",
    goal: "Something that fits is found",
    evidence: &[
        ("search", 3),
        ("discovery", 3),
        ("discover", 3),
        ("find", 2),
        ("filter", 2),
        ("browse", 2),
        ("recommendation", 3),
        ("catalogue", 2),
        ("results", 2),
        ("listing", 1),
        ("compare", 1),
    ],
    place: 15,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let thing = cast.thing(&["offer", "listing", "product", "item", "flat", "result"]);
    vec![
        step("Say what is wanted").work(Work::Enter).about("search").part(),
        repeat(
            vec![
                step("Find what fits").system().work(Work::Compute).about(thing.as_str()).part(),
                step("Look through the results")
                    .work(Work::Read)
                    .takes(45_000.0)
                    .loses(0.08)
                    .about(thing.as_str())
                    .part(),
            ],
            "something fits",
            3,
        ),
        step(format!("Open one {thing}")).work(Work::Read).takes(40_000.0).about(thing.as_str()).part(),
        step("Keep it or ask for it").work(Work::Choose).about(thing.as_str()).loses(0.1).part(),
    ]
}
