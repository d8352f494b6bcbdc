//! The decision of one feature for one person: its rules in order.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::condition::{SavedGroups, evaluate_condition, truthy};
use super::hash::hash;
use super::model::{ActiveBandit, Context, ExperimentSpec, ParentCondition, Rule};
use super::run::{Assignment, Decision, run};
use super::sticky::StickyBuckets;
use crate::error::Result;

/// What one person gets of a feature, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FeatureResult {
    /// The value.
    pub value: Value,
    /// Whether the value counts as true.
    pub on: bool,
    /// The opposite.
    pub off: bool,
    /// What decided.
    pub source: FeatureSource,
    /// The rule that decided; empty where it has no name.
    pub rule_id: String,
    /// The experiment that decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub experiment: Option<ExperimentSpec>,
    /// What it decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub experiment_result: Option<Assignment>,
}

/// What decided about a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FeatureSource {
    /// There is no such feature.
    UnknownFeature,
    /// No rule applied.
    DefaultValue,
    /// A rule forced a value.
    Force,
    /// An experiment.
    Experiment,
    /// A prerequisite does not have the value it must have.
    Prerequisite,
    /// Prerequisites lead in a circle.
    CyclicPrerequisite,
}

/// Decides what one person gets of a feature.
///
/// # Errors
/// `limit_loop` where prerequisites lead through more than 10,000 features, or 25 one after the other.
pub fn evaluate_feature(
    context: &Context,
    key: &str,
    sticky: Option<&mut StickyBuckets>,
) -> Result<FeatureResult> {
    evaluate(&mut Decision::new(context, sticky), key, &mut Vec::new())
}

/// One feature; `path` holds the features that wait for this one.
pub(super) fn evaluate(
    decision: &mut Decision<'_>,
    key: &str,
    path: &mut Vec<String>,
) -> Result<FeatureResult> {
    decision.count(path.len())?;
    if path.iter().any(|waiting| waiting == key) {
        return Ok(FeatureResult::plain(Value::Null, FeatureSource::CyclicPrerequisite, None));
    }
    let context = decision.context;
    let Some(feature) = context.features.get(key) else {
        return Ok(FeatureResult::plain(Value::Null, FeatureSource::UnknownFeature, None));
    };
    path.push(key.to_owned());
    let mut decided = None;
    for rule in &feature.rules {
        decided = apply(decision, key, rule, path)?;
        if decided.is_some() {
            break;
        }
    }
    path.pop();
    let default = || FeatureResult::plain(feature.default_value.clone(), FeatureSource::DefaultValue, None);
    Ok(decided.unwrap_or_else(default))
}

/// Whether a prerequisite has the value it must have.
pub(super) fn parent_holds(result: &FeatureResult, parent: &ParentCondition, groups: &SavedGroups) -> bool {
    let mut attributes = Map::new();
    attributes.insert("value".to_owned(), result.value.clone());
    evaluate_condition(&attributes, &parent.condition, groups)
}

/// What a rule decides; nothing where it does not apply.
fn apply(
    decision: &mut Decision<'_>,
    key: &str,
    rule: &Rule,
    path: &mut Vec<String>,
) -> Result<Option<FeatureResult>> {
    let context = decision.context;
    for parent in &rule.parent_conditions {
        let result = evaluate(decision, &parent.id, path)?;
        if result.source == FeatureSource::CyclicPrerequisite {
            return Ok(Some(FeatureResult::plain(Value::Null, FeatureSource::CyclicPrerequisite, None)));
        }
        if !parent_holds(&result, parent, &context.saved_groups) {
            let blocked = || FeatureResult::plain(Value::Null, FeatureSource::Prerequisite, None);
            return Ok(parent.gate.then(blocked));
        }
    }
    if rule.shared.filters.as_ref().is_some_and(|filters| decision.is_filtered_out(filters)) {
        return Ok(None);
    }
    if let Some(value) = &rule.force {
        let fits = rule.shared.condition.as_ref().is_none_or(|condition| {
            evaluate_condition(&context.attributes, condition, &context.saved_groups)
        });
        let applies = fits && is_rolled_out(decision, key, rule);
        return Ok(applies.then(|| FeatureResult::plain(value.clone(), FeatureSource::Force, Some(rule))));
    }
    let Some(experiment) = experiment(context, key, rule) else { return Ok(None) };
    let assignment = run(decision, &experiment, Some(key), path)?;
    if !assignment.in_experiment || assignment.passthrough == Some(true) {
        return Ok(None);
    }
    let mut result = FeatureResult::plain(assignment.value.clone(), FeatureSource::Experiment, Some(rule));
    // The weights of a bandit only count where they decided.
    let bandit = experiment.contextual_bandit.clone().filter(|_| assignment.hash_used);
    result.experiment = Some(ExperimentSpec { contextual_bandit: bandit, ..experiment });
    result.experiment_result = Some(assignment);
    Ok(Some(result))
}

/// The experiment that a rule describes.
fn experiment(context: &Context, key: &str, rule: &Rule) -> Option<ExperimentSpec> {
    let mut experiment = ExperimentSpec {
        key: rule.key.clone().unwrap_or_else(|| key.to_owned()),
        variations: rule.variations.clone().unwrap_or_default(),
        rules: rule.shared.clone(),
        ..ExperimentSpec::default()
    };
    if let Some(reference) = &rule.contextual_bandit_ref {
        let bandit = context.contextual_bandits.get(reference)?;
        experiment.variations = rule.contextual_variations.clone()?;
        let fits =
            |condition: &Value| evaluate_condition(&context.attributes, condition, &context.saved_groups);
        let leaf = bandit.contexts.iter().find(|leaf| fits(&leaf.condition));
        if let Some(leaf) = leaf {
            experiment.rules.weights = Some(leaf.weights.clone());
        }
        experiment.contextual_bandit = Some(ActiveBandit {
            leaf_id: leaf.map_or(-1, |leaf| leaf.leaf_id),
            variation_weights: experiment.rules.weights.clone().unwrap_or_default(),
            bandit_version: bandit.bandit_version,
        });
    } else if rule.variations.is_none() {
        return None;
    }
    Some(experiment)
}

fn is_rolled_out(decision: &Decision<'_>, key: &str, rule: &Rule) -> bool {
    let rules = &rule.shared;
    if rule.range.is_none() && rules.coverage.is_none() {
        return true;
    }
    if rule.range.is_none() && rules.coverage == Some(0.0) {
        return false;
    }
    let fallback = rules.fallback_attribute.as_deref().filter(|_| decision.is_sticky());
    let (_, value) = decision.person(rules.hash_attribute.as_deref(), fallback);
    if value.is_empty() {
        return false;
    }
    let seed = rules.seed.as_deref().unwrap_or(key);
    let Some(bucket) = hash(seed, &value, rules.hash_version.unwrap_or(1)) else { return false };
    match (&rule.range, rules.coverage) {
        (Some(range), _) => range.contains(bucket),
        (None, Some(coverage)) => bucket <= coverage,
        (None, None) => true,
    }
}

impl FeatureResult {
    fn plain(value: Value, source: FeatureSource, rule: Option<&Rule>) -> Self {
        let on = truthy(&value);
        let rule_id = rule.and_then(|rule| rule.id.clone()).unwrap_or_default();
        FeatureResult { value, on, off: !on, source, rule_id, experiment: None, experiment_result: None }
    }
}
