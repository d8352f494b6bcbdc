//! No hole in the grid of ways to look, measures and adjustments: each cell gives a verdict.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::super::*;
use crate::domain::experiment::{ComparisonReading, Decision};
use crate::domain::live::{LiveExperiment, LiveMeasure};
use crate::random::{Seed, Streams};
use crate::stats::analysis::Monitoring;

/// A name, and how it is stated.
type Named = (&'static str, fn() -> Value);

const MEASURES: [Named; 10] = [
    ("mean", || json!({"type": "mean", "column": "revenue"})),
    ("proportion", || json!({"type": "proportion", "column": "ordered"})),
    ("ratio", || json!({"type": "ratio", "above": "revenue", "below": "days"})),
    ("quantile", || json!({"type": "quantile", "column": "revenue", "probability": 0.75})),
    ("count", || json!({"type": "count", "column": "visits"})),
    (
        "time_to_event",
        || json!({"type": "time_to_event", "event": "ordered", "time": "visits", "limit": 4.5}),
    ),
    (
        "retention",
        || json!({"type": "retention", "column": "ordered", "age": "age", "from_ms": 0, "until_ms": 5}),
    ),
    ("funnel_step", || json!({"type": "funnel_step", "reached": "came", "completed": "ordered"})),
    ("composed", || {
        json!({"type": "composed", "parts": [{"column": "revenue", "weight": 1.0},
                                                        {"column": "visits", "weight": -0.5}]})
    }),
    ("combined", || {
        json!({"type": "combined", "parts": [
            {"measure": {"type": "ratio", "above": "revenue", "below": "days"}, "weight": 2.0},
            {"measure": {"type": "quantile", "column": "revenue", "probability": 0.5}, "weight": 1.0},
            {"measure": {"type": "proportion", "column": "ordered"}, "weight": 1.0}]})
    }),
];

/// Every kind of measure has its place in the grid: one more does not compile before it has.
fn place(measure: &LiveMeasure) -> usize {
    match measure {
        LiveMeasure::Mean(_) => 0,
        LiveMeasure::Proportion(_) => 1,
        LiveMeasure::Ratio(_) => 2,
        LiveMeasure::Quantile(_) => 3,
        LiveMeasure::Count(_) => 4,
        LiveMeasure::TimeToEvent(_) => 5,
        LiveMeasure::Retention(_) => 6,
        LiveMeasure::FunnelStep(_) => 7,
        LiveMeasure::Composed(_) => 8,
        LiveMeasure::Combined(_) => 9,
    }
}

/// The same for the ways to look.
fn way(looks: &Monitoring) -> usize {
    match looks {
        Monitoring::Fixed => 0,
        Monitoring::GroupSequential(_) => 1,
        Monitoring::AlwaysValid(_) => 2,
    }
}

/// What the method says of an adjustment, so that none passes without having been made.
fn said(adjustment: &str) -> &'static str {
    match adjustment {
        "covariate" => "CUPED",
        "learned" => "CUPAC",
        "strata" => "post-stratification",
        _ => "difference of",
    }
}

const LOOKS: [fn() -> Value; 3] = [
    || json!({"type": "fixed"}),
    || json!({"type": "group_sequential", "fractions": [0.5, 1.0]}),
    || json!({"type": "always_valid", "tuned_units": 1_000.0}),
];

const ADJUSTMENTS: [&str; 6] = ["plain", "covariate", "learned", "strata", "clusters", "margin"];

fn statement(measure: Value, looks: Value, adjustment: &str) -> LiveExperiment {
    let mut value = json!({
        "schema_version": 1, "title": "t", "unit_column": "user", "arm_column": "arm",
        "arms": [{"name": "old", "weight": 1.0}, {"name": "new", "weight": 1.0}],
        "metrics": [{"id": "metric_one", "title": "the metric", "measure": measure, "unit": {"type": "score"},
                     "direction": "increase", "role": "primary"}],
        "monitoring": looks,
        "rule": {"confidence": 0.95, "smallest_worthwhile": 0.0, "guardrail_margin": 0.1,
                 "origin": crate::domain::provenance::Origin::assumed("a test")},
    });
    match adjustment {
        "covariate" => value["metrics"][0]["covariates"] = json!(["before"]),
        "learned" => value["metrics"][0]["learned_from"] = json!(["before", "age"]),
        "strata" => value["stratum_column"] = json!("city"),
        "clusters" => value["rows"] = json!("nested"),
        "margin" => value["aim"] = json!("non_inferiority"),
        _ => {}
    }
    serde_json::from_value(value).unwrap()
}

/// People with a lasting trait that shows in everything; `lift` is what the new arm adds to it.
fn table(rows_each: usize, lift: f64) -> String {
    let mut draws = Streams::new(Seed(5)).stream(0, 0, 0);
    let mut text = String::from("user,arm,city,before,came,visits,ordered,revenue,age,days\n");
    for user in 0..1_200 {
        let is_new = user % 2 == 1;
        let trait_of_user = draws.next_unit();
        for _ in 0..rows_each {
            let level = trait_of_user + if is_new { lift } else { 0.0 };
            let visits = 1 + (4.0 * draws.next_unit() * (0.5 + level)) as u64;
            let came = draws.next_unit() < 0.8;
            let ordered = came && draws.next_unit() < 0.2 + 0.5 * level;
            let revenue = 5.0 * (level + draws.next_unit());
            writeln!(
                text,
                "{user},{},{},{},{came},{visits},{ordered},{revenue},{},{}",
                if is_new { "new" } else { "old" },
                ["Oslo", "Lima"][user / 2 % 2],
                trait_of_user + 0.3 * draws.next_unit(),
                4 + user / 200,
                1 + user % 3
            )
            .unwrap();
        }
    }
    text
}

#[test]
fn every_cell_gives_a_verdict() {
    let (plain, nested) = (table(1, 0.35), table(3, 0.35));
    let mut cells = 0;
    for (number, (name, measure)) in MEASURES.into_iter().enumerate() {
        for (order, looks) in LOOKS.into_iter().enumerate() {
            for adjustment in ADJUSTMENTS {
                let cell = format!("{name} {} {adjustment}", looks());
                let experiment = statement(measure(), looks(), adjustment);
                assert_eq!(place(&experiment.metrics[0].measure), number, "{cell}");
                assert_eq!(way(&experiment.monitoring), order, "{cell}");
                let text = if adjustment == "clusters" { &nested } else { &plain };
                let found = collect_table(&experiment, &read_table(text).unwrap())
                    .and_then(|data| judge(&experiment, &data));
                if [("time_to_event", "clusters"), ("combined", "learned")].contains(&(name, adjustment)) {
                    // A time has no rows nested in units, and a combination no value of a unit: said, not guessed.
                    assert!(found.is_err(), "{cell}");
                    continue;
                }
                let found = found.unwrap_or_else(|error| panic!("{cell}: {error}"));
                let arm = &found.arms[0];
                let (seen, expert) = (&arm.metrics[0].comparison, &arm.metrics[0].expert);
                assert!(expert.method.contains(said(adjustment)), "{cell}: {}", expert.method);
                // Interval, p-value and reading say one thing, in every cell.
                assert!(seen.low < seen.difference && seen.difference < seen.high, "{cell}: {seen:?}");
                assert_eq!(seen.p_value < 0.05, seen.low > 0.0 || seen.high < 0.0, "{cell}: {seen:?}");
                assert!((0.0..=1.0).contains(&seen.p_value) && expert.standard_error > 0.0, "{cell}");
                check_sentence(&arm.metrics[0].sentence, seen, &arm.arm).unwrap();
                // Everything rises with the trait but the time until the order, which may move either way.
                if name != "time_to_event" {
                    assert_eq!(seen.reading, ComparisonReading::Better, "{cell}: {seen:?}");
                    assert_eq!(arm.decision, Decision::Ship, "{cell}: {:?}", arm.reasons);
                }
                if ["covariate", "learned"].contains(&adjustment) {
                    assert!(expert.variance_left < 1.0, "{cell}: {}", expert.variance_left);
                }
                cells += 1;
            }
        }
    }
    assert_eq!(cells, MEASURES.len() * LOOKS.len() * ADJUSTMENTS.len() - 2 * LOOKS.len());
}

/// The same grid where nothing changed: the level is kept in every cell, which one table can only show roughly.
#[test]
fn repeated_looks_are_wider_in_every_cell() {
    let plain = table(1, 0.0);
    for (name, measure) in MEASURES {
        let width = |looks: Value| {
            let experiment = statement(measure(), looks, "plain");
            let data = collect_table(&experiment, &read_table(&plain).unwrap()).unwrap();
            let seen = &judge(&experiment, &data).unwrap().arms[0].metrics[0].comparison;
            seen.high - seen.low
        };
        let [fixed, group, open] = LOOKS.map(|looks| width(looks()));
        assert!(fixed < group && group < open, "{name}: {fixed} {group} {open}");
    }
}
