//! Intervals of differences around zero, one row for each.

use maud::{Markup, html};

use super::tornado::{label, pixels};
use crate::domain::quantity::Unit;
use crate::evaluate::pictures::Scale;
use crate::handoff::words;

/// One difference with its interval.
pub(in crate::handoff) struct IntervalRow {
    pub(in crate::handoff) label: String,
    pub(in crate::handoff) value: f64,
    pub(in crate::handoff) low: f64,
    pub(in crate::handoff) high: f64,
    /// `better`, `worse` or `even`.
    pub(in crate::handoff) class: &'static str,
}

const WIDTH: i32 = 720;
const LEFT: i32 = 274;
const ROW: i32 = 40;

/// The chart of differences that have the same unit.
pub(in crate::handoff) fn intervals(title: &str, rows: &[IntervalRow], unit: &Unit) -> Markup {
    let values = rows.iter().flat_map(|row| [row.value, row.low, row.high]).chain([0.0]);
    let scale = Scale::over(values, f64::from(LEFT), f64::from(WIDTH - 24));
    let height = ROW * rows.len() as i32 + 34;
    let bottom = height - 28;
    html! {
        svg class="chart" viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-label=(title) {
            @for tick in scale.ticks(unit) {
                @let x = pixels(scale.at(tick));
                line class="grid" x1=(x) x2=(x) y1="4" y2=(bottom) {}
                text class="tick" x=(x) y=(height - 10) text-anchor="middle" { (words::signed(tick, unit)) }
            }
            @let zero = pixels(scale.at(0.0));
            line class="base" x1=(zero) x2=(zero) y1="0" y2=(bottom) {}
            @for (index, row) in rows.iter().enumerate() {
                @let top = ROW * index as i32 + 8;
                line class={ "whisker " (row.class) } x1=(pixels(scale.at(row.low))) x2=(pixels(scale.at(row.high)))
                    y1=(top + 12) y2=(top + 12) {}
                circle class={ "dot " (row.class) } cx=(pixels(scale.at(row.value))) cy=(top + 12) r="6" {}
                (label(&row.label, top))
            }
        }
    }
}
