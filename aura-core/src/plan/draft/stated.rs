//! The steps that the text states, as a sketch with their blocks.

use crate::domain::intent::{Block, BlockKind, Intent, StatedStep};
use crate::domain::plan::Outcome;
use crate::plan::words::upper_first;

use super::ranges::lies_within;
use super::sketch::{BranchSketch, DecisionSketch, Part, RepeatSketch, Role, StepSketch, change_steps, step};
use super::work::is_for_systems;
use super::{exceptions, optional, rework};

/// Deepest nesting of blocks that is kept.
const MAX_DEPTH: usize = 8;
/// Most lanes of one parallel part; what comes after shares the last one.
const MAX_LANES: u32 = 32;
/// Most rounds of a loop for which the text names none.
const USUAL_ROUNDS: u32 = 3;

/// A sketch of these steps of the intent.
pub(super) fn sketch(intent: &Intent, steps: &[&StatedStep]) -> Vec<Part> {
    let mut parts = parts(intent, steps, 0);
    carry_actors(intent, &mut parts);
    rework::loops(intent, exceptions::place(intent, optional::offer(intent, parts)))
}

/// Whoever acted last goes on where the text does not say who acts.
fn carry_actors(intent: &Intent, parts: &mut [Part]) {
    let is_person = |role: &Role| matches!(role, Role::Actor(id) if intent.actors.iter().any(|actor| actor.id == *id && actor.kind.is_person()));
    let first = intent.actors.iter().find(|actor| actor.kind.is_person());
    let mut last = first.map_or(Role::Customer, |actor| Role::Actor(actor.id.clone()));
    change_steps(parts, &mut |step| {
        if step.role == Role::Customer {
            step.role = last.clone();
        } else if is_person(&step.role) {
            last = step.role.clone();
        }
    });
}

fn parts(intent: &Intent, steps: &[&StatedStep], depth: usize) -> Vec<Part> {
    let mut found = Vec::new();
    let mut done: Vec<&str> = Vec::new();
    for (at, stated) in steps.iter().enumerate() {
        let Some(placement) = stated.within.get(depth).filter(|_| depth < MAX_DEPTH) else {
            push_step(stated, &mut found);
            continue;
        };
        if done.contains(&placement.block.as_str()) {
            continue;
        }
        done.push(placement.block.as_str());
        let inside: Vec<&StatedStep> = steps
            .iter()
            .skip(at)
            .copied()
            .filter(|other| other.within.get(depth).is_some_and(|other| other.block == placement.block))
            .collect();
        match intent.blocks.iter().find(|block| block.id == placement.block) {
            Some(block) => found.extend(block_parts(intent, block, &inside, depth)),
            None => found.extend(parts(intent, &inside, depth + 1)),
        }
    }
    found
}

fn block_parts(intent: &Intent, block: &Block, inside: &[&StatedStep], depth: usize) -> Vec<Part> {
    let of_parts = |fits: &dyn Fn(u32) -> bool| -> Vec<Part> {
        let steps: Vec<&StatedStep> = inside
            .iter()
            .copied()
            .filter(|step| step.within.get(depth).is_some_and(|placement| fits(placement.part)))
            .collect();
        parts(intent, &steps, depth + 1)
    };
    match &block.kind {
        BlockKind::Decision(decision) => {
            let count = decision.branches.len() as u32;
            let branches: Vec<BranchSketch> = (0..count)
                .zip(&decision.branches)
                .map(|(part, branch)| BranchSketch {
                    label: branch.condition.clone(),
                    condition: (!branch.is_otherwise).then(|| branch.condition.clone()),
                    share: branch.share.map(|share| (share, true)),
                    parts: of_parts(&|found| found == part),
                })
                .collect();
            let mut branches = branches;
            // A choice between named ways has no other way.
            if decision.question.starts_with("which of ") && branches.len() > 1 {
                branches.retain(|branch| branch.condition.is_some() || !branch.parts.is_empty());
                let is_open = branches.iter().all(|branch| branch.condition.is_some());
                if let Some(last) = branches.last_mut().filter(|_| is_open) {
                    last.condition = None;
                }
            }
            refusals_end(&mut branches);
            let asked = question(&decision.question);
            let decisions =
                one_after_the_other(branches).into_iter().enumerate().map(|(number, branches)| {
                    let own = branches.first().and_then(|branch| branch.condition.as_deref());
                    let question = if number == 0 { asked.clone() } else { question(own.unwrap_or(&asked)) };
                    Part::Decision(DecisionSketch { question, branches, origin: Some(block.origin.clone()) })
                });
            // A step in a branch that the block does not have is done by everybody.
            decisions.chain(of_parts(&|found| found >= count)).collect()
        }
        BlockKind::Parallel(parallel) => {
            let most =
                inside.iter().filter_map(|step| step.within.get(depth)).map(|placement| placement.part).max();
            let count = parallel.lanes.max(most.map_or(0, |part| part.saturating_add(1))).min(MAX_LANES);
            let lanes: Vec<Vec<Part>> =
                (0..count).map(|part| of_parts(&|found| found.min(MAX_LANES - 1) == part)).collect();
            vec![Part::Parallel(lanes.into_iter().filter(|lane| !lane.is_empty()).collect())]
        }
        BlockKind::Repeat(repeat) => vec![Part::Repeat(RepeatSketch {
            parts: of_parts(&|_| true),
            until: repeat.until.clone().unwrap_or_else(|| "it is done".to_owned()),
            max_times: repeat.max_times.unwrap_or(USUAL_ROUNDS).max(1),
            is_limit_stated: repeat.max_times.is_some(),
            again: None,
            origin: Some(block.origin.clone()),
        })],
    }
}

/// Branches that can hold at the same time are no alternatives: `above 1,000` comes on top of `above 50`.
fn one_after_the_other(branches: Vec<BranchSketch>) -> Vec<Vec<BranchSketch>> {
    let mut groups: Vec<Vec<BranchSketch>> = vec![Vec::new()];
    for branch in branches {
        let is_on_top = groups.last().into_iter().flatten().any(|known| {
            match (known.condition.as_deref(), branch.condition.as_deref()) {
                (Some(known), Some(condition)) => lies_within(condition, known),
                _ => false,
            }
        });
        if is_on_top {
            groups.push(Vec::new());
        }
        if let Some(group) = groups.last_mut() {
            group.push(branch);
        }
    }
    groups
}

/// Where somebody approves or refuses and nothing more is said of the refusal, the case ends with it.
fn refusals_end(branches: &mut [BranchSketch]) {
    const YES: &[&str] = &["approve", "accept", "grant", "confirm"];
    const NO: &[&str] = &["reject", "refuse", "deny"];
    let opens = |branch: &BranchSketch, verbs: &[&str]| match branch.parts.as_slice() {
        [Part::Step(step)] => {
            let verb = step.title.split(' ').next().unwrap_or_default().to_lowercase();
            verbs.contains(&verb.as_str())
        }
        _ => false,
    };
    if branches.len() != 2 || !branches.iter().any(|branch| opens(branch, YES)) {
        return;
    }
    for branch in branches.iter_mut().filter(|branch| opens(branch, NO)) {
        branch.parts.push(Part::End("It is refused".to_owned(), Outcome::Refused));
    }
}

fn push_step(stated: &StatedStep, found: &mut Vec<Part>) {
    found.push(sketch_of(stated).part());
    if let Some(outcome) = stated.ends {
        found.push(Part::End(end_title(outcome, &stated.title), outcome));
    }
}

fn sketch_of(stated: &StatedStep) -> StepSketch {
    let mut sketch = step(upper_first(&balanced(stated.title.trim().trim_end_matches('.'))));
    sketch.role = match &stated.actor {
        Some(actor) => Role::Actor(actor.clone()),
        None if is_for_systems(&stated.title) || stated.title.contains("automatically") => Role::System,
        None => Role::Customer,
    };
    sketch.recipient = stated.recipient.clone();
    sketch.object = stated.object.clone();
    sketch.time = stated.time.clone();
    sketch.origin = Some(stated.origin.clone());
    sketch
}

/// Closes quotes and parentheses that were cut off, and opens none.
fn balanced(text: &str) -> String {
    let mut text = text.replace(" ,", ",");
    if text.matches('"').count() % 2 == 1 {
        text.push('"');
    }
    let open = text.matches('(').count();
    if open > text.matches(')').count() {
        text.push(')');
    }
    text
}

fn question(text: &str) -> String {
    let text = text.trim().trim_end_matches(['?', '.']).trim();
    let text =
        balanced(text.strip_prefix("whether ").or_else(|| text.strip_prefix("which of ")).unwrap_or(text));
    if text.is_empty() { "Which way?".to_owned() } else { format!("{}?", upper_first(&text)) }
}

fn end_title(outcome: Outcome, title: &str) -> String {
    let title = title.trim().trim_end_matches('.');
    match outcome {
        Outcome::GoalReached => "The goal is reached".to_owned(),
        Outcome::Abandoned => format!("It ends here after: {title}"),
        Outcome::Refused => format!("It is refused after: {title}"),
        Outcome::Failed => format!("It failed after: {title}"),
    }
}
