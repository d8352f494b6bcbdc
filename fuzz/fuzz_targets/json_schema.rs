//! A JSON Schema of others: compiled, and a value drawn, which must be valid.

#![no_main]

use aura_core::random::Seed;
use aura_core::simulate::schema::{SampleOptions, Schema, SchemaOptions};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(document) = serde_json::from_str(text) else { return };
    let Ok(schema) = Schema::compile(&document, &SchemaOptions::default()) else { return };
    if let Ok(value) = schema.sample(Seed(1), 0, &SampleOptions::default()) {
        assert!(schema.is_valid(&value), "{value} is not valid");
    }
});
