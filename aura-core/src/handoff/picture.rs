//! `diagram.svg`, and the same picture within the report: shapes, lines and words of a drawing.

use maud::{Markup, PreEscaped, html};

use super::drawing::Drawing;
use super::layout::{Area, HEAD, Label, NodePlace, Point, UndoPlace};
use super::view::PlanView;
use super::words;
use super::workflow::{Exit, Shape, WorkNode, is_for_a_person};
use crate::domain::plan::{GatewayRule, Outcome};

/// Colours and type of the picture, for light and dark surroundings.
pub(super) const STYLE: &str = include_str!("picture.css");

/// How warm a step is, from 0 (cold) to 5, by the position of its node.
pub(super) type Heat<'a> = &'a dyn Fn(&WorkNode) -> usize;

/// The picture as a file of its own.
pub(super) fn file(view: &PlanView, drawing: &Drawing) -> String {
    let picture = svg(view, drawing, &|_| 0, Some(STYLE), &html! {});
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", picture.into_string())
}

/// The picture as an element of a page, with what lies `above` it. Without a style of its own where the page has it.
pub(super) fn svg(
    view: &PlanView,
    drawing: &Drawing,
    heat: Heat,
    style: Option<&str>,
    above: &Markup,
) -> Markup {
    let picture = &drawing.picture;
    let size = format!("0 0 {} {}", picture.width, picture.height);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" class={ "flow-picture " (width_class(picture.width)) } viewBox=(size) width=(picture.width)
            height=(picture.height) role="img" aria-labelledby="flow-title flow-description" {
            title id="flow-title" { "The flow of " (words::one_line(&view.plan.title)) }
            desc id="flow-description" { (description(view)) }
            @if let Some(style) = style { style { (PreEscaped(style)) } }
            defs {
                marker id="flow-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse" {
                    path class="arrow" d="M0 1L9 5L0 9z" {}
                }
            }
            rect class="paper" width=(picture.width) height=(picture.height) {}
            (lanes(view, drawing))
            @for edge in &picture.edges { path class="line" d=(path(&edge.points)) marker-end="url(#flow-arrow)" {} }
            @for (node, place) in drawing.workflow.nodes.iter().zip(&picture.nodes) { (shape(node, place, heat(node))) }
            @for edge in &picture.edges { (text(&edge.label, "edge-words")) }
            (above)
        }
    }
}

/// How a page lets the picture shrink: never so far that its words cannot be read.
fn width_class(width: i32) -> &'static str {
    match width {
        ..=900 => "narrow",
        901..=1500 => "wide",
        _ => "very-wide",
    }
}

/// The whole flow in words, for people who do not see the picture.
fn description(view: &PlanView) -> String {
    let steps: Vec<String> = view
        .steps()
        .map(|(number, node, step)| {
            let ways =
                view.flows_out_of(&node.id).iter().map(|flow| view.place(&flow.to)).collect::<Vec<_>>();
            let next = if ways.is_empty() { String::new() } else { format!(", then {}", words::list(&ways)) };
            format!("{number}. {} ({}){next}.", words::one_line(&node.title), view.actor_name(&step.actor))
        })
        .collect();
    format!("{} The steps: {}", words::counted(steps.len(), "step"), steps.join(" "))
}

fn lanes(view: &PlanView, drawing: &Drawing) -> Markup {
    let lanes = &drawing.picture.lanes;
    let pool = lanes.first().zip(lanes.last()).map(|(first, last)| Area {
        x: first.area.x,
        y: first.area.y - HEAD,
        width: last.area.right() - first.area.x,
        height: HEAD,
    });
    html! {
        @if let Some(pool) = pool {
            rect class="pool" x=(pool.x) y=(pool.y) width=(pool.width) height=(pool.height) {}
            text class="pool-words" x=(pool.x + 12) y=(pool.y + 22) {
                (words::shortened(&view.plan.title, (pool.width / 9).max(10) as usize))
            }
        }
        @for lane in lanes {
            rect class="lane" x=(lane.area.x) y=(lane.area.y) width=(lane.area.width) height=(lane.area.height) {}
            rect class="lane-head" x=(lane.area.x) y=(lane.area.y) width=(lane.area.width) height=(HEAD) {}
            (centred(&lane.title, "lane-words"))
        }
    }
}

fn shape(node: &WorkNode, place: &NodePlace, heat: usize) -> Markup {
    match node.shape {
        Shape::Task(step) => html! {
            g {
                @if !node.title.is_empty() { title { (node.title) } }
                rect class={ "task heat-" (heat) } x=(place.area.x) y=(place.area.y) width=(place.area.width)
                    height=(place.area.height) rx="8" {}
                (agent_sign(place.area, is_for_a_person(step)))
                (centred(&place.label, "task-words"))
                (centred(&place.note, "note-words"))
            }
            @if let (Some(undo), Some(undo_place)) = (node.undo(), &place.undo) {
                (taken_back(&words::one_line(&undo.title), undo_place))
            }
            @for (exit, exit_place) in node.exits.iter().zip(&place.exits) {
                @if !exit_place.line.is_empty() {
                    path class="line failing" d=(path(&exit_place.line)) marker-end="url(#flow-arrow)" {}
                }
                (boundary(exit, exit_place.event))
                (text(&exit_place.label, "edge-words"))
                @if let Some((area, label)) = &exit_place.end {
                    circle class="end lost" cx=(area.middle_x()) cy=(area.middle_y()) r=(area.width / 2 - 2) {}
                    (text(label, "edge-words"))
                }
            }
        },
        Shape::Gateway(rule) => html! {
            path class="gateway" d=(diamond(place.area)) {}
            (gateway_sign(rule, place.area))
            (text(&place.label, "event-words"))
        },
        Shape::Start => html! { (circle("start", place.area)) (text(&place.label, "event-words")) },
        Shape::End(outcome) => {
            let class = if outcome == Outcome::GoalReached { "end goal" } else { "end lost" };
            html! {
                circle class=(class) cx=(place.area.middle_x()) cy=(place.area.middle_y()) r=(place.area.width / 2 - 2) {}
                (text(&place.label, "event-words"))
            }
        }
        Shape::Timer(_) => html! {
            (circle("event", place.area)) (clock(place.area)) (text(&place.label, "event-words"))
        },
        Shape::Message(message) => html! {
            (circle("event", place.area))
            @if message.is_signal { (triangle(place.area)) } @else { (envelope(place.area)) }
             (text(&place.label, "event-words"))
        },
    }
}

fn circle(class: &str, area: Area) -> Markup {
    html! {
        circle class=(class) cx=(area.middle_x()) cy=(area.middle_y()) r=(area.width / 2 - 1) {}
        @if class == "event" {
            circle class="event-inner" cx=(area.middle_x()) cy=(area.middle_y()) r=(area.width / 2 - 4) {}
        }
    }
}

fn boundary(exit: &Exit, area: Area) -> Markup {
    let (x, y) = (area.middle_x(), area.middle_y());
    let lightning = format!("M{} {}l4-9l4 6l4-8l-4 16l-4-6z", x - 6, y + 6);
    html! {
        g {
            title { (words::one_line(&exit.failure.title)) }
            (circle("event", area))
            @if exit.after_ms.is_some() { (clock(area)) } @else { path class="sign-filled" d=(lightning) {} }
        }
    }
}

/// What takes a step back: the sign of compensation at its edge and a small box.
fn taken_back(title: &str, place: &UndoPlace) -> Markup {
    html! {
        path class="line failing" d=(path(&place.line)) marker-end="url(#flow-arrow)" {}
        g {
            title { "To take it back: " (title) }
            (circle("event", place.event))
            path class="sign-filled" d=(back_sign(place.event.middle_x(), place.event.middle_y())) {}
        }
        g {
            rect class="task heat-0" x=(place.area.x) y=(place.area.y) width=(place.area.width) height=(place.area.height) rx="6" {}
            (centred(&place.label, "note-words"))
        }
    }
}

/// Two triangles that point back.
fn back_sign(x: i32, y: i32) -> String {
    format!("M{} {y}l8-5v10zm8 0l8-5v10z", x - 9)
}

fn clock(area: Area) -> Markup {
    let (x, y) = (area.middle_x(), area.middle_y());
    html! {
        circle class="sign" cx=(x) cy=(y) r="9" {}
        path class="sign" d={ "M" (x) " " (y - 6) "v6h4" } {}
    }
}

fn envelope(area: Area) -> Markup {
    let (x, y) = (area.middle_x() - 8, area.middle_y() - 6);
    html! { path class="sign" d={ "M" (x) " " (y) "h16v12h-16zl8 7l8-7" } {} }
}

/// The sign of a signal.
fn triangle(area: Area) -> Markup {
    let (x, y) = (area.middle_x(), area.middle_y());
    html! { path class="sign" d={ "M" (x) " " (y - 9) "l9 15h-18z" } {} }
}

fn gateway_sign(rule: GatewayRule, area: Area) -> Markup {
    let (x, y) = (area.middle_x(), area.middle_y());
    html! {
        @match rule {
            GatewayRule::Exclusive => { path class="sign-thick" d={ "M" (x - 7) " " (y - 7) "l14 14m0-14l-14 14" } {} }
            GatewayRule::Parallel => { path class="sign-thick" d={ "M" (x) " " (y - 10) "v20m-10-10h20" } {} }
            GatewayRule::Inclusive => { circle class="sign-thick" cx=(x) cy=(y) r="10" {} }
            GatewayRule::EventBased => {
                circle class="sign" cx=(x) cy=(y) r="13" {}
                path class="sign" d={ "M" (x) " " (y - 8) "l8 6l-3 9h-10l-3-9z" } {}
            }
        }
    }
}

fn agent_sign(area: Area, is_person: bool) -> Markup {
    let (x, y) = (area.x + 8, area.y + 7);
    html! {
        @if is_person {
            circle class="sign" cx=(x + 5) cy=(y + 3) r="3" {}
            path class="sign" d={ "M" (x) " " (y + 12) "c0-7 10-7 10 0z" } {}
        } @else {
            rect class="sign" x=(x) y=(y) width="11" height="8" rx="1" {}
            path class="sign" d={ "M" (x + 5) " " (y + 8) "v3m-4 0h9" } {}
        }
    }
}

fn diamond(area: Area) -> String {
    let (half_width, half_height) = (area.width / 2, area.height / 2);
    format!(
        "M{} {}l{half_width} {half_height}l-{half_width} {half_height}l-{half_width}-{half_height}z",
        area.middle_x(),
        area.y
    )
}

/// A line with small round corners.
fn path(points: &[Point]) -> String {
    const RADIUS: i32 = 6;
    let mut data = String::new();
    for (index, point) in points.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| points.get(index));
        match (before, points.get(index + 1)) {
            (None, _) => data.push_str(&format!("M{} {}", point.0, point.1)),
            (Some(before), Some(after)) => {
                let near = towards(*point, *before, RADIUS);
                let far = towards(*point, *after, RADIUS);
                data.push_str(&format!("L{} {}Q{} {} {} {}", near.0, near.1, point.0, point.1, far.0, far.1));
            }
            (Some(_), None) => data.push_str(&format!("L{} {}", point.0, point.1)),
        }
    }
    data
}

/// The point that lies `distance`, or half the way, from one point towards another.
fn towards(from: Point, to: Point, distance: i32) -> Point {
    let step = |from: i32, to: i32| {
        let reach = distance.min((to - from).abs() / 2);
        from + reach * (to - from).signum()
    };
    (step(from.0, to.0), step(from.1, to.1))
}

fn text(label: &Label, class: &str) -> Markup {
    lines(label, class, label.area.x)
}

fn centred(label: &Label, class: &str) -> Markup {
    lines(label, class, label.area.middle_x())
}

fn lines(label: &Label, class: &str, x: i32) -> Markup {
    let leading = label.area.height / (label.lines.len().max(1) as i32);
    html! {
        @if !label.lines.is_empty() {
            text class=(class) {
                @for (index, line) in label.lines.iter().enumerate() {
                    tspan x=(x) y=(label.area.y + leading * (index as i32 + 1) - leading / 4) { (line) }
                }
            }
        }
    }
}
