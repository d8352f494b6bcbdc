//! Steps that people may leave out: `After the order, the shopper can set a password`.
//!
//! Whoever does not take such a step has not given up: the way goes on without it.

use crate::domain::intent::Intent;

use super::exceptions::start_of;
use super::sketch::{Part, decide};

/// How often people take a step that they may leave out, where nobody said it.
const TAKEN_SHARE: f64 = 0.5;
/// What opens a sentence about something that comes after what matters.
const OPENINGS: &[&str] =
    &["after ", "afterwards", "later", "optionally", "at any time", "if they want", "if they like"];

/// Puts steps that may be left out behind a decision.
pub(super) fn offer(intent: &Intent, parts: Vec<Part>) -> Vec<Part> {
    parts.into_iter().map(|part| if is_optional(intent, &part) { optional(part) } else { part }).collect()
}

fn is_optional(intent: &Intent, part: &Part) -> bool {
    let (Part::Step(step), Some(at)) = (part, start_of(part)) else { return false };
    let is_person = match &step.role {
        super::sketch::Role::Actor(id) => {
            intent.actors.iter().any(|actor| actor.id == *id && actor.kind.is_person())
        }
        role => *role == super::sketch::Role::Customer,
    };
    let sentence = sentence_at(&intent.text, at).to_lowercase();
    let sentence = sentence.trim_start_matches(|character: char| !character.is_alphabetic());
    is_person
        && OPENINGS.iter().any(|opening| sentence.starts_with(opening))
        && [" can ", " may ", " could "].iter().any(|modal| sentence.contains(modal))
        && !sentence.contains(" only ")
}

/// The sentence around an offset.
fn sentence_at(text: &str, at: usize) -> &str {
    const ENDS: [char; 4] = ['.', '!', '?', '\n'];
    let from = text.get(..at).and_then(|before| before.rfind(ENDS)).map_or(0, |end| end + 1);
    text.get(from..).and_then(|rest| rest.trim_start().split(ENDS).next()).unwrap_or_default()
}

fn optional(part: Part) -> Part {
    let Part::Step(mut step) = part else { return part };
    let question = format!("{}, or not?", super::weave::shortened(&step.title));
    // Whoever does not want to goes the other way.
    step.gives_up = Some(0.0);
    let wish = "the person wants to".to_owned();
    decide(question, ("wants to", wish, TAKEN_SHARE), vec![Part::Step(step)], "does not want to", Vec::new())
}
