//! Concrete values for scenarios: the examples of the data, bent where a condition asks for it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::view::PlanView;
use super::words;
use crate::domain::data::{DataObject, Field, FieldKind};

/// Example values of a plan's data for one scenario.
pub(super) struct Examples<'view, 'plan> {
    view: &'view PlanView<'plan>,
    supposed: BTreeMap<(String, String), Value>,
}

impl<'view, 'plan> Examples<'view, 'plan> {
    pub(super) fn new(view: &'view PlanView<'plan>) -> Self {
        Examples { view, supposed: BTreeMap::new() }
    }

    /// Lets a simple condition hold: `object.field` compared with a value, several joined by `&&`. What is not
    /// simple is left alone.
    pub(super) fn suppose(&mut self, expression: &str) {
        for part in expression.split("&&") {
            if let Some((path, value)) = satisfied(part.trim()) {
                self.supposed.entry(path).or_insert(value);
            }
        }
    }

    /// Titles and example values of fields, escaped for the cells of a Gherkin table.
    pub(super) fn rows(&self, fields: Vec<(&'plan DataObject, &'plan str)>) -> Vec<(String, String)> {
        let rows = fields.into_iter().filter_map(|(object, name)| {
            let field = object.fields.iter().find(|field| field.name == name)?;
            let key = (variable(&object.name), field.name.clone());
            let value = self.supposed.get(&key).unwrap_or(&field.example);
            Some((cell(&field.title), cell(&shown(self.view, field, value))))
        });
        rows.collect()
    }
}

/// The name of a data object in conditions.
pub(super) fn variable(name: &str) -> String {
    words::one_line(name).replace([' ', '-'], "_")
}

/// A value as a person would write it in a table.
pub(super) fn shown(view: &PlanView, field: &Field, value: &Value) -> String {
    match (&field.kind, value) {
        (FieldKind::Money(range), Value::Number(number)) => {
            let amount = number.as_f64().unwrap_or(0.0) / 100.0;
            format!("{amount:.2} {}", range.currency)
        }
        (FieldKind::List(reference) | FieldKind::Object(reference), _) => {
            format!("({})", view.data_name(&reference.data))
        }
        (_, Value::Bool(true)) => "yes".to_owned(),
        (_, Value::Bool(false)) => "no".to_owned(),
        (_, Value::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    }
}

fn cell(text: &str) -> String {
    let line = words::one_line(text).replace('\\', "\\\\").replace('|', "\\|");
    if line.is_empty() { "(empty)".to_owned() } else { line }
}

/// The field that a comparison is about, with a value for which it holds.
fn satisfied(comparison: &str) -> Option<((String, String), Value)> {
    for operator in ["==", ">=", "<=", ">", "<"] {
        let Some((left, right)) = comparison.split_once(operator) else { continue };
        let (object, field) = left.trim().split_once('.')?;
        let value: Value = serde_json::from_str(&right.trim().replace('\'', "\"")).ok()?;
        let value = match (operator, value.as_f64()) {
            (">", Some(bound)) => json!(bound + 1.0),
            ("<", Some(bound)) => json!(bound - 1.0),
            (">" | "<", None) => return None,
            _ => value,
        };
        let is_name = |text: &str| text.chars().all(|c| c.is_alphanumeric() || c == '_') && !text.is_empty();
        return (is_name(object) && is_name(field)).then(|| ((object.to_owned(), field.to_owned()), value));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_comparisons_are_met() {
        let check =
            |text: &str, expect: Option<Value>| assert_eq!(satisfied(text).map(|(_, value)| value), expect);
        check("order.total > 100", Some(json!(101.0)));
        check("payment.accepted == true", Some(json!(true)));
        check("order.state == \"open\"", Some(json!("open")));
        check("size(order.items) > 2", None);
        check("!order.open", None);
    }
}
