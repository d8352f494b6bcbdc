//! The "plan step" panel: what the plan says about the node behind a page, and where that comes from.

use maud::{Markup, html};

use super::text::clean;
use super::view;
use crate::domain::figures::{capitalise, duration, list, percent, quantity, sentence};
use crate::domain::id::{AssumptionId, DataId};
use crate::domain::plan::{HttpMethod, Node, NodeKind, Plan};
use crate::domain::prototype::Page;
use crate::domain::provenance::Origin;
use crate::domain::quantity::Quantity;
use crate::domain::step::{RiskLevel, Step};

pub(super) fn plan_step(page: &Page, plan: &Plan) -> Markup {
    let Some(node) = plan.nodes.iter().find(|node| node.id == page.node) else {
        return html! {};
    };
    let mut rows: Vec<(&str, String)> = Vec::new();
    match &node.kind {
        NodeKind::Step(step) => step_rows(plan, step, &mut rows),
        NodeKind::Gateway(_) => rows.extend(way_rows(plan, node).into_iter().map(|way| ("Way", way))),
        NodeKind::Timer(timer) => rows.extend(time_row(plan, "Waits", Some(&timer.duration))),
        NodeKind::Message(message) => rows.extend(time_row(plan, "Takes", Some(&message.delay))),
        NodeKind::End(end) => rows.push(("Ends", end.outcome.words().to_owned())),
        NodeKind::Start => {}
    }
    rows.push(("Comes from", origin_words(&node.origin)));
    html! {
        h3 { "In the plan" }
        p class="plan-title" { (clean(&node.title)) " " code { (node.id) } }
        dl {
            @for (name, value) in rows {
                div { dt { (name) } dd { (clean(&value)) } }
            }
            @for note in &node.notes { div { dt { "Remark" } dd { (clean(note)) } } }
        }
    }
}

fn step_rows(plan: &Plan, step: &Step, rows: &mut Vec<(&'static str, String)>) {
    rows.push(("Done by", view::doer(plan, step)));
    if let Some((service, operation)) = view::called(plan, step) {
        let method = match operation.method {
            HttpMethod::Get => "GET",
            HttpMethod::Post => "POST",
            HttpMethod::Put => "PUT",
            HttpMethod::Patch => "PATCH",
            HttpMethod::Delete => "DELETE",
        };
        rows.push(("Calls", format!("{}: {method} {}", service.title, operation.path)));
    }
    rows.extend(data_row(plan, "Needs", &step.needs));
    rows.extend(data_row(plan, "Makes", &step.produces));
    rows.extend(time_row(plan, "Takes", step.working_time.as_ref()));
    rows.extend(time_row(plan, "Lies first", step.waiting_time.as_ref()));
    if let Some(cost) = step.cost.as_ref().and_then(|id| amount(plan, id)) {
        rows.push(("Costs", format!("about {cost}")));
    }
    if let Some(undo) = &step.undo {
        rows.push(("To undo it", undo.title.clone()));
    }
    for failure in &step.failure_modes {
        let how_often = amount(plan, &failure.probability).unwrap_or_else(|| "an unknown share".to_owned());
        rows.push(("May fail", format!("{}: about {how_often} of the time", failure.title)));
    }
    if let Some(risk) = &step.risk {
        let level = match risk.level {
            RiskLevel::Low => "Low",
            RiskLevel::Medium => "Medium",
            RiskLevel::High => "High",
        };
        rows.push(("Risk", format!("{level}. {}", sentence(&risk.reason))));
    }
}

fn way_rows(plan: &Plan, node: &Node) -> Vec<String> {
    let ways = plan.flows.iter().filter(|flow| flow.from == node.id);
    let described = ways.map(|flow| {
        let target = plan.nodes.iter().find(|node| node.id == flow.to).map_or("", |node| node.title.as_str());
        let mut text = match (&flow.label, &flow.condition) {
            (_, Some(condition)) => format!("if {}", condition.english),
            (Some(label), None) => label.clone(),
            (None, None) if flow.is_default => "otherwise".to_owned(),
            (None, None) => "always".to_owned(),
        };
        if let Some(share) = flow.probability.as_ref().and_then(|id| view::mean_of(plan, id)) {
            text.push_str(&format!(", about {} of the time", percent(share, 0)));
        }
        format!("{} → {target}", capitalise(&text))
    });
    described.collect()
}

fn data_row(plan: &Plan, name: &'static str, data: &[DataId]) -> Option<(&'static str, String)> {
    let names: Vec<&str> =
        data.iter().filter_map(|id| view::object(plan, id)).map(|object| object.name.as_str()).collect();
    (!names.is_empty()).then(|| (name, list(&names)))
}

fn time_row(plan: &Plan, name: &'static str, id: Option<&AssumptionId>) -> Option<(&'static str, String)> {
    let mean = view::mean_of(plan, id?)?;
    (mean > 0.0).then(|| (name, format!("about {}", duration(mean))))
}

fn amount(plan: &Plan, id: &AssumptionId) -> Option<String> {
    let assumption = plan.assumptions.iter().find(|assumption| assumption.id == *id)?;
    Some(quantity(&Quantity::new(assumption.value.mean(), assumption.unit.clone())))
}

fn origin_words(origin: &Origin) -> String {
    match origin {
        Origin::Stated(stated) => {
            let words: Vec<String> =
                stated.quotes.iter().map(|quote| format!("“{}”", quote.text.trim())).collect();
            format!("your words: {}", list(&words))
        }
        Origin::Inferred(inferred) => format!("worked out: {}", sentence(&inferred.reason)),
        Origin::Assumed(assumed) => format!("assumed: {}", sentence(&assumed.reason)),
        Origin::Measured(measured) => format!("measured from {}", measured.data),
        Origin::Answered(answered) => format!("your answer: “{}”", answered.answer.trim()),
    }
}
