//! The moments of one metric from its exact sums.

use std::collections::BTreeMap;

use super::layout::Part;
use super::tally::{Cell, Key, MetricTally, Row, Tally};
use crate::domain::live::LiveMetric;
use crate::error::{Error, ErrorCode, Result};
use crate::evaluate::live::data::{Evidence, Point, Points, analysis_data, join_small};
use crate::evaluate::live::recipe::Scores;
use crate::stats::analysis::{AnalysisData, Stratum, quantile_scores};
use crate::stats::exact::Run;
use crate::stats::joint::JointMoments;
use crate::stats::sketch::Sketch;
use crate::stats::summary::Wide;
use crate::stats::survival::{Lifetime, SurvivalCurve};

const DAY_MS: i64 = 86_400_000;

/// One metric as sums.
struct Sums<'a> {
    part: &'a Part,
    tally: &'a MetricTally,
    strata: usize,
    /// What a missing covariate counts as: the average of all that are there, the same for all arms.
    averages: Vec<f64>,
    /// Units that are left out because they are too young.
    young: u64,
}

impl Tally {
    /// What one metric is had from.
    pub(in super::super) fn metric(
        &self,
        metric: &LiveMetric,
        index: usize,
    ) -> Result<Box<dyn Evidence + '_>> {
        let (Some(part), Some(tally)) = (self.layout.metrics.get(index), self.metrics.get(index)) else {
            return Err(Error::new(
                ErrorCode::Internal,
                format!("the metric `{}` was not read", metric.title),
            ));
        };
        let strata = self.strata.places.len().max(1);
        let first = part.required.first().copied().unwrap_or(0);
        let young = self.young.get(first).map_or(0, |counts| counts.iter().sum());
        if part.keeps_rows() {
            return Ok(Box::new(Points { young, ..self.points(part, tally, strata)? }));
        }
        let averages = (0..part.covariates.len()).map(|index| average(part, tally, index)).collect();
        Ok(Box::new(Sums { part, tally, strata, averages, young }))
    }

    fn points(&self, part: &Part, tally: &MetricTally, strata: usize) -> Result<Points> {
        let mut arms = Vec::with_capacity(self.counts.len());
        let (mut lifetimes, mut own_values) = (Vec::new(), Vec::new());
        for arm in 0..self.counts.len() as u32 {
            let rows = tally.rows.get(&arm).map(Vec::as_slice).unwrap_or_default();
            let value = |row: &Row, place: usize| row.values.get(place).copied().unwrap_or(0.0);
            let scores = match part.scores {
                None => rows.iter().map(|row| value(row, 0)).collect(),
                Some(Scores::Quantile(probability)) => {
                    let values: Vec<(usize, f64)> =
                        rows.iter().map(|row| value(row, 0)).enumerate().collect();
                    own_values.push(values.iter().map(|row| row.1).collect());
                    quantile_scores(&values, rows.len(), probability)?
                        .into_iter()
                        .map(|score| score.score)
                        .collect()
                }
                Some(Scores::Time(limit)) => {
                    let units: Vec<Lifetime> = rows
                        .iter()
                        .map(|row| Lifetime { time: value(row, 1), has_event: value(row, 0) == 1.0 })
                        .collect();
                    let scores = SurvivalCurve::new(&units)?.mean_scores(&units, limit)?;
                    lifetimes.push(units);
                    scores
                }
            };
            let point = |(row, score): (&Row, f64)| Point {
                stratum: row.key.stratum as usize,
                time_ms: self.layout.time.map(|_| row.key.day * DAY_MS),
                key: row.unit,
                above: score,
                below: if part.is_quotient() { value(row, 1) } else { 1.0 },
                covariates: covariates(part, row),
                more: Vec::new(),
            };
            arms.push(rows.iter().zip(scores).map(point).collect());
        }
        let is_quotient = part.is_quotient();
        let is_truth = part.is_truth();
        let values = own_values;
        let mut points =
            Points { arms, is_quotient, strata, lifetimes, values, is_truth, young: 0, combined: None };
        points.fill_covariates(part.covariates.len());
        points.learn(part.learned)?;
        Ok(points)
    }
}

fn is_lacking(lacking: u64, index: usize) -> bool {
    lacking >> (index % 64) & 1 == 1
}

fn covariates(part: &Part, row: &Row) -> Vec<f64> {
    let values = row.values.iter().skip(part.required.len()).enumerate();
    // What is infinite is filled with the average.
    values
        .map(|(index, value)| if is_lacking(row.key.lacking, index) { f64::INFINITY } else { *value })
        .collect()
}

fn average(part: &Part, tally: &MetricTally, index: usize) -> f64 {
    let (mut sum, mut count) = (Wide::default(), 0_u64);
    for (_, cell) in tally.cells.iter().filter(|(key, _)| !is_lacking(key.lacking, index)) {
        sum = sum.plus(cell.sums.get(part.required.len() + index).map(|sum| sum.wide()).unwrap_or_default());
        count += cell.count;
    }
    if count == 0 { 0.0 } else { sum.divided_by(count as f64).value() }
}

impl Sums<'_> {
    fn build(
        &self,
        cells: &BTreeMap<Key, Cell>,
        arm: usize,
        keep: impl Fn(&Key) -> bool,
    ) -> Result<AnalysisData> {
        let width = 2 + self.part.covariates.len();
        let mut sides = Vec::with_capacity(2);
        for place in [0, arm] {
            let mut strata = vec![JointMoments::new(width)?; self.strata];
            for (key, cell) in cells.iter().filter(|(key, _)| key.arm as usize == place && keep(key)) {
                if let Some(stratum) = strata.get_mut(key.stratum as usize) {
                    *stratum = stratum.merge(&self.joint(cell, key.lacking)?)?;
                }
            }
            sides.push(strata);
        }
        let (Some(treatment), Some(control)) = (sides.pop(), sides.pop()) else {
            return Err(Error::new(ErrorCode::Internal, "an arm was lost"));
        };
        let strata =
            control.into_iter().zip(treatment).map(|(control, treatment)| Stratum { control, treatment });
        Ok(analysis_data(self.part.is_quotient(), width, strata.collect()))
    }

    /// The moments of a cell: above, below, covariates. Below a mean stands 1.
    fn joint(&self, cell: &Cell, lacking: u64) -> Result<JointMoments> {
        let count = Wide::new(cell.count as f64);
        let kept = self.part.required.len();
        let width = 2 + self.part.covariates.len();
        // The place of a variable among those that are kept, or the constant that it is.
        let read = |variable: usize| -> (Option<usize>, f64) {
            match variable {
                0 => (Some(0), 0.0),
                1 if kept > 1 => (Some(1), 0.0),
                1 => (None, 1.0),
                _ if is_lacking(lacking, variable - 2) => {
                    (None, self.averages.get(variable - 2).copied().unwrap_or(0.0))
                }
                _ => (Some(variable - 2 + kept), 0.0),
            }
        };
        let sum = |place: usize| cell.sums.get(place).map(|sum| sum.wide()).unwrap_or_default();
        let whole = cell.sums.len();
        let product = |first: usize, second: usize| {
            let (low, high) = (first.min(second), first.max(second));
            let place = low * (2 * whole + 1 - low) / 2 + (high - low);
            cell.products.get(place).map(|sum| sum.wide()).unwrap_or_default()
        };
        let sums = (0..width).map(|variable| match read(variable) {
            (Some(place), _) => sum(place),
            (None, constant) => count.times(Wide::new(constant)),
        });
        let sums = sums.collect();
        let mut products = Vec::with_capacity(width * (width + 1) / 2);
        for first in 0..width {
            for second in first..width {
                products.push(match (read(first), read(second)) {
                    ((Some(first), _), (Some(second), _)) => product(first, second),
                    ((Some(place), _), (None, constant)) | ((None, constant), (Some(place), _)) => {
                        sum(place).times(Wide::new(constant))
                    }
                    ((None, first), (None, second)) => count.times(Wide::product(first, second)),
                });
            }
        }
        JointMoments::from_wide(cell.count, sums, products)
    }
}

impl Evidence for Sums<'_> {
    fn young(&self) -> u64 {
        self.young
    }

    fn spread(&self, arm: usize) -> Option<Sketch> {
        self.tally.spread.get(&(arm as u32)).cloned()
    }

    fn by_part(&self, arm: usize) -> Result<AnalysisData> {
        self.build(&self.tally.cells, arm, |_| true)
    }

    fn on_days(&self, arm: usize, keep: &dyn Fn(i64) -> bool) -> Result<AnalysisData> {
        join_small(self.build(&self.tally.cells, arm, |key| keep(key.day))?)
    }

    fn without_largest(&self, arm: usize) -> Option<(f64, AnalysisData)> {
        let rows = |place: usize| self.tally.top.get(&(place as u32)).into_iter().flatten();
        let value = |row: &&Row| row.values.first().copied().unwrap_or(f64::NEG_INFINITY);
        let limit = rows(0).chain(rows(arm)).map(|row| value(&row)).reduce(f64::max)?;
        let largest: Vec<&Row> = rows(0).chain(rows(arm)).filter(|row| value(row) >= limit).collect();
        if largest.len() > 3 {
            return None;
        }
        let mut cells = self.tally.cells.clone();
        for row in largest {
            let mut own = Cell::new(row.values.len());
            let runs: Result<Vec<Run<'_>>> =
                row.values.iter().map(|value| Run::new(std::slice::from_ref(value))).collect();
            own.add(&runs.ok()?);
            cells.get_mut(&row.key)?.subtract(&own);
        }
        Some((limit, join_small(self.build(&cells, arm, |_| true).ok()?).ok()?))
    }
}
