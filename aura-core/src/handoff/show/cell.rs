//! A value on one line: rounded, and in its unit where the document says which.

use crate::domain::figures;
use crate::domain::quantity::{Quantity, Unit};
use serde_json::{Map, Value};

/// Longest text of a cell, in characters.
const MOST_CHARACTERS: usize = 300;
/// Digits of a number that are shown.
const DIGITS: i32 = 4;
/// Where a statement comes from, see `Provenance` of the domain.
const ORIGINS: &[&str] = &["stated", "inferred", "assumed", "measured", "answered"];
/// Members whose plain numbers are in the unit that stands beside them.
const IN_UNIT: &[&str] =
    &["amount", "value", "estimate", "low", "high", "baseline", "target", "effect", "difference", "mean"];

/// What stands in a cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Whether it is a number; those stand to the right.
    pub(super) is_figure: bool,
}

/// A member as people read it: its name, and its value in the unit of the object that it stands in.
pub(super) fn cell(name: &str, value: &Value, unit: Option<&Unit>) -> Cell {
    let is_estimate = value.as_object().is_some_and(|members| members.contains_key("value"));
    Cell { text: cut(&shown(name, value, unit)), is_figure: value.is_number() || is_estimate }
}

/// The name of a member in words. The unit of times stands at their values.
pub(super) fn words(name: &str) -> String {
    name.strip_suffix("_ms").unwrap_or(name).replace('_', " ")
}

/// The unit that an object names for its members.
pub(super) fn unit_of(members: &Map<String, Value>) -> Option<Unit> {
    members.get("unit").and_then(|unit| serde_json::from_value(unit.clone()).ok())
}

/// At most as many characters as a cell holds.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn shown(name: &str, value: &Value, unit: Option<&Unit>) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_f64() {
            Some(amount) => figure(name, amount, unit),
            None => number.to_string(),
        },
        Value::Array(parts) => {
            parts.iter().map(|part| shown(name, part, unit)).collect::<Vec<_>>().join(", ")
        }
        Value::Object(members) => object(name, members, unit),
    }
}

fn object(name: &str, members: &Map<String, Value>, outer: Option<&Unit>) -> String {
    let own = unit_of(members);
    let unit = own.as_ref().or(outer);
    let known = |wanted: &[&str]| members.keys().all(|key| wanted.contains(&key.as_str()));
    if let Some(amount) = members.get("amount").filter(|_| known(&["amount", "unit"])) {
        return shown("amount", amount, unit);
    }
    if let Some(value) = members.get("value").filter(|_| known(&["value", "low", "high"])) {
        let part = |member: &str| {
            members.get(member).filter(|value| value.is_number()).map(|value| shown(name, value, unit))
        };
        let value = shown(name, value, unit);
        return match part("low").zip(part("high")) {
            Some((low, high)) => format!("{value} ({low} to {high})"),
            None => value,
        };
    }
    let kind = members.get("type").and_then(Value::as_str);
    if let Some(origin) = kind.filter(|kind| ORIGINS.contains(kind)) {
        let reason = members.get("reason").and_then(Value::as_str);
        return reason.map_or(origin.to_owned(), |reason| format!("{origin}: {reason}"));
    }
    let rest = members.iter().filter(|(member, value)| *member != "type" && !value.is_null());
    let rest = rest.map(|(member, value)| format!("{} {}", words(member), shown(member, value, unit)));
    kind.map(words).into_iter().chain(rest).collect::<Vec<_>>().join(", ")
}

fn figure(name: &str, amount: f64, unit: Option<&Unit>) -> String {
    if name.ends_with("_ms") {
        return figures::duration(amount);
    }
    let is_share = name == "share" || name.ends_with("_share");
    match unit.filter(|_| IN_UNIT.contains(&name)) {
        Some(Unit::Share) => figures::percent(amount, 1),
        Some(unit @ (Unit::Milliseconds | Unit::Money(_))) => {
            figures::quantity(&Quantity::new(amount, unit.clone()))
        }
        _ if is_share => figures::percent(amount, 1),
        _ => rounded(amount),
    }
}

/// A number with four digits that matter; whole ones with all of theirs.
fn rounded(amount: f64) -> String {
    let size = amount.abs();
    if size >= 1e15 || (size > 0.0 && size < 1e-4) {
        return format!("{amount:.2e}");
    }
    if amount.fract() == 0.0 {
        return figures::number(amount, 0);
    }
    let (mut decimals, mut bound) = (DIGITS - 1, 1.0);
    while decimals > 0 && size >= bound * 10.0 {
        decimals -= 1;
        bound *= 10.0;
    }
    while size < bound {
        decimals += 1;
        bound /= 10.0;
    }
    figures::short_number(amount, usize::try_from(decimals).unwrap_or_default())
}
