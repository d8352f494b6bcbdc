//! The documents that references may lead to. Nothing is ever fetched: what is not here leads nowhere.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::meta;
use super::uri;

/// Which rules a schema is read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Dialect {
    /// JSON Schema draft 4.
    Draft4,
    /// JSON Schema drafts 6 and 7.
    Draft7,
    /// JSON Schema 2019-09.
    Draft2019,
    /// JSON Schema 2020-12, also the schemas of OpenAPI 3.1.
    Draft2020,
    /// The schemas of OpenAPI 3.0.
    OpenApi30,
}

impl Dialect {
    /// The dialect that a `$schema` names.
    pub(super) fn of(uri: &str) -> Option<Dialect> {
        let uri = uri.trim_end_matches('#');
        let (_, name) = uri.split_once("json-schema.org/")?;
        Some(match name {
            "draft-03/schema" | "draft-04/schema" => Dialect::Draft4,
            "draft-06/schema" | "draft-07/schema" => Dialect::Draft7,
            "draft/2019-09/schema" => Dialect::Draft2019,
            "draft/2020-12/schema" => Dialect::Draft2020,
            _ => return None,
        })
    }

    /// Whether a reference hides everything that stands beside it.
    pub(super) fn reference_is_alone(self) -> bool {
        matches!(self, Dialect::Draft4 | Dialect::Draft7 | Dialect::OpenApi30)
    }

    /// The name that a schema gives itself.
    pub(super) fn id_of(self, schema: &Value) -> Option<&str> {
        let key = if self == Dialect::Draft4 { "id" } else { "$id" };
        let id = schema.get(key)?.as_str()?;
        let hidden = self.reference_is_alone() && schema.get("$ref").is_some_and(Value::is_string);
        (!hidden).then_some(id)
    }
}

/// Some schema in some document.
#[derive(Debug, Clone)]
pub(super) struct Located<'d> {
    pub value: &'d Value,
    /// The address of the resource it stands in; references are relative to it.
    pub base: Arc<str>,
    pub dialect: Dialect,
    /// Whether its own `$id` and `$schema` are applied.
    is_entered: bool,
}

impl<'d> Located<'d> {
    /// A schema within this one; the base is unchanged.
    pub(super) fn inner(&self, value: &'d Value) -> Located<'d> {
        Located { value, base: self.base.clone(), dialect: self.dialect, is_entered: false }
    }

    /// The same schema with what its own `$id` and `$schema` say applied.
    pub(super) fn entered(mut self) -> Located<'d> {
        if std::mem::replace(&mut self.is_entered, true) {
            return self;
        }
        if let Some(dialect) = self.value.get("$schema").and_then(Value::as_str).and_then(Dialect::of)
            && self.dialect != Dialect::OpenApi30
        {
            self.dialect = dialect;
        }
        if let Some(id) = self.dialect.id_of(self.value) {
            let (id, _) = uri::split_fragment(id);
            if !id.is_empty() {
                self.base = uri::join(&self.base, id).into();
            }
        }
        self
    }
}

/// All documents of one schema set.
#[derive(Debug, Clone)]
pub(super) struct Documents {
    all: Vec<Document>,
    index: Arc<OnceLock<Index>>,
}

#[derive(Debug, Clone)]
struct Document {
    uri: Arc<str>,
    value: Arc<Value>,
    dialect: Dialect,
}

impl Document {
    fn root(&self) -> Located<'_> {
        Located { value: &self.value, base: self.uri.clone(), dialect: self.dialect, is_entered: false }
    }
}

/// A document and a JSON pointer.
type Place = (usize, String);

#[derive(Debug, Default)]
struct Index {
    resources: BTreeMap<String, Place>,
    /// By resource and name; whether it is dynamic.
    anchors: BTreeMap<(String, String), (Place, bool)>,
}

/// The anchor that `$recursiveAnchor` of 2019-09 stands for. It is no legal name of an anchor.
pub(super) const RECURSIVE: &str = "\u{0}recursive";

impl Documents {
    pub(super) fn new(documents: Vec<(String, Arc<Value>)>, dialect: Dialect) -> Documents {
        let of = |value: &Value| match dialect {
            Dialect::OpenApi30 => None,
            _ => value.get("$schema").and_then(Value::as_str).and_then(Dialect::of),
        };
        let mut all: Vec<Document> = documents
            .into_iter()
            .map(|(uri, value)| Document {
                uri: uri::split_fragment(&uri).0.into(),
                dialect: of(&value).unwrap_or(dialect),
                value,
            })
            .collect();
        for (uri, dialect) in meta::ADDRESSES {
            if !all.iter().any(|document| *document.uri == **uri) {
                all.push(Document { uri: (*uri).into(), value: meta::schema(*dialect), dialect: *dialect });
            }
        }
        Documents { all, index: Arc::new(OnceLock::new()) }
    }

    /// What a JSON pointer into the first document leads to.
    pub(super) fn start(&self, pointer: &str) -> Option<Located<'_>> {
        self.at(&(0, pointer.to_owned()))
    }

    /// What a reference leads to.
    pub(super) fn resolve(&self, base: &str, reference: &str) -> Option<Located<'_>> {
        let (address, fragment) = uri::split_fragment(reference);
        let target = uri::join(base, address);
        let fragment = uri::decode(fragment);
        let first = self.all.first()?;
        // The most common case needs no index: a pointer within the first document, which has no other name.
        let root = if *target == *first.uri { first.root().entered() } else { self.resource(&target)? };
        if fragment.is_empty() {
            return Some(root);
        }
        if fragment.starts_with('/') {
            return walk(root, &fragment);
        }
        let anchors = &self.index().anchors;
        let (place, _) = anchors.get(&(root.base.to_string(), fragment))?;
        self.at(place)
    }

    /// The dynamic anchors of a resource.
    pub(super) fn dynamic_anchors(&self, resource: &str) -> Vec<(String, Located<'_>)> {
        let from = (resource.to_owned(), String::new());
        let found = self.index().anchors.range(from..).take_while(|((own, _), _)| own == resource);
        found
            .filter(|(_, (_, is_dynamic))| *is_dynamic)
            .filter_map(|((_, name), (place, _))| Some((name.clone(), self.at(place)?)))
            .collect()
    }

    fn resource(&self, address: &str) -> Option<Located<'_>> {
        let place = self.index().resources.get(address)?;
        self.at(place)
    }

    fn at(&self, (document, pointer): &Place) -> Option<Located<'_>> {
        let document = self.all.get(*document)?;
        walk(document.root().entered(), pointer)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            for (number, document) in self.all.iter().enumerate() {
                index.resources.entry(document.uri.to_string()).or_insert((number, String::new()));
                index.add(document.root(), (number, String::new()), false, 0);
            }
            index
        })
    }
}

/// Follows a JSON pointer, changing the base wherever the way crosses an `$id`.
fn walk<'d>(root: Located<'d>, pointer: &str) -> Option<Located<'d>> {
    let mut found = root;
    for segment in pointer.split('/').skip(1) {
        let name = uri::unescape(segment);
        let value = match found.value {
            Value::Object(fields) => fields.get(&name)?,
            Value::Array(list) => list.get(name.parse::<usize>().ok()?)?,
            _ => return None,
        };
        found = found.inner(value).entered();
    }
    Some(found)
}

/// Keywords whose values are maps of schemas.
const MAPS: [&str; 6] =
    ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"];
/// Keywords whose values are no schemas at all.
const DATA: [&str; 5] = ["enum", "const", "default", "examples", "example"];
/// Documents nested deeper than this are not searched for names.
const DEEPEST: usize = 256;

impl Index {
    fn add(&mut self, schema: Located<'_>, place: Place, is_map: bool, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        let schema = if is_map { schema } else { self.name(schema, &place) };
        match schema.value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    if !is_map && DATA.contains(&key.as_str()) {
                        continue;
                    }
                    let below = (place.0, format!("{}/{}", place.1, uri::escape(key)));
                    let is_map = !is_map && MAPS.contains(&key.as_str());
                    self.add(schema.inner(value), below, is_map, depth + 1);
                }
            }
            Value::Array(list) => {
                for (number, value) in list.iter().enumerate() {
                    let below = (place.0, format!("{}/{number}", place.1));
                    self.add(schema.inner(value), below, false, depth + 1);
                }
            }
            _ => {}
        }
    }

    /// Notes the names that a schema gives itself.
    fn name<'d>(&mut self, schema: Located<'d>, place: &Place) -> Located<'d> {
        let id = schema.dialect.id_of(schema.value).map(str::to_owned);
        let entered = schema.entered();
        let base = entered.base.to_string();
        if let Some(id) = id {
            let (address, fragment) = uri::split_fragment(&id);
            if !address.is_empty() {
                self.resources.entry(base.clone()).or_insert_with(|| place.clone());
            }
            if !fragment.is_empty() {
                self.anchors.entry((base.clone(), fragment.to_owned())).or_insert((place.clone(), false));
            }
        }
        let mut anchor = |name: &str, is_dynamic: bool| {
            self.anchors.entry((base.clone(), name.to_owned())).or_insert((place.clone(), is_dynamic));
        };
        if entered.dialect == Dialect::Draft2019 || entered.dialect == Dialect::Draft2020 {
            if let Some(name) = entered.value.get("$dynamicAnchor").and_then(Value::as_str) {
                anchor(name, true);
            }
            if let Some(name) = entered.value.get("$anchor").and_then(Value::as_str) {
                anchor(name, false);
            }
            if entered.value.get("$recursiveAnchor") == Some(&Value::Bool(true)) {
                anchor(RECURSIVE, true);
            }
        }
        entered
    }
}
