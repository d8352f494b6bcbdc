//! The bootstrap, with randomness that the caller names.

use crate::error::{Error, ErrorCode, Result};
use crate::random::Stream;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::hypothesis::Interval;
use crate::stats::quantile::Sorted;

/// Most draws of one bootstrap, counted in single values.
const MOST_DRAWS: u64 = 2_000_000_000;

/// How often to resample, and how sure the interval is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bootstrap {
    /// How many resamples; default 2,000.
    pub resamples: u32,
    /// Confidence of the interval; default 0.95.
    pub confidence: f64,
}

/// The result of a bootstrap.
#[derive(Debug, Clone, PartialEq)]
pub struct Resampled {
    /// The statistic of the data.
    pub estimate: f64,
    /// The standard deviation of the statistic over the resamples.
    pub standard_error: f64,
    /// Bias-corrected and accelerated interval.
    pub interval: Interval,
}

impl Default for Bootstrap {
    fn default() -> Self {
        Bootstrap { resamples: 2_000, confidence: 0.95 }
    }
}

impl Bootstrap {
    /// Bias-corrected and accelerated interval of a statistic of one sample (Efron 1987).
    ///
    /// The acceleration comes from leaving one value out at a time. The same stream gives the same result.
    ///
    /// # Errors
    /// `invalid_data` for fewer than two values, values that are not finite, or a statistic that does not vary;
    /// `invalid_number` where the statistic is not finite; `limit_size` where values × resamples are too many.
    ///
    /// # Example
    /// ```
    /// use aura_core::random::{Seed, Streams};
    /// use aura_core::stats::resample::Bootstrap;
    /// let values: Vec<f64> = (1..=50).map(f64::from).collect();
    /// let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    /// let mut stream = Streams::new(Seed(1)).stream(0, 0, 0);
    /// let result = Bootstrap::default().interval(&values, mean, &mut stream)?;
    /// assert!(result.interval.contains(25.5));
    /// # Ok::<(), aura_core::Error>(())
    /// ```
    pub fn interval(
        &self,
        values: &[f64],
        statistic: impl Fn(&[f64]) -> f64,
        stream: &mut Stream,
    ) -> Result<Resampled> {
        check::level("the confidence", self.confidence)?;
        self.check_size(values)?;
        let estimate = check::finite("the statistic of the data", statistic(values))?;
        let mut resample = values.to_vec();
        let mut outcomes = Vec::with_capacity(self.resamples as usize);
        for _ in 0..self.resamples {
            for slot in &mut resample {
                let pick = stream.next_below(values.len() as u64) as usize;
                *slot = values.get(pick).copied().unwrap_or(estimate);
            }
            outcomes.push(check::finite("the statistic of a resample", statistic(&resample))?);
        }
        let spread = crate::stats::summary::Moments::from_values(&outcomes).sample()?;
        if spread.variance == 0.0 {
            return Err(invalid_data("the statistic is the same for every resample"));
        }
        let sorted = Sorted::new(outcomes)?;
        let below = sorted.values().iter().filter(|&&outcome| outcome < estimate).count();
        let ties = sorted.values().iter().filter(|&&outcome| outcome == estimate).count();
        // Half of the ties count as below; the share is kept off 0 and 1.
        let share = (below as f64 + 0.5 * ties as f64 + 0.5) / (f64::from(self.resamples) + 1.0);
        let bias = StandardNormal.quantile(share)?;
        let acceleration = acceleration(values, &statistic)?;
        let end = |tail: f64| -> Result<f64> {
            let z = bias + StandardNormal.quantile(tail)?;
            let adjusted = bias + z / (1.0 - acceleration * z).max(1e-6);
            sorted.quantile(StandardNormal.cdf(adjusted))
        };
        let tail = 0.5 * (1.0 - self.confidence);
        let interval = Interval { lower: end(tail)?, upper: end(1.0 - tail)? };
        Ok(Resampled { estimate, standard_error: libm::sqrt(spread.variance), interval })
    }

    fn check_size(&self, values: &[f64]) -> Result<()> {
        if values.len() < 2 {
            return Err(invalid_data("a bootstrap needs at least two values"));
        }
        if values.iter().any(|value| !value.is_finite()) {
            return Err(invalid_data("the values contain one that is not a finite number"));
        }
        if self.resamples < 2 {
            return Err(invalid_data("a bootstrap needs at least two resamples"));
        }
        let count = values.len() as u64;
        let draws = count.saturating_mul(u64::from(self.resamples).max(count.min(MOST_JACKKNIFE)));
        if draws > MOST_DRAWS {
            return Err(Error::new(
                ErrorCode::LimitSize,
                "values times resamples are too many for a bootstrap",
            )
            .with_context("draws", draws)
            .with_context("limit", MOST_DRAWS));
        }
        Ok(())
    }
}

/// Beyond this many values the acceleration, which shrinks with their root, is taken from a part of them.
const MOST_JACKKNIFE: u64 = 2_000;

/// The acceleration: skewness of the statistic when one value is left out, over six.
fn acceleration(values: &[f64], statistic: &impl Fn(&[f64]) -> f64) -> Result<f64> {
    let step = values.len().div_ceil(MOST_JACKKNIFE as usize);
    let mut without = Vec::with_capacity(values.len());
    let mut left_out = Vec::new();
    for skip in (0..values.len()).step_by(step) {
        without.clear();
        without
            .extend(values.iter().enumerate().filter(|&(index, _)| index != skip).map(|(_, &value)| value));
        left_out.push(check::finite("the statistic without one value", statistic(&without))?);
    }
    let mean = left_out.iter().sum::<f64>() / left_out.len() as f64;
    let (mut squares, mut cubes) = (0.0, 0.0);
    for value in &left_out {
        let gap = mean - value;
        squares += gap * gap;
        cubes += gap * gap * gap;
    }
    if squares == 0.0 {
        return Ok(0.0);
    }
    // Every step-th value stands for `step` of them.
    let scale = libm::sqrt(step as f64);
    Ok(cubes / (6.0 * squares * libm::sqrt(squares)) / scale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Seed, Streams};

    fn mean(values: &[f64]) -> f64 {
        values.iter().sum::<f64>() / values.len() as f64
    }

    #[test]
    fn agrees_with_the_t_interval_for_a_mean() {
        let values: Vec<f64> = (0..200_u32).map(|i| f64::from(i * 7919 % 1009)).collect();
        let mut stream = Streams::new(Seed(3)).stream(0, 0, 0);
        let resampled =
            Bootstrap { resamples: 4_000, confidence: 0.9 }.interval(&values, mean, &mut stream).unwrap();
        let sample = crate::stats::summary::Moments::from_values(&values).sample().unwrap();
        let error = libm::sqrt(sample.mean_variance());
        assert!((resampled.standard_error / error - 1.0).abs() < 0.05);
        assert!((resampled.interval.lower - (sample.mean - 1.645 * error)).abs() < 0.2 * error);
        assert!((resampled.interval.upper - (sample.mean + 1.645 * error)).abs() < 0.2 * error);
    }

    #[test]
    fn bad_input_is_refused() {
        let mut stream = Streams::new(Seed(3)).stream(0, 0, 0);
        let bootstrap = Bootstrap::default();
        assert!(bootstrap.interval(&[1.0], mean, &mut stream).is_err());
        assert!(bootstrap.interval(&[1.0, 1.0], mean, &mut stream).is_err());
        assert!(bootstrap.interval(&[1.0, f64::NAN], mean, &mut stream).is_err());
        assert!(bootstrap.interval(&[1.0, 2.0], |_| f64::NAN, &mut stream).is_err());
    }
}
