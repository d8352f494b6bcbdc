//! The language packages as their users get them: built, installed where there is no Rust, and tested there.
//!
//! The native parts are built once, in the development profile, and packed by the packager of each language. The
//! vectors of `conformance/` then run in every language, and the answers must be the same bytes.

mod node;
mod python;
mod sdist;
mod uniffi;
mod web;

use std::fs;
use std::path::{Path, PathBuf};

use super::{Context, Tally, setup};
use crate::run;

/// What the tests of the packages install.
const KIT: &str = "conformance/packages";
/// Where everything is set up.
const PLACE: &str = "target/packages";

/// Builds, installs and tests every language package.
pub(super) fn check(context: &Context) -> Result<Tally, String> {
    let place = setup::prepare_kit(context.root, KIT, PLACE)?;
    let workshop = Workshop { root: context.root, python: place.join(".venv/bin/python"), place };
    let mut tally = Tally::one(true, String::new());
    tally.passed = 0;
    let lines = rust_lines(&workshop)?;
    for (name, part) in PARTS {
        let start = std::time::Instant::now();
        let found = part(&workshop, &lines).unwrap_or_else(|message| Tally::one(false, message));
        let seconds = start.elapsed().as_secs_f64();
        println!("     {name}: {} passed, {} failed, {seconds:.1} s", found.passed, found.failed);
        tally.add(found);
    }
    Ok(tally)
}

type Part = fn(&Workshop, &str) -> Result<Tally, String>;

const PARTS: &[(&str, Part)] =
    &[("python", python::check), ("node", node::check), ("uniffi", uniffi::check), ("web", web::check)];

/// Where the packages are built and tested.
struct Workshop<'a> {
    root: &'a Path,
    place: PathBuf,
    /// The interpreter that has the test tools.
    python: PathBuf,
}

impl Workshop<'_> {
    /// Runs a program in a folder of the project; a failure to succeed is an error.
    fn must(&self, program: &str, arguments: &[&str], folder: &Path) -> Result<String, String> {
        let ran = run::kept(program, arguments, folder)?;
        if ran.success {
            return Ok(ran.output);
        }
        Err(format!("`{program} {}` failed:\n{}", arguments.join(" "), ran.output))
    }

    /// Runs a check that passes or fails as a whole.
    fn one(&self, program: &str, arguments: &[&str], folder: &Path) -> Result<Tally, String> {
        let ran = run::kept(program, arguments, folder)?;
        Ok(Tally::one(ran.success, if ran.success { String::new() } else { ran.output }))
    }
}

/// What Rust answers to every vector, one line for each.
fn rust_lines(workshop: &Workshop) -> Result<String, String> {
    let file = workshop.place.join("rust-lines.txt");
    let out = format!("AURA_VECTORS_OUT={}", file.display());
    let arguments = [out.as_str(), "cargo", "test", "--quiet", "--workspace", "--test", "conformance"];
    workshop.must("env", &arguments, workshop.root)?;
    fs::read_to_string(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))
}

/// The lines that a runner prints, held against those of Rust: each equal line has passed.
fn compare(runner: &str, expect: &str, ran: &run::Ran) -> Tally {
    let is_line = |line: &&str| line.starts_with("ok ") || line.starts_with("FAIL ");
    let found: Vec<&str> = ran.output.lines().filter(is_line).collect();
    let mut tally = Tally::one(true, String::new());
    tally.passed = 0;
    for (number, line) in expect.lines().enumerate() {
        match found.get(number) {
            Some(same) if *same == line => tally.passed += 1,
            other => {
                tally.failed += 1;
                let other = other.copied().unwrap_or("nothing");
                tally.details.push_str(&format!("{runner}: `{other}`, Rust: `{line}`\n"));
            }
        }
    }
    if tally.failed > 0 || !ran.success {
        tally.failed = tally.failed.max(1);
        tally.details.push_str(&ran.output);
    }
    tally
}

fn only_file(folder: &Path) -> Result<String, String> {
    let entries =
        fs::read_dir(folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut files: Vec<String> = entries.flatten().map(|entry| text(&entry.path())).collect();
    match (files.pop(), files.is_empty()) {
        (Some(file), true) => Ok(file),
        _ => Err(format!("{} does not hold one file", folder.display())),
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_two_languages_are_compared() {
        for (output, success, expect) in [
            ("ok a 1 x\nok b 1 y\n", true, (2, 0)),
            ("warning\nok a 1 x\n", true, (1, 1)),
            ("ok a 1 x\nFAIL b 1 z\n", false, (1, 1)),
            ("", false, (0, 2)),
        ] {
            let tally =
                compare("L", "ok a 1 x\nok b 1 y\n", &run::Ran { success, output: output.to_owned() });
            assert_eq!((tally.passed, tally.failed), expect, "{output}");
        }
    }
}
