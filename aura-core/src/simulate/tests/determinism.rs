//! The same bytes for any number of threads, and the same people in every variant.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::json;

use super::build::{Build, exponential, fixed, poisson, run};
use crate::domain::plan::Plan;
use crate::progress::{Cancellation, Control, Workers};
use crate::simulate::{EventKind, Simulation, default_personas, simulate};

/// Runs jobs on real threads, in no order.
pub(super) struct Threads(pub(super) usize);

impl Workers for Threads {
    #[expect(clippy::disallowed_methods, reason = "the test shows that threads never change a result")]
    fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        let next = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..self.0 {
                scope.spawn(|| {
                    loop {
                        let number = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        if number >= count {
                            break;
                        }
                        // From the back, so that the order differs from that of one thread.
                        job(count - 1 - number);
                    }
                });
            }
        });
    }
}

/// A shop with queueing, people who give up, and a choice.
pub(super) fn shop(extra_step: bool, packing_seconds: f64) -> Plan {
    let mut build = Build::new();
    build.resource("clerk", 2).step("order", exponential(40.0), None);
    build.mode("gives_up", "gives_up", 0.15, json!({"type": "end", "outcome": "abandoned"}));
    build.mode(
        "slip",
        "mistake",
        0.2,
        json!({
        "type": "retry", "max_times": 3, "delay_ms": 0, "backoff_percent": 100, "otherwise": "failed"}),
    );
    build.step("pack", fixed(packing_seconds), None).step("ask", exponential(20.0), Some("clerk"));
    build.gateway("kind", "exclusive").end("done", "goal_reached");
    build.branch("gate_kind", "step_pack", 0.7).branch("gate_kind", "step_ask", 0.3);
    build.flow("start", "step_order").flow("step_ask", "end_done");
    if extra_step {
        build.step("read", fixed(0.0), None).chain(&["step_order", "step_read", "gate_kind"]);
    } else {
        build.flow("step_order", "gate_kind");
    }
    build.flow("step_pack", "end_done");
    build.plan()
}

pub(super) fn with_people(cases: u64, replications: u32, seed: u64) -> crate::domain::scenario::Scenario {
    let mut scenario = poisson(cases, replications, 15.0, seed);
    scenario.personas = default_personas();
    scenario
}

#[test]
fn the_number_of_threads_never_shows() {
    let plan = shop(false, 10.0);
    let scenario = with_people(2_000, 7, 5);
    let one = run(&plan, &scenario);
    for threads in [1, 2, 5] {
        let control = Control { workers: Arc::new(Threads(threads)), ..Control::default() };
        let other = simulate(&plan, &scenario, &control).unwrap();
        assert_eq!(one.run, other.run);
        assert_eq!(one.cases, other.cases);
        assert_eq!(one.trace.to_bytes().unwrap(), other.trace.to_bytes().unwrap());
    }
}

#[test]
fn the_depth_of_the_trace_never_shows_in_the_digest() {
    use crate::domain::scenario::TraceDepth;
    let plan = shop(false, 10.0);
    let digests: Vec<String> = [TraceDepth::Digest, TraceDepth::Sample, TraceDepth::Full]
        .into_iter()
        .map(|trace| {
            let scenario = crate::domain::scenario::Scenario { trace, ..with_people(500, 3, 5) };
            run(&plan, &scenario).run.digest
        })
        .collect();
    assert_eq!(digests[0], digests[1]);
    assert_eq!(digests[0], digests[2]);
}

#[test]
fn a_run_can_be_cancelled() {
    let cancellation = Cancellation::default();
    cancellation.cancel();
    let control = Control { cancellation, ..Control::default() };
    let error = simulate(&shop(false, 10.0), &with_people(100, 2, 1), &control).unwrap_err();
    assert_eq!(error.code(), crate::error::ErrorCode::Cancelled);
}

/// How long each piece of work took, by case, node and order.
fn work(plan: &Plan, simulation: &Simulation) -> BTreeMap<(u64, String), Vec<u64>> {
    let mut all: BTreeMap<_, Vec<u64>> = BTreeMap::new();
    for event in simulation.trace.replications()[0].kept_events() {
        let event = event.unwrap();
        if event.kind == EventKind::Began {
            let node = plan.nodes[event.node as usize].id.to_string();
            all.entry((event.case, node)).or_default().push(event.detail);
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn an_edit_moves_no_draw_elsewhere(seed in 0_u64..1_000_000, packing in 0.0_f64..50.0) {
        let (plan, longer, wider) = (shop(false, 10.0), shop(false, packing), shop(true, 10.0));
        let scenario = with_people(200, 1, seed);
        let base = run(&plan, &scenario);
        // Another packing time: whoever arrives, gives up, errs and asks does so as before.
        let other = run(&longer, &scenario);
        let (mut before, mut after) = (work(&plan, &base), work(&longer, &other));
        before.retain(|(_, node), _| node != "step_pack");
        after.retain(|(_, node), _| node != "step_pack");
        prop_assert_eq!(&before, &after);
        let ends = |simulation: &Simulation| -> Vec<_> {
            simulation.cases[0].iter().map(|case| (case.arrived_us, case.persona, case.outcome)).collect()
        };
        prop_assert_eq!(ends(&base), ends(&other));
        // One more step that takes no time: everything is as before.
        let wide = run(&wider, &scenario);
        let figures = |simulation: &Simulation| -> Vec<_> {
            simulation.cases[0].iter().map(|case| (case.cycle_us, case.waiting_us, case.working_us, case.outcome)).collect()
        };
        prop_assert_eq!(figures(&base), figures(&wide));
    }
}

#[test]
fn paired_differences_are_much_narrower() {
    // Packing takes a second longer: the mean difference of pairs must be told far better than that of strangers.
    let spread = |values: &[f64]| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / values.len() as f64).sqrt()
    };
    let means = |plan: &Plan, seed: u64| -> Vec<f64> {
        let run = run(plan, &with_people(4_000, 20, seed)).run;
        let metric = run.metrics.iter().find(|metric| metric.metric.as_str() == "metric_cycle_time").unwrap();
        metric.by_replication.iter().map(|value| value.unwrap()).collect()
    };
    let difference = |left: &[f64], right: &[f64]| -> Vec<f64> {
        left.iter().zip(right).map(|(left, right)| right - left).collect()
    };
    let control = means(&shop(false, 10.0), 1);
    let paired = spread(&difference(&control, &means(&shop(false, 11.0), 1)));
    let strangers = spread(&difference(&control, &means(&shop(false, 11.0), 2)));
    assert!(paired * 4.0 < strangers, "paired {paired}, strangers {strangers}");
}
