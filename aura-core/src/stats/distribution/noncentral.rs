//! The distributions of test statistics when there is an effect: what power is computed from.

use super::{Continuous as _, Discrete as _, Poisson, StandardNormal, Student};
use crate::error::{Error, ErrorCode, Result};
use crate::stats::check;
use crate::stats::special::{Tails, beta_tails, gamma_tails, integrate_log_concave, log_gamma_kernel, sum};

/// Most terms of a Poisson mixture on either side of its largest one.
const TERMS: u64 = 1_000_000;

/// The distribution of a t statistic whose mean is not 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NoncentralStudent {
    degrees_of_freedom: f64,
    noncentrality: f64,
}

/// The distribution of a chi-square statistic when the null hypothesis does not hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NoncentralChiSquare {
    degrees_of_freedom: f64,
    noncentrality: f64,
}

/// The distribution of an F statistic when the null hypothesis does not hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NoncentralFisher {
    numerator: f64,
    denominator: f64,
    noncentrality: f64,
}

impl NoncentralStudent {
    /// Beyond this the chi variable below the line no longer varies.
    const NORMAL_FROM: f64 = 1e14;

    /// Below this the density near 0 is felt.
    const SMOOTH_FROM: f64 = 30.0;

    /// The distribution of `(Z + noncentrality) / √(χ²/df)`.
    ///
    /// # Errors
    /// `invalid_number` where the degrees of freedom are below 1 or the noncentrality is not finite.
    pub fn new(degrees_of_freedom: f64, noncentrality: f64) -> Result<Self> {
        if degrees_of_freedom.is_nan() || degrees_of_freedom < 1.0 {
            let message = format!("the degrees of freedom must be 1 or above, not `{degrees_of_freedom}`");
            return Err(Error::new(ErrorCode::InvalidNumber, message));
        }
        let noncentrality = check::finite("the noncentrality", noncentrality)?;
        Ok(NoncentralStudent { degrees_of_freedom, noncentrality })
    }

    /// Probability of a value at or below `x`, accurate where it is tiny.
    pub fn cdf(&self, x: f64) -> f64 {
        self.mixture(x, 1.0)
    }

    /// Probability of a value above `x`, accurate where it is tiny.
    pub fn survival(&self, x: f64) -> f64 {
        self.mixture(x, -1.0)
    }

    /// `∫ Φ(± (x·s − δ)) f(s) ds` over the chi density `f` of `s = √(χ²/df)`. Both factors are log-concave.
    fn mixture(&self, x: f64, sign: f64) -> f64 {
        let (df, delta) = (self.degrees_of_freedom, self.noncentrality);
        if x.is_nan() {
            return f64::NAN;
        }
        if x.is_infinite() {
            return if x * sign > 0.0 { 1.0 } else { 0.0 };
        }
        if delta == 0.0 && df <= Self::NORMAL_FROM {
            return Student::new(df).map_or(f64::NAN, |student| student.cdf(sign * x));
        }
        if df > Self::NORMAL_FROM {
            return StandardNormal.cdf(sign * (x - delta));
        }
        let half = 0.5 * df;
        let log_integrand = |s: f64| {
            if s <= 0.0 {
                return f64::NEG_INFINITY;
            }
            let log_density = std::f64::consts::LN_2 + log_gamma_kernel(half, half * s * s) - libm::log(s);
            log_density + StandardNormal.log_cdf(sign * (x * s - delta))
        };
        let width = 1.0 / libm::sqrt(2.0 * df);
        // With few degrees the density is no smooth function of s at 0, but one of ln s everywhere.
        let log_integral = if df < Self::SMOOTH_FROM {
            integrate_log_concave(|u| log_integrand(libm::exp(u)) + u, -700.0, 350.0, 0.0, width)
        } else {
            integrate_log_concave(log_integrand, 0.0, f64::MAX, 1.0, width)
        };
        libm::exp(log_integral).min(1.0)
    }
}

impl NoncentralChiSquare {
    /// The distribution of a sum of squares of `degrees_of_freedom` normal variables of variance 1 whose squared
    /// means sum to `noncentrality`.
    ///
    /// # Errors
    /// `invalid_number` where a parameter is out of range.
    pub fn new(degrees_of_freedom: f64, noncentrality: f64) -> Result<Self> {
        Ok(NoncentralChiSquare {
            degrees_of_freedom: check::positive("the degrees of freedom", degrees_of_freedom)?,
            noncentrality: check::not_negative("the noncentrality", noncentrality)?,
        })
    }

    /// Probability of a value at or below `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        self.mixture(x, |tails| tails.lower)
    }

    /// Probability of a value above `x`.
    pub fn survival(&self, x: f64) -> f64 {
        self.mixture(x, |tails| tails.upper)
    }

    fn mixture(&self, x: f64, side: impl Fn(Tails) -> f64) -> f64 {
        let half = 0.5 * self.degrees_of_freedom;
        poisson_mixture(0.5 * self.noncentrality, |extra| side(gamma_tails(half + extra, 0.5 * x)))
    }
}

impl NoncentralFisher {
    /// The distribution of an F statistic whose numerator has this noncentrality.
    ///
    /// # Errors
    /// `invalid_number` where a parameter is out of range.
    pub fn new(numerator: f64, denominator: f64, noncentrality: f64) -> Result<Self> {
        Ok(NoncentralFisher {
            numerator: check::positive("the degrees of freedom of the numerator", numerator)?,
            denominator: check::positive("the degrees of freedom of the denominator", denominator)?,
            noncentrality: check::not_negative("the noncentrality", noncentrality)?,
        })
    }

    /// Probability of a value at or below `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        self.mixture(x, |tails| tails.lower)
    }

    /// Probability of a value above `x`.
    pub fn survival(&self, x: f64) -> f64 {
        self.mixture(x, |tails| tails.upper)
    }

    fn mixture(&self, x: f64, side: impl Fn(Tails) -> f64) -> f64 {
        let odds = self.numerator * x / self.denominator;
        let (share, rest) =
            if odds.is_finite() { (odds / (1.0 + odds), 1.0 / (1.0 + odds)) } else { (1.0, 0.0) };
        let (a, b) = (0.5 * self.numerator, 0.5 * self.denominator);
        poisson_mixture(0.5 * self.noncentrality, |extra| side(beta_tails(a + extra, b, share, rest)))
    }
}

/// `Σ Poisson(j; mean) · part(j)`, from the largest weight outward until the rest no longer matters. All terms
/// are positive and log-concave in `j`, so nothing cancels (Johnson, Kotz and Balakrishnan 1995, chapter 29).
fn poisson_mixture(mean: f64, part: impl Fn(f64) -> f64) -> f64 {
    let Ok(weights) = Poisson::new(mean) else { return f64::NAN };
    let centre = mean as u64;
    let term = |index: u64| weights.probability(index) * part(index as f64);
    let mut terms = vec![term(centre)];
    let mut total = terms.first().copied().unwrap_or(0.0);
    let mut before = total;
    for index in (centre.saturating_sub(TERMS)..centre).rev() {
        let next = term(index);
        terms.push(next);
        total += next;
        if next <= total * 1e-18 && next <= before {
            break;
        }
        before = next;
    }
    before = 0.0;
    for index in centre + 1..=centre.saturating_add(TERMS) {
        let next = term(index);
        terms.push(next);
        total += next;
        if next <= total * 1e-18 && next <= before {
            break;
        }
        before = next;
    }
    sum(terms).clamp(0.0, 1.0)
}
