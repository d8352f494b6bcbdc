//! Who stands in which queue: asking for a resource, being turned away, losing patience, being interrupted.

#![expect(
    clippy::indexing_slicing,
    reason = "numbers of nodes, pools and cases are made by the compiler and by the world"
)]

use crate::des::{Admission, Change, Demand, Handle, Rank, Ticket, Time};
use crate::domain::plan::Outcome;
use crate::domain::step::FailureKind;

use super::program::{NodeKind, StepPlan};
use super::record::EventKind;
use super::work::{UNPLANNED, timeout_strike};
use super::world::{Event, Rest, Strike, World};

/// Purposes of draws at a step; the others belong to its work.
const PATIENCE: u8 = 200;
const BALKS: u8 = 203;
const PATIENCE_IN_QUEUE: u8 = 204;

impl World<'_> {
    /// Asks the pool that rests for longest, or stands in the queues of all.
    pub(super) fn seek_team(&mut self, token: Handle, step: &StepPlan) {
        let pools = || step.team.iter().map(|member| member.pool);
        if step.by_shortest_queue {
            let load = |pool: &u32| {
                let pool = &self.pools[*pool as usize];
                pool.waiting() + pool.busy() as usize
            };
            if let Some(pool) = pools().min_by_key(load) {
                self.ask(token, step, pool);
            }
            return;
        }
        let free = pools().filter(|pool| self.pools[*pool as usize].is_free());
        if let Some(pool) = free.min_by_key(|pool| self.rested_since[*pool as usize]) {
            self.ask(token, step, pool);
            return;
        }
        let mut tickets = Vec::new();
        let mut balked = None;
        for pool in pools() {
            if self.balks(token, pool) {
                balked = Some(pool);
                continue;
            }
            let admission = self.pools[pool as usize].request(self.now, token, step.priority);
            if let Admission::Waiting(ticket) = admission {
                tickets.push((pool, ticket));
            }
        }
        if tickets.is_empty() {
            match balked {
                Some(pool) => self.balk(token, step, pool),
                None => self.turn_away(token, step),
            }
            return;
        }
        let (pool, ticket) = tickets.remove(0);
        self.other_tickets.insert(token, tickets);
        self.queue_up(token, step, pool, ticket);
    }

    /// Leaves the queues of the other pools that could have served a token.
    pub(super) fn withdraw_others(&mut self, token: Handle) {
        for (pool, ticket) in self.other_tickets.remove(&token).unwrap_or_default() {
            self.pools[pool as usize].withdraw(self.now, ticket);
        }
    }

    pub(super) fn ask(&mut self, token: Handle, step: &StepPlan, pool: u32) {
        let place = pool as usize;
        if self.balks(token, pool) {
            self.balk(token, step, pool);
            return;
        }
        if self.program.pools[place].is_shared {
            self.join_shared(token, step, pool);
            return;
        }
        let mut changes = Vec::new();
        let (rules, restarts) = (&self.program.pools[place].rules, self.program.pools[place].restarts);
        let admission = if rules.displace.is_some() || rules.is_crowding {
            let demand = Demand { item: token, units: 1, priority: step.priority };
            self.pools[place].demand(self.now, demand, &mut changes)
        } else {
            self.pools[place].request(self.now, token, step.priority)
        };
        for change in changes {
            match change {
                Change::Displaced(other, ticket) => self.interrupt(other, pool, ticket, restarts),
                Change::Refused(other) => self.crowded_out(other),
            }
        }
        match admission {
            Admission::Started(server) => {
                let now = self.now;
                if let Some(state) = self.tokens.get_mut(token) {
                    // Not queued: nothing to add to the case's waiting.
                    state.since = now;
                }
                self.begin_work(token, Some((pool, server)));
            }
            Admission::Waiting(ticket) => self.queue_up(token, step, pool, ticket),
            Admission::Refused => self.turn_away(token, step),
        }
    }

    /// Whether somebody who would have to wait for a pool leaves at the sight of its queue.
    fn balks(&self, token: Handle, pool: u32) -> bool {
        let rules = &self.program.pools[pool as usize].balking;
        if rules.is_empty() {
            return false;
        }
        let (is_free, waiting) = match self.shared.get(&pool) {
            Some(shared) => (shared.has_full_speed(), shared.slowed()),
            None => (self.pools[pool as usize].is_free(), self.pools[pool as usize].waiting()),
        };
        if is_free {
            return false;
        }
        let entry = rules.iter().rfind(|(from, _)| *from <= waiting);
        entry.is_some_and(|(_, share)| self.visit(token).unit(BALKS) < *share)
    }

    /// Leaves at the sight of the queue, with all of its batch.
    fn balk(&mut self, token: Handle, step: &StepPlan, pool: u32) {
        let others = self.disband(token);
        for token in std::iter::once(token).chain(others) {
            self.tally.pools[pool as usize].balked += 1;
            self.walk_away(token, step);
        }
    }

    /// Waits in a queue, as long as patience and the time limit of the step allow.
    fn queue_up(&mut self, token: Handle, step: &StepPlan, pool: u32, ticket: Ticket) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let persona = &self.program.personas[self.cases[state.case as usize].persona as usize];
        let mut until = Time::NEVER;
        for (patience, purpose) in [
            (&persona.longest_wait, PATIENCE),
            (&self.program.pools[pool as usize].patience, PATIENCE_IN_QUEUE),
        ] {
            if let Some(patience) = patience {
                until = until.min(self.now.after(patience.sample_ms(&mut self.draws(token, purpose))));
            }
        }
        if let Some(limit) = step.time_limit {
            until = until.min(state.entered.after(limit).max(self.now));
        }
        self.rest_until(token, Rest::Queued { pool, ticket }, until, Rank::PATIENCE, Event::Impatient);
    }

    /// The queue is full.
    pub(super) fn turn_away(&mut self, token: Handle, step: &StepPlan) {
        let others = self.disband(token);
        let place = step.modes.iter().position(|mode| mode.kind == FailureKind::Rejected);
        let place = place.and_then(|place| u16::try_from(place).ok());
        for token in std::iter::once(token).chain(others) {
            self.fail(token, step, place.map_or(Strike::TurnedAway, Strike::Mode));
        }
    }

    /// Somebody who waited is sent away, because somebody more urgent took the place.
    pub(super) fn crowded_out(&mut self, token: Handle) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let (Rest::Queued { pool, .. }, NodeKind::Step(step)) = (state.rest, self.kind(state.node)) else {
            return;
        };
        self.withdraw_others(token);
        self.book_queueing(token, pool);
        self.also.push(state.case);
        self.turn_away(token, step);
    }

    /// The server is gone: the work goes on later from where it is, or begins anew.
    pub(super) fn interrupt(&mut self, token: Handle, pool: u32, ticket: Ticket, restarts: bool) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let Rest::Working(job) = state.rest else { return };
        let passed = self.now.since(state.since);
        let worked = match self.program.pools[pool as usize].working_hours() {
            Some(calendar) => calendar.open_between(state.since, self.now),
            None => passed,
        };
        let left = job.span.minus(worked);
        let done = job.span.minus(left);
        self.book_work(state.case, state.node, done, job.server);
        let data = &mut self.cases[state.case as usize];
        data.waiting = data.waiting.plus(passed.minus(done));
        let left = if restarts { job.span } else { left };
        self.record(EventKind::Interrupted, state.case, state.node, left.micros());
        if let Some(state) = self.tokens.get_mut(token) {
            state.left = Some((left, job.strike));
        }
        self.rest_until(token, Rest::Queued { pool, ticket }, Time::NEVER, Rank::PATIENCE, Event::Impatient);
        self.also.push(state.case);
    }

    /// Patience, or the time limit of the step, ended in the queue.
    pub(super) fn impatient(&mut self, token: Handle) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let (Rest::Queued { pool, ticket }, NodeKind::Step(step)) = (state.rest, self.kind(state.node))
        else {
            return;
        };
        self.pools[pool as usize].withdraw(self.now, ticket);
        self.withdraw_others(token);
        self.promote(token);
        self.book_queueing(token, pool);
        self.tally.nodes[state.node as usize].waits.push(self.now.since(state.entered));
        if step.time_limit.is_some_and(|limit| state.entered.after(limit) <= self.now) {
            self.fail(token, step, timeout_strike(step));
            return;
        }
        self.tally.pools[pool as usize].lost_patience += 1;
        self.walk_away(token, step);
    }

    /// Adds a wait in a queue that ends now.
    fn book_queueing(&mut self, token: Handle, pool: u32) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let queued = self.now.since(state.since);
        let data = &mut self.cases[state.case as usize];
        data.waiting = data.waiting.plus(queued);
        self.tally.pools[pool as usize].waits.push(queued);
    }

    /// A person leaves without being served, as the plan says for giving up.
    fn walk_away(&mut self, token: Handle, step: &StepPlan) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let mode = step.modes.iter().position(|mode| mode.kind == FailureKind::GivesUp);
        if let Some(place) = mode.and_then(|place| u16::try_from(place).ok()) {
            self.fail(token, step, Strike::Mode(place));
            return;
        }
        self.cases[state.case as usize].had_failure = true;
        self.record(EventKind::Failed, state.case, state.node, UNPLANNED);
        self.give_up(token, Outcome::Abandoned);
    }
}
