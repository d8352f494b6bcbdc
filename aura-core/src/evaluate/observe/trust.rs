//! What speaks against the figures of a method: sides that moved apart before, few units, a poor fit, gaps in time.

use super::read::Figures;
use crate::domain::live::{TrustCheck, TrustOutcome};
use crate::domain::observation::Observation;
use crate::stats::observational::{Differences, SyntheticControl};

/// Level at which both sides are said to have moved apart before the change.
const APART: f64 = 0.05;

/// With fewer clusters, errors come out too small (Cameron and Miller 2015: 20 to 50).
const CLUSTERS: usize = 20;

/// A mixture that misses by more than this part of the series' own movement does not fit.
const POOR_FIT: f64 = 0.5;

/// With fewer periods on a side, a line cannot be told from chance (Penfold and Zhang 2013: 8).
const PERIODS: usize = 8;

pub(super) fn of_differences(found: &Differences) -> Vec<TrustCheck> {
    let mut checks = Vec::new();
    checks.push(match &found.before {
        None => check(
            "alike_before",
            TrustOutcome::Warning,
            "There are too few periods before the change to see whether both sides moved alike.",
            "fewer than two periods before the change, or too few clusters".to_owned(),
        ),
        Some(trend) => {
            let is_off = trend.p_value < APART;
            let words = if is_off {
                "The changed units and the others moved apart before the change already, so the effect may be none."
            } else {
                "Before the change nothing speaks against both sides moving alike."
            };
            let detail = format!("difference of slopes {}, p = {:e}", trend.estimate, trend.p_value);
            check("alike_before", outcome(is_off), words, detail)
        }
    });
    if found.clusters < CLUSTERS || found.treated < 5 {
        checks.push(check(
            "few_units",
            TrustOutcome::Warning,
            "There are few units on a side, so the range may be too narrow.",
            format!("{} clusters, {} changed units; below {CLUSTERS} or 5", found.clusters, found.treated),
        ));
    }
    checks
}

pub(super) fn of_mixture(
    found: &SyntheticControl,
    changed: &[f64],
    start: usize,
    left_out: usize,
) -> Vec<TrustCheck> {
    let before: Vec<f64> = changed.iter().take(start).copied().collect();
    let count = before.len().max(1) as f64;
    let mean = before.iter().sum::<f64>() / count;
    let spread = libm::sqrt(before.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count);
    let is_poor = found.fit_before > POOR_FIT * spread;
    let words = if is_poor {
        "No mixture of the others moved like the changed units before the change, so the comparison is weak."
    } else {
        "The mixture of the others moved like the changed units before the change."
    };
    let detail = format!("misses by {} where the series itself moves by {spread}", found.fit_before);
    let mut checks = vec![check("alike_before", outcome(is_poor), words, detail)];
    match found.interval {
        None => checks.push(check(
            "effect_over_time",
            TrustOutcome::Warning,
            "The effect is not the same in all periods, so no one range fits it.",
            "no constant effect passes the placebo test".to_owned(),
        )),
        Some(range) if range.lower.is_infinite() => checks.push(check(
            "few_units",
            TrustOutcome::Warning,
            &format!(
                "With {} others to compare, no result can be rarer than once in {} tries, so no range is told.",
                found.placebo_ratios.len(),
                found.placebo_ratios.len() + 1
            ),
            format!("placebos {}, tries {}", found.placebo_ratios.len(), found.placebo_ratios.len() + 1),
        )),
        Some(_) => {}
    }
    if left_out > 0 {
        checks.push(check(
            "gaps",
            TrustOutcome::Warning,
            &format!("{left_out} units have no figure in some periods and are left out of the comparison."),
            format!("count {left_out}"),
        ));
    }
    checks
}

pub(super) fn of_line(figures: &Figures) -> Vec<TrustCheck> {
    let (before, after) = (figures.start, figures.periods.len() - figures.start);
    let mut checks = Vec::new();
    if before.min(after) < PERIODS {
        checks.push(check(
            "few_periods",
            TrustOutcome::Warning,
            &format!("There are {before} periods before the change and {after} after it; a line needs more to be sure."),
            format!("{before} and {after}; below {PERIODS} on a side"),
        ));
    }
    let times = figures.periods.iter().map(|(_, time)| *time);
    let steps: Vec<i64> =
        times.clone().zip(times.skip(1)).map(|(one, two)| two.saturating_sub(one)).collect();
    let (least, most) = (steps.iter().min().copied().unwrap_or(0), steps.iter().max().copied().unwrap_or(0));
    if most as f64 > 1.5 * least as f64 {
        checks.push(check(
            "uneven_periods",
            TrustOutcome::Warning,
            "The periods are not evenly spaced, but the line counts each as one step.",
            format!("steps from {least} to {most}"),
        ));
    }
    checks.push(check(
        "nothing_else",
        TrustOutcome::Warning,
        "There is nobody to compare with: whatever else changed at that time looks the same.",
        "one series only".to_owned(),
    ));
    checks
}

pub(super) fn empty_rows(observation: &Observation, figures: &Figures) -> Option<TrustCheck> {
    (figures.empty > 0).then(|| {
        let words = format!(
            "`{}` is empty in {} rows, which are left out.",
            observation.outcome_column, figures.empty
        );
        check("missing_values", TrustOutcome::Warning, &words, format!("count {}", figures.empty))
    })
}

fn outcome(is_off: bool) -> TrustOutcome {
    if is_off { TrustOutcome::Warning } else { TrustOutcome::Good }
}

fn check(name: &str, outcome: TrustOutcome, sentence: &str, detail: String) -> TrustCheck {
    TrustCheck { name: name.to_owned(), outcome, sentence: sentence.to_owned(), detail }
}
