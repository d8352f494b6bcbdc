//! Reference values are from scipy 1.17 and statsmodels 0.14; score intervals of a difference, which statsmodels
//! finds to two digits only, and score tests of a margin from the definition with scipy's root finder.

use super::*;
use crate::stats::check::assert_close;
use crate::stats::summary::{Moments, PairMoments, Sample};

fn samples() -> (Sample, Sample) {
    (Sample::new(120, 10.0, 4.0).unwrap(), Sample::new(80, 11.0, 5.0).unwrap())
}

fn shares() -> (Share, Share) {
    (Share::new(25, 150).unwrap(), Share::new(37, 140).unwrap())
}

fn check_interval(interval: Interval, lower: f64, upper: f64) {
    assert!((interval.lower - lower).abs() < 1e-9, "{interval:?} {lower}");
    assert!((interval.upper - upper).abs() < 1e-9, "{interval:?} {upper}");
}

#[test]
fn two_means() {
    let (control, treatment) = samples();
    let options = TestOptions::default();
    let separate = welch(&control, &treatment, &options).unwrap();
    assert_close(separate.statistic, 3.2302914123489925, 1e-14);
    assert_close(separate.p_value, 0.0015078514754399532, 1e-12);
    let equal = pooled(&control, &treatment, &options).unwrap();
    assert_close(equal.statistic, 3.303270480420843, 1e-14);
    assert_close(equal.p_value, 0.0011340171390115553, 1e-12);
    let tiny = z_test(&control, &Sample::new(80, 18.0, 5.0).unwrap(), &options).unwrap();
    assert!(tiny.p_value > 0.0 && tiny.p_value < 1e-100);
}

#[test]
fn pairs() {
    let test =
        paired(&[(10.0, 12.0), (11.0, 12.0), (9.0, 12.0), (10.0, 11.0)], &TestOptions::default()).unwrap();
    assert_close(test.p_value, 0.03535284700251737, 1e-12);
    check_interval(test.interval, 0.2265198191711877, 3.2734801808288125);
}

/// The p-value crosses `1 − confidence` exactly where the null value crosses an end of the interval.
fn check_agreement(test: impl Fn(&TestOptions) -> Result<Inference>, tolerance: f64) {
    for alternative in [Alternative::TwoSided, Alternative::Greater, Alternative::Less] {
        for confidence in [0.5, 0.9, 0.95, 0.999] {
            let options = TestOptions::default().with_alternative(alternative).with_confidence(confidence);
            let interval = test(&options).unwrap().interval;
            for end in [interval.lower, interval.upper] {
                // Ratios and differences of proportions end at −1 and 1, where no test can be done.
                if end.is_finite() && end > -1.0 && end < 1.0 {
                    let at_end = test(&options.with_null(end)).unwrap();
                    assert_close(at_end.p_value, 1.0 - confidence, tolerance);
                }
            }
        }
    }
}

#[test]
fn interval_and_p_value_agree() {
    let (control, treatment) = samples();
    check_agreement(|options| welch(&control, &treatment, options), 1e-10);
    check_agreement(|options| pooled(&control, &treatment, options), 1e-10);
    check_agreement(|options| one_sample(&control, options), 1e-10);
    for method in [RelativeMethod::Delta, RelativeMethod::LogDelta] {
        check_agreement(|options| relative_difference(&control, &treatment, method, options), 1e-9);
    }
    let (control, treatment) = shares();
    check_agreement(|options| two_proportion_z(control, treatment, options), 1e-9);
}

#[test]
fn one_proportion() {
    let share = Share::new(7, 40).unwrap();
    for (method, lower, upper) in [
        (ProportionMethod::Wilson, 0.09776044308911717, 0.2934192985304306),
        (ProportionMethod::Exact, 0.08513250458598166, 0.3037056670034146),
        (ProportionMethod::AgrestiCoull, 0.09575159422721581, 0.29542814739233203),
        (ProportionMethod::Jeffreys, 0.09428428056417419, 0.2893111529243434),
        (ProportionMethod::Wald, 0.07618036174613044, 0.27381963825386957),
    ] {
        check_interval(proportion_interval(share, method, 0.9).unwrap(), lower, upper);
        for edge in [Share::new(0, 5).unwrap(), Share::new(5, 5).unwrap(), Share::new(1, 1).unwrap()] {
            let interval = proportion_interval(edge, method, 0.9).unwrap();
            assert!(interval.contains(edge.value()) && interval.lower >= 0.0 && interval.upper <= 1.0);
        }
    }
}

#[test]
fn two_proportions() {
    let (control, treatment) = shares();
    for (method, lower, upper) in [
        (DifferenceMethod::Newcombe, 0.00297231031618439, 0.19142332577239685),
        (DifferenceMethod::Wald, 0.003321061220583413, 0.19191703401751187),
        (DifferenceMethod::AgrestiCaffo, 0.002289447348736026, 0.19081655709900297),
        (DifferenceMethod::Score, 0.0030506786253906345, 0.19286809935001292),
    ] {
        check_interval(difference_interval(control, treatment, method, 0.95).unwrap(), lower, upper);
    }
    for (method, lower, upper) in [
        (RatioMethod::Score, 1.0141181366321799, 2.4926738261659236),
        (RatioMethod::Log, 1.0089321070003359, 2.4922289403537943),
        (RatioMethod::LogAdjusted, 1.0069846949924144, 2.4642210104554465),
    ] {
        check_interval(ratio_interval(control, treatment, method, 0.95).unwrap(), lower, upper);
    }
    let margin = two_proportion_z(control, treatment, &TestOptions::default().with_null(0.05)).unwrap();
    assert_close(margin.p_value, 0.3218001180855594, 1e-9);
    check_interval(margin.interval, 0.003215088401112346, 0.19270215785702474);
}

#[test]
fn proportions_at_the_edge() {
    let (none, all) = (Share::new(0, 10).unwrap(), Share::new(10, 10).unwrap());
    for method in [DifferenceMethod::Newcombe, DifferenceMethod::Score, DifferenceMethod::AgrestiCaffo] {
        let same = difference_interval(none, none, method, 0.95).unwrap();
        assert!(same.contains(0.0) && same.lower < -0.1 && same.upper > 0.1, "{method:?} {same:?}");
        let far = difference_interval(none, all, method, 0.95).unwrap();
        assert!(far.lower > 0.5 && far.upper <= 1.1, "{method:?} {far:?}");
    }
    assert_eq!(ratio_interval(none, all, RatioMethod::Score, 0.95).unwrap().upper, f64::INFINITY);
    assert!(ratio_interval(none, none, RatioMethod::Score, 0.95).is_err());
    assert!(ratio_interval(none, all, RatioMethod::Log, 0.95).is_err());
    assert!(two_proportion_z(none, none, &TestOptions::default()).is_err());
}

#[test]
fn exact_tables() {
    let (control, treatment) = shares();
    let table = TwoByTwo { control, treatment };
    assert_close(fisher_exact(table, Alternative::TwoSided).unwrap(), 0.045928380255678934, 1e-11);
    assert_close(fisher_exact(table, Alternative::Greater).unwrap(), 0.02974786408596786, 1e-11);
    let apart =
        TwoByTwo { control: Share::new(10, 1_000).unwrap(), treatment: Share::new(400, 1_000).unwrap() };
    let p_value = fisher_exact(apart, Alternative::TwoSided).unwrap();
    assert!(p_value > 0.0 && p_value < 1e-100);
}

#[test]
fn ratio_metric_is_the_delta_method() {
    let pairs: Vec<(f64, f64)> = (1..=50_u32).map(|i| (f64::from(i % 7), f64::from(1 + i % 3))).collect();
    let ratio = ratio_of_means(&PairMoments::from_pairs(&pairs)).unwrap();
    let (top, bottom): (f64, f64) =
        pairs.iter().fold((0.0, 0.0), |sums, pair| (sums.0 + pair.0, sums.1 + pair.1));
    assert_close(ratio.mean, top / bottom, 1e-15);
    // The linearised units themselves.
    let linear: Vec<f64> =
        pairs.iter().map(|pair| (pair.0 - ratio.mean * pair.1) / (bottom / 50.0)).collect();
    assert_close(ratio.variance, Moments::from_values(&linear).variance().unwrap(), 1e-13);
}

#[test]
fn fieller_contains_what_it_does_not_reject() {
    let (control, treatment) = samples();
    let options = TestOptions::default();
    let relative = relative_difference(&control, &treatment, RelativeMethod::Fieller, &options).unwrap();
    assert_close(relative.estimate, 0.1, 1e-14);
    assert!(relative.interval.contains(0.1));
    let negative = Sample { mean: -10.0, ..control };
    let mirrored = Sample { mean: -11.0, ..treatment };
    let again = relative_difference(&negative, &mirrored, RelativeMethod::Fieller, &options).unwrap();
    assert_close(again.interval.lower, -relative.interval.upper, 1e-12);
    for method in [RelativeMethod::Delta, RelativeMethod::LogDelta, RelativeMethod::Fieller] {
        let options = options.with_alternative(Alternative::Greater).with_null(0.01);
        let up = relative_difference(&control, &treatment, method, &options).unwrap();
        let options = options.with_alternative(Alternative::Less).with_null(-0.01);
        let down = relative_difference(&negative, &mirrored, method, &options).unwrap();
        assert_close(down.estimate, -up.estimate, 1e-14);
        assert_close(down.p_value, up.p_value, 1e-12);
        assert_close(down.interval.upper, -up.interval.lower, 1e-12);
    }
    let vague = Sample { mean: 0.01, ..control };
    assert!(relative_difference(&vague, &treatment, RelativeMethod::Fieller, &options).is_err());
    let zero = Sample { mean: 0.0, ..control };
    assert!(relative_difference(&zero, &treatment, RelativeMethod::Delta, &options).is_err());
}

#[test]
fn variances_between_groups() {
    for offset in [0.0, 1e9] {
        let groups = [[1.0, 2.0, 3.0], [2.0, 3.0, 5.0], [9.0, 8.0, 7.0]];
        let groups = groups.map(|group| Moments::from_values(&group.map(|value| value + offset)));
        let analysis = analysis_of_variance(&groups).unwrap();
        assert_close(analysis.statistic, 20.615384615384603, 1e-13);
        assert_close(analysis.p_value, 0.0020501172253428236, 1e-11);
    }
}

#[test]
fn fit_skips_cells_without_weight() {
    let fit = goodness_of_fit(&[500, 510, 0], &[1.0, 1.0, 0.0]).unwrap();
    assert_eq!(fit.degrees_of_freedom, 1.0);
    assert!(goodness_of_fit(&[500, 510, 1], &[1.0, 1.0, 0.0]).is_err());
    assert!(goodness_of_fit(&[0, 0], &[1.0, 1.0]).is_err());
    assert!(goodness_of_fit(&[5], &[1.0]).is_err());
    assert!(goodness_of_fit(&[5, 5], &[1.0, f64::NAN]).is_err());
    assert!(goodness_of_fit(&[5, 5], &[1.0]).is_err());
    let certain = goodness_of_fit(&[1_000_000, 800_000], &[1.0, 1.0]).unwrap();
    assert!(certain.p_value >= 0.0 && certain.p_value < 1e-300);
}

#[test]
fn data_without_variation_are_refused() {
    let flat = Sample::new(10, 1.0, 0.0).unwrap();
    assert!(welch(&flat, &flat, &TestOptions::default()).is_err());
    assert!(one_sample(&flat, &TestOptions::default()).is_err());
    let bad = Sample { count: 10, mean: f64::NAN, variance: 1.0 };
    assert!(welch(&bad, &flat, &TestOptions::default()).is_err());
    let (control, treatment) = samples();
    assert!(welch(&control, &treatment, &TestOptions::default().with_confidence(95.0)).is_err());
    assert!(welch(&control, &treatment, &TestOptions::default().with_null(f64::NAN)).is_err());
    assert!(paired(&[(1.0, 2.0)], &TestOptions::default()).is_err());
    // One arm may be flat.
    assert!(welch(&flat, &treatment, &TestOptions::default()).is_ok());
}

/// Values of scipy 1.17.1 (`barnard_exact`, `boschloo_exact`, `mannwhitneyu`, `dunnett`), written by
/// `conformance/scipy/rank_and_exact.py`; exact ones are counted by hand.
#[test]
fn exact_tests_agree_with_scipy() {
    let table = |a: u64, m: u64, b: u64, n: u64| TwoByTwo {
        control: Share::new(a, m).unwrap(),
        treatment: Share::new(b, n).unwrap(),
    };
    for (cells, barnard, boschloo) in [
        ((0, 12, 4, 13), 0.044_661_462_306_976_23, 0.049_897_903_333_310_435),
        ((7, 15, 1, 14), 0.024_481_259_286_403_798, 0.024_739_271_979_904_83),
        ((3, 9, 3, 9), 1.0, 1.0),
    ] {
        let (a, m, b, n) = cells;
        let found = barnard_exact(table(a, m, b, n), Alternative::TwoSided).unwrap();
        assert!((found - barnard).abs() < 1e-6, "{cells:?} {found}");
        let found = boschloo_exact(table(a, m, b, n), Alternative::TwoSided).unwrap();
        assert!((found - boschloo).abs() < 1e-6, "{cells:?} {found}");
    }
    assert!(barnard_exact(table(1, 10_000, 2, 10_000), Alternative::TwoSided).is_err());
}

#[test]
fn ranks_and_exchanged_labels() {
    // Two against two: of the 6 orders one is as far out on each side.
    let test = mann_whitney(&[1.0, 2.0], &[3.0, 4.0], Alternative::TwoSided).unwrap();
    assert_eq!((test.statistic, test.superiority), (4.0, 1.0));
    assert!((test.p_value - 1.0 / 3.0).abs() < 1e-15);
    let mut stream = crate::random::Streams::new(crate::random::Seed(1)).stream(0, 0, 0);
    let exact = permutation(&[1.0, 2.0], &[3.0, 4.0], Alternative::TwoSided, 100, &mut stream).unwrap();
    assert!((exact - 1.0 / 3.0).abs() < 1e-15);
    // The exact and the normal distribution of ranks nearly agree, and so do chosen and random exchanges.
    let (control, treatment): (Vec<f64>, Vec<f64>) = (
        (0..40).map(|n| f64::from(n * 37 % 101)).collect(),
        (0..45).map(|n| f64::from(n * 29 % 101) + 12.5).collect(),
    );
    let ranks = mann_whitney(&control, &treatment, Alternative::TwoSided).unwrap();
    let (m, n) = (control.len() as f64, treatment.len() as f64);
    let z = ((ranks.statistic - 0.5 * m * n).abs() - 0.5) / (m * n * (m + n + 1.0) / 12.0).sqrt();
    let normal = 2.0 * crate::stats::distribution::StandardNormal.survival(z);
    assert!((ranks.p_value - normal).abs() < 0.002, "{ranks:?} {normal}");
    let labels = permutation(&control, &treatment, Alternative::TwoSided, 20_000, &mut stream).unwrap();
    let sample = |values: &[f64]| Moments::from_values(values).sample().unwrap();
    let plain = pooled(&sample(&control), &sample(&treatment), &TestOptions::default()).unwrap();
    assert!((labels - plain.p_value).abs() < 0.01, "{labels} {plain:?}");
    assert!(mann_whitney(&[1.0, 1.0], &[1.0], Alternative::TwoSided).is_err());
    assert!(mann_whitney(&[], &[1.0], Alternative::TwoSided).is_err());
    assert!(permutation(&[f64::NAN], &[1.0], Alternative::Less, 10, &mut stream).is_err());
}

/// Dunnett 1964, table II: two-sided 5 % points for equal arms; one treatment is Student's test.
#[test]
fn dunnett_agrees_with_the_printed_table() {
    let arm = |mean: f64| Sample::new(11, mean, 1.0).unwrap();
    let critical = |treatments: usize| {
        let found = dunnett(&arm(0.0), &vec![arm(1.0); treatments], &TestOptions::default()).unwrap();
        found[0].interval.half_width() / found[0].standard_error
    };
    // 1 treatment and 20 degrees of freedom; 2 treatments and 30; 3 treatments and 40.
    for (treatments, printed) in [(1, 2.086), (2, 2.32), (3, 2.44)] {
        let found = critical(treatments);
        assert!((found - printed).abs() < 0.006, "{treatments}: {found}");
    }
    let sample = |values: &[f64]| Moments::from_values(values).sample().unwrap();
    let control = sample(&[0.0, 1.0, 2.0, 1.5]);
    let treatments = [sample(&[1.0, 2.0, 3.0, 4.5]), sample(&[2.0, 3.0, 5.0, 5.5])];
    let found = dunnett(&control, &treatments, &TestOptions::default()).unwrap();
    // scipy integrates at random, to about three digits.
    for (comparison, scipy) in found.iter().zip([0.261_758_9, 0.035_651_1]) {
        assert!((comparison.p_value - scipy).abs() < 1e-3, "{comparison:?} {scipy}");
    }
    let two = dunnett(&arm(0.0), &[arm(1.0), arm(0.2)], &TestOptions::default()).unwrap();
    assert!(two[0].p_value < 0.05 && two[1].p_value > 0.5, "{two:?}");
}

/// Probabilities by nested adaptive quadrature (`scipy.integrate.quad` 1.17.1 over the control's mean and the deviation,
/// each to 1e-9), which shares nothing with our rule but the model.
#[test]
fn a_shared_control_agrees_with_quadrature() {
    let half = 0.5_f64.sqrt();
    let cases: [(f64, Vec<f64>, f64, f64); 8] = [
        (2.2, vec![half; 2], 30.0, 0.064_799_041_445_656_5),
        (2.5, vec![0.9, 0.3, 0.6], 7.5, 0.096_652_441_515_444_1),
        (3.0, vec![0.99, 0.98], 200.0, 0.003_977_635_731_444_6),
        (5.0, vec![0.7; 4], 3.0, 0.038_821_700_141_324_26),
        (2.0, vec![0.1, 0.2], 1.0, 0.409_646_664_097_916_34),
        (6.0, vec![0.7; 3], 1000.0, 8.262_529_077_177_713e-9),
        (3.1, vec![0.5; 10], 1e6, 0.018_547_075_413_397_694),
        (2.5, vec![0.999; 2], 50.0, 0.016_803_306_966_320_795),
    ];
    for (bound, loads, degrees, expected) in cases {
        let family = SharedControl::new(loads).unwrap();
        let found = family.p_value(-bound, degrees).unwrap();
        assert!((found / expected - 1.0).abs() < 1e-7, "{bound} {degrees}: {found} {expected}");
        let back = family.critical(found, degrees).unwrap();
        assert!((back / bound - 1.0).abs() < 1e-7, "{back} {bound}");
    }
    // Nothing shared and no deviation to estimate: Šidák. One treatment: Student. Far out: the sum.
    let apart = SharedControl::new(vec![0.0; 3]).unwrap();
    let critical = apart.critical(0.05, 1e8).unwrap();
    let sidak = crate::stats::distribution::StandardNormal
        .upper_quantile(0.5 * (1.0 - libm::pow(0.95, 1.0 / 3.0)))
        .unwrap();
    assert!((critical - sidak).abs() < 1e-6, "{critical} {sidak}");
    let alone = SharedControl::new(vec![0.7]).unwrap();
    assert_eq!(alone.critical(0.05, 9.0).unwrap(), Student::new(9.0).unwrap().upper_quantile(0.025).unwrap());
    assert_eq!(apart.p_value(40.0, 1e8).unwrap(), 3.0 * Student::new(1e8).unwrap().two_sided(40.0));
    assert!(SharedControl::new(vec![1.0]).is_err() && SharedControl::new(Vec::new()).is_err());
    assert!(apart.p_value(f64::NAN, 9.0).is_err() && apart.critical(1.0, 9.0).is_err());
}
