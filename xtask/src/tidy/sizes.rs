//! Files, functions and the README stay short enough to read in one go.
//!
//! What cannot be short yet stands in `xtask/oversize.txt` with its present size. An entry that is no longer
//! needed is itself a problem, and so is one that grew, so the list can only shrink.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::Problem;
use super::bindings::GENERATED;
use crate::tree::Tree;

const FILE_LINES: usize = 600;
const FUNCTION_LINES: usize = 120;
const README_LINES: usize = 120;
const EXCEPTIONS: &str = "xtask/oversize.txt";

/// Finds what is too long, and exceptions that are not needed.
pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut exceptions = read_exceptions(tree, &mut problems);
    for (path, text) in tree.rust() {
        // Nobody edits what is generated.
        let is_generated = text.lines().take(12).any(|line| line.contains(GENERATED));
        let lines = if is_generated { 0 } else { text.lines().count() };
        judge(path, None, "the file", lines, FILE_LINES, path, &mut exceptions, &mut problems);
        let mut functions = Vec::new();
        if let Ok(tokens) = text.parse::<TokenStream>() {
            collect(tokens, &mut functions);
        }
        for (name, line, lines) in functions {
            let (what, key) = (format!("`{name}`"), format!("{path} {name}"));
            judge(path, Some(line), &what, lines, FUNCTION_LINES, &key, &mut exceptions, &mut problems);
        }
    }
    if let Some(text) = tree.get("README.md") {
        let lines = text.lines().count();
        judge(
            "README.md",
            None,
            "the README",
            lines,
            README_LINES,
            "README.md",
            &mut exceptions,
            &mut problems,
        );
    }
    for (key, (line, _)) in exceptions {
        problems.push(Problem::new(
            EXCEPTIONS,
            line,
            format!("`{key}` is short enough now, or gone: remove its line"),
        ));
    }
    problems
}

/// Compares one length with its limit, or with its exception, which it takes from the list.
#[expect(clippy::too_many_arguments, reason = "one private function with two lists to write to")]
fn judge(
    path: &str,
    line: Option<usize>,
    what: &str,
    lines: usize,
    limit: usize,
    key: &str,
    exceptions: &mut BTreeMap<String, (usize, usize)>,
    problems: &mut Vec<Problem>,
) {
    if lines <= limit {
        return;
    }
    match exceptions.remove(key) {
        Some((_, allowed)) if lines <= allowed => {}
        Some((_, allowed)) => {
            problems.push(Problem::new(
                path,
                line,
                format!("{what} grew to {lines} lines, its exception is {allowed}"),
            ));
        }
        None => {
            problems.push(Problem::new(path, line, format!("{what} has {lines} lines, the limit is {limit}")))
        }
    }
}

/// Reads lines of the form `path lines` or `path function lines`: the key, its line here and the length.
fn read_exceptions(tree: &Tree, problems: &mut Vec<Problem>) -> BTreeMap<String, (usize, usize)> {
    let mut exceptions = BTreeMap::new();
    for (number, line) in tree.get(EXCEPTIONS).unwrap_or_default().lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match line.rsplit_once(' ').map(|(key, lines)| (key, lines.parse::<usize>())) {
            Some((key, Ok(lines))) => {
                exceptions.insert(key.to_owned(), (number + 1, lines));
            }
            _ => problems.push(Problem::new(
                EXCEPTIONS,
                number + 1,
                "write `path lines` or `path function lines`",
            )),
        }
    }
    exceptions
}

/// Every function with a body: its name, its first line, and how many lines it has.
fn collect(tokens: TokenStream, functions: &mut Vec<(String, usize, usize)>) {
    let mut open: Option<(String, usize)> = None;
    let mut after_fn = None;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if ident == "fn" => after_fn = Some(ident.span().start().line),
            TokenTree::Ident(ident) => {
                if let Some(line) = after_fn.take() {
                    open = Some((ident.to_string(), line));
                }
            }
            TokenTree::Punct(mark) if mark.as_char() == ';' => open = None,
            TokenTree::Group(group) => {
                after_fn = None;
                if group.delimiter() == Delimiter::Brace
                    && let Some((name, line)) = open.take()
                {
                    let last = group.span_close().end().line;
                    functions.push((name, line, last + 1 - line));
                }
                collect(group.stream(), functions);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::of(files)).iter().map(Problem::to_string).collect()
    }

    #[test]
    fn long_files_functions_and_readme_are_found() {
        let file = "// a line\n".repeat(601);
        assert_eq!(messages(&[("a.rs", &file)]), ["a.rs: the file has 601 lines, the limit is 600"]);
        let generated = format!("//! {GENERATED}; do not edit.\n{file}");
        assert_eq!(messages(&[("a.rs", &generated)]), [""; 0]);
        let function =
            format!("\nimpl A {{\n fn long<T>(a: T) -> [u8; 2] {{\n{}}}\n}}", "a();\n".repeat(120));
        assert_eq!(messages(&[("a.rs", &function)]), ["a.rs:3: `long` has 122 lines, the limit is 120"]);
        let readme = "line\n".repeat(121);
        assert_eq!(
            messages(&[("README.md", &readme)]),
            ["README.md: the README has 121 lines, the limit is 120"]
        );
    }

    #[test]
    fn what_is_short_enough_passes() {
        let file = format!("trait A {{ fn a(); }}\n{}fn b() {{}}\n", "// a line\n".repeat(500));
        assert_eq!(
            messages(&[("a.rs", &file), ("README.md", "short"), ("long.json", &"1\n".repeat(900))]),
            [""; 0]
        );
    }

    #[test]
    fn exceptions_hold_only_while_they_are_needed() {
        let file = "// a line\n".repeat(650);
        assert_eq!(messages(&[("a.rs", &file), (EXCEPTIONS, "# why\na.rs 650\n")]), [""; 0]);
        assert_eq!(
            messages(&[("a.rs", &file), (EXCEPTIONS, "a.rs 640\n")]),
            ["a.rs: the file grew to 650 lines, its exception is 640"]
        );
        let stale = "xtask/oversize.txt:1: `a.rs` is short enough now, or gone: remove its line";
        assert_eq!(messages(&[("a.rs", "fn a() {}"), (EXCEPTIONS, "a.rs 640\n")]), [stale]);
        assert_eq!(
            messages(&[(EXCEPTIONS, "a.rs\n")]),
            ["xtask/oversize.txt:1: write `path lines` or `path function lines`"]
        );
    }
}
