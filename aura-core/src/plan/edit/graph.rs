//! Questions about the shape of a plan: what dominates what, which part hangs together, where it begins and ends.
//!
//! Built afresh from a plan whenever a change has to look at its surroundings. What follows what is the index of
//! `plan::graph`; here stands what only changes ask for.
#![expect(clippy::indexing_slicing, reason = "every index is a position in vectors of one common length")]

use std::collections::BTreeSet;

use crate::domain::id::{FlowId, NodeId};
use crate::domain::plan::{Flow, Node, NodeKind, Outcome, Plan};
use crate::plan::graph::Graph as Index;

/// The shape of a plan.
pub(crate) struct Graph<'a> {
    plan: &'a Plan,
    index: Index<'a>,
    dominator: Vec<Option<usize>>,
    post_dominator: Vec<Option<usize>>,
    /// Nodes from which the goal can be reached.
    live: BTreeSet<usize>,
}

/// A part of a plan with one way in and one way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Region {
    /// The first node.
    pub(crate) entry: NodeId,
    /// All nodes, ends of the case within the part included.
    pub(crate) nodes: BTreeSet<NodeId>,
    /// The flows that lead in.
    pub(crate) ways_in: Vec<FlowId>,
    /// The flows that lead out to `next`.
    pub(crate) ways_out: Vec<FlowId>,
    /// What comes after the part.
    pub(crate) next: NodeId,
}

impl<'a> Graph<'a> {
    pub(crate) fn new(plan: &'a Plan) -> Self {
        let count = plan.nodes.len();
        let mut graph = Graph {
            plan,
            index: Index::new(plan),
            dominator: vec![],
            post_dominator: vec![],
            live: BTreeSet::new(),
        };
        let starts: Vec<usize> = graph.all_where(|node| matches!(node.kind, NodeKind::Start));
        let goals = graph.all_where(
            |node| matches!(&node.kind, NodeKind::End(end) if end.outcome == Outcome::GoalReached),
        );
        let sinks = if goals.is_empty() {
            graph.all_where(|node| matches!(node.kind, NodeKind::End(_)))
        } else {
            goals
        };
        graph.dominator = dominators(count, &starts, |node| graph.successors(node));
        graph.post_dominator = dominators(count, &sinks, |node| graph.predecessors(node));
        graph.live = walk(count, &sinks, |node| graph.predecessors(node));
        graph
    }

    /// The flows that leave a node.
    pub(crate) fn ways_out(&self, node: &NodeId) -> Vec<&'a Flow> {
        let flows = self.position(node).map_or(&[][..], |index| self.index.ways_out(index));
        flows.iter().map(|flow| &self.plan.flows[*flow]).collect()
    }

    /// The flows that lead to a node.
    pub(crate) fn ways_in(&self, node: &NodeId) -> Vec<&'a Flow> {
        let flows = self.position(node).map_or(&[][..], |index| self.index.ways_in(index));
        flows.iter().map(|flow| &self.plan.flows[*flow]).collect()
    }

    /// Flows to a node that do not come from behind it.
    pub(crate) fn forward_ways_in(&self, node: &NodeId) -> Vec<&'a Flow> {
        self.ways_in(node).into_iter().filter(|flow| !self.is_back(flow)).collect()
    }

    /// Whether a flow leads back: its target lies on every way to its source.
    pub(crate) fn is_back(&self, flow: &Flow) -> bool {
        match (self.position(&flow.from), self.position(&flow.to)) {
            (Some(from), Some(to)) => self.dominates(to, from),
            _ => false,
        }
    }

    /// Whether every way from the start to `second` passes `first`.
    pub(crate) fn comes_before(&self, first: &NodeId, second: &NodeId) -> bool {
        match (self.position(first), self.position(second)) {
            (Some(first), Some(second)) => first != second && self.dominates(first, second),
            _ => false,
        }
    }

    /// All nodes that can be reached from the start, along flows and along failures that lead on.
    pub(crate) fn reachable(&self) -> BTreeSet<NodeId> {
        let starts = self.all_where(|node| matches!(node.kind, NodeKind::Start));
        let seen = walk(self.plan.nodes.len(), &starts, |node| self.index.successors(node));
        self.ids(&seen)
    }

    /// All nodes from which some end can be reached.
    pub(crate) fn ending(&self) -> BTreeSet<NodeId> {
        let ends = self.all_where(|node| matches!(node.kind, NodeKind::End(_)));
        self.ids(&walk(self.plan.nodes.len(), &ends, |node| self.predecessors(node)))
    }

    /// The nearest node that every way from here to the goal passes.
    pub(crate) fn nearest_behind(&self, node: &NodeId) -> Option<NodeId> {
        let behind = self.post_dominator[self.position(node)?]?;
        Some(self.plan.nodes[behind].id.clone())
    }

    /// The nearest node that every way from the start to here passes.
    pub(crate) fn nearest_before(&self, node: &NodeId) -> Option<NodeId> {
        let before = self.dominator[self.position(node)?]?;
        Some(self.plan.nodes[before].id.clone())
    }

    /// Whether a way leads from a node back to itself without passing another one.
    pub(crate) fn comes_again(&self, node: &NodeId, without: &NodeId) -> bool {
        let (Some(node), Some(without)) = (self.position(node), self.position(without)) else { return false };
        let next = |here: usize| -> Vec<usize> {
            self.successors(here).into_iter().filter(|after| *after != without).collect()
        };
        walk(self.plan.nodes.len(), &next(node), next).contains(&node)
    }

    /// Whether several flows leave a node that is not a loop's head.
    pub(crate) fn is_split(&self, node: &NodeId) -> bool {
        self.ways_out(node).len() > 1
    }

    /// Whether several flows come together at a gateway, and one leaves it.
    pub(crate) fn is_join(&self, node: &NodeId) -> bool {
        self.forward_ways_in(node).len() > 1 && self.ways_out(node).len() == 1
    }

    /// The smallest part with one way in and one way out that holds all the given nodes. A dividing gateway stands
    /// for all up to where its ways come together, a joining one likewise, a loop's gateway for the loop.
    pub(crate) fn region(&self, wanted: &[NodeId]) -> Option<Region> {
        let mut set = BTreeSet::new();
        for node in wanted {
            set.insert(self.position(node)?);
        }
        if let (1, Some(&only)) = (set.len(), set.first())
            && !self.is_gateway(only)
        {
            return self.single(only);
        }
        // A join alone means the block that it closes.
        for node in set.clone() {
            if self.is_gateway(node)
                && self.is_join(&self.plan.nodes[node].id)
                && let Some(split) = self.dominator[node]
            {
                set.insert(split);
            }
        }
        let first = *set.first()?;
        let mut entry = set.iter().try_fold(first, |both, node| self.common(&self.dominator, both, *node))?;
        for _ in 0..=self.plan.nodes.len() {
            let mut stop = self.stop_behind(&set)?;
            let mut nodes = self.between(entry, stop);
            if self.is_closing(stop, &nodes) {
                nodes.insert(stop);
                stop = self.successors(stop).first().copied()?;
                nodes = self.between(entry, stop);
            }
            nodes = self.without_shared_ends(entry, nodes);
            let outside = nodes
                .iter()
                .filter(|node| **node != entry)
                .flat_map(|node| self.predecessors(*node))
                .find(|before| !nodes.contains(before) && self.is_live(*before));
            let Some(outside) = outside else {
                return self.finish(entry, nodes, stop);
            };
            let wider = self.common(&self.dominator, entry, outside)?;
            set.extend(nodes);
            if wider == entry && !set.insert(outside) {
                return None;
            }
            entry = wider;
        }
        None
    }

    fn single(&self, node: usize) -> Option<Region> {
        let stop = *self.successors(node).first()?;
        self.finish(node, BTreeSet::from([node]), stop)
    }

    fn finish(&self, entry: usize, nodes: BTreeSet<usize>, stop: usize) -> Option<Region> {
        let crossing = |from_inside: bool| {
            let nodes = &nodes;
            (0..self.plan.flows.len()).filter_map(move |index| {
                let (from, to) = self.index.ends(index)?;
                (nodes.contains(&from) == from_inside && nodes.contains(&to) != from_inside)
                    .then_some((index, to))
            })
        };
        let flow_id = |index: usize| self.plan.flows[index].id.clone();
        let ways_in: Vec<FlowId> =
            crossing(false).filter(|(_, to)| *to == entry).map(|(index, _)| flow_id(index)).collect();
        let ways_out: Vec<FlowId> =
            crossing(true).filter(|(_, to)| *to == stop).map(|(index, _)| flow_id(index)).collect();
        let stray = crossing(true).any(|(_, to)| to != stop && !self.is_side_end(to));
        if ways_in.is_empty() || ways_out.is_empty() || stray {
            return None;
        }
        Some(Region {
            entry: self.plan.nodes[entry].id.clone(),
            nodes: self.ids(&nodes),
            ways_in,
            ways_out,
            next: self.plan.nodes[stop].id.clone(),
        })
    }

    /// The nearest node behind all of the set that is not in it.
    fn stop_behind(&self, set: &BTreeSet<usize>) -> Option<usize> {
        let mut live = set.iter().filter(|node| self.is_live(**node));
        let first = *live.next()?;
        let mut common = self.post_dominator[first];
        for node in live {
            // The strict post-dominators of both: those of the common one, and the common one itself where strict.
            let mut candidate = common;
            while let Some(here) = candidate {
                if here != *node && self.is_above(&self.post_dominator, here, *node) {
                    break;
                }
                candidate = self.post_dominator[here];
            }
            common = candidate;
        }
        while let Some(here) = common {
            if !set.contains(&here) {
                return Some(here);
            }
            common = self.post_dominator[here];
        }
        None
    }

    /// Whether a gateway only brings together what divided inside.
    fn is_closing(&self, node: usize, inside: &BTreeSet<usize>) -> bool {
        self.is_gateway(node)
            && self.index.ways_in(node).len() > 1
            && self.index.ways_out(node).len() == 1
            && self.predecessors(node).iter().all(|before| inside.contains(before))
    }

    fn between(&self, entry: usize, stop: usize) -> BTreeSet<usize> {
        if entry == stop {
            return BTreeSet::new();
        }
        walk(self.plan.nodes.len(), &[entry], |node| {
            self.successors(node).into_iter().filter(|next| *next != stop).collect()
        })
    }

    /// Drops ends of the case, and ways to them, that others use as well.
    fn without_shared_ends(&self, entry: usize, mut nodes: BTreeSet<usize>) -> BTreeSet<usize> {
        loop {
            let shared = nodes.iter().copied().find(|node| {
                *node != entry
                    && !self.is_live(*node)
                    && self.predecessors(*node).iter().any(|before| !nodes.contains(before))
            });
            match shared {
                Some(node) => nodes.remove(&node),
                None => return nodes,
            };
        }
    }

    /// Whether the goal can be reached from a node.
    fn is_live(&self, node: usize) -> bool {
        self.live.contains(&node)
    }

    fn is_side_end(&self, node: usize) -> bool {
        matches!(self.plan.nodes[node].kind, NodeKind::End(_)) || !self.is_live(node)
    }

    fn is_gateway(&self, node: usize) -> bool {
        matches!(self.plan.nodes[node].kind, NodeKind::Gateway(_))
    }

    fn dominates(&self, above: usize, below: usize) -> bool {
        self.is_above(&self.dominator, above, below)
    }

    fn is_above(&self, tree: &[Option<usize>], above: usize, below: usize) -> bool {
        let mut here = Some(below);
        while let Some(node) = here {
            if node == above {
                return true;
            }
            here = tree[node].filter(|parent| *parent != node);
        }
        false
    }

    fn common(&self, tree: &[Option<usize>], left: usize, right: usize) -> Option<usize> {
        let mut here = Some(left);
        while let Some(node) = here {
            if self.is_above(tree, node, right) {
                return Some(node);
            }
            here = tree[node];
        }
        None
    }

    fn position(&self, node: &NodeId) -> Option<usize> {
        self.index.position(node)
    }

    fn successors(&self, node: usize) -> Vec<usize> {
        self.index.ways_out(node).iter().filter_map(|flow| self.index.ends(*flow)).map(|(_, to)| to).collect()
    }

    fn predecessors(&self, node: usize) -> Vec<usize> {
        self.index
            .ways_in(node)
            .iter()
            .filter_map(|flow| self.index.ends(*flow))
            .map(|(from, _)| from)
            .collect()
    }

    fn all_where(&self, wanted: impl Fn(&Node) -> bool) -> Vec<usize> {
        (0..self.plan.nodes.len()).filter(|index| wanted(&self.plan.nodes[*index])).collect()
    }

    fn ids(&self, nodes: &BTreeSet<usize>) -> BTreeSet<NodeId> {
        nodes.iter().map(|index| self.plan.nodes[*index].id.clone()).collect()
    }
}

/// Everything that can be reached from some nodes, themselves included.
fn walk(count: usize, from: &[usize], next: impl Fn(usize) -> Vec<usize>) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<usize> = from.to_vec();
    while let Some(node) = waiting.pop() {
        if node < count && seen.insert(node) {
            waiting.extend(next(node));
        }
    }
    seen
}

/// Immediate dominators from several roots, `None` for the roots and for what cannot be reached.
///
/// Cooper, Harvey and Kennedy: A Simple, Fast Dominance Algorithm (2001).
fn dominators(count: usize, roots: &[usize], next: impl Fn(usize) -> Vec<usize>) -> Vec<Option<usize>> {
    // Position `count` is a root above all roots.
    let order = post_order(count, roots, &next);
    let mut rank = vec![usize::MAX; count + 1];
    for (position, node) in order.iter().enumerate() {
        rank[*node] = position;
    }
    let mut before = vec![Vec::new(); count + 1];
    for node in order.iter().filter(|node| **node != count) {
        for after in next(*node) {
            before[after].push(*node);
        }
    }
    for root in roots {
        before[*root].push(count);
    }
    let mut parent: Vec<Option<usize>> = vec![None; count + 1];
    parent[count] = Some(count);
    let mut changed = true;
    while changed {
        changed = false;
        for node in order.iter().rev().filter(|node| **node != count) {
            let known = before[*node].iter().copied().filter(|other| parent[*other].is_some());
            let new = known.reduce(|left, right| meet(left, right, &rank, &parent));
            if new.is_some() && parent[*node] != new {
                parent[*node] = new;
                changed = true;
            }
        }
    }
    parent.truncate(count);
    parent.into_iter().map(|above| above.filter(|above| *above != count)).collect()
}

fn meet(mut left: usize, mut right: usize, rank: &[usize], parent: &[Option<usize>]) -> usize {
    while left != right {
        while rank[left] < rank[right] {
            left = parent[left].unwrap_or(right);
        }
        while rank[right] < rank[left] {
            right = parent[right].unwrap_or(left);
        }
    }
    left
}

fn post_order(count: usize, roots: &[usize], next: &impl Fn(usize) -> Vec<usize>) -> Vec<usize> {
    let mut order = Vec::with_capacity(count + 1);
    let mut seen = vec![false; count];
    for root in roots {
        if std::mem::replace(&mut seen[*root], true) {
            continue;
        }
        let mut stack = vec![(*root, next(*root))];
        while let Some((node, waiting)) = stack.last_mut() {
            match waiting.pop() {
                Some(after) if !seen[after] => {
                    seen[after] = true;
                    stack.push((after, next(after)));
                }
                Some(_) => {}
                None => {
                    order.push(*node);
                    stack.pop();
                }
            }
        }
    }
    order.push(count);
    order
}
