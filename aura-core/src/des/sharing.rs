//! Processor sharing: work at one place, all at the same speed.
//!
//! A clock counts how much work each has got since the place was opened; a newcomer ends when the clock reaches its
//! present reading plus its work. So a change of the speed moves no entry, and each arrival or end costs O(log n)
//! (the virtual time of fair queueing, Parekh and Gallager 1993). The clock counts in 2^-20 microseconds.

use serde::{Deserialize, Serialize};

use super::queue::EventQueue;
use super::slab::Handle;
use super::time::{Span, Time};

const FRACTION: u32 = 20;

/// A place where everybody works at once, each at the speed `full_speed / present`, and never faster than 1.
///
/// # Example
/// ```
/// use aura_core::des::{Sharing, Slab, Span, Time};
/// let mut tokens = Slab::new();
/// let (ada, grace) = (tokens.insert("Ada"), tokens.insert("Grace"));
/// let (mut place, second) = (Sharing::new(1), Span::from_ms(1_000));
/// place.join(Time::ZERO, ada, 0, second);
/// place.join(Time::ZERO, grace, 0, second.plus(second));
/// // Both are there, so both are half as fast.
/// assert_eq!(place.next_end(Time::ZERO, |_, _| true), Some((Time::from_ms(2_000)?, ada)));
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sharing {
    full_speed: u32,
    /// Work per head so far.
    clock: u128,
    read_at: Time,
    present: u32,
    ends: EventQueue<(Handle, u32)>,
    /// Counts the ends that the host has scheduled, so that it knows stale ones.
    pub epoch: u32,
}

impl Sharing {
    /// A place that serves so many at full speed.
    pub fn new(full_speed: u32) -> Self {
        Sharing { full_speed, clock: 0, read_at: Time::ZERO, present: 0, ends: EventQueue::new(), epoch: 0 }
    }

    /// Begins work of a length; gives the reading of the clock at which it ends. `epoch` tells stays of one token apart.
    pub fn join(&mut self, now: Time, token: Handle, epoch: u32, work: Span) -> u128 {
        self.read(now);
        let end = self.clock + (u128::from(work.micros()) << FRACTION);
        self.present += 1;
        self.ends.push(end, (token, epoch));
        end
    }

    /// Ends work, done or not; gives what is left of it.
    pub fn leave(&mut self, now: Time, end: u128) -> Span {
        self.read(now);
        self.present = self.present.saturating_sub(1);
        let left = end.saturating_sub(self.clock) >> FRACTION;
        Span::from_micros(u64::try_from(left).unwrap_or(u64::MAX))
    }

    /// Who ends next and when, if nothing changes. `is_here` tells stale entries from others.
    pub fn next_end(&mut self, now: Time, is_here: impl Fn(Handle, u32) -> bool) -> Option<(Time, Handle)> {
        self.read(now);
        loop {
            let (end, (token, epoch)) = *self.ends.first()?;
            if is_here(token, epoch) {
                let left = end.saturating_sub(self.clock) * u128::from(self.present);
                let speed = u128::from(self.full_speed.min(self.present).max(1)) << FRACTION;
                // To the nearest microsecond.
                let micros = (left + speed / 2) / speed;
                let span = Span::from_micros(u64::try_from(micros).unwrap_or(u64::MAX));
                return Some((now.after(span), token));
            }
            self.ends.pop_entry();
        }
    }

    fn read(&mut self, now: Time) {
        let passed = u128::from(now.since(self.read_at).micros()) << FRACTION;
        self.read_at = now;
        if self.present > 0 {
            self.clock += passed * u128::from(self.full_speed.min(self.present)) / u128::from(self.present);
        }
    }
}
