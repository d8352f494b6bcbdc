//! A comparison of variants, the rule that decides stated beforehand, and the verdict.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::edit::Operation;
use super::id::{AssumptionId, ExperimentId, MetricId, PlanId, RunId, VariantId, VerdictId, VersionId};
use super::metric::{Direction, MetricRole};
use super::provenance::Origin;
use super::quantity::{Distribution, Unit};
use super::scenario::Scenario;

/// The newest version of the stored form of an [`Experiment`] and a [`Verdict`].
pub const EXPERIMENT_SCHEMA_VERSION: u32 = 1;

/// A comparison of a plan with variants of it, on the same simulated people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Experiment {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// Made from the content.
    pub id: ExperimentId,
    /// A short name.
    pub title: String,
    /// The plan.
    pub plan: PlanId,
    /// The plan's version: the control.
    pub plan_version: VersionId,
    /// What is compared with it.
    pub variants: Vec<Variant>,
    /// The metrics that count. The first primary one decides.
    pub metrics: Vec<MetricId>,
    /// How the verdict is made.
    pub rule: DecisionRule,
    /// The circumstances, equal for all.
    pub scenario: Scenario,
}

/// Something that is compared with the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Variant {
    /// Names the variant.
    pub id: VariantId,
    /// For people, for example `without the account step`.
    pub title: String,
    /// Edits that make the variant from the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub operations: Vec<Operation>,
    /// Assumptions that differ.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub overrides: BTreeMap<AssumptionId, Distribution>,
}

/// How the verdict is made. Stated before the runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionRule {
    /// Confidence of the intervals, between 0.5 and 1.
    pub confidence: f64,
    /// The smallest change of the primary metric that is worth having, in its unit (a share for shares).
    pub smallest_worthwhile: f64,
    /// Whether the smallest worthwhile change is a share of the control's value instead (0.02 is 2 % more or less).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_relative: bool,
    /// How much worse a guardrail may be, relative to the control (0.02 is 2 %).
    pub guardrail_margin: f64,
    /// Where the rule comes from.
    pub origin: Origin,
}

impl Default for DecisionRule {
    fn default() -> Self {
        DecisionRule {
            confidence: 0.95,
            smallest_worthwhile: 0.0,
            is_relative: false,
            guardrail_margin: 0.02,
            origin: Origin::assumed("95 % confidence and a margin of 2 % are usual; nobody asked for others"),
        }
    }
}

impl DecisionRule {
    /// The smallest worthwhile change in the unit of a metric whose control has this value.
    ///
    /// The value of the control is taken as known. It is not, so a relative rule moves with it: by its relative
    /// standard error, which is small beside what decides wherever the control is measured as well as the variant.
    ///
    /// # Example
    /// ```
    /// use aura_core::domain::experiment::DecisionRule;
    /// let rule = DecisionRule { smallest_worthwhile: 0.02, is_relative: true, ..DecisionRule::default() };
    /// assert_eq!(rule.worthwhile(-50.0), 1.0);
    /// ```
    pub fn worthwhile(&self, control: f64) -> f64 {
        if self.is_relative { self.smallest_worthwhile * control.abs() } else { self.smallest_worthwhile }
    }
}

/// What the comparison says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// Made from the content.
    pub id: VerdictId,
    /// The experiment.
    pub experiment: Experiment,
    /// Whether the evidence is simulated. Simulated and live evidence are never mixed.
    pub is_simulated: bool,
    /// The run of the control.
    pub control_run: RunId,
    /// One entry for each variant.
    pub variants: Vec<VariantVerdict>,
    /// The variant to take, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommended: Option<VariantId>,
    /// Hash of the experiment: rule, variants, circumstances.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition_hash: String,
    /// Hash of the figures of all runs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub data_hash: String,
    /// Version of the engine.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub engine_version: String,
}

/// What the comparison says about one variant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VariantVerdict {
    /// The variant.
    pub variant: VariantId,
    /// Its run.
    pub run: RunId,
    /// What to do.
    pub decision: Decision,
    /// Why, one plain sentence each, in the order of the rule.
    pub reasons: Vec<String>,
    /// What would have to be different for another verdict, in one plain sentence.
    pub would_change: String,
    /// Every metric.
    pub comparisons: Vec<Comparison>,
    /// How often the rule would take a change that does nothing, and one that does what is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ship_rates: Option<ShipRates>,
}

/// How often the rule would take a change, tried on replications of the user's own plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ShipRates {
    /// How often each was tried.
    pub tries: u64,
    /// The share of tries that ship although the change does nothing.
    pub wrong_ship: f64,
    /// The share of tries that ship where the change does what is expected.
    pub right_ship: f64,
    /// The change of the primary metric that is expected: the wished one, or where none was stated the one that was seen.
    pub expected: f64,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Take the variant.
    Ship,
    /// Stay with the plan.
    Keep,
    /// Look longer: the evidence does not decide yet.
    Extend,
    /// Stop: the variant does harm.
    Stop,
    /// There is no difference that matters.
    NoDifference,
}

/// One metric of a variant against the control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    /// The metric.
    pub metric: MetricId,
    /// Its name for people.
    pub title: String,
    /// Its unit.
    pub unit: Unit,
    /// What it is for.
    pub role: MetricRole,
    /// Which way is better.
    pub direction: Direction,
    /// Value of the control.
    pub control: f64,
    /// Value of the variant.
    pub variant: f64,
    /// Variant minus control.
    pub difference: f64,
    /// Lower end of the interval of the difference.
    pub low: f64,
    /// Upper end of the interval of the difference.
    pub high: f64,
    /// Probability of a difference at least this far from 0 if there were none (two-sided).
    pub p_value: f64,
    /// How many pairs of replications stand behind it.
    pub pairs: u64,
    /// What the metric says by itself.
    pub reading: ComparisonReading,
}

/// What one metric says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ComparisonReading {
    /// Better, by more than chance.
    Better,
    /// Worse, by more than chance.
    Worse,
    /// Not worse by more than the margin.
    NotWorse,
    /// Cannot be told.
    Unclear,
    /// Equal to the digit: the change does not touch this metric.
    Same,
}
