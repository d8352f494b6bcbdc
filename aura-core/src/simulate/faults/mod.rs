//! The cheapest combination of faults that breaks a promise of the plan.
//!
//! A case is run alone with nothing going wrong but what a script says. From each run the search reads where something
//! could have gone wrong next, and adds one fault. Combinations are tried in the order of their cost, the negative
//! logarithm of their probability, so the first that breaks a promise is the likeliest (uniform-cost search; Russell and
//! Norvig 2021, section 3.4.2). Faults are added in the order of time, so each combination is tried once. Among equally
//! likely ones that with the shortest trace is reported.

mod script;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

pub(super) use script::Script;

use script::{Blow, Place};

use super::PauseAt;
use super::compile::compile;
use super::program::{NodeKind, Program, StepPlan};
use super::trace::describe;
use super::world::World;
use crate::domain::fault::{
    DataFault, EndsWithin, Fault, FaultKind, FaultReport, ModeFault, Promise, PromiseCheck, ServiceFault,
    StepFault, Weakness,
};
use crate::domain::figures;
use crate::domain::metric::Measure;
use crate::domain::plan::{self, Outcome, Plan};
use crate::domain::quantity::Unit;
use crate::domain::scenario::{RunDepth, Scenario, TraceDepth};
use crate::domain::step::FailureKind;
use crate::domain::version::version_of;
use crate::error::Result;
use crate::progress::Control;

/// How far a search for faults goes, and what it assumes where the plan has no number.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FaultOptions {
    /// Cases that are looked at.
    pub cases: u64,
    /// Most faults in one combination.
    pub most_faults: u32,
    /// Most runs of a case for each promise.
    pub most_runs: u64,
    /// How likely it is that a service is down all the time. Assumed: 99.9 % is the availability that providers of web
    /// services usually promise.
    pub service_down: f64,
    /// How likely it is that a service is slow all the time; assumed.
    pub service_slow: f64,
    /// How many times slower it is then; assumed.
    pub slowdown: f64,
    /// How likely it is that the answer of a call is lost after it took effect; assumed.
    pub answer_lost: f64,
    /// How likely it is that what a person submits reaches the service twice; assumed.
    pub submitted_twice: f64,
    /// How likely it is that a message never comes; assumed.
    pub message_lost: f64,
    /// How likely it is that the data is wrong by which a gateway takes a way; assumed.
    pub bad_data: f64,
}

impl Default for FaultOptions {
    fn default() -> Self {
        FaultOptions {
            cases: 20,
            most_faults: 4,
            most_runs: 5_000,
            service_down: 0.001,
            service_slow: 0.01,
            slowdown: 10.0,
            answer_lost: 0.001,
            submitted_twice: 0.0005,
            message_lost: 0.001,
            bad_data: 0.001,
        }
    }
}

/// Finds for each promise of the plan the cheapest combination of faults that breaks it, and the shortest trace of it.
///
/// The promises are: a case that reaches its goal when nothing goes wrong reaches it anyway; a case is over within each
/// time that a metric of the plan has as its deadline or target; an operation that may not be done twice takes effect
/// once. Failure modes and failing calls have the probabilities of the plan, other faults those of the options.
///
/// # Errors
/// Those of [`compile`], and `cancelled`.
///
/// # Example
/// ```
/// use aura_core::domain::fault::Promise;
/// use aura_core::progress::Control;
/// use aura_core::random::Seed;
/// use aura_core::simulate::{FaultOptions, default_scenario, find_faults};
/// # let plan: aura_core::domain::plan::Plan = serde_json::from_value(serde_json::json!({
/// #     "schema_version": 1, "id": "plan_x", "title": "x", "goal": "x", "actors": [], "data": [],
/// #     "services": [], "screens": [], "resources": [], "assumptions": [], "edge_cases": [], "metrics": [],
/// #     "nodes": [
/// #         {"id": "start_case", "title": "Start", "kind": {"type": "start"},
/// #          "origin": {"type": "assumed", "reason": "x"}},
/// #         {"id": "end_done", "title": "Done", "kind": {"type": "end", "outcome": "goal_reached"},
/// #          "origin": {"type": "assumed", "reason": "x"}}],
/// #     "flows": [{"id": "flow_1", "from": "start_case", "to": "end_done"}]
/// # })).unwrap();
/// let scenario = default_scenario(&plan, Seed(7), 1_000)?;
/// let report = find_faults(&plan, &scenario, &FaultOptions::default(), &Control::default())?;
/// let first = report.promises.first().ok_or("there is always a promise")?;
/// assert_eq!((&first.promise, first.is_complete), (&Promise::ReachesGoal, true));
/// assert!(first.broken_by.is_none(), "nothing can go wrong where nothing is done");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn find_faults(
    plan: &Plan,
    scenario: &Scenario,
    options: &FaultOptions,
    control: &Control,
) -> Result<FaultReport> {
    let cases = options.cases.clamp(1, scenario.cases.max(1));
    let alone = Scenario {
        cases,
        replications: 1,
        trace: TraceDepth::Full,
        depth: RunDepth::Flow,
        services: Vec::new(),
        outages: Vec::new(),
        shared_outages: Vec::new(),
        mishaps: Default::default(),
        ..scenario.clone()
    };
    let program = compile(plan, &alone)?;
    let mut search = Search { plan, program: &program, options, control, runs: 0 };
    let mut promises = Vec::new();
    for (promise, text) in promises_of(plan) {
        let (broken_by, is_complete) = search.weakest(&promise, cases)?;
        promises.push(PromiseCheck { promise, text, broken_by, is_complete });
    }
    Ok(FaultReport {
        plan: plan.id.clone(),
        plan_version: version_of(plan)?,
        seed: scenario.seed.0,
        cases,
        runs: search.runs,
        promises,
        notes: notes(plan, &program, options),
    })
}

fn promises_of(plan: &Plan) -> Vec<(Promise, String)> {
    let mut promises = vec![(
        Promise::ReachesGoal,
        "whoever reaches the goal when nothing goes wrong reaches it anyway".to_owned(),
    )];
    let mut times = BTreeSet::new();
    for metric in &plan.metrics {
        let within = match &metric.measure {
            Measure::WithinTime(deadline) => Some(deadline.within_ms),
            Measure::CycleTime(_) => {
                let target = metric.target.as_ref().filter(|target| target.unit == Unit::Milliseconds);
                target.map(|target| target.amount.max(0.0) as u64)
            }
            _ => None,
        };
        if let Some(within_ms) = within.filter(|within_ms| times.insert(*within_ms)) {
            let text = format!("it is over within {}", figures::duration(within_ms as f64));
            promises.push((Promise::EndsWithin(EndsWithin { within_ms }), text));
        }
    }
    let mut operations = plan.services.iter().flat_map(|service| &service.operations);
    if operations.any(|operation| !operation.is_idempotent) {
        promises.push((Promise::TakesEffectOnce, "what may not be done twice takes effect once".to_owned()));
    }
    promises
}

fn notes(plan: &Plan, program: &Program, options: &FaultOptions) -> Vec<String> {
    let mut notes = vec![
        "Each case is alone, so what others do to it by standing in the same queue is left out.".to_owned(),
    ];
    if !plan.services.is_empty() {
        let percent = |share: f64| figures::percent(share, 1);
        notes.push(format!(
            "Assumed: a service is down all the time with {}, {} times slower with {}, an answer is lost with {}, and what a \
             person submits comes twice with {}.",
            percent(options.service_down),
            options.slowdown,
            percent(options.service_slow),
            percent(options.answer_lost),
            figures::percent(options.submitted_twice, 2)
        ));
    }
    if plan.nodes.iter().any(|node| matches!(node.kind, plan::NodeKind::Message(_))) {
        let share = figures::percent(options.message_lost, 1);
        notes
            .push(format!("Assumed: a message never comes with {share}; a case then waits for it for ever."));
    }
    if program.nodes.iter().any(|node| node.ways.reads_data) {
        let share = figures::percent(options.bad_data, 1);
        notes.push(format!(
            "Assumed: the data is wrong by which a way is chosen with {share}; each other way is as likely then."
        ));
    }
    notes
}

/// A fault of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Slow(u32),
    Down(u32),
    Blow(Place, Blow),
}

/// A combination that waits to be tried.
#[derive(Debug, Clone, PartialEq)]
struct Candidate {
    cost: f64,
    case: u64,
    faults: Vec<(Step, f64)>,
    /// Below this place of what was seen nothing more is added.
    after: usize,
}

impl Eq for Candidate {}

impl Ord for Candidate {
    /// The cheapest is the greatest, then the one with the fewest faults, then the first case, then the first places.
    fn cmp(&self, other: &Self) -> Ordering {
        let steps =
            |candidate: &Candidate| candidate.faults.iter().map(|(step, _)| *step).collect::<Vec<_>>();
        let key = |candidate: &Candidate| (candidate.faults.len(), candidate.case);
        other
            .cost
            .total_cmp(&self.cost)
            .then_with(|| key(other).cmp(&key(self)))
            .then_with(|| steps(other).cmp(&steps(self)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What a run of one case came to.
struct Ran {
    outcome: Outcome,
    cycle_ms: u64,
    story: Vec<String>,
    seen: Vec<Place>,
    /// The flows that the data says, at choices.
    right: BTreeMap<Place, u32>,
    most_effects: u32,
}

struct Search<'s> {
    plan: &'s Plan,
    program: &'s Program,
    options: &'s FaultOptions,
    control: &'s Control,
    runs: u64,
}

impl Search<'_> {
    /// The cheapest combination that breaks a promise, and whether all were tried that the limits allow.
    fn weakest(&mut self, promise: &Promise, cases: u64) -> Result<(Option<Weakness>, bool)> {
        let mut waiting: BinaryHeap<Candidate> =
            (0..cases).map(|case| Candidate { cost: 0.0, case, faults: Vec::new(), after: 0 }).collect();
        let mut best: Option<(f64, Weakness)> = None;
        let last = self.runs.saturating_add(self.options.most_runs);
        while let Some(candidate) = waiting.pop() {
            // Sums of the same costs in another order may differ in their last digits.
            if best.as_ref().is_some_and(|(cost, _)| candidate.cost > cost + 1e-9) {
                break;
            }
            if self.runs >= last {
                return Ok((best.map(|(_, weakness)| weakness), false));
            }
            let Some(ran) = self.run(&candidate)? else { continue };
            if broken(promise, &ran) {
                // A promise that a case does not keep anyway is not broken by faults.
                if !candidate.faults.is_empty()
                    && best.as_ref().is_none_or(|(_, known)| ran.story.len() < known.story.len())
                {
                    let weakness = self.told(&candidate, &ran);
                    best = Some((candidate.cost, weakness));
                }
                continue;
            }
            if candidate.faults.len() < self.options.most_faults as usize {
                self.extend(&candidate, &ran, &mut waiting);
            }
        }
        Ok((best.map(|(_, weakness)| weakness), true))
    }

    /// One fault more, at every place behind the last one.
    fn extend(&self, candidate: &Candidate, ran: &Ran, waiting: &mut BinaryHeap<Candidate>) {
        let mut add = |step: Step, probability: f64, after: usize| {
            if probability > 0.0 {
                let mut next = candidate.clone();
                next.cost -= libm::log(probability.min(1.0));
                next.faults.push((step, probability));
                next.after = after;
                waiting.push(next);
            }
        };
        // What holds all the time comes first, each service once.
        let last = candidate.faults.last().map(|(step, _)| *step);
        if !matches!(last, Some(Step::Blow(..))) {
            let called: BTreeSet<u32> = self.calls(ran).collect();
            for service in called {
                for (step, probability) in [
                    (Step::Slow(service), self.options.service_slow),
                    (Step::Down(service), self.options.service_down),
                ] {
                    let is_used = candidate.faults.iter().any(|(used, _)| {
                        matches!(used, Step::Slow(other) | Step::Down(other) if *other == service)
                    });
                    if !is_used && last.is_none_or(|last| last < step) {
                        add(step, probability, 0);
                    }
                }
            }
        }
        for (number, place) in ran.seen.iter().enumerate().skip(candidate.after) {
            for (blow, probability) in self.blows(place.0, ran.right.get(place)) {
                add(Step::Blow(*place, blow), probability, number + 1);
            }
        }
    }

    fn calls(&self, ran: &Ran) -> impl Iterator<Item = u32> {
        ran.seen.iter().filter_map(|(node, _)| Some(self.step(*node)?.call.as_ref()?.service))
    }

    fn step(&self, node: u32) -> Option<&StepPlan> {
        match &self.program.nodes.get(node as usize)?.kind {
            NodeKind::Step(step) => Some(step),
            _ => None,
        }
    }

    /// What can go wrong at an execution of a step, or of a choice for which the data says `right`, and how likely it is.
    fn blows(&self, number: u32, right: Option<&u32>) -> Vec<(Blow, f64)> {
        let Some(node) = self.program.nodes.get(number as usize) else { return Vec::new() };
        if node.is_message {
            return vec![(Blow::MessageLost, self.options.message_lost)];
        }
        if node.ways.reads_data {
            let others: Vec<u32> =
                node.ways.flows.iter().copied().filter(|flow| Some(flow) != right).collect();
            let share = self.options.bad_data / others.len().max(1) as f64;
            return others.into_iter().map(|flow| (Blow::BadData(flow), share)).collect();
        }
        let Some(step) = self.step(number) else { return Vec::new() };
        let modes =
            step.modes.iter().zip(0_u16..).map(|(mode, place)| {
                (Blow::Mode(place, mode.kind == FailureKind::Timeout), mode.probability)
            });
        let mut blows: Vec<(Blow, f64)> = modes.collect();
        if let Some(call) = &step.call {
            blows.push((Blow::Fails, call.failure));
            blows.push((Blow::AnswerLost, self.options.answer_lost));
            if call.is_submitted {
                blows.push((Blow::SubmittedTwice, self.options.submitted_twice));
            }
        }
        blows
    }

    /// Runs a case with the faults of a candidate; nothing where a limit of the scenario stops it.
    fn run(&mut self, candidate: &Candidate) -> Result<Option<Ran>> {
        self.control.cancellation.check()?;
        self.runs += 1;
        let mut script = Script { slowdown: self.options.slowdown, ..Script::default() };
        for (step, _) in &candidate.faults {
            match step {
                Step::Slow(service) => script.slow.push(*service),
                Step::Down(service) => script.down.push(*service),
                Step::Blow(place, Blow::BadData(flow)) => {
                    script.ways.insert(*place, *flow);
                }
                Step::Blow(place, blow) => {
                    script.blows.insert(*place, *blow);
                }
            }
        }
        let mut world = World::new(self.program, 0);
        (world.first_case, world.case_count, world.script) = (candidate.case, 1, Some(Box::new(script)));
        let mut world = world.run(&PauseAt::default(), self.control)?;
        let script = world.script.take().unwrap_or_default();
        let replication = world.finish();
        let mut story = Vec::new();
        for event in replication.trace.kept_events() {
            story.push(describe(self.plan, &event?));
        }
        let (outcome, cycle_ms) = match replication.tally.cases.first() {
            Some(case) => (case.outcome, case.cycle_us / 1_000),
            None if script.waits_for_ever => {
                story.push("it waits for ever for the message that was lost".to_owned());
                (Outcome::Failed, self.program.limits.virtual_time_ms)
            }
            None => return Ok(None),
        };
        let most_effects = script.effects.values().copied().max().unwrap_or(0);
        let (seen, right) = (script.seen, script.right);
        Ok(Some(Ran { outcome, cycle_ms, story, seen, right, most_effects }))
    }

    fn told(&self, candidate: &Candidate, ran: &Ran) -> Weakness {
        let faults: Vec<Fault> = candidate
            .faults
            .iter()
            .filter_map(|(step, probability)| {
                let (kind, text) = self.named(*step)?;
                Some(Fault { kind, probability: *probability, text })
            })
            .collect();
        Weakness {
            probability: faults.iter().map(|fault| fault.probability).product(),
            faults,
            case: candidate.case,
            outcome: ran.outcome,
            cycle_ms: ran.cycle_ms,
            story: ran.story.clone(),
        }
    }

    /// A fault by the names of the plan.
    fn named(&self, step: Step) -> Option<(FaultKind, String)> {
        let (place, blow) = match step {
            Step::Slow(number) | Step::Down(number) => {
                let service = self.plan.services.get(number as usize)?;
                let fault = ServiceFault { service: service.id.clone() };
                return Some(match step {
                    Step::Slow(_) => (
                        FaultKind::ServiceSlow(fault),
                        format!("{} is {} times slower", service.title, self.options.slowdown),
                    ),
                    _ => (FaultKind::ServiceDown(fault), format!("{} is down", service.title)),
                });
            }
            Step::Blow(place, blow) => (place, blow),
        };
        let node = self.program.nodes.get(place.0 as usize)?;
        let execution = place.1 + 1;
        let time = if execution == 1 { String::new() } else { format!(", try {execution}") };
        let at = StepFault { step: node.id.clone(), execution };
        Some(match blow {
            Blow::Fails => (FaultKind::CallFails(at), format!("the call of `{}` fails{time}", node.title)),
            Blow::AnswerLost => {
                (FaultKind::AnswerLost(at), format!("the answer to `{}` is lost{time}", node.title))
            }
            Blow::SubmittedTwice => {
                (FaultKind::SubmittedTwice(at), format!("`{}` is submitted twice{time}", node.title))
            }
            Blow::MessageLost => {
                (FaultKind::MessageLost(at), format!("the message `{}` never comes{time}", node.title))
            }
            Blow::BadData(flow) => {
                let flow = self.plan.flows.get(flow as usize)?;
                let to = self.plan.nodes.iter().find(|node| node.id == flow.to)?;
                let text = format!(
                    "the data is wrong by which `{}` is decided{time}, and it goes on to `{}`",
                    node.title, to.title
                );
                let at = DataFault { node: node.id.clone(), flow: flow.id.clone(), execution };
                (FaultKind::BadData(at), text)
            }
            Blow::Mode(number, _) => {
                let mode = self.step(place.0)?.modes.get(usize::from(number))?;
                let title = self.title_of(&mode.id).unwrap_or_else(|| mode.id.as_str());
                (
                    FaultKind::FailureMode(ModeFault {
                        step: node.id.clone(),
                        mode: mode.id.clone(),
                        execution,
                    }),
                    format!("`{}`: {title}{time}", node.title),
                )
            }
        })
    }

    fn title_of(&self, mode: &crate::domain::id::FailureId) -> Option<&str> {
        let steps = self.plan.nodes.iter().filter_map(|node| match &node.kind {
            crate::domain::plan::NodeKind::Step(step) => Some(step),
            _ => None,
        });
        let mut modes = steps.flat_map(|step| &step.failure_modes);
        modes.find(|known| known.id == *mode).map(|known| known.title.as_str())
    }
}

fn broken(promise: &Promise, ran: &Ran) -> bool {
    match promise {
        Promise::ReachesGoal => ran.outcome != Outcome::GoalReached,
        Promise::EndsWithin(limit) => ran.cycle_ms > limit.within_ms,
        Promise::TakesEffectOnce => ran.most_effects > 1,
    }
}
