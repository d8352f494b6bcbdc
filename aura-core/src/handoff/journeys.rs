//! Ways through a plan: the usual one, one for each branch, one for each failure. Acceptance scenarios are
//! written from them, and the README tells the usual one.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::view::PlanView;
use crate::domain::id::{FlowId, NodeId};
use crate::domain::plan::{Flow, GatewayRule, Node, NodeKind, Outcome};
use crate::domain::step::{FailureEffect, FailureMode};

/// Most events of one journey; loops end here at the latest.
const MAX_EVENTS: usize = 400;
/// Most times that one journey passes a node.
const MAX_VISITS: usize = 3;

/// One thing that happens on a journey.
#[derive(Debug, Clone)]
pub(super) enum Event<'plan> {
    /// A step, a wait or a message.
    Pass(&'plan Node),
    /// A branch is taken.
    Choose(&'plan Node, &'plan Flow),
    /// A step fails.
    Fail(&'plan Node, &'plan FailureMode),
    /// The case ends at a node of the plan.
    End(&'plan Node, Outcome),
    /// The case ends because of a failure.
    EndByFailure(Outcome),
}

/// What a journey must contain.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wish<'plan> {
    /// Nothing in particular: the usual way.
    Usual,
    /// This flow.
    Take(&'plan Flow),
    /// This failure of this step.
    Fail(&'plan Node, &'plan FailureMode),
}

/// A way through the plan, from the start to an end.
#[derive(Debug, Clone)]
pub(super) struct Journey<'plan> {
    pub(super) events: Vec<Event<'plan>>,
    /// How it ends; `None` where it was cut off by a limit.
    pub(super) outcome: Option<Outcome>,
    /// Whether the wish was met.
    pub(super) is_fulfilled: bool,
    /// Every node that it passes, gateways included.
    pub(super) passed: BTreeSet<&'plan NodeId>,
}

impl<'plan> Journey<'plan> {
    /// The journey that contains what is wished for.
    pub(super) fn find(view: &PlanView<'plan>, wish: Wish<'plan>) -> Self {
        let usual = distances(view, |node| match &node.kind {
            NodeKind::End(end) if end.outcome == Outcome::GoalReached => Some(0),
            _ => None,
        });
        let wanted = match wish {
            Wish::Usual => None,
            Wish::Take(flow) => Some(&flow.from),
            Wish::Fail(node, _) => Some(&node.id),
        };
        let to_wish = wanted.map(|id| distances(view, |node| (node.id == *id).then_some(0)));
        let mut walk = Walk {
            view,
            wish,
            usual,
            to_wish,
            is_fulfilled: matches!(wish, Wish::Usual),
            visits: BTreeMap::new(),
            taken: BTreeMap::new(),
            events: Vec::new(),
        };
        let outcome = match view.start() {
            Some(start) => match walk.walk(start, None, 0) {
                Stop::Ended(outcome) => Some(outcome),
                _ => None,
            },
            None => None,
        };
        Journey {
            outcome,
            is_fulfilled: walk.is_fulfilled,
            passed: walk.visits.keys().copied().collect(),
            events: walk.events,
        }
    }
}

/// How a walk along one lane stopped.
enum Stop {
    /// The whole case ended.
    Ended(Outcome),
    /// The lane came to the join.
    Joined,
    /// A limit.
    CutOff,
}

struct Walk<'view, 'plan> {
    view: &'view PlanView<'plan>,
    wish: Wish<'plan>,
    usual: BTreeMap<&'plan NodeId, usize>,
    to_wish: Option<BTreeMap<&'plan NodeId, usize>>,
    is_fulfilled: bool,
    visits: BTreeMap<&'plan NodeId, usize>,
    taken: BTreeMap<&'plan FlowId, u32>,
    events: Vec<Event<'plan>>,
}

/// What follows a node.
enum Next<'plan> {
    Node(&'plan Node),
    Stop(Stop),
}

impl<'plan> Walk<'_, 'plan> {
    /// Walks from a node until the case ends or `until` is reached. `depth` counts nested parallel parts.
    fn walk(&mut self, from: &'plan Node, until: Option<&NodeId>, depth: usize) -> Stop {
        let mut node = from;
        loop {
            if until == Some(&node.id) {
                return Stop::Joined;
            }
            let visits = self.visits.entry(&node.id).or_default();
            *visits += 1;
            if *visits > MAX_VISITS || self.events.len() > MAX_EVENTS || depth > 20 {
                return Stop::CutOff;
            }
            match self.step_on(node, depth) {
                Next::Node(next) => node = next,
                Next::Stop(stop) => return stop,
            }
        }
    }

    fn step_on(&mut self, node: &'plan Node, depth: usize) -> Next<'plan> {
        match &node.kind {
            NodeKind::End(end) => {
                self.events.push(Event::End(node, end.outcome));
                Next::Stop(Stop::Ended(end.outcome))
            }
            NodeKind::Gateway(gateway) => {
                if self.view.flows_out_of(&node.id).len() > 1 && gateway.rule == GatewayRule::Parallel {
                    return self.all_lanes(node, depth);
                }
                self.choose(node)
            }
            NodeKind::Step(_) => {
                self.events.push(Event::Pass(node));
                if let Some(next) = self.fail(node) {
                    return next;
                }
                self.choose(node)
            }
            NodeKind::Timer(_) | NodeKind::Message(_) => {
                self.events.push(Event::Pass(node));
                self.choose(node)
            }
            _ => self.choose(node),
        }
    }

    /// Lets the step fail where that is wished for, or where it is the only way there.
    fn fail(&mut self, node: &'plan Node) -> Option<Next<'plan>> {
        if self.is_fulfilled {
            return None;
        }
        let failure = match self.wish {
            Wish::Fail(wanted, failure) if wanted.id == node.id => {
                self.is_fulfilled = true;
                failure
            }
            _ => self.failure_that_leads_on(node)?,
        };
        self.events.push(Event::Fail(node, failure));
        Some(match &failure.then {
            FailureEffect::GoTo(go) => match self.view.node(&go.node) {
                Some(next) => Next::Node(next),
                None => Next::Stop(Stop::CutOff),
            },
            FailureEffect::Retry(retry) => self.end_by_failure(retry.otherwise),
            FailureEffect::End(end) => self.end_by_failure(end.outcome),
        })
    }

    fn end_by_failure(&mut self, outcome: Outcome) -> Next<'plan> {
        self.events.push(Event::EndByFailure(outcome));
        Next::Stop(Stop::Ended(outcome))
    }

    fn failure_that_leads_on(&self, node: &'plan Node) -> Option<&'plan FailureMode> {
        let distances = self.to_wish.as_ref()?;
        let is_at_wish = distances.get(&node.id) == Some(&0);
        let by_flow = self.view.flows_out_of(&node.id).iter().any(|flow| distances.contains_key(&flow.to));
        if by_flow || is_at_wish {
            return None;
        }
        let NodeKind::Step(step) = &node.kind else { return None };
        step.failure_modes.iter().find(
            |failure| matches!(&failure.then, FailureEffect::GoTo(go) if distances.contains_key(&go.node)),
        )
    }

    fn choose(&mut self, node: &'plan Node) -> Next<'plan> {
        let Some(flow) = self.best_flow(node) else { return Next::Stop(Stop::CutOff) };
        *self.taken.entry(&flow.id).or_default() += 1;
        if let Wish::Take(wanted) = self.wish
            && wanted.id == flow.id
        {
            self.is_fulfilled = true;
        }
        if self.view.divides(node) {
            self.events.push(Event::Choose(node, flow));
        }
        match self.view.node(&flow.to) {
            Some(next) => Next::Node(next),
            None => Next::Stop(Stop::CutOff),
        }
    }

    fn best_flow(&self, node: &'plan Node) -> Option<&'plan Flow> {
        let flows = self.view.flows_out_of(&node.id);
        if let Wish::Take(wanted) = self.wish
            && !self.is_fulfilled
            && wanted.from == node.id
        {
            return flows.iter().find(|flow| flow.id == wanted.id).copied();
        }
        let towards =
            if self.is_fulfilled { &self.usual } else { self.to_wish.as_ref().unwrap_or(&self.usual) };
        flows
            .iter()
            .enumerate()
            .filter(|(_, flow)| {
                flow.max_times.is_none_or(|most| self.taken.get(&flow.id).copied().unwrap_or(0) < most)
            })
            .min_by_key(|(index, flow)| {
                let distance = towards.get(&flow.to).copied().unwrap_or(usize::MAX);
                let is_away = distance == usize::MAX;
                let has_been = self.visits.get(&flow.to).copied().unwrap_or(0);
                let share = flow.probability.as_ref().and_then(|id| self.view.mean(id)).unwrap_or(0.0);
                // Towards the aim first; the usual way takes the likeliest branch, a search the shortest.
                let rarity = if self.is_fulfilled { ((1.0 - share) * 1e6) as usize } else { distance };
                (is_away, has_been, rarity, distance, *index)
            })
            .map(|(_, flow)| *flow)
    }

    /// Goes through every lane of a parallel part, one after the other, and on from where they join.
    fn all_lanes(&mut self, node: &'plan Node, depth: usize) -> Next<'plan> {
        let join = join_of(self.view, node);
        for flow in self.view.flows_out_of(&node.id).to_vec() {
            let Some(first) = self.view.node(&flow.to) else { continue };
            match self.walk(first, join.map(|node| &node.id), depth + 1) {
                Stop::Ended(Outcome::GoalReached) | Stop::Joined => {}
                other => return Next::Stop(other),
            }
        }
        match join {
            Some(join) => Next::Node(join),
            None => Next::Stop(Stop::Ended(Outcome::GoalReached)),
        }
    }
}

/// The nearest node that every lane behind a dividing gateway leads to.
pub(super) fn join_of<'plan>(view: &PlanView<'plan>, node: &'plan Node) -> Option<&'plan Node> {
    let mut common: Option<BTreeMap<&'plan NodeId, usize>> = None;
    for flow in view.flows_out_of(&node.id) {
        let reached = reachable(view, &flow.to);
        common = Some(match common {
            None => reached,
            Some(common) => common
                .into_iter()
                .filter_map(|(id, distance)| Some((id, distance.max(*reached.get(id)?))))
                .collect(),
        });
    }
    let nearest = common?.into_iter().min_by_key(|(id, distance)| (*distance, view.position(id)))?;
    view.node(nearest.0)
}

fn reachable<'plan>(view: &PlanView<'plan>, from: &'plan NodeId) -> BTreeMap<&'plan NodeId, usize> {
    let mut reached = BTreeMap::from([(from, 0)]);
    let mut queue = VecDeque::from([(from, 0)]);
    while let Some((id, distance)) = queue.pop_front() {
        for flow in view.flows_out_of(id) {
            if !reached.contains_key(&flow.to) {
                reached.insert(&flow.to, distance + 1);
                queue.push_back((&flow.to, distance + 1));
            }
        }
    }
    reached
}

/// How many flows, or failures that lead elsewhere, lie between each node and the nearest node that counts.
fn distances<'plan>(
    view: &PlanView<'plan>,
    counts: impl Fn(&Node) -> Option<usize>,
) -> BTreeMap<&'plan NodeId, usize> {
    let mut before: BTreeMap<&NodeId, Vec<&'plan NodeId>> = BTreeMap::new();
    for node in &view.plan.nodes {
        for flow in view.flows_out_of(&node.id) {
            before.entry(&flow.to).or_default().push(&node.id);
        }
        if let NodeKind::Step(step) = &node.kind {
            for failure in &step.failure_modes {
                if let FailureEffect::GoTo(go) = &failure.then {
                    before.entry(&go.node).or_default().push(&node.id);
                }
            }
        }
    }
    let mut distances = BTreeMap::new();
    let mut queue = VecDeque::new();
    for node in view.plan.nodes.iter().filter(|node| counts(node).is_some()) {
        distances.insert(&node.id, 0);
        queue.push_back((&node.id, 0));
    }
    let mut seen: BTreeSet<&NodeId> = distances.keys().copied().collect();
    while let Some((id, distance)) = queue.pop_front() {
        for previous in before.get(id).map_or(&[][..], Vec::as_slice) {
            if seen.insert(previous) {
                distances.insert(*previous, distance + 1);
                queue.push_back((*previous, distance + 1));
            }
        }
    }
    distances
}
