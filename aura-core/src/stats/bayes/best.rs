//! Which of several arms is best.

use super::{NormalBelief, ProportionBelief};
use crate::error::Result;
use crate::stats::check::invalid_data;
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::special::{integrate_log_concave, log_add_exp};

/// The chances of one arm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BestArm {
    /// Probability that this arm is the best one.
    pub first: f64,
    /// Probability that exactly one arm is better.
    pub second: f64,
    /// Mean of both: the share of traffic that top-two sampling gives it (Russo 2016, with even odds).
    pub top_two: f64,
}

/// The chances of each arm to have the highest value, for independent normal beliefs.
///
/// # Errors
/// `invalid_data` for fewer than two arms.
pub fn best_arm(arms: &[NormalBelief]) -> Result<Vec<BestArm>> {
    let parts = |arm: &NormalBelief, value: f64| {
        let z = (value - arm.mean()) / arm.standard_deviation();
        let log_density = StandardNormal.log_density(z) - libm::log(arm.standard_deviation());
        (log_density, StandardNormal.log_cdf(z), StandardNormal.log_survival(z))
    };
    chances(arms, parts, |arm| (arm.mean(), arm.standard_deviation()), f64::MAX)
}

/// The chances of each arm to have the highest proportion, for independent beta beliefs.
///
/// # Errors
/// `invalid_data` for fewer than two arms.
pub fn best_proportion(arms: &[ProportionBelief]) -> Result<Vec<BestArm>> {
    chances(arms, |arm, logit| arm.log_parts(logit), |arm| arm.logit_scale(), 700.0)
}

/// `∫ density of one · lower tails of the others`, and the same with one of the others above.
fn chances<Arm>(
    arms: &[Arm],
    parts: impl Fn(&Arm, f64) -> (f64, f64, f64),
    scale: impl Fn(&Arm) -> (f64, f64),
    limit: f64,
) -> Result<Vec<BestArm>> {
    if arms.len() < 2 {
        return Err(invalid_data("choosing the best needs at least two arms"));
    }
    let integral = |own: usize, above: Option<usize>| {
        let log_function = |value: f64| {
            let terms = arms.iter().enumerate().map(|(index, arm)| {
                let (density, lower, upper) = parts(arm, value);
                if index == own {
                    density
                } else if Some(index) == above {
                    upper
                } else {
                    lower
                }
            });
            terms.sum::<f64>()
        };
        let (start, width) = arms.get(own).map_or((0.0, 1.0), &scale);
        integrate_log_concave(log_function, -limit, limit, start, width)
    };
    let arm_chances = |own: usize| {
        let first = libm::exp(integral(own, None)).min(1.0);
        let others = (0..arms.len()).filter(|&other| other != own);
        let log_second = others.map(|other| integral(own, Some(other))).fold(f64::NEG_INFINITY, log_add_exp);
        let second = libm::exp(log_second).min(1.0);
        BestArm { first, second, top_two: 0.5 * (first + second) }
    };
    Ok((0..arms.len()).map(arm_chances).collect())
}
