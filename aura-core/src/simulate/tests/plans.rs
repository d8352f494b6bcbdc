//! Plan files that somebody damaged or changed by hand: each is read the same way twice or refused with its place, and what
//! is read can be checked, told and run.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::domain::plan::Plan;
use crate::error::ErrorCode;
use crate::plan::{check, describe, load, sample};
use crate::progress::Control;
use crate::random::Seed;
use crate::simulate::{default_scenario, simulate};

fn document() -> Value {
    serde_json::to_value(sample::guest_checkout().unwrap()).unwrap()
}

/// The addresses of all values, the whole included.
fn addresses(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                addresses(item, &format!("{at}/{place}"), all);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                addresses(field, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), all);
            }
        }
        _ => {}
    }
}

/// What people and programs write in place of something else.
fn odd() -> impl Strategy<Value = Value> {
    prop_oneof![
        prop::sample::select(vec![
            json!(null),
            json!(true),
            json!([]),
            json!({}),
            json!(""),
            json!(0),
            json!(-1)
        ]),
        prop::sample::select(vec![
            json!(1e300),
            json!(0.5),
            json!(u64::MAX),
            json!("start"),
            json!("failed")
        ]),
        (0_u32..1_000).prop_map(|number| json!(number)),
        "[a-z_é\\n]{0,12}".prop_map(|text| json!(text)),
    ]
}

/// Whatever is read holds together: it is written and read again as it is, and every use of it ends.
fn is_usable(plan: &Plan) {
    let written = serde_json::to_string(plan).unwrap();
    assert_eq!(load(&written).unwrap(), *plan);
    let _ = (check(plan), describe(plan));
    let Ok(mut scenario) = default_scenario(plan, Seed(1), 4) else { return };
    scenario.limits.events = 20_000;
    let _ = simulate(plan, &scenario, &Control::default());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_with_anything_in_place_of_anything_is_read_or_refused(
        changes in prop::collection::vec((0_usize..10_000, odd()), 1..4),
    ) {
        let mut document = document();
        for (number, value) in changes {
            let mut all = Vec::new();
            addresses(&document, "", &mut all);
            if let Some(slot) = all.get(number % all.len()).and_then(|at| document.pointer_mut(at)) {
                *slot = value;
            }
        }
        match load(&document.to_string()) {
            Ok(plan) => is_usable(&plan),
            Err(error) => {
                let codes = [ErrorCode::InvalidDocument, ErrorCode::InvalidSchemaVersion];
                prop_assert!(codes.contains(&error.code()), "{error:?}");
                prop_assert!(!error.hints().is_empty(), "{error:?}");
            }
        }
    }

    #[test]
    fn a_plan_that_is_cut_or_changed_is_refused_with_its_place(
        at in 0_usize..100_000, by in "[{}\\[\\]\",:a0\n]",
    ) {
        let text = document().to_string();
        let at = (0..=at % text.len()).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let (before, after) = text.split_at(at);
        prop_assert_eq!(load(before).unwrap_err().code(), ErrorCode::InvalidDocument);
        match load(&format!("{before}{by}{after}")) {
            Ok(plan) => is_usable(&plan),
            Err(error) if error.code() == ErrorCode::InvalidDocument => {
                let places: Vec<&str> = error.context().iter().map(|(name, _)| name.as_str()).collect();
                let has_place = places.contains(&"line") && places.contains(&"column");
                prop_assert!(has_place || error.message().contains("schema_version"), "{error:?}");
            }
            Err(error) => prop_assert_eq!(error.code(), ErrorCode::InvalidSchemaVersion),
        }
    }
}
