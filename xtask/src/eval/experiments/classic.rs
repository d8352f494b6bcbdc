//! Special functions, and the statistical reference data sets of NIST.

use aura_core::Result;
use aura_core::stats::distribution::{
    Beta, ChiSquare, Continuous as _, Fisher, NoncentralStudent, StandardNormal, Student,
};
use aura_core::stats::hypothesis::analysis_of_variance;
use aura_core::stats::special::log_gamma;
use aura_core::stats::summary::Moments;
use serde_json::Value;

use crate::eval::tally::{Tally, count, number, numbers, text};

pub(super) fn special_functions(case: &Value, tally: &mut Tally) {
    let name = text(&case["fn"]);
    let arguments = numbers(&case["args"]);
    let at = |index: usize| arguments.get(index).copied().unwrap_or(f64::NAN);
    let value = || -> Result<f64> {
        Ok(match name {
            "norm_cdf" => StandardNormal.cdf(at(0)),
            "norm_ppf" => match small_complement(&case["args"][0]) {
                Some(complement) => StandardNormal.upper_quantile(complement)?,
                None => StandardNormal.quantile(at(0))?,
            },
            "t_sf" => Student::new(at(1))?.survival(at(0)),
            "t_ppf" => Student::new(at(1))?.quantile(at(0))?,
            "chi2_sf" => ChiSquare::new(at(1))?.survival(at(0)),
            "beta_cdf" => Beta::new(at(1), at(2))?.cdf(at(0)),
            "lgamma" => log_gamma(at(0)),
            "f_sf" => Fisher::new(at(1), at(2))?.survival(at(0)),
            "nct_cdf" => NoncentralStudent::new(at(1), at(2))?.cdf(at(0)),
            _ => f64::NAN,
        })
    };
    let loose = name == "nct_cdf" || name == "beta_cdf" && at(1).min(at(2)) >= 5e5;
    let label = format!("{name}{arguments:?}");
    tally.case(label, |checked| match value() {
        Ok(value) => checked.relative(name, value, number(&case["value"]), if loose { 1e-10 } else { 1e-12 }),
        Err(error) => checked.fail(error.to_string()),
    });
}

pub(super) fn univariate(case: &Value, tally: &mut Tally) {
    let values = numbers(&case["y"]);
    tally.case(text(&case["dataset"]), |checked| match Moments::from_values(&values).sample() {
        Ok(sample) => {
            checked.relative("the mean", sample.mean, number(&case["mean_exact_of_f64_inputs"]), 1e-14);
            let deviation = sample.variance.sqrt();
            checked.relative("the deviation", deviation, number(&case["sd_exact_of_f64_inputs"]), 1e-13);
        }
        Err(error) => checked.fail(error.to_string()),
    });
}

pub(super) fn variance(case: &Value, tally: &mut Tally) {
    let name = text(&case["dataset"]);
    let groups: Vec<Moments> =
        case["groups"].as_object().into_iter().flat_map(|map| map.values()).map(group).collect();
    let tolerance = if matches!(name, "SmLs07" | "SmLs08" | "SmLs09") { 1e-2 } else { 1e-7 };
    tally.case(name, |checked| match analysis_of_variance(&groups) {
        Ok(analysis) => {
            checked.relative("F", analysis.statistic, number(&case["F"]), tolerance);
            checked.relative("df", analysis.within_degrees_of_freedom, number(&case["df_within"]), 1e-15);
        }
        Err(error) => checked.fail(error.to_string()),
    });
}

/// A group is a list, or its first value and the two that alternate after it.
fn group(value: &Value) -> Moments {
    if value.is_array() {
        return Moments::from_values(&numbers(value));
    }
    let mut moments = Moments::default();
    moments.push(number(&value["first"]));
    let rest = numbers(&value["rest_alternate"]);
    for (_, next) in (1..count(&value["len"])).zip(rest.iter().cycle()) {
        moments.push(*next);
    }
    moments
}

/// One minus a decimal above one half, exact where the float of the decimal itself has lost the digits.
fn small_complement(value: &Value) -> Option<f64> {
    let digits = text(value).strip_prefix("0.").filter(|digits| digits.len() < 30)?;
    let written: u128 = digits.parse().ok()?;
    let whole = 10_u128.pow(digits.len() as u32);
    if written * 2 > whole { format!("{}e-{}", whole - written, digits.len()).parse().ok() } else { None }
}
