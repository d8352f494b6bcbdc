//! Resources that serve everybody at once: who is there, how fast the work goes on, and who is done next.
//!
//! Work that is shared has no end of its own: each arrival and each end changes the speed of all. So a pool schedules
//! only its next end, and counts its changes, by which ends of earlier ones are recognised as stale.

#![expect(clippy::indexing_slicing, reason = "numbers of pools are made by the compiler")]

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::des::{Handle, Rank, Sharing, Span, Time};

use super::program::{Program, StepPlan};
use super::record::EventKind;
use super::work::timeout_strike;
use super::world::{Event, Job, Rest, Strike, World};

/// The number of the server of those who share: all of them at once.
pub(super) const ALL: u32 = u32::MAX;

/// A resource that serves everybody at once.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SharedPool {
    sharing: Sharing,
    capacity: u32,
    /// Those who are there: the reading of the clock at which their work ends, and which stay it is.
    present: BTreeMap<Handle, (u128, u32)>,
    stays: u32,
}

impl SharedPool {
    /// The resources of a program that serve everybody at once.
    pub(super) fn of(program: &Program) -> BTreeMap<u32, SharedPool> {
        let shared = program.pools.iter().zip(0..).filter(|(pool, _)| pool.is_shared);
        shared.map(|(pool, place)| (place, SharedPool::new(pool.capacity))).collect()
    }

    fn new(capacity: u32) -> SharedPool {
        SharedPool { sharing: Sharing::new(capacity), capacity, present: BTreeMap::new(), stays: 0 }
    }

    /// Whether one more would slow nobody down.
    pub(super) fn has_full_speed(&self) -> bool {
        self.present.len() < self.capacity as usize
    }

    /// How many are there beyond those whom it serves at full speed.
    pub(super) fn slowed(&self) -> usize {
        self.present.len().saturating_sub(self.capacity as usize)
    }

    fn join(&mut self, now: Time, token: Handle, work: Span) {
        self.stays = self.stays.wrapping_add(1);
        let end = self.sharing.join(now, token, self.stays, work);
        self.present.insert(token, (end, self.stays));
    }

    /// Somebody goes; what is left of the work.
    fn leave(&mut self, now: Time, token: Handle) -> Option<Span> {
        let (end, _) = self.present.remove(&token)?;
        Some(self.sharing.leave(now, end))
    }

    fn next_end(&mut self, now: Time) -> Option<(Time, Handle)> {
        let present = &self.present;
        self.sharing.next_end(now, |token, stay| present.get(&token).is_some_and(|(_, of)| *of == stay))
    }
}

impl World<'_> {
    /// Begins at once, unless too many are there.
    pub(super) fn join_shared(&mut self, token: Handle, step: &StepPlan, pool: u32) {
        let limit = self.program.pools[pool as usize].rules.queue_limit;
        let is_full = |shared: &SharedPool| {
            !shared.has_full_speed() && limit.is_some_and(|limit| shared.slowed() >= limit as usize)
        };
        if self.shared.get(&pool).is_some_and(is_full) {
            self.turn_away(token, step);
            return;
        }
        let now = self.now;
        if let Some(state) = self.tokens.get_mut(token) {
            state.since = now;
        }
        self.begin_work(token, Some((pool, ALL)));
    }

    /// The work begins, and with it everybody's gets slower.
    pub(super) fn begin_shared(&mut self, token: Handle, step: &StepPlan, pool: u32, work: (Span, Strike)) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let (span, strike) = work;
        let tally = &mut self.tally.nodes[state.node as usize];
        tally.begun += 1;
        tally.waits.push(self.now.since(state.entered));
        self.record(EventKind::Began, state.case, state.node, span.micros());
        let limit = step.time_limit.map_or(Time::NEVER, |limit| state.entered.after(limit).max(self.now));
        let job = Job { server: Some((pool, ALL)), span, strike };
        self.rest_until(token, Rest::Working(job), limit, Rank::RELEASE, Event::Done);
        let now = self.now;
        if let Some(shared) = self.shared.get_mut(&pool) {
            shared.join(now, token, span);
            let longest = &mut self.tally.pools[pool as usize].longest_queue;
            *longest = (*longest).max(shared.slowed() as u64);
        }
        self.schedule_shared(pool);
    }

    /// Somebody goes from a shared resource, done or not; what is left of the work, where the work was shared.
    pub(super) fn leave_shared(&mut self, token: Handle, server: Option<(u32, u32)>) -> Option<Span> {
        let (pool, _) = server.filter(|(_, server)| *server == ALL)?;
        let left = self.shared.get_mut(&pool)?.leave(self.now, token)?;
        self.schedule_shared(pool);
        Some(left)
    }

    /// What becomes of work that ends now: shared work that is not finished ends because its time is over.
    pub(super) fn end_shared(&mut self, token: Handle, step: &StepPlan, job: Job) -> Job {
        if !matches!(job.server, Some((_, ALL))) {
            return job;
        }
        let left = self.leave_shared(token, job.server).unwrap_or(Span::ZERO);
        let Some(state) = self.tokens.get(token).copied() else { return job };
        self.record(EventKind::Finished, state.case, state.node, self.now.since(state.since).micros());
        match left {
            Span::ZERO => job,
            left => Job { span: job.span.minus(left), strike: timeout_strike(step), ..job },
        }
    }

    /// Whoever is done first at a shared resource, if nothing has changed since that was found.
    pub(super) fn shared_end(&mut self, now: Time, pool: u32, epoch: u32) {
        let Some(shared) = self.shared.get_mut(&pool).filter(|shared| shared.sharing.epoch == epoch) else {
            return;
        };
        let Some((_, token)) = shared.next_end(now) else { return };
        self.now = now;
        // To the nearest microsecond: what a fraction of one has left is done.
        shared.leave(now, token);
        self.schedule_shared(pool);
        let Some(state) = self.tokens.get(token).copied() else { return };
        self.done(token);
        self.settle();
        self.settle_joins(state.case);
        self.settle_others();
    }

    fn schedule_shared(&mut self, pool: u32) {
        let now = self.now;
        let Some(shared) = self.shared.get_mut(&pool) else { return };
        shared.sharing.epoch = shared.sharing.epoch.wrapping_add(1);
        let epoch = shared.sharing.epoch;
        if let Some((end, _)) = shared.next_end(now) {
            self.events.schedule(end, Rank::RELEASE, Event::SharedEnd(pool, epoch));
        }
    }

    /// What was done so far of work that does not come to its end.
    pub(super) fn done_so_far(&mut self, token: Handle, since: Time, job: Job) -> Span {
        match self.leave_shared(token, job.server) {
            Some(left) => job.span.minus(left),
            None => job.span.minus(job.span.minus(self.now.since(since))),
        }
    }
}
