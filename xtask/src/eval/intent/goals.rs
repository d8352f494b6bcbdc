//! Goals that people marked as vague or clear, with the details that are missing in vague ones.
//!
//! Balanced accuracy is the mean of the share of vague goals called vague and of clear goals called clear. A missing
//! detail is found where one of at most five questions shares a word with its description that says more than
//! `specific` or `preference`; its importance is its weight.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use aura_core::intent::clarity;
use aura_core::text::noun_singular;
use serde_json::Value;

use crate::eval::Row;

use super::{halves, row, share};

const FILE: &str = "train.jsonl";
/// Words that nearly every description has.
const EMPTY: &[&str] = &[
    "a",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "by",
    "do",
    "for",
    "from",
    "have",
    "how",
    "if",
    "in",
    "is",
    "it",
    "of",
    "on",
    "or",
    "preference",
    "preferred",
    "prefer",
    "s",
    "should",
    "specific",
    "that",
    "the",
    "there",
    "this",
    "to",
    "user",
    "want",
    "what",
    "which",
    "with",
    "would",
    "you",
    "your",
    "additional",
    "desired",
    "particular",
];

#[derive(Default, Clone, Copy)]
struct Count {
    vague: f64,
    called_vague: f64,
    clear: f64,
    called_clear: f64,
    weight: f64,
    found: f64,
}

impl Count {
    fn balanced(self) -> f64 {
        (share(self.called_vague, self.vague) + share(self.called_clear, self.clear)) / 2.0
    }
}

pub(super) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let text =
        fs::read_to_string(folder.join(FILE)).map_err(|cause| format!("{FILE} cannot be read: {cause}"))?;
    let mut counts = [Count::default(); 2];
    let (mut questions, mut with_options, mut goals) = (0.0, 0.0, 0);
    let mut wrong = Vec::new();
    for (number, line) in text.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        let goal: Value =
            serde_json::from_str(line).map_err(|cause| format!("{FILE}, line {}: {cause}", number + 1))?;
        let field = |name: &str| goal.get(name);
        let (task, vague) = (field("task").and_then(Value::as_str), field("vague").and_then(Value::as_bool));
        let (Some(task), Some(vague)) = (task, vague) else {
            return Err(format!("{FILE}, line {}: not as described", number + 1));
        };
        let found = clarity(task);
        goals += 1;
        questions += found.details.len() as f64;
        with_options += found.details.iter().filter(|detail| detail.options.len() >= 2).count() as f64;
        let Some(count) = counts.get_mut(halves(number)) else { continue };
        if vague {
            count.vague += 1.0;
            count.called_vague += f64::from(found.is_vague);
        } else {
            count.clear += 1.0;
            count.called_clear += f64::from(!found.is_vague);
        }
        if vague != found.is_vague {
            wrong.push(format!("{} {:.2} {task}", if vague { "vague" } else { "clear" }, found.vagueness));
        }
        let asked: Vec<BTreeSet<String>> =
            found.details.iter().take(5).map(|detail| words(&detail.question)).collect();
        for missing in field("missing_details").and_then(Value::as_array).into_iter().flatten() {
            let text = |name: &str| missing.get(name).and_then(Value::as_str);
            let weight = text("importance").and_then(|text| text.parse().ok()).unwrap_or(1.0);
            let wanted = words(text("description").unwrap_or_default());
            count.weight += weight;
            if asked.iter().any(|question| !question.is_disjoint(&wanted)) {
                count.found += weight;
            }
        }
    }
    let [one, other] = counts;
    let all = Count {
        vague: one.vague + other.vague,
        called_vague: one.called_vague + other.called_vague,
        clear: one.clear + other.clear,
        called_clear: one.called_clear + other.called_clear,
        weight: one.weight + other.weight,
        found: one.found + other.found,
    };
    let details = share(all.found, all.weight);
    Ok(vec![
        Row {
            failures: wrong,
            ..row("vague or clear, balanced accuracy", goals, all.balanced(), Some(0.60), Some(0.70))
        },
        row("vague or clear, even lines", goals / 2, one.balanced(), None, None),
        row("vague or clear, odd lines", goals / 2, other.balanced(), None, None),
        row("missing details found, by importance", goals, details, Some(0.60), Some(0.70)),
        row("missing details found, even lines", goals / 2, share(one.found, one.weight), None, None),
        row("missing details found, odd lines", goals / 2, share(other.found, other.weight), None, None),
        row("share of questions with options", questions as u64, share(with_options, questions), None, None),
    ])
}

/// The words of a text that say something, in singular.
fn words(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && !EMPTY.contains(word))
        .map(noun_singular)
        .filter(|word| !EMPTY.contains(&word.as_str()))
        .collect()
}
