//! The part of the compiler that deals with steps: work, calls, resources, failure modes.

use crate::des::Span;
use crate::domain::id::ResourceId;
use crate::domain::plan::{self, Outcome};
use crate::domain::resource::{QueueOrder, QueueRule};
use crate::domain::step::{AgentKind, BatchRule, FailureEffect, FailureKind, FailureMode, Step, TeamChoice};
use crate::error::Result;
use crate::limits::Limits;

use super::compile::{Compiler, invalid_plan, missing};
use super::full;
use super::program::{BatchPlan, CallPlan, Effect, Member, ModePlan, StepPlan};

/// Longest list of failure modes of one step: each has its own draw.
const MOST_MODES: usize = 100;
/// Most cases of one batch that is formed by its size.
const MOST_TOGETHER: u64 = 10_000;

pub(super) fn compile(compiler: &mut Compiler<'_>, node: &plan::Node, step: &Step) -> Result<StepPlan> {
    Limits::check_count("failure modes of a step", step.failure_modes.len(), MOST_MODES as u64)?;
    let call = step.call.as_ref().map(|call| call_of(compiler, &node.title, step, call)).transpose()?;
    let mut modes = Vec::with_capacity(step.failure_modes.len());
    for mode in &step.failure_modes {
        modes.push(mode_of(compiler, step, mode)?);
    }
    let produces = step.produces.iter().filter_map(|id| compiler.object(id)).collect();
    let plan = StepPlan {
        waiting: compiler.assumed.optional(step.waiting_time.as_ref())?,
        work: match call {
            Some(_) => None,
            None => compiler.assumed.optional(step.working_time.as_ref())?,
        },
        call,
        priority: step.priority.unwrap_or(0),
        pool: step.resource.as_ref().map(|id| compiler.resource(id)).transpose()?,
        team: team_of(compiler, step)?,
        by_shortest_queue: step.team_choice == TeamChoice::ShortestQueue,
        cost: compiler.assumed.optional(step.cost.as_ref())?,
        most_money: step.limits.money,
        modes,
        time_limit: step.limits.time_ms.map(Span::from_ms),
        most_times: step.limits.times,
        each: match &step.for_each {
            Some(each) => Some((compiler.assumed.sampler(&each.count)?, each.parallel)),
            None => None,
        },
        batch: step.batch.as_ref().map(|rule| batch_of(compiler, &node.title, step, rule)).transpose()?,
        by_case_person: step.agent.kind == AgentKind::Person && compiler.is_case_person(&step.actor),
        undo: match &step.undo {
            Some(undo) => Some((
                compiler.assumed.optional(undo.working_time.as_ref())?,
                compiler.assumed.optional(undo.cost.as_ref())?,
            )),
            None => None,
        },
        produces,
        inputs: full::inputs(compiler, step)?,
    };
    let is_timed = plan.team.iter().any(|member| member.work.is_some());
    if (plan.pool.is_some() || !plan.team.is_empty() && !is_timed)
        && plan.work.is_none()
        && plan.call.is_none()
    {
        compiler.warnings.push(format!(
            "`{}` needs somebody, but takes no time, so nobody is ever busy with it",
            node.title
        ));
    }
    Ok(plan)
}

fn batch_of(compiler: &mut Compiler<'_>, title: &str, step: &Step, rule: &BatchRule) -> Result<BatchPlan> {
    if rule.size.is_none() && rule.window_ms.is_none() || rule.size == Some(0) {
        return Err(invalid_plan(&format!("`{title}` gathers cases, but nothing says when it begins"))
            .with_hint("give its batches a size, a window, or both"));
    }
    Limits::check_count("cases of a batch", rule.size.unwrap_or(0) as usize, MOST_TOGETHER)?;
    Limits::check_count("paces of a batch", rule.pace.len(), MOST_TOGETHER)?;
    let own = step.team.iter().map(|member| &member.resource).chain(&step.resource);
    let interrupts = |id: &ResourceId| {
        let resource = compiler.plan.resources.iter().find(|resource| resource.id == *id);
        resource.is_some_and(|resource| {
            let is_unsteady = |queue: &QueueRule| queue.interrupts || queue.order == QueueOrder::Shared;
            resource.breakdown.is_some() || resource.queue.as_ref().is_some_and(is_unsteady)
        })
    };
    if own.into_iter().any(interrupts) {
        return Err(invalid_plan(&format!(
            "`{title}` does batches, and who does it can be interrupted, or serves everybody at once"
        ))
        .with_hint("let more urgent work wait there, or give the batches somebody of their own"));
    }
    let mut pace = Vec::with_capacity(rule.pace.len());
    for one in &rule.pace {
        if !(one.percent.is_finite() && one.percent >= 0.0) {
            return Err(invalid_plan(&format!("`{title}`: {} is no percentage of a time", one.percent)));
        }
        pace.push((one.from, one.percent / 100.0));
    }
    pace.sort_by_key(|(from, _)| *from);
    let number = compiler.batches;
    compiler.batches += 1;
    let window = rule.window_ms.map(Span::from_ms);
    Ok(BatchPlan { number, size: rule.size, window, together: rule.together, pace })
}

fn team_of(compiler: &mut Compiler<'_>, step: &Step) -> Result<Vec<Member>> {
    let is_shared = |id: &ResourceId| {
        let resource = compiler.plan.resources.iter().find(|resource| resource.id == *id);
        resource
            .and_then(|resource| resource.queue.as_ref())
            .is_some_and(|queue| queue.order == QueueOrder::Shared)
    };
    if step.team.iter().any(|member| is_shared(&member.resource)) {
        return Err(invalid_plan("one of several resources that can do a step serves everybody at once")
            .with_hint("let the step need that resource alone"));
    }
    let members = step.team.iter().map(|member| {
        Ok(Member {
            pool: compiler.resource(&member.resource)?,
            work: compiler.assumed.optional(member.working_time.as_ref())?,
        })
    });
    members.collect()
}

fn call_of(
    compiler: &mut Compiler<'_>,
    title: &str,
    step: &Step,
    call: &crate::domain::step::ServiceCall,
) -> Result<CallPlan> {
    let services = &compiler.plan.services;
    let number = services.iter().position(|service| service.id == call.service);
    let number = number.ok_or_else(|| missing("service", &call.service))?;
    let operation = services
        .get(number)
        .and_then(|service| service.operations.iter().find(|operation| operation.id == call.operation))
        .ok_or_else(|| missing("operation", &call.operation))?;
    let place = |kind: FailureKind| {
        step.failure_modes
            .iter()
            .position(|mode| mode.kind == kind)
            .and_then(|place| u16::try_from(place).ok())
    };
    Ok(CallPlan {
        service: number as u32,
        latency: compiler.assumed.sampler(&operation.latency)?,
        failure: compiler.assumed.share(&operation.failure)?,
        timeout: if operation.timeout_ms == 0 { Span::MAX } else { Span::from_ms(operation.timeout_ms) },
        is_idempotent: operation.is_idempotent,
        is_submitted: step.agent.kind == AgentKind::Person && !operation.is_idempotent,
        unavailable_mode: place(FailureKind::Unavailable),
        timeout_mode: place(FailureKind::Timeout).or(place(FailureKind::Unavailable)),
        rejected_mode: place(FailureKind::Rejected),
        real: full::call(compiler, title, number, operation)?,
    })
}

fn mode_of(compiler: &mut Compiler<'_>, step: &Step, mode: &FailureMode) -> Result<ModePlan> {
    let probability = compiler.assumed.share(&mode.probability)?;
    // One assumption for both the operation and the mode is one thing that fails, not two.
    let operations = compiler.plan.services.iter().flat_map(|service| &service.operations);
    let called = step.call.as_ref().and_then(|call| operations.into_iter().find(|o| o.id == call.operation));
    let counted_by_call = mode.kind == FailureKind::Unavailable
        && called.is_some_and(|operation| operation.failure == mode.probability);
    Ok(ModePlan {
        id: mode.id.clone(),
        kind: mode.kind,
        probability: if counted_by_call { 0.0 } else { probability },
        effect: match &mode.then {
            FailureEffect::Retry(rule) => Effect::Retry {
                most: rule.max_times,
                delay: Span::from_ms(rule.delay_ms),
                backoff: f64::from(rule.backoff_percent) / 100.0,
                otherwise: rule.otherwise,
            },
            FailureEffect::GoTo(to) => Effect::GoTo(compiler.node(&to.node)?),
            FailureEffect::End(end) => Effect::End(end.outcome),
        },
    })
}

/// What a failed call leads to where the plan says nothing: two more tries after one and two seconds, then
/// the case fails. Assumed: the usual default of HTTP client libraries, and said in the run's warnings.
pub(super) const UNPLANNED_CALL_FAILURE: Effect =
    Effect::Retry { most: 2, delay: Span::from_ms(1_000), backoff: 2.0, otherwise: Outcome::Failed };
