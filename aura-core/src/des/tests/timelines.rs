//! Small scenarios without randomness, worked out by hand, and equal to the microsecond.

use super::station::{Station, Story};
use crate::des::{Arrivals, Discipline, Span, Time};
use crate::random::{Seed, Streams};

struct Case {
    arrived: u64,
    service: u64,
    patience: u64,
    priority: i32,
}

const PATIENT: u64 = 1_000_000;

fn cases(arrivals: &[u64], service: u64) -> Vec<Case> {
    arrivals.iter().map(|&arrived| Case { arrived, service, patience: PATIENT, priority: 0 }).collect()
}

/// Runs the cases (in tenths of a second) and gives each its start and end, where there is one.
fn run(servers: u32, discipline: Discipline, queue_limit: Option<u32>, cases: &[Case]) -> Vec<Story> {
    let tenths = |count: u64| Span::from_ms(count * 100);
    let times = cases.iter().map(|case| Time::ZERO.after(tenths(case.arrived))).collect();
    let mut arrivals = Arrivals::given(times, Streams::new(Seed(0)).stream(0, 0, 0)).unwrap();
    let station = Station { servers, discipline, queue_limit, cases: cases.len() };
    let (stories, totals) = station.run(
        &mut arrivals,
        |case| tenths(cases[case].service),
        |case| tenths(cases[case].patience),
        |case| cases[case].priority,
    );
    let busy: u64 = stories.iter().filter_map(|s| Some(s.ended.since(s.started?).micros())).sum();
    assert_eq!(totals.busy_micros, u128::from(busy));
    let waited: u64 = stories.iter().map(|s| s.started.unwrap_or(s.ended).since(s.arrived).micros()).sum();
    assert_eq!(totals.waiting_micros, u128::from(waited));
    assert_eq!(totals.started as usize, stories.iter().filter(|s| s.started.is_some()).count());
    assert_eq!(totals.refused as usize, stories.iter().filter(|s| s.refused).count());
    assert_eq!(totals.withdrawn as usize, stories.iter().filter(|s| s.left).count());
    stories
}

fn check(stories: &[Story], starts: &[Option<u64>], ends: &[u64]) {
    let tenth = |time: Time| time.ms() / 100;
    assert_eq!(stories.iter().map(|s| s.started.map(tenth)).collect::<Vec<_>>(), starts);
    assert_eq!(stories.iter().map(|s| tenth(s.ended)).collect::<Vec<_>>(), ends);
}

#[test]
fn a_server_that_is_freed_takes_who_comes_at_that_moment() {
    // Both service ends and arrivals fall on 20 and 40; without a queue nobody may be refused.
    let stories = run(1, Discipline::Fifo, Some(0), &cases(&[0, 20, 40], 20));
    check(&stories, &[Some(0), Some(20), Some(40)], &[20, 40, 60]);
}

#[test]
fn a_full_queue_refuses_every_second() {
    let arrivals: Vec<u64> = (1..=10).map(|number| number * 10).collect();
    let stories = run(1, Discipline::Fifo, Some(0), &cases(&arrivals, 15));
    assert_eq!(stories.iter().filter(|story| story.refused).count(), 5);
    assert_eq!(stories[8].ended.ms(), 10_500);
}

#[test]
fn last_come_first_served() {
    let stories = run(1, Discipline::Lifo, None, &cases(&[0, 1, 2, 3], 10));
    check(&stories, &[Some(0), Some(30), Some(20), Some(10)], &[10, 40, 30, 20]);
}

#[test]
fn urgent_cases_go_first_and_equals_in_order() {
    let mut list = cases(&[0, 1, 2, 3, 4], 10);
    for (case, priority) in list.iter_mut().zip([0, 5, -1, 5, -1]) {
        case.priority = priority;
    }
    let stories = run(1, Discipline::Priority, None, &list);
    check(&stories, &[Some(0), Some(30), Some(10), Some(40), Some(20)], &[10, 40, 20, 50, 30]);
}

#[test]
fn two_servers_share_one_queue() {
    let mut list = cases(&[0, 0, 0, 0], 10);
    for (case, service) in list.iter_mut().zip([30, 10, 10, 10]) {
        case.service = service;
    }
    let stories = run(2, Discipline::Fifo, None, &list);
    check(&stories, &[Some(0), Some(0), Some(10), Some(20)], &[30, 10, 20, 30]);
}

#[test]
fn patience_ends_together_but_service_comes_first() {
    let mut list = cases(&[0, 10, 20, 30], 100);
    list[1].patience = 90; // ends at 100, when the server is freed: served
    list[2].patience = 80; // ends at 100 too, but the server is taken: leaves
    list[3].patience = 20; // ends at 50: leaves
    let stories = run(1, Discipline::Fifo, None, &list);
    check(&stories, &[Some(0), Some(100), None, None], &[100, 200, 100, 50]);
    assert!(stories[2].left && stories[3].left && !stories[1].left);
}

#[test]
fn who_leaves_makes_room_in_the_queue() {
    let mut list = cases(&[0, 10, 20, 40], 100);
    list[1].patience = 30; // leaves at 40, before the arrival of the same moment
    let stories = run(1, Discipline::Fifo, Some(1), &list);
    check(&stories, &[Some(0), None, None, Some(100)], &[100, 40, 20, 200]);
    assert!(stories[2].refused && !stories[3].refused);
}
