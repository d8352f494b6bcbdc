//! Discrete-event simulation kernel: virtual time, an ordered event queue, resources, calendars and samplers.
//!
//! It knows nothing of Aura's nouns. In come arrival times, durations and resource rules; out come the
//! times at which things happened. Never here: plans, personas, metrics, wall-clock time, threads.
//!
//! | Part | What it does |
//! |---|---|
//! | [`Time`], [`Span`] | whole microseconds below 2^53: no rounding differs between machines |
//! | [`EventQueue`] | what happens next; simultaneous events come by [`Rank`], then in the order of scheduling |
//! | [`Slab`] | records of cases that are under way, in reused places |
//! | [`Distribution`] | samplers with exact means and variances, on `libm` only |
//! | [`Calendar`] | weekly hours and holidays at a fixed offset from UTC |
//! | [`Pool`] | servers behind one queue, with limits, priorities, leaving, shifts and pre-emption |
//! | [`Sharing`] | work at one place, all at the same speed |
//! | [`Arrivals`] | when cases come |
//! | [`network`] | cases that walk over steps, seize servers, batch, split, join and give up |
//!
//! The caller owns the loop: pop an event, act on it, schedule what follows. Nothing here calls back.

mod arrivals;
mod calendar;
pub mod network;
mod pool;
mod queue;
pub mod sample;
mod sharing;
mod slab;
mod time;

#[cfg(test)]
mod tests;

pub use arrivals::{ArrivalPosition, Arrivals, WeeklyRates};
pub use calendar::{Calendar, Opening, WeeklyHours};
pub use pool::{Admission, Change, Demand, Discipline, Displace, Pool, PoolRules, PoolUse, Start, Ticket};
pub use queue::{EventQueue, Rank};
pub use sample::Distribution;
pub use sharing::Sharing;
pub use slab::{Handle, Slab};
pub use time::{Span, Time};
