//! Clauses about who does what.

use super::detail::{after_word, before_word};
use super::item::{Item, Kind, text_of};
use super::scene::{Scene, Targets};
use super::verb::Ask;
use super::whole::asks;
use crate::domain::edit::{AssignStep, Operation};
use crate::domain::id::NodeId;
use crate::domain::plan::NodeKind;

/// Most words of the name of whoever does a step.
const LONGEST_NAME: usize = 5;

/// `assign X to the clerk`, `let the clerk do X`, `X is done by the clerk`, `the clerk should do X`.
pub(super) fn assign(scene: &Scene, items: &[Item]) -> Vec<(Operation, f64)> {
    let Some((target, actor)) = handed_over(items).or_else(|| let_do(items)).or_else(|| done_by(items))
    else {
        return vec![];
    };
    if actor.is_empty() || actor.split_whitespace().count() > LONGEST_NAME {
        return vec![];
    }
    let is_step = |node: &NodeId| {
        scene.plan.nodes.iter().any(|other| other.id == *node && matches!(other.kind, NodeKind::Step(_)))
    };
    all_meant(scene, &target)
        .into_iter()
        .filter(|(node, _)| is_step(node))
        .map(|(node, score)| {
            (Operation::Assign(AssignStep { node, actor: actor.clone(), agent: None }), score)
        })
        .collect()
}

/// `assign X to the clerk`.
fn handed_over(items: &[Item]) -> Option<(Vec<Item>, String)> {
    let at = items.iter().position(|item| item.is(&["assign", "delegate", "hand", "give"]))?;
    let rest = items.get(at + 1..)?;
    Some((before_word(rest, &["to"]).to_vec(), after_word(rest, &["to"]).map(name_of)?))
}

/// `let the clerk do X`, `let the clerk check the policy`.
fn let_do(items: &[Item]) -> Option<(Vec<Item>, String)> {
    let at = items.iter().position(|item| item.is(&["let", "have"])).filter(|at| *at < 2)?;
    let rest = items.get(at + 1..)?;
    let verb = rest.iter().position(|item| item.is(&["do", "perform", "handle", "execute", "carry", "run"]));
    match verb {
        Some(verb) => Some((rest.get(verb + 1..)?.to_vec(), name_of(rest.get(..verb)?))),
        // What is let be done is a step of the plan.
        None => {
            let (step, actor) = rest.split_last()?;
            is_name(actor).then(|| (vec![step.clone()], name_of(actor))).filter(|_| step.node().is_some())
        }
    }
}

/// `X is done by the clerk`, `the clerk should check the policy`.
fn done_by(items: &[Item]) -> Option<(Vec<Item>, String)> {
    let changes = asks(items, &[Ask::Add, Ask::Move, Ask::Remove, Ask::Replace, Ask::Change]);
    if changes || items.iter().any(|item| item.kind == Kind::All) {
        return None;
    }
    let passive = items.windows(2).position(|pair| {
        matches!(pair, [one, two]
            if one.is(&["done", "performed", "handled", "executed"]) && two.is(&["by"]))
    });
    if let Some(at) = passive {
        let is_small = |item: &Item| item.is(&["is", "should", "be", "must", "will", "are"]);
        let step = items.get(..at)?.iter().filter(|item| !is_small(item)).cloned().collect();
        return Some((step, name_of(items.get(at + 2..)?)));
    }
    let at = items.iter().position(|item| item.is(&["should", "must", "shall"]))?;
    let (actor, duty) = (items.get(..at)?, items.get(at + 1..)?);
    let [step] = duty else { return None };
    (step.node().is_some() && is_name(actor)).then(|| (vec![step.clone()], name_of(actor)))
}

/// Whether some words are a name rather than a step or a pronoun.
fn is_name(items: &[Item]) -> bool {
    !items.is_empty()
        && items.iter().all(|item| item.kind == Kind::Word)
        && !items.iter().any(|item| item.is(&["it", "this", "that", "which", "who", "we", "you", "they"]))
}

/// The name in some words, without article.
pub(super) fn name_of(items: &[Item]) -> String {
    let words: Vec<Item> = items
        .iter()
        .filter(|item| !item.is(&["the", "a", "an", "please", "our", "their", "his", "her"]))
        .cloned()
        .collect();
    text_of(&words).trim().trim_end_matches(['.', ',']).to_owned()
}

/// The steps that a stretch names: where it names several, all of them are meant.
pub(super) fn all_meant(scene: &Scene, items: &[Item]) -> Targets {
    match scene.nodes(items) {
        several if several.len() > 1 => several.into_iter().map(|node| (node, -1.0)).collect(),
        _ => scene.targets(items),
    }
}
