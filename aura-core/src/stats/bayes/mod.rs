//! Posterior probabilities and losses, by closed form or quadrature, never by drawing at random.
//!
//! Priors are explicit arguments. Losses are in the metric's own unit: what is given up on average by a choice.

mod best;
mod normal;
mod proportion;

pub use best::{BestArm, best_arm, best_proportion};
pub use normal::NormalBelief;
pub use proportion::{ProportionBelief, ProportionComparison, compare_proportions};

#[cfg(test)]
mod tests;
