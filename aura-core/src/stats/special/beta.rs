//! The beta function and the incomplete beta functions.

use std::f64::consts::PI;

use super::gamma::deviance;
use super::quadrature::tail_integral;
use super::{Tails, gamma_tails, log_gamma, log1p_residual, stirling_error};

/// Where both shapes are above this, the smaller tail is integrated directly.
const LARGE_SHAPE: f64 = 1_000.0;

/// A shape this many times larger than the other makes the gamma limit exact to the last bit.
const GAMMA_LIMIT: f64 = 1e17;

/// Most steps of the continued fraction.
const TERMS: usize = 20_000;

/// `ln B(a, b)` for `a, b > 0`, without the cancellation of three logarithms of gamma.
pub fn log_beta(a: f64, b: f64) -> f64 {
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    if large < 10.0 {
        return log_gamma(a) + log_gamma(b) - log_gamma(a + b);
    }
    // ln Γ(z) = (z − ½) ln z − z + ½ ln 2π + s(z), with s from `stirling_error`.
    let total = small + large;
    let ratio_error = stirling_error(large) - stirling_error(total);
    let logs = -(large - 0.5) * libm::log1p(small / large) - small * libm::log(total) + small;
    if small < 10.0 {
        return log_gamma(small) + ratio_error + logs;
    }
    let small_part = (small - 0.5) * libm::log(small) - small + 0.5 * libm::log(2.0 * PI);
    small_part + stirling_error(small) + ratio_error + logs
}

/// `ln(xᵃ yᵇ / B(a, b))` with `y = 1 − x`, accurate for large shapes (Loader 2000).
pub(crate) fn log_beta_kernel(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let total = a + b;
    // a − n·x and b − n·y are the same number with opposite signs; this form loses nothing.
    let difference = a * y - b * x;
    let stirling = stirling_error(total) - stirling_error(a) - stirling_error(b);
    let spread = 0.5 * libm::log(a / (2.0 * PI) * (b / total));
    spread + stirling - deviance(a, total * x, difference) - deviance(b, total * y, -difference)
}

/// The regularised incomplete beta functions: lower `I_x(a, b)` and upper `I_y(b, a)`, for `a, b > 0`.
///
/// `y` must be `1 − x`; it is asked for because the caller often knows it with more digits. Continued fraction
/// (DLMF 8.17.22); for two large shapes direct integration of the smaller tail.
pub fn beta_tails(a: f64, b: f64, x: f64, y: f64) -> Tails {
    if a.is_nan() || b.is_nan() || x.is_nan() || y.is_nan() {
        return Tails { lower: f64::NAN, upper: f64::NAN };
    }
    if x <= 0.0 {
        return Tails::from_lower(0.0);
    }
    if y <= 0.0 {
        return Tails::from_upper(0.0);
    }
    if b > GAMMA_LIMIT * a.max(1.0) {
        return gamma_tails(a, b * x);
    }
    if a > GAMMA_LIMIT * b.max(1.0) {
        return gamma_tails(b, a * y).swapped();
    }
    let below_mean = (a + 1.0) * y > (b + 1.0) * x;
    if below_mean { lower_tail(a, b, x, y) } else { lower_tail(b, a, y, x).swapped() }
}

fn lower_tail(a: f64, b: f64, x: f64, y: f64) -> Tails {
    let kernel = libm::exp(log_beta_kernel(a, b, x, y));
    if a > LARGE_SHAPE && b > LARGE_SHAPE {
        return Tails::from_lower(kernel * integrated(a, b, x, y));
    }
    Tails::from_lower(kernel / fraction(a, b, x, y))
}

/// `∫ (t/x)^(a−1) ((1−t)/y)^(b−1) dt / (x y)` over `t` from 0 to `x`.
fn integrated(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let (p, q) = (a - 1.0, b - 1.0);
    let slope = (q * x - p * y) / (x * y);
    let curve = libm::sqrt(p / (x * x) + q / (y * y));
    let scale = 1.0 / slope.abs().max(curve);
    let log_ratio = |d: f64| d * slope + p * log1p_residual(-d / x) + q * log1p_residual(d / y);
    tail_integral(log_ratio, scale, x) / (x * y)
}

/// The even part of the continued fraction, in the form of DiDonato and Morris 1992 (section 3): it is written in
/// `λ = a − (a + b) x`, which keeps its digits also where `x` is close to 1.
fn fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let lambda = a * y - b * x;
    let first = a * (lambda + 1.0) / (a + 1.0);
    let mut value = first;
    let mut c = first;
    let mut d = 0.0;
    for index in 1..TERMS {
        let n = index as f64;
        let odd = a + 2.0 * n - 1.0;
        let next = n * (b - n) * x / odd;
        let numerator = (a + n - 1.0) * next * ((a + b + n - 1.0) / odd * x);
        let denominator = n + next + (a + n) / (odd + 2.0) * (lambda + 1.0 + n * (1.0 + y));
        d = 1.0 / nonzero(denominator + numerator * d);
        c = nonzero(denominator + numerator / c);
        let factor = c * d;
        value *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}

fn nonzero(value: f64) -> f64 {
    if value == 0.0 { 1e-300 } else { value }
}
