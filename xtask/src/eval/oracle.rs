//! Random inputs with what scipy and statsmodels say of them, as `conformance/scipy/oracle.py` writes them.
//!
//! A NaN of the oracle must be a refusal here; a number must be the same number within the tolerance of its kind.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a name or a place gives null where nothing is"
)]

use std::path::Path;

use aura_core::stats::distribution::{
    Beta, Binomial, ChiSquare, Continuous as _, Discrete as _, Fisher, Gamma, NoncentralStudent, Poisson,
    StandardNormal, Student,
};
use aura_core::stats::hypothesis::{
    Alternative, DifferenceMethod, Interval, ProportionMethod, Share, TestOptions, TwoByTwo,
    difference_interval, fisher_exact, goodness_of_fit, mann_whitney, pooled, proportion_interval, welch,
};
use aura_core::stats::multiple::{Adjustment, adjust};
use aura_core::stats::summary::Moments;
use aura_core::{Error, ErrorCode, Result as Answer};
use serde_json::Value;

use super::Row;
use super::tally::{Tally, count, number, numbers};

/// Compares every file of the folder.
pub(super) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("the folder cannot be read: {error}"))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut rows = Vec::new();
    for path in paths {
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let document: Value =
            serde_json::from_slice(&bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        let Some(name) = document["procedure"].as_str() else { continue };
        let mut tally = Tally::default();
        for case in document["cases"].as_array().into_iter().flatten() {
            compare(name, case, &mut tally);
        }
        rows.push(tally.into_row(name));
    }
    if rows.is_empty() {
        Err("the folder holds nothing; run conformance/scipy/oracle.py".to_owned())
    } else {
        Ok(rows)
    }
}

fn compare(name: &str, case: &Value, tally: &mut Tally) {
    let expected = numbers(&case["expected"]);
    let input = &case["input"];
    let label = input.to_string().chars().take(160).collect::<String>();
    tally.case(label, |checked| match answer(name, input) {
        Err(_) if expected.iter().any(|value| value.is_nan()) => checked.same("refused", true, true),
        Err(error) => checked.fail(error.to_string()),
        Ok(values) => {
            for (index, (value, wanted)) in values.iter().zip(&expected).enumerate() {
                let part = format!("value {index}");
                checked.either(&part, *value, *wanted, tolerance(name), floor(name));
            }
        }
    });
}

/// Relative. Samples with an offset of 1e12 leave scipy's own variance about eight digits.
fn tolerance(name: &str) -> f64 {
    match name {
        "welch" | "pooled" => 1e-7,
        "wilson" | "clopper_pearson" | "newcombe" | "fisher" => 1e-8,
        _ => 1e-9,
    }
}

/// Absolute. An end of an interval of a share that is 0 comes out of statsmodels as 7e-18; below the smallest normal
/// float no digits are left to compare.
fn floor(name: &str) -> f64 {
    if name == "wilson" { 1e-15 } else { 1e-300 }
}

fn answer(name: &str, input: &Value) -> Answer<Vec<f64>> {
    let at = |index: usize| number(&input[index]);
    let options = TestOptions::default();
    let two_sided = Alternative::TwoSided;
    let share = |place: usize| Share::new(count(&input[place]), count(&input[place + 1]));
    let ends = |interval: Interval| vec![interval.lower, interval.upper];
    Ok(match name {
        "welch" | "pooled" => {
            let first = Moments::from_values(&numbers(&input[0])).sample()?;
            let second = Moments::from_values(&numbers(&input[1])).sample()?;
            let test = if name == "welch" { welch } else { pooled };
            let test = test(&first, &second, &options)?;
            vec![test.p_value, test.interval.lower, test.interval.upper]
        }
        "mann_whitney" => {
            let test = mann_whitney(&numbers(&input[0]), &numbers(&input[1]), two_sided)?;
            vec![test.statistic, test.p_value]
        }
        "fisher" => vec![fisher_exact(TwoByTwo { control: share(0)?, treatment: share(2)? }, two_sided)?],
        "wilson" => ends(proportion_interval(share(0)?, ProportionMethod::Wilson, 0.95)?),
        "clopper_pearson" => ends(proportion_interval(share(0)?, ProportionMethod::Exact, 0.95)?),
        "newcombe" => ends(difference_interval(share(0)?, share(2)?, DifferenceMethod::Newcombe, 0.95)?),
        "goodness_of_fit" => {
            let counts: Vec<u64> = input[0].as_array().into_iter().flatten().map(count).collect();
            let fit = goodness_of_fit(&counts, &numbers(&input[1]))?;
            vec![fit.statistic, fit.p_value]
        }
        "normal_sf" => vec![StandardNormal.survival(at(0))],
        "student_sf" => vec![Student::new(at(1))?.survival(at(0))],
        "chi_square_sf" => vec![ChiSquare::new(at(1))?.survival(at(0))],
        "f_sf" => vec![Fisher::new(at(1), at(2))?.survival(at(0))],
        "beta_cdf" => vec![Beta::new(at(1), at(2))?.cdf(at(0))],
        "binomial_cdf" => vec![Binomial::new(count(&input[1]), at(2))?.cdf(count(&input[0]))],
        "poisson_cdf" => vec![Poisson::new(at(1))?.cdf(count(&input[0]))],
        "gamma_sf" => vec![Gamma::new(at(1), at(2))?.survival(at(0))],
        "noncentral_student_sf" => vec![NoncentralStudent::new(at(1), at(2))?.survival(at(0))],
        "normal_isf" => vec![StandardNormal.upper_quantile(at(0))?],
        "student_isf" => vec![Student::new(at(1))?.upper_quantile(at(0))?],
        "chi_square_isf" => vec![ChiSquare::new(at(1))?.upper_quantile(at(0))?],
        "f_isf" => vec![Fisher::new(at(1), at(2))?.upper_quantile(at(0))?],
        adjustment => {
            let adjustment: Adjustment = serde_json::from_value(Value::String(adjustment.to_owned()))
                .map_err(|error| {
                    Error::new(ErrorCode::InvalidData, "no such procedure").with_source(error)
                })?;
            adjust(&numbers(input), adjustment)?
        }
    })
}
