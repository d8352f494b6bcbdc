//! A test with real people: what was stated before the data, and what the data say.
//!
//! Live evidence has its own documents, so that it can never be mixed with simulated evidence: a
//! [`Verdict`](super::experiment::Verdict) is simulated, a [`LiveVerdict`] is not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use super::belief::{BeliefInterval, DifferencePrior, LiveBelief, Prior, SharePrior};
use super::experiment::{Comparison, Decision, DecisionRule};
use super::id::VerdictId;
pub use super::measure::{
    ColumnMeasure, Combination, CombinedMeasure, ComposedMeasure, CountMeasure, FunnelStepMeasure,
    LiveMeasure, QuantileMeasure, RatioMeasure, RetentionMeasure, TimeToEventMeasure, WeightedColumn,
    WeightedMeasure, Winsorizing,
};
use super::metric::{Direction, MetricRole};
use super::quantity::Unit;
use crate::stats::analysis::Monitoring;
use crate::stats::multiple::Adjustment;

/// The newest version of the stored form of a [`LiveExperiment`] and a [`LiveVerdict`].
pub const LIVE_SCHEMA_VERSION: u32 = 1;

/// A test with real people, stated before the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LiveExperiment {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// A short name.
    pub title: String,
    /// The column that names who was assigned.
    pub unit_column: String,
    /// The column that names the arm.
    pub arm_column: String,
    /// The arms; the first one is the control.
    pub arms: Vec<LiveArm>,
    /// What is measured; at least one is primary, and the first of those decides.
    pub metrics: Vec<LiveMetric>,
    /// What one row of the table is.
    #[serde(default)]
    pub rows: RowKind,
    /// The column that names a part of the population by which results are weighted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stratum_column: Option<String>,
    /// The column with the day or time (RFC 3339) at which a unit came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_column: Option<String>,
    /// The column that names an event, where outcomes come as a log: events that come twice count once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_column: Option<String>,
    /// How long after a unit came in its outcomes count, in milliseconds; as long as there are any where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window_ms: Option<u64>,
    /// How often the data are looked at.
    #[serde(default)]
    pub monitoring: Monitoring,
    /// What the primary metric must show.
    #[serde(default)]
    pub aim: Aim,
    /// How the verdict is made.
    pub rule: DecisionRule,
    /// How the p-values of the secondary metrics of all arms are adjusted for their number. Not at all where absent: each
    /// of them is then read by itself, and of twenty that do not change about one will look as if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adjustment: Option<Adjustment>,
    /// How several treatments share the level of the metric that decides. Where absent: by Dunnett's bounds where the data
    /// are looked at once, else equally.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arm_adjustment: Option<ArmAdjustment>,
    /// How many units (all arms) were planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_units: Option<u64>,
    /// How units get their arm, where Aura assigns them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<LiveAssignment>,
}

/// How several treatments share the level of the metric that decides, so that the ranges of all of them hold together.
///
/// Procedures in steps (Holm) are not among them: the decision rests on a range with two ends, and none is known that
/// agrees with their steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ArmAdjustment {
    /// Bounds that use what the treatments have in common: the control. Never wider than equal shares; only where the
    /// data are looked at once.
    Dunnett,
    /// Each treatment gets an equal share of the level, whatever the dependence and the looks.
    Bonferroni,
}

/// One arm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LiveArm {
    /// As it stands in the data.
    pub name: String,
    /// Its planned share; shares need not sum to 1.
    pub weight: f64,
}

/// How units get their arm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LiveAssignment {
    /// Seed of the hash; two tests with different keys are independent.
    pub key: String,
    /// Share of all units that are included, from 0 to 1.
    pub coverage: f64,
}

/// What one row of the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// One unit; a unit that stands twice is an error.
    #[default]
    Unit,
    /// Something that a unit did, such as a visit; a metric is an average over rows, and its error allows for rows
    /// that belong together.
    Nested,
}

/// What the primary metric must show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// It gets better by what is worth having.
    #[default]
    Superiority,
    /// It does not get worse by more than the margin of guardrails.
    NonInferiority,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LiveMetric {
    /// Names the metric: `metric_` and a short word.
    pub id: super::id::MetricId,
    /// For people.
    pub title: String,
    /// How it is measured.
    pub measure: LiveMeasure,
    /// The unit of its values.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// What it is for.
    pub role: MetricRole,
    /// Columns that were known before the unit came in, for a sharper result.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covariates: Vec<String>,
    /// Columns that were known before the unit came in, from which a prediction of the metric is learned for a sharper
    /// result (CUPAC). The prediction of a unit is learned from other units only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub learned_from: Vec<String>,
    /// Values above count as this; stated before the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<f64>,
    /// Values below count as this; stated before the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<f64>,
    /// Values beyond these quantiles of all arms together count as the value there; stated before the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub winsorize: Option<Winsorizing>,
    /// What was believed before the data; where it is stated, the verdict tells what is believed after them as well. The
    /// decision stays that of the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior: Option<Prior>,
}

/// What the data say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LiveVerdict {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// Made from the content.
    pub id: VerdictId,
    /// What was stated before the data.
    pub experiment: LiveExperiment,
    /// Hash of that statement.
    pub definition_hash: String,
    /// Hash of the data as they were read.
    pub data_hash: String,
    /// Version of the engine.
    pub engine_version: String,
    /// Always false: this is evidence from real people.
    pub is_simulated: bool,
    /// Units of each arm, in the order of the arms.
    pub units: Vec<u64>,
    /// Whether the data can be trusted.
    pub checks: Vec<TrustCheck>,
    /// One entry for each arm beside the control.
    pub arms: Vec<LiveArmVerdict>,
    /// The arm to take, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommended: Option<String>,
}

/// One check of the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TrustCheck {
    /// A short name in snake case, for example `sample_ratio`.
    pub name: String,
    /// What came of it.
    pub outcome: TrustOutcome,
    /// One plain sentence.
    pub sentence: String,
    /// Figures for experts.
    pub detail: String,
}

/// What came of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TrustOutcome {
    /// Nothing was found.
    Good,
    /// Something to know.
    Warning,
    /// The result must not be used until this is explained.
    Failed,
}

/// What the data say about one arm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LiveArmVerdict {
    /// The arm.
    pub arm: String,
    /// What to do.
    pub decision: Decision,
    /// Why, one plain sentence each.
    pub reasons: Vec<String>,
    /// What would have to be different for another verdict, in one plain sentence.
    pub would_change: String,
    /// Every metric.
    pub metrics: Vec<LiveComparison>,
    /// How many more units (both arms) would decide with a chance of 80 %, where the verdict is to extend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_units: Option<u64>,
    /// How many more days that takes at the present pace, where times are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_days: Option<u64>,
    /// The difference of the metric that decides as it stood after each day, where times are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub looks: Vec<LiveLook>,
    /// How far the values of the metric that decides reach in both arms, as measured: empty for shares and times, and where
    /// the data came as sums.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spread: Vec<LiveSpread>,
    /// The metric that decides in each part of the population, by name, where strata were stated and both arms have
    /// enough units there; the 50 largest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<LiveSegment>,
}

/// How far the values of a share of all units reach.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LiveSpread {
    /// The share, from 0 to 1: 0.5 is the lower half.
    pub share: f64,
    /// In the control, this share of units has at most this value.
    pub control: f64,
    /// In the arm, this share of units has at most this value.
    pub variant: f64,
}

/// The difference as it stood after a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LiveLook {
    /// Counted from the first day, which is 1.
    pub day: u64,
    /// Units of both arms up to then.
    pub units: u64,
    /// Variant minus control.
    pub estimate: f64,
    /// Lower end of the range of a look at that time.
    pub low: f64,
    /// Upper end of that range.
    pub high: f64,
}

/// One metric of an arm against the control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LiveComparison {
    /// Effect and interval, valid at this look; `pairs` counts the units of both arms. Of the metric that decides, interval
    /// and p-value hold for all treatments together.
    pub comparison: Comparison,
    /// One plain sentence that tells it.
    pub sentence: String,
    /// Figures for experts.
    pub expert: ExpertFigures,
    /// What is believed after the data, where a belief was stated before them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub belief: Option<LiveBelief>,
}

/// The metric that decides in one part of the population.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LiveSegment {
    /// The value of the column of strata.
    pub part: String,
    /// The effect in this part alone. The intervals and p-values of all parts hold together (Bonferroni).
    pub comparison: Comparison,
    /// One plain sentence that tells it.
    pub sentence: String,
}

/// Figures for experts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExpertFigures {
    /// How the estimate was made, in a few words.
    pub method: String,
    /// Standard error of the difference.
    pub standard_error: f64,
    /// Degrees of freedom.
    pub degrees_of_freedom: f64,
    /// Difference over its standard error.
    pub statistic: f64,
    /// What the statistic is compared with at this look.
    pub critical: f64,
    /// Confidence of the interval by itself, after sharing the level.
    pub confidence: f64,
    /// The p-value after sharing the level among the arms, so that it agrees with the interval; of a secondary metric
    /// after the adjustment that was stated.
    pub adjusted_p_value: f64,
    /// Difference over the control, where the control is not 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<RelativeFigures>,
    /// Variance that is left after covariates and strata, as a share.
    pub variance_left: f64,
    /// Of counts: variance over mean in the control; 1 by Poisson's law, more where people differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispersion: Option<f64>,
    /// Of times: p-value of the log-rank test over all times, where the data are looked at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log_rank_p_value: Option<f64>,
}

/// A relative effect with Fieller's interval.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RelativeFigures {
    /// The effect: 0.1 is 10 % more.
    pub estimate: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}
