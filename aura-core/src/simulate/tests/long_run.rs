//! Intervals of a run of one replication, against the closed form of a queue.

use super::build::{Build, exponential, poisson, run};
use crate::domain::plan::Plan;
use crate::domain::run::MetricResult;
use crate::domain::scenario::Scenario;

/// One server that takes 5 seconds on average.
fn queue() -> Plan {
    let mut build = Build::new();
    build.resource("clerk", 1).step("serve", exponential(5.0), Some("clerk")).end("done", "goal_reached");
    build.chain(&["start", "step_serve", "end_done"]);
    build.plan()
}

fn time(scenario: &Scenario) -> MetricResult {
    let metrics = run(&queue(), scenario).run.metrics;
    metrics.into_iter().find(|metric| metric.metric.as_str() == "metric_cycle_time").unwrap()
}

#[test]
fn batches_of_one_long_replication_give_an_interval_that_covers_the_closed_form() {
    // M/M/1 at load .5: the mean time is 1 / (1/5 - 1/10) = 10 seconds.
    let (mut covered, mut told) = (0, 0);
    for seed in 0..100 {
        let metric = time(&poisson(10_000, 1, 10.0, seed));
        assert_eq!(metric.by_replication.len(), 1);
        if let (Some(low), Some(high)) = (metric.estimate.low, metric.estimate.high) {
            told += 1;
            covered += u32::from((low..=high).contains(&10_000.0));
            assert!(low < metric.estimate.value && metric.estimate.value < high);
        }
    }
    assert!(told >= 95, "{told}");
    assert!(f64::from(covered) >= 0.88 * f64::from(told), "{covered} of {told}");
}

#[test]
fn batches_that_hang_together_or_are_too_short_give_none() {
    // At load .98 each queue outlasts many batches of 100 cases.
    let busy = (0..20).filter(|seed| time(&poisson(2_000, 1, 5.1, *seed)).estimate.low.is_some()).count();
    assert!(busy <= 10, "{busy} of 20 had an interval");
    assert_eq!(time(&poisson(999, 1, 10.0, 1)).estimate.low, None);
}
