//! Which questions are worth asking: those whose answers lead to different plans.
//!
//! In comes an intent with candidate questions; out goes the same intent with at most five of them, ranked by how
//! much the plan differs times how unsure the readings are. What is not asked becomes an assumption with its reason.
//! Never here: detectors of what is unclear, or anything that changes a plan that exists.

use std::collections::BTreeSet;

use crate::domain::id::QuestionId;
use crate::domain::intent::Intent;
use crate::domain::plan::Plan;
use crate::domain::provenance::Origin;
use crate::domain::question::Question;
use crate::domain::version::content_hash;
use crate::error::Result;
use crate::intent;

use super::{PlanOptions, draft};

/// Most plans that are drafted to look ahead; candidates behind that are assumed.
const MOST_DRAFTS: usize = 40;
/// Kinds of questions that are asked of several places of one text. Of the others the strongest speaks for all.
const OF_PLACES: &[&str] = &["conflicting_numbers", "missing_else", "unbounded_loop", "attachment_condition"];
/// Most assumptions that stand for questions that are not asked.
const MOST_ASSUMED: usize = 40;
/// How much the plan differs counts for this part of a question's effect; what is at stake for the rest.
const MEASURED_PART: f64 = 0.5;
/// The weight of differences at which half of the measured effect is reached.
const HALF_EFFECT: f64 = 8.0;

/// A candidate with what its answers do.
struct Weighed {
    question: Question,
    /// How much the plans under its answers differ, from 0 (all the same) to 1.
    effect: f64,
}

/// Keeps the questions that matter: at most [`Limits::questions`](crate::limits::Limits::questions), each with two
/// to four answers of which at least two give plans with different content hashes. Answers that give the plan of
/// another answer of the same question stay, because they say why. The rest become assumptions.
///
/// # Errors
/// As [`draft`]; `invalid_answer` where an answer does not fit its own intent.
///
/// # Example
/// ```
/// use aura_core::intent::{InterpretOptions, InterpretRequest, interpret};
/// use aura_core::plan::{PlanOptions, ask};
/// let request = InterpretRequest::new("If the seal is broken, the guard opens the crate. The guard signs the form.");
/// let intent = ask(&interpret(&request, &InterpretOptions::default())?, &PlanOptions::default())?;
/// assert!(intent.questions.len() <= 5);
/// assert!(intent.questions.iter().any(|question| question.code == "missing_else"));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn ask(intent: &Intent, options: &PlanOptions) -> Result<Intent> {
    let most = usize::try_from(options.limits.questions).unwrap_or(usize::MAX);
    let (mut kept, mut settled) = weigh(intent, options, most)?;
    let rank = |weighed: &Weighed| weighed.question.importance;
    kept.sort_by(|one, other| rank(other).total_cmp(&rank(one)));
    // One of each kind first; where room is left, further ones of the same kinds.
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    let (mut chosen, further): (Vec<Weighed>, Vec<Weighed>) =
        kept.into_iter().partition(|weighed| kinds.insert(weighed.question.code.clone()));
    let (further, spoken_for): (Vec<Weighed>, Vec<Weighed>) =
        further.into_iter().partition(|weighed| OF_PLACES.contains(&weighed.question.code.as_str()));
    chosen.extend(further);
    for left in spoken_for {
        take_first(&mut settled, &left.question, "a question of the same kind is asked")?;
    }
    for left in chosen.split_off(chosen.len().min(most)) {
        take_first(&mut settled, &left.question, &format!("{most} questions that matter more are asked"))?;
    }
    chosen.sort_by(|one, other| rank(other).total_cmp(&rank(one)));
    settled.questions = chosen
        .into_iter()
        .enumerate()
        .map(|(index, weighed)| Question {
            id: QuestionId::named(&(index + 1).to_string()),
            ..weighed.question
        })
        .collect();
    Ok(settled)
}

/// Takes out the open questions that answers to others made meaningless. Ids and order stay.
///
/// # Errors
/// As [`ask`].
pub fn review(intent: &Intent, options: &PlanOptions) -> Result<Intent> {
    let (kept, mut settled) = weigh(intent, options, usize::MAX)?;
    settled.questions = intent
        .questions
        .iter()
        .filter(|question| kept.iter().any(|weighed| weighed.question.id == question.id))
        .cloned()
        .collect();
    Ok(settled)
}

/// The candidates that matter, and the intent in which those that do not are assumed.
///
/// Candidates come strongest first and only lose by being measured, so the search ends when `most` kinds are at
/// least as strong as the next candidate can be.
fn weigh(intent: &Intent, options: &PlanOptions, most: usize) -> Result<(Vec<Weighed>, Intent)> {
    let mut settled = intent.clone();
    let candidates = std::mem::take(&mut settled.questions);
    let neutral = Origin::assumed("looking ahead");
    let mut kept: Vec<Weighed> = Vec::new();
    let mut drafts = 0;
    for question in candidates {
        let fits = (2..=4).contains(&question.options.len());
        let room = drafts + question.options.len() <= MOST_DRAFTS;
        let stronger = kept.iter().filter(|weighed| weighed.question.importance >= question.importance);
        let kinds: BTreeSet<&str> = stronger.map(|weighed| weighed.question.code.as_str()).collect();
        if !fits || !room || kinds.len() >= most {
            take_first(&mut settled, &question, "other questions matter more")?;
            continue;
        }
        let mut plans = Vec::new();
        let mut is_drawn = true;
        for option in &question.options {
            // An answer that no longer fits the intent is no answer: the question is settled by another one.
            let Ok(changed) = intent::under(intent, option, &neutral) else { continue };
            match draft(&changed, options) {
                Ok(plan) => plans.push(plan),
                Err(_) => is_drawn = false,
            }
        }
        if !is_drawn {
            take_first(&mut settled, &question, "an answer leads to no plan that could be drawn")?;
            continue;
        }
        drafts += plans.len();
        let hashes = plans.iter().map(content_hash).collect::<Result<BTreeSet<String>>>()?;
        if plans.len() < question.options.len() {
            note(&mut settled, &question, "another answer settled it");
            continue;
        }
        if hashes.len() < 2 {
            note(&mut settled, &question, "every answer gives the same plan, so nobody is asked");
            continue;
        }
        let effect = effect(&plans);
        let importance = question.importance * (1.0 - MEASURED_PART + MEASURED_PART * effect);
        let question = Question { importance: (importance * 1_000.0).round() / 1_000.0, ..question };
        kept.push(Weighed { question, effect });
    }
    debug_assert!(kept.iter().all(|weighed| weighed.effect > 0.0), "plans with different hashes differ");
    Ok((kept, settled))
}

/// Takes the first answer, and says so.
fn take_first(settled: &mut Intent, question: &Question, reason: &str) -> Result<()> {
    let Some(first) = question.options.first() else { return Ok(()) };
    // An item that another assumed answer took away cannot be changed any more.
    if let Ok(changed) = intent::under(settled, first, &Origin::assumed(reason)) {
        *settled = changed;
    }
    note(settled, question, reason);
    Ok(())
}

/// Adds the assumption that stands for a question.
fn note(settled: &mut Intent, question: &Question, reason: &str) {
    let assumed = settled.assumptions.iter().filter(|statement| statement.origin.is_assumed()).count();
    if assumed < MOST_ASSUMED
        && let Some(statement) = intent::assumed_answer(settled, question, reason)
    {
        settled.assumptions.push(statement);
    }
}

/// How much the plans differ from the first one, at most: a weighted count of differences, bent to 0 … 1.
fn effect(plans: &[Plan]) -> f64 {
    let Some((first, others)) = plans.split_first() else { return 0.0 };
    let most = others.iter().map(|other| difference(first, other)).fold(0.0, f64::max);
    most / (most + HALF_EFFECT)
}

/// A weighted count of what differs: what decides weighs most, then the way, then who does it, then notes and rules.
fn difference(one: &Plan, other: &Plan) -> f64 {
    let primary = |plan: &Plan| -> Vec<String> {
        let is_primary = |role| role == crate::domain::metric::MetricRole::Primary;
        plan.metrics
            .iter()
            .filter(|metric| is_primary(metric.role))
            .map(|metric| format!("{metric:?}"))
            .collect()
    };
    let nodes = |plan: &Plan| plan.nodes.iter().map(|node| format!("{} {}", node.id, node.title)).collect();
    let work = |plan: &Plan| plan.nodes.iter().map(|node| format!("{node:?}")).collect();
    let flows = |plan: &Plan| plan.flows.iter().map(|flow| format!("{flow:?}")).collect();
    let actors = |plan: &Plan| plan.actors.iter().map(|actor| format!("{actor:?}")).collect();
    let rules = |plan: &Plan| plan.rules.iter().map(|rule| format!("{rule:?}")).collect();
    let counts: [(f64, usize); 6] = [
        (4.0, unshared(primary(one), primary(other))),
        (2.0, unshared(nodes(one), nodes(other))),
        (1.0, unshared(work(one), work(other))),
        (1.0, unshared(flows(one), flows(other))),
        (1.0, unshared(actors(one), actors(other))),
        (1.0, unshared(rules(one), rules(other))),
    ];
    // Plans that differ in nothing of this still differ somewhere.
    counts.iter().map(|(weight, count)| weight * *count as f64).sum::<f64>().max(0.5)
}

/// How many items stand in one list only.
fn unshared(one: Vec<String>, other: Vec<String>) -> usize {
    let one: BTreeSet<String> = one.into_iter().collect();
    let other: BTreeSet<String> = other.into_iter().collect();
    one.symmetric_difference(&other).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::QuestionId;
    use crate::domain::question::Answer;
    use crate::intent::{InterpretOptions, InterpretRequest, answer, interpret};

    fn asked(goal: &str) -> Intent {
        let intent = interpret(&InterpretRequest::new(goal), &InterpretOptions::default()).unwrap();
        ask(&intent, &PlanOptions::default()).unwrap()
    }

    /// Goals of our own, one for each detector.
    const GOALS: &[(&str, &str)] = &[
        ("Make the checkout smooth.", "vague_quality"),
        (
            "The clerk opens the parcel. The clerk weighs the parcel. The clerk files the label.",
            "no_success_criterion",
        ),
        ("1. Pick the goods\n2. Pack the goods\n3. Weigh the box", "missing_actor"),
        ("If the seal is broken, the guard opens the crate. The guard signs the form.", "missing_else"),
        (
            "The coach repeats the drill until the swimmer is tired. The coach writes a note.",
            "unbounded_loop",
        ),
        (
            "The clerk calls and/or emails the tenant. The clerk closes the file. The clerk tells the owner.",
            "and_or",
        ),
        ("The clerk checks stairs, lifts, etc. The clerk signs the list.", "undefined_scope"),
        ("The baker opens the shop at 6:30. The baker bakes the bread.", "time_without_zone"),
        (
            "The share of returned parcels falls from 9% to 5%. The clerk packs the parcel.",
            "metric_without_window",
        ),
        (
            "We want to reduce drop-off by 20 %. The guest picks a room. The guest pays.",
            "metric_without_baseline",
        ),
        ("Vouchers are valid for 30 days and expire after two weeks.", "conflicting_numbers"),
        (
            "The customer asks for a refund. The clerk checks the order. The client gets a letter. The client signs it.",
            "two_names",
        ),
        ("The janitor deletes the account. The janitor closes the file.", "risky_without_approval"),
        (
            "The clerk checks the claim and pays the claim within 2 days. The clerk files it.",
            "attachment_time",
        ),
        ("The clerk stamps the form and files the form if the form is complete.", "attachment_condition"),
    ];

    #[test]
    fn each_kind_of_doubt_is_asked_about() {
        for (goal, code) in GOALS {
            let intent = asked(goal);
            let codes: Vec<&str> = intent.questions.iter().map(|question| question.code.as_str()).collect();
            assert!(codes.contains(code), "{goal}: {codes:?}");
        }
    }

    #[test]
    fn only_answers_that_change_the_plan_are_asked_for() {
        for (goal, _) in GOALS {
            let intent = asked(goal);
            assert!(intent.questions.len() <= 5, "{goal}");
            for (index, question) in intent.questions.iter().enumerate() {
                assert_eq!(question.id, QuestionId::named(&(index + 1).to_string()));
                assert!((2..=4).contains(&question.options.len()), "{goal}: {}", question.code);
                let origin = Origin::assumed("test");
                let hashes: BTreeSet<String> = question
                    .options
                    .iter()
                    .map(|option| intent::under(&intent, option, &origin).unwrap())
                    .map(|changed| content_hash(&draft(&changed, &PlanOptions::default()).unwrap()).unwrap())
                    .collect();
                assert!(hashes.len() > 1, "{goal}: {}", question.code);
            }
            let ranks = intent.questions.windows(2).all(|pair| pair[0].importance >= pair[1].importance);
            assert!(ranks, "{goal}");
        }
    }

    #[test]
    fn what_is_not_asked_is_assumed_with_its_reason() {
        // A direction without amount or baseline does not change the plan, so nobody is asked how far.
        let intent = asked(
            "We want to reduce complaints. The guest picks a room. The guest pays the room. The guest gets a key.",
        );
        assert!(intent.questions.iter().all(|question| question.code != "metric_without_target"));
        let noted = intent.assumptions.iter().find(|statement| statement.text.starts_with("How far should"));
        let Some(Origin::Assumed(why)) = noted.map(|statement| &statement.origin) else { panic!("noted") };
        assert!(why.reason.contains("same plan"));
    }

    #[test]
    fn one_doubt_is_asked_about_once() {
        let intent = asked("Make the queue fast.");
        let about_success = ["vague_quality", "no_success_criterion", "metric_without_target"];
        let count = intent
            .questions
            .iter()
            .filter(|question| about_success.contains(&question.code.as_str()))
            .count();
        assert_eq!(count, 1);
    }

    #[test]
    fn answers_settle_questions_and_keep_the_numbers_of_the_others() {
        let intent = asked(
            "If the seal is broken, the guard opens the crate. The guard repeats the scan until it works.",
        );
        let question = intent.questions.iter().find(|question| question.code == "missing_else").unwrap();
        let said = Answer { question: question.id.clone(), code: String::new(), answer: "b".to_owned() };
        let left = review(&answer(&intent, &[said]).unwrap(), &PlanOptions::default()).unwrap();
        assert!(left.questions.len() < intent.questions.len());
        for question in &left.questions {
            assert!(
                intent
                    .questions
                    .iter()
                    .any(|before| before.id == question.id && before.code == question.code)
            );
        }
    }
}
