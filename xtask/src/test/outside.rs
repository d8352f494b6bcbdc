//! Runs Aura on several goals and lets the outside validators judge every file that it writes.

use std::fs;
use std::path::Path;

use super::{Context, Tally, setup};
use crate::run;
use crate::tree::Tree;

/// Goals of different kinds: enough to meet every form of plan, few enough to stay quick.
const GOALS: &[&str] = &[
    "guest-checkout",
    "article-publishing",
    "dock-booking",
    "expense-approval",
    "faster-booking",
    "grocery-substitutions-prd",
    "hostile-feedback-form",
    "lead-scoring",
    "paywall-test",
    "seat-upgrade",
];

/// The validators prove that they judge, then judge the folders that Aura writes.
pub(super) fn judge(context: &Context) -> Result<Tally, String> {
    let kit = setup::prepare(context.root)?;
    let mut tally = validate(&kit, &["--self-test".to_owned()], context)?;
    tally.add(validate(&kit, &own_files(context.root)?, context)?);
    let folders = write_folders(context.root, &mut tally)?;
    tally.add(validate(&kit, &folders, context)?);
    Ok(tally)
}

/// The project's own files that the kit can judge: what people read, and the schemas that are published.
fn own_files(root: &Path) -> Result<Vec<String>, String> {
    let tree = Tree::read(root)?;
    let is_text_of_others = |path: &str| {
        path.starts_with("conformance/validators/samples/")
            || (path.starts_with("examples/goals/") && !path.ends_with("README.md"))
    };
    let own = tree.all().map(|(path, _)| path).filter(|path| {
        (path.ends_with(".md") && !is_text_of_others(path))
            || (path.starts_with("conformance/schemas/") && path.ends_with(".schema.json"))
    });
    Ok(own.map(|path| root.join(path).to_string_lossy().into_owned()).collect())
}

/// Runs the whole command on each goal; each run that fails is a failure of its own.
fn write_folders(root: &Path, tally: &mut Tally) -> Result<Vec<String>, String> {
    let built = run::watched("cargo", &["build", "--quiet", "--package", "aura-cli"], root)?;
    if !built.success {
        return Err("aura-cli does not build".to_owned());
    }
    let target = root.join("target/outside");
    let _ = fs::remove_dir_all(&target);
    fs::create_dir_all(&target).map_err(|error| format!("cannot write {}: {error}", target.display()))?;
    let aura = root.join("target/debug/aura").to_string_lossy().into_owned();
    let mut folders = Vec::new();
    for goal in GOALS {
        let folder = target.join(goal);
        let file = root.join(format!("examples/goals/{goal}.md")).to_string_lossy().into_owned();
        let out = folder.to_string_lossy().into_owned();
        // Run where the projects that it keeps are thrown away with the folders.
        let ran = run::kept(&aura, &["run", &file, "--assume", "--out", &out], &target)?;
        if ran.success {
            folders.push(out);
            tally.passed += 1;
        } else {
            tally.failed += 1;
            tally.details.push_str(&format!("aura run {file} failed:\n{}\n", ran.output));
        }
    }
    Ok(folders)
}

/// Runs the kit; it prints `ok`, `same` or `FAIL` first on the line of each file it judged.
fn validate(kit: &setup::Kit, arguments: &[String], context: &Context) -> Result<Tally, String> {
    let chromium = format!("--chromium={}", kit.chromium);
    let schemas = format!("--schemas={}", context.root.join("conformance/schemas").display());
    let mut all = vec!["validate.mjs", &chromium, &schemas];
    if context.fresh {
        all.push("--fresh");
    }
    all.extend(arguments.iter().map(String::as_str));
    let ran = run::watched("node", &all, &kit.folder)?;
    Ok(count(&ran.output, ran.success))
}

fn count(output: &str, success: bool) -> Tally {
    let starting = |word: &str| output.lines().filter(|line| line.starts_with(word)).count() as u64;
    let failed = starting("FAIL ");
    let details: Vec<&str> =
        output.lines().filter(|line| !line.starts_with("ok ") && !line.starts_with("same ")).collect();
    Tally {
        passed: starting("ok ") + starting("same "),
        // A kit that dies without naming a file has failed too.
        failed: if success { failed } else { failed.max(1) },
        details: details.iter().map(|line| format!("{line}\n")).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_the_kit_are_counted() {
        for (output, success, expect) in [
            ("ok   a/plan.json\nsame a/b.feature\nFAIL a/openapi.yaml: no title\n", false, (2, 1)),
            ("ok   a\n", true, (1, 0)),
            ("Error: cannot find module\n", false, (0, 1)),
        ] {
            let tally = count(output, success);
            assert_eq!((tally.passed, tally.failed), expect, "{output}");
        }
    }

    #[test]
    fn every_goal_is_there() {
        let goals = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/goals");
        for goal in GOALS {
            assert!(goals.join(format!("{goal}.md")).is_file(), "{goal}");
        }
    }
}
