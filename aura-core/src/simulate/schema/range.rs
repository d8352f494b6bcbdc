//! Which numbers may be drawn: the multiples of a step between two sides, as exact decimals.

use serde_json::{Number, Value};
use smallvec::SmallVec;

use super::decimal::{Decimal, compare};
use super::node::NumberRules;

/// Fractions have this many digits where nothing else is said.
const DIGITS: i32 = -2;
/// Decimals with fewer digits than this are told apart by a float, and written as they are read.
const EXACT: i128 = 1_000_000_000_000_000;

/// A side of a range: a number and whether it belongs to it.
type Side = Option<(Decimal, bool)>;

/// The numbers `count * step * 10^exponent` for each `count` from `from` to `to`, both of them in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub from: i128,
    pub to: i128,
    step: i128,
    exponent: i32,
}

impl Range {
    /// What all rules allow; within it what is usual, where a side is open. `None` where nothing is left, or the
    /// numbers are too far apart for exact decimals.
    pub(super) fn of(
        rules: &[&NumberRules],
        usual: (i64, i64),
        is_integer: bool,
        is_wild: bool,
    ) -> Option<Range> {
        let (low, high) = (side(rules, true), side(rules, false));
        let steps: SmallVec<[Decimal; 2]> =
            rules.iter().filter_map(|rules| Decimal::of(rules.multiple_of.as_ref()?)).collect();
        let exponent = exponent(low, high, &steps, is_integer)?;
        let one = Decimal { mantissa: 1, exponent: 0 }.at(exponent)?;
        let mut step = if is_integer { one } else { 1 };
        for own in &steps {
            step = least_common_multiple(step, own.at(exponent)?)?;
        }
        let (from, to) = ends(low, high, usual, (exponent, one, step), is_wild)?;
        (from <= to).then_some(Range { from, to, step, exponent })
    }

    /// The number of a count.
    pub(super) fn value(&self, count: i128) -> Option<Value> {
        Decimal { mantissa: count.checked_mul(self.step)?, exponent: self.exponent }.to_value()
    }

    /// The smallest and the largest number.
    pub(super) fn ends(&self) -> [Option<Value>; 2] {
        [self.value(self.from), self.value(self.to)]
    }

    /// Whether each of the numbers is written with the very digits that it has here, so that it meets the rules.
    pub(super) fn is_exact(&self) -> bool {
        let is_short = |count: i128| {
            count.checked_mul(self.step).is_some_and(|mantissa| (-EXACT..=EXACT).contains(&mantissa))
        };
        is_short(self.from) && is_short(self.to) && (-20..=0).contains(&self.exponent)
    }
}

/// The place of the last digit.
fn exponent(low: Side, high: Side, steps: &[Decimal], is_integer: bool) -> Option<i32> {
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
    Some(exponent)
}

/// The first and the last count.
fn ends(
    low: Side,
    high: Side,
    (usual_low, usual_high): (i64, i64),
    (exponent, one, step): (i32, i128, i128),
    is_wild: bool,
) -> Option<(i128, i128)> {
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
    let whole = |number: i64| i128::from(number).checked_mul(one).map(|mantissa| mantissa.div_euclid(step));
    let (usual_low, usual_high) = (whole(usual_low)?, whole(usual_high)?.max(whole(usual_low)?));
    let width = usual_high - usual_low;
    let (from, to) = match (low.map(first), high.map(last)) {
        (None, None) if is_wild => (usual_low - 10 * (width + 1), usual_high + 10 * (width + 1)),
        (None, None) => (usual_low, usual_high),
        (Some(from), None) => (from?, usual_high.max(from?.checked_add(width)?)),
        (None, Some(to)) => (usual_low.min(to?.checked_sub(width)?), to?),
        (Some(from), Some(to)) => (from?, to?),
    };
    Some(match (low, high, is_wild) {
        // Within what is legal, what is usual.
        (Some(_), None, false) if usual_low >= from => (usual_low, to),
        (None, Some(_), false) if usual_high <= to => (usual_low.max(from), usual_high),
        _ => (from, to),
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
