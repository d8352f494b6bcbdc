//! How flat the flattest instance of each schema is, so that sampling of recursive schemas ends.

use super::node::{Node, NodeId, Nodes, Types};

/// Most rounds of the fixed point; each round settles at least one level of nesting.
const MOST_ROUNDS: usize = 64;

/// Measures the nodes from `first` on; earlier ones are known.
pub(super) fn measure(nodes: &mut Nodes, first: usize) {
    for _ in 0..MOST_ROUNDS {
        let mut changed = false;
        // Nodes are made outside in, so the inner ones are settled first.
        for id in (first..nodes.all.len()).rev() {
            let Some(node) = nodes.get(id) else { continue };
            let height = of(nodes, node);
            if height != node.height && height.is_some() {
                changed = true;
                if let Some(node) = nodes.all.get_mut(id) {
                    node.height = height;
                }
            }
        }
        if !changed {
            return;
        }
    }
}

fn of(nodes: &Nodes, node: &Node) -> Option<u32> {
    if node.types == Some(Types::NONE) || node.unresolved.is_some() {
        return None;
    }
    let height = |id: &NodeId| nodes.get(*id).and_then(|node| node.height);
    let mut most = 0;
    if let Some(logic) = &node.logic {
        for id in
            logic.reference.iter().chain(&logic.all).chain(logic.dynamic.as_ref().map(|it| &it.fallback))
        {
            most = most.max(height(id)?);
        }
        for branches in [&logic.any, &logic.one] {
            if !branches.is_empty() {
                most = most.max(branches.iter().filter_map(height).min()?);
            }
        }
    }
    if node.options.is_some() || node.constant.is_some() {
        return Some(most);
    }
    let types = node.types.unwrap_or(Types::ALL);
    let flat = types.without(Types::OBJECT.or(Types::ARRAY));
    // Where the type is open, what is asked of objects and arrays says which is meant.
    let is_flat = if node.types.is_some() { flat != Types::NONE } else { false };
    if is_flat {
        return Some(most);
    }
    let mut inner = 0;
    if let Some(object) = node.object.as_ref().filter(|_| types.has(Types::OBJECT)) {
        for name in &object.required {
            if let Some(id) = object.property(name) {
                inner = inner.max(height(&id)? + 1);
            }
        }
    }
    if let Some(array) = node.array.as_ref().filter(|_| types.has(Types::ARRAY))
        && let Some(count) = array.min_items.filter(|count| *count > 0)
    {
        for id in array.prefix.iter().take(usize::try_from(count).unwrap_or(usize::MAX)) {
            inner = inner.max(height(id)? + 1);
        }
        if let Some(rest) = array.rest.filter(|_| count > array.prefix.len() as u64) {
            inner = inner.max(height(&rest)? + 1);
        }
    }
    Some(most.max(inner))
}
