//! Small readings of one line of a document: who says `I`, what stands before a colon, whether it names an act.

use crate::domain::actor::ActorKind;
use crate::text::{Sentence, Span, Tag};

use super::actors::actor_kind;
use super::flow::Person;
use super::forms::{self, story};
use super::guard::is_condition_label;
use super::reading::{plain, things};
use super::section::{Section, Unit};
use super::stance::says;

/// Who says `I`: the persona of the first story; in stories without one, whom the title names.
pub(super) fn narrator(text: &str, lines: &[Unit<'_>]) -> Option<Person> {
    let persona = lines.iter().find_map(|line| {
        let found = story(line.sentence, line.first)?;
        Some(forms::part(line.sentence, found.persona))
    });
    let wishes = lines
        .iter()
        .filter(|line| {
            line.sentence.word(line.first) == "when" && says(line.sentence, line.first, &[&["i", "want"]])
        })
        .count();
    let title = lines.iter().find(|line| line.section == Section::Title);
    let named = title.filter(|_| wishes > 1).and_then(|line| {
        crate::text::noun_phrases(line.sentence).into_iter().find_map(|phrase| {
            let name = super::actors::name_of(text, line.sentence, &phrase);
            let kind = actor_kind(&name)?;
            (name.split(' ').count() == 1).then_some(Person { name, kind, span: phrase.span })
        })
    });
    named.or_else(|| {
        let span = persona?;
        let name = crate::text::noun_singular(&plain(span.of(text)).to_lowercase());
        let kind = actor_kind(&name).unwrap_or(ActorKind::Customer);
        Some(Person { name, kind, span })
    })
}

/// The thing that a text speaks of most, where one stands out.
pub(super) fn topic(text: &str, lines: &[Unit<'_>]) -> Option<String> {
    let mut counts: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for line in lines {
        for (name, _) in things(text, line.sentence) {
            if let Some(head) = name.rsplit(' ').next().filter(|head| head.len() > 3) {
                *counts.entry(head.to_lowercase()).or_default() += 1;
            }
        }
    }
    counts
        .into_iter()
        .filter(|(name, count)| {
            *count >= 3
                && !matches!(name.as_str(), "time" | "date" | "number" | "month" | "week" | "euro" | "case")
        })
        .max_by(|one, other| one.1.cmp(&other.1).then(other.0.cmp(&one.0)))
        .map(|(name, _)| name)
}

/// The words before a colon that say when something holds, and the token after the colon.
pub(super) fn case_label(line: &Unit<'_>) -> Option<(Span, usize)> {
    let sentence = line.sentence;
    let inner = (line.first + 1..line.first + 6).find(|at| sentence.word(*at) == ":");
    let (start, colon) = match inner {
        Some(colon) => (line.first, colon),
        None if line.first > 1 => (0, line.first - 1),
        None => return None,
    };
    let words: Vec<&str> = (start..colon).map(|at| sentence.word(at)).collect();
    let label = words.join(" ");
    let spelled = sentence.tag(start) == Tag::VerbBase
        && matches!(sentence.word(start + 1), "a" | "an" | "the" | "no")
        && super::section::named_section(&label).is_none()
        && (colon..sentence.tokens.len()).any(|at| sentence.tag(at).is_finite());
    // `Covered: …`, `not covered: …`
    let state = words.len() <= 2
        && super::section::named_section(&label).is_none()
        && (start..colon).all(|at| {
            matches!(sentence.tag(at), Tag::Adjective | Tag::VerbParticiple) || sentence.word(at) == "not"
        });
    // `"Do not replace": …`: one of the answers that somebody can give.
    let quote = |word: Option<&&str>| word.is_some_and(|word| matches!(*word, "\"" | "“" | "”"));
    let answer = words.len() > 2 && quote(words.first()) && quote(words.last());
    // `The customer has chosen: …`
    let happened = (start..colon)
        .any(|at| matches!(sentence.word(at), "has" | "have") && sentence.tag(at + 1) == Tag::VerbParticiple)
        && (colon..sentence.tokens.len()).any(|at| sentence.tag(at).is_finite());
    (is_condition_label(&label) || spelled || state || answer || happened)
        .then(|| (sentence.span_of(start, colon - 1), colon + 1))
}

/// `Hi all,` alone.
pub(super) fn is_greeting(line: &Unit<'_>) -> bool {
    let words = line.sentence.tokens.len().saturating_sub(line.first);
    words <= 5
        && matches!(
            line.sentence.word(line.first),
            "hi" | "hello" | "dear" | "hey" | "thanks" | "thx" | "cheers" | "regards"
        )
}

/// `Legal says the message has to mention the rules`: what somebody beside the process asks for.
pub(super) fn is_reported(line: &Unit<'_>) -> bool {
    let end = line.sentence.tokens.len().min(line.first + 4);
    let conditional = matches!(line.sentence.word(line.first), "if" | "when" | "unless" | "once");
    !conditional
        && (line.first + 1..end).any(|at| {
            matches!(line.sentence.word(at), "says" | "say" | "insists" | "insist" | "demands" | "told")
                && !matches!(line.sentence.word(at + 1), "to" | "yes" | "no")
        })
}

/// `If we lower the number from 5 to 3, more readers will start a trial`: what a test is to show.
pub(super) fn is_hypothesis(line: &Unit<'_>) -> bool {
    line.section == Section::Experiment
        && (line.label == "hypothesis"
            || line.sentence.stands_at(line.first, &["if", "we"])
            || line.sentence.stands_at(line.first, &["we", "believe"])
            || line.sentence.stands_at(line.first, &["we", "expect"]))
}

/// The first token after `Hi team,`.
pub(super) fn after_greeting(line: &Unit<'_>) -> usize {
    let sentence = line.sentence;
    if !matches!(sentence.word(line.first), "hi" | "hello" | "dear" | "hey" | "thanks" | "cheers") {
        return line.first;
    }
    (line.first + 1..line.first + 6).find(|at| sentence.word(*at) == ",").map_or(line.first, |at| at + 1)
}

/// `A -> B, C -> D`: pairs of a case and what is done, no chain.
pub(super) fn pairs(sentence: &Sentence, parts: &[(usize, usize)]) -> bool {
    let inner = parts.get(1..parts.len().saturating_sub(1)).unwrap_or_default();
    !inner.is_empty() && inner.iter().all(|part| (part.0..=part.1).any(|at| sentence.word(at) == ","))
}

/// A short list item without a verb names an act: `Payment`, but not `Accessible, in two languages`.
pub(super) fn names_an_act(line: &Unit<'_>) -> bool {
    let sentence = line.sentence;
    !(line.first..sentence.tokens.len()).any(|at| {
        sentence.tag(at).is_finite() || matches!(sentence.word(at), "no" | "not" | "only" | "never")
    })
}

/// `goes to a person, never to the agent`: what is done stands before what is not.
pub(super) fn is_denied_late(line: &Unit<'_>) -> bool {
    let sentence = line.sentence;
    let denial = (line.first + 1..sentence.tokens.len())
        .find(|at| matches!(sentence.word(*at), "never" | "not" | "cannot" | "nobody" | "n't" | "no"));
    denial.is_some_and(|at| {
        matches!(sentence.word(at - 1), "," | "and" | "but")
            && (line.first..at).any(|before| sentence.tag(before).is_finite())
    })
}

/// `From:`, `To:`: the head of a letter.
pub(super) fn is_letterhead(line: &Unit<'_>) -> bool {
    matches!(line.label.as_str(), "from" | "to" | "cc" | "bcc" | "sent" | "date" | "subject" | "re")
}

pub(super) fn is_heading(line: &Unit<'_>) -> bool {
    line.sentence.tokens.len() <= 10 && line.sentence.tokens.last().is_some_and(|token| token.lower != ".")
}
