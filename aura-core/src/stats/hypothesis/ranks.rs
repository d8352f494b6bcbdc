//! Tests that need no shape: ranks, and exchanging labels.

#![expect(
    clippy::indexing_slicing,
    reason = "tables and lists of known length, indexed by loops over that length"
)]

use super::Alternative;
use crate::error::{Error, ErrorCode, Result};
use crate::random::Stream;
use crate::stats::check::invalid_data;
use crate::stats::distribution::{Continuous as _, StandardNormal};

/// Largest arm for which the exact distribution of ranks is used.
const EXACT_ARM: usize = 50;

/// Most ways of exchanging labels that are gone through one by one.
const WAYS: u64 = 50_000;

/// Most additions of one permutation test.
const WORK: u64 = 4_000_000_000;

/// The result of a rank test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankTest {
    /// How often a treatment value is larger than a control value; ties count half.
    pub statistic: f64,
    /// The same as a share of all pairs: 0.5 where neither arm tends to be larger.
    pub superiority: f64,
    /// Probability of a statistic at least this extreme if the arms were alike.
    pub p_value: f64,
}

/// The test of Mann and Whitney 1947. Exact for arms of up to 50 units without ties, else normal with the correction
/// for ties and for continuity.
///
/// # Errors
/// `invalid_data` where an arm is empty, a value is not a finite number, or all values are equal.
pub fn mann_whitney(control: &[f64], treatment: &[f64], alternative: Alternative) -> Result<RankTest> {
    check_arms(control, treatment)?;
    let (first, second) = (control.len(), treatment.len());
    let mut all: Vec<(f64, bool)> = control.iter().map(|&value| (value, false)).collect();
    all.extend(treatment.iter().map(|&value| (value, true)));
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut rank_sum, mut ties) = (0.0, 0.0);
    let mut start = 0;
    while start < all.len() {
        let same = all[start..].iter().take_while(|entry| entry.0 == all[start].0).count();
        let treated = all[start..start + same].iter().filter(|entry| entry.1).count();
        rank_sum += treated as f64 * (start as f64 + 0.5 * (same as f64 + 1.0));
        let size = same as f64;
        ties += size * (size * size - 1.0);
        start += same;
    }
    let (m, n) = (first as f64, second as f64);
    let statistic = rank_sum - 0.5 * n * (n + 1.0);
    let superiority = statistic / (m * n);
    let p_value = if ties == 0.0 && first.max(second) <= EXACT_ARM {
        exact(first, second, statistic, alternative)
    } else {
        let total = m + n;
        let variance = m * n / 12.0 * (total + 1.0 - ties / (total * (total - 1.0)));
        if variance <= 0.0 {
            return Err(invalid_data("all values are equal, so ranks say nothing"));
        }
        let deviation = libm::sqrt(variance);
        let distance = statistic - 0.5 * m * n;
        let tail = |distance: f64| StandardNormal.survival((distance - 0.5) / deviation);
        match alternative {
            Alternative::TwoSided => (2.0 * tail(distance.abs())).min(1.0),
            Alternative::Greater => tail(distance),
            Alternative::Less => tail(-distance),
        }
    };
    Ok(RankTest { statistic, superiority, p_value })
}

/// How surprising a difference of means is when the labels of the arms are exchanged (Fisher 1935; Pitman 1937).
///
/// All ways are gone through where there are at most 50,000; else `resamples` random ones, and the one that was seen
/// counts among them, so that the p-value is never 0. The same stream gives the same result.
///
/// # Errors
/// `invalid_data` where an arm is empty or a value is not a finite number, `limit_size` where it would take too long.
pub fn permutation(
    control: &[f64],
    treatment: &[f64],
    alternative: Alternative,
    resamples: u32,
    stream: &mut Stream,
) -> Result<f64> {
    check_arms(control, treatment)?;
    let all: Vec<f64> = control.iter().chain(treatment).copied().collect();
    let (count, chosen) = (all.len(), treatment.len());
    let mean = all.iter().sum::<f64>() / count as f64;
    // Centred values keep the sums small, whatever the offset.
    let values: Vec<f64> = all.iter().map(|value| value - mean).collect();
    let seen: f64 = values[control.len()..].iter().sum();
    let slack = 1e-12 * values.iter().map(|value| value.abs()).sum::<f64>();
    let is_extreme = |sum: f64| match alternative {
        Alternative::TwoSided => sum.abs() >= seen.abs() - slack,
        Alternative::Greater => sum >= seen - slack,
        Alternative::Less => sum <= seen + slack,
    };
    if ways(count, chosen).is_some_and(|ways| ways <= WAYS) {
        let (mut extreme, mut total) = (0_u64, 0_u64);
        let mut places: Vec<usize> = (0..chosen).collect();
        loop {
            total += 1;
            extreme += u64::from(is_extreme(places.iter().map(|&place| values[place]).sum()));
            let Some(last) = (0..chosen).rev().find(|&index| places[index] < count - chosen + index) else {
                break;
            };
            places[last] += 1;
            for index in last + 1..chosen {
                places[index] = places[index - 1] + 1;
            }
        }
        return Ok(extreme as f64 / total as f64);
    }
    if u64::from(resamples).saturating_mul(count as u64) > WORK {
        return Err(Error::new(
            ErrorCode::LimitSize,
            "exchanging so many labels so often would take too long",
        ));
    }
    let mut shuffled = values;
    let mut extreme = 1_u64;
    for _ in 0..resamples {
        let mut sum = 0.0;
        for index in 0..chosen {
            let other = index + stream.next_below((count - index) as u64) as usize;
            shuffled.swap(index, other);
            sum += shuffled[index];
        }
        extreme += u64::from(is_extreme(sum));
    }
    Ok(extreme as f64 / (f64::from(resamples) + 1.0))
}

fn check_arms(control: &[f64], treatment: &[f64]) -> Result<()> {
    if control.is_empty() || treatment.is_empty() {
        return Err(invalid_data("a test needs at least one unit in each arm"));
    }
    if control.iter().chain(treatment).any(|value| !value.is_finite()) {
        return Err(invalid_data("the values contain one that is not a finite number"));
    }
    Ok(())
}

/// How many ways there are to choose, where the number is not enormous.
fn ways(count: usize, chosen: usize) -> Option<u64> {
    let mut ways = 1_u64;
    for index in 0..chosen.min(count - chosen) as u64 {
        ways = ways.checked_mul(count as u64 - index)? / (index + 1);
        if ways > WAYS {
            return None;
        }
    }
    Some(ways)
}

/// The exact distribution of the statistic: every order of the units is equally likely.
fn exact(first: usize, second: usize, statistic: f64, alternative: Alternative) -> f64 {
    // Of the arrangements of i control and j treatment units, the share with each statistic; the last unit belongs to
    // either arm.
    let most = first * second;
    let mut before: Vec<Vec<f64>> = vec![vec![1.0]; second + 1];
    for control in 1..=first {
        let mut row: Vec<Vec<f64>> = vec![vec![1.0]];
        for treatment in 1..=second {
            let share = control as f64 / (control + treatment) as f64;
            let mut shares = vec![0.0; control * treatment + 1];
            for (value, chance) in before[treatment].iter().enumerate() {
                shares[value] += share * chance;
            }
            for (value, chance) in row[treatment - 1].iter().enumerate() {
                shares[value + control] += (1.0 - share) * chance;
            }
            row.push(shares);
        }
        before = row;
    }
    let shares = &before[second];
    let seen = statistic as usize;
    let at_least = |value: usize| -> f64 { shares.iter().skip(value).sum() };
    match alternative {
        Alternative::Greater => at_least(seen),
        Alternative::Less => at_least(most - seen),
        Alternative::TwoSided => (2.0 * at_least(seen.max(most - seen))).min(1.0),
    }
}
