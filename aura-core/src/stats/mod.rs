//! Statistics kernel: special functions, distributions, summaries and inference.
//!
//! It knows nothing of Aura's nouns. In come numbers; out come estimates, intervals and p-values, each with
//! the source of its formula. Never here: plans, runs, verdicts, wording.
//!
//! - [`special`]: gamma and beta functions, quadrature, root finding.
//! - [`distribution`]: the classical distributions, with relative accuracy in both tails.
//! - [`summary`]: mergeable sufficient statistics.
//! - [`hypothesis`]: tests and intervals for means, proportions, ratios, counts and fits.
//! - [`multiple`]: adjusted p-values; [`power`]: power, sample size and detectable effect.
//!
//! No function here returns NaN for finite input: what cannot be answered is an error with a reason.

pub mod distribution;
pub mod hypothesis;
pub mod multiple;
pub mod power;
pub mod special;
pub mod summary;

mod check;
