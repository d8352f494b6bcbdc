//! Runs the vectors of `conformance/` in Rust; with `AURA_VECTORS_OUT` the lines go to that file for comparison.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use aura_ffi::{OPERATIONS, Session};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

#[test]
fn every_vector_is_answered_as_it_says() {
    let mut lines = String::new();
    for (file, suite) in suites() {
        let vectors = suite["vectors"].as_array().unwrap();
        let session = Session::open(&suite.get("options").unwrap_or(&json!({})).to_string()).unwrap();
        let mut saved: BTreeMap<String, String> = BTreeMap::new();
        for (vector, number) in vectors.iter().zip(1..) {
            let written = vector.get("request").unwrap_or(&json!({})).to_string();
            let mut request = vector["request_text"].as_str().map_or(written, str::to_owned);
            for (name, value) in &saved {
                request = request.replace(&format!("\"${name}\""), value);
            }
            let answer = session.call(vector["operation"].as_str().unwrap(), &request);
            let (mut is_well, outcome) = match &answer {
                Ok(response) => (vector.get("error").is_none(), hex(&Sha256::digest(response))),
                Err(failure) => (vector["error"] == failure.code.as_str(), failure.code.to_string()),
            };
            if let Ok(response) = &answer {
                let value: Value = serde_json::from_str(response).unwrap();
                is_well &= vector.get("response").is_none_or(|expect| *expect == value);
                is_well &= vector.get("sha256").is_none_or(|expect| *expect == outcome.as_str());
                for (name, member) in vector["save"].as_object().into_iter().flatten() {
                    saved.insert(name.clone(), value[member.as_str().unwrap()].to_string());
                }
            }
            let mark = if is_well { "ok" } else { "FAIL" };
            writeln!(lines, "{mark} {file} {number} {} {outcome}", vector["operation"].as_str().unwrap())
                .unwrap();
        }
    }
    if let Some(out) = std::env::var_os("AURA_VECTORS_OUT") {
        std::fs::write(out, &lines).unwrap();
    }
    assert!(!lines.contains("FAIL ") && lines.contains("ok "), "{lines}");
}

/// No runner has a language model, so there is no good answer of what asks one.
const NEVER_ANSWERED: &[&str] = &["complete"];

#[test]
fn every_operation_has_a_good_and_a_bad_request() {
    let mut found: BTreeMap<(String, bool), u32> = BTreeMap::new();
    for vector in suites().values().flat_map(|suite| suite["vectors"].as_array().unwrap()) {
        let operation = vector["operation"].as_str().unwrap().to_owned();
        *found.entry((operation, vector.get("error").is_none())).or_default() += 1;
    }
    for operation in OPERATIONS {
        let has = |good| found.contains_key(&(operation.name.to_owned(), good));
        assert!(
            has(true) || NEVER_ANSWERED.contains(&operation.name),
            "no good request of {}",
            operation.name
        );
        assert!(has(false), "no bad request of {}", operation.name);
    }
}

/// The files of vectors by name, in order.
fn suites() -> BTreeMap<String, Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../conformance");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|file| file.extension().is_some_and(|ending| ending == "json"));
    let read = |file: std::path::PathBuf| {
        let suite: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        (file.file_name().unwrap().display().to_string(), suite)
    };
    files.map(read).filter(|(_, suite)| suite.get("vectors").is_some_and(Value::is_array)).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
