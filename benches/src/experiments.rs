//! Speed of the experiment engine: assignment hashes, tests from sufficient statistics, bounds of repeated looks.
//!
//! `cargo run --release -p benches --bin experiments`. Figures are CPU time of one thread, best of five rounds, and
//! an aim beside each. Never here: accuracy, which `cargo xtask eval` measures.

use std::hint::black_box;
use std::time::Instant;

use aura_core::evaluate::assignment::{HashVersion, Hasher, bucket_ranges, choose_variation};
use aura_core::stats::adjustment::adjust_by_covariate;
use aura_core::stats::hypothesis::{TestOptions, welch};
use aura_core::stats::sequential::{GroupDesign, Sides, Spending, group_bounds};
use aura_core::stats::summary::PairMoments;

const ROUNDS: usize = 5;

fn main() -> Result<(), aura_core::Error> {
    let people: Vec<String> = (0..1_000_000).map(|number| format!("user-{number:012}")).collect();
    let ranges = bucket_ranges(2, 1.0, None);
    for version in [HashVersion::One, HashVersion::Two] {
        let hasher = Hasher::new("new-checkout", version);
        let seconds = best(|| {
            let treated =
                people.iter().filter(|person| choose_variation(hasher.bucket(person), &ranges) == Some(1));
            black_box(treated.count());
        });
        let number = u32::from(version);
        let figure = people.len() as f64 / seconds;
        println!("assignment, hash version {number}: {figure:>14.0} a second (aim 5,000,000)");
    }
    let pairs = |shift: u32| -> Vec<(f64, f64)> {
        (0..100_u32).map(|number| (f64::from(number * 7 % 31 + shift), f64::from(number * 7 % 29))).collect()
    };
    let (control, treatment) = (PairMoments::from_pairs(&pairs(0)), PairMoments::from_pairs(&pairs(1)));
    let options = TestOptions::default();
    let tests = 20_000;
    let mut failed = None;
    let seconds = best(|| {
        for _ in 0..tests {
            let adjusted = adjust_by_covariate(black_box(&control), black_box(&treatment));
            match adjusted.and_then(|adjusted| welch(&adjusted.control, &adjusted.treatment, &options)) {
                Ok(test) => drop(black_box(test)),
                Err(error) => failed = Some(error),
            }
        }
    });
    if let Some(error) = failed {
        return Err(error);
    }
    println!(
        "tests with a covariate, from sums: {:>12.0} a second (aim 100,000)",
        f64::from(tests) / seconds
    );
    let design = GroupDesign {
        fractions: (1..=120).map(|look| f64::from(look) / 120.0).collect(),
        alpha: 0.05,
        sides: Sides::Two,
        spending: Spending::ObrienFleming,
    };
    let seconds = best(|| drop(black_box(group_bounds(black_box(&design)))));
    println!("exact bounds of 120 looks: {:>20.1} ms (aim 50)", seconds * 1e3);
    Ok(())
}

/// The fastest of some rounds, in seconds.
fn best(mut work: impl FnMut()) -> f64 {
    let mut fastest = f64::INFINITY;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        work();
        fastest = fastest.min(start.elapsed().as_secs_f64());
    }
    fastest
}
