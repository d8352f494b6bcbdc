//! `report.html`: one page for people who would rather look than read.
//!
//! In come the documents of a package; out goes a page without script, network or font: it opens from a disk and
//! prints. Every chart stands beside a table with the same figures. Simulated figures are called simulated.

mod comparison;
mod figures;
mod moving;
mod plan;
mod results;
mod told;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::HandoffInput;
use super::drawing::Drawing;
use super::view::PlanView;
use super::words;
use crate::text::page_policy;

const STYLE: &str = include_str!("report.css");

pub(super) fn render(input: &HandoffInput, view: &PlanView) -> String {
    let heat = results::Heat::of(input.run);
    let drawing = Drawing::of(view, &|node| heat.note(node));
    let moving = moving::Moving::of(input, &drawing);
    let mut style = format!("{STYLE}{}", super::picture::STYLE);
    if let Some(moving) = &moving {
        style.push_str(moving::STYLE);
        style.push_str(&moving.style());
    }
    let title = format!("{}: report", words::one_line(&view.plan.title));
    let diagram = plan::diagram(view, &drawing, &heat, moving.as_ref());
    let sections = sections(input, view, diagram);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(page_policy(&style, None));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(&style)) }
            }
            body {
                (header(input, view, &sections))
                main id="main" tabindex="-1" {
                    @for section in &sections {
                        div class="part" id=(section.id) tabindex="-1" {
                            h2 { (section.title) }
                            (section.body)
                        }
                    }
                }
                (footer(input, view))
            }
        }
    };
    page.into_string() + "\n"
}

/// One part of the page.
struct Section {
    id: &'static str,
    title: &'static str,
    body: Markup,
}

fn sections(input: &HandoffInput, view: &PlanView, diagram: Markup) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut add = |id: &'static str, title: &'static str, body: Option<Markup>| {
        sections.extend(body.map(|body| Section { id, title, body }));
    };
    add("findings", "What to know", figures::findings(input));
    add("outcomes", "How cases end", input.run.map(results::outcomes));
    add("way", "Where cases are lost", input.run.and_then(|run| results::funnel(view, run)));
    add("comparison", "The comparison", input.verdict.map(comparison::render));
    add("steps", "Step by step", input.run.map(|run| results::steps(view, run)));
    add("diagram", "The whole flow", Some(diagram));
    add("cases", "Single cases", told::cases(input, view));
    add("sensitivity", "What the result hangs on", plan::sensitivity(input, view));
    add("assumptions", "What is assumed", plan::assumptions(view));
    add("questions", "What is still open", plan::questions(input));
    add("plan", "The plan in words", Some(plan::outline(view)));
    sections
}

fn header(input: &HandoffInput, view: &PlanView, sections: &[Section]) -> Markup {
    html! {
        header class="page-head" {
            p class="eyebrow" {
                @if input.run.is_some() {
                    span class="badge" { "Simulated" }
                    " These figures come from a simulation, not from real use."
                } @else {
                    span class="badge" { "Plan" }
                    " Nothing has been simulated yet."
                }
            }
            h1 { (words::one_line(&view.plan.title)) }
            p class="goal" { (words::sentence(&view.plan.goal)) }
            (figures::headline(input, view))
            nav aria-label="Parts of the report" {
                ul {
                    @for section in sections {
                        li { a href={ "#" (section.id) } { (section.title) } }
                    }
                }
            }
        }
    }
}

fn footer(input: &HandoffInput, view: &PlanView) -> Markup {
    html! {
        footer class="page-foot" {
            @if let Some(run) = input.run {
                p {
                    "Simulated with " (words::grouped(run.cases as f64)) " cases, seed " (run.scenario.seed.0)
                    ", engine " (run.engine_version) ". The same plan and seed give the same figures on every machine."
                }
                p class="mono" { "Run " (run.id) ", digest " (words::shortened(&run.digest, 80)) }
            }
            p { "Everything behind this page is in the same folder; README.md says what is where." }
            p class="mono" { (view.plan.id) }
        }
    }
}

/// A table with a caption that only screen readers say, in a box that scrolls by itself on small screens and that the
/// keyboard reaches.
fn table(caption: &str, head: &[&str], rows: &[Vec<Markup>]) -> Markup {
    let class = if head.len() > 5 { "scroll many" } else { "scroll" };
    html! {
        section class=(class) tabindex="0" aria-label=(caption) {
            table {
                caption class="quiet" { (caption) }
                thead { tr { @for cell in head { th scope="col" { (cell) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (index, cell) in row.iter().enumerate() {
                                @if index == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
