//! Operations on single steps and parts: insert, remove, move, replace, swap, rename, duplicate, split, merge.

use std::collections::BTreeSet;

use super::draft::{Draft, Slot, internal};
use super::graph::Region;
use crate::domain::edit::{
    InsertStep, MergeSteps, MoveNode, NodePair, Place, RenameNode, ReplaceStep, SplitStep,
};
use crate::domain::id::{AssumptionId, FailureId, FlowId, NodeId, ScreenId, unused};
use crate::domain::plan::{GatewayRule, NodeKind, Outcome, Plan};
use crate::domain::quantity::{Distribution, Unit};
use crate::domain::step::Step;
use crate::error::{Error, ErrorCode, Result};

/// Longest title of a node, in characters.
const MAX_TITLE: usize = 300;
/// Most parts of a step that is split or replaced.
const MAX_PARTS: usize = 50;

impl Draft<'_> {
    pub(super) fn insert(&mut self, insert: &InsertStep) -> Result<()> {
        let title = checked_title(&insert.title)?;
        let slot = self.slot(&insert.place)?;
        let neighbour = slot.beside.clone();
        self.new_in_slot(&title, &slot, insert.actor.as_deref(), &neighbour)?;
        Ok(())
    }

    /// Puts a new step into a slot.
    pub(super) fn new_in_slot(
        &mut self,
        title: &str,
        slot: &Slot,
        actor: Option<&str>,
        neighbour: &NodeId,
    ) -> Result<NodeId> {
        let kind = self.new_step(title, actor, neighbour);
        let node = self.add_node("step_", title, kind, &slot.beside, slot.is_before);
        let out = self.add_flow(&node, &slot.to);
        self.attach(slot, &node, &[out]);
        Ok(node)
    }

    pub(super) fn remove(&mut self, node: &NodeId) -> Result<()> {
        match &self.node(node)?.kind {
            NodeKind::Start => Err(Error::new(ErrorCode::InvalidEdit, "the start cannot be removed")
                .with_hint("remove the first step instead")),
            NodeKind::End(end) => {
                let outcome = end.outcome;
                self.remove_end(node, outcome)
            }
            NodeKind::Gateway(_) => self.remove_gateway(node),
            _ => {
                let region = self.region(std::slice::from_ref(node))?;
                self.cut(&region)
            }
        }
    }

    /// Takes a part out for good.
    pub(super) fn cut(&mut self, region: &Region) -> Result<()> {
        let loose = self.detach(region);
        self.drop_flows(&loose);
        let inside: Vec<NodeId> = region.nodes.iter().cloned().collect();
        self.plan.flows.retain(|flow| !inside.contains(&flow.from) && !inside.contains(&flow.to));
        self.plan.nodes.retain(|node| !inside.contains(&node.id));
        Ok(())
    }

    fn remove_end(&mut self, node: &NodeId, outcome: Outcome) -> Result<()> {
        let is_other_goal = |other: &&crate::domain::plan::Node| {
            other.id != *node
                && matches!(&other.kind, NodeKind::End(end) if end.outcome == Outcome::GoalReached)
        };
        if outcome == Outcome::GoalReached && !self.plan.nodes.iter().any(|other| is_other_goal(&other)) {
            return Err(Error::new(
                ErrorCode::InvalidEdit,
                "the only end that reaches the goal cannot be removed",
            )
            .with_hint("remove a step before it instead"));
        }
        let graph = self.graph();
        let ways: Vec<FlowId> = graph.ways_in(node).into_iter().map(|flow| flow.id.clone()).collect();
        let stuck = graph.ways_in(node).into_iter().find(|flow| graph.ways_out(&flow.from).len() < 2);
        if let Some(flow) = stuck {
            return Err(Error::new(
                ErrorCode::InvalidEdit,
                format!("`{}` would lead nowhere without this end", self.title(&flow.from)),
            )
            .with_hint(format!("remove `{}` first, or move it", self.title(&flow.from))));
        }
        self.drop_flows(&ways);
        self.drop_node(node);
        Ok(())
    }

    /// A loop's gateway goes with the way back; another one with all that stands between it and its other half.
    fn remove_gateway(&mut self, node: &NodeId) -> Result<()> {
        let graph = self.graph();
        let ways = graph.ways_in(node).into_iter().chain(graph.ways_out(node));
        let back: Vec<FlowId> = ways.filter(|flow| graph.is_back(flow)).map(|flow| flow.id.clone()).collect();
        if back.is_empty() {
            let region = self.region(std::slice::from_ref(node))?;
            return self.cut(&region);
        }
        self.drop_flows(&back);
        Ok(())
    }

    pub(super) fn move_to(&mut self, order: &MoveNode) -> Result<()> {
        let region = self.region(std::slice::from_ref(&order.node))?;
        let named: Vec<&NodeId> = match &order.place {
            Place::Before(target) | Place::After(target) => vec![&target.node],
            Place::Between(pair) => vec![&pair.first, &pair.second],
            Place::AtStart | Place::AtEnd => vec![],
        };
        if let Some(inside) = named.into_iter().find(|node| region.nodes.contains(*node)) {
            return Err(Error::new(
                ErrorCode::InvalidEdit,
                format!("`{}` cannot be moved next to itself", self.title(inside)),
            ));
        }
        let exits = self.detach(&region);
        let slot = self.slot(&order.place)?;
        self.put_region(&region, &slot, &exits)
    }

    /// Puts a part that was taken out into a slot.
    pub(super) fn put_region(&mut self, region: &Region, slot: &Slot, exits: &[FlowId]) -> Result<()> {
        let exits = self.one_exit(region, slot, exits)?;
        self.attach(slot, &region.entry, &exits);
        self.place_nodes(&region.nodes, &slot.beside, slot.is_before);
        Ok(())
    }

    /// Several ways out of a part are brought together by a gateway of the kind that divided them.
    pub(super) fn one_exit(&mut self, region: &Region, slot: &Slot, exits: &[FlowId]) -> Result<Vec<FlowId>> {
        if exits.len() < 2 {
            return Ok(exits.to_vec());
        }
        let rule = match &self.node(&region.entry)?.kind {
            NodeKind::Gateway(gateway) => gateway.rule,
            _ => GatewayRule::Exclusive,
        };
        let join = self.add_gateway(
            &format!("{} (together again)", self.title(&region.entry)),
            rule,
            &slot.beside,
            slot.is_before,
        );
        self.redirect(exits, &join);
        Ok(vec![self.add_flow(&join, &slot.to)])
    }

    pub(super) fn replace(&mut self, order: &ReplaceStep) -> Result<()> {
        let titles = checked_titles(&order.titles, 1)?;
        let region = self.region(std::slice::from_ref(&order.node))?;
        let neighbour = region.nodes.iter().find(|node| self.step(node).is_ok()).cloned();
        let exits = self.detach(&region);
        let mut slot = Slot {
            flows: region.ways_in.clone(),
            to: region.next.clone(),
            beside: order.node.clone(),
            is_before: false,
        };
        for title in titles {
            let near = neighbour.clone().unwrap_or_else(|| slot.beside.clone());
            let node = self.new_in_slot(&title, &slot, None, &near)?;
            slot = self.slot(&Place::After(crate::domain::edit::NodeTarget { node }))?;
        }
        self.drop_flows(&exits);
        let gone = &region.nodes;
        self.plan.flows.retain(|flow| !gone.contains(&flow.from) && !gone.contains(&flow.to));
        self.plan.nodes.retain(|node| !gone.contains(&node.id));
        Ok(())
    }

    pub(super) fn swap(&mut self, pair: &NodePair) -> Result<()> {
        let first = self.region(std::slice::from_ref(&pair.first))?;
        let second = self.region(std::slice::from_ref(&pair.second))?;
        if !first.nodes.is_disjoint(&second.nodes) {
            return Err(Error::new(
                ErrorCode::InvalidEdit,
                format!(
                    "`{}` and `{}` are not apart and cannot change places",
                    self.title(&pair.first),
                    self.title(&pair.second)
                ),
            )
            .with_hint("name two different steps"));
        }
        let after = |own: &Region, other: &Region| {
            if other.next == own.entry { other.entry.clone() } else { other.next.clone() }
        };
        let ways = |own: &Region, other: &Region| -> Vec<FlowId> {
            own.ways_in.iter().filter(|flow| !other.ways_out.contains(flow)).cloned().collect()
        };
        let (first_next, second_next) = (after(&first, &second), after(&second, &first));
        let (first_in, second_in) = (ways(&first, &second), ways(&second, &first));
        self.redirect(&first_in, &second.entry);
        self.redirect(&second_in, &first.entry);
        self.redirect(&first.ways_out, &first_next);
        self.redirect(&second.ways_out, &second_next);
        self.swap_in_reading_order(&first.nodes, &second.nodes);
        Ok(())
    }

    fn swap_in_reading_order(&mut self, first: &BTreeSet<NodeId>, second: &BTreeSet<NodeId>) {
        let place_of =
            |plan: &Plan, set: &BTreeSet<NodeId>| plan.nodes.iter().position(|node| set.contains(&node.id));
        let (Some(one), Some(two)) = (place_of(&self.plan, first), place_of(&self.plan, second)) else {
            return;
        };
        let (early, late) = if one < two { (first, second) } else { (second, first) };
        let nodes = std::mem::take(&mut self.plan.nodes);
        let pick = |set: &BTreeSet<NodeId>| -> Vec<_> {
            nodes.iter().filter(|node| set.contains(&node.id)).cloned().collect()
        };
        let (mut early_nodes, mut late_nodes) = (Some(pick(early)), Some(pick(late)));
        for node in &nodes {
            if early.contains(&node.id) {
                self.plan.nodes.extend(late_nodes.take().into_iter().flatten());
            } else if late.contains(&node.id) {
                self.plan.nodes.extend(early_nodes.take().into_iter().flatten());
            } else {
                self.plan.nodes.push(node.clone());
            }
        }
    }

    pub(super) fn rename(&mut self, order: &RenameNode) -> Result<()> {
        let title = checked_title(&order.title)?;
        let node = self.node_mut(&order.node)?;
        let old = std::mem::replace(&mut node.title, title.clone());
        let screen = match &node.kind {
            NodeKind::Step(step) => step.screen.clone(),
            _ => None,
        };
        let screen = self.plan.screens.iter_mut().find(|other| Some(&other.id) == screen.as_ref());
        if let Some(screen) = screen.filter(|screen| screen.title == old) {
            screen.title = title;
        }
        Ok(())
    }

    pub(super) fn duplicate(&mut self, id: &NodeId) -> Result<()> {
        let title = self.title(id);
        let mut copy = self.step(id)?.clone();
        self.rename_parts(&mut copy, &title);
        let slot = self.slot(&Place::After(crate::domain::edit::NodeTarget { node: id.clone() }))?;
        let node =
            self.add_node("step_", &title, NodeKind::Step(Box::new(copy)), &slot.beside, slot.is_before);
        let out = self.add_flow(&node, &slot.to);
        self.attach(&slot, &node, &[out]);
        Ok(())
    }

    /// Gives a copied step failure modes and a screen of its own.
    fn rename_parts(&mut self, step: &mut Step, title: &str) {
        let mut taken = failure_ids(&self.plan);
        for mode in &mut step.failure_modes {
            mode.id = unused(mode.id.numbered(2), FailureId::numbered, |id| taken.contains(id));
            taken.insert(mode.id.clone());
        }
        let screen =
            self.plan.screens.iter().find(|screen| Some(&screen.id) == step.screen.as_ref()).cloned();
        if let Some(mut screen) = screen {
            let present = &self.plan.screens;
            screen.id = unused(ScreenId::named(title), ScreenId::numbered, |id| {
                present.iter().any(|other| other.id == *id)
            });
            step.screen = Some(screen.id.clone());
            self.plan.screens.push(screen);
        }
    }

    pub(super) fn split(&mut self, order: &SplitStep) -> Result<()> {
        let titles = checked_titles(&order.titles, 2)?;
        let old = self.step(&order.node)?.clone();
        let parts = titles.len() as f64;
        let actor =
            self.plan.actors.iter().find(|actor| actor.id == old.actor).map(|actor| actor.name.clone());
        let mut titles = titles.into_iter();
        let first = titles.next().ok_or_else(|| internal("a split without parts"))?;
        let mut slot =
            self.slot(&Place::After(crate::domain::edit::NodeTarget { node: order.node.clone() }))?;
        let whole = old
            .working_time
            .as_ref()
            .and_then(|id| self.plan.assumptions.iter().find(|assumption| assumption.id == *id).cloned());
        for title in titles {
            let node = self.new_in_slot(&title, &slot, actor.as_deref(), &order.node)?;
            if let Some(whole) = &whole {
                let value = whole.value.scaled(1.0 / parts);
                let time = self.part_time(&title, value)?;
                self.step_mut(&node)?.working_time = Some(time);
            }
            slot = self.slot(&Place::After(crate::domain::edit::NodeTarget { node }))?;
        }
        self.rename(&RenameNode { node: order.node.clone(), title: first.clone() })?;
        if let Some(whole) = whole {
            let time = self.part_time(&first, whole.value.scaled(1.0 / parts))?;
            self.step_mut(&order.node)?.working_time = Some(time);
        }
        // What is there afterwards is there after the last part.
        if !old.produces.is_empty() {
            self.step_mut(&slot.beside)?.produces = old.produces;
        }
        Ok(())
    }

    fn part_time(&mut self, title: &str, value: Distribution) -> Result<AssumptionId> {
        let average = value.mean();
        value.check()?;
        let origin = crate::domain::provenance::Origin::inferred(
            "edit.part_time",
            "the working time of the former steps is shared out or added up",
            0.6,
        );
        let statement = format!("How long the work takes at: {title}");
        Ok(self.assume(&statement, value, Unit::Milliseconds, (average * 0.5, average * 2.0), origin))
    }

    pub(super) fn merge(&mut self, order: &MergeSteps) -> Result<()> {
        let nodes: Vec<NodeId> = distinct(&order.nodes);
        let Some(first) = nodes.first().filter(|_| nodes.len() > 1) else {
            return Err(Error::new(
                ErrorCode::InvalidEdit,
                "at least two different steps are needed for one that stands for them",
            ));
        };
        let steps: Vec<Step> = nodes.iter().map(|node| self.step(node).cloned()).collect::<Result<_>>()?;
        let region = self.region(&nodes)?;
        let stranger = region.nodes.iter().find(|node| {
            !nodes.contains(node)
                && self.node(node).is_ok_and(|node| !matches!(node.kind, NodeKind::Gateway(_)))
        });
        if let Some(stranger) = stranger {
            return Err(Error::new(
                ErrorCode::InvalidEdit,
                format!("`{}` stands between the steps that are to become one", self.title(stranger)),
            )
            .with_hint("move it away first, or name it as well"));
        }
        let title = match &order.title {
            Some(title) => checked_title(title)?,
            None => joined_title(&nodes.iter().map(|node| self.title(node)).collect::<Vec<_>>())?,
        };
        let exits = self.detach(&region);
        let kept = exits.first().cloned().ok_or_else(|| internal("a part without a way out"))?;
        self.redirect(&region.ways_in, first);
        self.plan.flows.retain(|flow| {
            flow.id == kept
                || (!region.nodes.contains(&flow.from)
                    && (!region.nodes.contains(&flow.to) || flow.to == *first))
        });
        let out = self.flow_mut(&kept)?;
        (out.from, out.to) = (first.clone(), region.next.clone());
        (out.label, out.condition, out.probability, out.is_default, out.max_times) =
            (None, None, None, false, None);
        self.plan.nodes.retain(|node| node.id == *first || !region.nodes.contains(&node.id));
        self.fill_merged(first, &steps, &title)
    }

    fn fill_merged(&mut self, first: &NodeId, steps: &[Step], title: &str) -> Result<()> {
        let times: Vec<Distribution> = steps
            .iter()
            .filter_map(|step| step.working_time.as_ref())
            .filter_map(|id| self.plan.assumptions.iter().find(|other| other.id == *id))
            .map(|assumption| assumption.value.clone())
            .collect();
        let total: f64 = times.iter().map(Distribution::mean).sum();
        let time = match times.first() {
            Some(shape) if times.len() > 1 && total > 0.0 => {
                Some(self.part_time(title, shape.with_mean(total))?)
            }
            _ => None,
        };
        let kept = self.step_mut(first)?;
        for step in steps.iter().skip(1) {
            for data in &step.needs {
                if !kept.needs.contains(data) && !kept.produces.contains(data) {
                    kept.needs.push(data.clone());
                }
            }
            for data in &step.produces {
                if !kept.produces.contains(data) {
                    kept.produces.push(data.clone());
                }
            }
            kept.failure_modes.extend(step.failure_modes.iter().cloned());
            kept.call = kept.call.take().or_else(|| step.call.clone());
            kept.resource = kept.resource.take().or_else(|| step.resource.clone());
            kept.risk = match (kept.risk.take(), step.risk.clone()) {
                (Some(left), Some(right)) => Some(if left.level >= right.level { left } else { right }),
                (left, right) => left.or(right),
            };
        }
        if time.is_some() {
            kept.working_time = time;
        }
        self.rename(&RenameNode { node: first.clone(), title: title.to_owned() })
    }
}

/// A title without white space around it.
///
/// # Errors
/// `invalid_edit` where it is empty or longer than 300 characters.
pub(crate) fn checked_title(title: &str) -> Result<String> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() || title.chars().count() > MAX_TITLE || title.chars().any(char::is_control) {
        return Err(Error::new(ErrorCode::InvalidEdit, "the title is empty, too long or not plain text")
            .with_hint(format!("give a title of 1 to {MAX_TITLE} characters")));
    }
    Ok(title)
}

fn checked_titles(titles: &[String], fewest: usize) -> Result<Vec<String>> {
    if titles.len() < fewest || titles.len() > MAX_PARTS {
        return Err(Error::new(ErrorCode::InvalidEdit, format!("{} titles were given", titles.len()))
            .with_hint(format!("give {fewest} to {MAX_PARTS} titles")));
    }
    titles.iter().map(|title| checked_title(title)).collect()
}

fn joined_title(titles: &[String]) -> Result<String> {
    let mut joined = String::new();
    for (index, title) in titles.iter().enumerate() {
        if index > 0 {
            joined.push_str(" and ");
        }
        let mut letters = title.chars();
        match letters.next().filter(|_| index > 0 && !is_all_capital(title)) {
            Some(first) => {
                joined.extend(first.to_lowercase());
                joined.push_str(letters.as_str());
            }
            None => joined.push_str(title),
        }
    }
    checked_title(&joined.chars().take(MAX_TITLE).collect::<String>())
}

fn is_all_capital(title: &str) -> bool {
    title.split_whitespace().next().is_some_and(|word| word.chars().all(|letter| !letter.is_lowercase()))
}

pub(super) fn distinct(nodes: &[NodeId]) -> Vec<NodeId> {
    let mut seen = BTreeSet::new();
    nodes.iter().filter(|node| seen.insert((*node).clone())).cloned().collect()
}

fn failure_ids(plan: &Plan) -> BTreeSet<FailureId> {
    let steps = plan.nodes.iter().filter_map(|node| match &node.kind {
        NodeKind::Step(step) => Some(step),
        _ => None,
    });
    steps.flat_map(|step| step.failure_modes.iter().map(|mode| mode.id.clone())).collect()
}
