//! All assumptions at once: first screened with few runs, then those that matter measured with more.
//!
//! A [`Study`] says which points are to be measured next and what they mean; the runs can be made here, or anywhere
//! else, as each point stands for itself.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::id::{AssumptionId, MetricId};
use crate::domain::influence::{
    INFLUENCE_SCHEMA_VERSION, Influence, RankedAssumption, ScreenedAssumption, ShareOfSpread,
};
use crate::domain::plan::{Assumption, Plan};
use crate::domain::quantity::Unit;
use crate::domain::scenario::{Scenario, TraceDepth};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::progress::Control;
use crate::random::{Stream, Streams};
use crate::stats::influence::{ElementaryEffect, Screening, SharesOfInput, VarianceShares};

use super::super::compile::compile;
use super::{movable, on_threads, place_of, value_with};

/// The name of this stage in progress events.
const STAGE: &str = "sensitivity";
/// Assumptions whose mean effect is below this share of the largest one are not ranked.
const NEGLIGIBLE: f64 = 0.05;
/// Most runs of one study.
const MOST_RUNS: u64 = 1_000_000;
const SCREENING: u64 = 1;
const SAMPLING: u64 = 2;
const RESAMPLING: u64 = 3;

/// How much is spent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct InfluenceOptions {
    /// Cases of each run.
    pub cases: u64,
    /// Replications of each run.
    pub replications: u32,
    /// Screening: how often each assumption is moved.
    pub trajectories: u32,
    /// Measuring: rows of the design; each takes two runs more than there are ranked assumptions.
    pub samples: u32,
    /// Most assumptions that are ranked.
    pub most_ranked: u32,
}

impl Default for InfluenceOptions {
    fn default() -> Self {
        InfluenceOptions { cases: 500, replications: 4, trajectories: 8, samples: 64, most_ranked: 8 }
    }
}

/// Other means of some assumptions, in their units; all else is as in the plan.
pub type MeasurePoint = BTreeMap<AssumptionId, f64>;

/// What a study asks for, or says.
#[derive(Debug, Clone, PartialEq)]
pub enum Round {
    /// Measure these points, and come back with their values behind the ones from before.
    Measure(Vec<MeasurePoint>),
    /// That was all.
    Done(Box<Influence>),
}

/// A study of one metric of a plan.
///
/// All runs meet the same people at the same times, so the metric is a function of the assumptions alone. Each moves
/// evenly over its thinkable range. Screening is by elementary effects, measuring by indices of Sobol'; see
/// [`crate::stats::influence`].
///
/// # Example
/// ```
/// use aura_core::plan::sample::guest_checkout;
/// use aura_core::progress::Control;
/// use aura_core::random::Seed;
/// use aura_core::simulate::{InfluenceOptions, Study, default_scenario};
/// let plan = guest_checkout()?;
/// let scenario = default_scenario(&plan, Seed(1), 100)?;
/// let metric = plan.metrics[0].id.clone();
/// let options = InfluenceOptions { cases: 40, trajectories: 2, samples: 4, ..InfluenceOptions::default() };
/// let influence = Study::new(&plan, &scenario, &metric, &options)?.run(&Control::default())?;
/// assert!(influence.screened[0].mean_size >= influence.screened[1].mean_size);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Study<'a> {
    plan: &'a Plan,
    base: Scenario,
    options: InfluenceOptions,
    metric: MetricId,
    title: String,
    unit: Unit,
    place: usize,
    assumptions: Vec<&'a Assumption>,
}

impl<'a> Study<'a> {
    /// Prepares a study.
    ///
    /// # Errors
    /// Those of [`compile`], `not_found` where the run has no such metric, and `limit_size` for too many runs.
    pub fn new(
        plan: &'a Plan,
        scenario: &Scenario,
        metric: &MetricId,
        options: &InfluenceOptions,
    ) -> Result<Study<'a>> {
        let base = Scenario {
            cases: options.cases.clamp(1, scenario.cases.max(1)),
            replications: options.replications.max(1),
            trace: TraceDepth::Digest,
            ..scenario.clone()
        };
        let program = compile(plan, &base)?;
        let place = place_of(&program, metric)?;
        let result = program.metrics.get(place).map(|metric| &metric.result);
        let assumptions: Vec<&Assumption> = movable(plan, &program).collect();
        let runs =
            u64::from(options.trajectories).saturating_mul(assumptions.len() as u64 + 1).saturating_add(
                u64::from(options.samples).saturating_mul(u64::from(options.most_ranked).saturating_add(2)),
            );
        Limits::check_count("runs", usize::try_from(runs).unwrap_or(usize::MAX), MOST_RUNS)?;
        Ok(Study {
            plan,
            options: options.clone(),
            metric: metric.clone(),
            title: result.map(|result| result.title.clone()).unwrap_or_default(),
            unit: result.map_or(Unit::Count, |result| result.unit.clone()),
            base,
            place,
            assumptions,
        })
    }

    /// Makes all runs on the host's threads.
    ///
    /// # Errors
    /// `cancelled`; those of [`compile`] where an end of a range cannot be run.
    pub fn run(&self, control: &Control) -> Result<Influence> {
        self.run_from(Vec::new(), control)
    }

    /// Makes the runs that are still missing behind values that were measured elsewhere.
    ///
    /// # Errors
    /// As [`Study::run`], and `invalid_data` where there are more values than points, or one is not finite.
    pub fn run_from(&self, mut values: Vec<f64>, control: &Control) -> Result<Influence> {
        loop {
            match self.next(&values)? {
                Round::Measure(points) => {
                    let expected = (values.len() + points.len()) as u64;
                    control.report(
                        STAGE,
                        values.len() as u64,
                        Some(expected),
                        format!("{expected} runs to make"),
                    );
                    values.extend(self.measure(&points, control)?);
                }
                Round::Done(influence) => {
                    control.report(STAGE, influence.runs, Some(influence.runs), "done");
                    return Ok(*influence);
                }
            }
        }
    }

    /// The metric at each point, in their order.
    ///
    /// # Errors
    /// `cancelled`, `not_found` for an assumption that the plan does not have, `invalid_number` for a mean that is not
    /// finite; those of [`compile`].
    pub fn measure(&self, points: &[MeasurePoint], control: &Control) -> Result<Vec<f64>> {
        Limits::check_count("points", points.len(), MOST_RUNS)?;
        on_threads(points.len(), control, |number| {
            let means: Result<Vec<(&Assumption, f64)>> =
                points.get(number).into_iter().flatten().map(|(id, mean)| self.mean(id, *mean)).collect();
            value_with(self.plan, &self.base, self.place, &means?, control)
        })
    }

    fn mean(&self, id: &AssumptionId, mean: f64) -> Result<(&'a Assumption, f64)> {
        let known = self.plan.assumptions.iter().find(|known| known.id == *id);
        let known = known
            .ok_or_else(|| Error::new(ErrorCode::NotFound, format!("the plan does not assume `{id}`")))?;
        if mean.is_finite() {
            return Ok((known, mean));
        }
        Err(Error::new(ErrorCode::InvalidNumber, format!("the mean of `{id}` must be a finite number")))
    }

    /// What to measure next, given the values of all points so far.
    ///
    /// # Errors
    /// `invalid_data` where there are more values than points, or one is not finite.
    pub fn next(&self, values: &[f64]) -> Result<Round> {
        if self.assumptions.is_empty() {
            return self.finish(values, &[], Vec::new(), None, 0);
        }
        let screening = Screening { trajectories: self.options.trajectories.max(1), ..Screening::default() };
        let points = screening.points(self.assumptions.len(), &mut self.stream(SCREENING))?;
        let Some((first, rest)) = values.split_at_checked(points.len()) else {
            return Ok(self.ask(&self.assumptions, &points, values.len()));
        };
        let effects = screening.effects(&points, first)?;
        let mut screened: Vec<(&Assumption, ElementaryEffect)> =
            self.assumptions.iter().copied().zip(effects).collect();
        screened.sort_by(|left, right| right.1.mean_absolute.total_cmp(&left.1.mean_absolute));
        let strongest = screened.first().map_or(0.0, |(_, effect)| effect.mean_absolute);
        let ranked: Vec<&Assumption> = screened
            .iter()
            .filter(|(_, effect)| strongest > 0.0 && effect.mean_absolute >= NEGLIGIBLE * strongest)
            .map(|(assumption, _)| *assumption)
            .take(self.options.most_ranked as usize)
            .collect();
        if ranked.is_empty() {
            return self.finish(rest, first, screened, None, points.len());
        }
        let design = VarianceShares { samples: self.options.samples.max(2), ..VarianceShares::default() };
        let more = design.points(ranked.len(), &mut self.stream(SAMPLING))?;
        let Some((second, rest)) = rest.split_at_checked(more.len()) else {
            return Ok(self.ask(&ranked, &more, rest.len()));
        };
        let shares = design.shares(ranked.len(), second, &mut self.stream(RESAMPLING))?;
        let mut order: Vec<(&Assumption, SharesOfInput)> = ranked.into_iter().zip(shares.inputs).collect();
        order.sort_by(|left, right| right.1.total.total_cmp(&left.1.total));
        let found = Some(Found { mean: shares.mean, variance: shares.variance, ranked: order });
        self.finish(rest, first, screened, found, points.len() + more.len())
    }

    fn stream(&self, purpose: u64) -> Stream {
        Streams::new(self.base.seed.derive(STAGE)).stream(purpose, 0, 0)
    }

    /// The points from a place on, as means of assumptions.
    fn ask(&self, assumptions: &[&Assumption], points: &[Vec<f64>], done: usize) -> Round {
        let point = |point: &Vec<f64>| -> MeasurePoint {
            let each = assumptions.iter().zip(point);
            each.map(|(known, share)| (known.id.clone(), known.low + share * (known.high - known.low)))
                .collect()
        };
        Round::Measure(points.iter().skip(done).map(point).collect())
    }

    fn finish(
        &self,
        too_many: &[f64],
        screening: &[f64],
        screened: Vec<(&Assumption, ElementaryEffect)>,
        found: Option<Found<'_>>,
        runs: usize,
    ) -> Result<Round> {
        if !too_many.is_empty() {
            return Err(Error::new(
                ErrorCode::InvalidData,
                format!("there are {} values more than points", too_many.len()),
            ));
        }
        let (mean, variance, ranked) = match found {
            Some(found) => (found.mean, found.variance, found.ranked),
            None => (screening.first().copied().unwrap_or(0.0), 0.0, Vec::new()),
        };
        Ok(Round::Done(Box::new(Influence {
            schema_version: INFLUENCE_SCHEMA_VERSION,
            metric: self.metric.clone(),
            title: self.title.clone(),
            unit: self.unit.clone(),
            runs: runs as u64,
            cases: self.base.cases,
            mean,
            deviation: variance.max(0.0).sqrt(),
            screened: screened
                .into_iter()
                .map(|(known, effect)| ScreenedAssumption {
                    assumption: known.id.clone(),
                    mean_effect: effect.mean,
                    mean_size: effect.mean_absolute,
                    deviation: effect.deviation,
                })
                .collect(),
            ranked: ranked
                .into_iter()
                .map(|(known, share)| RankedAssumption {
                    assumption: known.id.clone(),
                    alone: share_of(share.alone, share.alone_interval.lower, share.alone_interval.upper),
                    total: share_of(share.total, share.total_interval.lower, share.total_interval.upper),
                })
                .collect(),
        })))
    }
}

/// What was measured over the ranges of the ranked assumptions.
struct Found<'a> {
    mean: f64,
    variance: f64,
    ranked: Vec<(&'a Assumption, SharesOfInput)>,
}

/// An estimate may fall a little outside; a share cannot.
fn share_of(value: f64, low: f64, high: f64) -> ShareOfSpread {
    ShareOfSpread { value: value.clamp(0.0, 1.0), low: low.clamp(0.0, 1.0), high: high.clamp(0.0, 1.0) }
}
