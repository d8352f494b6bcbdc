//! Rows of stretches of time on one axis.

use maud::{Markup, html};

use super::tornado::label;
use crate::domain::story::StoryBarKind;

/// A stretch of time. Places are thousandths of the axis.
pub(in crate::handoff) struct Bar {
    pub(in crate::handoff) kind: StoryBarKind,
    pub(in crate::handoff) from: u32,
    pub(in crate::handoff) to: u32,
}

/// One row.
pub(in crate::handoff) struct TimeRow {
    pub(in crate::handoff) label: String,
    pub(in crate::handoff) bars: Vec<Bar>,
    /// Where it ends, with the class of its colour.
    pub(in crate::handoff) end: Option<(u32, &'static str)>,
}

/// What is drawn.
#[derive(Default)]
pub(in crate::handoff) struct Timeline {
    pub(in crate::handoff) rows: Vec<TimeRow>,
    /// Height of a row in pixels: 18 for a label of one line, 34 for two.
    pub(in crate::handoff) row: i32,
    /// Words at places of the axis.
    pub(in crate::handoff) ticks: Vec<(u32, String)>,
    /// Places at which time was left out.
    pub(in crate::handoff) cuts: Vec<u32>,
    /// Whether a line moves over it.
    pub(in crate::handoff) has_head: bool,
}

const LEFT: i32 = 260;
/// The length of the axis, in pixels; the style moves the head as far.
const LENGTH: i32 = 410;
/// What the axis is divided into.
pub(in crate::handoff) const WHOLE: u32 = 1_000;

/// The chart.
pub(in crate::handoff) fn timeline(title: &str, chart: &Timeline) -> Markup {
    let bottom = chart.row * chart.rows.len() as i32 + 6;
    let height = bottom + 26;
    html! {
        svg class="chart times" viewBox={ "0 0 720 " (height) } role="img" aria-label=(title) {
            @for (place, words) in &chart.ticks {
                line class="grid" x1=(at(*place)) x2=(at(*place)) y1="2" y2=(bottom) {}
                text class="tick" x=(at(*place)) y=(height - 9) text-anchor="middle" { (words) }
            }
            @for place in &chart.cuts { path class="cut" d={ "M" (at(*place)) " " (bottom) "l3 -5h-6z" } {} }
            @for (index, row) in chart.rows.iter().enumerate() {
                @let middle = chart.row * index as i32 + chart.row / 2 + 3;
                @for bar in &row.bars {
                    rect class=(class(bar.kind)) x=(at(bar.from)) width=(width(bar)) y=(middle - 5) height="10" {}
                }
                @if let Some((place, class)) = row.end { circle class=(class) cx=(at(place)) cy=(middle) r="5" {} }
                (label(&row.label, middle - 12))
            }
            @if chart.has_head { line class="head" x1=(LEFT + 10) x2=(LEFT + 10) y1="2" y2=(bottom) {} }
        }
    }
}

/// The class of a colour.
pub(in crate::handoff) fn class(kind: StoryBarKind) -> &'static str {
    match kind {
        StoryBarKind::Waiting => "k-wait",
        StoryBarKind::Working => "k-work",
        StoryBarKind::Away => "k-away",
        StoryBarKind::Undoing => "k-undo",
    }
}

fn at(place: u32) -> String {
    tenths(10 * i64::from(LEFT + 10) + length(place))
}

fn width(bar: &Bar) -> String {
    tenths((length(bar.to) - length(bar.from)).max(10))
}

/// In tenths of pixels.
fn length(place: u32) -> i64 {
    i64::from(place.min(WHOLE)) * 10 * i64::from(LENGTH) / i64::from(WHOLE)
}

fn tenths(length: i64) -> String {
    format!("{}.{}", length / 10, length % 10)
}
