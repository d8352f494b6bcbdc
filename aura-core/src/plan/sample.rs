//! Small complete plans to try things with: examples, tests and benchmarks run on them.

use super::build::{
    DAY_MS, FieldBuilder, MINUTE_MS, OperationDraft, PlanBuilder, SECOND_MS, go_to, office_hours, retry,
};
use crate::domain::actor::ActorKind;
use crate::domain::data::{Field, Sensitivity};
use crate::domain::id::{DataId, NodeId};
use crate::domain::metric::{Direction, Measure, MetricRole, NodeMeasure, OutcomeMeasure, TimeMeasure};
use crate::domain::plan::{GatewayRule, Outcome, Plan};
use crate::domain::quantity::{Quantity, Unit};
use crate::domain::step::{FailureKind, RiskLevel};
use crate::error::Result;

/// A shop's guest checkout: a loop back when the card is declined, a parallel part, a clerk with office hours.
///
/// # Errors
/// None in practice; the builder's checks are passed on.
///
/// # Example
/// ```
/// let plan = aura_core::plan::sample::guest_checkout()?;
/// assert!(plan.nodes.len() > 10);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn guest_checkout() -> Result<Plan> {
    let mut plan = PlanBuilder::new("Guest checkout", "A shopper buys something without an account");
    let data = Data::add_to(&mut plan);
    let shopper = plan.actor("shopper", ActorKind::Customer);
    let clerk = plan.actor("warehouse clerk", ActorKind::Staff);
    let shop = plan.actor("shop", ActorKind::System);
    let clerks = plan.resource("warehouse clerks", 3, Some(office_hours(8 * 60, 18 * 60)));
    plan.cost_per_hour(&clerks, 24.0);

    let start = plan.start("A shopper opens the basket");
    let contact_screen = plan.screen(
        "Your details",
        "We need these to deliver your order.",
        &[&data.order],
        &[(&data.contact, "email"), (&data.contact, "delivery_address")],
        "Continue",
    );
    let contact = plan
        .step("Enter email and delivery address", &shopper)
        .needs(&data.order)
        .produces(&data.contact)
        .screen(&contact_screen)
        .takes(55.0 * SECOND_MS)
        .gives_up(0.08)
        .mistakes(0.05)
        .add();
    let pay_screen = plan.screen(
        "Payment",
        "You pay when you press the button.",
        &[&data.order],
        &[(&data.payment, "card_number")],
        "Pay now",
    );
    let pay = plan
        .step("Enter the card", &shopper)
        .needs(&data.order)
        .produces(&data.payment)
        .screen(&pay_screen)
        .takes(40.0 * SECOND_MS)
        .gives_up(0.04)
        .add();
    let authorise = authorise_payment(&mut plan, &data, &shop);
    let is_paid = plan.decide("Is the payment accepted?");
    let tried = plan.decide("Does the shopper try again?");
    let declined = plan.end("The payment was declined", Outcome::Refused);
    let missing = plan.end("An item is missing and the money goes back", Outcome::Failed);
    let both = plan.gateway("Confirm and pack at the same time", GatewayRule::Parallel);
    let confirm = send_confirmation(&mut plan, &data, &shop);
    let pack = plan
        .step("Pack the order", &clerk)
        .needs(&data.order)
        .resource(&clerks)
        .takes(6.0 * MINUTE_MS)
        .fails("an item is missing on the shelf", FailureKind::Rejected, 0.015, go_to(&missing))
        .add();
    let joined = plan.gateway("Confirmed and packed", GatewayRule::Parallel);
    let hand_over = plan
        .step("Hand the parcel to the carrier", &clerk)
        .needs(&data.order)
        .resource(&clerks)
        .waits(90.0 * MINUTE_MS)
        .takes(30.0 * SECOND_MS)
        .add();
    let done = plan.end("The order is on its way", Outcome::GoalReached);

    plan.chain(&[&start, &contact, &pay, &authorise, &is_paid]);
    plan.flow(&is_paid, &both)
        .label("accepted")
        .when("payment.accepted == true", "the payment is accepted")
        .share(0.93);
    plan.flow(&is_paid, &tried).label("declined").share(0.07).otherwise();
    plan.flow(&tried, &pay)
        .label("tries again")
        .when("payment.tries_again == true", "the shopper tries again")
        .share(0.7)
        .at_most(2);
    plan.flow(&tried, &declined).label("stops").share(0.3).otherwise();
    plan.chain(&[&both, &confirm, &joined]);
    plan.chain(&[&both, &pack, &joined, &hand_over, &done]);

    plan.edge_case(
        Some(&contact),
        "the email address is misspelt",
        "The shopper sees a hint before going on.",
    );
    plan.edge_case(Some(&pay), "the button is pressed twice", "The card is charged once.");
    add_metrics(&mut plan, &contact);
    plan.build()
}

/// The data of the sample.
struct Data {
    order: DataId,
    contact: DataId,
    payment: DataId,
    authorisation: DataId,
    message: DataId,
}

impl Data {
    fn add_to(plan: &mut PlanBuilder) -> Self {
        let accepted = plan.assume_share("How often a payment is accepted", 0.93);
        let again = plan.assume_share("How often a shopper tries again after a declined payment", 0.7);
        Data {
            order: plan.data("order", "What the shopper buys.", order_fields()),
            contact: plan.data(
                "contact",
                "How to reach the shopper and where to deliver.",
                vec![
                    FieldBuilder::email("Email").build(),
                    FieldBuilder::text("Delivery address", "1 Example Street, Sampleton").personal().build(),
                ],
            ),
            payment: plan.data(
                "payment",
                "How the shopper pays, and whether it worked.",
                vec![
                    FieldBuilder::text("Card number", "4242424242424242")
                        .sensitivity(Sensitivity::Secret)
                        .build(),
                    FieldBuilder::boolean("Accepted", true).distribution(&accepted).build(),
                    FieldBuilder::boolean("Tries again", true).optional().distribution(&again).build(),
                ],
            ),
            authorisation: plan.data(
                "authorisation",
                "What the payment provider answers.",
                vec![
                    FieldBuilder::identifier("Authorisation number", "auth").build(),
                    FieldBuilder::choice("Status", &["accepted", "declined"]).build(),
                ],
            ),
            message: plan.data(
                "message",
                "A message to a person.",
                vec![
                    FieldBuilder::email("Recipient").build(),
                    FieldBuilder::text("Subject", "Your order").build(),
                    FieldBuilder::long_text("Text", "Thank you for your order.").build(),
                ],
            ),
        }
    }
}

fn order_fields() -> Vec<Field> {
    vec![
        FieldBuilder::identifier("Order number", "order").build(),
        FieldBuilder::integer("Items", 1, 50, 3).build(),
        FieldBuilder::money("Total", "EUR", 100, 500_000, 4_990).build(),
    ]
}

fn authorise_payment(plan: &mut PlanBuilder, data: &Data, shop: &crate::domain::id::ActorId) -> NodeId {
    let provider = plan.service("payment provider", "Takes payments from cards.", true);
    let draft = OperationDraft::post("authorise the payment", "/payments")
        .bodies(Some(&data.payment), Some(&data.authorisation))
        .error(402, "card_declined", "The card's bank says no.")
        .behaves(900.0, 0.01);
    let authorise = plan.operation(&provider, draft);
    plan.step("Authorise the payment", shop)
        .calls(&authorise)
        .fails(
            "the payment provider does not answer",
            FailureKind::Unavailable,
            0.01,
            retry(2, 1_000, Outcome::Failed),
        )
        .risk(
            RiskLevel::Medium,
            &["moves_money"],
            "It takes money from a card, and a mistake must be paid back.",
            Some("limit the time of step 3 to 10 seconds"),
        )
        .add()
}

fn send_confirmation(plan: &mut PlanBuilder, data: &Data, shop: &crate::domain::id::ActorId) -> NodeId {
    let mail = plan.service("email service", "Sends messages to people.", true);
    let draft = OperationDraft::post("send a message", "/messages").bodies(Some(&data.message), None);
    let send = plan.operation(&mail, draft);
    plan.step("Send the confirmation", shop).calls(&send).costs(0.002).unavailable(0.005).add()
}

fn add_metrics(plan: &mut PlanBuilder, contact: &NodeId) {
    let completion = Measure::OutcomeShare(OutcomeMeasure { outcome: Outcome::GoalReached });
    plan.metric("checkout completion", completion, Unit::Share, Direction::Increase, MetricRole::Primary);
    if let Some(metric) = plan.plan_mut().metrics.last_mut() {
        metric.baseline = Some(Quantity::new(0.54, Unit::Share));
        metric.target = Some(Quantity::new(0.6, Unit::Share));
        metric.window_ms = Some((42.0 * DAY_MS) as u64);
    }
    let time = Measure::CycleTime(TimeMeasure { quantile: Some(0.9), outcome: Some(Outcome::GoalReached) });
    plan.metric(
        "time to hand-over, 9 of 10",
        time,
        Unit::Milliseconds,
        Direction::Decrease,
        MetricRole::Secondary,
    );
    let entered = Measure::ReachedShare(NodeMeasure { node: contact.clone() });
    plan.metric(
        "shoppers who enter their details",
        entered,
        Unit::Share,
        Direction::Increase,
        MetricRole::Secondary,
    );
    let cost = plan.money();
    plan.metric("cost of a case", Measure::CostPerCase, cost, Direction::Decrease, MetricRole::Guardrail);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_survives_a_round_trip() {
        let plan = guest_checkout().unwrap();
        let json = serde_json::to_string(&plan).unwrap();
        assert_eq!(serde_json::from_str::<Plan>(&json).unwrap(), plan);
    }
}
