//! The report page: no script, no network, no font; and the same picture as a Vega-Lite document.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::{Value, json};

use super::pictures;
use super::words::amount;
use crate::domain::experiment::{ComparisonReading, Decision};
use crate::domain::figures;
use crate::domain::live::{LiveArmVerdict, LiveComparison, LiveVerdict, TrustCheck, TrustOutcome};
use crate::text::page_policy;

const STYLE: &str = include_str!("report.css");

const WIDTH: f64 = 640.0;
const LEFT: f64 = 250.0;
const ROW: f64 = 44.0;

/// The page of a verdict.
pub fn render_report(verdict: &LiveVerdict) -> String {
    let body = html! {
        main {
            p class="badge" { "Live evidence: real people, nothing simulated" }
            h1 { (verdict.experiment.title) }
            @for arm in &verdict.arms { (section(verdict, arm)) }
            h2 { "Can the data be trusted?" }
            (check_list(&verdict.checks))
            (experts(verdict))
        }
        footer {
            p { "Verdict " code { (verdict.id) } ", statement " code { (verdict.definition_hash) }
                ", data " code { (verdict.data_hash) } ", engine " (verdict.engine_version) "." }
        }
    };
    page(&format!("{}: result", verdict.experiment.title), &body)
}

/// A page of one file, without script, in the style of all results.
pub(in crate::evaluate) fn page(title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(page_policy(STYLE, None));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    };
    page.into_string() + "\n"
}

/// Checks of the data, one item each.
pub(in crate::evaluate) fn check_list(checks: &[TrustCheck]) -> Markup {
    html! {
        ul class="checks" {
            @for check in checks {
                li class=(mark(check.outcome)) { strong { (word(check.outcome)) } " " (told(&check.sentence)) }
            }
        }
    }
}

/// The pictures of all arms as a Vega-Lite 5 document: intervals, looks, and what a test of this size can see.
pub fn vega_lite(verdict: &LiveVerdict) -> Value {
    let values: Vec<Value> = verdict
        .arms
        .iter()
        .flat_map(|arm| {
            arm.metrics.iter().map(|metric| {
                let relative = metric.expert.relative.as_ref();
                json!({
                    "arm": arm.arm,
                    "metric": metric.comparison.title,
                    "estimate": relative.map(|relative| relative.estimate),
                    "low": relative.map(|relative| relative.low),
                    "high": relative.map(|relative| relative.high),
                    "reading": metric.comparison.reading,
                })
            })
        })
        .collect();
    let row = json!({ "field": "metric", "type": "nominal", "title": null });
    let axis = |field: &str| json!({ "field": field, "type": "quantitative", "title": "change over the control", "axis": { "format": "+%" } });
    let mut parts = vec![json!({
        "title": "The change over the control",
        "data": { "values": values },
        "facet": { "row": { "field": "arm", "type": "nominal", "title": null } },
        "spec": { "layer": [
            { "mark": { "type": "rule", "strokeWidth": 3 },
              "encoding": { "y": row, "x": axis("low"), "x2": { "field": "high" }, "color": { "field": "reading", "type": "nominal" } } },
            { "mark": { "type": "point", "filled": true, "size": 80 }, "encoding": { "y": row, "x": axis("estimate") } },
            { "mark": { "type": "rule", "strokeDash": [4, 4] }, "encoding": { "x": { "datum": 0 } } },
        ] },
    })];
    parts.extend(pictures::vega_parts(&verdict.arms, control(verdict)));
    json!({
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": verdict.experiment.title,
        "vconcat": parts,
    })
}

/// The name of the control.
fn control(verdict: &LiveVerdict) -> &str {
    verdict.experiment.arms.first().map_or("", |arm| arm.name.as_str())
}

fn section(verdict: &LiveVerdict, arm: &LiveArmVerdict) -> Markup {
    let is_recommended = verdict.recommended.as_ref() == Some(&arm.arm);
    html! {
        section {
            h2 { (arm.arm) ": " (decision(arm.decision)) @if is_recommended { " (recommended)" } }
            @for reason in &arm.reasons { p { (told(reason)) } }
            p class="change" { strong { "What would change this: " } (told(&arm.would_change)) }
            (plot(&arm.metrics))
            ul { @for metric in &arm.metrics { li {
                (told(&metric.sentence))
                @if let Some(belief) = &metric.belief { " " (told(&belief.sentence)) }
            } } }
            (segments(verdict, arm))
            (pictures::path(arm, &verdict.experiment.monitoring))
            (pictures::shift(arm, control(verdict)))
            (pictures::power(arm))
        }
    }
}

/// The metric that decides in each part of the population.
fn segments(verdict: &LiveVerdict, arm: &LiveArmVerdict) -> Markup {
    let column = verdict.experiment.stratum_column.as_deref().unwrap_or_default();
    html! {
        @if let Some(first) = arm.segments.first() {
            h3 { (figures::capitalise(&first.comparison.title)) " by " em { (column) } }
            ul { @for segment in &arm.segments { li { (told(&segment.sentence)) } } }
        }
    }
}

/// Relative intervals, one row for each metric.
fn plot(metrics: &[LiveComparison]) -> Markup {
    let rows: Vec<(&LiveComparison, f64, f64, f64)> = metrics
        .iter()
        .filter_map(|metric| {
            let relative = metric.expert.relative.as_ref()?;
            let is_bounded = relative.low.is_finite() && relative.high.is_finite();
            is_bounded.then_some((metric, relative.estimate, relative.low, relative.high))
        })
        .collect();
    let reach = rows.iter().flat_map(|row| [row.2.abs(), row.3.abs()]).fold(0.0, f64::max).max(1e-9) * 1.08;
    let at = |value: f64| LEFT + (value / reach + 1.0) * 0.5 * (WIDTH - LEFT - 16.0);
    let height = ROW * rows.len() as f64 + 28.0;
    let label = |value: f64| format!("{:+.1} %", value * 100.0);
    html! {
        @if !rows.is_empty() {
            svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-label="Change over the control" {
                line class="zero" x1=(pixel(at(0.0))) x2=(pixel(at(0.0))) y1="0" y2=(pixel(height - 22.0)) {}
                text x=(pixel(at(0.0))) y=(pixel(height - 6.0)) text-anchor="middle" { "no change" }
                text x=(pixel(at(-reach))) y=(pixel(height - 6.0)) { (label(-reach)) }
                text x=(pixel(at(reach))) y=(pixel(height - 6.0)) text-anchor="end" { (label(reach)) }
                @for (index, (metric, estimate, low, high)) in rows.iter().enumerate() {
                    @let y = pixel(ROW * index as f64 + 22.0);
                    @let class = reading(metric.comparison.reading);
                    text x="0" y=(pixel(ROW * index as f64 + 26.0)) { (metric.comparison.title) }
                    line class={ "whisker " (class) } x1=(pixel(at(*low))) x2=(pixel(at(*high))) y1=(y) y2=(y) {}
                    circle class={ "dot " (class) } cx=(pixel(at(*estimate))) cy=(y) r="6" {}
                }
            }
        }
    }
}

/// A sentence; names between backticks stand in emphasis.
pub(crate) fn told(sentence: &str) -> Markup {
    let parts: Vec<&str> = sentence.split('`').collect();
    let is_paired = !parts.len().is_multiple_of(2);
    html! {
        @if is_paired {
            @for (number, part) in parts.iter().enumerate() {
                @if number.is_multiple_of(2) { (part) } @else { em { (part) } }
            }
        } @else { (sentence) }
    }
}

fn experts(verdict: &LiveVerdict) -> Markup {
    let number = |value: f64| if value.is_finite() { format!("{value:.6}") } else { "open".to_owned() };
    html! {
        details {
            summary { "Everything, for experts" }
            div class="scroll" tabindex="0" {
                table {
                    thead { tr { @for head in ["arm", "metric", "method", "control", "arm's value", "difference", "interval", "confidence", "standard error", "df", "statistic", "critical", "p", "adjusted p", "variance left", "relative", "dispersion", "log-rank p", "belief: better, loss if chosen, loss if kept"] { th scope="col" { (head) } } } }
                    tbody {
                        @for arm in &verdict.arms { @for metric in &arm.metrics {
                            @let (seen, expert) = (&metric.comparison, &metric.expert);
                            tr {
                                td { (arm.arm) } td { (seen.title) } td { (expert.method) }
                                td { (amount(seen.control, &seen.unit)) } td { (amount(seen.variant, &seen.unit)) }
                                td { (number(seen.difference)) }
                                td { (number(seen.low)) " to " (number(seen.high)) }
                                td { (expert.confidence) }
                                td { (number(expert.standard_error)) } td { (number(expert.degrees_of_freedom)) }
                                td { (number(expert.statistic)) } td { (number(expert.critical)) }
                                td { (figures::probability(seen.p_value)) }
                                td { (figures::probability(expert.adjusted_p_value)) }
                                td { (number(expert.variance_left)) }
                                td { @if let Some(own) = &expert.relative {
                                    (number(own.estimate)) ", " (number(own.low)) " to " (number(own.high))
                                } }
                                td { @if let Some(own) = expert.dispersion { (number(own)) } }
                                td { @if let Some(own) = expert.log_rank_p_value { (format!("{own:e}")) } }
                                td { @if let Some(own) = &metric.belief {
                                    (number(own.chance_better)) ", " (number(own.loss_if_chosen)) ", " (number(own.loss_if_kept))
                                } }
                            }
                        } }
                    }
                }
            }
            ul { @for check in &verdict.checks { li { code { (check.name) } ": " (check.detail) } } }
        }
    }
}

fn pixel(value: f64) -> String {
    format!("{value:.1}")
}

fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Ship => "ship it",
        Decision::Keep => "keep what you have",
        Decision::Extend => "look longer",
        Decision::Stop => "stop",
        Decision::NoDifference => "no difference that matters",
    }
}

fn reading(reading: ComparisonReading) -> &'static str {
    match reading {
        ComparisonReading::Better => "better",
        ComparisonReading::Worse => "worse",
        _ => "even",
    }
}

fn mark(outcome: TrustOutcome) -> &'static str {
    match outcome {
        TrustOutcome::Good => "good",
        TrustOutcome::Warning => "warning",
        TrustOutcome::Failed => "failed",
    }
}

fn word(outcome: TrustOutcome) -> &'static str {
    match outcome {
        TrustOutcome::Good => "Fine:",
        TrustOutcome::Warning => "Take care:",
        TrustOutcome::Failed => "Stop:",
    }
}
