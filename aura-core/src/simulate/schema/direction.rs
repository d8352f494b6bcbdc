//! What is only sent or only received, taken out of a value.

use serde_json::Value;

use super::node::{Access, NodeId, Nodes};

/// A value without the properties that any of the schemas, or of the alternatives in them, says are of this kind.
pub(super) fn without(nodes: &Nodes, schemas: &[NodeId], value: Value, omit: Access) -> Value {
    match value {
        Value::Object(fields) => {
            let all = reached(nodes, schemas);
            let kept = fields.into_iter().filter_map(|(name, field)| {
                let declared: Vec<NodeId> =
                    all.iter().filter_map(|id| nodes.get(*id)?.object.as_ref()?.property(&name)).collect();
                let is_omitted =
                    declared.iter().any(|id| nodes.get(*id).is_some_and(|node| node.access == omit));
                (!is_omitted).then(|| {
                    let field = without(nodes, &declared, field, omit);
                    (name, field)
                })
            });
            Value::Object(kept.collect())
        }
        Value::Array(items) => {
            let all = reached(nodes, schemas);
            let inner: Vec<NodeId> =
                all.iter().filter_map(|id| nodes.get(*id)?.array.as_ref()?.rest).collect();
            Value::Array(items.into_iter().map(|item| without(nodes, &inner, item, omit)).collect())
        }
        plain => plain,
    }
}

/// Schemas with all that they refer to for the same value, each once.
fn reached(nodes: &Nodes, schemas: &[NodeId]) -> Vec<NodeId> {
    let mut found: Vec<NodeId> = Vec::new();
    let mut waiting = schemas.to_vec();
    while let Some(id) = waiting.pop() {
        let Some(node) = nodes.get(id).filter(|_| !found.contains(&id)) else { continue };
        found.push(id);
        if let Some(logic) = &node.logic {
            let branches = logic.all.iter().chain(&logic.any).chain(&logic.one);
            let others = [logic.reference, logic.then, logic.otherwise];
            waiting.extend(branches.copied().chain(others.into_iter().flatten()));
        }
    }
    found
}
