//! Who is on duty: single servers, their number, or a whole crew that is relieved.

use super::Pool;
use super::rules::{Change, Start};
use crate::des::time::Time;

impl<T: Copy> Pool<T> {
    /// Puts a server on duty, whereupon it may take a request that waits, or takes it off duty.
    ///
    /// A busy server that goes off duty finishes what it does first.
    pub fn set_on_duty(&mut self, now: Time, server: u32, on_duty: bool) -> Option<Start<T>> {
        self.count_to(now);
        if self.servers.is_on_duty(server) == on_duty {
            return None;
        }
        self.servers.set_on_duty(server, on_duty);
        if on_duty { self.start_next(now) } else { None }
    }

    /// Changes how many servers are on duty. Free ones go first; then those that finish first go as they finish.
    ///
    /// Nobody starts by it: ask [`Pool::start_next`] until it has none.
    pub fn set_servers(&mut self, now: Time, count: u32) {
        self.count_to(now);
        self.servers.set_count(count);
    }

    /// Changes how many servers are on duty, at once: what is beyond the number loses its servers, the least
    /// urgent first, in the order of the rules.
    ///
    /// Needs [`PoolRules::displace`](super::PoolRules::displace); without, this is [`Pool::set_servers`].
    pub fn cut_servers(&mut self, now: Time, count: u32, changes: &mut Vec<Change<T>>) {
        self.set_servers(now, count);
        while self.servers.busy() > count {
            let Some(lost) = self.servers.displace(None) else { break };
            self.put_back(now, lost, changes);
        }
        self.cut_line(changes);
    }

    /// Relieves everybody on duty by a new crew of so many: who is busy finishes first, beyond the shift.
    ///
    /// `relieved` is told the number of each server that goes, and whether it is still busy. Nobody starts by
    /// it: ask [`Pool::start_next`] until it has none.
    pub fn set_crew(&mut self, now: Time, count: u32, mut relieved: impl FnMut(u32, bool)) {
        self.count_to(now);
        for server in 0..self.servers.len() {
            if self.servers.is_on_duty(server) {
                relieved(server, self.servers.is_busy(server));
                self.servers.set_on_duty(server, false);
            }
        }
        self.servers.set_count(count);
    }

    /// Takes a server off duty at once, as where it breaks down. Who is served by it loses all servers that it has
    /// here, and waits for them again in front of those who came later.
    ///
    /// Nobody starts by it: ask [`Pool::start_next`] until it has none.
    pub fn break_down(&mut self, now: Time, server: u32, changes: &mut Vec<Change<T>>) {
        self.count_to(now);
        self.servers.set_on_duty(server, false);
        if let Some(lost) = self.servers.evict(server) {
            self.put_back(now, lost, changes);
            self.cut_line(changes);
        }
    }

    /// Whether a server is on duty.
    pub fn is_on_duty(&self, server: u32) -> bool {
        self.servers.is_on_duty(server)
    }
}
