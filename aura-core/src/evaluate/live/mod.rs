//! Tests with real people: tables in, a verdict out.
//!
//! In come a [`LiveExperiment`] that was stated before the data and one table, or a log of exposures and a log of
//! outcomes; out comes a [`LiveVerdict`] with its trust checks, plain sentences and figures for experts, and a report
//! page. The decision follows the same rule as that of simulated comparisons. Never here: files, clocks, simulated
//! evidence.
//!
//! - [`read_table`]: a strict reader of CSV.
//! - [`collect_table`], [`collect_logs`]: rows become units, with precise errors and warnings.
//! - [`collect_columns`]: tables by column become exact sums, with the same checks, however many rows there are.
//! - [`assign_units`]: who gets which arm.
//! - [`sums_query`], [`collect_sums`]: data stay in their database; only sums leave it.
//! - [`judge`]: units become the verdict; [`check_untouched`]: it is as it was given. [`check_verdict`], [`check_allocation`]: every number of every
//!   sentence is re-derived from the figures beside it.
//! - [`plan_power`]: how many units, and how long.
//! - [`allocate`]: the next shares of a test whose arms follow what was seen.
//! - [`calibrate`]: how often the test raises a false alarm with these data.
//! - [`render_report`], [`vega_lite`]: pictures.
//!
//! [`LiveExperiment`]: crate::domain::live::LiveExperiment
//! [`LiveVerdict`]: crate::domain::live::LiveVerdict

mod allocate;
mod assign;
mod belief;
mod calibrate;
mod collect;
mod columns;
mod combined;
mod data;
mod design;
mod identity;
mod logs;
mod many;
mod path;
mod pictures;
mod power;
mod recheck;
mod recipe;
mod report;
mod segments;
mod spill;
mod time;
mod treatments;
mod trust;
mod verdict;
mod words;

pub use crate::text::{Table, read_table};
pub use allocate::allocate;
pub use assign::{AssignedUnit, assign_units};
pub use calibrate::calibrate;
pub use collect::Collected;
pub use columns::{SqlDialect, as_text, collect_columns, collect_sums, collect_table, sums_query};
pub use design::check_design;
pub use identity::check_untouched;
pub use logs::collect_logs;
pub use power::{
    ClusterPower, CountPower, MeanPower, PowerKind, PowerPlan, PowerRequest, QuantilePower, RatioPower,
    SharePower, SurvivalPower, plan_power,
};
pub use recheck::{check_allocation, check_verdict};
pub use report::{render_report, vega_lite};
pub use verdict::judge;
pub use words::check_sentence;

pub(super) use collect::hash_table;
pub(super) use recheck::check_trust;
pub(super) use report::{check_list, page, told};
pub(super) use time::milliseconds;
pub(super) use words::{amount, tell_observed};

#[cfg(test)]
mod tests;

#[cfg(test)]
mod trust_tests;
