//! Marks what is risky: what is done, with which data, whether it can be taken back, who checks it.

use crate::domain::actor::ActorKind;
use crate::domain::data::Sensitivity;
use crate::domain::id::NodeId;
use crate::domain::plan::NodeKind;
use crate::domain::provenance::Origin;
use crate::domain::step::{Risk, RiskLevel};

use super::enrich::Facts;
use super::weave::Weaver;
use super::work::Work;

pub(super) fn mark(weaver: &mut Weaver<'_>, node: &NodeId, facts: &Facts) {
    let sensitivity = sensitivity(weaver, facts);
    let is_machine = !facts.kind.is_person();
    let mut rules: Vec<(&str, RiskLevel, String)> = Vec::new();
    match facts.work {
        Work::MoveMoney => rules.push((
            "moves_money",
            RiskLevel::High,
            "it moves money, and a mistake must be paid".to_owned(),
        )),
        Work::Pay => rules.push((
            "takes_payment",
            RiskLevel::Medium,
            "somebody pays here, and a double charge must be paid back".to_owned(),
        )),
        Work::Delete => {
            rules.push(("deletes", RiskLevel::High, "what is deleted cannot be brought back".to_owned()))
        }
        Work::Approve if is_machine => {
            let reason = "a system decides about a person without anybody looking";
            rules.push(("decides_alone", RiskLevel::High, reason.to_owned()));
        }
        Work::Notify if facts.kind == ActorKind::AiAgent => {
            let reason = "an AI writes to people, and a sent message cannot be taken back";
            rules.push(("ai_writes_to_people", RiskLevel::High, reason.to_owned()));
        }
        Work::Notify => {
            rules.push(("cannot_be_unsent", RiskLevel::Low, "a sent message cannot be taken back".to_owned()))
        }
        _ => {}
    }
    if facts.kind == ActorKind::AiAgent && facts.work != Work::Notify {
        let reason = "an AI can be wrong without showing it";
        rules.push(("ai_can_be_wrong", RiskLevel::Medium, reason.to_owned()));
    }
    match sensitivity {
        Some(Sensitivity::Health) => {
            rules.push(("health_data", RiskLevel::High, "it handles data about somebody's health".to_owned()))
        }
        Some(Sensitivity::Secret) => {
            rules.push(("secret_data", RiskLevel::Medium, "it handles a password or key".to_owned()))
        }
        Some(Sensitivity::Personal) if facts.kind == ActorKind::External => {
            let reason = "data about a person leaves the house";
            rules.push(("personal_data_leaves", RiskLevel::Medium, reason.to_owned()));
        }
        _ => {}
    }
    let Some(level) = rules.iter().map(|(_, level, _)| *level).max() else { return };
    let reasons: Vec<&str> = rules.iter().map(|(_, _, reason)| reason.as_str()).collect();
    let reason = format!("{}.", crate::plan::words::upper_first(&reasons.join(", and ")));
    let origin = Origin::inferred("draft.risk", "rules over what is done, to which data, and by whom", 0.8);
    let risk = Risk {
        level,
        rules: rules.iter().map(|(name, ..)| (*name).to_owned()).collect(),
        reason,
        guard: guard(weaver, facts, level),
        origin,
    };
    if let Some(found) = weaver.plan.plan_mut().nodes.iter_mut().find(|other| other.id == *node)
        && let NodeKind::Step(step) = &mut found.kind
    {
        step.risk = Some(risk);
    }
}

/// The most sensitive data that the step is about.
fn sensitivity(weaver: &Weaver<'_>, facts: &Facts) -> Option<Sensitivity> {
    let id = facts.data.as_ref()?;
    let object = weaver.plan.plan().data.iter().find(|object| object.id == *id)?;
    object.fields.iter().map(|field| field.sensitivity).max()
}

/// The usual guard, as a sentence that the plan editor understands.
fn guard(weaver: &Weaver<'_>, facts: &Facts, level: RiskLevel) -> Option<String> {
    if level < RiskLevel::High || facts.kind.is_person() {
        return None;
    }
    let staff = weaver.cast.name(&super::sketch::Role::Staff("team member"));
    Some(format!("add an approval by the {staff} before \"{}\"", facts.title))
}
