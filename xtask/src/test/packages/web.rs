//! The WebAssembly build: packed with the Node package, installed in a fresh folder, and held to the same vectors, in
//! Node and in a browser.

use std::fs;
use std::path::Path;

use super::{Workshop, compare, only_file, text};
use crate::run;
use crate::test::{Tally, setup};

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the module, packs it with the package, and runs its tests and every vector without the native part.
pub(super) fn check(workshop: &Workshop, lines: &str) -> Result<Tally, String> {
    workshop.must("rustup", &["target", "add", TARGET], workshop.root)?;
    let build = ["build", "--quiet", "--package", "aura-wasm", "--target", TARGET];
    workshop.must("cargo", &build, workshop.root)?;
    let (staged, out, fresh) =
        (workshop.place.join("web"), workshop.place.join("tarball-web"), workshop.place.join("fresh-web"));
    for folder in [&staged, &out, &fresh] {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    }
    let failed = |error: std::io::Error| format!("cannot stage the web package: {error}");
    for entry in fs::read_dir(workshop.root.join("aura-node")).map_err(failed)?.flatten() {
        if entry.path().is_file() {
            fs::copy(entry.path(), staged.join(entry.file_name())).map_err(failed)?;
        }
    }
    let module = workshop.root.join(format!("target/{TARGET}/debug/aura_wasm.wasm"));
    fs::copy(module, staged.join("aura.wasm")).map_err(failed)?;
    workshop.must("npm", &["pack", "--silent", "--pack-destination", &text(&out)], &staged)?;
    fs::write(fresh.join("package.json"), "{\"private\": true}\n").map_err(failed)?;
    let tarball = only_file(&out)?;
    let install =
        ["install", "--silent", "--offline", "--omit=optional", "--no-audit", "--no-fund", &tarball];
    workshop.must("npm", &install, &fresh)?;
    fs::copy(workshop.root.join("aura-node/tests/web.test.mjs"), fresh.join("web.test.mjs"))
        .map_err(failed)?;
    let mut tally = workshop.one("node", &["--test", "--test-reporter=tap", "web.test.mjs"], &fresh)?;
    let (runner, vectors) =
        (workshop.root.join("conformance/runners/run.mjs"), workshop.root.join("conformance"));
    let ran = run::kept("node", &[&text(&runner), &text(&vectors), "aura/web"], &fresh)?;
    tally.add(compare("WebAssembly", lines, &ran));
    tally.add(in_browser(workshop, lines, &fresh)?);
    Ok(tally)
}

/// Answers every vector in a Worker of a headless browser, and stops one that would run for minutes.
fn in_browser(workshop: &Workshop, lines: &str, installed: &Path) -> Result<Tally, String> {
    let browser = setup::chromium().ok_or("there is no Chromium")?;
    let drive = text(&workshop.root.join("aura-node/tests/browser/drive.mjs"));
    let vectors = text(&workshop.root.join("conformance"));
    let ran = run::kept("node", &[&drive, browser, &text(installed), &vectors], &workshop.place)?;
    let is_stopped = ran.output.contains("page: a run was stopped, and the page went on");
    let mut tally = Tally::one(is_stopped, if is_stopped { String::new() } else { ran.output.clone() });
    tally.add(compare("Chromium", lines, &ran));
    Ok(tally)
}
