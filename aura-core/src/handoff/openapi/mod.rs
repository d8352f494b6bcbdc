//! `openapi.yaml` (OpenAPI 3.1): the operations of the plan's services, ready for code generators.
//!
//! In comes a plan; out comes one document with a tag per service. Errors are problem details (RFC 9457).
//! Never here: a guess at hosts or credentials; both are placeholders that say so.

mod component;
mod operation;
mod path;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::view::PlanView;
use super::words;
use crate::domain::id::DataId;
use crate::domain::plan::HttpMethod;
use crate::domain::version::version_of;
use crate::error::Result;

/// The document, or `None` where the plan calls no service.
pub(super) fn render(view: &PlanView) -> Result<Option<String>> {
    if view.plan.services.iter().all(|service| service.operations.is_empty()) {
        return Ok(None);
    }
    let names = schema_names(view);
    let paths = operation::paths(view, &names);
    let document = json!({
        "openapi": "3.1.0",
        "info": info(view)?,
        "servers": [{
            "url": "https://{host}",
            "description": "Set the host of the service that is called; each tag may have its own.",
            "variables": { "host": { "default": "localhost", "description": "Host of the service." } },
        }],
        "security": [{ "bearer": [] }],
        "tags": tags(view),
        "paths": paths,
        "components": component::components(view, &names, &paths),
    });
    super::yaml::to_yaml("Contract of the services that the plan calls", &document).map(Some)
}

/// A method in small letters.
pub(super) fn method_name(method: HttpMethod) -> &'static str {
    match method {
        HttpMethod::Get => "get",
        HttpMethod::Post => "post",
        HttpMethod::Put => "put",
        HttpMethod::Patch => "patch",
        HttpMethod::Delete => "delete",
    }
}

fn info(view: &PlanView) -> Result<Value> {
    let version = version_of(view.plan)?;
    let description = format!(
        "{} The operations below are those that the plan's steps call. Times and error rates are assumptions of \
         the simulation, not promises.",
        words::sentence(&view.plan.goal)
    );
    Ok(json!({
        "title": format!("Services of {}", words::one_line(&view.plan.title)),
        "version": "0.1.0",
        "summary": words::sentence(&view.plan.goal),
        "description": description,
        "contact": { "name": "The team that owns this plan" },
        "license": { "name": "To be chosen by the team", "identifier": "LicenseRef-to-be-chosen" },
        "x-plan": view.plan.id,
        "x-plan-version": version,
    }))
}

fn tags(view: &PlanView) -> Vec<Value> {
    let mut tags: Vec<(String, String)> = Vec::new();
    for service in view.plan.services.iter().filter(|service| !service.operations.is_empty()) {
        let name = words::one_line(&service.title);
        let side = if service.is_external { "Run by somebody else." } else { "Run by ourselves." };
        if !tags.iter().any(|(taken, _)| *taken == name) {
            tags.push((name, format!("{} {side}", words::sentence(&service.description))));
        }
    }
    tags.into_iter().map(|(name, description)| json!({ "name": name, "description": description })).collect()
}

/// A name for the schema of each data object, unique, in the form that generators turn into a type.
fn schema_names(view: &PlanView) -> BTreeMap<DataId, String> {
    let mut taken = BTreeSet::from(["Problem".to_owned()]);
    let mut names = BTreeMap::new();
    for object in &view.plan.data {
        let base = pascal_case(&object.name);
        let mut name = base.clone();
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{base}{number}");
            number += 1;
        }
        names.insert(object.id.clone(), name);
    }
    names
}

/// `delivery address` becomes `DeliveryAddress`.
fn pascal_case(text: &str) -> String {
    let slug = crate::domain::id::slug(text);
    let joined: String = slug.split('_').map(words::capitalised).collect();
    if joined.starts_with(|first: char| first.is_ascii_digit()) { format!("The{joined}") } else { joined }
}

/// `authorise the payment` becomes `authoriseThePayment`.
fn camel_case(text: &str) -> String {
    let pascal = pascal_case(text);
    let mut characters = pascal.chars();
    match characters.next() {
        Some(first) => first.to_lowercase().chain(characters).collect(),
        None => pascal,
    }
}

fn reference(kind: &str, name: &str) -> Value {
    json!({ "$ref": format!("#/components/{kind}/{name}") })
}

/// An object without the members that are null.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            members.into_iter().filter(|(_, member)| !member.is_null()).collect::<Map<_, _>>().into()
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_suit_generators() {
        assert_eq!(pascal_case("delivery address"), "DeliveryAddress");
        assert_eq!(pascal_case("3D model"), "The3dModel");
        assert_eq!(camel_case("Authorise the payment"), "authoriseThePayment");
    }
}
