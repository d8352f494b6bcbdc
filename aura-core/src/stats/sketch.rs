//! Quantiles of any number of values, from counts that merge in any order.

use std::collections::BTreeMap;

use crate::error::{Error, ErrorCode, Result};

/// Values up to this many are kept and answered exactly.
const MOST_EXACT: usize = 10_000;

/// Buckets that are kept side by side.
const PAGE: usize = 64;

/// A mergeable summary that answers quantiles: exactly up to 10,000 values, beyond that within a relative error.
///
/// Beyond, values are counted in buckets that grow with the value (DDSketch: Masson, Rim and Lee 2019); here a bucket is
/// the sign, the exponent and the first digits of a number, so that no logarithm is taken. Merging adds the counts, so the
/// order of merging never shows.
///
/// # Example
/// ```
/// use aura_core::stats::sketch::Sketch;
/// let mut sketch = Sketch::new(0.01)?;
/// (1..=50_000).for_each(|number| sketch.push(f64::from(number)));
/// let median = sketch.quantile(0.5).ok_or("no values")?;
/// assert!((median - 25_000.0).abs() <= 0.01 * 25_000.0);
/// assert_eq!(sketch.error(), 0.01);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch {
    relative_error: f64,
    /// Binary digits of a number that lie below its bucket.
    dropped: u32,
    exact: Vec<f64>,
    /// Counts by bucket, some side by side.
    pages: BTreeMap<i64, [u64; PAGE]>,
    count: u64,
}

impl Sketch {
    /// An empty sketch with a relative error for many values.
    ///
    /// # Errors
    /// `invalid_number` unless the error lies in 0.0001..=0.5.
    pub fn new(relative_error: f64) -> Result<Self> {
        if !(0.000_1..=0.5).contains(&relative_error) {
            return Err(Error::new(
                ErrorCode::InvalidNumber,
                "the error of a sketch lies between 0.0001 and 0.5",
            ));
        }
        // With so many digits kept, the middle of a bucket is off by no more than half of its width.
        let mut kept = 0;
        while libm::ldexp(0.5, -kept) > relative_error {
            kept += 1;
        }
        let dropped = 52 - kept.unsigned_abs();
        Ok(Sketch { relative_error, dropped, exact: Vec::new(), pages: BTreeMap::new(), count: 0 })
    }

    /// Adds a value. What is no number counts as zero, as do numbers nearer to it than 2.3e-308; what is infinite as the
    /// largest number there is.
    pub fn push(&mut self, value: f64) {
        let value = if value.is_nan() { 0.0 } else { value.clamp(f64::MIN, f64::MAX) };
        self.count += 1;
        if self.pages.is_empty() && self.exact.len() < MOST_EXACT {
            self.exact.push(value);
            return;
        }
        self.blur();
        self.count_in_bucket(value);
    }

    /// Adds all values of another sketch of the same error.
    ///
    /// # Errors
    /// `invalid_data` where the errors differ.
    pub fn merge(&mut self, other: &Sketch) -> Result<()> {
        if self.relative_error != other.relative_error {
            return Err(Error::new(ErrorCode::InvalidData, "sketches of different errors cannot be merged"));
        }
        self.count += other.count;
        if self.pages.is_empty()
            && other.pages.is_empty()
            && self.exact.len() + other.exact.len() <= MOST_EXACT
        {
            self.exact.extend(&other.exact);
            return Ok(());
        }
        self.blur();
        other.exact.iter().for_each(|value| self.count_in_bucket(*value));
        for (page, counts) in &other.pages {
            let own = self.pages.entry(*page).or_insert([0; PAGE]);
            own.iter_mut().zip(counts).for_each(|(own, more)| *own += more);
        }
        Ok(())
    }

    /// How many values there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The relative error of answers: zero while they are exact.
    pub fn error(&self) -> f64 {
        if self.pages.is_empty() { 0.0 } else { self.relative_error }
    }

    /// The smallest value that at least this share of all values does not exceed; `None` without values.
    pub fn quantile(&self, probability: f64) -> Option<f64> {
        // A share such as 0.55 may be kept a little larger than it is meant, which must not cost a rank.
        let place = probability.clamp(0.0, 1.0) * self.count as f64 * (1.0 - 4.0 * f64::EPSILON);
        let rank = place.ceil().max(1.0) as u64;
        if self.pages.is_empty() {
            let mut sorted = self.exact.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            return sorted.get(rank as usize - 1).copied();
        }
        let mut seen = 0;
        for (page, counts) in &self.pages {
            for (place, count) in (0_i64..).zip(counts) {
                seen += count;
                if seen >= rank {
                    return Some(self.middle(page * PAGE as i64 + place));
                }
            }
        }
        None
    }

    fn blur(&mut self) {
        for value in std::mem::take(&mut self.exact) {
            self.count_in_bucket(value);
        }
    }

    fn count_in_bucket(&mut self, value: f64) {
        let bucket = if value.abs() < f64::MIN_POSITIVE {
            0
        } else {
            let size = (value.abs().to_bits() >> self.dropped) as i64;
            if value < 0.0 { -size } else { size }
        };
        let counts = self.pages.entry(bucket.div_euclid(PAGE as i64)).or_insert([0; PAGE]);
        if let Some(count) = counts.get_mut(bucket.rem_euclid(PAGE as i64) as usize) {
            *count += 1;
        }
    }

    /// The number in the middle of a bucket.
    fn middle(&self, bucket: i64) -> f64 {
        if bucket == 0 {
            return 0.0;
        }
        let half = 1_u64 << (self.dropped - 1);
        let size = f64::from_bits((bucket.unsigned_abs() << self.dropped) | half);
        if bucket < 0 { -size } else { size }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sketch(values: &[f64]) -> Sketch {
        let mut sketch = Sketch::new(0.02).unwrap();
        values.iter().for_each(|value| sketch.push(*value));
        sketch
    }

    proptest! {
        #[test]
        fn sketches_keep_their_promise_and_merge_in_any_order(
            values in proptest::collection::vec(-1e6_f64..1e6, 1..400),
            scale in -300_i32..300,
            repeat in 1_usize..60,
            split in 0_usize..400,
            probability in 0.0_f64..=1.0,
        ) {
            let size = libm::pow(10.0, f64::from(scale));
            let all: Vec<f64> =
                values.iter().cycle().take(values.len() * repeat).map(|value| value * size).collect();
            let (first, second) = all.split_at(split.min(all.len()));
            let (mut forwards, mut backwards) = (sketch(first), sketch(second));
            forwards.merge(&sketch(second)).unwrap();
            backwards.merge(&sketch(first)).unwrap();
            let mut sorted = all.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            let rank = (probability * all.len() as f64).ceil().max(1.0) as usize;
            let exact = sorted[rank - 1];
            let found = forwards.quantile(probability).unwrap();
            prop_assert_eq!(Some(found), backwards.quantile(probability));
            let off = (found - exact).abs();
            prop_assert!(off <= forwards.error() * exact.abs() * (1.0 + 1e-9), "{} {}", found, exact);
        }
    }

    #[test]
    fn every_stated_error_is_kept_far_out() {
        for error in [0.000_1, 0.003, 0.01, 0.2, 0.5] {
            let mut sketch = Sketch::new(error).unwrap();
            let value =
                |number: i32| libm::pow(1.01, f64::from(number)) * if number % 2 == 0 { 1.0 } else { -1.0 };
            (-10_000..10_000).for_each(|number| sketch.push(value(number)));
            let mut sorted: Vec<f64> = (-10_000..10_000).map(value).collect();
            sorted.sort_unstable_by(f64::total_cmp);
            for (place, exact) in sorted.iter().enumerate().step_by(97) {
                let found = sketch.quantile((place as f64 + 0.5) / 20_000.0).unwrap();
                assert!(
                    (found - exact).abs() <= error * exact.abs() * (1.0 + 1e-9),
                    "{error}: {found} {exact}"
                );
            }
        }
        assert!(Sketch::new(0.0).is_err() && Sketch::new(f64::NAN).is_err());
    }

    #[test]
    fn what_is_no_number_is_placed() {
        let mut values = vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 5e-324, -0.0];
        values.extend([7.0; 20_000]);
        let sketch = sketch(&values);
        assert_eq!(sketch.count(), 20_005);
        for probability in [0.0, 0.000_1, 0.5, 1.0] {
            assert!(sketch.quantile(probability).unwrap().is_finite());
        }
        assert_eq!(sketch.quantile(0.000_1), Some(0.0));
        assert!((sketch.quantile(0.5).unwrap() - 7.0).abs() <= 0.14);
        assert_eq!(Sketch::new(0.01).unwrap().quantile(0.5), None);
    }
}
