//! The process: pool, lanes, tasks, gateways, events, flows, and the errors and messages that they name.

use super::Xml;
use super::condition::{duration, python};
use crate::domain::plan::{GatewayRule, Outcome};
use crate::domain::step::{FailureEffect, Step, Undo};
use crate::error::Result;
use crate::handoff::drawing::Drawing;
use crate::handoff::view::PlanView;
use crate::handoff::words;
use crate::handoff::workflow::{Exit, ExitTarget, Shape, WorkEdge, WorkNode, Workflow, is_for_a_person};

/// Ids of what belongs to an exit.
pub(super) struct ExitIds {
    pub(super) event: String,
    pub(super) end: String,
    pub(super) flow: String,
}

pub(super) fn exit_ids(exit: &Exit) -> ExitIds {
    let id = &exit.failure.id;
    ExitIds { event: format!("event-{id}"), end: format!("end-{id}"), flow: format!("flow-of-{id}") }
}

/// Ids of what takes a node back.
pub(super) struct UndoIds {
    pub(super) event: String,
    pub(super) task: String,
    pub(super) association: String,
}

pub(super) fn undo_ids(node: &WorkNode) -> UndoIds {
    let id = &node.id;
    UndoIds {
        event: format!("back-from-{id}"),
        task: format!("undo-{id}"),
        association: format!("undo-of-{id}"),
    }
}

pub(super) fn write(xml: &mut Xml, view: &PlanView, drawing: &Drawing) -> Result<()> {
    let workflow = &drawing.workflow;
    let title = words::one_line(&view.plan.title);
    let process = view.plan.id.as_str();
    xml.open("bpmn:collaboration", &[("id", "collaboration")])?;
    xml.empty("bpmn:participant", &[("id", "participant"), ("name", &title), ("processRef", process)])?;
    xml.close("bpmn:collaboration")?;
    // Few engines know compensation, and those that do not refuse the whole process.
    let is_executable = if workflow.has_undo() { "false" } else { "true" };
    xml.open("bpmn:process", &[("id", process), ("name", &title), ("isExecutable", is_executable)])?;
    xml.text("bpmn:documentation", &[], &documentation(view, workflow))?;
    lanes(xml, workflow)?;
    let writer = Process { view, workflow };
    for (index, node) in workflow.nodes.iter().enumerate() {
        writer.node(xml, index, node)?;
    }
    for edge in &workflow.edges {
        writer.flow(xml, edge)?;
    }
    for node in workflow.nodes.iter().filter(|node| node.undo().is_some()) {
        let ids = undo_ids(node);
        let attributes = [
            ("id", ids.association.as_str()),
            ("associationDirection", "One"),
            ("sourceRef", &ids.event),
            ("targetRef", &ids.task),
        ];
        xml.empty("bpmn:association", &attributes)?;
    }
    xml.close("bpmn:process")?;
    for (node, exit) in exits(workflow).filter(|(_, exit)| exit.after_ms.is_none()) {
        let id = format!("error-{}", exit.failure.id);
        let code = exit.failure.id.as_str();
        let name = format!("{} ({})", words::one_line(&exit.failure.title), node.title);
        xml.empty("bpmn:error", &[("id", &id), ("name", &name), ("errorCode", code)])?;
    }
    for node in workflow.nodes.iter().filter(|node| matches!(node.shape, Shape::Message(_))) {
        let what = if is_signal(node) { "signal" } else { "message" };
        let id = format!("{what}-of-{}", node.id);
        xml.empty(&format!("bpmn:{what}"), &[("id", &id), ("name", &node.title)])?;
    }
    Ok(())
}

fn is_signal(node: &WorkNode) -> bool {
    matches!(node.shape, Shape::Message(message) if message.is_signal)
}

fn exits<'a, 'plan>(
    workflow: &'a Workflow<'plan>,
) -> impl Iterator<Item = (&'a WorkNode<'plan>, &'a Exit<'plan>)> {
    workflow.nodes.iter().flat_map(|node| node.exits.iter().map(move |exit| (node, exit)))
}

fn documentation(view: &PlanView, workflow: &Workflow) -> String {
    let undo = if workflow.has_undo() {
        " Where a case does not reach its goal, the steps that were done are taken back, the last one first: \
         compensation. Not every engine knows that; where yours does, mark the process as executable."
    } else {
        ""
    };
    format!(
        "{} Conditions are Python expressions over the case's data; the documentation of each flow has the \
         plan's own condition. A failure is a BPMN error whose code is the id of the failure mode in plan.json: \
         whoever does the task throws it, after the repetitions that the event's documentation asks for.{undo}",
        words::sentence(&view.plan.goal)
    )
}

fn lanes(xml: &mut Xml, workflow: &Workflow) -> Result<()> {
    xml.open("bpmn:laneSet", &[("id", "lanes")])?;
    for (index, lane) in workflow.lanes.iter().enumerate() {
        xml.open("bpmn:lane", &[("id", &format!("lane-{}", index + 1)), ("name", lane)])?;
        for node in workflow.nodes.iter().filter(|node| node.lane == index) {
            xml.text("bpmn:flowNodeRef", &[], &node.id)?;
            if node.undo().is_some() {
                let ids = undo_ids(node);
                xml.text("bpmn:flowNodeRef", &[], &ids.event)?;
                xml.text("bpmn:flowNodeRef", &[], &ids.task)?;
            }
            for exit in &node.exits {
                let ids = exit_ids(exit);
                xml.text("bpmn:flowNodeRef", &[], &ids.event)?;
                if matches!(exit.to, ExitTarget::End(_)) {
                    xml.text("bpmn:flowNodeRef", &[], &ids.end)?;
                }
            }
        }
        xml.close("bpmn:lane")?;
    }
    xml.close("bpmn:laneSet")
}

struct Process<'a, 'plan> {
    view: &'a PlanView<'plan>,
    workflow: &'a Workflow<'plan>,
}

impl Process<'_, '_> {
    fn node(&self, xml: &mut Xml, index: usize, node: &WorkNode) -> Result<()> {
        let element = match node.shape {
            Shape::Start => "bpmn:startEvent",
            Shape::Task(step) if is_for_a_person(step) => "bpmn:userTask",
            Shape::Task(_) => "bpmn:serviceTask",
            Shape::Gateway(GatewayRule::Exclusive) => "bpmn:exclusiveGateway",
            Shape::Gateway(GatewayRule::Inclusive) => "bpmn:inclusiveGateway",
            Shape::Gateway(GatewayRule::Parallel) => "bpmn:parallelGateway",
            Shape::Gateway(GatewayRule::EventBased) => "bpmn:eventBasedGateway",
            Shape::Timer(_) | Shape::Message(_) => "bpmn:intermediateCatchEvent",
            Shape::End(_) => "bpmn:endEvent",
        };
        let mut attributes = vec![("id", node.id.as_str())];
        if !node.title.is_empty() {
            attributes.push(("name", node.title.as_str()));
        }
        let default = self.default_of(index, node);
        if let Some(default) = &default {
            attributes.push(("default", default));
        }
        xml.open(element, &attributes)?;
        if let Some(words) = self.words_of(node) {
            xml.text("bpmn:documentation", &[], &words)?;
        }
        self.ends(xml, index)?;
        self.definition(xml, node)?;
        xml.close(element)?;
        if let (Shape::Task(step), Some(undo)) = (node.shape, node.undo()) {
            self.undo(xml, node, step, undo)?;
        }
        for exit in &node.exits {
            self.exit(xml, node, exit)?;
        }
        Ok(())
    }

    fn ends(&self, xml: &mut Xml, index: usize) -> Result<()> {
        for edge in self.workflow.into(index).iter().filter_map(|edge| self.workflow.edges.get(*edge)) {
            xml.text("bpmn:incoming", &[], &edge.id)?;
        }
        for edge in self.workflow.out_of(index).iter().filter_map(|edge| self.workflow.edges.get(*edge)) {
            xml.text("bpmn:outgoing", &[], &edge.id)?;
        }
        Ok(())
    }

    fn definition(&self, xml: &mut Xml, node: &WorkNode) -> Result<()> {
        match node.shape {
            Shape::Timer(timer) => {
                timer_definition(xml, &node.id, self.view.mean(&timer.duration).unwrap_or(0.0))
            }
            Shape::Message(message) => {
                let what = if message.is_signal { "signal" } else { "message" };
                let (reference, when) = (format!("{what}Ref"), format!("when-{}", node.id));
                let of = format!("{what}-of-{}", node.id);
                let attributes = [("id", when.as_str()), (reference.as_str(), of.as_str())];
                xml.empty(&format!("bpmn:{what}EventDefinition"), &attributes)
            }
            Shape::End(outcome) => self.end_definition(xml, &node.id, outcome),
            Shape::Task(step) => self.repetition(xml, node, step),
            _ => Ok(()),
        }
    }

    /// An end that is not the goal ends the whole case, whatever else still runs in it, after everything was taken back
    /// that can be. An event has only one definition, and taking back is the one that must not be lost.
    fn end_definition(&self, xml: &mut Xml, id: &str, outcome: Outcome) -> Result<()> {
        if outcome == Outcome::GoalReached {
            return Ok(());
        }
        let stop = format!("stop-{id}");
        if self.workflow.has_undo() {
            return xml.empty("bpmn:compensateEventDefinition", &[("id", &stop)]);
        }
        if self.has_parallel_parts() {
            return xml.empty("bpmn:terminateEventDefinition", &[("id", &stop)]);
        }
        Ok(())
    }

    /// What takes a step back: an event at its edge, associated with a task that no flow leads to.
    fn undo(&self, xml: &mut Xml, node: &WorkNode, step: &Step, undo: &Undo) -> Result<()> {
        let ids = undo_ids(node);
        let event = [("id", ids.event.as_str()), ("name", "Taken back"), ("attachedToRef", &node.id)];
        xml.open("bpmn:boundaryEvent", &event)?;
        xml.empty("bpmn:compensateEventDefinition", &[("id", &format!("when-{}", ids.event))])?;
        xml.close("bpmn:boundaryEvent")?;
        let element = if is_for_a_person(step) { "bpmn:userTask" } else { "bpmn:serviceTask" };
        let title = words::one_line(&undo.title);
        let attributes = [("id", ids.task.as_str()), ("name", &title), ("isForCompensation", "true")];
        xml.open(element, &attributes)?;
        xml.text("bpmn:documentation", &[], &self.view.undo_words(undo))?;
        xml.close(element)
    }

    fn has_parallel_parts(&self) -> bool {
        self.workflow
            .nodes
            .iter()
            .any(|node| matches!(node.shape, Shape::Gateway(GatewayRule::Parallel | GatewayRule::Inclusive)))
    }

    fn repetition(&self, xml: &mut Xml, node: &WorkNode, step: &Step) -> Result<()> {
        let Some(each) = &step.for_each else { return Ok(()) };
        let count = self.view.mean(&each.count).unwrap_or(1.0).round().max(1.0);
        let order = if each.parallel { "false" } else { "true" };
        let element = "bpmn:multiInstanceLoopCharacteristics";
        xml.open(element, &[("id", &format!("repeat-{}", node.id)), ("isSequential", order)])?;
        xml.text("bpmn:loopCardinality", &[("xsi:type", "bpmn:tFormalExpression")], &format!("{count:.0}"))?;
        xml.close(element)
    }

    /// The flow that is taken when no condition holds.
    fn default_of(&self, index: usize, node: &WorkNode) -> Option<String> {
        let Shape::Gateway(GatewayRule::Exclusive | GatewayRule::Inclusive) = node.shape else { return None };
        let edges: Vec<&WorkEdge> = self
            .workflow
            .out_of(index)
            .into_iter()
            .filter_map(|edge| self.workflow.edges.get(edge))
            .collect();
        if edges.len() < 2 {
            return None;
        }
        let is_default = |edge: &&&WorkEdge| edge.flow.is_some_and(|flow| flow.is_default);
        let has_no_condition = |edge: &&&WorkEdge| edge.flow.is_none_or(|flow| flow.condition.is_none());
        let default = edges.iter().find(is_default).or_else(|| edges.iter().rfind(has_no_condition))?;
        Some(default.id.clone())
    }

    fn words_of(&self, node: &WorkNode) -> Option<String> {
        match node.shape {
            Shape::Task(step) => Some(task_words(self.view, node, step)),
            Shape::Message(message) => {
                let to = if message.is_signal { ", once for all who wait" } else { "" };
                Some(format!("Sent by the {}{to}.", self.view.actor_name(&message.from)))
            }
            Shape::End(outcome) => Some(format!("Outcome: {}.", outcome.words())),
            _ => None,
        }
    }

    fn exit(&self, xml: &mut Xml, node: &WorkNode, exit: &Exit) -> Result<()> {
        let ids = exit_ids(exit);
        let name = words::one_line(&exit.failure.title);
        xml.open("bpmn:boundaryEvent", &[("id", &ids.event), ("name", &name), ("attachedToRef", &node.id)])?;
        xml.text("bpmn:documentation", &[], &self.view.effect_words(exit.failure))?;
        xml.text("bpmn:outgoing", &[], &ids.flow)?;
        match exit.after_ms {
            Some(after) => timer_definition(xml, &ids.event, after as f64)?,
            None => xml.empty(
                "bpmn:errorEventDefinition",
                &[
                    ("id", &format!("when-{}", ids.event)),
                    ("errorRef", &format!("error-{}", exit.failure.id)),
                ],
            )?,
        }
        xml.close("bpmn:boundaryEvent")?;
        let ExitTarget::End(outcome) = exit.to else { return Ok(()) };
        let flow = [("id", ids.flow.as_str()), ("sourceRef", &ids.event), ("targetRef", &ids.end)];
        xml.open("bpmn:endEvent", &[("id", &ids.end), ("name", &words::capitalised(outcome.words()))])?;
        xml.text("bpmn:incoming", &[], &ids.flow)?;
        self.end_definition(xml, &ids.end, outcome)?;
        xml.close("bpmn:endEvent")?;
        xml.empty("bpmn:sequenceFlow", &flow)
    }

    fn flow(&self, xml: &mut Xml, edge: &WorkEdge) -> Result<()> {
        let (Some(from), Some(to)) = (self.workflow.nodes.get(edge.from), self.workflow.nodes.get(edge.to))
        else {
            return Ok(());
        };
        let exit = edge.exit.and_then(|exit| from.exits.get(exit));
        let source = exit.map_or_else(|| from.id.clone(), |exit| exit_ids(exit).event);
        let mut attributes = vec![("id", edge.id.as_str())];
        if !edge.label.is_empty() {
            attributes.push(("name", &edge.label));
        }
        attributes.extend([("sourceRef", source.as_str()), ("targetRef", to.id.as_str())]);
        let is_default = self.default_of(edge.from, from).as_ref() == Some(&edge.id);
        let condition = self.condition(from, edge).filter(|_| !is_default);
        let words = flow_words(edge);
        if condition.is_none() && words.is_none() {
            return xml.empty("bpmn:sequenceFlow", &attributes);
        }
        xml.open("bpmn:sequenceFlow", &attributes)?;
        if let Some(words) = words {
            xml.text("bpmn:documentation", &[], &words)?;
        }
        if let Some(condition) = condition {
            xml.text("bpmn:conditionExpression", &[("xsi:type", "bpmn:tFormalExpression")], &condition)?;
        }
        xml.close("bpmn:sequenceFlow")
    }

    /// The condition of a flow that leaves a gateway which decides. Where the plan has none yet, a variable named
    /// after the gateway holds the answer.
    fn condition(&self, from: &WorkNode, edge: &WorkEdge) -> Option<String> {
        let Shape::Gateway(GatewayRule::Exclusive | GatewayRule::Inclusive) = from.shape else { return None };
        let flow = edge.flow?;
        Some(match &flow.condition {
            Some(condition) => python(&condition.expression),
            None => format!("{}_answer == \"{}\"", from.id.replace('-', "_"), flow.id),
        })
    }
}

fn timer_definition(xml: &mut Xml, id: &str, milliseconds: f64) -> Result<()> {
    xml.open("bpmn:timerEventDefinition", &[("id", &format!("when-{id}"))])?;
    xml.text("bpmn:timeDuration", &[("xsi:type", "bpmn:tFormalExpression")], &duration(milliseconds))?;
    xml.close("bpmn:timerEventDefinition")
}

fn flow_words(edge: &WorkEdge) -> Option<String> {
    let flow = edge.flow?;
    let mut parts = Vec::new();
    if let Some(condition) = &flow.condition {
        parts.push(format!(
            "When {}. In CEL: {}",
            condition.english.trim_end_matches('.'),
            condition.expression
        ));
    }
    if let Some(most) = flow.max_times {
        parts.push(format!("At most {} per case.", crate::handoff::view::times(most)));
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn task_words(view: &PlanView, node: &WorkNode, step: &Step) -> String {
    let mut parts = Vec::new();
    if let Some((service, operation)) =
        step.call.as_ref().and_then(|call| view.operation(&call.service, &call.operation))
    {
        let method = crate::handoff::openapi::method_name(operation.method).to_uppercase();
        parts.push(format!("Calls {method} {} of the {}.", operation.path, words::one_line(&service.title)));
    }
    if let Some(screen) = step.screen.as_ref().and_then(|id| view.screen(id)) {
        parts.push(format!("Screen: {}.", words::one_line(&screen.title)));
    }
    let names = |ids: &[crate::domain::id::DataId]| {
        words::list(&ids.iter().map(|id| view.data_name(id)).collect::<Vec<_>>())
    };
    if !step.needs.is_empty() {
        parts.push(format!("Needs {}.", names(&step.needs)));
    }
    if !step.produces.is_empty() {
        parts.push(format!("Makes {}.", names(&step.produces)));
    }
    let retries = step.failure_modes.iter().filter(|failure| matches!(failure.then, FailureEffect::Retry(_)));
    parts.extend(retries.map(|failure| {
        format!("When {}: {}", words::lowered(&words::one_line(&failure.title)), view.effect_words(failure))
    }));
    parts.extend(node.node.iter().flat_map(|node| &node.notes).map(|note| words::sentence(note)));
    if parts.is_empty() { format!("Done by {}.", words::one_line(&step.agent.name)) } else { parts.join(" ") }
}
