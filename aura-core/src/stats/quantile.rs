//! Sample quantiles and their intervals.

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Binomial, Discrete as _};
use crate::stats::hypothesis::Interval;

/// Sorted values, ready for any number of quantiles.
///
/// # Example
/// ```
/// use aura_core::stats::quantile::Sorted;
/// let sorted = Sorted::new(vec![4.0, 1.0, 3.0, 2.0])?;
/// assert_eq!(sorted.quantile(0.5)?, 2.5);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Sorted {
    values: Vec<f64>,
}

impl Sorted {
    /// Sorts the values.
    ///
    /// # Errors
    /// `invalid_data` where there is none, or one is not a finite number.
    pub fn new(mut values: Vec<f64>) -> Result<Self> {
        if values.is_empty() {
            return Err(invalid_data("there are no values to take a quantile of"));
        }
        if values.iter().any(|value| !value.is_finite()) {
            return Err(invalid_data("the values contain one that is not a finite number"));
        }
        values.sort_by(f64::total_cmp);
        Ok(Sorted { values })
    }

    /// The values in increasing order.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The quantile with linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
    ///
    /// # Errors
    /// `invalid_number` where the probability does not lie between 0 and 1.
    pub fn quantile(&self, probability: f64) -> Result<f64> {
        check::probability("the probability", probability)?;
        let place = probability * (self.values.len() - 1) as f64;
        let below = libm::floor(place);
        let (low, high) = (self.at(below as usize), self.at(below as usize + 1));
        let share = place - below;
        Ok(if share == 0.0 { low } else { low * (1.0 - share) + high * share })
    }

    /// An interval for the quantile of the population that needs no assumption on its shape: two order statistics
    /// (Conover 1999, section 3.2). It covers at least as often as it says; too few values give the extremes.
    ///
    /// # Errors
    /// `invalid_number` where a probability is out of range.
    pub fn interval(&self, probability: f64, confidence: f64) -> Result<Interval> {
        check::level("the probability", probability)?;
        check::level("the confidence", confidence)?;
        let tail = 0.5 * (1.0 - confidence);
        // The number of values below the quantile is binomial; ranks are counted from 1.
        let below = Binomial::new(self.values.len() as u64, probability)?;
        let low = below.quantile(tail)? as usize;
        let high = below.quantile(1.0 - tail)? as usize + 1;
        Ok(Interval { lower: self.at(low.max(1) - 1), upper: self.at(high - 1) })
    }

    /// The value at a place counted from 0; the last one beyond the end.
    fn at(&self, place: usize) -> f64 {
        self.values.get(place).or(self.values.last()).copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_interpolate() {
        let sorted = Sorted::new((1..=9).rev().map(f64::from).collect()).unwrap();
        for (probability, expected) in [(0.0, 1.0), (0.25, 3.0), (0.5, 5.0), (0.55, 5.4), (1.0, 9.0)] {
            assert!((sorted.quantile(probability).unwrap() - expected).abs() < 1e-12);
        }
        assert!(sorted.quantile(-0.1).is_err());
        assert!(Sorted::new(vec![]).is_err());
        assert!(Sorted::new(vec![f64::NAN]).is_err());
    }

    #[test]
    fn order_statistic_interval_covers() {
        // The exact coverage of ranks (l, u) is P(l ≤ below < u), from the binomial distribution itself.
        for count in [5_u64, 20, 100, 1_000] {
            for probability in [0.1, 0.5, 0.9] {
                let sorted = Sorted::new((1..=count).map(|rank| rank as f64).collect()).unwrap();
                let interval = sorted.interval(probability, 0.95).unwrap();
                let below = Binomial::new(count, probability).unwrap();
                let at_or_above = below.survival(interval.upper as u64 - 1);
                let under = if interval.lower > 1.0 { below.cdf(interval.lower as u64 - 1) } else { 0.0 };
                if interval.upper < count as f64 {
                    assert!(at_or_above <= 0.025, "{count} {probability}");
                }
                assert!(under <= 0.025, "{count} {probability}");
            }
        }
    }
}
