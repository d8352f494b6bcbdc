//! Root finding that cannot fail to stop and cannot leave its bracket.

/// Most steps of a search. Bisection alone needs about 60 from a bracket of any ordinary size.
const STEPS: usize = 300;

/// A root of an increasing function inside `lower` … `upper`, by Newton's method with bisection as the guard.
///
/// `function` returns value and slope. Where the function does not change sign, the nearer end is returned.
pub fn newton_in_bracket(
    function: impl Fn(f64) -> (f64, f64),
    mut lower: f64,
    mut upper: f64,
    start: f64,
) -> f64 {
    let mut point = if start > lower && start < upper { start } else { middle(lower, upper) };
    let mut before_last = f64::INFINITY;
    let mut last = f64::INFINITY;
    for _ in 0..STEPS {
        let (value, slope) = function(point);
        if value == 0.0 {
            return point;
        }
        if value < 0.0 {
            lower = point;
        } else {
            upper = point;
        }
        let step = value / slope;
        let newton = point - step;
        let shrinks = step.abs() < 0.5 * before_last;
        let next = if slope > 0.0 && newton > lower && newton < upper && shrinks {
            newton
        } else {
            middle(lower, upper)
        };
        before_last = last;
        last = (next - point).abs();
        let done = last <= 4.0 * f64::EPSILON * point.abs().max(1e-300);
        point = next;
        if done || upper <= lower {
            break;
        }
    }
    point
}

/// A root of a continuous function that changes sign between `lower` and `upper`.
///
/// The method is ITP (Oliveira and Takahashi 2020): never slower than bisection by more than one step, and
/// superlinear on smooth functions. Returns `None` where the ends have the same sign or are not numbers.
pub fn find_root(function: impl Fn(f64) -> f64, lower: f64, upper: f64, tolerance: f64) -> Option<f64> {
    let (mut a, mut b) = (lower, upper);
    let (mut at_a, mut at_b) = (function(a), function(b));
    if at_a == 0.0 {
        return Some(a);
    }
    if at_b == 0.0 {
        return Some(b);
    }
    if (at_a * at_b).is_nan() || at_a * at_b > 0.0 {
        return None;
    }
    let sign = if at_a < 0.0 { 1.0 } else { -1.0 };
    let (start_width, tolerance) = (b - a, tolerance.max(f64::EPSILON * lower.abs().max(upper.abs())));
    // The projection radius of ITP: tolerance · 2^(steps of bisection + 1), halved with every step.
    let mut radius = 2.0 * tolerance;
    while radius < start_width {
        radius *= 2.0;
    }
    for _ in 0..STEPS {
        if b - a <= 2.0 * tolerance {
            break;
        }
        let half = 0.5 * (a + b);
        let chord = (at_b * a - at_a * b) / (at_b - at_a);
        let direction = if half >= chord { 1.0 } else { -1.0 };
        let pull = (0.2 / start_width * (b - a) * (b - a)).min((half - chord).abs());
        let truncated = chord + direction * pull;
        let reach = (radius - 0.5 * (b - a)).max(0.0);
        let projected = if (truncated - half).abs() <= reach { truncated } else { half - direction * reach };
        let point = if projected > a && projected < b { projected } else { half };
        let value = function(point);
        if value == 0.0 {
            return Some(point);
        }
        if sign * value > 0.0 {
            b = point;
            at_b = value;
        } else {
            a = point;
            at_a = value;
        }
        radius *= 0.5;
    }
    Some(0.5 * (a + b))
}

fn middle(lower: f64, upper: f64) -> f64 {
    match (lower.is_finite(), upper.is_finite()) {
        (true, true) => lower + 0.5 * (upper - lower),
        (true, false) => lower + lower.abs().max(1.0),
        (false, true) => upper - upper.abs().max(1.0),
        (false, false) => 0.0,
    }
}
