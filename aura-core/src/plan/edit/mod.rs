//! Changing a plan: typed operations, and plain English that is understood as such operations.
//!
//! In comes a plan and either operations ([`apply`]) or a sentence ([`read()`]); out goes the changed plan with its
//! exact inverse, or what the sentence means. Ids of nodes never change while the node lives, and a change that
//! would make a sound plan unsound is refused. Never here: storing versions, showing plans, asking a model.

mod assign;
mod detail;
mod draft;
mod graph;
mod near;
mod patch;
mod place;
mod read;
mod resource;
mod shape;
mod sound;
mod steps;
mod supply;
mod tidy;
mod undo;
mod uses;
pub(super) mod words;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use assign::with_agents;
pub use read::{describe, read};

use crate::domain::edit::{EditedPlan, Operation, PlanPatch};
use crate::domain::plan::Plan;
use crate::domain::problem::{Problem, Severity};
use crate::domain::version::version_of;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use draft::{Draft, internal};

/// Most operations of one edit.
const MAX_OPERATIONS: usize = 200;

/// Applies operations to a plan, one after the other; either all or none.
///
/// # Errors
/// `invalid_edit` where an operation does not fit the plan, with what was expected and the nearest names;
/// `limit_size` where the plan would have more nodes or flows than the limits allow.
///
/// # Example
/// ```
/// use aura_core::domain::edit::{InsertStep, Operation, Place};
/// use aura_core::plan::{edit, sample};
///
/// let plan = sample::guest_checkout()?;
/// let insert = InsertStep { title: "Thank the shopper".into(), place: Place::AtEnd, actor: None };
/// let edited = edit::apply(&plan, &[Operation::Insert(insert)])?;
/// assert_eq!(edited.plan.nodes.len(), plan.nodes.len() + 1);
/// assert_eq!(edit::undo(&edited)?, plan);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn apply(plan: &Plan, operations: &[Operation]) -> Result<EditedPlan> {
    apply_with(plan, operations, None)
}

/// As [`apply`], for operations that a sentence asked for: what they make carries the sentence as its origin.
///
/// # Errors
/// As [`apply`].
pub fn apply_said(plan: &Plan, operations: &[Operation], sentence: &str) -> Result<EditedPlan> {
    apply_with(plan, operations, Some(sentence))
}

/// The plan as it was before an edit, to the byte.
///
/// # Errors
/// `invalid_edit` where the inverse was made for another version.
pub fn undo(edited: &EditedPlan) -> Result<Plan> {
    patched(&edited.plan, &edited.inverse)
}

/// Applies an exact patch (RFC 6902) to a plan.
///
/// # Errors
/// `invalid_edit` where the patch does not fit the plan, or what comes out is not a plan.
pub fn patched(plan: &Plan, patch: &PlanPatch) -> Result<Plan> {
    let mut document = to_value(plan)?;
    patch::apply_patch(&mut document, patch)?;
    serde_json::from_value(document).map_err(|error| {
        Error::new(ErrorCode::InvalidEdit, "the patch does not lead to a plan").with_source(error)
    })
}

/// Whether nothing is wrong with a plan that was not wrong with another one.
pub(crate) fn is_as_sound(before: &Plan, after: &Plan) -> bool {
    sound::check_change(before, after).is_ok() && no_new_errors(before, after).is_ok()
}

/// The plan that operations lead to, for those who need neither the way back nor the differences.
///
/// # Errors
/// As [`apply`].
pub fn changed(plan: &Plan, operations: &[Operation]) -> Result<Plan> {
    change(plan, operations, None)
}

fn apply_with(plan: &Plan, operations: &[Operation], sentence: Option<&str>) -> Result<EditedPlan> {
    let present = change(plan, operations, sentence)?;
    Ok(EditedPlan {
        before: version_of(plan)?,
        after: version_of(&present)?,
        operations: operations.to_vec(),
        inverse: inverse(plan, &present)?,
        changes: crate::plan::difference::difference(plan, &present)
            .into_iter()
            .map(|change| change.text)
            .collect(),
        plan: present,
    })
}

fn change(plan: &Plan, operations: &[Operation], sentence: Option<&str>) -> Result<Plan> {
    if operations.is_empty() {
        return Err(Error::new(ErrorCode::InvalidEdit, "there is nothing to do")
            .with_hint("give at least one operation"));
    }
    Limits::check_count("operations", operations.len(), MAX_OPERATIONS as u64)?;
    let mut present = plan.clone();
    for (index, operation) in operations.iter().enumerate() {
        present = apply_one(&present, operation, sentence)
            .map_err(|error| error.with_context("operation", index + 1))?;
    }
    let limits = Limits::default();
    Limits::check_count("nodes", present.nodes.len(), limits.plan_nodes)?;
    Limits::check_count("flows", present.flows.len(), limits.plan_flows)?;
    no_new_errors(plan, &present)?;
    if present == *plan {
        return Err(Error::new(ErrorCode::InvalidEdit, "the plan is already so; nothing would change"));
    }
    Ok(present)
}

/// The plan checks find no more errors of any kind than before.
fn no_new_errors(before: &Plan, after: &Plan) -> Result<()> {
    let errors = |plan: &Plan| -> Vec<_> {
        crate::plan::check(plan).into_iter().filter(|problem| problem.severity == Severity::Error).collect()
    };
    let found = errors(after);
    if found.is_empty() {
        return Ok(());
    }
    let known = errors(before);
    let count = |list: &[Problem], code: &str| list.iter().filter(|problem| problem.code == code).count();
    match found.iter().find(|problem| count(&found, &problem.code) > count(&known, &problem.code)) {
        None => Ok(()),
        Some(problem) => {
            let text = problem.text.trim_end_matches('.');
            let error =
                Error::new(ErrorCode::InvalidEdit, format!("the plan could not run any more: {text}"));
            Err(match &problem.proposal {
                Some(proposal) => error.with_hint(format!("say `{proposal}`")),
                None => error.with_hint("name other steps, or change the steps around them first"),
            })
        }
    }
}

/// One operation on a plan.
fn apply_one(plan: &Plan, operation: &Operation, sentence: Option<&str>) -> Result<Plan> {
    let mut draft = Draft::new(plan, sentence);
    match operation {
        Operation::Insert(order) => draft.insert(order),
        Operation::Remove(order) => draft.remove(&order.node),
        Operation::Move(order) => draft.move_to(order),
        Operation::Replace(order) => draft.replace(order),
        Operation::Swap(order) => draft.swap(order),
        Operation::Rename(order) => draft.rename(order),
        Operation::Duplicate(order) => draft.duplicate(&order.node),
        Operation::Split(order) => draft.split(order),
        Operation::Merge(order) => draft.merge(order),
        Operation::MakeParallel(order) => draft.make_parallel(&order.nodes),
        Operation::MakeSequential(order) => draft.make_sequential(&order.nodes),
        Operation::MakeConditional(order) => draft.make_conditional(order),
        Operation::SetCondition(order) => draft.set_condition(order),
        Operation::ChangeGateway(order) => draft.change_gateway(order),
        Operation::RemoveBranch(order) => draft.remove_branch(&order.flow),
        Operation::KeepOnlyBranch(order) => draft.keep_only_branch(&order.flow),
        Operation::Loop(order) => draft.make_loop(order),
        Operation::Group(order) => draft.group(order),
        Operation::Ungroup(order) => draft.ungroup(&order.group),
        Operation::Assign(order) => draft.assign(order),
        Operation::SetLimit(order) => draft.set_limit(order),
        Operation::AddWait(order) => draft.add_wait(order),
        Operation::AddApproval(order) => draft.add_approval(order),
        Operation::SetRisk(order) => draft.set_risk(order),
        Operation::SetUndo(order) => draft.set_undo(order),
        Operation::SetResource(order) => draft.set_resource(order),
        Operation::AddNote(order) => draft.add_note(order),
        Operation::SetAssumption(order) => draft.set_assumption(order),
    }?;
    draft.finish()?;
    sound::check_change(plan, &draft.plan)?;
    Ok(draft.plan)
}

/// Exact operations (RFC 6902) that lead from one plan to another.
///
/// # Errors
/// `internal` where a plan cannot be written as JSON.
pub fn between(from: &Plan, to: &Plan) -> Result<PlanPatch> {
    inverse(to, from)
}

/// What leads from the new plan back to the old one, to the byte.
fn inverse(old: &Plan, new: &Plan) -> Result<PlanPatch> {
    let before = to_value(old)?;
    let patch = patch::patch_between(&to_value(new)?, &before);
    let bytes = |plan: &Plan| {
        serde_json::to_vec(plan).map_err(|error| internal("a plan is not JSON").with_source(error))
    };
    if patched(new, &patch).is_ok_and(|back| bytes(&back).ok() == bytes(old).ok()) {
        return Ok(patch);
    }
    // Free JSON values may keep their fields in an order that a patch cannot express: then the whole comes back.
    let whole = crate::domain::edit::PatchChange {
        op: crate::domain::edit::PatchVerb::Replace,
        path: String::new(),
        value: Some(before),
    };
    Ok(PlanPatch { changes: vec![whole] })
}

fn to_value(plan: &Plan) -> Result<serde_json::Value> {
    serde_json::to_value(plan).map_err(|error| internal("a plan is not JSON").with_source(error))
}
