//! As many replications as it takes, and runs that have forgotten that they began empty.

use serde_json::json;

use super::build::{Build, exponential, poisson, run};
use crate::domain::id::MetricId;
use crate::domain::plan::Plan;
use crate::domain::scenario::Scenario;
use crate::error::ErrorCode;
use crate::progress::Control;
use crate::simulate::{Precision, Simulation, find_warm_up, simulate_to_precision};

/// One desk at load 0.5: in the long run a case takes 2 seconds (`1 / (1 - load)`).
fn desk() -> Plan {
    let mut build = Build::new();
    build.resource("desk", 1).step("serve", exponential(1.0), Some("desk")).end("done", "goal_reached");
    build.chain(&["start", "step_serve", "end_done"]);
    build.add(
        "metrics",
        json!({"id": "metric_time", "title": "time", "measure": {"type": "cycle_time"},
        "role": "primary", "direction": "decrease", "unit": {"type": "milliseconds"}}),
    );
    build.plan()
}

fn short_runs(replications: u32) -> Scenario {
    poisson(60 * u64::from(replications), replications, 2.0, 11)
}

fn mean_seconds(simulation: &Simulation) -> f64 {
    let cases = || simulation.cases.iter().flatten();
    cases().map(|case| case.cycle_us as f64 / 1e6).sum::<f64>() / cases().count() as f64
}

#[test]
fn figures_begin_after_the_warm_up() {
    let plan = desk();
    let scenario = short_runs(4_000);
    let empty = mean_seconds(&run(&plan, &scenario));
    assert!(empty < 1.96, "runs that begin empty are too quick: {empty}");
    // Sixty cases are too few to tell where the start is forgotten.
    assert_eq!(find_warm_up(&plan, &scenario, &Control::default()).unwrap(), None);
    let long = poisson(300 * 300, 300, 2.0, 11);
    let until = find_warm_up(&plan, &long, &Control::default()).unwrap().unwrap();
    // The mean forgets its start with a time constant of 1 / (1 - sqrt(0.5))^2 = 12 seconds (Kleinrock 1975).
    assert!((5..60).contains(&until), "{until}");
    let warm = run(&plan, &Scenario { warm_up_cases: Some(25), ..scenario.clone() });
    let mean = mean_seconds(&warm);
    assert!((mean / 2.0 - 1.0).abs() < 0.025, "{mean}");
    let utilisation = warm.run.resources[0].utilisation.value;
    // Half, and what stands at the desk when the figures begin: about 1.5 of 70 seconds.
    assert!((utilisation - 0.5 - 1.5 / 70.0).abs() < 0.01, "{utilisation}");
    assert_eq!(warm.run.cases, 4_000 * 35);
    assert!(warm.run.warnings.iter().any(|told| told.contains("warm-up")), "{:?}", warm.run.warnings);
    // The same events happen; only the figures begin later.
    assert_eq!(warm.run.digest, run(&plan, &scenario).run.digest);
}

#[test]
fn a_warm_up_longer_than_the_run_leaves_nothing_and_says_so() {
    let warm = run(&desk(), &Scenario { warm_up_cases: Some(u64::MAX), ..short_runs(2) });
    assert_eq!(warm.run.cases, 0);
    assert!(warm.run.warnings.iter().any(|told| told.contains("nothing is left")), "{:?}", warm.run.warnings);
}

#[test]
fn replications_are_added_until_the_interval_is_narrow_enough() {
    let (plan, control) = (desk(), Control::default());
    let wish = |half_width, most_replications| Precision { metric: None, half_width, most_replications };
    let (simulation, precise) =
        simulate_to_precision(&plan, &short_runs(10), &wish(0.03, None), &control).unwrap();
    assert!(precise.is_reached && precise.replications > 10, "{precise:?}");
    let reached = precise.reached.unwrap();
    assert!(reached <= 0.03 && reached > 0.01, "{precise:?}");
    // What came out is a plain run, which can be made again as it is.
    let again = run(&plan, &simulation.run.scenario);
    assert_eq!(again.run, simulation.run);
    let (_, precise) =
        simulate_to_precision(&plan, &short_runs(10), &wish(0.001, Some(20)), &control).unwrap();
    assert!(!precise.is_reached && precise.replications == 20, "{precise:?}");
}

#[test]
fn wishes_that_make_no_sense_are_refused() {
    let refusal = |wish: Precision| {
        let done = simulate_to_precision(&desk(), &short_runs(2), &wish, &Control::default());
        done.map(|_| ()).unwrap_err().code()
    };
    let wish = Precision { metric: None, half_width: 0.1, most_replications: None };
    for wish in [
        Precision { half_width: 0.0, ..wish.clone() },
        Precision { half_width: f64::NAN, ..wish.clone() },
        Precision { most_replications: Some(1), ..wish.clone() },
        Precision { metric: Some(MetricId::new("metric_of_nobody").unwrap()), ..wish },
    ] {
        assert_eq!(refusal(wish), ErrorCode::InvalidRequest);
    }
}
