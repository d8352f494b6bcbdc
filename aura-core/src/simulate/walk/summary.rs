//! What all sessions say together, as figures and in plain words.

use std::collections::BTreeMap;

use crate::domain::figures::{self, counted, duration, list, percent};
use crate::domain::prototype::InteractionKind;
use crate::domain::run::Estimate;
use crate::domain::walk::{EndingCount, FieldCount, PageWalks, PersonaWalks, Walk, WalkEnding, WalkSummary};
use crate::error::Result;
use crate::stats::hypothesis::{ProportionMethod, Share, proportion_interval};

use super::super::output;
use super::person::{Person, Trail};
use super::scene::Stage;

const CONFIDENCE: f64 = 0.95;
/// Most pages or fields that a sentence names.
const MOST_NAMED: usize = 3;

/// Counts while sessions come in.
pub(super) struct Tally<'a> {
    stage: &'a Stage,
    places: BTreeMap<&'a str, usize>,
    personas: Vec<PersonaWalks>,
    pages: Vec<PageTally>,
    endings: BTreeMap<WalkEnding, u64>,
    times_ms: Vec<f64>,
    came_back: u64,
    sessions: u64,
    refused: BTreeMap<(usize, String, String), u64>,
    overlooked: BTreeMap<(usize, String, String), u64>,
}

#[derive(Default, Clone)]
struct PageTally {
    sessions: u64,
    gave_up: u64,
    refused: u64,
    back: u64,
    times_ms: Vec<u64>,
}

impl<'a> Tally<'a> {
    pub(super) fn new(stage: &'a Stage, people: &[Person]) -> Self {
        let personas = people.iter().map(|person| PersonaWalks {
            persona: person.persona.id.clone(),
            title: person.persona.title.clone(),
            sessions: 0,
            reached: 0,
        });
        Tally {
            stage,
            places: stage
                .scenes
                .iter()
                .enumerate()
                .map(|(place, scene)| (scene.id.as_str(), place))
                .collect(),
            personas: personas.collect(),
            pages: vec![PageTally::default(); stage.scenes.len()],
            endings: BTreeMap::new(),
            times_ms: Vec::new(),
            came_back: 0,
            sessions: 0,
            refused: BTreeMap::new(),
            overlooked: BTreeMap::new(),
        }
    }

    pub(super) fn add(&mut self, walk: &Walk, trail: &Trail) {
        self.sessions += 1;
        self.came_back += u64::from(walk.came_back);
        *self.endings.entry(walk.ended).or_default() += 1;
        let reached = walk.ended == WalkEnding::GoalReached;
        if reached {
            self.times_ms.push(walk.time_ms as f64);
        }
        if let Some(persona) = self.personas.iter_mut().find(|persona| persona.persona == walk.persona) {
            persona.sessions += 1;
            persona.reached += u64::from(reached);
        }
        for place in &trail.gave_up {
            if let Some(page) = self.pages.get_mut(*place) {
                page.gave_up += 1;
            }
        }
        for key in &trail.refused {
            *self.refused.entry(key.clone()).or_default() += 1;
        }
        for key in &trail.overlooked {
            *self.overlooked.entry(key.clone()).or_default() += 1;
        }
        self.pages_of(walk);
    }

    /// Counts as the summary of people's sessions does.
    fn pages_of(&mut self, walk: &Walk) {
        let mut met = std::collections::BTreeSet::new();
        let mut since: Option<(usize, u64)> = None;
        for done in &walk.log.interactions {
            let Some(place) = self.places.get(done.page.as_str()).copied() else { continue };
            if done.action == InteractionKind::Show
                && let Some((before, since_ms)) = since.replace((place, done.at_ms))
                && let Some(page) = self.pages.get_mut(before)
            {
                page.times_ms.push(done.at_ms - since_ms);
            }
            let Some(page) = self.pages.get_mut(place) else { continue };
            page.sessions += u64::from(met.insert(place));
            match done.action {
                InteractionKind::Refuse => page.refused += 1,
                InteractionKind::Back => page.back += 1,
                InteractionKind::Restart => since = None,
                _ => {}
            }
        }
    }

    /// # Errors
    /// None in practice; those of intervals are passed on.
    pub(super) fn finish(mut self) -> Result<WalkSummary> {
        let (refused, overlooked) = (self.counts(&self.refused), self.counts(&self.overlooked));
        let reached = self.times_ms.len() as u64;
        let share = share(reached, self.sessions)?;
        let time_ms = time(&self.times_ms)?;
        let endings = WalkEnding::ALL.into_iter().filter_map(|ended| {
            self.endings.get(&ended).map(|sessions| EndingCount { ended, sessions: *sessions })
        });
        let endings: Vec<EndingCount> = endings.collect();
        let scenes = self.stage.scenes.iter().zip(&mut self.pages);
        let pages = scenes.filter(|(_, page)| page.sessions > 0).map(|(scene, page)| PageWalks {
            page: scene.id.clone(),
            title: scene.title.clone(),
            sessions: page.sessions,
            gave_up: page.gave_up,
            refused: page.refused,
            back: page.back,
            median_ms: median(&mut page.times_ms),
        });
        let mut summary = WalkSummary {
            text: Vec::new(),
            reached: share,
            time_ms,
            endings,
            came_back: self.came_back,
            personas: self.personas,
            pages: pages.collect(),
            refused,
            overlooked,
        };
        summary.text = sentences(&summary, self.sessions, reached);
        Ok(summary)
    }

    fn counts(&self, counts: &BTreeMap<(usize, String, String), u64>) -> Vec<FieldCount> {
        let mut counts: Vec<_> = counts.iter().collect();
        counts.sort_by_key(|(_, times)| std::cmp::Reverse(**times));
        let rows = counts.into_iter().filter_map(|((place, name, title), times)| {
            let page = self.stage.scenes.get(*place)?.id.clone();
            Some(FieldCount { page, name: name.clone(), title: title.clone(), times: *times })
        });
        rows.collect()
    }
}

fn share(yes: u64, all: u64) -> Result<Estimate> {
    if all == 0 {
        return Ok(Estimate { value: 0.0, low: None, high: None });
    }
    let share = Share::new(yes, all)?;
    let interval = proportion_interval(share, ProportionMethod::Wilson, CONFIDENCE)?;
    Ok(Estimate { value: share.value(), low: Some(interval.lower), high: Some(interval.upper) })
}

fn time(times_ms: &[f64]) -> Result<Option<Estimate>> {
    Ok(match times_ms {
        [] => None,
        [only] => Some(Estimate { value: *only, low: None, high: None }),
        several => {
            let mean = output::Estimate::of_mean(several, CONFIDENCE)?;
            let (low, high) = (mean.interval.lower.max(0.0), mean.interval.upper);
            Some(Estimate { value: mean.value, low: Some(low), high: Some(high) })
        }
    })
}

/// The middle one, or the middle between two, rounded down.
fn median(times_ms: &mut [u64]) -> Option<u64> {
    times_ms.sort_unstable();
    let upper = *times_ms.get(times_ms.len() / 2)?;
    if !times_ms.len().is_multiple_of(2) {
        return Some(upper);
    }
    let lower = *times_ms.get((times_ms.len() / 2).checked_sub(1)?)?;
    Some(lower + (upper - lower) / 2)
}

fn sentences(summary: &WalkSummary, sessions: u64, reached: u64) -> Vec<String> {
    let mut text = Vec::new();
    let share = &summary.reached;
    let between = match (share.low, share.high) {
        (Some(low), Some(high)) => format!(" (95 % interval {} to {})", percent(low, 1), percent(high, 1)),
        _ => String::new(),
    };
    text.push(format!(
        "Of {}, {} reached the goal: {}{between}.",
        counted(sessions, "simulated session"),
        figures::count(reached),
        percent(share.value, 1)
    ));
    if let Some(time) = &summary.time_ms {
        let between = match (time.low, time.high) {
            (Some(low), Some(high)) => format!(" (95 % interval {} to {})", duration(low), duration(high)),
            _ => String::new(),
        };
        text.push(format!("That took {} on average{between}.", duration(time.value)));
    }
    text.extend(summary.endings.iter().filter(|ending| ending.ended != WalkEnding::GoalReached).map(
        |ending| {
            let sessions = counted(ending.sessions, "session");
            match ending.ended {
                WalkEnding::GaveUp => format!("In {sessions} the persona gave up."),
                other => format!("{} {}.", figures::capitalise(&sessions), other.words()),
            }
        },
    ));
    let mut left: Vec<&PageWalks> = summary.pages.iter().filter(|page| page.gave_up > 0).collect();
    left.sort_by_key(|page| std::cmp::Reverse(page.gave_up));
    let places = left.iter().map(|page| (quoted(&page.title), page.gave_up));
    text.extend(named("People gave up at", places));
    if summary.came_back > 0 {
        text.push(format!(
            "In {} somebody gave up and came back later.",
            counted(summary.came_back, "session")
        ));
    }
    text.extend(named("Fields that were refused:", times(&summary.refused, &summary.pages)));
    text.extend(named("What was overlooked:", times(&summary.overlooked, &summary.pages)));
    text
}

/// Fields by their titles; those whose title is that of another one, with their page.
fn times(counts: &[FieldCount], pages: &[PageWalks]) -> impl Iterator<Item = (String, u64)> {
    counts.iter().map(|count| {
        let is_unique = counts.iter().filter(|other| other.title == count.title).count() == 1;
        let page = pages.iter().find(|page| page.page == count.page).filter(|_| !is_unique);
        let name = quoted(&count.title);
        let name = page.map_or(name.clone(), |page| format!("{name} at {}", quoted(&page.title)));
        (name, count.times)
    })
}

fn quoted(title: &str) -> String {
    format!("\u{201c}{title}\u{201d}")
}

fn named(opening: &str, counts: impl Iterator<Item = (String, u64)>) -> Option<String> {
    let all: Vec<String> =
        counts.map(|(name, times)| format!("{name} ({})", counted(times, "time"))).collect();
    let more = all.len().saturating_sub(MOST_NAMED);
    let mut shown: Vec<String> = all.into_iter().take(MOST_NAMED).collect();
    if more > 0 {
        shown.push(format!("{} more", figures::count(more as u64)));
    }
    (!shown.is_empty()).then(|| format!("{opening} {}.", list(&shown)))
}
