//! What is believed of a metric after the data, where a belief was stated before them.

use super::words;
use crate::domain::experiment::Comparison;
use crate::domain::live::{
    BeliefInterval, DifferencePrior, LiveBelief, LiveExperiment, LiveMeasure, LiveMetric, Prior, RowKind,
    SharePrior,
};
use crate::domain::metric::Direction;
use crate::error::{Error, ErrorCode, Result};
use crate::stats::analysis::{AnalysisData, Term};
use crate::stats::bayes::{NormalBelief, ProportionBelief, compare_proportions};
use crate::stats::hypothesis::{Interval, Share};
use crate::stats::joint::JointMoments;

/// Refuses a belief that is not proper, or that does not fit its metric.
///
/// # Errors
/// `invalid_experiment` with what is wrong.
pub(super) fn check_prior(experiment: &LiveExperiment, metric: &LiveMetric) -> Result<()> {
    let title = &metric.title;
    let wrong = |what: &str, hint: &str| {
        let message = format!("what was believed of `{title}` {what}");
        Err(Error::new(ErrorCode::InvalidExperiment, message).with_hint(hint))
    };
    match &metric.prior {
        None => Ok(()),
        Some(_) if metric.direction == Direction::Keep => wrong(
            "says nothing about which way is better",
            "let more or less of the metric be better, or leave the belief away",
        ),
        Some(Prior::Difference(own))
            if !(own.mean.is_finite()
                && own.standard_deviation.is_finite()
                && own.standard_deviation > 0.0) =>
        {
            wrong("needs a mean and a standard deviation above 0", "0 and 0.05, for example")
        }
        Some(Prior::Shares(own))
            if ![own.successes, own.failures].iter().all(|count| count.is_finite() && *count > 0.0) =>
        {
            wrong("needs two counts above 0", "1 and 1 find every share equally likely")
        }
        Some(Prior::Shares(_))
            if !matches!(metric.measure, LiveMeasure::Proportion(_)) || experiment.rows != RowKind::Unit =>
        {
            wrong(
                "is about shares, but the metric is no share with one row for each unit",
                "state a belief about the difference",
            )
        }
        Some(_) => Ok(()),
    }
}

/// What is believed of a metric after the data; nothing where no belief was stated.
///
/// A belief about the difference is updated with the estimate and its standard error, whatever the metric and its
/// adjustments are (normal approximation). One about shares is updated with the counts, exactly.
///
/// # Errors
/// `invalid_data` or `invalid_number` where the data do not allow it.
pub(super) fn belief(
    experiment: &LiveExperiment,
    metric: &LiveMetric,
    data: &AnalysisData,
    comparison: &Comparison,
    standard_error: f64,
    arm: &str,
) -> Result<Option<LiveBelief>> {
    let found = match &metric.prior {
        None => return Ok(None),
        Some(Prior::Difference(prior)) => of_difference(experiment, prior, comparison, standard_error)?,
        Some(Prior::Shares(prior)) => of_shares(prior, data, metric.direction)?,
    };
    let sentence = words::tell_belief(&found, comparison, arm);
    let told = LiveBelief { sentence, ..found };
    words::check_belief(&told, comparison, arm)?;
    Ok(Some(told))
}

fn of_difference(
    experiment: &LiveExperiment,
    prior: &DifferencePrior,
    comparison: &Comparison,
    standard_error: f64,
) -> Result<LiveBelief> {
    let unit = if prior.is_relative { comparison.control.abs() } else { 1.0 };
    let before = NormalBelief::new(prior.mean * unit, prior.standard_deviation * unit)?;
    let after = before.after(comparison.difference, standard_error)?;
    let rule = &experiment.rule;
    let matters = rule.worthwhile(comparison.control);
    let region = Interval { lower: -matters, upper: matters };
    let ends = after.interval(rule.confidence)?;
    let sign = if comparison.direction == Direction::Decrease { -1.0 } else { 1.0 };
    let gain = NormalBelief::new(sign * after.mean(), after.standard_deviation())?;
    Ok(LiveBelief {
        method: "normal belief about the difference, updated by the estimate and its standard error"
            .to_owned(),
        chance_better: gain.chance_above(0.0),
        chance_same: (matters > 0.0).then(|| after.chance_within(region)),
        loss_if_chosen: gain.loss_if_chosen(),
        loss_if_kept: gain.loss_if_refused(),
        difference: after.mean(),
        interval: Some(BeliefInterval { low: ends.lower, high: ends.upper }),
        sentence: String::new(),
    })
}

fn of_shares(prior: &SharePrior, data: &AnalysisData, direction: Direction) -> Result<LiveBelief> {
    let whole = data.without(true, true)?;
    let before = ProportionBelief::new(prior.successes, prior.failures)?;
    let all = whole.strata.first().ok_or_else(|| Error::new(ErrorCode::InvalidData, "there are no data"))?;
    let control = before.after(counts(&whole.outcome, &all.control)?);
    let variant = before.after(counts(&whole.outcome, &all.treatment)?);
    let compared = match direction {
        Direction::Decrease => compare_proportions(&variant, &control),
        _ => compare_proportions(&control, &variant),
    };
    Ok(LiveBelief {
        method: "beta belief about each share, updated by its counts, without covariates and strata"
            .to_owned(),
        chance_better: compared.chance_better,
        chance_same: None,
        loss_if_chosen: compared.loss_if_chosen,
        loss_if_kept: compared.loss_if_refused,
        difference: variant.mean() - control.mean(),
        interval: None,
        sentence: String::new(),
    })
}

/// The counts of an arm, from its means.
fn counts(outcome: &Term, arm: &JointMoments) -> Result<Share> {
    let total = |column: usize| arm.mean(column).map(|mean| libm::round(mean * arm.count() as f64) as u64);
    let (yes, all) = match outcome {
        Term::Quotient { above, below } => (total(*above)?, total(*below)?),
        Term::Mean { column } => (total(*column)?, arm.count()),
        _ => return Err(Error::new(ErrorCode::InvalidData, "the metric is no share")),
    };
    Share::new(yes.min(all), all)
}
