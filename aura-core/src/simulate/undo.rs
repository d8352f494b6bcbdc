//! Compensation: where a case fails, what was done is taken back, the last step first, before the case ends.

#![expect(
    clippy::indexing_slicing,
    reason = "numbers of nodes and cases are made by the compiler and by the world"
)]

use crate::des::{Handle, Rank, Span};
use crate::domain::plan::Outcome;

use super::program::NodeKind;
use super::record::EventKind;
use super::world::{Event, Rest, World};

/// Purposes of draws at a step that is taken back.
const WORK: u8 = 205;
const COST: u8 = 206;

impl World<'_> {
    /// Whether a case that fails has something to take back first; its end waits for that.
    pub(super) fn begins_undoing(&mut self, case: u32, node: u32, outcome: Outcome) -> bool {
        let state = &mut self.cases[case as usize];
        if state.undoable.is_empty() {
            return false;
        }
        // The first failure says how the case ends.
        state.ending.get_or_insert((node, outcome));
        self.drop_tokens(case);
        self.cases[case as usize].parked = 0;
        self.undo_next(case);
        true
    }

    /// Takes the last step back that is not taken back yet, or ends the case.
    fn undo_next(&mut self, case: u32) {
        let state = &mut self.cases[case as usize];
        let Some(node) = state.undoable.pop() else {
            if let Some((node, outcome)) = state.ending.take() {
                self.end_case(case, node, outcome);
            }
            return;
        };
        let token = self.add_token(case, node);
        if let Some(state) = self.tokens.get_mut(token) {
            // Which of several executions is taken back addresses the draws.
            let left = self.cases[case as usize].undoable.iter().filter(|other| **other == node).count();
            state.execution = left as u32;
        }
        let NodeKind::Step(step) = self.kind(node) else { return };
        let work = step.undo.as_ref().and_then(|(work, _)| work.as_ref());
        let span = work.map_or(Span::ZERO, |work| work.sample_ms(&mut self.draws(token, WORK)));
        self.record(EventKind::Undoing, case, node, span.micros());
        self.rest_until(token, Rest::Undoing(span), self.now.after(span), Rank::RELEASE, Event::Wake);
    }

    /// A step is taken back.
    pub(super) fn undone(&mut self, token: Handle, span: Span) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let NodeKind::Step(step) = self.kind(state.node) else { return };
        self.book_work(state.case, state.node, span, None);
        if let Some((_, Some(cost))) = &step.undo {
            let cost = cost.sample(&mut self.draws(token, COST));
            self.spend(state.case, state.node, cost);
        }
        self.tally.nodes[state.node as usize].undone += 1;
        self.drop_tokens(state.case);
        self.undo_next(state.case);
    }
}
