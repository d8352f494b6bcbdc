//! What is counted while a replication runs, and how counts of replications are added up.
//!
//! All sums of time are whole microseconds, so adding them up in any grouping gives the same. Money is added
//! in the order of events within a replication and in the order of replications after that.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::des::Span;
use crate::domain::plan::Outcome;
use crate::domain::run::MishapKind;

use super::program::Program;

/// Ways through a plan that are told apart in one replication; rarer ones are not counted beyond this.
const MOST_WAYS: usize = 20_000;

/// How one case went.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CaseRecord {
    /// The number of the case in the whole run, from 0.
    pub case: u64,
    /// When it arrived, in microseconds of its replication.
    pub arrived_us: u64,
    /// From arrival to end, in microseconds.
    pub cycle_us: u64,
    /// Time spent waiting, in microseconds, added up over parallel branches.
    pub waiting_us: u64,
    /// Work put in, in microseconds, added up over parallel branches.
    pub working_us: u64,
    /// Money spent, in major units.
    pub cost: f64,
    /// The number of the persona in the scenario.
    pub persona: u32,
    /// How it ended.
    pub outcome: Outcome,
    /// Whether a failure mode struck.
    pub had_failure: bool,
    pub(super) way: u32,
}

/// All that one replication leaves behind.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Tally {
    /// In the order in which cases ended.
    pub cases: Vec<CaseRecord>,
    /// For each ended case its visits to each watched node.
    pub watched: Vec<u32>,
    pub nodes: Vec<NodeTally>,
    pub flows: Vec<u64>,
    pub pools: Vec<PoolTally>,
    pub services: Vec<ServiceTally>,
    pub ways: Ways,
}

#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(super) struct NodeTally {
    pub visits: u64,
    pub cases: u64,
    pub begun: u64,
    pub waits: Waits,
    pub working_us: u128,
    pub cost: f64,
    pub modes: Vec<(u64, u64)>,
    pub lost: u64,
    pub undone: u64,
    /// By the number of their kind.
    pub mishaps: [u64; MishapKind::ALL.len()],
}

/// Sum, count and approximate quantiles of waits. A quantile is at most 1.6 % off: each power of two is
/// divided into 32 parts and the middle of the part is reported.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(super) struct Waits {
    pub count: u64,
    pub sum_us: u128,
    pub none: u64,
    /// How many waits fell into each part, as far as the longest one.
    pub parts: Vec<u32>,
}

#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(super) struct PoolTally {
    pub worked_us: u128,
    pub open_us: u128,
    pub waits: Waits,
    pub longest_queue: u64,
    /// Who left at the sight of the queue, and who left it later.
    pub balked: u64,
    pub lost_patience: u64,
    pub breakdowns: u64,
    /// Time on duty of all servers before the figures began.
    pub duty_before_us: u128,
}

#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(super) struct ServiceTally {
    pub calls: u64,
    pub failed: u64,
    pub latency_us: u128,
    /// How often which status was answered, where calls were really made.
    pub answers: BTreeMap<u16, u64>,
    /// What was wrong with requests.
    pub refusals: BTreeMap<String, u64>,
}

/// Different refusals that are told apart for one service.
const MOST_REFUSALS: usize = 100;

impl ServiceTally {
    pub(super) fn refuse(&mut self, text: String) {
        if self.refusals.len() < MOST_REFUSALS || self.refusals.contains_key(&text) {
            *self.refusals.entry(text).or_insert(0) += 1;
        }
    }

    pub(super) fn add(&mut self, other: &ServiceTally) {
        self.calls += other.calls;
        self.failed += other.failed;
        self.latency_us += other.latency_us;
        for (status, times) in &other.answers {
            *self.answers.entry(*status).or_insert(0) += times;
        }
        for (text, times) in &other.refusals {
            *self.refusals.entry(text.clone()).or_insert(0) += times;
        }
    }
}

/// Ways through the plan as a tree: each way is a number, and one more step leads to another number.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(super) struct Ways {
    /// Parent and last node of each way; way 0 is the empty one.
    parents: Vec<(u32, u32)>,
    children: Vec<Vec<(u32, u32)>>,
}

/// The way of cases that are no longer told apart.
pub(super) const LOST_WAY: u32 = u32::MAX;

impl Tally {
    pub(super) fn new(program: &Program) -> Self {
        Tally {
            cases: Vec::new(),
            watched: Vec::new(),
            nodes: vec![NodeTally::default(); program.nodes.len()],
            flows: vec![0; program.flows.len()],
            pools: vec![PoolTally::default(); program.pools.len()],
            services: vec![ServiceTally::default(); program.services.len()],
            ways: Ways { parents: vec![(0, 0)], children: vec![Vec::new()] },
        }
    }
}

impl Tally {
    /// About how many bytes are held, which grow with the cases.
    pub(super) fn held_bytes(&self) -> usize {
        self.cases.len() * size_of::<CaseRecord>() + 4 * self.watched.len() + 48 * self.ways.parents.len()
    }
}

impl NodeTally {
    pub(super) fn add(&mut self, other: &NodeTally) {
        self.visits += other.visits;
        self.cases += other.cases;
        self.begun += other.begun;
        self.waits.add(&other.waits);
        self.working_us += other.working_us;
        self.cost += other.cost;
        self.lost += other.lost;
        self.undone += other.undone;
        self.mishaps.iter_mut().zip(other.mishaps).for_each(|(mine, times)| *mine += times);
        if self.modes.len() < other.modes.len() {
            self.modes.resize(other.modes.len(), (0, 0));
        }
        for (mine, (times, ended)) in self.modes.iter_mut().zip(&other.modes) {
            mine.0 += times;
            mine.1 += ended;
        }
    }

    /// Counts a strike of a failure mode, and whether it ended the case.
    pub(super) fn count_mode(&mut self, number: usize, ended: bool) {
        if self.modes.len() <= number {
            self.modes.resize(number + 1, (0, 0));
        }
        if let Some(mode) = self.modes.get_mut(number) {
            mode.0 += 1;
            mode.1 += u64::from(ended);
        }
    }
}

impl Waits {
    #[inline]
    pub(super) fn push(&mut self, wait: Span) {
        self.count += 1;
        let micros = wait.micros();
        if micros == 0 {
            self.none += 1;
            return;
        }
        self.sum_us += u128::from(micros);
        let part = usize::from(part_of(micros));
        if self.parts.len() <= part {
            self.parts.resize(part + 1, 0);
        }
        if let Some(count) = self.parts.get_mut(part) {
            *count = count.saturating_add(1);
        }
    }

    pub(super) fn add(&mut self, other: &Waits) {
        self.count += other.count;
        self.sum_us += other.sum_us;
        self.none += other.none;
        if self.parts.len() < other.parts.len() {
            self.parts.resize(other.parts.len(), 0);
        }
        for (count, more) in self.parts.iter_mut().zip(&other.parts) {
            *count = count.saturating_add(*more);
        }
    }

    /// The wait that a share of all waits does not exceed, in microseconds.
    pub(super) fn quantile_us(&self, share: f64) -> f64 {
        let wanted = (share * self.count as f64).ceil() as u64;
        let mut seen = self.none;
        if wanted <= seen {
            return 0.0;
        }
        for (count, part) in self.parts.iter().zip(0..) {
            seen += u64::from(*count);
            if wanted <= seen {
                return middle_of(part);
            }
        }
        0.0
    }

    pub(super) fn mean_us(&self) -> f64 {
        if self.count == 0 { 0.0 } else { self.sum_us as f64 / self.count as f64 }
    }
}

/// Numbers up to 63 are parts of their own; above that, the power of two and the five bits below it.
fn part_of(micros: u64) -> u16 {
    let power = 63 - (micros | 1).leading_zeros();
    if power < 6 {
        return micros as u16;
    }
    let below = (micros >> (power - 5)) & 31;
    (64 + (power - 6) * 32) as u16 + below as u16
}

fn middle_of(part: u16) -> f64 {
    if part < 64 {
        return f64::from(part);
    }
    let (power, below) = ((part - 64) / 32 + 6, (part - 64) % 32);
    let width = (1_u64 << (power - 5)) as f64;
    (32.0 + f64::from(below) + 0.5) * width
}

impl Ways {
    /// The way that is `way` and then `node`.
    #[inline]
    pub(super) fn then(&mut self, way: u32, node: u32) -> u32 {
        let Some(children) = self.children.get_mut(way as usize) else {
            return LOST_WAY;
        };
        if let Some((_, child)) = children.iter().find(|(next, _)| *next == node) {
            return *child;
        }
        if self.parents.len() >= MOST_WAYS {
            return LOST_WAY;
        }
        let child = self.parents.len() as u32;
        children.push((node, child));
        self.parents.push((way, node));
        self.children.push(Vec::new());
        child
    }

    /// Parent and last node of each way.
    pub(super) fn parents(&self) -> &[(u32, u32)] {
        &self.parents
    }

    /// Ways to read from; they grow no further.
    pub(super) fn from_parents(parents: Vec<(u32, u32)>) -> Self {
        Ways { parents, children: Vec::new() }
    }

    /// The nodes of a way, in order.
    pub(super) fn nodes(&self, mut way: u32) -> Vec<u32> {
        let mut nodes = Vec::new();
        // A parent has a lower number than its child, so this ends; ways of damaged parts end here too.
        while way != 0 {
            let Some(&(parent, node)) = self.parents.get(way as usize).filter(|(parent, _)| *parent < way)
            else {
                break;
            };
            nodes.push(node);
            way = parent;
        }
        nodes.reverse();
        nodes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_waits_are_near() {
        let mut waits = Waits::default();
        for micros in 0..100_000_u64 {
            waits.push(Span::from_micros(micros * micros));
        }
        for share in [0.1, 0.5, 0.9, 0.95, 0.999] {
            let exact = (share * 100_000.0 - 1.0) * (share * 100_000.0 - 1.0);
            let found = waits.quantile_us(share);
            assert!((found / exact - 1.0).abs() <= 0.016, "{share}: {found}, exact {exact}");
        }
        assert_eq!(waits.quantile_us(0.0), 0.0);
    }

    #[test]
    fn parts_are_in_order_and_hold_their_middle() {
        let mut last = 0;
        for power in 0..53 {
            for micros in [1_u64 << power, (1 << power) + (1 << power) / 3, (2 << power) - 1] {
                let part = part_of(micros);
                assert!(part >= last);
                last = part;
                assert_eq!(part_of(middle_of(part) as u64), part);
            }
        }
    }
}
