//! Sessions as a language package uses them: calls, events, cancellation, panics, hosts that misbehave.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "these are tests")]

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aura_core::ErrorCode;
use aura_ffi::{Host, Hosts, PANIC_FOR_TESTS, Reply, Session, Signal, catalogue, chart};
use serde_json::{Value, json};

const GOAL: &str = "Guests check out without an account. They enter an address and pay by card. Raise checkout \
                    completion from 61 % to 68 % within 8 weeks.";
const LONG: Duration = Duration::from_secs(600);

fn planned(session: &Session) -> String {
    let interpreted = session.call("interpret", &json!({ "text": GOAL }).to_string()).unwrap();
    let project =
        serde_json::from_str::<Value>(&interpreted).unwrap()["project"].as_str().unwrap().to_owned();
    session.call("plan", &json!({ "project": project }).to_string()).unwrap();
    project
}

fn code_of(session: &Session, operation: &str, request: &str) -> ErrorCode {
    session.call(operation, request).unwrap_err().code
}

#[test]
fn what_is_malformed_or_too_large_is_refused_with_a_code() {
    let session = Session::open(r#"{"limits": {"document_bytes": 5000}}"#).unwrap();
    let deep = "[".repeat(4_000);
    let large = json!({ "text": "x".repeat(6_000) }).to_string();
    for (operation, request, expect) in [
        ("interpret", "", ErrorCode::InvalidRequest),
        ("interpret", "{\"text\": 1}", ErrorCode::InvalidRequest),
        ("interpret", "{\"text\": \"a\", \"more\": 1}", ErrorCode::InvalidRequest),
        ("interpret", "{\"text\": \"\"}", ErrorCode::InvalidGoal),
        ("interpret", &deep, ErrorCode::InvalidRequest),
        ("interpret", &large, ErrorCode::LimitInput),
        ("plan", "{\"project\": \"nobody\"}", ErrorCode::InvalidRequest),
        ("plan", "{\"project\": \"project_unknown\"}", ErrorCode::NotFound),
        ("verify", "{\"project\": \"project_unknown\", \"trace_base64\": \"?\"}", ErrorCode::InvalidTrace),
        ("fly", "{}", ErrorCode::InvalidRequest),
        (
            "complete",
            r#"{"purpose": "a", "instructions": "b", "messages": [], "max_output_tokens": 1}"#,
            ErrorCode::UnavailableModel,
        ),
        (PANIC_FOR_TESTS, "{}", ErrorCode::Internal),
    ] {
        assert_eq!(code_of(&session, operation, request), expect, "{operation} {request:.60}");
    }
    assert_eq!(Session::open("{\"colour\": 1}").err().unwrap().code, ErrorCode::InvalidRequest);
    assert_eq!(
        Session::open("{\"path\": \"/no/such/folder/x\"}").err().unwrap().code,
        ErrorCode::UnavailableStore
    );
}

#[test]
fn events_tell_how_far_a_run_is_and_the_result_can_be_drawn() {
    let session = Session::open(r#"{"clock": false}"#).unwrap();
    let project = planned(&session);
    let seen = Arc::new(AtomicUsize::new(0));
    let count = seen.clone();
    let listener = move |signal: Signal<'_>| {
        if let Signal::Event(json) = signal {
            assert!(json.contains("\"stage\":\"simulate\""), "{json}");
            count.fetch_add(1, Ordering::SeqCst);
        }
    };
    let request = json!({ "project": project, "cases": 300, "seed": 7 }).to_string();
    let call = session.start("simulate", &request, Some(Box::new(listener)));
    let simulated = call.wait(LONG).unwrap().unwrap();
    assert!(call.is_done() && call.take().is_none(), "an outcome is taken once");
    assert!(seen.load(Ordering::SeqCst) > 1);
    let mut events = 0;
    while call.next_event(Duration::ZERO).is_some() {
        events += 1;
    }
    assert_eq!(events, seen.load(Ordering::SeqCst));
    assert_eq!(session.call("simulate", &request).unwrap(), simulated, "the same seed gives the same bytes");
    let drawn: Value = serde_json::from_str(&chart(&simulated).unwrap()).unwrap();
    assert_eq!(drawn["vconcat"].as_array().map(Vec::len), Some(2), "outcomes and the tornado");
}

#[test]
fn a_cancelled_call_ends_and_keeps_nothing() {
    let session = Session::open("{}").unwrap();
    let project = planned(&session);
    let request = json!({ "project": project, "cases": 5_000_000 }).to_string();
    let call = session.start("simulate", &request, None);
    call.cancel();
    assert_eq!(call.wait(LONG).unwrap().unwrap_err().code, ErrorCode::Cancelled);
    assert_eq!(code_of(&session, "replay", &json!({ "project": project }).to_string()), ErrorCode::NotFound);
}

#[test]
fn a_hundred_calls_at_once_are_answered() {
    let session = Arc::new(Session::open("{}").unwrap());
    let project = planned(&session);
    let request = json!({ "project": project }).to_string();
    let calls: Vec<_> = (0..100).map(|_| session.start("outline", &request, None)).collect();
    let first = session.call("outline", &request).unwrap();
    for call in calls {
        assert_eq!(call.wait(LONG).unwrap().unwrap(), first);
    }
}

/// A host that does what a test says.
struct Scripted(Script);

type Script = fn(&str, Reply);
type Expected = Result<(), (ErrorCode, &'static str)>;

impl Host for Scripted {
    fn ask(&self, _method: &str, request: &str, reply: Reply) {
        (self.0)(request, reply);
    }
}

#[test]
fn a_model_that_misbehaves_costs_a_call_and_no_more() {
    let asked = r#"{"purpose": "a", "instructions": "b", "messages": [], "max_output_tokens": 9}"#;
    let scripts: &[(Script, Expected)] = &[
        (
            |_, reply| {
                reply.answer(r#"{"text": "yes", "stop": "complete", "usage": {"input_tokens": 1, "output_tokens": 1}}"#)
            },
            Ok(()),
        ),
        (|_, reply| reply.answer("[]"), Err((ErrorCode::UnavailableModel, "with something else"))),
        (|_, reply| reply.fail(None, "no\nkey"), Err((ErrorCode::UnavailableModel, "failed: no key"))),
        (|_, reply| reply.fail(Some("denied"), "not here"), Err((ErrorCode::Denied, "not here"))),
        (|_, reply| drop(reply), Err((ErrorCode::UnavailableModel, "gave no answer"))),
        (|_, _| panic!("in the host"), Err((ErrorCode::UnavailableModel, "gave no answer"))),
        (|_, reply| std::mem::forget(reply), Err((ErrorCode::UnavailableModel, "within 200 ms"))),
    ];
    for (script, expect) in scripts {
        let hosts = Hosts { model: Some(Arc::new(Scripted(*script))), store: None };
        let session = Session::with_hosts(r#"{"host_timeout_ms": 200}"#, hosts).unwrap();
        match (session.call("complete", asked), expect) {
            (Ok(answer), Ok(())) => assert!(answer.contains("yes"), "{answer}"),
            (Err(failure), Err((code, text))) => {
                assert!(failure.code == *code && failure.message.contains(text), "{failure:?}");
            }
            (outcome, _) => panic!("{outcome:?} {expect:?}"),
        }
    }
}

#[derive(Default)]
struct Kept {
    artifacts: BTreeMap<String, Value>,
    projects: BTreeMap<String, Vec<Value>>,
    names: BTreeMap<String, Value>,
}

/// A store as a host would write it: plain JSON in a map.
#[derive(Default)]
struct JsonStore(Mutex<Kept>);

impl Host for JsonStore {
    fn ask(&self, method: &str, request: &str, reply: Reply) {
        let mut kept = self.0.lock().unwrap();
        let request: Value = serde_json::from_str(request).unwrap();
        let id = request["id"].as_str().unwrap_or_default().to_owned();
        let project = |kept: &Kept, id: &str| {
            let newest = kept.projects.get(id)?.last()?.clone();
            Some(json!({ "id": id, "name": kept.names[id], "revision": newest }))
        };
        let answer = match method {
            "artifact" => json!(kept.artifacts.get(&id)),
            "project" => json!(project(&kept, &id)),
            "projects" => json!(kept.projects.keys().filter_map(|id| project(&kept, id)).collect::<Vec<_>>()),
            "history" => {
                let most = request["most"].as_u64().unwrap() as usize;
                let all = kept.projects.get(&id).cloned().unwrap_or_default();
                json!(all.into_iter().rev().take(most).collect::<Vec<_>>())
            }
            _ => {
                let id = request["project"].as_str().unwrap().to_owned();
                let present = kept.projects.get(&id).map_or(0, |revisions| revisions.len() as u64);
                if request["expected_revision"] != json!(present) {
                    let code = if present == 0 { "not_found" } else { "conflict" };
                    return reply.fail(Some(code), "somebody was faster");
                }
                for artifact in request["artifacts"].as_array().unwrap() {
                    kept.artifacts.insert(artifact["id"].as_str().unwrap().to_owned(), artifact.clone());
                }
                let revision = json!({ "number": present + 1, "message": request["message"], "at": request["at"], "heads": request["heads"] });
                kept.names.entry(id.clone()).or_insert(request["name"].clone());
                kept.projects.entry(id).or_default().push(revision.clone());
                revision
            }
        };
        reply.answer(answer.to_string());
    }
}

#[test]
fn a_store_of_the_host_keeps_the_same_bytes_as_memory() {
    let hosts = Hosts { model: None, store: Some(Arc::new(JsonStore::default())) };
    let hosted = Session::with_hosts(r#"{"clock": false}"#, hosts).unwrap();
    let memory = Session::open(r#"{"clock": false}"#).unwrap();
    let project = planned(&hosted);
    assert_eq!(planned(&memory), project);
    let request = json!({ "project": project, "cases": 200 }).to_string();
    assert_eq!(hosted.call("simulate", &request).unwrap(), memory.call("simulate", &request).unwrap());
    let request = json!({ "project": project }).to_string();
    for operation in ["handoff", "replay", "history", "trace"] {
        assert_eq!(hosted.call(operation, &request).unwrap(), memory.call(operation, &request).unwrap());
    }
}

#[test]
fn a_store_that_hangs_ends_as_an_error() {
    let hosts = Hosts { model: None, store: Some(Arc::new(Scripted(|_, reply| std::mem::forget(reply)))) };
    let session = Session::with_hosts(r#"{"host_timeout_ms": 100}"#, hosts).unwrap();
    assert_eq!(code_of(&session, "projects", "{}"), ErrorCode::UnavailableStore);
}

#[test]
fn the_catalogue_describes_every_operation() {
    let catalogue = catalogue();
    let operations = catalogue["operations"].as_array().unwrap();
    assert_eq!(operations.len(), aura_ffi::OPERATIONS.len());
    for operation in operations {
        for part in ["request", "response"] {
            let name = operation[part]["$ref"].as_str().unwrap().trim_start_matches("#/$defs/").to_owned();
            assert!(catalogue["$defs"][&name].is_object(), "{operation}");
        }
        assert!(operation["doc"].as_str().unwrap().ends_with('.'), "{operation}");
    }
}
