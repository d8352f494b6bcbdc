//! Requests whose parts only make sense together: loops, decisions with their cases, parallel parts, sub-plans.

use super::item::{Item, Kind, text_of};
use super::scene::Scene;
use super::title::new_title;
use super::verb::{Ask, ask_of};
use crate::domain::edit::{
    BranchCondition, BranchTarget, ConditionalNode, GatewayChange, GroupNodes, GroupTarget, InsertStep,
    LoopNodes, NodeSet, NodeTarget, Operation, Place, ReplaceStep,
};
use crate::domain::id::{FlowId, NodeId};
use crate::domain::plan::GatewayRule;
use crate::plan::edit::supply::negated;

/// Rounds of a loop where nobody says how many.
const USUAL_ROUNDS: u32 = 10;

/// Readings of a request as one whole, each with how sure it is.
pub(super) fn readings(scene: &Scene, items: &[Item]) -> Vec<(Vec<Operation>, f64)> {
    let rules: [fn(&Scene, &[Item]) -> Option<Vec<Operation>>; 9] =
        [opened_up, grouped, chain, conditions, looped, skipped, gateway_rule, parallel, branches];
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

fn phrase(items: &[Item], words: &[&str]) -> bool {
    position(items, words).is_some()
}

fn position(items: &[Item], words: &[&str]) -> Option<usize> {
    (0..items.len()).find(|start| {
        let here = items.get(*start..).unwrap_or_default();
        here.len() >= words.len() && here.iter().zip(words).all(|(item, word)| item.is(&[word]))
    })
}

fn branch_items(items: &[Item]) -> Vec<FlowId> {
    let mut flows = Vec::new();
    for item in items {
        if let Kind::Branch(flow) = &item.kind
            && !flows.contains(flow)
        {
            flows.push(flow.clone());
        }
    }
    flows
}

/// The words of a condition: of `the false branch` the label.
fn condition_words(scene: &Scene, item: &Item) -> Option<String> {
    match &item.kind {
        Kind::Condition => Some(item.raw.trim_matches(['"', '\'', ' ']).to_lowercase()),
        Kind::Branch(flow) => {
            scene.plan.flows.iter().find(|other| other.id == *flow).and_then(|flow| flow.label.clone())
        }
        _ => None,
    }
}

/// What happens in a case.
#[derive(Debug, Clone, PartialEq)]
enum Event {
    Case(String),
    Node(NodeId),
    New(String),
    End,
    Again,
    GoOn,
}

/// Cases and what happens in them, in order.
fn events(scene: &Scene, items: &[Item]) -> Vec<Event> {
    let mut events = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let next_is = |words: &[&str]| items.get(index + 1).is_some_and(|next| next.is(words));
        let event = match &item.kind {
            Kind::Condition | Kind::Branch(_) => condition_words(scene, item).map(Event::Case),
            Kind::Node(node) => Some(Event::Node(node.clone())),
            Kind::New => Some(Event::New(new_title(item))),
            Kind::End => Some(Event::End),
            Kind::Gateway(said) if !said.is_new => Some(Event::GoOn),
            Kind::Word if item.is(&["otherwise", "else"]) => Some(Event::Case("otherwise".to_owned())),
            Kind::Word
                if item.is(&["again", "loop", "loops", "back", "repeat", "repeated", "repeats", "jump"]) =>
            {
                Some(Event::Again)
            }
            Kind::Word
                if item.is(&[
                    "continue",
                    "continues",
                    "proceed",
                    "proceeds",
                    "normal",
                    "rest",
                    "existing",
                    "flow",
                ]) && !next_is(&["with"]) =>
            {
                Some(Event::GoOn)
            }
            Kind::All => Some(Event::GoOn),
            _ => None,
        };
        events.extend(event);
    }
    events
}

/// Each case with what happens in it: `if C then T` or `T if C`, whichever the request begins with.
fn cases(events: &[Event]) -> Vec<(String, Vec<Event>)> {
    let mut cases: Vec<(String, Vec<Event>)> = Vec::new();
    let is_case = |event: &&Event| matches!(event, Event::Case(_));
    let begins_with_case = events.first().is_some_and(|event| is_case(&event));
    let ends_with_case = events.last().is_some_and(|event| is_case(&event));
    if ends_with_case && !begins_with_case && events.iter().filter(is_case).count() > 1 {
        let mut before = Vec::new();
        for event in events {
            match event {
                Event::Case(name) => {
                    before.reverse();
                    cases.push((name.clone(), std::mem::take(&mut before)));
                }
                other => before.push(other.clone()),
            }
        }
        return cases;
    }
    for event in events {
        match event {
            Event::Case(name) => cases.push((name.clone(), vec![])),
            other => {
                if let Some((_, events)) = cases.last_mut() {
                    events.push(other.clone());
                }
            }
        }
    }
    cases
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
        items.iter().position(|item| item.node().is_some_and(|node| is_group_title(&scene.title(node))))?;
    let node = items.get(whole).and_then(Item::node)?.clone();
    let others: Vec<Item> = items.iter().filter(|item| item.node() != Some(&node)).cloned().collect();
    let all = events(scene, &others);
    let (cases_found, after) = structure(&all)?;
    let ([(yes, first), (no, second)], true) = (cases_found.as_slice(), is_opening || true) else {
        return None;
    };
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
    let _ = no;
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

type Cases = Vec<(String, String)>;

/// Two cases with one new step each, and the steps behind them.
fn structure(events: &[Event]) -> Option<(Cases, Vec<String>)> {
    let mut pending: Option<String> = None;
    let mut waiting: Option<String> = None;
    let mut found: Vec<(String, String)> = Vec::new();
    let mut after: Vec<String> = Vec::new();
    let first_is_case = events.iter().find_map(|event| match event {
        Event::Case(_) => Some(true),
        Event::New(_) => Some(false),
        _ => None,
    })?;
    for event in events {
        match event {
            Event::Case(case) if first_is_case => {
                pending = Some(if case == "otherwise" { negated(&found.first()?.0) } else { case.clone() })
            }
            Event::Case(case) => {
                if let Some(step) = waiting.take() {
                    found.push((
                        if case == "otherwise" { negated(&found.first()?.0) } else { case.clone() },
                        step,
                    ));
                }
            }
            Event::New(step) => {
                let known = found.iter().any(|(_, other)| other == step) || after.contains(step);
                if let Some(case) = pending.take() {
                    found.push((case, step.clone()));
                } else if found.len() == 2 && !known {
                    after.push(step.clone());
                } else if !first_is_case {
                    waiting = Some(step.clone());
                }
            }
            _ => {}
        }
    }
    (found.len() == 2 && found.first()?.1 != found.last()?.1).then_some((found, after))
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
            None => super::title::title_in(after)
                .filter(|_| has(after, &["called", "named", "for"]))
                .unwrap_or_else(|| "Subprocess".to_owned()),
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
        || has(items, &["chain"]))
        && (has(items, &["sequence", "sequentially", "followed", "starts", "chain"]) || arrows > 0);
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

/// `change true to a > 10 and false to a <= 10`.
fn conditions(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let compared: Vec<(usize, &Item)> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| {
            item.is_condition()
                && item.word.chars().any(|letter| "<>=".contains(letter) || letter.is_ascii_digit())
        })
        .collect();
    let adds = items.iter().any(|item| matches!(&item.kind, Kind::Gateway(said) if said.is_new))
        || asks(items, &[Ask::Add, Ask::Skip]);
    if compared.is_empty() || adds {
        return None;
    }
    let names = super::ground::Names::new(&scene.plan);
    let labels: Vec<FlowId> = items
        .iter()
        .filter_map(|item| match &item.kind {
            Kind::Branch(flow) => Some(flow.clone()),
            Kind::Condition => names.flow_labelled(&item.word),
            _ => None,
        })
        .collect();
    if let Some(operations) = paired(items, &names) {
        return Some(operations);
    }
    let expressions: Vec<String> = compared.iter().map(|(_, item)| comparison_words(&item.raw)).collect();
    let flows: Vec<FlowId> = if labels.len() == expressions.len() {
        labels
    } else if labels.is_empty() {
        // `if a > 10 do B`, `in the first case B`: the branch that leads to the step.
        let nodes = scene.nodes(items);
        let by_node: Vec<FlowId> = nodes.iter().filter_map(|node| scene.branch_of(node)).collect();
        if by_node.len() == expressions.len() {
            by_node
        } else if asks(items, &[Ask::Change, Ask::Replace]) {
            let split = scene.only_split()?;
            scene.graph().ways_out(&split).into_iter().map(|flow| flow.id.clone()).collect()
        } else {
            return None;
        }
    } else {
        return None;
    };
    if flows.len() != expressions.len() || has_repeats(&flows) {
        return None;
    }
    let pairs = flows.into_iter().zip(expressions);
    Some(
        pairs.map(|(flow, condition)| Operation::SetCondition(BranchCondition { flow, condition })).collect(),
    )
}

/// Each comparison with the label that stands nearest before it.
fn paired(items: &[Item], names: &super::ground::Names<'_>) -> Option<Vec<Operation>> {
    let mut label: Option<FlowId> = None;
    let mut pairs: Vec<(FlowId, String)> = Vec::new();
    for item in items {
        match &item.kind {
            Kind::Branch(flow) => label = Some(flow.clone()),
            Kind::Condition => match names.flow_labelled(&item.word) {
                Some(flow) => label = Some(flow),
                None => pairs.push((label.take()?, comparison_words(&item.raw))),
            },
            _ => {}
        }
    }
    let flows: Vec<FlowId> = pairs.iter().map(|(flow, _)| flow.clone()).collect();
    if pairs.is_empty() || has_repeats(&flows) || label.is_some() {
        return None;
    }
    let made = pairs
        .into_iter()
        .map(|(flow, condition)| Operation::SetCondition(BranchCondition { flow, condition }));
    Some(made.collect())
}

fn has_repeats(flows: &[FlowId]) -> bool {
    flows.iter().enumerate().any(|(index, flow)| flows.iter().skip(index + 1).any(|other| other == flow))
}

/// `a bigger than 10` as `a > 10`.
pub(super) fn comparison_words(raw: &str) -> String {
    let text = raw.trim_matches(['"', '\'']).to_owned();
    let words: Vec<&str> = text.split_whitespace().collect();
    let lower = text.to_lowercase();
    if lower.chars().any(|letter| "<>=".contains(letter)) {
        let sign = ["!=", "<=", ">=", "==", "<", ">", "="].iter().find(|sign| lower.contains(**sign));
        return match (words.first(), words.last(), sign) {
            (Some(left), Some(right), Some(sign)) if words.len() >= 3 => {
                let sign = if *sign == "==" { "=" } else { sign };
                format!("{left} {sign} {right}")
            }
            _ => text,
        };
    }
    let is = |names: &[&str]| words.iter().any(|word| names.contains(&word.to_lowercase().as_str()));
    let or_equal = is(&["or"]) || is(&["least", "most"]);
    let is_not = is(&["not"]);
    let sign = match (
        is(&["bigger", "greater", "larger", "higher", "above", "least"]),
        is(&["smaller", "less", "lower", "below", "most"]),
    ) {
        (true, _) => {
            if or_equal {
                ">="
            } else {
                ">"
            }
        }
        (_, true) => {
            if or_equal {
                "<="
            } else {
                "<"
            }
        }
        _ => {
            if is_not {
                "!="
            } else {
                "="
            }
        }
    };
    match (words.first(), words.last()) {
        (Some(left), Some(right)) if words.len() > 1 => format!("{left} {sign} {right}"),
        _ => text,
    }
}

/// Loops: until, while, again, as long as.
fn looped(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
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
    if !(says_loop || says_while) || phrase(items, &["go", "back", "to", "version"]) {
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

/// What is done again: the step that is named with the loop, else the first one that is named.
fn body(scene: &Scene, items: &[Item]) -> Vec<NodeId> {
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
        if !kept.contains(node) && !(is_place(*index) && named.iter().any(|(_, other)| other != node)) {
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
fn loop_condition(scene: &Scene, items: &[Item]) -> Option<(String, bool)> {
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
fn checks_first(scene: &Scene, items: &[Item]) -> bool {
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
    let never = phrase(items, &["not", "execute"])
        || phrase(items, &["not", "be", "executed"])
        || phrase(items, &["to", "not"])
        || has(items, &["only"]);
    let names = scene.nodes(items);
    let gate_before = items.windows(4).any(
        |four| matches!(four, [one, two, ..] if one.is(&["before", "before"]) && (two.node().is_some())),
    );
    let gate_after = items.windows(2).any(|pair| matches!(pair, [one, two] if one.is(&["after"]) && two.node().is_some_and(|node| names.contains(node))));
    let again = has(items, &["again", "repeat", "repeated", "repeatedly", "until"]);
    let whiles = (has(items, &["while"]) || phrase(items, &["as", "long", "as"])) && !again;
    never
        || (gate_before && !gate_after)
        || whiles
        || (has(items, &["loop"])
            && !again
            && !gate_after
            && has(items, &["when", "executed", "contains", "exited", "triggered"]))
}

/// `at most 3 times`, `up to 5 rounds`.
fn rounds(items: &[Item]) -> Option<u32> {
    let at = items.windows(2).position(|pair| matches!(pair, [number, noun] if number.word.parse::<u32>().is_ok() && noun.is(&["times", "time", "rounds", "round", "attempts", "tries", "repetitions", "iterations"])))?;
    items.get(at)?.word.parse().ok()
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
    let skips = asks(items, &[Ask::Skip]) || has(items, &["skipped", "directly", "bypass"]);
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
    if leads_to.is_none()
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
    if named && changes {
        return scene
            .only_split()
            .map(|node| vec![Operation::ChangeGateway(GatewayChange { node, rule: GatewayRule::Parallel })]);
    }
    let (gate, rule) = gate.zip(wanted)?;
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
    let mover = free.iter().rev().find(|node| Some(**node) != after.as_ref()).map(|node| (*node).clone());
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

/// `remove branch c`, `only keep the a path`.
fn branches(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
    let mut flows = branch_items(items);
    let names = super::ground::Names::new(&scene.plan);
    // `conditions b and c`: the label alone follows the first one.
    for three in items.windows(3) {
        if let [left, joint, right] = three
            && joint.is(&["and", ",", "&", "or"])
        {
            let is_branch = |item: &Item| matches!(item.kind, Kind::Branch(_));
            let other = if is_branch(left) { right } else { left };
            if (is_branch(left) || is_branch(right))
                && let Some(flow) = names.flow_labelled(&other.word)
                && !flows.contains(&flow)
            {
                flows.push(flow);
            }
        }
    }
    // `remove the branch with E and F`: named by what stands on it.
    let inside: Vec<FlowId> = scene.nodes(items).iter().filter_map(|node| scene.branch_of(node)).collect();
    let speaks_of_branch = items.iter().any(|item| {
        item.is(&["branch", "path", "route"])
            || matches!(&item.kind, Kind::Gateway(_)) && item.word.contains("branch")
    });
    if let (true, [first, rest @ ..]) = (
        flows.is_empty()
            && speaks_of_branch
            && has(items, &["containing", "contains", "with", "holding"])
            && !asks(items, &[Ask::Keep, Ask::Add]),
        inside.as_slice(),
    ) && asks(items, &[Ask::Remove])
        && rest.iter().all(|flow| flow == first)
    {
        flows.push(first.clone());
        return Some(vec![Operation::RemoveBranch(BranchTarget { flow: first.clone() })]);
    }
    let keeps = has(items, &["only", "just"])
        && (asks(items, &[Ask::Keep, Ask::Make, Ask::Replace, Ask::Change])
            || has(items, &["leave", "happen", "option"]));
    if let ([flow], true) = (flows.as_slice(), keeps) {
        return Some(vec![Operation::KeepOnlyBranch(BranchTarget { flow: flow.clone() })]);
    }
    let gate = items.iter().any(|item| matches!(&item.kind, Kind::Gateway(said) if !said.is_new));
    let nodes = scene.nodes(items);
    if gate
        && flows.is_empty()
        && asks(items, &[Ask::Replace, Ask::Change, Ask::Remove])
        && !has(items, &["if", "when", "from", "inside", "out", "after", "in"])
        && !asks(items, &[Ask::Keep, Ask::Add])
        && let [only] = nodes.as_slice()
        && let Some(flow) = scene.branch_of(only)
        && is_linked(items, only)
    {
        return Some(vec![Operation::KeepOnlyBranch(BranchTarget { flow })]);
    }
    let removes = asks(items, &[Ask::Remove])
        && !has(
            items,
            &[
                "add",
                "insert",
                "move",
                "remain",
                "keep",
                "keeping",
                "leave",
                "maintaining",
                "maintain",
                "retaining",
                "link",
                "connect",
            ],
        );
    if removes && !flows.is_empty() {
        let named: Vec<&NodeId> = nodes.iter().collect();
        let verb = items.iter().position(|item| ask_of(&item.word) == Some(Ask::Remove))?;
        let first_named = items.iter().position(|item| item.node().is_some());
        let first_branch = items.iter().position(|item| matches!(item.kind, Kind::Branch(_)))?;
        // `remove task C in the false branch` is about the task.
        if first_named.is_some_and(|at| at < first_branch && at + 3 >= verb) && !named.is_empty() {
            return None;
        }
        return Some(flows.into_iter().map(|flow| Operation::RemoveBranch(BranchTarget { flow })).collect());
    }
    None
}

/// `with task B`, `by just task B`, `to B`: nothing but small words between.
fn is_linked(items: &[Item], node: &NodeId) -> bool {
    let Some(at) = items.iter().position(|item| item.node() == Some(node)) else { return false };
    let before = items.get(..at).unwrap_or_default();
    let mut back = before.iter().rev().skip_while(|item| item.is(&["the", "just", "only", "a", "it"]));
    back.next().is_some_and(|item| item.is(&["with", "by", "to", "into"]))
}

/// A new step in front of another, used where a decision is spoken of.
pub(super) fn insert(title: String, place: Place) -> Operation {
    Operation::Insert(InsertStep { title, place, actor: None })
}
