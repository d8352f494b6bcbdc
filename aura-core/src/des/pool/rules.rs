//! What a pool is told, and what it answers.

use serde::{Deserialize, Serialize};

use crate::des::slab::Handle;
use crate::des::time::Span;

/// Whose turn it is when a server becomes free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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

/// Who loses servers first among the least urgent of those that are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Displace {
    /// The one that asked first.
    Oldest,
    /// The one that asked last.
    Newest,
}

/// How a pool treats requests. The default has no servers, a queue without limit, and never takes a server away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PoolRules {
    /// How many servers are on duty from the start.
    pub servers: u32,
    /// Whose turn it is.
    pub discipline: Discipline,
    /// How many may wait, counted in servers asked for; `None` for any number.
    pub queue_limit: Option<u32>,
    /// The highest priority number that may wait; what is less urgent is served at once or refused.
    pub least_urgent_waiting: Option<i32>,
    /// Whether a more urgent request takes servers away from less urgent ones, and from whom first.
    pub displace: Option<Displace>,
    /// Whether a more urgent request that meets a full queue sends the last, less urgent one away.
    ///
    /// Only under [`Discipline::Priority`].
    pub is_crowding: bool,
    /// Whether the limit holds for those too who lost their servers: then the last in the queue go away.
    pub is_strict: bool,
}

/// A request for servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demand<T> {
    /// What asks.
    pub item: T,
    /// How many servers it needs, all at once. Zero is served where one server is not needed.
    pub units: u32,
    /// The lower, the more urgent.
    pub priority: i32,
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// The server with this number took it at once; of several servers, this one names them all.
    Started(u32),
    /// It waits; the ticket takes it out of the queue again.
    Waiting(Ticket),
    /// The queue is full.
    Refused,
}

/// What happened to another request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<T> {
    /// It lost its servers and waits for them again.
    Displaced(T, Ticket),
    /// It was sent away from the queue.
    Refused(T),
}

/// Names a request that waits. Stale once it was served or withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ticket(pub(super) Handle);

/// A waiting item that now starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start<T> {
    /// The number of the server; of several servers, the one that names them all.
    pub server: u32,
    /// The item of the request.
    pub item: T,
    /// How long it waited, since it lost its servers where it did.
    pub waited: Span,
}

/// What a pool did up to a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PoolUse {
    /// Requests that started, at once or after a wait; once more after servers were lost.
    pub started: u64,
    /// Requests that met a full queue, or had to leave it for others.
    pub refused: u64,
    /// Requests that were withdrawn while they waited.
    pub withdrawn: u64,
    /// How often a request lost its servers.
    pub displaced: u64,
    /// Time that servers were busy, summed over servers, in microseconds.
    pub busy_micros: u128,
    /// Time that servers were on duty or busy beyond it, summed over servers, in microseconds.
    pub duty_micros: u128,
    /// Time that requests waited in the queue, summed over requests, in microseconds.
    pub waiting_micros: u128,
    /// The longest queue.
    pub most_waiting: u64,
}
