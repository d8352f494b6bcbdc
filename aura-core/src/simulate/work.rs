//! How a step is done: waiting, queueing, work, calls of services, and what can go wrong.
//!
//! A person who makes a mistake or a service that fails costs the whole working time; a person who gives up
//! does so after a random part of it. A step that is done again asks for its resource anew and stands at the
//! back of the queue.

#![expect(
    clippy::indexing_slicing,
    reason = "numbers of nodes, pools and cases are made by the compiler and by the world"
)]

use crate::des::{Handle, Rank, Span};
use crate::domain::plan::Outcome;
use crate::domain::step::FailureKind;

use super::program::{Effect, NodeKind, StepPlan};
use super::record::EventKind;
use super::sharing::ALL;
use super::steps::UNPLANNED_CALL_FAILURE;
use super::world::{CASE_ADDRESS, Event, Job, Rest, Strike, World};

/// Purposes of draws at a step. Purpose 2 belongs to branching.
pub(super) const WORK: u8 = 0;
const LYING: u8 = 1;
pub(super) const CALL_FAILURE: u8 = 3;
const GIVE_UP_SHARE: u8 = 4;
const FIRST_MODE: u8 = 5;
const COUNT: u8 = 201;
const COST: u8 = 202;
/// Purposes of draws that belong to the case: 0 is the persona.
const COMES_BACK: u8 = 1;
const AWAY: u8 = 2;
/// Most things that one step is done for.
const MOST_THINGS: f64 = 1_000.0;
/// The detail of a failure for which the plan has no failure mode.
pub(super) const UNPLANNED: u64 = 1_000;

impl World<'_> {
    pub(super) fn begin_step(&mut self, token: Handle, step: &StepPlan) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        if let Some(most) = step.most_times
            && self.cases[state.case as usize].visits[state.node as usize] > most
        {
            let title = self.title(state.node);
            self.warn(format!(
                "some cases needed `{title}` more often than its limit of {most} and were counted as failed"
            ));
            self.end_case(state.case, state.node, Outcome::Failed);
            return;
        }
        match &step.waiting {
            Some(waiting) => {
                let span = waiting.visit_ms(&self.visit(token), LYING);
                self.rest_until(token, Rest::Lying, self.now.after(span), Rank::TIMER, Event::Wake);
            }
            None => self.seek(token, step),
        }
    }

    /// Asks for the resource, or begins at once where none is needed.
    pub(super) fn seek(&mut self, token: Handle, step: &StepPlan) {
        if let Some(batch) = &step.batch
            && !self.batches.contains_key(&token)
        {
            self.gather(token, batch);
            return;
        }
        if !step.team.is_empty() {
            self.seek_team(token, step);
            return;
        }
        let Some(pool) = step.pool else {
            self.begin_work(token, None);
            return;
        };
        self.ask(token, step, pool);
    }

    /// Begins the work, with a server where one is needed.
    pub(super) fn begin_work(&mut self, token: Handle, server: Option<(u32, u32)>) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let NodeKind::Step(step) = self.kind(state.node) else { return };
        if let Rest::Queued { pool: first, ticket } = state.rest {
            // Of several pools, another one than the first may serve it.
            let pool = server.map_or(first, |(pool, _)| pool);
            // Its own pool has taken it out of the line already.
            if pool != first {
                self.pools[first as usize].withdraw(self.now, ticket);
            }
            self.withdraw_others(token);
            let queued = self.now.since(state.since);
            let data = &mut self.cases[state.case as usize];
            data.waiting = data.waiting.plus(queued);
            self.tally.pools[pool as usize].waits.push(queued);
        } else if let Some((pool, _)) = server {
            self.tally.pools[pool as usize].waits.push(Span::ZERO);
        }
        let interrupted = self.tokens.get_mut(token).and_then(|state| state.left.take());
        if !step.inputs.is_empty() && interrupted.is_none() {
            self.fill_in(token, step);
        }
        let (mut span, mut strike) = match interrupted {
            Some(left) => left,
            None => self.plan_work(token, step, server.map(|(pool, _)| pool)),
        };
        let company;
        (span, company) = match interrupted {
            Some(_) => (span, Vec::new()),
            None => self.begin_batch(token, step, span),
        };
        if let Some((pool, ALL)) = server {
            self.begin_shared(token, step, pool, (span, strike));
            return;
        }
        let calendar = server.and_then(|(pool, _)| self.program.pools[pool as usize].working_hours());
        let mut end = match calendar {
            Some(calendar) => calendar.finish(self.now, span),
            None => self.now.after(span),
        };
        if let Some(limit) = step.time_limit {
            let deadline = state.entered.after(limit).max(self.now);
            if end > deadline {
                end = deadline;
                span =
                    calendar.map_or(deadline.since(self.now), |hours| hours.open_between(self.now, deadline));
                strike = timeout_strike(step);
            }
        }
        let tally = &mut self.tally.nodes[state.node as usize];
        if interrupted.is_none() {
            tally.begun += 1;
            tally.waits.push(self.now.since(state.entered));
        }
        self.record(EventKind::Began, state.case, state.node, end.since(self.now).micros());
        let job = Job { server, span, strike };
        self.rest_until(token, Rest::Working(job), end, Rank::RELEASE, Event::Done);
        for member in company {
            self.begin_along(member, step, span, end);
        }
    }

    /// How long the work takes, and what goes wrong with it.
    pub(super) fn plan_work(&mut self, token: Handle, step: &StepPlan, pool: Option<u32>) -> (Span, Strike) {
        let Some(state) = self.tokens.get(token).copied() else { return (Span::ZERO, Strike::Nothing) };
        let draws = self.visit(token);
        let persona = &self.program.personas[self.cases[state.case as usize].persona as usize];
        let things = step.each.as_ref().map_or(1, |(count, _)| {
            count.sample(&mut draws.stream(COUNT)).round().clamp(0.0, MOST_THINGS) as u32
        });
        let together = step.each.as_ref().is_some_and(|(_, parallel)| *parallel);
        let mut span = Span::ZERO;
        let mut strike = Strike::Nothing;
        if let Some(call) = &step.call {
            (span, strike) = self.plan_call(token, call, things, together, &draws);
        } else if let (Some(work), 1) = (step.work_at(pool), things) {
            span = work.visit_ms(&draws, WORK);
        } else if let Some(work) = step.work_at(pool) {
            let mut stream = draws.stream(WORK);
            for _ in 0..things {
                let one = work.sample_ms(&mut stream);
                span = if together { span.max(one) } else { span.plus(one) };
            }
        }
        if step.by_case_person && persona.pace != 1.0 {
            span = span.scaled(persona.pace);
        }
        if let Some(script) = &mut self.script {
            let stated = script.strike(state.node, state.execution);
            return (span, if strike == Strike::Nothing { stated } else { strike });
        }
        if strike != Strike::Nothing {
            return (span, strike);
        }
        for (mode, place) in step.modes.iter().zip(0_u16..) {
            let mut probability = mode.probability;
            if step.by_case_person {
                match mode.kind {
                    FailureKind::GivesUp => probability /= persona.patience,
                    FailureKind::Mistake => probability /= persona.skill,
                    _ => {}
                }
            }
            if probability > 0.0 && draws.unit(FIRST_MODE + place as u8) < probability {
                if mode.kind == FailureKind::GivesUp {
                    span = span.scaled(draws.unit(GIVE_UP_SHARE));
                }
                return (span, Strike::Mode(place));
            }
        }
        (span, Strike::Nothing)
    }

    /// The work is over.
    pub(super) fn done(&mut self, token: Handle) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let (Rest::Working(job), NodeKind::Step(step)) = (state.rest, self.kind(state.node)) else { return };
        if let Some(state) = self.tokens.get_mut(token) {
            state.rest = Rest::Moving;
        }
        let job = self.end_shared(token, step, job);
        self.book_work(state.case, state.node, job.span, job.server);
        // Hours in which the work rested were waiting.
        let rested = self.now.since(state.since).minus(job.span);
        let data = &mut self.cases[state.case as usize];
        data.waiting = data.waiting.plus(rested);
        self.free(token, job.server);
        if let Some(cost) = &step.cost {
            let cost = cost.sample(&mut self.draws(token, COST));
            if step.most_money.is_some_and(|most| cost > most) {
                let title = self.title(state.node);
                self.warn(format!(
                    "some cases would have cost more at `{title}` than its limit and were counted as refused"
                ));
                self.end_case(state.case, state.node, Outcome::Refused);
                return;
            }
            self.spend(state.case, state.node, cost);
        }
        match job.strike {
            Strike::Nothing => {
                if step.undo.is_some() {
                    self.cases[state.case as usize].undoable.push(state.node);
                }
                for object in &step.produces {
                    self.cases[state.case as usize].versions[*object] += 1;
                }
                self.leave(token);
            }
            strike => self.fail(token, step, strike),
        }
    }

    pub(super) fn fail(&mut self, token: Handle, step: &StepPlan, strike: Strike) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let (mode, effect) = match strike {
            Strike::Mode(place) => match step.modes.get(usize::from(place)) {
                Some(mode) => (Some((usize::from(place), mode.kind)), mode.effect),
                None => (None, Effect::End(Outcome::Failed)),
            },
            Strike::Call => (None, UNPLANNED_CALL_FAILURE),
            Strike::TurnedAway => (None, Effect::End(Outcome::Refused)),
            Strike::Refused | Strike::TooLong | Strike::Nothing => (None, Effect::End(Outcome::Failed)),
        };
        if mode.is_none() {
            let title = self.title(state.node);
            self.warn(match strike {
                Strike::Call => format!(
                    "the plan does not say what happens when the call at `{title}` fails; assumed are two more tries"
                ),
                Strike::TurnedAway => format!(
                    "the plan does not say what happens when the queue before `{title}` is full; such cases were refused"
                ),
                Strike::Refused => format!(
                    "the plan does not say what happens when the service refuses the request of `{title}`; such cases failed"
                ),
                _ => format!("the plan does not say what happens when `{title}` takes too long; such cases failed"),
            });
        }
        self.cases[state.case as usize].had_failure = true;
        self.record(
            EventKind::Failed,
            state.case,
            state.node,
            mode.map_or(UNPLANNED, |(place, _)| place as u64),
        );
        let ended = match effect {
            Effect::Retry { most, delay, backoff, otherwise } => {
                if state.retries < most {
                    self.retry(token, step, delay.scaled(libm::pow(backoff, f64::from(state.retries))));
                    false
                } else {
                    self.end_for(token, mode, otherwise)
                }
            }
            Effect::GoTo(node) => {
                self.moves.push((token, node, u32::MAX));
                false
            }
            Effect::End(outcome) => self.end_for(token, mode, outcome),
        };
        if let Some((place, _)) = mode {
            self.tally.nodes[state.node as usize].count_mode(place, ended);
        }
    }

    fn retry(&mut self, token: Handle, step: &StepPlan, delay: Span) {
        let mut delay = delay;
        if let Some(state) = self.tokens.get_mut(token) {
            state.retries += 1;
            delay = delay.max(std::mem::take(&mut state.hold));
        }
        self.again_after(token, step, delay);
    }

    /// The step is done again after a delay, with draws of its own.
    fn again_after(&mut self, token: Handle, step: &StepPlan, delay: Span) {
        if !self.count_execution(token) {
            return;
        }
        let now = self.now;
        if let Some(state) = self.tokens.get_mut(token) {
            // Waits and the time limit of the new try count from now.
            state.entered = now.after(delay);
        }
        if delay == Span::ZERO {
            self.seek(token, step);
        } else {
            self.rest_until(token, Rest::Delayed, now.after(delay), Rank::TIMER, Event::Wake);
        }
    }

    /// Ends the case because of a failure mode, unless it was a person who comes back. Whether it ended.
    fn end_for(&mut self, token: Handle, mode: Option<(usize, FailureKind)>, outcome: Outcome) -> bool {
        match mode {
            Some((_, FailureKind::GivesUp)) => self.give_up(token, outcome),
            _ => {
                if let Some(state) = self.tokens.get(token).copied() {
                    self.end_case(state.case, state.node, outcome);
                }
                true
            }
        }
    }

    /// A person gives up; some come back once and do the step again. Whether the case ended.
    pub(super) fn give_up(&mut self, token: Handle, outcome: Outcome) -> bool {
        let Some(state) = self.tokens.get(token).copied() else { return false };
        let NodeKind::Step(step) = self.kind(state.node) else { return false };
        let data = &mut self.cases[state.case as usize];
        let persona = &self.program.personas[data.persona as usize];
        let draws = self.program.streams.visit(data.number, CASE_ADDRESS, 0);
        if !data.came_back && persona.returns > 0.0 && draws.unit(COMES_BACK) < persona.returns {
            data.came_back = true;
            let away = persona.returns_after.sample_ms(&mut draws.stream(AWAY));
            self.record(EventKind::Left, state.case, state.node, away.micros());
            self.again_after(token, step, away);
            return false;
        }
        self.end_case(state.case, state.node, outcome);
        true
    }
}

pub(super) fn timeout_strike(step: &StepPlan) -> Strike {
    let place = step.modes.iter().position(|mode| mode.kind == FailureKind::Timeout);
    place.and_then(|place| u16::try_from(place).ok()).map_or(Strike::TooLong, Strike::Mode)
}
