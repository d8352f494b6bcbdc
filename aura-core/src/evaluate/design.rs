//! The experiment before any data: which variants, which metrics, which rule.

use crate::domain::experiment::{DecisionRule, EXPERIMENT_SCHEMA_VERSION, Experiment, Variant};
use crate::domain::id::ExperimentId;
use crate::domain::metric::{Measure, Metric, MetricRole};
use crate::domain::plan::Plan;
use crate::domain::provenance::Origin;
use crate::domain::quantity::Unit;
use crate::domain::scenario::Scenario;
use crate::domain::version::{content_hash, version_of};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

/// The part of the wished change that counts as worth having where nobody says otherwise.
const WORTHWHILE_PART: f64 = 0.1;

/// The smallest worthwhile change of a share where nothing is wished for: half a percentage point.
const WORTHWHILE_SHARE: f64 = 0.005;

/// Designs a comparison of a plan with variants of it.
///
/// All metrics of the plan take part; the first primary one decides. Where no rule is given, the smallest
/// worthwhile change is a tenth of the change that the success criterion asks for, or half a percentage point
/// for shares without one, or any change at all; the origin of the rule says which.
///
/// # Errors
/// `invalid_experiment` where there is no variant, no primary metric, fewer than two replications, or a rule out
/// of range; `limit_size` for too many variants or metrics.
pub fn design(
    plan: &Plan,
    variants: Vec<Variant>,
    scenario: &Scenario,
    rule: Option<DecisionRule>,
) -> Result<Experiment> {
    let limits = Limits::default();
    Limits::check_count("variants", variants.len(), limits.variants)?;
    Limits::check_count("metrics", plan.metrics.len(), limits.metrics)?;
    if variants.is_empty() {
        return Err(Error::new(ErrorCode::InvalidExperiment, "there is no variant to compare the plan with")
            .with_hint("give an edit, for example `remove the account step`"));
    }
    if scenario.replications < 2 {
        return Err(Error::new(ErrorCode::InvalidExperiment, "a comparison needs at least 2 replications")
            .with_context("replications", scenario.replications));
    }
    let primary = primary_metric(plan)?;
    let rule = rule.unwrap_or_else(|| default_rule(primary));
    check_rule(&rule)?;
    let mut experiment = Experiment {
        schema_version: EXPERIMENT_SCHEMA_VERSION,
        id: ExperimentId::named("unnamed"),
        title: format!("{}: {}", plan.title, titles(&variants)),
        plan: plan.id.clone(),
        plan_version: version_of(plan)?,
        variants,
        metrics: plan.metrics.iter().map(|metric| metric.id.clone()).collect(),
        rule,
        scenario: scenario.clone(),
    };
    experiment.id = ExperimentId::named(&content_hash(&experiment)?);
    Ok(experiment)
}

/// The metric that decides.
pub(super) fn primary_metric(plan: &Plan) -> Result<&Metric> {
    let is_decisive =
        |metric: &&Metric| metric.role == MetricRole::Primary && metric.measure != Measure::RealUse;
    plan.metrics.iter().find(is_decisive).ok_or_else(|| {
        Error::new(ErrorCode::InvalidExperiment, "the plan has no primary metric that a run can measure")
            .with_hint(
                "say in the goal what should go up or down, for example `raise completion from 60 % to 70 %`",
            )
    })
}

fn default_rule(primary: &Metric) -> DecisionRule {
    let wished = primary.baseline.as_ref().zip(primary.target.as_ref()).and_then(|(baseline, target)| {
        (baseline.unit == target.unit).then(|| (target.amount - baseline.amount).abs())
    });
    let (smallest_worthwhile, reason) = match (wished, &primary.unit) {
        (Some(change), _) if change > 0.0 => (
            change * WORTHWHILE_PART,
            "a tenth of the wished change is taken as the smallest one worth having",
        ),
        (_, Unit::Share) => {
            (WORTHWHILE_SHARE, "half a percentage point is taken as the smallest change worth having")
        }
        _ => (0.0, "no smallest worthwhile change was given, so any change counts"),
    };
    DecisionRule { smallest_worthwhile, origin: Origin::assumed(reason), ..DecisionRule::default() }
}

fn check_rule(rule: &DecisionRule) -> Result<()> {
    let fault = if !(rule.confidence > 0.5 && rule.confidence < 1.0) {
        "the confidence is not between 0.5 and 1"
    } else if !(rule.smallest_worthwhile.is_finite() && rule.smallest_worthwhile >= 0.0) {
        "the smallest worthwhile change is not a number of 0 or more"
    } else if !(rule.guardrail_margin.is_finite() && rule.guardrail_margin >= 0.0) {
        "the guardrail margin is not a number of 0 or more"
    } else {
        return Ok(());
    };
    Err(Error::new(ErrorCode::InvalidExperiment, fault))
}

fn titles(variants: &[Variant]) -> String {
    variants.iter().map(|variant| variant.title.as_str()).collect::<Vec<_>>().join(", ")
}
