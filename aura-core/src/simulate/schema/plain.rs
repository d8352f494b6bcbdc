//! What can be drawn without a search, found once when schemas are compiled.
//!
//! A *plain* schema asks for one type and nothing beyond what the sampler meets by construction: a text is checked as
//! it is drawn, an object has its declared properties only, a list its items only. What is drawn for plain schemas all
//! the way down is valid, by induction over the value, and is not validated again. A *leaf* is a property whose value
//! is plain too, and whose range is known beforehand.

use serde_json::Value;

use super::format;
use super::node::{ArrayRules, Leaf, Logic, NOTHING, Node, NodeId, Nodes, ObjectRules, Property, Types};
use super::range::Range;
use super::topic::Hint;

/// Most references that are followed to a leaf.
const MOST_HOPS: usize = 8;

/// Marks the nodes from `first` on; earlier ones are known.
pub(super) fn find(nodes: &mut Nodes, first: usize) {
    for id in first..nodes.all.len() {
        let Some(node) = nodes.get(id) else { continue };
        let is_plain = is_bare_reference(node) || is_plain(node);
        let leaf = |property: &Property| leaf(nodes, property.node, property.hint);
        let properties = node.object.iter().flat_map(|rules| &rules.properties);
        let leaves: Vec<Option<Leaf>> = properties.map(leaf).collect();
        let Some(node) = nodes.all.get_mut(id) else { continue };
        node.is_plain = is_plain;
        let properties = node.object.iter_mut().flat_map(|rules| &mut rules.properties);
        for (property, leaf) in properties.zip(leaves) {
            property.leaf = leaf;
        }
    }
}

/// Whether a schema says nothing but where another one is.
fn is_bare_reference(node: &Node) -> bool {
    let only_refers = |logic: &Logic| {
        logic.reference.is_some()
            && logic.dynamic.is_none()
            && [&logic.all, &logic.any, &logic.one].into_iter().all(Vec::is_empty)
            && logic.not.is_none()
            && logic.condition.is_none()
    };
    node.types.is_none()
        && is_silent(node)
        && has_no_rules(node)
        && node.logic.as_deref().is_some_and(only_refers)
}

/// Whether a schema lists no values and can be followed.
fn is_silent(node: &Node) -> bool {
    node.unresolved.is_none() && node.options.is_none() && node.constant.is_none()
}

fn has_no_rules(node: &Node) -> bool {
    node.number.is_none() && node.text.is_none() && node.array.is_none() && node.object.is_none()
}

fn is_plain(node: &Node) -> bool {
    if !is_silent(node) || node.logic.is_some() {
        return false;
    }
    match node.types {
        Some(Types::BOOLEAN | Types::NULL | Types::STRING) => true,
        Some(Types::ARRAY) => node.array.as_deref().is_none_or(is_plain_list),
        Some(Types::OBJECT) => node.object.as_deref().is_none_or(is_plain_object),
        _ => false,
    }
}

fn is_plain_list(rules: &ArrayRules) -> bool {
    rules.prefix.is_empty() && rules.contains.is_none() && rules.unevaluated.is_none() && !rules.unique
}

fn is_plain_object(rules: &ObjectRules) -> bool {
    let is_possible = |property: &Property| property.node != NOTHING;
    !rules.properties.is_empty()
        && rules.declares_required
        && rules.properties.iter().all(is_possible)
        && rules.patterns.is_empty()
        && rules.names.is_none()
        && rules.min_properties.is_none()
        && rules.max_properties.is_none()
        && rules.unevaluated.is_none()
        && !rules.has_dependents()
}

/// How the value of a property is drawn, where that is known.
fn leaf(nodes: &Nodes, id: NodeId, hint: Hint) -> Option<Leaf> {
    let mut id = id;
    let mut node = nodes.get(id)?;
    for _ in 0..MOST_HOPS {
        if !is_bare_reference(node) {
            break;
        }
        id = node.logic.as_ref()?.reference?;
        node = nodes.get(id)?;
    }
    let is_free = is_silent(node) && node.logic.is_none() && node.examples.is_empty();
    match node.types.filter(|_| is_free)? {
        Types::BOOLEAN => Some(Leaf::Flag),
        Types::STRING => {
            let has_pattern = node.text.as_ref().is_some_and(|rules| rules.pattern.is_some());
            (!has_pattern).then_some(Leaf::Text(id))
        }
        Types::INTEGER => number(node, hint, true),
        Types::NUMBER => number(node, hint, false),
        _ => None,
    }
}

fn number(node: &Node, hint: Hint, is_integer: bool) -> Option<Leaf> {
    let rules = node.number.as_deref();
    let format = node.text.as_ref().and_then(|rules| rules.format.as_deref());
    let usual = hint.usual_range(is_integer);
    let range = Range::of(rules.as_slice(), usual, is_integer, false).filter(Range::is_exact)?;
    let has_format = |end: &Option<Value>| {
        let number = end.as_ref().and_then(Value::as_number);
        number.is_some_and(|number| format.is_none_or(|name| format::holds_number(name, number)))
    };
    range.ends().iter().all(has_format).then(|| Leaf::Number(Box::new(range)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::{SampleOptions, Schema, SchemaOptions};
    use super::*;
    use crate::random::Seed;

    fn compiled(document: &Value) -> Schema {
        Schema::compile(document, &SchemaOptions::default()).unwrap()
    }

    /// The same schema, with everything searched for and validated.
    fn searched(document: &Value) -> Schema {
        let mut schema = compiled(document);
        for node in &mut schema.set.nodes.all {
            node.is_plain = false;
            node.object.iter_mut().flat_map(|rules| &mut rules.properties).for_each(|own| own.leaf = None);
        }
        schema
    }

    fn order() -> Value {
        json!({"type": "object", "required": ["id", "price", "place"], "additionalProperties": false,
            "$defs": {"word": {"type": "string", "minLength": 20, "maxLength": 21},
                "place": {"type": "object", "properties": {"city": {"type": "string"}, "port": {"type": "number"}}}},
            "properties": {
                "id": {"type": "integer", "minimum": 1, "format": "int32"}, "is_paid": {"type": "boolean"},
                "price": {"type": "number", "exclusiveMinimum": 0, "maximum": 2.5, "multipleOf": 0.05},
                "mail": {"type": "string", "format": "email"}, "word": {"$ref": "#/$defs/word"},
                // What the format gives hardly ever has this length, so that it must be searched for.
                "host": {"type": "string", "format": "hostname", "maxLength": 16},
                "place": {"$ref": "#/$defs/place"},
                "list": {"type": "array", "items": {"$ref": "#/$defs/place"}, "maxItems": 2},
                "state": {"enum": ["open", 1]}, "note": {"type": ["string", "null"], "pattern": "^[a-z]+$"}}})
    }

    #[test]
    fn what_is_known_beforehand_changes_no_value_and_all_are_valid() {
        let (known, without) = (compiled(&order()), searched(&order()));
        for options in [SampleOptions::default(), SampleOptions::default().with_edge_cases()] {
            for number in 0..500 {
                let value = known.sample(Seed(3), number, &options).unwrap();
                assert_eq!(value, without.sample(Seed(3), number, &options).unwrap());
                assert_eq!(without.violations(&value), []);
            }
        }
    }

    #[test]
    fn only_what_cannot_go_wrong_is_plain() {
        let is_plain = |document: Value| {
            let schema = compiled(&document);
            schema.set.nodes.get(schema.root).is_some_and(|node| node.is_plain)
        };
        assert!(is_plain(order()));
        assert!(is_plain(json!({"$ref": "#/$defs/word", "$defs": {"word": {"type": "string"}}})));
        for hard in [
            json!({"type": "object", "properties": {"a": false}}),
            json!({"type": "object", "properties": {"a": true}, "required": ["b"]}),
            json!({"type": "object", "properties": {"a": true}, "minProperties": 1}),
            json!({"type": "object", "properties": {"a": true}, "patternProperties": {"^a": {"type": "null"}}}),
            json!({"type": "object", "properties": {"a": true}, "not": {"required": ["a"]}}),
            json!({"type": "array", "uniqueItems": true}),
            json!({"type": ["string", "null"]}),
            json!({"$ref": "#/$defs/word", "maxLength": 3, "$defs": {"word": {"type": "string"}}}),
        ] {
            assert!(!is_plain(hard.clone()), "{hard}");
        }
    }

    #[test]
    fn numbers_are_known_beforehand_where_all_of_the_range_is_valid() {
        let leaf = |rules: Value| {
            let schema = compiled(&json!({"type": "object", "properties": {"n": rules}}));
            let object = schema.set.nodes.get(schema.root).unwrap().object.clone().unwrap();
            object.properties[0].leaf.clone()
        };
        assert!(matches!(leaf(json!({"type": "integer", "maximum": 7})), Some(Leaf::Number(_))));
        for rules in [
            json!({"type": "integer", "minimum": 5, "maximum": 4}),
            json!({"type": "integer", "minimum": 3_000_000_000_u32, "format": "int32"}),
            json!({"type": "number", "minimum": 1e15, "maximum": 1e16}),
            json!({"type": "number", "example": 3}),
            json!({"type": ["integer", "null"]}),
        ] {
            assert!(leaf(rules.clone()).is_none(), "{rules}");
        }
    }
}
