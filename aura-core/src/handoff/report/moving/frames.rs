//! The keyframes of one dot: where it is and how it looks, at which part of the animation.

use super::route::Map;
use super::screen::{Screen, TICKS};
use crate::domain::plan::Outcome;
use crate::domain::story::{MovingCase, TokenWay};
use crate::handoff::charts::class;
use crate::handoff::layout::Point;

/// Most time that a dot takes from node to node, and how long one is seen after its end, in ticks.
const JOURNEY: u32 = 180;
const AFTERGLOW: u32 = 250;

/// Where a dot is and how it looks. Ticks never go back.
#[derive(Default)]
pub(super) struct Frames {
    pub(super) places: Vec<(u32, Point)>,
    /// The class of its colour; `None` where it is not seen.
    pub(super) looks: Vec<(u32, Option<&'static str>)>,
}

/// A stay that is drawn: the position of the node, when the dot sets out for it, and what it does there.
struct Stop {
    place: usize,
    tick: u32,
    looks: Vec<(u32, &'static str)>,
}

/// The keyframes of a token; `dot` is its number among all.
pub(super) fn frames(map: &Map, screen: &Screen, case: &MovingCase, way: &TokenWay, dot: usize) -> Frames {
    let stops = stops(map, screen, way);
    let mut frames = Frames::default();
    let Some(first) = stops.first() else { return frames };
    frames.looks.push((0, None));
    frames.look(first.tick, Some("k-come"));
    frames.place(0, map.rest(first.place, dot));
    let mut rest = stops.iter().peekable();
    let (mut from, mut passed) = (first.place, Vec::new());
    while let Some(stop) = rest.next() {
        if from != stop.place {
            passed.extend(map.line(from, stop.place));
        }
        let next = rest.peek().map_or(TICKS, |next| next.tick);
        // Nodes that are passed in no time are part of one journey.
        if next > stop.tick {
            passed.push(map.rest(stop.place, dot));
            frames.go(&std::mem::take(&mut passed), (stop.tick, next));
        }
        for (tick, look) in &stop.looks {
            frames.look(*tick, Some(look));
        }
        from = stop.place;
    }
    frames.end(screen, case, way);
    if let Some((_, last)) = frames.places.last().copied() {
        frames.place(TICKS, last);
    }
    frames
}

/// The stays at nodes that are drawn.
fn stops(map: &Map, screen: &Screen, way: &TokenWay) -> Vec<Stop> {
    let visits = way.visits.iter();
    let stops = visits.filter_map(|visit| {
        let looks = visit.phases.iter().map(|phase| (screen.at(phase.from_ms), class(phase.kind)));
        Some(Stop { place: map.place(&visit.node)?, tick: screen.at(visit.at_ms), looks: looks.collect() })
    });
    stops.collect()
}

impl Frames {
    /// Each keyframe has a tick of its own: of two at the same one, a browser would drop the first.
    fn place(&mut self, tick: u32, point: Point) {
        match self.places.last() {
            Some((last, there)) if *last >= tick && *there == point => {}
            Some((last, _)) => self.places.push((tick.max(last + 1).min(TICKS), point)),
            None => self.places.push((tick, point)),
        }
    }

    fn look(&mut self, tick: u32, look: Option<&'static str>) {
        let tick = self.looks.last().map_or(tick, |(last, _)| tick.max(*last));
        if self.looks.last().is_some_and(|(last, _)| *last == tick) {
            self.looks.pop();
        }
        self.looks.push((tick, look));
    }

    /// From where it rests along these points, from `tick` on and before `next`.
    fn go(&mut self, points: &[Point], (tick, next): (u32, u32)) {
        let Some((last, here)) = self.places.last().copied() else { return };
        let begin = tick.max(last);
        self.place(begin, here);
        let way: Vec<Point> = std::iter::once(here).chain(points.iter().copied()).collect();
        let whole: u64 = lengths(&way).sum();
        let span = u64::from(JOURNEY.min(next.saturating_sub(begin)));
        let mut gone = 0;
        for (length, point) in lengths(&way).zip(points) {
            gone += length;
            self.place(begin + (gone * span / whole.max(1)) as u32, *point);
        }
    }

    /// How it ended, for a moment; then it is not seen any more.
    fn end(&mut self, screen: &Screen, case: &MovingCase, way: &TokenWay) {
        let arrived = self.places.last().map_or(0, |(tick, _)| *tick);
        if let Some(joined) = way.joined_ms {
            self.look(screen.at(joined).max(arrived), None);
        } else if let (Some(ended), Some(outcome)) = (case.ended_ms, case.outcome) {
            let tick = screen.at(ended).max(arrived);
            self.look(tick, Some(end_class(outcome)));
            self.look((tick + AFTERGLOW).min(TICKS), None);
        }
    }
}

/// The class of the colour of an end.
pub(super) fn end_class(outcome: Outcome) -> &'static str {
    if outcome == Outcome::GoalReached { "k-goal" } else { "k-lost" }
}

fn lengths(points: &[Point]) -> impl Iterator<Item = u64> {
    let distance = |from: &Point, to: &Point| u64::from(from.0.abs_diff(to.0) + from.1.abs_diff(to.1));
    points.iter().zip(points.iter().skip(1)).map(move |(from, to)| distance(from, to))
}
