//! What UniFFI writes: the Python form runs every vector, the Kotlin package is built, tested and used from a clean
//! project, and the Swift sources are read by a parser, as no compiler for them is at hand everywhere.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Workshop, compare, text};
use crate::run;
use crate::test::Tally;

/// Builds the library once, writes the three languages, and checks each.
pub(super) fn check(workshop: &Workshop, lines: &str) -> Result<Tally, String> {
    let place = workshop.root.join("target/uniffi");
    let library = build(workshop, &place)?;
    let path = format!("PYTHONPATH={}", place.join("python").display());
    copy(&library, &place.join("python/libaura_uniffi.so"))?;
    let runner = text(&workshop.root.join("conformance/runners/run_uniffi.py"));
    let vectors = text(&workshop.root.join("conformance"));
    let ran = run::kept("env", &[&path, "python3", &runner, &vectors], &workshop.place)?;
    let mut tally = compare("UniFFI", lines, &ran);
    tally.add(kotlin(workshop, lines)?);
    tally.add(swift(workshop, &place.join("swift"), &library)?);
    Ok(tally)
}

/// The native library, and beside it the sources of every language and the library as Java looks for it.
fn build(workshop: &Workshop, place: &Path) -> Result<PathBuf, String> {
    workshop.must("cargo", &["build", "--quiet", "--package", "aura-uniffi"], workshop.root)?;
    workshop.must("cargo", &["build", "--quiet", "--package", "aura-bindgen"], workshop.root)?;
    let library = workshop.root.join("target/debug/libaura_uniffi.so");
    let bindgen = text(&workshop.root.join("target/debug/aura-bindgen"));
    let config = text(&workshop.root.join("aura-uniffi/uniffi.toml"));
    let _ = fs::remove_dir_all(place);
    for language in ["python", "kotlin", "swift"] {
        let (out, library) = (text(&place.join(language)), text(&library));
        let arguments = [
            "generate",
            "--no-format",
            "--config",
            &config,
            "--language",
            language,
            "--out-dir",
            &out,
            &library,
        ];
        workshop.must(&bindgen, &arguments, workshop.root)?;
    }
    let libraries = place.join("libraries/linux-x86-64");
    fs::create_dir_all(&libraries)
        .map_err(|error| format!("cannot make {}: {error}", libraries.display()))?;
    let packed = text(&libraries.join("libaura_uniffi.so"));
    workshop.must("strip", &["-o", &packed, &text(&library)], workshop.root)?;
    Ok(library)
}

/// Builds the Maven artifact with its tests, and runs a project that has it from a repository, in a fresh folder.
fn kotlin(workshop: &Workshop, lines: &str) -> Result<Tally, String> {
    let repository = format!("-Dmaven.repo.local={}", workshop.root.join("target/maven").display());
    let quiet = ["-B", "-ntp", repository.as_str()];
    let ran =
        run::kept("mvn", &[quiet.as_slice(), &["install"]].concat(), &workshop.root.join("aura-kotlin"))?;
    let mut tally = surefire(&ran);
    let written = fs::read_to_string(workshop.root.join("target/aura-kotlin/lines.txt"));
    tally.add(compare(
        "Kotlin",
        lines,
        &run::Ran { success: ran.success, output: written.unwrap_or_default() },
    ));
    let fresh = workshop.place.join("fresh-kotlin");
    let _ = fs::remove_dir_all(&fresh);
    let from = workshop.root.join("examples/kotlin");
    let (sources, main) = ("src/main/kotlin", fresh.join("src/main/kotlin"));
    fs::create_dir_all(&main).map_err(|error| format!("cannot make {}: {error}", main.display()))?;
    copy(&from.join("pom.xml"), &fresh.join("pom.xml"))?;
    for file in ["TenLines.kt", "Console.kt"] {
        copy(&from.join(sources).join(file), &main.join(file))?;
    }
    let console = run::kept("mvn", &[quiet.as_slice(), &["compile", "exec:java"]].concat(), &fresh)?;
    tally.add(said(&console, &["1. ", "[####################] simulate", "simulated"]));
    let ten = [quiet.as_slice(), &["exec:java", "-Dexec.mainClass=TenLinesKt"]].concat();
    tally.add(said(&run::kept("mvn", &ten, &fresh)?, &["1. ", " of ", "simulated"]));
    Ok(tally)
}

/// Reads the Swift sources, those that were written just now too.
fn swift(workshop: &Workshop, made: &Path, library: &Path) -> Result<Tally, String> {
    let folder = workshop.root.join("aura-swift");
    let script = text(&folder.join("tests/check_sources.py"));
    let (header, examples) = (text(&made.join("AuraNative.h")), text(&workshop.root.join("examples/swift")));
    let arguments: [&str; 6] = [&script, &header, &text(library), &text(&folder), &text(made), &examples];
    workshop.one(&text(&workshop.python), &arguments, &workshop.place)
}

/// Whether a program ended well and said all of it.
fn said(ran: &run::Ran, words: &[&str]) -> Tally {
    let is_well = ran.success && words.iter().all(|word| ran.output.contains(word));
    Tally::one(is_well, if is_well { String::new() } else { ran.output.clone() })
}

/// Reads the last line of Maven's test runner: `Tests run: 11, Failures: 0, Errors: 0, Skipped: 0`.
fn surefire(ran: &run::Ran) -> Tally {
    let last = ran.output.lines().rev().find_map(|line| line.split_once("Tests run: ")).unwrap_or_default().1;
    let mut numbers = last.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse::<u64>().ok());
    let mut next = || numbers.next().unwrap_or(0);
    let (all, failures, errors) = (next(), next(), next());
    let is_well = ran.success && all > 0 && failures + errors == 0;
    Tally {
        passed: all.saturating_sub(failures + errors),
        failed: if is_well { 0 } else { (failures + errors).max(1) },
        details: if is_well { String::new() } else { ran.output.clone() },
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(|_| ()).map_err(|error| format!("cannot copy {}: {error}", from.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_of_surefire_is_read() {
        for (output, success, expect) in [
            (
                "[INFO] Tests run: 2, Failures: 0\n[INFO] Tests run: 11, Failures: 0, Errors: 0, Skipped: 0\n",
                true,
                (11, 0),
            ),
            ("[ERROR] Tests run: 11, Failures: 1, Errors: 2, Skipped: 0\n", false, (8, 3)),
            ("[ERROR] COMPILATION ERROR\n", false, (0, 1)),
        ] {
            let tally = surefire(&run::Ran { success, output: output.to_owned() });
            assert_eq!((tally.passed, tally.failed), expect, "{output}");
        }
    }
}
