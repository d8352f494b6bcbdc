//! Notification and reminder: an event, who wants to know, the message, a reminder.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, Role, decide, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "notification",
    goal: "The person knows and has reacted",
    evidence: &[
        ("notify", 3),
        ("notification", 3),
        ("reminder", 3),
        ("remind", 3),
        ("alert me", 3),
        ("push", 2),
        ("inform", 2),
        ("restock", 3),
        ("back in stock", 3),
        ("hear about", 2),
        ("sms", 1),
        ("digest", 2),
    ],
    place: 65,
    sketch,
};

fn sketch(_cast: &Cast<'_>) -> Vec<Part> {
    vec![
        step("Choose what to be told about").work(Work::Choose).about("subscription").part(),
        step("Notice that it happened").system().work(Work::Check).part(),
        step("Find who wants to know").system().work(Work::Compute).part(),
        step("Send the message").system().work(Work::Notify).part(),
        Part::Message("Wait for a reaction".to_owned(), Role::Customer, 6.0 * 3_600_000.0),
        decide(
            "Did the person react?",
            ("yes", "the person reacts".to_owned(), 0.4),
            vec![],
            "no",
            vec![step("Send one reminder").system().work(Work::Notify).part()],
        ),
        step("Open the message and act on it").work(Work::Read).loses(0.3).part(),
    ]
}
