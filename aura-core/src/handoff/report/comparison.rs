//! The comparison: for each variant what to do, why, and how far each metric moves.

use maud::{Markup, html};

use super::figures::decision_words;
use super::table;
use crate::domain::experiment::{Comparison, ComparisonReading, VariantVerdict, Verdict};
use crate::domain::metric::MetricRole;
use crate::domain::quantity::Unit;
use crate::handoff::charts::{IntervalRow, intervals};
use crate::handoff::words;

pub(super) fn render(verdict: &Verdict) -> Markup {
    html! {
        @if verdict.is_simulated {
            p { "Plan and variants met the same simulated people, so differences come from the change alone." }
        }
        @for variant in &verdict.variants { (one(verdict, variant)) }
    }
}

fn one(verdict: &Verdict, variant: &VariantVerdict) -> Markup {
    let found = verdict.experiment.variants.iter().find(|candidate| candidate.id == variant.variant);
    let title = found.map_or_else(|| variant.variant.to_string(), |found| words::one_line(&found.title));
    let groups = by_unit(&variant.comparisons);
    html! {
        article class="variant" {
            h3 { "Variant: " (title) }
            p class="verdict" { (decision_words(variant.decision)) "." }
            ul { @for reason in &variant.reasons { li { (words::sentence(reason)) } } }
            @for (unit, comparisons) in &groups {
                @let name = format!("Change by “{title}” with {} intervals", words::percent(verdict.experiment.rule.confidence));
                figure {
                    (intervals(&name, &comparisons.iter().map(|comparison| row(comparison)).collect::<Vec<_>>(), unit))
                }
            }
            (figures(&title, &variant.comparisons))
            @if let Some(rates) = &variant.ship_rates {
                p class="quiet-words" {
                    "Tried on these runs, the rule takes a change that does nothing in " (words::percent(rates.wrong_ship))
                    " of tries, and one that does what is expected (" (expected(variant, rates.expected)) ") in "
                    (words::percent(rates.right_ship)) "."
                }
            }
            p class="quiet-words" { "What would change this: " (words::sentence(&variant.would_change)) }
        }
    }
}

/// The expected change of the metric that decides, in its unit.
fn expected(variant: &VariantVerdict, change: f64) -> String {
    let primary = variant.comparisons.iter().find(|comparison| comparison.role == MetricRole::Primary);
    primary.map_or_else(|| change.to_string(), |comparison| words::signed(change, &comparison.unit))
}

/// Comparisons that share a unit share a chart.
fn by_unit(comparisons: &[Comparison]) -> Vec<(Unit, Vec<&Comparison>)> {
    let mut groups: Vec<(Unit, Vec<&Comparison>)> = Vec::new();
    for comparison in comparisons {
        match groups.iter_mut().find(|(unit, _)| *unit == comparison.unit) {
            Some((_, list)) => list.push(comparison),
            None => groups.push((comparison.unit.clone(), vec![comparison])),
        }
    }
    groups
}

fn row(comparison: &Comparison) -> IntervalRow {
    IntervalRow {
        label: words::capitalised(&words::one_line(&comparison.title)),
        value: comparison.difference,
        low: comparison.low,
        high: comparison.high,
        class: match comparison.reading {
            ComparisonReading::Better => "better",
            ComparisonReading::Worse => "worse",
            _ => "even",
        },
    }
}

fn figures(title: &str, comparisons: &[Comparison]) -> Markup {
    let rows: Vec<Vec<Markup>> = comparisons
        .iter()
        .map(|comparison| {
            let unit = &comparison.unit;
            vec![
                html! { (words::capitalised(&words::one_line(&comparison.title))) " (" (crate::handoff::metrics::role(comparison.role)) ")" },
                html! { (words::amount(comparison.control, unit)) },
                html! { (words::amount(comparison.variant, unit)) },
                html! { (words::signed(comparison.difference, unit)) },
                html! { (words::signed(comparison.low, unit)) " to " (words::signed(comparison.high, unit)) },
                html! { (reading(comparison.reading)) },
            ]
        })
        .collect();
    table(
        &format!("The plan against “{title}”"),
        &["Metric", "Plan", "Variant", "Change", "Interval of the change", "Reading"],
        &rows,
    )
}

fn reading(reading: ComparisonReading) -> &'static str {
    match reading {
        ComparisonReading::Better => "better",
        ComparisonReading::Worse => "worse",
        ComparisonReading::NotWorse => "not worse",
        ComparisonReading::Unclear => "cannot be told",
        ComparisonReading::Same => "the same",
    }
}
