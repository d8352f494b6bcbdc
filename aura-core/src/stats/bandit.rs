//! Shares that follow what was seen, and an inference that stays valid although they did.
//!
//! In come units in the order in which they were assigned, each with the share that its arm had at that time; out come
//! the next shares, and differences to the first arm whose ranges hold at every look. Plain means of adaptive data are
//! biased and their usual ranges too narrow; the estimate here weighs each unit by its share.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::stats::bayes::{BestArm, NormalBelief, ProportionBelief, best_arm, best_proportion};
use crate::stats::check::{self, invalid_data};
use crate::stats::hypothesis::{Alternative, Interval, Share};
use crate::stats::sequential::ConfidenceSequence;
use crate::stats::summary::Moments;

/// No range before so many units: the ranges hold for large samples.
pub const FIRST_LOOK: usize = 100;

/// No range before each of the two arms has so many units. Where one arm has a small share from the start, the first
/// hundred units hold about five of it, and ranges told then hold in nine of ten tests only.
pub const FIRST_UNITS: usize = 20;

/// No arm may keep less than this, nor have had less.
///
/// A unit counts as many times as one over its share. Ranges that hold at every look need these weights bounded
/// (Waudby-Smith, Wu, Ramdas, Karampatziakis and Mineiro 2022) and the sum of many units before they hold (Waudby-Smith
/// and others 2021); with a share that goes to 0 neither is so, and one unit decides.
pub const SMALLEST_LEAST: f64 = 0.05;

/// Refuses a least share of so many arms with which ranges cannot be told, or which leaves nothing to share.
///
/// # Errors
/// `invalid_number` where the share is below [`SMALLEST_LEAST`], or where those of all arms come to 1.
pub fn check_least(least: f64, arms: usize) -> Result<()> {
    let refuse = |message: String| Error::new(ErrorCode::InvalidNumber, message);
    if !(SMALLEST_LEAST..1.0).contains(&least) {
        return Err(refuse(format!(
            "the least share of an arm must be from {SMALLEST_LEAST} to below 1, not `{least}`"
        ))
        .with_hint("with smaller shares single units decide, and no range would hold"));
    }
    let count = arms as f64;
    if least * count >= 1.0 {
        let most = 1.0 / count;
        return Err(refuse(format!("the least share of {count} arms must be below {most}, not `{least}`"))
            .with_hint("the least shares of all arms must leave something to share"));
    }
    Ok(())
}

/// How shares follow what was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AllocationRule {
    /// Each arm gets the chance that it is the best (Thompson 1933): little is lost on the way.
    #[default]
    Thompson,
    /// Each arm gets the mean of its chances to be best and to be second (Russo 2016, even odds): the best is found soon.
    TopTwo,
}

/// One unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdaptiveUnit {
    /// Its arm, from 0.
    pub arm: usize,
    /// The share that the arm had when the unit was assigned: above 0, at most 1.
    pub share: f64,
    /// What came of it.
    pub value: f64,
}

/// Chances and next shares of the arms.
#[derive(Debug, Clone, PartialEq)]
pub struct NextShares {
    /// Probability of each arm to be the best one.
    pub chances: Vec<f64>,
    /// Next share of each arm; they sum to 1.
    pub shares: Vec<f64>,
}

/// A difference to the first arm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdaptiveDifference {
    /// The difference of means.
    pub estimate: f64,
    /// Holds at every look at once; open where it is too early.
    pub interval: Interval,
}

/// The next shares of arms whose values are 0 or 1, from uniform priors.
///
/// `least` is what each arm keeps whatever is seen; the rest follows the rule. The chances come from quadrature, so the
/// same data give the same shares on every machine and no draw is needed.
///
/// # Errors
/// `invalid_number` where `least` leaves nothing to share; `invalid_data` for fewer than two arms.
///
/// # Example
/// ```
/// use aura_core::stats::bandit::{AllocationRule, next_shares_of_proportions};
/// use aura_core::stats::hypothesis::Share;
/// let seen = [Share::new(10, 100)?, Share::new(25, 100)?];
/// let next = next_shares_of_proportions(&seen, AllocationRule::Thompson, 0.1)?;
/// assert!(next.chances[1] > 0.99 && (next.shares[0] - 0.1).abs() < 0.01);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn next_shares_of_proportions(seen: &[Share], rule: AllocationRule, least: f64) -> Result<NextShares> {
    let beliefs: Vec<ProportionBelief> =
        seen.iter().map(|share| ProportionBelief::uniform().after(*share)).collect();
    divide(&best_proportion(&beliefs)?, rule, least)
}

/// The next shares of arms with any values, from flat priors and the variance of all arms together.
///
/// While an arm has fewer than two units, or nothing varies, all arms get the same share.
///
/// # Errors
/// As [`next_shares_of_proportions`].
pub fn next_shares_of_means(seen: &[Moments], rule: AllocationRule, least: f64) -> Result<NextShares> {
    let (mut squares, mut freedom) = (0.0, 0.0);
    let mut means = Vec::with_capacity(seen.len());
    for arm in seen {
        if arm.count < 2 {
            return divide(&equal(seen.len()), rule, least);
        }
        squares += arm.squared_deviations()?;
        freedom += arm.count as f64 - 1.0;
        means.push((arm.mean()?, arm.count as f64));
    }
    if squares <= 0.0 {
        return divide(&equal(seen.len()), rule, least);
    }
    let deviation = libm::sqrt(squares / freedom);
    let beliefs: Result<Vec<NormalBelief>> =
        means.iter().map(|(mean, count)| NormalBelief::new(*mean, deviation / libm::sqrt(*count))).collect();
    divide(&best_arm(&beliefs?)?, rule, least)
}

fn equal(arms: usize) -> Vec<BestArm> {
    let share = 1.0 / arms.max(1) as f64;
    vec![BestArm { first: share, second: share, top_two: share }; arms]
}

fn divide(arms: &[BestArm], rule: AllocationRule, least: f64) -> Result<NextShares> {
    let count = arms.len() as f64;
    if arms.len() < 2 {
        return Err(invalid_data("shares need at least two arms"));
    }
    check_least(least, arms.len())?;
    let wish = |arm: &BestArm| if rule == AllocationRule::Thompson { arm.first } else { arm.top_two };
    let total: f64 = arms.iter().map(wish).sum();
    let all: f64 = arms.iter().map(|arm| arm.first).sum();
    Ok(NextShares {
        chances: arms.iter().map(|arm| arm.first / all).collect(),
        shares: arms.iter().map(|arm| least + (1.0 - least * count) * wish(arm) / total).collect(),
    })
}

/// Differences of all other arms to the first, from units whose shares followed what was seen before.
///
/// Each unit gives a score for every arm: the mean of that arm so far, and where the unit was in it, what it missed that
/// mean by over its share (augmented inverse propensity weighting; Kato, Ishihara, Honda and Narita 2020). Scores do not
/// drift whatever the shares did, so their mean has the asymptotic confidence sequence for changing variances
/// (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2021, theorem 2.5): with the sum of squares `V` after `t` units,
/// `√(2(Vρ²+1)/(t²ρ²) · ln(√(Vρ²+1)/α))`, where ρ is chosen by the units up to the first look ([`FIRST_LOOK`], [`FIRST_UNITS`]) to be tightest at
/// `tuned_units`. An arm with a small share has few units with large scores, so that `V` comes late; it is at least what
/// the variances of the arms lead one to expect, each by the larger of its own and that of all arms together; that floor is
/// ours, not part of the theorem, and can only widen a range. `α` is shared
/// among the arms (Bonferroni). `least` is the share that no arm went below: it bounds what a single unit counts.
///
/// # Errors
/// `invalid_data` for an arm that there is not or a share below `least` or above 1; `invalid_number` for other values out
/// of range.
pub fn adaptive_differences(
    units: &[AdaptiveUnit],
    arms: usize,
    alpha: f64,
    tuned_units: f64,
    least: f64,
) -> Result<Vec<AdaptiveDifference>> {
    check::level("the level", alpha)?;
    check::positive("the number of units", tuned_units)?;
    if arms < 2 {
        return Err(invalid_data("a comparison needs at least two arms"));
    }
    check_least(least, arms)?;
    let mut trackers = vec![Tracker::default(); arms - 1];
    let mut seen = vec![ArmSoFar::default(); arms];
    for unit in units {
        check::finite("a value", unit.value)?;
        // Shares are written with few digits.
        if !(unit.share >= least * (1.0 - 1e-6) && unit.share <= 1.0) {
            return Err(invalid_data(format!("a share must be from {least} up to 1, not `{}`", unit.share)));
        }
        if unit.arm >= arms {
            return Err(invalid_data(format!("there is no arm {}", unit.arm)));
        }
        let (sum, count) =
            seen.iter().fold((0.0, 0.0), |(sum, count), arm| (sum + arm.mean * arm.count, count + arm.count));
        let usual = if count > 0.0 { sum / count } else { 0.0 };
        let score = |arm: usize| {
            let before = seen.get(arm).filter(|arm| arm.count > 0.0).map_or(usual, |arm| arm.mean);
            before + if unit.arm == arm { (unit.value - before) / unit.share } else { 0.0 }
        };
        let control = score(0);
        let scores: Vec<f64> = (1..arms).map(|arm| score(arm) - control).collect();
        if let Some(arm) = seen.get_mut(unit.arm) {
            arm.push(unit);
        }
        let enough = |arm: usize| seen.get(arm).is_some_and(|arm| arm.count >= FIRST_UNITS as f64);
        for (place, (tracker, score)) in trackers.iter_mut().zip(scores).enumerate() {
            tracker.push(score, enough(0) && enough(place + 1));
        }
    }
    let shared = alpha / (arms - 1) as f64;
    let pooled = pooled_variance(&seen);
    let expected = |arm: usize| seen.get(arm).map_or(0.0, |arm| arm.expected_squares(pooled));
    trackers
        .iter()
        .enumerate()
        .map(|(place, tracker)| tracker.difference(shared, tuned_units, expected(0) + expected(place + 1)))
        .collect()
}

/// The plain figures of one arm.
#[derive(Debug, Clone, Copy, Default)]
struct ArmSoFar {
    count: f64,
    mean: f64,
    squares: f64,
    /// Sum of one over the squared share.
    weights: f64,
}

impl ArmSoFar {
    fn push(&mut self, unit: &AdaptiveUnit) {
        self.count += 1.0;
        let before = unit.value - self.mean;
        self.mean += before / self.count;
        self.squares += before * (unit.value - self.mean);
        self.weights += 1.0 / (unit.share * unit.share);
    }

    /// What the arm adds to the sum of squares, by the larger of its own variance and that of all arms.
    fn expected_squares(&self, pooled: f64) -> f64 {
        let own = if self.count > 1.0 { self.squares / (self.count - 1.0) } else { 0.0 };
        own.max(pooled) * self.weights
    }
}

fn pooled_variance(arms: &[ArmSoFar]) -> f64 {
    let squares: f64 = arms.iter().map(|arm| arm.squares).sum();
    let freedom: f64 = arms.iter().map(|arm| (arm.count - 1.0).max(0.0)).sum();
    squares / freedom.max(1.0)
}

/// Mean and squares of scores, and the variance of the first ones.
#[derive(Debug, Clone, Copy, Default)]
struct Tracker {
    count: f64,
    mean: f64,
    squares: f64,
    first_variance: Option<f64>,
}

impl Tracker {
    fn push(&mut self, score: f64, is_enough: bool) {
        self.count += 1.0;
        let before = score - self.mean;
        self.mean += before / self.count;
        self.squares += before * (score - self.mean);
        if self.first_variance.is_none() && is_enough && self.count >= FIRST_LOOK as f64 && self.squares > 0.0
        {
            self.first_variance = Some(self.squares / self.count);
        }
    }

    fn difference(&self, alpha: f64, tuned_units: f64, expected: f64) -> Result<AdaptiveDifference> {
        let Some(variance) = self.first_variance else {
            let interval = Interval { lower: f64::NEG_INFINITY, upper: f64::INFINITY };
            return Ok(AdaptiveDifference { estimate: self.mean, interval });
        };
        let sequence = ConfidenceSequence::tuned(alpha, tuned_units * variance, Alternative::TwoSided)?;
        let squares = self.squares.max(expected);
        let reach = sequence.half_width(squares, 1.0)? * squares / self.count;
        Ok(AdaptiveDifference {
            estimate: self.mean,
            interval: Interval { lower: self.mean - reach, upper: self.mean + reach },
        })
    }
}

#[cfg(test)]
mod tests;
