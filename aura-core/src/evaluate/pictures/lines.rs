//! Lines over time or size, with a band around one of them and a mark where something changed.

use maud::{Markup, html};

use super::scale::Scale;
use crate::domain::quantity::Unit;

/// One line.
pub(crate) struct Line<'a> {
    /// Its name, written at its end.
    pub(crate) name: &'a str,
    /// The class that gives it its colour.
    pub(crate) class: &'a str,
    /// From left to right.
    pub(crate) points: Vec<(f64, f64)>,
    /// Whether each point has a dot.
    pub(crate) has_dots: bool,
}

/// Lower and upper ends, from left to right.
type Band = Vec<(f64, f64, f64)>;

/// What is drawn.
pub(crate) struct LineChart<'a> {
    /// Read to those who cannot see it.
    pub(crate) title: &'a str,
    /// Words below the left and the right end.
    pub(crate) ends: [String; 2],
    /// Drawn below the lines.
    pub(crate) band: Band,
    /// The lines.
    pub(crate) lines: Vec<Line<'a>>,
    /// Where something changed, and its words.
    pub(crate) mark: Option<(f64, &'a str)>,
    /// A level that is to be compared with, and its words.
    pub(crate) level: Option<(f64, &'a str)>,
    /// The unit of the values.
    pub(crate) unit: &'a Unit,
    /// How a value is written.
    pub(crate) write: fn(f64, &Unit) -> String,
}

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 280.0;
const LEFT: f64 = 84.0;
const RIGHT: f64 = 150.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 34.0;

/// The chart.
pub(crate) fn lines(chart: &LineChart<'_>) -> Markup {
    let points = || chart.lines.iter().flat_map(|line| line.points.iter().copied());
    let ends = chart.band.iter().flat_map(|(_, low, high)| [*low, *high]);
    let level = chart.level.map(|(level, _)| level);
    let up = Scale::over(points().map(|point| point.1).chain(ends).chain(level), HEIGHT - BOTTOM, TOP);
    let across = points().map(|point| point.0).chain(chart.band.iter().map(|place| place.0));
    let along = Scale::over(across, LEFT, WIDTH - RIGHT);
    let (left, right, bottom) = (LEFT, WIDTH - RIGHT, HEIGHT - BOTTOM);
    html! {
        svg class="chart" viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(chart.title) {
            @for tick in up.ticks(chart.unit) {
                @let y = pixels(up.at(tick));
                line class="grid" x1=(left) x2=(right) y1=(y) y2=(y) {}
                text class="tick" x=(left - 8.0) y=(pixels(up.at(tick) + 4.0)) text-anchor="end" {
                    ((chart.write)(tick, chart.unit))
                }
            }
            @if !chart.band.is_empty() { polygon class="band" points=(area(&chart.band, &along, &up)) {} }
            @if let Some((level, words)) = chart.level {
                @let y = pixels(up.at(level));
                line class="zero" x1=(left) x2=(right) y1=(y) y2=(y) {}
                text class="tick" x=(right + 8.0) y=(pixels(up.at(level) + 4.0)) { (words) }
            }
            @if let Some((place, words)) = chart.mark {
                @let x = pixels(along.at(place));
                line class="mark" x1=(x) x2=(x) y1=(TOP - 8.0) y2=(bottom) {}
                text class="tick" x=(x) y=(TOP - 12.0) text-anchor="middle" { (words) }
            }
            @for line in &chart.lines {
                polyline class={ "line " (line.class) } points=(path(&line.points, &along, &up)) {}
                @if line.has_dots { @for (x, y) in &line.points {
                    circle class={ "dot " (line.class) } cx=(pixels(along.at(*x))) cy=(pixels(up.at(*y))) r="3.5" {}
                } }
            }
            @for (name, class, y) in names(chart, &up) {
                text class={ "name " (class) } x=(right + 8.0) y=(pixels(y)) { (name) }
            }
            text class="tick" x=(left) y=(HEIGHT - 10.0) { (chart.ends[0]) }
            text class="tick" x=(right) y=(HEIGHT - 10.0) text-anchor="end" { (chart.ends[1]) }
        }
    }
}

/// The names at the right ends of the lines, moved apart where they would cover each other or the words of the level.
fn names<'a>(chart: &LineChart<'a>, up: &Scale) -> Vec<(&'a str, &'a str, f64)> {
    let end = |line: &Line<'a>| line.points.last().map(|point| (line.name, line.class, up.at(point.1) + 4.0));
    let mut found: Vec<(&str, &str, f64)> =
        chart.lines.iter().filter(|line| !line.name.is_empty()).filter_map(end).collect();
    found.sort_by(|one, two| one.2.total_cmp(&two.2));
    let taken = chart.level.filter(|(_, words)| !words.is_empty()).map(|(level, _)| up.at(level) + 4.0);
    let mut least = f64::NEG_INFINITY;
    for name in &mut found {
        name.2 = name.2.max(least);
        if let Some(taken) = taken
            && (name.2 - taken).abs() < 16.0
        {
            name.2 = if name.2 < taken && taken - 16.0 >= least { taken - 16.0 } else { taken + 16.0 };
        }
        least = name.2 + 16.0;
    }
    found
}

fn path(points: &[(f64, f64)], along: &Scale, up: &Scale) -> String {
    let place = |(x, y): &(f64, f64)| format!("{},{}", pixels(along.at(*x)), pixels(up.at(*y)));
    points.iter().map(place).collect::<Vec<_>>().join(" ")
}

fn area(band: &Band, along: &Scale, up: &Scale) -> String {
    let low = band.iter().map(|(x, low, _)| (*x, *low));
    let high = band.iter().rev().map(|(x, _, high)| (*x, *high));
    path(&low.chain(high).collect::<Vec<_>>(), along, up)
}

fn pixels(value: f64) -> String {
    format!("{value:.1}")
}
