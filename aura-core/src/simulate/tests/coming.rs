//! When cases come: by the hours of a week, at given times, and again and again from a closed population.

use std::sync::Arc;

use serde_json::json;

use super::build::{Build, exponential, fixed, poisson, run};
use super::determinism::Threads;
use crate::domain::plan::Plan;
use crate::domain::scenario::{ArrivalPattern, Scenario, TraceDepth};
use crate::progress::Control;
use crate::random::Seed;
use crate::simulate::{PauseAt, SavedRun, Simulation, default_personas, resume, simulate, simulate_until};

const HOUR_US: u64 = 3_600_000_000;

fn desk(work: serde_json::Value) -> Plan {
    let mut build = Build::new();
    build.resource("desk", 1).step("serve", work, Some("desk")).end("done", "goal_reached");
    build.chain(&["start", "step_serve", "end_done"]);
    build.plan()
}

fn with(pattern: serde_json::Value, scenario: Scenario) -> Scenario {
    let pattern: ArrivalPattern = serde_json::from_value(pattern).unwrap();
    let arrivals = crate::domain::scenario::Arrivals { pattern: Some(pattern), ..scenario.arrivals.clone() };
    Scenario { arrivals, ..scenario }
}

/// Nobody at night, more in the afternoon, half on Sundays.
fn weekly_rate(hour: usize) -> f64 {
    let (day, hour) = (hour / 24, hour % 24);
    let rate = match hour {
        0..=6 => 0.0,
        7..=12 => 4.0,
        13..=19 => 10.5,
        _ => 0.25,
    };
    if day == 6 { rate / 2.0 } else { rate }
}

fn weekly(scenario: Scenario) -> Scenario {
    let rates: Vec<f64> = (0..168).map(weekly_rate).collect();
    with(json!({"type": "weekly", "cases_per_hour": rates}), scenario)
}

/// Counts of each hour of the week are those of a Poisson process: none where there are none, and the sum of the squared
/// distances over the expected ones is that of chi-square.
#[test]
fn each_hour_of_the_week_has_its_own_number_of_cases() {
    let mut scenario = weekly(Scenario { seed: Seed(11), ..poisson(60_000, 1, 1.0, 11) });
    // It begins on Wednesday at 09:30.
    scenario.arrivals.start_minute = 2 * 1_440 + 9 * 60 + 30;
    scenario.trace = TraceDepth::Digest;
    let simulation = run(&desk(fixed(1.0)), &scenario);
    let offset = u64::from(scenario.arrivals.start_minute) * 60_000_000;
    let arrived: Vec<u64> = simulation.cases[0].iter().map(|case| case.arrived_us + offset).collect();
    // Whole weeks only, from the first Monday on.
    let weeks = arrived.iter().max().unwrap() / (168 * HOUR_US) - 1;
    assert!(weeks > 50, "{weeks}");
    let mut counts = [0.0_f64; 168];
    for time in &arrived {
        let hour = time / HOUR_US;
        if (168..168 * (weeks + 1)).contains(&hour) {
            counts[hour as usize % 168] += 1.0;
        }
    }
    let (mut squares, mut hours) = (0.0, 0.0);
    for (hour, count) in counts.iter().enumerate() {
        let expected = weekly_rate(hour) * weeks as f64;
        if expected == 0.0 {
            assert_eq!(*count, 0.0, "hour {hour}");
            continue;
        }
        squares += (count - expected) * (count - expected) / expected;
        hours += 1.0;
    }
    // Mean and variance of chi-square are its degrees of freedom and twice that.
    let off = (squares - hours) / f64::sqrt(2.0 * hours);
    assert!(off.abs() < 3.3, "{squares} of {hours}");
}

#[test]
fn cases_come_at_the_given_times_in_each_replication() {
    let times = [0_u64, 5, 5, 1_000, 86_400_000];
    let scenario = with(json!({"type": "given", "times_ms": times}), poisson(10, 2, 1.0, 3));
    let simulation = run(&desk(exponential(1.0)), &scenario);
    for replication in &simulation.cases {
        let mut arrived: Vec<u64> = replication.iter().map(|case| case.arrived_us / 1_000).collect();
        arrived.sort_unstable();
        assert_eq!(arrived, times);
    }
}

/// The machine repairman (M/M/1 with a finite source; Gross and Harris, section 2.7): with `n` people, a pause of mean
/// `z` and a service of mean 1 nobody is served with probability `1 / sum of n! / (n - i)! z^-i`.
#[test]
fn a_closed_population_has_the_throughput_of_the_closed_form() {
    let (size, pause) = (5_u32, 3.0_f64);
    let mut term = 1.0;
    let mut sum = 1.0;
    for place in 0..size {
        term *= f64::from(size - place) / pause;
        sum += term;
    }
    let busy = 1.0 - 1.0 / sum;
    let pattern =
        json!({"type": "closed", "size": size, "pause": {"type": "exponential", "mean": pause * 1_000.0}});
    let scenario = with(pattern, poisson(60_000, 20, 1.0, 5));
    let of_seed = |seed: u64| {
        let seed = Seed(seed);
        run(&desk(exponential(1.0)), &Scenario { seed, trace: TraceDepth::Digest, ..scenario.clone() }).cases
    };
    let (mut throughput, mut utilisation) = (Vec::new(), Vec::new());
    for cases in (1..=4).flat_map(of_seed) {
        // After the beginning, in which nobody is there, and before the end, from which on nobody comes.
        let (from, to) = (200_000_000, cases.iter().map(|case| case.arrived_us).max().unwrap());
        let ended = cases.iter().filter(|case| (from..to).contains(&(case.arrived_us + case.cycle_us)));
        let seconds = (to - from) as f64 / 1e6;
        throughput.push(ended.clone().count() as f64 / seconds);
        utilisation.push(ended.map(|case| case.working_us).sum::<u64>() as f64 / 1e6 / seconds);
    }
    for (name, found) in [("throughput", throughput), ("utilisation", utilisation)] {
        let count = found.len() as f64;
        let mean = found.iter().sum::<f64>() / count;
        let variance = found.iter().map(|value| libm::pow(value - mean, 2.0)).sum::<f64>() / (count - 1.0);
        // The 99 % interval of 80 replications.
        let half = 2.640 * (variance / count).sqrt();
        assert!((mean - busy).abs() < half && half < 0.01, "{name}: {mean} +- {half}, exact {busy}");
    }
}

#[test]
fn nobody_of_a_population_has_two_cases_at_once() {
    let pattern = json!({"type": "closed", "size": 3, "pause": {"type": "fixed", "value": 500.0}});
    let mut scenario = with(pattern, poisson(50, 1, 1.0, 5));
    scenario.arrivals.starts_at_once = true;
    let simulation = run(&desk(fixed(1.0)), &scenario);
    let mut spans: Vec<(u64, u64)> =
        simulation.cases[0].iter().map(|case| (case.arrived_us, case.arrived_us + case.cycle_us)).collect();
    spans.sort_unstable();
    assert_eq!(spans.len(), 50);
    assert!(spans[..3].iter().all(|(from, _)| *from == 0), "everybody comes at the beginning");
    for (from, _) in &spans {
        let there = spans.iter().filter(|(begin, end)| begin <= from && from < end).count();
        assert!(there <= 3, "{there} at {from}");
    }
    // Each comes again exactly one pause after an end.
    let ends: Vec<u64> = spans.iter().map(|(_, end)| end + 500_000).collect();
    assert!(spans[3..].iter().all(|(from, _)| ends.contains(from)));
}

fn patterns() -> Vec<Scenario> {
    let base = || Scenario { personas: default_personas(), ..poisson(120, 2, 1.0, 9) };
    let times: Vec<u64> = (0..60).map(|place| place * place * 37).collect();
    let pause = json!({"type": "gamma", "mean": 4_000.0, "standard_deviation": 3_000.0});
    vec![
        weekly(base()),
        with(json!({"type": "given", "times_ms": times}), base()),
        with(json!({"type": "closed", "size": 7, "pause": pause}), base()),
    ]
}

#[test]
fn neither_threads_nor_a_stop_leave_a_mark() {
    let plan = desk(exponential(1.0));
    for scenario in patterns() {
        let whole = run(&plan, &scenario);
        assert_eq!(whole.run.cases, 120);
        for threads in [1, 2] {
            let control = Control { workers: Arc::new(Threads(threads)), ..Control::default() };
            assert_eq!(simulate(&plan, &scenario, &control).unwrap().run, whole.run);
        }
        for events in [0, 1, 17, 60, 111] {
            let pause = PauseAt::default().with_events(events);
            let stopped = simulate_until(&plan, &scenario, pause, &Control::default()).unwrap();
            let rest = on(&plan, &scenario, &stopped).unwrap();
            assert_eq!(rest.run, whole.run, "{events}");
            assert_eq!(rest.trace.to_bytes().unwrap(), whole.trace.to_bytes().unwrap());
        }
    }
}

fn on(plan: &Plan, scenario: &Scenario, stopped: &Simulation) -> crate::error::Result<Simulation> {
    let saved = SavedRun::from_bytes(&stopped.saved.as_ref().unwrap().to_bytes().unwrap()).unwrap();
    resume(plan, scenario, &saved, PauseAt::default(), &Control::default())
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let plan = desk(fixed(1.0));
    let base = || poisson(10, 1, 1.0, 3);
    let mut at_once = with(json!({"type": "given", "times_ms": vec![1; 10]}), base());
    at_once.arrivals.starts_at_once = true;
    for (scenario, word) in [
        (with(json!({"type": "weekly", "cases_per_hour": [1.0, 2.0]}), base()), "168"),
        (with(json!({"type": "weekly", "cases_per_hour": vec![0.0; 168]}), base()), "positive"),
        (with(json!({"type": "given", "times_ms": [1, 2]}), base()), "only 2 times"),
        (with(json!({"type": "given", "times_ms": [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]}), base()), "ascending"),
        (at_once, "no first case at once"),
        (with(json!({"type": "closed", "size": 0, "pause": fixed(1.0)}), base()), "nobody"),
        (with(json!({"type": "closed", "size": 100_001, "pause": fixed(1.0)}), base()), "100"),
    ] {
        let told = simulate(&plan, &scenario, &Control::default()).unwrap_err().to_string();
        assert!(told.contains(word), "{told}");
    }
    // A run of one population does not go on as one of another.
    let closed = |size: u32| with(json!({"type": "closed", "size": size, "pause": fixed(1.0)}), base());
    let pause = PauseAt::default().with_events(5);
    let stopped = simulate_until(&plan, &closed(3), pause, &Control::default()).unwrap();
    assert!(on(&plan, &closed(4), &stopped).is_err());
    assert!(on(&plan, &base(), &stopped).is_err());
}
