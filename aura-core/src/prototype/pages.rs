//! From a plan's graph to pages: which there are, what stands on each, where each button leads.

use std::collections::BTreeMap;

use super::PrototypeOptions;
use super::graph::{Graph, not_walkable};
use super::view;
use super::walk::{Lanes, Part, Stop, stop_after, stop_at, stop_without_lane};
use crate::domain::figures::{capitalise, counted, duration, uncapitalise};
use crate::domain::id::{FlowId, PrototypeId};
use crate::domain::plan::{Flow, GatewayRule, Node, NodeKind, Plan, ScreenElement};
use crate::domain::prototype::{Page, PageAction, PageKind, Prototype};
use crate::domain::step::{FailureEffect, RetryRule, Step};
use crate::domain::version::version_of;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

pub(super) fn build(plan: &Plan, options: &PrototypeOptions) -> Result<Prototype> {
    let limits = Limits::default();
    Limits::check_count("steps", plan.nodes.len(), limits.plan_nodes)?;
    Limits::check_count("flows", plan.flows.len(), limits.plan_flows)?;
    let plan_version = version_of(plan)?;
    let maker = Maker { graph: Graph::new(plan)?, options };
    let first = stop_at(&maker.graph, maker.graph.start()?, Lanes::new())?;
    let drafts = maker.all_pages(first)?;
    let names = names_of(plan, &drafts);
    let pages: Vec<Page> = drafts.into_iter().map(|draft| draft.finish(&names)).collect();
    let first = pages.first().map(|page| page.id.clone()).unwrap_or_default();
    Ok(Prototype {
        id: PrototypeId::named(plan_version.as_str().trim_start_matches("version_")),
        plan: plan.id.clone(),
        plan_version,
        title: plan.title.clone(),
        first,
        pages,
    })
}

/// The id of the page that shows the end after a failure mode. Failure modes are unique in a plan.
pub(super) fn ended_page_id(failure: &crate::domain::id::FailureId) -> String {
    format!("page_{failure}_ended")
}

struct Maker<'plan> {
    graph: Graph<'plan>,
    options: &'plan PrototypeOptions,
}

/// A page whose buttons still lead to stops.
struct Draft {
    stop: Stop,
    kind: PageKind,
    title: String,
    actor: String,
    intro: String,
    elements: Vec<ScreenElement>,
    actions: Vec<DraftAction>,
}

struct DraftAction {
    id: String,
    label: String,
    to: Stop,
    flow: Option<FlowId>,
    is_failure: bool,
}

impl DraftAction {
    fn new(id: impl Into<String>, label: impl Into<String>, to: Stop) -> Self {
        DraftAction { id: id.into(), label: label.into(), to, flow: None, is_failure: false }
    }

    fn on_flow(mut self, flow: Option<&Flow>) -> Self {
        self.flow = flow.map(|flow| flow.id.clone());
        self
    }
}

impl Draft {
    fn finish(self, names: &BTreeMap<Stop, (String, crate::domain::id::NodeId)>) -> Page {
        let named = |stop: &Stop| names.get(stop).cloned();
        let actions = self.actions.into_iter().filter_map(|action| {
            let (to, _) = named(&action.to)?;
            Some(PageAction {
                id: action.id,
                label: action.label,
                to,
                flow: action.flow,
                is_failure: action.is_failure,
            })
        });
        let actions = actions.collect();
        let (id, node) =
            named(&self.stop).unwrap_or_else(|| (String::new(), crate::domain::id::NodeId::named("unnamed")));
        Page {
            id,
            kind: self.kind,
            node,
            title: self.title,
            actor: self.actor,
            intro: self.intro,
            elements: self.elements,
            actions,
        }
    }
}

fn names_of(plan: &Plan, drafts: &[Draft]) -> BTreeMap<Stop, (String, crate::domain::id::NodeId)> {
    let mut taken = std::collections::BTreeSet::new();
    let mut names = BTreeMap::new();
    for draft in drafts {
        let Some(node) = plan.nodes.get(draft.stop.node) else { continue };
        let failure = |position: usize| match &node.kind {
            NodeKind::Step(step) => step.failure_modes.get(position).map(|failure| failure.id.clone()),
            _ => None,
        };
        let wanted = match draft.stop.part {
            Part::Whole => format!("page_{}", node.id),
            Part::Lane(lane) => format!("page_{}_part_{}", node.id, lane + 1),
            Part::Retry(position) => failure(position)
                .map_or_else(|| format!("page_{}_again", node.id), |id| format!("page_{id}_again")),
            Part::Ended(position) => {
                failure(position).map_or_else(|| format!("page_{}_ended", node.id), |id| ended_page_id(&id))
            }
        };
        let id = crate::domain::id::unused(
            wanted,
            |wanted, number| format!("{wanted}_{number}"),
            |candidate| taken.contains(candidate),
        );
        taken.insert(id.clone());
        names.insert(draft.stop.clone(), (id, node.id.clone()));
    }
    names
}

impl<'plan> Maker<'plan> {
    /// All pages that can be reached, in reading order: the way straight on first, failures after it.
    fn all_pages(&self, first: Stop) -> Result<Vec<Draft>> {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        let mut open = vec![first.clone()];
        while let Some(stop) = open.pop() {
            if !seen.insert(stop.clone()) {
                continue;
            }
            if drafts.len() >= self.options.max_pages {
                return Err(Error::new(
                    ErrorCode::LimitSize,
                    format!("the prototype has more pages than the limit of {}", self.options.max_pages),
                )
                .with_hint("make sub-plans of it, or raise `max_pages`"));
            }
            let draft = self.page(stop, &first)?;
            open.extend(draft.actions.iter().rev().map(|action| action.to.clone()));
            drafts.push(draft);
        }
        Ok(drafts)
    }

    fn page(&self, stop: Stop, first: &Stop) -> Result<Draft> {
        let node = self.graph.node(stop.node)?;
        let mut draft = match (&node.kind, stop.part) {
            (NodeKind::Step(step), Part::Whole) => self.step(stop, node, step)?,
            (NodeKind::Step(step), Part::Retry(position)) => self.retry(stop, step, position)?,
            (NodeKind::Step(step), Part::Ended(position)) => self.ended(stop, step, position)?,
            (NodeKind::Gateway(_), Part::Lane(lane)) => self.lane(stop, node, lane)?,
            (NodeKind::Gateway(gateway), _) => self.decision(stop, node, gateway.rule)?,
            (NodeKind::Timer(timer), _) => {
                let time = self.duration_of(&timer.duration);
                let intro = format!("About {time} pass here. The prototype does not wait.");
                self.passing(stop, node, "time", PageKind::Wait, intro, "Let the time pass")?
            }
            (NodeKind::Message(message), _) => {
                let sender = view::actor_name(self.graph.plan, &message.from);
                let time = self.duration_of(&message.delay);
                let intro = if message.is_signal {
                    format!(
                        "This waits for a signal of the {sender}, which all get who wait. One comes about every {time}."
                    )
                } else {
                    format!("This waits for word from the {sender}. It takes about {time}.")
                };
                self.passing(stop, node, &sender, PageKind::Wait, intro, "The message arrives")?
            }
            (NodeKind::End(end), _) => {
                let intro = view::outcome_sentence(end.outcome).to_owned();
                let actor = self.actor_before(stop.node);
                self.blank(stop, PageKind::End, &node.title, actor, intro)
            }
            (NodeKind::Start | NodeKind::Step(_), _) => {
                let intro = "The plan says nothing about what comes next.".to_owned();
                self.blank(stop, PageKind::End, &node.title, String::new(), intro)
            }
        };
        if !draft.actions.iter().any(|action| !action.is_failure) {
            draft.actions.insert(0, DraftAction::new("again", "Start again", first.clone()));
        }
        Ok(draft)
    }

    fn blank(&self, stop: Stop, kind: PageKind, title: &str, actor: String, intro: String) -> Draft {
        Draft {
            stop,
            kind,
            title: capitalise(title),
            actor,
            intro,
            elements: Vec::new(),
            actions: Vec::new(),
        }
    }

    /// A page with one way on.
    fn passing(
        &self,
        stop: Stop,
        node: &Node,
        actor: &str,
        kind: PageKind,
        intro: String,
        label: &str,
    ) -> Result<Draft> {
        let mut draft = self.blank(stop, kind, &node.title, actor.to_owned(), intro);
        draft.actions.extend(self.going_on(&draft.stop, label)?);
        Ok(draft)
    }

    fn going_on(&self, stop: &Stop, label: &str) -> Result<Option<DraftAction>> {
        let flow = match self.graph.outgoing(stop.node) {
            [(_, flow)] => Some(*flow),
            _ => None,
        };
        let after = stop_after(&self.graph, stop.node, &stop.lanes)?;
        Ok(after.map(|to| DraftAction::new("go", label, to).on_flow(flow)))
    }

    fn step(&self, stop: Stop, node: &Node, step: &Step) -> Result<Draft> {
        let plan = self.graph.plan;
        let screen = step.screen.as_ref().and_then(|id| plan.screens.iter().find(|screen| screen.id == *id));
        let mut draft = match screen {
            Some(screen) => {
                let actor = view::actor_name(plan, &step.actor);
                let mut draft =
                    self.blank(stop, PageKind::Screen, &screen.title, actor, screen.intro.clone());
                draft.elements.clone_from(&screen.elements);
                draft.actions.extend(self.going_on(&draft.stop, &screen.action)?);
                draft
            }
            None => {
                let described = view::describe_step(plan, step);
                let mut draft =
                    self.blank(stop, described.kind, &node.title, described.actor, described.intro);
                draft.elements = described.elements;
                draft.actions.extend(self.going_on(&draft.stop, described.action)?);
                draft
            }
        };
        if let Some(each) = &step.for_each {
            draft.intro = format!("{} This is done for each {}.", draft.intro, each.of).trim().to_owned();
        }
        if self.options.with_failures {
            self.add_failures(&mut draft, step)?;
        }
        Ok(draft)
    }

    fn add_failures(&self, draft: &mut Draft, step: &Step) -> Result<()> {
        for (position, failure) in step.failure_modes.iter().enumerate() {
            let to = match &failure.then {
                FailureEffect::Retry(_) => Stop { part: Part::Retry(position), ..draft.stop.clone() },
                FailureEffect::GoTo(target) => {
                    let node = self.graph.position(&target.node)?;
                    stop_at(&self.graph, node, draft.stop.lanes.clone())?
                }
                FailureEffect::End(_) => self.ended_stop(draft.stop.node, position),
            };
            let label = format!("What if {}?", uncapitalise(failure.title.trim_end_matches(['.', '?'])));
            let mut action = DraftAction::new(failure.id.as_str(), label, to);
            action.is_failure = true;
            draft.actions.push(action);
        }
        Ok(())
    }

    fn ended_stop(&self, node: usize, position: usize) -> Stop {
        Stop { node, lanes: Lanes::new(), part: Part::Ended(position) }
    }

    fn retry(&self, stop: Stop, step: &Step, position: usize) -> Result<Draft> {
        let failure = step.failure_modes.get(position).ok_or_else(missing_failure)?;
        let FailureEffect::Retry(rule) = &failure.then else { return Err(missing_failure()) };
        let actor = view::doer(self.graph.plan, step);
        let mut draft = self.blank(stop, PageKind::Decision, &failure.title, actor, retry_intro(rule));
        let again = Stop { part: Part::Whole, ..draft.stop.clone() };
        draft.actions.push(DraftAction::new("again", "Try again", again));
        let mut ended =
            DraftAction::new("ended", "It still does not work", self.ended_stop(draft.stop.node, position));
        ended.is_failure = true;
        draft.actions.push(ended);
        Ok(draft)
    }

    fn ended(&self, stop: Stop, step: &Step, position: usize) -> Result<Draft> {
        let failure = step.failure_modes.get(position).ok_or_else(missing_failure)?;
        let outcome = view::failure_outcome(&failure.then).ok_or_else(missing_failure)?;
        let actor = view::doer(self.graph.plan, step);
        Ok(self.blank(stop, PageKind::End, &failure.title, actor, view::outcome_sentence(outcome).to_owned()))
    }

    fn decision(&self, stop: Stop, node: &Node, rule: GatewayRule) -> Result<Draft> {
        let is_race = rule == GatewayRule::EventBased;
        let (kind, intro, actor) = if is_race {
            (
                PageKind::Wait,
                "Whatever happens first decides. Here you choose what that is.",
                "time".to_owned(),
            )
        } else {
            (
                PageKind::Decision,
                "The plan decides this from what it knows. Here you choose.",
                self.actor_before(stop.node),
            )
        };
        let mut draft = self.blank(stop, kind, &node.title, actor, intro.to_owned());
        for (to, flow) in self.graph.outgoing(draft.stop.node) {
            let target = self.graph.node(*to)?;
            let (label, next) = if is_race {
                let event = Stop { node: *to, ..draft.stop.clone() };
                (self.event_label(target), stop_after(&self.graph, *to, &draft.stop.lanes)?.unwrap_or(event))
            } else {
                (way_label(flow, target), stop_at(&self.graph, *to, draft.stop.lanes.clone())?)
            };
            draft.actions.push(DraftAction::new(flow.id.as_str(), label, next).on_flow(Some(*flow)));
        }
        Ok(draft)
    }

    fn event_label(&self, event: &Node) -> String {
        match &event.kind {
            NodeKind::Timer(timer) => format!("{} pass", capitalise(&self.duration_of(&timer.duration))),
            _ => capitalise(&event.title),
        }
    }

    fn lane(&self, stop: Stop, node: &Node, lane: usize) -> Result<Draft> {
        let ways = self.graph.lane_count(stop.node);
        let (to, flow) = self
            .graph
            .outgoing(stop.node)
            .get(lane)
            .ok_or_else(|| not_walkable("a way is missing".into()))?;
        let way = way_label(flow, self.graph.node(*to)?);
        let intro = format!(
            "More than one way may be taken here, and you are asked about each. This is {} of {ways}: {}.",
            lane + 1,
            uncapitalise(&way)
        );
        let actor = self.actor_before(stop.node);
        let mut draft = self.blank(stop, PageKind::Decision, &node.title, actor, intro);
        let yes = stop_at(&self.graph, *to, draft.stop.lanes.clone())?;
        draft.actions.push(DraftAction::new("yes", format!("Yes: {way}"), yes).on_flow(Some(*flow)));
        let no = stop_without_lane(&self.graph, draft.stop.node, lane, &draft.stop.lanes)?;
        draft.actions.push(DraftAction::new("no", "No", no));
        Ok(draft)
    }

    fn actor_before(&self, node: usize) -> String {
        match self.graph.step_before(node).map(|before| &before.kind) {
            Some(NodeKind::Step(step)) => view::doer(self.graph.plan, step),
            _ => String::new(),
        }
    }

    fn duration_of(&self, assumption: &crate::domain::id::AssumptionId) -> String {
        view::mean_of(self.graph.plan, assumption).map_or_else(|| "some time".to_owned(), duration)
    }
}

/// What a branch is called: its label, else its condition, else where it leads.
fn way_label(flow: &Flow, target: &Node) -> String {
    let label = match (&flow.label, &flow.condition) {
        (Some(label), _) if !label.trim().is_empty() => label.trim(),
        (_, Some(condition)) if !condition.english.trim().is_empty() => condition.english.trim(),
        _ if flow.is_default => "otherwise",
        _ => target.title.trim(),
    };
    let most = match flow.max_times {
        Some(times) => format!(" (at most {})", counted(u64::from(times), "time")),
        None => String::new(),
    };
    format!("{}{most}", capitalise(label))
}

fn retry_intro(rule: &RetryRule) -> String {
    let times = counted(u64::from(rule.max_times), "time");
    let wait = match rule.delay_ms {
        0 => "at once".to_owned(),
        delay => format!("after {}", duration(delay as f64)),
    };
    format!("It is tried again at most {times}, the first time {wait}. Here you choose whether that helps.")
}

fn missing_failure() -> Error {
    not_walkable("a failure mode is missing".to_owned())
}
