//! Schemas that nobody wrote: what is drawn for any of them is valid for another validator (the crate `jsonschema`), and
//! both say the same of any value.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::limits::Limits;
use crate::random::Seed;
use crate::simulate::schema::{SampleOptions, Schema, SchemaOptions};
use crate::simulate::services::{Mock, Request, Response};

const NAMES: [&str; 6] = ["id", "email", "createdAt", "a/b", "ünï", "note"];

fn with(pairs: Vec<(&str, Option<Value>)>) -> Value {
    let there = pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(there.collect::<Map<String, Value>>())
}

fn number() -> impl Strategy<Value = Value> {
    let bound = || prop::option::of((-1_000_i32..1_000).prop_map(|number| json!(f64::from(number) / 4.0)));
    let step = prop::option::of(prop::sample::select(vec![json!(1), json!(5), json!(0.25), json!(0.01)]));
    (prop::bool::ANY, bound(), bound(), bound(), bound(), step).prop_map(
        |(whole, least, most, over, under, step)| {
            with(vec![
                ("type", Some(json!(if whole { "integer" } else { "number" }))),
                ("minimum", least),
                ("maximum", most),
                ("exclusiveMinimum", over),
                ("exclusiveMaximum", under),
                ("multipleOf", step),
            ])
        },
    )
}

fn text() -> impl Strategy<Value = Value> {
    let length = || prop::option::of((0_u32..30).prop_map(|length| json!(length)));
    let pattern = prop::sample::select(vec!["^[a-c]{2,5}$", "x", "^A-[0-9]+$", "(?i)no$", "^\\p{L}+$"]);
    let format = prop::sample::select(vec!["email", "date", "date-time", "uuid", "ipv4", "uri", "hostname"]);
    (length(), length(), prop::option::weighted(0.2, pattern), prop::option::weighted(0.2, format)).prop_map(
        |(least, most, pattern, format)| {
            with(vec![
                ("type", Some(json!("string"))),
                ("minLength", least),
                ("maxLength", most),
                ("pattern", pattern.map(|pattern| json!(pattern))),
                ("format", format.map(|format| json!(format))),
            ])
        },
    )
}

fn value() -> impl Strategy<Value = Value> {
    let flat = prop_oneof![
        Just(Value::Null),
        prop::bool::ANY.prop_map(|flag| json!(flag)),
        (-300_i64..300).prop_map(|number| json!(number)),
        (-300_i32..300).prop_map(|number| json!(f64::from(number) / 8.0)),
        "[a-cA-C0-9é ]{0,8}".prop_map(|text| json!(text)),
    ];
    flat.prop_recursive(2, 12, 4, |inner| {
        let fields = prop::collection::vec((prop::sample::select(NAMES.to_vec()), inner.clone()), 0..4);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::Array),
            fields.prop_map(|fields| {
                Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
            }),
        ]
    })
}

fn schema() -> impl Strategy<Value = Value> {
    let flat = prop_oneof![
        4 => number(),
        4 => text(),
        1 => Just(json!({"type": "boolean"})),
        1 => Just(json!({"type": ["null", "integer"]})),
        1 => Just(json!(true)),
        1 => Just(json!({})),
        1 => value().prop_map(|value| json!({"const": value})),
        2 => prop::collection::vec(value(), 1..4).prop_map(|values| json!({"enum": values})),
    ];
    flat.prop_recursive(3, 24, 4, |inner| {
        let count = || prop::option::of((0_u32..5).prop_map(|count| json!(count)));
        let several = || prop::collection::vec(inner.clone(), 1..4);
        let array = (inner.clone(), count(), count(), prop::option::of(prop::bool::ANY)).prop_map(
            |(items, least, most, unique)| {
                with(vec![
                    ("type", Some(json!("array"))),
                    ("items", Some(items)),
                    ("minItems", least),
                    ("maxItems", most),
                    ("uniqueItems", unique.map(|unique| json!(unique))),
                ])
            },
        );
        let fields = prop::collection::vec((prop::sample::select(NAMES.to_vec()), inner.clone()), 0..4);
        let required = prop::sample::subsequence(NAMES.to_vec(), 0..4);
        let object = (fields, required, prop::option::of(inner.clone()), count()).prop_map(
            |(fields, required, rest, least)| {
                let fields: Map<String, Value> =
                    fields.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
                with(vec![
                    ("type", Some(json!("object"))),
                    ("properties", Some(Value::Object(fields))),
                    ("required", Some(json!(required))),
                    ("additionalProperties", rest),
                    ("minProperties", least),
                ])
            },
        );
        prop_oneof![
            3 => array,
            4 => object,
            1 => several().prop_map(|all| json!({"anyOf": all})),
            1 => several().prop_map(|all| json!({"allOf": all})),
            1 => several().prop_map(|all| json!({"oneOf": all})),
            1 => inner.clone().prop_map(|not| json!({"not": not})),
            1 => (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(when, then, other)| json!({"if": when, "then": then, "else": other})),
        ]
    })
}

fn other(document: &Value) -> jsonschema::Validator {
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .build(document)
        .unwrap()
}

/// A service with one collection: what it shows is of the one schema, what it takes of the other.
fn described(document: &Value, body: &Value) -> Value {
    let answer = |status: &str| json!({ status: { "description": "x", "content": { "application/json": { "schema": document } } } });
    let taken = json!({ "required": true, "content": { "application/json": { "schema": body } } });
    json!({ "openapi": "3.1.0", "info": { "title": "Things", "version": "1" }, "paths": { "/things": {
        "get": { "responses": answer("200") }, "post": { "requestBody": taken, "responses": answer("201") } } } })
}

/// Whether an answer is valid, or says that none is to be found.
fn is_well(answer: &Response, schema: &jsonschema::Validator) -> bool {
    match (answer.status, answer.json()) {
        (200 | 201, Some(value)) => schema.is_valid(&value),
        (500, Some(problem)) => {
            problem["detail"].as_str().is_some_and(|told| told.contains("no value that is valid"))
        }
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_drawn_for_any_schema_is_valid(document in schema(), seed in 0_u64..1_000) {
        let schema = Schema::compile(&document, &SchemaOptions::default()).unwrap();
        let other = other(&document);
        for options in [SampleOptions::default(), SampleOptions::default().with_edge_cases()] {
            // Where nothing is drawn there is a reason; many of these schemas cannot be met.
            if let Ok(drawn) = schema.sample(Seed(seed), 0, &options) {
                prop_assert!(other.is_valid(&drawn), "{drawn} is not valid for {document}");
                prop_assert!(schema.violations(&drawn).is_empty());
            }
        }
    }

    #[test]
    fn both_validators_say_the_same_of_any_value(document in schema(), value in value()) {
        let schema = Schema::compile(&document, &SchemaOptions::default()).unwrap();
        let is_valid = schema.is_valid(&value);
        prop_assert_eq!(is_valid, other(&document).is_valid(&value), "{} against {}", value, document);
        prop_assert_eq!(is_valid, schema.violations(&value).is_empty());
    }

    #[test]
    fn a_service_of_any_schema_answers_validly_or_says_why_not(
        document in schema(),
        body in schema(),
        sent in value(),
        seed in 0_u64..1_000,
    ) {
        let mut mock = Mock::new(&described(&document, &body).to_string(), Seed(seed), &Limits::default()).unwrap();
        let (answers, requests) = (other(&document), other(&body));
        let all = mock.respond(&Request::new("GET", "/things"));
        prop_assert!(is_well(&all, &answers), "{all:?} for {document}");
        prop_assert_eq!(&all, &mock.respond(&Request::new("GET", "/things")), "the same twice");
        let made = mock.respond(&Request::new("POST", "/things").with_json(&sent));
        match requests.is_valid(&sent) {
            true => prop_assert!(is_well(&made, &answers), "{made:?} to {sent} for {body}, {document}"),
            false => prop_assert!((400..500).contains(&made.status), "{made:?} to {sent} for {body}"),
        }
        let schema = Schema::compile(&body, &SchemaOptions::default()).unwrap();
        if let Ok(drawn) = schema.sample(Seed(seed), 0, &SampleOptions::default()) {
            let made = mock.respond(&Request::new("POST", "/things").with_json(&drawn));
            prop_assert!(is_well(&made, &answers), "{made:?} to {drawn} for {body}, {document}");
        }
    }

    #[test]
    fn a_description_that_is_cut_or_changed_is_read_or_refused(
        document in schema(), at in 0_usize..2_000, by in "[{}\\[\\]\",:a0\n]",
    ) {
        let text = described(&document, &json!(true)).to_string();
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let (before, after) = text.split_at(at);
        for text in [before.to_owned(), format!("{before}{by}{after}")] {
            if let Ok(mut mock) = Mock::new(&text, Seed(1), &Limits::default()) {
                mock.respond(&Request::new("GET", "/things"));
            }
        }
    }
}
