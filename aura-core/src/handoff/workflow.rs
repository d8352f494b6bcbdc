//! The plan as engines and pictures need it: a graph in which every join and every split is a node of its own,
//! every way out of a failure is drawn, and nothing stands alone.

use std::collections::BTreeMap;

use super::view::PlanView;
use super::words;
use crate::domain::id::{ActorId, NodeId};
use crate::domain::plan::{Flow, GatewayRule, Node, NodeKind, Outcome};
use crate::domain::step::{AgentKind, FailureEffect, FailureKind, FailureMode, Step, Undo};

/// A workflow graph. Nodes and edges refer to each other by position.
#[derive(Debug)]
pub(super) struct Workflow<'plan> {
    /// Names of the lanes; there is always one.
    pub(super) lanes: Vec<String>,
    pub(super) nodes: Vec<WorkNode<'plan>>,
    pub(super) edges: Vec<WorkEdge<'plan>>,
}

/// A node that is drawn and run.
#[derive(Debug)]
pub(super) struct WorkNode<'plan> {
    /// Unique; the plan's id where the node stands in the plan.
    pub(super) id: String,
    /// Empty for joins.
    pub(super) title: String,
    pub(super) shape: Shape<'plan>,
    pub(super) lane: usize,
    /// The node of the plan, where it is one.
    pub(super) node: Option<&'plan Node>,
    /// What leads away when the step fails.
    pub(super) exits: Vec<Exit<'plan>>,
}

impl<'plan> WorkNode<'plan> {
    /// What takes the step back.
    pub(super) fn undo(&self) -> Option<&'plan Undo> {
        match self.shape {
            Shape::Task(step) => step.undo.as_ref(),
            _ => None,
        }
    }
}

/// What a node is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape<'plan> {
    Start,
    Task(&'plan Step),
    Gateway(GatewayRule),
    Timer(&'plan crate::domain::plan::TimerEvent),
    Message(&'plan crate::domain::plan::MessageEvent),
    End(Outcome),
}

/// A way out of a step when it fails.
#[derive(Debug)]
pub(super) struct Exit<'plan> {
    pub(super) failure: &'plan FailureMode,
    /// Milliseconds after which a clock strikes; an error where absent.
    pub(super) after_ms: Option<u64>,
    pub(super) to: ExitTarget,
}

/// Where a failure leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ExitTarget {
    /// An end of its own.
    End(Outcome),
    /// The edge at this position leads on.
    Edge(usize),
}

/// From one node to the next.
#[derive(Debug)]
pub(super) struct WorkEdge<'plan> {
    pub(super) id: String,
    pub(super) from: usize,
    pub(super) to: usize,
    /// The exit of `from` at which it begins, where it does not begin at the node itself.
    pub(super) exit: Option<usize>,
    /// The flow of the plan, where it carries its condition.
    pub(super) flow: Option<&'plan Flow>,
    /// Short words at the edge; empty where there are none.
    pub(super) label: String,
}

impl<'plan> Workflow<'plan> {
    pub(super) fn of(view: &PlanView<'plan>) -> Self {
        let mut builder = Builder {
            view,
            workflow: Workflow { lanes: Vec::new(), nodes: Vec::new(), edges: Vec::new() },
            entry: BTreeMap::new(),
            leave: BTreeMap::new(),
        };
        builder.nodes();
        builder.edges();
        builder.workflow
    }

    /// Whether anything is taken back.
    pub(super) fn has_undo(&self) -> bool {
        self.nodes.iter().any(|node| node.undo().is_some())
    }

    /// Positions of the edges that leave a node, apart from those that leave by an exit.
    pub(super) fn out_of(&self, node: usize) -> Vec<usize> {
        let edges = self.edges.iter().enumerate();
        edges.filter(|(_, edge)| edge.from == node && edge.exit.is_none()).map(|(index, _)| index).collect()
    }

    /// Positions of the edges that come into a node.
    pub(super) fn into(&self, node: usize) -> Vec<usize> {
        self.edges.iter().enumerate().filter(|(_, edge)| edge.to == node).map(|(index, _)| index).collect()
    }
}

struct Builder<'view, 'plan> {
    view: &'view PlanView<'plan>,
    workflow: Workflow<'plan>,
    /// Where edges to a node of the plan arrive, and where edges from it leave.
    entry: BTreeMap<&'plan NodeId, usize>,
    leave: BTreeMap<&'plan NodeId, usize>,
}

impl<'plan> Builder<'_, 'plan> {
    fn nodes(&mut self) {
        let lanes = lanes_of(self.view);
        // In the order in which the plan first needs them, which keeps the lines between lanes short.
        let mut names: Vec<&ActorId> = Vec::new();
        for actor in self.view.plan.nodes.iter().filter_map(|node| lanes.get(&node.id)) {
            if !names.contains(actor) {
                names.push(*actor);
            }
        }
        self.workflow.lanes = names.iter().map(|id| words::capitalised(&self.view.actor_name(id))).collect();
        if self.workflow.lanes.is_empty() {
            self.workflow.lanes.push("Everyone".to_owned());
        }
        for node in &self.view.plan.nodes {
            let lane = lanes.get(&node.id).and_then(|actor| names.iter().position(|name| name == actor));
            self.node(node, lane.unwrap_or(0));
        }
    }

    /// Adds a node, with a join before it and a split behind it where it needs them.
    fn node(&mut self, node: &'plan Node, lane: usize) {
        let ways_in = self.view.ways_into(&node.id);
        let ways_out = self.view.flows_out_of(&node.id).len();
        if let NodeKind::Gateway(gateway) = &node.kind {
            return self.gateway(node, gateway.rule, lane, ways_in, ways_out);
        }
        let own = WorkNode {
            id: node.id.to_string(),
            title: words::one_line(&node.title),
            shape: shape(node),
            lane,
            node: Some(node),
            exits: Vec::new(),
        };
        let before = (ways_in > 1).then(|| self.join(&node.id, GatewayRule::Exclusive, lane));
        let position = self.push(own);
        if let Some(join) = before {
            self.connect(format!("flow-into-{}", node.id), join, position);
        }
        let mut last = position;
        if ways_out > 1 {
            last = self.push(WorkNode {
                id: format!("split-{}", node.id),
                title: String::new(),
                shape: Shape::Gateway(GatewayRule::Parallel),
                lane,
                node: None,
                exits: Vec::new(),
            });
            self.connect(format!("flow-out-of-{}", node.id), position, last);
        }
        self.entry.insert(&node.id, before.unwrap_or(position));
        self.leave.insert(&node.id, last);
    }

    fn gateway(
        &mut self,
        node: &'plan Node,
        rule: GatewayRule,
        lane: usize,
        ways_in: usize,
        ways_out: usize,
    ) {
        let join_rule = if rule == GatewayRule::EventBased { GatewayRule::Exclusive } else { rule };
        let before = (ways_in > 1 && ways_out > 1).then(|| self.join(&node.id, join_rule, lane));
        // A gateway through which one way leads is no gateway: edges pass it by. It gets no node.
        if ways_in <= 1 && ways_out == 1 {
            return;
        }
        let is_join = ways_out <= 1;
        let position = self.push(WorkNode {
            id: node.id.to_string(),
            title: if is_join || rule == GatewayRule::Parallel {
                String::new()
            } else {
                words::one_line(&node.title)
            },
            shape: Shape::Gateway(if is_join { join_rule } else { rule }),
            lane,
            node: Some(node),
            exits: Vec::new(),
        });
        if let Some(join) = before {
            self.connect(format!("flow-into-{}", node.id), join, position);
        }
        self.entry.insert(&node.id, before.unwrap_or(position));
        self.leave.insert(&node.id, position);
    }

    fn join(&mut self, id: &NodeId, rule: GatewayRule, lane: usize) -> usize {
        self.push(WorkNode {
            id: format!("join-{id}"),
            title: String::new(),
            shape: Shape::Gateway(rule),
            lane,
            node: None,
            exits: Vec::new(),
        })
    }

    fn push(&mut self, node: WorkNode<'plan>) -> usize {
        self.workflow.nodes.push(node);
        self.workflow.nodes.len() - 1
    }

    fn connect(&mut self, id: String, from: usize, to: usize) {
        self.workflow.edges.push(WorkEdge { id, from, to, exit: None, flow: None, label: String::new() });
    }

    fn edges(&mut self) {
        for flow in &self.view.plan.flows {
            // Flows that leave a gateway without a node are covered by the flow that leads to it.
            let Some(from) = self.leave.get(&flow.from).copied() else { continue };
            let Some(to) = self.arrival(&flow.to) else { continue };
            let is_split = self.view.node(&flow.from).is_some_and(|node| self.view.divides(node));
            let label = if is_split { label_of(flow) } else { String::new() };
            self.workflow.edges.push(WorkEdge {
                id: flow.id.to_string(),
                from,
                to,
                exit: None,
                flow: is_split.then_some(flow),
                label,
            });
        }
        for (_, node, step) in self.view.steps() {
            self.exits(node, step);
        }
    }

    fn exits(&mut self, node: &'plan Node, step: &'plan Step) {
        let Some(from) = self.workflow.nodes.iter().position(|known| known.id == node.id.as_str()) else {
            return;
        };
        let mut exits = Vec::new();
        for failure in &step.failure_modes {
            let to = match &failure.then {
                FailureEffect::Retry(retry) => ExitTarget::End(retry.otherwise),
                FailureEffect::End(end) => ExitTarget::End(end.outcome),
                FailureEffect::GoTo(go) => match self.arrival(&go.node) {
                    Some(to) => {
                        self.workflow.edges.push(WorkEdge {
                            id: format!("flow-of-{}", failure.id),
                            from,
                            to,
                            exit: None,
                            flow: None,
                            label: String::new(),
                        });
                        ExitTarget::Edge(self.workflow.edges.len() - 1)
                    }
                    None => ExitTarget::End(Outcome::Failed),
                },
            };
            let after_ms = step.limits.time_ms.filter(|_| failure.kind == FailureKind::Timeout);
            exits.push(Exit { failure, after_ms, to });
        }
        // Ends are drawn first, so that ways that lead on begin below them and cross nothing.
        exits.sort_by_key(|exit| matches!(exit.to, ExitTarget::Edge(_)));
        for (index, exit) in exits.iter().enumerate() {
            if let ExitTarget::Edge(edge) = exit.to
                && let Some(edge) = self.workflow.edges.get_mut(edge)
            {
                edge.exit = Some(index);
            }
        }
        if let Some(work) = self.workflow.nodes.get_mut(from) {
            work.exits = exits;
        }
    }

    /// The node at which an edge to `id` arrives; gateways without a node are passed by.
    fn arrival(&self, id: &NodeId) -> Option<usize> {
        let mut id = id;
        for _ in 0..self.view.plan.nodes.len() {
            if let Some(position) = self.entry.get(id) {
                return Some(*position);
            }
            id = &self.view.flows_out_of(id).first()?.to;
        }
        None
    }
}

fn shape(node: &Node) -> Shape<'_> {
    match &node.kind {
        NodeKind::Start => Shape::Start,
        NodeKind::Step(step) => Shape::Task(step),
        NodeKind::Gateway(gateway) => Shape::Gateway(gateway.rule),
        NodeKind::Timer(timer) => Shape::Timer(timer),
        NodeKind::Message(message) => Shape::Message(message),
        NodeKind::End(end) => Shape::End(end.outcome),
    }
}

fn label_of(flow: &Flow) -> String {
    let words = flow.words();
    words::one_line(words.unwrap_or(if flow.is_default { "otherwise" } else { "" }))
}

/// The actor in whose lane each node stands: a step in its actor's, any other node in that of a neighbour.
fn lanes_of<'plan>(view: &PlanView<'plan>) -> BTreeMap<&'plan NodeId, &'plan ActorId> {
    let mut lanes: BTreeMap<&NodeId, &ActorId> =
        view.steps().map(|(_, node, step)| (&node.id, &step.actor)).collect();
    for _ in 0..view.plan.nodes.len() {
        let mut has_changed = false;
        for node in &view.plan.nodes {
            if lanes.contains_key(&node.id) {
                continue;
            }
            let before = view.flows_into(&node.id).iter().find_map(|flow| lanes.get(&flow.from));
            let after = view.flows_out_of(&node.id).iter().find_map(|flow| lanes.get(&flow.to));
            let by_failure = || {
                view.steps().find_map(|(_, from, step)| {
                    let leads = |failure: &&FailureMode| {
                        matches!(&failure.then, FailureEffect::GoTo(go) if go.node == node.id)
                    };
                    step.failure_modes.iter().find(leads).and_then(|_| lanes.get(&from.id))
                })
            };
            if let Some(actor) = before.or(after).or_else(by_failure).copied() {
                lanes.insert(&node.id, actor);
                has_changed = true;
            }
        }
        if !has_changed {
            break;
        }
    }
    lanes
}

/// Whether a person does the step, so that an engine shows it in a list of tasks.
pub(super) fn is_for_a_person(step: &Step) -> bool {
    step.agent.kind == AgentKind::Person
}
