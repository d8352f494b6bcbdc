//! What a service can do, before it has an id.

use crate::domain::id::DataId;
use crate::domain::plan::{HttpMethod, ServiceError};

/// An operation of a service before it has an id: a `post` without bodies that takes 300 ms and fails one time in
/// 200 unless it says otherwise.
#[derive(Debug, Clone)]
pub struct OperationDraft<'text> {
    /// For people, for example `authorise the payment`.
    pub title: &'text str,
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path with parameters in braces.
    pub path: &'text str,
    /// The body of the request.
    pub request: Option<&'text DataId>,
    /// The body of the answer.
    pub response: Option<&'text DataId>,
    /// What it may answer instead.
    pub errors: Vec<ServiceError>,
    /// Mean time to the answer, in milliseconds.
    pub latency_ms: f64,
    /// How often it fails, from 0 to 1.
    pub failure: f64,
    /// When the caller gives up, in milliseconds.
    pub timeout_ms: u64,
    /// Whether calling it twice with the same key does it once.
    pub is_idempotent: bool,
}

impl<'text> OperationDraft<'text> {
    /// An operation that creates or does something.
    pub fn post(title: &'text str, path: &'text str) -> Self {
        OperationDraft {
            title,
            method: HttpMethod::Post,
            path,
            request: None,
            response: None,
            errors: Vec::new(),
            latency_ms: 300.0,
            failure: 0.005,
            timeout_ms: 10_000,
            is_idempotent: true,
        }
    }

    /// An operation that reads something.
    pub fn get(title: &'text str, path: &'text str) -> Self {
        OperationDraft { method: HttpMethod::Get, latency_ms: 150.0, ..Self::post(title, path) }
    }

    /// Sets the bodies.
    #[must_use]
    pub fn bodies(mut self, request: Option<&'text DataId>, response: Option<&'text DataId>) -> Self {
        self.request = request;
        self.response = response;
        self
    }

    /// Adds an answer that is not the wanted one.
    #[must_use]
    pub fn error(mut self, status: u16, code: &str, description: &str) -> Self {
        self.errors.push(ServiceError { status, code: code.to_owned(), description: description.to_owned() });
        self
    }

    /// Sets how long an answer takes and how often there is none.
    #[must_use]
    pub fn behaves(mut self, latency_ms: f64, failure: f64) -> Self {
        self.latency_ms = latency_ms;
        self.failure = failure;
        self
    }
}
