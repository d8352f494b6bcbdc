//! Time to an event where not everybody has had it yet: survival curves and their comparison.
//!
//! In come one [`Lifetime`] for each unit; out come the curve of Kaplan and Meier 1958 with Greenwood's error, the mean
//! time up to a limit, the share that is still there at a time (retention), and the log-rank test.

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::hypothesis::{Inference, TestOptions};

/// How long one unit was watched, and whether the event came at the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lifetime {
    /// From when the unit came in, at least 0.
    pub time: f64,
    /// Whether the event came; otherwise nothing is known after `time` (censored).
    pub has_event: bool,
}

/// A curve: the share of units without the event, which changes only where events are.
///
/// # Example
/// ```
/// use aura_core::stats::survival::{Lifetime, SurvivalCurve};
/// let watched = |time, has_event| Lifetime { time, has_event };
/// let curve = SurvivalCurve::new(&[watched(1.0, true), watched(2.0, false), watched(3.0, true)])?;
/// assert!((curve.share(1.5) - 2.0 / 3.0).abs() < 1e-15);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct SurvivalCurve {
    steps: Vec<Step>,
    last: f64,
}

/// The curve from one time with events on.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    time: f64,
    at_risk: f64,
    events: f64,
    share: f64,
    /// Greenwood's sum: events / (at risk · (at risk − events)), so far.
    greenwood: f64,
}

/// A figure with its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalFigure {
    /// The estimate.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
}

/// What the log-rank test says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogRank {
    /// Events in the treatment minus those that would be expected if both arms were alike; positive where events
    /// come sooner in the treatment.
    pub surplus: f64,
    /// Chi-square with one degree of freedom.
    pub statistic: f64,
    /// Probability of such data or more extreme ones if both arms were alike.
    pub p_value: f64,
}

impl SurvivalCurve {
    /// The curve of these units (Kaplan and Meier 1958). Who is censored at the time of an event was still at risk.
    ///
    /// # Errors
    /// `invalid_data` where there is no unit, or a time is negative or not a finite number.
    pub fn new(units: &[Lifetime]) -> Result<Self> {
        let sorted = sorted(units)?;
        let last = sorted.last().map_or(0.0, |unit| unit.time);
        let mut at_risk = sorted.len() as f64;
        let (mut steps, mut share, mut greenwood) = (Vec::new(), 1.0, 0.0);
        for group in sorted.chunk_by(|one, two| one.time == two.time) {
            let events = group.iter().filter(|unit| unit.has_event).count() as f64;
            let time = group.first().map_or(0.0, |unit| unit.time);
            if events > 0.0 {
                share *= 1.0 - events / at_risk;
                greenwood += if events < at_risk { events / (at_risk * (at_risk - events)) } else { 0.0 };
                steps.push(Step { time, at_risk, events, share, greenwood });
            }
            at_risk -= group.len() as f64;
        }
        Ok(SurvivalCurve { steps, last })
    }

    /// The share of units without the event after a time.
    pub fn share(&self, time: f64) -> f64 {
        self.at(time).map_or(1.0, |step| step.share)
    }

    /// The same with Greenwood's standard error: retention at that time.
    ///
    /// # Errors
    /// `invalid_data` for a time at which nobody was watched any more.
    pub fn retention(&self, time: f64) -> Result<SurvivalFigure> {
        self.check(time)?;
        let Some(step) = self.at(time) else {
            return Ok(SurvivalFigure { estimate: 1.0, standard_error: 0.0 });
        };
        Ok(SurvivalFigure { estimate: step.share, standard_error: step.share * libm::sqrt(step.greenwood) })
    }

    /// The time at which half of the units have had the event; nothing where the curve stays above one half.
    pub fn median(&self) -> Option<f64> {
        self.steps.iter().find(|step| step.share <= 0.5).map(|step| step.time)
    }

    /// The mean time without the event up to a limit: the area below the curve, with the error of Klein and
    /// Moeschberger 2003, section 4.5.
    ///
    /// # Errors
    /// `invalid_data` where nobody was watched as long as the limit.
    pub fn mean_up_to(&self, limit: f64) -> Result<SurvivalFigure> {
        self.check(limit)?;
        let (mut estimate, mut variance) = (0.0, 0.0);
        // Backwards, because the error of a step weighs the area to its right.
        let (mut end, mut area) = (limit, 0.0);
        for step in self.steps.iter().rev().filter(|step| step.time < limit) {
            area += step.share * (end - step.time);
            end = step.time;
            let left = step.at_risk - step.events;
            if left > 0.0 {
                variance += area * area * step.events / (step.at_risk * left);
            }
        }
        estimate += area + end;
        Ok(SurvivalFigure { estimate, standard_error: libm::sqrt(variance) })
    }

    /// One score for each unit, in the order given, whose mean is the mean time up to the limit and whose spread gives
    /// its error: the estimate plus the unit's part of the first-order error (its influence; Reid 1981). Their sum of
    /// squares is Greenwood's, so that whatever works for means works for times. Without censoring the scores are the
    /// times themselves, cut at the limit.
    ///
    /// # Errors
    /// As [`SurvivalCurve::mean_up_to`].
    pub fn mean_scores(&self, units: &[Lifetime], limit: f64) -> Result<Vec<f64>> {
        let estimate = self.mean_up_to(limit)?.estimate;
        let count = units.len() as f64;
        // Of each step: what one event there takes away, and what being at risk up to there has given, all in all.
        let mut effects: Vec<(f64, f64)> = Vec::new();
        let (mut end, mut area) = (limit, 0.0);
        let steps = || self.steps.iter().take_while(|step| step.time < limit);
        for step in self.steps.iter().rev().filter(|step| step.time < limit) {
            area += step.share * (end - step.time);
            end = step.time;
            let left = step.at_risk - step.events;
            effects.push((if left > 0.0 { count * area / left } else { 0.0 }, 0.0));
        }
        effects.reverse();
        let mut given = 0.0;
        for (step, effect) in steps().zip(&mut effects) {
            given += effect.0 * step.events / step.at_risk;
            effect.1 = given;
        }
        let score = |unit: &Lifetime| {
            let place = self.steps.partition_point(|step| step.time <= unit.time).min(effects.len());
            let Some(last) = place.checked_sub(1).and_then(|last| effects.get(last)) else { return estimate };
            let is_here = |step: &Step| step.time == unit.time;
            let has_event = unit.has_event && self.steps.get(place - 1).is_some_and(is_here);
            estimate + last.1 - if has_event { last.0 } else { 0.0 }
        };
        Ok(units.iter().map(score).collect())
    }

    fn at(&self, time: f64) -> Option<&Step> {
        let place = self.steps.partition_point(|step| step.time <= time);
        self.steps.get(place.checked_sub(1)?)
    }

    fn check(&self, time: f64) -> Result<()> {
        check::not_negative("the time", time)?;
        let is_over = self.steps.last().is_some_and(|step| step.share == 0.0);
        if time > self.last && !is_over {
            return Err(invalid_data(format!(
                "nobody was watched for `{time}`; the longest was `{}`",
                self.last
            ))
            .with_hint("ask for an earlier time, or wait"));
        }
        Ok(())
    }
}

/// Compares the mean times up to a limit: treatment minus control.
///
/// # Errors
/// As [`SurvivalCurve::mean_up_to`], and `invalid_data` where neither curve falls before the limit.
pub fn mean_difference(
    control: &SurvivalCurve,
    treatment: &SurvivalCurve,
    limit: f64,
    options: &TestOptions,
) -> Result<Inference> {
    difference(control.mean_up_to(limit)?, treatment.mean_up_to(limit)?, options)
}

/// Compares retention at a time: treatment minus control.
///
/// # Errors
/// As [`SurvivalCurve::retention`], and `invalid_data` where neither curve falls before that time.
pub fn retention_difference(
    control: &SurvivalCurve,
    treatment: &SurvivalCurve,
    time: f64,
    options: &TestOptions,
) -> Result<Inference> {
    difference(control.retention(time)?, treatment.retention(time)?, options)
}

fn difference(
    control: SurvivalFigure,
    treatment: SurvivalFigure,
    options: &TestOptions,
) -> Result<Inference> {
    let error = libm::hypot(control.standard_error, treatment.standard_error);
    if error == 0.0 {
        return Err(invalid_data("no event came so far, so nothing can be said about chance"));
    }
    Inference::from_estimate(treatment.estimate - control.estimate, error, f64::INFINITY, options)
}

/// Tests whether events come at the same rate in both arms (Mantel 1966; Peto and Peto 1972).
///
/// # Errors
/// `invalid_data` where an arm is empty, a time is not legal, or no event tells the arms apart.
pub fn log_rank(control: &[Lifetime], treatment: &[Lifetime]) -> Result<LogRank> {
    let (control, treatment) = (sorted(control)?, sorted(treatment)?);
    let mut all: Vec<(Lifetime, bool)> = control.iter().map(|unit| (*unit, false)).collect();
    all.extend(treatment.iter().map(|unit| (*unit, true)));
    all.sort_by(|one, two| one.0.time.total_cmp(&two.0.time));
    let (mut at_risk, mut treated) = (all.len() as f64, treatment.len() as f64);
    let (mut surplus, mut variance) = (0.0, 0.0);
    for group in all.chunk_by(|one, two| one.0.time == two.0.time) {
        let events = group.iter().filter(|unit| unit.0.has_event).count() as f64;
        let own = group.iter().filter(|unit| unit.0.has_event && unit.1).count() as f64;
        if events > 0.0 {
            let share = treated / at_risk;
            surplus += own - events * share;
            if at_risk > 1.0 {
                variance += events * share * (1.0 - share) * (at_risk - events) / (at_risk - 1.0);
            }
        }
        at_risk -= group.len() as f64;
        treated -= group.iter().filter(|unit| unit.1).count() as f64;
    }
    if variance <= 0.0 {
        return Err(invalid_data("no event tells the arms apart").with_hint("wait for events"));
    }
    let distance = surplus.abs() / libm::sqrt(variance);
    Ok(LogRank { surplus, statistic: distance * distance, p_value: 2.0 * StandardNormal.survival(distance) })
}

fn sorted(units: &[Lifetime]) -> Result<Vec<Lifetime>> {
    if units.is_empty() {
        return Err(invalid_data("there are no units to watch"));
    }
    if let Some(wrong) = units.iter().find(|unit| !unit.time.is_finite() || unit.time < 0.0) {
        return Err(invalid_data(format!("a time must be 0 or above, not `{}`", wrong.time)));
    }
    let mut sorted = units.to_vec();
    sorted.sort_by(|one, two| one.time.total_cmp(&two.time));
    Ok(sorted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::check::assert_close;

    /// Weeks in remission of children with leukaemia (Freireich et al. 1963), with and without a drug.
    fn remission() -> (Vec<Lifetime>, Vec<Lifetime>) {
        let with = [6, 6, 6, 7, 10, 13, 16, 22, 23, -6, -9, -10, -11, -17, -19, -20, -25, -32, -32, -34, -35];
        let without = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
        let read = |weeks: &[i32]| -> Vec<Lifetime> {
            weeks.iter().map(|&week| Lifetime { time: f64::from(week.abs()), has_event: week > 0 }).collect()
        };
        (read(&without), read(&with))
    }

    /// The curve and the test are printed in every textbook; the figures are those of lifelines.
    #[test]
    fn published_remissions() {
        let (without, with) = remission();
        let curve = SurvivalCurve::new(&with).unwrap();
        for (time, share) in [
            (5.9, 1.0),
            (6.0, 0.857_143),
            (9.5, 0.806_723),
            (10.0, 0.752_941),
            (15.0, 0.690_196),
            (40.0, 0.448_179),
        ] {
            assert_close(curve.share(time), share, 1e-6);
        }
        // Printed by Klein and Moeschberger 2003, table 4.1B.
        assert_close(curve.retention(6.0).unwrap().standard_error, 0.0764, 1e-3);
        assert_close(curve.retention(23.0).unwrap().standard_error, 0.1346, 1e-3);
        assert_eq!(curve.median(), Some(23.0));
        let test = log_rank(&without, &with).unwrap();
        assert_close(test.statistic, 16.792_940_989_216_547, 1e-12);
        assert_close(test.p_value, 4.168_809_109_334_511e-5, 1e-10);
        assert!(test.surplus < 0.0);
        assert_close(curve.mean_up_to(20.0).unwrap().estimate, 16.116_526_610_644_25, 1e-9);
        let base = SurvivalCurve::new(&without).unwrap();
        assert_close(base.mean_up_to(20.0).unwrap().estimate, 8.428_571_428_571_429, 1e-12);
        let gain = mean_difference(&base, &curve, 20.0, &TestOptions::default()).unwrap();
        assert!(gain.interval.contains(7.688) && gain.p_value < 0.001, "{gain:?}");
    }

    /// Without censoring the figures are those of plain means and shares.
    #[test]
    fn without_censoring_it_is_the_plain_mean() {
        let times = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0];
        let units: Vec<Lifetime> = times.iter().map(|&time| Lifetime { time, has_event: true }).collect();
        let curve = SurvivalCurve::new(&units).unwrap();
        assert_close(curve.mean_up_to(100.0).unwrap().estimate, times.iter().sum::<f64>() / 8.0, 1e-14);
        let capped: f64 = times.iter().map(|time: &f64| time.min(4.5)).sum::<f64>() / 8.0;
        assert_close(curve.mean_up_to(4.5).unwrap().estimate, capped, 1e-14);
        let kept = curve.retention(3.5).unwrap();
        assert_close(kept.estimate, 0.5, 1e-14);
        assert_close(kept.standard_error, libm::sqrt(0.25 / 8.0), 1e-14);
    }

    /// The scores have the mean and the error of Kaplan, Meier and Greenwood.
    #[test]
    fn scores_are_a_mean_with_the_same_error() {
        let (without, with) = remission();
        for units in [&without, &with] {
            let curve = SurvivalCurve::new(units).unwrap();
            for limit in [3.0, 10.0, 20.0, 22.5] {
                let scores = curve.mean_scores(units, limit).unwrap();
                let count = scores.len() as f64;
                let mean = scores.iter().sum::<f64>() / count;
                let squares: f64 = scores.iter().map(|score| (score - mean) * (score - mean)).sum();
                let figure = curve.mean_up_to(limit).unwrap();
                assert_close(mean, figure.estimate, 1e-12);
                assert_close(libm::sqrt(squares) / count, figure.standard_error, 1e-12);
            }
        }
        let cut: Vec<f64> = without.iter().map(|unit| unit.time.min(10.0)).collect();
        let scores = SurvivalCurve::new(&without).unwrap().mean_scores(&without, 10.0).unwrap();
        cut.iter().zip(scores).for_each(|(time, score)| assert_close(score, *time, 1e-12));
    }

    #[test]
    fn what_cannot_be_told_is_refused() {
        let watched = |time, has_event| Lifetime { time, has_event };
        assert!(SurvivalCurve::new(&[]).is_err());
        assert!(SurvivalCurve::new(&[watched(f64::NAN, true)]).is_err());
        assert!(SurvivalCurve::new(&[watched(-1.0, true)]).is_err());
        let curve = SurvivalCurve::new(&[watched(2.0, false), watched(1.0, true)]).unwrap();
        assert!(curve.mean_up_to(3.0).is_err() && curve.retention(3.0).is_err());
        assert!(log_rank(&[watched(1.0, false)], &[watched(2.0, false)]).is_err());
        let calm = SurvivalCurve::new(&[watched(2.0, false)]).unwrap();
        assert!(mean_difference(&calm, &calm, 1.0, &TestOptions::default()).is_err());
    }
}
