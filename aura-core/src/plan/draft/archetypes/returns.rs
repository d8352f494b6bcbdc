//! Returns and refunds: ask, check the rules, send back, inspect, refund.

use super::Archetype;
use crate::domain::plan::Outcome;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, Role, decide, end, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "returns",
    goal: "The money is back",
    evidence: &[
        ("return", 3),
        ("returns", 3),
        ("refund", 3),
        ("send back", 3),
        ("exchange", 2),
        ("label", 2),
        ("warranty", 2),
        ("money back", 3),
    ],
    place: 42,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let order = cast.thing(&["order", "purchase"]);
    let item = cast.thing(&["item", "product", "article"]);
    vec![
        step(format!("Open the {order}")).work(Work::Read).about(order.as_str()).part(),
        step(format!("Choose the {item} to return and say why")).work(Work::Enter).about("return").part(),
        step("Check the return against the rules").system().work(Work::Check).about("return").part(),
        decide(
            "Can it be returned?",
            ("yes", "the return is allowed".to_owned(), 0.92),
            vec![],
            "no",
            vec![
                step("Explain why it cannot be returned").system().work(Work::Notify).part(),
                end("The return is refused", Outcome::Refused),
            ],
        ),
        step("Create the return label").system().work(Work::Record).about("label").part(),
        step("Print the label and hand in the parcel").work(Work::Handle).about("parcel").loses(0.08).part(),
        Part::Message(
            format!("Wait for the {item} to arrive"),
            Role::External("carrier"),
            3.0 * 86_400_000.0,
        ),
        step(format!("Inspect the {item}"))
            .staff("warehouse clerk")
            .work(Work::Check)
            .about(item.as_str())
            .part(),
        decide(
            format!("Is the {item} as it should be?"),
            ("yes", format!("the {item} is as it should be"), 0.94),
            vec![],
            "no",
            vec![
                step("Decide about a part of the refund")
                    .staff("warehouse clerk")
                    .work(Work::Approve)
                    .about("refund")
                    .part(),
            ],
        ),
        step("Refund the money").external("payment provider").work(Work::MoveMoney).about("refund").part(),
        step("Send the note about the refund").system().work(Work::Notify).part(),
    ]
}
