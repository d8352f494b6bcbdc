//! What `tea-tasting` and `spotify-confidence` compute from tables, and GrowthBook's assignment cases.

use aura_core::Result;
use aura_core::stats::distribution::{Binomial, Continuous as _, Discrete as _, StandardNormal};
use aura_core::stats::hypothesis::{
    Alternative, DifferenceMethod, Inference, ProportionMethod, RelativeMethod, Share, TestOptions,
    difference_interval, goodness_of_fit, one_sample, proportion_interval, ratio_sample, relative_difference,
    two_proportion_z, welch, z_test,
};
use aura_core::stats::joint::JointMoments;
use aura_core::stats::summary::{Moments, Sample};

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

pub(super) fn spotify(case: &Value, tally: &mut Tally) {
    let kind = text(&case["kind"]);
    tally.case(format!("{kind} {}", text(&case["from_test"])), |checked| {
        let Some((class, method)) = kind.split_once('.') else { return };
        let known = matches!(class, "ZTest" | "StudentsTTest" | "ChiSquared");
        let result = match method {
            "summary" if known => summaries(class, case, checked),
            "difference" | "multiple_difference" | "differences" if known => {
                differences(class, case, checked)
            }
            "sample_ratio_test" => ratio_of_samples(case, checked),
            _ => Ok(()),
        };
        if let Err(error) = result {
            checked.fail(error.to_string());
        }
    });
}

/// One row of a table of another program, by column name.
struct Line<'a> {
    columns: &'a Value,
    cells: &'a Value,
}

impl<'a> Line<'a> {
    fn cell(&self, name: &str) -> &'a Value {
        let place = self.columns.as_array().into_iter().flatten().position(|column| text(column) == name);
        place.map_or(&Value::Null, |place| &self.cells[place])
    }
}

fn lines(frame: &Value) -> impl Iterator<Item = Line<'_>> {
    frame["rows"].as_array().into_iter().flatten().map(|cells| Line { columns: &frame["columns"], cells })
}

fn share(line: &Line<'_>, init: &Value) -> Result<Share> {
    let units = count(line.cell(text(&init["denominator_column"])));
    Share::new(count(line.cell(text(&init["numerator_column"]))), units)
}

fn arm(class: &str, line: &Line<'_>, init: &Value) -> Result<Sample> {
    if class == "ChiSquared" {
        return share(line, init)?.sample();
    }
    let units = count(line.cell(text(&init["denominator_column"])));
    let sum = number(line.cell(text(&init["numerator_column"])));
    let squares = text(&init["numerator_sum_squares_column"]);
    if squares.is_empty() || squares == text(&init["numerator_column"]) {
        // Yes-or-no values: the variance there has the divisor n.
        let mean = sum / units as f64;
        return Sample::new(units, mean, mean * (1.0 - mean));
    }
    let squares = number(line.cell(squares));
    Moments::from_sums(units, sum, squares)?.sample()
}

fn confidence(init: &Value) -> f64 {
    if init["interval_size"].is_number() { number(&init["interval_size"]) } else { 0.95 }
}

fn summaries(class: &str, case: &Value, checked: &mut Case) -> Result<()> {
    let init = &case["input"]["init"];
    let options = TestOptions::default().with_confidence(confidence(init));
    for (line, wanted) in lines(&init["data_frame"]).zip(lines(&case["expected"])) {
        let sample = arm(class, &line, init)?;
        let interval = match class {
            "StudentsTTest" => one_sample(&sample, &options)?.interval,
            "ZTest" => {
                let error = sample.mean_variance().sqrt();
                Inference::from_estimate(sample.mean, error, f64::INFINITY, &options)?.interval
            }
            _ => proportion_interval(share(&line, init)?, ProportionMethod::Wald, options.confidence)?,
        };
        checked.relative("estimate", sample.mean, number(wanted.cell("point_estimate")), 1e-6);
        checked.relative("lower", interval.lower, number(wanted.cell("ci_lower")), 1e-6);
        checked.relative("upper", interval.upper, number(wanted.cell("ci_upper")), 1e-6);
    }
    Ok(())
}

fn differences(class: &str, case: &Value, checked: &mut Case) -> Result<()> {
    let (init, expected) = (&case["input"]["init"], &case["expected"]);
    let rows: Vec<Line<'_>> = lines(expected).collect();
    let correction = text(&init["correction_method"]);
    for row in &rows {
        let is_plain = matches!(correction, "" | "bonferroni");
        if !is_plain && rows.len() > 1 {
            checked.fail("this correction of several tests is not compared");
            return Ok(());
        }
        if !case["input"]["args"]["final_expected_sample_size_column"].is_null() {
            checked.fail("looks in order are not compared");
            return Ok(());
        }
        let arms = (find(init, expected, row, "level_1"), find(init, expected, row, "level_2"));
        let (Some(first), Some(second)) = arms else {
            checked.fail("the arms were not found in the table");
            return Ok(());
        };
        let absolute = row.cell("absolute_difference").as_bool() != Some(false);
        let control = arm(class, &first, init)?;
        let treatment = arm(class, &second, init)?;
        let scale = if absolute { 1.0 } else { control.mean };
        let null = number(row.cell("null_hypothesis"));
        let side = match text(row.cell("preference")) {
            "increase" => Alternative::Greater,
            "decrease" => Alternative::Less,
            _ => Alternative::TwoSided,
        };
        let options = TestOptions::default().with_alternative(side).with_null(if null.is_finite() {
            null
        } else {
            0.0
        });
        let (confidence, tests) = (confidence(init), rows.len() as f64);
        let shared = 1.0 - (1.0 - confidence) / tests;
        let plain = difference(class, init, &first, &second, &options.with_confidence(confidence))?;
        let adjusted = difference(class, init, &first, &second, &options.with_confidence(shared))?;
        for (name, value) in [
            ("difference", plain.estimate / scale),
            ("ci_lower", plain.interval.lower / scale),
            ("ci_upper", plain.interval.upper / scale),
            ("p-value", plain.p_value),
            ("adjusted ci_lower", adjusted.interval.lower / scale),
            ("adjusted ci_upper", adjusted.interval.upper / scale),
            ("adjusted p-value", (plain.p_value * tests).min(1.0)),
        ] {
            checked.relative(name, value, number(row.cell(name)), 1e-6);
        }
        powered(class, init, row, (&control, &treatment), &options.with_confidence(shared), checked)?;
    }
    Ok(())
}

/// The chi-square test of the arms' sizes.
fn ratio_of_samples(case: &Value, checked: &mut Case) -> Result<()> {
    let init = &case["input"]["init"];
    let mut names = labels(&init["categorical_group_columns"]);
    names.extend(init["ordinal_group_column"].as_str());
    let (mut counts, mut weights) = (Vec::new(), Vec::new());
    for line in lines(&init["data_frame"]) {
        let parts: Vec<String> = names
            .iter()
            .map(|name| match line.cell(name) {
                Value::String(label) => format!("'{label}'"),
                other => other.to_string(),
            })
            .collect();
        let joined = parts.join(", ");
        let key = if parts.len() == 1 { joined.trim_matches('\'').to_owned() } else { format!("({joined})") };
        counts.push(count(line.cell(text(&init["denominator_column"]))));
        weights.push(number(&case["input"]["args"]["expected_proportions"][&key]));
    }
    let fit = goodness_of_fit(&counts, &weights)?;
    // There a p-value below 1e-16 is 0.
    checked.either("p", fit.p_value, number(&case["expected"][0]), 1e-6, 1e-15);
    Ok(())
}

/// The effect that the present units can show, and the units that the stated effect needs, from the control's variance.
fn powered(
    class: &str,
    init: &Value,
    row: &Line<'_>,
    (control, treatment): (&Sample, &Sample),
    options: &TestOptions,
    checked: &mut Case,
) -> Result<()> {
    let wanted = number(row.cell("powered_effect"));
    if class != "ZTest" || !wanted.is_finite() {
        return Ok(());
    }
    let power = if init["power"].is_number() { number(&init["power"]) } else { 0.8 };
    let sides = if options.alternative == Alternative::TwoSided { 2.0 } else { 1.0 };
    let drift = StandardNormal.upper_quantile((1.0 - options.confidence) / sides)?
        + StandardNormal.upper_quantile(1.0 - power)?;
    let (first, second) = (control.count as f64, treatment.count as f64);
    let error = (control.variance * (1.0 / first + 1.0 / second)).sqrt();
    let absolute = row.cell("absolute_difference").as_bool() != Some(false);
    let scale = if absolute { 1.0 } else { control.mean };
    checked.relative("powered effect", drift * error / scale, wanted, 1e-6);
    let needed = number(row.cell("required_sample_size"));
    if needed.is_finite() && options.null != 0.0 {
        let each = (drift / options.null).powi(2) * control.variance * (1.0 + first / second);
        checked.relative("units", each.ceil() + (each * second / first).ceil(), needed, 1e-6);
    }
    Ok(())
}

/// The row of the data that a level names, within the group of the result row.
fn find<'a>(init: &'a Value, expected: &Value, row: &Line<'_>, level: &str) -> Option<Line<'a>> {
    let mut names = labels(&init["categorical_group_columns"]);
    names.extend(init["ordinal_group_column"].as_str());
    let metric = init["metric_column"].as_str();
    names.extend(metric.filter(|name| !labels(&init["categorical_group_columns"]).contains(name)));
    let wanted = marks(row.cell(level));
    // Columns that group the result take their value from there, the others from the level, in order.
    let grouped =
        |name: &str| expected["columns"].as_array().into_iter().flatten().any(|column| text(column) == name);
    lines(&init["data_frame"]).find(|line| {
        let mut rest = wanted.iter();
        names.iter().all(|name| {
            let value =
                if grouped(name) { mark(row.cell(name)) } else { rest.next().cloned().unwrap_or_default() };
            mark(line.cell(name)) == value
        })
    })
}

/// A cell as a label, whatever it holds.
fn mark(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn marks(value: &Value) -> Vec<String> {
    match value {
        Value::Array(list) => list.iter().map(mark).collect(),
        single => vec![mark(single)],
    }
}

fn labels(value: &Value) -> Vec<&str> {
    match value {
        Value::String(label) => vec![label.as_str()],
        list => list.as_array().into_iter().flatten().map(text).collect(),
    }
}

fn difference(
    class: &str,
    init: &Value,
    first: &Line<'_>,
    second: &Line<'_>,
    options: &TestOptions,
) -> Result<Inference> {
    match class {
        "ZTest" => z_test(&arm(class, first, init)?, &arm(class, second, init)?, options),
        "StudentsTTest" => welch(&arm(class, first, init)?, &arm(class, second, init)?, options),
        _ => {
            let (control, treatment) = (share(first, init)?, share(second, init)?);
            let interval =
                difference_interval(control, treatment, DifferenceMethod::Wald, options.confidence)?;
            Ok(Inference { interval, ..two_proportion_z(control, treatment, options)? })
        }
    }
}
