//! What a statement must say before any data are looked at.

use super::belief::check_prior;
use super::recipe::{Kind, Recipe};
use crate::domain::live::{ArmAdjustment, CombinedMeasure, LiveExperiment, LiveMeasure, LiveMetric, RowKind};
use crate::domain::metric::MetricRole;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::stats::analysis::Monitoring;
use crate::stats::prediction::MOST_COLUMNS;

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
        check_metric(experiment, metric)?;
    }
    experiment.monitoring.check()?;
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
    if experiment.arm_adjustment == Some(ArmAdjustment::Dunnett) && experiment.monitoring != Monitoring::Fixed
    {
        return Err(wrong("Dunnett's bounds are for data that are looked at once").with_hint(
            "state `bonferroni` as `arm_adjustment`, or leave it away, where there are several looks",
        ));
    }
    let needs_margin = experiment.metrics.iter().any(|metric| metric.role == MetricRole::Guardrail);
    if needs_margin && rule.guardrail_margin == 0.0 {
        return Err(wrong("a guardrail needs a margin above 0: how much worse it may get")
            .with_hint("without a margin, `not surely worse` would pass for `not worse`"));
    }
    Ok(())
}

fn check_metric(experiment: &LiveExperiment, metric: &LiveMetric) -> Result<()> {
    let title = &metric.title;
    if [metric.cap, metric.floor].into_iter().flatten().any(|limit| !limit.is_finite()) {
        return Err(wrong(format!("the cap or floor of `{title}` is not a number")));
    }
    if metric.cap.zip(metric.floor).is_some_and(|(cap, floor)| floor >= cap) {
        return Err(wrong(format!("the floor of `{title}` must lie below its cap")));
    }
    if let Some(ends) = &metric.winsorize {
        if !(ends.low >= 0.0 && ends.low < ends.high && ends.high <= 1.0) {
            let message = format!("`{title}` cannot be winsorised from `{}` to `{}`", ends.low, ends.high);
            return Err(wrong(message).with_hint("quantiles lie between 0 and 1, for example from 0 to 0.99"));
        }
        if metric.cap.is_some() || metric.floor.is_some() {
            return Err(wrong(format!("`{title}` has both a stated limit and a quantile as limit"))
                .with_hint("state `cap` and `floor`, or `winsorize`"));
        }
        let recipe = Recipe::of(metric);
        if recipe.scores.is_some() || matches!(recipe.kind, Kind::Share | Kind::Funnel) {
            return Err(wrong(format!("`{title}` has no outlying values to winsorise"))
                .with_hint("means, ratios, counts and composed metrics have them"));
        }
    }
    check_prior(experiment, metric)?;
    Limits::check_count("columns to learn from", metric.learned_from.len(), MOST_COLUMNS)?;
    check_measure(experiment, &metric.title, &metric.measure)?;
    match &metric.measure {
        LiveMeasure::Combined(own) => check_combined(experiment, metric, own),
        _ => Ok(()),
    }
}

/// Checks a sum or product of measures and each of its parts.
fn check_combined(experiment: &LiveExperiment, metric: &LiveMetric, own: &CombinedMeasure) -> Result<()> {
    let title = &metric.title;
    Limits::check_count("parts of a metric", own.parts.len(), Limits::default().metrics)?;
    if own.parts.is_empty() {
        return Err(wrong(format!("`{title}` is combined of nothing")));
    }
    if metric.cap.is_some() || metric.floor.is_some() || metric.winsorize.is_some() {
        return Err(wrong(format!(
            "`{title}` is combined of measures, so it has no value of a unit to limit"
        ))
        .with_hint("limit the columns before, or measure the parts as metrics of their own"));
    }
    if !metric.learned_from.is_empty() {
        return Err(wrong(format!(
            "`{title}` is combined of measures, so no value of a unit can be learned"
        ))
        .with_hint("state the columns as `covariates`"));
    }
    for part in &own.parts {
        if !part.weight.is_finite() || part.weight == 0.0 {
            return Err(wrong(format!("every weight of `{title}` must be a number beside 0")));
        }
        if matches!(part.measure, LiveMeasure::Combined(_)) {
            return Err(wrong(format!("a part of `{title}` is combined itself"))
                .with_hint("write its parts in the place of it"));
        }
        check_measure(experiment, title, &part.measure)?;
    }
    Ok(())
}

fn check_measure(experiment: &LiveExperiment, title: &str, measure: &LiveMeasure) -> Result<()> {
    match measure {
        LiveMeasure::Quantile(quantile) if !(quantile.probability > 0.0 && quantile.probability < 1.0) => {
            let message =
                format!("the quantile of `{title}` must lie between 0 and 1, not `{}`", quantile.probability);
            Err(wrong(message).with_hint("the middle value is 0.5"))
        }
        LiveMeasure::TimeToEvent(event) if !(event.limit.is_finite() && event.limit > 0.0) => {
            Err(wrong(format!("the limit of `{title}` must be above 0, not `{}`", event.limit))
                .with_hint("times count up to a limit that is stated beforehand, for example 30 days"))
        }
        LiveMeasure::TimeToEvent(_) if experiment.rows == RowKind::Nested => {
            Err(wrong(format!("`{title}` needs one row for each unit, not rows nested in units")))
        }
        LiveMeasure::Retention(kept) if kept.until_ms <= kept.from_ms => {
            Err(wrong(format!("the window of `{title}` ends before it begins")))
        }
        LiveMeasure::Retention(kept) if experiment.window_ms.is_some_and(|window| window < kept.until_ms) => {
            Err(wrong(format!("outcomes count for a shorter time than the window of `{title}`"))
                .with_hint("let `window_ms` be at least its `until_ms`, or leave it away"))
        }
        LiveMeasure::Composed(sum) if sum.parts.is_empty() => {
            Err(wrong(format!("`{title}` is composed of nothing")))
        }
        LiveMeasure::Composed(sum)
            if sum.parts.iter().any(|part| !part.weight.is_finite() || part.weight == 0.0) =>
        {
            Err(wrong(format!("every weight of `{title}` must be a number beside 0")))
        }
        _ => Ok(()),
    }
}

/// Checks that times come from where they stand: a column of a table, or the times of a log.
///
/// # Errors
/// `invalid_experiment` with the metric.
pub(super) fn check_times(experiment: &LiveExperiment, is_log: bool) -> Result<()> {
    let parts = |metric: &'_ LiveMetric| -> Vec<(String, LiveMeasure)> {
        let measures = match &metric.measure {
            LiveMeasure::Combined(own) => own.parts.iter().map(|part| part.measure.clone()).collect(),
            other => vec![other.clone()],
        };
        measures.into_iter().map(|measure| (metric.title.clone(), measure)).collect()
    };
    for (title, measure) in experiment.metrics.iter().flat_map(parts) {
        let (name, has_column) = match &measure {
            LiveMeasure::TimeToEvent(event) => ("time", event.time.is_some()),
            LiveMeasure::Retention(kept) => ("age", kept.age.is_some()),
            _ => continue,
        };
        if is_log && has_column {
            return Err(wrong(format!("`{title}` states `{name}`, but logs have times themselves"))
                .with_hint(format!("leave `{name}` away where the data are logs")));
        }
        if !is_log && !has_column {
            return Err(wrong(format!("`{title}` needs `{name}`: the column with the time of each unit"))
                .with_hint("or analyse a log of exposures and a log of outcomes, which have times"));
        }
    }
    Ok(())
}

fn wrong(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::InvalidExperiment, message)
}
