//! The event queue: what happens next, in an order that is the same everywhere.
//!
//! A four-way heap on one 128-bit key. The key is, from the highest bits down: the time, the [`Rank`], and
//! the number of the event in the order of scheduling. No two keys are equal, so the order is total and
//! does not depend on the heap's inner layout. Pushing and popping cost O(log n); the heap keeps its memory,
//! so nothing is allocated once it has reached its largest size.

#![expect(clippy::indexing_slicing, reason = "heap positions are computed below the length of the vector")]

use serde::{Deserialize, Serialize};

use super::time::Time;

/// What comes first among events of the same moment: the lower rank, then the earlier scheduled event.
///
/// The default meaning of the constants makes the usual ties come out the way people expect: a shift that
/// starts at nine can serve the person who comes at nine, a server that is freed at noon takes the person
/// whose patience would end at noon, and whoever arrives then finds the queue as it is after both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank(pub u8);

impl Rank {
    /// Shifts begin and end, capacities change.
    pub const CALENDAR: Rank = Rank(0);
    /// Work ends and servers become free.
    pub const RELEASE: Rank = Rank(1);
    /// The number of servers changes in a way that can take them from those who are served: whoever ends at
    /// that moment has ended.
    pub const CREW: Rank = Rank(2);
    /// Timers fire, messages are delivered.
    pub const TIMER: Rank = Rank(3);
    /// Patience ends, waits time out.
    pub const PATIENCE: Rank = Rank(4);
    /// Cases arrive.
    pub const ARRIVAL: Rank = Rank(5);
}

/// Scheduled events with payloads of type `E`, popped in order.
///
/// Events are not taken out again: let the payload carry a [`Handle`](super::Handle) of what it is for, and
/// pass over an event whose handle has gone stale.
///
/// # Example
/// ```
/// use aura_core::des::{EventQueue, Rank, Time};
/// let mut queue = EventQueue::new();
/// let noon = Time::from_ms(12 * 3_600_000)?;
/// queue.schedule(noon, Rank::ARRIVAL, "somebody comes");
/// queue.schedule(noon, Rank::RELEASE, "somebody leaves");
/// assert_eq!(queue.pop(), Some((noon, "somebody leaves")));
/// assert_eq!(queue.pop(), Some((noon, "somebody comes")));
/// assert_eq!(queue.pop(), None);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EventQueue<E> {
    heap: Vec<(u128, E)>,
    scheduled: u64,
}

impl<E: Copy> EventQueue<E> {
    /// An empty queue.
    pub const fn new() -> Self {
        EventQueue { heap: Vec::new(), scheduled: 0 }
    }

    /// Adds an event. An event at [`Time::NEVER`] is dropped, since it never happens.
    #[inline]
    pub fn schedule(&mut self, time: Time, rank: Rank, event: E) {
        if time.is_never() {
            return;
        }
        // 2^56 events would take centuries to schedule; the rank stands above them.
        let order = (u64::from(rank.0) << 56) | self.scheduled;
        self.scheduled += 1;
        self.push((u128::from(time.micros()) << 64) | u128::from(order), event);
    }

    /// Takes the next event out, with its time.
    #[inline]
    pub fn pop(&mut self) -> Option<(Time, E)> {
        let (key, event) = self.pop_entry()?;
        Some((time_of(key), event))
    }

    /// The time of the next event.
    pub fn next_time(&self) -> Option<Time> {
        self.heap.first().map(|(key, _)| time_of(*key))
    }

    /// How many events wait.
    pub fn len(&self) -> usize {
        self.heap.len()
    }

    /// Whether no event waits.
    pub fn is_empty(&self) -> bool {
        self.heap.is_empty()
    }

    /// Forgets all events and starts to count anew; keeps the memory.
    pub fn clear(&mut self) {
        self.heap.clear();
        self.scheduled = 0;
    }

    /// Adds an entry under a key of the caller's, lowest first.
    #[inline]
    pub(super) fn push(&mut self, key: u128, event: E) {
        let mut hole = self.heap.len();
        self.heap.push((key, event));
        while hole > 0 {
            let parent = (hole - 1) / 4;
            if self.heap[parent].0 <= key {
                break;
            }
            self.heap[hole] = self.heap[parent];
            hole = parent;
        }
        self.heap[hole] = (key, event);
    }

    /// Takes out the entry with the lowest key.
    #[inline]
    pub(super) fn pop_entry(&mut self) -> Option<(u128, E)> {
        let last = self.heap.pop()?;
        let Some(&first) = self.heap.first() else {
            return Some(last);
        };
        let length = self.heap.len();
        let mut hole = 0;
        loop {
            let start = 4 * hole + 1;
            if start >= length {
                break;
            }
            let least = self.least_child(start);
            if self.heap[least].0 >= last.0 {
                break;
            }
            self.heap[hole] = self.heap[least];
            hole = least;
        }
        self.heap[hole] = last;
        Some(first)
    }

    /// The lowest of up to four entries from `start` on. Nobody can foresee which it is, so a full group is decided
    /// without branches, two pairs beside each other.
    #[inline]
    fn least_child(&self, start: usize) -> usize {
        let group = &self.heap[start..];
        let Some([first, second, third, fourth, ..]) = group.first_chunk::<4>() else {
            let lowest = group.iter().zip(start..).min_by_key(|((key, _), _)| *key);
            return lowest.map_or(start, |(_, place)| place);
        };
        let left = second.0 < first.0;
        let right = fourth.0 < third.0;
        let left_key = if left { second.0 } else { first.0 };
        let right_key = if right { fourth.0 } else { third.0 };
        let is_right = right_key < left_key;
        start + if is_right { 2 + usize::from(right) } else { usize::from(left) }
    }

    /// The entry with the lowest key.
    #[inline]
    pub(super) fn first(&self) -> Option<&(u128, E)> {
        self.heap.first()
    }

    /// All entries, in no useful order.
    pub(super) fn entries(&self) -> impl Iterator<Item = &(u128, E)> {
        self.heap.iter()
    }

    /// Keeps the entries that `keep` wants, and the order of what is left.
    pub(super) fn retain(&mut self, keep: impl FnMut(&(u128, E)) -> bool) {
        self.heap.retain(keep);
        // A sorted vector is a heap.
        self.heap.sort_unstable_by_key(|(key, _)| *key);
    }
}

impl<E: Copy> Default for EventQueue<E> {
    fn default() -> Self {
        EventQueue::new()
    }
}

#[inline]
fn time_of(key: u128) -> Time {
    Time::from_micros((key >> 64) as u64).unwrap_or(Time::NEVER)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn events_come_by_time_then_rank_then_order_of_scheduling(
            events in proptest::collection::vec((0_u64..50, 0_u8..5), 0..300),
            pops in 0_usize..50,
        ) {
            let mut queue = EventQueue::new();
            let mut expected = Vec::new();
            let (before, after) = events.split_at(events.len().min(pops));
            // Interleave: schedule some, pop some of them, schedule the rest.
            for (number, (time, rank)) in before.iter().enumerate() {
                queue.schedule(Time::from_micros(*time).unwrap(), Rank(*rank), number);
                expected.push((*time, *rank, number));
            }
            expected.sort_unstable();
            for wanted in expected.drain(..before.len() / 2) {
                let (time, number) = queue.pop().unwrap();
                prop_assert_eq!((time.micros(), number), (wanted.0, wanted.2));
            }
            for (number, (time, rank)) in after.iter().enumerate() {
                queue.schedule(Time::from_micros(*time).unwrap(), Rank(*rank), before.len() + number);
                expected.push((*time, *rank, before.len() + number));
            }
            expected.sort_unstable();
            for wanted in expected {
                prop_assert_eq!(queue.next_time().unwrap().micros(), wanted.0);
                let (time, number) = queue.pop().unwrap();
                prop_assert_eq!((time.micros(), number), (wanted.0, wanted.2));
            }
            prop_assert!(queue.is_empty());
        }
    }

    #[test]
    fn never_does_not_happen() {
        let mut queue = EventQueue::new();
        queue.schedule(Time::NEVER, Rank::TIMER, ());
        assert!(queue.is_empty());
    }
}
