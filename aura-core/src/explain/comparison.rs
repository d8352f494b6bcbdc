//! What a comparison of variants says.

use super::planned::plain_or_quoted;
use super::telling::Telling;
use super::words;
use crate::domain::experiment::{Comparison, ComparisonReading, Decision, VariantVerdict, Verdict};
use crate::domain::insight::{Insight, InsightKind};
use crate::domain::metric::MetricRole;
use crate::domain::plan::Plan;
use crate::domain::quantity::Unit;

pub(super) fn insights(_plan: &Plan, verdict: &Verdict) -> Vec<Insight> {
    let told = verdict.variants.iter().enumerate();
    told.filter_map(|(position, variant)| one_variant(verdict, position, variant)).collect()
}

fn one_variant(verdict: &Verdict, position: usize, variant: &VariantVerdict) -> Option<Insight> {
    let known = verdict.experiment.variants.iter().find(|known| known.id == variant.variant)?;
    let title = words::quoted(&known.title);
    let mut telling = Telling::default();
    let primary = variant.comparisons.iter().enumerate().find(|(_, one)| one.role == MetricRole::Primary);
    if let Some((at, comparison)) = primary.or_else(|| variant.comparisons.iter().enumerate().next()) {
        say_metric(&mut telling, &format!("{}/variants/{position}/comparisons/{at}", verdict.id), comparison);
    }
    let worse = variant
        .comparisons
        .iter()
        .filter(|one| one.role == MetricRole::Guardrail && one.reading == ComparisonReading::Worse);
    for comparison in worse {
        telling.say(format!(
            "{} gets worse, and it must not.",
            words::quoted(&words::capitalise(&comparison.title))
        ));
    }
    telling.say(match variant.decision {
        Decision::Ship => "By the rule set before the run, take the change.",
        Decision::Keep => "By the rule set before the run, stay with the plan.",
        Decision::Extend => "This does not settle it yet, so look longer.",
        Decision::Stop => "By the rule set before the run, do not go on with it.",
        Decision::NoDifference => "The two do not differ in a way that matters.",
    });
    let would_change = variant.would_change.trim();
    if !would_change.is_empty()
        && let Some(words) = plain_or_quoted(would_change)
        && !words.starts_with('“')
    {
        telling.say(words::sentence(&words));
    }
    if verdict.is_simulated {
        telling.say("Both were simulated with the same people.");
    }
    if let Some(rates) = &variant.ship_rates {
        let base = format!("{}/variants/{position}/ship_rates", verdict.id);
        let wrong = telling.measured(
            "taken though it does nothing",
            &Unit::Share,
            rates.wrong_ship,
            Some(0.005),
            format!("{base}/wrong_ship"),
        );
        let right = telling.measured(
            "taken where it does what is hoped",
            &Unit::Share,
            rates.right_ship,
            Some(0.005),
            format!("{base}/right_ship"),
        );
        telling.say(format!(
            "This rule would take a change that does nothing in {wrong} of tries, and one that does what is hoped in {right}."
        ));
    }
    let is_recommended = verdict.recommended.as_ref() == Some(&variant.variant);
    let headline = match variant.decision {
        Decision::Ship if is_recommended => format!("The change {title} is worth taking"),
        Decision::Ship => format!("The change {title} would help"),
        Decision::Keep => format!("The change {title} is not worth making"),
        Decision::Extend => format!("It is not clear yet if the change {title} helps"),
        Decision::Stop => format!("The change {title} does harm"),
        Decision::NoDifference => format!("The change {title} makes no real difference"),
    };
    Some(telling.into_insight(InsightKind::Comparison, headline, if is_recommended { 0.95 } else { 0.85 }))
}

fn say_metric(telling: &mut Telling, base: &str, comparison: &Comparison) {
    let half_width = Some((comparison.high - comparison.low).abs() / 2.0).filter(|half| half.is_finite());
    let title = words::quoted(&words::capitalise(&comparison.title));
    let unit = &comparison.unit;
    let before =
        telling.measured("plan as it is", unit, comparison.control, half_width, format!("{base}/control"));
    let after =
        telling.measured("with the change", unit, comparison.variant, half_width, format!("{base}/variant"));
    if comparison.reading == ComparisonReading::Same {
        telling.say(format!("{title} stays at {before}: the change does not touch it."));
        return;
    }
    telling.say(format!("{title} goes from {before} to {after}."));
    let size = telling.difference(
        "difference",
        unit,
        comparison.difference,
        half_width,
        format!("{base}/difference"),
    );
    let low =
        telling.difference("difference, low end", unit, comparison.low, half_width, format!("{base}/low"));
    let high =
        telling.difference("difference, high end", unit, comparison.high, half_width, format!("{base}/high"));
    let way = |value: f64| if value < 0.0 { "down" } else { "up" };
    let sentence = if comparison.low * comparison.high < 0.0 {
        format!(
            "That is {} by {size}, but it may be anything from {low} down to {high} up.",
            way(comparison.difference)
        )
    } else if comparison.difference < 0.0 {
        format!("That is down by {size}, and most likely by {high} to {low}.")
    } else {
        format!("That is up by {size}, and most likely by {low} to {high}.")
    };
    telling.say(sentence);
}
