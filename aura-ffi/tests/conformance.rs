//! Runs the vectors of `conformance/` in Rust; with `AURA_VECTORS_OUT` the lines go to that file for comparison.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use aura_ffi::Session;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

#[test]
fn every_vector_is_answered_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../conformance");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut lines = String::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "json")) {
        let suite: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let Some(vectors) = suite["vectors"].as_array() else { continue };
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
            let (mark, name) = (if is_well { "ok" } else { "FAIL" }, file.file_name().unwrap().display());
            writeln!(lines, "{mark} {name} {number} {} {outcome}", vector["operation"].as_str().unwrap())
                .unwrap();
        }
    }
    if let Some(out) = std::env::var_os("AURA_VECTORS_OUT") {
        std::fs::write(out, &lines).unwrap();
    }
    assert!(!lines.contains("FAIL ") && lines.contains("ok "), "{lines}");
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
