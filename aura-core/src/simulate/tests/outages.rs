//! Times in which services fail or are slow, against what can be worked out by hand.

use serde_json::{Value, json};

use super::build::{Build, fixed, poisson, run, scenario};
use crate::domain::plan::{Outcome, Plan};
use crate::domain::scenario::{Scenario, TraceDepth};
use crate::progress::Control;
use crate::simulate::{PauseAt, SavedRun, resume, simulate, simulate_until};

fn service(build: &mut Build, name: &str, latency_ms: f64) {
    let latency = build.assume(&format!("latency_{name}"), fixed(latency_ms), "milliseconds");
    let failure = build.assume(&format!("failure_{name}"), fixed(0.0), "share");
    build.add("services", json!({"id": format!("service_{name}"), "title": name, "description": "x", "is_external": true,
        "operations": [{"id": format!("operation_{name}"), "title": name, "method": "get", "path": "/x", "errors": [],
            "latency": latency, "failure": failure, "timeout_ms": 0, "is_idempotent": true}]}));
}

fn calling<'b>(build: &'b mut Build, step: &str, name: &str) -> &'b mut Build {
    let call = json!({"service": format!("service_{name}"), "operation": format!("operation_{name}")});
    build.step(step, fixed(0.0), None).with("call", call)
}

/// Two calls at the same moment: the goal where both work, `refused` where only the first fails, `abandoned` where only
/// the second does, `failed` where both do.
fn two_calls() -> Plan {
    let mut build = Build::new();
    service(&mut build, "mail", 0.0);
    service(&mut build, "bank", 0.0);
    calling(&mut build, "first", "mail").mode(
        "first",
        "unavailable",
        0.0,
        json!({"type": "go_to", "node": "step_other"}),
    );
    calling(&mut build, "second", "bank").mode(
        "second",
        "unavailable",
        0.0,
        json!({"type": "end", "outcome": "abandoned"}),
    );
    calling(&mut build, "other", "bank").mode(
        "other",
        "unavailable",
        0.0,
        json!({"type": "end", "outcome": "failed"}),
    );
    build.end("done", "goal_reached").end("half", "refused");
    build.chain(&["start", "step_first", "step_second", "end_done"]).chain(&["step_other", "end_half"]);
    build.plan()
}

fn with(outage: Value, scenario: Scenario) -> Scenario {
    Scenario { shared_outages: vec![serde_json::from_value(outage).unwrap()], ..scenario }
}

fn common() -> Value {
    json!({"services": ["service_mail", "service_bank"], "slowdown": 1.0, "failure": 1.0,
        "between": {"type": "exponential", "mean": 3_600_000.0},
        "lasts": {"type": "gamma", "mean": 600_000.0, "standard_deviation": 300_000.0}})
}

/// The share of time in outages is the mean time that they last of the mean time from one to the next (alternating
/// renewal process; Ross 2014, section 7.4), and cases that come at random see it.
#[test]
fn services_that_share_an_outage_fail_together_and_as_long_as_the_closed_form_says() {
    let scenario = Scenario { trace: TraceDepth::Digest, ..with(common(), poisson(100_000, 20, 60.0, 7)) };
    let simulation = run(&two_calls(), &scenario);
    let mut shares = Vec::new();
    for cases in &simulation.cases {
        let of = |outcome: Outcome| cases.iter().filter(|case| case.outcome == outcome).count();
        assert_eq!((of(Outcome::Refused), of(Outcome::Abandoned)), (0, 0), "never one alone");
        shares.push(of(Outcome::Failed) as f64 / cases.len() as f64);
    }
    let (count, exact) = (shares.len() as f64, 600.0 / 4_200.0);
    let mean = shares.iter().sum::<f64>() / count;
    let variance = shares.iter().map(|share| libm::pow(share - mean, 2.0)).sum::<f64>() / (count - 1.0);
    let half = 2.093 * (variance / count).sqrt();
    assert!((mean - exact).abs() < half && half < 0.02, "{mean} +- {half}, exact {exact}");
    // Each with outages of its own fails alone, too.
    let alone = |name: &str| {
        json!({"services": [name], "slowdown": 1.0, "failure": 1.0,
        "between": {"type": "exponential", "mean": 3_600_000.0}, "lasts": {"type": "fixed", "value": 600_000.0}})
    };
    let mut apart = with(alone("service_mail"), poisson(20_000, 1, 60.0, 7));
    apart.shared_outages.push(serde_json::from_value(alone("service_bank")).unwrap());
    let cases = &run(&two_calls(), &apart).cases[0];
    assert!(cases.iter().any(|case| case.outcome == Outcome::Refused));
    assert!(cases.iter().any(|case| case.outcome == Outcome::Abandoned));
}

#[test]
fn a_slowdown_that_grows_is_as_large_as_the_time_that_has_passed() {
    let mut build = Build::new();
    service(&mut build, "mail", 1_000.0);
    calling(&mut build, "send", "mail").end("done", "goal_reached").chain(&[
        "start",
        "step_send",
        "end_done",
    ]);
    let plan = build.plan();
    let outage = |grows: bool| {
        json!([{"service": "service_mail", "from_ms": 0, "to_ms": 1_000_000, "slowdown": 11.0,
        "failure": 0.0, "grows": grows}])
    };
    let mut rising = scenario(150, 10.0);
    rising.outages = serde_json::from_value(outage(true)).unwrap();
    for case in &run(&plan, &rising).cases[0] {
        // In seconds: 1 + 10 t / 1000 before the end of it, and 1 afterwards.
        let begun = case.arrived_us as f64 / 1e6;
        let exact = if begun < 1_000.0 { 1.0 + begun / 100.0 } else { 1.0 };
        assert!((case.cycle_us as f64 / 1e6 - exact).abs() < 2e-6, "{begun}: {}", case.cycle_us);
    }
    rising.outages = serde_json::from_value(outage(false)).unwrap();
    assert!(run(&plan, &rising).cases[0].iter().any(|case| case.cycle_us == 11_000_000));
}

#[test]
fn random_outages_are_met_again_after_a_stop_and_by_other_plans() {
    let (plan, scenario) = (two_calls(), with(common(), poisson(400, 2, 60.0, 9)));
    let whole = run(&plan, &scenario);
    assert!(whole.cases.iter().flatten().any(|case| case.outcome == Outcome::Failed));
    for events in [0, 50, 333] {
        let pause = PauseAt::default().with_events(events);
        let stopped = simulate_until(&plan, &scenario, pause, &Control::default()).unwrap();
        let saved = SavedRun::from_bytes(&stopped.saved.unwrap().to_bytes().unwrap()).unwrap();
        let rest = resume(&plan, &scenario, &saved, PauseAt::default(), &Control::default()).unwrap();
        assert_eq!(rest.run, whole.run, "{events}");
    }
}

#[test]
fn outages_that_cannot_be_are_refused_with_their_reason() {
    let plan = two_calls();
    for (field, value, word) in [
        ("services", json!([]), "no service"),
        ("services", json!(["service_post"]), "`service_post`"),
        ("between", fixed(59_000.0), "less than a minute"),
        ("failure", json!(1.5), "from 0 to 1"),
    ] {
        let mut outage = common();
        outage[field] = value;
        let told = simulate(&plan, &with(outage, poisson(10, 1, 1.0, 1)), &Control::default())
            .unwrap_err()
            .to_string();
        assert!(told.contains(word), "{told}");
    }
}
