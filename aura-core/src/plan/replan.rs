//! A plan after its intent changed: the new draft is brought into the plan as it stands, and manual edits survive.
//!
//! In come the draft that the plan began as, the plan as it stands, and the new draft; out goes the plan with the
//! changes of both, exact operations against the plan as it stands, and a question for every conflict. Never here:
//! drafting, storing versions.

use std::collections::BTreeSet;

use crate::domain::edit::PlanPatch;
use crate::domain::id::{FlowId, unused};
use crate::domain::plan::{Flow, Plan};
use crate::domain::question::{Answer, Question};
use crate::error::Result;
use crate::plan::difference::difference;
use crate::plan::{edit, merge};

/// A plan after its intent changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Replanned {
    /// The plan with the manual edits and what is new; where they conflict, with the manual edits.
    pub plan: Plan,
    /// The new draft, whose flows are named as in the old one.
    pub draft: Plan,
    /// What leads from the plan as it stood to the new one, and nothing else.
    pub operations: PlanPatch,
    /// What changed, in plain words, one sentence each.
    pub changes: Vec<String>,
    /// One question for every conflict: option `a` keeps the manual edit, option `b` takes what the new draft says.
    pub conflicts: Vec<Question>,
}

/// Brings a new draft into a plan that was edited by hand.
///
/// # Errors
/// As [`merge::merge_with`].
///
/// # Example
/// ```
/// use aura_core::domain::edit::{InsertStep, Operation, Place};
/// use aura_core::plan::{edit, replan, sample};
///
/// let draft = sample::guest_checkout()?;
/// let insert = InsertStep { title: "Say thanks".into(), place: Place::AtEnd, actor: None };
/// let present = edit::apply(&draft, &[Operation::Insert(insert)])?.plan;
/// let mut redraft = draft.clone();
/// redraft.goal = "Sell to guests, quickly.".into();
/// let replanned = replan::replan(&draft, &present, &redraft, &[])?;
/// assert_eq!(replanned.plan.goal, redraft.goal);
/// assert!(replanned.plan.nodes.iter().any(|node| node.title == "Say thanks"));
/// assert_eq!(edit::patched(&present, &replanned.operations)?, replanned.plan);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn replan(draft: &Plan, present: &Plan, redraft: &Plan, answers: &[Answer]) -> Result<Replanned> {
    let redraft = aligned(draft, redraft);
    let merged = merge::merge_with(draft, present, &redraft, answers)?;
    Ok(Replanned {
        operations: edit::between(present, &merged.plan)?,
        changes: difference(present, &merged.plan).into_iter().map(|change| change.text).collect(),
        conflicts: merged.conflicts.into_iter().map(worded).collect(),
        plan: merged.plan,
        draft: redraft,
    })
}

/// The question of a merge in the words of somebody whose plan is drafted again.
fn worded(mut question: Question) -> Question {
    question.code = "replan_conflict".to_owned();
    question.text =
        question.text.replacen("Both versions changed", "Your edit and the new draft both change", 1);
    question.reason = "You edited what the new draft would change as well.".to_owned();
    for (option, effect) in
        question.options.iter_mut().zip(["Your edit stays.", "What the new draft says is taken."])
    {
        option.effect = effect.to_owned();
    }
    question
}

/// The new draft as a version of the old one: drafts number their flows, so flows are named after those of the old
/// draft that lead the same way.
fn aligned(draft: &Plan, redraft: &Plan) -> Plan {
    let mut redraft = redraft.clone();
    redraft.id = draft.id.clone();
    let mut taken: BTreeSet<FlowId> = BTreeSet::new();
    let mut names: Vec<Option<FlowId>> = vec![None; redraft.flows.len()];
    let rules: [fn(&Flow, &Flow) -> bool; 4] = [
        |old, new| old.from == new.from && old.to == new.to && old.label == new.label,
        |old, new| old.from == new.from && old.to == new.to,
        |old, new| old.from == new.from && old.label == new.label,
        |old, new| old.to == new.to && old.label.is_none() && new.label.is_none(),
    ];
    for is_alike in rules {
        for (flow, name) in redraft.flows.iter().zip(&mut names).filter(|(_, name)| name.is_none()) {
            let found = draft.flows.iter().find(|old| !taken.contains(&old.id) && is_alike(old, flow));
            if let Some(old) = found {
                taken.insert(old.id.clone());
                *name = Some(old.id.clone());
            }
        }
    }
    for (flow, name) in redraft.flows.iter_mut().zip(names) {
        flow.id = name.unwrap_or_else(|| {
            let wanted = FlowId::named(&format!("{}_to_{}", flow.from, flow.to));
            let old = &draft.flows;
            unused(wanted, FlowId::numbered, |id| taken.contains(id) || old.iter().any(|flow| flow.id == *id))
        });
        taken.insert(flow.id.clone());
    }
    redraft
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::edit::{InsertStep, NodeTarget, Operation, Place, RenameNode};
    use crate::domain::id::NodeId;
    use crate::intent::{InterpretOptions, InterpretRequest, interpret};
    use crate::plan::{PlanOptions, draft};

    fn drafted(text: &str) -> Plan {
        let request = InterpretRequest { title: Some("Crates".into()), ..InterpretRequest::new(text) };
        let intent = interpret(&request, &InterpretOptions::default()).unwrap();
        draft(&crate::intent::assume_rest(&intent).unwrap(), &PlanOptions::default()).unwrap()
    }

    fn id_of(plan: &Plan, title: &str) -> NodeId {
        let found = plan.nodes.iter().find(|node| node.title.eq_ignore_ascii_case(title));
        found.unwrap_or_else(|| panic!("no `{title}` in {:?}", titles(plan))).id.clone()
    }

    fn titles(plan: &Plan) -> Vec<&str> {
        plan.nodes.iter().map(|node| node.title.as_str()).collect()
    }

    const OLD: &str = "The clerk opens the crate. The clerk weighs the crate. The guard signs the form. The driver loads the crate.";
    const NEW: &str = "The clerk opens the crate. The clerk photographs the crate. The clerk weighs the crate. The guard signs the form. The driver loads the crate.";

    #[test]
    fn manual_edits_survive_a_new_draft() {
        let (old, new) = (drafted(OLD), drafted(NEW));
        let rename = RenameNode { node: id_of(&old, "Sign the form"), title: "Sign the waybill".into() };
        let place = Place::Before(NodeTarget { node: id_of(&old, "Weigh the crate") });
        let insert = InsertStep { title: "Clean the scales".into(), place, actor: None };
        let present =
            edit::apply(&old, &[Operation::Rename(rename), Operation::Insert(insert)]).unwrap().plan;
        let replanned = replan(&old, &present, &new, &[]).unwrap();
        assert!(replanned.conflicts.is_empty(), "{:?}", replanned.conflicts);
        for title in ["Sign the waybill", "Clean the scales", "Photograph the crate", "Load the crate"] {
            id_of(&replanned.plan, title);
        }
        assert!(!titles(&replanned.plan).contains(&"Sign the form"));
        assert_eq!(edit::patched(&present, &replanned.operations).unwrap(), replanned.plan);
        assert!(
            replanned.changes.iter().any(|text| text.contains("Photograph the crate")),
            "{:?}",
            replanned.changes
        );
        crate::plan::ensure_sound(&replanned.plan).unwrap();
    }

    #[test]
    fn a_step_that_was_removed_by_hand_does_not_come_back() {
        let (old, new) = (drafted(OLD), drafted(NEW));
        let remove = Operation::Remove(NodeTarget { node: id_of(&old, "Weigh the crate") });
        let present = edit::apply(&old, &[remove]).unwrap().plan;
        let replanned = replan(&old, &present, &new, &[]).unwrap();
        assert!(!titles(&replanned.plan).contains(&"Weigh the crate"), "{:?}", titles(&replanned.plan));
        id_of(&replanned.plan, "Photograph the crate");
    }

    #[test]
    fn the_same_draft_changes_nothing() {
        let old = drafted(OLD);
        let remove = Operation::Remove(NodeTarget { node: id_of(&old, "Weigh the crate") });
        let present = edit::apply(&old, &[remove]).unwrap().plan;
        let replanned = replan(&old, &present, &old, &[]).unwrap();
        assert_eq!((&replanned.plan, replanned.operations.changes.len()), (&present, 0));
    }
}
