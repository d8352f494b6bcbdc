//! Explanations: what people should know about a plan, a run and a comparison, in plain English.
//!
//! In come the documents of the earlier stages; out come [`Insight`](crate::domain::insight::Insight)s. Facts
//! come first and wording second: every figure of a text is a [`Fact`](crate::domain::insight::Fact) that
//! says where it was read. Texts are short sentences without words of statistics, rounded by how sure a figure
//! is. Never here: a figure that no document holds, or a change of a plan.
//!
//! # Evidence
//! Evidence is a JSON Pointer behind the id of its document: `run_ab12/outcomes/1/share/value`; the document of
//! sensitivity has no id and is called `sensitivity`, that of influence `influence`. Three forms stand on top of that:
//! `plan_x/nodes[kind.type=step]` counts the entries of a list in which a field has a value,
//! `plan_x/assumptions` alone counts all entries of a list, and `A ÷ B` divides one by the other. Words of
//! other people stand in “…”, and figures within them are theirs.

mod comparison;
mod happened;
mod matters;
mod next;
mod planned;
mod telling;
mod why;
pub(crate) mod words;

#[cfg(test)]
mod tests;

use crate::domain::experiment::Verdict;
use crate::domain::influence::Influence;
use crate::domain::insight::{Explanation, Insight, InsightKind};
use crate::domain::intent::Intent;
use crate::domain::plan::Plan;
use crate::domain::run::{Run, Sensitivity};
use crate::error::{Error, ErrorCode, Result};
use crate::text::readability;

pub use why::{Why, why};

/// What is to be explained. Everything but the plan may be absent; what is absent is not spoken of.
#[derive(Debug, Clone, Copy)]
pub struct ExplainInput<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The intent that the plan was drafted from.
    pub intent: Option<&'a Intent>,
    /// A run of the plan.
    pub run: Option<&'a Run>,
    /// Which assumptions move the run's main metric.
    pub sensitivity: Option<&'a Sensitivity>,
    /// Which assumptions the metric hangs on when all of them move at once.
    pub influence: Option<&'a Influence>,
    /// A comparison of the plan with variants.
    pub verdict: Option<&'a Verdict>,
}

impl<'a> ExplainInput<'a> {
    /// A plan by itself.
    pub fn new(plan: &'a Plan) -> Self {
        ExplainInput { plan, intent: None, run: None, sensitivity: None, influence: None, verdict: None }
    }
}

/// Explains why the plan is as it is, what happened, what failed, what to try next and what matters most.
///
/// # Errors
/// `conflict` where run or verdict belong to another plan.
///
/// # Example
/// ```
/// use aura_core::explain::{ExplainInput, explain};
/// use aura_core::plan::sample::guest_checkout;
/// let plan = guest_checkout()?;
/// let explanation = explain(&ExplainInput::new(&plan))?;
/// assert!(explanation.summary.contains("assume"));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn explain(input: &ExplainInput<'_>) -> Result<Explanation> {
    check(input)?;
    let mut insights = Vec::new();
    if let Some(run) = input.run {
        insights.extend(happened::insights(input.plan, run));
    }
    if let Some(verdict) = input.verdict {
        insights.extend(comparison::insights(input.plan, verdict));
    }
    if let Some(sensitivity) = input.sensitivity {
        insights.extend(matters::insight(input.plan, input.run, sensitivity));
    }
    if let Some(influence) = input.influence {
        insights.extend(matters::driver(input.plan, influence));
    }
    insights.extend(next::insights(input.plan, input.run));
    insights.extend(planned::insights(input.plan, input.intent));
    // Stable, so that equals stay in the order above.
    insights.sort_by(|first, second| second.importance.total_cmp(&first.importance));
    name_them(&mut insights);
    let summary = summary(input, &insights);
    let whole: Vec<&str> = std::iter::once(summary.as_str())
        .chain(insights.iter().map(|insight| insight.text.as_str()))
        .collect();
    let reading_grade = words::round(readability(&whole.join("\n\n")).grade, 1);
    Ok(Explanation { summary, insights, reading_grade })
}

fn check(input: &ExplainInput<'_>) -> Result<()> {
    let other = |what: &str, plan: &crate::domain::id::PlanId| {
        Err(Error::new(ErrorCode::Conflict, format!("the {what} is of `{plan}`, not of `{}`", input.plan.id))
            .with_hint(format!("give the plan that the {what} was made from")))
    };
    match (input.run, input.verdict) {
        (Some(run), _) if run.plan != input.plan.id => other("run", &run.plan),
        (_, Some(verdict)) if verdict.experiment.plan != input.plan.id => {
            other("comparison", &verdict.experiment.plan)
        }
        _ => Ok(()),
    }
}

/// Ids by kind, numbered where a kind comes more than once.
fn name_them(insights: &mut [Insight]) {
    let mut taken = std::collections::BTreeSet::new();
    for insight in insights {
        let wanted = insight.id.clone();
        let id = crate::domain::id::unused(wanted, crate::domain::id::InsightId::numbered, |id| {
            taken.contains(id)
        });
        taken.insert(id.clone());
        insight.id = id;
    }
}

/// Two to four sentences: the main result, the main loss, the decision, and on what all that rests.
fn summary(input: &ExplainInput<'_>, insights: &[Insight]) -> String {
    let first = |kind: InsightKind| insights.iter().find(|insight| insight.kind == kind);
    let mut sentences: Vec<String> = Vec::new();
    let kinds = [InsightKind::WhatHappened, InsightKind::WhatFailed, InsightKind::Comparison];
    sentences.extend(
        kinds.iter().filter_map(|kind| first(*kind)).map(|insight| words::sentence(&insight.headline)),
    );
    if sentences.is_empty() {
        sentences.extend(first(InsightKind::WhyThisPlan).map(|insight| words::sentence(&insight.headline)));
    }
    sentences.push(planned::caveat(input.plan, input.run.is_some() || input.verdict.is_some()));
    sentences.join(" ")
}
