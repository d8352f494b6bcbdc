//! Operations on the shape: parallel, sequential, conditional, loops, gateways, branches, waits, approvals.

use super::draft::{Draft, Slot, internal};
use super::graph::Region;
use super::steps::{checked_title, distinct};
use super::supply;
use crate::domain::edit::{
    ApprovalBefore, BranchCondition, ConditionalNode, GatewayChange, LoopNodes, NodeTarget, Place, WaitBefore,
};
use crate::domain::id::{FlowId, NodeId};
use crate::domain::plan::{EndEvent, Gateway, GatewayRule, NodeKind, Outcome, TimerEvent};
use crate::domain::provenance::Origin;
use crate::domain::quantity::{Distribution, Unit};
use crate::error::{Error, ErrorCode, Result};

/// How likely another round is assumed to be.
const AGAIN_SHARE: f64 = 0.2;
/// How likely an approval is assumed to be given.
const APPROVAL_SHARE: f64 = 0.9;
/// Most rounds of a loop.
const MAX_ROUNDS: u32 = 1_000;

impl Draft<'_> {
    pub(super) fn add_gateway(
        &mut self,
        title: &str,
        rule: GatewayRule,
        beside: &NodeId,
        is_before: bool,
    ) -> NodeId {
        self.add_node(
            "gate_",
            title,
            NodeKind::Gateway(Gateway { rule, conditions_first: false }),
            beside,
            is_before,
        )
    }

    pub(super) fn make_parallel(&mut self, nodes: &[NodeId]) -> Result<()> {
        let nodes = at_least_two(nodes)?;
        if let Some(split) = self.split_over(&nodes)? {
            return self.change_gateway(&GatewayChange { node: split, rule: GatewayRule::Parallel });
        }
        let regions = self.separate_regions(&nodes)?;
        let mut rest = regions.iter();
        let first = rest.next().ok_or_else(|| internal("no part"))?;
        let mut branches = vec![(first.clone(), first.ways_out.clone())];
        for region in rest {
            let exits = self.detach(region);
            branches.push((region.clone(), exits));
        }
        // What surrounds the first part may have changed when the others went.
        let first = self.region(std::slice::from_ref(first_of(&nodes)?))?;
        let split = self.add_gateway("Do at the same time", GatewayRule::Parallel, &first.entry, true);
        let last = self.last_in_reading_order(&first);
        let join = self.add_gateway("All of it done", GatewayRule::Parallel, &last, false);
        self.redirect(&first.ways_in, &split);
        self.add_flow(&join, &first.next);
        for (index, (region, exits)) in branches.iter().enumerate() {
            let exits = if index == 0 { first.ways_out.clone() } else { exits.clone() };
            let slot = Slot { flows: vec![], to: join.clone(), beside: join.clone(), is_before: true };
            let exits = self.one_exit(region, &slot, &exits)?;
            self.redirect(&exits, &join);
            self.add_flow(&split, &region.entry);
            if index > 0 {
                self.place_nodes(&region.nodes, &join, true);
            }
        }
        Ok(())
    }

    /// The gateway whose ways hold exactly the given nodes, one part each.
    fn split_over(&self, nodes: &[NodeId]) -> Result<Option<NodeId>> {
        let Some(region) = self.graph().region(nodes) else { return Ok(None) };
        let is_plain_split = matches!(&self.node(&region.entry)?.kind,
            NodeKind::Gateway(gateway) if gateway.rule != GatewayRule::EventBased);
        if nodes.contains(&region.entry) || !is_plain_split {
            return Ok(None);
        }
        let graph = self.graph();
        let ways = graph.ways_out(&region.entry);
        if ways.iter().any(|flow| graph.is_back(flow)) {
            return Ok(None);
        }
        let heads: Vec<NodeId> = ways
            .iter()
            .map(|flow| flow.to.clone())
            .filter(|to| region.nodes.contains(to) && !graph.is_join(to))
            .collect();
        let covers = heads.len() == nodes.len()
            && heads
                .iter()
                .all(|head| nodes.iter().any(|node| node == head || graph.comes_before(head, node)));
        Ok(covers.then_some(region.entry))
    }

    fn separate_regions(&self, nodes: &[NodeId]) -> Result<Vec<Region>> {
        let mut regions: Vec<Region> = Vec::new();
        for node in nodes {
            let region = self.region(std::slice::from_ref(node))?;
            if regions.iter().any(|other| !other.nodes.is_disjoint(&region.nodes)) {
                return Err(Error::new(
                    ErrorCode::InvalidEdit,
                    format!("`{}` is part of another step that is named", self.title(node)),
                )
                .with_hint("name parts that do not overlap"));
            }
            regions.push(region);
        }
        Ok(regions)
    }

    pub(super) fn last_in_reading_order(&self, region: &Region) -> NodeId {
        let last = self.plan.nodes.iter().rev().find(|node| region.nodes.contains(&node.id));
        last.map_or_else(|| region.entry.clone(), |node| node.id.clone())
    }

    pub(super) fn make_sequential(&mut self, nodes: &[NodeId]) -> Result<()> {
        let nodes = at_least_two(nodes)?;
        let split = self.split_over(&nodes)?;
        self.separate_regions(&nodes)?;
        for pair in nodes.windows(2) {
            if let [before, node] = pair {
                let region = self.region(std::slice::from_ref(node))?;
                let exits = self.detach(&region);
                let slot = self.slot(&Place::After(NodeTarget { node: before.clone() }))?;
                self.put_region(&region, &slot, &exits)?;
            }
        }
        // Where the ways of one gateway became a sequence, nothing is left to divide.
        if let Some(split) = split {
            let first = first_of(&nodes)?.clone();
            let graph = self.graph();
            let idle: Vec<FlowId> = graph
                .ways_out(&split)
                .into_iter()
                .filter(|flow| flow.to != first && !graph.comes_before(&flow.to, &first))
                .map(|flow| flow.id.clone())
                .collect();
            self.drop_flows(&idle);
        }
        Ok(())
    }

    pub(super) fn make_conditional(&mut self, order: &ConditionalNode) -> Result<()> {
        let condition = checked_title(&order.condition)?;
        let mut named = vec![order.node.clone()];
        named.extend(order.last.clone());
        let region = self.region(&named)?;
        let last = self.last_in_reading_order(&region);
        let split = self.add_gateway(&question(&condition), GatewayRule::Exclusive, &region.entry, true);
        let join = self.add_gateway(
            &format!("After: {}", question(&condition)),
            GatewayRule::Exclusive,
            &last,
            false,
        );
        self.redirect(&region.ways_in, &split);
        self.redirect(&region.ways_out, &join);
        self.add_flow(&join, &region.next);
        let yes = self.add_flow(&split, &region.entry);
        let no = self.add_flow(&split, &join);
        if let Some(title) = &order.otherwise {
            let title = checked_title(title)?;
            let slot = Slot { flows: vec![no.clone()], to: join.clone(), beside: join, is_before: true };
            self.new_in_slot(&title, &slot, None, &order.node)?;
        }
        self.decide_between(&yes, &no, &condition, supply::usual_share())
    }

    pub(super) fn make_loop(&mut self, order: &LoopNodes) -> Result<()> {
        let condition = checked_title(&order.condition)?;
        if order.max_times == 0 || order.max_times > MAX_ROUNDS {
            return Err(Error::new(
                ErrorCode::InvalidEdit,
                format!("{} rounds are not possible", order.max_times),
            )
            .with_hint(format!("give a number from 1 to {MAX_ROUNDS}")));
        }
        let region = self.region(&[order.first.clone(), order.last.clone()])?;
        let last = self.last_in_reading_order(&region);
        let head = self.add_gateway(
            &format!("Round of: {}", self.title(&region.entry)),
            GatewayRule::Exclusive,
            &region.entry,
            true,
        );
        let (again_words, title) = if order.while_holds {
            (condition.clone(), question(&condition))
        } else {
            (supply::negated(&condition), question(&condition))
        };
        self.redirect(&region.ways_in, &head);
        let (again, done) = if order.check_first {
            let check = self.add_gateway(&title, GatewayRule::Exclusive, &head, false);
            self.add_flow(&head, &check);
            let again = self.add_flow(&check, &region.entry);
            self.redirect(&region.ways_out, &head);
            (again, self.add_flow(&check, &region.next))
        } else {
            let check = self.add_gateway(&title, GatewayRule::Exclusive, &last, false);
            self.add_flow(&head, &region.entry);
            self.redirect(&region.ways_out, &check);
            let again = self.add_flow(&check, &head);
            (again, self.add_flow(&check, &region.next))
        };
        self.flow_mut(&again)?.max_times = Some(order.max_times);
        self.decide_between(&again, &done, &again_words, AGAIN_SHARE)
    }

    pub(super) fn set_condition(&mut self, order: &BranchCondition) -> Result<()> {
        let condition = checked_title(&order.condition)?;
        let gateway = self.branching(&order.flow)?;
        if matches!(self.gateway_rule(&gateway)?, GatewayRule::Parallel | GatewayRule::EventBased) {
            return Err(Error::new(
                ErrorCode::InvalidEdit,
                format!("all ways of `{}` are taken, so none has a condition", self.title(&gateway)),
            )
            .with_hint("change the gateway to an exclusive one first"));
        }
        let settled = self.condition_of(&condition);
        let flow = self.flow_mut(&order.flow)?;
        let old = flow.label.replace(condition.clone());
        if !flow.is_default {
            flow.condition = Some(settled);
        }
        let others: Vec<FlowId> = self
            .plan
            .flows
            .iter()
            .filter(|other| other.from == gateway && other.id != order.flow)
            .map(|other| other.id.clone())
            .collect();
        if let ([other], Some(old)) = (others.as_slice(), old) {
            let opposite = supply::negated(&condition);
            let has_condition = self.flow(other)?.condition.is_some();
            let against = has_condition.then(|| self.condition_of(&opposite));
            let other = self.flow_mut(other)?;
            if other.label.as_deref().is_some_and(|label| label.eq_ignore_ascii_case(&supply::negated(&old)))
            {
                if against.is_some() {
                    other.condition = against;
                }
                other.label = Some(opposite);
            }
        }
        Ok(())
    }

    pub(super) fn change_gateway(&mut self, order: &GatewayChange) -> Result<()> {
        self.gateway_rule(&order.node)?;
        let region = self.region(std::slice::from_ref(&order.node))?;
        let split = region.entry.clone();
        let graph = self.graph();
        let outs: Vec<FlowId> = graph.ways_out(&split).iter().map(|flow| flow.id.clone()).collect();
        let is_loop = region.nodes.iter().any(|node| {
            graph
                .ways_out(node)
                .iter()
                .any(|flow| graph.is_back(flow) && (flow.from == split || flow.to == split))
        });
        if outs.len() < 2 || is_loop {
            return Err(Error::new(
                ErrorCode::InvalidEdit,
                format!("`{}` does not divide the way forward", self.title(&order.node)),
            )
            .with_hint("name a decision whose ways lead on"));
        }
        let own_join =
            region.ways_out.first().and_then(|flow| self.flow(flow).ok()).map(|flow| flow.from.clone());
        let join = own_join
            .filter(|node| region.ways_out.len() == 1 && *node != split && self.gateway_rule(node).is_ok());
        let join = match join {
            Some(join) => join,
            None => {
                let beside = self.last_in_reading_order(&region);
                let join = self.add_gateway("Together again", order.rule, &beside, false);
                self.redirect(&region.ways_out, &join);
                self.add_flow(&join, &region.next);
                join
            }
        };
        for node in [&split, &join] {
            if let NodeKind::Gateway(gateway) = &mut self.node_mut(node)?.kind {
                gateway.rule = order.rule;
            }
        }
        match order.rule {
            GatewayRule::Parallel | GatewayRule::EventBased => self.drop_conditions(&outs),
            GatewayRule::Exclusive | GatewayRule::Inclusive => self.fill_conditions(&outs),
        }
    }

    fn drop_conditions(&mut self, flows: &[FlowId]) -> Result<()> {
        for flow in flows {
            let flow = self.flow_mut(flow)?;
            (flow.label, flow.condition, flow.probability) = (None, None, None);
            (flow.is_default, flow.max_times) = (false, None);
        }
        Ok(())
    }

    /// Every way but the last gets a condition, every way a share.
    fn fill_conditions(&mut self, flows: &[FlowId]) -> Result<()> {
        let has_default = self.plan.flows.iter().any(|flow| flows.contains(&flow.id) && flow.is_default);
        let even = 1.0 / flows.len() as f64;
        for (index, id) in flows.iter().enumerate() {
            let target = self.title(&self.flow(id)?.to.clone());
            let old = self.flow(id)?;
            let label = old.label.clone().unwrap_or_else(|| format!("it is time for: {target}"));
            let is_last = index + 1 == flows.len();
            let probability = match &old.probability {
                Some(probability) => probability.clone(),
                None => {
                    let reason =
                        Origin::assumed("nobody said how often; all ways are taken to be equally likely");
                    self.assume(
                        &format!("How often it is so: {label}"),
                        Distribution::fixed(even),
                        Unit::Share,
                        supply::share_range(even),
                        reason,
                    )
                }
            };
            let settled = self.condition_of(&label);
            let flow = self.flow_mut(id)?;
            flow.probability = Some(probability);
            if is_last && !has_default {
                flow.is_default = true;
                flow.condition = None;
            } else if !flow.is_default && flow.condition.is_none() {
                flow.condition = Some(settled);
            }
            flow.label = Some(label);
        }
        Ok(())
    }

    pub(super) fn remove_branch(&mut self, flow: &FlowId) -> Result<()> {
        self.branching(flow)?;
        self.drop_flows(std::slice::from_ref(flow));
        Ok(())
    }

    pub(super) fn keep_only_branch(&mut self, flow: &FlowId) -> Result<()> {
        let gateway = self.branching(flow)?;
        self.plan.flows.retain(|other| other.from != gateway || other.id == *flow);
        Ok(())
    }

    /// The dividing gateway that a flow leaves.
    pub(super) fn branching(&self, flow: &FlowId) -> Result<NodeId> {
        let from = self.flow(flow)?.from.clone();
        self.gateway_rule(&from)?;
        if self.graph().is_split(&from) {
            return Ok(from);
        }
        Err(Error::new(ErrorCode::InvalidEdit, format!("`{flow}` is the only way on and not a branch"))
            .with_hint("name a flow that leaves a decision"))
    }

    fn gateway_rule(&self, node: &NodeId) -> Result<GatewayRule> {
        match &self.node(node)?.kind {
            NodeKind::Gateway(gateway) => Ok(gateway.rule),
            _ => Err(Error::new(
                ErrorCode::InvalidEdit,
                format!("`{}` is not a decision or gateway", self.title(node)),
            )
            .with_hint("name a node at which the way divides")),
        }
    }

    pub(super) fn add_wait(&mut self, order: &WaitBefore) -> Result<()> {
        let slot = self.slot(&Place::Before(NodeTarget { node: order.node.clone() }))?;
        let words = super::words::duration(order.duration_ms);
        let mean = order.duration_ms as f64;
        if order.duration_ms == 0 || order.duration_ms > crate::limits::Limits::default().virtual_time_ms {
            return Err(Error::new(ErrorCode::InvalidEdit, format!("a wait of {words} is not possible")));
        }
        let statement = format!("How long is waited before: {}", self.title(&order.node));
        let origin = self.origin("edit.add_wait");
        let duration = self.assume(
            &statement,
            Distribution::fixed(mean),
            Unit::Milliseconds,
            (mean * 0.5, mean * 2.0),
            origin,
        );
        let kind = NodeKind::Timer(TimerEvent { duration });
        let timer = self.add_node("timer_", &format!("Wait {words}"), kind, &slot.beside, slot.is_before);
        let out = self.add_flow(&timer, &slot.to);
        self.attach(&slot, &timer, &[out]);
        Ok(())
    }

    pub(super) fn add_approval(&mut self, order: &ApprovalBefore) -> Result<()> {
        let actor = checked_title(&order.actor)?;
        let title = self.title(&order.node);
        let slot = self.slot(&Place::Before(NodeTarget { node: order.node.clone() }))?;
        let step = self.new_in_slot(
            &checked_title(&format!("Approve: {title}"))?,
            &slot,
            Some(&actor),
            &order.node,
        )?;
        let slot = self.slot(&Place::After(NodeTarget { node: step.clone() }))?;
        let gate =
            self.add_gateway(&format!("Is it approved: {title}?"), GatewayRule::Exclusive, &step, false);
        let kind = NodeKind::End(EndEvent { outcome: Outcome::Refused, ends_case: false });
        let refused = self.add_node("end_", &format!("Not approved: {title}"), kind, &gate, false);
        let go_on = self.add_flow(&gate, &slot.to);
        self.attach(&slot, &gate, &[]);
        let stop = self.add_flow(&gate, &refused);
        self.decide_between(&go_on, &stop, "approved", APPROVAL_SHARE)?;
        if let Ok(step) = self.step_mut(&order.node)
            && let Some(risk) = &mut step.risk
        {
            crate::plan::risk::checked(risk);
        }
        Ok(())
    }
}

fn at_least_two(nodes: &[NodeId]) -> Result<Vec<NodeId>> {
    let nodes = distinct(nodes);
    if nodes.len() < 2 {
        return Err(Error::new(ErrorCode::InvalidEdit, "at least two different steps are needed")
            .with_hint("name both, for example `do step 2 and step 3 at the same time`"));
    }
    Ok(nodes)
}

fn first_of(nodes: &[NodeId]) -> Result<&NodeId> {
    nodes.first().ok_or_else(|| internal("no node"))
}

/// A condition as the title of a decision.
fn question(condition: &str) -> String {
    let mut letters = condition.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}?", letters.as_str().trim_end_matches(['?', '.', ' ']))
}
