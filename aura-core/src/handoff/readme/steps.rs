//! The table of steps, and what the table has no room for.

use crate::domain::plan::Node;
use crate::domain::step::Step;
use crate::handoff::decisions::agent_words;
use crate::handoff::markdown::{Page, code, escaped, sentence};
use crate::handoff::view::PlanView;
use crate::handoff::words;

pub(super) fn render(view: &PlanView, page: &mut Page) {
    page.heading(2, "Steps");
    let rows: Vec<Vec<String>> = view
        .steps()
        .map(|(number, node, step)| {
            vec![
                number.to_string(),
                escaped(&node.title),
                who(view, step),
                names(view, &step.needs),
                names(view, &step.produces),
                how(view, step),
                time(view, step),
            ]
        })
        .collect();
    page.table(&["#", "Step", "Who", "Needs", "Makes", "How", "Time (assumed)"], &rows);
    let notes: Vec<String> =
        view.steps().flat_map(|(number, node, step)| notes(view, number, node, step)).collect();
    if !notes.is_empty() {
        page.heading(3, "Limits and notes");
        page.list(&notes);
    }
}

fn who(view: &PlanView, step: &Step) -> String {
    let actor = view.actor_name(&step.actor);
    let agent = words::one_line(&step.agent.name);
    if actor == agent {
        return format!("{} ({})", escaped(&actor), agent_words(step.agent.kind));
    }
    format!("{}, by {} ({})", escaped(&actor), escaped(&agent), agent_words(step.agent.kind))
}

fn names(view: &PlanView, data: &[crate::domain::id::DataId]) -> String {
    let names: Vec<String> = data.iter().map(|id| escaped(&view.data_name(id))).collect();
    names.join(", ")
}

fn how(view: &PlanView, step: &Step) -> String {
    let mut parts = Vec::new();
    if let Some(screen) = step.screen.as_ref().and_then(|id| view.screen(id)) {
        parts.push(format!("screen “{}”", escaped(&screen.title)));
    }
    if let Some((service, operation)) =
        step.call.as_ref().and_then(|call| view.operation(&call.service, &call.operation))
    {
        let method = crate::handoff::openapi::method_name(operation.method).to_uppercase();
        parts.push(format!(
            "{} of the {}",
            code(&format!("{method} {}", operation.path)),
            escaped(&service.title)
        ));
    }
    parts.join("; ")
}

fn time(view: &PlanView, step: &Step) -> String {
    let mut parts = Vec::new();
    let call = step.call.as_ref().and_then(|call| view.operation(&call.service, &call.operation));
    let work = match call {
        Some((_, operation)) => view.mean(&operation.latency),
        None => step.working_time.as_ref().and_then(|id| view.mean(id)),
    };
    if let Some(work) = work {
        parts.push(format!("{} work", words::duration(work)));
    }
    if let Some(wait) = step.waiting_time.as_ref().and_then(|id| view.mean(id)) {
        parts.push(format!("{} wait", words::duration(wait)));
    }
    parts.join(", ")
}

fn notes(view: &PlanView, number: usize, node: &Node, step: &Step) -> Vec<String> {
    let mut notes = Vec::new();
    let mut note = |text: String| notes.push(format!("Step {number}: {text}"));
    if let Some(resource) = step.resource.as_ref().and_then(|id| view.resource(id)) {
        note(format!(
            "{} can do {} at the same time{}; other cases wait.",
            escaped(&resource.title),
            resource.capacity,
            if resource.calendar.is_some() { " in working hours" } else { "" }
        ));
    }
    if let Some(limit) = step.limits.time_ms {
        note(format!("must be done within {}.", words::duration(limit as f64)));
    }
    if let Some(times) = step.limits.times {
        note(format!("is done at most {} per case.", crate::handoff::view::times(times)));
    }
    if let Some(money) = step.limits.money {
        note(format!("may cost at most {} each time.", words::number(money)));
    }
    if let Some(undo) = &step.undo {
        note(format!("where the case fails later, it is taken back: {}", sentence(&undo.title)));
    }
    if let Some(each) = &step.for_each {
        let order = if each.parallel { "all at once" } else { "one after the other" };
        note(format!("is done once for each {}, {order}.", escaped(&each.of)));
    }
    for remark in &node.notes {
        note(sentence(remark));
    }
    notes
}
