//! Signals: what comes once for all, so that every case goes on that waits at that moment.
//!
//! Their moments are drawn by replication and number, one after the other (a renewal process), and only as far as somebody
//! waits. So they need no events, no place in saved runs, and are the same whatever else happens. Somebody who comes at
//! a random moment waits E\[X²\] / 2 E\[X\] on average, X being the time from one signal to the next (Ross, Introduction to
//! Probability Models, 12th edition, section 7.7).

use crate::des::{Distribution, Span, Time};

use super::world::World;

/// Least time from one signal to the next, so that a long run does not draw without end.
const LEAST: Span = Span::from_ms(1_000);
/// The purpose of its draws.
const BETWEEN: u8 = 0;

/// The next signal at a node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signal {
    /// How many were drawn.
    number: u32,
    at: Time,
}

impl Signal {
    /// Before the first one.
    pub(super) const NONE: Signal = Signal { number: 0, at: Time::ZERO };
}

impl World<'_> {
    /// How long somebody waits who begins to wait now. A signal of this moment has passed already.
    pub(super) fn until_signal(&mut self, node: u32, between: &Distribution) -> Span {
        let Some(address) = self.program.nodes.get(node as usize).map(|node| node.address) else {
            return Span::ZERO;
        };
        let (streams, replication, now) = (&self.program.streams, u64::from(self.replication), self.now);
        let signal = self.signals.entry(node).or_insert(Signal::NONE);
        while signal.at <= now {
            let draws = streams.visit(replication, address, signal.number);
            signal.at = signal.at.after(between.sample_ms(&mut draws.stream(BETWEEN)).max(LEAST));
            signal.number = signal.number.wrapping_add(1);
        }
        signal.at.since(now)
    }
}
