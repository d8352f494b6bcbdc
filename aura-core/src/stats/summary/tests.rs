use super::*;
use crate::stats::check::assert_close;

fn check(values: &[f64], mean: f64, variance: f64) {
    let moments = Moments::from_values(values);
    let sample = moments.sample().unwrap();
    assert_close(sample.mean, mean, 1e-16);
    assert_close(sample.variance, variance, 1e-15);
    for cut in 1..values.len() {
        let (left, right) = values.split_at(cut);
        let merged = Moments::from_values(right).merge(Moments::from_values(left));
        assert_eq!(merged.sample().unwrap(), sample, "merged at {cut}");
    }
}

#[test]
fn variance_survives_an_offset() {
    check(&[1.0, 2.0, 3.0, 4.0], 2.5, 5.0 / 3.0);
    check(&[1e12 + 1.0, 1e12 + 2.0, 1e12 + 3.0], 1e12 + 2.0, 1.0);
    check(&[-1e15, 1e15, -1e15, 1e15], 0.0, 4e30 / 3.0);
    check(&[0.0; 5], 0.0, 0.0);
    check(&[0.1; 5], 0.1, 0.0);
}

#[test]
fn covariance_survives_an_offset() {
    let pairs: Vec<(f64, f64)> =
        (0..1000_u32).map(|i| (1e9 + f64::from(i), 1e8 - f64::from(2 * i))).collect();
    let moments = PairMoments::from_pairs(&pairs);
    assert_close(moments.covariance().unwrap(), -2.0 * moments.first.variance().unwrap(), 1e-15);
}

#[test]
fn merged_samples_equal_the_sample_of_all() {
    let (left, right) = ([1.0, 5.0, 2.5], [100.0, 103.0]);
    let all = Moments::from_values(&[left.as_slice(), right.as_slice()].concat()).sample().unwrap();
    let sample = |values: &[f64]| Moments::from_values(values).sample().unwrap();
    let merged = sample(&left).merge(&sample(&right));
    assert_eq!(merged.count, all.count);
    assert_close(merged.mean, all.mean, 1e-15);
    assert_close(merged.variance, all.variance, 1e-15);
}

#[test]
fn bad_data_is_refused() {
    assert!(Moments::default().mean().is_err());
    assert!(Moments::from_values(&[1.0]).sample().is_err());
    assert!(Moments::from_values(&[1.0, f64::NAN]).mean().is_err());
    assert!(Moments::from_values(&[1.0, f64::INFINITY]).mean().is_err());
    assert!(Moments::from_values(&[1e200, 1.0]).mean().is_err());
    assert!(Moments::from_sums(10, 100.0, 10.0).is_err());
    assert!(Moments::from_successes(3, 2).is_err());
    assert!(Sample::new(5, 1.0, -1.0).is_err());
}

#[test]
fn sums_from_elsewhere_give_the_same_sample() {
    let direct = Moments::from_successes(3, 10).unwrap();
    assert_eq!(direct, Moments::from_sums(10, 3.0, 3.0).unwrap());
    assert_close(direct.variance().unwrap(), 0.3 * 0.7 * 10.0 / 9.0, 1e-15);
}
