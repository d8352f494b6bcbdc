//! Against functions whose indices are known in closed form.

use super::*;
use crate::random::{Seed, Streams};

const PI: f64 = std::f64::consts::PI;

fn stream(number: u64) -> crate::random::Stream {
    Streams::new(Seed(11)).stream(number, 0, 0)
}

/// Ishigami and Homma (1990) with a = 7 and b = 0.1, each input from -π to π.
fn ishigami(point: &[f64]) -> f64 {
    let x: Vec<f64> = point.iter().map(|unit| PI * (2.0 * unit - 1.0)).collect();
    let sine = libm::sin(x[1]);
    libm::sin(x[0]) + 7.0 * sine * sine + 0.1 * libm::pow(x[2], 4.0) * libm::sin(x[0])
}

/// Its indices by integration: first order and total of each input, and the variance.
fn ishigami_truth() -> ([(f64, f64); 3], f64) {
    let (a, b) = (7.0_f64, 0.1_f64);
    let first = 0.5 * libm::pow(1.0 + b * libm::pow(PI, 4.0) / 5.0, 2.0);
    let second = a * a / 8.0;
    let together = b * b * libm::pow(PI, 8.0) * (1.0 / 18.0 - 1.0 / 50.0);
    let all = first + second + together;
    ([(first / all, (first + together) / all), (second / all, second / all), (0.0, together / all)], all)
}

#[test]
fn shares_of_ishigami_are_those_of_the_closed_form() {
    let design = VarianceShares { samples: 2_048, ..VarianceShares::default() };
    let points = design.points(3, &mut stream(1)).unwrap();
    let values: Vec<f64> = points.iter().map(|point| ishigami(point)).collect();
    let shares = design.shares(3, &values, &mut stream(2)).unwrap();
    let (truth, variance) = ishigami_truth();
    assert!((shares.variance / variance - 1.0).abs() < 0.02, "{shares:?}");
    assert!((shares.mean - 3.5).abs() < 0.05, "{shares:?}");
    for (found, (alone, total)) in shares.inputs.iter().zip(truth) {
        assert!((found.alone - alone).abs() < 0.02, "{found:?} is not {alone}");
        assert!((found.total - total).abs() < 0.02, "{found:?} is not {total}");
    }
}

#[test]
fn intervals_cover_the_truth_at_least_as_often_as_they_say() {
    let design = VarianceShares { samples: 256, resamples: 100, ..VarianceShares::default() };
    let (truth, _) = ishigami_truth();
    let (mut covered, mut all) = (0, 0);
    for number in 0..40 {
        let points = design.points(3, &mut stream(number)).unwrap();
        let values: Vec<f64> = points.iter().map(|point| ishigami(point)).collect();
        let shares = design.shares(3, &values, &mut stream(1_000 + number)).unwrap();
        for (found, (alone, total)) in shares.inputs.iter().zip(truth) {
            covered += u32::from(found.alone_interval.contains(alone));
            covered += u32::from(found.total_interval.contains(total));
            all += 2;
        }
    }
    // Resampled rows are as if drawn apart, while a lattice is spread more evenly: intervals are on the safe side.
    let share = f64::from(covered) / f64::from(all);
    assert!((0.88..=1.0).contains(&share), "{share}");
}

#[test]
fn a_flat_function_has_no_shares() {
    let design = VarianceShares::default();
    let values = vec![0.1; 64 * 4];
    let shares = design.shares(2, &values, &mut stream(1)).unwrap();
    assert!(shares.inputs.iter().all(|input| input.alone == 0.0 && input.total == 0.0));
}

/// A function of Sobol' (g) whose inputs matter less and less; means of its elementary effects rank as its indices do.
#[test]
fn screening_ranks_as_the_total_indices_do() {
    let weights = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0];
    let g = |point: &[f64]| -> f64 {
        point.iter().zip(weights).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product()
    };
    let screening = Screening { trajectories: 60, levels: 8 };
    let points = screening.points(6, &mut stream(3)).unwrap();
    assert_eq!(points.len(), 60 * 7);
    assert!(points.iter().flatten().all(|place| (-1e-12..=1.0 + 1e-12).contains(place)));
    let values: Vec<f64> = points.iter().map(|point| g(point)).collect();
    let effects = screening.effects(&points, &values).unwrap();
    for pair in effects[..5].windows(2) {
        assert!(pair[0].mean_absolute > pair[1].mean_absolute, "{effects:?}");
    }
    assert!(effects[0].deviation > 10.0 * effects[4].deviation);
}

#[test]
fn what_makes_no_sense_is_refused() {
    assert!(Screening { levels: 5, ..Screening::default() }.points(2, &mut stream(1)).is_err());
    assert!(Screening::default().points(0, &mut stream(1)).is_err());
    let points = Screening::default().points(2, &mut stream(1)).unwrap();
    assert!(Screening::default().effects(&points, &[1.0]).is_err());
    assert!(Screening::default().effects(&points, &vec![f64::NAN; points.len()]).is_err());
    assert!(Screening::default().effects(&vec![vec![0.5, 0.5]; 24], &[1.0; 24]).is_err());
    assert!(VarianceShares { samples: 1, ..VarianceShares::default() }.points(2, &mut stream(1)).is_err());
    assert!(VarianceShares::default().shares(2, &[1.0], &mut stream(1)).is_err());
    assert!(
        VarianceShares { samples: u32::MAX, ..VarianceShares::default() }.points(9, &mut stream(1)).is_err()
    );
}

/// What SALib 1.6.0 says of the values of Ishigami's function at the points of these designs.
#[test]
fn estimates_are_those_of_salib() {
    let design = VarianceShares { samples: 8, ..VarianceShares::default() };
    let points = design.points(3, &mut stream(1)).unwrap();
    let values: Vec<f64> = points.iter().map(|point| ishigami(point)).collect();
    let shares = design.shares(3, &values, &mut stream(2)).unwrap();
    let of_salib = [
        (0.587_702_031_073_594_2, 0.689_298_874_417_165_9),
        (-0.079_456_050_624_233_11, 0.235_650_165_300_953_42),
        (0.009_628_881_238_720_176, 0.080_089_658_849_601_02),
    ];
    for (found, (alone, total)) in shares.inputs.iter().zip(of_salib) {
        assert!((found.alone - alone).abs() < 1e-12 && (found.total - total).abs() < 1e-12, "{found:?}");
    }
    let screening = Screening { trajectories: 3, levels: 4 };
    let points = screening.points(3, &mut stream(3)).unwrap();
    let values: Vec<f64> = points.iter().map(|point| ishigami(point)).collect();
    let of_salib = [
        (9.786_986_146_037_476, 9.786_986_146_037_476, 7.215_488_224_740_92),
        (-7.875_000_000_000_003, 7.875_000_000_000_003, 0.0),
        (-4.165_864_068_888_744, 12.497_592_206_666_233, 14.430_976_449_481_84),
    ];
    let effects = screening.effects(&points, &values).unwrap();
    for (found, (mean, size, deviation)) in effects.iter().zip(of_salib) {
        assert!((found.mean - mean).abs() < 1e-9 && (found.mean_absolute - size).abs() < 1e-9, "{found:?}");
        assert!((found.deviation - deviation).abs() < 1e-9, "{found:?}");
    }
}
