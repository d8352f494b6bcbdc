//! A tornado: how far each assumption alone moves a figure.

use maud::{Markup, html};

use crate::domain::quantity::Unit;
use crate::evaluate::pictures::Scale;
use crate::handoff::layout::text::{Setting, set};
use crate::handoff::words;

/// One assumption.
pub(in crate::handoff) struct TornadoRow {
    pub(in crate::handoff) label: String,
    pub(in crate::handoff) at_low: f64,
    pub(in crate::handoff) at_high: f64,
}

const WIDTH: i32 = 720;
const LABELS: i32 = 250;
const ROW: i32 = 40;

/// The chart; `base` is the figure as it is now.
pub(in crate::handoff) fn tornado(
    title: &str,
    rows: &[TornadoRow],
    base: Option<f64>,
    unit: &Unit,
) -> Markup {
    let values = rows.iter().flat_map(|row| [row.at_low, row.at_high]).chain(base);
    let scale = Scale::over(values, f64::from(LABELS + 10), f64::from(WIDTH - 20));
    let height = ROW * rows.len() as i32 + 34;
    let bottom = height - 28;
    html! {
        svg class="chart" viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-label=(title) {
            @for tick in scale.ticks(unit) {
                @let x = pixels(scale.at(tick));
                line class="grid" x1=(x) x2=(x) y1="4" y2=(bottom) {}
                text class="tick" x=(x) y=(height - 10) text-anchor="middle" { (words::amount(tick, unit)) }
            }
            @if let Some(base) = base {
                @let x = pixels(scale.at(base));
                line class="base" x1=(x) x2=(x) y1="0" y2=(bottom) {}
            }
            @for (index, row) in rows.iter().enumerate() {
                @let top = ROW * index as i32 + 8;
                @let base = base.unwrap_or((row.at_low + row.at_high) / 2.0);
                (span(&scale, base, row.at_low, top, "low-end"))
                (span(&scale, base, row.at_high, top, "high-end"))
                (label(&row.label, top))
            }
        }
    }
}

fn span(scale: &Scale, base: f64, end: f64, top: i32, class: &str) -> Markup {
    let (from, to) = (scale.at(base.min(end)), scale.at(base.max(end)));
    html! { rect class=(class) x=(pixels(from)) y=(top) width=(pixels((to - from).max(1.0))) height="24" {} }
}

pub(super) fn label(text: &str, top: i32) -> Markup {
    let block = set(text, Setting { size: 13, leading: 15, width: LABELS - 8, lines: 2 });
    let first = top + 12 - block.height / 2 + 12;
    html! {
        text class="row-words" {
            @for (index, line) in block.lines.iter().enumerate() {
                tspan x=(LABELS) y=(first + 15 * index as i32) text-anchor="end" { (line) }
            }
        }
    }
}

pub(super) fn pixels(value: f64) -> String {
    format!("{value:.1}")
}
