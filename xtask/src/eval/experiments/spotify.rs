//! What `spotify-confidence` computes from tables.

use aura_core::Result;
use aura_core::stats::distribution::{Continuous as _, StandardNormal};
use aura_core::stats::hypothesis::{
    Alternative, DifferenceMethod, Inference, Interval, ProportionMethod, Share, TestOptions,
    difference_interval, goodness_of_fit, one_sample, proportion_interval, two_proportion_z, welch, z_test,
};
use aura_core::stats::multiple::{Adjustment, adjust, holm_bounds};
use aura_core::stats::sequential::{GroupDesign, Sides, Spending, group_bounds};
use aura_core::stats::summary::{Moments, Sample};
use serde_json::Value;

use super::{beta, regression};
use crate::eval::tally::{Case, Tally, count, number, text};

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
            "summary" if class == "BetaBinomial" => beta::summaries(case, checked),
            "difference" | "multiple_difference" if class == "BetaBinomial" => {
                beta::differences(case, checked)
            }
            _ if class == "ZTestLinreg" => regression::compare(case, checked),
            _ if class == "Experiment" => differences("ZTest", case, checked),
            "sample_ratio_test" => ratio_of_samples(case, checked),
            _ => Ok(()),
        };
        if let Err(error) = result {
            checked.fail(error.to_string());
        }
    });
}

/// One row of a table of another program, by column name.
pub(super) struct Line<'a> {
    columns: &'a Value,
    cells: &'a Value,
}

impl<'a> Line<'a> {
    pub(super) fn cell(&self, name: &str) -> &'a Value {
        let place = self.columns.as_array().into_iter().flatten().position(|column| text(column) == name);
        place.map_or(&Value::Null, |place| &self.cells[place])
    }
}

pub(super) fn lines(frame: &Value) -> impl Iterator<Item = Line<'_>> {
    frame["rows"].as_array().into_iter().flatten().map(|cells| Line { columns: &frame["columns"], cells })
}

pub(super) fn share(line: &Line<'_>, init: &Value) -> Result<Share> {
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

pub(super) fn confidence(init: &Value) -> f64 {
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
    let plan = Plan::of(case, &rows);
    let mut tested = Vec::with_capacity(rows.len());
    for row in &rows {
        let arms = (find(init, expected, row, "level_1"), find(init, expected, row, "level_2"));
        let (Some(first), Some(second)) = arms else {
            checked.fail("the arms were not found in the table");
            return Ok(());
        };
        let absolute = row.cell("absolute_difference").as_bool() != Some(false);
        let (control, treatment) = (arm(class, &first, init)?, arm(class, &second, init)?);
        let scale = if absolute { 1.0 } else { control.mean };
        let null = number(row.cell("null_hypothesis"));
        let options = TestOptions::default()
            .with_alternative(plan.side(row))
            .with_null(if null.is_finite() { null } else { 0.0 });
        let level = plan.level(row);
        let plain = difference(class, init, &first, &second, &options.with_confidence(1.0 - level))?;
        let looks = plan.look(row, &rows, init, expected)?;
        let shared = looks.unwrap_or(level / plan.tests);
        let adjusted = difference(class, init, &first, &second, &options.with_confidence(1.0 - shared))?;
        // A bound of a look is right to 1e-3 there.
        let slack = if looks.is_some() { 1e-3 * plain.standard_error / scale } else { 0.0 };
        let interval = simultaneous(&plan, &options, &plain, &adjusted)?;
        for (name, value, slack) in [
            ("difference", plain.estimate / scale, 0.0),
            ("ci_lower", plain.interval.lower / scale, 0.0),
            ("ci_upper", plain.interval.upper / scale, 0.0),
            ("adjusted ci_lower", interval.lower / scale, slack),
            ("adjusted ci_upper", interval.upper / scale, slack),
            ("p-value", plain.p_value, 0.0),
        ] {
            if !row.cell(name).is_null() {
                checked.either(name, value, number(row.cell(name)), 1e-6, slack);
            }
        }
        powered(
            class,
            row,
            (&control, &treatment, is_binary(init, &first) && is_binary(init, &second)),
            &options.with_confidence(1.0 - level / plan.tests),
            &plan,
            checked,
        )?;
        tested.push(plain.p_value);
    }
    if !plan.is_sequential() {
        for (value, row) in plan.adjusted(&tested)?.into_iter().zip(&rows) {
            checked.relative("adjusted p-value", value, number(row.cell("adjusted p-value")), 1e-6);
        }
    }
    Ok(())
}

/// Bounds that hold together with Holm's and Hochberg's tests. There every group is one comparison.
fn simultaneous(
    plan: &Plan<'_>,
    options: &TestOptions,
    plain: &Inference,
    adjusted: &Inference,
) -> Result<Interval> {
    if plan.family().is_none() || options.alternative == Alternative::TwoSided {
        return Ok(adjusted.interval);
    }
    let direction = if options.alternative == Alternative::Greater { 1.0 } else { -1.0 };
    let estimate = direction * (plain.estimate - options.null);
    let bounds = holm_bounds(&[estimate], &[plain.standard_error], 1.0 - plan.confidence)?;
    let bound = options.null + direction * bounds.first().copied().unwrap_or(f64::NAN);
    Ok(if direction > 0.0 {
        Interval { lower: bound, upper: f64::INFINITY }
    } else {
        Interval { lower: f64::NEG_INFINITY, upper: bound }
    })
}

/// What a whole table shares: the correction of many comparisons, and looks in order.
struct Plan<'a> {
    case: &'a Value,
    correction: &'a str,
    confidence: f64,
    /// How many comparisons share the level.
    tests: f64,
    /// Metrics that must get better, and those that must not get worse.
    metrics: (usize, usize),
}

impl<'a> Plan<'a> {
    fn of(case: &'a Value, rows: &[Line<'_>]) -> Self {
        let init = &case["input"]["init"];
        let correction = match text(&init["correction_method"]) {
            "" if text(&case["from_test"]).contains("correction method: holm") => "holm",
            "" => "bonferroni",
            named => named,
        };
        let mut plan = Plan { case, correction, confidence: confidence(init), tests: 1.0, metrics: (0, 0) };
        let distinct = |names: &[&str], keep: &dyn Fn(&Line<'_>) -> bool| -> usize {
            let kept = rows.iter().filter(|row| keep(row));
            let mut seen: Vec<Vec<String>> =
                kept.map(|row| names.iter().map(|name| mark(row.cell(name))).collect()).collect();
            seen.sort();
            seen.dedup();
            seen.len()
        };
        let mut groups = labels(&case["input"]["args"]["groupby"]);
        if plan.is_sequential() {
            groups.retain(|name| Some(*name) != init["ordinal_group_column"].as_str());
        }
        let success = |row: &Line<'_>| !number(row.cell("non-inferiority margin")).is_finite();
        let pairs: Vec<(String, String)> = {
            let mut pairs: Vec<_> = rows
                .iter()
                .map(|row| (row.cell("level_1").to_string(), row.cell("level_2").to_string()))
                .collect();
            pairs.sort();
            pairs.dedup();
            pairs
        };
        let metric = init["metric_column"].as_str();
        if let Some(metric) = metric {
            let good = distinct(&[metric], &success);
            plan.metrics = (good, distinct(&[metric], &|_| true) - good);
        }
        let comparisons = if plan.family().is_some() {
            1
        } else if plan.correction == "bonferroni" {
            pairs.len() * distinct(&groups, &|_| true).max(1)
        } else if metric.is_none() || init["treatment_column"].is_null() {
            pairs.len() * distinct(&groups, &success)
        } else {
            let fixed = [metric, init["treatment_column"].as_str()];
            let mut segments = labels(&init["categorical_group_columns"]);
            segments.retain(|name| !fixed.contains(&Some(*name)));
            let grouped = !segments.is_empty() && segments.iter().all(|name| groups.contains(name));
            let parts = if grouped { distinct(&segments, &|_| true) } else { 1 };
            pairs.len() * plan.metrics.0.max(1) * parts
        };
        plan.tests = comparisons.max(1) as f64;
        plan
    }

    fn is_sequential(&self) -> bool {
        !self.case["input"]["args"]["final_expected_sample_size_column"].is_null()
    }

    /// The correction of p-values, where it is not a shared level.
    fn family(&self) -> Option<Adjustment> {
        match self.correction.strip_prefix("spot-1-").unwrap_or(self.correction) {
            "holm" => Some(Adjustment::Holm),
            "hommel" => Some(Adjustment::Hommel),
            "simes-hochberg" => Some(Adjustment::Hochberg),
            "sidak" => Some(Adjustment::Sidak),
            "holm-sidak" => Some(Adjustment::HolmSidak),
            "fdr_bh" => Some(Adjustment::BenjaminiHochberg),
            "fdr_by" => Some(Adjustment::BenjaminiYekutieli),
            _ => None,
        }
    }

    fn side(&self, row: &Line<'_>) -> Alternative {
        match text(row.cell("preference")) {
            // Two sides at twice the level there.
            _ if self.correction == "spot-1-bonferroni" => Alternative::TwoSided,
            "increase" => Alternative::Greater,
            "decrease" => Alternative::Less,
            _ => Alternative::TwoSided,
        }
    }

    fn level(&self, row: &Line<'_>) -> f64 {
        let level = 1.0 - self.confidence;
        let has_side = matches!(text(row.cell("preference")), "increase" | "decrease");
        if self.correction == "spot-1-bonferroni" && has_side { 2.0 * level } else { level }
    }

    fn adjusted(&self, p_values: &[f64]) -> Result<Vec<f64>> {
        match self.family() {
            Some(adjustment) => adjust(p_values, adjustment),
            None => Ok(p_values.iter().map(|value| (value * self.tests).min(1.0)).collect()),
        }
    }

    /// Chance to find an effect of each metric, so that all are found with the stated power.
    fn power(&self) -> Option<f64> {
        let init = &self.case["input"]["init"];
        let power = if init["power"].is_number() { number(&init["power"]) } else { 0.8 };
        if !(self.correction.starts_with("spot-1") || self.correction.contains("do-not-count")) {
            return Some(power);
        }
        let (good, guards) = self.metrics;
        let shared = if good == 0 { guards } else { guards + 1 };
        init["metric_column"].as_str().map(|_| 1.0 - (1.0 - power) / shared as f64)
    }

    /// The level of a row's look, where looks come in order.
    fn look(&self, row: &Line<'_>, rows: &[Line<'_>], init: &Value, expected: &Value) -> Result<Option<f64>> {
        let column = text(&self.case["input"]["args"]["final_expected_sample_size_column"]);
        if column.is_empty() {
            return Ok(None);
        }
        let ordinal = text(&init["ordinal_group_column"]);
        let mut names = labels(&self.case["input"]["args"]["groupby"]);
        names.retain(|name| *name != ordinal);
        names.extend(["level_1", "level_2"]);
        let (mut totals, mut largest, mut place) = (Vec::new(), 0.0_f64, 0);
        for other in rows.iter().filter(|other| names.iter().all(|name| other.cell(name) == row.cell(name))) {
            let arms = (find(init, expected, other, "level_1"), find(init, expected, other, "level_2"));
            let (Some(first), Some(second)) = arms else { continue };
            let units = |line: &Line<'_>| number(line.cell(text(&init["denominator_column"])));
            if other.cell(ordinal) == row.cell(ordinal) {
                place = totals.len();
            }
            totals.push(units(&first) + units(&second));
            largest = largest.max(units(&first) + units(&second)).max(number(first.cell(column)));
        }
        let two = self.side(row) == Alternative::TwoSided;
        let sides = if two { 2.0 } else { 1.0 };
        let design = GroupDesign {
            fractions: totals.iter().map(|total| total / largest).collect(),
            alpha: self.level(row) / self.tests / sides,
            sides: Sides::One,
            spending: Spending::Power { exponent: 2.0 },
        };
        let z = group_bounds(&design)?.z.get(place).copied().unwrap_or(f64::NAN);
        Ok(Some(sides * StandardNormal.survival(z)))
    }
}

/// The effect that the present units can show, and the units that the stated effect needs, from the control's variance.
fn powered(
    class: &str,
    row: &Line<'_>,
    (control, treatment, is_binary): (&Sample, &Sample, bool),
    options: &TestOptions,
    plan: &Plan<'_>,
    checked: &mut Case,
) -> Result<()> {
    let wanted = number(row.cell("powered_effect"));
    let (Some(power), true) = (plan.power(), class == "ZTest" && wanted.is_finite()) else { return Ok(()) };
    let sides = if options.alternative == Alternative::TwoSided { 2.0 } else { 1.0 };
    let drift = StandardNormal.upper_quantile((1.0 - options.confidence) / sides)?
        + StandardNormal.upper_quantile(1.0 - power)?;
    let (first, second) = (control.count as f64, treatment.count as f64);
    let absolute = row.cell("absolute_difference").as_bool() != Some(false);
    let scale = if absolute { 1.0 } else { control.mean };
    let total = |effect: f64, variance: f64| {
        let each = ((drift / effect).powi(2) * (control.variance * second / first + variance)).ceil();
        each * (1.0 + first / second)
    };
    let has_margin = number(row.cell("non-inferiority margin")).is_finite();
    if is_binary && !has_margin {
        // The search there ends at any effect for which the units are right to one.
        let share = control.mean + wanted * scale;
        let units = total(wanted * scale, share * (1.0 - share));
        checked.absolute("units at the powered effect", units, first + second, 1.0 + first / second);
    } else {
        let error = (control.variance * (1.0 / first + 1.0 / second)).sqrt();
        checked.relative("powered effect", drift * error / scale, wanted, 1e-6);
    }
    let needed = number(row.cell("required_sample_size"));
    if needed.is_finite() && options.null != 0.0 {
        checked.relative("units", total(options.null, control.variance).ceil(), needed, 1e-6);
    }
    Ok(())
}

/// Whether an arm holds yes or no: the sum of squares is the sum.
fn is_binary(init: &Value, line: &Line<'_>) -> bool {
    let squares = text(&init["numerator_sum_squares_column"]);
    squares.is_empty() || line.cell(squares) == line.cell(text(&init["numerator_column"]))
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

/// The row of the data that a level names, within the group of the result row.
pub(super) fn find<'a>(init: &'a Value, expected: &Value, row: &Line<'_>, level: &str) -> Option<Line<'a>> {
    let mut names = labels(&init["categorical_group_columns"]);
    for name in ["ordinal_group_column", "metric_column", "treatment_column"] {
        let name = init[name].as_str();
        names.extend(name.filter(|name| !labels(&init["categorical_group_columns"]).contains(name)));
    }
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
pub(super) fn mark(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The labels of a level: a list, one label, or a tuple as Python writes it, `('us', 'control')`.
fn marks(value: &Value) -> Vec<String> {
    let tuple = value.as_str().and_then(|text| text.strip_prefix('(')?.strip_suffix(')'));
    match (value, tuple) {
        (Value::Array(list), _) => list.iter().map(mark).collect(),
        (_, Some(parts)) => parts.split(", ").map(|part| part.trim_matches('\'').to_owned()).collect(),
        (single, None) => vec![mark(single)],
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
