//! The schemas of the catalogue as a small model of types, from which each language is written.
//!
//! In comes the catalogue of `aura-ffi`; out come definitions in alphabetical order. A form of schema that no
//! language could write is an error here, and so in `cargo xtask tidy`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// Everything that languages are generated from.
pub(super) struct Model {
    pub(super) version: String,
    pub(super) operations: Vec<Operation>,
    pub(super) definitions: BTreeMap<String, Definition>,
    pub(super) codes: Vec<(String, String)>,
}

/// One operation.
pub(super) struct Operation {
    pub(super) name: String,
    pub(super) doc: String,
    pub(super) errors: Vec<String>,
    pub(super) request: String,
    pub(super) response: String,
}

/// One named type.
pub(super) struct Definition {
    pub(super) doc: String,
    pub(super) shape: Shape,
}

/// What a named type looks like.
pub(super) enum Shape {
    /// A string or a number with a name.
    Alias(Type),
    /// One of several strings.
    Choice(Vec<String>),
    /// Named members. `tag` is the value of `type` where the type is a variant of a union.
    Object { members: Vec<Member>, tag: Option<String> },
    /// One of several objects, told apart by `type`: tag and name of each.
    Union(Vec<(String, String)>),
}

/// A member of an object.
pub(super) struct Member {
    pub(super) name: String,
    pub(super) doc: String,
    pub(super) kind: Type,
    pub(super) required: bool,
    /// Whether a table can stand here, in languages that have more of them than text.
    pub(super) is_table: bool,
}

/// A type in its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Type {
    Text,
    Integer,
    Number,
    Boolean,
    Json,
    List(Box<Type>),
    Map(Box<Type>),
    Pair,
    Named(String),
    Optional(Box<Type>),
}

impl Model {
    pub(super) fn read(catalogue: &Value) -> Result<Model, String> {
        let mut model = Model {
            version: text(catalogue, "version"),
            operations: list(catalogue, "operations").iter().map(operation).collect(),
            definitions: BTreeMap::new(),
            codes: list(catalogue, "error_codes").iter().map(|c| (text(c, "code"), text(c, "doc"))).collect(),
        };
        for (name, schema) in catalogue.get("$defs").and_then(Value::as_object).into_iter().flatten() {
            model.define(name, schema)?;
        }
        model.tag_variants();
        Ok(model)
    }

    fn define(&mut self, name: &str, schema: &Value) -> Result<(), String> {
        let shape = if let Some(forms) = schema.get("oneOf").and_then(Value::as_array) {
            if forms.iter().all(|form| form.get("const").is_some()) {
                Shape::Choice(forms.iter().map(|form| text(form, "const")).collect())
            } else {
                Shape::Union(forms.iter().map(|form| self.variant(name, form)).collect::<Result<_, _>>()?)
            }
        } else if schema.get("type").and_then(Value::as_str) == Some("object") {
            Shape::Object { members: members(name, schema)?, tag: None }
        } else {
            Shape::Alias(kind(name, schema)?)
        };
        self.definitions.insert(name.to_owned(), Definition { doc: text(schema, "description"), shape });
        Ok(())
    }

    /// Tag and name of a variant; one without content gets a type of its own.
    fn variant(&mut self, union: &str, form: &Value) -> Result<(String, String), String> {
        let tag = form.pointer("/properties/type/const").and_then(Value::as_str);
        let tag = tag.ok_or_else(|| format!("a variant of `{union}` has no `type`"))?.to_owned();
        if let Some(named) = reference(form) {
            return Ok((tag, named));
        }
        let name = format!("{union}{}", camel(&tag));
        let members = members(&name, form)?.into_iter().filter(|member| member.name != "type").collect();
        let shape = Shape::Object { members, tag: Some(tag.clone()) };
        self.definitions.insert(name.clone(), Definition { doc: text(form, "description"), shape });
        Ok((tag, name))
    }

    fn tag_variants(&mut self) {
        let unions = self.definitions.values().filter_map(|definition| match &definition.shape {
            Shape::Union(variants) => Some(variants.clone()),
            _ => None,
        });
        let mut tags: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (tag, name) in unions.flatten() {
            tags.entry(name).or_default().insert(tag);
        }
        for (name, all) in tags {
            let only = all.into_iter().collect::<Vec<_>>();
            if let (Some(Definition { shape: Shape::Object { tag, .. }, .. }), [one]) =
                (self.definitions.get_mut(&name), only.as_slice())
            {
                *tag = Some(one.clone());
            }
        }
    }

    /// The names that can be reached from some of them.
    pub(super) fn reachable(&self, from: impl IntoIterator<Item = String>) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut open: Vec<String> = from.into_iter().collect();
        while let Some(name) = open.pop() {
            if !found.insert(name.clone()) {
                continue;
            }
            match self.definitions.get(&name).map(|definition| &definition.shape) {
                Some(Shape::Object { members, .. }) => {
                    open.extend(members.iter().filter_map(|member| named(&member.kind)));
                }
                Some(Shape::Union(variants)) => open.extend(variants.iter().map(|(_, name)| name.clone())),
                Some(Shape::Alias(kind)) => open.extend(named(kind)),
                _ => {}
            }
        }
        found
    }

    /// The members of a request, those that must be given first.
    pub(super) fn parameters(&self, request: &str) -> Vec<&Member> {
        match self.definitions.get(request).map(|definition| &definition.shape) {
            Some(Shape::Object { members, .. }) => {
                let (needed, free): (Vec<_>, Vec<_>) = members.iter().partition(|member| member.required);
                needed.into_iter().chain(free).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The name inside a type, where there is one.
pub(super) fn named(kind: &Type) -> Option<String> {
    match kind {
        Type::Named(name) => Some(name.clone()),
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) => named(inner),
        _ => None,
    }
}

fn operation(value: &Value) -> Operation {
    let name_of = |part: &str| value.get(part).and_then(reference).unwrap_or_default();
    let errors = list(value, "errors").iter().filter_map(Value::as_str).map(str::to_owned).collect();
    Operation {
        name: text(value, "name"),
        doc: text(value, "doc"),
        errors,
        request: name_of("request"),
        response: name_of("response"),
    }
}

fn members(owner: &str, schema: &Value) -> Result<Vec<Member>, String> {
    let required: BTreeSet<&str> = list(schema, "required").iter().filter_map(Value::as_str).collect();
    let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    properties
        .map(|(name, schema)| {
            Ok(Member {
                name: name.clone(),
                doc: text(schema, "description"),
                kind: kind(&format!("{owner}.{name}"), schema)?,
                required: required.contains(name.as_str()),
                is_table: schema.get("x-table").and_then(Value::as_bool).unwrap_or(false),
            })
        })
        .collect()
}

fn kind(place: &str, schema: &Value) -> Result<Type, String> {
    if let Some(name) = reference(schema) {
        return Ok(Type::Named(name));
    }
    if let Some([inner, null]) = schema.get("anyOf").and_then(Value::as_array).map(Vec::as_slice)
        && text(null, "type") == "null"
    {
        return Ok(Type::Optional(Box::new(kind(place, inner)?)));
    }
    let (name, optional) = match schema.get("type") {
        None => return Ok(Type::Json),
        Some(Value::Array(names)) => {
            (names.first().and_then(Value::as_str).unwrap_or_default(), names.len() == 2)
        }
        Some(name) => (name.as_str().unwrap_or_default(), false),
    };
    let plain = match name {
        "string" => Type::Text,
        "integer" => Type::Integer,
        "number" => Type::Number,
        "boolean" => Type::Boolean,
        "array" if schema.get("prefixItems").is_some() => Type::Pair,
        "array" => Type::List(Box::new(kind(place, schema.get("items").unwrap_or(&Value::Null))?)),
        "object" => match schema.get("additionalProperties") {
            Some(inner) if inner.is_object() => Type::Map(Box::new(kind(place, inner)?)),
            _ => Type::Json,
        },
        other => return Err(format!("`{place}` has the type `{other}`, which no language here can write")),
    };
    Ok(if optional { Type::Optional(Box::new(plain)) } else { plain })
}

fn reference(schema: &Value) -> Option<String> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/").map(str::to_owned)
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// `goal_reached` as `GoalReached`.
pub(super) fn camel(name: &str) -> String {
    let upper = |part: &str| {
        let mut letters = part.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    name.split('_').map(upper).collect()
}

/// `present_plan` as `presentPlan`.
pub(super) fn lower_camel(name: &str) -> String {
    let (first, rest) = name.split_once('_').unwrap_or((name, ""));
    format!("{first}{}", camel(rest))
}
