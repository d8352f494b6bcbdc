//! Cases walk through a plan: which ways they took, and where they did what the plan does not allow.
//!
//! Each case moves tokens as BPMN has it. Between two things that were done, the shortest run of gateways, waits and
//! ends that makes the next one possible is searched for; what cannot be made possible is counted and passed over.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::ReplayFit;
use super::instances::Cases;
use crate::domain::plan::{GatewayRule, NodeKind, Plan};

/// Markings that are looked at between two activities of a case.
const MOST_MARKINGS: usize = 3_000;
/// Ways of an inclusive gateway that are tried in every combination; of more, single ones and all at once.
const MOST_COMBINED: usize = 4;

/// How often each flow was taken, by its place in the plan.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts {
    pub flows: Vec<u64>,
    /// How often each node was passed.
    pub nodes: Vec<u64>,
    pub fit: ReplayFit,
}

/// Flows that hold tokens, in order.
type Marking = Vec<usize>;

struct Net<'p> {
    plan: &'p Plan,
    into: Vec<Vec<usize>>,
    out: Vec<Vec<usize>>,
    /// Where each flow leads.
    leads: Vec<usize>,
    steps: BTreeMap<String, Vec<usize>>,
}

/// A move of tokens: the node and the flows that it puts tokens on.
type Move = (usize, Vec<usize>);

/// A name as logs and plans may write it differently.
pub(super) fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

pub(super) fn walk(plan: &Plan, cases: &Cases) -> Counts {
    let net = Net::new(plan);
    let mut counts = Counts {
        flows: vec![0; plan.flows.len()],
        nodes: vec![0; plan.nodes.len()],
        fit: ReplayFit::default(),
    };
    // Cases that did the same walk alike.
    let mut ways: BTreeMap<Vec<&str>, u64> = BTreeMap::new();
    for case in &cases.cases {
        *ways.entry(case.iter().map(|instance| instance.activity.as_str()).collect()).or_insert(0) += 1;
    }
    for (way, times) in ways {
        net.case(&way, times, &mut counts);
    }
    counts
}

impl<'p> Net<'p> {
    fn new(plan: &'p Plan) -> Self {
        let places: BTreeMap<_, _> =
            plan.nodes.iter().enumerate().map(|(place, node)| (&node.id, place)).collect();
        let mut net = Net {
            plan,
            into: vec![Vec::new(); plan.nodes.len()],
            out: vec![Vec::new(); plan.nodes.len()],
            leads: Vec::new(),
            steps: BTreeMap::new(),
        };
        for (number, flow) in plan.flows.iter().enumerate() {
            let to = places.get(&flow.to).copied().unwrap_or(usize::MAX);
            net.leads.push(to);
            if let Some(list) = net.into.get_mut(to) {
                list.push(number);
            }
            if let Some(list) = places.get(&flow.from).and_then(|from| net.out.get_mut(*from)) {
                list.push(number);
            }
        }
        for (place, node) in plan.nodes.iter().enumerate() {
            if matches!(node.kind, NodeKind::Step(_)) {
                net.steps.entry(plain(&node.title)).or_default().push(place);
            }
        }
        net
    }

    fn case(&self, way: &[&str], times: u64, counts: &mut Counts) {
        let start = self.plan.nodes.iter().position(|node| matches!(node.kind, NodeKind::Start));
        let mut marking: Marking = start.and_then(|start| self.out.get(start)).cloned().unwrap_or_default();
        let mut is_whole = true;
        counts.fit.cases += times;
        self.count(&[(start.unwrap_or(usize::MAX), marking.clone())], times, counts);
        for activity in way {
            counts.fit.activities += times;
            let wanted = self.steps.get(&plain(activity)).map_or(&[][..], Vec::as_slice);
            let found = (!wanted.is_empty())
                .then(|| self.search(&marking, |marking| self.enabled(marking, wanted).is_some()))
                .flatten();
            let Some((before, moves)) = found else {
                is_whole = false;
                continue;
            };
            let Some((step, flow)) = self.enabled(&before, wanted) else { continue };
            marking = before;
            take(&mut marking, flow);
            let out = self.out.get(step).cloned().unwrap_or_default();
            put(&mut marking, &out);
            self.count(&moves, times, counts);
            self.count(&[(step, out)], times, counts);
            counts.fit.fitting_activities += times;
        }
        if let Some((_, moves)) = self.search(&marking, |marking| marking.is_empty()) {
            self.count(&moves, times, counts);
            counts.fit.fitting_cases += if is_whole { times } else { 0 };
        }
    }

    fn count(&self, moves: &[Move], times: u64, counts: &mut Counts) {
        for (node, flows) in moves {
            if let Some(count) = counts.nodes.get_mut(*node) {
                *count += times;
            }
            for flow in flows {
                if let Some(count) = counts.flows.get_mut(*flow) {
                    *count += times;
                }
            }
        }
    }

    /// A wanted step that has a token in front of it, and the flow that holds it.
    fn enabled(&self, marking: &Marking, wanted: &[usize]) -> Option<(usize, usize)> {
        marking.iter().find_map(|flow| {
            let to = *self.leads.get(*flow)?;
            wanted.contains(&to).then_some((to, *flow))
        })
    }

    /// The nearest marking that is good, without doing any step, and the moves that lead there.
    fn search(&self, from: &Marking, is_good: impl Fn(&Marking) -> bool) -> Option<(Marking, Vec<Move>)> {
        let mut seen: BTreeSet<Marking> = BTreeSet::from([from.clone()]);
        let mut open: VecDeque<(Marking, usize)> = VecDeque::from([(from.clone(), usize::MAX)]);
        // Each entry knows the one before it and the move between them.
        let mut trail: Vec<(usize, Move)> = Vec::new();
        while let Some((marking, at)) = open.pop_front() {
            if is_good(&marking) {
                let mut moves = Vec::new();
                let mut at = at;
                while let Some((before, step)) = trail.get(at) {
                    moves.push(step.clone());
                    at = *before;
                }
                moves.reverse();
                return Some((marking, moves));
            }
            if seen.len() > MOST_MARKINGS {
                return None;
            }
            for (next, step) in self.silent(&marking) {
                if seen.insert(next.clone()) {
                    trail.push((at, step));
                    open.push_back((next, trail.len() - 1));
                }
            }
        }
        None
    }

    /// What can happen without anything being done.
    fn silent(&self, marking: &Marking) -> Vec<(Marking, Move)> {
        let mut list = Vec::new();
        for flow in marking.iter().collect::<BTreeSet<_>>() {
            let Some(node) = self.leads.get(*flow).copied() else { continue };
            let Some(kind) = self.plan.nodes.get(node).map(|node| &node.kind) else { continue };
            let out = self.out.get(node).map_or(&[][..], Vec::as_slice);
            let into = self.into.get(node).map_or(&[][..], Vec::as_slice);
            let mut rest = marking.clone();
            let rule = match kind {
                NodeKind::Step(_) => continue,
                NodeKind::Gateway(gateway) => Some(gateway.rule),
                _ => None,
            };
            match rule {
                Some(GatewayRule::Parallel) if into.len() > 1 => {
                    if !into.iter().all(|flow| marking.contains(flow)) {
                        continue;
                    }
                    into.iter().for_each(|flow| take(&mut rest, *flow));
                }
                Some(GatewayRule::Inclusive) if into.len() > 1 => {
                    // All that has come goes on together.
                    into.iter().for_each(|flow| take(&mut rest, *flow));
                }
                _ => take(&mut rest, *flow),
            }
            for chosen in choices(rule, out) {
                let mut next = rest.clone();
                put(&mut next, &chosen);
                list.push((next, (node, chosen)));
            }
        }
        list
    }
}

/// The sets of flows that a node may put tokens on.
fn choices(rule: Option<GatewayRule>, out: &[usize]) -> Vec<Vec<usize>> {
    match rule {
        Some(GatewayRule::Exclusive | GatewayRule::EventBased) => {
            out.iter().map(|flow| vec![*flow]).collect()
        }
        Some(GatewayRule::Inclusive) if out.len() > 1 && out.len() <= MOST_COMBINED => (1..1_u32
            << out.len())
            .map(|set| {
                let chosen = out.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0);
                chosen.map(|(_, flow)| *flow).collect()
            })
            .collect(),
        Some(GatewayRule::Inclusive) if out.len() > 1 => {
            out.iter().map(|flow| vec![*flow]).chain([out.to_vec()]).collect()
        }
        _ => vec![out.to_vec()],
    }
}

fn take(marking: &mut Marking, flow: usize) {
    if let Some(place) = marking.iter().position(|held| *held == flow) {
        marking.remove(place);
    }
}

fn put(marking: &mut Marking, flows: &[usize]) {
    marking.extend_from_slice(flows);
    marking.sort_unstable();
}
