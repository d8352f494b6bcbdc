//! A plan's nodes and flows by position: what follows what, what can be reached, in which order people read it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::NodeId;
use crate::domain::plan::{Flow, GatewayRule, Node, NodeKind, Plan};
use crate::domain::step::FailureEffect;

/// An index over a plan. Flows that name unknown nodes are left out.
#[derive(Debug, Clone)]
pub struct Graph<'plan> {
    plan: &'plan Plan,
    positions: BTreeMap<&'plan NodeId, usize>,
    out: Vec<Vec<usize>>,
    into: Vec<Vec<usize>>,
    ends: Vec<Option<(usize, usize)>>,
    jumps: Vec<(usize, usize)>,
}

impl<'plan> Graph<'plan> {
    /// Indexes a plan.
    pub fn new(plan: &'plan Plan) -> Self {
        let positions: BTreeMap<&NodeId, usize> =
            plan.nodes.iter().enumerate().rev().map(|(at, node)| (&node.id, at)).collect();
        let mut out = vec![Vec::new(); plan.nodes.len()];
        let mut into = vec![Vec::new(); plan.nodes.len()];
        let mut ends = Vec::with_capacity(plan.flows.len());
        for (number, flow) in plan.flows.iter().enumerate() {
            let both = positions.get(&flow.from).copied().zip(positions.get(&flow.to).copied());
            if let Some((from, to)) = both {
                if let Some(list) = out.get_mut(from) {
                    list.push(number);
                }
                if let Some(list) = into.get_mut(to) {
                    list.push(number);
                }
            }
            ends.push(both);
        }
        let mut jumps = Vec::new();
        for (at, node) in plan.nodes.iter().enumerate() {
            let NodeKind::Step(step) = &node.kind else { continue };
            for failure in &step.failure_modes {
                if let FailureEffect::GoTo(target) = &failure.then
                    && let Some(to) = positions.get(&target.node)
                {
                    jumps.push((at, *to));
                }
            }
        }
        Graph { plan, positions, out, into, ends, jumps }
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.plan.nodes.len()
    }

    /// Whether there is no node.
    pub fn is_empty(&self) -> bool {
        self.plan.nodes.is_empty()
    }

    /// Position of a node in the plan's list.
    pub fn position(&self, id: &NodeId) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// The node at a position.
    pub fn node(&self, at: usize) -> Option<&'plan Node> {
        self.plan.nodes.get(at)
    }

    /// Positions of the flows that leave a node, in the plan's order.
    pub fn ways_out(&self, at: usize) -> &[usize] {
        self.out.get(at).map_or(&[], Vec::as_slice)
    }

    /// Positions of the flows that lead to a node, in the plan's order.
    pub fn ways_in(&self, at: usize) -> &[usize] {
        self.into.get(at).map_or(&[], Vec::as_slice)
    }

    /// The flow at a position.
    pub fn flow(&self, number: usize) -> Option<&'plan Flow> {
        self.plan.flows.get(number)
    }

    /// Node positions where a flow begins and ends.
    pub fn ends(&self, flow: usize) -> Option<(usize, usize)> {
        self.ends.get(flow).copied().flatten()
    }

    /// Jumps after failures: from the step's position to the target's.
    pub fn jumps(&self) -> &[(usize, usize)] {
        &self.jumps
    }

    /// Positions that follow a node directly, by flow or by a jump after a failure.
    pub fn successors(&self, at: usize) -> Vec<usize> {
        let flows = self.ways_out(at).iter().filter_map(|flow| self.ends(*flow)).map(|(_, to)| to);
        let jumps = self.jumps.iter().filter(|(from, _)| *from == at).map(|(_, to)| *to);
        flows.chain(jumps).collect()
    }

    /// Position of the first start.
    pub fn start(&self) -> Option<usize> {
        self.plan.nodes.iter().position(|node| matches!(node.kind, NodeKind::Start))
    }

    /// Everything that can be reached from a node, the node included.
    pub fn reachable_from(&self, start: usize) -> BTreeSet<usize> {
        let mut seen = BTreeSet::from([start]);
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            for next in self.successors(at) {
                if seen.insert(next) {
                    open.push(next);
                }
            }
        }
        seen
    }

    /// Everything from which one of the nodes can be reached, the nodes included.
    pub fn leading_to(&self, goals: &[usize]) -> BTreeSet<usize> {
        let mut before = vec![Vec::new(); self.len()];
        for at in 0..self.len() {
            for next in self.successors(at) {
                if let Some(list) = before.get_mut(next) {
                    list.push(at);
                }
            }
        }
        let mut seen: BTreeSet<usize> = goals.iter().copied().collect();
        let mut open: Vec<usize> = goals.to_vec();
        while let Some(at) = open.pop() {
            for previous in before.get(at).into_iter().flatten() {
                if seen.insert(*previous) {
                    open.push(*previous);
                }
            }
        }
        seen
    }

    /// The rule of a node: that of a gateway, else exclusive.
    pub fn rule(&self, at: usize) -> GatewayRule {
        match self.node(at).map(|node| &node.kind) {
            Some(NodeKind::Gateway(gateway)) => gateway.rule,
            _ => GatewayRule::Exclusive,
        }
    }

    /// Flows that lead back: removing them leaves no circle. Found by a walk from the start in the plan's order.
    pub fn back_flows(&self) -> BTreeSet<usize> {
        let mut back = BTreeSet::new();
        let mut state = vec![0_u8; self.len()];
        let roots = self.start().into_iter().chain(0..self.len());
        for root in roots {
            if state.get(root) != Some(&0) {
                continue;
            }
            let mut stack = vec![(root, 0_usize)];
            set(&mut state, root, 1);
            while let Some((at, next)) = stack.pop() {
                let Some(flow) = self.ways_out(at).get(next).copied() else {
                    set(&mut state, at, 2);
                    continue;
                };
                stack.push((at, next + 1));
                let Some((_, to)) = self.ends(flow) else { continue };
                match state.get(to) {
                    Some(0) => {
                        set(&mut state, to, 1);
                        stack.push((to, 0));
                    }
                    Some(1) => {
                        back.insert(flow);
                    }
                    _ => {}
                }
            }
        }
        back
    }
}

fn set(state: &mut [u8], at: usize, value: u8) {
    if let Some(entry) = state.get_mut(at) {
        *entry = value;
    }
}
