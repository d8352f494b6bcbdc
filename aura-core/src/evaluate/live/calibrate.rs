//! A/A calibration: the user's own units are split at random again and again, so that every difference is a false alarm.

use super::collect::{Collected, Source, Unit, UnitRows, collect_units};
use super::data::{Evidence, Points};
use super::recheck::{check_calibrated, check_trust, names};
use super::spill::spill_over;
use crate::domain::calibration::{CALIBRATION_SCHEMA_VERSION, CalibratedMetric, Calibration};
use crate::domain::figures;
use crate::domain::live::{LiveExperiment, LiveMetric};
use crate::domain::version::content_hash;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::random::{Seed, Stream, Streams};
use crate::stats::analysis::{AnalysisDesign, analyze};
use crate::stats::hypothesis::{ProportionMethod, Share, proportion_interval};
use crate::text::Table;

/// Confidence of the range of a rate.
const SURE: f64 = 0.99;

/// Most units over all splits.
const WORK: u64 = 1_000_000_000;

/// How often the test that was stated would raise a false alarm with these data.
///
/// All units, whatever their arm, are given an arm at random by the planned shares, `splits` times, each split from its own
/// stream of the seed; each time every metric of the first treatment is judged as the statement says, at the confidence of
/// the rule. Nothing differs but by chance, so the share of splits that look like a difference must be near what the rule
/// allows (Kohavi, Tang and Xu 2020, chapter 19). With planned or open looks one look is judged, so the share is lower.
/// With `shared`, a column of what units of both arms have in common, the units as they were really assigned are checked
/// for arms that disturb each other.
///
/// # Errors
/// As [`collect_table`](super::collect_table); `invalid_number` for no splits; `limit_size` for too many.
pub fn calibrate(
    experiment: &LiveExperiment,
    table: &Table<'_>,
    splits: u64,
    seed: Seed,
    shared: Option<&str>,
) -> Result<Calibration> {
    let data = collect_units(experiment, table)?;
    let checks = match shared {
        Some(column) => vec![spill_over(experiment, table, column)?],
        None => Vec::new(),
    };
    let Collected { source: Source::Units(mut rows), data_hash, counts, .. } = data else {
        return Err(Error::new(ErrorCode::InvalidData, "sums of units cannot be split at random")
            .with_hint("give a table with one row for each unit"));
    };
    let units: u64 = counts.iter().sum();
    if splits == 0 {
        return Err(Error::new(ErrorCode::InvalidNumber, "at least one split is needed"));
    }
    Limits::check_count("units over all splits", units.saturating_mul(splits) as usize, WORK)?;
    let streams = Streams::new(seed.derive("random splits"));
    let mut alarms = vec![(0_u64, 0_u64); experiment.metrics.len()];
    for split in 0..splits {
        deal(experiment, &mut rows, &mut streams.stream(split, 0, 0));
        for (metric, (judged, found)) in experiment.metrics.iter().zip(&mut alarms) {
            if let Some(is_alarm) = judged_once(experiment, metric, &rows)? {
                *judged += 1;
                *found += u64::from(is_alarm);
            }
        }
    }
    check_trust(&checks, &names(experiment))?;
    let metrics: Result<Vec<CalibratedMetric>> = experiment
        .metrics
        .iter()
        .zip(alarms)
        .map(|(metric, (judged, found))| calibrated(experiment, metric, judged, found))
        .collect();
    Ok(Calibration {
        schema_version: CALIBRATION_SCHEMA_VERSION,
        definition_hash: content_hash(experiment)?,
        data_hash,
        engine_version: env!("CARGO_PKG_VERSION").to_owned(),
        seed: seed.0,
        splits,
        units,
        metrics: metrics?,
        checks,
    })
}

/// Gives every unit an arm at random, by the planned shares.
fn deal(experiment: &LiveExperiment, rows: &mut UnitRows, stream: &mut Stream) {
    let total: f64 = experiment.arms.iter().map(|arm| arm.weight).sum();
    let all: Vec<Unit> = rows.arms.iter_mut().flat_map(std::mem::take).collect();
    for unit in all {
        let mut left = stream.next_unit() * total;
        let place = experiment.arms.iter().position(|arm| {
            left -= arm.weight;
            left < 0.0
        });
        if let Some(arm) = rows.arms.get_mut(place.unwrap_or(0)) {
            arm.push(unit);
        }
    }
}

/// Whether one split looks like a difference; nothing where it cannot be judged, as where an arm got no one.
fn judged_once(experiment: &LiveExperiment, metric: &LiveMetric, rows: &UnitRows) -> Result<Option<bool>> {
    let points = Points::of(experiment, metric, rows)?;
    let design = AnalysisDesign::default()
        .with_confidence(experiment.rule.confidence)
        .with_monitoring(experiment.monitoring.clone());
    match points.analysis(1).and_then(|data| analyze(&data, &design)) {
        Ok(result) => Ok(Some(result.is_significant)),
        Err(error) if error.code() == ErrorCode::InvalidData => Ok(None),
        Err(error) => Err(error),
    }
}

fn calibrated(
    experiment: &LiveExperiment,
    metric: &LiveMetric,
    judged: u64,
    found: u64,
) -> Result<CalibratedMetric> {
    if judged == 0 {
        let message = format!("`{}`: no split could be judged, since the values do not vary", metric.title);
        return Err(
            Error::new(ErrorCode::InvalidData, message).with_hint("check that the right column is measured")
        );
    }
    let allowed = 1.0 - experiment.rule.confidence;
    let rate = found as f64 / judged as f64;
    let range = proportion_interval(Share::new(found, judged)?, ProportionMethod::Wilson, SURE)?;
    let is_too_high = range.lower > allowed;
    let title = figures::capitalise(&metric.title);
    let verdict = if is_too_high {
        "This is too often: a difference in your real data may be a false alarm; a cap stated beforehand would help"
    } else {
        "Differences in your data mean what they seem to mean"
    };
    let sentence = format!(
        "{title}: of {} random splits of your own data, in which nothing differed, {} looked like a difference; about {} \
         may. {verdict}.",
        figures::count(judged),
        figures::count(found),
        figures::number(allowed * judged as f64, 0),
    );
    let calibrated = CalibratedMetric {
        metric: metric.id.clone(),
        title: metric.title.clone(),
        splits: judged,
        false_alarms: found,
        rate,
        low: range.lower,
        high: range.upper,
        allowed,
        is_too_high,
        sentence,
    };
    check_calibrated(&calibrated)?;
    Ok(calibrated)
}
