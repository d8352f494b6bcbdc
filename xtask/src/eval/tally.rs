//! Counting cases of numbers that must lie within a tolerance.

use serde_json::Value;

use super::Row;

/// The cases of one file.
#[derive(Default)]
pub(crate) struct Tally {
    cases: u64,
    passed: u64,
    worst: f64,
    failures: Vec<String>,
}

/// The numbers of one case, compared as they come.
#[derive(Default)]
pub(crate) struct Case {
    worst: f64,
    compared: usize,
    notes: Vec<String>,
}

impl Tally {
    /// Counts one case; a case that compares nothing has failed.
    pub(crate) fn case(&mut self, label: impl Into<String>, check: impl FnOnce(&mut Case)) {
        let mut case = Case::default();
        check(&mut case);
        if case.compared == 0 {
            case.fail("nothing was compared");
        }
        self.cases += 1;
        if case.notes.is_empty() {
            self.passed += 1;
        } else {
            self.failures.push(format!("{}: {}", label.into(), case.notes.join("; ")));
        }
        if case.worst.is_finite() {
            self.worst = self.worst.max(case.worst);
        }
    }

    /// The row of the table.
    pub(crate) fn into_row(self, measure: &str) -> Row {
        Row {
            measure: measure.to_owned(),
            cases: self.cases,
            passed: Some(self.passed),
            figure: if self.cases == 0 { 0.0 } else { self.passed as f64 / self.cases as f64 },
            floor: Some(1.0),
            aim: Some(1.0),
            worst: Some(self.worst),
            failures: self.failures,
        }
    }
}

impl Case {
    /// Compares with a tolerance relative to the expected number.
    pub(crate) fn relative(&mut self, name: &str, actual: f64, expected: f64, tolerance: f64) {
        self.compare(name, actual, expected, tolerance * expected.abs());
    }

    /// Compares with an absolute tolerance.
    pub(crate) fn absolute(&mut self, name: &str, actual: f64, expected: f64, tolerance: f64) {
        self.compare(name, actual, expected, tolerance);
    }

    /// Compares with the larger of two tolerances.
    pub(crate) fn either(&mut self, name: &str, actual: f64, expected: f64, relative: f64, absolute: f64) {
        self.compare(name, actual, expected, (relative * expected.abs()).max(absolute));
    }

    /// Compares two things that must be the same.
    pub(crate) fn same<T: PartialEq + std::fmt::Debug>(&mut self, name: &str, actual: T, expected: T) {
        self.compared += 1;
        if actual != expected {
            self.fail(format!("{name} is {actual:?}, not {expected:?}"));
        }
    }

    /// The case has failed, for this reason.
    pub(crate) fn fail(&mut self, reason: impl Into<String>) {
        self.notes.push(reason.into());
    }

    fn compare(&mut self, name: &str, actual: f64, expected: f64, allowed: f64) {
        self.compared += 1;
        if actual == expected {
            return;
        }
        let error = (actual - expected).abs();
        let ratio = error / allowed;
        if ratio <= 1.0 {
            self.worst = self.worst.max(ratio);
            return;
        }
        self.worst = if ratio.is_nan() { f64::INFINITY } else { self.worst.max(ratio) };
        self.fail(format!("{name} is {actual:e}, not {expected:e}"));
    }
}

/// A number of the data: numbers that JSON cannot hold, and decimals of any length, come as text.
pub(crate) fn number(value: &Value) -> f64 {
    match value {
        Value::Number(number) => number.as_f64().unwrap_or(f64::NAN),
        Value::String(text) => match text.as_str() {
            "Infinity" => f64::INFINITY,
            "-Infinity" => f64::NEG_INFINITY,
            other => other.parse().unwrap_or(f64::NAN),
        },
        _ => f64::NAN,
    }
}

/// The numbers of a list.
pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().map(|list| list.iter().map(number).collect()).unwrap_or_default()
}

/// A count of the data, which may be written as a whole float.
pub(crate) fn count(value: &Value) -> u64 {
    let number = number(value);
    if number >= 0.0 { number as u64 } else { 0 }
}

/// A text of the data; empty where it is absent.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}
