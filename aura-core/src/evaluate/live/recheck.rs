//! Every number of every sentence of a document, re-derived from the figures that stand beside it.
//!
//! Sentences are made in one place and checked in another: what is checked here is the finished document, so that a
//! figure and its sentence cannot part ways, whoever made them.

use super::pictures;
use super::verdict::CHANCE;
use super::words::{
    among, check_belief, check_part, check_sentence, in_order, numbers, only_range, two_digits,
};
use crate::domain::allocation::Allocation;
use crate::domain::calibration::CalibratedMetric;
use crate::domain::figures;
use crate::domain::live::{LiveArmVerdict, LiveExperiment, LiveVerdict, TrustCheck};
use crate::domain::metric::MetricRole;
use crate::domain::quantity::Unit;
use crate::error::Result;

/// Re-derives the numbers of every sentence of a verdict: of each metric, the reasons, what would change it, the checks
/// of the data, and the words below the pictures.
///
/// # Errors
/// `internal` with the number that does not follow from the figures.
pub fn check_verdict(verdict: &LiveVerdict) -> Result<()> {
    let names = names(&verdict.experiment);
    let control = verdict.experiment.arms.first().map_or("", |arm| arm.name.as_str());
    for arm in &verdict.arms {
        for metric in &arm.metrics {
            check_sentence(&metric.sentence, &metric.comparison, &arm.arm)?;
            if let Some(belief) = &metric.belief {
                check_belief(belief, &metric.comparison, &arm.arm)?;
            }
        }
        for segment in &arm.segments {
            check_part(&segment.sentence, &segment.comparison, &arm.arm, &segment.part)?;
        }
        for reason in &arm.reasons {
            in_order(&bare(reason, &names), &told_by_reason(arm, reason))?;
        }
        in_order(&bare(&arm.would_change, &names), &[])?;
        if let Some(metric) = pictures::decisive(arm) {
            if arm.spread.len() > 1 {
                let figures = pictures::shift_figures(arm, metric);
                among(&bare(&pictures::shift_told(arm, metric, control), &names), &figures)?;
            }
            if let Some((change, sentence)) = pictures::power_told(metric) {
                let figures = pictures::shown(change, &metric.comparison.unit);
                among(&bare(&sentence, &names), &figures)?;
            }
        }
    }
    check_trust(&verdict.checks, &names)
}

/// What a reason tells: how much longer, where it does.
fn told_by_reason(arm: &LiveArmVerdict, reason: &str) -> Vec<f64> {
    let Some(more) = arm.more_units.filter(|_| reason.contains("more units")) else { return Vec::new() };
    let mut figures = vec![two_digits(more as f64)];
    figures.extend(arm.more_days.map(|days| days as f64));
    figures.push(100.0 * CHANCE);
    figures.extend(pictures::decisive(arm).map(|metric| metric.comparison.pairs as f64));
    figures
}

/// Re-derives the numbers of the sentences of checks from their details.
///
/// # Errors
/// As [`check_verdict`].
pub(in crate::evaluate) fn check_trust(checks: &[TrustCheck], names: &[String]) -> Result<()> {
    for check in checks {
        let figures: Vec<f64> =
            numbers(&check.detail).iter().filter_map(|number| number.replace(',', "").parse().ok()).collect();
        among(&bare(&check.sentence, names), &figures)?;
    }
    Ok(())
}

/// Re-derives the numbers of the sentence of a calibrated metric.
///
/// # Errors
/// As [`check_verdict`].
pub(super) fn check_calibrated(metric: &CalibratedMetric) -> Result<()> {
    let splits = metric.splits as f64;
    let text = metric.sentence.replacen(&figures::capitalise(&metric.title), "", 1);
    in_order(&text, &[splits, metric.false_alarms as f64, metric.allowed * splits])
}

/// Re-derives the numbers of every sentence of an allocation.
///
/// # Errors
/// As [`check_verdict`].
pub fn check_allocation(allocation: &Allocation) -> Result<()> {
    let names = names(&allocation.next);
    let mut figures: Vec<f64> = allocation.arms.iter().map(|arm| 100.0 * arm.share).collect();
    let best = allocation.arms.iter().map(|arm| arm.chance_best).reduce(f64::max);
    figures.extend(best.map(|chance| 100.0 * chance));
    in_order(&bare(&allocation.sentence, &names), &figures)?;
    let primary = allocation.next.metrics.iter().find(|metric| metric.role == MetricRole::Primary);
    for (found, metric) in allocation.differences.iter().zip(primary.into_iter().cycle()) {
        let (low, high) = (found.low.unwrap_or(f64::NEG_INFINITY), found.high.unwrap_or(f64::INFINITY));
        check_sentence(&found.sentence, &only_range(metric, low, high), &found.arm)?;
    }
    check_trust(&allocation.checks, &names)
}

/// The names in a statement that may hold digits, the longest first.
pub(in crate::evaluate) fn names(experiment: &LiveExperiment) -> Vec<String> {
    let mut names = Vec::new();
    for metric in &experiment.metrics {
        names.extend([metric.title.clone(), figures::capitalise(&metric.title)]);
        names.extend(metric.covariates.iter().chain(&metric.learned_from).cloned());
        if let Unit::Other(own) = &metric.unit {
            names.extend([own.name.clone(), figures::plural(&own.name)]);
        }
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// A sentence without names: what stands between backticks, and these.
fn bare(sentence: &str, names: &[String]) -> String {
    let parts: Vec<&str> = sentence.split('`').collect();
    let is_paired = !parts.len().is_multiple_of(2);
    let quoted = |number: &usize| !is_paired || number.is_multiple_of(2);
    let kept = parts.iter().enumerate().filter(|(number, _)| quoted(number)).map(|(_, part)| *part);
    let mut text = kept.collect::<Vec<_>>().join(" ");
    for name in names.iter().filter(|name| !name.is_empty()) {
        text = text.replace(name, " ");
    }
    text
}

#[cfg(test)]
mod tests;
