//! Figures of runs: closed forms, intervals, metrics, sensitivity.

use serde_json::json;

use super::build::{Build, exponential, fixed, poisson, run};
use crate::domain::id::MetricId;
use crate::domain::plan::Outcome;
use crate::domain::run::Run;
use crate::progress::Control;
use crate::simulate::{SensitivityOptions, default_scenario, sensitivity};

fn metric<'run>(run: &'run Run, id: &str) -> &'run crate::domain::run::MetricResult {
    run.metrics.iter().find(|metric| metric.metric.as_str() == id).unwrap()
}

#[test]
fn a_network_of_queues_agrees_with_jackson() {
    // Two stations in a row with rework: lambda 0.5 per second, a fifth goes back to the start, so each station
    // sees 0.625. One server at rate 1 and two at rate 0.5: Jackson's theorem (1957) makes them independent.
    let mut build = Build::new();
    build.resource("one", 1).resource("two", 2);
    build.step("first", exponential(1.0), Some("one")).step("second", exponential(2.0), Some("two"));
    build.gateway("check", "exclusive").end("done", "goal_reached");
    build.chain(&["start", "step_first", "step_second", "gate_check"]);
    build.branch("gate_check", "step_first", 0.2).branch("gate_check", "end_done", 0.8);
    let plan = build.plan();
    // L1 = rho/(1-rho) at rho 0.625; L2 = 2 rho + P(wait) rho/(1-rho) at rho 0.625 by Erlang C for two servers.
    let rho = 0.625;
    let wait = 2.0 * rho * rho / (1.0 + rho);
    let exact = (rho / (1.0 - rho) + 2.0 * rho + wait * rho / (1.0 - rho)) / 0.5;
    for seed in [1, 2, 3] {
        let run = run(&plan, &poisson(60_000, 20, 2.0, seed)).run;
        let cycle = metric(&run, "metric_cycle_time").estimate;
        let (low, high) = (cycle.low.unwrap() / 1_000.0, cycle.high.unwrap() / 1_000.0);
        // Half as wide again as the 95 % interval, and the bias of starting empty is below one in a hundred.
        let (middle, half) = ((low + high) / 2.0, (high - low) * 0.75 + 0.01 * exact);
        assert!((middle - exact).abs() <= half, "seed {seed}: {low} to {high}, exact {exact}");
        assert!((run.resources[0].utilisation.value - rho).abs() < 0.02);
        assert!((run.resources[1].utilisation.value - rho).abs() < 0.02);
    }
}

#[test]
fn shares_and_visits_agree_with_the_branching() {
    let mut build = Build::new();
    build.step("try", fixed(1.0), None).gateway("ok", "exclusive");
    build.end("done", "goal_reached").end("no", "refused");
    build.chain(&["start", "step_try", "gate_ok"]);
    build
        .branch("gate_ok", "step_try", 0.5)
        .branch("gate_ok", "end_done", 0.3)
        .branch("gate_ok", "end_no", 0.2);
    for (name, measure) in [
        ("visits", json!({"type": "visits_per_case", "node": "step_try"})),
        ("refused", json!({"type": "reached_share", "node": "end_no"})),
        ("quick", json!({"type": "within_time", "outcome": "goal_reached", "within_ms": 2_000})),
        ("p75", json!({"type": "cycle_time", "quantile": 0.75})),
    ] {
        build.add("metrics", json!({
            "id": format!("metric_{name}"), "title": name, "measure": measure, "unit": {"type": "other", "name": "x"},
            "direction": "increase", "role": "secondary",
        }));
    }
    let run = run(&build.plan(), &poisson(40_000, 20, 1.0, 4)).run;
    let check = |id: &str, exact: f64, width: f64| {
        let found = metric(&run, id);
        assert!((found.estimate.value - exact).abs() <= width, "{id}: {found:?}");
        assert_eq!(found.by_replication.len(), 20);
    };
    // Geometric: two visits, 0.4 refused, and within two tries 0.3 + 0.5 * 0.3; five standard errors each.
    check("metric_visits", 2.0, 0.036);
    check("metric_refused", 0.4, 0.013);
    check("metric_quick", 0.45, 0.013);
    check("metric_p75", 2_000.0, 0.0);
    check("metric_goal_reached", 0.6, 0.013);
    let total: u64 = run.outcomes.iter().map(|outcome| outcome.cases).sum();
    assert_eq!(total, run.cases);
    assert_eq!(
        run.paths[0].nodes.iter().map(|node| node.as_str()).collect::<Vec<_>>(),
        ["step_try", "end_done"]
    );
    let share = run.paths[0].cases as f64 / run.cases as f64;
    assert!((share - 0.3).abs() < 0.012, "{share}");
    assert_eq!(run.flows[0].times, run.cases);
}

#[test]
fn intervals_hold_the_truth_about_as_often_as_they_say() {
    let mut build = Build::new();
    build.step("work", exponential(10.0), None).end("done", "goal_reached");
    build.chain(&["start", "step_work", "end_done"]);
    let plan = build.plan();
    let held = (0..400).filter(|seed| {
        let run = run(&plan, &poisson(200, 10, 1.0, *seed)).run;
        let cycle = metric(&run, "metric_cycle_time").estimate;
        cycle.low.unwrap() <= 10_000.0 && 10_000.0 <= cycle.high.unwrap()
    });
    // Binomial with 400 trials at 0.95: from 0.91 to 0.99 is beyond three standard deviations.
    let share = held.count() as f64 / 400.0;
    assert!((0.91..=0.99).contains(&share), "{share}");
}

#[test]
fn sensitivity_finds_what_matters() {
    let mut build = Build::new();
    build.resource("clerk", 1).step("serve", exponential(40.0), Some("clerk")).step(
        "pay",
        exponential(5.0),
        None,
    );
    build.mode("gives_up", "gives_up", 0.1, json!({"type": "end", "outcome": "abandoned"}));
    build.end("done", "goal_reached").chain(&["start", "step_serve", "step_pay", "end_done"]);
    build.range("assume_serve_time", 20_000.0, 55_000.0).range("assume_pay_time", 3_000.0, 8_000.0);
    build.range("assume_gives_up", 0.02, 0.3);
    let plan = build.plan();
    let scenario = poisson(10_000, 20, 60.0, 1);
    let order = |metric: &str| -> Vec<String> {
        let options = SensitivityOptions::default();
        let result =
            sensitivity(&plan, &scenario, &MetricId::named(metric), &options, &Control::default()).unwrap();
        result.effects.into_iter().map(|effect| effect.assumption.to_string()).collect()
    };
    assert_eq!(order("cycle_time")[0], "assume_serve_time");
    assert_eq!(order("goal_reached")[0], "assume_gives_up");
    let options = SensitivityOptions::default();
    let shares =
        sensitivity(&plan, &scenario, &MetricId::named("goal_reached"), &options, &Control::default())
            .unwrap();
    assert!((shares.effects[0].at_low - 0.98).abs() < 0.02 && (shares.effects[0].at_high - 0.7).abs() < 0.05);
    // The times do not touch who gives up: the people are the same.
    assert_eq!(shares.effects[1].swing, 0.0);
}

#[test]
fn default_circumstances_keep_the_busiest_resource_busy() {
    let mut build = Build::new();
    build.resource("clerk", 2).step("serve", exponential(600.0), Some("clerk")).end("done", "goal_reached");
    build.chain(&["start", "step_serve", "end_done"]);
    let plan = build.plan();
    let mut scenario = default_scenario(&plan, crate::random::Seed(3), 20_000).unwrap();
    scenario.personas.iter_mut().for_each(|persona| persona.longest_wait = None);
    let run = run(&plan, &scenario).run;
    assert!((run.resources[0].utilisation.value - 0.7).abs() < 0.03, "{:?}", run.resources);
    assert!(run.personas.iter().all(|persona| persona.cases > 2_000));
}

#[test]
fn a_share_that_no_replication_differs_in_still_has_an_interval() {
    let mut build = Build::new();
    build.step("work", fixed(1.0), None).end("done", "goal_reached").end("no", "refused");
    build.gateway("check", "exclusive").chain(&["start", "step_work", "gate_check"]);
    build.branch("gate_check", "end_done", 1.0).branch("gate_check", "end_no", 0.0);
    let run = run(&build.plan(), &poisson(400, 4, 2.0, 1)).run;
    let share = |outcome: Outcome| {
        let found = run.outcomes.iter().find(|found| found.outcome == outcome).unwrap().share;
        (found.value, found.low.unwrap(), found.high.unwrap())
    };
    // Of n cases none: from 0 to 1 - 0.025^(1/n); the same from above for all (Clopper and Pearson 1934).
    // For n = 400 that is 0.0091798.
    let (value, low, high) = share(Outcome::Refused);
    assert_eq!((value, low), (0.0, 0.0));
    assert!((high - 0.009_179_8).abs() < 1e-7, "{high}");
    let (value, low, high) = share(Outcome::GoalReached);
    assert_eq!((value, high), (1.0, 1.0));
    assert!((low - libm::pow(0.025, 1.0 / 400.0)).abs() < 1e-9, "{low}");
}
