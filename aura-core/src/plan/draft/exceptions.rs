//! Exceptions that the text tells after the way: each goes to the step at which it arises.
//!
//! People list the usual way first and add what may go wrong in paragraphs below it. In comes the sketch in the order
//! of the text; out goes the same sketch with such paragraphs moved to the step whose result they speak of. `Try
//! again` becomes a loop around that step, and `after three declined attempts` what happens when the loop is used up.
//! A paragraph that names no step of the way stays where it is.

use crate::domain::intent::Intent;
use crate::domain::plan::Outcome;
use crate::domain::provenance::{Origin, TextSource};
use crate::text::{noun_singular, verb_lemma};

use super::sketch::{AgainSketch, BranchSketch, DecisionSketch, Part, RepeatSketch, StepSketch, each_step};

/// Fewest steps of a way that paragraphs can follow.
const FEWEST_STEPS: usize = 4;
/// How often an exception is still there when the tries are used up, where nobody said it.
const USED_UP_SHARE: f64 = 0.01;
/// How often one tries again where the text names no number.
const USUAL_TRIES: u32 = 3;
/// Words that say that the same is tried once more.
const AGAIN: &[&str] = &["again", "retry", "another", "different", "re-enter", "resubmit", "correct"];
/// Words of a condition that name nothing.
const EMPTY: &[&str] = &[
    "the", "a", "an", "is", "are", "was", "were", "be", "been", "not", "no", "if", "when", "it", "they",
    "of", "to", "for", "in", "on", "at", "by", "has", "have", "does", "do", "already", "still", "than",
    "more", "and", "or", "with",
];

/// Moves exceptions to where they arise.
pub(super) fn place(intent: &Intent, parts: Vec<Part>) -> Vec<Part> {
    let Some(end) = end_of_the_way(intent, &parts) else { return parts };
    let mut way = brought_back(parts, end);
    let mut told: Vec<Part> = way.split_off(end);
    let mut left = Vec::new();
    while !told.is_empty() {
        let length = paragraph_length(intent, &told);
        let rest = told.split_off(length);
        match Exception::of(intent, &told, &way) {
            Some(exception) => exception.put_into(&mut way),
            None => left.append(&mut told),
        }
        told = rest;
    }
    way.append(&mut left);
    way
}

/// Items of a list such as `If the photo cannot be read, …` that stand further down than the step that reads the photo.
fn brought_back(mut parts: Vec<Part>, end: usize) -> Vec<Part> {
    for at in 1..end {
        let Some(Part::Decision(decision)) = parts.get(at) else { continue };
        let filled: Vec<&BranchSketch> =
            decision.branches.iter().filter(|one| !one.parts.is_empty()).collect();
        let [BranchSketch { condition: Some(condition), .. }] = filled.as_slice() else { continue };
        let named = content_words(condition);
        let done = named.iter().map(|word| verb_lemma(word)).collect::<Vec<_>>();
        let is_meant = |part: &Part| match part {
            Part::Step(step) => {
                let words = content_words(&step.title);
                done.contains(&verb(&step.title)) && words.iter().skip(1).any(|word| named.contains(word))
            }
            _ => false,
        };
        let Some(step) = parts.iter().take(at).rposition(is_meant).filter(|step| step + 1 < at) else {
            continue;
        };
        let moved = parts.remove(at);
        parts.insert(step + 1, moved);
    }
    parts
}

/// Where the numbered or bulleted way ends and paragraphs begin.
fn end_of_the_way(intent: &Intent, parts: &[Part]) -> Option<usize> {
    let is_listed = |part: &Part| start_of(part).is_some_and(|start| is_list_item(&intent.text, start));
    let last = parts.iter().rposition(is_listed)?;
    let count = parts.iter().take(last + 1).filter(|part| is_listed(part)).count();
    (count >= FEWEST_STEPS && last + 1 < parts.len()).then_some(last + 1)
}

/// How many of the parts stand in the same paragraph as the first one.
fn paragraph_length(intent: &Intent, parts: &[Part]) -> usize {
    let paragraph = |part: &Part| start_of(part).map(|start| paragraph_of(&intent.text, start));
    let first = parts.first().and_then(paragraph);
    parts.iter().take_while(|part| paragraph(part) == first).count().max(1)
}

/// A paragraph that tells what happens when the result of a step is not as wished.
struct Exception {
    condition: String,
    question: String,
    origin: Option<Origin>,
    /// First and last step of the way that it speaks of.
    trigger: (usize, usize),
    /// What is done each time.
    parts: Vec<Part>,
    /// Whether the steps are then tried again.
    is_retried: bool,
    /// How many tries there are, where the text says so, and what is done when they are used up.
    tries: Option<u32>,
    used_up: Vec<Part>,
}

impl Exception {
    fn of(intent: &Intent, told: &[Part], way: &[Part]) -> Option<Exception> {
        let (Part::Decision(decision), more) = told.split_first()? else { return None };
        let branch = decision.branches.first()?;
        let condition = branch.condition.clone()?;
        let is_alone = decision.branches.iter().skip(1).all(|other| other.parts.is_empty());
        let trigger = trigger(&condition, way)?;
        let mut parts = branch.parts.clone();
        let mut used_up = Vec::new();
        let mut tries = None;
        for part in more {
            match start_of(part).and_then(|start| tries_before(&intent.text, start)) {
                Some(number) => tries = Some(number),
                None if tries.is_none() => {
                    parts.push(part.clone());
                    continue;
                }
                None => {}
            }
            used_up.push(part.clone());
        }
        let mut is_retried = false;
        each_step(&branch.parts, &mut |step| is_retried |= says_again(step));
        let knows_place = is_retried || tries.is_some() || more.is_empty();
        let repeats =
            way.iter().any(|known| matches!(known, Part::Step(step) if is_done_again(step, &parts)));
        (is_alone && knows_place && (is_retried || !repeats)).then(|| Exception {
            condition,
            question: decision.question.clone(),
            origin: decision.origin.clone(),
            trigger,
            parts,
            is_retried: is_retried || tries.is_some(),
            tries,
            used_up,
        })
    }

    fn put_into(self, way: &mut Vec<Part>) {
        let (first, last) = self.trigger;
        if !self.is_retried {
            let decision = Part::Decision(self.decision(&self.condition, None, self.parts.clone()));
            way.insert((last + 1).min(way.len()), decision);
            return;
        }
        let after = self.used_up_part();
        let steps: Vec<Part> = way.drain(first..=last).collect();
        let tries = self.tries.unwrap_or(USUAL_TRIES);
        let again = without_retries(self.parts, &steps);
        let repeat = Part::Repeat(RepeatSketch {
            parts: steps,
            until: self.question.trim_end_matches('?').to_owned(),
            max_times: tries.saturating_sub(1).max(1),
            is_limit_stated: self.tries.is_some(),
            again: Some(AgainSketch { condition: self.condition, parts: again }),
            origin: self.origin,
        });
        let new = std::iter::once(repeat).chain(after);
        way.splice(first..first, new);
    }

    /// What happens when no try is left.
    fn used_up_part(&self) -> Option<Part> {
        if self.used_up.is_empty() {
            return None;
        }
        let mut parts = self.used_up.clone();
        parts.push(Part::End("It did not work in all tries".to_owned(), Outcome::Failed));
        let tries = self.tries.unwrap_or(USUAL_TRIES);
        let after = format!("after {tries} tries");
        let mut decision = self.decision(&format!("{} {after}", self.condition), Some(USED_UP_SHARE), parts);
        decision.question = format!("{} {after}?", self.question.trim_end_matches('?'));
        for (branch, label) in decision.branches.iter_mut().zip(["yes", "no"]) {
            branch.label = label.to_owned();
        }
        Some(Part::Decision(decision))
    }

    fn decision(&self, condition: &str, share: Option<f64>, parts: Vec<Part>) -> DecisionSketch {
        let branch =
            |label: &str, condition: Option<String>, share: Option<f64>, parts: Vec<Part>| BranchSketch {
                label: label.to_owned(),
                condition,
                share: share.map(|share| (share, false)),
                parts,
            };
        DecisionSketch {
            question: self.question.clone(),
            branches: vec![
                branch(condition, Some(condition.to_owned()), share, parts),
                branch("otherwise", None, share.map(|share| 1.0 - share), Vec::new()),
            ],
            origin: self.origin.clone(),
        }
    }
}

/// The last steps of the way in a row that handle what the condition speaks of.
fn trigger(condition: &str, way: &[Part]) -> Option<(usize, usize)> {
    let named = content_words(condition);
    let subject = named.first()?;
    let handles = |part: &Part| match part {
        Part::Step(step) => content_words(&step.title).iter().any(|word| is_same_thing(word, subject)),
        _ => false,
    };
    let last = way.iter().rposition(handles)?;
    let first = (0..=last).rev().take_while(|at| way.get(*at).is_some_and(handles)).last()?;
    Some((first, last))
}

/// The base forms of the words that name something, in their order.
fn content_words(text: &str) -> Vec<String> {
    text.split(|character: char| !character.is_alphanumeric() && character != '-')
        .map(str::to_lowercase)
        .filter(|word| word.len() > 2 && !EMPTY.contains(&word.as_str()))
        .map(|word| noun_singular(&word))
        .collect()
}

/// `pay` and `payment`, `approve` and `approval`, `address` and `address`.
fn is_same_thing(left: &str, right: &str) -> bool {
    const ENDINGS: &[&str] = &["ment", "ation", "tion", "ion", "al", "ing", "ed", "y", "er", "ance"];
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    let stem = short.strip_suffix('e').unwrap_or(short);
    let ending = long.strip_prefix(stem).unwrap_or("-");
    short == long
        || (stem.len() >= 3 && (ENDINGS.contains(&ending) || ENDINGS.contains(&ending.trim_end_matches('s'))))
}

/// The base form of the first word.
fn verb(title: &str) -> String {
    verb_lemma(&title.split(' ').next().unwrap_or_default().to_lowercase())
}

fn says_again(step: &StepSketch) -> bool {
    let lower = step.title.to_lowercase();
    lower
        .split(' ')
        .any(|word| AGAIN.contains(&word.trim_matches(|character: char| !character.is_alphanumeric())))
        || lower.starts_with("try")
}

/// Whether some part does what a step of the way does already: then it belongs there and not here.
fn is_done_again(known: &StepSketch, parts: &[Part]) -> bool {
    let words = content_words(&known.title);
    let mut found = false;
    each_step(parts, &mut |step| {
        let shared = content_words(&step.title).iter().filter(|word| words.contains(word)).count();
        found |= verb(&step.title) == verb(&known.title) && shared >= 2;
    });
    found
}

/// Steps that only say that it is tried again, or that do what is in the loop, are the loop itself.
fn without_retries(parts: Vec<Part>, steps: &[Part]) -> Vec<Part> {
    let mut verbs = Vec::new();
    each_step(steps, &mut |step| verbs.push(verb(&step.title)));
    let is_bare = |step: &StepSketch| {
        let rest = content_words(&step.title);
        verbs.contains(&verb(&step.title))
            || rest.iter().all(|word| ["try", "again", "retry", "once"].contains(&word.as_str()))
    };
    let kept = super::sketch::keep_steps(parts, &|step| !is_bare(step));
    let mut flat = Vec::new();
    for part in kept {
        match part {
            // One of several ways to try again needs no choice of its own where only one is left.
            Part::Decision(decision)
                if decision.branches.iter().filter(|branch| !branch.parts.is_empty()).count() == 1 =>
            {
                flat.extend(decision.branches.into_iter().flat_map(|branch| branch.parts));
            }
            other => flat.push(other),
        }
    }
    flat
}

/// A number from 1 to 100, in digits or as a word.
pub(super) fn number_of(word: &str) -> Option<u32> {
    const NUMBERS: &[(&str, u32)] = &[
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("ten", 10),
        ("several", 3),
    ];
    let named = NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    named.or_else(|| word.parse().ok().filter(|number| (1..=100).contains(number)))
}

/// The number in `After three declined attempts` at the start of the sentence that stands at an offset.
fn tries_before(text: &str, at: usize) -> Option<u32> {
    const TRIES: &[&str] = &["attempt", "try", "tries", "time", "failure", "round", "retry", "rejection"];
    let before = text.get(..at)?;
    let from = before.rfind(['.', '!', '?', '\n']).map_or(0, |dot| dot + 1);
    let sentence = text.get(from..)?.split(['.', '!', '?', '\n']).next()?.to_lowercase();
    let mut words = sentence.split_whitespace();
    if words.next() != Some("after") {
        return None;
    }
    let words: Vec<&str> =
        words.take(4).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let number = words.iter().find_map(|word| number_of(word))?;
    words
        .iter()
        .any(|word| TRIES.contains(&noun_singular(word).as_str()) || TRIES.contains(word))
        .then_some(number)
}

/// Where the words of a part begin in the goal text.
pub(super) fn start_of(part: &Part) -> Option<usize> {
    let origin = match part {
        Part::Step(step) => step.origin.as_ref(),
        Part::Decision(decision) => decision.origin.as_ref(),
        Part::Repeat(repeat) => repeat.origin.as_ref(),
        Part::Parallel(lanes) => return lanes.first()?.first().and_then(start_of),
        Part::Wait(..) | Part::Message(..) | Part::End(..) => None,
    };
    let quotes = match origin? {
        Origin::Stated(stated) => &stated.quotes,
        Origin::Inferred(inferred) => &inferred.quotes,
        _ => return None,
    };
    let quote = quotes.iter().find(|quote| quote.source == TextSource::Goal)?;
    usize::try_from(quote.span.start).ok()
}

/// Whether the line at an offset opens with a number or a bullet.
fn is_list_item(text: &str, at: usize) -> bool {
    let line = line_of(text, at).trim_start();
    let digits = line.trim_start_matches(|character: char| character.is_ascii_digit());
    let is_numbered = digits.len() < line.len() && (digits.starts_with(". ") || digits.starts_with(") "));
    is_numbered || ["- ", "* ", "+ ", "• "].iter().any(|mark| line.starts_with(mark))
}

fn line_of(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

/// How many paragraphs and list items begin before an offset.
fn paragraph_of(text: &str, at: usize) -> usize {
    let line_start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let before = text.get(..line_start).unwrap_or_default();
    before.lines().filter(|line| line.trim().is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_are_counted() {
        for (text, expect) in [
            ("After three declined attempts we keep the basket.", Some(3)),
            ("It is checked. After 5 failed tries the account is locked.", Some(5)),
            ("After three days we send a reminder.", None),
            ("We wait. Then, after three attempts, it ends.", None),
        ] {
            assert_eq!(tries_before(text, text.len() - 2), expect, "{text}");
        }
    }

    #[test]
    fn words_of_one_family_name_one_thing() {
        for (left, right, expect) in [
            ("pay", "payment", true),
            ("approve", "approval", true),
            ("deliver", "delivery", true),
            ("car", "card", false),
            ("order", "border", false),
        ] {
            assert_eq!(is_same_thing(left, right), expect, "{left} {right}");
        }
    }
}
