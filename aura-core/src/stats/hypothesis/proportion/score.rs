//! Score intervals of two proportions: all differences or ratios that the score test does not reject.
//!
//! The variance of a candidate value uses the most likely proportions that have exactly this difference or ratio
//! (Mee 1984; Miettinen and Nurminen 1985, who add the factor `N / (N − 1)`).

use super::Share;
use crate::stats::hypothesis::Interval;
use crate::stats::special::{find_root, newton_in_bracket};

/// The interval of the difference `treatment − control`.
pub(super) fn difference(control: Share, treatment: Share, z: f64, corrected: bool) -> Interval {
    let estimate = treatment.value() - control.value();
    let factor = if corrected { correction(control, treatment) } else { 1.0 };
    let excess = |delta: f64| {
        let gap = estimate - delta;
        gap * gap - z * z * factor * difference_variance(control, treatment, delta)
    };
    // At the estimate itself the variance may vanish, and a root that is none would be found there.
    let aside = 1e-13;
    Interval {
        lower: find_root(excess, -1.0, (estimate - aside).max(-1.0), 1e-15).unwrap_or(-1.0),
        upper: find_root(excess, (estimate + aside).min(1.0), 1.0, 1e-15).unwrap_or(1.0),
    }
}

/// The interval of the ratio `treatment / control`.
pub(super) fn ratio(control: Share, treatment: Share, z: f64) -> Interval {
    let factor = correction(control, treatment);
    let excess = |log_ratio: f64| {
        let ratio = libm::exp(log_ratio);
        let gap = treatment.value() - ratio * control.value();
        (gap * gap - z * z * factor * ratio_variance(control, treatment, ratio)) / (1.0 + ratio * ratio)
    };
    let centre = libm::log(treatment.value() / control.value());
    let (low, high) = (-60.0, 60.0);
    let lower = if treatment.successes() == 0 {
        0.0
    } else {
        find_root(excess, low, centre.min(high), 1e-14).map_or(0.0, libm::exp)
    };
    let upper = if control.successes() == 0 {
        f64::INFINITY
    } else {
        find_root(excess, centre.max(low), high, 1e-14).map_or(f64::INFINITY, libm::exp)
    };
    Interval { lower, upper }
}

/// Variance of the difference of the two proportions, if their true difference were `delta`.
pub(super) fn difference_variance(control: Share, treatment: Share, delta: f64) -> f64 {
    let (low, high) = ((-delta).max(0.0), (1.0 - delta).min(1.0));
    let (control_count, treatment_count) = (control.count() as f64, treatment.count() as f64);
    let p = if delta == 0.0 {
        (control.successes() + treatment.successes()) as f64 / (control_count + treatment_count)
    } else {
        most_likely(control, treatment, delta, low, high)
    };
    let q = (p + delta).clamp(0.0, 1.0);
    p * (1.0 - p) / control_count + q * (1.0 - q) / treatment_count
}

/// The control proportion at which the likelihood is largest, if the treatment's is `delta` higher.
fn most_likely(control: Share, treatment: Share, delta: f64, low: f64, high: f64) -> f64 {
    let counts = |share: Share| (share.successes() as f64, (share.count() - share.successes()) as f64);
    let ((yes, no), (treated_yes, treated_no)) = (counts(control), counts(treatment));
    let part = |count: f64, p: f64| if count == 0.0 { (0.0, 0.0) } else { (count / p, count / p / p) };
    // Minus the slope of the log-likelihood, which increases in p, with its own slope.
    let slope = |p: f64| {
        let pieces = [part(yes, p), part(treated_yes, p + delta)];
        let others = [part(no, 1.0 - p), part(treated_no, 1.0 - p - delta)];
        let value: f64 =
            others.iter().map(|piece| piece.0).sum::<f64>() - pieces.iter().map(|piece| piece.0).sum::<f64>();
        let steepness: f64 = others.iter().chain(&pieces).map(|piece| piece.1).sum();
        (value, steepness)
    };
    newton_in_bracket(slope, low, high, 0.5 * (low + high)).clamp(low, high)
}

/// Variance of `p₂ − ratio·p₁`, if the true ratio were `ratio`. The constrained estimate is the root of a
/// quadratic equation (Miettinen and Nurminen 1985, appendix).
fn ratio_variance(control: Share, treatment: Share, ratio: f64) -> f64 {
    let (count, treated_count) = (control.count() as f64, treatment.count() as f64);
    let (yes, treated_yes) = (control.successes() as f64, treatment.successes() as f64);
    let a = (count + treated_count) * ratio;
    let b = treated_count * ratio + treated_yes + count + yes * ratio;
    let c = yes + treated_yes;
    let p = (2.0 * c / (b + libm::sqrt((b * b - 4.0 * a * c).max(0.0)))).clamp(0.0, 1.0);
    let q = (ratio * p).clamp(0.0, 1.0);
    q * (1.0 - q) / treated_count + ratio * ratio * p * (1.0 - p) / count
}

fn correction(control: Share, treatment: Share) -> f64 {
    let total = control.count() as f64 + treatment.count() as f64;
    total / (total - 1.0)
}
