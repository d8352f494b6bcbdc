//! The literate specification: Markdown files that tell what becomes of a goal.
//!
//! Each file under `tests/scenarios/` has a goal and, behind it, what Aura answers: what was understood, what is
//! asked, the plan, what edits change, and the insights of a run. This test makes the answers again and compares.
//! After a wanted change, `AURA_UPDATE_SCENARIOS=1 cargo test -p aura-core --test scenarios` writes the files anew;
//! read the difference before you commit it.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test stops at the first surprise, and this one writes its own files anew"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use aura_core::domain::edit::EditReading;
use aura_core::domain::intent::Intent;
use aura_core::engine::Engine;
use aura_core::engine::requests::{EditRequest, Edited, GoalRequest, SimulateRequest};
use aura_core::plan::describe;
use pollster::block_on;

const UPDATE: &str = "AURA_UPDATE_SCENARIOS";

#[test]
fn every_scenario_is_told_as_it_happens() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of scenarios")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    assert!(files.len() >= 5, "only {} scenarios were found", files.len());
    let mut different = Vec::new();
    for path in files {
        let told = std::fs::read_to_string(&path).expect("a scenario");
        let happens = retell(&told);
        if told == happens {
            continue;
        }
        if std::env::var_os(UPDATE).is_some() {
            std::fs::write(&path, &happens).expect("the scenario can be written");
        } else {
            different.push(first_difference(&path, &told, &happens));
        }
    }
    assert!(different.is_empty(), "{}\nset {UPDATE}=1 to write what happens now", different.join("\n"));
}

/// What the file would have to say: its title, goal and edits are taken from it, all else is made anew.
fn retell(told: &str) -> String {
    let title = told.lines().next().unwrap_or_default();
    let goal = section(told, "Goal");
    let engine = Engine::default();
    let mut text = format!("{title}\n\n## Goal\n\n```text\n{goal}\n```\n");
    let interpreted = match block_on(engine.interpret(&GoalRequest::new(goal))) {
        Ok(interpreted) => interpreted,
        Err(error) => {
            let _ = write!(text, "\n## Refused\n\n```text\n{}: {error}\n```\n", error.code());
            return text;
        }
    };
    fence(&mut text, "Understood", &understood(&interpreted.intent));
    fence(&mut text, "Questions", &questions(&interpreted.intent));
    let planned = block_on(engine.plan(&interpreted.project)).expect("a plan");
    let problems: String = planned.problems.iter().fold(String::new(), |mut all, problem| {
        let _ = writeln!(all, "{}: {}", problem.code, problem.text);
        all
    });
    fence(&mut text, "Plan", &format!("{}\n{problems}", describe(&planned.plan)));
    for sentence in edits(told) {
        let request = EditRequest {
            project: interpreted.project.clone(),
            sentence: sentence.clone(),
            choice: None,
            preview: false,
        };
        let _ = write!(text, "\n## Edit: {sentence}\n");
        let answer = match block_on(engine.edit(&request)) {
            Err(error) => format!("{}: {error}", error.code()),
            Ok(Edited { moved: Some(planned), .. }) => describe(&planned.plan),
            Ok(edited) => match (edited.edited, edited.reading) {
                (Some(edited), _) => format!("{}\n\n{}", edited.changes.join("\n"), describe(&edited.plan)),
                (None, EditReading::Question(question)) => question.answer,
                (None, EditReading::Choices(several)) => several
                    .choices
                    .iter()
                    .fold(several.question, |all, choice| all + "\n- " + &choice.summary),
                (None, EditReading::NotUnderstood(none)) => {
                    none.nearest.iter().fold(none.explanation, |all, choice| all + "\n- " + &choice.summary)
                }
                (None, other) => format!("{other:?}"),
            },
        };
        let _ = write!(text, "\n```text\n{}\n```\n", answer.trim_end());
    }
    let request = SimulateRequest { cases: Some(1_000), ..SimulateRequest::new(interpreted.project) };
    let simulated = block_on(engine.simulate(&request)).expect("a run");
    let insights =
        simulated.explanation.insights.iter().fold(simulated.explanation.summary, |mut all, insight| {
            let _ = write!(all, "\n\n{}\n{}", insight.headline, insight.text);
            if let Some(suggestion) = &insight.suggestion {
                let _ = write!(all, "\n→ {suggestion}");
            }
            all
        });
    fence(&mut text, "Insights", &insights);
    text
}

fn understood(intent: &Intent) -> String {
    let mut text = format!(
        "kind: {:?} ({})\ngoal: {}\n",
        intent.kind.value,
        intent.kind.origin.word(),
        intent.goal.text
    );
    for actor in &intent.actors {
        let _ = writeln!(text, "actor: {} ({:?}, {})", actor.name, actor.kind, actor.origin.word());
    }
    for object in &intent.objects {
        let _ = writeln!(text, "object: {}", object.name);
    }
    for step in &intent.steps {
        let _ = writeln!(text, "step: {}", step.title);
    }
    for constraint in &intent.constraints {
        let _ = writeln!(text, "{:?}: {}", constraint.modality, constraint.text);
    }
    for criterion in &intent.success_criteria {
        let target = criterion
            .target
            .as_ref()
            .map_or_else(String::new, |target| format!(", target {}", target.amount));
        let _ = writeln!(text, "success: {} {:?}{target}", criterion.metric, criterion.direction);
    }
    text
}

fn questions(intent: &Intent) -> String {
    let mut text = String::new();
    for question in &intent.questions {
        let _ = writeln!(text, "{} [{}] {}", question.id, question.code, question.text);
        for option in &question.options {
            let _ = writeln!(text, "   {}) {} ({})", option.id, option.label, option.effect);
        }
    }
    if text.is_empty() { "none".to_owned() } else { text }
}

fn fence(text: &mut String, title: &str, content: &str) {
    let _ = write!(text, "\n## {title}\n\n```text\n{}\n```\n", content.trim_end());
}

/// The fenced text behind a heading.
fn section<'text>(told: &'text str, title: &str) -> &'text str {
    let after = told.split_once(&format!("## {title}\n")).map_or("", |(_, after)| after);
    let fenced = after.split_once("```text\n").map_or("", |(_, fenced)| fenced);
    fenced.split_once("\n```").map_or("", |(content, _)| content)
}

fn edits(told: &str) -> Vec<String> {
    told.lines().filter_map(|line| line.strip_prefix("## Edit: ")).map(str::to_owned).collect()
}

fn first_difference(path: &Path, told: &str, happens: &str) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for (number, (old, new)) in told.lines().zip(happens.lines()).enumerate() {
        if old != new {
            return format!("{name}:{}\n  told:    {old}\n  happens: {new}", number + 1);
        }
    }
    format!(
        "{name}: one of the two is longer ({} and {} lines)",
        told.lines().count(),
        happens.lines().count()
    )
}
