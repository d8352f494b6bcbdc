//! The title of something new, taken from the words of a request.

use super::item::{Item, Kind, text_of};
use super::scene::is_step_noun;

/// Words that stand before a new title and do not belong to it.
const LEAD: &[&str] = &[
    "a",
    "an",
    "the",
    "new",
    "another",
    "one",
    "more",
    "additional",
    "extra",
    "also",
    "and",
    "please",
    "called",
    "named",
    "titled",
    "labeled",
    "labelled",
    "label",
    "with",
    "which",
    "that",
    "is",
    "to",
    "where",
    ":",
    ",",
    "in",
    "by",
    "into",
    "as",
    "of",
    "for",
    "copy",
    "name",
    "title",
    "be",
    "should",
    "again",
    "directly",
    "right",
    "just",
    "immediately",
    "exactly",
];

/// The title in a stretch of words: a quoted text, a name with its noun, a known name, else the words themselves.
pub(super) fn title_in(items: &[Item]) -> Option<String> {
    let known = |wanted: fn(&Kind) -> bool| items.iter().find(|item| wanted(&item.kind));
    if let Some(item) = known(|kind| matches!(kind, Kind::Quoted)) {
        return Some(item.raw.clone());
    }
    if let Some(item) = known(|kind| matches!(kind, Kind::New)) {
        return Some(new_title(item));
    }
    if let Some(item) = known(|kind| matches!(kind, Kind::Node(_) | Kind::Group(_))) {
        return Some(item.raw.clone());
    }
    let words: Vec<&Item> = items.iter().skip_while(|item| item.is(LEAD) || is_step_noun(item)).collect();
    let mut words: Vec<Item> = words.into_iter().cloned().collect();
    while words
        .last()
        .is_some_and(|item| item.is(LEAD) || item.is(&[".", "!", "?", ";"]) || is_step_noun(item))
    {
        words.pop();
    }
    let is_plain = words.iter().any(|item| item.word.chars().any(char::is_alphanumeric));
    let leads_away = words.first().is_some_and(|item| {
        item.is(&[
            "from", "before", "after", "if", "when", "while", "two", "three", "all", "it", "them", "each",
            "other", "not", "no",
        ])
    });
    if !is_plain
        || leads_away
        || words.iter().any(|item| matches!(item.kind, Kind::Gateway(_) | Kind::All | Kind::Branch(_)))
    {
        return None;
    }
    Some(capitalised(&text_of(&words)))
}

/// `task E` as written, with the noun in lower case as the plan's own names have it.
pub(super) fn new_title(item: &Item) -> String {
    let mut words: Vec<String> = item.raw.split_whitespace().map(str::to_owned).collect();
    if let Some(noun) = words.first_mut()
        && noun.chars().skip(1).all(char::is_lowercase)
    {
        *noun = noun.to_lowercase();
    }
    if let Some(first) = words.first_mut()
        && let Some(singular) = first.strip_suffix('s').filter(|singular| !singular.ends_with('s'))
    {
        *first = singular.to_owned();
    }
    words.join(" ")
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
