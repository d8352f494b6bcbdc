//! Exact sums: the same bits whatever the order, the parts and the threads.
//!
//! A sum is held as digits of 32 bits at fixed places (a superaccumulator; Kulisch 2013; places as in Demmel and
//! Nguyen 2015), so adding never rounds. A product of two floats is a float and an exact rest (Dekker 1971), so sums
//! of products do not round either. What is rounded, once and at the end, is the answer. Values between 2⁻⁹⁶¹ and
//! 2⁹⁹² count in full; smaller rests count as 0.

use crate::error::Result;
use crate::stats::check::invalid_data;
use crate::stats::summary::Wide;

/// Digits: place `n` counts multiples of 2^(32·(n − MIDDLE)).
const DIGITS: usize = 62;
const MIDDLE: i32 = 30;
const BITS: i32 = 32;

/// Most values that are added in one go, so that sums of digits stay exact.
pub const LONGEST_RUN: usize = 8_192;

/// Numbers that are added side by side.
const LANES: usize = 8;

/// A sum that never rounds.
///
/// # Example
/// ```
/// use aura_core::stats::exact::{ExactSum, Run};
/// let mut sum = ExactSum::default();
/// sum.add(&Run::new(&[1e16, 1.0, -1e16])?);
/// assert_eq!(sum.wide().value(), 1.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExactSum {
    digits: [i64; DIGITS],
}

/// Some values of one variable, with what is known of all of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Run<'a> {
    values: &'a [f64],
    largest: f64,
    is_whole: bool,
}

impl Default for ExactSum {
    fn default() -> Self {
        ExactSum { digits: [0; DIGITS] }
    }
}

impl<'a> Run<'a> {
    /// Looks at values that are to be summed, at most 8,192 of them.
    ///
    /// # Errors
    /// `invalid_data` where one is not a finite number, its square would be too large, or there are too many.
    pub fn new(values: &'a [f64]) -> Result<Self> {
        if values.len() > LONGEST_RUN {
            return Err(invalid_data(format!("{} values are too many for one run", values.len())));
        }
        let largest = largest(values);
        // 2⁴⁹⁵: squares stay below 2⁹⁹².
        let limit = libm::ldexp(1.0, 495);
        if largest >= limit || values.iter().fold(false, |any, value| any | value.is_nan()) {
            let wrong = values.iter().find(|value| value.is_nan() || value.abs() >= limit);
            let shown = wrong.copied().unwrap_or(f64::NAN);
            return Err(invalid_data(format!("a value is not a finite number or too large: `{shown:e}`")));
        }
        Ok(Run { values, largest, is_whole: largest < HALF && are_whole(values) })
    }

    /// How many values.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The largest size of a value.
    pub fn largest(&self) -> f64 {
        self.largest
    }

    /// The values.
    pub fn values(&self) -> &'a [f64] {
        self.values
    }
}

/// 2⁵¹: adding one and a half times its double rounds to whole numbers.
const HALF: f64 = 2_251_799_813_685_248.0;
/// 2⁵³.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl ExactSum {
    /// Adds all values of a run.
    pub fn add(&mut self, run: &Run<'_>) {
        if run.is_whole && run.largest * run.len() as f64 <= EXACT {
            self.place(sum(run.values), 0);
        } else {
            self.split(run.values, run.largest, &mut Vec::with_capacity(run.len()));
        }
    }

    /// Adds the products of the values of two runs of one length.
    pub fn add_products(&mut self, first: &Run<'_>, second: &Run<'_>) {
        let limit = first.largest * second.largest;
        if first.is_whole && second.is_whole && limit * first.len() as f64 <= EXACT {
            self.place(dot(first.values, second.values), 0);
            return;
        }
        let (mut products, mut rests) = (Vec::with_capacity(first.len()), Vec::with_capacity(first.len()));
        for (&one, &two) in first.values.iter().zip(second.values) {
            products.push(one * two);
        }
        for ((&one, &two), &product) in first.values.iter().zip(second.values).zip(&products) {
            rests.push(rest(one, two, product));
        }
        let mut spare = Vec::with_capacity(first.len());
        let top = largest(&products);
        self.split(&products, top, &mut spare);
        let top = largest(&rests);
        self.split(&rests, top, &mut spare);
    }

    /// Adds one value.
    ///
    /// # Errors
    /// As [`Run::new`].
    pub fn add_one(&mut self, value: f64) -> Result<()> {
        self.add(&Run::new(&[value])?);
        Ok(())
    }

    /// Adds another sum.
    pub fn merge(&mut self, other: &ExactSum) {
        for (own, other) in self.digits.iter_mut().zip(&other.digits) {
            *own += other;
        }
        self.carry();
    }

    /// Takes another sum away.
    pub fn subtract(&mut self, other: &ExactSum) {
        for (own, other) in self.digits.iter_mut().zip(&other.digits) {
            *own -= other;
        }
        self.carry();
    }

    /// The sum to 106 bits.
    pub fn wide(&self) -> Wide {
        let mut total = Wide::default();
        for (place, &digit) in self.digits.iter().enumerate().rev().filter(|(_, digit)| **digit != 0) {
            total = total.plus(Wide::new(digit as f64 * unit(place as i32)));
        }
        total
    }

    /// Makes every digit as small as it can be; the same sum then has the same digits whatever came in which order.
    fn carry(&mut self) {
        let mut carried = 0_i64;
        let last = DIGITS - 1;
        for (place, digit) in self.digits.iter_mut().enumerate() {
            let value = *digit + carried;
            if place == last {
                *digit = value;
                return;
            }
            carried = (value + (1 << (BITS - 1))) >> BITS;
            *digit = value - (carried << BITS);
        }
    }

    /// Adds a sum that is a whole number of units of 2^(32·power).
    fn place(&mut self, whole: f64, power: i32) {
        let place = usize::try_from(power + MIDDLE).unwrap_or(0);
        if let Some(digit) = self.digits.get_mut(place) {
            *digit += whole as i64;
            // 2^53 at a time; far from the end of 64 bits after one addition, and carried right away.
            self.carry();
        }
    }

    /// Adds values digit by digit: what is a multiple of the present unit, then the rest with the next smaller unit.
    fn split(&mut self, values: &[f64], largest: f64, rests: &mut Vec<f64>) {
        if largest == 0.0 {
            return;
        }
        let exponent = libm::frexp(largest).1;
        let mut power = (exponent - 1).div_euclid(BITS);
        rests.clear();
        let mut is_first = true;
        while power >= -MIDDLE {
            let unit = libm::ldexp(1.0, power * BITS);
            let magic = 1.5 * libm::ldexp(1.0, power * BITS + 52);
            let (total, left) = if is_first {
                rests.extend_from_slice(values);
                take(rests, magic)
            } else {
                take(rests, magic)
            };
            is_first = false;
            self.place(total / unit, power);
            if !left {
                return;
            }
            power -= 1;
        }
    }
}

fn unit(place: i32) -> f64 {
    libm::ldexp(1.0, (place - MIDDLE) * BITS)
}

/// Takes from each value its multiple of the unit; gives their sum, and whether anything is left.
fn take(rests: &mut [f64], magic: f64) -> (f64, bool) {
    let (mut totals, mut left) = ([0.0; LANES], [0.0; LANES]);
    let (chunks, tail) = rests.as_chunks_mut::<LANES>();
    for chunk in chunks {
        for ((value, total), left) in chunk.iter_mut().zip(&mut totals).zip(&mut left) {
            let part = (*value + magic) - magic;
            *total += part;
            *value -= part;
            *left += value.abs();
        }
    }
    for value in tail {
        let part = (*value + magic) - magic;
        totals[0] += part;
        *value -= part;
        left[0] += value.abs();
    }
    (totals.iter().sum(), left.iter().any(|left| *left > 0.0))
}

fn largest(values: &[f64]) -> f64 {
    let mut lanes = [0.0_f64; LANES];
    let (chunks, tail) = values.as_chunks::<LANES>();
    for chunk in chunks {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            let size = value.abs();
            *lane = if size > *lane { size } else { *lane };
        }
    }
    let lanes = lanes.into_iter().chain(tail.iter().map(|value| value.abs()));
    lanes.fold(0.0, |largest, size| if size > largest { size } else { largest })
}

fn are_whole(values: &[f64]) -> bool {
    let magic = 3.0 * HALF;
    // No early end, so that it runs over several values at a time.
    values.iter().fold(true, |all, value| all & ((value + magic) - magic == *value))
}

fn sum(values: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let (chunks, tail) = values.as_chunks::<LANES>();
    let tail: f64 = tail.iter().sum();
    for chunk in chunks {
        lanes.iter_mut().zip(chunk).for_each(|(lane, value)| *lane += value);
    }
    lanes.iter().sum::<f64>() + tail
}

fn dot(first: &[f64], second: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let ((one, one_tail), (two, two_tail)) = (first.as_chunks::<LANES>(), second.as_chunks::<LANES>());
    let tail: f64 = one_tail.iter().zip(two_tail).map(|(one, two)| one * two).sum();
    for (one, two) in one.iter().zip(two) {
        for (lane, (one, two)) in lanes.iter_mut().zip(one.iter().zip(two)) {
            *lane += one * two;
        }
    }
    lanes.iter().sum::<f64>() + tail
}

/// What a product lacks (Dekker 1971).
fn rest(first: f64, second: f64, product: f64) -> f64 {
    let halves = |value: f64| {
        let scaled = 134_217_729.0 * value;
        let high = scaled - (scaled - value);
        (high, value - high)
    };
    let ((a, b), (c, d)) = (halves(first), halves(second));
    ((a * c - product) + a * d + b * c) + b * d
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Seed, Streams};

    /// Sums of dyadic numbers against whole-number arithmetic of 128 bits.
    #[test]
    fn sums_are_those_of_whole_numbers() {
        let mut stream = Streams::new(Seed(3)).stream(0, 0, 0);
        let draws: Vec<i64> =
            (0..5_000).map(|_| (stream.next_unit() * 9e15) as i64 - 4_500_000_000_000_000).collect();
        for scale in [0, -60, 200, -300] {
            let values: Vec<f64> = draws.iter().map(|&draw| libm::ldexp(draw as f64, scale)).collect();
            let mut sum = ExactSum::default();
            sum.add(&Run::new(&values).unwrap());
            let total: i128 = draws.iter().map(|&draw| i128::from(draw)).sum();
            assert_eq!(sum.wide().value(), libm::ldexp(total as f64, scale), "{scale}");
            let mut squares = ExactSum::default();
            squares.add_products(&Run::new(&values).unwrap(), &Run::new(&values).unwrap());
            let total: i128 = draws.iter().map(|&draw| i128::from(draw) * i128::from(draw)).sum();
            assert_eq!(squares.wide().value(), libm::ldexp(total as f64, 2 * scale), "{scale}");
        }
    }

    #[test]
    fn order_and_parts_leave_no_trace() {
        let mut stream = Streams::new(Seed(4)).stream(0, 0, 0);
        let mut values: Vec<f64> = (0..4_000)
            .map(|_| libm::exp(60.0 * stream.next_unit() - 30.0) * (stream.next_unit() - 0.5))
            .collect();
        let total = |values: &[f64], size: usize| {
            let (mut sum, mut products) = (ExactSum::default(), ExactSum::default());
            for part in values.chunks(size) {
                let run = Run::new(part).unwrap();
                sum.add(&run);
                products.add_products(&run, &run);
            }
            (sum, products)
        };
        let first = total(&values, 4_000);
        values.sort_by(f64::total_cmp);
        assert_eq!(first, total(&values, 7));
        values.reverse();
        let (mut sum, products) = total(&values, 1_000);
        assert_eq!(first.1, products);
        sum.subtract(&first.0);
        assert_eq!(sum, ExactSum::default());
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for wrong in [f64::NAN, f64::INFINITY, -1e200] {
            assert!(Run::new(&[1.0, wrong]).is_err(), "{wrong}");
        }
        assert!(Run::new(&vec![0.0; LONGEST_RUN + 1]).is_err());
        let mut sum = ExactSum::default();
        sum.add_one(5e-324).unwrap();
        assert_eq!(sum, ExactSum::default());
    }
}
