//! The servers of a pool: who is on duty, who is free, and who holds which.

#![expect(clippy::indexing_slicing, reason = "server numbers come from this module and are below its size")]

use serde::{Deserialize, Serialize};

use super::line::key;
use super::rules::Displace;
use crate::des::queue::EventQueue;

/// The end of a chain of servers.
const NONE: u32 = u32::MAX;

/// A request that is being served.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Hold<T> {
    pub item: T,
    pub units: u32,
    pub priority: i32,
    pub number: u64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Servers<T> {
    all: Vec<Server<T>>,
    /// One bit per server that is on duty and free.
    free_bits: Vec<u64>,
    free: u32,
    busy: u32,
    on_duty: u32,
    /// Busy servers that are off duty.
    overtime: u32,
    /// Servers that go off duty as soon as any becomes free.
    owed: u32,
    /// Holds in the order in which they lose their servers; kept only where they can.
    holders: Option<(Displace, EventQueue<(u32, u64)>)>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Server<T> {
    on_duty: bool,
    busy: bool,
    /// The next server of the same hold.
    next: u32,
    /// At the first server of a hold.
    hold: Option<Hold<T>>,
}

impl<T: Copy> Servers<T> {
    pub(super) fn new(count: u32, displace: Option<Displace>) -> Self {
        let mut servers = Servers {
            all: Vec::new(),
            free_bits: Vec::new(),
            free: 0,
            busy: 0,
            on_duty: 0,
            overtime: 0,
            owed: 0,
            holders: displace.map(|displace| (displace, EventQueue::new())),
        };
        (0..count).for_each(|_| servers.hire());
        servers
    }

    pub(super) fn len(&self) -> u32 {
        self.all.len() as u32
    }

    pub(super) fn free(&self) -> u32 {
        self.free
    }

    pub(super) fn busy(&self) -> u32 {
        self.busy
    }

    pub(super) fn on_duty(&self) -> u32 {
        self.on_duty - self.owed
    }

    pub(super) fn at_work_or_on_duty(&self) -> u32 {
        self.on_duty + self.overtime
    }

    pub(super) fn is_busy(&self, server: u32) -> bool {
        self.all.get(server as usize).is_some_and(|server| server.busy)
    }

    pub(super) fn is_on_duty(&self, server: u32) -> bool {
        self.all.get(server as usize).is_some_and(|server| server.on_duty)
    }

    /// Lets a request have free servers, of which there must be enough; gives the one that names the hold.
    #[inline]
    pub(super) fn occupy(&mut self, item: T, units: u32, priority: i32, number: u64) -> u32 {
        let mut first = NONE;
        let mut last = NONE;
        for _ in 0..units.max(1) {
            let Some(server) = self.lowest_free() else { break };
            self.set_free(server, false);
            let state = &mut self.all[server as usize];
            state.busy = true;
            state.next = NONE;
            self.busy += 1;
            if first == NONE {
                first = server;
            } else {
                self.all[last as usize].next = server;
            }
            last = server;
        }
        if let Some(state) = self.all.get_mut(first as usize) {
            state.hold = Some(Hold { item, units, priority, number });
        }
        if let Some((displace, heap)) = &mut self.holders {
            // The least urgent first; the oldest or the newest among them.
            let order = match displace {
                Displace::Oldest => number,
                Displace::Newest => u64::MAX - number,
            };
            heap.push(key(-1 - priority, order), (first, number));
        }
        first
    }

    /// Frees the servers of a hold.
    #[inline]
    pub(super) fn vacate(&mut self, first: u32) -> Option<T> {
        let hold = self.all.get_mut(first as usize)?.hold.take()?;
        let mut server = first;
        // A chain is no longer than there are servers.
        while server != NONE {
            let state = &mut self.all[server as usize];
            let next = state.next;
            state.busy = false;
            state.next = NONE;
            let on_duty = state.on_duty;
            self.busy -= 1;
            if !on_duty {
                self.overtime -= 1;
            } else if self.owed > 0 {
                self.owed -= 1;
                self.on_duty -= 1;
                self.all[server as usize].on_duty = false;
            } else {
                self.set_free(server, true);
            }
            server = next;
        }
        if let Some((_, heap)) = &mut self.holders
            && heap.len() > 2 * self.all.len() + 64
        {
            let all = &self.all;
            heap.retain(|(_, (server, number))| holds(all, *server, *number));
        }
        Some(hold.item)
    }

    /// Whether enough servers are free or held by less urgent requests.
    pub(super) fn can_free(&self, units: u32, priority: i32) -> bool {
        let mut found = self.free;
        for state in &self.all {
            if found >= units {
                return true;
            }
            if let Some(hold) = state.hold.filter(|hold| hold.priority > priority) {
                found += hold.units;
            }
        }
        found >= units
    }

    /// Takes the servers from who loses them first, only from the less urgent where a priority is given.
    pub(super) fn displace(&mut self, priority: Option<i32>) -> Option<Hold<T>> {
        loop {
            let (_, heap) = self.holders.as_mut()?;
            let (_, (server, number)) = *heap.first()?;
            if holds(&self.all, server, number) {
                let hold = self.all[server as usize].hold?;
                if priority.is_some_and(|priority| hold.priority <= priority) {
                    return None;
                }
                heap.pop_entry();
                self.vacate(server);
                return Some(hold);
            }
            heap.pop_entry();
        }
    }

    /// Takes the servers from whoever has this one.
    pub(super) fn evict(&mut self, server: u32) -> Option<Hold<T>> {
        let first = (0..self.len()).find(|first| {
            let mut at = *first;
            let holds = self.all[at as usize].hold.is_some();
            while holds && at != NONE && at != server {
                at = self.all[at as usize].next;
            }
            holds && at == server
        })?;
        let hold = self.all[first as usize].hold?;
        self.vacate(first);
        Some(hold)
    }

    /// Puts a server on or off duty. A busy one goes on until it is free.
    pub(super) fn set_on_duty(&mut self, server: u32, on_duty: bool) {
        let Some(state) = self.all.get_mut(server as usize) else { return };
        if state.on_duty == on_duty {
            return;
        }
        state.on_duty = on_duty;
        let busy = state.busy;
        self.on_duty = if on_duty { self.on_duty + 1 } else { self.on_duty - 1 };
        match (busy, on_duty) {
            (true, true) => self.overtime -= 1,
            (true, false) => self.overtime += 1,
            (false, _) => self.set_free(server, on_duty),
        }
    }

    /// Changes how many servers are on duty, taking those that are free first; the others go as they become free.
    pub(super) fn set_count(&mut self, count: u32) {
        while self.on_duty() < count {
            if self.owed > 0 {
                self.owed -= 1;
            } else if let Some(server) = self.all.iter().position(|server| !server.on_duty && !server.busy) {
                self.set_on_duty(server as u32, true);
            } else {
                self.hire();
            }
        }
        while self.on_duty() > count {
            match self.highest_free() {
                Some(server) => self.set_on_duty(server, false),
                None => self.owed += 1,
            }
        }
    }

    /// One more server, on duty.
    pub(super) fn hire(&mut self) {
        let server = self.len();
        self.all.push(Server { on_duty: true, busy: false, next: NONE, hold: None });
        if self.free_bits.len() * 64 < self.all.len() {
            self.free_bits.push(0);
        }
        self.on_duty += 1;
        self.set_free(server, true);
    }

    fn lowest_free(&self) -> Option<u32> {
        let (word, bits) = self.free_bits.iter().enumerate().find(|(_, bits)| **bits != 0)?;
        Some(word as u32 * 64 + bits.trailing_zeros())
    }

    fn highest_free(&self) -> Option<u32> {
        let (word, bits) = self.free_bits.iter().enumerate().rfind(|(_, bits)| **bits != 0)?;
        Some(word as u32 * 64 + 63 - bits.leading_zeros())
    }

    fn set_free(&mut self, server: u32, free: bool) {
        let bit = 1 << (server % 64);
        let word = &mut self.free_bits[(server / 64) as usize];
        if free {
            *word |= bit;
            self.free += 1;
        } else {
            *word &= !bit;
            self.free -= 1;
        }
    }
}

/// Whether the hold of that number still has that server.
fn holds<T>(all: &[Server<T>], server: u32, number: u64) -> bool {
    let hold = all.get(server as usize).and_then(|server| server.hold.as_ref());
    hold.is_some_and(|hold| hold.number == number)
}
