//! What must not stand in any file: paths of one machine, hosts of registries, marks of unfinished work.
//!
//! The words are put together from pieces here, so that this file does not find itself.

use super::Problem;
use crate::tree::Tree;

/// Found anywhere, in any file.
const EVERYWHERE: &[(&str, &str)] = &[
    (concat!("/wo", "rk/"), "a path of one machine"),
    (concat!("/ro", "ot/"), "a path of one machine"),
    (concat!("/ho", "me/"), "a path of one machine"),
    (concat!("/tmp/", "wt"), "a path of one machine"),
    (concat!("/tmp/", "bash_jobs"), "a path of one machine"),
    (concat!("registry.npm", "js"), "a registry host"),
    (concat!("registry.yarn", "pkg"), "a registry host"),
    (concat!("pypi", ".org"), "a registry host"),
    (concat!("python", "hosted"), "a registry host"),
    (concat!("index.crates", ".io"), "a registry host"),
    (concat!("static.crates", ".io"), "a registry host"),
    (concat!("repo1.ma", "ven"), "a registry host"),
    (concat!("deb.deb", "ian"), "a registry host"),
    (concat!("farm-", "studio"), "a name that means nothing to a reader"),
    (concat!("farm-", "bench"), "a name that means nothing to a reader"),
];

/// Found in code, where they mark work that was left undone.
const IN_CODE: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
];

const CODE: &[&str] = &[".rs", ".py", ".mjs", ".js", ".ts", ".kt", ".swift", ".sh", ".toml", ".yml", ".yaml"];

/// Finds words that must not be there.
pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, text) in tree.all().filter(|(path, _)| *path != "Cargo.lock") {
        let is_code = CODE.iter().any(|ending| path.ends_with(ending)) || path.starts_with(".ci/");
        for (number, line) in text.lines().enumerate() {
            for (word, why) in EVERYWHERE.iter().filter(|(word, _)| stands_alone(line, word)) {
                problems.push(Problem::new(path, number + 1, format!("`{word}` is {why}")));
            }
            let comment = if path.ends_with(".rs") { comment_or_macro(line) } else { line };
            for word in IN_CODE.iter().filter(|word| is_code && stands_alone(comment, word)) {
                problems.push(Problem::new(
                    path,
                    number + 1,
                    format!("`{word}` marks work that was left undone"),
                ));
            }
        }
    }
    problems
}

/// In Rust, a text literal may well hold such a word (people write them into goals); a remark may not.
fn comment_or_macro(line: &str) -> &str {
    let start = line.find("//").or_else(|| line.find("!(").map(|_| 0));
    start
        .and_then(|start| line.get(start..))
        .filter(|rest| rest.starts_with("//") || !rest.contains('"'))
        .unwrap_or("")
}

/// Whether the word stands in the line and is not the middle of a longer name.
fn stands_alone(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(start, _)| {
        let before = line.get(..start).and_then(|before| before.chars().next_back());
        let after = line.get(start + word.len()..).and_then(|after| after.chars().next());
        let joins = |neighbour: Option<char>| neighbour.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let ends_open = word.ends_with(|c: char| !c.is_alphanumeric());
        !joins(before) && before != Some('.') && before != Some('-') && (ends_open || !joins(after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn machine_paths_hosts_and_marks_are_found() {
        for (path, text) in [
            ("docs/a.md", concat!("see /wo", "rk/shared")),
            ("a.json", concat!("\"https://registry.npm", "js.org/x\"")),
            ("a.rs", concat!("// FIX", "ME later")),
            ("a.rs", concat!("fn f() { to", "do!() }")),
            ("a.sh", concat!("# TO", "DO: mend")),
            (".ci/run", concat!("cd /ro", "ot/x")),
        ] {
            assert_eq!(found(path, text), 1, "{path} {text}");
        }
    }

    #[test]
    fn ordinary_words_pass() {
        for (path, text) in [
            ("a.rs", concat!("const MARKS: &[&str] = &[\"TO", "DO\"];")),
            ("examples/goals/a.md", concat!("TO", "DO: ask legal")),
            ("a.md", "frame/work/flow and ./root/ folders"),
            ("a.py", "METHODOLOGY = 1"),
        ] {
            assert_eq!(found(path, text), 0, "{path} {text}");
        }
    }
}
