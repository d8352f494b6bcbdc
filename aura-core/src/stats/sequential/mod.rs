//! Inference that may be looked at more than once.
//!
//! - [`group_bounds`]: a planned number of looks, exact error spending (group sequential tests).
//! - [`ConfidenceSequence`]: any number of looks, valid for large samples (asymptotic confidence sequences).
//! - [`MixtureTest`]: any number of looks, sequential probability ratio test with a normal mixture.
//! - [`boundary`]: uniform boundaries for sums, without a large-sample argument.
//! - [`sequential_fit`]: the sample-ratio check that may run every minute.
//!
//! In come information fractions, statistics, standard errors; out come bounds, intervals and p-values. Never
//! here: when to look, and what to do then.

pub mod boundary;

mod asymptotic;
mod fit;
mod group;
mod mixture;
mod spending;

pub use asymptotic::{ConfidenceSequence, tuning_for};
pub use fit::{SequentialFit, sequential_fit};
pub(in crate::stats) use group::check_fractions;
pub use group::{GroupBounds, GroupDesign, constant_bound, crossing_probabilities, group_bounds};
pub use mixture::MixtureTest;
pub use spending::Spending;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether a sequential test looks in one direction or in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// Both directions; the bounds are symmetric.
    #[default]
    Two,
    /// Upward only.
    One,
}

impl Sides {
    fn count(self) -> f64 {
        match self {
            Sides::Two => 2.0,
            Sides::One => 1.0,
        }
    }
}

#[cfg(test)]
mod tests;
