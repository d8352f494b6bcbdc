//! Values from JSON Schemas against another validator (the crate `jsonschema`), and our verdicts against the official
//! test-suite.
//!
//! In: `schemastore-half.tar.gz`, real schemas, which may refer to each other; `test-suite/`, the official suite. Out:
//! how many values at three seeds are valid for the other validator, how many schemas of the suite with a valid example
//! yield a valid value, and how many verdicts of the suite are ours. An instance that is refused counts as not passed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use aura_core::random::Seed;
use aura_core::simulate::schema::{Dialect, SampleOptions, Schema, SchemaOptions};
use serde_json::Value;

use crate::eval::Row;

const SEEDS: [u64; 3] = [1, 2, 3];
const FLOOR: f64 = 0.97;

/// Measures what is in the folder.
pub(crate) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let folder = folder.join("jsonschema");
    let mut rows = Vec::new();
    let archive = folder.join("schemastore-half.tar.gz");
    if archive.is_file() {
        rows.extend(real(&unpacked(&archive)?)?);
    }
    let suite = folder.join("test-suite");
    if suite.is_dir() {
        let remotes =
            Documents::read(&suite.join("remotes"), |path| format!("http://localhost:1234/{path}"))?;
        let (mut values, mut verdicts) = (Count::default(), Count::default());
        for (name, dialect) in
            [("draft4", Dialect::Draft4), ("draft7", Dialect::Draft7), ("draft2020-12", Dialect::Draft2020)]
        {
            one_draft(&suite.join("tests").join(name), dialect, &remotes, &mut values, &mut verdicts)?;
        }
        rows.push(values.row("a schema of the suite with a valid example yields a valid value"));
        rows.push(verdicts.row("verdicts of the suite"));
    }
    if rows.is_empty() { Err("the folder holds nothing that is measured".to_owned()) } else { Ok(rows) }
}

/// Right cases among all.
#[derive(Default)]
struct Count {
    cases: u64,
    passed: u64,
    failures: Vec<String>,
}

impl Count {
    fn add(&mut self, label: impl FnOnce() -> String, outcome: Result<(), String>) {
        self.cases += 1;
        match outcome {
            Ok(()) => self.passed += 1,
            Err(reason) => self.failures.push(format!("{}: {reason}", label())),
        }
    }

    fn row(self, measure: &str) -> Row {
        Row {
            measure: measure.to_owned(),
            cases: self.cases,
            passed: Some(self.passed),
            figure: if self.cases == 0 { 0.0 } else { self.passed as f64 / self.cases as f64 },
            floor: Some(FLOOR),
            aim: Some(1.0),
            worst: None,
            failures: self.failures,
        }
    }
}

/// Schemas by address, for references between files.
#[derive(Clone, Default)]
struct Documents(BTreeMap<String, Arc<Value>>);

impl Documents {
    fn read(folder: &Path, address: impl Fn(&str) -> String) -> Result<Documents, String> {
        let mut all = BTreeMap::new();
        for path in files(folder)? {
            let inside = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if let Some(value) = super::read(&path)? {
                all.insert(address(&inside), Arc::new(value));
            }
        }
        Ok(Documents(all))
    }

    /// Whether a reference leads to one of the documents, or stays within its own.
    fn has(&self, base: &str, reference: &str) -> bool {
        let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
        let target = reference.split('#').next().unwrap_or_default();
        target.is_empty() || self.0.contains_key(target) || self.0.contains_key(&format!("{folder}/{target}"))
    }

    fn list(&self) -> Vec<(String, Arc<Value>)> {
        self.0.iter().map(|(address, value)| (address.clone(), value.clone())).collect()
    }
}

/// The other validator asks for documents here. What nobody has is taken for `true`, so that a schema can be judged
/// by everything else that it says.
impl jsonschema::Retrieve for Documents {
    fn retrieve(
        &self,
        uri: &jsonschema::Uri<String>,
    ) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        let address = uri.as_str().trim_end_matches('#');
        Ok(self.0.get(address).map_or(Value::Bool(true), |value| value.as_ref().clone()))
    }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn unpacked(archive: &Path) -> Result<PathBuf, String> {
    let folder = std::env::temp_dir().join(format!("aura-eval-schemas-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let mut command = std::process::Command::new("tar");
    let status = command.arg("-xzf").arg(archive).arg("-C").arg(&folder).status();
    match status {
        Ok(status) if status.success() => Ok(folder),
        Ok(_) => Err(format!("`tar` cannot unpack {}", archive.display())),
        Err(error) => Err(format!("cannot run `tar`: {error}")),
    }
}

/// All schemas, a reference to a document that nobody has being taken as anything; and those without any, which are
/// judged as they are.
fn real(folder: &Path) -> Result<Vec<Row>, String> {
    let (mut all, mut whole) = (Count::default(), Count::default());
    let paths = files(folder)?;
    let parent = paths.first().and_then(|path| path.parent()).unwrap_or(folder).to_owned();
    let documents = Documents::read(&parent, |path| format!("https://json.schemastore.org/{path}"))?;
    for (address, document) in &documents.0 {
        let name = address.rsplit('/').next().unwrap_or(address);
        if let Some(folder) = dump_folder() {
            let text = serde_json::to_string(document.as_ref()).unwrap_or_default();
            write(&folder.join(name), &text)?;
        }
        for seed in SEEDS {
            let outcome = real_value(address, document, &documents, seed, name);
            let label = || format!("{name} seed {seed}");
            if matches!(outcome, Err((_, true)) | Ok(true)) {
                all.add(label, outcome.map(|_| ()).map_err(|(reason, _)| reason));
            } else {
                let outcome = outcome.map(|_| ()).map_err(|(reason, _)| reason);
                whole.add(label, outcome.clone());
                all.add(label, outcome);
            }
        }
    }
    std::fs::remove_dir_all(folder).map_err(|error| error.to_string())?;
    Ok(vec![
        all.row(
            "values of real schemas, three seeds each; what a reference to outside leads to is not judged",
        ),
        whole.row("the same, schemas without references to outside"),
    ])
}

/// Where values are left for a third validator, where that is wanted.
fn dump_folder() -> Option<PathBuf> {
    std::env::var_os("AURA_EVAL_VALUES").map(PathBuf::from)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

/// Whether the schema refers to outside; with the reason where the value is not right.
fn real_value(
    address: &str,
    document: &Value,
    documents: &Documents,
    seed: u64,
    name: &str,
) -> Result<bool, (String, bool)> {
    let mut options = SchemaOptions::default();
    options.address = address.to_owned();
    options.documents = documents.list();
    options.skip_missing = true;
    let schema =
        Schema::compile(document, &options).map_err(|error| (format!("not read: {error}"), false))?;
    let missing: BTreeSet<&str> =
        schema.missing_references().filter(|reference| !documents.has(address, reference)).collect();
    let with_missing = |reason: String| (reason, !missing.is_empty());
    let value = schema
        .sample(Seed(seed), 0, &SampleOptions::default())
        .map_err(|error| with_missing(format!("not drawn: {error}")))?;
    if let Some(folder) = dump_folder() {
        write(&folder.join(format!("{name}.{seed}.value")), &value.to_string())
            .map_err(|error| (error, false))?;
    }
    let mut judged = document.clone();
    cut(&mut judged, &missing);
    let other = jsonschema::options()
        .with_retriever(documents.clone())
        .with_base_uri(address)
        .build(&judged)
        .map_err(|error| with_missing(format!("the other validator does not read the schema: {error}")))?;
    other
        .validate(&value)
        .map_err(|error| with_missing(format!("not valid: {error} at `{}`", error.instance_path())))?;
    Ok(!missing.is_empty())
}

/// Takes references out of a schema.
fn cut(schema: &mut Value, missing: &BTreeSet<&str>) {
    match schema {
        Value::Object(fields) => {
            if fields.get("$ref").and_then(Value::as_str).is_some_and(|own| missing.contains(own)) {
                fields.clear();
            }
            fields.values_mut().for_each(|value| cut(value, missing));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| cut(value, missing)),
        _ => {}
    }
}

fn one_draft(
    folder: &Path,
    dialect: Dialect,
    remotes: &Documents,
    values: &mut Count,
    verdicts: &mut Count,
) -> Result<(), String> {
    let mut options = SchemaOptions::default();
    options.dialect = dialect;
    options.formats = false;
    options.documents = remotes.list();
    for path in files(folder)? {
        let is_optional = path.components().any(|part| part.as_os_str() == "optional");
        let Some(Value::Array(groups)) = super::read(&path)? else { continue };
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for group in groups.iter().filter(|_| !is_optional) {
            let told = group["description"].as_str().unwrap_or_default();
            let schema = Schema::compile(&group["schema"], &options);
            let tests: &[Value] = group["tests"].as_array().map(Vec::as_slice).unwrap_or_default();
            for test in tests {
                let verdict = match &schema {
                    Ok(schema) if schema.is_valid(&test["data"]) == (test["valid"] == true) => Ok(()),
                    Ok(_) => Err("another verdict".to_owned()),
                    Err(error) => Err(error.to_string()),
                };
                let test = test["description"].as_str().unwrap_or_default();
                verdicts.add(|| format!("{dialect:?} {name}: {told}: {test}"), verdict);
            }
            if tests.iter().any(|test| test["valid"] == true) {
                let outcome = suite_value(&group["schema"], schema.as_ref(), dialect, remotes);
                values.add(|| format!("{dialect:?} {name}: {told}"), outcome);
            }
        }
    }
    Ok(())
}

fn suite_value(
    document: &Value,
    schema: Result<&Schema, &aura_core::Error>,
    dialect: Dialect,
    remotes: &Documents,
) -> Result<(), String> {
    let schema = schema.map_err(|error| format!("not read: {error}"))?;
    let draft = match dialect {
        Dialect::Draft4 => jsonschema::Draft::Draft4,
        Dialect::Draft7 => jsonschema::Draft::Draft7,
        _ => jsonschema::Draft::Draft202012,
    };
    let other = jsonschema::options()
        .with_draft(draft)
        .with_retriever(remotes.clone())
        .build(document)
        .map_err(|error| format!("the other validator does not read the schema: {error}"))?;
    for seed in SEEDS {
        let value = schema
            .sample(Seed(seed), 0, &SampleOptions::default())
            .map_err(|error| format!("seed {seed}: {error}"))?;
        other.validate(&value).map_err(|error| format!("seed {seed}: {value} is not valid: {error}"))?;
    }
    Ok(())
}
