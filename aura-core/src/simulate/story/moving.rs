//! How cases moved: the events of a case as the ways of its tokens.
//!
//! A trace says where a case came to, and not which of its tokens came. It is taken to be one that stands where a flow of
//! the plan, or the way on after a failure, leads to the node: the one whose work ends just then, else the newest whose
//! work is not known to go on. Where none stands any more, the case took several ways at once from there, and one more
//! token begins.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::record::{EventKind, TraceEvent};
use super::uses::Use;
use crate::des::Time;
use crate::domain::plan::{GatewayRule, NodeKind, Outcome, Plan};
use crate::domain::step::FailureEffect;
use crate::domain::story::{MovingCase, Phase, StoryBarKind, TokenWay, Visit};

/// Cases of a replication that has these events and this work; `first` is the number of its first case.
pub(super) fn all(
    plan: &Plan,
    (events, uses): (&[TraceEvent], &[Use]),
    first: u64,
    range: Range<u64>,
) -> Vec<MovingCase> {
    let ways = ways(plan);
    let mut cases: BTreeMap<u64, Moving<'_>> = BTreeMap::new();
    for event in events.iter().filter(|event| range.contains(&event.case)) {
        let moving = cases.entry(event.case).or_insert_with(|| Moving {
            plan,
            ways: &ways,
            work: uses.iter().filter(|work| work.case == event.case).collect(),
            tokens: Vec::new(),
            end: None,
        });
        moving.take(event);
    }
    cases.into_iter().map(|(case, moving)| moving.told(first + case)).collect()
}

/// From where a node is reached: pairs of positions.
fn ways(plan: &Plan) -> BTreeSet<(u32, u32)> {
    let places: BTreeMap<_, u32> = (0..).zip(&plan.nodes).map(|(place, node)| (&node.id, place)).collect();
    let flows = plan.flows.iter().map(|flow| (&flow.from, &flow.to));
    let failures = plan.nodes.iter().flat_map(|node| {
        let modes = match &node.kind {
            NodeKind::Step(step) => step.failure_modes.as_slice(),
            _ => &[],
        };
        modes.iter().filter_map(move |mode| match &mode.then {
            FailureEffect::GoTo(go) => Some((&node.id, &go.node)),
            _ => None,
        })
    });
    let place = |(from, to)| Some((*places.get(from)?, *places.get(to)?));
    flows.chain(failures).filter_map(place).collect()
}

/// A token, and where it stands as long as it does.
struct Token {
    way: TokenWay,
    at: Option<u32>,
}

/// One case while its events are read.
struct Moving<'m> {
    plan: &'m Plan,
    ways: &'m BTreeSet<(u32, u32)>,
    work: Vec<&'m Use>,
    tokens: Vec<Token>,
    end: Option<(u64, Outcome)>,
}

impl Moving<'_> {
    fn take(&mut self, event: &TraceEvent) {
        let at = ms(event.time);
        match event.kind {
            EventKind::Entered => self.entered(event.node, event.time),
            EventKind::Began => self.phase(event.node, StoryBarKind::Working, at),
            EventKind::Failed | EventKind::Interrupted => {
                self.phase(event.node, StoryBarKind::Waiting, at);
            }
            EventKind::Left => self.phase(event.node, StoryBarKind::Away, at),
            EventKind::Undoing => self.goes_back(event.node, at),
            EventKind::Ended => {
                let outcome = Outcome::ALL.get(event.detail as usize).copied();
                self.end = Some((at, outcome.unwrap_or(Outcome::Failed)));
            }
            _ => {}
        }
    }

    fn entered(&mut self, node: u32, time: Time) {
        let at = ms(time);
        let come = self.tokens.iter().enumerate().filter_map(|(number, token)| {
            let from = token.at.filter(|from| self.ways.contains(&(*from, node)))?;
            Some((number, self.readiness(from, time), token.way.visits.last()?.at_ms))
        });
        let likeliest = come.max_by_key(|(_, readiness, since)| (*readiness, *since));
        let number = match likeliest.map(|(number, ..)| number) {
            Some(number) => number,
            None => self.begin(node),
        };
        let from = self.tokens.get(number).and_then(|token| token.at);
        // The others that met it there are one with it now.
        for (other, token) in self.tokens.iter_mut().enumerate() {
            if other != number && from.is_some() && token.at == from && joins(self.plan, from) {
                token.at = None;
                token.way.joined_ms = Some(at);
            }
        }
        let visit = self.visit(node, at);
        if let (Some(token), Some(visit)) = (self.tokens.get_mut(number), visit) {
            token.at = Some(node);
            token.way.visits.push(visit);
        }
    }

    /// How ready a token is to leave a node: work ends just now (2), none is known (1), it goes on (0).
    fn readiness(&self, node: u32, time: Time) -> u8 {
        let mut here = self.work.iter().filter(|work| work.node == node && work.from <= time);
        match here.next_back() {
            Some(work) if work.to == time => 2,
            Some(work) if work.to > time => 0,
            _ => 1,
        }
    }

    /// One more token, from the newest place from which a way leads to the node.
    fn begin(&mut self, node: u32) -> usize {
        let visits = self.tokens.iter().flat_map(|token| &token.way.visits);
        let place = |visit: &Visit| self.plan.nodes.iter().position(|node| node.id == visit.node);
        let before = visits
            .filter(|visit| place(visit).is_some_and(|from| self.ways.contains(&(from as u32, node))))
            .max_by_key(|visit| visit.at_ms)
            .map(|visit| Visit { phases: Vec::new(), ..visit.clone() });
        let way = TokenWay { visits: before.into_iter().collect(), joined_ms: None };
        self.tokens.push(Token { way, at: None });
        self.tokens.len() - 1
    }

    fn visit(&self, node: u32, at_ms: u64) -> Option<Visit> {
        let node = self.plan.nodes.get(node as usize)?;
        let waits = matches!(node.kind, NodeKind::Step(_) | NodeKind::Timer(_) | NodeKind::Message(_));
        let phases = waits.then_some(Phase { kind: StoryBarKind::Waiting, from_ms: at_ms });
        Some(Visit { node: node.id.clone(), at_ms, phases: phases.into_iter().collect() })
    }

    /// A step that lies behind is taken back: a token returns to it.
    fn goes_back(&mut self, node: u32, at: u64) {
        let visit = self.visit(node, at);
        let is_newest = |token: &&mut Token| token.way.joined_ms.is_none();
        if let (Some(token), Some(visit)) = (self.tokens.iter_mut().rfind(is_newest), visit) {
            token.at = Some(node);
            token.way.visits.push(visit);
        }
        self.phase(node, StoryBarKind::Undoing, at);
    }

    /// Something else is done from now on by the token that stands at a node.
    fn phase(&mut self, node: u32, kind: StoryBarKind, from_ms: u64) {
        let standing = self.tokens.iter_mut().rev().find(|token| token.at == Some(node));
        if let Some(visit) = standing.and_then(|token| token.way.visits.last_mut()) {
            visit.phases.retain(|phase| phase.from_ms < from_ms);
            if visit.phases.last().is_none_or(|last| last.kind != kind) {
                visit.phases.push(Phase { kind, from_ms });
            }
        }
    }

    fn told(self, case: u64) -> MovingCase {
        MovingCase {
            case,
            ended_ms: self.end.map(|(at, _)| at),
            outcome: self.end.map(|(_, outcome)| outcome),
            tokens: self.tokens.into_iter().map(|token| token.way).collect(),
        }
    }
}

/// Whether tokens become one at a node.
fn joins(plan: &Plan, node: Option<u32>) -> bool {
    let kind = node.and_then(|node| plan.nodes.get(node as usize)).map(|node| &node.kind);
    let rule = kind.and_then(|kind| match kind {
        NodeKind::Gateway(gateway) => Some(gateway.rule),
        _ => None,
    });
    matches!(rule, Some(GatewayRule::Parallel | GatewayRule::Inclusive))
}

fn ms(time: Time) -> u64 {
    time.since(Time::ZERO).micros() / 1_000
}
