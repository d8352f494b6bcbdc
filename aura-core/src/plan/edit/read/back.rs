//! What takes a step back where the case fails later: `to undo step 3, refund the payment`.

use super::item::{Item, Kind, text_of};
use super::scene::Scene;
use super::title::{capitalised, title_in};
use super::whole::{has, phrase};
use crate::domain::edit::{Operation, UndoOfStep};
use crate::domain::id::NodeId;
use crate::text::verb_lemma;

const UNDO: &[&str] = &["undo", "undone", "undoes", "undoing", "compensate", "compensated", "compensation"];
const FAILS: &[&str] = &["fails", "fail", "failed", "failing", "failure"];

/// Reads what takes a step back, or that nothing does any more.
pub(super) fn taken_back(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let verb = items.iter().position(|item| item.is(UNDO));
    let node = step_in(scene, items.get(..title_at(items, verb)?)?)?;
    let title = match is_refused(items, verb) {
        true => None,
        false => Some(title_of(items.get(title_at(items, verb)? + 1..)?)?),
    };
    Some(vec![Operation::SetUndo(UndoOfStep { node, title })])
}

/// `do not undo step 3`, `step 3 is not undone any more`, `nothing undoes step 3`.
fn is_refused(items: &[Item], verb: Option<usize>) -> bool {
    verb.is_some()
        && has(items, &["not", "never", "nothing", "don't", "stop", "no", "without"])
        && !has(items, &["by", "with", ","])
}

/// Where the words before the title end.
fn title_at(items: &[Item], verb: Option<usize>) -> Option<usize> {
    let Some(verb) = verb else {
        // `if the case fails after step 3, refund the payment`.
        let fails = items.iter().position(|item| item.is(FAILS))?;
        let is_later = phrase(items, &["fails", "after"]) || phrase(items, &["fail", "after"]);
        let begins = items.first().is_some_and(|item| item.is(&["if", "when", "where", "whenever"]));
        let comma = items.iter().skip(fails).position(|item| item.is(&[",", "then"]))? + fails;
        return (begins && is_later).then_some(comma);
    };
    if is_refused(items, Some(verb)) {
        return Some(items.len());
    }
    let by = items.iter().skip(verb).position(|item| item.is(&["by", "with", "through", ":"]));
    let is_purpose = items.first().is_some_and(|item| item.is(&["to"])) && verb == 1;
    let comma = items.iter().skip(verb).position(|item| item.is(&[",", ":"])).filter(|_| is_purpose);
    Some(verb + comma.or(by)?)
}

/// The one step that is named; `it` is the one that was named before.
fn step_in(scene: &Scene, items: &[Item]) -> Option<NodeId> {
    let mut named = items.iter().filter_map(Item::node);
    if let Some(first) = named.next() {
        return named.all(|other| other == first).then(|| first.clone());
    }
    let skip = |item: &&Item| {
        !item.is(UNDO)
            && !item.is(FAILS)
            && !item.is(&[
                "if", "when", "where", "to", "later", ",", "case", "is", "be", "not", "do", "any", "more",
            ])
    };
    let words: Vec<Item> = items.iter().filter(skip).cloned().collect();
    let targets = scene.targets(&words);
    let (best, score) = targets.first()?;
    (*score > 0.6).then(|| best.clone())
}

/// The title: as it stands, and as an instruction where it is told as `refunding the payment`.
fn title_of(items: &[Item]) -> Option<String> {
    let is_bare = items.iter().all(|item| item.kind != Kind::Quoted);
    let title = match is_bare {
        true => text_of(items).trim_matches([' ', '.', ',', ':']).to_owned(),
        false => title_in(items)?,
    };
    let (first, rest) = title.split_once(' ').unwrap_or((&title, ""));
    let lower = first.to_lowercase();
    let lemma = verb_lemma(&lower);
    let told = if is_bare && lower.ends_with("ing") && lemma != lower {
        format!("{lemma} {rest}").trim().to_owned()
    } else {
        title.clone()
    };
    (told.chars().any(char::is_alphanumeric)).then(|| capitalised(&told))
}
