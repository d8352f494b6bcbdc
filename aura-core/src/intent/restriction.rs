//! Conditions that hide in a subject: `loans above 500 euros`, `a claim that comes later`, `whoever has not answered`.

use crate::text::{Comparator, NounPhrase, Sentence, Tag, Voice, noun_singular, quantities, third_person};

use super::actors::name_of;
use super::clause::{Clause, Role};
use super::guard::{Guard, kind_name};
use super::piece::said;
use super::reading::lower_first;

/// A subject that means only some: `loans above 500 euros`, `a claim that comes later`, `orders without a receipt`.
pub(super) fn restricted(text: &str, sentence: &Sentence, found: &[Clause]) -> Option<Guard> {
    if let Some(guard) = whoever(text, sentence, found) {
        return Some(guard);
    }
    let at = found.iter().position(|clause| clause.role == Role::Main)?;
    let main = found.get(at)?;
    // `An order that was sent back and not paid is closed`: only what says which order stands before.
    let described = found
        .iter()
        .take(at)
        .all(|clause| matches!(clause.role, Role::Relative | Role::Reduced) && !clause.shares_subject);
    if main.shares_subject && !(described && at > 0) {
        return None;
    }
    let subject = main.subject.or(found.first().and_then(|clause| clause.subject))?;
    let verb = main.group.first;
    let general = is_general(sentence, &subject);
    let after = subject.head + 1;
    if !general || after >= verb {
        return None;
    }
    let singular = lower_first(&noun_singular(&name_of(text, sentence, &subject)));
    let holder = match sentence.word(subject.head) {
        "anything" | "everything" | "whatever" | "one" | "ones" => String::new(),
        "anyone" | "anybody" | "everyone" | "everybody" | "people" | "those" => "the person".to_owned(),
        _ => format!("the {singular}"),
    };
    if sentence.word(subject.head) == "whoever" {
        return None;
    }
    let quantity = quantities(sentence)
        .into_iter()
        .find(|quantity| quantity.tokens.0 > subject.head && quantity.tokens.1 < verb);
    let last = verb - 1;
    let rest = said(text, sentence, after, last);
    let rest = rest.trim_end_matches([',', ' ']).to_owned();
    let measured = quantity.as_ref().and_then(|quantity| kind_name(&quantity.kind));
    let words = match sentence.word(after) {
        "under" | "over" | "above" | "below" | "older" | "longer" | "more" | "less" | "later" | "up"
            if quantity.is_some() =>
        {
            let holder =
                if holder.is_empty() { format!("the {}", measured.unwrap_or("value")) } else { holder };
            format!("{holder} is {rest}")
        }
        "outside" | "inside" if main.group.first > after + 1 && !holder.is_empty() => {
            format!("{holder} is {rest}")
        }
        "of" if quantity.as_ref().is_some_and(|quantity| quantity.comparator != Comparator::Exactly) => {
            format!("{holder} has {}", said(text, sentence, after + 1, last))
        }
        "with" | "without" if quantity.is_some() || sentence.word(after) == "without" => {
            let has = if sentence.word(after) == "with" { "has" } else { "has no" };
            let holder = if holder.is_empty() { "it".to_owned() } else { holder };
            let tail = said(text, sentence, after + 1, last);
            let tail = tail.trim_start_matches("a ").trim_start_matches("an ").to_owned();
            format!("{holder} {has} {tail}")
        }
        "that" | "which" | "who" => {
            let clause =
                found.iter().find(|clause| clause.role == Role::Relative && clause.marker == Some(after))?;
            let person = super::actors::actor_kind(&singular).is_some_and(|kind| kind.is_person());
            let telling =
                clause.group.negated || clause.group.voice == Voice::Passive || !person || !clause.is_act();
            if !telling || !clause.group.finite {
                return None;
            }
            let holder = if holder.is_empty() { "it".to_owned() } else { holder };
            format!("{holder} {}", told_of_one(text, sentence, clause, last))
        }
        _ => return None,
    };
    Some(Guard {
        question: format!("whether {words}"),
        words,
        span: sentence.span_of(subject.first, last),
        measured,
        rule: "clause.restriction",
    })
}

/// `Whoever has not answered gets a reminder`: the first clause says whom it is about.
pub(super) fn whoever(text: &str, sentence: &Sentence, found: &[Clause]) -> Option<Guard> {
    if !matches!(sentence.word(0), "whoever" | "anyone") || found.len() < 2 {
        return None;
    }
    let (one, other) = (found.first()?, found.get(1)?);
    let start = if sentence.word(1) == "who" { 2 } else { 1 };
    let last = other.group.first.checked_sub(1)?;
    if one.group.first < start || last < start || other.group.infinitive {
        return None;
    }
    let words = format!("the person {}", said(text, sentence, start, last).trim_end_matches([',', ' ']));
    Some(Guard {
        question: format!("whether {words}"),
        words,
        span: sentence.span_of(0, last),
        measured: None,
        rule: "clause.restriction",
    })
}

/// `mention legal action` → `mentions legal action`: what a relative clause says, told of one thing.
pub(super) fn told_of_one(text: &str, sentence: &Sentence, clause: &Clause, last: usize) -> String {
    let first = clause.group.first;
    let rest = said(text, sentence, first + 1, last);
    let rest = rest.trim_end_matches([',', ' ']);
    let verb = sentence.word(first);
    let verb = match (verb, sentence.tag(first)) {
        ("are", _) => "is".to_owned(),
        ("were", _) => "was".to_owned(),
        ("have", _) => "has".to_owned(),
        ("do", _) => "does".to_owned(),
        (_, Tag::VerbBase) => third_person(verb),
        _ => verb.to_owned(),
    };
    format!("{verb} {rest}").trim_end().to_owned()
}

/// Whether a subject means any of its kind: `a claim`, `loans`, `any order`, `anything`.
pub(super) fn is_general(sentence: &Sentence, phrase: &NounPhrase) -> bool {
    let first = sentence.word(phrase.first);
    if phrase.is_pronoun(sentence) {
        return matches!(
            first,
            "anything"
                | "everything"
                | "anyone"
                | "anybody"
                | "everyone"
                | "everybody"
                | "those"
                | "whatever"
        );
    }
    if sentence.tag(phrase.first) == Tag::Determiner {
        return matches!(first, "a" | "an" | "any" | "every" | "each" | "all" | "those");
    }
    sentence.tag(phrase.head) == Tag::NounPlural
}
