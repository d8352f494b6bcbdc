//! How a service behaves beyond its description: slow, limited, down, failing; all on virtual time from the seed.

use std::collections::VecDeque;

use crate::random::Stream;

/// How a mock behaves. By default it answers at once and always.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Conditions {
    /// The shortest and the longest time of an answer in milliseconds; every value between is as likely.
    pub latency_ms: (u64, u64),
    /// Which share of calls fails with 500, from 0 to 1.
    pub error_share: f64,
    /// At most this many calls in this many milliseconds; more get 429.
    pub rate_limit: Option<(usize, u64)>,
    /// From when to when (in milliseconds of virtual time, the end not included) every call gets 503.
    pub outages_ms: Vec<(u64, u64)>,
}

impl Conditions {
    /// Answers take from `shortest` to `longest` milliseconds.
    #[must_use]
    pub fn with_latency_ms(mut self, shortest: u64, longest: u64) -> Self {
        self.latency_ms = (shortest, longest.max(shortest));
        self
    }

    /// This share of calls fails.
    #[must_use]
    pub fn with_error_share(mut self, share: f64) -> Self {
        self.error_share = share;
        self
    }

    /// At most `calls` in `window_ms`.
    #[must_use]
    pub fn with_rate_limit(mut self, calls: usize, window_ms: u64) -> Self {
        self.rate_limit = Some((calls, window_ms));
        self
    }

    /// Down from `from_ms` until before `to_ms`.
    #[must_use]
    pub fn with_outage_ms(mut self, from_ms: u64, to_ms: u64) -> Self {
        self.outages_ms.push((from_ms, to_ms));
        self
    }
}

/// What the conditions do to one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fate {
    pub latency_ms: u64,
    /// The status that the call gets instead of its answer, and after how many seconds to try again.
    pub refused: Option<(u16, u64)>,
}

impl Conditions {
    pub(super) fn fate(&self, at_ms: u64, recent: &mut VecDeque<u64>, stream: &mut Stream) -> Fate {
        let (shortest, longest) = self.latency_ms;
        let latency_ms = shortest + stream.next_below(longest.saturating_sub(shortest).saturating_add(1));
        let fails = stream.next_unit() < self.error_share;
        let refused = |status: u16, until_ms: u64| Fate {
            latency_ms,
            refused: Some((status, until_ms.saturating_sub(at_ms).div_ceil(1_000))),
        };
        if let Some((_, to)) = self.outages_ms.iter().find(|(from, to)| (*from..*to).contains(&at_ms)) {
            return refused(503, *to);
        }
        if let Some((calls, window_ms)) = self.rate_limit {
            while recent.front().is_some_and(|first| first.saturating_add(window_ms) <= at_ms) {
                recent.pop_front();
            }
            if recent.len() >= calls {
                return refused(429, recent.front().map_or(at_ms, |first| first.saturating_add(window_ms)));
            }
            recent.push_back(at_ms);
        }
        if fails { refused(500, at_ms) } else { Fate { latency_ms, refused: None } }
    }
}
