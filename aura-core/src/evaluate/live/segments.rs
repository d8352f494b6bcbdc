//! The metric that decides in each part of the population, with bounds that hold for all parts together.

use super::data::Evidence;
use super::words;
use crate::domain::experiment::{Comparison, ComparisonReading};
use crate::domain::live::{LiveExperiment, LiveMetric, LiveSegment};
use crate::error::Result;
use crate::evaluate::comparison::read;
use crate::stats::analysis::{AnalysisData, AnalysisDesign, analyze};

/// The least units that a part must have in both arms to be told by itself; below, means are far from normal.
const LEAST: u64 = 20;
/// The most parts that are told.
const MOST: usize = 50;

/// One comparison for each part that is large enough; `names` are those of the strata, by place.
///
/// All parts share the level (Bonferroni; Dunn 1961), with the intervals and the p-values alike, so that they agree. A
/// part whose data do not vary is left out.
///
/// # Errors
/// `internal` where a number of a sentence does not follow from its figures.
pub(super) fn segments(
    experiment: &LiveExperiment,
    metric: &LiveMetric,
    points: &dyn Evidence,
    arm: usize,
    names: &[String],
) -> Result<Vec<LiveSegment>> {
    let Ok(data) = points.by_part(arm) else { return Ok(Vec::new()) };
    let mut parts: Vec<(&str, u64, AnalysisData)> = Vec::new();
    for (name, stratum) in names.iter().zip(&data.strata) {
        let (control, treatment) = (stratum.control.count(), stratum.treatment.count());
        if control.min(treatment) >= LEAST {
            let alone = AnalysisData { strata: vec![stratum.clone()], ..data.clone() };
            let name = if name.is_empty() { "(empty)" } else { name.as_str() };
            parts.push((name, control + treatment, alone));
        }
    }
    if parts.len() < 2 {
        return Ok(Vec::new());
    }
    parts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0)));
    parts.truncate(MOST);
    parts.sort_by(|one, other| one.0.cmp(other.0));
    let count = parts.len() as f64;
    let design = AnalysisDesign::default()
        .with_confidence(1.0 - (1.0 - experiment.rule.confidence) / count)
        .with_monitoring(experiment.monitoring.clone());
    let name = experiment.arms.get(arm).map_or("", |arm| arm.name.as_str());
    let mut told = Vec::with_capacity(parts.len());
    for (part, units, alone) in parts {
        let Ok(result) = analyze(&alone, &design) else { continue };
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
            p_value: (result.p_value * count).min(1.0),
            pairs: units,
            reading: ComparisonReading::Unclear,
        };
        comparison.reading = read(&comparison, experiment.rule.guardrail_margin);
        let sentence = words::tell_part(&comparison, name, part);
        words::check_part(&sentence, &comparison, name, part)?;
        told.push(LiveSegment { part: part.to_owned(), comparison, sentence });
    }
    Ok(told)
}
