//! Predictions that do not depend on the order, do not see their own unit, and find what a line cannot.

use super::*;
use crate::random::{Seed, Streams};

fn units(count: u64, seed: u64) -> Vec<KnownUnit> {
    let mut draws = Streams::new(Seed(seed)).stream(0, 0, 0);
    (0..count)
        .map(|key| {
            let (one, two) = (draws.next_unit(), draws.next_unit());
            let above = if (one > 0.5) == (two > 0.5) { 4.0 } else { 0.0 } + draws.next_unit();
            let group = (key % 2) as usize;
            KnownUnit { key, group, above: above + 100.0 * group as f64, below: 1.0, known: vec![one, two] }
        })
        .collect()
}

fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}

#[test]
fn the_order_of_the_units_does_not_matter() {
    let forward = units(800, 1);
    let mut backward = forward.clone();
    backward.reverse();
    let mut turned = cross_fitted_predictions(&backward).unwrap();
    turned.reverse();
    assert_eq!(bits(&cross_fitted_predictions(&forward).unwrap()), bits(&turned));
}

/// Which quarter of a square a point lies in, crossed: no line tells it, and the arm's level of 100 is not learned.
#[test]
fn what_no_line_tells_is_learned_and_the_arm_is_not() {
    let units = units(2_000, 2);
    let predicted = cross_fitted_predictions(&units).unwrap();
    let truth = |unit: &KnownUnit| if (unit.known[0] > 0.5) == (unit.known[1] > 0.5) { 2.0 } else { -2.0 };
    let wrong: f64 = units
        .iter()
        .zip(&predicted)
        .map(|(unit, own)| (own - truth(unit)) * (own - truth(unit)))
        .sum::<f64>()
        / 2_000.0;
    assert!(wrong < 0.6, "{wrong}");
}

/// Its own outcome never enters the prediction of a unit.
#[test]
fn a_unit_does_not_teach_its_own_prediction() {
    let mut units = units(600, 3);
    let before = cross_fitted_predictions(&units).unwrap();
    units[17].above = 1e6;
    let after = cross_fitted_predictions(&units).unwrap();
    assert_eq!(before[17].to_bits(), after[17].to_bits());
    assert_ne!(bits(&before), bits(&after));
}

#[test]
fn ugly_units() {
    assert!(cross_fitted_predictions(&[]).unwrap().is_empty());
    let unit = |key: u64, above: f64, known: Vec<f64>| KnownUnit { key, group: 0, above, below: 1.0, known };
    assert!(cross_fitted_predictions(&[unit(1, f64::NAN, vec![1.0])]).is_err());
    assert!(cross_fitted_predictions(&[unit(1, 1.0, vec![1.0]), unit(2, 1.0, Vec::new())]).is_err());
    assert!(cross_fitted_predictions(&[unit(1, 1.0, vec![0.0; 33])]).is_err());
    let flat: Vec<KnownUnit> = (0..40).map(|key| unit(key, 5.0, vec![3.0])).collect();
    assert_eq!(cross_fitted_predictions(&flat).unwrap(), [0.0; 40]);
    let huge: Vec<KnownUnit> =
        (0..40).map(|key| unit(key, 1e300 * (key % 3) as f64, vec![1e300 * (key % 5) as f64])).collect();
    assert!(cross_fitted_predictions(&huge).unwrap().iter().all(|value| value.is_finite()));
}
