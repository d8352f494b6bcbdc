//! Runs and an experiment become a verdict, by a rule that was stated before anything was run.
//!
//! In come an [`Experiment`], the run of the plan and the runs of its variants on the same simulated people;
//! out comes a [`Verdict`]. Replications are the unit: replication `n` of every variant meets the same people,
//! so differences are taken pair by pair and judged with Student's t. Never here: how a run is made, and the
//! wording of figures.
//!
//! [`Experiment`]: crate::domain::experiment::Experiment
//! [`Verdict`]: crate::domain::experiment::Verdict

pub mod assignment;
pub mod infer;
pub mod live;
pub mod observe;

mod comparison;
mod design;
pub(crate) mod pictures;
mod rule;
mod ship_rates;
mod variant;
mod verdict;

pub use design::design;
pub use variant::{VariantPlan, apply_variant, describe_variant};
pub use verdict::evaluate;

#[cfg(test)]
mod tests;
