//! Several treatments of one metric against the same control: how much their effects have in common.

use super::AnalysisData;
use super::effect::{Difference, Means};
use super::linear::form;
use crate::error::Result;
use crate::stats::check::invalid_data;
use crate::stats::hypothesis::SharedControl;

/// Largest load, where the treatments have next to no error of their own.
const MOST: f64 = 0.999_9;

/// What the effects of several treatments share, for bounds that hold for all of them together (Dunnett 1955; with arms
/// whose variances differ Hasler and Hothorn 2008).
///
/// `comparisons` holds one metric of each treatment with the same control. Two effects have in common what the means of
/// the control add to both. Covariates and strata make that part differ a little from treatment to treatment; all loads
/// are then lowered alike until no pair is said to share more than it does, which can only widen the bounds (Šidák 1968).
/// Nothing is said to be shared where the strata of the control are not the same.
///
/// # Errors
/// `invalid_data` for no treatment, or data that cannot be analysed or do not vary.
pub fn shared_control(comparisons: &[AnalysisData]) -> Result<SharedControl> {
    let mut parts = Vec::with_capacity(comparisons.len());
    for data in comparisons {
        let means = Means::of(&data.strata)?;
        let difference = Difference::of(data, &means, None)?;
        let gradient = (&difference.by_control, &difference.by_treatment);
        let variance = means.variance(gradient, gradient);
        if variance <= 0.0 || variance.is_nan() {
            return Err(invalid_data("the data do not vary, so nothing can be said about chance"));
        }
        parts.push((data, means, difference.by_control, variance));
    }
    let common = |one: usize, two: usize| -> f64 {
        let (Some(one), Some(two)) = (parts.get(one), parts.get(two)) else { return 0.0 };
        let pairs = one.0.strata.iter().zip(&two.0.strata);
        if one.0.strata.len() != two.0.strata.len() || pairs.into_iter().any(|(a, b)| a.control != b.control)
        {
            return 0.0;
        }
        let shares = one.1.parts.iter().zip(&two.1.parts);
        shares.map(|(a, b)| a.share * b.share * form(&one.2, &a.control.covariances, &two.2)).sum()
    };
    let own: Vec<f64> = (0..parts.len()).map(|place| common(place, place)).collect();
    let mut agreement = 1.0_f64;
    for (one, &first) in own.iter().enumerate() {
        for (two, &second) in own.iter().enumerate().skip(one + 1) {
            let both = libm::sqrt(first) * libm::sqrt(second);
            let share = if both > 0.0 { common(one, two) / both } else { 0.0 };
            agreement = agreement.min(share).max(0.0);
        }
    }
    let loads = own.iter().zip(&parts).map(|(own, part)| libm::sqrt(agreement * own / part.3).min(MOST));
    SharedControl::new(loads.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Seed, Stream, Streams};
    use crate::stats::analysis::{EffectScale, Stratum, Term, estimate};
    use crate::stats::distribution::{Continuous as _, StandardNormal};
    use crate::stats::joint::JointMoments;

    /// Units with an outcome, a covariate, and a spread of their own.
    fn arm(draws: &mut Stream, units: usize, slope: f64, spread: f64) -> JointMoments {
        let mut normal = || StandardNormal.quantile(draws.next_unit().clamp(1e-12, 1.0 - 1e-12)).unwrap();
        let mut moments = JointMoments::new(2).unwrap();
        for _ in 0..units {
            let before = normal();
            moments.push(&[slope * before + spread * normal(), before]).unwrap();
        }
        moments
    }

    fn family(draws: &mut Stream, has_covariate: bool) -> Vec<AnalysisData> {
        let control = arm(draws, 40, 1.0, 1.0);
        let data = |treatment: JointMoments| AnalysisData {
            outcome: Term::Mean { column: 0 },
            covariates: if has_covariate { vec![Term::Mean { column: 1 }] } else { Vec::new() },
            strata: vec![Stratum { control: control.clone(), treatment }],
        };
        [(40, 1.0, 1.0), (120, 1.0, 0.5), (30, 1.0, 2.0)]
            .map(|(units, slope, spread)| data(arm(draws, units, slope, spread)))
            .to_vec()
    }

    #[test]
    fn loads_are_the_part_of_the_control() {
        let mut draws = Streams::new(Seed(8)).stream(0, 0, 0);
        let all = family(&mut draws, false);
        let variance = |moments: &JointMoments| moments.covariance(0, 0).unwrap() / moments.count() as f64;
        let loads = all.iter().map(|data| {
            let (own, base) = (variance(&data.strata[0].treatment), variance(&data.strata[0].control));
            (base / (own + base)).sqrt()
        });
        let by_hand = SharedControl::new(loads.collect()).unwrap();
        let (one, two) =
            (shared_control(&all).unwrap().p_value(2.0, 50.0).unwrap(), by_hand.p_value(2.0, 50.0).unwrap());
        assert!((one / two - 1.0).abs() < 1e-9, "{one} {two}");
        // Of another control nothing is shared.
        let mut apart = family(&mut draws, false);
        apart.splice(1.., all.into_iter().skip(1));
        let apart = shared_control(&apart).unwrap();
        assert_eq!(apart, SharedControl::new(vec![0.0; 3]).unwrap());
    }

    /// Arms of different size and spread, with and without a covariate: some treatment passes its bound in 5 % of tests.
    #[test]
    fn one_false_finding_in_twenty_tests() {
        for has_covariate in [false, true] {
            let mut draws = Streams::new(Seed(9)).stream(u64::from(has_covariate), 0, 0);
            let mut bounds: Option<Vec<f64>> = None;
            let (mut found, mut plain, tests) = (0_u32, 0_u32, 4_000);
            for _ in 0..tests {
                let all = family(&mut draws, has_covariate);
                let effects: Vec<_> =
                    all.iter().map(|data| estimate(data, EffectScale::Absolute, None).unwrap()).collect();
                // Loads and degrees of freedom hardly change from test to test.
                let bounds = bounds.get_or_insert_with(|| {
                    let shared = shared_control(&all).unwrap();
                    effects.iter().map(|own| shared.critical(0.05, own.degrees_of_freedom).unwrap()).collect()
                });
                let sizes: Vec<f64> =
                    effects.iter().map(|own| (own.estimate / own.standard_error).abs()).collect();
                found += u32::from(sizes.iter().zip(&*bounds).any(|(size, bound)| size > bound));
                plain += u32::from(sizes.iter().any(|size| *size > 2.0));
            }
            // Standard error .0034; at the level of a single test it would be about one in nine.
            let rate = f64::from(found) / f64::from(tests);
            assert!((0.040..0.060).contains(&rate), "{has_covariate}: {rate}");
            assert!(f64::from(plain) / f64::from(tests) > 0.09);
        }
    }
}
