//! The HTML file around the pages: head with the Content-Security-Policy, bar, main part, log.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::fields;
use super::panel;
use super::progress::Remaining;
use super::text::clean;
use super::view;
use crate::domain::plan::{NodeKind, Outcome, Plan, ScreenElement};
use crate::domain::prototype::{Page, PageAction, PageKind, Prototype};
use crate::domain::version::version_of;
use crate::error::{Error, ErrorCode, Result};
use crate::text::page_policy;

const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("page.css");

pub(super) fn render(prototype: &Prototype, plan: &Plan) -> Result<String> {
    if version_of(plan)? != prototype.plan_version {
        return Err(Error::new(
            ErrorCode::Conflict,
            "the prototype was made from another version of the plan",
        )
        .with_hint("make the prototype again from this plan"));
    }
    let script = unix_lines(SCRIPT);
    let style = unix_lines(STYLE);
    let policy = format!("{}; img-src data:", page_policy(&style, Some(&script)));
    let title = clean(&prototype.title);
    let goals: Vec<&str> =
        prototype.pages.iter().filter(|page| is_goal(page, plan)).map(|page| page.id.as_str()).collect();
    let remaining = Remaining::new(prototype, &goals);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="robots" content="noindex";
                meta name="color-scheme" content="light dark";
                title { (title) " – prototype" }
                link rel="icon" href="data:,";
                style { (PreEscaped(style)) }
            }
            body data-prototype=(prototype.id) data-first=(prototype.first) data-title=(title) data-total=(remaining.total) {
                (icons())
                a class="skip" href="#main" { "Skip to the page" }
                (bar(&title))
                noscript { p class="no-script" { "This prototype needs JavaScript. It is in this file; nothing is loaded." } }
                main id="main" tabindex="-1" {
                    div class="progress" id="progress" hidden {
                        p id="progress-text" { "Step 1" }
                        progress id="progress-bar" aria-labelledby="progress-text" max=(remaining.total.max(1)) value="1" {}
                    }
                    p class="because" id="because" role="status" {}
                    @for page in &prototype.pages { (section(page, plan, &remaining)) }
                }
                (log_panel())
                footer class="foot" {
                    p { "A prototype with example data. Nothing that you type is kept or sent anywhere." }
                }
                script { (PreEscaped(script)) }
            }
        }
    };
    Ok(page.into_string())
}

/// Git may have turned line ends on Windows; the bytes of the page must not depend on that.
fn unix_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn bar(title: &str) -> Markup {
    html! {
        header class="bar" {
            div class="bar-name" {
                span class="tag" { "Prototype" }
                h1 { (title) }
            }
            p class="bar-actor" { "Acting: " strong id="actor" { "–" } }
            div class="bar-tools" role="group" aria-label="Prototype tools" {
                button type="button" id="tool-back" { "Back" }
                button type="button" id="tool-restart" { "Restart" }
                button type="button" id="tool-plan" aria-pressed="false" { "Plan step" }
                button type="button" id="tool-log" aria-expanded="false" aria-controls="log" { "Log" }
            }
        }
    }
}

fn log_panel() -> Markup {
    html! {
        section class="log" id="log" aria-labelledby="log-title" hidden {
            h2 id="log-title" tabindex="-1" { "Session log" }
            p { "What was done and when, counted from the start. What was typed is not recorded." }
            ol id="log-list" {}
            p class="log-tools" {
                button type="button" class="secondary" id="log-save" { "Save log" }
                span id="log-saved" role="status" {}
            }
        }
    }
}

fn section(page: &Page, plan: &Plan, remaining: &Remaining) -> Markup {
    let heading = format!("{}-title", page.id);
    let outcome = outcome_of(page, plan);
    html! {
        div
            class={ "page page-" (kind_name(page.kind)) @if let Some(outcome) = outcome { " outcome-" (outcome_name(outcome)) } }
            id=(page.id) hidden data-page
            data-actor=(actor_shown(page))
            data-position=[remaining.position(&page.id)]
            data-outcome=[outcome.map(outcome_name)]
        {
            div class="surface" {
                @if let Some(eyebrow) = eyebrow(page, plan) {
                    p class="eyebrow" {
                        svg class="icon" aria-hidden="true" focusable="false" { use href={ "#icon-" (icon_name(page.kind, outcome)) } {} }
                        (eyebrow)
                    }
                }
                h2 id=(heading) tabindex="-1" { (clean(&page.title)) }
                @if !page.intro.trim().is_empty() { p class="intro" { (clean(&page.intro)) } }
                (body(page, plan))
            }
            (notes(page, plan))
        }
    }
}

fn body(page: &Page, plan: &Plan) -> Markup {
    let has_inputs = page.elements.iter().any(|element| matches!(element, ScreenElement::Input(_)));
    let mut ways = page.actions.iter().filter(|action| !action.is_failure);
    if has_inputs {
        let first = ways.next();
        return html! {
            form novalidate autocomplete="off" {
                div class="errors" tabindex="-1" hidden {
                    h3 { "Please check what you entered" }
                    ul {}
                }
                (elements(page, plan))
                div class="actions" {
                    @if let Some(action) = first { (button(action, plan, "primary", "submit")) }
                    @for action in ways { (button(action, plan, "secondary", "button")) }
                }
            }
        };
    }
    let is_choice = page.actions.iter().filter(|action| !action.is_failure).count() > 1;
    html! {
        (elements(page, plan))
        div class={ "actions" @if is_choice { " choices" } } {
            @for action in ways { (button(action, plan, if is_choice { "choice" } else { "primary" }, "button")) }
        }
    }
}

fn elements(page: &Page, plan: &Plan) -> Markup {
    html! {
        @for (position, element) in page.elements.iter().enumerate() {
            @match element {
                ScreenElement::Paragraph(words) => { p { (clean(&words.text)) } }
                ScreenElement::Notice(words) => { p class="notice" { (clean(&words.text)) } }
                ScreenElement::Input(reference) => { (fields::input(plan, reference, &format!("{}-{position}", page.id))) }
                ScreenElement::Summary(reference) => { (fields::summary(plan, &reference.data)) }
            }
        }
    }
}

fn button(action: &PageAction, plan: &Plan, class: &str, kind: &str) -> Markup {
    let most = action.flow.as_ref().and_then(|id| plan.flows.iter().find(|flow| flow.id == *id)?.max_times);
    html! {
        button class=(class) type=(kind) data-action=(action.id) data-to=(action.to) data-most=[most] {
            (clean(&action.label))
        }
    }
}

/// What belongs to the prototype and not to the product: what could go wrong, and the plan behind the page.
fn notes(page: &Page, plan: &Plan) -> Markup {
    let has_inputs = page.elements.iter().any(|element| matches!(element, ScreenElement::Input(_)));
    let failures: Vec<&PageAction> = page.actions.iter().filter(|action| action.is_failure).collect();
    html! {
        div class="notes" {
            @if has_inputs {
                div class="note" {
                    h3 { "Example values" }
                    button type="button" class="quiet" data-fill { "Fill in examples" }
                }
            }
            @if !failures.is_empty() {
                div class="note" {
                    h3 { "What could go wrong here" }
                    ul class="what-if" {
                        @for action in failures {
                            li {
                                button type="button" class="quiet" data-action=(action.id) data-to=(action.to) data-because=(clean(&action.label)) {
                                    (clean(&action.label))
                                }
                            }
                        }
                    }
                }
            }
            div class="note" data-plan-step hidden { (panel::plan_step(page, plan)) }
        }
    }
}

fn is_goal(page: &Page, plan: &Plan) -> bool {
    outcome_of(page, plan) == Some(Outcome::GoalReached)
}

/// How a session ends on this page, where it does.
pub(crate) fn outcome_of(page: &Page, plan: &Plan) -> Option<Outcome> {
    if page.kind != PageKind::End {
        return None;
    }
    match &plan.nodes.iter().find(|node| node.id == page.node)?.kind {
        NodeKind::End(end) => Some(end.outcome),
        NodeKind::Step(step) => {
            let mut modes = step.failure_modes.iter();
            let mode = modes.find(|mode| super::pages::ended_page_id(&mode.id) == page.id)?;
            view::failure_outcome(&mode.then)
        }
        _ => None,
    }
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::GoalReached => "goal_reached",
        Outcome::Abandoned => "abandoned",
        Outcome::Refused => "refused",
        Outcome::Failed => "failed",
    }
}

fn kind_name(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Screen => "screen",
        PageKind::Decision => "decision",
        PageKind::System => "system",
        PageKind::Wait => "wait",
        PageKind::End => "end",
    }
}

/// The line above the heading: the sub-plan, and what kind of page it is where that is not plain to see.
fn eyebrow(page: &Page, plan: &Plan) -> Option<String> {
    let node = plan.nodes.iter().find(|node| node.id == page.node);
    let group = node.and_then(|node| node.group.as_ref());
    let group = group.and_then(|id| plan.groups.iter().find(|group| group.id == *id));
    let has_screen =
        matches!(node.map(|node| &node.kind), Some(NodeKind::Step(step)) if step.screen.is_some());
    let kind = match page.kind {
        PageKind::Screen if has_screen => None,
        PageKind::Screen => Some("Away from the screen"),
        PageKind::Decision => Some("A decision"),
        PageKind::System => Some("Behind the scenes"),
        PageKind::Wait => Some("A wait"),
        PageKind::End => Some("The end"),
    };
    match (group, kind) {
        (Some(group), Some(kind)) => Some(format!("{} · {kind}", clean(&group.title))),
        (Some(group), None) => Some(clean(&group.title)),
        (None, kind) => kind.map(str::to_owned),
    }
}

fn actor_shown(page: &Page) -> String {
    if page.actor.trim().is_empty() { "nobody".to_owned() } else { clean(&page.actor) }
}

fn icon_name(kind: PageKind, outcome: Option<Outcome>) -> &'static str {
    match (kind, outcome) {
        (PageKind::End, Some(Outcome::GoalReached)) => "done",
        (PageKind::End, _) => "stopped",
        _ => kind_name(kind),
    }
}

fn icons() -> Markup {
    let icon = |name: &str, path: &str| {
        html! {
            symbol id={ "icon-" (name) } viewBox="0 0 24 24" {
                path d=(path) fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" {}
            }
        }
    };
    html! {
        svg class="icons" width="0" height="0" aria-hidden="true" focusable="false" {
            (icon("screen", "M4 5h16v11H4zM9 20h6M12 16v4"))
            (icon("decision", "M12 3l9 9-9 9-9-9zM12 9v4M12 16v.01"))
            (icon("system", "M5 4h14v6H5zM5 14h14v6H5zM8 7h.01M8 17h.01"))
            (icon("wait", "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3 2"))
            (icon("done", "M12 3a9 9 0 100 18 9 9 0 000-18zM8 12l3 3 5-6"))
            (icon("stopped", "M12 3a9 9 0 100 18 9 9 0 000-18zM8 12h8"))
        }
    }
}
