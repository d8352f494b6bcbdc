//! Ready ways of common product work, for what a text leaves open. One file each.
//!
//! To add one:
//! 1. copy a file such as `survey.rs`, give it a name, the title of its good end, and words that speak for it with
//!    weights (3 is strong: the word alone says it; 1 is weak: it only adds up);
//! 2. write `sketch`: a list of steps, in the imperative, with [`step`](super::sketch::step) and its friends; use
//!    `cast.thing(&["order", …])` for things that the user may call differently, and `topic` for steps that a user
//!    may not want ("without an account");
//! 3. add it to [`ALL`]. Times, screens, services, failures, risks and edge cases come from the kind of work.

mod approval;
mod booking;
mod checkout;
mod claim;
mod collaboration;
mod delivery;
mod generic;
mod hiring;
mod incident;
mod lead;
mod notification;
mod publishing;
mod report;
mod returns;
mod search;
mod sign_up;
mod subscription;
mod survey;
mod triage;
mod trial;

use super::cast::{Cast, has_word};
use super::measures::content_words;
use super::sketch::{Part, StepSketch, each_step};
use crate::text::verb_lemma;

/// A ready way of doing a common kind of product work.
#[derive(Debug)]
pub(super) struct Archetype {
    /// Stable name, for example `checkout`.
    pub(super) name: &'static str,
    /// Title of the end that reaches the goal.
    pub(super) goal: &'static str,
    /// Words that speak for it, with weights.
    pub(super) evidence: &'static [(&'static str, u32)],
    /// Where it stands when several are used: the lowest first.
    pub(super) place: u32,
    /// Its steps.
    pub(super) sketch: fn(&Cast<'_>) -> Vec<Part>,
}

/// An archetype that fits, and why.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) archetype: &'static Archetype,
    pub(super) reason: String,
    pub(super) confidence: f64,
}

/// All archetypes but the generic one.
const ALL: &[&Archetype] = &[
    &sign_up::ARCHETYPE,
    &search::ARCHETYPE,
    &lead::ARCHETYPE,
    &booking::ARCHETYPE,
    &approval::ARCHETYPE,
    &checkout::ARCHETYPE,
    &subscription::ARCHETYPE,
    &trial::ARCHETYPE,
    &delivery::ARCHETYPE,
    &returns::ARCHETYPE,
    &triage::ARCHETYPE,
    &claim::ARCHETYPE,
    &incident::ARCHETYPE,
    &hiring::ARCHETYPE,
    &publishing::ARCHETYPE,
    &report::ARCHETYPE,
    &collaboration::ARCHETYPE,
    &notification::ARCHETYPE,
    &survey::ARCHETYPE,
];

/// Fewest points of evidence.
const ENOUGH: u32 = 3;
/// Fewest points of a second archetype, in the sentence that states the goal.
const ENOUGH_FOR_SECOND: u32 = 5;

/// The archetypes that fit an intent: one, or two where the goal clearly names both, or the generic one.
pub(super) fn choose(cast: &Cast<'_>) -> Vec<Choice> {
    let intent = cast.intent;
    let head = format!("{} {}", intent.title, intent.goal.text);
    let mut scored: Vec<(u32, u32, &'static Archetype, Vec<&str>)> = ALL
        .iter()
        .map(|archetype| {
            let (mut strong, mut weak) = (0, 0);
            let mut words = Vec::new();
            for (word, weight) in archetype.evidence {
                // A longer form of the same word counts once: `booking` holds `book`.
                let is_counted = words.iter().any(|longer: &&str| longer.starts_with(word));
                if is_counted || cast.forbids(word) {
                    continue;
                }
                if has_word(&head, word) {
                    strong += weight * 2;
                    words.push(*word);
                } else if cast.mentions(word) {
                    weak += weight;
                    words.push(*word);
                }
            }
            (strong + weak, strong, *archetype, words)
        })
        .filter(|(score, ..)| *score >= ENOUGH)
        .collect();
    scored.sort_by(|first, second| second.0.cmp(&first.0).then(first.2.name.cmp(second.2.name)));
    let mut chosen: Vec<Choice> = Vec::new();
    for (number, (score, strong, archetype, words)) in scored.iter().enumerate() {
        let is_second = number > 0;
        if number > 1 || (is_second && *strong < ENOUGH_FOR_SECOND) {
            break;
        }
        let quoted: Vec<String> = words.iter().take(5).map(|word| format!("`{word}`")).collect();
        chosen.push(Choice {
            archetype,
            reason: format!("the text speaks of {}", quoted.join(", ")),
            confidence: f64::from((40 + 5 * score).min(90)) / 100.0,
        });
    }
    if chosen.is_empty() {
        chosen.push(Choice {
            archetype: &generic::ARCHETYPE,
            reason: "the text names no steps and nothing that is known to need certain steps".to_owned(),
            confidence: 0.2,
        });
    }
    chosen.sort_by_key(|choice| choice.archetype.place);
    chosen
}

/// Puts stated parts into the sketch of archetypes: a stated step replaces the step that says the same, all else is
/// done first, in the stated order.
pub(super) fn merge(mut offered: Vec<Part>, stated: Vec<Part>) -> Vec<Part> {
    let mut first = Vec::new();
    for part in stated {
        match part {
            Part::Step(step) => {
                if !replace(&mut offered, &step) {
                    first.push(Part::Step(step));
                }
            }
            other => first.push(other),
        }
    }
    first.extend(offered);
    first
}

/// Replaces the first step that says the same; tells whether there was one.
fn replace(parts: &mut [Part], stated: &StepSketch) -> bool {
    for part in parts {
        let is_done = match part {
            Part::Step(step) if says_the_same(&step.title, &stated.title) => {
                let mut new = stated.clone();
                new.work = new.work.or(step.work);
                new.mean_ms = new.mean_ms.or(step.mean_ms);
                new.gives_up = new.gives_up.or(step.gives_up);
                new.object = new.object.or(step.object.take());
                **step = new;
                true
            }
            Part::Decision(decision) => {
                decision.branches.iter_mut().any(|branch| replace(&mut branch.parts, stated))
            }
            Part::Parallel(lanes) => lanes.iter_mut().any(|lane| replace(lane, stated)),
            Part::Repeat(repeat) => replace(&mut repeat.parts, stated),
            _ => false,
        };
        if is_done {
            return true;
        }
    }
    false
}

/// Whether two titles have the same verb and share a word of what it is done to.
fn says_the_same(one: &str, other: &str) -> bool {
    let verb = |title: &str| verb_lemma(&title.split_whitespace().next().unwrap_or_default().to_lowercase());
    let rest = |title: &str| -> Vec<String> {
        content_words(title).filter(|word| verb_lemma(word) != verb(title)).collect()
    };
    let alike = verb(one) == verb(other)
        || [["pick", "choose"], ["select", "choose"], ["enter", "fill"], ["see", "open"], ["request", "ask"]]
            .iter()
            .any(|pair| pair.contains(&verb(one).as_str()) && pair.contains(&verb(other).as_str()));
    let words = rest(other);
    alike && rest(one).iter().any(|word| words.iter().any(|other| other == word || has_word(other, word)))
}

/// Takes out steps that stand a second time on the main way.
pub(super) fn without_repeats(parts: Vec<Part>) -> Vec<Part> {
    let mut seen: Vec<String> = Vec::new();
    let mut kept = Vec::new();
    for part in parts {
        if let Part::Step(step) = &part {
            if seen.iter().any(|title| title.eq_ignore_ascii_case(&step.title)) {
                continue;
            }
            seen.push(step.title.clone());
        }
        each_step(std::slice::from_ref(&part), &mut |step| seen.push(step.title.clone()));
        kept.push(part);
    }
    kept
}
