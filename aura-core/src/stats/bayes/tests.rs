use super::*;
use crate::stats::check::assert_close;
use crate::stats::hypothesis::{Interval, Share};

#[test]
fn small_beta_comparisons_are_exact() {
    // P(B > A) as a sum over the successes of B, for whole shapes (Miller 2015).
    let prior = ProportionBelief::uniform();
    let control = prior.after(Share::new(1, 3).unwrap());
    let treatment = prior.after(Share::new(2, 3).unwrap());
    // Beta(2, 3) and Beta(3, 2): polynomial densities, integrated by hand.
    let comparison = compare_proportions(&control, &treatment);
    assert_close(comparison.chance_better, 53.0 / 70.0, 1e-12);
    let difference = treatment.mean() - control.mean();
    assert_close(comparison.loss_if_refused - comparison.loss_if_chosen, difference, 1e-11);
}

#[test]
fn tiny_chances_keep_their_digits() {
    let prior = ProportionBelief::uniform();
    let (low, high) = (Share::new(100, 10_000).unwrap(), Share::new(400, 10_000).unwrap());
    let comparison = compare_proportions(&prior.after(high), &prior.after(low));
    assert!(comparison.chance_better > 0.0 && comparison.chance_better < 1e-30);
    assert!(comparison.loss_if_refused > 0.0);
}

#[test]
fn normal_beliefs() {
    let posterior = NormalBelief::new(0.1, 0.3).unwrap().after(0.2, 0.1).unwrap();
    assert_close(posterior.mean(), (0.1 / 0.09 + 0.2 / 0.01) / (1.0 / 0.09 + 1.0 / 0.01), 1e-14);
    assert_close(posterior.standard_deviation(), libm::sqrt(1.0 / (1.0 / 0.09 + 1.0 / 0.01)), 1e-14);
    assert_close(posterior.loss_if_refused() - posterior.loss_if_chosen(), posterior.mean(), 1e-13);
    let all = posterior.chance_within(Interval { lower: f64::NEG_INFINITY, upper: f64::INFINITY });
    assert_eq!(all, 1.0);
    let half = posterior.chance_within(posterior.interval(0.5).unwrap());
    assert_close(half, 0.5, 1e-13);
    assert!(NormalBelief::new(0.0, 0.0).is_err());
}

#[test]
fn the_best_of_equals() {
    let arms = [NormalBelief::new(1.0, 2.0).unwrap(); 4];
    for arm in best_arm(&arms).unwrap() {
        assert_close(arm.first, 0.25, 1e-12);
        assert_close(arm.second, 0.25, 1e-12);
    }
    let uneven = [(0.1, 0.01), (0.11, 0.012), (0.105, 0.02), (-3.0, 0.1)]
        .map(|(mean, sd)| NormalBelief::new(mean, sd).unwrap());
    let chances = best_arm(&uneven).unwrap();
    assert_close(chances.iter().map(|arm| arm.first).sum(), 1.0, 1e-12);
    assert_close(chances.iter().map(|arm| arm.second).sum(), 1.0, 1e-12);
    assert!(best_arm(&arms[..1]).is_err());
    let shares = [ProportionBelief::new(0.5, 0.5).unwrap(); 3];
    for arm in best_proportion(&shares).unwrap() {
        assert_close(arm.top_two, 1.0 / 3.0, 1e-9);
    }
}
