//! What was believed of a metric before the data, and what is believed after them (Bayesian inference).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What was believed before the data: stated with the test, and a proper distribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Prior {
    /// Of the difference between an arm and the control: normal.
    Difference(DifferencePrior),
    /// Of the share of every arm, the control's too, each by itself: beta. For metrics that are shares, with one row for
    /// each unit.
    Shares(SharePrior),
}

/// A normal belief about a difference.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DifferencePrior {
    /// Its mean, in the metric's unit (a share for shares); 0 where nothing speaks for either arm.
    pub mean: f64,
    /// Its standard deviation: two of three differences of such tests are no larger.
    pub standard_deviation: f64,
    /// Whether both are shares of the control's value instead (0.02 is 2 %). The value of the control is taken as known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_relative: bool,
}

/// A belief about a share, as if so many units had been seen before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SharePrior {
    /// Units with a yes, above 0; 1 and 1 find every share equally likely.
    pub successes: f64,
    /// Units with a no, above 0.
    pub failures: f64,
}

/// What is believed after the data. It does not depend on how often was looked; how often one errs does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LiveBelief {
    /// How it was computed, in a few words.
    pub method: String,
    /// Probability that the arm is better than the control.
    pub chance_better: f64,
    /// Probability that the difference is smaller than what is worth having, either way (region of practical
    /// equivalence). Only of a belief about the difference, where something was stated as worth having.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance_same: Option<f64>,
    /// What choosing the arm gives up on average (expected loss), in the metric's unit.
    pub loss_if_chosen: f64,
    /// What keeping the control gives up on average, in the metric's unit.
    pub loss_if_kept: f64,
    /// The mean of the difference.
    pub difference: f64,
    /// The interval that holds the difference with the probability of the rule, with equal tails. Only of a belief about
    /// the difference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<BeliefInterval>,
    /// One plain sentence that tells it.
    pub sentence: String,
}

/// Two ends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BeliefInterval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}
