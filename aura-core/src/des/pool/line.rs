//! The line of requests that wait for a pool, in the order of its discipline.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::Discipline;
use crate::des::queue::EventQueue;
use crate::des::slab::{Handle, Slab};
use crate::des::time::Time;

/// A request that waits.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Waiting<T> {
    pub item: T,
    pub units: u32,
    pub priority: i32,
    /// Its number in the order of requests; one that lost its servers keeps the number it had.
    pub number: u64,
    pub since: Time,
}

/// Requests in order. Who leaves from the middle stays behind as a stale entry, which is passed over later.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Line<T> {
    records: Slab<Waiting<T>>,
    order: Order,
    units: u64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum Order {
    /// By number, the lowest at the front.
    Fifo(VecDeque<(u64, Handle)>),
    /// By number, the highest at the end.
    Lifo(Vec<(u64, Handle)>),
    /// By priority, then number.
    Priority(EventQueue<Handle>),
}

impl<T: Copy> Line<T> {
    pub(super) fn new(discipline: Discipline) -> Self {
        let order = match discipline {
            Discipline::Fifo => Order::Fifo(VecDeque::new()),
            Discipline::Lifo => Order::Lifo(Vec::new()),
            Discipline::Priority => Order::Priority(EventQueue::new()),
        };
        Line { records: Slab::new(), order, units: 0 }
    }

    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    /// The servers that are asked for, summed over requests.
    pub(super) fn units(&self) -> u64 {
        self.units
    }

    /// Adds a request at the place that its number and priority give it.
    #[inline]
    pub(super) fn push(&mut self, waiting: Waiting<T>) -> Handle {
        let handle = self.records.insert(waiting);
        self.units += u64::from(waiting.units);
        let entry = (waiting.number, handle);
        match &mut self.order {
            Order::Fifo(queue) => match queue.back() {
                // Only who lost a server comes with an old number.
                Some((last, _)) if *last > waiting.number => {
                    let place = queue.partition_point(|(number, _)| *number < waiting.number);
                    queue.insert(place, entry);
                }
                _ => queue.push_back(entry),
            },
            Order::Lifo(stack) => match stack.last() {
                Some((last, _)) if *last > waiting.number => {
                    let place = stack.partition_point(|(number, _)| *number < waiting.number);
                    stack.insert(place, entry);
                }
                _ => stack.push(entry),
            },
            Order::Priority(heap) => heap.push(key(waiting.priority, waiting.number), handle),
        }
        handle
    }

    /// Whose turn is next.
    #[inline]
    pub(super) fn first(&mut self) -> Option<&Waiting<T>> {
        if self.records.is_empty() {
            return None;
        }
        let handle = loop {
            let handle = match &self.order {
                Order::Fifo(queue) => queue.front().map(|(_, handle)| *handle),
                Order::Lifo(stack) => stack.last().map(|(_, handle)| *handle),
                Order::Priority(heap) => heap.first().map(|(_, handle)| *handle),
            }?;
            if self.records.get(handle).is_some() {
                break handle;
            }
            self.drop_first();
        };
        self.records.get(handle)
    }

    /// Takes out whose turn is next.
    #[inline]
    pub(super) fn pop(&mut self) -> Option<Waiting<T>> {
        if self.records.is_empty() {
            return None;
        }
        loop {
            let handle = self.drop_first()?;
            if let Some(waiting) = self.records.remove(handle) {
                self.units -= u64::from(waiting.units);
                return Some(waiting);
            }
        }
    }

    /// Takes a request out of the middle.
    pub(super) fn remove(&mut self, handle: Handle) -> Option<Waiting<T>> {
        let waiting = self.records.remove(handle)?;
        self.units -= u64::from(waiting.units);
        self.drop_stale();
        Some(waiting)
    }

    /// Takes out whose turn would come last, where it is less urgent than `priority`. O(n): lines that need
    /// it have a limit.
    pub(super) fn crowd_out(&mut self, priority: i32) -> Option<Waiting<T>> {
        let records = &self.records;
        let last = match &self.order {
            Order::Priority(heap) => {
                let alive = heap.entries().filter(|(_, handle)| records.get(*handle).is_some());
                alive.max_by_key(|(key, _)| *key).map(|(_, handle)| *handle)
            }
            // In these lines priorities mean nothing.
            Order::Fifo(_) | Order::Lifo(_) => None,
        }?;
        if records.get(last)?.priority <= priority {
            return None;
        }
        self.remove(last)
    }

    /// Takes out whose turn would come last. O(n), as [`Line::crowd_out`].
    pub(super) fn pop_last(&mut self) -> Option<Waiting<T>> {
        let records = &self.records;
        let is_there = |entry: &&(u64, Handle)| records.get(entry.1).is_some();
        let last = match &self.order {
            Order::Fifo(queue) => queue.iter().rev().find(is_there).map(|(_, handle)| *handle),
            Order::Lifo(stack) => stack.iter().find(is_there).map(|(_, handle)| *handle),
            Order::Priority(_) => return self.crowd_out(i32::MIN),
        }?;
        self.remove(last)
    }

    /// Whether a newcomer of this priority would be served before all that wait.
    pub(super) fn comes_first(&mut self, priority: i32) -> bool {
        let is_lifo = matches!(self.order, Order::Lifo(_));
        let by_priority = matches!(self.order, Order::Priority(_));
        match self.first() {
            None => true,
            Some(first) => is_lifo || (by_priority && priority < first.priority),
        }
    }

    fn drop_first(&mut self) -> Option<Handle> {
        match &mut self.order {
            Order::Fifo(queue) => queue.pop_front().map(|(_, handle)| handle),
            Order::Lifo(stack) => stack.pop().map(|(_, handle)| handle),
            Order::Priority(heap) => heap.pop_entry().map(|(_, handle)| handle),
        }
    }

    /// Keeps stale entries from piling up where nobody is ever served.
    fn drop_stale(&mut self) {
        let records = &self.records;
        let most = 2 * records.len() + 64;
        match &mut self.order {
            Order::Fifo(queue) if queue.len() > most => {
                queue.retain(|(_, handle)| records.get(*handle).is_some());
            }
            Order::Lifo(stack) if stack.len() > most => {
                stack.retain(|(_, handle)| records.get(*handle).is_some());
            }
            Order::Priority(heap) if heap.len() > most => {
                heap.retain(|(_, handle)| records.get(*handle).is_some());
            }
            _ => {}
        }
    }
}

/// Shifting the signed priority by 2^31 keeps its order in an unsigned number.
pub(super) fn key(priority: i32, number: u64) -> u128 {
    let priority = (i64::from(priority) + (1 << 31)) as u128;
    (priority << 64) | u128::from(number)
}
