//! Work and patience: what takes time, and what ends it.

#![expect(
    clippy::indexing_slicing,
    reason = "pools, steps and sharings are named by a blueprint that was checked, or by this module"
)]

use super::Happened;
use super::blueprint::{Duration, Step};
use super::engine::{Event, Network};
use super::token::{Rest, Token, Work};
use crate::des::queue::Rank;
use crate::des::slab::Handle;
use crate::des::time::{Span, Time};

/// Where the stream numbers of steps begin; those below belong to the caller.
const STEP_ADDRESS: u32 = 1 << 16;

impl Network {
    /// Begins to work, or goes on with work.
    pub(super) fn work(&mut self, token: Handle, span: Span, sharing: Option<usize>, then: usize) {
        let now = self.now;
        let Some(state) = self.tokens.get_mut(token) else { return };
        state.epoch += 1;
        let epoch = state.epoch;
        let mut work = Work { full: span, left: span, began: now, then, sharing: None };
        if let Some(place) = sharing {
            let end = self.sharings[place].join(now, token, epoch, span);
            work.sharing = Some((place, end));
        } else {
            self.events.schedule(now.after(span), Rank::RELEASE, Event::Done(token, epoch));
        }
        if let Some(state) = self.tokens.get_mut(token) {
            state.rest = Rest::Working(work);
        }
        if let Some(place) = sharing {
            self.schedule_shared(place);
        }
    }

    pub(super) fn done(&mut self, token: Handle) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let Rest::Working(work) = state.rest else { return };
        self.interrupt(token);
        if let Some(state) = self.tokens.get_mut(token) {
            state.at = work.then;
            state.rest = Rest::Moving;
        }
        self.ready.push_back(token);
    }

    /// Stops work, which becomes paused.
    pub(super) fn interrupt(&mut self, token: Handle) {
        let now = self.now;
        let Some(state) = self.tokens.get_mut(token) else { return };
        let Rest::Working(mut work) = state.rest else { return };
        state.epoch += 1;
        let passed = now.since(work.began);
        if let Some((place, end)) = work.sharing {
            work.left = self.sharings[place].leave(now, end);
        } else {
            work.left = work.left.minus(passed);
        }
        state.rest = Rest::Paused(work);
        if let Some((place, _)) = work.sharing {
            self.schedule_shared(place);
        }
        self.tell(token, Happened::Worked(passed));
    }

    pub(super) fn next_shared(&mut self, place: usize) -> Option<(Time, Handle)> {
        let tokens = &self.tokens;
        let is_here = |token, epoch| tokens.get(token).is_some_and(|state: &Token| state.epoch == epoch);
        self.sharings[place].next_end(self.now, is_here)
    }

    pub(super) fn schedule_shared(&mut self, place: usize) {
        self.sharings[place].epoch = self.sharings[place].epoch.wrapping_add(1);
        let epoch = self.sharings[place].epoch;
        if let Some((time, _)) = self.next_shared(place) {
            self.events.schedule(time, Rank::RELEASE, Event::Shared(place as u32, epoch));
        }
    }

    pub(super) fn race(&mut self, token: Handle, at: usize, count: usize) {
        let spans = (0..count).map(|way| self.duration(token, at, way)).enumerate();
        let Some((way, span)) = spans.min_by_key(|(way, span)| (*span, *way)) else { return };
        if let Some(Step::Race(ways)) = self.plan.steps.get(at) {
            let then = ways.get(way).map_or(at + 1, |(_, then)| *then);
            self.work(token, span, None, then);
        }
    }

    pub(super) fn set_patience(&mut self, token: Handle, at: usize, otherwise: Option<usize>) {
        let span = self.duration(token, at, 0);
        let Some(state) = self.tokens.get_mut(token) else { return };
        // A number that no earlier patience of the token had, and never zero.
        state.epoch += 1;
        state.patience = state.epoch;
        state.otherwise = otherwise;
        let event = Event::Impatient(token, state.patience);
        self.events.schedule(self.now.after(span), Rank::PATIENCE, event);
    }

    pub(super) fn give_up(&mut self, token: Handle) {
        self.tell(token, Happened::GaveUp);
        self.let_go(token);
        let Some(state) = self.tokens.get_mut(token) else { return };
        state.patience = 0;
        let otherwise = state.otherwise;
        if matches!(state.rest, Rest::Parked) {
            self.leave_batch(token);
        }
        if let Some(at) = self.go_elsewhere(token, otherwise)
            && let Some(state) = self.tokens.get_mut(token)
        {
            state.at = at;
            state.rest = Rest::Moving;
            self.ready.push_back(token);
        }
    }

    pub(super) fn duration(&mut self, token: Handle, at: usize, way: usize) -> Span {
        let Some(state) = self.tokens.get_mut(token) else { return Span::ZERO };
        let duration = match &self.plan.steps[at] {
            Step::Work(duration) | Step::Share { duration, .. } | Step::Patience { duration, .. } => duration,
            Step::Race(ways) => match ways.get(way) {
                Some((duration, _)) => duration,
                None => return Span::ZERO,
            },
            _ => return Span::ZERO,
        };
        let last =
            |spans: &[Span], number: usize| spans.get(number).or(spans.last()).copied().unwrap_or(Span::ZERO);
        match duration {
            Duration::Fixed(span) => *span,
            Duration::Drawn(distribution) => {
                let visit = self.streams.visit(state.case, STEP_ADDRESS + at as u32, state.draws);
                state.draws += 1;
                distribution.sample_ms(&mut visit.stream(0))
            }
            Duration::ByCase(spans) => last(spans, state.case as usize),
            Duration::InOrder(spans) => {
                self.taken[at] += 1;
                last(spans, self.taken[at] - 1)
            }
        }
    }

    pub(super) fn unit(&mut self, token: Handle, at: usize) -> f64 {
        let Some(state) = self.tokens.get_mut(token) else { return 0.0 };
        state.draws += 1;
        self.streams.visit(state.case, STEP_ADDRESS + at as u32, state.draws - 1).unit(0)
    }
}
