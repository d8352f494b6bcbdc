//! BPMN elements as a flat list of nodes and flows, sub-processes marked by the scope of their parts.

use std::collections::BTreeMap;

use super::NotKept;
use crate::domain::plan::{GatewayRule, Outcome};
use crate::error::{Error, ErrorCode, Result};
use crate::text::element::Element;
use crate::text::line_and_column;

/// A process of the model.
#[derive(Debug, Default)]
pub(super) struct Process {
    pub title: String,
    pub nodes: Vec<RawNode>,
    pub flows: Vec<RawFlow>,
    pub boundaries: Vec<Boundary>,
    /// What takes activities back, by the id of the activity.
    pub undos: BTreeMap<String, RawUndo>,
    /// Sub-processes that an event begins.
    pub event_scopes: Vec<EventScope>,
    /// Sub-processes: id, title, id of the one around it.
    pub scopes: Vec<Scope>,
    /// The lane of a node.
    pub lanes: BTreeMap<String, String>,
    pub not_kept: Vec<NotKept>,
    /// Where elements went that are no nodes of their own any more.
    pub moved: BTreeMap<String, String>,
}

#[derive(Debug, Clone)]
pub(super) struct Scope {
    pub id: String,
    pub title: String,
}

/// A sub-process that no flow leads to: an event begins it and ends what is done around it.
#[derive(Debug, Clone)]
pub(super) struct EventScope {
    pub id: String,
    pub title: String,
    /// The sub-process around it.
    pub around: Option<String>,
    pub kind: String,
    pub refers: String,
}

#[derive(Debug, Clone)]
pub(super) struct RawNode {
    pub id: String,
    pub title: String,
    pub kind: RawKind,
    /// The sub-process that it is part of.
    pub scope: Option<String>,
    pub notes: Vec<String>,
    /// Data that it needs and makes, by name.
    pub needs: Vec<String>,
    pub produces: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum RawKind {
    Start,
    Task(TaskKind, Option<Repeat>),
    Gateway(GatewayRule),
    /// With the duration in milliseconds, where the model says it.
    Timer(Option<f64>),
    Message,
    Signal,
    End(EndKind),
    /// Only passes on; goes where it has one flow out.
    Pass,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TaskKind {
    Person,
    System,
}

/// A task that is done more than once.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Repeat {
    Loop { most: Option<u32> },
    Each { count: Option<f64>, parallel: bool },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum EndKind {
    Plain,
    Terminate,
    /// An error, escalation or cancellation, by the name of its definition and what it refers to.
    Thrown(String, String),
}

impl EndKind {
    pub(super) fn outcome(&self) -> (Outcome, bool) {
        match self {
            EndKind::Plain => (Outcome::GoalReached, false),
            EndKind::Terminate => (Outcome::GoalReached, true),
            EndKind::Thrown(kind, _) if kind == "cancelEventDefinition" => (Outcome::Abandoned, true),
            EndKind::Thrown(..) => (Outcome::Failed, true),
        }
    }
}

/// A task that is only done to take another one back.
#[derive(Debug, Clone)]
pub(super) struct RawUndo {
    pub id: String,
    pub title: String,
    /// The event at the edge of the activity that leads to it.
    pub edge: String,
}

#[derive(Debug, Clone)]
pub(super) struct RawFlow {
    pub id: String,
    pub from: String,
    pub to: String,
    pub label: String,
    pub condition: String,
    pub is_default: bool,
}

/// An event at the edge of an activity.
#[derive(Debug, Clone)]
pub(super) struct Boundary {
    pub id: String,
    pub title: String,
    pub at: String,
    pub kind: String,
    pub refers: String,
    pub after_ms: Option<f64>,
    pub interrupts: bool,
}

pub(super) fn read(root: &Element, text: &str) -> Result<Process> {
    let size = |process: &&Element| process.children.len();
    // Of equals the first one counts, so the list is read backwards.
    let main = root.children.iter().rev().filter(|child| child.name == "process").max_by_key(size);
    let Some(main) = main else {
        let place = line_and_column(text, text.len() as u64);
        return Err(Error::new(ErrorCode::InvalidDocument, format!("{place}: the model holds no process"))
            .with_hint("give a BPMN 2.0 file with a `process`"));
    };
    let mut reader =
        Reader { process: Process::default(), annotations: BTreeMap::new(), data: BTreeMap::new() };
    reader.names(root);
    let participants = root.all("collaboration").flat_map(|all| all.all("participant"));
    let pool = participants.filter(|one| one.get("processRef") == main.get("id")).map(|one| one.get("name"));
    let title = [main.get("name")].into_iter().chain(pool).find(|name| !name.trim().is_empty());
    reader.process.title = title.map_or_else(|| "Imported process".to_owned(), one_line);
    for other in root.all("process").filter(|other| !std::ptr::eq(*other, main) && !other.children.is_empty())
    {
        reader.leave_out(
            "process",
            other.get("id"),
            "a plan is one process; import this one by itself",
            true,
        );
    }
    for flow in root.all("collaboration").flat_map(|all| all.all("messageFlow")) {
        reader.leave_out("messageFlow", flow.get("id"), "the other side is not part of the plan", false);
    }
    reader.scope(main, None);
    reader.annotate();
    reader.take_back(main);
    Ok(reader.process)
}

const COMPENSATION: &str = "compensateEventDefinition";
const SUB_PROCESSES: [&str; 3] = ["subProcess", "transaction", "adHocSubProcess"];

/// A name on one line, with single spaces.
pub(super) fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Reader {
    process: Process,
    /// Text by the id of the annotation.
    annotations: BTreeMap<String, String>,
    /// Names of data by the ids of objects, references and stores.
    data: BTreeMap<String, String>,
}

impl Reader {
    /// Names that other elements refer to.
    fn names(&mut self, element: &Element) {
        match element.name.as_str() {
            "textAnnotation" => {
                let words = element.child("text").map_or("", |text| text.text.as_str());
                self.annotations.insert(element.get("id").to_owned(), one_line(words));
            }
            "dataObject" | "dataObjectReference" | "dataStoreReference" | "dataStore" => {
                let name = one_line(element.get("name"));
                if !name.is_empty() {
                    self.data.insert(element.get("id").to_owned(), name);
                }
            }
            _ => {}
        }
        element.children.iter().for_each(|child| self.names(child));
    }

    fn scope(&mut self, element: &Element, scope: Option<&str>) {
        for child in &element.children {
            self.element(child, scope);
        }
        // Defaults are named at the element that the flow leaves.
        for child in &element.children {
            let default = child.get("default");
            for flow in self.process.flows.iter_mut().filter(|flow| !default.is_empty() && flow.id == default)
            {
                flow.is_default = true;
            }
        }
    }

    fn element(&mut self, element: &Element, scope: Option<&str>) {
        if element.get("isForCompensation") == "true" {
            // `take_back` reads it.
            return;
        }
        let kind = match element.name.as_str() {
            "startEvent" => RawKind::Start,
            "task" | "userTask" | "manualTask" | "callActivity" => {
                RawKind::Task(TaskKind::Person, repeat(element))
            }
            "serviceTask" | "scriptTask" | "businessRuleTask" | "sendTask" => {
                RawKind::Task(TaskKind::System, repeat(element))
            }
            "receiveTask" => RawKind::Message,
            "exclusiveGateway" => RawKind::Gateway(GatewayRule::Exclusive),
            "inclusiveGateway" => RawKind::Gateway(GatewayRule::Inclusive),
            "parallelGateway" => RawKind::Gateway(GatewayRule::Parallel),
            "eventBasedGateway" => RawKind::Gateway(GatewayRule::EventBased),
            "complexGateway" => {
                self.leave_out(
                    "complexGateway",
                    element.get("id"),
                    "it is an inclusive gateway in the plan",
                    true,
                );
                RawKind::Gateway(GatewayRule::Inclusive)
            }
            "intermediateCatchEvent" => catch(element),
            "intermediateThrowEvent" => {
                if definition(element).is_some_and(|one| one.name == COMPENSATION) {
                    let reason =
                        "a plan takes steps back only where the case fails; here nothing is taken back";
                    self.leave_out(COMPENSATION, element.get("id"), reason, true);
                }
                RawKind::Task(TaskKind::System, None)
            }
            "endEvent" => RawKind::End(end_kind(element)),
            name if SUB_PROCESSES.contains(&name) => return self.sub_process(element, scope),
            "sequenceFlow" => return self.flow(element),
            "boundaryEvent" => return self.boundary(element, scope),
            "laneSet" => return self.lanes(element, None),
            "association" => return self.associate(element),
            "extensionElements" => return self.extensions(element),
            "textAnnotation"
            | "incoming"
            | "outgoing"
            | "dataObject"
            | "dataObjectReference"
            | "dataStoreReference"
            | "documentation"
            | "multiInstanceLoopCharacteristics"
            | "standardLoopCharacteristics"
            | "ioSpecification"
            | "dataInputAssociation"
            | "dataOutputAssociation" => return,
            other => {
                let (what, id) = (other.to_owned(), element.get("id").to_owned());
                return self.leave_out(&what, &id, "plans have nothing like it", true);
            }
        };
        if element.name == "callActivity" {
            let id = element.get("id").to_owned();
            self.leave_out("callActivity", &id, "what it calls is one step in the plan", false);
        }
        self.push(element, kind, scope);
    }

    fn push(&mut self, element: &Element, kind: RawKind, scope: Option<&str>) {
        let data = |association: &str, inside: &str| -> Vec<String> {
            let references = element.all(association).flat_map(|all| all.all(inside));
            references.filter_map(|reference| self.data.get(reference.text.trim()).cloned()).collect()
        };
        let (needs, produces) =
            (data("dataInputAssociation", "sourceRef"), data("dataOutputAssociation", "targetRef"));
        let notes = element.all("documentation").map(|words| one_line(&words.text));
        self.process.nodes.push(RawNode {
            id: element.get("id").to_owned(),
            title: one_line(element.get("name")),
            kind,
            scope: scope.map(str::to_owned),
            notes: notes.filter(|note| !note.is_empty()).collect(),
            needs,
            produces,
        });
        element.all("extensionElements").for_each(|extensions| self.extensions(extensions));
    }

    fn sub_process(&mut self, element: &Element, scope: Option<&str>) {
        let id = element.get("id").to_owned();
        let title = one_line(element.get("name"));
        if element.get("triggeredByEvent") == "true" && !self.event_scope(element, scope) {
            return;
        }
        if element.child("multiInstanceLoopCharacteristics").is_some()
            || element.child("standardLoopCharacteristics").is_some()
        {
            self.leave_out("repeated sub-process", &id, "it is done once in the plan", true);
        }
        if element.name == "adHocSubProcess" {
            self.leave_out("adHocSubProcess", &id, "its steps stand in the order of their flows", true);
        }
        let title = if title.is_empty() { id.clone() } else { title };
        self.process.scopes.push(Scope { id: id.clone(), title });
        // The sub-process itself: where one comes in. Its end is made when it is flattened.
        self.push(element, RawKind::Pass, scope);
        self.scope(element, Some(&id));
    }

    /// Notes a sub-process that an event begins; whether its steps belong into the plan.
    fn event_scope(&mut self, element: &Element, around: Option<&str>) -> bool {
        let id = element.get("id").to_owned();
        let start = element.child("startEvent");
        let begun_by = start.and_then(definition);
        let is_thrown = begun_by.is_some_and(|one| is_thrown(&one.name));
        if start.is_some_and(|start| start.get("isInterrupting") == "false") && !is_thrown {
            let reason = "plans have no events that leave all steps going on; its steps are left out";
            self.leave_out("event sub-process", &id, reason, true);
            return false;
        }
        if begun_by.is_some_and(|one| one.name == COMPENSATION) {
            let reason = "it says how something is taken back; its steps are left out, and what takes single steps back counts";
            self.leave_out("event sub-process", &id, reason, true);
            return false;
        }
        let names = [start.map_or("", |start| start.get("name")), element.get("name"), &id];
        let title = names.into_iter().map(one_line).find(|name| !name.is_empty()).unwrap_or_default();
        self.process.event_scopes.push(EventScope {
            id,
            title,
            around: around.map(str::to_owned),
            kind: begun_by.map_or_else(String::new, |one| one.name.clone()),
            refers: begun_by.map_or_else(String::new, reference),
        });
        true
    }

    fn flow(&mut self, element: &Element) {
        let condition = element.child("conditionExpression").map_or("", |condition| condition.text.as_str());
        self.process.flows.push(RawFlow {
            id: element.get("id").to_owned(),
            from: element.get("sourceRef").to_owned(),
            to: element.get("targetRef").to_owned(),
            label: one_line(element.get("name")),
            condition: one_line(condition),
            is_default: false,
        });
        element.all("extensionElements").for_each(|extensions| self.extensions(extensions));
    }

    /// Compensation: an event at the edge of an activity, associated with a task that no flow leads to.
    fn take_back(&mut self, element: &Element) {
        let compensates = |one: &&Element| {
            one.name == "boundaryEvent" && definition(one).is_some_and(|one| one.name == COMPENSATION)
        };
        for task in element.children.iter().filter(|child| child.get("isForCompensation") == "true") {
            let id = task.get("id");
            let edge = element.children.iter().filter(compensates).find(|edge| {
                let leads = |one: &Element| {
                    let ends = [one.get("sourceRef"), one.get("targetRef")];
                    ends.contains(&id) && ends.contains(&edge.get("id"))
                };
                element.all("association").any(leads)
            });
            let Some(edge) = edge else {
                self.leave_out(&task.name, id, "it takes something back, but nothing leads to it", true);
                continue;
            };
            let title = Some(one_line(task.get("name"))).filter(|name| !name.is_empty());
            let undo = RawUndo {
                id: id.to_owned(),
                title: title.unwrap_or_else(|| id.to_owned()),
                edge: edge.get("id").to_owned(),
            };
            self.process.undos.insert(edge.get("attachedToRef").to_owned(), undo);
        }
        for inner in element.children.iter().filter(|child| SUB_PROCESSES.contains(&child.name.as_str())) {
            self.take_back(inner);
        }
    }

    fn boundary(&mut self, element: &Element, scope: Option<&str>) {
        let definition = definition(element);
        if definition.is_some_and(|one| one.name == COMPENSATION) {
            return;
        }
        self.process.boundaries.push(Boundary {
            id: element.get("id").to_owned(),
            title: one_line(element.get("name")),
            at: element.get("attachedToRef").to_owned(),
            kind: definition.map_or_else(String::new, |one| one.name.clone()),
            refers: definition.map_or_else(String::new, reference),
            after_ms: definition.and_then(duration),
            interrupts: element.get("cancelActivity") != "false",
        });
        self.push(element, RawKind::Pass, scope);
    }

    fn lanes(&mut self, element: &Element, around: Option<&str>) {
        for lane in element.all("lane") {
            let own = one_line(lane.get("name"));
            let name = if own.is_empty() { around.unwrap_or("").to_owned() } else { own };
            for node in lane.all("flowNodeRef") {
                self.process.lanes.insert(node.text.trim().to_owned(), name.clone());
            }
            lane.all("childLaneSet").for_each(|inner| self.lanes(inner, Some(&name)));
        }
    }

    /// An annotation that belongs to a node.
    fn associate(&mut self, element: &Element) {
        let (one, other) = (element.get("sourceRef"), element.get("targetRef"));
        for (text, node) in [(one, other), (other, one)] {
            if self.annotations.contains_key(text) {
                self.process.moved.insert(text.to_owned(), node.to_owned());
            }
        }
    }

    /// Puts annotations at their nodes, and those of nobody at the start.
    fn annotate(&mut self) {
        let process = &mut self.process;
        for (id, words) in &self.annotations {
            let at = process.moved.get(id).cloned();
            let place = process
                .nodes
                .iter()
                .position(|node| Some(&node.id) == at.as_ref())
                .or_else(|| process.nodes.iter().position(|node| node.kind == RawKind::Start));
            if let Some(node) = place.and_then(|place| process.nodes.get_mut(place))
                && !words.is_empty()
            {
                node.notes.push(words.clone());
            }
        }
        process.moved.clear();
    }

    /// Extensions of other programs hold colours, icons and the like; parameters of a simulation are read elsewhere.
    fn extensions(&mut self, element: &Element) {
        for child in element.children.iter().filter(|child| child.prefix != "qbp") {
            let what = format!("{}:{}", child.prefix, child.name);
            if !self.process.not_kept.iter().any(|known| known.what == what) {
                self.leave_out(&what, "", "extensions of other programs are not read", false);
            }
        }
    }

    fn leave_out(&mut self, what: &str, id: &str, reason: &str, matters: bool) {
        self.process.not_kept.push(NotKept {
            what: what.to_owned(),
            id: id.to_owned(),
            reason: reason.to_owned(),
            matters,
        });
    }
}

/// Whether events of a kind are thrown by ends.
pub(super) fn is_thrown(kind: &str) -> bool {
    ["errorEventDefinition", "cancelEventDefinition", "escalationEventDefinition"].contains(&kind)
}

fn definition(element: &Element) -> Option<&Element> {
    element.children.iter().find(|child| child.name.ends_with("EventDefinition"))
}

fn reference(definition: &Element) -> String {
    let named = definition.attributes.iter().find(|(key, _)| key.ends_with("Ref"));
    named.map_or_else(String::new, |(_, value)| value.clone())
}

fn duration(definition: &Element) -> Option<f64> {
    let time = definition.child("timeDuration")?;
    super::parameters::iso_duration(&time.text)
}

fn catch(element: &Element) -> RawKind {
    match definition(element) {
        Some(one) if one.name == "timerEventDefinition" => RawKind::Timer(duration(one)),
        Some(one) if one.name == "linkEventDefinition" => RawKind::Pass,
        Some(one) if one.name == "signalEventDefinition" => RawKind::Signal,
        _ => RawKind::Message,
    }
}

fn end_kind(element: &Element) -> EndKind {
    match definition(element) {
        Some(one) if one.name == "terminateEventDefinition" => EndKind::Terminate,
        Some(one) if is_thrown(&one.name) || one.name == COMPENSATION => {
            EndKind::Thrown(one.name.clone(), reference(one))
        }
        _ => EndKind::Plain,
    }
}

fn repeat(element: &Element) -> Option<Repeat> {
    if let Some(each) = element.child("multiInstanceLoopCharacteristics") {
        let count = each.child("loopCardinality").and_then(|count| count.text.trim().parse().ok());
        return Some(Repeat::Each { count, parallel: each.get("isSequential") != "true" });
    }
    let again = element.child("standardLoopCharacteristics")?;
    Some(Repeat::Loop { most: again.get("loopMaximum").parse().ok() })
}
