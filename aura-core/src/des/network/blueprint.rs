//! The plan of a network, and its check.

use crate::des::arrivals::Arrivals;
use crate::des::pool::PoolRules;
use crate::des::sample::{Distribution, Weights};
use crate::des::time::{Span, Time};
use crate::error::{Error, ErrorCode, Result};

/// Pools, steps and sources. Steps, pools and places are named by their position in their list.
#[derive(Debug, Clone, Default)]
pub struct Blueprint {
    /// The pools.
    pub pools: Vec<PoolPlan>,
    /// Places where work shares speed: at each, how many work at full speed at most. With more, all slow down alike.
    pub sharings: Vec<u32>,
    /// How many places for batches there are.
    pub batches: u32,
    /// What cases do, one step after the other, unless a step sends them elsewhere. After the last step they leave.
    pub steps: Vec<Step>,
    /// Where cases come from.
    pub sources: Vec<Source>,
}

/// A pool and how its servers come and go.
#[derive(Debug, Clone, Default)]
pub struct PoolPlan {
    /// Its rules; the number of servers is that before the first shift.
    pub rules: PoolRules,
    /// Whether who lost its servers begins its work anew instead of going on with it.
    pub is_restarting: bool,
    /// When the number of servers changes, in ascending order.
    pub shifts: Vec<Shift>,
    /// After how long the shifts come again; they must all begin before.
    pub period: Option<Span>,
    /// What happens to servers at a change.
    pub handover: Handover,
}

/// From when on there are how many servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    /// From when on.
    pub at: Time,
    /// How many servers.
    pub servers: u32,
}

/// What happens where there are fewer servers than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Handover {
    /// Who finishes first goes first; nobody is interrupted.
    #[default]
    AsTheyFinish,
    /// Work is interrupted. Needs `PoolRules::displace`.
    AtOnce,
    /// Each shift is a crew of its own; who is busy at its end finishes, beyond the shift.
    NewCrew,
}

/// What a case does.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Step {
    /// Waits for as many servers of a pool as its source says. Where the queue is full, it goes on at `otherwise`, or
    /// leaves.
    Seize {
        /// The pool.
        pool: usize,
        /// Where to go on when refused.
        otherwise: Option<usize>,
    },
    /// Gives the servers of a pool back.
    Release {
        /// The pool.
        pool: usize,
    },
    /// Takes time.
    Work(Duration),
    /// Takes time that gets longer the more others work at the same place: processor sharing.
    Share {
        /// The place.
        sharing: usize,
        /// How long it takes alone.
        duration: Duration,
    },
    /// From now on patience runs; an earlier patience is forgotten. When it ends, the case drops everything and goes
    /// on at `otherwise`, or leaves.
    Patience {
        /// How long.
        duration: Duration,
        /// Where to go on.
        otherwise: Option<usize>,
    },
    /// Patience runs no more.
    Calm,
    /// Does not join where `at_least` or more wait: goes on at `otherwise`, or leaves.
    Balk {
        /// The pool.
        pool: usize,
        /// How many wait.
        at_least: usize,
        /// With which probability it balks then.
        probability: f64,
        /// Where to go on.
        otherwise: Option<usize>,
    },
    /// Waits until `size` cases are together, or `window` has passed since the first of them came; then they go on as
    /// one, with what the first of them is.
    Batch {
        /// The place.
        place: usize,
        /// How many; at least 1.
        size: usize,
        /// How long at most.
        window: Option<Span>,
    },
    /// The cases of a batch go on by themselves.
    Separate,
    /// Goes on at several steps at once.
    Split(Vec<usize>),
    /// Waits for all others of the split. What they hold is released as they come together.
    JoinAll,
    /// The first of a split goes on, the others end here.
    JoinFirst,
    /// Goes on at one of several steps, by weight.
    Choose(Weights, Vec<usize>),
    /// Goes on at the step whose pool has the fewest busy servers and waiting cases; the first of equals.
    Shortest(Vec<(usize, usize)>),
    /// Goes on where something happens first, when it happens; the first of equals.
    Race(Vec<(Duration, usize)>),
    /// Goes on at another step.
    GoTo(usize),
    /// Says that it passed here.
    Mark(u32),
    /// Leaves, finished.
    Leave,
}

/// How long something takes.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Duration {
    /// Always the same.
    Fixed(Span),
    /// Drawn, where 1.0 stands for a millisecond; from a stream of the case, the step and how often the case drew.
    Drawn(Distribution),
    /// For each case its own; the last one for cases beyond.
    ByCase(Vec<Span>),
    /// One after the other, whoever comes; the last one for ever after.
    InOrder(Vec<Span>),
}

/// Where cases come from.
#[derive(Debug, Clone)]
pub struct Source {
    /// When they come.
    pub arrivals: Arrivals,
    /// How many at most.
    pub most: u64,
    /// The first step.
    pub entry: usize,
    /// The lower, the more urgent.
    pub priority: i32,
    /// How many servers a case seizes at once.
    pub units: u32,
}

impl Blueprint {
    /// Whether every name of a pool, step or place exists, and shifts are in order.
    pub(super) fn check(&self) -> Result<()> {
        let wrong = |what: &str| Error::new(ErrorCode::InvalidData, format!("the network is wrong: {what}"));
        for plan in &self.pools {
            if !plan.shifts.is_sorted_by(|first, second| first.at < second.at) {
                return Err(wrong("shifts are not in ascending order"));
            }
            let last = plan.shifts.last().map_or(0, |shift| shift.at.micros());
            if plan.period.is_some_and(|period| period.micros() <= last) {
                return Err(wrong("shifts do not fit into their period"));
            }
            if plan.handover == Handover::AtOnce && plan.rules.displace.is_none() {
                return Err(wrong("servers leave at once, but nobody may lose a server"));
            }
        }
        let steps_ok = self.steps.iter().all(|step| self.names_exist(step));
        let sources_ok = self.sources.iter().all(|source| source.entry <= self.steps.len());
        if steps_ok && sources_ok { Ok(()) } else { Err(wrong("a step names what is not there")) }
    }

    fn names_exist(&self, step: &Step) -> bool {
        let to = |target: &usize| *target <= self.steps.len();
        let or = |target: &Option<usize>| target.is_none_or(|target| target <= self.steps.len());
        let known = |pool: &usize| *pool < self.pools.len();
        match step {
            Step::Seize { pool, otherwise } => known(pool) && or(otherwise),
            Step::Release { pool } => known(pool),
            Step::Share { sharing, .. } => self.sharings.get(*sharing).is_some_and(|most| *most > 0),
            Step::Patience { otherwise, .. } => or(otherwise),
            Step::Balk { pool, otherwise, .. } => known(pool) && or(otherwise),
            Step::Batch { place, size, .. } => *place < self.batches as usize && *size > 0,
            Step::Split(ways) => !ways.is_empty() && ways.iter().all(to),
            Step::Choose(weights, ways) => weights.shares().count() == ways.len() && ways.iter().all(to),
            Step::Shortest(ways) => !ways.is_empty() && ways.iter().all(|(pool, way)| known(pool) && to(way)),
            Step::Race(ways) => !ways.is_empty() && ways.iter().all(|(_, way)| to(way)),
            Step::GoTo(target) => to(target),
            Step::Work(_)
            | Step::Calm
            | Step::Separate
            | Step::JoinAll
            | Step::JoinFirst
            | Step::Mark(_)
            | Step::Leave => true,
        }
    }
}
