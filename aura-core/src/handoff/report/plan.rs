//! What the plan is: the diagram, what it hangs on, what is assumed, what is open, the outline.

use maud::{Markup, html};

use super::moving::Moving;
use super::results::Heat;
use super::table;
use crate::domain::plan::{Assumption, NodeKind};
use crate::domain::quantity::Unit;
use crate::domain::step::RiskLevel;
use crate::handoff::HandoffInput;
use crate::handoff::charts::{TornadoRow, tornado};
use crate::handoff::drawing::Drawing;
use crate::handoff::view::PlanView;
use crate::handoff::words;

/// Most assumptions of the tornado and of the open table; the rest is in decisions.md.
const MAX_EFFECTS: usize = 10;
const MAX_ASSUMPTIONS: usize = 60;

pub(super) fn diagram(view: &PlanView, drawing: &Drawing, heat: &Heat, moving: Option<&Moving>) -> Markup {
    let level = |node: &crate::handoff::workflow::WorkNode| node.node.map_or(0, |node| heat.level(&node.id));
    let dots = moving.map(|moving| moving.dots(drawing)).unwrap_or_default();
    let picture = html! {
        p class="key" {
            "Read from top to bottom; each lane belongs to one actor. A circle at the side of a step is something \
             that can fail. "
            span class="swatch heat-a" {} " to " span class="swatch heat-b" {} " the more cases a step loses, the warmer."
        }
        section class="scroll diagram" tabindex="0" aria-label="Diagram of the whole flow" {
            (crate::handoff::picture::svg(view, drawing, &level, None, &dots))
        }
    };
    match moving {
        Some(moving) => moving.player(&picture),
        None => picture,
    }
}

pub(super) fn sensitivity(input: &HandoffInput, view: &PlanView) -> Option<Markup> {
    let sensitivity = input
        .sensitivity
        .filter(|sensitivity| sensitivity.effects.iter().any(|effect| effect.swing > 0.0))?;
    let metric = view.plan.metrics.iter().find(|metric| metric.id == sensitivity.metric);
    let title =
        metric.map_or_else(|| sensitivity.metric.to_string(), |metric| words::one_line(&metric.title));
    let result =
        input.run.and_then(|run| run.metrics.iter().find(|result| result.metric == sensitivity.metric));
    let unit = metric
        .map(|metric| metric.unit.clone())
        .or(result.map(|result| result.unit.clone()))
        .unwrap_or(Unit::Count);
    let base = result.map(|result| result.estimate.value);
    let effects: Vec<_> =
        sensitivity.effects.iter().filter(|effect| effect.swing > 0.0).take(MAX_EFFECTS).collect();
    let name = |id| {
        view.assumption(id)
            .map_or_else(|| id.to_string(), |assumption| words::one_line(&assumption.statement))
    };
    let rows: Vec<TornadoRow> = effects
        .iter()
        .map(|effect| TornadoRow {
            label: name(&effect.assumption),
            at_low: effect.at_low,
            at_high: effect.at_high,
        })
        .collect();
    let cells: Vec<Vec<Markup>> = effects
        .iter()
        .map(|effect| {
            let range = view.assumption(&effect.assumption).map(range_words).unwrap_or_default();
            vec![
                html! { (name(&effect.assumption)) },
                html! { (range) },
                html! { (words::amount(effect.at_low, &unit)) },
                html! { (words::amount(effect.at_high, &unit)) },
            ]
        })
        .collect();
    Some(html! {
        p {
            "How far " strong { (title) } " moves when one assumption alone is at its lowest and at its highest \
             thinkable value. Find out first what stands at the top."
        }
        figure {
            (tornado(&format!("How far each assumption moves {title}"), &rows, base, &unit))
            figcaption class="key" {
                span class="swatch low" {} " assumption at its lowest  " span class="swatch high" {} " at its highest"
            }
        }
        (table(&format!("What moves {title}"), &["Assumption", "Thinkable", "Result at the lowest", "Result at the highest"], &cells))
    })
}

fn range_words(assumption: &Assumption) -> String {
    format!(
        "{} to {}",
        words::amount(assumption.low, &assumption.unit),
        words::amount(assumption.high, &assumption.unit)
    )
}

pub(super) fn assumptions(view: &PlanView) -> Option<Markup> {
    let all = &view.plan.assumptions;
    if all.is_empty() {
        return None;
    }
    let assumed = all.iter().filter(|assumption| assumption.origin.is_assumed()).count();
    let rows: Vec<Vec<Markup>> = all
        .iter()
        .take(MAX_ASSUMPTIONS)
        .map(|assumption| {
            vec![
                html! { (words::one_line(&assumption.statement)) },
                html! { (words::assumed_value(assumption)) },
                html! { (range_words(assumption)) },
                html! { span class={ "origin " (assumption.origin.word()) } { (assumption.origin.word()) } },
            ]
        })
        .collect();
    Some(html! {
        p { (assumed) " of " (words::counted(all.len(), "number")) " nobody has confirmed yet." }
        details {
            summary { "Show all numbers" }
            (table("What is assumed", &["What", "Value", "Thinkable", "Origin"], &rows))
            @if all.len() > MAX_ASSUMPTIONS { p { "The rest stands in decisions.md." } }
        }
    })
}

pub(super) fn questions(input: &HandoffInput) -> Option<Markup> {
    let intent = input.intent?;
    let open: Vec<_> = intent
        .questions
        .iter()
        .filter(|question| !intent.answers.iter().any(|answer| answer.question == question.id))
        .collect();
    if open.is_empty() && input.problems.is_empty() {
        return None;
    }
    Some(html! {
        ol class="questions" {
            @for question in open {
                li {
                    h3 { (words::one_line(&question.text)) }
                    p { (words::sentence(&question.reason)) }
                    @if let Some(first) = question.options.first() {
                        p class="quiet-words" { "Assumed meanwhile: " (words::sentence(&first.label)) }
                    }
                }
            }
            @for problem in input.problems { li { p { (words::sentence(&problem.text)) } } }
        }
    })
}

pub(super) fn outline(view: &PlanView) -> Markup {
    html! {
        ol class="outline" {
            @for node in &view.plan.nodes {
                @match &node.kind {
                    NodeKind::Step(step) => {
                        li value=(view.number(&node.id).unwrap_or(0)) {
                            strong { (words::one_line(&node.title)) }
                            " " span class="quiet-words" { (words::capitalised(&view.actor_name(&step.actor))) }
                            @if let Some(risk) = step.risk.as_ref().filter(|risk| risk.level != RiskLevel::Low) {
                                span class="risk" {
                                    @if risk.level == RiskLevel::High { "High risk" } @else { "Medium risk" }
                                }
                                span class="line-item" { (words::sentence(&risk.reason)) }
                            }
                        }
                    }
                    NodeKind::Gateway(_) if view.divides(node) => {
                        li class="branch" {
                            em { (words::one_line(&node.title)) }
                            ul {
                                @for flow in view.flows_out_of(&node.id) {
                                    li {
                                        (words::capitalised(&words::one_line(flow.words().unwrap_or("otherwise"))))
                                        ": on to " (view.place(&flow.to)) "."
                                    }
                                }
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
    }
}
