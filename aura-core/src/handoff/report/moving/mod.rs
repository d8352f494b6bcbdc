//! Cases on their way: dots that move over the diagram, and a timeline of the same cases.
//!
//! In come the cases that are shown; out goes a picture that moves by its style alone, when the reader asks for it. The
//! figures stand in a table as well.

mod frames;
mod route;
mod screen;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use maud::{Markup, html};

use super::table;
use crate::domain::figures;
use crate::domain::plan::Outcome;
use crate::domain::story::{MovingCase, Phase, StoryBarKind, TokenWay};
use crate::handoff::HandoffInput;
use crate::handoff::charts::{Bar, TimeRow, Timeline, WHOLE, class, timeline};
use crate::handoff::drawing::Drawing;
use crate::handoff::words;

use frames::{Frames, end_class, frames};
use route::Map;
use screen::{Screen, TICKS};

/// Colours, and the buttons that set the dots going.
pub(super) const STYLE: &str = include_str!("moving.css");
/// Most dots, and most keyframes of all of them: a page must stay small.
const MOST_DOTS: usize = 48;
const MOST_KEYFRAMES: usize = 3_000;
/// Radius of a dot, in pixels of the diagram.
const LEAST_RADIUS: i32 = 7;
const MOST_RADIUS: i32 = 20;
/// Most words on the axis.
const MARKS: u32 = 5;

/// What a case does, in words.
pub(super) const KINDS: [(StoryBarKind, &str); 4] = [
    (StoryBarKind::Waiting, "waits"),
    (StoryBarKind::Working, "is worked on"),
    (StoryBarKind::Away, "has given up for now"),
    (StoryBarKind::Undoing, "is taken back"),
];

/// The cases that move, ready to be shown.
pub(super) struct Moving<'m> {
    cases: &'m [MovingCase],
    screen: Screen,
    dots: Vec<Frames>,
}

impl<'m> Moving<'m> {
    /// As many of the cases as fit into a page; none where there is no case.
    pub(super) fn of(input: &HandoffInput<'m>, drawing: &Drawing) -> Option<Self> {
        let all = input.shown.map(|shown| shown.moving.as_slice()).filter(|cases| !cases.is_empty())?;
        let map = Map::of(drawing);
        let mut shown = Moving::new(all, &map);
        for most in (1..all.len()).rev() {
            if shown.fits() {
                break;
            }
            shown = Moving::new(all.get(..most).unwrap_or_default(), &map);
        }
        Some(shown)
    }

    fn new(cases: &'m [MovingCase], map: &Map) -> Self {
        let screen = Screen::of(&cases.iter().flat_map(moments).collect());
        let tokens = cases.iter().flat_map(|case| case.tokens.iter().map(move |way| (case, way)));
        let dots = tokens.enumerate().map(|(dot, (case, way))| frames(map, &screen, case, way, dot));
        let dots = dots.collect();
        Moving { cases, screen, dots }
    }

    fn fits(&self) -> bool {
        let frames: usize = self.dots.iter().map(|dot| dot.places.len() + dot.looks.len()).sum();
        self.dots.len() <= MOST_DOTS && frames <= MOST_KEYFRAMES
    }

    /// How long the animation takes at its usual speed, in seconds.
    fn seconds(&self) -> usize {
        (self.screen.moments() / 6).clamp(15, 60)
    }

    /// The keyframes, and how long they take at each speed.
    pub(super) fn style(&self) -> String {
        let seconds = self.seconds();
        let mut style = format!(".player{{--length:{seconds}s}}\n");
        for (id, length) in [("slow", seconds * 3), ("fast", seconds.div_ceil(3))] {
            let _ = writeln!(style, ".player:has(#speed-{id}:checked){{--length:{length}s}}");
        }
        for (number, dot) in self.dots.iter().enumerate() {
            let _ = writeln!(style, ".dot-{number}{{animation-name:go-{number},look-{number}}}");
            let _ = write!(style, "@keyframes go-{number}{{");
            for (tick, (x, y)) in &dot.places {
                let _ = write!(style, "{}{{translate:{x}px {y}px}}", percent(*tick));
            }
            let _ = write!(style, "}}\n@keyframes look-{number}{{");
            for (tick, look) in &dot.looks {
                let look =
                    look.map_or("opacity:0".to_owned(), |look| format!("opacity:1;fill:var(--{look})"));
                let _ = write!(style, "{}{{{look}}}", percent(*tick));
            }
            style.push_str("}\n");
        }
        style
    }

    /// The dots, to lie above the diagram: larger on a wide one, which is shown smaller.
    pub(super) fn dots(&self, drawing: &Drawing) -> Markup {
        let radius = (drawing.picture.width / 160).clamp(LEAST_RADIUS, MOST_RADIUS);
        html! {
            g class="dots" aria-hidden="true" {
                @for (number, _) in self.dots.iter().enumerate() { circle class={ "dot-case dot-" (number) } r=(radius) {} }
            }
        }
    }

    /// The player around the diagram.
    pub(super) fn player(&self, diagram: &Markup) -> Markup {
        html! {
            div class="player" {
                p {
                    "Press play to watch " (words::counted(self.cases.len(), "case")) " of the run on their way, those around \
                     the case whose time is in the middle. Each dot is one simulated case; all others are hidden. "
                    span class="for-wide" { "A line in the timeline below the diagram shows where you are." }
                }
                (buttons())
                (self.key())
                (diagram)
                (self.timeline())
            }
        }
    }

    /// What the colours mean that there are.
    fn key(&self) -> Markup {
        let ends = [
            (end_class(Outcome::GoalReached), "reached the goal"),
            (end_class(Outcome::Failed), "ended without it"),
        ];
        let kinds = KINDS.into_iter().map(|(kind, words)| (class(kind), words)).chain(ends);
        let looks: BTreeSet<&str> =
            self.dots.iter().flat_map(|dot| &dot.looks).filter_map(|(_, look)| *look).collect();
        key(kinds.filter(|(class, _)| looks.contains(class)))
    }

    fn timeline(&self) -> Markup {
        let place = |tick: u32| tick * WHOLE / TICKS;
        let rows = self.cases.iter().flat_map(|case| {
            case.tokens.iter().enumerate().map(move |(number, way)| self.row(case, way, number == 0))
        });
        let chart = Timeline {
            rows: rows.collect(),
            row: 18,
            ticks: self
                .screen
                .marks(MARKS)
                .into_iter()
                .map(|(tick, ms)| (place(tick), figures::duration_with(ms as f64, 1)))
                .collect(),
            cuts: self.screen.cuts().into_iter().map(place).collect(),
            has_head: true,
        };
        let cells: Vec<Vec<Markup>> = self.cases.iter().map(cells).collect();
        html! {
            h3 { "When each case waited and was worked on" }
            @if let Some(longest) = self.screen.longest_ms {
                p class="key" {
                    "Pauses in which none of these cases moved are cut to " (words::duration(longest as f64)) ". "
                    span class="for-wide" { "A small triangle at the lower edge shows where." }
                }
            }
            figure { (timeline("When each case waited and was worked on", &chart)) }
            details {
                summary { "The same in figures" }
                (table(
                    "The cases that are shown",
                    &["Case", "Arrived after", "Took", "Waited", "How it ended"],
                    &cells,
                ))
            }
        }
    }

    fn row(&self, case: &MovingCase, way: &TokenWay, is_first: bool) -> TimeRow {
        let place = |tick: u32| tick * WHOLE / TICKS;
        let gone = way.joined_ms.or(case.ended_ms).map_or(TICKS, |ms| self.screen.at(ms));
        let bars = stretches(case, way).into_iter().map(|(kind, from, to)| Bar {
            kind,
            from: place(self.screen.at(from)),
            to: place(to.map_or(gone, |to| self.screen.at(to))),
        });
        let end = case.outcome.filter(|_| way.joined_ms.is_none());
        TimeRow {
            label: if is_first { format!("Case {}", case.case) } else { "on another way as well".to_owned() },
            bars: bars.collect(),
            end: end.map(|outcome| (place(gone), end_class(outcome))),
        }
    }
}

/// All moments at which something about a case changes.
fn moments(case: &MovingCase) -> BTreeSet<u64> {
    let ways = case.tokens.iter().flat_map(|way| {
        let visits = way.visits.iter().flat_map(|visit| {
            std::iter::once(visit.at_ms).chain(visit.phases.iter().map(|phase| phase.from_ms))
        });
        visits.chain(way.joined_ms)
    });
    ways.chain(case.ended_ms).collect()
}

/// What a token did, from when to when; the last stretch may last until its end.
fn stretches(case: &MovingCase, way: &TokenWay) -> Vec<(StoryBarKind, u64, Option<u64>)> {
    let end = way.joined_ms.or(case.ended_ms);
    let mut stretches: Vec<(StoryBarKind, u64, Option<u64>)> = Vec::new();
    for (number, visit) in way.visits.iter().enumerate() {
        let left = way.visits.get(number + 1).map(|next| next.at_ms).or(end);
        for (number, Phase { kind, from_ms }) in visit.phases.iter().enumerate() {
            let to = visit.phases.get(number + 1).map(|next| next.from_ms).or(left);
            match stretches.last_mut() {
                Some((last, _, end)) if last == kind && *end == Some(*from_ms) => *end = to,
                _ if to.is_none_or(|to| to > *from_ms) => stretches.push((*kind, *from_ms, to)),
                _ => {}
            }
        }
    }
    stretches
}

fn cells(case: &MovingCase) -> Vec<Markup> {
    let arrived = case.tokens.iter().filter_map(|way| way.visits.first()).map(|visit| visit.at_ms).min();
    let arrived = arrived.unwrap_or(0);
    let waits = case.tokens.iter().flat_map(|way| stretches(case, way));
    let waited: u64 = waits
        .filter(|(kind, ..)| *kind == StoryBarKind::Waiting)
        .filter_map(|(_, from, to)| to.map(|to| to - from))
        .sum();
    let took = case.ended_ms.map(|ended| words::duration((ended - arrived) as f64));
    vec![
        html! { (case.case) },
        html! { (figures::duration_with(arrived as f64, 1)) },
        html! { (took.unwrap_or_else(|| "not ended".to_owned())) },
        html! { (words::duration(waited as f64)) },
        html! { (case.outcome.map_or("the run ended before", Outcome::words)) },
    ]
}

fn buttons() -> Markup {
    let choice = |group: &str, id: &str, words: &str, is_first: bool| {
        html! {
            input type="radio" name=(group) id={ (group) "-" (id) } checked[is_first];
            label for={ (group) "-" (id) } { (words) }
        }
    };
    html! {
        div class="buttons" {
            fieldset {
                legend { "Watch" }
                (choice("play", "stop", "\u{25a0} Stop", true))
                (choice("play", "run", "\u{25b6} Play", false))
                (choice("play", "pause", "\u{2759}\u{2759} Pause", false))
            }
            fieldset {
                legend { "Speed" }
                (choice("speed", "slow", "Slow", false))
                (choice("speed", "usual", "Usual", true))
                (choice("speed", "fast", "Fast", false))
            }
        }
    }
}

/// Classes of colours with what they mean.
pub(super) fn key(meanings: impl Iterator<Item = (&'static str, &'static str)>) -> Markup {
    html! {
        p class="key" {
            @for (class, words) in meanings {
                span class="key-item" { span class={ "swatch " (class) } {} " " (words) } " "
            }
        }
    }
}

/// A part of the animation.
fn percent(tick: u32) -> String {
    let (whole, rest) = (tick * 100 / TICKS, tick % (TICKS / 100));
    if rest == 0 { format!("{whole}%") } else { format!("{whole}.{rest:02}%") }
}
