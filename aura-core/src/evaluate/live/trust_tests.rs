//! Checks that need a whole table: random splits, spill-over, days of the week, and looks day by day.

use std::fmt::Write as _;

use super::*;
use crate::domain::live::{LiveExperiment, TrustOutcome};
use crate::random::{Seed, Streams};

fn statement(extra: &str) -> LiveExperiment {
    let json = format!(
        r#"{{"schema_version": 1, "title": "t", "unit_column": "user", "arm_column": "arm",
        "arms": [{{"name": "a", "weight": 1}}, {{"name": "b", "weight": 1}}], {extra}
        "metrics": [{{"id": "metric_x", "title": "x", "measure": {{"type": "mean", "column": "x"}},
            "unit": {{"type": "score"}}, "direction": "increase", "role": "primary"}}],
        "rule": {{"confidence": 0.95, "smallest_worthwhile": 0, "guardrail_margin": 0.02,
            "origin": {{"type": "assumed", "reason": "a test"}}}}}}"#
    );
    serde_json::from_str(&json).unwrap()
}

/// Users with an arm by chance, a team and a day; `value` makes their figure of (is b, team, day, chance).
fn table(users: u64, value: impl Fn(bool, u64, u64, f64) -> f64, shares: impl Fn(u64) -> f64) -> String {
    let mut csv = "user,arm,team,day,x\n".to_owned();
    for user in 0..users {
        let mut stream = Streams::new(Seed(5)).stream(user, 0, 0);
        let (team, day) = (user % 60, user % 28);
        let is_b = stream.next_unit() < shares(team);
        let x = value(is_b, team, day, stream.next_unit());
        let arm = if is_b { "b" } else { "a" };
        writeln!(csv, "u{user},{arm},t{team},2026-03-{:02},{x}", day + 1).unwrap();
    }
    csv
}

#[test]
fn random_splits_raise_as_many_alarms_as_the_rule_allows() {
    // The arms really differ, which must not matter: all units are dealt anew.
    let csv = table(300, |is_b, _, _, chance| chance + if is_b { 3.0 } else { 0.0 }, |_| 0.5);
    let read = read_table(&csv).unwrap();
    let found = calibrate(&statement(""), &read, 1_000, Seed(1), None).unwrap();
    let metric = &found.metrics[0];
    // 0.05 within 3.3 standard errors of a binomial with 1,000 tries.
    assert!((metric.rate - 0.05).abs() < 3.3 * (0.05_f64 * 0.95 / 1_000.0).sqrt(), "{}", metric.rate);
    assert!(!metric.is_too_high && metric.low <= metric.rate && metric.rate <= metric.high);
    assert_eq!(found, calibrate(&statement(""), &read, 1_000, Seed(1), None).unwrap());
    assert_ne!(found.metrics, calibrate(&statement(""), &read, 1_000, Seed(2), None).unwrap().metrics);
    assert!(calibrate(&statement(""), &read, 0, Seed(1), None).is_err());
    assert!(calibrate(&statement(""), &read, 1 << 40, Seed(1), None).is_err());
}

#[test]
fn arms_that_disturb_each_other_are_named() {
    let outcome = |csv: &str| {
        let found = calibrate(&statement(""), &read_table(csv).unwrap(), 5, Seed(1), Some("team")).unwrap();
        found.checks[0].outcome
    };
    // Teams with many changed members, and others with few.
    let shares = |team: u64| if team.is_multiple_of(2) { 0.8 } else { 0.2 };
    let calm = table(3_000, |_, _, _, chance| chance, shares);
    assert_eq!(outcome(&calm), TrustOutcome::Good);
    let spilled = |is_b: bool, team: u64, _, chance: f64| chance + if is_b { 0.0 } else { shares(team) };
    assert_eq!(outcome(&table(3_000, spilled, shares)), TrustOutcome::Warning);
}

#[test]
fn an_effect_that_hangs_on_the_day_of_the_week_is_named() {
    let judged = |csv: &str| {
        let statement = statement(r#""time_column": "day","#);
        judge(&statement, &collect_table(&statement, &read_table(csv).unwrap()).unwrap()).unwrap()
    };
    let outcome = |csv: &str| {
        let verdict = judged(csv);
        verdict.checks.iter().find(|check| check.name == "days_of_the_week").map(|check| check.outcome)
    };
    let even = table(4_000, |is_b, _, _, chance| chance + if is_b { 0.1 } else { 0.0 }, |_| 0.5);
    assert_eq!(outcome(&even), Some(TrustOutcome::Good));
    let weekend = |is_b: bool, _, day: u64, chance: f64| chance + if is_b && day % 7 < 2 { 0.4 } else { 0.0 };
    assert_eq!(outcome(&table(4_000, weekend, |_| 0.5)), Some(TrustOutcome::Warning));
    // The last look is the result itself, and each look is what the rows up to its day give.
    let verdict = judged(&even);
    let (arm, metric) = (&verdict.arms[0], &verdict.arms[0].metrics[0].comparison);
    let last = arm.looks.last().unwrap();
    assert_eq!((last.day, last.low, last.high), (28, metric.low, metric.high));
    let early: String = even
        .lines()
        .filter(|line| {
            !line.contains("2026-03-") || line.split("2026-03-").nth(1).is_some_and(|rest| &rest[..2] <= "10")
        })
        .map(|line| format!("{line}\n"))
        .collect();
    let cut = judged(&early);
    let look = arm.looks.iter().find(|look| look.day == 10).unwrap();
    let alone = &cut.arms[0].metrics[0].comparison;
    assert!((look.estimate - alone.difference).abs() < 1e-12 && (look.low - alone.low).abs() < 1e-12);
    let page = render_report(&verdict);
    assert!(page.contains("How the difference settled") && page.contains("What a test of this size can see"));
    assert_eq!(vega_lite(&verdict)["vconcat"].as_array().unwrap().len(), 4);
}
