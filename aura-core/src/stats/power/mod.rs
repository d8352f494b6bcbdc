//! Power, sample size and smallest detectable effect, before the data.
//!
//! A design states level, power, direction and the sizes of the arms; each of its three questions is answered
//! from the same power function, so the answers agree. Sample sizes are real numbers: round up.
//! Never here: traffic, days, costs.

mod fit;
mod mean;
mod proportion;

pub use fit::{fit_power, variance_power};
pub use mean::{Arms, MeanDesign, Reference};
pub use proportion::ProportionDesign;

use crate::error::Result;
use crate::stats::check::invalid_data;
use crate::stats::special::find_root;

/// More units per arm than any study has.
const MOST_UNITS: f64 = 1e15;

/// The smallest size whose power reaches `target`, for a power that grows with size.
fn size_for_power(target: f64, least: f64, guess: f64, power: impl Fn(f64) -> Result<f64>) -> Result<f64> {
    let gap = |log_size: f64| power(libm::exp(log_size)).map_or(f64::NAN, |value| value - target);
    let floor = libm::log(least);
    if gap(floor) >= 0.0 {
        return Ok(least);
    }
    let mut low = libm::log(guess.clamp(least, MOST_UNITS));
    let mut high = low;
    while gap(low) > 0.0 && low > floor {
        low = (low - 0.5).max(floor);
    }
    while gap(high).is_nan() || gap(high) < 0.0 {
        high += 0.5;
        if high > libm::log(MOST_UNITS) {
            return Err(invalid_data("no number of units reaches this power")
                .with_hint("check that the effect has the direction that the test looks for"));
        }
    }
    Ok(find_root(gap, low, high, 1e-13).map_or(libm::exp(high), libm::exp))
}

#[cfg(test)]
mod tests;
