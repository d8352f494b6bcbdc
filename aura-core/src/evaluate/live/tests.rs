//! Whole ways from tables to verdicts, with traps on the way.

mod beliefs;
mod grid;
mod learned;
mod measures;
mod pictures;
mod planning;

use std::fmt::Write as _;

use serde_json::json;

use super::*;
use crate::domain::experiment::Decision;
use crate::domain::live::{LiveExperiment, LiveVerdict, TrustOutcome};
use crate::error::ErrorCode;
use crate::random::{Seed, Stream, Streams};

fn stream(seed: u64) -> Stream {
    Streams::new(Seed(seed)).stream(0, 0, 0)
}

fn statement(change: impl FnOnce(&mut serde_json::Value)) -> LiveExperiment {
    let mut value = json!({
        "schema_version": 1, "title": "Shorter checkout", "unit_column": "user", "arm_column": "arm",
        "arms": [{"name": "old", "weight": 1.0}, {"name": "new", "weight": 1.0}],
        "metrics": [
            {"id": "metric_orders", "title": "orders", "measure": {"type": "proportion", "column": "ordered"},
             "unit": {"type": "share"}, "direction": "increase", "role": "primary"},
            {"id": "metric_wait", "title": "waiting time", "measure": {"type": "mean", "column": "wait"},
             "unit": {"type": "milliseconds"}, "direction": "decrease", "role": "guardrail", "covariates": ["before"]}
        ],
        "rule": {"confidence": 0.95, "smallest_worthwhile": 0.0, "guardrail_margin": 0.05,
                 "origin": crate::domain::provenance::Origin::assumed("a test")},
    });
    change(&mut value);
    serde_json::from_value(value).unwrap()
}

/// A table of 2 × `count` users: chance to order, and waiting time of the new arm.
fn rows(count: usize, old: f64, new: f64, wait: f64) -> String {
    let mut draws = stream(7);
    let mut text = String::from("user,arm,ordered,wait,before\n");
    for user in 0..2 * count {
        let is_new = user % 2 == 1;
        let ordered = u8::from(draws.next_unit() < if is_new { new } else { old });
        let before = 1_000.0 + 500.0 * draws.next_unit();
        let waited = before + 100.0 * draws.next_unit() + if is_new { wait } else { 0.0 };
        let arm = if is_new { "new" } else { "old" };
        writeln!(text, "u{user},{arm},{ordered},{waited:.3},{before:.3}").unwrap();
    }
    text
}

fn verdict(experiment: &LiveExperiment, text: &str) -> LiveVerdict {
    judge(experiment, &collect_table(experiment, &read_table(text).unwrap()).unwrap()).unwrap()
}

#[test]
fn each_decision_comes_from_data_that_call_for_it() {
    let check = |new: f64, wait: f64, worthwhile: f64, expect: Decision| {
        let experiment = statement(|value| value["rule"]["smallest_worthwhile"] = json!(worthwhile));
        let found = verdict(&experiment, &rows(3_000, 0.30, new, wait));
        let arm = &found.arms[0];
        assert_eq!(arm.decision, expect, "{new} {wait} {worthwhile}: {:?}", arm.reasons);
        assert_eq!(found.recommended.is_some(), expect == Decision::Ship);
        assert!(arm.more_units.is_none() || expect == Decision::Extend);
        for metric in &arm.metrics {
            check_sentence(&metric.sentence, &metric.comparison, &arm.arm).unwrap();
        }
        assert!(!found.is_simulated);
    };
    check(0.36, 0.0, 0.0, Decision::Ship);
    check(0.36, 300.0, 0.0, Decision::Stop);
    check(0.22, 0.0, 0.0, Decision::Stop);
    check(0.30, 0.0, 0.05, Decision::NoDifference);
    check(0.37, 0.0, 0.06, Decision::Extend);
    check(0.345, 0.0, 0.03, Decision::Extend);
    let experiment = statement(|value| value["rule"]["smallest_worthwhile"] = json!(0.03));
    let arm = &verdict(&experiment, &rows(3_000, 0.30, 0.345, 0.0)).arms[0];
    assert!(arm.more_units.is_some_and(|more| more > 500), "{:?}", arm.reasons);
    assert!(arm.reasons.iter().any(|reason| reason.contains("chance of 80%")), "{:?}", arm.reasons);
}

/// Lower is better in every code path: the same data with the direction turned around.
#[test]
fn direction_turns_the_verdict_around() {
    let text = rows(3_000, 0.30, 0.36, 0.0);
    let turned = statement(|value| value["metrics"][0]["direction"] = json!("decrease"));
    assert_eq!(verdict(&turned, &text).arms[0].decision, Decision::Stop);
}

#[test]
fn covariates_sharpen_and_are_checked() {
    let found = verdict(&statement(|_| {}), &rows(500, 0.3, 0.3, 0.0));
    let waiting = &found.arms[0].metrics[1];
    assert!(waiting.expert.variance_left < 0.1, "{waiting:?}");
    assert!(
        found
            .checks
            .iter()
            .any(|check| check.name == "balance_before" && check.outcome == TrustOutcome::Good)
    );
}

#[test]
fn what_is_worth_having_can_be_told_as_a_share_of_the_control() {
    let text = rows(3_000, 0.30, 0.345, 0.0);
    let decided = |amount: f64, is_relative: bool| {
        let rule = statement(|value| {
            value["rule"]["smallest_worthwhile"] = json!(amount);
            value["rule"]["is_relative"] = json!(is_relative);
        });
        verdict(&rule, &text)
    };
    let orders = &decided(0.0, false).arms[0].metrics[0].comparison;
    // On both sides of the lower end of the range: 1.02 times what is surely gained is not surely gained.
    for (share, expect) in [(0.98, Decision::Ship), (1.02, Decision::Extend)] {
        let relative = decided(share * orders.low / orders.control, true);
        assert_eq!(relative.arms[0].decision, expect, "{share}");
        let absolute = decided(share * orders.low, false);
        assert_eq!(absolute.arms[0].decision, expect, "{share}");
        assert_eq!(absolute.arms[0].reasons, relative.arms[0].reasons);
    }
}

#[test]
fn arms_of_the_wrong_size_forbid_a_verdict() {
    let text: String = rows(3_000, 0.30, 0.40, 0.0)
        .lines()
        .enumerate()
        .filter(|(line, row)| !(row.contains(",new,") && line % 10 < 3))
        .map(|(_, row)| format!("{row}\n"))
        .collect();
    let found = verdict(&statement(|_| {}), &text);
    assert_eq!(found.arms[0].decision, Decision::Extend);
    assert_eq!(found.recommended, None);
    assert_eq!(
        (found.checks[0].name.as_str(), found.checks[0].outcome),
        ("sample_ratio", TrustOutcome::Failed)
    );
}

#[test]
fn bad_tables_are_refused_with_the_line() {
    let experiment = statement(|_| {});
    let check = |text: &str, expect: &str| {
        let result = read_table(text).and_then(|table| collect_table(&experiment, &table));
        let error = result.unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidData, "{error}");
        assert!(error.message().contains(expect), "{error}");
    };
    let head = "user,arm,ordered,wait,before\n";
    check("", "empty");
    check("user,user\n", "two columns");
    check("user,arm\n1,old\n", "no column `ordered`");
    check(&format!("{head}1,old,1\n"), "line 2");
    check(&format!("{head}1,green,1,1,1\n"), "`green` was not planned");
    check(&format!("{head}1,old,1,fast,1\n"), "`fast`");
    check(&format!("{head}1,old,1,NaN,1\n"), "finite");
    check(&format!("{head}1,old,1,1,1\n1,old,1,1,1\n"), "line 3 of the table: unit `1` stands there again");
    check(&format!("{head},old,1,1,1\n"), "no name");
    check(&format!("{head}1,old,1,1,1\n2,old,1,1,1\n"), "`new` has 0 units");
    check(&format!("{head}1,old,\"1,1,1\n"), "never closed");
    check(&format!("{head}1,old,1,1,1\n2,old,3,2,1\n3,new,0,3,2\n4,new,1,4,3\n"), "is a share");
}

#[test]
fn a_guardrail_needs_a_margin() {
    let without = statement(|value| value["rule"]["guardrail_margin"] = json!(0.0));
    assert_eq!(check_design(&without).unwrap_err().code(), ErrorCode::InvalidExperiment);
}

#[test]
fn crossed_units_are_left_out_and_counted() {
    let mut text = rows(1_000, 0.3, 0.3, 0.0);
    text.push_str("u0,new,1,1000,1000\n");
    let found = verdict(&statement(|_| {}), &text);
    assert_eq!(found.units, [999, 1_000]);
    assert!(
        found
            .checks
            .iter()
            .any(|check| check.name == "crossed_arms" && check.outcome == TrustOutcome::Warning)
    );
}

#[test]
fn logs_count_first_exposures_and_what_came_in_time() {
    let experiment = statement(|value| {
        value["metrics"].as_array_mut().unwrap().truncate(1);
        value["metrics"][0]["covariates"] = json!(["ordered"]);
        value["time_column"] = json!("at");
        value["event_column"] = json!("event");
        value["window_ms"] = json!(86_400_000);
    });
    let mut exposures = String::from("user,arm,at\n");
    let mut outcomes = String::from("event,user,at,ordered\n");
    let mut draws = stream(3);
    for user in 0..400 {
        let arm = if user % 2 == 0 { "old" } else { "new" };
        writeln!(exposures, "{user},{arm},2026-11-02").unwrap();
        writeln!(exposures, "{user},{arm},2026-11-03").unwrap();
        let ordered = u8::from(draws.next_unit() < 0.4);
        writeln!(outcomes, "a{user},{user},2026-11-01,{}", u8::from(draws.next_unit() < 0.5)).unwrap();
        writeln!(outcomes, "b{user},{user},2026-11-02T12:00:00Z,{ordered}").unwrap();
        writeln!(outcomes, "b{user},{user},2026-11-02T12:00:00Z,{ordered}").unwrap();
    }
    outcomes.push_str("late,0,2026-11-09,1\nstranger,9999,2026-11-02T13:00:00Z,1\n");
    let data =
        collect_logs(&experiment, &read_table(&exposures).unwrap(), &read_table(&outcomes).unwrap()).unwrap();
    let found = judge(&experiment, &data).unwrap();
    let note =
        |name: &str| found.checks.iter().find(|check| check.name == name).map(|check| check.detail.clone());
    assert_eq!(note("repeated_exposures").as_deref(), Some("count 400"));
    assert_eq!(note("repeated_events").as_deref(), Some("count 400"));
    assert_eq!(note("late_events").as_deref(), Some("count 1"));
    assert_eq!(note("outcomes_without_exposure").as_deref(), Some("count 1"));
    let orders = &found.arms[0].metrics[0].comparison;
    assert!((0.25..0.55).contains(&orders.control), "{orders:?}");
}

#[test]
fn hostile_names_stay_text_on_the_page() {
    let evil = "<script>alert(1)</script>";
    let experiment = statement(|value| {
        value["title"] = json!(evil);
        value["metrics"][0]["title"] = json!(evil);
    });
    let found = verdict(&experiment, &rows(200, 0.3, 0.4, 0.0));
    let page = render_report(&found);
    assert!(!page.contains("<script") && page.contains("&lt;script&gt;"));
    assert!(page.contains("default-src 'none'"));
    assert!(
        vega_lite(&found)["vconcat"][0]["data"]["values"].as_array().is_some_and(|values| values.len() == 2)
    );
}

#[test]
fn the_same_data_give_the_same_bytes_in_any_order() {
    let text = rows(300, 0.3, 0.4, 5.0);
    let mut lines: Vec<&str> = text.lines().collect();
    lines[1..].reverse();
    let turned = lines.join("\n");
    let experiment = statement(|_| {});
    let (first, second) = (verdict(&experiment, &text), verdict(&experiment, &turned));
    assert_eq!(first.arms, second.arms);
    assert_eq!(first.units, second.units);
}

#[test]
fn a_changed_verdict_is_refused_and_a_lost_sign_of_zero_is_not_a_change() {
    let given = verdict(&statement(|_| {}), &rows(300, 0.3, 0.4, 5.0));
    check_untouched(&given).unwrap();
    let mut changed = given.clone();
    changed.arms[0].metrics[0].comparison.difference += 1e-9;
    assert_eq!(check_untouched(&changed).unwrap_err().code(), ErrorCode::InvalidDocument);
    let mut signed = given;
    signed.arms[0].metrics[0].comparison.difference = -0.0;
    signed.id = super::identity::id_of(&signed).unwrap();
    signed.arms[0].metrics[0].comparison.difference = 0.0;
    check_untouched(&signed).unwrap();
}

#[test]
fn power_agrees_with_the_textbook_and_looks_cost_little() {
    let request = |monitoring: serde_json::Value| -> PowerRequest {
        serde_json::from_value(
            json!({"baseline": 10.0, "deviation": 10.0, "effect": 1.0, "monitoring": monitoring,
            "units_each_day": 500.0}),
        )
        .unwrap()
    };
    // 2 σ² (1.959964 + 0.841621)² / δ².
    let fixed = plan_power(&request(json!({"type": "fixed"}))).unwrap();
    assert_eq!(fixed.units_each_arm, 1_570);
    assert_eq!(fixed.days, Some(7));
    let looks = json!({"type": "group_sequential", "fractions": [0.2, 0.4, 0.6, 0.8, 1.0], "spending": {"type": "obrien_fleming"}});
    let group = plan_power(&request(looks)).unwrap();
    // Jennison and Turnbull 2000, table 2.2: 1.028 for five O'Brien and Fleming looks.
    assert!((group.cost_of_looks - 1.028).abs() < 0.005, "{group:?}");
    let open = plan_power(&request(json!({"type": "always_valid", "tuned_units": 3_000.0}))).unwrap();
    assert!(open.cost_of_looks > 1.2 && open.cost_of_looks < 3.0, "{open:?}");
    assert!(plan_power(&PowerRequest { effect: Some(0.0), ..request(json!({"type": "fixed"})) }).is_err());
}
