//! Shows documents to people.

use aura_core::Result;
use aura_core::domain::edit::{EditChoice, EditReading};
use aura_core::domain::experiment::{Comparison, Decision, Verdict};
use aura_core::domain::figures::{self, counted};
use aura_core::domain::insight::Explanation;
use aura_core::domain::intent::Intent;
use aura_core::domain::metric::{Direction, MetricRole};
use aura_core::domain::plan::Plan;
use aura_core::domain::problem::{Problem, Severity};
use aura_core::domain::quantity::{Quantity, Unit};
use aura_core::domain::run::{Estimate, Run, ServiceResult};
use aura_core::engine::requests::Planned;
use aura_core::plan::describe;
use aura_core::simulate::Precise;

use crate::output::{Output, Tone};

/// What was understood of a goal.
pub(crate) fn intent(intent: &Intent, output: &Output) -> Result<()> {
    output.heading(&intent.title)?;
    output.fact("Goal", &intent.goal.text)?;
    let names = |names: Vec<&str>| if names.is_empty() { "none stated".to_owned() } else { names.join(", ") };
    output.fact("Who", &names(intent.actors.iter().map(|actor| actor.name.as_str()).collect()))?;
    output.fact(
        "What is handled",
        &names(intent.objects.iter().map(|object| object.name.as_str()).collect()),
    )?;
    list("Steps that the text states", intent.steps.iter().map(|step| step.title.clone()), output)?;
    list("How success is recognised", intent.success_criteria.iter().map(criterion), output)?;
    list("Rules", intent.constraints.iter().map(|rule| rule.text.clone()), output)?;
    list("Limits", intent.limits.iter().map(|limit| limit.subject.clone()), output)?;
    list("Taken for granted", intent.assumptions.iter().map(marked), output)?;
    list("Out of scope", intent.non_goals.iter().map(|statement| statement.text.clone()), output)
}

/// The steps of a plan and what is wrong with it.
pub(crate) fn plan(plan: &Plan, problems: &[Problem], output: &Output) -> Result<()> {
    output.heading(&format!("Plan: {}", plan.title))?;
    output.block(&describe(plan))?;
    if problems.is_empty() {
        return Ok(());
    }
    output.heading("Worth a look")?;
    for problem in problems {
        let (tone, word) = match problem.severity {
            Severity::Error => (Tone::Bad, "Error:"),
            Severity::Warning => (Tone::Careful, "Warning:"),
            Severity::Advice => (Tone::Good, "Advice:"),
        };
        output.status(tone, word, &problem.text)?;
        if let Some(proposal) = &problem.proposal {
            output.below(&format!("try: aura edit \"{proposal}\""))?;
        }
    }
    Ok(())
}

/// The plan after going back or forward in its history.
pub(crate) fn moved(word: &str, planned: &Planned, output: &Output) -> Result<()> {
    output.status(Tone::Good, word, &format!("The plan is now {}.", planned.version))?;
    plan(&planned.plan, &planned.problems, output)
}

/// What a sentence was understood as, where it was not simply done.
pub(crate) fn reading(reading: &EditReading, output: &Output) -> Result<()> {
    match reading {
        EditReading::Understood(choice) => output.paragraph(&choice.summary),
        EditReading::Question(question) => output.paragraph(&question.answer),
        EditReading::Choices(several) => {
            output.status(Tone::Careful, "Which one?", &several.question)?;
            choices(&several.choices, output)
        }
        EditReading::NotUnderstood(none) => {
            output.status(Tone::Careful, "Not understood.", &none.explanation)?;
            choices(&none.nearest, output)
        }
        EditReading::Undo(undo) => match &undo.version {
            Some(version) => output.paragraph(&format!("Would go to version {version} of the plan.")),
            None => output.paragraph(&format!("Would take back {}.", counted(undo.steps.into(), "change"))),
        },
        EditReading::Redo(redo) => {
            let changes = counted(redo.steps.into(), "change");
            output.paragraph(&format!("Would make {changes} again."))
        }
        _ => output.paragraph("This kind of change is not known to this version of the command."),
    }
}

/// What happened in a run, in a few figures.
pub(crate) fn run(run: &Run, output: &Output) -> Result<()> {
    output.heading(&format!("What happened to {} simulated cases", figures::count(run.cases)))?;
    for outcome in run.outcomes.iter().filter(|outcome| outcome.cases > 0) {
        let share = figures::percent(outcome.share.value, 1);
        output
            .fact(outcome.outcome.words(), &format!("{share} ({} cases)", figures::count(outcome.cases)))?;
    }
    // An outcome's share is said already; the standard metrics behind the plan's own would say it again.
    let shares = ["metric_goal_reached", "metric_abandoned"];
    for metric in run.metrics.iter().filter(|metric| !shares.contains(&metric.metric.as_str())) {
        output.fact(&metric.title, &estimated(&metric.estimate, &metric.unit))?;
    }
    for service in run.services.iter().filter(|service| !service.answers.is_empty()) {
        services(service, output)?;
    }
    output.fact("digest", &run.digest)?;
    if let Some(stopped) = &run.stopped {
        output.status(Tone::Careful, "Stopped early:", &stopped.text)?;
    }
    run.warnings.iter().try_for_each(|warning| output.status(Tone::Careful, "Note:", warning))
}

/// A figure with its interval, where it has one that says something.
fn estimated(estimate: &Estimate, unit: &Unit) -> String {
    let value = amount(estimate.value, unit);
    match (estimate.low, estimate.high) {
        (Some(low), Some(high)) if amount(low, unit) != amount(high, unit) => {
            format!("{value} (between {} and {})", amount(low, unit), amount(high, unit))
        }
        _ => value,
    }
}

/// What became of a wish for precision.
pub(crate) fn precision(run: &Run, precise: &Precise, output: &Output) -> Result<()> {
    let percent = |share: f64| figures::percent(share, 1);
    let runs = figures::counted(u64::from(precise.replications), "replication");
    let metric = run.metrics.iter().find(|result| result.metric == precise.metric);
    let title = metric.map_or(precise.metric.as_str(), |result| result.title.as_str());
    let (tone, word) = match precise.is_reached {
        true => (Tone::Good, "Precise enough:"),
        false => (Tone::Careful, "Not as precise as asked for:"),
    };
    let reached = precise
        .reached
        .map_or_else(|| "has no interval".to_owned(), |share| format!("is known to ± {}", percent(share)));
    let told = format!("{title} {reached} after {runs}; ± {} was asked for.", percent(precise.wanted));
    output.status(tone, word, &told)
}

/// What a played service answered, and what it found wrong.
fn services(service: &ServiceResult, output: &Output) -> Result<()> {
    let told = service.answers.iter().map(|answer| match answer.status {
        0 => format!("{} too late", figures::count(answer.times)),
        status => format!("{} with {status}", figures::count(answer.times)),
    });
    let told: Vec<String> = told.collect();
    output.fact(
        service.service.as_str(),
        &format!("{}: {}", figures::counted(service.calls, "call"), figures::list(&told)),
    )?;
    service.refusals.iter().take(5).try_for_each(|refusal| {
        output.point(&format!("{} ({})", refusal.text, figures::counted(refusal.times, "time")))
    })
}

/// A verdict with every metric.
pub(crate) fn verdict(verdict: &Verdict, output: &Output) -> Result<()> {
    for (variant, found) in verdict.experiment.variants.iter().zip(&verdict.variants) {
        output.heading(&format!("Tried: {}", variant.title))?;
        let (tone, word) = decision(found.decision);
        output.status(tone, word, &found.reasons.join(" "))?;
        for comparison in &found.comparisons {
            output.fact(&comparison.title, &compared(comparison))?;
        }
        if let Some(rates) = &found.ship_rates {
            let percent = |share: f64| figures::percent(share, 1);
            let (wrong, right) = (percent(rates.wrong_ship), percent(rates.right_ship));
            output.below(&format!(
                "The rule takes a change that does nothing in {wrong} of tries, and one that does what is expected in {right}."
            ))?;
        }
        output.below(&found.would_change)?;
    }
    Ok(())
}

/// An explanation.
pub(crate) fn explanation(explanation: &Explanation, output: &Output) -> Result<()> {
    output.heading("In short")?;
    output.paragraph(&explanation.summary)?;
    if explanation.insights.is_empty() {
        return Ok(());
    }
    output.heading("What to know")?;
    for insight in &explanation.insights {
        output.point(&format!("{} {}", figures::sentence(&insight.headline), insight.text))?;
        if let Some(suggestion) = &insight.suggestion {
            output.below(&format!("try: aura evaluate \"{suggestion}\""))?;
        }
    }
    Ok(())
}

/// An amount in its unit.
pub(crate) fn amount(value: f64, unit: &Unit) -> String {
    figures::quantity(&Quantity::new(value, unit.clone()))
}

fn list(title: &str, items: impl Iterator<Item = String>, output: &Output) -> Result<()> {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return Ok(());
    }
    output.heading(title)?;
    items.try_for_each(|item| output.point(&item))
}

fn marked(statement: &aura_core::domain::intent::Statement) -> String {
    format!("{} [{}]", statement.text, statement.origin.word())
}

fn criterion(criterion: &aura_core::domain::intent::SuccessCriterion) -> String {
    let mut text = criterion.metric.clone();
    if let Some(baseline) = &criterion.baseline {
        text.push_str(&format!(", today {}", figures::quantity(baseline)));
    }
    if let Some(target) = &criterion.target {
        text.push_str(&format!(", {} {}", aim(criterion), figures::quantity(target)));
    }
    if let Some(change) = &criterion.change {
        text.push_str(&format!(", {} {}", movement(criterion), figures::quantity(&change.quantity)));
    }
    if let Some(window) = criterion.window_ms {
        text.push_str(&format!(", within {}", figures::duration(window as f64)));
    }
    text
}

/// How a criterion speaks of its target.
fn aim(criterion: &aura_core::domain::intent::SuccessCriterion) -> &'static str {
    match (criterion.role, criterion.direction) {
        (MetricRole::Guardrail, Direction::Decrease) => "to stay at or below",
        (MetricRole::Guardrail, Direction::Increase) => "to stay at or above",
        _ => "to reach",
    }
}

/// How a criterion speaks of a change: a guardrail may move the wrong way by so much at most.
fn movement(criterion: &aura_core::domain::intent::SuccessCriterion) -> &'static str {
    match (criterion.role, criterion.direction) {
        (MetricRole::Guardrail, Direction::Decrease) => "may rise by at most",
        (MetricRole::Guardrail, Direction::Increase) => "may fall by at most",
        (_, Direction::Decrease) => "to fall by",
        (_, Direction::Increase) => "to rise by",
        (_, Direction::Keep) => "to change by at most",
    }
}

fn choices(choices: &[EditChoice], output: &Output) -> Result<()> {
    choices
        .iter()
        .enumerate()
        .try_for_each(|(place, choice)| output.below(&format!("{}. {}", place + 1, choice.summary)))
}

fn decision(decision: Decision) -> (Tone, &'static str) {
    match decision {
        Decision::Ship => (Tone::Good, "Ship it."),
        Decision::Keep => (Tone::Careful, "Keep the plan."),
        Decision::Extend => (Tone::Careful, "Look longer."),
        Decision::Stop => (Tone::Bad, "Do not do it."),
        Decision::NoDifference => (Tone::Careful, "No difference that matters."),
    }
}

fn compared(comparison: &Comparison) -> String {
    let shown = |value: f64| amount(value, &comparison.unit);
    format!(
        "{} → {} (difference between {} and {})",
        shown(comparison.control),
        shown(comparison.variant),
        shown(comparison.low),
        shown(comparison.high)
    )
}
