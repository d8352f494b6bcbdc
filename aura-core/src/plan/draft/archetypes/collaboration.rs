//! Collaboration and sharing: start, invite, work together, settle.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, Role, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "collaboration",
    goal: "Everybody has what they need",
    evidence: &[
        ("share", 2),
        ("shared", 3),
        ("sharing", 3),
        ("collaborate", 3),
        ("collaboration", 3),
        ("together", 2),
        ("invite", 2),
        ("vote", 2),
        ("comment", 1),
        ("group", 1),
        ("everybody", 2),
        ("everyone", 1),
        ("edit together", 3),
        ("team", 1),
    ],
    place: 62,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let thing = cast.thing(&["plan", "itinerary", "document", "list", "board", "trip"]);
    vec![
        step(format!("Start the shared {thing}")).work(Work::Enter).about(thing.as_str()).part(),
        step("Invite the others").work(Work::Enter).about("invitation").part(),
        step("Send the invitations").system().work(Work::Notify).part(),
        Part::Message("Wait until somebody joins".to_owned(), Role::Customer, 4.0 * 3_600_000.0),
        Part::Parallel(vec![
            vec![step("Add and change things").work(Work::Enter).about(thing.as_str()).part()],
            vec![step("Vote on what is open").work(Work::Choose).about("vote").loses(0.01).part()],
        ]),
        step("Tell everybody what changed").system().work(Work::Notify).part(),
        step(format!("Look at the {thing}")).work(Work::Read).about(thing.as_str()).part(),
    ]
}
