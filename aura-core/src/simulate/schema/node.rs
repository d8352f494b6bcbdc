//! Schemas in the form in which they are checked and sampled: one node each, in a list, pointing to each other.

use serde_json::{Number, Value};

use super::pattern::Pattern;
use super::range::Range;
use super::topic::Hint;

/// The place of a node in its list.
pub(super) type NodeId = usize;

/// What `false` is compiled to, and everything that no value can meet.
pub(super) const NOTHING: NodeId = 0;

/// A set of JSON types, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Types(pub u8);

impl Types {
    pub(super) const NULL: Types = Types(1);
    pub(super) const BOOLEAN: Types = Types(2);
    pub(super) const INTEGER: Types = Types(4);
    /// Numbers with a fraction; `number` in a schema is this and [`Types::INTEGER`].
    pub(super) const FRACTION: Types = Types(8);
    pub(super) const STRING: Types = Types(16);
    pub(super) const ARRAY: Types = Types(32);
    pub(super) const OBJECT: Types = Types(64);
    pub(super) const NUMBER: Types = Types(12);
    pub(super) const ALL: Types = Types(127);
    pub(super) const NONE: Types = Types(0);

    pub(super) fn named(name: &str) -> Types {
        match name {
            "null" => Types::NULL,
            "boolean" => Types::BOOLEAN,
            "integer" => Types::INTEGER,
            "number" => Types::NUMBER,
            "string" => Types::STRING,
            "array" => Types::ARRAY,
            "object" => Types::OBJECT,
            "any" => Types::ALL,
            _ => Types::NONE,
        }
    }

    pub(super) fn has(self, other: Types) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn and(self, other: Types) -> Types {
        Types(self.0 & other.0)
    }

    pub(super) fn or(self, other: Types) -> Types {
        Types(self.0 | other.0)
    }

    pub(super) fn without(self, other: Types) -> Types {
        Types(self.0 & !other.0)
    }

    /// The names of the types, for people.
    pub(super) fn names(self) -> String {
        let mut names = Vec::new();
        for (types, name) in [
            (Types::NULL, "null"),
            (Types::BOOLEAN, "boolean"),
            (Types::STRING, "string"),
            (Types::ARRAY, "array"),
            (Types::OBJECT, "object"),
        ] {
            if self.has(types) {
                names.push(name);
            }
        }
        if self.has(Types::FRACTION) {
            names.push("number");
        } else if self.has(Types::INTEGER) {
            names.push("integer");
        }
        names.join(" or ")
    }
}

/// One schema.
#[derive(Debug, Default, Clone)]
pub(super) struct Node {
    /// Which resource (`$id`) it stands in, for dynamic references.
    pub resource: usize,
    /// A reference that leads nowhere, as it is written.
    pub unresolved: Option<String>,
    pub types: Option<Types>,
    pub options: Option<Vec<Value>>,
    pub constant: Option<Value>,
    pub number: Option<Box<NumberRules>>,
    pub text: Option<Box<TextRules>>,
    pub array: Option<Box<ArrayRules>>,
    pub object: Option<Box<ObjectRules>>,
    pub logic: Option<Box<Logic>>,
    /// Values that the author gave as examples or default; never trusted unchecked.
    pub examples: Vec<Value>,
    /// How many levels the flattest instance has; `None` where none is finite.
    pub height: Option<u32>,
    /// Whether a value that is drawn for this schema alone meets it by construction.
    pub is_plain: bool,
    /// OpenAPI: only sent, or only received.
    pub access: Access,
}

/// Whether a property is only read or only written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::simulate) enum Access {
    #[default]
    Both,
    ReadOnly,
    WriteOnly,
}

#[derive(Debug, Default, Clone)]
pub(super) struct NumberRules {
    pub minimum: Option<Number>,
    pub exclusive_minimum: Option<Number>,
    pub maximum: Option<Number>,
    pub exclusive_maximum: Option<Number>,
    pub multiple_of: Option<Number>,
}

#[derive(Debug, Default, Clone)]
pub(super) struct TextRules {
    pub min_length: Option<u64>,
    pub max_length: Option<u64>,
    pub pattern: Option<Pattern>,
    pub format: Option<String>,
}

#[derive(Debug, Default, Clone)]
pub(super) struct ArrayRules {
    pub prefix: Vec<NodeId>,
    pub rest: Option<NodeId>,
    pub contains: Option<NodeId>,
    pub min_contains: Option<u64>,
    pub max_contains: Option<u64>,
    pub min_items: Option<u64>,
    pub max_items: Option<u64>,
    pub unique: bool,
    pub unevaluated: Option<NodeId>,
}

#[derive(Debug, Default, Clone)]
pub(super) struct ObjectRules {
    /// In the order of the schema.
    pub properties: Vec<Property>,
    /// Places in `properties`, sorted by name.
    pub by_name: Vec<usize>,
    pub patterns: Vec<(Pattern, NodeId)>,
    pub additional: Option<NodeId>,
    pub names: Option<NodeId>,
    pub required: Vec<String>,
    /// Whether all that is required is among the properties.
    pub declares_required: bool,
    pub min_properties: Option<u64>,
    pub max_properties: Option<u64>,
    pub dependent_required: Vec<(String, Vec<String>)>,
    pub dependent_schemas: Vec<(String, NodeId)>,
    pub unevaluated: Option<NodeId>,
}

/// A declared property.
#[derive(Debug, Clone)]
pub(super) struct Property {
    pub name: String,
    pub node: NodeId,
    /// Whether the same rules require it.
    pub is_required: bool,
    pub hint: Hint,
    /// How its value is drawn, where it is a plain one.
    pub leaf: Option<Leaf>,
}

/// How a value is drawn that needs no search: all that can be found out beforehand.
#[derive(Debug, Clone)]
pub(super) enum Leaf {
    /// One of the two.
    Flag,
    /// A number of a range, all of which are valid.
    Number(Box<Range>),
    /// A text that meets the rules of a node, which have no pattern.
    Text(NodeId),
}

impl ObjectRules {
    pub(super) fn property(&self, name: &str) -> Option<NodeId> {
        self.declared(name).map(|property| property.node)
    }

    /// Whether the presence of a property asks for something.
    pub(super) fn has_dependents(&self) -> bool {
        !self.dependent_required.is_empty() || !self.dependent_schemas.is_empty()
    }

    pub(super) fn declared(&self, name: &str) -> Option<&Property> {
        let entry = |place: &usize| self.properties.get(*place);
        let found = self.by_name.binary_search_by(|place| {
            entry(place).map_or(std::cmp::Ordering::Less, |own| own.name.as_str().cmp(name))
        });
        entry(self.by_name.get(found.ok()?)?)
    }
}

/// What is said by way of other schemas.
#[derive(Debug, Default, Clone)]
pub(super) struct Logic {
    pub reference: Option<NodeId>,
    pub dynamic: Option<Dynamic>,
    pub all: Vec<NodeId>,
    pub any: Vec<NodeId>,
    pub one: Vec<NodeId>,
    pub not: Option<NodeId>,
    pub condition: Option<NodeId>,
    pub then: Option<NodeId>,
    pub otherwise: Option<NodeId>,
}

/// A reference that the outermost resource of the way to it decides.
#[derive(Debug, Clone)]
pub(super) struct Dynamic {
    pub anchor: String,
    pub fallback: NodeId,
}

/// The nodes of everything compiled so far.
#[derive(Debug, Default, Clone)]
pub(super) struct Nodes {
    pub all: Vec<Node>,
    /// For each resource its dynamic anchors.
    pub anchors: Vec<Vec<(String, NodeId)>>,
}

impl Nodes {
    pub(super) fn get(&self, id: NodeId) -> Option<&Node> {
        self.all.get(id)
    }

    /// Where a dynamic reference leads on the way of `scope`.
    pub(super) fn dynamic(&self, reference: &Dynamic, scope: &[usize]) -> NodeId {
        // A fallback without such an anchor makes it a plain reference.
        let anchor = |resource: usize| {
            let anchors = self.anchors.get(resource)?;
            anchors.iter().find(|(name, _)| *name == reference.anchor).map(|(_, node)| *node)
        };
        let of_fallback = self.get(reference.fallback).and_then(|node| anchor(node.resource));
        if of_fallback != Some(reference.fallback) {
            return reference.fallback;
        }
        scope.iter().find_map(|resource| anchor(*resource)).unwrap_or(reference.fallback)
    }
}
