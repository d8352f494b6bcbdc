//! Work that is sent back: `approves it or sends it back to the writer` is a loop to what the writer did.
//!
//! In comes a sketch in the order of the text; out goes the same sketch in which a branch that only sends the case back
//! to somebody leads to the last step of that person. `At most two rounds, then they talk` limits the loop and says what
//! happens when it is used up.

use crate::domain::id::ActorId;
use crate::domain::intent::Intent;
use crate::domain::provenance::TextSource;
use crate::text::noun_singular;

use super::exceptions::{number_of, start_of};
use super::sketch::{AgainSketch, BranchSketch, DecisionSketch, Part, RepeatSketch, Role, StepSketch};

/// Most parts that are done again.
const MOST_PARTS: usize = 8;
/// Rounds where the text names none.
const USUAL_ROUNDS: u32 = 3;
/// How often all rounds are used up, where nobody said it.
const USED_UP_SHARE: f64 = 0.01;
/// How far behind the words of a step its limit may stand, in bytes.
const NEAR: usize = 160;

/// Turns branches that send the case back into loops.
pub(super) fn loops(intent: &Intent, mut parts: Vec<Part>) -> Vec<Part> {
    let mut at = 1;
    while at < parts.len() {
        if let Some(back) = Back::find(intent, &parts, at) {
            at = back.put_into(intent, &mut parts, at);
        }
        at += 1;
    }
    parts
}

/// A branch that sends the case back.
struct Back {
    branch: BranchSketch,
    /// The other branches in which something is done.
    others: Vec<BranchSketch>,
    decision: DecisionSketch,
    /// The step that is done again.
    target: usize,
}

impl Back {
    fn find(intent: &Intent, parts: &[Part], at: usize) -> Option<Back> {
        let Part::Decision(decision) = parts.get(at)? else { return None };
        let sent = decision.branches.iter().position(|branch| match branch.parts.as_slice() {
            [Part::Step(step)] => is_sent_back(step),
            _ => false,
        })?;
        let branch = decision.branches.get(sent)?.clone();
        let [Part::Step(step)] = branch.parts.as_slice() else { return None };
        let to = receiver(intent, step)?;
        let first = at.saturating_sub(MOST_PARTS);
        let is_target =
            |part: &Part| matches!(part, Part::Step(step) if step.role == Role::Actor(to.clone()));
        let target = first + parts.get(first..at)?.iter().rposition(is_target)?;
        let mut others = decision.branches.clone();
        others.remove(sent);
        others.retain(|branch| !branch.parts.is_empty());
        (others.len() <= 1).then(|| Back { branch, others, decision: decision.clone(), target })
    }

    /// Puts the loop in the place of the decision; tells where it stands.
    fn put_into(self, intent: &Intent, parts: &mut Vec<Part>, at: usize) -> usize {
        let rounds = parts
            .get(at)
            .and_then(|_| self.branch.parts.first())
            .and_then(end_of)
            .and_then(|end| rounds_after(&intent.text, end));
        let limited = rounds.filter(|_| {
            parts.get(at + 1).and_then(start_of).is_some_and(|start| opens_with_limit(&intent.text, start))
        });
        let used_up = limited.map(|_| parts.remove(at + 1));
        let steps: Vec<Part> = parts.drain(self.target..at).collect();
        let condition = self.branch.condition.clone().unwrap_or_else(|| self.branch.label.clone());
        let last = used_up.map(|part| used_up_part(&condition, rounds.unwrap_or(USUAL_ROUNDS), part));
        // A choice between two acts asks whether the case is sent back.
        let until = match self.branch.condition {
            Some(_) => self.decision.question.trim_end_matches('?').to_owned(),
            None => crate::plan::words::upper_first(&condition),
        };
        let repeat = Part::Repeat(RepeatSketch {
            parts: steps,
            until,
            max_times: rounds.unwrap_or(USUAL_ROUNDS).max(1),
            is_limit_stated: rounds.is_some(),
            again: Some(AgainSketch { condition, parts: self.branch.parts }),
            origin: self.decision.origin,
        });
        let after = self.others.into_iter().flat_map(|branch| branch.parts);
        let new: Vec<Part> = std::iter::once(repeat).chain(last).chain(after).collect();
        parts.splice(self.target..=self.target, new);
        self.target
    }
}

/// What is done when no round is left.
fn used_up_part(condition: &str, rounds: u32, part: Part) -> Part {
    let question = format!("it is still so after {rounds} rounds: {condition}");
    let branch = |label: &str, condition: Option<String>, share: f64, parts: Vec<Part>| BranchSketch {
        label: label.to_owned(),
        condition,
        share: Some((share, false)),
        parts,
    };
    Part::Decision(DecisionSketch {
        question: format!("Still not done after {rounds} rounds?"),
        branches: vec![
            branch("yes", Some(question), USED_UP_SHARE, vec![part]),
            branch("no", None, 1.0 - USED_UP_SHARE, Vec::new()),
        ],
        origin: None,
    })
}

/// `send the article back`, `return the form to the applicant`
fn is_sent_back(step: &StepSketch) -> bool {
    let lower = step.title.to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    let verb = words.first().copied().unwrap_or_default();
    verb == "return" || matches!(verb, "send" | "give" | "hand" | "pass") && words.contains(&"back")
}

/// To whom it goes back: the person named behind `back to`, or `to`.
fn receiver(intent: &Intent, step: &StepSketch) -> Option<ActorId> {
    if let Some(actor) = &step.recipient {
        return Some(actor.clone());
    }
    let lower = step.title.to_lowercase();
    let behind = lower.split(" to ").nth(1)?;
    let words: Vec<String> = behind
        .split(' ')
        .filter(|word| !matches!(*word, "the" | "a" | "an"))
        .take(3)
        .map(noun_singular)
        .collect();
    let named = intent.actors.iter().filter(|actor| {
        let name: Vec<String> = actor.name.to_lowercase().split(' ').map(str::to_owned).collect();
        words.starts_with(&name)
    });
    named.max_by_key(|actor| actor.name.len()).map(|actor| actor.id.clone())
}

/// Where the words of a step end in the goal text.
fn end_of(part: &Part) -> Option<usize> {
    let Part::Step(step) = part else { return None };
    let quote = step.origin.as_ref()?.quotes().iter().find(|quote| quote.source == TextSource::Goal)?;
    usize::try_from(quote.span.end).ok()
}

/// The number in `at most two rounds` shortly behind an offset.
fn rounds_after(text: &str, from: usize) -> Option<u32> {
    let near: String = text.get(from..)?.chars().take(NEAR).collect::<String>().to_lowercase();
    let rest = near.split_once("at most ")?.1;
    let mut words = rest.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let number = words.next()?;
    let noun = noun_singular(words.next()?);
    let rounds = match number {
        "once" => return Some(1),
        other => number_of(other)?,
    };
    matches!(noun.as_str(), "round" | "time" | "loop").then_some(rounds)
}

/// Whether the sentence at an offset opens with `at most`.
fn opens_with_limit(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let start = before.rfind(['.', '!', '?', '\n']).map_or(0, |mark| mark + 1);
    text.get(start..).is_some_and(|rest| rest.trim_start().to_lowercase().starts_with("at most"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_are_counted() {
        for (text, expect) in [
            ("sends it back. At most two rounds, then they talk.", Some(2)),
            ("sends it back, at most 3 times", Some(3)),
            ("sends it back. At most two people may do this.", None),
            ("sends it back.", None),
        ] {
            assert_eq!(rounds_after(text, 5), expect, "{text}");
        }
    }
}
