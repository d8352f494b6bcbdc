//! What a person gets for tables of changes.

use std::fmt::Write as _;

use super::*;
use crate::domain::experiment::ComparisonReading;
use crate::domain::live::TrustOutcome;
use crate::domain::observation::{Observation, ObservationalMethod, ObservationalVerdict};
use crate::error::Result;
use crate::text::read_table;

fn question(method: &str) -> Observation {
    let json = serde_json::json!({
        "schema_version": 1, "title": "orders", "method": method, "outcome_column": "orders", "time_column": "day",
        "changed_at": "2026-03-21", "unit_column": "shop", "changed": ["s0", "s1", "s2", "s3", "s4"],
    });
    serde_json::from_value(json).unwrap()
}

/// Thirty days of 24 shops; the first five were changed on the 21st, by `gain`; `drift` moves them before that already.
fn shops(gain: f64, drift: f64) -> String {
    let mut csv = "day,shop,orders\n".to_owned();
    for day in 1..=30 {
        for shop in 0..24 {
            let is_changed = shop < 5;
            let noise = f64::from((day * 37 + shop * 91 + day * shop * 13) % 17) / 4.0;
            let own = f64::from(100 + shop * 7 % 24 * 3) + f64::from(day) * 0.4;
            let moved = if is_changed { drift * f64::from(day) } else { 0.0 };
            let after = if is_changed && day >= 21 { gain } else { 0.0 };
            writeln!(csv, "2026-03-{day:02},s{shop},{}", own + noise + moved + after).unwrap();
        }
    }
    csv
}

fn told(question: &Observation, csv: &str) -> Result<ObservationalVerdict> {
    observe(question, &read_table(csv)?)
}

#[test]
fn every_method_finds_the_change_and_says_that_it_is_no_random_test() {
    for method in ["differences", "synthetic_control", "interrupted_series"] {
        let verdict = told(&question(method), &shops(8.0, 0.0)).unwrap();
        assert!(verdict.label.starts_with("Not a random test"), "{method}");
        assert!(!verdict.is_random_test && !verdict.is_simulated);
        assert!((verdict.effect - 8.0).abs() < 2.5, "{method}: {}", verdict.effect);
        if let (Some(low), Some(high)) = (verdict.low, verdict.high) {
            assert!(low <= verdict.effect && verdict.effect <= high);
        }
        assert!((verdict.found - verdict.expected - verdict.effect).abs() < 1e-9);
        let page = render_observation(&verdict);
        assert!(
            page.contains("Not a random test") && page.contains("<polyline") && !page.contains("<script")
        );
        for term in ["p-value", "significan", "confidence", "standard error", "regression"] {
            let words = format!("{}{}", verdict.label, verdict.sentence);
            assert!(!words.contains(term), "`{term}` is a term of statistics: {words}");
        }
        let json = serde_json::to_string(&verdict).unwrap();
        assert_eq!(serde_json::from_str::<ObservationalVerdict>(&json).unwrap(), verdict);
        assert_eq!(observation_picture(&verdict)["data"]["values"].as_array().unwrap().len(), 60);
    }
}

#[test]
fn what_did_nothing_is_not_said_to_have_done_something() {
    let verdict = told(&question("differences"), &shops(0.0, 0.0)).unwrap();
    assert_eq!(verdict.reading, ComparisonReading::Unclear);
    assert!(verdict.low.unwrap() < 0.0 && verdict.high.unwrap() > 0.0 && verdict.p_value > 0.05);
}

#[test]
fn sides_that_moved_apart_before_are_named() {
    let verdict = told(&question("differences"), &shops(0.0, 0.5)).unwrap();
    let check = verdict.checks.iter().find(|check| check.name == "alike_before").unwrap();
    assert_eq!(check.outcome, TrustOutcome::Warning);
    let calm = told(&question("differences"), &shops(8.0, 0.0)).unwrap();
    let check = calm.checks.iter().find(|check| check.name == "alike_before").unwrap();
    assert_eq!(check.outcome, TrustOutcome::Good);
}

#[test]
fn wrong_tables_are_refused_with_the_place() {
    let good = shops(8.0, 0.0);
    let check = |change: &dyn Fn(&mut Observation), csv: &str, expected: &str| {
        let mut question = question("differences");
        change(&mut question);
        let error = told(&question, csv).unwrap_err();
        assert!(error.message().contains(expected), "{} for {expected}", error.message());
    };
    check(&|question| question.changed = vec!["s99".to_owned()], &good, "`s99` is not in the table");
    check(&|question| question.changed.clear(), &good, "no unit is said to be changed");
    check(&|question| question.changed_at = "soon".to_owned(), &good, "`soon`");
    check(&|question| question.changed_at = "2027-01-01".to_owned(), &good, "no rows after the change");
    check(&|question| question.outcome_column = "sales".to_owned(), &good, "no column `sales`");
    check(&|question| question.confidence = 2.0, &good, "between 0.5 and 1");
    check(&|_| (), &good.replace("2026-03-02,s1,", "2026-03-01,s1,"), "stands twice");
    check(&|_| (), &good.replacen("s3,", "s3,many", 1), "must be a number");
    let one = |question: &mut Observation| question.changed = vec!["s0".to_owned()];
    check(&one, &good, "two changed units");
    let mut alone = question("synthetic_control");
    alone.changed = vec!["s0".to_owned()];
    assert_eq!(alone.method, ObservationalMethod::SyntheticControl);
    assert!(told(&alone, &good).unwrap().weights.iter().map(|part| part.weight).sum::<f64>() > 0.999);
}
