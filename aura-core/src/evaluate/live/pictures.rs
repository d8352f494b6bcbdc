//! Pictures of a verdict: how the difference settled, where the values moved, and what a test of this size can see; as SVG
//! and Vega-Lite.

use maud::{Markup, html};
use serde_json::{Value, json};

use super::report::told;
use super::words::amount;
use crate::domain::figures;
use crate::domain::live::{LiveArmVerdict, LiveComparison, LiveLook, LiveSpread};
use crate::domain::metric::MetricRole;
use crate::domain::quantity::Unit;
use crate::evaluate::pictures::{Line, LineChart, lines};
use crate::stats::analysis::Monitoring;
use crate::stats::distribution::{Continuous as _, Student};

/// How many points a curve has beside its start.
const STEPS: u32 = 48;

/// The metric that decides.
pub(super) fn decisive(arm: &LiveArmVerdict) -> Option<&LiveComparison> {
    arm.metrics.iter().find(|metric| metric.comparison.role == MetricRole::Primary)
}

/// The difference after each day.
pub(super) fn path(arm: &LiveArmVerdict, monitoring: &Monitoring) -> Markup {
    let Some(metric) = decisive(arm).filter(|_| arm.looks.len() > 1) else { return html! {} };
    let day = |look: Option<&LiveLook>| look.map_or(String::new(), |look| format!("day {}", look.day));
    let points = arm.looks.iter().map(|look| (look.day as f64, look.estimate)).collect();
    let title = format!("The difference in {} after each day, with its range", metric.comparison.title);
    let chart = lines(&LineChart {
        title: &title,
        ends: [day(arm.looks.first()), day(arm.looks.last())],
        band: arm.looks.iter().map(|look| (look.day as f64, look.low, look.high)).collect(),
        lines: vec![Line { name: "difference", class: "main", points, has_dots: true }],
        mark: None,
        level: Some((0.0, "no change")),
        unit: &metric.comparison.unit,
        write: amount,
    });
    html! {
        h3 { "How the difference settled" }
        (chart)
        p class="note" {
            @if *monitoring == Monitoring::Fixed {
                "One look was planned, so only the range of the last day decides; the days before are for the eye."
            } @else {
                "The range of each day allows for all looks."
            }
        }
    }
}

/// Everyone in order, from the lowest value to the highest, in both arms.
pub(super) fn shift(arm: &LiveArmVerdict, control: &str) -> Markup {
    let Some(metric) = decisive(arm).filter(|_| arm.spread.len() > 1) else { return html! {} };
    let line = |read: fn(&LiveSpread) -> f64| -> Vec<(f64, f64)> {
        arm.spread.iter().map(|place| (place.share, read(place))).collect()
    };
    let title =
        format!("The values of {} in order, in `{control}` and in `{}`", metric.comparison.title, arm.arm);
    let chart = lines(&LineChart {
        title: &title,
        ends: ["the lowest".to_owned(), "the highest".to_owned()],
        band: Vec::new(),
        lines: vec![
            Line { name: control, class: "faint", points: line(|place| place.control), has_dots: false },
            Line { name: &arm.arm, class: "main", points: line(|place| place.variant), has_dots: false },
        ],
        mark: None,
        level: None,
        unit: &metric.comparison.unit,
        write: amount,
    });
    html! {
        h3 { "Where the values moved" }
        (chart)
        p class="note" { (told(&shift_told(arm, metric, control))) }
    }
}

/// The picture in words.
pub(super) fn shift_told(arm: &LiveArmVerdict, metric: &LiveComparison, control: &str) -> String {
    let at = |share: f64| arm.spread.iter().find(|place| (place.share - share).abs() < 1e-9);
    let write = |value: f64| amount(value, &metric.comparison.unit);
    let part = |words: &str, share: f64| {
        at(share).map(|place| {
            let (old, new) = (write(place.control), write(place.variant));
            if old == new {
                format!("{words} {old} or less in both")
            } else {
                format!("{words} {old} or less in `{control}` and {new} or less in `{}`", arm.arm)
            }
        })
    };
    let parts: Vec<String> = [("half have", 0.5), ("nine in ten have", 0.9)]
        .into_iter()
        .filter_map(|(words, share)| part(words, share))
        .collect();
    format!(
        "Everyone stands in order of {}, the lowest on the left: {}. These are the values as measured.",
        metric.comparison.title,
        parts.join("; ")
    )
}

/// The figures that [`shift_told`] tells.
pub(super) fn shift_figures(arm: &LiveArmVerdict, metric: &LiveComparison) -> Vec<f64> {
    let is_told = |place: &&LiveSpread| [0.5, 0.9].iter().any(|share| (place.share - share).abs() < 1e-9);
    let values = arm.spread.iter().filter(is_told).flat_map(|place| [place.control, place.variant]);
    values.flat_map(|value| shown(value, &metric.comparison.unit)).collect()
}

/// A value as it may be printed in its unit.
pub(super) fn shown(value: f64, unit: &Unit) -> Vec<f64> {
    match unit {
        Unit::Share => vec![100.0 * value],
        Unit::Milliseconds => vec![value / figures::duration_unit(value).0],
        _ => vec![value],
    }
}

/// The chance of a test of this size to find a change, by the size of the change.
fn curve(metric: &LiveComparison) -> Vec<(f64, f64)> {
    let expert = &metric.expert;
    let Ok(student) = Student::new(expert.degrees_of_freedom) else { return Vec::new() };
    let reach = (expert.critical + 3.0) * expert.standard_error;
    let chance = |step: u32| {
        let change = reach * f64::from(step) / f64::from(STEPS);
        // The statistic lies beyond either bound; a shifted t stands for the non-central one.
        let shift = change / expert.standard_error;
        (change, student.survival(expert.critical - shift) + student.cdf(-expert.critical - shift))
    };
    if reach.is_finite() && reach > 0.0 { (0..=STEPS).map(chance).collect() } else { Vec::new() }
}

/// What a test of this size can see.
pub(super) fn power(arm: &LiveArmVerdict) -> Markup {
    let Some(metric) = decisive(arm) else { return html! {} };
    let points = curve(metric);
    let Some(last) = points.last().copied() else { return html! {} };
    let chart = lines(&LineChart {
        title: "The chance to find a change, by its size",
        ends: ["no change".to_owned(), format!("a change of {}", amount(last.0, &metric.comparison.unit))],
        band: Vec::new(),
        lines: vec![Line { name: "", class: "main", points, has_dots: false }],
        mark: None,
        level: Some((0.8, "four times in five")),
        unit: &Unit::Share,
        write: amount,
    });
    html! {
        h3 { "What a test of this size can see" }
        (chart)
        @if let Some((_, words)) = power_told(metric) { p class="note" { (words) } }
    }
}

/// The change that a test of this size finds four times in five, and the picture in words.
pub(super) fn power_told(metric: &LiveComparison) -> Option<(f64, String)> {
    let (change, _) = curve(metric).into_iter().find(|point| point.1 >= 0.8)?;
    let words = format!(
        "A change of about {} in {} would be found four times in five with as much data as this.",
        amount(change, &metric.comparison.unit),
        metric.comparison.title
    );
    Some((change, words))
}

/// The same pictures as parts of a Vega-Lite 5 document.
pub(super) fn vega_parts(arms: &[LiveArmVerdict], control: &str) -> Vec<Value> {
    let path: Vec<Value> = arms
        .iter()
        .flat_map(|arm| {
            arm.looks.iter().map(|look| {
                json!({ "arm": arm.arm, "day": look.day, "estimate": look.estimate, "low": look.low, "high": look.high })
            })
        })
        .collect();
    let own = |arm: &LiveArmVerdict, name: &str, read: fn(&LiveSpread) -> f64| -> Vec<Value> {
        let row = |place: &LiveSpread| json!({ "arm": name, "share": place.share, "value": read(place) });
        arm.spread.iter().map(row).collect()
    };
    let first = arms.iter().take(1).flat_map(|arm| own(arm, control, |place| place.control));
    let spread: Vec<Value> =
        first.chain(arms.iter().flat_map(|arm| own(arm, &arm.arm, |place| place.variant))).collect();
    let chances: Vec<Value> = arms
        .iter()
        .filter_map(|arm| Some((arm, curve(decisive(arm)?))))
        .flat_map(|(arm, points)| {
            let row = move |(change, chance): (f64, f64)| json!({ "arm": arm.arm, "change": change, "chance": chance });
            points.into_iter().map(row)
        })
        .collect();
    let field = |name: &str, title: &str| json!({ "field": name, "type": "quantitative", "title": title });
    let arm = json!({ "field": "arm", "type": "nominal", "title": null });
    let mut parts = Vec::new();
    if !path.is_empty() {
        parts.push(json!({
            "title": "How the difference settled", "width": 480, "data": { "values": path },
            "layer": [
                { "mark": { "type": "area", "opacity": 0.2 }, "encoding": {
                    "x": field("day", "day"), "y": field("low", "difference"), "y2": { "field": "high" }, "color": arm } },
                { "mark": { "type": "line", "point": true, "tooltip": true }, "encoding": {
                    "x": field("day", "day"), "y": field("estimate", "difference"), "color": arm } },
                { "mark": { "type": "rule", "strokeDash": [4, 4] }, "encoding": { "y": { "datum": 0 } } },
            ],
        }));
    }
    if !spread.is_empty() {
        parts.push(json!({
            "title": "Where the values moved", "width": 480, "data": { "values": spread },
            "mark": { "type": "line", "tooltip": true },
            "encoding": { "x": field("share", "share of everyone, lowest first"), "y": field("value", "value"), "color": arm },
        }));
    }
    if !chances.is_empty() {
        parts.push(json!({
            "title": "What a test of this size can see", "width": 480, "data": { "values": chances },
            "mark": { "type": "line", "tooltip": true },
            "encoding": { "x": field("change", "size of the change"), "y": field("chance", "chance to find it"), "color": arm },
        }));
    }
    parts
}
