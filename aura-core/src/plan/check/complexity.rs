//! Plans that people cannot keep in their heads, with a simpler way.
//!
//! The bounds follow "Seven process modeling guidelines" (Mendling, Reijers, van der Aalst 2010): few elements, few
//! ways at a gateway, decomposition above 50 elements; and the 7 ± 2 things of Miller (1956) for screens.

use super::{Problems, shown};
use crate::domain::plan::{NodeKind, Plan, ScreenElement};
use crate::plan::graph::Graph;

/// Nodes outside groups above which a plan should be divided.
const MAX_NODES: usize = 50;
/// Ways at a gateway above which it should be divided.
const MAX_WAYS: usize = 6;
/// Inputs on one screen above which it should be divided.
const MAX_INPUTS: usize = 9;

pub(super) fn check(plan: &Plan, graph: &Graph<'_>, problems: &mut Problems) {
    let loose: Vec<_> = plan.nodes.iter().filter(|node| node.group.is_none()).collect();
    if loose.len() > MAX_NODES {
        let steps: Vec<_> = loose.iter().filter(|node| matches!(node.kind, NodeKind::Step(_))).collect();
        let text = format!(
            "The plan has {} steps and gateways in one piece; people lose track above {MAX_NODES}.",
            loose.len()
        );
        problems.advice("too_many_steps", &text, &[]);
        let sequence = longest_sequence(plan, graph);
        let parts = sequence.first().zip(sequence.last());
        if let Some((first, last)) = parts.filter(|_| sequence.len() > 2) {
            problems.proposal(format!("group {} to {} as \"{}\"", shown(first), shown(last), first));
        } else if let Some(first) = steps.first() {
            problems.proposal(format!("group {} as \"{}\"", shown(&first.title), first.title));
        }
    }
    for (at, node) in plan.nodes.iter().enumerate() {
        let ways = graph.ways_out(at).len();
        if ways > MAX_WAYS && matches!(node.kind, NodeKind::Gateway(_)) {
            let text = format!("{} has {ways} ways; ask in two questions instead.", shown(&node.title));
            problems.advice("too_many_ways", &text, &[&node.id]);
        }
        let NodeKind::Step(step) = &node.kind else { continue };
        let screen = step.screen.as_ref().and_then(|id| plan.screens.iter().find(|screen| screen.id == *id));
        let inputs = screen.map_or(0, |screen| {
            screen.elements.iter().filter(|element| matches!(element, ScreenElement::Input(_))).count()
        });
        if inputs > MAX_INPUTS {
            let text = format!("{} asks for {inputs} things on one screen.", shown(&node.title));
            problems.advice("crowded_screen", &text, &[&node.id]);
            let title = &node.title;
            problems.proposal(format!(
                "split {} into \"{title}, first part\" and \"{title}, second part\"",
                shown(title)
            ));
        }
    }
}

/// Titles of the longest run of steps that follow each other without a fork.
fn longest_sequence<'plan>(plan: &'plan Plan, graph: &Graph<'_>) -> Vec<&'plan str> {
    let is_step = |at: usize| {
        plan.nodes.get(at).is_some_and(|node| node.group.is_none() && matches!(node.kind, NodeKind::Step(_)))
    };
    let mut best: Vec<usize> = Vec::new();
    for first in (0..plan.nodes.len()).filter(|at| is_step(*at)) {
        let mut run = vec![first];
        while let Some(at) = run.last().copied() {
            let next = match graph.ways_out(at) {
                [flow] => graph.ends(*flow).map(|(_, to)| to),
                _ => None,
            };
            match next.filter(|to| is_step(*to) && graph.ways_in(*to).len() == 1 && !run.contains(to)) {
                Some(next) if run.len() < 12 => run.push(next),
                _ => break,
            }
        }
        if run.len() > best.len() {
            best = run;
        }
    }
    best.iter().filter_map(|at| plan.nodes.get(*at)).map(|node| node.title.as_str()).collect()
}
