//! Values that were drawn for a schema and are asked for again.
//!
//! The same address of a service always shows the same, so a value that was asked for twice is kept. What is asked for
//! once, as most entities of a simulation are, costs no room. Nothing but time depends on what is kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::super::schema::SchemaId;

/// Values whose second asking is waited for, and values that are kept.
const MOST_VALUES: usize = 4_096;
/// Most parts of all kept values together; a part takes about a hundred bytes.
const MOST_PARTS: usize = 100_000;

#[derive(Debug, Clone, Default)]
pub(super) struct Drawn {
    /// By schema and number; nothing yet for what was asked for once.
    known: BTreeMap<(SchemaId, u64), Option<Arc<Value>>>,
    parts: usize,
}

impl Drawn {
    /// The value of a schema with a number, drawn where it is not kept.
    pub(super) fn value(
        &mut self,
        schema: SchemaId,
        number: u64,
        draw: impl FnOnce() -> Option<Value>,
    ) -> Option<Arc<Value>> {
        let key = (schema, number);
        if let Some(Some(value)) = self.known.get(&key) {
            return Some(Arc::clone(value));
        }
        let value = Arc::new(draw()?);
        if self.known.len() >= MOST_VALUES || self.parts >= MOST_PARTS {
            self.known.clear();
            self.parts = 0;
        }
        if self.known.contains_key(&key) {
            self.parts += parts_of(&value);
            self.known.insert(key, Some(Arc::clone(&value)));
        } else {
            self.known.insert(key, None);
        }
        Some(value)
    }
}

/// How many values a value is made of, itself included.
fn parts_of(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(parts_of).sum::<usize>(),
        Value::Object(fields) => 1 + fields.values().map(parts_of).sum::<usize>(),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use serde_json::json;

    use super::*;

    #[test]
    fn a_value_is_drawn_twice_at_most_and_never_another() {
        let mut drawn = Drawn::default();
        let draws = Cell::new(0);
        for _ in 0..5 {
            for number in 0..3 {
                let draw = || {
                    draws.set(draws.get() + 1);
                    Some(json!({ "number": number }))
                };
                assert_eq!(drawn.value(7, number, draw).as_deref(), Some(&json!({ "number": number })));
            }
        }
        assert_eq!(draws.get(), 6);
        assert_eq!(drawn.value(8, 0, || None), None);
    }

    #[test]
    fn what_is_kept_has_a_limit() {
        let mut drawn = Drawn::default();
        let wide = Value::Array(vec![Value::Null; 1_000]);
        for number in 0..2_000 {
            drawn.value(1, number, || Some(wide.clone()));
            drawn.value(1, number, || Some(wide.clone()));
            assert!(drawn.parts <= MOST_PARTS + 1_001 && drawn.known.len() <= MOST_VALUES);
        }
    }
}
