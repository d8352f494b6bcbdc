//! What `tea-tasting` computes of proportions, pooled variances, power and many metrics.

use aura_core::Result;
use aura_core::stats::distribution::{Continuous as _, StandardNormal};
use aura_core::stats::hypothesis::{
    Alternative, Inference, Interval, Share, TestOptions, TwoByTwo, barnard_exact, boschloo_exact,
    fisher_exact, likelihood_ratio, pooled, ratio_sample,
};
use aura_core::stats::multiple::{Adjustment, adjust};
use aura_core::stats::power::{Arms, MeanDesign, Reference};
use aura_core::stats::summary::Sample;
use serde_json::Value;

use super::tables::Aggregates;
use crate::eval::tally::{Case, count, number, numbers, text};

fn alternative(parameters: &Value) -> Alternative {
    match text(&parameters["alternative"]) {
        "greater" => Alternative::Greater,
        "less" => Alternative::Less,
        _ => Alternative::TwoSided,
    }
}

/// A method name there: `auto` is exact for fewer than 1,000 units.
pub(super) fn proportion(input: &Value, expected: &Value, checked: &mut Case) -> Result<()> {
    let parameters = &input["params"];
    let column = text(&parameters["column"]);
    let arm = |name: &str| -> Result<Share> {
        let value = &input["kwargs"][name];
        let (units, mean) = (count(&value["count"]), number(&value["mean"][column]));
        Share::new((mean * units as f64).round() as u64, units)
    };
    let (control, treatment) = (arm("control")?, arm("treatment")?);
    let table = TwoByTwo { control, treatment };
    let side = alternative(parameters);
    let units = control.count() + treatment.count();
    let p_value = match text(&parameters["method"]) {
        "barnard" => barnard_exact(table, side),
        "boschloo" => boschloo_exact(table, side),
        "auto" if units < 1_000 => barnard_exact(table, side),
        "fisher" => fisher_exact(table, side),
        "log-likelihood" => likelihood_ratio(table),
        "pearson" => {
            // Nothing varies there; it says NaN, here it is refused.
            let is_refused = likelihood_ratio(table).is_err();
            checked.same("refused", is_refused, number(&expected["pvalue"]).is_nan());
            return Ok(());
        }
        _ => return normal(parameters, control, treatment, expected, checked),
    };
    checked.relative("p", p_value?, number(&expected["pvalue"]), 1e-4);
    let effect = treatment.value() - control.value();
    checked.relative("effect", effect, number(&expected["effect_size"]), 1e-6);
    Ok(())
}

/// The z test with a correction for continuity, whose interval and p-value come from different errors there.
fn normal(
    parameters: &Value,
    control: Share,
    treatment: Share,
    expected: &Value,
    checked: &mut Case,
) -> Result<()> {
    let (first, second) = (control.count() as f64, treatment.count() as f64);
    let (p, q) = (control.value(), treatment.value());
    let effect = q - p;
    let corrected = parameters["correction"].as_bool() == Some(true);
    let correction = if corrected { (0.5 / first + 0.5 / second).min(effect.abs()) } else { 0.0 };
    let common = (p * first + q * second) / (first + second);
    let own = p * (1.0 - p) / first + q * (1.0 - q) / second;
    let shared = common * (1.0 - common) * (1.0 / first + 1.0 / second);
    let is_equal = parameters["equal_var"].as_bool() != Some(false);
    let side = alternative(parameters);
    let options = TestOptions::default()
        .with_alternative(side)
        .with_confidence(number(&parameters["confidence_level"]));
    let z = effect.signum() * (effect.abs() - correction) / if is_equal { shared } else { own }.sqrt();
    let tested = Inference::from_estimate(z, 1.0, f64::INFINITY, &options)?;
    checked.relative("p", tested.p_value, number(&expected["pvalue"]), 1e-6);
    let tail = if side == Alternative::TwoSided { 0.5 } else { 1.0 } * (1.0 - options.confidence);
    let critical = StandardNormal.upper_quantile(tail)?;
    let error = if is_equal { shared } else { own }.sqrt();
    let reach = critical * error + if corrected { 0.5 / first + 0.5 / second } else { 0.0 };
    let cut = |value: f64| value.clamp(-1.0, 1.0);
    let open = |interval: Interval| match side {
        Alternative::Less => Interval { lower: -1.0, ..interval },
        Alternative::Greater => Interval { upper: 1.0, ..interval },
        Alternative::TwoSided => interval,
    };
    let interval = open(Interval { lower: cut(effect - reach), upper: cut(effect + reach) });
    checked.relative("lower", interval.lower, number(&expected["effect_size_ci_lower"]), 1e-6);
    checked.relative("upper", interval.upper, number(&expected["effect_size_ci_upper"]), 1e-6);
    Ok(())
}

/// Arms that share one variance, adjusted by a covariate where one is named.
pub(super) fn pooled_test(input: &Value, expected: &Value, checked: &mut Case) -> Result<()> {
    let parameters = &input["params"];
    let arm = |name: &str| Aggregates { value: &input["kwargs"][name], suffix: "" };
    let (control, treatment) = (arm("control"), arm("treatment"));
    let column = |name: &str| parameters[name].as_str();
    let samples = match column("numer_covariate") {
        Some(covariate) => {
            let top = column("numer").unwrap_or("");
            covariate_samples(&control, &treatment, top, covariate)?
        }
        None => {
            let read = |arm: &Aggregates<'_>| -> Result<Sample> {
                let (top, bottom) = (column("numer").unwrap_or(""), column("denom").unwrap_or(""));
                ratio_sample(&arm.sample(top)?, &arm.sample(bottom)?, arm.covariance(Some(top), Some(bottom)))
            };
            (read(&control)?, read(&treatment)?)
        }
    };
    let options = TestOptions::default()
        .with_confidence(number(&parameters["confidence_level"]))
        .with_alternative(alternative(parameters));
    let mut test = pooled(&samples.0, &samples.1, &options)?;
    if parameters["use_t"].as_bool() == Some(false) {
        test = Inference::from_estimate(test.estimate, test.standard_error, f64::INFINITY, &options)?;
    }
    for (name, value) in [
        ("control", samples.0.mean),
        ("treatment", samples.1.mean),
        ("effect_size", test.estimate),
        ("effect_size_ci_lower", test.interval.lower),
        ("effect_size_ci_upper", test.interval.upper),
        ("pvalue", test.p_value),
        ("statistic", test.statistic),
    ] {
        checked.relative(name, value, number(&expected[name]), 1e-6);
    }
    // The logarithm of the ratio, with the same pooled variance.
    let ratio = samples.1.mean / samples.0.mean;
    checked.relative("rel_effect_size", ratio - 1.0, number(&expected["rel_effect_size"]), 1e-6);
    Ok(())
}

/// Both arms adjusted by one covariate, with the slope over both arms as one sample, as it is done there.
fn covariate_samples(
    control: &Aggregates<'_>,
    treatment: &Aggregates<'_>,
    top: &str,
    covariate: &str,
) -> Result<(Sample, Sample)> {
    let columns = [top, covariate];
    let (first, second) = (control.joint(&columns)?, treatment.joint(&columns)?);
    let all = first.merge(&second)?;
    let slope = all.covariance(0, 1)? / all.covariance(1, 1)?;
    let middle = all.mean(1)?;
    let adjust = |arm: &aura_core::stats::joint::JointMoments| -> Result<Sample> {
        let mean = arm.mean(0)? - slope * (arm.mean(1)? - middle);
        let variance = arm.covariance(0, 0)? - 2.0 * slope * arm.covariance(0, 1)?
            + slope * slope * arm.covariance(1, 1)?;
        Sample::new(arm.count(), mean, variance)
    };
    Ok((adjust(&first)?, adjust(&second)?))
}

pub(super) fn solve_power(input: &Value, expected: &Value, checked: &mut Case) -> Result<()> {
    let parameters = &input["params"];
    let data = Aggregates { value: &input["kwargs"]["data"], suffix: "" };
    let top = text(&parameters["numer"]);
    let sample = data.sample(top)?;
    let mut variance = sample.variance;
    if let Some(covariate) = parameters["numer_covariate"].as_str() {
        let covariance = data.covariance(Some(top), Some(covariate));
        variance -= covariance * covariance / data.sample(covariate)?.variance;
    }
    let deviation = variance.sqrt();
    let reference =
        if parameters["use_t"].as_bool() == Some(false) { Reference::Normal } else { Reference::Student };
    let design = MeanDesign::default()
        .with_alpha(number(&parameters["alpha"]))
        .with_power(number(&parameters["power"]))
        .with_alternative(alternative(parameters))
        .with_reference(reference)
        .with_arms(Arms::Two { ratio: number(&parameters["ratio"]) });
    for row in expected.as_array().into_iter().flatten() {
        match text(&input["kwargs"]["parameter"]) {
            "effect_size" => {
                let each = 0.5 * number(&row["n_obs"]);
                let effect = design.detectable_effect(each)? * deviation;
                let wanted = number(&row["effect_size"]);
                checked.relative("effect", effect.abs(), wanted.abs(), 1e-6);
            }
            "n_obs" => {
                let each = design.sample_size(number(&row["effect_size"]) / deviation)?;
                checked.same("units", (2.0 * each).ceil(), number(&row["n_obs"]));
            }
            _ => {
                let units = number(&row["n_obs"]);
                let power = design.power(number(&row["effect_size"]) / deviation, 0.5 * units)?;
                checked.relative("power", power, number(&row["power"]), 1e-6);
            }
        }
    }
    Ok(())
}

/// Adjusted p-values; those that control the share of false findings under any dependence are Benjamini and
/// Yekutieli's, those that control any false finding Holm's or its Šidák form.
pub(super) fn adjusted(kind: &str, input: &Value, expected: &Value, checked: &mut Case) -> Result<()> {
    let arbitrary = input["kwargs"]["arbitrary_dependence"].as_bool() != Some(false);
    let adjustment = match (kind, text(&input["kwargs"]["method"]), arbitrary) {
        ("adjust_fdr", _, true) => Adjustment::BenjaminiYekutieli,
        ("adjust_fdr", _, false) => Adjustment::BenjaminiHochberg,
        (_, "bonferroni", true) => Adjustment::Holm,
        (_, "bonferroni", false) => Adjustment::Hochberg,
        _ => Adjustment::HolmSidak,
    };
    let adjusted = adjust(&numbers(&input["pvalues"]), adjustment)?;
    for (value, row) in adjusted.iter().zip(expected.as_array().into_iter().flatten()) {
        checked.relative("adjusted p", *value, number(&row["pvalue_adj"]), 1e-9);
        checked.same("rejected", f64::from(u8::from(*value <= 0.05)), number(&row["null_rejected"]));
    }
    Ok(())
}
