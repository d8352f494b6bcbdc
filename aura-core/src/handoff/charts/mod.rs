//! Charts as inline SVG: bars, a tornado, intervals, a timeline. Each stands beside a table with the same figures.
//!
//! In come figures and labels; out goes markup that needs no script. Never here: what a figure means.

mod bar;
mod interval;
mod timeline;
mod tornado;

pub(super) use bar::bar;
pub(super) use interval::{IntervalRow, intervals};
pub(super) use timeline::{Bar, TimeRow, Timeline, WHOLE, class, timeline};
pub(super) use tornado::{TornadoRow, tornado};
