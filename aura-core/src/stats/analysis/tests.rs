//! The grid of all analyses, and agreement with the plain tests where they overlap.

use super::*;
use crate::random::{Seed, Stream, Streams};
use crate::stats::check::assert_close;
use crate::stats::distribution::{Continuous as _, StandardNormal};
use crate::stats::hypothesis::{RelativeMethod, relative_difference, welch};
use crate::stats::sequential::Spending;
use crate::stats::summary::Moments;

fn normal(stream: &mut Stream) -> f64 {
    StandardNormal.quantile(stream.next_unit().clamp(1e-15, 1.0 - 1e-15)).unwrap()
}

/// One unit: stratum, covariate, rows below the line, values of its rows.
#[derive(Clone)]
struct Unit {
    stratum: usize,
    covariate: f64,
    values: Vec<f64>,
}

fn units(seed: u64, count: usize, shift: f64, rows: usize) -> Vec<Unit> {
    let mut stream = Streams::new(Seed(seed)).stream(0, 0, 0);
    (0..count)
        .map(|index| {
            let covariate = normal(&mut stream);
            let stratum = index % 2;
            let base = 5.0 + 0.8 * covariate + stratum as f64 + shift;
            Unit {
                stratum,
                covariate,
                values: (0..rows + index % 2 * (rows - 1)).map(|_| base + normal(&mut stream)).collect(),
            }
        })
        .collect()
}

/// The moments of one arm by stratum, for one metric.
fn arm(metric: &str, units: &[Unit], is_clustered: bool) -> Vec<JointMoments> {
    let mut strata = vec![JointMoments::new(3).unwrap(), JointMoments::new(3).unwrap()];
    let rows: Vec<(usize, f64)> = units
        .iter()
        .enumerate()
        .flat_map(|(index, unit)| unit.values.iter().map(move |&value| (index, value)))
        .collect();
    let scores = quantile_scores(&rows, units.len(), 0.5).unwrap();
    for (unit, score) in units.iter().zip(scores) {
        let count = unit.values.len() as f64;
        let sum: f64 = unit.values.iter().sum();
        let above = unit.values.iter().filter(|&&value| value > 5.0).count() as f64;
        let (top, bottom) = match (metric, is_clustered) {
            ("mean", false) => (sum / count, 1.0),
            ("mean" | "sum", true) => (sum, count),
            ("sum", false) => (sum, count),
            ("proportion", false) => (f64::from(u8::from(above > 0.0)), 1.0),
            ("proportion", true) => (above, count),
            ("ratio", _) => (sum, 1.0 + count),
            _ => (score.score, 1.0),
        };
        strata[unit.stratum].push(&[top, bottom, unit.covariate]).unwrap();
    }
    strata
}

fn outcome(metric: &str, is_quotient: bool) -> Term {
    let ratio = Term::Quotient { above: 0, below: 1 };
    match metric {
        // The average of the rows and twice their sum.
        "sum" => Term::Sum {
            parts: vec![
                WeightedTerm { term: ratio, weight: 1.0 },
                WeightedTerm { term: Term::Mean { column: 0 }, weight: 2.0 },
            ],
        },
        _ if is_quotient => ratio,
        _ => Term::Mean { column: 0 },
    }
}

fn data(metric: &str, control: &[Unit], treatment: &[Unit], is_clustered: bool) -> AnalysisData {
    let quotient = metric == "ratio" || is_clustered && metric != "quantile";
    let strata = arm(metric, control, is_clustered).into_iter().zip(arm(metric, treatment, is_clustered));
    AnalysisData {
        outcome: outcome(metric, quotient),
        covariates: vec![Term::Mean { column: 2 }],
        strata: strata.map(|(control, treatment)| Stratum { control, treatment }).collect(),
    }
}

const METRICS: [&str; 5] = ["mean", "proportion", "ratio", "quantile", "sum"];

/// One shape of the grid, and what it must be compared with to see that it was not passed over.
struct Shape {
    name: &'static str,
    data: AnalysisData,
    null: f64,
    /// The same data without what the shape is about.
    without: AnalysisData,
}

fn shapes(metric: &str) -> Vec<Shape> {
    let (control, treatment) = (units(1, 1_000, 0.0, 3), units(2, 1_000, 0.4, 3));
    let (first, second) = (units(1, 1_000, 0.0, 1), units(2, 1_000, 0.4, 1));
    let single = data(metric, &first, &second, false);
    let nested = data(metric, &control, &treatment, true);
    let plain = single.without(true, true).unwrap();
    let shape = |name, data: &AnalysisData, null, without: &AnalysisData| Shape {
        name,
        data: data.clone(),
        null,
        without: without.clone(),
    };
    // Rows as if each were a unit of its own: what ignoring that they belong together would give.
    let apart = |units: &[Unit]| -> Vec<Unit> {
        let row = |unit: &Unit, value: f64| Unit { values: vec![value], ..unit.clone() };
        units.iter().flat_map(|unit| unit.values.iter().map(move |value| row(unit, *value))).collect()
    };
    let rows = data(metric, &apart(&control), &apart(&treatment), true).without(true, true).unwrap();
    vec![
        shape("plain", &plain, 0.0, &plain),
        shape("covariate", &single.without(false, true).unwrap(), 0.0, &plain),
        shape("strata", &single.without(true, false).unwrap(), 0.0, &plain),
        shape("clusters", &nested.without(true, true).unwrap(), 0.0, &rows),
        shape("margin", &plain, -0.1, &plain),
        shape("all", &nested, -0.1, &nested.without(true, true).unwrap()),
    ]
}

/// What was asked for was done: the error is another than without it, in the direction that is known.
fn assert_made(shape: &Shape, design: &AnalysisDesign, result: &Analysis, label: &str) {
    let without = analyze(&shape.without, design).unwrap();
    let (own, other) = (result.effect.standard_error, without.effect.standard_error);
    let strata = shape.data.strata.len();
    match shape.name {
        "plain" => assert!(strata == 1 && shape.data.covariates.is_empty(), "{label}"),
        "covariate" => {
            assert!(own < 0.95 * other && result.effect.coefficients.len() == 1, "{label} {other}")
        }
        "strata" => assert!(own < 0.999 * other && strata == 2, "{label} {other}"),
        // Rows of one unit share its covariate, so that they say less than rows of strangers.
        "clusters" => assert!(own > 1.05 * other, "{label} {other}"),
        "margin" => {
            let moved = analyze(&shape.data, &design.clone().with_null(design.alternative, 0.0)).unwrap();
            assert!(result.statistic > moved.statistic, "{label}");
            assert!(result.interval.upper.is_infinite(), "{label}");
        }
        "all" => assert!(own < 0.95 * other && strata == 2 && design.null < 0.0, "{label} {other}"),
        name => panic!("`{name}` has no check"),
    }
}

/// {fixed, group sequential, always valid} × {mean, proportion, ratio, quantile, sum of measures} × {plain, CUPED,
/// post-stratified, clustered, with margin, all}: every cell answers, finds the effect, its parts agree, and it did what it
/// is about.
#[test]
fn the_grid_has_no_hole() {
    let monitorings = [
        Monitoring::Fixed,
        Monitoring::GroupSequential(GroupLooks {
            fractions: vec![0.3, 0.6, 1.0],
            spending: Spending::ObrienFleming,
        }),
        Monitoring::AlwaysValid(OpenLooks { tuned_units: 2_000.0 }),
    ];
    for metric in METRICS {
        for shape in shapes(metric) {
            for scale in [EffectScale::Absolute, EffectScale::Relative, EffectScale::RelativeDelta] {
                let mut bounds = Vec::new();
                for (place, monitoring) in monitorings.iter().enumerate() {
                    // One more way to look does not compile before it stands here.
                    let number = match monitoring {
                        Monitoring::Fixed => 0,
                        Monitoring::GroupSequential(_) => 1,
                        Monitoring::AlwaysValid(_) => 2,
                    };
                    assert_eq!(number, place);
                    let alternative =
                        if shape.null == 0.0 { Alternative::TwoSided } else { Alternative::Greater };
                    let design = AnalysisDesign::default()
                        .with_monitoring(monitoring.clone())
                        .with_null(alternative, shape.null)
                        .with_scale(scale);
                    let result = analyze(&shape.data, &design).unwrap();
                    let label = format!("{metric} {} {monitoring:?} {scale:?} {result:?}", shape.name);
                    assert!(result.is_significant, "{label}");
                    assert_eq!(result.p_value <= 0.05, result.is_significant, "{label}");
                    assert_eq!(!result.interval.contains(shape.null), result.is_significant, "{label}");
                    assert!(result.interval.contains(result.effect.estimate), "{label}");
                    assert!(result.effect.estimate > 0.0 && result.effect.standard_error > 0.0, "{label}");
                    assert_made(&shape, &design, &result, &label);
                    bounds.push(result.critical);
                }
                // Looks cost something, and any number of them more than three.
                assert!(bounds.is_sorted_by(|one, two| one < two), "{metric} {} {bounds:?}", shape.name);
            }
        }
    }
}

/// A cell that leaves out what it is about does not pass.
#[test]
fn a_hole_in_the_grid_is_seen() {
    let design = AnalysisDesign::default();
    for metric in METRICS {
        for mut shape in shapes(metric).into_iter().filter(|shape| !["plain", "margin"].contains(&shape.name))
        {
            shape.data = shape.without.clone();
            let result = analyze(&shape.data, &design).unwrap();
            let passed = std::panic::catch_unwind(|| assert_made(&shape, &design, &result, "a hole"));
            assert!(passed.is_err(), "{metric} {}", shape.name);
        }
    }
}

#[test]
fn the_plain_cells_are_the_plain_tests() {
    let (control, treatment) = (units(5, 40, 0.0, 1), units(6, 30, 0.3, 1));
    let data = data("mean", &control, &treatment, false).without(true, true).unwrap();
    let sample = |units: &[Unit]| {
        Moments::from_values(&units.iter().map(|unit| unit.values[0]).collect::<Vec<_>>()).sample().unwrap()
    };
    let (control, treatment) = (sample(&control), sample(&treatment));
    let options = TestOptions::default();
    let plain = welch(&control, &treatment, &options).unwrap();
    let ours = analyze(&data, &AnalysisDesign::default()).unwrap();
    assert_close(ours.p_value, plain.p_value, 1e-12);
    assert_close(ours.interval.lower, plain.interval.lower, 1e-12);
    assert_close(ours.effect.degrees_of_freedom, plain.degrees_of_freedom, 1e-12);
    let delta = relative_difference(&control, &treatment, RelativeMethod::Delta, &options).unwrap();
    let ours = analyze(&data, &AnalysisDesign::default().with_scale(EffectScale::RelativeDelta)).unwrap();
    assert_close(ours.interval.upper, delta.interval.upper, 1e-12);
    let relative = analyze(&data, &AnalysisDesign::default().with_scale(EffectScale::Relative)).unwrap();
    assert_close(relative.statistic, plain.statistic, 1e-12);
}

/// Cumulative alpha used as the level of each look would inflate the error; the bound of the look must be used.
#[test]
fn a_look_uses_its_own_bound() {
    let looks = |fractions: &[f64]| {
        Monitoring::GroupSequential(GroupLooks { fractions: fractions.to_vec(), spending: Spending::Pocock })
    };
    let options = TestOptions::default();
    let last = looks(&[0.25, 0.5, 0.75, 1.0]).critical(100.0, 98.0, &options).unwrap();
    assert!(last > 2.3, "{last} is the bound of a single look");
}

#[test]
fn several_covariates_help_and_copies_do_not_harm() {
    let mut stream = Streams::new(Seed(9)).stream(0, 0, 0);
    let mut arm = |shift: f64| {
        let mut moments = JointMoments::new(4).unwrap();
        for _ in 0..500 {
            let (one, two) = (normal(&mut stream), normal(&mut stream));
            let value = one + two + 0.3 * normal(&mut stream) + shift;
            moments.push(&[value, one, two, 2.0 * one]).unwrap();
        }
        moments
    };
    let strata = vec![Stratum { control: arm(0.0), treatment: arm(0.1) }];
    let with = |columns: &[usize]| {
        let covariates = columns.iter().map(|&column| Term::Mean { column }).collect();
        let data = AnalysisData { outcome: Term::Mean { column: 0 }, covariates, strata: strata.clone() };
        analyze(&data, &AnalysisDesign::default()).unwrap().effect.standard_error
    };
    let (none, one, both, copied) = (with(&[]), with(&[1]), with(&[1, 2]), with(&[1, 2, 3]));
    assert!(both < 0.5 * one && one < 0.8 * none, "{none} {one} {both}");
    assert_close(both, copied, 1e-9);
}

#[test]
fn data_that_cannot_answer_are_refused() {
    let mut flat = JointMoments::new(2).unwrap();
    for _ in 0..10 {
        flat.push(&[3.0, 0.0]).unwrap();
    }
    let data = |outcome, control: &JointMoments, treatment: &JointMoments| AnalysisData {
        outcome,
        covariates: Vec::new(),
        strata: vec![Stratum { control: control.clone(), treatment: treatment.clone() }],
    };
    let mean = Term::Mean { column: 0 };
    let design = AnalysisDesign::default();
    let empty = JointMoments::new(2).unwrap();
    assert!(analyze(&data(mean.clone(), &flat, &flat), &design).is_err());
    assert!(analyze(&data(mean.clone(), &flat, &empty), &design).is_err());
    assert!(analyze(&data(Term::Quotient { above: 0, below: 1 }, &flat, &flat), &design).is_err());
    assert!(analyze(&data(Term::Mean { column: 7 }, &flat, &flat), &design).is_err());
    let none = AnalysisData { outcome: mean, covariates: Vec::new(), strata: Vec::new() };
    assert!(analyze(&none, &design).is_err());
    assert!(quantile_scores(&[(0, 1.0), (1, 1.0), (2, 1.0)], 3, 0.5).is_err());
    assert!(quantile_scores(&[(0, 1.0), (5, 1.0)], 2, 0.5).is_err());
}

/// Two parts of the population: before, arm and outcome of each unit.
fn two_parts() -> AnalysisData {
    let part = |place: i32, units: i32| -> Stratum {
        let arm = |arm: i32| {
            let mut moments = JointMoments::new(2).unwrap();
            for unit in (0..units).filter(|unit| unit % 2 == arm) {
                let before = f64::from(unit * 7 % 5 + place);
                let outcome = 1.5 * f64::from(arm)
                    + f64::from(2 + 3 * place) * before
                    + f64::from(unit * 5 % 7) / 3.0
                    + 4.0 * f64::from(place);
                moments.push(&[outcome, before]).unwrap();
            }
            moments
        };
        Stratum { control: arm(0), treatment: arm(1) }
    };
    AnalysisData {
        outcome: Term::Mean { column: 0 },
        covariates: vec![Term::Mean { column: 1 }],
        strata: vec![part(0, 12), part(1, 14)],
    }
}

/// `OLS(outcome, [1, arm, before - mean])` of statsmodels 0.15 in each part, put together in numpy.
#[test]
fn slopes_by_part_are_those_of_statsmodels() {
    let absolute = estimate_by_stratum(&two_parts(), EffectScale::Absolute, None).unwrap();
    assert_close(absolute.control, 12.70670221, 1e-9);
    assert_close(absolute.estimate, 1.54813404, 1e-8);
    assert_close(absolute.standard_error, 0.3034085526874212, 1e-12);
    let relative = estimate_by_stratum(&two_parts(), EffectScale::Relative, None).unwrap();
    assert_close(relative.estimate, 0.12183602155371329, 1e-12);
    assert_close(relative.standard_error, 0.031357956934031664, 1e-12);
}

/// Higgins and Thompson 2002: Q is the weighted sum of squares around the weighted mean, by hand here.
#[test]
fn parts_differ_by_cochran() {
    let parts = compare_segments(&two_parts(), &AnalysisDesign::default()).unwrap();
    let [one, two] = parts.effects.as_slice() else { panic!("two parts") };
    let error = one.effect.standard_error.hypot(two.effect.standard_error);
    let z = (one.effect.estimate - two.effect.estimate) / error;
    assert_close(parts.statistic, z * z, 1e-9);
    let two_sided = 2.0 * StandardNormal.survival(z.abs());
    assert_close(parts.p_value, two_sided, 1e-9);
}

/// A sum, a product and a quotient of a ratio and a mean against the delta method by hand.
#[test]
fn sums_and_products_follow_the_delta_method() {
    let (control, treatment) = (units(21, 300, 0.0, 3), units(22, 400, 0.2, 3));
    let single = data("ratio", &control, &treatment, false).without(true, true).unwrap();
    let ratio = || Term::Quotient { above: 0, below: 1 };
    let mean = || Term::Mean { column: 1 };
    let part = |term: Term, weight: f64| WeightedTerm { term, weight };
    let sum = Term::Sum { parts: vec![part(ratio(), 3.0), part(mean(), -0.5)] };
    let product = Term::Product { parts: vec![part(ratio(), 2.0), part(mean(), 1.0)] };
    let quotient = Term::Product { parts: vec![part(ratio(), 1.0), part(mean(), -1.0)] };
    // Values of one arm and their covariances, from the means a, b: r = a / b.
    let arm = |moments: &JointMoments| {
        let n = moments.count() as f64;
        let (a, b) = (moments.mean(0).unwrap(), moments.mean(1).unwrap());
        let cov = |i, j| moments.covariance(i, j).unwrap() / n;
        let r = a / b;
        let by = [1.0 / b, -r / b];
        let var_r = by[0] * by[0] * cov(0, 0) + 2.0 * by[0] * by[1] * cov(0, 1) + by[1] * by[1] * cov(1, 1);
        let cov_rb = by[0] * cov(0, 1) + by[1] * cov(1, 1);
        (r, b, var_r, cov(1, 1), cov_rb)
    };
    let by_hand = |value: fn(f64, f64) -> f64, slope: fn(f64, f64) -> (f64, f64)| {
        let own = |moments: &JointMoments| {
            let (r, b, vr, vb, c) = arm(moments);
            let (sr, sb) = slope(r, b);
            (value(r, b), sr * sr * vr + 2.0 * sr * sb * c + sb * sb * vb)
        };
        let (old, new) = (own(&single.strata[0].control), own(&single.strata[0].treatment));
        (new.0 - old.0, (old.1 + new.1).sqrt())
    };
    for (outcome, (estimate, error)) in [
        (sum, by_hand(|r, b| 3.0 * r - 0.5 * b, |_, _| (3.0, -0.5))),
        (product, by_hand(|r, b| r * r * b, |r, b| (2.0 * r * b, r * r))),
        (quotient, by_hand(|r, b| r / b, |r, b| (1.0 / b, -r / (b * b)))),
    ] {
        let found = analyze(&AnalysisData { outcome, ..single.clone() }, &AnalysisDesign::default()).unwrap();
        assert_close(found.effect.estimate, estimate, 1e-10);
        assert_close(found.effect.standard_error, error, 1e-10);
    }
    let root = Term::Product { parts: vec![part(Term::Sum { parts: vec![part(mean(), -1.0)] }, 0.5)] };
    assert!(analyze(&AnalysisData { outcome: root, ..single }, &AnalysisDesign::default()).is_err());
}

/// The interval of a ratio plus a middle value minus a mean, of skewed units, covers the truth in 19 of 20 tests.
#[test]
fn intervals_of_sums_cover() {
    let (tests, mut covered) = (1_500_u64, 0_u32);
    for test in 0..tests {
        let mut stream = Streams::new(Seed(41)).stream(test, 0, 0);
        let mut arm = |shift: f64| {
            let values: Vec<(f64, f64)> = (0..200)
                .map(|_| {
                    let wait = -libm::log(stream.next_open_unit()) + shift;
                    (wait, 1.0 + libm::floor(3.0 * stream.next_unit()))
                })
                .collect();
            let rows: Vec<(usize, f64)> =
                values.iter().enumerate().map(|(unit, value)| (unit, value.0)).collect();
            let scores = quantile_scores(&rows, rows.len(), 0.5).unwrap();
            let mut moments = JointMoments::new(3).unwrap();
            for (value, score) in values.iter().zip(scores) {
                moments.push(&[value.0 * value.1, value.1, score.score]).unwrap();
            }
            moments
        };
        let strata = vec![Stratum { control: arm(0.0), treatment: arm(0.3) }];
        let part = |term: Term, weight: f64| WeightedTerm { term, weight };
        let parts = vec![
            part(Term::Quotient { above: 0, below: 1 }, 1.0),
            part(Term::Mean { column: 2 }, 2.0),
            part(Term::Mean { column: 1 }, -1.0),
        ];
        let data = AnalysisData { outcome: Term::Sum { parts }, covariates: Vec::new(), strata };
        // The shift moves the ratio and the middle value alike; the mean below the line not at all.
        covered += u32::from(analyze(&data, &AnalysisDesign::default()).unwrap().interval.contains(0.9));
    }
    let coverage = f64::from(covered) / tests as f64;
    // Three standard errors of 1,500 tests are .017.
    assert!((0.933..0.967).contains(&coverage), "{coverage}");
}
