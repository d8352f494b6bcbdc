//! Variants of a plan: its edits and changed assumptions applied.

use crate::domain::experiment::Variant;
use crate::domain::id::VariantId;
use crate::domain::plan::Plan;
use crate::domain::scenario::Scenario;
use crate::error::{Error, ErrorCode, Result};
use crate::plan::edit;

/// A variant, ready to run.
#[derive(Debug, Clone, PartialEq)]
pub struct VariantPlan {
    /// The changed plan.
    pub plan: Plan,
    /// The scenario of the experiment with the variant's assumptions.
    pub scenario: Scenario,
}

/// Applies a variant to the plan and the scenario that all variants share.
///
/// # Errors
/// `invalid_edit` where an edit does not fit the plan; `not_found` where an assumption is not in the plan.
pub fn apply_variant(plan: &Plan, scenario: &Scenario, variant: &Variant) -> Result<VariantPlan> {
    let mut scenario = scenario.clone();
    for (assumption, value) in &variant.overrides {
        if !plan.assumptions.iter().any(|known| known.id == *assumption) {
            return Err(Error::new(
                ErrorCode::NotFound,
                format!("the plan has no assumption `{assumption}`"),
            )
            .with_context("variant", &variant.id));
        }
        value.check()?;
        scenario.overrides.insert(assumption.clone(), value.clone());
    }
    let plan =
        if variant.operations.is_empty() { plan.clone() } else { edit::changed(plan, &variant.operations)? };
    Ok(VariantPlan { plan, scenario })
}

/// Names a variant by what it does, `summary` being one line of plain words.
pub fn describe_variant(number: usize, summary: &str) -> (VariantId, String) {
    let title = summary.trim().trim_end_matches('.').to_owned();
    (VariantId::named(&format!("{number}_{title}")), title)
}
