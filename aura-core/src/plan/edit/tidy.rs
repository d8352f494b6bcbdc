//! After a change: gateways without a purpose are dissolved, what cannot be reached is swept out, shares add up.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::graph::Graph;
use super::{supply, uses};
use crate::domain::id::{AssumptionId, FlowId, NodeId, ScreenId};
use crate::domain::metric::Measure;
use crate::domain::plan::{GatewayRule, NodeKind, Outcome, Plan};
use crate::domain::quantity::Distribution;
use crate::domain::step::{EndCase, FailureEffect};
use crate::error::Result;

impl Draft<'_> {
    /// Tidies up after one operation.
    pub(crate) fn finish(&mut self) -> Result<()> {
        let bound = self.plan.nodes.len() + self.plan.flows.len() + 1;
        for _ in 0..bound {
            self.sweep_nodes();
            if !self.dissolve_one() {
                break;
            }
        }
        self.separate_merges()?;
        self.mend_references();
        self.mend_splits()?;
        self.sweep_assets();
        Ok(())
    }

    /// Removes what could be reached before and cannot be reached now.
    fn sweep_nodes(&mut self) {
        let before = Graph::new(self.before).reachable();
        let known: BTreeSet<&NodeId> = self.before.nodes.iter().map(|node| &node.id).collect();
        let now = self.graph().reachable();
        self.plan.nodes.retain(|node| {
            now.contains(&node.id) || (known.contains(&node.id) && !before.contains(&node.id))
        });
        let left: BTreeSet<NodeId> = self.plan.nodes.iter().map(|node| node.id.clone()).collect();
        self.plan.flows.retain(|flow| left.contains(&flow.from) && left.contains(&flow.to));
    }

    /// Dissolves one gateway that the change left without a purpose, or removes one flow that it left so.
    fn dissolve_one(&mut self) -> bool {
        let changed = self.changed_gateways();
        for (gateway, rule) in &changed {
            let graph = self.graph();
            let outs: Vec<(FlowId, NodeId)> =
                graph.ways_out(gateway).into_iter().map(|flow| (flow.id.clone(), flow.to.clone())).collect();
            let ins: Vec<FlowId> = graph.ways_in(gateway).into_iter().map(|flow| flow.id.clone()).collect();
            let Some((_, target)) = outs.first().cloned() else { continue };
            let all_same = outs.iter().all(|(_, to)| *to == target);
            let is_plain = matches!(rule, GatewayRule::Exclusive | GatewayRule::Inclusive);
            if target != *gateway
                && ((outs.len() == 1 && ins.len() == 1) || (outs.len() > 1 && all_same && is_plain))
            {
                let all_outs: Vec<FlowId> = outs.into_iter().map(|(id, _)| id).collect();
                self.dissolve(gateway, &ins, &all_outs, &target);
                return true;
            }
            let idle = if *rule == GatewayRule::Parallel && outs.len() > 1 {
                outs.iter().find(|(flow, to)| self.is_idle_branch(flow, to)).map(|(id, _)| id.clone())
            } else if outs.len() > 1 {
                outs.iter().find(|(_, to)| self.is_empty_loop(gateway, to)).map(|(id, _)| id.clone())
            } else {
                None
            };
            if let Some(flow) = idle {
                self.drop_flows(&[flow]);
                return true;
            }
        }
        false
    }

    /// Lets the ways in lead to the target; the first way out vanishes with the gateway.
    fn dissolve(&mut self, gateway: &NodeId, ins: &[FlowId], outs: &[FlowId], target: &NodeId) {
        self.drop_flows(outs);
        self.redirect(ins, target);
        for node in &mut self.plan.nodes {
            if let NodeKind::Step(step) = &mut node.kind {
                for mode in &mut step.failure_modes {
                    if let FailureEffect::GoTo(to) = &mut mode.then
                        && to.node == *gateway
                    {
                        to.node = target.clone();
                    }
                }
            }
        }
        self.drop_node(gateway);
    }

    /// Gateways whose flows are not what they were.
    fn changed_gateways(&self) -> Vec<(NodeId, GatewayRule)> {
        let ends = |plan: &Plan, id: &NodeId| -> BTreeSet<(FlowId, NodeId, NodeId)> {
            plan.flows
                .iter()
                .filter(|flow| flow.from == *id || flow.to == *id)
                .map(|flow| (flow.id.clone(), flow.from.clone(), flow.to.clone()))
                .collect()
        };
        let gateways = self.plan.nodes.iter().filter_map(|node| match &node.kind {
            NodeKind::Gateway(gateway) => Some((node.id.clone(), gateway.rule)),
            _ => None,
        });
        gateways.filter(|(id, _)| ends(&self.plan, id) != ends(self.before, id)).collect()
    }

    /// A way of a parallel gateway on which nothing is done.
    fn is_idle_branch(&self, flow: &FlowId, to: &NodeId) -> bool {
        let is_new = !self.before.flows.iter().any(|old| old.id == *flow && old.to == *to);
        let is_parallel_join = self.plan.nodes.iter().any(|node| {
            node.id == *to
                && matches!(&node.kind, NodeKind::Gateway(gateway) if gateway.rule == GatewayRule::Parallel)
        });
        is_new && is_parallel_join && self.graph().is_join(to)
    }

    /// A way from a gateway back to a gateway that leads nowhere else than here.
    fn is_empty_loop(&self, gateway: &NodeId, to: &NodeId) -> bool {
        let is_gateway =
            self.plan.nodes.iter().any(|node| node.id == *to && matches!(node.kind, NodeKind::Gateway(_)));
        to == gateway
            || (is_gateway
                && self.graph().comes_before(to, gateway)
                && self.graph().ways_out(to).iter().all(|flow| flow.to == *gateway))
    }

    /// A parallel division waits for all its ways in. Where a change gave it several, they are alternatives and
    /// meet at a gateway of their own.
    fn separate_merges(&mut self) -> Result<()> {
        for (gateway, rule) in self.changed_gateways() {
            let ways = |plan: &Plan| plan.flows.iter().filter(|flow| flow.to == gateway).count();
            let outs = self.plan.flows.iter().filter(|flow| flow.from == gateway).count();
            if rule != GatewayRule::Parallel || outs < 2 || ways(&self.plan) < 2 || ways(self.before) > 1 {
                continue;
            }
            let ins: Vec<FlowId> = self
                .plan
                .flows
                .iter()
                .filter(|flow| flow.to == gateway)
                .map(|flow| flow.id.clone())
                .collect();
            let title = format!("Before: {}", self.title(&gateway));
            let merge = self.add_gateway(&title, GatewayRule::Exclusive, &gateway, true);
            self.redirect(&ins, &merge);
            self.add_flow(&merge, &gateway);
        }
        Ok(())
    }

    /// References to nodes that are gone.
    fn mend_references(&mut self) {
        let plan = &mut self.plan;
        let left: BTreeSet<NodeId> = plan.nodes.iter().map(|node| node.id.clone()).collect();
        for node in &mut plan.nodes {
            if let NodeKind::Step(step) = &mut node.kind {
                for mode in &mut step.failure_modes {
                    if matches!(&mode.then, FailureEffect::GoTo(to) if !left.contains(&to.node)) {
                        mode.then = FailureEffect::End(EndCase { outcome: Outcome::Failed });
                    }
                }
            }
        }
        let known: BTreeSet<&NodeId> = self.before.nodes.iter().map(|node| &node.id).collect();
        let is_gone = |id: &NodeId| known.contains(id) && !left.contains(id);
        plan.edge_cases.retain(|case| !case.node.as_ref().is_some_and(is_gone));
        plan.metrics.retain(|metric| match &metric.measure {
            Measure::ReachedShare(at) | Measure::VisitsPerCase(at) => !is_gone(&at.node),
            _ => true,
        });
        for rule in &mut plan.rules {
            rule.nodes.retain(|node| !is_gone(node));
        }
        let used: BTreeSet<_> = plan.nodes.iter().filter_map(|node| node.group.clone()).collect();
        let used_before: BTreeSet<_> =
            self.before.nodes.iter().filter_map(|node| node.group.clone()).collect();
        plan.groups.retain(|group| used.contains(&group.id) || !used_before.contains(&group.id));
    }

    /// A gateway whose ways became fewer keeps a default, and its shares add up to 1.
    fn mend_splits(&mut self) -> Result<()> {
        for (gateway, rule) in self.changed_gateways() {
            let outs = |plan: &Plan| -> Vec<FlowId> {
                plan.flows.iter().filter(|flow| flow.from == gateway).map(|flow| flow.id.clone()).collect()
            };
            let now = outs(&self.plan);
            let old = outs(self.before);
            let lost: Vec<FlowId> = old.iter().filter(|flow| !now.contains(flow)).cloned().collect();
            if now.len() == 1 {
                self.make_plain(&now)?;
            }
            if now.len() < 2 || lost.is_empty() || rule == GatewayRule::Parallel {
                continue;
            }
            let lost_default =
                self.before.flows.iter().any(|flow| lost.contains(&flow.id) && flow.is_default);
            if let Some(last) = now.last()
                && lost_default
            {
                let last = self.flow_mut(last)?;
                last.is_default = true;
                last.condition = None;
            }
            if rule == GatewayRule::Exclusive {
                self.make_shares_whole(&now, None)?;
            }
        }
        Ok(())
    }

    /// The only way out of a gateway needs no condition.
    fn make_plain(&mut self, flows: &[FlowId]) -> Result<()> {
        for flow in flows {
            let flow = self.flow_mut(flow)?;
            flow.label = None;
            flow.condition = None;
            flow.probability = None;
            flow.is_default = false;
            flow.max_times = None;
        }
        Ok(())
    }

    /// Scales the shares of a gateway's flows so that they add up to 1; one of them may be held fast.
    pub(crate) fn make_shares_whole(&mut self, flows: &[FlowId], fast: Option<&FlowId>) -> Result<()> {
        let mut shares = Vec::new();
        for flow in flows {
            let Some(assumption) = self.flow(flow)?.probability.clone() else { return Ok(()) };
            let value = self.plan.assumptions.iter().find(|other| other.id == assumption);
            let Some(share) = value.map(|value| value.value.mean()) else { return Ok(()) };
            shares.push((flow.clone(), assumption, share));
        }
        let held: f64 = shares.iter().filter(|(flow, ..)| Some(flow) == fast).map(|(.., share)| share).sum();
        let rest: f64 = shares.iter().filter(|(flow, ..)| Some(flow) != fast).map(|(.., share)| share).sum();
        let free = shares.iter().filter(|(flow, ..)| Some(flow) != fast).count();
        if free == 0 || (held + rest - 1.0).abs() < 1e-9 {
            return Ok(());
        }
        for (flow, assumption, share) in shares {
            if Some(&flow) == fast {
                continue;
            }
            let part = if rest > 0.0 { share / rest } else { 1.0 / free as f64 };
            self.set_share(&flow, &assumption, (1.0 - held).max(0.0) * part)?;
        }
        Ok(())
    }

    /// Gives a flow another share; an assumption that others use as well is left alone and copied.
    fn set_share(&mut self, flow: &FlowId, assumption: &AssumptionId, share: f64) -> Result<()> {
        let is_shared = uses::assumptions(&self.plan).get(assumption).is_some_and(|uses| *uses > 1);
        if is_shared {
            let Some(old) = self.plan.assumptions.iter().find(|other| other.id == *assumption).cloned()
            else {
                return Ok(());
            };
            let (low, high) = supply::share_range(share);
            let copy =
                self.assume(&old.statement, Distribution::fixed(share), old.unit, (low, high), old.origin);
            self.flow_mut(flow)?.probability = Some(copy);
        } else if let Some(present) = self.plan.assumptions.iter_mut().find(|other| other.id == *assumption) {
            let (low, high) = supply::share_range(share);
            (present.value, present.low, present.high) = (Distribution::fixed(share), low, high);
        }
        Ok(())
    }

    /// Assumptions and screens that were used before and are used no more.
    fn sweep_assets(&mut self) {
        let known: BTreeSet<&AssumptionId> = self.before.assumptions.iter().map(|other| &other.id).collect();
        let used_before = uses::assumptions(self.before);
        let used: BTreeSet<AssumptionId> = uses::assumptions(&self.plan).into_keys().cloned().collect();
        self.plan.assumptions.retain(|assumption| {
            let was_idle = known.contains(&assumption.id) && !used_before.contains_key(&assumption.id);
            used.contains(&assumption.id) || was_idle
        });

        let known: BTreeSet<&ScreenId> = self.before.screens.iter().map(|screen| &screen.id).collect();
        let shown_before = uses::screens(self.before);
        let shown: BTreeSet<ScreenId> = uses::screens(&self.plan).into_iter().cloned().collect();
        self.plan.screens.retain(|screen| {
            let was_idle = known.contains(&screen.id) && !shown_before.contains(&screen.id);
            shown.contains(&screen.id) || was_idle
        });
    }
}
