//! How far a page is from the goal, for the progress bar.

use std::collections::BTreeMap;

use crate::domain::prototype::{PageKind, Prototype};

/// For each page that can reach the goal without a failure: fewest pages still to come.
pub(super) struct Remaining {
    by_page: BTreeMap<String, u64>,
    /// Pages from the first page to the goal at least, both counted.
    pub(super) total: u64,
}

impl Remaining {
    /// Counts back from the pages in `goals`.
    pub(super) fn new(prototype: &Prototype, goals: &[&str]) -> Self {
        let mut before: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for page in prototype.pages.iter().filter(|page| page.kind != PageKind::End) {
            for action in page.actions.iter().filter(|action| !action.is_failure) {
                before.entry(&action.to).or_default().push(&page.id);
            }
        }
        let mut by_page = BTreeMap::new();
        let mut ring: Vec<&str> = goals.to_vec();
        let mut distance = 0;
        while !ring.is_empty() {
            let mut next = Vec::new();
            for id in ring {
                if by_page.insert(id.to_owned(), distance).is_none() {
                    next.extend(before.get(id).into_iter().flatten().copied());
                }
            }
            next.retain(|id| !by_page.contains_key(*id));
            next.sort_unstable();
            next.dedup();
            ring = next;
            distance += 1;
        }
        let total = by_page.get(&prototype.first).map_or(0, |distance| distance + 1);
        Remaining { by_page, total }
    }

    /// Which page this is on the shortest way to the goal, from 1; nothing where the goal is out of reach.
    pub(super) fn position(&self, page: &str) -> Option<u64> {
        let remaining = self.by_page.get(page)?;
        Some(self.total.saturating_sub(*remaining).max(1))
    }
}
