//! The caller's side, for runs of plans: which operation a plan means, and requests from what a case has.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::error::{Error, ErrorCode, Result};

use super::super::schema::{Access, Violation};
use super::message::{Request, Response, is_json};
use super::operation::{Operation, Parameter, Place, Scheme};
use super::state::key_of;
use super::{Mock, route};

/// Words that say nothing about an operation.
const COMMON: [&str; 18] = [
    "the", "a", "an", "of", "for", "to", "and", "or", "by", "with", "in", "on", "api", "v1", "v2", "id",
    "new", "all",
];

/// One operation of a description, ready to be called.
#[derive(Debug, Clone)]
pub(in crate::simulate) struct Caller {
    operation: Arc<Operation>,
    /// Whether what the plan sends is not enough, so that the rest is made up.
    fills: bool,
    /// What the plan's request lacks or has wrong, found when the plan is compiled.
    pub lacks: Vec<Violation>,
}

impl Caller {
    /// The method in capitals and the path as it is written.
    pub(in crate::simulate) fn name(&self) -> String {
        format!("{} {}", self.operation.method.to_uppercase(), self.operation.template)
    }

    /// Whether its path has parameters.
    pub(in crate::simulate) fn has_keys(&self) -> bool {
        self.operation.template.contains('{')
    }
}

impl Mock {
    /// The operation of the description that has the method and the path, whatever its parameters are called; otherwise
    /// the one of the same method that shares most words. The flag says that only words were found.
    pub(in crate::simulate) fn operation_for(
        &self,
        method: &str,
        path: &str,
        words: &str,
    ) -> Option<(String, String, bool)> {
        let method = method.to_lowercase();
        let wanted = structure(path);
        let named = |template: &str| (method.to_uppercase(), template.to_owned());
        let same_method = || self.routes.all.iter().filter(|route| route.methods.contains(&method.as_str()));
        if let Some(route) = same_method().find(|route| structure(&route.template) == wanted) {
            let (method, template) = named(&route.template);
            return Some((method, template, false));
        }
        let wanted = word_set(&format!("{words} {path}"));
        let scored = same_method().map(|route| {
            let own = word_set(&format!("{} {}", route.template, self.words_of(&route.template, &method)));
            let shared = own.intersection(&wanted).count();
            // Of equal ones the one with the fewest further words, then the first.
            (shared, std::cmp::Reverse(own.len()), route)
        });
        let mut best: Option<(usize, std::cmp::Reverse<usize>, &route::Route)> = None;
        for (shared, rest, route) in scored {
            if shared > 0 && best.as_ref().is_none_or(|(most, least, _)| (shared, rest) > (*most, *least)) {
                best = Some((shared, rest, route));
            }
        }
        best.map(|(_, _, route)| {
            let (method, template) = named(&route.template);
            (method, template, true)
        })
    }

    fn words_of(&self, template: &str, method: &str) -> String {
        let root = self.description.root();
        let item =
            self.description.part(&root, "paths").and_then(|paths| self.description.part(&paths, template));
        let Some(item) = item else { return String::new() };
        let Some(operation) = self.description.part(&item, method) else { return String::new() };
        let text = |name: &str| operation.text(name).unwrap_or_default();
        format!("{} {}", text("operationId"), text("summary"))
    }

    /// Prepares calls of an operation with requests like `given`; `None` where the description has no such operation.
    ///
    /// # Errors
    /// Those of compiling its schemas.
    pub(in crate::simulate) fn caller(
        &mut self,
        method: &str,
        template: &str,
        given: &Map<String, Value>,
    ) -> Result<Option<Caller>> {
        let Some(place) = self.routes.all.iter().position(|route| route.template == template) else {
            return Ok(None);
        };
        let Some(operation) = self.operation(place, template, &method.to_lowercase())? else {
            return Ok(None);
        };
        let mut lacks = Vec::new();
        if let Some(schema) = json_body(&operation) {
            lacks = self.set.violations(schema, &Value::Object(given.clone()), Access::ReadOnly);
        }
        Ok(Some(Caller { operation, fills: !lacks.is_empty(), lacks }))
    }

    /// A request with what a case has. Parameters and fields that it has not are made up, as the description says.
    pub(in crate::simulate) fn request(
        &self,
        caller: &Caller,
        given: &Map<String, Value>,
        known: &[(String, String)],
        number: u64,
    ) -> Option<Request> {
        let operation = &caller.operation;
        let mut request = Request::new(&operation.method.to_uppercase(), "");
        let mut path = operation.template.clone();
        let mut query = Vec::new();
        for parameter in &operation.parameters {
            let own = match parameter.place {
                Place::Path => {
                    key_for(&operation.template, parameter, known).or_else(|| plain(given, &parameter.name))
                }
                _ => plain(given, &parameter.name),
            };
            let text = match own {
                Some(text) => text,
                None if parameter.required => self.parameter(parameter, number)?,
                None => continue,
            };
            put(parameter, text, &mut path, &mut query, &mut request);
        }
        request = signed(operation, request, &mut query);
        request.target = if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) };
        match json_body(operation) {
            Some(schema) if caller.fills => {
                let drawn = self.sampled(schema, number)?;
                Some(request.with_json(&self.overlaid(Some(schema), drawn, &Value::Object(given.clone()))))
            }
            Some(_) => Some(request.with_json(&Value::Object(given.clone()))),
            None => self.with_sample_body(operation, request, number),
        }
    }

    /// What the entity in an answer calls itself, with the name of its collection.
    pub(in crate::simulate) fn key_of_answer(
        &self,
        caller: &Caller,
        response: &Response,
    ) -> Option<(String, String)> {
        let value = response.json()?;
        let template = caller.operation.template.as_str();
        let collection = match template.rsplit_once('/') {
            Some((before, last)) if last.starts_with('{') => before,
            _ => template,
        };
        let name = collection.rsplit('/').find(|part| !part.starts_with('{') && !part.is_empty())?;
        let (_, key) = key_of(&value, &self.key_name(collection))?;
        Some((name.to_owned(), key))
    }

    /// All that it remembers, as JSON.
    ///
    /// # Errors
    /// `internal` where it cannot be written.
    pub(in crate::simulate) fn memory(&self) -> Result<String> {
        serde_json::to_string(&(&self.state, &self.recent, self.count)).map_err(|error| {
            Error::new(ErrorCode::Internal, "what a service remembers could not be written")
                .with_source(error)
        })
    }

    /// Takes over what another one remembered.
    ///
    /// # Errors
    /// `invalid_trace` where this is nothing that a service remembered.
    pub(in crate::simulate) fn remember(&mut self, memory: &str) -> Result<()> {
        (self.state, self.recent, self.count) = serde_json::from_str(memory).map_err(|error| {
            Error::new(ErrorCode::InvalidTrace, "what a service remembered cannot be read").with_source(error)
        })?;
        Ok(())
    }

    /// The mock as it was before anything was called, with all that is compiled.
    pub(in crate::simulate) fn fresh(&self) -> Mock {
        let mut fresh = self.clone();
        fresh.reset();
        fresh
    }
}

/// Shows who the caller is, in the first way that the operation takes.
pub(super) fn signed(operation: &Operation, mut request: Request, query: &mut Vec<String>) -> Request {
    for scheme in operation.security.first().into_iter().flatten() {
        match scheme {
            Scheme::Http(kind) if kind == "basic" => {
                request = request.with_header("authorization", "Basic dGVzdDp0ZXN0");
            }
            Scheme::Http(kind) => request = request.with_header("authorization", &format!("{kind} sample")),
            Scheme::Key(Place::Query, name) => query.push(format!("{name}=sample")),
            Scheme::Key(Place::Cookie, name) => {
                request = request.with_header("cookie", &format!("{name}=sample"))
            }
            Scheme::Key(_, name) => request = request.with_header(name, "sample"),
            Scheme::Unknown => {}
        }
    }
    request
}

/// The schema of a body in JSON.
fn json_body(operation: &Operation) -> Option<super::super::schema::SchemaId> {
    let body = operation.body.as_ref()?;
    body.contents.iter().find(|content| is_json(&content.media))?.schema
}

/// The key of the entity that a path parameter stands for, from what earlier answers called it.
fn key_for(template: &str, parameter: &Parameter, known: &[(String, String)]) -> Option<String> {
    let (before, _) = template.split_once(&format!("{{{}}}", parameter.name))?;
    let collection = before.trim_end_matches('/').rsplit('/').find(|part| !part.starts_with('{'))?;
    known.iter().rev().find(|(name, _)| name == collection).map(|(_, key)| key.clone())
}

/// A field of a record as text, where it is plain.
fn plain(given: &Map<String, Value>, name: &str) -> Option<String> {
    match given.get(name)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// `/orders/{order_id}` becomes `/orders/{}`: what tells paths apart.
fn structure(path: &str) -> String {
    let part = |part: &str| if part.starts_with('{') { "{}".to_owned() } else { part.to_lowercase() };
    path.trim_end_matches('/').split('/').map(part).collect::<Vec<String>>().join("/")
}

/// The words of a text or a name in any spelling, without endings of the plural.
fn word_set(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut word = String::new();
    let mut close = |word: &mut String| {
        let known = std::mem::take(word);
        let stem = known.strip_suffix('s').filter(|stem| stem.len() > 2).unwrap_or(&known);
        if stem.len() > 1 && !COMMON.contains(&known.as_str()) {
            words.insert(stem.to_owned());
        }
    };
    for letter in text.chars() {
        if !letter.is_alphanumeric() || (letter.is_uppercase() && word.ends_with(char::is_lowercase)) {
            close(&mut word);
        }
        if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        }
    }
    close(&mut word);
    words
}

/// Puts a value where its parameter belongs.
pub(super) fn put(
    parameter: &Parameter,
    text: String,
    path: &mut String,
    query: &mut Vec<String>,
    request: &mut Request,
) {
    match parameter.place {
        Place::Path => *path = path.replace(&format!("{{{}}}", parameter.name), &route::encode(&text)),
        Place::Query => query.push(format!("{}={}", parameter.name, route::encode(&text))),
        Place::Header => request.headers.push((parameter.name.clone(), text)),
        Place::Cookie => request.headers.push(("cookie".to_owned(), format!("{}={text}", parameter.name))),
    }
}
