//! Steps that are taken back where the case fails, against timelines worked out by hand.

use serde_json::{Value, json};

use super::build::{Build, ends, fixed, run, scenario};
use crate::domain::plan::Outcome;
use crate::limits::Limits;
use crate::plan::import::import_bpmn;
use crate::progress::Control;
use crate::random::Seed;
use crate::simulate::{EventKind, PauseAt, Simulation, default_scenario, resume, simulate_until};

/// Reserve (1 s, taken back in 5 s for 2 euros), charge (2 s, taken back in 3 s), send (4 s), which fails as told.
fn order(fails: f64) -> Build {
    let mut build = Build::new();
    for (name, takes, back, costs) in [("reserve", 1.0, 5.0, Some(2.0)), ("charge", 2.0, 3.0, None)] {
        let time = build.seconds(&format!("{name}_back"), fixed(back));
        let cost = costs.map(|cost| build.assume(&format!("{name}_back_cost"), fixed(cost), "money"));
        let mut undo = json!({"title": format!("take back {name}"), "working_time": time});
        undo["cost"] = cost.map_or(Value::Null, Value::from);
        build.step(name, fixed(takes), None).with("undo", undo);
    }
    build.step("send", fixed(4.0), None).mode(
        "lost",
        "rejected",
        fails,
        json!({"type": "end", "outcome": "refused"}),
    );
    build.end("done", "goal_reached");
    build.chain(&["start", "step_reserve", "step_charge", "step_send", "end_done"]);
    build
}

fn stories(simulation: &Simulation) -> Vec<(u64, u32)> {
    let events = simulation.trace.replications()[0].kept_events().map(Result::unwrap);
    let back = events.filter(|event| event.kind == EventKind::Undoing);
    back.map(|event| (event.time.micros() / 1_000, event.node)).collect()
}

#[test]
fn a_case_that_fails_takes_its_steps_back_in_reverse_order() {
    let plan = order(1.0).plan();
    let simulation = run(&plan, &scenario(1, 1.0));
    // It comes at 1 and fails at 8; then charging is taken back until 11 and reserving until 16.
    assert_eq!(ends(&simulation), [(15_000, Outcome::Refused)]);
    assert_eq!(stories(&simulation), [(8_000, 2), (11_000, 1)]);
    let case = simulation.cases[0][0];
    assert_eq!((case.working_us, case.cost), (15_000_000, 2.0));
    let undone: Vec<u64> = simulation.run.nodes.iter().map(|node| node.undone).collect();
    assert_eq!(undone, [0, 1, 1, 0, 0]);
    let told = simulation.trace.story(&plan, 0, 0).unwrap().join("; ");
    assert!(told.contains("taken back by `take back charge`"), "{told}");
}

#[test]
fn a_case_that_reaches_its_goal_keeps_everything() {
    let simulation = run(&order(0.0).plan(), &scenario(1, 1.0));
    assert_eq!(ends(&simulation), [(7_000, Outcome::GoalReached)]);
    assert!(stories(&simulation).is_empty());
}

#[test]
fn what_was_not_done_is_not_taken_back_and_parallel_work_stops() {
    let mut build = Build::new();
    let back = build.seconds("back", fixed(5.0));
    let undo = json!({"title": "take back", "working_time": back});
    build.gateway("split", "parallel").end("no", "refused").end("done", "goal_reached");
    build.step("short", fixed(1.0), None).with("undo", undo.clone());
    build.step("long", fixed(9.0), None).with("undo", undo);
    build.step("check", fixed(3.0), None);
    build.flow("start", "gate_split").chain(&["gate_split", "step_short", "end_done"]);
    build.chain(&["gate_split", "step_long", "end_done"]).chain(&["gate_split", "step_check", "end_no"]);
    let simulation = run(&build.plan(), &scenario(1, 1.0));
    // The check says no after 3 seconds; only the short step was done by then.
    assert_eq!(ends(&simulation), [(8_000, Outcome::Refused)]);
    assert_eq!(simulation.cases[0][0].working_us, (1 + 3 + 3 + 5) * 1_000_000);
}

#[test]
fn a_run_that_stops_while_it_takes_back_resumes_to_the_same_bytes() {
    let (plan, scenario, control) = (order(0.5).plan(), scenario(40, 2.0), Control::default());
    let whole = run(&plan, &scenario);
    assert!(whole.run.nodes.iter().any(|node| node.undone > 0));
    for events in [5, 60, 111] {
        let pause = PauseAt::default().with_events(events);
        let saved = simulate_until(&plan, &scenario, pause, &control).unwrap().saved.unwrap();
        assert_eq!(resume(&plan, &scenario, &saved, PauseAt::default(), &control).unwrap().run, whole.run);
    }
}

#[test]
fn compensation_of_a_process_model_happens_in_each_case_that_fails() {
    let flow = |id: &str, from: &str, to: &str| {
        format!("<sequenceFlow id='{id}' sourceRef='{from}' targetRef='{to}'/>")
    };
    let model = format!(
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>\
         <startEvent id='s'/><task id='book' name='Book the room'/>\
         <boundaryEvent id='edge' attachedToRef='book'><compensateEventDefinition/></boundaryEvent>\
         <task id='cancel' name='Cancel the room' isForCompensation='true'/>\
         <association id='a' sourceRef='edge' targetRef='cancel'/><exclusiveGateway id='x'/>\
         <endEvent id='good'/><endEvent id='bad'><compensateEventDefinition/></endEvent>{}{}{}{}\
         </process></definitions>",
        flow("f1", "s", "book"),
        flow("f2", "book", "x"),
        flow("f3", "x", "good"),
        flow("f4", "x", "bad")
    );
    let imported = import_bpmn(&model, None, &Limits::default()).unwrap();
    let run = run(&imported.plan, &default_scenario(&imported.plan, Seed(1), 400).unwrap()).run;
    let failed = run.outcomes.iter().find(|found| found.outcome == Outcome::Failed).unwrap().cases;
    let undone = run.nodes.iter().find(|found| found.node.to_string() == imported.elements["book"]).unwrap();
    // Half of the cases go to the end that takes everything back.
    assert!(undone.undone == failed && (150..250).contains(&failed), "{} of {failed}", undone.undone);
}
