//! Plain English about a plan: a command, a question, or the wish to go back.
//!
//! In comes a plan and a sentence; out goes what the sentence means on this plan ([`EditReading`]). It is cut into
//! clauses, the words that name parts of the plan are grounded, and rules for whole requests and for single clauses
//! give operations; only readings that can really be applied are offered. Never here: changing the plan.

mod answer;
mod back;
mod branch;
mod cases;
mod command;
mod describe;
mod detail;
mod doubt;
mod gate;
mod ground;
mod item;
mod mend;
mod numbers;
mod parts;
mod queue;
mod repeat;
mod scene;
mod statement;
mod title;
mod token;
mod told;
mod travel;
mod verb;
mod who;
mod whole;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod wordings;

pub use describe::describe;

use std::collections::BTreeSet;

use crate::domain::edit::{EditChoice, EditChoices, EditReading, NotUnderstood, Operation};
use crate::domain::id::NodeId;
use crate::domain::plan::Plan;
use crate::domain::version::content_hash;
use crate::error::Result;
use crate::limits::Limits;
use crate::text::{Language, detect_language};
use item::{Item, Kind};
use scene::Scene;

/// Most choices that are offered.
const MAX_CHOICES: usize = 5;
/// Most readings that are offered where nothing fits.
const MAX_NEAREST: usize = 3;
/// More items than this are a description rather than a request.
const LONG: usize = 60;
/// Below this a reading is offered, not taken.
const SURE: f64 = 0.45;
/// A reading this much better than the next one is taken.
const CLEAR: f64 = 0.12;

/// What a sentence about a plan means.
///
/// # Errors
/// `limit_input` where the sentence is longer than the limit.
///
/// # Example
/// ```
/// use aura_core::domain::edit::EditReading;
/// use aura_core::plan::{edit, sample};
///
/// let plan = sample::guest_checkout()?;
/// let reading = edit::read(&plan, "remove the confirmation")?;
/// let EditReading::Understood(choice) = reading else { panic!("not understood") };
/// assert_eq!(choice.summary, "Remove `Send the confirmation`.");
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn read(plan: &Plan, sentence: &str) -> Result<EditReading> {
    Limits::check_input("the sentence", sentence.len(), Limits::default().sentence_bytes)?;
    let text = sentence.replace(|letter: char| letter.is_control() || letter == '\u{feff}', " ");
    let text = polite(text.trim()).replace("sub process", "subprocess").replace("Sub process", "subprocess");
    let text = mend::spelling(&text);
    let Some(text) = text.get(..).filter(|text| !text.is_empty()) else {
        return Ok(not_understood("There are no words in this that could be a change.", vec![]));
    };
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    if letters < 3 {
        return Ok(not_understood("There are no words in this that could be a change.", vec![]));
    }
    let scene = Scene::new(plan);
    let items = scene.items(text);
    if let Some(travel) = travel::travel(&items) {
        return Ok(travel);
    }
    if let Some(answer) = answer::answer(&scene, text, &items) {
        return Ok(EditReading::Question(answer));
    }
    let mut found: Vec<(Vec<Operation>, f64)> = whole::readings(&scene, &items);
    if items.len() > LONG {
        // So much text says more than one rule can see.
        found.iter_mut().for_each(|(_, score)| *score = SURE - 0.05);
    }
    found.retain(|(operations, _)| applied(plan, operations).is_some());
    if found.is_empty() {
        found = compound(&scene, text);
    }
    for (operations, score) in &mut found {
        if doubt::is_doubtful(&scene, &items, operations) {
            *score = score.min(SURE - 0.05);
        }
    }
    Ok(in_english(decide(plan, found, &items), text))
}

/// A request in another language is told so, where nothing in it fits.
fn in_english(reading: EditReading, text: &str) -> EditReading {
    match (&reading, detect_language(text)) {
        (EditReading::NotUnderstood(_), Language::Other(language)) => not_understood(
            &format!("This seems to be in {language}. Changes are understood in English only so far."),
            vec![],
        ),
        _ => reading,
    }
}

/// The request without polite words around it.
fn polite(text: &str) -> String {
    let mut rest = text;
    let lead = [
        "please",
        "kindly",
        "could you",
        "can you",
        "would you",
        "i want you to",
        "i would like you to",
        "i want to",
        "i'd like to",
        "i would like to",
        "we should",
        "we need to",
        "you should",
        "let's",
        "now",
        "also",
        "additionally,",
        "aditionally,",
        "ok,",
        "then",
    ];
    for _ in 0..6 {
        let lower = rest.to_lowercase();
        let Some(found) = lead.iter().find(|lead| {
            lower.starts_with(**lead)
                && lower.chars().nth(lead.chars().count()).is_some_and(|next| !next.is_alphanumeric())
        }) else {
            break;
        };
        rest = rest.get(found.len()..).unwrap_or_default().trim_start_matches([' ', ',']);
    }
    rest.trim_end_matches([' ', '!']).to_owned()
}

/// A request clause by clause, each read on the plan that the ones before it leave.
fn compound(scene: &Scene, text: &str) -> Vec<(Vec<Operation>, f64)> {
    let mut states: Vec<(Scene, Vec<Operation>, f64)> = vec![(scene.clone(), vec![], 1.0)];
    let all = scene.items(text);
    let parts = clauses(&all);
    let count = parts.len();
    for part in parts {
        if is_idle(&part) {
            continue;
        }
        if let Some(node) = told::taken_out(&part).filter(|_| count > 1) {
            // Where it goes is said next.
            states.iter_mut().for_each(|(state, _, _)| state.last = Some(node.clone()));
            continue;
        }
        let explains =
            part.first().is_some_and(|item| item.is(&["meaning", "which", "i.e", "essentially", "e.g"]));
        if explains && states.iter().any(|(_, operations, _)| !operations.is_empty()) {
            continue;
        }
        let words = item::text_of(&part);
        let mut next = Vec::new();
        for (state, operations, score) in &states {
            let here = if operations.is_empty() && count == 1 { part.clone() } else { state.items(&words) };
            let mut readings: Vec<(Vec<Operation>, f64)> =
                if count > 1 { whole::readings(state, &here) } else { vec![] };
            readings.retain(|(operations, _)| applied(&state.plan, operations).is_some());
            if readings.is_empty() {
                let single = command::read(state, &here);
                // A score below 0 says that all of them are meant, one after the other.
                if single.iter().all(|(_, score)| *score < 0.0) && !single.is_empty() {
                    readings.push((single.into_iter().map(|(operation, _)| operation).collect(), 1.0));
                } else {
                    readings.extend(single.into_iter().map(|(operation, score)| (vec![operation], score)));
                }
            }
            for (more, sure) in readings.into_iter().take(MAX_CHOICES) {
                let mut state = state.clone();
                let mut operations = operations.clone();
                let new: Option<Vec<Vec<NodeId>>> =
                    more.iter().map(|operation| state.apply(operation)).collect();
                if let Some(new) = new {
                    let inserted =
                        matches!(more.as_slice(), [Operation::Insert(_) | Operation::Duplicate(_)]);
                    state.last = new
                        .into_iter()
                        .flatten()
                        .find(|_| inserted)
                        .or_else(|| here.iter().find_map(Item::node).cloned())
                        .filter(|node| state.plan.nodes.iter().any(|other| other.id == *node))
                        .or(state.last);
                    operations.extend(more);
                    next.push((state, operations, score.min(sure)));
                }
            }
        }
        if next.is_empty() {
            // An explanation after a change is not a change, nor is saying it twice.
            let is_done = states
                .iter()
                .any(|(state, operations, _)| !operations.is_empty() && repeats_what_is_done(state, &part));
            if is_done {
                continue;
            }
            if states.iter().any(|(_, operations, _)| !operations.is_empty()) && is_explanation(&part) {
                continue;
            }
            return vec![];
        }
        next.sort_by(|left, right| right.2.total_cmp(&left.2));
        next.truncate(MAX_CHOICES);
        states = next;
    }
    states
        .into_iter()
        .filter(|(_, operations, _)| !operations.is_empty())
        .map(|(_, operations, score)| (operations, score))
        .collect()
}

/// Cuts a request where a new verb of change begins, and at the end of sentences.
fn clauses(items: &[Item]) -> Vec<Vec<Item>> {
    let mut clauses: Vec<Vec<Item>> = vec![vec![]];
    for (index, item) in items.iter().enumerate() {
        let next = items.get(index + 1);
        let skip_to = |at: usize| {
            items.get(at..).and_then(|rest| {
                rest.iter().find(|item| !item.is(&["then", "and", "also", "please", "afterwards", ","]))
            })
        };
        let begins = |item: Option<&Item>| {
            item.is_some_and(|item| {
                item.kind == Kind::Word
                    && verb::is_command(&item.word)
                    && !item.is(&[
                        "set", "name", "label", "title", "process", "sequence", "note", "split", "join",
                        "do", "go", "run", "follow", "continue", "start", "call", "loop", "abstract",
                        "group", "copy", "limit", "wait", "delay", "comment", "cut", "place", "position",
                    ])
                    || item.is(&["rename", "split"])
                    || item.is(&["place", "put", "position"])
                        && items
                            .iter()
                            .skip_while(|other| !std::ptr::eq(*other, item))
                            .nth(1)
                            .is_some_and(|next| next.is(&["it", "them"]))
            })
        };
        let has_verb = clauses.last().is_some_and(|clause| {
            clause.iter().any(|item| item.kind == Kind::Word && verb::ask_of(&item.word).is_some())
        });
        if item.is(&[".", ";", "?", "!"]) {
            clauses.push(vec![]);
        } else if begins(Some(item))
            && !item.is(&["keep", "make", "put"])
            && has_verb
            && clauses.last().is_some_and(|clause| {
                clause.last().is_some_and(|last| matches!(last.kind, Kind::Node(_) | Kind::Branch(_)))
            })
        {
            clauses.push(vec![item.clone()]);
        } else if told::begins_aside(items, index)
            || item.is(&["and", ",", "then"]) && has_verb && begins(skip_to(index + 1))
        {
            clauses.push(vec![]);
        } else if item.is(&["meaning", "i.e", "essentially", "e.g"])
            || (item.is(&["which"]) && next.is_some_and(|next| next.is(&["means"])))
        {
            clauses.push(vec![item.clone()]);
        } else if let Some(clause) = clauses.last_mut() {
            let is_lead = clause.is_empty()
                && item
                    .is(&["and", ",", "then", "also", "please", "first", "second", "next", "finally", ":"]);
            if !is_lead {
                clause.push(item.clone());
            }
        }
    }
    clauses.retain(|clause| clause.iter().any(|item| item.word.chars().any(char::is_alphanumeric)));
    clauses
}

/// `do not change anything else`, `keep the false path`.
fn is_idle(items: &[Item]) -> bool {
    if items.iter().any(|item| item.node().is_some() || item.kind == Kind::New)
        && !items.iter().take(3).any(|item| item.is(&["keep", "keeping", "leave", "do", "but"]))
    {
        return false;
    }
    let whole_text = item::text_of(items).to_lowercase();
    let nothing_else = (whole_text.contains("not") || whole_text.contains("no "))
        && (whole_text.contains("other change")
            || whole_text.contains("anything else")
            || whole_text.contains("change to others")
            || whole_text.contains("relationship"));
    let keeps = items
        .iter()
        .find(|item| !item.is(&["and", "but", "please", "while"]))
        .is_some_and(|item| verb::ask_of(&item.word) == Some(verb::Ask::Keep));
    let only_step = items.iter().any(|item| item.is(&["only"])) && keeps;
    nothing_else
        || (keeps && !only_step)
        || items.iter().all(|item| {
            item.is(&["perform", "the", "following", "two", "steps", "three", "changes", "do", ":"])
        })
}

/// `and replace the two with the new merged step` behind the change that did so.
fn repeats_what_is_done(state: &Scene, items: &[Item]) -> bool {
    let is_exchange = items.iter().any(|item| verb::ask_of(&item.word) == Some(verb::Ask::Replace));
    let points_back = items.iter().any(|item| item.is(&["new", "merged", "split", "two", "resulting"]));
    let same = state.items(&item::text_of(items)).iter().filter(|item| item.node().is_some()).count();
    is_exchange && points_back && same + 1 < items.len()
}

fn is_explanation(items: &[Item]) -> bool {
    let first_verb = items.iter().find(|item| {
        item.kind == Kind::Word
            && verb::is_command(&item.word)
            && !matches!(verb::ask_of(&item.word), Some(verb::Ask::Do))
    });
    first_verb.is_none()
}

/// The plan after some operations, if they can be applied.
fn applied(plan: &Plan, operations: &[Operation]) -> Option<Plan> {
    super::changed(plan, operations).ok()
}

fn choice(plan: &Plan, operations: Vec<Operation>, confidence: f64) -> EditChoice {
    let summary = describe::describe(plan, &operations);
    EditChoice { operations, summary, confidence: confidence.clamp(0.0, 1.0) }
}

/// One clear reading is taken; several give choices; an unsure one is offered.
fn decide(plan: &Plan, mut found: Vec<(Vec<Operation>, f64)>, items: &[Item]) -> EditReading {
    found.sort_by(|left, right| right.1.total_cmp(&left.1));
    let mut seen = BTreeSet::new();
    found.retain(|(operations, _)| {
        applied(plan, operations)
            .and_then(|plan| content_hash(&plan).ok())
            .is_some_and(|hash| seen.insert(hash))
    });
    let best = found.first().map_or(0.0, |(_, score)| *score);
    let close = found.iter().filter(|(_, score)| *score > best - CLEAR).count();
    let choices: Vec<EditChoice> =
        found.into_iter().map(|(operations, score)| choice(plan, operations, score)).collect();
    match choices.len() {
        0 => answer::nothing(plan, items),
        _ if best < SURE => not_understood(
            "I am not sure what is meant; the nearest readings are below.",
            choices.into_iter().take(MAX_NEAREST).collect(),
        ),
        _ if close == 1 => {
            choices.into_iter().next().map_or_else(|| answer::nothing(plan, items), EditReading::Understood)
        }
        _ => EditReading::Choices(EditChoices {
            choices: choices.into_iter().take(MAX_CHOICES).collect(),
            question: "Several readings fit. Which one do you mean?".to_owned(),
        }),
    }
}

fn not_understood(explanation: &str, nearest: Vec<EditChoice>) -> EditReading {
    EditReading::NotUnderstood(NotUnderstood { explanation: explanation.to_owned(), nearest })
}
