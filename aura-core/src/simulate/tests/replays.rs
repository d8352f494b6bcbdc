//! Traces: round trips, replay, and what is said where two runs differ.

use proptest::prelude::*;

use super::build::{Build, exponential, poisson, run};
use crate::domain::plan::Plan;
use crate::domain::scenario::TraceDepth;
use crate::error::ErrorCode;
use crate::progress::Control;
use crate::random::Seed;
use crate::simulate::{Trace, replay};

fn plan(mean: f64) -> Plan {
    let mut build = Build::new();
    build.resource("clerk", 1).step("serve", exponential(5.0), Some("clerk")).step(
        "after",
        exponential(mean),
        None,
    );
    build.end("done", "goal_reached").chain(&["start", "step_serve", "step_after", "end_done"]);
    build.plan()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_replay_is_equal_and_another_seed_is_not(
        seed in 0_u64..1_000_000,
        depth in prop_oneof![Just(TraceDepth::Digest), Just(TraceDepth::Sample), Just(TraceDepth::Full)],
        cases in 1_u64..400,
        replications in 1_u32..4,
    ) {
        let plan = plan(3.0);
        let mut scenario = poisson(cases, replications, 6.0, seed);
        scenario.trace = depth;
        let recorded = run(&plan, &scenario).trace;
        let read = Trace::from_bytes(&recorded.to_bytes().unwrap()).unwrap();
        prop_assert_eq!(&read, &recorded);
        let report = replay(&plan, &scenario, &read, &Control::default()).unwrap();
        prop_assert!(report.is_equal && report.divergence.is_none() && report.differences.is_empty());

        scenario.seed = Seed(seed + 1);
        let report = replay(&plan, &scenario, &read, &Control::default()).unwrap();
        prop_assert!(!report.is_equal && report.differences.len() == 1);
        prop_assert_eq!(report.divergence.unwrap().replication, 0);
    }

    #[test]
    fn damaged_traces_are_refused_and_never_panic(place in 0.0_f64..1.0, change in 1_u8..=255, cut in any::<bool>()) {
        let scenario = poisson(30, 2, 6.0, 1);
        let mut bytes = run(&plan(3.0), &scenario).trace.to_bytes().unwrap();
        let place = (place * bytes.len() as f64) as usize;
        if cut {
            bytes.truncate(place);
        } else {
            bytes[place] ^= change;
        }
        // Kept events are proven by the replay, everything else by the digest.
        if let Ok(trace) = Trace::from_bytes(&bytes) {
            for replication in trace.replications() {
                let _ = replication.kept_events().count();
            }
        }
    }
}

#[test]
fn the_first_event_that_differs_is_named() {
    let (before, after) = (plan(3.0), plan(4.0));
    let scenario = poisson(50, 2, 6.0, 9);
    let recorded = run(&before, &scenario).trace;
    let report = replay(&after, &scenario, &recorded, &Control::default()).unwrap();
    let divergence = report.divergence.unwrap();
    // The first case meets another time after it was served: that it came, entered and was served is as recorded.
    assert!(divergence.is_exact);
    assert_eq!((divergence.replication, divergence.case), (0, Some(0)));
    assert!(divergence.text.contains("`step_after` began"), "{}", divergence.text);
    assert_eq!(report.differences, ["the plan is not the one that was recorded"]);

    let digest_only = crate::domain::scenario::Scenario { trace: TraceDepth::Digest, ..scenario };
    let recorded = run(&before, &digest_only).trace;
    let divergence =
        replay(&after, &digest_only, &recorded, &Control::default()).unwrap().divergence.unwrap();
    assert!(!divergence.is_exact);
}

#[test]
fn newer_and_foreign_files_are_told_apart() {
    let mut trace = run(&plan(3.0), &poisson(3, 1, 6.0, 9)).trace;
    trace.header.schema_version = 99;
    let newer = Trace::from_bytes(&trace.to_bytes().unwrap()).unwrap_err();
    assert_eq!(newer.code(), ErrorCode::InvalidSchemaVersion);
    assert_eq!(Trace::from_bytes(b"PK\x03\x04").unwrap_err().code(), ErrorCode::InvalidTrace);
}
