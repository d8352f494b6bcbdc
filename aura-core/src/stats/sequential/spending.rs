//! How the level of a group sequential test is spent over time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Sides;
use crate::error::{Error, ErrorCode, Result};
use crate::stats::check;
use crate::stats::distribution::{Continuous as _, StandardNormal};

/// The share of the level that is spent up to an information fraction (Lan and DeMets 1983).
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Spending {
    /// Very little early, nearly all at the end: like O'Brien and Fleming's bounds.
    #[default]
    ObrienFleming,
    /// Nearly even bounds: like Pocock's.
    Pocock,
    /// `level · fraction^exponent` (Kim and DeMets 1987).
    Power {
        /// 1 spends evenly, 3 resembles O'Brien and Fleming.
        exponent: f64,
    },
}

impl Spending {
    /// The error spent up to `fraction` (0 … 1 of the planned information; 1 and above spend all of `alpha`).
    ///
    /// A two-sided test spends half of its level on each side.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn spent(&self, fraction: f64, alpha: f64, sides: Sides) -> Result<f64> {
        check::not_negative("the information fraction", fraction)?;
        check::level("the level", alpha)?;
        if fraction >= 1.0 {
            return Ok(alpha);
        }
        if fraction == 0.0 {
            return Ok(0.0);
        }
        let side = alpha / sides.count();
        let spent = match *self {
            Spending::ObrienFleming => {
                let z = StandardNormal.upper_quantile(0.5 * side)?;
                2.0 * StandardNormal.survival(z / libm::sqrt(fraction))
            }
            Spending::Pocock => side * libm::log1p((std::f64::consts::E - 1.0) * fraction),
            Spending::Power { exponent } => {
                if !(exponent > 0.0 && exponent.is_finite()) {
                    let message = format!("the exponent of the spending must be above 0, not `{exponent}`");
                    return Err(Error::new(ErrorCode::InvalidNumber, message));
                }
                side * libm::pow(fraction, exponent)
            }
        };
        Ok(spent * sides.count())
    }
}
