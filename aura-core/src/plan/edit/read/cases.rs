//! Cases and what happens in them, and the conditions of branches.

use super::item::{Item, Kind};
use super::scene::Scene;
use super::title::new_title;
use super::verb::Ask;
use super::whole::asks;
use crate::domain::edit::{BranchCondition, Operation};
use crate::domain::id::{FlowId, NodeId};
use crate::plan::edit::supply::negated;

/// The words of a condition: of `the false branch` the label.
pub(super) fn condition_words(scene: &Scene, item: &Item) -> Option<String> {
    match &item.kind {
        Kind::Condition => Some(item.raw.trim_matches(['"', '\'', ' ']).to_lowercase()),
        Kind::Branch(flow) => {
            scene.plan.flows.iter().find(|other| other.id == *flow).and_then(|flow| flow.label.clone())
        }
        _ => None,
    }
}

/// Words with which a condition is said to hold.
const MET: &[&str] = &["fulfilled", "fullfilled", "met", "satisfied"];

/// What happens in a case.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Event {
    Case(String),
    Node(NodeId),
    New(String),
    End,
    Again,
    GoOn,
}

/// Cases and what happens in them, in order.
pub(super) fn events(scene: &Scene, items: &[Item]) -> Vec<Event> {
    let mut events = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let next_is = |words: &[&str]| items.get(index + 1).is_some_and(|next| next.is(words));
        let event = match &item.kind {
            Kind::Condition | Kind::Branch(_) => condition_words(scene, item).map(Event::Case),
            Kind::Node(node) => Some(Event::Node(node.clone())),
            Kind::New => Some(Event::New(new_title(item))),
            Kind::End => Some(Event::End),
            // `the condition is …` speaks of what is checked, not of where it goes on.
            Kind::Gateway(_) if next_is(&["is", "isn't", "was"]) => None,
            Kind::Gateway(said) if !said.is_new => Some(Event::GoOn),
            Kind::Word if item.is(MET) => {
                let denied = items.get(index.saturating_sub(2)..index).unwrap_or_default();
                let is_met = !denied.iter().any(|item| item.is(&["not", "isn't", "never"]));
                Some(Event::Case(is_met.to_string()))
            }
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
                    "usual",
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
pub(super) fn cases(events: &[Event]) -> Vec<(String, Vec<Event>)> {
    let mut cases: Vec<(String, Vec<Event>)> = Vec::new();
    let is_case = |event: &&Event| matches!(event, Event::Case(_));
    let begins_with_case = events.first().is_some_and(|event| is_case(&event));
    let ends_with_case = events.last().is_some_and(|event| is_case(&event));
    let mut names: Vec<&Event> = events.iter().filter(is_case).collect();
    let is_told_once =
        names.iter().enumerate().all(|(at, case)| !names.iter().skip(at + 1).any(|other| other == case));
    names.truncate(2);
    let in_front =
        names.len() > 1 && (is_told_once || events.last().is_some_and(|last| names.first() != Some(&last)));
    if ends_with_case && !begins_with_case && in_front {
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

pub(super) type Cases = Vec<(String, String)>;

/// Two cases with one new step each, and the steps behind them.
pub(super) fn structure(events: &[Event]) -> Option<(Cases, Vec<String>)> {
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

/// `change true to a > 10 and false to a <= 10`.
pub(super) fn conditions(scene: &Scene, items: &[Item]) -> Option<Vec<Operation>> {
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
    let mut subject = None;
    let expressions: Vec<String> =
        compared.iter().map(|(_, item)| compared_with(&item.raw, &mut subject)).collect();
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
pub(super) fn paired(items: &[Item], names: &super::ground::Names<'_>) -> Option<Vec<Operation>> {
    let mut label: Option<FlowId> = None;
    let mut subject = None;
    let mut pairs: Vec<(FlowId, String)> = Vec::new();
    for item in items {
        match &item.kind {
            Kind::Branch(flow) => label = Some(flow.clone()),
            Kind::Condition => match names.flow_labelled(&item.word) {
                Some(flow) => label = Some(flow),
                None => pairs.push((label.take()?, compared_with(&item.raw, &mut subject))),
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

pub(super) fn has_repeats(flows: &[FlowId]) -> bool {
    flows.iter().enumerate().any(|(index, flow)| flows.iter().skip(index + 1).any(|other| other == flow))
}

/// As [`comparison_words`]; where only the comparison is said, it is about what was compared before.
fn compared_with(raw: &str, subject: &mut Option<String>) -> String {
    let first = raw.split_whitespace().next().unwrap_or_default().to_owned();
    if super::doubt::COMPARING.contains(&first.to_lowercase().as_str())
        && let Some(subject) = subject
    {
        return comparison_words(&format!("{subject} {raw}"));
    }
    *subject = Some(first);
    comparison_words(raw)
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
