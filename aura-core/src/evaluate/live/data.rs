//! Units become the sufficient statistics of one metric.

use super::collect::{Unit, UnitRows, day};
use crate::domain::live::{LiveExperiment, LiveMeasure, LiveMetric, RowKind};
use crate::error::{Error, ErrorCode, Result};
use crate::stats::analysis::{AnalysisData, Stratum, Term, quantile_scores};
use crate::stats::joint::JointMoments;

/// One unit of one metric: its stratum, values above and below the line, covariates.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Point {
    pub(super) stratum: usize,
    pub(super) time_ms: Option<i64>,
    pub(super) above: f64,
    pub(super) below: f64,
    pub(super) covariates: Vec<f64>,
}

/// One metric of all arms, unit by unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Points {
    pub(super) arms: Vec<Vec<Point>>,
    pub(super) is_quotient: bool,
    pub(super) strata: usize,
}

/// What a metric must give, whatever it is had from.
pub(super) trait Evidence {
    /// The moments of the control and one other arm.
    fn analysis(&self, arm: usize) -> Result<AnalysisData>;

    /// The same of units that came in on some days.
    fn on_days(&self, arm: usize, keep: &dyn Fn(i64) -> bool) -> Result<AnalysisData>;

    /// The same without the largest value of both arms, and that value; nothing where more than three units have it.
    fn without_largest(&self, arm: usize) -> Option<(f64, AnalysisData)>;
}

impl Evidence for Points {
    fn analysis(&self, arm: usize) -> Result<AnalysisData> {
        self.moments(arm, |_| true)
    }

    fn on_days(&self, arm: usize, keep: &dyn Fn(i64) -> bool) -> Result<AnalysisData> {
        self.moments(arm, |point| point.time_ms.is_some_and(|time| keep(day(time))))
    }

    fn without_largest(&self, arm: usize) -> Option<(f64, AnalysisData)> {
        let values = |place: usize| self.arms.get(place).into_iter().flatten().map(|point| point.above);
        let limit = values(0).chain(values(arm)).reduce(f64::max)?;
        // Shares and counts have many largest values; leaving them out would say nothing.
        let left_out = values(0).chain(values(arm)).filter(|value| *value >= limit).count();
        let kept = self.moments(arm, |point: &Point| point.above < limit).ok()?;
        (left_out <= 3).then_some((limit, kept))
    }
}

impl Points {
    /// Reads the metric from all units.
    ///
    /// # Errors
    /// `invalid_data` where a share holds something else than 0 and 1, or too few units have a value.
    pub(super) fn of(experiment: &LiveExperiment, metric: &LiveMetric, data: &UnitRows) -> Result<Self> {
        let place =
            |name: &String| data.columns.iter().position(|column| column == name).unwrap_or(usize::MAX);
        let covariates: Vec<usize> = metric.covariates.iter().map(place).collect();
        let reader = Reader { metric, data, covariates };
        let mut arms = Vec::with_capacity(data.arms.len());
        for units in &data.arms {
            arms.push(match &metric.measure {
                LiveMeasure::Quantile(quantile) => {
                    reader.quantile(units, place(&quantile.column), quantile.probability)?
                }
                LiveMeasure::Mean(mean) => reader.points(units, place(&mean.column), None, false)?,
                LiveMeasure::Proportion(share) => reader.points(units, place(&share.column), None, true)?,
                LiveMeasure::Ratio(ratio) => {
                    reader.points(units, place(&ratio.above), Some(place(&ratio.below)), false)?
                }
            });
        }
        let is_nested = experiment.rows == RowKind::Nested && !data.are_events;
        let is_quotient = match &metric.measure {
            LiveMeasure::Ratio(_) => true,
            LiveMeasure::Quantile(_) => false,
            _ => is_nested,
        };
        let mut points = Points { arms, is_quotient, strata: data.strata };
        points.fill_covariates(metric.covariates.len());
        Ok(points)
    }

    /// The moments of the control and one other arm, over the units that `keep` takes.
    ///
    /// # Errors
    /// `invalid_data` where an arm keeps fewer than two units.
    fn moments(&self, arm: usize, keep: impl Fn(&Point) -> bool) -> Result<AnalysisData> {
        let width = 2 + self.arms.iter().flatten().next().map_or(0, |point| point.covariates.len());
        let mut moments = Vec::new();
        for place in [0, arm] {
            let mut strata = vec![JointMoments::new(width)?; self.strata];
            for point in self.arms.get(place).into_iter().flatten().filter(|point| keep(point)) {
                let mut values = vec![point.above, point.below];
                values.extend(&point.covariates);
                if let Some(stratum) = strata.get_mut(point.stratum) {
                    stratum.push(&values)?;
                }
            }
            moments.push(strata);
        }
        let (Some(treatment), Some(control)) = (moments.pop(), moments.pop()) else {
            return Err(Error::new(ErrorCode::Internal, "an arm was lost"));
        };
        let pairs = control.into_iter().zip(treatment);
        let strata = pairs.map(|(control, treatment)| Stratum { control, treatment }).collect();
        analysis_data(self.is_quotient, width, strata)
    }

    /// A covariate that is not known counts as the average of all others, which is the same for all arms.
    pub(super) fn fill_covariates(&mut self, count: usize) {
        for index in 0..count {
            let (mut sum, mut known) = (0.0, 0_u64);
            for value in self.arms.iter().flatten().filter_map(|point| point.covariates.get(index)) {
                if value.is_finite() {
                    sum += value;
                    known += 1;
                }
            }
            let average = if known == 0 { 0.0 } else { sum / known as f64 };
            for point in self.arms.iter_mut().flatten() {
                for value in
                    point.covariates.iter_mut().skip(index).take(1).filter(|value| !value.is_finite())
                {
                    *value = average;
                }
            }
        }
    }
}

struct Reader<'a> {
    metric: &'a LiveMetric,
    data: &'a UnitRows,
    covariates: Vec<usize>,
}

impl Reader<'_> {
    fn points(
        &self,
        units: &[Unit],
        above: usize,
        below: Option<usize>,
        is_share: bool,
    ) -> Result<Vec<Point>> {
        let mut points = Vec::with_capacity(units.len());
        for unit in units {
            let (mut top, mut bottom, mut rows) = (0.0, 0.0, 0_u64);
            for row in &unit.rows {
                let read = |place: usize| row.get(place).copied().flatten();
                let (Some(value), Some(under)) = (read(above), below.map_or(Some(1.0), read)) else {
                    continue;
                };
                if is_share && value != 0.0 && value != 1.0 {
                    let title = &self.metric.title;
                    return Err(Error::new(
                        ErrorCode::InvalidData,
                        format!("`{title}` is a share, but a unit has the value `{value}`"),
                    )
                    .with_hint("a share is made of 0 and 1; measure other values as a mean"));
                }
                top += value;
                bottom += under;
                rows += 1;
            }
            if self.data.are_events {
                // No event is an outcome too: nothing happened.
                top = if is_share { top.min(1.0) } else { top };
                bottom = if below.is_none() { 1.0 } else { bottom };
            } else if rows == 0 {
                continue;
            }
            let above = self.metric.cap.map_or(top, |cap| top.min(cap));
            points.push(self.point(unit, above, bottom));
        }
        Ok(points)
    }

    fn quantile(&self, units: &[Unit], place: usize, probability: f64) -> Result<Vec<Point>> {
        let (mut rows, mut kept) = (Vec::new(), Vec::new());
        for unit in units {
            let values = unit.rows.iter().filter_map(|row| row.get(place).copied().flatten());
            let before = rows.len();
            let cap = |value: f64| self.metric.cap.map_or(value, |cap| value.min(cap));
            rows.extend(values.map(|value| (kept.len(), cap(value))));
            if rows.len() > before {
                kept.push(unit);
            }
        }
        let scores = quantile_scores(&rows, kept.len(), probability)?;
        Ok(kept.into_iter().zip(scores).map(|(unit, score)| self.point(unit, score.score, 1.0)).collect())
    }

    fn point(&self, unit: &Unit, above: f64, below: f64) -> Point {
        let covariate = |&place: &usize| {
            if self.data.are_events {
                return unit.before.get(place).copied().unwrap_or(0.0);
            }
            let row = unit.rows.first().and_then(|row| row.get(place).copied().flatten());
            // Not known yet; filled with the average below.
            row.unwrap_or(f64::INFINITY)
        };
        Point {
            stratum: unit.stratum,
            time_ms: unit.time_ms,
            above,
            below,
            covariates: self.covariates.iter().map(covariate).collect(),
        }
    }
}

/// One metric whose moments stand in the order: above, below, covariates.
pub(super) fn analysis_data(is_quotient: bool, width: usize, strata: Vec<Stratum>) -> Result<AnalysisData> {
    Ok(AnalysisData {
        outcome: if is_quotient { Term::Quotient { above: 0, below: 1 } } else { Term::Mean { column: 0 } },
        covariates: (2..width).map(|column| Term::Mean { column }).collect(),
        strata: join_small(strata)?,
    })
}

/// Parts of the population in which an arm has fewer than two units are joined with others.
fn join_small(strata: Vec<Stratum>) -> Result<Vec<Stratum>> {
    let is_small = |part: &Stratum| part.control.count().min(part.treatment.count()) < 2;
    let (small, mut large): (Vec<Stratum>, Vec<Stratum>) = strata.into_iter().partition(is_small);
    let mut rest: Option<Stratum> = None;
    for part in small {
        rest = Some(match rest {
            None => part,
            Some(whole) => join(&whole, &part)?,
        });
    }
    if let Some(rest) = rest {
        match large.first_mut() {
            Some(first) if is_small(&rest) => *first = join(first, &rest)?,
            _ => large.push(rest),
        }
    }
    Ok(large)
}

fn join(first: &Stratum, second: &Stratum) -> Result<Stratum> {
    Ok(Stratum {
        control: first.control.merge(&second.control)?,
        treatment: first.treatment.merge(&second.treatment)?,
    })
}
