//! `schemas/*.schema.json`: a JSON Schema (2020-12) for each data object, complete in itself.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::view::PlanView;
use super::words;
use crate::domain::data::{DataObject, Field, FieldKind, Sensitivity};
use crate::domain::id::{DataId, slug};

/// Longest chain of objects within objects that an example follows.
const MAX_DEPTH: usize = 4;

/// The schema of each data object by the name of its file.
pub(super) fn render(view: &PlanView) -> BTreeMap<String, Value> {
    let mut files = BTreeMap::new();
    for object in &view.plan.data {
        let mut name = slug(&object.name);
        let mut number = 2;
        while files.contains_key(&file_name(&name)) {
            name = format!("{}_{number}", slug(&object.name));
            number += 1;
        }
        files.insert(file_name(&name), document(view, object));
    }
    files
}

fn file_name(name: &str) -> String {
    format!("schemas/{}.schema.json", name.replace('_', "-"))
}

fn document(view: &PlanView, object: &DataObject) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("$id".to_owned(), json!(format!("urn:aura:{}:{}", view.plan.id, object.id)));
    schema.extend(object_schema(object, &|id| format!("#/$defs/{id}")));
    let mut definitions = Map::new();
    for id in referenced(view, object) {
        if let Some(other) = view.data(&id) {
            definitions.insert(id.to_string(), object_schema(other, &|id| format!("#/$defs/{id}")).into());
        }
    }
    if !definitions.is_empty() {
        schema.insert("$defs".to_owned(), definitions.into());
    }
    schema.into()
}

/// All objects that an object refers to, directly or through others.
pub(super) fn referenced(view: &PlanView, object: &DataObject) -> BTreeSet<DataId> {
    let mut found = BTreeSet::new();
    let mut open = vec![object];
    while let Some(object) = open.pop() {
        for field in &object.fields {
            if let FieldKind::List(reference) | FieldKind::Object(reference) = &field.kind
                && found.insert(reference.data.clone())
                && let Some(other) = view.data(&reference.data)
            {
                open.push(other);
            }
        }
    }
    found
}

/// The schema of an object; `refer` makes the reference to another object.
pub(super) fn object_schema(object: &DataObject, refer: &dyn Fn(&DataId) -> String) -> Map<String, Value> {
    let mut properties = Map::new();
    for field in &object.fields {
        properties.insert(field.name.clone(), field_schema(field, refer));
    }
    let required: Vec<&str> =
        object.fields.iter().filter(|field| field.required).map(|field| field.name.as_str()).collect();
    let mut schema = Map::new();
    schema.insert("title".to_owned(), json!(words::capitalised(&words::one_line(&object.name))));
    schema.insert("description".to_owned(), json!(words::sentence(&object.description)));
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), properties.into());
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema
}

/// The schema of one field, with title, description and an example.
pub(super) fn field_schema(field: &Field, refer: &dyn Fn(&DataId) -> String) -> Value {
    let mut schema = Map::new();
    if let FieldKind::Object(reference) = &field.kind {
        schema.insert("$ref".to_owned(), json!(refer(&reference.data)));
        return schema.into();
    }
    schema.insert("title".to_owned(), json!(words::one_line(&field.title)));
    if let Some(description) = description(field) {
        schema.insert("description".to_owned(), json!(description));
    }
    for (name, value) in kind_schema(field, refer) {
        schema.insert(name.to_owned(), value);
    }
    if field.sensitivity == Sensitivity::Secret {
        schema.insert("writeOnly".to_owned(), json!(true));
    }
    if !matches!(field.kind, FieldKind::List(_)) {
        schema.insert("examples".to_owned(), json!([field.example]));
    }
    schema.into()
}

fn kind_schema(field: &Field, refer: &dyn Fn(&DataId) -> String) -> Vec<(&'static str, Value)> {
    match &field.kind {
        FieldKind::Text(range) => vec![
            ("type", json!("string")),
            ("minLength", json!(range.min_length)),
            ("maxLength", json!(range.max_length)),
        ],
        FieldKind::Integer(range) => vec![
            ("type", json!("integer")),
            ("minimum", json!(range.minimum)),
            ("maximum", json!(range.maximum)),
        ],
        FieldKind::Money(range) => vec![
            ("type", json!("integer")),
            ("minimum", json!(range.minimum)),
            ("maximum", json!(range.maximum)),
        ],
        FieldKind::Number(range) => vec![
            ("type", json!("number")),
            ("minimum", json!(range.minimum)),
            ("maximum", json!(range.maximum)),
        ],
        FieldKind::Boolean => vec![("type", json!("boolean"))],
        FieldKind::Choice(list) => vec![("type", json!("string")), ("enum", json!(list.options))],
        FieldKind::Date => text_of_format("date"),
        FieldKind::DateTime => text_of_format("date-time"),
        FieldKind::Email => text_of_format("email"),
        FieldKind::Url => text_of_format("uri"),
        FieldKind::Phone => vec![("type", json!("string")), ("pattern", json!("^\\+[1-9][0-9]{1,14}$"))],
        FieldKind::Identifier => match field.identifier_prefix() {
            Some(prefix) => vec![("type", json!("string")), ("pattern", json!(format!("^{prefix}-[0-9]+$")))],
            None => vec![("type", json!("string")), ("minLength", json!(1))],
        },
        FieldKind::List(reference) => {
            vec![("type", json!("array")), ("items", json!({ "$ref": refer(&reference.data) }))]
        }
        FieldKind::Object(_) => Vec::new(),
    }
}

fn text_of_format(format: &str) -> Vec<(&'static str, Value)> {
    vec![("type", json!("string")), ("format", json!(format))]
}

fn description(field: &Field) -> Option<String> {
    let mut parts = Vec::new();
    if let FieldKind::Money(range) = &field.kind {
        parts.push(format!("In minor units (hundredths) of {}.", range.currency));
    }
    let care = match field.sensitivity {
        Sensitivity::Ordinary => "",
        Sensitivity::Personal => "Personal data: protect it, and keep it no longer than needed.",
        Sensitivity::Health => "Health data: protect it, and log who reads it.",
        Sensitivity::Financial => "Financial data: protect it.",
        Sensitivity::Secret => "Secret: never log it, never send it back.",
    };
    if !care.is_empty() {
        parts.push(care.to_owned());
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// An example of an object that its schema accepts.
pub(super) fn example(view: &PlanView, object: &DataObject) -> Value {
    example_within(view, object, 0)
}

fn example_within(view: &PlanView, object: &DataObject, depth: usize) -> Value {
    let mut members = Map::new();
    for field in &object.fields {
        let value = match &field.kind {
            FieldKind::Object(reference) => match view.data(&reference.data) {
                Some(other) if depth < MAX_DEPTH => example_within(view, other, depth + 1),
                _ => continue,
            },
            FieldKind::List(reference) => match view.data(&reference.data) {
                Some(other) if depth == 0 && other.id != object.id => {
                    json!([example_within(view, other, MAX_DEPTH)])
                }
                _ => json!([]),
            },
            _ => field.example.clone(),
        };
        members.insert(field.name.clone(), value);
    }
    members.into()
}
