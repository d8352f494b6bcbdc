//! Drafts a plan from an intent: the stated steps first, archetypes where the text leaves things open.
//!
//! In comes an [`Intent`]; out goes a sound [`Plan`] in which everything says where it comes from. The way: stated
//! steps and archetypes become a *sketch* (a tree of steps, decisions, lanes and loops), the sketch is *woven* into
//! a graph, and each step is *enriched* with data, screen, service, times, failures, risk and edge cases. Never here:
//! reading the goal text beyond looking for the words that speak for an archetype, or running anything.
//!
//! To add an archetype, see [`archetypes`].

mod archetypes;
mod cast;
mod edges;
mod enrich;
mod exceptions;
mod measures;
mod optional;
mod ranges;
mod rework;
mod risks;
mod rules;
mod sketch;
mod stated;
mod things;
mod usable;
mod weave;

#[cfg(test)]
mod tests;

use crate::domain::agent::Agent;
use crate::domain::id::PlanId;
use crate::domain::intent::{Intent, StatedStep};
use crate::domain::plan::{ArchetypeUse, NodeKind, Plan};
use crate::domain::provenance::Origin;
use crate::error::Result;
use crate::limits::Limits;

use super::agents::built_in_agents;
use super::build::PlanBuilder;
use super::words::upper_first;
use super::work;
use cast::Cast;
use sketch::Part;
use weave::Weaver;

/// How a plan is drafted.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlanOptions {
    /// Whether archetypes may fill what the text leaves open.
    pub archetypes: bool,
    /// Currency of costs as an ISO 4217 code; taken from the intent's amounts where absent, else `EUR`.
    pub currency: Option<String>,
    /// The AI agents of the host; the built-in ones stand behind them.
    pub agents: Vec<Agent>,
    /// Upper bounds.
    pub limits: Limits,
}

impl Default for PlanOptions {
    fn default() -> Self {
        PlanOptions { archetypes: true, currency: None, agents: Vec::new(), limits: Limits::default() }
    }
}

/// Fewest stated steps that make a plan of their own.
const ENOUGH_STEPS: usize = 3;

/// Drafts a plan. It is always sound.
///
/// # Errors
/// `limit_size` where the intent states more steps than the limit; `internal` where the result is not sound, which
/// would be a fault of Aura.
pub fn draft(intent: &Intent, options: &PlanOptions) -> Result<Plan> {
    Limits::check_count("stated steps", intent.steps.len(), options.limits.stated_steps)?;
    let cast = Cast::new(intent);
    let faults: Vec<Option<&str>> = intent.steps.iter().map(|step| usable::fault(step, intent)).collect();
    let steps: Vec<&StatedStep> =
        intent.steps.iter().zip(&faults).filter(|(_, fault)| fault.is_none()).map(|(step, _)| step).collect();
    let stated = stated::sketch(intent, &steps);
    let count = steps.len();
    // Where much of what was read is unusable, the rest is not a whole way either.
    let is_thin = count < ENOUGH_STEPS || (count < 2 * ENOUGH_STEPS && count < intent.steps.len() - count);
    let chosen = if options.archetypes && is_thin { archetypes::choose(&cast) } else { Vec::new() };
    let (parts, uses, start) = compose(&cast, stated, &chosen, count);

    let mut plan = PlanBuilder::new(&intent.title, &intent.goal.text);
    plan.currency(&currency(intent, options));
    plan.default_origin(Origin::assumed("the text does not say it"));
    let mut weaver = Weaver::new(plan, &cast, &goal_title(&chosen));
    weaver.agents = options.agents.iter().cloned().chain(built_in_agents()).collect();
    weaver.weave(&start, parts);
    let mut plan = weaver.plan;
    note_unused(&mut plan, intent, &faults);
    measures::add(&mut plan, &cast);
    rules::add(&mut plan, &cast);
    let made = plan.plan_mut();
    made.id = PlanId::named(intent.id.as_str().trim_start_matches("intent_"));
    made.intent = Some(intent.id.clone());
    made.archetypes = uses;
    if made.title.trim().is_empty() {
        made.title = "Plan".to_owned();
    }
    tidy_joins(made);
    plan.build()
}

/// One sketch of what is stated and what archetypes offer.
fn compose(
    cast: &Cast<'_>,
    stated: Vec<Part>,
    chosen: &[archetypes::Choice],
    count: usize,
) -> (Vec<Part>, Vec<ArchetypeUse>, String) {
    let customer = cast.name(&sketch::Role::Customer);
    let mut uses = Vec::new();
    if chosen.is_empty() && count > 0 {
        let start = begins(&first_actor(&stated, cast));
        return (stated, uses, start);
    }
    let mut parts = Vec::new();
    for choice in chosen {
        let origin = Origin::inferred(
            format!("archetype.{}", choice.archetype.name),
            choice.reason.clone(),
            choice.confidence,
        );
        let mut sketch = (choice.archetype.sketch)(cast);
        sketch = sketch::keep_steps(sketch, &|step| !cast.forbids(step.topic));
        sketch::change_steps(&mut sketch, &mut |step| step.origin = Some(origin.clone()));
        uses.push(ArchetypeUse { name: choice.archetype.name.to_owned(), origin });
        parts.extend(sketch);
    }
    let parts = archetypes::merge(parts, stated);
    let parts = archetypes::without_repeats(parts);
    (parts, uses, begins(&customer))
}

/// The title of the start.
fn begins(name: &str) -> String {
    let has_own = ["our ", "my ", "the ", "one ", "a ", "an ", "your ", "every ", "each "];
    if has_own.iter().any(|word| name.to_lowercase().starts_with(word)) {
        upper_first(&format!("{name} begins"))
    } else {
        format!("The {name} begins")
    }
}

/// What was read as a step but is none is kept as remarks on the start.
fn note_unused(plan: &mut PlanBuilder, intent: &Intent, faults: &[Option<&str>]) {
    let notes: Vec<String> = intent
        .steps
        .iter()
        .zip(faults)
        .filter_map(|(step, fault)| {
            Some(format!("Not used as a step, because {}: {}", (*fault)?, weave::shortened(&step.title)))
        })
        .take(20)
        .collect();
    if let Some(start) = plan.plan_mut().nodes.iter_mut().find(|node| matches!(node.kind, NodeKind::Start)) {
        start.notes.extend(notes);
    }
}

fn first_actor(parts: &[Part], cast: &Cast<'_>) -> String {
    let mut first = None;
    sketch::each_step(parts, &mut |step| {
        if first.is_none() {
            first = Some(step.role.clone());
        }
    });
    first.map_or_else(|| "case".to_owned(), |role| cast.name(&role))
}

fn goal_title(chosen: &[archetypes::Choice]) -> String {
    chosen.last().map_or_else(|| "The goal is reached".to_owned(), |choice| choice.archetype.goal.to_owned())
}

fn currency(intent: &Intent, options: &PlanOptions) -> String {
    use crate::domain::quantity::{USUAL_CURRENCY, Unit};
    let amounts = intent.limits.iter().map(|limit| &limit.bound.quantity.unit);
    let targets = intent
        .success_criteria
        .iter()
        .filter_map(|criterion| criterion.target.as_ref())
        .map(|target| &target.unit);
    let stated = amounts.chain(targets).find_map(|unit| match unit {
        Unit::Money(currency) => Some(currency.currency.clone()),
        _ => None,
    });
    options
        .currency
        .clone()
        .or(stated)
        .filter(|code| code.len() == 3)
        .unwrap_or_else(|| USUAL_CURRENCY.to_owned())
}

/// Joins of different places get titles that tell them apart.
fn tidy_joins(plan: &mut Plan) {
    let mut number = 0;
    let next: Vec<(crate::domain::id::NodeId, String)> = plan
        .flows
        .iter()
        .filter_map(|flow| {
            let target = plan.nodes.iter().find(|node| node.id == flow.to)?;
            Some((flow.from.clone(), target.title.clone()))
        })
        .collect();
    for node in &mut plan.nodes {
        if node.title == "Go on" {
            number += 1;
            let before = next.iter().find(|(from, _)| *from == node.id).map(|(_, title)| title);
            node.title = match before {
                Some(title) => weave::shortened(&format!("Before: {}", super::words::lower_first(title))),
                None => format!("Go on {number}"),
            };
            node.title = upper_first(&node.title);
        }
    }
}
