//! The numbered English form of a plan, derived from its graph: branches are indented, ways back are named.
//!
//! The numbers are those that people use in edits ("after step 3"): steps, timers and messages in reading order.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::graph::Graph;
use crate::domain::id::NodeId;
use crate::domain::plan::{Flow, GatewayRule, Node, NodeKind, Outcome, Plan};
use crate::domain::quantity::{Distribution, Unit};

/// Deepest indentation; what lies deeper is written there.
const MAX_DEPTH: u32 = 12;

/// A plan in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outline {
    /// The lines from top to bottom.
    pub lines: Vec<OutlineLine>,
}

/// One line of an outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutlineLine {
    /// How far it is indented, from 0.
    pub depth: u32,
    /// The number of the step, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The node that the line is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// What the line is.
    pub kind: LineKind,
    /// The words, without number and indentation, without control characters.
    pub text: String,
}

/// What a line of an outline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LineKind {
    /// Where cases begin.
    Start,
    /// A step, timer or message.
    Step,
    /// A question, or that several things happen at once.
    Gateway,
    /// One way of a gateway.
    Branch,
    /// Where the reader goes on elsewhere.
    Jump,
    /// How the case ends.
    End,
    /// A heading for nodes that nothing leads to.
    Heading,
}

/// Writes a plan as numbered English, one line for each step, question, branch and end.
///
/// # Example
/// ```
/// let plan = aura_core::plan::sample::guest_checkout()?;
/// let text = aura_core::plan::describe(&plan);
/// assert!(text.contains("1. Enter email and delivery address (shopper)"));
/// assert!(text.contains("go back to step 2"));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn describe(plan: &Plan) -> String {
    let mut text = String::new();
    for line in outline(plan).lines {
        for _ in 0..line.depth {
            text.push_str("   ");
        }
        match (line.number, line.kind) {
            (Some(number), _) => text.push_str(&format!("{number}. ")),
            (None, LineKind::Branch) => text.push_str("- "),
            _ => {}
        }
        text.push_str(&line.text);
        text.push('\n');
    }
    text
}

/// The lines of a plan in reading order. Every node stands in it exactly once, apart from joins.
pub fn outline(plan: &Plan) -> Outline {
    let graph = Graph::new(plan);
    let mut writer = Writer {
        plan,
        back: graph.back_flows(),
        reach: forward_reach(&graph),
        graph,
        lines: Vec::new(),
        seen: BTreeSet::new(),
        numbers: BTreeMap::new(),
    };
    if let Some(start) = writer.graph.start() {
        writer.walk(start, None, 0);
    }
    for target in writer.graph.jumps().iter().map(|(_, to)| *to).collect::<Vec<_>>() {
        if !writer.seen.contains(&target) && !is_join(&writer.graph, target) {
            writer.line(0, LineKind::Heading, None, "When something fails:".to_owned());
            writer.walk(target, None, 1);
        }
    }
    for at in 0..writer.graph.len() {
        if !writer.seen.contains(&at) && !is_join(&writer.graph, at) {
            writer.line(0, LineKind::Heading, None, "Nothing leads here:".to_owned());
            writer.walk(at, None, 1);
        }
    }
    Outline { lines: writer.lines }
}

/// The number of every step, timer and message, as in the outline.
pub fn numbers(plan: &Plan) -> BTreeMap<NodeId, u32> {
    outline(plan).lines.into_iter().filter_map(|line| line.node.zip(line.number)).collect()
}

struct Writer<'plan> {
    plan: &'plan Plan,
    graph: Graph<'plan>,
    back: BTreeSet<usize>,
    reach: Vec<BTreeSet<usize>>,
    lines: Vec<OutlineLine>,
    seen: BTreeSet<usize>,
    numbers: BTreeMap<usize, u32>,
}

impl<'plan> Writer<'plan> {
    /// Writes from a node on, until `stop`, an end, or something that stands already.
    fn walk(&mut self, from: usize, stop: Option<usize>, depth: u32) {
        let depth = depth.min(MAX_DEPTH);
        let mut at = from;
        while Some(at) != stop {
            if !self.seen.insert(at) {
                self.jump(at, depth, "go on with");
                return;
            }
            let Some(node) = self.graph.node(at) else { return };
            self.node(at, node, depth);
            let out: Vec<usize> = self.graph.ways_out(at).to_vec();
            let next = match out.as_slice() {
                [] => return,
                [flow] => {
                    if self.back.contains(flow) {
                        self.jump_along(*flow, depth);
                        return;
                    }
                    self.graph.ends(*flow).map(|(_, to)| to)
                }
                _ => self.branches(at, &out, stop, depth),
            };
            match next {
                Some(next) => at = next,
                None => return,
            }
        }
    }

    fn node(&mut self, at: usize, node: &Node, depth: u32) {
        let title = plain(&node.title);
        match &node.kind {
            NodeKind::Start => self.line(depth, LineKind::Start, Some(node), format!("Start: {title}")),
            NodeKind::End(end) => {
                let text = format!("End: {title} ({})", end.outcome.words());
                self.line(depth, LineKind::End, Some(node), text);
            }
            NodeKind::Gateway(gateway) if self.graph.ways_out(at).len() > 1 => {
                let text = match gateway.rule {
                    GatewayRule::Exclusive => title,
                    GatewayRule::Inclusive => format!("{title} (one or more)"),
                    GatewayRule::Parallel => "At the same time:".to_owned(),
                    GatewayRule::EventBased => "Whatever happens first:".to_owned(),
                };
                self.line(depth, LineKind::Gateway, Some(node), text);
            }
            NodeKind::Gateway(_) => {}
            NodeKind::Step(step) => {
                let each = step
                    .for_each
                    .as_ref()
                    .map_or_else(String::new, |each| format!(", once for each {}", plain(&each.of)));
                let undo = step.undo.as_ref();
                let undo =
                    undo.map_or_else(String::new, |undo| format!("; to undo it: {}", plain(&undo.title)));
                let text = format!("{title} ({}{each}){undo}", plain(&step.agent.name));
                self.numbered(at, node, depth, text);
            }
            NodeKind::Timer(timer) => {
                let time = self.assumed_time(timer.duration.as_str());
                self.numbered(at, node, depth, format!("{title}{time}"));
            }
            NodeKind::Message(message) => {
                let sender = self.plan.actors.iter().find(|actor| actor.id == message.from);
                let sender =
                    sender.map_or_else(String::new, |actor| format!(" (from {})", plain(&actor.name)));
                let to = if message.is_signal { ", a signal to all who wait" } else { "" };
                self.numbered(at, node, depth, format!("{title}{sender}{to}"));
            }
        }
    }

    fn numbered(&mut self, at: usize, node: &Node, depth: u32, text: String) {
        let number = self.numbers.len() as u32 + 1;
        self.numbers.insert(at, number);
        self.line(depth, LineKind::Step, Some(node), text);
        if let Some(line) = self.lines.last_mut() {
            line.number = Some(number);
        }
    }

    /// Writes the ways of a gateway, and gives where the reader goes on.
    fn branches(&mut self, at: usize, out: &[usize], stop: Option<usize>, depth: u32) -> Option<usize> {
        let targets: Vec<(usize, usize)> = out
            .iter()
            .filter(|flow| !self.back.contains(*flow))
            .filter_map(|flow| Some((*flow, self.graph.ends(*flow)?.1)))
            .collect();
        let join = self.join_of(&targets, stop).or_else(|| self.common_end(&targets));
        let continuing = match join {
            Some(_) => None,
            None => self.longest(&targets),
        };
        let is_parallel = self.graph.rule(at) == GatewayRule::Parallel;
        for (number, flow) in out.iter().enumerate() {
            let words = if is_parallel { format!("way {}", number + 1) } else { self.way(*flow) };
            let target = self.graph.ends(*flow).map(|(_, to)| to);
            let before = self.lines.len();
            if self.back.contains(flow) {
                self.line(depth + 1, LineKind::Branch, None, words);
                self.jump_along(*flow, depth + 2);
            } else if Some(*flow) == continuing || (target.is_some() && target == join) {
                self.line(depth + 1, LineKind::Branch, None, format!("{words}: go on"));
                continue;
            } else if let Some(target) = target {
                self.line(depth + 1, LineKind::Branch, None, words);
                self.walk(target, join.or(stop), depth + 2);
            }
            self.pull_up(before);
        }
        match continuing {
            Some(flow) => self.graph.ends(flow).map(|(_, to)| to),
            None => join,
        }
    }

    /// Puts the only line of a way behind its name.
    fn pull_up(&mut self, branch: usize) {
        if self.lines.len() != branch + 2 {
            if let Some(line) = self.lines.get_mut(branch) {
                line.text.push(':');
            }
            return;
        }
        let is_jump =
            self.lines.last().is_some_and(|line| matches!(line.kind, LineKind::Jump | LineKind::End));
        if !is_jump {
            if let Some(line) = self.lines.get_mut(branch) {
                line.text.push(':');
            }
            return;
        }
        if let (Some(last), Some(line)) = (self.lines.pop(), self.lines.get_mut(branch)) {
            line.text = format!("{}: {}", line.text, last.text);
            line.node = last.node;
        }
    }

    /// The first node in which ways that do not simply end come together again.
    fn join_of(&self, targets: &[(usize, usize)], stop: Option<usize>) -> Option<usize> {
        let sets: Vec<&BTreeSet<usize>> =
            targets.iter().filter_map(|(_, to)| self.reach.get(*to)).filter(|set| !set.is_empty()).collect();
        let meets = |one: &BTreeSet<usize>| sets.iter().filter(|other| !one.is_disjoint(other)).count() > 1;
        let joining: Vec<&BTreeSet<usize>> = sets.iter().copied().filter(|set| meets(set)).collect();
        let (first, rest) = joining.split_first()?;
        let common: BTreeSet<usize> =
            first.iter().copied().filter(|at| rest.iter().all(|set| set.contains(at))).collect();
        // The earliest is the one from which all others of the intersection can be reached.
        let best = common.iter().max_by_key(|at| self.reach.get(**at).map_or(0, BTreeSet::len)).copied();
        best.or(stop)
    }

    /// A good end to which one way leads at once and another later.
    fn common_end(&self, targets: &[(usize, usize)]) -> Option<usize> {
        let is_goal = |at: usize| {
            matches!(self.graph.node(at).map(|node| &node.kind),
                Some(NodeKind::End(end)) if end.outcome == Outcome::GoalReached)
        };
        let leads_to = |from: usize, end: usize| {
            let inside = self.reach.get(from).into_iter().flatten();
            inside
                .flat_map(|at| self.graph.ways_out(*at))
                .filter_map(|flow| self.graph.ends(*flow))
                .any(|(_, to)| to == end)
        };
        let ends = targets.iter().map(|(_, to)| *to).filter(|to| is_goal(*to));
        ends.into_iter().find(|end| targets.iter().any(|(_, to)| to != end && leads_to(*to, *end)))
    }

    /// The way behind which most follows.
    fn longest(&self, targets: &[(usize, usize)]) -> Option<usize> {
        let size = |to: usize| self.reach.get(to).map_or(0, BTreeSet::len);
        let mut best: Option<(usize, usize)> = None;
        for (flow, to) in targets {
            if size(*to) > best.map_or(0, |(_, size)| size) {
                best = Some((*flow, size(*to)));
            }
        }
        // Where every way just ends, the one that reaches the goal is the main one.
        let ends_well = |to: usize| {
            matches!(self.graph.node(to).map(|node| &node.kind),
                Some(NodeKind::End(end)) if end.outcome == Outcome::GoalReached)
        };
        best.map(|(flow, _)| flow)
            .or_else(|| targets.iter().find(|(_, to)| ends_well(*to)).map(|(flow, _)| *flow))
    }

    /// What a way is called, with its share.
    fn way(&self, flow: usize) -> String {
        let leads_back = self.back.contains(&flow);
        let Some(flow) = self.graph.flow(flow) else { return String::new() };
        let mut words = way_words(flow);
        let share = flow
            .probability
            .as_ref()
            .and_then(|id| self.plan.assumptions.iter().find(|other| other.id == *id));
        if let Some(Distribution::Fixed(fixed)) = share.map(|assumption| &assumption.value) {
            words.push_str(&format!(" ({} %)", (fixed.value * 1_000.0).round() / 10.0));
        }
        if let Some(most) = flow.max_times.filter(|_| !leads_back) {
            words.push_str(&at_most(most));
        }
        words
    }

    fn jump_along(&mut self, flow: usize, depth: u32) {
        let limit =
            self.graph.flow(flow).and_then(|flow| flow.max_times).filter(|_| self.back.contains(&flow));
        let limit = limit.map_or_else(String::new, at_most);
        let Some((_, to)) = self.graph.ends(flow) else { return };
        self.jump(to, depth, "go back to");
        if let Some(line) = self.lines.last_mut() {
            line.text.push_str(&limit);
        }
    }

    fn jump(&mut self, to: usize, depth: u32, words: &str) {
        let mut at = to;
        // Joins have no line of their own: the reader goes on behind them.
        for _ in 0..self.graph.len() {
            if self.numbers.contains_key(&at) || self.graph.ways_out(at).len() != 1 {
                break;
            }
            match self.graph.ways_out(at).first().and_then(|flow| self.graph.ends(*flow)) {
                Some((_, next)) => at = next,
                None => break,
            }
        }
        let target = self.graph.node(at);
        let text = match (self.numbers.get(&at), target.map(|node| &node.kind)) {
            (Some(number), _) => format!("{words} step {number}"),
            (None, Some(NodeKind::End(end))) => {
                format!(
                    "End: {} ({})",
                    target.map_or_else(String::new, |node| plain(&node.title)),
                    end.outcome.words()
                )
            }
            _ => format!("{words} \"{}\"", target.map_or_else(String::new, |node| plain(&node.title))),
        };
        self.line(depth, LineKind::Jump, target, text);
    }

    fn assumed_time(&self, id: &str) -> String {
        let assumption = self.plan.assumptions.iter().find(|other| other.id.as_str() == id);
        match assumption.map(|assumption| (&assumption.value, &assumption.unit)) {
            Some((Distribution::Fixed(fixed), Unit::Milliseconds)) => format!(" ({})", duration(fixed.value)),
            _ => String::new(),
        }
    }

    fn line(&mut self, depth: u32, kind: LineKind, node: Option<&Node>, text: String) {
        let node = node.map(|node| node.id.clone());
        self.lines.push(OutlineLine { depth: depth.min(MAX_DEPTH), number: None, node, kind, text });
    }
}

/// How often a way may be taken.
fn at_most(times: u32) -> String {
    match times {
        1 => ", once".to_owned(),
        times => format!(", at most {times} times"),
    }
}

fn way_words(flow: &Flow) -> String {
    let condition = flow.condition.as_ref().map(|condition| plain(&condition.english));
    match (&flow.label, condition) {
        (Some(label), _) => plain(label),
        (None, Some(condition)) => condition,
        (None, None) if flow.is_default => "otherwise".to_owned(),
        (None, None) => "then".to_owned(),
    }
}

/// What can be reached by flows that lead forward, ends left out, for every node.
fn forward_reach(graph: &Graph<'_>) -> Vec<BTreeSet<usize>> {
    let back = graph.back_flows();
    let is_end = |at: usize| matches!(graph.node(at).map(|node| &node.kind), Some(NodeKind::End(_)));
    let mut reach = vec![BTreeSet::new(); graph.len()];
    for at in 0..graph.len() {
        let mut seen = BTreeSet::new();
        let mut open = vec![at];
        while let Some(here) = open.pop() {
            if is_end(here) || !seen.insert(here) {
                continue;
            }
            let forward = graph.ways_out(here).iter().filter(|flow| !back.contains(*flow));
            open.extend(forward.filter_map(|flow| graph.ends(*flow)).map(|(_, to)| to));
        }
        if let Some(entry) = reach.get_mut(at) {
            *entry = seen;
        }
    }
    reach
}

/// Whether a node only brings ways together, so that it has no line of its own.
fn is_join(graph: &Graph<'_>, at: usize) -> bool {
    matches!(graph.node(at).map(|node| &node.kind), Some(NodeKind::Gateway(_)))
        && graph.ways_out(at).len() <= 1
}

/// One line without control characters.
fn plain(text: &str) -> String {
    let text: String =
        text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A time in its largest fitting unit.
pub(crate) fn duration(milliseconds: f64) -> String {
    let units = [(86_400_000.0, "day"), (3_600_000.0, "hour"), (60_000.0, "minute"), (1_000.0, "second")];
    let (size, name) =
        units.iter().find(|(size, _)| milliseconds >= *size).copied().unwrap_or((1.0, "millisecond"));
    let amount = (milliseconds / size * 10.0).round() / 10.0;
    format!("{amount} {name}{}", if amount == 1.0 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_reads_well() {
        let plan = crate::plan::sample::guest_checkout().unwrap();
        insta::assert_snapshot!(describe(&plan), @r"
        Start: A shopper opens the basket
        1. Enter email and delivery address (shopper)
        2. Enter the card (shopper)
        3. Authorise the payment (payment provider)
        Is the payment accepted?
           - accepted (93 %): go on
           - declined (7 %):
              Does the shopper try again?
                 - tries again (70 %): go back to step 2, at most 2 times
                 - stops (30 %): End: The payment was declined (refused)
        At the same time:
           - way 1:
              4. Send the confirmation (email service)
           - way 2:
              5. Pack the order (warehouse clerk)
        6. Hand the parcel to the carrier (warehouse clerk)
        End: The order is on its way (goal reached)
        When something fails:
           End: An item is missing and the money goes back (failed)
        ");
    }

    #[test]
    fn every_node_stands_once() {
        let plan = crate::plan::sample::guest_checkout().unwrap();
        let numbers = numbers(&plan);
        let steps = plan.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Step(_))).count();
        assert_eq!(numbers.len(), steps);
    }
}
