//! Lists.

use serde_json::Value;

use super::super::decimal::same;
use super::super::node::{ArrayRules, Node, NodeId};
use super::super::topic::Hint;
use super::shape::Shape;
use super::{DEEP, Effort, Fail, LARGE, Sampler, refused};

/// Lists have about this many more items than they must.
const MORE: u64 = 3;
/// The longest list that is drawn at all.
const LONGEST: u64 = 10_000;
/// The longest list that is drawn as an edge case.
const EDGE: u64 = 50;

impl<'n> Sampler<'n> {
    pub(super) fn array(
        &mut self,
        shape: &Shape<'n>,
        hint: Hint,
        depth: u32,
        effort: Effort,
    ) -> Result<Value, Fail> {
        let rules: Vec<&'n ArrayRules> =
            shape.parts.iter().filter_map(|part| part.array.as_deref()).collect();
        let kinds: Vec<(NodeId, u64)> = rules
            .iter()
            .filter_map(|rules| Some((rules.contains?, rules.min_contains.unwrap_or(1))))
            .filter(|(_, count)| *count > 0)
            .collect();
        let asked: u64 = kinds.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let least = rules.iter().filter_map(|rules| rules.min_items).max().unwrap_or(0).max(asked);
        let most = rules.iter().filter_map(|rules| rules.max_items).min().unwrap_or(u64::MAX);
        if least > most || least > LONGEST {
            return Err(refused(format!("{least} items are asked for")));
        }
        let length = self.length(&rules, least, most, depth, effort);
        let unique = rules.iter().any(|rules| rules.unique);
        let hint = hint.item();
        let mut items: Vec<Value> = Vec::new();
        let mut tries = 0;
        while (items.len() as u64) < length && tries < 30 + 4 * length {
            tries += 1;
            let place = items.len();
            let (must, never) = self.item(shape, &rules, &kinds, place, length);
            match self.value(&must, &never, hint, depth + 1) {
                Ok(item) if unique && items.iter().any(|own| same(own, &item)) => {}
                Ok(item) => items.push(item),
                Err(Fail::TooLarge) => return Err(Fail::TooLarge),
                Err(fail) if (place as u64) < least => return Err(fail),
                Err(_) => break,
            }
        }
        if (items.len() as u64) < least {
            return Err(refused("there are too few different items"));
        }
        Ok(Value::Array(items))
    }

    fn length(&mut self, rules: &[&ArrayRules], least: u64, most: u64, depth: u32, effort: Effort) -> u64 {
        let prefix = rules.iter().map(|rules| rules.prefix.len() as u64).max().unwrap_or(0);
        if effort.is_lean() || depth > DEEP || self.size > LARGE {
            return least;
        }
        if self.edges {
            let longest = if depth <= 1 { EDGE } else { 1 };
            return if self.stream.next_below(2) == 0 { least } else { most.min(least.max(longest)) };
        }
        let about = if depth <= 2 { MORE } else { 1 };
        let wished = least.max(prefix).max(1) + self.stream.next_below(about);
        wished.clamp(least, most)
    }

    /// What the item at a place must meet, and must not.
    fn item(
        &self,
        shape: &Shape<'n>,
        rules: &[&'n ArrayRules],
        kinds: &[(NodeId, u64)],
        place: usize,
        length: u64,
    ) -> (Vec<NodeId>, Vec<NodeId>) {
        let mut must = Vec::new();
        let mut never = Vec::new();
        for part in &shape.parts {
            let Some(own) = &part.array else { continue };
            must.extend(own.prefix.get(place).copied().or(own.rest));
            let is_seen = |other: &Node| {
                other.array.as_ref().is_some_and(|other| {
                    place < other.prefix.len() || other.rest.is_some() || other.contains.is_some()
                })
            };
            if let Some(id) = own.unevaluated
                && !shape.parts.iter().any(|other| is_seen(other))
            {
                must.push(id);
            }
        }
        // What must be among the items stands at the end, where prefixes ask for least.
        let from_end = length.saturating_sub(place as u64);
        for (id, count) in kinds {
            if from_end <= *count {
                must.push(*id);
            } else if rules.iter().any(|rules| rules.contains == Some(*id) && rules.max_contains.is_some()) {
                never.push(*id);
            }
        }
        for own in rules {
            if let (Some(id), Some(0)) = (own.contains, own.min_contains)
                && own.max_contains.is_some()
            {
                never.push(id);
            }
        }
        (must, never)
    }
}
