//! Flows with their shares and conditions, loops, and events at the edges of steps.

use super::super::model::{Boundary, RawKind, RawNode};
use super::super::{ImportedPlan, NotKept};
use super::{Assembly, USUAL_WORK_MS, arrivals, or};
use crate::domain::id::NodeId;
use crate::domain::plan::{Condition, Flow, GatewayRule, NodeKind};
use crate::domain::quantity::Unit;
use crate::domain::step::{FailureEffect, FailureKind, FailureMode, GoToNode, Undo};
use crate::error::Result;
use crate::plan::condition::{self, Expression};

/// How often something happens of which the model does not say how often.
const USUAL_SHARE: f64 = 0.05;
const USUAL_REPEATS: f64 = 0.2;

impl Assembly {
    pub(super) fn add_flows(&mut self) {
        for raw in self.process.flows.clone() {
            let from = self.exits.get(&raw.from).or_else(|| self.nodes.get(&raw.from)).cloned();
            let (Some(from), Some(to)) = (from, self.nodes.get(&raw.to).cloned()) else {
                let reason = "it leads from or to something that is not in the plan";
                self.leave_out("sequenceFlow", &raw.id, reason, true);
                continue;
            };
            let split = self.process.nodes.iter().find(|node| node.id == raw.from).cloned();
            let ways = self.process.flows.iter().filter(|flow| flow.from == raw.from).count();
            let share = match split {
                Some(RawNode { kind: RawKind::Gateway(rule), title, .. }) if ways > 1 => {
                    self.share(&raw.id, &raw.from, &title, &raw.to, rule, ways)
                }
                _ => None,
            };
            let condition = self.condition(&raw.id);
            // What is no condition of ours still says to people when the flow is taken.
            let label = [&raw.label, &raw.condition].into_iter().find(|text| !text.is_empty()).cloned();
            self.plan.flow(&from, &to);
            let Some(flow) = self.plan.plan_mut().flows.last_mut() else { continue };
            flow.label = label;
            flow.is_default = raw.is_default;
            flow.probability = share;
            flow.condition = condition;
            self.elements.insert(raw.id.clone(), flow.id.to_string());
        }
    }

    /// How often a flow of a dividing gateway is taken.
    fn share(
        &mut self,
        flow: &str,
        gate: &str,
        title: &str,
        to: &str,
        rule: GatewayRule,
        ways: usize,
    ) -> Option<crate::domain::id::AssumptionId> {
        let name = self.process.nodes.iter().find(|node| node.id == to);
        let name = name.map_or(to, |node| or(&node.title, &node.id)).to_owned();
        let at = or(title, gate);
        let statement = format!("How often it goes on to `{name}` at: {at}");
        if let Some(share) = self.parameters.flows.get(flow).copied() {
            return Some(self.with_parameters(|plan| plan.assume_share(&statement, share)));
        }
        let siblings = self.process.flows.iter().filter(|other| other.from == gate);
        let is_known = siblings.clone().any(|other| self.parameters.flows.contains_key(&other.id));
        let equal = match rule {
            GatewayRule::Exclusive if !is_known => 1.0 / ways as f64,
            GatewayRule::Inclusive => 0.5,
            _ => return None,
        };
        let reason = "The model does not say how often; all ways alike are a guess.";
        Some(self.with_assumed(reason, |plan| plan.assume_share(&statement, equal)))
    }

    fn condition(&mut self, flow: &str) -> Option<Condition> {
        let text = self.parameters.conditions.get(flow)?.clone();
        let parsed: Result<Expression> = text.parse();
        let known =
            parsed.and_then(|parsed| condition::check_names(&parsed, self.plan.plan()).map(|()| parsed));
        match known {
            Ok(expression) => {
                let english = condition::english(&expression, self.plan.plan());
                Some(Condition { expression: text, english })
            }
            Err(error) => {
                self.leave_out("condition", flow, &format!("`{text}`: {}", error.message()), true);
                None
            }
        }
    }

    /// A step that is done again, by a way back behind it.
    pub(super) fn add_loop(&mut self, raw: &RawNode, step: &NodeId, title: &str, most: Option<u32>) {
        if self.process.flows.iter().filter(|flow| flow.from == raw.id).count() != 1 {
            self.leave_out("standardLoopCharacteristics", &raw.id, "several flows leave the task", true);
            return;
        }
        let gate = self.plan.decide(&format!("Once more: {title}?"));
        self.plan.flow(step, &gate);
        let reason = "The model does not say how often; one in five is a round guess.";
        let statement = format!("How often it is done once more: {title}");
        let share = self.with_assumed(reason, |plan| plan.assume_share(&statement, USUAL_REPEATS));
        self.plan.flow(&gate, step);
        if let Some(flow) = self.plan.plan_mut().flows.last_mut() {
            *flow = Flow { probability: Some(share), max_times: most, ..flow.clone() };
        }
        self.exits.insert(raw.id.clone(), gate);
    }

    pub(super) fn add_boundaries(&mut self) {
        for boundary in self.process.boundaries.clone() {
            self.add_boundary(&boundary);
        }
    }

    fn add_boundary(&mut self, boundary: &Boundary) {
        let target = self.process.moved.get(&boundary.id).unwrap_or(&boundary.id);
        let target = self.nodes.get(target).cloned();
        let is_scope = self.process.scopes.iter().any(|scope| scope.id == boundary.at);
        let is_thrown = matches!(
            boundary.kind.as_str(),
            "errorEventDefinition" | "cancelEventDefinition" | "escalationEventDefinition"
        );
        if is_scope && is_thrown {
            // Its ends lead there already.
            if let Some(target) = target {
                self.elements.insert(boundary.id.clone(), target.to_string());
            }
            return;
        }
        let step = self.nodes.get(&boundary.at).cloned();
        if let (Some(target), Some(step), false, false) = (&target, &step, boundary.interrupts, is_scope)
            && self.add_beside(boundary, step, target)
        {
            return;
        }
        let (Some(target), Some(step), true, false) = (target, step, boundary.interrupts, is_scope) else {
            let reason = match (boundary.interrupts, is_scope) {
                (false, false) => "what it leads to comes together again with what the step leads to",
                (false, true) => "plans have no events that leave a whole sub-process going on",
                (_, true) => "plans have no events at the edge of a whole sub-process but errors from inside",
                _ => "it leads nowhere, or belongs to nothing",
            };
            self.leave_out("boundaryEvent", &boundary.id, reason, true);
            return;
        };
        self.add_failure(boundary, &step, target);
    }

    fn add_failure(&mut self, boundary: &Boundary, step: &NodeId, target: NodeId) {
        let is_timer = boundary.kind == "timerEventDefinition";
        let (kind, usual) = match boundary.kind.as_str() {
            "timerEventDefinition" => (FailureKind::Timeout, "it takes too long"),
            "errorEventDefinition" => (FailureKind::Unavailable, "it does not work"),
            _ => (FailureKind::Rejected, "something comes between"),
        };
        let title = or(&boundary.title, usual).to_owned();
        let given = self.parameters.events.get(&boundary.id).map(crate::domain::quantity::Distribution::mean);
        let after = given.or(boundary.after_ms);
        let statement = format!("How often: {title}");
        let probability = match (is_timer, after) {
            (true, Some(_)) => self.plan.assume_share(&statement, 0.0),
            _ => self
                .with_assumed("The model does not say how often; one in twenty is a round guess.", |plan| {
                    plan.assume_share(&statement, USUAL_SHARE)
                }),
        };
        let origin = self.plan.present_origin();
        let id = self.plan.failure_id(&title, &[]);
        let nodes = &mut self.plan.plan_mut().nodes;
        let Some(node) = nodes.iter_mut().find(|node| node.id == *step) else { return };
        let NodeKind::Step(step) = &mut node.kind else {
            let reason = "it belongs to something that is no step";
            return self.leave_out("boundaryEvent", &boundary.id, reason, true);
        };
        if let (true, Some(after)) = (is_timer, after) {
            step.limits.time_ms = Some(after.max(0.0) as u64);
        }
        self.elements.insert(boundary.id.clone(), id.to_string());
        let then = FailureEffect::GoTo(GoToNode { node: target });
        step.failure_modes.push(FailureMode { id, title, kind, probability, then, origin });
    }

    /// What takes a task back, with its time where the parameters or a guess say it.
    pub(super) fn undo_of(&mut self, task: &str) -> Option<Undo> {
        let raw = self.process.undos.get(task).cloned()?;
        let statement = format!("How long it takes: {}", raw.title);
        let known = self.parameters.tasks.remove(&raw.id).and_then(|list| list.into_iter().next());
        let working_time = match known {
            Some((_, value)) => {
                let mean = value.mean();
                self.with_parameters(|plan| {
                    plan.assume(&statement, value, Unit::Milliseconds, mean * 0.5, mean * 2.0)
                })
            }
            None => {
                let reason = "The model does not say how long this takes; ten minutes are a round guess.";
                self.with_assumed(reason, |plan| plan.assume_time(&statement, USUAL_WORK_MS))
            }
        };
        let cost = self.parameters.costs.get(&raw.id).copied();
        let statement = format!("What it costs each time: {}", raw.title);
        let cost = cost.map(|cost| self.with_parameters(|plan| plan.assume_money(&statement, cost)));
        Some(Undo { title: raw.title, working_time: Some(working_time), cost })
    }

    /// Activities that something takes back, but that are no step of the plan.
    pub(super) fn name_lost_undos(&mut self) {
        let lost =
            self.process.undos.iter().filter(|(task, undo)| {
                !self.elements.contains_key(&undo.id) || !self.nodes.contains_key(*task)
            });
        let lost: Vec<String> = lost.map(|(_, undo)| undo.id.clone()).collect();
        for id in lost {
            self.leave_out("compensation", &id, "what it takes back is no step of the plan", true);
        }
    }

    /// Parameters of elements that the model does not have.
    pub(super) fn name_strangers(&mut self) {
        let is_known = |id: &String| self.nodes.contains_key(id) || self.process.moved.contains_key(id);
        let tasks: Vec<String> = self.parameters.tasks.keys().filter(|id| !is_known(id)).cloned().collect();
        let flows: Vec<String> =
            self.parameters.flows.keys().filter(|id| !self.elements.contains_key(*id)).cloned().collect();
        for (what, ids) in [("parameters of a task", tasks), ("probability of a flow", flows)] {
            for id in ids {
                self.leave_out(what, &id, "the model has no such element", true);
            }
        }
    }

    pub(super) fn finish(mut self) -> Result<ImportedPlan> {
        for (from, to) in &self.process.moved {
            if let Some(found) = self.nodes.get(to) {
                self.elements.entry(from.clone()).or_insert_with(|| found.to_string());
            }
        }
        Ok(ImportedPlan {
            arrivals: arrivals(&self.parameters),
            cases: self.parameters.cases,
            plan: self.plan.build_unchecked()?,
            elements: self.elements,
            not_kept: self.not_kept,
        })
    }

    pub(super) fn leave_out(&mut self, what: &str, id: &str, reason: &str, matters: bool) {
        self.not_kept.push(NotKept {
            what: what.to_owned(),
            id: id.to_owned(),
            reason: reason.to_owned(),
            matters,
        });
    }
}
