//! The search for faults against what can be worked out by hand.

use serde_json::{Value, json};

use super::build::{Build, fixed, scenario};
use crate::domain::fault::{FaultKind, FaultReport, Promise, PromiseCheck};
use crate::domain::plan::{Outcome, Plan};
use crate::progress::Control;
use crate::simulate::{FaultOptions, find_faults};

fn retry(times: u32) -> Value {
    json!({"type": "retry", "max_times": times, "delay_ms": 1_000, "backoff_percent": 100, "otherwise": "failed"})
}

fn search(plan: &Plan, cases: u64) -> FaultReport {
    let options = FaultOptions { cases, ..FaultOptions::default() };
    find_faults(plan, &scenario(cases, 10.0), &options, &Control::default()).unwrap()
}

fn goal(report: &FaultReport) -> &PromiseCheck {
    report.promises.iter().find(|check| check.promise == Promise::ReachesGoal).unwrap()
}

/// Two ways to fail: three mistakes in a row of 20 % each (0.008), or two of 5 % in a row (0.0025), each with retries.
fn two_steps(first: f64, second: f64) -> Plan {
    let mut build = Build::new();
    build.step("type", fixed(1.0), None).mode("typo", "mistake", first, retry(2));
    build.step("sign", fixed(1.0), None).mode("smudge", "mistake", second, retry(1));
    build.end("done", "goal_reached").chain(&["start", "step_type", "step_sign", "end_done"]);
    build.plan()
}

#[test]
fn the_likeliest_combination_is_found_not_the_shortest() {
    for (first, second, step, probability, count) in
        [(0.2, 0.05, "step_type", 0.008, 3), (0.1, 0.05, "step_sign", 0.0025, 2)]
    {
        let report = search(&two_steps(first, second), 3);
        let check = goal(&report);
        let found = check.broken_by.as_ref().unwrap();
        assert!(check.is_complete);
        assert!((found.probability - probability).abs() < 1e-12, "{found:?}");
        assert_eq!((found.faults.len(), found.case, found.outcome), (count, 0, Outcome::Failed));
        for (fault, execution) in found.faults.iter().zip(1..) {
            let FaultKind::FailureMode(mode) = &fault.kind else { panic!("{fault:?}") };
            assert_eq!((mode.step.as_str(), mode.execution), (step, execution));
        }
        assert!(found.story.last().unwrap().contains("ended"), "{:?}", found.story);
    }
}

#[test]
fn where_every_fault_is_put_right_nothing_is_found() {
    let mut build = Build::new();
    build.step("type", fixed(1.0), None).mode(
        "typo",
        "mistake",
        0.2,
        json!({"type": "go_to", "node": "step_help"}),
    );
    build.step("help", fixed(5.0), None).end("done", "goal_reached");
    build.chain(&["start", "step_type", "end_done"]).chain(&["step_help", "end_done"]);
    let report = search(&build.plan(), 2);
    assert!(goal(&report).broken_by.is_none() && goal(&report).is_complete);
}

#[test]
fn the_search_finds_what_trying_everything_finds() {
    // Three steps with two retries between all: the product of the cheapest run of failures, by hand for all shares.
    for shares in [[0.3, 0.2, 0.1], [0.1, 0.3, 0.2], [0.05, 0.4, 0.45]] {
        let mut build = Build::new();
        let names = ["one", "two", "three"];
        for ((name, share), retries) in names.iter().zip(shares).zip([0_u32, 1, 2]) {
            build.step(name, fixed(1.0), None).mode(&format!("m_{name}"), "mistake", share, retry(retries));
        }
        build.end("done", "goal_reached");
        build.chain(&["start", "step_one", "step_two", "step_three", "end_done"]);
        let by_hand = shares
            .iter()
            .zip(1..)
            .map(|(share, times)| libm::pow(*share, f64::from(times)))
            .fold(0.0, f64::max);
        let report = search(&build.plan(), 1);
        let found = goal(&report).broken_by.as_ref().unwrap().probability;
        assert!((found - by_hand).abs() < 1e-12, "{found} {by_hand}");
    }
}

#[test]
fn a_lost_answer_makes_a_payment_happen_twice() {
    let mut build = Build::new();
    let (latency, failure) = (
        build.assume("latency", fixed(300.0), "milliseconds"),
        build.assume("failure", fixed(0.02), "share"),
    );
    build.add("services", json!({"id": "service_bank", "title": "bank", "description": "x", "is_external": true,
        "operations": [{"id": "operation_charge", "title": "charge", "method": "post", "path": "/charges", "errors": [],
            "latency": latency, "failure": failure, "timeout_ms": 5_000, "is_idempotent": false}]}));
    build.step("pay", fixed(1.0), None);
    build.with("call", json!({"service": "service_bank", "operation": "operation_charge"}));
    build.mode("down", "unavailable", 0.02, retry(1));
    build.add("metrics", json!({"id": "metric_quick", "title": "quick", "unit": {"type": "share"}, "direction": "increase",
        "role": "primary", "measure": {"type": "within_time", "outcome": "goal_reached", "within_ms": 2_000}}));
    build.end("done", "goal_reached").chain(&["start", "step_pay", "end_done"]);
    let report = search(&build.plan(), 1);
    let of = |promise: &dyn Fn(&Promise) -> bool| {
        let check = report.promises.iter().find(|check| promise(&check.promise)).unwrap();
        let found = check.broken_by.as_ref().unwrap();
        (found.faults.iter().map(|fault| fault.kind.clone()).collect::<Vec<_>>(), found)
    };
    // It was done, nobody heard of it, and it is done again.
    let (kinds, found) = of(&|promise| *promise == Promise::TakesEffectOnce);
    assert!(matches!(kinds.as_slice(), [FaultKind::AnswerLost(_)]), "{kinds:?}");
    assert_eq!(found.outcome, Outcome::GoalReached);
    // The bank is down all the time with 0.001; a mode and a call that fail in a row come to 0.0004.
    let (kinds, _) = of(&|promise| *promise == Promise::ReachesGoal);
    assert!(matches!(kinds.as_slice(), [FaultKind::ServiceDown(_)]), "{kinds:?}");
    // One failing call and a second of waiting take 0.3 + 1 + 0.3 s; ten times slower takes 3 s.
    let (kinds, found) = of(&|promise| matches!(promise, Promise::EndsWithin(_)));
    assert!(matches!(kinds.as_slice(), [FaultKind::ServiceSlow(_)]), "{kinds:?}");
    assert_eq!(found.cycle_ms, 3_000);
}

#[test]
fn the_search_is_the_same_each_time() {
    let plan = two_steps(0.2, 0.1);
    assert_eq!(search(&plan, 5), search(&plan, 5));
}

/// A message of which a case hears after a minute, alone or beside a timer of an hour.
fn waiting(has_timer: bool) -> Plan {
    let mut build = Build::new();
    build.message("reply", fixed(60.0));
    build.end("done", "goal_reached");
    if has_timer {
        build.gateway("race", "event_based").timer("hour", fixed(3_600.0)).step("call", fixed(60.0), None);
        build.chain(&["start", "gate_race", "message_reply", "end_done"]);
        build.chain(&["gate_race", "timer_hour", "step_call", "end_done"]);
        build.add("metrics", json!({"id": "metric_quick", "title": "quick", "unit": {"type": "share"}, "direction": "increase",
            "role": "primary", "measure": {"type": "within_time", "outcome": "goal_reached", "within_ms": 3_600_000}}));
    } else {
        build.chain(&["start", "message_reply", "end_done"]);
    }
    build.plan()
}

#[test]
fn a_lost_message_leaves_a_case_waiting_unless_a_timer_helps() {
    let report = search(&waiting(false), 2);
    let found = goal(&report).broken_by.as_ref().unwrap();
    let [fault] = found.faults.as_slice() else { panic!("{found:?}") };
    let FaultKind::MessageLost(at) = &fault.kind else { panic!("{fault:?}") };
    assert_eq!((at.step.as_str(), at.execution, fault.probability), ("message_reply", 1, 0.001));
    assert_eq!(fault.text, "the message `Reply` never comes");
    assert_eq!(found.outcome, Outcome::Failed);
    assert!(found.story.last().unwrap().contains("waits for ever"), "{:?}", found.story);

    let report = search(&waiting(true), 2);
    assert!(goal(&report).broken_by.is_none() && goal(&report).is_complete);
    // But it takes an hour and a minute then.
    let late = report.promises.iter().find(|check| matches!(check.promise, Promise::EndsWithin(_))).unwrap();
    let found = late.broken_by.as_ref().unwrap();
    assert!(matches!(found.faults[0].kind, FaultKind::MessageLost(_)), "{found:?}");
    assert_eq!((found.cycle_ms, found.outcome), (3_660_000, Outcome::GoalReached));
}

#[test]
fn what_is_submitted_twice_takes_effect_twice_where_it_may_not() {
    let plan = |is_idempotent: bool, agent: &str| {
        let mut build = Build::new();
        let (latency, failure) = (
            build.assume("latency", fixed(300.0), "milliseconds"),
            build.assume("failure", fixed(0.0), "share"),
        );
        // Another operation that may not be done twice, so that there is something to promise.
        let operation = |id: &str, is_idempotent: bool| {
            json!({"id": id, "title": id, "method": "post", "path": "/x",
            "errors": [], "latency": latency, "failure": failure, "timeout_ms": 0, "is_idempotent": is_idempotent})
        };
        build.add("services", json!({"id": "service_bank", "title": "bank", "description": "x", "is_external": true,
            "operations": [operation("operation_charge", is_idempotent), operation("operation_other", false)]}));
        build.step("pay", fixed(1.0), None);
        build.with("call", json!({"service": "service_bank", "operation": "operation_charge"}));
        build.with(
            "agent",
            json!({"kind": agent, "name": "x", "origin": {"type": "assumed", "reason": "a test"}}),
        );
        build.end("done", "goal_reached").chain(&["start", "step_pay", "end_done"]);
        build.plan()
    };
    // Without lost answers only the second click is left.
    let options = FaultOptions { cases: 1, answer_lost: 0.0, most_faults: 1, ..FaultOptions::default() };
    let twice = |plan: &Plan| {
        let report = find_faults(plan, &scenario(1, 10.0), &options, &Control::default()).unwrap();
        report.promises.into_iter().find(|check| check.promise == Promise::TakesEffectOnce).unwrap().broken_by
    };
    let found = twice(&plan(false, "person")).unwrap();
    assert!(matches!(&found.faults[0].kind, FaultKind::SubmittedTwice(at) if at.step.as_str() == "step_pay"));
    assert_eq!((found.probability, found.outcome), (0.0005, Outcome::GoalReached));
    assert_eq!(found.faults[0].text, "`step_pay` is submitted twice");
    assert!(twice(&plan(true, "person")).is_none(), "twice is as good as once");
    assert!(twice(&plan(false, "service")).is_none(), "nobody clicks there");
}
