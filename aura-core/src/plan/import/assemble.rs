//! A flat process and its parameters become a plan.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Process, RawKind, RawNode, Repeat, TaskKind};
use super::parameters::{Parameters, RawValues};
use super::{ImportedPlan, NotKept};
use crate::domain::actor::ActorKind;
use crate::domain::data::{ChoiceList, FieldKind, NumberRange};
use crate::domain::id::{AssumptionId, NodeId, ResourceId};
use crate::domain::plan::{EndEvent, Gateway, GatewayRule, MessageEvent, NodeKind, Outcome, TimerEvent};
use crate::domain::provenance::Origin;
use crate::domain::quantity::{Distribution, Unit, WeightedValues};
use crate::domain::scenario::Arrivals;
use crate::domain::step::TeamMember;
use crate::error::Result;
use crate::limits::Limits;
use crate::plan::build::{FieldBuilder, HOUR_MS, MINUTE_MS, PlanBuilder};

mod beside;
mod edges;

/// Where a number is given by nobody.
const USUAL_WORK_MS: f64 = 10.0 * MINUTE_MS;
const USUAL_WAIT_MS: f64 = HOUR_MS;

pub(super) fn assemble(process: Process, parameters: Parameters, limits: &Limits) -> Result<ImportedPlan> {
    Limits::check_count("nodes", process.nodes.len(), limits.plan_nodes)?;
    Limits::check_count("flows", process.flows.len(), limits.plan_flows)?;
    let goal = format!("{} runs as its model says", process.title);
    let mut plan = PlanBuilder::new(&process.title, &goal);
    if let Some(currency) = &parameters.currency {
        plan.currency(currency);
    }
    plan.default_origin(Origin::inferred("import.bpmn", "It stands so in the imported model.", 1.0));
    let not_kept = process.not_kept.iter().chain(&parameters.not_kept).cloned().collect();
    let mut assembly = Assembly {
        plan,
        process,
        parameters,
        nodes: BTreeMap::new(),
        exits: BTreeMap::new(),
        resources: BTreeMap::new(),
        raced: BTreeSet::new(),
        elements: BTreeMap::new(),
        not_kept,
    };
    assembly.find_raced();
    assembly.add_resources();
    assembly.add_attributes();
    for node in assembly.process.nodes.clone() {
        assembly.add_node(&node);
    }
    assembly.add_flows();
    assembly.add_boundaries();
    assembly.name_lost_undos();
    assembly.name_strangers();
    assembly.finish()
}

struct Assembly {
    plan: PlanBuilder,
    process: Process,
    parameters: Parameters,
    /// Our node for an id of the model.
    nodes: BTreeMap<String, NodeId>,
    /// Where flows out of a node begin, if not at the node itself.
    exits: BTreeMap<String, NodeId>,
    resources: BTreeMap<String, ResourceId>,
    /// What follows event-based gateways.
    raced: BTreeSet<String>,
    elements: BTreeMap<String, String>,
    not_kept: Vec<NotKept>,
}

/// How a case ends where the documentation of an end says so, as in the models that Aura writes.
fn told_outcome(note: &str) -> Option<Outcome> {
    let told = note.strip_prefix("Outcome: ")?.trim_end_matches('.');
    Outcome::ALL.into_iter().find(|outcome| outcome.words() == told)
}

impl Assembly {
    fn find_raced(&mut self) {
        let is_race = |node: &&RawNode| node.kind == RawKind::Gateway(GatewayRule::EventBased);
        for gate in self.process.nodes.iter().filter(is_race) {
            let flows = self.process.flows.iter().filter(|flow| flow.from == gate.id);
            self.raced.extend(flows.map(|flow| flow.to.clone()));
        }
    }

    /// Things that the parameters say have an origin of their own.
    fn with_parameters<T>(&mut self, make: impl FnOnce(&mut PlanBuilder) -> T) -> T {
        let before = self.plan.present_origin();
        let rule = format!("import.{}", self.parameters.format);
        let reason = "The parameters of the imported simulation say so.";
        self.plan.default_origin(Origin::inferred(rule, reason, 1.0));
        let made = make(&mut self.plan);
        self.plan.default_origin(before);
        made
    }

    fn with_assumed<T>(&mut self, reason: &str, make: impl FnOnce(&mut PlanBuilder) -> T) -> T {
        let before = self.plan.present_origin();
        self.plan.default_origin(Origin::assumed(reason));
        let made = make(&mut self.plan);
        self.plan.default_origin(before);
        made
    }

    fn add_resources(&mut self) {
        for resource in std::mem::take(&mut self.parameters.resources) {
            let calendar =
                resource.calendar.as_ref().and_then(|id| self.parameters.calendars.get(id)).cloned();
            let is_taken = self.plan.plan().resources.iter().any(|known| known.title == resource.title);
            let title = match resource.title.trim() {
                "" => resource.id.clone(),
                title if is_taken => format!("{title} ({})", resource.id),
                title => title.to_owned(),
            };
            let id = self.with_parameters(|plan| {
                let id = plan.resource(&title, resource.amount, calendar);
                if resource.cost_per_hour > 0.0 {
                    plan.cost_per_hour(&id, resource.cost_per_hour);
                }
                id
            });
            self.elements.insert(resource.id.clone(), id.to_string());
            self.resources.insert(resource.id, id);
        }
    }

    /// What is known about a case becomes data that conditions can ask for.
    fn add_attributes(&mut self) {
        let attributes = std::mem::take(&mut self.parameters.attributes);
        if attributes.is_empty() {
            return;
        }
        let fields = self.with_parameters(|plan| {
            let mut fields = Vec::new();
            for attribute in &attributes {
                let statement = format!("Which values `{}` has", attribute.name);
                let (kind, example, value) = match &attribute.values {
                    RawValues::Words(words) => {
                        let options: Vec<String> = words.iter().map(|(word, _)| word.clone()).collect();
                        let value = Distribution::Empirical(WeightedValues {
                            values: (0..words.len()).map(|place| place as f64).collect(),
                            weights: words.iter().map(|(_, weight)| weight.max(0.0)).collect(),
                        });
                        let example = serde_json::Value::from(options.first().cloned().unwrap_or_default());
                        (FieldKind::Choice(ChoiceList { options }), example, value)
                    }
                    RawValues::Numbers(value) => {
                        let range = NumberRange { minimum: 0.0, maximum: 1e15 };
                        (FieldKind::Number(range), serde_json::Value::from(value.mean()), value.clone())
                    }
                };
                let mean = value.mean();
                let assumption = plan.assume(&statement, value, Unit::Count, mean * 0.5, mean * 2.0);
                let field = FieldBuilder::new(&attribute.name, kind, example);
                fields.push(field.named(&attribute.name).distribution(&assumption).build());
            }
            fields
        });
        self.plan.data("case", "What is known about a case from the beginning.", fields);
    }

    fn add_node(&mut self, raw: &RawNode) {
        let is_worked_on = self.parameters.tasks.get(&raw.id).is_some_and(|members| !members.is_empty())
            && !self.raced.contains(&raw.id);
        let id = match &raw.kind {
            RawKind::Start => self.plan.start(or(&raw.title, "Start")),
            RawKind::Task(kind, repeat) => self.add_step(raw, *kind, repeat.as_ref()),
            RawKind::Timer(_) | RawKind::Message | RawKind::Signal if is_worked_on => {
                self.add_step(raw, TaskKind::System, None)
            }
            RawKind::Gateway(rule) => {
                let ways = self.process.flows.iter().filter(|flow| flow.from == raw.id).count();
                let usual = match rule {
                    _ if ways < 2 => "Ways come together",
                    GatewayRule::Exclusive => "Which way does it go?",
                    GatewayRule::Inclusive => "Which ways does it go?",
                    GatewayRule::Parallel => "Several things at once",
                    GatewayRule::EventBased => "What happens first?",
                };
                let asks = matches!(rule, GatewayRule::Exclusive | GatewayRule::Inclusive) && ways > 1;
                let gateway = Gateway { rule: *rule, conditions_first: asks };
                self.plan.node("gate_", or(&raw.title, usual), NodeKind::Gateway(gateway))
            }
            RawKind::Timer(after) => {
                let title = or(&raw.title, "Wait").to_owned();
                let duration = self.wait(raw, &title, *after);
                self.plan.node("timer_", &title, NodeKind::Timer(TimerEvent { duration }))
            }
            RawKind::Message | RawKind::Signal => {
                let is_signal = matches!(raw.kind, RawKind::Signal);
                let usual = if is_signal { "A signal comes" } else { "A message comes" };
                let title = or(&raw.title, usual).to_owned();
                let delay = self.wait(raw, &title, None);
                let from = self.plan.actor("sender", ActorKind::External);
                self.plan.node("message_", &title, NodeKind::Message(MessageEvent { from, delay, is_signal }))
            }
            RawKind::End(kind) => {
                let (outcome, ends_case) = kind.outcome();
                let outcome = raw.notes.iter().find_map(|note| told_outcome(note)).unwrap_or(outcome);
                let ends_case = ends_case && outcome == Outcome::GoalReached;
                self.plan.node("end_", or(&raw.title, "Done"), NodeKind::End(EndEvent { outcome, ends_case }))
            }
            // INVARIANT: flattening leaves none.
            RawKind::Pass => return,
        };
        let group =
            raw.scope.as_ref().and_then(|scope| self.process.scopes.iter().find(|one| one.id == *scope));
        let group = group.map(|scope| scope.title.clone()).map(|title| self.plan.group(&title));
        if let Some(node) = self.plan.plan_mut().nodes.iter_mut().find(|node| node.id == id) {
            node.group = group;
            node.notes.clone_from(&raw.notes);
        }
        if let Some(undo) = self.process.undos.get(&raw.id).filter(|_| matches!(raw.kind, RawKind::Task(..)))
        {
            for part in [&undo.id, &undo.edge] {
                self.elements.insert(part.clone(), id.to_string());
            }
        }
        self.elements.insert(raw.id.clone(), id.to_string());
        self.nodes.insert(raw.id.clone(), id);
    }

    /// How long an event takes to come.
    fn wait(&mut self, raw: &RawNode, title: &str, stated_ms: Option<f64>) -> AssumptionId {
        let statement = format!("How long it takes until: {title}");
        let make = |value: Distribution| {
            move |plan: &mut PlanBuilder| {
                let mean = value.mean();
                plan.assume(&statement, value, Unit::Milliseconds, mean * 0.5, mean * 2.0)
            }
        };
        match (self.parameters.events.get(&raw.id).cloned(), stated_ms) {
            (Some(value), _) => self.with_parameters(make(value)),
            (None, Some(after)) => make(Distribution::fixed(after))(&mut self.plan),
            (None, None) => self.with_assumed(
                "The model does not say how long this takes; an hour is a round guess.",
                make(Distribution::exponential(USUAL_WAIT_MS)),
            ),
        }
    }

    fn add_step(&mut self, raw: &RawNode, kind: TaskKind, repeat: Option<&Repeat>) -> NodeId {
        let title = or(&raw.title, &raw.id).to_owned();
        let members = self.parameters.tasks.get(&raw.id).cloned().unwrap_or_default();
        let members: Vec<(ResourceId, Distribution)> = members
            .into_iter()
            .filter_map(|(id, time)| Some((self.resources.get(&id)?.clone(), time)))
            .collect();
        let actor = self.actor_of(raw, kind, &members);
        let mut team = Vec::new();
        for (resource, time) in &members {
            let by = if members.len() > 1 { self.title_of(resource) } else { String::new() };
            let statement = format!("How long the work takes at: {title}{by}");
            let mean = time.mean();
            let value = time.clone();
            let time = self.with_parameters(|plan| {
                plan.assume(&statement, value, Unit::Milliseconds, mean * 0.5, mean * 2.0)
            });
            team.push(TeamMember { resource: resource.clone(), working_time: Some(time) });
        }
        let own_time = self.own_time(raw, &title, kind, team.is_empty());
        let cost = self.parameters.costs.get(&raw.id).copied();
        let batch = self.parameters.batches.get(&raw.id).cloned();
        let statement = format!("What it costs each time to do: {title}");
        let cost = cost.map(|cost| self.with_parameters(|plan| plan.assume_money(&statement, cost)));
        let data = |plan: &mut PlanBuilder, names: &[String]| -> Vec<_> {
            let field = || vec![FieldBuilder::identifier("Number", "item").build()];
            names.iter().map(|name| plan.data(name, &format!("The {name} of the model."), field())).collect()
        };
        let (needs, produces) = (data(&mut self.plan, &raw.needs), data(&mut self.plan, &raw.produces));
        let undo = self.undo_of(&raw.id);
        let mut step = self.plan.step(&title, &actor);
        if let Some(Repeat::Each { count, parallel }) = repeat {
            step = step.for_each("item", count.unwrap_or(3.0), *parallel);
        }
        for object in &needs {
            step = step.needs(object);
        }
        for object in &produces {
            step = step.produces(object);
        }
        if let Some(time) = &own_time {
            step = step.working_time(time);
        }
        let id = step.add();
        if let Some(node) = self.plan.plan_mut().nodes.iter_mut().find(|node| node.id == id)
            && let NodeKind::Step(step) = &mut node.kind
        {
            step.cost = cost;
            step.batch = batch;
            step.undo = undo;
            match team.as_slice() {
                [only] => {
                    step.resource = Some(only.resource.clone());
                    step.working_time.clone_from(&only.working_time);
                }
                _ => step.team = team,
            }
        }
        if let Some(Repeat::Loop { most }) = repeat {
            self.add_loop(raw, &id, &title, *most);
        }
        id
    }

    /// The working time of a task that no resource is named for.
    fn own_time(
        &mut self,
        raw: &RawNode,
        title: &str,
        kind: TaskKind,
        is_needed: bool,
    ) -> Option<AssumptionId> {
        if !is_needed {
            return None;
        }
        let statement = format!("How long the work takes at: {title}");
        if let Some(value) = self.parameters.events.get(&raw.id).cloned() {
            let mean = value.mean();
            return Some(self.with_parameters(|plan| {
                plan.assume(&statement, value, Unit::Milliseconds, mean * 0.5, mean * 2.0)
            }));
        }
        if kind == TaskKind::System {
            return None;
        }
        let reason = "The model does not say how long this takes; ten minutes are a round guess.";
        Some(self.with_assumed(reason, |plan| plan.assume_time(&statement, USUAL_WORK_MS)))
    }

    fn title_of(&self, resource: &ResourceId) -> String {
        let known = self.plan.plan().resources.iter().find(|known| known.id == *resource);
        known.map_or_else(String::new, |known| format!(", by {}", known.title))
    }

    /// Who does it: the lane, the only resource, or a name that fits its kind.
    fn actor_of(
        &mut self,
        raw: &RawNode,
        kind: TaskKind,
        members: &[(ResourceId, Distribution)],
    ) -> crate::domain::id::ActorId {
        let lane = self.process.lanes.get(&raw.id).cloned().filter(|lane| !lane.is_empty());
        let only = match members {
            [(only, _)] => self.plan.plan().resources.iter().find(|known| known.id == *only),
            _ => None,
        };
        let (usual, actor) = match kind {
            TaskKind::Person => ("team", ActorKind::Staff),
            TaskKind::System => ("system", ActorKind::System),
        };
        let name = lane.or_else(|| only.map(|known| known.title.clone())).unwrap_or_else(|| usual.to_owned());
        self.plan.actor(&name, actor)
    }
}

fn or<'t>(title: &'t str, usual: &'t str) -> &'t str {
    if title.is_empty() { usual } else { title }
}

/// Arrivals as the parameters describe them.
fn arrivals(parameters: &Parameters) -> Option<Arrivals> {
    Some(Arrivals {
        interval: parameters.arrival.clone()?,
        calendar: parameters.arrival_calendar.clone().filter(|calendar| !calendar.shifts.is_empty()),
        pattern: None,
        moves_to_opening: true,
        starts_at_once: true,
        start_minute: parameters.start.map_or(0, |start| start.minute_of_week()),
        origin: Origin::inferred(
            format!("import.{}", parameters.format),
            "The parameters of the imported simulation say so.",
            1.0,
        ),
    })
}
