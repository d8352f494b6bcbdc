//! What can be said where nobody was assigned at random: before against after, with and without others to compare.
//!
//! In come series of figures; out come estimates whose errors allow for figures that hang together. None of them is
//! proof as a random test is: each rests on an assumption that the data can only partly check, and its documentation
//! names it. Never here: wording, reading of tables.
//!
//! - [`differences`]: difference in differences over units and periods.
//! - [`synthetic_control`]: one series against a weighted mean of others, judged by placebos.
//! - [`interrupted_series`]: one series before and after a point in time.
//! - [`Regression`]: least squares with errors for clusters and for series.

mod differences;
mod interrupted;
mod regression;
mod synthetic;

pub use differences::{Differences, Observed, differences};
pub use interrupted::{InterruptedSeries, interrupted_series};
pub use regression::Regression;
pub use synthetic::{SyntheticControl, simplex_weights, synthetic_control};

#[cfg(test)]
mod tests;
