//! Marks what is risky in a draft, by the rules of [`crate::plan::risk`].

use crate::domain::id::NodeId;
use crate::domain::plan::NodeKind;
use crate::plan::risk::{Deed, assess};

use super::enrich::Facts;
use super::sketch::Role;
use super::weave::Weaver;

pub(super) fn mark(weaver: &mut Weaver<'_>, node: &NodeId, facts: &Facts) {
    let approver = weaver.cast.name(&Role::Staff("team member"));
    let data = facts.data.as_ref();
    let risk = assess(&Deed {
        title: &facts.title,
        work: facts.work,
        actor: facts.kind,
        data: weaver.plan.plan().data.iter().find(|object| Some(&object.id) == data),
        approver: &approver,
    });
    if let Some(found) = weaver.plan.plan_mut().nodes.iter_mut().find(|other| other.id == *node)
        && let NodeKind::Step(step) = &mut found.kind
    {
        step.risk = risk.or(step.risk.take());
    }
}
