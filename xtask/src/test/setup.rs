//! Sets up the outside validators: the programs they need, and their packages, below `target/`.
//!
//! Nothing is set up twice: a stamp holds the list of packages that was installed. What is missing and cannot
//! be installed is told with the command that would do it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run;

/// The kit as it stands in the project.
const KIT: &str = "conformance/validators";

/// A program that the validators need, under any of its names, and the least version that will do.
struct Program {
    what: &'static str,
    names: &'static [&'static str],
    least: (u32, u32),
    packages: &'static [&'static str],
}

const PROGRAMS: &[Program] = &[
    Program { what: "Node 20.19 or later", names: &["node"], least: (20, 19), packages: &["nodejs"] },
    Program { what: "npm", names: &["npm"], least: (0, 0), packages: &["npm"] },
    Program {
        what: "Python 3.10 or later",
        names: &["python3"],
        least: (3, 10),
        packages: &["python3", "python3-venv"],
    },
    Program { what: "Java", names: &["java"], least: (0, 0), packages: &["default-jre-headless"] },
    Program {
        what: "a Java compiler",
        names: &["javac"],
        least: (17, 0),
        packages: &["default-jdk-headless"],
    },
    Program { what: "Maven", names: &["mvn"], least: (0, 0), packages: &["maven"] },
    Program { what: "Chromium", names: CHROMIUM_NAMES, least: (0, 0), packages: &["chromium"] },
];

const CHROMIUM_NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A kit that is ready to judge.
pub(super) struct Kit {
    /// The folder in which it is set up.
    pub(super) folder: PathBuf,
    /// The browser.
    pub(super) chromium: &'static str,
}

/// Makes the kit ready, as far as it is not.
pub(super) fn prepare(root: &Path) -> Result<Kit, String> {
    let folder = prepare_kit(root, KIT, "target/validators")?;
    let chromium = chromium().ok_or("Chromium is still missing after its installation")?;
    Ok(Kit { folder, chromium })
}

/// The browser, under whichever name it has.
pub(super) fn chromium() -> Option<&'static str> {
    find(CHROMIUM_NAMES)
}

/// Copies a kit to a folder below `target/` and installs its Node and Python packages there.
pub(super) fn prepare_kit(root: &Path, kit: &str, place: &str) -> Result<PathBuf, String> {
    let missing: Vec<&Program> = PROGRAMS.iter().filter(|program| !is_there(program, root)).collect();
    if !missing.is_empty() {
        install(&missing, root)?;
    }
    let folder = root.join(place);
    copy(&root.join(kit), &folder)?;
    once(&folder, "package-lock.json", || {
        println!("     installing the Node packages of {kit}");
        must(run::kept("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"], &folder)?, "npm ci")
    })?;
    once(&folder, "requirements.txt", || {
        println!("     installing the Python packages of {kit}");
        let venv = run::kept("python3", &["-m", "venv", "--clear", ".venv"], &folder)?;
        must(venv, "python3 -m venv (on Debian: apt-get install python3-venv)")?;
        let pip = folder.join(".venv/bin/pip");
        let arguments =
            ["install", "--quiet", "--disable-pip-version-check", "--requirement", "requirements.txt"];
        must(run::kept(&pip.to_string_lossy(), &arguments, &folder)?, "pip install")
    })?;
    Ok(folder)
}

fn is_there(program: &Program, root: &Path) -> bool {
    let Some(name) = find(program.names) else { return false };
    program.least == (0, 0)
        || run::kept(name, &["--version"], root).is_ok_and(|ran| version(&ran.output) >= program.least)
}

/// The first two numbers of a text like `v20.19.1` or `Python 3.11.7`.
fn version(text: &str) -> (u32, u32) {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok());
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

fn find(names: &[&'static str]) -> Option<&'static str> {
    names.iter().copied().find(|name| run::exists(name))
}

/// Installs programs with apt where that is possible, and otherwise says what to install.
fn install(missing: &[&Program], root: &Path) -> Result<(), String> {
    let names: Vec<&str> = missing.iter().map(|program| program.what).collect();
    let packages: Vec<&str> = missing.iter().flat_map(|program| program.packages.iter().copied()).collect();
    let by_hand = format!(
        "missing: {}. Install (on Debian: apt-get install {}), or use --skip-outside",
        names.join(", "),
        packages.join(" ")
    );
    let is_root = run::kept("id", &["-u"], root).is_ok_and(|ran| ran.output.trim() == "0");
    if !is_root || !run::exists("apt-get") {
        return Err(by_hand);
    }
    println!("     installing {}", names.join(", "));
    must(run::kept("apt-get", &["update", "-qq"], root)?, "apt-get update")?;
    let options =
        ["DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends"];
    let arguments: Vec<&str> = options.into_iter().chain(packages).collect();
    must(run::kept("env", &arguments, root)?, "apt-get install")
        .map_err(|why| format!("{by_hand}\n{why}"))?;
    match missing.iter().find(|program| !is_there(program, root)) {
        Some(program) => Err(format!("the package does not bring {}. {by_hand}", program.what)),
        None => Ok(()),
    }
}

/// Runs `work` unless it was done for the same content of `list`.
fn once(folder: &Path, list: &str, work: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    let stamp = folder.join(format!(".installed-{list}"));
    let wanted =
        fs::read_to_string(folder.join(list)).map_err(|error| format!("cannot read {list}: {error}"))?;
    if fs::read_to_string(&stamp).is_ok_and(|done| done == wanted) {
        return Ok(());
    }
    // A half-done installation must not pass for a whole one.
    let _ = fs::remove_file(&stamp);
    work()?;
    fs::write(&stamp, wanted).map_err(|error| format!("cannot write {}: {error}", stamp.display()))
}

fn must(ran: run::Ran, what: &str) -> Result<(), String> {
    if ran.success { Ok(()) } else { Err(format!("{what} failed:\n{}", ran.output)) }
}

/// Copies the kit to where its packages are installed, and drops files that the kit no longer has.
fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let failed =
        |error: std::io::Error| format!("cannot copy {} to {}: {error}", from.display(), to.display());
    fs::create_dir_all(to).map_err(failed)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type().map_err(failed)?.is_dir() {
            if entry.file_name() != "node_modules" {
                let _ = fs::remove_dir_all(&target);
                copy(&source, &target)?;
            }
        } else {
            fs::copy(&source, &target).map_err(failed)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_done_once_for_each_content_and_again_after_a_failure() {
        let folder = std::env::temp_dir().join(format!("aura-setup-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let mut done = Vec::new();
        for (content, succeeds, expect) in
            [("a", false, "work"), ("a", true, "work"), ("a", true, "nothing"), ("b", true, "work")]
        {
            fs::write(folder.join("list"), content).unwrap();
            done.clear();
            let result = once(&folder, "list", || {
                done.push("work");
                if succeeds { Ok(()) } else { Err("broken".to_owned()) }
            });
            assert_eq!(result.is_ok(), succeeds);
            assert_eq!(done.first().copied().unwrap_or("nothing"), expect, "{content}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn versions_are_read() {
        for (text, expect) in [("v20.19.1", (20, 19)), ("Python 3.11.7\n", (3, 11)), ("none", (0, 0))] {
            assert_eq!(version(text), expect, "{text}");
        }
    }

    #[test]
    fn a_missing_program_is_found_missing() {
        assert_eq!(find(&["no-such-program-anywhere", "cargo"]), Some("cargo"));
        assert_eq!(find(&["no-such-program-anywhere"]), None);
    }
}
