//! The difference as it stood after each day, with the bounds of a look at that time.

use super::collect::Collected;
use super::data::Evidence;
use crate::domain::live::{LiveExperiment, LiveLook};
use crate::stats::analysis::{AnalysisDesign, analyze};

/// Most looks that are told; with more days, every second or third is.
const LOOKS: usize = 60;

/// The looks that can be told, each with the confidence that the last one has; none where days are not known.
pub(super) fn looks(
    experiment: &LiveExperiment,
    points: &dyn Evidence,
    data: &Collected,
    arm: usize,
    confidence: f64,
) -> Vec<LiveLook> {
    if data.days.len() < 2 {
        return Vec::new();
    }
    let design =
        AnalysisDesign::default().with_confidence(confidence).with_monitoring(experiment.monitoring.clone());
    let (first, stride) = (data.days.first().copied().unwrap_or(0), data.days.len().div_ceil(LOOKS));
    let look = |last: i64| {
        let result = analyze(&points.on_days(arm, &|day| day <= last).ok()?, &design).ok()?;
        let is_told = result.interval.lower.is_finite() && result.interval.upper.is_finite();
        is_told.then_some(LiveLook {
            day: (last - first + 1) as u64,
            units: result.effect.units as u64,
            estimate: result.effect.estimate,
            low: result.interval.lower,
            high: result.interval.upper,
        })
    };
    // Counted from the end, so that the last day is always told.
    let mut days: Vec<i64> = data.days.iter().rev().step_by(stride).copied().collect();
    days.reverse();
    days.into_iter().filter_map(look).collect()
}
