//! Exact sums: the same bits whatever the order, the parts and the threads.
//!
//! A sum is held as digits of 32 bits at fixed places (a superaccumulator; Kulisch 2013; places as in Demmel and
//! Nguyen 2015), so adding never rounds. A product of two floats is a float and an exact rest (Dekker 1971), so sums
//! of products do not round either. What is rounded, once and at the end, is the answer. Values between 2⁻⁹⁶¹ and
//! 2⁹⁹² count in full; smaller rests count as 0.

use fearless_simd::{Level, Simd as _, dispatch};

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

/// Numbers that are worked on together, few enough to stay in the nearest cache.
const BLOCK: usize = 512;

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
        let (largest, is_known, is_whole) = widely(
            #[inline(always)]
            || (largest(values), are_known(values), are_whole(values)),
        );
        // 2⁴⁹⁵: squares stay below 2⁹⁹².
        let limit = power_of_two(495);
        if largest >= limit || !is_known {
            let wrong = values.iter().find(|value| value.is_nan() || value.abs() >= limit);
            let shown = wrong.copied().unwrap_or(f64::NAN);
            return Err(invalid_data(format!("a value is not a finite number or too large: `{shown:e}`")));
        }
        Ok(Run { values, largest, is_whole: largest < HALF && is_whole })
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
            let total = widely(
                #[inline(always)]
                || sum(run.values),
            );
            self.place(total, 0);
            return;
        }
        let mut layers = Layers::below(run.largest);
        widely(
            #[inline(always)]
            || {
                let mut rests = [0.0; BLOCK];
                for block in run.values.chunks(BLOCK) {
                    let Some(rests) = rests.get_mut(..block.len()) else { continue };
                    rests.copy_from_slice(block);
                    layers.peel(rests);
                }
            },
        );
        self.lay(&layers);
    }

    /// Adds the products of the values of two runs of one length.
    pub fn add_products(&mut self, first: &Run<'_>, second: &Run<'_>) {
        let limit = first.largest * second.largest;
        if first.is_whole && second.is_whole && limit * first.len() as f64 <= EXACT {
            let total = widely(
                #[inline(always)]
                || dot(first.values, second.values),
            );
            self.place(total, 0);
            return;
        }
        // What a product lacks is at most half its last bit.
        let (mut layers, mut lower) = (Layers::below(limit), Layers::below(limit * power_of_two(-52)));
        widely(
            #[inline(always)]
            || {
                let (mut products, mut rests) = ([0.0; BLOCK], [0.0; BLOCK]);
                for (one, two) in first.values.chunks(BLOCK).zip(second.values.chunks(BLOCK)) {
                    let count = one.len().min(two.len());
                    let (Some(products), Some(rests)) = (products.get_mut(..count), rests.get_mut(..count))
                    else {
                        continue;
                    };
                    multiply(one, two, products, rests);
                    layers.peel(products);
                    lower.peel(rests);
                }
            },
        );
        self.lay(&layers);
        self.lay(&lower);
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

    /// Adds what was peeled off values.
    fn lay(&mut self, layers: &Layers) {
        for (&total, power) in layers.totals.iter().zip((-MIDDLE..=layers.top).rev()) {
            if total != 0.0 {
                self.place(total / power_of_two(power * BITS), power);
            }
        }
    }
}

/// Sums of values, digit by digit from the highest that any of them has.
struct Layers {
    top: i32,
    totals: [f64; DIGITS],
}

impl Layers {
    /// For values that are no larger than this.
    fn below(largest: f64) -> Self {
        let exponent = libm::frexp(largest).1;
        let top = if largest == 0.0 { -MIDDLE - 1 } else { (exponent - 1).div_euclid(BITS) };
        Layers { top, totals: [0.0; DIGITS] }
    }

    /// Takes from each value its multiple of the present unit, then from the rest that of the next smaller one.
    #[inline(always)]
    fn peel(&mut self, rests: &mut [f64]) {
        for (total, power) in self.totals.iter_mut().zip((-MIDDLE..=self.top).rev()) {
            let (more, is_left) = take(rests, 1.5 * power_of_two(power * BITS + 52));
            *total += more;
            if !is_left {
                return;
            }
        }
    }
}

/// Does work on numbers with the widest vectors of the machine. The numbers do not change by it: nothing here rounds
/// otherwise in another width.
#[inline(always)]
fn widely<R>(work: impl FnOnce() -> R) -> R {
    dispatch!(Level::new(), simd => simd.vectorize(work))
}

/// 2 to a power from -1022 to 1023.
#[inline(always)]
fn power_of_two(power: i32) -> f64 {
    f64::from_bits(((power + 1_023) as u64) << 52)
}

fn unit(place: i32) -> f64 {
    power_of_two((place - MIDDLE) * BITS)
}

/// Products and what they lack.
#[inline(always)]
fn multiply(first: &[f64], second: &[f64], products: &mut [f64], rests: &mut [f64]) {
    for (((one, two), product), lack) in first.iter().zip(second).zip(products).zip(rests) {
        *product = one * two;
        *lack = rest(*one, *two, *product);
    }
}

/// Takes from each value its multiple of the unit; gives their sum, and whether anything is left.
#[inline(always)]
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

#[inline(always)]
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

/// Whether every value is a number.
#[inline(always)]
fn are_known(values: &[f64]) -> bool {
    values.iter().fold(true, |all, value| all & !value.is_nan())
}

#[inline(always)]
fn are_whole(values: &[f64]) -> bool {
    let magic = 3.0 * HALF;
    // No early end, so that it runs over several values at a time.
    values.iter().fold(true, |all, value| all & ((value + magic) - magic == *value))
}

#[inline(always)]
fn sum(values: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let (chunks, tail) = values.as_chunks::<LANES>();
    let tail: f64 = tail.iter().sum();
    for chunk in chunks {
        lanes.iter_mut().zip(chunk).for_each(|(lane, value)| *lane += value);
    }
    lanes.iter().sum::<f64>() + tail
}

#[inline(always)]
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
#[inline(always)]
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
