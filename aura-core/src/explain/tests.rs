use serde_json::Value;

use super::*;
use crate::domain::experiment::{
    Comparison, ComparisonReading, Decision, DecisionRule, EXPERIMENT_SCHEMA_VERSION, Experiment, Variant,
    VariantVerdict,
};
use crate::domain::id::{ExperimentId, MetricId, RunId, VariantId, VerdictId};
use crate::domain::metric::{Direction, MetricRole};
use crate::domain::quantity::Unit;
use crate::plan::sample::guest_checkout;
use crate::progress::Control;
use crate::random::Seed;
use crate::simulate::{InfluenceOptions, SensitivityOptions, Study, default_scenario, simulate};

/// A plan with a run, a sensitivity and a verdict about it.
struct Told {
    plan: Plan,
    run: Run,
    sensitivity: Sensitivity,
    influence: Influence,
    verdict: Verdict,
}

impl Told {
    fn new(plan: Plan, cases: u64) -> Self {
        let scenario = default_scenario(&plan, Seed(7), cases).unwrap();
        let run = simulate(&plan, &scenario, &Control::default()).unwrap().run;
        let metric = plan.metrics[0].id.clone();
        let sensitivity = crate::simulate::sensitivity(
            &plan,
            &scenario,
            &metric,
            &SensitivityOptions::default(),
            &Control::default(),
        )
        .unwrap();
        let options =
            InfluenceOptions { cases: 60, trajectories: 3, samples: 16, ..InfluenceOptions::default() };
        let study = Study::new(&plan, &scenario, &metric, &options).unwrap();
        let influence = study.run(&Control::default()).unwrap();
        let verdict = verdict(&plan, &run, metric, (0.04, 0.03, 0.05), Decision::Ship);
        Told { plan, run, sensitivity, influence, verdict }
    }

    fn input(&self) -> ExplainInput<'_> {
        ExplainInput {
            run: Some(&self.run),
            sensitivity: Some(&self.sensitivity),
            influence: Some(&self.influence),
            verdict: Some(&self.verdict),
            ..ExplainInput::new(&self.plan)
        }
    }
}

fn verdict(
    plan: &Plan,
    run: &Run,
    metric: MetricId,
    (difference, low, high): (f64, f64, f64),
    decision: Decision,
) -> Verdict {
    let variant = VariantId::named("merged");
    let reading = if low > 0.0 { ComparisonReading::Better } else { ComparisonReading::Unclear };
    let comparison = Comparison {
        metric: metric.clone(),
        title: "checkout completion".to_owned(),
        unit: Unit::Share,
        role: MetricRole::Primary,
        direction: Direction::Increase,
        control: 0.801_2,
        variant: 0.801_2 + difference,
        difference,
        low,
        high,
        p_value: 0.01,
        pairs: 20,
        reading,
    };
    let judged = VariantVerdict {
        variant: variant.clone(),
        run: RunId::named("variant"),
        decision,
        reasons: vec!["it is better".to_owned()],
        would_change: "a smaller gain would change this".to_owned(),
        comparisons: vec![comparison],
        ship_rates: None,
    };
    Verdict {
        schema_version: EXPERIMENT_SCHEMA_VERSION,
        id: VerdictId::named("v1"),
        experiment: Experiment {
            schema_version: EXPERIMENT_SCHEMA_VERSION,
            id: ExperimentId::named("e1"),
            title: "One screen".to_owned(),
            plan: plan.id.clone(),
            plan_version: run.plan_version.clone(),
            variants: vec![Variant {
                id: variant.clone(),
                title: "details and payment on 1 screen".to_owned(),
                operations: Vec::new(),
                overrides: std::collections::BTreeMap::new(),
            }],
            metrics: vec![metric],
            rule: DecisionRule::default(),
            scenario: run.scenario.clone(),
        },
        is_simulated: true,
        control_run: run.id.clone(),
        definition_hash: String::new(),
        data_hash: String::new(),
        engine_version: String::new(),
        recommended: (decision == Decision::Ship).then_some(variant),
        variants: vec![judged],
    }
}

/// The documents by the names that evidence uses.
fn documents(told: &Told) -> Vec<(String, Value)> {
    vec![
        (told.plan.id.to_string(), serde_json::to_value(&told.plan).unwrap()),
        (told.run.id.to_string(), serde_json::to_value(&told.run).unwrap()),
        ("sensitivity".to_owned(), serde_json::to_value(&told.sensitivity).unwrap()),
        ("influence".to_owned(), serde_json::to_value(&told.influence).unwrap()),
        (told.verdict.id.to_string(), serde_json::to_value(&told.verdict).unwrap()),
    ]
}

/// Reads a figure from the documents by its evidence, without any code of the explanations.
fn derive(documents: &[(String, Value)], evidence: &str) -> f64 {
    if let Some((above, below)) = evidence.split_once(" ÷ ") {
        return derive(documents, above) / derive(documents, below);
    }
    let (document, rest) = evidence.split_once('/').unwrap();
    let (_, value) = documents.iter().find(|(id, _)| id == document).unwrap_or_else(|| panic!("{evidence}"));
    let (path, filter) = match rest.split_once('[') {
        Some((path, filter)) => (path, Some(filter.trim_end_matches(']').split_once('=').unwrap())),
        None => (rest, None),
    };
    let found = value.pointer(&format!("/{path}")).unwrap_or_else(|| panic!("nothing at {evidence}"));
    match (found, filter) {
        (Value::Array(items), Some((field, wanted))) => {
            let pointer = format!("/{}", field.replace('.', "/"));
            items.iter().filter(|item| item.pointer(&pointer).and_then(Value::as_str) == Some(wanted)).count()
                as f64
        }
        (Value::Array(items), None) => items.len() as f64,
        (number, _) => number.as_f64().unwrap_or_else(|| panic!("no number at {evidence}")),
    }
}

/// The number that a shown figure says, with half the place of its last digit that is not a closing zero.
fn shown_number(shown: &str) -> (f64, f64) {
    let digits: String = shown.chars().filter(|one| one.is_ascii_digit() || *one == '.').collect();
    let number: f64 = digits.parse().unwrap_or_else(|_| panic!("no number in `{shown}`"));
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len()) as i32;
    let mut place = 1.0;
    (0..decimals).for_each(|_| place /= 10.0);
    if decimals == 0 {
        let zeros = digits.len() - digits.trim_end_matches('0').len();
        (0..zeros.min(digits.len() - 1)).for_each(|_| place *= 10.0);
    }
    (number, place / 2.0)
}

fn unit_size(shown: &str, unit: &Unit) -> f64 {
    match unit {
        Unit::Share => 0.01,
        Unit::Milliseconds => {
            let sizes =
                [("day", 864e5), ("hour", 36e5), ("minute", 6e4), ("millisecond", 1.0), ("second", 1e3)];
            sizes.iter().find(|(noun, _)| shown.contains(noun)).unwrap().1
        }
        _ => 1.0,
    }
}

/// Every figure outside quotation marks must be a fact, and every fact must be what its evidence says.
fn check_figures(told: &Told, explanation: &Explanation) {
    let documents = documents(told);
    for insight in &explanation.insights {
        for fact in &insight.facts {
            let derived = derive(&documents, &fact.evidence);
            assert!(
                (derived - fact.value.amount).abs() <= 1e-12 * derived.abs().max(1.0),
                "{fact:?}: {derived}"
            );
            let (number, half) = shown_number(&fact.shown);
            let size = unit_size(&fact.shown, &fact.value.unit);
            assert!((derived.abs() / size - number).abs() <= half + 1e-9, "{fact:?} is {derived}");
        }
        let mut rest = without_quotes(&format!("{} {}", insight.headline, insight.text));
        let mut shown: Vec<&str> = insight.facts.iter().map(|fact| fact.shown.as_str()).collect();
        shown.sort_by_key(|shown| std::cmp::Reverse(shown.len()));
        for shown in shown {
            rest = rest.replace(shown, "#");
        }
        assert!(!rest.contains(|one: char| one.is_ascii_digit()), "a figure without a fact: {rest}");
    }
    let summary = without_quotes(&explanation.summary);
    let mut rest = summary.clone();
    let mut shown: Vec<&str> = explanation
        .insights
        .iter()
        .flat_map(|insight| &insight.facts)
        .map(|fact| fact.shown.as_str())
        .collect();
    shown.sort_by_key(|shown| std::cmp::Reverse(shown.len()));
    for shown in shown {
        rest = rest.replace(shown, "#");
    }
    assert!(!rest.contains(|one: char| one.is_ascii_digit()), "a figure without a fact: {summary}");
}

fn without_quotes(text: &str) -> String {
    let mut depth = 0;
    let mut plain = String::new();
    for one in text.chars() {
        match one {
            '“' => depth += 1,
            '”' => depth -= 1,
            _ if depth == 0 => plain.push(one),
            _ => {}
        }
    }
    plain
}

/// Every suggestion must be one clear change for the editor, and one that it can make.
fn check_suggestions(told: &Told, explanation: &Explanation) {
    for suggestion in explanation.insights.iter().filter_map(|insight| insight.suggestion.as_deref()) {
        let reading = crate::plan::edit::read(&told.plan, suggestion).unwrap();
        let crate::domain::edit::EditReading::Understood(choice) = reading else {
            panic!("`{suggestion}` is read as {reading:?}");
        };
        crate::plan::edit::apply(&told.plan, &choice.operations).unwrap();
    }
}

/// Words that people without statistics stumble over.
const JARGON: [&str; 14] = [
    "confidence",
    "interval",
    "significan",
    "p-value",
    "variance",
    "deviation",
    "percentile",
    "quantile",
    "hypothesis",
    "sample",
    "distribution",
    "replication",
    "guardrail",
    "probability",
];

#[test]
fn every_figure_of_the_sample_is_read_from_a_document() {
    let told = Told::new(guest_checkout().unwrap(), 4_000);
    let explanation = explain(&told.input()).unwrap();
    check_figures(&told, &explanation);
    check_suggestions(&told, &explanation);
}

#[test]
fn texts_are_plain() {
    let told = Told::new(guest_checkout().unwrap(), 2_000);
    let explanation = explain(&told.input()).unwrap();
    assert!(explanation.reading_grade <= 8.0, "{}", explanation.reading_grade);
    assert!(explanation.summary.contains("simulated"));
    let sentences = explanation.summary.matches(". ").count() + 1;
    assert!((2..=4).contains(&sentences), "{}", explanation.summary);
    for insight in &explanation.insights {
        let whole = format!("{} {}", insight.headline, insight.text).to_lowercase();
        for word in JARGON {
            assert!(!whole.contains(word), "`{word}` in: {whole}");
        }
        for slip in [" 1 cases", " 1 steps", " 1 times", "  ", "..", " ,", "NaN", "inf%"] {
            assert!(!whole.contains(slip), "`{slip}` in: {whole}");
        }
    }
    let again = explain(&told.input()).unwrap();
    assert_eq!(again, explanation, "the same documents must give the same text");
    let kinds = [
        InsightKind::WhyThisPlan,
        InsightKind::WhatHappened,
        InsightKind::WhatFailed,
        InsightKind::WhatNext,
        InsightKind::WhatMatters,
        InsightKind::Comparison,
        InsightKind::Risk,
    ];
    for kind in kinds {
        assert!(explanation.insights.iter().any(|insight| insight.kind == kind), "nothing of {kind:?}");
    }
}

#[test]
fn small_and_odd_runs_are_told_right() {
    for cases in [1, 2, 37] {
        let told = Told::new(guest_checkout().unwrap(), cases);
        let explanation = explain(&told.input()).unwrap();
        check_figures(&told, &explanation);
        if cases == 1 {
            let happened = explanation.insights.iter().find(|one| one.text.contains("We ran")).unwrap();
            assert!(happened.text.starts_with("We ran 1 simulated case."), "{}", happened.text);
        }
    }
    let mut empty = Told::new(guest_checkout().unwrap(), 10);
    empty.run.cases = 0;
    let explanation = explain(&empty.input()).unwrap();
    assert_eq!(explanation.insights[0].headline, "No case came to an end");
}

#[test]
fn each_decision_has_its_words() {
    let mut told = Told::new(guest_checkout().unwrap(), 100);
    let metric = told.plan.metrics[0].id.clone();
    let mut check = |change: (f64, f64, f64), decision: Decision, expect: [&str; 2]| {
        told.verdict = verdict(&told.plan, &told.run, metric.clone(), change, decision);
        let explanation = explain(&told.input()).unwrap();
        check_figures(&told, &explanation);
        let said =
            explanation.insights.iter().find(|insight| insight.kind == InsightKind::Comparison).unwrap();
        for words in expect {
            assert!(format!("{}. {}", said.headline, said.text).contains(words), "{words}: {said:?}");
        }
    };
    check(
        (0.04, 0.03, 0.05),
        Decision::Ship,
        ["is worth taking", "up by 4 points, and most likely by 3 points"],
    );
    check(
        (-0.04, -0.05, -0.03),
        Decision::Stop,
        ["does harm", "down by 4 points, and most likely by 3 points to 5"],
    );
    check(
        (0.01, -0.02, 0.04),
        Decision::Extend,
        ["not clear yet", "anything from 2 points down to 4 points up"],
    );
    check((0.0, -0.001, 0.001), Decision::NoDifference, ["no real difference", "do not differ"]);
    check((-0.02, -0.04, 0.0), Decision::Keep, ["is not worth making", "stay with the plan"]);
}

#[test]
fn documents_of_other_plans_are_refused() {
    let mut told = Told::new(guest_checkout().unwrap(), 10);
    told.run.plan = crate::domain::id::PlanId::named("other");
    assert_eq!(explain(&told.input()).unwrap_err().code(), ErrorCode::Conflict);
}

#[test]
fn a_step_that_nobody_needs_is_proposed_for_removal() {
    use crate::domain::actor::ActorKind;
    use crate::domain::plan::Outcome;
    use crate::plan::build::{FieldBuilder, PlanBuilder};
    let mut plan = PlanBuilder::new("Order", "Sell things");
    let shopper = plan.actor("shopper", ActorKind::Customer);
    let shop = plan.actor("shop", ActorKind::Staff);
    let account = plan.data("account", "An account.", vec![FieldBuilder::email("Email").build()]);
    let order = plan.data("order", "An order.", vec![FieldBuilder::integer("Items", 1, 9, 1).build()]);
    let start = plan.start("A shopper comes");
    let register =
        plan.step("Create an account", &shopper).produces(&account).takes(60_000.0).gives_up(0.3).add();
    let choose = plan.step("Choose the items", &shopper).produces(&order).takes(60_000.0).gives_up(0.1).add();
    let pack = plan.step("Pack the items", &shop).needs(&order).takes(400_000.0).add();
    let bill = plan.step("Write the bill", &shopper).needs(&order).takes(300_000.0).add();
    let end = plan.end("Sold", Outcome::GoalReached);
    plan.chain(&[&start, &register, &choose, &pack, &bill, &end]);
    let completion = crate::domain::metric::Measure::OutcomeShare(crate::domain::metric::OutcomeMeasure {
        outcome: Outcome::GoalReached,
    });
    plan.metric("orders", completion, Unit::Share, Direction::Increase, MetricRole::Primary);
    let told = Told::new(plan.build().unwrap(), 1_000);
    let explanation = explain(&told.input()).unwrap();
    check_figures(&told, &explanation);
    check_suggestions(&told, &explanation);
    let proposed: Vec<&str> =
        explanation.insights.iter().filter_map(|insight| insight.suggestion.as_deref()).collect();
    assert!(proposed.contains(&"Remove step 1"), "{proposed:?}");
    assert!(proposed.contains(&"Do step 3 and step 4 at the same time"), "{proposed:?}");
    let without_run = explain(&ExplainInput::new(&told.plan)).unwrap();
    assert!(
        without_run.insights.iter().any(|insight| insight.suggestion.as_deref() == Some("Remove step 1"))
    );
}

#[test]
fn what_the_scenario_lets_go_wrong_is_told() {
    let mut told = Told::new(guest_checkout().unwrap(), 1_000);
    let mishaps = crate::domain::scenario::Mishaps { answer_lost: 0.3, ..Default::default() };
    let scenario = crate::domain::scenario::Scenario { mishaps, ..told.run.scenario.clone() };
    assert!(
        !explain(&told.input())
            .unwrap()
            .insights
            .iter()
            .any(|insight| insight.headline.contains("lets data"))
    );
    told.run = simulate(&told.plan, &scenario, &Control::default()).unwrap().run;
    let explanation = explain(&told.input()).unwrap();
    check_figures(&told, &explanation);
    let insight = explanation.insights.iter().find(|insight| insight.headline.contains("lets data")).unwrap();
    assert!(insight.text.contains("the answer was lost after the call took effect ("), "{}", insight.text);
}
