//! Success criteria as measures of a run, and the guardrails that every plan gets.

use crate::domain::id::NodeId;
use crate::domain::intent::{Comparator, SuccessCriterion};
use crate::domain::metric::{
    DeadlineMeasure, Direction, Measure, Metric, MetricRole, NodeMeasure, OutcomeMeasure, TimeMeasure,
};
use crate::domain::plan::{NodeKind, Outcome};
use crate::domain::provenance::{InferredOrigin, Origin};
use crate::domain::quantity::{Quantity, Unit};
use crate::plan::build::PlanBuilder;

use super::cast::{Cast, has_word};

pub(super) fn add(plan: &mut PlanBuilder, cast: &Cast<'_>) {
    for criterion in cast.intent.success_criteria.iter().take(20) {
        add_criterion(plan, criterion);
    }
    let has_primary = plan
        .plan()
        .metrics
        .iter()
        .any(|metric| metric.role == MetricRole::Primary && metric.measure != Measure::RealUse);
    let role = |primary: bool| if primary { MetricRole::Primary } else { MetricRole::Guardrail };
    let standard = [
        (
            "share of cases that reach the goal",
            Measure::OutcomeShare(OutcomeMeasure { outcome: Outcome::GoalReached }),
            Unit::Share,
            Direction::Increase,
            role(!has_primary),
        ),
        (
            "time until the goal is reached, 9 of 10 cases",
            Measure::CycleTime(TimeMeasure { quantile: Some(0.9), outcome: Some(Outcome::GoalReached) }),
            Unit::Milliseconds,
            Direction::Decrease,
            MetricRole::Guardrail,
        ),
        (
            "share of cases with a failure",
            Measure::FailureShare,
            Unit::Share,
            Direction::Decrease,
            MetricRole::Guardrail,
        ),
        ("cost of a case", Measure::CostPerCase, plan.money(), Direction::Decrease, MetricRole::Guardrail),
    ];
    plan.default_origin(Origin::inferred("metric.standard", "every plan is watched for this", 0.9));
    for (title, measure, unit, direction, role) in standard {
        // A guardrail of the user's does not stand in for the one metric that decides.
        let counts = |metric: &Metric| role != MetricRole::Primary || metric.role == role;
        let is_known = plan.plan().metrics.iter().any(|metric| metric.measure == measure && counts(metric));
        if !is_known {
            plan.metric(title, measure, unit, direction, role);
        }
    }
}

fn add_criterion(plan: &mut PlanBuilder, criterion: &SuccessCriterion) {
    let (measure, unit, how, confidence) = measure_of(plan, criterion);
    let title = criterion.metric.trim().to_owned();
    let title = if title.is_empty() { "success".to_owned() } else { title };
    plan.metric(&title, measure, unit.clone(), criterion.direction, criterion.role);
    let fits = |quantity: &Option<Quantity>| {
        quantity.clone().filter(|quantity| {
            quantity.unit == unit && (unit != Unit::Share || (0.0..=1.0).contains(&quantity.amount))
        })
    };
    if let Some(metric) = plan.plan_mut().metrics.last_mut() {
        metric.baseline = fits(&criterion.baseline);
        metric.target = fits(&criterion.target).or_else(|| target_of(criterion, &unit));
        metric.window_ms = criterion.window_ms;
        metric.criterion = Some(criterion.id.clone());
        metric.origin = origin_of(criterion, metric, how, confidence);
    }
}

fn origin_of(criterion: &SuccessCriterion, metric: &Metric, how: String, confidence: f64) -> Origin {
    let lost = match (&criterion.target, &metric.target) {
        (Some(_), None) => " The target has another unit and is not used.",
        _ => "",
    };
    Origin::Inferred(InferredOrigin {
        rule: "metric.from_criterion".to_owned(),
        reason: format!("{how}.{lost}"),
        quotes: criterion.origin.quotes().to_vec(),
        confidence,
    })
}

/// The target from baseline and change.
fn target_of(criterion: &SuccessCriterion, unit: &Unit) -> Option<Quantity> {
    let (baseline, change) = (criterion.baseline.as_ref()?, criterion.change.as_ref()?);
    if baseline.unit != *unit {
        return None;
    }
    let sign = match criterion.direction {
        Direction::Increase => 1.0,
        Direction::Decrease => -1.0,
        Direction::Keep => return Some(baseline.clone()),
    };
    let step =
        if change.relative { baseline.amount * change.quantity.amount } else { change.quantity.amount };
    let amount = ((baseline.amount + sign * step) * 1e9).round() / 1e9;
    Some(Quantity::new(amount.max(0.0), unit.clone()))
}

fn measure_of(plan: &PlanBuilder, criterion: &SuccessCriterion) -> (Measure, Unit, String, f64) {
    let text = criterion.metric.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| has_word(&text, word));
    let unit = unit_of(criterion);
    let is_share = matches!(unit, None | Some(Unit::Share));
    let is_time = unit == Some(Unit::Milliseconds)
        || (unit.is_none()
            && has(&[
                "time", "duration", "wait", "delay", "minutes", "hours", "days", "speed", "fast", "faster",
            ]));
    if is_time {
        return time_measure(&text);
    }
    if matches!(unit, Some(Unit::Money(_))) || (unit.is_none() && has(&["cost", "spend", "price", "money"])) {
        let unit = unit.unwrap_or_else(|| plan.money());
        return (Measure::CostPerCase, unit, "measured as what a case costs in the run".to_owned(), 0.6);
    }
    if is_share && let Some(found) = share_measure(&text, criterion) {
        return found;
    }
    if let Some((node, title)) = step_in(plan, &text) {
        let near = format!("stands near it: the share of cases that come to \"{title}\"");
        return (Measure::ReachedShare(NodeMeasure { node }), Unit::Share, near, 0.5);
    }
    real_use(unit)
}

/// What a time is measured as.
fn time_measure(text: &str) -> (Measure, Unit, String, f64) {
    let has = |words: &[&str]| words.iter().any(|word| has_word(text, word));

    let quantile = quantile_of(text);
    let outcome = Some(Outcome::GoalReached);
    let which = quantile
        .map_or("on average".to_owned(), |quantile| format!("at the {:.0} % quantile", quantile * 100.0));
    if has(&["wait", "waiting", "queue", "delay"]) {
        (
            Measure::WaitingTime(TimeMeasure { quantile, outcome: None }),
            Unit::Milliseconds,
            format!("measured as the time that a case waits, {which}"),
            0.8,
        )
    } else if has(&["effort", "handling", "work", "working"]) {
        (
            Measure::WorkingTime(TimeMeasure { quantile, outcome: None }),
            Unit::Milliseconds,
            format!("measured as the work in a case, {which}"),
            0.7,
        )
    } else {
        (
            Measure::CycleTime(TimeMeasure { quantile, outcome }),
            Unit::Milliseconds,
            format!("measured from start to goal, {which}"),
            0.8,
        )
    }
}

/// What a share is measured as, where its words say so.
fn share_measure(text: &str, criterion: &SuccessCriterion) -> Option<(Measure, Unit, String, f64)> {
    let has = |words: &[&str]| words.iter().any(|word| has_word(text, word));
    let outcome = |outcome: Outcome| Measure::OutcomeShare(OutcomeMeasure { outcome });

    if let Some(window) = deadline(criterion).filter(|_| has(&["within", "under", "longer"])) {
        let measure =
            Measure::WithinTime(DeadlineMeasure { outcome: Outcome::GoalReached, within_ms: window });
        return Some((
            measure,
            Unit::Share,
            "measured as the share that reaches the goal in that time".to_owned(),
            0.7,
        ));
    }
    if has(&["abandon", "abandonment", "drop", "drop-off", "leave", "bounce", "give up", "no-show", "churn"])
    {
        return Some((
            outcome(Outcome::Abandoned),
            Unit::Share,
            "measured as the share that gives up".to_owned(),
            0.7,
        ));
    }
    if has(&["reject", "rejected", "refused", "declined", "sent back", "banned", "refusal"]) {
        return Some((
            outcome(Outcome::Refused),
            Unit::Share,
            "measured as the share that is refused".to_owned(),
            0.7,
        ));
    }
    if has(&["complaint", "complaints", "fraud", "contact", "contacts", "support", "satisfaction", "nps"]) {
        return Some(real_use(unit_of(criterion)));
    }
    if has(&["error", "failure", "fail", "wrong", "mistake"]) && criterion.direction != Direction::Increase {
        return Some((
            Measure::FailureShare,
            Unit::Share,
            "stands near it: the share of cases in which something fails".to_owned(),
            0.4,
        ));
    }
    if has(&[
        "completion",
        "conversion",
        "complete",
        "finish",
        "success",
        "booked",
        "sign-up",
        "signup",
        "activation",
        "solved",
    ]) {
        return Some((
            outcome(Outcome::GoalReached),
            Unit::Share,
            "measured as the share that reaches the goal".to_owned(),
            0.8,
        ));
    }
    None
}

/// The unit in which the criterion gives its figures.
fn unit_of(criterion: &SuccessCriterion) -> Option<Unit> {
    criterion.target.as_ref().or(criterion.baseline.as_ref()).map(|quantity| quantity.unit.clone())
}

/// A criterion that nothing in a plan stands for. It is kept for live measurement and never simulated.
fn real_use(unit: Option<Unit>) -> (Measure, Unit, String, f64) {
    let how = "only real use can show this; nothing in a run stands for it".to_owned();
    (Measure::RealUse, unit.unwrap_or(Unit::Share), how, 0.8)
}

fn deadline(criterion: &SuccessCriterion) -> Option<u64> {
    criterion.window_ms.filter(|window| *window > 0 && *window < 14 * 86_400_000)
}

/// The quantile that words such as `median` or `p95` name.
fn quantile_of(text: &str) -> Option<f64> {
    if has_word(text, "median") || has_word(text, "p50") {
        return Some(0.5);
    }
    [("p75", 0.75), ("p80", 0.8), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99)]
        .iter()
        .find(|(word, _)| has_word(text, word))
        .map(|(_, quantile)| *quantile)
}

/// The step whose title shares most words with a text.
pub(super) fn step_in(plan: &PlanBuilder, text: &str) -> Option<(NodeId, String)> {
    let mut best: Option<(usize, &crate::domain::plan::Node)> = None;
    for node in plan.plan().nodes.iter().filter(|node| matches!(node.kind, NodeKind::Step(_))) {
        let shared = content_words(&node.title).filter(|word| has_word(text, word)).count();
        if shared >= 2 && best.is_none_or(|(most, _)| shared > most) {
            best = Some((shared, node));
        }
    }
    best.map(|(_, node)| (node.id.clone(), node.title.clone()))
}

/// Words of at least four letters, in lower case, without the most common ones.
pub(super) fn content_words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|character: char| !character.is_alphanumeric()).map(str::to_lowercase).filter(|word| {
        word.chars().count() > 3
            && !matches!(
                word.as_str(),
                "with"
                    | "from"
                    | "that"
                    | "this"
                    | "their"
                    | "them"
                    | "then"
                    | "into"
                    | "have"
                    | "when"
                    | "what"
                    | "whether"
            )
    })
}

/// Whether an amount limits from above.
pub(super) fn is_upper(comparator: Comparator) -> bool {
    matches!(comparator, Comparator::Below | Comparator::AtMost)
}
