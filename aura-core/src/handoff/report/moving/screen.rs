//! When something is seen: from the time of the simulation to that of the animation.
//!
//! Both run alike, apart from the longest pauses, in which nothing happens: they are cut, so that a night does not stand
//! still for minutes.

use std::collections::BTreeSet;

/// What the length of the animation is divided into.
pub(super) const TICKS: u32 = 10_000;
/// One pause of so many may be cut, to the length of the longest that is not.
const ONE_CUT_OF: usize = 10;
/// The last moment of the simulation; the rest of the animation shows how it ended.
const LAST: u64 = 9_600;

/// Moments of the simulation with their places in the animation, in their order.
pub(super) struct Screen {
    moments: Vec<(u64, u64)>,
    /// The longest pause that is shown, in milliseconds; none was cut where this is absent.
    pub(super) longest_ms: Option<u64>,
}

impl Screen {
    /// Lays out the moments at which something happens, in milliseconds.
    pub(super) fn of(moments: &BTreeSet<u64>) -> Self {
        let pauses: Vec<u64> =
            moments.iter().zip(moments.iter().skip(1)).map(|(from, to)| to - from).collect();
        let mut sorted = pauses.clone();
        sorted.sort_unstable();
        let kept = sorted.len().saturating_sub(1 + sorted.len() / ONE_CUT_OF);
        let longest = sorted.get(kept).copied().unwrap_or(1);
        let shown = |pause: u64| pause.min(longest);
        let whole: u128 = pauses.iter().map(|pause| u128::from(shown(*pause))).sum::<u128>().max(1);
        let mut passed: u128 = 0;
        let mut laid = Vec::with_capacity(moments.len());
        for (number, moment) in moments.iter().enumerate() {
            let before = number.checked_sub(1).and_then(|before| pauses.get(before));
            passed += before.map_or(0, |pause| u128::from(shown(*pause)));
            laid.push((*moment, (passed * u128::from(LAST) / whole) as u64));
        }
        let is_cut = pauses.iter().any(|pause| *pause > longest);
        Screen { moments: laid, longest_ms: is_cut.then_some(longest) }
    }

    /// The place of a moment at which something happens, in ticks.
    pub(super) fn at(&self, moment: u64) -> u32 {
        let after = self.moments.partition_point(|(known, _)| *known <= moment);
        let last = after.checked_sub(1).and_then(|place| self.moments.get(place));
        last.map_or(0, |(_, tick)| *tick as u32)
    }

    /// How many moments there are.
    pub(super) fn moments(&self) -> usize {
        self.moments.len()
    }

    /// Ends of the pauses that were cut.
    pub(super) fn cuts(&self) -> Vec<u32> {
        let pairs = self.moments.iter().zip(self.moments.iter().skip(1));
        let cut = pairs.filter(|(from, to)| self.longest_ms.is_some_and(|longest| to.0 - from.0 > longest));
        cut.map(|(_, to)| to.1 as u32).collect()
    }

    /// About `count` moments that lie evenly on the screen.
    pub(super) fn marks(&self, count: u32) -> Vec<(u32, u64)> {
        let mut marks: Vec<(u32, u64)> = Vec::new();
        for number in 0..=count {
            let wanted = u64::from(number) * LAST / u64::from(count.max(1));
            let next = self.moments.iter().find(|(_, tick)| *tick >= wanted);
            let far = |mark: &(u32, u64)| {
                next.is_some_and(|(_, tick)| *tick > u64::from(mark.0) + LAST / u64::from(3 * count.max(1)))
            };
            if let Some((moment, tick)) = next.filter(|_| marks.last().is_none_or(far)) {
                marks.push((*tick as u32, *moment));
            }
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_keeps_its_order_and_its_proportions_and_long_pauses_are_cut() {
        let screen = Screen::of(&BTreeSet::from([0, 1_000, 2_000, 4_000, 5_000]));
        assert_eq!([0, 1_000, 2_000, 4_000, 5_000].map(|at| screen.at(at)), [0, 1_920, 3_840, 7_680, 9_600]);
        assert_eq!((screen.longest_ms, screen.cuts()), (None, vec![]));
        // Ten pauses: eight of one second and one of two stay as they are, that of 1,000 seconds is cut to two.
        let moments: BTreeSet<u64> = (0..9).map(|second| second * 1_000).chain([10_000, 1_010_000]).collect();
        let screen = Screen::of(&moments);
        assert_eq!((screen.longest_ms, screen.cuts()), (Some(2_000), vec![9_600]));
        assert_eq!((screen.at(6_000), screen.at(8_000), screen.at(10_000)), (4_800, 6_400, 8_000));
        // At a moment in between: as at the last one before it.
        assert_eq!(screen.at(500_000), 8_000);
        assert_eq!(screen.marks(2), [(0, 0), (4_800, 6_000), (9_600, 1_010_000)]);
    }

    #[test]
    fn nothing_and_one_moment_have_a_screen_too() {
        assert_eq!(Screen::of(&BTreeSet::new()).at(5), 0);
        assert_eq!(Screen::of(&BTreeSet::from([7])).marks(4), [(0, 7)]);
    }
}
