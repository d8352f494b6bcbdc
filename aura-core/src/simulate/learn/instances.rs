//! Events become things that were done, each with a beginning and an end.

use std::collections::{BTreeMap, VecDeque};

use crate::domain::event_log::{EventLog, LoggedCase};

const WEEK: i64 = 7 * 86_400_000_000;
/// From Thursday 1 January 1970 back to Monday.
const TO_MONDAY: i64 = 3 * 86_400_000_000;

/// All cases of a log, the earliest first. Times are microseconds since the Monday before the first event, local time.
#[derive(Debug, Clone)]
pub(super) struct Cases {
    pub cases: Vec<Vec<Instance>>,
    /// Whether the log says when work began.
    pub knows_starts: bool,
    pub notes: Vec<String>,
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Instance {
    pub activity: String,
    pub start: u64,
    pub end: u64,
    pub resource: Option<String>,
}

impl Cases {
    /// The earliest part of the cases, and the rest.
    pub(super) fn split(&self, share: f64) -> (Cases, Cases) {
        let at = ((self.cases.len() as f64 * share).round() as usize).min(self.cases.len());
        let part = |cases: &[Vec<Instance>]| Cases {
            cases: cases.to_vec(),
            knows_starts: self.knows_starts,
            notes: Vec::new(),
        };
        let (first, rest) = self.cases.split_at_checked(at).unwrap_or((&self.cases, &[]));
        (part(first), part(rest))
    }
}

pub(super) fn of_log(log: &EventLog) -> Cases {
    let events = || log.cases.iter().flat_map(|case| &case.events);
    let times = || events().filter_map(|event| event.started.or(event.time));
    let first = times().map(|time| time.local_micros()).min().unwrap_or(0);
    let monday = (first + TO_MONDAY).div_euclid(WEEK) * WEEK - TO_MONDAY;
    let is_start = |transition: &Option<String>| {
        transition.as_deref().is_some_and(|word| word.eq_ignore_ascii_case("start"))
    };
    let knows_starts = events().any(|event| event.started.is_some() || is_start(&event.transition));
    let mut skipped = 0;
    let mut cases: Vec<Vec<Instance>> =
        log.cases.iter().map(|case| of_case(case, monday, knows_starts, &mut skipped)).collect();
    cases.retain(|case| !case.is_empty());
    cases.sort_by_key(|case| case.first().map_or(0, |first| first.start));
    let mut notes = Vec::new();
    if skipped > 0 {
        notes.push(format!(
            "{skipped} events without a time, or of other transitions than start and complete, were left out"
        ));
    }
    if !knows_starts {
        notes.push(
            "the log says only when things were done, not when they were begun: the time since the event before \
             stands for waiting and work together, and nobody is ever busy"
                .to_owned(),
        );
    }
    Cases { cases, knows_starts, notes }
}

fn of_case(case: &LoggedCase, monday: i64, knows_starts: bool, skipped: &mut u64) -> Vec<Instance> {
    let micros = |moment: crate::text::Moment| u64::try_from(moment.local_micros() - monday).unwrap_or(0);
    let mut begun: BTreeMap<(&str, Option<&str>), VecDeque<u64>> = BTreeMap::new();
    let mut list: Vec<Instance> = Vec::new();
    let mut before: Option<u64> = None;
    // Events of one moment stay in the order of the file.
    let mut events: Vec<_> = case.events.iter().collect();
    events.sort_by_key(|event| event.time.map(|time| time.micros));
    for event in events {
        let Some(end) = event.time.or(event.started).map(micros) else {
            *skipped += 1;
            continue;
        };
        let transition = event.transition.as_deref().unwrap_or("complete").to_ascii_lowercase();
        let key = (event.activity.as_str(), event.resource.as_deref());
        let is_done = !knows_starts
            || matches!(transition.as_str(), "complete" | "ate_abort" | "autoskip" | "manualskip");
        if transition == "start" && knows_starts {
            begun.entry(key).or_default().push_back(end);
            continue;
        }
        if !is_done {
            *skipped += 1;
            continue;
        }
        let paired = begun.get_mut(&key).and_then(VecDeque::pop_front).or_else(|| {
            // Somebody else may have finished it.
            let of_activity = begun.iter_mut().filter(|((activity, _), _)| *activity == event.activity);
            of_activity.filter_map(|(_, starts)| starts.pop_front()).next()
        });
        let start = match (event.started.map(micros), paired) {
            (Some(start), _) | (None, Some(start)) => start,
            (None, None) if knows_starts => end,
            (None, None) => before.unwrap_or(end),
        };
        before = Some(end);
        list.push(Instance {
            activity: event.activity.trim().to_owned(),
            start: start.min(end),
            end,
            resource: event.resource.clone().filter(|name| !name.trim().is_empty()),
        });
    }
    // What was begun and never finished still was done.
    for ((activity, resource), starts) in begun {
        for start in starts {
            list.push(Instance {
                activity: activity.trim().to_owned(),
                start,
                end: start,
                resource: resource.map(str::to_owned),
            });
        }
    }
    list.sort_by_key(|instance| instance.start.min(instance.end));
    list
}
