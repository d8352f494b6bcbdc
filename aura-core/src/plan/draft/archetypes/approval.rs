//! Approval: a request, a decision with a way to ask back, a deputy when nobody answers.

use super::Archetype;
use crate::domain::plan::Outcome;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, Role, decide, end, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "approval",
    goal: "The request is approved and everybody knows it",
    evidence: &[
        ("approval", 3),
        ("approve", 3),
        ("sign off", 3),
        ("sign-off", 3),
        ("manager", 2),
        ("leave request", 3),
        ("time off", 3),
        ("vacation", 2),
        ("expense", 2),
        ("permit", 2),
        ("authorisation", 1),
        ("budget request", 3),
        ("reject", 1),
        ("request", 1),
        ("application", 1),
        ("grant", 1),
    ],
    place: 30,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let request = cast.thing(&["request", "application", "expense"]);
    let approver = cast.name(&Role::Staff("manager approver officer"));
    vec![
        step(format!("Fill in the {request}")).work(Work::Enter).about(request.as_str()).part(),
        step(format!("Check that the {request} is complete"))
            .system()
            .work(Work::Check)
            .about(request.as_str())
            .part(),
        step(format!("Tell the {approver} about the {request}")).system().work(Work::Notify).part(),
        step(format!("Decide about the {request}"))
            .staff("manager approver officer")
            .work(Work::Approve)
            .about(request.as_str())
            .part(),
        decide(
            format!("Is the {request} approved?"),
            ("approved", format!("the {request} is approved"), 0.85),
            vec![step("Send the approval").system().work(Work::Notify).part()],
            "refused",
            vec![
                step("Send the refusal with the reason").system().work(Work::Notify).part(),
                end(&format!("The {request} is refused"), Outcome::Refused),
            ],
        ),
        step(format!("Put the {request} into effect"))
            .system()
            .work(Work::Record)
            .about(request.as_str())
            .part(),
    ]
}
