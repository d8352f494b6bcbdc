//! Beliefs about shares as `spotify-confidence` has them: Jeffreys' prior, and half a million random draws for what two
//! shares say about each other.
//!
//! Ours are without draws, so figures made of draws are compared within five of their standard errors.

use aura_core::Result;
use aura_core::stats::bayes::{ProportionBelief, compare_proportions};
use aura_core::stats::distribution::{Beta, Continuous as _};
use aura_core::stats::hypothesis::Share;
use serde_json::Value;

use super::spotify::{Line, find, lines, share};
use crate::eval::tally::{Case, number};

/// How many draws stand behind a figure: the chances are given in steps of 2e-6.
const DRAWS: f64 = 500_000.0;
/// Points of the first share's distribution, at equal steps of probability.
const POINTS: u32 = 400;
/// Jeffreys' prior.
const PRIOR: f64 = 0.5;

fn belief(share: Share) -> Result<ProportionBelief> {
    Ok(ProportionBelief::new(PRIOR, PRIOR)?.after(share))
}

fn law(share: Share) -> Result<Beta> {
    Beta::new(PRIOR + share.successes() as f64, PRIOR + (share.count() - share.successes()) as f64)
}

/// Shares with their intervals, which need no draws.
pub(super) fn summaries(case: &Value, checked: &mut Case) -> Result<()> {
    let init = &case["input"]["init"];
    for (line, wanted) in lines(&init["data_frame"]).zip(lines(&case["expected"])) {
        let share = share(&line, init)?;
        let interval = belief(share)?.interval(0.95)?;
        let estimate = share.successes() as f64 / share.count() as f64;
        checked.relative("estimate", estimate, number(wanted.cell("point_estimate")), 1e-6);
        checked.relative("lower", interval.lower, number(wanted.cell("ci_lower")), 1e-6);
        checked.relative("upper", interval.upper, number(wanted.cell("ci_upper")), 1e-6);
    }
    Ok(())
}

/// What two shares say about each other.
pub(super) fn differences(case: &Value, checked: &mut Case) -> Result<()> {
    let (init, expected) = (&case["input"]["init"], &case["expected"]);
    for row in lines(expected) {
        let arms = (find(init, expected, &row, "level_1"), find(init, expected, &row, "level_2"));
        let (Some(first), Some(second)) = arms else {
            checked.fail("the arms were not found in the table");
            return Ok(());
        };
        let (first, second) = (share(&first, init)?, share(&second, init)?);
        let is_relative = row.cell("absolute_difference").as_bool() == Some(false);
        compare(&row, &Difference::new(first, second, is_relative)?, checked);
        if !is_relative {
            let both = compare_proportions(&belief(first)?, &belief(second)?);
            let lost = number(row.cell("level_2 potential loss"));
            let gained = number(row.cell("level_2 potential gain"));
            let slack = slack_of_mean(&Difference::new(first, second, false)?);
            checked.absolute("loss if chosen", -both.loss_if_chosen, lost, slack);
            checked.absolute("loss if refused", both.loss_if_refused, gained, slack);
            let chance = number(row.cell("P(level_2 > level_1)"));
            checked.absolute("chance", both.chance_better, chance, slack_of_chance(chance));
        }
    }
    Ok(())
}

fn compare(row: &Line<'_>, difference: &Difference, checked: &mut Case) {
    let mean = slack_of_mean(difference);
    checked.absolute("difference", difference.mean(), number(row.cell("difference")), mean);
    for (name, probability) in [("ci_lower", 0.025), ("ci_upper", 0.975)] {
        let value = difference.quantile(probability);
        let width = 1e-3 * difference.deviation();
        let density = (difference.below(value + width) - difference.below(value - width)) / (2.0 * width);
        let slack = 5.0 * (probability * (1.0 - probability) / DRAWS).sqrt() / density;
        checked.absolute(name, value, number(row.cell(name)), slack);
    }
    let chance = number(row.cell("P(level_2 > level_1)"));
    checked.absolute("chance above", 1.0 - difference.below(0.0), chance, slack_of_chance(chance) + 1e-5);
}

fn slack_of_mean(difference: &Difference) -> f64 {
    5.0 * difference.deviation() / DRAWS.sqrt()
}

fn slack_of_chance(chance: f64) -> f64 {
    // Of what is rarer than one in so many draws, none or a few may have come.
    5.0 * ((chance * (1.0 - chance) / DRAWS).sqrt() + 1.0 / DRAWS)
}

/// The law of the second share less the first one, or over the first one less 1: the first by points, the second whole.
struct Difference {
    points: Vec<f64>,
    second: Beta,
    /// Mean and mean square of the second share.
    moments: (f64, f64),
    is_relative: bool,
}

impl Difference {
    fn new(first: Share, second: Share, is_relative: bool) -> Result<Self> {
        let (one, two) = (law(first)?, law(second)?);
        let points = (0..POINTS).map(|point| one.quantile((f64::from(point) + 0.5) / f64::from(POINTS)));
        let (mean, variance) = (two.mean(), two.variance());
        Ok(Difference {
            points: points.collect::<Result<_>>()?,
            second: two,
            moments: (mean, variance + mean * mean),
            is_relative,
        })
    }

    /// The mean over the first share.
    fn over(&self, value: impl Fn(f64) -> f64) -> f64 {
        self.points.iter().map(|first| value(*first)).sum::<f64>() / f64::from(POINTS)
    }

    fn mean(&self) -> f64 {
        let (mean, _) = self.moments;
        self.over(|first| if self.is_relative { mean / first - 1.0 } else { mean - first })
    }

    fn deviation(&self) -> f64 {
        let (mean, square) = self.moments;
        let squares = self.over(|first| {
            if self.is_relative {
                square / (first * first) - 2.0 * mean / first + 1.0
            } else {
                square - 2.0 * mean * first + first * first
            }
        });
        (squares - self.mean() * self.mean()).max(0.0).sqrt()
    }

    /// The chance that the difference is below a value.
    fn below(&self, value: f64) -> f64 {
        self.over(|first| {
            let second = if self.is_relative { first * (1.0 + value) } else { first + value };
            self.second.cdf(second.clamp(0.0, 1.0))
        })
    }

    fn quantile(&self, probability: f64) -> f64 {
        let (mut low, mut high) = (-1.0, if self.is_relative { 1e3 } else { 1.0 });
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if self.below(middle) < probability { low = middle } else { high = middle }
        }
        0.5 * (low + high)
    }
}
