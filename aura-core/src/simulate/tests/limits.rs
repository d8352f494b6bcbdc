//! At each limit the run stops, keeps what it has, and says what to allow.

use serde_json::json;

use super::build::{Build, exponential, fixed, poisson, run, scenario};
use crate::domain::run::Run;
use crate::domain::scenario::Scenario;
use crate::error::ErrorCode;
use crate::simulate::compile;

fn desk() -> Build {
    let mut build = Build::new();
    let wage = build.assume("wage", fixed(36.0), "money");
    build.resource("clerk", 1).set("resources", "cost_per_hour", json!(wage));
    build.step("serve", exponential(8.0), Some("clerk")).end("done", "goal_reached");
    build.chain(&["start", "step_serve", "end_done"]);
    build
}

fn check(run: &Run, code: ErrorCode, word: &str) {
    let stopped = run.stopped.as_ref().unwrap();
    assert_eq!(stopped.code, code);
    assert!(stopped.text.contains(word), "{}", stopped.text);
}

#[test]
fn events_money_and_time_have_limits() {
    let plan = desk().plan();
    let base = poisson(1_000, 2, 10.0, 3);
    let whole = run(&plan, &base).run;
    assert!(whole.stopped.is_none() && whole.cases == 1_000);

    let mut few_events = base.clone();
    few_events.limits.events = 400;
    let stopped = run(&plan, &few_events).run;
    check(&stopped, ErrorCode::LimitEvents, "allow more events");
    assert!(stopped.cases > 100 && stopped.cases < 400);
    assert_eq!(stopped, run(&plan, &few_events).run);

    let mut little_money = base.clone();
    little_money.limits.money = Some(2.0);
    let stopped = run(&plan, &little_money).run;
    check(&stopped, ErrorCode::LimitBudget, "allow more money");
    let spent: f64 = stopped.nodes.iter().map(|node| node.cost).sum();
    assert!(spent > 1.5 && spent < 3.5, "{spent}");

    let mut little_time = base;
    little_time.limits.virtual_time_ms = 600_000;
    check(&run(&plan, &little_time).run, ErrorCode::LimitVirtualTime, "allow more virtual time");
}

#[test]
fn a_loop_that_takes_no_time_is_named() {
    let mut build = Build::new();
    build.step("think", fixed(0.0), None).gateway("again", "exclusive").end("done", "goal_reached");
    build.chain(&["start", "step_think", "gate_again"]);
    build.branch("gate_again", "step_think", 1.0).branch("gate_again", "end_done", 0.0);
    let stopped = run(&build.plan(), &scenario(10, 1.0)).run;
    check(&stopped, ErrorCode::LimitLoop, "takes no time");
    let text = &stopped.stopped.unwrap().text;
    assert!(text.contains("step_think") || text.contains("gate_again"), "{text}");
}

#[test]
fn a_loop_that_takes_time_fails_the_case_only() {
    let mut build = Build::new();
    build.step("think", fixed(1.0), None).gateway("again", "exclusive").end("done", "goal_reached");
    build.chain(&["start", "step_think", "gate_again"]);
    build.branch("gate_again", "step_think", 1.0).branch("gate_again", "end_done", 0.0);
    let run = run(&build.plan(), &scenario(3, 1.0)).run;
    assert_eq!((run.cases, run.outcomes[3].cases), (3, 3));
    assert!(run.warnings.iter().any(|text| text.contains("more than 1000 times")), "{:?}", run.warnings);
}

#[test]
fn waiting_for_nobody_is_named() {
    let mut build = Build::new();
    build.resource("clerk", 0).step("serve", fixed(8.0), Some("clerk")).end("done", "goal_reached");
    build.chain(&["start", "step_serve", "end_done"]);
    let stopped = run(&build.plan(), &scenario(3, 1.0)).run;
    check(&stopped, ErrorCode::LimitVirtualTime, "`clerk`");
    assert_eq!(stopped.cases, 0);
}

#[test]
fn plans_and_scenarios_that_cannot_run_are_refused() {
    let code = |build: &Build, scenario: &Scenario| compile(&build.plan(), scenario).unwrap_err().code();
    let fine = scenario(1, 1.0);
    let mut dangling = desk();
    dangling.flow("step_serve", "step_ghost");
    assert_eq!(code(&dangling, &fine), ErrorCode::InvalidPlan);
    let mut stuck = desk();
    stuck.step("alone", fixed(1.0), None);
    assert_eq!(code(&stuck, &fine), ErrorCode::InvalidPlan);
    let mut twice = desk();
    twice.end("done", "failed");
    assert_eq!(code(&twice, &fine), ErrorCode::InvalidPlan);
    let mut likely = desk();
    likely.gateway("x", "exclusive").flow("step_serve", "gate_x").branch("gate_x", "end_done", 1.5);
    assert_eq!(code(&likely, &fine), ErrorCode::InvalidPlan);
    let mut unknown = desk();
    unknown.step("x", fixed(1.0), Some("ghost")).flow("step_x", "end_done");
    assert_eq!(code(&unknown, &fine), ErrorCode::InvalidPlan);
    let mut none = fine.clone();
    none.cases = 0;
    assert_eq!(code(&desk(), &none), ErrorCode::InvalidScenario);
    let mut other = fine.clone();
    other.overrides.insert(
        crate::domain::id::AssumptionId::named("ghost"),
        crate::domain::quantity::Distribution::fixed(1.0),
    );
    assert_eq!(code(&desk(), &other), ErrorCode::InvalidScenario);
    let mut people = fine;
    people.personas = crate::simulate::default_personas();
    people.personas[0].patience = 0.0;
    assert_eq!(code(&desk(), &people), ErrorCode::InvalidScenario);
}
