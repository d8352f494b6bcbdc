//! What goes wrong with data, clicks and messages beside what the plan says: stated by a script, or drawn with the
//! shares of the scenario. Draws have purposes of their own, so a share moves no other draw.

#![expect(clippy::indexing_slicing, reason = "numbers of nodes are made by the compiler")]

use crate::des::{Handle, Rank, Time};
use crate::domain::plan::Outcome;
use crate::domain::run::MishapKind;
use crate::domain::scenario::{Mishaps, Scenario};
use crate::error::{ErrorCode, Result};
use crate::random::{Stream, Visit};

use super::compile::invalid_scenario;
use super::program::Ways;
use super::record::EventKind;
use super::world::{Event, Rest, World};

/// Purposes of draws.
const BAD_DATA: u8 = 207;
const OTHER_WAY: u8 = 208;
const MESSAGE: u8 = 209;
const TWICE: u8 = 210;
const ANSWER: u8 = 211;
/// The flow by which a token came that waits for a message that is lost: no join waits for it.
pub(super) const LOST: u32 = u32::MAX;

/// The shares of a scenario.
pub(super) fn compile(scenario: &Scenario) -> Result<Mishaps> {
    let it = scenario.mishaps;
    let shares = [it.bad_data, it.submitted_twice, it.answer_lost, it.message_lost];
    if shares.iter().all(|share| (0.0..=1.0).contains(share)) {
        return Ok(it);
    }
    Err(invalid_scenario("a share of `mishaps` is not a number from 0 to 1"))
}

/// What may befall the calls of a step, drawn call by call.
pub(super) struct CallMishaps {
    answer: Option<Stream>,
    twice: Option<Stream>,
    shares: Mishaps,
}

impl CallMishaps {
    /// `is_submitted`: whether a person submits what may not come twice.
    pub(super) fn new(shares: Mishaps, is_submitted: bool, draws: &Visit<'_>) -> Self {
        let answer = (shares.answer_lost > 0.0).then(|| draws.stream(ANSWER));
        let twice = (shares.submitted_twice > 0.0 && is_submitted).then(|| draws.stream(TWICE));
        CallMishaps { answer, twice, shares }
    }

    /// Whether the answer of the next call is lost.
    pub(super) fn loses_answer(&mut self) -> bool {
        self.answer.as_mut().is_some_and(|stream| stream.next_unit() < self.shares.answer_lost)
    }

    /// Whether the next call is made twice.
    pub(super) fn comes_twice(&mut self) -> bool {
        self.twice.as_mut().is_some_and(|stream| stream.next_unit() < self.shares.submitted_twice)
    }
}

impl World<'_> {
    /// Counts a mishap, and records it.
    pub(super) fn mishap(&mut self, case: u32, node: u32, kind: MishapKind) {
        self.tally.nodes[node as usize].mishaps[kind as usize] += 1;
        self.record(EventKind::Mishap, case, node, kind as u64);
    }

    /// Counts a mishap at the node where a token is.
    pub(super) fn mishap_at(&mut self, token: Handle, kind: MishapKind) {
        if let Some(state) = self.tokens.get(token).copied() {
            self.mishap(state.case, state.node, kind);
        }
    }

    /// The way that a case takes at a choice: the right one, or another one where the data is wrong by which it is made.
    pub(super) fn misread(&mut self, token: Handle, ways: &Ways, right: Option<u32>) -> Option<u32> {
        let Some(state) = self.tokens.get(token).copied().filter(|_| ways.reads_data) else { return right };
        let truly = right.or_else(|| ways.default.and_then(|place| ways.flows.get(place).copied()));
        if let Some(script) = &mut self.script {
            let wrong = script.way((state.node, state.execution), truly);
            return wrong.filter(|flow| self.allows(state.case, *flow)).or(right);
        }
        let share = self.program.mishaps.bad_data;
        if share <= 0.0 || self.visit(token).unit(BAD_DATA) >= share {
            return right;
        }
        let others: Vec<u32> = ways
            .flows
            .iter()
            .copied()
            .filter(|flow| Some(*flow) != truly && self.allows(state.case, *flow))
            .collect();
        let place = (self.visit(token).unit(OTHER_WAY) * others.len() as f64) as usize;
        let Some(&wrong) = others.get(place) else { return right };
        self.mishap(state.case, state.node, MishapKind::BadData);
        Some(wrong)
    }

    /// Whether the message is lost for which a token begins to wait, at the node `at` in its execution there.
    pub(super) fn loses_message(&mut self, token: Handle, at: u32, execution: u32) -> bool {
        let program = self.program;
        if !program.nodes[at as usize].is_message {
            return false;
        }
        if let Some(script) = &mut self.script {
            return script.is_lost(at, execution);
        }
        let share = program.mishaps.message_lost;
        let Some(state) = self.tokens.get(token).copied().filter(|_| share > 0.0) else { return false };
        let number = self.cases[state.case as usize].number;
        let draws = program.streams.visit(number, program.nodes[at as usize].address, execution);
        if draws.unit(MESSAGE) >= share {
            return false;
        }
        self.mishap(state.case, at, MishapKind::MessageLost);
        true
    }

    /// What a token waits for never comes.
    pub(super) fn wait_for_ever(&mut self, token: Handle) {
        self.rest_until(token, Rest::Parked(LOST), Time::NEVER, Rank::TIMER, Event::Wake);
        let Some(case) = self.tokens.get(token).map(|state| state.case) else { return };
        self.cases[case as usize].parked += 1;
    }

    /// The node at which a case waits for a message that is lost.
    pub(super) fn waits_in_vain(&self, case: u32) -> Option<u32> {
        let states = self.cases[case as usize].tokens.iter().filter_map(|token| self.tokens.get(*token));
        states.filter(|state| matches!(state.rest, Rest::Parked(LOST))).map(|state| state.node).next()
    }

    /// Nothing of a case is under way but the wait for a message that is lost: it has failed. Where a script says what goes
    /// wrong, the run is over.
    pub(super) fn give_up_waiting(&mut self, case: u32, node: u32) {
        if let Some(script) = &mut self.script {
            script.waits_for_ever = true;
            self.stop_with(
                ErrorCode::LimitVirtualTime,
                "the case waits for a message that never comes".to_owned(),
            );
            return;
        }
        let title = self.title(node);
        self.warn(format!(
            "some cases waited at `{title}` for a message that never came, and were counted as failed"
        ));
        self.end_case(case, node, Outcome::Failed);
    }
}
