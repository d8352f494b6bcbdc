//! Constraints and limits of the intent as rules and limits of the plan.

use crate::domain::intent::Modality;
use crate::domain::plan::{NodeKind, PlanRule};
use crate::domain::quantity::Unit;
use crate::plan::build::PlanBuilder;

use super::cast::{Cast, has_word};
use super::measures::{content_words, is_upper};

/// Most rules that a plan carries.
const MAX_RULES: usize = 60;

pub(super) fn add(plan: &mut PlanBuilder, cast: &Cast<'_>) {
    let mut rules: Vec<PlanRule> = Vec::new();
    for constraint in &cast.intent.constraints {
        rules.push(PlanRule {
            text: constraint.text.clone(),
            modality: constraint.modality,
            nodes: concerned(plan, &constraint.text),
            origin: constraint.origin.clone(),
        });
    }
    for limit in &cast.intent.limits {
        let text =
            limit.origin.quotes().first().map_or_else(|| limit.subject.clone(), |quote| quote.text.clone());
        let nodes = concerned(plan, &limit.subject);
        let quantity = &limit.bound.quantity;
        if is_upper(limit.bound.comparator) && quantity.amount > 0.0 && nodes.len() == 1 {
            for node in plan.plan_mut().nodes.iter_mut().filter(|node| nodes.contains(&node.id)) {
                let NodeKind::Step(step) = &mut node.kind else { continue };
                match quantity.unit {
                    Unit::Milliseconds => {
                        step.limits.time_ms = step.limits.time_ms.or(Some(quantity.amount as u64))
                    }
                    Unit::Money(_) => step.limits.money = step.limits.money.or(Some(quantity.amount)),
                    _ => {}
                }
            }
        }
        if !rules.iter().any(|rule| rule.text == text) {
            rules.push(PlanRule { text, modality: Modality::Must, nodes, origin: limit.origin.clone() });
        }
    }
    rules.truncate(MAX_RULES);
    plan.plan_mut().rules = rules;
}

/// The steps whose titles share at least two words with a text.
fn concerned(plan: &PlanBuilder, text: &str) -> Vec<crate::domain::id::NodeId> {
    plan.plan()
        .nodes
        .iter()
        .filter(|node| matches!(node.kind, NodeKind::Step(_)))
        .filter(|node| content_words(&node.title).filter(|word| has_word(text, word)).count() >= 2)
        .map(|node| node.id.clone())
        .collect()
}
