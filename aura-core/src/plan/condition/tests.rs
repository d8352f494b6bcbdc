use super::*;
use crate::domain::provenance::Origin;
use crate::error::ErrorCode;
use crate::plan::sample::guest_checkout;

#[test]
fn cel_is_written_as_it_was_read() {
    let check = |text: &str, expect: &str| {
        let expression: Expression = text.parse().unwrap();
        assert_eq!(expression.to_string(), expect, "{text}");
        assert_eq!(expect.parse::<Expression>().unwrap(), expression);
    };
    check("order.total>5000&&!order.gift", "order.total > 5000 && !order.gift");
    check("(a.b || c.d) && e.f", "(a.b || c.d) && e.f");
    check("a.b || c.d && e.f", "a.b || c.d && e.f");
    check("!(a.b == \"it's\")", "!(a.b == 'it\\'s')");
    check("a.b in ['x', 'y']", "a.b in ['x', 'y']");
    check("a.b + 2 * a.c >= 1.50", "a.b + 2 * a.c >= 1.5");
    check("(a.b + 2) * a.c != -1", "(a.b + 2) * a.c != -1");
    check(
        "has(a.b) && size(a.b) > 0 && a.b.startsWith('x')",
        "has(a.b) && size(a.b) > 0 && a.b.startsWith('x')",
    );
}

#[test]
fn what_is_not_supported_is_refused() {
    let deep = "(".repeat(3_000) + "true" + &")".repeat(3_000);
    for wrong in [
        "",
        "a",
        "a.b ==",
        "a.b = 1",
        "1 + 2",
        "a.b.c",
        "a.b && 3",
        "has(1)",
        "'x",
        "a.b == null",
        "a.b ? c.d : e.f",
        "a.b == 99999999999999999999",
        "a.b \u{1b}[31m",
        deep.as_str(),
        "[a.b.exists(x, x > 1)]",
        "!5",
    ] {
        let error = wrong.parse::<Expression>().unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidCondition, "{wrong}");
        assert!(!error.message().contains('\u{1b}'));
    }
}

#[test]
fn evaluation_follows_the_data() {
    let data = serde_json::json!({
        "order": {"total": 5_000, "gift": false, "country": "NL", "due": "2026-03-02"},
        "card": {"accepted": true},
    });
    let check = |text: &str, expect: bool| {
        assert_eq!(text.parse::<Expression>().unwrap().holds_over(&data), expect, "{text}");
    };
    check("order.total >= 5000", true);
    check("order.total + 1 > 5000 && card.accepted", true);
    check("order.total > 5000 || order.gift", false);
    check("order.country in ['BE', 'NL']", true);
    check("!(order.country == 'NL')", false);
    check("order.due < '2026-03-10'", true);
    check("has(order.total) && !has(order.nothing)", true);
    check("order.nothing == 1", false);
    check("order.nothing != 1", false);
    check("order.country.startsWith('N') && size(order.country) == 2", true);
}

#[test]
fn names_and_kinds_are_checked_against_the_plan() {
    let plan = guest_checkout().unwrap();
    let check = |text: &str, fault: Option<&str>| {
        let found = check_names(&text.parse().unwrap(), &plan).err().map(|error| error.message().to_owned());
        assert_eq!(found.as_deref(), fault, "{text}");
    };
    check("payment.accepted && order.total > 100", None);
    check("authorisation.status == 'declined'", None);
    check("basket.total > 1", Some("the plan has no data named `basket`"));
    check("order.weight > 1", Some("`order` has no field `weight`"));
    check("order.total == 'x'", Some("`order.total == 'x'` compares things of different kinds"));
    check("order.total && true", Some("`order.total` is not true or false"));
    check("authorisation.status == 'lost'", Some("`authorisation.status` is never `lost`"));
}

#[test]
fn english_and_back() {
    let plan = guest_checkout().unwrap();
    let check = |cel: &str, expect: &str| {
        let condition: Expression = cel.parse().unwrap();
        let said = english(&condition, &plan);
        assert_eq!(said, expect);
        assert_eq!(expression(&said, &plan).unwrap().to_string(), cel, "{said}");
    };
    check("payment.accepted == true", "the payment is accepted");
    check("payment.accepted == false", "the payment is not accepted");
    check("payment.tries_again == false", "the payment does not try again");
    check("order.total > 5000", "the total of the order is more than 50 EUR");
    check(
        "order.items <= 3 || order.total < 1050",
        "the items of the order is at most 3 or the total of the order is less than 10.5 EUR",
    );
    check(
        "(order.items > 1 || payment.accepted == true) && order.total >= 1",
        "(the items of the order is more than 1 or the payment is accepted) and the total of the order is at least 0.01 EUR",
    );
    check(
        "authorisation.status in ['accepted', 'declined']",
        "the status of the authorisation is one of accepted, declined",
    );
    check("authorisation.status != 'declined'", "the status of the authorisation is not declined");
    check("contact.email.endsWith('.org')", "the email of the contact ends with \".org\"");
    check("!has(contact.email)", "the email of the contact is not known");
}

#[test]
fn other_ways_to_say_it() {
    let plan = guest_checkout().unwrap();
    let check = |said: &str, expect: &str| {
        assert_eq!(expression(said, &plan).unwrap().to_string(), expect, "{said}");
    };
    check("if the payment was accepted", "payment.accepted == true");
    check("payment isn't accepted", "payment.accepted == false");
    check("unless the payment is accepted", "payment.accepted == false");
    check("the order total is over €1,000", "order.total > 100000");
    check("the order is above 50 EUR", "order.total > 5000");
    check("Amount <= 49.99 euros", "order.total <= 4999");
    check("the total is between 10 and 20 EUR", "order.total >= 1000 && order.total <= 2000");
    check("status is Declined", "authorisation.status == 'declined'");
    assert_eq!(expression("the moon is full", &plan).unwrap_err().code(), ErrorCode::InvalidCondition);
}

#[test]
fn settling_adds_what_is_missing_and_stays_readable() {
    let check = |words: &str, cel: &str| {
        let mut plan = guest_checkout().unwrap();
        let condition = settle(words, &mut plan, &Origin::assumed("a test"));
        assert_eq!(condition.expression, cel, "{words}");
        let parsed: Expression = condition.expression.parse().unwrap();
        check_names(&parsed, &plan).unwrap();
        assert_eq!(expression(&english(&parsed, &plan), &plan).unwrap(), parsed, "{words}");
        let again = settle(words, &mut plan, &Origin::assumed("a test"));
        assert_eq!(again, condition);
    };
    check("the payment is accepted", "payment.accepted == true");
    check("the order is urgent", "order.urgent == true");
    check("the order is not urgent", "order.urgent == true".replace("true", "false").as_str());
    check("if the customer picks another time", "case.the_customer_picks_another_time == true");
    check("the fee is above 50 EUR", "case.fee > 5000");
    check("the order weight is over 30 kg", "order.weight_in_kg > 30.0");
}
