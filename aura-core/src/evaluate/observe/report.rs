//! The page of a labelled verdict, and its picture as a Vega-Lite document.

use maud::{Markup, html};
use serde_json::{Value, json};

use crate::domain::experiment::ComparisonReading;
use crate::domain::observation::ObservationalVerdict;
use crate::evaluate::live::{amount, check_list, page, told};
use crate::evaluate::pictures::{Line, LineChart, lines};

/// The page of a verdict: one HTML file without script.
pub fn render_observation(verdict: &ObservationalVerdict) -> String {
    let title = &verdict.observation.title;
    let body = html! {
        main {
            p class="badge" { "Real figures, nothing simulated" }
            h1 { (title) }
            p class="banner" { (verdict.label) }
            p class="lead" { (reading(verdict.reading)) }
            p { (told(&verdict.sentence)) }
            (picture(verdict))
            @if !verdict.weights.is_empty() {
                h2 { "What it is compared with" }
                ul { @for part in &verdict.weights {
                    li { (part.unit) ": " (crate::domain::figures::percent(part.weight, 1)) }
                } }
            }
            h2 { "What speaks for and against it" }
            (check_list(&verdict.checks))
            details {
                summary { "Everything, for experts" }
                p { (verdict.detail) }
                ul { @for check in &verdict.checks { li { code { (check.name) } ": " (check.detail) } } }
            }
        }
        footer {
            p { "Verdict " code { (verdict.id) } ", question " code { (verdict.definition_hash) }
                ", data " code { (verdict.data_hash) } ", engine " (verdict.engine_version) "." }
        }
    };
    page(&format!("{title}: not a random test"), &body)
}

fn reading(reading: ComparisonReading) -> &'static str {
    match reading {
        ComparisonReading::Better => "The figures got better after the change, by more than chance.",
        ComparisonReading::Worse => "The figures got worse after the change, by more than chance.",
        _ => "It cannot be told whether the change did anything.",
    }
}

fn picture(verdict: &ObservationalVerdict) -> Markup {
    let points = |value: &dyn Fn(&crate::domain::observation::ObservedPeriod) -> f64| {
        verdict
            .path
            .iter()
            .enumerate()
            .map(|(place, period)| (place as f64, value(period)))
            .collect::<Vec<_>>()
    };
    let ends = |period: Option<&crate::domain::observation::ObservedPeriod>| {
        period.map_or(String::new(), |period| period.time.clone())
    };
    let start = verdict.path.iter().position(|period| period.is_after);
    lines(&LineChart {
        title: "What was seen, and what would have been expected without the change",
        ends: [ends(verdict.path.first()), ends(verdict.path.last())],
        band: Vec::new(),
        lines: vec![
            Line {
                name: "expected without",
                class: "faint",
                points: points(&|period| period.expected),
                has_dots: false,
            },
            Line { name: "seen", class: "main", points: points(&|period| period.found), has_dots: true },
        ],
        mark: start.map(|start| (start as f64 - 0.5, "the change")),
        level: None,
        unit: &verdict.observation.unit,
        write: amount,
    })
}

/// What was seen and expected as a Vega-Lite 5 document.
pub fn observation_picture(verdict: &ObservationalVerdict) -> Value {
    let row = |(place, period): (usize, &crate::domain::observation::ObservedPeriod)| {
        let point = |line: &str, value: f64| json!({ "place": place, "time": period.time, "line": line, "value": value, "is_after": period.is_after });
        [point("seen", period.found), point("expected without the change", period.expected)]
    };
    let values: Vec<Value> = verdict.path.iter().enumerate().flat_map(row).collect();
    let start = verdict.path.iter().position(|period| period.is_after).unwrap_or(0);
    json!({
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": { "text": verdict.observation.title, "subtitle": "not a random test" },
        "data": { "values": values },
        "width": 560,
        "layer": [
            { "mark": { "type": "line", "point": true, "tooltip": true }, "encoding": {
                "x": { "field": "place", "type": "quantitative", "title": verdict.observation.time_column },
                "y": { "field": "value", "type": "quantitative", "title": null, "scale": { "zero": false } },
                "color": { "field": "line", "type": "nominal", "title": null } } },
            { "mark": { "type": "rule", "strokeDash": [4, 4] }, "encoding": { "x": { "datum": start as f64 - 0.5 } } },
        ],
    })
}
