//! Resources that serve everybody at once, against timelines worked out by hand and closed forms.

use serde_json::{Value, json};

use super::build::{Build, ends, exponential, fixed, poisson, run, scenario};
use crate::domain::plan::{Outcome, Plan};
use crate::domain::scenario::TraceDepth;
use crate::simulate::log::log_of_trace;

fn shared(capacity: u32, work: Value, rules: Value) -> Build {
    let mut queue = json!({"order": "shared"});
    for (name, rule) in rules.as_object().unwrap() {
        queue[name] = rule.clone();
    }
    let mut build = Build::new();
    build.resource("line", capacity).set("resources", "queue", queue);
    build.step("load", work, Some("line"));
    build
}

fn chained(mut build: Build) -> Plan {
    build.end("done", "goal_reached").chain(&["start", "step_load", "end_done"]);
    build.plan()
}

/// The mean time in the system.
fn mean_seconds(plan: &Plan, interval: f64) -> f64 {
    let simulation = run(plan, &poisson(300_000, 4, interval, 3));
    let times = simulation.cases.iter().flatten().map(|case| case.cycle_us as f64 / 1e6);
    times.sum::<f64>() / 300_000.0
}

#[test]
fn two_who_share_are_half_as_fast() {
    // They come at 1 and 2 and need two seconds each: alone from 1 to 2, both from 2 to 4, alone from 4 to 5.
    let plan = chained(shared(1, fixed(2.0), json!({})));
    let mut circumstances = scenario(2, 1.0);
    circumstances.trace = TraceDepth::Full;
    let simulation = run(&plan, &circumstances);
    let cycles: Vec<u64> = ends(&simulation).into_iter().map(|(cycle, _)| cycle).collect();
    assert_eq!(cycles, [3_000, 3_000]);
    for case in simulation.cases.iter().flatten() {
        assert_eq!((case.working_us, case.waiting_us), (2_000_000, 1_000_000));
    }
    // What was to take two seconds took three, and the log says so.
    let log = log_of_trace(&plan, &simulation.trace).unwrap();
    let spans: Vec<i64> = log
        .cases
        .iter()
        .map(|case| case.events[0].time.unwrap().micros - case.events[0].started.unwrap().micros)
        .collect();
    assert_eq!(spans, [3_000_000, 3_000_000]);
}

/// The mean time is `s / (1 - load)` whatever the distribution of the work (Kleinrock 1976, volume 2, section 4.4).
#[test]
fn the_mean_time_of_sharing_one_depends_on_the_mean_work_alone() {
    for work in [exponential(1.0), fixed(1.0)] {
        let mean = mean_seconds(&chained(shared(1, work, json!({}))), 1.0 / 0.6);
        assert!((mean / 2.5 - 1.0).abs() < 0.03, "{mean}");
    }
}

/// With exponential work the number present is that of M/M/3 (Erlang C), whoever is served how fast.
#[test]
fn sharing_three_takes_as_long_on_average_as_queueing_for_them() {
    let load: f64 = 2.4;
    let last = load * load * load / 6.0 / (1.0 - load / 3.0);
    let waits = last / (1.0 + load + load * load / 2.0 + last);
    let exact = 1.0 + waits / (3.0 - load);
    let mean = mean_seconds(&chained(shared(3, exponential(1.0), json!({}))), 1.0 / load);
    assert!((mean / exact - 1.0).abs() < 0.03, "{mean}, exact {exact}");
}

/// M/M/1/5 at twice the rate that it can serve, as for a queue: the number present is the same chain.
#[test]
fn a_limit_counts_those_who_are_there() {
    let plan = chained(shared(1, exponential(1.0), json!({"limit": 4})));
    let simulation = run(&plan, &poisson(100_000, 10, 0.5, 7));
    let refused = simulation.run.outcomes.iter().find(|found| found.outcome == Outcome::Refused).unwrap();
    assert!((refused.share.value - 32.0 / 63.0).abs() < 0.006, "{}", refused.share.value);
    assert_eq!(simulation.run.resources[0].longest_queue, 4);
    let mut build = shared(1, fixed(10.0), json!({}));
    let share = build.assume("leaves", fixed(1.0), "share");
    build.set(
        "resources",
        "queue",
        json!({"order": "shared", "balking": [{"from": 1, "probability": share}]}),
    );
    // The second finds one there and joins; the third and fourth see that one goes more slowly already, and leave.
    let simulation = run(&chained(build), &scenario(4, 1.0));
    assert_eq!(simulation.run.resources[0].balked, 2, "{:?}", simulation.run.resources);
}

#[test]
fn a_time_limit_ends_work_that_sharing_made_late() {
    let mut build = shared(1, fixed(10.0), json!({}));
    build.with("limits", json!({"time_ms": 12_000}));
    build.mode("late", "timeout", 0.0, json!({"type": "end", "outcome": "failed"}));
    let simulation = run(&chained(build), &scenario(2, 6.0));
    // They come at 6 and 12. The first has 6 of 10 seconds done at 12 and 3 more at 18, its limit. The second has 3
    // then and 6 more at its limit of 24.
    assert_eq!(ends(&simulation), [(12_000, Outcome::Failed), (12_000, Outcome::Failed)]);
    let worked: Vec<u64> = simulation.cases.iter().flatten().map(|case| case.working_us).collect();
    assert_eq!(worked, [9_000_000, 9_000_000]);
}

#[test]
fn what_does_not_go_with_sharing_is_refused_with_a_reason() {
    let refusal = |build: &Build| {
        let error = crate::simulate::simulate(&build.plan(), &scenario(1, 1.0), &Default::default());
        error.map(|_| ()).unwrap_err().to_string()
    };
    let mut build = shared(1, fixed(1.0), json!({}));
    let patience = build.assume("patience", fixed(1.0), "milliseconds");
    build.set("resources", "queue", json!({"order": "shared", "patience": patience}));
    build.end("done", "goal_reached").chain(&["start", "step_load", "end_done"]);
    assert!(refusal(&build).contains("serves everybody at once"), "{}", refusal(&build));
    let mut build = shared(1, fixed(1.0), json!({}));
    build.with("batch", json!({"size": 2, "together": true}));
    build.end("done", "goal_reached").chain(&["start", "step_load", "end_done"]);
    assert!(refusal(&build).contains("serves everybody at once"), "{}", refusal(&build));
}
