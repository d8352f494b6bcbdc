//! Adjusted p-values for many tests at once, in the order in which the p-values were given.
//!
//! Every adjusted value is compared with the same level as a single p-value would be.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{Continuous as _, StandardNormal};

/// How p-values are adjusted, and which error is kept below the level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Adjustment {
    /// No adjustment.
    None,
    /// Any false finding; any dependence. Bonferroni 1936.
    Bonferroni,
    /// Any false finding; independent tests. Šidák 1967.
    Sidak,
    /// Any false finding; any dependence; never weaker than Bonferroni. Holm 1979.
    Holm,
    /// Any false finding; independent tests; step-down form of Šidák. Holland and Copenhaver 1987.
    HolmSidak,
    /// Any false finding; independent or positively dependent tests. Hochberg 1988.
    Hochberg,
    /// Any false finding; independent or positively dependent tests; never weaker than Hochberg. Hommel 1988.
    Hommel,
    /// Share of false findings; independent or positively dependent tests. Benjamini and Hochberg 1995.
    BenjaminiHochberg,
    /// Share of false findings; any dependence. Benjamini and Yekutieli 2001.
    BenjaminiYekutieli,
}

/// Adjusts p-values. The result has the order of the input; equal inputs get equal outputs.
///
/// # Errors
/// `invalid_number` where a value does not lie between 0 and 1, `invalid_data` where there is none.
///
/// # Example
/// ```
/// use aura_core::stats::multiple::{Adjustment, adjust};
/// let adjusted = adjust(&[0.01, 0.04, 0.03], Adjustment::Holm)?;
/// assert_eq!(adjusted, vec![0.03, 0.06, 0.06]);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn adjust(p_values: &[f64], adjustment: Adjustment) -> Result<Vec<f64>> {
    if p_values.is_empty() {
        return Err(invalid_data("there are no p-values to adjust"));
    }
    for &p_value in p_values {
        check::probability("a p-value", p_value)?;
    }
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    let at = |index: usize| p_values.get(index).copied().unwrap_or(1.0);
    order.sort_by(|&left, &right| at(left).total_cmp(&at(right)));
    let sorted: Vec<f64> = order.iter().map(|&index| at(index)).collect();
    let adjusted = adjust_sorted(&sorted, adjustment);
    let mut result: Vec<(usize, f64)> = order.into_iter().zip(adjusted).collect();
    result.sort_by_key(|&(index, _)| index);
    Ok(result.into_iter().map(|(_, value)| value.min(1.0)).collect())
}

/// Lower bounds of effects that hold together with confidence `1 − level`, and agree with Holm's tests of "not above 0":
/// an effect that is found has a bound of at least 0, one that is not found has one below 0 or at it.
///
/// Where some effects are not found, the others are only known to be above 0: that is the price of Holm's power
/// (Strassburger and Bretz 2008; Guilbaud 2008). For effects that should be small, change the sign before and after.
///
/// # Errors
/// `invalid_data` where the lists differ in length or are empty, `invalid_number` for a standard error that is not above
/// 0 or a level that does not lie between 0 and 1.
///
/// # Example
/// ```
/// use aura_core::stats::multiple::holm_bounds;
/// let bounds = holm_bounds(&[5.0, 0.5], &[1.0, 1.0], 0.05)?;
/// assert_eq!(bounds[0], 0.0);
/// assert!((bounds[1] - (0.5 - 1.6448536)).abs() < 1e-6);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn holm_bounds(estimates: &[f64], standard_errors: &[f64], level: f64) -> Result<Vec<f64>> {
    check::level("the level", level)?;
    if estimates.is_empty() || estimates.len() != standard_errors.len() {
        return Err(invalid_data("there must be one standard error for each estimate"));
    }
    let mut p_values = Vec::with_capacity(estimates.len());
    for (&estimate, &error) in estimates.iter().zip(standard_errors) {
        check::finite("an estimate", estimate)?;
        check::positive("a standard error", error)?;
        p_values.push(StandardNormal.survival(estimate / error));
    }
    let found: Vec<bool> =
        adjust(&p_values, Adjustment::Holm)?.into_iter().map(|p_value| p_value < level).collect();
    let open = found.iter().filter(|found| !**found).count();
    let sharing = if open == 0 { estimates.len() } else { open };
    let reach = StandardNormal.upper_quantile(level / sharing as f64)?;
    let bound = |((&estimate, &error), is_found): ((&f64, &f64), bool)| match (is_found, open) {
        (true, 0) => (estimate - reach * error).max(0.0),
        (true, _) => 0.0,
        (false, _) => estimate - reach * error,
    };
    Ok(estimates.iter().zip(standard_errors).zip(found).map(bound).collect())
}

/// Adjusts p-values so that the share of false findings stays below `level`, after estimating at that level how many
/// tests have nothing to find (two-stage step-up of Benjamini, Krieger and Yekutieli 2006). Compare with `level`.
///
/// # Errors
/// As [`adjust`], and `invalid_number` where the level does not lie between 0 and 1.
pub fn two_stage(p_values: &[f64], level: f64) -> Result<Vec<f64>> {
    check::level("the level", level)?;
    let adjusted = adjust(p_values, Adjustment::BenjaminiHochberg)?;
    let found = adjusted.iter().filter(|&&value| value <= level / (1.0 + level)).count();
    let left = (p_values.len() - found) as f64 / p_values.len() as f64;
    Ok(adjusted.into_iter().map(|value| value * left).collect())
}

fn adjust_sorted(sorted: &[f64], adjustment: Adjustment) -> Vec<f64> {
    let count = sorted.len() as f64;
    let single = |scale: &dyn Fn(f64, f64) -> f64| -> Vec<f64> {
        // `rank` is 1 for the smallest p-value.
        sorted.iter().enumerate().map(|(index, &p)| scale(p, index as f64 + 1.0)).collect()
    };
    match adjustment {
        Adjustment::None => sorted.to_vec(),
        Adjustment::Bonferroni => single(&|p, _| p * count),
        Adjustment::Sidak => single(&|p, _| sidak(p, count)),
        Adjustment::Holm => step_down(single(&|p, rank| p * (count - rank + 1.0))),
        Adjustment::HolmSidak => step_down(single(&|p, rank| sidak(p, count - rank + 1.0))),
        Adjustment::Hochberg => step_up(single(&|p, rank| p * (count - rank + 1.0))),
        Adjustment::BenjaminiHochberg => step_up(single(&|p, rank| p * (count / rank))),
        Adjustment::BenjaminiYekutieli => {
            let harmonic: f64 = (1..=sorted.len()).rev().map(|rank| 1.0 / rank as f64).sum();
            step_up(single(&|p, rank| p * (count / rank) * harmonic))
        }
        Adjustment::Hommel => hommel(sorted),
    }
}

/// `1 − (1 − p)ⁿ`, accurate for tiny p.
fn sidak(p: f64, count: f64) -> f64 {
    -libm::expm1(count * libm::log1p(-p))
}

/// No adjusted value may be below that of a smaller p-value.
fn step_down(mut values: Vec<f64>) -> Vec<f64> {
    let mut largest = 0.0_f64;
    for value in &mut values {
        largest = largest.max(*value);
        *value = largest;
    }
    values
}

/// No adjusted value may be above that of a larger p-value.
fn step_up(mut values: Vec<f64>) -> Vec<f64> {
    let mut smallest = 1.0_f64;
    for value in values.iter_mut().rev() {
        smallest = smallest.min(*value);
        *value = smallest;
    }
    values
}

/// Hommel's procedure, in the form of Wright 1992: the largest over all subset sizes `m` of what Simes gives.
fn hommel(sorted: &[f64]) -> Vec<f64> {
    let count = sorted.len();
    let simes = |values: &[f64], size: usize, first: usize| {
        let ranked = values.iter().enumerate().map(|(index, &p)| size as f64 * p / (first + index) as f64);
        ranked.fold(f64::INFINITY, f64::min)
    };
    let start = simes(sorted, count, 1);
    let mut adjusted: Vec<f64> = sorted.iter().map(|&p| p.max(start)).collect();
    for size in (2..count).rev() {
        // The upper size − 1 p-values, with ranks 2 … size.
        let (lower, upper) = sorted.split_at(count - size + 1);
        let limit = simes(upper, size, 2);
        let mut last = limit;
        for (value, &p) in adjusted.iter_mut().zip(lower) {
            last = limit.min(size as f64 * p);
            *value = value.max(last);
        }
        for value in adjusted.iter_mut().skip(lower.len()) {
            *value = value.max(last);
        }
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::check::assert_close;

    fn check(p_values: &[f64], adjustment: Adjustment, expected: &[f64]) {
        let adjusted = adjust(p_values, adjustment).unwrap();
        assert_eq!(adjusted.len(), expected.len());
        for (&actual, &wanted) in adjusted.iter().zip(expected) {
            assert_close(actual, wanted, 1e-14);
        }
    }

    #[test]
    fn known_procedures() {
        // Worked by hand from the definitions.
        let p = [0.04, 0.01, 0.02, 0.03];
        check(&p, Adjustment::Bonferroni, &[0.16, 0.04, 0.08, 0.12]);
        check(&p, Adjustment::Holm, &[0.06, 0.04, 0.06, 0.06]);
        check(&p, Adjustment::Hochberg, &[0.04, 0.04, 0.04, 0.04]);
        check(&p, Adjustment::Hommel, &[0.04, 0.04, 0.04, 0.04]);
        check(&p, Adjustment::BenjaminiHochberg, &[0.04, 0.04, 0.04, 0.04]);
        check(&p, Adjustment::BenjaminiYekutieli, &[0.25 / 3.0; 4]);
        check(&[1e-200], Adjustment::Sidak, &[1e-200]);
        check(&[1e-200, 1.0], Adjustment::Sidak, &[2e-200, 1.0]);
    }

    /// Hommel by its definition: closed testing with Simes' test of every intersection.
    fn closed_testing(p: &[f64]) -> Vec<f64> {
        let mut adjusted = vec![0.0_f64; p.len()];
        for set in 1_u32..1 << p.len() {
            let members: Vec<usize> = (0..p.len()).filter(|i| set >> i & 1 == 1).collect();
            let mut values: Vec<f64> = members.iter().map(|&i| p[i]).collect();
            values.sort_by(f64::total_cmp);
            let size = values.len() as f64;
            let simes = values.iter().enumerate().map(|(i, v)| size * v / (i as f64 + 1.0));
            let simes = simes.fold(1.0, f64::min);
            for &member in &members {
                adjusted[member] = adjusted[member].max(simes);
            }
        }
        adjusted
    }

    #[test]
    fn hommel_is_closed_testing_with_simes() {
        let mut stream = crate::random::Streams::new(crate::random::Seed(5)).stream(0, 0, 0);
        for count in 1..9 {
            for _ in 0..40 {
                let p: Vec<f64> = (0..count).map(|_| stream.next_unit() * stream.next_unit()).collect();
                check(&p, Adjustment::Hommel, &closed_testing(&p));
            }
        }
    }

    #[test]
    fn bad_input_is_refused() {
        assert!(adjust(&[], Adjustment::Holm).is_err());
        assert!(adjust(&[0.5, f64::NAN], Adjustment::Holm).is_err());
        assert!(adjust(&[1.1], Adjustment::None).is_err());
    }
}
