//! The pooled regression of `spotify-confidence`: one slope for all arms, then a z test of what it leaves.

use aura_core::Result;
use aura_core::stats::hypothesis::{Alternative, Inference, TestOptions, z_test};
use aura_core::stats::joint::JointMoments;
use aura_core::stats::summary::Sample;
use serde_json::Value;

use super::spotify::{Line, confidence, find, lines, mark};
use crate::eval::tally::{Case, count, number, text};

/// An arm after the regression.
struct Adjusted {
    sample: Sample,
    before: f64,
}

pub(super) fn compare(case: &Value, checked: &mut Case) -> Result<()> {
    let (init, expected) = (&case["input"]["init"], &case["expected"]);
    let options = TestOptions::default().with_confidence(confidence(init));
    if text(&case["kind"]).ends_with("summary") {
        for (line, wanted) in lines(&init["data_frame"]).zip(lines(expected)) {
            let arm = adjusted(init, &line)?;
            let error = arm.sample.mean_variance().sqrt();
            let interval =
                Inference::from_estimate(arm.sample.mean, error, f64::INFINITY, &options)?.interval;
            for (name, value) in [
                ("point_estimate", arm.sample.mean),
                ("original_point_estimate", arm.before),
                ("variance", arm.sample.variance),
                ("ci_lower", interval.lower),
                ("ci_upper", interval.upper),
            ] {
                checked.relative(name, value, number(wanted.cell(name)), 1e-6);
            }
        }
        return Ok(());
    }
    let rows: Vec<Line<'_>> = lines(expected).collect();
    for row in &rows {
        let arms = (find(init, expected, row, "level_1"), find(init, expected, row, "level_2"));
        let (Some(first), Some(second)) = arms else {
            checked.fail("the arms were not found in the table");
            return Ok(());
        };
        let (control, treatment) = (adjusted(init, &first)?, adjusted(init, &second)?);
        let side = match text(row.cell("preference")) {
            "increase" => Alternative::Greater,
            "decrease" => Alternative::Less,
            _ => Alternative::TwoSided,
        };
        let null = number(row.cell("null_hypothesis"));
        let own = options.with_alternative(side).with_null(if null.is_finite() { null } else { 0.0 });
        let shared = own.with_confidence(1.0 - (1.0 - own.confidence) / rows.len() as f64);
        let plain = z_test(&control.sample, &treatment.sample, &own)?;
        let interval = z_test(&control.sample, &treatment.sample, &shared)?.interval;
        for (name, value) in [
            ("difference", plain.estimate),
            ("std_err", plain.standard_error),
            ("ci_lower", plain.interval.lower),
            ("ci_upper", plain.interval.upper),
            ("p-value", plain.p_value),
            ("adjusted ci_lower", interval.lower),
            ("adjusted ci_upper", interval.upper),
        ] {
            if !row.cell(name).is_null() {
                checked.relative(name, value, number(row.cell(name)), 1e-6);
            }
        }
    }
    Ok(())
}

/// Numbers of a cell, whatever lists they stand in.
fn flat(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(list) => list.iter().flat_map(flat).collect(),
        single => vec![number(single)],
    }
}

/// Moments of the outcome and the covariates.
fn moments(init: &Value, line: &Line<'_>) -> Result<JointMoments> {
    let cell = |key: &str| line.cell(text(&init[key]));
    let mut sums = vec![number(cell("numerator_column"))];
    let mut products = vec![number(cell("numerator_sum_squares_column"))];
    if init["feature_column"].is_string() {
        let width = flat(cell("feature_column")).len();
        sums.extend(flat(cell("feature_column")));
        products.extend(flat(cell("feature_cross_sum_column")));
        let squares = flat(cell("feature_sum_squares_column"));
        for row in 0..width {
            products.extend(&squares[row * width + row..(row + 1) * width]);
        }
    }
    JointMoments::from_sums(count(cell("denominator_column")), &sums, &products)
}

fn adjusted(init: &Value, line: &Line<'_>) -> Result<Adjusted> {
    let own = moments(init, line)?;
    let metric = init["metric_column"].as_str();
    let mut whole: Option<JointMoments> = None;
    for other in lines(&init["data_frame"]) {
        let is_same = metric.is_none_or(|name| mark(other.cell(name)) == mark(line.cell(name)));
        if is_same {
            let more = moments(init, &other)?;
            whole = Some(whole.map_or(Ok(more.clone()), |whole| whole.merge(&more))?);
        }
    }
    let Some(whole) = whole else { return Ok(Adjusted { sample: Sample::new(0, 0.0, 0.0)?, before: 0.0 }) };
    let slopes = slopes(&whole)?;
    let units = own.count() as f64;
    // Variances and covariances of covariates have the divisor n there, that of the outcome n - 1.
    let spread = |one: usize, two: usize| {
        Ok::<f64, aura_core::Error>(own.covariance(one, two)? * (units - 1.0) / units)
    };
    let (mut mean, mut variance) = (own.mean(0)?, own.covariance(0, 0)?);
    for (row, slope) in slopes.iter().enumerate() {
        mean -= slope * (own.mean(row + 1)? - whole.mean(row + 1)?);
        variance -= 2.0 * slope * spread(0, row + 1)?;
        for (column, other) in slopes.iter().enumerate() {
            variance += slope * other * spread(row + 1, column + 1)?;
        }
    }
    Ok(Adjusted { sample: Sample::new(own.count(), mean, variance)?, before: own.mean(0)? })
}

/// Least squares over all arms; nothing where covariates do not vary.
fn slopes(whole: &JointMoments) -> Result<Vec<f64>> {
    let at = |one: usize, two: usize| whole.covariance(one, two);
    Ok(match whole.width() {
        2 => vec![if at(1, 1)? > 0.0 { at(0, 1)? / at(1, 1)? } else { 0.0 }],
        3 => {
            let (a, b, c) = (at(1, 1)?, at(1, 2)?, at(2, 2)?);
            let determinant = a * c - b * b;
            let (x, y) = (at(0, 1)?, at(0, 2)?);
            vec![(x * c - y * b) / determinant, (y * a - x * b) / determinant]
        }
        _ => Vec::new(),
    })
}
