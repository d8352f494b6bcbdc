//! Checkout and payment: basket, delivery, payment with a second try, order.

use super::Archetype;
use crate::plan::draft::cast::Cast;
use crate::plan::draft::sketch::{Part, repeat, step};
use crate::plan::work::Work;

pub(super) const ARCHETYPE: Archetype = Archetype {
    name: "checkout",
    goal: "The order is paid and confirmed",
    evidence: &[
        ("checkout", 3),
        ("check out", 3),
        ("basket", 3),
        ("cart", 3),
        ("buy", 2),
        ("purchase", 2),
        ("payment", 2),
        ("pay", 2),
        ("order", 1),
        ("shop", 1),
        ("shopper", 2),
        ("card", 1),
        ("guest", 1),
        ("sell", 1),
    ],
    place: 40,
    sketch,
};

fn sketch(cast: &Cast<'_>) -> Vec<Part> {
    let order = cast.thing(&["order", "basket", "purchase"]);
    vec![
        step("Open the basket").work(Work::Read).about(order.as_str()).part(),
        step("Sign in or create an account")
            .work(Work::Enter)
            .about("account")
            .topic("account|sign-in|signing in|registration")
            .loses(0.15)
            .part(),
        step("Enter the delivery address").work(Work::Enter).about("address").part(),
        step("Check the address").system().work(Work::Check).about("address").part(),
        step("Choose how it is delivered").work(Work::Choose).about("delivery").part(),
        repeat(
            vec![
                step("Enter how to pay").work(Work::Enter).about("payment").loses(0.05).part(),
                step("Take the payment")
                    .external("payment provider")
                    .work(Work::MoveMoney)
                    .about("payment")
                    .part(),
            ],
            "the payment is accepted",
            2,
        ),
        step(format!("Create the {order}")).system().work(Work::Record).about(order.as_str()).part(),
        step("Send the confirmation").system().work(Work::Notify).part(),
    ]
}
