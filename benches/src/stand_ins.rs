//! Speed of what stands in for the real world: `cargo run --release -p benches --bin stand_ins [DESCRIPTION…]`.
//!
//! Simple rows and full depth need nothing. Each OpenAPI description on the command line is asked for one answer, then
//! for many, in a process of its own, so that time and memory are those of the mock alone. GitHub's description is the
//! file `generated/api.github.com.json` of the npm package `@octokit/openapi` (13 MB).
//!
//! The peers' figures were measured elsewhere and are printed beside ours as such: Prism answers from petstore after
//! 2.0 CPU seconds and then 778 requests a CPU second, from GitHub's after 13.2 with 304 MB and then 22; on Stripe's
//! it never does. fake-rs makes 522,000 simple rows a CPU second, mimesis 43,000.

#![expect(clippy::panic, reason = "a measure that cannot be taken has nothing to report")]

mod clock;
mod memory;

use std::cell::Cell;
use std::process::Command;

use aura_core::domain::plan::Plan;
use aura_core::domain::scenario::Scenario;
use aura_core::limits::Limits;
use aura_core::progress::Control;
use aura_core::random::Seed;
use aura_core::simulate::schema::{SampleOptions, Schema, SchemaOptions};
use aura_core::simulate::services::{Mock, Request};
use aura_core::simulate::{default_personas, simulate};
use serde_json::{Value, json};

const ROWS: u64 = 500_000;
const ANSWERS: usize = 20_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["one", "rows"] => rows(),
        ["one", "full"] => full_depth(),
        ["one", path] => description(path),
        descriptions => {
            for measure in ["rows", "full"].iter().chain(descriptions) {
                alone(measure);
            }
        }
    }
}

/// Takes one measure in a process of its own.
fn alone(measure: &str) {
    let program = std::env::current_exe().unwrap_or_else(|error| panic!("{error}"));
    let status = Command::new(program).args(["one", measure]).status();
    if !status.is_ok_and(|status| status.success()) {
        println!("{measure}: failed");
    }
}

fn best_of_three(measure: &dyn Fn()) -> f64 {
    (0..3).map(|_| clock::milliseconds(measure) / 1_000.0).fold(f64::INFINITY, f64::min)
}

/// Rows with a number, a name, an address, an age and a flag.
fn rows() {
    let document = json!({"type": "object", "required": ["id", "name", "email", "age", "active"],
        "additionalProperties": false, "properties": {
            "id": {"type": "integer", "minimum": 1}, "name": {"type": "string", "minLength": 1, "maxLength": 40},
            "email": {"type": "string", "format": "email"}, "age": {"type": "integer", "minimum": 18, "maximum": 90},
            "active": {"type": "boolean"}}});
    let schema = sure(Schema::compile(&document, &SchemaOptions::default()));
    let options = SampleOptions::default();
    let bytes = Cell::new(0);
    let seconds = best_of_three(&|| {
        let samples = schema.samples(Seed(1), &options);
        let row = |number| serde_json::to_vec(&sure(samples(number))).map_or(0, |row| row.len());
        bytes.set((0..ROWS).map(row).sum::<usize>());
    });
    println!(
        "rows           {:>9.0} a CPU second, written as JSON ({:.1} MB); fake-rs 522,000, mimesis 43,000 elsewhere",
        ROWS as f64 / seconds,
        bytes.get() as f64 / 1e6
    );
}

/// The first answer from a description, then as many as there is time for.
fn description(path: &str) {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let name = std::path::Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let slot = Cell::new(None);
    let first = clock::milliseconds(&|| {
        let mut mock = sure(Mock::new(&text, Seed(7), &Limits::default()));
        if let Some(request) = requests(&mock).first() {
            mock.respond(request);
        }
        slot.set(Some(mock));
    }) / 1_000.0;
    let peak = memory::peak_megabytes();
    let Some(mut mock) = slot.take() else { return };
    let requests = requests(&mock);
    // Every operation is compiled once before.
    let good = requests.iter().filter(|request| mock.respond(request).status < 300).count();
    let mock = std::cell::RefCell::new(mock);
    let seconds = best_of_three(&|| {
        for request in requests.iter().cycle().take(ANSWERS) {
            mock.borrow_mut().respond(request);
        }
    });
    println!(
        "{name:<14} {first:>9.3} CPU s to the first answer, peak {peak} MB with the text of {:.1} MB; then {:.0} answers a \
         CPU second over {} operations that read, {good} of them with a body",
        text.len() as f64 / 1e6,
        ANSWERS as f64 / seconds,
        requests.len()
    );
}

/// A request for each operation that reads.
fn requests(mock: &Mock) -> Vec<Request> {
    let filled = |template: &str| {
        let parts = template.split('/').map(|part| if part.contains('{') { "12" } else { part });
        parts.collect::<Vec<_>>().join("/")
    };
    let reads = mock.operations().into_iter().filter(|(method, _)| method == "GET");
    let request = |(_, template): (String, String)| {
        Request::new("GET", &filled(&template)).with_header("authorization", "Bearer sesame")
    };
    reads.map(request).collect()
}

/// 10,000 cases of twelve steps, half of them calls that are checked and answered,
/// the other half screens that are filled in.
fn full_depth() {
    let plan: Plan = parsed(journey());
    let scenario: Scenario = parsed(json!({
        "schema_version": 1, "seed": 1, "cases": 10_000, "replications": 20, "depth": "full",
        "arrivals": {"interval": {"type": "exponential", "mean": 40_000.0}, "origin": origin()},
        "personas": default_personas(), "trace": "sample",
        "services": [{"service": "service_orders", "description": ORDERS}],
    }));
    let told = Cell::new((0, 0, 0));
    let seconds = best_of_three(&|| {
        let run = sure(simulate(&plan, &scenario, &Control::default())).run;
        let answers = run.services.iter().flat_map(|service| &service.answers);
        told.set((answers.map(|answer| answer.times).sum(), run.events, run.warnings.len()));
    });
    let (calls, events, warnings) = told.get();
    println!(
        "full depth     {seconds:>9.3} CPU s for 10,000 cases of twelve steps, {calls} calls, {events} events, {warnings} \
         warnings, peak {} MB",
        memory::peak_megabytes()
    );
}

const ORDERS: &str = r##"
openapi: 3.1.0
info: { title: Orders, version: "1" }
paths:
  /orders:
    post:
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewOrder" } } } }
      responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
  /orders/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
components:
  schemas:
    NewOrder:
      type: object
      required: [amount, email]
      properties: { amount: { type: integer, minimum: 1 }, email: { type: string, format: email } }
    Order:
      type: object
      required: [id, amount, email, state]
      properties:
        id: { type: string, pattern: "^o[0-9]{8}$" }
        amount: { type: integer, minimum: 1 }
        email: { type: string, format: email }
        state: { enum: [open, paid, sent] }
"##;

/// Twelve steps, by turns a screen and a call.
fn journey() -> Value {
    let mut nodes = vec![
        json!({"id": "start_case", "title": "Start", "kind": {"type": "start"}, "origin": origin()}),
        json!({"id": "end_done", "title": "Done", "kind": {"type": "end", "outcome": "goal_reached"}, "origin": origin()}),
    ];
    let mut flows = Vec::new();
    let mut last = "start_case".to_owned();
    let mut flow = |from: &str, to: &str| {
        let number = flows.len();
        flows.push(json!({"id": format!("flow_{number}"), "from": from, "to": to}));
        flows.clone()
    };
    for number in 0..12 {
        let id = format!("step_{number}");
        let mut kind = json!({"type": "step", "actor": "actor_customer", "working_time": "assume_time",
            "agent": {"kind": "person", "name": "somebody", "origin": origin()}});
        let call = match number % 4 {
            1 => Some("operation_make"),
            3 => Some("operation_read"),
            _ => None,
        };
        if let Some(fields) = kind.as_object_mut() {
            match call {
                Some(operation) => fields
                    .insert("call".to_owned(), json!({"service": "service_orders", "operation": operation})),
                None => fields.insert("screen".to_owned(), json!("screen_order")),
            };
        }
        nodes.push(json!({"id": id, "title": id, "kind": kind, "origin": origin()}));
        flow(&last, &id);
        last = id;
    }
    let flows = flow(&last, "end_done");
    let operation = |id: &str, method: &str, path: &str, request: Value| {
        json!({"id": id, "title": id, "method": method, "path": path, "request": request, "errors": [],
            "latency": "assume_latency", "failure": "assume_failure", "timeout_ms": 30_000, "is_idempotent": false})
    };
    let field = |name: &str, kind: Value| json!({"name": name, "title": name, "kind": kind, "required": true, "sensitivity": "ordinary", "example": 1});
    let assumption = |id: &str, mean: f64, unit: &str| {
        let kind = if unit == "share" {
            json!({"type": "fixed", "value": mean})
        } else {
            json!({"type": "exponential", "mean": mean})
        };
        json!({"id": id, "statement": id, "value": kind, "unit": {"type": unit}, "low": 0.0, "high": 0.0, "origin": origin()})
    };
    json!({
        "schema_version": 1, "id": "plan_speed", "title": "Speed", "goal": "Speed.",
        "actors": [{"id": "actor_customer", "name": "customer", "kind": "customer", "origin": origin()}],
        "data": [{"id": "data_order", "name": "order", "description": "x", "origin": origin(), "fields": [
            field("amount", json!({"type": "integer", "minimum": 1, "maximum": 900})),
            field("email", json!({"type": "email"}))]}],
        "services": [{"id": "service_orders", "title": "orders", "description": "x", "is_external": true, "origin": origin(),
            "operations": [operation("operation_make", "post", "/orders", json!("data_order")),
                operation("operation_read", "get", "/orders/{order_id}", Value::Null)]}],
        "screens": [{"id": "screen_order", "title": "Order", "intro": "", "action": "Go on", "elements": [
            {"type": "input", "data": "data_order", "field": "amount"}, {"type": "input", "data": "data_order", "field": "email"}]}],
        "resources": [], "nodes": nodes, "flows": flows, "edge_cases": [], "metrics": [],
        "assumptions": [assumption("assume_time", 45_000.0, "milliseconds"), assumption("assume_latency", 300.0, "milliseconds"),
            assumption("assume_failure", 0.01, "share")],
    })
}

fn origin() -> Value {
    json!({"type": "assumed", "reason": "a measure of speed"})
}

fn parsed<T: serde::de::DeserializeOwned>(document: Value) -> T {
    serde_json::from_value(document).unwrap_or_else(|error| panic!("{error}"))
}

fn sure<T>(result: aura_core::Result<T>) -> T {
    result.unwrap_or_else(|error| panic!("{error}"))
}
