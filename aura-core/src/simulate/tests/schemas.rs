//! Values from JSON Schemas: valid by hand-written rules, the same for the same seed, and never a silent failure.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::random::Seed;
use crate::simulate::schema::{Dialect, SampleOptions, Schema, SchemaOptions};

fn schema(document: &Value) -> Schema {
    Schema::compile(document, &SchemaOptions::default()).unwrap()
}

/// Draws many values and holds each against a rule that is written by hand.
fn check(document: Value, rule: impl Fn(&Value) -> bool) {
    let schema = schema(&document);
    for number in 0..50 {
        for options in [SampleOptions::default(), SampleOptions::default().with_edge_cases()] {
            let value = schema.sample(Seed(5), number, &options).unwrap();
            assert!(rule(&value), "{document} gave {value}");
        }
    }
}

#[test]
fn values_keep_what_the_schema_asks_for() {
    check(json!({ "type": "integer", "minimum": 7, "exclusiveMaximum": 20, "multipleOf": 3 }), |value| {
        value.as_i64().is_some_and(|number| [9, 12, 15, 18].contains(&number))
    });
    check(json!({ "type": "string", "pattern": "^(?!00)[0-9]{2}-[A-F]+$", "maxLength": 6 }), |value| {
        let text = value.as_str().unwrap();
        let (digits, letters) = text.split_once('-').unwrap();
        digits.len() == 2 && digits != "00" && (1..=3).contains(&letters.len())
    });
    check(
        json!({ "type": "array", "items": { "enum": [1, 2, 3] }, "uniqueItems": true, "minItems": 3 }),
        |value| {
            let items: BTreeSet<i64> = value.as_array().unwrap().iter().filter_map(Value::as_i64).collect();
            items.len() == 3 && value.as_array().unwrap().len() == 3
        },
    );
    check(
        json!({ "type": "array", "prefixItems": [{ "const": "a" }], "items": false, "contains": { "const": "a" } }),
        |value| *value == json!(["a"]),
    );
}

#[test]
fn alternatives_and_conditions_are_kept() {
    check(
        json!({
            "properties": { "kind": { "enum": ["card", "cash"] }, "number": { "type": "string" } },
            "required": ["kind"],
            "type": "object",
            "additionalProperties": false,
            "if": { "properties": { "kind": { "const": "card" } } },
            "then": { "required": ["number"] },
            "else": { "not": { "required": ["number"] } }
        }),
        |value| (value["kind"] == "card") == value.get("number").is_some(),
    );
    check(
        json!({ "oneOf": [{ "type": "integer", "multipleOf": 2 }, { "type": "integer", "multipleOf": 3 }] }),
        |value| value.as_i64().is_some_and(|number| (number % 2 == 0) != (number % 3 == 0)),
    );
    // Only a wrong type of what the other alternative declares tells the two apart.
    let resource = |own: &str| {
        json!({ "type": "object", "required": ["kind"],
            "properties": { "kind": { "type": "string" }, "name": { "type": "string" }, own: { "type": "string" } } })
    };
    check(json!({ "oneOf": [resource("color"), resource("description")] }), |value| {
        let is_other = |name: &str| value.get(name).is_some_and(|value| !value.is_string());
        value["kind"].is_string() && is_other("color") != is_other("description")
    });
    check(
        json!({
            "type": "object",
            "allOf": [{ "properties": { "a": { "type": "integer" } }, "required": ["a"] }],
            "properties": { "b": true },
            "unevaluatedProperties": false,
            "dependentRequired": { "b": ["a"] }
        }),
        |value| {
            value["a"].is_i64() && value.as_object().unwrap().keys().all(|name| name == "a" || name == "b")
        },
    );
}

#[test]
fn recursive_schemas_end() {
    let tree = json!({
        "$defs": { "node": {
            "type": "object",
            "required": ["name", "children"],
            "properties": { "name": { "type": "string" }, "children": { "type": "array", "items": { "$ref": "#/$defs/node" } } }
        } },
        "$ref": "#/$defs/node"
    });
    fn is_tree(value: &Value) -> bool {
        value["name"].is_string() && value["children"].as_array().is_some_and(|list| list.iter().all(is_tree))
    }
    check(tree, is_tree);
    let endless = schema(&json!({ "$ref": "#" }));
    assert!(endless.sample(Seed(1), 0, &SampleOptions::default()).is_err());
    let never_flat = schema(
        &json!({ "type": "object", "required": ["inner"], "properties": { "inner": { "$ref": "#" } } }),
    );
    assert!(never_flat.sample(Seed(1), 0, &SampleOptions::default()).is_err());
}

#[test]
fn what_cannot_be_met_is_an_error_that_says_why() {
    for (document, expect) in [
        (json!(false), "nothing may be there"),
        (json!({ "type": "string", "minLength": 5, "maxLength": 2 }), "5 characters are asked for"),
        (json!({ "allOf": [{ "type": "string" }, { "type": "null" }] }), "no type fits"),
        (json!({ "$ref": "https://example.com/elsewhere.json" }), "leads nowhere"),
        (json!({ "type": "string", "pattern": "(" }), "cannot be read"),
        (
            json!({ "type": "object", "required": ["a"], "properties": { "a": false } }),
            "`a`: must not be there",
        ),
    ] {
        let error = schema(&document).sample(Seed(1), 0, &SampleOptions::default()).unwrap_err();
        assert!(error.message().contains(expect), "{document}: {}", error.message());
    }
}

#[test]
fn a_missing_document_can_be_taken_as_anything_and_is_named() {
    let document = json!({
        "type": "object",
        "required": ["outside"],
        "properties": { "outside": { "$ref": "https://example.com/elsewhere.json#/a" } }
    });
    let options = SchemaOptions { skip_missing: true, ..SchemaOptions::default() };
    let schema = Schema::compile(&document, &options).unwrap();
    assert_eq!(schema.missing_references().collect::<Vec<_>>(), ["https://example.com/elsewhere.json#/a"]);
    assert!(schema.sample(Seed(1), 0, &SampleOptions::default()).unwrap().get("outside").is_some());
}

#[test]
fn dialects_read_the_same_words_differently() {
    let document = json!({ "type": "number", "minimum": 5, "exclusiveMinimum": true, "nullable": true });
    let valid = |dialect: Dialect, value: Value| {
        let options = SchemaOptions { dialect, ..SchemaOptions::default() };
        Schema::compile(&document, &options).unwrap().is_valid(&value)
    };
    assert!(!valid(Dialect::Draft4, json!(5)) && valid(Dialect::Draft4, json!(6)));
    assert!(valid(Dialect::OpenApi30, Value::Null) && !valid(Dialect::Draft2020, Value::Null));
}

#[test]
fn a_seed_gives_the_same_values_whatever_was_drawn_before() {
    let document =
        json!({ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "number" } } });
    let schema = schema(&document);
    let draw = |number| schema.sample(Seed(9), number, &SampleOptions::default()).unwrap();
    let (first, second) = (draw(0), draw(1));
    assert_eq!((draw(1), draw(0)), (second.clone(), first.clone()));
    assert_ne!(first, second);
    let all: BTreeSet<String> = (0..100).map(|number| draw(number).to_string()).collect();
    assert!(all.len() > 90, "{}", all.len());
}

#[test]
fn violations_say_where_and_what() {
    let schema = schema(&json!({
        "type": "object",
        "required": ["name"],
        "properties": { "age": { "type": "integer", "minimum": 0 }, "tags": { "items": { "type": "string" } } },
        "additionalProperties": false
    }));
    let found = schema.violations(&json!({ "age": -1, "tags": ["a", 2], "other": 1 }));
    let told: Vec<String> =
        found.iter().map(|it| format!("{} {} {}", it.path, it.keyword, it.message)).collect();
    assert_eq!(
        told,
        [
            " required must have the property `name`",
            "/age minimum must be at least 0",
            "/tags/1 type must be string, is integer",
            "/other additionalProperties is not known here",
        ]
    );
}
