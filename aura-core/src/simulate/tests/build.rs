//! Builds small plans and scenarios for the tests.

use serde_json::{Value, json};

use crate::domain::plan::{Outcome, Plan};
use crate::domain::quantity::Distribution;
use crate::domain::scenario::Scenario;
use crate::progress::Control;
use crate::random::Seed;
use crate::simulate::{Simulation, simulate};

pub(super) const SECOND: f64 = 1_000.0;

/// A plan under construction. Steps and nodes are named by plain words; times are in seconds.
pub(super) struct Build {
    document: Value,
}

pub(super) fn fixed(value: f64) -> Value {
    json!({"type": "fixed", "value": value})
}

pub(super) fn exponential(mean: f64) -> Value {
    json!({"type": "exponential", "mean": mean})
}

fn origin() -> Value {
    json!({"type": "assumed", "reason": "a test"})
}

/// Multiplies the parameters of a distribution, which are in seconds, into milliseconds.
fn in_ms(mut seconds: Value) -> Value {
    for (name, value) in seconds.as_object_mut().unwrap() {
        if let Some(number) = value.as_f64().filter(|_| name != "shape" && name != "alpha" && name != "beta")
        {
            *value = json!(number * SECOND);
        }
    }
    seconds
}

impl Build {
    pub(super) fn new() -> Self {
        let mut build = Build {
            document: json!({
                "schema_version": 1, "id": "plan_test", "title": "Test", "goal": "Test.",
                "actors": [
                    {"id": "actor_customer", "name": "customer", "kind": "customer", "origin": origin()},
                    {"id": "actor_clerk", "name": "clerk", "kind": "staff", "origin": origin()}],
                "data": [], "services": [], "screens": [], "resources": [], "nodes": [], "flows": [],
                "assumptions": [], "edge_cases": [], "metrics": [],
            }),
        };
        build.push(
            "nodes",
            json!({"id": "start_case", "title": "Start", "kind": {"type": "start"}, "origin": origin()}),
        );
        build
    }

    fn push(&mut self, list: &str, value: Value) {
        self.document[list].as_array_mut().unwrap().push(value);
    }

    pub(super) fn assume(&mut self, name: &str, value: Value, unit: &str) -> String {
        let id = format!("assume_{name}");
        let unit =
            if unit == "money" { json!({"type": "money", "currency": "EUR"}) } else { json!({"type": unit}) };
        self.push("assumptions", json!({
            "id": id, "statement": name, "value": value, "unit": unit, "low": 0.0, "high": 0.0, "origin": origin(),
        }));
        id
    }

    pub(super) fn seconds(&mut self, name: &str, value: Value) -> String {
        self.assume(name, in_ms(value), "milliseconds")
    }

    /// The range of the means that are thinkable.
    pub(super) fn range(&mut self, assumption: &str, low: f64, high: f64) -> &mut Self {
        let list = self.document["assumptions"].as_array_mut().unwrap();
        let found = list.iter_mut().find(|other| other["id"] == assumption).unwrap();
        (found["low"], found["high"]) = (json!(low), json!(high));
        self
    }

    pub(super) fn resource(&mut self, name: &str, capacity: u32) -> &mut Self {
        let id = format!("resource_{name}");
        self.push("resources", json!({"id": id, "title": name, "capacity": capacity, "origin": origin()}));
        self
    }

    /// Changes the last entry of a list, for example `resources`.
    pub(super) fn set(&mut self, list: &str, field: &str, value: Value) -> &mut Self {
        self.document[list].as_array_mut().unwrap().last_mut().unwrap()[field] = value;
        self
    }

    /// A step by the customer (or by a clerk who must be free), of a working time in seconds.
    pub(super) fn step(&mut self, name: &str, work: Value, resource: Option<&str>) -> &mut Self {
        let time = self.seconds(&format!("{name}_time"), work);
        let mut kind = json!({
            "type": "step",
            "actor": if resource.is_some() { "actor_clerk" } else { "actor_customer" },
            "agent": {"kind": "person", "name": "somebody", "origin": origin()},
            "working_time": time,
        });
        if let Some(resource) = resource {
            kind["resource"] = json!(format!("resource_{resource}"));
        }
        self.node(&format!("step_{name}"), kind)
    }

    /// Adds to the kind of the last node.
    pub(super) fn with(&mut self, field: &str, value: Value) -> &mut Self {
        self.document["nodes"].as_array_mut().unwrap().last_mut().unwrap()["kind"][field] = value;
        self
    }

    /// A failure mode of the last step.
    pub(super) fn mode(&mut self, name: &str, kind: &str, share: f64, then: Value) -> &mut Self {
        let probability = self.assume(name, fixed(share), "share");
        let last = self.document["nodes"].as_array_mut().unwrap().last_mut().unwrap();
        if last["kind"]["failure_modes"].is_null() {
            last["kind"]["failure_modes"] = json!([]);
        }
        last["kind"]["failure_modes"].as_array_mut().unwrap().push(json!({
            "id": format!("failure_{name}"), "title": name, "kind": kind, "probability": probability,
            "then": then, "origin": origin(),
        }));
        self
    }

    pub(super) fn gateway(&mut self, name: &str, rule: &str) -> &mut Self {
        self.node(&format!("gate_{name}"), json!({"type": "gateway", "rule": rule}))
    }

    pub(super) fn timer(&mut self, name: &str, duration: Value) -> &mut Self {
        let duration = self.seconds(&format!("{name}_wait"), duration);
        self.node(&format!("timer_{name}"), json!({"type": "timer", "duration": duration}))
    }

    /// A signal from the clerk, each so many seconds after the one before.
    pub(super) fn signal(&mut self, name: &str, between: Value) -> &mut Self {
        let delay = self.seconds(&format!("{name}_between"), between);
        let kind = json!({"type": "message", "from": "actor_clerk", "delay": delay, "is_signal": true});
        self.node(&format!("message_{name}"), kind)
    }

    /// A message from the clerk, called “Reply”, after so many seconds.
    pub(super) fn message(&mut self, name: &str, delay: Value) -> &mut Self {
        let delay = self.seconds(&format!("{name}_delay"), delay);
        let kind = json!({"type": "message", "from": "actor_clerk", "delay": delay});
        self.node(&format!("message_{name}"), kind).set("nodes", "title", json!("Reply"))
    }

    pub(super) fn end(&mut self, name: &str, outcome: &str) -> &mut Self {
        self.node(&format!("end_{name}"), json!({"type": "end", "outcome": outcome}))
    }

    fn node(&mut self, id: &str, kind: Value) -> &mut Self {
        self.push("nodes", json!({"id": id, "title": id, "kind": kind, "origin": origin()}));
        self
    }

    pub(super) fn flow(&mut self, from: &str, to: &str) -> &mut Self {
        let number = self.document["flows"].as_array().unwrap().len();
        let from = if from == "start" { "start_case" } else { from };
        self.push("flows", json!({"id": format!("flow_{number}"), "from": from, "to": to}));
        self
    }

    /// Flows from each to the next.
    pub(super) fn chain(&mut self, nodes: &[&str]) -> &mut Self {
        for pair in nodes.windows(2) {
            self.flow(pair[0], pair[1]);
        }
        self
    }

    /// A flow with a branching probability.
    pub(super) fn branch(&mut self, from: &str, to: &str, share: f64) -> &mut Self {
        let number = self.document["flows"].as_array().unwrap().len();
        let id = self.assume(&format!("share_{number}"), fixed(share), "share");
        self.flow(from, to).set("flows", "probability", json!(id))
    }

    pub(super) fn when(&mut self, from: &str, to: &str, condition: &str) -> &mut Self {
        self.flow(from, to).set("flows", "condition", json!({"expression": condition, "english": condition}))
    }

    pub(super) fn add(&mut self, list: &str, value: Value) -> &mut Self {
        let mut value = value;
        if list == "data" || list == "services" || list == "metrics" {
            value["origin"] = origin();
        }
        self.push(list, value);
        self
    }

    pub(super) fn plan(&self) -> Plan {
        serde_json::from_value(self.document.clone()).unwrap()
    }
}

/// Cases in one replication, `interval` seconds apart, one ordinary person who never gives up a wait.
pub(super) fn scenario(cases: u64, interval: f64) -> Scenario {
    let document = json!({
        "schema_version": 1, "seed": 1, "cases": cases, "replications": 1,
        "arrivals": {"interval": fixed(interval * SECOND), "origin": origin()},
        "personas": [], "trace": "full",
    });
    serde_json::from_value(document).unwrap()
}

pub(super) fn poisson(cases: u64, replications: u32, interval: f64, seed: u64) -> Scenario {
    let mut scenario = scenario(cases, interval);
    scenario.seed = Seed(seed);
    scenario.replications = replications;
    scenario.arrivals.interval = Distribution::exponential(interval * SECOND);
    scenario
}

pub(super) fn run(plan: &Plan, scenario: &Scenario) -> Simulation {
    simulate(plan, scenario, &Control::default()).unwrap()
}

/// The end of each case in milliseconds after its arrival, and its outcome.
pub(super) fn ends(simulation: &Simulation) -> Vec<(u64, Outcome)> {
    simulation.cases.iter().flatten().map(|case| (case.cycle_us / 1_000, case.outcome)).collect()
}
