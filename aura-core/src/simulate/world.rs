//! One replication: the cases that are under way, their tokens, the pools, and the loop over events.
//!
//! In comes a [`Program`]; out comes what [`finish`](World::run) returns: tallies, the trace and the reason
//! to stop early. Everything that happens at one moment is worked off before the next event is taken, in the
//! order of the plan's flows.

#![expect(
    clippy::indexing_slicing,
    reason = "numbers of nodes, flows and cases are made by the compiler and by this module"
)]

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::des::{Arrivals, EventQueue, Handle, Pool, Rank, Slab, Span, Ticket, Time};
use crate::domain::plan::Outcome;
use crate::domain::run::StoppedBy;
use crate::error::{ErrorCode, Result};
use crate::progress::Control;

use super::PauseAt;
use super::batches::{Batch, Gathering};
use super::calls::CallRecord;
use super::coming::Visitor;
use super::faults::Script;
use super::outages::Window;
use super::program::{NodeKind, Program};
use super::record::{EventKind, Recorder, ReplicationTrace, TraceEvent};
use super::services::Mock;
use super::sharing::{ALL, SharedPool};
use super::signals::Signal;
use super::tally::{CaseRecord, Tally};

/// Address of the draws that belong to a case as a whole; nodes and fields have others.
pub(super) const CASE_ADDRESS: u32 = 1;
const ARRIVAL_ADDRESS: u32 = 2;
/// Events between two looks at the cancellation switch.
const CANCEL_EVERY: u64 = 8_192;
/// Different warnings that are kept; texts name nodes, so there are not many.
const MOST_WARNINGS: usize = 100;

/// What happens next to whom.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) enum Event {
    Arrival,
    /// A token's rest is over: waiting time, timer, delay before a retry, time away.
    Wake(Handle, u32),
    Done(Handle, u32),
    /// Patience, or the time limit of a step, ends in the queue.
    Impatient(Handle, u32),
    /// A pool's hours begin or end.
    Shift(u32),
    /// The window of a batch is over: the step that gathers, and the number of its batch.
    Gathered(u32, u32),
    /// A server of a pool breaks down, or is repaired, for the so-manieth time.
    BrokeDown(u32, u32, u32),
    Repaired(u32, u32, u32),
    /// Whoever is done first at a resource that serves everybody at once; stale where the number is not its newest.
    SharedEnd(u32, u32),
    /// A person of a closed population comes, for the so-manieth time.
    Visitor(u32, u32),
}

/// Where a case is in the plan. A case has one token, or several on parallel ways.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Token {
    pub case: u32,
    pub node: u32,
    /// Counts its rests, so that events of earlier ones are recognised as stale.
    pub epoch: u32,
    pub rest: Rest,
    /// When it entered the node.
    pub entered: Time,
    /// When the present wait began.
    pub since: Time,
    pub retries: u32,
    /// Which execution of the node for this case, from 0: addresses the draws.
    pub execution: u32,
    /// What is left of work that was interrupted.
    pub left: Option<(Span, Strike)>,
    /// The least time before the next try, because a service said so.
    pub hold: Span,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) enum Rest {
    Moving,
    /// Lies before work begins.
    Lying,
    /// Waits at a timer or a message.
    Waiting,
    /// Waits at an event-based choice, which will be decided for this flow.
    Racing(u32),
    /// Waits before it is tried again, or until the person comes back.
    Delayed,
    Queued {
        pool: u32,
        ticket: Ticket,
    },
    Working(Job),
    /// Waits at a step for others to be done with.
    Gathering(u32),
    /// Waits for the first of its batch.
    Gathered,
    /// Takes a step back, for so long.
    Undoing(Span),
    /// Waits at a join for others; `u32` is the flow by which it came.
    Parked(u32),
}

/// Work that is going on.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Job {
    pub server: Option<(u32, u32)>,
    pub span: Span,
    pub strike: Strike,
}

/// What goes wrong at the end of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Strike {
    Nothing,
    Mode(u16),
    /// The call failed, and the plan has no failure mode for that.
    Call,
    /// The queue was full, and the plan has no failure mode for that.
    TurnedAway,
    /// The service refused what was asked, and the plan has no failure mode for that.
    Refused,
    /// The time limit was reached, and the plan has no failure mode for that.
    TooLong,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct CaseState {
    /// The number in the whole run; addresses the draws.
    pub number: u64,
    pub persona: u32,
    pub arrived: Time,
    pub waiting: Span,
    pub working: Span,
    pub cost: f64,
    pub had_failure: bool,
    pub came_back: bool,
    pub is_open: bool,
    pub tokens: Vec<Handle>,
    pub parked: u32,
    pub visits: Vec<u32>,
    pub executions: Vec<u32>,
    pub limited: Vec<u32>,
    pub versions: Vec<u32>,
    pub way: u32,
    /// What services called the entities of the case, by the name of the collection.
    pub keys: Vec<(String, String)>,
    /// Steps that were done and can be taken back, in the order in which they were done.
    pub undoable: Vec<u32>,
    /// Where and how the case ends when everything is taken back.
    pub ending: Option<(u32, Outcome)>,
    /// Nodes entered since time last passed.
    pub instant: u32,
    pub instant_at: Time,
}

pub(super) struct World<'p> {
    pub program: &'p Program,
    pub events: EventQueue<Event>,
    pub pools: Vec<Pool<Handle>>,
    pub cases: Vec<CaseState>,
    pub free_cases: Vec<u32>,
    pub tokens: Slab<Token>,
    /// Tokens that move at this moment: token, node, flow. The last one moves first.
    pub moves: Vec<(Handle, u32, u32)>,
    pub now: Time,
    pub first_case: u64,
    pub case_count: u64,
    pub arrived: u64,
    pub ended: u64,
    /// Whether the first events are scheduled.
    pub is_begun: bool,
    /// When the figures began; not yet while it warms up.
    pub figures_from: Option<Time>,
    /// Events that were taken from the queue.
    pub turns: u64,
    pub arrivals: Arrivals,
    pub recorder: Recorder,
    pub tally: Tally,
    pub spent: f64,
    pub stop: Option<StoppedBy>,
    pub warnings: BTreeMap<String, u64>,
    /// When each pool last got a server back: of several free ones, the one that rests for longest is asked.
    pub rested_since: Vec<Time>,
    /// Further queues in which a token stands that any of several pools can serve.
    pub other_tickets: BTreeMap<Handle, Vec<(u32, Ticket)>>,
    /// The services that really answer.
    pub mocks: Vec<Option<Mock>>,
    pub calls: Vec<CallRecord>,
    /// Other cases to which something happened at this moment; empty between events.
    pub also: Vec<u32>,
    pub replication: u32,
    pub gatherings: Vec<Gathering>,
    /// Batches by the token that stands for them.
    pub batches: BTreeMap<Handle, Batch>,
    /// What goes wrong, where that is stated instead of drawn.
    pub script: Option<Box<Script>>,
    /// Servers that are out of order: pool and number.
    pub broken: BTreeSet<(u32, u32)>,
    /// The resources that serve everybody at once.
    pub shared: BTreeMap<u32, SharedPool>,
    /// The next signal of each node that waits for one.
    pub signals: std::collections::BTreeMap<u32, Signal>,
    /// The random outages as far as they are drawn.
    pub windows: Vec<Window>,
    /// Who of a closed population has which case.
    pub visitors: BTreeMap<u32, Visitor>,
}

/// What a replication leaves behind.
#[derive(Debug)]
pub(super) struct Replication {
    pub tally: Tally,
    pub trace: ReplicationTrace,
    pub end: Time,
    pub stop: Option<StoppedBy>,
    pub warnings: BTreeMap<String, u64>,
    pub calls: Vec<CallRecord>,
}

impl<'p> World<'p> {
    pub(super) fn new(program: &'p Program, replication: u32) -> Self {
        let (first_case, case_count) = program.share_of(replication);
        let arrivals =
            program.arrivals.start(program.streams.stream(u64::from(replication), ARRIVAL_ADDRESS, 0));
        let pools = program.pools.iter().map(|pool| Pool::with_rules(pool.rules)).collect();
        let trace_bytes = program.limits.trace_bytes / u64::from(program.replications);
        World {
            program,
            events: EventQueue::new(),
            pools,
            cases: Vec::new(),
            free_cases: Vec::new(),
            tokens: Slab::new(),
            moves: Vec::new(),
            now: Time::ZERO,
            first_case,
            case_count,
            arrived: 0,
            ended: 0,
            is_begun: false,
            figures_from: (program.warm_up == 0).then_some(Time::ZERO),
            turns: 0,
            arrivals,
            recorder: Recorder::new(replication, program.trace, trace_bytes),
            tally: Tally::new(program),
            spent: 0.0,
            stop: None,
            warnings: BTreeMap::new(),
            rested_since: vec![Time::ZERO; program.pools.len()],
            other_tickets: BTreeMap::new(),
            mocks: program.mocks.iter().map(|mock| mock.as_ref().map(Mock::fresh)).collect(),
            calls: Vec::new(),
            also: Vec::new(),
            replication,
            gatherings: vec![Gathering::default(); program.batches as usize],
            batches: BTreeMap::new(),
            script: None,
            broken: BTreeSet::new(),
            shared: SharedPool::of(program),
            signals: std::collections::BTreeMap::new(),
            windows: vec![Window::FIRST; program.shared_outages.len()],
            visitors: BTreeMap::new(),
        }
    }

    /// Runs the cases of the replication to their end, to a limit or to a pause.
    ///
    /// # Errors
    /// `cancelled`.
    pub(super) fn run(mut self, pause: &PauseAt, control: &Control) -> Result<World<'p>> {
        if !std::mem::replace(&mut self.is_begun, true) {
            self.open_pools();
            self.begin_breakdowns();
            self.schedule_first_arrivals();
        }
        let ends = self.ends(pause);
        while self.ended < self.case_count && self.stop.is_none() {
            if self.turns.is_multiple_of(CANCEL_EVERY) {
                control.cancellation.check()?;
                self.look_around(control);
            }
            let Some(time) = self.events.next_time() else {
                if self.begin_last_batch() {
                    continue;
                }
                self.nothing_left();
                break;
            };
            if !self.may_go_on(time, &ends) {
                break;
            }
            self.turns += 1;
            if let Some((time, event)) = self.events.pop() {
                self.handle(time, event);
            }
        }
        Ok(self)
    }

    fn handle(&mut self, time: Time, event: Event) {
        match event {
            Event::Arrival => {
                self.now = time;
                self.arrive();
            }
            Event::Visitor(person, round) => {
                self.now = time;
                self.visitor_comes(person, round);
            }
            Event::Shift(pool) => {
                self.now = time;
                self.shift(pool);
                self.begin_last_batch();
            }
            Event::BrokeDown(pool, server, number) => {
                self.now = time;
                self.broke_down(pool, server, number);
                self.settle();
                self.settle_others();
            }
            Event::Repaired(pool, server, number) => {
                self.now = time;
                self.repaired(pool, server, number);
                self.begin_last_batch();
            }
            Event::SharedEnd(pool, epoch) => self.shared_end(time, pool, epoch),
            Event::Gathered(place, number) => {
                self.now = time;
                self.gathered(place, number);
            }
            Event::Wake(token, epoch) | Event::Done(token, epoch) | Event::Impatient(token, epoch) => {
                let Some(state) = self.tokens.get(token).copied().filter(|state| state.epoch == epoch) else {
                    return;
                };
                self.now = time;
                match event {
                    Event::Done(..) => self.done(token),
                    Event::Impatient(..) => self.impatient(token),
                    _ => self.wake(token),
                }
                self.settle();
                self.settle_joins(state.case);
                self.settle_others();
            }
        }
    }

    pub(super) fn open_case(&mut self, number: u64, persona: u32) -> u32 {
        let program = self.program;
        let case = self.free_cases.pop().unwrap_or_else(|| {
            self.cases.push(CaseState::default());
            (self.cases.len() - 1) as u32
        });
        let state = &mut self.cases[case as usize];
        // The vectors keep their memory from the case that was here before.
        let mut fresh = std::mem::take(state);
        for (list, length) in [
            (&mut fresh.visits, program.nodes.len()),
            (&mut fresh.executions, program.nodes.len()),
            (&mut fresh.limited, program.limited_flows),
            (&mut fresh.versions, program.objects.len()),
        ] {
            list.clear();
            list.resize(length, 0);
        }
        fresh.tokens.clear();
        fresh.keys.clear();
        fresh.undoable.clear();
        *state = CaseState {
            number,
            persona,
            arrived: self.now,
            is_open: true,
            instant_at: self.now,
            waiting: Span::ZERO,
            working: Span::ZERO,
            cost: 0.0,
            had_failure: false,
            came_back: false,
            parked: 0,
            way: 0,
            instant: 0,
            ending: None,
            ..fresh
        };
        case
    }

    pub(super) fn add_token(&mut self, case: u32, node: u32) -> Handle {
        let now = self.now;
        let token = self.tokens.insert(Token {
            case,
            node,
            epoch: 0,
            rest: Rest::Moving,
            entered: now,
            since: now,
            retries: 0,
            execution: 0,
            left: None,
            hold: Span::ZERO,
        });
        self.cases[case as usize].tokens.push(token);
        token
    }

    /// Ends a case: notes how it went and takes its tokens from wherever they are.
    pub(super) fn end_case(&mut self, case: u32, node: u32, outcome: Outcome) {
        if outcome != Outcome::GoalReached && self.begins_undoing(case, node, outcome) {
            return;
        }
        let place = Outcome::ALL.iter().position(|other| *other == outcome).unwrap_or(0);
        self.record(EventKind::Ended, case, node, place as u64);
        self.drop_tokens(case);
        let counts = self.cases[case as usize].number - self.first_case >= self.program.warm_up;
        let state = &mut self.cases[case as usize];
        state.is_open = false;
        if counts {
            self.tally.cases.push(CaseRecord {
                case: state.number,
                arrived_us: state.arrived.micros(),
                cycle_us: self.now.since(state.arrived).micros(),
                waiting_us: state.waiting.micros(),
                working_us: state.working.micros(),
                cost: state.cost,
                persona: state.persona,
                outcome,
                had_failure: state.had_failure,
                way: state.way,
            });
            self.tally.watched.extend(self.program.watched.iter().map(|node| state.visits[*node as usize]));
        }
        if outcome != Outcome::GoalReached {
            self.tally.nodes[node as usize].lost += 1;
        }
        self.free_cases.push(case);
        self.ended += 1;
        self.come_again(case);
    }

    /// Takes all tokens of a case from wherever they are.
    pub(super) fn drop_tokens(&mut self, case: u32) {
        while let Some(token) = self.cases[case as usize].tokens.pop() {
            self.drop_token(token);
        }
    }

    /// Removes a token and frees what it holds.
    fn drop_token(&mut self, token: Handle) {
        let Some(state) = self.tokens.remove(token) else {
            return;
        };
        match state.rest {
            Rest::Queued { pool, ticket } => {
                self.pools[pool as usize].withdraw(self.now, ticket);
                self.withdraw_others(token);
                self.promote(token);
            }
            Rest::Gathering(_) | Rest::Gathered => self.leave_company(token, state.rest),
            Rest::Working(job) => {
                // What was done so far was still work.
                let span = self.done_so_far(token, state.since, job);
                self.book_work(state.case, state.node, span, job.server);
                self.free(token, job.server);
            }
            _ => {}
        }
    }

    /// Lets go of what a token worked with: the next of its batch goes on, or the server is free.
    pub(super) fn free(&mut self, token: Handle, server: Option<(u32, u32)>) {
        if !self.hand_on(token, server)
            && let Some((pool, server)) = server.filter(|(_, server)| *server != ALL)
        {
            self.release(pool, server);
        }
    }

    /// Frees a server, which may begin with the next token that waits.
    pub(super) fn release(&mut self, pool: u32, server: u32) {
        self.rested_since[pool as usize] = self.now;
        if let Some(start) = self.pools[pool as usize].release(self.now, server) {
            self.begin_work(start.item, Some((pool, start.server)));
        }
    }

    pub(super) fn book_work(&mut self, case: u32, node: u32, span: Span, server: Option<(u32, u32)>) {
        let state = &mut self.cases[case as usize];
        state.working = state.working.plus(span);
        self.tally.nodes[node as usize].working_us += u128::from(span.micros());
        if let Some((pool, _)) = server {
            self.tally.pools[pool as usize].worked_us += u128::from(span.micros());
            if let Some(rate) = self.program.pools[pool as usize].cost_per_hour {
                self.spend(case, node, rate * span.micros() as f64 / 3.6e9);
            }
        }
    }

    pub(super) fn spend(&mut self, case: u32, node: u32, money: f64) {
        self.cases[case as usize].cost += money;
        self.tally.nodes[node as usize].cost += money;
        self.spent += money;
        if let Some(most) = self.program.limits.money
            && self.spent > most / f64::from(self.program.replications)
        {
            self.stop_with(ErrorCode::LimitBudget, format!(
                "the cases together would cost more than {most}; allow more money in the limits of the scenario, \
                 or run fewer cases"
            ));
        }
    }

    /// Tokens stand still until `time`.
    pub(super) fn rest_until(
        &mut self,
        token: Handle,
        rest: Rest,
        time: Time,
        rank: Rank,
        event: fn(Handle, u32) -> Event,
    ) {
        let now = self.now;
        if let Some(state) = self.tokens.get_mut(token) {
            state.epoch += 1;
            state.rest = rest;
            state.since = now;
            self.events.schedule(time, rank, event(token, state.epoch));
        }
    }

    fn open_pools(&mut self) {
        for pool in 0..self.pools.len() {
            if let Some(calendar) = &self.program.pools[pool].calendar {
                let opening = calendar.opening(Time::ZERO);
                self.set_on_duty(pool, opening.open);
                self.events.schedule(opening.until, Rank::CALENDAR, Event::Shift(pool as u32));
            }
        }
    }

    fn shift(&mut self, pool: u32) {
        if let Some(calendar) = &self.program.pools[pool as usize].calendar {
            let opening = calendar.opening(self.now);
            self.events.schedule(opening.until, Rank::CALENDAR, Event::Shift(pool));
            self.set_on_duty(pool as usize, opening.open);
        }
    }

    fn set_on_duty(&mut self, pool: usize, open: bool) {
        for server in 0..self.pools[pool].servers() {
            let works = open && (self.broken.is_empty() || !self.broken.contains(&(pool as u32, server)));
            if let Some(start) = self.pools[pool].set_on_duty(self.now, server, works) {
                self.begin_work(start.item, Some((pool as u32, start.server)));
            }
        }
    }

    #[inline]
    pub(super) fn record(&mut self, kind: EventKind, case: u32, node: u32, detail: u64) {
        let case = self.cases[case as usize].number - self.first_case;
        self.recorder.record(TraceEvent { time: self.now, kind, case, node, detail });
    }

    pub(super) fn warn(&mut self, text: String) {
        if self.warnings.len() < MOST_WARNINGS || self.warnings.contains_key(&text) {
            *self.warnings.entry(text).or_insert(0) += 1;
        }
    }

    /// The title of a node, for warnings.
    pub(super) fn title(&self, node: u32) -> &'p str {
        &self.program.nodes[node as usize].title
    }

    pub(super) fn kind(&self, node: u32) -> &'p NodeKind {
        &self.program.nodes[node as usize].kind
    }
}
