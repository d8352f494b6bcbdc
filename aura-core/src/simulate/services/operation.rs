//! One operation of a description, compiled when it is first called.

use serde_json::Value;

use crate::error::Result;

use super::super::schema::{SchemaId, SchemaSet};
use super::description::{At, Description};

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

#[derive(Debug)]
pub(super) struct Parameter {
    pub name: String,
    pub place: Place,
    pub required: bool,
    pub schema: Option<SchemaId>,
    pub style: String,
    pub explode: bool,
    /// Whether the value is JSON.
    pub is_json: bool,
}

/// What may be sent or comes back in one media type.
#[derive(Debug)]
pub(super) struct Content {
    pub media: String,
    pub schema: Option<SchemaId>,
    /// Named examples; the one without a name is called the empty text.
    pub examples: Vec<(String, Value)>,
}

#[derive(Debug)]
pub(super) struct Body {
    pub required: bool,
    pub contents: Vec<Content>,
}

#[derive(Debug)]
pub(super) struct Answer {
    /// `200`, `4XX` or `default`.
    pub status: String,
    pub contents: Vec<Content>,
    pub headers: Vec<(String, Option<SchemaId>)>,
}

/// How a caller shows who it is.
#[derive(Debug, Clone)]
pub(super) enum Scheme {
    /// A name of the `Authorization` header in small letters: `basic`, `bearer`, `digest`.
    Http(String),
    Key(Place, String),
    Unknown,
}

#[derive(Debug)]
pub(super) struct Operation {
    pub method: String,
    pub template: String,
    pub parameters: Vec<Parameter>,
    pub body: Option<Body>,
    pub answers: Vec<Answer>,
    /// One of these, each with all its schemes; nothing is asked for where it is empty.
    pub security: Vec<Vec<Scheme>>,
}

impl Operation {
    /// Compiles an operation that is there.
    pub(super) fn compile(
        description: &Description,
        set: &mut SchemaSet,
        template: &str,
        method: &str,
    ) -> Result<Option<Operation>> {
        let root = description.root();
        let item = description.part(&root, "paths").and_then(|paths| description.part(&paths, template));
        let Some((item, operation)) =
            item.and_then(|item| Some((item.clone(), description.part(&item, method)?)))
        else {
            return Ok(None);
        };
        let mut compiler = Compiler { description, set };
        let mut parameters: Vec<Parameter> = Vec::new();
        for owner in [&operation, &item] {
            for (_, place) in description.parts(owner.child("parameters")) {
                let Some(parameter) = compiler.parameter(&place)? else { continue };
                let is_known =
                    |known: &Parameter| known.name == parameter.name && known.place == parameter.place;
                if !parameters.iter().any(is_known) {
                    parameters.push(parameter);
                }
            }
        }
        let body = match description.part(&operation, "requestBody") {
            Some(body) => {
                Some(Body { required: body.is_set("required"), contents: compiler.contents(&body)? })
            }
            None => None,
        };
        let mut answers = Vec::new();
        for (status, place) in description.parts(operation.child("responses")) {
            let mut headers = Vec::new();
            for (name, header) in description.parts(place.child("headers")) {
                headers.push((name, compiler.schema(&header)?));
            }
            answers.push(Answer {
                status: status.to_uppercase(),
                contents: compiler.contents(&place)?,
                headers,
            });
        }
        let security = compiler.security(&operation);
        Ok(Some(Operation {
            method: method.to_owned(),
            template: template.to_owned(),
            parameters,
            body,
            answers,
            security,
        }))
    }

    /// The answer for a status: exactly that, its range, or the default one.
    pub(super) fn answer(&self, status: u16) -> Option<&Answer> {
        let range = format!("{}XX", status / 100);
        let exact = status.to_string();
        [exact.as_str(), range.as_str(), "DEFAULT"]
            .into_iter()
            .find_map(|name| self.answers.iter().find(|answer| answer.status == name))
    }

    /// The status of the first answer that means success; otherwise of any answer.
    pub(super) fn usual_status(&self) -> u16 {
        let mut exact: Vec<u16> =
            self.answers.iter().filter_map(|answer| answer.status.parse().ok()).collect();
        exact.sort_unstable();
        let has = |name: &str| self.answers.iter().any(|answer| answer.status == name);
        let success = exact.iter().find(|status| (200..300).contains(*status)).copied();
        success.unwrap_or_else(|| {
            if has("2XX") || has("DEFAULT") { 200 } else { exact.first().copied().unwrap_or(200) }
        })
    }
}

struct Compiler<'c, 'd> {
    description: &'d Description,
    set: &'c mut SchemaSet,
}

impl<'d> Compiler<'_, 'd> {
    fn schema(&mut self, owner: &At<'d>) -> Result<Option<SchemaId>> {
        match owner.child("schema") {
            Some(schema) => self.set.compile(&schema.pointer).map(Some),
            None => Ok(None),
        }
    }

    fn parameter(&mut self, place: &At<'d>) -> Result<Option<Parameter>> {
        let Some(name) = place.text("name") else { return Ok(None) };
        let stands = match place.text("in") {
            Some("path") => Place::Path,
            Some("query") => Place::Query,
            Some("header") => Place::Header,
            Some("cookie") => Place::Cookie,
            _ => return Ok(None),
        };
        let is_ignored = ["accept", "content-type", "authorization"].contains(&name.to_lowercase().as_str());
        if stands == Place::Header && is_ignored {
            return Ok(None);
        }
        let usual = if matches!(stands, Place::Path | Place::Header) { "simple" } else { "form" };
        let style = place.text("style").unwrap_or(usual).to_owned();
        let explode = place.value.get("explode").and_then(Value::as_bool).unwrap_or(style == "form");
        let (schema, is_json) = match self.contents(place)?.into_iter().next() {
            Some(content) => (content.schema, content.media.contains("json")),
            None => (self.schema(place)?, false),
        };
        let required = place.is_set("required") || stands == Place::Path;
        Ok(Some(Parameter {
            name: name.to_owned(),
            place: stands,
            required,
            schema,
            style,
            explode,
            is_json,
        }))
    }

    fn contents(&mut self, owner: &At<'d>) -> Result<Vec<Content>> {
        let mut contents = Vec::new();
        for (media, place) in self.description.parts(owner.child("content")) {
            let schema = self.schema(&place)?;
            let mut examples: Vec<(String, Value)> =
                place.value.get("example").map(|value| (String::new(), value.clone())).into_iter().collect();
            for (name, example) in self.description.parts(place.child("examples")) {
                examples.extend(example.value.get("value").map(|value| (name, value.clone())));
            }
            contents.push(Content { media, schema, examples });
        }
        Ok(contents)
    }

    fn security(&self, operation: &At<'d>) -> Vec<Vec<Scheme>> {
        let root = self.description.root();
        let asked = operation.child("security").or_else(|| root.child("security"));
        let schemes = root.child("components").and_then(|all| all.child("securitySchemes"));
        let named = |name: &String| {
            let place = schemes.as_ref().and_then(|schemes| self.description.part(schemes, name));
            place.map_or(Scheme::Unknown, |place| scheme(&place))
        };
        let requirements = asked.and_then(|asked| asked.value.as_array()).into_iter().flatten();
        requirements
            .filter_map(Value::as_object)
            .map(|requirement| requirement.keys().map(named).collect())
            .collect()
    }
}

fn scheme(place: &At<'_>) -> Scheme {
    match (place.text("type"), place.text("in")) {
        (Some("http"), _) => Scheme::Http(place.text("scheme").unwrap_or("bearer").to_lowercase()),
        (Some("oauth2" | "openIdConnect"), _) => Scheme::Http("bearer".to_owned()),
        (Some("apiKey"), stands) => {
            let stands = match stands {
                Some("query") => Place::Query,
                Some("cookie") => Place::Cookie,
                _ => Place::Header,
            };
            Scheme::Key(stands, place.text("name").unwrap_or_default().to_owned())
        }
        _ => Scheme::Unknown,
    }
}
