//! Which stated steps say enough to be steps. What is left out is noted on the start, never dropped in silence.

use crate::domain::intent::{Intent, StatedStep};
use crate::text::verb_lemma;

use super::cast::has_word;

/// Verbs that say nothing without an object.
const EMPTY_ALONE: &[&str] = &[
    "ask",
    "be",
    "come",
    "do",
    "done",
    "eat",
    "experience",
    "find",
    "get",
    "give",
    "go",
    "have",
    "keep",
    "make",
    "miss",
    "outside",
    "pass",
    "run",
    "say",
    "see",
    "take",
    "test",
    "text",
    "try",
    "use",
    "want",
    "delete",
    "clerk",
    "expire",
    "answer",
    "work",
    "need",
    "like",
    "start",
    "let",
    "call",
    "open",
    "add",
    "set",
    "change",
    "send",
    "write",
];
/// Verbs that state a wish for the product, not a step in it.
const WISHES: &[&str] = &[
    "build", "create", "deliver", "design", "develop", "have", "improve", "increase", "launch", "make",
    "reduce", "speed", "want", "rethink", "redesign",
];
/// Words of sentences that talk to a machine that reads the text.
const TO_MACHINES: &[&str] =
    &["previous instructions", "system prompt", "maintenance mode", "this paragraph", "ignore all"];

/// Why a stated step cannot be a step of the plan, where it cannot.
pub(super) fn fault(step: &StatedStep, intent: &Intent) -> Option<&'static str> {
    let title = step.title.trim();
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-')
        .filter(|word| !word.is_empty())
        .collect();
    if TO_MACHINES.iter().any(|phrase| lower.contains(phrase)) {
        return Some("it talks to the machine that reads the text");
    }
    if lower.contains("://") {
        return Some("it holds a web address");
    }
    if title.chars().any(|character| "<>{}$`\\|".contains(character)) || title.contains("=\"") {
        return Some("it is code, not a sentence");
    }
    let Some(first) = words.first() else { return Some("it is empty") };
    let verb = verb_lemma(first);
    let is_pointer = |word: &&str| {
        matches!(*word, "it" | "one" | "this" | "that" | "them" | "so" | "them," | "done" | "up")
    };
    if words.iter().skip(1).all(is_pointer) && step.object.is_none() && EMPTY_ALONE.contains(&verb.as_str()) {
        return Some("it says too little");
    }
    if words.len() == 1 && EMPTY_ALONE.contains(&verb.as_str()) {
        return Some("it says too little");
    }
    let goal = intent.goal.text.to_lowercase();
    let is_goal =
        words.len() > 1 && words.iter().filter(|word| has_word(&goal, word)).count() + 1 >= words.len();
    if is_goal && WISHES.contains(&verb.as_str()) {
        return Some("it is the goal, not a step towards it");
    }
    None
}
