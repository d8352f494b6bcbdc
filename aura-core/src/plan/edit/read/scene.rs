//! The present plan as a request sees it: targets, places, neighbours.

use std::collections::{BTreeMap, BTreeSet};

use super::ground::{BRANCH_NOUNS, GROUP_NOUNS, Names, STEP_NOUNS};
use super::item::{GatewayWord, Item, Kind, text_of};
use super::token::tokens;
use crate::domain::edit::{NodePair, NodeTarget, Operation, Place};
use crate::domain::id::{FlowId, GroupId, NodeId};
use crate::domain::plan::{GatewayRule, NodeKind, Plan};
use crate::plan::edit::graph::Graph;

/// The plan so far, and what was spoken of last.
#[derive(Clone)]
pub(super) struct Scene {
    pub(super) plan: Plan,
    /// What `it` stands for.
    pub(super) last: Option<NodeId>,
    /// The numbers of the steps before anything was changed: those that the user sees.
    numbers: BTreeMap<NodeId, u32>,
}

/// What a stretch of words may stand for, best first, with how well it fits.
pub(super) type Targets = Vec<(NodeId, f64)>;

const BEFORE: &[&str] = &["before", "preceding", "precede", "precedes"];
const AFTER: &[&str] = &["after", "following", "behind", "follows", "follow", "afterwards"];
const STOP_WORDS: &[&str] = &[
    "the",
    "a",
    "an",
    "of",
    "to",
    "in",
    "on",
    "for",
    "by",
    "from",
    "with",
    "and",
    "or",
    "is",
    "be",
    "that",
    "this",
    "it",
    "please",
    "new",
    "our",
    "my",
    "its",
    "right",
    "directly",
    "just",
    "immediately",
    "only",
    "step",
    "task",
    "steps",
    "tasks",
    "activity",
    "action",
    "screen",
    "page",
    "part",
    "stage",
    "called",
    "named",
];

impl Scene {
    pub(super) fn new(plan: &Plan) -> Self {
        Scene { plan: plan.clone(), last: None, numbers: crate::plan::numbers(plan) }
    }

    pub(super) fn graph(&self) -> Graph<'_> {
        Graph::new(&self.plan)
    }

    pub(super) fn items(&self, text: &str) -> Vec<Item> {
        Names::new(&self.plan).numbered(&self.numbers).items(&tokens(text))
    }

    /// Applies an operation to the scene, and tells which nodes are new.
    pub(super) fn apply(&mut self, operation: &Operation) -> Option<Vec<NodeId>> {
        let changed = crate::plan::edit::changed(&self.plan, std::slice::from_ref(operation)).ok()?;
        let old: BTreeSet<&NodeId> = self.plan.nodes.iter().map(|node| &node.id).collect();
        let new =
            changed.nodes.iter().filter(|node| !old.contains(&node.id)).map(|node| node.id.clone()).collect();
        self.plan = changed;
        Some(new)
    }

    /// The nodes that a stretch names, in order: known names first, else what its words fit.
    pub(super) fn targets(&self, items: &[Item]) -> Targets {
        if let Some(node) = items.iter().find_map(Item::node) {
            return vec![(node.clone(), 1.0)];
        }
        for item in items {
            if let Kind::Gateway(said) = &item.kind {
                return self.gateways(said).into_iter().map(|node| (node, 0.9)).collect();
            }
        }
        let words: Vec<&Item> =
            items.iter().filter(|item| matches!(item.kind, Kind::Word | Kind::Quoted)).collect();
        if words.iter().all(|item| STOP_WORDS.contains(&item.word.as_str())) {
            let is_it = items.iter().any(|item| item.is(&["it", "this", "that", "them"]));
            return self.last.iter().filter(|_| is_it).map(|node| (node.clone(), 0.8)).collect();
        }
        self.fitting(&text_of(items))
    }

    /// Nodes whose titles fit some words.
    pub(super) fn fitting(&self, text: &str) -> Targets {
        let wanted = content(text);
        if wanted.is_empty() {
            return vec![];
        }
        let mut scored: Vec<(NodeId, f64)> = Vec::new();
        for node in &self.plan.nodes {
            if matches!(node.kind, NodeKind::Gateway(_) | NodeKind::Start | NodeKind::End(_)) {
                continue;
            }
            let title = content(&node.title);
            let hit =
                wanted.iter().filter(|word| title.iter().any(|other| are_alike(word, other))).count() as f64;
            let covered =
                title.iter().filter(|word| wanted.iter().any(|other| are_alike(word, other))).count() as f64;
            let score = 0.75 * hit / wanted.len() as f64 + 0.25 * covered / title.len().max(1) as f64;
            if hit / wanted.len() as f64 >= 0.6 {
                scored.push((node.id.clone(), score));
            }
        }
        scored.sort_by(|left, right| right.1.total_cmp(&left.1));
        let best = scored.first().map_or(0.0, |(_, score)| *score);
        scored.retain(|(_, score)| *score > best - 0.12);
        scored
    }

    /// Gateways as they are spoken of: dividing and joining ones in reading order.
    pub(super) fn gateways(&self, said: &GatewayWord) -> Vec<NodeId> {
        let graph = self.graph();
        let all: Vec<&NodeId> = self
            .plan
            .nodes
            .iter()
            .filter(|node| matches!(node.kind, NodeKind::Gateway(_)))
            .map(|node| &node.id)
            .collect();
        let splits: Vec<NodeId> =
            all.iter().filter(|node| graph.is_split(node)).map(|node| (*node).clone()).collect();
        let joins: Vec<NodeId> =
            all.iter().filter(|node| !graph.is_split(node)).map(|node| (*node).clone()).collect();
        if let Some(named) = &said.named {
            return vec![named.clone()];
        }
        if said.is_join {
            return joins;
        }
        match said.number {
            Some(u32::MAX) if splits.len() > 1 => splits.last().into_iter().cloned().collect(),
            Some(u32::MAX) => joins.last().or(splits.last()).into_iter().cloned().collect(),
            Some(number) => {
                let index = (number as usize).saturating_sub(1);
                let from_splits = if splits.len() > 1 && joins.is_empty() { splits.get(index) } else { None };
                from_splits.or(all.get(index).copied()).into_iter().cloned().collect()
            }
            None => self.of_rule(splits, said.is_parallel),
        }
    }

    /// Those of some gateways that divide as it is said; all of them where none does.
    fn of_rule(&self, gates: Vec<NodeId>, is_parallel: Option<bool>) -> Vec<NodeId> {
        let divides = |node: &NodeId, rule: GatewayRule| {
            self.plan.nodes.iter().any(|other| {
                other.id == *node && matches!(&other.kind, NodeKind::Gateway(gate) if gate.rule == rule)
            })
        };
        let rule = match is_parallel {
            Some(true) => GatewayRule::Parallel,
            Some(false) => GatewayRule::Exclusive,
            None => return gates,
        };
        let fitting: Vec<NodeId> = gates.iter().filter(|node| divides(node, rule)).cloned().collect();
        if fitting.is_empty() { gates } else { fitting }
    }

    /// The only gateway that divides, where there is only one.
    pub(super) fn only_split(&self) -> Option<NodeId> {
        match self.gateways(&GatewayWord::default()).as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        }
    }

    /// All nodes that a stretch names exactly.
    pub(super) fn nodes(&self, items: &[Item]) -> Vec<NodeId> {
        let mut nodes: Vec<NodeId> = Vec::new();
        for node in items.iter().filter_map(Item::node) {
            if !nodes.contains(node) {
                nodes.push(node.clone());
            }
        }
        nodes
    }

    /// A place at the end of a stretch, and where its words begin.
    pub(super) fn place(&self, items: &[Item]) -> Option<(usize, Vec<(Place, f64)>)> {
        let at = |index: usize| items.get(index);
        for (index, item) in items.iter().enumerate() {
            let rest = items.get(index + 1..).unwrap_or_default();
            let is_front = item.is(&["in"]) && at(index + 1).is_some_and(|next| next.is(&["front"]));
            let is_prior = item.is(&["prior"]);
            let is_once = item.is(&["once"]) && rest.iter().take(2).any(|next| next.node().is_some());
            if item.is(&["between"]) {
                if let Some(place) = self.between(rest) {
                    return Some((index, vec![(place, 1.0)]));
                }
            } else if item.is(BEFORE) || is_front || is_prior {
                let found = self.anchor(rest, true);
                if !found.is_empty() {
                    return Some((index, found));
                }
            } else if item.is(AFTER) || is_once {
                let found = self.anchor(rest, false);
                if !found.is_empty() {
                    return Some((index, found));
                }
            } else if item.is(&["at", "in", "to", "as"])
                && rest.iter().take(4).any(|next| next.is(&["beginning", "start", "first", "top"]))
            {
                return Some((index, vec![(Place::AtStart, 1.0)]));
            } else if item.is(&["at", "to", "as"])
                && rest
                    .iter()
                    .take(4)
                    .any(|next| next.kind == Kind::End || next.is(&["last", "end", "finish", "bottom"]))
            {
                return Some((index, vec![(Place::AtEnd, 1.0)]));
            }
        }
        None
    }

    fn between(&self, rest: &[Item]) -> Option<Place> {
        let and = rest.iter().position(|item| item.is(&["and", "&"]))?;
        let (left, right) = rest.split_at(and);
        let first = self.targets(left).first().map(|(node, _)| node.clone());
        let second_items = right.get(1..)?;
        let stop = second_items
            .iter()
            .skip(1)
            .position(|item| item.is(&[",", ".", ";", "while", "but", "so", "in", "and", "with", "without"]))
            .map_or(second_items.len(), |at| at + 1);
        let second_items = second_items.get(..stop)?;
        let second = self.targets(second_items).first().map(|(node, _)| node.clone())?;
        let Some(first) = first else {
            // What cannot be found is left out of account where a step is named beside it.
            let is_named = second_items.iter().take(2).any(|item| item.node() == Some(&second));
            return (is_named && !left.is_empty()).then_some(Place::Before(NodeTarget { node: second }));
        };
        let graph = self.graph();
        // A gateway stands for its nearer half.
        let leads_on = graph.region(std::slice::from_ref(&first)).map(|region| region.next);
        let joined = graph.ways_out(&first).first().map(|flow| flow.to.clone());
        let is_gate = second_items.iter().any(|item| matches!(item.kind, Kind::Gateway(_)));
        if is_gate && let Some(next) = joined.clone() {
            return Some(Place::Between(NodePair { first, second: next }));
        }
        if leads_on.as_ref() == Some(&second) || joined.as_ref() == Some(&second) {
            return Some(Place::Between(NodePair { first, second }));
        }
        Some(Place::Before(NodeTarget { node: second }))
    }

    fn anchor(&self, rest: &[Item], is_before: bool) -> Vec<(Place, f64)> {
        let stop = rest
            .iter()
            .position(|item| {
                item.is(&[
                    ",", ".", ";", "but", "while", "without", "so", "as", "before", "after", "then", "is",
                ])
            })
            .unwrap_or(rest.len());
        let near = rest.get(..stop.clamp(0, 12)).unwrap_or_default();
        let stop_and = near.iter().position(|item| item.is(&["and"])).unwrap_or(near.len());
        let near = near.get(..stop_and).unwrap_or_default();
        if near.iter().any(|item| item.kind == Kind::End) && is_before {
            return vec![(Place::AtEnd, 1.0)];
        }
        if let Some(flow) = near.iter().find_map(|item| match &item.kind {
            Kind::Branch(flow) => Some(flow),
            _ => None,
        }) {
            let _ = flow;
        }
        if near.iter().any(|item| item.is(&["that", "this", "it"]))
            && near.len() <= 2
            && let Some(node) = &self.last
        {
            return vec![(make_place(node.clone(), is_before), 0.8)];
        }
        let several: Vec<NodeId> = self.nodes(near);
        if several.len() > 1
            && !is_before
            && let Some(region) = self.graph().region(&several)
        {
            let node = region.entry;
            return vec![(Place::After(NodeTarget { node }), 0.9)];
        }
        let joins = near.iter().any(|item| item.is(&["converge", "converges", "joined", "join"]));
        if joins && let Some(split) = self.only_split() {
            return vec![(Place::After(NodeTarget { node: split }), 0.8)];
        }
        self.targets(near).into_iter().map(|(node, score)| (make_place(node, is_before), score)).collect()
    }

    /// The flow whose branch holds a node.
    pub(super) fn branch_of(&self, node: &NodeId) -> Option<FlowId> {
        let graph = self.graph();
        let mut here = node.clone();
        for _ in 0..self.plan.nodes.len() {
            let ways = graph.forward_ways_in(&here);
            let [only] = ways.as_slice() else { return None };
            if graph.is_split(&only.from) {
                return Some(only.id.clone());
            }
            here = only.from.clone();
        }
        None
    }

    /// Whether a node stands behind another on every way.
    pub(super) fn steps(&self) -> Vec<NodeId> {
        let steps = self.plan.nodes.iter().filter(|node| {
            matches!(node.kind, NodeKind::Step(_) | NodeKind::Timer(_) | NodeKind::Message(_))
        });
        steps.map(|node| node.id.clone()).collect()
    }

    /// Steps behind a node on every way from the start.
    pub(super) fn steps_behind(&self, node: &NodeId) -> Vec<NodeId> {
        let graph = self.graph();
        self.steps().into_iter().filter(|other| graph.comes_before(node, other)).collect()
    }

    /// The next node after a step.
    pub(super) fn next_of(&self, node: &NodeId) -> Option<NodeId> {
        self.graph().ways_out(node).first().map(|flow| flow.to.clone())
    }

    /// First and last part between what follows a node and another node.
    pub(super) fn parts_between(&self, first: NodeId, stop: &NodeId) -> Option<(NodeId, NodeId)> {
        let graph = self.graph();
        let mut last = first.clone();
        for _ in 0..self.plan.nodes.len() {
            let region = graph.region(std::slice::from_ref(&last))?;
            if region.next == *stop {
                return Some((first, last));
            }
            last = region.next;
        }
        None
    }

    pub(super) fn group_of(&self, items: &[Item]) -> Option<GroupId> {
        let named = items.iter().find_map(|item| match &item.kind {
            Kind::Group(group) => Some(group.clone()),
            _ => None,
        });
        let only = || match self.plan.groups.as_slice() {
            [only] => Some(only.id.clone()),
            _ => None,
        };
        named.or_else(|| items.iter().any(|item| item.is(GROUP_NOUNS)).then(only).flatten())
    }

    /// The group in which a step stands, or the step, by a name with a noun for sub-plans.
    pub(super) fn title(&self, node: &NodeId) -> String {
        let found = self.plan.nodes.iter().find(|other| other.id == *node);
        found.map_or_else(|| node.to_string(), |node| node.title.clone())
    }
}

fn make_place(node: NodeId, is_before: bool) -> Place {
    if is_before { Place::Before(NodeTarget { node }) } else { Place::After(NodeTarget { node }) }
}

/// Words that carry meaning.
pub(super) fn content(text: &str) -> Vec<String> {
    let words = tokens(text).into_iter().flat_map(|token| {
        let inner = if token.is_quoted { tokens(&token.raw) } else { vec![token] };
        inner.into_iter().map(|token| token.lower)
    });
    words
        .filter(|word| {
            word.chars().any(char::is_alphanumeric)
                && !STOP_WORDS.contains(&word.as_str())
                && !BRANCH_NOUNS.iter().take(4).any(|noun| noun == word)
        })
        .collect()
}

/// Whether two words are forms of one: the same beginning, long enough.
fn are_alike(left: &str, right: &str) -> bool {
    let shared = left.chars().zip(right.chars()).take_while(|(one, two)| one == two).count();
    let (left, right) = (left.chars().count(), right.chars().count());
    let (short, long) = (left.min(right), left.max(right));
    shared == long
        || (shared >= 3 && shared == short && long <= short + 5)
        || (shared >= 4 && shared * 10 >= long * 6)
}

pub(super) fn is_step_noun(item: &Item) -> bool {
    item.is(STEP_NOUNS)
}
