//! Intervals by replication for functions of several means.

use crate::error::{Error, ErrorCode, Result};
use crate::stats::distribution::{Continuous as _, Student};
use crate::stats::hypothesis::Interval;

/// A value with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// The interval at the confidence that was asked for.
    pub interval: Interval,
}

impl Estimate {
    /// Half the width of the interval.
    pub fn half_width(&self) -> f64 {
        (self.interval.upper - self.interval.lower) / 2.0
    }

    /// A mean of independent values, with Student's interval.
    ///
    /// # Errors
    /// `invalid_data` for fewer than two values or one that is not finite; `invalid_number` unless the confidence
    /// lies between 0 and 1.
    pub fn of_mean(values: &[f64], confidence: f64) -> Result<Estimate> {
        if values.len() < 2 || values.iter().any(|value| !value.is_finite()) {
            return Err(Error::new(
                ErrorCode::InvalidData,
                "an interval needs at least two replications with finite figures",
            ));
        }
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
        let error = (squares / (count - 1.0) / count).sqrt();
        let half = student(count - 1.0, confidence)? * error;
        Ok(Estimate { value: mean, interval: Interval { lower: mean - half, upper: mean + half } })
    }
}

/// Sums of each replication: the same quantities in the same order, for example how many cases ended and how long
/// they took together.
///
/// A ratio of sums, or any smooth function of them, is estimated from the sums over all replications. The jackknife
/// (Miller 1974; for simulation Law 2015, section 9.4) takes most of the bias of such a function away and gives an
/// interval without a derivative.
///
/// # Example
/// ```
/// use aura_core::simulate::output::Replications;
/// // Cases that ended and minutes they took, in three replications.
/// let all = Replications::new(vec![vec![10.0, 52.0], vec![12.0, 57.0], vec![9.0, 46.0]])?;
/// let mean = all.estimate(0.95, |sums| sums[1] / sums[0])?;
/// assert!((mean.value - 5.0).abs() < 0.02);
/// assert!(mean.interval.lower < 5.0 && 5.0 < mean.interval.upper);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Replications {
    rows: Vec<Vec<f64>>,
    totals: Vec<f64>,
}

impl Replications {
    /// Takes the sums of at least two replications.
    ///
    /// # Errors
    /// `invalid_data` for fewer, or where they differ in how many sums there are.
    pub fn new(rows: Vec<Vec<f64>>) -> Result<Self> {
        let width = rows.first().map_or(0, Vec::len);
        if rows.len() < 2 || rows.iter().any(|row| row.len() != width) {
            return Err(Error::new(
                ErrorCode::InvalidData,
                "at least two replications with the same figures are needed",
            ));
        }
        let mut totals = vec![0.0; width];
        for row in &rows {
            totals.iter_mut().zip(row).for_each(|(total, value)| *total += value);
        }
        Ok(Replications { rows, totals })
    }

    /// A function of the sums with its interval. The function gets sums over several replications; it must not
    /// depend on how many they are.
    ///
    /// # Errors
    /// `invalid_data` where the function is not finite; `invalid_number` unless the confidence lies between 0 and 1.
    pub fn estimate(&self, confidence: f64, function: impl Fn(&[f64]) -> f64) -> Result<Estimate> {
        let count = self.rows.len() as f64;
        let all = function(&self.totals);
        let mut rest = self.totals.clone();
        let pseudo_values: Vec<f64> = self
            .rows
            .iter()
            .map(|row| {
                let sums = self.totals.iter().zip(row);
                rest.iter_mut().zip(sums).for_each(|(rest, (total, own))| *rest = total - own);
                count * all - (count - 1.0) * function(&rest)
            })
            .collect();
        Estimate::of_mean(&pseudo_values, confidence)
    }
}

pub(super) fn student(degrees_of_freedom: f64, confidence: f64) -> Result<f64> {
    if !(confidence > 0.0 && confidence < 1.0) {
        return Err(Error::new(ErrorCode::InvalidNumber, "a confidence lies between 0 and 1"));
    }
    Student::new(degrees_of_freedom)?.quantile(0.5 + confidence / 2.0)
}
