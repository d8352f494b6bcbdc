//! What a plan's parts are called on a page.

use crate::domain::data::DataObject;
use crate::domain::figures::{sentence, uncapitalise};
use crate::domain::id::{ActorId, AssumptionId, DataId, OperationId};
use crate::domain::plan::{DataReference, Outcome, Plan, ScreenElement, Service, ServiceOperation};
use crate::domain::prototype::PageKind;
use crate::domain::step::{AgentKind, FailureEffect, Step};

/// A step that nobody sees a screen for, as a page.
pub(super) struct Described {
    pub(super) kind: PageKind,
    pub(super) actor: String,
    pub(super) intro: String,
    pub(super) elements: Vec<ScreenElement>,
    pub(super) action: &'static str,
}

/// Describes a step without a screen.
pub(super) fn describe_step(plan: &Plan, step: &Step) -> Described {
    let actor = doer(plan, step);
    let summaries = |list: &[DataId]| {
        let shown = list.iter().filter(|id| object(plan, id).is_some());
        shown.map(|id| ScreenElement::Summary(DataReference { data: id.clone() })).collect::<Vec<_>>()
    };
    if let Some((service, operation)) = called(plan, step) {
        let answer: Vec<DataId> = operation.response.iter().cloned().collect();
        return Described {
            kind: PageKind::System,
            intro: sentence(&format!(
                "the {} is asked to {}",
                uncapitalise(&service.title),
                uncapitalise(&operation.title)
            )),
            elements: summaries(&answer),
            action: "It works",
            actor,
        };
    }
    match step.agent.kind {
        AgentKind::Person => Described {
            kind: PageKind::Screen,
            intro: format!("The {actor} does this away from the screen."),
            elements: summaries(&step.needs),
            action: "Done",
            actor,
        },
        AgentKind::AiAgent => Described {
            kind: PageKind::System,
            intro: format!("An AI agent does this for the {}.", actor_name(plan, &step.actor)),
            elements: summaries(&step.produces),
            action: "It works",
            actor,
        },
        AgentKind::Service | AgentKind::Timer => Described {
            kind: PageKind::System,
            intro: format!("The {actor} does this by itself."),
            elements: summaries(&step.produces),
            action: "It works",
            actor,
        },
    }
}

/// Who is seen to do a step: the service that is called, else the agent, else the actor.
pub(super) fn doer(plan: &Plan, step: &Step) -> String {
    if step.screen.is_none()
        && let Some((service, _)) = called(plan, step)
    {
        return uncapitalise(&service.title);
    }
    match step.agent.kind {
        AgentKind::Person => actor_name(plan, &step.actor),
        _ if step.agent.name.trim().is_empty() => actor_name(plan, &step.actor),
        _ => step.agent.name.clone(),
    }
}

pub(super) fn actor_name(plan: &Plan, id: &ActorId) -> String {
    plan.actors.iter().find(|actor| actor.id == *id).map_or_else(String::new, |actor| actor.name.clone())
}

pub(super) fn called<'plan>(
    plan: &'plan Plan,
    step: &Step,
) -> Option<(&'plan Service, &'plan ServiceOperation)> {
    let call = step.call.as_ref()?;
    let service = plan.services.iter().find(|service| service.id == call.service)?;
    Some((service, operation(service, &call.operation)?))
}

fn operation<'plan>(service: &'plan Service, id: &OperationId) -> Option<&'plan ServiceOperation> {
    service.operations.iter().find(|operation| operation.id == *id)
}

pub(super) fn object<'plan>(plan: &'plan Plan, id: &DataId) -> Option<&'plan DataObject> {
    plan.data.iter().find(|object| object.id == *id)
}

/// The mean of an assumption, in its unit.
pub(super) fn mean_of(plan: &Plan, id: &AssumptionId) -> Option<f64> {
    let assumption = plan.assumptions.iter().find(|assumption| assumption.id == *id)?;
    Some(assumption.value.mean())
}

/// How a case ends by a failure mode, where it does.
pub(super) fn failure_outcome(effect: &FailureEffect) -> Option<Outcome> {
    match effect {
        FailureEffect::Retry(rule) => Some(rule.otherwise),
        FailureEffect::End(end) => Some(end.outcome),
        FailureEffect::GoTo(_) => None,
    }
}

/// How a case ended, in one sentence.
pub(super) fn outcome_sentence(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::GoalReached => "The goal is reached.",
        Outcome::Abandoned => "It ends here because somebody gave up.",
        Outcome::Refused => "It ends here because the answer was no.",
        Outcome::Failed => "It ends here because something did not work.",
    }
}
