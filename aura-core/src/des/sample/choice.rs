//! Choosing one of several by weight.

use crate::error::{Error, ErrorCode, Result};

/// Weights of alternatives, ready to pick one of them.
///
/// # Example
/// ```
/// use aura_core::des::sample::Weights;
/// let weights = Weights::new(&[1.0, 0.0, 3.0])?;
/// assert_eq!(weights.pick(0.2), 0);
/// assert_eq!(weights.pick(0.3), 2);
/// assert_eq!(weights.shares().collect::<Vec<_>>(), [0.25, 0.0, 0.75]);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// Upper ends of the intervals of 0..1 that belong to each alternative.
    ends: Box<[f64]>,
}

impl Weights {
    /// Takes weights of any sum.
    ///
    /// # Errors
    /// `invalid_number` unless all are finite, none is negative and one is positive.
    pub fn new(weights: &[f64]) -> Result<Self> {
        let total: f64 = weights.iter().sum();
        if !(weights.iter().all(|weight| *weight >= 0.0) && total.is_finite() && total > 0.0) {
            return Err(Error::new(
                ErrorCode::InvalidNumber,
                "weights must not be negative, and at least one must be positive",
            ));
        }
        let mut sum = 0.0;
        let mut ends: Vec<f64> = Vec::with_capacity(weights.len());
        for weight in weights {
            sum += weight;
            ends.push(sum / total);
        }
        // Rounding must not leave a gap at the end, nor give it to an alternative of weight zero.
        if let Some(last) = weights.iter().rposition(|weight| *weight > 0.0) {
            ends.iter_mut().skip(last).for_each(|end| *end = 1.0);
        }
        Ok(Weights { ends: ends.into() })
    }

    /// The alternative to which a number from 0 to below 1 belongs.
    #[inline]
    pub fn pick(&self, unit: f64) -> usize {
        if self.ends.len() <= 16 {
            self.ends.iter().position(|end| unit < *end).unwrap_or(self.last())
        } else {
            self.ends.partition_point(|end| *end <= unit).min(self.last())
        }
    }

    /// The probability of each alternative.
    pub fn shares(&self) -> impl Iterator<Item = f64> + '_ {
        let starts = std::iter::once(0.0).chain(self.ends.iter().copied());
        self.ends.iter().zip(starts).map(|(end, start)| end - start)
    }

    /// How many alternatives there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no alternative; never true, since one weight must be positive.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn last(&self) -> usize {
        self.ends.len().saturating_sub(1)
    }
}
