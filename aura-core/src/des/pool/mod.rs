//! A pool of servers behind one queue.
//!
//! In come requests with an item of the caller's; out comes who starts where, who loses a server to whom, and
//! who is sent away. The pool decides nothing about time: durations, shifts, patience and the costs of a server
//! belong to the caller, who tells the pool what happened and acts on the answer. Servers are told apart by
//! number, so each can have its own speed. A request may need several servers, which it gets and gives back
//! together; nobody overtakes a request for which there are not enough servers yet.

mod crew;
mod line;
mod rules;
mod servers;

pub use rules::{Admission, Change, Demand, Discipline, Displace, PoolRules, PoolUse, Start, Ticket};

use serde::{Deserialize, Serialize};

use super::time::{Span, Time};
use line::{Line, Waiting};
use servers::Servers;

/// Servers, numbered from 0, and the queue in front of them. A free server with the lowest number is taken.
///
/// # Example
/// ```
/// use aura_core::des::{Admission, Discipline, Pool, Time};
/// let mut desk = Pool::new(1, Discipline::Fifo, None);
/// assert_eq!(desk.request(Time::ZERO, "Ada", 0), Admission::Started(0));
/// assert!(matches!(desk.request(Time::ZERO, "Grace", 0), Admission::Waiting(_)));
/// let next = desk.release(Time::from_ms(5)?, 0).ok_or("nobody waits")?;
/// assert_eq!((next.item, next.waited.fractional_ms()), ("Grace", 5.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Pool<T> {
    rules: PoolRules,
    servers: Servers<T>,
    line: Line<T>,
    requests: u64,
    totals: PoolUse,
    counted_to: Time,
}

impl<T: Copy> Pool<T> {
    /// A pool of servers that are all on duty, with at most `queue_limit` requests waiting.
    pub fn new(servers: u32, discipline: Discipline, queue_limit: Option<u32>) -> Self {
        Pool::with_rules(PoolRules { servers, discipline, queue_limit, ..PoolRules::default() })
    }

    /// A pool of servers that are all on duty, under any rules.
    pub fn with_rules(rules: PoolRules) -> Self {
        Pool {
            servers: Servers::new(rules.servers, rules.displace),
            line: Line::new(rules.discipline),
            rules,
            requests: 0,
            totals: PoolUse::default(),
            counted_to: Time::ZERO,
        }
    }

    /// Asks for one server, and takes none away from anybody. `priority` matters only under
    /// [`Discipline::Priority`].
    #[inline]
    pub fn request(&mut self, now: Time, item: T, priority: i32) -> Admission {
        self.count_to(now);
        if self.servers.free() > 0 && (self.line.len() == 0 || self.line.comes_first(priority)) {
            let number = self.next_number();
            let server = self.servers.occupy(item, 1, priority, number);
            self.totals.started += 1;
            return Admission::Started(server);
        }
        if self.has_no_room(1, priority) {
            self.totals.refused += 1;
            return Admission::Refused;
        }
        let number = self.next_number();
        self.wait(Waiting { item, units: 1, priority, number, since: now })
    }

    /// Asks for one or more servers, under all rules of the pool.
    ///
    /// Those that lose servers or their place in the queue by it are added to `changes`. Who lost servers is
    /// in the queue again, in front of equals that came later.
    pub fn demand(&mut self, now: Time, demand: Demand<T>, changes: &mut Vec<Change<T>>) -> Admission {
        self.count_to(now);
        let Demand { item, units, priority } = demand;
        let goes_first = self.line.comes_first(priority);
        if goes_first && self.servers.free() < units && self.rules.displace.is_some() {
            self.make_free(now, units, priority, changes);
        }
        if goes_first && self.servers.free() >= units {
            let number = self.next_number();
            let server = self.servers.occupy(item, units, priority, number);
            self.totals.started += 1;
            self.cut_line(changes);
            return Admission::Started(server);
        }
        while self.has_no_room(units, priority) {
            let crowded = self.rules.is_crowding.then(|| self.line.crowd_out(priority)).flatten();
            let beyond = self.rules.least_urgent_waiting.is_some_and(|least| priority > least);
            self.totals.refused += 1;
            match crowded {
                Some(out) if !beyond => changes.push(Change::Refused(out.item)),
                _ => return Admission::Refused,
            }
        }
        let number = self.next_number();
        self.wait(Waiting { item, units, priority, number, since: now })
    }

    /// Frees the servers of the request that started at `server`, and starts the next request that waits, if
    /// there is a server on duty for it.
    ///
    /// Where requests need several servers, ask [`Pool::start_next`] again until it has none. Freeing a server
    /// at which nothing started does nothing.
    #[inline]
    pub fn release(&mut self, now: Time, server: u32) -> Option<Start<T>> {
        self.free(now, server)?;
        self.start_next(now)
    }

    /// Frees the servers of the request that started at `server` without letting anybody start.
    ///
    /// Gives the item, or `None` where nothing started there.
    #[inline]
    pub fn free(&mut self, now: Time, server: u32) -> Option<T> {
        self.count_to(now);
        self.servers.vacate(server)
    }

    /// Starts the request whose turn it is, if there are servers for it.
    #[inline]
    pub fn start_next(&mut self, now: Time) -> Option<Start<T>> {
        let units = self.line.first()?.units;
        if self.servers.free() < units {
            return None;
        }
        self.count_to(now);
        let Waiting { item, priority, number, since, .. } = self.line.pop()?;
        let server = self.servers.occupy(item, units, priority, number);
        self.totals.started += 1;
        Some(Start { server, item, waited: now.since(since) })
    }

    /// Takes a request out of the queue; `None` where it was served or withdrawn before.
    pub fn withdraw(&mut self, now: Time, ticket: Ticket) -> Option<T> {
        self.count_to(now);
        let waiting = self.line.remove(ticket.0)?;
        self.totals.withdrawn += 1;
        Some(waiting.item)
    }

    /// Whether a request for one server would start at once.
    pub fn is_free(&self) -> bool {
        self.servers.free() > 0 && self.line.len() == 0
    }

    /// How many requests wait.
    pub fn waiting(&self) -> usize {
        self.line.len()
    }

    /// How many servers are busy.
    pub fn busy(&self) -> u32 {
        self.servers.busy()
    }

    /// How many servers there are, on duty or not.
    pub fn servers(&self) -> u32 {
        self.servers.len()
    }

    /// What the pool did up to a moment, which must not be earlier than the last request or release.
    pub fn use_until(&mut self, now: Time) -> PoolUse {
        self.count_to(now);
        self.totals
    }

    fn wait(&mut self, waiting: Waiting<T>) -> Admission {
        let handle = self.line.push(waiting);
        self.totals.most_waiting = self.totals.most_waiting.max(self.line.len() as u64);
        Admission::Waiting(Ticket(handle))
    }

    fn next_number(&mut self) -> u64 {
        self.requests += 1;
        self.requests
    }

    fn has_no_room(&self, units: u32, priority: i32) -> bool {
        let is_full = |limit: u32| self.line.units() + u64::from(units) > u64::from(limit);
        self.rules.queue_limit.is_some_and(is_full)
            || self.rules.least_urgent_waiting.is_some_and(|least| priority > least)
    }

    /// Takes servers from less urgent requests, if that frees enough of them.
    fn make_free(&mut self, now: Time, units: u32, priority: i32, changes: &mut Vec<Change<T>>) {
        if !self.servers.can_free(units, priority) {
            return;
        }
        while self.servers.free() < units {
            let Some(lost) = self.servers.displace(Some(priority)) else { return };
            self.put_back(now, lost, changes);
        }
    }

    fn put_back(&mut self, now: Time, lost: servers::Hold<T>, changes: &mut Vec<Change<T>>) {
        self.totals.displaced += 1;
        let servers::Hold { item, units, priority, number } = lost;
        let handle = self.line.push(Waiting { item, units, priority, number, since: now });
        self.totals.most_waiting = self.totals.most_waiting.max(self.line.len() as u64);
        changes.push(Change::Displaced(item, Ticket(handle)));
    }

    /// Under a strict limit, those who came back send the last ones away.
    fn cut_line(&mut self, changes: &mut Vec<Change<T>>) {
        let Some(limit) = self.rules.queue_limit.filter(|_| self.rules.is_strict) else { return };
        while self.line.units() > u64::from(limit) {
            let Some(out) = self.line.pop_last() else { return };
            self.totals.refused += 1;
            changes.push(Change::Refused(out.item));
        }
    }

    /// Brings the integrals over time up to date.
    #[inline]
    fn count_to(&mut self, now: Time) {
        let passed: Span = now.since(self.counted_to);
        if passed == Span::ZERO {
            return;
        }
        self.counted_to = now;
        let passed = u128::from(passed.micros());
        // A product of two 53-bit numbers or so: only the sum needs more room.
        self.totals.busy_micros += passed * u128::from(self.servers.busy());
        self.totals.duty_micros += passed * u128::from(self.servers.at_work_or_on_duty());
        self.totals.waiting_micros += passed * self.line.len() as u128;
    }
}
