//! How a metric of a test with real people is measured.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a metric is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum LiveMeasure {
    /// The average of a column.
    Mean(ColumnMeasure),
    /// The share of units for which a column is 1 (or `true`, `yes`); 0, `false` and `no` count as not.
    Proportion(ColumnMeasure),
    /// The sum of a column over the sum of another.
    Ratio(RatioMeasure),
    /// A quantile of a column.
    Quantile(QuantileMeasure),
    /// How often something happened: whole numbers from 0, for each unit or for each unit of exposure.
    Count(CountMeasure),
    /// How long it takes until something happens, where not everybody was watched to the end.
    TimeToEvent(TimeToEventMeasure),
    /// The share of units that were active in a stated window after they came in.
    Retention(RetentionMeasure),
    /// Of the units that reached a step, the share that reached the next one.
    FunnelStep(FunnelStepMeasure),
    /// A stated weighted sum of columns, such as revenue less a third of the costs.
    Composed(ComposedMeasure),
    /// A sum or a product of other measures, such as the middle waiting time plus ten times the share of errors.
    Combined(CombinedMeasure),
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ColumnMeasure {
    /// Its name.
    pub column: String,
}

/// Two columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RatioMeasure {
    /// The column above the line.
    pub above: String,
    /// The column below the line.
    pub below: String,
}

/// A quantile of a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuantileMeasure {
    /// Its name.
    pub column: String,
    /// Strictly between 0 and 1: 0.5 is the middle value.
    pub probability: f64,
}

/// How often something happened.
///
/// The error is read from the spread of the counts, not from their mean as Poisson's law would have it: people differ,
/// so that counts nearly always spread more than that, and the law would promise too much.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CountMeasure {
    /// The column with the counts.
    pub column: String,
    /// How long or how much each unit was exposed; absent where all were exposed alike.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exposure: Option<String>,
}

/// How long it takes until something happens.
///
/// What is compared is the mean time without the event up to the limit (the area below the curve of Kaplan and Meier).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TimeToEventMeasure {
    /// 1 where it happened (in a log: where the outcome is the event); 0 where it had not when the unit was last seen.
    pub event: String,
    /// The column with the time until it happened or until the unit was last seen; absent for logs, which have times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Times count up to here, in the unit of that column; in milliseconds for logs.
    pub limit: f64,
}

/// The share of units that were active in a stated window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RetentionMeasure {
    /// 1 where a unit was active in the window; in a log: the outcomes that count as activity.
    pub column: String,
    /// The column with the time since the unit came in, in milliseconds; absent for logs, which have times. Units
    /// for which the window is not over yet are left out, and it is said how many they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<String>,
    /// Where the window begins, in milliseconds after the unit came in.
    pub from_ms: u64,
    /// Where the window ends, in milliseconds after the unit came in.
    pub until_ms: u64,
}

/// Of the units that reached a step, the share that reached the next one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FunnelStepMeasure {
    /// 1 where a unit reached the earlier step.
    pub reached: String,
    /// 1 where it reached the next one too.
    pub completed: String,
}

/// A stated weighted sum of columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ComposedMeasure {
    /// What is added up; a negative weight takes away.
    pub parts: Vec<WeightedColumn>,
}

/// A column and what it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WeightedColumn {
    /// Its name.
    pub column: String,
    /// What one of its values counts.
    pub weight: f64,
}

/// A sum or a product of measures of the same units. Units for which a part cannot be had are left out of all parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CombinedMeasure {
    /// Whether parts are added or multiplied.
    #[serde(default)]
    pub how: Combination,
    /// The parts, at least one; none of them is combined itself.
    pub parts: Vec<WeightedMeasure>,
}

/// Whether parts are added or multiplied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Combination {
    /// Added up, each times its weight.
    #[default]
    Sum,
    /// Multiplied, each to the power of its weight: -1 divides.
    Product,
}

/// A measure and what it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WeightedMeasure {
    /// How the part is measured.
    pub measure: LiveMeasure,
    /// Its factor in a sum, its exponent in a product.
    pub weight: f64,
}

/// Which values count as the value at a quantile, of all arms together.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Winsorizing {
    /// Values below this quantile count as its value; 0 leaves them as they are.
    #[serde(default)]
    pub low: f64,
    /// Values above this quantile count as its value; 1 leaves them as they are.
    #[serde(default = "one")]
    pub high: f64,
}

fn one() -> f64 {
    1.0
}
