//! The answer to a request that is right, and the documented answer to one that is not.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::super::schema::{Access, SampleOptions, SchemaId, Violation};
use super::message::{Request, Response, is_json};
use super::negotiate::{self, Preference};
use super::operation::{Answer, Content, Operation};
use super::route::Found;
use super::state::{Known, key_of};
use super::{Mock, listed, xml};

/// Which entity a request is about.
struct Target {
    /// The path of the collection.
    collection: String,
    /// The key and the name of its parameter, where the path names one entity.
    entity: Option<(String, String)>,
}

impl Mock {
    /// The answer to a request that is right.
    pub(super) fn fulfil(
        &mut self,
        operation: &Operation,
        request: &Request,
        found: &Found,
        body: Option<Value>,
        preference: &Preference,
    ) -> Response {
        let status = preference.code.unwrap_or_else(|| operation.usual_status());
        let Some(answer) = operation.answer(status) else {
            let detail = format!("the operation has no answer with status {status}");
            return Response::problem(
                if operation.answers.is_empty() { 200 } else { 404 },
                "Not Found",
                &detail,
            );
        };
        let content = match negotiate::content(answer, request) {
            Some(content) => Some(content),
            None if answer.contents.is_empty() => None,
            None => {
                let detail = format!("no answer for `{}`", request.header("accept").unwrap_or_default());
                return Response::problem(406, "Not Acceptable", &detail);
            }
        };
        let is_success =
            (200..300).contains(&status) && preference.code.is_none() && preference.example.is_none();
        if !is_success {
            return self.plain(answer, status, content, found, preference);
        }
        let target = self.target(found);
        if let Some((key, _)) = &target.entity
            && self.state.entity(&target.collection, key) == Known::Deleted
            && operation.method != "put"
        {
            let detail = format!("`{key}` was deleted");
            return self
                .documented(operation, request, 404, preference)
                .unwrap_or_else(|| Response::problem(404, "Not Found", &detail));
        }
        let number = address(&found.path);
        let value = match (operation.method.as_str(), &target.entity) {
            ("post", None) => self.create(content, &target.collection, body.as_ref()).map(Arc::new),
            ("put" | "patch", Some((key, name))) => {
                self.change(content, (&target.collection, key, name), body.as_ref(), number).map(Arc::new)
            }
            ("delete", Some((key, _))) => {
                self.state.delete(&target.collection, key);
                content.and_then(|content| self.value(content, number))
            }
            ("get" | "head", _) => content.and_then(|content| self.read(content, &target, request, number)),
            _ => content.and_then(|content| self.value(content, address(&request.target))),
        };
        self.written(answer, status, content, value.as_deref())
    }

    /// The documented refusal, or one in our own words.
    pub(super) fn refuse(
        &mut self,
        operation: &Operation,
        request: &Request,
        status: u16,
        title: &str,
        violations: &[Violation],
        preference: &Preference,
    ) -> Response {
        let others: &[u16] = match status {
            401 => &[401, 403],
            415 => &[415, 422, 400],
            _ => &[422, 400],
        };
        let example = Preference { code: None, example: preference.example.clone() };
        let exact =
            |status: &&u16| operation.answers.iter().any(|answer| answer.status == status.to_string());
        let documented = others
            .iter()
            .find(exact)
            .or_else(|| others.first().filter(|it| operation.answer(**it).is_some()));
        let response = documented.and_then(|status| self.documented(operation, request, *status, &example));
        let mut response = response.unwrap_or_else(|| listed(status, title, violations));
        if status == 401 && response.header("www-authenticate").is_none() {
            response.headers.push(("www-authenticate".to_owned(), "Bearer".to_owned()));
        }
        response
    }

    /// The answer that the description has for a status, if it has one.
    fn documented(
        &mut self,
        operation: &Operation,
        request: &Request,
        status: u16,
        preference: &Preference,
    ) -> Option<Response> {
        let answer = operation.answer(status)?;
        let content = negotiate::content(answer, request).or(answer.contents.first());
        let has = |name: &String| {
            content.is_some_and(|content| content.examples.iter().any(|(own, _)| own == name))
        };
        let example = preference.example.clone().filter(has);
        let preference = Preference { code: None, example };
        let found = Found { place: 0, values: Vec::new(), path: operation.template.clone() };
        Some(self.plain(answer, status, content, &found, &preference))
    }

    /// An answer that has nothing to do with what was written.
    fn plain(
        &mut self,
        answer: &Answer,
        status: u16,
        content: Option<&Content>,
        found: &Found,
        preference: &Preference,
    ) -> Response {
        let value = match (content, &preference.example) {
            (Some(content), Some(name)) => match content.examples.iter().find(|(own, _)| own == name) {
                Some((_, example)) => Some(Arc::new(example.clone())),
                None => {
                    let detail = format!("the answer has no example `{name}` for `{}`", content.media);
                    return Response::problem(404, "Not Found", &detail);
                }
            },
            (Some(content), None) => self.value(content, address(&found.path)),
            (None, _) => None,
        };
        self.written(answer, status, content, value.as_deref())
    }

    fn target(&self, found: &Found) -> Target {
        let name = self.routes.all.get(found.place).and_then(|route| route.last_name());
        let path = found.path.trim_end_matches('/');
        match (name, path.rsplit_once('/'), found.values.last()) {
            (Some(name), Some((collection, _)), Some((_, key))) => {
                Target { collection: collection.to_owned(), entity: Some((key.clone(), name.to_owned())) }
            }
            _ => Target { collection: path.to_owned(), entity: None },
        }
    }

    /// The parameter of the path below a collection, for example `id` of `/pets/{id}`.
    pub(super) fn key_name(&self, collection: &str) -> String {
        let below = self.routes.find(&format!("{collection}/0"), "get");
        let name = below.and_then(|found| self.routes.all.get(found.place)?.last_name().map(str::to_owned));
        name.unwrap_or_else(|| "id".to_owned())
    }

    /// An example that is valid, or a value drawn for the schema.
    fn value(&mut self, content: &Content, number: u64) -> Option<Arc<Value>> {
        let fits = |(_, example): &&(String, Value)| self.fits(content.schema, example);
        if let Some((_, example)) = content.examples.iter().find(fits) {
            return Some(Arc::new(example.clone()));
        }
        let schema = content.schema?;
        let options = || SampleOptions::default().with_examples().with_locale(self.locale);
        let draw = || self.set.sample(schema, &self.streams, number, &options()).ok();
        self.drawn.value(schema, number, draw)
    }

    /// What is at a path: what was written there, or what always is.
    fn read(
        &mut self,
        content: &Content,
        target: &Target,
        request: &Request,
        number: u64,
    ) -> Option<Arc<Value>> {
        let base = self.value(content, number)?;
        let Some((key, name)) = &target.entity else {
            return Some(self.list(content, base, &target.collection, request));
        };
        let known = match self.state.entity(&target.collection, key) {
            Known::Is(entity) => Some(entity.clone()),
            _ => self.listed_entity(&target.collection, key, name),
        };
        let with_key = self.keyed(content.schema, Arc::unwrap_or_clone(base), name, key);
        Some(Arc::new(match known {
            Some(entity) => self.overlaid(content.schema, with_key, &entity),
            None => with_key,
        }))
    }

    /// The entity with a key in the list that the collection shows by itself.
    fn listed_entity(&mut self, collection: &str, key: &str, name: &str) -> Option<Value> {
        let found = self.routes.find(collection, "get")?;
        let operation = Arc::clone(self.compiled.get(&(found.place, "get".to_owned()))?.as_ref()?);
        let answer = operation.answer(operation.usual_status())?;
        let content = answer.contents.iter().find(|content| is_json(&content.media))?;
        let base = self.value(content, address(&found.path))?;
        items_in(&base)?.iter().find(|item| key_of(item, name).is_some_and(|(_, own)| own == key)).cloned()
    }

    /// A list with what was written to it.
    fn list(&self, content: &Content, base: Arc<Value>, collection: &str, request: &Request) -> Arc<Value> {
        let name = self.key_name(collection);
        let limit = request
            .query()
            .iter()
            .find(|(own, _)| own == "limit" || own == "per_page")
            .and_then(|(_, it)| it.parse::<usize>().ok());
        if !self.state.is_touched(collection) && limit.is_none() {
            return base;
        }
        let mut changed = Value::clone(&base);
        let Some(items) = items_of(&mut changed) else { return base };
        if self.state.is_touched(collection) {
            let key = |item: &Value| key_of(item, &name).map(|(_, key)| key);
            items.retain(|item| {
                key(item).is_none_or(|key| self.state.entity(collection, &key) == Known::Nothing)
            });
            let pattern = items.first().cloned();
            for (_, entity) in self.state.written_to(collection) {
                // A list may show less of an entity than the entity itself.
                let mut shown = entity.clone();
                if let (Value::Object(shown), Some(Value::Object(pattern))) = (&mut shown, &pattern) {
                    shown.retain(|name, _| pattern.contains_key(name));
                }
                items.push(entity.clone());
                let place = items.len() - 1;
                let fits = |items: &Vec<Value>| {
                    let mut whole = Value::clone(&base);
                    if let Some(own) = items_of(&mut whole) {
                        own.clone_from(items);
                    }
                    self.fits(content.schema, &self.shown(content.schema, whole))
                };
                if !fits(items) {
                    if let Some(last) = items.get_mut(place) {
                        *last = shown;
                    }
                    if !fits(items) {
                        items.pop();
                    }
                }
            }
        }
        if let Some(limit) = limit.filter(|limit| *limit > 0) {
            items.truncate(limit);
        }
        let changed = self.shown(content.schema, changed);
        if self.fits(content.schema, &changed) { Arc::new(changed) } else { base }
    }

    /// Makes an entity of what was sent.
    fn create(&mut self, content: Option<&Content>, collection: &str, body: Option<&Value>) -> Option<Value> {
        let number = address(collection).wrapping_add(self.state.written).wrapping_add(1);
        let schema = content.and_then(|content| content.schema);
        // Without the author's examples, so that every new entity has a key of its own.
        let options = SampleOptions::default().with_own_values().with_locale(self.locale);
        let drawn = schema.and_then(|schema| self.set.sample(schema, &self.streams, number, &options).ok());
        let usual = || content.and_then(|content| self.value(content, number)).map(Arc::unwrap_or_clone);
        let base = drawn.or_else(usual);
        let made = match (&base, body) {
            (Some(base), Some(body)) => self.overlaid(schema, base.clone(), body),
            (Some(base), None) => base.clone(),
            (None, Some(body)) => body.clone(),
            (None, None) => return None,
        };
        let name = self.key_name(collection);
        let found = key_of(&made, &name).map(|(_, key)| key);
        // An answer without a body, or without what was sent, still leaves something to be read.
        let entity = match body {
            Some(body) if made.is_object() => merged(made.clone(), body),
            _ => made.clone(),
        };
        if let Some(key) = found {
            self.state.write(collection, &key, entity);
        }
        base.is_some().then_some(made)
    }

    /// Changes an entity by what was sent.
    fn change(
        &mut self,
        content: Option<&Content>,
        (collection, key, name): (&str, &str, &str),
        body: Option<&Value>,
        number: u64,
    ) -> Option<Value> {
        let schema = content.and_then(|content| content.schema);
        let base = content.and_then(|content| self.value(content, number)).map(Arc::unwrap_or_clone);
        let known = match self.state.entity(collection, key) {
            Known::Is(entity) => Some(entity.clone()),
            _ => self.listed_entity(collection, key, name),
        };
        let mut answer = base.map(|base| self.keyed(schema, base, name, key));
        for layer in known.iter().chain(body) {
            answer = answer.map(|answer| self.overlaid(schema, answer, layer));
        }
        let before = known.or_else(|| answer.clone()).unwrap_or(Value::Null);
        let entity = match (before, body) {
            (before @ Value::Object(_), Some(body)) => merged(before, body),
            (_, Some(body)) => body.clone(),
            (before, None) => before,
        };
        self.state.write(collection, key, entity);
        answer
    }

    /// A value with the key that its path has, where that is valid.
    fn keyed(&self, schema: Option<SchemaId>, mut base: Value, name: &str, key: &str) -> Value {
        let Some((own, _)) = key_of(&base, name) else { return base };
        let own = own.to_owned();
        let put = |base: &mut Value, value| base.get_mut(&own).map(|slot| std::mem::replace(slot, value));
        let number = key.parse::<i64>().ok().map(Value::from);
        let mut before = None;
        for value in number.into_iter().chain([Value::String(key.to_owned())]) {
            let replaced = put(&mut base, value);
            before = before.or(replaced);
            if self.fits(schema, &base) {
                return base;
            }
        }
        if let Some(before) = before {
            put(&mut base, before);
        }
        base
    }

    /// Whether a value can be an answer.
    fn fits(&self, schema: Option<SchemaId>, value: &Value) -> bool {
        schema.is_none_or(|schema| self.set.is_valid(schema, value, Access::WriteOnly))
    }

    /// What an answer shows of a value: nothing that is only written.
    fn shown(&self, schema: Option<SchemaId>, value: Value) -> Value {
        match schema {
            Some(schema) => self.set.without_written_only(schema, value),
            None => value,
        }
    }

    /// A value with as much of another laid over it as is valid.
    pub(super) fn overlaid(&self, schema: Option<SchemaId>, base: Value, over: &Value) -> Value {
        let over = self.shown(schema, over.clone());
        let whole = merged(base.clone(), &over);
        if self.fits(schema, &whole) {
            return whole;
        }
        let (Value::Object(_), Value::Object(fields)) = (&base, &over) else { return base };
        let mut value = base.clone();
        for (name, field) in fields {
            let mut one = Map::new();
            one.insert(name.clone(), field.clone());
            let tried = merged(value.clone(), &Value::Object(one));
            if self.fits(schema, &tried) {
                value = tried;
            }
        }
        value
    }

    fn written(
        &self,
        answer: &Answer,
        status: u16,
        content: Option<&Content>,
        value: Option<&Value>,
    ) -> Response {
        let mut response = Response::empty(status);
        for (name, schema) in &answer.headers {
            let options = SampleOptions::default().with_locale(self.locale);
            let value = schema.and_then(|schema| self.set.sample(schema, &self.streams, 0, &options).ok());
            let text = match value {
                Some(Value::String(text)) => text,
                Some(value) => value.to_string(),
                None => continue,
            };
            let is_own =
                name.eq_ignore_ascii_case("content-type") || name.eq_ignore_ascii_case("content-length");
            if !is_own && text.chars().all(|letter| letter.is_ascii() && !letter.is_ascii_control()) {
                response.headers.push((name.to_lowercase(), text));
            }
        }
        let Some(content) = content else { return response };
        let media = if content.media.contains('*') { "application/json" } else { content.media.as_str() };
        match value {
            Some(value) => {
                response.headers.push(("content-type".to_owned(), media.to_owned()));
                response.body = body(value, media);
                response
            }
            None if content.schema.is_none() => response,
            None => Response::problem(
                500,
                "Internal Server Error",
                "no value that is valid for the schema was found",
            ),
        }
    }
}

/// The fields of one value over those of another.
fn merged(base: Value, over: &Value) -> Value {
    match (base, over) {
        (Value::Object(mut fields), Value::Object(over)) => {
            fields.extend(over.iter().map(|(name, value)| (name.clone(), value.clone())));
            Value::Object(fields)
        }
        (base, _) => base,
    }
}

/// The list in an answer: the answer itself, or the first list of objects in it.
fn items_in(value: &Value) -> Option<&Vec<Value>> {
    match value {
        Value::Array(items) => Some(items),
        Value::Object(fields) => {
            let lists = fields.values().filter_map(Value::as_array);
            lists.into_iter().find(|items| items.iter().all(Value::is_object))
        }
        _ => None,
    }
}

/// [`items_in`], to be changed.
fn items_of(value: &mut Value) -> Option<&mut Vec<Value>> {
    match value {
        Value::Array(items) => Some(items),
        Value::Object(fields) => fields.values_mut().find_map(|field| match field {
            Value::Array(items) if items.iter().all(Value::is_object) => Some(items),
            _ => None,
        }),
        _ => None,
    }
}

/// A number for a path, so that the same path always shows the same.
pub(super) fn address(path: &str) -> u64 {
    let hash = blake3::hash(path.trim_end_matches('/').as_bytes());
    let (first, _) = hash.as_bytes().as_chunks::<8>();
    first.first().map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

/// A value as a media type has it.
fn body(value: &Value, media: &str) -> Vec<u8> {
    match value {
        Value::String(text) if !is_json(media) => text.clone().into_bytes(),
        value if media.ends_with("xml") => xml::write(value).into_bytes(),
        // Whatever is a value can be written; its own text is only slower.
        value => serde_json::to_vec(value).unwrap_or_else(|_| value.to_string().into_bytes()),
    }
}
