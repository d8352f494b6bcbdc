//! What a host implements in its own language: a language model, a store. Requests and answers are JSON.
//!
//! A host is asked on a thread of its own and has a time limit, so one that throws, panics or hangs costs a call and
//! never the process. Never here: how a language calls its objects.

mod model;
mod store;

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use aura_core::progress::Cancellation;
use aura_core::{Error, ErrorCode, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::process::spawn;

pub(crate) use model::HostedModel;
pub(crate) use store::HostedStore;

/// How often a waiting call looks whether it was cancelled.
const LOOK: Duration = Duration::from_millis(20);

/// Longest text of a host's error that is passed on.
const MOST_ERROR_CHARACTERS: usize = 300;

/// The host's model or store.
///
/// A model is asked `complete`; a store is asked `commit`, `artifact`, `project`, `projects`, `history`.
pub trait Host: Send + Sync {
    /// Answers a request, now or later, on any thread. A reply that is dropped counts as a failure.
    fn ask(&self, method: &str, request: &str, reply: Reply);
}

/// Where a host puts its answer.
pub struct Reply {
    sender: SyncSender<std::result::Result<String, (Option<String>, String)>>,
}

impl Reply {
    /// The answer as JSON.
    pub fn answer(self, json: impl Into<String>) {
        // Nobody waits any more where the call was cancelled.
        let _ = self.sender.send(Ok(json.into()));
    }

    /// The host failed, with one of Aura's error codes where it knows one, and a text.
    pub fn fail(self, code: Option<&str>, message: impl Into<String>) {
        let _ = self.sender.send(Err((code.map(str::to_owned), message.into())));
    }
}

/// A host and how to wait for it.
#[derive(Clone)]
pub(crate) struct Asked {
    host: Arc<dyn Host>,
    timeout: Duration,
    /// `model` or `store`, for people.
    what: &'static str,
    /// The code where the host fails without one.
    fault: ErrorCode,
}

impl Asked {
    fn ask<T: DeserializeOwned>(
        &self,
        method: &'static str,
        request: &impl Serialize,
        cancellation: &Cancellation,
    ) -> Result<T> {
        let request = serde_json::to_string(request).map_err(|error| {
            Error::new(ErrorCode::Internal, "a request to the host cannot be written").with_source(error)
        })?;
        let (sender, receiver) = sync_channel(1);
        let host = self.host.clone();
        let job = move || host.ask(method, &request, Reply { sender });
        spawn(Box::new(job)).map_err(|_| self.failed("has no thread to run on"))?;
        let end = Instant::now() + self.timeout;
        loop {
            match receiver.recv_timeout(LOOK) {
                Ok(Ok(json)) => return self.read(method, &json),
                Ok(Err((code, text))) => return Err(self.told(code.as_deref(), &text)),
                Err(RecvTimeoutError::Disconnected) => return Err(self.failed("gave no answer")),
                Err(RecvTimeoutError::Timeout) => {
                    cancellation.check()?;
                    if Instant::now() >= end {
                        let text = format!("gave no answer within {} ms", self.timeout.as_millis());
                        return Err(self
                            .failed(&text)
                            .with_hint("raise `host_timeout_ms`, or answer sooner"));
                    }
                }
            }
        }
    }

    fn read<T: DeserializeOwned>(&self, method: &str, json: &str) -> Result<T> {
        serde_json::from_str(json)
            .map_err(|error| self.failed(&format!("answered `{method}` with something else: {error}")))
    }

    fn told(&self, code: Option<&str>, text: &str) -> Error {
        let known = code.and_then(|code| ErrorCode::ALL.iter().find(|known| known.as_str() == code));
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown: String = line.chars().take(MOST_ERROR_CHARACTERS).collect();
        match known {
            Some(code) => Error::new(*code, shown),
            None => self.failed(&format!("failed: {shown}")),
        }
    }

    fn failed(&self, text: &str) -> Error {
        Error::new(self.fault, format!("the host's {} {text}", self.what))
    }
}
