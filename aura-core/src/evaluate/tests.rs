//! The rule, held against cases whose answer follows from the rule's own words.

use super::*;
use crate::domain::experiment::{ComparisonReading, Decision, DecisionRule, Variant};
use crate::domain::id::{MetricId, RunId, VariantId};
use crate::domain::metric::{Direction, MetricRole};
use crate::domain::plan::Plan;
use crate::domain::run::{Estimate, MetricResult, RUN_SCHEMA_VERSION, Run};
use crate::domain::scenario::{Arrivals, Scenario};
use crate::domain::version::version_of;
use crate::domain::{provenance::Origin, quantity::Distribution};
use crate::error::ErrorCode;
use crate::random::Seed;

fn scenario() -> Scenario {
    Scenario {
        schema_version: 1,
        seed: Seed(1),
        cases: 80,
        replications: 8,
        arrivals: Arrivals {
            interval: Distribution::fixed(1.0),
            calendar: None,
            pattern: None,
            moves_to_opening: false,
            starts_at_once: false,
            start_minute: 0,
            origin: Origin::assumed("test"),
        },
        personas: Vec::new(),
        outages: Vec::new(),
        shared_outages: Vec::new(),
        mishaps: Default::default(),
        depth: Default::default(),
        services: Vec::new(),
        overrides: std::collections::BTreeMap::new(),
        limits: Default::default(),
        warm_up_cases: None,
        trace: Default::default(),
    }
}

/// A plan with a primary share that should go up and a guardrail time that should stay low.
fn plan() -> Plan {
    let mut plan = crate::plan::sample::guest_checkout().unwrap();
    plan.metrics.truncate(2);
    let roles = [(MetricRole::Primary, Direction::Increase), (MetricRole::Guardrail, Direction::Decrease)];
    for (metric, (role, direction)) in plan.metrics.iter_mut().zip(roles) {
        (metric.role, metric.direction) = (role, direction);
    }
    assert_eq!(plan.metrics.len(), 2);
    plan
}

fn run(plan: &Plan, values: [[f64; 8]; 2]) -> Run {
    let metrics = plan.metrics.iter().zip(values).map(|(metric, values)| MetricResult {
        metric: metric.id.clone(),
        title: metric.title.clone(),
        unit: metric.unit.clone(),
        estimate: Estimate { value: values.iter().sum::<f64>() / 8.0, low: None, high: None },
        cases: 80,
        by_replication: values.into_iter().map(Some).collect(),
    });
    Run {
        schema_version: RUN_SCHEMA_VERSION,
        id: RunId::named("x"),
        engine_version: "0".to_owned(),
        plan: plan.id.clone(),
        plan_version: version_of(plan).unwrap(),
        scenario: scenario(),
        cases: 80,
        events: 80,
        virtual_time_ms: 0,
        digest: String::new(),
        outcomes: Vec::new(),
        metrics: metrics.collect(),
        nodes: Vec::new(),
        flows: Vec::new(),
        resources: Vec::new(),
        services: Vec::new(),
        personas: Vec::new(),
        paths: Vec::new(),
        actors: Vec::new(),
        stopped: None,
        warnings: Vec::new(),
    }
}

fn variant() -> Variant {
    Variant {
        id: VariantId::named("v"),
        title: "v".to_owned(),
        operations: Vec::new(),
        overrides: std::collections::BTreeMap::new(),
    }
}

const BASE: [f64; 8] = [0.50, 0.52, 0.48, 0.51, 0.49, 0.50, 0.53, 0.47];
const TIME: [f64; 8] = [100.0, 101.0, 99.0, 100.0, 102.0, 98.0, 100.0, 100.0];

fn shifted(base: [f64; 8], shift: f64, wobble: f64) -> [f64; 8] {
    let signs = [1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0];
    let mut values = base;
    for (value, sign) in values.iter_mut().zip(signs) {
        *value += shift + wobble * sign;
    }
    values
}

#[test]
fn the_rule_does_what_its_words_say() {
    let check = |primary: [f64; 8], guardrail: [f64; 8], expect: Decision| {
        let plan = plan();
        let rule = DecisionRule { smallest_worthwhile: 0.01, ..DecisionRule::default() };
        let experiment = design(&plan, vec![variant()], &scenario(), Some(rule)).unwrap();
        let verdict =
            evaluate(&experiment, &plan, &run(&plan, [BASE, TIME]), &[run(&plan, [primary, guardrail])])
                .unwrap();
        let found = &verdict.variants[0];
        assert_eq!(found.decision, expect, "{:?} {:?}", found.reasons, found.comparisons);
        assert_eq!(verdict.recommended.is_some(), expect == Decision::Ship);
    };
    check(shifted(BASE, 0.05, 0.001), TIME, Decision::Ship);
    check(BASE, TIME, Decision::NoDifference);
    check(shifted(BASE, 0.002, 0.001), TIME, Decision::NoDifference);
    check(shifted(BASE, -0.05, 0.001), TIME, Decision::Stop);
    check(shifted(BASE, 0.012, 0.01), TIME, Decision::Extend);
    check(shifted(BASE, 0.05, 0.001), shifted(TIME, 10.0, 1.0), Decision::Stop);
    check(shifted(BASE, 0.05, 0.001), shifted(TIME, 0.0, 20.0), Decision::Extend);
    check(shifted(BASE, -0.004, 0.012), TIME, Decision::Keep);
}

#[test]
fn pairs_give_the_interval_of_the_textbook() {
    // scipy.stats.ttest_rel and its confidence_interval() on these eight pairs.
    let differences = [0.02, 0.04, 0.0, 0.02, 0.04, 0.0, 0.02, 0.02];
    let mut values = BASE;
    for (value, difference) in values.iter_mut().zip(differences) {
        *value += difference;
    }
    let plan = plan();
    let experiment = design(&plan, vec![variant()], &scenario(), None).unwrap();
    let verdict =
        evaluate(&experiment, &plan, &run(&plan, [BASE, TIME]), &[run(&plan, [values, TIME])]).unwrap();
    let comparison = &verdict.variants[0].comparisons[0];
    assert!((comparison.low - 0.007_360_551_717_261_517).abs() < 1e-12, "{comparison:?}");
    assert!((comparison.high - 0.032_639_448_282_738_515).abs() < 1e-12);
    assert!((comparison.p_value - 0.007_246_989_820_287_885).abs() < 1e-12);
    assert_eq!(comparison.reading, ComparisonReading::Better);
    assert_eq!(verdict.variants[0].comparisons[1].reading, ComparisonReading::Same);
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let plan = plan();
    let code = |result: crate::Result<_>| result.err().map(|error: crate::Error| error.code());
    assert_eq!(code(design(&plan, Vec::new(), &scenario(), None)), Some(ErrorCode::InvalidExperiment));
    let lonely = Scenario { replications: 1, ..scenario() };
    assert_eq!(code(design(&plan, vec![variant()], &lonely, None)), Some(ErrorCode::InvalidExperiment));
    let mut aimless = plan.clone();
    aimless.metrics.retain(|metric| metric.role != MetricRole::Primary);
    assert_eq!(
        code(design(&aimless, vec![variant()], &scenario(), None)),
        Some(ErrorCode::InvalidExperiment)
    );
    let odd = DecisionRule { confidence: 1.5, ..DecisionRule::default() };
    assert_eq!(
        code(design(&plan, vec![variant()], &scenario(), Some(odd))),
        Some(ErrorCode::InvalidExperiment)
    );
    let experiment = design(&plan, vec![variant()], &scenario(), None).unwrap();
    assert!(evaluate(&experiment, &plan, &run(&plan, [BASE, TIME]), &[]).is_err());
    let mut unmeasured = run(&plan, [BASE, TIME]);
    unmeasured.metrics.retain(|result| result.metric == MetricId::named("none"));
    assert!(evaluate(&experiment, &plan, &unmeasured, &[run(&plan, [BASE, TIME])]).is_err());
}

#[test]
fn a_change_that_does_nothing_is_rarely_taken_and_a_large_one_nearly_always() {
    let plan = {
        let mut plan = plan();
        // No wish is stated, so the difference that was seen is what is expected.
        plan.metrics[0].baseline = None;
        plan
    };
    let rule = DecisionRule { smallest_worthwhile: 0.0, ..DecisionRule::default() };
    let experiment = design(&plan, vec![variant()], &scenario(), Some(rule)).unwrap();
    let judged = |primary: [f64; 8]| {
        let runs = [run(&plan, [primary, shifted(TIME, 0.0, 0.1)])];
        let verdict = evaluate(&experiment, &plan, &run(&plan, [BASE, TIME]), &runs).unwrap();
        assert!(!verdict.definition_hash.is_empty() && !verdict.data_hash.is_empty());
        assert_eq!(verdict.engine_version, env!("CARGO_PKG_VERSION"));
        verdict.variants[0].ship_rates.clone().unwrap()
    };
    let large = judged(shifted(BASE, 0.05, 0.01));
    // A two-sided test at 0.05 takes a change that does nothing in about 0.025 of tries; 400 tries, 3.5 errors.
    assert!(large.wrong_ship <= 0.025 + 3.5 * (0.025_f64 * 0.975 / 400.0).sqrt(), "{large:?}");
    assert!(large.right_ship > 0.95 && (large.expected - 0.05).abs() < 1e-12, "{large:?}");
    let small = judged(shifted(BASE, 0.002, 0.01));
    assert!(small.right_ship < large.right_ship, "{small:?}");
}
