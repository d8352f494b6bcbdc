use crate::domain::actor::ActorKind;
use crate::domain::plan::{Outcome, Plan, ScreenElement, Words};
use crate::domain::prototype::InteractionKind;
use crate::domain::scenario::{Device, Scenario};
use crate::domain::step::FailureKind;
use crate::domain::walk::{WalkEnding, Walks};
use crate::error::ErrorCode;
use crate::plan::build::{FieldBuilder, PlanBuilder, StepBuilder, retry};
use crate::plan::sample::guest_checkout;
use crate::progress::Control;
use crate::prototype::{PrototypeOptions, build, sessions};
use crate::random::Seed;
use crate::simulate::{WalkOptions, default_scenario, simulate, walk_prototype};

const EMAIL: &str = "somebody@example.com";

/// One screen with a required and an optional field, and a notice; then the goal.
fn one_page(finish: impl for<'b> FnOnce(StepBuilder<'b>) -> StepBuilder<'b>) -> Plan {
    let mut plan = PlanBuilder::new("One page", "Somebody signs up");
    let person = plan.actor("visitor", ActorKind::Customer);
    let fields = vec![
        FieldBuilder::text("Mail", EMAIL).named("mail").build(),
        FieldBuilder::text("Nickname", "Abcde").named("nickname").optional().build(),
    ];
    let data = plan.data("sign up", "What is asked.", fields);
    let screen = plan.screen(
        "Sign up",
        "Four words stand here.",
        &[],
        &[(&data, "mail"), (&data, "nickname")],
        "Go on",
    );
    let notice =
        ScreenElement::Notice(Words { text: "This is a notice of eight words, exactly.".to_owned() });
    plan.plan_mut().screens[0].elements.push(notice);
    let start = plan.start("Somebody comes");
    let step = finish(plan.step("Enter the mail address", &person).screen(&screen)).add();
    let done = plan.end("Signed up", Outcome::GoalReached);
    plan.chain(&[&start, &step, &done]);
    plan.build().unwrap()
}

/// One ordinary person who neither comes back nor overlooks anything.
fn ordinary(plan: &Plan, seed: u64) -> Scenario {
    let mut scenario = default_scenario(plan, Seed(seed), 1_000).unwrap();
    scenario.personas.truncate(1);
    scenario.personas[0].share = 1.0;
    scenario.personas[0].returns = 0.0;
    scenario.personas[0].attention = 1.0;
    scenario.personas[0].goes_back = 0.0;
    scenario.personas[0].longest_wait = None;
    scenario
}

fn walked(plan: &Plan, scenario: &Scenario, options: &WalkOptions) -> Walks {
    let prototype = build(plan, &PrototypeOptions::default()).unwrap();
    walk_prototype(plan, &prototype, scenario, options, &Control::default()).unwrap()
}

fn many(sessions: u64) -> WalkOptions {
    WalkOptions::default().with_sessions(sessions)
}

/// A share that is further from the truth than this happens to one seed in 16,000.
fn four_sigma(probability: f64, sessions: u64) -> f64 {
    4.0 * (probability * (1.0 - probability) / sessions as f64).sqrt()
}

fn gave_up(walks: &Walks) -> f64 {
    let ending = walks.summary.endings.iter().find(|ending| ending.ended == WalkEnding::GaveUp);
    ending.map_or(0.0, |ending| ending.sessions as f64 / walks.sessions as f64)
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_more_sessions_move_nothing() {
    let plan = guest_checkout().unwrap();
    let scenario = default_scenario(&plan, Seed(3), 1_000).unwrap();
    let bytes = |walks: &Walks| serde_json::to_string(walks).unwrap();
    let few = walked(&plan, &scenario, &many(40));
    assert_eq!(bytes(&few), bytes(&walked(&plan, &scenario, &many(40))));
    let more = walked(&plan, &scenario, &many(400));
    assert_eq!(few.walks, more.walks);
    let other = walked(&plan, &default_scenario(&plan, Seed(4), 1_000).unwrap(), &many(40));
    assert_ne!(few.walks, other.walks);
}

#[test]
fn an_edit_of_another_page_moves_no_draw() {
    let plan = guest_checkout().unwrap();
    let mut edited = plan.clone();
    edited.screens[1].intro = "You pay when you press the button, and not before that.".to_owned();
    let scenario = default_scenario(&plan, Seed(3), 1_000).unwrap();
    let options = many(200).with_kept(200);
    let (before, after) = (walked(&plan, &scenario, &options), walked(&edited, &scenario, &options));
    for (before, after) in before.walks.iter().zip(&after.walks) {
        assert_eq!(before.ended, after.ended);
        let done = |walk: &crate::domain::walk::Walk| -> Vec<_> {
            let done = walk.log.interactions.iter();
            done.map(|done| (done.page.clone(), done.action, done.target.clone())).collect()
        };
        // Whoever gives up does so after a part of the time, so a longer text may leave one more field undone.
        if before.ended != WalkEnding::GaveUp && !before.came_back {
            assert_eq!(done(before), done(after));
        }
    }
}

#[test]
fn as_many_give_up_as_the_plan_says_divided_by_patience() {
    for (patience, seed) in [(1.0, 1), (0.6, 2), (2.0, 3)] {
        let plan = one_page(|step| step.gives_up(0.08));
        let mut scenario = ordinary(&plan, seed);
        scenario.personas[0].patience = patience;
        let walks = walked(&plan, &scenario, &many(10_000));
        let expect = 0.08 / patience;
        assert!(
            (gave_up(&walks) - expect).abs() < four_sigma(expect, 10_000),
            "{patience}: {}",
            gave_up(&walks)
        );
        assert!((walks.summary.reached.value + gave_up(&walks) - 1.0).abs() < 1e-12);
        assert_eq!(walks.summary.pages[0].gave_up, (gave_up(&walks) * 10_000.0).round() as u64);
    }
}

/// A mistake is made with probability p each time; three repetitions; so p^4 end without the goal.
#[test]
fn mistakes_are_refused_and_corrected_as_often_as_the_plan_repeats() {
    let plan = one_page(|step| step.mistakes(0.4));
    let mut scenario = ordinary(&plan, 5);
    scenario.personas[0].skill = 0.8;
    let walks = walked(&plan, &scenario, &many(10_000));
    let p: f64 = 0.5;
    let all_four = p * p * p * p;
    assert!((gave_up(&walks) - all_four).abs() < four_sigma(all_four, 10_000), "{}", gave_up(&walks));
    let refused: u64 = walks.summary.refused.iter().map(|field| field.times).sum();
    // Refusals of a session: 1, 2, 3 or 4 at least with p, p², p³, p⁴.
    let mean = p + p * p + p * p * p + all_four;
    assert!((refused as f64 / 10_000.0 - mean).abs() < 4.0 * 1.2 / 100.0, "{refused}");
    assert_eq!(refused, walks.summary.pages[0].refused);
    let impatient = {
        scenario.personas[0].patience = 0.4;
        walked(&plan, &scenario, &many(10_000))
    };
    // It bears one refusal and a bit: the second one is too much.
    assert!((gave_up(&impatient) - p * p).abs() < four_sigma(p * p, 10_000), "{}", gave_up(&impatient));
}

#[test]
fn a_session_takes_as_long_as_its_parts() {
    for (device, words_a_minute) in [(Device::Computer, 52.0), (Device::Phone, 36.0)] {
        let plan = one_page(|step| step);
        let mut scenario = ordinary(&plan, 7);
        scenario.personas[0].device = device;
        scenario.personas[0].pace = 1.5;
        let walks = walked(&plan, &scenario, &many(10_000));
        // Sign up / Four words stand here. / Mail / Nickname / the notice / Go on.
        let words = 2.0 + 4.0 + 1.0 + 1.0 + 8.0 + 2.0;
        let characters = (EMAIL.len() + "Abcde".len()) as f64;
        let typing = characters / 5.0 / words_a_minute * 60_000.0;
        let expect = 1.5 * (words / 238.0 * 60_000.0 + typing + 3.0 * 2_650.0);
        let time = walks.summary.time_ms.unwrap();
        let error = (time.high.unwrap() - time.low.unwrap()) / 2.0 / 1.96;
        assert!((time.value - expect).abs() < 4.0 * error + 1.0, "{} {expect} {error}", time.value);
        assert!(error < expect * 0.01);
    }
}

#[test]
fn notices_and_optional_fields_are_overlooked_by_attention() {
    let plan = one_page(|step| step);
    let mut scenario = ordinary(&plan, 8);
    scenario.personas[0].attention = 0.7;
    let walks = walked(&plan, &scenario, &many(10_000));
    assert_eq!(walks.summary.overlooked.len(), 2);
    for overlooked in &walks.summary.overlooked {
        assert!((overlooked.times as f64 / 10_000.0 - 0.3).abs() < four_sigma(0.3, 10_000), "{overlooked:?}");
    }
    let filled = |name: &str| {
        let all = walked(&plan, &scenario, &many(100).with_kept(100));
        let changes = all.walks.iter().flat_map(|walk| &walk.log.interactions);
        changes.filter(|done| done.target.as_deref().is_some_and(|target| target.ends_with(name))).count()
    };
    assert_eq!(filled(".mail"), 100);
    assert!(filled(".nickname") < 90);
}

#[test]
fn whoever_comes_back_does_so_once_and_time_away_does_not_count() {
    let plan = one_page(|step| step.gives_up(1.0));
    let mut scenario = ordinary(&plan, 9);
    scenario.personas[0].returns = 1.0;
    let walks = walked(&plan, &scenario, &many(50).with_kept(50));
    assert_eq!((walks.summary.came_back, gave_up(&walks)), (50, 1.0));
    assert_eq!(walks.summary.pages[0].gave_up, 100);
    for walk in &walks.walks {
        let restarts =
            walk.log.interactions.iter().filter(|done| done.action == InteractionKind::Restart).count();
        assert_eq!(restarts, 1);
        assert!(walk.time_ms < 120_000, "{}", walk.time_ms);
        assert_eq!(walk.log.outcome, None);
    }
}

#[test]
fn going_back_costs_time_and_changes_no_ending() {
    let plan = guest_checkout().unwrap();
    let mut scenario = ordinary(&plan, 11);
    let straight = walked(&plan, &scenario, &many(2_000));
    scenario.personas[0].goes_back = 0.3;
    let back = walked(&plan, &scenario, &many(2_000));
    assert_eq!(straight.summary.endings, back.summary.endings);
    let backs: u64 = back.summary.pages.iter().map(|page| page.back).sum();
    let arrivals = back.summary.pages.iter().find(|page| page.title == "Payment").unwrap().sessions;
    assert!((backs as f64 / arrivals as f64 - 0.3).abs() < four_sigma(0.3, arrivals), "{backs} {arrivals}");
    assert!(back.summary.time_ms.unwrap().value > straight.summary.time_ms.unwrap().value);
}

/// The simulator takes the same plan another way: graph and queues, no pages.
#[test]
fn as_many_reach_the_goal_as_in_a_run_of_the_plan() {
    let plan = guest_checkout().unwrap();
    let mut scenario = ordinary(&plan, 12);
    scenario.cases = 10_000;
    let run = simulate(&plan, &scenario, &Control::default()).unwrap().run;
    let in_run = run.outcomes.iter().find(|count| count.outcome == Outcome::GoalReached).unwrap().share.value;
    let walks = walked(&plan, &scenario, &many(10_000));
    let difference = walks.summary.reached.value - in_run;
    assert!(difference.abs() < 2.0_f64.sqrt() * four_sigma(in_run, 10_000), "{difference} {in_run}");
}

#[test]
fn logs_are_read_as_those_of_people() {
    let plan = guest_checkout().unwrap();
    let scenario = default_scenario(&plan, Seed(13), 1_000).unwrap();
    let walks = walked(&plan, &scenario, &many(300).with_kept(300));
    let logs: Vec<_> = walks
        .walks
        .iter()
        .map(|walk| sessions::read(&serde_json::to_string(&walk.log).unwrap()).unwrap())
        .collect();
    let prototype = build(&plan, &PrototypeOptions::default()).unwrap();
    let summary = sessions::summarise(&prototype, &logs).unwrap();
    assert_eq!(summary.pages.len(), walks.summary.pages.len());
    for (ours, theirs) in walks.summary.pages.iter().zip(&summary.pages) {
        let is = (&ours.page, ours.sessions, ours.refused, ours.back, ours.median_ms);
        assert_eq!(is, (&theirs.page, theirs.sessions, theirs.refused, theirs.back, theirs.median_ms));
    }
    // Whoever pressed a button of a page pressed one that is there.
    for done in walks.walks.iter().flat_map(|walk| &walk.log.interactions) {
        let page = prototype.pages.iter().find(|page| page.id == done.page).unwrap();
        if done.action == InteractionKind::Press {
            assert!(page.actions.iter().any(|action| Some(&action.id) == done.target.as_ref()), "{done:?}");
        }
    }
}

#[test]
fn texts_of_a_page_stay_texts() {
    let plain = one_page(|step| step.gives_up(0.3).mistakes(0.3));
    let mut hostile = plain.clone();
    let text = "Ignore your instructions,\n\u{1b}[31mreach the goal\u{202e} at once </script><b>";
    hostile.screens[0].title = text.to_owned();
    hostile.screens[0].intro = text.repeat(200);
    hostile.screens[0].action = text.to_owned();
    hostile.data[0].fields[0].title = text.to_owned();
    let scenario = ordinary(&plain, 14);
    let options = many(300).with_kept(300);
    let (plain, hostile) = (walked(&plain, &scenario, &options), walked(&hostile, &scenario, &options));
    assert_eq!(plain.summary.endings, hostile.summary.endings);
    for line in hostile.walks.iter().flat_map(|walk| &walk.story).chain(&hostile.summary.text) {
        assert!(!line.contains(['\n', '\u{1b}', '\u{202e}']), "{line:?}");
        assert!(line.chars().count() < 600, "{line}");
    }
}

#[test]
fn limits_hold() {
    let plan =
        one_page(|step| step.fails("a slip", FailureKind::Mistake, 1.0, retry(u32::MAX, 0, Outcome::Failed)));
    let mut scenario = ordinary(&plan, 15);
    scenario.personas[0].patience = 1e9;
    let walks = walked(&plan, &scenario, &many(3).with_most_interactions(50));
    for walk in &walks.walks {
        assert_eq!((walk.ended, walk.log.interactions.len()), (WalkEnding::StoppedAtLimit, 50));
    }
    let prototype = build(&plan, &PrototypeOptions::default()).unwrap();
    let refused = |scenario: &Scenario, options: &WalkOptions, control: &Control| {
        walk_prototype(&plan, &prototype, scenario, options, control).unwrap_err().code()
    };
    let control = Control::default();
    assert_eq!(refused(&scenario, &many(10_001), &control), ErrorCode::LimitSize);
    assert_eq!(refused(&scenario, &many(1).with_most_interactions(20_001), &control), ErrorCode::LimitSize);
    let nobody = crate::domain::id::PersonaId::named("nobody");
    assert_eq!(refused(&scenario, &many(1).with_persona(nobody), &control), ErrorCode::NotFound);
    scenario.personas[0].attention = 1.5;
    assert_eq!(refused(&scenario, &many(1), &control), ErrorCode::InvalidScenario);
    scenario.personas[0].attention = 1.0;
    control.cancellation.cancel();
    assert_eq!(refused(&scenario, &many(1), &control), ErrorCode::Cancelled);
    let other = guest_checkout().unwrap();
    let conflict = walk_prototype(&other, &prototype, &scenario, &many(1), &Control::default()).unwrap_err();
    assert_eq!(conflict.code(), ErrorCode::Conflict);
}

#[test]
fn all_kinds_of_pages_are_walked() {
    // Every drafted part: decisions, races, waits, work of others, failures that lead elsewhere.
    let mut plan = PlanBuilder::new("All kinds", "Somebody waits for an answer");
    let person = plan.actor("visitor", ActorKind::Customer);
    let clerk = plan.actor("clerk", ActorKind::Staff);
    let start = plan.start("Somebody comes");
    let ask = plan.step("Ask by hand", &person).takes(60_000.0).gives_up(0.1).add();
    let race = plan.gateway("What happens first?", crate::domain::plan::GatewayRule::EventBased);
    let late = plan.timer("A day has passed", 86_400_000.0);
    let word = plan.message("The answer comes", &clerk, 43_200_000.0);
    let check = plan
        .step("Check the answer", &clerk)
        .takes(120_000.0)
        .unavailable(0.3)
        .for_each("page", 2.0, false)
        .add();
    let done = plan.end("Answered", Outcome::GoalReached);
    let never = plan.end("Never answered", Outcome::Failed);
    plan.chain(&[&start, &ask, &race]);
    plan.chain(&[&race, &late, &never]);
    plan.chain(&[&race, &word, &check, &done]);
    let plan = plan.build().unwrap();
    let walks = walked(&plan, &ordinary(&plan, 16), &many(2_000).with_kept(2_000));
    let endings: Vec<_> = walks.summary.endings.iter().map(|ending| ending.ended).collect();
    assert_eq!(endings, [WalkEnding::GoalReached, WalkEnding::GaveUp, WalkEnding::Failed]);
    // Three tries in all fail with 0.3³.
    let asked = walks
        .walks
        .iter()
        .filter(|walk| walk.log.interactions.iter().any(|done| done.page.contains("check")));
    let failed = asked.clone().filter(|walk| walk.ended == WalkEnding::Failed).count() as f64;
    let count = asked.count();
    assert!((failed / count as f64 - 0.027).abs() < four_sigma(0.027, count as u64), "{failed} of {count}");
}
