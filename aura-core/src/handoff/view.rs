//! A plan with its look-ups: nodes, flows, actors, data and numbers by id, and the numbers of its steps.

use std::collections::BTreeMap;

use crate::domain::actor::Actor;
use crate::domain::data::DataObject;
use crate::domain::id::{ActorId, AssumptionId, DataId, NodeId, OperationId, ServiceId};
use crate::domain::id::{ResourceId, ScreenId};
use crate::domain::plan::{
    Assumption, Flow, GatewayRule, Node, NodeKind, Outcome, Plan, Screen, Service, ServiceOperation,
};
use crate::domain::resource::Resource;
use crate::domain::step::{FailureEffect, FailureMode, Step, Undo};

use super::words;

/// A plan that can be asked.
pub(super) struct PlanView<'plan> {
    /// The plan itself.
    pub(super) plan: &'plan Plan,
    nodes: BTreeMap<&'plan NodeId, (usize, &'plan Node)>,
    assumptions: BTreeMap<&'plan AssumptionId, &'plan Assumption>,
    data: BTreeMap<&'plan DataId, &'plan DataObject>,
    numbers: BTreeMap<&'plan NodeId, usize>,
    into: BTreeMap<&'plan NodeId, Vec<&'plan Flow>>,
    out: BTreeMap<&'plan NodeId, Vec<&'plan Flow>>,
}

impl<'plan> PlanView<'plan> {
    pub(super) fn new(plan: &'plan Plan) -> Self {
        let nodes: BTreeMap<_, _> =
            plan.nodes.iter().enumerate().map(|(index, node)| (&node.id, (index, node))).collect();
        let mut numbers = BTreeMap::new();
        for node in plan.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Step(_))) {
            numbers.insert(&node.id, numbers.len() + 1);
        }
        let mut into: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut out: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for flow in &plan.flows {
            if nodes.contains_key(&flow.from) && nodes.contains_key(&flow.to) {
                into.entry(&flow.to).or_default().push(flow);
                out.entry(&flow.from).or_default().push(flow);
            }
        }
        PlanView {
            plan,
            nodes,
            assumptions: plan.assumptions.iter().map(|assumption| (&assumption.id, assumption)).collect(),
            data: plan.data.iter().map(|object| (&object.id, object)).collect(),
            numbers,
            into,
            out,
        }
    }

    pub(super) fn node(&self, id: &NodeId) -> Option<&'plan Node> {
        self.nodes.get(id).map(|(_, node)| *node)
    }

    /// Position in the plan's list, which is the reading order.
    pub(super) fn position(&self, id: &NodeId) -> usize {
        self.nodes.get(id).map_or(usize::MAX, |(index, _)| *index)
    }

    /// The number of a step as people see it, from 1.
    pub(super) fn number(&self, id: &NodeId) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// `step 3, “Pay”` or the title of another node.
    pub(super) fn place(&self, id: &NodeId) -> String {
        match (self.number(id), self.node(id)) {
            (Some(number), Some(node)) => format!("step {number}, “{}”", words::one_line(&node.title)),
            (None, Some(node)) => format!("“{}”", words::one_line(&node.title)),
            _ => id.to_string(),
        }
    }

    pub(super) fn title(&self, id: &NodeId) -> String {
        self.node(id).map_or_else(|| id.to_string(), |node| words::one_line(&node.title))
    }

    pub(super) fn steps(&self) -> impl Iterator<Item = (usize, &'plan Node, &'plan Step)> + '_ {
        self.plan.nodes.iter().filter_map(|node| match &node.kind {
            NodeKind::Step(step) => Some((self.number(&node.id)?, node, step.as_ref())),
            _ => None,
        })
    }

    pub(super) fn start(&self) -> Option<&'plan Node> {
        self.plan.nodes.iter().find(|node| matches!(node.kind, NodeKind::Start))
    }

    pub(super) fn flows_into(&self, id: &NodeId) -> &[&'plan Flow] {
        self.into.get(id).map_or(&[], Vec::as_slice)
    }

    /// How many flows and failures lead to a node.
    pub(super) fn ways_into(&self, id: &NodeId) -> usize {
        let by_failure = self
            .steps()
            .flat_map(|(_, _, step)| &step.failure_modes)
            .filter(|failure| matches!(&failure.then, FailureEffect::GoTo(go) if go.node == *id))
            .count();
        self.flows_into(id).len() + by_failure
    }

    pub(super) fn flows_out_of(&self, id: &NodeId) -> &[&'plan Flow] {
        self.out.get(id).map_or(&[], Vec::as_slice)
    }

    pub(super) fn actor(&self, id: &ActorId) -> Option<&'plan Actor> {
        self.plan.actors.iter().find(|actor| actor.id == *id)
    }

    pub(super) fn actor_name(&self, id: &ActorId) -> String {
        self.actor(id).map_or_else(|| id.to_string(), |actor| words::one_line(&actor.name))
    }

    pub(super) fn assumption(&self, id: &AssumptionId) -> Option<&'plan Assumption> {
        self.assumptions.get(id).copied()
    }

    /// The mean of an assumption.
    pub(super) fn mean(&self, id: &AssumptionId) -> Option<f64> {
        self.assumption(id).map(|assumption| assumption.value.mean())
    }

    pub(super) fn data(&self, id: &DataId) -> Option<&'plan DataObject> {
        self.data.get(id).copied()
    }

    pub(super) fn data_name(&self, id: &DataId) -> String {
        self.data(id).map_or_else(|| id.to_string(), |object| words::one_line(&object.name))
    }

    pub(super) fn screen(&self, id: &ScreenId) -> Option<&'plan Screen> {
        self.plan.screens.iter().find(|screen| screen.id == *id)
    }

    pub(super) fn resource(&self, id: &ResourceId) -> Option<&'plan Resource> {
        self.plan.resources.iter().find(|resource| resource.id == *id)
    }

    pub(super) fn operation(
        &self,
        service: &ServiceId,
        operation: &OperationId,
    ) -> Option<(&'plan Service, &'plan ServiceOperation)> {
        let service = self.plan.services.iter().find(|candidate| candidate.id == *service)?;
        let operation = service.operations.iter().find(|candidate| candidate.id == *operation)?;
        Some((service, operation))
    }

    /// Whether the way divides here into several possible ways.
    pub(super) fn divides(&self, node: &Node) -> bool {
        self.flows_out_of(&node.id).len() > 1
            && matches!(&node.kind, NodeKind::Gateway(gateway) if gateway.rule != GatewayRule::Parallel)
    }

    /// How long it takes to take a step back, and what it costs.
    pub(super) fn undo_words(&self, undo: &Undo) -> String {
        let time = undo.working_time.as_ref().and_then(|id| self.mean(id));
        let time = time.map(|time| format!("takes about {}", words::duration(time)));
        let cost = undo.cost.as_ref().and_then(|id| self.assumption(id));
        let cost = cost.map(|cost| format!("costs about {}", words::amount(cost.value.mean(), &cost.unit)));
        let parts: Vec<String> = time.into_iter().chain(cost).collect();
        match parts.is_empty() {
            true => "Done where the case fails later.".to_owned(),
            false => format!("Done where the case fails later; it {}.", parts.join(" and ")),
        }
    }

    /// What happens after a failure, in one sentence.
    pub(super) fn effect_words(&self, failure: &FailureMode) -> String {
        match &failure.then {
            FailureEffect::Retry(retry) => {
                let wait = if retry.delay_ms == 0 {
                    String::new()
                } else {
                    format!(" after {}", words::duration(retry.delay_ms as f64))
                };
                let growth = if retry.backoff_percent > 100 && retry.delay_ms > 0 {
                    format!(
                        ", each wait {} times the one before",
                        words::number(f64::from(retry.backoff_percent) / 100.0)
                    )
                } else {
                    String::new()
                };
                let end = outcome_clause(retry.otherwise);
                format!("Try again{wait}, at most {}{growth}; then {end}.", times(retry.max_times))
            }
            FailureEffect::GoTo(go) => format!("Go on at {}.", self.place(&go.node)),
            FailureEffect::End(end) => words::sentence(&outcome_clause(end.outcome)),
        }
    }
}

/// How a case ends, as a clause.
pub(super) fn outcome_clause(outcome: Outcome) -> String {
    match outcome {
        Outcome::GoalReached => "the case ends with the goal reached",
        Outcome::Abandoned => "the case ends because the person gave up",
        Outcome::Refused => "the case ends as refused",
        Outcome::Failed => "the case ends as failed",
    }
    .to_owned()
}

/// The name of an outcome for machines.
pub(super) fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::GoalReached => "goal_reached",
        Outcome::Abandoned => "abandoned",
        Outcome::Refused => "refused",
        Outcome::Failed => "failed",
    }
}

/// `once`, `twice`, `3 times`.
pub(super) fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        other => format!("{other} times"),
    }
}
