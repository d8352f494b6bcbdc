//! Small readings of a clause that several rules share: conditions, times, plain words.

use crate::domain::intent::{StatedTime, TimeRole};
use crate::domain::plan::Outcome;
use crate::text::{
    Comparator, NounPhrase, QuantityKind, Sentence, Span, Tag, noun_phrases, noun_singular, quantities,
};

use super::actors::{actor_kind, name_of};
use super::clause::{Clause, Role};

/// Where the words of a condition stand: after its marker, up to the comma or the clause that depends on it.
pub(super) fn condition_span(sentence: &Sentence, found: &[Clause], condition: &Clause) -> Option<Span> {
    let first = condition.marker.map_or(condition.first, |at| at + 1);
    let main = found
        .iter()
        .filter(|clause| {
            clause.role != Role::Condition
                && clause.role != Role::Relative
                && clause.role != Role::Reduced
                && clause.role != Role::Infinitive
        })
        .map(|clause| clause.first)
        .find(|at| *at > condition.group.last);
    let end = main.unwrap_or(sentence.tokens.len());
    let mut last = end.checked_sub(1)?;
    // A comma followed by `then` or by the main clause ends the condition.
    if let Some(comma) = (condition.group.last..end).find(|at| {
        sentence.word(*at) == ";"
            || sentence.word(*at) == "then"
                && !matches!(sentence.word(*at - 1), "by" | "until" | "since" | "till")
            || sentence.word(*at) == "," && main.is_some_and(|main| main <= *at + 4)
    }) {
        last = comma.checked_sub(1)?;
    }
    if let Some(closing) = (condition.group.last + 1..=last).find(|at| sentence.word(*at) == ")") {
        last = closing.checked_sub(1)?;
    }
    while last > first
        && matches!(sentence.tag(last), Tag::Punctuation | Tag::Conjunction | Tag::Adverb)
        && !(sentence.word(last) == "then" && sentence.word(last - 1) == "by")
        && !matches!(
            sentence.word(last),
            "not" | "before" | "early" | "late" | "enough" | "correctly" | "again" | "%" | "€" | "$" | "£"
        )
    {
        last -= 1;
    }
    (last >= first).then(|| sentence.span_of(first, last))
}

/// `it is valid` → `is it valid`.
pub(super) fn question_of(text: &str, sentence: &Sentence, condition: &Clause, words: &str) -> String {
    let be = matches!(sentence.word(condition.group.first), "is" | "are" | "was" | "were" | "can" | "has");
    match condition.subject {
        Some(subject) if be && condition.group.first > subject.head => {
            let subject = lower_first(&plain(subject.span.of(text)));
            let verb = sentence.word(condition.group.first);
            match words.strip_prefix(&format!("{subject} {verb} ")) {
                Some(rest) => format!("{verb} {subject} {rest}"),
                None => format!("whether {words}"),
            }
        }
        _ => format!("whether {words}"),
    }
}

pub(super) fn ending(verb: &str, object: Option<&str>) -> Option<Outcome> {
    let process = object.is_none_or(|name| {
        matches!(
            name.rsplit(' ').next(),
            Some(
                "process"
                    | "flow"
                    | "instance"
                    | "case"
                    | "procedure"
                    | "workflow"
                    | "journey"
                    | "it"
                    | "stop"
            )
        )
    });
    match verb {
        "end" | "finish" | "conclude" | "complete" if process => Some(Outcome::GoalReached),
        "stop" | "abort" | "terminate" if process => Some(Outcome::Abandoned),
        _ => None,
    }
}

pub(super) fn stated_time(sentence: &Sentence, clause: &Clause) -> Option<StatedTime> {
    let inside = |at: usize| at >= clause.first && at <= clause.last + 1;
    let no_verb = |from: usize| !(from..clause.first).any(|at| sentence.tag(at).is_finite());
    // `After 90 days the owner gets a reminder`, `after another 10 minutes, …`
    let leads = |at: usize| at < clause.first && at <= 2 && sentence.word(0) == "after" && no_verb(at);
    let is_near = |at: usize| inside(at) || leads(at);
    quantities(sentence).into_iter().filter(|quantity| is_near(quantity.tokens.0)).find_map(|quantity| {
        if !matches!(quantity.kind, QuantityKind::Duration { .. }) {
            return None;
        }
        let before = quantity.tokens.0.checked_sub(1).map_or("", |at| sentence.word(at));
        let role = match (quantity.comparator, before, clause.group.lemma.as_str()) {
            // `first to some, and only after 2 hours to others`: part of what is done, no wait before it.
            (_, "after", _) if quantity.tokens.0 > 1 && sentence.word(quantity.tokens.0 - 2) == "only" => {
                return None;
            }
            _ if leads(quantity.tokens.0) => TimeRole::After,
            (_, _, "wait") | (_, "after", _) => TimeRole::After,
            (Comparator::AtMost | Comparator::LessThan, _, _) | (_, "in", _) => TimeRole::Within,
            (_, "for", _) | (_, _, "take") => TimeRole::Takes,
            _ => return None,
        };
        Some(StatedTime { role, duration_ms: quantity.value as u64 })
    })
}

/// What somebody says of themselves, told of them: `my address` → `their address`, `I report it` → `they report it`.
pub(super) fn told_of_them(words: &str) -> String {
    let mut told: Vec<String> = Vec::new();
    let mut is_subject = false;
    for word in words.split(' ') {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
        let new = match (core, is_subject) {
            ("my" | "My", _) => "their",
            ("mine", _) => "theirs",
            ("me", _) => "them",
            ("myself", _) => "themselves",
            ("I" | "i", _) => "they",
            ("I'm" | "I’m", _) => "they are",
            ("I've" | "I’ve", _) => "they have",
            ("I'd" | "I’d", _) => "they would",
            ("I'll" | "I’ll", _) => "they will",
            ("am", true) => "are",
            ("was", true) => "were",
            ("wasn't" | "wasn’t", true) => "weren't",
            _ => core,
        };
        is_subject = matches!(core, "I" | "i");
        told.push(if new == core { word.to_owned() } else { word.replacen(core, new, 1) });
    }
    told.join(" ")
}

/// Words with a capital at their start.
pub(super) fn upper_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Words on one line with single spaces, without marks of emphasis.
pub(super) fn plain(words: &str) -> String {
    words
        .split_whitespace()
        .map(|word| word.trim_matches(['*', '`']))
        .filter(|word| !word.is_empty())
        .map(|word| match word {
            "w/" => "with",
            "w/o" => "without",
            word => word,
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The first letter in lowercase, unless the word is an acronym or a name like `eBay`.
pub(super) fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.next()) {
        (Some('I'), Some(' ')) => words.to_owned(),
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(words.chars().skip(1)).collect()
        }
        _ => words.to_owned(),
    }
}

/// Whether a phrase is an amount of time or a bare number.
pub(super) fn is_amount(sentence: &Sentence, phrase: &NounPhrase) -> bool {
    let numbered = (phrase.first..=phrase.head).any(|at| sentence.tag(at) == Tag::Number);
    let unit = matches!(
        noun_singular(sentence.word(phrase.head)).as_str(),
        "day"
            | "hour"
            | "minute"
            | "second"
            | "week"
            | "month"
            | "year"
            | "time"
            | "percent"
            | "euro"
            | "dollar"
            | "pound"
            | "franc"
            | "cent"
            | "eur"
            | "usd"
            | "gbp"
            | "chf"
    );
    numbered && unit || sentence.tag(phrase.head) == Tag::Number
}

/// The things of a sentence that are neither actors nor pronouns.
pub(super) fn things(text: &str, sentence: &Sentence) -> Vec<(String, Span)> {
    noun_phrases(sentence)
        .iter()
        .filter(|phrase| !phrase.is_pronoun(sentence) && !is_amount(sentence, phrase))
        .map(|phrase| (name_of(text, sentence, phrase), phrase.core(sentence)))
        .filter(|(name, _)| actor_kind(name).is_none() && name.split(' ').count() <= 4)
        .collect()
}
