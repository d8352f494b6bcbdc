//! Times in which services fail or are slow: fixed ones, and random ones that several services have together.
//!
//! Random ones are drawn by replication and number, and only as far as somebody asks. So they need no events, no
//! place in saved runs, and are the same whatever else happens.

#![expect(clippy::indexing_slicing, reason = "numbers of services are made by the compiler")]

use crate::des::{Span, Time};
use crate::domain::id::ServiceId;
use crate::domain::plan::Plan;
use crate::domain::scenario::Scenario;
use crate::error::Result;
use crate::limits::Limits;

use super::assumed::sampler;
use super::compile::{address, invalid_scenario};
use super::program::{OutagePlan, ServicePlan, SharedOutagePlan};
use super::world::World;

/// Most outages of a scenario, of each kind.
const MOST_OUTAGES: u64 = 1_000;
/// Least mean time between two random outages, so that a long run does not draw without end.
const LEAST_MEAN_MS: f64 = 60_000.0;
const LEAST: Span = Span::from_ms(1_000);
/// Purposes of draws of an outage.
const BETWEEN: u8 = 0;
const LASTS: u8 = 1;

/// The services of a plan with their fixed outages.
pub(super) fn services(plan: &Plan, scenario: &Scenario) -> Result<Vec<ServicePlan>> {
    Limits::check_count("outages", scenario.outages.len(), MOST_OUTAGES)?;
    for outage in &scenario.outages {
        number(plan, &outage.service)?;
        check(outage.slowdown, outage.failure)?;
    }
    let services = plan.services.iter().map(|service| {
        let outages = scenario.outages.iter().filter(|outage| outage.service == service.id);
        let outages = outages.map(|outage| {
            Ok(OutagePlan {
                from: Time::from_ms(outage.from_ms)?,
                to: Time::from_ms(outage.to_ms)?,
                slowdown: outage.slowdown,
                failure: outage.failure,
                grows: outage.grows,
            })
        });
        Ok(ServicePlan { id: service.id.clone(), outages: outages.collect::<Result<_>>()? })
    });
    services.collect()
}

/// The random outages of a scenario.
pub(super) fn shared(plan: &Plan, scenario: &Scenario) -> Result<Vec<SharedOutagePlan>> {
    Limits::check_count("outages", scenario.shared_outages.len(), MOST_OUTAGES)?;
    let plans = scenario.shared_outages.iter().enumerate().map(|(place, outage)| {
        check(outage.slowdown, outage.failure)?;
        if outage.services.is_empty() {
            return Err(invalid_scenario("an outage that services share names no service"));
        }
        let between = sampler(&outage.between)?;
        if between.mean() < LEAST_MEAN_MS {
            return Err(invalid_scenario(
                "random outages come less than a minute after each other on average",
            )
            .with_hint("make `between` longer; it is in milliseconds"));
        }
        Ok(SharedOutagePlan {
            services: outage.services.iter().map(|id| number(plan, id)).collect::<Result<_>>()?,
            between,
            lasts: sampler(&outage.lasts)?,
            slowdown: outage.slowdown,
            failure: outage.failure,
            grows: outage.grows,
            address: address(3, &format!("outage {place}")),
        })
    });
    plans.collect()
}

fn number(plan: &Plan, id: &ServiceId) -> Result<u32> {
    let found = plan.services.iter().position(|service| service.id == *id);
    found.map(|place| place as u32).ok_or_else(|| {
        invalid_scenario(&format!("an outage names `{id}`, which is not a service of the plan"))
    })
}

fn check(slowdown: f64, failure: f64) -> Result<()> {
    if slowdown.is_finite() && slowdown >= 0.0 && (0.0..=1.0).contains(&failure) {
        return Ok(());
    }
    Err(invalid_scenario("an outage needs a slowdown of 0 or more and a failure from 0 to 1"))
}

/// The random outage that is going on, or comes next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window {
    /// How many were drawn.
    number: u32,
    from: Time,
    to: Time,
}

impl Window {
    /// Before the first one.
    pub(super) const FIRST: Window = Window { number: 0, from: Time::ZERO, to: Time::ZERO };
}

impl World<'_> {
    /// How many times slower a service is now, and how likely a call of it fails that otherwise does so with `failure`.
    pub(super) fn troubles(&mut self, service: u32, failure: f64) -> (f64, f64) {
        let (program, now) = (self.program, self.now);
        let (mut slowdown, mut failure) = (1.0, failure);
        for outage in &program.services[service as usize].outages {
            if outage.from <= now && now < outage.to {
                slowdown *= grown(outage.slowdown, outage.grows, (outage.from, now, outage.to));
                failure = failure.max(outage.failure);
            }
        }
        for (outage, window) in program.shared_outages.iter().zip(&mut self.windows) {
            if !outage.services.contains(&service) {
                continue;
            }
            while window.to <= now {
                let draws = program.streams.visit(u64::from(self.replication), outage.address, window.number);
                let pause = outage.between.sample_ms(&mut draws.stream(BETWEEN)).max(LEAST);
                window.from = window.to.after(pause);
                window.to = window.from.after(outage.lasts.sample_ms(&mut draws.stream(LASTS)));
                window.number = window.number.wrapping_add(1);
            }
            if window.from <= now {
                slowdown *= grown(outage.slowdown, outage.grows, (window.from, now, window.to));
                failure = failure.max(outage.failure);
            }
        }
        (slowdown, failure)
    }
}

/// The slowdown at a moment of an outage: all of it, or as much as has grown since the begin.
fn grown(slowdown: f64, grows: bool, (from, now, to): (Time, Time, Time)) -> f64 {
    if !grows {
        return slowdown;
    }
    let passed = now.since(from).micros() as f64 / to.since(from).micros().max(1) as f64;
    1.0 + (slowdown - 1.0) * passed
}
