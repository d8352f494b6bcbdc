//! Speed of the simulator: `cargo run --release -p benches --bin simulation [word] [peer cases]` takes the measures
//! whose name contains the word: the bare kernel on M/M/1, and whole plans.
//!
//! Beside them SimPy runs the same models (`peers/simpy_queues.py`) where `python3`, or the program that the variable
//! `PYTHON` names, has it. Fewer peer cases than a million are scaled up, and it is said.
//!
//! Each measure runs in a process of its own, so that the peak of the memory is its own. Each line gives the CPU time of this thread (user and system, from `/proc/thread-self/schedstat` where there is one,
//! else wall time), because wall time is noise on shared machines. The best of three runs counts.

#![expect(clippy::panic, reason = "a measure that cannot be taken has nothing to report")]

mod clock;
mod memory;

use std::io::Write as _;

use aura_core::des::{Admission, Arrivals, Discipline, Distribution, EventQueue, Pool, Rank, Span, Time};
use aura_core::domain::plan::Plan;
use aura_core::domain::scenario::Scenario;
use aura_core::intent::{InterpretOptions, InterpretRequest, interpret};
use aura_core::plan::{PlanOptions, ask, draft};
use aura_core::progress::Control;
use aura_core::random::{Seed, Streams};
use aura_core::simulate::{Trace, default_scenario, simulate};
use aura_core::stats::summary::Moments;
use aura_core::{Error, ErrorCode};
use serde_json::{Value, json};

/// Name and measure; the measure returns a remark, with the closed form beside the figure.
const MEASURES: [(&str, &dyn Fn() -> String); 8] = [
    ("des_mm1_1m", &kernel_mm1),
    ("simulate_mm1_1m", &|| plan_mm1("digest")),
    ("simulate_workflow_1m", &|| workflow("digest")),
    ("simulate_workflow_1m_traced", &|| workflow("full")),
    ("simulate_12_steps_10k", &|| twelve_steps("sample")),
    ("simulate_12_steps_10k_traced", &|| twelve_steps("full")),
    ("simulate_examples_10k", &examples),
    ("paired_against_strangers", &paired),
];

const CASES: u64 = 1_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let chosen =
        |is: &dyn Fn(&str) -> bool| MEASURES.into_iter().filter(|(name, _)| is(name)).collect::<Vec<_>>();
    if let ["one", wanted, ..] = words.as_slice() {
        for (name, measure) in chosen(&|name| name == *wanted) {
            take(name, measure);
        }
        return;
    }
    let wanted = words.first().copied().unwrap_or_default();
    for (name, _) in chosen(&|name| name.contains(wanted)) {
        let program = std::env::current_exe().unwrap_or_else(|error| panic!("{error}"));
        let rest = words.iter().skip(1);
        let status = std::process::Command::new(program).args(["one", name]).args(rest).status();
        if !status.is_ok_and(|status| status.success()) {
            println!("{name:<28} failed");
        }
    }
}

fn take(name: &str, measure: &dyn Fn() -> String) {
    let runs: Vec<(f64, String)> = (0..3).map(|_| timed(measure)).collect();
    let best = runs.iter().map(|(seconds, _)| *seconds).fold(f64::INFINITY, f64::min);
    let note = runs.last().map_or("", |(_, note)| note.as_str());
    println!("{name:<28} {best:>8.3} CPU s   {note}; peak {} MB", memory::peak_megabytes());
    if name.ends_with("_1m") {
        compare(if name.contains("mm1") { "mm1" } else { "workflow" }, best);
    }
}

/// Runs the peer on the same model and prints the ratio, or that it is missing.
fn compare(model: &str, ours: f64) {
    let cases = std::env::args().nth(3).and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/simpy_queues.py");
    let output = std::process::Command::new(python).args([script, model, &cases.to_string()]).output();
    let answer = output.ok().filter(|output| output.status.success());
    let answer: Option<Value> = answer.and_then(|output| serde_json::from_slice(&output.stdout).ok());
    let figure = |key: &str| answer.as_ref().and_then(|answer| answer.get(key)?.as_f64());
    let (Some(seconds), Some(mean)) = (figure("cpu_seconds"), figure("mean")) else {
        println!("  SimPy                      missing");
        return;
    };
    let scaled = seconds * CASES as f64 / cases as f64;
    let remark = if cases == CASES { String::new() } else { format!(", scaled up from {cases} cases") };
    println!(
        "  SimPy                      {scaled:>8.3} CPU s   {:.1} times; mean time {mean:.3}{remark}",
        scaled / ours
    );
}

fn timed(measure: &dyn Fn() -> String) -> (f64, String) {
    let note = std::cell::RefCell::new(String::new());
    let milliseconds = clock::milliseconds(&|| *note.borrow_mut() = measure());
    (milliseconds / 1_000.0, note.into_inner())
}

/// M/M/1 at load 0.9 on the kernel alone; the mean time in the system is 10.
fn kernel_mm1() -> String {
    #[derive(Clone, Copy)]
    enum Event {
        Arrival,
        Done(u32),
    }
    let streams = Streams::new(Seed(1));
    let service = exponential(1_000.0);
    let mut arrivals = Arrivals::renewal(exponential(1_000.0 / 0.9), streams.stream(0, 0, 0));
    let mut events = EventQueue::new();
    let mut pool: Pool<(u64, Time)> = Pool::new(1, Discipline::Fifo, None);
    let mut serving = (0, Time::ZERO);
    let (mut arrived, mut total) = (0_u64, 0_u128);
    let begin = |events: &mut EventQueue<Event>, now: Time, case: u64| {
        let span = service.sample_ms(&mut streams.visit(case, 1, 0).stream(0));
        events.schedule(now.after(span), Rank::RELEASE, Event::Done(0));
    };
    events.schedule(arrivals.next_arrival(), Rank::ARRIVAL, Event::Arrival);
    while let Some((now, event)) = events.pop() {
        match event {
            Event::Arrival => {
                let item = (arrived, now);
                arrived += 1;
                if let Admission::Started(_) = pool.request(now, item, 0) {
                    serving = item;
                    begin(&mut events, now, item.0);
                }
                if arrived < CASES {
                    events.schedule(arrivals.next_arrival(), Rank::ARRIVAL, Event::Arrival);
                }
            }
            Event::Done(server) => {
                total += u128::from(now.since(serving.1).micros());
                if let Some(start) = pool.release(now, server) {
                    serving = start.item;
                    begin(&mut events, now, start.item.0);
                }
            }
        }
    }
    format!(
        "mean time {:.3}, exact 10",
        Span::from_micros((total / u128::from(CASES)) as u64).fractional_ms() / 1e3
    )
}

fn plan_mm1(trace: &str) -> String {
    let mut plan = Sketch::new();
    plan.station("serve", 1, 1_000.0);
    plan.flow("start_case", "step_serve", None).flow("step_serve", "end_done", None);
    run(&plan.plan(), scenario(CASES, 1, 1_000.0 / 0.9, trace), 10.0)
}

/// Ten steps with two servers each; a tenth of the cases goes back from the seventh to the fifth. Arrivals 1.0, service
/// rate 0.625: seven stations M/M/2 at load 0.8 and three at load 8/9 (Jackson 1957):
/// 7 * 1.6 / (1 - 0.8^2) + 3 * 1.6 / (1 - (8/9)^2) / 0.9 = 56.523.
fn workflow(trace: &str) -> String {
    let mut plan = Sketch::new();
    let mut last = "start_case".to_owned();
    for number in 0..10 {
        let step = format!("step_s{number}");
        plan.station(&format!("s{number}"), 2, 1_600.0);
        plan.flow(&last, &step, None);
        last = step;
        if number == 6 {
            let gate = "gate_rework";
            plan.node(gate, json!({"type": "gateway", "rule": "exclusive"}));
            plan.flow(&last, gate, None).flow(gate, "step_s4", Some(0.1));
            last = gate.to_owned();
        }
    }
    plan.flow(&last, "end_done", None);
    run(&plan.plan(), scenario(CASES, 1, 1_000.0, trace), 56.523)
}

/// A plan as people write it: twelve steps, four of them queueing, a call, a choice, failures, personas.
fn twelve_steps(trace: &str) -> String {
    let mut plan = Sketch::new();
    let mut last = "start_case".to_owned();
    for number in 0..12 {
        let name = format!("s{number}");
        match number % 3 {
            0 => plan.station(&name, 3, 60_000.0),
            _ => plan.step(&name, 45_000.0),
        };
        plan.failure(&name, if number % 2 == 0 { "mistake" } else { "gives_up" });
        plan.flow(&last, &format!("step_{name}"), None);
        last = format!("step_{name}");
        if number % 4 == 3 {
            let gate = format!("gate_{name}");
            plan.node(&gate, json!({"type": "gateway", "rule": "exclusive"}));
            plan.flow(&last, &gate, None).flow(&gate, &last.clone(), Some(0.1));
            last = gate;
        }
    }
    plan.flow(&last, "end_done", None);
    let mut scenario = scenario(10_000, 20, 40_000.0, trace);
    scenario.personas = aura_core::simulate::default_personas();
    run(&plan.plan(), scenario, f64::NAN)
}

/// Every goal of `examples/goals`, 10,000 cases each in the usual replications; the slowest plan is named.
fn examples() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/goals");
    let files = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut slowest = (0.0, String::new());
    let (mut sum, mut plans, mut widest) = (0.0, 0, 0.0_f64);
    for path in files.flatten().map(|file| file.path()) {
        let Ok(goal) = std::fs::read_to_string(&path) else { continue };
        let drafted = interpret(&InterpretRequest::new(&goal), &InterpretOptions::default())
            .and_then(|read| ask(&read, &PlanOptions::default()))
            .and_then(|intent| draft(&intent, &PlanOptions::default()));
        // Some of the goals are hostile on purpose and lead to no plan.
        let Ok(plan) = drafted else { continue };
        let scenario = default_scenario(&plan, Seed(7), 10_000).unwrap_or_else(|error| panic!("{error}"));
        let times = (0..3).map(|_| {
            clock::milliseconds(&|| {
                let simulation = simulate(&plan, &scenario, &Control::default());
                assert!(simulation.is_ok_and(|it| {
                    it.run
                        .metrics
                        .iter()
                        .any(|it| it.estimate.low.is_some() && it.estimate.low < it.estimate.high)
                }));
            })
        });
        let best = times.fold(f64::INFINITY, f64::min);
        (sum, plans, widest) = (sum + best, plans + 1, widest.max(best));
        if best > slowest.0 {
            slowest = (best, path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    format!(
        "{plans} plans, {:.0} ms each, slowest {:.0} ms ({})",
        sum / f64::from(plans),
        slowest.0,
        slowest.1
    )
}

/// The interval of the difference when one step of the twelve becomes a tenth quicker: over the same people, and over
/// other people on each side.
fn paired() -> String {
    let plan = |percent: f64| {
        let mut plan = Sketch::new();
        let mut last = "start_case".to_owned();
        for number in 0..12 {
            let (name, time) = (format!("s{number}"), if number == 6 { 450.0 * percent } else { 45_000.0 });
            match number % 3 {
                0 => plan.station(&name, 3, time),
                _ => plan.step(&name, time),
            };
            plan.flow(&last, &format!("step_{name}"), None);
            last = format!("step_{name}");
        }
        plan.flow(&last, "end_done", None);
        plan.plan()
    };
    let means = |plan: &Plan, seed: u64| -> Vec<f64> {
        let mut scenario = scenario(10_000, 40, 20_000.0, "digest");
        scenario.seed = Seed(seed);
        let simulation =
            simulate(plan, &scenario, &Control::default()).unwrap_or_else(|error| panic!("{error}"));
        let mean = |cases: &Vec<_>| {
            let sum: u64 = cases.iter().map(|case: &aura_core::simulate::CaseRecord| case.cycle_us).sum();
            sum as f64 / cases.len() as f64 / 1e6
        };
        simulation.cases.iter().map(mean).collect()
    };
    let (now, quicker) = (plan(100.0), plan(90.0));
    let base = means(&now, 1);
    let spread = |other: Vec<f64>| {
        let differences: Vec<f64> = base.iter().zip(other).map(|(one, other)| other - one).collect();
        let moments = Moments::from_values(&differences);
        let figures = moments.mean().and_then(|mean| Ok((mean, moments.variance()?.sqrt())));
        figures.unwrap_or_else(|error| panic!("{error}"))
    };
    let (same, strangers) = (spread(means(&quicker, 1)), spread(means(&quicker, 2)));
    format!(
        "difference {:.3} s for the same people, {:.3} s for others; interval {:.1} times narrower",
        same.0,
        strangers.0,
        strangers.1 / same.1
    )
}

fn run(plan: &Plan, scenario: Scenario, exact: f64) -> String {
    let simulation = match simulate(plan, &scenario, &Control::default()) {
        Ok(simulation) => simulation,
        Err(error) => panic!("{error}"),
    };
    let metrics = simulation.run.metrics.iter();
    let cycle =
        metrics.filter(|metric| metric.metric.as_str() == "metric_cycle_time").map(|m| m.estimate.value);
    let kept = written(&simulation.trace);
    format!(
        "mean time {:.3}, exact {exact}; {} events, trace {:.1} MB{}",
        cycle.sum::<f64>() / 1e3,
        simulation.run.events,
        kept as f64 / 1e6,
        simulation.run.stopped.map_or(String::new(), |stopped| format!("; stopped: {}", stopped.text))
    )
}

/// Writes a trace to a file that is removed again; its length.
fn written(trace: &Trace) -> u64 {
    let path = std::env::temp_dir().join(format!("aura-trace-{}", std::process::id()));
    let mut file = std::fs::File::create(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let failed = |error| Error::new(ErrorCode::Internal, "the trace was not written").with_source(error);
    let done = trace.each_piece(|piece| file.write_all(piece).map_err(failed));
    let length = file.metadata().map(|it| it.len());
    let removed = std::fs::remove_file(&path);
    match (done, length, removed) {
        (Ok(()), Ok(length), Ok(())) => length,
        other => panic!("{other:?}"),
    }
}

fn exponential(mean: f64) -> Distribution {
    match Distribution::exponential(mean) {
        Ok(distribution) => distribution,
        Err(error) => panic!("{error}"),
    }
}

fn scenario(cases: u64, replications: u32, interval_ms: f64, trace: &str) -> Scenario {
    parsed(json!({
        "schema_version": 1, "seed": 1, "cases": cases, "replications": replications,
        "arrivals": {"interval": {"type": "exponential", "mean": interval_ms}, "origin": origin()},
        "personas": [], "trace": trace,
    }))
}

fn parsed<T: serde::de::DeserializeOwned>(document: Value) -> T {
    match serde_json::from_value(document) {
        Ok(document) => document,
        Err(error) => panic!("{error}"),
    }
}

fn origin() -> Value {
    json!({"type": "assumed", "reason": "a measure of speed"})
}

/// A plan under construction.
struct Sketch {
    nodes: Vec<Value>,
    flows: Vec<Value>,
    resources: Vec<Value>,
    assumptions: Vec<Value>,
}

impl Sketch {
    fn new() -> Self {
        let mut sketch =
            Sketch { nodes: Vec::new(), flows: Vec::new(), resources: Vec::new(), assumptions: Vec::new() };
        sketch.node("start_case", json!({"type": "start"}));
        sketch.node("end_done", json!({"type": "end", "outcome": "goal_reached"}));
        sketch
    }

    fn node(&mut self, id: &str, kind: Value) -> &mut Self {
        self.nodes.push(json!({"id": id, "title": id, "kind": kind, "origin": origin()}));
        self
    }

    fn assume(&mut self, name: &str, value: Value, unit: &str) -> String {
        let id = format!("assume_{name}");
        self.assumptions.push(json!({"id": id, "statement": name, "value": value, "unit": {"type": unit},
            "low": 0.0, "high": 0.0, "origin": origin()}));
        id
    }

    fn step(&mut self, name: &str, mean_ms: f64) -> &mut Self {
        let time = self.assume(
            &format!("{name}_time"),
            json!({"type": "exponential", "mean": mean_ms}),
            "milliseconds",
        );
        self.node(
            &format!("step_{name}"),
            json!({"type": "step", "actor": "actor_customer",
            "agent": {"kind": "person", "name": "somebody", "origin": origin()}, "working_time": time}),
        )
    }

    fn station(&mut self, name: &str, servers: u32, mean_ms: f64) -> &mut Self {
        let id = format!("resource_{name}");
        self.resources.push(json!({"id": id, "title": name, "capacity": servers, "origin": origin()}));
        self.step(name, mean_ms);
        if let Some(kind) = self.nodes.last_mut().and_then(|node| node.get_mut("kind")?.as_object_mut()) {
            kind.insert("resource".to_owned(), json!(id));
        }
        self
    }

    fn failure(&mut self, name: &str, kind: &str) {
        let probability =
            self.assume(&format!("{name}_{kind}"), json!({"type": "fixed", "value": 0.03}), "share");
        let then = if kind == "mistake" {
            json!({"type": "retry", "max_times": 3, "delay_ms": 0, "backoff_percent": 100, "otherwise": "failed"})
        } else {
            json!({"type": "end", "outcome": "abandoned"})
        };
        if let Some(step) = self.nodes.last_mut().and_then(|node| node.get_mut("kind")?.as_object_mut()) {
            step.insert(
                "failure_modes".to_owned(),
                json!([{"id": format!("failure_{name}"), "title": kind,
                "kind": kind, "probability": probability, "then": then, "origin": origin()}]),
            );
        }
    }

    fn flow(&mut self, from: &str, to: &str, share: Option<f64>) -> &mut Self {
        let mut flow = json!({"id": format!("flow_{}", self.flows.len()), "from": from, "to": to});
        if let (Some(share), Some(fields)) = (share, flow.as_object_mut()) {
            let number = self.flows.len();
            let value = json!({"type": "fixed", "value": share});
            let id = format!("assume_share_{number}");
            self.assumptions
                .push(json!({"id": id, "statement": "x", "value": value, "unit": {"type": "share"},
                "low": 0.0, "high": 0.0, "origin": origin()}));
            fields.insert("probability".to_owned(), json!(id));
        }
        self.flows.push(flow);
        self
    }

    fn plan(&self) -> Plan {
        parsed(json!({
            "schema_version": 1, "id": "plan_speed", "title": "Speed", "goal": "Speed.", "data": [],
            "actors": [{"id": "actor_customer", "name": "customer", "kind": "customer", "origin": origin()}],
            "services": [], "screens": [], "resources": self.resources, "nodes": self.nodes, "flows": self.flows,
            "assumptions": self.assumptions, "edge_cases": [], "metrics": [],
        }))
    }
}
