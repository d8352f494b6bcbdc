//! Where a replication stops: limits, pauses, nothing left to do; and what it leaves behind then.

use crate::des::Time;
use crate::domain::run::StoppedBy;
use crate::error::{Error, ErrorCode, Result};
use crate::progress::Control;

use super::PauseAt;
use super::calls::CallRecord;
use super::program::Program;
use super::save::{self, State};
use super::services::Mock;
use super::tally::Tally;
use super::world::{CaseState, Replication, Token, World};

/// Where a replication stops at the latest.
pub(super) struct Ends {
    most_events: u64,
    last_time: Time,
    pause_events: u64,
    pause_time: Time,
}

impl<'p> World<'p> {
    pub(super) fn ends(&self, pause: &PauseAt) -> Ends {
        let limits = &self.program.limits;
        let share = |limit: u64| (limit / u64::from(self.program.replications)).max(1);
        let time = |ms: Option<u64>| ms.and_then(|ms| Time::from_ms(ms).ok()).unwrap_or(Time::NEVER);
        Ends {
            most_events: share(limits.events),
            last_time: time(Some(limits.virtual_time_ms)),
            pause_events: pause.events.unwrap_or(u64::MAX),
            pause_time: time(pause.virtual_time_ms),
        }
    }

    /// Whether the next event, which is at `time`, may happen.
    #[inline]
    pub(super) fn may_go_on(&mut self, time: Time, ends: &Ends) -> bool {
        if self.turns >= ends.pause_events || time > ends.pause_time {
            self.stop = Some(save::paused(self.now));
        } else if time > ends.last_time {
            self.stop_time();
        } else if self.turns >= ends.most_events {
            self.stop_events(ends.most_events);
        }
        self.stop.is_none()
    }

    /// Whether the host wants a pause, or there is no memory left.
    pub(super) fn look_around(&mut self, control: &Control) {
        if control.pause.is_cancelled() {
            self.stop = Some(save::paused(self.now));
        }
        let most = self.program.limits.memory_bytes / u64::from(self.program.replications);
        let held = self.held_bytes();
        if held > most.max(1 << 20) {
            let all = self.program.limits.memory_bytes >> 20;
            self.stop_with(ErrorCode::LimitSize, format!(
                "the run needs more than its limit of {all} MB of memory; allow more, run fewer cases, or keep fewer \
                 events in the trace"
            ));
        }
    }

    /// About how many bytes the replication holds; counted, not measured, so that it is the same everywhere.
    fn held_bytes(&self) -> u64 {
        let program: &Program = self.program;
        let case = size_of::<CaseState>() + 4 * (2 * program.nodes.len() + program.objects.len());
        let bytes = self.cases.len() * case
            + self.tokens.len() * size_of::<Token>()
            + self.events.len() * 48
            + self.tally.held_bytes()
            + self.recorder.held_bytes()
            + self.calls.len() * size_of::<CallRecord>();
        bytes as u64
    }

    pub(super) fn stop_with(&mut self, code: ErrorCode, text: String) {
        self.stop.get_or_insert(StoppedBy { code, text });
    }

    fn stop_events(&mut self, most: u64) {
        self.stop_with(
            ErrorCode::LimitEvents,
            format!(
                "one replication reached its share of {most} events; allow more events, or run fewer cases"
            ),
        );
    }

    fn stop_time(&mut self) {
        let days = self.program.limits.virtual_time_ms / 86_400_000;
        let waiting =
            self.longest_queue().map_or(String::new(), |title| format!(" while cases wait for `{title}`"));
        self.stop_with(ErrorCode::LimitVirtualTime, format!(
            "one replication reached the limit of {days} days{waiting}; allow more virtual time, or run fewer cases"
        ));
    }

    /// No event is left, but cases are: they wait for somebody who never comes.
    pub(super) fn nothing_left(&mut self) {
        let left = self.case_count - self.ended;
        let text = match self.longest_queue() {
            Some(title) => format!("{left} cases wait for `{title}` for ever; give it people and hours"),
            None => format!("{left} cases never arrive, because time ends before; let them arrive sooner"),
        };
        self.stop_with(ErrorCode::LimitVirtualTime, text);
    }

    fn longest_queue(&self) -> Option<&'p str> {
        let waiting = self.pools.iter().zip(&self.program.pools).filter(|(pool, _)| pool.waiting() > 0);
        waiting.max_by_key(|(pool, _)| pool.waiting()).map(|(_, plan)| plan.title.as_str())
    }

    /// After how many events of the queue it was paused, where somebody asked for that.
    pub(super) fn paused_after(&self) -> Option<u64> {
        let is_asked_for = self.stop.as_ref().is_some_and(|stop| stop.code == ErrorCode::Cancelled);
        is_asked_for.then_some(self.turns)
    }

    /// Whether cases are left that have not ended.
    pub(super) fn is_stopped(&self) -> bool {
        self.ended < self.case_count
    }

    /// The warm-up is over: all figures begin anew. What is under way goes on, and a visit of a step counts where it ends.
    pub(super) fn begin_figures(&mut self) {
        self.figures_from = Some(self.now);
        let before = std::mem::replace(&mut self.tally, Tally::new(self.program));
        self.tally.ways = before.ways;
        for (pool, tally) in self.pools.iter_mut().zip(&mut self.tally.pools) {
            tally.duty_before_us = pool.use_until(self.now).duty_micros;
        }
    }

    /// What it leaves behind.
    pub(super) fn finish(mut self) -> Replication {
        if self.figures_from.is_none() {
            self.begin_figures();
        }
        let from = self.figures_from.unwrap_or(self.now);
        for ((pool, plan), tally) in self.pools.iter_mut().zip(&self.program.pools).zip(&mut self.tally.pools)
        {
            let open = match &plan.calendar {
                Some(calendar) => calendar.open_between(from, self.now),
                None => self.now.since(from),
            };
            let used = pool.use_until(self.now);
            let on_duty = used.duty_micros.saturating_sub(tally.duty_before_us);
            let scheduled = u128::from(open.micros()) * u128::from(plan.capacity);
            // Work beyond the hours is time in which somebody was there.
            tally.open_us = if plan.finishes { scheduled.max(on_duty) } else { scheduled };
            tally.longest_queue = tally.longest_queue.max(used.most_waiting);
        }
        if self.recorder.is_full {
            self.warn(
                "the recorded trace was cut at its limit of bytes; the digest still covers everything"
                    .to_owned(),
            );
        }
        Replication {
            tally: self.tally,
            trace: self.recorder.finish(),
            end: self.now,
            stop: self.stop,
            warnings: self.warnings,
            calls: self.calls,
        }
    }

    /// All that changes while it runs.
    pub(super) fn state(&self) -> Result<State> {
        let calls = serde_json::to_string(&self.calls).map_err(unwritable)?;
        let mocks = self.mocks.iter().map(|mock| mock.as_ref().map(Mock::memory).transpose());
        Ok(State {
            mocks: mocks.collect::<Result<_>>()?,
            events: self.events.clone(),
            pools: self.pools.clone(),
            cases: self.cases.clone(),
            free_cases: self.free_cases.clone(),
            tokens: self.tokens.clone(),
            now: self.now,
            arrived: self.arrived,
            ended: self.ended,
            turns: self.turns,
            figures_from: self.figures_from,
            arrivals: self.arrivals.position(),
            recorder: self.recorder.clone(),
            tally: self.tally.clone(),
            spent: self.spent,
            warnings: self.warnings.clone(),
            rested_since: self.rested_since.clone(),
            other_tickets: self.other_tickets.clone(),
            gatherings: self.gatherings.clone(),
            batches: self.batches.clone(),
            broken: self.broken.clone(),
            shared: self.shared.clone(),
            visitors: self.visitors.clone(),
            calls,
        })
    }

    /// The world as it was when it was saved.
    pub(super) fn restored(program: &'p Program, replication: u32, state: State) -> Result<World<'p>> {
        let mut world = World::new(program, replication);
        for (mock, memory) in world.mocks.iter_mut().zip(&state.mocks) {
            if let (Some(mock), Some(memory)) = (mock, memory) {
                mock.remember(memory)?;
            }
        }
        world.calls = serde_json::from_str(&state.calls).map_err(unwritable)?;
        Ok(World {
            events: state.events,
            pools: state.pools,
            cases: state.cases,
            free_cases: state.free_cases,
            tokens: state.tokens,
            now: state.now,
            arrived: state.arrived,
            ended: state.ended,
            turns: state.turns,
            arrivals: world.arrivals.clone().at(state.arrivals),
            recorder: state.recorder,
            tally: state.tally,
            spent: state.spent,
            warnings: state.warnings,
            rested_since: state.rested_since,
            other_tickets: state.other_tickets,
            gatherings: state.gatherings,
            batches: state.batches,
            broken: state.broken,
            shared: state.shared,
            visitors: state.visitors,
            is_begun: true,
            figures_from: state.figures_from,
            ..world
        })
    }
}

fn unwritable(error: serde_json::Error) -> Error {
    Error::new(ErrorCode::InvalidTrace, "the calls of a saved run cannot be read or written")
        .with_source(error)
}
