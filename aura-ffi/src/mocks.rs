//! Mock services of a session: opened from a description, asked in process, closed again. No socket anywhere.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use aura_core::limits::Limits;
use aura_core::random::Seed;
use aura_core::simulate::locale::Locale;
use aura_core::simulate::services::{Conditions, Mock, Request, Response};
use aura_core::{Error, ErrorCode, Result};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Most mocks that are open at a time in one session.
const MOST_MOCKS: u64 = 1_000;

/// A service that is described and does not exist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MockRequest {
    /// The description: OpenAPI 3.0 or 3.1, in JSON or YAML.
    pub description: String,
    /// The seed of made-up values; 1 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The shortest time of an answer, in milliseconds of virtual time.
    #[serde(default)]
    pub shortest_latency_ms: u64,
    /// The longest time of an answer; every value between is as likely.
    #[serde(default)]
    pub longest_latency_ms: u64,
    /// Which share of calls fails, from 0 to 1.
    #[serde(default)]
    pub error_share: f64,
    /// Most calls in a second of virtual time; more get 429.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calls_per_second: Option<u32>,
    /// The language and country of made-up names, addresses and telephone numbers; `en` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
}

/// A mock that can be asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OpenMock {
    /// Its number in the session.
    pub mock: u32,
    /// What can be called.
    pub operations: Vec<MockOperation>,
}

/// What can be called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MockOperation {
    /// The method, for example `GET`.
    pub method: String,
    /// The path as it is written, for example `/pets/{id}`.
    pub path: String,
}

/// A request to a mock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MockCall {
    /// The number of the mock.
    pub mock: u32,
    /// The method, for example `GET`.
    pub method: String,
    /// Path and query, for example `/pets?limit=3`.
    pub target: String,
    /// Headers in any case.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, String>,
    /// The body as JSON, with the header for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Value>,
    /// The body as it is, instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_text: Option<String>,
    /// When it is sent, in milliseconds of virtual time.
    #[serde(default)]
    pub at_ms: u64,
}

/// The answer of a mock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MockAnswer {
    /// The status code.
    pub status: u16,
    /// Headers in small letters.
    pub headers: Vec<(String, String)>,
    /// The body where it is JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Value>,
    /// The body as text.
    pub body_text: String,
    /// How long the service takes, in milliseconds of virtual time.
    pub latency_ms: u64,
}

/// A mock that is no longer needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseMockRequest {
    /// The number of the mock.
    pub mock: u32,
}

/// The mocks of a session.
#[derive(Default)]
pub(crate) struct Mocks {
    open: Mutex<(u32, BTreeMap<u32, Mock>)>,
}

impl Mocks {
    pub(crate) fn open(&self, request: &MockRequest, limits: &Limits) -> Result<OpenMock> {
        let conditions = conditions(request)?;
        let seed = Seed(request.seed.unwrap_or(1));
        let mock = Mock::new(&request.description, seed, limits)?
            .with_conditions(conditions)
            .with_locale(request.locale.unwrap_or_default());
        let operations =
            mock.operations().into_iter().map(|(method, path)| MockOperation { method, path }).collect();
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        Limits::check_count("mocks", open.1.len() + 1, MOST_MOCKS)?;
        open.0 = open.0.saturating_add(1);
        let number = open.0;
        open.1.insert(number, mock);
        Ok(OpenMock { mock: number, operations })
    }

    pub(crate) fn respond(&self, call: &MockCall) -> Result<MockAnswer> {
        let mut request = Request::new(&call.method, &call.target).with_time(call.at_ms);
        for (name, value) in &call.headers {
            request = request.with_header(name, value);
        }
        match (&call.body, &call.body_text) {
            (Some(_), Some(_)) => {
                return Err(Error::new(ErrorCode::InvalidRequest, "give either `body` or `body_text`"));
            }
            (Some(body), None) => request = request.with_json(body),
            (None, Some(text)) => request = request.with_body(text.clone().into_bytes()),
            (None, None) => {}
        }
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let mock = open.1.get_mut(&call.mock).ok_or_else(|| unknown(call.mock))?;
        Ok(told(&mock.respond(&request)))
    }

    pub(crate) fn close(&self, mock: u32) -> Result<crate::requests::Done> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.1.remove(&mock).map(|_| crate::requests::Done {}).ok_or_else(|| unknown(mock))
    }
}

fn unknown(mock: u32) -> Error {
    Error::new(ErrorCode::NotFound, format!("this session has no open mock `{mock}`"))
}

fn conditions(request: &MockRequest) -> Result<Conditions> {
    if !(0.0..=1.0).contains(&request.error_share) {
        return Err(Error::new(ErrorCode::InvalidRequest, "the share of errors lies between 0 and 1"));
    }
    let conditions = Conditions::default()
        .with_latency_ms(request.shortest_latency_ms, request.longest_latency_ms)
        .with_error_share(request.error_share);
    Ok(match request.calls_per_second {
        Some(calls) => conditions.with_rate_limit(calls as usize, 1_000),
        None => conditions,
    })
}

fn told(response: &Response) -> MockAnswer {
    MockAnswer {
        status: response.status,
        headers: response.headers.clone(),
        body: response.json(),
        body_text: String::from_utf8_lossy(&response.body).into_owned(),
        latency_ms: response.latency_ms,
    }
}
