//! A run in parts is the run, and what is no part of it is refused.

use proptest::prelude::*;

use super::determinism::{shop, with_people};
use crate::domain::scenario::{Scenario, TraceDepth};
use crate::error::ErrorCode;
use crate::progress::Control;
use crate::simulate::{RunPart, merge_parts, simulate, simulate_part};

fn travelled(plan: &crate::domain::plan::Plan, scenario: &Scenario, from: u32, to: u32) -> RunPart {
    let part = simulate_part(plan, scenario, from..to, &Control::default()).unwrap();
    RunPart::from_bytes(&part.to_bytes().unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn parts_in_any_split_and_order_are_the_run(
        seed in 0_u64..1_000_000,
        replications in 1_u32..9,
        cuts in prop::collection::btree_set(1_u32..9, 0..4),
        money in prop::option::of(1.0..500.0_f64),
    ) {
        let plan = shop(false, 10.0);
        let mut scenario = Scenario { trace: TraceDepth::Sample, ..with_people(400, replications, seed) };
        scenario.limits.money = money;
        let whole = simulate(&plan, &scenario, &Control::default()).unwrap();
        let mut edges: Vec<u32> = cuts.into_iter().filter(|cut| *cut < replications).collect();
        edges.insert(0, 0);
        edges.push(replications);
        let mut parts: Vec<RunPart> =
            edges.windows(2).map(|pair| travelled(&plan, &scenario, pair[0], pair[1])).collect();
        parts.reverse();
        let merged = merge_parts(&plan, &scenario, parts).unwrap();
        prop_assert_eq!(&whole.run, &merged.run);
        prop_assert_eq!(&whole.cases, &merged.cases);
        prop_assert_eq!(whole.trace.to_bytes().unwrap(), merged.trace.to_bytes().unwrap());
    }

    #[test]
    fn bytes_that_are_no_part_are_refused(place in 0.0..1.0_f64, change in 1_u8.., cut in any::<bool>()) {
        let plan = shop(false, 10.0);
        let scenario = with_people(40, 2, 1);
        let part = simulate_part(&plan, &scenario, 0..2, &Control::default()).unwrap();
        let mut bytes = part.to_bytes().unwrap();
        let place = (place * bytes.len() as f64) as usize;
        if cut {
            bytes.truncate(place);
        } else {
            bytes[place] ^= change;
        }
        prop_assert_eq!(RunPart::from_bytes(&bytes).unwrap_err().code(), ErrorCode::InvalidData);
    }
}

#[test]
fn parts_that_are_missing_twice_there_or_foreign_are_refused() {
    let plan = shop(false, 10.0);
    let scenario = with_people(60, 4, 1);
    let other = with_people(60, 4, 2);
    let part = |scenario, from, to| travelled(&plan, scenario, from, to);
    let merged = |parts| merge_parts(&plan, &scenario, parts).map(|_| ()).unwrap_err();
    for (parts, message) in [
        (vec![part(&scenario, 0, 2)], "replication 2 is missing"),
        (vec![part(&scenario, 1, 4)], "replication 0 is missing"),
        (vec![], "replication 0 is missing"),
        (vec![part(&scenario, 0, 3), part(&scenario, 2, 4)], "replication 2 is there twice"),
        (vec![part(&scenario, 0, 2), part(&other, 2, 4)], "a part belongs to another run"),
    ] {
        let error = merged(parts);
        assert_eq!((error.code(), error.message()), (ErrorCode::InvalidData, message));
    }
    for range in [0..0, 3..5, 4..5] {
        let error = simulate_part(&plan, &scenario, range, &Control::default()).unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidRequest);
    }
}
