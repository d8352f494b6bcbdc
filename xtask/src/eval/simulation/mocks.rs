//! Mocks from OpenAPI descriptions: every operation answers validly, and the same seed gives the same bytes.
//!
//! In: `openapi/real/`, descriptions as vendors publish them; `oas-examples/`, small tricky ones; `prism-harness/`, golden
//! cases of another mock server. Out: how many operations answer a request that they take with success and with a body
//! that is valid for another validator (the crate `jsonschema`), how many documents load and answer without a fault,
//! and how many golden cases of version 3 get the status, the media type and (where it is given) the example that is
//! expected.

use std::path::{Path, PathBuf};

use aura_core::limits::Limits;
use aura_core::random::Seed;
use aura_core::simulate::services::{Mock, Request, Response};
use serde_json::{Value, json};

use super::golden;
use crate::eval::Row;

const SEED: Seed = Seed(7);

/// Measures what is in the folder.
pub(crate) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let folder = folder.join("openapi");
    let mut rows = Vec::new();
    for path in files(&folder.join("real"))? {
        rows.push(description(&path)?);
    }
    let tricky = files(&folder.join("oas-examples"))?;
    if !tricky.is_empty() {
        rows.push(loads(&tricky));
    }
    let golden_files = files(&folder.join("prism-harness"))?;
    if !golden_files.is_empty() {
        rows.push(golden::measure(&golden_files));
    }
    if rows.is_empty() { Err("the folder holds nothing that is measured".to_owned()) } else { Ok(rows) }
}

/// All files below a folder that may be descriptions or cases; none where the folder is not there.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if ["json", "yaml", "yml", "txt"].contains(&ending.as_str()) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

pub(super) fn row(measure: String, outcomes: Vec<Result<(), String>>) -> Row {
    let cases = outcomes.len() as u64;
    let failures: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    let passed = cases - failures.len() as u64;
    Row {
        measure,
        cases,
        passed: Some(passed),
        figure: if cases == 0 { 0.0 } else { passed as f64 / cases as f64 },
        floor: None,
        aim: Some(1.0),
        worst: None,
        failures,
    }
}

fn description(path: &Path) -> Result<Row, String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = text(path)?;
    let measure = format!("operations of {name}");
    let (mut mock, mut again) = match (new_mock(&text), new_mock(&text)) {
        (Ok(mock), Ok(again)) => (mock, again),
        (Err(error), _) | (_, Err(error)) => return Ok(row(measure, vec![Err(error)])),
    };
    let judge = Judge::new(&text)?;
    let mut outcomes = Vec::new();
    for (method, template) in mock.operations() {
        let outcome = one(&mut mock, &mut again, &judge, &method, &template);
        outcomes.push(outcome.map_err(|reason| format!("{method} {template}: {reason}")));
    }
    Ok(row(measure, outcomes))
}

fn new_mock(text: &str) -> Result<Mock, String> {
    Mock::new(text, SEED, &Limits::default()).map_err(|error| error.to_string())
}

fn one(mock: &mut Mock, again: &mut Mock, judge: &Judge, method: &str, template: &str) -> Result<(), String> {
    // What other operations wrote or deleted is not the matter here.
    mock.reset();
    again.reset();
    let request = mock.sample_request(method, template, 0).ok_or("no request could be drawn")?;
    let response = mock.respond(&request);
    if response != again.respond(&request) {
        return Err("the same seed gives other bytes".to_owned());
    }
    if response.status >= 400 && !judge.has(template, method, response.status) {
        let body = String::from_utf8_lossy(&response.body).into_owned();
        return Err(format!("{} gets {}: {body}", request.target, response.status));
    }
    judge.check(template, method, &request, &response)
}

/// Judges bodies by the description with another validator.
struct Judge {
    document: Value,
    draft: jsonschema::Draft,
}

impl Judge {
    fn new(text: &str) -> Result<Judge, String> {
        let mut document: Value = if text.trim_start().starts_with('{') {
            serde_json::from_str(text).map_err(|error| error.to_string())?
        } else {
            serde_saphyr::from_str(text).map_err(|error| error.to_string())?
        };
        let is_old = document["openapi"].as_str().is_some_and(|version| version.starts_with("3.0"));
        if is_old {
            plain_draft4(&mut document);
        }
        let draft = if is_old { jsonschema::Draft::Draft4 } else { jsonschema::Draft::Draft202012 };
        Ok(Judge { document, draft })
    }

    fn resolved<'j>(&'j self, mut value: &'j Value, mut pointer: String) -> (&'j Value, String) {
        while let Some(target) = value["$ref"].as_str().and_then(|it| it.strip_prefix('#')) {
            let Some(found) = self.document.pointer(target) else { break };
            (value, pointer) = (found, target.to_owned());
        }
        (value, pointer)
    }

    fn step<'j>(&'j self, (value, pointer): (&'j Value, String), name: &str) -> (&'j Value, String) {
        let escaped = name.replace('~', "~0").replace('/', "~1");
        self.resolved(&value[name], format!("{pointer}/{escaped}"))
    }

    fn answer(&self, template: &str, method: &str, status: u16) -> (&Value, String) {
        let way = ["paths", template, &method.to_lowercase(), "responses"];
        let responses =
            way.iter().fold((&self.document, String::new()), |place, name| self.step(place, name));
        let names = [status.to_string(), format!("{}XX", status / 100), "default".to_owned()];
        let name = names.iter().find(|name| !responses.0[name.as_str()].is_null());
        match name {
            Some(name) => self.step(responses, name),
            None => (&Value::Null, String::new()),
        }
    }

    fn has(&self, template: &str, method: &str, status: u16) -> bool {
        !self.answer(template, method, status).0.is_null()
    }

    fn check(
        &self,
        template: &str,
        method: &str,
        request: &Request,
        response: &Response,
    ) -> Result<(), String> {
        let answer = self.answer(template, method, response.status);
        if answer.0.is_null() {
            return Err(format!("{} gets {}, which is not described", request.target, response.status));
        }
        let contents = self.step(answer, "content");
        let Some(all) = contents.0.as_object().filter(|_| request.method != "HEAD") else { return Ok(()) };
        let Some(media) = response.header("content-type") else {
            let is_needed = all.values().any(|content| !content["schema"].is_null());
            return if is_needed { Err("has no media type".to_owned()) } else { Ok(()) };
        };
        let name = all.keys().find(|name| *name == media).or(all.keys().find(|name| name.contains('*')));
        let content = self.step(contents.clone(), name.ok_or(format!("`{media}` is not described"))?);
        let (schema, pointer) = self.step(content, "schema");
        if schema.is_null() || !media.contains("json") {
            return Ok(());
        }
        let body = response.json().ok_or("the body is no JSON")?;
        let mut judged = self.document.clone();
        judged["$ref"] =
            json!(format!("#{}", pointer.replace('%', "%25").replace('{', "%7B").replace('}', "%7D")));
        let other = jsonschema::options()
            .with_draft(self.draft)
            .should_validate_formats(true)
            .build(&judged)
            .map_err(|error| format!("the other validator does not read the schema: {error}"))?;
        other.validate(&body).map_err(|error| format!("not valid: {error} at `{}`", error.instance_path()))
    }
}

/// The schemas of OpenAPI 3.0 in the words of draft 4: `null` is a type there.
fn plain_draft4(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if fields.get("nullable") == Some(&Value::Bool(true))
                && let Some(kind) = fields.get("type").cloned()
            {
                fields.insert("type".to_owned(), json!([kind, "null"]));
            }
            fields.values_mut().for_each(plain_draft4);
        }
        Value::Array(list) => list.iter_mut().for_each(plain_draft4),
        _ => {}
    }
}

/// Tricky documents: those of version 3 load, and every operation answers something.
fn loads(paths: &[PathBuf]) -> Row {
    let outcome = |path: &PathBuf| {
        let text = text(path)?;
        let Ok(mut mock) = new_mock(&text) else { return Ok(()) };
        for (method, template) in mock.operations() {
            let request = mock.sample_request(&method, &template, 0);
            let request = request.unwrap_or_else(|| Request::new(&method, &template));
            let response = mock.respond(&request);
            let detail = response.json().unwrap_or_default()["detail"].to_string();
            if response.status == 500 && detail.contains("no value") {
                return Err(format!("{}: {method} {template}: {detail}", path.display()));
            }
        }
        Ok(())
    };
    row("tricky documents that load and answer".to_owned(), paths.iter().map(outcome).collect())
}
