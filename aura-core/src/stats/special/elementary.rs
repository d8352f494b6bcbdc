//! Small functions that keep digits where the plain formula would lose them.

/// `ln(1 + x) − x`, without cancellation for small `x`. Needs `x > −1`.
///
/// Uses `ln(1 + x) = 2 artanh(x / (2 + x))` (DLMF 4.6.5) where `x` is small.
pub fn log1p_residual(x: f64) -> f64 {
    if !(-0.4..=0.6).contains(&x) {
        return libm::log1p(x) - x;
    }
    let ratio = x / (2.0 + x);
    let square = ratio * ratio;
    let mut power = square;
    let mut series = 0.0;
    let mut odd = 3.0;
    // |ratio| ≤ 1/4, so thirteen terms reach the last bit.
    for _ in 0..14 {
        series += power / odd;
        power *= square;
        odd += 2.0;
    }
    ratio * (2.0 * series - x)
}

/// `ln(eᵃ + eᵇ)` without overflow.
pub fn log_add_exp(a: f64, b: f64) -> f64 {
    let (high, low) = if a >= b { (a, b) } else { (b, a) };
    if high.is_infinite() {
        return high;
    }
    high + libm::log1p(libm::exp(low - high))
}

/// Sum with compensation (Neumaier 1974): the error does not grow with the number of terms.
pub fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut total = 0.0_f64;
    let mut lost = 0.0_f64;
    for value in values {
        let next = total + value;
        lost += if total.abs() >= value.abs() { (total - next) + value } else { (value - next) + total };
        total = next;
    }
    if lost.is_finite() { total + lost } else { total }
}
