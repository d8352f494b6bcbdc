//! The WebAssembly build: packed with the Node package, installed in a fresh folder, and held to the same vectors.

use std::fs;

use super::{Workshop, compare, only_file, text};
use crate::run;
use crate::test::Tally;

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
    Ok(tally)
}
