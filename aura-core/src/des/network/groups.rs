//! Cases that come together and part: batches, splits and joins.

use super::engine::{Event, Network};
use super::token::{Rest, Token};
use crate::des::queue::Rank;
use crate::des::slab::Handle;
use crate::des::time::Span;

/// A split, until its copies came together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    expected: u32,
    came: u32,
    parked: Option<Handle>,
    parent: Option<Handle>,
}

/// A batch that forms.
#[derive(Debug, Clone, Default)]
pub(super) struct Forming {
    members: Vec<Handle>,
    /// Counts the batches, so that a window of an earlier one is recognised as stale.
    number: u32,
}

impl Network {
    pub(super) fn join_batch(&mut self, token: Handle, place: usize, size: usize, window: Option<Span>) {
        self.rest(token, Rest::Parked);
        let Some(forming) = self.forming.get_mut(place) else { return };
        forming.members.push(token);
        if forming.members.len() >= size {
            self.form_batch(place);
        } else if let (1, Some(window)) = (forming.members.len(), window) {
            let due = Event::BatchDue(place as u32, forming.number);
            self.events.schedule(self.now.after(window), Rank::TIMER, due);
        }
    }

    pub(super) fn batch_due(&mut self, place: usize, number: u32) {
        if self.forming.get(place).is_some_and(|forming| forming.number == number) {
            self.form_batch(place);
        }
    }

    fn form_batch(&mut self, place: usize) {
        let Some(forming) = self.forming.get_mut(place) else { return };
        forming.number = forming.number.wrapping_add(1);
        let members = std::mem::take(&mut forming.members);
        let first = members.first().and_then(|first| self.tokens.get(*first)).copied();
        let Some(first) = first else { return };
        let batch = self.batches.insert(members);
        let token = Token::new(first.case, first.source, first.at + 1, first.priority, first.units);
        let token = self.tokens.insert(Token { batch: Some(batch), draws: first.draws, ..token });
        self.ready.push_back(token);
    }

    /// The members of a batch go on at `at`; a token that is no batch does so itself.
    pub(super) fn separate(&mut self, token: Handle, at: usize) {
        let members = self.tokens.get_mut(token).and_then(|state| state.batch.take());
        let Some(members) = members.and_then(|batch| self.batches.remove(batch)) else {
            if let Some(state) = self.tokens.get_mut(token) {
                state.at = at;
            }
            self.ready.push_front(token);
            return;
        };
        self.let_go(token);
        self.tokens.remove(token);
        for member in members {
            if let Some(state) = self.tokens.get_mut(member) {
                state.at = at;
                state.rest = Rest::Moving;
                self.ready.push_back(member);
            }
        }
    }

    /// Ends a member of a batch that still forms.
    pub(super) fn leave_batch(&mut self, token: Handle) {
        for forming in &mut self.forming {
            forming.members.retain(|member| *member != token);
            if forming.members.is_empty() {
                forming.number = forming.number.wrapping_add(1);
            }
        }
    }

    pub(super) fn split(&mut self, token: Handle, ways: &[usize]) {
        let Some(original) = self.tokens.get(token).copied() else { return };
        let parent = original.group;
        let expected = ways.len() as u32;
        let group = self.groups.insert(Group { expected, came: 0, parked: None, parent });
        for (number, way) in ways.iter().enumerate() {
            if number == 0 {
                if let Some(state) = self.tokens.get_mut(token) {
                    state.group = Some(group);
                    state.at = *way;
                }
                self.ready.push_back(token);
                continue;
            }
            let copy = Token::new(original.case, original.source, *way, original.priority, original.units);
            let copy = self.tokens.insert(Token { group: Some(group), draws: original.draws, ..copy });
            self.ready.push_back(copy);
        }
    }

    /// A copy comes to a join; `true` where it goes on.
    pub(super) fn join(&mut self, token: Handle, waits_for_all: bool) -> bool {
        let Some(handle) = self.tokens.get(token).and_then(|state| state.group) else { return true };
        let Some(group) = self.groups.get_mut(handle) else { return true };
        group.came += 1;
        let is_last = group.came >= group.expected;
        let goes_on = if waits_for_all { is_last } else { group.came == 1 };
        let (parent, before) = (group.parent, group.parked.take());
        if waits_for_all && !is_last {
            group.parked = Some(token);
        }
        if is_last {
            self.groups.remove(handle);
        }
        if let Some(before) = before {
            self.remove_copy(before);
        }
        if goes_on {
            if let Some(state) = self.tokens.get_mut(token) {
                state.group = parent;
            }
        } else if waits_for_all {
            self.rest(token, Rest::Parked);
        } else {
            self.remove_copy(token);
        }
        goes_on
    }

    /// A copy leaves for good; gives whether the case has left with it.
    pub(super) fn leave_group(&mut self, handle: Handle) -> bool {
        let Some(group) = self.groups.get_mut(handle) else { return true };
        group.expected = group.expected.saturating_sub(1);
        let (expected, came, parked, parent) = (group.expected, group.came, group.parked, group.parent);
        if came < expected {
            return false;
        }
        self.groups.remove(handle);
        if let Some(parked) = parked {
            if let Some(state) = self.tokens.get_mut(parked) {
                state.group = parent;
                state.at += 1;
                state.rest = Rest::Moving;
            }
            self.ready.push_back(parked);
            return false;
        }
        // Where one of them went on alone, the case is still here with it.
        came == 0 && parent.is_none_or(|parent| self.leave_group(parent))
    }

    fn remove_copy(&mut self, token: Handle) {
        self.let_go(token);
        self.tokens.remove(token);
    }
}
