//! The documents of assignment, in the shape that the published kits read.
//!
//! Unlike Aura's own documents their fields are in camel case, and unknown fields are tolerated: they come from
//! elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::bucket::Range;
use super::condition::SavedGroups;

/// One person, and everything that is offered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Context {
    /// What is known of the person.
    #[serde(default)]
    pub attributes: Map<String, Value>,
    /// Features by key.
    #[serde(default)]
    pub features: BTreeMap<String, Feature>,
    /// Whether experiments run at all; default true.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Whether only forced variations are shown.
    #[serde(default)]
    pub qa_mode: bool,
    /// The page's address, whose query may force a variation.
    #[serde(default)]
    pub url: Option<String>,
    /// Variations by key of the experiment, from whoever tests by hand.
    #[serde(default)]
    pub forced_variations: BTreeMap<String, i64>,
    /// Lists that conditions refer to.
    #[serde(default)]
    pub saved_groups: SavedGroups,
    /// Weights by kind of person.
    #[serde(default)]
    pub contextual_bandits: BTreeMap<String, ContextualBandit>,
    /// Experiments that belong to no feature, for example redirects.
    #[serde(default)]
    pub experiments: Vec<ExperimentSpec>,
}

impl Default for Context {
    fn default() -> Self {
        Context {
            attributes: Map::new(),
            features: BTreeMap::new(),
            enabled: true,
            qa_mode: false,
            url: None,
            forced_variations: BTreeMap::new(),
            saved_groups: BTreeMap::new(),
            contextual_bandits: BTreeMap::new(),
            experiments: Vec::new(),
        }
    }
}

/// A value that rules may change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Feature {
    /// The value where no rule applies.
    #[serde(default)]
    pub default_value: Value,
    /// Rules in order; the first that applies decides.
    #[serde(default)]
    pub rules: Vec<Rule>,
}

/// One rule: either a forced value or an experiment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Rule {
    /// Names the rule.
    pub id: Option<String>,
    /// The value that is forced; present even where it is null.
    #[serde(deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub force: Option<Value>,
    /// Part of the buckets in which a forced value applies.
    pub range: Option<Range>,
    /// Variations of a rule whose weights depend on the person.
    pub contextual_variations: Option<Vec<Value>>,
    /// Where those weights stand.
    pub contextual_bandit_ref: Option<String>,
    /// Features that must have a value first.
    pub parent_conditions: Vec<ParentCondition>,
    /// Key of the experiment; the feature's where absent.
    pub key: Option<String>,
    /// Values of the variations.
    pub variations: Option<Vec<Value>>,
    /// Everything that the rule shares with an experiment.
    #[serde(flatten)]
    pub shared: ExperimentRules,
}

/// An experiment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExperimentSpec {
    /// Names the experiment.
    pub key: String,
    /// Values of the variations; the first is the control.
    #[serde(default)]
    pub variations: Vec<Value>,
    /// Whether new people are taken in; default true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// `draft`, `running` or `stopped`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// A variation that everybody who is included gets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub force: Option<i64>,
    /// Features that must have a value first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parent_conditions: Vec<ParentCondition>,
    /// Addresses on which the experiment runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url_patterns: Option<Vec<UrlPattern>>,
    /// Whether a redirect keeps the query of the address that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persist_query_string: Option<bool>,
    /// The rules that experiments share with rules of features.
    #[serde(flatten)]
    pub rules: ExperimentRules,
    /// The leaf of a contextual bandit that gave the weights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contextual_bandit: Option<ActiveBandit>,
}

/// Who is included, and how buckets are cut.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ExperimentRules {
    /// Share of all people that are included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coverage: Option<f64>,
    /// Shares of the variations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weights: Option<Vec<f64>>,
    /// Ranges of the variations, instead of coverage and weights.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ranges: Option<Vec<Range>>,
    /// Who is included, by attributes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Value>,
    /// A part of a namespace; tests in separate parts share nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<Namespace>,
    /// Ranges of other hashes, for mutual exclusion; they take the place of the namespace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<Filter>>,
    /// The attribute that is hashed; `id` where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash_attribute: Option<String>,
    /// Hashed where the first one is absent and sticky buckets are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback_attribute: Option<String>,
    /// 1 or 2; 1 where absent. An unknown version includes nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash_version: Option<u32>,
    /// Seed of the hash; the key where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<String>,
    /// A name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Phase of the experiment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<String>,
    /// Keys and marks of the variations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meta: Option<Vec<VariationMeta>>,
    /// Whether sticky buckets are ignored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disable_sticky_bucketing: Option<bool>,
    /// Raised to forget sticky buckets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bucket_version: Option<u32>,
    /// People with an older sticky bucket are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_bucket_version: Option<u32>,
}

/// Name of a namespace, and the part of it from (included) to (excluded).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Namespace(pub String, pub f64, pub f64);

/// People whose bucket under this seed lies in one of the ranges.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Filter {
    /// Seed of the hash.
    pub seed: String,
    /// Ranges that are included.
    #[serde(default)]
    pub ranges: Vec<Range>,
    /// The attribute that is hashed; `id` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// 1 or 2; 2 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash_version: Option<u32>,
}

/// What is known of one variation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct VariationMeta {
    /// Name for logs; the number where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether later rules still apply: the people of a holdout that are not held out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passthrough: Option<bool>,
}

/// A feature that must have a value first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ParentCondition {
    /// Key of the feature.
    pub id: String,
    /// Condition on its `value`.
    #[serde(default)]
    pub condition: Value,
    /// Whether the whole feature is off where the condition fails.
    #[serde(default)]
    pub gate: bool,
}

/// An address, or a pattern of addresses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UrlPattern {
    /// `simple` or `regex`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether pages that fit are included or left out.
    #[serde(default = "yes")]
    pub include: bool,
    /// The pattern.
    pub pattern: String,
}

/// Weights by kind of person, as a bandit has learnt them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ContextualBandit {
    /// Counts the times that the weights were learnt.
    pub bandit_version: Option<i64>,
    /// The first whose condition holds gives the weights.
    pub contexts: Vec<BanditContext>,
}

/// One kind of person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BanditContext {
    /// Names the kind.
    pub leaf_id: i64,
    /// Who belongs to it.
    #[serde(default)]
    pub condition: Value,
    /// Weights of the variations.
    pub weights: Vec<f64>,
}

/// Which weights were used for this person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ActiveBandit {
    /// The kind of person; -1 where none fits.
    pub leaf_id: i64,
    /// The weights.
    pub variation_weights: Vec<f64>,
    /// Counts the times that the weights were learnt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bandit_version: Option<i64>,
}

fn yes() -> bool {
    true
}

/// Tells a field that is null from one that is absent.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}
