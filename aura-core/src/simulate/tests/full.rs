//! Full depth: services that really answer, with memory, limits and retries on virtual time; screens filled in.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::build::{Build, fixed, run, scenario};
use crate::domain::plan::{Outcome, Plan};
use crate::domain::scenario::{RateLimit, RunDepth, Scenario, ServiceMock};
use crate::simulate::{EventKind, Trace, compile, replay};

const PAYMENTS: &str = r##"
openapi: 3.1.0
info: { title: Payments, version: "1" }
security: [{ key: [] }]
paths:
  /payments:
    post:
      operationId: takePayment
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewPayment" } } } }
      responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } }
  /payments/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas:
    NewPayment: { type: object, required: [amount], properties: { amount: { type: integer, minimum: 1 }, note: { type: string, maxLength: 4 } } }
    Payment: { type: object, required: [id, amount], properties: { id: { type: string, pattern: "^p[0-9]{8}$" }, amount: { type: integer, minimum: 1 } } }
"##;

fn field(name: &str, kind: Value) -> Value {
    json!({"name": name, "title": name, "kind": kind, "required": true, "sensitivity": "ordinary", "example": 1})
}

/// Takes a payment in two seconds, reads it in one.
fn plan(fields: Value, path: &str) -> Plan {
    let mut build = Build::new();
    let (slow, quick) = (
        build.assume("slow", fixed(2_000.0), "milliseconds"),
        build.assume("quick", fixed(1_000.0), "milliseconds"),
    );
    let never = build.assume("never", fixed(0.0), "share");
    build.add("data", json!({"id": "data_payment", "name": "payment", "description": "x", "fields": fields}));
    let operation = |id: &str, method: &str, path: &str, latency: &str, request: Value| {
        json!({"id": id, "title": id, "method": method, "path": path, "request": request, "errors": [],
            "latency": latency, "failure": never, "timeout_ms": 30_000, "is_idempotent": false})
    };
    build.add(
        "services",
        json!({"id": "service_payments", "title": "payments", "description": "x", "is_external": true,
        "operations": [
            operation("operation_take", "post", path, &slow, json!("data_payment")),
            operation("operation_read", "get", "/payments/{payment_id}", &quick, Value::Null)]}),
    );
    for (step, called) in [("take", "operation_take"), ("read", "operation_read")] {
        build.step(step, fixed(1.0), None);
        build.with("call", json!({"service": "service_payments", "operation": called}));
    }
    build.end("done", "goal_reached").chain(&["start", "step_take", "step_read", "end_done"]);
    build.plan()
}

fn full(cases: u64, interval: f64, rate_limit: Option<RateLimit>) -> Scenario {
    let service = ServiceMock {
        service: "service_payments".parse().unwrap(),
        description: PAYMENTS.to_owned(),
        operations: BTreeMap::new(),
        rate_limit,
    };
    Scenario { depth: RunDepth::Full, services: vec![service], ..scenario(cases, interval) }
}

fn amount() -> Value {
    json!([field("amount", json!({"type": "integer", "minimum": 1, "maximum": 900}))])
}

#[test]
fn what_a_case_writes_it_reads_again() {
    let simulation = run(&plan(amount(), "/payments"), &full(5, 10.0, None));
    let calls = simulation.trace.calls();
    assert_eq!(calls.len(), 10);
    for pair in calls.chunks(2) {
        let (made, read): (Value, Value) = (
            serde_json::from_str(&pair[0].answered).unwrap(),
            serde_json::from_str(&pair[1].answered).unwrap(),
        );
        let sent: Value = serde_json::from_str(&pair[0].sent).unwrap();
        assert_eq!((pair[0].status, pair[1].status), (201, 200));
        assert_eq!(made["amount"], sent["amount"]);
        assert_eq!(made, read, "the same entity on both paths");
        assert_eq!(pair[1].target, format!("/payments/{}", made["id"].as_str().unwrap()));
    }
    let answers = &simulation.run.services[0].answers;
    assert_eq!(
        answers.iter().map(|answer| (answer.status, answer.times)).collect::<Vec<_>>(),
        [(200, 5), (201, 5)]
    );
    assert!(simulation.run.warnings.is_empty(), "{:?}", simulation.run.warnings);
}

#[test]
fn full_depth_meets_the_same_people_as_flow() {
    let plan = plan(amount(), "/payments");
    let full = full(50, 1.0, None);
    let flow = Scenario { depth: RunDepth::Flow, ..full.clone() };
    assert_eq!(run(&plan, &full).cases, run(&plan, &flow).cases);
    assert!(run(&plan, &flow).trace.calls().is_empty());
}

#[test]
fn a_rate_limit_sends_callers_back_until_the_service_says_so() {
    // One call in ten seconds. The second case calls after one second and is told to come again after nine.
    let limit = Some(RateLimit { calls: 1, window_ms: 10_000 });
    let mut only_take = plan(amount(), "/payments");
    let end = only_take.flows.iter().position(|flow| flow.from.as_str() == "step_take").unwrap();
    only_take.flows[end].to = "end_done".parse().unwrap();
    only_take.flows.retain(|flow| flow.from.as_str() != "step_read");
    only_take.nodes.retain(|node| node.id.as_str() != "step_read");
    let simulation = run(&only_take, &full(2, 1.0, limit));
    let cases = &simulation.cases[0];
    assert_eq!(cases[0].cycle_us, 2_000_000);
    // It waits two seconds for the refusal, then nine, then two for the answer.
    assert_eq!((cases[1].cycle_us, cases[1].outcome), (13_000_000, Outcome::GoalReached));
    let statuses: Vec<u16> = simulation.trace.calls().iter().map(|call| call.status).collect();
    assert_eq!(statuses, [201, 429, 201]);
}

#[test]
fn what_the_plan_sends_and_the_service_does_not_take_is_said() {
    let fields = json!([field("note", json!({"type": "text", "min_length": 1, "max_length": 90}))]);
    let simulation = run(&plan(fields, "/payments"), &full(5, 10.0, None));
    let told = simulation.run.warnings.join("\n");
    assert!(told.contains("`POST /payments`"), "{told}");
    assert!(told.contains("amount"), "{told}");
    // What is lacking was made up, so the calls go through.
    assert_eq!(simulation.run.services[0].failed, 0);
}

#[test]
fn an_operation_of_another_path_is_found_by_its_words_or_stated() {
    let plan = plan(amount(), "/take-a-payment");
    let mut wanted = full(2, 10.0, None);
    let told = run(&plan, &wanted).run.warnings.join("\n");
    assert!(told.contains("found by its words"), "{told}");
    wanted.services[0].operations.insert("operation_take".parse().unwrap(), "POST /payments".to_owned());
    assert!(run(&plan, &wanted).run.warnings.is_empty());
    wanted.services[0].operations.insert("operation_take".parse().unwrap(), "POST /nothing".to_owned());
    let error = compile(&plan, &wanted).unwrap_err();
    assert!(error.to_string().contains("POST /nothing"), "{error}");
}

#[test]
fn a_trace_with_calls_is_read_back_and_replayed() {
    let plan = plan(amount(), "/payments");
    let wanted =
        Scenario { replications: 3, ..full(30, 1.0, Some(RateLimit { calls: 3, window_ms: 5_000 })) };
    let simulation = run(&plan, &wanted);
    let trace = Trace::from_bytes(&simulation.trace.to_bytes().unwrap()).unwrap();
    assert_eq!(trace, simulation.trace);
    assert!(replay(&plan, &wanted, &trace, &crate::progress::Control::default()).unwrap().is_equal);
    let story = trace.story(&plan, 0, 0).unwrap().join("\n");
    assert!(story.contains("called its service and got 201"), "{story}");
    // Another body is another digest, although no time changes.
    let mut other = plan.clone();
    other.data[0].fields[0].kind =
        serde_json::from_value(json!({"type": "integer", "minimum": 1, "maximum": 7})).unwrap();
    assert_ne!(run(&other, &wanted).run.digest, simulation.run.digest);
}

#[test]
fn screens_are_filled_in_at_full_depth_only() {
    let mut document = serde_json::to_value(plan(amount(), "/payments")).unwrap();
    document["screens"] = json!([{"id": "screen_pay", "title": "Pay", "intro": "", "action": "Pay",
        "elements": [{"type": "input", "data": "data_payment", "field": "amount"}]}]);
    for node in document["nodes"].as_array_mut().unwrap() {
        if node["id"] == "step_take" {
            node["kind"]["screen"] = json!("screen_pay");
        }
    }
    let plan: Plan = serde_json::from_value(document).unwrap();
    let wanted = full(4, 1.0, None);
    let filled = |wanted: &Scenario| {
        let simulation = run(&plan, wanted);
        let events = simulation.trace.replications()[0].kept_events();
        events.filter(|event| event.as_ref().unwrap().kind == EventKind::Filled).count()
    };
    assert_eq!(filled(&wanted), 4);
    assert_eq!(filled(&Scenario { depth: RunDepth::Flow, ..wanted }), 0);
}
