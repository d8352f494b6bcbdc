//! Requests that tell how the plan should be, and requests that say one thing in two halves.

use super::cases::condition_words;
use super::item::{Item, Kind};
use super::scene::Scene;
use super::scene::is_step_noun;
use super::title::new_title;
use super::verb::{Ask, ask_of};
use super::whole::{asks, has, insert};
use crate::domain::edit::{MergeSteps, NodePair, NodeTarget, Operation, Place, SplitStep};
use crate::domain::id::NodeId;

/// `A to B and B to A`, also with a slip of the pen: both names, each twice or more.
pub(super) fn twice_crossed(items: &[Item]) -> bool {
    let named: Vec<&NodeId> = items.iter().filter_map(Item::node).collect();
    let is_link = |item: &Item| item.is(&["to", "with", "into", "by", "where"]);
    let links = items.iter().filter(|item| is_link(item)).count();
    let mut places =
        items.iter().enumerate().filter(|(_, item)| item.node().is_some()).map(|(index, _)| index);
    let between = places.next().zip(places.next()).and_then(|(first, second)| items.get(first..second));
    let is_linked = between.is_some_and(|between| between.iter().any(is_link));
    named.len() >= 4 && links >= 2 && is_linked
}

/// `replace A with B and replace B with A`.
pub(super) fn crossed(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let nodes = scene.nodes(items);
    let [first, second] = nodes.as_slice() else { return None };
    let exchanges = asks(items, &[Ask::Replace, Ask::Change, Ask::Rename, Ask::Swap]);
    let is_whole = !items.iter().any(|item| {
        matches!(item.kind, Kind::New | Kind::Quoted | Kind::Gateway(_) | Kind::Condition | Kind::Branch(_))
    });
    let swaps = is_whole && items.len() < 14 && (has(items, &["versa"]) || asks(items, &[Ask::Swap]));
    let crosses = exchanges || has(items, &["where"]);
    (swaps || crosses && items.len() < 20 && twice_crossed(items))
        .then(|| vec![Operation::Swap(NodePair { first: first.clone(), second: second.clone() })])
}

/// `take X out`, `throw X away`, `skip X`, where nothing says where to or when.
pub(super) fn taken_away(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let items = match items.split_last() {
        Some((last, rest)) if last.is(&[".", "!"]) => rest,
        _ => items,
    };
    let (first, rest) = items.split_first()?;
    let node = match rest.split_last() {
        Some((last, object))
            if first.is(&["take", "throw", "leave", "kick", "toss", "cut", "drop"])
                && last.is(&["out", "away", "off"]) =>
        {
            scene.nodes(object)
        }
        _ if ask_of(&first.word) == Some(Ask::Skip) && rest.len() <= 3 => scene.nodes(rest),
        _ => return None,
    };
    let [node] = node.as_slice() else { return None };
    Some(vec![Operation::Remove(NodeTarget { node: node.clone() })])
}

/// `in the false case nothing should happen`: the branch stays, empty.
pub(super) fn emptied(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let nothing = has(items, &["nothing"])
        || items.windows(2).any(|pair| matches!(pair, [no, step] if no.is(&["no"]) && is_step_noun(step)));
    let cases: Vec<String> = items.iter().filter_map(|item| condition_words(scene, item)).collect();
    let [case] = cases.as_slice() else { return None };
    let is_plain = scene.nodes(items).is_empty() && !items.iter().any(|item| item.kind == Kind::New);
    if !nothing || !is_plain || items.len() > 16 || asks(items, &[Ask::Change, Ask::Add, Ask::Remove]) {
        return None;
    }
    let flow = super::ground::Names::new(&scene.plan).flow_labelled(case)?;
    let inside = scene.steps().into_iter().filter(|node| scene.branch_of(node).as_ref() == Some(&flow));
    Some(inside.map(|node| Operation::Remove(NodeTarget { node })).collect())
}

/// `B and E should be a single task`, `make one step "Y" out of A and B`.
pub(super) fn as_one(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let one = items.windows(2).position(
        |pair| matches!(pair, [one, step] if one.is(&["one", "single"]) && (is_step_noun(step) || step.kind == Kind::New)),
    )?;
    let place = items.get(one + 2).is_some_and(|next| next.is(&["after", "before", "by", "at"]));
    let from =
        items.windows(2).position(|pair| matches!(pair, [out, of] if out.is(&["out"]) && of.is(&["of"])));
    let named = match from {
        Some(from) => items.get(from..)?,
        None => items.get(..one)?,
    };
    let nodes = scene.nodes(named);
    let undone = asks(items, &[Ask::Remove, Ask::Add, Ask::Move, Ask::Replace]);
    if nodes.len() < 2 || place || undone || items.iter().any(Item::is_condition) {
        return None;
    }
    let new = match from {
        Some(from) => items.get(one..from)?,
        None => items.get(one..)?,
    };
    let title = super::parts::compound_title(new).or_else(|| super::parts::joined(scene, &nodes));
    Some(vec![Operation::Merge(MergeSteps { nodes, title })])
}

/// `replace X with two steps. One is called "Y", the other "Z"`.
pub(super) fn parts_named(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    if let [instead, of, old, rest @ ..] = items
        && instead.is(&["instead"])
        && of.is(&["of"])
        && let Some(node) = old.node()
        && !rest.iter().any(|item| item.is_condition() || matches!(item.kind, Kind::Gateway(_)))
    {
        let titles = super::parts::titles_of(rest, scene);
        let is_new = scene.nodes(rest).is_empty();
        return (is_new && titles.len() > 1)
            .then(|| vec![Operation::Split(SplitStep { node: node.clone(), titles })]);
    }
    let node = object_of(items, Ask::Replace).or_else(|| object_of(items, Ask::Split))?;
    let at = items.iter().position(|item| item.is(&["with", "by", "into", "in"]))?;
    let rest = items.get(at + 1..)?;
    let several = rest.iter().take(4).any(|item| item.is(&["two", "three", "several", "2", "3"]));
    if !several || rest.iter().any(|item| item.is_condition() || matches!(item.kind, Kind::Gateway(_))) {
        return None;
    }
    if !has(rest, &["called", "named"]) {
        return None;
    }
    let mut titles = super::parts::titles_of(rest, scene);
    titles.retain(|title| !title.eq_ignore_ascii_case(&scene.title(&node)));
    (titles.len() > 1).then(|| vec![Operation::Split(SplitStep { node, titles })])
}

/// `if false, C and the new E should be done`: on a branch, beside what stands there.
pub(super) fn beside(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let mut new = items.iter().filter(|item| item.kind == Kind::New);
    let title = new_title(new.next()?);
    if new.any(|item| new_title(item) != title) {
        return None;
    }
    let letter = title.split_whitespace().next_back()?.to_owned();
    let is_new = |item: &Item| item.kind == Kind::New || (item.kind == Kind::Word && item.raw == letter);
    let known = items.windows(3).find_map(|three| match three {
        [known, joint, new] if joint.is(&["and", "then"]) && is_new(new) => known.node().cloned(),
        _ => None,
    })?;
    let flow = scene.branch_of(&known)?;
    let label = scene.plan.flows.iter().find(|other| other.id == flow)?.label.clone()?;
    let mut told = items.iter().filter_map(|item| condition_words(scene, item));
    let is_told = told.all(|case| case.eq_ignore_ascii_case(&label));
    let has_case = items.iter().any(|item| condition_words(scene, item).is_some());
    let others = scene.nodes(items).into_iter().filter(|node| *node != known);
    let only_one = others.filter(|node| scene.branch_of(node).is_some()).count() == 0;
    (has_case && is_told && only_one && !asks(items, &[Ask::Remove, Ask::Replace, Ask::Move, Ask::Skip]))
        .then(|| vec![insert(title, Place::After(NodeTarget { node: known }))])
}

/// The words that speak of nothing but the rest staying as it is: `, no other step should be changed`.
pub(super) fn begins_aside(items: &[Item], at: usize) -> bool {
    let word = |offset: usize| items.get(at + offset);
    let is = |offset: usize, words: &[&str]| word(offset).is_some_and(|item| item.is(words));
    let comma = usize::from(is(0, &[","]));
    let nothing = is(comma, &["no", "nothing", "none"]) && is(comma + 1, &["other", "others", "else"]);
    let rest = is(comma, &["everything", "all"]) && is(comma + 1, &["else", "other"]);
    comma == 1 && (nothing || rest)
}

/// `move X out of the decision.`: where to is not said yet.
pub(super) fn taken_out(items: &[Item]) -> Option<NodeId> {
    let node = object_of(items, Ask::Move)?;
    let out = items.iter().position(|item| item.is(&["out"]))?;
    let is_place = |item: &Item| {
        item.is(&["after", "before", "behind", "between", "to", "into", "parallel", "following", "front"])
    };
    (!items.get(out..)?.iter().any(is_place)).then_some(node)
}

/// Whether a step is named right behind a word for a place: `after X`.
pub(super) fn is_anchor(items: &[Item], node: &NodeId) -> bool {
    let small = |item: &&Item| item.is(&["the", "our", "a", "executing", "completing", "doing", "finishing"]);
    let places = items.iter().enumerate().filter(|(_, item)| item.node() == Some(node)).map(|(at, _)| at);
    let mut anchors = places.map(|at| {
        let mut back = items.get(..at).unwrap_or_default().iter().rev().skip_while(small);
        back.next().is_some_and(|item| item.is(&["after", "before", "behind", "following", "between"]))
    });
    anchors.next().is_some_and(|first| first)
}

/// The step that the first verb of a kind is about.
pub(super) fn object_of(items: &[Item], wanted: Ask) -> Option<NodeId> {
    let verb = items.iter().position(|item| item.kind == Kind::Word && ask_of(&item.word) == Some(wanted))?;
    let near = items.get(verb + 1..)?.iter().take(3);
    near.take_while(|item| !item.is(&[".", ",", "and", "with", "by"])).find_map(Item::node).cloned()
}
