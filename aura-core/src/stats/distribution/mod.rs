//! The classical distributions, accurate in *relative* terms in both tails.
//!
//! A survival probability of 1e-300 is 1e-300, not `1 − cdf = 0`. Parameters are checked when a distribution is
//! made, probabilities when a quantile is asked for; a point that is NaN gives NaN. Never here: samples, tests,
//! random draws.

mod beta;
mod binomial;
mod chi_square;
mod fisher;
mod gamma;
mod noncentral;
mod normal;
mod poisson;
mod student;

pub use beta::Beta;
pub use binomial::Binomial;
pub use chi_square::ChiSquare;
pub use fisher::Fisher;
pub use gamma::Gamma;
pub use noncentral::{NoncentralChiSquare, NoncentralFisher, NoncentralStudent};
pub use normal::{Normal, StandardNormal};
pub use poisson::Poisson;
pub use student::Student;

use crate::error::Result;

/// A distribution on the real line.
pub trait Continuous {
    /// Natural logarithm of the density at `x`.
    fn log_density(&self, x: f64) -> f64;

    /// Probability of a value at or below `x`.
    fn cdf(&self, x: f64) -> f64;

    /// Probability of a value above `x`, accurate where it is tiny.
    fn survival(&self, x: f64) -> f64;

    /// The point with `probability` at or below it.
    ///
    /// # Errors
    /// `invalid_number` where `probability` does not lie between 0 and 1.
    fn quantile(&self, probability: f64) -> Result<f64>;

    /// The point with `probability` above it, accurate where `probability` is tiny.
    ///
    /// # Errors
    /// `invalid_number` where `probability` does not lie between 0 and 1.
    fn upper_quantile(&self, probability: f64) -> Result<f64>;

    /// Density at `x`.
    fn density(&self, x: f64) -> f64 {
        libm::exp(self.log_density(x))
    }
}

/// A distribution on the whole numbers from 0.
pub trait Discrete {
    /// Natural logarithm of the probability of exactly `count`.
    fn log_probability(&self, count: u64) -> f64;

    /// Probability of a value at or below `count`.
    fn cdf(&self, count: u64) -> f64;

    /// Probability of a value above `count`, accurate where it is tiny.
    fn survival(&self, count: u64) -> f64;

    /// The smallest count whose [`Discrete::cdf`] reaches `probability`.
    ///
    /// # Errors
    /// `invalid_number` where `probability` does not lie between 0 and 1.
    fn quantile(&self, probability: f64) -> Result<u64>;

    /// Probability of exactly `count`.
    fn probability(&self, count: u64) -> f64 {
        libm::exp(self.log_probability(count))
    }
}

/// The smallest whole number in `0 ..= most` for which `reached` holds, searched outward from `guess`.
fn first_reaching(guess: f64, most: u64, reached: impl Fn(u64) -> bool) -> u64 {
    let guess = if guess > 0.0 { (guess as u64).min(most) } else { 0 };
    let (mut low, mut high);
    let mut step = 1_u64;
    if reached(guess) {
        high = guess;
        low = guess;
        while low > 0 && reached(low) {
            high = low;
            low = low.saturating_sub(step);
            step = step.saturating_mul(2);
        }
        if reached(low) {
            return low;
        }
    } else {
        low = guess;
        high = guess;
        while high < most && !reached(high) {
            low = high;
            high = high.saturating_add(step).min(most);
            step = step.saturating_mul(2);
        }
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if reached(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

#[cfg(test)]
mod tests;
