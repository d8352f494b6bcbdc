//! The checks that every entry point of the kernel shares, so that refusals sound the same everywhere.

use crate::error::{Error, ErrorCode, Result};

/// Passes a number that is neither NaN nor infinite.
pub(crate) fn finite(what: &str, value: f64) -> Result<f64> {
    if value.is_finite() {
        return Ok(value);
    }
    Err(Error::new(ErrorCode::InvalidNumber, format!("{what} must be a finite number, not `{value}`")))
}

/// Passes a finite number above zero.
pub(crate) fn positive(what: &str, value: f64) -> Result<f64> {
    if value.is_finite() && value > 0.0 {
        return Ok(value);
    }
    Err(Error::new(ErrorCode::InvalidNumber, format!("{what} must be above 0, not `{value}`")))
}

/// Passes a finite number that is zero or above.
pub(crate) fn not_negative(what: &str, value: f64) -> Result<f64> {
    if value.is_finite() && value >= 0.0 {
        return Ok(value);
    }
    Err(Error::new(ErrorCode::InvalidNumber, format!("{what} must be 0 or above, not `{value}`")))
}

/// Passes a probability between 0 and 1, both included.
pub(crate) fn probability(what: &str, value: f64) -> Result<f64> {
    if (0.0..=1.0).contains(&value) {
        return Ok(value);
    }
    Err(Error::new(ErrorCode::InvalidNumber, format!("{what} must lie between 0 and 1, not `{value}`")))
}

/// Passes a probability strictly between 0 and 1, as levels of tests and intervals are.
pub(crate) fn level(what: &str, value: f64) -> Result<f64> {
    if value > 0.0 && value < 1.0 {
        return Ok(value);
    }
    Err(Error::new(
        ErrorCode::InvalidNumber,
        format!("{what} must lie strictly between 0 and 1, not `{value}`"),
    )
    .with_hint("5 % is written as 0.05, 95 % as 0.95"))
}

/// An error about data that cannot carry the analysis.
pub(crate) fn invalid_data(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::InvalidData, message)
}

#[cfg(test)]
pub(crate) fn assert_close(actual: f64, expected: f64, relative: f64) {
    let error = if expected == 0.0 { actual.abs() } else { ((actual - expected) / expected).abs() };
    assert!(actual == expected || error <= relative, "{actual:e} is not {expected:e} (error {error:e})");
}
