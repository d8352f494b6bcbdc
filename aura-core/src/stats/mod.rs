//! Statistics kernel: special functions, distributions, summaries and inference.
//!
//! It knows nothing of Aura's nouns. In come numbers; out come estimates, intervals and p-values, each with
//! the source of its formula. Never here: plans, runs, verdicts, wording.
//!
//! - [`special`]: gamma and beta functions, quadrature, root finding.
//! - [`distribution`]: the classical distributions, with relative accuracy in both tails.
//! - [`summary`]: mergeable sufficient statistics; [`quantile`]: sample quantiles; [`sketch`]: quantiles of any number
//!   of values.
//! - [`columns`]: tables by column, lent in batches.
//! - [`exact`]: sums that do not depend on the order.
//! - [`joint`]: sufficient statistics of several variables; [`analysis`]: one analysis for every metric and design.
//! - [`hypothesis`]: tests and intervals for means, proportions, ratios, counts and fits.
//! - [`adjustment`]: variance reduction by what was known before (CUPED); [`prediction`]: a covariate learned from it
//!   (CUPAC); [`resample`]: the bootstrap.
//! - [`sequential`]: inference under repeated looks; [`bayes`]: posterior probabilities and losses.
//! - [`bandit`]: shares that follow what was seen, with ranges that stay valid.
//! - [`influence`]: which inputs of a function its result hangs on (Morris, Sobol').
//! - [`survival`]: time to an event, retention, and the log-rank test.
//! - [`observational`]: before against after, where nobody was assigned at random.
//! - [`multiple`]: adjusted p-values; [`power`]: power, sample size and detectable effect.
//!
//! No function here returns NaN for finite input: what cannot be answered is an error with a reason.

pub mod adjustment;
pub mod analysis;
pub mod bandit;
pub mod bayes;
pub mod columns;
pub mod distribution;
pub mod exact;
pub mod hypothesis;
pub mod influence;
pub mod joint;
pub mod multiple;
pub mod observational;
pub mod power;
pub mod prediction;
pub mod quantile;
pub mod resample;
pub mod sequential;
pub mod sketch;
pub mod special;
pub mod summary;
pub mod survival;

mod check;
