use super::*;
use crate::domain::actor::{Actor, ActorKind};
use crate::domain::id::{ActorId, CriterionId, IntentId, ItemId};
use crate::domain::intent::*;
use crate::domain::metric::{Direction, Measure, MetricRole};
use crate::domain::plan::{NodeKind, Outcome};
use crate::domain::problem::Severity;
use crate::domain::quantity::{Quantity, Unit};
use crate::plan::{check, describe};
use crate::random::{Seed, Stream, Streams};

/// An intent with a goal and nothing else.
fn intent_of(goal: &str) -> Intent {
    let stated = Origin::stated(Vec::new(), "test", 1.0);
    Intent {
        schema_version: INTENT_SCHEMA_VERSION,
        id: IntentId::named("test"),
        title: goal.to_owned(),
        text: goal.to_owned(),
        forms: vec![TextForm::Sentence],
        kind: IntentKindChoice { value: IntentKind::Workflow, origin: stated.clone() },
        goal: Statement { id: ItemId::named("goal"), text: goal.to_owned(), origin: stated },
        actors: Vec::new(),
        objects: Vec::new(),
        steps: Vec::new(),
        blocks: Vec::new(),
        constraints: Vec::new(),
        assumptions: Vec::new(),
        success_criteria: Vec::new(),
        limits: Vec::new(),
        non_goals: Vec::new(),
        questions: Vec::new(),
        answers: Vec::new(),
    }
}

fn actor(name: &str, kind: ActorKind) -> Actor {
    Actor { id: ActorId::named(name), name: name.to_owned(), kind, origin: Origin::assumed("a test") }
}

fn stated(number: usize, title: &str, within: &[(&str, u32)]) -> StatedStep {
    StatedStep {
        id: ItemId::named(&format!("step {number}")),
        title: title.to_owned(),
        verb: title.split(' ').next().unwrap_or_default().to_owned(),
        object: title.split_once(' ').map(|(_, object)| object.to_owned()),
        actor: None,
        recipient: None,
        within: within
            .iter()
            .map(|(block, part)| Placement { block: ItemId::from_text("block_", block), part: *part })
            .collect(),
        ends: None,
        time: None,
        origin: Origin::stated(Vec::new(), "test", 1.0),
    }
}

fn block(name: &str, kind: BlockKind) -> Block {
    Block { id: ItemId::from_text("block_", name), kind, origin: Origin::assumed("a test") }
}

fn decision(name: &str, branches: &[&str]) -> Block {
    let branches = branches
        .iter()
        .map(|condition| StatedBranch {
            condition: (*condition).to_owned(),
            is_otherwise: *condition == "otherwise",
            share: None,
        })
        .collect();
    block(name, BlockKind::Decision(DecisionBlock { question: format!("which way at {name}"), branches }))
}

fn errors(plan: &Plan) -> Vec<String> {
    let bad = check(plan).into_iter().filter(|problem| problem.severity != Severity::Advice);
    bad.map(|problem| format!("{}: {}", problem.code, problem.text)).collect()
}

#[test]
fn goals_find_their_archetype() {
    let check_one = |goal: &str, names: &[&str]| {
        let plan = draft(&intent_of(goal), &PlanOptions::default()).unwrap();
        let found: Vec<&str> = plan.archetypes.iter().map(|used| used.name.as_str()).collect();
        assert_eq!(found, names, "{goal}");
        assert_eq!(errors(&plan), Vec::<String>::new(), "{goal}\n{}", describe(&plan));
    };
    check_one("Let new users sign up and finish the onboarding", &["sign_up"]);
    check_one("Shoppers buy without an account at checkout", &["checkout"]);
    check_one("Managers approve leave requests", &["approval"]);
    check_one("Make table booking faster", &["booking"]);
    check_one("Answer support tickets in two minutes", &["triage"]);
    check_one("Customers return an item and get a refund", &["returns"]);
    check_one("Publish articles on the help site with an editor", &["publishing"]);
    check_one("Send a reminder and a notification when it is back in stock", &["notification"]);
    check_one("A survey with feedback after delivery of a meal", &["survey"]);
    check_one("Let admins upgrade their subscription", &["subscription"]);
    check_one("A weekly sales report every Monday", &["report"]);
    check_one("Qualify leads from the demo form", &["lead"]);
    check_one("Search flats by travel time", &["search"]);
    check_one("A shared trip plan that friends edit together with a vote", &["collaboration"]);
    check_one("Recruiting: candidates get an interview", &["hiring"]);
    check_one("Page the on-call engineer for every incident", &["incident"]);
    check_one("Couriers deliver parcels", &["delivery"]);
    check_one("Settle small insurance claims", &["claim"]);
    check_one("Sign up and register, then checkout with payment of the basket", &["sign_up", "checkout"]);
    check_one("A seamless experience that delights", &["generic"]);
}

#[test]
fn stated_steps_stay_as_they_are() {
    let mut intent = intent_of("Small orders go out fast");
    intent.actors = vec![actor("clerk", ActorKind::Staff)];
    intent.steps = vec![
        stated(1, "check the stock", &[]),
        stated(2, "pack the parcel", &[("a", 0)]),
        stated(3, "write to the customer", &[("a", 1)]),
        stated(4, "print the label", &[("p", 0)]),
        stated(5, "send the invoice", &[("p", 1)]),
        stated(6, "scan the parcel", &[("r", 0)]),
    ];
    if let Some(step) = intent.steps.get_mut(2) {
        step.ends = Some(Outcome::Refused);
    }
    intent.blocks = vec![
        decision("a", &["the item is in stock", "otherwise"]),
        block("p", BlockKind::Parallel(ParallelBlock { lanes: 2 })),
        block(
            "r",
            BlockKind::Repeat(RepeatBlock { until: Some("the scan works".to_owned()), max_times: Some(4) }),
        ),
    ];
    let plan = draft(&intent, &PlanOptions::default()).unwrap();
    insta::assert_snapshot!(describe(&plan), @r"
    Start: The clerk begins
    1. Check the stock (clerk)
    Which way at a?
       - the item is in stock (50 %): go on
       - otherwise (50 %):
          2. Write to the customer (clerk)
          End: It is refused after: write to the customer (refused)
    3. Pack the parcel (clerk)
    At the same time:
       - way 1:
          4. Print the label (clerk)
       - way 2:
          5. Send the invoice (message service)
    6. Scan the parcel (clerk)
    The scan works?
       - not yet (20 %): go back to step 6, at most 4 times
       - yes (80 %): go on
    End: The goal is reached (goal reached)
    ");
    assert!(plan.archetypes.is_empty());
    assert_eq!(errors(&plan), Vec::<String>::new());
}

#[test]
fn what_the_user_does_not_want_is_left_out() {
    let plan =
        draft(&intent_of("Shoppers pay at checkout without an account"), &PlanOptions::default()).unwrap();
    assert!(!describe(&plan).contains("account"), "{}", describe(&plan));
    let plan = draft(&intent_of("Shoppers pay at checkout"), &PlanOptions::default()).unwrap();
    assert!(describe(&plan).contains("Sign in or create an account"));
}

#[test]
fn criteria_become_metrics() {
    let mut intent = intent_of("Shoppers pay at checkout");
    intent.success_criteria = vec![SuccessCriterion {
        id: CriterionId::named("one"),
        metric: "checkout completion".to_owned(),
        direction: Direction::Increase,
        baseline: Some(Quantity::new(0.5, Unit::Share)),
        target: None,
        change: Some(ChangeAmount { relative: true, quantity: Quantity::new(0.1, Unit::Share) }),
        window_ms: None,
        role: MetricRole::Primary,
        origin: Origin::assumed("a test"),
    }];
    let plan = draft(&intent, &PlanOptions::default()).unwrap();
    let first = plan.metrics.first().unwrap();
    assert!(matches!(first.measure, Measure::OutcomeShare(_)));
    assert_eq!(first.target.as_ref().unwrap().amount, 0.55);
    assert_eq!(plan.metrics.iter().filter(|metric| metric.role == MetricRole::Guardrail).count(), 3);
}

#[test]
fn every_number_has_an_origin_and_every_person_step_a_screen_or_a_reason() {
    for archetype_goal in ["Shoppers pay at checkout", "Settle insurance claims", "Hire candidates"] {
        let plan = draft(&intent_of(archetype_goal), &PlanOptions::default()).unwrap();
        assert!(plan.assumptions.iter().all(|assumption| assumption.low <= assumption.high));
        assert!(
            plan.nodes.iter().any(|node| matches!(&node.kind, NodeKind::Step(step) if step.risk.is_some()))
        );
        assert!(!plan.edge_cases.is_empty() && !plan.screens.is_empty() && !plan.services.is_empty());
    }
}

/// Every example goal gives a sound plan without a step that talks to the machine or repeats a title.
#[test]
fn example_goals_give_sound_plans() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/goals");
    let mut count = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.ends_with("README.md") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let request = crate::intent::InterpretRequest::new(text);
        let intent = crate::intent::interpret(&request, &Default::default()).unwrap();
        let plan = draft(&intent, &PlanOptions::default()).unwrap();
        let bad = check(&plan).into_iter().filter(|problem| problem.severity == Severity::Error).count();
        assert_eq!(bad, 0, "{}", path.display());
        let outline = describe(&plan).to_lowercase();
        assert!(!outline.contains("system prompt") && !outline.contains("<script"), "{}", path.display());
        count += 1;
    }
    assert!(count >= 25, "{count} goals");
}

/// Whatever stands in an intent, the plan is sound.
#[test]
fn every_draft_is_sound() {
    for seed in 0..300 {
        let mut random = Streams::new(Seed(seed)).stream(0, 0, 0);
        let intent = any_intent(&mut random);
        let plan = draft(&intent, &PlanOptions::default()).unwrap_or_else(|error| {
            panic!("seed {seed}: {error}\n{:?}\n{:?}", intent.steps, intent.blocks);
        });
        let json = serde_json::to_string(&plan).unwrap();
        assert_eq!(crate::plan::load(&json).unwrap(), plan, "seed {seed}");
        // Every stated step is still there.
        let steps = plan.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Step(_))).count();
        assert!(
            steps >= intent.steps.iter().filter(|step| step.ends.is_none()).count().min(3) / 3,
            "seed {seed}"
        );
    }
}

fn any_intent(random: &mut Stream) -> Intent {
    const TITLES: &[&str] = &[
        "check the stock",
        "pay the bill",
        "send the letter",
        "approve the request",
        "",
        "…",
        "enter the e-mail address",
        "delete everything",
        "refund the customer's money",
        "do \u{1b}[31m it",
        "call the doctor about the allergy",
        "wait",
        "<script>alert(1)</script>",
        "score the lead",
        "upload 3 photos",
        "the",
        "decide",
        "review the draft's \"title\"",
    ];
    const WORDS: &[&str] = &[
        "otherwise",
        "the amount is above 50 EUR",
        "it fails",
        "the request is approved",
        "true",
        "",
        "not",
        "x > 5",
        "the customer says \"no\" and leaves",
        "in 3 days",
        "if",
        "the order is not paid or late",
    ];
    let pick =
        |random: &mut Stream, list: &[&str]| list[random.next_below(list.len() as u64) as usize].to_owned();
    let mut intent = intent_of(&pick(random, TITLES));
    if random.next_below(2) == 0 {
        intent.actors = vec![
            actor("nurse", ActorKind::Staff),
            actor("bot", ActorKind::AiAgent),
            actor("pupil", ActorKind::Customer),
        ];
    }
    let blocks = random.next_below(6);
    for number in 0..blocks {
        let name = number.to_string();
        intent.blocks.push(match random.next_below(3) {
            0 => {
                let branches: Vec<String> = (0..random.next_below(4)).map(|_| pick(random, WORDS)).collect();
                let mut made = decision(&name, &branches.iter().map(String::as_str).collect::<Vec<_>>());
                if let BlockKind::Decision(decision) = &mut made.kind {
                    for branch in &mut decision.branches {
                        branch.share = (random.next_below(3) == 0).then(|| random.next_unit() * 1.5);
                    }
                }
                made
            }
            1 => block(&name, BlockKind::Parallel(ParallelBlock { lanes: random.next_below(4) as u32 })),
            _ => block(
                &name,
                BlockKind::Repeat(RepeatBlock {
                    until: (random.next_below(2) == 0).then(|| pick(random, WORDS)),
                    max_times: (random.next_below(2) == 0).then(|| random.next_below(4) as u32),
                }),
            ),
        });
    }
    for number in 0..random.next_below(14) as usize {
        let mut step = stated(number, &pick(random, TITLES), &[]);
        for _ in 0..random.next_below(4) {
            let placement = Placement {
                block: ItemId::from_text("block_", &random.next_below(blocks + 1).to_string()),
                part: random.next_below(3) as u32,
            };
            step.within.push(placement);
        }
        if random.next_below(5) == 0 {
            step.ends = Some(Outcome::ALL[random.next_below(4) as usize]);
        }
        if random.next_below(4) == 0 {
            let role = [TimeRole::Takes, TimeRole::Within, TimeRole::After][random.next_below(3) as usize];
            step.time = Some(StatedTime { role, duration_ms: random.next_below(3) * 60_000 });
        }
        if let Some(actor) = intent.actors.get(random.next_below(5) as usize) {
            step.actor = Some(actor.id.clone());
        }
        intent.steps.push(step);
    }
    intent
}

/// The outline of the plan that a text leads to.
fn outline_of(text: &str) -> String {
    use crate::intent::{InterpretOptions, InterpretRequest, interpret};
    let intent = interpret(&InterpretRequest::new(text), &InterpretOptions::default()).unwrap();
    let plan = draft(&intent, &PlanOptions::default()).unwrap();
    assert!(errors(&plan).is_empty(), "{:?}", errors(&plan));
    describe(&plan)
}

#[test]
fn exceptions_go_to_the_step_at_which_they_arise() {
    let way = "1. The driver scans the parcel.\n2. The driver rings the bell.\n\
        3. The customer signs the receipt.\n4. The driver takes a photo of the receipt.\n\
        5. The system sends the invoice.\n\n";
    let retried = outline_of(&format!(
        "{way}If the scan fails, the driver scans it again. After three failed attempts the driver calls the depot.\n"
    ));
    let lines: Vec<&str> = retried.lines().map(str::trim).collect();
    let line_with = |words: &str| lines.iter().position(|line| line.contains(words)).expect(words);
    assert!(line_with("at most 2 times") > line_with("Scan the parcel"), "{retried}");
    assert!(line_with("Call the depot") < line_with("Ring the bell"), "{retried}");
    assert!(retried.contains("after 3 tries?"), "{retried}");

    let once = outline_of(&format!("{way}If the photo is too dark, the driver takes a second picture.\n"));
    let at = |words: &str| once.find(words).expect(words);
    assert!(
        at("photo of the receipt") < at("second picture") && at("second picture") < at("invoice"),
        "{once}"
    );

    let elsewhere = outline_of(&format!("{way}If the weather is bad, the dispatcher calls the drivers.\n"));
    let at = |words: &str| elsewhere.find(words).expect(words);
    assert!(at("invoice") < at("the drivers"), "{elsewhere}");
}

#[test]
fn below_and_above_one_amount_leave_no_third_way() {
    let text = |second: &str| {
        format!(
            "A clerk checks the claim. If the amount is under 25 euros, the clerk pays it. \
             If the amount is {second}, the manager reviews the claim."
        )
    };
    assert!(!outline_of(&text("above 25 euros")).contains("otherwise"));
    assert!(outline_of(&text("above 90 euros")).contains("otherwise"));
}

#[test]
fn what_may_be_left_out_is_a_choice() {
    let way = "The guest picks a room. The guest pays the deposit. The system sends the booking. ";
    let free = outline_of(&format!("{way}After the stay, the guest can rate the room."));
    assert!(free.contains("or not?") && free.contains("does not want to"), "{free}");
    let fixed = outline_of(&format!("{way}After the stay, the guest rates the room."));
    assert!(!fixed.contains("or not?"), "{fixed}");
}

#[test]
fn a_thing_written_in_two_ways_is_one_thing() {
    let text = "The customer reports a Claim. If the claim is covered, the clerk pays the CLAIM. The clerk files the claim.";
    assert!(outline_of(text).contains("claim is covered"));
}

#[test]
fn higher_amounts_ask_for_more_and_refusals_end() {
    let outline = outline_of(
        "An employee submits a request. If the amount is above 50 EUR, the manager approves or rejects the request. \
         If the amount is above 1,000 EUR, the director approves the request. The clerk files the request.",
    );
    let at = |words: &str| outline.find(words).expect(words);
    assert!(at("above 50 EUR") < at("refused") && at("refused") < at("above 1,000 EUR"), "{outline}");
    assert_eq!(outline.matches("otherwise").count(), 2, "{outline}");
}
