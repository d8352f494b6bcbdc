//! The classic edge cases of each kind of step.

use crate::domain::actor::ActorKind;
use crate::domain::id::NodeId;
use crate::domain::provenance::Origin;

use super::enrich::Facts;
use super::weave::Weaver;
use super::work::Work;

/// Most edge cases of a drafted plan.
const MAX_EDGES: usize = 40;

pub(super) fn add(weaver: &mut Weaver<'_>, node: &NodeId, facts: &Facts) {
    let before = weaver.plan.present_origin();
    weaver.plan.default_origin(Origin::inferred(
        "draft.edge_case",
        "the usual edge cases of this kind of step",
        0.8,
    ));
    for (title, expected) in cases(facts) {
        if weaver.plan.plan().edge_cases.len() >= MAX_EDGES {
            break;
        }
        // The same case at many steps is told once for each step, with the step in its title.
        let title = format!("{title} at \"{}\"", facts.title);
        weaver.plan.edge_case(Some(node), &title, expected);
    }
    weaver.plan.default_origin(before);
}

fn cases(facts: &Facts) -> Vec<(&'static str, &'static str)> {
    match (facts.work, facts.kind) {
        (Work::Enter, ActorKind::Customer) => vec![
            (
                "a required field is empty or wrong",
                "The field is marked with a hint, and nothing that was typed is lost.",
            ),
            ("somebody leaves half way and comes back", "What was typed is still there for a while."),
        ],
        (Work::Pay, _) => vec![
            ("the button is pressed twice", "The money is taken once."),
            (
                "the payment works but the answer is lost",
                "The payment is looked up before anybody pays again.",
            ),
        ],
        (Work::MoveMoney, _) => vec![
            ("the same call comes twice", "The money is moved once."),
            ("the amount is zero or above the limit", "Nothing is moved, and a person is told."),
        ],
        (Work::Choose, ActorKind::Customer) => {
            vec![("none of the choices fits", "There is a way on or out that is easy to see.")]
        }
        (Work::Approve, ActorKind::Staff) => vec![
            ("whoever decides is away", "Somebody else may decide after a set time."),
            ("whoever decides is the one who asked", "Somebody else decides."),
        ],
        (Work::Check | Work::Compute, ActorKind::System | ActorKind::External) => {
            vec![("the service is down", "The case waits and goes on later; nobody has to begin again.")]
        }
        (Work::Check, ActorKind::Staff) => vec![(
            "something needed for the check is missing",
            "It is asked for once, with what exactly is missing.",
        )],
        (Work::Compute | Work::Check | Work::Approve | Work::Other, ActorKind::AiAgent) => {
            vec![("the AI is not sure", "The case goes to a person with what was found so far.")]
        }
        (Work::Notify, _) => vec![(
            "the message cannot be delivered",
            "It is tried another way once, and the failure can be seen.",
        )],
        (Work::Handle, ActorKind::Staff) => {
            vec![("the thing is missing or damaged", "The case is marked and the person who waits is told.")]
        }
        (Work::Delete, _) => {
            vec![("it is still needed elsewhere", "Nothing is deleted, and it says where it is needed.")]
        }
        (Work::Record, ActorKind::System) => vec![(
            "somebody else changes the same thing at that moment",
            "The later change does not silently win.",
        )],
        _ => Vec::new(),
    }
}
