//! From runs to the verdict.

use crate::domain::experiment::{
    Comparison, Decision, EXPERIMENT_SCHEMA_VERSION, Experiment, Variant, VariantVerdict, Verdict,
};
use crate::domain::id::VerdictId;
use crate::domain::metric::Metric;
use crate::domain::plan::Plan;
use crate::domain::run::Run;
use crate::domain::version::content_hash;
use crate::error::{Error, ErrorCode, Result};

use super::comparison::{compare, gain};
use super::design::primary_metric;
use super::rule::decide;
use super::ship_rates::{Tried, ship_rates};

/// Makes the verdict of an experiment from the run of the plan and one run for each variant, in order.
///
/// The intervals of the primary metric share the error among the variants (Bonferroni), so that the chance of
/// shipping any variant by luck stays at `1 - confidence`. Guardrails need no sharing: each of them must hold.
///
/// # Errors
/// `invalid_experiment` where runs and variants do not fit each other, or the primary metric was measured in
/// fewer than two pairs of replications.
pub fn evaluate(experiment: &Experiment, plan: &Plan, control: &Run, variants: &[Run]) -> Result<Verdict> {
    if variants.len() != experiment.variants.len() {
        return Err(Error::new(
            ErrorCode::InvalidExperiment,
            format!("{} variants need as many runs, {} came", experiment.variants.len(), variants.len()),
        ));
    }
    if control.scenario.seed != experiment.scenario.seed || control.plan_version != experiment.plan_version {
        return Err(Error::new(
            ErrorCode::InvalidExperiment,
            "the control run is not a run of this experiment",
        ));
    }
    let primary = primary_metric(plan)?;
    let mut verdicts = Vec::with_capacity(variants.len());
    for (variant, run) in experiment.variants.iter().zip(variants) {
        verdicts.push(judge(experiment, plan, primary, control, variant, run)?);
    }
    let recommended = best(&verdicts, primary);
    let mut verdict = Verdict {
        schema_version: EXPERIMENT_SCHEMA_VERSION,
        id: VerdictId::named("unnamed"),
        experiment: experiment.clone(),
        is_simulated: true,
        control_run: control.id.clone(),
        variants: verdicts,
        recommended,
        definition_hash: content_hash(experiment)?,
        data_hash: data_hash(control, variants)?,
        engine_version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    verdict.id = VerdictId::named(&content_hash(&verdict)?);
    Ok(verdict)
}

fn judge(
    experiment: &Experiment,
    plan: &Plan,
    primary: &Metric,
    control: &Run,
    variant: &Variant,
    run: &Run,
) -> Result<VariantVerdict> {
    let rule = &experiment.rule;
    let shared = 1.0 - (1.0 - rule.confidence) / experiment.variants.len().max(1) as f64;
    let mut comparisons = Vec::new();
    for metric in plan.metrics.iter().filter(|metric| experiment.metrics.contains(&metric.id)) {
        let confidence = if metric.id == primary.id { shared } else { rule.confidence };
        comparisons.extend(compare(metric, rule, confidence, control, run)?);
    }
    let decisive =
        comparisons.iter().find(|comparison| comparison.metric == primary.id).ok_or_else(|| {
            Error::new(
                ErrorCode::InvalidExperiment,
                format!("`{}` was measured in fewer than two pairs of replications", primary.title),
            )
            .with_hint("run more cases, or choose a metric that more cases reach")
        })?;
    let ruling = decide(decisive, &comparisons, rule);
    Ok(VariantVerdict {
        variant: variant.id.clone(),
        run: run.id.clone(),
        decision: ruling.decision,
        reasons: ruling.reasons,
        would_change: ruling.would_change,
        ship_rates: ship_rates(&Tried { experiment, plan, primary, control, run, confidence: shared })?,
        comparisons,
    })
}

/// Hash of what the runs measured: replication by replication, in the order of the runs.
fn data_hash(control: &Run, variants: &[Run]) -> Result<String> {
    let runs: Vec<_> =
        std::iter::once(control).chain(variants).map(|run| (&run.digest, &run.metrics)).collect();
    content_hash(&runs)
}

/// Of the variants to ship, the one whose gain is surely the largest.
fn best(verdicts: &[VariantVerdict], primary: &Metric) -> Option<crate::domain::id::VariantId> {
    let sure_gain = |verdict: &VariantVerdict| -> f64 {
        let decisive: Option<&Comparison> =
            verdict.comparisons.iter().find(|comparison| comparison.metric == primary.id);
        decisive.map_or(f64::NEG_INFINITY, |comparison| gain(comparison).0)
    };
    let mut winner: Option<&VariantVerdict> = None;
    for verdict in verdicts.iter().filter(|verdict| verdict.decision == Decision::Ship) {
        if winner.is_none_or(|present| sure_gain(verdict) > sure_gain(present)) {
            winner = Some(verdict);
        }
    }
    winner.map(|verdict| verdict.variant.clone())
}
