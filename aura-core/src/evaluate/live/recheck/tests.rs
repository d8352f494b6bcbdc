//! One falsified number in each kind of sentence is caught.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::super::{allocate, calibrate, collect_logs, collect_table, judge, read_table};
use super::*;
use crate::domain::allocation::AllocationPlan;
use crate::random::{Seed, Streams};

fn statement(change: impl FnOnce(&mut Value)) -> LiveExperiment {
    let mut value = json!({
        "schema_version": 1, "title": "Two", "unit_column": "user", "arm_column": "arm", "time_column": "day",
        "arms": [{"name": "arm 1", "weight": 1.0}, {"name": "arm 2", "weight": 1.0}],
        "metrics": [{"id": "metric_spent", "title": "30 day revenue", "measure": {"type": "mean", "column": "spent"},
            "unit": {"type": "score"}, "direction": "increase", "role": "primary", "covariates": ["before_90"]}],
        "planned_units": 5000,
        "rule": {"confidence": 0.95, "smallest_worthwhile": 1.0, "guardrail_margin": 0.05,
                 "origin": crate::domain::provenance::Origin::assumed("a test")},
    });
    change(&mut value);
    serde_json::from_value(value).unwrap()
}

/// Both arms over ten days, two units in two arms, and an empty cell.
fn table(share: &str) -> String {
    let mut draws = Streams::new(Seed(3)).stream(0, 0, 0);
    let mut text = "user,arm,day,spent,before_90,share\n".to_owned();
    for user in 0..600 {
        let before = 10.0 * draws.next_unit();
        let spent = before + 20.0 * draws.next_unit() + f64::from(user % 2) * 1.5;
        let (arm, day) = (1 + user % 2, 1 + user / 60);
        writeln!(text, "u{user},arm {arm},2026-03-{day:02},{spent:.3},{before:.3},{share}").unwrap();
    }
    text + "u900,arm 2,2026-03-10,,1.0,0.5\n"
}

/// The sentence with its number `place` raised by one in the last digit.
fn falsified(sentence: &str, place: usize) -> String {
    let printed = &numbers(sentence)[place];
    let last = printed.chars().next_back().unwrap();
    let other = if last == '9' { '8' } else { char::from(last as u8 + 1) };
    let wrong = format!("{}{other}", &printed[..printed.len() - 1]);
    let start = numbers(sentence)
        .iter()
        .take(place)
        .fold(0, |start, number| start + sentence[start..].find(number.as_str()).unwrap() + number.len());
    let at = start + sentence[start..].find(printed.as_str()).unwrap();
    format!("{}{wrong}{}", &sentence[..at], &sentence[at + printed.len()..])
}

/// Every number of this sentence, but those of names, is noticed when it changes.
fn assert_caught(sentence: &str, names: &[&str], check: impl Fn(&str) -> bool) {
    assert!(check(sentence), "{sentence}");
    let of_names: usize = names.iter().map(|name| numbers(name).len() * sentence.matches(name).count()).sum();
    let count = numbers(sentence).len();
    let caught = (0..count).filter(|place| !check(&falsified(sentence, *place))).count();
    assert!(caught > 0 && caught + of_names >= count, "{caught} of {count}: {sentence}");
}

#[test]
fn a_wrong_number_is_caught_in_a_verdict() {
    let own = statement(|_| {});
    let crossed = table("0.5") + "u900,arm 1,2026-03-10,3.0,1.0,0.5\n";
    let judged = |text: &str| judge(&own, &collect_table(&own, &read_table(text).unwrap()).unwrap()).unwrap();
    let verdict = judged(&table("0.5"));
    let names = ["arm 1", "arm 2", "30 day revenue", "before_90"];
    let with = |change: &dyn Fn(&mut LiveVerdict)| {
        let mut wrong = verdict.clone();
        change(&mut wrong);
        check_verdict(&wrong).is_ok()
    };
    let arm = &verdict.arms[0];
    assert_caught(&arm.metrics[0].sentence, &names, |text| {
        with(&|wrong| wrong.arms[0].metrics[0].sentence = text.to_owned())
    });
    let place = arm.reasons.iter().position(|reason| reason.contains("more units")).unwrap();
    assert!(arm.reasons[place].contains("more days"), "{:?}", arm.reasons);
    assert_caught(&arm.reasons[place], &[], |text| {
        with(&|wrong| wrong.arms[0].reasons[place] = text.to_owned())
    });
    // The figure rather than the sentence.
    assert!(!with(&|wrong| wrong.arms[0].more_units = wrong.arms[0].more_units.map(|more| 3 * more)));
    assert!(!with(&|wrong| wrong.arms[0].metrics[0].comparison.p_value *= 0.5));
    assert!(!with(&|wrong| wrong.arms[0].reasons[0].push_str(" That is 12 more.")));
    assert!(!with(&|wrong| wrong.arms[0].would_change.push_str(" That is 12 more.")));
    let mut told = Vec::new();
    for (place, check) in verdict.checks.iter().enumerate() {
        if ["missing_values", "fewer_than_planned"].contains(&check.name.as_str()) {
            told.push(check.name.as_str());
            assert_caught(&check.sentence, &names, |text| {
                with(&|wrong| wrong.checks[place].sentence = text.to_owned())
            });
        }
    }
    assert_eq!(told.len(), 2, "{told:?}");
    let verdict = judged(&crossed);
    let check = verdict.checks.iter().find(|check| check.name == "crossed_arms").unwrap();
    let names: Vec<String> = Vec::new();
    assert_caught(&check.sentence, &[], |text| {
        let wrong = TrustCheck { sentence: text.to_owned(), ..check.clone() };
        check_trust(&[wrong], &names).is_ok()
    });
}

#[test]
fn a_wrong_number_is_caught_below_a_picture() {
    let own = statement(|_| {});
    let verdict = judge(&own, &collect_table(&own, &read_table(&table("0.5")).unwrap()).unwrap()).unwrap();
    let (arm, names) = (&verdict.arms[0], names(&own));
    let metric = &arm.metrics[0];
    let words = pictures::shift_told(arm, metric, "arm 1");
    assert_caught(&words, &["arm 1", "arm 2", "30 day revenue"], |text| {
        among(&bare(text, &names), &pictures::shift_figures(arm, metric)).is_ok()
    });
    let (change, words) = pictures::power_told(metric).unwrap();
    assert_caught(&words, &["30 day revenue"], |text| {
        among(&bare(text, &names), &pictures::shown(change, &metric.comparison.unit)).is_ok()
    });
}

#[test]
fn a_wrong_number_is_caught_in_what_logs_tell() {
    let own = statement(|value| {
        value["time_column"] = json!("at");
        value["event_column"] = json!("event");
        value["window_ms"] = json!(3_600_000);
        value["metrics"][0]["covariates"] = json!([]);
    });
    let mut exposures = "user,arm,at\n".to_owned();
    let mut outcomes = "user,at,event,spent\n".to_owned();
    for user in 0..40 {
        writeln!(exposures, "u{user},arm {},2026-03-01T10:00:00Z", 1 + user % 2).unwrap();
        writeln!(outcomes, "u{user},2026-03-01T10:30:00Z,e{user},{}", user % 7).unwrap();
    }
    exposures.push_str("u1,arm 2,2026-03-01T10:10:00Z\n");
    outcomes.push_str(
        "u1,2026-03-01T10:30:00Z,e1,1\nu2,2026-03-01T12:30:00Z,f2,1\nv1,2026-03-01T10:30:00Z,f3,1\n",
    );
    let data = collect_logs(&own, &read_table(&exposures).unwrap(), &read_table(&outcomes).unwrap()).unwrap();
    let verdict = judge(&own, &data).unwrap();
    for name in ["repeated_exposures", "repeated_events", "outcomes_without_exposure", "late_events"] {
        let place = verdict.checks.iter().position(|check| check.name == name).unwrap();
        assert_caught(&verdict.checks[place].sentence, &[], |text| {
            let mut wrong = verdict.clone();
            wrong.checks[place].sentence = text.to_owned();
            check_verdict(&wrong).is_ok()
        });
    }
}

#[test]
fn a_wrong_number_is_caught_in_a_calibration_and_an_allocation() {
    let own = statement(|_| {});
    let found = calibrate(&own, &read_table(&table("0.5")).unwrap(), 40, Seed(1), None).unwrap();
    let metric = &found.metrics[0];
    assert_caught(&metric.sentence, &["30 day revenue"], |text| {
        check_calibrated(&CalibratedMetric { sentence: text.to_owned(), ..metric.clone() }).is_ok()
    });
    let own = statement(|value| value["metrics"][0]["covariates"] = json!([]));
    let few: Vec<String> = table("0.5")
        .lines()
        .enumerate()
        .filter(|(line, _)| *line < 60 || *line > 600)
        .map(|(_, row)| row.to_owned())
        .collect();
    let found = allocate(&own, &AllocationPlan::default(), &read_table(&few.join("\n")).unwrap()).unwrap();
    let with = |change: &dyn Fn(&mut Allocation)| {
        let mut wrong = found.clone();
        change(&mut wrong);
        check_allocation(&wrong).is_ok()
    };
    let names = ["arm 1", "arm 2", "30 day revenue"];
    assert_caught(&found.sentence, &names, |text| with(&|wrong| wrong.sentence = text.to_owned()));
    assert!(found.differences[0].low.is_none());
    let whole = allocate(&own, &AllocationPlan::default(), &read_table(&table("0.5")).unwrap()).unwrap();
    assert_caught(&whole.differences[0].sentence, &names, |text| {
        let mut wrong = whole.clone();
        wrong.differences[0].sentence = text.to_owned();
        check_allocation(&wrong).is_ok()
    });
    for (place, check) in found.checks.iter().enumerate() {
        assert_caught(&check.sentence, &[], |text| {
            with(&|wrong| wrong.checks[place].sentence = text.to_owned())
        });
    }
    assert!(found.checks.iter().any(|check| check.name == "too_early"));
}
