//! Units get their arm, always the same one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::design::check_design;
use crate::domain::live::LiveExperiment;
use crate::error::{Error, ErrorCode, Result};
use crate::evaluate::assignment::{HashVersion, Hasher, bucket_ranges, choose_variation};

/// A unit with its arm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AssignedUnit {
    /// The unit.
    pub unit: String,
    /// Its arm; absent where the unit is not part of the test.
    #[serde(default)]
    pub arm: Option<String>,
}

/// Gives every unit its arm, by the hash and the buckets that GrowthBook publishes.
///
/// # Errors
/// `invalid_experiment` where the statement is not complete, or does not say how units are assigned.
pub fn assign_units<'a>(
    experiment: &LiveExperiment,
    units: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<AssignedUnit>> {
    check_design(experiment)?;
    let assignment = experiment.assignment.as_ref().ok_or_else(|| {
        Error::new(ErrorCode::InvalidExperiment, "the statement does not say how units are assigned")
            .with_hint("add `\"assignment\": { \"key\": \"my-test\", \"coverage\": 1.0 }`")
    })?;
    let total: f64 = experiment.arms.iter().map(|arm| arm.weight).sum();
    let weights: Vec<f64> = experiment.arms.iter().map(|arm| arm.weight / total).collect();
    let ranges = bucket_ranges(weights.len(), assignment.coverage, Some(&weights));
    let hasher = Hasher::new(&assignment.key, HashVersion::Two);
    let arm_of = |unit: &str| {
        let place = choose_variation(hasher.bucket(unit), &ranges)?;
        experiment.arms.get(place).map(|arm| arm.name.clone())
    };
    Ok(units.into_iter().map(|unit| AssignedUnit { unit: unit.to_owned(), arm: arm_of(unit) }).collect())
}
