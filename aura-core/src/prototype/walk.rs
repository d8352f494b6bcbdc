//! Where a visitor gets to from a node: through starts, joins and parallel splits to the next thing to see.
//!
//! Parallel lanes are shown one after the other. A visitor inside a lane carries a frame that says which
//! split and which lane; at a join that later lanes still come to, the next lane begins.

use super::graph::{Graph, not_walkable};
use crate::domain::plan::{GatewayRule, NodeKind, Outcome};
use crate::error::Result;

/// The lane of a split in which a visitor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Frame {
    pub(super) split: usize,
    pub(super) lane: usize,
}

/// The lanes in which a visitor is, outermost first. No split stands in it twice, so it cannot grow for ever.
pub(super) type Lanes = Vec<Frame>;

/// Something to see.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stop {
    pub(super) node: usize,
    pub(super) lanes: Lanes,
    pub(super) part: Part,
}

/// Which page of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// The node itself.
    Whole,
    /// The question whether one lane of an inclusive gateway is taken.
    Lane(usize),
    /// A failure mode that repeats the step, by position.
    Retry(usize),
    /// A failure mode that ends the case, by position.
    Ended(usize),
}

/// The first thing to see at a node or behind it.
pub(super) fn stop_at(graph: &Graph<'_>, node: usize, mut lanes: Lanes) -> Result<Stop> {
    let mut node = node;
    // A plan of n flows has no longer way without something to see, unless gateways form a circle.
    for _ in 0..=(graph.plan.flows.len() + graph.plan.nodes.len()) * 2 {
        if graph.is_join(node)
            && let Some(frame) = lanes.last().copied()
        {
            if graph.later_lane_reaches(frame.split, frame.lane, node) {
                match enter_lane(graph, frame.split, frame.lane + 1, lanes) {
                    Entered::Asks(stop) => return Ok(stop),
                    Entered::Goes(next, inside) => (node, lanes) = (next, inside),
                }
                continue;
            }
            if frame.lane + 1 >= graph.lane_count(frame.split) {
                lanes.pop();
            }
        }
        let kind = &graph.node(node)?.kind;
        if let NodeKind::End(end) = kind {
            match next_lane_after_end(graph, end.outcome, &mut lanes) {
                Some(frame) => match enter_lane(graph, frame.split, frame.lane + 1, lanes) {
                    Entered::Asks(stop) => return Ok(stop),
                    Entered::Goes(next, inside) => (node, lanes) = (next, inside),
                },
                None => return Ok(Stop { node, lanes: Vec::new(), part: Part::Whole }),
            }
            continue;
        }
        let outgoing = graph.outgoing(node);
        let passes = matches!(kind, NodeKind::Start | NodeKind::Gateway(_)) && outgoing.len() == 1;
        if passes {
            node = outgoing.first().map_or(node, |(to, _)| *to);
        } else if matches!(kind, NodeKind::Start | NodeKind::Gateway(_)) && graph.divides_into_lanes(node) {
            match enter_lane(graph, node, 0, lanes) {
                Entered::Asks(stop) => return Ok(stop),
                Entered::Goes(next, inside) => (node, lanes) = (next, inside),
            }
        } else {
            return Ok(Stop { node, lanes, part: Part::Whole });
        }
    }
    Err(not_walkable("gateways follow each other in a circle with nothing to do on the way".to_owned()))
}

/// What comes after everything at a node is done: the end of its flow, or its lanes where it has several.
pub(super) fn stop_after(graph: &Graph<'_>, node: usize, lanes: &Lanes) -> Result<Option<Stop>> {
    match graph.outgoing(node) {
        [] => Ok(None),
        [(to, _)] => stop_at(graph, *to, lanes.clone()).map(Some),
        _ => match enter_lane(graph, node, 0, lanes.clone()) {
            Entered::Asks(stop) => Ok(Some(stop)),
            Entered::Goes(next, inside) => stop_at(graph, next, inside).map(Some),
        },
    }
}

/// What comes when a lane of an inclusive gateway is not taken: the question for the next lane, or the join.
pub(super) fn stop_without_lane(graph: &Graph<'_>, split: usize, lane: usize, lanes: &Lanes) -> Result<Stop> {
    if lane + 1 < graph.lane_count(split) {
        let mut outside = lanes.clone();
        outside.retain(|frame| frame.split != split);
        outside.push(Frame { split, lane: lane + 1 });
        return Ok(Stop { node: split, lanes: outside, part: Part::Lane(lane + 1) });
    }
    let join = first_common_join(graph, split);
    match join {
        Some(join) => stop_at(graph, join, lanes.clone()),
        None => {
            let (last, _) = graph
                .outgoing(split)
                .last()
                .ok_or_else(|| not_walkable("a gateway has no way out".into()))?;
            stop_at(graph, *last, lanes.clone())
        }
    }
}

enum Entered {
    Asks(Stop),
    Goes(usize, Lanes),
}

fn enter_lane(graph: &Graph<'_>, split: usize, lane: usize, mut lanes: Lanes) -> Entered {
    if let Some(depth) = lanes.iter().position(|frame| frame.split == split) {
        lanes.truncate(depth);
    }
    lanes.push(Frame { split, lane });
    if graph.rule(split) == Some(GatewayRule::Inclusive) {
        return Entered::Asks(Stop { node: split, lanes, part: Part::Lane(lane) });
    }
    let first = graph.outgoing(split).get(lane).map_or(split, |(to, _)| *to);
    Entered::Goes(first, lanes)
}

/// A lane that reaches the goal ends alone: the innermost split with a lane left goes on. Any other end ends
/// the whole case.
fn next_lane_after_end(graph: &Graph<'_>, outcome: Outcome, lanes: &mut Lanes) -> Option<Frame> {
    if outcome != Outcome::GoalReached {
        return None;
    }
    while let Some(frame) = lanes.last().copied() {
        if frame.lane + 1 < graph.lane_count(frame.split) {
            return Some(frame);
        }
        lanes.pop();
    }
    None
}

/// The first join, in the order of the plan, that all lanes of a split reach.
fn first_common_join(graph: &Graph<'_>, split: usize) -> Option<usize> {
    let mut joins: Vec<usize> = (0..graph.plan.nodes.len())
        .filter(|node| graph.is_join(*node) && graph.all_lanes_reach(split, *node))
        .collect();
    joins.sort_by_key(|join| graph.distance(split, *join));
    joins.first().copied()
}
