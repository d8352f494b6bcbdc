//! Numbers, drawn as exact decimals.

use serde_json::{Number, Value};
use smallvec::SmallVec;

use super::super::decimal::{Decimal, compare};
use super::super::node::{NumberRules, Types};
use super::super::range::Range;
use super::super::topic::Hint;
use super::shape::Shape;
use super::{Effort, Fail, Sampler, refused};

impl<'n> Sampler<'n> {
    pub(super) fn number(
        &mut self,
        shape: &Shape<'n>,
        types: Types,
        hint: Hint,
        effort: Effort,
    ) -> Result<Value, Fail> {
        let rules: SmallVec<[&NumberRules; 4]> =
            shape.parts.iter().filter_map(|part| part.number.as_deref()).collect();
        let is_integer = types == Types::INTEGER;
        let is_fraction = types == Types::FRACTION && !shape.types.has(Types::INTEGER);
        let range = Range::of(&rules, hint.usual_range(is_integer), is_integer, effort.is_wild());
        let exact = range.and_then(|range| range.value(self.between(range.from, range.to)));
        let value = match exact {
            Some(value) => value,
            None => self.nearby(&rules)?,
        };
        if is_fraction && value.as_number().and_then(Decimal::of).is_none_or(Decimal::is_whole) {
            let real = value.as_f64().unwrap_or(0.0);
            return [real + 0.5, real - 0.5, real + 0.25]
                .into_iter()
                .filter_map(Number::from_f64)
                .find(|number| is_in(number, &rules))
                .map(Value::Number)
                .ok_or_else(|| refused("no number with a fraction fits"));
        }
        Ok(value)
    }

    /// A whole number from one to another, both of them in it.
    pub(super) fn between(&mut self, from: i128, to: i128) -> i128 {
        if self.edges {
            let inner = [from, to, from + 1, to - 1, 0, 1, -1];
            let place = self.stream.next_below(inner.len() as u64) as usize;
            return inner.get(place).copied().unwrap_or(from).clamp(from, to);
        }
        let width = u64::try_from(to - from).unwrap_or(u64::MAX - 1);
        from + i128::from(self.stream.next_below(width.saturating_add(1)))
    }

    /// For numbers too far apart for exact decimals: the sides themselves and what lies next to them.
    fn nearby(&mut self, rules: &[&NumberRules]) -> Result<Value, Fail> {
        let mut tried = vec![0.0, 1.0, 0.5];
        let ends = |rules: &&NumberRules| {
            let all = [&rules.minimum, &rules.exclusive_minimum, &rules.maximum, &rules.exclusive_maximum];
            all.into_iter().flatten().filter_map(Number::as_f64).collect::<Vec<f64>>()
        };
        let ends: Vec<f64> = rules.iter().flat_map(ends).collect();
        tried.extend(ends.iter().flat_map(|end| [*end, end + 1.0, end - 1.0, end * 2.0, end / 2.0]));
        tried.extend(ends.iter().zip(ends.iter().skip(1)).map(|(left, right)| left / 2.0 + right / 2.0));
        tried.extend(rules.iter().filter_map(|rules| rules.multiple_of.as_ref()?.as_f64()));
        tried
            .into_iter()
            .filter_map(Number::from_f64)
            .find(|number| is_in(number, rules))
            .map(Value::Number)
            .ok_or_else(|| refused("no number is in the range"))
    }
}

/// Whether a number is in all ranges and a multiple of all steps.
fn is_in(number: &Number, rules: &[&NumberRules]) -> bool {
    let order = |limit: &Number| compare(number, limit);
    rules.iter().all(|rules| {
        rules.minimum.as_ref().is_none_or(|limit| order(limit).is_ge())
            && rules.maximum.as_ref().is_none_or(|limit| order(limit).is_le())
            && rules.exclusive_minimum.as_ref().is_none_or(|limit| order(limit).is_gt())
            && rules.exclusive_maximum.as_ref().is_none_or(|limit| order(limit).is_lt())
            && rules.multiple_of.as_ref().is_none_or(|step| {
                let pair = Decimal::of(number).zip(Decimal::of(step));
                pair.and_then(|(number, step)| number.is_multiple_of(step)).unwrap_or(false)
            })
    })
}
