//! The table as data: what generators of types, documentation and tools read.

use aura_core::ErrorCode;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::operations::OPERATIONS;
use crate::session::SessionOptions;

/// The version of every package.
pub fn package_version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// Every error code with what it means and whether the same call may work later.
pub fn error_codes() -> Vec<Value> {
    let describe = |code: &ErrorCode| json!({ "code": code.as_str(), "doc": code.description().trim(), "retryable": code.is_retryable() });
    ErrorCode::ALL.iter().map(describe).collect()
}

/// The operations with their documentation, error codes, and schemas of requests and responses, as JSON.
pub fn catalogue() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let options = generator.subschema_for::<SessionOptions>().to_value();
    let event = generator.subschema_for::<aura_core::progress::ProgressEvent>().to_value();
    let failure = generator.subschema_for::<aura_core::error::ErrorDocument>().to_value();
    let mut operations = Vec::new();
    for operation in OPERATIONS {
        let request = (operation.request)(&mut generator).to_value();
        let response = (operation.response)(&mut generator).to_value();
        let errors: Vec<&str> = operation.errors.iter().map(|code| code.as_str()).collect();
        operations.push(json!({
            "name": operation.name, "doc": doc(operation.doc), "request": request, "response": response, "errors": errors,
        }));
    }
    let mut definitions: Map<String, Value> = generator.take_definitions(true);
    definitions.sort_keys();
    json!({
        "version": package_version(), "operations": operations, "session_options": options, "event": event,
        "error": failure, "error_codes": error_codes(), "$defs": definitions,
    })
}

fn doc(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned()
}
