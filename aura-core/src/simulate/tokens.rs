//! How tokens move: gateways, joins, waits and ends, with the meaning of BPMN 2.0.

#![expect(
    clippy::indexing_slicing,
    reason = "numbers of nodes, flows and cases are made by the compiler and by the world"
)]

use std::collections::BTreeMap;

use crate::des::{Handle, Rank, Span, Time};
use crate::domain::plan::{GatewayRule, Outcome};
use crate::error::ErrorCode;
use crate::random::{Stream, Visit};

use super::program::{Choice, NodeKind, Ways};
use super::record::EventKind;
use super::world::{Event, Rest, World};

/// Purposes of draws at a node; see [`Visit`](crate::random::Visit). Work and failures take the others.
const WAITING: u8 = 1;
const BRANCH: u8 = 2;
/// Ways of an inclusive gateway draw from here on.
const FIRST_WAY: u8 = 16;

impl<'p> World<'p> {
    /// Works off everything that moves at this moment.
    pub(super) fn settle(&mut self) {
        while let Some((token, node, flow)) = self.moves.pop() {
            // The case may have ended while this token was still to move.
            if self.tokens.get(token).is_some() {
                self.enter(token, node, flow);
            }
        }
    }

    fn enter(&mut self, token: Handle, node: u32, flow: u32) {
        let now = self.now;
        let Some(state) = self.tokens.get_mut(token) else { return };
        let case = state.case;
        state.node = node;
        state.rest = Rest::Moving;
        state.entered = now;
        state.since = now;
        state.retries = 0;
        if !self.count_execution(token) {
            return;
        }
        let data = &mut self.cases[case as usize];
        let before = data.visits[node as usize];
        data.visits[node as usize] += 1;
        let kind = &self.program.nodes[node as usize].kind;
        if matches!(kind, NodeKind::Step(_) | NodeKind::End(..)) {
            data.way = self.tally.ways.then(data.way, node);
        }
        let tally = &mut self.tally.nodes[node as usize];
        tally.visits += 1;
        tally.cases += u64::from(before == 0);
        self.record(EventKind::Entered, case, node, u64::from(before));
        match kind {
            NodeKind::Start => self.leave(token),
            NodeKind::Step(step) => self.begin_step(token, step),
            NodeKind::Gateway(rule) => self.enter_gateway(token, *rule, flow),
            NodeKind::Wait(duration) => {
                let execution = self.tokens.get(token).map_or(0, |state| state.execution);
                if self.loses_message(token, node, execution) {
                    self.wait_for_ever(token);
                    return;
                }
                let span = duration.visit_ms(&self.visit(token), WAITING);
                self.wait(token, span);
            }
            NodeKind::Signal(between) => {
                let execution = self.tokens.get(token).map_or(0, |state| state.execution);
                if self.loses_message(token, node, execution) {
                    self.wait_for_ever(token);
                    return;
                }
                let span = self.until_signal(node, between);
                self.wait(token, span);
            }
            NodeKind::End(outcome, false) => {
                self.remove_token(token);
                if self.cases[case as usize].tokens.is_empty() {
                    self.end_case(case, node, *outcome);
                }
            }
            NodeKind::End(outcome, true) => self.end_case(case, node, *outcome),
        }
    }

    /// Gives the token its next execution of the node. Finds loops without end; `false` where the case ended.
    pub(super) fn count_execution(&mut self, token: Handle) -> bool {
        let now = self.now;
        let Some(state) = self.tokens.get_mut(token) else { return false };
        let (case, node) = (state.case, state.node);
        let data = &mut self.cases[case as usize];
        state.execution = data.executions[node as usize];
        data.executions[node as usize] += 1;
        if data.instant_at != now {
            data.instant_at = now;
            data.instant = 0;
        }
        data.instant += 1;
        let most = self.program.limits.visits_per_node;
        if state.execution < most {
            return true;
        }
        let (instant, title) = (data.instant, self.title(node));
        if instant >= most {
            self.stop_with(ErrorCode::LimitLoop, format!(
                "`{title}` is part of a loop that never ends and takes no time; give the loop a way out, or a limit \
                 on how often a case may take it"
            ));
        } else {
            self.warn(format!(
                "some cases came to `{title}` more than {most} times and were counted as failed"
            ));
        }
        self.end_case(case, node, Outcome::Failed);
        false
    }

    fn enter_gateway(&mut self, token: Handle, rule: GatewayRule, flow: u32) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let node = &self.program.nodes[state.node as usize];
        if node.incoming > 1 && matches!(rule, GatewayRule::Parallel | GatewayRule::Inclusive) {
            self.rest_until(token, Rest::Parked(flow), Time::NEVER, Rank::TIMER, Event::Wake);
            self.cases[state.case as usize].parked += 1;
            if rule == GatewayRule::Parallel {
                self.join_parallel(state.case, state.node, node.incoming);
            }
            return;
        }
        match &node.ways.choice {
            Choice::Race => self.race(token, &node.ways),
            _ => self.leave(token),
        }
    }

    /// Lets one token go on when one has come by every flow.
    fn join_parallel(&mut self, case: u32, node: u32, incoming: u32) {
        let mut by_flow: BTreeMap<u32, Handle> = BTreeMap::new();
        for &token in &self.cases[case as usize].tokens {
            if let Some(state) = self.tokens.get(token)
                && let Rest::Parked(flow) = state.rest
                && state.node == node
            {
                by_flow.entry(flow).or_insert(token);
            }
        }
        if by_flow.len() == incoming as usize {
            let tokens: Vec<Handle> = by_flow.into_values().collect();
            self.merge(case, &tokens);
        }
    }

    /// Makes one token of several that are parked at a join, and lets it go on.
    fn merge(&mut self, case: u32, tokens: &[Handle]) {
        self.cases[case as usize].parked -= tokens.len() as u32;
        let Some((&last, others)) = tokens.split_last() else { return };
        // Waiting for others is waiting of the case only as far as nobody else was at work, which nobody can
        // tell for one token; it shows in the cycle time.
        others.iter().for_each(|token| self.remove_token(*token));
        self.leave(last);
    }

    /// After a case has settled: opens inclusive joins for which nothing more can come, and finds deadlocks.
    pub(super) fn settle_joins(&mut self, case: u32) {
        // INVARIANT: every round merges tokens or ends, and tokens are few.
        while self.cases[case as usize].is_open && self.cases[case as usize].parked > 0 {
            if self.program.has_inclusive_join
                && let Some(tokens) = self.ready_inclusive(case)
            {
                self.merge(case, &tokens);
                self.settle();
                continue;
            }
            let data = &self.cases[case as usize];
            if data.tokens.len() as u32 > data.parked {
                return;
            }
            if let Some(node) = self.waits_in_vain(case) {
                self.give_up_waiting(case, node);
                return;
            }
            let data = &self.cases[case as usize];
            let node =
                data.tokens.iter().find_map(|token| self.tokens.get(*token)).map_or(0, |token| token.node);
            let title = self.title(node);
            self.warn(format!(
                "some cases waited at `{title}` for a way that was not taken, and were counted as failed"
            ));
            self.end_case(case, node, Outcome::Failed);
            return;
        }
    }

    /// The joins of other cases to which something happened.
    pub(super) fn settle_others(&mut self) {
        while let Some(case) = self.also.pop() {
            self.settle_joins(case);
        }
    }

    /// The tokens at an inclusive join that no other token of the case can still reach.
    fn ready_inclusive(&self, case: u32) -> Option<Vec<Handle>> {
        let list = &self.cases[case as usize].tokens;
        let states = || list.iter().filter_map(|token| Some((*token, self.tokens.get(*token)?)));
        for (_, candidate) in states() {
            let node = &self.program.nodes[candidate.node as usize];
            if !matches!(candidate.rest, Rest::Parked(_)) || node.reached_from.is_empty() {
                continue;
            }
            let may_come = states().any(|(_, other)| {
                let parked_here = other.node == candidate.node && matches!(other.rest, Rest::Parked(_));
                !parked_here && node.reached_from[other.node as usize]
            });
            if !may_come {
                let here = states().filter(|(_, other)| {
                    other.node == candidate.node && matches!(other.rest, Rest::Parked(_))
                });
                return Some(here.map(|(token, _)| token).collect());
            }
        }
        None
    }

    /// Waits for whichever event behind an event-based choice happens first.
    fn race(&mut self, token: Handle, ways: &Ways) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let number = self.cases[state.case as usize].number;
        let mut first: Option<(Span, u32)> = None;
        for &flow in &ways.flows {
            let to = self.program.flows[flow as usize].to;
            let execution = self.cases[state.case as usize].executions[to as usize];
            if self.loses_message(token, to, execution) {
                continue;
            }
            let span = match self.kind(to) {
                NodeKind::Wait(duration) => {
                    let address = self.program.nodes[to as usize].address;
                    let visit = self.program.streams.visit(number, address, execution);
                    duration.sample_ms(&mut visit.stream(WAITING))
                }
                NodeKind::Signal(between) => self.until_signal(to, between),
                _ => continue,
            };
            if first.is_none_or(|(least, _)| span < least) {
                first = Some((span, flow));
            }
        }
        let Some((span, flow)) = first else {
            self.wait_for_ever(token);
            return;
        };
        let now = self.now;
        if let Some(state) = self.tokens.get_mut(token) {
            state.epoch += 1;
            state.rest = Rest::Racing(flow);
            state.since = now;
            self.events.schedule(now.after(span), Rank::TIMER, Event::Wake(token, state.epoch));
        }
    }

    /// The event happened: the token passes the timer or message without waiting again.
    pub(super) fn raced(&mut self, token: Handle, flow: u32) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        self.book_wait(state.case, state.node, self.now.since(state.since));
        self.tally.flows[flow as usize] += 1;
        let to = self.program.flows[flow as usize].to;
        if let Some(state) = self.tokens.get_mut(token) {
            state.node = to;
            state.rest = Rest::Moving;
        }
        let data = &mut self.cases[state.case as usize];
        let before = data.visits[to as usize];
        data.visits[to as usize] += 1;
        data.executions[to as usize] += 1;
        self.tally.nodes[to as usize].visits += 1;
        self.tally.nodes[to as usize].cases += u64::from(before == 0);
        self.record(EventKind::Entered, state.case, to, u64::from(before));
        self.leave(token);
    }

    fn wait(&mut self, token: Handle, span: Span) {
        self.rest_until(token, Rest::Waiting, self.now.after(span), Rank::TIMER, Event::Wake);
    }

    /// A rest is over.
    pub(super) fn wake(&mut self, token: Handle) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        match (state.rest, self.kind(state.node)) {
            (Rest::Undoing(span), _) => self.undone(token, span),
            (Rest::Racing(flow), _) => self.raced(token, flow),
            (Rest::Waiting, _) => {
                self.book_wait(state.case, state.node, self.now.since(state.since));
                self.leave(token);
            }
            (Rest::Lying | Rest::Delayed, NodeKind::Step(step)) => {
                let data = &mut self.cases[state.case as usize];
                data.waiting = data.waiting.plus(self.now.since(state.since));
                self.seek(token, step);
            }
            _ => {}
        }
    }

    fn book_wait(&mut self, case: u32, node: u32, span: Span) {
        let data = &mut self.cases[case as usize];
        data.waiting = data.waiting.plus(span);
        self.tally.nodes[node as usize].begun += 1;
        self.tally.nodes[node as usize].waits.push(span);
    }

    /// Sends a token on from its node.
    pub(super) fn leave(&mut self, token: Handle) {
        let Some(state) = self.tokens.get_mut(token) else { return };
        state.rest = Rest::Moving;
        let state = *state;
        let ways = &self.program.nodes[state.node as usize].ways;
        match &ways.choice {
            // A race is decided by its event; here the token comes from a join before it.
            Choice::Race => self.race(token, ways),
            Choice::All => self.take_all(token, &ways.flows),
            Choice::Weighted(_) | Choice::First | Choice::Holding(_) => {
                let right = self.chosen(token, state.case, ways);
                let flow = self.misread(token, ways, right);
                self.take_one(token, ways, flow);
            }
            Choice::AnyHolding(weights) => {
                let mut taken = self.held(state.case, ways);
                if taken.is_empty() {
                    taken = self.drawn(token, ways);
                }
                if taken.is_empty() {
                    let place = weights.pick(self.visit(token).unit(BRANCH));
                    taken.extend(ways.flows.get(place));
                }
                self.take_all(token, &taken);
            }
            Choice::Any => {
                let mut taken = Vec::new();
                for (place, &flow) in ways.flows.iter().enumerate() {
                    let yes = match self.program.flows[flow as usize].probability {
                        Some(share) => {
                            let purpose =
                                FIRST_WAY.saturating_add(u8::try_from(place).unwrap_or(u8::MAX)).min(254);
                            self.visit(token).unit(purpose) < share
                        }
                        None if self.program.flows[flow as usize].test.is_some() => {
                            self.holds(state.case, flow)
                        }
                        None => Some(place) != ways.default,
                    };
                    if yes && self.allows(state.case, flow) {
                        taken.push(flow);
                    }
                }
                if taken.is_empty() {
                    self.take_one(token, ways, None);
                } else {
                    self.take_all(token, &taken);
                }
            }
        }
    }

    /// The flow that an exclusive choice decides for.
    #[inline]
    fn chosen(&mut self, token: Handle, case: u32, ways: &Ways) -> Option<u32> {
        match &ways.choice {
            Choice::Weighted(weights) => {
                ways.flows.get(weights.pick(self.visit(token).unit(BRANCH))).copied()
            }
            Choice::Holding(weights) => {
                let unit = self.visit(token).unit(BRANCH);
                let held = self.held(case, ways);
                self.weighed(&held, unit).or_else(|| ways.flows.get(weights.pick(unit)).copied())
            }
            _ => ways.flows.iter().copied().find(|flow| self.allows(case, *flow) && self.holds(case, *flow)),
        }
    }

    /// The flows whose conditions hold.
    fn held(&mut self, case: u32, ways: &Ways) -> Vec<u32> {
        let flows = ways.flows.iter().copied();
        flows
            .filter(|flow| {
                self.program.flows[*flow as usize].test.is_some()
                    && self.allows(case, *flow)
                    && self.holds(case, *flow)
            })
            .collect()
    }

    /// One of some flows by their probabilities; all alike where none has any.
    fn weighed(&self, flows: &[u32], unit: f64) -> Option<u32> {
        let share = |flow: u32| self.program.flows[flow as usize].probability.unwrap_or(0.0);
        let total: f64 = flows.iter().map(|flow| share(*flow)).sum();
        if total <= 0.0 {
            return flows.get((unit * flows.len() as f64) as usize).copied();
        }
        let mut rest = unit * total;
        for &flow in flows {
            rest -= share(flow);
            if rest < 0.0 {
                return Some(flow);
            }
        }
        flows.last().copied()
    }

    /// The flows whose own probability says so.
    fn drawn(&mut self, token: Handle, ways: &Ways) -> Vec<u32> {
        let mut taken = Vec::new();
        for (place, &flow) in ways.flows.iter().enumerate() {
            let share = self.program.flows[flow as usize].probability.unwrap_or(0.0);
            let purpose = FIRST_WAY.saturating_add(u8::try_from(place).unwrap_or(u8::MAX)).min(254);
            if self.visit(token).unit(purpose) < share {
                taken.push(flow);
            }
        }
        taken
    }

    fn take_all(&mut self, token: Handle, flows: &[u32]) {
        let Some(case) = self.tokens.get(token).map(|state| state.case) else { return };
        // The last push moves first, so the flows are pushed backwards.
        for (place, &flow) in flows.iter().enumerate().rev() {
            let to = self.program.flows[flow as usize].to;
            let mover = if place == 0 { token } else { self.add_token(case, to) };
            self.count_flow(case, flow);
            self.moves.push((mover, to, flow));
        }
    }

    /// Takes a flow, or the default, or any other that is still allowed, in this order.
    fn take_one(&mut self, token: Handle, ways: &Ways, wanted: Option<u32>) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let default = ways.default.and_then(|place| ways.flows.get(place).copied());
        // A flow that is used up gives way to others; a condition that does not hold does not.
        let others = ways
            .flows
            .iter()
            .copied()
            .filter(|_| wanted.is_some() || !matches!(ways.choice, Choice::First | Choice::Any));
        let mut candidates = wanted.into_iter().chain(default).chain(others);
        match candidates.find(|flow| self.allows(state.case, *flow)) {
            Some(flow) => {
                self.count_flow(state.case, flow);
                self.moves.push((token, self.program.flows[flow as usize].to, flow));
            }
            None => {
                let title = self.title(state.node);
                self.warn(format!("some cases found no way out of `{title}` and were counted as failed"));
                self.end_case(state.case, state.node, Outcome::Failed);
            }
        }
    }

    fn count_flow(&mut self, case: u32, flow: u32) {
        self.tally.flows[flow as usize] += 1;
        if let Some((place, _)) = self.program.flows[flow as usize].limit {
            self.cases[case as usize].limited[place] += 1;
        }
    }

    pub(super) fn allows(&self, case: u32, flow: u32) -> bool {
        let limit = self.program.flows[flow as usize].limit;
        limit.is_none_or(|(place, most)| self.cases[case as usize].limited[place] < most)
    }

    /// Whether the condition of a flow holds for a case; a flow without one is not taken by condition.
    fn holds(&self, case: u32, flow: u32) -> bool {
        let program = self.program;
        let Some(test) = &program.flows[flow as usize].test else { return false };
        let data = &self.cases[case as usize];
        test.expression.holds(|path| {
            let field = &program.fields[test.fields[path]];
            field.value(&self.program.streams, data.number, data.versions[field.object])
        })
    }

    /// The random numbers of a token at its node.
    #[inline]
    pub(super) fn visit(&self, token: Handle) -> Visit<'p> {
        let program = self.program;
        let Some(state) = self.tokens.get(token) else { return program.streams.visit(0, 0, 0) };
        let number = self.cases[state.case as usize].number;
        program.streams.visit(number, program.nodes[state.node as usize].address, state.execution)
    }

    pub(super) fn draws(&self, token: Handle, purpose: u8) -> Stream {
        self.visit(token).stream(purpose)
    }

    fn remove_token(&mut self, token: Handle) {
        if let Some(state) = self.tokens.remove(token) {
            self.cases[state.case as usize].tokens.retain(|other| *other != token);
        }
    }
}
