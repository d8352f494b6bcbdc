//! The rules of a resource in plain English.

use crate::domain::figures::{capitalise, counted, duration, percent};
use crate::domain::id::AssumptionId;
use crate::domain::plan::Plan;
use crate::domain::resource::{ClosingRule, QueueOrder, Resource};

/// What is unusual about a resource, one sentence for each rule: its queue, its hours, its breakdowns. Nothing where it
/// serves first come, first served, without a limit, and never breaks down.
///
/// # Example
/// ```
/// use aura_core::domain::resource::{QueueRule, Resource};
/// use aura_core::plan::resource_rules;
/// let mut plan = aura_core::plan::sample::guest_checkout()?;
/// let clerks = plan.resources[0].clone();
/// assert!(resource_rules(&plan, &clerks).is_empty());
/// let queue = Some(QueueRule { limit: Some(4), ..QueueRule::default() });
/// plan.resources[0] = Resource { title: "desk".to_owned(), queue, ..clerks };
/// let told = resource_rules(&plan, &plan.resources[0]);
/// assert_eq!(told, ["Desk: at most 4 cases may wait; whoever comes then is turned away."]);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn resource_rules(plan: &Plan, resource: &Resource) -> Vec<String> {
    let mean = |id: &AssumptionId| {
        plan.assumptions.iter().find(|other| other.id == *id).map_or(0.0, |found| found.value.mean())
    };
    let mut told = Vec::new();
    let queue = resource.queue.clone().unwrap_or_default();
    match queue.order {
        QueueOrder::FirstCome => {}
        QueueOrder::LastCome => told.push("whoever came last is served first".to_owned()),
        QueueOrder::Priority if queue.interrupts => {
            let then = if queue.restarts { ", whose work begins anew later" } else { "" };
            told.push(format!("the most urgent is served first, and interrupts the less urgent{then}"));
        }
        QueueOrder::Priority => told.push("the most urgent is served first".to_owned()),
        QueueOrder::Shared => told.push(format!(
            "everybody is served at once, and beyond {} all go on more slowly",
            counted(u64::from(resource.capacity), "case")
        )),
    }
    if let Some(limit) = queue.limit {
        let cases = counted(u64::from(limit), "case");
        let who = if queue.crowds_out && queue.order == QueueOrder::Priority {
            "the least urgent is turned away then"
        } else {
            "whoever comes then is turned away"
        };
        told.push(match queue.order {
            QueueOrder::Shared => format!("at most {cases} more may be there; {who}"),
            _ => format!("at most {cases} may wait; {who}"),
        });
        if queue.is_strict {
            told.push(
                "who was interrupted and comes back to a full queue sends the last one away".to_owned(),
            );
        }
    }
    for balking in &queue.balking {
        let (share, from) = (percent(mean(&balking.probability), 1), balking.from);
        let wait =
            if queue.order == QueueOrder::Shared { "more than that are there" } else { "or more wait" };
        told.push(format!("where {from} {wait}, {share} leave at the sight of it"));
    }
    if let Some(patience) = &queue.patience {
        told.push(format!("people wait {} on average before they leave", duration(mean(patience))));
    }
    if resource.at_closing == ClosingRule::Finishes && resource.calendar.is_some() {
        told.push("what was begun is finished beyond the hours, as overtime".to_owned());
    }
    if let Some(rule) = &resource.breakdown {
        let (between, repair) = (duration(mean(&rule.between)), duration(mean(&rule.repair)));
        let then = if rule.restarts { "begins anew" } else { "goes on from where it was" };
        told.push(format!(
            "each breaks down every {between} on average and is back after {repair}; the work then {then}"
        ));
    }
    let title = capitalise(resource.title.trim());
    told.into_iter().map(|rule| format!("{title}: {rule}.")).collect()
}
