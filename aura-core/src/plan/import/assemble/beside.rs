//! Events at the edge of a step that leave it going on.

use std::collections::BTreeSet;

use super::super::model::Boundary;
use super::{Assembly, or};
use crate::domain::id::NodeId;
use crate::domain::plan::{Gateway, GatewayRule, NodeKind};
use crate::domain::step::FailureEffect;

/// How often such an event comes where the model does not say it.
const USUAL_SHARE: f64 = 0.05;

impl Assembly {
    /// Lets what the event leads to happen beside the step; whether that can be said in a plan: only where both ways
    /// never come together again, because the step's way would otherwise be gone twice.
    pub(super) fn add_beside(&mut self, boundary: &Boundary, step: &NodeId, target: &NodeId) -> bool {
        let is_raced = self.raced.contains(&boundary.at);
        let behind = self.reached_from(step);
        if is_raced || behind.contains(target) || !self.reached_from(target).is_disjoint(&behind) {
            return false;
        }
        let title = or(&boundary.title, "something comes meanwhile").to_owned();
        let gateway = Gateway { rule: GatewayRule::Inclusive, conditions_first: false };
        let gate = self.plan.node("gate_", &format!("Meanwhile: {title}?"), NodeKind::Gateway(gateway));
        let plan = self.plan.plan_mut();
        plan.flows.iter_mut().filter(|flow| flow.to == *step).for_each(|flow| flow.to = gate.clone());
        for node in &mut plan.nodes {
            let NodeKind::Step(step_of_node) = &mut node.kind else { continue };
            for mode in &mut step_of_node.failure_modes {
                if let FailureEffect::GoTo(go) = &mut mode.then
                    && go.node == *step
                {
                    go.node = gate.clone();
                }
            }
        }
        let always = self.plan.assume_share(&format!("The step is done whether or not: {title}"), 1.0);
        let reason = "The model does not say how often; one in twenty is a round guess.";
        let share = self.with_assumed(reason, |plan| {
            plan.assume_share(&format!("How often, beside the step: {title}"), USUAL_SHARE)
        });
        for (to, share, label) in [(step, always, "the step"), (target, share, title.as_str())] {
            self.plan.flow(&gate, to);
            if let Some(flow) = self.plan.plan_mut().flows.last_mut() {
                flow.probability = Some(share);
                flow.label = Some(label.to_owned());
            }
        }
        self.elements.insert(boundary.id.clone(), gate.to_string());
        let reason = "in the plan it comes when the step begins, at most once, and as often as assumed, whatever its \
                      event is; the step goes on beside it";
        self.leave_out("boundaryEvent", &boundary.id, reason, true);
        true
    }

    /// Every node that can follow one, with itself.
    fn reached_from(&mut self, from: &NodeId) -> BTreeSet<NodeId> {
        let plan = self.plan.plan_mut();
        let mut reached = BTreeSet::from([from.clone()]);
        let mut open = vec![from.clone()];
        // INVARIANT: each node is opened once.
        while let Some(at) = open.pop() {
            let jumps = plan.nodes.iter().filter(|node| node.id == at).flat_map(|node| match &node.kind {
                NodeKind::Step(step) => step.failure_modes.as_slice(),
                _ => &[],
            });
            let jumps = jumps.filter_map(|mode| match &mode.then {
                FailureEffect::GoTo(go) => Some(&go.node),
                _ => None,
            });
            let flows = plan.flows.iter().filter(|flow| flow.from == at).map(|flow| &flow.to);
            for next in flows.chain(jumps) {
                if reached.insert(next.clone()) {
                    open.push(next.clone());
                }
            }
        }
        reached
    }
}
