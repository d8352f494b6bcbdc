//! A plan with one of everything that a plan can have, in an order that no archetype would give.

use super::{domain, plan};

use domain::actor::ActorKind;
use domain::data::Sensitivity;
use domain::metric::{
    DeadlineMeasure, Direction, Measure, MetricRole, NodeMeasure, OutcomeMeasure, TimeMeasure,
};
use domain::plan::{GatewayRule, Outcome, Plan};
use domain::quantity::{Quantity, Unit};
use domain::step::{FailureKind, RiskLevel};
use plan::build::{
    FieldBuilder, HOUR_MS, MINUTE_MS, OperationDraft, PlanBuilder, SECOND_MS, end_case, go_to, office_hours,
    retry,
};

/// Four actors, every kind of gateway, timers, messages, repetitions, time limits, a way back, nested data, two
/// services with the same path, path parameters, and questions that no data decides.
pub(super) fn everything() -> Plan {
    let mut plan =
        PlanBuilder::new("Claim for water damage, from report to payment", "A tenant gets the damage paid");
    let tenant = plan.actor("tenant", ActorKind::Customer);
    let clerk = plan.actor("claims clerk", ActorKind::Staff);
    let insurer = plan.actor("insurer", ActorKind::System);
    let surveyor = plan.actor("surveyor", ActorKind::External);
    let photo = plan.data(
        "photo",
        "A picture of the damage.",
        vec![
            FieldBuilder::url("Address of the picture").build(),
            FieldBuilder::date_time("Taken at").build(),
        ],
    );
    let claim = plan.data(
        "claim",
        "What happened, and what it will cost.",
        vec![
            FieldBuilder::identifier("Claim id", "claim").build(),
            FieldBuilder::text("What happened", "Water came through the ceiling: \"everywhere\", 50 % wet")
                .build(),
            FieldBuilder::money("Amount", "EUR", 0, 10_000_000, 125_000).build(),
            FieldBuilder::choice("Kind", &["pipe", "rain", "no", "1.0"]).build(),
            FieldBuilder::boolean("Is urgent", false).optional().build(),
            FieldBuilder::number("Wet area", 0.0, 500.0, 12.5).optional().build(),
            FieldBuilder::list("Photos", &photo).optional().build(),
            FieldBuilder::phone("Telephone").build(),
            FieldBuilder::date("Day").build(),
        ],
    );
    let account = plan.data(
        "bank account",
        "Where the money goes.",
        vec![
            FieldBuilder::text("IBAN", "DE02120300000000202051").sensitivity(Sensitivity::Financial).build(),
        ],
    );
    let archive = plan.service("claims archive", "Keeps claims.", false);
    let bank = plan.service("bank", "Moves money.", true);
    let keep = plan.operation(
        &archive,
        OperationDraft::post("keep the claim", "/claims").bodies(Some(&claim), Some(&claim)),
    );
    let look = plan.operation(
        &archive,
        OperationDraft::get("look up the claim", "/claims/{claim_id}").bodies(Some(&photo), Some(&claim)),
    );
    let pay = plan.operation(
        &bank,
        OperationDraft::post("pay out", "/claims")
            .bodies(Some(&account), None)
            .error(409, "already_paid", "The claim was paid before.")
            .error(409, "account_closed", "The account is closed.")
            .error(400, "bad_account", "The account does not exist."),
    );
    let clerks = plan.resource("claims clerks", 4, Some(office_hours(9 * 60, 17 * 60)));
    let screen = plan.screen(
        "Your claim",
        "Tell us what happened.",
        &[&claim],
        &[(&claim, "what_happened"), (&claim, "amount"), (&account, "iban")],
        "Send",
    );

    let start = plan.start("A tenant reports damage");
    let tell = plan
        .step("Tell what happened and add pictures of the damage", &tenant)
        .produces(&claim)
        .screen(&screen)
        .takes(6.0 * MINUTE_MS)
        .within(20 * 60_000)
        .gives_up(0.1)
        .fails("it takes more than 20 minutes", FailureKind::Timeout, 0.02, end_case(Outcome::Abandoned))
        .mistakes(0.06)
        .add();
    let store = plan.step("Keep the claim", &insurer).needs(&claim).calls(&keep).unavailable(0.01).add();
    let checks = plan.gateway("What must be checked?", GatewayRule::Inclusive);
    let by_clerk = plan
        .step("Check the contract", &clerk)
        .needs(&claim)
        .resource(&clerks)
        .takes(8.0 * MINUTE_MS)
        .for_each("picture", 3.0, false)
        .add();
    let by_surveyor = plan
        .step("Look at the damage on the spot", &surveyor)
        .waits(30.0 * HOUR_MS)
        .takes(HOUR_MS)
        .fails("nobody is at home", FailureKind::Rejected, 0.1, retry(2, 86_400_000, Outcome::Failed))
        .add();
    let checked = plan.gateway("All checks are done", GatewayRule::Inclusive);
    let decide = plan.decide("Is the claim covered?");
    let ask = plan.step("Ask for what is missing", &clerk).resource(&clerks).takes(4.0 * MINUTE_MS).add();
    let race = plan.gateway("What comes first?", GatewayRule::EventBased);
    let answer = plan.message("The tenant answers", &tenant, 20.0 * HOUR_MS);
    let late = plan.timer("Two weeks pass", 14.0 * 24.0 * HOUR_MS);
    let closed = plan.end("The claim is closed without an answer", Outcome::Abandoned);
    let refused = plan.end("The claim is refused", Outcome::Refused);
    let look_up = plan.step("Look up the claim again", &insurer).calls(&look).add();
    let pay_out = plan
        .step("Pay the damage", &insurer)
        .needs(&account)
        .calls(&pay)
        .fails("the account does not exist", FailureKind::Rejected, 0.02, go_to(&ask))
        .fails("the bank says no", FailureKind::Rejected, 0.01, go_to(&refused))
        .unavailable(0.01)
        .risk(RiskLevel::High, &["moves_money"], "It pays money out.", Some("add an approval before step 6"))
        .note("the finance team wants to see payments above 10,000 first")
        .add();
    let cool = plan.timer("A day to object", 24.0 * HOUR_MS);
    let done = plan.end("The damage is paid", Outcome::GoalReached);

    plan.chain(&[&start, &tell, &store, &checks]);
    plan.flow(&checks, &by_clerk).label("contract").otherwise();
    plan.flow(&checks, &by_surveyor)
        .label("large damage")
        .when("claim.amount > 500000", "the claim is above €5,000");
    plan.chain(&[&by_clerk, &checked]);
    plan.chain(&[&by_surveyor, &checked]);
    plan.chain(&[&checked, &decide]);
    plan.flow(&decide, &look_up).label("covered").share(0.7);
    plan.flow(&decide, &ask).label("something is missing").share(0.2).at_most(2);
    plan.flow(&decide, &refused).label("not covered").share(0.1);
    plan.chain(&[&ask, &race]);
    plan.chain(&[&race, &answer, &decide]);
    plan.chain(&[&race, &late, &closed]);
    plan.chain(&[&look_up, &cool, &pay_out, &done]);
    plan.edge_case(None, "the tenant moves out meanwhile", "The claim goes on.");
    let goal = Measure::OutcomeShare(OutcomeMeasure { outcome: Outcome::GoalReached });
    plan.metric("claims paid", goal, Unit::Share, Direction::Increase, MetricRole::Primary);
    let time = Measure::WithinTime(DeadlineMeasure { outcome: Outcome::GoalReached, within_ms: 604_800_000 });
    plan.metric("paid within a week", time, Unit::Share, Direction::Increase, MetricRole::Secondary);
    if let Some(metric) = plan.plan_mut().metrics.last_mut() {
        metric.target = Some(Quantity::new(0.8, Unit::Share));
    }
    let visits = Measure::VisitsPerCase(NodeMeasure { node: ask });
    plan.metric("questions back", visits, Unit::Count, Direction::Decrease, MetricRole::Secondary);
    let waiting = Measure::WaitingTime(TimeMeasure { quantile: None, outcome: None });
    plan.metric("waiting", waiting, Unit::Milliseconds, Direction::Decrease, MetricRole::Guardrail);
    plan.metric(
        "cases with a failure",
        Measure::FailureShare,
        Unit::Share,
        Direction::Keep,
        MetricRole::Guardrail,
    );
    let _ = SECOND_MS;
    plan.build().unwrap()
}
