//! A session: an engine over a store, with what the host plugs in, and one way to call its operations.

use std::sync::Arc;
use std::time::Duration;

use aura_core::domain::agent::Agent;
use aura_core::engine::Engine;
use aura_core::limits::Limits;
use aura_core::llm::Price;
use aura_core::progress::Control;
use aura_core::store::{MemoryStore, Store};
use aura_core::{Error, ErrorCode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Failure;
use crate::call::{Call, Listener, Outcome};
use crate::host::{Host, HostedModel, HostedStore};
use crate::machine::{Threads, WallClock, open_file};
use crate::mocks::Mocks;
use crate::operations::{self, Work};
use crate::process::{PerProcess, generation};
use crate::tables::{Lend, Tables};

/// How a session is opened. What is absent has a default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SessionOptions {
    /// The SQLite file that keeps the projects; they are kept in memory where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// How many threads a simulation uses; one for each core where absent. Results never depend on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threads: Option<u32>,
    /// Whether records carry the time of this machine.
    pub clock: bool,
    /// Other limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<Limits>,
    /// AI agents that steps can be given to, besides the built-in ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agents: Vec<Agent>,
    /// The name of the host's language model, as it is recorded.
    pub model_name: String,
    /// What the host's language model costs.
    pub model_price: Price,
    /// How long the host's model or store may take for one answer, in milliseconds.
    pub host_timeout_ms: u64,
}

impl Default for SessionOptions {
    fn default() -> Self {
        SessionOptions {
            path: None,
            threads: None,
            clock: true,
            limits: None,
            agents: Vec::new(),
            model_name: "host".to_owned(),
            model_price: Price::default(),
            host_timeout_ms: 60_000,
        }
    }
}

/// What the host implements in its own language.
#[derive(Clone, Default)]
pub struct Hosts {
    /// A language model.
    pub model: Option<Arc<dyn Host>>,
    /// A store, instead of memory or a file.
    pub store: Option<Arc<dyn Host>>,
}

/// An engine with its store. Threads may share it; a forked child may go on with it.
pub struct Session {
    options: SessionOptions,
    hosts: Hosts,
    memory: Arc<MemoryStore>,
    mocks: Arc<Mocks>,
    // After a fork the file is opened anew: SQLite connections must not cross it.
    engines: Option<Box<PerProcess<Result<Engine, Failure>>>>,
    generation: usize,
}

impl Session {
    /// Opens a session with [`SessionOptions`] as JSON.
    ///
    /// # Errors
    /// `invalid_request`, `unavailable_store`, `invalid_schema_version`.
    pub fn open(options: &str) -> Result<Session, Failure> {
        Session::with_hosts(options, Hosts::default())
    }

    /// Opens a session over what the host implements.
    ///
    /// # Errors
    /// `invalid_request`, `unavailable_store`, `invalid_schema_version`.
    pub fn with_hosts(options: &str, hosts: Hosts) -> Result<Session, Failure> {
        let options: SessionOptions = serde_json::from_str(options).map_err(|error| {
            Error::new(ErrorCode::InvalidRequest, format!("the options cannot be read: {error}"))
                .to_document()
        })?;
        let engines = Some(Box::new(PerProcess::new()));
        let memory = Arc::new(MemoryStore::default());
        let mocks = Arc::default();
        let session = Session { options, hosts, memory, mocks, engines, generation: generation() };
        session.engine()?;
        Ok(session)
    }

    /// Runs an operation and waits for it.
    ///
    /// # Errors
    /// Those of the operation.
    pub fn call(&self, operation: &str, request: &str) -> Outcome {
        let call = self.start(operation, request, None);
        loop {
            if let Some(outcome) = call.wait(Duration::from_secs(3_600)) {
                return outcome;
            }
        }
    }

    /// Begins an operation on another thread.
    pub fn start(&self, operation: &str, request: &str, listener: Option<Listener>) -> Call {
        self.start_with(operation, request, Vec::new(), listener)
    }

    /// Begins an operation with tables that stand for members of its request, which are empty texts there.
    pub fn start_with(
        &self,
        operation: &str,
        request: &str,
        tables: Vec<(String, Lend)>,
        listener: Option<Listener>,
    ) -> Call {
        let engine = self.engine().and_then(|engine| self.check_size(request).map(|()| engine));
        let (name, request) = (operation.to_owned(), request.to_owned());
        let threads = self.options.threads;
        let mocks = self.mocks.clone();
        Call::start(listener, move |call| {
            let engine = match engine {
                Ok(engine) => engine,
                Err(failure) => return Err(error_of(failure)),
            };
            let control = Control {
                progress: Arc::new(call.clone()),
                cancellation: call.cancellation(),
                workers: Arc::new(Threads::new(threads)),
                ..Control::default()
            };
            control.cancellation.check()?;
            let tables = Tables::open(tables, &control.cancellation)?;
            let work = Work { engine: engine.with_control(control.clone()), control, mocks, tables };
            pollster::block_on(operations::run(&name, &work, &request))
        })
    }

    fn check_size(&self, request: &str) -> Result<(), Failure> {
        let limit = self
            .options
            .limits
            .as_ref()
            .map_or_else(|| Limits::default().document_bytes, |l| l.document_bytes);
        Limits::check_input("the request", request.len(), limit).map_err(|error| error.to_document())
    }

    fn engine(&self) -> Result<Engine, Failure> {
        let make = || self.make().map_err(|error| error.to_document());
        match self.engines.as_ref().and_then(|engines| engines.get(make)) {
            Some(engine) => engine.clone(),
            None => {
                Err(Error::new(ErrorCode::Denied, "this process is a fork of too many forks").to_document())
            }
        }
    }

    fn make(&self) -> Result<Engine, Error> {
        let timeout = Duration::from_millis(self.options.host_timeout_ms);
        let store: Arc<dyn Store> = match (&self.hosts.store, &self.options.path) {
            (Some(host), _) => Arc::new(HostedStore::new(host.clone(), timeout)),
            (None, Some(path)) => open_file(path)?,
            (None, None) => self.memory.clone(),
        };
        let mut engine = Engine::default().with_store(store);
        if let Some(limits) = &self.options.limits {
            engine = engine.with_limits(limits.clone());
        }
        engine = engine.with_agents(self.options.agents.clone());
        if self.options.clock {
            engine = engine.with_clock(Arc::new(WallClock));
        }
        if let Some(host) = &self.hosts.model {
            let name = self.options.model_name.clone();
            let model = HostedModel::new(host.clone(), name, self.options.model_price, timeout);
            engine = engine.with_model(Arc::new(model));
        }
        Ok(engine)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A connection that was opened before a fork is the parent's to close.
        if self.generation != generation() {
            std::mem::forget(self.engines.take());
        }
    }
}

/// The error that a failure was made from.
fn error_of(failure: Failure) -> Error {
    let mut error = Error::new(failure.code, failure.message);
    for hint in failure.hints {
        error = error.with_hint(hint);
    }
    failure.context.into_iter().fold(error, |error, (name, value)| error.with_context(name, value))
}
