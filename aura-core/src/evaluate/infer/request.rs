//! What can be asked of numbers, and the answer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::random::Seed;
use crate::stats::hypothesis::{
    DifferenceMethod, ProportionMethod, RatioMethod, RelativeMethod, TestOptions,
};
use crate::stats::multiple::Adjustment;
use crate::stats::sequential::GroupDesign;
use crate::stats::summary::Sample;

/// One procedure of statistics, and the numbers that it is applied to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InferRequest {
    /// The procedure.
    pub procedure: Procedure,
    /// Confidence, direction and the value that is tested against, for procedures that have them.
    #[serde(default)]
    pub options: TestOptions,
}

/// The procedures. Differences are treatment minus control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Procedure {
    /// Difference of two means.
    Means(TwoMeans),
    /// Difference of two means as a share of the control's.
    RelativeMeans(TwoRelativeMeans),
    /// Mean difference of pairs.
    Paired(TwoLists),
    /// Whether one arm tends to larger values (Mann and Whitney 1947).
    Ranks(TwoLists),
    /// Difference of means when labels are exchanged (Fisher 1935; Pitman 1937).
    Permutation(Exchanged),
    /// A statistic of one list, with its bias-corrected and accelerated interval (Efron 1987).
    Bootstrap(Bootstrapped),
    /// One proportion.
    Proportion(OneProportion),
    /// Difference of two proportions. The p-value is that of the score test; only the interval of `score` inverts it.
    Proportions(TwoProportions),
    /// Ratio of two proportions; an interval only.
    ProportionRatio(TwoProportionsRatio),
    /// Two by two tables, exactly; a p-value only.
    Exact(ExactTable),
    /// Counts against weights (Pearson 1900), for example the sizes of arms.
    Fit(ObservedCounts),
    /// P-values adjusted for their number.
    Adjust(ManyPValues),
    /// A normal belief about a difference, after an estimate.
    Belief(NormalUpdate),
    /// Beta beliefs about two proportions, after counts.
    ProportionBeliefs(BetaUpdate),
    /// The bounds of planned looks.
    GroupBounds(GroupDesign),
    /// An estimate that may be looked at at any time (Waudby-Smith and others 2021).
    AnyTime(AnyTimeLook),
}

/// One arm: its values, or what is known of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Measured {
    /// The values.
    Values(ListOfValues),
    /// Count, mean and variance of one unit (divisor `count − 1`), computed elsewhere.
    Summary(Sample),
}

/// Values of one arm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListOfValues {
    /// One for each unit.
    pub values: Vec<f64>,
}

/// Two arms whose means are compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TwoMeans {
    /// The arm that is compared against.
    pub control: Measured,
    /// The arm that is tried.
    pub treatment: Measured,
    /// Which error the difference has; Welch's where absent.
    #[serde(default)]
    pub method: MeansMethod,
}

/// Which error a difference of means has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MeansMethod {
    /// Each arm has a variance of its own (Welch 1947).
    #[default]
    Welch,
    /// Both arms have one variance (Student 1908).
    Pooled,
    /// The normal distribution in the place of Student's.
    Z,
}

/// Two arms whose means are compared relative to the control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TwoRelativeMeans {
    /// The arm that is compared against.
    pub control: Measured,
    /// The arm that is tried.
    pub treatment: Measured,
    /// How the interval is made; the delta method where absent.
    #[serde(default)]
    pub method: RelativeMethod,
}

/// Two lists of values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TwoLists {
    /// Values of the arm that is compared against.
    pub control: Vec<f64>,
    /// Values of the arm that is tried; of pairs in the same order.
    pub treatment: Vec<f64>,
}

/// Two lists whose labels are exchanged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exchanged {
    /// Values of the arm that is compared against.
    pub control: Vec<f64>,
    /// Values of the arm that is tried.
    pub treatment: Vec<f64>,
    /// How often labels are exchanged where there are too many ways to go through; 10,000 where absent.
    #[serde(default = "usual_resamples")]
    pub resamples: u32,
    /// The root of the randomness.
    pub seed: Seed,
}

/// A statistic of one list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bootstrapped {
    /// The values.
    pub values: Vec<f64>,
    /// What is computed of them.
    pub statistic: Statistic,
    /// How many resamples; 10,000 where absent.
    #[serde(default = "usual_resamples")]
    pub resamples: u32,
    /// The root of the randomness.
    pub seed: Seed,
}

/// A statistic of a list.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Statistic {
    /// The mean.
    Mean,
    /// A quantile, drawn in a line between neighbours (Hyndman and Fan 1996, type 7).
    Quantile(QuantileOf),
}

/// Which quantile.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuantileOf {
    /// The share of values below, from 0 to 1; 0.5 is the middle.
    pub probability: f64,
}

/// Successes of an arm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// Units that succeeded.
    pub successes: u64,
    /// All units.
    pub count: u64,
}

/// One proportion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OneProportion {
    /// What was counted.
    pub share: Counted,
    /// How the interval is made; Wilson's where absent.
    #[serde(default)]
    pub method: ProportionMethod,
}

/// Two proportions whose difference is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TwoProportions {
    /// The arm that is compared against.
    pub control: Counted,
    /// The arm that is tried.
    pub treatment: Counted,
    /// How the interval is made; Newcombe's where absent.
    #[serde(default)]
    pub method: DifferenceMethod,
}

/// Two proportions whose ratio is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TwoProportionsRatio {
    /// The arm that is compared against.
    pub control: Counted,
    /// The arm that is tried.
    pub treatment: Counted,
    /// How the interval is made; by the score test where absent.
    #[serde(default)]
    pub method: RatioMethod,
}

/// A two by two table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExactTable {
    /// The arm that is compared against.
    pub control: Counted,
    /// The arm that is tried.
    pub treatment: Counted,
    /// Which test; Fisher's where absent.
    #[serde(default)]
    pub method: ExactMethod,
}

/// Exact tests of two by two tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ExactMethod {
    /// Given how many succeeded in all (Fisher 1935).
    #[default]
    Fisher,
    /// Over all values of the common proportion, by the score statistic (Barnard 1947).
    Barnard,
    /// Over all values of the common proportion, by Fisher's p-value (Boschloo 1970); never weaker than Fisher's.
    Boschloo,
}

/// Counts and what they should be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObservedCounts {
    /// How many were seen in each cell.
    pub observed: Vec<u64>,
    /// What share belongs into each cell; need not add up to 1.
    pub weights: Vec<f64>,
}

/// P-values of several tests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ManyPValues {
    /// The p-values.
    pub p_values: Vec<f64>,
    /// How they are adjusted.
    pub method: Adjustment,
}

/// A normal belief and an estimate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NormalUpdate {
    /// Mean of the belief before.
    pub mean: f64,
    /// Its standard deviation, above 0.
    pub standard_deviation: f64,
    /// The estimate of the difference.
    pub estimate: f64,
    /// Its standard error, above 0.
    pub standard_error: f64,
    /// Differences between minus this and this do not matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matters: Option<f64>,
}

/// Beta beliefs and counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BetaUpdate {
    /// The arm that is compared against.
    pub control: Counted,
    /// The arm that is tried.
    pub treatment: Counted,
    /// Successes that are believed before, above 0; 1 where absent.
    #[serde(default = "one")]
    pub prior_successes: f64,
    /// Failures that are believed before, above 0; 1 where absent.
    #[serde(default = "one")]
    pub prior_failures: f64,
}

/// An estimate after some units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnyTimeLook {
    /// The estimate so far.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// How many units stand behind it.
    pub units: f64,
    /// The number of units at which the interval is to be tightest; stated before the data.
    pub tuned_units: f64,
}

/// What a procedure says. What it does not give is absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Inferred {
    /// The estimate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<f64>,
    /// Its standard error; of beliefs the standard deviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// Degrees of freedom; absent where they are infinite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degrees_of_freedom: Option<f64>,
    /// The statistic of the test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statistic: Option<f64>,
    /// Probability of data at least this extreme if the null value were true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_value: Option<f64>,
    /// Lower end of the interval; absent where it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of the interval; absent where it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Of ranks: how likely a treatment value is larger than a control value, ties half.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superiority: Option<f64>,
    /// Of beliefs: probability that the treatment is larger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance_larger: Option<f64>,
    /// Of a belief: probability that the difference does not matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance_same: Option<f64>,
    /// Of beliefs: what is given up on average by choosing the treatment, where more is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loss_if_chosen: Option<f64>,
    /// Of beliefs: what is given up on average by keeping the control, where more is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loss_if_kept: Option<f64>,
    /// Adjusted p-values, in the order of those given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub p_values: Vec<f64>,
    /// The bound of each look in standard errors; absent where nothing is spent yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bounds: Vec<Option<f64>>,
}

fn usual_resamples() -> u32 {
    10_000
}

fn one() -> f64 {
    1.0
}
