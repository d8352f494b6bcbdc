//! Properties of assignment. The published cases are measured by `cargo xtask eval`, which reads them where they are.

use serde_json::{Value, json};

use super::*;

fn experiment(value: Value) -> ExperimentSpec {
    serde_json::from_value(value).unwrap()
}

fn person(id: u32) -> Context {
    serde_json::from_value(json!({"attributes": {"id": id.to_string()}})).unwrap()
}

/// FNV-1a of known texts, from the tables of its authors (Fowler, Noll and Vo, `test_fnv.c`).
#[test]
fn the_hash_is_fnv_1a() {
    // FNV-1a of "foobar" is 0xbf9cf968, which is 3214735720.
    assert_eq!(0xbf9c_f968_u32, 3_214_735_720);
    assert_eq!(hash("bar", "foo", 1), Some(0.72));
    assert_eq!(hash("", "foobar", 1), Some(0.72));
    let second: u32 = 0xbf9c_f968_u32
        .to_string()
        .bytes()
        .fold(0x811c_9dc5, |state: u32, byte| (state ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    assert_eq!(hash("foo", "bar", 2), Some(f64::from(second % 10_000) / 10_000.0));
    assert_eq!(hash("a", "é", 1), hash("a", "\u{e9}", 1));
}

#[test]
fn shares_are_as_weighted_and_independent() {
    let spec =
        experiment(json!({"key": "one", "variations": [0, 1], "weights": [0.3, 0.7], "hashVersion": 2}));
    let other = experiment(json!({"key": "two", "variations": [0, 1], "hashVersion": 2}));
    let mut counts = [[0_u64; 2]; 2];
    for id in 0..40_000 {
        let first = assign(&person(id), &spec, None).unwrap().variation_id;
        let second = assign(&person(id), &other, None).unwrap().variation_id;
        counts[first][second] += 1;
    }
    let observed: Vec<u64> = counts.iter().flatten().copied().collect();
    let fit = crate::stats::hypothesis::goodness_of_fit(&observed, &[0.15, 0.15, 0.35, 0.35]).unwrap();
    assert!(fit.p_value > 1e-3, "{observed:?} {fit:?}");
}

#[test]
fn separate_parts_of_a_namespace_share_nobody() {
    let part = |key: &str, from: f64, to: f64| {
        experiment(json!({"key": key, "variations": [0, 1], "namespace": ["checkout", from, to]}))
    };
    let (first, second) = (part("one", 0.0, 0.5), part("two", 0.5, 1.0));
    for id in 0..2_000 {
        let inside = |spec| assign(&person(id), spec, None).unwrap().in_experiment;
        assert!(inside(&first) != inside(&second), "{id}");
    }
}

#[test]
fn a_sticky_bucket_survives_new_weights_and_a_new_version_forgets_it() {
    let spec = |weights: [f64; 2], version: u32| {
        experiment(json!({"key": "one", "variations": [0, 1], "weights": weights, "bucketVersion": version,
            "meta": [{"key": "0"}, {"key": "1"}]}))
    };
    let mut sticky = StickyBuckets::default();
    let seen = assign(&person(7), &spec([1.0, 0.0], 0), Some(&mut sticky)).unwrap();
    assert_eq!((seen.variation_id, seen.sticky_bucket_used), (0, false));
    let again = assign(&person(7), &spec([0.0, 1.0], 0), Some(&mut sticky)).unwrap();
    assert_eq!((again.variation_id, again.sticky_bucket_used), (0, true));
    let forgotten = assign(&person(7), &spec([0.0, 1.0], 1), Some(&mut sticky)).unwrap();
    assert_eq!((forgotten.variation_id, forgotten.sticky_bucket_used), (1, false));
    let strict =
        experiment(json!({"key": "one", "variations": [0, 1], "bucketVersion": 2, "minBucketVersion": 2}));
    assert!(!assign(&person(7), &strict, Some(&mut sticky)).unwrap().in_experiment);
}

#[test]
fn circles_and_long_chains_end() {
    let mut features = serde_json::Map::new();
    for index in 0..300 {
        let parent = json!([{"id": format!("f{}", index + 1), "condition": {"value": true}, "gate": true}]);
        features.insert(
            format!("f{index}"),
            json!({"defaultValue": true, "rules": [{"parentConditions": parent}]}),
        );
    }
    let context: Context = serde_json::from_value(json!({"features": features})).unwrap();
    let error = evaluate_feature(&context, "f0", None).unwrap_err();
    assert_eq!(error.code(), crate::ErrorCode::LimitLoop);
    assert_eq!(evaluate_feature(&context, "f280", None).unwrap().source, FeatureSource::Prerequisite);
}

#[test]
fn odd_conditions_hold_for_nobody() {
    let nested = (0..200).fold(json!({"a": 1}), |inner, _| json!({"$not": inner}));
    let attributes = json!({"a": 1, "s": "text"});
    let attributes = attributes.as_object().unwrap();
    let holds = |condition: Value| evaluate_condition(attributes, &condition, &SavedGroups::new());
    let _ = holds(nested);
    for condition in
        [json!(3), json!({"a": {"$near": 1}}), json!({"s": {"$regex": "(?=t)"}}), json!({"s": {"$gt": 3}})]
    {
        assert!(!holds(condition.clone()), "{condition}");
    }
    assert!(holds(json!({"s": {"$regex": "^te.t$"}})));
}

#[test]
fn bad_input_is_harmless() {
    assert!(bucket_ranges(0, 1.0, None).is_empty());
    assert_eq!(bucket_ranges(2, f64::NAN, Some(&[f64::NAN, 1.0])), bucket_ranges(2, 1.0, None));
    assert!(decrypt("no dot", "key").is_err());
    assert!(serde_json::from_value::<Context>(json!({"attributes": 3})).is_err());
}
