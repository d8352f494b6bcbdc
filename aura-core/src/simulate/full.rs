//! The part of the compiler for full depth: what screens ask for, and what is really sent to services.

use serde_json::{Map, Value};

use crate::domain::data::FieldKind;
use crate::domain::id::DataId;
use crate::domain::plan::{HttpMethod, Plan, ScreenElement, ServiceOperation};
use crate::domain::scenario::{RunDepth, Scenario, ServiceMock};
use crate::domain::step::Step;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::plan::condition::{Path, cel_name};
use crate::random::Streams;

use super::compile::{Compiler, invalid_scenario};
use super::data;
use super::program::{BodyField, BodyValue, RealCall};
use super::services::{Conditions, Mock};

/// Lists and objects inside of requests are picked from this many.
const READY: u64 = 32;

/// The services that really answer, by their number in the plan.
pub(super) fn mocks(plan: &Plan, scenario: &Scenario) -> Result<Vec<Option<Mock>>> {
    let mut mocks: Vec<Option<Mock>> = plan.services.iter().map(|_| None).collect();
    if scenario.depth == RunDepth::Flow {
        return Ok(mocks);
    }
    for wanted in &scenario.services {
        let number = plan.services.iter().position(|service| service.id == wanted.service);
        let slot = number.and_then(|number| mocks.get_mut(number));
        let Some(slot) = slot else {
            return Err(invalid_scenario(&format!(
                "a description is given for `{}`, which is not a service of the plan",
                wanted.service
            ))
            .with_hint(services_hint(plan)));
        };
        *slot = Some(mock(wanted, scenario)?);
    }
    Ok(mocks)
}

fn services_hint(plan: &Plan) -> String {
    let names: Vec<&str> = plan.services.iter().map(|service| service.id.as_str()).collect();
    match names.as_slice() {
        [] => "the plan calls no service".to_owned(),
        names => format!("services of the plan are {}", names.join(", ")),
    }
}

fn mock(wanted: &ServiceMock, scenario: &Scenario) -> Result<Mock> {
    let seed = scenario.seed.derive(wanted.service.as_str());
    let mock = Mock::new(&wanted.description, seed, &Limits::default()).map_err(|error| {
        Error::new(error.code(), format!("`{}`: {}", wanted.service, error.message())).with_source(error)
    })?;
    Ok(match wanted.rate_limit {
        Some(limit) => mock.with_conditions(
            Conditions::default().with_rate_limit(limit.calls as usize, limit.window_ms.max(1)),
        ),
        None => mock,
    })
}

/// What a call really sends, where its service really answers.
pub(super) fn call(
    compiler: &mut Compiler<'_>,
    title: &str,
    service: usize,
    operation: &ServiceOperation,
) -> Result<Option<RealCall>> {
    if compiler.mocks.get(service).is_none_or(Option::is_none) {
        return Ok(None);
    }
    let body = match &operation.request {
        Some(id) => body(compiler, id)?,
        None => Vec::new(),
    };
    let given = given(&body, &compiler.fields, &Streams::new(compiler.scenario.seed), 0, |_| 0);
    let (method, template, by_words) = place(compiler, service, operation)?;
    let Some(Some(mock)) = compiler.mocks.get_mut(service) else { return Ok(None) };
    let Some(caller) = mock.caller(&method, &template, &given)? else {
        return Err(missing_operation(&format!("{method} {template}"), title, mock));
    };
    if by_words {
        compiler.warnings.push(format!(
            "`{title}` is played by `{}`, found by its words; the description has no `{} {}`",
            caller.name(),
            name_of(operation.method),
            operation.path
        ));
    }
    for lack in caller.lacks.iter().take(3) {
        let place = if lack.path.is_empty() { "the body" } else { lack.path.as_str() };
        compiler.warnings.push(format!(
            "what `{title}` sends does not fit `{}`: {place} {}; a made-up value was sent in its place",
            caller.name(),
            lack.message
        ));
    }
    Ok(Some(RealCall { caller, body }))
}

/// Method and path in the description, and whether they were found by words only.
fn place(
    compiler: &Compiler<'_>,
    service: usize,
    operation: &ServiceOperation,
) -> Result<(String, String, bool)> {
    let plan = compiler.plan;
    let id = plan.services.get(service).map(|service| &service.id);
    let wanted = compiler.scenario.services.iter().find(|wanted| Some(&wanted.service) == id);
    if let Some(stated) = wanted.and_then(|wanted| wanted.operations.get(&operation.id)) {
        return match stated.trim().split_once(' ') {
            Some((method, template)) => Ok((method.to_owned(), template.trim().to_owned(), false)),
            None => Err(invalid_scenario(&format!("`{stated}` is no method and path"))
                .with_hint("write it like `POST /v1/charges`")),
        };
    }
    let Some(Some(mock)) = compiler.mocks.get(service) else {
        return Err(invalid_scenario("the service does not answer"));
    };
    let method = name_of(operation.method);
    let found = mock.operation_for(method, &operation.path, &operation.title);
    found.ok_or_else(|| missing_operation(&format!("{method} {}", operation.path), &operation.title, mock))
}

fn missing_operation(name: &str, title: &str, mock: &Mock) -> Error {
    let all: Vec<String> =
        mock.operations().iter().take(12).map(|(method, path)| format!("{method} {path}")).collect();
    invalid_scenario(&format!("the description has nothing like `{name}`, which `{title}` calls"))
        .with_hint(format!("say which operation stands for it; there are {}", all.join(", ")))
}

fn name_of(method: HttpMethod) -> &'static str {
    match method {
        HttpMethod::Get => "GET",
        HttpMethod::Post => "POST",
        HttpMethod::Put => "PUT",
        HttpMethod::Patch => "PATCH",
        HttpMethod::Delete => "DELETE",
    }
}

fn body(compiler: &mut Compiler<'_>, id: &DataId) -> Result<Vec<BodyField>> {
    let plan = compiler.plan;
    let Some(object) = plan.data.iter().find(|object| object.id == *id) else { return Ok(Vec::new()) };
    let mut fields = Vec::with_capacity(object.fields.len());
    let ready = object.fields.iter().any(|field| is_nested(&field.kind)).then(|| {
        let streams = Streams::new(compiler.scenario.seed.derive("data"));
        (0..READY).map(|number| data::record(plan, object, &streams, number, 0)).collect::<Vec<Value>>()
    });
    for field in &object.fields {
        let value = if is_nested(&field.kind) {
            let records = ready.iter().flatten();
            BodyValue::Ready(records.filter_map(|record| record.get(&field.name).cloned()).collect())
        } else {
            let path = Path { object: cel_name(&object.name), field: field.name.clone() };
            BodyValue::Drawn(compiler.sampler_of(object, field, path)?)
        };
        fields.push(BodyField { name: field.name.clone(), value });
    }
    Ok(fields)
}

fn is_nested(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::List(_) | FieldKind::Object(_))
}

/// The record that a case has, as it is sent; `version` says how often an object was made anew.
pub(super) fn given(
    body: &[BodyField],
    fields: &[data::FieldSampler],
    streams: &Streams,
    case: u64,
    version: impl Fn(usize) -> u32,
) -> Map<String, Value> {
    let mut given = Map::new();
    for field in body {
        let value = match &field.value {
            BodyValue::Drawn(number) => {
                fields.get(*number).and_then(|sampler| sampler.json(streams, case, version(sampler.object)))
            }
            BodyValue::Ready(all) => {
                let place = case.checked_rem(all.len() as u64).unwrap_or(0);
                all.get(place as usize).cloned()
            }
        };
        given.extend(value.map(|value| (field.name.clone(), value)));
    }
    given
}

/// The samplers of the fields that a screen asks for, at full depth.
pub(super) fn inputs(compiler: &mut Compiler<'_>, step: &Step) -> Result<Vec<usize>> {
    let plan = compiler.plan;
    let mut inputs = Vec::new();
    let screen = step.screen.as_ref().filter(|_| compiler.scenario.depth == RunDepth::Full);
    let Some(screen) = screen.and_then(|id| plan.screens.iter().find(|screen| screen.id == *id)) else {
        return Ok(inputs);
    };
    for element in &screen.elements {
        let ScreenElement::Input(input) = element else { continue };
        let object = plan.data.iter().find(|object| object.id == input.data);
        let field = object.and_then(|object| object.fields.iter().find(|field| field.name == input.field));
        if let Some((object, field)) = object.zip(field).filter(|(_, field)| !is_nested(&field.kind)) {
            let path = Path { object: cel_name(&object.name), field: field.name.clone() };
            inputs.push(compiler.sampler_of(object, field, path)?);
        }
    }
    Ok(inputs)
}
