//! Dots of real runs: where they are, when, and what the page says about them.

use super::*;
use crate::domain::plan::Plan;
use crate::domain::story::ShownCases;
use crate::handoff::view::PlanView;
use crate::handoff::{HandoffOptions, bundle};
use crate::plan::sample::guest_checkout;
use crate::progress::Control;
use crate::random::Seed;
use crate::simulate::{default_scenario, shown_cases, simulate};

/// Most of the animation that a dot may be between two nodes; a little more than a journey, as each keyframe has a tick.
const LONGEST_JOURNEY: u32 = 200;

fn shown(plan: &Plan, most: u64) -> ShownCases {
    let scenario = default_scenario(plan, Seed(3), 8_000).unwrap();
    let run = simulate(plan, &scenario, &Control::default()).unwrap().trace;
    shown_cases(plan, &run, most, &Control::default()).unwrap()
}

fn with_moving(plan: &Plan, shown: &ShownCases, test: impl FnOnce(&Moving, &Drawing)) {
    let view = PlanView::new(plan);
    let drawing = Drawing::of(&view, &|_| String::new());
    let mut input = HandoffInput::new(plan);
    input.shown = Some(shown);
    test(&Moving::of(&input, &drawing).unwrap(), &drawing);
}

#[test]
fn dots_stay_on_the_picture_and_move_only_on_journeys() {
    let plan = guest_checkout().unwrap();
    with_moving(&plan, &shown(&plan, 24), |moving, drawing| {
        assert_eq!(moving.cases.len(), 24);
        for dot in &moving.dots {
            let ticks: Vec<u32> = dot.places.iter().map(|(tick, _)| *tick).collect();
            assert!(ticks.is_sorted_by(|one, next| one < next), "{ticks:?}");
            assert_eq!((ticks.first(), ticks.last()), (Some(&0), Some(&TICKS)));
            let inside = |(x, y): (i32, i32)| {
                (0..=drawing.picture.width).contains(&x) && (0..=drawing.picture.height).contains(&y)
            };
            assert!(dot.places.iter().all(|(_, point)| inside(*point)));
            for pair in dot.places.windows(2) {
                let [(from, here), (to, there)] = pair else { continue };
                assert!(here == there || to - from <= LONGEST_JOURNEY, "{pair:?}");
            }
        }
    });
}

#[test]
fn a_dot_rests_where_its_case_is_at_that_time() {
    let plan = guest_checkout().unwrap();
    let shown = shown(&plan, 5);
    with_moving(&plan, &shown, |moving, drawing| {
        let map = Map::of(drawing);
        for (number, case) in shown.moving.iter().enumerate() {
            let dot = &moving.dots[number];
            for (visit, next) in case.tokens[0].visits.iter().zip(case.tokens[0].visits.iter().skip(1)) {
                let (from, to) = (moving.screen.at(visit.at_ms), moving.screen.at(next.at_ms));
                let Some(place) = map.place(&visit.node).filter(|_| to > from + LONGEST_JOURNEY) else {
                    continue;
                };
                let last = dot.places.iter().rfind(|(tick, _)| *tick < to).unwrap();
                assert_eq!(last.1, map.rest(place, number), "{visit:?}");
            }
        }
    });
}

#[test]
fn a_page_takes_no_more_cases_than_it_can_carry() {
    let plan = guest_checkout().unwrap();
    let shown = shown(&plan, 400);
    with_moving(&plan, &shown, |moving, _| {
        assert!(moving.fits() && moving.cases.len() >= 20, "{}", moving.cases.len());
        assert!(moving.style().len() < 150_000, "{}", moving.style().len());
    });
}

#[test]
fn a_report_shows_its_cases_without_a_script() {
    let plan = guest_checkout().unwrap();
    let shown = shown(&plan, 3);
    let mut input = HandoffInput::new(&plan);
    input.shown = Some(&shown);
    let handoff = bundle(&input, &HandoffOptions::default()).unwrap();
    let page = &handoff.files["report.html"];
    assert!(!page.contains("<script") && !page.contains(" style=\""));
    let tokens: usize = shown.moving.iter().map(|case| case.tokens.len()).sum();
    assert_eq!((shown.moving.len(), page.matches("<circle class=\"dot-case").count()), (3, tokens));
    assert_eq!(page.matches("@keyframes go-").count(), tokens);
    for told in &shown.told {
        let summary = &told.story.summary;
        let start = summary.split('“').next().unwrap();
        assert!(page.contains(start), "{start}");
    }
    let plain = bundle(&HandoffInput::new(&plan), &HandoffOptions::default()).unwrap();
    assert!(!plain.files["report.html"].contains("keyframes"));
}
