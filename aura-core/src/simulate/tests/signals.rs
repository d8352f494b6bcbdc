//! Signals that all hear who wait, against timelines worked out by hand and a closed form.

use super::build::{Build, ends, exponential, fixed, poisson, run, scenario};
use crate::domain::plan::Plan;
use crate::domain::scenario::{Mishaps, Scenario};
use crate::progress::Control;
use crate::simulate::{PauseAt, resume, simulate_until};

fn waiting(between: serde_json::Value) -> Plan {
    let mut build = Build::new();
    build.signal("restock", between).end("done", "goal_reached");
    build.chain(&["start", "message_restock", "end_done"]);
    build.plan()
}

fn times(plan: &Plan, scenario: &Scenario) -> Vec<u64> {
    ends(&run(plan, scenario)).into_iter().map(|(ms, _)| ms / 1_000).collect()
}

#[test]
fn a_signal_lets_all_go_on_who_wait_and_nobody_else() {
    // Cases come each 10 seconds from 10 on, signals each 25: at 25, 50, 75. Who comes at 50 waits for the next one.
    let waits = times(&waiting(fixed(25.0)), &scenario(6, 10.0));
    assert_eq!(waits, [15, 5, 20, 10, 25, 15]);
}

#[test]
fn the_first_of_a_signal_and_a_time_decides() {
    let mut build = Build::new();
    build.gateway("race", "event_based").signal("restock", fixed(25.0)).timer("late", fixed(12.0));
    build.end("done", "goal_reached").end("gone", "abandoned");
    build.chain(&["start", "gate_race", "message_restock", "end_done"]);
    build.chain(&["gate_race", "timer_late", "end_gone"]);
    assert_eq!(times(&build.plan(), &scenario(6, 10.0)), [12, 5, 12, 10, 12, 12]);
}

#[test]
fn waits_for_a_signal_are_those_of_a_renewal_process() {
    // The mean is E[X²] / 2 E[X]: 30 where each is 60, and 60 where they are exponential with the mean 60.
    for (between, mean) in [(fixed(60.0), 30.0), (exponential(60.0), 60.0)] {
        let run = run(&waiting(between), &poisson(40_000, 20, 2.0, 11)).run;
        let cycle = run.nodes.iter().find(|node| node.node.as_str() == "message_restock").unwrap();
        let seconds = cycle.mean_waiting_ms / 1_000.0;
        assert!((seconds - mean).abs() < 0.06 * mean, "{seconds} against {mean}");
    }
}

#[test]
fn a_run_with_signals_is_saved_and_goes_on_to_the_same_bytes_and_signals_can_be_missed() {
    let (plan, control) = (waiting(exponential(40.0)), Control::default());
    let scenario = poisson(60, 2, 10.0, 5);
    let whole = run(&plan, &scenario);
    for event in [1, 20, 50] {
        let pause = PauseAt::default().with_events(event);
        let saved = simulate_until(&plan, &scenario, pause, &control).unwrap().saved.unwrap();
        assert_eq!(resume(&plan, &scenario, &saved, PauseAt::default(), &control).unwrap().run, whole.run);
    }
    let mishaps = Mishaps { message_lost: 1.0, ..Mishaps::default() };
    let lost = run(&plan, &Scenario { mishaps, ..scenario });
    assert!(ends(&lost).iter().all(|(_, outcome)| *outcome == crate::domain::plan::Outcome::Failed));
}
