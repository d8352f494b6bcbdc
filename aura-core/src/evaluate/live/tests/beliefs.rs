//! What is believed after the data, and what each part of the population says.

use super::*;
use crate::domain::live::{LiveBelief, Prior};

fn with_prior(prior: serde_json::Value) -> LiveExperiment {
    statement(|value| value["metrics"][0]["prior"] = prior)
}

/// A table in which so many of a thousand order in each arm, and nobody waits longer or shorter on average.
fn table(old: usize, new: usize) -> String {
    let mut text = String::from("user,arm,ordered,wait,before\n");
    for (arm, orders) in [("old", old), ("new", new)] {
        for user in 0..1_000 {
            let wait = 1_000 + user % 10;
            writeln!(text, "{arm}{user},{arm},{},{wait},{}", u8::from(user < orders), 500 + user % 7)
                .unwrap();
        }
    }
    text
}

fn believed(prior: serde_json::Value, old: usize, new: usize) -> LiveBelief {
    let found = verdict(&with_prior(prior), &table(old, new));
    found.arms[0].metrics[0].belief.clone().unwrap()
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{found}, expected {expected}");
}

/// The estimate is .03 with the standard error sqrt(.1·.9/999 + .13·.87/999); the belief before has the mean 0 and the
/// standard deviation .02. Figures by scipy.stats.norm from these.
#[test]
fn a_belief_about_the_difference_is_updated_by_precision() {
    let found = believed(json!({"type": "difference", "mean": 0.0, "standard_deviation": 0.02}), 100, 130);
    close(found.difference, 0.019890492782478845);
    close(found.chance_better, 0.9566632542648347);
    close(found.loss_if_chosen, 0.0002055807521403552);
    close(found.loss_if_kept, 0.0200960735346192);
    let ends = found.interval.unwrap();
    close(ends.low, -0.0028648013044269074);
    close(ends.high, 0.0426457868693846);
    assert_eq!(found.chance_same, None);
    // Relative to a control of .1, .2 is the same belief.
    let relative = json!({"type": "difference", "mean": 0.0, "standard_deviation": 0.2, "is_relative": true});
    close(believed(relative, 100, 130).chance_better, 0.9566632542648347);
}

/// Beta(101, 901) and Beta(131, 871); figures by scipy.integrate.quad.
#[test]
fn a_belief_about_shares_is_updated_by_counts() {
    let prior = json!({"type": "shares", "successes": 1.0, "failures": 1.0});
    let found = believed(prior, 100, 130);
    close(found.chance_better, 0.9821650661163507);
    close(found.loss_if_chosen, 9.237449150470713e-05);
    close(found.loss_if_kept, 0.03003249425198374);
    assert!(found.interval.is_none() && found.chance_same.is_none());
}

#[test]
fn what_is_worth_having_is_a_region_of_practical_equivalence() {
    let mut experiment = with_prior(json!({"type": "difference", "mean": 0.0, "standard_deviation": 0.02}));
    experiment.rule.smallest_worthwhile = 0.01;
    let found = verdict(&experiment, &table(100, 100));
    let belief = found.arms[0].metrics[0].belief.as_ref().unwrap();
    close(belief.chance_same.unwrap(), 0.6303973564238619);
    close(belief.chance_better, 0.5);
    assert!(belief.sentence.contains("too small to matter"), "{}", belief.sentence);
}

#[test]
fn less_is_better_turns_a_belief_around() {
    for prior in [
        json!({"type": "difference", "mean": 0.0, "standard_deviation": 0.02}),
        json!({"type": "shares", "successes": 1.0, "failures": 1.0}),
    ] {
        let more = believed(prior.clone(), 100, 130);
        let mut experiment = with_prior(prior);
        experiment.metrics[0].direction = crate::domain::metric::Direction::Decrease;
        let found = verdict(&experiment, &table(100, 130));
        let less = found.arms[0].metrics[0].belief.as_ref().unwrap();
        close(less.chance_better, 1.0 - more.chance_better);
        close(less.loss_if_chosen, more.loss_if_kept);
        close(less.difference, more.difference);
    }
}

#[test]
fn a_belief_that_does_not_fit_is_refused() {
    for (prior, words) in [
        (json!({"type": "difference", "mean": 0.0, "standard_deviation": 0.0}), "above 0"),
        (json!({"type": "shares", "successes": 0.0, "failures": 1.0}), "above 0"),
    ] {
        let error = check_design(&with_prior(prior)).unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidExperiment);
        assert!(error.message().contains(words), "{error}");
    }
    let mut on_a_mean = statement(|_| {});
    on_a_mean.metrics[1].prior =
        Some(Prior::Shares(crate::domain::live::SharePrior { successes: 1.0, failures: 1.0 }));
    let error = check_design(&on_a_mean).unwrap_err();
    assert!(error.hints().iter().any(|hint| hint.contains("difference")), "{error}");
}

/// Orders by country: the change helps in one, does nothing in another, and a third is too small to be told.
fn by_country() -> (LiveExperiment, String) {
    let mut text = String::from("user,arm,ordered,wait,before,country\n");
    for (country, users, old, new) in [("SE", 1_000, 100, 200), ("DE", 2_000, 300, 300), ("LI", 10, 1, 1)] {
        for (arm, orders) in [("old", old), ("new", new)] {
            for user in 0..users {
                let (ordered, wait) = (u8::from(user < orders), 1_000 + user % 10);
                writeln!(text, "{country}{arm}{user},{arm},{ordered},{wait},500,{country}").unwrap();
            }
        }
    }
    let experiment = statement(|value| {
        value["stratum_column"] = json!("country");
        value["metrics"][1]["covariates"] = json!([]);
    });
    (experiment, text)
}

/// Each part is what a test in it alone would say, at a level that is shared by two.
#[test]
fn parts_of_the_population_are_told_with_a_shared_level() {
    let (experiment, text) = by_country();
    let found = verdict(&experiment, &text);
    let parts = &found.arms[0].segments;
    assert_eq!(parts.iter().map(|part| part.part.as_str()).collect::<Vec<_>>(), ["DE", "SE"]);
    for part in parts {
        let mut alone = statement(|value| value["metrics"][1]["covariates"] = json!([]));
        alone.rule.confidence = 0.975;
        let ending = format!(",{}", part.part);
        let kept: Vec<&str> = text
            .lines()
            .enumerate()
            .filter(|(place, line)| *place == 0 || line.ends_with(&ending))
            .map(|(_, line)| line)
            .collect();
        let own = &verdict(&alone, &kept.join("\n")).arms[0].metrics[0].comparison;
        close(part.comparison.low, own.low);
        close(part.comparison.high, own.high);
        close(part.comparison.p_value, (2.0 * own.p_value).min(1.0));
        assert_eq!(part.comparison.pairs, own.pairs);
    }
    assert!(parts[1].sentence.starts_with("`SE`: 20%"), "{}", parts[1].sentence);
    assert!(parts[1].comparison.low > 0.0 && parts[0].comparison.low < 0.0);
}

/// Rows that stand in another order change nothing, not even the last digit.
#[test]
fn the_order_of_rows_moves_no_part() {
    let (experiment, text) = by_country();
    let mut lines: Vec<&str> = text.lines().collect();
    lines[1..].reverse();
    assert_eq!(verdict(&experiment, &lines.join("\n")).arms, verdict(&experiment, &text).arms);
    let mut nested = experiment;
    nested.rows = crate::domain::live::RowKind::Nested;
    assert_eq!(verdict(&nested, &lines.join("\n")).arms, verdict(&nested, &text).arms);
}
