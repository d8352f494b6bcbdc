//! The loop over events of a network.

#![expect(
    clippy::indexing_slicing,
    reason = "pools and sharings are named by a blueprint that was checked, or by this module"
)]

use std::collections::VecDeque;

use super::blueprint::{Blueprint, Step};
use super::groups::{Forming, Group};
use super::token::{Rest, Slot, Token};
use super::{Happened, Happening};
use crate::des::pool::{Change, Pool, PoolUse};
use crate::des::queue::{EventQueue, Rank};
use crate::des::sharing::Sharing;
use crate::des::slab::{Handle, Slab};
use crate::des::time::Time;
use crate::error::{Error, ErrorCode, Result};
use crate::random::Streams;

/// Steps that a case may walk without time passing.
const MOST_STEPS_AT_ONCE: u32 = 10_000;

#[derive(Debug, Clone, Copy)]
pub(super) enum Event {
    Arrival(u32),
    /// The work of a token ends.
    Done(Handle, u32),
    /// The next one at a place of sharing ends.
    Shared(u32, u32),
    Impatient(Handle, u32),
    BatchDue(u32, u32),
    /// The next shift of a pool begins.
    Crew(u32),
}

/// A network in motion.
///
/// # Example
/// ```
/// use aura_core::des::network::{Blueprint, Duration, Happened, Network, PoolPlan, Source, Step};
/// use aura_core::des::{Arrivals, PoolRules, Span, Time};
/// use aura_core::random::{Seed, Streams};
/// let streams = Streams::new(Seed(1));
/// let desk = PoolPlan { rules: PoolRules { servers: 1, ..PoolRules::default() }, ..PoolPlan::default() };
/// let arrivals = Arrivals::fixed(Time::ZERO, Span::from_ms(2), streams.stream(0, 0, 0));
/// let blueprint = Blueprint {
///     pools: vec![desk],
///     steps: vec![
///         Step::Seize { pool: 0, otherwise: None },
///         Step::Work(Duration::Fixed(Span::from_ms(3))),
///         Step::Release { pool: 0 },
///     ],
///     sources: vec![Source { arrivals, most: 2, entry: 0, priority: 0, units: 1 }],
///     ..Blueprint::default()
/// };
/// let mut network = Network::new(blueprint, streams)?;
/// let mut ends = Vec::new();
/// while network.advance()? {
///     let left = network.happened().iter().filter(|one| one.what == Happened::Left { finished: true });
///     ends.extend(left.map(|one| one.time.ms()));
/// }
/// assert_eq!(ends, [3, 6]);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Network {
    pub(super) plan: Blueprint,
    pub(super) streams: Streams,
    pub(super) events: EventQueue<Event>,
    pub(super) pools: Vec<PoolState>,
    pub(super) sharings: Vec<Sharing>,
    pub(super) forming: Vec<Forming>,
    pub(super) batches: Slab<Vec<Handle>>,
    pub(super) groups: Slab<Group>,
    pub(super) tokens: Slab<Token>,
    /// Tokens that go on at this moment.
    pub(super) ready: VecDeque<Handle>,
    /// How many durations were taken in order, for each step.
    pub(super) taken: Vec<usize>,
    arrived: Vec<u64>,
    cases: u64,
    pub(super) now: Time,
    happened: Vec<Happening>,
    pub(super) changes: Vec<Change<Handle>>,
}

#[derive(Debug, Clone)]
pub(super) struct PoolState {
    pub pool: Pool<Handle>,
    /// The next change of the number of servers, and its place among the shifts.
    pub next_change: Time,
    pub next_shift: usize,
    pub rounds: u64,
    /// Since when servers work beyond their shift, by number.
    pub beyond: Vec<(u32, Time)>,
}

impl Network {
    /// A network before its first event. `streams` gives all its randomness.
    ///
    /// # Errors
    /// `invalid_data` where the blueprint names what it does not have, or its shifts make no sense.
    pub fn new(plan: Blueprint, streams: Streams) -> Result<Self> {
        plan.check()?;
        let state = |plan: &super::PoolPlan| PoolState {
            pool: Pool::with_rules(plan.rules),
            next_change: plan.shifts.first().map_or(Time::NEVER, |shift| shift.at),
            next_shift: 0,
            rounds: 0,
            beyond: Vec::new(),
        };
        let mut network = Network {
            streams,
            events: EventQueue::new(),
            pools: plan.pools.iter().map(state).collect(),
            sharings: plan.sharings.iter().map(|speed| Sharing::new(*speed)).collect(),
            forming: vec![Forming::default(); plan.batches as usize],
            batches: Slab::new(),
            groups: Slab::new(),
            tokens: Slab::new(),
            ready: VecDeque::new(),
            taken: vec![0; plan.steps.len()],
            arrived: vec![0; plan.sources.len()],
            cases: 0,
            now: Time::ZERO,
            happened: Vec::new(),
            changes: Vec::new(),
            plan,
        };
        for (pool, state) in network.pools.iter().enumerate() {
            network.events.schedule(state.next_change, Rank::CREW, Event::Crew(pool as u32));
        }
        (0..network.plan.sources.len()).for_each(|source| network.schedule_arrival(source));
        Ok(network)
    }

    /// Lets the next event happen; `false` where there is none.
    ///
    /// # Errors
    /// `limit_events` where a case walks in a circle without time passing, or holds more pools than fit.
    pub fn advance(&mut self) -> Result<bool> {
        self.happened.clear();
        let Some((time, event)) = self.events.pop() else { return Ok(false) };
        match event {
            Event::Arrival(source) => {
                self.now = time;
                self.arrive(source as usize);
            }
            Event::Done(token, epoch) => {
                if self.tokens.get(token).is_some_and(|state| state.epoch == epoch) {
                    self.now = time;
                    self.done(token);
                }
            }
            Event::Shared(place, epoch) => {
                if self.sharings[place as usize].epoch == epoch {
                    self.now = time;
                    if let Some((_, token)) = self.next_shared(place as usize) {
                        self.done(token);
                    }
                }
            }
            Event::Impatient(token, patience) => {
                if self.tokens.get(token).is_some_and(|state| state.patience == patience) {
                    self.now = time;
                    self.give_up(token);
                }
            }
            Event::BatchDue(place, number) => {
                self.now = time;
                self.batch_due(place as usize, number);
            }
            Event::Crew(pool) => {
                self.now = time;
                self.change_crew(pool as usize);
            }
        }
        while let Some(token) = self.ready.pop_front() {
            self.walk(token)?;
        }
        Ok(true)
    }

    /// What the last event did, in order.
    pub fn happened(&self) -> &[Happening] {
        &self.happened
    }

    /// When the next event happens; it may turn out to be stale and do nothing.
    pub fn next_time(&self) -> Option<Time> {
        self.events.next_time()
    }

    /// The moment of the last event.
    pub fn now(&self) -> Time {
        self.now
    }

    /// How many cases came.
    pub fn arrived(&self) -> u64 {
        self.cases
    }

    /// What a pool did up to a moment, which must lie between the last event and the next.
    pub fn pool_use(&mut self, pool: usize, until: Time) -> PoolUse {
        self.pools.get_mut(pool).map_or_else(PoolUse::default, |state| state.pool.use_until(until))
    }

    /// How many servers of a pool are busy, and how many requests wait.
    pub fn pool_now(&self, pool: usize) -> (u32, usize) {
        self.pools.get(pool).map_or((0, 0), |state| (state.pool.busy(), state.pool.waiting()))
    }

    fn schedule_arrival(&mut self, source: usize) {
        let plan = &mut self.plan.sources[source];
        if self.arrived[source] < plan.most {
            self.events.schedule(plan.arrivals.next_arrival(), Rank::ARRIVAL, Event::Arrival(source as u32));
        }
    }

    fn arrive(&mut self, source: usize) {
        let plan = &self.plan.sources[source];
        let token = Token::new(self.cases, source as u32, plan.entry, plan.priority, plan.units);
        self.cases += 1;
        self.arrived[source] += 1;
        let token = self.tokens.insert(token);
        self.tell(token, Happened::Arrived);
        self.ready.push_back(token);
        self.schedule_arrival(source);
    }

    /// Goes on until the token rests.
    fn walk(&mut self, token: Handle) -> Result<()> {
        for _ in 0..MOST_STEPS_AT_ONCE {
            let Some(state) = self.tokens.get(token).copied() else { return Ok(()) };
            let Some(step) = self.plan.steps.get(state.at) else {
                self.leave(token, true);
                return Ok(());
            };
            let next = state.at + 1;
            let goes_on = match step {
                Step::Seize { pool, otherwise } => {
                    let (pool, otherwise) = (*pool, *otherwise);
                    self.seize(token, pool, otherwise)?
                }
                Step::Release { pool } => {
                    let pool = *pool;
                    self.release(token, pool);
                    Some(next)
                }
                Step::Work(_) => {
                    let span = self.duration(token, state.at, 0);
                    self.work(token, span, None, next);
                    None
                }
                Step::Share { sharing, .. } => {
                    let sharing = *sharing;
                    let span = self.duration(token, state.at, 0);
                    self.work(token, span, Some(sharing), next);
                    None
                }
                Step::Race(ways) => {
                    let count = ways.len();
                    self.race(token, state.at, count);
                    None
                }
                Step::Patience { otherwise, .. } => {
                    let otherwise = *otherwise;
                    self.set_patience(token, state.at, otherwise);
                    Some(next)
                }
                Step::Calm => {
                    if let Some(state) = self.tokens.get_mut(token) {
                        state.patience = 0;
                    }
                    Some(next)
                }
                Step::Balk { pool, at_least, probability, otherwise } => {
                    let waits = self.pools[*pool].pool.waiting() >= *at_least;
                    let (probability, otherwise) = (*probability, *otherwise);
                    if waits && self.unit(token, state.at) < probability {
                        self.go_elsewhere(token, otherwise)
                    } else {
                        Some(next)
                    }
                }
                Step::Batch { place, size, window } => {
                    let (place, size, window) = (*place, *size, *window);
                    self.join_batch(token, place, size, window);
                    None
                }
                Step::Separate => {
                    self.separate(token, next);
                    None
                }
                Step::Split(ways) => {
                    let ways = ways.clone();
                    self.split(token, &ways);
                    None
                }
                Step::JoinAll => self.join(token, true).then_some(next),
                Step::JoinFirst => self.join(token, false).then_some(next),
                Step::Choose(..) => {
                    let unit = self.unit(token, state.at);
                    match &self.plan.steps[state.at] {
                        Step::Choose(weights, ways) => ways.get(weights.pick(unit)).copied(),
                        _ => None,
                    }
                }
                Step::Shortest(ways) => {
                    let length = |pool: usize| {
                        let pool = &self.pools[pool].pool;
                        pool.busy() as usize + pool.waiting()
                    };
                    ways.iter().min_by_key(|(pool, _)| length(*pool)).map(|(_, way)| *way)
                }
                Step::GoTo(target) => Some(*target),
                Step::Mark(mark) => {
                    let mark = *mark;
                    self.tell(token, Happened::Marked(mark));
                    Some(next)
                }
                Step::Leave => {
                    self.leave(token, true);
                    None
                }
            };
            let Some(at) = goes_on else { return Ok(()) };
            if let Some(state) = self.tokens.get_mut(token) {
                state.at = at;
            }
        }
        Err(Error::new(
            ErrorCode::LimitEvents,
            format!("a case walked {MOST_STEPS_AT_ONCE} steps without time passing"),
        ))
    }

    /// Stops work and waiting, and frees all servers.
    pub(super) fn let_go(&mut self, token: Handle) {
        self.interrupt(token);
        let Some(state) = self.tokens.get_mut(token) else { return };
        state.epoch += 1;
        for slot in std::mem::replace(&mut state.slots, [Slot::Empty; super::token::MOST_SLOTS]) {
            match slot {
                Slot::Empty => {}
                Slot::Held { pool, server } => self.free(pool as usize, server),
                Slot::Wanted { pool, ticket, .. } => {
                    self.pools[pool as usize].pool.withdraw(self.now, ticket);
                    // Others may fit where this one did not.
                    if self.pools[pool as usize].next_change > self.now {
                        self.serve(pool as usize);
                    }
                }
            }
        }
    }

    pub(super) fn go_elsewhere(&mut self, token: Handle, otherwise: Option<usize>) -> Option<usize> {
        if otherwise.is_none() {
            self.leave(token, false);
        }
        otherwise
    }

    /// Ends a token; its case leaves with the last of its tokens.
    fn leave(&mut self, token: Handle, finished: bool) {
        self.let_go(token);
        let Some(state) = self.tokens.get(token).copied() else { return };
        if let Some(members) = state.batch.and_then(|batch| self.batches.remove(batch)) {
            self.tokens.remove(token);
            members.into_iter().for_each(|member| self.leave(member, finished));
            return;
        }
        if state.group.is_none_or(|group| self.leave_group(group)) {
            self.tell(token, Happened::Left { finished });
        }
        self.tokens.remove(token);
    }

    pub(super) fn rest(&mut self, token: Handle, rest: Rest) {
        if let Some(state) = self.tokens.get_mut(token) {
            state.rest = rest;
        }
    }

    /// Notes what happened to a token; of a batch, to each of its members.
    pub(super) fn tell(&mut self, token: Handle, what: Happened) {
        let Some(state) = self.tokens.get(token) else { return };
        let time = self.now;
        if let Some(members) = state.batch.and_then(|batch| self.batches.get(batch)) {
            let members = members.iter().filter_map(|member| self.tokens.get(*member));
            let each = members.map(|state| Happening { time, case: state.case, source: state.source, what });
            self.happened.extend(each);
            return;
        }
        self.happened.push(Happening { time, case: state.case, source: state.source, what });
    }

    pub(super) fn tell_pool(&mut self, what: Happened) {
        self.happened.push(Happening { time: self.now, case: 0, source: 0, what });
    }
}
