use super::*;
use crate::des;
use crate::limits::Limits;
use crate::random::Streams;
use crate::simulate::log::{LogOptions, read_log};

/// A sample that the kernel's own sampler drew.
fn drawn(distribution: &des::Distribution, count: usize) -> Vec<f64> {
    let mut stream = Streams::new(Seed(7)).stream(0, 0, 0);
    (0..count).map(|_| distribution.sample(&mut stream)).collect()
}

#[test]
fn each_distribution_is_found_again() {
    let check = |distribution: crate::error::Result<des::Distribution>, kinds: &[&str]| {
        let distribution = distribution.unwrap();
        let fitted = fit_distribution(&drawn(&distribution, 4_000));
        assert!(kinds.contains(&fitted.kind.as_str()), "{fitted:?} is none of {kinds:?}");
        let ratio = fitted.distribution.mean() / distribution.mean();
        assert!((ratio - 1.0).abs() < 0.06, "{fitted:?} has another mean than {}", distribution.mean());
    };
    // A gamma or a Weibull distribution with a shape near 1 is an exponential one.
    check(des::Distribution::exponential(300.0), &["exponential", "gamma", "weibull"]);
    check(des::Distribution::gamma(6.0, 10.0), &["gamma"]);
    check(des::Distribution::weibull(3.0, 50.0), &["weibull"]);
    check(des::Distribution::uniform(10.0, 30.0), &["uniform"]);
    check(des::Distribution::fixed(4.0), &["fixed"]);
    // Two heaps fit nothing that has a name.
    let mut heaps = vec![1.0; 300];
    heaps.extend(vec![90.0; 700]);
    let fitted = fit_distribution(&heaps);
    assert_eq!(fitted.kind, "empirical");
    assert!((fitted.distribution.mean() - 63.3).abs() < 1e-9, "{}", fitted.distribution.mean());
}

#[test]
fn distances_are_those_of_the_textbook() {
    // Two samples that differ by a shift of 2 lie 2 apart; Kolmogorov and Smirnov see a whole step.
    let (area, largest) = held_out::distances(&[1.0, 2.0, 3.0, 4.0], &[3.0, 4.0, 5.0, 6.0]);
    assert_eq!((area, largest), (2.0, 0.5));
}

/// Cases that do A, then B or C, and sometimes A again; A and B of the same person.
fn log(count: usize) -> EventLog {
    let mut text = String::from("case,activity,start,end,resource\n");
    let line = |case: usize, activity: &str, from: usize, to: usize, who: &str| {
        format!("{case},{activity},{},{},{who}\n", 1_700_000_000 + from * 60, 1_700_000_000 + to * 60)
    };
    for case in 0..count {
        let at = case * 30;
        text.push_str(&line(case, "A", at, at + 5, "Ann"));
        match case % 4 {
            0 => text.push_str(&line(case, "C", at + 5, at + 25, "Cem")),
            _ => text.push_str(&line(case, "B", at + 5, at + 15, "Ann")),
        }
    }
    read_log(text.as_bytes(), &LogOptions::default(), &Limits::default()).unwrap()
}

#[test]
fn a_plan_from_a_log_walks_like_the_log() {
    let learned = learn(&log(80), None, &LearnOptions::default(), &Control::default()).unwrap();
    assert_eq!((learned.replay.cases, learned.replay.fitting_cases), (80, 80));
    crate::plan::ensure_sound(&learned.plan).unwrap();
    let mean = |about: &str| {
        let found = learned.measured.iter().find(|one| one.about == about);
        found.unwrap_or_else(|| panic!("`{about}` was not measured")).fitted.distribution.mean() / 60_000.0
    };
    assert_eq!(
        (mean("working time of A"), mean("working time of B"), mean("working time of C")),
        (5.0, 10.0, 20.0)
    );
    assert!((mean("time between arrivals") - 30.0).abs() < 1e-9);
    let shares: Vec<f64> = learned
        .plan
        .flows
        .iter()
        .filter_map(|flow| {
            learned.plan.assumptions.iter().find(|one| Some(&one.id) == flow.probability.as_ref())
        })
        .map(|one| one.value.mean())
        .collect();
    assert_eq!(shares, [0.75, 0.25]);
    for assumption in &learned.plan.assumptions {
        assert_eq!(assumption.origin.word(), "measured", "{}", assumption.statement);
    }
    // Everything is certain but the choice: three in four take 15 minutes, one takes 25.
    let held_out = learned.held_out.unwrap();
    assert_eq!((held_out.fitted_cases, held_out.compared_cases), (56, 24));
    assert!((held_out.mean_ms - 17.5 * 60_000.0).abs() < 1e-6);
    assert!(held_out.distance_ms < 0.1 * held_out.mean_ms, "{held_out:?}");
}

#[test]
fn a_given_plan_keeps_its_shape_and_gets_the_shares() {
    use crate::domain::actor::ActorKind;
    use crate::domain::plan::{GatewayRule, Outcome};
    let mut plan = crate::plan::PlanBuilder::new("Given", "Given");
    let team = plan.actor("team", ActorKind::Staff);
    let start = plan.start("Start");
    let [a, b, c] = ["A", "b", "Something else"].map(|title| plan.step(title, &team).takes(1_000.0).add());
    let gate = plan.gateway("Which?", GatewayRule::Exclusive);
    let end = plan.end("End", Outcome::GoalReached);
    plan.chain(&[&start, &a, &gate, &b, &end]);
    plan.chain(&[&gate, &c, &end]);
    let plan = plan.build_unchecked().unwrap();
    let learned = learn(&log(40), Some(&plan), &LearnOptions::default(), &Control::default()).unwrap();
    assert_eq!(learned.plan.nodes.len(), plan.nodes.len());
    // One case in four does C, which this plan does not know.
    assert_eq!((learned.replay.fitting_cases, learned.replay.fitting_activities), (30, 70));
    assert!(learned.notes.iter().any(|note| note.contains("`c` happens 10 times")), "{:?}", learned.notes);
    assert!(learned.notes.iter().any(|note| note.contains("`Something else` never happens")));
}

#[test]
fn parallel_ways_are_walked_in_any_order() {
    use crate::domain::actor::ActorKind;
    use crate::domain::plan::{GatewayRule, Outcome};
    let mut plan = crate::plan::PlanBuilder::new("Parallel", "Parallel");
    let team = plan.actor("team", ActorKind::Staff);
    let start = plan.start("Start");
    let [a, b] = ["A", "B"].map(|title| plan.step(title, &team).takes(1_000.0).add());
    let [split, join] = ["Split", "Join"].map(|title| plan.gateway(title, GatewayRule::Parallel));
    let end = plan.end("End", Outcome::GoalReached);
    plan.chain(&[&start, &split, &a, &join, &end]);
    plan.chain(&[&split, &b, &join]);
    let plan = plan.build().unwrap();
    let table = "case,activity,time\n1,A,2026-01-01T10:00\n1,B,2026-01-01T11:00\n2,B,2026-01-01T10:00\n\
                 2,A,2026-01-01T11:00\n3,A,2026-01-01T12:00\n";
    let log = read_log(table.as_bytes(), &LogOptions::default(), &Limits::default()).unwrap();
    let counts = walk::walk(&plan, &instances::of_log(&log));
    assert_eq!((counts.fit.cases, counts.fit.fitting_cases, counts.fit.fitting_activities), (3, 2, 5));
}
