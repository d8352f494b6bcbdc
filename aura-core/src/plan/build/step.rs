//! Everything that can be said about a step before it is added.

use super::PlanBuilder;
use crate::domain::actor::ActorKind;
use crate::domain::id::{
    ActorId, AssumptionId, DataId, FailureId, GroupId, NodeId, OperationId, ResourceId, ScreenId,
};
use crate::domain::plan::{NodeKind, Outcome};
use crate::domain::provenance::Origin;
use crate::domain::quantity::{Distribution, Unit};
use crate::domain::step::{
    AgentChoice, AgentKind, EndCase, FailureEffect, FailureKind, FailureMode, ForEach, GoToNode, RetryRule,
    Risk, RiskLevel, ServiceCall, Step, StepLimits, TeamChoice, Undo,
};

/// Makes a step; [`StepBuilder::add`] puts it into the plan.
#[derive(Debug)]
#[must_use = "the step is put into the plan by `add`"]
pub struct StepBuilder<'plan> {
    builder: &'plan mut PlanBuilder,
    title: String,
    step: Step,
    group: Option<GroupId>,
    notes: Vec<String>,
    origin: Option<Origin>,
}

impl<'plan> StepBuilder<'plan> {
    pub(super) fn new(builder: &'plan mut PlanBuilder, title: &str, actor: &ActorId) -> Self {
        let known = builder.plan().actors.iter().find(|candidate| candidate.id == *actor);
        let (kind, name) = match known {
            Some(known) => (usual_agent(known.kind), known.name.clone()),
            None => {
                builder
                    .note_fault(format!("`{title}` is done by `{actor}`, who is not an actor of the plan"));
                (AgentKind::Person, "somebody".to_owned())
            }
        };
        let agent = AgentChoice { kind, name, origin: usual_reason(kind) };
        StepBuilder {
            builder,
            title: title.to_owned(),
            step: Step {
                actor: actor.clone(),
                agent,
                needs: Vec::new(),
                produces: Vec::new(),
                call: None,
                screen: None,
                working_time: None,
                waiting_time: None,
                resource: None,
                team: Vec::new(),
                team_choice: TeamChoice::default(),
                priority: None,
                cost: None,
                limits: StepLimits::default(),
                failure_modes: Vec::new(),
                undo: None,
                risk: None,
                for_each: None,
                batch: None,
            },
            group: None,
            notes: Vec::new(),
            origin: None,
        }
    }

    /// Who or what really does it, and why.
    pub fn agent(mut self, kind: AgentKind, name: &str, origin: Origin) -> Self {
        self.step.agent = AgentChoice { kind, name: name.to_owned(), origin };
        self
    }

    /// Data that must be there.
    pub fn needs(mut self, data: &DataId) -> Self {
        push_once(&mut self.step.needs, data);
        self
    }

    /// Data that is there afterwards.
    pub fn produces(mut self, data: &DataId) -> Self {
        push_once(&mut self.step.produces, data);
        self
    }

    /// Calls an operation. Its request is needed, its answer is produced, and its latency is the working time. A step
    /// of a person stays the person's, who works with the service; any other step is the service's.
    pub fn calls(mut self, operation: &OperationId) -> Self {
        let services = &self.builder.plan().services;
        let found = services.iter().find_map(|service| {
            let known = service.operations.iter().find(|known| known.id == *operation)?;
            Some((service.id.clone(), known.request.clone(), known.response.clone(), service.title.clone()))
        });
        let Some((service, request, response, title)) = found else {
            self.builder.note_fault(format!("`{}` calls `{operation}`, which no service offers", self.title));
            return self;
        };
        self.step.call = Some(ServiceCall { service, operation: operation.clone() });
        if self.step.agent.kind != AgentKind::Person {
            let origin = usual_reason(AgentKind::Service);
            self.step.agent = AgentChoice { kind: AgentKind::Service, name: title, origin };
        }
        if let Some(request) = request {
            push_once(&mut self.step.needs, &request);
        }
        if let Some(response) = response {
            push_once(&mut self.step.produces, &response);
        }
        self
    }

    /// The screen that a person sees.
    pub fn screen(mut self, screen: &ScreenId) -> Self {
        self.step.screen = Some(screen.clone());
        self
    }

    /// How long the work takes on average, in milliseconds; an assumption is made for it.
    pub fn takes(self, mean_ms: f64) -> Self {
        let time = self.builder.assume_time(&format!("How long the work takes at: {}", self.title), mean_ms);
        self.working_time(&time)
    }

    /// How long the work takes, as an assumption that exists already.
    pub fn working_time(mut self, assumption: &AssumptionId) -> Self {
        self.step.working_time = Some(assumption.clone());
        self
    }

    /// What takes it back where the case fails later, and how long that takes on average, in milliseconds; an assumption
    /// is made for it.
    pub fn undone_by(mut self, title: &str, mean_ms: f64) -> Self {
        let time = self.builder.assume_time(&format!("How long it takes: {title}"), mean_ms);
        self.step.undo = Some(Undo { title: title.to_owned(), working_time: Some(time), cost: None });
        self
    }

    /// How long it lies before work begins on average, in milliseconds; an assumption is made for it.
    pub fn waits(mut self, mean_ms: f64) -> Self {
        let statement = format!("How long it lies before work begins at: {}", self.title);
        let value = Distribution::exponential(mean_ms);
        let time = self.builder.assume(&statement, value, Unit::Milliseconds, mean_ms * 0.25, mean_ms * 3.0);
        self.step.waiting_time = Some(time);
        self
    }

    /// Who must be free before work begins.
    pub fn resource(mut self, resource: &ResourceId) -> Self {
        self.step.resource = Some(resource.clone());
        self
    }

    /// What one execution costs, in major units of the currency; an assumption is made for it.
    pub fn costs(mut self, amount: f64) -> Self {
        let cost =
            self.builder.assume_money(&format!("What it costs each time to do: {}", self.title), amount);
        self.step.cost = Some(cost);
        self
    }

    /// Longest time until it is done, in milliseconds.
    pub fn within(mut self, time_ms: u64) -> Self {
        self.step.limits.time_ms = Some(time_ms);
        self
    }

    /// Most executions for one case.
    pub fn at_most(mut self, times: u32) -> Self {
        self.step.limits.times = Some(times);
        self
    }

    /// Most money for one execution, in major units.
    pub fn at_most_money(mut self, amount: f64) -> Self {
        self.step.limits.money = Some(amount);
        self
    }

    /// Something can go wrong; an assumption is made for how likely it is.
    pub fn fails(mut self, title: &str, kind: FailureKind, share: f64, then: FailureEffect) -> Self {
        let probability = self.builder.assume_share(&format!("How often {title} at: {}", self.title), share);
        let present: Vec<FailureId> =
            self.step.failure_modes.iter().map(|failure| failure.id.clone()).collect();
        let id = self.builder.failure_id(title, &present);
        let origin = self.builder.present_origin();
        self.step.failure_modes.push(FailureMode {
            id,
            title: title.to_owned(),
            kind,
            probability,
            then,
            origin,
        });
        self
    }

    /// The person gives up with this probability, and the case ends.
    pub fn gives_up(self, share: f64) -> Self {
        let title = format!("the {} gives up", self.step.agent.name);
        self.fails(&title, FailureKind::GivesUp, share, end_case(Outcome::Abandoned))
    }

    /// A mistake is made with this probability, and the step is done again, at most three times.
    pub fn mistakes(self, share: f64) -> Self {
        let title = format!("the {} makes a mistake", self.step.agent.name);
        self.fails(&title, FailureKind::Mistake, share, retry(3, 0, Outcome::Abandoned))
    }

    /// No answer comes with this probability, and the step is done again, at most twice, with a growing wait.
    pub fn unavailable(self, share: f64) -> Self {
        let title = format!("the {} does not answer", self.answering());
        self.fails(&title, FailureKind::Unavailable, share, retry(2, 1_000, Outcome::Failed))
    }

    /// The service that is called, or else whoever does the step.
    fn answering(&self) -> String {
        let called = self.step.call.as_ref().map(|call| &call.service);
        let service = self.builder.plan().services.iter().find(|service| Some(&service.id) == called);
        service.map_or_else(|| self.step.agent.name.clone(), |service| service.title.clone())
    }

    /// Whether and why it is risky, with the usual guard as an edit sentence.
    pub fn risk(mut self, level: RiskLevel, rules: &[&str], reason: &str, guard: Option<&str>) -> Self {
        self.step.risk = Some(Risk {
            level,
            rules: rules.iter().map(|rule| (*rule).to_owned()).collect(),
            reason: reason.to_owned(),
            guard: guard.map(str::to_owned),
            origin: self.builder.present_origin(),
        });
        self
    }

    /// Done once for each of several things, all at once or one after the other.
    pub fn for_each(mut self, of: &str, mean_count: f64, parallel: bool) -> Self {
        let count = self.builder.assume(
            &format!("How many times `{of}` comes up at: {}", self.title),
            Distribution::fixed(mean_count),
            Unit::Count,
            (mean_count * 0.5).max(1.0),
            mean_count * 2.0,
        );
        self.step.for_each = Some(ForEach { of: of.to_owned(), count, parallel });
        self
    }

    /// The sub-plan that it belongs to.
    pub fn group(mut self, group: &GroupId) -> Self {
        self.group = Some(group.clone());
        self
    }

    /// A remark.
    pub fn note(mut self, note: &str) -> Self {
        self.notes.push(note.to_owned());
        self
    }

    /// Where it comes from, instead of the plan's present origin.
    pub fn origin(mut self, origin: Origin) -> Self {
        self.origin = Some(origin);
        self
    }

    /// Puts the step into the plan and gives its id.
    pub fn add(self) -> NodeId {
        let id = self.builder.node("step_", &self.title, NodeKind::Step(Box::new(self.step)));
        if let Some(node) = self.builder.plan_mut().nodes.last_mut() {
            node.group = self.group;
            node.notes = self.notes;
            if let Some(origin) = self.origin {
                node.origin = origin;
            }
        }
        id
    }
}

/// The case ends so.
pub fn end_case(outcome: Outcome) -> FailureEffect {
    FailureEffect::End(EndCase { outcome })
}

/// The case goes on there.
pub fn go_to(node: &NodeId) -> FailureEffect {
    FailureEffect::GoTo(GoToNode { node: node.clone() })
}

/// The step is done again, with a wait that doubles.
pub fn retry(max_times: u32, delay_ms: u64, otherwise: Outcome) -> FailureEffect {
    FailureEffect::Retry(RetryRule { max_times, delay_ms, backoff_percent: 200, otherwise })
}

fn push_once(list: &mut Vec<DataId>, data: &DataId) {
    if !list.contains(data) {
        list.push(data.clone());
    }
}

/// Who acts for an actor of a kind.
pub(crate) fn usual_agent(kind: ActorKind) -> AgentKind {
    match kind {
        ActorKind::Customer | ActorKind::Staff => AgentKind::Person,
        ActorKind::AiAgent => AgentKind::AiAgent,
        ActorKind::System | ActorKind::External => AgentKind::Service,
    }
}

/// Why such an agent acts.
pub(crate) fn usual_reason(kind: AgentKind) -> Origin {
    match kind {
        AgentKind::Person => Origin::inferred("agent.person", "a person acts, so a person does it", 0.9),
        AgentKind::AiAgent => Origin::inferred("agent.ai", "an AI agent acts, so it does it", 0.9),
        AgentKind::Service => {
            Origin::inferred("agent.service", "it follows fixed rules, so a system does it", 0.9)
        }
        AgentKind::Timer => Origin::inferred("agent.timer", "it happens at a time, so a clock does it", 0.9),
    }
}
