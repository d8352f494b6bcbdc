//! Default people and default circumstances, each figure with its source or the mark that it is assumed.
//!
//! Personas are relative to an ordinary person: a plan's own assumptions say how long a step takes and how
//! often people give up, and a persona only speeds up, slows down, and makes more or less patient.

use std::borrow::Cow;

use crate::des::Distribution as Sampler;
use crate::domain::actor::ActorKind;
use crate::domain::id::PersonaId;
use crate::domain::plan::{NodeKind, Plan};
use crate::domain::provenance::Origin;
use crate::domain::quantity::Distribution;
use crate::domain::scenario::{
    Arrivals, Device, Persona, RunLimits, SCENARIO_SCHEMA_VERSION, Scenario, TraceDepth,
};
use crate::error::{Error, ErrorCode, Result};
use crate::random::Seed;

use super::assumed::Assumed;

const MINUTE_MS: f64 = 60_000.0;
const HOUR_MS: f64 = 60.0 * MINUTE_MS;
/// Replications of a default scenario; Law (Simulation Modeling and Analysis, 5th edition, section 9.4) asks
/// for at least ten for an interval that can be trusted.
const REPLICATIONS: u32 = 20;
/// How busy the busiest resource should be by default.
const USUAL_LOAD: f64 = 0.7;

/// Three kinds of people, for plans about which nothing is known.
///
/// All figures are assumptions to be changed; `origin` says of each persona where its figures come from.
pub fn default_personas() -> Vec<Persona> {
    let returns_after = Distribution::lognormal(20.0 * HOUR_MS, 24.0 * HOUR_MS);
    let wait = |days: f64| Some(Distribution::exponential(days * 24.0 * HOUR_MS));
    vec![
        Persona {
            id: PersonaId::named("ordinary"),
            title: "ordinary person".to_owned(),
            share: 0.6,
            pace: 1.0,
            patience: 1.0,
            skill: 1.0,
            longest_wait: wait(7.0),
            returns: 0.15,
            returns_after: returns_after.clone(),
            device: Device::Computer,
            attention: 0.9,
            goes_back: 0.05,
            origin: Origin::assumed(
                "The middle against which the others are set. That somebody waits a week for an answer, that \
                 one in seven comes back after giving up, and that one notice in ten is overlooked are round guesses. \
                 One page in twenty is gone back from: a third of the 14 % of the Web at large (Weinreich et al. 2008, \
                 Not quite the average), since forms lead forward; the third is a guess.",
            ),
        },
        Persona {
            id: PersonaId::named("hurried"),
            title: "hurried person on a phone".to_owned(),
            share: 0.25,
            pace: 0.9,
            patience: 0.6,
            skill: 0.8,
            longest_wait: wait(3.0),
            returns: 0.25,
            returns_after: returns_after.clone(),
            device: Device::Phone,
            attention: 0.75,
            goes_back: 0.03,
            origin: Origin::assumed(
                "Less patience, less attention and more slips than the middle, since people on phones are \
                 interrupted more often; the size of the difference is a guess.",
            ),
        },
        Persona {
            id: PersonaId::named("careful"),
            title: "careful first-time user".to_owned(),
            share: 0.15,
            pace: 1.6,
            patience: 1.4,
            skill: 0.7,
            longest_wait: wait(14.0),
            returns: 0.1,
            returns_after,
            device: Device::Computer,
            attention: 0.97,
            goes_back: 0.1,
            origin: Origin::assumed(
                "Slower and less practised than the middle, but there on purpose; the size of the difference is a guess.",
            ),
        },
    ]
}

/// The circumstances for a plan about which nothing more is known: the default personas, 20 replications, and
/// arrivals that keep the busiest resource 70 % busy where the plan has resources.
///
/// # Errors
/// As [`compile`](super::compile) for assumptions that are missing or out of range.
pub fn default_scenario(plan: &Plan, seed: Seed, cases: u64) -> Result<Scenario> {
    let (interval_ms, reason) = usual_interval(plan)?;
    Ok(Scenario {
        schema_version: SCENARIO_SCHEMA_VERSION,
        seed,
        cases,
        replications: REPLICATIONS.min(u32::try_from(cases.max(1)).unwrap_or(REPLICATIONS)),
        arrivals: Arrivals {
            interval: Distribution::exponential(interval_ms),
            calendar: None,
            pattern: None,
            moves_to_opening: false,
            starts_at_once: false,
            start_minute: 9 * 60,
            origin: Origin::assumed(reason),
        },
        personas: people_of(plan),
        outages: Vec::new(),
        shared_outages: Vec::new(),
        mishaps: Default::default(),
        depth: Default::default(),
        services: Vec::new(),
        overrides: std::collections::BTreeMap::new(),
        limits: RunLimits::default(),
        warm_up_cases: None,
        trace: TraceDepth::default(),
    })
}

/// The default personas; where no customer takes part, a case is a piece of work, which neither gives up waiting nor
/// comes back.
fn people_of(plan: &Plan) -> Vec<Persona> {
    let mut personas = default_personas();
    if !plan.actors.iter().any(|actor| actor.kind == ActorKind::Customer) {
        for persona in &mut personas {
            persona.longest_wait = None;
            persona.returns = 0.0;
        }
    }
    personas
}

/// The personas of a scenario, or one ordinary person where it has none.
pub(super) fn or_ordinary(personas: &[Persona]) -> Cow<'_, [Persona]> {
    if !personas.is_empty() {
        return Cow::Borrowed(personas);
    }
    let first = default_personas().into_iter().next();
    Cow::Owned(
        first.into_iter().map(|persona| Persona { longest_wait: None, returns: 0.0, ..persona }).collect(),
    )
}

/// Refuses factors that are not above 0, and shares that are none.
///
/// # Errors
/// `invalid_scenario`.
pub(super) fn check(persona: &Persona) -> Result<()> {
    let positive = [persona.pace, persona.patience, persona.skill].iter().all(|f| f.is_finite() && *f > 0.0);
    let shares = [persona.returns, persona.attention, persona.goes_back];
    if positive && shares.iter().all(|share| (0.0..=1.0).contains(share)) {
        return Ok(());
    }
    Err(Error::new(
        ErrorCode::InvalidScenario,
        format!(
            "`{}` needs factors above 0, and shares of returns, attention and going back from 0 to 1",
            persona.title
        ),
    ))
}

/// Milliseconds between arrivals at which no resource is busier than it should be, if every case passes every
/// step once, and why.
fn usual_interval(plan: &Plan) -> Result<(f64, String)> {
    let scenario = crate::domain::scenario::Scenario {
        schema_version: SCENARIO_SCHEMA_VERSION,
        seed: Seed(0),
        cases: 1,
        replications: 1,
        arrivals: Arrivals {
            interval: Distribution::exponential(MINUTE_MS),
            calendar: None,
            pattern: None,
            moves_to_opening: false,
            starts_at_once: false,
            start_minute: 0,
            origin: Origin::assumed("only to look at the plan"),
        },
        personas: Vec::new(),
        outages: Vec::new(),
        shared_outages: Vec::new(),
        mishaps: Default::default(),
        depth: Default::default(),
        services: Vec::new(),
        overrides: std::collections::BTreeMap::new(),
        limits: RunLimits::default(),
        warm_up_cases: None,
        trace: TraceDepth::Digest,
    };
    let mut assumed = Assumed::new(plan, &scenario)?;
    let mut busiest: Option<(f64, &str)> = None;
    for resource in &plan.resources {
        let mut work_ms = 0.0;
        for node in &plan.nodes {
            if let NodeKind::Step(step) = &node.kind
                && step.resource.as_ref() == Some(&resource.id)
                && let Some(time) = &step.working_time
            {
                let count = step.for_each.as_ref().map(|each| assumed.sampler(&each.count)).transpose()?;
                work_ms += assumed.sampler(time)?.mean() * count.map_or(1.0, |count: Sampler| count.mean());
            }
        }
        let shifts = resource.calendar.as_ref().map(|calendar| calendar.shifts.as_slice());
        let minutes: f64 = shifts.map_or(7.0 * 1440.0, |shifts| {
            shifts.iter().map(|shift| f64::from(shift.to_minute.saturating_sub(shift.from_minute))).sum()
        });
        let open_share = minutes / (7.0 * 1440.0);
        let interval = work_ms / (f64::from(resource.capacity) * open_share * USUAL_LOAD);
        if interval.is_finite() && interval > busiest.map_or(0.0, |(longest, _)| longest) {
            busiest = Some((interval, &resource.title));
        }
    }
    Ok(match busiest {
        Some((interval, title)) => {
            (interval.ceil(), format!("Cases come as often as keeps `{title}` busy for 70 % of its hours."))
        }
        None => (
            10.0 * MINUTE_MS,
            "One case every ten minutes, because nothing is said and nothing queues.".to_owned(),
        ),
    })
}
