//! Which inputs of a function its result hangs on: screening by elementary effects, then shares of the variance.
//!
//! Both know only points of the unit cube and the values of a function there: they say at which points to evaluate it,
//! and what the values mean. Never here: evaluating, ranges of inputs, wording.
//!
//! - [`Screening`]: few evaluations, many inputs (Morris 1991; Campolongo, Cariboni and Saltelli 2007).
//! - [`VarianceShares`]: more evaluations, few inputs (Sobol' 1993; Saltelli et al. 2010; Jansen 1999).

mod screening;
mod shares;

#[cfg(test)]
mod tests;

pub use screening::{ElementaryEffect, Screening};
pub use shares::{Shares, SharesOfInput, VarianceShares};

use super::check::invalid_data;
use crate::error::Result;

/// Most points of one design.
const MOST_POINTS: u64 = 10_000_000;

fn check_values(values: &[f64], wanted: usize) -> Result<()> {
    if values.len() != wanted {
        return Err(invalid_data(format!("{} values do not fit {wanted} points", values.len())));
    }
    match values.iter().position(|value| !value.is_finite()) {
        Some(place) => Err(invalid_data(format!("the value of point {place} is not a finite number"))),
        None => Ok(()),
    }
}
