//! A covariate that is learned: sharper where a line tells little, and still as sure as it says.

use std::fmt::Write as _;

use serde_json::json;

use super::super::*;
use super::{statement, stream};
use crate::domain::live::{LiveComparison, LiveExperiment};
use crate::random::Stream;

/// The outcome hangs on two things known before, but on neither along a line.
fn table(units: usize, effect: f64, draws: &mut Stream) -> String {
    let mut text = String::from("user,arm,ordered,wait,before,age,visits\n");
    for user in 0..units {
        let is_new = draws.next_unit() < 0.5;
        let (age, visits) = (draws.next_unit(), draws.next_unit());
        let habit = if (age > 0.5) == (visits > 0.5) { 3.0 } else { 0.0 };
        let wait = habit + draws.next_unit() + if is_new { effect } else { 0.0 };
        let arm = if is_new { "new" } else { "old" };
        writeln!(text, "u{user},{arm},1,{wait},0,{age},{visits}").unwrap();
    }
    text
}

fn stated(key: &str) -> LiveExperiment {
    statement(|value| {
        value["metrics"].as_array_mut().unwrap().remove(0);
        value["metrics"][0]["role"] = json!("primary");
        value["metrics"][0]["covariates"] = json!([]);
        value["metrics"][0][key] = json!(["age", "visits"]);
    })
}

fn judged(experiment: &LiveExperiment, text: &str) -> LiveComparison {
    let data = collect_table(experiment, &read_table(text).unwrap()).unwrap();
    judge(experiment, &data).unwrap().arms.remove(0).metrics.remove(0)
}

#[test]
fn a_learned_covariate_is_sharper_than_a_line() {
    let text = table(3_000, 0.2, &mut stream(3));
    let (line, learned) = (judged(&stated("covariates"), &text), judged(&stated("learned_from"), &text));
    assert!(line.expert.variance_left > 0.95, "{}", line.expert.variance_left);
    assert!(learned.expert.variance_left < 0.15, "{}", learned.expert.variance_left);
    assert!(learned.expert.method.contains("CUPAC"), "{}", learned.expert.method);
    let width = |seen: &LiveComparison| seen.comparison.high - seen.comparison.low;
    assert!(width(&learned) < 0.4 * width(&line), "{} {}", width(&learned), width(&line));
    assert!(learned.comparison.low < 0.2 && 0.2 < learned.comparison.high, "{:?}", learned.comparison);
}

/// The true effect lies in as many of the intervals as they say, although predictions were learned from the same data.
#[test]
fn intervals_cover_as_often_as_they_say() {
    let (experiment, mut draws, tries) = (stated("learned_from"), stream(11), 400);
    let mut covered = 0;
    for _ in 0..tries {
        let seen = judged(&experiment, &table(150, 0.4, &mut draws)).comparison;
        covered += u32::from(seen.low <= 0.4 && 0.4 <= seen.high);
    }
    // Three standard errors of 400 tries around 0.95.
    assert!((0.917..=0.983).contains(&(f64::from(covered) / f64::from(tries))), "{covered}");
}

#[test]
fn sums_cannot_teach() {
    let error = sums_query(&stated("learned_from"), "users", SqlDialect::default()).unwrap_err();
    assert!(error.message().contains("learned"), "{error}");
}
