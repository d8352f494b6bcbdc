//! The Node package: its tarballs, its tests, its types, its vectors.

use std::fs;
use std::path::Path;

use super::{Workshop, compare, only_file, text};
use crate::run;
use crate::test::Tally;

/// Packs the package and the native part of this machine, installs both in a fresh folder, and runs everything there.
pub(super) fn check(workshop: &Workshop, lines: &str) -> Result<Tally, String> {
    let fresh = install(workshop)?;
    let tests = workshop.root.join("aura-node/tests");
    let examples = workshop.root.join("examples/node");
    for (from, file) in [
        (&tests, "aura.test.mjs"),
        (&tests, "examples.test.mjs"),
        (&tests, "snippet.mts"),
        (&examples, "ten-lines.mjs"),
        (&examples, "express-host.mjs"),
    ] {
        copy(&from.join(file), &fresh.join(file))?;
    }
    let ran =
        run::kept("node", &["--test", "--test-reporter=tap", "aura.test.mjs", "examples.test.mjs"], &fresh)?;
    let mut tally = tap(&ran);
    let compiler = text(&workshop.place.join("node_modules/.bin/tsc"));
    let types = text(&workshop.place.join("node_modules/@types"));
    let options = ["--noEmit", "--strict", "--target", "es2023", "--module", "nodenext", "--types", "node"];
    let all: Vec<&str> = options.into_iter().chain(["--typeRoots", &types, "snippet.mts"]).collect();
    tally.add(workshop.one(&compiler, &all, &fresh)?);
    let runner = text(&workshop.root.join("conformance/runners/run.mjs"));
    let ran = run::kept("node", &[&runner, &text(&workshop.root.join("conformance"))], &fresh)?;
    tally.add(compare("Node", lines, &ran));
    Ok(tally)
}

/// The fresh folder with both packages installed.
fn install(workshop: &Workshop) -> Result<std::path::PathBuf, String> {
    workshop.must("cargo", &["build", "--quiet", "--package", "aura-node"], workshop.root)?;
    let name = "aura-linux-x64-gnu";
    let platform = workshop.place.join(name);
    make(&platform)?;
    let library = text(&workshop.root.join("target/debug/libaura_node.so"));
    workshop.must("strip", &["-o", &text(&platform.join("aura.node")), &library], workshop.root)?;
    let manifest = format!(
        "{{\"name\": \"{name}\", \"version\": \"{}\", \"main\": \"aura.node\", \"files\": [\"aura.node\"], \
         \"os\": [\"linux\"], \"cpu\": [\"x64\"], \"license\": \"MIT OR Apache-2.0\"}}\n",
        aura_ffi::package_version()
    );
    write(&platform.join("package.json"), &manifest)?;
    let mut tarballs = Vec::new();
    for folder in [platform, workshop.root.join("aura-node")] {
        let out = workshop.place.join(format!("tarball-{}", tarballs.len()));
        make(&out)?;
        workshop.must("npm", &["pack", "--silent", "--pack-destination", &text(&out)], &folder)?;
        tarballs.push(only_file(&out)?);
    }
    let fresh = workshop.place.join("fresh-node");
    make(&fresh)?;
    write(&fresh.join("package.json"), "{\"private\": true}\n")?;
    // Nothing may come from a registry: what is tested is what was just packed.
    let mut arguments =
        vec!["install", "--silent", "--offline", "--omit=optional", "--no-audit", "--no-fund"];
    arguments.extend(tarballs.iter().map(String::as_str));
    workshop.must("npm", &arguments, &fresh)?;
    Ok(fresh)
}

/// Reads the closing lines `# pass 12` and `# fail 1` of Node's test runner.
fn tap(ran: &run::Ran) -> Tally {
    let count = |word: &str| {
        let line = ran.output.lines().rev().find_map(|line| line.strip_prefix(word));
        line.and_then(|number| number.trim().parse::<u64>().ok()).unwrap_or(0)
    };
    let (passed, failed) = (count("# pass "), count("# fail "));
    let is_well = ran.success && passed > 0;
    Tally {
        passed,
        failed: if is_well { failed } else { failed.max(1) },
        details: if is_well { String::new() } else { ran.output.clone() },
    }
}

/// An empty folder.
fn make(folder: &Path) -> Result<(), String> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))
}

fn write(path: &Path, content: &str) -> Result<(), String> {
    fs::write(path, content).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(|_| ()).map_err(|error| format!("cannot copy {}: {error}", from.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_are_read() {
        for (output, success, expect) in [
            ("ok 1\n# tests 3\n# pass 3\n# fail 0\n", true, (3, 0)),
            ("not ok 1\n# pass 2\n# fail 1\n", false, (2, 1)),
            ("cannot find module\n", false, (0, 1)),
            ("# pass 0\n# fail 0\n", true, (0, 1)),
        ] {
            let tally = tap(&run::Ran { success, output: output.to_owned() });
            assert_eq!((tally.passed, tally.failed), expect, "{output}");
        }
    }
}
