//! A plan's graph by position, for walking.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::NodeId;
use crate::domain::plan::{Flow, Gateway, GatewayRule, Node, NodeKind, Plan};
use crate::error::{Error, ErrorCode, Result};

/// A plan's nodes and flows, found by position.
pub(super) struct Graph<'plan> {
    pub(super) plan: &'plan Plan,
    positions: BTreeMap<&'plan NodeId, usize>,
    outgoing: Vec<Vec<(usize, &'plan Flow)>>,
    incoming: Vec<usize>,
    /// For each parallel or inclusive split: which nodes each of its lanes can reach without passing it again.
    reach: BTreeMap<usize, Vec<BTreeSet<usize>>>,
}

impl<'plan> Graph<'plan> {
    pub(super) fn new(plan: &'plan Plan) -> Result<Self> {
        let positions: BTreeMap<&NodeId, usize> =
            plan.nodes.iter().enumerate().map(|(position, node)| (&node.id, position)).collect();
        let mut outgoing = vec![Vec::new(); plan.nodes.len()];
        let mut incoming = vec![0; plan.nodes.len()];
        for flow in &plan.flows {
            let (Some(from), Some(to)) = (positions.get(&flow.from), positions.get(&flow.to)) else {
                return Err(not_walkable(format!(
                    "the flow `{}` does not join two steps of the plan",
                    flow.id
                )));
            };
            if let (Some(out), Some(count)) = (outgoing.get_mut(*from), incoming.get_mut(*to)) {
                out.push((*to, flow));
                *count += 1;
            }
        }
        let mut graph = Graph { plan, positions, outgoing, incoming, reach: BTreeMap::new() };
        graph.reach = graph.lanes_of_splits();
        Ok(graph)
    }

    pub(super) fn start(&self) -> Result<usize> {
        let mut starts =
            self.plan.nodes.iter().enumerate().filter(|(_, node)| matches!(node.kind, NodeKind::Start));
        match (starts.next(), starts.next()) {
            (Some((position, _)), None) => Ok(position),
            (None, _) => Err(not_walkable("the plan has no start".to_owned())),
            (Some(_), Some(_)) => Err(not_walkable("the plan has more than one start".to_owned())),
        }
    }

    pub(super) fn node(&self, position: usize) -> Result<&'plan Node> {
        self.plan.nodes.get(position).ok_or_else(|| not_walkable("a node is missing".to_owned()))
    }

    pub(super) fn position(&self, node: &NodeId) -> Result<usize> {
        self.positions
            .get(node)
            .copied()
            .ok_or_else(|| not_walkable(format!("the plan has no step `{node}`, but something leads to it")))
    }

    /// The flows that leave a node, in the order of the plan, with the position of the node at their end.
    pub(super) fn outgoing(&self, position: usize) -> &[(usize, &'plan Flow)] {
        self.outgoing.get(position).map_or(&[], Vec::as_slice)
    }

    /// The nearest step before a node.
    pub(super) fn step_before(&self, position: usize) -> Option<&'plan Node> {
        let mut seen = BTreeSet::from([position]);
        let mut ring = vec![position];
        while !ring.is_empty() {
            let mut next = Vec::new();
            for (from, out) in self.outgoing.iter().enumerate() {
                if out.iter().any(|(to, _)| ring.contains(to)) && seen.insert(from) {
                    next.push(from);
                }
            }
            let found = next.iter().filter_map(|from| self.plan.nodes.get(*from));
            if let Some(step) = found.into_iter().find(|node| matches!(node.kind, NodeKind::Step(_))) {
                return Some(step);
            }
            ring = next;
        }
        None
    }

    /// Whether tokens wait for each other here.
    pub(super) fn is_join(&self, position: usize) -> bool {
        self.incoming.get(position).is_some_and(|count| *count > 1)
            && matches!(self.rule(position), Some(GatewayRule::Parallel | GatewayRule::Inclusive))
    }

    pub(super) fn rule(&self, position: usize) -> Option<GatewayRule> {
        match &self.plan.nodes.get(position)?.kind {
            NodeKind::Gateway(Gateway { rule, .. }) => Some(*rule),
            _ => None,
        }
    }

    /// Whether a lane of a split after `lane` reaches a node before the split is passed again.
    pub(super) fn later_lane_reaches(&self, split: usize, lane: usize, node: usize) -> bool {
        let lanes = self.reach.get(&split).map_or(&[][..], Vec::as_slice);
        lanes.iter().skip(lane + 1).any(|reached| reached.contains(&node))
    }

    pub(super) fn all_lanes_reach(&self, split: usize, node: usize) -> bool {
        self.reach.get(&split).is_some_and(|lanes| lanes.iter().all(|reached| reached.contains(&node)))
    }

    /// How many flows lie between two nodes at least.
    pub(super) fn distance(&self, from: usize, to: usize) -> usize {
        let mut seen = BTreeSet::from([from]);
        let mut ring = vec![from];
        let mut distance = 0;
        while !ring.is_empty() && !ring.contains(&to) {
            let ends = ring.iter().flat_map(|position| self.outgoing(*position)).map(|(end, _)| *end);
            ring = ends.filter(|end| seen.insert(*end)).collect();
            distance += 1;
        }
        distance
    }

    pub(super) fn lane_count(&self, split: usize) -> usize {
        self.outgoing(split).len()
    }

    /// Whether several ways are taken from here at once, or may be.
    pub(super) fn divides_into_lanes(&self, position: usize) -> bool {
        let several = self.outgoing(position).len() > 1;
        several
            && match self.plan.nodes.get(position).map(|node| &node.kind) {
                Some(NodeKind::Gateway(gateway)) => {
                    matches!(gateway.rule, GatewayRule::Parallel | GatewayRule::Inclusive)
                }
                Some(_) => true,
                None => false,
            }
    }

    fn lanes_of_splits(&self) -> BTreeMap<usize, Vec<BTreeSet<usize>>> {
        let splits = (0..self.plan.nodes.len()).filter(|position| self.divides_into_lanes(*position));
        splits
            .map(|split| {
                let lanes = self.outgoing(split).iter().map(|(first, _)| self.reachable(*first, split));
                (split, lanes.collect())
            })
            .collect()
    }

    fn reachable(&self, from: usize, without: usize) -> BTreeSet<usize> {
        let mut seen = BTreeSet::new();
        let mut open = vec![from];
        while let Some(position) = open.pop() {
            if position != without && seen.insert(position) {
                open.extend(self.outgoing(position).iter().map(|(to, _)| *to));
            }
        }
        seen
    }
}

/// The error for plans that cannot be walked through.
pub(super) fn not_walkable(message: String) -> Error {
    Error::new(ErrorCode::InvalidPlan, message).with_hint("check the plan and mend its problems first")
}
