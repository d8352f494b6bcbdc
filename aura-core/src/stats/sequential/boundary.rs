//! Uniform boundaries: curves that a sum of centred terms crosses at any time with at most a stated probability.
//!
//! `s` is the sum, `v` its accumulated variance ("intrinsic time"). The mixtures are those of Howard, Ramdas,
//! McAuliffe and Sekhon 2021 (Annals of Statistics 49:1055, section 3 and appendix A); they hold for finite samples.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::StandardNormal;
use crate::stats::hypothesis::{Interval, Share};
use crate::stats::special::{find_root, gamma_tails, log_beta, log_gamma};

/// A mixture boundary, tuned to be tightest at one intrinsic time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Boundary {
    tuning: f64,
    tail: Tail,
}

/// What is known of the tails of the terms.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Tail {
    /// Sub-Gaussian, boundary on both sides.
    TwoSidedNormal,
    /// Sub-Gaussian, boundary above.
    OneSidedNormal,
    /// Sub-exponential.
    GammaExponential {
        /// The scale of the exponential part.
        scale: f64,
    },
    /// Sub-Poisson.
    GammaPoisson {
        /// The size of one jump.
        scale: f64,
    },
    /// Sub-Bernoulli: terms between −low and high; both sides.
    BetaBinomial {
        /// Largest fall of one term.
        low: f64,
        /// Largest rise of one term.
        high: f64,
    },
}

impl Boundary {
    /// The boundary for this kind of tail that is tightest at intrinsic time `time` and level `alpha`.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn tuned(tail: Tail, time: f64, alpha: f64) -> Result<Self> {
        check::positive("the time", time)?;
        check::level("the level", alpha)?;
        let both = |alpha: f64| {
            let log_level = -2.0 * libm::log(alpha);
            time / (log_level + libm::log1p(log_level))
        };
        let one = || -> Result<f64> { Ok(both(check::level("twice the level", 2.0 * alpha)?)) };
        let tuning = match tail {
            Tail::TwoSidedNormal => both(alpha),
            Tail::OneSidedNormal => one()?,
            Tail::GammaExponential { scale } | Tail::GammaPoisson { scale } => {
                check::positive("the scale", scale)?;
                one()? / (scale * scale)
            }
            Tail::BetaBinomial { low, high } => {
                let product = check::positive("the fall", low)? * check::positive("the rise", high)?;
                // The mixing beta distribution needs a positive size, however early the time.
                (both(alpha) - product).max(1e-3 * product)
            }
        };
        Ok(Boundary { tuning, tail })
    }

    /// The tuning parameter ρ: the size of the mixing distribution.
    pub fn tuning(&self) -> f64 {
        self.tuning
    }

    /// Logarithm of the evidence of a sum `s` at time `v`; the boundary is where it reaches `ln(1/alpha)`.
    pub fn log_evidence(&self, s: f64, v: f64) -> f64 {
        let rho = self.tuning;
        match self.tail {
            Tail::TwoSidedNormal => 0.5 * libm::log(rho / (v + rho)) + 0.5 * s * s / (v + rho),
            Tail::OneSidedNormal => {
                let width = libm::sqrt(v + rho);
                0.5 * libm::log(4.0 * rho / (v + rho))
                    + 0.5 * s * s / (v + rho)
                    + StandardNormal.log_cdf(s / width)
            }
            Tail::GammaExponential { scale } => {
                let shape = v / (scale * scale) + rho;
                let shifted = s / scale + v / (scale * scale);
                let start = rho * libm::log(rho) - log_gamma(rho) - libm::log(gamma_tails(rho, rho).lower);
                start + log_gamma(shape) + libm::log(gamma_tails(shape, shifted + rho).lower)
                    - shape * libm::log(shifted + rho)
                    + shifted
            }
            Tail::GammaPoisson { scale } => {
                let rate = v / (scale * scale) + rho;
                let shape = s / scale + rate;
                let start = rho * libm::log(rho) - log_gamma(rho) - libm::log(gamma_tails(rho, rho).upper);
                start + log_gamma(shape) + libm::log(gamma_tails(shape, rate).upper) - shape * libm::log(rate)
                    + v / (scale * scale)
            }
            Tail::BetaBinomial { low, high } => {
                let range = low + high;
                let (falls, rises) = ((v - low * s) / (low * range), (v + high * s) / (high * range));
                let (prior_falls, prior_rises) = (rho / (low * range), rho / (high * range));
                if falls + prior_falls <= 0.0 || rises + prior_rises <= 0.0 {
                    return f64::INFINITY;
                }
                v / (low * high) * libm::log(range) - rises * libm::log(low) - falls * libm::log(high)
                    + log_beta(prior_falls + falls, prior_rises + rises)
                    - log_beta(prior_falls, prior_rises)
            }
        }
    }

    /// The sum that is exceeded at any time, if the terms have mean 0, with probability `alpha` at most.
    ///
    /// # Errors
    /// `invalid_number` where an argument is out of range.
    pub fn bound(&self, v: f64, alpha: f64) -> Result<f64> {
        check::positive("the time", v)?;
        check::level("the level", alpha)?;
        let threshold = -libm::log(alpha);
        if self.tail == Tail::TwoSidedNormal {
            return Ok(libm::sqrt((v + self.tuning) * (libm::log1p(v / self.tuning) + 2.0 * threshold)));
        }
        let gap = |s: f64| self.log_evidence(s, v) - threshold;
        let mut high = libm::sqrt(v);
        if let Tail::BetaBinomial { low, .. } = self.tail {
            // No sum of that many terms is larger.
            let largest = v / low;
            if gap(largest) < 0.0 {
                return Ok(largest);
            }
            return find_root(gap, 0.0, largest, 1e-13 * largest)
                .ok_or_else(|| invalid_data("the boundary has no value at this time"));
        }
        for _ in 0..200 {
            if gap(high) >= 0.0 {
                return find_root(gap, 0.0, high, 1e-13 * high)
                    .ok_or_else(|| invalid_data("the boundary has no value at this time"));
            }
            high *= 2.0;
        }
        Err(invalid_data("the boundary has no value at this time"))
    }
}

/// The polynomial stitching boundary (equation 10 of the paper): grows like `√(v ln ln v)`.
///
/// `scale` is that of a sub-gamma tail (0 for sub-Gaussian); from `start` on it is tight; `exponent` (above 1) and
/// `ratio` (above 1) shape it: 1.4 and 2 are usual.
///
/// # Errors
/// `invalid_number` where an argument is out of range.
pub fn stitched_bound(v: f64, alpha: f64, start: f64, scale: f64, exponent: f64, ratio: f64) -> Result<f64> {
    check::positive("the time", v)?;
    check::level("the level", alpha)?;
    check::positive("the start", start)?;
    check::not_negative("the scale", scale)?;
    check::positive("the exponent less 1", exponent - 1.0)?;
    check::positive("the ratio less 1", ratio - 1.0)?;
    let time = v.max(start);
    let log_ratio = libm::log(ratio);
    let length = exponent * libm::log(libm::log(ratio * time / start)) + libm::log(zeta(exponent) / alpha)
        - exponent * libm::log(log_ratio);
    let fourth = libm::sqrt(libm::sqrt(ratio));
    let first = (fourth + 1.0 / fourth) / std::f64::consts::SQRT_2;
    let second = 0.5 * (libm::sqrt(ratio) + 1.0) * scale * length;
    Ok(libm::sqrt(first * first * time * length + second * second) + second)
}

/// An interval for a proportion that holds at every look at once, without a large-sample argument.
///
/// It inverts the beta-binomial boundary for every proportion; `tuned_at` is the number of trials at which it is
/// tightest.
///
/// # Errors
/// `invalid_number` where an argument is out of range.
pub fn proportion_sequence(data: Share, alpha: f64, tuned_at: f64, tuned_alpha: f64) -> Result<Interval> {
    check::level("the level", alpha)?;
    let trials = data.count() as f64;
    Boundary::tuned(Tail::TwoSidedNormal, tuned_at, tuned_alpha)?;
    let gap = |p: f64| {
        let variance = p * (1.0 - p);
        let tail = Tail::BetaBinomial { low: p, high: 1.0 - p };
        Boundary::tuned(tail, variance * tuned_at, tuned_alpha).map_or(f64::NAN, |boundary| {
            boundary.log_evidence((data.value() - p) * trials, variance * trials) + libm::log(alpha)
        })
    };
    let edge = 1e-12;
    let value = data.value();
    let lower = if value <= edge { None } else { find_root(gap, edge, value.min(1.0 - edge), 1e-14) };
    let upper = if value >= 1.0 - edge { None } else { find_root(gap, value.max(edge), 1.0 - edge, 1e-14) };
    Ok(Interval { lower: lower.unwrap_or(0.0), upper: upper.unwrap_or(1.0) })
}

/// The double stitching boundary: how far the empirical distribution function, times the number of values, may be
/// from any probability at any time and all probabilities at once (Howard and Ramdas 2022).
///
/// `quantile` is the probability looked at, `t` the number of values, `start` the number from which on the boundary
/// is tight. The shape is the paper's: half a step between logits, exponent 1.4, ratio 2.
///
/// # Errors
/// `invalid_number` where an argument is out of range.
pub fn doubly_stitched_bound(quantile: f64, t: f64, alpha: f64, start: f64) -> Result<f64> {
    check::level("the quantile", quantile)?;
    check::positive("the number of values", t)?;
    check::level("the level", alpha)?;
    check::positive("the start", start)?;
    let (spacing, exponent, ratio) = (0.5, 1.4, 2.0);
    let time = t.max(start);
    let logit = libm::log(quantile / (1.0 - quantile));
    // Within one step of the grid of probabilities the variance is largest nearest to one half.
    let shifted = logit + 2.0 * spacing * libm::sqrt(start * ratio / time);
    let nearest = if quantile >= 0.5 { quantile } else { (1.0 / (1.0 + libm::exp(-shifted))).min(0.5) };
    let variance = nearest * (1.0 - nearest);
    let step = libm::sqrt(time / start) * logit.abs() / (2.0 * spacing) + 1.0;
    let zeta = zeta(exponent);
    let length = exponent * libm::log(libm::log(ratio * time / start) * step)
        + libm::log(2.0 * zeta * (2.0 * zeta + 1.0) / alpha)
        - exponent * libm::log(libm::log(ratio));
    let fourth = libm::sqrt(libm::sqrt(ratio));
    let first = (fourth + 1.0 / fourth) / std::f64::consts::SQRT_2;
    let second = 0.5 * (libm::sqrt(ratio) + 1.0) * (1.0 - 2.0 * quantile) / 3.0 * length;
    Ok(spacing * libm::sqrt(ratio * time * variance / start)
        + libm::sqrt(first * first * variance * time * length + second * second)
        + second)
}

/// Riemann's zeta function for `s > 1`, by the Euler–Maclaurin formula (DLMF 25.2.9) from the twentieth term.
fn zeta(s: f64) -> f64 {
    let from = 20.0;
    let head: f64 = (1..20_u32).map(|k| libm::pow(f64::from(k), -s)).sum();
    let power = libm::pow(from, -s);
    let integral = power * from / (s - 1.0) + 0.5 * power;
    let first = s * power / from / 12.0;
    let second = s * (s + 1.0) * (s + 2.0) * power / (from * from * from) / 720.0;
    let third = s * (s + 1.0) * (s + 2.0) * (s + 3.0) * (s + 4.0) * power / libm::pow(from, 5.0) / 30_240.0;
    head + integral + first - second + third
}
