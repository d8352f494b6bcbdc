//! Breakdowns, balking, patience, overtime and queues of one's own, against timelines worked out by hand and the
//! stationary distributions of Markov chains.

use serde_json::{Value, json};

use super::build::{Build, ends, exponential, fixed, poisson, run, scenario};
use crate::domain::plan::{Outcome, Plan};
use crate::progress::Control;
use crate::simulate::{PauseAt, Simulation, resume, simulate_until};

/// A desk whose cases wait and are served; `with` adds to the resource.
fn desk(capacity: u32, work: Value, with: impl FnOnce(&mut Build)) -> Plan {
    let mut build = Build::new();
    build.resource("desk", capacity);
    with(&mut build);
    build.step("serve", work, Some("desk")).end("done", "goal_reached");
    build.chain(&["start", "step_serve", "end_done"]);
    build.plan()
}

fn breaking(capacity: u32, between: Value, repair: Value, work: Value, restarts: bool) -> Plan {
    desk(capacity, work, |build| {
        let (between, repair) = (build.seconds("between", between), build.seconds("repair", repair));
        build.set(
            "resources",
            "breakdown",
            json!({"between": between, "repair": repair, "restarts": restarts}),
        );
    })
}

fn cycles(simulation: &Simulation) -> Vec<u64> {
    ends(simulation).into_iter().map(|(cycle, _)| cycle).collect()
}

/// The mean number in a birth-and-death chain of cases beside a chain of working servers: arrivals, service by
/// `min(cases, servers that work)`, each server breaks down and is repaired for itself. By power iteration of the
/// uniformised chain.
fn mean_number(arrival: f64, service: f64, fails: f64, repairs: f64, servers: usize) -> f64 {
    const LEVELS: usize = 120;
    let width = servers + 1;
    let top = arrival + servers as f64 * (service + fails + repairs);
    let mut chance = vec![1.0 / (LEVELS * width) as f64; LEVELS * width];
    for _ in 0..12_000 {
        let mut next = vec![0.0; chance.len()];
        for cases in 0..LEVELS {
            for up in 0..width {
                let here = chance[cases * width + up];
                let mut stays = here;
                let mut go = |to: usize, rate: f64| {
                    next[to] += here * rate / top;
                    stays -= here * rate / top;
                };
                if cases + 1 < LEVELS {
                    go((cases + 1) * width + up, arrival);
                }
                if cases > 0 && up > 0 {
                    go((cases - 1) * width + up, service * cases.min(up) as f64);
                }
                if up > 0 {
                    go(cases * width + up - 1, fails * up as f64);
                }
                if up < servers {
                    go(cases * width + up + 1, repairs * (servers - up) as f64);
                }
                next[cases * width + up] += stays;
            }
        }
        chance = next;
    }
    chance.iter().enumerate().map(|(place, share)| share * (place / width) as f64).sum()
}

/// Servers that break down whether they work or not, and go on with interrupted work: for one server the mean number
/// is `λ ((f + r)² + μ f) / ((f + r) (r μ - λ (f + r)))` (White and Christie 1958); for two it is that of the chain.
#[test]
fn breakdowns_lengthen_the_queue_as_the_chain_says() {
    let (arrival, fails, repairs) = (0.5, 0.1, 0.5);
    let both: f64 = fails + repairs;
    let one = arrival * (both * both + fails) / (both * (repairs - arrival * both));
    assert!((mean_number(arrival, 1.0, fails, repairs, 1) - one).abs() < 1e-4, "two ways to the same number");
    for (servers, arrival) in [(1, 0.5), (2, 1.0)] {
        let plan =
            breaking(servers, exponential(1.0 / fails), exponential(1.0 / repairs), exponential(1.0), false);
        let simulation = run(&plan, &poisson(200_000, 4, 1.0 / arrival, 5));
        let times = simulation.cases.iter().flatten().map(|case| case.cycle_us as f64 / 1e6);
        // Little: the number is the rate times the time.
        let number = arrival * times.sum::<f64>() / 200_000.0;
        let exact = mean_number(arrival, 1.0, fails, repairs, servers as usize);
        assert!((number / exact - 1.0).abs() < 0.04, "{servers}: {number}, exact {exact}");
        let broke = simulation.run.resources[0].breakdowns as f64;
        // Each server breaks down once in every 12 seconds on average.
        let expected = f64::from(servers) * 200_000.0 / arrival / 12.0;
        assert!((broke / expected - 1.0).abs() < 0.02, "{broke}, expected {expected}");
    }
}

#[test]
fn broken_work_goes_on_or_begins_anew() {
    // The desk works from 0 to 5, is repaired from 5 to 7, works from 7 to 12, ...; cases come at 4 and 8 and take 3.
    let of = |restarts| {
        let plan = breaking(1, fixed(5.0), fixed(2.0), fixed(3.0), restarts);
        cycles(&run(&plan, &scenario(2, 4.0)))
    };
    // 4 to 5 and 7 to 9; then 9 to 12.
    assert_eq!(of(false), [5_000, 4_000]);
    // 4 to 5 for nothing, 7 to 10; then 10 to 12 for nothing, and 14 to 17.
    assert_eq!(of(true), [6_000, 9_000]);
    let plan = breaking(1, fixed(5.0), fixed(2.0), fixed(3.0), false);
    let case = run(&plan, &scenario(2, 4.0)).cases[0][0];
    assert_eq!((case.working_us, case.waiting_us), (3_000_000, 2_000_000), "no work is lost or done twice");
}

#[test]
fn a_run_with_breakdowns_resumes_to_the_same_bytes() {
    let plan = breaking(2, exponential(9.0), exponential(3.0), exponential(2.0), false);
    let scenario = poisson(300, 2, 1.5, 3);
    let whole = run(&plan, &scenario);
    let control = Control::default();
    for events in [1, 40, 333] {
        let pause = PauseAt::default().with_events(events);
        let saved = simulate_until(&plan, &scenario, pause, &control).unwrap().saved.unwrap();
        let rest = resume(&plan, &scenario, &saved, PauseAt::default(), &control).unwrap();
        assert_eq!(rest.run, whole.run);
    }
}

/// Whoever finds `k` waiting leaves with the chance of a table: the stationary chances of the birth-and-death chain are
/// products of the ratios of its rates (Gross and Harris, section 2.1).
#[test]
fn the_share_that_leaves_at_the_sight_of_the_queue_is_that_of_the_chain() {
    let plan = desk(1, exponential(1.0), |build| {
        let (half, all) =
            (build.assume("half", fixed(0.5), "share"), build.assume("all", fixed(1.0), "share"));
        let balking = json!([{"from": 4, "probability": all}, {"from": 1, "probability": half}]);
        build.set("resources", "queue", json!({"balking": balking}));
    });
    let arrival = 1.25;
    // By how many are there when somebody comes: none or one, then two to four, of whom one is served.
    let joins = [1.0, 1.0, 0.5, 0.5, 0.5, 0.0];
    let mut weights = vec![1.0];
    for joins in &joins[..5] {
        weights.push(weights.last().unwrap() * arrival * joins);
    }
    let total: f64 = weights.iter().sum();
    let exact: f64 = weights.iter().zip(joins).map(|(weight, joins)| weight / total * (1.0 - joins)).sum();
    let simulation = run(&plan, &poisson(100_000, 10, 1.0 / arrival, 7));
    let left = simulation.run.outcomes.iter().find(|found| found.outcome == Outcome::Abandoned).unwrap();
    assert!((left.share.value - exact).abs() < 0.006, "{}, exact {exact}", left.share.value);
    assert_eq!(simulation.run.resources[0].balked, left.cases);
}

/// M/M/1 with exponential patience (Erlang A): departures without service at the rate of each one who waits.
#[test]
fn patience_in_a_queue_ends_as_in_the_chain() {
    let plan = desk(1, exponential(1.0), |build| {
        let patience = build.seconds("patience", exponential(2.0));
        build.set("resources", "queue", json!({"patience": patience}));
    });
    let (arrival, leaves) = (1.5, 0.5);
    let mut weights = vec![1.0];
    for number in 1..200 {
        weights.push(weights[number - 1] * arrival / (1.0 + (number - 1) as f64 * leaves));
    }
    let total: f64 = weights.iter().sum();
    let waiting: f64 = weights
        .iter()
        .enumerate()
        .map(|(number, weight)| weight / total * number.saturating_sub(1) as f64)
        .sum();
    let exact = leaves * waiting / arrival;
    let simulation = run(&plan, &poisson(100_000, 10, 1.0 / arrival, 9));
    let left = simulation.run.outcomes.iter().find(|found| found.outcome == Outcome::Abandoned).unwrap();
    assert!((left.share.value - exact).abs() < 0.008, "{}, exact {exact}", left.share.value);
    assert_eq!(simulation.run.resources[0].lost_patience, left.cases);
}

#[test]
fn overtime_finishes_what_has_begun() {
    let of = |rule: &str| {
        let plan = desk(1, fixed(40.0 * 60.0), |build| {
            // Open on Mondays from 00:00 to 01:00.
            let shift = json!({"weekday": 1, "from_minute": 0, "to_minute": 60});
            build.set("resources", "calendar", json!({"utc_offset_minutes": 0, "shifts": [shift]}));
            build.set("resources", "at_closing", json!(rule));
        });
        // Cases come after 10 and 20 minutes.
        run(&plan, &scenario(2, 600.0))
    };
    let minutes =
        |simulation: &Simulation| -> Vec<u64> { cycles(simulation).iter().map(|ms| ms / 60_000).collect() };
    let week = 7 * 24 * 60;
    // The second begins at 50, has 10 minutes on this Monday and 30 on the next.
    assert_eq!(minutes(&of("rests")), [40, week + 30 - 20]);
    // With overtime it ends at 90.
    let simulation = of("finishes");
    assert_eq!(minutes(&simulation), [40, 70]);
    // 80 minutes of work in 60 of regular time and 30 of overtime.
    let used = simulation.run.resources[0].utilisation.value;
    assert!((used - 80.0 / 90.0).abs() < 1e-9, "{used}");
}

#[test]
fn in_queues_of_their_own_cases_stay_where_they_stand() {
    let of = |choice: &str| {
        let mut build = Build::new();
        build.resource("slow", 1).resource("quick", 1);
        let (slow, quick) =
            (build.seconds("slow_time", fixed(20.0)), build.seconds("quick_time", fixed(2.0)));
        build.step("serve", fixed(1.0), None).with("team_choice", json!(choice)).with(
            "team",
            json!([{"resource": "resource_slow", "working_time": slow},
                   {"resource": "resource_quick", "working_time": quick}]),
        );
        build.end("done", "goal_reached").chain(&["start", "step_serve", "end_done"]);
        let mut simulation = run(&build.plan(), &scenario(3, 1.0));
        simulation.cases[0].sort_by_key(|case| case.case);
        cycles(&simulation)
    };
    // They come at 1, 2 and 3. The third finds one at each desk, joins the first one and waits until 21.
    assert_eq!(of("shortest_queue"), [20_000, 2_000, 38_000]);
    // In one queue for all, the quick one takes it at 4.
    assert_eq!(of("first_free"), [20_000, 2_000, 3_000]);
}

#[test]
fn a_full_queue_makes_room_for_the_urgent_where_it_is_told_to() {
    let outcomes = |queue: Value| {
        let mut build = Build::new();
        build.resource("desk", 1).set("resources", "queue", queue);
        build.gateway("split", "parallel");
        for (name, delay, priority) in [("first", 0.0, 3), ("usual", 1.0, 5), ("urgent", 2.0, 1)] {
            build
                .timer(name, fixed(delay))
                .step(name, fixed(10.0), Some("desk"))
                .with("priority", json!(priority));
            let go = json!({"type": "go_to", "node": format!("end_{name}_sent_away")});
            build.mode(name, "rejected", 0.0, go);
            build.end(&format!("{name}_sent_away"), "goal_reached").end(name, "goal_reached");
            build.chain(&[
                "gate_split",
                &format!("timer_{name}"),
                &format!("step_{name}"),
                &format!("end_{name}"),
            ]);
        }
        build.flow("start", "gate_split");
        let run = run(&build.plan(), &scenario(1, 1.0)).run;
        let visited = run.nodes.iter().filter(|node| node.visits > 0).map(|node| node.node.to_string());
        let ended = visited.filter_map(|id| id.strip_prefix("end_").map(str::to_owned));
        let mut ended: Vec<String> = ended.collect();
        ended.sort();
        ended
    };
    let keeps = outcomes(json!({"order": "priority", "limit": 1}));
    assert_eq!(keeps, ["first", "urgent_sent_away", "usual"]);
    let crowds = outcomes(json!({"order": "priority", "limit": 1, "crowds_out": true}));
    assert_eq!(crowds, ["first", "urgent", "usual_sent_away"]);
    // The urgent one takes the server; the first one comes back to a queue that is full.
    let soft = outcomes(json!({"order": "priority", "limit": 1, "interrupts": true}));
    assert_eq!(soft, ["first", "urgent", "usual"]);
    let strict = outcomes(json!({"order": "priority", "limit": 1, "interrupts": true, "is_strict": true}));
    assert_eq!(strict, ["first", "urgent", "usual_sent_away"]);
}
