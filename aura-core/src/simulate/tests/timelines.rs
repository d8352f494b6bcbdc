//! Plans without randomness, worked out by hand.

use serde_json::json;

use super::build::{Build, ends, fixed, run, scenario};
use crate::domain::plan::Outcome::{self, Abandoned, Failed, GoalReached, Refused};
use crate::domain::quantity::Distribution;

fn check(build: &Build, cases: u64, interval: f64, expect: &[(u64, Outcome)]) {
    let plan = build.plan();
    let simulation = run(&plan, &scenario(cases, interval));
    let story = simulation.trace.story(&plan, 0, 0).unwrap().join("\n");
    assert_eq!(ends(&simulation), expect, "{story}\n{:?}", simulation.run.warnings);
}

#[test]
fn cases_queue_for_a_clerk() {
    let mut build = Build::new();
    build.resource("clerk", 1).step("serve", fixed(10.0), Some("clerk")).end("done", "goal_reached");
    build.chain(&["start", "step_serve", "end_done"]);
    check(&build, 3, 4.0, &[(10_000, GoalReached), (16_000, GoalReached), (22_000, GoalReached)]);
    let run = run(&build.plan(), &scenario(3, 4.0)).run;
    assert_eq!(run.nodes[1].mean_waiting_ms, 6_000.0);
    assert_eq!(run.nodes[1].mean_working_ms, 10_000.0);
    assert_eq!(run.resources[0].longest_queue, 2);
    assert_eq!(run.resources[0].mean_waiting_ms, 6_000.0);
    // Thirty of thirty-four seconds: the first case comes after four.
    assert_eq!(run.resources[0].utilisation.value, 30.0 / 34.0);
}

#[test]
fn parallel_ways_wait_for_the_last() {
    let mut build = Build::new();
    build.gateway("split", "parallel").gateway("join", "parallel").end("done", "goal_reached");
    for (name, seconds) in [("a", 1.0), ("b", 2.0), ("c", 3.0)] {
        build.step(name, fixed(seconds), None);
        build.chain(&["gate_split", &format!("step_{name}"), "gate_join"]);
    }
    build.step("last", fixed(0.5), None);
    build.flow("start", "gate_split").chain(&["gate_join", "step_last", "end_done"]);
    check(&build, 2, 1.0, &[(3_500, GoalReached), (3_500, GoalReached)]);
    let case = run(&build.plan(), &scenario(1, 1.0)).cases[0][0];
    assert_eq!(case.working_us, 6_500_000);
}

#[test]
fn an_inclusive_join_waits_for_what_can_still_come() {
    let mut build = Build::new();
    build.gateway("split", "inclusive").gateway("join", "inclusive").end("done", "goal_reached");
    for (name, seconds, share) in [("a", 1.0, 1.0), ("b", 2.0, 0.0), ("c", 3.0, 1.0)] {
        build.step(name, fixed(seconds), None);
        build.branch("gate_split", &format!("step_{name}"), share).flow(&format!("step_{name}"), "gate_join");
    }
    build.step("last", fixed(0.5), None);
    build.flow("start", "gate_split").chain(&["gate_join", "step_last", "end_done"]);
    check(&build, 1, 1.0, &[(3_500, GoalReached)]);
}

#[test]
fn a_join_for_a_way_that_was_not_taken_is_a_failure_that_is_named() {
    let mut build = Build::new();
    build.gateway("choice", "exclusive").gateway("join", "parallel").end("done", "goal_reached");
    build.step("a", fixed(1.0), None).step("b", fixed(1.0), None);
    build.flow("start", "gate_choice").branch("gate_choice", "step_a", 1.0).branch(
        "gate_choice",
        "step_b",
        0.0,
    );
    build.flow("step_a", "gate_join").flow("step_b", "gate_join").flow("gate_join", "end_done");
    check(&build, 1, 1.0, &[(1_000, Failed)]);
    let warnings = run(&build.plan(), &scenario(1, 1.0)).run.warnings;
    assert!(warnings.iter().any(|text| text.contains("`gate_join`")), "{warnings:?}");
}

#[test]
fn the_first_event_wins() {
    let mut build = Build::new();
    build.gateway("wait", "event_based").timer("slow", fixed(5.0)).timer("fast", fixed(2.0));
    build.end("late", "failed").end("done", "goal_reached");
    build.chain(&["start", "gate_wait", "timer_slow", "end_late"]).chain(&[
        "gate_wait",
        "timer_fast",
        "end_done",
    ]);
    check(&build, 1, 1.0, &[(2_000, GoalReached)]);
    assert_eq!(run(&build.plan(), &scenario(1, 1.0)).cases[0][0].waiting_us, 2_000_000);
}

#[test]
fn an_end_that_is_not_the_goal_ends_the_whole_case() {
    let mut build = Build::new();
    build.gateway("split", "parallel").end("no", "refused").end("done", "goal_reached").resource("clerk", 1);
    build.step("quick", fixed(1.0), None).step("long", fixed(9.0), Some("clerk"));
    build.chain(&["start", "gate_split", "step_quick", "end_no"]).chain(&[
        "gate_split",
        "step_long",
        "end_done",
    ]);
    // The clerk is freed at once each time.
    check(&build, 3, 1.0, &[(1_000, Refused), (1_000, Refused), (1_000, Refused)]);
    assert_eq!(run(&build.plan(), &scenario(1, 1.0)).cases[0][0].working_us, 2_000_000);
}

#[test]
fn retries_wait_longer_each_time_and_then_the_case_ends() {
    let mut build = Build::new();
    build.step("pay", fixed(1.0), None).mode(
        "declined",
        "rejected",
        1.0,
        json!({"type": "retry", "max_times": 3, "delay_ms": 2_000, "backoff_percent": 200, "otherwise": "refused"}),
    );
    build.end("done", "goal_reached").chain(&["start", "step_pay", "end_done"]);
    // Four tries of a second, and waits of 2, 4 and 8 seconds.
    check(&build, 1, 1.0, &[(18_000, Refused)]);
    let run = run(&build.plan(), &scenario(1, 1.0)).run;
    assert_eq!((run.nodes[1].failures[0].times, run.nodes[1].failures[0].ended), (4, 1));
    assert_eq!((run.nodes[1].visits, run.nodes[1].lost_cases), (1, 1));
}

#[test]
fn a_failure_can_lead_elsewhere() {
    let mut build = Build::new();
    build.end("done", "goal_reached").end("other", "failed").step("help", fixed(3.0), None);
    build.step("try", fixed(1.0), None).mode(
        "slip",
        "mistake",
        1.0,
        json!({"type": "go_to", "node": "step_help"}),
    );
    build.chain(&["start", "step_try", "end_other"]).chain(&["step_help", "end_done"]);
    check(&build, 1, 1.0, &[(4_000, GoalReached)]);
}

#[test]
fn a_time_limit_cuts_work_and_queueing() {
    let mut build = Build::new();
    build
        .resource("clerk", 1)
        .step("serve", fixed(10.0), Some("clerk"))
        .with("limits", json!({"time_ms": 12_000}));
    build.mode("late", "timeout", 0.0, json!({"type": "end", "outcome": "failed"}));
    build.end("done", "goal_reached").chain(&["start", "step_serve", "end_done"]);
    // The first is served in 10 s, the second has 8 s left for its work after 4 s in the queue (10 > 8), and
    // the third waits in vain.
    check(&build, 3, 6.0, &[(10_000, GoalReached), (12_000, Failed), (12_000, Failed)]);
}

#[test]
fn calls_time_out_and_fail_as_planned() {
    let mut build = Build::new();
    let latency = build.seconds("latency", fixed(5.0));
    let failure = build.assume("failure", fixed(0.0), "share");
    build.add("services", json!({
        "id": "service_bank", "title": "bank", "description": "x", "is_external": true,
        "operations": [{"id": "operation_pay", "title": "pay", "method": "post", "path": "/pay", "errors": [],
            "latency": latency, "failure": failure, "timeout_ms": 3_000, "is_idempotent": false}],
    }));
    build.step("pay", fixed(99.0), None);
    build.with("call", json!({"service": "service_bank", "operation": "operation_pay"}));
    build.mode("down", "unavailable", 0.0, json!({"type": "end", "outcome": "failed"}));
    build.end("done", "goal_reached").chain(&["start", "step_pay", "end_done"]);
    check(&build, 1, 1.0, &[(3_000, Failed)]);
    let plan = build.plan();
    let service = &run(&plan, &scenario(1, 1.0)).run.services[0];
    assert_eq!((service.calls, service.failed, service.mean_latency_ms), (1, 1, 3_000.0));
    // In an outage that makes it ten times as fast, it answers in time.
    let mut quick = scenario(1, 1.0);
    quick.outages = serde_json::from_value(json!([
        {"service": "service_bank", "from_ms": 0, "to_ms": 100_000, "slowdown": 0.1, "failure": 0.0}
    ]))
    .unwrap();
    assert_eq!(ends(&run(&plan, &quick)), [(500, GoalReached)]);
}

#[test]
fn people_give_up_waiting_and_some_come_back() {
    let mut build = Build::new();
    build.resource("clerk", 1).step("serve", fixed(10.0), Some("clerk")).end("done", "goal_reached");
    build.chain(&["start", "step_serve", "end_done"]);
    let mut scenario = scenario(2, 1.0);
    scenario.personas = super::super::default_personas();
    scenario.personas.truncate(1);
    scenario.personas[0].longest_wait = Some(Distribution::fixed(4_000.0));
    scenario.personas[0].returns = 0.0;
    assert_eq!(ends(&run(&build.plan(), &scenario)), [(10_000, GoalReached), (4_000, Abandoned)]);
    scenario.personas[0].returns = 1.0;
    scenario.personas[0].returns_after = Distribution::fixed(20_000.0);
    let simulation = run(&build.plan(), &scenario);
    assert_eq!(ends(&simulation), [(10_000, GoalReached), (34_000, GoalReached)]);
    assert_eq!(simulation.cases[0][1].waiting_us, 24_000_000);
}

#[test]
fn work_rests_outside_the_hours() {
    let mut build = Build::new();
    build.resource("clerk", 1).set(
        "resources",
        "calendar",
        json!({
            "utc_offset_minutes": 0, "shifts": [
                {"weekday": 1, "from_minute": 540, "to_minute": 1020},
                {"weekday": 2, "from_minute": 540, "to_minute": 1020}],
            "holidays": ["2026-01-06"],
        }),
    );
    build.step("serve", fixed(3_600.0), Some("clerk")).end("done", "goal_reached");
    build.chain(&["start", "step_serve", "end_done"]);
    let mut scenario = scenario(2, 60.0);
    // The run begins on Monday at 16:29, so the first case comes at 16:30 and is half done at closing time.
    scenario.arrivals.start_minute = 16 * 60 + 29;
    let hours = 3_600_000;
    let week = 7 * 24 * hours;
    // Tuesday is a holiday: the rest is done on Monday, 9:00 to 9:30, and the second case after that.
    let first = week - 7 * hours;
    let expect = [(first, GoalReached), (first + hours - 60_000, GoalReached)];
    assert_eq!(ends(&run(&build.plan(), &scenario)), expect);
    let result = run(&build.plan(), &scenario).run;
    // Half an hour on the first day and one and a half on the last: all hours that were open.
    assert!((result.resources[0].utilisation.value - 2.0 / 2.016_666_666).abs() < 1e-6);
}

#[test]
fn a_step_for_each_of_several_things() {
    for (parallel, end) in [(true, 2_000), (false, 6_000)] {
        let mut build = Build::new();
        let count = build.assume("things", fixed(3.0), "count");
        build.step("pack", fixed(2.0), None);
        build.with("for_each", json!({"of": "parcel", "count": count, "parallel": parallel}));
        build.end("done", "goal_reached").chain(&["start", "step_pack", "end_done"]);
        check(&build, 1, 1.0, &[(end, GoalReached)]);
    }
}

#[test]
fn a_loop_is_taken_only_so_often() {
    let mut build = Build::new();
    build.step("check", fixed(1.0), None).gateway("again", "exclusive").end("done", "goal_reached");
    build.chain(&["start", "step_check", "gate_again"]);
    build.branch("gate_again", "step_check", 1.0).set("flows", "max_times", json!(3));
    build.branch("gate_again", "end_done", 0.0).set("flows", "is_default", json!(true));
    check(&build, 1, 1.0, &[(4_000, GoalReached)]);
}

#[test]
fn money_adds_up() {
    let mut build = Build::new();
    let cost = build.assume("fee", fixed(0.25), "money");
    let hourly = build.assume("wage", fixed(36.0), "money");
    build.resource("clerk", 1).set("resources", "cost_per_hour", json!(hourly));
    build.step("serve", fixed(100.0), Some("clerk")).with("cost", json!(cost));
    build.end("done", "goal_reached").chain(&["start", "step_serve", "end_done"]);
    let simulation = run(&build.plan(), &scenario(4, 1.0));
    assert_eq!(simulation.cases[0][0].cost, 1.25);
    assert_eq!(simulation.run.nodes[1].cost, 5.0);
}
