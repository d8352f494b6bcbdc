//! What was measured goes into the plan.

use std::collections::{BTreeMap, BTreeSet};

use super::fit::{Fitted, fit_distribution};
use super::instances::{Cases, Instance};
use super::people::Group;
use super::walk::{Counts, plain};
use super::{LearnOptions, Measured, hours, measured};
use crate::des::Calendar as KernelCalendar;
use crate::domain::id::{AssumptionId, ResourceId, unused};
use crate::domain::plan::{Assumption, GatewayRule, NodeKind, Plan};
use crate::domain::provenance::Origin;
use crate::domain::quantity::{Distribution, Unit};
use crate::domain::resource::{ClosingRule, Resource};
use crate::domain::step::{Step, TeamMember};

/// Waits that are shorter than this share of the work are left out.
const SHORT: f64 = 0.01;

/// Writes durations, people and shares into the plan.
pub(super) fn numbers(
    plan: &mut Plan,
    cases: &Cases,
    crew: &[Group],
    counts: &Counts,
    options: &LearnOptions,
    notes: &mut Vec<String>,
) -> Vec<Measured> {
    let mut done: BTreeMap<String, Vec<Done>> = BTreeMap::new();
    for case in &cases.cases {
        let mut before = None;
        for instance in case {
            let one = Done { instance, enabled: before.unwrap_or(instance.start) };
            done.entry(plain(&instance.activity)).or_default().push(one);
            before = Some(before.map_or(instance.end, |end: u64| end.max(instance.end)));
        }
    }
    let resources = add_resources(plan, crew, options);
    let mut writer = Writer { measured: Vec::new(), options, cases, crew, resources };
    let mut seen = BTreeSet::new();
    for place in 0..plan.nodes.len() {
        let Some(node) = plan.nodes.get(place) else { continue };
        let (title, key) = (node.title.clone(), plain(&node.title));
        let NodeKind::Step(step) = &node.kind else { continue };
        let Some(list) = done.get(&key) else {
            notes.push(format!("`{title}` never happens in the log; its numbers stay as they were"));
            continue;
        };
        let mut step = step.clone();
        writer.step(plan, &mut step, &title, list);
        if let Some(node) = plan.nodes.get_mut(place) {
            node.kind = NodeKind::Step(step);
        }
        seen.insert(key);
    }
    for (activity, list) in done.iter().filter(|(activity, _)| !seen.contains(*activity)) {
        notes
            .push(format!("`{activity}` happens {} times in the log and is no step of the plan", list.len()));
    }
    shares(plan, counts, options);
    writer.measured
}

/// Something that was done, and when it could have been begun.
struct Done<'c> {
    instance: &'c Instance,
    enabled: u64,
}

struct Writer<'a> {
    measured: Vec<Measured>,
    options: &'a LearnOptions,
    cases: &'a Cases,
    crew: &'a [Group],
    resources: Vec<ResourceId>,
}

impl Writer<'_> {
    fn step(&mut self, plan: &mut Plan, step: &mut Step, title: &str, list: &[Done<'_>]) {
        let clock = |group: Option<&Group>| -> Option<KernelCalendar> {
            hours::kernel(group.and_then(|group| group.hours.as_ref())).ok().flatten()
        };
        let group_of = |done: &Done<'_>| {
            let name = done.instance.resource.as_deref()?;
            self.crew.iter().position(|group| group.people.contains(name))
        };
        let mut spans: BTreeMap<Option<usize>, Vec<f64>> = BTreeMap::new();
        let mut waits = Vec::new();
        let clocks: Vec<Option<KernelCalendar>> = self.crew.iter().map(|group| clock(Some(group))).collect();
        for done in list {
            let group = group_of(done);
            let clock = group.and_then(|group| clocks.get(group)).and_then(Option::as_ref);
            let Instance { start, end, .. } = done.instance;
            spans.entry(group).or_default().push(hours::open_ms(clock, *start, *end));
            waits.push(idle_ms(done, group.and_then(|group| self.crew.get(group))));
        }
        if !self.cases.knows_starts {
            // All of it is waiting, because nobody knows who was busy with it for how long.
            let all: Vec<f64> = spans.into_values().flatten().collect();
            let fitted = fit_distribution(&all);
            let method = "time since the event before in the same case";
            step.waiting_time = Some(self.keep(
                plan,
                step.waiting_time.take(),
                "waiting and working time of",
                title,
                method,
                fitted,
            ));
            step.working_time = None;
            step.resource = None;
            step.team = Vec::new();
            return;
        }
        let all: Vec<f64> = spans.values().flatten().copied().collect();
        let work = fit_distribution(&all);
        let wait = fit_distribution(&waits);
        if wait.distribution.mean() > SHORT * work.distribution.mean() {
            let method = "time until the work began in which somebody who could do it was free";
            step.waiting_time =
                Some(self.keep(plan, step.waiting_time.take(), "waiting time of", title, method, wait));
        } else {
            step.waiting_time = None;
        }
        let method = "time from begin to end within working hours";
        step.working_time =
            Some(self.keep(plan, step.working_time.take(), "working time of", title, method, work));
        let groups: Vec<usize> = spans.keys().flatten().copied().collect();
        if groups.is_empty() {
            return;
        }
        step.resource = None;
        step.team = Vec::new();
        let known = |place: &usize| self.resources.get(*place).cloned();
        match groups.as_slice() {
            [only] => step.resource = known(only),
            several => {
                let members = several.iter().filter_map(known);
                step.team = members.map(|resource| TeamMember { resource, working_time: None }).collect();
            }
        }
    }

    /// Puts a distribution in the place of an assumption, or makes one.
    fn keep(
        &mut self,
        plan: &mut Plan,
        present: Option<AssumptionId>,
        what: &str,
        title: &str,
        method: &str,
        fitted: Fitted,
    ) -> AssumptionId {
        let origin = measured(
            self.options,
            &format!("{method}; {} fits best", fitted.kind),
            fitted.observations as usize,
        );
        let about = format!("{what} {title}");
        let statement = format!("How long the {about} is");
        let id = keep(plan, present, &statement, fitted.distribution.clone(), Unit::Milliseconds, origin);
        self.measured.push(Measured { about, fitted });
        id
    }
}

/// The part of the wait in which not everybody who could do the work was busy: the rest comes from queueing, which the
/// simulation makes anew. Nights count, because work that lies does so around the clock.
fn idle_ms(done: &Done<'_>, group: Option<&Group>) -> f64 {
    let (from, to) = (done.enabled, done.instance.start);
    if to <= from {
        return 0.0;
    }
    let mut idle = to - from;
    let full = group.map_or(&[][..], |group| group.full.as_slice());
    let first = full.partition_point(|(_, end)| *end <= from);
    for (start, end) in full.iter().skip(first).take_while(|(start, _)| *start < to) {
        idle = idle.saturating_sub((*end).min(to) - (*start).max(from));
    }
    idle as f64 / 1_000.0
}

/// An assumption that nothing else uses gets the value; otherwise a new one is made.
fn keep(
    plan: &mut Plan,
    present: Option<AssumptionId>,
    statement: &str,
    value: Distribution,
    unit: Unit,
    origin: Origin,
) -> AssumptionId {
    let mean = value.mean();
    let (low, high) = match unit {
        Unit::Share => ((mean * 0.5).max(0.0), (mean * 2.0).min(1.0)),
        _ => (mean * 0.5, mean * 2.0),
    };
    if let Some(id) = present
        && let Some(assumption) = plan.assumptions.iter_mut().find(|one| one.id == id && one.unit == unit)
        && !matches!(assumption.origin, Origin::Measured(_))
    {
        *assumption = Assumption { value, low, high, origin, ..assumption.clone() };
        return id;
    }
    let taken = &plan.assumptions;
    let id = unused(AssumptionId::named(statement), AssumptionId::numbered, |id| {
        taken.iter().any(|one| one.id == *id)
    });
    plan.assumptions.push(Assumption {
        id: id.clone(),
        statement: statement.to_owned(),
        value,
        unit,
        low,
        high,
        origin,
    });
    id
}

fn add_resources(plan: &mut Plan, crew: &[Group], options: &LearnOptions) -> Vec<ResourceId> {
    let mut ids = Vec::with_capacity(crew.len());
    for group in crew {
        let taken = &plan.resources;
        let id = unused(ResourceId::named(&group.title), ResourceId::numbered, |id| {
            taken.iter().any(|one| one.id == *id)
        });
        let activities = group.activities.iter().cloned().collect::<Vec<_>>().join(", ");
        plan.resources.push(Resource {
            id: id.clone(),
            title: group.title.clone(),
            capacity: group.capacity.max(1),
            calendar: group.hours.clone(),
            at_closing: ClosingRule::default(),
            cost_per_hour: None,
            queue: None,
            breakdown: None,
            origin: measured(options, &format!("who did: {activities}"), group.people.len()),
        });
        ids.push(id);
    }
    ids
}

/// How often each way out of a gateway was taken.
fn shares(plan: &mut Plan, counts: &Counts, options: &LearnOptions) {
    for node in 0..plan.nodes.len() {
        let Some((id, title, rule)) = plan.nodes.get(node).and_then(|node| match &node.kind {
            NodeKind::Gateway(gateway) => Some((node.id.clone(), node.title.clone(), gateway.rule)),
            _ => None,
        }) else {
            continue;
        };
        let flows: Vec<usize> = (0..plan.flows.len())
            .filter(|place| plan.flows.get(*place).is_some_and(|flow| flow.from == id))
            .collect();
        let passed = counts.nodes.get(node).copied().unwrap_or(0);
        let divides = matches!(rule, GatewayRule::Exclusive | GatewayRule::Inclusive) && flows.len() > 1;
        if !divides || passed == 0 {
            continue;
        }
        for place in flows {
            let taken = counts.flows.get(place).copied().unwrap_or(0);
            let Some(flow) = plan.flows.get(place) else { continue };
            let present = flow.probability.clone();
            let name =
                plan.nodes.iter().find(|node| node.id == flow.to).map_or("", |node| node.title.as_str());
            let statement = format!("How often it goes on to `{name}` at: {title}");
            let share = Distribution::fixed(taken as f64 / passed as f64);
            let origin = measured(options, "cases that took this way", passed as usize);
            let id = keep(plan, present, &statement, share, Unit::Share, origin);
            if let Some(flow) = plan.flows.get_mut(place) {
                flow.probability = Some(id);
            }
        }
    }
}
