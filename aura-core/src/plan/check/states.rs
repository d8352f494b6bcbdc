//! Searches the states of a net: where tokens lie, what can happen next. Bounded.

use std::collections::{BTreeMap, BTreeSet};

use super::reduce::{Net, NetNode, Rule};

/// Most states that are looked at.
const MAX_STATES: usize = 20_000;
/// Most ways of an inclusive split whose every combination is tried.
const MAX_COMBINED_WAYS: usize = 8;

/// What the search found first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finding {
    /// The node at this position waits for ever.
    Deadlock(usize),
    /// The node at this position can be entered twice at once.
    Twice(usize),
    /// The search was given up.
    TooManyStates,
}

/// The edges with a token on them.
type State = BTreeSet<usize>;

pub(super) fn search(net: &Net) -> Option<Finding> {
    let reach = reaching_edges(net);
    let first: State =
        net.nodes.get(&net.start).map(|node| node.out.iter().copied().collect()).unwrap_or_default();
    // The start gives one token by its rule; a fused start may split.
    let mut open: Vec<State> = match net.nodes.get(&net.start) {
        Some(start) => given(start).into_iter().map(|edges| edges.into_iter().collect()).collect(),
        None => vec![first],
    };
    let mut seen: BTreeSet<State> = open.iter().cloned().collect();
    while let Some(state) = open.pop() {
        if state.is_empty() {
            continue;
        }
        let mut moved = false;
        for (at, node) in &net.nodes {
            for taken in takings(net, *at, node, &state, &reach) {
                moved = true;
                let mut rest = state.clone();
                for edge in &taken {
                    rest.remove(edge);
                }
                if node.aborts {
                    continue;
                }
                for added in given(node) {
                    let mut next = rest.clone();
                    for edge in added {
                        if !next.insert(edge) && !leads_to_end(net, edge) {
                            return Some(Finding::Twice(visible(net, edge)));
                        }
                    }
                    if seen.insert(next.clone()) {
                        if seen.len() > MAX_STATES {
                            return Some(Finding::TooManyStates);
                        }
                        open.push(next);
                    }
                }
            }
        }
        if !moved {
            let waiting = state.iter().find_map(|edge| net.edges.get(edge)).map_or(net.start, |(_, to)| *to);
            return Some(Finding::Deadlock(waiting));
        }
    }
    None
}

/// Whether a second token on an edge does no harm, because the first ends the case or each ends alone.
fn leads_to_end(net: &Net, edge: usize) -> bool {
    let target = net.edges.get(&edge).and_then(|(_, to)| net.nodes.get(to));
    target.is_some_and(|target| target.is_end && target.aborts)
}

/// The node that an edge leads to.
fn visible(net: &Net, edge: usize) -> usize {
    match net.edges.get(&edge) {
        Some((from, to)) if *to == net.sink => *from,
        Some((_, to)) => *to,
        None => net.start,
    }
}

/// The sets of tokens that a node can take from a state.
fn takings(
    net: &Net,
    at: usize,
    node: &NetNode,
    state: &State,
    reach: &BTreeMap<usize, BTreeSet<usize>>,
) -> Vec<Vec<usize>> {
    let here: Vec<usize> = node.into.iter().copied().filter(|edge| state.contains(edge)).collect();
    if here.is_empty() {
        return Vec::new();
    }
    if at == net.sink {
        return here.into_iter().map(|edge| vec![edge]).collect();
    }
    match node.join {
        Rule::One => here.into_iter().map(|edge| vec![edge]).collect(),
        Rule::All if here.len() == node.into.len() => vec![here],
        Rule::All => Vec::new(),
        Rule::Some => {
            // Waits while a token elsewhere can still come by a way that is empty now.
            let empty: BTreeSet<usize> =
                node.into.iter().copied().filter(|edge| !state.contains(edge)).collect();
            let others = state.iter().filter(|edge| !here.contains(edge));
            let may_come = others.into_iter().any(|edge| {
                reach.get(edge).is_some_and(|reached| reached.iter().any(|target| empty.contains(target)))
            });
            if may_come { Vec::new() } else { vec![here] }
        }
    }
}

/// The sets of edges that get a token when a node is done.
fn given(node: &NetNode) -> Vec<Vec<usize>> {
    match node.split {
        _ if node.out.is_empty() => vec![Vec::new()],
        Rule::One => node.out.iter().map(|edge| vec![*edge]).collect(),
        Rule::All => vec![node.out.clone()],
        Rule::Some if node.out.len() > MAX_COMBINED_WAYS => {
            let mut sets: Vec<Vec<usize>> = node.out.iter().map(|edge| vec![*edge]).collect();
            sets.push(node.out.clone());
            sets
        }
        Rule::Some => (1_u32..1 << node.out.len())
            .map(|mask| {
                node.out
                    .iter()
                    .enumerate()
                    .filter(|(bit, _)| mask & (1 << bit) != 0)
                    .map(|(_, edge)| *edge)
                    .collect()
            })
            .collect(),
    }
}

/// For each edge, the edges that a token on it can still get to.
fn reaching_edges(net: &Net) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut reach = BTreeMap::new();
    for edge in net.edges.keys() {
        let mut seen = BTreeSet::new();
        let mut open = vec![*edge];
        while let Some(at) = open.pop() {
            let next = net.edges.get(&at).and_then(|(_, to)| net.nodes.get(to));
            for out in next.into_iter().flat_map(|node| &node.out) {
                if seen.insert(*out) {
                    open.push(*out);
                }
            }
        }
        reach.insert(*edge, seen);
    }
    reach
}
