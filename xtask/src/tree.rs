//! The project's text files, read once, so that every check is a function from texts to problems.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Larger files are data, not text that people keep tidy.
const LARGEST_TEXT_BYTES: u64 = 4 << 20;

/// All text files of the project by their path from its root, with `/` between the parts.
pub(crate) struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Reads every text file below `root` that `.gitignore` does not name.
    pub(crate) fn read(root: &Path) -> Result<Tree, String> {
        let ignore = Ignore::parse(&fs::read_to_string(root.join(".gitignore")).unwrap_or_default());
        let mut files = BTreeMap::new();
        collect(root, "", &ignore, &mut files)?;
        Ok(Tree { files })
    }

    /// A tree of the files given, for the tests of a check.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Tree {
        Tree { files: files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect() }
    }

    /// Every file in the order of the paths.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The Rust files in the order of the paths.
    pub(crate) fn rust(&self) -> impl Iterator<Item = (&str, &str)> {
        self.all().filter(|(path, _)| path.ends_with(".rs"))
    }

    /// The text of one file.
    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }
}

fn collect(
    folder: &Path,
    prefix: &str,
    ignore: &Ignore,
    files: &mut BTreeMap<String, String>,
) -> Result<(), String> {
    let cannot_read = |error: std::io::Error| format!("cannot read {}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(cannot_read)? {
        let entry = entry.map_err(cannot_read)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        if ignore.covers(&path, &name) {
            continue;
        }
        let kind = entry.file_type().map_err(cannot_read)?;
        if kind.is_dir() {
            collect(&entry.path(), &path, ignore, files)?;
        } else if kind.is_file()
            && entry.metadata().is_ok_and(|metadata| metadata.len() <= LARGEST_TEXT_BYTES)
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            files.insert(path, text);
        }
    }
    Ok(())
}

/// The three forms of line that our `.gitignore` uses: `/from-root`, `any-name`, `*.ending`.
struct Ignore {
    lines: Vec<String>,
}

impl Ignore {
    fn parse(text: &str) -> Ignore {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        Ignore { lines: lines.map(|line| line.trim_end_matches('/').to_owned()).collect() }
    }

    fn covers(&self, path: &str, name: &str) -> bool {
        name == ".git"
            || self.lines.iter().any(|line| match (line.strip_prefix('/'), line.strip_prefix('*')) {
                (Some(from_root), _) => path == from_root,
                (_, Some(ending)) => name.ends_with(ending),
                _ => name == line,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ignores_what_gitignore_names() {
        let ignore = Ignore::parse("/target\nnode_modules/\n*.snap.new\n# a remark\n");
        for (path, expect) in [
            ("target", true),
            ("docs/target", false),
            ("bindings/node_modules", true),
            ("a/b.snap.new", true),
            ("a/b.snap", false),
            (".git", true),
        ] {
            let name = path.rsplit('/').next().unwrap();
            assert_eq!(ignore.covers(path, name), expect, "{path}");
        }
    }
}
