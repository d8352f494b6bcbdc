//! From a place in words of the domain to the flows on which something is put.

use super::draft::{Draft, Slot};
use crate::domain::edit::{NodePair, Place};
use crate::domain::id::{FlowId, NodeId};
use crate::domain::plan::{NodeKind, Outcome};
use crate::error::{Error, ErrorCode, Result};

impl Draft<'_> {
    /// The slot of a place.
    ///
    /// # Errors
    /// `invalid_edit` where there is no such place.
    pub(crate) fn slot(&self, place: &Place) -> Result<Slot> {
        match place {
            Place::Before(target) => self.slot_before(&target.node),
            Place::After(target) => self.slot_after(&target.node),
            Place::Between(pair) => self.slot_between(pair),
            Place::AtStart => {
                let start = self.plan.nodes.iter().find(|node| matches!(node.kind, NodeKind::Start));
                match start.map(|start| start.id.clone()) {
                    Some(start) => self.slot_after(&start),
                    None => Err(Error::new(ErrorCode::InvalidEdit, "the plan has no start")),
                }
            }
            Place::AtEnd => {
                let goal = self.plan.nodes.iter().find(
                    |node| matches!(&node.kind, NodeKind::End(end) if end.outcome == Outcome::GoalReached),
                );
                match goal.map(|goal| goal.id.clone()) {
                    Some(goal) => self.slot_before(&goal),
                    None => {
                        Err(Error::new(ErrorCode::InvalidEdit, "the plan has no end that reaches the goal")
                            .with_hint("say before or after which step"))
                    }
                }
            }
        }
    }

    fn slot_before(&self, node: &NodeId) -> Result<Slot> {
        if matches!(self.node(node)?.kind, NodeKind::Start) {
            return Err(Error::new(ErrorCode::InvalidEdit, "nothing can come before the start")
                .with_hint("put it at the start instead: right after it"));
        }
        let graph = self.graph();
        let forward = graph.forward_ways_in(node);
        let is_gateway = matches!(self.node(node)?.kind, NodeKind::Gateway(_));
        if is_gateway && graph.is_join(node) {
            // What all ways must pass before they come together is what comes right after they did.
            return self.slot_after(node);
        }
        let flows: Vec<FlowId> = forward.iter().map(|flow| flow.id.clone()).collect();
        if flows.is_empty() {
            return Err(Error::new(
                ErrorCode::InvalidEdit,
                format!("nothing leads to `{}`", self.title(node)),
            ));
        }
        Ok(Slot { flows, to: node.clone(), beside: node.clone(), is_before: true })
    }

    fn slot_after(&self, node: &NodeId) -> Result<Slot> {
        match &self.node(node)?.kind {
            NodeKind::End(_) => {
                return Err(Error::new(
                    ErrorCode::InvalidEdit,
                    format!("nothing can come after `{}`, where the case ends", self.title(node)),
                )
                .with_hint("put it before that end"));
            }
            NodeKind::Gateway(_) => {
                let region = self.region(std::slice::from_ref(node))?;
                let last = self.plan.nodes.iter().rev().find(|other| region.nodes.contains(&other.id));
                let beside = last.map_or_else(|| node.clone(), |last| last.id.clone());
                return Ok(Slot { flows: region.ways_out, to: region.next, beside, is_before: false });
            }
            _ => {}
        }
        let graph = self.graph();
        match graph.ways_out(node).as_slice() {
            [only] => Ok(Slot {
                flows: vec![only.id.clone()],
                to: only.to.clone(),
                beside: node.clone(),
                is_before: false,
            }),
            _ => Err(Error::new(
                ErrorCode::InvalidEdit,
                format!("`{}` does not lead to exactly one other step", self.title(node)),
            )),
        }
    }

    fn slot_between(&self, pair: &NodePair) -> Result<Slot> {
        let (first, second) = (&pair.first, &pair.second);
        self.node(first)?;
        self.node(second)?;
        let graph = self.graph();
        let direct: Vec<FlowId> = graph
            .ways_out(first)
            .into_iter()
            .filter(|flow| flow.to == *second)
            .map(|flow| flow.id.clone())
            .collect();
        if !direct.is_empty() {
            return Ok(Slot { flows: direct, to: second.clone(), beside: first.clone(), is_before: false });
        }
        if let Some(region) =
            graph.region(std::slice::from_ref(first)).filter(|region| region.next == *second)
        {
            return Ok(Slot {
                flows: region.ways_out,
                to: region.next,
                beside: second.clone(),
                is_before: true,
            });
        }
        // Only gateways between: on the first one's way out, which belongs to it alone.
        if let [only] = graph.ways_out(first).as_slice()
            && self.leads_by_gateways(&only.to, second)
        {
            return self.slot_after(first);
        }
        if let [only] = graph.forward_ways_in(second).as_slice()
            && self.leads_by_gateways(first, &only.to)
        {
            return self.slot_before(second);
        }
        Err(Error::new(
            ErrorCode::InvalidEdit,
            format!("`{}` does not lead to `{}`", self.title(first), self.title(second)),
        )
        .with_hint("name two steps that follow one another"))
    }

    fn leads_by_gateways(&self, from: &NodeId, to: &NodeId) -> bool {
        let graph = self.graph();
        let mut waiting = vec![from.clone()];
        let mut seen = std::collections::BTreeSet::new();
        while let Some(node) = waiting.pop() {
            if node == *to {
                return true;
            }
            let is_gateway = self.node(&node).is_ok_and(|node| matches!(node.kind, NodeKind::Gateway(_)));
            if is_gateway && seen.insert(node.clone()) {
                waiting.extend(graph.ways_out(&node).into_iter().map(|flow| flow.to.clone()));
            }
        }
        false
    }
}
