//! Small pieces that several samplers share.

use super::normal;
use crate::error::{Error, ErrorCode, Result};
use crate::random::Stream;

/// The logarithm of a gamma variable of scale 1 (Marsaglia and Tsang 2000, squeeze included).
///
/// For shapes below 1 the variable of `shape + 1` is multiplied with a power of a uniform one, as they
/// propose in section 6; in logarithms, so that nothing underflows.
pub(super) fn ln_gamma_sample(shape: f64, stream: &mut Stream) -> f64 {
    if shape < 1.0 {
        return ln_gamma_sample(shape + 1.0, stream) + libm::log(stream.next_open_unit()) / shape;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    // Each round accepts with more than 95 %: 200 refusals in a row do not happen, and if they did, the
    // mode of the distribution is a harmless answer.
    for _ in 0..200 {
        let x = normal::quantile(stream.next_open_unit());
        let base = 1.0 + c * x;
        if base <= 0.0 {
            continue;
        }
        let v = base * base * base;
        let unit = stream.next_open_unit();
        let square = x * x;
        if unit < 1.0 - 0.0331 * square * square
            || libm::log(unit) < 0.5 * square + d * (1.0 - v + libm::log(v))
        {
            return libm::log(d * v);
        }
    }
    libm::log(d)
}

/// A positive base to a power, without the cost of the general function where the power is 1 or a half.
pub(super) fn power(base: f64, exponent: f64) -> f64 {
    if exponent == 1.0 {
        base
    } else if exponent == 0.5 {
        base.sqrt()
    } else {
        libm::pow(base, exponent)
    }
}

pub(super) fn positive(what: &str, value: f64) -> Result<f64> {
    if value.is_finite() && value > 0.0 {
        return Ok(value);
    }
    Err(Error::new(ErrorCode::InvalidNumber, format!("{what} is not a positive number")))
}
