//! Charts as Vega-Lite: what happened in a run, which assumption moves it, how variants compare.
//!
//! In comes a document that an operation gave; out goes a specification with its data inside, which every notebook
//! and every web page can draw. Never here: a figure that does not stand in the document.

use aura_core::domain::live::LiveVerdict;
use aura_core::evaluate::live::vega_lite;
use aura_core::{Error, ErrorCode};
use serde::Deserialize as _;
use serde_json::{Value, json};

use crate::Failure;

/// Bars that are shown at most.
const MOST_BARS: usize = 20;

/// The Vega-Lite specification of a document: of a run, a sensitivity, a verdict, or a response with one of them.
///
/// # Errors
/// `invalid_request` where the document is not JSON or holds nothing that can be drawn.
pub fn chart(document: &str) -> Result<String, Failure> {
    let value: Value =
        serde_json::from_str(document).map_err(|error| refuse(&format!("is not JSON: {error}")))?;
    let mut views = Vec::new();
    let outcomes = value.pointer("/run/outcomes").or_else(|| value.get("outcomes"));
    views.extend(outcomes.map(outcome_bars));
    let effects = value.pointer("/sensitivity/effects").or_else(|| value.get("effects"));
    views.extend(effects.filter(|effects| !list(effects).is_empty()).map(tornado));
    let variants = value.pointer("/verdict/variants").or_else(|| value.get("variants"));
    views.extend(variants.map(intervals));
    if views.is_empty() {
        let own = value.get("verdict").unwrap_or(&value);
        if let Ok(verdict) = LiveVerdict::deserialize(own) {
            return Ok(vega_lite(&verdict).to_string());
        }
        return Err(refuse("holds no run, no sensitivity and no verdict"));
    }
    let whole = json!({
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "transparent",
        "vconcat": views,
    });
    Ok(whole.to_string())
}

fn outcome_bars(outcomes: &Value) -> Value {
    let rows: Vec<Value> = list(outcomes)
        .iter()
        .map(|row| {
            let part = |name: &str| row.pointer(&format!("/share/{name}")).cloned().unwrap_or_default();
            json!({
                "outcome": words(row.get("outcome")), "cases": row.get("cases"),
                "share": part("value"), "low": part("low"), "high": part("high"),
            })
        })
        .collect();
    let y = json!({ "field": "outcome", "type": "nominal", "sort": "-x", "title": null });
    let x = |field: &str| json!({ "field": field, "type": "quantitative", "axis": { "format": "%" }, "title": "share of cases" });
    json!({
        "title": "How the cases ended", "width": 420, "data": { "values": rows },
        "layer": [
            { "mark": { "type": "bar", "tooltip": true }, "encoding": { "y": y, "x": x("share") } },
            { "mark": { "type": "rule", "strokeWidth": 2 },
              "encoding": { "y": y, "x": x("low"), "x2": { "field": "high" } } },
        ],
    })
}

fn tornado(effects: &Value) -> Value {
    let rows: Vec<Value> = list(effects)
        .iter()
        .take(MOST_BARS)
        .map(|row| json!({ "assumption": words(row.get("assumption")), "low": row.get("at_low"), "high": row.get("at_high") }))
        .collect();
    json!({
        "title": "Which assumption moves the result", "width": 420, "data": { "values": rows },
        "mark": { "type": "bar", "tooltip": true },
        "encoding": {
            "y": { "field": "assumption", "type": "nominal", "sort": null, "title": null },
            "x": { "field": "low", "type": "quantitative", "title": "metric at the lowest and the highest value", "scale": { "zero": false } },
            "x2": { "field": "high" },
        },
    })
}

fn intervals(variants: &Value) -> Value {
    let mut rows = Vec::new();
    for variant in list(variants) {
        for comparison in variant.get("comparisons").map(list).unwrap_or_default() {
            let part = |name: &str| comparison.get(name).cloned().unwrap_or_default();
            rows.push(json!({
                "variant": words(variant.get("variant")), "metric": words(comparison.get("metric")),
                "difference": part("difference"), "low": part("low"), "high": part("high"),
            }));
        }
    }
    let y = json!({ "field": "variant", "type": "nominal", "title": null });
    let x =
        |field: &str| json!({ "field": field, "type": "quantitative", "title": "difference to the plan" });
    json!({
        "title": "How the variants compare", "data": { "values": rows },
        "facet": { "row": { "field": "metric", "type": "nominal", "title": null } },
        "resolve": { "scale": { "x": "independent" } },
        "spec": { "width": 420, "layer": [
            { "mark": { "type": "rule", "strokeWidth": 2 },
              "encoding": { "y": y, "x": x("low"), "x2": { "field": "high" } } },
            { "mark": { "type": "point", "filled": true, "size": 60, "tooltip": true },
              "encoding": { "y": y, "x": x("difference") } },
        ] },
    })
}

/// An id or a code as words.
fn words(value: Option<&Value>) -> String {
    let text = value.and_then(Value::as_str).unwrap_or_default();
    let bare = ["assumption_", "metric_", "variant_"].iter().find_map(|prefix| text.strip_prefix(prefix));
    bare.unwrap_or(text).replace('_', " ")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn refuse(why: &str) -> Failure {
    Error::new(ErrorCode::InvalidRequest, format!("the document {why}"))
        .with_hint("draw what `simulate` or `evaluate` gave")
        .to_document()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_drawn_is_drawn_and_nothing_else() {
        let run =
            r#"{"run": {"outcomes": [{"outcome": "goal_reached", "cases": 3, "share": {"value": 1.0}}]}}"#;
        let chart = chart(run).unwrap();
        assert!(chart.contains("goal reached") && chart.contains("vega-lite"), "{chart}");
        for refused in ["{}", "[]", "1", "\"x\"", "{"] {
            assert_eq!(super::chart(refused).unwrap_err().code, ErrorCode::InvalidRequest, "{refused}");
        }
    }
}
