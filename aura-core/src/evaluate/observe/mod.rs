//! Figures of people who were not assigned at random: what was asked and a table in, a labelled verdict out.
//!
//! The fallback where no test was made. Every verdict says that it is none, and names what must be believed for its
//! figures to hold. Never here: tests with random assignment, simulated evidence.
//!
//! - [`observe`]: the verdict. [`render_observation`], [`observation_picture`]: its page and its picture.

mod judge;
mod read;
mod report;
mod trust;

pub use judge::observe;
pub use report::{observation_picture, render_observation};

#[cfg(test)]
mod tests;
