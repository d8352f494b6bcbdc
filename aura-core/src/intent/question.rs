//! What is unclear and matters: detectors, ranked by effect times uncertainty; the rest becomes assumptions.

use crate::domain::id::{ItemId, QuestionId};
use crate::domain::intent::{BlockKind, Intent, Modality, Statement};
use crate::domain::metric::{Direction, MetricRole};
use crate::domain::plan::Outcome;
use crate::domain::provenance::Origin;
use crate::domain::quantity::{Quantity as Amount, Unit as Measured};
use crate::domain::question::{
    CriterionChange, IntentChange, NewAssumption, NewConstraint, NewCriterion, NewStatedStep,
    OtherwiseChange, Question, QuestionOption, RepeatChange, StepActorChange,
};
use crate::limits::Limits;
use crate::text::Span;

use super::actors::the;
use super::conflict::conflicts;
use super::section::{Section, Unit};
use super::statement::quote;
use super::words::{QUALITIES, RISKY};

/// A question before it is ranked and numbered.
pub(super) struct Draft {
    pub(super) code: &'static str,
    pub(super) text: String,
    pub(super) reason: String,
    pub(super) options: Vec<(String, String, Vec<IntentChange>)>,
    pub(super) accepts_text: bool,
    /// How much the plan changes, from 0 to 1.
    pub(super) effect: f64,
    /// How unsure the readings are, from 0 to 1.
    pub(super) uncertainty: f64,
    pub(super) origin: Origin,
}

/// The questions about an intent; what is not asked is added to its assumptions by the caller's intent.
pub(super) fn questions(intent: &Intent, lines: &[Unit<'_>], bounds: &Limits) -> Vec<Question> {
    let mut drafts = conflicts(intent, lines);
    drafts.extend(vague_quality(intent, lines));
    drafts.extend(missing_criterion(intent));
    drafts.extend(incomplete_metric(intent));
    drafts.extend(missing_otherwise(intent));
    drafts.extend(unbounded_loop(intent));
    drafts.extend(missing_actor(intent));
    drafts.extend(risky_step(intent));
    drafts.extend(two_names(intent));
    drafts.extend(time_zone(intent, lines));
    // One question per kind is enough; the strongest speaks for the others.
    drafts
        .sort_by(|one, other| (other.effect * other.uncertainty).total_cmp(&(one.effect * one.uncertainty)));
    let mut seen: Vec<&str> = Vec::new();
    drafts.retain(|draft| {
        let new = !seen.contains(&draft.code);
        seen.push(draft.code);
        new
    });
    let most = usize::try_from(bounds.questions).unwrap_or(5);
    drafts.into_iter().take(most).enumerate().map(|(index, draft)| finish(index, draft)).collect()
}

fn finish(index: usize, draft: Draft) -> Question {
    let letters = ["a", "b", "c", "d"];
    let options = draft.options.into_iter().zip(letters).map(|((label, effect, changes), letter)| {
        QuestionOption { id: letter.to_owned(), label, effect, changes }
    });
    Question {
        id: QuestionId::named(&(index + 1).to_string()),
        code: draft.code.to_owned(),
        text: draft.text,
        reason: draft.reason,
        options: options.collect(),
        accepts_text: draft.accepts_text,
        importance: ((draft.effect * draft.uncertainty) * 1_000.0).round() / 1_000.0,
        origin: draft.origin,
    }
}

pub(super) fn assume(text: impl Into<String>) -> IntentChange {
    IntentChange::AddAssumption(NewAssumption { text: text.into() })
}

pub(super) fn stated(intent: &Intent, span: Span, code: &str) -> Origin {
    Origin::stated(vec![quote(&intent.text, span)], format!("question.{code}"), 0.8)
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
        .find(|(word, _)| QUALITIES.contains(word))?;
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

fn incomplete_metric(intent: &Intent) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for criterion in &intent.success_criteria {
        let set = |change: CriterionChange| vec![IntentChange::SetCriterion(change)];
        let blank = || CriterionChange {
            criterion: criterion.id.clone(),
            baseline: None,
            target: None,
            window_ms: None,
            direction: None,
        };
        let name = &criterion.metric;
        let weight = if criterion.role == MetricRole::Guardrail { 0.5 } else { 1.0 };
        if criterion.target.is_none() && criterion.change.is_none() {
            drafts.push(Draft {
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
                        vec![assume(format!("{name} has to change by at least 10 %"))],
                    ),
                    (
                        "At least 25 %".to_owned(),
                        "a variant wins when the change is 25 % or more".to_owned(),
                        vec![assume(format!("{name} has to change by at least 25 %"))],
                    ),
                ],
                accepts_text: true,
                effect: 0.6 * weight,
                uncertainty: 0.8,
                origin: criterion.origin.clone(),
            });
        } else if criterion.baseline.is_none() && criterion.change.is_some() {
            let share = |amount: f64| Some(Amount::new(amount, Measured::Share));
            drafts.push(Draft {
                code: "metric_without_baseline",
                text: format!("What is `{name}` today?"),
                reason: "a change needs a value to start from".to_owned(),
                options: vec![
                    (
                        "Nobody knows yet".to_owned(),
                        "the plan's own simulation is taken as today's value".to_owned(),
                        vec![assume(format!(
                            "today's value of {name} is what the simulation of the plan shows"
                        ))],
                    ),
                    (
                        "About half of the cases".to_owned(),
                        "50 % is taken as today's value".to_owned(),
                        set(CriterionChange { baseline: share(0.5), ..blank() }),
                    ),
                    (
                        "Few of the cases".to_owned(),
                        "10 % is taken as today's value".to_owned(),
                        set(CriterionChange { baseline: share(0.1), ..blank() }),
                    ),
                ],
                accepts_text: true,
                effect: 0.55 * weight,
                uncertainty: 0.8,
                origin: criterion.origin.clone(),
            });
        } else if criterion.window_ms.is_none() {
            let days = |count: u64| set(CriterionChange { window_ms: Some(count * 86_400_000), ..blank() });
            drafts.push(Draft {
                code: "metric_without_window",
                text: format!("By when should `{name}` be reached?"),
                reason: "the text gives an amount but no time".to_owned(),
                options: vec![
                    (
                        "Within a month".to_owned(),
                        "the result is looked at after 30 days".to_owned(),
                        days(30),
                    ),
                    (
                        "Within a quarter".to_owned(),
                        "the result is looked at after 90 days".to_owned(),
                        days(90),
                    ),
                    (
                        "Within two weeks".to_owned(),
                        "the result is looked at after 14 days".to_owned(),
                        days(14),
                    ),
                ],
                accepts_text: true,
                effect: 0.35 * weight,
                uncertainty: 0.7,
                origin: criterion.origin.clone(),
            });
        }
    }
    drafts
}

fn missing_otherwise(intent: &Intent) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for block in &intent.blocks {
        let BlockKind::Decision(decision) = &block.kind else { continue };
        let [only] = decision.branches.as_slice() else { continue };
        let change = |step: Option<&str>, ends: Option<Outcome>| {
            vec![IntentChange::AddOtherwise(OtherwiseChange {
                block: block.id.clone(),
                step: step.map(str::to_owned),
                ends,
            })]
        };
        drafts.push(Draft {
            code: "missing_else",
            text: format!("What happens when it is not so that {}?", only.condition),
            reason: "the text says what happens in one case only".to_owned(),
            options: vec![
                (
                    "It goes on with the next step".to_owned(),
                    "the plan skips the steps of this case".to_owned(),
                    change(None, None),
                ),
                (
                    "It ends there".to_owned(),
                    "the plan gets an end without reaching the goal".to_owned(),
                    change(None, Some(Outcome::Abandoned)),
                ),
                (
                    "A person looks at it".to_owned(),
                    "the plan gets a step in which a person decides".to_owned(),
                    change(Some("look at the case"), None),
                ),
            ],
            accepts_text: true,
            effect: 0.6,
            uncertainty: 0.7,
            origin: block.origin.clone(),
        });
    }
    drafts
}

fn unbounded_loop(intent: &Intent) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for block in &intent.blocks {
        let BlockKind::Repeat(repeat) = &block.kind else { continue };
        if repeat.max_times.is_some() {
            continue;
        }
        let most = |count: u32| {
            vec![IntentChange::SetRepeatLimit(RepeatChange { block: block.id.clone(), max_times: count })]
        };
        drafts.push(Draft {
            code: "unbounded_loop",
            text: "How many times may it be repeated at most?".to_owned(),
            reason: "the text gives no end for the case that it never works".to_owned(),
            options: vec![
                ("3 times".to_owned(), "after 3 rounds the plan goes on".to_owned(), most(3)),
                ("10 times".to_owned(), "after 10 rounds the plan goes on".to_owned(), most(10)),
                ("Once".to_owned(), "it is tried once more and no further".to_owned(), most(1)),
            ],
            accepts_text: true,
            effect: 0.55,
            uncertainty: 0.75,
            origin: block.origin.clone(),
        });
    }
    drafts
}

fn missing_actor(intent: &Intent) -> Option<Draft> {
    let open: Vec<_> =
        intent.steps.iter().filter(|step| step.actor.is_none() && step.ends.is_none()).collect();
    let first = open.first()?;
    let share = open.len() as f64 / intent.steps.len().max(1) as f64;
    let all = |id: crate::domain::id::ActorId, name: &str| -> Vec<IntentChange> {
        open.iter()
            .map(|step| {
                IntentChange::SetStepActor(StepActorChange {
                    step: step.id.clone(),
                    actor: id.clone(),
                    name: name.to_owned(),
                })
            })
            .collect()
    };
    let count = open.len();
    let rest = if count > 1 { format!(" (and {} more)", count - 1) } else { String::new() };
    let mut options = vec![(
        "The system".to_owned(),
        "the plan gets service calls for it".to_owned(),
        all(crate::domain::id::ActorId::named("system"), "system"),
    )];
    for actor in intent.actors.iter().filter(|actor| actor.name != "system").take(3) {
        let name = the(&actor.name);
        options.push((
            upper_first(&name),
            format!("{name} gets a screen for it"),
            all(actor.id.clone(), &actor.name),
        ));
    }
    if options.len() == 1 {
        options.push((
            "A person".to_owned(),
            "a person gets a screen for it".to_owned(),
            all(crate::domain::id::ActorId::named("person"), "person"),
        ));
    }
    Some(Draft {
        code: "missing_actor",
        text: format!("Who does `{}`{rest}?", first.title),
        reason: "the text does not say who acts".to_owned(),
        options,
        accepts_text: true,
        effect: 0.5 + 0.2 * share,
        uncertainty: 0.7,
        origin: first.origin.clone(),
    })
}

fn upper_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn risky_step(intent: &Intent) -> Option<Draft> {
    let guarded = |index: usize| {
        intent.steps.iter().take(index).any(|step| {
            matches!(
                step.verb.as_str(),
                "approve" | "confirm" | "review" | "authorise" | "authorize" | "verify"
            )
        })
    };
    let (index, step, harm) = intent.steps.iter().enumerate().find_map(|(index, step)| {
        let harm = RISKY.iter().find(|(verb, _)| *verb == step.verb)?.1;
        let by_customer = step
            .actor
            .as_ref()
            .and_then(|id| intent.actors.iter().find(|actor| actor.id == *id))
            .is_some_and(|actor| actor.kind == crate::domain::actor::ActorKind::Customer);
        (!by_customer && !guarded(index)).then_some((index, step, harm))
    })?;
    let _ = index;
    Some(Draft {
        code: "risky_without_approval",
        text: format!("May `{}` happen without a person's approval?", step.title),
        reason: format!("it {harm}, and the text names no check before it"),
        options: vec![
            (
                "Yes".to_owned(),
                "the step runs as stated and is marked as a risk".to_owned(),
                vec![assume(format!("`{}` needs no approval", step.title))],
            ),
            (
                "No, a person approves first".to_owned(),
                "the plan gets an approval before it".to_owned(),
                vec![IntentChange::AddStep(NewStatedStep {
                    title: format!("approve: {}", step.title),
                    before: Some(step.id.clone()),
                })],
            ),
            (
                "Only above a limit".to_owned(),
                "the plan notes that a limit has to be set".to_owned(),
                vec![IntentChange::AddConstraint(NewConstraint {
                    modality: Modality::Must,
                    text: format!("`{}` needs approval above a limit that is still to be set", step.title),
                })],
            ),
        ],
        accepts_text: false,
        effect: 0.65,
        uncertainty: 0.6,
        origin: step.origin.clone(),
    })
}

fn two_names(intent: &Intent) -> Option<Draft> {
    const SAME: &[&[&str]] = &[
        &["customer", "client", "buyer", "shopper", "consumer"],
        &["employee", "worker", "staff"],
        &["manager", "supervisor", "boss"],
        &["system", "application", "app", "platform", "software"],
        &["user", "customer", "visitor"],
        &["seller", "vendor", "merchant"],
    ];
    let named = |name: &str| intent.actors.iter().find(|actor| actor.name == name);
    let (one, other) = SAME.iter().find_map(|group| {
        let mut found = group.iter().filter_map(|name| named(name));
        Some((found.next()?, found.next()?))
    })?;
    Some(Draft {
        code: "two_names",
        text: format!("Are `{}` and `{}` the same?", one.name, other.name),
        reason: "two names may mean one or two roles".to_owned(),
        options: vec![
            (
                "They are different".to_owned(),
                "the plan keeps two roles".to_owned(),
                vec![assume(format!("{} and {} are different roles", one.name, other.name))],
            ),
            (
                "They are the same".to_owned(),
                format!("all steps of the {} go to the {}", other.name, one.name),
                intent
                    .steps
                    .iter()
                    .filter(|step| step.actor.as_ref() == Some(&other.id))
                    .map(|step| {
                        IntentChange::SetStepActor(StepActorChange {
                            step: step.id.clone(),
                            actor: one.id.clone(),
                            name: one.name.clone(),
                        })
                    })
                    .chain([assume(format!("{} and {} are the same role", one.name, other.name))])
                    .collect(),
            ),
        ],
        accepts_text: false,
        effect: 0.45,
        uncertainty: 0.6,
        origin: other.origin.clone(),
    })
}

fn time_zone(intent: &Intent, lines: &[Unit<'_>]) -> Option<Draft> {
    let zoned = ["utc", "gmt", "cet", "local", "timezone", "zone", "est", "pst"];
    let (span, words) = lines.iter().find_map(|line| {
        let sentence = line.sentence;
        if (0..sentence.tokens.len()).any(|at| zoned.contains(&sentence.word(at))) {
            return None;
        }
        let clock = |word: &str| {
            word.len() <= 5 && word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit())
        };
        let at = (line.first..sentence.tokens.len()).find(|at| clock(sentence.word(*at)))?;
        Some((sentence.span_of(at, at), sentence.word(at).to_owned()))
    })?;
    Some(Draft {
        code: "time_without_zone",
        text: format!("Whose clock is `{words}` on?"),
        reason: "a time of day without a zone means different moments".to_owned(),
        options: vec![
            (
                "The company's".to_owned(),
                "one moment for everybody".to_owned(),
                vec![assume(format!("{words} is the company's time"))],
            ),
            (
                "Each person's own".to_owned(),
                "a different moment in each zone".to_owned(),
                vec![assume(format!("{words} is each person's local time"))],
            ),
        ],
        accepts_text: true,
        effect: 0.25,
        uncertainty: 0.5,
        origin: stated(intent, span, "time_without_zone"),
    })
}

/// The assumption that stands for a question that nobody answers.
pub(super) fn assumption_for(question: &Question, taken: &[Statement]) -> Option<Statement> {
    let first = question.options.first()?;
    let text = format!("{} {}", question.text.trim_end_matches('?'), first.label.to_lowercase());
    let id =
        crate::id::unused(ItemId::from_text("assumption_", &question.code), ItemId::numbered, |candidate| {
            taken.iter().any(|known| known.id == *candidate)
        });
    Some(Statement {
        id,
        text: format!("{text}: {}", first.effect),
        origin: Origin::assumed(format!("nobody answered `{}`", question.text)),
    })
}
