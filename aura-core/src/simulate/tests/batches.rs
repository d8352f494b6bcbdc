//! Batches against timelines that can be worked out by hand, and a closed form.

use serde_json::{Value, json};

use super::build::{Build, ends, fixed, poisson, run, scenario};
use crate::domain::plan::{Outcome, Plan};
use crate::progress::Control;
use crate::simulate::{PauseAt, resume, simulate_until};

/// One packer who takes ten seconds; parcels are gathered.
fn packing(batch: Value) -> Plan {
    let mut build = Build::new();
    build.resource("packer", 1);
    build.step("pack", fixed(10.0), Some("packer")).with("batch", batch);
    build.end("done", "goal_reached").chain(&["start", "step_pack", "end_done"]);
    build.plan()
}

/// Cycle times in seconds of cases that come each second from the first on.
fn cycles(batch: Value, cases: u64) -> Vec<u64> {
    let simulation = run(&packing(batch), &scenario(cases, 1.0));
    ends(&simulation)
        .into_iter()
        .map(|(ms, outcome)| {
            assert_eq!(outcome, Outcome::GoalReached);
            ms / 1_000
        })
        .collect()
}

#[test]
fn a_batch_of_a_size_is_done_by_one_piece_of_work() {
    // Three come at 1, 2, 3 and are done at 13; three at 4, 5, 6 wait for the packer and are done at 23.
    let batch = json!({"size": 3, "together": true});
    assert_eq!(cycles(batch, 6), [12, 11, 10, 19, 18, 17]);
}

#[test]
fn the_same_hands_do_one_after_the_other() {
    // From 3 on: done at 13, 23, 33; the other three at 43, 53, 63.
    let batch = json!({"size": 3, "together": false});
    assert_eq!(cycles(batch, 6), [12, 21, 30, 39, 48, 57]);
}

#[test]
fn a_window_begins_with_those_who_are_there() {
    // The first comes at 1, so at 3 (a window of 2 s, before the third arrives) two begin; 3 and 4 begin after those.
    let batch = json!({"window_ms": 2_000, "together": true});
    assert_eq!(cycles(batch.clone(), 2), [12, 11]);
    // 1 and 2 from 3 to 13; 3 and 4 (gathered at 5) from 13 to 23.
    assert_eq!(cycles(batch, 4), [12, 11, 20, 19]);
}

#[test]
fn what_comes_first_begins_it_and_work_in_company_has_its_own_pace() {
    // The size is reached at 2, before the window of 5 s; two take half the time: done at 7. The third waits from 3
    // to 8 alone and takes the usual time: done at 18.
    let batch =
        json!({"size": 2, "window_ms": 5_000, "together": true, "pace": [{"from": 2, "percent": 50.0}]});
    assert_eq!(cycles(batch, 3), [6, 5, 15]);
}

#[test]
fn the_last_batch_does_not_wait_for_ever() {
    let simulation = run(&packing(json!({"size": 3, "together": true})), &scenario(4, 1.0));
    // The fourth comes at 4 when nobody else can come; the packer is free at 13.
    assert_eq!(ends(&simulation)[3], (19_000, Outcome::GoalReached));
    assert!(
        simulation.run.warnings.iter().any(|text| text.contains("fewer")),
        "{:?}",
        simulation.run.warnings
    );
}

#[test]
fn waiting_for_a_batch_to_fill_is_half_of_what_comes_between_first_and_last() {
    // Poisson arrivals, size k, no queue: the mean wait is (k - 1) / 2 intervals; work takes ten seconds.
    let mut build = Build::new();
    build.step("pack", fixed(10.0), None).with("batch", json!({"size": 5, "together": true}));
    build.end("done", "goal_reached").chain(&["start", "step_pack", "end_done"]);
    let simulation = run(&build.plan(), &poisson(40_000, 20, 3.0, 1));
    let metric =
        simulation.run.metrics.iter().find(|metric| metric.metric.as_str() == "metric_cycle_time").unwrap();
    let (low, high) = (metric.estimate.low.unwrap() / 1_000.0, metric.estimate.high.unwrap() / 1_000.0);
    assert!(low < 16.0 && 16.0 < high && high - low < 0.3, "{low} {high}");
}

#[test]
fn a_case_that_ends_elsewhere_leaves_its_batch() {
    // Beside packing, a race: after 1.5 s the case ends. Nobody is ever packed, and nothing hangs.
    let mut build = Build::new();
    build.gateway("split", "parallel");
    build.step("pack", fixed(10.0), None).with("batch", json!({"size": 9, "together": true}));
    build.timer("late", fixed(1.5)).end("done", "goal_reached");
    build.end("over", "failed");
    build.with("ends_case", json!(true));
    build.chain(&["start", "gate_split", "step_pack", "end_done"]).chain(&[
        "gate_split",
        "timer_late",
        "end_over",
    ]);
    let plan = build.plan();
    let simulation = run(&plan, &scenario(4, 1.0));
    assert_eq!(ends(&simulation), [(1_500, Outcome::Failed); 4]);
}

#[test]
fn a_batch_is_saved_and_goes_on() {
    for batch in [
        json!({"size": 4, "window_ms": 60_000, "together": false}),
        json!({"size": 4, "together": true, "pace": [{"from": 3, "percent": 80.0}]}),
    ] {
        let (plan, wanted, control) = (packing(batch), poisson(60, 2, 4.0, 3), Control::default());
        let whole = run(&plan, &wanted);
        for events in [5, 17, 31, 45] {
            let first =
                simulate_until(&plan, &wanted, PauseAt::default().with_events(events), &control).unwrap();
            let rest = resume(&plan, &wanted, &first.saved.unwrap(), PauseAt::default(), &control).unwrap();
            assert_eq!(rest.run, whole.run);
        }
    }
}

#[test]
fn batches_that_nothing_begins_are_refused() {
    for batch in [json!({"together": true}), json!({"size": 0, "together": true})] {
        assert!(crate::simulate::compile(&packing(batch), &scenario(1, 1.0)).is_err());
    }
}
