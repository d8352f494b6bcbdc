//! Learns from what happened: an event log in, a plan with measured numbers and a scenario out.
//!
#![cfg_attr(any(doc, doctest), doc = include_str!("../../../../docs/FROM_LOG_TO_SIMULATION.md"))]
//!
//! # What comes in and out
//!
//! In come an [`EventLog`] and perhaps a plan; without one, a plan is drawn from the log in which each activity follows
//! the one before it with the share that was seen. Out come durations, branch probabilities, arrivals, working hours and
//! resources, each with the origin *measured* and with how well it fits; and a comparison with the cases that were held
//! out. Never here: reading files, or numbers that the log does not hold.

mod apply;
mod discover;
mod fit;
mod held_out;
mod hours;
mod instances;
mod people;
mod walk;

#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::event_log::EventLog;
use crate::domain::plan::Plan;
use crate::domain::provenance::{MeasuredOrigin, Origin};
use crate::domain::quantity::Distribution;
use crate::domain::scenario::{Arrivals, RunLimits, SCENARIO_SCHEMA_VERSION, Scenario, TraceDepth};
use crate::error::{Error, ErrorCode, Result};
use crate::progress::Control;
use crate::random::Seed;

pub use fit::{Fitted, fit_distribution};
pub use held_out::HeldOut;

/// How to learn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct LearnOptions {
    /// What the log is called, for origins.
    pub source: String,
    /// The share of cases, the earliest first, that numbers are fitted to; the rest is compared.
    pub fitted_share: f64,
    /// The seed of the runs of the comparison.
    pub seed: Seed,
}

impl Default for LearnOptions {
    fn default() -> Self {
        LearnOptions { source: "event log".to_owned(), fitted_share: 0.7, seed: Seed(1) }
    }
}

/// What was learned.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Learned {
    /// The plan, with measured numbers wherever the log holds them.
    pub plan: Plan,
    /// When cases arrive, as measured, and as many of them as the log has.
    pub scenario: Scenario,
    /// What was measured, number by number.
    pub measured: Vec<Measured>,
    /// How well the log goes through the plan.
    pub replay: ReplayFit,
    /// The comparison with cases that were held out; nothing where there are too few.
    pub held_out: Option<HeldOut>,
    /// What the log does not say, and what stands in its place.
    pub notes: Vec<String>,
}

/// One number that was taken from the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Measured {
    /// What it is about, for example `working time of Check the claim`.
    pub about: String,
    /// Its distribution, and how well that fits.
    pub fitted: Fitted,
}

/// How well a log goes through a plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReplayFit {
    /// Cases in all.
    pub cases: u64,
    /// Cases that go through from start to end.
    pub fitting_cases: u64,
    /// Things that were done.
    pub activities: u64,
    /// Those of them that the plan allowed where they happened.
    pub fitting_activities: u64,
}

/// Learns the numbers of a plan from a log, and the plan itself where none is given.
///
/// # Errors
/// `invalid_data` where the log holds no case with activities and times; those of simulating the result.
///
/// # Example
/// ```
/// use aura_core::limits::Limits;
/// use aura_core::progress::Control;
/// use aura_core::simulate::learn::{LearnOptions, learn};
/// use aura_core::simulate::log::{LogOptions, read_log};
/// let table = "case,activity,start,end\n\
///     1,Check,2026-03-02T09:00:00,2026-03-02T09:10:00\n1,Pay,2026-03-02T09:10:00,2026-03-02T09:30:00\n\
///     2,Check,2026-03-02T10:00:00,2026-03-02T10:10:00\n";
/// let log = read_log(table.as_bytes(), &LogOptions::default(), &Limits::default())?;
/// let learned = learn(&log, None, &LearnOptions::default(), &Control::default())?;
/// assert_eq!(learned.replay.fitting_cases, 2);
/// let check = learned.measured.iter().find(|one| one.about == "working time of Check").ok_or("nothing")?;
/// assert_eq!(check.fitted.distribution.mean(), 600_000.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn learn(
    log: &EventLog,
    plan: Option<&Plan>,
    options: &LearnOptions,
    control: &Control,
) -> Result<Learned> {
    let cases = instances::of_log(log);
    if cases.cases.is_empty() {
        return Err(Error::new(ErrorCode::InvalidData, "the log holds no case with activities and times")
            .with_hint("check which columns name the case, the activity and the time"));
    }
    let mut learned = once(&cases, plan, options)?;
    learned.held_out = held_out::compare(&cases, plan, options, control)?;
    Ok(learned)
}

/// Learns from cases without any comparison.
fn once(cases: &instances::Cases, plan: Option<&Plan>, options: &LearnOptions) -> Result<Learned> {
    let mut plan = match plan {
        Some(plan) => plan.clone(),
        None => discover::plan_of(cases, options)?,
    };
    let counts = walk::walk(&plan, cases);
    let mut notes = cases.notes.clone();
    let crew = people::find(cases);
    let mut measured = apply::numbers(&mut plan, cases, &crew, &counts, options, &mut notes);
    let (arrivals, fitted) = arrivals(cases, options)?;
    measured.insert(0, Measured { about: "time between arrivals".to_owned(), fitted });
    let scenario = Scenario {
        schema_version: SCENARIO_SCHEMA_VERSION,
        seed: options.seed,
        cases: cases.cases.len() as u64,
        replications: 20.min(u32::try_from(cases.cases.len()).unwrap_or(20)),
        arrivals,
        personas: Vec::new(),
        outages: Vec::new(),
        shared_outages: Vec::new(),
        mishaps: Default::default(),
        depth: Default::default(),
        services: Vec::new(),
        overrides: std::collections::BTreeMap::new(),
        limits: RunLimits::default(),
        warm_up_cases: None,
        trace: TraceDepth::default(),
    };
    Ok(Learned { plan, scenario, measured, replay: counts.fit, held_out: None, notes })
}

/// Gaps between first events, on a clock that stands still outside of the hours in which cases come.
fn arrivals(cases: &instances::Cases, options: &LearnOptions) -> Result<(Arrivals, Fitted)> {
    let mut starts: Vec<u64> = cases.cases.iter().filter_map(|case| Some(case.first()?.start)).collect();
    starts.sort_unstable();
    let calendar = hours::seen(&starts);
    let clock = hours::kernel(calendar.as_ref())?;
    let pairs = starts.iter().zip(starts.iter().skip(1));
    let gaps: Vec<f64> = pairs.map(|(from, to)| hours::open_ms(clock.as_ref(), *from, *to)).collect();
    let fitted =
        if gaps.is_empty() { Fitted::of(Distribution::fixed(0.0), 0.0, 0) } else { fit_distribution(&gaps) };
    let origin = measured(options, "gaps between the first events of cases", gaps.len());
    let start_minute = starts.first().map_or(0, |first| (first / 60_000_000 % 10_080) as u32);
    let arrivals = Arrivals {
        interval: fitted.distribution.clone(),
        calendar,
        pattern: None,
        moves_to_opening: false,
        starts_at_once: true,
        start_minute,
        origin,
    };
    Ok((arrivals, fitted))
}

fn measured(options: &LearnOptions, method: &str, observations: usize) -> Origin {
    Origin::Measured(MeasuredOrigin {
        data: options.source.clone(),
        method: method.to_owned(),
        observations: observations as u64,
    })
}
