//! `edge-cases.md`: what can happen at the edges, what can fail, and what is to happen then.

use super::markdown::{Page, escaped, sentence};
use super::view::PlanView;
use super::words;
use crate::domain::step::FailureKind;

pub(super) fn render(view: &PlanView) -> String {
    let mut page = Page::new(&format!("Edge cases: {}", view.plan.title));
    page.paragraph(
        "What can happen at the edges and what can fail, with what is to happen then. \
         `acceptance.feature` has a scenario for each row.",
    );
    edges(view, &mut page);
    failures(view, &mut page);
    taken_back(view, &mut page);
    answers(view, &mut page);
    page.finish()
}

fn edges(view: &PlanView, page: &mut Page) {
    page.heading(2, "At the edges");
    let rows: Vec<Vec<String>> = view
        .plan
        .edge_cases
        .iter()
        .map(|edge| {
            vec![
                edge.node.as_ref().map_or_else(|| "anywhere".to_owned(), |node| escaped(&view.place(node))),
                sentence(&edge.title),
                sentence(&edge.expected),
                escaped(&words::origin_sentence(&edge.origin)),
            ]
        })
        .collect();
    if rows.is_empty() {
        page.paragraph("None are listed yet. The failures below are a good place to start looking.");
    }
    page.table(&["Where", "What happens", "What is to happen then", "Where it comes from"], &rows);
}

fn failures(view: &PlanView, page: &mut Page) {
    page.heading(2, "What can fail");
    let mut rows = Vec::new();
    for (number, node, step) in view.steps() {
        for failure in &step.failure_modes {
            let share = view.mean(&failure.probability).map(words::percent).unwrap_or_default();
            rows.push(vec![
                escaped(&format!("step {number}, “{}”", words::one_line(&node.title))),
                sentence(&failure.title),
                kind_words(failure.kind).to_owned(),
                share,
                escaped(&view.effect_words(failure)),
            ]);
        }
    }
    if rows.is_empty() {
        page.paragraph(
            "No failure is planned for. That is rarely true of a real product: ask what happens when \
                        a service does not answer and when a person gives up.",
        );
    }
    page.table(&["Where", "What fails", "Kind", "How often (assumed)", "What happens then"], &rows);
}

fn taken_back(view: &PlanView, page: &mut Page) {
    let rows: Vec<Vec<String>> = view
        .steps()
        .filter_map(|(number, node, step)| {
            let undo = step.undo.as_ref()?;
            Some(vec![
                escaped(&format!("step {number}, “{}”", words::one_line(&node.title))),
                sentence(&undo.title),
                escaped(&view.undo_words(undo)),
            ])
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    page.heading(2, "What is taken back where a case fails");
    page.paragraph(
        "Where a case ends other than by reaching its goal, the steps that were done are taken back, \
         the last one first. What was not done yet is not taken back.",
    );
    page.table(&["Step", "What takes it back", "Time and cost (assumed)"], &rows);
}

fn answers(view: &PlanView, page: &mut Page) {
    let rows: Vec<Vec<String>> = view
        .plan
        .services
        .iter()
        .flat_map(|service| service.operations.iter().map(move |operation| (service, operation)))
        .flat_map(|(service, operation)| {
            operation.errors.iter().map(move |error| {
                vec![
                    escaped(&format!("{}: {}", service.title, operation.title)),
                    error.status.to_string(),
                    super::markdown::code(&error.code),
                    sentence(&error.description),
                ]
            })
        })
        .collect();
    if !rows.is_empty() {
        page.heading(2, "Answers of services that are not the wanted ones");
        page.table(&["Operation", "HTTP status", "Code", "When"], &rows);
    }
}

/// The kind of a failure, for people.
pub(super) fn kind_words(kind: FailureKind) -> &'static str {
    match kind {
        FailureKind::GivesUp => "a person gives up",
        FailureKind::Mistake => "a person makes a mistake",
        FailureKind::Unavailable => "a system does not answer",
        FailureKind::Rejected => "a no",
        FailureKind::Timeout => "it takes too long",
    }
}
