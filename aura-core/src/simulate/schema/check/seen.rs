//! Which properties and items a schema has looked at, for `unevaluatedProperties` and `unevaluatedItems`.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::node::{Node, NodeId};
use super::{Checker, Part, Path};

/// What was looked at.
#[derive(Debug, Default)]
pub(super) struct Seen {
    everything: bool,
    names: BTreeSet<String>,
    first: usize,
    places: BTreeSet<usize>,
}

impl Seen {
    pub(super) fn has_name(&self, name: &str) -> bool {
        self.everything || self.names.contains(name)
    }

    pub(super) fn has_place(&self, place: usize) -> bool {
        self.everything || place < self.first || self.places.contains(&place)
    }
}

impl<'n> Checker<'n> {
    /// Collects what a node that holds looks at. `is_top` leaves out its own `unevaluated…` keywords.
    pub(super) fn collect(&mut self, node: &'n Node, value: &Value, seen: &mut Seen, is_top: bool) {
        match value {
            Value::Object(fields) => self.collect_names(node, fields, seen, is_top),
            Value::Array(list) => self.collect_places(node, list, seen, is_top),
            _ => return,
        }
        let dependent =
            node.object.as_ref().map(|rules| rules.dependent_schemas.as_slice()).unwrap_or_default();
        for (name, id) in dependent {
            if value.get(name).is_some() {
                self.collect_below(*id, value, seen, false);
            }
        }
        let Some(logic) = &node.logic else { return };
        let dynamic = logic.dynamic.as_ref().map(|dynamic| self.nodes.dynamic(dynamic, &self.scope));
        for id in logic.reference.iter().chain(&dynamic).chain(&logic.all) {
            self.collect_below(*id, value, seen, false);
        }
        for id in logic.any.iter().chain(&logic.one) {
            self.collect_below(*id, value, seen, true);
        }
        if let Some(condition) = logic.condition {
            let root = Path { parent: None, part: Part::Root };
            if self.quietly(condition, value, &root) {
                self.collect_below(condition, value, seen, false);
                logic.then.into_iter().for_each(|id| self.collect_below(id, value, seen, false));
            } else {
                logic.otherwise.into_iter().for_each(|id| self.collect_below(id, value, seen, false));
            }
        }
    }

    fn collect_below(&mut self, id: NodeId, value: &Value, seen: &mut Seen, must_check: bool) {
        let nodes = self.nodes;
        let Some(node) = nodes.get(id) else { return };
        let root = Path { parent: None, part: Part::Root };
        if self.depth >= super::DEEPEST || (must_check && !self.quietly(id, value, &root)) {
            return;
        }
        self.depth += 1;
        let enters = self.scope.last() != Some(&node.resource);
        if enters {
            self.scope.push(node.resource);
        }
        self.collect(node, value, seen, false);
        if enters {
            self.scope.pop();
        }
        self.depth -= 1;
    }

    fn collect_names(
        &mut self,
        node: &Node,
        fields: &serde_json::Map<String, Value>,
        seen: &mut Seen,
        is_top: bool,
    ) {
        let Some(rules) = &node.object else { return };
        if rules.additional.is_some() || (rules.unevaluated.is_some() && !is_top) {
            seen.everything = true;
            return;
        }
        for name in fields.keys() {
            let is_known = rules.property(name).is_some()
                || rules.patterns.iter().any(|(pattern, _)| pattern.matches(name));
            if is_known {
                seen.names.insert(name.clone());
            }
        }
    }

    fn collect_places(&mut self, node: &Node, list: &[Value], seen: &mut Seen, is_top: bool) {
        let Some(rules) = &node.array else { return };
        if rules.rest.is_some() || (rules.unevaluated.is_some() && !is_top) {
            seen.everything = true;
            return;
        }
        seen.first = seen.first.max(rules.prefix.len());
        if let Some(id) = rules.contains {
            let root = Path { parent: None, part: Part::Root };
            for (place, item) in list.iter().enumerate() {
                if self.quietly(id, item, &root) {
                    seen.places.insert(place);
                }
            }
        }
    }
}
