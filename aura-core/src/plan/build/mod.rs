//! A fluent way to make plans in code: every call is short, mistakes are reported once at the end.
//!
//! In come names, titles and numbers; out goes a [`Plan`] with unique ids, flows and assumptions with origins.
//! Never here: what a plan should contain. See [`PlanBuilder`].

mod field;
mod flow;
mod operation;
mod step;

pub use field::FieldBuilder;
pub use flow::FlowBuilder;
pub use operation::OperationDraft;
pub use step::{StepBuilder, end_case, go_to, retry};
pub(crate) use step::{usual_agent, usual_reason};

use crate::domain::actor::{Actor, ActorKind};
use crate::domain::data::{DataObject, Field};
use crate::domain::id::{
    ActorId, AssumptionId, DataId, EdgeCaseId, FailureId, FlowId, GroupId, MetricId, NodeId, OperationId,
    PlanId, ResourceId, ScreenId, ServiceId, slug, unused,
};
use crate::domain::metric::{Direction, Measure, Metric, MetricRole};
use crate::domain::plan::{
    Assumption, Calendar, DataReference, EdgeCase, EndEvent, FieldReference, Flow, Gateway, GatewayRule,
    Group, MessageEvent, Node, NodeKind, Outcome, PLAN_SCHEMA_VERSION, Plan, Screen, ScreenElement, Service,
    ServiceOperation, Shift, TimerEvent, Words,
};
use crate::domain::provenance::Origin;
use crate::domain::quantity::{Currency, Distribution, USUAL_CURRENCY, Unit};
use crate::domain::resource::{ClosingRule, Resource};
use crate::error::{Error, ErrorCode, Result};

/// Milliseconds of a second.
pub const SECOND_MS: f64 = 1_000.0;
/// Milliseconds of a minute.
pub const MINUTE_MS: f64 = 60_000.0;
/// Milliseconds of an hour.
pub const HOUR_MS: f64 = 3_600_000.0;
/// Milliseconds of a day.
pub const DAY_MS: f64 = 86_400_000.0;

/// Makes a [`Plan`] step by step. Things are named by what people call them; ids are made and returned.
///
/// Naming the same actor, data object, service, resource or group twice gives the same id. Whatever is wrong is
/// kept and reported by [`PlanBuilder::build`].
///
/// # Example
/// ```
/// use aura_core::domain::{actor::ActorKind, plan::Outcome};
/// use aura_core::plan::PlanBuilder;
///
/// let mut plan = PlanBuilder::new("Ask a question", "A visitor gets an answer");
/// let visitor = plan.actor("visitor", ActorKind::Customer);
/// let start = plan.start("A visitor has a question");
/// let ask = plan.step("Ask the question", &visitor).takes(60_000.0).gives_up(0.05).add();
/// let end = plan.end("The visitor has an answer", Outcome::GoalReached);
/// plan.chain(&[&start, &ask, &end]);
/// let plan = plan.build()?;
/// assert_eq!(plan.nodes.len(), 3);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PlanBuilder {
    plan: Plan,
    currency: String,
    origin: Origin,
    fault: Option<String>,
}

impl PlanBuilder {
    /// Begins a plan. The id is made from the title; times are milliseconds, money is in `EUR` unless
    /// [`PlanBuilder::currency`] says otherwise.
    pub fn new(title: &str, goal: &str) -> Self {
        PlanBuilder {
            plan: Plan {
                schema_version: PLAN_SCHEMA_VERSION,
                id: PlanId::named(title),
                title: title.to_owned(),
                goal: goal.to_owned(),
                intent: None,
                archetypes: Vec::new(),
                actors: Vec::new(),
                data: Vec::new(),
                services: Vec::new(),
                screens: Vec::new(),
                resources: Vec::new(),
                nodes: Vec::new(),
                flows: Vec::new(),
                groups: Vec::new(),
                assumptions: Vec::new(),
                edge_cases: Vec::new(),
                metrics: Vec::new(),
                rules: Vec::new(),
            },
            currency: USUAL_CURRENCY.to_owned(),
            origin: Origin::assumed("this plan was made without a text behind it"),
            fault: None,
        }
    }

    /// Sets the currency of costs as an ISO 4217 code.
    pub fn currency(&mut self, code: &str) -> &mut Self {
        self.currency = code.to_owned();
        self
    }

    /// Sets the origin that everything gets from here on unless it is given one of its own.
    pub fn default_origin(&mut self, origin: Origin) -> &mut Self {
        self.origin = origin;
        self
    }

    /// The origin that things get at present.
    pub fn present_origin(&self) -> Origin {
        self.origin.clone()
    }

    /// The plan so far, for fields that have no method of their own (intent, archetypes, rules).
    pub fn plan_mut(&mut self) -> &mut Plan {
        &mut self.plan
    }

    /// The plan so far.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Names an actor, in the singular. An actor with this name is made only once.
    pub fn actor(&mut self, name: &str, kind: ActorKind) -> ActorId {
        if let Some(actor) = self.plan.actors.iter().find(|actor| actor.name == name) {
            return actor.id.clone();
        }
        let taken = &self.plan.actors;
        let id =
            unused(ActorId::named(name), ActorId::numbered, |id| taken.iter().any(|actor| actor.id == *id));
        self.plan.actors.push(Actor {
            id: id.clone(),
            name: name.to_owned(),
            kind,
            origin: self.origin.clone(),
        });
        id
    }

    /// Names a data object, in the singular, with its fields. An object with this name is made only once; fields
    /// that it does not have yet are added.
    pub fn data(&mut self, name: &str, description: &str, fields: Vec<Field>) -> DataId {
        // Conditions call a thing by its slug, so `Claim` and `claim` must be one.
        let called = slug(name);
        let is_same =
            |object: &DataObject| object.name == name || (!called.is_empty() && slug(&object.name) == called);
        if let Some(object) = self.plan.data.iter_mut().find(|object| is_same(object)) {
            for field in fields {
                if !object.fields.iter().any(|present| present.name == field.name) {
                    object.fields.push(field);
                }
            }
            return object.id.clone();
        }
        let taken = &self.plan.data;
        let id =
            unused(DataId::named(name), DataId::numbered, |id| taken.iter().any(|object| object.id == *id));
        self.plan.data.push(DataObject {
            id: id.clone(),
            name: name.to_owned(),
            description: description.to_owned(),
            fields,
            origin: self.origin.clone(),
        });
        id
    }

    /// Names a service. A service with this title is made only once.
    pub fn service(&mut self, title: &str, description: &str, is_external: bool) -> ServiceId {
        if let Some(service) = self.plan.services.iter().find(|service| service.title == title) {
            return service.id.clone();
        }
        let taken = &self.plan.services;
        let id = unused(ServiceId::named(title), ServiceId::numbered, |id| {
            taken.iter().any(|service| service.id == *id)
        });
        self.plan.services.push(Service {
            id: id.clone(),
            title: title.to_owned(),
            description: description.to_owned(),
            operations: Vec::new(),
            is_external,
            origin: self.origin.clone(),
        });
        id
    }

    /// Adds an operation to a service. An operation with this title is made only once for a service.
    pub fn operation(&mut self, service: &ServiceId, operation: OperationDraft<'_>) -> OperationId {
        let present = self.plan.services.iter().filter(|candidate| candidate.id == *service);
        if let Some(known) =
            present.flat_map(|service| &service.operations).find(|known| known.title == operation.title)
        {
            return known.id.clone();
        }
        let latency = self.assume_time(
            &format!("How long the answer takes when asked to {}", operation.title),
            operation.latency_ms,
        );
        let failure = self.assume_share(
            &format!("How often the attempt to {} gets no usable answer", operation.title),
            operation.failure,
        );
        let services = &self.plan.services;
        let id = unused(OperationId::named(operation.title), OperationId::numbered, |id| {
            services.iter().flat_map(|service| &service.operations).any(|known| known.id == *id)
        });
        let made = ServiceOperation {
            id: id.clone(),
            title: operation.title.to_owned(),
            method: operation.method,
            path: operation.path.to_owned(),
            request: operation.request.cloned(),
            response: operation.response.cloned(),
            errors: operation.errors,
            latency,
            failure,
            timeout_ms: operation.timeout_ms,
            is_idempotent: operation.is_idempotent,
        };
        match self.plan.services.iter_mut().find(|candidate| candidate.id == *service) {
            Some(service) => service.operations.push(made),
            None => self.note_fault(format!("there is no service `{service}`")),
        }
        id
    }

    /// Adds a screen. `inputs` are fields of data objects; what the person should see first stands in `shows`.
    pub fn screen(
        &mut self,
        title: &str,
        intro: &str,
        shows: &[&DataId],
        inputs: &[(&DataId, &str)],
        action: &str,
    ) -> ScreenId {
        let shown = shows.iter().map(|data| ScreenElement::Summary(DataReference { data: (*data).clone() }));
        let asked = inputs.iter().map(|(data, field)| {
            ScreenElement::Input(FieldReference { data: (*data).clone(), field: (*field).to_owned() })
        });
        let elements = shown.chain(asked).collect();
        self.screen_of(title, intro, elements, action)
    }

    /// Adds a screen with any elements.
    pub fn screen_of(
        &mut self,
        title: &str,
        intro: &str,
        elements: Vec<ScreenElement>,
        action: &str,
    ) -> ScreenId {
        let taken = &self.plan.screens;
        let id = unused(ScreenId::named(title), ScreenId::numbered, |id| {
            taken.iter().any(|screen| screen.id == *id)
        });
        self.plan.screens.push(Screen {
            id: id.clone(),
            title: title.to_owned(),
            intro: intro.to_owned(),
            elements,
            action: action.to_owned(),
        });
        id
    }

    /// Names people or things that cases queue for. A resource with this title is made only once.
    pub fn resource(&mut self, title: &str, capacity: u32, calendar: Option<Calendar>) -> ResourceId {
        if let Some(resource) = self.plan.resources.iter().find(|resource| resource.title == title) {
            return resource.id.clone();
        }
        let taken = &self.plan.resources;
        let id = unused(ResourceId::named(title), ResourceId::numbered, |id| {
            taken.iter().any(|other| other.id == *id)
        });
        self.plan.resources.push(Resource {
            id: id.clone(),
            title: title.to_owned(),
            capacity,
            calendar,
            at_closing: ClosingRule::default(),
            cost_per_hour: None,
            queue: None,
            breakdown: None,
            origin: self.origin.clone(),
        });
        id
    }

    /// Says what an hour of a resource costs, in major units of the currency.
    pub fn cost_per_hour(&mut self, resource: &ResourceId, amount: f64) -> &mut Self {
        let title =
            self.plan.resources.iter().find(|other| other.id == *resource).map(|other| other.title.clone());
        let Some(title) = title else {
            self.note_fault(format!("there is no resource `{resource}`"));
            return self;
        };
        let cost = self.assume_money(&format!("What an hour of work of {title} costs"), amount);
        if let Some(resource) = self.plan.resources.iter_mut().find(|other| other.id == *resource) {
            resource.cost_per_hour = Some(cost);
        }
        self
    }

    /// Names a group of nodes. A group with this title is made only once.
    pub fn group(&mut self, title: &str) -> GroupId {
        if let Some(group) = self.plan.groups.iter().find(|group| group.title == title) {
            return group.id.clone();
        }
        let taken = &self.plan.groups;
        let id =
            unused(GroupId::named(title), GroupId::numbered, |id| taken.iter().any(|group| group.id == *id));
        self.plan.groups.push(Group { id: id.clone(), title: title.to_owned() });
        id
    }

    /// Adds an assumption with the thinkable range of its mean and with the present origin.
    pub fn assume(
        &mut self,
        statement: &str,
        value: Distribution,
        unit: Unit,
        low: f64,
        high: f64,
    ) -> AssumptionId {
        if let Err(error) = value.check() {
            self.note_fault(format!("`{statement}`: {}", error.message()));
        }
        let taken = &self.plan.assumptions;
        let id = unused(AssumptionId::named(statement), AssumptionId::numbered, |id| {
            taken.iter().any(|assumption| assumption.id == *id)
        });
        self.plan.assumptions.push(Assumption {
            id: id.clone(),
            statement: statement.to_owned(),
            value,
            unit,
            low,
            high,
            origin: self.origin.clone(),
        });
        id
    }

    /// Assumes a share from 0 to 1. The thinkable range goes from half to double, within 0 and 1.
    pub fn assume_share(&mut self, statement: &str, share: f64) -> AssumptionId {
        if !(0.0..=1.0).contains(&share) {
            self.note_fault(format!("`{statement}`: {share} is not a share from 0 to 1"));
        }
        let (low, high) = share_range(share);
        self.assume(statement, Distribution::fixed(share), Unit::Share, low, high)
    }

    /// Assumes a time with this mean in milliseconds: lognormal, with a standard deviation of half the mean. The
    /// thinkable range of the mean goes from half to double.
    pub fn assume_time(&mut self, statement: &str, mean_ms: f64) -> AssumptionId {
        let value = Distribution::lognormal(mean_ms, mean_ms * 0.5);
        self.assume(statement, value, Unit::Milliseconds, mean_ms * 0.5, mean_ms * 2.0)
    }

    /// Assumes an amount of money in major units of the currency. The thinkable range goes from half to double.
    pub fn assume_money(&mut self, statement: &str, amount: f64) -> AssumptionId {
        let unit = Unit::Money(Currency { currency: self.currency.clone() });
        self.assume(statement, Distribution::fixed(amount), unit, amount * 0.5, amount * 2.0)
    }

    /// Replaces the origin of an assumption.
    pub fn assumption_origin(&mut self, assumption: &AssumptionId, origin: Origin) -> &mut Self {
        if let Some(assumption) = self.plan.assumptions.iter_mut().find(|other| other.id == *assumption) {
            assumption.origin = origin;
        }
        self
    }

    /// Adds the start.
    pub fn start(&mut self, title: &str) -> NodeId {
        self.node("start_", title, NodeKind::Start)
    }

    /// Begins a step in the name of an actor; `add` puts it in.
    pub fn step(&mut self, title: &str, actor: &ActorId) -> StepBuilder<'_> {
        StepBuilder::new(self, title, actor)
    }

    /// Adds an exclusive gateway that divides; the title is a question.
    pub fn decide(&mut self, question: &str) -> NodeId {
        self.gateway(question, GatewayRule::Exclusive)
    }

    /// Adds a gateway, dividing or joining.
    pub fn gateway(&mut self, title: &str, rule: GatewayRule) -> NodeId {
        self.node("gate_", title, NodeKind::Gateway(Gateway { rule, conditions_first: false }))
    }

    /// Adds a timer with a mean in milliseconds; the wait does not vary.
    pub fn timer(&mut self, title: &str, duration_ms: f64) -> NodeId {
        let duration = self.assume(
            &format!("How long the wait is at: {title}"),
            Distribution::fixed(duration_ms),
            Unit::Milliseconds,
            duration_ms * 0.5,
            duration_ms * 2.0,
        );
        self.node("timer_", title, NodeKind::Timer(TimerEvent { duration }))
    }

    /// Adds a wait for a message whose delay has this mean in milliseconds.
    pub fn message(&mut self, title: &str, from: &ActorId, delay_ms: f64) -> NodeId {
        let delay = self.assume_time(&format!("How long it takes until: {title}"), delay_ms);
        self.node(
            "message_",
            title,
            NodeKind::Message(MessageEvent { from: from.clone(), delay, is_signal: false }),
        )
    }

    /// Adds an end.
    pub fn end(&mut self, title: &str, outcome: Outcome) -> NodeId {
        self.node("end_", title, NodeKind::End(EndEvent { outcome, ends_case: false }))
    }

    /// Adds a flow; the returned builder gives it a label, a condition or a share.
    pub fn flow(&mut self, from: &NodeId, to: &NodeId) -> FlowBuilder<'_> {
        FlowBuilder::new(self, from, to)
    }

    /// Adds flows from each node to the next one.
    pub fn chain(&mut self, nodes: &[&NodeId]) -> &mut Self {
        for (from, to) in nodes.iter().zip(nodes.iter().skip(1)) {
            self.flow(from, to);
        }
        self
    }

    /// Adds an edge case.
    pub fn edge_case(&mut self, node: Option<&NodeId>, title: &str, expected: &str) -> EdgeCaseId {
        let taken = &self.plan.edge_cases;
        let id = unused(EdgeCaseId::named(title), EdgeCaseId::numbered, |id| {
            taken.iter().any(|edge| edge.id == *id)
        });
        self.plan.edge_cases.push(EdgeCase {
            id: id.clone(),
            node: node.cloned(),
            title: title.to_owned(),
            expected: expected.to_owned(),
            origin: self.origin.clone(),
        });
        id
    }

    /// Adds a metric without baseline and target; [`PlanBuilder::plan_mut`] reaches those.
    pub fn metric(
        &mut self,
        title: &str,
        measure: Measure,
        unit: Unit,
        direction: Direction,
        role: MetricRole,
    ) -> MetricId {
        let taken = &self.plan.metrics;
        let id = unused(MetricId::named(title), MetricId::numbered, |id| {
            taken.iter().any(|metric| metric.id == *id)
        });
        self.plan.metrics.push(Metric {
            id: id.clone(),
            title: title.to_owned(),
            measure,
            unit,
            direction,
            role,
            baseline: None,
            target: None,
            window_ms: None,
            criterion: None,
            origin: self.origin.clone(),
        });
        id
    }

    /// The unit of money in this plan.
    pub fn money(&self) -> Unit {
        Unit::Money(Currency { currency: self.currency.clone() })
    }

    /// Gives the plan as it is, without any check beyond what the builder saw itself.
    ///
    /// # Errors
    /// `invalid_plan` with the first mistake that was made while building.
    pub fn build_unchecked(self) -> Result<Plan> {
        match self.fault {
            None => Ok(self.plan),
            Some(fault) => Err(Error::new(ErrorCode::InvalidPlan, fault)),
        }
    }

    /// Gives the plan where it is sound.
    ///
    /// # Errors
    /// `invalid_plan` with the first mistake that was made while building, or the first error of
    /// [`check`](crate::plan::check()).
    pub fn build(self) -> Result<Plan> {
        let plan = self.build_unchecked()?;
        super::check::ensure_sound(&plan)?;
        Ok(plan)
    }

    pub(crate) fn node(&mut self, prefix: &'static str, title: &str, kind: NodeKind) -> NodeId {
        let taken = &self.plan.nodes;
        let id = unused(NodeId::from_text(prefix, title), NodeId::numbered, |id| {
            taken.iter().any(|node| node.id == *id)
        });
        self.plan.nodes.push(Node {
            id: id.clone(),
            title: title.to_owned(),
            kind,
            group: None,
            notes: Vec::new(),
            origin: self.origin.clone(),
        });
        id
    }

    pub(crate) fn push_flow(&mut self, from: &NodeId, to: &NodeId) {
        let taken = &self.plan.flows;
        let wanted = FlowId::named(&(taken.len() + 1).to_string());
        let id = unused(wanted, FlowId::numbered, |id| taken.iter().any(|flow| flow.id == *id));
        self.plan.flows.push(Flow {
            id,
            from: from.clone(),
            to: to.clone(),
            label: None,
            condition: None,
            probability: None,
            is_default: false,
            max_times: None,
        });
    }

    pub(crate) fn failure_id(&self, title: &str, present: &[FailureId]) -> FailureId {
        let steps = self.plan.nodes.iter().filter_map(|node| match &node.kind {
            NodeKind::Step(step) => Some(&step.failure_modes),
            _ => None,
        });
        let taken: Vec<&FailureId> = steps.flatten().map(|failure| &failure.id).chain(present).collect();
        unused(FailureId::named(title), FailureId::numbered, |id| taken.contains(&id))
    }

    pub(crate) fn note_fault(&mut self, fault: String) {
        self.fault.get_or_insert(fault);
    }
}

/// A paragraph of a screen.
pub fn paragraph(text: &str) -> ScreenElement {
    ScreenElement::Paragraph(Words { text: text.to_owned() })
}

/// Monday to Friday, from one minute of the day to another, in UTC.
pub fn office_hours(from_minute: u16, to_minute: u16) -> Calendar {
    Calendar {
        utc_offset_minutes: 0,
        shifts: (1..=5).map(|weekday| Shift { weekday, from_minute, to_minute }).collect(),
        holidays: Vec::new(),
    }
}

/// The thinkable range of a share: half to double, where that stays within 0 and 1, and the same for its rest.
fn share_range(share: f64) -> (f64, f64) {
    if share <= 0.5 {
        (tidy(share * 0.5), tidy((share * 2.0).min(1.0)))
    } else {
        let rest = 1.0 - share;
        (tidy((1.0 - rest * 2.0).max(0.0)), tidy(1.0 - rest * 0.5))
    }
}

/// Rounds a share to six decimals, so that documents hold `0.965` and not what binary fractions make of it.
fn tidy(share: f64) -> f64 {
    (share * 1e6).round() / 1e6
}
