//! Stories of single cases, against timelines that can be worked out by hand.

use serde_json::json;

use super::build::{Build, fixed, run, scenario};
use crate::domain::plan::{Outcome, Plan};
use crate::domain::scenario::{Mishaps, Scenario};
use crate::domain::story::{CaseNumber, CaseStory, StoryBarKind, StoryChoice};
use crate::error::ErrorCode;
use crate::progress::Control;
use crate::simulate::case_story;

fn told(plan: &Plan, scenario: &Scenario, case: u64) -> CaseStory {
    case_story(plan, scenario, StoryChoice::Number(CaseNumber { case }), &Control::default()).unwrap()
}

/// Bars as kind, begin and end in seconds.
fn bars(story: &CaseStory) -> Vec<(StoryBarKind, u64, u64)> {
    story.bars.iter().map(|bar| (bar.kind, bar.from_ms / 1_000, bar.to_ms / 1_000)).collect()
}

fn desk(servers: u32) -> Plan {
    let mut build = Build::new();
    build.resource("desk", servers).step("ask", fixed(25.0), Some("desk")).end("done", "goal_reached");
    build.chain(&["start", "step_ask", "end_done"]);
    build.plan()
}

#[test]
fn a_wait_is_explained_by_who_was_served_and_who_stood_before() {
    // One case each ten seconds, work of 25: case n begins at 10 + 25 n.
    let (plan, scenario) = (desk(1), scenario(5, 10.0));
    let story = told(&plan, &scenario, 1);
    assert_eq!(bars(&story), [(StoryBarKind::Waiting, 0, 15), (StoryBarKind::Working, 15, 40)]);
    assert_eq!(story.bars[0].because.as_deref(), Some("“desk” was busy with case 0"));
    let story = told(&plan, &scenario, 3);
    assert_eq!((story.cycle_ms, story.outcome, story.replication), (70_000, Outcome::GoalReached, 0));
    let why = "“desk” was busy with case 1, and one other was before it";
    assert_eq!(story.bars[0].because.as_deref(), Some(why));
    assert!(
        story.summary.ends_with(&format!("The longest wait was 45 seconds at “step_ask”, because {why}.")),
        "{}",
        story.summary
    );
    assert!(
        story.moments[1].text.starts_with("waits 45 seconds before “step_ask”, because"),
        "{:?}",
        story.moments
    );
    // With two servers, case 2 waits for both of them.
    let story = told(&desk(2), &scenario, 2);
    assert_eq!(story.bars[0].because.as_deref(), Some("all 2 of “desk” were busy with cases 0 and 1"));
    assert_eq!(told(&desk(1), &scenario, 0).bars.len(), 1, "nobody stood before the first one");
}

#[test]
fn hours_tries_and_choices_are_told() {
    let mut build = Build::new();
    // Open on Mondays from 01:00 to 02:00; the case comes at 00:10.
    let shift = json!({"weekday": 1, "from_minute": 60, "to_minute": 120});
    build.resource("desk", 1).set(
        "resources",
        "calendar",
        json!({"utc_offset_minutes": 0, "shifts": [shift]}),
    );
    build.step("ask", fixed(60.0), Some("desk"));
    build.end("done", "goal_reached").chain(&["start", "step_ask", "end_done"]);
    let story = told(&build.plan(), &scenario(1, 600.0), 0);
    assert_eq!(bars(&story), [(StoryBarKind::Waiting, 0, 3_000), (StoryBarKind::Working, 3_000, 3_060)]);
    assert_eq!(story.bars[0].because.as_deref(), Some("“desk” was closed"));

    let mut build = Build::new();
    let again = json!({"type": "retry", "max_times": 1, "delay_ms": 5_000, "backoff_percent": 100, "otherwise": "failed"});
    build.step("pay", fixed(2.0), None).mode("slip", "mistake", 1.0, again).end("done", "goal_reached");
    build.chain(&["start", "step_pay", "end_done"]);
    let story = told(&build.plan(), &scenario(1, 1.0), 0);
    let waited = (StoryBarKind::Waiting, 2, 7);
    assert_eq!(bars(&story), [(StoryBarKind::Working, 0, 2), waited, (StoryBarKind::Working, 7, 9)]);
    assert_eq!(story.bars[1].because.as_deref(), Some("it was tried again after a pause"));
    let texts: Vec<&str> = story.moments.iter().map(|moment| moment.text.as_str()).collect();
    assert_eq!(texts[2], "“step_pay” goes wrong: slip");
    assert_eq!((texts.len(), *texts.last().unwrap()), (7, "ends at “step_pay”: failed"));
}

#[test]
fn a_lost_message_and_a_wait_that_was_too_long_are_told() {
    let mut build = Build::new();
    build.message("reply", fixed(60.0));
    build.end("done", "goal_reached").chain(&["start", "message_reply", "end_done"]);
    let plan = build.plan();
    assert_eq!(bars(&told(&plan, &scenario(1, 1.0), 0)), [(StoryBarKind::Waiting, 0, 60)]);
    let mishaps = Mishaps { message_lost: 1.0, ..Mishaps::default() };
    let story = told(&plan, &Scenario { mishaps, ..scenario(1, 1.0) }, 0);
    assert_eq!(story.moments[1].text, "“Reply”: the message never came");
    assert_eq!(story.outcome, Outcome::Failed);
}

#[test]
fn times_of_a_story_are_those_of_the_run_and_choices_find_their_cases() {
    let plan = desk(1);
    let scenario = Scenario { replications: 3, ..super::build::poisson(90, 3, 30.0, 5) };
    let simulation = run(&plan, &scenario);
    for (number, case) in simulation.cases.iter().flatten().enumerate() {
        let story = told(&plan, &scenario, number as u64);
        assert_eq!(story.cycle_ms, case.cycle_us / 1_000);
        let sum = |kind| {
            story.bars.iter().filter(|bar| bar.kind == kind).map(|bar| bar.to_ms - bar.from_ms).sum::<u64>()
        };
        assert!(sum(StoryBarKind::Waiting).abs_diff(case.waiting_us / 1_000) <= 1);
        assert_eq!(sum(StoryBarKind::Working), 25_000);
        let waits = story
            .bars
            .iter()
            .filter(|bar| bar.kind == StoryBarKind::Waiting && bar.to_ms - bar.from_ms >= 1_000);
        for wait in waits {
            assert!(wait.because.as_ref().is_some_and(|why| why.contains("was busy with case")), "{story:?}");
        }
    }
    let pick = |choice| case_story(&plan, &scenario, choice, &Control::default());
    let first = &simulation.cases[0];
    let longest = first.iter().map(|case| case.cycle_us / 1_000).max().unwrap();
    assert_eq!(pick(StoryChoice::Slowest).unwrap().cycle_ms, longest);
    assert_eq!(pick(StoryChoice::Lost).unwrap_err().code(), ErrorCode::NotFound);
    let beyond = StoryChoice::Number(CaseNumber { case: 90 });
    assert_eq!(pick(beyond).unwrap_err().code(), ErrorCode::NotFound);
}
