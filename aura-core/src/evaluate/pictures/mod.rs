//! Pictures of results as inline SVG, without script, readable on light and dark ground.
//!
//! In come figures and labels; colours come from the style of the page. Never here: what a figure means.

mod lines;
mod scale;

pub(crate) use lines::{Line, LineChart, lines};
pub(crate) use scale::Scale;
