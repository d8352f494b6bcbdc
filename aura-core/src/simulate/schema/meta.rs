//! What a schema must look like, as a schema: for schemas that speak of schemas.
//!
//! The keywords and the shapes of their values, which hardly differ between dialects.

use std::sync::{Arc, OnceLock};

use serde_json::{Value, json};

use super::documents::Dialect;

/// Addresses under which the description is found.
pub(super) const ADDRESSES: &[(&str, Dialect)] = &[
    ("http://json-schema.org/draft-04/schema", Dialect::Draft4),
    ("http://json-schema.org/draft-06/schema", Dialect::Draft7),
    ("http://json-schema.org/draft-07/schema", Dialect::Draft7),
    ("https://json-schema.org/draft/2019-09/schema", Dialect::Draft2019),
    ("https://json-schema.org/draft/2020-12/schema", Dialect::Draft2020),
];

const SCHEMAS: [&str; 11] = [
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "additionalProperties",
    "additionalItems",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
];
const LISTS: [&str; 4] = ["allOf", "anyOf", "oneOf", "prefixItems"];
const MAPS: [&str; 4] = ["properties", "$defs", "definitions", "dependentSchemas"];
const COUNTS: [&str; 8] = [
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "minContains",
    "maxContains",
];
const TEXTS: [&str; 4] = ["title", "description", "$comment", "format"];
const ADDRESSED: [&str; 3] = ["$ref", "$id", "id"];

/// The description for a dialect.
pub(super) fn schema(dialect: Dialect) -> Arc<Value> {
    static OLDEST: OnceLock<Arc<Value>> = OnceLock::new();
    static OLD: OnceLock<Arc<Value>> = OnceLock::new();
    static NEW: OnceLock<Arc<Value>> = OnceLock::new();
    let cell = match dialect {
        Dialect::Draft4 | Dialect::OpenApi30 => &OLDEST,
        Dialect::Draft7 | Dialect::Draft2019 => &OLD,
        Dialect::Draft2020 => &NEW,
    };
    cell.get_or_init(|| Arc::new(written(dialect))).clone()
}

fn written(dialect: Dialect) -> Value {
    let types = json!(["array", "boolean", "integer", "null", "number", "object", "string"]);
    let list = json!({ "type": "array", "minItems": 1, "items": { "$ref": "#" } });
    let map = json!({ "type": "object", "additionalProperties": { "$ref": "#" } });
    let names = json!({ "type": "array", "items": { "type": "string" }, "uniqueItems": true });
    let items = match dialect {
        Dialect::Draft2020 => json!({ "$ref": "#" }),
        _ => json!({ "anyOf": [{ "$ref": "#" }, list] }),
    };
    let mut properties = json!({
        "type": { "anyOf": [
            { "enum": types },
            { "type": "array", "items": { "enum": types }, "minItems": 1, "uniqueItems": true },
        ] },
        "enum": { "type": "array", "minItems": 1, "uniqueItems": true },
        "required": { "type": "array", "items": { "type": "string" }, "minItems": 1, "uniqueItems": true },
        "minimum": { "type": "number" },
        "maximum": { "type": "number" },
        "multipleOf": { "type": "number", "exclusiveMinimum": 0, "minimum": 0.01 },
        "pattern": { "type": "string", "format": "regex" },
        "uniqueItems": { "type": "boolean" },
        "readOnly": { "type": "boolean" },
        "patternProperties": {
            "type": "object",
            "propertyNames": { "format": "regex" },
            "additionalProperties": { "$ref": "#" },
        },
        "items": items,
        "dependentRequired": { "type": "object", "additionalProperties": names },
        "dependencies": { "type": "object", "additionalProperties": { "anyOf": [{ "$ref": "#" }, names] } },
    });
    let mut add = |names: &[&str], shape: &Value| {
        for name in names {
            if let Some(properties) = properties.as_object_mut() {
                properties.insert((*name).to_owned(), shape.clone());
            }
        }
    };
    add(&SCHEMAS, &json!({ "$ref": "#" }));
    add(&LISTS, &list);
    add(&MAPS, &map);
    add(&COUNTS, &json!({ "type": "integer", "minimum": 0 }));
    add(&TEXTS, &json!({ "type": "string" }));
    add(&["$schema"], &json!({ "type": "string", "format": "uri" }));
    add(&ADDRESSED, &json!({ "type": "string", "format": "uri-reference" }));
    let kinds = if dialect == Dialect::Draft4 { json!("object") } else { json!(["object", "boolean"]) };
    json!({ "type": kinds, "properties": properties })
}
