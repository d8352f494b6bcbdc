//! A plan as a net of splitting and joining nodes, and the rules that fold block structures away.
//!
//! The rules keep soundness in both directions (compare Sadiq and Orlowska 2000, "Analyzing process models using
//! graph reduction techniques"): a sequence becomes one edge, equal neighbours are merged, ways that part and come
//! together again by the same rule become one way, a loop between exclusive gateways disappears.

use std::collections::BTreeMap;

use crate::domain::plan::{GatewayRule, NodeKind, Outcome};
use crate::plan::graph::Graph;

/// How tokens are taken or given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    One,
    All,
    /// As many as come (joins), one or more (splits).
    Some,
}

#[derive(Debug, Clone)]
pub(super) struct NetNode {
    pub(super) join: Rule,
    pub(super) split: Rule,
    pub(super) into: Vec<usize>,
    pub(super) out: Vec<usize>,
    /// Ends the whole case.
    pub(super) aborts: bool,
    /// Is itself an end, so that a second token in front of it does no harm.
    pub(super) is_end: bool,
}

impl NetNode {
    /// Whether any single token that comes here ends the whole case.
    fn ends_at_once(&self) -> bool {
        self.aborts && self.out.is_empty() && (self.join == Rule::One || self.into.len() == 1)
    }
}

/// Nodes by their position in the plan; one more for where goals are reached.
#[derive(Debug, Clone)]
pub(super) struct Net {
    pub(super) nodes: BTreeMap<usize, NetNode>,
    /// From and to, by edge number.
    pub(super) edges: BTreeMap<usize, (usize, usize)>,
    pub(super) start: usize,
    pub(super) sink: usize,
}

impl Net {
    pub(super) fn of(graph: &Graph<'_>) -> Self {
        let sink = graph.len();
        let start = graph.start().unwrap_or(0);
        let mut net = Net { nodes: BTreeMap::new(), edges: BTreeMap::new(), start, sink };
        for at in 0..graph.len() {
            let Some(node) = graph.node(at) else { continue };
            let (join, split) = match (&node.kind, graph.rule(at)) {
                (NodeKind::Gateway(_), GatewayRule::Parallel) => (Rule::All, Rule::All),
                (NodeKind::Gateway(_), GatewayRule::Inclusive) => (Rule::Some, Rule::Some),
                _ => (Rule::One, Rule::One),
            };
            let aborts = matches!(&node.kind, NodeKind::End(end) if end.outcome != Outcome::GoalReached);
            net.nodes.insert(
                at,
                NetNode { join, split, into: Vec::new(), out: Vec::new(), aborts, is_end: aborts },
            );
        }
        // The sink takes every token by itself, however many come.
        let sink_node = NetNode {
            join: Rule::Some,
            split: Rule::One,
            into: Vec::new(),
            out: Vec::new(),
            aborts: false,
            is_end: true,
        };
        net.nodes.insert(sink, sink_node);
        let mut number = 0;
        for at in 0..graph.len() {
            let mut targets = graph.successors(at);
            targets.sort_unstable();
            // A way that can be taken for several reasons is one way, except after parallel gateways.
            if graph.rule(at) != GatewayRule::Parallel {
                targets.dedup();
            }
            let ends_well = |to: &usize| {
                matches!(graph.node(*to).map(|node| &node.kind),
                    Some(NodeKind::End(end)) if end.outcome == Outcome::GoalReached)
            };
            for to in targets {
                net.connect(number, at, if ends_well(&to) { sink } else { to });
                number += 1;
            }
            if ends_well(&at) {
                net.nodes.remove(&at);
            }
        }
        net
    }

    fn connect(&mut self, edge: usize, from: usize, to: usize) {
        self.edges.insert(edge, (from, to));
        if let Some(node) = self.nodes.get_mut(&from) {
            node.out.push(edge);
        }
        if let Some(node) = self.nodes.get_mut(&to) {
            node.into.push(edge);
        }
    }

    fn disconnect(&mut self, edge: usize) {
        if let Some((from, to)) = self.edges.remove(&edge) {
            if let Some(node) = self.nodes.get_mut(&from) {
                node.out.retain(|other| *other != edge);
            }
            if let Some(node) = self.nodes.get_mut(&to) {
                node.into.retain(|other| *other != edge);
            }
        }
    }

    /// Whether nothing is left but start, sink and one way between them.
    pub(super) fn is_trivial(&self) -> bool {
        self.nodes.len() <= 2 && self.edges.len() <= 1
    }
}

/// Applies the rules until none fits.
pub(super) fn fold(net: &mut Net) {
    // Every application removes an edge or a node, so this ends.
    loop {
        let before = (net.nodes.len(), net.edges.len());
        let nodes: Vec<usize> = net.nodes.keys().copied().collect();
        for at in nodes {
            drop_aborting_ways(net, at);
            end_early(net, at);
            merge_equal_ways(net, at);
            drop_self_loop(net, at);
            merge_with_next(net, at);
        }
        if before == (net.nodes.len(), net.edges.len()) {
            return;
        }
    }
}

/// One way of several that ends the whole case does no harm to the others.
fn drop_aborting_ways(net: &mut Net, at: usize) {
    let Some(node) = net.nodes.get(&at) else { return };
    if node.split != Rule::One || node.out.len() < 2 {
        return;
    }
    let aborting: Vec<usize> = node
        .out
        .iter()
        .copied()
        .filter(|edge| {
            let target = net.edges.get(edge).and_then(|(_, to)| net.nodes.get(to));
            target.is_some_and(NetNode::ends_at_once)
        })
        .collect();
    let keep = usize::from(aborting.len() == node.out.len());
    for edge in aborting.into_iter().skip(keep) {
        let target = net.edges.get(&edge).map(|(_, to)| *to);
        net.disconnect(edge);
        if let Some(target) = target
            && net.nodes.get(&target).is_some_and(|node| node.into.is_empty())
        {
            net.nodes.remove(&target);
        }
    }
}

/// A node after which the whole case ends in any case ends it itself.
fn end_early(net: &mut Net, at: usize) {
    let Some(node) = net.nodes.get(&at) else { return };
    let [edge] = node.out.as_slice() else { return };
    if node.join == Rule::One && node.into.len() > 1 {
        return;
    }
    let edge = *edge;
    let Some((_, to)) = net.edges.get(&edge).copied() else { return };
    if to == at || net.nodes.get(&to).is_none_or(|target| !target.ends_at_once()) {
        return;
    }
    net.disconnect(edge);
    if let Some(node) = net.nodes.get_mut(&at) {
        node.aborts = true;
    }
    if net.nodes.get(&to).is_some_and(|node| node.into.is_empty()) {
        net.nodes.remove(&to);
    }
}

/// Several ways from here to the same node become one where both divide and join alike.
fn merge_equal_ways(net: &mut Net, at: usize) {
    let Some(node) = net.nodes.get(&at) else { return };
    let split = node.split;
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    let mut surplus = Vec::new();
    for edge in &node.out {
        let Some((_, to)) = net.edges.get(edge) else { continue };
        let join = net.nodes.get(to).map_or(Rule::One, |target| target.join);
        let fits = join == Rule::Some || join == split;
        if first.contains_key(to) {
            if fits {
                surplus.push(*edge);
            }
        } else {
            first.insert(*to, *edge);
        }
    }
    for edge in surplus {
        net.disconnect(edge);
    }
}

/// A way back to the same node disappears where exactly one way is taken.
fn drop_self_loop(net: &mut Net, at: usize) {
    let Some(node) = net.nodes.get(&at) else { return };
    if node.split != Rule::One || node.join != Rule::One {
        return;
    }
    let own: Vec<usize> =
        node.out.iter().copied().filter(|edge| net.edges.get(edge) == Some(&(at, at))).collect();
    if own.len() < node.out.len() {
        for edge in own {
            net.disconnect(edge);
        }
    }
}

/// A node and the only next one become one where no information is lost.
fn merge_with_next(net: &mut Net, at: usize) {
    let Some(node) = net.nodes.get(&at) else { return };
    let next_of = |edge: &usize| net.edges.get(edge).map(|(_, to)| *to).filter(|to| *to != at);
    let candidates: Vec<(usize, usize)> =
        node.out.iter().filter_map(|edge| Some((*edge, next_of(edge)?))).collect();
    for (edge, to) in candidates {
        let (Some(node), Some(next)) = (net.nodes.get(&at), net.nodes.get(&to)) else { continue };
        let (alone_out, alone_in) = (node.out.len() == 1, next.into.len() == 1);
        let is_pass = alone_out && node.into.len() <= 1;
        if node.aborts || next.aborts || to == net.start || (to == net.sink && (at == net.start || !is_pass))
        {
            continue;
        }
        // The start has given its token already, so it may only swallow nodes that take one token.
        if at == net.start && !alone_in && next.join != Rule::One {
            continue;
        }
        // The only way out leads to the only way in, or two splits or two joins of the same rule follow each other.
        let is_sequence = alone_out && alone_in;
        let same_split = alone_in && node.split == next.split && next.out.len() > 1;
        let same_join = alone_out && node.into.len() > 1 && node.join == next.join;
        let passes_in = alone_in && next.out.len() == 1;
        if is_pass || same_join {
            fuse(net, at, to, edge, true);
            return;
        }
        if is_sequence || same_split || passes_in {
            fuse(net, at, to, edge, false);
            return;
        }
    }
}

/// Makes one node of two. `into_next` says which one stays: the second, or the first.
fn fuse(net: &mut Net, at: usize, to: usize, edge: usize, into_next: bool) {
    let stays_first = !into_next || at == net.start;
    if stays_first && to == net.sink {
        return;
    }
    net.disconnect(edge);
    let (gone, stays) = if stays_first { (to, at) } else { (at, to) };
    let Some(gone_node) = net.nodes.remove(&gone) else { return };
    for edge in &gone_node.into {
        if let Some(entry) = net.edges.get_mut(edge) {
            entry.1 = stays;
        }
    }
    for edge in &gone_node.out {
        if let Some(entry) = net.edges.get_mut(edge) {
            entry.0 = stays;
        }
    }
    if let Some(node) = net.nodes.get_mut(&stays) {
        // The rule of the side that really joins or splits counts.
        if node.into.is_empty() || gone_node.into.len() > 1 {
            node.join = gone_node.join;
        }
        if node.out.is_empty() || gone_node.out.len() > 1 {
            node.split = gone_node.split;
        }
        node.into.extend(&gone_node.into);
        node.out.extend(&gone_node.out);
    }
    if let Some(sink) = net.nodes.get_mut(&net.sink) {
        sink.join = Rule::Some;
    }
}
