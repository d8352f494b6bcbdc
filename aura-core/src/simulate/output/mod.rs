//! What a simulation's output says about the truth: warm-up, intervals, quantiles, when to stop.
//!
//! In come numbers of replications, or one long series; out come estimates with intervals. The cases of one run wait
//! for each other and are not independent, so nothing here treats them as if they were: replications are the unit, or
//! batches that are long enough to be taken for such. Never here: plans, clocks, advice.
//!
//! | Part | What it does |
//! |---|---|
//! | [`Replications`] | an interval for any smooth function of means, by the jackknife over replications |
//! | [`quantile_interval`] | an interval for a quantile, from the share of each replication below it |
//! | [`warm_up`] | where a series has forgotten its start: MSER-5 |
//! | [`batch_means`] | an interval from one long series |
//! | [`StoppingRule`] | whether an interval is narrow enough, or the budget is spent |

mod quantile;
mod replications;
mod series;
mod stopping;

#[cfg(test)]
mod tests;

pub use quantile::quantile_interval;
pub use replications::{Estimate, Replications};
pub use series::{batch_means, warm_up};
pub use stopping::{Progress, StoppingRule};
