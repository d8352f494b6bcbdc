//! Published constants: Jennison and Turnbull 2000 (tables 2.1, 7.1), Armitage, McPherson and Rowe 1969.

use super::*;
use crate::stats::check::assert_close;
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::hypothesis::{Alternative, Share};

fn even(looks: u32) -> Vec<f64> {
    (1..=looks).map(|look| f64::from(look) / f64::from(looks)).collect()
}

#[test]
fn pocock_constants() {
    for (looks, published) in [(1, 1.960), (2, 2.178), (3, 2.289), (5, 2.413), (10, 2.555)] {
        let bound = constant_bound(&even(looks), 0.05, Sides::Two).unwrap();
        assert!((bound - published).abs() < 6e-4, "{looks}: {bound}");
    }
}

#[test]
fn repeated_tests_inflate_the_level() {
    for (looks, published) in [(1, 0.05), (2, 0.083), (5, 0.142), (20, 0.248)] {
        let crossed =
            crossing_probabilities(&even(looks), &vec![1.959964; looks as usize], Sides::Two, 0.0).unwrap();
        assert!((crossed.iter().sum::<f64>() - published).abs() < 6e-4);
    }
}

#[test]
fn bounds_spend_what_they_may() {
    let shifted = StandardNormal.survival(1.5);
    for sides in [Sides::One, Sides::Two] {
        for spending in [Spending::ObrienFleming, Spending::Pocock, Spending::Power { exponent: 2.0 }] {
            for fractions in [vec![0.1, 0.15, 0.6, 1.0], even(30), vec![0.001, 0.5]] {
                let design = GroupDesign { fractions, alpha: 0.025, sides, spending };
                let bounds = group_bounds(&design).unwrap();
                let crossed = crossing_probabilities(&design.fractions, &bounds.z, sides, 0.0).unwrap();
                let mut total = 0.0;
                for (part, spent) in crossed.iter().zip(&bounds.spent) {
                    total += part;
                    assert!((total - spent).abs() < 1e-12, "{sides:?} {spending:?}: {total} {spent}");
                }
            }
        }
    }
    // One look with drift: an ordinary power.
    let power = crossing_probabilities(&[1.0], &[1.96], Sides::One, 1.96 - 1.5).unwrap();
    assert_close(power[0], shifted, 1e-12);
}

#[test]
fn the_sequence_excludes_exactly_where_p_is_alpha() {
    for alternative in [Alternative::TwoSided, Alternative::Greater, Alternative::Less] {
        let sequence = ConfidenceSequence::tuned(0.05, 5_000.0, alternative).unwrap();
        for units in [10.0, 5_000.0, 1e6] {
            let z = sequence.half_width(units, 1.0).unwrap() * libm::sqrt(units);
            let z = if alternative == Alternative::Less { -z } else { z };
            assert_close(sequence.p_value(z, units).unwrap(), 0.05, 1e-10);
        }
    }
    let far = ConfidenceSequence::tuned(0.05, 5_000.0, Alternative::TwoSided).unwrap();
    assert!(far.log_evidence(40.0, 1e6).unwrap() > 700.0);
}

#[test]
fn the_mixture_test_excludes_exactly_where_p_is_alpha() {
    let test = MixtureTest::new(0.01).unwrap();
    for variance in [1e-6, 0.01, 10.0] {
        let reach = test.interval(0.0, variance, 0.05).unwrap().upper;
        assert_close(test.p_value(reach, variance).unwrap(), 0.05, 1e-10);
    }
}

#[test]
fn boundaries_are_where_the_evidence_is_enough() {
    use boundary::{Boundary, Tail, proportion_sequence, stitched_bound};
    for tail in [
        Tail::TwoSidedNormal,
        Tail::OneSidedNormal,
        Tail::GammaExponential { scale: 2.0 },
        Tail::GammaPoisson { scale: 0.5 },
        Tail::BetaBinomial { low: 0.2, high: 0.8 },
    ] {
        let boundary = Boundary::tuned(tail, 100.0, 0.05).unwrap();
        for v in [20.0, 100.0, 1e4] {
            let bound = boundary.bound(v, 0.05).unwrap();
            assert_close(boundary.log_evidence(bound, v), -libm::log(0.05), 1e-9);
        }
    }
    assert!(stitched_bound(100.0, 0.05, 10.0, 0.0, 1.4, 2.0).unwrap() > libm::sqrt(100.0) * 1.96);
    let interval = proportion_sequence(Share::new(700, 1000).unwrap(), 0.05, 100.0, 0.05).unwrap();
    assert!(interval.contains(0.7) && interval.lower > 0.6 && interval.upper < 0.8);
}

#[test]
fn sequential_fit_skips_cells_without_weight() {
    let two = sequential_fit(&[480, 520], &[1.0, 1.0], 100.0).unwrap();
    let three = sequential_fit(&[480, 520, 0], &[1.0, 1.0, 0.0], 100.0).unwrap();
    assert_eq!(two, three);
    assert!(sequential_fit(&[480, 520, 1], &[1.0, 1.0, 0.0], 100.0).is_err());
    let far = sequential_fit(&[4_000, 2_000], &[0.8, 0.2], 100.0).unwrap();
    assert!(far.p_value > 0.0 && far.p_value < 1e-100);
}

#[test]
fn bad_designs_are_refused() {
    for fractions in [vec![], vec![0.0], vec![0.5, 0.5], vec![0.5, 1.1], vec![f64::NAN]] {
        let design =
            GroupDesign { fractions, alpha: 0.05, sides: Sides::Two, spending: Spending::ObrienFleming };
        assert!(group_bounds(&design).is_err());
    }
    assert!(crossing_probabilities(&[0.5, 1.0], &[2.0], Sides::Two, 0.0).is_err());
    assert!(ConfidenceSequence::tuned(0.6, 100.0, Alternative::Greater).is_err());
    assert!(MixtureTest::new(0.0).is_err());
}
