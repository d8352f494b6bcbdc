//! Against statsmodels 0.15 (OLS with the covariances `cluster` and `HAC`) and scipy 1.17 (SLSQP), on the same figures.

use super::*;
use crate::stats::check::assert_close;
use crate::stats::hypothesis::{Inference, TestOptions};

/// Figures that look irregular and are the same everywhere.
fn spread(place: usize) -> f64 {
    ((place * 7_919 + 13) % 101) as f64 / 101.0
}

fn panel() -> Vec<Observed> {
    let row = |unit: usize, period: usize| {
        let is_treated = unit < 5;
        let gain = if is_treated && period >= 5 { 2.0 } else { 0.0 };
        let own = unit as f64 * 1.5 + 0.4 * spread(unit + 50) * period as f64;
        let value = own + 0.7 * period as f64 + 3.0 * spread(unit * 8 + period) + gain;
        Observed { unit, cluster: unit, period, is_treated, value }
    };
    (0..12).flat_map(|unit| (0..8).map(move |period| row(unit, period))).collect()
}

fn check(found: Inference, estimate: f64, error: f64, p_value: f64, ends: [f64; 2]) {
    assert_close(found.estimate, estimate, 1e-9);
    assert_close(found.standard_error, error, 1e-9);
    assert_close(found.p_value, p_value, 1e-6);
    assert_close(found.interval.lower, ends[0], 1e-8);
    assert_close(found.interval.upper, ends[1], 1e-8);
}

#[test]
fn differences_of_a_panel_agree_with_statsmodels() {
    let options = TestOptions::default();
    let found = differences(&panel(), 5, &options).unwrap();
    let ends = [1.126_288_852_056_750_7, 2.851_080_313_431_201];
    check(found.effect, 1.988_684_582_743_975_9, 0.391_822_601_226_134_16, 3.575_069_327_081_092_6e-4, ends);
    let ends = [-0.380_260_347_431_044_1, 0.220_316_924_517_325_8];
    let before = found.before.unwrap();
    check(before, -0.079_971_711_456_859_13, 0.136_433_739_499_489_53, 0.569_601_568_647_277_6, ends);
    // With gaps in the panel.
    let gaps: Vec<Observed> =
        panel().into_iter().enumerate().filter(|(place, _)| place % 7 != 3).map(|(_, row)| row).collect();
    let found = differences(&gaps, 5, &options).unwrap();
    let ends = [0.860_699_328_976_416_1, 2.715_999_504_844_356_6];
    check(found.effect, 1.788_349_416_910_386_4, 0.421_470_396_418_005_5, 1.381_612_126_928_311_3e-3, ends);
}

#[test]
fn differences_of_people_seen_once_agree_with_statsmodels_and_four_means() {
    let rows: Vec<Observed> = (0..60)
        .map(|place| {
            let (is_treated, period) = (place % 3 == 0, (place / 3) % 2);
            let both = if is_treated && period == 1 { 1.2 } else { 0.0 };
            let side = f64::from(u8::from(is_treated));
            let value = 5.0 + side + period as f64 * 0.5 + both + 4.0 * spread(place);
            Observed { unit: place, cluster: place, period, is_treated, value }
        })
        .collect();
    let found = differences(&rows, 1, &TestOptions::default()).unwrap();
    assert!(!found.is_panel && found.before.is_none());
    let ends = [0.711_375_588_852_776_2, 3.288_624_411_147_234_5];
    check(found.effect, 2.000_000_000_000_005_3, 0.643_991_697_961_026_4, 2.916_855_700_074_059e-3, ends);
    let mean = |is_treated: bool, period: usize| {
        let cell = rows.iter().filter(|row| row.is_treated == is_treated && row.period == period);
        let (sum, count) = cell.fold((0.0, 0.0), |(sum, count), row| (sum + row.value, count + 1.0));
        sum / count
    };
    let four = mean(true, 1) - mean(true, 0) - (mean(false, 1) - mean(false, 0));
    assert_close(found.effect.estimate, four, 1e-12);
}

#[test]
fn a_series_agrees_with_statsmodels() {
    let series: Vec<f64> = (0..48)
        .map(|time| {
            let since = time as f64 - 30.0;
            let gain = if since >= 0.0 { 3.0 + 0.1 * since } else { 0.0 };
            10.0 + 0.2 * time as f64 + gain + 2.0 * spread(time) + spread(time / 3)
        })
        .collect();
    let options = TestOptions::default();
    let found = interrupted_series(&series, 30, 0, None, &options).unwrap();
    assert_eq!(found.lags, 3);
    let ends = [2.905_713_387_289_085_7, 4.186_480_848_819_745];
    check(found.effect, 3.546_097_118_054_415, 0.317_750_339_385_148_5, 2.033_885_835_515_866_5e-14, ends);
    assert_close(found.level.standard_error, 0.316_502_045_038_665_14, 1e-9);
    assert_close(found.slope.standard_error, 0.026_929_265_073_775_98, 1e-9);
    let found = interrupted_series(&series, 30, 7, None, &options).unwrap();
    let ends = [2.896_145_767_147_94, 4.266_318_694_618_853];
    check(found.effect, 3.581_232_230_883_396_4, 0.338_415_549_673_185, 6.917_314_014_416_357e-13, ends);
}

fn synthetic_data(periods: usize, start: usize) -> (Vec<f64>, Vec<Vec<f64>>) {
    let other = |place: usize| -> Vec<f64> {
        let value = |time: usize| {
            let slope = time as f64 * (0.3 + 0.1 * place as f64);
            20.0 + 3.0 * spread(place * periods + time) + slope + 2.0 * place as f64
        };
        (0..periods).map(value).collect()
    };
    let others: Vec<Vec<f64>> = (0..9).map(other).collect();
    let changed = (0..periods)
        .map(|time| {
            let mixed = 0.3 * others[1][time] + 0.5 * others[3][time] + 0.2 * others[6][time];
            mixed + 0.8 * spread(500 + time) + if time >= start { 2.0 } else { 0.0 }
        })
        .collect();
    (changed, others)
}

#[test]
fn weights_agree_with_scipy_and_meet_the_conditions_of_the_optimum() {
    let (changed, others) = synthetic_data(14, 10);
    let found = synthetic_control(&changed, &others, 10, 0.9).unwrap();
    assert!((found.effect - 2.060_660_343).abs() < 2e-5, "{}", found.effect);
    let squares = found.fit_before * found.fit_before * 10.0;
    assert!(squares <= 0.101_035_693_28, "{squares}");
    assert_close(found.weights.iter().sum(), 1.0, 1e-12);
    // Karush, Kuhn and Tucker: the slope is the same for all that have weight, and not lower elsewhere.
    let gap = |time: usize| found.expected[time] - changed[time];
    let slope = |other: &Vec<f64>| (0..10).map(|time| (other[time] - changed[time]) * gap(time)).sum::<f64>();
    let slopes: Vec<f64> = others.iter().map(slope).collect();
    let least = slopes.iter().copied().fold(f64::INFINITY, f64::min);
    for (slope, weight) in slopes.iter().zip(&found.weights) {
        assert!(*weight >= 0.0 && (*weight == 0.0 || slope - least < 1e-5), "{slope} {least} {weight}");
    }
}

#[test]
fn the_range_of_a_comparison_is_what_its_test_does_not_rule_out() {
    let (changed, others) = synthetic_data(40, 34);
    let found = synthetic_control(&changed, &others, 34, 0.8).unwrap();
    let interval = found.interval.unwrap();
    // The test itself, at effects near both ends: shift the series and ask for the share of ratios as large.
    for (effect, is_inside) in [
        (interval.lower - 0.01, false),
        (interval.lower + 0.01, true),
        (interval.upper - 0.01, true),
        (interval.upper + 0.01, false),
    ] {
        let mut shifted = changed.clone();
        shifted.iter_mut().skip(34).for_each(|value| *value -= effect);
        let p_value = synthetic_control(&shifted, &others, 34, 0.8).unwrap().p_value;
        assert_eq!(p_value > 0.2 + 1e-9, is_inside, "{effect} {p_value}");
    }
    // Ten series cannot rule anything out at one in twenty.
    let open = synthetic_control(&changed, &others, 34, 0.95).unwrap().interval.unwrap();
    assert!(open.lower == f64::NEG_INFINITY && open.upper == f64::INFINITY);
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let rows = panel();
    let options = TestOptions::default();
    assert!(differences(&rows, 0, &options).unwrap_err().message().contains("before the change"));
    let one: Vec<Observed> = rows.iter().copied().filter(|row| row.unit == 0 || !row.is_treated).collect();
    assert!(differences(&one, 5, &options).unwrap_err().message().contains("two changed units"));
    assert!(interrupted_series(&[1.0, 2.0, 3.0, 4.0], 2, 0, None, &options).is_err());
    assert!(interrupted_series(&[f64::NAN; 20], 10, 0, None, &options).is_err());
    assert!(synthetic_control(&[1.0, 2.0, 3.0], &[vec![1.0, 2.0, 3.0]], 2, 0.95).is_err());
    assert!(synthetic_control(&[1.0, 2.0, 3.0], &[vec![1.0], vec![1.0]], 2, 0.95).is_err());
    // No variation at all: refused, never a NaN.
    let flat: Vec<Observed> = rows.iter().map(|row| Observed { value: 1.0, ..*row }).collect();
    assert!(differences(&flat, 5, &options).is_err());
}
