//! Requests whose parts only make sense together: loops, decisions with their cases, parallel parts, sub-plans.

use super::branch::{branch_items, branches};
use super::cases::{Event, cases, comparison_words, conditions, events, structure};
use super::item::{Item, Kind};
use super::repeat::looped;
use super::scene::Scene;
use super::title::new_title;
use super::told::{as_one, beside, crossed, emptied, parts_named, taken_away};
use super::verb::{Ask, ask_of};
use crate::domain::edit::{
    BranchCondition, BranchTarget, ConditionalNode, GatewayChange, GroupNodes, GroupTarget, InsertStep,
    NodeSet, NodeTarget, Operation, Place, ReplaceStep,
};
use crate::domain::id::NodeId;
use crate::domain::plan::GatewayRule;
use crate::plan::edit::supply::negated;

/// The title of a sub-plan that nobody named.
pub(super) const UNNAMED_GROUP: &str = "Subprocess";

/// A rule for a request as one whole.
type Rule = fn(&Scene, &[Item]) -> Option<Vec<Operation>>;

/// Readings of a request as one whole, each with how sure it is.
pub(super) fn readings(scene: &Scene, items: &[Item]) -> Vec<(Vec<Operation>, f64)> {
    let rules: [Rule; 19] = [
        super::back::taken_back,
        super::queue::rules_of_resource,
        crossed,
        beside,
        parts_named,
        taken_away,
        emptied,
        as_one,
        opened_up,
        named_group,
        grouped,
        chain,
        branch_condition,
        conditions,
        looped,
        skipped,
        gateway_rule,
        parallel,
        branches,
    ];
    for rule in rules {
        if let Some(operations) = rule(scene, items).filter(|operations| !operations.is_empty()) {
            return vec![(operations, 0.9)];
        }
    }
    vec![]
}

pub(super) fn has(items: &[Item], words: &[&str]) -> bool {
    items.iter().any(|item| item.is(words))
}

pub(super) fn asks(items: &[Item], wanted: &[Ask]) -> bool {
    items
        .iter()
        .any(|item| item.kind == Kind::Word && ask_of(&item.word).is_some_and(|ask| wanted.contains(&ask)))
}

pub(super) fn phrase(items: &[Item], words: &[&str]) -> bool {
    position(items, words).is_some()
}

pub(super) fn position(items: &[Item], words: &[&str]) -> Option<usize> {
    (0..items.len()).find(|start| {
        let here = items.get(*start..).unwrap_or_default();
        here.len() >= words.len() && here.iter().zip(words).all(|(item, word)| item.is(&[word]))
    })
}

/// `expand F`, or a sub-plan replaced by what it consists of.
fn opened_up(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let is_opening = asks(items, &[Ask::Ungroup, Ask::Split, Ask::Replace, Ask::Remove, Ask::Change]);
    if let Some(group) = scene.group_of(items)
        && (asks(items, &[Ask::Ungroup, Ask::Split]) || (is_opening && phrase(items, &["with", "its"])))
    {
        return Some(vec![Operation::Ungroup(GroupTarget { group })]);
    }
    let whole =
        items.iter().find_map(|item| item.node().filter(|node| is_group_title(&scene.title(node))).cloned());
    let only = || {
        let mut named = scene.steps().into_iter().filter(|node| is_group_title(&scene.title(node)));
        let only = named.next().filter(|_| named.next().is_none());
        only.filter(|_| items.iter().any(|item| item.is(super::ground::GROUP_NOUNS)))
    };
    let node = whole.or_else(only)?;
    let others: Vec<Item> = items.iter().filter(|item| item.node() != Some(&node)).cloned().collect();
    let all = events(scene, &others);
    let (cases_found, after) = structure(&all)?;
    let [(yes, first), (_, second)] = cases_found.as_slice() else { return None };
    let mut working = scene.clone();
    let mut titles = vec![first.clone()];
    titles.extend(after);
    let replace = Operation::Replace(ReplaceStep { node, titles });
    let new = working.apply(&replace)?;
    let decide = Operation::MakeConditional(ConditionalNode {
        node: new.first()?.clone(),
        last: None,
        condition: yes.clone(),
        otherwise: Some(second.clone()),
    });
    working.apply(&decide)?;
    Some(vec![replace, decide])
}

pub(super) fn is_group_title(title: &str) -> bool {
    title
        .to_lowercase()
        .split_whitespace()
        .next()
        .is_some_and(|word| super::ground::GROUP_NOUNS.contains(&word))
}

/// `group step 1 and step 2 as "Details"`.
fn named_group(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let groups = items.first().is_some_and(|item| item.is(&["group", "bundle"]))
        && !items.windows(2).any(|pair| {
            matches!(pair, [one, step] if one.is(&["one", "single"]) && super::scene::is_step_noun(step))
        });
    let at = items.iter().position(|item| item.is(&["as", "called", "named"])).filter(|_| groups)?;
    let (steps, title) = items.split_at(at);
    let nodes = scene.nodes(steps);
    let title = super::title::title_in(title.get(1..)?)?;
    (nodes.len() > 1).then(|| vec![Operation::Group(GroupNodes { nodes, title })])
}

/// `change the condition of the declined branch to the card is blocked`.
fn branch_condition(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let changes = asks(items, &[Ask::Change]) || items.first().is_some_and(|item| item.is(&["set"]));
    let is_told = |item: &Item| {
        item.is(&["condition"]) || matches!(item.kind, Kind::Gateway(_)) && item.word == "condition"
    };
    let told = items.iter().position(is_told).filter(|_| changes)?;
    let at = items.iter().rposition(|item| item.is(&["to"])).filter(|at| *at > told)?;
    let flow = match branch_items(items.get(told..at)?).as_slice() {
        [flow] => flow.clone(),
        [] => only_condition(scene, items.get(told..at)?)?,
        _ => return None,
    };
    let text = super::item::text_of(items.get(at + 1..)?).trim().trim_end_matches(['.', '!']).to_owned();
    (!text.is_empty()).then(|| vec![Operation::SetCondition(BranchCondition { flow, condition: text })])
}

/// Whether a way is the one for all other cases.
fn is_rest(flow: &crate::domain::plan::Flow) -> bool {
    flow.is_default || flow.label.as_deref().is_some_and(|label| label.eq_ignore_ascii_case("otherwise"))
}

/// The branch whose condition is meant where no branch is named: the only one that has a condition, at the gateway
/// that is named or at the only one that decides.
fn only_condition(scene: &Scene, told: &[Item]) -> Option<crate::domain::id::FlowId> {
    let gates = told.iter().find_map(|item| match &item.kind {
        Kind::Gateway(said) if item.word != "condition" => Some(scene.gateways(said)),
        _ => None,
    });
    let gates = gates.unwrap_or_else(|| scene.gateways(&Default::default()));
    let mut flows = scene
        .plan
        .flows
        .iter()
        .filter(|flow| gates.contains(&flow.from) && flow.label.is_some() && !is_rest(flow));
    flows.next().filter(|_| flows.next().is_none()).map(|flow| flow.id.clone())
}

/// `group everything after A into sub-process F`.
fn grouped(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let noun = items.iter().position(|item| {
        (item.kind == Kind::New && is_group_title(&item.raw))
            || (item.is(super::ground::GROUP_NOUNS) && !item.is(&["group"]))
    })?;
    let noun_item = items.get(noun)?;
    let after = items.get(noun + 1..).unwrap_or_default();
    let title = if noun_item.kind == Kind::New {
        new_title(noun_item)
    } else {
        match after.iter().take(3).find(|item| item.kind == Kind::Quoted) {
            Some(item) => item.raw.clone(),
            None => {
                let at = after.iter().position(|item| item.is(&["called", "named"])).unwrap_or(0);
                super::title::title_in(after.get(at..).unwrap_or_default())
                    .filter(|_| has(after, &["called", "named", "for"]))
                    .unwrap_or_else(|| UNNAMED_GROUP.to_owned())
            }
        }
    };
    let nodes = if let Some(all) =
        items.iter().position(|item| item.kind == Kind::All || item.is(&["other", "besides"]))
    {
        let rest = items.get(all + 1..).unwrap_or_default();
        let anchor = rest.iter().chain(items.iter()).find_map(Item::node).cloned();
        let limit = |words: &[&str]| has(rest, words);
        match anchor {
            Some(node)
                if limit(&["except", "exept", "besides", "but", "than", "apart", "excluding", "without"])
                    && !limit(&["after", "behind", "following"]) =>
            {
                scene.steps().into_iter().filter(|other| *other != node).collect()
            }
            Some(node) if limit(&["before"]) => {
                scene.steps().into_iter().filter(|other| scene.graph().comes_before(other, &node)).collect()
            }
            Some(node) => scene.steps_behind(&node),
            None if limit(&["after", "behind", "following", "before", "except"]) => return None,
            None => scene.steps(),
        }
    } else if let Some(Place::After(target)) =
        scene.place(items).and_then(|(_, places)| places.first().map(|(place, _)| place.clone()))
        && scene.nodes(items).len() <= 1
        && asks(items, &[Ask::Group, Ask::Replace, Ask::Change, Ask::Make])
    {
        scene.steps_behind(&target.node)
    } else if let [only] = scene.nodes(items).as_slice()
        && phrase(items, &["one", "subprocess"])
    {
        scene.steps_behind(only)
    } else {
        let anchor = scene.place(items).and_then(|(_, places)| match places.first() {
            Some((Place::After(anchor), _)) => Some(anchor.node.clone()),
            _ => None,
        });
        let mut nodes = scene.nodes(items);
        nodes.retain(|node| Some(node) != anchor.as_ref() && !is_group_title(&scene.title(node)));
        for item in items {
            if let Kind::Gateway(said) = &item.kind
                && let [gate] = scene.gateways(said).as_slice()
                && let Some(region) = scene.graph().region(std::slice::from_ref(gate))
                && !nodes.is_empty()
            {
                nodes.extend(scene.steps().into_iter().filter(|node| region.nodes.contains(node)));
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        nodes.retain(|node| seen.insert(node.clone()));
        if nodes.len() < 2 && !asks(items, &[Ask::Group]) {
            return None;
        }
        if nodes.len() > 1 && has(items, &["between"]) {
            let first = nodes.first().cloned()?;
            let behind = scene.steps_behind(&first);
            nodes = behind;
        }
        nodes
    };
    (!nodes.is_empty()).then(|| vec![Operation::Group(GroupNodes { nodes, title })])
}

/// `A -> B -> D`: the whole plan in order; what is not named goes.
fn chain(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let nodes = scene.nodes(items);
    let arrows = items.iter().filter(|item| item.is(&["->", "leads"])).count();
    let is_whole = (phrase(items, &["new", "process"])
        || phrase(items, &["new", "pm"])
        || phrase(items, &["instead", "of", "the", "current"])
        || has(items, &["chain"])
        || items.iter().any(|item| item.kind == Kind::All))
        && (has(items, &["sequence", "sequential", "sequentially", "followed", "starts", "chain"])
            || arrows > 0);
    let lists_only = items.iter().all(|item| {
        item.node().is_some() || item.is(&["then", ",", "and", "first", "finally", ".", "next", "->"])
    });
    let is_whole = is_whole
        || lists_only && has(items, &["then"])
        || has(items, &["only", "just"]) && has(items, &["sequence", "sequentially"]);
    if nodes.len() < 3 || !(arrows >= 2 || is_whole) || items.iter().any(Item::is_condition) {
        return None;
    }
    let mut working = scene.clone();
    let mut operations = Vec::new();
    let in_order = nodes.windows(2).all(|pair| matches!(pair, [left, right] if scene.graph().comes_before(left, right) || scene.branch_of(left).is_some()));
    for node in nodes.iter().filter(|_| in_order) {
        if let Some(flow) = working.branch_of(node) {
            let keep = Operation::KeepOnlyBranch(BranchTarget { flow });
            working.apply(&keep)?;
            operations.push(keep);
        }
    }
    for node in working.steps().into_iter().filter(|node| !nodes.contains(node)) {
        let remove = Operation::Remove(NodeTarget { node });
        working.apply(&remove)?;
        operations.push(remove);
    }
    in_order.then_some(operations)
}

/// `after A, if x = 1, skip to D`: what stands between becomes conditional.
fn skipped(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let all = events(scene, items);
    let cases_found = cases(&all);
    let compared = |text: &str| text.chars().any(|letter| "<>=".contains(letter)) || text.contains(' ');
    let splits = scene.gateways(&Default::default());
    let place = scene.place(items).and_then(|(_, places)| places.first().map(|(place, _)| place.clone()));
    let gate = items.iter().find_map(|item| match &item.kind {
        Kind::Gateway(said) if !said.is_new => {
            scene.gateways(said).into_iter().find(|node| splits.contains(node))
        }
        _ => None,
    });
    let skips = asks(items, &[Ask::Skip]) || has(items, &["skipped", "directly", "bypass", "straight"]);
    let [(condition, after), ..] = cases_found.as_slice() else { return None };
    if !compared(condition) || cases_found.iter().filter(|(case, _)| compared(case)).count() > 2 {
        return None;
    }
    let leads_to = cases_found.iter().find_map(|(case, events)| {
        let first = events.iter().find(|event| matches!(event, Event::Node(_) | Event::GoOn | Event::End))?;
        match first {
            Event::Node(node) => Some((case.clone(), node.clone())),
            _ => None,
        }
    });
    let word = |text: &str| comparison_words(text);
    // The gateway itself is skipped, or done only if.
    if let Some(gate) = gate.clone().filter(|_| {
        leads_to.is_none() && (skips || has(items, &["only"]) || after.first() == Some(&Event::GoOn))
    }) {
        let only = cases_found
            .iter()
            .find(|(_, events)| events.first() == Some(&Event::GoOn) && !skips)
            .map(|(case, _)| case.clone());
        let only = told_apart(items, only)?;
        let condition = only.map_or_else(
            || if has(items, &["only"]) && !skips { word(condition) } else { negated(&word(condition)) },
            |case| word(&case),
        );
        return Some(vec![Operation::MakeConditional(ConditionalNode {
            node: gate,
            last: None,
            condition,
            otherwise: None,
        })]);
    }
    let conditions = items.iter().filter(|item| item.is_condition()).count();
    if leads_to.is_none()
        && conditions == 1
        && let Some(gate) = gate.clone()
        && cases_found.len() == 1
        && asks(items, &[Ask::Add])
    {
        return Some(vec![Operation::MakeConditional(ConditionalNode {
            node: gate,
            last: None,
            condition: word(condition),
            otherwise: None,
        })]);
    }
    let (case, target) = leads_to?;
    let start = match place {
        Some(Place::After(anchor)) if anchor.node != target => scene.next_of(&anchor.node)?,
        Some(Place::Before(anchor)) if anchor.node != target => anchor.node,
        _ => gate.or_else(|| scene.only_split().filter(|_| skips))?,
    };
    if !scene.graph().comes_before(&start, &target) {
        return None;
    }
    let (first, last) = scene.parts_between(start, &target)?;
    let case = if case == "otherwise" { negated(&word(condition)) } else { word(&case) };
    let condition = negated(&case);
    let last = (last != first).then_some(last);
    Some(vec![Operation::MakeConditional(ConditionalNode { node: first, last, condition, otherwise: None })])
}

/// Of two cases the one in which the gateway is reached: `Some(None)` where only one case is named, `None` where
/// nothing tells the two apart.
fn told_apart(items: &[Item], known: Option<String>) -> Option<Option<String>> {
    const REACHED: &[&str] = &[
        "original",
        "existing",
        "old",
        "normal",
        "current",
        "usual",
        "previous",
        "rest",
        "continue",
        "continues",
        "proceed",
        "follow",
    ];
    const LEFT_OUT: &[&str] = &["skip", "skips", "skipped", "bypass", "directly", "end"];
    let places: Vec<usize> =
        items.iter().enumerate().filter(|(_, item)| item.is_condition()).map(|(at, _)| at).collect();
    let [first, second] = places.as_slice() else { return Some(known) };
    let raw = |at: &usize| items.get(*at).map(|item| item.raw.to_lowercase());
    if known.is_some() || raw(first) == raw(second) {
        return Some(known);
    }
    let says = |from: usize, to: usize, words: &[&str]| {
        items.get(from..to).is_some_and(|part| {
            part.iter()
                .any(|item| item.raw.split(' ').any(|word| words.contains(&word.to_lowercase().as_str())))
        })
    };
    let end = items.len();
    let weigh =
        |from: usize, to: usize| i32::from(says(from, to, REACHED)) - i32::from(says(from, to, LEFT_OUT));
    let case = |at: usize| items.get(at).map(|item| item.raw.clone());
    match weigh(*first, *second).cmp(&weigh(*second, end)) {
        std::cmp::Ordering::Greater => Some(case(*first)),
        std::cmp::Ordering::Less => Some(case(*second)),
        std::cmp::Ordering::Equal => None,
    }
}

/// `change the exclusive gateway to a parallel one`.
fn gateway_rule(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let changes = asks(items, &[Ask::Change, Ask::Replace, Ask::Swap, Ask::Make, Ask::Rename])
        || has(items, &["instead"]);
    let gate = items.iter().find_map(|item| match &item.kind {
        Kind::Gateway(said) if said.is_parallel != Some(true) && !said.is_new => Some(said.clone()),
        _ => None,
    });
    let wanted = items.iter().rev().find_map(wanted_rule);
    let named = items.windows(3).any(|three| matches!(three, [left, link, right] if left.is(&["or"]) && link.is(&["with", "to", "by", "into"]) && right.is(&["and"])));
    let both = items.windows(2).any(|pair| {
        matches!(pair, [both, noun] if both.is(&["both", "all"]) && noun.is(&["branches", "paths", "routes", "sides", "cases", "options"]))
    });
    let runs = asks(items, &[Ask::Do]) || has(items, &["followed", "taken", "happen"]);
    let only_says_so =
        both && runs && scene.nodes(items).is_empty() && !asks(items, &[Ask::Remove, Ask::Add]);
    if named && changes || only_says_so {
        return scene
            .only_split()
            .map(|node| vec![Operation::ChangeGateway(GatewayChange { node, rule: GatewayRule::Parallel })]);
    }
    let (gate, rule) = gate.zip(wanted).or_else(|| made_exclusive(items))?;
    if !changes || (items.iter().any(|item| matches!(&item.kind, Kind::New)) && asks(items, &[Ask::Add])) {
        return None;
    }
    let alone = scene.nodes(items);
    let stray = alone.iter().any(|node| scene.branch_of(node).is_none());
    let node = match scene.gateways(&gate).as_slice() {
        _ if stray => return None,
        [only] => only.clone(),
        _ => scene.only_split()?,
    };
    Some(vec![Operation::ChangeGateway(GatewayChange { node, rule })])
}

/// `change the parallel gateway to an exclusive one`: the gateway that is named first, where the words behind it say so.
fn made_exclusive(items: &[Item]) -> Option<(super::item::GatewayWord, GatewayRule)> {
    let is_gate = |item: &Item| matches!(&item.kind, Kind::Gateway(said) if !said.is_new);
    let at = items.iter().position(is_gate)?;
    let Kind::Gateway(said) = &items.get(at)?.kind else { return None };
    let says = |item: &Item| match &item.kind {
        Kind::Gateway(said) => said.is_parallel == Some(false),
        _ => item.is(&["exclusive", "exlusive", "xor"]),
    };
    let is_wanted = said.is_parallel != Some(false) && items.get(at + 1..)?.iter().any(says);
    is_wanted.then(|| (said.clone(), GatewayRule::Exclusive))
}

fn wanted_rule(item: &Item) -> Option<GatewayRule> {
    match &item.kind {
        Kind::Gateway(said) if said.is_parallel == Some(true) => Some(GatewayRule::Parallel),
        Kind::Word if item.is(&["parallel", "paralell", "pararell", "&", "&&"]) => {
            Some(GatewayRule::Parallel)
        }
        Kind::Word if item.is(&["and"]) && item.raw == "AND" => Some(GatewayRule::Parallel),
        Kind::Quoted if item.is(&["and"]) || item.word == "and" => Some(GatewayRule::Parallel),
        Kind::Word if item.is(&["inclusive"]) => Some(GatewayRule::Inclusive),
        _ => None,
    }
}

/// `do B and C at the same time`, `D in parallel to the decision`.
fn parallel(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let says = has(
        items,
        &["parallel", "paralell", "pararell", "parallal", "concurrently", "simultaneously", "simultaneous"],
    ) || phrase(items, &["same", "time"])
        || phrase(items, &["side", "by", "side"])
        || asks(items, &[Ask::Parallelise])
        || items
            .iter()
            .any(|item| matches!(&item.kind, Kind::Gateway(said) if said.is_parallel == Some(true)));
    if !says || has(items, &["not", "sequentially"]) {
        return None;
    }
    let nodes = scene.nodes(items);
    let gate = items.iter().find_map(|item| match &item.kind {
        Kind::Gateway(said) if !said.is_new && said.is_parallel != Some(true) => {
            scene.gateways(said).first().cloned()
        }
        _ => None,
    });
    let branched: Vec<&NodeId> = nodes.iter().filter(|node| scene.branch_of(node).is_some()).collect();
    let free: Vec<&NodeId> = nodes.iter().filter(|node| scene.branch_of(node).is_none()).collect();
    // A step beside alternatives stands beside their decision.
    let block = gate.or_else(|| {
        let several: Vec<NodeId> = branched.iter().map(|node| (*node).clone()).collect();
        let region = scene.graph().region(&several)?;
        (several.len() > 1 && !free.is_empty()).then_some(region.entry)
    });
    let after = scene.place(items).and_then(|(_, places)| match places.first() {
        Some((Place::After(anchor), _)) => Some(anchor.node.clone()),
        _ => None,
    });
    let subject = super::told::object_of(items, Ask::Move).filter(|node| free.contains(&node));
    let mover = free.iter().rev().find(|node| Some(**node) != after.as_ref()).map(|node| (*node).clone());
    let mover = subject.or(mover);
    let nodes = match (block, mover) {
        (Some(block), Some(mover)) => {
            let graph = scene.graph();
            let top = scene.parts_between(block.clone(), &mover).map_or(block.clone(), |(first, _)| first);
            let region = graph.region(std::slice::from_ref(&top))?;
            if region.nodes.contains(&mover) {
                return None;
            }
            vec![top, mover]
        }
        (None, Some(mover)) => match after {
            Some(anchor) => {
                let first = scene.next_of(&anchor)?;
                (first != mover).then_some(())?;
                vec![first, mover]
            }
            None if nodes.len() > 1 => nodes,
            None => vec![scene.only_split()?, mover],
        },
        _ => nodes,
    };
    (nodes.len() > 1).then(|| vec![Operation::MakeParallel(NodeSet { nodes })])
}

/// A new step in front of another, used where a decision is spoken of.
pub(super) fn insert(title: String, place: Place) -> Operation {
    Operation::Insert(InsertStep { title, place, actor: None })
}
