//! Vectors for the experiment engine: numbers that other programs or printed tables give for the same inputs.
//!
//! One file per source of vectors; each compares through the public API of `aura_core::stats` within the tolerance
//! that the vectors state. A kind of vector that nothing here can answer counts as failed, not as absent.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a name or a place gives null where nothing is"
)]

mod assignment;
mod beta;
mod classic;
mod gbstats;
mod inference;
mod looks;
mod regression;
mod spotify;
mod tables;
mod tea;

use std::path::Path;

use serde_json::Value;

use super::Row;
use super::tally::Tally;

/// A file of vectors and what compares its cases.
type Vectors = (&'static str, fn(&Value, &mut Tally));

const FILES: &[Vectors] = &[
    ("special_functions", classic::special_functions),
    ("nist_univariate", classic::univariate),
    ("nist_anova", classic::variance),
    ("proportions", inference::proportions),
    ("power", inference::power),
    ("multiple_testing", inference::multiple_testing),
    ("srm", inference::sample_ratio),
    ("bayesian", inference::bayesian),
    ("confseq", looks::boundaries),
    ("anytime_valid", looks::anytime_valid),
    ("group_sequential", looks::group_sequential),
    ("spotify_sequential_bounds", looks::spotify_bounds),
    ("gbstats_tests", gbstats::cases),
    ("tea_tasting_tests", tables::tea_tasting),
    ("spotify_confidence_tests", spotify::spotify),
    ("growthbook_sdk_cases", assignment::cases),
];

/// Compares every file of vectors that is in the folder.
pub(super) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for (name, compare) in FILES {
        let path = folder.join(format!("{name}.json"));
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let document: Value =
            serde_json::from_slice(&bytes).map_err(|error| format!("{name}.json is not JSON: {error}"))?;
        let mut tally = Tally::default();
        if *name == "growthbook_sdk_cases" {
            compare(&document, &mut tally);
        } else {
            for case in document["cases"].as_array().into_iter().flatten() {
                compare(case, &mut tally);
            }
        }
        rows.push(tally.into_row(name));
    }
    if rows.is_empty() { Err("the folder holds no vectors".to_owned()) } else { Ok(rows) }
}
