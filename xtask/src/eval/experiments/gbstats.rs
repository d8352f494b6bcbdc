//! What GrowthBook's `gbstats` computes from sufficient statistics.

use aura_core::Result;
use aura_core::stats::analysis::{
    AnalysisData, AnalysisDesign, EffectScale, Stratum, Term, analyze, estimate, estimate_by_stratum,
};
use aura_core::stats::bayes::NormalBelief;
use aura_core::stats::hypothesis::{Alternative, Inference, TestOptions, ratio_sample as ratio, welch};
use aura_core::stats::joint::JointMoments;
use aura_core::stats::sequential::ConfidenceSequence;
use aura_core::stats::summary::Sample;
use serde_json::Value;

use crate::eval::tally::{Case, Tally, count, number, numbers, text};

/// What is needed of two arms: their samples as they stand for the difference, and the effect with its error.
struct Effect {
    control: Sample,
    treatment: Sample,
    /// The control mean before any adjustment.
    base: f64,
    estimate: f64,
    standard_error: f64,
}

pub(super) fn cases(case: &Value, tally: &mut Tally) {
    let kind = text(&case["kind"]);
    tally.case(format!("{kind} {}", text(&case["from_test"])), |checked| {
        if let Err(error) = compare(kind, case, checked) {
            // Where the other program refuses, a refusal is the right answer.
            let expected = &case["expected"];
            if expected["error_message"].is_string() || expected["errorMessage"].is_string() {
                checked.same("refused", true, true);
            } else {
                checked.fail(error.to_string());
            }
        }
    });
}

fn compare(kind: &str, case: &Value, checked: &mut Case) -> Result<()> {
    let (input, expected) = (&case["input"], &case["expected"]);
    if kind == "EffectMoments" {
        let relative = input["relative"].as_bool() == Some(true);
        let effect = effect(&input["stat_a"], &input["stat_b"], relative)?;
        checked.either("estimate", effect.estimate, number(&expected["point_estimate"]), 1e-9, 1e-12);
        checked.either("error", effect.standard_error, number(&expected["standard_error"]), 1e-9, 1e-12);
        return Ok(());
    }
    let strata = input["stats"].as_array().map(Vec::as_slice).unwrap_or_default();
    let merged;
    let strata = if input["config"]["post_stratify"].as_bool() == Some(false) && strata.len() > 1 {
        let mut parts = strata.iter().cloned();
        let first = parts.next().unwrap_or_default();
        merged = [parts.fold(first, |whole, part| added(&whole, &part))];
        &merged
    } else {
        strata
    };
    let [Value::Array(arms)] = strata else { return stratified(kind, strata, case, checked) };
    let [control, treatment] = arms.as_slice() else { return Ok(()) };
    if kind == "EffectMomentsPostStratification" {
        let effect = effect(control, treatment, input["relative"].as_bool() == Some(true))?;
        checked.either("estimate", effect.estimate, number(&expected["point_estimate"]), 1e-9, 1e-12);
        checked.either("error", effect.standard_error, number(&expected["standard_error"]), 1e-9, 1e-12);
        return Ok(());
    }
    let relative = text(&input["config"]["difference_type"]) == "relative";
    let effect = effect(control, treatment, relative)?;
    if kind == "EffectBayesianABTest" {
        bayesian(&effect, case, relative, checked)
    } else {
        test(kind, &effect, case, checked)
    }
}

/// Several strata: the kernel's own analysis of joint moments.
fn stratified(kind: &str, strata: &[Value], case: &Value, checked: &mut Case) -> Result<()> {
    let (input, expected) = (&case["input"], &case["expected"]);
    let own = &input["relative"];
    let relative = own.as_bool() == Some(true) || text(&input["config"]["difference_type"]) == "relative";
    let first = &strata[0][0];
    let quotient = |above: usize| Term::Quotient { above, below: above + 1 };
    let (outcome, covariates) = match text(&first["type"]) {
        "RegressionAdjustedStatistic" => (Term::Mean { column: 0 }, vec![Term::Mean { column: 1 }]),
        "RatioStatistic" => (quotient(0), Vec::new()),
        // Above and below the line of the covariate are two covariates of the regressions there.
        "RegressionAdjustedRatioStatistic" => {
            (quotient(0), vec![Term::Mean { column: 2 }, Term::Mean { column: 3 }])
        }
        _ => (Term::Mean { column: 0 }, Vec::new()),
    };
    let mut parts: Vec<Stratum> = Vec::new();
    for stratum in strata {
        let part = Stratum { control: joint(&stratum[0])?, treatment: joint(&stratum[1])? };
        // A part of the population that one arm lacks joins the one before it.
        match parts.last_mut().filter(|_| part.control.count().min(part.treatment.count()) < 2) {
            Some(last) => {
                last.control = last.control.merge(&part.control)?;
                last.treatment = last.treatment.merge(&part.treatment)?;
            }
            None => parts.push(part),
        }
    }
    let data = AnalysisData { outcome, covariates, strata: parts };
    let scale = if relative { EffectScale::RelativeDelta } else { EffectScale::Absolute };
    let level = estimate(&data, EffectScale::Absolute, None)?.control;
    let (estimate, error) = if data.covariates.is_empty() {
        let effect = estimate(&data, scale, None)?;
        (effect.estimate, effect.standard_error)
    } else {
        // The error variance of a ratio's regressions loses 6 degrees of freedom there.
        let lost = matches!(data.outcome, Term::Quotient { .. }).then_some(6.0);
        let effect = estimate_by_stratum(&data, scale, lost)?;
        (effect.estimate, effect.standard_error)
    };
    if kind == "EffectMomentsPostStratification" {
        if expected["error_message"].is_string() {
            checked.same("refused", level <= 0.0 && text(&expected["error_message"]).contains("ZERO"), true);
            return Ok(());
        }
        checked.either("estimate", estimate, number(&expected["point_estimate"]), 1e-9, 1e-12);
        checked.either("error", error, number(&expected["standard_error"]), 1e-9, 1e-12);
        return Ok(());
    }
    // Degrees of freedom are those of the difference without strata there.
    let mut whole = data.without(false, true)?;
    if text(&first["type"]) == "RegressionAdjustedRatioStatistic" {
        whole.covariates = vec![quotient(2)];
    }
    let plain = whole.covariates.len() as f64
        + analyze(&whole, &AnalysisDesign::default())?.effect.degrees_of_freedom;
    let options = TestOptions::default().with_confidence(1.0 - number(&input["config"]["alpha"]));
    let test = Inference::from_estimate(estimate, error, plain, &options)?;
    checked.either("estimate", estimate, number(&expected["expected"]), 1e-9, 1e-12);
    let deviation = number(&expected["uplift"]["stddev"]);
    checked.either("deviation", error, deviation, 1e-9, 1e-12);
    let wanted = number(&expected["pValue"]);
    if wanted > 1e-13 {
        checked.either("p", test.p_value, wanted, 1e-9, 1e-12);
    }
    for (end, wanted) in [test.interval.lower, test.interval.upper].into_iter().zip(numbers(&expected["ci"]))
    {
        checked.either("interval", end, wanted, 1e-9, 1e-12);
    }
    Ok(())
}

/// The sums of one arm in the order outcome, below the line, covariate, below its line.
fn joint(value: &Value) -> Result<JointMoments> {
    let parts: &[&str] = match text(&value["type"]) {
        "RegressionAdjustedStatistic" => &["post_statistic", "pre_statistic"],
        "RatioStatistic" => &["m_statistic", "d_statistic"],
        "RegressionAdjustedRatioStatistic" => {
            &["m_statistic_post", "d_statistic_post", "m_statistic_pre", "d_statistic_pre"]
        }
        _ => &[],
    };
    let part = |index: usize| parts.get(index).map_or(value, |name| &value[*name]);
    let width = parts.len().max(1);
    let sums: Vec<f64> = (0..width).map(|index| number(&part(index)["sum"])).collect();
    let name = |index: usize| {
        let name = parts.get(index).map_or("", |name| name.strip_suffix("_statistic").unwrap_or(name));
        name.replace("_statistic", "")
    };
    let mut products = Vec::new();
    for row in 0..width {
        products.push(number(&part(row)["sum_squares"]));
        for column in row + 1..width {
            let (one, two) = (name(row), name(column));
            let keys = [format!("{one}_{two}_sum_of_products"), format!("{two}_{one}_sum_of_products")];
            let found = keys.iter().map(|key| &value[key.as_str()]).find(|value| value.is_number());
            products.push(found.map_or(0.0, number));
        }
    }
    JointMoments::from_sums(count(&value["n"]), &sums, &products)
}

fn test(kind: &str, effect: &Effect, case: &Value, checked: &mut Case) -> Result<()> {
    let (input, expected) = (&case["input"], &case["expected"]);
    let alternative = match kind {
        kind if kind.contains("Greater") => Alternative::Greater,
        kind if kind.contains("Lesser") => Alternative::Less,
        _ => Alternative::TwoSided,
    };
    let alpha = number(&input["config"]["alpha"]);
    let options = TestOptions::default()
        .with_alternative(alternative)
        .with_confidence(1.0 - alpha)
        .with_null(number(&input["config"]["test_value"]));
    // Degrees of freedom are those of the absolute difference there.
    let df = welch(&effect.control, &effect.treatment, &TestOptions::default())?.degrees_of_freedom;
    let inference = Inference::from_estimate(effect.estimate, effect.standard_error, df, &options)?;
    let (mut p_value, mut interval) = (inference.p_value, inference.interval);
    if kind.starts_with("Sequential") {
        let units = (effect.control.count + effect.treatment.count) as f64;
        let sequence =
            ConfidenceSequence::tuned(alpha, number(&input["sequential_tuning_parameter"]), alternative)?;
        p_value = sequence.p_value(inference.statistic, units)?;
        interval = sequence.interval(effect.estimate, effect.standard_error, units)?;
    }
    checked.either("estimate", inference.estimate, number(&expected["expected"]), 1e-9, 1e-12);
    let deviation = number(&expected["uplift"]["stddev"]);
    checked.either("deviation", inference.standard_error, deviation, 1e-9, 1e-12);
    let wanted = number(&expected["pValue"]);
    // One-sided sequential p-values are found there by bisection to 1e-6 between 1e-5 and 0.4999.
    let searched = kind.starts_with("SequentialOne");
    if searched {
        checked.absolute("p", p_value.clamp(1e-5, 0.4999), wanted, 1e-5);
    } else if wanted > 1e-13 {
        checked.either("p", p_value, wanted, 1e-9, 1e-12);
    }
    for (end, wanted) in [interval.lower, interval.upper].into_iter().zip(numbers(&expected["ci"])) {
        checked.either("interval", end, wanted, 1e-9, 1e-12);
    }
    Ok(())
}

fn bayesian(effect: &Effect, case: &Value, relative: bool, checked: &mut Case) -> Result<()> {
    let (config, expected) = (&case["input"]["config"], &case["expected"]);
    let prior = &config["prior_effect"];
    let mut belief = NormalBelief::new(effect.estimate, effect.standard_error)?;
    if prior["proper"].as_bool() == Some(true) {
        let scale = if relative { 1.0 } else { effect.base.abs() };
        let mean = number(&prior["mean"]) * scale;
        let deviation = number(&prior["variance"]).sqrt() * scale;
        belief = NormalBelief::new(mean, deviation)?.after(effect.estimate, effect.standard_error)?;
    }
    let inverse = config["inverse"].as_bool() == Some(true);
    let above = belief.chance_above(0.0);
    let chance = if inverse { 1.0 - above } else { above };
    checked.either("estimate", belief.mean(), number(&expected["expected"]), 1e-9, 1e-12);
    checked.either("chance", chance, number(&expected["chanceToWin"]), 1e-9, 1e-12);
    let interval = belief.interval(1.0 - number(&config["alpha"]))?;
    for (end, wanted) in [interval.lower, interval.upper].into_iter().zip(numbers(&expected["ci"])) {
        checked.either("interval", end, wanted, 1e-9, 1e-12);
    }
    // Risks of keeping the control and of choosing the treatment; where less is better they change places.
    let mut risks = [belief.loss_if_refused(), belief.loss_if_chosen()];
    if inverse {
        risks.reverse();
    }
    for (risk, wanted) in risks.into_iter().zip(numbers(&expected["risk"])) {
        checked.either("risk", risk, wanted, 1e-9, 1e-12);
    }
    Ok(())
}

/// One arm as a vector of means with the covariances of one unit, and the outcome as a function of those means.
fn effect(control: &Value, treatment: &Value, relative: bool) -> Result<Effect> {
    let coefficient = coefficient(control, treatment)?;
    let (first, second) = (Arm::read(control)?, Arm::read(treatment)?);
    let (control_sample, treatment_sample) = (first.sample(coefficient)?, second.sample(coefficient)?);
    let base = first.outcome.mean;
    let difference = treatment_sample.mean - control_sample.mean;
    if !relative {
        let error = (control_sample.mean_variance() + treatment_sample.mean_variance()).sqrt();
        let estimate = difference;
        return Ok(Effect {
            control: control_sample,
            treatment: treatment_sample,
            base,
            estimate,
            standard_error: error,
        });
    }
    // Delta method of adjusted difference over unadjusted control mean.
    let estimate = difference / base.abs();
    // For means the ratio is the one before the adjustment there, for ratios the one after it.
    let before = text(&control["type"]) == "RegressionAdjustedStatistic";
    let stretch = if before { second.outcome.mean / base } else { 1.0 + difference / base };
    let stretched = first.variance_of(stretch, coefficient);
    let variance = treatment_sample.mean_variance() + stretched / control_sample.count as f64;
    let standard_error = variance.sqrt() / base.abs();
    Ok(Effect { control: control_sample, treatment: treatment_sample, base, estimate, standard_error })
}

/// Outcome and covariate of one arm (linearised where they are ratios), and their covariance.
struct Arm {
    outcome: Sample,
    covariate: Option<(Sample, f64)>,
}

impl Arm {
    fn read(value: &Value) -> Result<Self> {
        Ok(match text(&value["type"]) {
            "RegressionAdjustedStatistic" => {
                let (outcome, before) = (plain(&value["post_statistic"])?, plain(&value["pre_statistic"])?);
                let mut covariance = covariance(value, "post_pre_sum_of_products", &outcome, &before);
                // Of two proportions variances and covariance have the divisor n there.
                if ["post_statistic", "pre_statistic"]
                    .iter()
                    .all(|part| text(&value[*part]["type"]) == "ProportionStatistic")
                {
                    covariance *= 1.0 - 1.0 / outcome.count as f64;
                }
                Arm { outcome, covariate: Some((before, covariance)) }
            }
            "RatioStatistic" => {
                let (top, bottom) = (plain(&value["m_statistic"])?, plain(&value["d_statistic"])?);
                let covariance = covariance(value, "m_d_sum_of_products", &top, &bottom);
                Arm { outcome: ratio(&top, &bottom, covariance)?, covariate: None }
            }
            "RegressionAdjustedRatioStatistic" => Arm::adjusted_ratio(value)?,
            "QuantileStatistic" => {
                let z = 2.0 * 1.959_963_984_540_054;
                let error = (number(&value["quantile_upper"]) - number(&value["quantile_lower"])) / z;
                let units = count(&value["n"]);
                let outcome =
                    Sample::new(units, number(&value["quantile_hat"]), error * error * (units as f64 - 1.0))?;
                Arm { outcome, covariate: None }
            }
            _ => Arm { outcome: plain(value)?, covariate: None },
        })
    }

    fn adjusted_ratio(value: &Value) -> Result<Self> {
        let part = |key: &str| plain(&value[key]);
        let (top, bottom) = (part("m_statistic_post")?, part("d_statistic_post")?);
        let (old_top, old_bottom) = (part("m_statistic_pre")?, part("d_statistic_pre")?);
        let outcome =
            ratio(&top, &bottom, covariance(value, "m_post_d_post_sum_of_products", &top, &bottom))?;
        let within = covariance(value, "m_pre_d_pre_sum_of_products", &old_top, &old_bottom);
        let before = ratio(&old_top, &old_bottom, within)?;
        // Covariance of the two linearised ratios.
        let cross = covariance(value, "m_post_m_pre_sum_of_products", &top, &old_top)
            - before.mean * covariance(value, "m_post_d_pre_sum_of_products", &top, &old_bottom)
            - outcome.mean * covariance(value, "m_pre_d_post_sum_of_products", &old_top, &bottom)
            + outcome.mean
                * before.mean
                * covariance(value, "d_post_d_pre_sum_of_products", &bottom, &old_bottom);
        Ok(Arm { outcome, covariate: Some((before, cross / bottom.mean / old_bottom.mean)) })
    }

    /// The adjusted outcome.
    fn sample(&self, coefficient: f64) -> Result<Sample> {
        let shift = self.covariate.map_or(0.0, |(before, _)| coefficient * before.mean);
        let variance = self.variance_of(1.0, coefficient);
        Sample::new(self.outcome.count, self.outcome.mean - shift, variance)
    }

    /// Variance of `stretch · outcome − coefficient · covariate`.
    fn variance_of(&self, stretch: f64, coefficient: f64) -> f64 {
        let own = stretch * stretch * self.outcome.variance;
        self.covariate.map_or(own, |(before, covariance)| {
            own - 2.0 * stretch * coefficient * covariance + coefficient * coefficient * before.variance
        })
    }
}

/// The coefficient of the covariate: given, or the regression slope over both arms as one sample.
fn coefficient(control: &Value, treatment: &Value) -> Result<f64> {
    if control["theta"].is_number() {
        return Ok(number(&control["theta"]));
    }
    if text(&control["type"]) == "RegressionAdjustedRatioStatistic" {
        // For ratios the variances of both arms are added there, whatever their sizes.
        let parts = [Arm::read(control)?.covariate, Arm::read(treatment)?.covariate];
        let covariance: f64 = parts.iter().flatten().map(|part| part.1).sum();
        let variance: f64 = parts.iter().flatten().map(|part| part.0.variance).sum();
        return Ok(if variance == 0.0 { 0.0 } else { covariance / variance });
    }
    let Some((before, covariance)) = Arm::read(&added(control, treatment))?.covariate else { return Ok(0.0) };
    Ok(if before.variance == 0.0 { 0.0 } else { covariance / before.variance })
}

/// The sums of two arms, or strata, as one.
fn added(first: &Value, second: &Value) -> Value {
    match (first, second) {
        (Value::Array(parts), Value::Array(others)) => {
            parts.iter().zip(others).map(|(one, other)| added(one, other)).collect()
        }
        (Value::Object(fields), Value::Object(_)) => {
            fields.iter().map(|(key, value)| (key.clone(), added(value, &second[key]))).collect()
        }
        (Value::Number(_), Value::Number(_)) => Value::from(number(first) + number(second)),
        _ => first.clone(),
    }
}

fn plain(value: &Value) -> Result<Sample> {
    let (units, sum) = (count(&value["n"]), number(&value["sum"]));
    if text(&value["type"]) == "ProportionStatistic" {
        let share = sum / units as f64;
        return Sample::new(units, share, share * (1.0 - share));
    }
    aura_core::stats::summary::Moments::from_sums(units, sum, number(&value["sum_squares"]))?.sample()
}

fn covariance(value: &Value, key: &str, first: &Sample, second: &Sample) -> f64 {
    let units = first.count as f64;
    (number(&value[key]) - first.mean * second.mean * units) / (units - 1.0)
}
