//! A second simulator, slow and obvious, that must agree with the fast one to the microsecond.
//!
//! It reads the plan itself, looks for the next event by going through all of them, finds nodes by name, and
//! keeps one list per queue. It shares only the addresses of the draws and the samplers of the kernel.

use proptest::prelude::*;
use serde_json::json;

use super::build::{Build, exponential, poisson, run};
use crate::des::Distribution;
use crate::domain::id::{AssumptionId, NodeId};
use crate::domain::plan::{Flow, GatewayRule, Node, NodeKind, Outcome, Plan};
use crate::domain::scenario::Scenario;
use crate::domain::step::{FailureEffect, Step};
use crate::random::Streams;
use crate::simulate::compile::address;

#[derive(Debug, Clone, PartialEq, Default)]
struct Told {
    arrived: u64,
    ended: u64,
    working: u64,
    waiting: u64,
    reached: bool,
}

#[derive(Debug, Clone)]
struct Walker {
    case: usize,
    node: NodeId,
    execution: u32,
    retries: u32,
    asked: u64,
    work: u64,
    fails: bool,
}

enum What {
    Arrive,
    /// A timer or a delay is over.
    Wake(Walker),
    Finish(Walker),
}

struct Slow<'a> {
    plan: &'a Plan,
    streams: Streams,
    now: u64,
    pending: Vec<(u64, What)>,
    told: Vec<Told>,
    open: Vec<usize>,
    executions: Vec<Vec<u32>>,
    taken: Vec<Vec<u32>>,
    joined: Vec<Vec<u32>>,
    queues: Vec<Vec<Walker>>,
    busy: Vec<u32>,
}

impl<'a> Slow<'a> {
    fn run(plan: &'a Plan, scenario: &Scenario) -> Vec<Told> {
        let mut slow = Slow {
            plan,
            streams: Streams::new(scenario.seed),
            now: 0,
            pending: Vec::new(),
            told: Vec::new(),
            open: Vec::new(),
            executions: Vec::new(),
            taken: Vec::new(),
            joined: Vec::new(),
            queues: vec![Vec::new(); plan.resources.len()],
            busy: vec![0; plan.resources.len()],
        };
        let gap = super::super::assumed::sampler(&scenario.arrivals.interval).unwrap();
        let mut stream = slow.streams.stream(0, 2, 0);
        let mut time = 0;
        for _ in 0..scenario.cases {
            time += gap.sample_ms(&mut stream).micros();
            slow.pending.push((time, What::Arrive));
        }
        while !slow.pending.is_empty() {
            let next = (0..slow.pending.len()).min_by_key(|&place| slow.pending[place].0).unwrap();
            let (time, what) = slow.pending.remove(next);
            slow.now = time;
            match what {
                What::Arrive => slow.arrive(),
                What::Wake(walker) => slow.wake(walker),
                What::Finish(walker) => slow.finish(walker),
            }
        }
        slow.told
    }

    fn node(&self, id: &NodeId) -> &'a Node {
        self.plan.nodes.iter().find(|node| node.id == *id).unwrap()
    }

    fn flows(&self, id: &NodeId) -> Vec<&'a Flow> {
        self.plan.flows.iter().filter(|flow| flow.from == *id).collect()
    }

    fn value(&self, id: &AssumptionId) -> Distribution {
        let assumption = self.plan.assumptions.iter().find(|assumption| assumption.id == *id).unwrap();
        super::super::assumed::sampler(&assumption.value).unwrap()
    }

    fn draw(&self, walker: &Walker, purpose: u8) -> crate::random::Stream {
        let address = address(2, walker.node.as_str());
        self.streams.visit(walker.case as u64, address, walker.execution).stream(purpose)
    }

    fn arrive(&mut self) {
        let case = self.told.len();
        self.told.push(Told { arrived: self.now, ..Told::default() });
        self.open.push(1);
        self.executions.push(vec![0; self.plan.nodes.len()]);
        self.taken.push(vec![0; self.plan.flows.len()]);
        self.joined.push(vec![0; self.plan.nodes.len()]);
        self.enter(case, self.plan.nodes[0].id.clone());
    }

    fn count(&mut self, case: usize, node: &NodeId) -> u32 {
        let place = self.plan.nodes.iter().position(|other| other.id == *node).unwrap();
        self.executions[case][place] += 1;
        self.executions[case][place] - 1
    }

    fn enter(&mut self, case: usize, node: NodeId) {
        let execution = self.count(case, &node);
        let walker = Walker {
            case,
            node: node.clone(),
            execution,
            retries: 0,
            asked: self.now,
            work: 0,
            fails: false,
        };
        match &self.node(&node).kind {
            NodeKind::Start => self.leave(&walker),
            NodeKind::Step(step) => self.ask(walker, step),
            NodeKind::Timer(timer) => {
                let span = self.value(&timer.duration).sample_ms(&mut self.draw(&walker, 1)).micros();
                self.told[case].waiting += span;
                self.pending.push((self.now + span, What::Wake(walker)));
            }
            NodeKind::Gateway(gateway) => {
                let incoming = self.plan.flows.iter().filter(|flow| flow.to == node).count() as u32;
                let place = self.plan.nodes.iter().position(|other| other.id == node).unwrap();
                if gateway.rule == GatewayRule::Parallel && incoming > 1 {
                    self.joined[case][place] += 1;
                    if self.joined[case][place] < incoming {
                        return;
                    }
                    self.joined[case][place] = 0;
                    self.open[case] -= incoming as usize - 1;
                }
                self.leave(&walker);
            }
            NodeKind::End(end) => {
                self.open[case] -= 1;
                if self.open[case] == 0 {
                    self.told[case].ended = self.now;
                    self.told[case].reached = end.outcome == Outcome::GoalReached;
                }
            }
            other => panic!("{other:?} is not part of the slow simulator"),
        }
    }

    fn leave(&mut self, walker: &Walker) {
        let flows = self.flows(&walker.node);
        let decided = flows.iter().any(|flow| flow.probability.is_some());
        if !decided {
            self.open[walker.case] += flows.len() - 1;
            for flow in flows {
                self.enter(walker.case, flow.to.clone());
            }
            return;
        }
        let unit = self.draw(walker, 2).next_unit();
        let mut sum = 0.0;
        let mut wanted = flows[0];
        for flow in &flows {
            let share = self.value(flow.probability.as_ref().unwrap()).mean();
            if unit >= sum && share > 0.0 {
                wanted = flow;
            }
            sum += share;
        }
        let number = |flow: &Flow| self.plan.flows.iter().position(|other| other.id == flow.id).unwrap();
        if wanted.max_times.is_some_and(|most| self.taken[walker.case][number(wanted)] >= most) {
            wanted = flows.iter().find(|flow| flow.is_default).unwrap();
        }
        let place = number(wanted);
        self.taken[walker.case][place] += 1;
        self.enter(walker.case, wanted.to.clone());
    }

    fn ask(&mut self, mut walker: Walker, step: &Step) {
        walker.asked = self.now;
        match &step.resource {
            None => self.begin(walker, step),
            Some(id) => {
                let place = self.plan.resources.iter().position(|other| other.id == *id).unwrap();
                if self.busy[place] < self.plan.resources[place].capacity {
                    self.busy[place] += 1;
                    self.begin(walker, step);
                } else {
                    self.queues[place].push(walker);
                }
            }
        }
    }

    fn begin(&mut self, mut walker: Walker, step: &Step) {
        self.told[walker.case].waiting += self.now - walker.asked;
        let time = self.value(step.working_time.as_ref().unwrap());
        walker.work = time.sample_ms(&mut self.draw(&walker, 0)).micros();
        walker.fails = step
            .failure_modes
            .first()
            .is_some_and(|mode| self.draw(&walker, 5).next_unit() < self.value(&mode.probability).mean());
        self.pending.push((self.now + walker.work, What::Finish(walker)));
    }

    fn step_of(&self, walker: &Walker) -> &'a Step {
        match &self.node(&walker.node).kind {
            NodeKind::Step(step) => step,
            other => panic!("{other:?} is no step"),
        }
    }

    fn wake(&mut self, mut walker: Walker) {
        match &self.node(&walker.node).kind {
            NodeKind::Step(step) => {
                walker.fails = false;
                self.ask(walker, step);
            }
            _ => self.leave(&walker),
        }
    }

    fn finish(&mut self, mut walker: Walker) {
        self.told[walker.case].working += walker.work;
        let step = self.step_of(&walker);
        if let Some(id) = &step.resource {
            let place = self.plan.resources.iter().position(|other| other.id == *id).unwrap();
            self.busy[place] -= 1;
            if !self.queues[place].is_empty() {
                let next = self.queues[place].remove(0);
                self.busy[place] += 1;
                let step = self.step_of(&next);
                self.begin(next, step);
            }
        }
        if walker.fails {
            let FailureEffect::Retry(rule) = &step.failure_modes[0].then else { panic!("only retries") };
            assert!(walker.retries < rule.max_times, "the tests retry often enough");
            walker.retries += 1;
            walker.execution = self.count(walker.case, &walker.node.clone());
            self.told[walker.case].waiting += rule.delay_ms * 1_000;
            self.pending.push((self.now + rule.delay_ms * 1_000, What::Wake(walker)));
        } else {
            self.leave(&walker);
        }
    }
}

/// A plan of blocks in a row: steps, timers, choices, loops, parallel ways.
fn plan_of(blocks: &[(u8, f64, bool)], capacity: u32) -> Plan {
    let mut build = Build::new();
    build.resource("clerk", capacity);
    let mut last = "start".to_owned();
    for (number, (kind, mean, queued)) in blocks.iter().enumerate() {
        let clerk = queued.then_some("clerk");
        let (first, second) = (format!("a{number}"), format!("b{number}"));
        let (first_step, second_step) = (format!("step_{first}"), format!("step_{second}"));
        let (split, join) = (format!("gate_split{number}"), format!("gate_join{number}"));
        match kind {
            0 => {
                build.step(&first, exponential(*mean), clerk).mode(
                    &first,
                    "mistake",
                    0.3,
                    json!({"type": "retry", "max_times": 100, "delay_ms": 1_500, "backoff_percent": 100, "otherwise": "failed"}),
                );
                build.flow(&last, &first_step);
                last = first_step;
            }
            1 => {
                build.timer(&first, exponential(*mean)).flow(&last, &format!("timer_{first}"));
                last = format!("timer_{first}");
            }
            2 | 3 => {
                let rule = if *kind == 2 { "exclusive" } else { "parallel" };
                build.gateway(&format!("split{number}"), rule).gateway(&format!("join{number}"), rule);
                build.step(&first, exponential(*mean), clerk).step(&second, exponential(2.0 * mean), None);
                build.flow(&last, &split);
                if *kind == 2 {
                    build.branch(&split, &first_step, 0.4).branch(&split, &second_step, 0.6);
                } else {
                    build.flow(&split, &first_step).flow(&split, &second_step);
                }
                build.flow(&first_step, &join).flow(&second_step, &join);
                last = join;
            }
            _ => {
                build.gateway(&format!("join{number}"), "exclusive").step(&first, exponential(*mean), clerk);
                build.gateway(&format!("split{number}"), "exclusive").flow(&last, &join);
                build.chain(&[&join, &first_step, &split]).branch(&split, &join, 0.5);
                build.set("flows", "max_times", json!(2));
                let next = format!("step_{second}");
                build.step(&second, exponential(0.5), None).branch(&split, &next, 0.5);
                build.set("flows", "is_default", json!(true));
                last = next;
            }
        }
    }
    build.end("done", "goal_reached").flow(&last, "end_done");
    build.plan()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_fast_simulator_agrees_with_the_slow_one(
        blocks in proptest::collection::vec((0_u8..5, 0.5_f64..4.0, any::<bool>()), 1..7),
        capacity in 1_u32..4,
        interval in 1.0_f64..8.0,
        seed in 0_u64..1_000_000,
    ) {
        let plan = plan_of(&blocks, capacity);
        let scenario = poisson(60, 1, interval, seed);
        let fast: Vec<Told> = run(&plan, &scenario).cases[0]
            .iter()
            .map(|case| Told {
                arrived: case.arrived_us,
                ended: case.arrived_us + case.cycle_us,
                working: case.working_us,
                waiting: case.waiting_us,
                reached: case.outcome == Outcome::GoalReached,
            })
            .collect();
        prop_assert_eq!(fast, Slow::run(&plan, &scenario));
    }
}
