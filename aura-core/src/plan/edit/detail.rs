//! Operations that leave the shape alone: groups, who does a step, limits, risks, notes, assumptions.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::near;
use super::steps::checked_title;
use crate::domain::edit::{AssignStep, AssumptionValue, GroupNodes, NoteOnNode, RiskOfStep, StepLimit};
use crate::domain::id::{FlowId, GroupId, NodeId, unused};
use crate::domain::plan::{Group, NodeKind};
use crate::domain::quantity::Unit;
use crate::domain::step::Risk;
use crate::error::{Error, ErrorCode, Result};

/// Longest remark, in characters.
const MAX_NOTE: usize = 2_000;

impl Draft<'_> {
    pub(super) fn group(&mut self, order: &GroupNodes) -> Result<()> {
        let title = checked_title(&order.title)?;
        let mut members: BTreeSet<NodeId> = BTreeSet::new();
        for node in &order.nodes {
            if !matches!(self.node(node)?.kind, NodeKind::Start | NodeKind::End(_)) {
                members.insert(node.clone());
            }
        }
        if members.is_empty() {
            return Err(Error::new(ErrorCode::InvalidEdit, "a group needs at least one step")
                .with_hint("name the steps that belong together"));
        }
        // Gateways between the members belong to the group.
        let named: Vec<NodeId> = members.iter().cloned().collect();
        if let Some(region) = self.graph().region(&named) {
            members.extend(region.nodes);
        }
        let present = &self.plan.groups;
        let id = unused(GroupId::named(&title), GroupId::numbered, |id| {
            present.iter().any(|group| group.id == *id)
        });
        for node in self.plan.nodes.iter_mut().filter(|node| members.contains(&node.id)) {
            if !matches!(node.kind, NodeKind::Start | NodeKind::End(_)) {
                node.group = Some(id.clone());
            }
        }
        self.plan.groups.push(Group { id, title });
        Ok(())
    }

    pub(super) fn ungroup(&mut self, group: &GroupId) -> Result<()> {
        if !self.plan.groups.iter().any(|other| other.id == *group) {
            let names =
                near::nearest(group.as_str(), self.plan.groups.iter().map(|other| other.id.as_str()), 3);
            return Err(near::missing("group", group.as_str(), &names));
        }
        self.plan.groups.retain(|other| other.id != *group);
        for node in self.plan.nodes.iter_mut().filter(|node| node.group.as_ref() == Some(group)) {
            node.group = None;
        }
        Ok(())
    }

    pub(super) fn assign(&mut self, order: &AssignStep) -> Result<()> {
        self.step(&order.node)?;
        let name = checked_title(&order.actor)?;
        let actor = self.actor_named(&name);
        self.give_to(&order.node, &actor, order.agent.as_ref())
    }

    pub(super) fn set_limit(&mut self, order: &StepLimit) -> Result<()> {
        let is_bad_money = order.money.is_some_and(|money| !money.is_finite() || money < 0.0);
        if order.time_ms == Some(0) || order.times == Some(0) || is_bad_money {
            return Err(Error::new(ErrorCode::InvalidEdit, "a limit of nothing would forbid the step")
                .with_hint("give a limit above 0, or remove the step"));
        }
        if order.time_ms.is_none() && order.money.is_none() && order.times.is_none() {
            return Err(Error::new(ErrorCode::InvalidEdit, "no limit was given")
                .with_hint("give a time, an amount of money or a number of times"));
        }
        let limits = &mut self.step_mut(&order.node)?.limits;
        limits.time_ms = order.time_ms.or(limits.time_ms);
        limits.money = order.money.or(limits.money);
        limits.times = order.times.or(limits.times);
        Ok(())
    }

    pub(super) fn set_risk(&mut self, order: &RiskOfStep) -> Result<()> {
        let origin = self.origin("edit.set_risk");
        let step = self.step_mut(&order.node)?;
        let guard = step.risk.as_ref().and_then(|risk| risk.guard.clone());
        step.risk = order.level.map(|level| Risk {
            level,
            rules: vec!["said_by_user".to_owned()],
            reason: order.reason.trim().to_owned(),
            guard,
            origin,
        });
        Ok(())
    }

    pub(super) fn add_note(&mut self, order: &NoteOnNode) -> Result<()> {
        let text = order.text.trim();
        if text.is_empty() || text.chars().count() > MAX_NOTE {
            return Err(Error::new(ErrorCode::InvalidEdit, "the note is empty or too long")
                .with_hint(format!("write 1 to {MAX_NOTE} characters")));
        }
        self.node_mut(&order.node)?.notes.push(text.to_owned());
        Ok(())
    }

    pub(super) fn set_assumption(&mut self, order: &AssumptionValue) -> Result<()> {
        let origin = self.origin("edit.set_assumption");
        let names = self.plan.assumptions.iter().map(|other| other.id.as_str());
        let missing = near::missing(
            "assumption",
            order.assumption.as_str(),
            &near::nearest(order.assumption.as_str(), names, 3),
        );
        let Some(present) = self.plan.assumptions.iter_mut().find(|other| other.id == order.assumption)
        else {
            return Err(missing);
        };
        let is_share = present.unit == Unit::Share;
        if !order.mean.is_finite() || order.mean < 0.0 || (is_share && order.mean > 1.0) {
            let expected = if is_share { "a share from 0 % to 100 %" } else { "a number of 0 or more" };
            return Err(Error::new(ErrorCode::InvalidEdit, format!("`{}` is not {expected}", order.mean))
                .with_hint(format!("give {expected}")));
        }
        let old = present.value.mean();
        present.value = present.value.with_mean(order.mean);
        present.value.check()?;
        let factor = if old > 0.0 && order.mean > 0.0 { order.mean / old } else { 1.0 };
        let top = if is_share { 1.0 } else { f64::MAX };
        present.low = (present.low * factor).min(order.mean);
        present.high = (present.high * factor).max(order.mean).min(top);
        present.origin = origin;
        self.mend_sibling_shares(order)
    }

    /// The other ways of a gateway share what is left.
    fn mend_sibling_shares(&mut self, order: &AssumptionValue) -> Result<()> {
        let mine: Vec<(FlowId, NodeId)> = self
            .plan
            .flows
            .iter()
            .filter(|flow| flow.probability.as_ref() == Some(&order.assumption))
            .map(|flow| (flow.id.clone(), flow.from.clone()))
            .collect();
        for (flow, gateway) in mine {
            let is_exclusive = matches!(&self.node(&gateway)?.kind,
                NodeKind::Gateway(gateway) if gateway.rule == crate::domain::plan::GatewayRule::Exclusive);
            let ways: Vec<FlowId> = self
                .plan
                .flows
                .iter()
                .filter(|other| other.from == gateway)
                .map(|other| other.id.clone())
                .collect();
            if is_exclusive {
                self.make_shares_whole(&ways, Some(&flow))?;
            }
        }
        Ok(())
    }
}
