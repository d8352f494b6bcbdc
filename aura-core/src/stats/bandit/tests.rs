//! By simulation, against what is known of the arms.

use super::*;
use crate::random::{Seed, Stream, Streams};

const ROUNDS: usize = 12;
const EACH: usize = 100;

/// What one simulated test came to.
struct Played {
    is_always_covered: bool,
    /// What was given up against always taking the best arm.
    regret: f64,
}

fn normal(stream: &mut Stream) -> f64 {
    let radius = (-2.0 * libm::log(stream.next_open_unit())).sqrt();
    radius * libm::cos(std::f64::consts::TAU * stream.next_unit())
}

fn play(means: &[f64], is_share: bool, rule: Option<AllocationRule>, case: u64) -> Played {
    let mut stream = Streams::new(Seed(20)).stream(case, 0, 0);
    let arms = means.len();
    let best = means.iter().copied().fold(f64::MIN, f64::max);
    let mut shares = vec![1.0 / arms as f64; arms];
    let (mut units, mut is_always_covered, mut regret) = (Vec::new(), true, 0.0);
    for _ in 0..ROUNDS {
        for _ in 0..EACH {
            let draw = stream.next_unit();
            let mut sum = 0.0;
            let arm = shares.iter().position(|share| {
                sum += share;
                draw < sum
            });
            let arm = arm.unwrap_or(arms - 1);
            let value = if is_share {
                f64::from(u8::from(stream.next_unit() < means[arm]))
            } else {
                means[arm] + normal(&mut stream)
            };
            regret += best - means[arm];
            units.push(AdaptiveUnit { arm, share: shares[arm], value });
        }
        for (place, found) in
            adaptive_differences(&units, arms, 0.05, 800.0, 0.05).unwrap().iter().enumerate()
        {
            is_always_covered &= found.interval.contains(means[place + 1] - means[0]);
        }
        if let Some(rule) = rule {
            shares = next(&units, arms, is_share, rule);
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            assert!(shares.iter().all(|share| *share >= 0.05));
        }
    }
    Played { is_always_covered, regret }
}

fn next(units: &[AdaptiveUnit], arms: usize, is_share: bool, rule: AllocationRule) -> Vec<f64> {
    let of = |arm: usize| units.iter().filter(move |unit| unit.arm == arm).map(|unit| unit.value);
    if is_share {
        let share = |arm: usize| Share::new(of(arm).sum::<f64>() as u64, of(arm).count() as u64).unwrap();
        let seen: Vec<Share> = (0..arms).map(share).collect();
        next_shares_of_proportions(&seen, rule, 0.05).unwrap().shares
    } else {
        let moments = |arm: usize| {
            let mut moments = Moments::default();
            of(arm).for_each(|value| moments.push(value));
            moments
        };
        let seen: Vec<Moments> = (0..arms).map(moments).collect();
        next_shares_of_means(&seen, rule, 0.05).unwrap().shares
    }
}

/// The share of simulated tests whose ranges hold at every look, and the mean regret.
fn many(means: &[f64], is_share: bool, rule: Option<AllocationRule>) -> (f64, f64) {
    const CASES: u64 = 80;
    let played: Vec<Played> = (0..CASES).map(|case| play(means, is_share, rule, case)).collect();
    let covered = played.iter().filter(|played| played.is_always_covered).count();
    let regret = played.iter().map(|played| played.regret).sum::<f64>();
    (covered as f64 / CASES as f64, regret / CASES as f64)
}

#[test]
fn ranges_hold_at_every_look_and_less_is_lost_than_by_equal_shares() {
    for (means, is_share) in [([0.1, 0.12, 0.25], true), ([0.05, 0.05, 0.12], true), ([0.0, 0.1, 0.5], false)]
    {
        let (_, equal) = many(&means, is_share, None);
        for rule in [AllocationRule::Thompson, AllocationRule::TopTwo] {
            let (coverage, regret) = many(&means, is_share, Some(rule));
            assert!(coverage >= 0.95, "{means:?} {rule:?}: {coverage}");
            assert!(regret < 0.85 * equal, "{means:?} {rule:?}: {regret} against {equal}");
        }
    }
    // Nothing to find: still covered.
    let (coverage, _) = many(&[0.2, 0.2], true, Some(AllocationRule::Thompson));
    assert!(coverage >= 0.95, "{coverage}");
}

#[test]
fn shares_agree_with_closed_forms() {
    // Two normal beliefs of the same width: the chance to be best is that of one normal difference.
    let arm = |shift: f64| {
        let mut moments = Moments::default();
        [-1.0, 1.0, -1.0, 1.0].iter().for_each(|value| moments.push(value + shift));
        moments
    };
    let next = next_shares_of_means(&[arm(0.0), arm(1.0)], AllocationRule::Thompson, 0.1).unwrap();
    // Pooled variance 8/6, so the difference has variance 2/3 and the chance is Φ(√1.5), by scipy.stats.norm.cdf.
    assert!((next.chances[1] - 0.889_664_319_0).abs() < 1e-6, "{:?}", next.chances);
    assert!((next.shares[1] - (0.1 + 0.8 * next.chances[1])).abs() < 1e-12);
    // Of two arms one is best and the other second, so top-two shares are even.
    let even = next_shares_of_means(&[arm(0.0), arm(1.0)], AllocationRule::TopTwo, 0.1).unwrap();
    assert!((even.shares[0] - 0.5).abs() < 1e-6);
    // Beta(2, 1) against Beta(1, 2): 5/6.
    let seen = [Share::new(0, 1).unwrap(), Share::new(1, 1).unwrap()];
    let next = next_shares_of_proportions(&seen, AllocationRule::Thompson, 0.1).unwrap();
    assert!((next.chances[1] - 5.0 / 6.0).abs() < 1e-9);
}

#[test]
fn wrong_shares_are_refused() {
    let unit = AdaptiveUnit { arm: 0, share: 0.5, value: 1.0 };
    for wrong in [
        AdaptiveUnit { share: 0.0, ..unit },
        AdaptiveUnit { share: 1.5, ..unit },
        AdaptiveUnit { share: 0.049, ..unit },
        AdaptiveUnit { arm: 2, ..unit },
        AdaptiveUnit { value: f64::NAN, ..unit },
    ] {
        assert!(adaptive_differences(&[wrong], 2, 0.05, 100.0, 0.05).is_err(), "{wrong:?}");
    }
    let seen = [Share::new(1, 2).unwrap(); 3];
    assert!(next_shares_of_proportions(&seen, AllocationRule::Thompson, 0.34).is_err());
    let early = adaptive_differences(&[unit; 5], 2, 0.05, 100.0, 0.05).unwrap();
    assert!(early[0].interval.upper.is_infinite());
}

/// Two arms, of which one keeps the least share all the time: yes and no, looked at after every hundred units. With ranges
/// from the first hundred units on, whatever the arms have by then, nine tests in ten would be covered.
#[test]
fn ranges_hold_with_the_least_share_from_the_start() {
    for wrong in [0.0, 0.049, 1.0, -0.1, f64::NAN] {
        assert!(check_least(wrong, 2).is_err(), "{wrong}");
    }
    let (cases, least) = (200_u64, SMALLEST_LEAST);
    let mut covered = 0;
    for case in 0..cases {
        let mut stream = Streams::new(Seed(31)).stream(case, 0, 0);
        let (mut units, mut holds, mut is_told) = (Vec::new(), true, false);
        for _ in 0..15 {
            for _ in 0..100 {
                let is_rare = stream.next_unit() < least;
                let (share, chance) = if is_rare { (least, 0.3) } else { (1.0 - least, 0.1) };
                let value = f64::from(u8::from(stream.next_unit() < chance));
                units.push(AdaptiveUnit { arm: usize::from(is_rare), share, value });
            }
            let interval = adaptive_differences(&units, 2, 0.05, 2_000.0, least).unwrap()[0].interval;
            let rare = units.iter().filter(|unit| unit.arm == 1).count();
            assert_eq!(interval.upper.is_finite(), rare >= FIRST_UNITS);
            is_told |= interval.upper.is_finite();
            holds &= interval.contains(0.2);
        }
        assert!(is_told);
        covered += u64::from(holds);
    }
    assert!(covered * 100 >= 95 * cases, "{covered} of {cases}");
}
