//! What a statement must say before any data are looked at.

use crate::domain::live::{LiveExperiment, LiveMeasure, LiveMetric};
use crate::domain::metric::MetricRole;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

/// Checks a statement: at least two arms, a primary metric, legal numbers.
///
/// # Errors
/// `invalid_experiment` with what is wrong and what would be right; `limit_size` for too many arms or metrics.
pub fn check_design(experiment: &LiveExperiment) -> Result<()> {
    let limits = Limits::default();
    Limits::check_count("arms", experiment.arms.len(), limits.variants)?;
    Limits::check_count("metrics", experiment.metrics.len(), limits.metrics)?;
    if experiment.arms.len() < 2 {
        return Err(wrong("a test needs a control and at least one other arm")
            .with_hint("list the arms in `arms`; the first one is the control"));
    }
    for (index, arm) in experiment.arms.iter().enumerate() {
        if !(arm.weight.is_finite() && arm.weight > 0.0) {
            return Err(wrong(format!("the share of `{}` must be above 0, not `{}`", arm.name, arm.weight)));
        }
        if experiment.arms.iter().take(index).any(|other| other.name == arm.name) {
            return Err(wrong(format!("two arms are called `{}`", arm.name)));
        }
    }
    if !experiment.metrics.iter().any(|metric| metric.role == MetricRole::Primary) {
        return Err(wrong("no metric is primary, so nothing can decide")
            .with_hint("give the metric that decides the role `primary`"));
    }
    for (index, metric) in experiment.metrics.iter().enumerate() {
        if experiment.metrics.iter().take(index).any(|other| other.id == metric.id) {
            return Err(wrong(format!("two metrics are called `{}`", metric.id)));
        }
        check_metric(metric)?;
    }
    let rule = &experiment.rule;
    if !(rule.confidence > 0.5 && rule.confidence < 1.0) {
        return Err(wrong(format!("the confidence must lie between 0.5 and 1, not `{}`", rule.confidence)));
    }
    for (name, value) in
        [("smallest_worthwhile", rule.smallest_worthwhile), ("guardrail_margin", rule.guardrail_margin)]
    {
        if !(value.is_finite() && value >= 0.0) {
            return Err(wrong(format!("`{name}` must be 0 or above, not `{value}`")));
        }
    }
    let needs_margin = experiment.metrics.iter().any(|metric| metric.role == MetricRole::Guardrail);
    if needs_margin && rule.guardrail_margin == 0.0 {
        return Err(wrong("a guardrail needs a margin above 0: how much worse it may get")
            .with_hint("without a margin, `not surely worse` would pass for `not worse`"));
    }
    Ok(())
}

fn check_metric(metric: &LiveMetric) -> Result<()> {
    if let LiveMeasure::Quantile(quantile) = &metric.measure
        && !(quantile.probability > 0.0 && quantile.probability < 1.0)
    {
        let message = format!(
            "the quantile of `{}` must lie between 0 and 1, not `{}`",
            metric.title, quantile.probability
        );
        return Err(wrong(message).with_hint("the middle value is 0.5"));
    }
    if metric.cap.is_some_and(|cap| !cap.is_finite()) {
        return Err(wrong(format!("the cap of `{}` is not a number", metric.title)));
    }
    Ok(())
}

fn wrong(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::InvalidExperiment, message)
}
