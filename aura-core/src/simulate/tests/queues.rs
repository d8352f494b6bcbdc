//! Queues of resources: order, limits and interruption, against timelines worked out by hand and closed forms.

use serde_json::{Value, json};

use super::build::{Build, ends, exponential, fixed, poisson, run, scenario};
use crate::domain::plan::{Outcome, Plan};
use crate::simulate::EventKind;

fn one_desk(queue: Value, work: Value) -> Plan {
    let mut build = Build::new();
    build.resource("desk", 1).set("resources", "queue", queue);
    build.step("serve", work, Some("desk")).end("done", "goal_reached");
    build.chain(&["start", "step_serve", "end_done"]);
    build.plan()
}

#[test]
fn last_come_is_served_first() {
    // Cases come at 1, 2, 3 and 4 seconds; each takes ten.
    let simulation = run(&one_desk(json!({"order": "last_come"}), fixed(10.0)), &scenario(4, 1.0));
    let cycles: Vec<u64> = ends(&simulation).into_iter().map(|(cycle, _)| cycle).collect();
    assert_eq!(cycles, [10_000, 39_000, 28_000, 17_000]);
}

#[test]
fn whoever_meets_a_full_queue_is_turned_away() {
    let plan = one_desk(json!({"limit": 1}), fixed(10.0));
    let simulation = run(&plan, &scenario(4, 1.0));
    let outcomes: Vec<Outcome> = ends(&simulation).into_iter().map(|(_, outcome)| outcome).collect();
    assert_eq!(outcomes, [Outcome::GoalReached, Outcome::GoalReached, Outcome::Refused, Outcome::Refused]);
    assert!(
        simulation.run.warnings.iter().any(|told| told.contains("is full")),
        "{:?}",
        simulation.run.warnings
    );
}

/// M/M/1/5 at twice the rate that it can serve: the share that is turned away (Gross and Harris, section 2.5).
#[test]
fn the_share_that_is_turned_away_is_that_of_the_closed_form() {
    let plan = one_desk(json!({"limit": 4}), exponential(1.0));
    let simulation = run(&plan, &poisson(100_000, 10, 0.5, 7));
    let refused = simulation.run.outcomes.iter().find(|found| found.outcome == Outcome::Refused).unwrap();
    // Arrivals are twice as many as can be served: (1 - 2) 2^5 / (1 - 2^6).
    let exact = 32.0 / 63.0;
    assert!((refused.share.value - exact).abs() < 0.006, "{}, exact {exact}", refused.share.value);
}

/// Half of the cases are urgent, half are not; they share one desk at load 0.7.
fn two_classes(interrupts: bool) -> Plan {
    two_classes_with(json!({"order": "priority", "interrupts": interrupts}))
}

fn two_classes_with(queue: serde_json::Value) -> Plan {
    let mut build = Build::new();
    build.resource("desk", 1).set("resources", "queue", queue);
    build.gateway("kind", "exclusive");
    build.step("urgent", exponential(1.0), Some("desk")).with("priority", json!(1));
    build.step("usual", exponential(1.0), Some("desk")).with("priority", json!(5));
    // The outcome tells the classes apart.
    build.end("urgent", "goal_reached").end("usual", "refused");
    build.flow("start", "gate_kind").branch("gate_kind", "step_urgent", 0.5).branch(
        "gate_kind",
        "step_usual",
        0.5,
    );
    build.flow("step_urgent", "end_urgent").flow("step_usual", "end_usual");
    build.plan()
}

/// Mean times in the system of two classes (Gross and Harris, section 3.4): with load `r` of each class, the urgent one
/// takes `1 / (1 - r)` where it interrupts, and the other `1 / ((1 - r) (1 - 2 r))`.
#[test]
fn priorities_take_the_times_of_the_closed_forms() {
    let check = |interrupts: bool, urgent: f64, usual: f64| {
        let simulation = run(&two_classes(interrupts), &poisson(300_000, 4, 1.0 / 0.7, 3));
        for (outcome, exact) in [(Outcome::GoalReached, urgent), (Outcome::Refused, usual)] {
            let times: Vec<f64> = simulation
                .cases
                .iter()
                .flatten()
                .filter(|case| case.outcome == outcome)
                .map(|case| case.cycle_us as f64 / 1e6)
                .collect();
            let mean = times.iter().sum::<f64>() / times.len() as f64;
            assert!((mean / exact - 1.0).abs() < 0.05, "{outcome:?}: {mean}, exact {exact}");
        }
    };
    let (half, both) = (1.0 - 0.35, 1.0 - 0.7);
    check(true, 1.0 / half, 1.0 / (half * both));
    check(false, 1.0 + 0.7 / half, 1.0 + 0.7 / (half * both));
}

#[test]
fn interrupted_work_goes_on_from_where_it_was() {
    let mut scenario = poisson(200, 1, 1.0 / 0.7, 3);
    scenario.trace = crate::domain::scenario::TraceDepth::Full;
    let simulation = run(&two_classes(true), &scenario);
    let events: Vec<_> = simulation.trace.replications()[0].kept_events().map(Result::unwrap).collect();
    let mut interrupted = 0;
    for (place, event) in events.iter().enumerate().filter(|(_, event)| event.kind == EventKind::Interrupted)
    {
        let again = events[place..]
            .iter()
            .find(|other| other.kind == EventKind::Began && other.case == event.case)
            .unwrap();
        assert_eq!(again.detail, event.detail, "what was left is what is done later");
        interrupted += 1;
    }
    assert!(interrupted > 10, "{interrupted}");
    // No work is lost or done twice: each case has worked exactly as long as it would have without interruption.
    let worked = |interrupts| {
        let cases = run(&two_classes(interrupts), &scenario).cases;
        cases.into_iter().flatten().map(|case| case.working_us).collect::<Vec<_>>()
    };
    assert_eq!(worked(true), worked(false));
}

/// Work that begins anew after each interruption, and takes as long each time, is done for `(e^(r s) - 1) / r` in all,
/// where urgent cases come with rate `r` and it takes `s` alone (Conway, Maxwell and Miller 1967, section 8-4). With a
/// mean of 1 and an exponential `s` that is `1 / (1 - r)` on average.
#[test]
fn interrupted_work_that_begins_anew_takes_what_the_closed_form_says() {
    let plan = two_classes_with(json!({"order": "priority", "interrupts": true, "restarts": true}));
    let scenario = poisson(400_000, 4, 1.0 / 0.7, 3);
    let simulation = run(&plan, &scenario);
    let worked = |outcome: Outcome| {
        let of_class = simulation.cases.iter().flatten().filter(|case| case.outcome == outcome);
        let times: Vec<f64> = of_class.map(|case| case.working_us as f64 / 1e6).collect();
        times.iter().sum::<f64>() / times.len() as f64
    };
    let (urgent, usual) = (worked(Outcome::GoalReached), worked(Outcome::Refused));
    assert!((urgent - 1.0).abs() < 0.01, "{urgent}");
    let exact = 1.0 / (1.0 - 0.35);
    assert!((usual / exact - 1.0).abs() < 0.02, "{usual}, exact {exact}");
}

#[test]
fn interrupted_work_that_begins_anew_takes_all_of_its_time_again() {
    let mut scenario = poisson(200, 1, 1.0 / 0.7, 3);
    scenario.trace = crate::domain::scenario::TraceDepth::Full;
    let queue = json!({"order": "priority", "interrupts": true, "restarts": true});
    let simulation = run(&two_classes_with(queue), &scenario);
    let events: Vec<_> = simulation.trace.replications()[0].kept_events().map(Result::unwrap).collect();
    let interrupted: Vec<_> = events.iter().filter(|event| event.kind == EventKind::Interrupted).collect();
    assert!(interrupted.len() > 10, "{}", interrupted.len());
    for event in interrupted {
        let mut of_case = events.iter().filter(|other| other.case == event.case);
        let first = of_case.find(|other| other.kind == EventKind::Began).unwrap();
        assert_eq!(event.detail, first.detail, "all of it is left");
    }
}
