//! Whether the data can be trusted: shares of the arms, balance before the test, single large values, effects that
//! fade, and effects that are too good to be true.

use super::collect::Collected;
use super::data::Evidence;
use crate::domain::figures;
use crate::domain::live::{LiveArmVerdict, LiveExperiment, LiveMeasure, RowKind, TrustCheck, TrustOutcome};
use crate::error::Result;
use crate::stats::analysis::{AnalysisData, AnalysisDesign, Monitoring, analyze, compare_segments};
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::hypothesis::goodness_of_fit;
use crate::stats::sequential::sequential_fit;

/// Level of checks that stop a result: a false alarm once in a thousand tests.
const STRICT: f64 = 0.001;

/// Concentration of the sequential sample-ratio check (Lindon and Malek 2022).
const CONCENTRATION: f64 = 10_000.0;

/// Level at which parts of the population are said to differ.
const PARTS: f64 = 0.01;

/// An effect of more than half of the control is rarely true.
const TOO_GOOD: f64 = 0.5;

/// So many units with the rarer answer make the normal law good enough (Brown, Cai and DasGupta 2001).
const FEW_ANSWERS: u64 = 10;

/// So many units of an arm make the normal law good enough where values are not far out on one side.
const FEW_UNITS: u64 = 30;

pub(super) fn checks(
    experiment: &LiveExperiment,
    data: &Collected,
    points: &[Box<dyn Evidence + '_>],
    primary: usize,
    arms: &[LiveArmVerdict],
) -> Result<Vec<TrustCheck>> {
    let mut checks = vec![sample_ratio(experiment, data)?];
    for (index, arm) in arms.iter().enumerate() {
        for (metric, points) in experiment.metrics.iter().zip(points) {
            let mut names = metric.covariates.clone();
            if !metric.learned_from.is_empty() {
                names.push(format!("what {} predict", figures::list(&metric.learned_from)));
            }
            let check = balance(points.as_ref(), index + 1, &names, &arm.arm);
            // Metrics with the same covariates ask the same.
            checks.extend(check.filter(|check| !checks.contains(check)));
        }
        if let Some(points) = points.get(primary) {
            checks.extend(few(experiment, points.as_ref(), primary, index + 1, &arm.arm));
            checks.extend(outliers(points.as_ref(), index + 1, &arm.arm));
            checks.extend(novelty(points.as_ref(), data, index + 1, &arm.arm));
            checks.extend(days_of_the_week(points.as_ref(), data, index + 1, &arm.arm));
            checks.extend(segments(experiment, points.as_ref(), index + 1, &arm.arm));
        }
        checks.extend(too_good(arm, primary));
    }
    checks.extend(whole_weeks(data));
    checks.extend(short_of_plan(experiment, data));
    Ok(checks)
}

fn sample_ratio(experiment: &LiveExperiment, data: &Collected) -> Result<TrustCheck> {
    let counts = &data.counts;
    let weights: Vec<f64> = experiment.arms.iter().map(|arm| arm.weight).collect();
    let (p_value, how) = match experiment.monitoring {
        Monitoring::Fixed => (goodness_of_fit(counts, &weights)?.p_value, "chi-square"),
        _ => (sequential_fit(counts, &weights, CONCENTRATION)?.p_value, "sequential multinomial"),
    };
    let total: f64 = weights.iter().sum();
    let shares: Vec<String> = experiment
        .arms
        .iter()
        .zip(counts)
        .map(|(arm, count)| {
            let expected = arm.weight / total * counts.iter().sum::<u64>() as f64;
            format!("{} {count} (planned {expected:.0})", arm.name)
        })
        .collect();
    let is_off = p_value < STRICT;
    let sentence = if is_off {
        "The arms do not have the sizes that were planned; something goes wrong when people are assigned or counted."
    } else {
        "The arms have the sizes that were planned."
    };
    Ok(TrustCheck {
        name: "sample_ratio".to_owned(),
        outcome: if is_off { TrustOutcome::Failed } else { TrustOutcome::Good },
        sentence: sentence.to_owned(),
        detail: format!("{how}: p = {p_value:e}; {}", shares.join(", ")),
    })
}

/// Covariates were measured before the test, so arms must not differ in them.
fn balance(points: &dyn Evidence, arm: usize, covariates: &[String], name: &str) -> Option<TrustCheck> {
    let data = points.analysis(arm).ok()?;
    let test = |place: usize| {
        let outcome = data.covariates.get(place)?.clone();
        let alone = AnalysisData { outcome, covariates: Vec::new(), strata: data.strata.clone() };
        // A covariate that does not vary is balanced.
        analyze(&alone, &AnalysisDesign::default()).ok().map(|result| result.p_value)
    };
    let values: Vec<f64> = (0..covariates.len()).filter_map(test).collect();
    let smallest = values.iter().copied().fold(f64::INFINITY, f64::min);
    if values.is_empty() {
        return None;
    }
    let is_off = smallest < STRICT / values.len() as f64;
    let list = covariates.join(", ");
    Some(TrustCheck {
        name: "balance_before".to_owned(),
        outcome: if is_off { TrustOutcome::Failed } else { TrustOutcome::Good },
        sentence: if is_off {
            format!("The people in `{name}` differed from the control before the test began ({list}).")
        } else {
            format!("Before the test the people in `{name}` were like those in the control ({list}).")
        },
        detail: format!("smallest p = {smallest:e} of {} covariates", values.len()),
    })
}

/// Ranges hold for large samples; where few units, or few of one answer, stand behind them, that is said.
fn few(
    experiment: &LiveExperiment,
    points: &dyn Evidence,
    primary: usize,
    arm: usize,
    name: &str,
) -> Option<TrustCheck> {
    let whole = points.analysis(arm).ok()?.without(true, true).ok()?;
    let stratum = whole.strata.first()?;
    let units = stratum.control.count().min(stratum.treatment.count());
    let is_share = matches!(
        experiment.metrics.get(primary)?.measure,
        LiveMeasure::Proportion(_) | LiveMeasure::Retention(_)
    );
    // With rows that are nested in units the variable is a sum of rows.
    let rarest = [&stratum.control, &stratum.treatment]
        .iter()
        .filter_map(|moments| {
            let yes = moments.mean(0).ok()? * moments.count() as f64;
            Some(libm::round(yes.min(moments.count() as f64 - yes)) as u64)
        })
        .min()
        .filter(|rarest| is_share && experiment.rows == RowKind::Unit && *rarest < FEW_ANSWERS);
    let (sentence, detail) = if let Some(rarest) = rarest {
        (
            format!(
                "In `{name}` or the control only {} stand on one side of yes and no; ranges hold for {FEW_ANSWERS} or more.",
                figures::counted(rarest, "unit")
            ),
            format!("rarest answer {rarest}, limit {FEW_ANSWERS}; an exact test would be safer"),
        )
    } else if units < FEW_UNITS {
        (
            format!(
                "`{name}` or the control has only {}; ranges hold for {FEW_UNITS} or more.",
                figures::counted(units, "unit")
            ),
            format!("smaller arm {units}, limit {FEW_UNITS}; by the central limit theorem"),
        )
    } else {
        return None;
    };
    Some(TrustCheck { name: "few_units".to_owned(), outcome: TrustOutcome::Warning, sentence, detail })
}

/// What happens to the effect when the largest value of each arm is left out.
fn outliers(points: &dyn Evidence, arm: usize, name: &str) -> Option<TrustCheck> {
    let (all, (limit, without)) = (points.analysis(arm).ok()?, points.without_largest(arm)?);
    let design = AnalysisDesign::default();
    let (with, without) = (analyze(&all, &design).ok()?, analyze(&without, &design).ok()?);
    let is_moved = with.is_significant != without.is_significant
        || (with.effect.estimate - without.effect.estimate).abs() > with.effect.standard_error;
    is_moved.then(|| TrustCheck {
        name: "single_values".to_owned(),
        outcome: TrustOutcome::Warning,
        sentence: format!(
            "A single very large value moves the result of `{name}`; a cap stated beforehand would help."
        ),
        detail: format!(
            "without values of {limit}: effect {} instead of {}",
            without.effect.estimate, with.effect.estimate
        ),
    })
}

/// The effect on those who came early against those who came late.
fn novelty(points: &dyn Evidence, data: &Collected, arm: usize, name: &str) -> Option<TrustCheck> {
    let (first, last) = (*data.days.first()?, *data.days.last()?);
    if last - first < 2 {
        return None;
    }
    let design = AnalysisDesign::default();
    let middle = (first + last).div_euclid(2);
    let effect =
        |keep: &dyn Fn(i64) -> bool| Some(analyze(&points.on_days(arm, keep).ok()?, &design).ok()?.effect);
    let (early, late) = (effect(&|day| day <= middle)?, effect(&|day| day > middle)?);
    let error = libm::hypot(early.standard_error, late.standard_error);
    let p_value = 2.0 * StandardNormal.survival(((late.estimate - early.estimate) / error).abs());
    (p_value < 0.01).then(|| TrustCheck {
        name: "change_over_time".to_owned(),
        outcome: TrustOutcome::Warning,
        sentence: format!(
            "The effect of `{name}` is not the same for people who came early and who came late."
        ),
        detail: format!("early {}, late {}, p = {p_value:e}", early.estimate, late.estimate),
    })
}

/// Whether the effect is the same on all days of the week, where each was seen at least twice.
fn days_of_the_week(points: &dyn Evidence, data: &Collected, arm: usize, name: &str) -> Option<TrustCheck> {
    if *data.days.last()? - *data.days.first()? < 13 {
        return None;
    }
    let of = |weekday: i64| {
        let days = points.on_days(arm, &|day| day.rem_euclid(7) == weekday).ok()?;
        days.without(true, true).ok()
    };
    let weekdays: Vec<AnalysisData> = (0..7).filter_map(of).collect();
    let outcome = weekdays.first()?.outcome.clone();
    let strata = weekdays.into_iter().flat_map(|weekday| weekday.strata).collect();
    let parts = AnalysisData { outcome, covariates: Vec::new(), strata };
    let parts = compare_segments(&parts, &AnalysisDesign::default()).ok()?;
    let is_off = parts.p_value < PARTS;
    Some(TrustCheck {
        name: "days_of_the_week".to_owned(),
        outcome: if is_off { TrustOutcome::Warning } else { TrustOutcome::Good },
        sentence: if is_off {
            format!("The effect of `{name}` is not the same on all days of the week; judge whole weeks only.")
        } else {
            format!("Nothing speaks against one effect of `{name}` on all days of the week.")
        },
        detail: format!(
            "Cochran's Q = {}, df = {}, p = {:e}",
            parts.statistic, parts.degrees_of_freedom, parts.p_value
        ),
    })
}

/// Whether the effect is the same in every part of the population, or in every arm of another test.
fn segments(
    experiment: &LiveExperiment,
    points: &dyn Evidence,
    arm: usize,
    name: &str,
) -> Option<TrustCheck> {
    let column = experiment.stratum_column.as_ref()?;
    let parts = compare_segments(&points.analysis(arm).ok()?, &AnalysisDesign::default()).ok()?;
    let estimates = || parts.effects.iter().map(|part| part.effect.estimate);
    let (low, high) =
        (estimates().fold(f64::INFINITY, f64::min), estimates().fold(f64::NEG_INFINITY, f64::max));
    let is_off = parts.p_value < PARTS;
    Some(TrustCheck {
        name: "parts_of_the_population".to_owned(),
        outcome: if is_off { TrustOutcome::Warning } else { TrustOutcome::Good },
        sentence: if is_off {
            format!(
                "The effect of `{name}` is not the same for all values of `{column}`; look at each alone."
            )
        } else {
            format!("Nothing speaks against one effect of `{name}` for all values of `{column}`.")
        },
        detail: format!(
            "Cochran's Q = {}, df = {}, p = {:e}; effects from {low} to {high} in {} parts",
            parts.statistic,
            parts.degrees_of_freedom,
            parts.p_value,
            parts.effects.len()
        ),
    })
}

/// Twyman's law: a figure that looks interesting is usually wrong.
fn too_good(arm: &LiveArmVerdict, primary: usize) -> Option<TrustCheck> {
    let metric = arm.metrics.get(primary)?;
    let relative = metric.expert.relative.as_ref()?;
    let is_odd = relative.estimate.abs() > TOO_GOOD && metric.comparison.p_value < STRICT;
    is_odd.then(|| TrustCheck {
        name: "too_good_to_be_true".to_owned(),
        outcome: TrustOutcome::Warning,
        sentence: format!(
            "The effect of `{}` is so large that a mistake in counting is likelier than the effect; check it first.",
            arm.arm
        ),
        detail: format!("relative effect {}, limit {TOO_GOOD}", relative.estimate),
    })
}

/// People behave differently on different days of the week.
fn whole_weeks(data: &Collected) -> Option<TrustCheck> {
    let (first, last) = (*data.days.first()?, *data.days.last()?);
    let span = last - first + 1;
    let is_whole = span % 7 == 0;
    let sentence = if is_whole {
        "The data cover whole weeks."
    } else {
        "The data do not cover whole weeks, so some days of the week count more than others."
    };
    Some(TrustCheck {
        name: "whole_weeks".to_owned(),
        outcome: if is_whole { TrustOutcome::Good } else { TrustOutcome::Warning },
        sentence: sentence.to_owned(),
        detail: format!("{span} days"),
    })
}

/// Units that came in each day so far, where times are known and span more than a day.
pub(super) fn pace(data: &Collected) -> Option<f64> {
    let span = (*data.days.last()? - *data.days.first()? + 1) as f64;
    let units: u64 = data.counts.iter().sum();
    (span > 1.0).then_some(units as f64 / span)
}

/// A test that is looked at once must have all its data.
fn short_of_plan(experiment: &LiveExperiment, data: &Collected) -> Option<TrustCheck> {
    let planned = experiment.planned_units?;
    let found: u64 = data.counts.iter().sum();
    if found >= planned || experiment.monitoring != Monitoring::Fixed {
        return None;
    }
    Some(TrustCheck {
        name: "fewer_than_planned".to_owned(),
        outcome: TrustOutcome::Warning,
        sentence: format!(
            "Only {found} of {planned} planned units are in; a test that is looked at once must not be judged early."
        ),
        detail: format!(
            "{found} of {planned}; state `group_sequential` or `always_valid` looks to judge while data come in"
        ),
    })
}
