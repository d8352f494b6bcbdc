//! Servers that break down and are repaired, each for itself.
//!
//! Breakdowns are drawn by replication, server and number, so that two variants meet the same ones whatever else they
//! change.

#![expect(clippy::indexing_slicing, reason = "numbers of pools are made by the compiler")]

use crate::des::{Change, Rank, Span};

use super::world::{Event, World};

/// Purposes of draws of a server.
const BETWEEN: u8 = 0;
const REPAIR: u8 = 1;

impl World<'_> {
    /// Schedules the first breakdown of every server.
    pub(super) fn begin_breakdowns(&mut self) {
        for pool in 0..self.program.pools.len() {
            let servers = self.program.pools[pool].breakdown.as_ref().map_or(0, |rule| rule.addresses.len());
            for server in 0..servers {
                self.schedule_breakdown(pool as u32, server as u32, 0);
            }
        }
    }

    fn schedule_breakdown(&mut self, pool: u32, server: u32, number: u32) {
        let Some(rule) = &self.program.pools[pool as usize].breakdown else { return };
        let span = rule.between.sample_ms(&mut self.draws_of_server(
            rule.addresses[server as usize],
            number,
            BETWEEN,
        ));
        let event = Event::BrokeDown(pool, server, number);
        self.events.schedule(self.now.after(at_least_a_moment(span)), Rank::CREW, event);
    }

    fn draws_of_server(&self, address: u32, number: u32, purpose: u8) -> crate::random::Stream {
        self.program.streams.visit(u64::from(self.replication), address, number).stream(purpose)
    }

    /// A server breaks down: what it was at waits for another, or for its repair.
    pub(super) fn broke_down(&mut self, pool: u32, server: u32, number: u32) {
        let place = pool as usize;
        let Some(rule) = &self.program.pools[place].breakdown else { return };
        let span =
            rule.repair.sample_ms(&mut self.draws_of_server(rule.addresses[server as usize], number, REPAIR));
        self.events.schedule(self.now.after(span), Rank::CREW, Event::Repaired(pool, server, number));
        self.broken.insert((pool, server));
        self.tally.pools[place].breakdowns += 1;
        let mut changes = Vec::new();
        self.pools[place].break_down(self.now, server, &mut changes);
        for change in changes {
            match change {
                Change::Displaced(token, ticket) => self.interrupt(token, pool, ticket, rule.restarts),
                Change::Refused(token) => self.crowded_out(token),
            }
        }
        self.start_waiting(place);
    }

    /// A server is repaired, and works again where it is its time.
    pub(super) fn repaired(&mut self, pool: u32, server: u32, number: u32) {
        let place = pool as usize;
        self.broken.remove(&(pool, server));
        self.schedule_breakdown(pool, server, number.wrapping_add(1));
        let hours = self.program.pools[place].calendar.as_ref();
        if hours.is_none_or(|hours| hours.opening(self.now).open)
            && let Some(start) = self.pools[place].set_on_duty(self.now, server, true)
        {
            self.begin_work(start.item, Some((pool, start.server)));
        }
    }

    /// Lets everybody start for whom there is a server.
    fn start_waiting(&mut self, pool: usize) {
        while let Some(start) = self.pools[pool].start_next(self.now) {
            self.begin_work(start.item, Some((pool as u32, start.server)));
        }
    }
}

/// Time must pass between two breakdowns.
fn at_least_a_moment(span: Span) -> Span {
    span.max(Span::from_micros(1))
}
