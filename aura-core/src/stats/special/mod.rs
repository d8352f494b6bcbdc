//! Special functions: the logarithm of gamma, incomplete gamma and beta functions, and the small numerical
//! tools (quadrature, root finding) that the distributions are built from.
//!
//! Incomplete functions return both [`Tails`]; the smaller of the two is computed directly and keeps its
//! relative accuracy however small it is. Never here: anything that knows what a test or a sample is.

mod beta;
mod elementary;
mod gamma;
mod quadrature;
mod root;

pub use beta::{beta_tails, log_beta};
pub use elementary::{log_add_exp, log1p_residual, sum};
pub use gamma::{digamma, gamma_tails, log_gamma, stirling_error};
pub use quadrature::{integrate, integrate_log_concave};
pub use root::{find_root, newton_in_bracket};

pub(crate) use beta::log_beta_kernel;
pub(crate) use gamma::log_gamma_kernel;
pub(crate) use quadrature::NODES;

/// The probability below and above a point. Their sum is 1; the smaller keeps its relative accuracy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tails {
    /// Probability at or below the point.
    pub lower: f64,
    /// Probability above the point.
    pub upper: f64,
}

impl Tails {
    /// Both tails where the lower one is known.
    pub(crate) fn from_lower(lower: f64) -> Self {
        let lower = lower.clamp(0.0, 1.0);
        Tails { lower, upper: 1.0 - lower }
    }

    /// Both tails where the upper one is known.
    pub(crate) fn from_upper(upper: f64) -> Self {
        let upper = upper.clamp(0.0, 1.0);
        Tails { lower: 1.0 - upper, upper }
    }

    /// The same two numbers seen from the other side.
    #[must_use]
    pub fn swapped(self) -> Self {
        Tails { lower: self.upper, upper: self.lower }
    }
}

#[cfg(test)]
mod tests;
