//! What operations share: schemas, problem details, the idempotency key, the way to show who calls.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::reference;
use crate::domain::id::{DataId, slug};
use crate::handoff::schemas;
use crate::handoff::view::PlanView;
use crate::handoff::words;

pub(super) fn components(
    view: &PlanView,
    names: &BTreeMap<DataId, String>,
    paths: &Map<String, Value>,
) -> Value {
    let mut references = BTreeSet::new();
    paths.values().for_each(|value| collect(value, &mut references));
    let mut components = Map::new();
    components.insert("securitySchemes".to_owned(), security());
    let parameters = idempotency_key();
    let is_used = |kind: &str, name: &str| references.contains(&format!("#/components/{kind}/{name}"));
    if is_used("parameters", "IdempotencyKey") {
        components.insert("parameters".to_owned(), json!({ "IdempotencyKey": parameters }));
    }
    let responses: Map<String, Value> =
        shared_responses().into_iter().filter(|(name, _)| is_used("responses", name)).collect();
    components.insert("responses".to_owned(), responses.into());
    components.insert("schemas".to_owned(), used_schemas(view, names, &references).into());
    components.into()
}

fn security() -> Value {
    json!({ "bearer": {
        "type": "http",
        "scheme": "bearer",
        "description": "A token in the Authorization header. Replace this with what the service really asks for.",
    } })
}

fn idempotency_key() -> Value {
    json!({
        "name": "Idempotency-Key",
        "in": "header",
        "required": true,
        "description": "Made by the caller, new for each wish and the same for each repetition of it, so that a \
                        repetition does not do the thing twice.",
        "schema": { "type": "string", "format": "uuid" },
        "example": "8e03978e-40d5-43e8-bc93-6894a57f9324",
    })
}

fn shared_responses() -> Vec<(String, Value)> {
    let list = [
        (
            "BadRequest",
            400,
            "invalid_request",
            "The request does not have the form that the contract asks for.",
        ),
        ("Unauthorised", 401, "unauthorised", "The request has no token, or one that is not valid."),
        ("NotFound", 404, "not_found", "There is nothing with this identifier."),
        ("TooManyRequests", 429, "too_many_requests", "Too many requests; try again later."),
        ("Unavailable", 503, "unavailable", "The service does not work at the moment; try again later."),
    ];
    list.into_iter()
        .map(|(name, status, code, description)| {
            let mut response = json!({
                "description": description,
                "content": { "application/problem+json": {
                    "schema": reference("schemas", "Problem"),
                    "examples": { code: {
                        "summary": description,
                        "value": problem_example(status, code, description),
                    } },
                } },
            });
            if let (429 | 503, Some(members)) = (status, response.as_object_mut()) {
                members.insert(
                    "headers".to_owned(),
                    json!({ "Retry-After": {
                        "description": "After how many seconds a repetition makes sense.",
                        "schema": { "type": "integer", "minimum": 0 },
                        "example": 5,
                    } }),
                );
            }
            (name.to_owned(), response)
        })
        .collect()
}

/// An example of a problem.
pub(super) fn problem_example(status: u16, code: &str, description: &str) -> Value {
    json!({
        "type": format!("urn:problem:{}", slug(code).replace('_', "-")),
        "title": words::capitalised(&code.replace('_', " ")),
        "status": status,
        "detail": words::sentence(description),
        "code": code,
    })
}

fn used_schemas(
    view: &PlanView,
    names: &BTreeMap<DataId, String>,
    references: &BTreeSet<String>,
) -> Map<String, Value> {
    let mut used = BTreeSet::new();
    for (id, name) in names {
        if references.contains(&format!("#/components/schemas/{name}"))
            && let Some(object) = view.data(id)
        {
            used.insert(id.clone());
            used.extend(schemas::referenced(view, object));
        }
    }
    let refer =
        |id: &DataId| format!("#/components/schemas/{}", names.get(id).map_or("Problem", String::as_str));
    let mut list = Map::new();
    for object in view.plan.data.iter().filter(|object| used.contains(&object.id)) {
        if let Some(name) = names.get(&object.id) {
            list.insert(name.clone(), schemas::object_schema(object, &refer).into());
        }
    }
    list.insert("Problem".to_owned(), problem_schema());
    list
}

fn problem_schema() -> Value {
    json!({
        "title": "Problem",
        "description": "Problem details for HTTP APIs (RFC 9457), with a stable code for programs.",
        "type": "object",
        "properties": {
            "type": { "type": "string", "description": "A URI that names the kind of problem." },
            "title": { "type": "string", "description": "The kind of problem in a few words." },
            "status": { "type": "integer", "minimum": 400, "maximum": 599, "description": "The HTTP status." },
            "detail": { "type": "string", "description": "What happened this time." },
            "instance": { "type": "string", "description": "A URI that names this occurrence." },
            "code": { "type": "string", "description": "A stable code in snake_case." },
        },
        "required": ["type", "title", "status", "code"],
    })
}

/// All references within a value. JSON that we made ourselves nests a dozen levels at most.
fn collect(value: &Value, references: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(target) if name == "$ref" => {
                        references.insert(target.clone());
                    }
                    other => collect(other, references),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, references)),
        _ => {}
    }
}
