//! The operators of conditions: what stands behind a dollar sign.

use std::cmp::Ordering;

use regex::RegexBuilder;
use serde_json::Value;

use super::compare::{identical, order, plain_text};
use super::version::padded;
use super::{Reader, is_operators};

/// Largest program of a pattern, in bytes; what needs more holds for nobody.
const PATTERN_BYTES: usize = 1 << 20;

/// Whether an operator holds for a value.
pub(super) fn holds(reader: Reader<'_>, name: &str, value: &Value, wanted: &Value, depth: u32) -> bool {
    let compared = |fits: fn(Ordering) -> bool| order(value, wanted).is_some_and(fits);
    let versions = |fits: fn(Ordering) -> bool| fits(padded(value).cmp(&padded(wanted)));
    match name {
        "$eq" => identical(value, wanted),
        "$ne" => !identical(value, wanted),
        "$lt" => compared(Ordering::is_lt),
        "$lte" => compared(Ordering::is_le),
        "$gt" => compared(Ordering::is_gt),
        "$gte" => compared(Ordering::is_ge),
        "$veq" => versions(Ordering::is_eq),
        "$vne" => versions(Ordering::is_ne),
        "$vlt" => versions(Ordering::is_lt),
        "$vlte" => versions(Ordering::is_le),
        "$vgt" => versions(Ordering::is_gt),
        "$vgte" => versions(Ordering::is_ge),
        "$exists" => super::truthy(wanted) != value.is_null(),
        "$in" => wanted.as_array().is_some_and(|list| is_in(value, list, false)),
        "$nin" => wanted.as_array().is_some_and(|list| !is_in(value, list, false)),
        "$ini" => wanted.as_array().is_some_and(|list| is_in(value, list, true)),
        "$nini" => wanted.as_array().is_some_and(|list| !is_in(value, list, true)),
        "$inGroup" => is_in(value, group(reader, wanted), false),
        "$notInGroup" => !is_in(value, group(reader, wanted), false),
        "$not" => !reader.value(wanted, value, depth, false),
        "$size" => {
            value.as_array().is_some_and(|list| reader.value(wanted, &Value::from(list.len()), depth, false))
        }
        "$elemMatch" => value.as_array().is_some_and(|list| {
            list.iter().any(|item| super::truthy(item) && element(reader, item, wanted, depth))
        }),
        "$all" => all(reader, value, wanted, depth, false),
        "$alli" => all(reader, value, wanted, depth, true),
        "$regex" => matches(value, wanted, false),
        "$regexi" => matches(value, wanted, true),
        "$type" => wanted.as_str() == Some(kind(value)),
        _ => false,
    }
}

/// Whether the value, or one of its items where it is a list, stands in the list.
fn is_in(value: &Value, list: &[Value], insensitive: bool) -> bool {
    let same = |one: &Value, other: &Value| match (one, other) {
        (Value::String(one), Value::String(other)) if insensitive => {
            one.to_lowercase() == other.to_lowercase()
        }
        _ => identical(one, other),
    };
    match value {
        Value::Array(items) => items.iter().any(|item| list.iter().any(|other| same(item, other))),
        single => list.iter().any(|other| same(single, other)),
    }
}

fn group<'a>(reader: Reader<'a>, name: &Value) -> &'a [Value] {
    name.as_str().and_then(|name| reader.groups.get(name)).map_or(&[], Vec::as_slice)
}

fn element(reader: Reader<'_>, item: &Value, wanted: &Value, depth: u32) -> bool {
    match wanted {
        Value::Object(parts) if is_operators(parts) => reader.value(wanted, item, depth, false),
        _ => reader.whole(item.as_object(), wanted, depth),
    }
}

fn all(reader: Reader<'_>, value: &Value, wanted: &Value, depth: u32, insensitive: bool) -> bool {
    let (Value::Array(items), Value::Array(wanted)) = (value, wanted) else { return false };
    wanted.iter().all(|part| items.iter().any(|item| reader.value(part, item, depth, insensitive)))
}

/// Patterns run in time that grows with the text, never faster; look-around, which cannot, holds for nobody.
fn matches(value: &Value, pattern: &Value, insensitive: bool) -> bool {
    let Some(pattern) = pattern.as_str() else { return false };
    let built = RegexBuilder::new(pattern).case_insensitive(insensitive).size_limit(PATTERN_BYTES).build();
    built.is_ok_and(|pattern| pattern.is_match(&plain_text(value)))
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
