//! Arrows between the modules of aura-core: a module may name only modules below it, or itself.
//!
//! Read from the tokens, so a path in a comment or in a string does not count and one in a macro does.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::Problem;
use crate::tree::Tree;

/// The modules from low to high. A module may use what stands before it.
const ORDER: &[&str] = &[
    "error",
    "id",
    "limits",
    "random",
    "progress",
    "store",
    "llm",
    "text",
    "des",
    "stats",
    "domain",
    "intent",
    "plan",
    "prototype",
    "simulate",
    "evaluate",
    "explain",
    "handoff",
    "engine",
];

/// Modules that know nothing of Aura's nouns, and all that they may use besides themselves.
const KERNELS: &[&str] = &["text", "des", "stats"];
const BELOW_KERNELS: &[&str] = &["error", "id", "limits", "random", "progress"];

const SOURCES: &str = "aura-core/src/";

/// Finds every path that points up.
pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let roots = tree.get("aura-core/src/lib.rs").map(reexports).unwrap_or_default();
    let mut problems = Vec::new();
    for (path, text) in tree.rust() {
        let Some(inside) = path.strip_prefix(SOURCES).filter(|inside| *inside != "lib.rs") else { continue };
        let Ok(tokens) = text.parse::<TokenStream>() else {
            problems.push(Problem::new(path, None, "cannot be read as Rust"));
            continue;
        };
        let (own, depth) = place(inside);
        let mut named = Vec::new();
        collect(tokens, depth, &mut named);
        for (name, line) in named {
            let target = roots.get(&name).unwrap_or(&name);
            if let Some(message) = judge(&own, target) {
                problems.push(Problem::new(path, line, message));
            }
        }
        if !ORDER.contains(&own.as_str()) {
            problems.push(Problem::new(path, None, format!("the module `{own}` has no place in the order of modules: give it one in xtask/src/tidy/arrows.rs")));
        }
    }
    problems
}

/// The top module of a file and how deep the file's own module lies.
fn place(inside: &str) -> (String, usize) {
    let module = inside.trim_end_matches(".rs").trim_end_matches("/mod");
    let own = module.split('/').next().unwrap_or(module).to_owned();
    (own, module.split('/').count())
}

/// Why a module may not use another, if it may not.
fn judge(own: &str, target: &str) -> Option<String> {
    if own == target {
        return None;
    }
    let position = |name: &str| ORDER.iter().position(|module| *module == name);
    let (Some(from), Some(to)) = (position(own), position(target)) else {
        return position(own).map(|_| {
            format!("`crate::{target}` is neither a module in the order nor re-exported by lib.rs")
        });
    };
    if KERNELS.contains(&own) && !BELOW_KERNELS.contains(&target) {
        return Some(format!(
            "`{own}` is a kernel and may use only {}, not `{target}`",
            BELOW_KERNELS.join(", ")
        ));
    }
    (to > from).then(|| format!("`{own}` stands below `{target}` and may not use it"))
}

/// Every name that stands directly below the crate's root in a path, with its line.
fn collect(tokens: TokenStream, depth: usize, named: &mut Vec<(String, usize)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        match token {
            TokenTree::Ident(ident) if *ident == "crate" => {
                first_names(tokens.get(index + 1..).unwrap_or_default(), named);
            }
            TokenTree::Ident(ident) if *ident == "super" => {
                let mut supers = 1;
                while matches!(tokens.get(index + 3), Some(TokenTree::Ident(next)) if *next == "super") {
                    supers += 1;
                    index += 3;
                }
                if supers == depth {
                    first_names(tokens.get(index + 1..).unwrap_or_default(), named);
                }
            }
            TokenTree::Group(group) => {
                let before = index.checked_sub(2).and_then(|before| tokens.get(before));
                let is_module = group.delimiter() == Delimiter::Brace
                    && matches!(before, Some(TokenTree::Ident(word)) if *word == "mod");
                collect(group.stream(), depth + usize::from(is_module), named);
            }
            _ => {}
        }
        index += 1;
    }
}

/// The names after `crate` or after the last `super`: one, or the first of each branch of a group.
fn first_names(rest: &[TokenTree], named: &mut Vec<(String, usize)>) {
    let [TokenTree::Punct(first), TokenTree::Punct(second), target, after @ ..] = rest else { return };
    if first.as_char() != ':' || second.as_char() != ':' {
        return;
    }
    match target {
        TokenTree::Ident(name) => {
            let is_macro = matches!(after.first(), Some(TokenTree::Punct(mark)) if mark.as_char() == '!');
            if !is_macro {
                named.push((name.to_string(), name.span().start().line));
            }
        }
        TokenTree::Group(group) => {
            let mut at_start = true;
            for token in group.stream() {
                if let (true, TokenTree::Ident(name)) = (at_start, &token) {
                    named.push((name.to_string(), name.span().start().line));
                }
                at_start = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == ',');
            }
        }
        _ => {}
    }
}

/// Which module each name comes from that lib.rs re-exports with `pub use module::…`.
fn reexports(text: &str) -> BTreeMap<String, String> {
    let tokens: Vec<TokenTree> = text.parse::<TokenStream>().into_iter().flatten().collect();
    let mut found = BTreeMap::new();
    for statement in tokens.split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';')) {
        let mut words = Vec::new();
        idents(statement.iter().cloned(), &mut words);
        let mut words =
            words.into_iter().skip_while(|word| word != "use").skip(1).filter(|word| word != "crate");
        let Some(module) = words.next() else { continue };
        for word in words {
            found.insert(word, module.clone());
        }
    }
    found
}

fn idents(tokens: impl Iterator<Item = TokenTree>, words: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => words.push(ident.to_string()),
            TokenTree::Group(group) => idents(group.stream().into_iter(), words),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIB: &str = "pub mod error; pub mod plan; pub use error::{Error, Result}; pub use engine::Engine;";

    fn check_one(path: &str, text: &str) -> Vec<(Option<usize>, String)> {
        let tree = Tree::of(&[("aura-core/src/lib.rs", LIB), (path, text)]);
        check(&tree).into_iter().map(|problem| (problem.line, problem.message)).collect()
    }

    #[test]
    fn what_points_down_is_allowed() {
        for (path, text) in [
            (
                "aura-core/src/plan/mod.rs",
                "use crate::intent::Reader; use crate::{Error, domain::{Plan, Step}};",
            ),
            ("aura-core/src/plan/edit.rs", "use super::Checks; fn f() { crate::plan::check(); }"),
            (
                "aura-core/src/des/queue.rs",
                "//! See crate::engine.\nuse crate::limits::Limits; const A: &str = \"crate::plan\";",
            ),
            ("aura-core/src/error.rs", "pub(crate) struct A; mod tests { use super::*; }"),
            ("aura-core/src/text/mod.rs", "fn f() { crate::some_macro!(1) }"),
        ] {
            assert_eq!(check_one(path, text), [], "{path}");
        }
    }

    #[test]
    fn what_points_up_is_found() {
        for (path, text, expect) in [
            ("aura-core/src/plan/mod.rs", "\nuse crate::handoff::Bundle;", "`plan` stands below `handoff`"),
            (
                "aura-core/src/plan/mod.rs",
                "\nuse crate::{intent, explain::Insight};",
                "`plan` stands below `explain`",
            ),
            ("aura-core/src/plan/mod.rs", "\nuse super::engine;", "`plan` stands below `engine`"),
            (
                "aura-core/src/plan/a/b.rs",
                "mod t {\n use super::super::super::super::engine; }",
                "`plan` stands below `engine`",
            ),
            (
                "aura-core/src/plan/mod.rs",
                "\nfn f() { vec![crate::engine::run()] }",
                "`plan` stands below `engine`",
            ),
            ("aura-core/src/plan/mod.rs", "\nuse crate::Engine;", "`plan` stands below `engine`"),
            ("aura-core/src/stats/mod.rs", "\nuse crate::text::Token;", "`stats` is a kernel"),
            ("aura-core/src/plan/mod.rs", "\nuse crate::nowhere::A;", "neither a module in the order"),
        ] {
            let found = check_one(path, text);
            assert_eq!(found.len(), 1, "{path} {text} {found:?}");
            assert!(found[0].1.contains(expect), "{found:?}");
            assert_eq!(found[0].0, Some(2));
        }
    }

    #[test]
    fn a_new_module_needs_a_place() {
        let found = check_one("aura-core/src/magic.rs", "");
        assert!(found[0].1.contains("`magic` has no place"), "{found:?}");
    }
}
