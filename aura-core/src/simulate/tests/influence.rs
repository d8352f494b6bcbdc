//! All assumptions at once, against a plan whose shares are known in closed form.

use serde_json::json;

use super::build::{Build, fixed, poisson};
use crate::domain::id::MetricId;
use crate::domain::plan::Plan;
use crate::domain::scenario::Scenario;
use crate::error::ErrorCode;
use crate::progress::Control;
use crate::simulate::{InfluenceOptions, Round, Study};

/// Two people in a row who may give up, and a step whose time touches nothing.
fn plan() -> Plan {
    let mut build = Build::new();
    let gone = json!({"type": "end", "outcome": "abandoned"});
    build.step("first", fixed(1.0), None).mode("leaves_first", "gives_up", 0.3, gone.clone());
    build.step("second", fixed(1.0), None).mode("leaves_second", "gives_up", 0.3, gone);
    build.end("done", "goal_reached").chain(&["start", "step_first", "step_second", "end_done"]);
    build.range("assume_leaves_first", 0.0, 0.8).range("assume_leaves_second", 0.1, 0.5);
    build.range("assume_second_time", 500.0, 2_000.0);
    build.plan()
}

fn options() -> InfluenceOptions {
    InfluenceOptions { cases: 800, replications: 2, samples: 128, ..InfluenceOptions::default() }
}

fn circumstances() -> Scenario {
    poisson(800, 2, 60.0, 5)
}

#[test]
fn shares_are_those_of_a_product_of_two_chances() {
    let (plan, scenario) = (plan(), circumstances());
    let metric = MetricId::named("goal_reached");
    let found = Study::new(&plan, &scenario, &metric, &options()).unwrap().run(&Control::default()).unwrap();
    // Reached is (1 - p)(1 - q) with p and q spread evenly: its variance has three parts.
    let (mean_p, mean_q): (f64, f64) = (0.6, 0.7);
    let (var_p, var_q) = (0.8 * 0.8 / 12.0, 0.4 * 0.4 / 12.0);
    let (of_p, of_q, of_both) = (mean_q * mean_q * var_p, mean_p * mean_p * var_q, var_p * var_q);
    let all = of_p + of_q + of_both;
    assert!((found.mean - mean_p * mean_q).abs() < 0.02, "{found:?}");
    assert!((found.deviation / all.sqrt() - 1.0).abs() < 0.1, "{found:?}");
    let names: Vec<&str> = found.ranked.iter().map(|one| one.assumption.as_str()).collect();
    assert_eq!(names, ["assume_leaves_first", "assume_leaves_second"]);
    for (found, (alone, together)) in
        found.ranked.iter().zip([(of_p, of_p + of_both), (of_q, of_q + of_both)])
    {
        assert!((found.alone.value - alone / all).abs() < 0.08, "{found:?} is not {}", alone / all);
        assert!((found.total.value - together / all).abs() < 0.08, "{found:?} is not {}", together / all);
        assert!(found.total.low <= found.total.value && found.total.value <= found.total.high);
    }
    // From 0 to 0.8 more leave, whoever is left after the other: -0.8 times 0.5 to 0.9.
    let first = &found.screened[0];
    assert!((-0.75..-0.38).contains(&first.mean_effect), "{first:?}");
    // A time moves nobody's decision, and is no longer looked at.
    assert_eq!(found.screened.last().unwrap().mean_size, 0.0);
    assert_eq!(found.runs, 8 * 4 + 128 * 4);
}

#[test]
fn values_that_were_measured_elsewhere_give_the_same() {
    let (plan, scenario) = (plan(), circumstances());
    let metric = MetricId::named("goal_reached");
    let options = InfluenceOptions { cases: 50, samples: 8, trajectories: 3, ..options() };
    let study = Study::new(&plan, &scenario, &metric, &options).unwrap();
    let here = study.run(&Control::default()).unwrap();
    let mut values = Vec::new();
    let mut rounds = 0;
    while let Round::Measure(points) = study.next(&values).unwrap() {
        // One at a time, as if each were measured on a machine of its own.
        values.extend(study.measure(&points[..1], &Control::default()).unwrap());
        rounds += 1;
    }
    assert_eq!(rounds, here.runs);
    assert_eq!(study.next(&values).unwrap(), Round::Done(Box::new(here)));
    values.push(0.0);
    assert_eq!(study.next(&values).unwrap_err().code(), ErrorCode::InvalidData);
}

#[test]
fn what_cannot_be_studied_is_refused_and_what_has_no_range_is_said() {
    let (plan, scenario) = (plan(), circumstances());
    let unknown = Study::new(&plan, &scenario, &MetricId::named("x"), &options()).unwrap_err();
    assert_eq!(unknown.code(), ErrorCode::NotFound);
    let metric = MetricId::named("goal_reached");
    let many = InfluenceOptions { samples: u32::MAX, ..options() };
    assert_eq!(Study::new(&plan, &scenario, &metric, &many).unwrap_err().code(), ErrorCode::LimitSize);
    let mut flat = plan.clone();
    flat.assumptions.iter_mut().for_each(|known| known.high = known.low);
    let found = Study::new(&flat, &scenario, &metric, &options()).unwrap().run(&Control::default()).unwrap();
    assert!(found.screened.is_empty() && found.ranked.is_empty() && found.runs == 0);
}
