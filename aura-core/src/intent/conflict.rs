//! Finds numbers of a text that cannot all hold.

use crate::domain::intent::{Intent, Modality};
use crate::domain::metric::{Direction, MetricRole};
use crate::domain::provenance::Origin;
use crate::domain::question::{CriterionChange, DroppedItem, IntentChange, StepTimeChange};
use crate::text::{
    Comparator, Quantity, QuantityKind, Sentence, noun_phrases, noun_singular, quantities, verb_groups,
};

use super::question::{Draft, assume, rule, stated};
use super::section::{Section, Unit};

/// One amount with what it is said of.
struct Claim {
    quantity: Quantity,
    words: String,
    nouns: Vec<String>,
    /// The verb that the amount belongs to.
    verb: Option<String>,
    keeps: bool,
    ends: bool,
    /// Whether `in` stands before the amount: `a decision in 5 minutes`.
    hurries: bool,
    sentence: usize,
}

/// Questions about contradicting numbers.
pub(super) fn conflicts(intent: &Intent, lines: &[Unit<'_>]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let claims = claims(&intent.text, lines);
    'pairs: for (index, one) in claims.iter().enumerate() {
        for other in claims.iter().skip(index + 1) {
            if contradict(one, other) {
                drafts.push(draft(intent, one, other));
                break 'pairs;
            }
        }
    }
    for criterion in &intent.success_criteria {
        let (Some(today), Some(target)) = (&criterion.baseline, &criterion.target) else { continue };
        let worse = match criterion.direction {
            Direction::Increase => target.amount < today.amount,
            Direction::Decrease => target.amount > today.amount,
            Direction::Keep => false,
        };
        if worse && today.unit == target.unit && criterion.role == MetricRole::Primary {
            let opposite = match criterion.direction {
                Direction::Increase => Direction::Decrease,
                _ => Direction::Increase,
            };
            let flipped = CriterionChange {
                criterion: criterion.id.clone(),
                baseline: None,
                target: None,
                window_ms: None,
                direction: Some(opposite),
                change: None,
            };
            drafts.push(Draft {
                code: "conflicting_numbers",
                text: format!(
                    "`{}` gets worse from today's value to the target. Which is right?",
                    criterion.metric
                ),
                reason: "the words say one direction, the numbers the other".to_owned(),
                options: vec![
                    (
                        "The direction".to_owned(),
                        "the target is read as a mistake".to_owned(),
                        vec![assume(format!(
                            "the direction of {} is right, its target is a mistake",
                            criterion.metric
                        ))],
                    ),
                    (
                        "The numbers".to_owned(),
                        "the other direction counts as better".to_owned(),
                        vec![IntentChange::SetCriterion(flipped)],
                    ),
                ],
                accepts_text: true,
                effect: 0.9,
                uncertainty: 0.95,
                origin: criterion.origin.clone(),
            });
        }
    }
    drafts
}

fn draft(intent: &Intent, one: &Claim, other: &Claim) -> Draft {
    let span = if one.sentence == other.sentence {
        one.quantity.span.join(other.quantity.span)
    } else {
        other.quantity.span
    };
    let mut origin = stated(intent, span, "conflicting_numbers");
    if one.sentence != other.sentence
        && let Origin::Stated(found) = &mut origin
    {
        found.quotes.insert(0, super::statement::quote(&intent.text, one.quantity.span));
    }
    Draft {
        code: "conflicting_numbers",
        text: format!("Which holds: `{}` or `{}`?", one.words, other.words),
        reason: "the text gives two numbers for what seems to be one thing".to_owned(),
        options: vec![
            (one.words.clone(), "the first number is used".to_owned(), holds(intent, one, other)),
            (other.words.clone(), "the second number is used".to_owned(), holds(intent, other, one)),
            (
                "Both, they mean different things".to_owned(),
                "both numbers are used where they stand".to_owned(),
                vec![assume(format!("`{}` and `{}` mean different things", one.words, other.words))],
            ),
        ],
        accepts_text: true,
        effect: 0.9,
        uncertainty: 0.9,
        origin,
    }
}

/// One number holds: what only the other one says is taken out, and the plan gets the rule.
fn holds(intent: &Intent, kept: &Claim, left: &Claim) -> Vec<IntentChange> {
    let says = |origin: &Origin, claim: &Claim| {
        let (start, end) = (claim.quantity.span.start as u64, claim.quantity.span.end as u64);
        origin.quotes().iter().any(|quote| quote.span.start <= start && end <= quote.span.end)
    };
    let only_left = |origin: &Origin| says(origin, left) && !says(origin, kept);
    let constraints = intent.constraints.iter().map(|item| (&item.id, &item.origin));
    let limits = intent.limits.iter().map(|item| (&item.id, &item.origin));
    let dropped = constraints
        .chain(limits)
        .filter(|(_, origin)| only_left(origin))
        .map(|(id, _)| IntentChange::Drop(DroppedItem { item: id.clone() }));
    let timeless = intent
        .steps
        .iter()
        .filter(|step| step.time.is_some() && only_left(&step.origin))
        .map(|step| IntentChange::SetStepTime(StepTimeChange { step: step.id.clone(), time: None }));
    let told = rule(Modality::Must, format!("`{}` holds, not `{}`", kept.words, left.words));
    dropped.chain(timeless).chain([told]).collect()
}

fn claims(text: &str, lines: &[Unit<'_>]) -> Vec<Claim> {
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if matches!(line.section, Section::Background | Section::Success) || found.len() > 200 {
            continue;
        }
        let all = quantities(line.sentence);
        for (at, quantity) in all.iter().enumerate() {
            if !matches!(quantity.kind, QuantityKind::Duration { .. } | QuantityKind::Money { .. })
                || quantity.upper.is_some()
            {
                continue;
            }
            let from = at
                .checked_sub(1)
                .and_then(|before| all.get(before))
                .map_or(line.first, |before| before.tokens.1 + 1);
            found.push(claim(text, line.sentence, index, quantity, from));
        }
    }
    found
}

fn claim(text: &str, sentence: &Sentence, index: usize, quantity: &Quantity, from: usize) -> Claim {
    let last = quantity.tokens.0;
    let verbs: Vec<String> = verb_groups(sentence)
        .into_iter()
        .filter(|group| group.first >= from && group.head < last)
        .map(|group| group.lemma)
        .collect();
    let valid = (from..last).any(|at| matches!(sentence.word(at), "valid" | "available"));
    let is = |words: &[&str]| verbs.iter().any(|verb| words.contains(&verb.as_str()));
    let nouns = noun_phrases(sentence)
        .iter()
        .filter(|phrase| phrase.head < quantity.tokens.0 && !phrase.is_pronoun(sentence))
        .map(|phrase| noun_singular(sentence.word(phrase.head)))
        .collect();
    Claim {
        quantity: quantity.clone(),
        words: super::reading::plain(quantity.span.of(text)),
        nouns,
        verb: verbs.last().cloned(),
        keeps: valid || is(&["keep", "retain", "store", "hold"]),
        ends: is(&["expire", "delete", "erase", "remove", "end", "lapse"]),
        hurries: quantity.comparator == Comparator::Exactly && last > 0 && sentence.word(last - 1) == "in",
        sentence: index,
    }
}

fn contradict(one: &Claim, other: &Claim) -> bool {
    if one.quantity.kind != other.quantity.kind || (one.quantity.value - other.quantity.value).abs() < 1e-9 {
        return false;
    }
    let near = one.sentence.abs_diff(other.sentence) <= 1;
    // `valid for 30 days … expire after two weeks`: kept longer than it lives.
    if near
        && (one.keeps && other.ends && other.quantity.value < one.quantity.value
            || one.ends && other.keeps && one.quantity.value < other.quantity.value)
    {
        return true;
    }
    let caps = |claim: &Claim| {
        matches!(claim.quantity.comparator, Comparator::AtMost | Comparator::LessThan) || claim.hurries
    };
    let both_cap = caps(one) && caps(other);
    // Two upper bounds on the same result: the last noun before the amount is the same.
    let shared = one.nouns.last().zip(other.nouns.first()).is_some_and(|(first, second)| first == second);
    // The same act on the same thing by the same one: `answers each ticket within 2 days`.
    let same_act = one.verb.is_some() && one.verb == other.verb && one.nouns == other.nouns;
    both_cap && (shared || same_act) && one.sentence != other.sentence
}
