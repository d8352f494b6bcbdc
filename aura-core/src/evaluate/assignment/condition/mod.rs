//! Targeting conditions: documents in the style of MongoDB queries, read over the attributes of one person.
//!
//! In come attributes and a condition; out comes whether it holds. Values are compared as the published JavaScript
//! kit compares them. A condition that makes no sense holds for nobody. Never here: a scripting language.

mod compare;
mod operator;
mod version;

pub(super) use compare::{plain_text, truthy};

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use compare::number;
use operator::holds;

/// Lists of values by name, which conditions refer to.
pub type SavedGroups = BTreeMap<String, Vec<Value>>;

/// Deepest nesting of a condition.
const DEPTH: u32 = 100;

/// Whether the condition holds for these attributes.
///
/// # Example
/// ```
/// use aura_core::evaluate::assignment::{SavedGroups, evaluate_condition};
/// use serde_json::json;
/// let person = json!({"country": "CA", "age": 30});
/// let person = person.as_object().unwrap();
/// let holds = |condition| evaluate_condition(person, &condition, &SavedGroups::new());
/// assert!(holds(json!({"country": {"$in": ["US", "CA"]}, "age": {"$gte": 18}})));
/// assert!(!holds(json!({"$not": {"country": "CA"}})));
/// ```
pub fn evaluate_condition(attributes: &Map<String, Value>, condition: &Value, groups: &SavedGroups) -> bool {
    Reader { groups }.whole(Some(attributes), condition, 0)
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    groups: &'a SavedGroups,
}

impl Reader<'_> {
    /// A condition over named attributes. A value that is no object has none.
    fn whole(self, attributes: Option<&Map<String, Value>>, condition: &Value, depth: u32) -> bool {
        if depth > DEPTH {
            return false;
        }
        let Value::Object(parts) = condition else { return condition.is_null() };
        let whole = |condition: &Value| self.whole(attributes, condition, depth + 1);
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        parts.iter().all(|(key, value)| match key.as_str() {
            "$or" => list(value).is_empty() || list(value).iter().any(whole),
            "$nor" => !(list(value).is_empty() || list(value).iter().any(whole)),
            "$and" => list(value).iter().all(whole),
            "$not" => !whole(value),
            path => self.value(value, reach(attributes, path), depth + 1, false),
        })
    }

    /// A condition on one value.
    fn value(self, condition: &Value, value: &Value, depth: u32, insensitive: bool) -> bool {
        if depth > DEPTH {
            return false;
        }
        match condition {
            Value::String(wanted) if insensitive => plain_text(value).to_lowercase() == wanted.to_lowercase(),
            Value::String(wanted) => &plain_text(value) == wanted,
            Value::Number(wanted) => wanted.as_f64() == Some(number(value)),
            Value::Bool(wanted) => !value.is_null() && truthy(value) == *wanted,
            Value::Null => value.is_null(),
            Value::Object(parts) if is_operators(parts) => {
                parts.iter().all(|(name, wanted)| holds(self, name, value, wanted, depth + 1))
            }
            other => compare::same_document(value, other),
        }
    }
}

fn is_operators(parts: &Map<String, Value>) -> bool {
    !parts.is_empty() && parts.keys().all(|key| key.starts_with('$'))
}

/// The attribute at a path such as `father.age`; null where there is none.
fn reach<'a>(attributes: Option<&'a Map<String, Value>>, path: &str) -> &'a Value {
    let mut parts = path.split('.');
    let mut found = parts.next().and_then(|name| attributes?.get(name));
    for name in parts {
        found = match found {
            Some(Value::Array(list)) => name.parse().ok().and_then(|place: usize| list.get(place)),
            other => other.and_then(|value| value.get(name)),
        };
    }
    found.unwrap_or(&Value::Null)
}
