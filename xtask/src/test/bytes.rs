//! Same seed, same bytes: of every file, from a debug and a release build, with one thread and with two.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Context, Tally};
use crate::run;

/// One goal for each way through the simulator: queues and loops, a calendar, a text that says little.
const GOALS: &[&str] = &["guest-checkout", "expense-approval", "faster-booking"];

/// The builds and thread counts that must agree.
const WAYS: &[(&str, &str)] = &[("release", "1"), ("release", "2"), ("release", "2"), ("debug", "2")];

/// The files of a folder by their paths in it.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Every way writes the same folder for every goal. The release build is that of the README's first command.
pub(super) fn agree(context: &Context) -> Result<Tally, String> {
    for profile in [&["--release"][..], &[]] {
        let arguments: Vec<&str> =
            ["build", "--quiet", "--package", "aura-cli"].iter().chain(profile).copied().collect();
        let ran = run::watched("cargo", &arguments, context.root)?;
        if !ran.success {
            return Err(format!("cargo {} failed", arguments.join(" ")));
        }
    }
    let folder = context.root.join("target/bytes");
    let _ = fs::remove_dir_all(&folder);
    let mut tally = Tally { passed: 0, failed: 0, details: String::new() };
    for goal in GOALS {
        let mut first: Option<Files> = None;
        for (number, (profile, threads)) in WAYS.iter().enumerate() {
            let here = folder.join(format!("{goal}-{number}"));
            let files = written(context.root, goal, profile, threads, &here)?;
            let Some(expect) = &first else {
                first = Some(files);
                continue;
            };
            let differing = difference(expect, &files);
            let what = format!("{goal}: {profile} build with {threads} threads");
            tally.add(Tally::one(differing.is_empty(), said(&what, &differing)));
        }
    }
    Ok(tally)
}

fn said(what: &str, differing: &[String]) -> String {
    if differing.is_empty() { String::new() } else { format!("{what}: {}\n", differing.join(", ")) }
}

/// The folder that one way writes. It runs in a folder of its own, so that no project stands there before.
fn written(root: &Path, goal: &str, profile: &str, threads: &str, here: &Path) -> Result<Files, String> {
    fs::create_dir_all(here).map_err(|error| format!("cannot write {}: {error}", here.display()))?;
    let aura = root.join("target").join(profile).join("aura").to_string_lossy().into_owned();
    let file = root.join(format!("examples/goals/{goal}.md")).to_string_lossy().into_owned();
    let arguments = ["run", &file, "--assume", "--threads", threads, "--out", "out"];
    let ran = run::kept(&aura, &arguments, here)?;
    if !ran.success {
        return Err(format!("aura run {file} failed:\n{}", ran.output));
    }
    let mut files = Files::new();
    read_into(&here.join("out"), Path::new(""), &mut files)
        .map_err(|error| format!("cannot read {}: {error}", here.display()))?;
    Ok(files)
}

fn read_into(folder: &Path, inside: &Path, files: &mut Files) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = inside.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            read_into(&entry.path(), &path, files)?;
        } else {
            files.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// What stands in one folder and not, or otherwise, in the other. Empty folders never agree.
fn difference(expect: &Files, found: &Files) -> Vec<String> {
    if expect.is_empty() {
        return vec!["nothing was written".to_owned()];
    }
    let paths = expect.keys().chain(found.keys().filter(|path| !expect.contains_key(*path)));
    let differing = paths.filter(|path| expect.get(*path) != found.get(*path));
    differing.map(|path| format!("{} differs", path.display())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_is_named() {
        let files = |pairs: &[(&str, &str)]| -> Files {
            pairs.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
        };
        let expect = files(&[("a", "1"), ("b", "2")]);
        assert!(difference(&expect, &expect).is_empty());
        assert_eq!(difference(&expect, &files(&[("a", "1"), ("b", "3")])), ["b differs"]);
        assert_eq!(difference(&expect, &files(&[("a", "1"), ("c", "3")])), ["b differs", "c differs"]);
        assert_eq!(difference(&Files::new(), &Files::new()), ["nothing was written"]);
    }
}
