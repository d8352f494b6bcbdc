//! The code that people write for the other languages stays small beside the core.
//!
//! Counted are lines of code: no blank lines, no comments, no tests, nothing that `cargo xtask generate` writes.

use super::Problem;
use crate::tree::Tree;

/// The folders of the bindings.
const BINDINGS: &[&str] =
    &["aura-ffi", "aura-kotlin", "aura-node", "aura-py", "aura-swift", "aura-uniffi", "aura-wasm"];
const CORE: &str = "aura-core";
/// What is code, and how a comment of one line begins there.
const CODE: &[(&str, &str)] = &[
    (".css", "/*"),
    (".js", "//"),
    (".kt", "//"),
    (".mjs", "//"),
    (".mts", "//"),
    (".py", "#"),
    (".pyi", "#"),
    (".rs", "//"),
    (".swift", "//"),
    (".ts", "//"),
];
pub(super) const GENERATED: &str = "Written by `cargo xtask generate`";
/// In hundredths of the core.
const MOST: usize = 5;

/// Finds whether the bindings have grown beyond their share.
pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let lines = |folders: &[&str]| -> usize {
        let is_there = |path: &str| folders.iter().any(|folder| path.starts_with(&format!("{folder}/")));
        tree.all().filter(|(path, _)| is_there(path) && !is_test(path)).map(|file| code(file.0, file.1)).sum()
    };
    let (bindings, core) = (lines(BINDINGS), lines(&[CORE]));
    if bindings * 100 < core * MOST {
        return Vec::new();
    }
    let message = format!(
        "{bindings} lines of bindings are not under {MOST} % of the {core} lines of {CORE}: let the table or the \
         generator say what is said for each language"
    );
    vec![Problem::new("aura-ffi", None, message)]
}

fn is_test(path: &str) -> bool {
    path.split('/').any(|part| matches!(part, "test" | "tests" | "tests.rs"))
}

/// Lines of code of a file; none where it is no code, or generated.
fn code(path: &str, text: &str) -> usize {
    let Some((_, comment)) = CODE.iter().find(|(ending, _)| path.ends_with(ending)) else { return 0 };
    if text.lines().take(12).any(|line| line.contains(GENERATED)) {
        return 0;
    }
    let mut in_text = false;
    let mut count = 0;
    let nexts = text.lines().skip(1).chain([""]);
    for (line, next) in text.lines().zip(nexts) {
        if line == "#[cfg(test)]" && next.starts_with("mod ") && next.ends_with('{') {
            break;
        }
        let line = line.trim();
        let quotes = line.matches("\"\"\"").count();
        let is_doc = *comment == "#" && (in_text || line.starts_with("\"\"\""));
        in_text ^= is_doc && quotes % 2 == 1;
        let is_comment = line.starts_with(comment) || line.starts_with("/*") || line.starts_with("* ");
        count += usize::from(!(line.is_empty() || is_doc || is_comment));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_that_a_person_wrote_is_counted() {
        let rust = "//! Prose.\n\nfn a() {\n    // Why.\n    b();\n}\n\n#[cfg(test)]\nmod tests {\n    fn c() {}\n}\n";
        let python = "\"\"\"One line.\"\"\"\n\n# Why.\ndef a():\n    \"\"\"Says.\n\n    More.\n    \"\"\"\n    return 1\n";
        for (path, text, expect) in [
            ("a.rs", rust, 3),
            ("a.py", python, 2),
            ("a.md", "text\n", 0),
            ("a.py", "# Written by `cargo xtask generate` from the table.\na = 1\n", 0),
        ] {
            assert_eq!(code(path, text), expect, "{path}");
        }
    }

    #[test]
    fn bindings_that_grow_beyond_their_share_are_told() {
        let core = "a();\n".repeat(100);
        let binding = "a();\n".repeat(5);
        let check = |binding: &str| {
            check(&Tree::of(&[
                ("aura-core/src/lib.rs", &core),
                ("aura-node/index.js", binding),
                ("aura-node/tests/a.mjs", &core),
            ]))
        };
        assert_eq!(check(&binding).len(), 1);
        assert_eq!(check("a();\n"), []);
    }
}
