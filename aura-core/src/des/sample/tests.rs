use super::*;
use crate::random::{Seed, Streams};

fn every_kind() -> Vec<(&'static str, Distribution)> {
    let part = Distribution::gamma(2.0, 5.0).unwrap();
    vec![
        ("fixed", Distribution::fixed(4.0).unwrap()),
        ("uniform", Distribution::uniform(-1.0, 3.0).unwrap()),
        ("triangular", Distribution::triangular(1.0, 2.0, 7.0).unwrap()),
        ("triangular, mode left", Distribution::triangular(1.0, 1.0, 7.0).unwrap()),
        ("triangular, mode right", Distribution::triangular(1.0, 7.0, 7.0).unwrap()),
        ("normal", Distribution::normal(10.0, 2.0, f64::NEG_INFINITY, f64::INFINITY).unwrap()),
        ("normal from 0", Distribution::normal(1.0, 2.0, 0.0, f64::INFINITY).unwrap()),
        ("normal, lower tail", Distribution::normal(0.0, 1.0, -6.0, -3.0).unwrap()),
        ("normal, upper tail", Distribution::normal(0.0, 1.0, 3.0, 6.0).unwrap()),
        ("lognormal", Distribution::lognormal(1.0, 0.75).unwrap()),
        ("lognormal with mean", Distribution::lognormal_with_mean(30.0, 12.0).unwrap()),
        ("exponential", Distribution::exponential(3.0).unwrap()),
        ("gamma, small shape", Distribution::gamma(0.3, 2.0).unwrap()),
        ("gamma, large shape", Distribution::gamma(40.0, 0.5).unwrap()),
        ("weibull", Distribution::weibull(1.5, 4.0).unwrap()),
        ("weibull, long tail", Distribution::weibull(0.8, 4.0).unwrap()),
        ("beta", Distribution::beta(2.0, 3.0, 10.0, 20.0).unwrap()),
        ("beta, small shapes", Distribution::beta(0.2, 0.3, 0.0, 1.0).unwrap()),
        ("pareto", Distribution::pareto(6.0, 2.0).unwrap()),
        ("empirical", Distribution::empirical(&[1.0, 9.0, 2.0, 2.0, 30.0]).unwrap()),
        ("discrete", Distribution::discrete(&[(1.0, 2.0), (5.0, 0.0), (10.0, 1.0)]).unwrap()),
        (
            "mixture",
            Distribution::mixture(vec![(part, 1.0), (Distribution::fixed(1.0).unwrap(), 3.0)]).unwrap(),
        ),
    ]
}

#[test]
fn moments_agree_with_the_exact_ones() {
    const DRAWS: u64 = 200_000;
    for (name, distribution) in every_kind() {
        let streams = Streams::new(Seed(2026));
        let (mean, variance) = (distribution.mean(), distribution.variance());
        let (mut sum, mut squares, mut fourths) = (0.0, 0.0, 0.0);
        for case in 0..DRAWS {
            let gap = distribution.sample(&mut streams.stream(case, 0, 0)) - mean;
            sum += gap;
            squares += gap * gap;
            fourths += gap * gap * gap * gap;
        }
        let count = DRAWS as f64;
        let (error, found, fourth) = (sum / count, squares / count, fourths / count);
        // Five standard errors of each estimate, the second from the fourth moment of the sample itself.
        assert!(error.abs() <= 5.0 * (variance / count).sqrt() + 1e-12, "{name}: mean off by {error}");
        let width = 5.0 * ((fourth - found * found).max(0.0) / count).sqrt() + 1e-12;
        assert!((found - variance).abs() <= width, "{name}: variance {found}, exact {variance}");
    }
}

/// Means and variances of scipy.stats 1.17.1.
#[test]
fn exact_moments_agree_with_scipy() {
    let check = |distribution: Result<Distribution>, mean: f64, variance: f64| {
        let distribution = distribution.unwrap();
        let close = |found: f64, expected: f64| (found / expected - 1.0).abs() < 1e-9;
        assert!(close(distribution.mean(), mean), "{distribution:?}: mean {}", distribution.mean());
        assert!(
            close(distribution.variance(), variance),
            "{distribution:?}: variance {}",
            distribution.variance()
        );
    };
    check(Distribution::triangular(1.0, 2.0, 7.0), 3.3333333333333335, 1.7222222222222225);
    check(Distribution::normal(1.0, 2.0, 0.0, f64::INFINITY), 2.018320867674067, 1.9447017427854685);
    check(Distribution::normal(0.0, 1.0, 3.0, 6.0), 3.2830965534232988, 0.07055317817828677);
    check(Distribution::lognormal(1.0, 0.75), 3.601138336272175, 9.791697776557593);
    check(Distribution::gamma(0.3, 2.0), 0.6, 1.2);
    check(Distribution::weibull(0.8, 4.0), 4.532012385277385, 32.63447926685787);
    check(Distribution::beta(0.2, 0.3, 10.0, 20.0), 14.0, 16.0);
    check(Distribution::pareto(6.0, 2.0), 2.4, 0.24);
    check(Distribution::uniform(-1.0, 3.0), 1.0, 4.0 / 3.0);
    check(Distribution::exponential(3.0), 3.0, 9.0);
}

#[test]
fn the_quantile_inverts_the_distribution_function() {
    for step in -370..=370 {
        let x = f64::from(step) / 10.0;
        // In the upper tail the probability itself has lost the digits, so the lower tail stands for both.
        let found = normal::quantile(normal::below(-x.abs()));
        assert!((found + x.abs()).abs() <= 1e-13 * x.abs().max(1.0), "{x}: {found}");
    }
    for (p, x) in [(0.975, 1.959_963_984_540_054), (0.5, 0.0), (0.9, 1.281_551_565_544_600_4)] {
        assert!((normal::quantile(p) - x).abs() < 1e-14);
    }
    assert_eq!(normal::quantile(0.0), f64::NEG_INFINITY);
    assert_eq!(normal::quantile(1.0), f64::INFINITY);
}

#[test]
fn samples_stay_in_their_range_and_are_the_same_bits_everywhere() {
    // The digest of the bits of 1,000 draws of each kind pins them across platforms, profiles and versions.
    let mut hasher = blake3::Hasher::new();
    for (name, distribution) in every_kind() {
        let streams = Streams::new(Seed(7));
        for case in 0..1_000 {
            let value = distribution.sample(&mut streams.stream(case, 3, 1));
            assert!(value.is_finite(), "{name}");
            hasher.update(&value.to_bits().to_le_bytes());
        }
    }
    insta::assert_snapshot!(hasher.finalize().to_hex().as_str(), @"49b167e3077cc16068657a43835f988f9616e36c63ad02219c0ee9432b1e2d75");
}

#[test]
fn parameters_without_a_meaning_are_refused() {
    let not = f64::NAN;
    let refused = [
        Distribution::fixed(not),
        Distribution::fixed(f64::INFINITY),
        Distribution::uniform(2.0, 1.0),
        Distribution::triangular(1.0, 0.5, 2.0),
        Distribution::normal(0.0, 0.0, -1.0, 1.0),
        Distribution::normal(0.0, 1.0, 20.0, 21.0),
        Distribution::normal(not, 1.0, 0.0, 1.0),
        Distribution::lognormal(not, 1.0),
        Distribution::lognormal(1.0, -1.0),
        Distribution::lognormal_with_mean(0.0, 1.0),
        Distribution::exponential(0.0),
        Distribution::exponential(-1.0),
        Distribution::gamma(0.0, 1.0),
        Distribution::gamma(1.0, not),
        Distribution::weibull(0.0, 1.0),
        Distribution::beta(1.0, 1.0, 2.0, 1.0),
        Distribution::pareto(not, 1.0),
        Distribution::empirical(&[]),
        Distribution::empirical(&[not]),
        Distribution::discrete(&[]),
        Distribution::discrete(&[(1.0, 0.0)]),
        Distribution::discrete(&[(1.0, -1.0), (2.0, 2.0)]),
    ];
    for (number, result) in refused.into_iter().enumerate() {
        assert!(result.is_err(), "number {number} was accepted");
    }
}

#[test]
fn weights_are_picked_in_proportion() {
    for count in [3_u32, 40] {
        let raw: Vec<f64> = (0..count).map(|number| f64::from(number % 3)).collect();
        let weights = Weights::new(&raw).unwrap();
        assert_eq!(weights.len(), raw.len());
        let draws = 1_000_000;
        let mut counts = vec![0_u32; raw.len()];
        for draw in 0..draws {
            counts[weights.pick((f64::from(draw) + 0.5) / f64::from(draws))] += 1;
        }
        for (found, share) in counts.iter().zip(weights.shares()) {
            assert!((f64::from(*found) - share * f64::from(draws)).abs() <= 1.0);
        }
        assert!(raw[weights.pick(1.0 - f64::EPSILON / 2.0)] > 0.0);
    }
}
