//! Every measure from tables and from logs, against figures that other programs give for the same data.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::super::*;
use crate::domain::live::{LiveComparison, LiveExperiment, LiveVerdict};
use crate::error::ErrorCode;

fn statement(measure: Value, change: impl FnOnce(&mut Value)) -> LiveExperiment {
    let mut value = json!({
        "schema_version": 1, "title": "t", "unit_column": "user", "arm_column": "arm",
        "arms": [{"name": "old", "weight": 1.0}, {"name": "new", "weight": 1.0}],
        "metrics": [{"id": "metric_one", "title": "the metric", "measure": measure,
                     "unit": {"type": "score"}, "direction": "increase", "role": "primary"}],
        "rule": {"confidence": 0.95, "smallest_worthwhile": 0.0, "guardrail_margin": 0.05,
                 "origin": crate::domain::provenance::Origin::assumed("a test")},
    });
    change(&mut value);
    serde_json::from_value(value).unwrap()
}

fn verdict(experiment: &LiveExperiment, text: &str) -> LiveVerdict {
    let table = read_table(text).unwrap();
    let found = judge(experiment, &collect_table(experiment, &table).unwrap()).unwrap();
    // Unit by unit the same as from sums.
    let units =
        judge(experiment, &super::super::collect::collect_units(experiment, &table).unwrap()).unwrap();
    let (one, two) = (only(&found), only(&units));
    assert!((one.comparison.low - two.comparison.low).abs() < 1e-9, "{one:?} {two:?}");
    check_sentence(&one.sentence, &one.comparison, "new").unwrap();
    found
}

fn only(verdict: &LiveVerdict) -> &LiveComparison {
    &verdict.arms[0].metrics[0]
}

/// Forty units in each arm: counts, exposure, a small cost and steps of a funnel.
fn table() -> String {
    let mut text = String::from("user,arm,count,cube,cost,exposure,reached,done\n");
    for arm in ["old", "new"] {
        for i in 0..40_u32 {
            let count = i * i % 7 + u32::from(arm == "new" && i % 3 == 0);
            let reached = i % 3 != 0;
            let done = reached && if arm == "new" { i % 2 == 0 } else { i % 5 == 0 };
            let (cube, cost, exposure) = (count.pow(3), i % 5, i % 4 + 1);
            writeln!(text, "{arm}{i},{arm},{count},{cube},{cost},{exposure},{reached},{done}").unwrap();
        }
    }
    text
}

fn assert_near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}

/// The figures are those of `scipy.stats.ttest_ind(equal_var=False)` and of the delta method by hand in numpy.
#[test]
fn measures_agree_with_scipy() {
    let check = |measure: Value, change: &dyn Fn(&mut Value), expected: [f64; 3]| {
        let found = verdict(&statement(measure, change), &table());
        let own = &only(&found).comparison;
        assert_near(own.difference, expected[0], 1e-12);
        assert_near(own.low, expected[1], 1e-9);
        assert_near(own.high, expected[2], 1e-9);
    };
    let plain = |_: &mut Value| {};
    check(
        json!({"type": "count", "column": "count"}),
        &plain,
        [0.35, -0.302_875_260_781_876_54, 1.002_875_260_781_876_5],
    );
    let parts = json!([{"column": "count", "weight": 2.0}, {"column": "cost", "weight": -0.5}]);
    check(
        json!({"type": "composed", "parts": parts}),
        &plain,
        [0.7, -0.625_063_342_828_912_7, 2.025_063_342_828_912],
    );
    check(
        json!({"type": "count", "column": "cube"}),
        &|value| value["metrics"][0]["winsorize"] = json!({"low": 0.1, "high": 0.9}),
        [2.65, -9.396_773_977_708_497, 14.696_773_977_708_501],
    );
    // Stated limits do what quantiles that are as large do.
    check(
        json!({"type": "mean", "column": "cube"}),
        &|value| {
            value["metrics"][0]["cap"] = json!(64);
            value["metrics"][0]["floor"] = json!(0);
        },
        [2.65, -9.396_773_977_708_497, 14.696_773_977_708_501],
    );
    let found = verdict(&statement(json!({"type": "count", "column": "count"}), |_| {}), &table());
    assert_near(only(&found).expert.dispersion.unwrap(), 1.025_316_455_696_202_7, 1e-12);
}

#[test]
fn rates_and_funnel_steps_follow_the_delta_method() {
    let check = |measure: Value, difference: f64, error: f64| {
        let found = verdict(&statement(measure, |_| {}), &table());
        assert_near(only(&found).comparison.difference, difference, 1e-12);
        assert_near(only(&found).expert.standard_error, error, 1e-10);
    };
    check(json!({"type": "count", "column": "count", "exposure": "exposure"}), 0.14, 0.15704972265055225);
    check(
        json!({"type": "funnel_step", "reached": "reached", "completed": "done"}),
        0.3076923076923077,
        0.12644828737534206,
    );
}

/// Weeks in remission of children with leukaemia (Freireich et al. 1963): 7.688 weeks gained up to week 20; the
/// log-rank test as `lifelines` prints it.
#[test]
fn time_to_an_event_is_that_of_the_textbook() {
    let with = [6, 6, 6, 7, 10, 13, 16, 22, 23, -6, -9, -10, -11, -17, -19, -20, -25, -32, -32, -34, -35];
    let without = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
    let mut text = String::from("user,arm,relapsed,weeks\n");
    for (arm, weeks) in [("new", with), ("old", without)] {
        for (index, week) in weeks.into_iter().enumerate() {
            writeln!(text, "{arm}{index},{arm},{},{}", week > 0, i32::abs(week)).unwrap();
        }
    }
    let measure = json!({"type": "time_to_event", "event": "relapsed", "time": "weeks", "limit": 20.0});
    let found = verdict(&statement(measure.clone(), |_| {}), &text);
    let own = only(&found);
    assert_near(own.comparison.difference, 16.116_526_610_644_25 - 8.428_571_428_571_429, 1e-9);
    assert_near(own.expert.log_rank_p_value.unwrap(), 4.168_809_109_334_511e-5, 1e-14);
    assert_eq!(found.arms[0].decision, crate::domain::experiment::Decision::Ship);
    // Repeated looks would spoil the p-value of one look, so it is not given.
    let open = statement(measure, |value| {
        value["monitoring"] = json!({"type": "always_valid", "tuned_units": 40.0});
    });
    assert_eq!(only(&verdict(&open, &text)).expert.log_rank_p_value, None);
}

#[test]
fn units_too_young_for_a_window_are_left_out_and_counted() {
    let day = 86_400_000_u64;
    let measure =
        json!({"type": "retention", "column": "active", "age": "age", "from_ms": 0, "until_ms": 7 * day});
    let mut text = String::from("user,arm,active,age\n");
    for i in 0..200_u64 {
        let (arm, age) = (if i % 2 == 0 { "old" } else { "new" }, if i < 20 { 6 * day } else { 7 * day });
        // The young ones are all active, which must not count.
        let active = i < 20 || i % 4 < 2 || (i % 2 == 1 && i % 8 == 3);
        writeln!(text, "u{i},{arm},{},{age}", u8::from(active)).unwrap();
    }
    let found = verdict(&statement(measure, |_| {}), &text);
    let old = (20..200).filter(|i| i % 2 == 0);
    let share = old.clone().filter(|i| i % 4 < 2).count() as f64 / old.count() as f64;
    assert_near(only(&found).comparison.control, share, 1e-12);
    assert_eq!(only(&found).comparison.pairs, 180);
    let note = found.checks.iter().find(|check| check.name == "not_old_enough").unwrap();
    assert!(note.sentence.starts_with("20 units came in too late"), "{}", note.sentence);
}

/// The same people as two logs: activity in the second week, the time to the first order, and how many there were.
#[test]
fn logs_have_times_of_their_own() {
    let day = 86_400_000_u64;
    let (mut exposures, mut outcomes) =
        (String::from("user,arm,at\n"), String::from("user,at,visit,order\n"));
    for i in 0..120 {
        // Everyone comes in on the first day but every sixth, who comes a fortnight later.
        let (arm, start) = (if i % 2 == 0 { "old" } else { "new" }, if i % 6 == 5 { 15 } else { 1 });
        writeln!(exposures, "{i},{arm},2026-11-{start:02}").unwrap();
        if i % 3 == 0 || (i % 2 == 1 && i % 5 == 0) {
            writeln!(outcomes, "{i},2026-11-{:02},1,", start + 8).unwrap();
        }
        if i % 4 < 2 {
            writeln!(outcomes, "{i},2026-11-{:02},,1", start + 2 + i % 3).unwrap();
        }
    }
    writeln!(outcomes, "0,2026-11-25,,1").unwrap();
    let run = |measure: Value| {
        let experiment = statement(measure, |value| value["time_column"] = json!("at"));
        let data =
            collect_logs(&experiment, &read_table(&exposures).unwrap(), &read_table(&outcomes).unwrap());
        judge(&experiment, &data.unwrap()).unwrap()
    };
    let kept = run(json!({"type": "retention", "column": "visit", "from_ms": 7 * day, "until_ms": 14 * day}));
    let old = (0..120).filter(|i| i % 2 == 0);
    let share = old.clone().filter(|i| i % 3 == 0).count() as f64 / old.clone().count() as f64;
    assert_near(only(&kept).comparison.control, share, 1e-12);
    // Every sixth unit, all of them in the new arm, was watched for ten days only.
    assert_eq!(only(&kept).comparison.pairs, 100);
    assert!(kept.checks.iter().any(|check| check.name == "not_old_enough"));
    let count = run(json!({"type": "count", "column": "order"}));
    let orders = old.clone().filter(|i| i % 4 < 2).count() + 1;
    assert_near(only(&count).comparison.control, orders as f64 / 60.0, 1e-12);
    let time = run(json!({"type": "time_to_event", "event": "order", "limit": 10 * day}));
    // Nobody is censored before day ten in the old arm, so it is the plain mean of times cut there.
    let days: f64 = old.map(|i| if i % 4 < 2 { f64::from(2 + i % 3) } else { 10.0 }).sum();
    assert_near(only(&time).comparison.control, days / 60.0 * day as f64, 1e-3);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let check = |measure: Value, change: &dyn Fn(&mut Value), expect: &str| {
        let experiment = statement(measure, change);
        let result = collect_table(&experiment, &read_table(&table()).unwrap()).map(|_| ());
        let error = result.unwrap_err();
        assert!(matches!(error.code(), ErrorCode::InvalidExperiment | ErrorCode::InvalidData), "{error}");
        assert!(error.message().contains(expect), "{error}");
    };
    let plain = |_: &mut Value| {};
    check(json!({"type": "time_to_event", "event": "done", "limit": 3}), &plain, "needs `time`");
    check(json!({"type": "time_to_event", "event": "done", "time": "cost", "limit": 0}), &plain, "limit");
    check(json!({"type": "retention", "column": "done", "from_ms": 0, "until_ms": 5}), &plain, "needs `age`");
    check(
        json!({"type": "retention", "column": "done", "age": "cost", "from_ms": 5, "until_ms": 5}),
        &plain,
        "ends before",
    );
    check(
        json!({"type": "funnel_step", "reached": "done", "completed": "reached"}),
        &plain,
        "without having",
    );
    check(json!({"type": "composed", "parts": []}), &plain, "nothing");
    check(json!({"type": "composed", "parts": [{"column": "cost", "weight": 0}]}), &plain, "weight");
    let winsorized = |value: &mut Value| value["metrics"][0]["winsorize"] = json!({"high": 0.9});
    check(json!({"type": "proportion", "column": "done"}), &winsorized, "winsorise");
    let both = |value: &mut Value| {
        value["metrics"][0]["winsorize"] = json!({"high": 0.9});
        value["metrics"][0]["cap"] = json!(3);
    };
    check(json!({"type": "mean", "column": "cost"}), &both, "both");
    let counts = statement(json!({"type": "count", "column": "half"}), |_| {});
    let text = "user,arm,half\n1,old,1\n2,old,2.5\n3,new,1\n4,new,2\n";
    let error = collect_table(&counts, &read_table(text).unwrap()).unwrap_err();
    assert!(error.message().contains("is a count, but a unit has the value `2.5`"), "{error}");
}

fn combined(how: &str, parts: &[(Value, f64)]) -> Value {
    let parts: Vec<Value> =
        parts.iter().map(|(measure, weight)| json!({"measure": measure, "weight": weight})).collect();
    json!({"type": "combined", "how": how, "parts": parts})
}

/// A sum of means is the mean of the sum, and a part that is missing leaves the unit out of all parts.
#[test]
fn combined_measures_agree_with_what_is_known() {
    let mean = |column: &str| json!({"type": "mean", "column": column});
    let seen = |measure: Value, text: &str| only(&verdict(&statement(measure, |_| {}), text)).clone();
    let text = table();
    let one = seen(combined("sum", &[(mean("cube"), 2.0), (mean("cost"), -3.0)]), &text);
    let two = seen(
        json!({"type": "composed", "parts": [{"column": "cube", "weight": 2.0}, {"column": "cost", "weight": -3.0}]}),
        &text,
    );
    assert_near(one.comparison.difference, two.comparison.difference, 1e-10);
    assert_near(one.expert.standard_error, two.expert.standard_error, 1e-10);
    assert_near(one.comparison.p_value, two.comparison.p_value, 1e-10);
    // A quotient of means is the ratio.
    let one = seen(combined("product", &[(mean("cube"), 1.0), (mean("exposure"), -1.0)]), &text);
    let two = seen(json!({"type": "ratio", "above": "cube", "below": "exposure"}), &text);
    assert_near(one.comparison.difference, two.comparison.difference, 1e-10);
    assert_near(one.expert.standard_error, two.expert.standard_error, 1e-10);
    // One part alone is that part, quantiles and shares of those who came as well.
    for measure in [
        json!({"type": "quantile", "column": "cube", "probability": 0.7}),
        json!({"type": "funnel_step", "reached": "reached", "completed": "done"}),
    ] {
        let (one, two) = (seen(combined("sum", &[(measure.clone(), 1.0)]), &text), seen(measure, &text));
        assert_near(one.comparison.low, two.comparison.low, 1e-10);
        assert_near(one.comparison.high, two.comparison.high, 1e-10);
    }
    let holes: String = text
        .lines()
        .map(|line| match line.strip_prefix("old7,old,") {
            Some(rest) => format!("old7,old,{},,{}\n", &rest[..1], rest.splitn(3, ',').nth(2).unwrap()),
            None => format!("{line}\n"),
        })
        .collect();
    let left_out: String =
        text.lines().filter(|line| !line.starts_with("old7,")).fold(String::new(), |mut all, line| {
            writeln!(all, "{line}").unwrap();
            all
        });
    let parts =
        [(json!({"type": "quantile", "column": "count", "probability": 0.5}), 1.0), (mean("cube"), 0.1)];
    let (one, two) = (seen(combined("sum", &parts), &holes), seen(combined("sum", &parts), &left_out));
    assert_eq!(one.comparison.low, two.comparison.low);
    assert_eq!(one.comparison.pairs, 79);
}

#[test]
fn combined_measures_that_cannot_be_had_are_refused() {
    let mean = json!({"type": "mean", "column": "cost"});
    let refused = |measure: Value, change: fn(&mut Value), word: &str| {
        let error = check_design(&statement(measure, change)).unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidExperiment);
        assert!(error.message().contains(word), "{error}");
    };
    refused(combined("sum", &[]), |_| {}, "combined of nothing");
    refused(combined("sum", &[(mean.clone(), 0.0)]), |_| {}, "beside 0");
    refused(combined("sum", &[(combined("sum", &[(mean.clone(), 1.0)]), 1.0)]), |_| {}, "combined itself");
    let own = || combined("sum", &[(json!({"type": "mean", "column": "cost"}), 1.0)]);
    refused(own(), |value| value["metrics"][0]["cap"] = json!(3.0), "no value of a unit");
    refused(own(), |value| value["metrics"][0]["learned_from"] = json!(["count"]), "can be learned");
    let bad = json!({"type": "quantile", "column": "cost", "probability": 1.0});
    refused(combined("sum", &[(bad, 1.0)]), |_| {}, "between 0 and 1");
    let time = json!({"type": "time_to_event", "event": "done", "limit": 3.0});
    let late = statement(combined("sum", &[(time, 1.0)]), |_| {});
    assert!(collect_table(&late, &read_table(&table()).unwrap()).is_err());
    let error = sums_query(&statement(own(), |_| {}), "data", SqlDialect::DuckDb).unwrap_err();
    assert!(error.message().contains("cannot be had from sums"), "{error}");
    // A product with a part that is 0 says so.
    let zero = statement(combined("product", &[(mean, 1.0)]), |_| {});
    let nothing = "user,arm,cost\n1,old,0\n2,old,0\n3,new,1\n4,new,2\n";
    let data = collect_table(&zero, &read_table(nothing).unwrap()).unwrap();
    let error = judge(&zero, &data).unwrap_err();
    assert!(error.message().contains("a part of the product is `0`"), "{error}");
}
