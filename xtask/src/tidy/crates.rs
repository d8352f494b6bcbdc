//! Arrows between the crates of the workspace: a crate may depend only on crates of a lower layer.

use std::path::Path;

use serde_json::Value;

use super::Problem;
use crate::run;

/// The layers from low to high.
const LAYERS: &[&[&str]] = &[
    &["aura-core"],
    &["aura-store", "aura-table", "aura-llm", "aura-sandbox"],
    &["aura-ffi"],
    &["aura-cli", "aura-py", "aura-node", "aura-uniffi", "aura-bindgen", "aura-wasm"],
    &["xtask", "benches", "examples", "fuzz"],
];

/// The language packages are thin: of our crates they see one.
const THIN: &[&str] = &["aura-py", "aura-node", "aura-uniffi", "aura-wasm"];
const BELOW_THIN: &str = "aura-ffi";

/// What cargo knows of the workspace, as JSON.
pub(super) fn metadata(root: &Path) -> Result<String, String> {
    let ran = run::watched("cargo", &["metadata", "--no-deps", "--format-version", "1", "--offline"], root)?;
    if ran.success { Ok(ran.output) } else { Err("`cargo metadata` failed".to_owned()) }
}

/// Finds every dependency that points up or sideways.
pub(super) fn check(metadata: &str) -> Result<Vec<Problem>, String> {
    let metadata: Value =
        serde_json::from_str(metadata).map_err(|error| format!("`cargo metadata` is not JSON: {error}"))?;
    let mut problems = Vec::new();
    for package in list(&metadata, "packages") {
        let name = text(package, "name");
        let path = format!("{name}/Cargo.toml");
        let Some(own) = layer(name) else {
            let message = format!("the crate `{name}` has no layer: give it one in xtask/src/tidy/crates.rs");
            problems.push(Problem::new(&path, None, message));
            continue;
        };
        for dependency in list(package, "dependencies") {
            let target = text(dependency, "name");
            let Some(below) = layer(target) else { continue };
            if below >= own {
                let message = format!("`{name}` may not depend on `{target}`, which stands no lower");
                problems.push(Problem::new(&path, None, message));
            } else if THIN.contains(&name) && target != BELOW_THIN {
                let message = format!("`{name}` is thin: it may depend on `{BELOW_THIN}`, not on `{target}`");
                problems.push(Problem::new(&path, None, message));
            }
        }
    }
    Ok(problems)
}

fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&name))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_one(name: &str, dependencies: &[&str]) -> Vec<String> {
        let dependencies: Vec<Value> =
            dependencies.iter().map(|name| serde_json::json!({ "name": name })).collect();
        let metadata = serde_json::json!({ "packages": [{ "name": name, "dependencies": dependencies }] });
        check(&metadata.to_string()).unwrap().into_iter().map(|problem| problem.message).collect()
    }

    #[test]
    fn down_is_allowed() {
        assert_eq!(check_one("aura-cli", &["aura-core", "aura-store", "aura-ffi", "serde"]), [""; 0]);
        assert_eq!(check_one("aura-py", &["aura-ffi", "pyo3"]), [""; 0]);
    }

    #[test]
    fn up_sideways_and_past_the_table_are_found() {
        for (name, dependency, expect) in [
            ("aura-core", "aura-store", "which stands no lower"),
            ("aura-store", "aura-llm", "which stands no lower"),
            ("aura-py", "aura-core", "`aura-py` is thin"),
            ("aura-new", "aura-core", "has no layer"),
        ] {
            let found = check_one(name, &[dependency]);
            assert!(found.len() == 1 && found[0].contains(expect), "{name} {found:?}");
        }
    }
}
