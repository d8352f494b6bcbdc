//! Units become the sufficient statistics of one metric.

use super::collect::{Unit, UnitRows, day};
use super::combined::combined;
use super::recipe::{Kind, Recipe, Scores};
use crate::domain::live::{LiveExperiment, LiveMeasure, LiveMetric, RowKind};
use crate::error::{Error, ErrorCode, Result};
use crate::stats::analysis::{AnalysisData, Stratum, Term, quantile_scores};
use crate::stats::joint::JointMoments;
use crate::stats::prediction::{KnownUnit, cross_fitted_predictions};
use crate::stats::quantile::Sorted;
use crate::stats::sketch::Sketch;
use crate::stats::survival::{Lifetime, SurvivalCurve, log_rank};

/// One unit of one metric: its stratum, values above and below the line, covariates.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Point {
    pub(super) stratum: usize,
    pub(super) time_ms: Option<i64>,
    /// The number of the unit.
    pub(super) key: u64,
    pub(super) above: f64,
    pub(super) below: f64,
    pub(super) covariates: Vec<f64>,
    /// Above and below of the second and later parts, where the metric is combined.
    pub(super) more: Vec<f64>,
}

/// One metric of all arms, unit by unit.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Points {
    pub(super) arms: Vec<Vec<Point>>,
    pub(super) is_quotient: bool,
    pub(super) strata: usize,
    /// How long each unit was watched, by arm, where the metric is a time.
    pub(super) lifetimes: Vec<Vec<Lifetime>>,
    /// Units that are left out because they are too young.
    pub(super) young: u64,
    /// The values by arm, where scores stand for them.
    pub(super) values: Vec<Vec<f64>>,
    /// Whether the values are only 0 and 1.
    pub(super) is_truth: bool,
    /// What the metric is made of, where it is combined.
    pub(super) combined: Option<Term>,
}

/// The relative error of the values that are told of many units.
pub(super) const SPREAD_ERROR: f64 = 0.005;

/// What a metric must give, whatever it is had from.
pub(super) trait Evidence {
    /// The moments of the control and one other arm; parts of the population in which an arm has fewer than two units are
    /// joined with others.
    fn analysis(&self, arm: usize) -> Result<AnalysisData> {
        join_small(self.by_part(arm)?)
    }

    /// The same with every part of the population by itself, in the order of their places, however small it is.
    fn by_part(&self, arm: usize) -> Result<AnalysisData>;

    /// The same of units that came in on some days.
    fn on_days(&self, arm: usize, keep: &dyn Fn(i64) -> bool) -> Result<AnalysisData>;

    /// The same without the largest value of both arms, and that value; nothing where more than three units have it.
    fn without_largest(&self, arm: usize) -> Option<(f64, AnalysisData)>;

    /// Units that are left out because they are too young.
    fn young(&self) -> u64;

    /// The values of the units of an arm, where they are known and have more than two kinds.
    fn spread(&self, _arm: usize) -> Option<Sketch> {
        None
    }

    /// The p-value of the log-rank test, where the metric is a time.
    fn log_rank_p_value(&self, _arm: usize) -> Option<f64> {
        None
    }
}

impl Evidence for Points {
    fn by_part(&self, arm: usize) -> Result<AnalysisData> {
        self.moments(arm, |_| true)
    }

    fn on_days(&self, arm: usize, keep: &dyn Fn(i64) -> bool) -> Result<AnalysisData> {
        join_small(self.moments(arm, |point| point.time_ms.is_some_and(|time| keep(day(time))))?)
    }

    fn young(&self) -> u64 {
        self.young
    }

    fn spread(&self, arm: usize) -> Option<Sketch> {
        if self.is_truth || !self.lifetimes.is_empty() || self.combined.is_some() {
            return None;
        }
        let mut sketch = Sketch::new(SPREAD_ERROR).ok()?;
        if let Some(values) = self.values.get(arm) {
            values.iter().for_each(|value| sketch.push(*value));
        } else {
            let points = self.arms.get(arm)?.iter().filter(|point| point.below != 0.0);
            points.for_each(|point| sketch.push(point.above / point.below));
        }
        Some(sketch)
    }

    fn log_rank_p_value(&self, arm: usize) -> Option<f64> {
        let test = log_rank(self.lifetimes.first()?, self.lifetimes.get(arm)?);
        test.ok().map(|test| test.p_value)
    }

    fn without_largest(&self, arm: usize) -> Option<(f64, AnalysisData)> {
        if !self.lifetimes.is_empty() || self.combined.is_some() {
            // Times are cut at a limit; no single one is very large. A combined metric has no value of a unit.
            return None;
        }
        let values = |place: usize| self.arms.get(place).into_iter().flatten().map(|point| point.above);
        let limit = values(0).chain(values(arm)).reduce(f64::max)?;
        // Shares and counts have many largest values; leaving them out would say nothing.
        let left_out = values(0).chain(values(arm)).filter(|value| *value >= limit).count();
        let kept = join_small(self.moments(arm, |point: &Point| point.above < limit).ok()?).ok()?;
        (left_out <= 3).then_some((limit, kept))
    }
}

impl Points {
    /// Reads the metric from all units.
    ///
    /// # Errors
    /// `invalid_data` where a share holds something else than 0 and 1, or too few units have a value.
    pub(super) fn of(experiment: &LiveExperiment, metric: &LiveMetric, data: &UnitRows) -> Result<Self> {
        if let LiveMeasure::Combined(own) = &metric.measure {
            return combined(experiment, metric, own, data);
        }
        let place =
            |name: &String| data.columns.iter().position(|column| column == name).unwrap_or(usize::MAX);
        let recipe = Recipe::of(metric);
        let reader = Reader {
            metric,
            data,
            above: recipe.above.iter().map(|(name, weight)| (place(name), *weight)).collect(),
            below: recipe.below.map(place),
            gate: recipe.gate.map(|(name, least)| (place(name), least)),
            covariates: metric.covariates.iter().chain(&metric.learned_from).map(place).collect(),
            recipe,
        };
        let is_nested = experiment.rows == RowKind::Nested && !data.are_events;
        let is_score = reader.recipe.scores.is_some();
        let is_quotient = reader.recipe.is_quotient() || (is_nested && !is_score);
        let is_truth = matches!(reader.recipe.kind, Kind::Share | Kind::Funnel);
        let mut points =
            Points { is_quotient, strata: data.strata.len().max(1), is_truth, ..Points::default() };
        for units in &data.arms {
            let arm = match reader.recipe.scores {
                Some(Scores::Quantile(probability)) => {
                    let (arm, values) = reader.quantile(units, probability)?;
                    points.values.push(values);
                    arm
                }
                Some(Scores::Time(limit)) => reader.times(units, limit, &mut points.lifetimes)?,
                None => reader.points(units, &mut points.young)?,
            };
            points.arms.push(arm);
        }
        points.winsorize(metric)?;
        points.fill_covariates(metric.covariates.len() + metric.learned_from.len());
        points.learn(metric.learned_from.len())?;
        Ok(points)
    }

    /// Values beyond the stated quantiles of all arms together count as the value there.
    fn winsorize(&mut self, metric: &LiveMetric) -> Result<()> {
        let Some(stated) = &metric.winsorize else { return Ok(()) };
        let all = Sorted::new(self.arms.iter().flatten().map(|point| point.above).collect())?;
        let (low, high) = (all.quantile(stated.low)?, all.quantile(stated.high)?);
        for point in self.arms.iter_mut().flatten() {
            point.above = point.above.min(high).max(low);
        }
        Ok(())
    }

    /// The moments of the control and one other arm, over the units that `keep` takes.
    ///
    /// # Errors
    /// `invalid_data` where an arm keeps fewer than two units.
    fn moments(&self, arm: usize, keep: impl Fn(&Point) -> bool) -> Result<AnalysisData> {
        let any = self.arms.iter().flatten().next();
        let (parts, covariates) = any.map_or((0, 0), |point| (point.more.len(), point.covariates.len()));
        let width = 2 + parts + covariates;
        let mut moments = Vec::new();
        for place in [0, arm] {
            let mut strata = vec![JointMoments::new(width)?; self.strata];
            for point in self.arms.get(place).into_iter().flatten().filter(|point| keep(point)) {
                let mut values = vec![point.above, point.below];
                values.extend(point.more.iter().chain(&point.covariates));
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
        let mut data = analysis_data(self.is_quotient, width, strata);
        if let Some(term) = &self.combined {
            data.outcome = term.clone();
            data.covariates = (2 + parts..width).map(|column| Term::Mean { column }).collect();
        }
        Ok(data)
    }

    /// Puts one prediction in the place of the last `count` covariates, which it is learned from.
    pub(super) fn learn(&mut self, count: usize) -> Result<()> {
        if count == 0 {
            return Ok(());
        }
        let mut units = Vec::with_capacity(self.arms.iter().map(Vec::len).sum());
        for (group, points) in self.arms.iter_mut().enumerate() {
            units.extend(points.iter_mut().map(|point| {
                let known = point.covariates.split_off(point.covariates.len().saturating_sub(count));
                KnownUnit { key: point.key, group, above: point.above, below: point.below, known }
            }));
        }
        let predicted = cross_fitted_predictions(&units)?;
        let points = self.arms.iter_mut().flatten();
        points.zip(predicted).for_each(|(point, prediction)| point.covariates.push(prediction));
        Ok(())
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
    recipe: Recipe<'a>,
    data: &'a UnitRows,
    above: Vec<(usize, f64)>,
    below: Option<usize>,
    gate: Option<(usize, f64)>,
    covariates: Vec<usize>,
}

type Cells = [Option<f64>];

fn cell(row: &Cells, place: usize) -> Option<f64> {
    row.get(place).copied().flatten()
}

impl Reader<'_> {
    fn points(&self, units: &[Unit], young: &mut u64) -> Result<Vec<Point>> {
        let mut points = Vec::with_capacity(units.len());
        for unit in units {
            if self.is_young(unit) {
                *young += 1;
                continue;
            }
            let found = if self.data.are_events { Some(self.events(unit)?) } else { self.rows(unit)? };
            if let Some((above, below)) = found {
                let above = self.metric.cap.map_or(above, |cap| above.min(cap));
                let above = self.metric.floor.map_or(above, |floor| above.max(floor));
                points.push(self.point(unit, above, below));
            }
        }
        Ok(points)
    }

    fn is_young(&self, unit: &Unit) -> bool {
        if let (LiveMeasure::Retention(kept), true) = (&self.metric.measure, self.data.are_events) {
            return unit.watched_ms < kept.until_ms;
        }
        let Some((place, least)) = self.gate else { return false };
        let mut ages = unit.rows.iter().filter_map(|row| cell(row, place)).peekable();
        ages.peek().is_some() && ages.all(|age| age < least)
    }

    /// What stands above the line in a row; nothing where a part of it is missing.
    fn top(&self, row: &Cells) -> Option<f64> {
        let parts = self.above.iter().map(|(place, weight)| cell(row, *place).map(|value| value * weight));
        parts.reduce(|sum, part| sum.zip(part).map(|(sum, part)| sum + part)).flatten()
    }

    /// The sums of the rows of a unit; nothing where no row has all values.
    fn rows(&self, unit: &Unit) -> Result<Option<(f64, f64)>> {
        let (mut top, mut bottom, mut rows) = (0.0, 0.0, 0_u64);
        for row in &unit.rows {
            let under = self.below.map_or(Some(1.0), |place| cell(row, place));
            let is_old = |(place, least): (usize, f64)| cell(row, place).is_some_and(|age| age >= least);
            let (Some(value), Some(under), true) = (self.top(row), under, self.gate.is_none_or(is_old))
            else {
                continue;
            };
            self.recipe.kind.check(&self.metric.title, value, under)?;
            top += value;
            bottom += under;
            rows += 1;
        }
        Ok((rows > 0).then_some((top, bottom)))
    }

    /// The sums of the outcomes of a unit. No outcome is one too: nothing happened.
    fn events(&self, unit: &Unit) -> Result<(f64, f64)> {
        let (mut top, mut bottom) = (0.0, 0.0);
        for (row, after) in unit.rows.iter().zip(&unit.after_ms) {
            if let LiveMeasure::Retention(kept) = &self.metric.measure
                && !(kept.from_ms..kept.until_ms).contains(after)
            {
                continue;
            }
            // An outcome that says nothing of one part of a sum, or of one step of a funnel, may say something of another.
            let parts =
                self.above.iter().filter_map(|(place, weight)| cell(row, *place).map(|value| value * weight));
            let value: f64 = parts.sum();
            let under = self.below.map_or(Some(1.0), |place| cell(row, place));
            match (self.recipe.kind, under) {
                (Kind::Share | Kind::Count, _) => self.recipe.kind.check(&self.metric.title, value, 1.0)?,
                (Kind::Any, None) => continue,
                _ => {}
            }
            top += value;
            bottom += under.unwrap_or(0.0);
        }
        match self.recipe.kind {
            Kind::Share => top = top.min(1.0),
            Kind::Funnel => {
                (top, bottom) = (top.min(1.0), bottom.min(1.0));
                self.recipe.kind.check(&self.metric.title, top, bottom)?;
            }
            Kind::Any | Kind::Count => {}
        }
        Ok((top, if self.below.is_none() { 1.0 } else { bottom }))
    }

    /// The scores of the units, and the values of their rows.
    fn quantile(&self, units: &[Unit], probability: f64) -> Result<(Vec<Point>, Vec<f64>)> {
        let (mut rows, mut kept) = (Vec::new(), Vec::new());
        for unit in units {
            let before = rows.len();
            let bound = |value: f64| {
                let value = self.metric.cap.map_or(value, |cap| value.min(cap));
                self.metric.floor.map_or(value, |floor| value.max(floor))
            };
            rows.extend(
                unit.rows.iter().filter_map(|row| self.top(row)).map(|value| (kept.len(), bound(value))),
            );
            if rows.len() > before {
                kept.push(unit);
            }
        }
        let scores = quantile_scores(&rows, kept.len(), probability)?;
        let points = kept.into_iter().zip(scores).map(|(unit, score)| self.point(unit, score.score, 1.0));
        Ok((points.collect(), rows.into_iter().map(|row| row.1).collect()))
    }

    fn times(&self, units: &[Unit], limit: f64, lifetimes: &mut Vec<Vec<Lifetime>>) -> Result<Vec<Point>> {
        let (mut kept, mut lives) = (Vec::new(), Vec::new());
        for unit in units {
            let life = if self.data.are_events {
                let marks = unit.rows.iter().zip(&unit.after_ms);
                let events = marks.filter(|(row, _)| self.top(row).is_some_and(|event| event != 0.0));
                let first = events.map(|(_, after)| *after).min();
                let time = first.unwrap_or(unit.watched_ms) as f64;
                Some(Lifetime { time, has_event: first.is_some() })
            } else {
                self.life(unit)?
            };
            if let Some(life) = life {
                kept.push(unit);
                lives.push(life);
            }
        }
        let scores = SurvivalCurve::new(&lives)?.mean_scores(&lives, limit)?;
        lifetimes.push(lives);
        Ok(kept.into_iter().zip(scores).map(|(unit, score)| self.point(unit, score, 1.0)).collect())
    }

    fn life(&self, unit: &Unit) -> Result<Option<Lifetime>> {
        let Some(row) = unit.rows.first() else { return Ok(None) };
        let (Some(event), Some(time)) = (self.top(row), self.below.and_then(|place| cell(row, place))) else {
            return Ok(None);
        };
        self.recipe.kind.check(&self.metric.title, event, 1.0)?;
        Ok(Some(Lifetime { time, has_event: event == 1.0 }))
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
            key: unit.key,
            above,
            below,
            covariates: self.covariates.iter().map(covariate).collect(),
            more: Vec::new(),
        }
    }
}

/// One metric whose moments stand in the order: above, below, covariates.
pub(super) fn analysis_data(is_quotient: bool, width: usize, strata: Vec<Stratum>) -> AnalysisData {
    AnalysisData {
        outcome: if is_quotient { Term::Quotient { above: 0, below: 1 } } else { Term::Mean { column: 0 } },
        covariates: (2..width).map(|column| Term::Mean { column }).collect(),
        strata,
    }
}

/// Parts of the population in which an arm has fewer than two units are joined with others.
pub(super) fn join_small(data: AnalysisData) -> Result<AnalysisData> {
    let is_small = |part: &Stratum| part.control.count().min(part.treatment.count()) < 2;
    let (small, mut large): (Vec<Stratum>, Vec<Stratum>) = data.strata.into_iter().partition(is_small);
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
    Ok(AnalysisData { strata: large, ..data })
}

fn join(first: &Stratum, second: &Stratum) -> Result<Stratum> {
    Ok(Stratum {
        control: first.control.merge(&second.control)?,
        treatment: first.treatment.merge(&second.treatment)?,
    })
}
