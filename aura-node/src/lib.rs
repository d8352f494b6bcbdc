//! The native module below the Node package `aura`: sessions and calls, nothing that JavaScript can say itself.
//!
//! In come names and JSON; out come JSON and calls back into JavaScript on its own thread. Every export catches
//! panics, because one that leaves this crate ends the process. Promises and errors are made in `index.js`.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use aura_ffi::{Call, Failure, Host, Hosts, Reply, Session, Signal};
use napi::Status;
use napi::bindgen_prelude::FnArgs;
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi_derive::napi;

/// Number, method and request of a question to the host. Does not keep the process alive.
type Ask =
    ThreadsafeFunction<FnArgs<(u32, String, String)>, (), FnArgs<(u32, String, String)>, Status, false, true>;
/// An event as JSON, or an empty text at the end.
type Listen = ThreadsafeFunction<String, (), String, Status, false>;

/// Whether it went well, and the response or the error as JSON.
#[napi(object)]
pub struct Answer {
    /// Whether it went well.
    pub ok: bool,
    /// The response or the error.
    pub json: String,
}

fn answer(outcome: Result<String, Failure>) -> Answer {
    match outcome {
        Ok(json) => Answer { ok: true, json },
        Err(failure) => Answer { ok: false, json: serde_json::to_string(&failure).unwrap_or_default() },
    }
}

/// A session over one store.
#[napi]
pub struct NativeSession {
    session: Result<Session, Failure>,
}

#[napi]
impl NativeSession {
    /// Opens a session; `problem` says whether that went well.
    #[napi(constructor, catch_unwind)]
    pub fn new(options: String, model: Option<Ask>, store: Option<Ask>) -> Self {
        let hosted = |ask: Ask| Arc::new(NodeHost { ask }) as Arc<dyn Host>;
        let hosts = Hosts { model: model.map(hosted), store: store.map(hosted) };
        NativeSession { session: Session::with_hosts(&options, hosts) }
    }

    /// Why the session could not be opened, as JSON.
    #[napi(catch_unwind)]
    pub fn problem(&self) -> Option<String> {
        self.session.as_ref().err().map(|failure| serde_json::to_string(failure).unwrap_or_default())
    }

    /// Begins an operation. `listener` hears each event and, at the end, an empty text.
    #[napi(catch_unwind)]
    pub fn start(&self, operation: String, request: String, listener: Listen) -> Option<NativeCall> {
        let tell = move |signal: Signal<'_>| {
            let text = match signal {
                Signal::Event(json) => json.to_owned(),
                Signal::Done => String::new(),
            };
            listener.call(text, ThreadsafeFunctionCallMode::NonBlocking);
        };
        let session = self.session.as_ref().ok()?;
        Some(NativeCall { call: session.start(&operation, &request, Some(Box::new(tell))) })
    }
}

/// An operation under way.
#[napi]
pub struct NativeCall {
    call: Call,
}

#[napi]
impl NativeCall {
    /// The outcome, once it is there; it can be taken once.
    #[napi(catch_unwind)]
    pub fn take(&self) -> Option<Answer> {
        self.call.take().map(answer)
    }

    /// Asks the work to stop at its next safe point.
    #[napi(catch_unwind)]
    pub fn cancel(&self) {
        self.call.cancel();
    }
}

/// Questions that the host has not answered yet.
static OPEN: Mutex<BTreeMap<u32, Reply>> = Mutex::new(BTreeMap::new());

/// A model or a store that is written in JavaScript.
struct NodeHost {
    ask: Ask,
}

impl Host for NodeHost {
    fn ask(&self, method: &str, request: &str, reply: Reply) {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        OPEN.lock().unwrap_or_else(PoisonError::into_inner).insert(number, reply);
        let question = FnArgs::from((number, method.to_owned(), request.to_owned()));
        if self.ask.call(question, ThreadsafeFunctionCallMode::NonBlocking) != Status::Ok {
            reply_with(number, false, String::new(), Some("the process is ending".to_owned()));
        }
    }
}

/// Answers a question of [`NativeSession`]: with JSON, or with an error code, which may be empty, and a text.
#[napi(catch_unwind)]
pub fn reply_with(number: u32, ok: bool, json_or_code: String, text: Option<String>) {
    let reply = OPEN.lock().unwrap_or_else(PoisonError::into_inner).remove(&number);
    match reply {
        Some(reply) if ok => reply.answer(json_or_code),
        Some(reply) => reply.fail(Some(&json_or_code), text.unwrap_or_default()),
        None => {}
    }
}

/// A document as HTML, Markdown or one line.
#[napi(catch_unwind)]
pub fn render(format: String, title: String, document: String) -> Answer {
    answer(aura_ffi::render(&format, &title, &document))
}

/// A document as a Vega-Lite specification.
#[napi(catch_unwind)]
pub fn chart(document: String) -> Answer {
    answer(aura_ffi::chart(&document))
}
