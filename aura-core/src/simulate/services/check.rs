//! Whether a request is what an operation asks for, and if not, where and why.

use base64::Engine as _;
use serde_json::{Map, Value};

use super::super::schema::{Access, SchemaId, SchemaSet, Violation};
use super::message::{Request, is_json};
use super::operation::{Operation, Parameter, Place, Scheme};

/// What is wrong with a request.
#[derive(Debug)]
pub(super) enum Wrong {
    /// Nobody may do this without showing who they are.
    Unauthorized,
    /// The body comes in a media type that the operation does not take.
    Media(String),
    /// A parameter or the body breaks its schema.
    Invalid(Vec<Violation>),
}

/// Checks a request. The answer is its body as a value, where it has one.
pub(super) fn check(
    set: &SchemaSet,
    operation: &Operation,
    request: &Request,
    path_values: &[(String, String)],
    secret: Option<&str>,
) -> Result<Option<Value>, Wrong> {
    if !is_known(operation, request, secret) {
        return Err(Wrong::Unauthorized);
    }
    let mut found = Vec::new();
    let query = request.query();
    let cookies = request.cookies();
    for parameter in &operation.parameters {
        let values = match parameter.place {
            Place::Path => named(path_values, &parameter.name),
            Place::Query => named(&query, &parameter.name),
            Place::Cookie => named(&cookies, &parameter.name),
            Place::Header => request.header(&parameter.name).into_iter().collect(),
        };
        check_parameter(set, parameter, &values, &query, &mut found);
    }
    let body = check_body(set, operation, request, &mut found)?;
    if found.is_empty() { Ok(body) } else { Err(Wrong::Invalid(found)) }
}

fn named<'v>(pairs: &'v [(String, String)], name: &str) -> Vec<&'v str> {
    let plain = |own: &str| own == name || own.strip_suffix("[]") == Some(name);
    pairs.iter().filter(|(own, _)| plain(own)).map(|(_, value)| value.as_str()).collect()
}

fn wrong(parameter: &Parameter, keyword: &str, message: &str) -> Violation {
    let place = match parameter.place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        Place::Cookie => "cookie",
    };
    Violation {
        path: format!("{place}/{}", parameter.name),
        keyword: keyword.to_owned(),
        message: message.to_owned(),
    }
}

fn check_parameter(
    set: &SchemaSet,
    parameter: &Parameter,
    values: &[&str],
    query: &[(String, String)],
    found: &mut Vec<Violation>,
) {
    let nested = if parameter.style == "deepObject" || (parameter.place == Place::Query && values.is_empty())
    {
        deep(query, &parameter.name).or_else(|| spread(set, parameter, query))
    } else {
        None
    };
    let is_absent =
        values.is_empty() || (parameter.place == Place::Path && values.iter().all(|it| it.is_empty()));
    if is_absent && nested.is_none() {
        if parameter.required {
            found.push(wrong(parameter, "required", "must be there"));
        }
        return;
    }
    let Some(schema) = parameter.schema else { return };
    let readings = match nested {
        Some(nested) => vec![nested],
        None if parameter.is_json => {
            let text = values.first().copied().unwrap_or_default();
            vec![serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))]
        }
        None => readings(parameter, values),
    };
    if readings.iter().any(|reading| set.is_valid(schema, reading, Access::ReadOnly)) {
        return;
    }
    // Of all readings the one that is least wrong says what is.
    let told = readings
        .iter()
        .map(|reading| set.violations(schema, reading, Access::ReadOnly))
        .min_by_key(|told| told.iter().map(|it| if it.keyword == "type" { 10 } else { 1 }).sum::<usize>());
    for mut violation in told.unwrap_or_default() {
        violation.path = format!("{}{}", wrong(parameter, "", "").path, violation.path);
        found.push(violation);
    }
}

/// `name[key]=value` as an object.
fn deep(query: &[(String, String)], name: &str) -> Option<Value> {
    let mut fields = Map::new();
    for (own, value) in query {
        let key = own
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('['))
            .and_then(|rest| rest.strip_suffix(']'));
        if let Some(key) = key.filter(|key| !key.is_empty()) {
            fields.insert(key.to_owned(), scalar(value));
        }
    }
    (!fields.is_empty()).then_some(Value::Object(fields))
}

/// An object whose fields are parameters of their own, as the style `form` has it with `explode`.
fn spread(set: &SchemaSet, parameter: &Parameter, query: &[(String, String)]) -> Option<Value> {
    let schema = parameter.schema.filter(|_| parameter.explode && parameter.style == "form")?;
    let names = set.property_names(schema);
    let own = query.iter().filter(|(name, _)| names.contains(&name.as_str()));
    let fields: Map<String, Value> = own.map(|(name, value)| (name.clone(), scalar(value))).collect();
    (!fields.is_empty()).then_some(Value::Object(fields))
}

/// A text as the number, truth value or text that it looks like.
fn scalar(text: &str) -> Value {
    match text {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        "null" => Value::Null,
        _ => match serde_json::from_str::<Value>(text) {
            Ok(number @ Value::Number(_)) => number,
            _ => Value::String(text.to_owned()),
        },
    }
}

/// All values that a parameter may stand for: text has no types.
fn readings(parameter: &Parameter, values: &[&str]) -> Vec<Value> {
    let separator = match parameter.style.as_str() {
        "spaceDelimited" => ' ',
        "pipeDelimited" => '|',
        _ => ',',
    };
    let first = values.first().copied().unwrap_or_default();
    let parts: Vec<&str> = if values.len() == 1 && !(parameter.explode && parameter.style == "form") {
        first.split(separator).collect()
    } else {
        values.to_vec()
    };
    let text = |part: &&str| Value::String((*part).to_owned());
    let mut all = Vec::new();
    if values.len() == 1 {
        all.push(scalar(first));
        all.push(text(&first));
        if first.is_empty() {
            all.push(Value::Null);
        }
    }
    all.push(Value::Array(parts.iter().map(|part| scalar(part)).collect()));
    all.push(Value::Array(parts.iter().map(text).collect()));
    if first.is_empty() {
        all.push(Value::Array(Vec::new()));
    }
    let pair = |pair: &[&str]| match pair {
        [name, value] => Some(((*name).to_owned(), scalar(value))),
        _ => None,
    };
    let fields: Map<String, Value> = if parts.iter().all(|part| part.contains('=')) {
        parts
            .iter()
            .filter_map(|part| part.split_once('='))
            .map(|(name, value)| (name.to_owned(), scalar(value)))
            .collect()
    } else {
        parts.chunks(2).filter_map(pair).collect()
    };
    if !fields.is_empty() {
        all.push(Value::Object(fields));
    }
    all
}

fn check_body(
    set: &SchemaSet,
    operation: &Operation,
    request: &Request,
    found: &mut Vec<Violation>,
) -> Result<Option<Value>, Wrong> {
    let Some(body) = &operation.body else {
        // A body that nobody asked for is read by nobody, unless its kind is stated.
        return match request.media().filter(|_| !request.body.is_empty()) {
            Some(media) if !operation.answers.is_empty() => Err(Wrong::Media(media)),
            _ => Ok(None),
        };
    };
    let at_body = |keyword: &str, message: String| Violation {
        path: "body".to_owned(),
        keyword: keyword.to_owned(),
        message,
    };
    if request.body.is_empty() {
        if body.required {
            found.push(at_body("required", "must be there".to_owned()));
        }
        return Ok(None);
    }
    let stated = request.media();
    let media = match &stated {
        Some(media) => media.clone(),
        None => body.contents.first().map(|content| content.media.clone()).unwrap_or_default(),
    };
    let Some(content) = body.contents.iter().find(|content| fits_media(&content.media, &media)) else {
        return if body.contents.is_empty() { Ok(None) } else { Err(Wrong::Media(media)) };
    };
    let value = match request.value(&media) {
        Ok(value) => value,
        Err(reason) => {
            found.push(at_body("type", reason));
            return Ok(None);
        }
    };
    let Some(schema) = content.schema else { return Ok(Some(value)) };
    let judge = Judge { set, schema, names: media.ends_with("xml").then(|| set.property_names(schema)) };
    let value = if is_json(&media) { value } else { judge.typed(value) };
    if is_json(&media) || media.starts_with("text/") || is_readable(&media, &value) {
        for mut violation in judge.wrong(&value) {
            violation.path = format!("body{}", violation.path);
            found.push(violation);
        }
    }
    Ok(Some(value))
}

/// Whether a body can be held against its schema: a form, and a document of XML that is not handed on as it is written.
fn is_readable(media: &str, value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::String(text) => media.ends_with("xml") && !text.trim_start().starts_with('<'),
        _ => media.ends_with("xml"),
    }
}

/// Whether a violation holds for every reading. Elements of XML may have other names than properties, so what is missing
/// may be there under a name that no property has; and what stands inside of an element may be wrapped in one more. But
/// that something stands inside of it is sure, and so is that it has no other type.
fn is_sure(names: &[&str], value: &Value, violation: &Violation) -> bool {
    let Value::Object(fields) = value else { return true };
    let Some(path) = violation.path.strip_prefix('/') else {
        return fields.keys().all(|name| names.contains(&name.as_str()));
    };
    let (first, inside) = path.split_once('/').map_or((path, false), |(first, _)| (first, true));
    let is_deep = match fields.get(first).filter(|_| names.contains(&first)) {
        Some(Value::Object(_)) => true,
        Some(Value::Array(list)) => list.iter().any(|item| item.is_object() || item.is_array()),
        Some(_) => false,
        None => return false,
    };
    !is_deep || (!inside && violation.keyword == "type")
}

/// Most fields of a form, or of a document of XML, that are read as anything but text.
const MOST_TYPED: usize = 500;

/// Holds a body against its schema.
struct Judge<'s> {
    set: &'s SchemaSet,
    schema: SchemaId,
    /// The properties of the schema, where the body is a document of XML.
    names: Option<Vec<&'s str>>,
}

impl Judge<'_> {
    /// What is wrong with a body, in every reading of it.
    fn wrong(&self, value: &Value) -> Vec<Violation> {
        let mut wrong = self.set.violations(self.schema, value, Access::ReadOnly);
        if let Some(names) = &self.names {
            wrong.retain(|violation| is_sure(names, value, violation));
        }
        wrong
    }

    /// Gives the fields of a form the types that the schema asks for, one by one (the first [`MOST_TYPED`]; others stay
    /// text), and so a text that stands alone.
    fn typed(&self, value: Value) -> Value {
        if let Value::String(text) = &value {
            return if self.wrong(&value).is_empty() { value } else { scalar(text) };
        }
        let Value::Object(fields) = &value else { return value };
        let names: Vec<String> = fields.keys().take(MOST_TYPED).cloned().collect();
        let mut best = value;
        let mut least = self.wrong(&best).len();
        for name in names {
            for reading in best.get(&name).map(other_readings).unwrap_or_default() {
                let mut other = best.clone();
                if let Some(field) = other.get_mut(&name) {
                    *field = reading;
                }
                let now = self.wrong(&other).len();
                if now < least {
                    (best, least) = (other, now);
                    break;
                }
            }
        }
        best
    }
}

/// What else the text of a field, or several of them, may stand for.
fn other_readings(value: &Value) -> Vec<Value> {
    let plain = |value: &Value| value.as_str().map_or_else(|| value.clone(), scalar);
    match value {
        Value::Array(list) => vec![Value::Array(list.iter().map(plain).collect())],
        // The items of a list may be wrapped in one element.
        Value::Object(fields) => {
            let items = fields.values().flat_map(|item| match item {
                Value::Array(items) => items.iter().map(plain).collect(),
                one => vec![plain(one)],
            });
            vec![Value::Array(items.collect()), Value::Array(vec![value.clone()])]
        }
        one => vec![plain(one), Value::Array(vec![one.clone()]), Value::Array(vec![plain(one)])],
    }
}

/// Whether a media type is of a range such as `application/*`.
pub(super) fn fits_media(range: &str, media: &str) -> bool {
    let plain = |text: &str| text.split(';').next().unwrap_or(text).trim().to_lowercase();
    let (range, media) = (plain(range), plain(media));
    range == media
        || range == "*/*"
        || range.strip_suffix("/*").is_some_and(|kind| media.split('/').next() == Some(kind))
}

fn is_known(operation: &Operation, request: &Request, secret: Option<&str>) -> bool {
    operation.security.is_empty()
        || operation.security.iter().any(|all| all.iter().all(|scheme| shows(scheme, request, secret)))
}

/// Whether a request has what a scheme asks for: the secret, or anything where there is none.
fn shows(scheme: &Scheme, request: &Request, secret: Option<&str>) -> bool {
    let is_right = |value: &str| secret.map_or(!value.is_empty(), |secret| value == secret);
    let has = |pairs: Vec<(String, String)>, name: &str| {
        pairs.iter().any(|(own, value)| own == name && is_right(value))
    };
    match scheme {
        Scheme::Unknown => true,
        Scheme::Key(Place::Query, name) => has(request.query(), name),
        Scheme::Key(Place::Cookie, name) => has(request.cookies(), name),
        Scheme::Key(_, name) => request.header(name).is_some_and(is_right),
        Scheme::Http(kind) => {
            let header = request.header("authorization").unwrap_or_default();
            let Some((own, shown)) = header.split_once(' ') else { return false };
            let shown = shown.trim();
            if !own.eq_ignore_ascii_case(kind) {
                return false;
            }
            if kind != "basic" {
                return is_right(shown);
            }
            // A name and a password: both are the secret.
            let decoded = base64::engine::general_purpose::STANDARD.decode(shown).unwrap_or_default();
            let decoded = String::from_utf8_lossy(&decoded);
            decoded
                .split_once(':')
                .is_some_and(|(name, word)| secret.is_none() || (is_right(name) && is_right(word)))
        }
    }
}
