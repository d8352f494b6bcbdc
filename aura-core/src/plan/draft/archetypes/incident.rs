//! Incident: notice, page, escalate, fix, learn.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, decide, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "incident",
    goal: "The incident is over and understood",
    evidence: &[
        ("incident", 3),
        ("outage", 3),
        ("on-call", 3),
        ("on call", 3),
        ("pager", 3),
        ("alert", 2),
        ("escalation", 2),
        ("escalate", 2),
        ("severity", 2),
        ("monitoring", 2),
        ("postmortem", 3),
    ],
    place: 48,
    sketch,
};

fn sketch(_cast: &Cast<'_>) -> Vec<Part> {
    vec![
        step("Notice that something is wrong").system().work(Work::Check).about("alert").part(),
        step("Group it with what belongs together").system().work(Work::Compute).about("incident").part(),
        step("Page whoever is on call").system().work(Work::Notify).part(),
        decide(
            "Does anybody answer in time?",
            ("yes", "somebody answers in time".to_owned(), 0.85),
            vec![],
            "no",
            vec![step("Page the next person").system().work(Work::Notify).part()],
        ),
        step("Acknowledge and look into it")
            .staff("on-call engineer")
            .work(Work::Check)
            .about("incident")
            .part(),
        step("Stop the damage")
            .staff("on-call engineer")
            .work(Work::Handle)
            .takes(2_400_000.0)
            .about("incident")
            .part(),
        step("Tell those who are affected")
            .staff("on-call engineer")
            .work(Work::Notify)
            .about("incident")
            .part(),
        step("Write down the cause")
            .staff("on-call engineer")
            .work(Work::Enter)
            .takes(900_000.0)
            .about("incident")
            .part(),
    ]
}
