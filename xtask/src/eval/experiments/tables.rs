//! What `tea-tasting` computes from tables.

use aura_core::Result;
use aura_core::stats::distribution::{Binomial, Discrete as _};
use aura_core::stats::hypothesis::{
    RelativeMethod, TestOptions, goodness_of_fit, ratio_sample, relative_difference, welch,
};
use aura_core::stats::joint::JointMoments;
use aura_core::stats::summary::Sample;

use super::tea;
use serde_json::Value;

use crate::eval::tally::{Case, Tally, count, number, text};

pub(super) fn tea_tasting(case: &Value, tally: &mut Tally) {
    let kind = text(&case["kind"]);
    tally.case(format!("{kind} {}", text(&case["from_test"])), |checked| {
        if let Err(error) = tea_case(kind, case, checked) {
            checked.fail(error.to_string());
        }
    });
}

fn tea_case(kind: &str, case: &Value, checked: &mut Case) -> Result<()> {
    let (input, expected) = (&case["input"], &case["expected"]);
    let own = Aggregates { value: &input["params"], suffix: "_" };
    let argument = |index: usize| input["args"][index].as_str();
    match kind {
        "Aggregates.ratio_var" => {
            let variance = own.ratio(argument(0), argument(1))?.map_or(0.0, |sample| sample.variance);
            checked.either(kind, variance, number(expected), 1e-9, 1e-12);
        }
        "Aggregates.ratio_cov" => {
            let (left, right) = ((argument(0), argument(1)), (argument(2), argument(3)));
            checked.either(kind, own.ratio_covariance(left, right), number(expected), 1e-9, 1e-12);
        }
        "Aggregates.add" => {
            let other = Aggregates { value: &input["args"][0], suffix: "" };
            for (name, mean) in expected["mean"].as_object().into_iter().flatten() {
                let merged = own.sample(name)?.merge(&other.sample(name)?);
                checked.relative("mean", merged.mean, number(mean), 1e-9);
                checked.relative("variance", merged.variance, number(&expected["var"][name]), 1e-9);
            }
            for (pair, wanted) in expected["cov"].as_object().into_iter().flatten() {
                let Some((one, two)) = pair.split_once('|') else { continue };
                let merged = own.joint(&[one, two])?.merge(&other.joint(&[one, two])?)?;
                checked.relative("covariance", merged.covariance(0, 1)?, number(wanted), 1e-9);
            }
        }
        "SampleRatio.analyze" => {
            let (control, treatment) = (count(&input["counts"]["0"]), count(&input["counts"]["1"]));
            let p_value = if text(&input["params"]["method"]) == "binom" {
                // Both tails of a fair split are equally far.
                (2.0 * Binomial::new(control + treatment, 0.5)?.cdf(control.min(treatment))).min(1.0)
            } else {
                goodness_of_fit(&[control, treatment], &[1.0, number(&input["params"]["ratio"])])?.p_value
            };
            checked.relative("p", p_value, number(&expected["pvalue"]), 1e-9);
        }
        "RatioOfMeans.analyze" => ratio_test(input, expected, checked)?,
        "RatioOfMeans.solve_power" => tea::solve_power(input, expected, checked)?,
        "Proportion.analyze" => tea::proportion(input, expected, checked)?,
        "adjust_fdr" | "adjust_fwer" => tea::adjusted(kind, input, expected, checked)?,
        _ => {}
    }
    Ok(())
}

fn ratio_test(input: &Value, expected: &Value, checked: &mut Case) -> Result<()> {
    let parameters = &input["params"];
    if parameters["equal_var"].as_bool() == Some(true) || parameters["numer_covariate"].is_string() {
        return tea::pooled_test(input, expected, checked);
    }
    let arm = |name: &str| Aggregates { value: &input["kwargs"][name], suffix: "" };
    let (top, bottom) = (parameters["numer"].as_str(), parameters["denom"].as_str());
    let (Some(control), Some(treatment)) =
        (arm("control").ratio(top, bottom)?, arm("treatment").ratio(top, bottom)?)
    else {
        return Ok(());
    };
    let options = TestOptions::default().with_confidence(number(&parameters["confidence_level"]));
    let absolute = welch(&control, &treatment, &options)?;
    let relative = relative_difference(&control, &treatment, RelativeMethod::LogDelta, &options)?;
    for (name, value) in [
        ("effect_size", absolute.estimate),
        ("effect_size_ci_lower", absolute.interval.lower),
        ("effect_size_ci_upper", absolute.interval.upper),
        ("rel_effect_size", relative.estimate),
        ("rel_effect_size_ci_lower", relative.interval.lower),
        ("rel_effect_size_ci_upper", relative.interval.upper),
        ("pvalue", absolute.p_value),
        ("statistic", absolute.statistic),
    ] {
        checked.relative(name, value, number(&expected[name]), 1e-6);
    }
    Ok(())
}

/// Counts, means, variances and covariances by column name.
pub(super) struct Aggregates<'a> {
    pub(super) value: &'a Value,
    pub(super) suffix: &'a str,
}

impl Aggregates<'_> {
    fn field(&self, name: &str) -> &Value {
        &self.value[format!("{name}{}", self.suffix)]
    }

    /// The joint moments of some columns, from their means and covariances.
    pub(super) fn joint(&self, names: &[&str]) -> Result<JointMoments> {
        let units = number(self.field("count"));
        let sums: Vec<f64> = names.iter().map(|name| self.mean(Some(name)) * units).collect();
        let mut products = Vec::new();
        for (place, one) in names.iter().enumerate() {
            for two in names.iter().skip(place) {
                let centred = self.covariance(Some(one), Some(two)) * (units - 1.0);
                products.push(centred + units * self.mean(Some(one)) * self.mean(Some(two)));
            }
        }
        JointMoments::from_sums(count(self.field("count")), &sums, &products)
    }

    pub(super) fn sample(&self, name: &str) -> Result<Sample> {
        Sample::new(
            count(self.field("count")),
            number(&self.field("mean")[name]),
            number(&self.field("var")[name]),
        )
    }

    pub(super) fn mean(&self, name: Option<&str>) -> f64 {
        name.map_or(1.0, |name| number(&self.field("mean")[name]))
    }

    /// The covariance of two columns; of no column it is 0.
    pub(super) fn covariance(&self, first: Option<&str>, second: Option<&str>) -> f64 {
        let (Some(first), Some(second)) = (first, second) else { return 0.0 };
        if first == second {
            return number(&self.field("var")[first]);
        }
        let (low, high) = if first < second { (first, second) } else { (second, first) };
        let pairs = self.field("cov");
        let written = &pairs[format!("{low}|{high}")];
        number(if written.is_null() { &pairs[format!("('{low}', '{high}')")] } else { written })
    }

    pub(super) fn ratio(&self, top: Option<&str>, bottom: Option<&str>) -> Result<Option<Sample>> {
        let Some(top) = top else { return Ok(None) };
        let sample = self.sample(top)?;
        let Some(bottom) = bottom else { return Ok(Some(sample)) };
        ratio_sample(&sample, &self.sample(bottom)?, self.covariance(Some(top), Some(bottom))).map(Some)
    }

    /// Delta method for the covariance of two ratios.
    fn ratio_covariance(
        &self,
        left: (Option<&str>, Option<&str>),
        right: (Option<&str>, Option<&str>),
    ) -> f64 {
        let (one, two) = (self.mean(left.0) / self.mean(left.1), self.mean(right.0) / self.mean(right.1));
        let spread = self.covariance(left.0, right.0)
            - two * self.covariance(left.0, right.1)
            - one * self.covariance(left.1, right.0)
            + one * two * self.covariance(left.1, right.1);
        spread / self.mean(left.1) / self.mean(right.1)
    }
}
