//! The logarithm of the gamma function and the incomplete gamma functions.

use std::f64::consts::PI;

use super::quadrature::tail_integral;
use super::{Tails, log1p_residual};

/// Above this shape the series and the fraction need many terms, and the tail is integrated instead.
const LARGE_SHAPE: f64 = 2_000.0;

/// Most terms of a series or a continued fraction. Below [`LARGE_SHAPE`] some hundreds are enough.
const TERMS: usize = 20_000;

/// `ln Γ(x)` for `x > 0`.
pub fn log_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// The digamma function `ψ(x) = d/dx ln Γ(x)` for `x > 0`.
///
/// Recurrence up to 10 (DLMF 5.5.2), then the asymptotic series (DLMF 5.11.2).
pub fn digamma(x: f64) -> f64 {
    let mut point = x;
    let mut shift = 0.0;
    while point < 10.0 {
        shift -= 1.0 / point;
        point += 1.0;
    }
    let inverse = 1.0 / (point * point);
    let series = inverse
        * (1.0 / 12.0
            - inverse
                * (1.0 / 120.0
                    - inverse
                        * (1.0 / 252.0
                            - inverse
                                * (1.0 / 240.0 - inverse * (1.0 / 132.0 - inverse * 691.0 / 32_760.0)))));
    shift + libm::log(point) - 0.5 / point - series
}

/// What Stirling's formula misses: `ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π`, for `x > 0`.
///
/// Series of DLMF 5.11.1 from 16 on; below that the exact step `s(x) = s(x + 1) − 1 + (x + ½) ln(1 + 1/x)`.
pub fn stirling_error(x: f64) -> f64 {
    let mut point = x;
    let mut shift = 0.0;
    while point < 16.0 {
        shift += (point + 0.5) * libm::log1p(1.0 / point) - 1.0;
        point += 1.0;
    }
    let inverse = 1.0 / (point * point);
    let series = (1.0 / 12.0
        - inverse
            * (1.0 / 360.0
                - inverse
                    * (1.0 / 1_260.0
                        - inverse
                            * (1.0 / 1_680.0 - inverse * (1.0 / 1_188.0 - inverse * 691.0 / 360_360.0)))))
        / point;
    shift + series
}

/// `ln(xᵃ e⁻ˣ / Γ(a))`, accurate where the three factors are huge and cancel (Loader 2000, saddle point).
pub(crate) fn log_gamma_kernel(a: f64, x: f64) -> f64 {
    0.5 * libm::log(a / (2.0 * PI)) - stirling_error(a) - deviance(a, x, a - x)
}

/// `a ln(a / x) + x − a`, with `difference = a − x` given because the caller may know it better.
pub(crate) fn deviance(a: f64, x: f64, difference: f64) -> f64 {
    if difference.abs() < 0.4 * a {
        return -a * log1p_residual(-difference / a);
    }
    a * libm::log(a / x) - difference
}

/// The regularised incomplete gamma functions `P(a, x)` (lower) and `Q(a, x)` (upper), for `a > 0`, `x ≥ 0`.
///
/// Series (DLMF 8.11.4) below the mean, continued fraction (DLMF 8.9.2) above it, and for large `a` direct
/// integration of the smaller tail.
pub fn gamma_tails(a: f64, x: f64) -> Tails {
    if x.is_nan() || a.is_nan() {
        return Tails { lower: f64::NAN, upper: f64::NAN };
    }
    if x <= 0.0 {
        return Tails::from_lower(0.0);
    }
    if x == f64::INFINITY {
        return Tails::from_upper(0.0);
    }
    let kernel = libm::exp(log_gamma_kernel(a, x));
    if a > LARGE_SHAPE {
        return large_shape(a, x, kernel);
    }
    if x < a + 1.0 {
        return Tails::from_lower(kernel * lower_series(a, x));
    }
    Tails::from_upper(kernel * upper_fraction(a, x))
}

fn large_shape(a: f64, x: f64, kernel: f64) -> Tails {
    // The density is proportional to t^(a−1) e^(−t); its logarithm has slope (a − 1 − x) / x at x.
    let slope = (a - 1.0 - x) / x;
    let curve = libm::sqrt(a - 1.0) / x;
    let scale = 1.0 / slope.abs().max(curve);
    let power = a - 1.0;
    if x > a {
        let tail = tail_integral(|d| d * slope + power * log1p_residual(d / x), scale, f64::MAX);
        return Tails::from_upper(kernel / x * tail);
    }
    let tail = tail_integral(|d| -d * slope + power * log1p_residual(-d / x), scale, x);
    Tails::from_lower(kernel / x * tail)
}

fn lower_series(a: f64, x: f64) -> f64 {
    let mut term = 1.0 / a;
    let mut total = term;
    let mut index = a;
    for _ in 0..TERMS {
        index += 1.0;
        term *= x / index;
        total += term;
        if term < total * 1e-17 {
            break;
        }
    }
    total
}

fn upper_fraction(a: f64, x: f64) -> f64 {
    // Modified Lentz (Thompson and Barnett 1986) for 1/(x+1−a− 1(1−a)/(x+3−a− …)).
    let tiny = 1e-300;
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / tiny;
    let mut d = 1.0 / if b == 0.0 { tiny } else { b };
    let mut value = d;
    for index in 1..TERMS {
        let n = index as f64;
        let numerator = -n * (n - a);
        b += 2.0;
        d = numerator * d + b;
        d = 1.0 / if d == 0.0 { tiny } else { d };
        c = b + numerator / c;
        if c == 0.0 {
            c = tiny;
        }
        let factor = c * d;
        value *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}
