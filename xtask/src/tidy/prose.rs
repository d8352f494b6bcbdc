//! Every room starts with prose: what lives here, what comes in, what goes out, what must never be here.

use super::Problem;
use crate::tree::Tree;

const FILES: &[&str] = &["lib.rs", "main.rs", "mod.rs"];

/// Shorter than one full sentence says nothing.
const LEAST_CHARACTERS: usize = 40;

/// Finds crates and rooms that open without a word.
pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let is_room = |path: &str| path.rsplit('/').next().is_some_and(|name| FILES.contains(&name));
    tree.rust()
        .filter(|(path, text)| is_room(path) && !starts_with_prose(text))
        .map(|(path, _)| Problem::new(path, 1, "start with `//!` prose: what lives here, in, out, never"))
        .collect()
}

fn starts_with_prose(text: &str) -> bool {
    if text.starts_with("#![doc = include_str!(") {
        return true;
    }
    let prose =
        text.lines().map_while(|line| line.strip_prefix("//!")).map(|line| line.trim().chars().count());
    prose.sum::<usize>() >= LEAST_CHARACTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rooms_without_prose_are_found() {
        for (path, text, found) in [
            ("a/src/lib.rs", "pub mod b;", 1),
            ("a/src/b/mod.rs", "//! Things.\n", 1),
            ("a/src/b/mod.rs", "use a;\n//! Prose that stands too late to be the first thing read.\n", 1),
            ("a/src/b/mod.rs", "//! Turns words into tokens.\n//! In: text. Out: tokens.\n", 0),
            ("a/src/lib.rs", "#![doc = include_str!(\"../../docs/a.md\")]\n", 0),
            ("a/src/b/c.rs", "pub struct A;", 0),
        ] {
            assert_eq!(check(&Tree::of(&[(path, text)])).len(), found, "{path} {text}");
        }
    }
}
