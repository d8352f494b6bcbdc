//! A pool of servers behind one queue.
//!
//! In come requests with an item of the caller's; out comes who starts where. The pool decides nothing about
//! time: durations, shifts, patience and the costs of a server belong to the caller, who tells the pool what
//! happened and acts on the answer. Servers are told apart by number, so each can have its own speed.

#![expect(clippy::indexing_slicing, reason = "server numbers come from this pool and are below its size")]

use std::collections::VecDeque;

use super::queue::EventQueue;
use super::slab::{Handle, Slab};
use super::time::{Span, Time};

/// Whose turn it is when a server becomes free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Discipline {
    /// First come, first served. Priorities are not looked at.
    #[default]
    Fifo,
    /// Last come, first served. Priorities are not looked at.
    Lifo,
    /// The lowest priority number first, and first come, first served among equals.
    Priority,
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// The server with this number took it at once.
    Started(u32),
    /// It waits; the ticket takes it out of the queue again.
    Waiting(Ticket),
    /// The queue is full.
    Refused,
}

/// Names a request that waits. Stale once it was served or withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(Handle);

/// A waiting item that now starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start<T> {
    /// The number of the server.
    pub server: u32,
    /// The item of the request.
    pub item: T,
    /// How long it waited.
    pub waited: Span,
}

/// What a pool did up to a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PoolUse {
    /// Requests that started, at once or after a wait.
    pub started: u64,
    /// Requests that met a full queue.
    pub refused: u64,
    /// Requests that were withdrawn while they waited.
    pub withdrawn: u64,
    /// Time that servers were busy, summed over servers, in microseconds.
    pub busy_micros: u128,
    /// Time that servers were on duty or busy beyond it, summed over servers, in microseconds.
    pub duty_micros: u128,
    /// Time that requests waited in the queue, summed over requests, in microseconds.
    pub waiting_micros: u128,
    /// The longest queue.
    pub most_waiting: u64,
}

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
#[derive(Debug, Clone)]
pub struct Pool<T> {
    servers: Vec<Server>,
    /// One bit per server that is on duty and free.
    free: Vec<u64>,
    order: Order,
    waiting: Slab<Waiting<T>>,
    queue_limit: Option<u32>,
    requests: u64,
    busy: u32,
    on_duty: u32,
    totals: PoolUse,
    counted_to: Time,
}

#[derive(Debug, Clone, Copy)]
struct Server {
    on_duty: bool,
    busy: bool,
}

#[derive(Debug, Clone, Copy)]
struct Waiting<T> {
    item: T,
    since: Time,
}

#[derive(Debug, Clone)]
enum Order {
    Fifo(VecDeque<Handle>),
    Lifo(Vec<Handle>),
    Priority(EventQueue<Handle>),
}

impl<T: Copy> Pool<T> {
    /// A pool of servers that are all on duty, with at most `queue_limit` requests waiting.
    pub fn new(servers: u32, discipline: Discipline, queue_limit: Option<u32>) -> Self {
        let order = match discipline {
            Discipline::Fifo => Order::Fifo(VecDeque::new()),
            Discipline::Lifo => Order::Lifo(Vec::new()),
            Discipline::Priority => Order::Priority(EventQueue::new()),
        };
        let mut pool = Pool {
            servers: vec![Server { on_duty: true, busy: false }; servers as usize],
            free: vec![0; servers.div_ceil(64) as usize],
            order,
            waiting: Slab::new(),
            queue_limit,
            requests: 0,
            busy: 0,
            on_duty: servers,
            totals: PoolUse::default(),
            counted_to: Time::ZERO,
        };
        (0..servers).for_each(|server| pool.set_free(server, true));
        pool
    }

    /// Asks for a server. `priority` matters only under [`Discipline::Priority`].
    #[inline]
    pub fn request(&mut self, now: Time, item: T, priority: i32) -> Admission {
        self.count_to(now);
        if let Some(server) = self.first_free() {
            self.start(server);
            return Admission::Started(server);
        }
        if self.queue_limit.is_some_and(|limit| self.waiting.len() >= limit as usize) {
            self.totals.refused += 1;
            return Admission::Refused;
        }
        let handle = self.waiting.insert(Waiting { item, since: now });
        self.requests += 1;
        match &mut self.order {
            Order::Fifo(queue) => queue.push_back(handle),
            Order::Lifo(stack) => stack.push(handle),
            Order::Priority(heap) => {
                // Shifting the signed number by 2^31 keeps its order in an unsigned one.
                let priority = (i64::from(priority) + (1 << 31)) as u128;
                heap.push((priority << 64) | u128::from(self.requests), handle);
            }
        }
        self.totals.most_waiting = self.totals.most_waiting.max(self.waiting.len() as u64);
        Admission::Waiting(Ticket(handle))
    }

    /// Frees a busy server, which takes the next request that waits, if it is still on duty.
    ///
    /// Freeing a server that is not busy does nothing.
    #[inline]
    pub fn release(&mut self, now: Time, server: u32) -> Option<Start<T>> {
        self.count_to(now);
        let state = self.servers.get_mut(server as usize)?;
        if !state.busy {
            return None;
        }
        state.busy = false;
        self.busy -= 1;
        if !state.on_duty {
            return None;
        }
        self.set_free(server, true);
        self.start_next(now, server)
    }

    /// Takes a request out of the queue; `None` where it was served or withdrawn before.
    pub fn withdraw(&mut self, now: Time, ticket: Ticket) -> Option<T> {
        self.count_to(now);
        let waiting = self.waiting.remove(ticket.0)?;
        self.totals.withdrawn += 1;
        self.drop_stale();
        Some(waiting.item)
    }

    /// Puts a server on duty, whereupon it may take a request that waits, or takes it off duty.
    ///
    /// A busy server that goes off duty finishes what it does first.
    pub fn set_on_duty(&mut self, now: Time, server: u32, on_duty: bool) -> Option<Start<T>> {
        self.count_to(now);
        let state = self.servers.get_mut(server as usize)?;
        if state.on_duty == on_duty {
            return None;
        }
        state.on_duty = on_duty;
        let busy = state.busy;
        self.on_duty = if on_duty { self.on_duty + 1 } else { self.on_duty - 1 };
        if busy {
            return None;
        }
        self.set_free(server, on_duty);
        if on_duty { self.start_next(now, server) } else { None }
    }

    /// How many requests wait.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// How many servers are busy.
    pub fn busy(&self) -> u32 {
        self.busy
    }

    /// How many servers there are.
    pub fn servers(&self) -> u32 {
        self.servers.len() as u32
    }

    /// What the pool did up to a moment, which must not be earlier than the last request or release.
    pub fn use_until(&mut self, now: Time) -> PoolUse {
        self.count_to(now);
        self.totals
    }

    fn start_next(&mut self, now: Time, server: u32) -> Option<Start<T>> {
        loop {
            let handle = match &mut self.order {
                Order::Fifo(queue) => queue.pop_front(),
                Order::Lifo(stack) => stack.pop(),
                Order::Priority(heap) => heap.pop_entry().map(|(_, handle)| handle),
            }?;
            // A withdrawn request leaves its stale handle behind.
            if let Some(Waiting { item, since }) = self.waiting.remove(handle) {
                self.start(server);
                return Some(Start { server, item, waited: now.since(since) });
            }
        }
    }

    fn start(&mut self, server: u32) {
        self.set_free(server, false);
        self.servers[server as usize].busy = true;
        self.busy += 1;
        self.totals.started += 1;
    }

    fn first_free(&self) -> Option<u32> {
        let (word, bits) = self.free.iter().enumerate().find(|(_, bits)| **bits != 0)?;
        Some(word as u32 * 64 + bits.trailing_zeros())
    }

    fn set_free(&mut self, server: u32, free: bool) {
        let bit = 1 << (server % 64);
        let word = &mut self.free[(server / 64) as usize];
        if free { *word |= bit } else { *word &= !bit }
    }

    /// Brings the integrals over time up to date.
    #[inline]
    fn count_to(&mut self, now: Time) {
        let passed = now.since(self.counted_to).micros();
        if passed == 0 {
            return;
        }
        self.counted_to = now;
        // A busy server off duty works overtime, which counts as duty too.
        let duty = u64::from(self.on_duty.max(self.busy));
        // A product of two 53-bit numbers or so: only the sum needs more room.
        self.totals.busy_micros += u128::from(passed) * u128::from(self.busy);
        self.totals.duty_micros += u128::from(passed) * u128::from(duty);
        self.totals.waiting_micros += u128::from(passed) * self.waiting.len() as u128;
    }

    /// Keeps stale handles from piling up where nobody is ever served.
    fn drop_stale(&mut self) {
        let waiting = &self.waiting;
        let most = 2 * waiting.len() + 64;
        match &mut self.order {
            Order::Fifo(queue) if queue.len() > most => queue.retain(|handle| waiting.get(*handle).is_some()),
            Order::Lifo(stack) if stack.len() > most => stack.retain(|handle| waiting.get(*handle).is_some()),
            Order::Priority(heap) if heap.len() > most => {
                heap.retain(|(_, handle)| waiting.get(*handle).is_some());
            }
            _ => {}
        }
    }
}
