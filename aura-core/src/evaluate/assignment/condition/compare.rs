//! Comparing values the way JavaScript does, so that old conditions keep their meaning.

use std::cmp::Ordering;

use serde_json::Value;

/// Whether a value counts as true: not null, false, zero or an empty text.
pub(in super::super) fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::Number(number) => number.as_f64().is_some_and(|number| number != 0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

/// The value as text. Whole numbers have no decimal point.
pub(in super::super) fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() && float == libm::trunc(float) && float.abs() < 1e15 => {
                format!("{float:.0}")
            }
            _ => number.to_string(),
        },
        Value::Array(list) => list.iter().map(plain_text).collect::<Vec<_>>().join(","),
        Value::Object(_) => "[object Object]".to_owned(),
        other => other.to_string(),
    }
}

/// The value as a number; NaN where it is none. Null counts as 0, which is why comparisons ask for this only where
/// the published kit does.
pub(super) fn number(value: &Value) -> f64 {
    match value {
        Value::Null => 0.0,
        Value::Bool(flag) => f64::from(u8::from(*flag)),
        Value::Number(number) => number.as_f64().unwrap_or(f64::NAN),
        Value::String(text) if text.trim().is_empty() => 0.0,
        Value::String(text) => text.trim().parse().unwrap_or(f64::NAN),
        Value::Array(list) if list.is_empty() => 0.0,
        Value::Array(_) | Value::Object(_) => f64::NAN,
    }
}

/// Two texts by their letters, everything else by number.
pub(super) fn order(first: &Value, second: &Value) -> Option<Ordering> {
    match (first, second) {
        (Value::String(first), Value::String(second)) => {
            Some(first.encode_utf16().cmp(second.encode_utf16()))
        }
        _ => number(first).partial_cmp(&number(second)),
    }
}

/// Whether two values are one and the same: no conversion, and lists are never the same.
pub(super) fn identical(first: &Value, second: &Value) -> bool {
    match (first, second) {
        (Value::Number(first), Value::Number(second)) => first.as_f64() == second.as_f64(),
        (Value::Array(_) | Value::Object(_), _) => false,
        _ => first == second,
    }
}

/// Whether two documents have the same parts in the same order.
pub(super) fn same_document(first: &Value, second: &Value) -> bool {
    match (first, second) {
        (Value::Number(first), Value::Number(second)) => first.as_f64() == second.as_f64(),
        (Value::Array(first), Value::Array(second)) => {
            first.len() == second.len()
                && first.iter().zip(second).all(|(one, other)| same_document(one, other))
        }
        (Value::Object(first), Value::Object(second)) => {
            let parts = first.iter().zip(second);
            first.len() == second.len()
                && parts.into_iter().all(|(one, other)| one.0 == other.0 && same_document(one.1, other.1))
        }
        _ => first == second,
    }
}
