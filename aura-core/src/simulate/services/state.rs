//! What was written to a mock, so that it can be read again: entities by the path of their collection.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Everything that was written.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct State {
    collections: BTreeMap<String, Collection>,
    /// Entities written so far; new ones get numbers of their own.
    pub written: u64,
}

/// What happened to one collection, for example `/pets`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Collection {
    /// In the order in which they were made.
    order: Vec<String>,
    /// By key; `None` where it was deleted.
    entities: BTreeMap<String, Option<Value>>,
}

/// What is known of one entity.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Known<'s> {
    Nothing,
    Deleted,
    Is(&'s Value),
}

impl State {
    pub(super) fn entity(&self, collection: &str, key: &str) -> Known<'_> {
        match self.collections.get(collection).and_then(|own| own.entities.get(key)) {
            None => Known::Nothing,
            Some(None) => Known::Deleted,
            Some(Some(entity)) => Known::Is(entity),
        }
    }

    pub(super) fn write(&mut self, collection: &str, key: &str, entity: Value) {
        let own = self.collections.entry(collection.to_owned()).or_default();
        if own.entities.insert(key.to_owned(), Some(entity)).is_none() {
            own.order.push(key.to_owned());
        }
        self.written += 1;
    }

    pub(super) fn delete(&mut self, collection: &str, key: &str) {
        let own = self.collections.entry(collection.to_owned()).or_default();
        own.entities.insert(key.to_owned(), None);
        self.written += 1;
    }

    /// Whether anything was written to a collection.
    pub(super) fn is_touched(&self, collection: &str) -> bool {
        self.collections.contains_key(collection)
    }

    /// The entities that were written, in order, without the deleted ones.
    pub(super) fn written_to<'s>(&'s self, collection: &str) -> impl Iterator<Item = (&'s str, &'s Value)> {
        let own = self.collections.get(collection);
        own.into_iter().flat_map(|own| {
            own.order.iter().filter_map(|key| Some((key.as_str(), own.entities.get(key)?.as_ref()?)))
        })
    }
}

/// The key of an entity: what it calls itself.
pub(super) fn key_of<'v>(entity: &'v Value, parameter: &str) -> Option<(&'v str, String)> {
    let fields = entity.as_object()?;
    let wanted: String = plain(parameter).map(char::from).collect();
    let short = ["id", "uuid", "key", "gid"];
    let called = |wanted: &str| fields.keys().find(|name| plain(name).eq(wanted.bytes()));
    let found = called(&wanted).or_else(|| {
        let ending = short.into_iter().find(|short| wanted.ends_with(short));
        ending.and_then(called)
    });
    let is_short = |name: &&String| short.iter().any(|short| plain(name).eq(short.bytes()));
    let name = found.or_else(|| fields.keys().find(is_short))?;
    let text = match fields.get(name)? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some((name.as_str(), text))
}

/// The letters and digits of a name, in small letters.
fn plain(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase())
}
