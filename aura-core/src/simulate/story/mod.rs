//! Cases of a run as stories: what happened, how long they waited, and because of what; and how they moved.
//!
//! The replication of the cases runs once more with all events kept, because others are the reason of most waits; the same
//! seed gives the same run. A wait is explained by what was true when it began: the hours of the resource, who was being
//! served there, and who stood before the case. Where several ways of one case meet at a step, its waits are told as one.

mod because;
mod moving;
mod told;
mod uses;

use std::ops::Range;

use super::PauseAt;
use super::compile::compile;
use super::program::Program;
use super::record::{EventKind, TraceEvent};
use super::trace::Trace;
use crate::domain::plan::{Outcome, Plan};
use crate::domain::scenario::{Scenario, TraceDepth};
use crate::domain::story::{CaseStory, STORY_SCHEMA_VERSION, ShownCases, StoryChoice, ToldCase};
use crate::domain::version::version_of;
use crate::error::{Error, ErrorCode, Result};
use crate::progress::Control;

use because::Reasons;
use uses::Use;

/// Tells what happened to one case of a run.
///
/// # Errors
/// Those of [`compile`](super::compile()); `not_found` for a case that the run does not have, or did not come to an end in
/// it; `conflict` for a run that branched off from a saved one, because its circumstances changed on the way; `cancelled`.
///
/// # Example
/// ```
/// use aura_core::domain::story::{CaseNumber, StoryChoice};
/// use aura_core::progress::Control;
/// use aura_core::random::Seed;
/// use aura_core::simulate::{case_story, default_scenario, simulate};
/// # let plan: aura_core::domain::plan::Plan = serde_json::from_value(serde_json::json!({
/// #     "schema_version": 1, "id": "plan_x", "title": "x", "goal": "x", "actors": [], "data": [],
/// #     "services": [], "screens": [], "resources": [], "assumptions": [], "edge_cases": [], "metrics": [],
/// #     "nodes": [
/// #         {"id": "start_case", "title": "Start", "kind": {"type": "start"},
/// #          "origin": {"type": "assumed", "reason": "x"}},
/// #         {"id": "end_done", "title": "Done", "kind": {"type": "end", "outcome": "goal_reached"},
/// #          "origin": {"type": "assumed", "reason": "x"}}],
/// #     "flows": [{"id": "flow_1", "from": "start_case", "to": "end_done"}]
/// # })).unwrap();
/// let run = simulate(&plan, &default_scenario(&plan, Seed(7), 100)?, &Control::default())?.trace;
/// let story = case_story(&plan, &run, StoryChoice::Number(CaseNumber { case: 17 }), &Control::default())?;
/// assert_eq!((story.case, story.cycle_ms), (17, 0));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn case_story(plan: &Plan, run: &Trace, choice: StoryChoice, control: &Control) -> Result<CaseStory> {
    let again = Again::of(plan, run, choice, control)?;
    again.told(again.meant(choice)?)
}

/// The cases of a run that a page shows: the typical one, the slowest and the first that did not reach its goal as
/// stories, each once, and `most` cases around the typical one on their way through the plan.
///
/// # Errors
/// Those of [`compile`](super::compile()); `conflict` for a run that branched off from a saved one; `cancelled`.
///
/// # Example
/// ```
/// use aura_core::plan::sample::guest_checkout;
/// use aura_core::progress::Control;
/// use aura_core::random::Seed;
/// use aura_core::simulate::{default_scenario, shown_cases, simulate};
/// let plan = guest_checkout()?;
/// let run = simulate(&plan, &default_scenario(&plan, Seed(7), 100)?, &Control::default())?.trace;
/// let shown = shown_cases(&plan, &run, 5, &Control::default())?;
/// assert_eq!((shown.moving.len(), shown.told.len() >= 2), (5, true));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn shown_cases(plan: &Plan, run: &Trace, most: u64, control: &Control) -> Result<ShownCases> {
    let again = Again::of(plan, run, StoryChoice::Typical, control)?;
    let mut told: Vec<ToldCase> = Vec::new();
    for choice in [StoryChoice::Typical, StoryChoice::Slowest, StoryChoice::Lost] {
        // A run without such a case shows the others.
        let Ok(case) = again.meant(choice) else { continue };
        if told.iter().all(|one| one.story.case != again.first + case) {
            told.push(ToldCase { choice, story: again.told(case)? });
        }
    }
    let range = again.around(again.meant(StoryChoice::Typical).unwrap_or(0), most);
    Ok(ShownCases { told, moving: moving::all(plan, (&again.events, &again.uses), again.first, range) })
}

/// A replication that ran once more, with all of its events.
struct Again<'a> {
    plan: &'a Plan,
    scenario: &'a Scenario,
    program: Program,
    replication: u32,
    /// The number of its first case in the whole run.
    first: u64,
    events: Vec<TraceEvent>,
    uses: Vec<Use>,
}

impl<'a> Again<'a> {
    /// Runs the replication of the case that is meant.
    fn of(plan: &'a Plan, run: &'a Trace, choice: StoryChoice, control: &Control) -> Result<Self> {
        if run.is_branch() {
            let message = "the run branched off from a saved one, so one of its cases cannot be told alone";
            return Err(Error::new(ErrorCode::Conflict, message)
                .with_hint("run the plan once more, from its beginning"));
        }
        let scenario = &run.header().scenario;
        let all = Scenario { trace: TraceDepth::Full, ..scenario.clone() };
        let program = compile(plan, &all)?;
        let replication = match choice {
            StoryChoice::Number(number) => replication_of(&program, number.case)?,
            _ => 0,
        };
        let paused = run.header().paused.get(replication as usize).copied().flatten();
        let range = replication..replication + 1;
        let ran = super::run_range(&program, range, PauseAt::after(paused), control)?;
        let trace = ran.first().map(|replication| &replication.trace);
        let events: Vec<TraceEvent> =
            trace.into_iter().flat_map(|trace| trace.kept_events()).collect::<Result<_>>()?;
        let (first, _) = program.share_of(replication);
        let uses = uses::all(&program, &events);
        Ok(Again { plan, scenario, program, replication, first, events, uses })
    }

    /// The case that is meant, counted from 0 in the replication.
    fn meant(&self, choice: StoryChoice) -> Result<u64> {
        match choice {
            StoryChoice::Number(number) => Ok(number.case - self.first),
            other => chosen(&self.events, other),
        }
    }

    /// At most so many cases with this one in their middle.
    fn around(&self, case: u64, most: u64) -> Range<u64> {
        let (_, all) = self.program.share_of(self.replication);
        let begin = case.saturating_sub(most / 2).min(all.saturating_sub(most));
        begin..all.min(begin + most)
    }

    fn told(&self, case: u64) -> Result<CaseStory> {
        let own: Vec<TraceEvent> = self.events.iter().filter(|event| event.case == case).copied().collect();
        let number = self.first + case;
        let (Some(arrived), Some(ended)) = (
            own.iter().find(|event| event.kind == EventKind::Arrived),
            own.iter().rev().find(|event| event.kind == EventKind::Ended),
        ) else {
            return Err(not_found(format!("case {number} did not come to an end in this run"))
                .with_hint("a limit of the scenario may have stopped the run before"));
        };
        let reasons = Reasons { program: &self.program, uses: &self.uses, first_case: self.first };
        let mine: Vec<&Use> = self.uses.iter().filter(|one| one.case == case).collect();
        let telling = told::tell(self.plan, &own, &mine, &reasons);
        let personas = super::people::or_ordinary(&self.scenario.personas);
        let persona = personas.get(arrived.detail as usize).ok_or_else(super::record::damaged)?;
        let outcome = Outcome::ALL.get(ended.detail as usize).copied().unwrap_or(Outcome::Failed);
        let cycle_ms = ended.time.since(arrived.time).micros() / 1_000;
        Ok(CaseStory {
            schema_version: STORY_SCHEMA_VERSION,
            plan: self.plan.id.clone(),
            plan_version: version_of(self.plan)?,
            seed: self.scenario.seed,
            case: number,
            replication: self.replication,
            persona: persona.id.clone(),
            arrived_ms: arrived.time.since(crate::des::Time::ZERO).micros() / 1_000,
            cycle_ms,
            outcome,
            summary: told::summary(self.plan, (number, &persona.title), (cycle_ms, outcome), &telling.bars),
            moments: telling.moments,
            bars: telling.bars,
        })
    }
}

/// Which replication a case of the whole run is part of.
fn replication_of(program: &Program, case: u64) -> Result<u32> {
    if case >= program.cases {
        return Err(not_found(format!("the run has the cases 0 to {}", program.cases.saturating_sub(1))));
    }
    let found = (1..program.replications).take_while(|next| program.share_of(*next).0 <= case).last();
    Ok(found.unwrap_or(0))
}

/// The case of a replication that a choice means.
fn chosen(events: &[TraceEvent], choice: StoryChoice) -> Result<u64> {
    let mut begun = std::collections::BTreeMap::new();
    let mut times = Vec::new();
    for event in events {
        match event.kind {
            EventKind::Arrived => drop(begun.insert(event.case, event.time)),
            EventKind::Ended => {
                let from = begun.get(&event.case).copied().unwrap_or(event.time);
                let is_lost = event.detail != 0;
                times.push((event.time.since(from).micros(), event.case, is_lost));
            }
            _ => {}
        }
    }
    times.sort_by_key(|(span, case, _)| (std::cmp::Reverse(*span), *case));
    let found = match choice {
        StoryChoice::Typical => times.get(times.len() / 2),
        StoryChoice::Lost => times.iter().filter(|(_, _, is_lost)| *is_lost).min_by_key(|(_, case, _)| *case),
        _ => times.first(),
    };
    found.map(|(_, case, _)| *case).ok_or_else(|| match choice {
        StoryChoice::Lost => not_found("every case of the first replication reached its goal".to_owned()),
        _ => not_found("no case of the first replication came to an end".to_owned()),
    })
}

fn not_found(message: String) -> Error {
    Error::new(ErrorCode::NotFound, message)
}
