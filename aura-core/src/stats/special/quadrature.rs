//! Numerical integration of smooth functions with the 20-point Gauss–Legendre rule.

/// Nodes above zero and weights of the 20-point Gauss–Legendre rule on −1 … 1 (DLMF 3.5.15 and 3.5.16).
pub(crate) const NODES: [(f64, f64); 10] = [
    (0.993_128_599_185_094_9, 0.017614007139152118),
    (0.963_971_927_277_913_8, 0.040_601_429_800_386_94),
    (0.912_234_428_251_326, 0.062_672_048_334_109_07),
    (0.839_116_971_822_218_8, 0.083_276_741_576_704_75),
    (0.746_331_906_460_150_8, 0.10193011981724044),
    (0.636_053_680_726_515, 0.11819453196151842),
    (0.5108670019508271, 0.13168863844917663),
    (0.37370608871541956, 0.14209610931838205),
    (0.22778585114164508, 0.14917298647260375),
    (0.076_526_521_133_497_34, 0.15275338713072585),
];

/// Most panels that one integral may take.
const PANELS: usize = 400;

/// Integral of a smooth function over `lower` … `upper` in `panels` equal panels of 20 points each.
pub fn integrate(function: impl Fn(f64) -> f64, lower: f64, upper: f64, panels: usize) -> f64 {
    let panels = panels.clamp(1, PANELS);
    let width = (upper - lower) / panels as f64;
    super::sum((0..panels).map(|panel| rule(&function, lower + width * panel as f64, width)))
}

/// Integral of `exp(log_function)` over `lower` … `upper`, for a concave `log_function`.
///
/// Returns the natural logarithm of the integral, so that integrals far below the smallest number keep their
/// accuracy. `start` is any point inside at which the function is not zero, `scale` a first guess of its width.
pub fn integrate_log_concave(
    log_function: impl Fn(f64) -> f64,
    lower: f64,
    upper: f64,
    start: f64,
    scale: f64,
) -> f64 {
    let (mode, peak) = climb(&log_function, lower, upper, start, scale);
    if peak == f64::NEG_INFINITY {
        return f64::NEG_INFINITY;
    }
    let right = fall(&log_function, mode, peak, upper - mode, scale, 1.0);
    let left = fall(&log_function, mode, peak, mode - lower, scale, -1.0);
    let above = tail_integral(|distance| log_function(mode + distance) - peak, right, upper - mode);
    let below = tail_integral(|distance| log_function(mode - distance) - peak, left, mode - lower);
    peak + libm::log(above + below)
}

/// Integral from 0 to `limit` of `exp(log_ratio(distance))` for a concave `log_ratio` that is 0 at 0 and falls
/// by about 1 over `scale`. Stops where what follows no longer matters.
pub(crate) fn tail_integral(log_ratio: impl Fn(f64) -> f64, scale: f64, limit: f64) -> f64 {
    if !(limit > 0.0 && scale > 0.0) {
        return 0.0;
    }
    let width = (3.0 * scale).min(limit);
    let mut total = 0.0;
    let mut position = 0.0;
    for _ in 0..PANELS {
        let step = width.min(limit - position);
        let part = rule(&|distance| libm::exp(log_ratio(distance)), position, step);
        total += part;
        position += step;
        if position >= limit || part <= total * 1e-18 {
            break;
        }
    }
    total
}

fn rule(function: &impl Fn(f64) -> f64, lower: f64, width: f64) -> f64 {
    let half = 0.5 * width;
    let middle = lower + half;
    let mut total = 0.0;
    for (node, weight) in NODES {
        total += weight * (function(middle - half * node) + function(middle + half * node));
    }
    total * half
}

/// The maximum of a concave function, by marching uphill from `start` and then narrowing: a rough place is enough.
fn climb(function: &impl Fn(f64) -> f64, lower: f64, upper: f64, start: f64, scale: f64) -> (f64, f64) {
    let (mut left, mut right) = bracket(function, lower, upper, start, scale);
    for _ in 0..200 {
        let first = left + (right - left) * 0.382;
        let second = left + (right - left) * 0.618;
        if function(first) < function(second) {
            left = first;
        } else {
            right = second;
        }
        if right - left <= 1e-3 * scale {
            break;
        }
    }
    let middle = 0.5 * (left + right);
    (middle, function(middle))
}

/// Two points around the maximum.
fn bracket(function: &impl Fn(f64) -> f64, lower: f64, upper: f64, start: f64, scale: f64) -> (f64, f64) {
    let (left, right) = ((start - scale).max(lower), (start + scale).min(upper));
    let value = function(start);
    let (mut before, mut here, mut height, sign) = if function(right) > value {
        (start, right, function(right), 1.0)
    } else if function(left) > value {
        (start, left, function(left), -1.0)
    } else {
        return (left, right);
    };
    let mut step = scale;
    for _ in 0..2_000 {
        step *= 2.0;
        let next = (here + sign * step).clamp(lower, upper);
        let next_height = function(next);
        if next_height <= height || next == here {
            return if sign > 0.0 { (before, next) } else { (next, before) };
        }
        (before, here, height) = (here, next, next_height);
    }
    if sign > 0.0 { (before, here) } else { (here, before) }
}

/// The distance over which the function falls by about one, found by doubling and halving.
fn fall(function: &impl Fn(f64) -> f64, mode: f64, peak: f64, limit: f64, scale: f64, sign: f64) -> f64 {
    if limit <= 0.0 {
        return 0.0;
    }
    let drop = |distance: f64| peak - function(mode + sign * distance);
    let mut distance = scale.min(limit);
    for _ in 0..200 {
        if drop(distance) >= 0.5 || distance >= limit {
            break;
        }
        distance = (2.0 * distance).min(limit);
    }
    for _ in 0..200 {
        if drop(distance) <= 2.0 {
            break;
        }
        distance *= 0.5;
    }
    distance
}
