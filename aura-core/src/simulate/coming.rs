//! When cases come: compiled from the scenario, and in a closed population scheduled person by person.
//!
//! Each pause of each person is drawn from a stream of its own, and so is what kind of person it is, so that two
//! variants meet the same people with the same pauses whatever happens between them.

use crate::des::{Rank, Span, Time, WeeklyRates};
use crate::domain::scenario::{ArrivalPattern, Arrivals, Scenario};
use crate::error::Result;
use crate::limits::Limits;

use super::assumed::sampler;
use super::calendar;
use super::compile::invalid_scenario;
use super::program::{ArrivalPlan, ArrivalProcess};
use super::record::EventKind;
use super::world::{CASE_ADDRESS, Event, World};

/// Most people of a closed population.
const MOST_PEOPLE: u64 = 100_000;
/// Most times of arrivals that are given.
const MOST_TIMES: u64 = 1_000_000;
const HOURS_PER_WEEK: usize = 168;
/// Addresses of people are this and their number; nodes, data and servers have others.
const FIRST_PERSON: u32 = 16;
/// Purposes of the draws of a person.
const PAUSE: u8 = 0;
const WHO: u8 = 1;

/// How many cases a person of a closed population had, and who that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct Visitor {
    person: u32,
    round: u32,
}

pub(super) fn compile(scenario: &Scenario) -> Result<ArrivalPlan> {
    let arrivals = &scenario.arrivals;
    Ok(ArrivalPlan {
        process: process_of(scenario)?,
        calendar: calendar::of_arrivals(arrivals)?,
        moves: arrivals.moves_to_opening,
        at_start: arrivals.starts_at_once,
    })
}

fn process_of(scenario: &Scenario) -> Result<ArrivalProcess> {
    let arrivals = &scenario.arrivals;
    match &arrivals.pattern {
        None => Ok(ArrivalProcess::Renewal(sampler(&arrivals.interval)?)),
        Some(ArrivalPattern::Weekly(weekly)) => {
            check_alone(arrivals, "of the hours of a week")?;
            let rates: [f64; HOURS_PER_WEEK] = weekly.cases_per_hour.as_slice().try_into().map_err(|_| {
                invalid_scenario(&format!(
                    "arrivals of the hours of a week need {HOURS_PER_WEEK} numbers, but there are {}",
                    weekly.cases_per_hour.len()
                ))
                .with_hint("give one for each hour, from Monday 00:00 on")
            })?;
            let start = Span::from_ms(u64::from(arrivals.start_minute) * 60_000);
            Ok(ArrivalProcess::Weekly(Box::new(WeeklyRates::new(rates, start)?)))
        }
        Some(ArrivalPattern::Given(given)) => {
            check_alone(arrivals, "at given times")?;
            Limits::check_count("times of arrivals", given.times_ms.len(), MOST_TIMES)?;
            let cases = scenario.cases.div_ceil(u64::from(scenario.replications.max(1)));
            if cases > given.times_ms.len() as u64 {
                return Err(invalid_scenario(&format!(
                    "a replication has {cases} cases, but only {} times of arrivals are given",
                    given.times_ms.len()
                ))
                .with_hint("run fewer cases or more replications: each of them has all the times"));
            }
            if !given.times_ms.is_sorted() {
                return Err(invalid_scenario("the times of arrivals are not in ascending order"));
            }
            let times = given.times_ms.iter().map(|time| Time::from_ms(*time)).collect::<Result<_>>()?;
            Ok(ArrivalProcess::Given(times))
        }
        Some(ArrivalPattern::Closed(closed)) => {
            if closed.size == 0 {
                return Err(invalid_scenario("a population of nobody has no cases"));
            }
            Limits::check_count("people of a population", closed.size as usize, MOST_PEOPLE)?;
            Ok(ArrivalProcess::Closed(closed.size, sampler(&closed.pause)?))
        }
    }
}

/// Whether a run can go on from one to the other: intervals, rates, times and pauses may differ, but nobody of a
/// population gets lost or is added.
pub(super) fn is_same_kind(before: &Arrivals, after: &Arrivals) -> bool {
    match (&before.pattern, &after.pattern) {
        (None, None)
        | (Some(ArrivalPattern::Weekly(_)), Some(ArrivalPattern::Weekly(_)))
        | (Some(ArrivalPattern::Given(_)), Some(ArrivalPattern::Given(_))) => true,
        (Some(ArrivalPattern::Closed(one)), Some(ArrivalPattern::Closed(other))) => one.size == other.size,
        _ => false,
    }
}

/// Hours, and a first case at the beginning, are for intervals and pauses only.
fn check_alone(arrivals: &Arrivals, what: &str) -> Result<()> {
    if arrivals.calendar.is_none() && !arrivals.starts_at_once {
        return Ok(());
    }
    Err(invalid_scenario(&format!("arrivals {what} have no hours and no first case at once beside them"))
        .with_hint("take `calendar` and `starts_at_once` away: the numbers say when nobody comes"))
}

impl World<'_> {
    /// Schedules the first case, or the first case of everybody in a closed population.
    pub(super) fn schedule_first_arrivals(&mut self) {
        let ArrivalProcess::Closed(size, _) = self.program.arrivals.process else {
            self.schedule_arrival();
            return;
        };
        for person in 0..size {
            let rests = !self.program.arrivals.at_start;
            self.schedule_visitor(Visitor { person, round: 0 }, rests);
        }
    }

    pub(super) fn arrive(&mut self) {
        let number = self.next_number();
        self.schedule_arrival();
        let weights = &self.program.persona_weights;
        // Draws are addressed, so one that decides nothing need not be made.
        let persona = match weights.len() {
            0 | 1 => 0,
            _ => weights.pick(self.program.streams.visit(number, CASE_ADDRESS, 0).unit(0)) as u32,
        };
        let case = self.open_case(number, persona);
        self.begin_case(case, persona);
    }

    /// The number of the case that arrives now.
    fn next_number(&mut self) -> u64 {
        if self.figures_from.is_none() && self.arrived >= self.program.warm_up {
            self.begin_figures();
        }
        let number = self.first_case + self.arrived;
        self.arrived += 1;
        number
    }

    /// A case that is open sets out.
    fn begin_case(&mut self, case: u32, persona: u32) {
        self.record(EventKind::Arrived, case, self.program.start, u64::from(persona));
        let token = self.add_token(case, self.program.start);
        self.moves.push((token, self.program.start, u32::MAX));
        self.settle();
        self.settle_joins(case);
        self.settle_others();
    }

    fn schedule_arrival(&mut self) {
        if self.arrived < self.case_count {
            let time = self.arrivals.next_arrival();
            self.events.schedule(time, Rank::ARRIVAL, Event::Arrival);
        }
    }

    /// The case of a person has ended: the person pauses and comes again.
    pub(super) fn come_again(&mut self, case: u32) {
        if let Some(visitor) = self.visitors.remove(&case)
            && self.arrived < self.case_count
        {
            self.schedule_visitor(Visitor { round: visitor.round.wrapping_add(1), ..visitor }, true);
        }
    }

    fn schedule_visitor(&mut self, visitor: Visitor, rests: bool) {
        let plan = &self.program.arrivals;
        let ArrivalProcess::Closed(_, pause) = &plan.process else { return };
        let pause = match rests {
            true => pause.sample_ms(&mut self.draws_of(visitor).stream(PAUSE)),
            false => Span::ZERO,
        };
        let time = match &plan.calendar {
            Some(calendar) if plan.moves => calendar.next_open(self.now.after(pause)),
            Some(calendar) => calendar.finish(calendar.next_open(self.now), pause),
            None => self.now.after(pause),
        };
        self.events.schedule(time, Rank::ARRIVAL, Event::Visitor(visitor.person, visitor.round));
    }

    fn draws_of(&self, visitor: Visitor) -> crate::random::Visit<'_> {
        let address = FIRST_PERSON + visitor.person;
        self.program.streams.visit(u64::from(self.replication), address, visitor.round)
    }

    /// A person of a closed population has a case, as long as there are cases to come.
    pub(super) fn visitor_comes(&mut self, person: u32, round: u32) {
        if self.arrived >= self.case_count {
            return;
        }
        // Who it is stays the same from case to case.
        let weights = &self.program.persona_weights;
        let persona = match weights.len() {
            0 | 1 => 0,
            _ => weights.pick(self.draws_of(Visitor { person, round: 0 }).unit(WHO)) as u32,
        };
        let number = self.next_number();
        let case = self.open_case(number, persona);
        self.visitors.insert(case, Visitor { person, round });
        self.begin_case(case, persona);
    }
}
