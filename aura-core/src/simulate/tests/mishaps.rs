//! Wrong data, clicks that come twice, lost answers and lost messages, against what can be worked out by hand.

use serde_json::json;

use super::build::{Build, fixed, run, scenario};
use crate::domain::fault::{FaultKind, Promise};
use crate::domain::plan::{Outcome, Plan};
use crate::domain::run::MishapKind;
use crate::domain::scenario::{Mishaps, Scenario};
use crate::error::ErrorCode;
use crate::progress::Control;
use crate::simulate::{FaultOptions, Simulation, find_faults, replay, simulate};

const NONE: Mishaps = Mishaps { bad_data: 0.0, submitted_twice: 0.0, answer_lost: 0.0, message_lost: 0.0 };

fn with(mishaps: Mishaps, cases: u64) -> Scenario {
    Scenario { mishaps, ..scenario(cases, 10.0) }
}

fn times(simulation: &Simulation, node: &str, kind: MishapKind) -> u64 {
    let result = simulation.run.nodes.iter().find(|result| result.node.as_str() == node).unwrap();
    result.mishaps.iter().find(|count| count.kind == kind).map_or(0, |count| count.times)
}

fn share(simulation: &Simulation, outcome: Outcome) -> f64 {
    let cases: Vec<_> = simulation.cases.iter().flatten().collect();
    cases.iter().filter(|case| case.outcome == outcome).count() as f64 / cases.len() as f64
}

/// Whether a share of so many is within four standard deviations of what it should be.
fn is_near(share: f64, expected: f64, count: f64) -> bool {
    (share - expected).abs() <= 4.0 * (expected * (1.0 - expected) / count).sqrt()
}

/// Who is of age, as everybody is, reaches the goal; two other ways end otherwise.
fn choice() -> Plan {
    let mut build = Build::new();
    let kind = json!({"type": "integer", "minimum": 18, "maximum": 90});
    build.add("data", json!({"id": "data_order", "name": "order", "description": "x", "fields": [
        {"name": "age", "title": "age", "kind": kind, "required": true, "sensitivity": "ordinary", "example": 30}]}));
    build.step("order", fixed(1.0), None).gateway("age", "exclusive");
    build.end("done", "goal_reached").end("no", "refused").end("away", "abandoned");
    build.chain(&["start", "step_order", "gate_age"]);
    build.when("gate_age", "end_no", "order.age < 18").when("gate_age", "end_done", "order.age >= 18");
    build.flow("gate_age", "end_away").set("flows", "is_default", json!(true));
    build.plan()
}

#[test]
fn wrong_data_sends_cases_another_way_each_as_likely() {
    let plan = choice();
    let simulation = run(&plan, &with(Mishaps { bad_data: 0.3, ..NONE }, 20_000));
    assert!(is_near(share(&simulation, Outcome::GoalReached), 0.7, 20_000.0));
    assert!(is_near(share(&simulation, Outcome::Refused), 0.15, 20_000.0));
    assert!(is_near(share(&simulation, Outcome::Abandoned), 0.15, 20_000.0));
    let wrong = times(&simulation, "gate_age", MishapKind::BadData);
    assert_eq!(wrong as f64, 20_000.0 - (share(&simulation, Outcome::GoalReached) * 20_000.0).round());
    let story = (0..20).flat_map(|case| simulation.trace.story(&plan, 0, case).unwrap());
    assert!(
        story
            .into_iter()
            .any(|line| line.ends_with("`gate_age`: its data was wrong, so it went another way"))
    );
    let again = replay(&plan, &simulation.run.scenario, &simulation.trace, &Control::default()).unwrap();
    assert!(again.is_equal, "{again:?}");
    assert_eq!(run(&plan, &with(NONE, 500)).run.digest, run(&plan, &scenario(500, 10.0)).run.digest);
}

#[test]
fn the_search_finds_the_wrong_way() {
    let report =
        find_faults(&choice(), &scenario(3, 10.0), &FaultOptions::default(), &Control::default()).unwrap();
    let goal = report.promises.iter().find(|check| check.promise == Promise::ReachesGoal).unwrap();
    let found = goal.broken_by.as_ref().unwrap();
    let [fault] = found.faults.as_slice() else { panic!("{found:?}") };
    let FaultKind::BadData(at) = &fault.kind else { panic!("{fault:?}") };
    assert_eq!((at.node.as_str(), at.execution, fault.probability), ("gate_age", 1, 0.0005));
    assert_eq!(fault.text, "the data is wrong by which `gate_age` is decided, and it goes on to `end_no`");
    assert!(goal.is_complete && report.notes.iter().any(|note| note.contains("the data is wrong")));
}

/// A message after a minute; alone, beside a timer of an hour, or beside a way that ends before a join.
fn waiting(beside: &str) -> Plan {
    let mut build = Build::new();
    build.message("reply", fixed(60.0));
    build.end("done", "goal_reached");
    match beside {
        "timer" => {
            build.gateway("race", "event_based").timer("hour", fixed(3_600.0)).end("late", "abandoned");
            build.chain(&["start", "gate_race", "message_reply", "end_done"]);
            build.chain(&["gate_race", "timer_hour", "end_late"]);
        }
        "way" => {
            build.gateway("split", "parallel").gateway("join", "parallel").step("pack", fixed(90.0), None);
            build.chain(&["start", "gate_split", "message_reply", "gate_join", "end_done"]);
            build.chain(&["gate_split", "step_pack", "gate_join"]);
        }
        _ => {
            build.chain(&["start", "message_reply", "end_done"]);
        }
    }
    build.plan()
}

#[test]
fn a_lost_message_ends_what_waits_for_nothing_else() {
    let lost = Mishaps { message_lost: 0.25, ..NONE };
    for (beside, outcome, end_ms) in [
        ("nothing", Outcome::Failed, 0),
        ("timer", Outcome::Abandoned, 3_600_000),
        ("way", Outcome::Failed, 90_000),
    ] {
        let simulation = run(&waiting(beside), &with(lost, 4_000));
        assert!(is_near(share(&simulation, outcome), 0.25, 4_000.0), "{beside}");
        assert!(is_near(share(&simulation, Outcome::GoalReached), 0.75, 4_000.0), "{beside}");
        let mut ended = simulation.cases.iter().flatten().filter(|case| case.outcome == outcome);
        assert!(ended.all(|case| case.cycle_us == end_ms * 1_000), "{beside}");
        let count = times(&simulation, "message_reply", MishapKind::MessageLost);
        assert_eq!(count as f64, (share(&simulation, outcome) * 4_000.0).round(), "{beside}");
        let told = simulation.run.warnings.iter().any(|text| text.contains("a message that never came"));
        assert_eq!(told, beside != "timer", "{:?}", simulation.run.warnings);
    }
}

/// A person pays: 300 ms, given up after 5 s, and tried again once.
fn paying() -> Plan {
    let mut build = Build::new();
    let latency = build.assume("latency", fixed(300.0), "milliseconds");
    let failure = build.assume("failure", fixed(0.0), "share");
    build.add("services", json!({"id": "service_bank", "title": "bank", "description": "x", "is_external": true,
        "operations": [{"id": "operation_charge", "title": "charge", "method": "post", "path": "/charges", "errors": [],
            "latency": latency, "failure": failure, "timeout_ms": 5_000, "is_idempotent": false}]}));
    build.step("pay", fixed(0.0), None);
    build.with("call", json!({"service": "service_bank", "operation": "operation_charge"}));
    let again = json!({"type": "retry", "max_times": 1, "delay_ms": 0, "backoff_percent": 100, "otherwise": "failed"});
    build.mode("late", "timeout", 0.0, again);
    build.end("done", "goal_reached").chain(&["start", "step_pay", "end_done"]);
    build.plan()
}

#[test]
fn what_comes_twice_is_called_twice_and_a_lost_answer_is_waited_for() {
    let plan = paying();
    let twice = run(&plan, &with(Mishaps { submitted_twice: 0.2, ..NONE }, 5_000));
    let count = times(&twice, "step_pay", MishapKind::SubmittedTwice);
    assert!(is_near(count as f64 / 5_000.0, 0.2, 5_000.0), "{count}");
    assert_eq!(twice.run.services[0].calls, 5_000 + count);
    assert_eq!(share(&twice, Outcome::GoalReached), 1.0);
    assert!(
        twice.cases.iter().flatten().all(|case| case.cycle_us == 300_000),
        "the person sees the first answer"
    );

    let lost = run(&plan, &with(Mishaps { answer_lost: 0.2, ..NONE }, 5_000));
    // Lost once: 5 s and another try; lost twice: 10 s and no goal.
    assert!(is_near(share(&lost, Outcome::Failed), 0.04, 5_000.0));
    let late = lost.cases.iter().flatten().filter(|case| case.cycle_us == 5_300_000).count();
    assert!(is_near(late as f64 / 5_000.0, 0.16, 5_000.0), "{late}");
    let count = times(&lost, "step_pay", MishapKind::AnswerLost);
    assert_eq!(
        lost.run.services[0].calls,
        5_000 + count - (share(&lost, Outcome::Failed) * 5_000.0).round() as u64
    );
}

#[test]
fn shares_that_are_none_are_refused() {
    for wrong in [-0.1, 1.5, f64::NAN] {
        let scenario = with(Mishaps { message_lost: wrong, ..NONE }, 10);
        let error = simulate(&paying(), &scenario, &Control::default()).unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidScenario);
    }
}
