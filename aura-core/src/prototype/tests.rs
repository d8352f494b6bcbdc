use std::collections::BTreeSet;

use base64::Engine as _;
use sha2::Digest as _;

use super::*;
use crate::domain::actor::ActorKind;
use crate::domain::id::NodeId;
use crate::domain::plan::{GatewayRule, NodeKind, Outcome};
use crate::domain::prototype::{InteractionKind, Page, PageKind, SessionLog};
use crate::domain::step::FailureKind;
use crate::error::ErrorCode;
use crate::plan::build::{FieldBuilder, PlanBuilder, go_to, retry};
use crate::plan::sample::guest_checkout;

fn made(plan: &Plan) -> Prototype {
    build(plan, &PrototypeOptions::default()).unwrap()
}

fn page<'a>(prototype: &'a Prototype, id: &str) -> &'a Page {
    prototype.pages.iter().find(|page| page.id == id).unwrap_or_else(|| panic!("no page {id}"))
}

/// Presses the buttons whose labels are given (the first one where a label is empty) and lists the titles seen.
fn titles(prototype: &Prototype, presses: &[&str]) -> Vec<String> {
    let mut here = page(prototype, &prototype.first);
    let mut seen = vec![here.title.clone()];
    for press in presses {
        let action = here.actions.iter().find(|action| action.label.starts_with(press));
        let action = action.unwrap_or_else(|| panic!("no `{press}` on `{}`: {:?}", here.title, here.actions));
        here = page(prototype, &action.to);
        seen.push(here.title.clone());
    }
    seen
}

/// A builder with one person, and short ways to make nodes.
struct Small {
    plan: PlanBuilder,
    person: crate::domain::id::ActorId,
}

impl Small {
    fn new() -> Self {
        let mut plan = PlanBuilder::new("Small plan", "Try things");
        let person = plan.actor("visitor", ActorKind::Customer);
        Small { plan, person }
    }

    fn step(&mut self, title: &str) -> NodeId {
        let person = self.person.clone();
        self.plan.step(title, &person).takes(1_000.0).add()
    }
}

fn every_page_can_be_reached(prototype: &Prototype) {
    let mut seen = BTreeSet::new();
    let mut open = vec![prototype.first.clone()];
    while let Some(id) = open.pop() {
        if seen.insert(id.clone()) {
            open.extend(page(prototype, &id).actions.iter().map(|action| action.to.clone()));
        }
    }
    let all: BTreeSet<String> = prototype.pages.iter().map(|page| page.id.clone()).collect();
    assert_eq!(all.len(), prototype.pages.len(), "two pages with one id");
    assert_eq!(seen, all);
    for page in &prototype.pages {
        let ids: BTreeSet<&str> = page.actions.iter().map(|action| action.id.as_str()).collect();
        assert_eq!(ids.len(), page.actions.len(), "two buttons with one id on {}", page.id);
        assert!(page.actions.iter().any(|action| !action.is_failure), "no way on from {}", page.id);
    }
}

#[test]
fn every_step_and_end_has_a_page_and_every_page_is_reached() {
    let plan = guest_checkout().unwrap();
    let prototype = made(&plan);
    every_page_can_be_reached(&prototype);
    for node in &plan.nodes {
        let is_seen = matches!(node.kind, NodeKind::Step(_) | NodeKind::End(_));
        let has_page = prototype.pages.iter().any(|page| page.node == node.id);
        assert!(has_page || !is_seen, "{} has no page", node.id);
    }
    assert_eq!(prototype, made(&plan), "the same plan must give the same pages");
}

#[test]
fn the_way_through_the_sample_is_the_one_of_the_plan() {
    let prototype = made(&guest_checkout().unwrap());
    let check = |presses: &[&str], expect: &[&str]| assert_eq!(titles(&prototype, presses), expect);
    check(
        &["Continue", "Pay now", "It works", "Accepted", "It works", "Done", "Done"],
        &[
            "Your details",
            "Payment",
            "Authorise the payment",
            "Is the payment accepted?",
            "Send the confirmation",
            "Pack the order",
            "Hand the parcel to the carrier",
            "The order is on its way",
        ],
    );
    check(
        &["Continue", "Pay now", "It works", "Declined", "Tries again"],
        &[
            "Your details",
            "Payment",
            "Authorise the payment",
            "Is the payment accepted?",
            "Does the shopper try again?",
            "Payment",
        ],
    );
    check(&["What if the shopper gives up?"], &["Your details", "The shopper gives up"]);
}

#[test]
fn nested_parallel_parts_come_one_after_the_other() {
    let mut small = Small::new();
    let start = small.plan.start("Begin");
    let outer = small.plan.gateway("Both", GatewayRule::Parallel);
    let inner = small.plan.gateway("Again both", GatewayRule::Parallel);
    let [a, b, c, d, e] = ["A", "B", "C", "D", "E"].map(|title| small.step(title));
    let inner_join = small.plan.gateway("Inner done", GatewayRule::Parallel);
    let outer_join = small.plan.gateway("All done", GatewayRule::Parallel);
    let end = small.plan.end("Over", Outcome::GoalReached);
    small.plan.chain(&[&start, &outer, &inner, &a, &inner_join, &c, &outer_join, &e, &end]);
    small.plan.chain(&[&inner, &b, &inner_join]);
    small.plan.chain(&[&outer, &d, &outer_join]);
    let prototype = made(&small.plan.build().unwrap());
    assert_eq!(titles(&prototype, &["Done"; 5]), ["A", "B", "C", "D", "E", "Over"]);
    assert_eq!(prototype.pages.len(), 6);
    every_page_can_be_reached(&prototype);
}

#[test]
fn lanes_may_join_unevenly_or_end_by_themselves() {
    // Lanes A and C meet first; B comes later. The order of the plan is A, B, C.
    let mut small = Small::new();
    let start = small.plan.start("Begin");
    let split = small.plan.gateway("Three", GatewayRule::Parallel);
    let [a, b, c, between] = ["A", "B", "C", "Between"].map(|title| small.step(title));
    let first_join = small.plan.gateway("Two done", GatewayRule::Parallel);
    let last_join = small.plan.gateway("All done", GatewayRule::Parallel);
    let end = small.plan.end("Over", Outcome::GoalReached);
    small.plan.chain(&[&start, &split, &a, &first_join, &between, &last_join, &end]);
    small.plan.chain(&[&split, &b, &last_join]);
    small.plan.chain(&[&split, &c, &first_join]);
    let prototype = made(&small.plan.build().unwrap());
    assert_eq!(titles(&prototype, &["Done"; 4]), ["A", "B", "C", "Between", "Over"]);

    let mut small = Small::new();
    let start = small.plan.start("Begin");
    let split = small.plan.gateway("Two", GatewayRule::Parallel);
    let [a, b] = ["A", "B"].map(|title| small.step(title));
    let [end_a, end_b] = ["A is over", "B is over"].map(|title| small.plan.end(title, Outcome::GoalReached));
    small.plan.chain(&[&start, &split, &a, &end_a]);
    small.plan.chain(&[&split, &b, &end_b]);
    let prototype = made(&small.plan.build().unwrap());
    assert_eq!(titles(&prototype, &["Done"; 2]), ["A", "B", "B is over"]);
}

#[test]
fn of_an_inclusive_decision_each_way_is_asked_about() {
    let mut small = Small::new();
    let start = small.plan.start("Begin");
    let split = small.plan.gateway("What is needed?", GatewayRule::Inclusive);
    let [a, b, after] = ["A", "B", "After"].map(|title| small.step(title));
    let join = small.plan.gateway("Done", GatewayRule::Inclusive);
    let end = small.plan.end("Over", Outcome::GoalReached);
    small.plan.chain(&[&start, &split]);
    small.plan.flow(&split, &a).label("gift wrap").share(0.5);
    small.plan.flow(&split, &b).label("a card").share(0.5);
    small.plan.chain(&[&a, &join, &after, &end]);
    small.plan.chain(&[&b, &join]);
    let prototype = made(&small.plan.build().unwrap());
    let check = |presses: &[&str], expect: &[&str]| assert_eq!(titles(&prototype, presses), expect);
    let question = "What is needed?";
    check(&["Yes", "Done", "Yes", "Done"], &[question, "A", question, "B", "After"]);
    check(&["No", "Yes: A card", "Done", "Done"], &[question, question, "B", "After", "Over"]);
    check(&["No", "No"], &[question, question, "After"]);
    every_page_can_be_reached(&prototype);
}

#[test]
fn events_race_and_failures_lead_where_the_plan_says() {
    let mut small = Small::new();
    let start = small.plan.start("Begin");
    let race = small.plan.gateway("What comes first?", GatewayRule::EventBased);
    let late = small.plan.timer("Wait a day", 86_400_000.0);
    let person = small.person.clone();
    let answer = small.plan.message("The answer comes", &person, 60_000.0);
    let thanks = small
        .plan
        .step("Thank them", &person)
        .takes(1_000.0)
        .fails("The link is broken", FailureKind::Unavailable, 0.1, go_to(&late))
        .fails("the page is slow", FailureKind::Timeout, 0.1, retry(2, 1_000, Outcome::Failed))
        .add();
    let good = small.plan.end("Answered", Outcome::GoalReached);
    let bad = small.plan.end("No answer", Outcome::Failed);
    small.plan.chain(&[&start, &race, &late, &bad]);
    small.plan.chain(&[&race, &answer, &thanks, &good]);
    let plan = small.plan.build().unwrap();
    let prototype = made(&plan);
    let check = |presses: &[&str], expect: &[&str]| assert_eq!(titles(&prototype, presses), expect);
    check(&["24 hours pass"], &["What comes first?", "No answer"]);
    check(&["The answer comes", "Done"], &["What comes first?", "Thank them", "Answered"]);
    check(
        &["The answer", "What if the link is broken?", "Let the time pass"],
        &["What comes first?", "Thank them", "Wait a day", "No answer"],
    );
    check(
        &["The answer", "What if the page is slow?", "It still"],
        &["What comes first?", "Thank them", "The page is slow", "The page is slow"],
    );
    every_page_can_be_reached(&prototype);
    let without = PrototypeOptions { with_failures: false, ..PrototypeOptions::default() };
    let quiet = build(&plan, &without).unwrap();
    assert!(quiet.pages.iter().all(|page| page.actions.iter().all(|action| !action.is_failure)));
}

#[test]
fn plans_that_cannot_be_walked_are_refused() {
    let circle = {
        let mut small = Small::new();
        let start = small.plan.start("Begin");
        let first = small.plan.gateway("First", GatewayRule::Exclusive);
        let second = small.plan.gateway("Second", GatewayRule::Exclusive);
        small.plan.chain(&[&start, &first, &second, &first]);
        small.plan.build_unchecked().unwrap()
    };
    let dangling = {
        let mut plan = guest_checkout().unwrap();
        plan.nodes.retain(|node| node.id.as_str() != "step_pack_the_order");
        plan
    };
    let headless = {
        let mut plan = guest_checkout().unwrap();
        plan.nodes.retain(|node| !matches!(node.kind, NodeKind::Start));
        plan.flows.remove(0);
        plan
    };
    for plan in [circle, dangling, headless] {
        let error = build(&plan, &PrototypeOptions::default()).unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidPlan, "{error}");
        assert!(!error.hints().is_empty());
    }
    let tight = PrototypeOptions { max_pages: 3, ..PrototypeOptions::default() };
    assert_eq!(build(&guest_checkout().unwrap(), &tight).unwrap_err().code(), ErrorCode::LimitSize);
    let prototype = made(&guest_checkout().unwrap());
    let mut other = guest_checkout().unwrap();
    other.title.push('!');
    assert_eq!(render(&prototype, &other).unwrap_err().code(), ErrorCode::Conflict);
}

const HOSTILE: &str =
    "</script><script>alert(1)</script>\"' onload=x <img src=x onerror=alert(1)> \u{202e}\u{1b}[31m";

#[test]
fn hostile_text_stays_text() {
    let mut plan = PlanBuilder::new(HOSTILE, HOSTILE);
    let person = plan.actor(HOSTILE, ActorKind::Customer);
    let data = plan.data(
        HOSTILE,
        HOSTILE,
        vec![
            FieldBuilder::text(HOSTILE, HOSTILE).named("a").build(),
            FieldBuilder::choice(HOSTILE, &[HOSTILE, "b"]).named("b").build(),
        ],
    );
    let screen = plan.screen(HOSTILE, HOSTILE, &[&data], &[(&data, "a"), (&data, "b")], HOSTILE);
    let start = plan.start(HOSTILE);
    let step = plan.step(HOSTILE, &person).needs(&data).screen(&screen).gives_up(0.1).add();
    let end = plan.end(HOSTILE, Outcome::GoalReached);
    plan.chain(&[&start, &step, &end]);
    let plan = plan.build().unwrap();
    let html = render(&made(&plan), &plan).unwrap();
    assert_eq!(html.matches("<script").count(), 1);
    assert_eq!(html.matches("</script").count(), 1);
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;"));
    for forbidden in ["<img", "\u{1b}", "\u{202e}", "' onload=x <"] {
        assert!(!html.contains(forbidden), "{forbidden:?} went through");
    }
}

#[test]
fn the_policy_names_exactly_the_script_and_the_style_of_the_file() {
    let plan = guest_checkout().unwrap();
    let html = render(&made(&plan), &plan).unwrap();
    let between =
        |open: &str, close: &str| html.split_once(open).unwrap().1.split_once(close).unwrap().0.to_owned();
    for (name, content) in
        [("script", between("<script>", "</script>")), ("style", between("<style>", "</style>"))]
    {
        let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(content.as_bytes()));
        assert!(html.contains(&format!("{name}-src 'sha256-{hash}'")), "{name}");
    }
    assert!(!html.contains("unsafe-"));
    for outward in ["http://", "https://", "src=\"", "@import", "url(", "fetch(", "XMLHttp", "innerHTML"] {
        assert!(!html.contains(outward), "{outward}");
    }
}

fn log(
    prototype: &Prototype,
    pages: &[(&str, InteractionKind, u64)],
    outcome: Option<Outcome>,
) -> SessionLog {
    let interactions = pages.iter().enumerate().map(|(position, (page, action, at_ms))| {
        crate::domain::prototype::Interaction {
            sequence: position as u64 + 1,
            at_ms: *at_ms,
            page: (*page).to_owned(),
            action: *action,
            target: None,
        }
    });
    SessionLog {
        schema_version: 1,
        prototype: prototype.id.clone(),
        interactions: interactions.collect(),
        outcome,
    }
}

#[test]
fn sessions_say_where_people_stop() {
    use InteractionKind::{Back, Refuse, Show};
    let prototype = made(&guest_checkout().unwrap());
    let (first, second) = (&prototype.pages[0].id, &prototype.pages[1].id);
    let logs = [
        log(&prototype, &[(first, Show, 0), (first, Refuse, 900), (second, Show, 4_000)], None),
        log(
            &prototype,
            &[(first, Show, 0), (second, Show, 2_000), (second, Back, 3_000), (first, Show, 3_000)],
            None,
        ),
        log(&prototype, &[(first, Show, 0), (second, Show, 9_000)], None),
        log(&prototype, &[(first, Show, 0)], Some(Outcome::Abandoned)),
    ];
    let summary = sessions::summarise(&prototype, &logs).unwrap();
    assert_eq!(summary.sessions, 4);
    assert_eq!(summary.outcomes, [sessions::SessionOutcome { outcome: Outcome::Abandoned, sessions: 1 }]);
    assert_eq!(summary.most_stopped_at.as_ref(), Some(second));
    let page = &summary.pages[0];
    assert_eq!((page.sessions, page.shown, page.stopped, page.refused), (4, 5, 1, 1));
    assert_eq!(page.median_ms, Some(4_000));
    assert_eq!((summary.pages[1].back, summary.pages[1].stopped), (1, 2));
    let none = sessions::summarise(&prototype, &[]).unwrap();
    assert_eq!((none.sessions, none.pages.len(), none.most_stopped_at), (0, 0, None));
}

#[test]
fn only_whole_logs_of_this_prototype_are_read() {
    let check = |json: &str, expect: ErrorCode| {
        assert_eq!(sessions::read(json).unwrap_err().code(), expect, "{json}");
    };
    let with = |interactions: &str| {
        format!(r#"{{"schema_version":1,"prototype":"prototype_a","interactions":[{interactions}]}}"#)
    };
    check("", ErrorCode::InvalidDocument);
    check("[]", ErrorCode::InvalidDocument);
    check(r#"{"schema_version":2}"#, ErrorCode::InvalidSchemaVersion);
    check(&with(r#"{"sequence":2,"at_ms":0,"page":"p","action":"show"}"#), ErrorCode::InvalidDocument);
    check(&with(r#"{"sequence":1,"at_ms":-1,"page":"p","action":"show"}"#), ErrorCode::InvalidDocument);
    check(&with(r#"{"sequence":1,"at_ms":0,"page":"p","action":"jump"}"#), ErrorCode::InvalidDocument);
    let backwards = r#"{"sequence":1,"at_ms":9,"page":"p","action":"show"},{"sequence":2,"at_ms":8,"page":"p","action":"show"}"#;
    check(&with(backwards), ErrorCode::InvalidDocument);
    check(&" ".repeat(9 << 20), ErrorCode::LimitInput);
    assert!(sessions::read(&with("")).is_ok());

    let prototype = made(&guest_checkout().unwrap());
    let mut foreign = log(&prototype, &[], None);
    foreign.prototype = crate::domain::id::PrototypeId::named("other");
    assert_eq!(sessions::summarise(&prototype, &[foreign]).unwrap_err().code(), ErrorCode::Conflict);
    let lost = log(&prototype, &[("page_nowhere", InteractionKind::Show, 0)], None);
    assert_eq!(sessions::summarise(&prototype, &[lost]).unwrap_err().code(), ErrorCode::NotFound);
    assert!(prototype.pages.iter().any(|page| page.kind == PageKind::Decision));
}
