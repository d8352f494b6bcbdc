//! From units to the verdict, by the rule that was stated before the data.

use super::belief::belief;
use super::collect::{Collected, Source};
use super::data::{Evidence, Points};
use super::design::check_design;
use super::identity::id_of;
use super::many::adjust_secondary;
use super::path;
use super::recheck::check_verdict;
use super::segments::segments;
use super::treatments::Sharing;
use super::trust;
use super::words;
use crate::domain::experiment::{Comparison, ComparisonReading, Decision, DecisionRule};
use crate::domain::figures;
use crate::domain::id::VerdictId;
use crate::domain::live::{
    Aim, Combination, ExpertFigures, LIVE_SCHEMA_VERSION, LiveArmVerdict, LiveComparison, LiveExperiment,
    LiveMeasure, LiveMetric, LiveSpread, LiveVerdict, RelativeFigures, TrustCheck, TrustOutcome,
};
use crate::domain::metric::MetricRole;
use crate::domain::version::content_hash;
use crate::error::{Error, ErrorCode, Result};
use crate::evaluate::comparison::{gain, read};
use crate::evaluate::rule::decide;
use crate::stats::analysis::{
    Analysis, AnalysisData, AnalysisDesign, EffectScale, Monitoring, analyze, estimate,
    judge as judge_effect, predictive_power,
};
use crate::stats::sketch::Sketch;
use crate::stats::special::find_root;

/// How likely a longer test must be to decide.
pub(super) const CHANCE: f64 = 0.8;

/// Makes the verdict.
///
/// The intervals of the first primary metric share the level among the arms as was stated, so that they hold together;
/// guardrails need no sharing: each must hold. Secondary metrics of all arms are adjusted together where the statement says how. Where a trust check failed, no arm is recommended whatever the figures are.
///
/// # Errors
/// `invalid_experiment` where the statement is not complete, `invalid_data` where a metric cannot be had from the data.
pub fn judge(experiment: &LiveExperiment, data: &Collected) -> Result<LiveVerdict> {
    check_design(experiment)?;
    let read = |(index, metric): (usize, &LiveMetric)| -> Result<Box<dyn Evidence + '_>> {
        match &data.source {
            Source::Units(units) => Ok(Box::new(Points::of(experiment, metric, units)?)),
            Source::Sums(tally) => tally.metric(metric, index),
        }
    };
    let points: Result<Vec<_>> = experiment.metrics.iter().enumerate().map(read).collect();
    let points = points?;
    let primary =
        experiment.metrics.iter().position(|metric| metric.role == MetricRole::Primary).unwrap_or(0);
    let deciding = points.get(primary).map(|own| own.as_ref());
    let control = deciding.and_then(|own| own.spread(0));
    let parts = data.source.parts();
    let mut arms = Vec::new();
    let shared = match (deciding, experiment.metrics.get(primary)) {
        (Some(own), Some(metric)) => Sharing::of(experiment, own).map_err(|error| about(metric, error))?,
        _ => Sharing::Alone,
    };
    for (place, arm) in experiment.arms.iter().enumerate().skip(1) {
        let mut metrics = Vec::with_capacity(points.len());
        for (index, (metric, points)) in experiment.metrics.iter().zip(&points).enumerate() {
            let sharing = if index == primary { &shared } else { &Sharing::Alone };
            metrics.push(compare(experiment, metric, points.as_ref(), place, sharing)?);
        }
        let confidence = metrics.get(primary).map_or(0.0, |metric| metric.expert.confidence);
        let mut judged = rule(experiment, &arm.name, metrics, primary, trust::pace(data))?;
        judged.looks =
            deciding.map_or_else(Vec::new, |own| path::looks(experiment, own, data, place, confidence));
        let variant = deciding.and_then(|own| own.spread(place));
        if let (Some(own), Some(metric)) = (deciding, experiment.metrics.get(primary)) {
            judged.segments = segments(experiment, metric, own, place, &parts)?;
        }
        judged.spread = control.as_ref().zip(variant).map_or_else(Vec::new, |(old, new)| spread(old, &new));
        arms.push(judged);
    }
    adjust_secondary(experiment, &mut arms)?;
    let mut checks = data.notes.clone();
    checks.extend(
        experiment.metrics.iter().zip(&points).filter_map(|(metric, own)| young(metric, own.young())),
    );
    checks.extend(trust::checks(experiment, data, &points, primary, &arms)?);
    checks.sort_by_key(|check| std::cmp::Reverse(check.outcome));
    if checks.iter().any(|check| check.outcome == TrustOutcome::Failed) {
        distrust(&mut arms);
    }
    let mut verdict = LiveVerdict {
        schema_version: LIVE_SCHEMA_VERSION,
        id: VerdictId::named("unnamed"),
        definition_hash: content_hash(experiment)?,
        experiment: experiment.clone(),
        data_hash: data.data_hash.clone(),
        engine_version: env!("CARGO_PKG_VERSION").to_owned(),
        is_simulated: false,
        units: data.counts.clone(),
        checks,
        recommended: best(&arms, primary),
        arms,
    };
    check_verdict(&verdict)?;
    verdict.id = id_of(&verdict)?;
    Ok(verdict)
}

/// How far the values of both arms reach, for every twentieth of the units.
fn spread(control: &Sketch, variant: &Sketch) -> Vec<LiveSpread> {
    let point = |step: u32| {
        let share = f64::from(step) / 20.0;
        let (control, variant) = (control.quantile(share)?, variant.quantile(share)?);
        Some(LiveSpread { share, control, variant })
    };
    (1..20).filter_map(point).collect()
}

fn compare(
    experiment: &LiveExperiment,
    metric: &LiveMetric,
    points: &dyn Evidence,
    arm: usize,
    sharing: &Sharing,
) -> Result<LiveComparison> {
    let data = points.analysis(arm).map_err(|error| about(metric, error))?;
    let analysed = analysed(experiment, &data, sharing).map_err(|error| about(metric, error))?;
    let Analysed { result, design, p_value } = &analysed;
    let mut comparison = Comparison {
        metric: metric.id.clone(),
        title: metric.title.clone(),
        unit: metric.unit.clone(),
        role: metric.role,
        direction: metric.direction,
        control: result.effect.control,
        variant: result.effect.control + result.effect.estimate,
        difference: result.effect.estimate,
        low: result.interval.lower,
        high: result.interval.upper,
        p_value: *p_value,
        pairs: result.effect.units as u64,
        reading: ComparisonReading::Unclear,
    };
    comparison.reading = read(&comparison, experiment.rule.guardrail_margin);
    let mut expert = expert(experiment, metric, &data, result, design)?;
    expert.adjusted_p_value = *p_value;
    if let Some(words) = sharing.words() {
        expert.method = format!("{}, {words}", expert.method);
    }
    if experiment.monitoring == Monitoring::Fixed {
        expert.log_rank_p_value = points.log_rank_p_value(arm);
    }
    let name = experiment.arms.get(arm).map_or("", |arm| arm.name.as_str());
    let sentence = words::tell(&comparison, name, *sharing != Sharing::Alone);
    words::check_sentence(&sentence, &comparison, name)?;
    let belief = belief(experiment, metric, &data, &comparison, expert.standard_error, name);
    let belief = belief.map_err(|error| about(metric, error))?;
    Ok(LiveComparison { comparison, sentence, expert, belief })
}

/// The result of one metric of one treatment with its share of the level.
struct Analysed {
    result: Analysis,
    design: AnalysisDesign,
    /// For all treatments together; on the same side of the level as the result.
    p_value: f64,
}

fn analysed(experiment: &LiveExperiment, data: &AnalysisData, sharing: &Sharing) -> Result<Analysed> {
    let wanted = experiment.rule.confidence;
    let effect = estimate(data, EffectScale::Absolute, None)?;
    let degrees = effect.degrees_of_freedom;
    let design = AnalysisDesign::default()
        .with_confidence(sharing.confidence(wanted, degrees)?)
        .with_monitoring(experiment.monitoring.clone());
    let result = judge_effect(effect, &design)?;
    let p_value = sharing.p_value(result.p_value, result.statistic, degrees)?;
    let level = 1.0 - wanted;
    let p_value = if result.is_significant { p_value.min(level) } else { p_value.max(level) };
    Ok(Analysed { result, design, p_value })
}

fn expert(
    experiment: &LiveExperiment,
    metric: &LiveMetric,
    data: &AnalysisData,
    result: &Analysis,
    design: &AnalysisDesign,
) -> Result<ExpertFigures> {
    let plain = estimate(&data.without(true, true)?, EffectScale::Absolute, None)?;
    let kept = result.effect.standard_error / plain.standard_error;
    let relative = analyze(data, &design.clone().with_scale(EffectScale::Relative)).ok();
    Ok(ExpertFigures {
        method: method(experiment, metric, data),
        standard_error: result.effect.standard_error,
        degrees_of_freedom: result.effect.degrees_of_freedom,
        statistic: result.statistic,
        critical: result.critical,
        confidence: design.confidence,
        adjusted_p_value: result.p_value,
        relative: relative.map(|relative| RelativeFigures {
            estimate: relative.effect.estimate,
            low: relative.interval.lower,
            high: relative.interval.upper,
        }),
        variance_left: kept * kept,
        dispersion: dispersion(metric, data),
        log_rank_p_value: None,
    })
}

/// Variance over mean of the counts of the control.
fn dispersion(metric: &LiveMetric, data: &AnalysisData) -> Option<f64> {
    let LiveMeasure::Count(_) = &metric.measure else { return None };
    let whole = data.without(true, true).ok()?;
    let control = &whole.strata.first()?.control;
    let (mean, variance) = (control.mean(0).ok()?, control.covariance(0, 0).ok()?);
    (mean > 0.0).then(|| variance / mean)
}

/// What is said of units whose window is not over yet.
fn young(metric: &LiveMetric, count: u64) -> Option<TrustCheck> {
    (count > 0).then(|| TrustCheck {
        name: "not_old_enough".to_owned(),
        outcome: TrustOutcome::Warning,
        sentence: format!(
            "{} came in too late for the window of {} to be over; they are left out of it.",
            figures::counted(count, "unit"),
            metric.title
        ),
        detail: format!("left out of {}: {count}", metric.id),
    })
}

fn method(experiment: &LiveExperiment, metric: &LiveMetric, data: &AnalysisData) -> String {
    let mut words = vec![match &metric.measure {
        LiveMeasure::Mean(_) => "difference of means",
        LiveMeasure::Proportion(_) => "difference of proportions",
        LiveMeasure::Ratio(_) => "difference of ratios (delta method)",
        LiveMeasure::Quantile(_) => "difference of quantiles (scores)",
        LiveMeasure::Count(count) if count.exposure.is_some() => {
            "difference of rates (delta method, variance from the data)"
        }
        LiveMeasure::Count(_) => "difference of mean counts (variance from the data)",
        LiveMeasure::TimeToEvent(_) => "difference of restricted mean times (Kaplan-Meier)",
        LiveMeasure::Retention(_) => "difference of shares active in the window",
        LiveMeasure::FunnelStep(_) => "difference of conditional shares (delta method)",
        LiveMeasure::Composed(_) => "difference of weighted sums",
        LiveMeasure::Combined(own) if own.how == Combination::Sum => {
            "difference of sums of measures (delta method)"
        }
        LiveMeasure::Combined(_) => "difference of products of measures (delta method)",
    }];
    if !data.covariates.is_empty() {
        words.push("regression adjustment (CUPED)");
    }
    if !metric.learned_from.is_empty() {
        words.push("by a prediction learned from other units (CUPAC, cross-fitted)");
    }
    if data.strata.len() > 1 {
        words.push("post-stratification");
    }
    words.push(match experiment.monitoring {
        Monitoring::Fixed => "fixed horizon, Welch's t",
        Monitoring::GroupSequential(_) => "group sequential, alpha spending",
        Monitoring::AlwaysValid(_) => "asymptotic confidence sequence",
    });
    words.join(", ")
}

/// Applies the stated rule to one arm.
fn rule(
    experiment: &LiveExperiment,
    arm: &str,
    metrics: Vec<LiveComparison>,
    primary: usize,
    pace: Option<f64>,
) -> Result<LiveArmVerdict> {
    let all: Vec<Comparison> = metrics.iter().map(|metric| metric.comparison.clone()).collect();
    let decisive =
        all.get(primary).ok_or_else(|| Error::new(ErrorCode::InvalidExperiment, "no metric is primary"))?;
    let wanted = required(experiment, decisive);
    let stated =
        DecisionRule { smallest_worthwhile: wanted.abs(), is_relative: false, ..experiment.rule.clone() };
    let ruling = decide(decisive, &all, &stated);
    let (mut decision, mut reasons, mut would_change) =
        (ruling.decision, ruling.reasons, ruling.would_change);
    if experiment.aim == Aim::NonInferiority && decision != Decision::Stop {
        let title = &decisive.title;
        let (worst, best) = gain(decisive);
        let unclear = all
            .iter()
            .any(|other| other.role == MetricRole::Guardrail && other.reading == ComparisonReading::Unclear);
        if worst > wanted && !unclear {
            decision = Decision::Ship;
            reasons = vec![format!(
                "{title} did not get worse by more than the margin that was stated beforehand."
            )];
            would_change = format!("{title} would have to get worse by more than the margin.");
        } else if best < wanted {
            decision = Decision::Stop;
            reasons = vec![format!("{title} got worse by more than the margin that was stated beforehand.")];
            would_change = format!("{title} would have to stay within the margin.");
        } else {
            decision = Decision::Extend;
            reasons = vec![format!("It cannot be told yet whether {title} stays within the margin.")];
            would_change = "More data would narrow the range until it decides.".to_owned();
        }
    }
    let more_units = metrics.get(primary).filter(|_| decision == Decision::Extend);
    let more_units = more_units.and_then(|decisive| more_units_of(decisive, wanted));
    let more_days = more_units.zip(pace).map(|(more, pace)| libm::ceil(more as f64 / pace) as u64);
    if let Some(more) = more_units {
        reasons.push(words::longer(more, decisive.pairs, more_days, CHANCE));
    }
    Ok(LiveArmVerdict {
        arm: arm.to_owned(),
        decision,
        reasons,
        would_change,
        metrics,
        more_units,
        more_days,
        looks: Vec::new(),
        spread: Vec::new(),
        segments: Vec::new(),
    })
}

/// What the gain of the primary metric must pass: what is worth having, or minus the margin.
fn required(experiment: &LiveExperiment, decisive: &Comparison) -> f64 {
    match experiment.aim {
        Aim::Superiority => experiment.rule.worthwhile(decisive.control),
        Aim::NonInferiority => -experiment.rule.guardrail_margin * decisive.control.abs(),
    }
}

/// How many more units would decide with a chance of [`CHANCE`], given what the data say of the effect so far
/// (predictive power). Nothing where no number would, or it is more than a hundred times the present one.
fn more_units_of(decisive: &LiveComparison, wanted: f64) -> Option<u64> {
    let (worst, best) = gain(&decisive.comparison);
    let (middle, reach) = (0.5 * (worst + best), 0.5 * (best - worst));
    let critical = decisive.expert.critical;
    let statistic = (middle - wanted).abs() / reach * critical;
    let gap = |fraction: f64| {
        predictive_power(statistic, fraction, critical).map_or(f64::NAN, |chance| chance - CHANCE)
    };
    let fraction = find_root(gap, 0.01, 0.999_999, 1e-9)?;
    let more = (1.0 / fraction - 1.0) * decisive.comparison.pairs as f64;
    more.is_finite().then(|| libm::ceil(more) as u64)
}

/// Where a check failed, figures do not decide.
fn distrust(arms: &mut [LiveArmVerdict]) {
    for arm in arms {
        arm.decision = Decision::Extend;
        if arm.more_units.take().is_some() {
            // More data of this kind would decide nothing; the last reason said how many would.
            arm.reasons.pop();
        }
        arm.more_days = None;
        arm.reasons.insert(
            0,
            "A check of the data failed, so these figures must not decide; find the cause first.".to_owned(),
        );
        arm.would_change = "Data that pass the checks would decide by the rule that was stated.".to_owned();
    }
}

/// Of the arms to ship, the one whose gain is surely the largest.
fn best(arms: &[LiveArmVerdict], primary: usize) -> Option<String> {
    let sure = |arm: &LiveArmVerdict| {
        arm.metrics.get(primary).map_or(f64::NEG_INFINITY, |metric| gain(&metric.comparison).0)
    };
    let mut winner: Option<&LiveArmVerdict> = None;
    for arm in arms.iter().filter(|arm| arm.decision == Decision::Ship) {
        if winner.is_none_or(|present| sure(arm) > sure(present)) {
            winner = Some(arm);
        }
    }
    winner.map(|arm| arm.arm.clone())
}

fn about(metric: &LiveMetric, error: Error) -> Error {
    let mut named = Error::new(error.code(), format!("`{}`: {}", metric.title, error.message()));
    for hint in error.hints() {
        named = named.with_hint(hint.clone());
    }
    named.with_source(error)
}
