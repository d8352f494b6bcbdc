//! An OpenAPI document, and what references within it lead to.

use std::sync::Arc;

use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

use super::super::schema::Dialect;

/// Most references in a row.
const MOST_STEPS: usize = 32;

/// The methods that an OpenAPI path may have.
pub(super) const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// A description of OpenAPI 3.0 or 3.1, as it was given.
#[derive(Debug, Clone)]
pub(super) struct Description {
    pub document: Arc<Value>,
    pub dialect: Dialect,
}

/// A place in a description: where it is, and what stands there.
#[derive(Debug, Clone)]
pub(super) struct At<'d> {
    pub pointer: String,
    pub value: &'d Value,
}

impl Description {
    /// Reads JSON or YAML.
    pub(super) fn read(text: &str, limits: &Limits) -> Result<Description> {
        Limits::check_input("the API description", text.len(), limits.document_bytes)?;
        let document: Value = if text.trim_start().starts_with('{') {
            serde_json::from_str(text).map_err(|error| unreadable(&error.to_string()))?
        } else {
            serde_saphyr::from_str(text).map_err(|error| unreadable(&error.to_string()))?
        };
        let version = match document.get("openapi") {
            Some(Value::String(version)) => version.clone(),
            Some(Value::Number(version)) => version.to_string(),
            _ => String::new(),
        };
        let dialect = match version.as_str() {
            old if old.starts_with("3.0") => Dialect::OpenApi30,
            new if new.starts_with("3.") => Dialect::Draft2020,
            _ => {
                return Err(Error::new(
                    ErrorCode::InvalidDocument,
                    "this is no description of OpenAPI 3.0 or 3.1",
                )
                .with_hint("the document needs a line such as `openapi: 3.1.0`"));
            }
        };
        Ok(Description { document: Arc::new(document), dialect })
    }

    pub(super) fn root(&self) -> At<'_> {
        At { pointer: String::new(), value: &self.document }
    }

    /// What stands at a place, with references followed.
    pub(super) fn resolved<'d>(&'d self, mut place: At<'d>) -> At<'d> {
        for _ in 0..MOST_STEPS {
            let Some(pointer) =
                place.value.get("$ref").and_then(Value::as_str).and_then(|it| it.strip_prefix('#'))
            else {
                break;
            };
            let pointer = super::super::schema::decode(pointer);
            let Some(value) = self.document.pointer(&pointer) else { break };
            place = At { pointer, value };
        }
        place
    }

    /// A part of a place, with references followed.
    pub(super) fn part<'d>(&'d self, place: &At<'d>, name: &str) -> Option<At<'d>> {
        Some(self.resolved(place.child(name)?))
    }

    /// All parts of a place, with references followed.
    pub(super) fn parts<'d>(&'d self, place: Option<At<'d>>) -> Vec<(String, At<'d>)> {
        let Some(place) = place else { return Vec::new() };
        match place.value {
            Value::Object(fields) => {
                fields.keys().filter_map(|name| Some((name.clone(), self.part(&place, name)?))).collect()
            }
            Value::Array(list) => (0..list.len())
                .map(|number| number.to_string())
                .filter_map(|name| Some((name.clone(), self.part(&place, &name)?)))
                .collect(),
            _ => Vec::new(),
        }
    }
}

fn unreadable(reason: &str) -> Error {
    Error::new(ErrorCode::InvalidDocument, format!("the API description cannot be read: {reason}"))
}

impl<'d> At<'d> {
    /// A part, as it stands there.
    pub(super) fn child(&self, name: &str) -> Option<At<'d>> {
        let value = match self.value {
            Value::Object(fields) => fields.get(name)?,
            Value::Array(list) => list.get(name.parse::<usize>().ok()?)?,
            _ => return None,
        };
        let escaped = name.replace('~', "~0").replace('/', "~1");
        Some(At { pointer: format!("{}/{escaped}", self.pointer), value })
    }

    pub(super) fn text(&self, name: &str) -> Option<&'d str> {
        self.value.get(name)?.as_str()
    }

    pub(super) fn is_set(&self, name: &str) -> bool {
        self.value.get(name) == Some(&Value::Bool(true))
    }
}
