//! Stopped at any event, saved, read back and resumed, a run is the run that it would have been without the stop.

use proptest::prelude::*;
use serde_json::json;

use super::build::{Build, exponential, fixed, poisson, run};
use crate::domain::plan::Plan;
use crate::domain::scenario::{Mishaps, Outage, RunDepth, Scenario, ServiceMock, TraceDepth};
use crate::error::ErrorCode;
use crate::progress::Control;
use crate::simulate::{PauseAt, SavedRun, Simulation, Trace, replay, resume, shown_cases, simulate_until};

const NOTES: &str = r##"
openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    post:
      responses: { "201": { description: made, content: { application/json: { schema: {
        type: object, required: [id], properties: { id: { type: integer, minimum: 1 } } } } } } }
"##;

/// Queues, a choice, parallel ways, retries, a call that is really made, a shared resource.
fn busy() -> Plan {
    let mut build = Build::new();
    build.resource("desk", 2).set("resources", "queue", json!({"order": "priority", "interrupts": true}));
    build.resource("van", 1).set("resources", "queue", json!({"order": "shared"}));
    let latency = build.assume("latency", exponential(300.0), "milliseconds");
    let failure = build.assume("failure", fixed(0.2), "share");
    build.add("services", json!({"id": "service_notes", "title": "notes", "description": "x", "is_external": true,
        "operations": [{"id": "operation_note", "title": "note", "method": "post", "path": "/notes", "errors": [],
            "latency": latency, "failure": failure, "timeout_ms": 900, "is_idempotent": false}]}));
    build.step("ask", exponential(2.0), Some("desk"));
    build.mode("wrong", "mistake", 0.2, json!({"type": "retry", "max_times": 2, "delay_ms": 500, "backoff_percent": 200, "otherwise": "failed"}));
    build
        .step("note", fixed(1.0), None)
        .with("call", json!({"service": "service_notes", "operation": "operation_note"}));
    build.gateway("split", "parallel");
    build.step("pack", exponential(1.0), Some("desk")).with("priority", json!(-1));
    build.step("drive", exponential(1.5), Some("van"));
    build.gateway("join", "parallel").gateway("again", "exclusive").end("done", "goal_reached");
    build.chain(&["start", "step_ask", "step_note", "gate_split"]);
    build.chain(&["gate_split", "step_pack", "gate_join"]).chain(&[
        "gate_split",
        "step_drive",
        "gate_join",
        "gate_again",
    ]);
    build.branch("gate_again", "step_ask", 0.2).branch("gate_again", "end_done", 0.8);
    build.plan()
}

fn circumstances(cases: u64, replications: u32, seed: u64) -> Scenario {
    let service = ServiceMock {
        service: "service_notes".parse().unwrap(),
        description: NOTES.to_owned(),
        operations: Default::default(),
        rate_limit: None,
    };
    Scenario {
        depth: RunDepth::Full,
        services: vec![service],
        mishaps: Mishaps { submitted_twice: 0.1, answer_lost: 0.1, ..Mishaps::default() },
        personas: crate::simulate::default_personas(),
        ..poisson(cases, replications, 3.0, seed)
    }
}

fn saved(simulation: &Simulation) -> SavedRun {
    SavedRun::from_bytes(&simulation.saved.as_ref().unwrap().to_bytes().unwrap()).unwrap()
}

fn paused(plan: &Plan, scenario: &Scenario, pause: PauseAt) -> Simulation {
    simulate_until(plan, scenario, pause, &Control::default()).unwrap()
}

fn on(plan: &Plan, scenario: &Scenario, simulation: &Simulation, pause: PauseAt) -> Simulation {
    resume(plan, scenario, &saved(simulation), pause, &Control::default()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_stop_anywhere_leaves_no_mark(seed in 0_u64..1_000, first in 0_u64..400, further in 0_u64..400) {
        let (plan, scenario) = (busy(), circumstances(60, 2, seed));
        let whole = run(&plan, &scenario);
        let stopped = paused(&plan, &scenario, PauseAt::default().with_events(first));
        if stopped.saved.is_none() {
            prop_assert_eq!(&stopped.run, &whole.run);
            return Ok(());
        }
        let again = on(&plan, &scenario, &stopped, PauseAt::default().with_events(first + further));
        let end = match again.saved {
            Some(_) => on(&plan, &scenario, &again, PauseAt::default()),
            None => again,
        };
        prop_assert_eq!(&end.run, &whole.run);
        prop_assert_eq!(end.trace.to_bytes().unwrap(), whole.trace.to_bytes().unwrap());
        prop_assert_eq!(&end.cases, &whole.cases);
    }
}

#[test]
fn a_limit_pauses_and_more_of_it_goes_on() {
    let plan = busy();
    let wide = circumstances(60, 2, 3);
    let mut narrow = wide.clone();
    narrow.limits.events = 300;
    let stopped = run(&plan, &narrow);
    let told = stopped.run.stopped.clone().unwrap();
    assert_eq!(told.code, ErrorCode::LimitEvents);
    assert!(stopped.run.cases < 60 && stopped.run.cases > 0, "what was done is kept");
    assert_eq!(on(&plan, &wide, &stopped, PauseAt::default()).run, run(&plan, &wide).run);

    let mut small = Scenario { trace: TraceDepth::Digest, ..circumstances(300_000, 1, 3) };
    small.depth = RunDepth::Flow;
    small.limits.memory_bytes = 4 << 20;
    let stopped = run(&plan, &small);
    let told = stopped.run.stopped.clone().unwrap();
    assert_eq!(told.code, ErrorCode::LimitSize);
    assert!(told.text.contains("4 MB"), "{}", told.text);
    let more = Scenario { limits: Default::default(), ..small };
    assert_eq!(on(&plan, &more, &stopped, PauseAt::default()).run.digest, run(&plan, &more).run.digest);
}

#[test]
fn the_host_can_pause_and_the_run_says_so() {
    let (plan, scenario) = (busy(), circumstances(40, 2, 1));
    let control = Control::default();
    control.pause.cancel();
    let stopped = simulate_until(&plan, &scenario, PauseAt::default(), &control).unwrap();
    assert_eq!(stopped.run.stopped.as_ref().unwrap().code, ErrorCode::Cancelled);
    assert_eq!(on(&plan, &scenario, &stopped, PauseAt::default()).run, run(&plan, &scenario).run);
}

#[test]
fn a_paused_run_is_replayed_up_to_its_pause_and_no_further() {
    let (plan, scenario) = (busy(), circumstances(60, 2, 7));
    let asked = Control::default();
    asked.pause.cancel();
    let at_once = simulate_until(&plan, &scenario, PauseAt::default(), &asked).unwrap();
    let early = paused(&plan, &scenario, PauseAt::default().with_virtual_time_ms(100_000));
    let further = on(&plan, &scenario, &early, PauseAt::default().with_events(150));
    for stopped in [&at_once, &early, &further, &paused(&plan, &scenario, PauseAt::default().with_events(0))]
    {
        let trace = Trace::from_bytes(&stopped.trace.to_bytes().unwrap()).unwrap();
        assert!(trace.header().paused.iter().any(Option::is_some));
        let report = replay(&plan, &scenario, &trace, &Control::default()).unwrap();
        assert!(report.is_equal && report.divergence.is_none(), "{report:?}");
        let events: u64 = trace.replications().iter().map(|one| one.events()).sum();
        assert_eq!((report.events, &report.recorded_digest), (events, &stopped.run.digest));
    }
    // Another seed is found out all the same.
    let other = Scenario { seed: crate::random::Seed(8), ..scenario.clone() };
    assert!(!replay(&plan, &other, &early.trace, &Control::default()).unwrap().is_equal);
    // What happened after the pause is nobody's story yet.
    let shown = shown_cases(&plan, &early.trace, 8, &Control::default()).unwrap();
    let ends = shown.moving.iter().filter_map(|case| case.ended_ms);
    assert!(
        ends.clone().count() > 0 && ends.clone().all(|end| end <= 100_000),
        "{:?}",
        ends.collect::<Vec<_>>()
    );
}

#[test]
fn a_branch_shares_the_past_and_differs_from_there() {
    let (plan, scenario) = (busy(), circumstances(200, 1, 5));
    let moment = 120_000;
    let stopped = paused(&plan, &scenario, PauseAt::default().with_virtual_time_ms(moment));
    // From here on the notes are down: what if?
    let mut down = scenario.clone();
    down.outages.push(Outage {
        service: "service_notes".parse().unwrap(),
        from_ms: moment,
        to_ms: 9_000_000,
        slowdown: 1.0,
        failure: 1.0,
        grows: false,
    });
    let branch = on(&plan, &down, &stopped, PauseAt::default());
    let whole = run(&plan, &scenario);
    assert_ne!(branch.run.digest, whole.run.digest);
    let past = |simulation: &Simulation| {
        let events = simulation.trace.replications()[0].kept_events().map(Result::unwrap);
        events.take_while(|event| event.time.ms() <= moment).collect::<Vec<_>>()
    };
    assert!(past(&whole).len() > 100);
    assert_eq!(past(&branch), past(&whole));
    assert!(branch.run.services[0].failed > whole.run.services[0].failed);
}

#[test]
fn what_does_not_fit_is_refused() {
    let (plan, scenario) = (busy(), circumstances(60, 2, 3));
    let stopped = paused(&plan, &scenario, PauseAt::default().with_events(50));
    let file = stopped.saved.as_ref().unwrap().to_bytes().unwrap();
    let refused = |plan: &Plan, scenario: &Scenario| {
        let error =
            resume(plan, scenario, &saved(&stopped), PauseAt::default(), &Control::default()).unwrap_err();
        error.code()
    };
    assert_eq!(refused(&plan, &circumstances(60, 2, 4)), ErrorCode::InvalidScenario);
    assert_eq!(refused(&plan, &circumstances(61, 2, 3)), ErrorCode::InvalidScenario);
    let mut other = plan.clone();
    other.resources[0].capacity += 1;
    assert_eq!(refused(&other, &scenario), ErrorCode::InvalidScenario);
    for place in [0, 9, 40, file.len() / 2, file.len() - 1] {
        let mut damaged = file.clone();
        damaged[place] ^= 0x55;
        assert!(SavedRun::from_bytes(&damaged).is_err(), "byte {place}");
        assert!(SavedRun::from_bytes(&file[..place]).is_err(), "cut at {place}");
    }
}
