//! The head of the report: the decision, the figures to remember, the findings.

use maud::{Markup, html};

use crate::domain::experiment::{Decision, Verdict};
use crate::domain::metric::{Direction, MetricRole};
use crate::domain::plan::Outcome;
use crate::domain::quantity::Unit;
use crate::domain::run::Run;
use crate::handoff::HandoffInput;
use crate::handoff::feature::measure_words;
use crate::handoff::view::PlanView;
use crate::handoff::words;

/// The decision in one line and the figures to remember.
pub(super) fn headline(input: &HandoffInput, view: &PlanView) -> Markup {
    let cards = input.run.map(|run| cards(view, run)).unwrap_or_default();
    html! {
        @if let Some(line) = decision(input, view) { p class="decision" { (line) } }
        @if let Some(explanation) = input.explanation { p class="summary" { (words::one_line(&explanation.summary)) } }
        @if !cards.is_empty() {
            dl class="cards" {
                @for card in &cards {
                    div class="card" {
                        dt { (card.title) }
                        dd {
                            span class="figure" { (card.figure) }
                            @if !card.note.is_empty() { span class="note" { (card.note) } }
                            @if !card.measured_as.is_empty() {
                                span class="note" { "Measured as: " (words::lowered(&card.measured_as)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What to do with a variant, as a headline.
pub(super) fn decision_words(decision: Decision) -> &'static str {
    match decision {
        Decision::Ship => "Take it",
        Decision::Keep => "Stay with the plan",
        Decision::Extend => "Look longer before deciding",
        Decision::Stop => "Do not take it: it does harm",
        Decision::NoDifference => "No difference that matters",
    }
}

fn decision(input: &HandoffInput, view: &PlanView) -> Option<String> {
    if let Some(verdict) = input.verdict {
        return Some(verdict_line(verdict));
    }
    if let Some(first) = input.explanation.and_then(|explanation| explanation.insights.first()) {
        return Some(words::sentence(&first.headline));
    }
    let share = goal_share(input.run?)?;
    Some(format!("{} of simulated cases reach the goal of “{}”.", share, words::one_line(&view.plan.title)))
}

fn verdict_line(verdict: &Verdict) -> String {
    let title = |variant: &crate::domain::id::VariantId| {
        let variants = &verdict.experiment.variants;
        variants
            .iter()
            .find(|candidate| candidate.id == *variant)
            .map_or_else(String::new, |found| words::one_line(&found.title))
    };
    if let Some(recommended) = &verdict.recommended {
        let found = verdict.variants.iter().find(|variant| variant.variant == *recommended);
        let reason = found.and_then(|variant| variant.reasons.first());
        let reason = reason.map(|reason| format!(" {}", words::sentence(reason))).unwrap_or_default();
        return format!("Take “{}”.{reason}", title(recommended));
    }
    match verdict.variants.as_slice() {
        [only] => {
            let reason = only.reasons.first().map(|reason| format!(" {}", words::sentence(reason)));
            let decision = decision_words(only.decision);
            format!("{decision} (compared with “{}”).{}", title(&only.variant), reason.unwrap_or_default())
        }
        _ => "Stay with the plan: no variant is worth taking yet.".to_owned(),
    }
}

fn goal_share(run: &Run) -> Option<String> {
    let goal = run.outcomes.iter().find(|count| count.outcome == Outcome::GoalReached)?;
    Some(words::percent(goal.share.value))
}

struct Card {
    title: String,
    figure: String,
    note: String,
    /// What the figure really is in the simulation, which may only stand near what its title says.
    measured_as: String,
}

/// Up to four figures: the goal, then the plan's metrics in the order of their importance.
fn cards(view: &PlanView, run: &Run) -> Vec<Card> {
    let mut cards = Vec::new();
    let is_goal_measured = view.plan.metrics.iter().any(|metric| {
        matches!(&metric.measure, crate::domain::metric::Measure::OutcomeShare(share) if share.outcome == Outcome::GoalReached)
    });
    if !is_goal_measured
        && let Some(goal) = run.outcomes.iter().find(|count| count.outcome == Outcome::GoalReached)
    {
        cards.push(Card {
            title: "Cases that reach the goal".to_owned(),
            figure: words::percent(goal.share.value),
            note: interval(goal.share.low, goal.share.high, &Unit::Share),
            measured_as: String::new(),
        });
    }
    let mut metrics: Vec<_> = view.plan.metrics.iter().collect();
    metrics.sort_by_key(|metric| metric.role);
    for metric in metrics {
        let Some(result) = run.metrics.iter().find(|result| result.metric == metric.id) else { continue };
        let target = metric.target.as_ref().map(|target| {
            let side = match metric.direction {
                Direction::Increase => "at least ",
                Direction::Decrease => "at most ",
                Direction::Keep => "about ",
            };
            format!("target {side}{}", words::quantity(target))
        });
        let role =
            if metric.role == MetricRole::Guardrail { Some("must not get worse".to_owned()) } else { None };
        let parts = [target, role, Some(interval(result.estimate.low, result.estimate.high, &result.unit))];
        let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        cards.push(Card {
            title: words::capitalised(&words::one_line(&metric.title)),
            figure: words::amount(result.estimate.value, &result.unit),
            note: parts.join("; "),
            measured_as: words::sentence(&measure_words(view, &metric.measure)),
        });
    }
    cards.truncate(4);
    cards
}

fn interval(low: Option<f64>, high: Option<f64>, unit: &Unit) -> String {
    match (low, high) {
        (Some(low), Some(high)) => {
            format!("95% interval {} to {}", words::amount(low, unit), words::amount(high, unit))
        }
        _ => String::new(),
    }
}

/// The explanation's insights, the most important first.
pub(super) fn findings(input: &HandoffInput) -> Option<Markup> {
    let explanation = input.explanation.filter(|explanation| !explanation.insights.is_empty())?;
    Some(html! {
        ol class="findings" {
            @for insight in &explanation.insights {
                li {
                    h3 { (words::one_line(&insight.headline)) }
                    p { (words::one_line(&insight.text)) }
                    @if let Some(suggestion) = &insight.suggestion {
                        p class="try" { "To try: “" (words::one_line(suggestion)) "”" }
                    }
                }
            }
        }
    })
}
