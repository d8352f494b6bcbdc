//! Variance reduction: means and ratios adjusted by what was known of each unit before (CUPED).

use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::summary::{PairMoments, Sample};

/// Two arms whose outcome is adjusted by one covariate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Adjusted {
    /// The control, adjusted.
    pub control: Sample,
    /// The treatment, adjusted.
    pub treatment: Sample,
    /// The coefficient of the covariate that both arms share.
    pub coefficient: f64,
}

/// Adjusts the outcome (`first`) of two arms by a covariate (`second`) from before the assignment.
///
/// The coefficient is the pooled regression slope: sum of the covariances over sum of the variances within the
/// arms. Means are moved to the covariate's common mean, so their difference is unbiased and their level is kept
/// (Deng, Xu, Kohavi and Walker 2013; Lin 2013 for the pooled slope).
///
/// # Errors
/// `invalid_data` where an arm has fewer than two units or holds values that are not finite. A covariate that
/// does not vary adjusts nothing.
///
/// # Example
/// ```
/// use aura_core::stats::adjustment::adjust_by_covariate;
/// use aura_core::stats::summary::PairMoments;
/// let control = PairMoments::from_pairs(&[(1.0, 1.1), (2.0, 2.0), (3.0, 2.9), (4.0, 4.2)]);
/// let treatment = PairMoments::from_pairs(&[(2.0, 1.0), (3.0, 2.1), (4.0, 3.0), (5.0, 3.8)]);
/// let adjusted = adjust_by_covariate(&control, &treatment)?;
/// assert!(adjusted.control.variance < 0.1 * control.first.variance()?);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn adjust_by_covariate(control: &PairMoments, treatment: &PairMoments) -> Result<Adjusted> {
    let weight = |arm: &PairMoments| arm.first.count as f64 - 1.0;
    let covariance = control.covariance()? * weight(control) + treatment.covariance()? * weight(treatment);
    let variance = control.second.squared_deviations()? + treatment.second.squared_deviations()?;
    let coefficient = if variance == 0.0 { 0.0 } else { covariance / variance };
    let common = control.second.merge(treatment.second).mean()?;
    Ok(Adjusted {
        control: apply(control, coefficient, common)?,
        treatment: apply(treatment, coefficient, common)?,
        coefficient,
    })
}

/// One arm, adjusted with a coefficient and a common covariate mean that are known.
///
/// # Errors
/// As [`adjust_by_covariate`].
pub fn apply(arm: &PairMoments, coefficient: f64, common_mean: f64) -> Result<Sample> {
    check::finite("the coefficient", coefficient)?;
    let (outcome, covariate) = (arm.first.sample()?, arm.second.sample()?);
    if outcome.count != covariate.count {
        return Err(invalid_data("outcome and covariate were not counted on the same units"));
    }
    let mean = outcome.mean - coefficient * (covariate.mean - common_mean);
    let variance = outcome.variance - 2.0 * coefficient * arm.covariance()?
        + coefficient * coefficient * covariate.variance;
    Sample::new(outcome.count, mean, variance.max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::check::assert_close;
    use crate::stats::summary::Moments;

    #[test]
    fn adjusting_the_units_gives_the_same_sample() {
        let units = |shift: f64| -> Vec<(f64, f64)> {
            (0..40_u32).map(|i| (f64::from(i * i % 17) + shift, f64::from(i * i % 17 + i % 5))).collect()
        };
        let (control, treatment) = (units(0.0), units(1.0));
        let adjusted =
            adjust_by_covariate(&PairMoments::from_pairs(&control), &PairMoments::from_pairs(&treatment))
                .unwrap();
        let common =
            Moments::from_values(&control.iter().chain(&treatment).map(|pair| pair.1).collect::<Vec<_>>());
        let centre = common.mean().unwrap();
        let direct: Vec<f64> =
            treatment.iter().map(|pair| pair.0 - adjusted.coefficient * (pair.1 - centre)).collect();
        let direct = Moments::from_values(&direct).sample().unwrap();
        assert_close(adjusted.treatment.mean, direct.mean, 1e-14);
        assert_close(adjusted.treatment.variance, direct.variance, 1e-13);
        assert_close(adjusted.treatment.mean - adjusted.control.mean, 1.0, 1e-13);
    }

    #[test]
    fn a_flat_covariate_changes_nothing() {
        let arm = PairMoments::from_pairs(&[(1.0, 7.0), (2.0, 7.0), (4.0, 7.0)]);
        let adjusted = adjust_by_covariate(&arm, &arm).unwrap();
        assert_eq!(adjusted.control, arm.first.sample().unwrap());
        assert!(adjust_by_covariate(&arm, &PairMoments::default()).is_err());
    }
}
