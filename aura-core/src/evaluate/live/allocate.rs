//! The next shares of a test whose arms follow what was seen.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::collect::{Columns, check_arms, hash_table, wrong};
use super::design::check_design;
use super::recheck::check_allocation;
use super::words::tell_difference;
use crate::domain::allocation::{
    ALLOCATION_SCHEMA_VERSION, AllocatedArm, AllocatedDifference, Allocation, AllocationPlan, AllocationRule,
};
use crate::domain::figures;
use crate::domain::live::{LiveExperiment, LiveMeasure, LiveMetric, RowKind, TrustCheck, TrustOutcome};
use crate::domain::metric::{Direction, MetricRole};
use crate::domain::version::content_hash;
use crate::error::{Error, ErrorCode, Result};
use crate::stats::bandit::{
    AdaptiveUnit, FIRST_LOOK, FIRST_UNITS, NextShares, adaptive_differences, check_least,
    next_shares_of_means, next_shares_of_proportions,
};
use crate::stats::hypothesis::Share;
use crate::stats::summary::Moments;
use crate::text::Table;

/// Gives the next shares and the differences that are known so far.
///
/// The table has one row for each unit, in the order in which they were assigned, with the share that the unit's arm had
/// then. Only the first primary metric counts; it must be a mean or a share.
///
/// # Errors
/// `invalid_experiment` where the statement or the plan does not fit; `invalid_data` with the line for a unit that stands
/// twice, an arm that was not planned, or a share out of range.
pub fn allocate(experiment: &LiveExperiment, plan: &AllocationPlan, table: &Table<'_>) -> Result<Allocation> {
    check_design(experiment)?;
    let metric = adaptive_metric(experiment)?;
    let mut alone = experiment.clone();
    alone.metrics = vec![metric.clone()];
    check_least(plan.least_share, experiment.arms.len())?;
    let (units, empty) = read(&alone, plan, table)?;
    let counts = |arm: usize| units.iter().filter(move |unit| unit.arm == arm).map(|unit| unit.value);
    let sign = if metric.direction == Direction::Decrease { -1.0 } else { 1.0 };
    let arms = experiment.arms.len();
    let next = next_shares(metric, plan, arms, sign, &counts)?;
    let alpha = 1.0 - experiment.rule.confidence;
    let found = adaptive_differences(&units, arms, alpha, plan.tuned_units, plan.least_share)?;
    let names = || experiment.arms.iter().map(|arm| arm.name.as_str());
    let mut rows = Vec::with_capacity(arms);
    for (place, name) in names().enumerate() {
        let (sum, count) = counts(place).fold((0.0, 0_u64), |(sum, count), value| (sum + value, count + 1));
        rows.push(AllocatedArm {
            arm: name.to_owned(),
            units: count,
            mean: (count > 0).then(|| sum / count as f64),
            chance_best: next.chances.get(place).copied().unwrap_or(0.0),
            share: next.shares.get(place).copied().unwrap_or(0.0),
        });
    }
    let rarest = rows.iter().map(|arm| arm.units).min().unwrap_or(0) as usize;
    let finite = |end: f64| end.is_finite().then_some(end);
    let differences: Result<Vec<AllocatedDifference>> = names()
        .skip(1)
        .zip(&found)
        .map(|(arm, found)| {
            Ok(AllocatedDifference {
                arm: arm.to_owned(),
                estimate: found.estimate,
                low: finite(found.interval.lower),
                high: finite(found.interval.upper),
                sentence: tell_difference(metric, arm, found.interval.lower, found.interval.upper)?,
            })
        })
        .collect();
    let mut stated = experiment.clone();
    for (arm, row) in stated.arms.iter_mut().zip(&rows) {
        arm.weight = row.share;
    }
    let allocation = Allocation {
        schema_version: ALLOCATION_SCHEMA_VERSION,
        plan: plan.clone(),
        definition_hash: content_hash(&(experiment, plan))?,
        data_hash: hash_table(table),
        engine_version: env!("CARGO_PKG_VERSION").to_owned(),
        is_simulated: false,
        sentence: sentence(&rows, plan),
        arms: rows,
        differences: differences?,
        checks: checks(units.len(), rarest, empty),
        next: stated,
    };
    check_allocation(&allocation)?;
    Ok(allocation)
}

fn adaptive_metric(experiment: &LiveExperiment) -> Result<&LiveMetric> {
    let refuse =
        |message: &str, hint: &str| Err(Error::new(ErrorCode::InvalidExperiment, message).with_hint(hint));
    let primary = experiment.metrics.iter().find(|metric| metric.role == MetricRole::Primary);
    let Some(metric) = primary else {
        return refuse("no metric is primary, so nothing can decide", "give one metric the role `primary`");
    };
    if !matches!(metric.measure, LiveMeasure::Mean(_) | LiveMeasure::Proportion(_)) {
        return refuse(
            "shares can follow a mean or a share only",
            "make such a metric the first primary one",
        );
    }
    if metric.direction == Direction::Keep {
        return refuse("shares cannot follow a metric that is to stay as it is", "say which way is better");
    }
    if metric.winsorize.is_some() {
        return refuse(
            "shares that follow what was seen know no quantiles to winsorise at",
            "state a `cap` and a `floor` for the metric, which hold from the first unit on",
        );
    }
    if !(metric.covariates.is_empty() && metric.learned_from.is_empty()) {
        return refuse(
            "covariates cannot sharpen a test whose shares follow what was seen",
            "leave `covariates` and `learned_from` of the metric away",
        );
    }
    if experiment.rows != RowKind::Unit {
        return refuse("shares can follow rows of units only", "give one row for each unit");
    }
    Ok(metric)
}

fn next_shares<'a, Values: Iterator<Item = f64> + 'a>(
    metric: &LiveMetric,
    plan: &AllocationPlan,
    arms: usize,
    sign: f64,
    values: &impl Fn(usize) -> Values,
) -> Result<NextShares> {
    if let LiveMeasure::Proportion(_) = metric.measure {
        let share = |arm: usize| {
            let (yes, all) = values(arm).fold((0, 0), |(yes, all), value| {
                // Where less is better, the other answer is the one that counts.
                (yes + u64::from((value == 1.0) == (sign > 0.0)), all + 1)
            });
            Share::new(yes, all)
        };
        let seen: Result<Vec<Share>> = (0..arms).map(share).collect();
        return next_shares_of_proportions(&seen?, plan.rule, plan.least_share);
    }
    let moments = |arm: usize| {
        let mut moments = Moments::default();
        values(arm).for_each(|value| moments.push(sign * value));
        moments
    };
    let seen: Vec<Moments> = (0..arms).map(moments).collect();
    next_shares_of_means(&seen, plan.rule, plan.least_share)
}

fn read(
    experiment: &LiveExperiment,
    plan: &AllocationPlan,
    table: &Table<'_>,
) -> Result<(Vec<AdaptiveUnit>, u64)> {
    let columns = Columns::of(experiment, table)?;
    let share_at = table.column(&plan.share_column).map_err(|error| {
        error.with_hint("each row needs the share that its arm had when the unit was assigned")
    })?;
    let is_share =
        experiment.metrics.first().is_some_and(|metric| matches!(metric.measure, LiveMeasure::Proportion(_)));
    let cap = experiment.metrics.first().and_then(|metric| metric.cap).unwrap_or(f64::INFINITY);
    let floor = experiment.metrics.first().and_then(|metric| metric.floor).unwrap_or(f64::NEG_INFINITY);
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let (mut units, mut empty) = (Vec::with_capacity(table.rows.len()), 0);
    for (line, cells) in &table.rows {
        let name = columns.unit(*line, cells)?;
        if !seen.insert(name) {
            return Err(wrong(*line, format!("the unit `{name}` stands twice")));
        }
        let arm = columns.arm(experiment, *line, cells)?;
        let share = share(*line, cells, share_at, plan.least_share)?;
        let Some(value) = columns.values(*line, cells)?.first().copied().flatten() else {
            empty += 1;
            continue;
        };
        if is_share && value != 0.0 && value != 1.0 {
            return Err(wrong(*line, format!("a share is made of 0 and 1, not `{value}`")));
        }
        units.push(AdaptiveUnit { arm, share, value: value.min(cap).max(floor) });
    }
    let count = |arm: usize| units.iter().filter(|unit| unit.arm == arm).count() as u64;
    check_arms(experiment, (0..experiment.arms.len()).map(count))?;
    Ok((units, empty))
}

fn share(line: u64, cells: &[Cow<'_, str>], place: usize, least: f64) -> Result<f64> {
    let text = cells.get(place).map_or("", |cell| cell.trim());
    let share = text.parse::<f64>().ok().filter(|share| *share > 0.0 && *share <= 1.0).ok_or_else(|| {
        wrong(line, format!("the share of an arm must lie above 0 and up to 1, not `{text}`"))
            .with_hint("0.25 means that one unit in four got this arm at that time")
    })?;
    // Shares are written with few digits.
    if share < least * (1.0 - 1e-6) {
        return Err(wrong(line, format!("the share `{text}` is below the least share of the plan, {least}"))
            .with_hint("a unit counts as many times as one over its share, so ranges hold only where shares stay above a limit"));
    }
    Ok(share)
}

fn sentence(arms: &[AllocatedArm], plan: &AllocationPlan) -> String {
    let shares: Vec<String> =
        arms.iter().map(|arm| format!("{} to `{}`", figures::percent(arm.share, 1), arm.arm)).collect();
    let goal = match plan.rule {
        AllocationRule::Thompson => "so that little is lost on the way",
        AllocationRule::TopTwo => "so that the best arm is found soon",
    };
    let best = arms.iter().reduce(|best, arm| if arm.chance_best > best.chance_best { arm } else { best });
    let leads = best.map_or(String::new(), |best| {
        format!(
            " As things stand, `{}` is the best one with a chance of {}.",
            best.arm,
            figures::percent(best.chance_best, 0)
        )
    });
    format!("Give {} next, {goal}.{leads}", figures::list(&shares))
}

fn checks(units: usize, rarest: usize, empty: u64) -> Vec<TrustCheck> {
    let mut checks = Vec::new();
    let warning = |name: &str, sentence: String, detail: String| TrustCheck {
        name: name.to_owned(),
        outcome: TrustOutcome::Warning,
        sentence,
        detail,
    };
    if units < FIRST_LOOK || rarest < FIRST_UNITS {
        checks.push(warning(
            "too_early",
            format!(
                "{units} units are in, {rarest} of them in the rarest arm; ranges are told from {FIRST_LOOK} units and \
                 {FIRST_UNITS} of each arm on."
            ),
            format!("{units} of {FIRST_LOOK}, {rarest} of {FIRST_UNITS}; the ranges hold for large samples"),
        ));
    }
    if empty > 0 {
        checks.push(warning(
            "missing_values",
            format!("{empty} units have no value yet and are left out."),
            format!("count {empty}"),
        ));
    }
    checks
}
