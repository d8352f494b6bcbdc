//! Figures around a metric: where it is now, in which time it moves, and what another sentence says of it.

use crate::domain::intent::{ChangeAmount, SuccessCriterion};
use crate::domain::quantity::{Quantity as Amount, Unit as Measured};
use crate::text::{Comparator, Quantity, QuantityKind, Sentence, quantities, verb_lemma};

use super::criterion::name_after;
use super::reading::{lower_first, plain};
use super::section::Unit as Line;
use super::stance::says;
use super::statement::amount;

/// `from 25 minutes to under 5 minutes`: where it is now.
pub(super) fn started_from(
    sentence: &Sentence,
    measured: &[&Quantity],
    main: Option<&Quantity>,
) -> Option<Amount> {
    let main = main?;
    let start = measured.iter().find(|quantity| {
        quantity.tokens.1 < main.tokens.0
            && sentence.word(quantity.tokens.0.wrapping_sub(1)) == "from"
            && std::mem::discriminant(&quantity.kind) == std::mem::discriminant(&main.kind)
    })?;
    amount(start, start.value)
}

/// The figure that a sentence gives, for a sentence that refers to it: what is measured, and how much it is.
pub(super) fn figure(text: &str, line: &Line<'_>) -> Option<(String, Amount)> {
    let sentence = line.sentence;
    let quantity = quantities(sentence)
        .into_iter()
        .find(|quantity| quantity.tokens.0 >= line.first && quantity.kind != QuantityKind::Date)?;
    let value = amount(&quantity, quantity.value)?;
    if sentence.word(quantity.tokens.1 + 1) == "of" {
        return Some((name_after(text, sentence, &quantity)?, value));
    }
    if let Some(name) = taken_time(text, line, &quantity) {
        return Some((name, value));
    }
    let be = (line.first..quantity.tokens.0)
        .rev()
        .find(|at| matches!(sentence.word(*at), "is" | "are" | "was"))?;
    if be + 3 < quantity.tokens.0 {
        return None;
    }
    let first = (line.first..be)
        .rev()
        .find(|at| matches!(sentence.word(*at), "," | ";"))
        .map_or(line.first, |at| at + 1);
    let first = (first..be).find(|at| {
        !matches!(
            sentence.word(*at),
            "today" | "currently" | "now" | "the" | "our" | "and" | "at" | "present"
        )
    })?;
    let name = plain(sentence.span_of(first, be.checked_sub(1)?).of(text));
    (name.split(' ').count() <= 8).then(|| (lower_first(&name), value))
}

/// `a claim takes 19 days from report to payment` → `time from report to payment`.
fn taken_time(text: &str, line: &Line<'_>, quantity: &Quantity) -> Option<String> {
    let sentence = line.sentence;
    let verb = (line.first..quantity.tokens.0)
        .rev()
        .take(4)
        .find(|at| matches!(sentence.word(*at), "takes" | "take" | "took" | "lasts" | "needs"))?;
    if !matches!(quantity.kind, QuantityKind::Duration { .. }) {
        return None;
    }
    let after = quantity.tokens.1 + 1;
    let last = (after..sentence.tokens.len())
        .take_while(|at| !matches!(sentence.word(*at), "." | "," | ";" | "(" | "and" | "but"))
        .last();
    if let Some(last) = last.filter(|_| matches!(sentence.word(after), "from" | "to" | "until" | "till")) {
        return Some(format!("time {}", plain(sentence.span_of(after, last).of(text))));
    }
    let subject = crate::text::noun_phrases(sentence).into_iter().rev().find(|phrase| phrase.head < verb)?;
    (!subject.is_pronoun(sentence))
        .then(|| format!("time for {}", lower_first(&plain(subject.span.of(text)))))
}

/// Whether the metric of a sentence is a pronoun: `we want that down to 10 %`, `we want to get it below 18`.
pub(super) fn refers_back(line: &Line<'_>) -> bool {
    let sentence = line.sentence;
    let end = quantities(sentence)
        .into_iter()
        .filter(|quantity| quantity.kind != QuantityKind::Date && quantity.comparator != Comparator::Exactly)
        .map(|quantity| quantity.tokens.0)
        .next()
        .unwrap_or(0);
    (line.first + 1..end).any(|at| {
        matches!(sentence.word(at), "it" | "that" | "this")
            && matches!(
                sentence.word(at - 1),
                "want" | "get" | "bring" | "cut" | "reduce" | "have" | "like" | "see"
            )
    })
}

/// `(today 4.3)`, `baseline 41%`, `Q1: 28%`.
pub(super) fn stated_baseline(
    sentence: &Sentence,
    measured: &[&Quantity],
    main: Option<&Quantity>,
) -> Option<Amount> {
    measured
        .iter()
        .filter(|quantity| main.is_none_or(|main| main.tokens != quantity.tokens))
        .find(|quantity| is_baseline(sentence, quantity))
        .and_then(|quantity| amount(quantity, quantity.value))
}

/// Whether a figure says how it is: `today 4.3`, `baseline 41%`, `Q1: 28%`.
pub(super) fn is_baseline(sentence: &Sentence, quantity: &Quantity) -> bool {
    (quantity.tokens.0.saturating_sub(3)..quantity.tokens.0).any(|at| {
        matches!(sentence.word(at), "today" | "baseline" | "currently" | "now" | "q1" | "q2" | "q3" | "q4")
    })
}

/// `reports per 1,000 listings`: what is counted against, no measure of its own.
pub(super) fn is_base(sentence: &Sentence, quantity: &Quantity) -> bool {
    quantity.tokens.0.checked_sub(1).is_some_and(|at| sentence.word(at) == "per")
}

/// `0.2 percentage points`, `2 points`: a difference of shares, not a part of one.
pub(super) fn is_points(sentence: &Sentence, quantity: &Quantity) -> bool {
    matches!(sentence.word(quantity.tokens.1), "point" | "points")
}

pub(super) fn window(sentence: &Sentence, measured: &[&Quantity], main: Option<&Quantity>) -> Option<u64> {
    measured
        .iter()
        .filter(|quantity| {
            matches!(quantity.kind, QuantityKind::Duration { .. })
                && main.is_none_or(|main| main.tokens != quantity.tokens)
        })
        .find(|quantity| {
            let before = quantity.tokens.0.checked_sub(1).map_or("", |at| sentence.word(at));
            matches!(before, "within" | "in" | "after" | "over" | "for")
                || quantity.comparator == Comparator::AtMost
        })
        .map(|quantity| quantity.value as u64)
}

pub(super) fn double_or_half(sentence: &Sentence, change: Option<usize>, criterion: &mut SuccessCriterion) {
    let share = match change.map(|at| verb_lemma(sentence.word(at))).as_deref() {
        Some("double") => 1.0,
        Some("triple") => 2.0,
        Some("halve") => 0.5,
        _ => return,
    };
    criterion.change = Some(ChangeAmount { relative: true, quantity: Amount::new(share, Measured::Share) });
}

/// `Default rate today 3.8 %`: the value of a metric that another sentence wants to move.
pub(super) fn known_baselines(text: &str, lines: &[Line<'_>], criteria: &mut [SuccessCriterion]) {
    for criterion in criteria.iter_mut().filter(|criterion| criterion.baseline.is_none()) {
        let unit = criterion.target.as_ref().map(|target| target.unit.clone());
        let words: Vec<&str> = criterion.metric.split(' ').filter(|word| word.len() > 2).collect();
        let found = lines.iter().find_map(|line| {
            let sentence = line.sentence;
            let now = says(sentence, line.first, &[&["today"], &["currently"], &["now"], &["at", "present"]]);
            let lower = sentence.span.of(text).to_lowercase();
            if !now || !words.iter().all(|word| lower.contains(&word.to_lowercase())) || words.is_empty() {
                return None;
            }
            quantities(sentence)
                .iter()
                .filter_map(|quantity| amount(quantity, quantity.value))
                .find(|value| Some(&value.unit) == unit.as_ref())
        });
        if found.is_some() && found != criterion.target {
            criterion.baseline = found;
        }
    }
}
