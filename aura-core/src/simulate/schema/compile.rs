//! Schemas as they are written → [`Nodes`]. Everything that a schema reaches is compiled once, nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::error::Result;
use crate::limits::Limits;

use super::decimal::Decimal;
use super::documents::{Dialect, Documents, Located, RECURSIVE};
use super::height;
use super::node::{
    Access, ArrayRules, Dynamic, Logic, NOTHING, Node, NodeId, Nodes, NumberRules, ObjectRules, Property,
    TextRules, Types,
};
use super::pattern::Pattern;
use super::plain;
use super::topic::Hint;

/// Most schemas that one set may reach.
const MOST_NODES: u64 = 1 << 20;

/// What is compiled already, and where it is.
#[derive(Debug, Default, Clone)]
pub(super) struct Known {
    /// By the address of the value in memory; the documents are never moved while they are held.
    pub by_address: BTreeMap<usize, NodeId>,
    pub resources: BTreeMap<Arc<str>, usize>,
    /// References that lead nowhere.
    pub missing: BTreeSet<String>,
    /// Whether such references are taken as anything.
    pub skips_missing: bool,
}

/// Compiles a schema and all that it reaches.
pub(super) fn compile(
    documents: &Documents,
    start: Located<'_>,
    nodes: &mut Nodes,
    known: &mut Known,
) -> Result<NodeId> {
    if nodes.all.is_empty() {
        nodes.all.push(Node { types: Some(Types::NONE), ..Node::default() });
    }
    let first_new = nodes.all.len();
    let mut compiler = Compiler { documents, nodes, known, waiting: Vec::new() };
    let root = compiler.id(start);
    while let Some((id, located)) = compiler.waiting.pop() {
        let node = compiler.node(located);
        if let Some(place) = compiler.nodes.all.get_mut(id) {
            *place = node;
        }
        Limits::check_count("schemas", compiler.nodes.all.len(), MOST_NODES)?;
    }
    height::measure(nodes, first_new);
    plain::find(nodes, first_new);
    Ok(root)
}

struct Compiler<'c, 'd> {
    documents: &'d Documents,
    nodes: &'c mut Nodes,
    known: &'c mut Known,
    waiting: Vec<(NodeId, Located<'d>)>,
}

impl<'d> Compiler<'_, 'd> {
    /// The node of a schema, which may still wait to be compiled.
    fn id(&mut self, located: Located<'d>) -> NodeId {
        if located.value == &Value::Bool(false) {
            return NOTHING;
        }
        let address = std::ptr::from_ref(located.value).addr();
        if let Some(id) = self.known.by_address.get(&address) {
            return *id;
        }
        let id = self.nodes.all.len();
        self.nodes.all.push(Node::default());
        self.known.by_address.insert(address, id);
        self.waiting.push((id, located));
        id
    }

    fn resource(&mut self, located: &Located<'d>) -> usize {
        if let Some(number) = self.known.resources.get(&located.base) {
            return *number;
        }
        let number = self.nodes.anchors.len();
        self.known.resources.insert(located.base.clone(), number);
        self.nodes.anchors.push(Vec::new());
        number
    }

    fn node(&mut self, located: Located<'d>) -> Node {
        let located = located.entered();
        let Value::Object(fields) = located.value else { return Node::default() };
        let mut node = Node { resource: self.resource(&located), ..Node::default() };
        let mut logic = Logic::default();
        if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
            match self.documents.resolve(&located.base, reference) {
                Some(target) => logic.reference = Some(self.id(target)),
                None => {
                    self.known.missing.insert(reference.to_owned());
                    node.unresolved = Some(reference.to_owned()).filter(|_| !self.known.skips_missing);
                }
            }
            if located.dialect.reference_is_alone() {
                node.logic = Some(Box::new(logic));
                return node;
            }
        }
        let mut reader = Reader { compiler: self, fields, located: &located };
        reader.logic(&mut logic);
        node.logic = reader.has(&LOGIC).then(|| Box::new(logic));
        node.number = reader.has(&NUMBER).then(|| Box::new(reader.number()));
        node.text = reader.has(&TEXT).then(|| Box::new(reader.text()));
        node.array = reader.has(&ARRAY).then(|| Box::new(reader.array()));
        node.object = reader.has(&OBJECT).then(|| Box::new(reader.object()));
        reader.values(&mut node);
        if self.nodes.anchors.get(node.resource).is_some_and(Vec::is_empty)
            && (fields.contains_key("$dynamicRef") || fields.contains_key("$recursiveRef"))
        {
            self.anchors();
        }
        node
    }

    /// Compiles the dynamic anchors of every resource met so far, for a reference that may lead to any.
    fn anchors(&mut self) {
        let resources: Vec<(Arc<str>, usize)> =
            self.known.resources.iter().map(|(name, number)| (name.clone(), *number)).collect();
        for (name, number) in resources {
            let found = self.documents.dynamic_anchors(&name);
            let anchors: Vec<(String, NodeId)> =
                found.into_iter().map(|(anchor, located)| (anchor, self.id(located))).collect();
            if let Some(own) = self.nodes.anchors.get_mut(number) {
                *own = anchors;
            }
        }
    }
}

const LOGIC: [&str; 10] =
    ["$ref", "$dynamicRef", "$recursiveRef", "allOf", "anyOf", "oneOf", "not", "if", "then", "else"];
const NUMBER: [&str; 5] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const TEXT: [&str; 4] = ["minLength", "maxLength", "pattern", "format"];
const ARRAY: [&str; 8] = [
    "prefixItems",
    "items",
    "additionalItems",
    "contains",
    "minItems",
    "maxItems",
    "uniqueItems",
    "unevaluatedItems",
];
const OBJECT: [&str; 11] = [
    "properties",
    "patternProperties",
    "additionalProperties",
    "propertyNames",
    "required",
    "minProperties",
    "maxProperties",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedProperties",
];

/// Reads the keywords of one schema.
struct Reader<'r, 'c, 'd> {
    compiler: &'r mut Compiler<'c, 'd>,
    fields: &'d Map<String, Value>,
    located: &'r Located<'d>,
}

impl<'d> Reader<'_, '_, 'd> {
    fn has(&self, keywords: &[&str]) -> bool {
        keywords.iter().any(|keyword| self.fields.contains_key(*keyword))
    }

    fn is_modern(&self) -> bool {
        matches!(self.located.dialect, Dialect::Draft2019 | Dialect::Draft2020)
    }

    /// Whether the dialect has the keywords that came with draft 6 and 7.
    fn is_late(&self) -> bool {
        !matches!(self.located.dialect, Dialect::Draft4 | Dialect::OpenApi30)
    }

    fn id(&mut self, value: &'d Value) -> NodeId {
        self.compiler.id(self.located.inner(value))
    }

    fn schema(&mut self, keyword: &str) -> Option<NodeId> {
        let value = self.fields.get(keyword).filter(|value| value.is_object() || value.is_boolean())?;
        Some(self.id(value))
    }

    fn schemas(&mut self, keyword: &str) -> Vec<NodeId> {
        let list = self.fields.get(keyword).and_then(Value::as_array);
        list.into_iter().flatten().map(|value| self.id(value)).collect()
    }

    fn count(&self, keyword: &str) -> Option<u64> {
        let number = self.fields.get(keyword)?.as_number()?;
        number.as_u64().or_else(|| u64::try_from(Decimal::of(number)?.at(0)?).ok()).or_else(|| {
            let decimal = Decimal::of(number).filter(|decimal| decimal.is_whole())?;
            decimal.to_value()?.as_u64()
        })
    }

    fn texts(value: &Value) -> Vec<String> {
        value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    fn logic(&mut self, logic: &mut Logic) {
        logic.all = self.schemas("allOf");
        logic.any = self.schemas("anyOf");
        logic.one = self.schemas("oneOf");
        logic.not = self.schema("not");
        if self.is_late() {
            logic.condition = self.schema("if");
        }
        if logic.condition.is_some() {
            logic.then = self.schema("then");
            logic.otherwise = self.schema("else");
        }
        let recursive = self.fields.get("$recursiveRef").map(|_| (RECURSIVE.to_owned(), "#"));
        let dynamic = self.fields.get("$dynamicRef").and_then(Value::as_str).map(|reference| {
            let (_, fragment) = super::uri::split_fragment(reference);
            (fragment.to_owned(), reference)
        });
        if let Some((anchor, reference)) = dynamic.or(recursive)
            && self.is_modern()
            && let Some(target) = self.compiler.documents.resolve(&self.located.base, reference)
        {
            let fallback = self.compiler.id(target);
            logic.dynamic = Some(Dynamic { anchor, fallback });
        }
    }

    fn number(&self) -> NumberRules {
        let number = |keyword: &str| self.fields.get(keyword).and_then(Value::as_number).cloned();
        let mut rules = NumberRules {
            minimum: number("minimum"),
            exclusive_minimum: number("exclusiveMinimum"),
            maximum: number("maximum"),
            exclusive_maximum: number("exclusiveMaximum"),
            multiple_of: number("multipleOf").filter(|step| step.as_f64().is_some_and(|step| step > 0.0)),
        };
        let is_set = |keyword: &str| self.fields.get(keyword) == Some(&Value::Bool(true));
        if is_set("exclusiveMinimum") {
            rules.exclusive_minimum = rules.minimum.take();
        }
        if is_set("exclusiveMaximum") {
            rules.exclusive_maximum = rules.maximum.take();
        }
        rules
    }

    fn text(&self) -> TextRules {
        let text = |keyword: &str| self.fields.get(keyword).and_then(Value::as_str);
        TextRules {
            min_length: self.count("minLength"),
            max_length: self.count("maxLength"),
            pattern: text("pattern").map(Pattern::new),
            format: text("format").map(str::to_owned),
        }
    }

    fn array(&mut self) -> ArrayRules {
        let is_newest = self.located.dialect == Dialect::Draft2020;
        let mut prefix = if is_newest { self.schemas("prefixItems") } else { Vec::new() };
        let mut rest = self.schema("items");
        if self.fields.get("items").is_some_and(Value::is_array) {
            prefix = self.schemas("items");
            rest = self.schema("additionalItems");
        }
        ArrayRules {
            prefix,
            rest,
            contains: if self.is_late() { self.schema("contains") } else { None },
            min_contains: self.count("minContains").filter(|_| self.is_modern()),
            max_contains: self.count("maxContains").filter(|_| self.is_modern()),
            min_items: self.count("minItems"),
            max_items: self.count("maxItems"),
            unique: self.fields.get("uniqueItems") == Some(&Value::Bool(true)),
            unevaluated: if self.is_modern() { self.schema("unevaluatedItems") } else { None },
        }
    }

    fn object(&mut self) -> ObjectRules {
        let map = |keyword: &str| self.fields.get(keyword).and_then(Value::as_object).into_iter().flatten();
        let required = self.fields.get("required").map(Self::texts).unwrap_or_default();
        let properties: Vec<Property> = map("properties")
            .map(|(name, value)| Property {
                name: name.clone(),
                node: self.id(value),
                is_required: required.contains(name),
                hint: Hint::of(name),
                leaf: None,
            })
            .collect();
        let is_declared = |name: &String| properties.iter().any(|property| property.name == *name);
        let mut by_name: Vec<usize> = (0..properties.len()).collect();
        by_name.sort_by_key(|place| properties.get(*place).map(|property| &property.name));
        let mut rules = ObjectRules {
            by_name,
            patterns: map("patternProperties")
                .map(|(pattern, value)| (Pattern::new(pattern), self.id(value)))
                .collect(),
            additional: self.schema("additionalProperties"),
            names: if self.is_late() { self.schema("propertyNames") } else { None },
            declares_required: required.iter().all(is_declared),
            min_properties: self.count("minProperties"),
            max_properties: self.count("maxProperties"),
            unevaluated: if self.is_modern() { self.schema("unevaluatedProperties") } else { None },
            ..ObjectRules::default()
        };
        let newer = map("dependentRequired").chain(map("dependentSchemas"));
        let is_modern = self.is_modern();
        for (name, value) in map("dependencies").chain(newer.filter(|_| is_modern)) {
            if value.is_array() {
                rules.dependent_required.push((name.clone(), Self::texts(value)));
            } else {
                rules.dependent_schemas.push((name.clone(), self.id(value)));
            }
        }
        rules.properties = properties;
        rules.required = required;
        rules
    }

    /// Types, enumerations, constants and examples.
    fn values(&self, node: &mut Node) {
        node.types = self.fields.get("type").and_then(|value| match value {
            Value::String(name) => Some(Types::named(name)),
            Value::Array(names) => {
                let named = names.iter().filter_map(Value::as_str).map(Types::named);
                Some(named.fold(Types::NONE, Types::or))
            }
            _ => None,
        });
        let is_set = |keyword: &str| self.fields.get(keyword) == Some(&Value::Bool(true));
        if self.located.dialect == Dialect::OpenApi30 && is_set("nullable") {
            node.types = node.types.map(|types| types.or(Types::NULL));
        }
        node.options = self.fields.get("enum").and_then(Value::as_array).cloned();
        node.constant = self.fields.get("const").filter(|_| self.is_late()).cloned();
        node.examples =
            ["example", "default"].iter().filter_map(|key| self.fields.get(*key).cloned()).collect();
        if let Some(list) = self.fields.get("examples").and_then(Value::as_array) {
            node.examples.extend(list.iter().cloned());
        }
        node.access = match (is_set("readOnly"), is_set("writeOnly")) {
            (true, false) => Access::ReadOnly,
            (false, true) => Access::WriteOnly,
            _ => Access::Both,
        };
    }
}
