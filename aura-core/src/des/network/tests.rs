//! Timelines worked out by hand, in seconds, and two closed forms.

use super::{Blueprint, Duration, Handover, Happened, Network, PoolPlan, Shift, Source, Step};
use crate::des::{Arrivals, Discipline, Displace, Distribution, PoolRules, Span, Time};
use crate::random::{Seed, Streams};

fn seconds(count: u64) -> Span {
    Span::from_ms(count * 1_000)
}

fn at(second: u64) -> Time {
    Time::ZERO.after(seconds(second))
}

fn work(count: u64) -> Step {
    Step::Work(Duration::Fixed(seconds(count)))
}

fn seize() -> Step {
    Step::Seize { pool: 0, otherwise: None }
}

fn release() -> Step {
    Step::Release { pool: 0 }
}

/// A source of cases at these seconds.
fn source(times: &[u64], priority: i32, units: u32) -> Source {
    let times: Vec<Time> = times.iter().map(|second| at(*second)).collect();
    let most = times.len() as u64;
    let arrivals = Arrivals::given(times, Streams::new(Seed(0)).stream(0, 0, 0)).unwrap();
    Source { arrivals, most, entry: 0, priority, units }
}

fn rules(servers: u32) -> PoolRules {
    PoolRules { servers, ..PoolRules::default() }
}

/// Runs to the end; gives for each case when it left, and whether it had finished.
fn run(blueprint: Blueprint) -> Vec<(u64, bool)> {
    let mut network = Network::new(blueprint, Streams::new(Seed(1))).unwrap();
    let mut ends = Vec::new();
    while network.advance().unwrap() {
        for happening in network.happened() {
            if let Happened::Left { finished } = happening.what {
                ends.push((happening.case, happening.time.ms() / 1_000, finished));
            }
        }
    }
    assert_eq!(ends.len() as u64, network.arrived(), "somebody never left");
    ends.sort_unstable();
    ends.into_iter().map(|(_, end, finished)| (end, finished)).collect()
}

fn check(blueprint: Blueprint, expected: &[(u64, bool)]) {
    assert_eq!(run(blueprint), expected);
}

/// One pool with the steps seize, work of so many seconds, release.
fn desk(pool: PoolPlan, sources: Vec<Source>, service: u64) -> Blueprint {
    Blueprint {
        pools: vec![pool],
        steps: vec![seize(), work(service), release()],
        sources,
        ..Blueprint::default()
    }
}

fn urgent(displace: Displace, is_restarting: bool) -> PoolPlan {
    let rules = PoolRules { discipline: Discipline::Priority, displace: Some(displace), ..rules(1) };
    PoolPlan { rules, is_restarting, ..PoolPlan::default() }
}

#[test]
fn the_urgent_take_the_server_and_the_others_go_on_or_begin_anew() {
    // 0..3 of seven seconds are done when the urgent case comes.
    let sources = || vec![source(&[0, 1], 5, 1), source(&[3], 1, 1)];
    check(desk(urgent(Displace::Newest, false), sources(), 7), &[(14, true), (21, true), (10, true)]);
    check(desk(urgent(Displace::Newest, true), sources(), 7), &[(17, true), (24, true), (10, true)]);
}

#[test]
fn a_case_may_need_several_servers() {
    let pool = PoolPlan { rules: rules(3), ..PoolPlan::default() };
    // The second needs all three and is not overtaken by the third, for whom one would be free.
    let sources = vec![source(&[0], 0, 2), source(&[1], 0, 3), source(&[2], 0, 1)];
    check(desk(pool, sources, 4), &[(4, true), (8, true), (12, true)]);
}

#[test]
fn a_strict_limit_holds_for_those_who_came_back_and_a_soft_one_does_not() {
    // The first case has a second left when it is displaced at 4, and stands before the second one.
    for (is_strict, second) in [(true, (4, false)), (false, (15, true))] {
        let mut pool = urgent(Displace::Newest, false);
        pool.rules.queue_limit = Some(1);
        pool.rules.is_strict = is_strict;
        let sources = vec![source(&[0, 1], 2, 1), source(&[4], 1, 1)];
        check(desk(pool, sources, 5), &[(10, true), second, (9, true)]);
    }
}

#[test]
fn shifts_interrupt_or_let_finish() {
    let shifts = vec![Shift { at: at(2), servers: 0 }, Shift { at: at(10), servers: 1 }];
    for (handover, displace, expected) in [
        (Handover::AsTheyFinish, None, [(5, true), (15, true)]),
        (Handover::NewCrew, None, [(5, true), (15, true)]),
        (Handover::AtOnce, Some(Displace::Newest), [(13, true), (18, true)]),
    ] {
        let rules = PoolRules { displace, ..rules(1) };
        let pool = PoolPlan { rules, shifts: shifts.clone(), handover, ..PoolPlan::default() };
        check(desk(pool, vec![source(&[0, 1], 0, 1)], 5), &expected);
    }
}

#[test]
fn who_ends_with_the_shift_is_not_followed_by_another() {
    let shifts = vec![Shift { at: at(4), servers: 0 }, Shift { at: at(20), servers: 1 }];
    let pool = PoolPlan { rules: rules(1), shifts, handover: Handover::NewCrew, ..PoolPlan::default() };
    check(desk(pool, vec![source(&[0, 1], 0, 1)], 4), &[(4, true), (24, true)]);
}

#[test]
fn shifts_come_again() {
    let shifts = vec![Shift { at: at(0), servers: 1 }, Shift { at: at(2), servers: 0 }];
    let pool = PoolPlan {
        rules: rules(0),
        shifts,
        period: Some(seconds(10)),
        handover: Handover::NewCrew,
        ..PoolPlan::default()
    };
    let blueprint = desk(pool, vec![source(&[0, 0, 0, 0, 0], 0, 1)], 1);
    let mut network = Network::new(blueprint, Streams::new(Seed(1))).unwrap();
    let mut ends = Vec::new();
    while network.next_time().is_some_and(|next| next <= at(25)) {
        network.advance().unwrap();
        let left = network.happened().iter().filter(|one| matches!(one.what, Happened::Left { .. }));
        ends.extend(left.map(|one| one.time.ms() / 1_000));
    }
    assert_eq!(ends, [1, 2, 11, 12, 21]);
}

#[test]
fn patience_is_reset_and_leads_elsewhere() {
    let patience = |span, otherwise| Step::Patience { duration: Duration::Fixed(seconds(span)), otherwise };
    let steps = vec![patience(3, None), work(2), patience(4, Some(5)), work(9), Step::Leave, work(1)];
    check(Blueprint { steps, sources: vec![source(&[0], 0, 1)], ..Blueprint::default() }, &[(7, true)]);
    // Who gives up while served gives the server back.
    let steps = vec![patience(3, None), seize(), Step::Calm, work(5), release()];
    let pools = vec![PoolPlan { rules: rules(1), ..PoolPlan::default() }];
    let blueprint =
        Blueprint { pools, steps, sources: vec![source(&[0, 1, 4], 0, 1)], ..Blueprint::default() };
    check(blueprint, &[(5, true), (4, false), (10, true)]);
}

#[test]
fn batches_go_when_they_are_full_or_have_waited_enough() {
    let batches = |size, window, times: &[u64]| {
        let steps = vec![Step::Batch { place: 0, size, window }, work(2), Step::Separate];
        Blueprint { batches: 1, steps, sources: vec![source(times, 0, 1)], ..Blueprint::default() }
    };
    check(batches(2, None, &[1, 5, 9, 10]), &[(7, true), (7, true), (12, true), (12, true)]);
    // The window of the second batch ends at 9, before the case of that moment comes.
    let expected = [(5, true), (5, true), (11, true), (14, true)];
    check(batches(3, Some(seconds(3)), &[0, 2, 6, 9]), &expected);
    // Whichever is first.
    check(batches(2, Some(seconds(3)), &[0, 2, 6, 10]), &[(4, true), (4, true), (11, true), (15, true)]);
}

#[test]
fn joins_wait_for_all_or_for_the_first() {
    for (join, end) in [(Step::JoinAll, 6), (Step::JoinFirst, 3)] {
        let steps = vec![Step::Split(vec![1, 3]), work(2), Step::GoTo(4), work(5), join, work(1)];
        check(Blueprint { steps, sources: vec![source(&[0], 0, 1)], ..Blueprint::default() }, &[(end, true)]);
    }
}

#[test]
fn work_that_shares_one_server_slows_down() {
    // Alone 0..2; with two each gets half: 2 left take 4 seconds, until 6, when 2 of the other's 4 are left.
    let steps = vec![Step::Share { sharing: 0, duration: Duration::Fixed(seconds(4)) }];
    let blueprint =
        Blueprint { sharings: vec![1], steps, sources: vec![source(&[0, 2], 0, 1)], ..Blueprint::default() };
    check(blueprint, &[(6, true), (8, true)]);
}

#[test]
fn the_shorter_queue_is_joined_and_a_long_one_is_balked_at() {
    let pool = || PoolPlan { rules: rules(1), ..PoolPlan::default() };
    let steps = vec![
        Step::Shortest(vec![(0, 1), (1, 5)]),
        Step::Seize { pool: 0, otherwise: None },
        work(9),
        Step::Release { pool: 0 },
        Step::Leave,
        Step::Seize { pool: 1, otherwise: None },
        work(4),
        Step::Release { pool: 1 },
    ];
    let sources = vec![source(&[0, 0, 1], 0, 1)];
    check(
        Blueprint { pools: vec![pool(), pool()], steps, sources, ..Blueprint::default() },
        &[(9, true), (4, true), (18, true)],
    );
    let steps = vec![
        Step::Balk { pool: 0, at_least: 1, probability: 1.0, otherwise: None },
        seize(),
        work(5),
        release(),
    ];
    let sources = vec![source(&[0, 1, 2], 0, 1)];
    check(
        Blueprint { pools: vec![pool()], steps, sources, ..Blueprint::default() },
        &[(5, true), (10, true), (2, false)],
    );
}

#[test]
fn a_circle_without_time_is_named() {
    let steps = vec![Step::GoTo(0)];
    let blueprint = Blueprint { steps, sources: vec![source(&[0], 0, 1)], ..Blueprint::default() };
    let mut network = Network::new(blueprint, Streams::new(Seed(1))).unwrap();
    assert_eq!(network.advance().unwrap_err().code(), crate::error::ErrorCode::LimitEvents);
    let blueprint = Blueprint { steps: vec![seize()], ..Blueprint::default() };
    assert_eq!(
        Network::new(blueprint, Streams::new(Seed(1))).unwrap_err().code(),
        crate::error::ErrorCode::InvalidData
    );
}

/// Cases per second that leave, and the mean number of cases, over a long time after a warm-up.
fn steady(blueprint: Blueprint, seed: u64, horizon: u64) -> (f64, f64) {
    let mut network = Network::new(blueprint, Streams::new(Seed(seed))).unwrap();
    let (from, until) = (at(horizon / 10), at(horizon));
    let (mut present, mut area, mut counted, mut last) = (0_u64, 0_u128, 0_u64, from);
    while network.next_time().is_some_and(|next| next <= until) {
        network.advance().unwrap();
        let now = network.now().max(from);
        area += u128::from(now.since(last).micros()) * u128::from(present);
        last = now;
        for happening in network.happened() {
            match happening.what {
                Happened::Arrived => present += 1,
                Happened::Left { .. } => present -= 1,
                Happened::Marked(_) => counted += u64::from(network.now() > from),
                _ => {}
            }
        }
    }
    let seconds = until.since(from).micros() as f64;
    (counted as f64 * 1e6 / seconds, area as f64 / seconds)
}

fn exponential(mean: f64) -> Duration {
    Duration::Drawn(Distribution::exponential(mean * 1_000.0).unwrap())
}

#[test]
fn sharing_one_server_is_as_long_as_waiting_for_it_on_average() {
    // M/M/1 with processor sharing at load 0.6: 0.6 / 0.4 cases are present (Kleinrock 1967).
    let gap = Distribution::exponential(1_000.0).unwrap();
    let arrivals = Arrivals::renewal(gap, Streams::new(Seed(5)).stream(0, 0, 0));
    let steps = vec![Step::Share { sharing: 0, duration: exponential(0.6) }];
    let sources = vec![Source { arrivals, most: u64::MAX, entry: 0, priority: 0, units: 1 }];
    let (_, present) =
        steady(Blueprint { sharings: vec![1], steps, sources, ..Blueprint::default() }, 5, 60_000);
    assert!((present - 1.5).abs() < 0.12, "{present}");
}

#[test]
fn a_closed_circle_of_two_desks_has_the_throughput_of_its_balance_equations() {
    // Three cases, service means 1 and 2: weights 1, 2, 4, 8 of 0..3 cases at the slow desk; the slow desk is idle in
    // 1 of 15, so 14/15 cases end there in two seconds.
    let desk = || PoolPlan { rules: rules(1), ..PoolPlan::default() };
    let mut steps = Vec::new();
    for (pool, mean) in [(0, 1.0), (1, 2.0)] {
        steps.extend([
            Step::Seize { pool, otherwise: None },
            Step::Work(exponential(mean)),
            Step::Release { pool },
        ]);
    }
    steps.extend([Step::Mark(0), Step::GoTo(0)]);
    let blueprint = Blueprint {
        pools: vec![desk(), desk()],
        steps,
        sources: vec![source(&[0, 0, 0], 0, 1)],
        ..Blueprint::default()
    };
    let (rate, _) = steady(blueprint, 6, 60_000);
    assert!((rate - 14.0 / 30.0).abs() < 0.01, "{rate}");
}
