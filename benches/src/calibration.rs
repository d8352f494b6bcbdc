//! Do the procedures err as often as they say? Simulated A/A and A/B tests, counted.
//!
//! `cargo run --release -p benches --bin calibration [simulations] [word]`; 20,000 simulations of each procedure take
//! some minutes. Each line gives the share of false findings or of intervals that hold the truth, the range that it
//! must lie in, and whether it does. The exit code is 1 where one does not. Never here: speed.

use std::process::ExitCode;

use aura_core::Result;
use aura_core::random::{Seed, Stream, Streams};
use aura_core::stats::analysis::{
    AnalysisData, AnalysisDesign, GroupLooks, Monitoring, OpenLooks, Stratum, Term, analyze, estimate,
    quantile_scores,
};
use aura_core::stats::distribution::{Continuous as _, StandardNormal};
use aura_core::stats::hypothesis::{TestOptions, goodness_of_fit};
use aura_core::stats::joint::JointMoments;
use aura_core::stats::multiple::{Adjustment, adjust};
use aura_core::stats::sequential::Spending;

/// Units of each arm.
const UNITS: usize = 1_000;

/// Looks of the sequential procedures.
const LOOKS: usize = 28;

/// A procedure: its name, the range of the figure, and one simulation of it that says yes or no.
struct Procedure {
    name: &'static str,
    range: (f64, f64),
    simulate: fn(&mut Stream) -> Result<bool>,
}

const FALSE_FINDINGS: (f64, f64) = (0.0454, 0.0546);
const COVERAGE: (f64, f64) = (0.9454, 0.9546);
const SEQUENTIAL: (f64, f64) = (0.0, 0.0546);

const PROCEDURES: &[Procedure] = &[
    Procedure {
        name: "a/a mean, normal",
        range: FALSE_FINDINGS,
        simulate: |stream| rejects(normal, 0.0, stream),
    },
    Procedure {
        name: "a/a share .01",
        range: FALSE_FINDINGS,
        simulate: |stream| rejects(share::<1>, 0.0, stream),
    },
    Procedure {
        name: "a/a share .1",
        range: FALSE_FINDINGS,
        simulate: |stream| rejects(share::<10>, 0.0, stream),
    },
    Procedure {
        name: "a/a share .5",
        range: FALSE_FINDINGS,
        simulate: |stream| rejects(share::<50>, 0.0, stream),
    },
    Procedure {
        name: "a/a capped lognormal",
        range: FALSE_FINDINGS,
        simulate: |stream| rejects(lognormal, 0.0, stream),
    },
    Procedure {
        name: "a/a ratio",
        range: FALSE_FINDINGS,
        simulate: |stream| Ok(!holds_ratio(stream, 0.0, false, false)?),
    },
    Procedure {
        name: "a/a mean with covariate",
        range: FALSE_FINDINGS,
        simulate: |stream| Ok(!holds_mean(stream, 0.0, true, false)?),
    },
    Procedure {
        name: "a/a mean in strata",
        range: FALSE_FINDINGS,
        simulate: |stream| Ok(!holds_mean(stream, 0.0, false, true)?),
    },
    Procedure {
        name: "a/a ratio with covariate",
        range: FALSE_FINDINGS,
        simulate: |stream| Ok(!holds_ratio(stream, 0.0, true, false)?),
    },
    Procedure {
        name: "a/b mean, normal",
        range: COVERAGE,
        simulate: |stream| Ok(!rejects(normal, 0.1, stream)?),
    },
    Procedure {
        name: "a/b mean with covariate, strata",
        range: COVERAGE,
        simulate: |stream| holds_mean(stream, 0.1, true, true),
    },
    Procedure {
        name: "a/b ratio",
        range: COVERAGE,
        simulate: |stream| holds_ratio(stream, 0.2, false, false),
    },
    Procedure {
        name: "a/b ratio with covariate",
        range: COVERAGE,
        simulate: |stream| holds_ratio(stream, 0.2, true, false),
    },
    Procedure {
        name: "a/b relative ratio",
        range: COVERAGE,
        simulate: |stream| holds_ratio(stream, 0.2, true, true),
    },
    Procedure { name: "a/b quantile .5", range: COVERAGE, simulate: |stream| holds_quantile(stream, 0.5, 1) },
    Procedure { name: "a/b quantile .9", range: COVERAGE, simulate: |stream| holds_quantile(stream, 0.9, 1) },
    Procedure {
        name: "a/b quantile .99",
        range: COVERAGE,
        simulate: |stream| holds_quantile(stream, 0.99, 1),
    },
    Procedure {
        name: "a/b quantile .9, clustered",
        range: COVERAGE,
        simulate: |stream| holds_quantile(stream, 0.9, 4),
    },
    Procedure {
        name: "28 looks, O'Brien-Fleming",
        range: SEQUENTIAL,
        simulate: |stream| peeks(stream, Kind::ObrienFleming),
    },
    Procedure { name: "28 looks, Pocock", range: SEQUENTIAL, simulate: |stream| peeks(stream, Kind::Pocock) },
    Procedure {
        name: "28 looks, always valid",
        range: SEQUENTIAL,
        simulate: |stream| peeks(stream, Kind::Open),
    },
    Procedure { name: "sample ratio at .001", range: (0.0004, 0.0017), simulate: mismatch },
    Procedure { name: "false discovery share", range: (0.0, 0.05), simulate: discovery },
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let simulations: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(20_000);
    let wanted = arguments.next().unwrap_or_default();
    let mut is_good = true;
    for (index, procedure) in PROCEDURES.iter().enumerate().filter(|(_, one)| one.name.contains(&wanted)) {
        let streams = Streams::new(Seed(index as u64));
        let (mut hits, mut refused) = (0_u64, 0_u64);
        for simulation in 0..simulations {
            match (procedure.simulate)(&mut streams.stream(simulation, 0, 0)) {
                Ok(hit) => hits += u64::from(hit),
                Err(_) => refused += 1,
            }
        }
        let share = hits as f64 / simulations as f64;
        // With fewer simulations the range widens by three standard errors.
        let slack = if simulations >= 20_000 {
            0.0
        } else {
            3.0 * (share * (1.0 - share) / simulations as f64).sqrt()
        };
        let (low, high) = procedure.range;
        let inside = (low - slack..=high + slack).contains(&share) && refused == 0;
        is_good &= inside;
        let word = if inside { "good" } else { "OUTSIDE" };
        println!("{:<34}{share:>9.5}  in [{low}, {high}]  {word}  refused {refused}", procedure.name);
    }
    if is_good { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

fn draw(stream: &mut Stream) -> f64 {
    StandardNormal.quantile(stream.next_open_unit()).unwrap_or(0.0)
}

fn normal(stream: &mut Stream) -> f64 {
    10.0 + 3.0 * draw(stream)
}

fn share<const PERCENT: u32>(stream: &mut Stream) -> f64 {
    f64::from(u8::from(stream.next_unit() < f64::from(PERCENT) / 100.0))
}

fn lognormal(stream: &mut Stream) -> f64 {
    draw(stream).exp().min(20.0)
}

/// Whether a plain test excludes the true effect.
fn rejects(value: fn(&mut Stream) -> f64, effect: f64, stream: &mut Stream) -> Result<bool> {
    // Shares of 1 % need more units before their mean is normal.
    let units = 4 * UNITS;
    let mut arms = [JointMoments::new(1)?, JointMoments::new(1)?];
    for (arm, moments) in arms.iter_mut().enumerate() {
        for _ in 0..units {
            moments.push(&[value(stream) + arm as f64 * effect])?;
        }
    }
    let [control, treatment] = arms;
    let data = AnalysisData {
        outcome: Term::Mean { column: 0 },
        covariates: Vec::new(),
        strata: vec![Stratum { control, treatment }],
    };
    Ok(!analyze(&data, &AnalysisDesign::default())?.interval.contains(effect))
}

/// Whether the interval of a mean holds the truth.
fn holds_mean(stream: &mut Stream, effect: f64, has_covariate: bool, has_strata: bool) -> Result<bool> {
    let mut strata =
        vec![[JointMoments::new(2)?, JointMoments::new(2)?], [JointMoments::new(2)?, JointMoments::new(2)?]];
    for unit in 0..2 * UNITS {
        let part = usize::from(stream.next_unit() < 0.3);
        let before = draw(stream) + part as f64;
        let arm = unit % 2;
        let value = before + draw(stream) + arm as f64 * effect;
        if let Some(moments) =
            strata.get_mut(part * usize::from(has_strata)).and_then(|arms| arms.get_mut(arm))
        {
            moments.push(&[value, before])?;
        }
    }
    let strata = strata.into_iter().take(1 + usize::from(has_strata));
    let data = AnalysisData {
        outcome: Term::Mean { column: 0 },
        covariates: if has_covariate { vec![Term::Mean { column: 1 }] } else { Vec::new() },
        strata: strata.map(|[control, treatment]| Stratum { control, treatment }).collect(),
    };
    Ok(analyze(&data, &AnalysisDesign::default())?.interval.contains(effect))
}

/// Whether the interval of a ratio holds the truth: visits of one person share a habit.
fn holds_ratio(stream: &mut Stream, effect: f64, has_covariate: bool, is_relative: bool) -> Result<bool> {
    let mut arms = [JointMoments::new(3)?, JointMoments::new(3)?];
    for (arm, moments) in arms.iter_mut().enumerate() {
        for _ in 0..UNITS {
            let visits = 1.0 + (stream.next_unit() * 6.0).floor();
            let habit = draw(stream);
            // The habit does not depend on the number of visits, so the true ratio is 5 and the effect.
            let orders = visits * (5.0 + arm as f64 * effect + habit) + visits.sqrt() * draw(stream);
            moments.push(&[orders, visits, habit + 0.5 * draw(stream)])?;
        }
    }
    let [control, treatment] = arms;
    let data = AnalysisData {
        outcome: Term::Quotient { above: 0, below: 1 },
        covariates: if has_covariate { vec![Term::Mean { column: 2 }] } else { Vec::new() },
        strata: vec![Stratum { control, treatment }],
    };
    let design = AnalysisDesign::default();
    if is_relative {
        let design = design.with_scale(aura_core::stats::analysis::EffectScale::Relative);
        return Ok(analyze(&data, &design)?.interval.contains(effect / 5.0));
    }
    Ok(analyze(&data, &design)?.interval.contains(effect))
}

/// Whether the interval of the difference of quantiles holds the truth, here a shift of both arms by 1.
fn holds_quantile(stream: &mut Stream, probability: f64, rows_each: usize) -> Result<bool> {
    let units = 4 * UNITS / rows_each;
    let mut arms = Vec::new();
    for arm in 0..2 {
        let mut rows = Vec::with_capacity(units * rows_each);
        for unit in 0..units {
            let habit = if rows_each > 1 { draw(stream) } else { 0.0 };
            for _ in 0..rows_each {
                rows.push((unit, (0.5 * (draw(stream) + habit)).exp() + f64::from(arm)));
            }
        }
        let mut moments = JointMoments::new(1)?;
        for score in quantile_scores(&rows, units, probability)? {
            moments.push(&[score.score])?;
        }
        arms.push(moments);
    }
    let (Some(treatment), Some(control)) = (arms.pop(), arms.pop()) else { return Ok(false) };
    let data = AnalysisData {
        outcome: Term::Mean { column: 0 },
        covariates: Vec::new(),
        strata: vec![Stratum { control, treatment }],
    };
    Ok(analyze(&data, &AnalysisDesign::default())?.interval.contains(1.0))
}

#[derive(Clone, Copy)]
enum Kind {
    ObrienFleming,
    Pocock,
    Open,
}

/// Whether any of the looks at data without an effect finds one.
fn peeks(stream: &mut Stream, kind: Kind) -> Result<bool> {
    thread_local! {
        static BOUNDS: std::cell::RefCell<Vec<(u8, Vec<f64>)>> = const { std::cell::RefCell::new(Vec::new()) };
    }
    let each = 100;
    let name = kind as u8;
    let known =
        BOUNDS.with_borrow(|bounds| bounds.iter().find(|entry| entry.0 == name).map(|entry| entry.1.clone()));
    let bounds = match known {
        Some(bounds) => bounds,
        None => {
            let bounds: Result<Vec<f64>> = (1..=LOOKS).map(|look| critical(kind, look, each)).collect();
            let bounds = bounds?;
            BOUNDS.with_borrow_mut(|all| all.push((name, bounds.clone())));
            bounds
        }
    };
    let mut arms = [JointMoments::new(1)?, JointMoments::new(1)?];
    for bound in bounds {
        for moments in &mut arms {
            for _ in 0..each {
                moments.push(&[draw(stream)])?;
            }
        }
        let [control, treatment] = arms.clone();
        let data = AnalysisData {
            outcome: Term::Mean { column: 0 },
            covariates: Vec::new(),
            strata: vec![Stratum { control, treatment }],
        };
        let effect = estimate(&data, aura_core::stats::analysis::EffectScale::Absolute, None)?;
        if (effect.estimate / effect.standard_error).abs() > bound {
            return Ok(true);
        }
    }
    Ok(false)
}

fn critical(kind: Kind, look: usize, each: usize) -> Result<f64> {
    let units = (2 * each * look) as f64;
    let group = |spending: Spending| {
        let fractions = (1..=look).map(|look| look as f64 / LOOKS as f64).collect();
        Monitoring::GroupSequential(GroupLooks { fractions, spending })
    };
    let monitoring = match kind {
        Kind::ObrienFleming => group(Spending::ObrienFleming),
        Kind::Pocock => group(Spending::Pocock),
        Kind::Open => Monitoring::AlwaysValid(OpenLooks { tuned_units: (each * LOOKS) as f64 }),
    };
    monitoring.critical(units, units - 2.0, &TestOptions::default())
}

fn mismatch(stream: &mut Stream) -> Result<bool> {
    let treated = (0..4 * UNITS).filter(|_| stream.next_unit() < 0.5).count() as u64;
    Ok(goodness_of_fit(&[treated, 4 * UNITS as u64 - treated], &[1.0, 1.0])?.p_value < 0.001)
}

/// Twenty tests of which none has anything to find: any finding is false.
fn discovery(stream: &mut Stream) -> Result<bool> {
    let p_values: Vec<f64> = (0..20).map(|_| stream.next_unit()).collect();
    Ok(adjust(&p_values, Adjustment::BenjaminiHochberg)?.iter().any(|&value| value <= 0.05))
}
