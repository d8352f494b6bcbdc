//! Exact bounds and crossing probabilities of group sequential tests.
//!
//! The method is recursive numerical integration (Armitage, McPherson and Rowe 1969; Jennison and Turnbull 2000,
//! chapter 19): the density of the score statistic among the paths that have not yet crossed is carried from look
//! to look on Gauss–Legendre panels that are narrow against one increment.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Sides, Spending};
use crate::error::{Error, ErrorCode, Result};
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::special::{NODES, find_root, newton_in_bracket};

/// Most looks of one design.
const LOOKS: usize = 1_000;

/// Beyond this many standard deviations a normal variable has no probability left as a float.
const FAR: f64 = 38.0;

/// What is not crossed on the open side of a one-sided test lies within this many standard deviations.
const OPEN: f64 = 9.0;

/// Width of a panel of 20 nodes, in standard deviations of the increment.
const PANEL: f64 = 5.0;

/// A path further away than this many standard deviations of the increment is left out (below 1e-17). Where the
/// bound is further out than that, what crosses it is rarer still, and the reach grows with it.
const REACH: f64 = 8.8;

/// `1 / √(2π)`.
const DENSITY_AT_ZERO: f64 = 0.398_942_280_401_432_7;

/// A group sequential design.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupDesign {
    /// Information at each look as a fraction of the planned information: increasing, above 0, at most 1.
    pub fractions: Vec<f64>,
    /// Level of the whole test.
    pub alpha: f64,
    /// One direction or both.
    pub sides: Sides,
    /// How the level is spent.
    pub spending: Spending,
}

/// The bounds of a group sequential design.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupBounds {
    /// The z value to cross at each look; infinite where nothing is spent.
    pub z: Vec<f64>,
    /// The error spent up to each look.
    pub spent: Vec<f64>,
}

/// The bounds at which each look spends what the design allows, for looks at any times.
///
/// # Errors
/// `invalid_number` where a fraction, the level or the spending is out of range, `limit_size` beyond 1,000 looks.
///
/// # Example
/// ```
/// use aura_core::stats::sequential::{GroupDesign, Sides, Spending, group_bounds};
/// let design = GroupDesign {
///     fractions: vec![0.5, 1.0],
///     alpha: 0.05,
///     sides: Sides::Two,
///     spending: Spending::ObrienFleming,
/// };
/// let bounds = group_bounds(&design)?;
/// assert!((bounds.z[0] - 2.963).abs() < 1e-3 && (bounds.z[1] - 1.969).abs() < 1e-3);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn group_bounds(design: &GroupDesign) -> Result<GroupBounds> {
    check_fractions(&design.fractions)?;
    let mut walk = Walk::new(design.sides, 0.0);
    let mut bounds = GroupBounds { z: Vec::new(), spent: Vec::new() };
    let mut spent_before = 0.0;
    for &fraction in &design.fractions {
        let spent = design.spending.spent(fraction, design.alpha, design.sides)?;
        let increment = walk.increment(fraction);
        let bound = walk.bound_for(increment, (spent - spent_before) / design.sides.count());
        walk.advance(increment, bound);
        bounds.z.push(bound);
        bounds.spent.push(spent);
        spent_before = spent;
    }
    Ok(bounds)
}

/// The probability that each look is the first to cross its bound. With `drift` 0 their sum is the level; with
/// `drift`, the expected z value at full information, it is the power.
///
/// # Errors
/// `invalid_number` where a fraction is out of range, `invalid_data` where the lists differ in length.
pub fn crossing_probabilities(
    fractions: &[f64],
    bounds: &[f64],
    sides: Sides,
    drift: f64,
) -> Result<Vec<f64>> {
    check_fractions(fractions)?;
    check::finite("the drift", drift)?;
    if fractions.len() != bounds.len() {
        return Err(invalid_data(format!(
            "{} looks need as many bounds, not {}",
            fractions.len(),
            bounds.len()
        )));
    }
    let mut walk = Walk::new(sides, drift);
    let mut crossed = Vec::with_capacity(bounds.len());
    for (&fraction, &bound) in fractions.iter().zip(bounds) {
        if bound.is_nan() {
            check::finite("a bound", bound)?;
        }
        let increment = walk.increment(fraction);
        crossed.push(walk.crossing(increment, bound));
        walk.advance(increment, bound);
    }
    Ok(crossed)
}

/// The one z value that, used at every one of these looks, keeps the level: Pocock's test (Pocock 1977).
///
/// # Errors
/// As [`group_bounds`].
pub fn constant_bound(fractions: &[f64], alpha: f64, sides: Sides) -> Result<f64> {
    check_fractions(fractions)?;
    check::level("the level", alpha)?;
    let gap = |z: f64| {
        let crossed = crossing_probabilities(fractions, &vec![z; fractions.len()], sides, 0.0);
        crossed.map_or(f64::NAN, |parts| parts.iter().sum::<f64>() - alpha)
    };
    let single = StandardNormal.upper_quantile(alpha / sides.count())?;
    let split = StandardNormal.upper_quantile(alpha / sides.count() / fractions.len() as f64)?;
    if fractions.len() == 1 {
        return Ok(single);
    }
    find_root(gap, single, split, 1e-12)
        .ok_or_else(|| Error::new(ErrorCode::Internal, "no constant bound was found between its limits"))
}

pub(in crate::stats) fn check_fractions(fractions: &[f64]) -> Result<()> {
    if fractions.is_empty() || fractions.len() > LOOKS {
        let message = format!("a design has 1 to {LOOKS} looks, not {}", fractions.len());
        return Err(Error::new(ErrorCode::LimitSize, message));
    }
    let mut before = 0.0;
    for &fraction in fractions {
        check::positive("an information fraction", fraction)?;
        if fraction <= before || fraction > 1.0 {
            return Err(Error::new(
                ErrorCode::InvalidNumber,
                format!(
                    "information fractions must grow and end at 1 at most; `{fraction}` comes after `{before}`"
                ),
            ));
        }
        before = fraction;
    }
    Ok(())
}

/// The paths that have not crossed yet: the density of the score statistic, on quadrature nodes.
struct Walk {
    sides: Sides,
    drift: f64,
    fraction: f64,
    /// Position, and density times quadrature weight. In increasing order of position.
    paths: Vec<(f64, f64)>,
}

/// One increment of information.
#[derive(Debug, Clone, Copy)]
struct Increment {
    fraction: f64,
    /// Standard deviation and mean of the increment of the score.
    spread: f64,
    shift: f64,
}

impl Walk {
    fn new(sides: Sides, drift: f64) -> Self {
        Walk { sides, drift, fraction: 0.0, paths: vec![(0.0, 1.0)] }
    }

    fn increment(&self, fraction: f64) -> Increment {
        let gain = fraction - self.fraction;
        Increment { fraction, spread: libm::sqrt(gain), shift: self.drift * gain }
    }

    /// Probability of being beyond the bound after the increment, for the first time.
    fn crossing(&self, increment: Increment, bound: f64) -> f64 {
        let upper = self.beyond(increment, bound, 1.0);
        if self.sides == Sides::Two { upper + self.beyond(increment, bound, -1.0) } else { upper }
    }

    fn beyond(&self, increment: Increment, bound: f64, sign: f64) -> f64 {
        let edge = bound * libm::sqrt(increment.fraction);
        let tail = |position: f64| {
            StandardNormal.survival((edge - sign * (position + increment.shift)) / increment.spread)
        };
        self.paths.iter().map(|&(position, weight)| weight * tail(position)).sum()
    }

    /// The bound that `amount` of the paths cross upward.
    fn bound_for(&self, increment: Increment, amount: f64) -> f64 {
        if amount <= 0.0 {
            return f64::INFINITY;
        }
        let root = libm::sqrt(increment.fraction);
        let target = libm::log(amount);
        // Newton on the logarithm of the crossing probability, which is nearly a parabola in the bound.
        let solve = |bound: f64| {
            let edge = bound * root - increment.shift;
            // Who is further below the edge than this does not cross it.
            let from = edge - reach(bound) * increment.spread;
            let near = self.paths.iter().skip(self.paths.partition_point(|&(position, _)| position < from));
            let (mut crossed, mut density) = (0.0, 0.0);
            for &(position, weight) in near {
                let distance = (edge - position) / increment.spread;
                crossed += weight * StandardNormal.survival(distance);
                density += weight * StandardNormal.density(distance);
            }
            if crossed <= 0.0 {
                return (f64::INFINITY, 1.0);
            }
            (target - libm::log(crossed), density * root / increment.spread / crossed)
        };
        let guess = StandardNormal.upper_quantile(amount.min(0.5)).unwrap_or(2.0);
        newton_in_bracket(solve, -FAR, FAR, guess)
    }

    /// Keeps the paths that are within the bound after the increment.
    fn advance(&mut self, increment: Increment, bound: f64) {
        let root = libm::sqrt(increment.fraction);
        let centre = self.drift * increment.fraction;
        let (low, high) = match self.sides {
            Sides::Two => (-(bound.min(FAR)) * root, bound.min(FAR) * root),
            Sides::One => (centre - OPEN * root, bound.min(FAR) * root),
        };
        let before = std::mem::take(&mut self.paths);
        self.fraction = increment.fraction;
        if high <= low {
            return;
        }
        let panels = libm::ceil((high - low) / (PANEL * increment.spread)) as usize;
        let half = 0.5 * (high - low) / panels as f64;
        let reach = reach(bound) * increment.spread;
        let scale = DENSITY_AT_ZERO / increment.spread * half;
        // Without a drift both sides of a two-sided test mirror each other, so one is enough.
        let is_even = self.sides == Sides::Two && self.drift == 0.0;
        let (mut first, count) = (0, panels * 2 * NODES.len());
        for panel in 0..panels {
            let middle = low + half * (2 * panel + 1) as f64;
            let mirrored = NODES.iter().map(|&(node, weight)| (-node, weight));
            for (node, weight) in mirrored.chain(NODES.iter().rev().copied()) {
                let position = middle + half * node;
                if is_even && self.paths.len() >= count / 2 {
                    let twin = self.paths.get(count - 1 - self.paths.len()).copied().unwrap_or_default();
                    self.paths.push((-twin.0, twin.1));
                    continue;
                }
                let from = position - increment.shift;
                while before.get(first).is_some_and(|&(start, _)| start < from - reach) {
                    first += 1;
                }
                let near = before.iter().skip(first).take_while(|&&(start, _)| start <= from + reach);
                let density: f64 = near
                    .map(|&(start, mass)| {
                        let distance = (from - start) / increment.spread;
                        mass * libm::exp(-0.5 * distance * distance)
                    })
                    .sum();
                self.paths.push((position, density * scale * weight));
            }
        }
    }
}

/// How many standard deviations of the increment a path may be away and still matter.
fn reach(bound: f64) -> f64 {
    REACH.max(bound.min(FAR) + 4.0)
}
