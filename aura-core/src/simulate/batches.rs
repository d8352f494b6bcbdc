//! Cases that are gathered at a step and done in one go.
//!
//! Whoever comes waits until so many are there, or until the first has waited long enough, or until nobody else can
//! come. The first of them asks for the resource, for all. One piece of work does all of them at once, or the same hands
//! do one after the other.

#![expect(
    clippy::indexing_slicing,
    reason = "numbers of cases and batches are made by the compiler and by the world"
)]

use serde::{Deserialize, Serialize};

use crate::des::{Handle, Rank, Span, Time};

use super::program::{BatchPlan, NodeKind, StepPlan};
use super::record::EventKind;
use super::world::{Event, Job, Rest, World};

/// Cases that gather at a step.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Gathering {
    pub members: Vec<Handle>,
    /// Counts the batches, so that the window of an earlier one is recognised as stale.
    pub number: u32,
}

/// A batch, known by the token that stands for it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Batch {
    /// Those behind the first one, in the order in which they came.
    pub others: Vec<Handle>,
    /// With how many it began.
    pub size: u32,
}

impl World<'_> {
    /// Waits for others to be done with.
    pub(super) fn gather(&mut self, token: Handle, batch: &BatchPlan) {
        self.rest_until(token, Rest::Gathering(batch.number), Time::NEVER, Rank::TIMER, Event::Wake);
        let gathering = &mut self.gatherings[batch.number as usize];
        gathering.members.push(token);
        let (count, number) = (gathering.members.len(), gathering.number);
        if batch.size.is_some_and(|size| count >= size as usize) {
            self.form(batch.number);
        } else if let (1, Some(window)) = (count, batch.window) {
            let due = Event::Gathered(batch.number, number);
            self.events.schedule(self.now.after(window), Rank::TIMER, due);
        }
    }

    /// The window of a batch is over.
    pub(super) fn gathered(&mut self, place: u32, number: u32) {
        if self.gatherings[place as usize].number == number {
            self.form(place);
            self.settle();
            self.settle_others();
        }
    }

    /// Begins a batch with those who are there.
    fn form(&mut self, place: u32) {
        let gathering = &mut self.gatherings[place as usize];
        gathering.number = gathering.number.wrapping_add(1);
        let mut members = std::mem::take(&mut gathering.members);
        if members.is_empty() {
            return;
        }
        for member in &members {
            if let Some(case) = self.end_wait(*member) {
                self.also.push(case);
            }
            if let Some(state) = self.tokens.get_mut(*member) {
                state.rest = Rest::Gathered;
            }
        }
        let (leader, size) = (members.remove(0), members.len() as u32 + 1);
        self.lead(leader, Batch { others: members, size });
    }

    /// Adds the wait that ends now to the case's.
    fn end_wait(&mut self, token: Handle) -> Option<u32> {
        let now = self.now;
        let state = self.tokens.get_mut(token)?;
        let waited = now.since(std::mem::replace(&mut state.since, now));
        let case = state.case;
        let data = &mut self.cases[case as usize];
        data.waiting = data.waiting.plus(waited);
        Some(case)
    }

    /// A token asks for the resource, for all of its batch.
    fn lead(&mut self, leader: Handle, batch: Batch) {
        let Some(node) = self.tokens.get(leader).map(|state| state.node) else { return };
        self.batches.insert(leader, batch);
        if let NodeKind::Step(step) = self.kind(node) {
            self.seek(leader, step);
        }
    }

    /// Another token stands for a batch whose first one is gone.
    pub(super) fn promote(&mut self, token: Handle) {
        if let Some(mut batch) = self.batches.remove(&token)
            && !batch.others.is_empty()
        {
            let leader = batch.others.remove(0);
            self.end_wait(leader);
            self.lead(leader, batch);
        }
    }

    /// The first of a batch begins: all others begin with it, where one piece of work does them all. Gives how long
    /// the work takes in this company.
    pub(super) fn begin_batch(&mut self, leader: Handle, step: &StepPlan, span: Span) -> (Span, Vec<Handle>) {
        let Some(rule) = &step.batch else { return (span, Vec::new()) };
        let Some(batch) = self.batches.get_mut(&leader) else { return (span, Vec::new()) };
        let pace = rule.pace.iter().rfind(|(from, _)| *from <= batch.size).map_or(1.0, |(_, pace)| *pace);
        let together = if rule.together { std::mem::take(&mut batch.others) } else { Vec::new() };
        if rule.together {
            self.batches.remove(&leader);
        }
        for member in &together {
            self.end_wait(*member);
        }
        (if pace == 1.0 { span } else { span.scaled(pace) }, together)
    }

    /// Begins the work on one of a batch that is done together: its end is that of all.
    pub(super) fn begin_along(&mut self, token: Handle, step: &StepPlan, span: Span, end: Time) {
        let (_, strike) = self.plan_work(token, step, None);
        let Some(state) = self.tokens.get(token).copied() else { return };
        let tally = &mut self.tally.nodes[state.node as usize];
        tally.begun += 1;
        tally.waits.push(self.now.since(state.entered));
        self.record(EventKind::Began, state.case, state.node, end.since(self.now).micros());
        let job = Job { server: None, span, strike };
        self.rest_until(token, Rest::Working(job), end, Rank::RELEASE, Event::Done);
    }

    /// The others of a batch that is turned away as a whole.
    pub(super) fn disband(&mut self, token: Handle) -> Vec<Handle> {
        let others = self.batches.remove(&token).map_or_else(Vec::new, |batch| batch.others);
        for member in &others {
            let case = self.end_wait(*member);
            self.also.extend(case);
        }
        others
    }

    /// After one of a batch is done, the same hands go on with the next one; whether there is one.
    pub(super) fn hand_on(&mut self, token: Handle, server: Option<(u32, u32)>) -> bool {
        let Some(mut batch) = self.batches.remove(&token) else { return false };
        if batch.others.is_empty() {
            return false;
        }
        let next = batch.others.remove(0);
        let case = self.end_wait(next);
        self.also.extend(case);
        self.batches.insert(next, batch);
        self.begin_work(next, server);
        true
    }

    /// A token leaves those with whom it waits.
    pub(super) fn leave_company(&mut self, token: Handle, rest: Rest) {
        match rest {
            Rest::Gathering(place) => {
                let gathering = &mut self.gatherings[place as usize];
                gathering.members.retain(|member| *member != token);
                if gathering.members.is_empty() {
                    gathering.number = gathering.number.wrapping_add(1);
                }
            }
            Rest::Gathered => {
                for batch in self.batches.values_mut() {
                    batch.others.retain(|member| *member != token);
                }
            }
            _ => {}
        }
    }

    /// Where everybody who is left gathers, nobody else comes: the first batch begins with those who are there.
    pub(super) fn begin_last_batch(&mut self) -> bool {
        let gathered: usize = self.gatherings.iter().map(|gathering| gathering.members.len()).sum();
        if gathered == 0 || self.arrived < self.case_count {
            return false;
        }
        let open = self.cases.iter().filter(|case| case.is_open);
        let parked: usize = open.map(|case| case.parked as usize).sum();
        if self.tokens.len() > gathered + parked {
            return false;
        }
        let place = self.gatherings.iter().position(|gathering| !gathering.members.is_empty());
        let Some(place) = place else { return false };
        let first = self.gatherings[place].members.first().and_then(|token| self.tokens.get(*token));
        if let Some(node) = first.map(|state| state.node) {
            let title = self.title(node);
            self.warn(format!("the last batches of `{title}` began with fewer, because nobody else came"));
        }
        self.form(place as u32);
        self.settle();
        self.settle_others();
        true
    }
}
