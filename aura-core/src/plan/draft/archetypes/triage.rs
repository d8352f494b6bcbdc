//! Support triage: understand, answer or route, close.

use super::Archetype;
use crate::domain::plan::Outcome;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, decide, end, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "triage",
    goal: "The question is answered",
    evidence: &[
        ("ticket", 3),
        ("support", 2),
        ("triage", 3),
        ("helpdesk", 3),
        ("help desk", 3),
        ("customer service", 3),
        ("first line", 3),
        ("queue", 1),
        ("agent", 1),
        ("question", 1),
        ("enquiry", 2),
        ("complaint", 2),
    ],
    place: 45,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let ticket = cast.thing(&["ticket", "enquiry", "complaint", "request"]);
    vec![
        step(format!("Describe the problem in the {ticket}")).work(Work::Enter).about(ticket.as_str()).part(),
        step("Find topic and urgency").system().work(Work::Compute).about(ticket.as_str()).part(),
        decide(
            "Is there an approved answer?",
            ("yes", format!("the {ticket} has an approved answer"), 0.35),
            vec![
                step("Send the approved answer").system().work(Work::Notify).part(),
                decide(
                    "Did the answer help?",
                    ("yes", "the answer helps".to_owned(), 0.7),
                    vec![end("The question is answered", Outcome::GoalReached)],
                    "no",
                    vec![],
                ),
            ],
            "no",
            vec![],
        ),
        step("Route it to the right team with a summary")
            .system()
            .work(Work::Compute)
            .about(ticket.as_str())
            .part(),
        step(format!("Solve the {ticket}"))
            .staff("support agent")
            .work(Work::Check)
            .takes(720_000.0)
            .about(ticket.as_str())
            .part(),
        step("Send the answer").staff("support agent").work(Work::Notify).about(ticket.as_str()).part(),
        step(format!("Close the {ticket}")).system().work(Work::Record).about(ticket.as_str()).part(),
    ]
}
