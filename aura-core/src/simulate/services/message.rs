//! Requests and responses as values, and reading what is in them.

use serde_json::{Map, Value, json};

use super::super::schema::decode;
use super::xml;

/// A request to a mock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Request {
    /// The method, for example `GET`.
    pub method: String,
    /// Path and query, for example `/pets?limit=3`.
    pub target: String,
    /// Headers in any case.
    pub headers: Vec<(String, String)>,
    /// The body, empty where there is none.
    pub body: Vec<u8>,
    /// When it is sent, in milliseconds of virtual time.
    pub at_ms: u64,
}

impl Request {
    /// A request without headers and body, at the start of time.
    pub fn new(method: &str, target: &str) -> Request {
        Request { method: method.to_owned(), target: target.to_owned(), ..Request::default() }
    }

    /// Adds a header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Request {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Adds a JSON body and says so in a header.
    #[must_use]
    pub fn with_json(mut self, body: &Value) -> Request {
        self.body = body.to_string().into_bytes();
        self.with_header("content-type", "application/json")
    }

    /// Adds a body as it is.
    #[must_use]
    pub fn with_body(mut self, body: Vec<u8>) -> Request {
        self.body = body;
        self
    }

    /// Sets when it is sent.
    #[must_use]
    pub fn with_time(mut self, at_ms: u64) -> Request {
        self.at_ms = at_ms;
        self
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub(super) fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    pub(super) fn query(&self) -> Vec<(String, String)> {
        let query = self.target.split_once('?').map(|(_, query)| query).unwrap_or_default();
        pairs(query)
    }

    pub(super) fn cookies(&self) -> Vec<(String, String)> {
        let cookies = self.header("cookie").unwrap_or_default();
        let split = |cookie: &str| {
            cookie.trim().split_once('=').map(|(name, value)| (name.to_owned(), decode(value)))
        };
        cookies.split(';').filter_map(split).collect()
    }

    /// The media type of the body in small letters, without parameters.
    pub(super) fn media(&self) -> Option<String> {
        let media = self.header("content-type")?.split(';').next()?.trim().to_lowercase();
        (!media.is_empty()).then_some(media)
    }

    /// The body as a value: JSON, form or text.
    pub(super) fn value(&self, media: &str) -> Result<Value, String> {
        let text = String::from_utf8_lossy(&self.body);
        if is_json(media) {
            return serde_json::from_str(&text).map_err(|error| format!("is no JSON: {error}"));
        }
        if media == "application/x-www-form-urlencoded" {
            return Ok(form(texts(pairs(&text))));
        }
        if media == "multipart/form-data" {
            let boundary = self.header("content-type").and_then(|own| own.split_once("boundary="));
            let boundary = boundary.map(|(_, name)| name.trim_matches('"')).ok_or("has no boundary")?;
            return Ok(form(texts(multipart(&text, boundary))));
        }
        if media.ends_with("/xml") || media.ends_with("+xml") {
            return xml::read(&text);
        }
        Ok(Value::String(text.into_owned()))
    }
}

/// The answer of a mock.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// Headers in small letters.
    pub headers: Vec<(String, String)>,
    /// The body, empty where there is none.
    pub body: Vec<u8>,
    /// How long the service takes, in milliseconds of virtual time.
    pub latency_ms: u64,
}

impl Response {
    /// An answer without a body.
    pub(super) fn empty(status: u16) -> Response {
        Response { status, headers: Vec::new(), body: Vec::new(), latency_ms: 0 }
    }

    /// An answer that the description knows nothing of, as RFC 9457 has it.
    pub(super) fn problem(status: u16, title: &str, detail: &str) -> Response {
        let body = json!({ "type": "about:blank", "title": title, "status": status, "detail": detail });
        Response {
            status,
            headers: vec![("content-type".to_owned(), "application/problem+json".to_owned())],
            body: body.to_string().into_bytes(),
            latency_ms: 0,
        }
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The body as JSON, where it is.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// Whether a media type holds JSON.
pub(super) fn is_json(media: &str) -> bool {
    let media = media.split(';').next().unwrap_or(media).trim();
    media.ends_with("/json") || media.ends_with("+json") || media == "*/*"
}

fn pairs(query: &str) -> Vec<(String, String)> {
    let text = |raw: &str| decode(&raw.replace('+', " "));
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (text(name), text(value)))
        .collect()
}

/// The fields of a form; one that comes several times is a list.
pub(super) fn form(pairs: impl IntoIterator<Item = (String, Value)>) -> Value {
    let mut fields = Map::new();
    for (name, value) in pairs {
        match fields.get_mut(&name) {
            Some(Value::Array(list)) => list.push(value),
            Some(known) => *known = Value::Array(vec![known.take(), value]),
            None => drop(fields.insert(name, value)),
        }
    }
    Value::Object(fields)
}

fn texts(pairs: Vec<(String, String)>) -> impl Iterator<Item = (String, Value)> {
    pairs.into_iter().map(|(name, text)| (name, Value::String(text)))
}

fn multipart(text: &str, boundary: &str) -> Vec<(String, String)> {
    let part = |part: &str| {
        let (head, body) = part.split_once("\r\n\r\n").or_else(|| part.split_once("\n\n"))?;
        let (_, name) = head.split_once("name=\"")?;
        let (name, _) = name.split_once('"')?;
        Some((name.to_owned(), body.trim_end_matches("\r\n").to_owned()))
    };
    text.split(&format!("--{boundary}")).filter_map(part).collect()
}
