//! The one command that runs everything that must pass, on a fresh machine as on a warm one.
//!
//! In: which steps. Out: a line for each step with its duration, the whole output of a step that fails, and a
//! last line `N passed, N failed`. Never here: what a step checks, which lives in the step.

mod bytes;
mod outside;
mod packages;
mod setup;
mod steps;

use std::path::Path;
use std::time::Instant;

use crate::Outcome;

pub(crate) const HELP: &str = "\
usage: cargo xtask test [--only STEP]... [--skip-outside]

Steps, in this order:
  format    rustfmt has nothing to change
  tidy      the rules of the house (cargo xtask tidy)
  lint      clippy has nothing to say
  tests     every test of the workspace, the examples in the documentation too
  bytes     debug and release builds, one thread and two, write the same bytes
  outside   validators that others wrote judge what Aura writes
  packages  the language packages, built, installed in fresh places, and tested there

Options:
  --only STEP      run this step alone; may be given several times
  --skip-outside   leave out what needs Node, Python, Java and a browser
  --fresh          judge again what the outside validators have already passed
";

/// How many things a step checked, and what it said of those that failed.
pub(crate) struct Tally {
    passed: u64,
    failed: u64,
    details: String,
}

impl Tally {
    /// A step that is one check.
    fn one(passed: bool, details: String) -> Tally {
        Tally { passed: u64::from(passed), failed: u64::from(!passed), details }
    }

    /// Adds what another part of the same step found.
    fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.details.push_str(&other.details);
    }
}

/// What the steps need to know.
pub(crate) struct Context<'a> {
    root: &'a Path,
    fresh: bool,
}

type Step = fn(&Context) -> Result<Tally, String>;

const STEPS: &[(&str, Step)] = &[
    ("format", steps::format),
    ("tidy", steps::tidy),
    ("lint", steps::lint),
    ("tests", steps::tests),
    ("bytes", bytes::agree),
    ("outside", outside::judge),
    ("packages", packages::check),
];

/// Runs `cargo xtask test`.
pub(crate) fn main(root: &Path, arguments: &[String]) -> Outcome {
    let options = Options::parse(arguments)?;
    let context = Context { root, fresh: options.fresh };
    let (mut passed, mut failed) = (0, 0);
    for (name, step) in STEPS.iter().filter(|(name, _)| options.wants(name)) {
        println!("---- {name}");
        let start = Instant::now();
        // A step that cannot be run at all has not passed.
        let tally = step(&context).unwrap_or_else(|message| Tally::one(false, message));
        let details = tally.details.trim_end();
        if !details.is_empty() {
            println!("{details}");
        }
        let mark = if tally.failed == 0 { "ok  " } else { "FAIL" };
        let seconds = start.elapsed().as_secs_f64();
        println!("{mark} {name}: {} passed, {} failed, {seconds:.1} s", tally.passed, tally.failed);
        passed += tally.passed;
        failed += tally.failed;
    }
    println!("{passed} passed, {failed} failed");
    Ok(failed == 0)
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    only: Vec<String>,
    skip_outside: bool,
    fresh: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Options, String> {
        let mut options = Options::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--skip-outside" => options.skip_outside = true,
                "--fresh" => options.fresh = true,
                "--only" => match rest.next() {
                    Some(step) if STEPS.iter().any(|(name, _)| name == step) => {
                        options.only.push(step.clone())
                    }
                    Some(step) => return Err(format!("there is no step `{step}`")),
                    None => return Err("--only needs the name of a step".to_owned()),
                },
                unknown => return Err(format!("test takes no `{unknown}`")),
            }
        }
        Ok(options)
    }

    fn wants(&self, name: &str) -> bool {
        if self.only.is_empty() {
            return !(self.skip_outside && ["outside", "packages"].contains(&name));
        }
        self.only.iter().any(|only| only == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Options, String> {
        Options::parse(&arguments.iter().map(|argument| (*argument).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn options_choose_steps() {
        for (arguments, expect) in [
            (&[][..], "format tidy lint tests bytes outside packages"),
            (&["--skip-outside"], "format tidy lint tests bytes"),
            (&["--only", "tidy", "--only", "outside"], "tidy outside"),
        ] {
            let options = parse(arguments).unwrap();
            let names: Vec<&str> =
                STEPS.iter().map(|(name, _)| *name).filter(|name| options.wants(name)).collect();
            assert_eq!(names.join(" "), expect);
        }
    }

    #[test]
    fn unknown_options_are_refused() {
        for (arguments, expect) in [
            (&["--only", "tests-that-are-not"][..], "there is no step `tests-that-are-not`"),
            (&["--only"], "--only needs the name of a step"),
            (&["--quick"], "test takes no `--quick`"),
        ] {
            assert_eq!(parse(arguments).err().as_deref(), Some(expect));
        }
    }
}
