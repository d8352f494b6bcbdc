//! Who does a step: a person, a system, or an AI agent of the catalogue.
//!
//! An AI gets a step only where an agent of the catalogue can do it and may see its data; else a person does it, and
//! the step says why.

use super::draft::Draft;
use super::supply::{likely_kind, plain_name};
use crate::domain::actor::ActorKind;
use crate::domain::agent::Agent;
use crate::domain::edit::Operation;
use crate::domain::id::{ActorId, AssumptionId, NodeId};
use crate::domain::plan::Plan;
use crate::domain::provenance::Origin;
use crate::domain::quantity::{Distribution, Unit};
use crate::domain::step::{AgentChoice, AgentKind};
use crate::error::Result;
use crate::plan::agents;
use crate::plan::build::usual_agent;

/// Fills into what a sentence asks for which agents of the host's catalogue do the steps that it gives to an AI, or to
/// an agent by its name. Where none fits, the step stays for the built-in agents, and then for a person.
pub(crate) fn with_agents(plan: &Plan, mut operations: Vec<Operation>, own: &[Agent]) -> Vec<Operation> {
    for operation in &mut operations {
        if let Operation::Assign(order) = operation
            && order.agent.is_none()
            && let Some(node) = plan.nodes.iter().find(|node| node.id == order.node)
        {
            let name = plain_name(&order.actor);
            let is_known = own.iter().any(|agent| agent.name.eq_ignore_ascii_case(&name));
            if is_known || likely_kind(&name) == ActorKind::AiAgent {
                order.agent = agents::fitting(plan, node, &name, own).ok().map(|(agent, _)| agent.clone());
            }
        }
    }
    operations
}

impl Draft<'_> {
    /// Who does a step: its agent follows from the actor, and a person gets a screen.
    pub(crate) fn give_to(&mut self, node: &NodeId, actor: &ActorId, agent: Option<&Agent>) -> Result<()> {
        if agent.is_some() || self.actor_kind(actor) == ActorKind::AiAgent {
            return self.give_to_ai(node, actor, agent);
        }
        let kind = self.actor_kind(actor);
        let name = self.actor_name(actor);
        let origin = self.origin("edit.assign");
        self.set_doer(node, actor, AgentChoice { kind: usual_agent(kind), name, origin }, None)
    }

    /// An AI does a step, where one of the catalogue fits; else a person does it, and the step says why.
    fn give_to_ai(&mut self, node: &NodeId, actor: &ActorId, agent: Option<&Agent>) -> Result<()> {
        let name = self.actor_name(actor);
        let catalogue: Vec<Agent> = agent.cloned().into_iter().chain(agents::built_in_agents()).collect();
        let chosen = agents::fitting(&self.plan, self.node(node)?, &name, &catalogue);
        match chosen {
            Ok((agent, reason)) => {
                let origin = Origin::inferred("agent.catalogue", &reason, 0.8);
                self.set_kind(actor, ActorKind::AiAgent);
                let choice = AgentChoice { kind: AgentKind::AiAgent, name, origin };
                let cost = self.cost_of(node, agent.cost);
                self.set_doer(node, actor, choice, Some(cost))
            }
            Err(reason) => {
                self.drop_unused(actor);
                let person = self.person_for(node)?;
                let origin = Origin::inferred(agents::NOBODY_FITS, &reason, 0.8);
                let name = self.actor_name(&person);
                self.set_doer(node, &person, AgentChoice { kind: AgentKind::Person, name, origin }, None)
            }
        }
    }

    /// The person who does a step, else somebody of the team.
    fn person_for(&mut self, node: &NodeId) -> Result<ActorId> {
        let present = self.step(node)?.actor.clone();
        Ok(if self.actor_kind(&present).is_person() { present } else { self.actor_named("team member") })
    }

    /// What one execution by an AI costs, as an assumption that can be changed.
    fn cost_of(&mut self, node: &NodeId, amount: f64) -> AssumptionId {
        let statement = format!("What it costs each time to do: {}", self.title(node));
        let origin = Origin::assumed("the catalogue of agents says so");
        let unit = Unit::Money(self.plan.currency());
        self.assume(&statement, Distribution::fixed(amount), unit, (amount * 0.5, amount * 2.0), origin)
    }

    fn set_kind(&mut self, id: &ActorId, kind: ActorKind) {
        for actor in self.plan.actors.iter_mut().filter(|actor| actor.id == *id) {
            actor.kind = kind;
        }
    }

    /// Takes an actor out again that this edit added.
    fn drop_unused(&mut self, id: &ActorId) {
        let before = &self.before.actors;
        self.plan.actors.retain(|actor| actor.id != *id || before.iter().any(|old| old.id == *id));
    }

    fn set_doer(
        &mut self,
        node: &NodeId,
        actor: &ActorId,
        agent: AgentChoice,
        cost: Option<AssumptionId>,
    ) -> Result<()> {
        let is_person = agent.kind == AgentKind::Person;
        let title = self.title(node);
        let has_screen = self.step(node)?.screen.is_some();
        let screen = (is_person && !has_screen).then(|| self.new_screen(&title));
        let step = self.step_mut(node)?;
        if step.actor != *actor {
            step.resource = None;
        }
        step.actor = actor.clone();
        // What an AI cost goes with it.
        let present = step.cost.take().filter(|_| step.agent.kind != AgentKind::AiAgent);
        step.cost = cost.or(present);
        step.agent = agent;
        if is_person {
            step.screen = screen.or(step.screen.take());
            step.call = None;
        } else {
            step.screen = None;
        }
        Ok(())
    }
}
