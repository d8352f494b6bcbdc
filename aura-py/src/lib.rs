//! The native module below the Python package `aura`: sessions and calls, nothing that Python can say itself.
//!
//! In come names and JSON; out come JSON and, where a table is wanted, an Arrow stream. Everything that waits lets
//! other Python threads run, in slices short enough for Ctrl-C. Never here: classes for documents, which are written
//! by `cargo xtask generate`; wording, which lives in `aura-ffi`.

mod table;

use std::sync::Arc;
use std::time::Duration;

use aura_ffi::{Call, Failure, Host, Hosts, Reply, Session, Signal};
use pyo3::prelude::*;

/// A session over one store.
#[pyclass(frozen, name = "Session", module = "aura._native")]
struct PySession {
    session: Session,
}

/// An operation under way.
#[pyclass(frozen, name = "Call", module = "aura._native")]
struct PyCall {
    call: Call,
}

/// Whether it went well, and the response or the error as JSON.
type Answer = (bool, String);

fn answer(outcome: Result<String, Failure>) -> Answer {
    match outcome {
        Ok(json) => (true, json),
        Err(failure) => (false, serde_json::to_string(&failure).unwrap_or_default()),
    }
}

/// Opens a session; `model` and `store` are functions of a method and a request.
#[pyfunction]
#[pyo3(signature = (options, model=None, store=None))]
fn open_session(
    py: Python<'_>,
    options: &str,
    model: Option<Py<PyAny>>,
    store: Option<Py<PyAny>>,
) -> (Option<PySession>, String) {
    let hosted = |ask: Py<PyAny>| Arc::new(PyHost { ask }) as Arc<dyn Host>;
    let hosts = Hosts { model: model.map(hosted), store: store.map(hosted) };
    match py.detach(|| Session::with_hosts(options, hosts)) {
        Ok(session) => (Some(PySession { session }), String::new()),
        Err(failure) => (None, answer(Err(failure)).1),
    }
}

#[pymethods]
impl PySession {
    /// Begins an operation; `listener` is called with each event, and with `None` at the end, on another thread.
    /// `tables` stand for members of the request: names of files, and capsules with Arrow streams.
    #[pyo3(signature = (operation, request, listener=None, tables=Vec::new()))]
    fn start(
        &self,
        py: Python<'_>,
        operation: &str,
        request: &str,
        listener: Option<Py<PyAny>>,
        tables: Vec<(String, Bound<'_, PyAny>)>,
    ) -> PyResult<PyCall> {
        let lend = |(name, table): &(String, Bound<'_, PyAny>)| Ok((name.clone(), table::lend(table)?));
        let tables = tables.iter().map(lend).collect::<PyResult<Vec<_>>>()?;
        let listener = listener.map(|listener| -> aura_ffi::Listener {
            Box::new(move |signal| {
                Python::try_attach(|py| {
                    let event = match signal {
                        Signal::Event(json) => Some(json),
                        Signal::Done => None,
                    };
                    if let Err(error) = listener.call1(py, (event,)) {
                        error.write_unraisable(py, None);
                    }
                });
            })
        });
        Ok(PyCall { call: py.detach(|| self.session.start_with(operation, request, tables, listener)) })
    }
}

#[pymethods]
impl PyCall {
    /// Waits for the end, at most so many seconds.
    fn wait(&self, py: Python<'_>, seconds: f64) -> Option<Answer> {
        let most = Duration::try_from_secs_f64(seconds).unwrap_or_default();
        py.detach(|| self.call.wait(most)).map(answer)
    }

    /// The next event as JSON, if there is one now.
    fn next_event(&self) -> Option<String> {
        self.call.next_event(Duration::ZERO)
    }

    /// Asks the work to stop at its next safe point.
    fn cancel(&self) {
        self.call.cancel();
    }
}

/// A model or a store that is written in Python: a function that gives `(is_well, json_or_code, text)`.
struct PyHost {
    ask: Py<PyAny>,
}

impl Host for PyHost {
    fn ask(&self, method: &str, request: &str, reply: Reply) {
        let told = Python::try_attach(|py| {
            let answer = self.ask.call1(py, (method, request))?;
            answer.extract::<(bool, String, String)>(py)
        });
        match told {
            Some(Ok((true, json, _))) => reply.answer(json),
            Some(Ok((false, code, text))) => reply.fail(Some(&code), text),
            Some(Err(error)) => reply.fail(None, error.to_string()),
            None => reply.fail(None, "the interpreter is shutting down"),
        }
    }
}

/// A document as HTML, Markdown or one line.
#[pyfunction]
fn render(format: &str, title: &str, document: &str) -> Answer {
    answer(aura_ffi::render(format, title, document))
}

/// A document as a Vega-Lite specification.
#[pyfunction]
fn chart(document: &str) -> Answer {
    answer(aura_ffi::chart(document))
}

/// The native part of Aura for Python.
#[pymodule(name = "_native", gil_used = false)]
fn aura_native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<PySession>()?;
    module.add_class::<PyCall>()?;
    module.add_function(wrap_pyfunction!(open_session, module)?)?;
    module.add_function(wrap_pyfunction!(render, module)?)?;
    module.add_function(wrap_pyfunction!(chart, module)?)?;
    module.add_function(wrap_pyfunction!(table::arrow_stream, module)?)?;
    module.add("__version__", aura_ffi::package_version())
}
