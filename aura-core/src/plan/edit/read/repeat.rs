//! Loops: until, while, again, as long as.

use super::cases::{Event, cases, condition_words, events};
use super::item::{Item, Kind, text_of};
use super::scene::Scene;
use super::told::object_of;
use super::verb::{Ask, ask_of};
use super::whole::{asks, has, phrase, position};
use crate::domain::edit::{LoopNodes, Operation, Place};
use crate::domain::id::NodeId;

/// Rounds of a loop where nobody says how many.
const USUAL_ROUNDS: u32 = 10;

/// Loops: until, while, again, as long as.
pub(super) fn looped(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let says_loop = asks(items, &[Ask::Repeat])
        || has(items, &["loop", "again", "until", "repeatedly", "repeat-circle"])
        || phrase(items, &["as", "long", "as"])
        || phrase(items, &["jump", "back"])
        || phrase(items, &["several", "times"])
        || phrase(items, &["is", "not", "met"])
        || phrase(items, &["return", "to"])
        || phrase(items, &["back", "to"]);
    let says_while = has(items, &["while", "whilst"])
        && !has(items, &["keeping", "keep", "maintaining", "make", "retaining", "removing", "connecting"]);
    if !(says_loop || says_while || names_loop(items) || leads_back(scene, items)) {
        return None;
    }
    let nodes = body(scene, items);
    let (first, last) = (nodes.first()?.clone(), nodes.last()?.clone());
    let (condition, while_holds) = loop_condition(scene, items)?;
    Some(vec![Operation::Loop(LoopNodes {
        first,
        last,
        condition,
        while_holds,
        max_times: rounds(items).unwrap_or(USUAL_ROUNDS),
        check_first: checks_first(scene, items),
    })])
}

/// `a loop`, also as `a conditional loop`.
fn names_loop(items: &[Item]) -> bool {
    let in_gateway = |item: &Item| {
        matches!(item.kind, Kind::Gateway(_)) && item.word.split(' ').any(|word| word == "loop")
    };
    items.iter().any(|item| item.is(&["loop"]) || in_gateway(item))
}

/// A new decision with one case that ends and one that leads to a step in front of it.
fn leads_back(scene: &Scene, items: &[Item]) -> bool {
    let is_new = items.iter().any(|item| matches!(&item.kind, Kind::Gateway(said) if said.is_new));
    let at_end =
        matches!(scene.place(items).as_ref().and_then(|(_, places)| places.first()), Some((Place::AtEnd, _)));
    if !(is_new && at_end && asks(items, &[Ask::Add])) {
        return false;
    }
    let all = events(scene, items);
    let found = cases(&all);
    let ends = |events: &[Event]| events.contains(&Event::End);
    let step = |events: &[Event]| events.iter().any(|event| matches!(event, Event::Node(_)));
    let leaves = found.iter().any(|(_, events)| ends(events) && !step(events));
    found.len() > 1 && leaves && found.iter().any(|(_, events)| step(events))
}

/// What is done again: the step that is named with the loop, else the first one that is named.
pub(super) fn body(scene: &Scene, items: &[Item]) -> Vec<NodeId> {
    let near = items.iter().position(|item| {
        item.is(&[
            "around",
            "loop",
            "repeat",
            "repeats",
            "repeated",
            "encapsuling",
            "surrounding",
            "embed",
            "again",
        ])
    });
    let is_place = |index: usize| {
        index > 0
            && items.get(index - 1).is_some_and(|item| item.is(&["after"]))
            && near.is_some_and(|near| near > index + 3)
    };
    let named: Vec<(usize, NodeId)> =
        items.iter().enumerate().filter_map(|(index, item)| Some((index, item.node()?.clone()))).collect();
    let mut kept: Vec<NodeId> = Vec::new();
    for (index, node) in &named {
        let stands_for_a_place = is_place(*index) && named.iter().any(|(_, other)| other != node);
        if !kept.contains(node) && !stands_for_a_place {
            kept.push(node.clone());
        }
    }
    if kept.len() == 2
        && (has(items, &["from"]) && has(items, &["to", "through"])
            || has(items, &["and"]) && asks(items.get(..1).unwrap_or_default(), &[Ask::Repeat]))
    {
        return kept;
    }
    // Checks of other steps come before; what is repeated is named most often.
    let count = |node: &NodeId| named.iter().filter(|(_, other)| other == node).count();
    let best = kept.iter().map(count).max().unwrap_or(0);
    let mut winners = kept.iter().filter(|node| count(node) == best);
    match (winners.next(), winners.next()) {
        (Some(only), None) => vec![only.clone()],
        (Some(first), Some(_)) => vec![first.clone()],
        _ => {
            let stop = items
                .iter()
                .position(|item| item.is(&["until", "while", "if", "as", ","]))
                .unwrap_or(items.len());
            let words = items.get(..stop).unwrap_or_default();
            let words: Vec<Item> =
                words.iter().filter(|item| ask_of(&item.word) != Some(Ask::Repeat)).cloned().collect();
            match scene.targets(&words).as_slice() {
                [(only, _)] => vec![only.clone()],
                _ => vec![],
            }
        }
    }
}

/// The condition of a loop, and whether the loop goes on while it holds.
pub(super) fn loop_condition(scene: &Scene, items: &[Item]) -> Option<(String, bool)> {
    let all = events(scene, items);
    let found = cases(&all);
    let before_until = |word: &str| {
        position(items, &[word]).and_then(|at| items.get(at + 1..)).map(|rest| {
            let stop = rest
                .iter()
                .position(|item| item.is(&[",", ".", ";", "but", "then", "at", "up", "do", "please", "with"]))
                .unwrap_or(rest.len());
            rest.get(..stop).unwrap_or_default()
        })
    };
    let free = |words: &[Item]| -> Option<String> {
        if let Some(item) =
            words.iter().find(|item| item.is_condition() || matches!(item.kind, Kind::Branch(_)))
            && words.len() <= 6
        {
            return condition_words(scene, item);
        }
        let text = text_of(words);
        let text = text.trim().trim_end_matches(['.', '!']).trim().to_owned();
        (!text.is_empty()).then_some(text)
    };
    if let Some(text) = before_until("until").and_then(free) {
        return Some((text, false));
    }
    if found.is_empty() {
        let at = ["while", "if", "when"]
            .iter()
            .find_map(|word| before_until(word))
            .or_else(|| position(items, &["as", "long", "as"]).and_then(|at| items.get(at + 3..)))?;
        return free(at).map(|text| (text, true));
    }
    let exits = items.windows(3).find_map(|three| match three {
        [verb, link, case]
            if verb.is(&["exited", "exits", "left", "ends", "stops"])
                && link.is(&["with", "on", "if", "when"]) =>
        {
            condition_words(scene, case)
        }
        _ => None,
    });
    if let Some(case) = exits {
        return Some((case, false));
    }
    // A case in which something is done again, or that leads to the end.
    let is_named = |events: &[Event]| events.iter().any(|event| matches!(event, Event::Node(_)));
    for (case, events) in &found {
        let again = events.contains(&Event::Again) || is_named(events);
        if matches!(events.first(), Some(Event::End | Event::GoOn))
            || (events.contains(&Event::End) && !again)
        {
            return Some((case.clone(), false));
        }
        if again && case != "otherwise" {
            return Some((case.clone(), true));
        }
    }
    found.into_iter().find(|(case, _)| case != "otherwise").map(|(case, _)| (case, true))
}

/// Whether a loop may be left without one round.
pub(super) fn checks_first(scene: &Scene, items: &[Item]) -> bool {
    if phrase(items, &["checks", "first"])
        || phrase(items, &["check", "first"])
        || phrase(items, &["checked", "first"])
    {
        return true;
    }
    let at_least_once = phrase(items, &["at", "least", "once"])
        || phrase(items, &["at", "least", "one"])
        || phrase(items, &["either", "way"])
        || has(items, &["regardless", "always", "first", "anyway"]) && !has(items, &["xor", "evaluated"])
        || phrase(items, &["normal", "task", "flow"])
        || phrase(items, &["before", "the", "loop", "check"]);
    if at_least_once
        || (has(items, &["always"]) && items.iter().any(|item| matches!(item.kind, Kind::Gateway(_))))
    {
        return false;
    }
    let never = phrase(items, &["may", "be", "skipped"])
        || phrase(items, &["can", "be", "skipped"])
        || phrase(items, &["not", "execute"])
        || phrase(items, &["not", "be", "executed"])
        || phrase(items, &["not", "to", "be"])
        || phrase(items, &["to", "not"])
        || has(items, &["only"]);
    // A step that is taken out and led to by a case stands behind the check.
    let led_to = object_of(items, Ask::Remove).is_some() && has(items, &["leads", "leading", "goes"]);
    let names = scene.nodes(items);
    let gate_before = items.windows(4).any(
        |four| matches!(four, [one, two, ..] if one.is(&["before", "before"]) && (two.node().is_some())),
    );
    let gate_after = items.windows(2).any(|pair| matches!(pair, [one, two] if one.is(&["after"]) && two.node().is_some_and(|node| names.contains(node))));
    let again = has(items, &["again", "repeat", "repeated", "repeatedly", "until"]);
    let whiles = (has(items, &["while"]) || phrase(items, &["as", "long", "as"])) && !again;
    never
        || led_to
        || (gate_before && !gate_after)
        || whiles
        || (names_loop(items)
            && !again
            && !gate_after
            && has(items, &["when", "executed", "contains", "exited", "triggered"]))
}

/// `at most 3 times`, `up to 5 rounds`.
pub(super) fn rounds(items: &[Item]) -> Option<u32> {
    let at = items.windows(2).position(|pair| matches!(pair, [number, noun] if number.word.parse::<u32>().is_ok() && noun.is(&["times", "time", "rounds", "round", "attempts", "tries", "repetitions", "iterations"])))?;
    items.get(at)?.word.parse().ok()
}
