//! One clause of a request: a verb, what it is done to, and where.

use super::item::{Item, Kind};
use super::parts::{compound_title, merged, parts_of, spelled, split, titles_of};
use super::scene::{Scene, Targets};
use super::statement::statement;
use super::title::title_in;
use super::told::twice_crossed;
use super::verb::{Ask, ask_of};
use super::whole::{asks, has, insert};
use crate::domain::edit::{
    MergeSteps, MoveNode, NodePair, NodeSet, NodeTarget, Operation, Place, RenameNode, ReplaceStep, SplitStep,
};
use crate::domain::id::NodeId;

/// Readings of one clause, each with how sure it is; best first.
pub(super) type Readings = Vec<(Operation, f64)>;

/// Reads one clause.
pub(super) fn read(scene: &Scene, items: &[Item]) -> Readings {
    let detail = super::detail::read(scene, items);
    if !detail.is_empty() {
        return detail;
    }
    let in_order = has(items, &["sequentially", "sequence", "separately"]);
    if in_order && items.first().is_some_and(|item| item.is(&["instead"])) {
        return sequence(scene, items);
    }
    let Some((at, ask)) = main_verb(items) else { return statement(scene, items) };
    let (before, rest) = items.split_at(at);
    let after = rest.get(1..).unwrap_or_default();
    // In a passive clause the subject stands before the verb.
    let is_passive = at > 0
        && before.iter().any(|item| item.kind != Kind::Word || item.is(&["it", "step"]))
        && before.iter().any(|item| item.is(&["is", "are", "be", "was", "been", "being", "should", "must"]));
    let object = if is_passive { before } else { after };
    match ask {
        Ask::Add => add(scene, items, before, after, is_passive),
        Ask::Remove => remove(scene, object, after),
        Ask::Move => moved(scene, object, after),
        Ask::Put => put(scene, items, object, after),
        Ask::Replace => replaced(scene, items, object, after),
        Ask::Swap => swapped(scene, items, object, after),
        Ask::Change | Ask::Make => changed(scene, items, object, after),
        Ask::Rename => renamed(scene, items, object, after),
        Ask::Copy => copied(scene, items, object),
        Ask::Split => split(scene, items, object, after),
        Ask::Merge | Ask::Group => merged(scene, items, object, after),
        Ask::Sequence => sequence(scene, items),
        _ => statement(scene, items),
    }
}

/// The verb that says what is to be done: the first in plain form, else the first at all.
fn main_verb(items: &[Item]) -> Option<(usize, Ask)> {
    let is_weak = |ask: Ask| {
        matches!(
            ask,
            Ask::Do
                | Ask::Keep
                | Ask::Make
                | Ask::Note
                | Ask::Approve
                | Ask::Wait
                | Ask::Limit
                | Ask::Assign
                | Ask::Assume
                | Ask::Mark
                | Ask::Skip
                | Ask::Repeat
        )
    };
    let verbs: Vec<(usize, Ask)> = items
        .iter()
        .enumerate()
        .filter(|(index, item)| {
            item.kind == Kind::Word
                && !items
                    .get(index.wrapping_sub(1))
                    .is_some_and(|before| before.is(&["the", "a", "an", "called", "its"]))
        })
        .filter_map(|(index, item)| ask_of(&item.word).map(|ask| (index, ask)))
        .collect();
    verbs.iter().find(|(_, ask)| !is_weak(*ask)).or(verbs.first()).copied()
}

pub(super) fn each(targets: Targets, make: impl Fn(NodeId) -> Operation) -> Readings {
    targets.into_iter().map(|(node, score)| (make(node), score)).collect()
}

fn add(scene: &Scene, items: &[Item], before: &[Item], after: &[Item], is_passive: bool) -> Readings {
    let is_place = |item: &Item| item.is(&["after", "before", "behind", "between", "following"]);
    let is_whole_gate = after
        .iter()
        .take(4)
        .take_while(|item| !is_place(item))
        .any(|item| matches!(&item.kind, Kind::Gateway(_)));
    if is_whole_gate {
        return vec![];
    }
    let found = scene.place(items);
    let object = if is_passive { before } else { after };
    let offset = items.len() - after.len();
    let object = match &found {
        // The name stands before the place, or behind it: `after C add E`.
        Some((at, _)) if !is_passive && *at >= offset => items.get(offset..*at).unwrap_or_default(),
        _ => object,
    };
    let object: Vec<Item> = until(
        object,
        &[
            ",",
            ".",
            ";",
            "that",
            "so",
            "which",
            "in",
            "into",
            "if",
            "directly",
            "immediately",
            "inside",
            "on",
            "without",
        ],
    )
    .to_vec();
    let is_copy = asks(&object, &[Ask::Copy]);
    let copied = object.iter().find_map(Item::node).filter(|_| is_copy).map(|node| scene.title(node));
    let compound = compound_title(&object).filter(|_| object.iter().any(|item| item.is(&["&"])));
    if let (None, None, Some((_, places))) = (&copied, &compound, &found)
        && let [(place, _)] = places.as_slice()
    {
        let several = titles_of(&object, scene);
        if several.len() > 1 {
            return in_a_row(scene, several, place);
        }
    }
    let title = copied
        .or(compound)
        .or_else(|| title_in(&object))
        .or_else(|| title_in(until(after, &["after", "before"])));
    let Some(title) = title else { return vec![] };
    match found {
        Some((_, places)) => {
            places.into_iter().map(|(place, score)| (insert(title.clone(), place), score)).collect()
        }
        None => match link(after, &["to"]).and_then(|at| after.get(at + 1)).and_then(Item::node) {
            Some(node)
                if asks(items, &[Ask::Add]) && has(items, &["append", "attach", "appended", "attached"]) =>
            {
                vec![(insert(title, Place::After(NodeTarget { node: node.clone() })), 0.9)]
            }
            _ => vec![(insert(title, Place::AtEnd), 0.35)],
        },
    }
}

/// Several new steps at one place, in the order in which they are named; all of them are meant.
fn in_a_row(scene: &Scene, titles: Vec<String>, place: &Place) -> Readings {
    let mut working = scene.clone();
    let mut place = place.clone();
    let mut readings = Readings::new();
    for title in titles {
        let operation = insert(title, place);
        let new = working.apply(&operation).and_then(|new| new.first().cloned());
        readings.push((operation, -1.0));
        let Some(node) = new else { return vec![] };
        place = Place::After(NodeTarget { node });
    }
    readings
}

/// A copy stands behind what it was made from, or where the request says.
fn copied(scene: &Scene, items: &[Item], object: &[Item]) -> Readings {
    let place = scene.place(items);
    let object = match &place {
        Some((at, _)) => items.get(..*at).unwrap_or_default(),
        None => object,
    };
    let targets = scene.targets(object);
    match (targets.as_slice(), place) {
        ([(node, sure)], Some((_, places))) => {
            let title = scene.title(node);
            places.into_iter().map(|(place, score)| (insert(title.clone(), place), score * sure)).collect()
        }
        _ => each(targets, |node| Operation::Duplicate(NodeTarget { node })),
    }
}

pub(super) fn until<'a>(items: &'a [Item], words: &[&str]) -> &'a [Item] {
    let stop = items.iter().position(|item| item.is(words)).unwrap_or(items.len());
    items.get(..stop).unwrap_or_default()
}

fn remove(scene: &Scene, object: &[Item], after: &[Item]) -> Readings {
    // Only what the verb governs, not the reasons behind it.
    let object = until(object, &[".", ";", "but", "while", "without", "so", "instead", "leaving", "keeping"]);
    let object = until_verb(object);
    if let Some(at) = link(object, &["with"])
        && let Some(title) = object
            .get(at + 1..)
            .filter(|new| new.iter().take(2).any(|item| item.kind == Kind::New))
            .and_then(title_in)
    {
        let (old, _) = object.split_at(at);
        return each(scene.targets(old), |node| {
            Operation::Replace(ReplaceStep { node, titles: vec![title.clone()] })
        });
    }
    let nodes = scene.nodes(until(object, &["from", "in", "of", "inside", "between"]));
    if nodes.len() > 1 {
        return nodes.into_iter().map(|node| (Operation::Remove(NodeTarget { node }), -1.0)).collect();
    }
    let _ = after;
    let subject = until(object, &["from", "and", "in", "of", "inside", ","]);
    let is_gate = subject.iter().any(|item| matches!(item.kind, Kind::Gateway(_)));
    let targets = scene.targets(subject).into_iter();
    // What becomes of the steps between its halves is not said.
    targets
        .map(|(node, score)| (Operation::Remove(NodeTarget { node }), if is_gate { 0.4 } else { score }))
        .collect()
}

/// Up to the next verb of change.
fn until_verb(items: &[Item]) -> &[Item] {
    let is_verb = |item: &Item| {
        item.kind == Kind::Word
            && matches!(
                ask_of(&item.word),
                Some(Ask::Add | Ask::Remove | Ask::Move | Ask::Keep | Ask::Replace)
            )
    };
    let skip = items.iter().take_while(|item| is_verb(item)).count();
    let stop = items.iter().skip(skip).position(is_verb).map_or(items.len(), |at| at + skip);
    items.get(..stop).unwrap_or_default()
}

fn moved(scene: &Scene, object: &[Item], after: &[Item]) -> Readings {
    let stop = object
        .iter()
        .position(|item| {
            item.is(&[
                "before",
                "after",
                "behind",
                "between",
                "to",
                "in",
                "from",
                "out",
                "directly",
                "right",
                "at",
                "up",
                "down",
                "so",
                "inside",
                "prior",
                "following",
                "one",
            ])
        })
        .unwrap_or(object.len());
    let subject = object.get(..stop).unwrap_or_default();
    let places = place_last(scene, after);
    cross(scene.targets(subject), places)
}

/// The place after the subject: `from after X to before Y` names the target last.
fn place_last(scene: &Scene, items: &[Item]) -> Vec<(Place, f64)> {
    let to = items.iter().rposition(|item| item.is(&["to"]));
    let from = items.iter().position(|item| item.is(&["from", "out"]));
    if let (Some(to), Some(_)) = (to, from)
        && let Some((_, places)) = scene.place(items.get(to..).unwrap_or_default())
    {
        return places;
    }
    if from.is_some()
        && let Some((at, first)) = scene.place(items)
    {
        // `from inside the gateway after the gateway`, `from after X before Y`: the last place counts.
        let later = scene.place(items.get(at + 1..).unwrap_or_default());
        return later.map_or(first, |(_, places)| places);
    }
    scene.place(items).map(|(_, places)| places).unwrap_or_default()
}

pub(super) fn cross(targets: Targets, places: Vec<(Place, f64)>) -> Readings {
    let mut readings = Vec::new();
    for (node, left) in &targets {
        for (place, right) in &places {
            readings
                .push((Operation::Move(MoveNode { node: node.clone(), place: place.clone() }), left * right));
        }
    }
    readings
}

fn put(scene: &Scene, items: &[Item], object: &[Item], after: &[Item]) -> Readings {
    if has(items, &["instead"]) {
        return statement(scene, items);
    }
    let nodes = scene.nodes(items);
    if nodes.len() > 1 && has(items, &["together"]) {
        return merged(scene, items, object, after);
    }
    let places = &["before", "after", "behind", "between", "following", "at", "to", "in", "on"];
    let known = until(object, places).iter().take(4).any(|item| item.node().is_some());
    let fits = || !scene.targets(until(object, places)).is_empty();
    if known || fits() {
        return moved(scene, object, after);
    }
    add(scene, items, &[], after, false)
}

/// The index of the word that leads to the new thing: `with`, `by`, `into`.
pub(super) fn link(items: &[Item], words: &[&str]) -> Option<usize> {
    items.iter().position(|item| item.is(words))
}

fn replaced(scene: &Scene, items: &[Item], object: &[Item], after: &[Item]) -> Readings {
    let Some(at) = link(after, &["with", "by", "into", "for", "to"]) else {
        // `the new X replaces Y`, else put in another place.
        let stop = items.len() - after.len();
        let new = items.get(..stop).unwrap_or_default();
        let title =
            title_in(new).filter(|_| new.iter().any(|item| matches!(item.kind, Kind::New | Kind::Quoted)));
        return match title {
            Some(title) => each(scene.targets(after), |node| {
                Operation::Replace(ReplaceStep { node, titles: vec![title.clone()] })
            }),
            None => moved(scene, object, after),
        };
    };
    let (old, new) = after.split_at(at);
    let new = new.get(1..).unwrap_or_default();
    let old = if old.iter().any(|item| item.kind != Kind::Word) || object == after { old } else { object };
    let all = scene.nodes(items);
    if let ([first, second], true) = (all.as_slice(), twice_crossed(items)) {
        return vec![(Operation::Swap(NodePair { first: first.clone(), second: second.clone() }), 0.9)];
    }
    let (left, right) = (scene.nodes(old), scene.nodes(new));
    if let ([first], [second]) = (left.as_slice(), right.as_slice())
        && first != second
        && (items.len() > at + after.len() || scene.nodes(items).len() == 2)
        && (has(new, &["and", "vice"]) || has(items, &["versa"]))
    {
        return vec![(Operation::Swap(NodePair { first: first.clone(), second: second.clone() }), 0.9)];
    }
    if left.len() > 1 {
        let Some(title) = compound_title(new) else { return vec![] };
        return vec![(Operation::Merge(MergeSteps { nodes: left, title: Some(title) }), 0.9)];
    }
    let titles = titles_of(new, scene);
    let targets = scene.targets(old);
    if titles.len() > 1 {
        return each(targets, |node| Operation::Split(SplitStep { node, titles: titles.clone() }));
    }
    let is_gate = old.iter().any(|item| matches!(item.kind, Kind::Gateway(_)));
    let Some(title) = titles.first().cloned().or_else(|| title_in(new).filter(|_| !is_gate)) else {
        return vec![];
    };
    let targets: Targets =
        targets.into_iter().filter(|(node, _)| !scene.title(node).eq_ignore_ascii_case(&title)).collect();
    each(targets, |node| Operation::Replace(ReplaceStep { node, titles: vec![title.clone()] }))
}

fn swapped(scene: &Scene, items: &[Item], object: &[Item], after: &[Item]) -> Readings {
    let nodes = scene.nodes(items);
    if let [first, second] = nodes.as_slice() {
        return vec![(Operation::Swap(NodePair { first: first.clone(), second: second.clone() }), 1.0)];
    }
    let is_in_for = after.first().is_some_and(|item| item.is(&["in"]));
    if let Some(at) = link(after, &["for"]).filter(|_| is_in_for) {
        let (new, old) = after.split_at(at);
        if let Some(title) = title_in(new.get(1..).unwrap_or_default()) {
            return each(scene.targets(old), |node| {
                Operation::Replace(ReplaceStep { node, titles: vec![title.clone()] })
            });
        }
    }
    let gates = nodes.is_empty() && after.iter().any(|item| matches!(item.kind, Kind::Gateway(_)));
    if gates {
        return vec![];
    }
    if nodes.len() < 2
        && !items.iter().any(|item| matches!(item.kind, Kind::New | Kind::Quoted))
        && let Some(at) = link(after, &["and", "with", "for"])
    {
        let (left, right) = after.split_at(at);
        let (left, right) = (scene.targets(left), scene.targets(right.get(1..).unwrap_or_default()));
        let pairs = left.iter().flat_map(|one| right.iter().map(move |two| (one.clone(), two.clone())));
        let swaps: Readings = pairs
            .filter(|(one, two)| one.0 != two.0)
            .map(|(one, two)| (Operation::Swap(NodePair { first: one.0, second: two.0 }), one.1 * two.1))
            .collect();
        if !swaps.is_empty() {
            return swaps;
        }
    }
    replaced(scene, items, object, after)
}

fn changed(scene: &Scene, items: &[Item], object: &[Item], after: &[Item]) -> Readings {
    let nodes = scene.nodes(items);
    let mutual = has(items, &["other", "versa", "vice", "places", "positions"])
        || has(after, &["and"]) && has(items, &["each"]);
    if let ([first, second], true) = (nodes.as_slice(), mutual) {
        return vec![(Operation::Swap(NodePair { first: first.clone(), second: second.clone() }), 0.9)];
    }
    if let ([first, second], true) = (nodes.as_slice(), twice_crossed(items)) {
        return vec![(Operation::Swap(NodePair { first: first.clone(), second: second.clone() }), 0.9)];
    }
    if has(items, &["position", "place", "order"]) && scene.place(items).is_some() {
        return moved(scene, object, after);
    }
    if has(items, &["happen", "occur", "come", "run", "execute"]) && scene.place(after).is_some() {
        return moved(scene, object, after);
    }
    let goal = link(after, &["to", "into"]).map_or(items, |at| after.get(at..).unwrap_or_default());
    if has(goal, &["sequential", "sequentially", "sequence"]) {
        let sequence = sequence(scene, items);
        if !sequence.is_empty() {
            return sequence;
        }
    }
    if has(items, &["optional", "conditional"]) || has(items, &["if", "when", "unless"]) {
        return statement(scene, items);
    }
    if has(items, &["name", "label", "title", "content", "signature", "text", "wording"]) {
        return renamed(scene, items, object, after);
    }
    let Some(at) = link(after, &["to", "into", "with", "as", "by"]) else { return vec![] };
    let (old, new) = after.split_at(at);
    let new = new.get(1..).unwrap_or_default();
    let old = if object == after { old } else { object };
    let olds = scene.nodes(old);
    let titles = titles_of(new, scene);
    if olds.len() > 1
        && let Some(title) = compound_title(new)
    {
        return vec![(Operation::Merge(MergeSteps { nodes: olds, title: Some(title) }), 0.9)];
    }
    if titles.len() > 1 {
        return each(scene.targets(old), |node| Operation::Split(SplitStep { node, titles: titles.clone() }));
    }
    let is_gate = old.iter().any(|item| matches!(item.kind, Kind::Gateway(_)));
    let Some(title) = titles.first().cloned().or_else(|| title_in(new).filter(|_| !is_gate)) else {
        return vec![];
    };
    each(scene.targets(old), |node| Operation::Replace(ReplaceStep { node, titles: vec![title.clone()] }))
}

fn renamed(scene: &Scene, items: &[Item], object: &[Item], after: &[Item]) -> Readings {
    let nodes = scene.nodes(items);
    if let ([first, second], true) = (nodes.as_slice(), twice_crossed(items)) {
        return vec![(Operation::Swap(NodePair { first: first.clone(), second: second.clone() }), 0.9)];
    }
    let Some(at) = link(after, &["to", "as", "into", "with", "be", "by"]) else {
        return called(scene, after);
    };
    let (old, new) = after.split_at(at);
    let old = if object == after || old.iter().any(|item| item.node().is_some()) { old } else { object };
    let targets = scene.targets(old);
    let new = new.get(1..).unwrap_or_default();
    let letter = new.iter().find(|item| {
        item.kind == Kind::Word && item.raw.chars().count() == 1 && item.raw.chars().all(char::is_uppercase)
    });
    let old_noun = targets
        .first()
        .map(|(node, _)| scene.title(node))
        .and_then(|title| title.split_whitespace().next().map(str::to_owned));
    let title = match (letter, old_noun) {
        (Some(letter), Some(noun)) if super::ground::STEP_NOUNS.contains(&noun.to_lowercase().as_str()) => {
            let rest: Vec<&str> =
                new.iter().skip_while(|item| *item != letter).map(|item| item.raw.as_str()).collect();
            Some(format!("{noun} {}", rest.join(" ").trim_end_matches(['.', ' '])))
        }
        _ if new.iter().any(|item| item.is(&["&"])) => compound_title(new).or_else(|| title_in(new)),
        _ => title_in(new),
    };
    if old.iter().any(|item| matches!(item.kind, Kind::Gateway(_)))
        && !new.iter().any(|item| item.kind == Kind::Quoted)
    {
        return vec![];
    }
    let Some(title) = title else { return vec![] };
    each(targets, |node| Operation::Rename(RenameNode { node, title: title.clone() }))
}

/// `call step 7 "Release the payment"`.
fn called(scene: &Scene, after: &[Item]) -> Readings {
    let Some(at) = after.iter().position(|item| item.kind == Kind::Quoted) else { return vec![] };
    let (old, new) = after.split_at(at);
    match new.first().map(|item| item.raw.clone()) {
        Some(title) if new.len() == 1 => {
            each(scene.targets(old), |node| Operation::Rename(RenameNode { node, title: title.clone() }))
        }
        _ => vec![],
    }
}

pub(super) fn sequence(scene: &Scene, items: &[Item]) -> Readings {
    let nodes = scene.nodes(items);
    if nodes.len() > 1 {
        return vec![(Operation::MakeSequential(NodeSet { nodes }), 0.9)];
    }
    match spelled(scene, items).or_else(|| nodes.first().cloned()) {
        Some(node) if parts_of(&scene.title(&node)).len() > 1 => {
            vec![(Operation::Split(SplitStep { titles: parts_of(&scene.title(&node)), node }), 0.9)]
        }
        _ => vec![],
    }
}
