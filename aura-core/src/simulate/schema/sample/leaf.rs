//! Values of properties that need no search.

use serde_json::Value;

use super::super::node::{Leaf, Property};
use super::{DEEPEST, Effort, MOST_DRAWS, Sampler};

/// From this effort on values are looked for as if nothing were known beforehand.
const SEARCHED_FROM: Effort = Effort(4);

impl<'n> Sampler<'n> {
    /// The value that the first attempt of a search would give, and with the same numbers of the stream. `None` where
    /// that attempt would fail; then nothing is taken from the stream.
    pub(super) fn leaf(&mut self, property: &'n Property, depth: u32, effort: Effort) -> Option<Value> {
        let leaf = property.leaf.as_ref()?;
        if self.edges || effort >= SEARCHED_FROM || depth >= DEEPEST || self.draws >= MOST_DRAWS {
            return None;
        }
        let value = match leaf {
            Leaf::Flag => {
                self.only_type();
                Some(Value::Bool(self.stream.next_below(2) == 0))
            }
            Leaf::Number(range) => {
                self.only_type();
                range.value(self.between(range.from, range.to))
            }
            Leaf::Text(id) => {
                let rules = self.nodes.get(*id)?.text.as_deref();
                let before = self.stream.clone();
                self.only_type();
                let text = self.text(rules.as_slice(), property.hint, effort).ok();
                if text.is_none() {
                    self.stream = before;
                }
                text
            }
        }?;
        self.draws += 1;
        self.size += 1;
        Some(value)
    }

    /// The choice among one type, which takes a number like any other choice.
    fn only_type(&mut self) {
        self.stream.next_below(1);
    }
}
