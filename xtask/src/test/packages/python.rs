//! The Python package: its wheel, its tests, its types, its vectors.

use std::fs;

use super::{Workshop, compare, only_file, sdist, text};
use crate::run;
use crate::test::Tally;

/// Builds the wheel as it is shipped (its size is checked), installs it in a fresh environment, and runs tests, type
/// checkers and vectors.
pub(super) fn check(workshop: &Workshop, lines: &str) -> Result<Tally, String> {
    let folder = workshop.root.join("aura-py");
    let wheels = workshop.place.join("wheels");
    let _ = fs::remove_dir_all(&wheels);
    let python = text(&workshop.python);
    let build = ["-m", "maturin", "build", "--quiet", "--release", "--out", &text(&wheels)];
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
    tally.add(sdist::check(workshop)?);
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
}
