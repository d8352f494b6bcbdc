//! The steps that need nothing but the Rust toolchain.

use super::{Context, Tally};
use crate::{run, tidy};

/// What is left out of default builds, and tested all the same.
const FEATURES: &str = "--features=aura-cli/tables";

/// rustfmt has nothing to change.
pub(super) fn format(context: &Context) -> Result<Tally, String> {
    let ran = run::kept("cargo", &["fmt", "--all", "--check"], context.root)?;
    Ok(Tally::one(ran.success, if ran.success { String::new() } else { ran.output }))
}

/// The rules of the house.
pub(super) fn tidy(context: &Context) -> Result<Tally, String> {
    let mut tally = Tally { passed: 0, failed: 0, details: String::new() };
    for (_, problems) in tidy::check_all(context.root)? {
        if problems.is_empty() {
            tally.passed += 1;
        } else {
            tally.failed += 1;
        }
        for problem in problems {
            tally.details.push_str(&format!("{problem}\n"));
        }
    }
    Ok(tally)
}

/// clippy has nothing to say.
pub(super) fn lint(context: &Context) -> Result<Tally, String> {
    let arguments = ["clippy", "--quiet", "--workspace", "--all-targets", FEATURES, "--", "-D", "warnings"];
    let ran = run::watched("cargo", &arguments, context.root)?;
    Ok(Tally::one(ran.success, ran.output))
}

/// Every test of the workspace.
pub(super) fn tests(context: &Context) -> Result<Tally, String> {
    let arguments = ["test", "--quiet", "--workspace", "--no-fail-fast", FEATURES];
    let ran = run::watched("cargo", &arguments, context.root)?;
    let (passed, failed) = count(&ran.output);
    if ran.success {
        return Ok(Tally { passed, failed, details: String::new() });
    }
    // A test program that does not compile, or dies, counts as one failure where no single test failed.
    Ok(Tally { passed, failed: failed.max(1), details: ran.output })
}

/// Adds up the lines `test result: ok. 12 passed; 0 failed; …`.
fn count(output: &str) -> (u64, u64) {
    let number_before = |line: &str, word: &str| {
        let before = line.split(word).next().unwrap_or_default().trim_end();
        before.rsplit(' ').next().and_then(|number| number.parse::<u64>().ok()).unwrap_or(0)
    };
    let results = output.lines().filter(|line| line.starts_with("test result: "));
    results.fold((0, 0), |(passed, failed), line| {
        (passed + number_before(line, "passed;"), failed + number_before(line, "failed;"))
    })
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn results_of_all_programs_are_added() {
        let output = "running 3 tests\n...\ntest result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n\
            test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(count(output), (13, 2));
        assert_eq!(count("error: could not compile"), (0, 0));
    }
}
