//! Which nodes can still send a token to an inclusive join, worked out when the plan is compiled.

use crate::domain::plan::GatewayRule;

use super::program::{Effect, Flow, Node, NodeKind};

/// Notes for every inclusive join from which nodes a token can still come.
pub(super) fn mark_inclusive_joins(nodes: &mut [Node], flows: &[Flow]) -> bool {
    let sources: Vec<(u32, u32)> = nodes
        .iter()
        .zip(0..)
        .flat_map(|(node, from)| node.ways.flows.iter().map(move |flow| (from, *flow)))
        .filter_map(|(from, flow)| flows.get(flow as usize).map(|flow| (from, flow.to)))
        .collect();
    // Failure modes may jump as well.
    let jumps = nodes.iter().zip(0..).flat_map(|(node, from)| {
        let modes = match &node.kind {
            NodeKind::Step(step) => step.modes.as_slice(),
            _ => &[],
        };
        modes.iter().filter_map(move |mode| match mode.effect {
            Effect::GoTo(to) => Some((from, to)),
            _ => None,
        })
    });
    let sources: Vec<(u32, u32)> = sources.iter().copied().chain(jumps).collect();
    let count = nodes.len();
    let mut into: Vec<Vec<u32>> = vec![Vec::new(); count];
    for (from, to) in sources {
        if let Some(list) = into.get_mut(to as usize) {
            list.push(from);
        }
    }
    let mut any = false;
    for (node, number) in nodes.iter_mut().zip(0_u32..) {
        if !matches!(node.kind, NodeKind::Gateway(GatewayRule::Inclusive)) || node.incoming < 2 {
            continue;
        }
        any = true;
        let mut reached = vec![false; count];
        let mut open = vec![number];
        while let Some(next) = open.pop() {
            for &from in into.get(next as usize).map_or(&[][..], Vec::as_slice) {
                // A way around through the join itself does not hold the join up.
                if let Some(seen) = reached.get_mut(from as usize)
                    && !*seen
                    && from != number
                {
                    *seen = true;
                    open.push(from);
                }
            }
        }
        node.reached_from = reached;
    }
    any
}
