//! One operation: parameters, request, answers, examples.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::path::{Paths, has_body, parameters};
use super::{camel_case, method_name, reference, without_nulls};
use crate::domain::data::{Field, FieldKind};
use crate::domain::id::DataId;
use crate::domain::plan::{HttpMethod, Service, ServiceError, ServiceOperation};
use crate::handoff::schemas;
use crate::handoff::view::PlanView;
use crate::handoff::words;

pub(super) fn paths(view: &PlanView, names: &BTreeMap<DataId, String>) -> Map<String, Value> {
    let mut places = Paths::default();
    let mut ids = BTreeSet::new();
    let mut paths: Map<String, Value> = Map::new();
    for service in &view.plan.services {
        for operation in &service.operations {
            let path = places.place(service, operation);
            let value = Builder { view, names, service, operation, path: &path }.build(&mut ids);
            let item = paths.entry(path).or_insert_with(|| json!({}));
            if let Some(members) = item.as_object_mut() {
                members.insert(method_name(operation.method).to_owned(), value);
            }
        }
    }
    paths
}

struct Builder<'a> {
    view: &'a PlanView<'a>,
    names: &'a BTreeMap<DataId, String>,
    service: &'a Service,
    operation: &'a ServiceOperation,
    path: &'a str,
}

impl Builder<'_> {
    fn build(&self, ids: &mut BTreeSet<String>) -> Value {
        let base = camel_case(&self.operation.title);
        let mut id = base.clone();
        let mut number = 2;
        while !ids.insert(id.clone()) {
            id = format!("{base}{number}");
            number += 1;
        }
        let parameters = self.parameters();
        without_nulls(json!({
            "operationId": id,
            "summary": words::capitalised(&words::one_line(&self.operation.title)),
            "description": self.description(),
            "tags": [words::one_line(&self.service.title)],
            "parameters": if parameters.is_empty() { Value::Null } else { json!(parameters) },
            "requestBody": self.request(),
            "responses": self.responses(),
            "x-timeout-ms": self.operation.timeout_ms,
            "x-idempotent": self.operation.is_idempotent,
        }))
    }

    fn description(&self) -> String {
        let mut parts = vec![format!(
            "{} of the {}.",
            words::capitalised(&words::one_line(&self.operation.title)),
            words::one_line(&self.service.title)
        )];
        let callers: Vec<String> = self
            .view
            .steps()
            .filter(|(_, _, step)| step.call.as_ref().is_some_and(|call| call.operation == self.operation.id))
            .map(|(number, node, _)| format!("step {number} ({})", words::one_line(&node.title)))
            .collect();
        if !callers.is_empty() {
            parts.push(format!("Called by {}.", words::list(&callers)));
        }
        parts.push(format!(
            "The caller gives up after {}.",
            words::duration(self.operation.timeout_ms as f64)
        ));
        if let Some(latency) = self.view.mean(&self.operation.latency) {
            parts.push(format!(
                "The simulation assumes an answer in {} on average.",
                words::duration(latency)
            ));
        }
        if self.operation.is_idempotent && self.operation.method == HttpMethod::Post {
            parts.push("Calling it again with the same key does it once.".to_owned());
        }
        parts.join(" ")
    }

    fn parameters(&self) -> Vec<Value> {
        let mut list: Vec<Value> =
            parameters(self.path).iter().map(|name| self.path_parameter(name)).collect();
        if !has_body(self.operation.method) {
            list.extend(self.query_parameters());
        }
        if self.operation.is_idempotent
            && matches!(self.operation.method, HttpMethod::Post | HttpMethod::Patch)
        {
            list.push(reference("parameters", "IdempotencyKey"));
        }
        list
    }

    fn path_parameter(&self, name: &str) -> Value {
        let field = self.view.plan.data.iter().flat_map(|object| {
            object.fields.iter().filter(move |field| {
                let long = format!("{}_{}", crate::domain::id::slug(&object.name), field.name);
                field.name == name || long == name
            })
        });
        let example = field
            .filter(|field| field.kind == FieldKind::Identifier)
            .find_map(|field| field.example.as_str())
            .unwrap_or("example-10042");
        json!({
            "name": name,
            "in": "path",
            "required": true,
            "description": format!("Which {} is meant.", name.trim_end_matches("_id").trim_end_matches("_number").replace('_', " ")),
            "schema": { "type": "string", "minLength": 1 },
            "example": example,
        })
    }

    /// The plain fields of the request, for methods that have no body.
    fn query_parameters(&self) -> Vec<Value> {
        let in_path = parameters(self.path);
        let Some(object) = self.operation.request.as_ref().and_then(|id| self.view.data(id)) else {
            return Vec::new();
        };
        let is_plain = |field: &&Field| {
            !matches!(field.kind, FieldKind::List(_) | FieldKind::Object(_)) && !in_path.contains(&field.name)
        };
        let parameter = |field: &Field| {
            let mut schema = schemas::field_schema(field, &|_| String::new());
            if let Some(members) = schema.as_object_mut() {
                members.remove("examples");
                members.remove("writeOnly");
            }
            json!({
                "name": field.name,
                "in": "query",
                "required": field.required,
                "description": words::sentence(&field.title),
                "schema": schema,
                "example": field.example,
            })
        };
        object.fields.iter().filter(is_plain).map(parameter).collect()
    }

    fn request(&self) -> Value {
        let Some(id) = self.operation.request.as_ref().filter(|_| has_body(self.operation.method)) else {
            return Value::Null;
        };
        let Some((object, name)) = self.view.data(id).zip(self.names.get(id)) else { return Value::Null };
        json!({
            "required": true,
            "description": words::sentence(&object.description),
            "content": { "application/json": {
                "schema": reference("schemas", name),
                "examples": { "usual": {
                    "summary": format!("An ordinary {}", words::one_line(&object.name)),
                    "value": schemas::example(self.view, object),
                } },
            } },
        })
    }

    fn responses(&self) -> Map<String, Value> {
        let mut responses = Map::new();
        let (status, success) = self.success();
        responses.insert(status.to_owned(), success);
        let mut by_status: BTreeMap<u16, Vec<&ServiceError>> = BTreeMap::new();
        for error in self.operation.errors.iter().filter(|error| (400..=599).contains(&error.status)) {
            by_status.entry(error.status).or_default().push(error);
        }
        let mut shared =
            vec![(400, "BadRequest"), (401, "Unauthorised"), (429, "TooManyRequests"), (503, "Unavailable")];
        if self.path.contains('{') {
            shared.push((404, "NotFound"));
        }
        shared.retain(|(status, _)| !by_status.contains_key(status));
        let mut all: BTreeMap<u16, Value> =
            shared.into_iter().map(|(status, name)| (status, reference("responses", name))).collect();
        all.extend(by_status.into_iter().map(|(status, errors)| (status, self.problem(status, &errors))));
        responses.extend(all.into_iter().map(|(status, value)| (status.to_string(), value)));
        responses
    }

    fn success(&self) -> (&'static str, Value) {
        let object =
            self.operation.response.as_ref().and_then(|id| self.view.data(id).zip(self.names.get(id)));
        let Some((object, name)) = object else {
            return ("204", json!({ "description": "Done; there is nothing to say." }));
        };
        let status = if self.operation.method == HttpMethod::Post { "201" } else { "200" };
        let mut example = schemas::example(self.view, object);
        without_secrets(object, &mut example);
        let value = json!({
            "description": words::sentence(&object.description),
            "content": { "application/json": {
                "schema": reference("schemas", name),
                "examples": { "usual": {
                    "summary": format!("An ordinary {}", words::one_line(&object.name)),
                    "value": example,
                } },
            } },
        });
        (status, value)
    }

    fn problem(&self, status: u16, errors: &[&ServiceError]) -> Value {
        let mut examples = Map::new();
        for error in errors {
            let value = super::component::problem_example(status, &error.code, &error.description);
            examples.insert(
                crate::domain::id::slug(&error.code),
                json!({ "summary": words::sentence(&error.description), "value": value }),
            );
        }
        let descriptions: Vec<String> = errors
            .iter()
            .map(|error| {
                format!("{} (`{}`)", words::sentence(&error.description), error.code.replace('`', "'"))
            })
            .collect();
        json!({
            "description": descriptions.join(" "),
            "content": { "application/problem+json": {
                "schema": reference("schemas", "Problem"),
                "examples": examples,
            } },
        })
    }
}

/// Takes optional secrets out of an answer's example: they are never sent back.
fn without_secrets(object: &crate::domain::data::DataObject, example: &mut Value) {
    let Some(members) = example.as_object_mut() else { return };
    for field in &object.fields {
        if field.sensitivity == crate::domain::data::Sensitivity::Secret && !field.required {
            members.shift_remove(&field.name);
        }
    }
}
