//! Wishes to move through the versions of the plan: back, forward, to a version that is named.

use super::item::{Item, Kind};
use crate::domain::edit::{EditReading, RedoReading, UndoReading};

/// More items than this say something else.
const LONGEST: usize = 9;
/// Most changes that are taken back or made again at once.
const MOST_STEPS: u32 = 1_000;
/// What may stand around the words that ask for it.
const FILLERS: &[&str] = &[
    "the",
    "that",
    "this",
    "it",
    "last",
    "my",
    "previous",
    "latest",
    "most",
    "recent",
    "of",
    "again",
    "all",
    "and",
    "changes",
    "change",
    "edits",
    "edit",
    "steps",
    "step",
    "times",
    "time",
    "versions",
    "version",
    "back",
    "to",
    "from",
    "plan",
    "two",
    "twice",
    "three",
    "four",
    "five",
    "one",
    "once",
    "a",
    "an",
    "few",
    "original",
    "first",
    "everything",
    "initial",
    "oldest",
    "undo",
    "redo",
    "undone",
    "please",
    "ones",
    "i",
    "we",
    "did",
    "made",
    "just",
    "what",
    "was",
    "forward",
    "now",
    "in",
    "history",
    ".",
    ",",
    "number",
    "nr",
    "no",
    "#",
    "undid",
];

/// Where a request wants to go in the history, if that is all it wants.
pub(super) fn travel(items: &[Item]) -> Option<EditReading> {
    let is_plain = |item: &Item| matches!(item.kind, Kind::Word | Kind::Quoted | Kind::All);
    if items.is_empty() || items.len() > LONGEST || !items.iter().all(is_plain) {
        return None;
    }
    let words: Vec<&str> = items.iter().map(|item| item.word.as_str()).filter(|word| *word != ".").collect();
    let (goes_forward, rest) = direction(&words)?;
    let version = version_in(rest);
    let is_filler = |word: &&str| {
        FILLERS.contains(word) || word.parse::<u32>().is_ok() || version.as_deref() == Some(word)
    };
    if !rest.iter().all(is_filler) {
        return None;
    }
    let steps = number_in(rest).unwrap_or(1).clamp(1, MOST_STEPS);
    Some(if goes_forward {
        EditReading::Redo(RedoReading { steps })
    } else {
        EditReading::Undo(UndoReading { steps: if version.is_some() { 1 } else { steps }, version })
    })
}

/// Whether the words begin by going forward, and what they say behind it.
fn direction<'a>(words: &'a [&'a str]) -> Option<(bool, &'a [&'a str])> {
    let names_version = words.iter().any(|word| word.starts_with("version"));
    let (goes_forward, length) = match words {
        ["undo", "undo", ..] | ["undo", "the" | "that" | "my", "undo", ..] => (true, 1),
        ["redo" | "reapply", ..] => (true, 1),
        ["go" | "move" | "step", "forward", ..] => (true, 2),
        ["do", "again", ..] if words.len() == 2 => return None,
        ["undo" | "revert", ..] => (false, 1),
        ["go" | "take" | "roll" | "step" | "move" | "switch" | "turn" | "put", "back", ..] => (false, 2),
        ["take", "it" | "that" | "this", "back", ..] => (false, 3),
        ["take", "the", .., "back"] => (false, 1),
        ["rollback", ..] => (false, 1),
        ["back", ..] if words.len() > 1 => (false, 1),
        ["restore" | "return" | "switch" | "go" | "reset" | "use", ..] if names_version => (false, 1),
        _ => return None,
    };
    words.get(length..).map(|rest| (goes_forward, rest))
}

/// The version that is named: `version 3fa9`, `version_3fa9…`, `the first version`, `everything`.
fn version_in(words: &[&str]) -> Option<String> {
    let whole = words.iter().find(|word| word.starts_with("version_")).map(|word| (*word).to_owned());
    let behind = || {
        let at = words.iter().position(|word| *word == "version")?;
        let mut rest =
            words.get(at + 1..)?.iter().filter(|word| !["number", "nr", "no", "#"].contains(*word));
        let name = rest.next()?;
        let is_name = name.chars().all(|letter| letter.is_ascii_hexdigit());
        is_name.then(|| (*name).to_owned())
    };
    let first = || {
        let all =
            words.iter().any(|word| ["all", "everything", "original", "initial", "oldest"].contains(word));
        let first = words.contains(&"first") && words.contains(&"version");
        (all || first).then(|| "1".to_owned())
    };
    whole.or_else(behind).or_else(first)
}

/// How many changes are spoken of.
fn number_in(words: &[&str]) -> Option<u32> {
    words.iter().find_map(|word| match *word {
        "two" | "twice" => Some(2),
        "three" => Some(3),
        "four" => Some(4),
        "five" => Some(5),
        other => other.parse::<u32>().ok(),
    })
}
