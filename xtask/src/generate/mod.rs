//! Files that are made from the code: the JSON Schemas of the documents under `conformance/schemas/`, the catalogue
//! of operations, the classes and types of every language, and lists that are copied from libraries.
//!
//! Writing and checking share one list of (path, content), so they cannot differ.

mod kotlin;
mod locales;
mod model;
mod python;
mod swift;
mod typescript;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::Outcome;

pub(crate) const HELP: &str = "\
usage: cargo xtask generate [--check]

Writes the JSON Schema of every document type to conformance/schemas/, the catalogue of operations to
conformance/operations.json, the classes and types of the Python, Node, Kotlin and Swift packages, and the names
of aura-core/src/simulate/locale/.
  --check   write nothing; fail where a file is missing, differs, or is no longer made
";

const SCHEMAS: &str = "conformance/schemas";
const CATALOGUE: &str = "conformance/operations.json";

/// Runs `cargo xtask generate`.
pub(crate) fn main(root: &Path, arguments: &[String]) -> Outcome {
    match arguments {
        [] => write(root, &expected()?).map(|()| true),
        [only] if only == "--check" => {
            let problems = check(root)?;
            for (path, message) in &problems {
                println!("{path}: {message}");
            }
            Ok(problems.is_empty())
        }
        [unknown, ..] => Err(format!("generate takes no `{unknown}`")),
    }
}

/// Compares the generated files with what the code says now: path and message of each difference.
pub(crate) fn check(root: &Path) -> Result<Vec<(String, String)>, String> {
    compare(root, &expected()?)
}

fn expected() -> Result<Vec<(String, String)>, String> {
    let schemas = aura_core::domain::schemas().into_iter();
    let mut files: Vec<(String, String)> = schemas
        .map(|(name, schema)| (format!("{SCHEMAS}/{name}.schema.json"), format!("{schema:#}\n")))
        .collect();
    let catalogue = aura_ffi::catalogue();
    files.push((CATALOGUE.to_owned(), format!("{catalogue:#}\n")));
    let model = model::Model::read(&catalogue)?;
    files.extend(python::files(&model));
    files.extend(typescript::files(&model));
    files.extend(kotlin::files(&model));
    files.extend(swift::files(&model));
    files.push(locales::file());
    Ok(files)
}

fn write(root: &Path, files: &[(String, String)]) -> Result<(), String> {
    let failed = |path: &str, error: std::io::Error| format!("cannot write {path}: {error}");
    fs::create_dir_all(root.join(SCHEMAS)).map_err(|error| failed(SCHEMAS, error))?;
    for (path, _) in compare(root, files)? {
        if let Some(folder) = root.join(&path).parent() {
            fs::create_dir_all(folder).map_err(|error| failed(&path, error))?;
        }
        match files.iter().find(|(wanted, _)| *wanted == path) {
            Some((_, content)) => {
                fs::write(root.join(&path), content).map_err(|error| failed(&path, error))?
            }
            None => fs::remove_file(root.join(&path)).map_err(|error| failed(&path, error))?,
        }
        println!("{path}");
    }
    println!("{} files are current", files.len());
    Ok(())
}

fn compare(root: &Path, files: &[(String, String)]) -> Result<Vec<(String, String)>, String> {
    let mut differences = Vec::new();
    for (path, content) in files {
        match fs::read_to_string(root.join(path)) {
            Ok(present) if present == *content => {}
            Ok(_) => {
                differences.push((path.clone(), "is out of date: run `cargo xtask generate`".to_owned()))
            }
            Err(_) => differences.push((path.clone(), "is missing: run `cargo xtask generate`".to_owned())),
        }
    }
    let wanted: BTreeSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    for entry in fs::read_dir(root.join(SCHEMAS)).into_iter().flatten() {
        let entry = entry.map_err(|error| format!("cannot read {SCHEMAS}: {error}"))?;
        let path = format!("{SCHEMAS}/{}", entry.file_name().to_string_lossy());
        if !wanted.contains(path.as_str()) {
            differences.push((path, "is no longer made: run `cargo xtask generate`".to_owned()));
        }
    }
    differences.sort();
    Ok(differences)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_found_and_mended() {
        let root = std::env::temp_dir().join(format!("aura-generate-{}", std::process::id()));
        fs::create_dir_all(root.join(SCHEMAS)).unwrap();
        fs::write(root.join(SCHEMAS).join("old.schema.json"), "{}").unwrap();
        fs::write(root.join(SCHEMAS).join("plan.schema.json"), "{\"changed\": true}").unwrap();
        let files: Vec<(String, String)> = ["intent", "plan"]
            .map(|name| (format!("{SCHEMAS}/{name}.schema.json"), "{}\n".to_owned()))
            .into();
        let words: Vec<String> = compare(&root, &files)
            .unwrap()
            .into_iter()
            .map(|(path, message)| {
                format!("{} {}", path.rsplit('/').next().unwrap(), message.split(':').next().unwrap())
            })
            .collect();
        assert_eq!(
            words,
            [
                "intent.schema.json is missing",
                "old.schema.json is no longer made",
                "plan.schema.json is out of date"
            ]
        );
        write(&root, &files).unwrap();
        assert_eq!(compare(&root, &files).unwrap(), []);
        fs::remove_dir_all(&root).unwrap();
    }
}
