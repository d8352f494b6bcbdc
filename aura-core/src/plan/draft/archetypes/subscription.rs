//! Subscription change: see the options and the price, confirm, charge or credit, take effect.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, repeat, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "subscription",
    goal: "The new subscription is active",
    evidence: &[
        ("subscription", 3),
        ("subscribe", 3),
        ("upgrade", 3),
        ("downgrade", 3),
        ("cancel subscription", 3),
        ("renewal", 2),
        ("renew", 2),
        ("plan change", 3),
        ("seat", 2),
        ("billing", 2),
        ("membership", 2),
    ],
    place: 41,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let subscription = cast.thing(&["subscription", "membership", "plan", "seat"]);
    vec![
        step(format!("Open the {subscription}")).work(Work::Read).about(subscription.as_str()).part(),
        step("Choose the change").work(Work::Choose).about(subscription.as_str()).part(),
        step("Work out the new price").system().work(Work::Compute).about(subscription.as_str()).part(),
        step("Confirm the change and its price")
            .work(Work::Choose)
            .about(subscription.as_str())
            .loses(0.1)
            .part(),
        repeat(
            vec![
                step("Charge the difference")
                    .external("payment provider")
                    .work(Work::MoveMoney)
                    .about("payment")
                    .part(),
            ],
            "the payment is accepted",
            2,
        ),
        step(format!("Change the {subscription}"))
            .system()
            .work(Work::Record)
            .about(subscription.as_str())
            .part(),
        step("Send the confirmation").system().work(Work::Notify).part(),
    ]
}
