//! A plan while it is being changed: the few moves that all operations are made of.
//!
//! A part of the plan is taken out (`detach`) and put somewhere (`attach`); gateways that lost their purpose are
//! dissolved and what nobody can reach any more is swept out at the end (`finish` in `tidy`).

use std::collections::BTreeSet;

use super::graph::{Graph, Region};
use super::near;
use crate::domain::id::{AssumptionId, FlowId, NodeId, unused};
use crate::domain::plan::{Assumption, Flow, Node, NodeKind, Plan};
use crate::domain::provenance::{Origin, Quote, Span, TextSource};
use crate::domain::quantity::{Distribution, Unit};
use crate::domain::step::{FailureEffect, Step};
use crate::error::{Error, ErrorCode, Result};

/// A plan while it is being changed.
pub(crate) struct Draft<'a> {
    /// The plan so far.
    pub(crate) plan: Plan,
    /// The plan as it was.
    pub(crate) before: &'a Plan,
    /// The sentence that asked for the change, where there is one.
    quote: Option<Quote>,
}

/// Where something is put: on these flows, which lead to the same node.
#[derive(Debug, Clone)]
pub(crate) struct Slot {
    /// The flows that will lead to what is put there.
    pub(crate) flows: Vec<FlowId>,
    /// What comes after it.
    pub(crate) to: NodeId,
    /// Next to which node it stands in the reading order.
    pub(crate) beside: NodeId,
    /// Whether before that node (else after it).
    pub(crate) is_before: bool,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(before: &'a Plan, sentence: Option<&str>) -> Self {
        let quote = sentence.map(|text| Quote {
            source: TextSource::Edit,
            span: Span::new(0, text.len()),
            text: text.to_owned(),
        });
        Draft { plan: before.clone(), before, quote }
    }

    /// The origin of what this edit makes.
    pub(crate) fn origin(&self, rule: &str) -> Origin {
        match &self.quote {
            Some(quote) => Origin::stated(vec![quote.clone()], rule, 1.0),
            None => Origin::inferred(rule, "an edit of the plan asks for it", 1.0),
        }
    }

    pub(crate) fn node(&self, id: &NodeId) -> Result<&Node> {
        self.plan.nodes.iter().find(|node| node.id == *id).ok_or_else(|| near::no_node(&self.plan, id))
    }

    pub(crate) fn node_mut(&mut self, id: &NodeId) -> Result<&mut Node> {
        match self.plan.nodes.iter().position(|node| node.id == *id) {
            Some(index) => self.plan.nodes.get_mut(index).ok_or_else(|| internal("a node vanished")),
            None => Err(near::no_node(&self.plan, id)),
        }
    }

    pub(crate) fn step(&self, id: &NodeId) -> Result<&Step> {
        match &self.node(id)?.kind {
            NodeKind::Step(step) => Ok(step),
            _ => Err(near::no_step(&self.plan, id)),
        }
    }

    pub(crate) fn step_mut(&mut self, id: &NodeId) -> Result<&mut Step> {
        self.step(id)?;
        match &mut self.node_mut(id)?.kind {
            NodeKind::Step(step) => Ok(step),
            _ => Err(internal("a step is no step")),
        }
    }

    pub(crate) fn flow(&self, id: &FlowId) -> Result<&Flow> {
        self.plan.flows.iter().find(|flow| flow.id == *id).ok_or_else(|| near::no_flow(&self.plan, id))
    }

    pub(crate) fn flow_mut(&mut self, id: &FlowId) -> Result<&mut Flow> {
        match self.plan.flows.iter().position(|flow| flow.id == *id) {
            Some(index) => self.plan.flows.get_mut(index).ok_or_else(|| internal("a flow vanished")),
            None => Err(near::no_flow(&self.plan, id)),
        }
    }

    pub(crate) fn graph(&self) -> Graph<'_> {
        Graph::new(&self.plan)
    }

    /// The part that hangs together around some nodes.
    ///
    /// # Errors
    /// `invalid_edit` where the nodes have no common way in and out.
    pub(crate) fn region(&self, nodes: &[NodeId]) -> Result<Region> {
        for node in nodes {
            if matches!(self.node(node)?.kind, NodeKind::Start | NodeKind::End(_)) {
                return Err(Error::new(
                    ErrorCode::InvalidEdit,
                    format!("`{}` is where the plan begins or ends and stays where it is", self.title(node)),
                )
                .with_hint("name a step, a wait or a decision"));
            }
        }
        self.graph().region(nodes).ok_or_else(|| {
            let names: Vec<String> = nodes.iter().map(|node| format!("`{}`", self.title(node))).collect();
            Error::new(
                ErrorCode::InvalidEdit,
                format!(
                    "{} cannot be handled as one part: its ways do not come together again",
                    names.join(" and ")
                ),
            )
            .with_hint("name steps that follow one another on one way through the plan")
        })
    }

    /// The title of a node, or its id where there is none.
    pub(crate) fn title(&self, id: &NodeId) -> String {
        let node = self.plan.nodes.iter().find(|node| node.id == *id);
        node.map_or_else(|| id.to_string(), |node| node.title.clone())
    }

    /// Makes a node; it stands beside another one in the reading order.
    pub(crate) fn add_node(
        &mut self,
        prefix: &'static str,
        title: &str,
        kind: NodeKind,
        beside: &NodeId,
        is_before: bool,
    ) -> NodeId {
        let nodes = &self.plan.nodes;
        let old = &self.before.nodes;
        let id = unused(NodeId::from_text(prefix, title), NodeId::numbered, |id| {
            nodes.iter().chain(old).any(|node| node.id == *id)
        });
        let origin = self.origin("edit.new_node");
        let group = nodes.iter().find(|node| node.id == *beside).and_then(|node| node.group.clone());
        let node = Node { id: id.clone(), title: title.to_owned(), kind, group, notes: Vec::new(), origin };
        let at = self.reading_position(beside, is_before);
        self.plan.nodes.insert(at, node);
        id
    }

    /// Makes a flow.
    pub(crate) fn add_flow(&mut self, from: &NodeId, to: &NodeId) -> FlowId {
        let flows = &self.plan.flows;
        let old = &self.before.flows;
        let wanted = FlowId::named(&format!("{from}_to_{to}"));
        let id = unused(wanted, FlowId::numbered, |id| flows.iter().chain(old).any(|flow| flow.id == *id));
        self.plan.flows.push(Flow {
            id: id.clone(),
            from: from.clone(),
            to: to.clone(),
            label: None,
            condition: None,
            probability: None,
            is_default: false,
            max_times: None,
        });
        id
    }

    /// Makes an assumption.
    pub(crate) fn assume(
        &mut self,
        statement: &str,
        value: Distribution,
        unit: Unit,
        range: (f64, f64),
        origin: Origin,
    ) -> AssumptionId {
        let present = &self.plan.assumptions;
        let old = &self.before.assumptions;
        let id = unused(AssumptionId::named(statement), AssumptionId::numbered, |id| {
            present.iter().chain(old).any(|assumption| assumption.id == *id)
        });
        self.plan.assumptions.push(Assumption {
            id: id.clone(),
            statement: statement.to_owned(),
            value,
            unit,
            low: range.0,
            high: range.1,
            origin,
        });
        id
    }

    /// Takes a part out: what came before leads to what comes after. Gives the flows that left it, which now hang
    /// in the air and belong to the part.
    pub(crate) fn detach(&mut self, region: &Region) -> Vec<FlowId> {
        self.redirect(&region.ways_in, &region.next);
        self.retarget_failures(&region.nodes, &region.entry, &region.next);
        // Meanwhile the ways out lead back into the part, so that nothing outside sees them.
        self.redirect(&region.ways_out, &region.entry);
        region.ways_out.clone()
    }

    /// Puts a part somewhere: the slot's flows lead to its entry, its exits to what comes after.
    pub(crate) fn attach(&mut self, slot: &Slot, entry: &NodeId, exits: &[FlowId]) {
        self.redirect(&slot.flows, entry);
        self.redirect(exits, &slot.to);
    }

    /// Lets flows lead to another node.
    pub(crate) fn redirect(&mut self, flows: &[FlowId], to: &NodeId) {
        for flow in self.plan.flows.iter_mut().filter(|flow| flows.contains(&flow.id)) {
            flow.to = to.clone();
        }
    }

    /// Removes flows.
    pub(crate) fn drop_flows(&mut self, flows: &[FlowId]) {
        self.plan.flows.retain(|flow| !flows.contains(&flow.id));
    }

    /// Removes a node. Its flows must have been seen to.
    pub(crate) fn drop_node(&mut self, id: &NodeId) {
        self.plan.nodes.retain(|node| node.id != *id);
    }

    /// Moves nodes beside another one in the reading order, keeping their own order.
    pub(crate) fn place_nodes(&mut self, moved: &BTreeSet<NodeId>, beside: &NodeId, is_before: bool) {
        let (taken, left): (Vec<Node>, Vec<Node>) =
            std::mem::take(&mut self.plan.nodes).into_iter().partition(|node| moved.contains(&node.id));
        self.plan.nodes = left;
        let at = self.reading_position(beside, is_before);
        for (offset, node) in taken.into_iter().enumerate() {
            self.plan.nodes.insert(at + offset, node);
        }
    }

    fn reading_position(&self, beside: &NodeId, is_before: bool) -> usize {
        let position = self.plan.nodes.iter().position(|node| node.id == *beside);
        match position {
            Some(index) if is_before => index,
            Some(index) => index + 1,
            None => self.plan.nodes.len(),
        }
    }

    /// Failures elsewhere that led to a part now lead to what comes after it.
    fn retarget_failures(&mut self, inside: &BTreeSet<NodeId>, from: &NodeId, to: &NodeId) {
        for node in self.plan.nodes.iter_mut().filter(|node| !inside.contains(&node.id)) {
            if let NodeKind::Step(step) = &mut node.kind {
                for mode in &mut step.failure_modes {
                    if let FailureEffect::GoTo(target) = &mut mode.then
                        && target.node == *from
                    {
                        target.node = to.clone();
                    }
                }
            }
        }
    }
}

/// A fault of our own.
pub(crate) fn internal(what: &str) -> Error {
    Error::new(ErrorCode::Internal, what)
}
