//! Puts answers into an intent, with their origin.

use crate::domain::actor::{Actor, ActorKind};
use crate::domain::id::{CriterionId, ItemId};
use crate::domain::intent::{
    BlockKind, Constraint, Intent, Placement, StatedBranch, StatedStep, Statement, SuccessCriterion,
};
use crate::domain::metric::MetricRole;
use crate::domain::provenance::{AnsweredOrigin, Origin};
use crate::domain::question::{
    Answer, CriterionChange, IntentChange, NewStatedStep, OtherwiseChange, Question, QuestionOption,
};
use crate::error::{Error, ErrorCode, Result};
use crate::text::{analyse, quantities};

use super::actors::actor_kind;
use super::draft::identity;
use super::question::assumption_for;
use super::statement::amount;

/// Puts answers into an intent. Answered questions leave its list; the answers are kept.
///
/// An answer is the letter of an option, or own words where the question accepts them. Items that come from an
/// answer have the origin *answered*.
///
/// # Errors
/// `invalid_answer` for an unknown question, an unknown option, or own words where none are accepted. The intent
/// that was given stays as it is.
pub fn answer(intent: &Intent, answers: &[Answer]) -> Result<Intent> {
    let mut changed = intent.clone();
    for answer in answers {
        let question = find(&changed, answer)?.clone();
        let changes = changes_of(&question, answer)?;
        let origin = Origin::Answered(AnsweredOrigin {
            question: question.id.clone(),
            answer: answer.answer.trim().to_owned(),
        });
        for change in &changes {
            apply(&mut changed, change, &origin)?;
        }
        changed.questions.retain(|open| open.id != question.id);
        changed.answers.push(Answer {
            question: question.id,
            code: question.code,
            answer: answer.answer.trim().to_owned(),
        });
    }
    changed.id = identity(&changed);
    Ok(changed)
}

/// Goes on without answers: every open question takes its first option, marked as *assumed*.
///
/// # Errors
/// `internal` where an option does not fit its own intent.
pub fn assume_rest(intent: &Intent) -> Result<Intent> {
    let mut changed = intent.clone();
    for question in std::mem::take(&mut changed.questions) {
        let Some(first) = question.options.first() else { continue };
        let origin = Origin::assumed(format!("nobody answered `{}`", question.text));
        for change in &first.changes {
            apply(&mut changed, change, &origin)?;
        }
        let noted = first.changes.iter().any(|change| matches!(change, IntentChange::AddAssumption(_)));
        if !noted && let Some(statement) = assumption_for(&question, &changed.assumptions, origin) {
            changed.assumptions.push(statement);
        }
    }
    Ok(changed)
}

/// The intent as it would be under one answer to a question, with a given origin. Its questions and its id stay.
///
/// This is for looking ahead; [`answer`] also remembers what was said.
///
/// # Errors
/// `invalid_answer` where the answer speaks of something that the intent does not have.
pub fn under(intent: &Intent, option: &QuestionOption, origin: &Origin) -> Result<Intent> {
    let mut changed = intent.clone();
    for change in &option.changes {
        apply(&mut changed, change, origin)?;
    }
    Ok(changed)
}

/// The assumption that stands for a question that nobody is asked or answers.
pub fn assumed_answer(intent: &Intent, question: &Question, reason: &str) -> Option<Statement> {
    assumption_for(question, &intent.assumptions, Origin::assumed(reason))
}

fn find<'intent>(intent: &'intent Intent, answer: &Answer) -> Result<&'intent Question> {
    // The code survives renumbering; where two questions share one, the number tells them apart.
    let coded = |question: &&Question| answer.code.is_empty() || question.code == answer.code;
    let numbered = |question: &&Question| question.id == answer.question;
    let mut open = intent.questions.iter().filter(coded);
    intent
        .questions
        .iter()
        .filter(coded)
        .find(numbered)
        .or_else(|| open.next().filter(|_| !answer.code.is_empty()))
        .ok_or_else(|| {
            let open: Vec<&str> = intent.questions.iter().map(|question| question.id.as_str()).collect();
            Error::new(ErrorCode::InvalidAnswer, format!("there is no open question `{}`", answer.question))
                .with_hint(if open.is_empty() {
                    "no question is open".to_owned()
                } else {
                    format!("open are {}", open.join(", "))
                })
        })
}

fn changes_of(question: &Question, answer: &Answer) -> Result<Vec<IntentChange>> {
    let given = answer.answer.trim();
    if let Some(option) = question
        .options
        .iter()
        .find(|option| option.id.eq_ignore_ascii_case(given) || option.label.eq_ignore_ascii_case(given))
    {
        return Ok(option.changes.clone());
    }
    if !question.accepts_text
        || given.chars().filter(|c| c.is_alphanumeric()).count() < 2
        || given.len() > 2_000
    {
        let letters: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).collect();
        let shown: String = given.chars().take(60).flat_map(char::escape_default).collect();
        return Err(Error::new(
            ErrorCode::InvalidAnswer,
            format!("`{shown}` is no answer to question {}", question.id),
        )
        .with_hint(format!("choose one of {}", letters.join(", "))));
    }
    Ok(own_words(question, given))
}

/// An answer in own words: a number fills what the question asks for, other words become an assumption.
fn own_words(question: &Question, given: &str) -> Vec<IntentChange> {
    let clean = crate::text::clean(given).text;
    let number = analyse(&clean).iter().flat_map(|block| &block.sentences).flat_map(quantities).next();
    let target = question.options.iter().flat_map(|option| &option.changes).next();
    if let Some(quantity) = number {
        let count = quantity.value.clamp(0.0, 1e6) as u32;
        let value = amount(&quantity, quantity.value);
        match (question.code.as_str(), target) {
            ("unbounded_loop", Some(IntentChange::SetRepeatLimit(change))) => {
                let mut change = change.clone();
                change.max_times = count.max(1);
                return vec![IntentChange::SetRepeatLimit(change)];
            }
            ("metric_without_window", Some(IntentChange::SetCriterion(_))) => {
                let window_ms = Some(quantity.value as u64);
                let first = question.options.first().map(|option| option.changes.clone()).unwrap_or_default();
                let timed = first.into_iter().map(|change| match change {
                    IntentChange::SetCriterion(set) => {
                        IntentChange::SetCriterion(CriterionChange { window_ms, ..set })
                    }
                    other => other,
                });
                return timed.collect();
            }
            ("metric_without_baseline", _) => {
                let criterion = question.options.iter().flat_map(|option| &option.changes).find_map(
                    |change| match change {
                        IntentChange::SetCriterion(change) => Some(change.clone()),
                        _ => None,
                    },
                );
                if let Some(change) = criterion {
                    return vec![IntentChange::SetCriterion(CriterionChange { baseline: value, ..change })];
                }
            }
            _ => {}
        }
    }
    if let ("missing_else", Some(IntentChange::AddOtherwise(change))) = (question.code.as_str(), target) {
        return vec![IntentChange::AddOtherwise(OtherwiseChange {
            step: Some(clean),
            ends: None,
            ..change.clone()
        })];
    }
    if let ("missing_actor", Some(IntentChange::SetStepActor(_))) = (question.code.as_str(), target) {
        let name = clean.to_lowercase();
        let name = name.trim_start_matches("the ").trim_end_matches('.').to_owned();
        let first = question.options.first().map(|option| option.changes.clone()).unwrap_or_default();
        return first
            .into_iter()
            .map(|change| match change {
                IntentChange::SetStepActor(mut set) => {
                    set.actor = crate::domain::id::ActorId::named(&name);
                    set.name.clone_from(&name);
                    IntentChange::SetStepActor(set)
                }
                other => other,
            })
            .collect();
    }
    vec![super::question::assume(format!("{}: {clean}", question.text.trim_end_matches('?')))]
}

fn apply(intent: &mut Intent, change: &IntentChange, origin: &Origin) -> Result<()> {
    match change {
        IntentChange::SetKind(kind) => {
            intent.kind.value = kind.kind;
            intent.kind.origin = origin.clone();
        }
        IntentChange::SetCriterion(set) => {
            let found = intent.success_criteria.iter_mut().find(|known| known.id == set.criterion);
            let criterion = found.ok_or_else(|| missing("success criterion"))?;
            criterion.baseline = set.baseline.clone().or(criterion.baseline.take());
            criterion.target = set.target.clone().or(criterion.target.take());
            criterion.window_ms = set.window_ms.or(criterion.window_ms);
            criterion.direction = set.direction.unwrap_or(criterion.direction);
            criterion.change = set.change.clone().or(criterion.change.take());
        }
        IntentChange::AddCriterion(new) => {
            let id = crate::id::unused(CriterionId::named(&new.metric), CriterionId::numbered, |candidate| {
                intent.success_criteria.iter().any(|known| known.id == *candidate)
            });
            intent.success_criteria.push(SuccessCriterion {
                id,
                metric: new.metric.clone(),
                direction: new.direction,
                baseline: None,
                target: new.target.clone(),
                change: None,
                window_ms: None,
                role: MetricRole::Primary,
                origin: origin.clone(),
            });
        }
        IntentChange::SetStepActor(_)
        | IntentChange::SetStepTime(_)
        | IntentChange::PlaceStep(_)
        | IntentChange::SetWording(_) => apply_to_item(intent, change, origin)?,
        IntentChange::AddStep(new) => {
            let at = match &new.before {
                Some(before) => {
                    intent.steps.iter().position(|step| step.id == *before).ok_or_else(|| missing("step"))?
                }
                None => intent.steps.len(),
            };
            let within = intent.steps.get(at).map(|step| step.within.clone()).unwrap_or_default();
            let step = new_step(intent, new, within, origin);
            intent.steps.insert(at, step);
        }
        IntentChange::AddOtherwise(new) => {
            add_otherwise(intent, new, origin).ok_or_else(|| missing("decision"))?
        }
        IntentChange::SetRepeatLimit(set) => {
            let block = intent
                .blocks
                .iter_mut()
                .find(|block| block.id == set.block)
                .ok_or_else(|| missing("loop"))?;
            if let BlockKind::Repeat(repeat) = &mut block.kind {
                repeat.max_times = Some(set.max_times);
            }
        }
        IntentChange::AddConstraint(new) => {
            let id = crate::id::unused(
                ItemId::from_text("constraint_", &new.text),
                ItemId::numbered,
                |candidate| intent.constraints.iter().any(|known| known.id == *candidate),
            );
            intent.constraints.push(Constraint {
                id,
                modality: new.modality,
                text: new.text.clone(),
                bound: None,
                origin: origin.clone(),
            });
        }
        IntentChange::AddAssumption(new) => {
            let id = crate::id::unused(
                ItemId::from_text("assumption_", &new.text),
                ItemId::numbered,
                |candidate| intent.assumptions.iter().any(|known| known.id == *candidate),
            );
            intent.assumptions.push(Statement { id, text: new.text.clone(), origin: origin.clone() });
        }
        IntentChange::Drop(drop) => {
            intent.steps.retain(|step| step.id != drop.item);
            intent.constraints.retain(|item| item.id != drop.item);
            intent.assumptions.retain(|item| item.id != drop.item);
            intent.objects.retain(|item| item.id != drop.item);
            intent.limits.retain(|item| item.id != drop.item);
            intent.non_goals.retain(|item| item.id != drop.item);
        }
    }
    Ok(())
}

/// Changes an item that is there.
fn apply_to_item(intent: &mut Intent, change: &IntentChange, origin: &Origin) -> Result<()> {
    match change {
        IntentChange::SetStepActor(set) => {
            if !intent.actors.iter().any(|actor| actor.id == set.actor) {
                let kind = actor_kind(&set.name).unwrap_or(ActorKind::Staff);
                intent.actors.push(Actor {
                    id: set.actor.clone(),
                    name: set.name.clone(),
                    kind,
                    origin: origin.clone(),
                });
            }
            let step =
                intent.steps.iter_mut().find(|step| step.id == set.step).ok_or_else(|| missing("step"))?;
            step.actor = Some(set.actor.clone());
        }
        IntentChange::SetStepTime(set) => {
            let step = intent.steps.iter_mut().find(|step| step.id == set.step);
            step.ok_or_else(|| missing("step"))?.time.clone_from(&set.time);
        }
        IntentChange::PlaceStep(set) => {
            let known = |place: &Placement| intent.blocks.iter().any(|block| block.id == place.block);
            if !set.within.iter().all(known) {
                return Err(missing("decision"));
            }
            let step = intent.steps.iter_mut().find(|step| step.id == set.step);
            step.ok_or_else(|| missing("step"))?.within.clone_from(&set.within);
        }
        IntentChange::SetWording(set) => {
            let titles = intent.steps.iter_mut().map(|step| (&step.id, &mut step.title));
            let texts =
                intent.constraints.iter_mut().map(|constraint| (&constraint.id, &mut constraint.text));
            let words = titles.chain(texts).find(|(id, _)| **id == set.item).map(|(_, words)| words);
            words.ok_or_else(|| missing("item"))?.clone_from(&set.text);
        }
        _ => {}
    }
    Ok(())
}

fn missing(what: &str) -> Error {
    Error::new(ErrorCode::InvalidAnswer, format!("the intent has no {what} that the answer speaks of"))
}

fn new_step(intent: &Intent, new: &NewStatedStep, within: Vec<Placement>, origin: &Origin) -> StatedStep {
    let id = crate::id::unused(ItemId::from_text("said_", &new.title), ItemId::numbered, |candidate| {
        intent.steps.iter().any(|step| step.id == *candidate)
    });
    let verb = new.title.split([' ', ':']).next().unwrap_or("do").to_lowercase();
    StatedStep {
        id,
        title: new.title.clone(),
        verb,
        object: None,
        actor: None,
        recipient: None,
        within,
        ends: None,
        time: None,
        origin: origin.clone(),
    }
}

fn add_otherwise(intent: &mut Intent, new: &OtherwiseChange, origin: &Origin) -> Option<()> {
    let block = intent.blocks.iter_mut().find(|block| block.id == new.block)?;
    let BlockKind::Decision(decision) = &mut block.kind else { return None };
    if !decision.branches.iter().any(|branch| branch.is_otherwise) {
        decision.branches.push(StatedBranch {
            condition: "otherwise".to_owned(),
            is_otherwise: true,
            share: None,
        });
    }
    let part = decision.branches.iter().position(|branch| branch.is_otherwise)?;
    let title = match (&new.step, new.ends) {
        (Some(step), _) => step.clone(),
        (None, Some(_)) => "end the process".to_owned(),
        (None, None) => return Some(()),
    };
    let last =
        intent.steps.iter().rposition(|step| step.within.iter().any(|place| place.block == new.block))?;
    let outer: Vec<Placement> =
        intent.steps.get(last)?.within.iter().take_while(|place| place.block != new.block).cloned().collect();
    let within = outer
        .into_iter()
        .chain([Placement { block: new.block.clone(), part: u32::try_from(part).ok()? }])
        .collect();
    let mut step = new_step(intent, &NewStatedStep { title, before: None }, within, origin);
    step.ends = new.ends;
    intent.steps.insert(last + 1, step);
    Some(())
}
