//! Whether it is worth going on: the chance that the final look succeeds, given what is known now.
//!
//! These are advice, not bounds: going on against them does not raise the error (non-binding futility).

use crate::error::Result;
use crate::stats::check;
use crate::stats::distribution::{Continuous as _, StandardNormal};

/// The chance that the statistic passes `critical` at the end, if the true effect is `drift`: the expected statistic
/// with all data (Lan, Simon and Halperin 1982).
///
/// # Errors
/// `invalid_number` where the fraction does not lie between 0 and 1 or a number is not finite.
pub fn conditional_power(statistic: f64, fraction: f64, drift: f64, critical: f64) -> Result<f64> {
    check::level("the fraction of the data", fraction)?;
    check::finite("the statistic", statistic)?;
    check::finite("the drift", drift)?;
    check::finite("the critical value", critical)?;
    let reached = statistic * libm::sqrt(fraction);
    let left = 1.0 - fraction;
    Ok(StandardNormal.survival((critical - reached - drift * left) / libm::sqrt(left)))
}

/// The same averaged over what the data say of the effect so far, with no prior (Spiegelhalter, Freedman and
/// Blackburn 1986).
///
/// # Errors
/// As [`conditional_power`].
pub fn predictive_power(statistic: f64, fraction: f64, critical: f64) -> Result<f64> {
    check::level("the fraction of the data", fraction)?;
    check::finite("the statistic", statistic)?;
    check::finite("the critical value", critical)?;
    // The final statistic is normal around z/√f with variance (1 − f)/f.
    let centre = statistic / libm::sqrt(fraction);
    Ok(StandardNormal.survival((critical - centre) / libm::sqrt((1.0 - fraction) / fraction)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        // Proschan, Lan and Wittes 2006, section 3.1: B(0.5) = 1.5·√0.5 under the design drift of 90 % power.
        let power = conditional_power(1.5, 0.5, 3.24, 1.96).unwrap();
        let by_hand = StandardNormal.survival((1.96 - 1.5 * 0.5_f64.sqrt() - 1.62) / 0.5_f64.sqrt());
        assert!((power - by_hand).abs() < 1e-15);
        // The average of conditional powers over the posterior is the predictive power.
        let (statistic, fraction, critical) = (1.2, 0.4, 1.96);
        let (mut total, mut weights) = (0.0, 0.0);
        for step in -4_000..=4_000 {
            let offset = f64::from(step) / 500.0;
            let drift = (statistic + offset) / f64::sqrt(fraction);
            let weight = StandardNormal.density(offset);
            total += weight * conditional_power(statistic, fraction, drift, critical).unwrap();
            weights += weight;
        }
        let predictive = predictive_power(statistic, fraction, critical).unwrap();
        assert!((total / weights - predictive).abs() < 1e-9);
        assert!(conditional_power(1.0, 1.0, 0.0, 2.0).is_err());
    }
}
