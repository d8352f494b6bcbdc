//! Sufficient statistics of several variables that were measured on the same units.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::summary::Wide;

/// Most variables of one set.
const WIDEST: usize = 64;

/// Count, sums and sums of products of several variables, kept to about 106 bits and mergeable in any order.
///
/// # Example
/// ```
/// use aura_core::stats::joint::JointMoments;
/// let mut units = JointMoments::new(2)?;
/// for (orders, visits) in [(1.0, 4.0), (2.0, 5.0), (4.0, 9.0)] {
///     units.push(&[orders, visits])?;
/// }
/// assert_eq!(units.mean(1)?, 6.0);
/// assert_eq!(units.covariance(0, 1)?, 4.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct JointMoments {
    count: u64,
    sums: Vec<Wide>,
    /// Upper triangle, row by row.
    products: Vec<Wide>,
}

impl JointMoments {
    /// Moments of so many variables, of no unit yet.
    ///
    /// # Errors
    /// `invalid_data` for no variable or more than 64.
    pub fn new(width: usize) -> Result<Self> {
        if width == 0 || width > WIDEST {
            return Err(invalid_data(format!("moments are kept of 1 to {WIDEST} variables, not of {width}")));
        }
        Ok(JointMoments {
            count: 0,
            sums: vec![Wide::default(); width],
            products: vec![Wide::default(); width * (width + 1) / 2],
        })
    }

    /// Moments from sums that were computed elsewhere. `products` holds the upper triangle, row by row.
    ///
    /// # Errors
    /// `invalid_data` where the lists do not fit each other, or a sum of squares is impossible for its sum.
    pub fn from_sums(count: u64, sums: &[f64], products: &[f64]) -> Result<Self> {
        let mut moments = JointMoments::new(sums.len())?;
        if products.len() != moments.products.len() {
            let (sums, products) = (sums.len(), products.len());
            return Err(invalid_data(format!("{sums} sums need another number of products than {products}")));
        }
        moments.count = count;
        moments.sums = sums.iter().map(|&sum| Wide::new(sum)).collect();
        moments.products = products.iter().map(|&product| Wide::new(product)).collect();
        for (column, &sum) in sums.iter().enumerate().filter(|_| count > 0) {
            let square = moments.product(column, column).value();
            if moments.centred(column, column).value() < -1e-9 * square.abs() {
                return Err(invalid_data(format!(
                    "the sum of squares `{square}` is impossible for {count} values that sum to `{sum}`"
                )));
            }
        }
        Ok(moments)
    }

    /// Moments from sums that were kept without rounding. `products` holds the upper triangle, row by row.
    pub(crate) fn from_wide(count: u64, sums: Vec<Wide>, products: Vec<Wide>) -> Result<Self> {
        let width = JointMoments::new(sums.len())?.products.len();
        if products.len() != width {
            return Err(invalid_data(format!("{} products do not fit {} sums", products.len(), sums.len())));
        }
        Ok(JointMoments { count, sums, products })
    }

    /// Adds one unit.
    ///
    /// # Errors
    /// `invalid_data` where the unit has another number of values, or one is not a finite number.
    pub fn push(&mut self, values: &[f64]) -> Result<()> {
        if values.len() != self.sums.len() {
            let (given, wanted) = (values.len(), self.sums.len());
            return Err(invalid_data(format!("a unit has {given} values where {wanted} are kept")));
        }
        if let Some(wrong) = values.iter().find(|value| !value.is_finite()) {
            return Err(invalid_data(format!("a value is not a finite number but `{wrong}`")));
        }
        self.count += 1;
        let mut products = self.products.iter_mut();
        for (row, (sum, &value)) in self.sums.iter_mut().zip(values).enumerate() {
            *sum = sum.plus(Wide::new(value));
            for (&other, product) in values.iter().skip(row).zip(products.by_ref()) {
                *product = product.plus(Wide::product(value, other));
            }
        }
        Ok(())
    }

    /// The moments of both sets of units together.
    ///
    /// # Errors
    /// `invalid_data` where they hold different numbers of variables.
    pub fn merge(&self, other: &JointMoments) -> Result<Self> {
        if self.sums.len() != other.sums.len() {
            return Err(invalid_data("moments of different variables cannot be merged"));
        }
        let add = |first: &[Wide], second: &[Wide]| -> Vec<Wide> {
            first.iter().zip(second).map(|(one, two)| one.plus(*two)).collect()
        };
        Ok(JointMoments {
            count: self.count + other.count,
            sums: add(&self.sums, &other.sums),
            products: add(&self.products, &other.products),
        })
    }

    /// How many units.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// How many variables.
    pub fn width(&self) -> usize {
        self.sums.len()
    }

    /// The sum of a variable.
    pub fn sum(&self, column: usize) -> f64 {
        self.sums.get(column).map_or(0.0, |sum| sum.value())
    }

    /// The mean of a variable.
    ///
    /// # Errors
    /// `invalid_data` where there is no unit or no such variable.
    pub fn mean(&self, column: usize) -> Result<f64> {
        let Some(sum) = self.sums.get(column).filter(|_| self.count > 0) else {
            return Err(invalid_data("there are no values to take a mean of"));
        };
        check::finite("the mean", sum.divided_by(self.count as f64).value())
    }

    /// The covariance of two variables with divisor `count − 1`; of a variable with itself its variance.
    ///
    /// # Errors
    /// `invalid_data` where there are fewer than two units or no such variable.
    pub fn covariance(&self, first: usize, second: usize) -> Result<f64> {
        if self.count < 2 || first.max(second) >= self.sums.len() {
            return Err(invalid_data("one value has no variance").with_hint("at least two values are needed"));
        }
        let value = self.centred(first, second).divided_by((self.count - 1) as f64).value();
        let value = if first == second { value.max(0.0) } else { value };
        check::finite("the covariance", value)
    }

    fn centred(&self, first: usize, second: usize) -> Wide {
        let sum = |column: usize| self.sums.get(column).copied().unwrap_or_default();
        let expected = sum(first).times(sum(second)).divided_by(self.count as f64);
        self.product(first, second).minus(expected)
    }

    fn product(&self, first: usize, second: usize) -> Wide {
        let (low, high) = (first.min(second), first.max(second));
        let width = self.sums.len();
        // Rows above hold width, width − 1, … entries.
        let place = low * (2 * width + 1 - low.min(2 * width)) / 2 + (high - low);
        self.products.get(place).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::summary::PairMoments;

    #[test]
    fn every_pair_is_as_if_alone() {
        let units: Vec<[f64; 4]> = (0..50_u32)
            .map(|n| {
                [f64::from(n * n % 13), 1e9 + f64::from(n % 7), f64::from(n % 2), -f64::from(n * 3 % 11)]
            })
            .collect();
        let (mut first, mut second) = (JointMoments::new(4).unwrap(), JointMoments::new(4).unwrap());
        for (index, unit) in units.iter().enumerate() {
            if index % 3 == 0 { first.push(unit).unwrap() } else { second.push(unit).unwrap() }
        }
        let all = second.merge(&first).unwrap();
        for one in 0..4 {
            for two in 0..4 {
                let pairs: Vec<(f64, f64)> = units.iter().map(|unit| (unit[one], unit[two])).collect();
                let alone = PairMoments::from_pairs(&pairs).covariance().unwrap();
                let joint = all.covariance(one, two).unwrap();
                assert!((joint - alone).abs() <= 1e-14 * alone.abs(), "{one} {two}: {joint} {alone}");
            }
        }
    }

    #[test]
    fn bad_input_is_refused() {
        assert!(JointMoments::new(0).is_err());
        let mut moments = JointMoments::new(2).unwrap();
        assert!(moments.mean(0).is_err() && moments.covariance(0, 1).is_err());
        assert!(moments.push(&[1.0]).is_err() && moments.push(&[1.0, f64::NAN]).is_err());
        assert_eq!(moments.count(), 0);
        assert!(moments.push(&[1.0, f64::INFINITY]).is_err());
        assert!(JointMoments::from_sums(220, &[1010.0], &[1610.0]).is_err());
    }
}
