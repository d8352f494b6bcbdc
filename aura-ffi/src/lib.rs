//! One table of Aura's public operations, from which every language package is made.
//!
//! In come the name of an operation and its request as JSON; out comes its response as JSON, or an error with a
//! stable code. A [`Session`] holds the engine; a [`Call`] is an operation under way, with events and a switch to
//! cancel it. Panics, forks, silent hosts and oversized requests end here as errors. Never here: thinking, which
//! lives in `aura-core`; anything of one language, which lives in that language's crate.
//!
//! # Example
//! ```
//! use aura_ffi::Session;
//!
//! let session = Session::open("{}")?;
//! let answer = session.call("interpret", r#"{"text": "Guests check out without an account and pay by card."}"#);
//! assert!(answer.is_ok_and(|json| json.contains("\"project\":\"project_")));
//! let refused = session.call("interpret", "{}").unwrap_err();
//! assert_eq!(refused.code.as_str(), "invalid_request");
//! # Ok::<(), aura_ffi::Failure>(())
//! ```

mod call;
mod catalogue;
mod chart;
mod experiments;
mod host;
mod machine;
mod mocks;
mod operations;
mod process;
mod render;
mod requests;
mod session;
mod tables;

pub use aura_core::error::ErrorDocument as Failure;
#[cfg(feature = "tables")]
pub use aura_table::FFI_ArrowArrayStream;
pub use call::{Call, Listener, Outcome, Signal};
pub use catalogue::{catalogue, error_codes, package_version};
pub use chart::chart;
pub use experiments::{
    AllocateRequest, AnalyzeRequest, Analyzed, AssignRequest, Assigned, CalibrateRequest, CheckedExperiment,
    ExperimentReport, ExperimentRequest, ObserveRequest, ObservedEffect, ReportRequest,
};
pub use host::{Host, Reply};
pub use mocks::{CloseMockRequest, MockAnswer, MockCall, MockOperation, MockRequest, OpenMock};
pub use operations::{OPERATIONS, Operation};
pub use render::render;
pub use requests::{
    AgentList, AnswerRequest, Done, HistoryRequest, HistoryResponse, ItemRequest, Outline, ProjectList,
    ProjectRequest, RecordedTrace, VerifyRequest,
};
pub use session::{Hosts, Session, SessionOptions};
pub use tables::Lend;

/// An operation that always panics. It is in no catalogue; the tests of the packages call it to show that no panic
/// ends a process.
pub const PANIC_FOR_TESTS: &str = "panic_for_tests";
