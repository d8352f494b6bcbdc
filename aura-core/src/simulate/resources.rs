//! The part of the compiler that deals with resources: queues, hours, breakdowns.

use crate::des::{Discipline, Displace, PoolRules};
use crate::domain::resource::{ClosingRule, QueueOrder, QueueRule, Resource};
use crate::error::Result;
use crate::limits::Limits;

use super::calendar;
use super::compile::{Compiler, address, invalid_plan};
use super::program::{BreakdownPlan, PoolPlan};

/// Most entries of the rule who leaves at the sight of a queue.
const MOST_BALKING: u64 = 100;

pub(super) fn compile(compiler: &mut Compiler<'_>) -> Result<Vec<PoolPlan>> {
    let plan = compiler.plan;
    plan.resources.iter().map(|resource| pool_of(compiler, resource)).collect()
}

fn pool_of(compiler: &mut Compiler<'_>, resource: &Resource) -> Result<PoolPlan> {
    Limits::check_count("servers of a resource", resource.capacity as usize, 100_000)?;
    let queue = resource.queue.clone().unwrap_or_default();
    Limits::check_count("entries of a balking rule", queue.balking.len(), MOST_BALKING)?;
    let mut balking = Vec::with_capacity(queue.balking.len());
    for entry in &queue.balking {
        balking.push((entry.from as usize, compiler.assumed.share(&entry.probability)?));
    }
    balking.sort_by_key(|(from, _)| *from);
    let is_shared = queue.order == QueueOrder::Shared;
    if is_shared {
        check_shared(resource, &queue)?;
    }
    Ok(PoolPlan {
        id: resource.id.clone(),
        title: resource.title.clone(),
        capacity: resource.capacity,
        rules: rules_of(&queue, resource.capacity),
        is_shared,
        restarts: queue.restarts,
        calendar: match &resource.calendar {
            Some(hours) => Some(calendar::compile(hours, &compiler.scenario.arrivals)?),
            None => None,
        },
        finishes: resource.at_closing == ClosingRule::Finishes,
        cost_per_hour: match &resource.cost_per_hour {
            Some(id) => Some(compiler.assumed.sampler(id)?.mean()),
            None => None,
        },
        patience: compiler.assumed.optional(queue.patience.as_ref())?,
        balking,
        breakdown: breakdown_of(compiler, resource)?,
    })
}

/// What goes with work that is shared by all: no hours, no breakdowns, no waiting.
fn check_shared(resource: &Resource, queue: &QueueRule) -> Result<()> {
    let against = [
        (resource.calendar.is_some(), "hours"),
        (resource.breakdown.is_some(), "breakdowns"),
        (queue.patience.is_some(), "a longest wait"),
    ];
    match against.iter().find(|(is_there, _)| *is_there) {
        Some((_, what)) => Err(invalid_plan(&format!(
            "`{}` serves everybody at once, so it cannot have {what}",
            resource.title
        ))
        .with_hint("take it away, or let cases queue for the resource")),
        None => Ok(()),
    }
}

fn breakdown_of(compiler: &mut Compiler<'_>, resource: &Resource) -> Result<Option<BreakdownPlan>> {
    let Some(rule) = &resource.breakdown else { return Ok(None) };
    let (between, repair) =
        (compiler.assumed.sampler(&rule.between)?, compiler.assumed.sampler(&rule.repair)?);
    // Breakdowns that take no time at all would never let time pass.
    if between.mean() < 1.0 {
        return Err(invalid_plan(&format!(
            "`{}` breaks down again and again without a pause",
            resource.title
        ))
        .with_hint("let at least a millisecond pass, on average, between a repair and the next breakdown"));
    }
    // Of each server by itself, so that one more of them moves no breakdown of the others.
    let of_server = |server: u32| address(3, &format!("{} {server}", resource.id));
    let addresses = (0..resource.capacity).map(of_server).collect();
    Ok(Some(BreakdownPlan { between, repair, restarts: rule.restarts, addresses }))
}

/// The rules of a queue, as the kernel has them.
fn rules_of(rule: &QueueRule, servers: u32) -> PoolRules {
    let discipline = match rule.order {
        // Nobody waits for a resource that is shared.
        QueueOrder::FirstCome | QueueOrder::Shared => Discipline::Fifo,
        QueueOrder::LastCome => Discipline::Lifo,
        QueueOrder::Priority => Discipline::Priority,
    };
    let is_by_priority = rule.order == QueueOrder::Priority;
    PoolRules {
        servers,
        discipline,
        queue_limit: rule.limit,
        displace: (rule.interrupts && is_by_priority).then_some(Displace::Newest),
        is_crowding: rule.crowds_out && is_by_priority,
        is_strict: rule.is_strict,
        ..PoolRules::default()
    }
}
