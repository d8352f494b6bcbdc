//! From a number between 0 and 1 to a variation.

use serde::{Deserialize, Serialize};

use super::hash::hash;
use super::model::Namespace;

/// A half-open range of buckets: the lower end is inside, the upper one is not.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Range(pub f64, pub f64);

impl Range {
    /// Whether the bucket lies in the range.
    pub fn contains(&self, bucket: f64) -> bool {
        self.0 <= bucket && bucket < self.1
    }
}

/// Equal weights for so many variations.
pub fn equal_weights(count: usize) -> Vec<f64> {
    vec![1.0 / count as f64; count]
}

/// The range of each variation.
///
/// Coverage is cut to 0 … 1. Weights that do not fit the number of variations, or that do not sum to 1 within
/// 0.01, are replaced by equal ones, as the published rules say.
pub fn bucket_ranges(count: usize, coverage: f64, weights: Option<&[f64]>) -> Vec<Range> {
    let coverage = if coverage.is_nan() { 1.0 } else { coverage.clamp(0.0, 1.0) };
    let usable = |weights: &&[f64]| {
        let total: f64 = weights.iter().sum();
        weights.len() == count && (0.99..=1.01).contains(&total)
    };
    let weights = weights.filter(usable).map_or_else(|| equal_weights(count), <[f64]>::to_vec);
    let mut start = 0.0;
    let range = |weight: f64| {
        let range = Range(start, start + coverage * weight);
        start += weight;
        range
    };
    weights.into_iter().map(range).collect()
}

/// The first variation whose range holds the bucket.
pub fn choose_variation(bucket: f64, ranges: &[Range]) -> Option<usize> {
    ranges.iter().position(|range| range.contains(bucket))
}

/// Whether a person belongs to this part of a namespace. Tests in separate parts never share a person.
pub fn in_namespace(value: &str, namespace: &Namespace) -> bool {
    let bucket = hash(&format!("__{}", namespace.0), value, 1);
    bucket.is_some_and(|bucket| Range(namespace.1, namespace.2).contains(bucket))
}
