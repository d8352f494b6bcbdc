//! Where a case is in a network.

use crate::des::pool::Ticket;
use crate::des::slab::Handle;
use crate::des::time::{Span, Time};

/// Pools that one case can hold at a time.
pub(super) const MOST_SLOTS: usize = 4;

/// A case, or a copy of it after a split, or a batch of cases.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub case: u64,
    pub source: u32,
    pub at: usize,
    pub priority: i32,
    pub units: u32,
    /// Counts its rests, so that events of earlier ones are recognised as stale.
    pub epoch: u32,
    /// The same for its patience; zero where none runs.
    pub patience: u32,
    pub otherwise: Option<usize>,
    pub rest: Rest,
    pub slots: [Slot; MOST_SLOTS],
    /// How many numbers it drew.
    pub draws: u32,
    /// The split that it came from.
    pub group: Option<Handle>,
    /// Its members, where it is a batch.
    pub batch: Option<Handle>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// On its way, or waiting for servers.
    Moving,
    /// Works, alone or sharing, until an event.
    Working(Work),
    /// Would work, but lost servers.
    Paused(Work),
    /// Got what it queued for, but lost other servers meanwhile.
    Blocked,
    /// In a batch that forms or walks, or at a join.
    Parked,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Work {
    pub full: Span,
    pub left: Span,
    pub began: Time,
    /// The step where it goes on.
    pub then: usize,
    /// The place of sharing, with the amount of shared work at which it ends.
    pub sharing: Option<(usize, u128)>,
}

/// What it has, or wants, of one pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Empty,
    Held {
        pool: u32,
        server: u32,
    },
    /// `lost` where it had them before.
    Wanted {
        pool: u32,
        ticket: Ticket,
        lost: bool,
    },
}

impl Token {
    pub(super) fn new(case: u64, source: u32, at: usize, priority: i32, units: u32) -> Self {
        Token {
            case,
            source,
            at,
            priority,
            units,
            epoch: 0,
            patience: 0,
            otherwise: None,
            rest: Rest::Moving,
            slots: [Slot::Empty; MOST_SLOTS],
            draws: 0,
            group: None,
            batch: None,
        }
    }

    /// Whether it lost servers that it waits for again.
    pub(super) fn is_lacking(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot, Slot::Wanted { lost: true, .. }))
    }

    /// The server that it holds in a pool.
    pub(super) fn server_in(&self, wanted: u32) -> Option<u32> {
        self.slots.iter().find_map(|slot| match slot {
            Slot::Held { pool, server } if *pool == wanted => Some(*server),
            _ => None,
        })
    }

    /// Replaces the first slot that `which` picks; `false` where there is none.
    pub(super) fn replace(&mut self, which: impl Fn(&Slot) -> bool, by: Slot) -> bool {
        let slot = self.slots.iter_mut().find(|slot| which(slot));
        slot.map(|slot| *slot = by).is_some()
    }
}
