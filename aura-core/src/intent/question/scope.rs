//! Questions about words: lists that are open, `and/or`, times without a zone, two names for one thing.

use crate::domain::id::ItemId;
use crate::domain::intent::{Intent, Modality};
use crate::domain::question::{IntentChange, StepActorChange, WordingChange};
use crate::intent::section::{Section, Unit};
use crate::text::{Sentence, noun_singular};

use super::{Draft, assume, rule, stated};

/// Phrases of a list whose end is left to the reader.
const OPEN_LISTS: &[&[&str]] = &[
    &["etc"],
    &["etc."],
    &["and", "so", "on"],
    &["and", "so", "forth"],
    &["and", "more"],
    &["and", "others"],
    &["and", "similar"],
    &["and", "the", "like"],
    &["or", "similar"],
    &["or", "something", "like", "that"],
    &["among", "others"],
    &["amongst", "others"],
    &["including", "but", "not", "limited", "to"],
    &["and", "whatever", "else"],
    &["and", "other", "things"],
];

/// Things of business that often go by two names.
const SAME_THINGS: &[&[&str]] = &[
    &["invoice", "bill"],
    &["order", "purchase"],
    &["ticket", "issue"],
    &["cart", "basket"],
    &["booking", "reservation"],
    &["form", "application"],
    &["document", "file"],
    &["photo", "picture"],
    &["discount", "voucher"],
    &["parcel", "package"],
    &["delivery", "shipment"],
];

/// People and systems that often go by two names.
const SAME_ACTORS: &[&[&str]] = &[
    &["customer", "client", "buyer", "shopper", "consumer"],
    &["employee", "worker", "staff"],
    &["manager", "supervisor", "boss"],
    &["system", "application", "app", "platform", "software"],
    &["user", "customer", "visitor"],
    &["seller", "vendor", "merchant"],
];

/// Words of a zone, with which a time of day is one moment.
const ZONES: &[&str] = &["utc", "gmt", "cet", "local", "timezone", "zone", "est", "pst"];

pub(super) fn find(intent: &Intent, lines: &[Unit<'_>]) -> Vec<Draft> {
    let told: Vec<&Unit<'_>> = lines
        .iter()
        .filter(|line| !matches!(line.section, Section::Background | Section::Aside | Section::NonGoals))
        .collect();
    let found = [
        and_or(intent, &told),
        open_list(intent, &told),
        time_zone(intent, &told),
        two_actors(intent),
        two_things(intent),
    ];
    found.into_iter().flatten().collect()
}

/// `A and/or B`: both, or one of them?
fn and_or(intent: &Intent, lines: &[&Unit<'_>]) -> Option<Draft> {
    let (sentence, at) = lines.iter().find_map(|line| {
        let sentence: &Sentence = line.sentence;
        let at =
            (line.first..sentence.tokens.len()).find(|at| sentence.stands_at(*at, &["and", "/", "or"]))?;
        Some((line.sentence, at))
    })?;
    let around = sentence.span_of(at.saturating_sub(3), (at + 5).min(sentence.tokens.len() - 1));
    let words = around.of(&intent.text).trim_end_matches(['.', ',', ';', ' ']);
    let reading = |with: &str| -> Vec<IntentChange> {
        let reworded = wordings(intent).filter(|(_, text)| text.contains("and/or")).map(|(item, text)| {
            IntentChange::SetWording(WordingChange { item, text: text.replace("and/or", with) })
        });
        let mut changes: Vec<IntentChange> = reworded.collect();
        if changes.is_empty() {
            changes.push(rule(Modality::Must, format!("`{}`", words.replace("and/or", with))));
        }
        changes
    };
    Some(Draft {
        code: "and_or",
        text: format!("Does `{words}` ask for both?"),
        reason: "`and/or` leaves open whether one of the two is enough".to_owned(),
        options: vec![
            ("Yes, both".to_owned(), "the plan asks for both".to_owned(), reading("and")),
            (
                "No, one of them is enough".to_owned(),
                "the plan asks for one of them".to_owned(),
                reading("or"),
            ),
        ],
        accepts_text: true,
        effect: 0.4,
        uncertainty: 0.8,
        origin: stated(intent, sentence.span_of(at, at + 2), "and_or"),
    })
}

/// The steps and constraints with their words.
fn wordings(intent: &Intent) -> impl Iterator<Item = (ItemId, &String)> {
    let steps = intent.steps.iter().map(|step| (step.id.clone(), &step.title));
    steps.chain(intent.constraints.iter().map(|constraint| (constraint.id.clone(), &constraint.text)))
}

/// `invoices, receipts, etc.`: what else?
fn open_list(intent: &Intent, lines: &[&Unit<'_>]) -> Option<Draft> {
    let (sentence, at, last) = lines.iter().find_map(|line| {
        let sentence: &Sentence = line.sentence;
        (line.first..sentence.tokens.len()).find_map(|at| {
            let phrase = OPEN_LISTS.iter().find(|phrase| sentence.stands_at(at, phrase))?;
            Some((sentence, at, at + phrase.len() - 1))
        })
    })?;
    let words = sentence.span_of(at.saturating_sub(6), last).of(&intent.text).to_owned();
    let scope = |text: &str| format!("{text} in `{words}` is in scope");
    Some(Draft {
        code: "undefined_scope",
        text: format!("What else belongs to `{words}`?"),
        reason: "the list is left open, so nobody knows when all of it is done".to_owned(),
        options: vec![
            (
                "Nothing else".to_owned(),
                "only what is named is built".to_owned(),
                vec![rule(Modality::Only, scope("only what is named"))],
            ),
            (
                "Everything of that kind".to_owned(),
                "what is like the things named is built as well".to_owned(),
                vec![rule(Modality::Must, scope("what is like the things named"))],
            ),
        ],
        accepts_text: true,
        effect: 0.35,
        uncertainty: 0.8,
        origin: stated(intent, sentence.span_of(at, last), "undefined_scope"),
    })
}

/// `at 9:00`: on whose clock?
fn time_zone(intent: &Intent, lines: &[&Unit<'_>]) -> Option<Draft> {
    let (span, words) = lines.iter().find_map(|line| {
        let sentence = line.sentence;
        if (0..sentence.tokens.len()).any(|at| ZONES.contains(&sentence.word(at))) {
            return None;
        }
        let at = (line.first..sentence.tokens.len()).find(|at| is_clock(sentence, *at))?;
        Some((sentence.span_of(at, at), sentence.word(at).to_owned()))
    })?;
    let clock = |whose: &str| vec![rule(Modality::Must, format!("`{words}` is {whose} time"))];
    Some(Draft {
        code: "time_without_zone",
        text: format!("Whose clock is `{words}` on?"),
        reason: "a time of day without a zone means different moments".to_owned(),
        options: vec![
            ("The company's".to_owned(), "one moment for everybody".to_owned(), clock("the company's")),
            (
                "Each person's own".to_owned(),
                "a different moment in each zone".to_owned(),
                clock("each person's local"),
            ),
        ],
        accepts_text: true,
        effect: 0.25,
        uncertainty: 0.5,
        origin: stated(intent, span, "time_without_zone"),
    })
}

/// `9:30`, `6pm`, `6 pm`, `midnight`.
fn is_clock(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    let begins = word.starts_with(|c: char| c.is_ascii_digit());
    let hour = word.strip_suffix("am").or(word.strip_suffix("pm"));
    let halves = ["am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock"];
    begins && word.len() <= 5 && word.contains(':')
        || begins && hour.is_some_and(|hour| hour.bytes().all(|byte| byte.is_ascii_digit() || byte == b':'))
        || word.len() <= 2
            && word.bytes().all(|byte| byte.is_ascii_digit())
            && halves.contains(&sentence.word(at + 1))
        || matches!(word, "midnight" | "noon")
}

fn two_actors(intent: &Intent) -> Option<Draft> {
    let named = |name: &str| intent.actors.iter().find(|actor| actor.name == name);
    let (one, other) = SAME_ACTORS.iter().find_map(|group| {
        let mut found = group.iter().filter_map(|name| named(name));
        Some((found.next()?, found.next()?))
    })?;
    Some(Draft {
        code: "two_names",
        text: format!("Are `{}` and `{}` the same?", one.name, other.name),
        reason: "two names may mean one or two roles".to_owned(),
        options: vec![
            (
                "They are different".to_owned(),
                "the plan keeps two roles".to_owned(),
                vec![assume(format!("{} and {} are different roles", one.name, other.name))],
            ),
            (
                "They are the same".to_owned(),
                format!("all steps of the {} go to the {}", other.name, one.name),
                intent
                    .steps
                    .iter()
                    .filter(|step| step.actor.as_ref() == Some(&other.id))
                    .map(|step| {
                        IntentChange::SetStepActor(StepActorChange {
                            step: step.id.clone(),
                            actor: one.id.clone(),
                            name: one.name.clone(),
                        })
                    })
                    .chain([assume(format!("{} and {} are the same role", one.name, other.name))])
                    .collect(),
            ),
        ],
        accepts_text: false,
        effect: 0.45,
        uncertainty: 0.6,
        origin: other.origin.clone(),
    })
}

/// `the invoice … the bill`: one thing or two? Two where one step names both.
fn two_things(intent: &Intent) -> Option<Draft> {
    let head = |name: &str| noun_singular(name.rsplit(' ').next().unwrap_or(name));
    let named = |word: &str| intent.objects.iter().find(|object| head(&object.name) == word);
    let (one, other) = SAME_THINGS.iter().find_map(|group| {
        let mut found = group.iter().filter_map(|word| named(word));
        let (one, other) = (found.next()?, found.next()?);
        let together = intent.steps.iter().any(|step| {
            let title = step.title.to_lowercase();
            title.contains(&one.name.to_lowercase()) && title.contains(&other.name.to_lowercase())
        });
        (!together).then_some((one, other))
    })?;
    let reworded =
        wordings(intent).filter(|(_, text)| text.contains(other.name.as_str())).map(|(item, text)| {
            let text = text.replace(other.name.as_str(), &one.name);
            IntentChange::SetWording(WordingChange { item, text })
        });
    let same = assume(format!("{} and {} are the same thing", one.name, other.name));
    let same: Vec<IntentChange> = reworded.chain([same]).collect();
    Some(Draft {
        code: "two_names_for_a_thing",
        text: format!("Are `{}` and `{}` the same thing?", one.name, other.name),
        reason: "two names may mean one or two things".to_owned(),
        options: vec![
            (
                "They are different".to_owned(),
                "the plan keeps two things".to_owned(),
                vec![assume(format!("{} and {} are different things", one.name, other.name))],
            ),
            ("They are the same".to_owned(), format!("the plan says {} for both", one.name), same),
        ],
        accepts_text: false,
        effect: 0.4,
        uncertainty: 0.5,
        origin: other.origin.clone(),
    })
}
