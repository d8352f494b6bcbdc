//! Synthetic data and conditions over it.

use serde_json::json;

use super::build::{Build, run, scenario};
use crate::domain::id::DataId;
use crate::error::ErrorCode;
use crate::random::Seed;
use crate::simulate::{compile, synthetic_record};

fn order() -> serde_json::Value {
    let field = |name: &str, kind: serde_json::Value, example: serde_json::Value| json!({"name": name, "title": name, "kind": kind, "required": true, "sensitivity": "ordinary", "example": example});
    json!({
        "id": "data_order", "name": "order", "description": "x",
        "fields": [
            field("in_stock", json!({"type": "boolean"}), json!(true)),
            field("total", json!({"type": "integer", "minimum": 1, "maximum": 1_000}), json!(5)),
            field("kind", json!({"type": "choice", "options": ["gift", "own"]}), json!("own")),
            field("weight", json!({"type": "number", "minimum": 0.5, "maximum": 2.5}), json!(1.0)),
            field("email", json!({"type": "email"}), json!("a@example.com")),
            field("note", json!({"type": "text", "min_length": 12, "max_length": 20}), json!("a note")),
        ],
    })
}

#[test]
fn conditions_that_cannot_be_are_refused() {
    for expression in
        ["order.", "order.colour == 1", "order.total >", "", &"(".repeat(5_000), &"!".repeat(200)]
    {
        let mut build = Build::new();
        build.add("data", order()).gateway("choice", "exclusive").end("a", "goal_reached").end("b", "failed");
        build
            .flow("start", "gate_choice")
            .when("gate_choice", "end_a", expression)
            .flow("gate_choice", "end_b");
        let error = compile(&build.plan(), &scenario(1, 1.0)).unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidCondition, "{expression}");
    }
}

#[test]
fn conditions_decide_by_the_data_of_the_case() {
    let mut build = Build::new();
    build.add("data", order()).gateway("choice", "exclusive").end("a", "goal_reached").end("b", "refused");
    build.flow("start", "gate_choice").when("gate_choice", "end_a", "order.total <= 250");
    build.flow("gate_choice", "end_b").set("flows", "is_default", json!(true));
    let run = run(&build.plan(), &scenario(20_000, 1.0)).run;
    // A quarter, within five standard errors.
    assert!((run.outcomes[0].share.value - 0.25).abs() < 0.016, "{:?}", run.outcomes);
}

#[test]
fn data_is_drawn_anew_only_when_a_step_makes_it_anew() {
    // A loop that goes back while the order is not in stock: endless if the order stays, short if it is remade.
    for (produces, endless) in [(json!([]), true), (json!(["data_order"]), false)] {
        let mut build = Build::new();
        build.add("data", order()).step("look", super::build::fixed(1.0), None).with("produces", produces);
        build.gateway("choice", "exclusive").end("a", "goal_reached");
        build.chain(&["start", "step_look", "gate_choice"]).when("gate_choice", "end_a", "order.in_stock");
        build.flow("gate_choice", "step_look").set("flows", "is_default", json!(true));
        let run = run(&build.plan(), &scenario(200, 1.0)).run;
        assert_eq!(run.outcomes[3].cases > 50, endless, "{:?}", run.outcomes);
        assert_eq!(
            run.warnings.iter().any(|text| text.contains("`step_look`")),
            endless,
            "{:?}",
            run.warnings
        );
    }
}

#[test]
fn records_are_legal_and_differ() {
    let mut build = Build::new();
    build.add("data", order());
    let plan = build.plan();
    let id = DataId::named("order");
    let mut seen = std::collections::BTreeSet::new();
    for number in 0..500 {
        let record = synthetic_record(&plan, &id, Seed(3), number).unwrap();
        assert_eq!(record, synthetic_record(&plan, &id, Seed(3), number).unwrap());
        assert!(record["in_stock"].is_boolean());
        assert!((1..=1_000).contains(&record["total"].as_i64().unwrap()));
        assert!(["gift", "own"].contains(&record["kind"].as_str().unwrap()));
        assert!((0.5..=2.5).contains(&record["weight"].as_f64().unwrap()));
        assert!(record["email"].as_str().unwrap().ends_with("@example.com"));
        assert!((12..=20).contains(&record["note"].as_str().unwrap().chars().count()), "{record}");
        seen.insert(record.to_string());
    }
    assert!(seen.len() > 490);
    let missing = synthetic_record(&plan, &DataId::named("ghost"), Seed(3), 0);
    assert_eq!(missing.unwrap_err().code(), ErrorCode::NotFound);
}
