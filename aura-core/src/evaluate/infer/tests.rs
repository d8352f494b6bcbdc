//! Each procedure against scipy 1.16 and statsmodels 0.14, and what is refused.

use serde_json::{Value, json};

use super::*;

fn answer(procedure: Value) -> Result<Inferred> {
    let request: InferRequest = serde_json::from_value(json!({ "procedure": procedure })).unwrap();
    infer(&request)
}

fn lists(kind: &str) -> Value {
    json!({"type": kind, "control": [1.1, 2.5, 3.2, 4.8, 2.2, 9.1], "treatment": [2.0, 6.5, 7.1, 8.8, 9.9]})
}

fn counts(kind: &str, method: &str) -> Value {
    let (control, treatment) = (json!({"successes": 7, "count": 50}), json!({"successes": 18, "count": 60}));
    json!({"type": kind, "control": control, "treatment": treatment, "method": method})
}

/// Figures by name, each within a relative distance of 1e-7 (scipy looks for the worst case of exact tests by descent).
fn check(procedure: Value, figures: &[(&str, f64)]) {
    let found = serde_json::to_value(answer(procedure.clone()).unwrap()).unwrap();
    for (name, expected) in figures {
        let value = found[name].as_f64().unwrap();
        assert!((value - expected).abs() <= 1e-7 * expected.abs(), "{procedure}: {name} {value}, {expected}");
    }
}

#[test]
fn means_agree_with_scipy() {
    let values = |list: &Value| json!({"type": "values", "values": list});
    let both = lists("means");
    let (control, treatment) = (values(&both["control"]), values(&both["treatment"]));
    let of =
        |method: &str| json!({"type": "means", "control": control, "treatment": treatment, "method": method});
    check(
        of("welch"),
        &[
            ("statistic", 1.699_449_714_800_26),
            ("p_value", 0.125_741_655_807_788_68),
            ("degrees_of_freedom", 8.427_523_164_768_99),
            ("low", -1.050_021_189_014_456_6),
            ("high", 7.136_687_855_681_123),
        ],
    );
    check(of("pooled"), &[("statistic", 1.709_402_494_796_474_8), ("p_value", 0.121_546_600_877_281_09)]);
    let known = json!({"type": "summary", "count": 6, "mean": 22.9 / 6.0, "variance": 8.197_666_666_666_665});
    let mixed = json!({"type": "means", "control": known, "treatment": treatment});
    check(mixed, &[("statistic", 1.699_449_714_800_26)]);
}

#[test]
fn lists_agree_with_scipy() {
    check(lists("ranks"), &[("statistic", 22.0), ("p_value", 0.246_753_246_753_246_72)]);
    let mut exchanged = lists("permutation");
    exchanged["seed"] = json!(1);
    check(exchanged, &[("p_value", 0.125_541_125_541_125_54)]);
    let mut pairs = lists("paired");
    assert_eq!(answer(pairs.clone()).unwrap_err().code(), ErrorCode::InvalidData);
    pairs["control"].as_array_mut().unwrap().pop();
    check(pairs, &[("statistic", 3.801_841_432_820_356_5), ("p_value", 0.019_073_424_401_669_533)]);
}

#[test]
fn counts_agree_with_scipy_and_statsmodels() {
    let newcombe = [
        ("estimate", 0.16),
        ("statistic", 1.993_872_967_810_312_9),
        ("p_value", 0.046_165_938_805_417_445),
        ("low", 0.001_712_172_131_959_066_6),
        ("high", 0.303_582_214_732_491_36),
    ];
    check(counts("proportions", "newcombe"), &newcombe);
    check(counts("exact", "fisher"), &[("p_value", 0.066_769_956_724_615_28)]);
    check(counts("exact", "barnard"), &[("p_value", 0.046_752_991_523_490_18)]);
    check(counts("exact", "boschloo"), &[("p_value", 0.050_997_833_006_522_28)]);
    check(counts("proportion_ratio", "score"), &[("estimate", 2.142_857_142_857_143)]);
    let wilson = json!({"type": "proportion", "share": {"successes": 7, "count": 50}});
    check(wilson, &[("low", 0.069_508_334_270_162_88), ("high", 0.261_861_937_105_855_37)]);
    let fit = json!({"type": "fit", "observed": [480, 520], "weights": [1, 1]});
    check(fit, &[("statistic", 1.6), ("p_value", 0.205_903_210_732_064_66)]);
    let many = json!({"type": "adjust", "p_values": [0.01, 0.04, 0.03], "method": "holm"});
    let adjusted = answer(many).unwrap().p_values;
    assert!(adjusted.iter().zip([0.03, 0.06, 0.06]).all(|(one, other)| (one - other).abs() < 1e-15));
}

/// Normal: Bayes' rule by hand. Beta: the figures of `live::tests::beliefs`, by quadrature.
#[test]
fn beliefs_agree_with_closed_forms() {
    let one = json!({"type": "belief", "mean": 0.0, "standard_deviation": 1.0, "estimate": 2.0, "standard_error": 1.0,
        "matters": 1.0});
    check(
        one,
        &[
            ("estimate", 1.0),
            ("standard_error", std::f64::consts::FRAC_1_SQRT_2),
            ("chance_larger", 0.921_350_396_474_857_4),
            ("chance_same", 0.497_661_132_509_476_37),
        ],
    );
    let both = json!({"type": "proportion_beliefs", "control": {"successes": 100, "count": 1000},
        "treatment": {"successes": 130, "count": 1000}});
    check(both, &[("chance_larger", 0.982_165_066_116_350_7), ("loss_if_chosen", 9.237_449_150_470_713e-5)]);
}

/// Bounds of Lan and DeMets 1983 for two looks; the interval at any time is wider than that of one look.
#[test]
fn looks_are_what_they_are_elsewhere() {
    let design = json!({"type": "group_bounds", "fractions": [0.5, 1.0], "alpha": 0.05, "sides": "two",
        "spending": {"type": "obrien_fleming"}});
    let bounds = answer(design).unwrap().bounds;
    assert!((bounds[0].unwrap() - 2.963).abs() < 1e-3 && (bounds[1].unwrap() - 1.969).abs() < 1e-3);
    let look =
        json!({"type": "any_time", "estimate": 1.0, "standard_error": 0.4, "units": 1e4, "tuned_units": 1e4});
    let found = answer(look).unwrap();
    assert!(found.low.unwrap() < 1.0 - 1.96 * 0.4 && found.p_value.unwrap() > 0.0124);
}

#[test]
fn resampling_is_the_same_for_a_seed_and_near_the_t_interval() {
    let values: Vec<u32> = (0..200).map(|place| place * 7919 % 1009).collect();
    let of = |seed: u64| json!({"type": "bootstrap", "values": values, "statistic": {"type": "mean"}, "resamples": 2000, "seed": seed});
    let (first, again, other) = (answer(of(1)).unwrap(), answer(of(1)).unwrap(), answer(of(2)).unwrap());
    assert_eq!(first, again);
    assert_ne!(first.low, other.low);
    let middle = 0.5 * (first.low.unwrap() + first.high.unwrap());
    assert!((middle - first.estimate.unwrap()).abs() < 0.2 * first.standard_error.unwrap());
}

#[test]
fn what_makes_no_sense_is_refused() {
    for (procedure, code) in [
        (json!({"type": "ranks", "control": [], "treatment": [1.0]}), ErrorCode::InvalidData),
        (json!({"type": "ranks", "control": [1.0], "treatment": [1.0]}), ErrorCode::InvalidData),
        (json!({"type": "proportion", "share": {"successes": 3, "count": 2}}), ErrorCode::InvalidData),
        (json!({"type": "fit", "observed": [1], "weights": [1.0]}), ErrorCode::InvalidData),
        (
            json!({"type": "belief", "mean": 0, "standard_deviation": 0, "estimate": 1, "standard_error": 1}),
            ErrorCode::InvalidNumber,
        ),
        (
            json!({"type": "any_time", "estimate": 1, "standard_error": 0, "units": 10, "tuned_units": 10}),
            ErrorCode::InvalidNumber,
        ),
    ] {
        assert_eq!(answer(procedure.clone()).unwrap_err().code(), code, "{procedure}");
    }
    let one_sided: InferRequest = serde_json::from_value(json!({
        "procedure": counts("proportions", "newcombe"), "options": {"alternative": "greater"},
    }))
    .unwrap();
    assert_eq!(infer(&one_sided).unwrap_err().code(), ErrorCode::InvalidNumber);
}
