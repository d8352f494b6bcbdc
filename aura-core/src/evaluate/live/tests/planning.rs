//! Power against closed forms of textbooks and against simulated tests.

use serde_json::{Value, json};

use super::super::*;
use crate::random::{Seed, Stream, Streams};
use crate::stats::analysis::{AnalysisData, AnalysisDesign, Stratum, Term, analyze, quantile_scores};
use crate::stats::distribution::{Continuous as _, Discrete as _, Gamma, Poisson, StandardNormal};
use crate::stats::joint::JointMoments;
use crate::stats::survival::{Lifetime, SurvivalCurve};

fn plan(request: Value) -> PowerPlan {
    plan_power(&serde_json::from_value(request).unwrap()).unwrap()
}

/// A unit of one metric: its value above and below the line.
type Draw<'a> = dyn Fn(&mut Stream, bool) -> (f64, f64) + 'a;

/// The share of simulated tests with these units of each arm that see the change.
fn simulated(
    each: usize,
    runs: u64,
    is_quotient: bool,
    finish: impl Fn(Vec<(f64, f64)>) -> Vec<(f64, f64)>,
    draw: &Draw<'_>,
) -> f64 {
    let mut found = 0;
    for run in 0..runs {
        let mut stream = Streams::new(Seed(2_026)).stream(run, 0, 0);
        let mut arm = |is_new: bool| {
            let units = finish((0..each).map(|_| draw(&mut stream, is_new)).collect());
            let mut moments = JointMoments::new(2).unwrap();
            units.iter().for_each(|(above, below)| moments.push(&[*above, *below]).unwrap());
            moments
        };
        let strata = vec![Stratum { control: arm(false), treatment: arm(true) }];
        let outcome =
            if is_quotient { Term::Quotient { above: 0, below: 1 } } else { Term::Mean { column: 0 } };
        let data = AnalysisData { outcome, covariates: Vec::new(), strata };
        found += u64::from(analyze(&data, &AnalysisDesign::default()).unwrap().is_significant);
    }
    found as f64 / runs as f64
}

fn normal(stream: &mut Stream) -> f64 {
    StandardNormal.quantile(stream.next_unit().clamp(1e-12, 1.0 - 1e-12)).unwrap()
}

/// With 500 simulated tests three standard errors are 0.054.
fn assert_power(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 0.056, "power {found}, planned {wanted}");
}

const RUNS: u64 = 500;

#[test]
fn counts_that_spread_are_planned_as_they_come() {
    let plan = plan(json!({"baseline": 2.0, "kind": {"type": "count", "dispersion": 3.0}, "effect": 0.6}));
    // Negative binomial counts: Poisson with a gamma rate; variance over mean is 1 + scale.
    let draw = |stream: &mut Stream, is_new: bool| {
        let mean = if is_new { 2.6 } else { 2.0 };
        let rate = Gamma::new(mean / 2.0, 2.0)
            .unwrap()
            .quantile(stream.next_unit().clamp(1e-12, 0.999_999))
            .unwrap();
        let law = Poisson::new(rate.max(1e-12)).unwrap();
        (law.quantile(stream.next_unit().clamp(1e-12, 0.999_999)).unwrap() as f64, 1.0)
    };
    assert_power(simulated(plan.units_each_arm as usize, RUNS, false, |units| units, &draw), 0.8);
}

#[test]
fn ratios_are_planned_with_the_delta_method() {
    let kind = json!({"type": "ratio", "above_deviation": 5.0, "below_mean": 10.0, "below_deviation": 2.0,
                      "correlation": 0.6});
    let plan = plan(json!({"baseline": 2.0, "kind": kind, "effect": 0.06, "power": 0.9}));
    let draw = |stream: &mut Stream, is_new: bool| {
        let (first, second) = (normal(stream), normal(stream));
        let above = if is_new { 20.6 } else { 20.0 } + 5.0 * (0.6 * first + 0.8 * second);
        (above, 10.0 + 2.0 * first)
    };
    assert_power(simulated(plan.units_each_arm as usize, RUNS, true, |units| units, &draw), 0.9);
}

#[test]
fn quantiles_are_planned_by_their_density() {
    // The upper decile of an exponential distribution: density 0.1.
    let kind = json!({"type": "quantile", "probability": 0.9, "density": 0.1});
    let plan = plan(json!({"baseline": core::f64::consts::LN_10, "kind": kind, "effect": 0.35}));
    let draw = |stream: &mut Stream, is_new: bool| {
        (-libm::log1p(-stream.next_unit()) + if is_new { 0.35 } else { 0.0 }, 1.0)
    };
    let scores = |units: Vec<(f64, f64)>| {
        let rows: Vec<(usize, f64)> = units.iter().map(|unit| unit.0).enumerate().collect();
        let scores = quantile_scores(&rows, rows.len(), 0.9).unwrap();
        scores.into_iter().map(|score| (score.score, 1.0)).collect()
    };
    assert_power(simulated(plan.units_each_arm as usize, 600, false, scores, &draw), 0.8);
}

#[test]
fn times_are_planned_by_their_rate() {
    // Means up to 30 of exponential times with rates of 1/20 and 1/26.
    let mean = |rate: f64| -libm::expm1(-30.0 * rate) / rate;
    let (before, after) = (mean(1.0 / 20.0), mean(1.0 / 26.0));
    let plan = plan(
        json!({"baseline": before, "kind": {"type": "survival", "limit": 30.0}, "effect": after - before}),
    );
    let draw = |stream: &mut Stream, is_new: bool| {
        let time = -libm::log1p(-stream.next_unit()) * if is_new { 26.0 } else { 20.0 };
        (time.min(31.0), f64::from(u8::from(time < 31.0)))
    };
    let scores = |units: Vec<(f64, f64)>| {
        let lives: Vec<Lifetime> =
            units.iter().map(|unit| Lifetime { time: unit.0, has_event: unit.1 == 1.0 }).collect();
        let scores = SurvivalCurve::new(&lives).unwrap().mean_scores(&lives, 30.0).unwrap();
        scores.into_iter().map(|score| (score, 1.0)).collect()
    };
    assert_power(simulated(plan.units_each_arm as usize, RUNS, false, scores, &draw), 0.8);
}

#[test]
fn clusters_are_planned_by_their_correlation() {
    let clusters = json!({"rows_each_unit": 8.0, "correlation": 0.2});
    let plan = plan(json!({"baseline": 5.0, "deviation": 1.0, "effect": 0.15, "clusters": clusters}));
    // Donner and Klar: 2 (z + z)² σ² / δ² · (1 + 7 · 0.2) / 8.
    assert_eq!(plan.units_each_arm, libm::ceil(2.0 * 7.848_879_734 / 0.022_5 * 0.3) as u64);
    let draw = |stream: &mut Stream, is_new: bool| {
        let shared = libm::sqrt(0.2) * normal(stream);
        let rows: f64 = (0..8).map(|_| 5.0 + shared + libm::sqrt(0.8) * normal(stream)).sum();
        (rows + if is_new { 8.0 * 0.15 } else { 0.0 }, 8.0)
    };
    assert_power(simulated(plan.units_each_arm as usize, RUNS, true, |units| units, &draw), 0.8);
}

#[test]
fn the_three_questions_agree_for_every_kind_and_way_of_looking() {
    let kinds = [
        (0.12, json!({"type": "share"}), 0.02),
        (10.0, json!({"type": "mean", "deviation": 4.0}), 0.5),
        (2.0, json!({"type": "count"}), 0.3),
        (
            2.0,
            json!({"type": "ratio", "above_deviation": 5.0, "below_mean": 10.0, "below_deviation": 2.0,
                     "correlation": 0.6}),
            0.05,
        ),
        (100.0, json!({"type": "quantile", "probability": 0.9, "density": 0.01}), 4.0),
        (15.0, json!({"type": "survival", "limit": 30.0}), 1.5),
    ];
    let looks = [
        json!({"type": "fixed"}),
        json!({"type": "group_sequential", "fractions": [0.25, 0.5, 0.75, 1.0]}),
        json!({"type": "always_valid", "tuned_units": 2_000.0}),
    ];
    for (baseline, kind, effect) in &kinds {
        let mut sizes = Vec::new();
        for looks in &looks {
            let request = json!({"baseline": baseline, "kind": kind, "effect": effect, "monitoring": looks,
                                 "variance_left": 0.6, "treatments": 2});
            let wanted = plan(request.clone());
            let with = |change: &dyn Fn(&mut Value)| {
                let mut request = request.clone();
                request["units"] = json!(wanted.units);
                change(&mut request);
                plan(request)
            };
            let power = with(&|_| {}).power;
            assert!((power - 0.8).abs() < 2e-3, "{kind} {looks}: {power}");
            let found = with(&|request| request["effect"] = Value::Null).effect;
            assert!((found / effect - 1.0).abs() < 5e-3, "{kind} {looks}: {found}");
            sizes.push(wanted.units_each_arm);
        }
        assert!(sizes[0] < sizes[1] && sizes[1] < sizes[2], "{sizes:?}");
    }
}

/// A simulated test that is looked at four times finds the effect as often as planned.
#[test]
fn looks_are_planned_as_they_turn_out() {
    let fractions = [0.25, 0.5, 0.75, 1.0];
    let plan = plan(json!({"baseline": 0.0, "deviation": 1.0, "effect": 0.25,
                           "monitoring": {"type": "group_sequential", "fractions": fractions}}));
    let each = plan.units_each_arm as usize;
    let runs = 800_u64;
    let design: crate::stats::sequential::GroupDesign = serde_json::from_value(
        json!({"fractions": fractions, "alpha": 0.05, "sides": "two", "spending": {"type": "obrien_fleming"}}),
    )
    .unwrap();
    let bounds = crate::stats::sequential::group_bounds(&design).unwrap();
    let mut found = 0;
    for run in 0..runs {
        let mut stream = Streams::new(Seed(77)).stream(run, 0, 0);
        let (mut sum, mut count) = (0.0, 0);
        let crossed = fractions.iter().zip(&bounds.z).any(|(fraction, bound)| {
            let until = (fraction * each as f64) as usize;
            while count < until {
                sum += 0.25 + normal(&mut stream) - normal(&mut stream);
                count += 1;
            }
            (sum / libm::sqrt(2.0 * count as f64)).abs() > *bound
        });
        found += u64::from(crossed);
    }
    assert_power(found as f64 / runs as f64, 0.8);
}

#[test]
fn days_of_traffic_answer_what_they_can_find() {
    let found = plan(json!({"baseline": 0.1, "days": 14.0, "units_each_day": 2_000.0}));
    assert_eq!((found.units, found.days), (28_000, Some(14)));
    // (z + z)² (p q + p' q') / n is the effect squared; both quantiles are printed in every table.
    let after: f64 = 0.1 + found.effect;
    let spread = 0.09 + after * (1.0 - after);
    let wanted = (1.959_964 + 0.841_621) * libm::sqrt(spread / 14_000.0);
    assert!((found.effect / wanted - 1.0).abs() < 1e-5, "{} {wanted}", found.effect);
    assert!(found.sentence.contains("14 days at the present traffic"), "{}", found.sentence);
}

#[test]
fn what_cannot_be_planned_is_refused() {
    let check = |request: Value, expect: &str| {
        let error = plan_power(&serde_json::from_value(request).unwrap()).unwrap_err();
        assert!(error.message().contains(expect), "{error}");
    };
    check(json!({"baseline": 0.1}), "neither the effect nor the units");
    check(json!({"baseline": 0.1, "effect": 0.95}), "cannot change");
    check(json!({"baseline": 2.0, "effect": -3.0, "kind": {"type": "count"}}), "cannot change");
    check(json!({"baseline": 2.0, "effect": 0.1, "kind": {"type": "count", "dispersion": 0}}), "dispersion");
    check(json!({"baseline": 40.0, "effect": 1, "kind": {"type": "survival", "limit": 30}}), "cannot be");
    check(json!({"baseline": 0.2, "effect": 0.1, "units": 2}), "at least 2 units");
    check(json!({"baseline": 0.5, "units": 4}), "too few");
    let clusters = json!({"rows_each_unit": 0.5, "correlation": 0.1});
    check(json!({"baseline": 0.5, "effect": 0.1, "clusters": clusters}), "at least one row");
}
