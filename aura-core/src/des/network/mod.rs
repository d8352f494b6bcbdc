//! Networks of queues: cases that walk over steps, seize servers, work, wait for each other and leave.
//!
//! In comes a [`Blueprint`]: pools with their schedules, steps in one flat list, and sources of cases. Out come
//! [`Happening`]s, a few for each event, which the caller reads and measures as it likes; nothing here calls back.
//! Servers are given by [`Pool`](super::Pool), the only queue there is. Never here: what a case means.
//!
//! Simultaneous events come in the order of [`Rank`](super::Rank): work ends and frees its servers; then the
//! number of servers changes; then who waits is served; then patience ends; then cases arrive. All that one event
//! sets off is worked off before the next event, in the order in which it was set off.

mod blueprint;
mod engine;
mod groups;
mod serving;
mod token;
mod work;

#[cfg(test)]
mod tests;

pub use blueprint::{Blueprint, Duration, Handover, PoolPlan, Shift, Source, Step};
pub use engine::Network;

use super::time::{Span, Time};

/// Something that happened to a case, or to a pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happening {
    /// When.
    pub time: Time,
    /// The case, counted from 0 in the order of arrival; of a pool's own happenings, 0.
    pub case: u64,
    /// The source that it came from.
    pub source: u32,
    /// What.
    pub what: Happened,
}

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Happened {
    /// The case came.
    Arrived,
    /// It waits for servers of this pool.
    Waits(u32),
    /// It got servers of this pool after waiting so long.
    Started(u32, Span),
    /// It worked so long, to the end or until it was interrupted.
    Worked(Span),
    /// It lost its servers in this pool.
    Displaced(u32),
    /// It met a full queue at this pool, or had to leave it for a more urgent case.
    Refused(u32),
    /// Its patience ended.
    GaveUp,
    /// It passed a [`Step::Mark`].
    Marked(u32),
    /// It left for good: after its last step, or before that.
    Left {
        /// Whether it came to the end of its steps.
        finished: bool,
    },
    /// A server of this pool went off duty, so long after its shift.
    Relieved(u32, Span),
}
