//! The language packages as their users get them: built, installed where there is no Rust, and tested there.
//!
//! The native parts are built once, in the development profile, and packed by the packager of each language. The
//! vectors of `conformance/` then run in every language, and the answers must be the same bytes.

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

const PARTS: &[(&str, Part)] = &[("python", python)];

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

fn python(workshop: &Workshop, lines: &str) -> Result<Tally, String> {
    let folder = workshop.root.join("aura-py");
    let wheels = workshop.place.join("wheels");
    let _ = fs::remove_dir_all(&wheels);
    let python = text(&workshop.python);
    let build = ["-m", "maturin", "build", "--quiet", "--profile", "dev", "--out", &text(&wheels)];
    workshop.must(&python, &build, &folder)?;
    let wheel = only_file(&wheels)?;
    let install =
        ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"];
    let install = |python: &str| {
        let arguments: Vec<&str> = install.iter().copied().chain(["--force-reinstall", &wheel]).collect();
        workshop.must(python, &arguments, &workshop.place)
    };
    let fresh = workshop.place.join("fresh-python");
    workshop.must("python3", &["-m", "venv", "--clear", &text(&fresh)], &workshop.place)?;
    let fresh = text(&fresh.join("bin/python"));
    install(&fresh)?;
    install(&python)?;
    let tests = folder.join("tests");
    let mut tally =
        workshop.one(&fresh, &[&text(&tests.join("check_install.py")), &wheel], &workshop.place)?;
    let ran = run::kept(
        &python,
        &["-m", "pytest", "-q", "-p", "no:cacheprovider", &text(&tests)],
        &workshop.place,
    )?;
    tally.add(pytest(&ran));
    let cache = text(&workshop.place.join("mypy"));
    let snippet = text(&tests.join("snippet.py"));
    let package = text(&folder.join("python/aura"));
    tally.add(workshop.one(
        &python,
        &["-m", "mypy", "--strict", "--cache-dir", &cache, &snippet, &package],
        &folder,
    )?);
    let pyright = text(&workshop.place.join("node_modules/.bin/pyright"));
    tally.add(workshop.one(&pyright, &["--pythonpath", &python, &snippet], &workshop.place)?);
    let runner = text(&workshop.root.join("conformance/runners/run.py"));
    let ran = run::kept(&python, &[&runner, &text(&workshop.root.join("conformance"))], &workshop.place)?;
    tally.add(compare("Python", lines, &ran));
    Ok(tally)
}

/// Reads the last line of pytest: `2 failed, 37 passed in 3.1s`.
fn pytest(ran: &run::Ran) -> Tally {
    let last = ran.output.lines().rev().find(|line| line.contains(" in ")).unwrap_or_default();
    let count = |word: &str| {
        let before = last.split(word).next().filter(|before| before.len() < last.len()).unwrap_or_default();
        before.trim_end().rsplit(' ').next().and_then(|number| number.parse::<u64>().ok()).unwrap_or(0)
    };
    let failed = count("failed") + count("error");
    Tally {
        passed: count("passed"),
        failed: if ran.success { failed } else { failed.max(1) },
        details: if ran.success { String::new() } else { ran.output.clone() },
    }
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
    fn the_last_line_of_pytest_is_read() {
        for (output, success, expect) in [
            ("..\n39 passed in 2.1s\n", true, (39, 0)),
            ("F\n2 failed, 37 passed, 1 error in 3.1s\n", false, (37, 3)),
            ("no module named pytest\n", false, (0, 1)),
        ] {
            let tally = pytest(&run::Ran { success, output: output.to_owned() });
            assert_eq!((tally.passed, tally.failed), expect, "{output}");
        }
    }

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
