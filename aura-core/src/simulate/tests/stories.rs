//! Stories of single cases, against timelines that can be worked out by hand.

use serde_json::json;

use super::build::{Build, fixed, run, scenario};
use crate::domain::plan::{Outcome, Plan};
use crate::domain::scenario::{Mishaps, Scenario};
use crate::domain::story::{
    CaseNumber, CaseStory, MovingCase, ShownCases, StoryBarKind, StoryChoice, TokenWay,
};
use crate::error::ErrorCode;
use crate::progress::Control;
use crate::simulate::{case_story, shown_cases};

fn told(plan: &Plan, scenario: &Scenario, case: u64) -> CaseStory {
    let trace = run(plan, scenario).trace;
    case_story(plan, &trace, StoryChoice::Number(CaseNumber { case }), &Control::default()).unwrap()
}

fn showing(plan: &Plan, scenario: &Scenario, most: u64) -> ShownCases {
    shown_cases(plan, &run(plan, scenario).trace, most, &Control::default()).unwrap()
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
    let pick = |choice| case_story(&plan, &simulation.trace, choice, &Control::default());
    let first = &simulation.cases[0];
    let longest = first.iter().map(|case| case.cycle_us / 1_000).max().unwrap();
    assert_eq!(pick(StoryChoice::Slowest).unwrap().cycle_ms, longest);
    assert_eq!(pick(StoryChoice::Lost).unwrap_err().code(), ErrorCode::NotFound);
    let beyond = StoryChoice::Number(CaseNumber { case: 90 });
    assert_eq!(pick(beyond).unwrap_err().code(), ErrorCode::NotFound);
}

/// The visits of each token of a case: the node, when it came, and how it began to work or to wait there, in seconds.
fn visits(case: &MovingCase) -> Vec<Vec<(String, u64)>> {
    let of = |token: &TokenWay| {
        token.visits.iter().map(|visit| (visit.node.to_string(), visit.at_ms / 1_000)).collect()
    };
    case.tokens.iter().map(of).collect()
}

fn at(places: &[(&str, u64)]) -> Vec<(String, u64)> {
    places.iter().map(|(node, second)| ((*node).to_owned(), *second)).collect()
}

#[test]
fn cases_move_when_the_timeline_says_so() {
    let (plan, scenario) = (desk(1), scenario(5, 10.0));
    let shown = showing(&plan, &scenario, 5);
    let [first, second, _, _, _] = shown.moving.as_slice() else { panic!("{shown:?}") };
    assert_eq!(visits(first), [at(&[("start_case", 10), ("step_ask", 10), ("end_done", 35)])]);
    assert_eq!(visits(second), [at(&[("start_case", 20), ("step_ask", 20), ("end_done", 60)])]);
    let phases: Vec<_> =
        second.tokens[0].visits[1].phases.iter().map(|phase| (phase.kind, phase.from_ms / 1_000)).collect();
    assert_eq!(phases, [(StoryBarKind::Waiting, 20), (StoryBarKind::Working, 35)]);
    assert_eq!((second.ended_ms, second.outcome), (Some(60_000), Some(Outcome::GoalReached)));
    // The third case of five has the median time; the last one waits longest; none is lost.
    assert_eq!(shown.told.iter().map(|told| told.story.case).collect::<Vec<_>>(), [2, 4]);
    // Those around the third one, as many as are asked for and there are.
    let cases = |most| -> Vec<u64> {
        let shown = showing(&plan, &scenario, most);
        shown.moving.iter().map(|case| case.case).collect()
    };
    assert_eq!((cases(0), cases(3), cases(9)), (vec![], vec![1, 2, 3], vec![0, 1, 2, 3, 4]));
}

#[test]
fn ways_taken_at_the_same_time_are_tokens_of_their_own_until_they_meet() {
    let mut build = Build::new();
    build.gateway("fork", "parallel").gateway("meet", "parallel");
    build.step("short", fixed(5.0), None).step("long", fixed(9.0), None).end("done", "goal_reached");
    build.chain(&["start", "gate_fork", "step_short", "gate_meet", "end_done"]);
    build.chain(&["gate_fork", "step_long", "gate_meet"]);
    let shown = showing(&build.plan(), &scenario(1, 1.0), 1);
    let case = &shown.moving[0];
    let (one, other) = (("step_short", 1), ("step_long", 1));
    assert_eq!(
        visits(case),
        [
            at(&[("start_case", 1), ("gate_fork", 1), one, ("gate_meet", 6)]),
            at(&[("gate_fork", 1), other, ("gate_meet", 10), ("end_done", 10)]),
        ]
    );
    assert_eq!(case.tokens.iter().map(|token| token.joined_ms).collect::<Vec<_>>(), [Some(10_000), None]);
}

#[test]
fn what_a_failure_leads_to_and_what_is_taken_back_is_part_of_the_way() {
    let mut build = Build::new();
    let elsewhere = json!({"type": "go_to", "node": "step_help"});
    build.step("pay", fixed(2.0), None).mode("slip", "mistake", 1.0, elsewhere);
    build.step("help", fixed(3.0), None).end("done", "goal_reached");
    build.chain(&["start", "step_pay", "end_done"]).chain(&["step_help", "end_done"]);
    let shown = showing(&build.plan(), &scenario(1, 1.0), 1);
    let way = at(&[("start_case", 1), ("step_pay", 1), ("step_help", 3), ("end_done", 6)]);
    assert_eq!(visits(&shown.moving[0]), [way]);

    let mut build = Build::new();
    let time = build.seconds("give_back", fixed(5.0));
    build.step("take", fixed(1.0), None).with("undo", json!({"title": "give back", "working_time": time}));
    let lost = json!({"type": "end", "outcome": "refused"});
    build.step("send", fixed(4.0), None).mode("lost", "rejected", 1.0, lost).end("done", "goal_reached");
    build.chain(&["start", "step_take", "step_send", "end_done"]);
    let shown = showing(&build.plan(), &scenario(1, 1.0), 1);
    let case = &shown.moving[0];
    let way = at(&[("start_case", 1), ("step_take", 1), ("step_send", 2), ("step_take", 6)]);
    assert_eq!(visits(case), [way]);
    let back = case.tokens[0].visits[3].phases[0];
    assert_eq!((back.kind, back.from_ms), (StoryBarKind::Undoing, 6_000));
    assert_eq!((case.ended_ms, case.outcome), (Some(11_000), Some(Outcome::Refused)));
    let summary = &shown.told[0].story.summary;
    assert!(
        summary.contains("with 5 seconds of work, 0 seconds of waiting and 5 seconds of taking back"),
        "{summary}"
    );
}
