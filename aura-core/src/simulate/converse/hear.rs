//! What an assistant's words ask for, state and propose. They are read as text of others and never obeyed.

use crate::domain::conversation::ConversationFact;

/// Words that say nothing about which fact is meant.
const EMPTY: &[&str] = &["the", "your", "of", "a", "an", "for", "to", "and", "my"];
/// Openings of requests that are no questions by their mark.
const REQUESTS: &[&str] = &["please", "tell me", "i need", "we need", "give me", "let me know", "provide"];

/// Openings of questions that propose something, whatever else they name.
const PROPOSALS: &[&str] = &[
    "shall i",
    "shall we",
    "should i",
    "should we",
    "do you want",
    "would you like",
    "would you prefer",
    "do you agree",
    "will you agree",
    "is it right that",
    "is it fine if",
    "is it okay if",
    "is it ok if",
    "how about",
    "what about if",
    "why not",
];

/// Questions whether what was stated is right, and nothing else.
const CONFIRMATIONS: &[&str] = &[
    "is that right",
    "is this right",
    "is that correct",
    "is this correct",
    "is everything right",
    "do you confirm",
    "do you confirm this",
];

/// What was heard, with facts by their place.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Heard {
    /// Facts that are asked for.
    pub(super) asked: Vec<usize>,
    /// Facts that are stated with their right value.
    pub(super) right: Vec<usize>,
    /// Facts that are stated with another value.
    pub(super) wrong: Vec<usize>,
    /// Whether something is asked that is none of the facts.
    pub(super) asks_else: bool,
}

/// Reads an assistant's words.
pub(super) fn hear(text: &str, facts: &[ConversationFact]) -> Heard {
    let mut heard = Heard::default();
    for line in text.lines() {
        if let Some((name, value)) = line.split_once(':')
            && let Some(place) = facts.iter().position(|fact| same(&fact.name, label(name)))
            && !value.trim().is_empty()
        {
            let is_right = facts.get(place).is_some_and(|fact| same(&fact.value, value));
            let list = if is_right { &mut heard.right } else { &mut heard.wrong };
            list.push(place);
            continue;
        }
        for sentence in line.split_inclusive(['?', '.', '!']) {
            questions(sentence, facts, &mut heard);
        }
    }
    heard
}

fn questions(sentence: &str, facts: &[ConversationFact], heard: &mut Heard) {
    let lower = sentence.to_lowercase();
    let is_question = lower.trim_end().ends_with('?');
    if !is_question && !REQUESTS.iter().any(|request| lower.contains(request)) {
        return;
    }
    let words: Vec<&str> = words(&lower);
    let plain = format!(" {} ", words.join(" "));
    if is_question && PROPOSALS.iter().any(|proposal| plain.contains(&format!(" {proposal} "))) {
        heard.asks_else = true;
        return;
    }
    let meant: Vec<usize> = facts
        .iter()
        .enumerate()
        .filter(|(_, fact)| {
            let name = fact.name.to_lowercase();
            let mut parts = self::words(&name).into_iter().filter(|word| !EMPTY.contains(word)).peekable();
            parts.peek().is_some() && parts.all(|part| words.contains(&part))
        })
        .map(|(place, _)| place)
        .collect();
    heard.asks_else |= is_question && meant.is_empty() && !CONFIRMATIONS.contains(&words.join(" ").as_str());
    for place in meant {
        if !heard.asked.contains(&place) {
            heard.asked.push(place);
        }
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// A label at the beginning of a line, without marks of a list.
fn label(text: &str) -> &str {
    text.trim().trim_start_matches(['-', '*', '•']).trim()
}

fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        let text = text.trim().trim_end_matches(['.', ',', ';']);
        text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
    };
    plain(one) == plain(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Vec<ConversationFact> {
        let fact =
            |name: &str, value: &str| ConversationFact { name: name.to_owned(), value: value.to_owned() };
        vec![fact("order number", "A-17"), fact("reason", "too small")]
    }

    #[test]
    fn questions_statements_and_other_questions_are_told_apart() {
        let check = |text: &str, asked: &[usize], right: &[usize], wrong: &[usize], asks_else: bool| {
            let expect =
                Heard { asked: asked.to_vec(), right: right.to_vec(), wrong: wrong.to_vec(), asks_else };
            assert_eq!(hear(text, &facts()), expect, "{text}");
        };
        check("What is your order number?", &[0], &[], &[], false);
        check("Please give me the reason.", &[1], &[], &[], false);
        check("May I have the order number, and the reason?", &[0, 1], &[], &[], false);
        check("Your order number is on the parcel.", &[], &[], &[], false);
        check("- Order number: a-17.\nReason: too small", &[], &[0, 1], &[], false);
        check("Reason: too big\nIs that right?", &[], &[], &[1], false);
        check("Reason: too small\nIs it right that I close your account?", &[], &[1], &[], true);
        check("Shall I close your account?", &[], &[], &[], true);
        check("And should I forget your order number?", &[], &[], &[], true);
        check("", &[], &[], &[], false);
    }
}
