//! The source distribution of the Python package: whether it holds all that a build of it reads.
//!
//! Building it compiles all of Rust again, which is too slow for every run; what can go wrong is that a file is not
//! there. So its files are held against those of the project, every file that the code includes is looked for, and
//! cargo resolves it without a network.

use std::fs;

use super::{Workshop, only_file, text};
use crate::test::Tally;
use crate::tree::Tree;

/// Packs the sources, unpacks them in a fresh folder and looks for what is missing there.
pub(super) fn check(workshop: &Workshop) -> Result<Tally, String> {
    let (out, fresh) = (workshop.place.join("sdist"), workshop.place.join("fresh-sdist"));
    for folder in [&out, &fresh] {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    }
    let pack = ["-m", "maturin", "sdist", "--out", &text(&out)];
    workshop.must(&text(&workshop.python), &pack, &workshop.root.join("aura-py"))?;
    workshop.must("tar", &["xf", &only_file(&out)?, "--strip-components=1", "-C", &text(&fresh)], &out)?;
    let missing = missing(&Tree::read(workshop.root)?, &Tree::read(&fresh)?);
    let mut tally = Tally::one(missing.is_empty(), missing.join("\n"));
    let resolve = ["metadata", "--offline", "--format-version", "1", "--manifest-path", "aura-py/Cargo.toml"];
    tally.add(workshop.one("cargo", &resolve, &fresh)?);
    Ok(tally)
}

/// What the project has and the distribution needs, but has not.
fn missing(project: &Tree, packed: &Tree) -> Vec<String> {
    let crates: Vec<&str> = packed.all().filter_map(|(path, _)| path.strip_suffix("/Cargo.toml")).collect();
    let mut problems = Vec::new();
    if !crates.contains(&"aura-py") {
        problems.push("the distribution has no `aura-py`".to_owned());
    }
    for (path, content) in project.all() {
        let is_source = crates.iter().any(|name| path.starts_with(&format!("{name}/src/")));
        let place = match path.strip_prefix("aura-py/python/") {
            Some(rest) => format!("python/{rest}"),
            None if is_source => path.to_owned(),
            None => continue,
        };
        if packed.get(&place) != Some(content) {
            problems.push(format!("`{place}` is missing, or another than in the project"));
        }
    }
    for (path, content) in packed.rust().filter(|(path, _)| path.contains("/src/")) {
        let absent = included(content).filter(|name| packed.get(&beside(path, name)).is_none());
        problems.extend(absent.map(|name| format!("`{path}` includes `{name}`, which is missing")));
    }
    problems
}

/// The files that code includes whenever it is compiled, not only for its documentation.
fn included(code: &str) -> impl Iterator<Item = &str> {
    let lines = code.lines().map(str::trim_start);
    let lines = lines.filter(|line| !line.starts_with("//") && !line.starts_with("#![cfg_attr(any(doc,"));
    lines.filter_map(|line| {
        let (_, rest) =
            line.split_once("include_str!(\"").or_else(|| line.split_once("include_bytes!(\""))?;
        rest.split_once('"').map(|(name, _)| name)
    })
}

/// The path of a file that is named from another one.
fn beside(path: &str, name: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_left_out_is_found() {
        let code = "const A: &str = include_str!(\"../words.txt\");\n// include_str!(\"no\")\n";
        let project =
            [("aura-py/src/a/b.rs", code), ("aura-py/src/words.txt", "w"), ("aura-node/src/x.rs", "")];
        let manifest = ("aura-py/Cargo.toml", "");
        let whole = [manifest, project[0], project[1]];
        for (packed, expect) in [
            (whole.as_slice(), 0),
            (&[manifest, project[0]], 2),
            (&[manifest, project[0], ("aura-py/src/words.txt", "other")], 1),
            (&[], 1),
        ] {
            let found = missing(&Tree::of(&project), &Tree::of(packed));
            assert_eq!(found.len(), expect, "{found:?}");
        }
    }

    #[test]
    fn documentation_may_include_what_is_elsewhere() {
        let code = "#![cfg_attr(any(doc, doctest), doc = include_str!(\"../../docs/A.md\"))]\n";
        assert_eq!(included(code).count(), 0);
    }
}
