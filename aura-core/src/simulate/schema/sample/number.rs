//! Numbers, drawn as exact decimals.

use serde_json::{Number, Value};
use smallvec::SmallVec;

use super::super::decimal::{Decimal, compare};
use super::super::node::{NumberRules, Types};
use super::super::topic::Hint;
use super::shape::Shape;
use super::{Effort, Fail, Sampler, names, refused};

/// Fractions have this many digits where nothing else is said.
const DIGITS: i32 = -2;

/// A side of a range: a number and whether it belongs to it.
type Side = Option<(Decimal, bool)>;

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
        let format = shape.parts.iter().find_map(|part| part.text.as_ref()?.format.as_deref());
        let low = side(&rules, true);
        let high = side(&rules, false);
        let steps: SmallVec<[Decimal; 2]> =
            rules.iter().filter_map(|rules| Decimal::of(rules.multiple_of.as_ref()?)).collect();
        let range = names::range(hint, format, is_integer);
        let exact = self.exact(low, high, &steps, range, is_integer, effort);
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

    /// A multiple of the step between both sides.
    fn exact(
        &mut self,
        low: Side,
        high: Side,
        steps: &[Decimal],
        (default_low, default_high): (i64, i64),
        is_integer: bool,
        effort: Effort,
    ) -> Option<Value> {
        let mut exponent = if is_integer || steps.iter().any(|step| step.exponent >= 0) { 0 } else { DIGITS };
        for decimal in steps.iter().chain(low.iter().chain(&high).map(|(decimal, _)| decimal)) {
            exponent = exponent.min(decimal.exponent);
        }
        if let (Some((low, _)), Some((high, _)), true) = (low, high, steps.is_empty() && !is_integer) {
            // A narrow range needs more digits than usual.
            for _ in 0..6 {
                if high.at(exponent)?.checked_sub(low.at(exponent)?)? >= 4 {
                    break;
                }
                exponent -= 1;
            }
        }
        let one = Decimal { mantissa: 1, exponent: 0 }.at(exponent)?;
        let mut step = if is_integer { one } else { 1 };
        for own in steps {
            step = least_common_multiple(step, own.at(exponent)?)?;
        }
        let first = |(decimal, is_in): (Decimal, bool)| -> Option<i128> {
            let mantissa = decimal.at(exponent)?;
            let count = mantissa.div_euclid(step) + i128::from(mantissa.rem_euclid(step) != 0);
            Some(if !is_in && count.checked_mul(step)? == mantissa { count + 1 } else { count })
        };
        let last = |(decimal, is_in): (Decimal, bool)| -> Option<i128> {
            let mantissa = decimal.at(exponent)?;
            let count = mantissa.div_euclid(step);
            Some(if !is_in && count.checked_mul(step)? == mantissa { count - 1 } else { count })
        };
        let whole =
            |number: i64| i128::from(number).checked_mul(one).map(|mantissa| mantissa.div_euclid(step));
        let (usual_low, usual_high) = (whole(default_low)?, whole(default_high)?.max(whole(default_low)?));
        let width = usual_high - usual_low;
        let (from, to) = match (low.map(first), high.map(last)) {
            (None, None) if effort.is_wild() => (usual_low - 10 * (width + 1), usual_high + 10 * (width + 1)),
            (None, None) => (usual_low, usual_high),
            (Some(from), None) => (from?, usual_high.max(from?.checked_add(width)?)),
            (None, Some(to)) => (usual_low.min(to?.checked_sub(width)?), to?),
            (Some(from), Some(to)) => (from?, to?),
        };
        let (from, to) = match (low, high, effort.is_wild()) {
            // Within what is legal, what is usual.
            (Some(_), None, false) if usual_low >= from => (usual_low, to),
            (None, Some(_), false) if usual_high <= to => (usual_low.max(from), usual_high),
            _ => (from, to),
        };
        if from > to {
            return None;
        }
        let count = self.between(from, to);
        Decimal { mantissa: count.checked_mul(step)?, exponent }.to_value()
    }

    fn between(&mut self, from: i128, to: i128) -> i128 {
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

/// The narrowest lower or upper side of all rules.
fn side(rules: &[&NumberRules], lower: bool) -> Side {
    let mut best: Option<(&Number, bool)> = None;
    for rules in rules {
        let (closed, open) = if lower {
            (&rules.minimum, &rules.exclusive_minimum)
        } else {
            (&rules.maximum, &rules.exclusive_maximum)
        };
        for (number, is_in) in [(closed, true), (open, false)] {
            let Some(number) = number else { continue };
            let is_narrower = best.is_none_or(|(known, known_in)| {
                let order = if lower { compare(number, known) } else { compare(known, number) };
                order.is_gt() || (order.is_eq() && known_in && !is_in)
            });
            if is_narrower {
                best = Some((number, is_in));
            }
        }
    }
    best.and_then(|(number, is_in)| Some((Decimal::of(number)?, is_in)))
}

fn least_common_multiple(left: i128, right: i128) -> Option<i128> {
    let (mut greater, mut lesser) = (left.max(right), left.min(right));
    if lesser <= 0 {
        return None;
    }
    while lesser != 0 {
        (greater, lesser) = (lesser, greater % lesser);
    }
    (left / greater).checked_mul(right)
}
