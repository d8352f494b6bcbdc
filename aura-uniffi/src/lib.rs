//! The table of operations for Kotlin and Swift, through UniFFI: sessions and calls with requests in JSON.
//!
//! In come the name of an operation and its request as JSON; out come JSON and errors with a code. A call is waited
//! for with `finish`, which is a coroutine in Kotlin and `async` in Swift, and stopped with `cancel`, because UniFFI
//! has no cancellation of its own. Never here: an operation; those are in `aura-ffi`.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Poll, Waker};
use std::time::Duration;

use aura_ffi::{Call, Failure, Host, Hosts, Reply, Session, Signal};

uniffi::setup_scaffolding!("aura");

/// What went wrong.
#[derive(Debug, uniffi::Error)]
pub enum AuraError {
    /// The one form that every failure has. `text` is for people: `message` is taken in Kotlin.
    Failed {
        /// Stable code, for example `invalid_goal`.
        code: String,
        /// One line: what happened.
        text: String,
        /// What can be done about it.
        hints: Vec<String>,
        /// Whether the same call may work later without a change.
        retryable: bool,
    },
}

impl std::fmt::Display for AuraError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let AuraError::Failed { code, text, .. } = self;
        write!(formatter, "{text} [{code}]")
    }
}

impl std::error::Error for AuraError {}

impl From<Failure> for AuraError {
    fn from(failure: Failure) -> Self {
        AuraError::Failed {
            code: failure.code.as_str().to_owned(),
            text: failure.message,
            hints: failure.hints,
            retryable: failure.retryable,
        }
    }
}

/// A language model or a store of the host. Throw `AuraError.Failed` to pass a code on.
#[uniffi::export(with_foreign)]
pub trait AuraHost: Send + Sync {
    /// Answers one request in JSON with JSON. A model is asked `complete`; a store `commit`, `artifact`, …
    fn ask(&self, method: String, request: String) -> Result<String, AuraError>;
}

impl From<uniffi::UnexpectedUniFFICallbackError> for AuraError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        AuraError::Failed { code: String::new(), text: error.reason, hints: Vec::new(), retryable: false }
    }
}

struct Foreign(Arc<dyn AuraHost>);

impl Host for Foreign {
    fn ask(&self, method: &str, request: &str, reply: Reply) {
        match self.0.ask(method.to_owned(), request.to_owned()) {
            Ok(json) => reply.answer(json),
            Err(AuraError::Failed { code, text, .. }) => reply.fail(Some(&code), text),
        }
    }
}

/// A session over one store. Threads may share it.
#[derive(uniffi::Object)]
pub struct AuraSession {
    session: Session,
}

#[uniffi::export]
impl AuraSession {
    /// Opens a session with options as JSON; `{}` keeps projects in memory.
    #[uniffi::constructor(default(model = None, store = None))]
    pub fn new(
        options: String,
        model: Option<Arc<dyn AuraHost>>,
        store: Option<Arc<dyn AuraHost>>,
    ) -> Result<Arc<Self>, AuraError> {
        let hosted = |host: Arc<dyn AuraHost>| Arc::new(Foreign(host)) as Arc<dyn Host>;
        let hosts = Hosts { model: model.map(hosted), store: store.map(hosted) };
        Ok(Arc::new(AuraSession { session: Session::with_hosts(&options, hosts)? }))
    }

    /// Runs an operation and blocks until it has ended.
    pub fn call(&self, operation: String, request: String) -> Result<String, AuraError> {
        Ok(self.session.call(&operation, &request)?)
    }

    /// Begins an operation.
    pub fn start(&self, operation: String, request: String) -> Arc<AuraCall> {
        let waker: Arc<Mutex<Option<Waker>>> = Arc::default();
        let waiting = waker.clone();
        let listener = move |signal: Signal<'_>| {
            if matches!(signal, Signal::Done)
                && let Some(waker) = waiting.lock().unwrap_or_else(PoisonError::into_inner).take()
            {
                waker.wake();
            }
        };
        let call = self.session.start(&operation, &request, Some(Box::new(listener)));
        Arc::new(AuraCall { call, waker })
    }
}

/// An operation under way.
#[derive(uniffi::Object)]
pub struct AuraCall {
    call: Call,
    waker: Arc<Mutex<Option<Waker>>>,
}

#[uniffi::export]
impl AuraCall {
    /// Waits for the end. The response is given once.
    pub async fn finish(&self) -> Result<String, AuraError> {
        let outcome = poll_fn(|context| {
            // Left here before the look, so that an end between both still wakes.
            *self.waker.lock().unwrap_or_else(PoisonError::into_inner) = Some(context.waker().clone());
            if self.call.is_done() { Poll::Ready(self.call.take()) } else { Poll::Pending }
        });
        match outcome.await {
            Some(outcome) => Ok(outcome?),
            None => Err(AuraError::Failed {
                code: "invalid_request".to_owned(),
                text: "the response was taken already".to_owned(),
                hints: Vec::new(),
                retryable: false,
            }),
        }
    }

    /// Waits for the next event, at most so many milliseconds; it is JSON.
    pub fn next_event(&self, most_ms: u64) -> Option<String> {
        self.call.next_event(Duration::from_millis(most_ms))
    }

    /// Whether it has ended.
    pub fn is_done(&self) -> bool {
        self.call.is_done()
    }

    /// Asks the work to stop at its next safe point.
    pub fn cancel(&self) {
        self.call.cancel();
    }
}

/// The operations with their schemas, as JSON.
#[uniffi::export]
pub fn catalogue() -> String {
    aura_ffi::catalogue().to_string()
}

/// A document as `html`, `markdown` or `line`.
#[uniffi::export]
pub fn render(format: String, title: String, document: String) -> Result<String, AuraError> {
    Ok(aura_ffi::render(&format, &title, &document)?)
}

/// A document as a Vega-Lite specification.
#[uniffi::export]
pub fn chart(document: String) -> Result<String, AuraError> {
    Ok(aura_ffi::chart(&document)?)
}
