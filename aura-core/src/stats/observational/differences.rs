//! Difference in differences.

use std::collections::{BTreeMap, BTreeSet};

use super::regression::Regression;
use crate::error::Result;
use crate::limits::Limits;
use crate::stats::check::{self, invalid_data};
use crate::stats::hypothesis::{Inference, TestOptions};

/// Most periods of a panel: each is a term of the fit.
const PERIODS: u64 = 1_000;

/// One figure of one unit in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observed {
    /// The unit; numbers need not be dense.
    pub unit: usize,
    /// Rows of one cluster hang together; usually the unit itself.
    pub cluster: usize,
    /// The period, from 0 in the order of time.
    pub period: usize,
    /// Whether the unit is among those that were changed.
    pub is_treated: bool,
    /// The figure.
    pub value: f64,
}

/// What changed at a point in time for some units more than for others.
#[derive(Debug, Clone, PartialEq)]
pub struct Differences {
    /// The effect on the changed units after the change.
    pub effect: Inference,
    /// How much more the changed units grew in each period before the change already; nothing where there are too few
    /// periods to tell. Parallel growth is what the method assumes.
    pub before: Option<Inference>,
    /// Changed units.
    pub treated: usize,
    /// The others.
    pub others: usize,
    /// Clusters of both.
    pub clusters: usize,
    /// Whether units are seen more than once, so that each serves as its own comparison.
    pub is_panel: bool,
}

/// The effect of a change from period `start` on (Angrist and Pischke 2009, section 5.2).
///
/// Where units are seen again, the fit has an effect of each unit and of each period; where each is seen once, an effect
/// of each side and of each period, which for two periods is the plain difference of two differences. Errors allow for
/// rows of one cluster to hang together (CR1, Student-t with one degree less than there are clusters); effects of units
/// that lie within clusters do not count as terms (Cameron and Miller 2015, section III.B). Assumes that both sides would
/// have moved alike without the change, and one date of change for all.
///
/// # Errors
/// `invalid_data` where one side has no rows before or after the change, or fewer than two clusters.
///
/// # Example
/// ```
/// use aura_core::stats::hypothesis::TestOptions;
/// use aura_core::stats::observational::{Observed, differences};
/// let rows: Vec<Observed> = (0..40)
///     .map(|place| {
///         let (unit, period) = (place / 2, place % 2);
///         let is_treated = unit < 8;
///         let gain = if is_treated && period == 1 { 5.0 } else { 0.0 };
///         let value = unit as f64 + 2.0 * period as f64 + gain + (place * place % 3) as f64;
///         Observed { unit, cluster: unit, period, is_treated, value }
///     })
///     .collect();
/// let found = differences(&rows, 1, &TestOptions::default())?;
/// assert!(found.is_panel && found.effect.interval.contains(5.0));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn differences(rows: &[Observed], start: usize, options: &TestOptions) -> Result<Differences> {
    for row in rows {
        check::finite("a value", row.value)?;
    }
    for (is_treated, side) in [(true, "changed"), (false, "other")] {
        for (is_after, time) in [(false, "before"), (true, "after")] {
            let found =
                rows.iter().any(|row| row.is_treated == is_treated && (row.period >= start) == is_after);
            if !found {
                return Err(invalid_data(format!("there are no rows of the {side} units {time} the change"))
                    .with_hint("check the names of the changed units and the time of the change"));
            }
        }
    }
    let units = |wanted: bool| -> BTreeSet<usize> {
        rows.iter().filter(|row| row.is_treated == wanted).map(|row| row.unit).collect()
    };
    let (treated, others) = (units(true), units(false));
    if treated.len() < 2 || others.len() < 2 {
        return Err(invalid_data(
            "at least two changed units and two others are needed to tell chance apart",
        )
        .with_hint("one changed unit can be compared by `synthetic_control` or `interrupted_series`"));
    }
    if !treated.is_disjoint(&others) {
        return Err(invalid_data("a unit is both among the changed ones and among the others"));
    }
    let is_panel = treated.len() + others.len() < rows.len();
    let exposed = |row: &Observed| f64::from(u8::from(row.is_treated && row.period >= start));
    let effect = fit(rows, is_panel, exposed, options)?;
    let early: Vec<Observed> = rows.iter().copied().filter(|row| row.period < start).collect();
    let trend = |row: &Observed| if row.is_treated { row.period as f64 } else { 0.0 };
    let before = fit(&early, is_panel, trend, options).ok().filter(|_| start > 1);
    let clusters: BTreeSet<usize> = rows.iter().map(|row| row.cluster).collect();
    Ok(Differences {
        effect,
        before,
        treated: treated.len(),
        others: others.len(),
        clusters: clusters.len(),
        is_panel,
    })
}

/// The coefficient of a term beside effects of groups (units or sides) and periods.
fn fit(
    rows: &[Observed],
    is_panel: bool,
    term: impl Fn(&Observed) -> f64,
    options: &TestOptions,
) -> Result<Inference> {
    let periods: BTreeSet<usize> = rows.iter().map(|row| row.period).collect();
    Limits::check_count("periods", periods.len(), PERIODS)?;
    let group = |row: &Observed| if is_panel { row.unit } else { usize::from(row.is_treated) };
    let design: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| {
            let mut cells = vec![term(row)];
            cells.extend(periods.iter().skip(1).map(|period| f64::from(u8::from(row.period == *period))));
            if !is_panel {
                cells.push(f64::from(u8::from(row.is_treated)));
            }
            cells
        })
        .collect();
    let values: Vec<f64> = rows.iter().map(|row| row.value).collect();
    // Effects of units are taken out by subtracting the mean of each unit (Frisch and Waugh 1933) and adding that of all,
    // which keeps the constant.
    let groups: Vec<usize> = rows.iter().map(group).collect();
    let (design, values) = if is_panel { within(&design, &values, &groups) } else { (design, values) };
    let design: Vec<Vec<f64>> =
        design.into_iter().map(|row| std::iter::once(1.0).chain(row).collect()).collect();
    let fitted = Regression::fit(&design, &values)?;
    let clusters: Vec<usize> = rows.iter().map(|row| row.cluster).collect();
    let covariance = fitted.by_cluster(&clusters)?;
    let width = design.first().map_or(0, Vec::len);
    let weights: Vec<f64> = (0..width).map(|place| f64::from(u8::from(place == 1))).collect();
    let (estimate, variance) = fitted.contrast(&weights, &covariance);
    let count = clusters.iter().collect::<BTreeSet<_>>().len();
    Inference::from_estimate(estimate, libm::sqrt(variance.max(0.0)), count as f64 - 1.0, options)
}

fn within(design: &[Vec<f64>], values: &[f64], groups: &[usize]) -> (Vec<Vec<f64>>, Vec<f64>) {
    let width = design.first().map_or(0, Vec::len);
    let mut sums: BTreeMap<usize, (f64, Vec<f64>)> = BTreeMap::new();
    let mut total = vec![0.0; width + 1];
    let joined = |row: &Vec<f64>, value: f64| row.iter().copied().chain([value]).collect::<Vec<f64>>();
    for ((row, value), group) in design.iter().zip(values).zip(groups) {
        let (count, sum) = sums.entry(*group).or_insert_with(|| (0.0, vec![0.0; width + 1]));
        *count += 1.0;
        for ((cell, sum), total) in joined(row, *value).into_iter().zip(sum).zip(&mut total) {
            *sum += cell;
            *total += cell;
        }
    }
    let count = design.len() as f64;
    let mut rows = Vec::with_capacity(design.len());
    let mut outcomes = Vec::with_capacity(design.len());
    for ((row, value), group) in design.iter().zip(values).zip(groups) {
        let none = (1.0, Vec::new());
        let (size, sum) = sums.get(group).unwrap_or(&none);
        let mut cells: Vec<f64> = joined(row, *value)
            .into_iter()
            .zip(sum)
            .zip(&total)
            .map(|((cell, sum), total)| cell - sum / size + total / count)
            .collect();
        outcomes.push(cells.pop().unwrap_or(0.0));
        rows.push(cells);
    }
    (rows, outcomes)
}
