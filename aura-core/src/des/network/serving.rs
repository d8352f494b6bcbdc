//! Seizing and releasing servers, and what that does to others.

#![expect(
    clippy::indexing_slicing,
    reason = "pools, steps and sharings are named by a blueprint that was checked, or by this module"
)]

use super::Happened;
use super::blueprint::{Handover, Step};
use super::engine::{Event, Network};
use super::token::{Rest, Slot, Token};
use crate::des::pool::{Admission, Change, Demand, Start, Ticket};
use crate::des::queue::Rank;
use crate::des::slab::Handle;
use crate::des::time::{Span, Time};
use crate::error::{Error, ErrorCode, Result};

impl Network {
    pub(super) fn seize(
        &mut self,
        token: Handle,
        pool: usize,
        otherwise: Option<usize>,
    ) -> Result<Option<usize>> {
        let Some(state) = self.tokens.get(token).copied() else { return Ok(None) };
        let number = pool as u32;
        let demand = Demand { item: token, units: state.units, priority: state.priority };
        let mut changes = std::mem::take(&mut self.changes);
        let admission = self.pools[pool].pool.demand(self.now, demand, &mut changes);
        let slot = match admission {
            Admission::Started(server) => Slot::Held { pool: number, server },
            Admission::Waiting(ticket) => Slot::Wanted { pool: number, ticket, lost: false },
            Admission::Refused => Slot::Empty,
        };
        let fits =
            self.tokens.get_mut(token).is_some_and(|state| state.replace(|slot| *slot == Slot::Empty, slot));
        if !fits {
            return Err(Error::new(ErrorCode::LimitSize, "a case holds servers of too many pools at once"));
        }
        self.apply(pool, &mut changes);
        self.changes = changes;
        Ok(match admission {
            Admission::Started(_) => {
                self.tell(token, Happened::Started(number, Span::ZERO));
                Some(state.at + 1)
            }
            Admission::Waiting(_) => {
                self.tell(token, Happened::Waits(number));
                None
            }
            Admission::Refused => {
                self.tell(token, Happened::Refused(number));
                self.go_elsewhere(token, otherwise)
            }
        })
    }

    pub(super) fn release(&mut self, token: Handle, pool: usize) {
        let number = pool as u32;
        let Some(state) = self.tokens.get_mut(token) else { return };
        let Some(server) = state.server_in(number) else { return };
        state.replace(|slot| matches!(slot, Slot::Held { pool, .. } if *pool == number), Slot::Empty);
        self.free(pool, server);
    }

    /// Frees servers and lets the next ones start, unless the number of servers changes at this very moment.
    pub(super) fn free(&mut self, pool: usize, server: u32) {
        let state = &mut self.pools[pool];
        state.pool.free(self.now, server);
        if let Some(place) = state.beyond.iter().position(|(other, _)| *other == server) {
            let (_, since) = state.beyond.remove(place);
            let beyond = self.now.since(since);
            self.tell_pool(Happened::Relieved(pool as u32, beyond));
        }
        if self.pools[pool].next_change > self.now {
            self.serve(pool);
        }
    }

    pub(super) fn serve(&mut self, pool: usize) {
        while let Some(start) = self.pools[pool].pool.start_next(self.now) {
            self.started(pool as u32, start);
        }
    }

    pub(super) fn started(&mut self, pool: u32, start: Start<Handle>) {
        let token = start.item;
        let Some(state) = self.tokens.get_mut(token) else { return };
        let held = Slot::Held { pool, server: start.server };
        let mut was_lost = false;
        for slot in &mut state.slots {
            if let Slot::Wanted { pool: wanted, lost, .. } = *slot
                && wanted == pool
            {
                was_lost = lost;
                *slot = held;
                break;
            }
        }
        let lacking = state.is_lacking();
        match (state.rest, was_lost) {
            (Rest::Paused(work), _) if !lacking => {
                self.tell(token, Happened::Started(pool, start.waited));
                self.work(token, work.left, work.sharing.map(|(place, _)| place), work.then);
                if let Some(Token { rest: Rest::Working(resumed), .. }) = self.tokens.get_mut(token) {
                    resumed.full = work.full;
                }
                return;
            }
            (Rest::Blocked, _) if !lacking => {
                state.rest = Rest::Moving;
                state.at += 1;
                self.ready.push_back(token);
            }
            (Rest::Moving, false) if lacking => state.rest = Rest::Blocked,
            (Rest::Moving, false) => {
                state.at += 1;
                self.ready.push_back(token);
            }
            _ => {}
        }
        self.tell(token, Happened::Started(pool, start.waited));
    }

    /// Tells those that lost servers or their place.
    pub(super) fn apply(&mut self, pool: usize, changes: &mut Vec<Change<Handle>>) {
        for change in changes.drain(..) {
            match change {
                Change::Displaced(token, ticket) => self.displaced(pool, token, ticket),
                Change::Refused(token) => {
                    let number = pool as u32;
                    self.tell(token, Happened::Refused(number));
                    if let Some(state) = self.tokens.get_mut(token) {
                        let gone = |slot: &Slot| matches!(slot, Slot::Wanted { pool, .. } if *pool == number);
                        state.replace(gone, Slot::Empty);
                        let otherwise = match self.plan.steps.get(state.at) {
                            Some(Step::Seize { otherwise, .. }) => *otherwise,
                            _ => None,
                        };
                        if let Some(at) = self.go_elsewhere(token, otherwise) {
                            if let Some(state) = self.tokens.get_mut(token) {
                                state.at = at;
                            }
                            self.ready.push_back(token);
                        }
                    }
                }
            }
        }
    }

    pub(super) fn displaced(&mut self, pool: usize, token: Handle, ticket: Ticket) {
        let number = pool as u32;
        let is_restarting = self.plan.pools[pool].is_restarting;
        self.interrupt(token);
        if let Some(state) = self.tokens.get_mut(token) {
            let held = |slot: &Slot| matches!(slot, Slot::Held { pool, .. } if *pool == number);
            state.replace(held, Slot::Wanted { pool: number, ticket, lost: true });
            if let (Rest::Paused(work), true) = (&mut state.rest, is_restarting) {
                work.left = work.full;
            }
        }
        self.tell(token, Happened::Displaced(number));
    }

    pub(super) fn change_crew(&mut self, pool: usize) {
        let plan = &self.plan.pools[pool];
        let state = &mut self.pools[pool];
        let Some(shift) = plan.shifts.get(state.next_shift).copied() else { return };
        state.next_shift += 1;
        if state.next_shift == plan.shifts.len() && plan.period.is_some() {
            state.next_shift = 0;
            state.rounds += 1;
        }
        state.next_change = match (plan.shifts.get(state.next_shift), plan.period) {
            (Some(next), None) => next.at,
            (Some(next), Some(period)) => {
                let offset = period.micros().saturating_mul(state.rounds);
                next.at.after(Span::from_micros(offset))
            }
            (None, _) => Time::NEVER,
        };
        self.events.schedule(state.next_change, Rank::CREW, Event::Crew(pool as u32));
        let now = self.now;
        match plan.handover {
            Handover::AsTheyFinish => state.pool.set_servers(now, shift.servers),
            Handover::AtOnce => {
                let mut changes = std::mem::take(&mut self.changes);
                state.pool.cut_servers(now, shift.servers, &mut changes);
                self.apply(pool, &mut changes);
                self.changes = changes;
            }
            Handover::NewCrew => {
                let mut at_once = 0;
                let beyond = &mut state.beyond;
                state.pool.set_crew(now, shift.servers, |server, is_busy| {
                    if is_busy { beyond.push((server, now)) } else { at_once += 1 }
                });
                (0..at_once).for_each(|_| self.tell_pool(Happened::Relieved(pool as u32, Span::ZERO)));
            }
        }
        self.serve(pool);
    }
}
