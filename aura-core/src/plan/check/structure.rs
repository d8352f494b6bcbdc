//! One start, everything reachable, everything can end, gateways that decide, loops with a bound.

use std::collections::BTreeSet;

use super::{Problems, shown};
use crate::domain::plan::{Flow, GatewayRule, Node, NodeKind, Plan};
use crate::domain::quantity::Distribution;
use crate::plan::graph::Graph;

pub(super) fn check(plan: &Plan, graph: &Graph<'_>, problems: &mut Problems) {
    let starts: Vec<&Node> = plan.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Start)).collect();
    match starts.as_slice() {
        [] => {
            problems.error("no_start", "The plan has no start.", &[]);
        }
        [_] => {}
        many => {
            let ids: Vec<_> = many.iter().map(|node| &node.id).collect();
            problems.error(
                "several_starts",
                &format!("The plan has {} starts; it needs one.", many.len()),
                &ids,
            );
        }
    }
    if !plan.nodes.iter().any(|node| matches!(node.kind, NodeKind::End(_))) {
        problems.error("no_end", "The plan has no end.", &[]);
    }
    for (at, node) in plan.nodes.iter().enumerate() {
        node_shape(at, node, graph, problems);
        if let NodeKind::Gateway(gateway) = &node.kind {
            gateway_shape(at, node, gateway.rule, plan, graph, problems);
        }
    }
    reachability(plan, graph, problems);
    loops(graph, problems);
    duplicates(plan, problems);
}

fn node_shape(at: usize, node: &Node, graph: &Graph<'_>, problems: &mut Problems) {
    let (out, into) = (graph.ways_out(at).len(), graph.ways_in(at).len());
    let place = shown(&node.title);
    if node.title.trim().is_empty() {
        problems.warning("no_title", &format!("The node `{}` has no title.", node.id), &[&node.id]);
    }
    match &node.kind {
        NodeKind::Start if into > 0 => {
            problems.error(
                "flow_into_start",
                &format!("Something leads back to the start {place}."),
                &[&node.id],
            );
        }
        NodeKind::End(_) if out > 0 => {
            problems.error("flow_out_of_end", &format!("Something follows the end {place}."), &[&node.id]);
        }
        NodeKind::Gateway(_) | NodeKind::End(_) => {}
        _ if out > 1 => {
            let text = format!("After {place} the way divides without a decision.");
            problems.error("split_without_gateway", &text, &[&node.id]);
            let next: Vec<String> = graph
                .ways_out(at)
                .iter()
                .filter_map(|flow| graph.ends(*flow))
                .filter_map(|(_, to)| graph.node(to))
                .map(|next| shown(&next.title))
                .collect();
            problems.proposal(format!("do {} at the same time", next.join(" and ")));
        }
        _ => {}
    }
    if out == 0 && !matches!(node.kind, NodeKind::End(_)) {
        problems.error("dead_end", &format!("Nothing follows {place}, and it is not an end."), &[&node.id]);
    }
}

fn gateway_shape(
    at: usize,
    node: &Node,
    rule: GatewayRule,
    plan: &Plan,
    graph: &Graph<'_>,
    problems: &mut Problems,
) {
    let flows: Vec<&Flow> = graph.ways_out(at).iter().filter_map(|flow| graph.flow(*flow)).collect();
    let place = shown(&node.title);
    let into = graph.ways_in(at).len();
    if flows.len() == 1 && into == 1 {
        problems.advice(
            "needless_gateway",
            &format!("{place} neither divides nor joins anything."),
            &[&node.id],
        );
        problems.proposal(format!("remove {place}"));
    }
    if flows.len() > 1 && into > 1 && rule != GatewayRule::Exclusive {
        let text = format!("{place} joins and divides at once, which is hard to read.");
        problems.warning("join_and_split", &text, &[&node.id]);
    }
    if flows.len() < 2 {
        return;
    }
    match rule {
        GatewayRule::Parallel => {
            if flows.iter().any(|flow| flow.condition.is_some() || flow.probability.is_some()) {
                let text = format!("{place} takes all ways; the conditions on them have no effect.");
                problems.warning("condition_without_effect", &text, &[&node.id]);
            }
        }
        GatewayRule::EventBased => {
            let is_event = |flow: &&&Flow| {
                let target = graph.position(&flow.to).and_then(|to| graph.node(to));
                target.is_some_and(|node| matches!(node.kind, NodeKind::Timer(_) | NodeKind::Message(_)))
            };
            if flows.iter().filter(is_event).count() < flows.len() {
                let text = format!("{place} waits for events, but a way from it does not begin with one.");
                problems.error("event_expected", &text, &[&node.id]);
            }
        }
        GatewayRule::Exclusive | GatewayRule::Inclusive => decision(node, rule, &flows, plan, problems),
    }
}

fn decision(node: &Node, rule: GatewayRule, flows: &[&Flow], plan: &Plan, problems: &mut Problems) {
    let place = shown(&node.title);
    let defaults = flows.iter().filter(|flow| flow.is_default).count();
    if defaults > 1 {
        let text = format!("{place} has {defaults} ways for everything else; it can have one.");
        problems.error("several_defaults", &text, &[&node.id]);
    }
    let is_open = |flow: &&&Flow| flow.condition.is_none() && flow.probability.is_none() && !flow.is_default;
    for flow in flows.iter().filter(is_open) {
        let way = flow.label.as_deref().unwrap_or("one of its ways");
        let text = format!("{place} does not say when {} is taken.", shown(way));
        problems.error("branch_undecided", &text, &[&node.id]);
    }
    if defaults == 0 && flows.iter().all(|flow| flow.condition.is_some() && flow.probability.is_none()) {
        let text = format!("{place} does not say what happens when none of its conditions holds.");
        problems.warning("no_default_branch", &text, &[&node.id]);
    }
    let share = |flow: &&Flow| {
        let id = flow.probability.as_ref()?;
        match plan
            .assumptions
            .iter()
            .find(|assumption| assumption.id == *id)
            .map(|assumption| &assumption.value)
        {
            Some(Distribution::Fixed(fixed)) => Some(fixed.value),
            _ => None,
        }
    };
    let shares: Option<Vec<f64>> = flows.iter().map(share).collect();
    if let Some(shares) = shares.filter(|_| rule == GatewayRule::Exclusive) {
        let total: f64 = shares.iter().sum();
        if (total - 1.0).abs() > 0.001 {
            let text = format!("The shares at {place} add up to {:.1} %, not to 100 %.", total * 100.0);
            problems.warning("shares_do_not_add_up", &text, &[&node.id]);
        }
    }
}

fn reachability(plan: &Plan, graph: &Graph<'_>, problems: &mut Problems) {
    let Some(start) = graph.start() else { return };
    let reached = graph.reachable_from(start);
    let ends: Vec<usize> = (0..graph.len())
        .filter(|at| graph.node(*at).is_some_and(|node| matches!(node.kind, NodeKind::End(_))))
        .collect();
    let ending = graph.leading_to(&ends);
    for (at, node) in plan.nodes.iter().enumerate() {
        let place = shown(&node.title);
        if !reached.contains(&at) {
            if matches!(node.kind, NodeKind::Start) {
                continue;
            }
            problems.error("unreachable_node", &format!("Nothing leads to {place}."), &[&node.id]);
            problems.proposal(format!("remove {place}"));
        } else if !ending.contains(&at) && !graph.ways_out(at).is_empty() {
            let text = format!("Whoever comes to {place} never gets to an end.");
            problems.error("cannot_end", &text, &[&node.id]);
        }
    }
}

/// Every circle must have a flow or a step with a bound.
fn loops(graph: &Graph<'_>, problems: &mut Problems) {
    let is_bounded = |at: usize| matches!(graph.node(at).map(|node| &node.kind), Some(NodeKind::Step(step)) if step.limits.times.is_some());
    let mut told = BTreeSet::new();
    for back in graph.back_flows() {
        let Some((from, to)) = graph.ends(back) else { continue };
        if graph.flow(back).is_none_or(|flow| flow.max_times.is_some()) {
            continue;
        }
        let inside = unbounded_circle(graph, from, to, &is_bounded);
        let (Some(inside), Some(first)) = (inside, graph.node(to)) else { continue };
        if !told.insert(to) {
            continue;
        }
        let step = inside
            .iter()
            .filter_map(|at| graph.node(*at))
            .find(|node| matches!(node.kind, NodeKind::Step(_)))
            .unwrap_or(first);
        let place = shown(&step.title);
        let text = format!("{place} can be repeated without a limit.");
        problems.warning("loop_without_bound", &text, &[&step.id]);
        problems.proposal(format!("do {place} at most 3 times"));
    }
}

/// The nodes of a circle through a flow that leads back, where nothing on it has a bound.
fn unbounded_circle(
    graph: &Graph<'_>,
    from: usize,
    to: usize,
    is_bounded: &impl Fn(usize) -> bool,
) -> Option<Vec<usize>> {
    let mut seen = BTreeSet::new();
    let mut open = vec![to];
    while let Some(at) = open.pop() {
        if is_bounded(at) || !seen.insert(at) {
            continue;
        }
        if at == from {
            return Some(std::iter::once(to).chain(seen).collect());
        }
        for flow in graph.ways_out(at) {
            if graph.flow(*flow).is_some_and(|flow| flow.max_times.is_none())
                && let Some((_, next)) = graph.ends(*flow)
            {
                open.push(next);
            }
        }
    }
    None
}

fn duplicates(plan: &Plan, problems: &mut Problems) {
    let mut pairs = BTreeSet::new();
    for flow in &plan.flows {
        if !pairs.insert((&flow.from, &flow.to)) {
            let text = format!("Two flows lead from `{}` to `{}`.", flow.from, flow.to);
            problems.warning("duplicate_flow", &text, &[&flow.from]);
        }
    }
    let mut titles = BTreeSet::new();
    for node in plan.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Step(_))) {
        if !titles.insert(node.title.to_lowercase()) {
            let text = format!("Two steps have the title {}.", shown(&node.title));
            problems.warning("duplicate_title", &text, &[&node.id]);
            problems.proposal(format!(
                "rename the second {0} to \"{1} again\"",
                shown(&node.title),
                node.title
            ));
        }
    }
}
