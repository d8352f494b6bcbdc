//! Paths of operations: clean, with parameters that are declared, and no two that a router cannot tell apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::slug;
use crate::domain::plan::{HttpMethod, Service, ServiceOperation};

/// Gives each operation a path of its own.
#[derive(Debug, Default)]
pub(super) struct Paths {
    /// The path that stands for all paths of the same structure.
    by_structure: BTreeMap<String, String>,
    taken: BTreeSet<(String, &'static str)>,
}

impl Paths {
    /// The path of an operation: its own, or one below the service's name where another service has the same.
    pub(super) fn place(&mut self, service: &Service, operation: &ServiceOperation) -> String {
        let method = super::method_name(operation.method);
        let own = clean(&operation.path);
        let service_name = slug(&service.title).replace('_', "-");
        let operation_name = slug(&operation.title).replace('_', "-");
        let candidates = [
            own.clone(),
            format!("/{service_name}{own}"),
            format!("/{service_name}/{operation_name}"),
            format!("/{service_name}/{}", operation.id),
        ];
        for candidate in candidates {
            let known = self.by_structure.entry(structure(&candidate)).or_insert(candidate).clone();
            if self.taken.insert((known.clone(), method)) {
                return known;
            }
        }
        own
    }
}

/// The names of the parameters of a path, in order.
pub(super) fn parameters(path: &str) -> Vec<String> {
    path.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name.to_owned())).collect()
}

/// Whether a method usually has a body.
pub(super) fn has_body(method: HttpMethod) -> bool {
    matches!(method, HttpMethod::Post | HttpMethod::Put | HttpMethod::Patch)
}

/// `/orders/{order_id}` becomes `/orders/{}`: what a router looks at.
fn structure(path: &str) -> String {
    let parts: Vec<&str> =
        path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
    parts.join("/")
}

/// A path with one leading slash, none at its end, only plain characters, and every parameter named once.
fn clean(path: &str) -> String {
    let mut seen = BTreeSet::new();
    let mut text = String::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        text.push('/');
        if part.starts_with('{') && part.ends_with('}') {
            let mut name = slug(part);
            let base = name.clone();
            let mut number = 2;
            while !seen.insert(name.clone()) {
                name = format!("{base}_{number}");
                number += 1;
            }
            text.push_str(&format!("{{{name}}}"));
        } else {
            text.extend(
                part.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.~".contains(c) { c } else { '-' }),
            );
        }
    }
    if text.is_empty() { "/".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_made_clean() {
        let check = |path: &str, expect: &str| assert_eq!(clean(path), expect);
        check("orders//{Order Id}/", "/orders/{order_id}");
        check("/a/{id}/b/{id}", "/a/{id}/b/{id_2}");
        check("", "/");
        check("/x?y=<z>", "/x-y--z-");
        assert_eq!(parameters("/a/{id}/b/{id_2}"), ["id", "id_2"]);
    }
}
