//! Intervals must hold what is known as often as they say.

use super::*;
use crate::random::{Seed, Stream, Streams};

fn exponential(stream: &mut Stream) -> f64 {
    -libm::log(stream.next_open_unit())
}

#[test]
fn intervals_of_ratios_and_quantiles_hold_the_truth_as_often_as_they_say() {
    let (mut ratios, mut quantiles) = (0, 0);
    for seed in 0..400 {
        let mut stream = Streams::new(Seed(seed)).stream(0, 0, 0);
        let mut rows = Vec::new();
        let mut values = Vec::new();
        for _ in 0..15 {
            let own: Vec<f64> = (0..200).map(|_| exponential(&mut stream)).collect();
            let weights: f64 = (0..200).map(|_| exponential(&mut stream)).sum();
            rows.push(vec![own.iter().sum(), weights]);
            values.push(own);
        }
        let ratio = Replications::new(rows).unwrap().estimate(0.95, |sums| sums[0] / sums[1]).unwrap();
        ratios += u32::from(ratio.interval.lower <= 1.0 && 1.0 <= ratio.interval.upper);
        let exact = -libm::log(0.1);
        let quantile = quantile_interval(&values, 0.9, 0.95).unwrap();
        quantiles += u32::from(quantile.interval.lower <= exact && exact <= quantile.interval.upper);
    }
    // 380 of 400 are expected; 3.5 standard deviations either way.
    assert!((365..=395).contains(&ratios), "{ratios}");
    assert!((365..=395).contains(&quantiles), "{quantiles}");
}

#[test]
fn the_jackknife_takes_the_bias_of_a_square_away() {
    // The square of the mean of 1, 2, 3 is 4; its jackknife is 4 less the variance of the mean, a third.
    let rows = vec![vec![1.0, 1.0], vec![2.0, 1.0], vec![3.0, 1.0]];
    let estimate = Replications::new(rows).unwrap();
    let estimate = estimate.estimate(0.95, |sums| (sums[0] / sums[1]) * (sums[0] / sums[1])).unwrap();
    assert!((estimate.value - (4.0 - 1.0 / 3.0)).abs() < 1e-12);
}

#[test]
fn batches_of_a_series() {
    let series: Vec<f64> = [9.0, 1.0, 3.0, 2.0, 4.0].to_vec();
    let estimate = batch_means(&series, 2, 0.95).unwrap();
    assert_eq!(estimate.value, 2.5);
    assert!(batch_means(&series, 1, 0.95).is_err() && batch_means(&series, 6, 0.95).is_err());
}

#[test]
fn a_series_that_only_climbs_has_no_warm_up() {
    let series: Vec<f64> = (0..500).map(f64::from).collect();
    assert_eq!(warm_up(&series), None);
    assert_eq!(warm_up(&[]), None);
    let flat: Vec<f64> = (0..500).map(|number| f64::from(number % 5)).collect();
    assert_eq!(warm_up(&flat), Some(0));
}

#[test]
fn stopping() {
    let estimate = Estimate::of_mean(&[10.0, 10.0, 10.1, 9.9], 0.95).unwrap();
    let rule = StoppingRule { relative_half_width: 0.05, least: 4, most: 10 };
    assert_eq!(rule.look(&estimate, 4), Progress::NarrowEnough);
    assert_eq!(StoppingRule { least: 6, ..rule }.look(&estimate, 4), Progress::More(2));
    let strict = StoppingRule { relative_half_width: 0.000_1, ..rule };
    assert_eq!(strict.look(&estimate, 10), Progress::BudgetSpent);
    assert_eq!(strict.look(&estimate, 4), Progress::More(6));
}
