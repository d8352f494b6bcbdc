//! Who does what: people who do the same things stand for each other.

use std::collections::{BTreeMap, BTreeSet};

use super::hours;
use super::instances::Cases;
use crate::domain::plan::Calendar;

/// More kinds of people than this are one crowd.
const MOST_GROUPS: usize = 30;

/// People who do the same activities.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub title: String,
    pub people: BTreeSet<String>,
    pub activities: BTreeSet<String>,
    pub hours: Option<Calendar>,
    /// How many can be at work at once: as many as there are names, or as were seen at work, whichever is more. Some logs
    /// name roles and not people.
    pub capacity: u32,
    /// When all of them were at work.
    pub full: Vec<(u64, u64)>,
}

/// The groups of a log; none where it does not say who works, or how long.
pub(super) fn find(cases: &Cases) -> Vec<Group> {
    if !cases.knows_starts {
        return Vec::new();
    }
    let mut does: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for instance in cases.cases.iter().flatten() {
        if let Some(resource) = &instance.resource {
            does.entry(resource).or_default().insert(&instance.activity);
        }
    }
    let mut groups: BTreeMap<BTreeSet<&str>, BTreeSet<&str>> = BTreeMap::new();
    for (person, activities) in &does {
        groups.entry(activities.clone()).or_default().insert(person);
    }
    if groups.len() > MOST_GROUPS {
        let all = does.values().flatten().copied().collect();
        groups = BTreeMap::from([(all, does.keys().copied().collect())]);
    }
    let owned = |set: BTreeSet<&str>| -> BTreeSet<String> { set.into_iter().map(str::to_owned).collect() };
    let groups = groups.into_iter().map(|(activities, people)| {
        let spans: Vec<(u64, u64)> = cases
            .cases
            .iter()
            .flatten()
            .filter(|instance| instance.resource.as_deref().is_some_and(|name| people.contains(name)))
            .map(|instance| (instance.start, instance.end))
            .collect();
        let moments: Vec<u64> = spans.iter().flat_map(|(start, end)| [*start, *end]).collect();
        let steps = at_work(&spans);
        let most = steps.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let capacity = u32::try_from(people.len()).unwrap_or(u32::MAX).max(most);
        let title = people.iter().take(3).copied().collect::<Vec<_>>().join(", ");
        let more = people.len().saturating_sub(3);
        Group {
            title: if more > 0 { format!("{title} and {more} more") } else { title },
            people: owned(people),
            activities: owned(activities),
            hours: hours::seen(&moments),
            capacity,
            full: full(&steps, capacity),
        }
    });
    groups.collect()
}

/// How many are at work from each moment on.
fn at_work(spans: &[(u64, u64)]) -> Vec<(u64, u32)> {
    let mut changes: Vec<(u64, i64)> = Vec::with_capacity(2 * spans.len());
    for (start, end) in spans.iter().filter(|(start, end)| start < end) {
        changes.push((*start, 1));
        changes.push((*end, -1));
    }
    // At one moment, who ends makes room for who begins.
    changes.sort_unstable();
    let mut count = 0;
    let step = |(moment, change): (u64, i64)| {
        count += change;
        (moment, u32::try_from(count).unwrap_or(0))
    };
    changes.into_iter().map(step).collect()
}

/// The spans in which at least so many are at work.
fn full(steps: &[(u64, u32)], capacity: u32) -> Vec<(u64, u64)> {
    let pairs = steps.iter().zip(steps.iter().skip(1));
    let full = pairs.filter(|((from, count), (to, _))| *count >= capacity && from < to);
    full.map(|((from, _), (to, _))| (*from, *to)).collect()
}
