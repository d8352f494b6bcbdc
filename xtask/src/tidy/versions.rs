//! One version everywhere: that of the workspace stands in the manifest of every language's package too.

use super::Problem;
use crate::tree::Tree;

/// Where the version stands besides `Cargo.toml`: a file, and what stands before the version in a line.
const PLACES: &[(&str, &str)] = &[
    ("aura-node/package.json", "  \"version\": \""),
    ("aura-node/package.json", "    \"aura-darwin-arm64\": \""),
    ("aura-node/package.json", "    \"aura-darwin-x64\": \""),
    ("aura-node/package.json", "    \"aura-linux-arm64-gnu\": \""),
    ("aura-node/package.json", "    \"aura-linux-x64-gnu\": \""),
    ("aura-node/package.json", "    \"aura-win32-x64-msvc\": \""),
    ("aura-kotlin/pom.xml", "<artifactId>aura-kotlin</artifactId>\n  <version>"),
    ("aura-kotlin/README.md", "<artifactId>aura-kotlin</artifactId>\n  <version>"),
    ("examples/kotlin/pom.xml", "<artifactId>aura-kotlin</artifactId>\n      <version>"),
];

/// Finds packages with another version than the workspace.
pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let workspace = tree.get("Cargo.toml").unwrap_or_default();
    let Some(version) = after(workspace, "[workspace.package]\nversion = \"") else {
        return vec![Problem::new(
            "Cargo.toml",
            None,
            "`[workspace.package]` does not begin with the version",
        )];
    };
    let mut problems = Vec::new();
    for (path, before) in PLACES {
        let found = tree.get(path).and_then(|text| after(text, before));
        if found != Some(version) {
            let found = found.unwrap_or("nothing");
            let message = format!("`{}` says {found}, and the workspace is {version}", before.trim());
            problems.push(Problem::new(path, None, message));
        }
    }
    problems
}

/// What follows `before`, up to the end of the version.
fn after<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    let rest = text.split_once(before)?.1;
    rest.split(['"', '<']).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_is_found() {
        let cargo = "[workspace.package]\nversion = \"1.2.0\"\n";
        let npm = "  \"version\": \"1.2.0\",\n    \"aura-darwin-x64\": \"1.1.0\",\n";
        let pom = "  <artifactId>aura-kotlin</artifactId>\n  <version>1.2.0</version>\n";
        let files = [("Cargo.toml", cargo), ("aura-node/package.json", npm), ("aura-kotlin/pom.xml", pom)];
        let found: Vec<String> =
            check(&Tree::of(&files)).into_iter().map(|problem| problem.message).collect();
        assert_eq!(found.len(), PLACES.len() - 2, "{found:?}");
        assert!(
            found.contains(&"`\"aura-darwin-x64\": \"` says 1.1.0, and the workspace is 1.2.0".to_owned())
        );
        assert_eq!(check(&Tree::of(&[])).len(), 1);
    }
}
