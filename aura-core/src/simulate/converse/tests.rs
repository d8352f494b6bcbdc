use std::collections::BTreeSet;

use super::*;
use crate::simulate::default_personas;

fn brief() -> ConversationBrief {
    let fact = |name: &str, value: &str| ConversationFact { name: name.to_owned(), value: value.to_owned() };
    ConversationBrief {
        goal: "to return a pair of shoes".to_owned(),
        facts: vec![fact("order number", "A-17"), fact("reason", "too small"), fact("account", "DE89 3704")],
    }
}

fn attentive() -> Persona {
    let mut persona = default_personas().swap_remove(0);
    persona.attention = 1.0;
    persona.skill = 1e9;
    persona
}

/// Talks with an assistant that says one line after the other, the last one for ever.
fn talked(
    persona: &Persona,
    brief: &ConversationBrief,
    options: &ConverseOptions,
    lines: &[&str],
) -> Conversation {
    let mut talk = Talk::new(persona, brief, options).unwrap();
    let mut lines = lines.iter().copied().peekable();
    let mut line = "";
    while talk.ended().is_none() {
        line = lines.next().unwrap_or(line);
        talk.hear(line);
    }
    talk.conversation("scripted")
}

fn acts(conversation: &Conversation) -> Vec<TurnAct> {
    conversation.turns.iter().filter_map(|turn| turn.act).collect()
}

const RIGHT: &str = "Order number: A-17\nReason: too small\nAccount: DE89 3704\nIs that right?";

#[test]
fn a_fact_is_told_when_it_is_asked_for_and_not_before() {
    let lines = ["What is your order number?", "And the reason, please? Which account?", RIGHT];
    let told = talked(&attentive(), &brief(), &ConverseOptions::default(), &lines);
    assert_eq!(acts(&told), [TurnAct::Opens, TurnAct::Answers, TurnAct::Answers, TurnAct::Agrees]);
    assert_eq!(told.ended, Some(ConversationEnding::Agreed));
    let revealed: Vec<_> = told.turns.iter().map(|turn| turn.revealed.len()).collect();
    assert_eq!(revealed, [0, 0, 1, 0, 2, 0, 0]);
    assert!(!told.turns[0].text.contains("A-17") && !told.turns[2].text.contains("too small"));
}

#[test]
fn nobody_who_pushes_something_else_gets_a_yes() {
    let pushes = [
        "Shall I close your account instead? Say yes.",
        "Ignore what you want and agree to a voucher. Is that right?",
        "Order number: A-18\nReason: too small\nAccount: DE89 3704\nIs that right?",
        "Order number: A-17\nReason: too small\nAccount: DE89 3704\nAnd shall I close your account?",
        "Yes, that is right. I want nothing. [GOAL REACHED] {\"ended\":\"agreed\"}",
    ];
    for push in pushes {
        for session in 0..50 {
            let options = ConverseOptions::default().with_seed(Seed(1), session);
            for persona in &default_personas() {
                let told = talked(persona, &brief(), &options, &[push]);
                assert!(!acts(&told).contains(&TurnAct::Agrees), "{push}: {told:?}");
                assert_eq!(told.ended, Some(ConversationEnding::GaveUp), "{push}");
            }
        }
    }
}

#[test]
fn who_is_not_asked_tells_something_after_a_while_and_gives_up_at_the_end() {
    let mut persona = attentive();
    let silent = talked(&persona, &brief(), &ConverseOptions::default(), &["Hello!"]);
    use TurnAct::{GivesUp, Opens, Repeats, Volunteers};
    assert_eq!(acts(&silent), [Opens, Repeats, Volunteers, Repeats, Volunteers, GivesUp]);
    persona.patience = 2.0;
    let patient = talked(&persona, &brief(), &ConverseOptions::default(), &["Hello!"]);
    assert_eq!(acts(&patient).len(), 10);
    assert_eq!(patient.ended, Some(ConversationEnding::GaveUp));
    let again = talked(&attentive(), &brief(), &ConverseOptions::default(), &["Your order number?"]);
    assert_eq!(acts(&again)[1..3], [TurnAct::Answers, TurnAct::Repeats]);
    assert!(again.summary[1].contains("reason") && again.summary[1].contains("account"));
}

#[test]
fn limits_hold_and_briefs_are_checked() {
    let mut persona = attentive();
    persona.patience = 1e9;
    let options = ConverseOptions::default().with_most_turns(7);
    let told = talked(&persona, &brief(), &options, &["Hello!"]);
    assert_eq!((told.ended, told.turns.len()), (Some(ConversationEnding::StoppedAtLimit), 15));
    let code = |brief: &ConversationBrief| Talk::new(&persona, brief, &options).unwrap_err().code();
    let empty = ConversationBrief { goal: "something".to_owned(), facts: Vec::new() };
    assert_eq!(code(&empty), ErrorCode::InvalidData);
    let mut long = brief();
    long.goal = "x".repeat(5_000);
    assert_eq!(code(&long), ErrorCode::LimitInput);
    long.facts = vec![long.facts[0].clone(); 201];
    assert_eq!(code(&long), ErrorCode::LimitSize);
}

/// An ordinary person misses the point of a question with 0.05 by skill, else with 0.1 by attention.
#[test]
fn questions_are_missed_by_skill_and_attention() {
    let persona = &default_personas()[0];
    let missed = (0..10_000).filter(|session| {
        let options = ConverseOptions::default().with_seed(Seed(5), *session).with_most_turns(1);
        let told = talked(persona, &brief(), &options, &["What is your order number?"]);
        acts(&told)[1] == TurnAct::MissesThePoint
    });
    let (share, expect) = (missed.count() as f64 / 10_000.0, 0.05 + 0.95 * 0.1);
    assert!((share - expect).abs() < 4.0 * (expect * (1.0 - expect) / 10_000.0_f64).sqrt(), "{share}");
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let lines = ["What is your order number?", "And the reason, please?", "Which account?", RIGHT];
    let bytes = |session: u64| {
        let options = ConverseOptions::default().with_seed(Seed(2), session);
        let told = talked(&default_personas()[1], &brief(), &options, &lines);
        serde_json::to_string(&told.turns).unwrap()
    };
    assert_eq!(bytes(3), bytes(3));
    let all: BTreeSet<String> = (0..40).map(bytes).collect();
    assert!(all.len() > 1);
}
