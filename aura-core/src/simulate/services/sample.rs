//! Requests that an operation takes, drawn from the seed: what must be sent, and nothing else.

use serde_json::Value;

use super::super::schema::{Access, SampleOptions, SchemaId};
use super::message::{Request, is_json};
use super::operation::{Operation, Parameter};
use super::{Mock, play, respond, route};

impl Mock {
    /// A request that the operation takes, where one could be drawn; `number` tells them apart.
    pub fn sample_request(&mut self, method: &str, template: &str, number: u64) -> Option<Request> {
        let place = self.routes.all.iter().position(|route| route.template == template)?;
        let operation = self.operation(place, template, &method.to_lowercase()).ok()??;
        let mut request = Request::new(&method.to_uppercase(), "");
        let mut path = template.to_owned();
        let mut query = Vec::new();
        for parameter in operation.parameters.iter().filter(|parameter| parameter.required) {
            let text = self.parameter(parameter, number)?;
            play::put(parameter, text, &mut path, &mut query, &mut request);
        }
        request = play::signed(&operation, request, &mut query);
        request.target = if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) };
        self.with_sample_body(&operation, request, number)
    }

    pub(super) fn parameter(&self, parameter: &Parameter, number: u64) -> Option<String> {
        let Some(schema) = parameter.schema else { return Some("sample".to_owned()) };
        // A text may be read as a number; one that is not what the schema asks for is drawn anew.
        (0..8).find_map(|step| {
            let number = respond::address(&parameter.name).wrapping_add(number).wrapping_add(step);
            let text = match self.sampled(schema, number)? {
                Value::String(text) => text,
                Value::Array(items) => {
                    let text = |item: &Value| item.as_str().map_or_else(|| item.to_string(), str::to_owned);
                    items.iter().map(text).collect::<Vec<String>>().join(",")
                }
                other => other.to_string(),
            };
            (!text.is_empty() && !text.contains('/')).then_some(text)
        })
    }

    pub(super) fn sampled(&self, schema: SchemaId, number: u64) -> Option<Value> {
        let options = SampleOptions::default().with_request().with_locale(self.locale);
        self.set.sample(schema, &self.streams, number, &options).ok()
    }

    pub(super) fn with_sample_body(
        &self,
        operation: &Operation,
        request: Request,
        number: u64,
    ) -> Option<Request> {
        let Some(body) = operation.body.as_ref().filter(|body| body.required) else { return Some(request) };
        let content =
            body.contents.iter().find(|content| is_json(&content.media)).or(body.contents.first())?;
        let valid = |value: &&Value| {
            content.schema.is_none_or(|schema| self.set.is_valid(schema, value, Access::ReadOnly))
        };
        let example = content.examples.iter().map(|(_, value)| value).find(valid).cloned();
        let value = match (example, content.schema) {
            (Some(example), _) => example,
            (None, Some(schema)) => self.sampled(schema, number)?,
            (None, None) => Value::String("sample".to_owned()),
        };
        if is_json(&content.media) {
            return Some(request.with_json(&value));
        }
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let body = match (&value, content.media.as_str()) {
            (Value::Object(fields), "application/x-www-form-urlencoded") => {
                let pair =
                    |(name, value): (&String, &Value)| format!("{name}={}", route::encode(&text(value)));
                fields.iter().map(pair).collect::<Vec<String>>().join("&")
            }
            (Value::Object(fields), "multipart/form-data") => {
                let part = |(name, value): (&String, &Value)| {
                    format!(
                        "--part\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{}\r\n",
                        text(value)
                    )
                };
                fields.iter().map(part).collect::<String>() + "--part--\r\n"
            }
            _ => text(&value),
        };
        let media = match content.media.as_str() {
            "multipart/form-data" => "multipart/form-data; boundary=part",
            media if media.contains('*') => "application/octet-stream",
            media => media,
        };
        Some(request.with_header("content-type", media).with_body(body.into_bytes()))
    }
}
