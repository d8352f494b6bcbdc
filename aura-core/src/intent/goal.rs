//! What a text is called and what it wants: its name and its goal.

use crate::domain::id::ItemId;
use crate::domain::intent::Statement;
use crate::domain::provenance::Origin;
use crate::text::{Block, BlockKind, Span};

use super::forms::{self, is_gherkin, story};
use super::line::{is_greeting, is_heading, is_hypothesis, is_letterhead};
use super::reading::{plain, told_of_them, upper_first};
use super::scenario;
use super::section::{Section, Unit};
use super::stance::{Stance, is_headline, stances};
use super::statement::quote;

/// A short name: the first heading, else the first words.
pub(super) fn name(text: &str, blocks: &[Block], lines: &[Unit<'_>]) -> String {
    let heading = blocks.iter().take(2).find(|block| matches!(block.kind, BlockKind::Heading { .. }));
    let feature =
        lines.iter().find(|line| matches!(line.label.as_str(), "feature" | "summary" | "title" | "subject"));
    let words = match (feature, heading) {
        (Some(line), _) => {
            let words = plain(line.span().of(text));
            let mut words = words.as_str();
            while let Some(rest) = ["RE:", "Re:", "FW:", "Fw:", "FWD:", "Fwd:", "AW:"]
                .iter()
                .find_map(|mark| words.strip_prefix(mark))
            {
                words = rest.trim_start();
            }
            words.to_owned()
        }
        (None, Some(block)) => plain(block.span.of(text)),
        (None, None) => scenario::outcome(text, lines)
            .or_else(|| lines.first().map(Unit::span))
            .map(|span| plain(span.of(text)))
            .unwrap_or_default(),
    };
    let words = if words.trim().is_empty() { plain(text.lines().next().unwrap_or_default()) } else { words };
    short_name(&words)
}

/// A name from the wish, where the text has no heading: `We want them to raise a dispute in the app` → `Raise a dispute in
/// the app`.
pub(super) fn name_of_wish(
    text: &str,
    blocks: &[Block],
    lines: &[Unit<'_>],
    goal: &Statement,
) -> Option<String> {
    let headed = blocks.iter().take(2).any(|block| matches!(block.kind, BlockKind::Heading { .. }))
        || lines.iter().any(|line| {
            line.section == Section::Title
                || matches!(line.label.as_str(), "feature" | "summary" | "title" | "subject")
        });
    if headed || is_gherkin(lines, text) {
        return None;
    }
    let first = lines.first()?;
    if let Some(found) = story(first.sentence, first.first) {
        let wish = forms::part(first.sentence, (found.wish, found.wish_end - 1));
        return Some(short_name(&told_of_them(&plain(wish.of(text)))));
    }
    let words: Vec<&str> = goal.text.split(' ').collect();
    let says = |at: usize| words.get(at).map_or("", |word| *word).to_lowercase();
    let wanted = (0..words.len().min(12)).find(|at| {
        matches!(says(*at).as_str(), "we" | "i") && matches!(says(at + 1).as_str(), "want" | "need" | "would")
            || matches!(says(*at).as_str(), "we'd" | "i'd" | "we’d" | "i’d")
    })?;
    // The act stands after `to`, or after `that he can`.
    let act = (wanted + 2..words.len().min(wanted + 10)).find_map(|at| match says(at).as_str() {
        "to" => Some(at + 1),
        "can" => Some(at + 1),
        _ => None,
    })?;
    let rest = told_of_them(&words.get(act..)?.join(" "));
    (rest.split(' ').count() >= 2).then(|| short_name(&rest))
}

/// The first words of a text as a name: up to a mark, at most nine, none of them left hanging.
fn short_name(words: &str) -> String {
    const MOST: usize = 9;
    const FEWEST: usize = 3;
    let words = match words.split_once(", ") {
        Some((greeting, rest))
            if matches!(greeting.to_lowercase().as_str(), "hello" | "hi" | "hey" | "hi all") =>
        {
            rest
        }
        _ => words,
    };
    let count = |part: &str| part.split(' ').filter(|word| !word.is_empty()).count();
    let mut name = words;
    for mark in [" (", ": ", "; ", " - ", " – ", " — ", "? ", ". "] {
        let before = name.split_once(mark).map_or(name, |(before, _)| before);
        if count(before) >= FEWEST || mark == " (" {
            name = before;
        }
    }
    let mut kept: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).take(MOST).collect();
    if count(name) > MOST {
        if let Some(comma) = kept.iter().rposition(|word| word.ends_with(',')).filter(|at| *at + 1 >= FEWEST)
        {
            kept.truncate(comma + 1);
        }
        while kept.len() > FEWEST
            && kept.last().is_some_and(|last| HANGING.contains(&last.to_lowercase().as_str()))
        {
            kept.pop();
        }
    }
    let name = kept.join(" ");
    upper_first(name.trim_end_matches(['.', ',', ':', ';', '-', '–']))
}

/// Words that a name does not end with.
const HANGING: &[&str] = &[
    "a",
    "an",
    "the",
    "and",
    "or",
    "but",
    "of",
    "in",
    "on",
    "to",
    "for",
    "with",
    "by",
    "from",
    "at",
    "as",
    "that",
    "which",
    "who",
    "our",
    "your",
    "their",
    "his",
    "her",
    "its",
    "my",
    "we",
    "they",
    "i",
    "you",
    "it",
    "is",
    "are",
    "be",
    "should",
    "must",
    "can",
    "will",
    "shall",
    "would",
    "have",
    "has",
    "without",
    "before",
    "after",
    "so",
    "when",
    "if",
    "because",
    "than",
    "into",
    "about",
    "not",
    "something",
];

/// The goal: what a goal part, a wish or the first sentence says.
pub(super) fn goal(text: &str, all: &[Unit<'_>]) -> Statement {
    let told_here = all
        .iter()
        .zip(stances(text, all))
        .filter(|(line, stance)| !matches!(stance, Stance::Order | Stance::Code) && !is_letterhead(line));
    let lines: Vec<Unit<'_>> = told_here.map(|(line, _)| line.clone()).collect();
    let lines = if lines.is_empty() { all } else { lines.as_slice() };
    let usable = |line: &&Unit<'_>| line.span().len() > 3 && !is_greeting(line);
    let wished = |line: &&Unit<'_>| {
        (line.first..line.sentence.tokens.len()).any(|at| {
            matches!(line.sentence.word(at), "we" | "i")
                && matches!(line.sentence.word(at + 1), "want" | "need" | "would")
                || matches!(line.sentence.word(at), "we" | "i")
                    && line.sentence.stands_at(at + 1, &["'d", "like"])
                || line.sentence.stands_at(at, &["should", "be", "able"])
                || line.sentence.stands_at(at, &["something", "like"])
                || line.sentence.stands_at(at, &["would", "be", "good"])
                || line.sentence.stands_at(at, &["would", "be", "great"])
        }) || matches!(
            line.sentence.word(line.first),
            "let" | "build" | "make" | "create" | "design" | "allow" | "enable"
        )
    };
    let told = |line: &&Unit<'_>| !matches!(line.section, Section::Title | Section::Aside);
    let benefit = lines.iter().find_map(|line| {
        let found = story(line.sentence, line.first)?;
        let benefit = found.benefit?;
        Some((forms::part(line.sentence, (benefit.0, benefit.1)), "story.benefit", 0.8))
    });
    let stories = lines.iter().filter(|line| story(line.sentence, line.first).is_some()).count();
    let title = lines.iter().find(|line| line.section == Section::Title).filter(|_| stories > 1);
    let hypothesis = lines.iter().find(|line| is_hypothesis(line));
    let headline = all.iter().take(1).find(|_| is_headline(all));
    let chosen: Option<(Span, &str, f64)> = lines
        .iter()
        .find(|line| {
            line.section == Section::Goal && usable(line) && !is_heading(line)
                || matches!(line.label.as_str(), "goal" | "objective")
        })
        .map(|line| (line.span(), "section.goal", 0.95))
        .or_else(|| hypothesis.map(|line| (line.span(), "section.hypothesis", 0.9)))
        .or_else(|| title.map(|line| (line.span(), "goal.title", 0.6)))
        .or_else(|| scenario::outcome(text, all).map(|span| (span, "gherkin.outcome", 0.6)))
        .or(benefit)
        .or_else(|| headline.map(|line| (line.span(), "goal.headline", 0.8)))
        .or_else(|| {
            lines.iter().filter(told).filter(usable).find(wished).map(|line| (line.span(), "goal.wish", 0.8))
        })
        .or_else(|| {
            lines.iter().filter(told).find(usable).map(|line| (line.span(), "goal.first_sentence", 0.5))
        })
        .or_else(|| lines.first().map(|line| (line.span(), "goal.title", 0.5)));
    match chosen {
        Some((span, rule, confidence)) => {
            let words = plain(span.of(text));
            let words = words.trim_end_matches(['.', '!']).to_owned();
            Statement {
                id: ItemId::from_text("goal_", &words),
                text: words,
                origin: Origin::stated(vec![quote(text, span)], rule, confidence),
            }
        }
        None => Statement {
            id: ItemId::named("goal"),
            text: plain(text),
            origin: Origin::assumed("the text has no sentence of its own"),
        },
    }
}
