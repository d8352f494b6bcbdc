//! Quantiles of any number of values that are not negative.

use std::collections::BTreeMap;

use crate::error::{Error, ErrorCode, Result};

/// Values up to this many are kept and answered exactly.
const MOST_EXACT: usize = 10_000;

/// A mergeable summary that answers quantiles: exactly up to 10,000 values, beyond that within a relative error.
///
/// Beyond, values are counted in buckets whose borders grow by a constant factor (DDSketch: Masson, Rim and Lee 2019);
/// merging adds the counts, so the order of merging never shows.
///
/// # Example
/// ```
/// use aura_core::simulate::output::Sketch;
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
    /// The logarithm of the factor between borders.
    step: f64,
    exact: Vec<f64>,
    /// Counts by bucket; `i32::MIN` counts zeros.
    buckets: BTreeMap<i32, u64>,
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
        let step = libm::log((1.0 + relative_error) / (1.0 - relative_error));
        Ok(Sketch { relative_error, step, exact: Vec::new(), buckets: BTreeMap::new(), count: 0 })
    }

    /// Adds a value; one below zero, or that is not a number, counts as zero.
    pub fn push(&mut self, value: f64) {
        self.count += 1;
        if self.buckets.is_empty() && self.exact.len() < MOST_EXACT {
            self.exact.push(value.max(0.0));
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
        if self.buckets.is_empty()
            && other.buckets.is_empty()
            && self.exact.len() + other.exact.len() <= MOST_EXACT
        {
            self.exact.extend(&other.exact);
            return Ok(());
        }
        self.blur();
        other.exact.iter().for_each(|value| self.count_in_bucket(*value));
        for (bucket, count) in &other.buckets {
            *self.buckets.entry(*bucket).or_insert(0) += count;
        }
        Ok(())
    }

    /// How many values there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The relative error of answers: zero while they are exact.
    pub fn error(&self) -> f64 {
        if self.buckets.is_empty() { 0.0 } else { self.relative_error }
    }

    /// The smallest value that at least this share of all values does not exceed; `None` without values.
    pub fn quantile(&self, probability: f64) -> Option<f64> {
        let rank = (probability.clamp(0.0, 1.0) * self.count as f64).ceil().max(1.0) as u64;
        if self.buckets.is_empty() {
            let mut sorted = self.exact.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            return sorted.get(rank as usize - 1).copied();
        }
        let mut seen = 0;
        let (bucket, _) = self.buckets.iter().find(|(_, count)| {
            seen += **count;
            seen >= rank
        })?;
        if *bucket == i32::MIN {
            return Some(0.0);
        }
        // The point of the bucket that is as far, in relation, from both borders.
        Some(libm::exp(self.step * f64::from(*bucket)) * (1.0 - self.relative_error))
    }

    fn blur(&mut self) {
        for value in std::mem::take(&mut self.exact) {
            self.count_in_bucket(value);
        }
    }

    fn count_in_bucket(&mut self, value: f64) {
        let bucket = if value > 0.0 { (libm::log(value) / self.step).ceil() as i32 } else { i32::MIN };
        *self.buckets.entry(bucket).or_insert(0) += 1;
    }
}
