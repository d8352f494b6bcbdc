//! Deterministic assignment: who sees which variation, without asking anybody.
//!
//! In come a [`Context`] (attributes of one person, features, saved groups) and the key of a feature or an
//! [`ExperimentSpec`]; out comes the variation, with the reason. The hash, the bucketing rules and the shape of the
//! documents are those that GrowthBook publishes for its kits (specification 5), so a test that runs there today
//! gives every person the same variation here. Never here: outcomes, statistics, or a network.
//!
//! - [`hash`](fn@hash), [`Hasher`]: FNV-1a over UTF-16 code units, versions 1 and 2.
//! - [`bucket_ranges`], [`choose_variation`], [`in_namespace`]: from a hash to a variation.
//! - [`evaluate_condition`]: targeting conditions.
//! - [`assign`], [`evaluate_feature`]: the whole decision, with holdouts, prerequisites, mutual exclusion and sticky
//!   buckets.
//! - [`redirect`]: experiments that send people to another address.
//! - [`decrypt`]: payloads that were encrypted for the kits.

mod bucket;
mod condition;
mod encryption;
mod feature;
mod hash;
mod model;
mod run;
mod sticky;
mod url;

pub use bucket::{Range, bucket_ranges, choose_variation, equal_weights, in_namespace};
pub use condition::{SavedGroups, evaluate_condition};
pub use encryption::decrypt;
pub use feature::{FeatureResult, FeatureSource, evaluate_feature};
pub use hash::{HashVersion, Hasher, hash};
pub use model::{
    ActiveBandit, BanditContext, Context, ContextualBandit, ExperimentSpec, Feature, Filter, Namespace,
    ParentCondition, Rule, UrlPattern, VariationMeta,
};
pub use run::{Assignment, assign};
pub use sticky::{StickyBuckets, StickyDocument};
pub use url::{Redirect, query_override, redirect};

#[cfg(test)]
mod tests;
