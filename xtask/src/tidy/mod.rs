//! The rules of the house that the compiler does not check.
//!
//! In: the project's text files ([`Tree`]). Out: problems, each with a file, a line and what to do. Each rule
//! is one function in one small file and has a test that shows it can fail. Never here: a rule that rustfmt,
//! clippy or the compiler can hold.

mod arrows;
mod bindings;
mod crates;
mod prose;
mod sizes;
mod versions;
mod words;

use std::fmt;
use std::path::Path;

use crate::tree::Tree;
use crate::{Outcome, generate};

pub(crate) const HELP: &str = "\
usage: cargo xtask tidy

Checks, over all files that git does not ignore:
  modules     a module of aura-core uses only modules below it
  crates      a crate uses only crates below it
  bindings    hand-written code for other languages stays under 5 % of the core's
  sizes       files, functions and the README stay short (exceptions: xtask/oversize.txt)
  prose       every lib.rs, main.rs and mod.rs starts with prose
  words       no machine paths, no registry hosts, no marks of unfinished work
  versions    every language's package has the version of the workspace
  generated   the files made from the code are current
";

/// One place that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The file, from the root of the project.
    pub(crate) path: String,
    /// The line, where there is one.
    pub(crate) line: Option<usize>,
    /// What is wrong and what to do.
    pub(crate) message: String,
}

impl Problem {
    fn new(path: &str, line: impl Into<Option<usize>>, message: impl Into<String>) -> Problem {
        Problem { path: path.to_owned(), line: line.into(), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(formatter, "{}:{line}: {}", self.path, self.message),
            None => write!(formatter, "{}: {}", self.path, self.message),
        }
    }
}

/// Runs `cargo xtask tidy`.
pub(crate) fn main(root: &Path, arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.first() {
        return Err(format!("tidy takes no `{unknown}`"));
    }
    let mut tidy = true;
    for (name, result) in check_all(root)? {
        println!("{} {name}", if result.is_empty() { "ok  " } else { "FAIL" });
        for problem in &result {
            println!("     {problem}");
        }
        tidy &= result.is_empty();
    }
    Ok(tidy)
}

/// Runs every check on the project: the name of each, and its problems.
pub(crate) fn check_all(root: &Path) -> Result<Vec<(&'static str, Vec<Problem>)>, String> {
    let tree = Tree::read(root)?;
    let generated = generate::check(root)?
        .into_iter()
        .map(|(path, message)| Problem::new(&path, None, message))
        .collect();
    Ok(vec![
        ("modules", arrows::check(&tree)),
        ("crates", crates::check(&crates::metadata(root)?)?),
        ("bindings", bindings::check(&tree)),
        ("sizes", sizes::check(&tree)),
        ("prose", prose::check(&tree)),
        ("words", words::check(&tree)),
        ("versions", versions::check(&tree)),
        ("generated", generated),
    ])
}
