//! Services that do not exist yet: a mock straight from an OpenAPI 3.0 or 3.1 description.
//!
//! In come a description and a seed, then requests; out come responses that are valid for the description. What was
//! written can be read, listed, changed and deleted; the same path always shows the same entity. Operations are
//! compiled when they are first called. The order of requests, their virtual times and the seed decide everything.
//! Never here: a socket or a clock; `aura mock` lends them.
//!
//! | Module | What it does |
//! |---|---|
//! | `description`, `route`, `operation` | the document; which operation a request is for |
//! | `message` | requests and responses |
//! | `check`, `negotiate` | is the request right; which answer is preferred |
//! | `respond`, `state`, `sample` | bodies; what was written; requests that are right |
//! | `play` | the caller's side, for runs of plans |
//! | `conditions` | latency, rate limits, outages, errors on virtual time |

mod check;
mod conditions;
mod description;
mod drawn;
mod message;
mod negotiate;
mod operation;
mod play;
mod respond;
mod route;
mod sample;
mod state;
mod xml;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use serde_json::{Value, json};

use crate::error::Result;
use crate::limits::Limits;
use crate::random::{Seed, Streams};

use super::locale::Locale;
use super::schema::{SchemaOptions, SchemaSet, Violation};

pub use conditions::Conditions;
pub use message::{Request, Response};
pub(in crate::simulate) use play::Caller;

use check::Wrong;
use description::{Description, METHODS};
use drawn::Drawn;
use negotiate::Preference;
use operation::Operation;
use route::Routes;
use state::State;

/// How many calls the log keeps; older ones are dropped.
const MOST_CALLS: usize = 10_000;

/// One call, as the log has it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Call {
    /// When, in milliseconds of virtual time.
    pub at_ms: u64,
    /// The method in capitals.
    pub method: String,
    /// Path and query as they were sent.
    pub target: String,
    /// The path of the description that was called, where there is one.
    pub operation: Option<String>,
    /// The status of the answer.
    pub status: u16,
    /// What was wrong with the request.
    pub violations: Vec<Violation>,
}

/// A service that answers as its description says.
///
/// # Example
/// ```
/// use aura_core::limits::Limits;
/// use aura_core::random::Seed;
/// use aura_core::simulate::services::{Mock, Request};
/// use serde_json::json;
///
/// let description = r##"
/// openapi: 3.1.0
/// info: { title: Pets, version: "1" }
/// paths:
///   /pets:
///     post:
///       requestBody:
///         required: true
///         content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
///       responses:
///         "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
///   /pets/{id}:
///     get:
///       parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
///       responses:
///         "200": { description: found, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
/// components:
///   schemas:
///     Pet:
///       type: object
///       required: [id, name]
///       properties: { id: { type: integer, readOnly: true }, name: { type: string } }
/// "##;
/// let mut mock = Mock::new(description, Seed(7), &Limits::default())?;
/// let pet = json!({ "id": 12, "name": "Rex" });
/// assert_eq!(mock.respond(&Request::new("POST", "/pets").with_json(&pet)).status, 201);
/// assert_eq!(mock.respond(&Request::new("GET", "/pets/12")).json(), Some(pet));
/// assert_eq!(mock.respond(&Request::new("GET", "/pets/rex")).status, 422);
/// assert_eq!(mock.respond(&Request::new("GET", "/cats")).status, 404);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Mock {
    description: Description,
    routes: Arc<Routes>,
    set: Arc<SchemaSet>,
    compiled: BTreeMap<(usize, String), Option<Arc<Operation>>>,
    streams: Streams,
    drawn: Drawn,
    conditions: Conditions,
    secret: Option<String>,
    locale: Locale,
    recent: VecDeque<u64>,
    state: State,
    calls: VecDeque<Call>,
    count: u64,
}

impl Mock {
    /// Reads a description in JSON or YAML.
    ///
    /// # Errors
    /// `invalid_document` where this is no description of OpenAPI 3.0 or 3.1; `limit_input` where it is too long.
    pub fn new(description: &str, seed: Seed, limits: &Limits) -> Result<Mock> {
        let description = Description::read(description, limits)?;
        let options =
            SchemaOptions { dialect: description.dialect, skip_missing: true, ..SchemaOptions::default() };
        Ok(Mock {
            routes: Arc::new(Routes::new(&description)),
            set: Arc::new(SchemaSet::new(description.document.clone(), &options).directed()),
            description,
            compiled: BTreeMap::new(),
            streams: Streams::new(seed.derive("service")),
            drawn: Drawn::default(),
            conditions: Conditions::default(),
            secret: None,
            locale: Locale::default(),
            recent: VecDeque::new(),
            state: State::default(),
            calls: VecDeque::new(),
            count: 0,
        })
    }

    /// Makes the service slow, limited, down or failing.
    #[must_use]
    pub fn with_conditions(mut self, conditions: Conditions) -> Mock {
        self.conditions = conditions;
        self
    }

    /// Takes this secret only as token, key, or name and password, where an operation asks who is there. Without one,
    /// anything is taken that has the right form.
    ///
    /// Others are refused with 401, or with 403 where the description has that in its place.
    #[must_use]
    pub fn with_secret(mut self, secret: &str) -> Mock {
        self.secret = Some(secret.to_owned());
        self
    }

    /// Makes names, addresses and telephone numbers up as they are usual in a language and its country.
    #[must_use]
    pub fn with_locale(mut self, locale: Locale) -> Mock {
        self.locale = locale;
        self
    }

    /// All operations: method in capitals and path as it is written.
    pub fn operations(&self) -> Vec<(String, String)> {
        let each = |route: &route::Route| {
            let template = route.template.clone();
            route
                .methods
                .iter()
                .map(move |method| (method.to_uppercase(), template.clone()))
                .collect::<Vec<_>>()
        };
        self.routes.all.iter().flat_map(each).collect()
    }

    /// The last calls, oldest first.
    pub fn calls(&self) -> impl Iterator<Item = &Call> {
        self.calls.iter()
    }

    /// Forgets everything that was written and called.
    pub fn reset(&mut self) {
        self.state = State::default();
        self.calls.clear();
        self.recent.clear();
        self.count = 0;
    }

    /// Answers a request. There is always an answer, whatever the request is.
    pub fn respond(&mut self, request: &Request) -> Response {
        let number = self.count;
        self.count += 1;
        let fate = self.conditions.fate(
            request.at_ms,
            &mut self.recent,
            &mut self.streams.stream(number, u32::MAX, 0),
        );
        let mut call = Call {
            at_ms: request.at_ms,
            method: request.method.to_uppercase(),
            target: request.target.clone(),
            operation: None,
            status: 0,
            violations: Vec::new(),
        };
        let mut response = match fate.refused {
            Some((status, seconds)) => refused(status, seconds),
            None => self.answer(request, &mut call),
        };
        if call.method == "HEAD" {
            response.body.clear();
        }
        response.latency_ms = fate.latency_ms;
        call.status = response.status;
        if self.calls.len() >= MOST_CALLS {
            self.calls.pop_front();
        }
        self.calls.push_back(call);
        response
    }

    fn answer(&mut self, request: &Request, call: &mut Call) -> Response {
        let method = request.method.to_lowercase();
        let Some(found) = self.routes.find(request.path(), &method) else {
            let detail = format!("the description has no path for {}", request.path());
            return Response::problem(404, "Not Found", &detail);
        };
        let template =
            self.routes.all.get(found.place).map(|route| route.template.clone()).unwrap_or_default();
        let method = request.method.to_lowercase();
        let operation = match self.operation(found.place, &template, &method) {
            Ok(Some(operation)) => operation,
            Ok(None) => return self.other_method(&template, &method),
            Err(error) => return Response::problem(500, "Internal Server Error", error.message()),
        };
        call.operation = Some(template);
        let preference = Preference::of(request);
        match check::check(&self.set, &operation, request, &found.values, self.secret.as_deref()) {
            Ok(body) => self.fulfil(&operation, request, &found, body, &preference),
            Err(wrong) => {
                let (status, title, violations) = match wrong {
                    Wrong::Unauthorized => (401, "Unauthorized", Vec::new()),
                    Wrong::Media(media) => {
                        let message = format!("the media type `{media}` is not taken here");
                        let at = Violation {
                            path: "header/content-type".to_owned(),
                            keyword: "content".to_owned(),
                            message,
                        };
                        (415, "Unsupported Media Type", vec![at])
                    }
                    Wrong::Invalid(violations) => (422, "Unprocessable Content", violations),
                };
                call.violations.clone_from(&violations);
                self.refuse(&operation, request, status, title, &violations, &preference)
            }
        }
    }

    /// The operation of a path and method, compiled at its first call.
    fn operation(&mut self, place: usize, template: &str, method: &str) -> Result<Option<Arc<Operation>>> {
        let key = (place, method.to_owned());
        if let Some(known) = self.compiled.get(&key) {
            return Ok(known.clone());
        }
        if !METHODS.contains(&method) {
            return Ok(None);
        }
        let compiled = Operation::compile(&self.description, Arc::make_mut(&mut self.set), template, method)?
            .map(Arc::new);
        self.compiled.insert(key, compiled.clone());
        Ok(compiled)
    }

    /// The answer to a method that the path does not have.
    fn other_method(&self, template: &str, method: &str) -> Response {
        let own = self.routes.all.iter().filter(|route| route.template == template);
        let allowed: Vec<String> =
            own.flat_map(|route| &route.methods).map(|method| method.to_uppercase()).collect();
        let detail = format!("{template} has no {}", method.to_uppercase());
        let mut response = Response::problem(405, "Method Not Allowed", &detail);
        response.headers.push(("allow".to_owned(), allowed.join(", ")));
        response
    }
}

fn refused(status: u16, seconds: u64) -> Response {
    let (title, detail) = match status {
        429 => ("Too Many Requests", "more calls than the service takes"),
        503 => ("Service Unavailable", "the service is down"),
        _ => ("Internal Server Error", "the service fails now and then"),
    };
    let mut response = Response::problem(status, title, detail);
    if status != 500 {
        response.headers.push(("retry-after".to_owned(), seconds.to_string()));
    }
    response
}

/// A refusal in the form of RFC 9457, with all that is wrong.
fn listed(status: u16, title: &str, violations: &[Violation]) -> Response {
    let told: Vec<String> = violations.iter().map(|it| format!("{} {}", it.path, it.message)).collect();
    let mut response = Response::problem(status, title, &told.join("; "));
    let errors: Vec<Value> = violations
        .iter()
        .map(|it| json!({ "pointer": it.path, "keyword": it.keyword, "detail": it.message }))
        .collect();
    if let (Some(Value::Object(mut body)), false) = (response.json(), errors.is_empty()) {
        body.insert("errors".to_owned(), Value::Array(errors));
        response.body = Value::Object(body).to_string().into_bytes();
    }
    response
}
