//! `diagram.mmd`: the plan as a Mermaid flowchart.

use std::collections::BTreeMap;

use super::view::PlanView;
use super::words;
use crate::domain::id::NodeId;
use crate::domain::plan::{GatewayRule, Node, NodeKind, Outcome};
use crate::domain::step::FailureEffect;

pub(super) fn render(view: &PlanView) -> String {
    let names: BTreeMap<&NodeId, String> = view
        .plan
        .nodes
        .iter()
        .enumerate()
        .map(|(index, node)| (&node.id, format!("n{}", index + 1)))
        .collect();
    let mut text = format!("%% {}\nflowchart TD\n", safe(&view.plan.title));
    nodes(view, &names, &mut text);
    for flow in &view.plan.flows {
        let (Some(from), Some(to)) = (names.get(&flow.from), names.get(&flow.to)) else { continue };
        let label = flow.words().map(str::to_owned);
        match label {
            Some(label) => text.push_str(&format!("  {from} -->|{}| {to}\n", quoted(&label))),
            None => text.push_str(&format!("  {from} --> {to}\n")),
        }
    }
    failures(view, &names, &mut text);
    styles(view, &names, &mut text);
    text
}

/// Nodes outside of groups first, then each group as a box.
fn nodes(view: &PlanView, names: &BTreeMap<&NodeId, String>, text: &mut String) {
    let write = |node: &Node, indent: &str, text: &mut String| {
        if let Some(name) = names.get(&node.id) {
            text.push_str(&format!("{indent}{name}{}\n", shape(view, node)));
        }
    };
    let is_in_group =
        |node: &Node| view.plan.groups.iter().any(|group| node.group.as_ref() == Some(&group.id));
    for node in view.plan.nodes.iter().filter(|node| !is_in_group(node)) {
        write(node, "  ", text);
    }
    for (index, group) in view.plan.groups.iter().enumerate() {
        text.push_str(&format!("  subgraph g{}[{}]\n", index + 1, quoted(&group.title)));
        for node in view.plan.nodes.iter().filter(|node| node.group.as_ref() == Some(&group.id)) {
            write(node, "    ", text);
        }
        text.push_str("  end\n");
    }
}

fn shape(view: &PlanView, node: &Node) -> String {
    let label = quoted(&node.title);
    match &node.kind {
        NodeKind::Start => format!("([{label}])"),
        NodeKind::End(_) => format!("([{label}])"),
        NodeKind::Gateway(gateway) => {
            let sign = match gateway.rule {
                GatewayRule::Parallel => "+ ",
                GatewayRule::Inclusive => "o ",
                _ => "",
            };
            format!("{{{}}}", quoted(&format!("{sign}{}", node.title)))
        }
        NodeKind::Timer(timer) => {
            let wait = view.mean(&timer.duration).map(|wait| format!(" ({})", words::duration(wait)));
            format!("[/{}/]", quoted(&format!("{}{}", node.title, wait.unwrap_or_default())))
        }
        NodeKind::Message(_) => format!("[/{label}/]"),
        NodeKind::Step(step) => {
            let number = view.number(&node.id).unwrap_or(0);
            let who = view.actor_name(&step.actor);
            format!("[\"{number} · {}<br/><i>{}</i>\"]", safe(&node.title), safe(&who))
        }
    }
}

fn failures(view: &PlanView, names: &BTreeMap<&NodeId, String>, text: &mut String) {
    let mut ends = 0;
    for (_, node, step) in view.steps() {
        let Some(from) = names.get(&node.id) else { continue };
        if let Some(undo) = &step.undo {
            text.push_str(&format!(
                "  {from} -.->|{}| {from}b[{}]\n",
                quoted("to take it back"),
                quoted(&undo.title)
            ));
        }
        for failure in &step.failure_modes {
            let outcome = match &failure.then {
                FailureEffect::GoTo(go) => {
                    if let Some(to) = names.get(&go.node) {
                        text.push_str(&format!("  {from} -.->|{}| {to}\n", quoted(&failure.title)));
                    }
                    continue;
                }
                FailureEffect::Retry(retry) => retry.otherwise,
                FailureEffect::End(end) => end.outcome,
            };
            ends += 1;
            text.push_str(&format!("  f{ends}([{}]):::lost\n", quoted(outcome.words())));
            text.push_str(&format!("  {from} -.->|{}| f{ends}\n", quoted(&failure.title)));
        }
    }
}

fn styles(view: &PlanView, names: &BTreeMap<&NodeId, String>, text: &mut String) {
    text.push_str("  classDef goal stroke:#1a7f37,stroke-width:2px\n");
    text.push_str("  classDef lost stroke:#b35900,stroke-width:2px\n");
    for node in &view.plan.nodes {
        let (NodeKind::End(end), Some(name)) = (&node.kind, names.get(&node.id)) else { continue };
        let class = if end.outcome == Outcome::GoalReached { "goal" } else { "lost" };
        text.push_str(&format!("  class {name} {class}\n"));
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", safe(text))
}

/// A text that ends no label and starts no markup: all special characters as Mermaid's entity codes.
fn safe(text: &str) -> String {
    let mut safe = String::new();
    for character in words::one_line(text).chars() {
        match character {
            '"' | '<' | '>' | '&' | '#' | '`' | ';' | '\\' | '*' | '_' | '[' | ']' | '(' | ')' | '{'
            | '}' | '|' => {
                safe.push_str(&format!("#{};", u32::from(character)));
            }
            other => safe.push(other),
        }
    }
    escape_list(&safe)
}

/// Mermaid reads `1. x` at the beginning of a label as a Markdown list, which it does not support.
fn escape_list(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    match text.get(digits..) {
        Some(rest) if digits > 0 && rest.starts_with(". ") => text.replacen(". ", ".\u{a0}", 1),
        _ => text.to_owned(),
    }
}
