//! Makes the graph of a sketch. What comes out is sound by construction: every fork is closed by a join of its kind.

use crate::domain::agent::Agent;
use crate::domain::id::{AssumptionId, DataId, NodeId};
use crate::domain::plan::{GatewayRule, Outcome};
use crate::domain::provenance::Origin;
use crate::plan::build::PlanBuilder;
use crate::plan::condition;

use super::cast::Cast;
use super::sketch::{BranchSketch, DecisionSketch, Part, RepeatSketch, StepSketch};
use super::{enrich, ranges};

/// Share of a branch whose condition sounds like trouble, where nobody said it.
const TROUBLE_SHARE: f64 = 0.1;
/// How often a loop goes round again, where nobody said it.
const REPEAT_SHARE: f64 = 0.2;

/// A way that waits for the next node.
#[derive(Debug, Clone)]
struct Loose {
    from: NodeId,
    label: Option<String>,
    condition: Option<crate::domain::plan::Condition>,
    probability: Option<AssumptionId>,
    is_default: bool,
}

pub(super) struct Weaver<'a> {
    pub(super) plan: PlanBuilder,
    pub(super) cast: &'a Cast<'a>,
    pub(super) goal_end: String,
    /// Data that the case has so far, the newest last.
    pub(super) at_hand: Vec<DataId>,
    /// Paths of operations that are taken.
    pub(super) paths: std::collections::BTreeSet<String>,
    /// Agents that steps of an AI can be given to.
    pub(super) agents: Vec<Agent>,
    loose: Vec<Loose>,
    /// How many parallel lanes stand around the present place.
    lanes: u32,
}

impl<'a> Weaver<'a> {
    pub(super) fn new(plan: PlanBuilder, cast: &'a Cast<'a>, goal_end: &str) -> Self {
        Weaver {
            plan,
            cast,
            goal_end: goal_end.to_owned(),
            at_hand: Vec::new(),
            paths: std::collections::BTreeSet::new(),
            agents: Vec::new(),
            loose: Vec::new(),
            lanes: 0,
        }
    }

    /// Makes start, all parts and the end.
    pub(super) fn weave(&mut self, start: &str, parts: Vec<Part>) {
        let start = self.plan.start(start);
        self.loose = vec![plain(&start)];
        self.parts(parts);
        if !self.loose.is_empty() {
            let title = self.goal_end.clone();
            let end = self.plan.end(&title, Outcome::GoalReached);
            self.lead_to(&end);
        }
    }

    fn parts(&mut self, parts: Vec<Part>) {
        let mut parts = parts.into_iter().peekable();
        while let Some(mut part) = parts.next() {
            if parts.peek().is_some() {
                // Something follows, so not every way may end here.
                keep_a_way_open(&mut part);
            }
            if self.loose.is_empty() {
                return;
            }
            self.part(part);
        }
    }

    fn part(&mut self, part: Part) {
        match part {
            Part::Step(step) => self.step(*step),
            Part::Decision(decision) => self.decision(decision),
            Part::Parallel(lanes) => self.parallel(lanes),
            Part::Repeat(repeat) => self.repeat(repeat),
            Part::Wait(title, mean_ms) => {
                self.close();
                let timer = self.plan.timer(&title, mean_ms);
                self.pass(&timer);
            }
            Part::Message(title, role, mean_ms) => {
                self.close();
                let from = self.actor(&role);
                let message = self.plan.message(&title, &from, mean_ms);
                self.pass(&message);
            }
            Part::End(_, Outcome::GoalReached) if self.lanes > 0 => {}
            Part::End(title, outcome) => {
                let title = if outcome == Outcome::GoalReached { self.goal_end.clone() } else { title };
                let end = self.plan.end(&title, outcome);
                self.lead_to(&end);
            }
        }
    }

    fn step(&mut self, sketch: StepSketch) {
        if let Some(time) = &sketch.time
            && time.role == crate::domain::intent::TimeRole::After
            && time.duration_ms > 0
        {
            let title = format!("Wait {}", crate::plan::outline::duration(time.duration_ms as f64));
            self.close();
            let timer = self.plan.timer(&title, time.duration_ms as f64);
            self.pass(&timer);
            if sketch.title.to_lowercase().starts_with("wait ") {
                return;
            }
        }
        self.close();
        let node = enrich::add_step(self, &sketch);
        self.pass(&node);
    }

    fn decision(&mut self, decision: DecisionSketch) {
        let decision = tidy(decision);
        if decision.branches.len() < 2 {
            // A decision with one way is none.
            for branch in decision.branches {
                self.parts(branch.parts);
            }
            return;
        }
        self.close();
        let before = self.plan.present_origin();
        if let Some(origin) = &decision.origin {
            self.plan.default_origin(origin.clone());
        }
        let gate = self.plan.decide(&decision.question);
        self.lead_to(&gate);
        let shares = shares(&decision.branches);
        let mut open = Vec::new();
        let mut ways = Vec::new();
        let has_default = decision.branches.iter().any(|branch| branch.condition.is_none());
        let last = decision.branches.len() - 1;
        for (number, (branch, share)) in decision.branches.iter().zip(&shares).enumerate() {
            let is_default = branch.condition.is_none() || (!has_default && number == last);
            ways.push(self.way(&gate, &decision.question, branch, *share, is_default));
        }
        self.plan.default_origin(before);
        let at_hand = self.at_hand.clone();
        for (branch, way) in decision.branches.into_iter().zip(ways) {
            self.loose = vec![way];
            self.at_hand.clone_from(&at_hand);
            self.parts(branch.parts);
            open.append(&mut self.loose);
        }
        self.at_hand = at_hand;
        self.loose = open;
    }

    fn way(
        &mut self,
        gate: &NodeId,
        question: &str,
        branch: &BranchSketch,
        share: f64,
        is_default: bool,
    ) -> Loose {
        let origin = self.plan.present_origin();
        let condition =
            branch.condition.as_ref().map(|words| condition::settle(words, self.plan.plan_mut(), &origin));
        let label = shortened(&branch.label);
        let statement = format!("How often the answer is `{label}` at: {question}");
        let probability = self.plan.assume_share(&statement, share);
        let is_stated = branch.share.is_some_and(|(_, stated)| stated);
        if !is_stated {
            let reason = "the text does not say how often this happens; a round figure to start from";
            self.plan.assumption_origin(&probability, Origin::assumed(reason));
        }
        if let Some(condition) =
            condition.as_ref().filter(|condition| condition.expression.ends_with(" == true"))
        {
            self.tie_field(&condition.expression, &probability);
        }
        Loose {
            from: gate.clone(),
            label: Some(label),
            condition,
            probability: Some(probability),
            is_default,
        }
    }

    /// Lets the field of a yes-or-no condition be true as often as its way is taken.
    fn tie_field(&mut self, expression: &str, probability: &AssumptionId) {
        let Some((object, field)) = expression.trim_end_matches(" == true").split_once('.') else { return };
        for data in &mut self.plan.plan_mut().data {
            if crate::domain::id::slug(&data.name) == object
                && let Some(field) = data.fields.iter_mut().find(|candidate| candidate.name == field)
                && field.distribution.is_none()
            {
                field.distribution = Some(probability.clone());
            }
        }
    }

    fn parallel(&mut self, lanes: Vec<Vec<Part>>) {
        let mut lanes: Vec<Vec<Part>> = lanes.into_iter().filter(|lane| !lane.is_empty()).collect();
        if lanes.len() < 2 {
            if let Some(lane) = lanes.pop() {
                self.parts(lane);
            }
            return;
        }
        self.close();
        let names: Vec<String> = lanes.iter().filter_map(|lane| first_title(lane)).collect();
        let fork = self
            .plan
            .gateway(&shortened(&format!("At the same time: {}", names.join("; "))), GatewayRule::Parallel);
        self.lead_to(&fork);
        self.lanes += 1;
        let mut open = Vec::new();
        for mut lane in lanes {
            open_end(&mut lane);
            self.loose = vec![plain(&fork)];
            self.parts(lane);
            self.close();
            open.append(&mut self.loose);
        }
        self.lanes -= 1;
        self.loose = open;
        if self.loose.is_empty() {
            return;
        }
        let join = self.plan.gateway("All of this is done", GatewayRule::Parallel);
        let waiting = std::mem::take(&mut self.loose);
        for way in waiting {
            self.connect(way, &join);
        }
        self.loose = vec![plain(&join)];
    }

    fn repeat(&mut self, mut repeat: RepeatSketch) {
        if repeat.parts.is_empty() {
            return;
        }
        open_end(&mut repeat.parts);
        let name =
            if repeat.again.is_some() { "Go on".to_owned() } else { format!("Until {}", repeat.until) };
        let entry = self.plan.gateway(&shortened(&name), GatewayRule::Exclusive);
        self.lead_to(&entry);
        self.loose = vec![plain(&entry)];
        self.parts(std::mem::take(&mut repeat.parts));
        if self.loose.is_empty() {
            return;
        }
        self.close();
        let until = repeat.until.clone();
        let branch = |label: &str, condition: Option<String>, share: f64| BranchSketch {
            label: label.to_owned(),
            condition,
            share: Some((share, false)),
            parts: Vec::new(),
        };
        let question = format!("{}?", crate::plan::words::upper_first(until.trim_end_matches('?')));
        let gate = self.plan.decide(&question);
        self.lead_to(&gate);
        let (done, again) = match &repeat.again {
            None => (branch("yes", Some(until), 1.0 - REPEAT_SHARE), branch("not yet", None, REPEAT_SHARE)),
            Some(again) => {
                let share = if sounds_like_trouble(&again.condition) { TROUBLE_SHARE } else { REPEAT_SHARE };
                (branch("no", None, 1.0 - share), branch("yes", Some(again.condition.clone()), share))
            }
        };
        let way = |weaver: &mut Self, branch: &BranchSketch| {
            let share = branch.share.map_or(REPEAT_SHARE, |(share, _)| share);
            weaver.way(&gate, &question, branch, share, branch.condition.is_none())
        };
        let done = way(self, &done);
        let again = way(self, &again);
        self.go_around(&gate, again, &entry, &mut repeat);
        self.loose = vec![done];
        if !repeat.is_limit_stated {
            let note = format!("The text names no limit; at most {} rounds are assumed.", repeat.max_times);
            if let Some(node) = self.plan.plan_mut().nodes.iter_mut().find(|node| node.id == gate) {
                node.notes.push(note);
            }
        }
        if let Some(origin) = repeat.origin
            && let Some(node) = self.plan.plan_mut().nodes.iter_mut().find(|node| node.id == gate)
        {
            node.origin = origin;
        }
    }

    /// Leads back to the start of a loop, over what is done before.
    fn go_around(&mut self, gate: &NodeId, again: Loose, entry: &NodeId, repeat: &mut RepeatSketch) {
        self.loose = vec![again];
        if let Some(again) = &mut repeat.again {
            let mut parts = std::mem::take(&mut again.parts);
            open_end(&mut parts);
            self.parts(parts);
        }
        self.lead_to(entry);
        if let Some(flow) = self.plan.plan_mut().flows.iter_mut().rfind(|flow| flow.from == *gate) {
            flow.max_times = Some(repeat.max_times);
        }
    }

    /// Brings several ways together, so that one is left.
    fn close(&mut self) {
        if self.loose.len() > 1 {
            let join = self.plan.gateway("Go on", GatewayRule::Exclusive);
            self.lead_to(&join);
            self.loose = vec![plain(&join)];
        }
    }

    fn lead_to(&mut self, node: &NodeId) {
        for way in std::mem::take(&mut self.loose) {
            self.connect(way, node);
        }
    }

    /// A node in the present way.
    fn pass(&mut self, node: &NodeId) {
        self.lead_to(node);
        self.loose = vec![plain(node)];
    }

    fn connect(&mut self, way: Loose, to: &NodeId) {
        self.plan.flow(&way.from, to);
        if let Some(flow) = self.plan.plan_mut().flows.last_mut() {
            flow.label = way.label;
            flow.condition = way.condition;
            flow.probability = way.probability;
            flow.is_default = way.is_default;
        }
    }
}

fn plain(from: &NodeId) -> Loose {
    Loose { from: from.clone(), label: None, condition: None, probability: None, is_default: false }
}

/// One otherwise at most, at most one way without steps, and two ways at least.
fn tidy(mut decision: DecisionSketch) -> DecisionSketch {
    let mut has_default = false;
    let mut has_empty = false;
    decision.branches.retain(|branch| {
        let is_second_default = branch.condition.is_none() && has_default;
        let is_second_empty = branch.parts.is_empty() && has_empty;
        has_default |= branch.condition.is_none();
        has_empty |= branch.parts.is_empty();
        !(is_second_default || is_second_empty)
    });
    if !has_default
        && !has_empty
        && !ranges::leave_nothing(decision.branches.iter().filter_map(|branch| branch.condition.as_deref()))
    {
        decision.branches.push(BranchSketch {
            label: "otherwise".to_owned(),
            condition: None,
            share: None,
            parts: Vec::new(),
        });
    }
    decision
}

/// Shares of all branches: stated ones first, the rest by how the condition sounds. They add up to 1.
fn shares(branches: &[BranchSketch]) -> Vec<f64> {
    let known = |branch: &BranchSketch| branch.share.map(|(share, _)| share.clamp(0.0, 1.0));
    let trouble =
        |branch: &BranchSketch| sounds_like_trouble(branch.condition.as_deref().unwrap_or(&branch.label));
    let mut shares: Vec<Option<f64>> = branches
        .iter()
        .map(|branch| known(branch).or_else(|| trouble(branch).then_some(TROUBLE_SHARE)))
        .collect();
    let total: f64 = shares.iter().flatten().sum();
    let open = shares.iter().filter(|share| share.is_none()).count();
    if open > 0 {
        let each = (1.0 - total).max(0.0) / open as f64;
        for share in &mut shares {
            share.get_or_insert(each);
        }
    }
    let total: f64 = shares.iter().flatten().sum();
    let count = branches.len() as f64;
    let scaled: Vec<f64> = shares
        .iter()
        .map(|share| if total > 0.0 { share.unwrap_or(0.0) / total } else { 1.0 / count })
        .map(|share| (share * 1e4).round() / 1e4)
        .collect();
    // Rounding goes to the last one.
    let others: f64 = scaled.iter().take(scaled.len().saturating_sub(1)).sum();
    let mut scaled = scaled;
    if let Some(last) = scaled.last_mut() {
        *last = (((1.0 - others).max(0.0)) * 1e4).round() / 1e4;
    }
    scaled
}

fn sounds_like_trouble(condition: &str) -> bool {
    let lower = format!(" {} ", condition.to_lowercase());
    [
        " not ",
        "n't ",
        " fail",
        " declin",
        " reject",
        " refus",
        " missing",
        " late ",
        " unavailable",
        " wrong ",
        " error",
        " expire",
        " no ",
        " absent",
        " invalid",
        " unreadable",
        " fraud",
        " emergency",
        " cannot ",
        " already ",
        " suspic",
        " too ",
        " damaged",
        " differs",
        " exceeds the limit",
        " blocked",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// The text cut to a length that fits a line.
pub(super) fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= 90 {
        return text;
    }
    let cut: String = text.chars().take(88).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{}…", cut.trim_end_matches([',', ';', ':']))
}

fn first_title(lane: &[Part]) -> Option<String> {
    let mut first = None;
    super::sketch::each_step(lane, &mut |step| {
        if first.is_none() {
            first = Some(crate::plan::words::lower_first(&step.title));
        }
    });
    first
}

/// A part whose every way ends leaves its last way open, because something follows.
fn keep_a_way_open(part: &mut Part) {
    match part {
        Part::Decision(decision) => {
            let has_default = decision.branches.iter().any(|branch| branch.condition.is_none());
            let is_open = |branch: &BranchSketch| !ends(&branch.parts);
            if has_default && !decision.branches.iter().any(is_open) {
                let at = decision.branches.iter().position(|branch| branch.condition.is_none());
                if let Some(branch) = at.and_then(|at| decision.branches.get_mut(at)) {
                    open_end(&mut branch.parts);
                }
            }
        }
        Part::Repeat(repeat) => open_end(&mut repeat.parts),
        Part::Parallel(lanes) => lanes.iter_mut().for_each(open_end),
        _ => {}
    }
}

/// Whether nothing can follow the parts.
fn ends(parts: &[Part]) -> bool {
    parts.iter().any(|part| match part {
        Part::End(..) => true,
        Part::Decision(decision) => {
            decision.branches.iter().any(|branch| branch.condition.is_none())
                && decision.branches.iter().all(|branch| ends(&branch.parts))
        }
        Part::Repeat(repeat) => ends(&repeat.parts),
        _ => false,
    })
}

/// Takes out ends that nothing could follow.
fn open_end(parts: &mut Vec<Part>) {
    parts.retain(|part| !matches!(part, Part::End(..)));
    for part in parts {
        keep_a_way_open(part);
    }
}

impl Weaver<'_> {
    /// The id of whoever has a role; added to the plan at first use.
    pub(super) fn actor(&mut self, role: &super::sketch::Role) -> crate::domain::id::ActorId {
        let (name, kind, origin) = self.cast.actor(role);
        let id = self.plan.actor(&name, kind);
        if let Some(actor) = self.plan.plan_mut().actors.iter_mut().find(|actor| actor.id == id) {
            actor.origin = origin;
        }
        id
    }
}
