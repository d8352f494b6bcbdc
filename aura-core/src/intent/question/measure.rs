//! Questions about success: qualities without a number, no measure at all, measures that are not complete.

use crate::domain::intent::{ChangeAmount, Intent, SuccessCriterion};
use crate::domain::metric::{Direction, MetricRole};
use crate::domain::provenance::Origin;
use crate::domain::quantity::{Quantity as Amount, Unit as Measured};
use crate::domain::question::{CriterionChange, IntentChange, NewCriterion};
use crate::intent::section::{Section, Unit};
use crate::intent::words::{CHANGES, QUALITIES};
use crate::text::{Span, verb_lemma};

use super::{Draft, assume, stated};

/// Words that say which way a measure is to go, beside the verbs of change.
const DIRECTED: &[&str] = &[
    "more", "fewer", "less", "higher", "lower", "faster", "slower", "quicker", "better", "worse", "least",
    "most", "above", "below", "under", "over", "up", "down", "than", "not", "no", "never", "within", "to",
    "<", ">", "≤", "≥", "shorter", "longer", "cheaper", "every", "all", "maximum", "minimum", "max", "min",
    "target",
];

const DAY_MS: u64 = 86_400_000;

pub(super) fn find(intent: &Intent, lines: &[Unit<'_>]) -> Vec<Draft> {
    let vague = vague_quality(intent, lines);
    // What shows success is asked once: of the vague word where there is one, else of the whole text.
    let missing = if vague.is_none() { missing_criterion(intent) } else { None };
    let incomplete = intent.success_criteria.iter().flat_map(|criterion| {
        let direction = missing_direction(criterion);
        direction.into_iter().chain(incomplete_metric(criterion))
    });
    vague.into_iter().chain(missing).chain(incomplete).chain(without_window(intent)).collect()
}

fn vague_quality(intent: &Intent, lines: &[Unit<'_>]) -> Option<Draft> {
    let (word, span) = lines
        .iter()
        .filter(|line| !matches!(line.section, Section::Background | Section::Aside | Section::NonGoals))
        .filter(|line| {
            !(line.first..line.sentence.tokens.len())
                .any(|at| line.sentence.word(at).starts_with(|c: char| c.is_ascii_digit()))
        })
        .flat_map(|line| {
            (line.first..line.sentence.tokens.len())
                .map(move |at| (line.sentence.word(at), line.sentence.span_of(at, at)))
        })
        .find(|(word, span)| QUALITIES.contains(word) && !in_criterion(intent, *span))?;
    let criterion = |metric: &str, direction| {
        IntentChange::AddCriterion(NewCriterion { metric: metric.to_owned(), direction, target: None })
    };
    let has_metric = intent
        .success_criteria
        .iter()
        .any(|criterion| criterion.target.is_some() || criterion.change.is_some());
    Some(Draft {
        code: "vague_quality",
        text: format!("How would you notice that it is `{word}`?"),
        reason: format!("`{word}` has no number, so nobody can tell whether it was reached"),
        options: vec![
            (
                "More people reach the end".to_owned(),
                "success is measured by the share of cases that reach the goal".to_owned(),
                vec![criterion("share of cases that reach the goal", Direction::Increase)],
            ),
            (
                "It takes less time".to_owned(),
                "success is measured by the time from start to end".to_owned(),
                vec![criterion("time from start to end", Direction::Decrease)],
            ),
            (
                "Fewer things go wrong".to_owned(),
                "success is measured by the share of cases with an error".to_owned(),
                vec![criterion("share of cases with an error", Direction::Decrease)],
            ),
            (
                "It is only a wish".to_owned(),
                "nothing is measured for it".to_owned(),
                vec![assume(format!("`{word}` is a wish that is not measured"))],
            ),
        ],
        accepts_text: true,
        effect: 0.7,
        uncertainty: if has_metric { 0.5 } else { 0.95 },
        origin: stated(intent, span, "vague_quality"),
    })
}

/// Whether a word belongs to a measure that the text states: then the measure says what the word means.
fn in_criterion(intent: &Intent, span: Span) -> bool {
    intent
        .success_criteria
        .iter()
        .flat_map(|criterion| criterion.origin.quotes())
        .any(|quote| quote.span.start <= span.start as u64 && span.end as u64 <= quote.span.end)
}

fn missing_criterion(intent: &Intent) -> Option<Draft> {
    if !intent.success_criteria.is_empty() {
        return None;
    }
    let criterion = |metric: &str, direction| {
        vec![IntentChange::AddCriterion(NewCriterion { metric: metric.to_owned(), direction, target: None })]
    };
    Some(Draft {
        code: "no_success_criterion",
        text: "What shows that it worked?".to_owned(),
        reason: "the text names no measure of success, and variants are compared by it".to_owned(),
        options: vec![
            (
                "More cases reach the goal".to_owned(),
                "variants are compared by the share of cases that reach the goal".to_owned(),
                criterion("share of cases that reach the goal", Direction::Increase),
            ),
            (
                "It takes less time".to_owned(),
                "variants are compared by the time from start to end".to_owned(),
                criterion("time from start to end", Direction::Decrease),
            ),
            (
                "It costs less".to_owned(),
                "variants are compared by the cost of a case".to_owned(),
                criterion("cost per case", Direction::Decrease),
            ),
        ],
        accepts_text: true,
        effect: 0.75,
        uncertainty: 0.85,
        origin: Origin::inferred(
            "question.no_success_criterion",
            "no sentence names a measure with a direction",
            0.8,
        ),
    })
}

/// A measure without any word that says which way is better.
fn missing_direction(criterion: &SuccessCriterion) -> Option<Draft> {
    let is_told = criterion.role != MetricRole::Primary
        || criterion.origin.quotes().is_empty()
        || criterion.baseline.is_some() && criterion.target.is_some()
        || criterion.origin.quotes().iter().any(|quote| quote.text.split_whitespace().any(is_directed));
    if is_told {
        return None;
    }
    let name = &criterion.metric;
    let set = |direction| {
        vec![IntentChange::SetCriterion(CriterionChange { direction: Some(direction), ..blank(criterion) })]
    };
    let up = ("More of it".to_owned(), format!("a variant with more {name} wins"), set(Direction::Increase));
    let down =
        ("Less of it".to_owned(), format!("a variant with less {name} wins"), set(Direction::Decrease));
    let options = if criterion.direction == Direction::Decrease { vec![down, up] } else { vec![up, down] };
    Some(Draft {
        code: "metric_without_direction",
        text: format!("Which way should `{name}` go?"),
        reason: "the text names a measure but not which way is better".to_owned(),
        options,
        accepts_text: false,
        effect: 0.8,
        uncertainty: 0.6,
        origin: criterion.origin.clone(),
    })
}

fn is_directed(word: &str) -> bool {
    let word =
        word.trim_matches(|c: char| c.is_ascii_punctuation() && !matches!(c, '<' | '>')).to_lowercase();
    let verb = verb_lemma(&word);
    DIRECTED.contains(&word.as_str()) || CHANGES.iter().any(|(change, _)| *change == verb)
}

fn blank(criterion: &SuccessCriterion) -> CriterionChange {
    CriterionChange {
        criterion: criterion.id.clone(),
        baseline: None,
        target: None,
        window_ms: None,
        direction: None,
        change: None,
    }
}

/// How far, from where: the first of these that the text leaves open.
fn incomplete_metric(criterion: &SuccessCriterion) -> Option<Draft> {
    let weight = if criterion.role == MetricRole::Guardrail { 0.5 } else { 1.0 };
    if criterion.target.is_none() && criterion.change.is_none() {
        Some(without_target(criterion, weight))
    } else if criterion.baseline.is_none() && criterion.change.is_some() {
        Some(without_baseline(criterion, weight))
    } else {
        None
    }
}

fn without_target(criterion: &SuccessCriterion, weight: f64) -> Draft {
    let name = &criterion.metric;
    let at_least = |share: f64| {
        let change = ChangeAmount { relative: true, quantity: Amount::new(share, Measured::Share) };
        vec![IntentChange::SetCriterion(CriterionChange { change: Some(change), ..blank(criterion) })]
    };
    Draft {
        code: "metric_without_target",
        text: format!("How far should `{name}` move?"),
        reason: "the text gives a direction but no amount".to_owned(),
        options: vec![
            (
                "Any clear change counts".to_owned(),
                "a variant wins when the change is beyond chance".to_owned(),
                vec![assume(format!("any change of {name} beyond chance counts"))],
            ),
            (
                "At least 10 %".to_owned(),
                "a variant wins when the change is 10 % or more".to_owned(),
                at_least(0.1),
            ),
            (
                "At least 25 %".to_owned(),
                "a variant wins when the change is 25 % or more".to_owned(),
                at_least(0.25),
            ),
        ],
        accepts_text: true,
        effect: 0.6 * weight,
        uncertainty: 0.8,
        origin: criterion.origin.clone(),
    }
}

fn without_baseline(criterion: &SuccessCriterion, weight: f64) -> Draft {
    let name = &criterion.metric;
    let today = |amount: f64| {
        let baseline = Some(Amount::new(amount, Measured::Share));
        vec![IntentChange::SetCriterion(CriterionChange { baseline, ..blank(criterion) })]
    };
    Draft {
        code: "metric_without_baseline",
        text: format!("What is `{name}` today?"),
        reason: "a change needs a value to start from".to_owned(),
        options: vec![
            (
                "Nobody knows yet".to_owned(),
                "the plan's own simulation is taken as today's value".to_owned(),
                vec![assume(format!("today's value of {name} is what the simulation of the plan shows"))],
            ),
            ("About half of the cases".to_owned(), "50 % is taken as today's value".to_owned(), today(0.5)),
            ("Few of the cases".to_owned(), "10 % is taken as today's value".to_owned(), today(0.1)),
        ],
        accepts_text: true,
        effect: 0.55 * weight,
        uncertainty: 0.8,
        origin: criterion.origin.clone(),
    }
}

/// One question for all measures without a time: they are looked at together.
fn without_window(intent: &Intent) -> Option<Draft> {
    let open: Vec<&SuccessCriterion> =
        intent.success_criteria.iter().filter(|one| lacks_only_window(one)).collect();
    let first = open.iter().find(|criterion| criterion.role == MetricRole::Primary).or(open.first())?;
    let weight = if first.role == MetricRole::Guardrail { 0.5 } else { 1.0 };
    let rest = if open.len() > 1 { format!(" (and {} more)", open.len() - 1) } else { String::new() };
    let days = |count: u64| -> Vec<IntentChange> {
        let window_ms = Some(count * DAY_MS);
        let set =
            |one: &&SuccessCriterion| IntentChange::SetCriterion(CriterionChange { window_ms, ..blank(one) });
        open.iter().map(set).collect()
    };
    Some(Draft {
        code: "metric_without_window",
        text: format!("By when should `{}`{rest} be reached?", first.metric),
        reason: "the text gives an amount but no time".to_owned(),
        options: vec![
            ("Within a month".to_owned(), "the result is looked at after 30 days".to_owned(), days(30)),
            ("Within a quarter".to_owned(), "the result is looked at after 90 days".to_owned(), days(90)),
            ("Within two weeks".to_owned(), "the result is looked at after 14 days".to_owned(), days(14)),
        ],
        accepts_text: true,
        effect: 0.35 * weight,
        uncertainty: 0.7,
        origin: first.origin.clone(),
    })
}

fn lacks_only_window(criterion: &SuccessCriterion) -> bool {
    let is_moving = criterion.target.is_some() || criterion.change.is_some() && criterion.baseline.is_some();
    is_moving && criterion.window_ms.is_none()
}
