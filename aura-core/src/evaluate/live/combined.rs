//! Sums and products of measures: every part is read by itself, and the parts of a unit are put side by side.

use std::collections::BTreeSet;

use super::collect::UnitRows;
use super::data::{Point, Points};
use crate::domain::live::{Combination, CombinedMeasure, LiveExperiment, LiveMetric};
use crate::error::{Error, ErrorCode, Result};
use crate::stats::analysis::{Term, WeightedTerm};

/// Reads a combined metric. Units for which a part cannot be had are left out of all parts, before quantiles and curves
/// are found, so that all parts speak of the same units.
///
/// # Errors
/// As [`Points::of`] for each part.
pub(super) fn combined(
    experiment: &LiveExperiment,
    metric: &LiveMetric,
    own: &CombinedMeasure,
    data: &UnitRows,
) -> Result<Points> {
    let alone = |place: usize, data: &UnitRows| -> Result<Points> {
        let mut part = metric.clone();
        if let Some(weighted) = own.parts.get(place) {
            part.measure = weighted.measure.clone();
        }
        if place > 0 {
            part.covariates.clear();
        }
        Points::of(experiment, &part, data)
    };
    let all = |data: &UnitRows| -> Result<Vec<Points>> {
        (0..own.parts.len()).map(|place| alone(place, data)).collect()
    };
    let mut parts = all(data)?;
    let young = parts.iter().map(|part| part.young).max().unwrap_or(0);
    if let Some(kept) = common(&parts) {
        let mut whole = data.clone();
        for (units, kept) in whole.arms.iter_mut().zip(&kept) {
            units.retain(|unit| kept.contains(&unit.key));
        }
        parts = all(&whole)?;
    }
    let mut terms = Vec::with_capacity(parts.len());
    for (place, (part, weighted)) in parts.iter().zip(&own.parts).enumerate() {
        let above = 2 * place;
        let term = if part.is_quotient {
            Term::Quotient { above, below: above + 1 }
        } else {
            Term::Mean { column: above }
        };
        terms.push(WeightedTerm { term, weight: weighted.weight });
    }
    let mut parts = parts.into_iter();
    let Some(mut first) = parts.next() else {
        return Err(Error::new(ErrorCode::InvalidExperiment, format!("`{}` has no parts", metric.title)));
    };
    for part in parts {
        for (points, others) in first.arms.iter_mut().zip(part.arms) {
            join(points, &others)?;
        }
    }
    first.combined = Some(match own.how {
        Combination::Sum => Term::Sum { parts: terms },
        Combination::Product => Term::Product { parts: terms },
    });
    Ok(Points { young, is_truth: false, lifetimes: Vec::new(), values: Vec::new(), ..first })
}

/// The units that all parts have, by arm; nothing where every part has all of them.
fn common(parts: &[Points]) -> Option<Vec<BTreeSet<u64>>> {
    let keys = |points: &Points| -> Vec<BTreeSet<u64>> {
        points.arms.iter().map(|arm| arm.iter().map(|point| point.key).collect()).collect()
    };
    let (first, others) = parts.split_first()?;
    let (mut kept, mut is_same) = (keys(first), true);
    for own in others.iter().map(keys) {
        is_same &= own == kept;
        for (kept, own) in kept.iter_mut().zip(&own) {
            kept.retain(|key| own.contains(key));
        }
    }
    (!is_same).then_some(kept)
}

/// Puts the values of one more part beside those of the same units.
fn join(points: &mut [Point], others: &[Point]) -> Result<()> {
    let is_same =
        points.len() == others.len() && points.iter().zip(others).all(|(one, two)| one.key == two.key);
    if !is_same {
        return Err(Error::new(ErrorCode::Internal, "the parts of a metric have different units"));
    }
    for (point, other) in points.iter_mut().zip(others) {
        point.more.extend([other.above, other.below]);
    }
    Ok(())
}
