//! The decision of one experiment for one person.

use std::cell::Cell;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::bucket::{bucket_ranges, choose_variation, in_namespace};
use super::condition::{evaluate_condition, plain_text, truthy};
use super::feature::{FeatureSource, evaluate};
use super::hash::hash;
use super::model::{Context, ExperimentSpec, Filter};
use super::sticky::{StickyBuckets, Stuck};
use super::url;
use crate::error::{Error, ErrorCode, Result};

/// Most features that one decision may look at, prerequisites included.
const EVALUATIONS: u32 = 10_000;

/// Most prerequisites one after the other.
const DEPTH: usize = 25;

/// What one person gets of one experiment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Assignment {
    /// Key of the variation.
    pub key: String,
    /// The variation's name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The feature that asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feature_id: Option<String>,
    /// Whether the person counts for the analysis.
    pub in_experiment: bool,
    /// Whether the hash decided, and not somebody's hand.
    pub hash_used: bool,
    /// Number of the variation, from 0.
    pub variation_id: usize,
    /// Value of the variation.
    pub value: Value,
    /// The attribute that was hashed.
    pub hash_attribute: String,
    /// Its value.
    pub hash_value: String,
    /// Whether a sticky bucket decided.
    pub sticky_bucket_used: bool,
    /// The number between 0 and 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bucket: Option<f64>,
    /// Whether later rules still apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passthrough: Option<bool>,
    /// The kind of person, where a contextual bandit gave the weights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaf_id: Option<i64>,
    /// The bandit's weights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variation_weights: Option<Vec<f64>>,
    /// Counts the times that the bandit learnt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bandit_version: Option<i64>,
}

/// Decides what one person gets of one experiment. With sticky buckets, what was seen before is kept, and what is
/// seen now is added to them.
///
/// # Errors
/// `limit_loop` where prerequisites lead through more than 10,000 features, or 25 one after the other.
///
/// # Example
/// ```
/// use aura_core::evaluate::assignment::{Context, assign};
/// let context: Context = serde_json::from_str(r#"{"attributes": {"id": "1"}}"#)?;
/// let experiment = serde_json::from_str(r#"{"key": "new-checkout", "variations": ["old", "new"]}"#)?;
/// let assignment = assign(&context, &experiment, None)?;
/// assert!(assignment.in_experiment);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assign(
    context: &Context,
    experiment: &ExperimentSpec,
    sticky: Option<&mut StickyBuckets>,
) -> Result<Assignment> {
    let mut decision = Decision::new(context, sticky);
    run(&mut decision, experiment, None, &mut Vec::new())
}

/// What one decision carries along: the person, the sticky buckets, and how much was looked at.
pub(super) struct Decision<'a> {
    pub(super) context: &'a Context,
    sticky: Option<&'a mut StickyBuckets>,
    evaluations: Cell<u32>,
}

impl<'a> Decision<'a> {
    pub(super) fn new(context: &'a Context, sticky: Option<&'a mut StickyBuckets>) -> Self {
        Decision { context, sticky, evaluations: Cell::new(0) }
    }

    /// Counts a feature that is looked at, `depth` prerequisites below the one that was asked for.
    pub(super) fn count(&self, depth: usize) -> Result<()> {
        self.evaluations.set(self.evaluations.get() + 1);
        if self.evaluations.get() <= EVALUATIONS && depth <= DEPTH {
            return Ok(());
        }
        let message = format!(
            "prerequisites lead through more than {EVALUATIONS} features, or {DEPTH} one after the other"
        );
        Err(Error::new(ErrorCode::LimitLoop, message))
    }

    pub(super) fn is_sticky(&self) -> bool {
        self.sticky.is_some()
    }

    /// The attribute that names the person and its value; the value is empty where nothing does.
    pub(super) fn person(&self, attribute: Option<&str>, fallback: Option<&str>) -> (String, String) {
        let first = attribute.unwrap_or("id");
        let read = |name: &str| {
            let value = self.context.attributes.get(name).filter(|value| truthy(value));
            value.map(|value| (name.to_owned(), plain_text(value)))
        };
        let found = read(first).or_else(|| read(fallback?));
        found.unwrap_or_else(|| (first.to_owned(), String::new()))
    }

    pub(super) fn is_filtered_out(&self, filters: &[Filter]) -> bool {
        filters.iter().any(|filter| {
            let (_, value) = self.person(filter.attribute.as_deref(), None);
            let bucket = hash(&filter.seed, &value, filter.hash_version.unwrap_or(2));
            let inside = |bucket: f64| filter.ranges.iter().any(|range| range.contains(bucket));
            value.is_empty() || !bucket.is_some_and(inside)
        })
    }
}

/// One experiment, with the features that are being decided on the way to it.
pub(super) fn run(
    decision: &mut Decision<'_>,
    experiment: &ExperimentSpec,
    feature: Option<&str>,
    path: &mut Vec<String>,
) -> Result<Assignment> {
    let context = decision.context;
    let rules = &experiment.rules;
    let keeps = decision.is_sticky() && rules.disable_sticky_bucketing != Some(true);
    let fallback = rules.fallback_attribute.as_deref().filter(|_| keeps);
    let person = decision.person(rules.hash_attribute.as_deref(), fallback);
    let answer = Answer { experiment, feature, person: &person };
    let page = context.url.as_deref();
    let fits_page = rules_of_page(experiment, page);
    if experiment.variations.len() < 2 || !context.enabled || !fits_page {
        return Ok(answer.left_out());
    }
    let wanted =
        page.and_then(|page| url::query_override(&experiment.key, page, experiment.variations.len()));
    if let Some(variation) = wanted {
        return Ok(answer.by_hand(variation as i64));
    }
    if let Some(&variation) = context.forced_variations.get(&experiment.key) {
        return Ok(answer.by_hand(variation));
    }
    let is_draft = experiment.status.as_deref() == Some("draft");
    if is_draft || experiment.active == Some(false) || person.1.is_empty() {
        return Ok(answer.left_out());
    }
    let stuck = if keeps { look_up(decision, experiment, &person) } else { Stuck::No };
    let found = if let Stuck::Variation(variation) = stuck { Some(variation) } else { None };
    if found.is_none() && !is_included(decision, experiment, &person.1, path)? {
        return Ok(answer.left_out());
    }
    let seed = rules.seed.as_deref().unwrap_or(&experiment.key);
    let Some(bucket) = hash(seed, &person.1, rules.hash_version.unwrap_or(1)) else {
        return Ok(answer.left_out());
    };
    if matches!(stuck, Stuck::Blocked) {
        return Ok(Assignment { sticky_bucket_used: true, ..answer.left_out() });
    }
    let Some(variation) = found.or_else(|| from_hash(experiment, bucket)) else {
        return Ok(answer.left_out());
    };
    if let Some(forced) = experiment.force {
        return Ok(answer.by_hand(forced));
    }
    if context.qa_mode || experiment.status.as_deref() == Some("stopped") {
        return Ok(answer.left_out());
    }
    let assignment = answer.by_hash(variation, bucket, found.is_some());
    if keeps && let Some(sticky) = &mut decision.sticky {
        let version = rules.bucket_version.unwrap_or(0);
        sticky.keep((&person.0, &person.1), &experiment.key, version, &assignment.key);
    }
    Ok(assignment)
}

fn rules_of_page(experiment: &ExperimentSpec, page: Option<&str>) -> bool {
    experiment.url_patterns.as_ref().is_none_or(|patterns| url::is_targeted(page.unwrap_or(""), patterns))
}

fn look_up(decision: &Decision<'_>, experiment: &ExperimentSpec, person: &(String, String)) -> Stuck {
    let rules = &experiment.rules;
    let Some(sticky) = &decision.sticky else { return Stuck::No };
    let mut people = vec![person.clone()];
    if let Some(fallback) = &rules.fallback_attribute {
        people.push(decision.person(Some(fallback), None));
    }
    let versions = (rules.bucket_version.unwrap_or(0), rules.min_bucket_version.unwrap_or(0));
    sticky.find(&experiment.key, versions, rules.meta.as_deref().unwrap_or_default(), &people)
}

/// Filters or namespace, condition, prerequisites.
fn is_included(
    decision: &mut Decision<'_>,
    experiment: &ExperimentSpec,
    value: &str,
    path: &mut Vec<String>,
) -> Result<bool> {
    let rules = &experiment.rules;
    let kept = match (&rules.filters, &rules.namespace) {
        (Some(filters), _) => !decision.is_filtered_out(filters),
        (None, Some(namespace)) => in_namespace(value, namespace),
        (None, None) => true,
    };
    let context = decision.context;
    let fits = |condition: &Value| evaluate_condition(&context.attributes, condition, &context.saved_groups);
    if !kept || !rules.condition.as_ref().is_none_or(fits) {
        return Ok(false);
    }
    for parent in &experiment.parent_conditions {
        let result = evaluate(decision, &parent.id, path)?;
        let holds = super::feature::parent_holds(&result, parent, &context.saved_groups);
        if result.source == FeatureSource::CyclicPrerequisite || !holds {
            return Ok(false);
        }
    }
    Ok(true)
}

fn from_hash(experiment: &ExperimentSpec, bucket: f64) -> Option<usize> {
    let rules = &experiment.rules;
    match &rules.ranges {
        Some(ranges) => choose_variation(bucket, ranges),
        None => {
            let coverage = rules.coverage.unwrap_or(1.0);
            let ranges = bucket_ranges(experiment.variations.len(), coverage, rules.weights.as_deref());
            choose_variation(bucket, &ranges)
        }
    }
}

/// Makes the answer, whatever it is.
struct Answer<'a> {
    experiment: &'a ExperimentSpec,
    feature: Option<&'a str>,
    person: &'a (String, String),
}

impl Answer<'_> {
    fn left_out(&self) -> Assignment {
        Assignment { in_experiment: false, ..self.of(0) }
    }

    /// A number outside of the variations leaves the person out.
    fn by_hand(&self, variation: i64) -> Assignment {
        let known = usize::try_from(variation).ok().filter(|&index| index < self.experiment.variations.len());
        known.map_or_else(|| self.left_out(), |index| self.of(index))
    }

    fn by_hash(&self, variation: usize, bucket: f64, sticky_bucket_used: bool) -> Assignment {
        if variation >= self.experiment.variations.len() {
            return self.left_out();
        }
        let bandit = self.experiment.contextual_bandit.as_ref();
        Assignment {
            hash_used: true,
            sticky_bucket_used,
            bucket: Some(bucket),
            leaf_id: bandit.map(|bandit| bandit.leaf_id),
            variation_weights: bandit.map(|bandit| bandit.variation_weights.clone()),
            bandit_version: bandit.and_then(|bandit| bandit.bandit_version),
            ..self.of(variation)
        }
    }

    fn of(&self, variation: usize) -> Assignment {
        let meta = self.experiment.rules.meta.as_ref().and_then(|meta| meta.get(variation));
        Assignment {
            key: meta.and_then(|meta| meta.key.clone()).unwrap_or_else(|| variation.to_string()),
            name: meta.and_then(|meta| meta.name.clone()),
            feature_id: self.feature.map(str::to_owned),
            in_experiment: true,
            hash_used: false,
            variation_id: variation,
            value: self.experiment.variations.get(variation).cloned().unwrap_or(Value::Null),
            hash_attribute: self.person.0.clone(),
            hash_value: self.person.1.clone(),
            sticky_bucket_used: false,
            bucket: None,
            passthrough: meta.and_then(|meta| meta.passthrough),
            leaf_id: None,
            variation_weights: None,
            bandit_version: None,
        }
    }
}
